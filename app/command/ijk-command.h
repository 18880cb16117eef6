/* The commands of `ijkpad`, and what they share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-scenario.h"

G_BEGIN_DECLS

/* Exit codes. */
enum
{
  IJK_EXIT_DONE = 0,
  IJK_EXIT_FAILED = 1,
  IJK_EXIT_USAGE = 2,
};

typedef enum
{
  IJK_FORMAT_TABLE,
  IJK_FORMAT_CSV,
  IJK_FORMAT_JSON,
  IJK_N_FORMATS,
} IjkFormat;

typedef struct
{
  const char *name;
  const char *summary;
  int (*run) (int argc, char **argv);
} IjkCommand;

int ijk_command_main (int argc, char **argv);
int ijk_command_run  (int argc, char **argv);
int ijk_command_levy (int argc, char **argv);
int ijk_command_list (int argc, char **argv);
int ijk_command_export (int argc, char **argv);
int ijk_command_import (int argc, char **argv);
int ijk_command_figure (int argc, char **argv);
int ijk_command_explain (int argc, char **argv);

gboolean      ijk_command_parse       (GOptionContext  *context,
                                       int             *argc,
                                       char          ***argv);
gboolean      ijk_command_check_name  (const char      *name);
gboolean      ijk_command_read_format (const char      *text,
                                       guint            allowed,
                                       IjkFormat       *format);
char         *ijk_command_find_reference (const char   *directory);
IjkReference *ijk_command_load        (const char      *directory);
IjkScenario  *ijk_command_set_levers  (const IjkScenario *scenario,
                                       char           **settings);
int           ijk_command_fail        (int              exit_code,
                                       const char      *format,
                                       ...) G_GNUC_PRINTF (2, 3);
char         *ijk_command_read_file   (const char      *path,
                                       gsize           *length,
                                       GError         **error);
void          ijk_command_guard_output (void);
int           ijk_command_write       (const char      *text,
                                       gsize            length,
                                       const char      *path);

/* What a workbook holds. */
IjkReference *ijk_command_load_data      (const char      *file);
IjkScenario  *ijk_command_load_scenario  (const char      *file,
                                          const char      *name,
                                          GPtrArray      **records,
                                          int             *exit_code);
int           ijk_command_save_data      (const char      *file,
                                          const IjkReference *reference);
int           ijk_command_save_scenarios (const char      *file,
                                          const GPtrArray *records);

G_END_DECLS
