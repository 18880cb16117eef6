/* Tables of figures, cell by cell, and as CSV against RFC 4180.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "catalogue.h"
#include "ijk-figure-table.h"
#include "ijk-language.h"

static IjkFigureTable *
make_table (void)
{
  IjkFigureTable *table = ijk_figure_table_new ("A caption", "Year");

  ijk_figure_table_add_column (table, "Emissions", "Mt CO₂-eq", 1);
  ijk_figure_table_add_column (table, "A \"factor\", in words", NULL, 3);
  ijk_figure_table_add_row (table, "2030", (const double[]) { 12400.25, 0.745 }, NULL);
  ijk_figure_table_add_row (table, "2031", (const double[]) { NAN, -0.0 }, NULL);
  return table;
}

static void
test_cells (void)
{
  g_autoptr (IjkFigureTable) table = make_table ();
  g_autofree char *english = NULL;
  g_autofree char *dutch = NULL;
  g_autofree char *unknown = NULL;
  g_autofree char *zero = NULL;

  g_assert_cmpuint (ijk_figure_table_n_rows (table), ==, 2);
  g_assert_cmpfloat (ijk_figure_table_get (table, 0, 1), ==, 0.745);
  g_assert_true (isnan (ijk_figure_table_get (table, 1, 0)));
  g_assert_true (ijk_language_select ("en"));
  english = ijk_figure_table_write_cell (table, 0, 0);
  unknown = ijk_figure_table_write_cell (table, 1, 0);
  zero = ijk_figure_table_write_cell (table, 1, 1);
  g_assert_true (ijk_language_select ("nl"));
  dutch = ijk_figure_table_write_cell (table, 0, 0);
  g_assert_true (ijk_language_select ("en"));
  /* 12,400.25 lies between two even choices; binary .25 is exact, so it rounds to even. */
  g_assert_cmpstr (english, ==, "12,400.2");
  g_assert_cmpstr (dutch, ==, "12.400,2");
  g_assert_cmpstr (unknown, ==, "–");
  g_assert_cmpstr (zero, ==, "0.000");
}

static void
test_csv (void)
{
  g_autoptr (IjkFigureTable) table = make_table ();
  g_autofree char *csv = NULL;

  g_assert_true (ijk_language_select ("nl"));
  csv = ijk_figure_table_to_csv (table);
  g_assert_true (ijk_language_select ("en"));
  g_assert_cmpstr (csv, ==,
                   "Year,Emissions (Mt CO₂-eq),\"A \"\"factor\"\", in words\"\r\n"
                   "2030,12400.25,0.745\r\n"
                   "2031,,0\r\n");
}

static void
test_csv_with_notes (void)
{
  g_autoptr (IjkFigureTable) table = ijk_figure_table_new ("A round", "Candidate");
  g_autofree char *csv = NULL;

  ijk_figure_table_add_column (table, "Rank", NULL, 0);
  table->note_title = g_strdup ("Outcome");
  ijk_figure_table_add_row (table, "Heat pumps, food", (const double[]) { 1 }, "granted");
  ijk_figure_table_add_row (table, "CCS", (const double[]) { 2 }, NULL);
  csv = ijk_figure_table_to_csv (table);
  g_assert_cmpstr (csv, ==,
                   "Candidate,Rank,Outcome\r\n"
                   "\"Heat pumps, food\",1,granted\r\n"
                   "CCS,2,\r\n");
}

static void
test_empty (void)
{
  g_autoptr (IjkFigureTable) table = ijk_figure_table_new ("Nothing", "Year");
  g_autofree char *csv = ijk_figure_table_to_csv (table);

  g_assert_cmpuint (ijk_figure_table_n_rows (table), ==, 0);
  g_assert_cmpstr (csv, ==, "Year\r\n");
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = catalogue_write ();
  ijk_language_init (folder);
  g_test_add_func ("/figure-table/cells", test_cells);
  g_test_add_func ("/figure-table/csv", test_csv);
  g_test_add_func ("/figure-table/csv-with-notes", test_csv_with_notes);
  g_test_add_func ("/figure-table/empty", test_empty);
  status = g_test_run ();
  catalogue_remove (folder);
  return status;
}
