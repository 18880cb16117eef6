/* The verbs of `ijkpad scenario`, and the options they share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-command-workbook.h"

G_BEGIN_DECLS

/* The options of all verbs; the table of verbs says which of them one takes. */
typedef struct
{
  char *file;
  char *format_text;
  char *kind;
  char *parent;
  char *description;
  char *note;
  char *label;
  char **set;
  char **unset;
  gboolean is_with_deleted;
  IjkFormat format;
} IjkScenarioOptions;

/* Each gets as many arguments as it needs, and returns an exit code. */
typedef int (*IjkScenarioVerb) (IjkWorkbook              *workbook,
                                const IjkScenarioOptions *options,
                                char                    **arguments);

int ijk_scenario_verb_list (IjkWorkbook              *workbook,
                            const IjkScenarioOptions *options,
                            char                    **arguments);
int ijk_scenario_verb_show (IjkWorkbook              *workbook,
                            const IjkScenarioOptions *options,
                            char                    **arguments);
int ijk_scenario_verb_diff (IjkWorkbook              *workbook,
                            const IjkScenarioOptions *options,
                            char                    **arguments);
int ijk_scenario_verb_make (IjkWorkbook              *workbook,
                            const IjkScenarioOptions *options,
                            char                    **arguments);
int ijk_scenario_verb_set (IjkWorkbook              *workbook,
                           const IjkScenarioOptions *options,
                           char                    **arguments);
int ijk_scenario_verb_describe (IjkWorkbook              *workbook,
                                const IjkScenarioOptions *options,
                                char                    **arguments);
int ijk_scenario_verb_move (IjkWorkbook              *workbook,
                            const IjkScenarioOptions *options,
                            char                    **arguments);
int ijk_scenario_verb_duplicate (IjkWorkbook              *workbook,
                                 const IjkScenarioOptions *options,
                                 char                    **arguments);
int ijk_scenario_verb_rename (IjkWorkbook              *workbook,
                              const IjkScenarioOptions *options,
                              char                    **arguments);
int ijk_scenario_verb_delete (IjkWorkbook              *workbook,
                              const IjkScenarioOptions *options,
                              char                    **arguments);
int ijk_scenario_verb_undo (IjkWorkbook              *workbook,
                            const IjkScenarioOptions *options,
                            char                    **arguments);
int ijk_scenario_verb_redo (IjkWorkbook              *workbook,
                            const IjkScenarioOptions *options,
                            char                    **arguments);
int ijk_scenario_verb_return_to (IjkWorkbook              *workbook,
                                 const IjkScenarioOptions *options,
                                 char                    **arguments);

G_END_DECLS
