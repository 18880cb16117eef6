/* Commands on a workbook: what they refuse, what they keep, and that nothing is left behind by one
 * that failed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "program.h"

#include "reference-texts.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *folder; /* (owned) */
  char *file;   /* (owned) a workbook with a scenario "Ours" */
} Fixture;

/* Runs @format with arguments and expects success. Returns: (transfer full): standard output */
static char *G_GNUC_PRINTF (1, 2)
do_well (const char *format,
         ...)
{
  g_autofree char *arguments = NULL;
  va_list args;

  va_start (args, format);
  arguments = g_strdup_vprintf (format, args);
  va_end (args);
  {
    g_auto (ProgramRun) run = program_run (arguments);

    if (run.exit_code != DONE)
      g_assert_cmpstr (run.err, ==, "");
    return g_steal_pointer (&run.out);
  }
}

static void
set_up (Fixture      *fixture,
        gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *made = NULL;
  g_autofree char *added = NULL;

  fixture->folder = program_make_folder ();
  fixture->file = g_build_filename (fixture->folder, "work.ijkpad", NULL);
  made = do_well ("new %s", fixture->file);
  added = do_well ("scenario new Ours --under current-law --file %s", fixture->file);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data G_GNUC_UNUSED)
{
  g_free (fixture->file);
  program_remove_folder (g_steal_pointer (&fixture->folder));
}

typedef struct
{
  const char *name;
  int exit_code;
  const char *arguments; /* FILE is the workbook, FOLDER where it is */
  const char *parts;     /* on standard error, one a line */
} RefusalCase;

static const RefusalCase refusal_cases[] = {
  { "verb/unknown", USAGE, "scenario shw --file FILE", "there is no verb “shw”\ndid you mean show" },
  { "verb/none", USAGE, "scenario --file FILE", "say what to do" },
  { "scenario/unknown", USAGE, "scenario show Hours --file FILE", "no scenario “Hours”\ndid you mean Ours" },
  { "option/under-of-set", USAGE, "scenario set Ours kappa=0.5 --under no-levy --file FILE", "“ijkpad scenario set” does not take --under" },
  { "option/unset-of-new", USAGE, "scenario new B --unset kappa --file FILE", "“ijkpad scenario new” does not take --unset" },
  { "option/set-of-list", USAGE, "scenario list --set kappa=1 --file FILE", "“ijkpad scenario list” does not take --set" },
  { "option/set-of-duplicate", USAGE, "scenario duplicate Ours B --set kappa=1 --file FILE", "“ijkpad scenario duplicate” does not take --set" },
  { "option/note-of-rename", USAGE, "scenario rename Ours B --note x --file FILE", "does not take --note" },
  { "option/format-of-delete", USAGE, "scenario delete Ours --format csv --file FILE", "does not take --format" },
  { "describe/nothing", USAGE, "scenario describe Ours --file FILE", "say what it is, with --description or --note" },
  { "label/empty", FAILED, "scenario set Ours kappa=0.5 --label '' --file FILE", "the label of an edit cannot be “”: the name is empty" },
  { "name/no-text", USAGE, "run --scenario 'a\xff' --file FILE", "“a\uFFFD” is not UTF-8 text; type it in UTF-8" },
  { "file/no-name", FAILED, "run --file ''", "--file names no workbook" },
  { "file/no-name-for-new", USAGE, "new ''", "name a file" },
  { "file/no-name-to-check", USAGE, "check ''", "name a file" },
  { "output/over-a-workbook", FAILED, "export -f csv --output FILE", "there is a workbook of that name; choose another" },
  { "output/over-a-workbook-by-run", FAILED, "run --file FILE --scenario Ours -o FILE", "the result is not saved: “\nthere is a workbook of that name" },
  { "file/folder", FAILED, "run --file FOLDER", "is not a file, so it is not a workbook" },
  { "figure-name/control", USAGE, "figure levy -f svg --name 'a\x01z'", "--name cannot be “a\uFFFDz”: the name has a line end or another control character" },
  { "figure-name/empty", USAGE, "figure levy -f svg --name ''", "--name cannot be “”: the name is empty" },
  { "export-name/control", USAGE, "export -f json --name 'a\x01z'", "--name cannot be “a\uFFFDz”" },
  { "history/zero", USAGE, "history -n -1 --file FILE", "a count above 0" },
  { "upgrade/word", USAGE, "upgrade FILE", "name a workbook with --file" },
};

static void
expect_refusal (Fixture      *fixture,
                gconstpointer data)
{
  const RefusalCase *c = data;
  g_autoptr (GString) arguments = g_string_new (c->arguments);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize n_before = 0;
  gsize n_after = 0;

  g_string_replace (arguments, "FILE", fixture->file, 0);
  g_string_replace (arguments, "FOLDER", fixture->folder, 0);
  g_assert_true (g_file_get_contents (fixture->file, &before, &n_before, NULL));
  program_expect_refusal (c->exit_code, arguments->str, c->parts);
  g_assert_true (g_file_get_contents (fixture->file, &after, &n_after, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* A file of which nothing is left is told, and lies there alone as before. */
static void
leaves_nothing_of_a_vain_recovery (Fixture      *fixture,
                                   gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = g_build_filename (fixture->folder, "bad.ijkpad", NULL);
  g_autofree char *arguments = g_strconcat ("recover ", path, NULL);
  g_autofree char *nowhere
      = g_strdup_printf ("recover %s --output %s/none/new.ijkpad", fixture->file, fixture->folder);

  g_assert_true (g_file_set_contents (path, "nothing of a workbook", -1, NULL));
  program_expect_refusal (FAILED, arguments, "bad.ijkpad: too little is left");
  g_assert_cmpuint (count_files (fixture->folder), ==, 2);
  program_expect_refusal (FAILED, nowhere, "none/new.ijkpad cannot be made: No such file");
  g_assert_cmpuint (count_files (fixture->folder), ==, 2);
}

/* Newer data leave an imported installation and the setting of its company as they are. */
static void
upgrade_keeps_own_installations (Fixture      *fixture,
                                 gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *own = g_build_filename (fixture->folder, "own.csv", NULL);
  char *newer = program_make_folder ();
  g_auto (GStrv) texts = reference_texts_read ();
  g_autofree char *imported = NULL;
  g_autofree char *made = NULL;
  g_autofree char *upgrade = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *results = NULL;

  g_assert_true (g_file_set_contents (
      own,
      "id,name,company,sector,cluster,kind,levy_share,benchmark_kt,kt_2021,kt_2025\n"
      "own-glass,Own Glass,Own,building_materials,cluster6,ets,1,61.5,80.25,73.125\n",
      -1, NULL));
  imported = do_well ("import %s --file %s", own, fixture->file);
  made = do_well ("scenario new Theirs --kind company --under Ours"
                  " --set ccs_share@company:Own=free --file %s",
                  fixture->file);

  reference_texts_set_cell (&texts[IJK_TABLE_UNITS], "yara-sluiskil,", "kt_2025", "3000.5");
  for (guint i = 0; i < IJK_N_TABLES; i++)
    {
      g_autofree char *path = g_build_filename (newer, ijk_table_names[i], NULL);

      g_assert_true (g_file_set_contents (path, texts[i], -1, NULL));
    }
  upgrade = g_strdup_printf ("upgrade --apply --reference %s --file %s", newer, fixture->file);
  {
    g_auto (ProgramRun) run = program_run (upgrade);

    g_assert_cmpint (run.exit_code, ==, DONE);
    program_assert_parts (run.err, "1 installation of your own is kept\nthe reference data are upgraded");
    g_assert_null (strstr (run.err, "lose"));
    g_assert_null (strstr (run.err, "do not have the installation"));
  }
  shown = do_well ("scenario show Theirs --format csv --file %s", fixture->file);
  program_assert_parts (shown, "ccs_share@company:Own,free");
  results = do_well ("run --format csv --file %s", fixture->file);
  program_assert_parts (results, "unit,own-glass,emissions,2025,73.125,kt");
  program_remove_folder (newer);
}

/* An import after which a company is gone says which settings went with it. */
static void
import_names_what_is_lost (Fixture      *fixture,
                           gconstpointer data G_GNUC_UNUSED)
{
  static const char table[]
      = "id,name,company,sector,cluster,kind,levy_share,benchmark_kt,kt_2021\n"
        "own-glass,Own Glass,%s,building_materials,cluster6,ets,1,61.5,80.25\n";
  g_autofree char *path = g_build_filename (fixture->folder, "own.csv", NULL);
  g_autofree char *first = g_strdup_printf (table, "Own");
  g_autofree char *second = g_strdup_printf (table, "Sold");
  g_autofree char *arguments = g_strdup_printf ("import %s --replace --file %s", path, fixture->file);
  g_autofree char *imported = NULL;
  g_autofree char *made = NULL;

  g_assert_true (g_file_set_contents (path, first, -1, NULL));
  imported = do_well ("import %s --file %s", path, fixture->file);
  made = do_well ("scenario new Theirs --kind company --under Ours"
                  " --set ccs_share@company:Own=free --file %s",
                  fixture->file);
  g_assert_true (g_file_set_contents (path, second, -1, NULL));
  {
    g_auto (ProgramRun) run = program_run (arguments);

    g_assert_cmpint (run.exit_code, ==, DONE);
    program_assert_parts (run.err, "“Theirs” has lost ccs_share@company:Own=free: ");
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (refusal_cases); i++)
    {
      g_autofree char *path
          = g_strconcat ("/command/workbook/refuses/", refusal_cases[i].name, NULL);

      g_test_add (path, Fixture, &refusal_cases[i], set_up, expect_refusal, tear_down);
    }
  g_test_add ("/command/workbook/leaves-nothing-of-a-vain-recovery", Fixture, NULL, set_up,
              leaves_nothing_of_a_vain_recovery, tear_down);
  g_test_add ("/command/workbook/import-names-what-is-lost", Fixture, NULL, set_up,
              import_names_what_is_lost, tear_down);
  g_test_add ("/command/workbook/upgrade-keeps-own-installations", Fixture, NULL, set_up,
              upgrade_keeps_own_installations, tear_down);
  return g_test_run ();
}
