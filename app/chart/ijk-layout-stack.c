/* Stacking: where each series of a panel begins and ends. Positive values stack up from zero and
 * negative ones down from it; a missing value takes no room and leaves a gap.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-chart-layout-private.h"

#include <math.h>

/**
 * ijk_stack_init:
 * @shape: areas or columns; the others are not stacked
 *
 * Sums the series of that shape in that panel, in their order.
 */
void
ijk_stack_init (IjkStack           *self,
                const IjkChartSpec *spec,
                guint               panel,
                IjkShape            shape)
{
  const guint n_x = spec->n_x;

  self->n_x = n_x;
  for (guint sign = 0; sign < 2; sign++)
    {
      self->base[sign] = g_new (double, (gsize) n_x * spec->n_series + 1);
      self->tip[sign] = g_new (double, (gsize) n_x * spec->n_series + 1);
    }
  self->total = g_new (double, n_x + 1);

  for (guint i_x = 0; i_x < n_x; i_x++)
    {
      double ends[2] = { 0, 0 };
      gboolean has_value = FALSE;

      for (guint i = 0; i < spec->n_series; i++)
        {
          const IjkChartSeries *series = &spec->series[i];
          const gboolean is_stacked = series->panel == panel && series->shape == shape
                                      && series->values != NULL;
          const double value = is_stacked && i_x < series->n_values ? series->values[i_x]
                                                                    : (double) NAN;
          const double parts[2] = { MAX (value, 0), MIN (value, 0) };

          for (guint sign = 0; sign < 2; sign++)
            {
              const gsize at = (gsize) i * n_x + i_x;

              self->base[sign][at] = isfinite (value) ? ends[sign] : (double) NAN;
              if (isfinite (value))
                ends[sign] += parts[sign];
              self->tip[sign][at] = isfinite (value) ? ends[sign] : (double) NAN;
            }
          has_value |= isfinite (value);
        }
      self->total[i_x] = has_value ? ends[0] + ends[1] : (double) NAN;
    }
}

void
ijk_stack_clear (IjkStack *self)
{
  for (guint sign = 0; sign < 2; sign++)
    {
      g_clear_pointer (&self->base[sign], g_free);
      g_clear_pointer (&self->tip[sign], g_free);
    }
  g_clear_pointer (&self->total, g_free);
}
