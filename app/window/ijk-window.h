/* IjkWindow: the one window: header bar, levers at the left, the view beside them.
 *
 * It shows a session and keeps nothing of it. What it does with the session stands in the files
 * ijk-window-*.c, one a subject.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-application.h"

G_BEGIN_DECLS

#define IJK_TYPE_WINDOW (ijk_window_get_type ())
G_DECLARE_FINAL_TYPE (IjkWindow, ijk_window, IJK, WINDOW, AdwApplicationWindow)

IjkWindow  *ijk_window_new       (IjkApplication *application);
IjkSession *ijk_window_get_session (IjkWindow    *self);

/* Opens a workbook, or shows the import of a table, by the name of the file. */
void        ijk_window_open_file (IjkWindow      *self,
                                  GFile          *file);

/* Opens the first and says so if there are more. */
void        ijk_window_open_files (IjkWindow     *self,
                                   GFile        **files,
                                   guint          n_files);

/* Opens the workbook that is to be there when none is named; makes it the first time. */
void        ijk_window_open_first (IjkWindow     *self);

/* A sentence that goes away by itself. */
void        ijk_window_say       (IjkWindow      *self,
                                  const char     *sentence);
/* The same with a button that does @action (detailed name). */
void        ijk_window_offer     (IjkWindow      *self,
                                  const char     *sentence,
                                  const char     *button,
                                  const char     *action);

G_END_DECLS
