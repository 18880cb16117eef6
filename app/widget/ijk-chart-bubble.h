/* The dark bubble beside the cursor: what a chart says at one place.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-chart-hit.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @y_px: where the pointer is, for a field that has a value at each height; NAN: at the stop's own.
 *
 * Draws the bubble of a stop above a chart, clear of the data where there is room.
 * Nothing where the chart says nothing there. */
void  ijk_chart_bubble_snapshot (const IjkChartLayout *layout,
                                 guint                 stop,
                                 double                y_px,
                                 IjkStyle              style,
                                 GtkWidget            *widget,
                                 GtkSnapshot          *snapshot);

/* The same in words, for assistive technology. (transfer full) */
char *ijk_chart_bubble_describe (const IjkChartLayout *layout,
                                 guint                 stop);

G_END_DECLS
