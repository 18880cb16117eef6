/* Whether the recipes of clusters, companies and sectors against their benchmarks say what the
 * result says. Expected numbers come from the long
 * table of indicators, from sums that must close, or from the tables of the reference read by
 * hand; none from the recipe itself.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "figure-fixture.h"
#include "figure-reading.h"

#define KT_PER_MT 1e3

static IjkReference *reference;
static IjkResult *law;

static void
test_clusters_stack_to_industry (void)
{
  const IjkFigureInput input = figure_fixture_law_input (law);
  g_autoptr (IjkChartSpec) spec = reading_spec ("clusters", &input);

  for (guint t = 0; t < spec->n_x; t++)
    {
      double sum_mt = 0;

      for (guint i = 0; i < spec->n_series; i++)
        if (spec->series[i].shape == IJK_SHAPE_AREA)
          {
            g_assert_cmpfloat (spec->series[i].values[t], >=, 0);
            sum_mt += spec->series[i].values[t];
          }
      reading_assert_close (sum_mt * KT_PER_MT,
                            reading_industry (law, "emissions", (int) spec->x[t]));
    }
}

/* units.csv has 6348.7 kt for Tata Steel IJmuiden in 2019 and figures for every year to 2025. */
static void
test_company_starts_with_the_registry (void)
{
  IjkFigureInput input = figure_fixture_law_input (law);
  g_autoptr (IjkChartSpec) spec = NULL;

  input.company = ijk_reference_find_company (reference, "Tata Steel");
  spec = reading_spec ("company", &input);
  g_assert_cmpstr (spec->title, ==, "Tata Steel: emissions, rights and levy");
  g_assert_cmpfloat (spec->x[0], ==, 2013);
  reading_assert_close (reading_value (spec, "Emissions", 2019), 6348.7);
  g_assert_true (isnan (reading_value (spec, "Rights", 2019)));
  g_assert_cmpfloat (spec->boundary.x, ==, 2025);
  reading_assert_close (reading_value (spec, "Rights", 2030),
                            reading_indicator (law, IJK_ITEMS_COMPANY, input.company,
                                               "rights", 2030));
}

/* One of the three installations of Shell has no figure after 2022. */
static void
test_company_by_default_is_the_largest (void)
{
  const IjkFigureInput input = figure_fixture_law_input (law);
  g_autoptr (IjkChartSpec) spec = reading_spec ("company", &input);

  g_assert_true (g_str_has_prefix (spec->title, "Shell:"));
  g_assert_cmpfloat (spec->boundary.x, ==, 2022);
  for (guint c = 0; c < reference->n_companies; c++)
    g_assert_cmpfloat (reading_indicator (law, IJK_ITEMS_COMPANY, c, "emissions", 2021), <=,
                           reading_value (spec, "Emissions", 2021));
}

static void
test_net_levy_is_levy_less_credit (void)
{
  const IjkFigureInput input = figure_fixture_law_input (law);
  g_autoptr (IjkChartSpec) spec = reading_spec ("company", &input);
  gboolean has_credit = FALSE;

  for (int year = IJK_FIRST_YEAR; year <= IJK_LAST_YEAR; year++)
    {
      const double credit = reading_value (spec, "Credit", year);

      has_credit |= credit < 0;
      g_assert_cmpfloat (credit, <=, 0);
      reading_assert_close (reading_value (spec, "Levy due", year) + credit,
                                reading_value (spec, "Net levy", year));
    }
  g_assert_true (has_credit);
}

/* ---- benchmarks ---- */

static void
test_distance_is_load_over_benchmark (void)
{
  const IjkFigureInput input = figure_fixture_law_input (law);
  g_autoptr (IjkChartSpec) spec = reading_spec ("benchmark-distance", &input);
  g_autoptr (IjkFigureTable) table = reading_table ("benchmark-distance", &input);

  for (guint s = 0; s < reference->n_sectors; s++)
    {
      const double load_kt = reading_indicator (law, IJK_ITEMS_SECTOR, s, "load", 2030);
      const double benchmark_kt = reading_indicator (law, IJK_ITEMS_SECTOR, s, "benchmark", 2030);
      const guint row = reading_row (table, reference->sectors[s].name_en);

      reading_assert_close (ijk_figure_table_get (table, row, 2),
                            100 * (load_kt - benchmark_kt) / benchmark_kt);
      g_assert_cmpstr (g_ptr_array_index (table->notes, row), ==,
                       reference->sectors[s].is_in_industry ? "in industry" : "beside industry");
    }
  for (guint i = 1; i + 1 < spec->n_rows; i++)
    g_assert_cmpfloat (spec->rows[i].value, <=, spec->rows[i - 1].value);
  reading_assert_close (spec->rows[spec->n_rows - 1].value,
                        100 * reading_industry (law, "load", 2030)
                          / reading_industry (law, "benchmark", 2030)
                            - 100);
}

static void
test_sectors_beside_industry_have_no_bar (void)
{
  const IjkFigureInput input = figure_fixture_law_input (law);
  g_autoptr (IjkChartSpec) spec = reading_spec ("benchmark-distance", &input);

  for (guint i = 0; i < spec->n_rows; i++)
    for (guint s = 0; s < reference->n_sectors; s++)
      if (!reference->sectors[s].is_in_industry)
        g_assert_cmpstr (spec->rows[i].label, !=, reference->sectors[s].name_en);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  reference = figure_fixture_load_reference ();
  law = figure_fixture_run (reference, "");
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
  status = g_test_run ();
  ijk_result_unref (law);
  ijk_reference_unref (reference);
  return status;
}
