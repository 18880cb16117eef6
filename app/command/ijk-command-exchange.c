/* What run, export and import need of a workbook: its data and scenarios, and saving them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-command-workbook.h"

#include "ijk-scenario-record.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

/**
 * ijk_command_load_data:
 * @file: a workbook
 *
 * Returns: (transfer full) (nullable): the reference data it holds, or %NULL after telling what is
 *   wrong
 */
IjkReference *
ijk_command_load_data (const char *file)
{
  g_autoptr (IjkWorkbook) workbook = ijk_command_open (file, IJK_WORKBOOK_READ_ONLY);

  return workbook != NULL ? ijk_reference_ref (ijk_workbook_get_reference (workbook)) : NULL;
}

/* The scenario, its parent, and so on up. */
static GPtrArray *
read_records (IjkWorkbook *workbook,
              gint64       id,
              GError     **error)
{
  g_autoptr (GPtrArray) records
      = g_ptr_array_new_with_free_func ((GDestroyNotify) ijk_scenario_record_free);

  while (id != 0)
    {
      IjkScenarioRecord *record = ijk_workbook_get_scenario (workbook, id, NULL, error);

      if (record == NULL)
        return NULL;
      g_ptr_array_add (records, record);
      id = record->parent_id;
    }
  return g_steal_pointer (&records);
}

/**
 * ijk_command_load_scenario:
 * @file: (nullable): a workbook; %NULL for the default one
 * @name: (nullable): of a scenario in it; %NULL for one that sets nothing
 * @records: (out) (transfer full) (optional) (element-type IjkScenarioRecord): the scenario, its
 *   parent, and so on up
 * @exit_code: (out): what to exit with on failure
 *
 * Returns: (transfer full) (nullable): the scenario on the data of the workbook, with its parents;
 *   or %NULL after telling what is wrong
 */
IjkScenario *
ijk_command_load_scenario (const char *file,
                           const char *name,
                           GPtrArray **records,
                           int        *exit_code)
{
  g_autoptr (IjkWorkbook) workbook = ijk_command_open (file, IJK_WORKBOOK_READ_ONLY);
  g_autoptr (IjkScenario) scenario = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  *exit_code = IJK_EXIT_FAILED;
  if (records != NULL)
    *records = NULL;
  if (workbook == NULL)
    return NULL;
  if (name == NULL)
    return ijk_scenario_new (ijk_workbook_get_reference (workbook), NULL);
  id = ijk_workbook_find_scenario (workbook, name, &error);
  if (id != 0)
    scenario = ijk_workbook_load_scenario (workbook, id, NULL, &error);
  if (scenario != NULL && records != NULL)
    *records = read_records (workbook, id, &error);
  if (error == NULL)
    return g_steal_pointer (&scenario);
  *exit_code = ijk_command_fail_store (error);
  return NULL;
}

/* Makes @reference the data of the workbook, after a backup. Returns: an exit code */
int
ijk_command_save_data (const char         *file,
                       const IjkReference *reference)
{
  g_autoptr (IjkWorkbook) workbook = ijk_command_open (file, IJK_WORKBOOK_DEFAULT);
  g_autoptr (GPtrArray) losses = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *backup = NULL;

  if (workbook == NULL)
    return IJK_EXIT_FAILED;
  losses = ijk_workbook_list_losses (workbook, reference, &error);
  if (losses == NULL
      || !ijk_workbook_change_units (workbook, reference, _("Import of installations"), NULL,
                                     &backup, &error))
    return ijk_command_fail_store (error);
  for (guint i = 0; i < losses->len; i++)
    {
      const IjkUpgradeLoss *loss = g_ptr_array_index (losses, i);

      /* Translators: a scenario, a setting as in “kappa=0.5”, a sentence. */
      fprintf (stderr, _("ijkpad: “%s” has lost %s: %s\n"), loss->scenario_name, loss->setting,
               loss->reason);
    }
  fprintf (stderr, _("ijkpad: the installations are saved; the file as it was is kept as %s\n"),
           backup);
  return IJK_EXIT_DONE;
}

/* Names must be free before anything is saved, so that nothing is saved by halves. */
static gboolean
check_names_are_free (IjkWorkbook     *workbook,
                      const GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    {
      const IjkScenarioRecord *record = g_ptr_array_index (records, i);

      if (ijk_workbook_find_scenario (workbook, record->name, NULL) != 0)
        return ijk_command_fail (
            FALSE, _("the workbook has a scenario “%s” already; rename one of the two"),
            record->name);
    }
  return TRUE;
}

/**
 * ijk_command_save_scenarios:
 * @file: a workbook
 * @records: (element-type IjkScenarioRecord): scenarios whose ids are those of the array alone
 *
 * Adds the scenarios to the workbook, parents before children.
 *
 * Returns: an exit code
 */
int
ijk_command_save_scenarios (const char      *file,
                            const GPtrArray *records)
{
  g_autoptr (IjkWorkbook) workbook = ijk_command_open (file, IJK_WORKBOOK_DEFAULT);
  g_autoptr (GHashTable) saved
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  guint n_saved = 0;

  if (workbook == NULL || !check_names_are_free (workbook, records))
    return IJK_EXIT_FAILED;
  /* A pass saves every record whose parent is there; as there are no cycles, each saves one. */
  for (guint pass = 0; pass < records->len && n_saved < records->len; pass++)
    for (guint i = 0; i < records->len; i++)
      {
        const IjkScenarioRecord *record = g_ptr_array_index (records, i);
        const gint64 *parent = g_hash_table_lookup (saved, &record->parent_id);
        g_autoptr (IjkScenarioRecord) copy = NULL;
        g_autoptr (GError) error = NULL;
        gint64 id = 0;

        if (g_hash_table_contains (saved, &record->id) || (record->parent_id != 0 && parent == NULL))
          continue;
        copy = ijk_scenario_record_copy (record);
        copy->parent_id = parent != NULL ? *parent : 0;
        id = ijk_workbook_create_scenario (workbook, copy, _("Import"), &error);
        if (id == 0)
          return ijk_command_fail_store (error);
        g_hash_table_insert (saved, g_memdup2 (&record->id, sizeof record->id),
                             g_memdup2 (&id, sizeof id));
        n_saved++;
      }
  fprintf (stderr, _("ijkpad: scenarios saved: %u\n"), n_saved);
  return IJK_EXIT_DONE;
}
