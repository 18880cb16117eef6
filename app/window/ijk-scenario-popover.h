/* IjkScenarioPopover: the scenarios of the workbook: choose, compare with, and what can be done to
 * each.
 *
 * It does nothing itself: every row and button is an action of the window.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define IJK_TYPE_SCENARIO_POPOVER (ijk_scenario_popover_get_type ())
G_DECLARE_FINAL_TYPE (IjkScenarioPopover, ijk_scenario_popover, IJK, SCENARIO_POPOVER, GtkPopover)

GtkWidget *ijk_scenario_popover_new    (IjkSession         *session);
/* Makes the list anew. */
void       ijk_scenario_popover_update (IjkScenarioPopover *self);

G_END_DECLS
