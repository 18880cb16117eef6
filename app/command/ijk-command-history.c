/* `ijkpad history`: the edits of a workbook, newest first.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-command-workbook.h"

#include <glib/gi18n-lib.h>

static const char *
find_name (GPtrArray *records,
           gint64     id)
{
  for (guint i = 0; i < records->len; i++)
    {
      const IjkScenarioRecord *record = g_ptr_array_index (records, i);

      if (record->id == id)
        return record->name;
    }
  return "";
}

static int
write_history (GPtrArray *revisions,
               GPtrArray *records,
               IjkFormat  format)
{
  static const char *const columns[]
      = { "revision", "time", "scenario", "state", "changes", "label", NULL };
  g_autoptr (IjkTextTable) table = ijk_text_table_new (columns);

  for (guint i = 0; i < revisions->len; i++)
    {
      const IjkRevision *revision = g_ptr_array_index (revisions, i);
      g_autofree char *time = ijk_command_format_time (revision->time_us);

      ijk_text_table_addf (table, "%" G_GINT64_FORMAT, revision->id);
      ijk_text_table_add (table, time);
      ijk_text_table_add (table, find_name (records, revision->scenario_id));
      ijk_text_table_add_word (table, revision->is_current     ? N_("current")
                                      : revision->is_in_effect ? N_("in effect")
                                                               : N_("undone"));
      ijk_text_table_add (table, revision->changes);
      ijk_text_table_add (table, revision->label);
    }
  return ijk_command_write_table (table, format);
}

int
ijk_command_history (int    argc,
                     char **argv)
{
  g_autofree char *file = NULL;
  g_autofree char *format_text = NULL;
  int n_at_most = 0;
  const GOptionEntry entries[] = {
    { "file", 0, 0, G_OPTION_ARG_FILENAME, &file,
      N_("Workbook; without it the one in your data folder"), N_("FILE") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format_text, N_("table (default), csv or json"),
      N_("FORMAT") },
    { "count", 'n', 0, G_OPTION_ARG_INT, &n_at_most, N_("At most so many edits"), N_("N") },
    { NULL },
  };
  g_autoptr (GOptionContext) context
      = g_option_context_new (_("[SCENARIO] — the edits of a workbook, newest first"));
  g_autoptr (IjkWorkbook) workbook = NULL;
  g_autoptr (GPtrArray) revisions = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;
  IjkFormat format = IJK_FORMAT_TABLE;
  gint64 id = 0;

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_description (
      context,
      _("State: current is where a scenario stands, in effect what led there, undone what "
        "did not.\n“ijkpad scenario return” goes to any of them."));
  if (!ijk_command_parse (context, &argc, &argv)
      || !ijk_command_read_format (format_text, (1u << IJK_N_FORMATS) - 1, &format))
    return IJK_EXIT_USAGE;
  if (argc > 2 || n_at_most < 0)
    return ijk_command_fail (IJK_EXIT_USAGE, _("name at most one scenario, and a count above 0"));
  workbook = ijk_command_open (file, IJK_WORKBOOK_READ_ONLY);
  if (workbook == NULL)
    return IJK_EXIT_FAILED;
  if (argc == 2)
    {
      id = ijk_workbook_find_scenario (workbook, argv[1], NULL);
      if (id == 0)
        id = ijk_workbook_find_deleted (workbook, argv[1], NULL);
      if (id == 0)
        {
          (void) ijk_workbook_find_scenario (workbook, argv[1], &error);
          return ijk_command_fail_store (error);
        }
    }
  revisions = ijk_workbook_list_revisions (workbook, id, (guint) n_at_most, &error);
  records = revisions != NULL ? ijk_workbook_list_scenarios (workbook, TRUE, &error) : NULL;
  return records != NULL ? write_history (revisions, records, format)
                         : ijk_command_fail_store (error);
}
