/* What README.md shows as output of the program is its output, to the letter, and the commands it
 * names do what they say.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "program.h"

#include <string.h>

#define COMMAND "./dev run "
#define MARK "<!-- output of: " COMMAND
#define FENCE "```"

static char *
read_readme (void)
{
  g_autofree char *path
      = g_test_build_filename (G_TEST_DIST, "..", "README.md", NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/* With IJKPAD_UPDATE_GOLDEN=1 the outputs are written anew. */
static void
test_outputs (void)
{
  const gboolean is_renewing = g_strcmp0 (g_getenv ("IJKPAD_UPDATE_GOLDEN"), "1") == 0;
  g_autofree char *text = read_readme ();
  g_autoptr (GString) renewed = g_string_new (NULL);
  const char *kept = text;
  guint n = 0;

  for (const char *at = strstr (text, MARK); at != NULL; at = strstr (kept, MARK))
    {
      const char *arguments_at = at + strlen (MARK);
      const char *end = strstr (arguments_at, " -->\n");
      const char *first = NULL;
      const char *last = NULL;
      g_autofree char *arguments = NULL;
      g_autofree char *shown = NULL;
      g_autofree char *printed = NULL;

      g_assert_nonnull (end);
      arguments = g_strndup (arguments_at, (gsize) (end - arguments_at));
      first = strchr (strstr (end, FENCE "text"), '\n') + 1;
      last = strstr (first, FENCE);
      shown = g_strndup (first, (gsize) (last - first));
      printed = program_read (arguments);
      if (!is_renewing)
        g_assert_cmpstr (shown, ==, printed);
      g_string_append_len (renewed, kept, first - kept);
      g_string_append (renewed, printed);
      kept = last;
      n++;
    }
  g_assert_cmpuint (n, >=, 2);
  g_string_append (renewed, kept);
  if (is_renewing)
    {
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "README.md", NULL);

      g_assert_true (g_file_set_contents (path, renewed->str, -1, NULL));
      g_test_skip ("written anew");
    }
}

/* Every indented command, in the order in which they stand, in a folder of their own. */
static void
test_commands (void)
{
  g_autofree char *text = read_readme ();
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  char *folder = program_make_folder ();
  guint n = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      static const char *const files[]
          = { "ours.ijkpad", "ours.xlsx", "levy.pdf", "tightening.csv", "pictures",
              "docs/figures/" };
      g_autoptr (GString) arguments = NULL;

      if (g_str_has_prefix (lines[i], "    " COMMAND))
        arguments = g_string_new (lines[i] + strlen ("    " COMMAND));
      else if (g_str_has_prefix (lines[i], "    ijkpad "))
        arguments = g_string_new (lines[i] + strlen ("    ijkpad "));
      else
        continue;
      if (strstr (arguments->str, "figure all") != NULL)
        continue; /* a minute's work, and a folder: test-command-figure does it */
      for (guint k = 0; k < G_N_ELEMENTS (files); k++)
        {
          const gboolean is_folder = g_str_has_suffix (files[k], "/");
          g_autofree char *path
              = g_strdup_printf ("%s/%s", folder, is_folder ? "" : files[k]);

          g_string_replace (arguments, files[k], path, 0);
        }
      {
        g_auto (ProgramRun) run = program_run (arguments->str);

        if (run.exit_code != DONE)
          g_assert_cmpstr (run.err, ==, "");
      }
      n++;
    }
  g_assert_cmpuint (n, >=, 12);
  program_remove_folder (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/readme/outputs-are-those-of-the-program", test_outputs);
  g_test_add_func ("/readme/commands-work", test_commands);
  return g_test_run ();
}
