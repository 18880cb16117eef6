/* IjkCompanyTableView: the table of companies with its search, filters, totals and menu.
 *
 * Follows the session: every run and every year shows at once in the rows on the screen. The company
 * of the selected row is the company of the session.
 *
 * Properties: "session" (IjkSession, construct-only); "columns" (GStrv of column ids, read-write,
 * notifies): which are chosen; where there is no room for all of them, some are not seen.
 * Signals: "save-requested"; "message" (const char *text); "selected" (): another row, after the
 * session's company; "row-activated" (): Enter or a double click on a company, or Enter in the search.
 * Actions: "companies.copy" (Ctrl+C), "companies.save", "companies.clear", "companies.column-ID".
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-company-table.h"
#include "ijk-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IJK_TYPE_COMPANY_TABLE_VIEW (ijk_company_table_view_get_type ())
G_DECLARE_FINAL_TYPE (IjkCompanyTableView, ijk_company_table_view, IJK, COMPANY_TABLE_VIEW, GtkWidget)

GtkWidget       *ijk_company_table_view_new         (IjkSession          *session);
/* (transfer none) (nullable): what is shown; NULL before there is a result */
IjkCompanyTable *ijk_company_table_view_get_table   (IjkCompanyTableView *self);
/* (transfer full): what is shown, in the columns that are chosen */
char            *ijk_company_table_view_to_csv      (IjkCompanyTableView *self);
/* The installation of the selected row, where rows are installations; else IJK_NONE. */
guint            ijk_company_table_view_get_unit    (IjkCompanyTableView *self);
void             ijk_company_table_view_search      (IjkCompanyTableView *self,
                                                     const char          *text);
void             ijk_company_table_view_focus_search (IjkCompanyTableView *self);
/* The keyboard goes to the selected row, or to the first. */
void             ijk_company_table_view_focus_row   (IjkCompanyTableView *self);
/* No row is selected, and the session has no company. */
void             ijk_company_table_view_unselect    (IjkCompanyTableView *self);
/* A single click activates a row too: where what it opens is out of sight. */
void             ijk_company_table_view_set_opens_on_click (IjkCompanyTableView *self,
                                                            gboolean             opens_on_click);
/* @cluster: or IJK_NONE: all. */
void             ijk_company_table_view_set_cluster (IjkCompanyTableView *self,
                                                     guint                cluster);
void             ijk_company_table_view_set_sector  (IjkCompanyTableView *self,
                                                     guint                sector);
void             ijk_company_table_view_set_rows    (IjkCompanyTableView *self,
                                                     IjkCompanyRows       rows);

G_END_DECLS
