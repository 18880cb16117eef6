/* Whether sentences and specs say what the result says. Expected numbers come from the long table of
 * indicators, which other code works out.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "figure-fixture.h"
#include "ijk-figure-private.h"
#include "ijk-indicator.h"

static IjkReference *reference;
static IjkResult *law;

static double
get_indicator (const IjkResult *result,
               IjkItems         items,
               guint            item,
               const char      *id,
               int              year)
{
  const IjkIndicator *indicator = ijk_indicator_find (items, id);

  g_assert_nonnull (indicator);
  return ijk_indicator_value (indicator, result, item, year);
}

static char *
make_sentence (const char           *id,
               const IjkFigureInput *input)
{
  return ijk_figure_make_sentence (ijk_figure_find (id), input);
}

static IjkChartSpec *
make_spec (const char           *id,
           const IjkFigureInput *input)
{
  return ijk_figure_make_spec (ijk_figure_find (id), input);
}

static void
assert_says (const char *sentence,
             char       *words)
{
  g_autofree char *owned = words;

  if (strstr (sentence, owned) == NULL)
    g_error ("“%s” does not say “%s”", sentence, owned);
}

static const IjkChartSeries *
find_series (const IjkChartSpec *spec,
             const char         *label)
{
  for (guint i = 0; i < spec->n_series; i++)
    if (g_strcmp0 (spec->series[i].label, label) == 0)
      return &spec->series[i];
  return NULL;
}

static double
get_value (const IjkChartSpec   *spec,
           const IjkChartSeries *series,
           int                   year)
{
  for (guint i = 0; i < spec->n_x; i++)
    if (spec->x[i] == year)
      return series->values[i];
  return NAN;
}

static void
test_emissions_sentence (void)
{
  const IjkFigureInput input = figure_fixture_law_input (law);
  g_autofree char *sentence = make_sentence ("emissions-by-sector", &input);
  const double in_2030
      = get_indicator (law, IJK_ITEMS_SCOPE, IJK_SCOPE_ITEM_INDUSTRY, "emissions", 2030);
  const double in_2050
      = get_indicator (law, IJK_ITEMS_SCOPE, IJK_SCOPE_ITEM_INDUSTRY, "emissions", 2050);

  assert_says (sentence, g_strdup ("54.0 Mt in 2021"));
  assert_says (sentence, g_strdup_printf ("%.1f Mt in 2030", in_2030 / 1e3));
  assert_says (sentence, g_strdup_printf ("%.1f Mt in 2050", in_2050 / 1e3));
  /* The agreement's 35.7 Mt stands in the reference. */
  assert_says (sentence, g_strdup_printf ("In 2030 that is %.1f Mt above the 35.7 Mt",
                                          in_2030 / 1e3 - 35.7));
  g_assert_null (strstr (sentence, "current law is"));
}

static void
test_emissions_compares_with_law (void)
{
  g_autoptr (IjkResult) result = figure_fixture_run (reference, "ets_price=2026:500");
  const IjkFigureInput input = figure_fixture_input (result, law);
  g_autofree char *sentence = make_sentence ("emissions-by-sector", &input);
  const double difference
      = get_indicator (result, IJK_ITEMS_SCOPE, IJK_SCOPE_ITEM_INDUSTRY, "emissions", 2050)
        - get_indicator (law, IJK_ITEMS_SCOPE, IJK_SCOPE_ITEM_INDUSTRY, "emissions", 2050);

  g_assert_cmpfloat (difference, <, -100);
  assert_says (sentence, g_strdup_printf ("−%.1f Mt in 2050", -difference / 1e3));
}

/* Areas of sectors sum to the line of the total, in every year that has them. */
static void
test_sectors_sum_to_total (void)
{
  const IjkFigureInput input = figure_fixture_law_input (law);
  g_autoptr (IjkChartSpec) spec = make_spec ("emissions-by-sector", &input);
  const IjkChartSeries *total = find_series (spec, "Current law");

  g_assert_nonnull (total);
  for (int year = IJK_FIRST_YEAR; year <= IJK_LAST_YEAR; year++)
    {
      const double industry
          = get_indicator (law, IJK_ITEMS_SCOPE, IJK_SCOPE_ITEM_INDUSTRY, "emissions", year) / 1e3;
      double sum = 0;

      for (guint i = 0; i < spec->n_series; i++)
        if (spec->series[i].shape == IJK_SHAPE_AREA)
          sum += get_value (spec, &spec->series[i], year);
      g_assert_cmpfloat_with_epsilon (sum, industry, 1e-9);
      g_assert_cmpfloat_with_epsilon (get_value (spec, total, year), industry, 1e-9);
    }
}

/* history.csv: 55.4 Mt in 2015, 53.7 in 2020; the axis begins where history does. */
static void
test_history_before_the_model (void)
{
  const IjkFigureInput input = figure_fixture_law_input (law);
  g_autoptr (IjkChartSpec) spec = make_spec ("emissions-by-sector", &input);
  const IjkChartSeries *total = find_series (spec, "Current law");

  g_assert_cmpfloat (spec->x[0], ==, 2015);
  g_assert_cmpfloat (get_value (spec, total, 2015), ==, 55.4);
  g_assert_cmpfloat (get_value (spec, total, 2020), ==, 53.7);
  g_assert_true (isnan (get_value (spec, find_series (spec, "Refining"), 2020)));
}

static void
test_targets (void)
{
  const IjkFigureInput input = figure_fixture_law_input (law);
  g_autoptr (IjkChartSpec) spec = make_spec ("emissions-by-sector", &input);

  g_assert_cmpuint (spec->n_markers, ==, 3);
  g_assert_cmpstr (spec->markers[0].label, ==, "35.7 agreed");
  g_assert_cmpint (spec->markers[0].symbol, ==, IJK_SYMBOL_DIAMOND);
  g_assert_cmpstr (spec->markers[1].label, ==, "29.1 indicative");
  g_assert_cmpint (spec->markers[1].symbol, ==, IJK_SYMBOL_HOLLOW_DIAMOND);
  g_assert_cmpfloat (spec->markers[2].x, ==, 2050);
  g_assert_cmpint (spec->markers[2].symbol, ==, IJK_SYMBOL_HOLLOW_DIAMOND);
}

/* Without measures = remaining + all wedges: the stack ends on the dotted line. */
static void
test_wedges_reach_unabated (void)
{
  g_autoptr (IjkResult) result = figure_fixture_run (reference, FIGURE_FIXTURE_PACE);
  const IjkFigureInput input = figure_fixture_input (result, law);
  g_autoptr (IjkChartSpec) spec = make_spec ("emissions-by-measure", &input);
  const IjkChartSeries *top = find_series (spec, "Without measures");

  for (int year = IJK_FIRST_YEAR; year <= IJK_LAST_YEAR; year++)
    {
      double sum = 0;

      for (guint i = 0; i < spec->n_series; i++)
        if (spec->series[i].shape == IJK_SHAPE_AREA)
          sum += get_value (spec, &spec->series[i], year);
      g_assert_cmpfloat_with_epsilon (sum, get_value (spec, top, year), 1e-9);
    }
}

/* policy.csv: 0.687 by the act of 2021, 0.667 by the tightening of 2023, 1.22 by the tax plan. */
static void
test_statutes (void)
{
  const IjkFigureInput input = figure_fixture_law_input (law);
  g_autoptr (IjkChartSpec) spec = make_spec ("benchmark-path", &input);
  g_autofree char *sentence = make_sentence ("benchmark-path", &input);
  const IjkChartSeries *statute = find_series (spec, "Tax plan for 2026");

  g_assert_cmpfloat_with_epsilon (get_value (spec, statute, 2030), 1.22, 1e-12);
  g_assert_cmpint (statute->role, ==, IJK_ROLE_REFERENCE);
  g_assert_cmpint (statute->dash, ==, IJK_DASH_DASHED);
  g_assert_cmpfloat_with_epsilon (get_value (spec, find_series (spec, "Act of 2021"), 2030), 0.687,
                                  1e-12);
  g_assert_cmpfloat_with_epsilon (get_value (spec, find_series (spec, "Tightening of 2023"), 2030),
                                  0.667, 1e-12);
  assert_says (sentence, g_strdup ("Act of 2021 prescribes 0.687 in 2030."));
  assert_says (sentence, g_strdup ("It stays at 1 or more in all years ahead"));
}

static void
test_path_below_one (void)
{
  g_autoptr (IjkResult) result
      = figure_fixture_run (reference, "reduction_factor=2026:1.1,2030:0.9,2050:0.5");
  const IjkFigureInput input = figure_fixture_input (result, law);
  g_autofree char *sentence = make_sentence ("benchmark-path", &input);
  g_autoptr (IjkChartSpec) spec = make_spec ("benchmark-path", &input);

  /* 1.1 in 2026 less 0.05 a year: 1.00 in 2028, 0.95 in 2029. */
  assert_says (sentence, g_strdup ("From 2029 on it is below 1"));
  /* A path that moves to the end is shown to the end. */
  g_assert_cmpfloat (spec->x[spec->n_x - 1], ==, 2050);
}

static void
test_levy_is_what_sectors_pay (void)
{
  g_autoptr (IjkResult) result = figure_fixture_run (reference, FIGURE_FIXTURE_PACE);
  const IjkFigureInput input = figure_fixture_input (result, law);
  g_autoptr (IjkChartSpec) spec = make_spec ("levy", &input);
  const double due = get_indicator (result, IJK_ITEMS_SCOPE, IJK_SCOPE_ITEM_ALL, "levy", 2030);
  double sum = 0;

  for (guint i = 0; i < spec->n_series; i++)
    if (spec->series[i].shape == IJK_SHAPE_COLUMN && get_value (spec, &spec->series[i], 2030) > 0)
      sum += get_value (spec, &spec->series[i], 2030);
  g_assert_cmpfloat (due, >, 100);
  g_assert_cmpfloat_with_epsilon (sum, due, 1e-9);
}

/* 460 net and 463 due would look like a mistake if either had no name. */
static void
test_levy_names_due_and_net (void)
{
  const IjkFigureInput input = figure_fixture_law_input (law);
  g_autoptr (IjkChartSpec) spec = make_spec ("levy", &input);
  const double due = get_indicator (law, IJK_ITEMS_SCOPE, IJK_SCOPE_ITEM_ALL, "levy", 2030);
  const double net = get_indicator (law, IJK_ITEMS_SCOPE, IJK_SCOPE_ITEM_ALL, "net_levy", 2030);
  g_autofree char *subtitle = g_strdup_printf ("€%.0f million net in 2030", net);

  g_assert_cmpfloat (due - net, >, 1);
  g_assert_cmpstr (spec->subtitle, ==, subtitle);
  g_assert_cmpstr (spec->panels[1].axis.name, ==, "Levy due, € million a year");
  assert_says (spec->description, g_strdup_printf ("returned, €%.0f million is due in 2030", due));
}

/* The lever's help says that 25,000 means none. */
static void
test_no_ceiling_is_no_line (void)
{
  const IjkFigureInput of_law = figure_fixture_law_input (law);
  g_autoptr (IjkResult) none
      = figure_fixture_run (reference, "ccs_ceiling=2026:25000");
  g_autoptr (IjkResult) some = figure_fixture_run (reference, "ccs_ceiling=2026:9700");
  const IjkFigureInput without = figure_fixture_input (none, law);
  const IjkFigureInput with = figure_fixture_input (some, law);
  g_autoptr (IjkChartSpec) law_spec = make_spec ("ccs", &of_law);
  g_autoptr (IjkChartSpec) spec = make_spec ("ccs", &without);
  g_autoptr (IjkChartSpec) with_spec = make_spec ("ccs", &with);
  const char *name = "Ceiling on subsidy for CCS";

  g_assert_true (isnan (get_value (spec, find_series (spec, name), 2030)));
  g_assert_true (isnan (get_value (law_spec, find_series (law_spec, name), 2030)));
  /* The ceiling of 2021 was 9.7 Mt. */
  g_assert_cmpfloat (get_value (law_spec, find_series (law_spec, name), 2021), ==, 9.7);
  g_assert_cmpfloat (get_value (with_spec, find_series (with_spec, name), 2030), ==, 9.7);
}

static void
test_round_commits_what_it_grants (void)
{
  static const int years[] = { 2026, 2030, 2035 };

  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      IjkFigureInput input = figure_fixture_law_input (law);
      g_autoptr (IjkFigureTable) table = NULL;
      double granted = 0;

      input.year = years[i];
      table = ijk_figure_make_table (ijk_figure_find ("subsidy-round"), &input);
      for (guint row = 0; row < ijk_figure_table_n_rows (table); row++)
        {
          g_assert_cmpfloat (ijk_figure_table_get (table, row, 0), ==, row + 1);
          /* Those who need least go first. */
          if (row > 0)
            g_assert_cmpfloat (ijk_figure_table_get (table, row, 1), >=,
                               ijk_figure_table_get (table, row - 1, 1));
          g_assert_cmpstr (g_ptr_array_index (table->notes, row), !=, "");
          granted += ijk_figure_table_get (table, row, 3);
        }
      g_assert_cmpfloat_with_epsilon (
          granted, get_indicator (law, IJK_ITEMS_NL, 0, "sde_committed", years[i]), 1e-6);
    }
}

static void
test_no_round (void)
{
  IjkFigureInput input = figure_fixture_law_input (law);
  g_autoptr (IjkChartSpec) spec = NULL;
  g_autofree char *sentence = NULL;

  input.year = 2023;
  spec = make_spec ("subsidy-round", &input);
  sentence = make_sentence ("subsidy-round", &input);
  g_assert_cmpuint (spec->n_rows, ==, 0);
  assert_says (sentence, g_strdup ("Nobody competes for SDE++ subsidy in 2023"));
}

/* What measures cost is borne by industry and State together, whoever gains. */
static void
test_cost_is_shared_out (void)
{
  g_autoptr (IjkResult) result = figure_fixture_run (reference, FIGURE_FIXTURE_PACE);
  const IjkFigureInput input = figure_fixture_input (result, law);
  g_autoptr (IjkChartSpec) spec = make_spec ("cost", &input);
  const IjkChartSeries *industry = find_series (spec, "Industry");
  const IjkChartSeries *state = find_series (spec, "The State");

  for (int year = IJK_FIRST_FREE_YEAR; year <= IJK_LAST_YEAR; year++)
    g_assert_cmpfloat_with_epsilon (get_value (spec, industry, year) + get_value (spec, state, year),
                                    get_indicator (result, IJK_ITEMS_NL, 0, "abatement_cost", year),
                                    1e-6);
}

/* The columns below, received money negative, end on the line of what industry pays in all. */
static void
test_parts_of_industry_cost (void)
{
  g_autoptr (IjkResult) result = figure_fixture_run (reference, FIGURE_FIXTURE_PACE " levy_return=0.5");
  const IjkFigureInput input = figure_fixture_input (result, law);
  g_autoptr (IjkChartSpec) spec = make_spec ("cost", &input);
  const IjkChartSeries *all = find_series (spec, "Industry in all");

  for (int year = IJK_FIRST_FREE_YEAR; year <= IJK_LAST_YEAR; year++)
    {
      double sum = 0;

      for (guint i = 0; i < spec->n_series; i++)
        if (spec->series[i].shape == IJK_SHAPE_COLUMN && spec->series[i].panel == 1)
          sum += get_value (spec, &spec->series[i], year);
      g_assert_cmpfloat_with_epsilon (sum, get_value (spec, all, year), 1e-6);
    }
}

static void
test_law_draws_no_comparison (void)
{
  static const char *const ids[] = { "emissions-by-sector", "emissions-by-measure", "levy", "ccs",
                                     "subsidy", "cost" };
  const IjkFigureInput of_law = figure_fixture_law_input (law);
  const IjkFigureInput other = figure_fixture_input (law, law);

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (IjkChartSpec) alone = make_spec (ids[i], &of_law);
      g_autoptr (IjkChartSpec) compared = make_spec (ids[i], &other);
      guint n_dashed = 0;

      for (guint k = 0; k < compared->n_series; k++)
        n_dashed += compared->series[k].role == IJK_ROLE_REFERENCE;
      for (guint k = 0; k < alone->n_series; k++)
        g_assert_cmpint (alone->series[k].role, !=, IJK_ROLE_REFERENCE);
      g_assert_cmpuint (n_dashed, >, 0);
    }
}

static void
test_turning_points (void)
{
  double yearly[IJK_N_YEARS];

  /* 10, 9, 8, ... with a peak in 2030 and an unknown 2035. */
  for (guint t = 0; t < IJK_N_YEARS; t++)
    yearly[t] = 10 - (double) t;
  yearly[IJK_YEAR_INDEX (2030)] = 50;
  yearly[IJK_YEAR_INDEX (2035)] = NAN;
  g_assert_cmpint (ijk_yearly_peak (yearly, 2021, 2050), ==, 2030);
  g_assert_cmpint (ijk_yearly_peak (yearly, 2031, 2050), ==, 2031);
  g_assert_cmpint (ijk_yearly_peak (yearly, 2035, 2035), ==, 0);
  /* 10 - t <= 5.5 from t = 5. */
  g_assert_cmpint (ijk_yearly_first_below (yearly, 5.5, 2021, 2050), ==, 2026);
  g_assert_cmpint (ijk_yearly_first_below (yearly, -100, 2021, 2050), ==, 0);
  g_assert_cmpint (ijk_yearly_first_above (yearly, 20, 2021, 2050), ==, 2030);
  g_assert_cmpint (ijk_yearly_steepest_fall (yearly, 2021, 2050), ==, 2031);
  g_assert_cmpint (ijk_yearly_steepest_fall (yearly, 2030, 2030), ==, 0);
  /* 10 + 9 + 8 */
  g_assert_cmpfloat (ijk_yearly_sum (yearly, 2021, 2023), ==, 27);
  g_assert_cmpfloat (ijk_yearly_sum (yearly, 2035, 2035), ==, 0);
  /* Years that there are not are left out. */
  g_assert_cmpfloat (ijk_yearly_sum (yearly, 1990, 2021), ==, 10);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  ijk_language_init ("/nowhere");
  g_assert_true (ijk_language_select ("en"));
  reference = figure_fixture_load_reference ();
  law = figure_fixture_run (reference, "");
  g_test_add_func ("/figure-words/emissions/sentence", test_emissions_sentence);
  g_test_add_func ("/figure-words/emissions/compares-with-law", test_emissions_compares_with_law);
  g_test_add_func ("/figure-words/emissions/sectors-sum-to-total", test_sectors_sum_to_total);
  g_test_add_func ("/figure-words/emissions/history", test_history_before_the_model);
  g_test_add_func ("/figure-words/emissions/targets", test_targets);
  g_test_add_func ("/figure-words/measures/wedges-reach-unabated", test_wedges_reach_unabated);
  g_test_add_func ("/figure-words/path/statutes", test_statutes);
  g_test_add_func ("/figure-words/path/below-one", test_path_below_one);
  g_test_add_func ("/figure-words/levy/sum-of-sectors", test_levy_is_what_sectors_pay);
  g_test_add_func ("/figure-words/levy/due-and-net", test_levy_names_due_and_net);
  g_test_add_func ("/figure-words/ccs/no-ceiling-is-no-line", test_no_ceiling_is_no_line);
  g_test_add_func ("/figure-words/round/commits-what-it-grants", test_round_commits_what_it_grants);
  g_test_add_func ("/figure-words/round/none", test_no_round);
  g_test_add_func ("/figure-words/cost/is-shared-out", test_cost_is_shared_out);
  g_test_add_func ("/figure-words/cost/parts-of-industry", test_parts_of_industry_cost);
  g_test_add_func ("/figure-words/law-draws-no-comparison", test_law_draws_no_comparison);
  g_test_add_func ("/figure-words/turning-points", test_turning_points);
  status = g_test_run ();
  ijk_result_unref (law);
  ijk_reference_unref (reference);
  return status;
}
