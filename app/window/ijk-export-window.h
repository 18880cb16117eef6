/* IjkExportWindow: a figure as it will be in its file, and the choices about it.
 *
 * Opens with what was chosen last and the focus on Save, so that one key goes on to the name of the
 * file. Closes when the file is written; what goes wrong is said in the window, which stays.
 *
 * Signal: "saved" (const char *path).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-publication.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define IJK_TYPE_EXPORT_WINDOW (ijk_export_window_get_type ())
G_DECLARE_FINAL_TYPE (IjkExportWindow, ijk_export_window, IJK, EXPORT_WINDOW, AdwWindow)

/* @publication: (transfer full) */
GtkWidget *ijk_export_window_new       (GtkWindow       *parent,
                                        GSettings       *settings,
                                        IjkPublication  *publication);
/* What is chosen now. */
void       ijk_export_window_get_choice (IjkExportWindow      *self,
                                         IjkPublicationChoice *choice);
/* As when that file is named in the dialog. Returns FALSE if it was not written; then the window says
 * why. */
gboolean   ijk_export_window_save_as   (IjkExportWindow *self,
                                        const char      *path);

G_END_DECLS
