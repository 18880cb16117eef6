/* The table of companies on the real reference: filters, search, order, what cells and files say.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "company-fixture.h"

#include "ijk-language.h"

#include <math.h>
#include <string.h>

/* The rows of a query, counted from the reference itself. */
static void
test_filters (gconstpointer user_data)
{
  const CompanyFixture *data = user_data;
  const IjkReference *reference = data->reference;
  g_autoptr (IjkCompanyTable) table = fixture_table (data, 1, 2030);
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
  const CompanyFixture *data = user_data;
  g_autoptr (IjkCompanyTable) table = fixture_table (data, 0, 2030);

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
  const CompanyFixture *data = user_data;

  g_assert_true (ijk_language_select ("nl"));
  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_autoptr (IjkCompanyTable) table = fixture_table (data, 0, 2030);
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
  const CompanyFixture *data = user_data;
  g_autoptr (IjkCompanyTable) table = fixture_table (data, 1, 2030);

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
  const CompanyFixture *data = user_data;
  g_autoptr (IjkCompanyTable) table = fixture_table (data, 1, 2030);
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

    g_assert_cmpfloat_with_epsilon (g_ascii_strtod (cells[3], NULL), sum_meur, FIXTURE_TOLERANCE);
    g_assert_cmpfloat_with_epsilon (
        sum_meur,
        fixture_value (data->results[1], IJK_ITEMS_SECTOR, "levy", query.sector, 2030),
        FIXTURE_TOLERANCE);
  }
}

/* The registry year stands with the figure, and a row of two is of the last year both have. */
static void
test_observed (gconstpointer user_data)
{
  const CompanyFixture *data = user_data;
  g_autoptr (IjkCompanyTable) table = fixture_table (data, 0, 2030);
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
  const CompanyFixture *data = user_data;
  g_autoptr (IjkCompanyTable) table = fixture_table (data, 2, 2030);
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
                                    fixture_value (data->results[2], IJK_ITEMS_SCOPE, "emissions",
                                                   IJK_SCOPE_ITEM_ALL, IJK_FIRST_YEAR + (int) t),
                                    FIXTURE_TOLERANCE);
}

static void
add_tests (const CompanyFixture *data)
{
  g_test_add_data_func ("/company-table/filters", data, test_filters);
  g_test_add_data_func ("/company-table/search", data, test_search);
  g_test_add_data_func ("/company-table/name-in-dutch", data, test_name_in_dutch);
  g_test_add_data_func ("/company-table/order-is-stable", data, test_order);
  g_test_add_data_func ("/company-table/csv-says-what-is-shown", data, test_csv);
  g_test_add_data_func ("/company-table/registry-year", data, test_observed);
  g_test_add_data_func ("/company-table/sparklines-sum-to-the-nation", data, test_yearly);
}

int
main (int    argc,
      char **argv)
{
  return fixture_run_tests (&argc, &argv, add_tests);
}
