/* IjkFigureTableView: the numbers of a figure as a table, with the same rounding as the chart.
 *
 * Ctrl+C copies the whole table as tab-separated text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-figure-table.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IJK_TYPE_FIGURE_TABLE_VIEW (ijk_figure_table_view_get_type ())
G_DECLARE_FINAL_TYPE (IjkFigureTableView, ijk_figure_table_view, IJK, FIGURE_TABLE_VIEW, GtkWidget)

GtkWidget            *ijk_figure_table_view_new       (void);
/* @table: (transfer full) (nullable) */
void                  ijk_figure_table_view_set_table (IjkFigureTableView *self,
                                                       IjkFigureTable     *table);
/* The year whose row is pointed out and kept in sight, in tables of years; 0 = none. */
void                  ijk_figure_table_view_set_year  (IjkFigureTableView *self,
                                                       int                 year);
const IjkFigureTable *ijk_figure_table_view_get_table (IjkFigureTableView *self);

/* As people paste into a spreadsheet: headings with units, tabs, numbers as the screen writes them but
 * without thousands separators. (transfer full) */
char                 *ijk_figure_table_to_tsv         (const IjkFigureTable *table);

G_END_DECLS
