/* A table of installations: what it would change, before it does.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define IJK_TYPE_IMPORT_WINDOW (ijk_import_window_get_type ())
G_DECLARE_FINAL_TYPE (IjkImportWindow, ijk_import_window, IJK, IMPORT_WINDOW, AdwWindow)

/* Reads the file and shows the preview, or the sentence that says why it cannot be read. */
GtkWidget *ijk_import_window_show (GtkWindow  *parent,
                                   IjkSession *session,
                                   const char *path);

G_END_DECLS
