/* Whether the recipes of cost curve, limits, energy, regions, companies and the map say what the
 * result says. Expected numbers come from the long table of indicators, from sums that must close,
 * or from the tables of the reference read by hand; none from the recipe itself.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "figure-fixture.h"
#include "ijk-indicator.h"

#define TOLERANCE 1e-9
#define KT_PER_MT 1e3

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

static double
get_industry (const IjkResult *result,
              const char      *id,
              int              year)
{
  return get_indicator (result, IJK_ITEMS_SCOPE, IJK_SCOPE_ITEM_INDUSTRY, id, year);
}

static void
assert_close (double actual,
              double expected)
{
  g_assert_cmpfloat_with_epsilon (actual, expected, TOLERANCE * MAX (1, fabs (expected)));
}

static IjkChartSpec *
make_spec (const char           *id,
           const IjkFigureInput *input)
{
  return ijk_figure_make_spec (ijk_figure_find (id), input);
}

static IjkFigureTable *
make_table (const char           *id,
            const IjkFigureInput *input)
{
  return ijk_figure_make_table (ijk_figure_find (id), input);
}

static const IjkChartSeries *
find_series (const IjkChartSpec *spec,
             const char         *label)
{
  for (guint i = 0; i < spec->n_series; i++)
    if (g_strcmp0 (spec->series[i].label, label) == 0)
      return &spec->series[i];
  g_error ("no series “%s”", label);
}

static double
get_value (const IjkChartSpec *spec,
           const char         *label,
           int                 year)
{
  const IjkChartSeries *series = find_series (spec, label);

  for (guint i = 0; i < spec->n_x; i++)
    if (spec->x[i] == year)
      return series->values[i];
  g_error ("no year %d", year);
}

static guint
find_row (const IjkFigureTable *table,
          const char           *label)
{
  for (guint i = 0; i < ijk_figure_table_n_rows (table); i++)
    if (g_str_equal (g_ptr_array_index (table->labels, i), label))
      return i;
  g_error ("no row “%s”", label);
}

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
      spec = make_spec ("marginal-cost", &input);
      table = make_table ("marginal-cost", &input);
      for (guint row = 0; row < ijk_figure_table_n_rows (table); row++)
        table_kt += ijk_figure_table_get (table, row, 1);
      for (guint k = 0; k < spec->n_blocks; k++)
        {
          blocks_kt += spec->blocks[k].width * KT_PER_MT;
          if (k > 0)
            g_assert_cmpfloat (spec->blocks[k].height, >=, spec->blocks[k - 1].height);
        }
      assert_close (table_kt, get_industry (law, "measures", years[i]));
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
  spec = make_spec ("marginal-cost", &input);
  g_assert_cmpuint (spec->n_blocks, ==, 0);
}

static void
test_curve_shows_the_ets_price (void)
{
  const IjkFigureInput input = figure_fixture_law_input (law);
  g_autoptr (IjkChartSpec) spec = make_spec ("marginal-cost", &input);
  const double price = get_indicator (law, IJK_ITEMS_NL, 0, "ets_price", 2030);
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
    sum += get_indicator (result, IJK_ITEMS_CELL, c, "wanted", year)
           * (1 - get_indicator (result, IJK_ITEMS_CELL, c, "limit", year));
  return sum;
}

static void
test_limits_close (void)
{
  const IjkFigureInput input = figure_fixture_law_input (law);
  g_autoptr (IjkChartSpec) spec = make_spec ("limits", &input);
  double wanted = 0;

  for (guint row = 0; row < spec->n_rows; row++)
    {
      double sum = 0;

      for (guint i = 0; i < spec->n_segments; i++)
        if (spec->segments[i].row == row)
          sum += spec->segments[i].to - spec->segments[i].from;
      assert_close (sum, spec->rows[row].value);
    }
  for (guint c = 0; c < reference->n_cells; c++)
    wanted += get_indicator (law, IJK_ITEMS_CELL, c, "wanted", 2030);
  /* Nothing binds under current law: what is wanted is decided, but for what is too small to
   * list. */
  assert_close (sum_held_back (law, 2030), 0);
  assert_close (sum_of_role (spec, IJK_ROLE_TARGET), 0);
  g_assert_cmpfloat_with_epsilon (sum_of_role (spec, IJK_ROLE_SERIES_1), wanted, 1);
}

static void
test_limits_name_what_binds (void)
{
  g_autoptr (IjkResult) result = figure_fixture_run (reference, "technicians=2026:200");
  const IjkFigureInput input = figure_fixture_input (result, law);
  g_autoptr (IjkChartSpec) spec = make_spec ("limits", &input);
  g_autoptr (IjkFigureTable) table = make_table ("limits", &input);
  const guint row = find_row (table, "Industrial heat pumps");

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
  g_autoptr (IjkFigureTable) table = make_table ("limits", &input);
  const guint row = find_row (table, "Hybrid e-boilers, about 3000 hours");

  g_assert_nonnull (strstr (g_ptr_array_index (table->notes, row), "budget"));
  g_assert_cmpfloat (ijk_figure_table_get (table, row, 3), >, 0);
}

/* ---- energy, technicians ---- */

static void
test_energy_is_that_of_the_long_table (void)
{
  const IjkFigureInput input = figure_fixture_law_input (law);
  g_autoptr (IjkChartSpec) spec = make_spec ("energy", &input);

  /* TWh = GWh / 1000;  PJ = TJ / 1000 */
  assert_close (get_value (spec, "Electricity", 2040),
                get_indicator (law, IJK_ITEMS_NL, 0, "electricity", 2040) / 1e3);
  assert_close (get_value (spec, "Gas", 2040),
                get_indicator (law, IJK_ITEMS_NL, 0, "gas", 2040) / 1e3);
  assert_close (get_value (spec, "Hydrogen", 2050),
                get_indicator (law, IJK_ITEMS_NL, 0, "hydrogen", 2050) / 1e3);
  g_assert_cmpuint (find_series (spec, "Electricity")->panel, ==, 0);
  g_assert_cmpuint (find_series (spec, "Gas")->panel, ==, 1);
}

static void
test_technicians_count_the_years_without_spare_people (void)
{
  g_autoptr (IjkResult) result = figure_fixture_run (reference, "technicians=2026:100");
  const IjkFigureInput scarce = figure_fixture_input (result, law);
  const IjkFigureInput input = figure_fixture_law_input (law);
  g_autoptr (IjkChartSpec) spec = make_spec ("technicians", &scarce);
  g_autoptr (IjkChartSpec) law_spec = make_spec ("technicians", &input);

  /* 100 people are fewer than any year of the law needs, so none of the 25 years has any to
   * spare. */
  for (int year = IJK_FIRST_FREE_YEAR; year <= IJK_LAST_YEAR; year++)
    g_assert_cmpfloat (get_indicator (law, IJK_ITEMS_NL, 0, "technicians", year), >, 100);
  g_assert_cmpstr (spec->subtitle, ==, "all at work in 25 years");
  g_assert_nonnull (strstr (law_spec->subtitle, "at most"));
  assert_close (get_value (spec, "Needed", 2035), 100);
}

/* ---- elsewhere, abroad ---- */

static void
test_balance_elsewhere_is_the_sum_of_its_parts (void)
{
  const IjkFigureInput input = figure_fixture_law_input (law);
  g_autoptr (IjkChartSpec) spec = make_spec ("indirect", &input);

  for (int year = IJK_FIRST_FREE_YEAR; year <= IJK_LAST_YEAR; year++)
    {
      double outside_kt = 0;
      double beside_mt = 0;

      for (guint m = 0; m < reference->n_measures; m++)
        outside_kt += get_indicator (law, IJK_ITEMS_MEASURE, m, "outside", year);
      assert_close (get_value (spec, "Balance", year),
                    get_indicator (law, IJK_ITEMS_NL, 0, "indirect", year)
                        + get_indicator (law, IJK_ITEMS_NL, 0, "abroad", year) - outside_kt);
      for (guint i = 0; i < spec->n_series; i++)
        if (spec->series[i].panel == 1)
          beside_mt += spec->series[i].values[year - IJK_FIRST_YEAR];
      assert_close (beside_mt * KT_PER_MT,
                    get_indicator (law, IJK_ITEMS_SCOPE, IJK_SCOPE_ITEM_ENERGY, "emissions", year));
    }
}

static void
test_balance_is_unknown_before_measures (void)
{
  const IjkFigureInput input = figure_fixture_law_input (law);
  g_autoptr (IjkChartSpec) spec = make_spec ("indirect", &input);

  g_assert_true (isnan (get_value (spec, "Balance", 2023)));
}

/* The decomposition has what left with output: share = left / (left + what is there). */
static void
test_lost_output_is_that_of_the_decomposition (void)
{
  const IjkFigureInput input = figure_fixture_law_input (law);
  g_autoptr (IjkChartSpec) spec = make_spec ("leakage", &input);
  const int year = 2040;
  const double left_kt = get_industry (law, "leakage", year);
  double unabated_kt = 0;

  for (guint s = 0; s < reference->n_sectors; s++)
    if (reference->sectors[s].is_in_industry)
      unabated_kt += get_indicator (law, IJK_ITEMS_SECTOR, s, "unabated", year);
  g_assert_cmpfloat (left_kt, >, 0);
  assert_close (get_value (spec, "All of industry", year),
                100 * left_kt / (left_kt + unabated_kt));
  assert_close (get_value (spec, "Abroad", year),
                get_indicator (law, IJK_ITEMS_NL, 0, "abroad", year));
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
      spec = make_spec ("difference", &input);
      for (guint row = 0; row + 1 < spec->n_rows; row++)
        sum_mt += spec->rows[row].value;
      assert_close (spec->rows[0].value * KT_PER_MT, get_industry (law, "emissions", 2021));
      assert_close (sum_mt * KT_PER_MT, get_industry (law, "emissions", years[i]));
      assert_close (spec->rows[spec->n_rows - 1].value, sum_mt);
      for (guint k = 1; k + 1 < spec->n_segments; k++)
        assert_close (spec->segments[k].from, spec->segments[k - 1].to);
    }
}

static void
test_waterfall_has_targets_of_its_year_only (void)
{
  IjkFigureInput input = figure_fixture_law_input (law);
  g_autoptr (IjkChartSpec) near = make_spec ("difference", &input);
  g_autoptr (IjkChartSpec) between = NULL;

  input.year = 2035;
  between = make_spec ("difference", &input);
  g_assert_cmpuint (near->n_rules, ==, 2); /* 35.7 and 29.1 Mt */
  g_assert_cmpfloat (near->rules[0].value, ==, 35.7);
  g_assert_cmpuint (between->n_rules, ==, 0);
}

/* ---- regions and companies ---- */

static void
test_clusters_stack_to_industry (void)
{
  const IjkFigureInput input = figure_fixture_law_input (law);
  g_autoptr (IjkChartSpec) spec = make_spec ("clusters", &input);

  for (guint t = 0; t < spec->n_x; t++)
    {
      double sum_mt = 0;

      for (guint i = 0; i < spec->n_series; i++)
        if (spec->series[i].shape == IJK_SHAPE_AREA)
          {
            g_assert_cmpfloat (spec->series[i].values[t], >=, 0);
            sum_mt += spec->series[i].values[t];
          }
      assert_close (sum_mt * KT_PER_MT, get_industry (law, "emissions", (int) spec->x[t]));
    }
}

/* units.csv has 6348.7 kt for Tata Steel IJmuiden in 2019 and figures for every year to 2025. */
static void
test_company_starts_with_the_registry (void)
{
  IjkFigureInput input = figure_fixture_law_input (law);
  g_autoptr (IjkChartSpec) spec = NULL;

  input.company = ijk_reference_find_company (reference, "Tata Steel");
  spec = make_spec ("company", &input);
  g_assert_cmpstr (spec->title, ==, "Tata Steel: emissions, rights and levy");
  g_assert_cmpfloat (spec->x[0], ==, 2013);
  assert_close (get_value (spec, "Emissions", 2019), 6348.7);
  g_assert_true (isnan (get_value (spec, "Rights", 2019)));
  g_assert_cmpfloat (spec->boundary.x, ==, 2025);
  assert_close (get_value (spec, "Rights", 2030),
                get_indicator (law, IJK_ITEMS_COMPANY, input.company, "rights", 2030));
}

/* One of the three installations of Shell has no figure after 2022. */
static void
test_company_by_default_is_the_largest (void)
{
  const IjkFigureInput input = figure_fixture_law_input (law);
  g_autoptr (IjkChartSpec) spec = make_spec ("company", &input);

  g_assert_true (g_str_has_prefix (spec->title, "Shell:"));
  g_assert_cmpfloat (spec->boundary.x, ==, 2022);
  for (guint c = 0; c < reference->n_companies; c++)
    g_assert_cmpfloat (get_indicator (law, IJK_ITEMS_COMPANY, c, "emissions", 2021), <=,
                       get_value (spec, "Emissions", 2021));
}

static void
test_net_levy_is_levy_less_credit (void)
{
  const IjkFigureInput input = figure_fixture_law_input (law);
  g_autoptr (IjkChartSpec) spec = make_spec ("company", &input);
  gboolean has_credit = FALSE;

  for (int year = IJK_FIRST_YEAR; year <= IJK_LAST_YEAR; year++)
    {
      const double credit = get_value (spec, "Credit", year);

      has_credit |= credit < 0;
      g_assert_cmpfloat (credit, <=, 0);
      assert_close (get_value (spec, "Levy due", year) + credit,
                    get_value (spec, "Net levy", year));
    }
  g_assert_true (has_credit);
}

/* ---- benchmarks ---- */

static void
test_distance_is_load_over_benchmark (void)
{
  const IjkFigureInput input = figure_fixture_law_input (law);
  g_autoptr (IjkChartSpec) spec = make_spec ("benchmark-distance", &input);
  g_autoptr (IjkFigureTable) table = make_table ("benchmark-distance", &input);

  for (guint s = 0; s < reference->n_sectors; s++)
    {
      const double load_kt = get_indicator (law, IJK_ITEMS_SECTOR, s, "load", 2030);
      const double benchmark_kt = get_indicator (law, IJK_ITEMS_SECTOR, s, "benchmark", 2030);
      const guint row = find_row (table, reference->sectors[s].name_en);

      assert_close (ijk_figure_table_get (table, row, 2),
                    100 * (load_kt - benchmark_kt) / benchmark_kt);
      g_assert_cmpstr (g_ptr_array_index (table->notes, row), ==,
                       reference->sectors[s].is_in_industry ? "in industry" : "beside industry");
    }
  for (guint i = 1; i + 1 < spec->n_rows; i++)
    g_assert_cmpfloat (spec->rows[i].value, <=, spec->rows[i - 1].value);
  assert_close (spec->rows[spec->n_rows - 1].value,
                100 * get_industry (law, "load", 2030) / get_industry (law, "benchmark", 2030)
                    - 100);
}

static void
test_sectors_beside_industry_have_no_bar (void)
{
  const IjkFigureInput input = figure_fixture_law_input (law);
  g_autoptr (IjkChartSpec) spec = make_spec ("benchmark-distance", &input);

  for (guint i = 0; i < spec->n_rows; i++)
    for (guint s = 0; s < reference->n_sectors; s++)
      if (!reference->sectors[s].is_in_industry)
        g_assert_cmpstr (spec->rows[i].label, !=, reference->sectors[s].name_en);
}

/* ---- the map ---- */

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
  g_autoptr (IjkChartSpec) spec = make_spec ("landscape", &input);

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
  spec = make_spec ("landscape", &input);
  assert_close (spec->grid.values[4] * KT_PER_MT, get_industry (corner, "emissions", 2040));
  assert_close (spec->grid.values[5 + 2] * KT_PER_MT, get_industry (middle, "emissions", 2040));
  /* kt a year is shown in Mt, the price as it is. */
  assert_close (spec->grid.y[1], 6);
  assert_close (spec->grid.x[2], 200);
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
  spec = make_spec ("landscape", &input);
  g_assert_cmpuint (spec->n_rules, ==, 2);
  g_assert_cmpfloat (spec->rules[0].value, ==, 35.7);
  g_assert_cmpfloat (spec->rules[1].value, ==, 29.1);
  for (guint i = 1; i < spec->grid.n_levels; i++)
    g_assert_cmpfloat (spec->grid.levels[i], >, spec->grid.levels[i - 1]);

  input.landscape = levy;
  levy_spec = make_spec ("landscape", &input);
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
      = g_strdup_printf ("%.1f Mt", get_industry (inside, "emissions", 2030) / KT_PER_MT);
  g_autofree char *at_law = NULL;
  const double *values;

  input.landscape = landscape;
  spec = make_spec ("landscape", &input);
  /* The law lies on this map too: 90 EUR/t and 3.3 Mt a year. */
  g_assert_cmpuint (spec->n_markers, ==, 2);
  assert_close (spec->markers[0].x, 180);
  assert_close (spec->markers[0].y, 4);
  g_assert_nonnull (strstr (spec->markers[0].label, emissions));
  assert_close (spec->markers[1].x, 90);
  assert_close (spec->markers[1].y, 3.3);
  /* 90 of 0..100 EUR/t to the right, 1.3 of 2..6 Mt a year up. */
  values = spec->grid.values;
  at_law = g_strdup_printf ("%.1f Mt", (1 - 1.3 / 4) * (0.1 * values[0] + 0.9 * values[1])
                                           + 1.3 / 4 * (0.1 * values[5] + 0.9 * values[6]));
  g_assert_nonnull (strstr (spec->markers[1].label, at_law));

  input = figure_fixture_input (outside, law);
  input.landscape = other;
  outside_spec = make_spec ("landscape", &input);
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
  spec = make_spec ("landscape", &input);
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
      assert_close (ijk_figure_table_get (table, 5, 0), 6);
      assert_close (ijk_figure_table_get (table, 5, 1), spec->grid.values[5]);
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
  g_test_add_func ("/figure/marginal-cost/adds-up-to-the-measures",
                   test_curve_adds_up_to_the_measures);
  g_test_add_func ("/figure/marginal-cost/is-empty-before-measures-run",
                   test_curve_is_empty_before_measures_run);
  g_test_add_func ("/figure/marginal-cost/shows-the-ets-price", test_curve_shows_the_ets_price);
  g_test_add_func ("/figure/limits/close", test_limits_close);
  g_test_add_func ("/figure/limits/name-what-binds", test_limits_name_what_binds);
  g_test_add_func ("/figure/limits/name-an-empty-budget", test_limits_name_an_empty_budget);
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
  g_test_add_func ("/figure/clusters/stack-to-industry", test_clusters_stack_to_industry);
  g_test_add_func ("/figure/company/starts-with-the-registry",
                   test_company_starts_with_the_registry);
  g_test_add_func ("/figure/company/by-default-is-the-largest",
                   test_company_by_default_is_the_largest);
  g_test_add_func ("/figure/company/net-levy-is-levy-less-credit",
                   test_net_levy_is_levy_less_credit);
  g_test_add_func ("/figure/benchmark-distance/is-load-over-benchmark",
                   test_distance_is_load_over_benchmark);
  g_test_add_func ("/figure/benchmark-distance/has-industry-only",
                   test_sectors_beside_industry_have_no_bar);
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
