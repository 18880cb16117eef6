/* Horizontal bars with names at the left: a waterfall, a ranking, a tornado.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "ijk-chart-layout-private.h"

#define MAX_NAME_SHARE 0.5 /* of the width */
#define BAR_SHARE 0.7       /* of the distance between two rows */
#define MAX_BAR 34
#define NAME_GAP 10
#define VALUE_GAP 7
#define PX_PER_TICK 80
#define CORNER 2
#define WHISKER_HALF 4

typedef struct
{
  double low, high;    /* of the data, NAN for none */
  double name_width;   /* with the gap */
  double value_width;  /* with the gap */
  double pitch, thickness;
} RowsLayout;

static void
widen (RowsLayout *rows,
       double      value)
{
  if (!isfinite (value))
    return;
  rows->low = isnan (rows->low) ? value : MIN (rows->low, value);
  rows->high = isnan (rows->high) ? value : MAX (rows->high, value);
}

static void
find_range (RowsLayout         *rows,
            const IjkChartSpec *spec)
{
  rows->low = rows->high = NAN;
  for (guint i = 0; i < spec->n_segments; i++)
    {
      widen (rows, spec->segments[i].from);
      widen (rows, spec->segments[i].to);
    }
  if (isnan (rows->low))
    return;
  for (guint i = 0; i < spec->n_rows; i++)
    {
      widen (rows, spec->rows[i].whisker_low);
      widen (rows, spec->rows[i].whisker_high);
    }
  for (guint i = 0; i < spec->n_rules; i++)
    widen (rows, spec->rules[i].value);
  /* Bars start at zero unless the axis says where it is cut. */
  if (!isfinite (spec->panels[0].axis.min))
    widen (rows, 0);
}

static char *
format_value (const IjkChartSpec *spec,
              const IjkChartRow  *row)
{
  IjkNumberFormat format = spec->panels[0].axis.format;

  format.shows_plus = row->shows_sign;
  return isfinite (row->value) ? ijk_number_format (&format, row->value) : g_strdup ("");
}

static void
measure_columns (IjkChartLayout *self,
                 RowsLayout     *rows)
{
  const IjkChartSpec *spec = self->spec;

  rows->name_width = rows->value_width = 0;
  if (!ijk_layout_shows (self, IJK_DETAIL_AXIS_TEXT))
    return;
  for (guint i = 0; i < spec->n_rows; i++)
    {
      const IjkChartRow *row = &spec->rows[i];
      const IjkType type = row->is_strong ? IJK_TYPE_STRONG : IJK_TYPE_LABEL;
      g_autofree char *text = format_value (spec, row);

      if (row->label != NULL)
        rows->name_width
          = MAX (rows->name_width, ijk_text_meter_measure (self->meter, type, row->label).width);
      rows->value_width
        = MAX (rows->value_width,
               ijk_text_meter_measure (self->meter, IJK_TYPE_STRONG, text).width);
    }
  rows->name_width = MIN (rows->name_width + ijk_layout_scale (self, NAME_GAP),
                          MAX_NAME_SHARE * self->inner.width);
  rows->value_width += ijk_layout_scale (self, VALUE_GAP);
}

static gboolean
has_rule_labels (const IjkChartSpec *spec)
{
  for (guint i = 0; i < spec->n_rules; i++)
    if (spec->rules[i].label != NULL)
      return TRUE;
  return FALSE;
}

/* Where room is scarce the numbers at the rows' ends say it without an axis. */
static gboolean
needs_axis (const IjkChartLayout *self)
{
  const IjkChartSpec *spec = self->spec;

  if (ijk_layout_shows (self, IJK_DETAIL_ROOM))
    return TRUE;
  for (guint i = 0; i < spec->n_rows; i++)
    if (!isfinite (spec->rows[i].value))
      return TRUE;
  return FALSE;
}

/* The horizontal axis is the value axis here: its range is chosen in the panel, then turned. */
static gboolean
lay_out_plot (IjkChartLayout *self,
              RowsLayout     *rows)
{
  const IjkChartSpec *spec = self->spec;
  const IjkChartAxis *axis = &spec->panels[0].axis;
  const IjkBox *inner = &self->inner;
  IjkBox *plot = &self->panels[0].plot;
  const double line = ijk_text_meter_get_line_height (self->meter, IJK_TYPE_LABEL);
  const gboolean has_text = ijk_layout_shows (self, IJK_DETAIL_AXIS_TEXT);
  const double unit = ijk_layout_unit_height (self, axis->name);
  const double top = unit > 0 ? unit + ijk_layout_scale (self, 6) : 0;
  const gboolean has_axis = needs_axis (self);
  double bottom = has_axis ? ijk_layout_x_axis_height (self, NULL) : 0;

  if (has_rule_labels (spec) && ijk_layout_shows (self, IJK_DETAIL_UNIT))
    bottom += line + ijk_layout_scale (self, 2);
  measure_columns (self, rows);
  plot->x = inner->x + rows->name_width;
  plot->width = inner->width - rows->name_width - rows->value_width;
  plot->y = inner->y + top;
  plot->height = inner->height - top - bottom;
  rows->pitch = plot->height / MAX (spec->n_rows, 1);
  if (has_text
      && (rows->pitch < line + 1 || plot->width < ijk_layout_min_plot_width (self) * 0.7))
    return FALSE;
  plot->width = MAX (plot->width, 1);
  plot->height = MAX (plot->height, 1);
  rows->pitch = plot->height / MAX (spec->n_rows, 1);
  rows->thickness = MIN (BAR_SHARE * rows->pitch,
                         MAX (ijk_layout_scale (self, MAX_BAR), 0.06 * plot->height));

  ijk_layout_value_range (self, 0, axis, rows->low, rows->high, plot->width, PX_PER_TICK);
  self->x_min = self->panels[0].y_min;
  self->x_max = self->panels[0].y_max;
  self->panels[0].y_min = 0;
  self->panels[0].y_max = spec->n_rows > 0 ? spec->n_rows : 1;
  ijk_layout_unit (self, axis->name, inner->y, inner->width);
  if (has_axis)
    ijk_layout_flat_axis (self, &self->panels[0].ticks, &axis->format, TRUE, FALSE);
  return TRUE;
}

static double
clamp_x (const IjkChartLayout *self,
         double                value)
{
  return ijk_chart_layout_x_to_px (self, CLAMP (value, self->x_min, self->x_max));
}

/* A zigzag in the card's colour where a bar does not start at its beginning. */
static void
add_break (IjkChartLayout *self,
           double          x,
           double          top,
           double          height)
{
  IjkPoint points[5];

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    points[i] = (IjkPoint) { x + (i % 2 == 0 ? -3 : 3), top + height * i / 4 };
  ijk_mark_list_add_shape (self->marks, IJK_LAYER_LINE,
                           &(IjkMark) { .kind = IJK_MARK_LINE, .i_part = IJK_NO_INDEX,
                                        .i_x = IJK_NO_INDEX, .stroke = IJK_ROLE_CARD,
                                        .width_px = 2.5 },
                           points, G_N_ELEMENTS (points));
}

static void
add_segment (IjkChartLayout        *self,
             const IjkChartSegment *segment,
             guint                  i_segment,
             double                 y,
             double                 thickness)
{
  const double from = clamp_x (self, segment->from);
  const double to = clamp_x (self, segment->to);
  const double left = MIN (from, to);
  const double width = fabs (to - from);
  const double top = y - thickness / 2;
  const gboolean is_cut = MIN (segment->from, segment->to) < self->x_min;

  if (!isfinite (segment->from) || !isfinite (segment->to))
    return;
  ijk_mark_list_add (self->marks, IJK_LAYER_DATA,
                     &(IjkMark) { .kind = IJK_MARK_BOX, .part = IJK_PART_ROW,
                                  .i_part = segment->row, .i_x = i_segment,
                                  .box = { left, top, width, thickness },
                                  .fill = segment->role, .pattern = segment->pattern,
                                  .tone = segment->is_muted ? IJK_TONE_BAND_MIDDLE
                                                            : IJK_TONE_SOLID,
                                  .radius_px = width > 2 * CORNER ? CORNER : 0 });
  if (is_cut && width > ijk_layout_scale (self, 16))
    add_break (self, left + ijk_layout_scale (self, 8), top, thickness);
}

static void
add_whisker (IjkChartLayout    *self,
             const IjkChartRow *row,
             guint              i_row,
             double             y)
{
  const double low = clamp_x (self, row->whisker_low);
  const double high = clamp_x (self, row->whisker_high);
  /* One stroke that goes back over itself. */
  const IjkPoint points[] = { { low, y - WHISKER_HALF }, { low, y + WHISKER_HALF }, { low, y },
                              { high, y }, { high, y - WHISKER_HALF }, { high, y + WHISKER_HALF } };

  if (!isfinite (row->whisker_low) || !isfinite (row->whisker_high))
    return;
  ijk_mark_list_add_shape (self->marks, IJK_LAYER_LINE,
                           &(IjkMark) { .kind = IJK_MARK_LINE, .part = IJK_PART_ROW,
                                        .i_part = i_row, .i_x = IJK_NO_INDEX,
                                        .stroke = IJK_ROLE_TEXT, .width_px = 1.6 },
                           points, G_N_ELEMENTS (points));
}

/* From where this row's last segment ends down to the next row. */
static void
add_connector (IjkChartLayout   *self,
               const RowsLayout *rows,
               double            value,
               double            y)
{
  const double x = clamp_x (self, value);
  const IjkPoint points[]
    = { { x, y + rows->thickness / 2 }, { x, y + rows->pitch - rows->thickness / 2 } };

  if (isfinite (value))
    ijk_mark_list_add_shape (self->marks, IJK_LAYER_LINE,
                             &(IjkMark) { .kind = IJK_MARK_LINE, .i_part = IJK_NO_INDEX,
                                          .i_x = IJK_NO_INDEX, .stroke = IJK_ROLE_AXIS,
                                          .width_px = 1 },
                             points, 2);
}

static void
add_row_words (IjkChartLayout    *self,
               const RowsLayout  *rows,
               const IjkChartRow *row,
               guint              i_row,
               double             right,
               double             y)
{
  const IjkBox *plot = &self->panels[0].plot;
  const IjkType type = row->is_strong ? IJK_TYPE_STRONG : IJK_TYPE_LABEL;
  g_autofree char *text = format_value (self->spec, row);
  IjkBox box;

  if (!ijk_layout_shows (self, IJK_DETAIL_AXIS_TEXT))
    return;
  if (row->label != NULL)
    {
      const double gap = ijk_layout_scale (self, NAME_GAP);

      box = ijk_layout_text_box (self, type, row->label, plot->x - gap, y, 1, 0.5);
      box.width = MIN (box.width, rows->name_width - gap);
      box.x = plot->x - gap - box.width;
      ijk_layout_text (self,
                       &(IjkMark) { .text = row->label, .type = type, .part = IJK_PART_ROW,
                                    .i_part = i_row, .stroke = IJK_ROLE_TEXT, .is_cut = TRUE },
                       &box);
    }
  box = ijk_layout_text_box (self, IJK_TYPE_STRONG, text, right + ijk_layout_scale (self, VALUE_GAP),
                             y, 0, 0.5);
  ijk_layout_text (self,
                   &(IjkMark) { .text = text, .type = IJK_TYPE_STRONG, .part = IJK_PART_ROW,
                                .i_part = i_row, .stroke = IJK_ROLE_TEXT },
                   &box);
}

static void
add_rows (IjkChartLayout   *self,
          const RowsLayout *rows)
{
  const IjkChartSpec *spec = self->spec;
  const IjkBox *plot = &self->panels[0].plot;

  for (guint i = 0; i < spec->n_rows; i++)
    {
      const double y = plot->y + (i + 0.5) * rows->pitch;
      double right = clamp_x (self, 0), last = NAN;
      gboolean has_segment = FALSE;

      for (guint k = 0; k < spec->n_segments; k++)
        {
          const IjkChartSegment *segment = &spec->segments[k];

          if (segment->row != i || !isfinite (segment->from) || !isfinite (segment->to))
            continue;
          add_segment (self, segment, k, y, rows->thickness);
          right = MAX (has_segment ? right : -INFINITY,
                       clamp_x (self, MAX (segment->from, segment->to)));
          last = segment->to;
          has_segment = TRUE;
        }
      if (isfinite (spec->rows[i].whisker_high))
        right = MAX (right, clamp_x (self, spec->rows[i].whisker_high));
      if (spec->connects_rows && i + 1 < spec->n_rows)
        add_connector (self, rows, last, y);
      add_whisker (self, &spec->rows[i], i, y);
      add_row_words (self, rows, &spec->rows[i], i, right, y);
      g_array_append_val (self->stops, ((IjkStop) { right, y, i }));
    }
}

static void
add_rules (IjkChartLayout *self)
{
  const IjkBox *plot = &self->panels[0].plot;
  const double axis_height = needs_axis (self) ? ijk_layout_x_axis_height (self, NULL) : 0;
  const double top = plot->y + plot->height + axis_height;

  for (guint i = 0; i < self->spec->n_rules; i++)
    {
      const IjkChartRule *rule = &self->spec->rules[i];
      const double x = ijk_chart_layout_x_to_px (self, rule->value);
      const IjkPoint points[] = { { x, plot->y }, { x, plot->y + plot->height } };
      IjkBox box;

      if (!(x >= plot->x - 0.5 && x <= plot->x + plot->width + 0.5))
        continue;
      ijk_mark_list_add_shape (self->marks, IJK_LAYER_LINE,
                               &(IjkMark) { .kind = IJK_MARK_LINE, .part = IJK_PART_RULE,
                                            .i_part = i, .i_x = IJK_NO_INDEX,
                                            .stroke = rule->role, .width_px = 2,
                                            .dash = rule->dash },
                               points, 2);
      if (rule->label == NULL || !ijk_layout_shows (self, IJK_DETAIL_UNIT))
        continue;
      box = ijk_layout_text_box (self, IJK_TYPE_STRONG, rule->label, x, top, 0.5, 0);
      box.x = CLAMP (box.x, 0, MAX (0, self->parameters.width_px - box.width));
      ijk_layout_text (self,
                       &(IjkMark) { .text = rule->label, .type = IJK_TYPE_STRONG,
                                    .part = IJK_PART_RULE, .i_part = i, .stroke = rule->role },
                       &box);
    }
}

/* One entry per label. */
static gboolean
add_key (IjkChartLayout *self)
{
  const IjkChartSpec *spec = self->spec;
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (IjkEndLabel));
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < spec->n_segments; i++)
    {
      const IjkChartSegment *segment = &spec->segments[i];
      const IjkEndLabel entry = {
        .i_part = segment->row,
        .part = IJK_PART_ROW,
        .text = segment->label,
        .role = segment->role,
        .pattern = segment->pattern,
      };

      if (segment->label != NULL && g_hash_table_add (known, (gpointer) segment->label))
        g_array_append_val (entries, entry);
    }
  return ijk_layout_key (self, (const IjkEndLabel *) entries->data, entries->len);
}

static void
add_zero_line (IjkChartLayout *self)
{
  const IjkBox *plot = &self->panels[0].plot;
  const double x = clamp_x (self, 0);
  const IjkPoint points[] = { { x, plot->y }, { x, plot->y + plot->height } };

  ijk_mark_list_add_shape (self->marks, IJK_LAYER_AXIS,
                           &(IjkMark) { .kind = IJK_MARK_LINE, .i_part = IJK_NO_INDEX,
                                        .i_x = IJK_NO_INDEX, .stroke = IJK_ROLE_AXIS,
                                        .width_px = 1 },
                           points, 2);
}

gboolean
ijk_layout_rows (IjkChartLayout *self)
{
  RowsLayout rows;

  find_range (&rows, self->spec);
  if (isnan (rows.low))
    {
      ijk_layout_empty_message (self);
      return TRUE;
    }
  self->n_panels = 1;
  if (ijk_layout_shows (self, IJK_DETAIL_KEY) && !add_key (self))
    return FALSE;
  if (!lay_out_plot (self, &rows))
    return FALSE;
  add_rules (self);
  add_rows (self, &rows);

  add_zero_line (self);
  return TRUE;
}
