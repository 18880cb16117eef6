/* What export and import need of a workbook: its data and scenarios, and saving them.
 *
 * Opening workbooks is not part of the program yet; until it is, each says so.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-command.h"

static int
fail_unable (const char *file)
{
  return ijk_command_fail (IJK_EXIT_FAILED,
                           "“%s” is not opened: this version of ijkpad has no workbooks yet", file);
}

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
  fail_unable (file);
  return NULL;
}

/**
 * ijk_command_load_scenario:
 * @file: a workbook
 * @name: of a scenario in it
 * @records: (out) (transfer full) (optional) (element-type IjkScenarioRecord): the scenario, its
 *   parent, and so on up
 *
 * Returns: (transfer full) (nullable): the scenario on the data of the workbook, with its parents;
 *   or %NULL after telling what is wrong
 */
IjkScenario *
ijk_command_load_scenario (const char *file,
                           const char *name,
                           GPtrArray **records)
{
  (void) name;
  if (records != NULL)
    *records = NULL;
  fail_unable (file);
  return NULL;
}

/* Makes @reference the data of the workbook. Returns: an exit code */
int
ijk_command_save_data (const char         *file,
                       const IjkReference *reference)
{
  (void) reference;
  return fail_unable (file);
}

/* Adds the scenarios (element-type IjkScenarioRecord) to the workbook; their ids are those of the
 * array alone. Returns: an exit code */
int
ijk_command_save_scenarios (const char      *file,
                            const GPtrArray *records)
{
  (void) records;
  return fail_unable (file);
}
