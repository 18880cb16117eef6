/* Whether the recipes of the cost curve, limits, energy, technicians, effects elsewhere and the
 * waterfall say what the result says. Expected numbers come from the long
 * table of indicators, from sums that must close, or from the tables of the reference read by
 * hand; none from the recipe itself.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "figure-fixture.h"
#include "figure-reading.h"

#define TOLERANCE 1e-9
#define KT_PER_MT 1e3

static IjkReference *reference;
static IjkResult *law;

/* ---- cost curve ---- */

static void
test_curve_adds_up_to_the_measures (void)
{
  static const int years[] = { 2030, 2040, 2050 };
  IjkFigureInput input = figure_fixture_law_input (law);

  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      g_autoptr (IjkChartSpec) spec = NULL;
      g_autoptr (IjkFigureTable) table = NULL;
      double table_kt = 0;
      double blocks_kt = 0;

      input.year = years[i];
      spec = reading_spec ("marginal-cost", &input);
      table = reading_table ("marginal-cost", &input);
      for (guint row = 0; row < ijk_figure_table_n_rows (table); row++)
        table_kt += ijk_figure_table_get (table, row, 1);
      for (guint k = 0; k < spec->n_blocks; k++)
        {
          blocks_kt += spec->blocks[k].width * KT_PER_MT;
          if (k > 0)
            g_assert_cmpfloat (spec->blocks[k].height, >=, spec->blocks[k - 1].height);
        }
      reading_assert_close (table_kt, reading_industry (law, "measures", years[i]));
      /* Slivers are left out, and only slivers. */
      g_assert_cmpfloat (blocks_kt, <=, table_kt * (1 + TOLERANCE));
      g_assert_cmpfloat (blocks_kt, >, 0.98 * table_kt);
    }
}

static void
test_curve_is_empty_before_measures_run (void)
{
  IjkFigureInput input = figure_fixture_law_input (law);
  g_autoptr (IjkChartSpec) spec = NULL;

  input.year = 2024;
  spec = reading_spec ("marginal-cost", &input);
  g_assert_cmpuint (spec->n_blocks, ==, 0);
}

static void
test_curve_shows_the_ets_price (void)
{
  const IjkFigureInput input = figure_fixture_law_input (law);
  g_autoptr (IjkChartSpec) spec = reading_spec ("marginal-cost", &input);
  const double price = reading_indicator (law, IJK_ITEMS_NL, 0, "ets_price", 2030);
  gboolean is_found = FALSE;

  for (guint i = 0; i < spec->n_rules; i++)
    is_found |= fabs (spec->rules[i].value - price) < TOLERANCE;
  g_assert_true (is_found);
}

/* ---- limits ---- */

static double
sum_of_role (const IjkChartSpec *spec,
             IjkRole             role)
{
  double sum = 0;

  for (guint i = 0; i < spec->n_segments; i++)
    if (spec->segments[i].role == role)
      sum += spec->segments[i].to - spec->segments[i].from;
  return sum;
}

/* kt a year over all cells: wanted, less what each cell's limit leaves. */
static double
sum_held_back (const IjkResult *result,
               int              year)
{
  double sum = 0;

  for (guint c = 0; c < reference->n_cells; c++)
    sum += reading_indicator (result, IJK_ITEMS_CELL, c, "wanted", year)
           * (1 - reading_indicator (result, IJK_ITEMS_CELL, c, "limit", year));
  return sum;
}

static void
test_limits_close (void)
{
  const IjkFigureInput input = figure_fixture_law_input (law);
  g_autoptr (IjkChartSpec) spec = reading_spec ("limits", &input);
  double wanted = 0;

  for (guint row = 0; row < spec->n_rows; row++)
    {
      double sum = 0;

      for (guint i = 0; i < spec->n_segments; i++)
        if (spec->segments[i].row == row)
          sum += spec->segments[i].to - spec->segments[i].from;
      reading_assert_close (sum, spec->rows[row].value);
    }
  for (guint c = 0; c < reference->n_cells; c++)
    wanted += reading_indicator (law, IJK_ITEMS_CELL, c, "wanted", 2030);
  /* Nothing binds under current law: what is wanted is decided, but for what is too small to
   * list. */
  reading_assert_close (sum_held_back (law, 2030), 0);
  reading_assert_close (sum_of_role (spec, IJK_ROLE_TARGET), 0);
  g_assert_cmpfloat_with_epsilon (sum_of_role (spec, IJK_ROLE_SERIES_1), wanted, 1);
}

static void
test_limits_name_what_binds (void)
{
  g_autoptr (IjkResult) result = figure_fixture_run (reference, "technicians=2026:200");
  const IjkFigureInput input = figure_fixture_input (result, law);
  g_autoptr (IjkChartSpec) spec = reading_spec ("limits", &input);
  g_autoptr (IjkFigureTable) table = reading_table ("limits", &input);
  const guint row = reading_row (table, "Industrial heat pumps");

  g_assert_cmpfloat (sum_held_back (result, 2030), >, 100);
  g_assert_cmpfloat_with_epsilon (sum_of_role (spec, IJK_ROLE_TARGET),
                                  sum_held_back (result, 2030), 1);
  g_assert_nonnull (strstr (g_ptr_array_index (table->notes, row), "technicians"));
}

static void
test_limits_name_an_empty_budget (void)
{
  g_autoptr (IjkResult) result = figure_fixture_run (reference, "sde_budget=2026:0");
  const IjkFigureInput input = figure_fixture_input (result, law);
  g_autoptr (IjkFigureTable) table = reading_table ("limits", &input);
  const guint row = reading_row (table, "Hybrid e-boilers, about 3000 hours");

  g_assert_nonnull (strstr (g_ptr_array_index (table->notes, row), "budget"));
  g_assert_cmpfloat (ijk_figure_table_get (table, row, 3), >, 0);
}

/* An empty picture says why: before there are decisions, and where all is prescribed. */
static void
test_limits_say_why_there_is_nothing (void)
{
  g_autoptr (IjkResult) result = figure_fixture_run (
      reference, "efficiency_share=exactly:1 heat_share=exactly:1 ccu_share=exactly:1 "
                 "electrification_share=exactly:1 hydrogen_share=exactly:1 "
                 "geothermal_bio_share=exactly:1 ccs_share=exactly:1 circular_share=exactly:1 "
                 "steel_share=exactly:1 n2o_share=exactly:1");
  IjkFigureInput input = figure_fixture_input (result, law);

  for (int year = 2030; year >= 2025; year -= 5)
    {
      g_autoptr (IjkChartSpec) spec = NULL;

      input.year = year;
      spec = reading_spec ("limits", &input);
      g_assert_cmpuint (spec->n_rows, ==, 0);
      g_assert_true ((strstr (spec->empty_text, "2026") != NULL) == (year < 2026));
      g_assert_true ((strstr (spec->description, "start in 2026") != NULL) == (year < 2026));
    }
}

/* ---- energy, technicians ---- */

static void
test_energy_is_that_of_the_long_table (void)
{
  const IjkFigureInput input = figure_fixture_law_input (law);
  g_autoptr (IjkChartSpec) spec = reading_spec ("energy", &input);

  /* TWh = GWh / 1000;  PJ = TJ / 1000 */
  reading_assert_close (reading_value (spec, "Electricity", 2040),
                            reading_indicator (law, IJK_ITEMS_NL, 0, "electricity", 2040) / 1e3);
  reading_assert_close (reading_value (spec, "Gas", 2040),
                            reading_indicator (law, IJK_ITEMS_NL, 0, "gas", 2040) / 1e3);
  reading_assert_close (reading_value (spec, "Hydrogen", 2050),
                            reading_indicator (law, IJK_ITEMS_NL, 0, "hydrogen", 2050) / 1e3);
  g_assert_cmpuint (reading_series (spec, "Electricity")->panel, ==, 0);
  g_assert_cmpuint (reading_series (spec, "Gas")->panel, ==, 1);
}

static void
test_technicians_count_the_years_without_spare_people (void)
{
  g_autoptr (IjkResult) result = figure_fixture_run (reference, "technicians=2026:100");
  const IjkFigureInput scarce = figure_fixture_input (result, law);
  const IjkFigureInput input = figure_fixture_law_input (law);
  g_autoptr (IjkChartSpec) spec = reading_spec ("technicians", &scarce);
  g_autoptr (IjkChartSpec) law_spec = reading_spec ("technicians", &input);

  /* 100 people are fewer than any year of the law needs, so none of the 25 years has any to
   * spare. */
  for (int year = IJK_FIRST_FREE_YEAR; year <= IJK_LAST_YEAR; year++)
    g_assert_cmpfloat (reading_indicator (law, IJK_ITEMS_NL, 0, "technicians", year), >, 100);
  g_assert_cmpstr (spec->subtitle, ==, "all at work in 25 years");
  g_assert_nonnull (strstr (law_spec->subtitle, "at most"));
  reading_assert_close (reading_value (spec, "Needed", 2035), 100);
}

/* ---- elsewhere, abroad ---- */

static void
test_balance_elsewhere_is_the_sum_of_its_parts (void)
{
  const IjkFigureInput input = figure_fixture_law_input (law);
  g_autoptr (IjkChartSpec) spec = reading_spec ("indirect", &input);

  for (int year = IJK_FIRST_FREE_YEAR; year <= IJK_LAST_YEAR; year++)
    {
      double outside_kt = 0;
      double beside_mt = 0;

      for (guint m = 0; m < reference->n_measures; m++)
        outside_kt += reading_indicator (law, IJK_ITEMS_MEASURE, m, "outside", year);
      reading_assert_close (reading_value (spec, "Balance", year),
                                reading_indicator (law, IJK_ITEMS_NL, 0, "indirect", year)
                                    + reading_indicator (law, IJK_ITEMS_NL, 0,
                                                         "abroad", year) - outside_kt);
      for (guint i = 0; i < spec->n_series; i++)
        if (spec->series[i].panel == 1)
          beside_mt += spec->series[i].values[year - IJK_FIRST_YEAR];
      reading_assert_close (beside_mt * KT_PER_MT,
                            reading_indicator (law, IJK_ITEMS_SCOPE, IJK_SCOPE_ITEM_ENERGY,
                                               "emissions", year));
    }
}

static void
test_balance_is_unknown_before_measures (void)
{
  const IjkFigureInput input = figure_fixture_law_input (law);
  g_autoptr (IjkChartSpec) spec = reading_spec ("indirect", &input);

  g_assert_true (isnan (reading_value (spec, "Balance", 2023)));
}

/* The decomposition has what left with output: share = left / (left + what is there). */
static void
test_lost_output_is_that_of_the_decomposition (void)
{
  const IjkFigureInput input = figure_fixture_law_input (law);
  g_autoptr (IjkChartSpec) spec = reading_spec ("leakage", &input);
  const int year = 2040;
  const double left_kt = reading_industry (law, "leakage", year);
  double unabated_kt = 0;

  for (guint s = 0; s < reference->n_sectors; s++)
    if (reference->sectors[s].is_in_industry)
      unabated_kt += reading_indicator (law, IJK_ITEMS_SECTOR, s, "unabated", year);
  g_assert_cmpfloat (left_kt, >, 0);
  reading_assert_close (reading_value (spec, "All of industry", year),
                            100 * left_kt / (left_kt + unabated_kt));
  reading_assert_close (reading_value (spec, "Abroad", year),
                            reading_indicator (law, IJK_ITEMS_NL, 0, "abroad", year));
}

/* ---- waterfall ---- */

static void
test_waterfall_closes (void)
{
  static const int years[] = { 2023, 2030, 2050 };
  IjkFigureInput input = figure_fixture_law_input (law);

  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      g_autoptr (IjkChartSpec) spec = NULL;
      double sum_mt = 0;

      input.year = years[i];
      spec = reading_spec ("difference", &input);
      for (guint row = 0; row + 1 < spec->n_rows; row++)
        sum_mt += spec->rows[row].value;
      reading_assert_close (spec->rows[0].value * KT_PER_MT,
                            reading_industry (law, "emissions", 2021));
      reading_assert_close (sum_mt * KT_PER_MT, reading_industry (law, "emissions", years[i]));
      reading_assert_close (spec->rows[spec->n_rows - 1].value, sum_mt);
      for (guint k = 1; k + 1 < spec->n_segments; k++)
        reading_assert_close (spec->segments[k].from, spec->segments[k - 1].to);
    }
}

static void
test_waterfall_has_targets_of_its_year_only (void)
{
  IjkFigureInput input = figure_fixture_law_input (law);
  g_autoptr (IjkChartSpec) near = reading_spec ("difference", &input);
  g_autoptr (IjkChartSpec) between = NULL;

  input.year = 2035;
  between = reading_spec ("difference", &input);
  g_assert_cmpuint (near->n_rules, ==, 2); /* 35.7 and 29.1 Mt */
  g_assert_cmpfloat (near->rules[0].value, ==, 35.7);
  g_assert_cmpuint (between->n_rules, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  reference = figure_fixture_load_reference ();
  law = figure_fixture_run (reference, "");
  g_test_add_func ("/figure/marginal-cost/adds-up-to-the-measures",
                   test_curve_adds_up_to_the_measures);
  g_test_add_func ("/figure/marginal-cost/is-empty-before-measures-run",
                   test_curve_is_empty_before_measures_run);
  g_test_add_func ("/figure/marginal-cost/shows-the-ets-price", test_curve_shows_the_ets_price);
  g_test_add_func ("/figure/limits/close", test_limits_close);
  g_test_add_func ("/figure/limits/name-what-binds", test_limits_name_what_binds);
  g_test_add_func ("/figure/limits/name-an-empty-budget", test_limits_name_an_empty_budget);
  g_test_add_func ("/figure/limits/say-why-there-is-nothing",
                   test_limits_say_why_there_is_nothing);
  g_test_add_func ("/figure/energy/is-that-of-the-long-table",
                   test_energy_is_that_of_the_long_table);
  g_test_add_func ("/figure/technicians/count-the-years-without-spare-people",
                   test_technicians_count_the_years_without_spare_people);
  g_test_add_func ("/figure/indirect/balance-is-the-sum-of-its-parts",
                   test_balance_elsewhere_is_the_sum_of_its_parts);
  g_test_add_func ("/figure/indirect/balance-is-unknown-before-measures",
                   test_balance_is_unknown_before_measures);
  g_test_add_func ("/figure/leakage/is-that-of-the-decomposition",
                   test_lost_output_is_that_of_the_decomposition);
  g_test_add_func ("/figure/difference/closes", test_waterfall_closes);
  g_test_add_func ("/figure/difference/has-targets-of-its-year-only",
                   test_waterfall_has_targets_of_its_year_only);
  status = g_test_run ();
  ijk_result_unref (law);
  ijk_reference_unref (reference);
  return status;
}
