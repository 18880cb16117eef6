/* The stack of measures at single installations, and the factors of their levy.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-company-sum.h"

#include "ijk-saying-private.h"

/* Less than this is not worth a row, kt a year. */
#define SMALL_KT 0.05

/* A measure at this part of its potential is used in full. */
#define FULL_SHARE 0.995

static gboolean
is_regular_project (const IjkResult *result,
                    guint            project,
                    guint            unit)
{
  return result->reference->projects[project].unit == unit
         && ijk_scenario_project_is_enabled (result->scenario, project);
}

static gboolean
project_runs (const IjkResult *result,
              guint            project,
              guint            t)
{
  return ijk_scenario_project_start_year (result->scenario, project) <= IJK_FIRST_YEAR + (int) t;
}

/* As ijk_unit_is_eligible() of the model says, from the scenario instead of a run under way. */
static gboolean
is_eligible (const IjkResult *result,
             guint            unit,
             guint            measure,
             guint            t)
{
  const IjkReference *reference = result->reference;
  const IjkMeasure *m = &reference->measures[measure];
  gboolean is_open = m->requires == IJK_NONE;

  if (m->tags != 0 && (m->tags & reference->units[unit].tags) == 0)
    return FALSE;
  for (guint p = 0; p < reference->n_projects; p++)
    {
      const guint of_project = reference->projects[p].measure;

      if (!is_regular_project (result, p, unit))
        continue;
      if (of_project == measure
          || (measure == reference->ccs_steel && of_project == reference->steel_dri))
        return FALSE;
      if (of_project == m->requires && project_runs (result, p, t))
        is_open = TRUE;
    }
  return is_open;
}

/* The share of eligible emissions that the installation gives to a measure. */
static double
find_share (const IjkResult *result,
            const IjkUnit   *unit,
            guint            cell,
            guint            t,
            gboolean         has_company_lever)
{
  const IjkReference *reference = result->reference;
  const IjkMeasure *m = &reference->measures[reference->cells[cell].measure];
  const gsize at = (gsize) t * reference->n_cells + cell;
  const double share = result->cell_operating_share[at];
  const double potential = result->cell_potential[at];
  const int year = IJK_FIRST_YEAR + (int) t;
  const IjkLeverValue *own = NULL;

  if (has_company_lever && unit->company != IJK_NONE)
    own = ijk_scenario_company_share (result->scenario, m->group, unit->sector, unit->company);
  if (own == NULL)
    return share;
  if (own->mode == IJK_SHARE_EXACTLY)
    return year >= m->start_year ? ijk_lever_value_at (own, year) * potential : 0;
  return MIN (share, ijk_lever_value_at (own, year) * potential);
}

/* Scales what is wanted of a pool down to what is in it; measures that count elsewhere are outside. */
static void
fit_pools (const IjkReference *reference,
           const IjkUnit      *unit,
           double              unabated_kt,
           double             *abated_kt,
           double             *projects_kt)
{
  const double cap_kt[IJK_N_POOLS]
      = { [IJK_POOL_COMBUSTION] = (1 - unit->process_share) * unabated_kt,
          [IJK_POOL_PROCESS] = unit->process_share * unabated_kt };
  double wanted_kt[IJK_N_POOLS] = { 0 };

  for (guint m = 0; m < reference->n_measures; m++)
    if (!reference->measures[m].is_outside_industry)
      wanted_kt[reference->measures[m].pool] += abated_kt[m];
  for (guint m = 0; m < reference->n_measures; m++)
    {
      const IjkPool pool = reference->measures[m].pool;

      if (reference->measures[m].is_outside_industry || wanted_kt[pool] <= cap_kt[pool])
        continue;
      abated_kt[m] *= cap_kt[pool] / wanted_kt[pool];
      if (projects_kt != NULL)
        projects_kt[m] *= cap_kt[pool] / wanted_kt[pool];
    }
}

void
ijk_unit_abatement (const IjkResult *result,
                    guint            unit,
                    guint            t,
                    double          *abated_kt,
                    double          *projects_kt)
{
  const IjkReference *reference = result->reference;
  const IjkUnit *u = &reference->units[unit];
  const IjkSector *sector = &reference->sectors[u->sector];
  const double unabated_kt = result->unit_unabated_kt[(gsize) t * reference->n_units + unit];
  gboolean has_company_lever;

  for (guint m = 0; m < reference->n_measures; m++)
    {
      abated_kt[m] = 0;
      if (projects_kt != NULL)
        projects_kt[m] = 0;
    }
  if (t < IJK_N_PAST_YEARS)
    return;
  has_company_lever = ijk_scenario_has_company_lever (result->scenario);
  for (guint p = 0; p < reference->n_projects; p++)
    if (is_regular_project (result, p, unit) && project_runs (result, p, t)
        && ijk_reference_find_cell (reference, u->sector, reference->projects[p].measure) != IJK_NONE)
      {
        abated_kt[reference->projects[p].measure] += reference->projects[p].kt_per_year;
        if (projects_kt != NULL)
          projects_kt[reference->projects[p].measure] += reference->projects[p].kt_per_year;
      }
  for (guint c = sector->first_cell; c < sector->first_cell + sector->n_cells; c++)
    {
      const guint measure = reference->cells[c].measure;

      if (is_eligible (result, unit, measure, t))
        abated_kt[measure] = find_share (result, u, c, t, has_company_lever) * unabated_kt;
    }
  fit_pools (reference, u, unabated_kt, abated_kt, projects_kt);
}

gboolean
ijk_unit_follows_class (const IjkResult *result,
                        guint            unit)
{
  const IjkReference *reference = result->reference;

  for (guint p = 0; p < reference->n_projects; p++)
    if (is_regular_project (result, p, unit))
      return FALSE;
  return !ijk_scenario_has_company_lever (result->scenario);
}

static IjkMeasureLimit
find_refusal (IjkAward award)
{
  switch (award)
    {
    case IJK_AWARD_PART_BUDGET:
    case IJK_AWARD_NO_BUDGET:
      return IJK_MEASURE_LIMIT_BUDGET;
    case IJK_AWARD_PART_CEILING:
    case IJK_AWARD_NO_CEILING:
      return IJK_MEASURE_LIMIT_CEILING;
    case IJK_AWARD_AFTER_LAST_ROUND:
    case IJK_AWARD_CCS_ENDED:
    case IJK_AWARD_TOO_DEAR:
      return IJK_MEASURE_LIMIT_NO_ROUND;
    case IJK_AWARD_NONE:
    case IJK_AWARD_SERVED:
    case IJK_AWARD_NO_NEED:
      return IJK_MEASURE_LIMIT_NONE;
    case IJK_N_AWARDS:
      break;
    }
  g_assert_not_reached ();
}

static IjkMeasureLimit
find_physical (IjkLimit limit)
{
  switch (limit)
    {
    case IJK_LIMIT_NONE:
      return IJK_MEASURE_LIMIT_NONE;
    case IJK_LIMIT_BUILD_CAP:
      return IJK_MEASURE_LIMIT_BUILD_CAP;
    case IJK_LIMIT_CCS_CAPACITY:
      return IJK_MEASURE_LIMIT_STORAGE;
    case IJK_LIMIT_GRID:
      return IJK_MEASURE_LIMIT_GRID;
    case IJK_LIMIT_TECHNICIANS:
      return IJK_MEASURE_LIMIT_TECHNICIANS;
    case IJK_N_LIMITS:
      break;
    }
  g_assert_not_reached ();
}

IjkMeasureLimit
ijk_measure_limit_find (const IjkResult *result,
                        guint            unit,
                        guint            measure,
                        guint            t,
                        gboolean         is_of_project)
{
  const IjkReference *reference = result->reference;
  const IjkUnit *u = &reference->units[unit];
  const IjkGroup group = reference->measures[measure].group;
  const guint cell = ijk_reference_find_cell (reference, u->sector, measure);
  const gsize at = (gsize) t * reference->n_cells + cell;
  IjkMeasureLimit limit;

  if (is_of_project)
    return IJK_MEASURE_LIMIT_PROJECT;
  if (cell == IJK_NONE || t < IJK_N_PAST_YEARS)
    return IJK_MEASURE_LIMIT_NONE;
  if (u->company != IJK_NONE
      && ijk_scenario_company_share (result->scenario, group, u->sector, u->company) != NULL)
    return IJK_MEASURE_LIMIT_OWN_LEVER;
  if (result->cell_operating[at] >= FULL_SHARE)
    return IJK_MEASURE_LIMIT_FULL;
  if (ijk_scenario_share (result->scenario, group, u->sector) != NULL)
    return IJK_MEASURE_LIMIT_LEVER;
  limit = find_physical ((IjkLimit) result->cell_binding_limit[at]);
  if (limit != IJK_MEASURE_LIMIT_NONE)
    return limit;
  limit = find_refusal ((IjkAward) result->cell_award[at]);
  if (limit != IJK_MEASURE_LIMIT_NONE)
    return limit;
  return result->measure_cost_eur_per_t[(gsize) t * reference->n_measures + measure]
                 > result->sector_signal_eur_per_t[(gsize) t * reference->n_sectors + u->sector]
             ? IJK_MEASURE_LIMIT_COST
             : IJK_MEASURE_LIMIT_PACE;
}

static char *
write_cost (const IjkResult *result,
            guint            cell,
            guint            t)
{
  const IjkReference *reference = result->reference;
  const IjkCell *c = &reference->cells[cell];
  g_autofree char *cost = ijk_quantity_number (
      result->measure_cost_eur_per_t[(gsize) t * reference->n_measures + c->measure], 0);
  g_autofree char *signal = ijk_quantity_number (
      result->sector_signal_eur_per_t[(gsize) t * reference->n_sectors + c->sector], 0);

  /* Translators: what limits a measure: what it costs against the carbon costs it saves:
   * "cost 517 against 121 €/t". */
  return g_strdup_printf (_("cost %1$s against %2$s €/t"), cost, signal);
}

char *
ijk_measure_limit_write (const IjkResult *result,
                         guint            cell,
                         guint            t,
                         IjkMeasureLimit  limit)
{
  switch (limit)
    {
    case IJK_MEASURE_LIMIT_NONE:
      return g_strdup ("");
    case IJK_MEASURE_LIMIT_PROJECT:
      return g_strdup (_("size of the project"));
    case IJK_MEASURE_LIMIT_OWN_LEVER:
      return g_strdup (_("set for this company"));
    case IJK_MEASURE_LIMIT_LEVER:
      return g_strdup (_("set by a lever"));
    case IJK_MEASURE_LIMIT_FULL:
      return g_strdup (_("used in full"));
    case IJK_MEASURE_LIMIT_BUILD_CAP:
      return g_strdup (_("building capacity"));
    case IJK_MEASURE_LIMIT_STORAGE:
      return g_strdup (_("CO₂ transport and storage"));
    case IJK_MEASURE_LIMIT_GRID:
      return g_strdup (_("growth of the power grid"));
    case IJK_MEASURE_LIMIT_TECHNICIANS:
      return g_strdup (_("technicians"));
    case IJK_MEASURE_LIMIT_BUDGET:
      return g_strdup (_("subsidy budget"));
    case IJK_MEASURE_LIMIT_CEILING:
      return g_strdup (_("ceiling on CCS subsidy"));
    case IJK_MEASURE_LIMIT_NO_ROUND:
      return g_strdup (_("no subsidy for it"));
    case IJK_MEASURE_LIMIT_COST:
      return write_cost (result, cell, t);
    case IJK_MEASURE_LIMIT_PACE:
      return g_strdup (_("pace of decisions"));
    case IJK_N_MEASURE_LIMITS:
      break;
    }
  g_assert_not_reached ();
}

/* The net rate of the kind in the year, and what it is made of. */
static void
fill_rates (const IjkResult *result,
            IjkUnitKind      kind,
            guint            t,
            IjkUnitLevy     *levy)
{
  levy->minimum_rate_eur_per_t = result->nation_rate_minimum_eur_per_t[t];
  levy->gross_rate_eur_per_t = result->nation_gross_rate_eur_per_t[t];
  switch (kind)
    {
    case IJK_KIND_ETS:
      levy->deducted_eur_per_t = result->nation_ref_price_eur_per_t[t];
      levy->rate_eur_per_t = result->nation_rate_ets_eur_per_t[t];
      return;
    case IJK_KIND_INCINERATOR:
      levy->gross_rate_eur_per_t = result->nation_gross_rate_inc_eur_per_t[t];
      levy->inc_factor = result->nation_inc_factor[t];
      levy->rate_eur_per_t = result->nation_rate_inc_eur_per_t[t];
      return;
    case IJK_KIND_N2O:
      levy->rate_eur_per_t = result->nation_rate_n2o_eur_per_t[t];
      return;
    case IJK_KIND_REST:
      levy->gross_rate_eur_per_t = levy->rate_eur_per_t = levy->minimum_rate_eur_per_t = 0;
      return;
    case IJK_N_KINDS:
      break;
    }
  g_assert_not_reached ();
}

void
ijk_unit_levy (const IjkResult *result,
               guint            unit,
               guint            t,
               IjkUnitLevy     *levy)
{
  const IjkReference *reference = result->reference;
  const IjkUnit *u = &reference->units[unit];
  const gsize at = (gsize) t * reference->n_units + unit;
  double scale[IJK_N_YEARS];

  *levy = (IjkUnitLevy) {
    .emissions_kt = result->unit_emissions_kt[at],
    .levy_share = u->levy_share,
    .load_kt = result->unit_load_kt[at],
    .benchmark_kt = result->unit_benchmark_kt[at],
    .reduction_factor = result->nation_reduction_factor[t],
    .inc_factor = 1,
    .rights_kt = result->unit_rights_kt[at],
    .bought_kt = result->unit_bought_kt[at],
    .sold_kt = result->unit_sold_kt[at],
    .levy_meur = result->unit_levy_meur[at],
    .credit_meur = result->unit_credit_meur[at],
    .net_levy_meur = result->unit_levy_meur[at] - result->unit_credit_meur[at],
  };
  ijk_scenario_path (result->scenario, IJK_LEVER_BENCHMARK_SCALE, u->sector, u->company, NULL, scale);
  levy->benchmark_scale = scale[t];
  fill_rates (result, u->kind, t, levy);
  if (u->kind == IJK_KIND_REST)
    return;
  levy->taxed_kt = MAX (0, levy->load_kt - levy->rights_kt - levy->bought_kt);
  levy->covered_kt = levy->load_kt - levy->taxed_kt;
}

static int
compare_measures (gconstpointer a,
                  gconstpointer b)
{
  const IjkCompanyMeasure *one = a;
  const IjkCompanyMeasure *other = b;
  const gboolean one_is_used = one->abated_kt > SMALL_KT;

  if (one_is_used != (other->abated_kt > SMALL_KT))
    return one_is_used ? -1 : 1;
  if (one_is_used && one->abated_kt != other->abated_kt)
    return one->abated_kt > other->abated_kt ? -1 : 1;
  if (one->potential_kt != other->potential_kt)
    return one->potential_kt > other->potential_kt ? -1 : 1;
  return (one->measure > other->measure) - (one->measure < other->measure);
}

typedef struct
{
  IjkCompanyMeasure *measures; /* [n_measures] */
  double *largest_kt;          /* [n_measures] of one installation: decides which limit is told */
  double *abated_kt, *projects_kt;
} Stack;

static void
add_unit (const IjkResult *result,
          guint            unit,
          guint            t,
          Stack           *stack)
{
  const IjkReference *reference = result->reference;
  const IjkUnit *u = &reference->units[unit];
  const IjkSector *sector = &reference->sectors[u->sector];
  const double unabated_kt = result->unit_unabated_kt[(gsize) t * reference->n_units + unit];

  ijk_unit_abatement (result, unit, t, stack->abated_kt, stack->projects_kt);
  for (guint c = sector->first_cell; c < sector->first_cell + sector->n_cells; c++)
    {
      const guint m = reference->cells[c].measure;
      const gboolean is_of_project = stack->projects_kt[m] > 0;
      const double room_kt
          = is_eligible (result, unit, m, t)
                ? result->cell_potential[(gsize) t * reference->n_cells + c] * unabated_kt
                : stack->abated_kt[m];
      const double size_kt = stack->abated_kt[m] > SMALL_KT ? stack->abated_kt[m] : room_kt;

      stack->measures[m].abated_kt += stack->abated_kt[m];
      stack->measures[m].potential_kt += room_kt;
      if (!(size_kt > stack->largest_kt[m]))
        continue;
      stack->largest_kt[m] = size_kt;
      stack->measures[m].cell = c;
      stack->measures[m].is_of_project = is_of_project;
      stack->measures[m].limit = ijk_measure_limit_find (result, unit, m, t, is_of_project);
    }
}

/* The first year in which each measure takes something at any of the installations. */
static void
fill_first_years (const IjkResult *result,
                  const guint     *units,
                  guint            n_units,
                  guint            last_t,
                  Stack           *stack)
{
  const IjkReference *reference = result->reference;

  for (guint t = IJK_N_PAST_YEARS; t <= last_t; t++)
    for (guint i = 0; i < n_units; i++)
      {
        ijk_unit_abatement (result, units[i], t, stack->abated_kt, NULL);
        for (guint m = 0; m < reference->n_measures; m++)
          if (stack->abated_kt[m] > SMALL_KT && stack->measures[m].first_year == 0)
            stack->measures[m].first_year = IJK_FIRST_YEAR + (int) t;
      }
}

GArray *
ijk_company_measures (const IjkResult *result,
                      const guint     *units,
                      guint            n_units,
                      int              year)
{
  const guint n_measures = result->reference->n_measures;
  const guint t = IJK_YEAR_INDEX (year);
  g_autofree IjkCompanyMeasure *measures = g_new0 (IjkCompanyMeasure, n_measures);
  g_autofree double *largest_kt = g_new0 (double, n_measures);
  g_autofree double *abated_kt = g_new0 (double, n_measures);
  g_autofree double *projects_kt = g_new0 (double, n_measures);
  Stack stack = { measures, largest_kt, abated_kt, projects_kt };
  GArray *found = g_array_new (FALSE, FALSE, sizeof (IjkCompanyMeasure));

  for (guint m = 0; m < n_measures; m++)
    measures[m].measure = m;
  for (guint i = 0; i < n_units; i++)
    add_unit (result, units[i], t, &stack);
  fill_first_years (result, units, n_units, t, &stack);
  for (guint m = 0; m < n_measures; m++)
    if (measures[m].abated_kt > SMALL_KT || measures[m].potential_kt > SMALL_KT)
      g_array_append_val (found, measures[m]);
  g_array_sort (found, compare_measures);
  return found;
}
