/* The verbs of `ijkpad scenario` that only read: list, show, diff.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-command-scenario.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

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

int
ijk_scenario_verb_list (IjkWorkbook              *workbook,
                        const IjkScenarioOptions *options,
                        char                    **arguments)
{
  static const char *const columns[]
      = { "id", "name", "kind", "under", "shipped", "changed", NULL };
  g_autoptr (IjkTextTable) table = ijk_text_table_new (columns);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records
      = ijk_workbook_list_scenarios (workbook, options->is_with_deleted, &error);

  (void) arguments;
  if (records == NULL)
    return ijk_command_fail_store (error);
  for (guint i = 0; i < records->len; i++)
    {
      const IjkScenarioRecord *record = g_ptr_array_index (records, i);
      g_autofree char *changed = ijk_command_format_time (record->changed_us);

      ijk_text_table_addf (table, "%" G_GINT64_FORMAT, record->id);
      ijk_text_table_add (table, record->name);
      ijk_text_table_add (table, ijk_scenario_kind_ids[record->kind]);
      ijk_text_table_add (table, find_name (records, record->parent_id));
      ijk_text_table_add_word (table, record->is_template ? N_("yes") : N_("no"));
      ijk_text_table_add (table, changed);
    }
  return ijk_command_write_table (table, options->format);
}

/* What stands above the settings in the readable form. */
static char *
describe_record (IjkWorkbook             *workbook,
                 const IjkScenarioRecord *record,
                 gint64                   revision_id)
{
  g_autoptr (IjkScenarioRecord) parent
      = record->parent_id != 0
            ? ijk_workbook_get_scenario (workbook, record->parent_id, NULL, NULL)
            : NULL;
  g_autofree char *changed = ijk_command_format_time (record->changed_us);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s\n", record->name);
  /* Translators: these four lines stand below each other, their second column aligned. */
  g_string_append_printf (text,
                          record->is_template ? _("  kind      %s, shipped with the program\n")
                                              : _("  kind      %s\n"),
                          ijk_scenario_kind_ids[record->kind]);
  if (parent != NULL)
    g_string_append_printf (text, _("  under     %s\n"), parent->name);
  g_string_append_printf (text, _("  changed   %s\n"), changed);
  g_string_append_printf (text, _("  revision  %" PRId64 "\n"), revision_id);
  if (*record->description != '\0')
    g_string_append_printf (text, "\n%s\n", record->description);
  if (*record->note != '\0')
    g_string_append_printf (text, _("\nNote: %s\n"), record->note);
  g_string_append_c (text, '\n');
  return g_string_free (text, FALSE);
}

int
ijk_scenario_verb_show (IjkWorkbook              *workbook,
                        const IjkScenarioOptions *options,
                        char                    **arguments)
{
  static const char *const columns[] = { "setting", "value", "unit", NULL };
  const IjkReference *reference = ijk_workbook_get_reference (workbook);
  g_autoptr (IjkTextTable) table = ijk_text_table_new (columns);
  g_autoptr (IjkScenarioRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *head = NULL;
  const gint64 id = ijk_workbook_find_scenario (workbook, arguments[0], &error);
  gint64 revision_id = 0;

  record = id != 0 ? ijk_workbook_get_scenario (workbook, id, &revision_id, &error) : NULL;
  if (record == NULL)
    return ijk_command_fail_store (error);
  for (guint i = 0; i < record->settings->len; i++)
    {
      const IjkLeverSetting *setting = &g_array_index (record->settings, IjkLeverSetting, i);
      const IjkLever *lever = &reference->levers[setting->key.lever];
      g_autofree char *key = ijk_lever_key_to_string (reference, &setting->key);
      g_autofree char *value = ijk_lever_value_to_string (lever, &setting->value);

      ijk_text_table_add (table, key);
      ijk_text_table_add (table, value);
      ijk_text_table_add (table, lever->kind == IJK_LEVER_KIND_SWITCH ? "" : lever->unit);
    }
  if (options->format == IJK_FORMAT_TABLE)
    {
      head = describe_record (workbook, record, revision_id);
      if (ijk_command_write (head, strlen (head), NULL) != IJK_EXIT_DONE)
        return IJK_EXIT_FAILED;
    }
  return ijk_command_write_table (table, options->format);
}

int
ijk_scenario_verb_diff (IjkWorkbook              *workbook,
                        const IjkScenarioOptions *options,
                        char                    **arguments)
{
  static const char *const columns[] = { "setting", "a", "b", NULL };
  g_autoptr (IjkTextTable) table = ijk_text_table_new (columns);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) differences = NULL;
  const gint64 a = ijk_workbook_find_scenario (workbook, arguments[0], &error);
  const gint64 b = a != 0 ? ijk_workbook_find_scenario (workbook, arguments[1], &error) : 0;

  ijk_text_table_set_heading (table, 1, arguments[0]);
  ijk_text_table_set_heading (table, 2, arguments[1]);
  differences = b != 0 ? ijk_workbook_diff (workbook, a, b, &error) : NULL;
  if (differences == NULL)
    return ijk_command_fail_store (error);
  for (guint i = 0; i < differences->len; i++)
    {
      const IjkDifference *difference = g_ptr_array_index (differences, i);

      ijk_text_table_add (table, difference->key);
      ijk_text_table_add (table, difference->a);
      ijk_text_table_add (table, difference->b);
    }
  return ijk_command_write_table (table, options->format);
}
