/* IjkCompanyCell: one cell of the table of companies: words, a number, a sector with its colour, or a
 * small chart. Recycled with its row: it holds nothing but what it shows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-company-table.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IJK_TYPE_COMPANY_CELL (ijk_company_cell_get_type ())
G_DECLARE_FINAL_TYPE (IjkCompanyCell, ijk_company_cell, IJK, COMPANY_CELL, GtkWidget)

GtkWidget *ijk_company_cell_new    (IjkCompanyColumn       column);
IjkCompanyColumn ijk_company_cell_get_column (IjkCompanyCell *self);
/* Shows the row at @position among those shown; only what differs is drawn again. */
void       ijk_company_cell_update (IjkCompanyCell        *self,
                                    const IjkCompanyTable *table,
                                    guint                  position);

G_END_DECLS
