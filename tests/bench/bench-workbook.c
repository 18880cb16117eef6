/* What a person waits for: opening a workbook, saving an edit beside the bare cost of a transaction
 * on the same disk, and both in a workbook with years of work in it.
 *
 * The files lie in a folder of their own under TMPDIR, or /tmp: on a disk in memory syncing costs
 * nothing and the comparison says nothing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench-timing.h"

#include "ijk-workbook-private.h"

#include <glib/gstdio.h>

#define N_SCENARIOS 1000
#define N_REVISIONS 100000

typedef struct
{
  char *path;            /* (owned) */
  IjkWorkbook *workbook; /* (owned) */
  gint64 scenario;
  guint n_commits;
} Saving;

typedef struct
{
  sqlite3 *db;        /* (owned) */
  sqlite3_stmt *stmt; /* (owned) */
} Bare;

static void
open_once (gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IjkWorkbook) G_GNUC_UNUSED workbook
      = ijk_workbook_open (data, IJK_WORKBOOK_DEFAULT, &error);

  g_assert_no_error (error);
}

static void
list_once (gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) G_GNUC_UNUSED scenarios = ijk_workbook_list_scenarios (data, FALSE, &error);

  g_assert_no_error (error);
}

static void
list_revisions_once (gpointer data)
{
  Saving *saving = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) G_GNUC_UNUSED revisions = ijk_workbook_list_revisions (saving->workbook, saving->scenario,
                                                                 0, &error);

  g_assert_no_error (error);
}

static void
commit_once (gpointer data)
{
  Saving *saving = data;
  g_autoptr (GError) error = NULL;
  const IjkLeverChange change = {
    .key = { IJK_LEVER_SDE_MAX_INTENSITY, IJK_SCOPE_NATIONAL, 0 },
    .is_set = TRUE,
    .value = { .number = ++saving->n_commits % 600 },
  };

  ijk_workbook_commit (saving->workbook, saving->scenario, 0, "Edit", &change, 1, &error);
  g_assert_no_error (error);
}

static void
insert_once (gpointer data)
{
  Bare *bare = data;

  g_assert_cmpint (sqlite3_step (bare->stmt), ==, SQLITE_DONE);
  g_assert_cmpint (sqlite3_reset (bare->stmt), ==, SQLITE_OK);
}

/* One row of the size of a revision, with the settings that a workbook has. */
static void
bare_open (Bare       *self,
           const char *path,
           const char *synchronous)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA synchronous = %s;"
                                          "CREATE TABLE edit (id INTEGER PRIMARY KEY, text TEXT)",
                                          synchronous);

  g_assert_cmpint (sqlite3_open (path, &self->db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (self->db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_prepare_v2 (self->db, "INSERT INTO edit (text) VALUES ('[[\"sde_max_intensity\",1,2]]')",
                      -1, &self->stmt, NULL);
  g_assert_nonnull (self->stmt);
}

static void
bare_close (Bare *self)
{
  sqlite3_finalize (self->stmt);
  g_assert_cmpint (sqlite3_close (self->db), ==, SQLITE_OK);
}

static gint64
create_scenario (IjkWorkbook *workbook,
                 guint        i)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IjkScenarioRecord) record = ijk_scenario_record_new ();
  gint64 scenario = 0;

  g_free (record->name);
  record->name = g_strdup_printf ("Scenario %u", i);
  scenario = ijk_workbook_create_scenario (workbook, record, "Made", &error);
  g_assert_no_error (error);
  return scenario;
}

/* Edits of one scenario as ijk_workbook_commit() makes them, but many in one transaction. */
static void
add_revisions (IjkWorkbook *workbook,
               gint64       scenario,
               guint        n_revisions)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IjkState) state = NULL;

  ijk_sql_begin_write (workbook, &error);
  g_assert_no_error (error);
  state = ijk_state_read_for_edit (workbook, scenario, 0, &error);
  g_assert_no_error (error);
  for (guint i = 1; i <= n_revisions; i++)
    {
      g_autoptr (IjkState) after = ijk_state_copy (state);
      g_autofree char *value = g_strdup_printf ("%u", i % 600);

      ijk_state_set_lever (after, "sde_max_intensity", value);
      ijk_revision_edit (workbook, state, after, "Edit", &error);
      g_assert_no_error (error);
      ijk_state_free (state);
      state = g_steal_pointer (&after);
    }
  ijk_sql_end (workbook, TRUE, &error);
  g_assert_no_error (error);
}

static void
bench_saving (Saving     *saving,
              const char *directory)
{
  g_autofree char *full_path = g_build_filename (directory, "bare-full.db", NULL);
  g_autofree char *extra_path = g_build_filename (directory, "bare-extra.db", NULL);
  const BenchFunc funcs[] = { commit_once, insert_once, insert_once };
  BenchTimes times[G_N_ELEMENTS (funcs)];
  Bare full, extra;
  gpointer data[] = { saving, &full, &extra };

  bare_open (&full, full_path, "FULL");
  bare_open (&extra, extra_path, "EXTRA");
  bench_time_in_turn (funcs, data, G_N_ELEMENTS (funcs), 20, 200, times);
  bench_print ("a bare transaction, synchronous=FULL", &times[1], 0);
  bench_print ("a bare transaction, synchronous=EXTRA", &times[2], 0);
  bench_print ("saving one edit", &times[0], 0);
  bench_print_ratio ("", &times[0], "the bare transaction with FULL (aim 1.5)", &times[1]);
  bench_print_ratio ("", &times[0], "the bare transaction with EXTRA (aim 1.5)", &times[2]);
  bare_close (&full);
  bare_close (&extra);
}

static void
bench_large (Saving *saving)
{
  BenchTimes times;

  /* Making it is not what is measured. */
  sqlite3_exec (saving->workbook->db, "PRAGMA synchronous = OFF", NULL, NULL, NULL);
  for (guint i = 0; i < N_SCENARIOS; i++)
    {
      saving->scenario = create_scenario (saving->workbook, i);
      add_revisions (saving->workbook, saving->scenario, N_REVISIONS / N_SCENARIOS - 1);
    }
  sqlite3_exec (saving->workbook->db, "PRAGMA synchronous = EXTRA", NULL, NULL, NULL);
  times = bench_time (open_once, saving->path, 2, 20);
  bench_print ("opening 1,000 scenarios, 100,000 revisions", &times, 150);
  times = bench_time (list_once, saving->workbook, 2, 50);
  bench_print ("listing the 1,000 scenarios", &times, 20);
  times = bench_time (list_revisions_once, saving, 2, 50);
  bench_print ("listing the 100 revisions of one", &times, 0);
  times = bench_time (commit_once, saving, 20, 200);
  bench_print ("saving one edit in it", &times, 0);
}

static void
remove_directory (const char *directory)
{
  g_autoptr (GDir) dir = g_dir_open (directory, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (directory, name, NULL);

      (void) g_unlink (path);
    }
  (void) g_rmdir (directory);
}

int
main (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *directory = g_dir_make_tmp ("ijkpad-bench-XXXXXX", &error);
  g_autofree char *path = g_build_filename (directory, "bench.ijkpad", NULL);
  g_autoptr (IjkDataSet) data_set = ijk_data_set_load (IJKPAD_BENCH_REFERENCE, &error);
  g_autoptr (IjkWorkbook) made = ijk_workbook_create (path, data_set, "en", &error);
  Saving saving = { .path = path };
  BenchTimes times;

  g_assert_no_error (error);
  g_clear_pointer (&made, ijk_workbook_close);
  times = bench_time (open_once, path, 10, 200);
  bench_print ("opening the workbook as shipped", &times, 30);

  saving.workbook = ijk_workbook_open (path, IJK_WORKBOOK_DEFAULT, &error);
  g_assert_no_error (error);
  saving.scenario = create_scenario (saving.workbook, N_SCENARIOS);
  bench_saving (&saving, directory);
  bench_large (&saving);
  ijk_workbook_close (saving.workbook);
  remove_directory (directory);
  return 0;
}
