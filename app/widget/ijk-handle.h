/* IjkHandle: one point of a path that keys and assistive technology can move.
 *
 * A GtkRange, because on GTK 4.8 only that exports its value. It draws a dot and takes focus but no
 * pointer: its chart view moves the same adjustment. Up and Down move by the adjustment's step, Page
 * keys by its page.
 *
 * Signals, all action signals: "reset" (Home), "remove" (Delete), "insert" (Insert), "edit" (Enter).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IJK_TYPE_HANDLE (ijk_handle_get_type ())
G_DECLARE_FINAL_TYPE (IjkHandle, ijk_handle, IJK, HANDLE, GtkRange)

/* @label: what it sets: "Reduction factor, 2030" */
GtkWidget *ijk_handle_new       (GtkAdjustment  *adjustment,
                                       const char     *label);
void       ijk_handle_set_label (IjkHandle *self,
                                       const char     *label);

G_END_DECLS
