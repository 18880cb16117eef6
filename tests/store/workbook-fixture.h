/* A workbook in a temporary directory of its own, removed with everything in it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-workbook.h"

G_BEGIN_DECLS

typedef struct
{
  char *folder;          /* (owned) */
  char *path;            /* (owned) of the workbook */
  IjkDataSet *data_set;  /* (owned) */
  IjkWorkbook *workbook; /* (owned) (nullable) */
} Fixture;

void    fixture_set_up      (Fixture *self, gconstpointer data);
void    fixture_tear_down   (Fixture *self, gconstpointer data);
void    fixture_close       (Fixture *self);
void    fixture_reopen      (Fixture *self);
void    fixture_run_sql     (Fixture *self, const char *sql);
char   *fixture_name        (Fixture *self, const char *name);
gint64  fixture_duplicate   (Fixture *self, const char *name, const char *new_name);
gint64  fixture_set         (Fixture *self, gint64 scenario_id, const char *setting);
char   *fixture_describe    (IjkWorkbook *workbook, gint64 scenario_id);

#define fixture_add(path, function)                                                                \
  g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

G_END_DECLS
