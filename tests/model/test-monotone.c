/* More of one thing never means less of another: responses that the equations imply, on random
 * scenarios of the data set. Each case says why it is implied; what is left out is not:
 *
 *  - A higher levy need not lower emissions: the signal weighs the shortage of rights of the year
 *    before, which abatement makes smaller.
 *  - A higher ETS price need not lower them either: it lowers the levy rate of two years and the
 *    subsidy that is needed, and firms that turn to one measure take technicians from another.
 *  - A larger budget need not mean more subsidy in all: who is served in 2026 is no candidate in
 *    2027.
 *
 * Limits couple measures, so those responses are tested where limits are wide; the belief in the
 * levy couples years, so it is off there; leakage couples emissions to costs, so it is off in all.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model-fixture.h"
#include "random-scenario.h"

#include <math.h>
#include <stddef.h>
#include <string.h>

#define N_SCENARIOS 150
#define LONG_FACTOR 20

typedef enum
{
  FALLS = -1, /* or stays */
  RISES = 1,
} Direction;

typedef struct
{
  const char *name;
  IjkLeverId lever;
  Direction direction;
  gsize field; /* of IjkResult, per unit */
  const char *fixed;
  gboolean is_unlimited;
} Case;

#define UNIT_FIELD(member) offsetof (IjkResult, member)

#define NO_LEAKAGE "eta_scale=0"
#define MARKET_ALONE "eta_scale=0 kappa=0 sde_budget=0"

static const Case cases[] = {
  /* rights are a product of which these are factors */
  { "reduction-factor-never-lowers-rights", IJK_LEVER_REDUCTION_FACTOR, RISES,
    UNIT_FIELD (unit_rights_kt), NO_LEAKAGE, FALSE },
  { "benchmark-scale-never-lowers-rights", IJK_LEVER_BENCHMARK_SCALE, RISES,
    UNIT_FIELD (unit_rights_kt), NO_LEAKAGE, FALSE },
  { "incinerator-factor-never-lowers-rights", IJK_LEVER_INC_FACTOR, RISES,
    UNIT_FIELD (unit_rights_kt), NO_LEAKAGE, FALSE },
  { "growth-never-lowers-rights", IJK_LEVER_GROWTH, RISES, UNIT_FIELD (unit_rights_kt), NO_LEAKAGE,
    FALSE },
  /* without leakage unabated emissions are output times efficiency */
  { "growth-never-lowers-unabated", IJK_LEVER_GROWTH, RISES, UNIT_FIELD (unit_unabated_kt),
    NO_LEAKAGE, FALSE },
  { "autonomous-never-raises-unabated", IJK_LEVER_AUTONOMOUS, FALLS, UNIT_FIELD (unit_unabated_kt),
    NO_LEAKAGE, FALSE },
  /* trade changes no emissions here; rights bought replace tonnes taxed at the higher rate */
  { "trade-never-raises-levy", IJK_LEVER_TRADE_PARTICIPATION, FALLS, UNIT_FIELD (unit_levy_meur),
    NO_LEAKAGE, FALSE },
  /* the signal is part of the ETS price; a decision rises with it, and with decisions before */
  { "ets-price-never-raises-emissions", IJK_LEVER_ETS_SCALE, FALLS, UNIT_FIELD (unit_emissions_kt),
    MARKET_ALONE, TRUE },
  { "ets2-never-raises-emissions", IJK_LEVER_ETS2, FALLS, UNIT_FIELD (unit_emissions_kt),
    MARKET_ALONE, TRUE },
  /* cheaper capital, and for the duty a shorter payback */
  { "grant-never-raises-emissions", IJK_LEVER_GRANT, FALLS, UNIT_FIELD (unit_emissions_kt),
    MARKET_ALONE, TRUE },
  { "innovation-never-raises-emissions", IJK_LEVER_RND, FALLS, UNIT_FIELD (unit_emissions_kt),
    MARKET_ALONE, TRUE },
  { "cooperation-never-raises-emissions", IJK_LEVER_CLUSTER_COOPERATION, FALLS,
    UNIT_FIELD (unit_emissions_kt), MARKET_ALONE, TRUE },
  { "enforcement-never-raises-emissions", IJK_LEVER_ENFORCEMENT, FALLS,
    UNIT_FIELD (unit_emissions_kt), MARKET_ALONE, TRUE },
  /* no measure of the data set makes power or hydrogen, none has a low case above its high one, and
   * transport of CO2 costs money in all cases; gas is used by some and saved by others, so its
   * price is not here */
  { "power-price-never-lowers-emissions", IJK_LEVER_ELEC_SCALE, RISES,
    UNIT_FIELD (unit_emissions_kt), MARKET_ALONE, TRUE },
  { "network-fee-never-lowers-emissions", IJK_LEVER_NETWORK_FEE, RISES,
    UNIT_FIELD (unit_emissions_kt), MARKET_ALONE, TRUE },
  { "hydrogen-price-never-lowers-emissions", IJK_LEVER_H2_SCALE, RISES,
    UNIT_FIELD (unit_emissions_kt), MARKET_ALONE, TRUE },
  { "extra-cost-never-lowers-emissions", IJK_LEVER_EXTRA_CASE, RISES,
    UNIT_FIELD (unit_emissions_kt), MARKET_ALONE, TRUE },
  { "ccs-overrun-never-lowers-emissions", IJK_LEVER_CCS_OVERRUN, RISES,
    UNIT_FIELD (unit_emissions_kt), MARKET_ALONE, TRUE },
};

/* Levers a random scenario leaves alone, since the case fixes them in all scopes. */
static const IjkLeverId fixed_levers[]
    = { IJK_LEVER_ETA_SCALE, IJK_LEVER_KAPPA, IJK_LEVER_SDE_BUDGET, IJK_N_LEVERS };
static const IjkLeverId fixed_and_limits[]
    = { IJK_LEVER_ETA_SCALE,    IJK_LEVER_KAPPA,        IJK_LEVER_SDE_BUDGET,
        IJK_LEVER_TECHNICIANS,  IJK_LEVER_GRID_GROWTH,  IJK_LEVER_CCS_CAPACITY,
        IJK_LEVER_CCS_CAPACITY_SCALE, IJK_N_LEVERS };

/* Returns: (transfer full): @reference with limits that never bind; strings stay of @reference */
static IjkReference *
lift_limits (const IjkReference *reference)
{
  static const IjkSeriesId limits[]
      = { IJK_SERIES_TECHNICIANS, IJK_SERIES_GRID_GROWTH, IJK_SERIES_CCS_CAPACITY };
  IjkReferenceContent *content = ijk_reference_dup_content (reference);

  for (guint m = 0; m < content->measures->len; m++)
    g_array_index (content->measures, IjkMeasure, m).build_cap_kt = 1e12;
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    for (guint j = 0; j < content->series[limits[i]][IJK_VARIANT_CENTRAL]->len; j++)
      g_array_index (content->series[limits[i]][IJK_VARIANT_CENTRAL], IjkSeriesPoint, j).value
          = 1e12;
  return ijk_reference_new (content);
}

/* @before with the lever at @number, nation-wide and from the first free year on. */
static IjkScenario *
set_national (const IjkScenario *before,
              IjkLeverId         lever,
              double             number)
{
  const IjkLeverKey key = { lever, IJK_SCOPE_NATIONAL, 0 };
  const IjkLeverValue value
      = { .number = number, .n_points = 1, .points = { { IJK_FIRST_FREE_YEAR, number } } };
  g_autoptr (GError) error = NULL;
  IjkScenario *scenario = ijk_scenario_with_lever (before, &key, &value, &error);

  g_assert_no_error (error);
  return scenario;
}

/* @before with @settings on top. */
static IjkScenario *
fix_levers (const IjkScenario *before,
            const char        *settings)
{
  g_auto (GStrv) parts = g_strsplit (settings, " ", -1);
  IjkScenario *scenario = ijk_scenario_ref (before);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autoptr (IjkScenario) last = scenario;

      scenario = ijk_scenario_with_setting (last, parts[i], NULL);
      g_assert_nonnull (scenario);
    }
  return scenario;
}

static guint
count_scenarios (void)
{
  return fixture_is_long () ? N_SCENARIOS * LONG_FACTOR : N_SCENARIOS;
}

/* Rounding may tip what should stay equal, by no more than this part of the value. */
static void
compare_fields (const IjkResult *low,
                const IjkResult *high,
                const Case      *c)
{
  const double *a = G_STRUCT_MEMBER (const double *, low, c->field);
  const double *b = G_STRUCT_MEMBER (const double *, high, c->field);

  for (gsize i = 0; i < (gsize) IJK_N_YEARS * low->reference->n_units; i++)
    if ((b[i] - a[i]) * c->direction < -1e-9 * (1 + fabs (a[i])))
      g_error ("%s in %d goes from %.12g to %.12g",
               low->reference->units[i % low->reference->n_units].id,
               IJK_FIRST_YEAR + (int) (i / low->reference->n_units), a[i], b[i]);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (IjkReference) real = fixture_load_reference ();
  g_autoptr (IjkReference) reference
      = c->is_unlimited ? lift_limits (real) : ijk_reference_ref (real);
  g_autoptr (IjkWorkspace) workspace = ijk_workspace_new (reference);
  g_autoptr (GRand) random = g_rand_new_with_seed (31);
  const IjkLever *lever = &reference->levers[c->lever];

  for (guint i = 0; i < count_scenarios (); i++)
    {
      g_autoptr (IjkScenario) drawn
          = random_scenario (reference, random, c->is_unlimited ? fixed_and_limits : fixed_levers);
      g_autoptr (IjkScenario) base = fix_levers (drawn, c->fixed);
      const double x = g_rand_double_range (random, lever->min, lever->max);
      const double y = g_rand_double_range (random, lever->min, lever->max);
      g_autoptr (IjkScenario) low = set_national (base, c->lever, MIN (x, y));
      g_autoptr (IjkScenario) high = set_national (base, c->lever, MAX (x, y));
      g_autoptr (IjkResult) kept = ijk_result_copy (ijk_run (reference, low, workspace));

      compare_fields (kept, ijk_run (reference, high, workspace), c);
    }
}

/* Settings that must not move emissions, on a base without leakage: a levy that nobody believes in,
 * and what only moves money. */
static void
test_emissions_stay (void)
{
  static const IjkLeverId believed[]
      = { IJK_LEVER_RATE, IJK_LEVER_INCINERATOR_RATE, IJK_LEVER_REDUCTION_FACTOR,
          IJK_LEVER_BENCHMARK_SCALE, IJK_LEVER_MIN_PRICE, IJK_LEVER_INC_FACTOR,
          IJK_LEVER_REF_PREMIUM };
  static const IjkLeverId money[] = { IJK_LEVER_TRADE_PARTICIPATION, IJK_LEVER_LEVY_RETURN,
                                      IJK_LEVER_FREE_SCALE, IJK_LEVER_PASS_THROUGH,
                                      IJK_LEVER_LEAK_RATE };
  g_autoptr (IjkReference) reference = fixture_load_reference ();
  g_autoptr (IjkWorkspace) workspace = ijk_workspace_new (reference);
  g_autoptr (GRand) random = g_rand_new_with_seed (32);
  const gsize size = (gsize) IJK_N_YEARS * reference->n_units * sizeof (double);

  for (guint i = 0; i < count_scenarios (); i++)
    {
      const gboolean is_money = i % 2 == 0;
      g_autoptr (IjkScenario) drawn = random_scenario (reference, random, fixed_levers);
      g_autoptr (IjkScenario) base
          = fix_levers (drawn, is_money ? NO_LEAKAGE : NO_LEAKAGE " kappa=0");
      g_autoptr (IjkResult) kept = ijk_result_copy (ijk_run (reference, base, workspace));
      const IjkLeverId id = is_money ? money[i / 2 % G_N_ELEMENTS (money)]
                                     : believed[i / 2 % G_N_ELEMENTS (believed)];
      const IjkLever *lever = &reference->levers[id];
      g_autoptr (IjkScenario) changed
          = set_national (base, id, g_rand_double_range (random, lever->min, lever->max));
      const IjkResult *result = ijk_run (reference, changed, workspace);

      g_assert_true (memcmp (result->unit_emissions_kt, kept->unit_emissions_kt, size) == 0);
    }
}

/* Without capacity nothing is captured but by projects and by who says `exactly`, which is left
 * out: decisions of 2026 need the capacity of 2030. */
static void
test_no_ccs_capacity (void)
{
  static const IjkLeverId excluded[]
      = { IJK_LEVER_CCS_SHARE, IJK_LEVER_CCS_CAPACITY, IJK_N_LEVERS };
  g_autoptr (IjkReference) reference = fixture_load_reference ();
  g_autoptr (IjkWorkspace) workspace = ijk_workspace_new (reference);
  g_autoptr (GRand) random = g_rand_new_with_seed (33);

  for (guint i = 0; i < count_scenarios (); i++)
    {
      g_autoptr (IjkScenario) drawn = random_scenario (reference, random, excluded);
      g_autoptr (IjkScenario) scenario = fix_levers (drawn, "ccs_capacity=0");
      const IjkResult *result = ijk_run (reference, scenario, workspace);

      for (guint t = 0; t < IJK_N_YEARS; t++)
        {
          double projects_kt = 0;

          for (guint p = 0; p < reference->n_projects; p++)
            if (reference->measures[reference->projects[p].measure].group == IJK_GROUP_CCS
                && ijk_scenario_project_is_enabled (scenario, p)
                && ijk_scenario_project_start_year (scenario, p) <= IJK_FIRST_YEAR + (int) t)
              projects_kt += reference->projects[p].kt_per_year;
          g_assert_true (result->nation_ccs_kt[t] <= projects_kt * (1 + 1e-12));
        }
    }
}

/* Without budget nothing is committed, and nothing paid but to projects with a contract. */
static void
test_no_budget (void)
{
  static const IjkLeverId excluded[] = { IJK_LEVER_SDE_BUDGET, IJK_LEVER_PROJECT, IJK_N_LEVERS };
  g_autoptr (IjkReference) reference = fixture_load_reference ();
  g_autoptr (IjkWorkspace) workspace = ijk_workspace_new (reference);
  g_autoptr (GRand) random = g_rand_new_with_seed (34);
  const guint ccs_h2 = ijk_reference_find_measure (reference, "ccs_h2");

  for (guint i = 0; i < count_scenarios (); i++)
    {
      g_autoptr (IjkScenario) drawn = random_scenario (reference, random, excluded);
      g_autoptr (IjkScenario) scenario = fix_levers (drawn, "sde_budget=0");
      const IjkResult *result = ijk_run (reference, scenario, workspace);

      for (guint t = 0; t < IJK_N_YEARS; t++)
        {
          g_assert_true (result->nation_sde_committed_meur[t] == 0);
          /* the contracts of the data set are those of Porthos, for ccs_h2 */
          for (guint m = 0; m < reference->n_measures; m++)
            g_assert_true (m == ccs_h2
                           || result->measure_sde_paid_meur[t * reference->n_measures + m] == 0);
        }
      for (gsize c = 0; c < (gsize) IJK_N_YEARS * reference->n_cells; c++)
        g_assert_true (result->cell_served_kt[c] == 0);
    }
}

/* In the first round, which nothing comes before, more money serves every candidate at least as
 * well: the line is the same and is only cut off later. */
static void
test_first_round (void)
{
  g_autoptr (IjkReference) reference = fixture_load_reference ();
  g_autoptr (IjkWorkspace) workspace = ijk_workspace_new (reference);
  g_autoptr (GRand) random = g_rand_new_with_seed (35);
  const gsize first = (gsize) IJK_N_PAST_YEARS * reference->n_cells;

  for (guint i = 0; i < count_scenarios (); i++)
    {
      g_autoptr (IjkScenario) drawn = random_scenario (reference, random, NULL);
      const double x = g_rand_double_range (random, 0, 3000);
      g_autoptr (IjkScenario) low = set_national (drawn, IJK_LEVER_SDE_BUDGET, x);
      g_autoptr (IjkScenario) high = set_national (drawn, IJK_LEVER_SDE_BUDGET, 2 * x);
      g_autoptr (IjkResult) kept = ijk_result_copy (ijk_run (reference, low, workspace));
      const IjkResult *result = ijk_run (reference, high, workspace);

      for (gsize c = first; c < first + reference->n_cells; c++)
        g_assert_true (result->cell_served_kt[c] >= kept->cell_served_kt[c] * (1 - 1e-9));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add_cases ("/model/monotone", cases, test_case);
  g_test_add_func ("/model/monotone/no-belief-or-money-moves-no-emissions", test_emissions_stay);
  g_test_add_func ("/model/monotone/no-capacity-no-ccs-but-projects", test_no_ccs_capacity);
  g_test_add_func ("/model/monotone/no-budget-no-contracts", test_no_budget);
  g_test_add_func ("/model/monotone/first-round-with-more-money", test_first_round);
  return g_test_run ();
}
