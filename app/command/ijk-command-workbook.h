/* What the commands on a workbook share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-command.h"
#include "ijk-text-table.h"
#include "ijk-workbook.h"

G_BEGIN_DECLS

int ijk_command_scenario (int argc, char **argv);
int ijk_command_history  (int argc, char **argv);
int ijk_command_create   (int argc, char **argv);
int ijk_command_check    (int argc, char **argv);
int ijk_command_recover  (int argc, char **argv);
int ijk_command_upgrade  (int argc, char **argv);

IjkDataSet  *ijk_command_load_data_set (const char   *directory);
IjkWorkbook *ijk_command_open          (const char   *file,
                                        IjkWorkbookFlags flags);
int          ijk_command_fail_store    (const GError *error);
char        *ijk_command_format_time   (gint64        time_us);
int          ijk_command_write_table   (IjkTextTable *table,
                                        IjkFormat     format);

G_END_DECLS
