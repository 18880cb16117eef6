/* The other process of the tests: edits a workbook until it is killed, counts beside a second one,
 * or holds a lock.
 *
 * Standard output carries one line for each edit, written in one piece after the commit has
 * returned: the number of the edit and of its revision.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "workbook-probe.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define GIVE_UP_AFTER_US (60 * G_USEC_PER_SEC)

/* Ends the program when nobody listens any more. */
static void
report (gint64 number,
        gint64 revision)
{
  char line[64];
  const int length = g_snprintf (line, sizeof line, "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n",
                                 number, revision);

  if (write (STDOUT_FILENO, line, (gsize) length) != length)
    exit (EXIT_SUCCESS);
}

static IjkWorkbook *
open_workbook (const char *path)
{
  g_autoptr (GError) error = NULL;
  IjkWorkbook *workbook = ijk_workbook_open (path, IJK_WORKBOOK_DEFAULT, &error);

  if (workbook == NULL)
    g_error ("%s", error->message);
  return workbook;
}

/* edit FILE SCENARIO FIRST: edits of two levers each, numbered from FIRST, for ever */
static int
edit (char **arguments)
{
  g_autoptr (IjkWorkbook) workbook = open_workbook (arguments[0]);
  const gint64 scenario = g_ascii_strtoll (arguments[1], NULL, 10);

  for (gint64 number = g_ascii_strtoll (arguments[2], NULL, 10); number < G_MAXINT64; number++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *label = g_strdup_printf ("Edit %" G_GINT64_FORMAT, number);
      const IjkLeverChange changes[] = {
        probe_number_change (workbook, "sde_max_intensity", (double) (number % 601)),
        probe_number_change (workbook, "kappa", (double) (number % 1001) / 1000),
      };
      const gint64 revision = ijk_workbook_commit (workbook, scenario, 0, label, changes,
                                                   G_N_ELEMENTS (changes), &error);

      if (revision == 0)
        g_error ("%s", error->message);
      report (number, revision);
    }
  return EXIT_SUCCESS;
}

/* create FILE: a new workbook */
static int
create (char **arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IjkDataSet) data_set = probe_load_data_set ();
  g_autoptr (IjkWorkbook) workbook = NULL;

  report (0, 0);
  workbook = ijk_workbook_create (arguments[0], data_set, "en", &error);
  if (workbook == NULL)
    g_error ("%s", error->message);
  report (1, 0);
  pause ();
  return EXIT_SUCCESS;
}

/* upgrade FILE: gives the workbook other reference data, after a backup */
static int
upgrade (char **arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IjkWorkbook) workbook = open_workbook (arguments[0]);
  g_autoptr (IjkDataSet) data_set = ijk_data_set_copy (ijk_workbook_get_data_set (workbook));
  g_autofree char *levers = g_steal_pointer (&data_set->texts[IJK_TABLE_LEVERS]);
  g_auto (GStrv) parts = g_strsplit (levers, ",0,600,10,400,", 2);

  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  data_set->texts[IJK_TABLE_LEVERS] = g_strjoinv (",0,600,10,390,", parts);
  report (0, 0);
  if (!ijk_workbook_apply_upgrade (workbook, data_set, NULL, &error))
    g_error ("%s", error->message);
  report (1, 0);
  pause ();
  return EXIT_SUCCESS;
}

/* Only two things are worth another try: somebody else was first, or holds the file. Waiting less
 * than the busy timeout before saying the latter is an error. */
static void
assert_worth_another_try (const GError *error,
                          gint64        start_us)
{
  const gint64 waited_us = g_get_monotonic_time () - start_us;

  if (g_error_matches (error, IJK_STORE_ERROR, IJK_STORE_ERROR_CONFLICT))
    return;
  if (!g_error_matches (error, IJK_STORE_ERROR, IJK_STORE_ERROR_LOCKED))
    g_error ("%s", error->message);
  if (waited_us < IJK_WORKBOOK_BUSY_TIMEOUT_MS * 1000 * 9 / 10)
    g_error ("gave up after %" G_GINT64_FORMAT " us: %s", waited_us, error->message);
}

/* count FILE SCENARIO N: adds one to a lever N times, each time to what it has read */
static int
count (char **arguments)
{
  g_autoptr (IjkWorkbook) workbook = open_workbook (arguments[0]);
  const gint64 scenario = g_ascii_strtoll (arguments[1], NULL, 10);
  const gint64 n_times = g_ascii_strtoll (arguments[2], NULL, 10);
  const gint64 start_us = g_get_monotonic_time ();
  gint64 n_done = 0;

  while (n_done < n_times && g_get_monotonic_time () - start_us < GIVE_UP_AFTER_US)
    {
      g_autoptr (GError) error = NULL;
      const gint64 call_us = g_get_monotonic_time ();
      gint64 base = 0;
      g_autoptr (IjkScenario) state = ijk_workbook_load_scenario (workbook, scenario, &base,
                                                                  &error);
      gint64 revision = 0;

      if (state != NULL)
        {
          IjkLeverChange change = probe_number_change (workbook, "sde_max_intensity", 0);
          const IjkLeverSetting *setting = ijk_scenario_get_setting (state, &change.key);

          change.value.number = (setting == NULL ? 0 : setting->value.number) + 1;
          revision = ijk_workbook_commit (workbook, scenario, base, "Count", &change, 1, &error);
        }
      if (revision != 0)
        report (++n_done, revision);
      else
        assert_worth_another_try (error, call_us);
    }
  return n_done == n_times ? EXIT_SUCCESS : EXIT_FAILURE;
}

/* set FILE SCENARIO LEVER N: sets one lever N times, whatever else has happened, and at last to
 * N / 1000 */
static int
set (char **arguments)
{
  g_autoptr (IjkWorkbook) workbook = open_workbook (arguments[0]);
  const gint64 scenario = g_ascii_strtoll (arguments[1], NULL, 10);
  const gint64 n_times = g_ascii_strtoll (arguments[3], NULL, 10);

  for (gint64 number = 1; number <= n_times;)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *label = g_strdup_printf ("%s %" G_GINT64_FORMAT, arguments[2], number);
      const gint64 call_us = g_get_monotonic_time ();
      const IjkLeverChange change = probe_number_change (workbook, arguments[2],
                                                         (double) number / 1000);
      const gint64 revision = ijk_workbook_commit (workbook, scenario, 0, label, &change, 1,
                                                   &error);

      if (revision != 0)
        report (number++, revision);
      else
        assert_worth_another_try (error, call_us);
    }
  return EXIT_SUCCESS;
}

/* hold FILE immediate|exclusive: holds a lock until standard input ends */
static int
hold (char **arguments)
{
  sqlite3 *db = NULL;
  char byte;
  const char *sql = strcmp (arguments[1], "exclusive") == 0 ? "BEGIN EXCLUSIVE"
                                                            : "BEGIN IMMEDIATE";

  if (sqlite3_open (arguments[0], &db) != SQLITE_OK
      || sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));
  report (0, 0);
  while (read (STDIN_FILENO, &byte, 1) > 0)
    ;
  sqlite3_close (db);
  return EXIT_SUCCESS;
}

static const struct
{
  const char *name;
  int n_arguments;
  int (*run) (char **arguments);
} verbs[] = {
  { "edit", 3, edit }, { "create", 1, create }, { "count", 3, count },
  { "set", 4, set },   { "hold", 2, hold },     { "upgrade", 1, upgrade },
};

int
main (int    argc,
      char **argv)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (argc == verbs[i].n_arguments + 2 && strcmp (argv[1], verbs[i].name) == 0)
      return verbs[i].run (argv + 2);
  return EXIT_FAILURE;
}
