/* Files the commands read and write: the reference tables, and the output.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "program.h"

#include "reference-texts.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct
{
  char *folder; /* (owned) */
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data G_GNUC_UNUSED)
{
  fixture->folder = program_make_folder ();
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data G_GNUC_UNUSED)
{
  program_remove_folder (g_steal_pointer (&fixture->folder));
}

static void
save_tables (const char *folder,
             char      **texts)
{
  for (guint i = 0; i < IJK_N_TABLES; i++)
    {
      g_autofree char *path = g_build_filename (folder, ijk_table_names[i], NULL);

      g_assert_true (g_file_set_contents (path, texts[i], -1, NULL));
    }
}

/* A file holds the bytes that standard output would, and standard output nothing. */
static void
test_output_is_the_same (Fixture      *fixture,
                         gconstpointer data)
{
  const char *arguments = data;
  g_autofree char *path = g_build_filename (fixture->folder, "result", NULL);
  g_autofree char *with_output = g_strdup_printf ("%s --output %s", arguments, path);
  g_autofree char *expected = program_read (arguments);
  g_autofree char *out = program_read (with_output);
  g_autofree char *saved = NULL;

  g_assert_cmpstr (out, ==, "");
  g_assert_true (g_file_get_contents (path, &saved, NULL, NULL));
  g_assert_true (strcmp (saved, expected) == 0);
}

/* A file that is there is replaced, not added to. */
static void
test_output_replaces (Fixture      *fixture,
                      gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = g_build_filename (fixture->folder, "result", NULL);
  g_autofree char *arguments = g_strconcat ("list clusters -f csv -o ", path, NULL);
  g_autofree char *expected = program_read ("list clusters -f csv");
  g_autofree char *long_text = g_strnfill (100000, 'x');
  g_autofree char *out = NULL;
  g_autofree char *saved = NULL;

  g_assert_true (g_file_set_contents (path, long_text, -1, NULL));
  out = program_read (arguments);
  g_assert_true (g_file_get_contents (path, &saved, NULL, NULL));
  g_assert_cmpstr (saved, ==, expected);
}

/* A link stays a link, and what it leads to keeps its rights. */
static void
test_output_follows_a_link (Fixture      *fixture,
                            gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = g_build_filename (fixture->folder, "result", NULL);
  g_autofree char *link = g_build_filename (fixture->folder, "link", NULL);
  g_autofree char *arguments = g_strconcat ("list clusters -f csv -o ", link, NULL);
  g_autofree char *expected = program_read ("list clusters -f csv");
  g_autofree char *out = NULL;
  g_autofree char *saved = NULL;
  GStatBuf status;

  g_assert_true (g_file_set_contents_full (path, "old", -1, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  g_assert_cmpint (symlink ("result", link), ==, 0);
  out = program_read (arguments);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_get_contents (path, &saved, NULL, NULL));
  g_assert_cmpstr (saved, ==, expected);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
}

/* A pipe is written into, as a device is; to put a file in its place would take it away. */
static void
test_output_into_a_pipe (Fixture      *fixture,
                         gconstpointer data)
{
  const char *command = data;
  g_autofree char *path = g_build_filename (fixture->folder, "pipe", NULL);
  g_autofree char *arguments = g_strdup_printf ("%s -o %s", command, path);
  g_autofree char *expected = program_read (command);
  g_autofree char *out = NULL;
  g_autoptr (GString) got = g_string_new (NULL);
  char buffer[4096];
  gssize n = 0;
  int fd = -1;
  GStatBuf status;

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  /* The output is shorter than what a pipe holds, so nobody has to read meanwhile. */
  g_assert_cmpuint (strlen (expected), <, 65536);
  fd = g_open (path, O_RDWR | O_NONBLOCK, 0);
  g_assert_cmpint (fd, >=, 0);
  out = program_read (arguments);
  g_assert_cmpstr (out, ==, "");
  while ((n = read (fd, buffer, sizeof buffer)) > 0)
    g_string_append_len (got, buffer, n);
  g_assert_cmpint (close (fd), ==, 0);
  g_assert_cmpstr (got->str, ==, expected);
  g_assert_cmpint (g_lstat (path, &status), ==, 0);
  g_assert_true (S_ISFIFO (status.st_mode));
}

/* As everywhere, a hyphen is standard output and no file. */
static void
test_output_hyphen (gconstpointer data)
{
  const char *command = data;
  g_autofree char *arguments = g_strconcat (command, " -o -", NULL);
  g_autofree char *expected = program_read (command);
  g_autofree char *out = program_read (arguments);

  g_assert_cmpstr (out, ==, expected);
  g_assert_false (g_file_test ("-", G_FILE_TEST_EXISTS));
}

/* Runs the program with something done to its output by the shell. */
static ProgramRun
run_redirected (const char *arguments,
                const char *redirection)
{
  g_autofree char *quoted = g_shell_quote (g_getenv ("IJKPAD_PROGRAM"));
  g_autofree char *line = g_strdup_printf ("%s %s %s", quoted, arguments, redirection);
  const char *argv[] = { "/bin/sh", "-c", line, NULL };
  g_autoptr (GError) error = NULL;
  ProgramRun run = { 0 };
  int status = 0;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &run.out, &run.err,
                &status, &error);
  g_assert_no_error (error);
  g_assert_true (WIFEXITED (status));
  run.exit_code = WEXITSTATUS (status);
  return run;
}

/* What was not printed must not pass for done. */
static void
test_output_is_lost (gconstpointer data)
{
  const char *arguments = data;
  g_auto (ProgramRun) full = run_redirected (arguments, ">/dev/full");
  g_auto (ProgramRun) closed = run_redirected (arguments, ">&-");

  g_assert_cmpint (full.exit_code, ==, FAILED);
  program_assert_parts (full.err, "ijkpad: the output cannot be written: No space left on device");
  g_assert_cmpint (closed.exit_code, ==, FAILED);
  program_assert_parts (closed.err, "ijkpad: the output cannot be written: Bad file descriptor");
}

/* Words that have nowhere to go do not end up in the file that is written. */
static void
test_words_stay_out_of_files (Fixture      *fixture,
                              gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = g_build_filename (fixture->folder, "work.ijkpad", NULL);
  g_autofree char *new = g_strconcat ("new ", path, NULL);
  g_autofree char *check = g_strconcat ("check ", path, NULL);
  g_auto (ProgramRun) made = run_redirected (new, "<&- >&- 2>&-");
  g_auto (ProgramRun) checked = run_redirected (check, "<&- 2>&-");

  g_assert_cmpint (made.exit_code, ==, DONE);
  g_assert_cmpint (checked.exit_code, ==, DONE);
  g_assert_cmpstr (checked.out, ==, "");
}

static void
test_output_unwritable (Fixture      *fixture,
                        gconstpointer data)
{
  const char *command = data;
  g_autofree char *nowhere = g_build_filename (fixture->folder, "none", "result", NULL);
  g_autofree char *into_nothing = g_strdup_printf ("%s --output %s", command, nowhere);
  g_autofree char *over_folder = g_strdup_printf ("%s --output %s", command, fixture->folder);

  program_expect_refusal (FAILED, into_nothing, "the result is not saved\nNo such file");
  program_expect_refusal (FAILED, over_folder, "the result is not saved");
}

/* A wrong setting leaves no file behind. */
static void
test_no_output_of_a_refusal (Fixture      *fixture,
                             gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = g_build_filename (fixture->folder, "result", NULL);
  g_autofree char *arguments = g_strconcat ("run --set kappa=2 -o ", path, NULL);

  program_expect_refusal (USAGE, arguments, "kappa");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static const char *const commands[] = { "run", "run --format csv", "list levers",
                                        "levy --year 2025 --emissions 5 --rights 3" };

/* Broken tables stop every command with file, line and column. */
static void
test_reference_is_broken (Fixture      *fixture,
                          gconstpointer data G_GNUC_UNUSED)
{
  g_auto (GStrv) texts = reference_texts_read ();
  const guint line = reference_texts_set_cell (&texts[IJK_TABLE_SECTORS], "fertiliser,",
                                               "process_share", "sixty");
  g_autofree char *parts = g_strdup_printf ("sectors.csv, line %u, column process_share\n“sixty”\n"
                                            "expected a number from 0 to 1",
                                            line);

  save_tables (fixture->folder, texts);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *arguments
          = g_strdup_printf ("%s --reference %s", commands[i], fixture->folder);

      program_expect_refusal (FAILED, arguments, parts);
    }
}

static void
test_reference_is_missing (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *arguments
          = g_strdup_printf ("%s --reference /nonexistent/tables", commands[i]);

      program_expect_refusal (FAILED, arguments, "/nonexistent/tables/sectors.csv\nNo such file");
    }
}

/* --reference goes before IJKPAD_REFERENCE, which goes before the installed tables. */
static void
test_reference_order (Fixture      *fixture,
                      gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *variable = g_strconcat ("IJKPAD_REFERENCE=", fixture->folder, NULL);
  g_autofree char *option = g_strconcat ("list clusters --reference ", fixture->folder, NULL);
  const char *const environment[] = { variable, NULL };
  const char *const nowhere[] = { "IJKPAD_REFERENCE=/nonexistent", NULL };
  g_auto (GStrv) texts = reference_texts_read ();
  g_auto (ProgramRun) by_variable = { 0 };
  g_auto (ProgramRun) by_option = { 0 };

  (void) reference_texts_set_cell (&texts[IJK_TABLE_CLUSTERS], "chemelot,", "name_en", "Elsewhere");
  save_tables (fixture->folder, texts);
  by_variable = program_run_with (environment, "list clusters");
  by_option = program_run_with (nowhere, option);
  g_assert_cmpint (by_variable.exit_code, ==, DONE);
  program_assert_parts (by_variable.out, "Elsewhere");
  g_assert_cmpint (by_option.exit_code, ==, DONE);
  g_assert_cmpstr (by_option.out, ==, by_variable.out);
}

/* In its build folder the program finds the tables of the source tree by itself. */
static void
test_reference_by_default (void)
{
  const char *const environment[] = { "IJKPAD_REFERENCE", NULL };
  g_auto (ProgramRun) run = program_run_with (environment, "list clusters");
  g_autofree char *named = program_read ("list clusters");

  g_assert_cmpint (run.exit_code, ==, DONE);
  g_assert_cmpstr (run.out, ==, named);
}

int
main (int    argc,
      char **argv)
{
  static const char *const outputs[][2] = {
    { "table", "run --set kappa=0.5" },
    { "csv", "run --set kappa=0.5 --format csv" },
    { "json", "run --set kappa=0.5 --format json" },
    { "list", "list units --format csv" },
  };
  static const char *const short_outputs[]
      = { "run", "list clusters --format csv", "export --format scenario-json --set kappa=0.5",
          "explain levy" };
  static const char *const lost[]
      = { "--version", "--help", "run --help", "run", "list units --format csv",
          "figure levy --sentence", "export --format xlsx", "levy" };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (outputs); i++)
    {
      g_autofree char *path = g_strconcat ("/command/output/is-the-same/", outputs[i][0], NULL);

      g_test_add (path, Fixture, outputs[i][1], set_up, test_output_is_the_same, tear_down);
    }
  for (guint i = 0; i < G_N_ELEMENTS (short_outputs); i++)
    {
      g_autofree char *pipe = g_strconcat ("/command/output/into-a-pipe/", short_outputs[i], NULL);
      g_autofree char *hyphen = g_strconcat ("/command/output/hyphen/", short_outputs[i], NULL);

      g_test_add (pipe, Fixture, short_outputs[i], set_up, test_output_into_a_pipe, tear_down);
      g_test_add_data_func (hyphen, short_outputs[i], test_output_hyphen);
    }
  for (guint i = 0; i < G_N_ELEMENTS (lost); i++)
    {
      g_autofree char *path = g_strconcat ("/command/output/is-lost/", lost[i], NULL);

      g_test_add_data_func (path, lost[i], test_output_is_lost);
    }
  g_test_add ("/command/output/follows-a-link", Fixture, NULL, set_up, test_output_follows_a_link,
              tear_down);
  g_test_add ("/command/output/words-stay-out-of-files", Fixture, NULL, set_up,
              test_words_stay_out_of_files, tear_down);
  g_test_add ("/command/output/replaces", Fixture, NULL, set_up, test_output_replaces, tear_down);
  g_test_add ("/command/output/unwritable/run", Fixture, "run", set_up, test_output_unwritable,
              tear_down);
  g_test_add ("/command/output/unwritable/list", Fixture, "list levers", set_up,
              test_output_unwritable, tear_down);
  g_test_add ("/command/output/none-of-a-refusal", Fixture, NULL, set_up,
              test_no_output_of_a_refusal, tear_down);
  g_test_add ("/command/reference/is-broken", Fixture, NULL, set_up, test_reference_is_broken,
              tear_down);
  g_test_add_func ("/command/reference/is-missing", test_reference_is_missing);
  g_test_add ("/command/reference/option-then-variable", Fixture, NULL, set_up,
              test_reference_order, tear_down);
  g_test_add_func ("/command/reference/of-the-source-tree", test_reference_by_default);
  return g_test_run ();
}
