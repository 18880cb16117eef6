/* A question that is answered with a line or a few lines of text: names and descriptions.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* @text: what was written; borrowed for the call */
typedef void (*IjkTextFunc) (gpointer    user_data,
                             const char *text);

/* Calls @answered once if a person writes something and agrees; it is not called when @object,
 * which is handed to it, is gone by then. */
GtkWindow *ijk_text_dialog_show (GtkWindow   *parent,
                                 const char  *title,
                                 const char  *body,
                                 const char  *text,
                                 const char  *agree,
                                 gboolean     has_lines,
                                 IjkTextFunc  answered,
                                 GObject     *object);

G_END_DECLS
