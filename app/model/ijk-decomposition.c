/* Chapter 10: why emissions differ from those of 2021: output, autonomous efficiency, measures,
 * leakage, exactly.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-decomposition.h"

#include "ijk-run-private.h"

/**
 * ijk_decompose_unit:
 * @past_kt: (array fixed-size=5): observations 2021..2025
 * @y0: position of the last observation
 * @t: position of the year
 * @activity_ratio: A[t] / A[y0]
 * @efficiency: (1 - a)^(t - y0)
 * @leak: leakage of the year, fraction
 *
 * With b = E[y0] A[t]/A[y0] and e the efficiency: activity = E[2021] - b, autonomous = b (1 - e),
 * leakage = b e leak; while observed, all change is activity (no measure runs yet).
 * Source: model.md section 10.                                                              [kt]
 */
IjkDecomposition
ijk_decompose_unit (const double *past_kt,
                    guint         y0,
                    guint         t,
                    double        activity_ratio,
                    double        efficiency,
                    double        leak)
{
  const double b = past_kt[y0] * activity_ratio;

  if (t <= y0)
    return (IjkDecomposition) { .activity_kt = past_kt[0] - past_kt[t] };
  return (IjkDecomposition) { .activity_kt = past_kt[0] - b,
                              .autonomous_kt = b * (1 - efficiency),
                              .leakage_kt = b * efficiency * leak };
}

/* Units of a sector with the same y0 differ in their observations only, and the terms are linear in
 * those, so their sums stand for them: five groups a sector. */
void
ijk_decomposition_year (IjkWorkspace *ws,
                        guint         t)
{
  const IjkReference *reference = ws->reference;

  for (guint s = 0; s < reference->n_sectors; s++)
    {
      const IjkSectorInputs *inputs = &ws->sectors[s];
      IjkDecomposition sum = { 0 };

      for (guint y0 = 0; y0 < IJK_N_PAST_YEARS; y0++)
        {
          const double ratio = inputs->activity[t] / inputs->activity[y0];
          const IjkDecomposition part
              = ijk_decompose_unit (reference->sectors[s].past_kt[y0], y0, t, ratio,
                                    inputs->trend[t] / inputs->trend[y0] / ratio,
                                    IJK_OF_SECTORS (ws, leak, t)[s]);

          sum.activity_kt += part.activity_kt;
          sum.autonomous_kt += part.autonomous_kt;
          sum.leakage_kt += part.leakage_kt;
        }
      IJK_OF_SECTORS (ws, activity_kt, t)[s] = sum.activity_kt;
      IJK_OF_SECTORS (ws, autonomous_kt, t)[s] = sum.autonomous_kt;
      IJK_OF_SECTORS (ws, leakage_kt, t)[s] = sum.leakage_kt;
    }
}
