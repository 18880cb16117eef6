/* Running the real program and looking at what it leaves behind.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "program.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>

void
program_run_clear (ProgramRun *self)
{
  g_clear_pointer (&self->out, g_free);
  g_clear_pointer (&self->err, g_free);
}

/* @environment: (nullable) (array zero-terminated=1): NAME=VALUE to set, NAME to unset
 * @arguments: as one would type them behind the name of the program */
ProgramRun
program_run_with (const char *const *environment,
                  const char        *arguments)
{
  g_autofree char *quoted = g_shell_quote (g_getenv ("IJKPAD_PROGRAM"));
  g_autofree char *line = g_strconcat (quoted, " ", arguments, NULL);
  g_autofree char *shown = g_utf8_make_valid (arguments, -1);
  g_auto (GStrv) argv = NULL;
  g_auto (GStrv) envp = g_get_environ ();
  g_autoptr (GError) error = NULL;
  ProgramRun run = { 0 };
  int status = 0;

  /* What is reported is UTF-8, whatever is asked. */
  g_test_message ("ijkpad %s", shown);
  for (; environment != NULL && *environment != NULL; environment++)
    {
      g_auto (GStrv) parts = g_strsplit (*environment, "=", 2);

      envp = parts[1] != NULL ? g_environ_setenv (envp, parts[0], parts[1], TRUE)
                              : g_environ_unsetenv (envp, parts[0]);
    }
  g_shell_parse_argv (line, NULL, &argv, &error);
  g_assert_no_error (error);
  g_spawn_sync (NULL, argv, envp, G_SPAWN_DEFAULT, NULL, NULL, &run.out, &run.err, &status, &error);
  g_assert_no_error (error);
  if (!WIFEXITED (status))
    g_assert_cmpstr (run.err, ==, "an exit, not a signal");
  run.exit_code = WEXITSTATUS (status);
  return run;
}

ProgramRun
program_run (const char *arguments)
{
  return program_run_with (NULL, arguments);
}

char *
program_read (const char *arguments)
{
  g_auto (ProgramRun) run = program_run (arguments);

  g_assert_cmpstr (run.err, ==, "");
  g_assert_cmpint (run.exit_code, ==, DONE);
  return g_steal_pointer (&run.out);
}

void
program_assert_parts (const char *text,
                      const char *parts)
{
  g_auto (GStrv) words = g_strsplit (parts, "\n", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (text, words[i]) == NULL)
      g_assert_cmpstr (text, ==, words[i]);
}

void
program_expect_refusal (int         exit_code,
                        const char *arguments,
                        const char *parts)
{
  g_auto (ProgramRun) run = program_run (arguments);

  g_test_message ("%s", run.err);
  g_assert_cmpstr (run.out, ==, "");
  g_assert_cmpint (run.exit_code, ==, exit_code);
  g_assert_true (g_str_has_prefix (run.err, "ijkpad: "));
  g_assert_true (strchr (run.err, '\n') == run.err + strlen (run.err) - 1);
  program_assert_parts (run.err, parts);
}

static void
add_row (GPtrArray *rows,
         GPtrArray *cells)
{
  g_ptr_array_add (cells, NULL);
  g_ptr_array_add (rows, g_ptr_array_free (cells, FALSE));
}

GPtrArray *
program_split_csv (const char *csv)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  GPtrArray *cells = g_ptr_array_new ();
  g_autoptr (GString) cell = g_string_new (NULL);
  gboolean is_quoted = FALSE;

  for (const char *c = csv; *c != '\0'; c++)
    if (*c == '"')
      {
        /* A doubled quotation mark inside quotation marks is one of the text. */
        if (is_quoted && c[1] == '"')
          g_string_append_c (cell, *c++);
        else
          is_quoted = !is_quoted;
      }
    else if (!is_quoted && (*c == ',' || *c == '\n'))
      {
        g_ptr_array_add (cells, g_strdup (cell->str));
        g_string_truncate (cell, 0);
        if (*c == '\n')
          {
            add_row (rows, cells);
            cells = g_ptr_array_new ();
          }
      }
    else
      g_string_append_c (cell, *c);
  g_assert_false (is_quoted);
  g_assert_cmpuint (cells->len + cell->len, ==, 0); /* the last line has its end */
  g_ptr_array_unref (cells);
  return rows;
}

char *
program_make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("ijkpad-test-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

void
program_remove_folder (char *folder)
{
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  const char *name = NULL;

  while ((name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_free (folder);
}
