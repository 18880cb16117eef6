/* The table of companies on the real reference: sums, filters, order, files; and the factors of the
 * levy and the stack of measures of every installation against the result of the run.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "catalogue.h"
#include "figure-fixture.h"

#include "ijk-company-table.h"
#include "ijk-indicator.h"
#include "ijk-language.h"

#include <math.h>
#include <string.h>

/* Current law, a pace that differs in every chapter, and levers of single companies and projects. */
static const char *const scenarios[] = {
  "",
  FIGURE_FIXTURE_PACE,
  FIGURE_FIXTURE_PACE " ccs_share@company:Shell=exactly:2030:0.5 electrification_share=at_most:2030:0.1 "
                      "benchmark_scale@company:Yara=2027:0.8 project.porthos-shell=0",
};

static const int years[] = { 2021, 2025, 2026, 2030, 2041, 2050 };

/* kt or MEUR: sums of some hundred doubles in two orders. */
#define TOLERANCE 1e-6

typedef struct
{
  IjkReference *reference;
  IjkResult *results[G_N_ELEMENTS (scenarios)];
} Data;

static IjkCompanyTable *
make_table (const Data *data,
            guint       scenario,
            int         year)
{
  IjkCompanyTable *table = ijk_company_table_new (data->reference);

  ijk_company_table_set_result (table, data->results[scenario], data->results[0], year);
  return table;
}

static double
indicator (const IjkResult *result,
           IjkItems         items,
           const char      *id,
           guint            item,
           int              year)
{
  return ijk_indicator_value (ijk_indicator_find (items, id), result, item, year);
}

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
      const double national = indicator (result, IJK_ITEMS_SCOPE, sums[i].id, IJK_SCOPE_ITEM_ALL, year);
      double rows = 0;

      for (guint k = 0; k < ijk_company_table_n_shown (table); k++)
        {
          const double value = ijk_company_row_number (ijk_company_table_get (table, k), sums[i].column);

          rows += isnan (value) ? 0 : value;
        }
      g_assert_cmpfloat_with_epsilon (rows, national, TOLERANCE);
      g_assert_cmpfloat_with_epsilon (
          ijk_company_row_number (ijk_company_table_totals (table), sums[i].column), national,
          TOLERANCE);
    }
  g_assert_cmpfloat_with_epsilon (
      ijk_company_table_industry_kt (table),
      indicator (result, IJK_ITEMS_SCOPE, "emissions", IJK_SCOPE_ITEM_INDUSTRY, year), TOLERANCE);
}

/* By company = by sector = by cluster = by installation = the national figure. */
static void
test_sums (gconstpointer user_data)
{
  const Data *data = user_data;

  for (guint s = 0; s < G_N_ELEMENTS (scenarios); s++)
    for (guint y = 0; y < G_N_ELEMENTS (years); y++)
      {
        g_autoptr (IjkCompanyTable) table = make_table (data, s, years[y]);

        for (guint rows = 0; rows < IJK_N_COMPANY_ROWS; rows++)
          {
            IjkCompanyQuery query = IJK_COMPANY_QUERY_INIT;

            query.rows = (IjkCompanyRows) rows;
            ijk_company_table_set_query (table, &query);
            assert_sums (table, data->results[s], years[y]);
          }
      }
}

/* Each company's row is the company of the long table, and its change the difference of two runs. */
static void
test_companies (gconstpointer user_data)
{
  const Data *data = user_data;
  g_autoptr (IjkCompanyTable) table = make_table (data, 2, 2030);
  const IjkCompanyQuery query = IJK_COMPANY_QUERY_INIT;

  ijk_company_table_set_query (table, &query);
  for (guint k = 0; k < ijk_company_table_n_shown (table); k++)
    {
      const IjkCompanyRow *row = ijk_company_table_get (table, k);

      if (row->company == IJK_NONE)
        continue;
      g_assert_cmpfloat_with_epsilon (
          row->emissions_kt,
          indicator (data->results[2], IJK_ITEMS_COMPANY, "emissions", row->company, 2030), TOLERANCE);
      g_assert_cmpfloat_with_epsilon (
          ijk_company_row_number (row, IJK_COMPANY_LEVY_CHANGE),
          indicator (data->results[2], IJK_ITEMS_COMPANY, "net_levy", row->company, 2030)
              - indicator (data->results[0], IJK_ITEMS_COMPANY, "net_levy", row->company, 2030),
          TOLERANCE);
    }
}

/* What measures take of an installation is what it emits less than without them; and over all
 * installations it is what the run says of the sector and measure. */
static void
test_stack (gconstpointer user_data)
{
  const Data *data = user_data;
  const IjkReference *reference = data->reference;
  g_autofree double *abated_kt = g_new (double, reference->n_measures);
  g_autofree double *cells_kt = g_new (double, reference->n_cells);

  for (guint s = 0; s < G_N_ELEMENTS (scenarios); s++)
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
            g_assert_cmpfloat_with_epsilon (MAX (0, left_kt), result->unit_emissions_kt[at], TOLERANCE);
          }
        for (guint c = 0; c < reference->n_cells; c++)
          g_assert_cmpfloat_with_epsilon (
              cells_kt[c],
              result->cell_abated_kt[(gsize) t * reference->n_cells + c]
                  + result->cell_outside_kt[(gsize) t * reference->n_cells + c],
              TOLERANCE);
      }
}

/* Every factor multiplied out again gives the levy of the run. */
static void
test_levy_factors (gconstpointer user_data)
{
  const Data *data = user_data;

  for (guint s = 0; s < G_N_ELEMENTS (scenarios); s++)
    for (guint i = 0; i < data->reference->n_units; i++)
      for (guint t = 0; t < IJK_N_YEARS; t++)
        {
          IjkUnitLevy levy;

          ijk_unit_levy (data->results[s], i, t, &levy);
          g_assert_cmpfloat_with_epsilon (
              (levy.taxed_kt * levy.rate_eur_per_t + levy.covered_kt * levy.minimum_rate_eur_per_t)
                  / 1e3,
              levy.levy_meur, TOLERANCE);
          g_assert_cmpfloat_with_epsilon (levy.emissions_kt * levy.levy_share, levy.load_kt,
                                          TOLERANCE);
          g_assert_cmpfloat_with_epsilon (levy.benchmark_kt * levy.reduction_factor
                                              * levy.benchmark_scale * levy.inc_factor,
                                          levy.rights_kt, TOLERANCE);
          if (data->reference->units[i].kind != IJK_KIND_REST)
            g_assert_cmpfloat_with_epsilon (
                MAX (levy.gross_rate_eur_per_t - levy.deducted_eur_per_t,
                     levy.minimum_rate_eur_per_t),
                levy.rate_eur_per_t, TOLERANCE);
        }
}

/* The rows of a query, counted from the reference itself. */
static void
test_filters (gconstpointer user_data)
{
  const Data *data = user_data;
  const IjkReference *reference = data->reference;
  g_autoptr (IjkCompanyTable) table = make_table (data, 1, 2030);
  IjkCompanyQuery query = IJK_COMPANY_QUERY_INIT;
  const guint food = ijk_reference_find_sector (reference, "food");
  guint n_food = 0, n_short = 0, n_levied = 0, n_incinerators = 0;

  for (guint i = 0; i < reference->n_units; i++)
    {
      const gsize at = (gsize) IJK_YEAR_INDEX (2030) * reference->n_units + i;
      const gboolean is_levied = reference->units[i].kind != IJK_KIND_REST;

      n_food += reference->units[i].sector == food;
      n_incinerators += reference->units[i].kind == IJK_KIND_INCINERATOR;
      n_short += is_levied
                 && data->results[1]->unit_load_kt[at] > data->results[1]->unit_rights_kt[at] + 1e-9;
      n_levied += data->results[1]->unit_levy_meur[at] > 1e-9;
    }
  g_assert_cmpuint (n_food, >, 0);
  g_assert_cmpuint (n_short, >, 0);
  query.rows = IJK_COMPANY_ROWS_UNITS;
  ijk_company_table_set_query (table, &query);
  g_assert_cmpuint (ijk_company_table_n_shown (table), ==, reference->n_units);
  query.sector = food;
  ijk_company_table_set_query (table, &query);
  g_assert_cmpuint (ijk_company_table_n_shown (table), ==, n_food);
  query.sector = IJK_NONE;
  query.kind = IJK_KIND_INCINERATOR;
  ijk_company_table_set_query (table, &query);
  g_assert_cmpuint (ijk_company_table_n_shown (table), ==, n_incinerators);
  query.kind = -1;
  query.position = IJK_POSITION_SHORT;
  ijk_company_table_set_query (table, &query);
  g_assert_cmpuint (ijk_company_table_n_shown (table), ==, n_short);
  query.position = IJK_POSITION_ANY;
  query.is_levied_only = TRUE;
  ijk_company_table_set_query (table, &query);
  g_assert_cmpuint (ijk_company_table_n_shown (table), ==, n_levied);
}

static void
test_search (gconstpointer user_data)
{
  static const struct
  {
    const char *search;
    const char *first; /* the largest that is found, by emissions; NULL = none */
  } cases[] = {
    { "yara", "Yara" },         { "YARA", "Yara" }, { "sluiskil", "Yara" }, { "  yara   kunstmest ", "Yara" },
    { "no such company", NULL }, { "pernis shell", "Shell" },
  };
  const Data *data = user_data;
  g_autoptr (IjkCompanyTable) table = make_table (data, 0, 2030);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      IjkCompanyQuery query = IJK_COMPANY_QUERY_INIT;

      query.search = cases[i].search;
      ijk_company_table_set_query (table, &query);
      if (cases[i].first == NULL)
        {
          g_assert_cmpuint (ijk_company_table_n_shown (table), ==, 0);
          g_assert_cmpfloat (ijk_company_table_totals (table)->emissions_kt, ==, 0);
        }
      else
        {
          g_autofree char *name = NULL;

          g_assert_cmpuint (ijk_company_table_n_shown (table), >, 0);
          name = ijk_company_table_row_name (table, ijk_company_table_get (table, 0));
          g_assert_cmpstr (name, ==, cases[i].first);
        }
    }
}

/* What stands for the rest of a sector has a name in both languages, and is found by either. */
static void
test_name_in_dutch (gconstpointer user_data)
{
  static const char *const searches[] = { "rest overige industrie", "rest of other industry" };
  const Data *data = user_data;

  g_assert_true (ijk_language_select ("nl"));
  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_autoptr (IjkCompanyTable) table = make_table (data, 0, 2030);
      IjkCompanyQuery query = IJK_COMPANY_QUERY_INIT;
      g_autofree char *name = NULL;

      query.rows = IJK_COMPANY_ROWS_UNITS;
      query.search = searches[i];
      ijk_company_table_set_query (table, &query);
      g_assert_cmpuint (ijk_company_table_n_shown (table), ==, 1);
      name = ijk_company_table_row_name (table, ijk_company_table_get (table, 0));
      g_assert_cmpstr (name, ==, "Rest van de overige industrie");
    }
  g_assert_true (ijk_language_select ("en"));
}

/* Rising or falling, unknown last, equals in the order of the reference. */
static void
test_order (gconstpointer user_data)
{
  const Data *data = user_data;
  g_autoptr (IjkCompanyTable) table = make_table (data, 1, 2030);

  for (guint column = 0; column < IJK_N_COMPANY_COLUMNS; column++)
    for (guint is_descending = 0; is_descending < 2; is_descending++)
      {
        IjkCompanyQuery query = IJK_COMPANY_QUERY_INIT;

        query.rows = IJK_COMPANY_ROWS_UNITS;
        query.sort_by = (IjkCompanyColumn) column;
        query.is_descending = (gboolean) is_descending;
        ijk_company_table_set_query (table, &query);
        for (guint k = 1; k < ijk_company_table_n_shown (table); k++)
          {
            const IjkCompanyRow *one = ijk_company_table_get (table, k - 1);
            const IjkCompanyRow *other = ijk_company_table_get (table, k);
            const double a = ijk_company_row_number (one, query.sort_by);
            const double b = ijk_company_row_number (other, query.sort_by);
            int order;

            if (ijk_company_column_is_number (query.sort_by))
              order = isnan (b) ? (isnan (a) ? 0 : -1) : isnan (a) ? 1 : (a > b) - (a < b);
            else
              {
                g_autofree char *left = ijk_company_table_write (table, one, query.sort_by);
                g_autofree char *right = ijk_company_table_write (table, other, query.sort_by);

                order = g_utf8_collate (left, right);
              }
            if (is_descending && !isnan (b) && !isnan (a))
              order = -order;
            else if (is_descending && !ijk_company_column_is_number (query.sort_by))
              order = -order;
            g_assert_cmpint (order, <=, 0);
            if (order == 0)
              g_assert_cmpuint (one->unit, <, other->unit);
          }
      }
}

/* The file says what is on the screen: every number as it is, row by row, and the totals last. */
static void
test_csv (gconstpointer user_data)
{
  static const IjkCompanyColumn columns[]
      = { IJK_COMPANY_NAME, IJK_COMPANY_EMISSIONS, IJK_COMPANY_RIGHTS, IJK_COMPANY_LEVY };
  const Data *data = user_data;
  g_autoptr (IjkCompanyTable) table = make_table (data, 1, 2030);
  IjkCompanyQuery query = IJK_COMPANY_QUERY_INIT;
  g_autofree char *csv = NULL;
  g_auto (GStrv) lines = NULL;
  double sum_meur = 0;

  query.sector = ijk_reference_find_sector (data->reference, "fertiliser");
  ijk_company_table_set_query (table, &query);
  csv = ijk_company_table_to_csv (table, columns, G_N_ELEMENTS (columns));
  lines = g_strsplit (csv, "\r\n", -1);
  g_assert_cmpstr (lines[0], ==, "Company,\"2030, kt\",\"Rights 2030, kt\",\"Levy 2030, € million\"");
  g_assert_cmpuint (g_strv_length (lines), ==, ijk_company_table_n_shown (table) + 3);
  for (guint k = 0; k < ijk_company_table_n_shown (table); k++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[k + 1], ",", -1);
      const guint n = g_strv_length (cells);
      const IjkCompanyRow *row = ijk_company_table_get (table, k);

      g_assert_cmpfloat (g_ascii_strtod (cells[n - 3], NULL), ==, row->emissions_kt);
      if (row->is_levied_kind)
        g_assert_cmpfloat (g_ascii_strtod (cells[n - 1], NULL), ==, row->levy_meur);
      sum_meur += row->levy_meur;
    }
  {
    g_auto (GStrv) cells = g_strsplit (lines[ijk_company_table_n_shown (table) + 1], ",", -1);

    g_assert_cmpfloat_with_epsilon (g_ascii_strtod (cells[3], NULL), sum_meur, TOLERANCE);
    g_assert_cmpfloat_with_epsilon (
        sum_meur,
        indicator (data->results[1], IJK_ITEMS_SECTOR, "levy", query.sector, 2030), TOLERANCE);
  }
}

/* The registry year stands with the figure, and a row of two is of the last year both have. */
static void
test_observed (gconstpointer user_data)
{
  const Data *data = user_data;
  g_autoptr (IjkCompanyTable) table = make_table (data, 0, 2030);
  IjkCompanyQuery query = IJK_COMPANY_QUERY_INIT;

  query.rows = IJK_COMPANY_ROWS_UNITS;
  ijk_company_table_set_query (table, &query);
  for (guint k = 0; k < ijk_company_table_n_shown (table); k++)
    {
      const IjkCompanyRow *row = ijk_company_table_get (table, k);
      const double *observed_kt = data->reference->units[row->unit].observed_kt;

      for (int year = row->observed_year + 1; year <= IJK_LAST_OBSERVED_YEAR && row->observed_year > 0;
           year++)
        g_assert_true (isnan (observed_kt[year - IJK_FIRST_OBSERVED_YEAR]));
      if (row->observed_year > 0)
        g_assert_cmpfloat (row->observed_kt, ==,
                           observed_kt[row->observed_year - IJK_FIRST_OBSERVED_YEAR]);
    }
}

/* A sparkline of all rows together is the national course. */
static void
test_yearly (gconstpointer user_data)
{
  const Data *data = user_data;
  g_autoptr (IjkCompanyTable) table = make_table (data, 2, 2030);
  const IjkCompanyQuery query = IJK_COMPANY_QUERY_INIT;
  double sums_kt[IJK_N_YEARS] = { 0 };

  ijk_company_table_set_query (table, &query);
  for (guint k = 0; k < ijk_company_table_n_shown (table); k++)
    {
      double yearly_kt[IJK_N_YEARS];

      ijk_company_table_yearly (table, k, yearly_kt);
      for (guint t = 0; t < IJK_N_YEARS; t++)
        sums_kt[t] += yearly_kt[t];
    }
  for (guint t = 0; t < IJK_N_YEARS; t++)
    g_assert_cmpfloat_with_epsilon (sums_kt[t],
                                    indicator (data->results[2], IJK_ITEMS_SCOPE, "emissions",
                                               IJK_SCOPE_ITEM_ALL, IJK_FIRST_YEAR + (int) t),
                                    TOLERANCE);
}

/* What a company does adds up to what its installations do, and says what limits it. */
static void
test_measures (gconstpointer user_data)
{
  const Data *data = user_data;
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
      g_assert_cmpfloat (most_kt, <, TOLERANCE);
      return;
    }
  g_assert_cmpfloat_with_epsilon (row->measure_kt, most_kt, TOLERANCE);
  g_assert_cmpfloat_with_epsilon (sums_kt[row->measure], most_kt, TOLERANCE);
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
  const Data *data = user_data;
  guint n_named = 0;

  for (guint s = 0; s < G_N_ELEMENTS (scenarios); s++)
    for (guint y = 0; y < G_N_ELEMENTS (years); y++)
      {
        g_autoptr (IjkCompanyTable) table = make_table (data, s, years[y]);

        for (guint rows = 0; rows < IJK_N_COMPANY_ROWS; rows++)
          {
            IjkCompanyQuery query = IJK_COMPANY_QUERY_INIT;

            query.rows = (IjkCompanyRows) rows;
            ijk_company_table_set_query (table, &query);
            for (guint k = 0; k < ijk_company_table_n_shown (table); k++)
              {
                const IjkCompanyRow *row = ijk_company_table_get (table, k);

                assert_main_measure (data->results[s], row, query.rows, years[y]);
                n_named += row->measure != IJK_NONE;
              }
          }
      }
  g_assert_cmpuint (n_named, >, 1000);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = NULL;
  Data data = { 0 };
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = catalogue_write ();
  ijk_language_init (folder);
  ijk_language_select ("en");
  data.reference = figure_fixture_load_reference ();
  for (guint s = 0; s < G_N_ELEMENTS (scenarios); s++)
    data.results[s] = figure_fixture_run (data.reference, scenarios[s]);
  g_test_add_data_func ("/company-table/sums-are-the-national-figure", &data, test_sums);
  g_test_add_data_func ("/company-table/rows-are-companies", &data, test_companies);
  g_test_add_data_func ("/company-table/filters", &data, test_filters);
  g_test_add_data_func ("/company-table/search", &data, test_search);
  g_test_add_data_func ("/company-table/name-in-dutch", &data, test_name_in_dutch);
  g_test_add_data_func ("/company-table/order-is-stable", &data, test_order);
  g_test_add_data_func ("/company-table/csv-says-what-is-shown", &data, test_csv);
  g_test_add_data_func ("/company-table/registry-year", &data, test_observed);
  g_test_add_data_func ("/company-table/sparklines-sum-to-the-nation", &data, test_yearly);
  g_test_add_data_func ("/company-table/main-measure", &data, test_main_measures);
  g_test_add_data_func ("/company-sum/stack-is-that-of-the-run", &data, test_stack);
  g_test_add_data_func ("/company-sum/factors-give-the-levy", &data, test_levy_factors);
  g_test_add_data_func ("/company-sum/measures-name-their-limit", &data, test_measures);
  status = g_test_run ();
  for (guint s = 0; s < G_N_ELEMENTS (scenarios); s++)
    ijk_result_unref (data.results[s]);
  ijk_reference_unref (data.reference);
  catalogue_remove (folder);
  return status;
}
