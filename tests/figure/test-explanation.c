/* Explanations: the formula of every number gives that number, and every leaf says its source.
 *
 * The walk takes all indicators, items and years of three scenarios. The model works the numbers
 * out, an explanation works them out again from what the result keeps and the scenario sets; only the
 * arithmetic of the model makes both agree.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "figure-fixture.h"

#include "ijk-explanation.h"
#include "ijk-language.h"

#include <math.h>
#include <string.h>

#define TOLERANCE 1e-9

typedef struct
{
  const char *name;
  const char *settings;
} Scenario;

static const Scenario scenarios[] = {
  { "current-law", "" },
  { "act-of-2021",
    "levy_regime=act_2021 ets_price=2030:120,2050:200 levy_rate=2030:140,2040:180 ets_scale=0.8 "
    "ccs_ceiling=2026:9700 sde_budget=2026:4500 cluster_cooperation=0.5 extra_case=-0.4 "
    "technicians=2026:2500 grid_growth=2026:800 elec_scale=1.2 gas_scale=0.9 h2_scale=0.7 "
    "ccs_capacity_scale=1.3 free_scale=0.8 levy_return=0.5 ccs_overrun=1.2 rnd=0.6 "
    "theta_scale=1.4 growth@sector:chemicals=2030:0.01 pass_through=0.4 eta_scale=2 duty_scope=energy "
    "efficiency_share=at_most:0.5 grant@sector:chemicals=0.2 kappa=0.9 ets2=0.3 network_fee=25 "
    "sde_max_intensity=200 ccs_subsidy_until=2030 "
    "reduction_factor=2026:0.6,2031:0.6,2033:1.5" },
  { "companies",
    "ccs_share@company:Shell=exactly:0.6 electrification_share@company:Dow=at_most:0.2 "
    "benchmark_scale@company:Shell=2028:0.8 benchmark_scale@sector:refining=2027:0.9,2035:0.7 "
    "benchmark_scale=2029:1.1 project.tata-dri-2=1 project_start.tata-dri-2=2035 "
    "project.porthos-shell=0 dri_start=2030 ccs_share@sector:chemicals=exactly:2030:0.2,2050:0.9 "
    "hydrogen_share=exactly:0.3 levy_rate=2027:200 extra_case=0.5 aramis_start=2029 "
    "ccs_capacity=2035:20000 levy_return=1 sde_last_round=2032" },
};

/* Numbers that differ by rounding only: of the largest number in the formula. */
static double
find_scale (const IjkExplanation *self)
{
  double scale = fabs (ijk_explanation_get_value (self));

  for (guint i = 0; i < ijk_explanation_get_n_operands (self); i++)
    scale = MAX (scale, find_scale (ijk_explanation_get_operand (self, i)));
  return scale;
}

static void
assert_value (const IjkExplanation *self,
              double                found,
              double                expected,
              const IjkReference   *reference,
              const IjkIndicator   *indicator,
              guint                 item,
              int                   year)
{
  /* A difference of two large numbers keeps the rounding of the large ones. */
  if (fabs (found - expected) <= TOLERANCE * fabs (expected)
      || fabs (found - expected) <= 1e-12 * find_scale (self))
    return;
  {
    g_autoptr (GString) id = g_string_new (NULL);
    g_autofree char *formula = ijk_explanation_dup_numbers (self);

    ijk_items_append_id (reference, indicator->items, item, id);
    g_test_message ("%s %s %s %d: %.15g, expected %.15g = %s", ijk_items_entity (indicator->items),
                    id->str, indicator->id, year, found, expected, formula);
    g_test_fail ();
  }
}

/* Leaves say what they rest on. */
static void
assert_leaves (const IjkExplanation *self)
{
  const guint n = ijk_explanation_get_n_operands (self);

  g_assert_cmpint (ijk_explanation_get_standing (self), <, IJK_N_STANDINGS);
  g_assert_true (isfinite (ijk_explanation_get_value (self)));
  if (n == 0)
    {
      g_autofree char *source = ijk_explanation_dup_source (self);

      g_assert_nonnull (source);
      g_assert_cmpstr (source, !=, "");
      if (!ijk_explanation_can_open (self) && strstr (source, "chapter 0") != NULL)
        g_assert_cmpstr (source, ==, "a source");
    }
  else
    g_assert_cmpint (ijk_explanation_get_operation (self), !=, IJK_OPERATION_GIVEN);
  for (guint i = 0; i < n; i++)
    assert_leaves (ijk_explanation_get_operand (self, i));
}

/* Years whose leaves are looked at: the words of all would take a minute. */
static gboolean
is_looked_at (int year)
{
  return year == 2021 || year == 2024 || year == 2026 || year == 2030 || year == 2041;
}

static void
check_number (const IjkResult    *result,
              const IjkIndicator *indicator,
              guint               item,
              int                 year,
              double              expected)
{
  g_autoptr (IjkExplanation) self = ijk_explain (result, indicator, item, year);

  assert_value (self, ijk_explanation_get_value (self), expected, result->reference, indicator,
                item, year);
  assert_value (self, ijk_explanation_evaluate (self), expected, result->reference, indicator, item,
                year);
  if (is_looked_at (year))
    assert_leaves (self);
}

static void
test_walk (gconstpointer data)
{
  const Scenario *scenario = data;
  g_autoptr (IjkReference) reference = figure_fixture_load_reference ();
  g_autoptr (IjkResult) result = figure_fixture_run (reference, scenario->settings);
  guint n_indicators = 0;
  guint n_numbers = 0;
  const IjkIndicator *indicators = ijk_indicators (&n_indicators);

  for (guint k = 0; k < n_indicators && !g_test_failed (); k++)
    for (guint item = 0; item < ijk_items_count (reference, indicators[k].items); item++)
      {
        double yearly[IJK_N_YEARS];

        ijk_indicator_yearly (&indicators[k], result, item, yearly);
        for (guint t = 0; t < IJK_N_YEARS; t++, n_numbers++)
          check_number (result, &indicators[k], item, IJK_FIRST_YEAR + (int) t, yearly[t]);
      }
  g_test_message ("%u numbers", n_numbers);
  if (!g_test_failed ())
    g_assert_cmpuint (n_numbers, >, 100000);
}

static IjkExplanation *
explain (const IjkResult *result,
         IjkItems         items,
         const char      *id,
         guint            item,
         int              year)
{
  const IjkIndicator *indicator = ijk_indicator_find (items, id);

  g_assert_nonnull (indicator);
  return ijk_explain (result, indicator, item, year);
}

/* The scenarios of the walk reach what is rare: credits, contracts, a market short of rights. */
static void
test_walk_is_varied (void)
{
  g_autoptr (IjkReference) reference = figure_fixture_load_reference ();
  g_autoptr (IjkResult) result = figure_fixture_run (reference, scenarios[1].settings);
  double credit = 0;
  double paid = 0;
  double returned = 0;

  for (guint i = 0; i < IJK_N_YEARS * reference->n_units; i++)
    credit = MAX (credit, result->unit_credit_meur[i]);
  for (guint t = 0; t < IJK_N_YEARS; t++)
    {
      paid = MAX (paid, result->nation_sde_paid_meur[t]);
      returned = MAX (returned, result->nation_returned_meur[t]);
    }
  g_assert_cmpfloat (credit, >, 1);
  g_assert_cmpfloat (paid, >, 1);
  g_assert_cmpfloat (returned, >, 1);
}

/* From any number one reaches leaves by opening, within a few levels. */
static void
open_all (const IjkExplanation *self,
          guint                 depth,
          guint                *n_leaves)
{
  g_autoptr (GPtrArray) terms = ijk_explanation_list_terms (self);

  for (guint i = 0; i < terms->len; i++)
    {
      const IjkExplanation *term = g_ptr_array_index (terms, i);

      if (!ijk_explanation_can_open (term))
        (*n_leaves)++;
      else if (depth > 0)
        {
          g_autoptr (IjkExplanation) opened = ijk_explanation_open (term);

          g_assert_false (ijk_explanation_can_open (opened));
          g_assert_cmpfloat (fabs (ijk_explanation_evaluate (opened)
                                   - ijk_explanation_get_value (term)),
                             <=, 1e-9 * MAX (1e-3, find_scale (opened)));
          assert_leaves (opened);
          open_all (opened, depth - 1, n_leaves);
        }
    }
}

static void
test_opens_to_sources (void)
{
  g_autoptr (IjkReference) reference = figure_fixture_load_reference ();
  g_autoptr (IjkResult) result = figure_fixture_run (reference, FIGURE_FIXTURE_PACE);
  const guint shell = ijk_reference_find_company (reference, "Shell");
  g_autoptr (IjkExplanation) levy = explain (result, IJK_ITEMS_COMPANY, "net_levy", shell, 2030);
  g_autoptr (IjkExplanation) paid = explain (result, IJK_ITEMS_NL, "sde_paid", 0, 2034);
  guint n_leaves = 0;

  open_all (levy, 4, &n_leaves);
  g_assert_cmpuint (n_leaves, >, 10);
  n_leaves = 0;
  open_all (paid, 2, &n_leaves);
  g_assert_cmpuint (n_leaves, >, 10);
}

/* The levy of a unit by hand: taxed tonnes at the rate, the rest at the minimum rate. */
static void
test_levy_by_hand (void)
{
  g_autoptr (IjkReference) reference = figure_fixture_load_reference ();
  g_autoptr (IjkResult) result = figure_fixture_run (reference, "levy_rate=2026:150");
  const guint unit = ijk_reference_find_unit (reference, "shell-pernis");
  const gsize at = IJK_YEAR_INDEX (2030) * reference->n_units + unit;
  const guint t = IJK_YEAR_INDEX (2030);
  const double over = result->unit_load_kt[at] - result->unit_rights_kt[at]
                      - result->unit_bought_kt[at];
  const double taxed = over > 0 ? over : 0;
  const double expected
      = (taxed * (150 - result->nation_ref_price_eur_per_t[t])
         + (result->unit_load_kt[at] - taxed) * result->nation_rate_minimum_eur_per_t[t])
        / 1000;
  g_autoptr (IjkExplanation) levy = explain (result, IJK_ITEMS_UNIT, "levy", unit, 2030);

  g_assert_cmpfloat (150, >, result->nation_ref_price_eur_per_t[t]);
  g_assert_cmpfloat (fabs (ijk_explanation_evaluate (levy) - expected), <=, 1e-9 * expected);
}

static void
test_lever_is_yours (void)
{
  g_autoptr (IjkReference) reference = figure_fixture_load_reference ();
  g_autoptr (IjkResult) result = figure_fixture_run (reference, "levy_rate=2030:150");
  g_autoptr (IjkExplanation) before = explain (result, IJK_ITEMS_NL, "levy_rate", 0, 2029);
  g_autoptr (IjkExplanation) after = explain (result, IJK_ITEMS_NL, "levy_rate", 0, 2030);
  g_autoptr (IjkResult) of_2021 = figure_fixture_run (reference, "levy_regime=act_2021");
  g_autoptr (IjkExplanation) chosen = explain (of_2021, IJK_ITEMS_NL, "levy_rate", 0, 2029);
  g_autofree char *statute = ijk_explanation_dup_source (chosen);
  g_autofree char *law = ijk_explanation_dup_source (before);
  g_autofree char *lever = ijk_explanation_dup_source (after);

  g_assert_cmpint (ijk_explanation_get_standing (before), !=, IJK_STANDING_LEVER);
  g_assert_nonnull (strstr (law, "Regime: Tax plan"));
  g_assert_nonnull (strstr (statute, "Regime, set in the scenario: Act of 2021"));
  g_assert_cmpint (ijk_explanation_get_standing (after), ==, IJK_STANDING_LEVER);
  g_assert_cmpstr (lever, ==, "Set in the scenario: levy_rate=2030:150");
  g_assert_cmpfloat (ijk_explanation_get_value (after), ==, 150);
}

/* The registry's figure is given as it stands there. */
static void
test_observation_is_sourced (void)
{
  g_autoptr (IjkReference) reference = figure_fixture_load_reference ();
  g_autoptr (IjkResult) result = figure_fixture_run (reference, "");
  const guint unit = ijk_reference_find_unit (reference, "shell-pernis");
  g_autoptr (IjkExplanation) self = explain (result, IJK_ITEMS_UNIT, "unabated", unit, 2023);
  g_autofree char *source = ijk_explanation_dup_source (self);

  g_assert_cmpfloat (ijk_explanation_get_value (self), ==, 4208.3); /* units.csv */
  g_assert_cmpint (ijk_explanation_get_standing (self), ==, IJK_STANDING_SOURCED);
  g_assert_nonnull (strstr (source, "Union Registry"));
}

static void
test_codes_are_words (void)
{
  g_autoptr (IjkReference) reference = figure_fixture_load_reference ();
  g_autoptr (IjkResult) result = figure_fixture_run (reference, "");
  guint n_named = 0;

  for (guint c = 0; c < reference->n_cells; c++)
    {
      g_autoptr (IjkExplanation) award = explain (result, IJK_ITEMS_CELL, "award", c, 2030);
      g_autoptr (IjkExplanation) limit = explain (result, IJK_ITEMS_CELL, "binding_limit", c, 2030);
      g_autofree char *award_text = ijk_explanation_dup_value (award);
      g_autofree char *limit_text = ijk_explanation_dup_value (limit);

      g_assert_true (g_unichar_isalpha (g_utf8_get_char (award_text)));
      g_assert_true (g_unichar_isalpha (g_utf8_get_char (limit_text)));
      n_named += strstr (award_text, "served") != NULL;
    }
  g_assert_cmpuint (n_named, >, 0);
}

/* The tree outlives what it was made from. */
static void
test_keeps_its_result (void)
{
  IjkReference *reference = figure_fixture_load_reference ();
  IjkResult *result = figure_fixture_run (reference, "");
  const double expected = result->nation_state_cost_meur[IJK_YEAR_INDEX (2035)];
  g_autoptr (IjkExplanation) self = explain (result, IJK_ITEMS_NL, "state_cost", 0, 2035);
  g_autofree char *text = NULL;

  ijk_result_unref (result);
  ijk_reference_unref (reference);
  text = ijk_explanation_write (self, 3);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_cmpfloat (fabs (ijk_explanation_evaluate (self) - expected), <=, 1e-9 * fabs (expected));
}

static void
test_text (void)
{
  g_autoptr (IjkReference) reference = figure_fixture_load_reference ();
  g_autoptr (IjkResult) result
      = figure_fixture_run (reference, "min_price=2026:200 ets_price=2026:100");
  g_autoptr (IjkExplanation) self = explain (result, IJK_ITEMS_NL, "rate_minimum", 0, 2030);
  g_autofree char *text = ijk_explanation_write (self, 1);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  /* 200 − 100 × 1.02, the premium of levers.csv */
  g_assert_cmpstr (lines[0], ==, "Minimum rate in 2030 = 98.00\u00a0€/t");
  g_assert_cmpstr (lines[1], ==, "  = not below 0 (minimum CO₂ price − deducted ETS price)");
  g_assert_cmpstr (lines[2], ==, "  = not below 0 ((200.00 − 102.00)\u00a0€/t)");
  g_assert_cmpstr (lines[3], ==, "  = 98.00\u00a0€/t");
  g_assert_cmpstr (lines[4], ==, "  worked out; METHOD.md, chapter 3");
  g_assert_cmpstr (lines[5], ==,
                   "    minimum CO₂ price: 200.00\u00a0€/t — your lever; Set in the scenario: "
                   "min_price=2026:200");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ijk_language_init ("/nowhere");
  g_assert_true (ijk_language_select ("en"));
  for (guint i = 0; i < G_N_ELEMENTS (scenarios); i++)
    {
      g_autofree char *path = g_strconcat ("/figure/explanation/gives-every-number/",
                                           scenarios[i].name, NULL);

      g_test_add_data_func (path, &scenarios[i], test_walk);
    }
  g_test_add_func ("/figure/explanation/walks-varied-scenarios", test_walk_is_varied);
  g_test_add_func ("/figure/explanation/opens-down-to-sources", test_opens_to_sources);
  g_test_add_func ("/figure/explanation/agrees-with-the-levy-by-hand", test_levy_by_hand);
  g_test_add_func ("/figure/explanation/tells-your-levers", test_lever_is_yours);
  g_test_add_func ("/figure/explanation/tells-the-registry", test_observation_is_sourced);
  g_test_add_func ("/figure/explanation/puts-codes-in-words", test_codes_are_words);
  g_test_add_func ("/figure/explanation/keeps-its-result", test_keeps_its_result);
  g_test_add_func ("/figure/explanation/reads-as-text", test_text);
  return g_test_run ();
}
