/* The scenario's levers as numbers for one run: national paths and numbers, sector values, dated
 * projects, and the units that a project or a company lever singles out.
 *
 * `*_scale` levers act from 2026, the scale of the CO2 capacity from 2028 (model.md section 1).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-run-private.h"

#include <string.h>

static void
scale_path (double *yearly,
            double  scale,
            int     first_year)
{
  for (guint t = IJK_YEAR_INDEX (first_year); t < IJK_N_YEARS; t++)
    yearly[t] *= scale;
}

/* A path lever over the series that is its default. */
static void
fill_path (const IjkWorkspace *ws,
           IjkLeverId          lever,
           IjkSeriesId         series,
           guint               variant,
           double             *yearly)
{
  ijk_scenario_path (ws->scenario, lever, IJK_NONE, IJK_NONE,
                     ws->reference->yearly[series][variant], yearly);
}

static double
get_number (const IjkWorkspace *ws,
            IjkLeverId          lever)
{
  return ijk_scenario_number (ws->scenario, lever, IJK_NONE);
}

/* Capacity [kt/y] = series + Aramis from its start, or the user's path; times its scale. */
static void
fill_ccs_capacity (IjkWorkspace *ws)
{
  const IjkReference *reference = ws->reference;
  const double *series = reference->yearly[IJK_SERIES_CCS_CAPACITY][IJK_VARIANT_CENTRAL];
  const double *profile = reference->yearly[IJK_SERIES_ARAMIS_PROFILE][IJK_VARIANT_CENTRAL];
  const int start = (int) get_number (ws, IJK_LEVER_ARAMIS_START);
  double own[IJK_N_YEARS];

  for (guint t = 0; t < IJK_N_YEARS; t++)
    {
      const int years_running = IJK_FIRST_YEAR + (int) t - start;

      own[t] = series[t] + (years_running >= 0 ? profile[years_running] : 0);
    }
  ijk_scenario_path (ws->scenario, IJK_LEVER_CCS_CAPACITY, IJK_NONE, IJK_NONE, own,
                     ws->nation.ccs_capacity);
  scale_path (ws->nation.ccs_capacity, get_number (ws, IJK_LEVER_CCS_CAPACITY_SCALE),
              IJK_CCS_SCALE_FIRST_YEAR);
}

static void
fill_nation (IjkWorkspace *ws)
{
  IjkNationalInputs *n = &ws->nation;
  const guint regime = ijk_scenario_choice (ws->scenario, IJK_LEVER_REGIME);
  const guint central = IJK_VARIANT_CENTRAL;

  n->regime = (IjkRegimeId) regime;
  n->duty_scope = (IjkDutyScope) ijk_scenario_choice (ws->scenario, IJK_LEVER_DUTY_SCOPE);
  fill_path (ws, IJK_LEVER_RATE, IJK_SERIES_LEVY_RATE, regime, n->gross_rate);
  fill_path (ws, IJK_LEVER_INCINERATOR_RATE, IJK_SERIES_INCINERATOR_RATE, regime,
             n->gross_rate_inc);
  fill_path (ws, IJK_LEVER_REDUCTION_FACTOR, IJK_SERIES_REDUCTION_FACTOR, regime,
             n->reduction_factor);
  fill_path (ws, IJK_LEVER_INC_FACTOR, IJK_SERIES_INC_FACTOR, regime, n->inc_factor);
  fill_path (ws, IJK_LEVER_MIN_PRICE, IJK_SERIES_MIN_PRICE, central, n->min_price);
  fill_path (ws, IJK_LEVER_SDE_BUDGET, IJK_SERIES_SDE_BUDGET, central, n->sde_budget);
  fill_path (ws, IJK_LEVER_CCS_CEILING, IJK_SERIES_CCS_CEILING, central, n->ccs_ceiling);
  fill_path (ws, IJK_LEVER_TECHNICIANS, IJK_SERIES_TECHNICIANS, central, n->technicians);
  fill_path (ws, IJK_LEVER_GRID_GROWTH, IJK_SERIES_GRID_GROWTH, central, n->grid_growth);
  fill_path (ws, IJK_LEVER_ETS_PRICE, IJK_SERIES_ETS_PRICE, central, n->ets);
  fill_ccs_capacity (ws);
  memcpy (n->elec, ws->reference->yearly[IJK_SERIES_ELEC_PRICE][central], sizeof n->elec);
  memcpy (n->gas, ws->reference->yearly[IJK_SERIES_GAS_PRICE][central], sizeof n->gas);
  memcpy (n->h2, ws->reference->yearly[IJK_SERIES_H2_PRICE][central], sizeof n->h2);
  memcpy (n->free_share, ws->reference->yearly[IJK_SERIES_FREE_SHARE], sizeof n->free_share);
  scale_path (n->ets, get_number (ws, IJK_LEVER_ETS_SCALE), IJK_FIRST_FREE_YEAR);
  scale_path (n->elec, get_number (ws, IJK_LEVER_ELEC_SCALE), IJK_FIRST_FREE_YEAR);
  scale_path (n->gas, get_number (ws, IJK_LEVER_GAS_SCALE), IJK_FIRST_FREE_YEAR);
  scale_path (n->h2, get_number (ws, IJK_LEVER_H2_SCALE), IJK_FIRST_FREE_YEAR);
  for (guint v = 0; v < IJK_N_FREE_SHARES; v++)
    scale_path (n->free_share[v], get_number (ws, IJK_LEVER_FREE_SCALE), IJK_FIRST_FREE_YEAR);

  n->ref_premium = get_number (ws, IJK_LEVER_REF_PREMIUM);
  n->trade_participation = get_number (ws, IJK_LEVER_TRADE_PARTICIPATION);
  n->kappa = get_number (ws, IJK_LEVER_KAPPA);
  n->levy_return = get_number (ws, IJK_LEVER_LEVY_RETURN);
  n->sde_max_intensity = get_number (ws, IJK_LEVER_SDE_MAX_INTENSITY);
  n->sde_last_round = (int) get_number (ws, IJK_LEVER_SDE_LAST_ROUND);
  n->ccs_subsidy_until = (int) get_number (ws, IJK_LEVER_CCS_SUBSIDY_UNTIL);
  n->realisation = get_number (ws, IJK_LEVER_REALISATION);
  n->cluster_cooperation = get_number (ws, IJK_LEVER_CLUSTER_COOPERATION);
  n->rnd = get_number (ws, IJK_LEVER_RND);
  n->theta_scale = get_number (ws, IJK_LEVER_THETA_SCALE);
  n->ccs_overrun = get_number (ws, IJK_LEVER_CCS_OVERRUN);
  n->network_fee = get_number (ws, IJK_LEVER_NETWORK_FEE);
  n->ets2 = get_number (ws, IJK_LEVER_ETS2);
  n->extra_case = get_number (ws, IJK_LEVER_EXTRA_CASE);
  n->leak_rate = get_number (ws, IJK_LEVER_LEAK_RATE);
}

static void
fill_sectors (IjkWorkspace *ws)
{
  const IjkReference *reference = ws->reference;

  for (guint s = 0; s < reference->n_sectors; s++)
    {
      const IjkSector *sector = &reference->sectors[s];
      IjkSectorInputs *inputs = &ws->sectors[s];

      inputs->autonomous = ijk_scenario_number (ws->scenario, IJK_LEVER_AUTONOMOUS, s);
      inputs->grant = ijk_scenario_number (ws->scenario, IJK_LEVER_GRANT, s);
      inputs->enforcement = ijk_scenario_number (ws->scenario, IJK_LEVER_ENFORCEMENT, s);
      inputs->pass_through
          = CLAMP (sector->pass_through
                       + ijk_scenario_number (ws->scenario, IJK_LEVER_PASS_THROUGH, s),
                   0.0, 1.0);
      inputs->eta = sector->eta_t_per_eur
                    * ijk_scenario_number (ws->scenario, IJK_LEVER_ETA_SCALE, s);
      ijk_scenario_path (ws->scenario, IJK_LEVER_BENCHMARK_SCALE, s, IJK_NONE, NULL,
                         inputs->benchmark_scale);
      for (guint g = 0; g < IJK_N_GROUPS; g++)
        inputs->shares[g] = ijk_scenario_share (ws->scenario, (IjkGroup) g, s);
    }
}

/* A project's unit, and units of a company with a share of its own, leave their class. */
static void
single_out_units (IjkWorkspace *ws)
{
  const IjkReference *reference = ws->reference;
  const gboolean has_company_lever = ijk_scenario_has_company_lever (ws->scenario);

  for (guint i = 0; i < reference->n_units; i++)
    ws->is_regular[i] = 1;
  for (guint p = 0; p < reference->n_projects; p++)
    {
      ws->project_is_enabled[p] = ijk_scenario_project_is_enabled (ws->scenario, p);
      ws->project_start[p]
          = ws->project_is_enabled[p]
                ? IJK_YEAR_INDEX (ijk_scenario_project_start_year (ws->scenario, p))
                : IJK_N_YEARS;
      if (ws->project_is_enabled[p])
        ws->is_regular[reference->projects[p].unit] = 0;
    }
  ws->has_company_benchmarks = has_company_lever;
  ws->n_special = 0;
  for (guint i = 0; i < reference->n_units; i++)
    {
      const IjkUnit *unit = &reference->units[i];
      IjkSpecialUnit *special = &ws->special[ws->n_special];

      memset (special, 0, sizeof *special);
      special->unit = i;
      if (has_company_lever && unit->company != IJK_NONE)
        {
          double yearly[IJK_N_YEARS];

          for (guint g = 0; g < IJK_N_GROUPS; g++)
            {
              special->shares[g] = ijk_scenario_company_share (ws->scenario, (IjkGroup) g,
                                                               unit->sector, unit->company);
              if (special->shares[g] != NULL)
                ws->is_regular[i] = 0;
            }
          ijk_scenario_path (ws->scenario, IJK_LEVER_BENCHMARK_SCALE, unit->sector, unit->company,
                             NULL, yearly);
          for (guint t = 0; t < IJK_N_YEARS; t++)
            ws->benchmark_scale[(gsize) t * reference->n_units + i] = yearly[t];
        }
      else if (has_company_lever)
        {
          for (guint t = 0; t < IJK_N_YEARS; t++)
            ws->benchmark_scale[(gsize) t * reference->n_units + i]
                = ws->sectors[unit->sector].benchmark_scale[t];
        }
      if (ws->is_regular[i] == 0)
        ws->n_special++;
    }
}

void
ijk_inputs_prepare (IjkWorkspace *ws)
{
  fill_nation (ws);
  fill_sectors (ws);
  single_out_units (ws);
}
