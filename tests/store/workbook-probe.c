/* The dump is what "the old or the new state, never a mix" is judged by: every row of every table
 * and the whole schema, read by SQLite itself. Times of the clock are masked, and the check sums
 * that cover them, because two runs of one edit differ in nothing else.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "workbook-probe.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>


/* Returns: (transfer full) */
char *
probe_make_directory (void)
{
  g_autoptr (GError) error = NULL;
  char *directory = g_dir_make_tmp ("ijkpad-test-XXXXXX", &error);

  g_assert_no_error (error);
  return directory;
}

void
probe_remove_directory (const char *directory)
{
  g_autoptr (GDir) dir = g_dir_open (directory, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (directory, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        probe_remove_directory (path);
      else
        g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (directory), ==, 0);
}

/* Returns: (transfer full) */
IjkDataSet *
probe_load_data_set (void)
{
  g_autoptr (GError) error = NULL;
  IjkDataSet *data_set = ijk_data_set_load (g_getenv ("IJKPAD_REFERENCE"), &error);

  g_assert_no_error (error);
  return data_set;
}

/* Makes a workbook with one scenario of the user. Returns: the number of that scenario */
gint64
probe_create_workbook (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IjkDataSet) data_set = probe_load_data_set ();
  g_autoptr (IjkWorkbook) workbook = ijk_workbook_create (path, data_set, "en", &error);
  g_autoptr (IjkScenarioRecord) record = ijk_scenario_record_new ();
  gint64 scenario = 0;

  g_assert_no_error (error);
  g_free (record->name);
  record->name = g_strdup (PROBE_SCENARIO);
  scenario = ijk_workbook_create_scenario (workbook, record, "Made", &error);

  g_assert_no_error (error);
  return scenario;
}

void
probe_copy_file (const char *from,
                 const char *to)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize length = 0;

  g_file_get_contents (from, &bytes, &length, &error);
  g_assert_no_error (error);
  /* In place: a rename would be one more fsync for each of thousands of copies. */
  g_file_set_contents_full (to, bytes, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

/* Removes a file and its journal, where there are any. */
void
probe_remove_database (const char *path)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);

  (void) g_unlink (path);
  (void) g_unlink (journal);
}

/* @key and @value as in `--set` */
IjkLeverChange
probe_change (IjkWorkbook *workbook,
              const char  *key,
              const char  *value)
{
  g_autoptr (GError) error = NULL;
  const IjkReference *reference = ijk_workbook_get_reference (workbook);
  IjkLeverChange change = { .is_set = TRUE };

  ijk_lever_key_parse (reference, key, &change.key, &error);
  g_assert_no_error (error);
  ijk_lever_value_parse (&reference->levers[change.key.lever], value, &change.value, &error);
  g_assert_no_error (error);
  return change;
}

IjkLeverChange
probe_number_change (IjkWorkbook *workbook,
                     const char  *key,
                     double       number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  return probe_change (workbook, key, g_ascii_dtostr (text, sizeof text, number));
}

static sqlite3 *
open_raw (const char *path)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  sqlite3_busy_timeout (db, 10000);
  return db;
}

static gboolean
is_masked (sqlite3_stmt *stmt,
           int           i)
{
  const char *name = sqlite3_column_name (stmt, i);

  return g_str_has_suffix (name, "_us") || strcmp (name, "check_sum") == 0;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Appends the rows of @sql, sorted, because a table without rowid has no order of its own. */
static void
append_rows (GString    *dump,
             sqlite3    *db,
             const char *sql)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *stmt = NULL;
  int code;

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  while ((code = sqlite3_step (stmt)) == SQLITE_ROW)
    {
      GString *row = g_string_new (NULL);

      for (int i = 0; i < sqlite3_column_count (stmt); i++)
        {
          const char *text = (const char *) sqlite3_column_text (stmt, i);

          g_string_append_printf (row, "%s%s", i == 0 ? "" : "|",
                                  is_masked (stmt, i) ? "*" : text == NULL ? "NULL" : text);
        }
      g_ptr_array_add (rows, g_string_free (row, FALSE));
    }
  g_assert_cmpint (code, ==, SQLITE_DONE);
  sqlite3_finalize (stmt);

  g_ptr_array_sort (rows, compare_rows);
  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (dump, "%s\n", (const char *) rows->pdata[i]);
}

static GPtrArray *
list_tables (sqlite3 *db)
{
  GPtrArray *tables = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *stmt = NULL;
  const char *sql = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name";

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    g_ptr_array_add (tables, g_strdup ((const char *) sqlite3_column_text (stmt, 0)));
  sqlite3_finalize (stmt);
  return tables;
}

/* Everything in the file at @path as text. Returns: (transfer full) */
char *
probe_dump (const char *path)
{
  GString *dump = g_string_new (NULL);
  sqlite3 *db = open_raw (path);
  g_autoptr (GPtrArray) tables = list_tables (db);

  append_rows (dump, db, "PRAGMA application_id");
  append_rows (dump, db, "PRAGMA user_version");
  append_rows (dump, db, "SELECT type, name, sql FROM sqlite_schema");
  for (guint i = 0; i < tables->len; i++)
    {
      char *sql = sqlite3_mprintf ("SELECT * FROM \"%w\"", (const char *) tables->pdata[i]);

      g_string_append_printf (dump, "-- %s\n", (const char *) tables->pdata[i]);
      append_rows (dump, db, sql);
      sqlite3_free (sql);
    }
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  return g_string_free (dump, FALSE);
}

/* Says where two dumps part, without printing the reference data of both. */
void
probe_assert_same_dump (const char *found,
                        const char *expected)
{
  gsize i_line = 0;

  if (strcmp (found, expected) == 0)
    return;
  for (gsize i = 0; found[i] == expected[i]; i++)
    if (found[i] == '\n')
      i_line = i + 1;
  g_error ("found “%.200s”, expected “%.200s”", found + i_line, expected + i_line);
}

/* SQLite finds every page and every reference in place. */
void
probe_assert_whole (const char *path)
{
  g_autoptr (GString) answer = g_string_new (NULL);
  sqlite3 *db = open_raw (path);

  append_rows (answer, db, "PRAGMA integrity_check");
  append_rows (answer, db, "PRAGMA foreign_key_check");
  g_assert_cmpstr (answer->str, ==, "ok\n");
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

/* Whether an edit was under way when the last writer of @path died: a journal whose header holds
 * something. */
gboolean
probe_has_hot_journal (const char *path)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_autofree char *bytes = NULL;
  gsize length = 0;

  return g_file_get_contents (journal, &bytes, &length, NULL) && length > 0 && bytes[0] != '\0';
}

/* An error that a person can act on: of the store, a sentence of some words, no full stop. */
void
probe_assert_sentence (const GError *error)
{
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  g_assert_cmpuint (error->domain, ==, IJK_STORE_ERROR);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_cmpuint (strlen (error->message), >, 15);
  g_assert_nonnull (strchr (error->message, ' '));
  g_assert_false (g_str_has_suffix (error->message, "."));
}
