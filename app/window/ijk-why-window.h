/* IjkWhyWindow: why a number is what it is, and which policy made the difference.
 *
 * Stands beside the window that it was asked from and follows the scenario in hand: move a lever, and
 * what is open moves along. Escape closes it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-session.h"
#include "ijk-why-view.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define IJK_TYPE_WHY_WINDOW (ijk_why_window_get_type ())
G_DECLARE_FINAL_TYPE (IjkWhyWindow, ijk_why_window, IJK, WHY_WINDOW, AdwWindow)

GtkWindow  *ijk_why_window_new      (IjkSession   *session);
/* @numbers: (element-type IjkNamedNumber): at least one; of the session's reference */
void        ijk_why_window_ask      (IjkWhyWindow *self,
                                     GPtrArray    *numbers,
                                     guint         selected);
IjkWhyView *ijk_why_window_get_view (IjkWhyWindow *self);
/* All of it as plain text. (transfer full) */
char       *ijk_why_window_dup_text (IjkWhyWindow *self);

G_END_DECLS
