/* Work that was reported as saved survives a kill at any moment.
 *
 * A child commits edits of two levers each and reports every edit after its commit has returned;
 * the parent kills it at random moments, from before the first commit to the middle of one. After
 * each kill the file must be whole and hold exactly the edits 1 to n, where n is the last one
 * reported or the one after it. What a loss of power can do is the subject of
 * test-workbook-faults: after a kill the system still writes what the program had handed over.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "victim-process.h"
#include "workbook-probe.h"

#include <glib/gstdio.h>
#include <string.h>

#define N_KILLS 200
#define N_KILLS_LONG 5000
#define N_KILLS_CREATE 25
#define N_KILLS_BACKUP 30
#define SEED 20261123

/* After so many kills a fresh file, or the checks would be of ever longer histories. */
#define N_KILLS_PER_FILE 50

/* The child is lost when it reports nothing for so long. */
#define TIMEOUT_MS 30000

typedef struct
{
  char *path;            /* (owned) */
  gint64 scenario;
  gint64 n_edits;        /* in the file */
  gint64 start_up_us;    /* from the start of the child to its first report */
  gint64 commit_us;      /* from report to report */
  guint n_hot;           /* kills in the middle of a commit */
  GRand *random;         /* (owned) */
} Fixture;

static guint
count_kills (void)
{
  return g_getenv ("IJKPAD_LONG") != NULL ? N_KILLS_LONG : N_KILLS;
}

static void
start_file (Fixture *fixture)
{
  probe_remove_database (fixture->path);
  fixture->scenario = probe_create_workbook (fixture->path);
  fixture->n_edits = 0;
}

static gint64
random_us (GRand *random,
           gint64 end_us)
{
  return g_rand_int_range (random, 0, (int) CLAMP (end_us, 1, G_MAXINT));
}

/* Kills a child that edits on, after some reports and then some part of a commit; one in four
 * before its first report. Returns: the last edit it reported, or that it found */
static gint64
kill_one (Fixture *fixture)
{
  g_autofree char *scenario = g_strdup_printf ("%" G_GINT64_FORMAT, fixture->scenario);
  g_autofree char *first = g_strdup_printf ("%" G_GINT64_FORMAT, fixture->n_edits + 1);
  const gboolean is_early = g_rand_int_range (fixture->random, 0, 4) == 0;
  const guint n_reports = is_early ? 0 : (guint) g_rand_int_range (fixture->random, 1, 7);
  const gint64 start_us = g_get_monotonic_time ();
  g_auto (GStrv) lines = NULL;
  gint64 last = fixture->n_edits;
  Victim victim;

  victim_start (&victim, "edit", fixture->path, scenario, first, NULL);
  if (n_reports > 0)
    {
      g_assert_true (victim_read_lines (&victim, 1, TIMEOUT_MS));
      fixture->start_up_us = g_get_monotonic_time () - start_us;
      g_assert_true (victim_read_lines (&victim, n_reports, TIMEOUT_MS));
    }
  if (n_reports > 1)
    fixture->commit_us = MAX ((g_get_monotonic_time () - start_us - fixture->start_up_us)
                                / (n_reports - 1), 200);
  g_usleep ((gulong) random_us (fixture->random, is_early ? fixture->start_up_us * 5 / 4
                                                          : fixture->commit_us * 2));
  victim_kill (&victim);

  lines = g_strsplit (victim.text->str, "\n", -1);

  for (guint i = 0; i < victim.n_lines; i++)
    {
      g_assert_cmpint (g_ascii_strtoll (lines[i], NULL, 10), ==, last + 1);
      last++;
    }
  victim_clear (&victim);
  return last;
}

/* The levers say what the last edit set, both of them. */
static void
assert_state (Fixture     *fixture,
              IjkWorkbook *workbook)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IjkScenario) scenario = ijk_workbook_load_scenario (workbook, fixture->scenario, NULL,
                                                                 &error);
  const gint64 n_edits = fixture->n_edits;
  guint n_settings = 0;

  g_assert_no_error (error);
  ijk_scenario_get_settings (scenario, &n_settings);
  g_assert_cmpuint (n_settings, ==, n_edits == 0 ? 0 : 2);
  if (n_edits == 0)
    return;
  g_assert_cmpfloat (ijk_scenario_number (scenario, IJK_LEVER_SDE_MAX_INTENSITY, 0), ==,
                     (double) (n_edits % 601));
  g_assert_cmpfloat (ijk_scenario_number (scenario, IJK_LEVER_KAPPA, 0), ==,
                     (double) (n_edits % 1001) / 1000);
}

/* The history holds the edits 1 to n in order, on top of the making of the scenario. */
static void
assert_history (Fixture     *fixture,
                IjkWorkbook *workbook,
                gint64       last_reported)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) revisions = ijk_workbook_list_revisions (workbook, fixture->scenario, 0,
                                                                 &error);
  gint64 n_edits = 0;

  g_assert_no_error (error);
  n_edits = (gint64) revisions->len - 1;
  g_assert_cmpint (n_edits, >=, last_reported);
  g_assert_cmpint (n_edits, <=, last_reported + 1);
  for (gint64 i = 0; i < n_edits; i++)
    {
      const IjkRevision *revision = revisions->pdata[i];
      g_autofree char *label = g_strdup_printf ("Edit %" G_GINT64_FORMAT, n_edits - i);

      g_assert_cmpstr (revision->label, ==, label);
      g_assert_true (revision->is_in_effect);
      g_assert_true (revision->is_current == (i == 0));
    }
  fixture->n_edits = n_edits;
}

static void
assert_nothing_lost (Fixture *fixture,
                     gint64   last_reported)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IjkWorkbook) workbook = ijk_workbook_open (fixture->path, IJK_WORKBOOK_DEFAULT,
                                                        &error);

  g_assert_no_error (error);
  g_assert_false (ijk_workbook_is_read_only (workbook));
  g_assert_null (ijk_workbook_get_notice (workbook));
  assert_history (fixture, workbook, last_reported);
  assert_state (fixture, workbook);
}

static void
test_kill_edits (void)
{
  g_autofree char *directory = probe_make_directory ();
  Fixture fixture = {
    .path = g_build_filename (directory, "Werkboek 2026.ijkpad", NULL),
    .start_up_us = 100000,
    .commit_us = 1000,
    .random = g_rand_new_with_seed (SEED),
  };
  const guint n_kills = count_kills ();

  for (guint i = 0; i < n_kills; i++)
    {
      gint64 last_reported = 0;

      if (i % N_KILLS_PER_FILE == 0)
        start_file (&fixture);
      last_reported = kill_one (&fixture);
      fixture.n_hot += probe_has_hot_journal (fixture.path);
      /* Who opens first takes back what was under way: by turns SQLite alone and the program. */
      if (i % 2 == 0)
        probe_assert_whole (fixture.path);
      assert_nothing_lost (&fixture, last_reported);
      probe_assert_whole (fixture.path);
    }
  g_test_message ("%u kills, %u of them in the middle of a commit", n_kills, fixture.n_hot);
  /* Else the moments were badly chosen and nothing has been shown. */
  g_assert_cmpuint (fixture.n_hot, >, n_kills / 50);

  g_rand_free (fixture.random);
  g_free (fixture.path);
  probe_remove_directory (directory);
}

/* Lets the child make a workbook for @delay_us, or to the end. Returns: whether it said it had */
static gboolean
kill_create (const char *path,
             gint64      delay_us,
             gboolean    is_to_the_end)
{
  gboolean has_reported = FALSE;
  Victim victim;

  victim_start (&victim, "create", path, NULL);
  g_assert_true (victim_read_lines (&victim, is_to_the_end ? 2 : 1, TIMEOUT_MS));
  g_usleep ((gulong) delay_us);
  victim_kill (&victim);
  has_reported = victim.n_lines == 2;
  victim_clear (&victim);
  return has_reported;
}

/* A workbook that was being made is there whole or not at all. */
static void
test_kill_create (void)
{
  g_autofree char *directory = probe_make_directory ();
  g_autofree char *path = g_build_filename (directory, "new.ijkpad", NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  const gint64 start_us = g_get_monotonic_time ();
  gint64 whole_us = 0;
  guint n_made = 0;

  g_assert_true (kill_create (path, 0, TRUE));
  whole_us = g_get_monotonic_time () - start_us;
  for (guint i = 0; i < N_KILLS_CREATE; i++)
    {
      gboolean has_reported = FALSE;

      probe_remove_database (path);
      has_reported = kill_create (path, random_us (random, whole_us), FALSE);
      if (g_file_test (path, G_FILE_TEST_EXISTS))
        {
          g_autoptr (GError) error = NULL;
          g_autoptr (IjkWorkbook) G_GNUC_UNUSED workbook
              = ijk_workbook_open (path, IJK_WORKBOOK_DEFAULT, &error);

          g_assert_no_error (error);
          probe_assert_whole (path);
          n_made++;
        }
      else
        g_assert_false (has_reported);
    }
  g_test_message ("%u of %u workbooks were made in time", n_made, N_KILLS_CREATE);
  probe_remove_directory (directory);
}

/* Returns: (transfer full) (nullable): a backup in the folder */
static char *
find_backup (const char *directory)
{
  g_autoptr (GDir) dir = g_dir_open (directory, 0, NULL);
  const char *name = NULL;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (strstr (name, ".backup-") != NULL && g_str_has_suffix (name, ".ijkpad"))
      return g_build_filename (directory, name, NULL);
  return NULL;
}

static void
empty_directory (const char *directory)
{
  g_autoptr (GDir) dir = g_dir_open (directory, 0, NULL);
  const char *name = NULL;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (directory, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
}

/* What carries the name of a backup is one, also when it has only just got that name. */
static void
test_kill_backup (void)
{
  g_autofree char *directory = probe_make_directory ();
  g_autofree char *path = g_build_filename (directory, "work.ijkpad", NULL);
  guint n_early = 0;

  for (guint i = 0; i < N_KILLS_BACKUP; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *before = NULL;
      g_autofree char *backup = NULL;
      g_autofree char *state = NULL;
      const gint64 start_us = g_get_monotonic_time ();
      Victim victim;

      empty_directory (directory);
      probe_create_workbook (path);
      before = probe_dump (path);
      victim_start (&victim, "upgrade", path, NULL);
      while ((backup = find_backup (directory)) == NULL)
        g_assert_cmpint (g_get_monotonic_time () - start_us, <, TIMEOUT_MS * 1000);
      victim_kill (&victim);
      n_early += victim.n_lines < 2;
      victim_clear (&victim);

      probe_assert_whole (backup);
      state = probe_dump (backup);
      probe_assert_same_dump (state, before);
      ijk_workbook_close (ijk_workbook_open (path, IJK_WORKBOOK_DEFAULT, &error));
      g_assert_no_error (error);
    }
  /* Else it was never killed near the backup. */
  g_assert_cmpuint (n_early, >, N_KILLS_BACKUP / 2);
  probe_remove_directory (directory);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/workbook/kill/an-edit-reported-as-saved-survives", test_kill_edits);
  g_test_add_func ("/store/workbook/kill/a-new-workbook-is-whole-or-absent", test_kill_create);
  g_test_add_func ("/store/workbook/kill/a-backup-is-whole-or-absent", test_kill_backup);
  return g_test_run ();
}
