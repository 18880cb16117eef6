/* Whether the map of two levers shows the runs that it stands for, its targets, and where you are.
 * Expected numbers come from runs of their own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "figure-fixture.h"
#include "figure-reading.h"

#define KT_PER_MT 1e3

static IjkReference *reference;
static IjkResult *law;

static IjkLandscape *
make_landscape (const IjkResult *result,
                IjkOutcome       outcome,
                int              year)
{
  const IjkLandscapeQuestion question = {
    .x = { IJK_LEVER_ETS_PRICE, 0, 400 },
    .y = { IJK_LEVER_CCS_CAPACITY, 2000, 10000 },
    .n_columns = 5,
    .n_rows = 3,
    .outcome = outcome,
    .year = year,
  };

  return ijk_landscape_new (result->scenario, &question, 1);
}

static void
test_map_without_a_landscape_says_so (void)
{
  const IjkFigureInput input = figure_fixture_law_input (law);
  g_autoptr (IjkChartSpec) spec = reading_spec ("landscape", &input);

  g_assert_cmpuint (spec->grid.n_columns, ==, 0);
  g_assert_cmpstr (spec->empty_text, ==, "This map is not worked out yet");
}

static void
test_points_of_the_map_are_runs (void)
{
  IjkFigureInput input = figure_fixture_law_input (law);
  g_autoptr (IjkLandscape) landscape = make_landscape (law, IJK_OUTCOME_EMISSIONS, 2040);
  g_autoptr (IjkResult) corner
      = figure_fixture_run (reference, "ets_price=2026:400 ccs_capacity=2026:2000");
  g_autoptr (IjkResult) middle
      = figure_fixture_run (reference, "ets_price=2026:200 ccs_capacity=2026:6000");
  g_autoptr (IjkChartSpec) spec = NULL;

  input.landscape = landscape;
  spec = reading_spec ("landscape", &input);
  reading_assert_close (spec->grid.values[4] * KT_PER_MT,
                        reading_industry (corner, "emissions", 2040));
  reading_assert_close (spec->grid.values[5 + 2] * KT_PER_MT,
                        reading_industry (middle, "emissions", 2040));
  /* kt a year is shown in Mt, the price as it is. */
  reading_assert_close (spec->grid.y[1], 6);
  reading_assert_close (spec->grid.x[2], 200);
  g_assert_cmpuint (spec->n_rules, ==, 0); /* 2040 has no target */
}

static void
test_map_marks_the_targets_of_its_year (void)
{
  IjkFigureInput input = figure_fixture_law_input (law);
  g_autoptr (IjkLandscape) landscape = make_landscape (law, IJK_OUTCOME_EMISSIONS, 2030);
  g_autoptr (IjkLandscape) levy = make_landscape (law, IJK_OUTCOME_LEVY, 2030);
  g_autoptr (IjkChartSpec) spec = NULL;
  g_autoptr (IjkChartSpec) levy_spec = NULL;

  input.landscape = landscape;
  spec = reading_spec ("landscape", &input);
  g_assert_cmpuint (spec->n_rules, ==, 2);
  g_assert_cmpfloat (spec->rules[0].value, ==, 35.7);
  g_assert_cmpfloat (spec->rules[1].value, ==, 29.1);
  for (guint i = 1; i < spec->grid.n_levels; i++)
    g_assert_cmpfloat (spec->grid.levels[i], >, spec->grid.levels[i - 1]);

  input.landscape = levy;
  levy_spec = reading_spec ("landscape", &input);
  g_assert_cmpuint (levy_spec->n_rules, ==, 0);
}

static void
test_map_marks_where_you_are (void)
{
  g_autoptr (IjkResult) inside
      = figure_fixture_run (reference, "ets_price=2026:100,2030:180 ccs_capacity=2026:4000");
  g_autoptr (IjkResult) outside = figure_fixture_run (reference, "ccs_capacity=2026:20000");
  g_autoptr (IjkLandscape) landscape = make_landscape (inside, IJK_OUTCOME_EMISSIONS, 2030);
  g_autoptr (IjkLandscape) other = make_landscape (outside, IJK_OUTCOME_EMISSIONS, 2030);
  IjkFigureInput input = figure_fixture_input (inside, law);
  g_autoptr (IjkChartSpec) spec = NULL;
  g_autoptr (IjkChartSpec) outside_spec = NULL;
  g_autofree char *emissions
      = g_strdup_printf ("%.1f Mt", reading_industry (inside, "emissions", 2030) / KT_PER_MT);
  g_autofree char *at_law = NULL;
  const double *values;

  input.landscape = landscape;
  spec = reading_spec ("landscape", &input);
  /* The law lies on this map too: 90 EUR/t and 3.3 Mt a year. */
  g_assert_cmpuint (spec->n_markers, ==, 2);
  reading_assert_close (spec->markers[0].x, 180);
  reading_assert_close (spec->markers[0].y, 4);
  g_assert_nonnull (strstr (spec->markers[0].label, emissions));
  reading_assert_close (spec->markers[1].x, 90);
  reading_assert_close (spec->markers[1].y, 3.3);
  /* 90 of 0..100 EUR/t to the right, 1.3 of 2..6 Mt a year up. */
  values = spec->grid.values;
  at_law = g_strdup_printf ("%.1f Mt", (1 - 1.3 / 4) * (0.1 * values[0] + 0.9 * values[1])
                                           + 1.3 / 4 * (0.1 * values[5] + 0.9 * values[6]));
  g_assert_nonnull (strstr (spec->markers[1].label, at_law));

  input = figure_fixture_input (outside, law);
  input.landscape = other;
  outside_spec = reading_spec ("landscape", &input);
  g_assert_cmpuint (outside_spec->n_markers, ==, 1); /* the law only */
}

static void
test_map_of_another_scenario_is_out_of_date (void)
{
  g_autoptr (IjkResult) result = figure_fixture_run (reference, "rnd=2");
  g_autoptr (IjkLandscape) landscape = make_landscape (law, IJK_OUTCOME_EMISSIONS, 2030);
  IjkFigureInput input = figure_fixture_input (result, law);
  g_autoptr (IjkChartSpec) spec = NULL;

  input.landscape = landscape;
  spec = reading_spec ("landscape", &input);
  g_assert_cmpstr (spec->subtitle, ==, "not up to date");
}

static void
test_every_outcome_has_words (void)
{
  IjkFigureInput input = figure_fixture_law_input (law);
  const IjkFigure *figure = ijk_figure_find ("landscape");
  g_autoptr (GHashTable) titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (IjkOutcome outcome = 0; outcome < IJK_N_OUTCOMES; outcome++)
    {
      g_autoptr (IjkLandscape) landscape = make_landscape (law, outcome, 2030);
      g_autoptr (IjkChartSpec) spec = NULL;
      g_autoptr (IjkFigureTable) table = NULL;
      g_autofree char *sentence = NULL;

      input.landscape = landscape;
      spec = ijk_figure_make_spec (figure, &input);
      sentence = ijk_figure_make_sentence (figure, &input);
      table = ijk_figure_make_table (figure, &input);
      g_assert_true (g_hash_table_add (titles, g_strdup (spec->title)));
      g_assert_true (g_str_has_suffix (sentence, "."));
      g_assert_null (strstr (sentence, "nan"));
      g_assert_cmpuint (ijk_figure_table_n_rows (table), ==, 15);
      /* Row by row: the sixth point is the first of the second row. */
      reading_assert_close (ijk_figure_table_get (table, 5, 0), 6);
      reading_assert_close (ijk_figure_table_get (table, 5, 1), spec->grid.values[5]);
    }
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  reference = figure_fixture_load_reference ();
  law = figure_fixture_run (reference, "");
  g_test_add_func ("/figure/landscape/says-when-it-is-not-there",
                   test_map_without_a_landscape_says_so);
  g_test_add_func ("/figure/landscape/points-are-runs", test_points_of_the_map_are_runs);
  g_test_add_func ("/figure/landscape/marks-the-targets-of-its-year",
                   test_map_marks_the_targets_of_its_year);
  g_test_add_func ("/figure/landscape/marks-where-you-are", test_map_marks_where_you_are);
  g_test_add_func ("/figure/landscape/of-another-scenario-is-out-of-date",
                   test_map_of_another_scenario_is_out_of_date);
  g_test_add_func ("/figure/landscape/every-outcome-has-words", test_every_outcome_has_words);
  status = g_test_run ();
  ijk_result_unref (law);
  ijk_reference_unref (reference);
  return status;
}
