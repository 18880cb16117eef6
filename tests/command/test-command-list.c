/* `ijkpad list`: every list in every format, and what must agree between lists and results.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "program.h"

#include "ijk-table.h"

#include <json-glib/json-glib.h>
#include <stdlib.h>
#include <string.h>

typedef struct
{
  const char *what;
  guint n_rows;        /* 0: as many as there are */
  const char *columns; /* that it must have, one a line */
} ListCase;

/* Rows as counted in the tables. */
static const ListCase cases[] = {
  { "levers", 56, "id\nname\nkind\nunit\nmin\nmax\ndefault\nscope\nstatus\nsource\nhelp" },
  { "units", 280, "id\nname\ncompany\nsector\ncluster\nkind\nlevy_share\nbenchmark_kt\nsource" },
  { "companies", 185, "name\nunits\nunit_ids" },
  { "sectors", 13, "id\nname\nin_industry\nunits\nstatus\nsource" },
  { "clusters", 6, "id\nname\nstatus\nsource" },
  { "measures", 25, "id\nname\ngroup\npool\ncapex\nstatus\nsource" },
  { "projects", 9, "id\nunit\nmeasure\nkt_per_year\nstart_year\nenabled\nstatus\nsource" },
  { "regimes", 32 + 43 + 38, "id\nname\nseries\nyear\nvalue\nunit\nstatus\nsource" },
  { "sources", 0, "table\nstatus\nrows\nsource" },
  { "indexation", 6, "year\nfactor\nrate_by_law\nrate_in_table\nstatus\nsource" },
  { "indicators", 0, "entity\nindicator\nunit\nitems" },
};

static char *
read_list (const char *what,
           const char *format)
{
  g_autofree char *arguments = g_strdup_printf ("list %s --format %s", what, format);

  return program_read (arguments);
}

/* A heading, a rule, and a line a row. */
static void
test_table (gconstpointer data)
{
  const ListCase *c = data;
  g_autofree char *table = read_list (c->what, "table");
  g_autofree char *arguments = g_strconcat ("list ", c->what, NULL);
  g_autofree char *by_default = program_read (arguments);
  g_auto (GStrv) lines = g_strsplit (table, "\n", -1);

  g_assert_cmpstr (table, ==, by_default);
  g_assert_true (g_utf8_validate (table, -1, NULL));
  program_assert_parts (lines[0], c->columns);
  g_assert_true (g_str_has_prefix (lines[1], "─"));
  if (c->n_rows > 0)
    g_assert_cmpuint (g_strv_length (lines), ==, 2 + c->n_rows + 1);
}

/* The reader of our own tables, which is strict, takes it. */
static void
test_csv (gconstpointer data)
{
  const ListCase *c = data;
  g_autofree char *csv = read_list (c->what, "csv");
  g_autoptr (GPtrArray) rows = program_split_csv (csv);
  char **header = g_ptr_array_index (rows, 0);
  g_auto (GStrv) columns = g_strsplit (c->columns, "\n", -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (IjkTable) table
      = ijk_table_new (c->what, csv, -1, (const char *const *) header, &error);

  g_assert_no_error (error);
  for (guint i = 0; columns[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) header, columns[i]))
      g_assert_cmpstr (columns[i], ==, "a column of the list");
  g_assert_cmpuint (ijk_table_get_n_rows (table), ==, rows->len - 1);
  g_assert_cmpuint (rows->len, >, 1);
  if (c->n_rows > 0)
    g_assert_cmpuint (rows->len, ==, c->n_rows + 1);
  for (guint i = 1; i < rows->len; i++)
    {
      char **cells = g_ptr_array_index (rows, i);
      IjkRow row = { table, i - 1, FALSE, &error };

      g_assert_cmpuint (g_strv_length (cells), ==, g_strv_length (header));
      for (guint k = 0; header[k] != NULL; k++)
        g_assert_cmpstr (ijk_row_optional_text (&row, header[k]), ==, cells[k]);
    }
}

/* Objects with the columns as members and the same cells: text, number, or null where empty. */
static void
test_json (gconstpointer data)
{
  const ListCase *c = data;
  g_autofree char *json = read_list (c->what, "json");
  g_autofree char *csv = read_list (c->what, "csv");
  g_autoptr (GPtrArray) rows = program_split_csv (csv);
  char **header = g_ptr_array_index (rows, 0);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonArray *array = NULL;

  json_parser_load_from_data (parser, json, -1, &error);
  g_assert_no_error (error);
  array = json_node_get_array (json_parser_get_root (parser));
  g_assert_cmpuint (json_array_get_length (array), ==, rows->len - 1);
  for (guint i = 1; i < rows->len; i++)
    {
      char **cells = g_ptr_array_index (rows, i);
      JsonObject *object = json_array_get_object_element (array, i - 1);

      g_assert_cmpuint (json_object_get_size (object), ==, g_strv_length (header));
      for (guint k = 0; header[k] != NULL; k++)
        {
          JsonNode *node = json_object_get_member (object, header[k]);

          g_assert_nonnull (node);
          if (json_node_is_null (node))
            g_assert_cmpstr (cells[k], ==, "");
          else if (json_node_get_value_type (node) == G_TYPE_STRING)
            g_assert_cmpstr (cells[k], ==, json_node_get_string (node));
          else
            g_assert_true (g_ascii_strtod (cells[k], NULL) == json_node_get_double (node));
        }
    }
}

/* Cell of a row by the name of its column. */
static const char *
get_cell (GPtrArray  *rows,
          guint       row,
          const char *column)
{
  char **header = g_ptr_array_index (rows, 0);

  for (guint k = 0; header[k] != NULL; k++)
    if (strcmp (header[k], column) == 0)
      return ((char **) g_ptr_array_index (rows, row))[k];
  g_error ("the list has no column “%s”", column);
}

/* The chain of art. 71p and 90 gives the published rates to the cent; example D1. */
static void
test_indexation (void)
{
  static const double rates[] = { 30.48, 41.75, 55.94, 74.17, 87.90, 103.66 };
  static const double steps[] = { 10.73, 10.87, 11.55, 12.69, 12.84, 13.21 };
  g_autofree char *csv = read_list ("indexation", "csv");
  g_autoptr (GPtrArray) rows = program_split_csv (csv);

  g_assert_cmpuint (rows->len, ==, 1 + G_N_ELEMENTS (rates));
  for (guint i = 0; i < G_N_ELEMENTS (rates); i++)
    {
      g_assert_cmpint (atoi (get_cell (rows, i + 1, "year")), ==, 2021 + (int) i);
      g_assert_cmpstr (get_cell (rows, i + 1, "rate_by_law"), ==,
                       get_cell (rows, i + 1, "rate_in_table"));
      g_assert_true (g_ascii_strtod (get_cell (rows, i + 1, "rate_by_law"), NULL) == rates[i]);
      g_assert_true (g_ascii_strtod (get_cell (rows, i + 1, "step_by_law"), NULL) == steps[i]);
    }
}

/* The items of all indicators by thirty years are the rows of a result. */
static void
test_indicators (void)
{
  g_autofree char *csv = read_list ("indicators", "csv");
  g_autoptr (GPtrArray) rows = program_split_csv (csv);
  g_autofree char *result = program_read ("run --format csv");
  guint64 n_items = 0;
  guint64 n_lines = 0;

  for (guint i = 1; i < rows->len; i++)
    n_items += g_ascii_strtoull (get_cell (rows, i, "items"), NULL, 10);
  for (const char *c = result; *c != '\0'; c++)
    n_lines += *c == '\n';
  g_assert_cmpuint (n_lines, ==, 1 + 30 * n_items);
}

/* Every lever that is listed can be set to each end of its range. */
static void
test_levers_take_their_range (void)
{
  g_autofree char *csv = read_list ("levers", "csv");
  g_autoptr (GPtrArray) rows = program_split_csv (csv);
  g_autoptr (GString) low = g_string_new ("run");
  g_autoptr (GString) high = g_string_new ("run");
  g_autofree char *of_low = NULL;
  g_autofree char *of_high = NULL;

  for (guint i = 1; i < rows->len; i++)
    {
      const char *kind = get_cell (rows, i, "kind");
      const char *start = strcmp (kind, "mode_share") == 0 ? "exactly:" : "";
      const char *id = get_cell (rows, i, "id");

      if (strcmp (kind, "switch") == 0 || g_str_has_suffix (id, ".ID"))
        continue;
      g_string_append_printf (low, " -s %s=%s%s", id, start, get_cell (rows, i, "min"));
      g_string_append_printf (high, " -s %s=%s%s", id, start, get_cell (rows, i, "max"));
    }
  of_low = program_read (low->str);
  of_high = program_read (high->str);
  g_assert_cmpstr (of_low, !=, of_high);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *table = g_strdup_printf ("/command/list/%s/table", cases[i].what);
      g_autofree char *csv = g_strdup_printf ("/command/list/%s/csv", cases[i].what);
      g_autofree char *json = g_strdup_printf ("/command/list/%s/json", cases[i].what);

      g_test_add_data_func (table, &cases[i], test_table);
      g_test_add_data_func (csv, &cases[i], test_csv);
      g_test_add_data_func (json, &cases[i], test_json);
    }
  g_test_add_func ("/command/list/indexation/is-the-law", test_indexation);
  g_test_add_func ("/command/list/indicators/are-the-result", test_indicators);
  g_test_add_func ("/command/list/levers/take-their-range", test_levers_take_their_range);
  return g_test_run ();
}
