/* A line of a few pixels high: no axes, no words, the last point of a strong series as a dot.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "ijk-layout-time-private.h"

static void
add_last_point (const IjkTimeLayout *time,
                guint                i_series)
{
  IjkChartLayout *self = time->layout;
  const double radius = ijk_symbol_get_radius (IJK_SYMBOL_DOT);
  double x, y;
  IjkBox box;

  if (!ijk_time_find_end (time, i_series, &x, &y))
    return;
  box = (IjkBox) { ijk_chart_layout_x_to_px (self, x) - radius,
                   ijk_chart_layout_y_to_px (self, 0, y) - radius, 2 * radius, 2 * radius };
  ijk_mark_list_add (self->marks, IJK_LAYER_MARKER,
                     &(IjkMark) { .kind = IJK_MARK_SYMBOL, .part = IJK_PART_SERIES,
                                  .i_part = i_series, .i_x = IJK_NO_INDEX, .box = box,
                                  .fill = self->spec->series[i_series].role,
                                  .symbol = IJK_SYMBOL_DOT });
}

gboolean
ijk_layout_sparkline (IjkChartLayout *self)
{
  const IjkChartSpec *spec = self->spec;
  const double margin = MIN (ijk_symbol_get_radius (IJK_SYMBOL_DOT),
                             0.4 * MIN (self->parameters.width_px, self->parameters.height_px));
  IjkTimeLayout time;
  double low, high;

  self->n_panels = 1;
  self->panels[0].plot = (IjkBox) { margin, margin, self->parameters.width_px - 2 * margin,
                                    self->parameters.height_px - 2 * margin };
  ijk_time_init (&time, self);
  ijk_time_find_range (&time, 0, &low, &high);
  self->is_empty = isnan (low);
  if (!self->is_empty)
    {
      /* A level line runs through the middle. */
      self->panels[0].y_min = low == high ? low - 1 : low;
      self->panels[0].y_max = low == high ? high + 1 : high;
      ijk_time_set_x_range (&time);
      ijk_layout_series (self, 0, &time.areas[0], &time.columns[0]);
      ijk_time_add_stops (&time);
      for (guint i = 0; i < spec->n_series; i++)
        if (spec->series[i].is_strong && spec->series[i].panel == 0)
          add_last_point (&time, i);
    }
  ijk_time_clear (&time);
  return TRUE;
}
