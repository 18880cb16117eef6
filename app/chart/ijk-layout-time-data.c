/* What a time chart knows before it is laid out: sums, ranges and ends of its series.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "ijk-layout-time-private.h"

void
ijk_time_init (IjkTimeLayout  *self,
               IjkChartLayout *layout)
{
  const IjkChartSpec *spec = layout->spec;

  *self = (IjkTimeLayout) { .layout = layout };
  for (guint i = 0; i < spec->n_series; i++)
    self->has_columns |= spec->series[i].shape == IJK_SHAPE_COLUMN
                         || spec->series[i].shape == IJK_SHAPE_ERROR_LINE;
  for (guint i = 0; i < 2; i++)
    {
      ijk_stack_init (&self->areas[i], spec, i, IJK_SHAPE_AREA);
      ijk_stack_init (&self->columns[i], spec, i, IJK_SHAPE_COLUMN);
      self->labels[i] = g_array_new (FALSE, FALSE, sizeof (IjkEndLabel));
    }
  self->is_outside = g_new0 (gboolean, spec->n_series + 1);
  self->strings = g_string_chunk_new (256);
}

void
ijk_time_clear (IjkTimeLayout *self)
{
  for (guint i = 0; i < 2; i++)
    {
      ijk_stack_clear (&self->areas[i]);
      ijk_stack_clear (&self->columns[i]);
      g_array_unref (self->labels[i]);
    }
  g_free (self->is_outside);
  g_string_chunk_free (self->strings);
}

static void
widen (double *low,
       double *high,
       double  value)
{
  if (!isfinite (value))
    return;
  *low = isnan (*low) ? value : MIN (*low, value);
  *high = isnan (*high) ? value : MAX (*high, value);
}

/* The values a panel must show; NAN where there are none. */
void
ijk_time_find_range (const IjkTimeLayout *time,
            guint             panel,
            double           *low,
            double           *high)
{
  const IjkChartSpec *spec = time->layout->spec;
  gboolean has_stack = FALSE;

  *low = *high = NAN;
  for (guint i = 0; i < spec->n_series; i++)
    {
      const IjkChartSeries *series = &spec->series[i];
      const gboolean is_area = series->shape == IJK_SHAPE_AREA;
      const gboolean is_stacked = is_area || series->shape == IJK_SHAPE_COLUMN;
      const IjkStack *stack = is_area ? &time->areas[panel] : &time->columns[panel];

      if (series->panel != panel)
        continue;
      has_stack |= is_stacked || series->shape == IJK_SHAPE_FILLED_LINE;
      for (guint i_x = 0; i_x < series->n_values; i_x++)
        {
          if (is_stacked)
            for (guint sign = 0; sign < 2; sign++)
              widen (low, high, stack->tip[sign][(gsize) i * stack->n_x + i_x]);
          else if (series->values != NULL)
            widen (low, high, series->values[i_x]);
          if (series->lows != NULL)
            widen (low, high, series->lows[i_x]);
          if (series->highs != NULL)
            widen (low, high, series->highs[i_x]);
        }
    }
  if (has_stack && !isnan (*low))
    widen (low, high, 0);
}

/* The targets and rules of a panel must be seen too, whether or not it has data. */
void
ijk_time_widen_range (const IjkTimeLayout *time,
                      guint                panel,
                      double              *low,
                      double              *high)
{
  const IjkChartSpec *spec = time->layout->spec;

  for (guint i = 0; i < spec->n_markers; i++)
    if (spec->markers[i].panel == panel)
      widen (low, high, spec->markers[i].y);
  for (guint i = 0; i < spec->n_rules; i++)
    if (spec->rules[i].panel == panel)
      widen (low, high, spec->rules[i].value);
}

/* Where a series ends in the data; FALSE if it has no value at all. */
gboolean
ijk_time_find_end (const IjkTimeLayout *time,
          guint             i_series,
          double           *x,
          double           *y)
{
  const IjkChartSpec *spec = time->layout->spec;
  const IjkChartSeries *series = &spec->series[i_series];

  for (guint i = series->n_values; i-- > 0;)
    {
      *x = spec->x[i];
      if (series->shape == IJK_SHAPE_AREA || series->shape == IJK_SHAPE_COLUMN)
        {
          const IjkStack *stack = series->shape == IJK_SHAPE_AREA ? &time->areas[series->panel]
                                                                  : &time->columns[series->panel];
          const gsize at = (gsize) i_series * stack->n_x + i;
          const guint sign = stack->tip[1][at] < stack->base[1][at] ? 1 : 0;

          *y = (stack->base[sign][at] + stack->tip[sign][at]) / 2;
        }
      else if (series->shape == IJK_SHAPE_BAND)
        *y = series->highs != NULL ? series->highs[i] : (double) NAN;
      else
        *y = series->values != NULL ? series->values[i] : (double) NAN;
      if (isfinite (*y))
        return TRUE;
    }
  return FALSE;
}

void
ijk_time_set_x_range (IjkTimeLayout *time)
{
  IjkChartLayout *self = time->layout;
  const IjkChartSpec *spec = self->spec;
  const double step = ijk_layout_x_step (spec);
  IjkChartAxis axis = spec->x_axis;

  ijk_layout_widen_axis (&axis, spec->x[0], spec->x[spec->n_x - 1]);
  self->x_min = isfinite (axis.min) ? axis.min : spec->x[0];
  self->x_max = isfinite (axis.max) ? axis.max : spec->x[spec->n_x - 1];
  if (time->has_columns || self->x_max <= self->x_min)
    {
      self->x_min -= 0.55 * step;
      self->x_max = MAX (self->x_max, self->x_min + 0.55 * step) + 0.55 * step;
    }
}

void
ijk_time_add_stops (IjkTimeLayout *time)
{
  IjkChartLayout *self = time->layout;
  const IjkBox *plot = &self->panels[0].plot;

  for (guint i = 0; i < self->spec->n_x; i++)
    {
      const double x = ijk_chart_layout_x_to_px (self, self->spec->x[i]);
      const IjkStop stop = { x, plot->y, i };

      if (x >= plot->x - 0.5 && x <= plot->x + plot->width + 0.5)
        g_array_append_val (self->stops, stop);
    }
}
