/* ijk-figure-table-view
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-figure-table-view.h"

#pragma GCC diagnostic ignored "-Wunused-parameter"

struct _IjkFigureTableView
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (IjkFigureTableView, ijk_figure_table_view, GTK_TYPE_WIDGET)

static void
ijk_figure_table_view_class_init (IjkFigureTableViewClass *klass)
{
  (void) klass;
}

static void
ijk_figure_table_view_init (IjkFigureTableView *self)
{
}

GtkWidget            *
ijk_figure_table_view_new (void)
{
  return NULL;
}

void
ijk_figure_table_view_set_table (IjkFigureTableView *self, IjkFigureTable *table)
{
}

const IjkFigureTable *
ijk_figure_table_view_get_table (IjkFigureTableView *self)
{
  return NULL;
}

char                 *
ijk_figure_table_to_tsv (const IjkFigureTable *table)
{
  return NULL;
}
