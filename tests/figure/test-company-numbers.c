/* The numbers of companies on the real reference: sums of the table, and the factors of the levy and
 * the stack of measures of every installation, against the result of the run.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "company-fixture.h"

#include <math.h>

#include "ijk-company-like.h"

static void
assert_sums (const IjkCompanyTable *table,
             const IjkResult       *result,
             int                    year)
{
  static const struct
  {
    IjkCompanyColumn column;
    const char *id;
  } sums[] = { { IJK_COMPANY_EMISSIONS, "emissions" },
               { IJK_COMPANY_RIGHTS, "rights" },
               { IJK_COMPANY_LEVY, "levy" },
               { IJK_COMPANY_CREDIT, "credit" } };

  for (guint i = 0; i < G_N_ELEMENTS (sums); i++)
    {
      const double national
          = fixture_value (result, IJK_ITEMS_SCOPE, sums[i].id, IJK_SCOPE_ITEM_ALL, year);
      double rows = 0;

      for (guint k = 0; k < ijk_company_table_n_shown (table); k++)
        {
          const double value
              = ijk_company_row_number (ijk_company_table_get (table, k), sums[i].column);

          rows += isnan (value) ? 0 : value;
        }
      g_assert_cmpfloat_with_epsilon (rows, national, FIXTURE_TOLERANCE);
      g_assert_cmpfloat_with_epsilon (
          ijk_company_row_number (ijk_company_table_totals (table), sums[i].column), national,
          FIXTURE_TOLERANCE);
    }
  g_assert_cmpfloat_with_epsilon (
      ijk_company_table_industry_kt (table),
      fixture_value (result, IJK_ITEMS_SCOPE, "emissions", IJK_SCOPE_ITEM_INDUSTRY, year),
      FIXTURE_TOLERANCE);
}

/* By company = by sector = by cluster = by installation = the national figure. */
static void
test_sums (gconstpointer user_data)
{
  const CompanyFixture *data = user_data;

  for (guint s = 0; s < FIXTURE_N_SCENARIOS; s++)
    for (guint y = 0; y < FIXTURE_N_YEARS; y++)
      {
        g_autoptr (IjkCompanyTable) table = fixture_table (data, s, fixture_years[y]);

        for (guint rows = 0; rows < IJK_N_COMPANY_ROWS; rows++)
          {
            IjkCompanyQuery query = IJK_COMPANY_QUERY_INIT;

            query.rows = (IjkCompanyRows) rows;
            ijk_company_table_set_query (table, &query);
            assert_sums (table, data->results[s], fixture_years[y]);
          }
      }
}

/* Each company's row is the company of the long table, and its change the difference of two runs. */
static void
test_companies (gconstpointer user_data)
{
  const CompanyFixture *data = user_data;
  g_autoptr (IjkCompanyTable) table = fixture_table (data, 2, 2030);
  const IjkCompanyQuery query = IJK_COMPANY_QUERY_INIT;

  ijk_company_table_set_query (table, &query);
  for (guint k = 0; k < ijk_company_table_n_shown (table); k++)
    {
      const IjkCompanyRow *row = ijk_company_table_get (table, k);

      if (row->company == IJK_NONE)
        continue;
      g_assert_cmpfloat_with_epsilon (
          row->emissions_kt,
          fixture_value (data->results[2], IJK_ITEMS_COMPANY, "emissions", row->company, 2030),
          FIXTURE_TOLERANCE);
      g_assert_cmpfloat_with_epsilon (
          ijk_company_row_number (row, IJK_COMPANY_LEVY_CHANGE),
          fixture_value (data->results[2], IJK_ITEMS_COMPANY, "net_levy", row->company, 2030)
              - fixture_value (data->results[0], IJK_ITEMS_COMPANY, "net_levy", row->company, 2030),
          FIXTURE_TOLERANCE);
    }
}

/* What measures take of an installation is what it emits less than without them; and over all
 * installations it is what the run says of the sector and measure. */
static void
test_stack (gconstpointer user_data)
{
  const CompanyFixture *data = user_data;
  const IjkReference *reference = data->reference;
  g_autofree double *abated_kt = g_new (double, reference->n_measures);
  g_autofree double *cells_kt = g_new (double, reference->n_cells);

  for (guint s = 0; s < FIXTURE_N_SCENARIOS; s++)
    for (guint t = 0; t < IJK_N_YEARS; t++)
      {
        const IjkResult *result = data->results[s];

        memset (cells_kt, 0, reference->n_cells * sizeof *cells_kt);
        for (guint i = 0; i < reference->n_units; i++)
          {
            const gsize at = (gsize) t * reference->n_units + i;
            double left_kt = result->unit_unabated_kt[at];

            ijk_unit_abatement (result, i, t, abated_kt, NULL);
            for (guint m = 0; m < reference->n_measures; m++)
              {
                const guint cell
                    = ijk_reference_find_cell (reference, reference->units[i].sector, m);

                if (!reference->measures[m].is_outside_industry)
                  left_kt -= abated_kt[m];
                if (cell != IJK_NONE)
                  cells_kt[cell] += abated_kt[m];
                else
                  g_assert_cmpfloat (abated_kt[m], ==, 0);
              }
            g_assert_cmpfloat_with_epsilon (MAX (0, left_kt), result->unit_emissions_kt[at],
                                            FIXTURE_TOLERANCE);
          }
        for (guint c = 0; c < reference->n_cells; c++)
          g_assert_cmpfloat_with_epsilon (
              cells_kt[c],
              result->cell_abated_kt[(gsize) t * reference->n_cells + c]
                  + result->cell_outside_kt[(gsize) t * reference->n_cells + c],
              FIXTURE_TOLERANCE);
      }
}

/* Every factor multiplied out again gives the levy of the run. */
static void
test_levy_factors (gconstpointer user_data)
{
  const CompanyFixture *data = user_data;

  for (guint s = 0; s < FIXTURE_N_SCENARIOS; s++)
    for (guint i = 0; i < data->reference->n_units; i++)
      for (guint t = 0; t < IJK_N_YEARS; t++)
        {
          IjkUnitLevy levy;

          ijk_unit_levy (data->results[s], i, t, &levy);
          g_assert_cmpfloat_with_epsilon (
              (levy.taxed_kt * levy.rate_eur_per_t + levy.covered_kt * levy.minimum_rate_eur_per_t)
                  / 1e3,
              levy.levy_meur, FIXTURE_TOLERANCE);
          g_assert_cmpfloat_with_epsilon (levy.emissions_kt * levy.levy_share, levy.load_kt,
                                          FIXTURE_TOLERANCE);
          g_assert_cmpfloat_with_epsilon (levy.benchmark_kt * levy.reduction_factor
                                              * levy.benchmark_scale * levy.inc_factor,
                                          levy.rights_kt, FIXTURE_TOLERANCE);
          if (data->reference->units[i].kind != IJK_KIND_REST)
            g_assert_cmpfloat_with_epsilon (
                MAX (levy.gross_rate_eur_per_t - levy.deducted_eur_per_t,
                     levy.minimum_rate_eur_per_t),
                levy.rate_eur_per_t, FIXTURE_TOLERANCE);
        }
}

/* What a company does adds up to what its installations do, and says what limits it. */
static void
test_measures (gconstpointer user_data)
{
  const CompanyFixture *data = user_data;
  const guint shell = ijk_reference_find_company (data->reference, "Shell");
  const IjkCompany *company = &data->reference->companies[shell];
  g_autoptr (GArray) measures
      = ijk_company_measures (data->results[2], company->units, company->n_units, 2030);
  gboolean has_own = FALSE;

  g_assert_cmpuint (measures->len, >, 0);
  for (guint i = 0; i < measures->len; i++)
    {
      const IjkCompanyMeasure *measure = &g_array_index (measures, IjkCompanyMeasure, i);

      g_assert_cmpint (measure->limit, !=, IJK_MEASURE_LIMIT_NONE);
      if (measure->abated_kt > 0.05)
        g_assert_cmpint (measure->first_year, >=, IJK_FIRST_FREE_YEAR);
      has_own |= measure->limit == IJK_MEASURE_LIMIT_OWN_LEVER;
    }
  g_assert_true (has_own);
}

static gboolean
is_member (const IjkReference  *reference,
           const IjkCompanyRow *row,
           IjkCompanyRows       rows,
           guint                i)
{
  const IjkUnit *unit = &reference->units[i];

  if (row->unit != IJK_NONE)
    return row->unit == i;
  switch (rows)
    {
    case IJK_COMPANY_ROWS_UNITS:
      return FALSE;
    case IJK_COMPANY_ROWS_COMPANIES:
      return unit->company == row->company;
    case IJK_COMPANY_ROWS_SECTORS:
      return unit->sector == row->sector;
    case IJK_COMPANY_ROWS_CLUSTERS:
      return unit->cluster == row->cluster;
    case IJK_N_COMPANY_ROWS:
      break;
    }
  g_assert_not_reached ();
}

/* Of the installations one by one, without what the table knows of their classes. */
static void
assert_main_measure (const IjkResult     *result,
                     const IjkCompanyRow *row,
                     IjkCompanyRows       rows,
                     int                  year)
{
  const IjkReference *reference = result->reference;
  g_autofree double *abated_kt = g_new (double, reference->n_measures);
  g_autofree double *sums_kt = g_new0 (double, reference->n_measures);
  g_autoptr (GArray) units = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) measures = NULL;
  double most_kt = 0;

  for (guint i = 0; i < reference->n_units; i++)
    if (is_member (reference, row, rows, i))
      {
        g_array_append_val (units, i);
        ijk_unit_abatement (result, i, IJK_YEAR_INDEX (year), abated_kt, NULL);
        for (guint m = 0; m < reference->n_measures; m++)
          sums_kt[m] += abated_kt[m];
      }
  g_assert_cmpuint (units->len, ==, row->n_units);
  for (guint m = 0; m < reference->n_measures; m++)
    most_kt = MAX (most_kt, sums_kt[m]);
  if (row->measure == IJK_NONE)
    {
      g_assert_cmpfloat (most_kt, <, FIXTURE_TOLERANCE);
      return;
    }
  g_assert_cmpfloat_with_epsilon (row->measure_kt, most_kt, FIXTURE_TOLERANCE);
  g_assert_cmpfloat_with_epsilon (sums_kt[row->measure], most_kt, FIXTURE_TOLERANCE);
  if (row->n_units > 1)
    return;
  measures = ijk_company_measures (result, (const guint *) units->data, units->len, year);
  for (guint k = 0; k < measures->len; k++)
    {
      const IjkCompanyMeasure *measure = &g_array_index (measures, IjkCompanyMeasure, k);

      if (measure->measure != row->measure)
        continue;
      g_assert_cmpint (row->limit, ==, measure->limit);
      g_assert_cmpuint (row->cell, ==, measure->cell);
      return;
    }
  /* The page leaves out what is too small to print. */
  g_assert_cmpfloat (most_kt, <, 0.05);
}

/* The main measure of a row is what takes most of its installations together, and one installation has
 * the limit that its page says; whether it does as its class or not. */
static void
test_main_measures (gconstpointer user_data)
{
  const CompanyFixture *data = user_data;
  guint n_named = 0;

  for (guint s = 0; s < FIXTURE_N_SCENARIOS; s++)
    for (guint y = 0; y < FIXTURE_N_YEARS; y++)
      {
        g_autoptr (IjkCompanyTable) table = fixture_table (data, s, fixture_years[y]);

        for (guint rows = 0; rows < IJK_N_COMPANY_ROWS; rows++)
          {
            IjkCompanyQuery query = IJK_COMPANY_QUERY_INIT;

            query.rows = (IjkCompanyRows) rows;
            ijk_company_table_set_query (table, &query);
            for (guint k = 0; k < ijk_company_table_n_shown (table); k++)
              {
                const IjkCompanyRow *row = ijk_company_table_get (table, k);

                assert_main_measure (data->results[s], row, query.rows, fixture_years[y]);
                n_named += row->measure != IJK_NONE;
              }
          }
      }
  g_assert_cmpuint (n_named, >, 1000);
}

/* By hand from the emissions of 2030 under current law, in kt. */
static void
test_alike (gconstpointer user_data)
{
  const CompanyFixture *data = user_data;
  static const struct
  {
    const char *company, *like;
  } pairs[] = {
    { "Dow", "Chemelot (site permit)" }, /* chemistry, 2769 and 2569 */
    { "AEB", "Attero" },                 /* waste, 385 and 454 */
    { "Shell", "BP" },                   /* most of Shell is refining, 4882 and 1846 */
    { "Tata Steel", "Vattenfall" },      /* 5439 and 4990; its sector has some of 14 besides */
    { "Yara", "BP" },                    /* 2101 and 1846; alone in its sector */
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      const guint company = ijk_reference_find_company (data->reference, pairs[i].company);
      const guint like = ijk_company_find_like (data->results[0], company, 2030);

      g_assert_cmpstr (data->reference->companies[like].name, ==, pairs[i].like);
    }
  for (guint y = 0; y < FIXTURE_N_YEARS; y++)
    for (guint c = 0; c < data->reference->n_companies; c++)
      {
        const guint like = ijk_company_find_like (data->results[2], c, fixture_years[y]);

        g_assert_cmpuint (like, <, data->reference->n_companies);
        g_assert_cmpuint (like, !=, c);
      }
}

static void
add_tests (const CompanyFixture *data)
{
  g_test_add_data_func ("/company-table/sums-are-the-national-figure", data, test_sums);
  g_test_add_data_func ("/company-table/rows-are-companies", data, test_companies);
  g_test_add_data_func ("/company-table/main-measure", data, test_main_measures);
  g_test_add_data_func ("/company-sum/stack-is-that-of-the-run", data, test_stack);
  g_test_add_data_func ("/company-sum/factors-give-the-levy", data, test_levy_factors);
  g_test_add_data_func ("/company-sum/measures-name-their-limit", data, test_measures);
  g_test_add_data_func ("/company-like/same-sector-and-size-first", data, test_alike);
}

int
main (int    argc,
      char **argv)
{
  return fixture_run_tests (&argc, &argv, add_tests);
}
