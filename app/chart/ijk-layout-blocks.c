/* Bars of variable width side by side: how much at which cost.
 *
 * A name stands in its bar where it fits, else above the curve with a leader, the highest bars first;
 * what finds no place is left to the tooltip and the table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <stdlib.h>

#include "ijk-chart-layout-private.h"

#define PX_PER_TICK 60
#define HEADROOM 0.1 /* of the height, for names above the curve */
#define LEADER_GAP 3

typedef struct
{
  guint i_block;
  IjkBox box;
} Bar;

static void
find_range (const IjkChartSpec *spec,
            double             *low,
            double             *high,
            double             *total_width)
{
  *low = *high = NAN;
  *total_width = 0;
  for (guint i = 0; i < spec->n_blocks; i++)
    {
      const IjkChartBlock *block = &spec->blocks[i];

      if (!(block->width > 0) || !isfinite (block->width) || !isfinite (block->height))
        continue;
      *low = isnan (*low) ? MIN (block->height, 0) : MIN (*low, block->height);
      *high = isnan (*high) ? MAX (block->height, 0) : MAX (*high, block->height);
      *total_width += block->width;
    }
  if (isnan (*low))
    return;
  for (guint i = 0; i < spec->n_rules; i++)
    if (isfinite (spec->rules[i].value))
      {
        *low = MIN (*low, spec->rules[i].value);
        *high = MAX (*high, spec->rules[i].value);
      }
}

static gboolean
lay_out_plot (IjkChartLayout *self,
              double          low,
              double          high,
              double          total_width)
{
  const IjkChartSpec *spec = self->spec;
  IjkChartAxis axis = spec->panels[0].axis;
  const IjkBox *inner = &self->inner;
  IjkBox *plot = &self->panels[0].plot;
  const double unit = ijk_layout_unit_height (self, axis.name);
  const double air = ijk_layout_unit_air (self);
  double left;
  IjkTicks ticks;

  plot->y = inner->y + unit + air;
  plot->height = inner->height - unit - air - ijk_layout_x_axis_height (self, spec->x_axis.name);
  if (plot->height < ijk_layout_min_plot_height (self) && self->detail < IJK_DETAIL_AXIS_TEXT)
    return FALSE;
  plot->height = MAX (plot->height, 1);
  if (ijk_layout_shows (self, IJK_DETAIL_LABELS))
    high += HEADROOM * (high - low);
  ijk_layout_widen_axis (&axis, low, high);
  ijk_layout_value_range (self, 0, &axis, low, high, plot->height, 0.8 * PX_PER_TICK);

  left = ijk_layout_tick_width (self, 0, &axis);
  plot->x = inner->x + left;
  plot->width = inner->width - left - ijk_layout_scale (self, 12);
  if (plot->width < ijk_layout_min_plot_width (self) && self->detail < IJK_DETAIL_AXIS_TEXT)
    return FALSE;
  plot->width = MAX (plot->width, 1);

  ijk_ticks_of_range (&ticks, 0, total_width,
                      1 + plot->width / ijk_layout_scale (self, 1.4 * PX_PER_TICK), FALSE);
  self->x_min = 0;
  self->x_max = total_width;
  ijk_ticks_trim (&ticks, 0, total_width);
  ijk_layout_unit (self, axis.name, inner->y, inner->width);
  ijk_layout_value_axis (self, 0, &axis, TRUE);
  ijk_layout_flat_axis (self, &ticks, &spec->x_axis.format, FALSE, TRUE);
  ijk_layout_x_axis_name (self, spec->x_axis.name);
  return TRUE;
}

static GArray *
add_bars (IjkChartLayout *self)
{
  const IjkChartSpec *spec = self->spec;
  GArray *bars = g_array_new (FALSE, FALSE, sizeof (Bar));
  const double zero = ijk_chart_layout_y_to_px (self, 0, 0);
  double sum = 0;

  for (guint i = 0; i < spec->n_blocks; i++)
    {
      const IjkChartBlock *block = &spec->blocks[i];
      const double left = ijk_chart_layout_x_to_px (self, sum);
      const double tip = ijk_chart_layout_y_to_px (self, 0, block->height);
      const double right = ijk_chart_layout_x_to_px (self, sum + block->width);
      const double gap = right - left > 4 ? 1 : 0;
      /* A cost of nothing is still a bar to see and to point at. */
      const double height = MAX (fabs (tip - zero), 1);
      const IjkBox box
        = { left, MIN (tip, zero - (tip == zero)), right - left - gap, height };
      const Bar bar = { i, box };

      if (!(block->width > 0) || !isfinite (block->width) || !isfinite (block->height))
        continue;
      sum += block->width;
      ijk_mark_list_add (self->marks, IJK_LAYER_DATA,
                         &(IjkMark) { .kind = IJK_MARK_BOX, .part = IJK_PART_BLOCK, .i_part = i,
                                      .i_x = IJK_NO_INDEX, .box = box, .fill = block->role,
                                      .pattern = block->height < 0 ? IJK_PATTERN_HATCH
                                                                   : block->pattern });
      g_array_append_val (bars, bar);
      g_array_append_val (self->stops, ((IjkStop) { (left + right) / 2, box.y, i }));
    }
  return bars;
}

static gboolean
covers_bar (const GArray *bars,
            const IjkBox *box)
{
  for (guint i = 0; i < bars->len; i++)
    if (ijk_box_overlaps (box, &g_array_index (bars, Bar, i).box))
      return TRUE;
  return FALSE;
}

static gboolean
crosses_rule (const IjkChartLayout *self,
              const IjkBox         *box)
{
  for (guint i = 0; i < self->spec->n_rules; i++)
    {
      const double y = ijk_chart_layout_y_to_px (self, 0, self->spec->rules[i].value);

      if (y > box->y && y < box->y + box->height)
        return TRUE;
    }
  return FALSE;
}

static gboolean
place_inside (IjkChartLayout *self,
              const Bar      *bar)
{
  const IjkChartBlock *block = &self->spec->blocks[bar->i_block];
  const IjkTextSize size = ijk_text_meter_measure (self->meter, IJK_TYPE_STRONG, block->label);
  const double air = ijk_layout_scale (self, 4);
  const gboolean has_pattern = block->height < 0 || block->pattern != IJK_PATTERN_NONE;
  const IjkBox box = { bar->box.x + (bar->box.width - size.width) / 2,
                       bar->box.y + (bar->box.height - size.height) / 2, size.width, size.height };
  const IjkMark words = {
    .text = block->label,
    .type = IJK_TYPE_STRONG,
    .part = IJK_PART_BLOCK,
    .i_part = bar->i_block,
    .is_on_fill = TRUE,
    .fill = block->role,
    .halo = has_pattern ? IJK_ROLE_CARD : IJK_ROLE_NONE,
  };

  return size.width + 2 * air <= bar->box.width && size.height <= bar->box.height
         && !crosses_rule (self, &box) && ijk_layout_text (self, &words, &box);
}

/* One try: the words at @left and @y, joined to the bar by a leader if they stand higher. */
static gboolean
try_with_leader (IjkChartLayout *self,
                 const GArray   *bars,
                 const Bar      *bar,
                 double          left,
                 double          y)
{
  const IjkChartBlock *block = &self->spec->blocks[bar->i_block];
  const IjkTextSize size = ijk_text_meter_measure (self->meter, IJK_TYPE_LABEL, block->label);
  const double middle = bar->box.x + bar->box.width / 2;
  const double top = MIN (bar->box.y, ijk_chart_layout_y_to_px (self, 0, 0));
  const IjkBox box = { left, y, size.width, size.height };
  const double length = top - (y + size.height);
  const IjkBox leader = { middle - 1, y + size.height, 2, MAX (length - LEADER_GAP, 0) };
  const IjkPoint points[] = { { middle, y + size.height }, { middle, top - LEADER_GAP } };
  const IjkMark words = {
    .text = block->label,
    .type = IJK_TYPE_LABEL,
    .part = IJK_PART_BLOCK,
    .i_part = bar->i_block,
    .stroke = IJK_ROLE_TEXT,
  };

  if (covers_bar (bars, &box) || !ijk_layout_is_free (self, &box)
      || crosses_rule (self, &box)
      || (leader.height > 0 && !ijk_layout_is_free (self, &leader)))
    return FALSE;
  ijk_layout_text (self, &words, &box);
  if (length > 8)
    ijk_mark_list_add_shape (self->marks, IJK_LAYER_KEY,
                             &(IjkMark) { .kind = IJK_MARK_LINE, .i_part = IJK_NO_INDEX,
                                          .i_x = IJK_NO_INDEX, .stroke = IJK_ROLE_AXIS,
                                          .width_px = 1 },
                             points, 2);
  ijk_layout_take (self, &leader);
  return TRUE;
}

/* As low as possible above the bar; centred, or else to the side where the curve is lower. */
static gboolean
place_with_leader (IjkChartLayout *self,
                   const GArray   *bars,
                   const Bar      *bar)
{
  const IjkBox *plot = &self->panels[0].plot;
  const IjkTextSize size
    = ijk_text_meter_measure (self->meter, IJK_TYPE_LABEL,
                              self->spec->blocks[bar->i_block].label);
  const double right = bar->box.x + bar->box.width;
  const double top = MIN (bar->box.y, ijk_chart_layout_y_to_px (self, 0, 0));
  const double lefts[] = { (bar->box.x + right - size.width) / 2, right - size.width, bar->box.x };

  for (double y = top - size.height - 2; y >= plot->y; y -= size.height / 2)
    for (guint i = 0; i < G_N_ELEMENTS (lefts); i++)
      if (lefts[i] >= plot->x && lefts[i] + size.width <= plot->x + plot->width + 1
          && try_with_leader (self, bars, bar, lefts[i], y))
        return TRUE;
  return FALSE;
}

static int
compare_heights (gconstpointer a,
                 gconstpointer b)
{
  const Bar *one = *(const Bar *const *) a;
  const Bar *other = *(const Bar *const *) b;

  if (one->box.y != other->box.y)
    return one->box.y < other->box.y ? -1 : 1;
  return (one > other) - (one < other);
}

static void
add_names (IjkChartLayout *self,
           const GArray   *bars)
{
  g_autofree const Bar **sorted = g_new (const Bar *, bars->len + 1);

  for (guint i = 0; i < bars->len; i++)
    sorted[i] = &g_array_index (bars, Bar, i);
  qsort (sorted, bars->len, sizeof *sorted, compare_heights);
  for (guint i = 0; i < bars->len; i++)
    if (self->spec->blocks[sorted[i]->i_block].label != NULL
        && !place_inside (self, sorted[i]) && ijk_layout_shows (self, IJK_DETAIL_LABELS))
      place_with_leader (self, bars, sorted[i]);
}

static void
add_rules (IjkChartLayout *self,
           const GArray   *bars)
{
  const IjkBox *plot = &self->panels[0].plot;

  for (guint i = 0; i < self->spec->n_rules; i++)
    {
      const IjkChartRule *rule = &self->spec->rules[i];
      const double y = ijk_chart_layout_y_to_px (self, 0, rule->value);
      const IjkPoint points[] = { { plot->x, y }, { plot->x + plot->width, y } };
      IjkBox box;

      if (!isfinite (rule->value) || y < plot->y || y > plot->y + plot->height)
        continue;
      ijk_mark_list_add_shape (self->marks, IJK_LAYER_LINE,
                               &(IjkMark) { .kind = IJK_MARK_LINE, .part = IJK_PART_RULE,
                                            .i_part = i, .i_x = IJK_NO_INDEX,
                                            .stroke = rule->role, .width_px = 2,
                                            .dash = rule->dash },
                               points, 2);
      if (rule->label == NULL || !ijk_layout_shows (self, IJK_DETAIL_UNIT))
        continue;
      /* At the left, where the curve is low; below its line where another one runs close above. */
      box = ijk_layout_text_box (self, IJK_TYPE_STRONG, rule->label,
                                 plot->x + ijk_layout_scale (self, 6), y - 3, 0, 1);
      if (crosses_rule (self, &box))
        box = ijk_layout_text_box (self, IJK_TYPE_STRONG, rule->label,
                                   plot->x + ijk_layout_scale (self, 6), y + 3, 0, 0);
      if (!covers_bar (bars, &box) && !crosses_rule (self, &box))
        ijk_layout_text (self,
                         &(IjkMark) { .text = rule->label, .type = IJK_TYPE_STRONG,
                                      .part = IJK_PART_RULE, .i_part = i, .stroke = rule->role },
                         &box);
    }
}

gboolean
ijk_layout_blocks (IjkChartLayout *self)
{
  g_autoptr (GArray) bars = NULL;
  double low, high, total_width;

  find_range (self->spec, &low, &high, &total_width);
  if (isnan (low))
    {
      ijk_layout_empty_message (self);
      return TRUE;
    }
  self->n_panels = 1;
  if (!lay_out_plot (self, low, high, total_width))
    return FALSE;

  bars = add_bars (self);
  add_rules (self, bars);
  if (ijk_layout_shows (self, IJK_DETAIL_AXIS_TEXT))
    add_names (self, bars);
  return TRUE;
}
