/* Chapter 8: output leaving the country (weglek): carbon costs per tonne drive part of a sector's
 * output abroad, slowly.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-run-private.h"

/* leak[t] = leak[t-1] + 0.25 (1 - exp(-eta max(0, z[t-1] - z[2025])) - leak[t-1])   [fraction] */
void
ijk_leakage_begin (IjkWorkspace *ws,
                   guint         t)
{
  double *leak = IJK_OF_SECTORS (ws, leak, t);

  for (guint s = 0; s < ws->reference->n_sectors; s++)
    {
      leak[s] = 0;
      if (t >= IJK_YEAR_INDEX (IJK_FIRST_LEAK_YEAR))
        {
          const double rise = ijk_max (0, IJK_OF_SECTORS (ws, z_eur_per_t, t - 1)[s]
                                              - IJK_OF_SECTORS (
                                                    ws, z_eur_per_t,
                                                    IJK_YEAR_INDEX (IJK_LEAK_BASE_YEAR))[s]);
          const double before = IJK_OF_SECTORS (ws, leak, t - 1)[s];

          leak[s] = before + IJK_LEAK_SPEED * (1 - exp (-ws->sectors[s].eta * rise) - before);
        }
    }
}

/* abatement cost of a sector = sum over measures of (ab + outside) C8                     [MEUR] */
static double
sum_abatement_cost (const IjkWorkspace *ws,
                    guint               s,
                    guint               t)
{
  const IjkReference *reference = ws->reference;
  const IjkSector *sector = &reference->sectors[s];
  const double *cost = IJK_OF_MEASURES (ws, cost_eur_per_t, t);
  double sum = 0;

  for (guint c = sector->first_cell; c < sector->first_cell + sector->n_cells; c++)
    sum += (IJK_OF_CELLS (ws, abated_kt, t)[c] + IJK_OF_CELLS (ws, outside_kt, t)[c])
           * cost[reference->cells[c].measure];
  return sum / 1e3;
}

/* ets_cost = ets max(0, E_ets - free u_ets)                                               [MEUR]
 * own      = max(0, abatement cost - subsidy paid)                                        [MEUR]
 * returned = levy_return max(0, national net levy) from 2026, shared by levied unabated   [MEUR]
 * z = max(0, ((1 - pass) max(0, ets_cost + net levy) + own - returned) / U)              [EUR/t] */
void
ijk_leakage_year (IjkWorkspace *ws,
                  guint         t)
{
  const IjkReference *reference = ws->reference;
  const double *net_levy = IJK_OF_SECTORS (ws, net_levy_meur, t);
  const double *unabated = IJK_OF_SECTORS (ws, unabated_kt, t);
  double *returned = IJK_OF_SECTORS (ws, returned_meur, t);
  double *ets_cost = IJK_OF_SECTORS (ws, ets_cost_meur, t);
  double *abatement_cost = IJK_OF_SECTORS (ws, abatement_cost_meur, t);
  double national_net = 0;
  double levied = 0;
  double total_returned = 0;

  for (guint s = 0; s < reference->n_sectors; s++)
    {
      national_net += net_levy[s];
      levied += ws->levied_unabated[s];
    }
  if (IJK_IS_FREE_YEAR (t))
    total_returned = ws->nation.levy_return * ijk_max (0, national_net);
  *IJK_OF_NATION (ws, returned_meur, t) = total_returned;
  *IJK_OF_NATION (ws, ets_cost_meur, t) = 0;
  *IJK_OF_NATION (ws, ets_price_eur_per_t, t) = ws->nation.ets[t];
  for (guint s = 0; s < reference->n_sectors; s++)
    {
      const double free_share = ws->nation.free_share[reference->sectors[s].free_share][t];
      double own = 0;
      double burden = 0;

      ets_cost[s] = ws->nation.ets[t]
                    * ijk_max (0, ws->ets_emissions[s] - free_share * ws->ets_unabated[s]) / 1e3;
      *IJK_OF_NATION (ws, ets_cost_meur, t) += ets_cost[s];
      returned[s] = levied > 0 ? total_returned * ws->levied_unabated[s] / levied : 0;
      abatement_cost[s] = sum_abatement_cost (ws, s, t);
      own = ijk_max (0, abatement_cost[s] - IJK_OF_SECTORS (ws, sde_paid_meur, t)[s]);
      burden = (1 - ws->sectors[s].pass_through) * ijk_max (0, ets_cost[s] + net_levy[s]) + own
               - returned[s];
      IJK_OF_SECTORS (ws, z_eur_per_t, t)[s]
          = unabated[s] > 0 ? ijk_max (0, burden * 1e3 / unabated[s]) : 0;
    }
}
