/* IjkChangedList: everything in which the scenario differs from the reference, line by line.
 *
 * Each line leads to its lever and, where the scenario in hand sets it itself, takes it back; what
 * comes from a parent scenario says so.
 *
 * Signals: "activated" (gpointer key: const IjkLeverKey *): lead me to this lever.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define IJK_TYPE_CHANGED_LIST (ijk_changed_list_get_type ())
G_DECLARE_FINAL_TYPE (IjkChangedList, ijk_changed_list, IJK, CHANGED_LIST, GtkWidget)

GtkWidget *ijk_changed_list_new    (IjkSession     *session);
/* Follows the scenario where it is seen. */
void       ijk_changed_list_update (IjkChangedList *self);
/* Settings of the scenario in hand itself. */
guint      ijk_changed_list_count  (IjkSession     *session);

G_END_DECLS
