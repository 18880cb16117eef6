/* The spreadsheet: unpacked again with what GLib has, and held against the result it was made from.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-import.h"
#include "ijk-indicator.h"
#include "ijk-reference-load.h"
#include "ijk-result-xlsx.h"
#include "ijk-run.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

static IjkReference *reference;

/* Times of the year 2026, so that the same result gives the same bytes. */
#define TIME_S 1772357400

/* The data with the installations of projects and a few others: the whole takes a minute to unpack
 * under the sanitizers. */
static IjkReference *
load_small_reference (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IjkReference) whole = ijk_reference_load (g_getenv ("IJKPAD_REFERENCE"), &error);
  IjkReferenceContent *content = NULL;
  g_autofree guint *place = NULL;
  guint n_units = 0;

  g_assert_no_error (error);
  content = ijk_reference_dup_content (whole);
  place = g_new0 (guint, whole->n_units);
  g_ptr_array_set_size (content->companies, 0);
  for (guint i = 0; i < whole->n_units; i++)
    {
      IjkUnit unit = whole->units[i];
      gboolean is_kept = i % 30 == 0;

      for (guint k = 0; k < whole->n_projects; k++)
        is_kept |= whole->projects[k].unit == i;
      if (!is_kept)
        continue;
      if (unit.company != IJK_NONE)
        {
          const char *company = whole->companies[unit.company].name;

          if (!g_ptr_array_find (content->companies, company, &unit.company))
            {
              unit.company = content->companies->len;
              g_ptr_array_add (content->companies, (gpointer) company);
            }
        }
      place[i] = n_units;
      g_array_index (content->units, IjkUnit, n_units++) = unit;
    }
  g_array_set_size (content->units, n_units);
  for (guint k = 0; k < whole->n_projects; k++)
    g_array_index (content->projects, IjkProject, k).unit = place[whole->projects[k].unit];
  return ijk_reference_new (content);
}

static guint
read_little_endian (const guint8 *at,
                    guint         n_bytes)
{
  guint number = 0;

  for (guint i = n_bytes; i-- > 0;)
    number = number << 8 | at[i];
  return number;
}

/* One file of a ZIP archive: method 0 is stored, 8 is raw deflate. */
static char *
unpack_entry (const guint8 *archive,
              const guint8 *directory)
{
  const guint method = read_little_endian (directory + 10, 2);
  const guint n_packed = read_little_endian (directory + 20, 4);
  const guint n_unpacked = read_little_endian (directory + 24, 4);
  const guint8 *header = archive + read_little_endian (directory + 42, 4);
  const guint8 *packed
      = header + 30 + read_little_endian (header + 26, 2) + read_little_endian (header + 28, 2);
  g_autoptr (GInputStream) memory
      = g_memory_input_stream_new_from_data (packed, (gssize) n_packed, NULL);
  g_autoptr (GConverter) inflate
      = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW));
  g_autoptr (GInputStream) stream = g_converter_input_stream_new (memory, inflate);
  char *text = g_malloc0 (n_unpacked + 1);
  gsize n_read = 0;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (read_little_endian (header, 4), ==, 0x04034b50);
  g_assert_true (method == 0 || method == 8);
  g_assert_true (g_input_stream_read_all (method == 8 ? stream : memory, text, n_unpacked, &n_read,
                                          NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_read, ==, n_unpacked);
  return text;
}

/* The files of the archive by name. */
static GHashTable *
unpack (const char *data,
        gsize       length)
{
  const guint8 *archive = (const guint8 *) data;
  GHashTable *files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  const guint8 *end = archive + length - 22; /* no comment behind it */
  const guint8 *entry = NULL;

  g_assert_cmpuint (length, >, 22);
  g_assert_cmpuint (read_little_endian (end, 4), ==, 0x06054b50);
  entry = archive + read_little_endian (end + 16, 4);
  for (guint i = read_little_endian (end + 10, 2); i > 0; i--)
    {
      const guint n_name = read_little_endian (entry + 28, 2);

      g_assert_cmpuint (read_little_endian (entry, 4), ==, 0x02014b50);
      g_hash_table_insert (files, g_strndup ((const char *) entry + 46, n_name),
                           unpack_entry (archive, entry));
      entry
          += 46 + n_name + read_little_endian (entry + 30, 2) + read_little_endian (entry + 32, 2);
    }
  return files;
}

/* A spreadsheet as texts: cells by "Sheet!A1". */
typedef struct
{
  GHashTable *files;      /* (owned) */
  GPtrArray *strings;     /* (owned) shared texts */
  GPtrArray *sheets;      /* (owned) names in order */
  GHashTable *cells;      /* (owned) */
  GHashTable *is_text;    /* (owned) cells that are texts */
  /* while parsing */
  const char *sheet;
  char *place;
  gboolean is_shared;
  GString *text;
} Book;

static void
start_element_cb (GMarkupParseContext *context,
                  const char          *element,
                  const char         **names,
                  const char         **values,
                  gpointer             user_data,
                  GError             **error)
{
  Book *book = user_data;

  (void) context;
  (void) error;
  g_assert_cmpstr (element, !=, "f"); /* nothing is a formula */
  if (strcmp (element, "sheet") == 0)
    g_ptr_array_add (book->sheets, g_strdup (values[0]));
  if (strcmp (element, "c") == 0)
    {
      g_free (book->place);
      book->place = g_strdup (values[0]);
      book->is_shared = FALSE;
      for (guint i = 0; names[i] != NULL; i++)
        if (strcmp (names[i], "t") == 0)
          {
            g_assert_cmpstr (values[i], ==, "s");
            book->is_shared = TRUE;
          }
    }
  if (strcmp (element, "v") == 0 || strcmp (element, "si") == 0)
    g_string_truncate (book->text, 0);
}

static void
end_element_cb (GMarkupParseContext *context,
                const char          *element,
                gpointer             user_data,
                GError             **error)
{
  Book *book = user_data;

  (void) context;
  (void) error;
  if (strcmp (element, "si") == 0)
    g_ptr_array_add (book->strings, g_strdup (book->text->str));
  if (strcmp (element, "v") == 0)
    {
      char *key = g_strconcat (book->sheet, "!", book->place, NULL);
      const char *value = book->is_shared
                              ? g_ptr_array_index (book->strings, (guint) atoi (book->text->str))
                              : book->text->str;

      if (book->is_shared)
        g_hash_table_add (book->is_text, g_strdup (key));
      g_hash_table_insert (book->cells, key, g_strdup (value));
    }
}

static void
text_cb (GMarkupParseContext *context,
         const char          *text,
         gsize                length,
         gpointer             user_data,
         GError             **error)
{
  (void) context;
  (void) error;
  g_string_append_len (((Book *) user_data)->text, text, (gssize) length);
}

static void
parse_file (Book       *book,
            const char *name)
{
  const GMarkupParser parser
      = { .start_element = start_element_cb, .end_element = end_element_cb, .text = text_cb };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, book, NULL);
  const char *text = g_hash_table_lookup (book->files, name);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (text);
  g_markup_parse_context_parse (context, text, -1, &error);
  g_assert_no_error (error);
}

static void
free_book (Book *book)
{
  g_hash_table_unref (book->files);
  g_ptr_array_unref (book->strings);
  g_ptr_array_unref (book->sheets);
  g_hash_table_unref (book->cells);
  g_hash_table_unref (book->is_text);
  g_free (book->place);
  g_string_free (book->text, TRUE);
  g_free (book);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Book, free_book)

static Book *
open_book (const char *data,
           gsize       length)
{
  Book *book = g_new0 (Book, 1);

  book->files = unpack (data, length);
  book->strings = g_ptr_array_new_with_free_func (g_free);
  book->sheets = g_ptr_array_new_with_free_func (g_free);
  book->cells = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  book->is_text = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  book->text = g_string_new (NULL);
  parse_file (book, "xl/sharedStrings.xml");
  parse_file (book, "xl/workbook.xml");
  for (guint i = 0; i < book->sheets->len; i++)
    {
      g_autofree char *name = g_strdup_printf ("xl/worksheets/sheet%u.xml", i + 1);

      book->sheet = g_ptr_array_index (book->sheets, i);
      parse_file (book, name);
    }
  return book;
}

static const char *
get_cell (Book       *book,
          const char *sheet,
          guint       column,
          guint       row)
{
  g_autofree char *place
      = column < 26 ? g_strdup_printf ("%s!%c%u", sheet, 'A' + (int) column, row)
                    : g_strdup_printf ("%s!A%c%u", sheet, 'A' + (int) column - 26, row);

  return g_hash_table_lookup (book->cells, place);
}

static Book *
write_book (const IjkScenario       *scenario,
            const IjkResultXlsxInfo *info)
{
  const IjkReference *data = ijk_scenario_get_reference (scenario);
  g_autoptr (IjkWorkspace) workspace = ijk_workspace_new (data);
  g_autoptr (GError) error = NULL;
  gsize length = 0;
  g_autofree char *file
      = ijk_result_to_xlsx (ijk_run (data, scenario, workspace), info, &length, &error);

  g_assert_no_error (error);
  return open_book (file, length);
}

static const IjkResultXlsxInfo plain_info = { .time_s = TIME_S };

static void
test_sheets (void)
{
  static const char *const names[] = { "Scenario", "National", "Sectors",  "Clusters", "Companies",
                                       "Units",    "Measures", "Cells",    "Sources",  "Method" };
  g_autoptr (IjkScenario) scenario = ijk_scenario_new (reference, NULL);
  g_autoptr (Book) book = write_book (scenario, &plain_info);

  g_assert_cmpuint (book->sheets->len, ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpstr (g_ptr_array_index (book->sheets, i), ==, names[i]);
  for (guint i = 1; i <= 7; i++)
    {
      g_autofree char *file = g_strdup_printf ("xl/worksheets/sheet%u.xml", i + 1);
      const char *xml = g_hash_table_lookup (book->files, file);

      g_assert_cmpstr (get_cell (book, names[i], 0, 1), ==, "id");
      g_assert_cmpstr (get_cell (book, names[i], 1, 1), ==, "name");
      g_assert_cmpstr (get_cell (book, names[i], 2, 1), ==, "indicator");
      g_assert_cmpstr (get_cell (book, names[i], 3, 1), ==, "unit");
      for (guint t = 0; t < IJK_N_YEARS; t++)
        g_assert_cmpint (atoi (get_cell (book, names[i], 4 + t, 1)), ==, IJK_FIRST_YEAR + (int) t);
      g_assert_null (get_cell (book, names[i], 4 + IJK_N_YEARS, 1));
      g_assert_nonnull (strstr (xml, "<pane xSplit=\"4\" ySplit=\"1\" topLeftCell=\"E2\""));
      g_assert_nonnull (strstr (xml, "state=\"frozen\""));
      g_assert_nonnull (strstr (xml, "<autoFilter ref=\"A1:AH"));
    }
  g_assert_nonnull (strstr (g_hash_table_lookup (book->files, "xl/styles.xml"), "#,##0.0"));
  g_assert_nonnull (strstr (g_hash_table_lookup (book->files, "xl/styles.xml"), "0.0%"));
}

/* Every indicator of every item stands in its sheet, to the digits a spreadsheet keeps. */
static void
test_numbers (void)
{
  static const char *const sheets[IJK_N_ITEMS] = { "National",  "National", "Sectors",  "Clusters",
                                                   "Companies", "Units",    "Measures", "Cells" };
  g_autoptr (GError) error = NULL;
  g_autoptr (IjkScenario) nothing = ijk_scenario_new (reference, NULL);
  g_autoptr (IjkScenario) scenario
      = ijk_scenario_with_setting (nothing, "ets_price=2030:150,2050:300", &error);
  g_autoptr (IjkWorkspace) workspace = ijk_workspace_new (reference);
  const IjkResult *result = ijk_run (reference, scenario, workspace);
  g_autoptr (Book) book = write_book (scenario, &plain_info);
  g_autoptr (GHashTable) rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_indicators = 0;
  const IjkIndicator *indicators = ijk_indicators (&n_indicators);
  guint n_checked = 0;

  for (guint i = 1; i <= 7; i++)
    {
      const char *sheet = g_ptr_array_index (book->sheets, i);

      for (guint row = 2; get_cell (book, sheet, 0, row) != NULL; row++)
        g_assert_true (g_hash_table_insert (
            rows,
            g_strdup_printf ("%s!%s!%s!%s", sheet, get_cell (book, sheet, 0, row),
                             get_cell (book, sheet, 2, row), get_cell (book, sheet, 3, row)),
            GUINT_TO_POINTER (row)));
    }
  for (guint k = 0; k < n_indicators; k++)
    for (guint item = 0; item < ijk_items_count (reference, indicators[k].items); item++)
      {
        const char *sheet = sheets[indicators[k].items];
        g_autoptr (GString) id = g_string_new (NULL);
        g_autofree char *key = NULL;
        double yearly[IJK_N_YEARS];
        guint row = 0;

        ijk_items_append_id (reference, indicators[k].items, item, id);
        key = g_strdup_printf ("%s!%s!%s!%s", sheet, id->str, indicators[k].id, indicators[k].unit);
        row = GPOINTER_TO_UINT (g_hash_table_lookup (rows, key));
        g_assert_cmpuint (row, >, 0);
        ijk_indicator_yearly (&indicators[k], result, item, yearly);
        for (guint t = 0; t < IJK_N_YEARS; t++)
          {
            const char *cell = get_cell (book, sheet, 4 + t, row);

            if (isnan (yearly[t]))
              g_assert_null (cell);
            else
              g_assert_cmpfloat (fabs (g_ascii_strtod (cell, NULL) - yearly[t]), <=,
                                 1e-14 * fabs (yearly[t]));
          }
        n_checked++;
      }
  g_assert_cmpuint (n_checked, ==, g_hash_table_size (rows));
}

/* Row of the scenario sheet whose first cell is @first. */
static guint
find_row (Book       *book,
          const char *sheet,
          const char *first)
{
  for (guint row = 1; row < 2000; row++)
    if (g_strcmp0 (get_cell (book, sheet, 0, row), first) == 0)
      return row;
  return 0;
}

static void
test_scenario (void)
{
  static const char *const names[] = { "Firm", "Base", NULL };
  const IjkResultXlsxInfo info = { .program = "ijkpad 1.2",
                                   .names = names,
                                   .description = "What if",
                                   .note = "Two\nlines",
                                   .time_s = TIME_S };
  g_autoptr (GError) error = NULL;
  g_autoptr (IjkScenario) nothing = ijk_scenario_new (reference, NULL);
  g_autoptr (IjkScenario) base = ijk_scenario_with_setting (nothing, "kappa=0.5", &error);
  g_autoptr (IjkScenario) child = ijk_scenario_new (reference, base);
  g_autoptr (IjkScenario) scenario
      = ijk_scenario_with_setting (child, "project.tata-dri=0", &error);
  g_autoptr (Book) book = write_book (scenario, &info);
  const IjkLever *kappa = &reference->levers[IJK_LEVER_KAPPA];
  guint row = 0;

  g_assert_no_error (error);
  g_assert_cmpstr (get_cell (book, "Scenario", 0, 1), ==, "Firm");
  g_assert_cmpstr (get_cell (book, "Scenario", 1, find_row (book, "Scenario", "Description")), ==,
                   "What if");
  g_assert_cmpstr (get_cell (book, "Scenario", 1, find_row (book, "Scenario", "Note")), ==,
                   "Two\nlines");
  g_assert_cmpstr (get_cell (book, "Scenario", 1, find_row (book, "Scenario", "Hangs under")), ==,
                   "Base");
  g_assert_cmpstr (get_cell (book, "Scenario", 1, find_row (book, "Scenario", "Made by")), ==,
                   "ijkpad 1.2");
  row = find_row (book, "Scenario", "project.tata-dri");
  g_assert_cmpuint (row, >, 0);
  g_assert_cmpstr (get_cell (book, "Scenario", 2, row), ==, "0");
  g_assert_cmpstr (get_cell (book, "Scenario", 4, row), ==, "1");
  g_assert_cmpstr (get_cell (book, "Scenario", 7, row), ==, "Firm");
  row = find_row (book, "Scenario", "kappa");
  g_assert_cmpuint (row, >, 0);
  g_assert_cmpstr (get_cell (book, "Scenario", 2, row), ==, "0.5");
  g_assert_cmpstr (get_cell (book, "Scenario", 3, row), ==, kappa->unit);
  g_assert_cmpstr (get_cell (book, "Scenario", 4, row), ==, "0.7");
  g_assert_cmpfloat (g_ascii_strtod (get_cell (book, "Scenario", 6, row), NULL), ==, kappa->max);
  g_assert_cmpstr (get_cell (book, "Scenario", 7, row), ==, "Base");
  g_assert_cmpstr (get_cell (book, "Scenario", 8, row), ==,
                   ijk_status_ids[kappa->provenance.status]);
  g_assert_cmpstr (get_cell (book, "Scenario", 9, row), ==, kappa->provenance.source);
}

/* Every row of the data has its line of sources. */
static void
test_sources (void)
{
  g_autoptr (IjkScenario) scenario = ijk_scenario_new (reference, NULL);
  g_autoptr (Book) book = write_book (scenario, &plain_info);
  guint n_expected = reference->n_sectors + reference->n_clusters + reference->n_units
                     + reference->n_measures + reference->n_cells + reference->n_projects
                     + IJK_N_REGIMES + reference->n_levers + reference->n_indexation
                     + reference->n_history + reference->n_targets + reference->n_published;
  guint n_rows = 0;

  for (guint id = 0; id < IJK_N_SERIES; id++)
    for (guint v = 0; v < IJK_N_VARIANTS; v++)
      n_expected += reference->series[id][v].n_points;
  while (get_cell (book, "Sources", 0, n_rows + 2) != NULL)
    {
      g_assert_nonnull (get_cell (book, "Sources", 3, n_rows + 2));
      g_assert_nonnull (get_cell (book, "Sources", 4, n_rows + 2));
      n_rows++;
    }
  g_assert_cmpuint (n_rows, ==, n_expected);
  g_assert_cmpstr (get_cell (book, "Scenario", 0, find_row (book, "Scenario", "lever") + 1), ==,
                   "No lever is set: everything is as in the reference data.");
  g_assert_nonnull (get_cell (book, "Method", 0, 3));
}

/* Names that a spreadsheet would run are texts, and markup in them is not markup. */
static void
test_names_stay_names (void)
{
  static const char *const words[] = { "=1+1",  "+1",       "-2",      "@SUM(A1)",
                                       "\t=1",  "=cmd|' /C calc'!A0", "<f>1</f>", "a&b\"c'",
                                       "{=1}",  "http://example.org/" };
  static const char *const names[] = { "=HYPERLINK(\"http://example.org\")", NULL };
  const IjkResultXlsxInfo info = { .names = names, .note = "+1\x01_x0001_", .time_s = TIME_S };
  const IjkImportOptions options = { FALSE, "=source" };
  g_autoptr (GString) table
      = g_string_new ("id,name,company,sector,cluster,kind,levy_share,benchmark_kt,kt_2021\n");
  g_autoptr (IjkImport) import = NULL;
  g_autoptr (IjkScenario) scenario = NULL;
  g_autoptr (Book) book = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_auto (GStrv) parts = g_strsplit (words[i] + (*words[i] == '\t'), "\"", -1);
      g_autofree char *quoted = g_strjoinv ("\"\"", parts);

      g_string_append_printf (table, "own-%u,\"%s\",\"%s\",paper,cluster6,ets,1,1,1\n", i, quoted,
                              quoted);
    }
  import = ijk_import_read (reference, "own.csv", table->str, -1, &options, &error);
  g_assert_no_error (error);
  scenario = ijk_scenario_new (import->reference, NULL);
  book = write_book (scenario, &info);
  g_assert_cmpstr (get_cell (book, "Scenario", 0, 1), ==, names[0]);
  g_assert_true (g_hash_table_contains (book->is_text, "Scenario!A1"));
  g_assert_cmpuint (find_row (book, "Scenario", "Note"), >, 0);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      const char *word = words[i] + (*words[i] == '\t');
      g_autofree char *id = g_strdup_printf ("own-%u", i);
      const guint row = find_row (book, "Units", id);
      g_autofree char *place = g_strdup_printf ("Units!B%u", row);

      g_assert_cmpstr (get_cell (book, "Units", 1, row), ==, word);
      g_assert_true (g_hash_table_contains (book->is_text, place));
      g_assert_cmpuint (find_row (book, "Companies", word), >, 0);
    }
}

static void
test_same_bytes (void)
{
  g_autoptr (IjkScenario) scenario = ijk_scenario_new (reference, NULL);
  g_autoptr (IjkWorkspace) workspace = ijk_workspace_new (reference);
  const IjkResult *result = ijk_run (reference, scenario, workspace);
  gsize n_first = 0;
  gsize n_second = 0;
  g_autofree char *first = ijk_result_to_xlsx (result, &plain_info, &n_first, NULL);
  g_autofree char *second = ijk_result_to_xlsx (result, &plain_info, &n_second, NULL);

  g_assert_cmpmem (first, n_first, second, n_second);
  g_test_message ("%" G_GSIZE_FORMAT " bytes", n_first);
}

/* Nothing stays behind in the temporary folder, and a folder that is not there is an error. */
static void
test_temporary_folder (void)
{
  g_autoptr (GError) error = NULL;

  if (g_test_subprocess ())
    {
      g_autoptr (IjkScenario) scenario = ijk_scenario_new (reference, NULL);
      g_autoptr (IjkWorkspace) workspace = ijk_workspace_new (reference);
      const IjkResult *result = ijk_run (reference, scenario, workspace);
      gsize length = 0;

      g_assert_null (ijk_result_to_xlsx (result, &plain_info, &length, &error));
      g_assert_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_READ);
      g_assert_true (g_str_has_prefix (error->message, "the spreadsheet cannot be made: "));
      return;
    }
  g_setenv ("TMPDIR", "/nonexistent", TRUE);
  g_test_trap_subprocess (NULL, 0, 0);
  g_unsetenv ("TMPDIR");
  g_test_trap_assert_passed ();
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = NULL;
  int status = 0;

  g_test_init (&argc, &argv, NULL);
  if (!g_test_subprocess ())
    {
      folder = g_dir_make_tmp ("test-result-xlsx-XXXXXX", &error);
      g_setenv ("TMPDIR", folder, TRUE);
    }
  reference = load_small_reference ();
  g_test_add_func ("/store/result-xlsx/sheets-have-headers-and-panes", test_sheets);
  g_test_add_func ("/store/result-xlsx/numbers-are-those-of-the-result", test_numbers);
  g_test_add_func ("/store/result-xlsx/scenario-names-its-levers", test_scenario);
  g_test_add_func ("/store/result-xlsx/sources-of-every-row", test_sources);
  g_test_add_func ("/store/result-xlsx/names-stay-names", test_names_stay_names);
  g_test_add_func ("/store/result-xlsx/same-result-same-bytes", test_same_bytes);
  g_test_add_func ("/store/result-xlsx/no-temporary-folder-is-an-error", test_temporary_folder);
  status = g_test_run ();
  if (folder != NULL)
    g_assert_cmpint (g_rmdir (folder), ==, 0); /* which succeeds on an empty folder alone */
  g_clear_pointer (&reference, ijk_reference_unref);
  return status;
}
