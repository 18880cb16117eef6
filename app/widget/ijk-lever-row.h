/* IjkLeverRow: one lever as a row of a boxed list: name, value, slider, and what there is to know.
 *
 * What the row shows follows from the kind of lever: slider and spin button, drop-down, mode and
 * sparkline, or, for IJK_LEVER_PROJECT, a switch and a year. It writes only to the session.
 *
 * Properties: "session" (IjkSession, construct-only); "is-changed" (boolean, read-only, notifies): the
 * scenario says other than would hold without its setting.
 * Signals: "edit-path": open the editor for ijk_lever_row_get_key(); "message" (const char *text): a
 * sentence to show as a toast, such as why a value was refused.
 * Actions: "lever.reset" (Ctrl+R).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IJK_TYPE_LEVER_ROW (ijk_lever_row_get_type ())
G_DECLARE_FINAL_TYPE (IjkLeverRow, ijk_lever_row, IJK, LEVER_ROW, GtkListBoxRow)

/* @key: copied. The session must have a reference; make rows anew when notify::reference comes. */
GtkWidget         *ijk_lever_row_new       (IjkSession        *session,
                                            const IjkLeverKey *key);
const IjkLeverKey *ijk_lever_row_get_key   (IjkLeverRow       *self);
/* Changes what the lever is set on: nation, a sector, a company. */
void               ijk_lever_row_set_key   (IjkLeverRow       *self,
                                            const IjkLeverKey *key);
gboolean           ijk_lever_row_is_changed (IjkLeverRow      *self);
void               ijk_lever_row_reset     (IjkLeverRow       *self);
/* Whether name, id or help hold all the words of @search, in any order and letter case, or a word of
 * @heading begins with them. @heading: (nullable): what else the lever can be found by */
gboolean           ijk_lever_row_matches   (IjkLeverRow       *self,
                                            const char        *search,
                                            const char        *heading);
/* Puts focus on the part that changes the value and scrolls it into view. */
void               ijk_lever_row_focus     (IjkLeverRow       *self);

G_END_DECLS
