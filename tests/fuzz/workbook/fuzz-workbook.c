/* Opens a workbook that was tampered with, and does with it what a person could.
 *
 * A random file is refused at its first bytes, so an input says what is done to a good workbook:
 *
 *   starts with "SQLite format 3"  is the file itself
 *   starts with "S"                SQL, run without any of the guards of the program
 *   anything else                  patches of bytes: page, offset, length, bytes
 *
 * The program that is built from this links functions that give every row the same check sum and
 * every data set the same fingerprint: else nothing that was changed would get past them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz.h"

#include "ijk-workbook-private.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define PAGE_SIZE 4096

/* Steps of the virtual machine that the SQL of an input may take, in thousands. */
#define MAX_STEPS_K 50

/* Page that stands for the whole file in a patch: its length becomes that of the offset. */
#define PAGE_TRUNCATE 255

gint64 __wrap_ijk_state_sum     (const IjkState    *state);
gint64 __wrap_ijk_sum_revision  (const IjkRevision *revision);
char  *__wrap_ijk_data_set_hash (const IjkDataSet  *data_set);

static char *directory, *path, *copy_path;
static char *good_bytes;
static gsize n_good_bytes;
static GArray *tree_pages; /* positions of the pages that are no overflow of a long text */
static IjkDataSet *data_set;

gint64
__wrap_ijk_state_sum (const IjkState *state)
{
  (void) state;
  return 1;
}

gint64
__wrap_ijk_sum_revision (const IjkRevision *revision)
{
  (void) revision;
  return 1;
}

char *
__wrap_ijk_data_set_hash (const IjkDataSet *set)
{
  (void) set;
  return g_strnfill (64, 'a');
}

static void
remove_files (void)
{
  g_autoptr (GDir) dir = g_dir_open (directory, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (directory, name, NULL);

      (void) g_unlink (file);
    }
}

static void
remove_directory (void)
{
  remove_files ();
  (void) g_rmdir (directory);
}

/* A workbook with something in every table. */
static void
make_good_file (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IjkWorkbook) workbook = ijk_workbook_create (path, data_set, "en", &error);
  g_autoptr (GPtrArray) headlines = g_ptr_array_new_with_free_func (
    (GDestroyNotify) ijk_headline_free);
  IjkHeadline *headline = g_new0 (IjkHeadline, 1);
  gint64 scenario = 0;
  gint64 revision = 0;

  g_assert_no_error (error);
  *headline = (IjkHeadline) { g_strdup ("emissions"), g_strdup ("Mt"), 2030, 40 };
  g_ptr_array_add (headlines, headline);
  scenario = ijk_workbook_duplicate_scenario (workbook, 1, "Mine", &error);
  g_assert_no_error (error);
  revision = ijk_workbook_describe_scenario (workbook, scenario, 0, "What", "Why", &error);
  g_assert_no_error (error);
  g_assert_true (ijk_workbook_add_snapshot (workbook, revision, headlines, NULL));
  g_assert_cmpint (ijk_workbook_add_note (workbook, scenario, "Note", NULL), !=, 0);
  g_assert_cmpint (ijk_workbook_add_bookmark (workbook, scenario, "Here", "view", NULL), !=, 0);
  g_assert_cmpint (ijk_workbook_undo (workbook, scenario, 0, NULL), !=, 0);
}

int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  g_autoptr (GError) error = NULL;

  (void) argc;
  (void) argv;
  directory = g_dir_make_tmp ("ijkpad-fuzz-XXXXXX", &error);
  g_assert_no_error (error);
  atexit (remove_directory);
  path = g_build_filename (directory, "fuzz.ijkpad", NULL);
  copy_path = g_build_filename (directory, "recovered.ijkpad", NULL);
  data_set = ijk_data_set_load (IJK_REFERENCE_DIR, &error);
  g_assert_no_error (error);
  make_good_file ();
  g_file_get_contents (path, &good_bytes, &n_good_bytes, &error);
  g_assert_no_error (error);

  tree_pages = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < n_good_bytes / PAGE_SIZE; i++)
    {
      const guint8 type = (guint8) good_bytes[(gsize) i * PAGE_SIZE + (i == 0 ? 100 : 0)];

      if (type == 2 || type == 5 || type == 10 || type == 13)
        g_array_append_val (tree_pages, i);
    }
  return 0;
}

static void
write_bytes (const void *bytes,
             gsize       n_bytes)
{
  remove_files ();
  g_assert_true (g_file_set_contents_full (path, bytes, (gssize) n_bytes, G_FILE_SET_CONTENTS_NONE,
                                           0600, NULL));
}

static void
apply_patches (const uint8_t *data,
               size_t         size)
{
  g_autofree char *bytes = g_memdup2 (good_bytes, n_good_bytes);
  gsize n_bytes = n_good_bytes;

  while (size >= 4)
    {
      const gsize offset = (gsize) (data[1] << 8 | data[2]);
      const gsize length = MIN (data[3], size - 4);

      if (data[0] == PAGE_TRUNCATE)
        n_bytes = MIN (n_bytes, offset * 16);
      else
        {
          const gsize page = g_array_index (tree_pages, guint, data[0] % tree_pages->len);
          const gsize start = page * PAGE_SIZE + offset % PAGE_SIZE;

          memcpy (bytes + start, data + 4, MIN (length, n_good_bytes - start));
        }
      data += 4 + length;
      size -= 4 + length;
    }
  write_bytes (bytes, n_bytes);
}

static int
count_steps (gpointer data)
{
  guint *n_steps_k = data;

  return ++*n_steps_k > MAX_STEPS_K;
}

/* What an attacker's program may do to the tables, but nothing to other files. */
static int
authorize (gpointer    data,
           int         action,
           const char *a,
           const char *b,
           const char *c,
           const char *d)
{
  (void) data, (void) a, (void) b, (void) c, (void) d;
  return action == SQLITE_ATTACH || action == SQLITE_DETACH ? SQLITE_DENY : SQLITE_OK;
}

static void
run_sql (const uint8_t *data,
         size_t         size)
{
  g_autofree char *sql = g_strndup ((const char *) data, size);
  sqlite3 *db = NULL;
  guint n_steps_k = 0;

  write_bytes (good_bytes, n_good_bytes);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  (void) sqlite3_exec (db, "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;"
                           "PRAGMA synchronous = OFF; PRAGMA writable_schema = ON",
                       NULL, NULL, NULL);
  (void) sqlite3_limit (db, SQLITE_LIMIT_LENGTH, 1000000);
  (void) sqlite3_set_authorizer (db, authorize, NULL);
  sqlite3_progress_handler (db, 1000, count_steps, &n_steps_k);
  (void) sqlite3_exec (db, sql, NULL, NULL, NULL); /* most inputs are no SQL */
  (void) sqlite3_close (db);
}

/* A failure is in order when it says what is wrong. */
static void
assert_told (gboolean      is_good,
             const GError *error)
{
  if (is_good ? error != NULL : error == NULL || strlen (error->message) < 10)
    abort ();
  if (error != NULL && !g_utf8_validate (error->message, -1, NULL))
    abort ();
}

static void
use_scenario (IjkWorkbook *workbook,
              gint64       scenario)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) revisions = NULL;
  g_autoptr (GPtrArray) differences = NULL;
  g_autoptr (IjkScenario) loaded = ijk_workbook_load_scenario (workbook, scenario, NULL, &error);
  gint64 revision = 0;

  assert_told (loaded != NULL, error);
  g_clear_error (&error);
  revisions = ijk_workbook_list_revisions (workbook, scenario, 0, &error);
  assert_told (revisions != NULL, error);
  g_clear_error (&error);
  differences = ijk_workbook_diff (workbook, scenario, 1, &error);
  assert_told (differences != NULL, error);
  g_clear_error (&error);
  revision = ijk_workbook_undo (workbook, scenario, 0, &error);
  assert_told (revision != 0, error);
  g_clear_error (&error);
  revision = ijk_workbook_redo (workbook, scenario, 0, &error);
  assert_told (revision != 0, error);
  g_clear_error (&error);
  revision = ijk_workbook_rename_scenario (workbook, scenario, 0, "Other", &error);
  assert_told (revision != 0, error);
}

static void
use_workbook (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IjkWorkbook) workbook = ijk_workbook_open (path, IJK_WORKBOOK_DEFAULT, &error);
  g_autoptr (GPtrArray) scenarios = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (GPtrArray) bookmarks = NULL;

  assert_told (workbook != NULL, error);
  if (workbook == NULL)
    return;
  scenarios = ijk_workbook_list_scenarios (workbook, TRUE, &error);
  assert_told (scenarios != NULL, error);
  for (guint i = 0; scenarios != NULL && i < scenarios->len; i++)
    use_scenario (workbook, ((const IjkScenarioRecord *) scenarios->pdata[i])->id);
  g_clear_error (&error);
  notes = ijk_workbook_list_notes (workbook, 0, &error);
  assert_told (notes != NULL, error);
  g_clear_error (&error);
  bookmarks = ijk_workbook_list_bookmarks (workbook, &error);
  assert_told (bookmarks != NULL, error);
}

static void
check_and_recover (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (IjkRecovery) recovery = NULL;
  gboolean is_judged = FALSE;

  is_judged = ijk_workbook_check (path, &findings, &error);
  assert_told (is_judged, error);
  g_clear_error (&error);
  recovery = ijk_workbook_recover (path, copy_path, data_set, &error);
  assert_told (recovery != NULL, error);
  if (recovery != NULL)
    {
      g_autoptr (IjkWorkbook) recovered = ijk_workbook_open (copy_path, IJK_WORKBOOK_DEFAULT,
                                                             &error);

      /* What recovery makes opens. */
      if (recovered == NULL)
        g_error ("%s", error->message);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  if (size >= 16 && memcmp (data, "SQLite format 3", 16) == 0)
    write_bytes (data, size);
  else if (size > 0 && data[0] == 'S')
    run_sql (data + 1, size - 1);
  else
    apply_patches (data, size);
  use_workbook ();
  check_and_recover ();
  return 0;
}
