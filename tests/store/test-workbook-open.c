/* Opening a file that is not as it should be: each kind has its error and changes nothing; what can
 * be read is saved.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "workbook-fixture.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What is done to the file by SQL, and what opening it says. */
typedef struct
{
  const char *name;
  const char *sql;
  IjkStoreError code;
  const char *says;
} SqlCase;

#define KAPPA "WHERE scenario = 9 AND lever = 'kappa'"

static const SqlCase sql_cases[] = {
  { "other-program", "PRAGMA application_id = 7", IJK_STORE_ERROR_OTHER_PROGRAM,
    "another program" },
  { "trigger",
    "CREATE TRIGGER planted AFTER INSERT ON scenario BEGIN DELETE FROM revision; END",
    IJK_STORE_ERROR_SCHEMA, "planted" },
  { "view", "CREATE VIEW planted AS SELECT * FROM scenario", IJK_STORE_ERROR_SCHEMA, "planted" },
  { "index", "CREATE INDEX planted ON note (text)", IJK_STORE_ERROR_SCHEMA, "planted" },
  { "table", "CREATE TABLE planted (x)", IJK_STORE_ERROR_SCHEMA, "planted" },
  { "column", "ALTER TABLE note ADD COLUMN planted TEXT", IJK_STORE_ERROR_SCHEMA, "note" },
  { "missing-table", "DROP TABLE bookmark", IJK_STORE_ERROR_SCHEMA, "bookmark" },
  { "wal", "PRAGMA journal_mode = WAL", IJK_STORE_ERROR_DAMAGED, "journal" },
  { "version-0", "PRAGMA user_version = 0", IJK_STORE_ERROR_DAMAGED, "version" },
  { "value-out-of-range", "UPDATE lever_value SET value = 7 " KAPPA,
    IJK_STORE_ERROR_DAMAGED, "check sum" },
  { "dangling", "PRAGMA foreign_keys = OFF; UPDATE scenario SET parent = 77 WHERE id = 9",
    IJK_STORE_ERROR_DAMAGED, "a row that is not there" },
  { "check-constraint", "PRAGMA ignore_check_constraints = ON;"
                        "UPDATE lever_value SET year = 9999 " KAPPA,
    IJK_STORE_ERROR_DAMAGED, "CHECK" },
  { "name-changed", "UPDATE scenario SET name = 'Other' WHERE id = 9", IJK_STORE_ERROR_DAMAGED,
    "check sum" },
  { "reference-changed", "UPDATE reference_table SET text = replace (text, '2030', '2031')",
    IJK_STORE_ERROR_DAMAGED, "fingerprint" },
  { "reference-missing", "DELETE FROM reference_table WHERE name = 'units.csv'",
    IJK_STORE_ERROR_DAMAGED, "units.csv" },
  { "levers-of-nobody", "DELETE FROM revision; DELETE FROM scenario", IJK_STORE_ERROR_DAMAGED,
    "not there" },
};

static void
refuses (Fixture      *self,
         gconstpointer data)
{
  const SqlCase *test = data;
  const gint64 id = fixture_duplicate (self, "current-law", "Mine");
  g_autoptr (GError) error = NULL;
  g_autoptr (IjkWorkbook) workbook = NULL;

  g_assert_cmpint (id, ==, 9);
  fixture_set (self, id, "kappa=0.5");
  fixture_close (self);
  fixture_run_sql (self, test->sql);
  workbook = ijk_workbook_open (self->path, IJK_WORKBOOK_DEFAULT, &error);
  g_assert_error (error, IJK_STORE_ERROR, (int) test->code);
  g_assert_nonnull (strstr (error->message, test->says));
  g_assert_null (workbook);
}

static void
replace_file (Fixture    *self,
              const char *bytes,
              gsize       length)
{
  g_autoptr (GError) error = NULL;

  fixture_close (self);
  g_file_set_contents (self->path, bytes, (gssize) length, &error);
  g_assert_no_error (error);
}

static void
expect_error (Fixture      *self,
              IjkStoreError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ijk_workbook_open (self->path, IJK_WORKBOOK_DEFAULT, &error));
  g_assert_error (error, IJK_STORE_ERROR, (int) code);
}

static void
refuses_what_is_no_database (Fixture      *self,
                             gconstpointer data)
{
  (void) data;
  replace_file (self, "", 0);
  expect_error (self, IJK_STORE_ERROR_NOT_DATABASE);
  replace_file (self, "name,value\n", 11);
  expect_error (self, IJK_STORE_ERROR_NOT_DATABASE);
  g_remove (self->path);
  expect_error (self, IJK_STORE_ERROR_GONE);
}

static void
says_that_a_file_is_cut_short (Fixture      *self,
                               gconstpointer data)
{
  g_autofree char *bytes = NULL;
  gsize length = 0;

  (void) data;
  fixture_close (self);
  g_assert_true (g_file_get_contents (self->path, &bytes, &length, NULL));
  for (gsize part = 1; part < 10; part++)
    {
      g_autoptr (GError) error = NULL;

      replace_file (self, bytes, length * part / 10);
      g_assert_null (ijk_workbook_open (self->path, IJK_WORKBOOK_DEFAULT, &error));
      g_assert_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_DAMAGED);
      g_assert_nonnull (strstr (error->message, "cut short"));
    }
}

/* A byte anywhere is noticed, or was of no meaning: free space. Then everything reads the same. */
static void
notices_a_flipped_byte (Fixture      *self,
                        gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  const gint64 id = fixture_duplicate (self, "near-zero", "Mine");
  g_autofree char *before = fixture_describe (self->workbook, id);
  g_autofree char *bytes = NULL;
  gsize length = 0;
  guint n_noticed = 0;

  (void) data;
  fixture_close (self);
  g_assert_true (g_file_get_contents (self->path, &bytes, &length, NULL));
  for (guint i = 0; i < 150; i++)
    {
      const guint32 place = (guint32) g_rand_int_range (random, 0, (gint32) length);
      g_autoptr (GError) error = NULL;
      g_autoptr (IjkWorkbook) workbook = NULL;

      bytes[place] = (char) (bytes[place] ^ 0x10);
      replace_file (self, bytes, length);
      workbook = ijk_workbook_open (self->path, IJK_WORKBOOK_READ_ONLY, &error);
      if (workbook != NULL)
        {
          g_autofree char *after = fixture_describe (workbook, id);

          g_assert_cmpstr (before, ==, after);
        }
      else
        {
          g_assert_true (error->domain == IJK_STORE_ERROR);
          n_noticed++;
        }
      bytes[place] = (char) (bytes[place] ^ 0x10);
    }
  g_assert_cmpuint (n_noticed, >, 75);
}

static void
opens_a_newer_version_to_read (Fixture      *self,
                               gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  (void) data;
  fixture_close (self);
  fixture_run_sql (self, "CREATE TABLE later (x); PRAGMA user_version = 77");
  fixture_reopen (self);
  g_assert_true (ijk_workbook_is_read_only (self->workbook));
  g_assert_nonnull (strstr (ijk_workbook_get_notice (self->workbook), "newer"));
  id = ijk_workbook_find_scenario (self->workbook, "current-law", &error);
  g_assert_no_error (error);
  g_assert_cmpint (ijk_workbook_duplicate_scenario (self->workbook, id, "x", &error), ==, 0);
  g_assert_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_READ_ONLY);
  fixture_close (self);
  fixture_run_sql (self, "DROP TABLE lever_value");
  expect_error (self, IJK_STORE_ERROR_NEWER);
}

static guint
count_files (Fixture    *self,
             const char *part)
{
  g_autoptr (GDir) folder = g_dir_open (self->folder, 0, NULL);
  const char *name = NULL;
  guint n = 0;

  while ((name = g_dir_read_name (folder)) != NULL)
    n += strstr (name, part) != NULL;
  return n;
}

static void
migrates_after_a_backup (Fixture      *self,
                         gconstpointer data)
{
  const gint64 id = fixture_duplicate (self, "near-zero", "Old");
  g_autofree char *before = fixture_describe (self->workbook, id);
  g_autofree char *read_only = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  (void) data;
  fixture_close (self);
  /* What the first migration alone makes. */
  fixture_run_sql (self, "DROP TABLE snapshot; DROP TABLE bookmark; PRAGMA user_version = 1");
  self->workbook = ijk_workbook_open (self->path, IJK_WORKBOOK_READ_ONLY, &error);
  g_assert_no_error (error);
  read_only = fixture_describe (self->workbook, id);
  g_assert_cmpstr (before, ==, read_only);
  g_assert_cmpuint (count_files (self, "backup"), ==, 0);

  fixture_reopen (self);
  g_assert_cmpuint (count_files (self, "backup"), ==, 1);
  g_assert_nonnull (strstr (ijk_workbook_get_notice (self->workbook), "backup"));
  after = fixture_describe (self->workbook, id);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (ijk_workbook_add_bookmark (self->workbook, id, "b", "", &error), !=, 0);
  fixture_reopen (self);
  g_assert_null (ijk_workbook_get_notice (self->workbook));
}

static void
says_that_another_program_has_it (Fixture      *self,
                                  gconstpointer data)
{
  const gint64 id = fixture_duplicate (self, "current-law", "Mine");
  g_autoptr (GError) error = NULL;
  sqlite3 *db = NULL;

  (void) data;
  g_assert_cmpint (sqlite3_open (self->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "BEGIN EXCLUSIVE", NULL, NULL, NULL), ==, SQLITE_OK);
  ijk_workbook_set_busy_timeout (self->workbook, 50);
  g_assert_cmpint (ijk_workbook_delete_scenario (self->workbook, id, 0, &error), ==, 0);
  g_assert_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_LOCKED);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

static void
says_that_the_file_is_gone (Fixture      *self,
                            gconstpointer data)
{
  const gint64 id = fixture_duplicate (self, "current-law", "Mine");
  g_autofree char *moved = fixture_name (self, "moved.ijkpad");
  g_autofree char *copy = fixture_name (self, "copy.ijkpad");
  g_autoptr (GError) error = NULL;

  (void) data;
  g_assert_cmpint (g_rename (self->path, moved), ==, 0);
  g_assert_cmpint (ijk_workbook_delete_scenario (self->workbook, id, 0, &error), ==, 0);
  g_assert_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_GONE);
  g_clear_error (&error);
  g_assert_true (ijk_workbook_save_copy (self->workbook, copy, &error));
  g_assert_no_error (error);
  fixture_close (self);
  g_free (self->path);
  self->path = g_strdup (copy);
  fixture_reopen (self);
  g_assert_cmpint (ijk_workbook_find_scenario (self->workbook, "Mine", NULL), ==, id);
}

static void
opens_in_a_read_only_folder (Fixture      *self,
                             gconstpointer data)
{
  const gboolean is_root = geteuid () == 0;
  g_autoptr (GError) error = NULL;

  (void) data;
  fixture_duplicate (self, "current-law", "Mine");
  fixture_close (self);
  g_assert_cmpint (g_chmod (self->folder, 0555), ==, 0);
  /* The rights of a folder do not bind root, so root becomes nobody for a moment. */
  if (is_root && seteuid (65534) != 0)
    {
      g_test_skip ("cannot give up the rights of root");
      g_assert_cmpint (g_chmod (self->folder, 0755), ==, 0);
      return;
    }
  self->workbook = ijk_workbook_open (self->path, IJK_WORKBOOK_DEFAULT, &error);
  if (is_root)
    g_assert_cmpint (seteuid (0), ==, 0);
  g_assert_cmpint (g_chmod (self->folder, 0755), ==, 0);
  g_assert_no_error (error);
  g_assert_true (ijk_workbook_is_read_only (self->workbook));
  g_assert_cmpint (ijk_workbook_duplicate_scenario (self->workbook, 9, "x", &error), ==, 0);
  g_assert_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_READ_ONLY);
}

static void
tells_of_a_closed_folder (Fixture      *self,
                          gconstpointer data)
{
  const gboolean is_root = geteuid () == 0;
  g_autoptr (GError) error = NULL;

  (void) data;
  fixture_close (self);
  g_assert_cmpint (g_chmod (self->folder, is_root ? 0700 : 0), ==, 0);
  if (is_root && seteuid (65534) != 0)
    {
      g_test_skip ("cannot give up the rights of root");
      g_assert_cmpint (g_chmod (self->folder, 0755), ==, 0);
      return;
    }
  self->workbook = ijk_workbook_open (self->path, IJK_WORKBOOK_DEFAULT, &error);
  if (is_root)
    g_assert_cmpint (seteuid (0), ==, 0);
  g_assert_cmpint (g_chmod (self->folder, 0755), ==, 0);
  g_assert_null (self->workbook);
  g_assert_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_READ);
  g_assert_nonnull (strstr (error->message, "ask its owner for the right to read it"));
}

static void
takes_any_name (Fixture      *self,
                gconstpointer data)
{
  static const char *const names[]
      = { "Überzicht Δ🌷.ijkpad", "with space.ijkpad", "file:x?mode=memory", "#%&'\"`\\.ijkpad",
          "\xff\xfe.ijkpad" };

  (void) data;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = fixture_name (self, names[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (IjkWorkbook) G_GNUC_UNUSED workbook
          = ijk_workbook_create (path, self->data_set, "nl", &error);

      g_assert_no_error (error);
      g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
      g_assert_null (ijk_workbook_create (path, self->data_set, "nl", &error));
      g_assert_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_EXISTS);
    }
}

static void
checks_and_recovers (Fixture      *self,
                     gconstpointer data)
{
  const gint64 id = fixture_duplicate (self, "near-zero", "Mine");
  g_autofree char *output = fixture_name (self, "new.ijkpad");
  g_autofree char *original = NULL;
  g_autofree char *untouched = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GPtrArray) more_findings = NULL;
  g_autoptr (IjkRecovery) recovery = NULL;
  g_autoptr (GError) error = NULL;
  gsize length = 0;

  (void) data;
  fixture_set (self, id, "kappa=0.3");
  before = fixture_describe (self->workbook, id);
  fixture_close (self);
  g_assert_true (ijk_workbook_check (self->path, &findings, &error));
  g_assert_cmpuint (findings->len, ==, 0);

  g_assert_true (g_file_get_contents (self->path, &original, &length, NULL));
  memset (original, 0xaa, 4096);
  replace_file (self, original, length);
  g_assert_true (ijk_workbook_check (self->path, &more_findings, &error));
  g_assert_cmpuint (more_findings->len, >, 0);
  recovery = ijk_workbook_recover (self->path, output, self->data_set, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (recovery->n_scenarios, ==, 9);
  g_assert_true (g_file_get_contents (self->path, &untouched, &length, NULL));
  g_assert_cmpmem (original, length, untouched, length);
  g_assert_true (g_file_test (recovery->backup_path, G_FILE_TEST_EXISTS));
  g_free (self->path);
  self->path = g_steal_pointer (&output);
  fixture_reopen (self);
  after = fixture_describe (self->workbook, id);
  g_assert_cmpstr (before, ==, after);
}

/* Where there is no second file system to try, the name at least is looked at. */
static void
recovers_to_another_disk (Fixture      *self,
                          gconstpointer data G_GNUC_UNUSED)
{
  const char *parent = g_file_test ("/dev/shm", G_FILE_TEST_IS_DIR) ? "/dev/shm" : g_get_tmp_dir ();
  g_autofree char *folder = g_build_filename (parent, "ijkpad-recover-XXXXXX", NULL);
  g_autofree char *output = NULL;
  g_autoptr (IjkRecovery) recovery = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (g_mkdtemp (folder));
  output = g_build_filename (folder, "new.ijkpad", NULL);
  fixture_close (self);
  recovery = ijk_workbook_recover (self->path, output, self->data_set, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (recovery->output_path, ==, output);
  g_assert_cmpint (g_unlink (output), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0); /* so nothing else was left in it */
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (sql_cases); i++)
    {
      g_autofree char *path
          = g_strconcat ("/store/workbook-open/refuses/", sql_cases[i].name, NULL);

      g_test_add (path, Fixture, &sql_cases[i], fixture_set_up, refuses, fixture_tear_down);
    }
  fixture_add ("/store/workbook-open/refuses-no-database", refuses_what_is_no_database);
  fixture_add ("/store/workbook-open/says-cut-short", says_that_a_file_is_cut_short);
  fixture_add ("/store/workbook-open/notices-a-flipped-byte", notices_a_flipped_byte);
  fixture_add ("/store/workbook-open/newer-opens-read-only", opens_a_newer_version_to_read);
  fixture_add ("/store/workbook-open/migrates-after-a-backup", migrates_after_a_backup);
  fixture_add ("/store/workbook-open/says-locked", says_that_another_program_has_it);
  fixture_add ("/store/workbook-open/says-gone", says_that_the_file_is_gone);
  fixture_add ("/store/workbook-open/read-only-folder", opens_in_a_read_only_folder);
  fixture_add ("/store/workbook-open/closed-folder", tells_of_a_closed_folder);
  fixture_add ("/store/workbook-open/takes-any-name", takes_any_name);
  fixture_add ("/store/workbook-open/checks-and-recovers", checks_and_recovers);
  fixture_add ("/store/workbook-open/recovers-to-another-disk", recovers_to_another_disk);
  return g_test_run ();
}
