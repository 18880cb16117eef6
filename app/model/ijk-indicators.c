/* Chapter 9: what comes out per measure and for the nation: abatement, energy, money.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-run-private.h"

/* Abatement by measure, in and outside the national industry figure, and energy use.
 * kt * MWh/t = GWh;  kt * GJ/t = TJ */
static void
sum_measures (IjkWorkspace *ws,
              guint         t)
{
  const IjkReference *reference = ws->reference;
  double *abated = IJK_OF_MEASURES (ws, abated_kt, t);
  double *energy = IJK_OF_MEASURES (ws, abated_energy_kt, t);
  double *outside = IJK_OF_MEASURES (ws, outside_kt, t);
  double *sector_measures = IJK_OF_SECTORS (ws, measures_kt, t);
  double *sector_outside = IJK_OF_SECTORS (ws, outside_kt, t);
  double electricity = 0;
  double gas = 0;
  double hydrogen = 0;
  double ccs = 0;

  for (guint m = 0; m < reference->n_measures; m++)
    abated[m] = energy[m] = outside[m] = 0;
  for (guint s = 0; s < reference->n_sectors; s++)
    sector_measures[s] = sector_outside[s] = 0;
  for (guint c = 0; c < reference->n_cells; c++)
    {
      const IjkCell *cell = &reference->cells[c];
      const double in_sector = IJK_OF_CELLS (ws, abated_kt, t)[c];
      const double elsewhere = IJK_OF_CELLS (ws, outside_kt, t)[c];

      if (reference->sectors[cell->sector].is_in_industry)
        abated[cell->measure] += in_sector;
      else
        energy[cell->measure] += in_sector;
      outside[cell->measure] += elsewhere;
      sector_measures[cell->sector] += in_sector;
      sector_outside[cell->sector] += elsewhere;
    }
  for (guint m = 0; m < reference->n_measures; m++)
    {
      const IjkMeasure *measure = &reference->measures[m];
      const double kt = abated[m] + energy[m] + outside[m];

      electricity += kt * measure->elec_mwh_per_t;
      gas += kt * measure->gas_gj_per_t;
      hydrogen += kt * measure->h2_gj_per_t;
      if (measure->group == IJK_GROUP_CCS)
        ccs += kt;
    }
  *IJK_OF_NATION (ws, electricity_gwh, t) = electricity;
  *IJK_OF_NATION (ws, gas_tj, t) = gas;
  *IJK_OF_NATION (ws, hydrogen_tj, t) = hydrogen;
  *IJK_OF_NATION (ws, ccs_kt, t) = ccs;
  *IJK_OF_NATION (ws, ccs_capacity_kt, t) = ws->nation.ccs_capacity[t];
  *IJK_OF_NATION (ws, indirect_kt, t)
      = electricity * reference->yearly[IJK_SERIES_GRID_FACTOR][IJK_VARIANT_CENTRAL][t];
}

/* Investment = rise of (ab + outside) over last year, per sector and measure, times capex;
 * grants = the sector's grant on measures that can have one, and project grants in the start
 * year.                                                                                  [MEUR] */
static void
sum_investment (IjkWorkspace *ws,
                guint         t)
{
  const IjkReference *reference = ws->reference;
  double *by_measure = IJK_OF_MEASURES (ws, investment_meur, t);
  double total = 0;
  double grants = 0;

  for (guint m = 0; m < reference->n_measures; m++)
    by_measure[m] = 0;
  for (guint c = 0; t > 0 && c < reference->n_cells; c++)
    {
      const IjkCell *cell = &reference->cells[c];
      const double rise = IJK_OF_CELLS (ws, abated_kt, t)[c] + IJK_OF_CELLS (ws, outside_kt, t)[c]
                          - IJK_OF_CELLS (ws, abated_kt, t - 1)[c]
                          - IJK_OF_CELLS (ws, outside_kt, t - 1)[c];
      const double meur = ijk_max (0, rise)
                          * IJK_OF_MEASURES (ws, capex_eur_per_t, t)[cell->measure] / 1e3;

      by_measure[cell->measure] += meur;
      total += meur;
      if (reference->measures[cell->measure].is_grant)
        grants += ws->sectors[cell->sector].grant * meur;
    }
  for (guint p = 0; p < reference->n_projects; p++)
    if (ws->project_start[p] == t)
      grants += reference->projects[p].grant_meur;
  *IJK_OF_NATION (ws, investment_meur, t) = total;
  *IJK_OF_NATION (ws, grants_meur, t) = grants;
}

/* Cost to industry = abatement cost - subsidy - grants + net levy - returned;
 * cost to the State = subsidy + grants + returned - net levy.                            [MEUR]
 * abroad = leak_rate * sum over industry of leak / (1 - leak) * u                          [kt] */
void
ijk_indicators_year (IjkWorkspace *ws,
                     guint         t)
{
  const IjkReference *reference = ws->reference;
  double cost = 0;
  double net_levy = 0;
  double abroad = 0;
  double transfers = 0;

  sum_measures (ws, t);
  sum_investment (ws, t);
  for (guint s = 0; s < reference->n_sectors; s++)
    {
      const double leak = IJK_OF_SECTORS (ws, leak, t)[s];

      cost += IJK_OF_SECTORS (ws, abatement_cost_meur, t)[s];
      net_levy += IJK_OF_SECTORS (ws, net_levy_meur, t)[s];
      if (reference->sectors[s].is_in_industry)
        abroad += leak / (1 - leak) * IJK_OF_SECTORS (ws, unabated_kt, t)[s];
    }
  transfers = *IJK_OF_NATION (ws, sde_paid_meur, t) + *IJK_OF_NATION (ws, grants_meur, t)
              + *IJK_OF_NATION (ws, returned_meur, t) - net_levy;
  *IJK_OF_NATION (ws, abatement_cost_meur, t) = cost;
  *IJK_OF_NATION (ws, industry_cost_meur, t) = cost - transfers;
  *IJK_OF_NATION (ws, state_cost_meur, t) = transfers;
  *IJK_OF_NATION (ws, abroad_kt, t) = ws->nation.leak_rate * abroad;
}
