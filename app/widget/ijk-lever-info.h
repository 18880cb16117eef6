/* What there is to know about a lever: a popover with help, range, source and status.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-lever-reading.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget  *ijk_lever_info_new    (const IjkScenario *scenario,
                                   const IjkLeverKey *key);

/* A small label that says how well a figure is known, in words and colour. */
GtkWidget  *ijk_status_chip_new   (IjkStatus          status);

G_END_DECLS
