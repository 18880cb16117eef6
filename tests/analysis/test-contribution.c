/* Contributions of levers add up to the difference, whatever the levers do to one another.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model-fixture.h"

#include "ijk-contribution.h"
#include "ijk-run.h"

#include <math.h>
#include <string.h>

static double
run_value (const IjkScenario    *scenario,
           const IjkAskedNumber *number)
{
  const IjkReference *reference = ijk_scenario_get_reference (scenario);
  g_autoptr (IjkWorkspace) workspace = ijk_workspace_new (reference);

  return ijk_asked_number_value (number, ijk_run (reference, scenario, workspace));
}

static double
sum_levers (const IjkContributions *self)
{
  double sum = 0;

  for (guint i = 0; i < self->n_levers; i++)
    sum += self->levers[i].value;
  return sum;
}

static void
assert_near (double found,
             double expected,
             double scale)
{
  g_assert_cmpfloat_with_epsilon (found, expected, 1e-12 * MAX (1.0, fabs (scale)));
}

static const IjkContribution *
find_lever (const IjkContributions *self,
            IjkLeverId              lever)
{
  for (guint i = 0; i < self->n_levers; i++)
    if (self->levers[i].key.lever == lever)
      return &self->levers[i];
  g_assert_not_reached ();
}

static IjkAskedNumber
ask (IjkItems    items,
     const char *id,
     guint       item,
     int         year)
{
  const IjkIndicator *indicator = ijk_indicator_find (items, id);

  g_assert_nonnull (indicator);
  return ijk_asked_number (indicator, item, year);
}

/* Levers that work through one another: prices, shares of potential, rounds, limits. */
#define TANGLED                                                                                    \
  "ets_price=2030:120,2050:200 levy_rate=2030:140,2040:180 cluster_cooperation=0.5 "               \
  "ccs_share=at_most:0.4 sde_budget=2026:4500 grid_growth=2026:800 growth@sector:chemicals=-0.01 "
#define MORE                                                                                       \
  "elec_scale=1.2 gas_scale=0.9 h2_scale=0.7 theta_scale=1.4 rnd=0.6 ccs_overrun=1.2 network_fee=25 "

typedef struct
{
  const char *name;
  const char *base;
  const char *settings;
  IjkItems items;
  const char *indicator;
  guint item;
  int first_year, last_year;
  guint n_levers;
  gboolean is_exact;
} SumCase;

static const SumCase sum_cases[] = {
  { "nothing", "", "", IJK_ITEMS_NL, "state_cost", 0, 2030, 2030, 0, TRUE },
  { "emissions", "", TANGLED, IJK_ITEMS_SCOPE, "emissions", IJK_SCOPE_ITEM_INDUSTRY, 2030, 2030, 7,
    TRUE },
  { "money-of-years", "", TANGLED, IJK_ITEMS_NL, "sde_committed", 0, 2026, 2035, 7, TRUE },
  { "from-another-scenario", "levy_regime=act_2021 ets_price=2030:80", TANGLED, IJK_ITEMS_SCOPE,
    "net_levy", IJK_SCOPE_ITEM_ALL, 2035, 2035, 8, TRUE },
  { "many-levers", "", TANGLED MORE, IJK_ITEMS_SCOPE, "emissions", IJK_SCOPE_ITEM_INDUSTRY, 2040,
    2040, 14, FALSE },
};

static void
test_sum (gconstpointer data)
{
  const SumCase *c = data;
  g_autoptr (IjkReference) reference = fixture_load_reference ();
  g_autoptr (IjkScenario) base = fixture_scenario (reference, NULL, c->base);
  g_autoptr (IjkScenario) scenario = fixture_scenario (reference, NULL, c->settings);
  IjkAskedNumber number = ask (c->items, c->indicator, c->item, c->first_year);
  g_autoptr (IjkContributions) self = NULL;

  number.last_year = c->last_year;
  self = ijk_contributions_new (base, scenario, &number, 2);
  g_assert_cmpuint (self->n_levers, ==, c->n_levers);
  g_assert_cmpint (self->is_exact, ==, c->is_exact);
  g_assert_cmpfloat (self->before, ==, run_value (base, &number));
  g_assert_cmpfloat (self->after, ==, run_value (scenario, &number));
  if (c->n_levers > 0)
    g_assert_cmpfloat (fabs (self->after - self->before), >, 1);
  assert_near (sum_levers (self), self->after - self->before, self->after);
  for (guint i = 0; i < self->n_levers; i++)
    {
      g_assert_cmpfloat (self->levers[i].lowest, <=, self->levers[i].value + 1e-9);
      g_assert_cmpfloat (self->levers[i].highest, >=, self->levers[i].value - 1e-9);
      if (i > 0)
        g_assert_cmpfloat (fabs (self->levers[i].value), <=, fabs (self->levers[i - 1].value));
    }
}

/* One lever is the whole difference, in any order there is. */
static void
test_single_lever (void)
{
  g_autoptr (IjkReference) reference = fixture_load_reference ();
  g_autoptr (IjkScenario) law = ijk_scenario_new (reference, NULL);
  g_autoptr (IjkScenario) scenario = fixture_scenario (reference, NULL, "ets_price=2030:200");
  const IjkAskedNumber number = ask (IJK_ITEMS_NL, "industry_cost", 0, 2035);
  g_autoptr (IjkContributions) self = ijk_contributions_new (law, scenario, &number, 1);

  g_assert_cmpuint (self->n_levers, ==, 1);
  g_assert_cmpint (self->levers[0].key.lever, ==, IJK_LEVER_ETS_PRICE);
  g_assert_cmpfloat (self->levers[0].value, ==, self->after - self->before);
  g_assert_cmpfloat (self->levers[0].lowest, ==, self->levers[0].value);
  g_assert_cmpfloat (self->levers[0].highest, ==, self->levers[0].value);
  g_assert_cmpfloat (self->levers[0].value, !=, 0);
}

/* Growth of a sector does nothing to the output of another: each lever does what it does alone. */
static void
test_additive_levers (void)
{
  g_autoptr (IjkReference) reference = fixture_load_reference ();
  g_autoptr (IjkScenario) law = ijk_scenario_new (reference, NULL);
  g_autoptr (IjkScenario) one
      = fixture_scenario (reference, NULL, "growth@sector:chemicals=0.02");
  g_autoptr (IjkScenario) other = fixture_scenario (reference, NULL, "growth@sector:food=-0.01");
  g_autoptr (IjkScenario) both = fixture_scenario (
      reference, NULL, "growth@sector:chemicals=0.02 growth@sector:food=-0.01");
  const guint chemicals = ijk_reference_find_sector (reference, "chemicals");
  const guint food = ijk_reference_find_sector (reference, "food");
  IjkAskedNumber number = ask (IJK_ITEMS_SECTOR, "activity_index", chemicals, 2035);
  g_autoptr (IjkContributions) self = NULL;
  double before;

  number.items[number.n_items++] = food;
  before = run_value (law, &number);
  self = ijk_contributions_new (law, both, &number, 2);
  g_assert_cmpuint (self->n_levers, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const IjkContribution *lever = &self->levers[i];
      const double alone
          = run_value (lever->key.target == food ? other : one, &number) - before;

      g_assert_cmpfloat (alone, !=, 0);
      assert_near (lever->value, alone, 1);
      assert_near (lever->lowest, alone, 1);
      assert_near (lever->highest, alone, 1);
    }
}

/* A product by hand: the deducted price is that of the year before times one plus the premium.
 *   100 * 1.02 = 102; 200 * 1.02 = 204; 100 * 1.10 = 110; 200 * 1.10 = 220
 *   price: (204 - 102 + 220 - 110) / 2 = 106; premium: (110 - 102 + 220 - 204) / 2 = 12 */
static void
test_product_by_hand (void)
{
  g_autoptr (IjkReference) reference = fixture_load_reference ();
  g_autoptr (IjkScenario) base
      = fixture_scenario (reference, NULL, "ets_price=2026:100 ref_premium=0.02");
  g_autoptr (IjkScenario) scenario
      = fixture_scenario (reference, NULL, "ets_price=2026:200 ref_premium=0.1");
  const IjkAskedNumber number = ask (IJK_ITEMS_NL, "reference_price", 0, 2035);
  g_autoptr (IjkContributions) self = ijk_contributions_new (base, scenario, &number, 2);
  const IjkContribution *price = find_lever (self, IJK_LEVER_ETS_PRICE);
  const IjkContribution *premium = find_lever (self, IJK_LEVER_REF_PREMIUM);

  g_assert_cmpuint (self->n_runs, ==, 4);
  assert_near (price->value, 106, 1000);
  assert_near (price->lowest, 102, 1000);
  assert_near (price->highest, 110, 1000);
  assert_near (premium->value, 12, 1000);
  assert_near (premium->lowest, 8, 1000);
  assert_near (premium->highest, 16, 1000);
}

/* What a parent sets belongs to the difference from the law, and a national lever of the child still
 * beats the sector's of the parent. */
static void
test_parents (void)
{
  g_autoptr (IjkReference) reference = fixture_load_reference ();
  g_autoptr (IjkScenario) law = ijk_scenario_new (reference, NULL);
  g_autoptr (IjkScenario) parent
      = fixture_scenario (reference, law, "growth@sector:food=0.03 ets_price=2030:150");
  g_autoptr (IjkScenario) child = fixture_scenario (reference, parent, "growth=-0.02");
  const IjkAskedNumber number
      = ask (IJK_ITEMS_SECTOR, "activity_index", ijk_reference_find_sector (reference, "food"), 2040);
  g_autoptr (IjkContributions) from_law = ijk_contributions_new (law, child, &number, 1);
  g_autoptr (IjkContributions) from_parent = ijk_contributions_new (parent, child, &number, 1);

  g_assert_cmpuint (from_law->n_levers, ==, 3);
  g_assert_cmpfloat (from_law->after, ==, run_value (child, &number));
  assert_near (sum_levers (from_law), from_law->after - from_law->before, 1);
  g_assert_cmpfloat (find_lever (from_law, IJK_LEVER_ETS_PRICE)->value, ==, 0);
  g_assert_cmpuint (from_parent->n_levers, ==, 1);
  g_assert_cmpfloat (from_parent->before, ==, run_value (parent, &number));
}

/* Drawn orders too: levers of which none matters to the number get nothing, the others what they
 * share by hand. */
static void
test_drawn_orders (void)
{
  g_autoptr (IjkReference) reference = fixture_load_reference ();
  g_autoptr (IjkScenario) base
      = fixture_scenario (reference, NULL, "ets_price=2026:100 ref_premium=0.02");
  g_autoptr (IjkScenario) scenario = fixture_scenario (
      reference, NULL,
      "ets_price=2026:200 ref_premium=0.1 cluster_cooperation=0.5 sde_budget=2026:4500 "
      "grid_growth=2026:800 " MORE);
  const IjkAskedNumber number = ask (IJK_ITEMS_NL, "reference_price", 0, 2035);
  g_autoptr (IjkContributions) self = ijk_contributions_new (base, scenario, &number, 2);

  g_assert_false (self->is_exact);
  g_assert_cmpuint (self->n_orders, >, 0);
  /* In one of an order and its reverse the price comes before the premium. */
  assert_near (find_lever (self, IJK_LEVER_ETS_PRICE)->value, 106, 1e5);
  assert_near (find_lever (self, IJK_LEVER_REF_PREMIUM)->value, 12, 1e5);
  g_assert_cmpfloat (find_lever (self, IJK_LEVER_GRID_GROWTH)->value, ==, 0);
}

/* Bit for bit. */
static void
test_threads_agree (void)
{
  g_autoptr (IjkReference) reference = fixture_load_reference ();
  g_autoptr (IjkScenario) law = ijk_scenario_new (reference, NULL);
  g_autoptr (IjkScenario) scenario = fixture_scenario (reference, NULL, TANGLED MORE);
  const IjkAskedNumber number = ask (IJK_ITEMS_NL, "state_cost", 0, 2035);
  g_autoptr (IjkContributions) one = ijk_contributions_new (law, scenario, &number, 1);
  g_autoptr (IjkContributions) three = ijk_contributions_new (law, scenario, &number, 3);

  g_assert_cmpuint (one->n_levers, ==, three->n_levers);
  for (guint i = 0; i < one->n_levers; i++)
    {
      g_assert_cmpint (ijk_lever_key_compare (&one->levers[i].key, &three->levers[i].key), ==, 0);
      g_assert_cmpfloat (one->levers[i].value, ==, three->levers[i].value);
    }
}

static void
test_background (void)
{
  g_autoptr (IjkReference) reference = fixture_load_reference ();
  g_autoptr (IjkScenario) law = ijk_scenario_new (reference, NULL);
  g_autoptr (IjkScenario) scenario = fixture_scenario (reference, NULL, TANGLED);
  const IjkAskedNumber number = ask (IJK_ITEMS_NL, "state_cost", 0, 2035);
  g_autoptr (IjkContributions) direct = ijk_contributions_new (law, scenario, &number, 1);
  g_autoptr (IjkContributionJob) job = ijk_contribution_job_start (law, scenario, &number, 2);
  g_autoptr (IjkContributions) found = NULL;

  while ((found = ijk_contribution_job_finish (job)) == NULL)
    {
      g_assert_cmpfloat (ijk_contribution_job_progress (job), <=, 1);
      g_usleep (1000);
    }
  g_assert_cmpfloat (ijk_contribution_job_progress (job), ==, 1);
  g_assert_cmpfloat (found->levers[0].value, ==, direct->levers[0].value);
}

/* A job that nobody wants any more never answers, and can be freed while it runs. */
static void
test_cancel (void)
{
  g_autoptr (IjkReference) reference = fixture_load_reference ();
  g_autoptr (IjkScenario) law = ijk_scenario_new (reference, NULL);
  g_autoptr (IjkScenario) scenario = fixture_scenario (reference, NULL, TANGLED MORE);
  const IjkAskedNumber number = ask (IJK_ITEMS_NL, "state_cost", 0, 2035);
  IjkContributionJob *job = ijk_contribution_job_start (law, scenario, &number, 1);

  ijk_contribution_job_cancel (job);
  g_usleep (20 * 1000);
  g_assert_null (ijk_contribution_job_finish (job));
  g_assert_cmpfloat (ijk_contribution_job_progress (job), <, 1);
  ijk_contribution_job_free (job);
  ijk_contribution_job_free (ijk_contribution_job_start (law, scenario, &number, 2));
  ijk_contribution_job_free (NULL);
}

/* The difference of two outcomes in words is none. */
static void
test_codes (void)
{
  const IjkAskedNumber award = ask (IJK_ITEMS_CELL, "award", 0, 2030);
  const IjkAskedNumber rank = ask (IJK_ITEMS_CELL, "rank", 0, 2030);
  const IjkAskedNumber need = ask (IJK_ITEMS_CELL, "need", 0, 2030);
  const IjkAskedNumber later = ask (IJK_ITEMS_CELL, "need", 0, 2031);

  g_assert_false (ijk_contributions_are_defined (&award));
  g_assert_false (ijk_contributions_are_defined (&rank));
  g_assert_true (ijk_contributions_are_defined (&need));
  g_assert_true (ijk_asked_number_equal (&need, &need));
  g_assert_false (ijk_asked_number_equal (&need, &later));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (sum_cases); i++)
    {
      g_autofree char *path
          = g_strconcat ("/analysis/contribution/adds-up/", sum_cases[i].name, NULL);

      g_test_add_data_func (path, &sum_cases[i], test_sum);
    }
  g_test_add_func ("/analysis/contribution/one-lever-is-all", test_single_lever);
  g_test_add_func ("/analysis/contribution/additive-levers-do-what-they-do-alone",
                   test_additive_levers);
  g_test_add_func ("/analysis/contribution/shares-a-product-by-hand", test_product_by_hand);
  g_test_add_func ("/analysis/contribution/counts-what-parents-set", test_parents);
  g_test_add_func ("/analysis/contribution/draws-orders-of-many-levers", test_drawn_orders);
  g_test_add_func ("/analysis/contribution/does-not-depend-on-threads", test_threads_agree);
  g_test_add_func ("/analysis/contribution/runs-in-the-background", test_background);
  g_test_add_func ("/analysis/contribution/can-be-cancelled", test_cancel);
  g_test_add_func ("/analysis/contribution/refuses-codes", test_codes);
  return g_test_run ();
}
