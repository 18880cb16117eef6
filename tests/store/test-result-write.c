/* Results as CSV and JSON: complete, each number once, and the same double when read back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-result-write.h"

#include "comma-locale.h"
#include "ijk-indicator.h"
#include "ijk-reference-load.h"
#include "ijk-run.h"

#include <json-glib/json-glib.h>
#include <locale.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A run with some levers set, so that settings have something to show. */
static const char *const settings[] = { "ets_price=2030:120,2050:200.5", "kappa=0.35",
                                        "ccs_share@company:Shell=at_most:0.5" };

typedef struct
{
  IjkReference *reference;
  IjkScenario *scenario;
  IjkWorkspace *workspace;
  const IjkResult *result;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  fixture->reference = ijk_reference_load (g_getenv ("IJKPAD_REFERENCE"), &error);
  g_assert_no_error (error);
  fixture->scenario = ijk_scenario_new (fixture->reference, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      IjkScenario *next = ijk_scenario_with_setting (fixture->scenario, settings[i], &error);

      g_assert_no_error (error);
      ijk_scenario_unref (fixture->scenario);
      fixture->scenario = next;
    }
  fixture->workspace = ijk_workspace_new (fixture->reference);
  fixture->result = ijk_run (fixture->reference, fixture->scenario, fixture->workspace);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data G_GNUC_UNUSED)
{
  ijk_workspace_free (fixture->workspace);
  ijk_scenario_unref (fixture->scenario);
  ijk_reference_unref (fixture->reference);
}

/* Cells of one line of the long table; ids of companies may be in quotation marks. */
static GPtrArray *
split_line (const char *line)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);
  GString *cell = g_string_new (NULL);
  gboolean is_quoted = FALSE;

  for (const char *c = line; *c != '\0'; c++)
    if (*c == '"')
      {
        if (is_quoted && c[1] == '"')
          g_string_append_c (cell, *c++);
        else
          is_quoted = !is_quoted;
      }
    else if (*c == ',' && !is_quoted)
      {
        g_ptr_array_add (cells, g_strdup (cell->str));
        g_string_truncate (cell, 0);
      }
    else
      g_string_append_c (cell, *c);
  g_ptr_array_add (cells, g_string_free (cell, FALSE));
  return cells;
}

/* The part of a table that has not been read. */
typedef struct
{
  char *text;    /* (not owned) */
  gsize n_bytes; /* before the closing zero */
} Rest;

/* The next line of @rest, cut off in place. Searched by memchr(): under the strict string checks of
 * the address sanitizer each strchr() measures the whole rest of the table first. */
static char *
cut_line (Rest *rest)
{
  char *line = rest->text;
  char *end = memchr (line, '\n', rest->n_bytes);

  g_assert_nonnull (end);
  *end = '\0';
  rest->n_bytes -= (gsize) (end + 1 - line);
  rest->text = end + 1;
  return line;
}

/* Goes along the indicators, their items and the years, and expects the row of each. */
static void
test_csv_is_the_result (Fixture      *fixture,
                        gconstpointer data G_GNUC_UNUSED)
{
  guint n_indicators = 0;
  const IjkIndicator *indicators = ijk_indicators (&n_indicators);
  gsize length = 0;
  g_autofree char *csv = ijk_result_to_csv (fixture->result, &length);
  Rest rest = { csv, length };

  g_assert_cmpuint (strlen (csv), ==, length);
  g_assert_cmpstr (cut_line (&rest), ==, "entity,id,indicator,year,value,unit");
  for (guint k = 0; k < n_indicators; k++)
    for (guint item = 0; item < ijk_items_count (fixture->reference, indicators[k].items); item++)
      {
        g_autoptr (GString) id = g_string_new (NULL);
        double yearly[IJK_N_YEARS];

        ijk_items_append_id (fixture->reference, indicators[k].items, item, id);
        ijk_indicator_yearly (&indicators[k], fixture->result, item, yearly);
        for (guint t = 0; t < IJK_N_YEARS; t++)
          {
            g_autoptr (GPtrArray) cells = split_line (cut_line (&rest));
            const char *value = NULL;
            char *end = NULL;

            g_assert_cmpuint (cells->len, ==, 6);
            g_assert_cmpstr (cells->pdata[0], ==, ijk_items_entity (indicators[k].items));
            g_assert_cmpstr (cells->pdata[1], ==, id->str);
            g_assert_cmpstr (cells->pdata[2], ==, indicators[k].id);
            g_assert_cmpint (atoi (cells->pdata[3]), ==, 2021 + (int) t);
            g_assert_cmpstr (cells->pdata[5], ==, indicators[k].unit);
            value = cells->pdata[4];
            if (isnan (yearly[t]))
              {
                g_assert_cmpstr (value, ==, "");
                continue;
              }
            g_assert_true (g_ascii_strtod (value, &end) == yearly[t]);
            g_assert_true (end != value && *end == '\0');
            g_assert_cmpstr (value, !=, "-0");
          }
      }
  g_assert_cmpuint (rest.n_bytes, ==, 0);
}

/* Nothing is said twice: a spreadsheet may look a number up by its key. */
static void
test_csv_keys_are_unique (Fixture      *fixture,
                          gconstpointer data G_GNUC_UNUSED)
{
  gsize length = 0;
  g_autofree char *csv = ijk_result_to_csv (fixture->result, &length);
  Rest rest = { csv, length };
  g_autoptr (GHashTable) years_of = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer years = NULL;

  (void) cut_line (&rest); /* the header */
  while (rest.n_bytes > 0)
    {
      const char *line = cut_line (&rest);
      g_autoptr (GPtrArray) cells = split_line (line);
      char *key = g_strdup_printf ("%s,%s,%s", (char *) cells->pdata[0], (char *) cells->pdata[1],
                                   (char *) cells->pdata[2]);
      const guint year = 1u << (atoi (cells->pdata[3]) - 2021);
      const guint seen = GPOINTER_TO_UINT (g_hash_table_lookup (years_of, key));

      if (seen & year)
        g_assert_cmpstr (line, ==, "a key that is new");
      g_hash_table_insert (years_of, key, GUINT_TO_POINTER (seen | year));
    }
  g_hash_table_iter_init (&iter, years_of);
  while (g_hash_table_iter_next (&iter, NULL, &years))
    g_assert_cmphex (GPOINTER_TO_UINT (years), ==, (1u << 30) - 1);
}

static void
test_locale (Fixture      *fixture,
             gconstpointer data G_GNUC_UNUSED)
{
  g_auto (CommaLocale) locale = comma_locale_find ();
  gsize length = 0;
  g_autofree char *csv = NULL;
  g_autofree char *json = NULL;
  g_autofree char *csv_with_comma = NULL;
  g_autofree char *json_with_comma = NULL;

  if (locale.name == NULL)
    {
      g_test_skip ("no locale with a decimal comma on this machine");
      return;
    }
  csv = ijk_result_to_csv (fixture->result, &length);
  json = ijk_result_to_json (fixture->result, &length);
  g_assert_nonnull (setlocale (LC_ALL, locale.name));
  csv_with_comma = ijk_result_to_csv (fixture->result, &length);
  json_with_comma = ijk_result_to_json (fixture->result, &length);
  setlocale (LC_ALL, "C");
  g_assert_true (strcmp (csv, csv_with_comma) == 0);
  g_assert_true (strcmp (json, json_with_comma) == 0);
}

static JsonObject *
parse_json (JsonParser *parser,
            const char *json,
            gsize       length)
{
  g_autoptr (GError) error = NULL;

  json_parser_load_from_data (parser, json, (gssize) length, &error);
  g_assert_no_error (error);
  return json_node_get_object (json_parser_get_root (parser));
}

/* The same series in the same order with the same doubles as the long table. */
static void
test_json_equals_csv (Fixture      *fixture,
                      gconstpointer data G_GNUC_UNUSED)
{
  gsize n_csv = 0;
  gsize n_json = 0;
  g_autofree char *csv = ijk_result_to_csv (fixture->result, &n_csv);
  g_autofree char *json = ijk_result_to_json (fixture->result, &n_json);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *series = json_object_get_array_member (parse_json (parser, json, n_json), "series");
  Rest rest = { csv, n_csv };

  (void) cut_line (&rest); /* the header */
  for (guint i = 0; i < json_array_get_length (series); i++)
    {
      JsonObject *one = json_array_get_object_element (series, i);
      JsonArray *values = json_object_get_array_member (one, "values");

      g_assert_cmpuint (json_array_get_length (values), ==, 30);
      for (guint t = 0; t < 30; t++)
        {
          g_autoptr (GPtrArray) cells = split_line (cut_line (&rest));
          JsonNode *value = json_array_get_element (values, t);

          g_assert_cmpstr (json_object_get_string_member (one, "entity"), ==, cells->pdata[0]);
          g_assert_cmpstr (json_object_get_string_member (one, "id"), ==, cells->pdata[1]);
          g_assert_cmpstr (json_object_get_string_member (one, "indicator"), ==, cells->pdata[2]);
          g_assert_cmpstr (json_object_get_string_member (one, "unit"), ==, cells->pdata[5]);
          if (json_node_is_null (value))
            g_assert_cmpstr (cells->pdata[4], ==, "");
          else
            g_assert_true (json_node_get_double (value)
                           == g_ascii_strtod (cells->pdata[4], NULL));
        }
    }
  g_assert_cmpuint (rest.n_bytes, ==, 0);
}

/* The settings come back as texts of --set that make the same scenario. */
static void
test_json_settings (Fixture      *fixture,
                    gconstpointer data G_GNUC_UNUSED)
{
  gsize length = 0;
  g_autofree char *json = ijk_result_to_json (fixture->result, &length);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *root = parse_json (parser, json, length);
  JsonArray *written = json_object_get_array_member (root, "settings");
  JsonArray *years = json_object_get_array_member (root, "years");
  g_autoptr (IjkScenario) again = ijk_scenario_new (fixture->reference, NULL);

  g_assert_cmpuint (json_array_get_length (written), ==, G_N_ELEMENTS (settings));
  for (guint i = 0; i < json_array_get_length (written); i++)
    {
      g_autoptr (GError) error = NULL;
      IjkScenario *next = ijk_scenario_with_setting (
          again, json_array_get_string_element (written, i), &error);

      g_assert_no_error (error);
      ijk_scenario_unref (again);
      again = next;
    }
  g_assert_true (ijk_scenario_equal (again, fixture->scenario));
  g_assert_cmpuint (json_array_get_length (years), ==, 30);
  g_assert_cmpint (json_array_get_int_element (years, 0), ==, 2021);
  g_assert_cmpint (json_array_get_int_element (years, 29), ==, 2050);
}

static void
test_append_number (void)
{
  static const struct
  {
    double number;
    const char *text;
  } cases[] = {
    { 0, "0" },     { -0.0, "0" }, { 1, "1" },
    { -2, "-2" },   { NAN, "" },   { 0.5, "0.5" },
    { 1e14, "100000000000000" },   { 0.1, "0.10000000000000001" },
    { 1e300, "1.0000000000000001e+300" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = g_string_new ("=");

      ijk_append_number (text, cases[i].number);
      g_assert_cmpstr (text->str + 1, ==, cases[i].text);
    }
}

static void
test_append_csv (void)
{
  static const char *const cases[][2] = {
    { "Shell", "Shell" },           { "", "" },
    { "a b", "a b" },               { "BP, Rotterdam", "\"BP, Rotterdam\"" },
    { "the \"A\"", "\"the \"\"A\"\"\"" }, { "a\nb", "\"a\nb\"" },
    { "a\rb", "\"a\rb\"" },         { "a;b", "a;b" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = g_string_new ("x,");

      ijk_append_csv (text, cases[i][0]);
      g_assert_cmpstr (text->str + 2, ==, cases[i][1]);
    }
}

int
main (int    argc,
      char **argv)
{
#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  g_test_init (&argc, &argv, NULL);
  ADD ("/store/result/csv/is-the-result", test_csv_is_the_result);
  ADD ("/store/result/csv/keys-are-unique", test_csv_keys_are_unique);
  ADD ("/store/result/locale-changes-nothing", test_locale);
  ADD ("/store/result/json/equals-csv", test_json_equals_csv);
  ADD ("/store/result/json/settings-come-back", test_json_settings);
  g_test_add_func ("/store/result/number", test_append_number);
  g_test_add_func ("/store/result/cell", test_append_csv);
  return g_test_run ();
}
