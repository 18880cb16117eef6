/* Chapter 5: which part of its potential a sector decides on each year, what scales decisions
 * down, and what operates after the years of construction.
 *
 * A decision share f_dec is cumulative: the part of today's potential decided so far. Decisions
 * become operation after the measure's lag. Everything is per cell (sector and measure).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-run-private.h"

/* p[t] = p2030 to 2030, then a straight line to p2050                     [share of eligible] */
static double
get_potential (const IjkCell *cell,
               guint          t)
{
  const double years = (double) t - IJK_YEAR_INDEX (2030);

  return years <= 0 ? cell->p2030
                    : cell->p2030 + (cell->p2050 - cell->p2030) * years / (2050 - 2030);
}

void
ijk_adoption_prepare (IjkWorkspace *ws)
{
  ws->n_contracts = 0;
}

/* Unabated kt of each class without the units singled out of it. */
static void
sum_classes (IjkWorkspace *ws,
             guint         t)
{
  const IjkReference *reference = ws->reference;
  const double *unabated = IJK_OF_UNITS (ws, unabated_kt, t);

  for (guint k = 0; k < reference->n_classes; k++)
    {
      const IjkUnitClass *class = &reference->classes[k];
      double sum = 0;

      for (guint i = class->first_unit; i < class->first_unit + class->n_units; i++)
        sum += unabated[i] * ws->is_regular[i];
      ws->class_kt[k] = sum;
    }
}

/* U[s,m,t] = sum of u over the eligible units of the sector                              [kt] */
static void
sum_eligible (IjkWorkspace *ws,
              guint         t)
{
  const IjkReference *reference = ws->reference;
  const double *unabated = IJK_OF_UNITS (ws, unabated_kt, t);
  double *eligible = IJK_OF_CELLS (ws, eligible_kt, t);

  for (guint c = 0; c < reference->n_cells; c++)
    {
      const IjkCell *cell = &reference->cells[c];
      const IjkMeasure *measure = &reference->measures[cell->measure];
      const IjkSector *sector = &reference->sectors[cell->sector];

      eligible[c] = 0;
      if (measure->requires != IJK_NONE)
        continue;
      for (guint k = sector->first_class; k < sector->first_class + sector->n_classes; k++)
        if (measure->tags == 0 || (measure->tags & reference->classes[k].tags) != 0)
          eligible[c] += ws->class_kt[k];
    }
  for (guint j = 0; j < ws->n_special; j++)
    {
      const guint i = ws->special[j].unit;
      const IjkSector *sector = &reference->sectors[reference->units[i].sector];

      for (guint c = sector->first_cell; c < sector->first_cell + sector->n_cells; c++)
        if (ijk_unit_is_eligible (ws, i, reference->cells[c].measure, t))
          eligible[c] += unabated[i];
    }
}

/* f' = f_dec[t-1] p[t-1] / p[t]: what was decided, on today's potential; x; whether decisions are
 * open. */
static void
begin_cell (IjkWorkspace *ws,
            guint         c,
            guint         t)
{
  const IjkReference *reference = ws->reference;
  const IjkCell *cell = &reference->cells[c];
  const IjkMeasure *measure = &reference->measures[cell->measure];
  const IjkLeverValue *share = ws->sectors[cell->sector].shares[measure->group];
  const double p = get_potential (cell, t);
  const int year = IJK_FIRST_YEAR + (int) t;

  IJK_OF_CELLS (ws, potential, t)[c] = p;
  ws->mode[c] = share != NULL ? share->mode : IJK_SHARE_FREE;
  ws->share_limit[c] = share != NULL ? ijk_lever_value_at (share, year) : 1;
  ws->share_before[c] = 0;
  if (t > IJK_N_PAST_YEARS && p > 0)
    ws->share_before[c] = ws->decided_kt_share[(gsize) (t - 1) * reference->n_cells + c] / p;
  ws->is_open[c] = ws->mode[c] != IJK_SHARE_EXACTLY && p > 0 && measure->rho > 0
                   && IJK_OF_CELLS (ws, eligible_kt, t)[c] > 0
                   && year >= measure->start_year - measure->lag_years;
}

/* What the round and the decisions of the year start from. */
void
ijk_adoption_begin (IjkWorkspace *ws,
                    guint         t)
{
  if (!IJK_IS_FREE_YEAR (t))
    return;
  sum_classes (ws, t);
  sum_eligible (ws, t);
  for (guint c = 0; c < ws->reference->n_cells; c++)
    begin_cell (ws, c, t);
}

static gboolean
is_under_duty (const IjkWorkspace *ws,
               guint               m,
               guint               t)
{
  if (ws->reference->measures[m].is_obliged)
    return TRUE;
  return ws->nation.duty_scope == IJK_DUTY_CO2
         && IJK_OF_MEASURES (ws, capex_eur_per_t, t)[m]
                <= -IJK_DUTY_PAYBACK_YEARS * IJK_OF_MEASURES (ws, running_eur_per_t, t)[m];
}

/* phi0 = sigma((V - C_r(grant)) / theta), at least the enforcement under the duty
 * phi1 = sigma((V - (C8 - need)) / theta)
 * d0 = max(0, min(phi0,x) - f');  d1 = max(d0, realisation max(0, min(phi1,x) - f'))
 * d  = rho ((1 - w) d0 + w d1)                              [share of potential a year] */
static void
wish_cell (IjkWorkspace *ws,
           guint         c,
           guint         t)
{
  const IjkReference *reference = ws->reference;
  const IjkCell *cell = &reference->cells[c];
  const IjkMeasure *measure = &reference->measures[cell->measure];
  const IjkSectorInputs *sector = &ws->sectors[cell->sector];
  const double theta = measure->theta_eur_per_t * ws->nation.theta_scale;
  const double signal = IJK_OF_SECTORS (ws, signal_eur_per_t, t)[cell->sector];
  const double grant = measure->is_grant ? sector->grant : 0;
  const double annuity = ws->annuity[(gsize) t * reference->n_measures + cell->measure];
  const double private_cost
      = annuity * (1 - IJK_GRANT_WEIGHT * grant)
        + IJK_OF_MEASURES (ws, running_eur_per_t, t)[cell->measure];
  const double x = ws->share_limit[c];
  const double before = ws->share_before[c];
  const double w = ws->claim_share[c];
  const double p_kt = IJK_OF_CELLS (ws, potential, t)[c] * IJK_OF_CELLS (ws, eligible_kt, t)[c];
  double phi0 = ijk_sigma ((signal - private_cost) / theta);
  double d0 = 0;
  double d1 = 0;

  if (is_under_duty (ws, cell->measure, t))
    phi0 = ijk_max (phi0, sector->enforcement);
  d0 = d1 = ijk_max (0, ijk_min (phi0, x) - before);
  if (w > 0)
    {
      const double cost = IJK_OF_MEASURES (ws, cost_eur_per_t, t)[cell->measure]
                          - IJK_OF_CELLS (ws, need_eur_per_t, t)[c];
      const double phi1 = ijk_sigma ((signal - cost) / theta);

      d1 = ijk_max (d0, ws->nation.realisation * ijk_max (0, ijk_min (phi1, x) - before));
    }
  ws->wish[c] = measure->rho * ((1 - w) * d0 + w * d1);
  ws->contracted[c] = measure->rho * w * d1 * p_kt;
  IJK_OF_CELLS (ws, wanted_kt, t)[c] = ws->wish[c] * p_kt;
}

/* Scales a cell's decision and remembers the smallest scaling as what limits it. */
static void
scale_cell (IjkWorkspace *ws,
            guint         c,
            guint         t,
            double        scale,
            IjkLimit      limit)
{
  if (scale >= 1)
    return;
  IJK_OF_CELLS (ws, limit, t)[c] *= scale;
  if (scale < ws->lowest_scale[c])
    {
      ws->lowest_scale[c] = scale;
      IJK_OF_CELLS (ws, binding_limit, t)[c] = limit;
    }
}

/* min(1, available / wanted); what is not there cannot be less than nothing. */
static double
scaling (double available,
         double wanted)
{
  return wanted > 0 && wanted > available ? ijk_max (0, available) / wanted : 1;
}

/* Stock of captured CO2 [kt/y] that books transport and storage: decided so far or exact, and
 * projects that run when today's decisions do. */
static double
sum_ccs_stock (const IjkWorkspace *ws,
               guint               t)
{
  const IjkReference *reference = ws->reference;
  double stock = 0;

  for (guint c = 0; c < reference->n_cells; c++)
    if (reference->measures[reference->cells[c].measure].group == IJK_GROUP_CCS)
      {
        const double share = ws->mode[c] == IJK_SHARE_EXACTLY ? ws->share_limit[c]
                                                              : ws->share_before[c];

        stock += share * IJK_OF_CELLS (ws, potential, t)[c] * IJK_OF_CELLS (ws, eligible_kt, t)[c];
      }
  for (guint p = 0; p < reference->n_projects; p++)
    if (reference->measures[reference->projects[p].measure].group == IJK_GROUP_CCS
        && ws->project_start[p] < IJK_N_YEARS && ws->project_start[p] <= t + IJK_CCS_LEAD_YEARS)
      stock += reference->projects[p].kt_per_year;
  return stock;
}

/* The building cap of each measure [kt/y]. */
static void
apply_build_caps (IjkWorkspace *ws,
                  guint         t)
{
  const IjkReference *reference = ws->reference;
  const double *wanted = IJK_OF_CELLS (ws, wanted_kt, t);
  double per_measure[IJK_MAX_MEASURES] = { 0 };

  for (guint c = 0; c < reference->n_cells; c++)
    per_measure[reference->cells[c].measure] += wanted[c];
  for (guint c = 0; c < reference->n_cells; c++)
    {
      const guint m = reference->cells[c].measure;

      scale_cell (ws, c, t, scaling (ijk_build_cap_kt (ws, m), per_measure[m]),
                  IJK_LIMIT_BUILD_CAP);
    }
}

/* Whether the limit holds for a measure. */
static gboolean
is_held_by (const IjkMeasure *measure,
            IjkLimit          limit)
{
  return limit == IJK_LIMIT_TECHNICIANS
         || (limit == IJK_LIMIT_CCS_CAPACITY && measure->group == IJK_GROUP_CCS)
         || (limit == IJK_LIMIT_GRID && measure->group == IJK_GROUP_ELECTRIFICATION);
}

/* What one kt a year of a measure takes of a limit: kt/y of CO2 capacity, GWh/y of grid power (kt *
 * MWh/t = GWh), or FTE (EUR per t a year * kt a year = kEUR; 1e3 kEUR = 1 MEUR). */
static double
get_use_per_kt (const IjkWorkspace *ws,
                guint               m,
                guint               t,
                IjkLimit            limit)
{
  if (limit == IJK_LIMIT_GRID)
    return ws->reference->measures[m].elec_mwh_per_t;
  if (limit == IJK_LIMIT_TECHNICIANS)
    return IJK_OF_MEASURES (ws, capex_eur_per_t, t)[m] / 1e3 * IJK_FTE_PER_MEUR;
  return 1;
}

/* Scales alike all cells that a limit holds for, on what the earlier limits left of them.
 * Returns: what is used, the lesser of wanted and available */
static double
apply_limit (IjkWorkspace *ws,
             guint         t,
             IjkLimit      limit,
             double        available)
{
  const IjkReference *reference = ws->reference;
  double wanted = 0;
  double scale = 1;

  for (guint c = 0; c < reference->n_cells; c++)
    {
      const guint m = reference->cells[c].measure;

      if (is_held_by (&reference->measures[m], limit))
        wanted += IJK_OF_CELLS (ws, wanted_kt, t)[c] * IJK_OF_CELLS (ws, limit, t)[c]
                  * get_use_per_kt (ws, m, t, limit);
    }
  scale = scaling (available, wanted);
  for (guint c = 0; c < reference->n_cells; c++)
    if (is_held_by (&reference->measures[reference->cells[c].measure], limit))
      scale_cell (ws, c, t, scale, limit);
  return ijk_min (wanted, available);
}

/* The four limits, in their order. */
static void
apply_limits (IjkWorkspace *ws,
              guint         t)
{
  const IjkNationalInputs *n = &ws->nation;
  const guint t_ahead = MIN (t + IJK_CCS_LEAD_YEARS, IJK_N_YEARS - 1);

  apply_build_caps (ws, t);
  apply_limit (ws, t, IJK_LIMIT_CCS_CAPACITY, n->ccs_capacity[t_ahead] - sum_ccs_stock (ws, t));
  *IJK_OF_NATION (ws, grid_added_gwh, t)
      = apply_limit (ws, t, IJK_LIMIT_GRID, n->grid_growth[t]);
  *IJK_OF_NATION (ws, technicians_fte, t)
      = apply_limit (ws, t, IJK_LIMIT_TECHNICIANS, n->technicians[t]);
}

/* A contract pays from operation on, which is max(award + lag, start_year), for 15 years. */
static void
sign_contract (IjkWorkspace *ws,
               guint         c,
               guint         t,
               double        kt)
{
  const IjkCell *cell = &ws->reference->cells[c];
  const IjkMeasure *measure = &ws->reference->measures[cell->measure];
  const int year = IJK_FIRST_YEAR + (int) t;
  const int first_year = MAX (year + measure->lag_years, measure->start_year);

  if (!(kt > 0) || first_year > IJK_LAST_YEAR)
    return;
  ws->contracts[ws->n_contracts++] = (IjkContract) {
    .cell = c,
    .first_i_year = IJK_YEAR_INDEX (first_year),
    .last_i_year = IJK_YEAR_INDEX (first_year) + IJK_CONTRACT_YEARS - 1,
    .kt = kt,
    .base_eur_per_t = IJK_OF_MEASURES (ws, cost_eur_per_t, t)[cell->measure],
    .floor_eur_per_t = 2.0 / 3.0 * ws->es[cell->sector] * ws->mean_ets[t],
  };
}

/* f_dec = min(x, f' + d limit), or the user's exact value; h = f_dec p
 * h_op[t] = h[t - lag], not before the start year; at most x p; exactly the user's p   [share] */
static void
operate_cell (IjkWorkspace *ws,
              guint         c,
              guint         t)
{
  const IjkReference *reference = ws->reference;
  const IjkMeasure *measure = &reference->measures[reference->cells[c].measure];
  const double p = IJK_OF_CELLS (ws, potential, t)[c];
  const double x = ws->share_limit[c];
  const gboolean has_started = IJK_FIRST_YEAR + (int) t >= measure->start_year;
  const gboolean is_built = has_started && t >= IJK_N_PAST_YEARS + (guint) measure->lag_years;
  double decided = ijk_min (x, ws->share_before[c]
                                   + ws->wish[c] * IJK_OF_CELLS (ws, limit, t)[c]);
  double share = 0;

  if (ws->mode[c] == IJK_SHARE_EXACTLY)
    decided = x;
  ws->decided_kt_share[(gsize) t * reference->n_cells + c] = decided * p;
  if (is_built)
    share = ws->decided_kt_share[(gsize) (t - (guint) measure->lag_years) * reference->n_cells + c];
  if (ws->mode[c] == IJK_SHARE_AT_MOST)
    share = ijk_min (share, x * p);
  else if (ws->mode[c] == IJK_SHARE_EXACTLY)
    share = has_started ? x * p : 0;
  IJK_OF_CELLS (ws, decided, t)[c] = decided;
  IJK_OF_CELLS (ws, operating_share, t)[c] = share;
  IJK_OF_CELLS (ws, operating, t)[c] = p > 0 ? share / p : 0;
}

/* Decisions of the year after the subsidy round has set the served part of each cell. */
void
ijk_adoption_year (IjkWorkspace *ws,
                   guint         t)
{
  *IJK_OF_NATION (ws, grid_available_gwh, t) = ws->nation.grid_growth[t];
  *IJK_OF_NATION (ws, technicians_available_fte, t) = ws->nation.technicians[t];
  if (!IJK_IS_FREE_YEAR (t))
    return;
  for (guint c = 0; c < ws->reference->n_cells; c++)
    {
      IJK_OF_CELLS (ws, limit, t)[c] = ws->lowest_scale[c] = 1;
      IJK_OF_CELLS (ws, binding_limit, t)[c] = IJK_LIMIT_NONE;
      IJK_OF_CELLS (ws, wanted_kt, t)[c] = ws->wish[c] = ws->contracted[c] = 0;
      if (ws->is_open[c])
        wish_cell (ws, c, t);
    }
  apply_limits (ws, t);
  for (guint c = 0; c < ws->reference->n_cells; c++)
    {
      sign_contract (ws, c, t, ws->contracted[c] * IJK_OF_CELLS (ws, limit, t)[c]);
      operate_cell (ws, c, t);
    }
}
