/* IjkHistoryWindow: every edit of the scenario in hand, and the way back to each.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define IJK_TYPE_HISTORY_WINDOW (ijk_history_window_get_type ())
G_DECLARE_FINAL_TYPE (IjkHistoryWindow, ijk_history_window, IJK, HISTORY_WINDOW, AdwWindow)

GtkWidget *ijk_history_window_new (IjkSession *session);

G_END_DECLS
