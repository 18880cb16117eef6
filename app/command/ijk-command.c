/* What the commands share: the table of commands, options, where the reference data are, output.
 *
 * Data go to standard output, words to standard error.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-command.h"

#include "ijk-command-workbook.h"
#include "ijk-install.h"
#include "ijk-language.h"
#include "ijk-nearest.h"
#include "ijk-reference-load.h"
#include "ijk-scenario-check.h"
#include "ijk-sentence.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

static const IjkCommand commands[] = {
  { "run", N_("work out a scenario to 2050"), ijk_command_run },
  { "figure", N_("a figure, or all, as picture, table or sentence"), ijk_command_figure },
  { "explain", N_("why a number is what it is, with formula and sources"), ijk_command_explain },
  { "levy", N_("the CO₂ levy of one installation by the statute"), ijk_command_levy },
  { "list", N_("what can be set and what it rests on, with sources"), ijk_command_list },
  { "new", N_("make a workbook"), ijk_command_create },
  { "scenario", N_("list, show, make and change the scenarios of a workbook"),
    ijk_command_scenario },
  { "history", N_("the edits of a workbook"), ijk_command_history },
  { "check", N_("verify a workbook"), ijk_command_check },
  { "recover", N_("save what can be read of a damaged workbook"), ijk_command_recover },
  { "upgrade", N_("what newer reference data would change in a workbook"), ijk_command_upgrade },
  { "export", N_("save results or a scenario as CSV, JSON or XLSX"), ijk_command_export },
  { "import", N_("read installations or scenarios, with a preview"), ijk_command_import },
};

static void
print_usage (FILE *file)
{
  fputs (_("Usage: ijkpad COMMAND [OPTION…]\n\n"
           "Explores the industry chapter of the Dutch Climate Agreement.\n\n"
           "Commands:\n"),
         file);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    fprintf (file, "  %-8s %s\n", commands[i].name, _(commands[i].summary));
  fputs (_("\nWithout a command, or with a workbook, the window opens where there is a display.\n"),
         file);
  fputs (_("\n"
           "“ijkpad COMMAND --help” explains a command; “ijkpad --version” tells the version.\n"
           "Every command takes --lang nl or --lang en; without it the environment decides.\n"
           "Exit codes: 0 done, 1 failed, 2 wrong usage.\n"),
         file);
}

/* Prints "ijkpad: sentence" on standard error. Returns: @exit_code */
int
ijk_command_fail (int         exit_code,
                  const char *format,
                  ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  fprintf (stderr, "ijkpad: %s\n", text);
  return exit_code;
}

/* Of the names of files any bytes will do, of other arguments not, and GLib does not say of which.
 * Returns: (transfer full) (nullable): the first that is no text, made readable */
static char *
find_no_text (int    argc,
              char **argv)
{
  for (int i = 1; i < argc; i++)
    if (!g_utf8_validate (argv[i], -1, NULL))
      return g_utf8_make_valid (argv[i], -1);
  return NULL;
}

/* Reads options; what is left over is for the command. FALSE after telling what is wrong. */
gboolean
ijk_command_parse (GOptionContext *context,
                   int            *argc,
                   char         ***argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *no_text = find_no_text (*argc, *argv);

  if (g_option_context_parse (context, argc, argv, &error))
    return TRUE;
  if (no_text != NULL && error->domain == G_CONVERT_ERROR)
    {
      ijk_command_fail (IJK_EXIT_USAGE, _("“%s” is not UTF-8 text; type it in UTF-8"), no_text);
      return FALSE;
    }
  ijk_command_fail (IJK_EXIT_USAGE, _("%s; “--help” lists the options"), error->message);
  return FALSE;
}

/* What --name gives goes into titles, tables and files. FALSE after telling what is wrong. */
gboolean
ijk_command_check_name (const char *name)
{
  g_autofree char *clean = NULL;
  const char *problem = NULL;

  if (name == NULL || ijk_scenario_check_name (name, &problem))
    return TRUE;
  clean = ijk_sentence_clean (name);
  /* Translators: first %s: a name; second: what is wrong with it. */
  ijk_command_fail (IJK_EXIT_USAGE, _("--name cannot be “%s”: %s"), clean, problem);
  return FALSE;
}

/* @allowed: bit per IjkFormat. A NULL @text leaves @format as it is. */
gboolean
ijk_command_read_format (const char *text,
                         guint       allowed,
                         IjkFormat  *format)
{
  static const char *const words[IJK_N_FORMATS] = { "table", "csv", "json" };
  g_autoptr (GString) valid = g_string_new (NULL);

  if (text == NULL)
    return TRUE;
  for (guint i = 0; i < IJK_N_FORMATS; i++)
    {
      if (!(allowed & (1u << i)))
        continue;
      if (strcmp (words[i], text) == 0)
        {
          *format = (IjkFormat) i;
          return TRUE;
        }
      g_string_append_printf (valid, "%s%s", valid->len > 0 ? ", " : "", words[i]);
    }
  ijk_command_fail (IJK_EXIT_USAGE, _("“%s” is not a format; choose one of %s"), text, valid->str);
  return FALSE;
}

/* The folder of the reference tables: the one named, else that of the program. */
char *
ijk_command_find_reference (const char *directory)
{
  return directory != NULL ? g_strdup (directory) : ijk_install_find_reference ();
}

/**
 * ijk_command_load:
 * @directory: (nullable): folder of the reference tables
 *
 * Returns: (transfer full) (nullable): the reference, or %NULL after telling what is wrong
 */
IjkReference *
ijk_command_load (const char *directory)
{
  g_autofree char *found = ijk_command_find_reference (directory);
  g_autoptr (GError) error = NULL;
  IjkReference *reference = ijk_reference_load (found, &error);

  if (reference == NULL)
    ijk_command_fail (IJK_EXIT_FAILED, "%s", error->message);
  return reference;
}

/**
 * ijk_command_set_levers:
 * @settings: (array zero-terminated=1) (nullable): texts of `--set`
 *
 * Returns: (transfer full) (nullable): @scenario with those levers set, or %NULL after telling
 *   what is wrong
 */
IjkScenario *
ijk_command_set_levers (const IjkScenario *scenario,
                        char             **settings)
{
  g_autoptr (IjkScenario) set = ijk_scenario_ref (scenario);

  for (guint i = 0; settings != NULL && settings[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      IjkScenario *next = ijk_scenario_with_setting (set, settings[i], &error);

      if (next == NULL)
        {
          ijk_command_fail (IJK_EXIT_USAGE, _("--set %s: %s"), settings[i], error->message);
          return NULL;
        }
      ijk_scenario_unref (set);
      set = next;
    }
  return g_steal_pointer (&set);
}

/* Takes `--lang ID` out of the arguments, wherever it stands, and puts that language in force: what
 * a command says of itself is put into words before it reads its options. FALSE after telling what
 * is wrong. */
static gboolean
take_language (int *argc, char **argv)
{
  g_autofree char *catalogues = ijk_install_find_catalogues ();
  const char *id = NULL;
  int n_kept = 1;

  ijk_language_init (catalogues);
  for (int i = 1; i < *argc; i++)
    {
      if (strcmp (argv[i], "--") == 0)
        {
          while (i < *argc)
            argv[n_kept++] = argv[i++];
        }
      else if (g_str_has_prefix (argv[i], "--lang="))
        id = argv[i] + strlen ("--lang=");
      else if (strcmp (argv[i], "--lang") == 0)
        id = i + 1 < *argc ? argv[++i] : "";
      else
        argv[n_kept++] = argv[i];
    }
  argv[n_kept] = NULL;
  *argc = n_kept;
  if (id == NULL || ijk_language_select (id))
    return TRUE;
  if (strcmp (id, "nl") == 0)
    ijk_command_fail (IJK_EXIT_USAGE, _("Dutch is not installed; install the program again"));
  else
    ijk_command_fail (IJK_EXIT_USAGE, _("“%s” is not a language; choose nl or en"), id);
  return FALSE;
}

/**
 * ijk_command_main:
 *
 * Runs the command that the first argument names.
 *
 * Returns: an exit code
 */
int
ijk_command_main (int    argc,
                  char **argv)
{
  const char *names[G_N_ELEMENTS (commands)];
  g_autofree char *near = NULL;

  if (!take_language (&argc, argv))
    return IJK_EXIT_USAGE;
  if (argc < 2)
    {
      print_usage (stderr);
      return IJK_EXIT_USAGE;
    }
  if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0
      || strcmp (argv[1], "help") == 0)
    {
      print_usage (stdout);
      return IJK_EXIT_DONE;
    }
  if (strcmp (argv[1], "--version") == 0)
    {
      puts ("ijkpad " IJKPAD_VERSION);
      return IJK_EXIT_DONE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      names[i] = commands[i].name;
      if (strcmp (argv[1], commands[i].name) == 0)
        {
          g_autofree char *full_name = g_strconcat ("ijkpad ", commands[i].name, NULL);

          g_set_prgname (full_name); /* as usage shows it */
          return commands[i].run (argc - 1, argv + 1);
        }
    }
  near = ijk_nearest_names (argv[1], names, G_N_ELEMENTS (names));
  if (*near != '\0')
    return ijk_command_fail (
        IJK_EXIT_USAGE, _("there is no command “%s”; did you mean %s? “ijkpad --help” lists them"),
        argv[1], near);
  return ijk_command_fail (IJK_EXIT_USAGE,
                           _("there is no command “%s”; “ijkpad --help” lists them"), argv[1]);
}
