/* IjkChartGrid: one, two or four cards, in one column or two as the width allows.
 *
 * Cards get at least a height at which a chart can be read; what is beyond that is shared. One card can
 * fill the whole. The first row is a little higher and its first card wider: what matters most stands
 * there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IJK_MAX_CARDS 4

#define IJK_TYPE_CHART_GRID (ijk_chart_grid_get_type ())
G_DECLARE_FINAL_TYPE (IjkChartGrid, ijk_chart_grid, IJK, CHART_GRID, GtkWidget)

GtkWidget *ijk_chart_grid_new        (void);
void       ijk_chart_grid_append     (IjkChartGrid *self,
                                      GtkWidget    *card);
void       ijk_chart_grid_clear      (IjkChartGrid *self);
/* @card: (nullable): the one that fills the grid; NULL: all are seen */
void       ijk_chart_grid_set_filled (IjkChartGrid *self,
                                      GtkWidget    *card);
GtkWidget *ijk_chart_grid_get_filled (IjkChartGrid *self);
guint      ijk_chart_grid_get_n_columns (IjkChartGrid *self);

G_END_DECLS
