/* A field over two axes: filled contours, isolines with their values, targets, a hatched region and
 * a legend bar.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "ijk-chart-layout-private.h"
#include "ijk-isoline.h"

#define BAR_HEIGHT 11
#define MAX_BAR_WIDTH 300
#define MIN_STEP_WIDTH 18
#define PX_PER_TICK 60
#define RULE_WIDTH 2.8
#define ISOLINE_WIDTH 1
#define N_POSITIONS 40 /* tried along an isoline */

static gboolean
has_field (const IjkChartGrid *grid)
{
  if (grid->n_columns < 2 || grid->n_rows < 2 || grid->values == NULL)
    return FALSE;
  for (guint i = 0; i < grid->n_columns * grid->n_rows; i++)
    if (isfinite (grid->values[i]))
      return TRUE;
  return FALSE;
}

static void
add_bar_labels (IjkChartLayout *self,
                double          left,
                double          step,
                double          top)
{
  const IjkChartGrid *grid = &self->spec->grid;
  const double air = ijk_layout_scale (self, 4);

  for (guint i = 0; i < grid->n_levels; i++)
    {
      g_autofree char *text = ijk_number_format (&grid->axis.format, grid->levels[i]);
      const IjkBox box
        = ijk_layout_text_box (self, IJK_TYPE_AXIS, text, left + (i + 1) * step, top, 0.5, 0);
      const IjkBox wide = { box.x - air, box.y, box.width + 2 * air, box.height };

      if (ijk_layout_is_free (self, &wide))
        ijk_layout_text (self,
                         &(IjkMark) { .text = text, .type = IJK_TYPE_AXIS,
                                      .stroke = IJK_ROLE_TEXT_DIM },
                         &box);
    }
}

/* At the top right, with the quantity before it; the inner box shrinks. */
static gboolean
add_legend_bar (IjkChartLayout *self)
{
  const IjkChartGrid *grid = &self->spec->grid;
  const guint n_shades = grid->n_levels + 1;
  const double height = ijk_layout_scale (self, BAR_HEIGHT);
  const double line = ijk_text_meter_get_line_height (self->meter, IJK_TYPE_AXIS);
  const double gap = ijk_layout_scale (self, 8);
  IjkBox *inner = &self->inner;
  IjkTextSize name = { 0, 0 };
  double width, left;

  if (grid->axis.name != NULL)
    name = ijk_text_meter_measure (self->meter, IJK_TYPE_AXIS, grid->axis.name);
  width = MIN (ijk_layout_scale (self, MAX_BAR_WIDTH), inner->width - name.width - gap);
  if (width < n_shades * ijk_layout_scale (self, MIN_STEP_WIDTH))
    return FALSE;

  left = inner->x + inner->width - width;
  for (guint i = 0; i < n_shades; i++)
    ijk_mark_list_add (self->marks, IJK_LAYER_KEY,
                       &(IjkMark) { .kind = IJK_MARK_BOX, .i_part = IJK_NO_INDEX,
                                    .i_x = IJK_NO_INDEX,
                                    .box = { left + i * width / n_shades,
                                             inner->y + (line - height) / 2, width / n_shades,
                                             height },
                                    .fill = ijk_role_of_shade (i, n_shades) });
  if (grid->axis.name != NULL)
    ijk_layout_text (self,
                     &(IjkMark) { .text = grid->axis.name, .type = IJK_TYPE_AXIS,
                                  .stroke = IJK_ROLE_TEXT_DIM },
                     &(IjkBox) { left - gap - name.width, inner->y, name.width, name.height });
  add_bar_labels (self, left, width / n_shades, inner->y + line);
  inner->y += 2 * line + gap / 2;
  inner->height -= 2 * line + gap / 2;
  return TRUE;
}

static void
to_pixels (const IjkChartLayout *self,
           GArray               *line)
{
  for (guint i = 0; i < line->len; i++)
    {
      IjkPoint *point = &g_array_index (line, IjkPoint, i);

      point->x = ijk_chart_layout_x_to_px (self, point->x);
      point->y = ijk_chart_layout_y_to_px (self, 0, point->y);
    }
}

/* Spots along the line, from the right, where the line runs level enough to be written on. */
static guint
list_label_spots (const GArray *line,
                  IjkPoint     *spots)
{
  const IjkPoint *points = (const IjkPoint *) line->data;
  guint n_spots = 0;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < N_POSITIONS && n_spots < N_POSITIONS; i++)
      {
        const guint step = (guint) ((0.04 + 0.92 * i / N_POSITIONS) * (line->len - 1));
        const gboolean rises = points[0].x < points[line->len - 1].x;
        const guint at = rises ? line->len - 1 - step : step;
        const IjkPoint before = points[MAX (at, 1) - 1];
        const IjkPoint after = points[MIN (at + 1, line->len - 1)];
        const gboolean is_level = fabs (after.y - before.y) <= 0.35 * fabs (after.x - before.x);

        if (is_level == (pass == 0))
          spots[n_spots++] = points[at];
      }
  return n_spots;
}

/* What a level's number stands on. It lies across both shades: the one that is further from middle
 * grey carries it, and a halo in its colour covers the other and the line. */
static IjkRole
ground_of_level (const IjkChartSpec *spec,
                 guint               i_level)
{
  const IjkRole above = ijk_role_of_shade (i_level + 1, spec->grid.n_levels + 1);

  return above <= IJK_ROLE_HEAT_3 ? ijk_role_of_shade (i_level, spec->grid.n_levels + 1) : above;
}

static void
label_isoline (IjkChartLayout *self,
               const GArray   *line,
               guint           i_level,
               const char     *text)
{
  const IjkBox *plot = &self->panels[0].plot;
  const IjkTextSize size = ijk_text_meter_measure (self->meter, IJK_TYPE_AXIS, text);
  IjkPoint spots[N_POSITIONS];
  const guint n_spots = list_label_spots (line, spots);
  const IjkRole ground = ground_of_level (self->spec, i_level);

  for (guint i = 0; i < n_spots; i++)
    {
      const IjkBox box = { spots[i].x - size.width / 2, spots[i].y - size.height / 2, size.width,
                           size.height };
      const IjkMark words = {
        .text = text,
        .type = IJK_TYPE_AXIS,
        .part = IJK_PART_ISOLINE,
        .i_part = i_level,
        .is_on_fill = TRUE,
        .fill = ground,
        .halo = ground,
      };

      if (ijk_box_contains (plot, &box, -4) && ijk_layout_text (self, &words, &box))
        return;
    }
}

static gboolean
is_rule_level (const IjkChartLayout *self,
               double                level)
{
  for (guint i = 0; i < self->spec->n_rules; i++)
    if (self->spec->rules[i].value == level)
      return TRUE;
  return FALSE;
}

static const GArray *
longest_of (const GPtrArray *lines)
{
  const GArray *longest = NULL;

  for (guint i = 0; i < lines->len; i++)
    {
      const GArray *line = g_ptr_array_index (lines, i);

      if (longest == NULL || line->len > longest->len)
        longest = line;
    }
  return longest;
}

static GPtrArray *
add_isolines (IjkChartLayout *self,
              IjkLayer        layer,
              const IjkField *field,
              double          level,
              const IjkMark  *mark)
{
  GPtrArray *lines = ijk_field_trace (field, level);

  for (guint i = 0; i < lines->len; i++)
    {
      GArray *line = g_ptr_array_index (lines, i);

      to_pixels (self, line);
      if (line->len >= 2)
        ijk_mark_list_add_shape (self->marks, layer, mark, (const IjkPoint *) line->data,
                                 line->len);
    }
  return lines;
}

static void
label_rule (IjkChartLayout *self,
            const GArray   *line,
            guint           i_rule)
{
  const IjkChartRule *rule = &self->spec->rules[i_rule];
  const IjkBox *plot = &self->panels[0].plot;
  const IjkTextSize size = ijk_layout_pill_size (self, rule->label);
  IjkPoint spots[N_POSITIONS];
  const guint n_spots = list_label_spots (line, spots);

  if (!ijk_layout_pill_suits (self, 0, &size))
    return;
  for (guint i = 0; i < n_spots; i++)
    {
      spots[i].x = CLAMP (spots[i].x, plot->x + size.width / 2,
                          plot->x + plot->width - size.width / 2);
      spots[i].y = CLAMP (spots[i].y, plot->y + size.height / 2,
                          plot->y + plot->height - size.height / 2);
    }
  ijk_layout_pill (self, IJK_PART_RULE, i_rule, rule->role, rule->label, spots, n_spots);
}

/* Called for the targets first, so that their pills get the best place. */
static void
add_level (IjkChartLayout *self,
           const IjkField *field,
           guint           i_level,
           gboolean        is_rule)
{
  const IjkChartSpec *spec = self->spec;
  const double level
    = is_rule ? spec->rules[i_level].value : spec->grid.levels[i_level];
  const IjkMark mark = {
    .kind = IJK_MARK_LINE,
    .part = is_rule ? IJK_PART_RULE : IJK_PART_ISOLINE,
    .i_part = i_level,
    .i_x = IJK_NO_INDEX,
    .stroke = !is_rule                                        ? IJK_ROLE_ON_HEAT
              : spec->rules[i_level].role == IJK_ROLE_TARGET ? IJK_ROLE_TARGET_ON_HEAT
                                                             : IJK_ROLE_INK_ON_HEAT,
    .width_px = is_rule ? RULE_WIDTH : ISOLINE_WIDTH,
    .dash = is_rule ? spec->rules[i_level].dash : IJK_DASH_SOLID,
    .halo = is_rule ? IJK_ROLE_ON_HEAT : IJK_ROLE_NONE,
  };
  g_autoptr (GPtrArray) lines = NULL;
  g_autofree char *text = NULL;
  const GArray *longest;

  if (!isfinite (level) || (!is_rule && is_rule_level (self, level)))
    return;
  /* Targets lie above the hatching. */
  lines = add_isolines (self, is_rule ? IJK_LAYER_LINE : IJK_LAYER_DATA, field, level, &mark);
  longest = longest_of (lines);
  if (longest == NULL || longest->len < 2 || !ijk_layout_shows (self, IJK_DETAIL_UNIT))
    return;
  text = ijk_number_format (&spec->grid.axis.format, level);
  if (!is_rule)
    label_isoline (self, longest, i_level, text);
  else if (spec->rules[i_level].label != NULL)
    label_rule (self, longest, i_level);
}

static gboolean
is_gap (const IjkChartGrid *grid,
        guint               i,
        guint               j)
{
  const double *low = grid->values + (gsize) j * grid->n_columns + i;
  const double *high = low + grid->n_columns;

  return !isfinite (low[0]) || !isfinite (low[1]) || !isfinite (high[0]) || !isfinite (high[1]);
}

static void
cover_cells (IjkChartLayout *self,
             guint           first,
             guint           last,
             guint           j)
{
  const IjkChartGrid *grid = &self->spec->grid;
  const double left = ijk_chart_layout_x_to_px (self, grid->x[first]);
  const double right = ijk_chart_layout_x_to_px (self, grid->x[last]);
  const double top = ijk_chart_layout_y_to_px (self, 0, grid->y[j + 1]);
  /* Over the edge of the row below, or a seam would show between the two. */
  const double overlap = j > 0 ? 0.6 : 0;
  const double bottom = ijk_chart_layout_y_to_px (self, 0, grid->y[j]) + overlap;

  ijk_mark_list_add (self->marks, IJK_LAYER_DATA,
                     &(IjkMark) { .kind = IJK_MARK_BOX, .i_part = IJK_NO_INDEX,
                                  .i_x = IJK_NO_INDEX, .fill = IJK_ROLE_SHADE,
                                  .box = { left, top, right - left, bottom - top } });
}

/* Cells with an unknown corner, joined into one box per stretch of a row. */
static void
cover_gaps (IjkChartLayout *self)
{
  const IjkChartGrid *grid = &self->spec->grid;

  for (guint j = 0; j + 1 < grid->n_rows; j++)
    for (guint i = 0; i + 1 < grid->n_columns; i++)
      {
        const guint first = i;

        while (i + 1 < grid->n_columns && is_gap (grid, i, j))
          i++;
        if (i > first)
          cover_cells (self, first, i, j);
      }
}

/* Says what the hatching means, near the middle of the largest region. */
static void
label_mask (IjkChartLayout *self,
            const GArray   *outline)
{
  const char *text = self->spec->grid.mask_text;
  const IjkBox *plot = &self->panels[0].plot;
  const IjkTextSize size = ijk_layout_pill_size (self, text);
  const double rim = 4;
  IjkPoint middle = { 0, 0 };
  IjkPoint centres[N_POSITIONS];

  if (!ijk_layout_pill_suits (self, 0, &size) || size.width + 2 * rim > plot->width
      || size.height + 2 * rim > plot->height)
    return;
  for (guint i = 0; i < outline->len; i++)
    {
      middle.x += g_array_index (outline, IjkPoint, i).x / outline->len;
      middle.y += g_array_index (outline, IjkPoint, i).y / outline->len;
    }
  for (guint i = 0; i < N_POSITIONS; i++)
    {
      const double down = (i % 2 == 0 ? 1 : -1) * (i / 2.0) * size.height;

      centres[i].x = CLAMP (middle.x, plot->x + size.width / 2 + rim,
                            plot->x + plot->width - size.width / 2 - rim);
      centres[i].y = CLAMP (middle.y + down, plot->y + size.height / 2 + rim,
                            plot->y + plot->height - size.height / 2 - rim);
    }
  ijk_layout_pill (self, IJK_PART_NONE, IJK_NO_INDEX, IJK_ROLE_TEXT, text, centres,
                   N_POSITIONS);
}

static void
add_mask (IjkChartLayout *self,
          const IjkField *field)
{
  const IjkChartGrid *grid = &self->spec->grid;
  const IjkMark hatching = {
    .kind = IJK_MARK_POLYGON,
    .i_part = IJK_NO_INDEX,
    .i_x = IJK_NO_INDEX,
    .fill = IJK_ROLE_ON_HEAT,
    .pattern = IJK_PATTERN_HATCH,
    .is_pattern_only = TRUE,
  };
  const IjkMark rim = {
    .kind = IJK_MARK_LINE,
    .i_part = IJK_NO_INDEX,
    .i_x = IJK_NO_INDEX,
    .stroke = IJK_ROLE_ON_HEAT,
    .width_px = 1.6,
    .dash = IJK_DASH_DASHED,
  };
  g_autoptr (GPtrArray) outlines = NULL;

  if (grid->mask == NULL)
    return;
  outlines = ijk_field_trace_region (field, grid->mask);
  for (guint i = 0; i < outlines->len; i++)
    {
      GArray *outline = g_ptr_array_index (outlines, i);

      to_pixels (self, outline);
      ijk_mark_list_add_shape (self->marks, IJK_LAYER_DATA, &hatching,
                               (const IjkPoint *) outline->data, outline->len);
      ijk_mark_list_add_shape (self->marks, IJK_LAYER_DATA, &rim,
                               (const IjkPoint *) outline->data, outline->len);
    }
  if (outlines->len > 0 && grid->mask_text != NULL && ijk_layout_shows (self, IJK_DETAIL_UNIT))
    label_mask (self, longest_of (outlines));
}

static gboolean
lay_out_plot (IjkChartLayout *self)
{
  const IjkChartSpec *spec = self->spec;
  const IjkChartGrid *grid = &spec->grid;
  IjkChartAxis y_axis = spec->panels[0].axis;
  IjkBox *plot = &self->panels[0].plot;
  const IjkBox *inner = &self->inner;
  const double unit = ijk_layout_unit_height (self, y_axis.name);
  const double air = ijk_layout_unit_air (self);
  const double last = grid->x[grid->n_columns - 1];
  g_autofree char *last_text = ijk_number_format (&spec->x_axis.format, last);
  double left, right;

  y_axis.min = grid->y[0];
  y_axis.max = grid->y[grid->n_rows - 1];
  plot->y = inner->y + unit + air;
  plot->height = inner->height - unit - air - ijk_layout_x_axis_height (self, spec->x_axis.name);
  if (plot->height < ijk_layout_min_plot_height (self) && self->detail < IJK_DETAIL_AXIS_TEXT)
    return FALSE;
  plot->height = MAX (plot->height, 1);
  ijk_layout_value_range (self, 0, &y_axis, y_axis.min, y_axis.max, plot->height, PX_PER_TICK);

  left = ijk_layout_tick_width (self, 0, &y_axis);
  right = ijk_layout_shows (self, IJK_DETAIL_AXIS_TEXT)
            ? ijk_text_meter_measure (self->meter, IJK_TYPE_AXIS, last_text).width / 2 + 2
            : 0;
  plot->x = inner->x + left;
  plot->width = inner->width - left - right;
  if (plot->width < ijk_layout_min_plot_width (self) && self->detail < IJK_DETAIL_AXIS_TEXT)
    return FALSE;
  plot->width = MAX (plot->width, 1);
  self->x_min = grid->x[0];
  self->x_max = last;
  ijk_layout_unit (self, y_axis.name, inner->y, inner->width);
  ijk_layout_value_axis (self, 0, &y_axis, FALSE);
  return TRUE;
}

static void
add_flat_axis (IjkChartLayout *self)
{
  const IjkBox *plot = &self->panels[0].plot;
  IjkTicks ticks;

  ijk_ticks_of_range (&ticks, self->x_min, self->x_max,
                      1 + plot->width / ijk_layout_scale (self, 1.4 * PX_PER_TICK), FALSE);
  ijk_ticks_trim (&ticks, self->x_min, self->x_max);
  ijk_layout_flat_axis (self, &ticks, &self->spec->x_axis.format, FALSE, TRUE);
  ijk_layout_x_axis_name (self, self->spec->x_axis.name);
}

static void
add_stops (IjkChartLayout *self)
{
  const IjkChartSpec *spec = self->spec;
  const IjkBox *plot = &self->panels[0].plot;
  const double y = spec->n_markers > 0
                     ? ijk_chart_layout_y_to_px (self, 0, spec->markers[0].y)
                     : plot->y + plot->height / 2;

  for (guint i = 0; i < spec->grid.n_columns; i++)
    {
      const IjkStop stop = { ijk_chart_layout_x_to_px (self, spec->grid.x[i]), y, i };

      g_array_append_val (self->stops, stop);
    }
}

gboolean
ijk_layout_grid (IjkChartLayout *self)
{
  const IjkChartGrid *grid = &self->spec->grid;
  const IjkField field = { grid->n_columns, grid->n_rows, grid->x, grid->y, grid->values };

  if (!has_field (grid))
    {
      ijk_layout_empty_message (self);
      return TRUE;
    }
  self->n_panels = 1;
  if (ijk_layout_shows (self, IJK_DETAIL_KEY) && !add_legend_bar (self))
    return FALSE;
  if (!lay_out_plot (self))
    return FALSE;

  ijk_mark_list_add (self->marks, IJK_LAYER_DATA,
                     &(IjkMark) { .kind = IJK_MARK_FIELD, .part = IJK_PART_GRID,
                                  .i_part = 0, .i_x = IJK_NO_INDEX, .box = self->panels[0].plot,
                                  .is_by_plplot = TRUE });
  add_flat_axis (self);
  ijk_layout_markers (self);
  for (guint i = 0; i < self->spec->n_rules; i++)
    add_level (self, &field, i, TRUE);
  add_mask (self, &field);
  for (guint i = 0; i < grid->n_levels; i++)
    add_level (self, &field, i, FALSE);
  cover_gaps (self);
  add_stops (self);
  return TRUE;
}
