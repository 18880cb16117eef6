/* Chapter 2: output of the sectors, and emissions without measures.
 *
 * After its last observation a unit follows its sector: its emissions are a constant of the unit
 * times a trend of the sector, so the loop over units is one multiplication.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-run-private.h"

/* A[s,t] = observed index to 2025; then A[s,t-1] * (1 + growth + growth lever) [index 2021 = 1] */
static void
fill_activity (IjkWorkspace *ws,
               guint         s)
{
  const IjkSector *sector = &ws->reference->sectors[s];
  IjkSectorInputs *inputs = &ws->sectors[s];
  double added[IJK_N_YEARS];
  double efficiency = 1;

  ijk_scenario_path (ws->scenario, IJK_LEVER_GROWTH, s, IJK_NONE, NULL, added);
  for (guint t = 0; t < IJK_N_YEARS; t++)
    {
      if (IJK_IS_FREE_YEAR (t))
        inputs->activity[t] = inputs->activity[t - 1] * (1 + sector->growth_per_year + added[t]);
      else
        inputs->activity[t] = sector->activity[t];
      inputs->trend[t] = inputs->activity[t] * efficiency;
      efficiency *= 1 - inputs->autonomous;
    }
}

/* Constants of each unit after its last observation y0:
 *   unit_weight   [kt] = E[y0] / (A[y0] (1 - a)^(y0 - 2021)),  so u = unit_weight * trend * (1-leak)
 *   rights_weight [kt] = benchmark_kt * act[y0] / A[y0],       so rights ~ rights_weight * A  */
void
ijk_activity_prepare (IjkWorkspace *ws)
{
  const IjkReference *reference = ws->reference;

  for (guint s = 0; s < reference->n_sectors; s++)
    {
      const IjkSector *sector = &reference->sectors[s];

      fill_activity (ws, s);
      for (guint i = sector->first_unit; i < sector->first_unit + sector->n_units; i++)
        {
          const IjkUnit *unit = &reference->units[i];
          const guint y0 = IJK_YEAR_INDEX (unit->last_year);
          const double start_kt = unit->past_kt[0];

          ws->unit_weight[i] = unit->past_kt[y0] / ws->sectors[s].trend[y0];
          ws->rights_weight[i] = unit->benchmark_kt;
          if (start_kt > 0)
            ws->rights_weight[i] *= unit->past_kt[y0] / start_kt / ws->sectors[s].activity[y0];
        }
    }
}

/* u[i,t] = observation to y0, then E[y0] * A[t]/A[y0] * (1-a)^(t-y0) * (1-leak)          [kt] */
void
ijk_activity_year (IjkWorkspace *ws,
                   guint         t)
{
  const IjkReference *reference = ws->reference;
  const double *leak = IJK_OF_SECTORS (ws, leak, t);
  double *index = IJK_OF_SECTORS (ws, activity_index, t);
  double *unabated = IJK_OF_UNITS (ws, unabated_kt, t);
  const double *restrict weight = ws->unit_weight;

  for (guint s = 0; s < reference->n_sectors; s++)
    {
      const IjkSector *sector = &reference->sectors[s];
      const double trend = ws->sectors[s].trend[t] * (1 - leak[s]);

      index[s] = ws->sectors[s].activity[t];
      for (guint i = sector->first_unit; i < sector->first_unit + sector->n_units; i++)
        unabated[i] = weight[i] * trend;
      if (!IJK_IS_FREE_YEAR (t))
        for (guint i = sector->first_unit; i < sector->first_unit + sector->n_units; i++)
          if (IJK_FIRST_YEAR + (int) t <= reference->units[i].last_year)
            unabated[i] = reference->units[i].past_kt[t];
    }
}
