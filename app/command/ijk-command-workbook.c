/* Opening the workbook a command names, and commands on a whole file: new, check, recover, upgrade.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-command-workbook.h"

#include "ijk-language.h"
#include "ijk-own-unit.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#define FILE_HELP N_("Workbook; without it the one in your data folder")

/* Rights of the folder of the default workbook: its owner's only. */
#define FOLDER_RIGHTS 0700

/* Tells the error. Returns: an exit code: a name that is not there is wrong usage */
int
ijk_command_fail_store (const GError *error)
{
  return ijk_command_fail (g_error_matches (error, IJK_STORE_ERROR, IJK_STORE_ERROR_UNKNOWN)
                               ? IJK_EXIT_USAGE
                               : IJK_EXIT_FAILED,
                           "%s", error->message);
}

/**
 * ijk_command_load_data_set:
 * @directory: (nullable): folder of the reference tables
 *
 * Returns: (transfer full) (nullable): the tables the program ships with, or %NULL after telling
 *   what is wrong
 */
IjkDataSet *
ijk_command_load_data_set (const char *directory)
{
  g_autofree char *found = ijk_command_find_reference (directory);
  g_autoptr (GError) error = NULL;
  IjkDataSet *data_set = ijk_data_set_load (found, &error);

  if (data_set == NULL)
    ijk_command_fail (IJK_EXIT_FAILED, "%s", error->message);
  return data_set;
}

static IjkWorkbook *
create_workbook (const char *path,
                 const char *directory)
{
  g_autoptr (IjkDataSet) data_set = ijk_command_load_data_set (directory);
  g_autoptr (GError) error = NULL;
  IjkWorkbook *workbook = NULL;

  if (data_set == NULL)
    return NULL;
  workbook = ijk_workbook_create (path, data_set, ijk_language_get (), &error);
  if (workbook == NULL)
    ijk_command_fail_store (error);
  return workbook;
}

/**
 * ijk_command_open:
 * @file: (nullable): workbook; %NULL for the default one, which is made when it is not there
 *
 * Returns: (transfer full) (nullable): the workbook, or %NULL after telling what is wrong
 */
IjkWorkbook *
ijk_command_open (const char      *file,
                  IjkWorkbookFlags flags)
{
  g_autofree char *path = file != NULL ? g_strdup (file) : ijk_workbook_default_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;
  IjkWorkbook *workbook = NULL;

  if (*path == '\0')
    {
      ijk_command_fail (IJK_EXIT_FAILED, _("--file names no workbook; give the name of its file"));
      return NULL;
    }
  if (file == NULL && !g_file_test (path, G_FILE_TEST_EXISTS))
    {
      if (g_mkdir_with_parents (folder, FOLDER_RIGHTS) == 0)
        return create_workbook (path, NULL);
      ijk_command_fail (IJK_EXIT_FAILED,
                        _("the folder %s cannot be made: %s; name a workbook with --file"), folder,
                        g_strerror (errno));
      return NULL;
    }
  workbook = ijk_workbook_open (path, flags, &error);
  if (workbook == NULL)
    {
      (void) ijk_command_fail_store (error);
      return NULL;
    }
  if (ijk_workbook_get_notice (workbook) != NULL && !(flags & IJK_WORKBOOK_READ_ONLY))
    fprintf (stderr, "ijkpad: %s: %s\n", path, ijk_workbook_get_notice (workbook));
  return workbook;
}

/* Returns: (transfer full): the time to the second in UTC, as 2026-01-02T03:04:05Z */
char *
ijk_command_format_time (gint64 time_us)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (time_us / G_USEC_PER_SEC);

  return time != NULL ? g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ") : g_strdup ("");
}

/* Writes a table to standard output. Returns: an exit code */
int
ijk_command_write_table (IjkTextTable *table,
                         IjkFormat     format)
{
  g_autofree char *text = ijk_text_table_write (table, format);

  return ijk_command_write (text, strlen (text), NULL);
}

/* The one argument of a command, or NULL after telling that it is missing or too many. */
static const char *
take_file (int    argc,
           char **argv)
{
  if (argc == 2 && *argv[1] != '\0')
    return argv[1];
  (void) ijk_command_fail (IJK_EXIT_USAGE,
                           argc <= 2
                               ? _("name a file; “--help” explains")
                               : _("there are more arguments than one file; “--help” explains"));
  return NULL;
}

/* `ijkpad new FILE` */
int
ijk_command_create (int    argc,
                    char **argv)
{
  g_autofree char *directory = NULL;
  const GOptionEntry entries[] = {
    { "reference", 0, 0, G_OPTION_ARG_FILENAME, &directory, N_("Folder with the reference tables"),
      N_("DIR") },
    { NULL },
  };
  g_autoptr (GOptionContext) context
      = g_option_context_new (_("FILE — make a workbook with the shipped scenarios"));
  g_autoptr (IjkWorkbook) workbook = NULL;
  const char *file = NULL;

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!ijk_command_parse (context, &argc, &argv))
    return IJK_EXIT_USAGE;
  file = take_file (argc, argv);
  if (file == NULL)
    return IJK_EXIT_USAGE;
  workbook = create_workbook (file, directory);
  return workbook != NULL ? IJK_EXIT_DONE : IJK_EXIT_FAILED;
}

/* `ijkpad check FILE` */
int
ijk_command_check (int    argc,
                   char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (_("FILE — verify a workbook"));
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  const char *file = NULL;

  g_option_context_set_description (
      context, _("Reads every page, row, check sum and edit. Prints a line for each thing that is "
                 "wrong.\nExit codes: 0 the file is whole, 1 it is not or cannot be read."));
  if (!ijk_command_parse (context, &argc, &argv))
    return IJK_EXIT_USAGE;
  file = take_file (argc, argv);
  if (file == NULL)
    return IJK_EXIT_USAGE;
  if (!ijk_workbook_check (file, &findings, &error))
    return ijk_command_fail (IJK_EXIT_FAILED, "%s", error->message);
  for (guint i = 0; i < findings->len; i++)
    puts (g_ptr_array_index (findings, i));
  if (findings->len > 0)
    return ijk_command_fail (IJK_EXIT_FAILED, _("%s is not whole"), file);
  fprintf (stderr, _("ijkpad: %s is whole\n"), file);
  return IJK_EXIT_DONE;
}

/* `ijkpad recover FILE` */
int
ijk_command_recover (int    argc,
                     char **argv)
{
  g_autofree char *output = NULL;
  g_autofree char *directory = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
      N_("The new workbook; without it FILE with .recovered and the time"), N_("NEW") },
    { "reference", 0, 0, G_OPTION_ARG_FILENAME, &directory, N_("Folder with the reference tables"),
      N_("DIR") },
    { NULL },
  };
  g_autoptr (GOptionContext) context
      = g_option_context_new (_("FILE — save what can be read of a damaged workbook"));
  g_autoptr (IjkDataSet) data_set = NULL;
  g_autoptr (IjkRecovery) recovery = NULL;
  g_autoptr (GError) error = NULL;
  const char *file = NULL;

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_description (
      context, _("FILE is not changed, and a copy of it is kept beside it. The name of the new "
                 "workbook goes to\nstandard output, what could not be saved to standard error."));
  if (!ijk_command_parse (context, &argc, &argv))
    return IJK_EXIT_USAGE;
  file = take_file (argc, argv);
  if (file == NULL)
    return IJK_EXIT_USAGE;
  data_set = ijk_command_load_data_set (directory);
  if (data_set == NULL)
    return IJK_EXIT_FAILED;
  recovery = ijk_workbook_recover (file, output, data_set, &error);
  if (recovery == NULL)
    return ijk_command_fail (IJK_EXIT_FAILED, "%s", error->message);
  for (guint i = 0; i < recovery->losses->len; i++)
    fprintf (stderr, "ijkpad: %s\n", (char *) g_ptr_array_index (recovery->losses, i));
  fprintf (stderr,
           _("ijkpad: saved: scenarios %u, settings %u, edits %u, notes %u, bookmarks %u\n"),
           recovery->n_scenarios, recovery->n_settings, recovery->n_revisions, recovery->n_notes,
           recovery->n_bookmarks);
  fprintf (stderr, _("ijkpad: a copy of the damaged file is kept as %s\n"), recovery->backup_path);
  puts (recovery->output_path);
  return IJK_EXIT_DONE;
}

static int
write_upgrade (const IjkUpgrade *upgrade,
               IjkFormat         format)
{
  static const char *const columns[]
      = { "scenario", "indicator", "year", "before", "after", "unit", NULL };
  g_autoptr (IjkTextTable) table = ijk_text_table_new (columns);

  for (guint i = 0; i < upgrade->figures->len; i++)
    {
      const IjkUpgradeFigure *figure = g_ptr_array_index (upgrade->figures, i);

      ijk_text_table_add (table, figure->scenario_name);
      ijk_text_table_add (table, figure->indicator);
      ijk_text_table_number (table, figure->year);
      ijk_text_table_number (table, figure->before);
      ijk_text_table_number (table, figure->after);
      ijk_text_table_add (table, figure->unit);
    }
  for (guint i = 0; i < upgrade->losses->len; i++)
    {
      const IjkUpgradeLoss *loss = g_ptr_array_index (upgrade->losses, i);

      fprintf (stderr, _("ijkpad: “%s” would lose %s: %s\n"), loss->scenario_name, loss->setting,
               loss->reason);
    }
  for (guint i = 0; i < upgrade->gone_units->len; i++)
    fprintf (stderr, _("ijkpad: the newer data do not have the installation %s\n"),
             (const char *) g_ptr_array_index (upgrade->gone_units, i));
  return ijk_command_write_table (table, format);
}

static guint
count_own_units (const IjkReference *reference)
{
  guint n = 0;

  for (guint i = 0; i < reference->n_units; i++)
    n += ijk_unit_is_own (reference, i);
  return n;
}

/* `ijkpad upgrade` */
int
ijk_command_upgrade (int    argc,
                     char **argv)
{
  g_autofree char *file = NULL;
  g_autofree char *format_text = NULL;
  g_autofree char *directory = NULL;
  g_autofree char *backup = NULL;
  gboolean is_applied = FALSE;
  const GOptionEntry entries[] = {
    { "file", 0, 0, G_OPTION_ARG_FILENAME, &file, FILE_HELP, N_("FILE") },
    { "apply", 0, 0, G_OPTION_ARG_NONE, &is_applied, N_("Take the data over, after a backup"),
      NULL },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format_text, N_("table (default), csv or json"),
      N_("FORMAT") },
    { "reference", 0, 0, G_OPTION_ARG_FILENAME, &directory, N_("Folder with the reference tables"),
      N_("DIR") },
    { NULL },
  };
  g_autoptr (GOptionContext) context
      = g_option_context_new (_("— what newer reference data would change in a workbook"));
  g_autoptr (IjkDataSet) data_set = NULL;
  g_autoptr (IjkWorkbook) workbook = NULL;
  g_autoptr (IjkUpgrade) upgrade = NULL;
  g_autoptr (GError) error = NULL;
  IjkFormat format = IJK_FORMAT_TABLE;
  int exit_code = IJK_EXIT_DONE;
  const IjkReference *reference = NULL;
  guint n_own = 0;

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!ijk_command_parse (context, &argc, &argv)
      || !ijk_command_read_format (format_text, (1u << IJK_N_FORMATS) - 1, &format))
    return IJK_EXIT_USAGE;
  if (argc > 1)
    return ijk_command_fail (IJK_EXIT_USAGE,
                             _("“%s” is not an option; name a workbook with --file"), argv[1]);
  data_set = ijk_command_load_data_set (directory);
  workbook = data_set != NULL ? ijk_command_open (file, IJK_WORKBOOK_DEFAULT) : NULL;
  if (workbook == NULL)
    return IJK_EXIT_FAILED;
  reference = ijk_workbook_get_reference (workbook);
  n_own = count_own_units (reference);
  upgrade = ijk_workbook_preview_upgrade (workbook, data_set, &error);
  if (upgrade == NULL)
    return ijk_command_fail_store (error);
  if (!upgrade->is_needed)
    {
      fputs (_("ijkpad: the workbook has these reference data already\n"), stderr);
      return IJK_EXIT_DONE;
    }
  exit_code = write_upgrade (upgrade, format);
  if (n_own > 0)
    fprintf (stderr,
             ngettext ("ijkpad: %u installation of your own is kept as you gave it\n",
                       "ijkpad: %u installations of your own are kept as you gave them\n", n_own),
             n_own);
  if (!is_applied || exit_code != IJK_EXIT_DONE)
    return exit_code;
  if (!ijk_workbook_apply_upgrade (workbook, data_set, &backup, &error))
    return ijk_command_fail_store (error);
  fprintf (stderr,
           _("ijkpad: the reference data are upgraded; the file as it was is kept as %s\n"),
           backup);
  return IJK_EXIT_DONE;
}
