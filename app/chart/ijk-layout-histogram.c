/* How often a value falls into which bin, with rules at values that matter.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "ijk-chart-layout-private.h"

#define PX_PER_TICK 60

static const IjkChartSeries *
find_counts (const IjkChartSpec *spec)
{
  return spec->n_series > 0 && spec->n_x >= 2 && spec->series[0].values != NULL
           ? &spec->series[0]
           : NULL;
}

static double
highest_count (const IjkChartSeries *counts)
{
  double highest = NAN;

  for (guint i = 0; i < counts->n_values; i++)
    if (isfinite (counts->values[i]))
      highest = isnan (highest) ? counts->values[i] : MAX (highest, counts->values[i]);
  return highest;
}

static gboolean
lay_out_plot (IjkChartLayout *self,
              double          highest)
{
  const IjkChartSpec *spec = self->spec;
  IjkChartAxis axis = spec->panels[0].axis;
  const IjkBox *inner = &self->inner;
  IjkBox *plot = &self->panels[0].plot;
  const gboolean has_text = ijk_layout_shows (self, IJK_DETAIL_AXIS_TEXT);
  const double line = ijk_text_meter_get_line_height (self->meter, IJK_TYPE_STRONG);
  const double unit = ijk_layout_unit_height (self, axis.name);
  double top = unit + ijk_layout_unit_air (self);
  double left, right;
  IjkTicks ticks;

  if (spec->n_rules > 0 && ijk_layout_shows (self, IJK_DETAIL_UNIT))
    top += line;
  plot->y = inner->y + top;
  plot->height = inner->height - top - ijk_layout_x_axis_height (self, spec->x_axis.name);
  if (plot->height < ijk_layout_min_plot_height (self) && has_text)
    return FALSE;
  plot->height = MAX (plot->height, 1);
  axis.starts_at_zero = TRUE;
  ijk_layout_widen_axis (&axis, 0, highest);
  ijk_layout_value_range (self, 0, &axis, 0, highest, plot->height, 0.8 * PX_PER_TICK);

  self->x_min = spec->x[0];
  self->x_max = spec->x[spec->n_x - 1];
  left = ijk_layout_tick_width (self, 0, &axis);
  right = has_text ? ijk_layout_scale (self, 16) : 0;
  plot->x = inner->x + left;
  plot->width = inner->width - left - right;
  if (plot->width < ijk_layout_min_plot_width (self) && has_text)
    return FALSE;
  plot->width = MAX (plot->width, 1);

  ijk_ticks_of_range (&ticks, self->x_min, self->x_max,
                      1 + plot->width / ijk_layout_scale (self, 1.4 * PX_PER_TICK), FALSE);
  ijk_ticks_trim (&ticks, self->x_min, self->x_max);
  ijk_layout_unit (self, axis.name, inner->y, inner->width);
  ijk_layout_value_axis (self, 0, &axis, TRUE);
  ijk_layout_flat_axis (self, &ticks, &spec->x_axis.format, FALSE, TRUE);
  ijk_layout_x_axis_name (self, spec->x_axis.name);
  return TRUE;
}

static void
add_bins (IjkChartLayout       *self,
          const IjkChartSeries *counts)
{
  const double zero = ijk_chart_layout_y_to_px (self, 0, 0);
  const IjkBox *plot = &self->panels[0].plot;

  for (guint i = 0; i < counts->n_values; i++)
    {
      const double left = MAX (ijk_chart_layout_x_to_px (self, self->spec->x[i]), plot->x);
      const double right = MIN (ijk_chart_layout_x_to_px (self, self->spec->x[i + 1]),
                                plot->x + plot->width);
      const double gap = right - left > 4 ? 1 : 0;
      const double top = ijk_chart_layout_y_to_px (self, 0, MAX (counts->values[i], 0));

      if (!isfinite (counts->values[i]) || right <= left)
        continue;
      ijk_mark_list_add (self->marks, IJK_LAYER_DATA,
                         &(IjkMark) { .kind = IJK_MARK_BOX, .part = IJK_PART_BIN, .i_part = i,
                                      .i_x = i, .box = { left, top, right - left - gap, zero - top },
                                      .fill = counts->role, .is_by_plplot = TRUE });
      g_array_append_val (self->stops, ((IjkStop) { (left + right) / 2, top, i }));
    }
}

static void
add_rules (IjkChartLayout *self)
{
  const IjkBox *plot = &self->panels[0].plot;

  for (guint i = 0; i < self->spec->n_rules; i++)
    {
      const IjkChartRule *rule = &self->spec->rules[i];
      const double x = ijk_chart_layout_x_to_px (self, rule->value);
      const IjkPoint points[] = { { x, plot->y - 4 }, { x, plot->y + plot->height } };
      IjkBox box;

      if (!(x >= plot->x && x <= plot->x + plot->width))
        continue;
      ijk_mark_list_add_shape (self->marks, IJK_LAYER_LINE,
                               &(IjkMark) { .kind = IJK_MARK_LINE, .part = IJK_PART_RULE,
                                            .i_part = i, .i_x = IJK_NO_INDEX,
                                            .stroke = rule->role, .width_px = 2,
                                            .dash = rule->dash },
                               points, 2);
      if (rule->label == NULL || !ijk_layout_shows (self, IJK_DETAIL_UNIT))
        continue;
      box = ijk_layout_text_box (self, IJK_TYPE_STRONG, rule->label, x, plot->y - 5, 0.5, 1);
      box.x = CLAMP (box.x, 0, MAX (0, self->parameters.width_px - box.width));
      ijk_layout_text (self,
                       &(IjkMark) { .text = rule->label, .type = IJK_TYPE_STRONG,
                                    .part = IJK_PART_RULE, .i_part = i, .stroke = rule->role },
                       &box);
    }
}

gboolean
ijk_layout_histogram (IjkChartLayout *self)
{
  const IjkChartSeries *counts = find_counts (self->spec);
  const double highest = counts != NULL ? highest_count (counts) : (double) NAN;

  if (isnan (highest))
    {
      ijk_layout_empty_message (self);
      return TRUE;
    }
  self->n_panels = 1;
  if (!lay_out_plot (self, MAX (highest, 0)))
    return FALSE;
  add_bins (self, counts);
  add_rules (self);
  return TRUE;
}
