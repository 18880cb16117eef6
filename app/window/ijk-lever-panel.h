/* IjkLeverPanel: every lever under the agreement's headings, searchable, and what was changed.
 *
 * Under each heading stand the levers that matter most and those that are changed; a button shows
 * the rest. Rows are made when they are first seen, so that the window is there sooner.
 *
 * Signals: "edit-path" (gpointer key: const IjkLeverKey *): a path is to be edited in a window of
 * its own; "message" (const char *text): a sentence to show as a toast.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define IJK_TYPE_LEVER_PANEL (ijk_lever_panel_get_type ())
G_DECLARE_FINAL_TYPE (IjkLeverPanel, ijk_lever_panel, IJK, LEVER_PANEL, GtkWidget)

/* @ids: (array zero-terminated=1): ids of the levers that stand up front; none: the program's
 * choice. Before the session is set. */
void       ijk_lever_panel_set_favourites (IjkLeverPanel      *self,
                                           const char *const  *ids);
/* Sets the session; makes the rows when it has a reference. Once. */
void       ijk_lever_panel_set_session  (IjkLeverPanel     *self,
                                         IjkSession        *session);
void       ijk_lever_panel_start_search (IjkLeverPanel     *self);
void       ijk_lever_panel_set_search   (IjkLeverPanel     *self,
                                         const char        *text);
void       ijk_lever_panel_show_changed (IjkLeverPanel     *self,
                                         gboolean           shows_changed);
gboolean   ijk_lever_panel_shows_changed (IjkLeverPanel    *self);
/* Shows the row of a lever, opening what it is folded in, and puts the focus on it. */
gboolean   ijk_lever_panel_show_lever   (IjkLeverPanel     *self,
                                         const IjkLeverKey *key);
/* How many rows can be seen, scrolled to or not. */
guint      ijk_lever_panel_count_shown  (IjkLeverPanel     *self);

G_END_DECLS
