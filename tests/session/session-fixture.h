/* A session on a workbook in a temporary directory of its own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-session-private.h"

G_BEGIN_DECLS

typedef struct
{
  char *folder;          /* (owned) */
  char *path;            /* (owned) of the workbook */
  IjkDataSet *data_set;  /* (owned) */
  IjkSession *session;   /* (owned) (nullable) */
  guint n_results;       /* notifications of "result" */
  guint n_failures;
  char *last_failure;    /* (owned) (nullable) */
} Fixture;

void     fixture_set_up       (Fixture *self, gconstpointer data);
void     fixture_tear_down    (Fixture *self, gconstpointer data);
void     fixture_close        (Fixture *self);
void     fixture_reopen       (Fixture *self);
IjkSession *fixture_open_second (Fixture *self);
void     fixture_settle       (Fixture *self);
gboolean fixture_set          (Fixture *self, const char *setting);
gint64   fixture_edit         (Fixture *self, IjkSessionEdit edit, gint64 id, const char *text);
gint64   fixture_find         (Fixture *self, const char *name);
double   fixture_number       (Fixture *self, IjkLeverId lever);
GPtrArray *fixture_history    (Fixture *self);
void     fixture_wait         (GAsyncResult **result);
void     fixture_keep_cb      (GObject *source, GAsyncResult *result, gpointer data);
void     fixture_select       (Fixture *self, gint64 id);
void     fixture_later        (void);
gint64   fixture_make         (Fixture *self, const char *name);
void     fixture_run_sql      (Fixture *self, const char *sql);
char    *fixture_open_error   (Fixture *self, const char *path);
void     fixture_close_session (IjkSession *session);
IjkSession *fixture_swap      (Fixture *self, IjkSession *session);

/* Time that only moves when told to. */
extern gint64 fixture_time_us;

#define fixture_add(path, function)                                                                \
  g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

G_END_DECLS
