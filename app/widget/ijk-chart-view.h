/* IjkChartView: a chart on the screen, that answers to pointer and keys.
 *
 * Shows an IjkChartSpec and knows nothing of the model. The picture is laid out and painted once for
 * a spec, size and style; year cursor, pointer and handles are painted above it.
 *
 * Properties:
 *   "year" (int, read-write, notifies): year of the cursor; 0 for none. Click, drag and the arrow keys
 *     set it: bind it both ways to the session's "year".
 *   "holds-axis" (boolean): while TRUE value axes grow but never shrink; set during a drag. When set
 *     to FALSE they settle on the data.
 *   "text-scale" (double): 1 by default, 1.4 for presenters.
 *   "has-words" (boolean): title and source inside the picture; FALSE in a card that shows them.
 *   "menu-model" (GMenuModel, nullable): context menu (right click, Shift+F10, Menu key).
 *
 * Signals:
 *   "part-activated" (guint part, guint index): a click on data. @part is an IjkPart: for
 *     IJK_PART_SERIES @index is the position in the spec's series, for IJK_PART_ROW and
 *     IJK_PART_BLOCK that of the row or block, for IJK_PART_GRID IJK_NO_INDEX.
 *   "handle-grabbed" (guint handle), "handle-released" (guint handle): a drag of a handle begins and
 *     ends; one step of undo.
 *   "plot-activated" (double x, double y): a double click in the plot where no handle is: data
 *     coordinates, for adding a point.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-chart-layout.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IJK_TYPE_CHART_VIEW (ijk_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (IjkChartView, ijk_chart_view, IJK, CHART_VIEW, GtkWidget)

GtkWidget            *ijk_chart_view_new           (void);

/* @spec: (transfer none) (nullable). Nothing is redrawn where it says the same as the one before. */
void                  ijk_chart_view_set_spec      (IjkChartView       *self,
                                                    const IjkChartSpec *spec);
const IjkChartSpec   *ijk_chart_view_get_spec      (IjkChartView       *self);
/* (transfer none) (nullable): of what was last drawn; NULL before. */
const IjkChartLayout *ijk_chart_view_get_layout    (IjkChartView       *self);

int                   ijk_chart_view_get_year      (IjkChartView       *self);
void                  ijk_chart_view_set_year      (IjkChartView       *self,
                                                    int                 year);
void                  ijk_chart_view_set_holds_axis (IjkChartView      *self,
                                                    gboolean            holds_axis);
void                  ijk_chart_view_set_text_scale (IjkChartView      *self,
                                                    double              text_scale);
void                  ijk_chart_view_set_has_words (IjkChartView       *self,
                                                    gboolean            has_words);
void                  ijk_chart_view_set_menu_model (IjkChartView      *self,
                                                    GMenuModel         *menu_model);

/* Gives the movable handles of the spec, in its order, an adjustment (value in axis units) and a label
 * for assistive technology each. Replaces what was there; n_handles 0 removes all. Arrays are
 * borrowed for the call, adjustments are kept. */
void                  ijk_chart_view_set_handles   (IjkChartView       *self,
                                                    GtkAdjustment     **adjustments,
                                                    const char *const  *labels,
                                                    guint               n_handles);
/* (transfer none) (nullable): the IjkHandle */
GtkWidget            *ijk_chart_view_get_handle    (IjkChartView       *self,
                                                    guint               handle);

/* The picture as it stands with the cursor, @scale device pixels a pixel, on the card's colour; for
 * the clipboard. (transfer full) (nullable): NULL before it has a size and a spec. */
GdkTexture           *ijk_chart_view_dup_texture   (IjkChartView       *self,
                                                    double              scale);

/* How often the picture below the cursor was painted; a test sees that the cursor alone does not. */
guint                 ijk_chart_view_get_n_paints  (IjkChartView       *self);

/* The style of charts that goes with the desktop's: light or dark, high contrast or not. */
IjkStyle              ijk_chart_view_get_style     (void);

G_END_DECLS
