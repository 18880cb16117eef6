/* The program's window in a test: one application, one window, a workbook of its own for each test.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-window-private.h"

G_BEGIN_DECLS

typedef struct
{
  IjkWindow *window;   /* borrowed from the application */
  IjkSession *session; /* borrowed from the application */
  char *folder;        /* (owned) */
} Fixture;

/* Starts GTK and the application; without a display says so in TAP and ends the program. Runs the
 * tests, closes the window and looks that nothing of the application is left. */
int      window_test_main   (int           *argc,
                             char        ***argv,
                             void         (*add_tests) (void));
void     window_test_add    (const char    *path,
                             void         (*test) (Fixture *fixture));

GSettings      *window_test_settings (void);
IjkApplication *window_test_application (void);

/* Runs the main loop until @is_true says so; fails after ten seconds. */
void     wait_until         (gboolean     (*is_true) (gpointer data),
                             gpointer       data);
/* Runs the main loop for a while: for what must not happen. */
void     wait_ms            (guint          ms);
void     wait_for_result    (Fixture       *fixture);

/* The window that is open beside @window; waits for it. */
GtkWindow *wait_for_dialog  (Fixture       *fixture);
void     activate           (Fixture       *fixture,
                             const char    *detailed_action);
/* (transfer none) (nullable): the first widget of that type below @widget that is mapped */
GtkWidget *find_below       (GtkWidget     *widget,
                             GType          type);
void     set_number         (Fixture       *fixture,
                             IjkLeverId     lever,
                             double         number);

G_END_DECLS
