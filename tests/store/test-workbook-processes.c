/* Two processes on one workbook: both get through, neither overwrites the other, and who has to
 * wait is told so in time.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "victim-process.h"
#include "workbook-probe.h"

#include <stdlib.h>
#include <string.h>

#define N_EDITS 200
#define TIMEOUT_MS 60000

/* What a call may take above the busy timeout on a busy machine. */
#define SLACK_US (1500 * G_GINT64_CONSTANT (1000))

#define SHORT_TIMEOUT_MS 300

typedef struct
{
  char *directory;     /* (owned) */
  char *path;          /* (owned) */
  char *scenario;      /* (owned) number of the scenario, as text */
  gint64 scenario_id;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  (void) data;
  fixture->directory = probe_make_directory ();
  fixture->path = g_build_filename (fixture->directory, "shared.ijkpad", NULL);
  fixture->scenario_id = probe_create_workbook (fixture->path);
  fixture->scenario = g_strdup_printf ("%" G_GINT64_FORMAT, fixture->scenario_id);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  (void) data;
  probe_remove_directory (fixture->directory);
  g_free (fixture->directory);
  g_free (fixture->path);
  g_free (fixture->scenario);
}

static IjkWorkbook *
open_workbook (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  IjkWorkbook *workbook = ijk_workbook_open (fixture->path, IJK_WORKBOOK_DEFAULT, &error);

  g_assert_no_error (error);
  return workbook;
}

static double
read_number (Fixture    *fixture,
             IjkLeverId  lever)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IjkWorkbook) workbook = open_workbook (fixture);
  g_autoptr (IjkScenario) scenario = ijk_workbook_load_scenario (workbook, fixture->scenario_id,
                                                                 NULL, &error);

  g_assert_no_error (error);
  return ijk_scenario_number (scenario, lever, 0);
}

/* Every revision of @victim is in the history and on the path to where the scenario stands, each
 * made on the one before. */
static void
assert_reported_edits (Fixture *fixture,
                       Victim  *victims,
                       guint    n_victims)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IjkWorkbook) workbook = open_workbook (fixture);
  g_autoptr (GPtrArray) revisions = ijk_workbook_list_revisions (workbook, fixture->scenario_id, 0,
                                                                 &error);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_int64_hash, g_int64_equal);

  g_assert_no_error (error);
  g_assert_cmpuint (revisions->len, ==, n_victims * N_EDITS + 1);
  for (guint i = 0; i < revisions->len; i++)
    {
      const IjkRevision *revision = revisions->pdata[i];
      const IjkRevision *previous = i + 1 < revisions->len ? revisions->pdata[i + 1] : NULL;

      g_assert_true (revision->is_in_effect);
      g_assert_cmpint (revision->previous_id, ==, previous == NULL ? 0 : previous->id);
      g_hash_table_add (ids, (gpointer) &revision->id);
    }
  for (guint i_victim = 0; i_victim < n_victims; i_victim++)
    {
      g_auto (GStrv) lines = g_strsplit (victims[i_victim].text->str, "\n", -1);

      g_assert_cmpuint (victims[i_victim].n_lines, ==, N_EDITS);
      for (guint i = 0; i < victims[i_victim].n_lines; i++)
        {
          const gint64 id = g_ascii_strtoll (strchr (lines[i], ' '), NULL, 10);

          g_assert_true (g_hash_table_remove (ids, &id));
        }
    }
  /* Left: the making of the scenario. */
  g_assert_cmpuint (g_hash_table_size (ids), ==, 1);
}

/* Both add one to what they have read, so a lost update shows in the sum. */
static void
test_counter (Fixture      *fixture,
              gconstpointer data)
{
  Victim victims[2];

  (void) data;
  for (guint i = 0; i < G_N_ELEMENTS (victims); i++)
    victim_start (&victims[i], "count", fixture->path, fixture->scenario, G_STRINGIFY (N_EDITS),
                  NULL);
  for (guint i = 0; i < G_N_ELEMENTS (victims); i++)
    victim_wait (&victims[i]);

  g_assert_cmpfloat (read_number (fixture, IJK_LEVER_SDE_MAX_INTENSITY), ==, 2 * N_EDITS);
  assert_reported_edits (fixture, victims, G_N_ELEMENTS (victims));
  probe_assert_whole (fixture->path);
  for (guint i = 0; i < G_N_ELEMENTS (victims); i++)
    victim_clear (&victims[i]);
}

/* Each sets a lever of its own on whatever stands there; both levers end at their last value. */
static void
test_two_levers (Fixture      *fixture,
                 gconstpointer data)
{
  Victim victims[2];

  (void) data;
  victim_start (&victims[0], "set", fixture->path, fixture->scenario, "kappa",
                G_STRINGIFY (N_EDITS), NULL);
  victim_start (&victims[1], "set", fixture->path, fixture->scenario, "rnd", G_STRINGIFY (N_EDITS),
                NULL);
  for (guint i = 0; i < G_N_ELEMENTS (victims); i++)
    victim_wait (&victims[i]);

  g_assert_cmpfloat (read_number (fixture, IJK_LEVER_KAPPA), ==, N_EDITS / 1e3);
  g_assert_cmpfloat (read_number (fixture, IJK_LEVER_RND), ==, N_EDITS / 1e3);
  assert_reported_edits (fixture, victims, G_N_ELEMENTS (victims));
  probe_assert_whole (fixture->path);
  for (guint i = 0; i < G_N_ELEMENTS (victims); i++)
    victim_clear (&victims[i]);
}

static void
assert_locked (Fixture      *fixture,
               const GError *error,
               gint64        start_us,
               gint64        timeout_ms)
{
  const gint64 waited_us = g_get_monotonic_time () - start_us;
  g_autofree char *name = g_path_get_basename (fixture->path);

  probe_assert_sentence (error);
  g_assert_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_LOCKED);
  /* Which file, who (its number where the system tells), and what to do. */
  g_assert_nonnull (strstr (error->message, name));
  g_assert_true (strstr (error->message, "(process ") != NULL
                 || strstr (error->message, "another program") != NULL);
  g_assert_nonnull (strstr (error->message, "again"));
  g_assert_cmpint (waited_us, >=, timeout_ms * 1000 * 9 / 10);
  g_assert_cmpint (waited_us, <, timeout_ms * 1000 + SLACK_US);
}

static gint64
commit_one (Fixture     *fixture,
            IjkWorkbook *workbook,
            double       number,
            GError     **error)
{
  const IjkLeverChange change = probe_number_change (workbook, "sde_max_intensity", number);

  return ijk_workbook_commit (workbook, fixture->scenario_id, 0, "Edit", &change, 1, error);
}

/* Somebody writes: reading goes on, a commit waits, says who is in the way, and works later. */
static void
test_commit_while_locked (Fixture      *fixture,
                          gconstpointer data)
{
  g_autoptr (IjkWorkbook) workbook = open_workbook (fixture);
  g_autoptr (GPtrArray) scenarios = NULL;
  g_autoptr (GError) error = NULL;
  gint64 start_us = 0;
  Victim holder;

  (void) data;
  victim_start (&holder, "hold", fixture->path, "immediate", NULL);
  g_assert_true (victim_read_lines (&holder, 1, TIMEOUT_MS));

  scenarios = ijk_workbook_list_scenarios (workbook, FALSE, &error);
  g_assert_no_error (error);
  ijk_workbook_set_busy_timeout (workbook, SHORT_TIMEOUT_MS);
  start_us = g_get_monotonic_time ();
  g_assert_cmpint (commit_one (fixture, workbook, 1, &error), ==, 0);
  assert_locked (fixture, error, start_us, SHORT_TIMEOUT_MS);
  g_clear_error (&error);

  ijk_workbook_set_busy_timeout (workbook, IJK_WORKBOOK_BUSY_TIMEOUT_MS);
  start_us = g_get_monotonic_time ();
  g_assert_cmpint (commit_one (fixture, workbook, 1, &error), ==, 0);
  assert_locked (fixture, error, start_us, IJK_WORKBOOK_BUSY_TIMEOUT_MS);
  g_clear_error (&error);

  victim_wait (&holder);
  victim_clear (&holder);
  g_assert_cmpint (commit_one (fixture, workbook, 2, &error), !=, 0);
  g_assert_no_error (error);
}

/* Nobody else may even read: opening says so after the busy timeout, in each mode. */
static void
test_open_while_locked (Fixture      *fixture,
                        gconstpointer data)
{
  const IjkWorkbookFlags modes[] = { IJK_WORKBOOK_DEFAULT, IJK_WORKBOOK_READ_ONLY };
  g_autoptr (IjkWorkbook) workbook = NULL;
  Victim holder;

  (void) data;
  victim_start (&holder, "hold", fixture->path, "exclusive", NULL);
  g_assert_true (victim_read_lines (&holder, 1, TIMEOUT_MS));
  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_autoptr (GError) error = NULL;
      const gint64 start_us = g_get_monotonic_time ();

      g_assert_null (ijk_workbook_open (fixture->path, modes[i], &error));
      assert_locked (fixture, error, start_us, IJK_WORKBOOK_BUSY_TIMEOUT_MS);
    }
  victim_wait (&holder);
  victim_clear (&holder);
  workbook = open_workbook (fixture);
  g_assert_false (ijk_workbook_is_read_only (workbook));
}

/* A lock that ends within the busy timeout is not noticed but for the wait. The editor hardly ever
 * lets go, so on a slow disk a turn can take longer than the usual timeout. */
static void
test_short_lock (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr (IjkWorkbook) workbook = open_workbook (fixture);
  g_autoptr (GError) error = NULL;
  Victim editor;

  (void) data;
  ijk_workbook_set_busy_timeout (workbook, TIMEOUT_MS);
  victim_start (&editor, "edit", fixture->path, fixture->scenario, "1", NULL);
  g_assert_true (victim_read_lines (&editor, 5, TIMEOUT_MS));
  for (guint i = 0; i < 20; i++)
    {
      g_assert_cmpint (commit_one (fixture, workbook, i, &error), !=, 0);
      g_assert_no_error (error);
    }
  victim_kill (&editor);
  g_assert_cmpint (commit_one (fixture, workbook, 100, &error), !=, 0);
  g_assert_no_error (error);
  victim_clear (&editor);
}

/* An edit made on a state that another process has replaced is refused, not merged. */
static void
test_stale_base (Fixture      *fixture,
                 gconstpointer data)
{
  g_autoptr (IjkWorkbook) workbook = open_workbook (fixture);
  const IjkLeverChange change = probe_number_change (workbook, "sde_max_intensity", 500);
  g_autoptr (GError) error = NULL;
  gint64 base = 0;
  g_autoptr (IjkScenario) G_GNUC_UNUSED before = ijk_workbook_load_scenario (workbook, fixture->scenario_id,
                                                               &base, &error);
  Victim counter;

  (void) data;
  g_assert_no_error (error);
  victim_start (&counter, "count", fixture->path, fixture->scenario, "1", NULL);
  victim_wait (&counter);
  victim_clear (&counter);

  g_assert_cmpint (ijk_workbook_commit (workbook, fixture->scenario_id, base, "Late", &change, 1,
                                        &error), ==, 0);
  g_assert_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_CONFLICT);
  probe_assert_sentence (error);
  g_assert_cmpfloat (read_number (fixture, IJK_LEVER_SDE_MAX_INTENSITY), ==, 1);
}

#define ADD(name, func) \
  g_test_add ("/store/workbook/processes/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("two-counters-add-up", test_counter);
  ADD ("two-levers-keep-their-last-value", test_two_levers);
  ADD ("a-commit-says-who-holds-the-file", test_commit_while_locked);
  ADD ("opening-says-who-holds-the-file", test_open_while_locked);
  ADD ("a-short-lock-is-waited-for", test_short_lock);
  ADD ("an-edit-of-an-old-state-is-refused", test_stale_base);
  return g_test_run ();
}
