/* IjkCompaniesView: the table of companies, the map of clusters, and the page of one company beside it,
 * or instead of it where the window is narrow.
 *
 * Signals: "save-requested" (IjkFigureCard *), "print-requested" (IjkFigureCard *); "edit-path" (gpointer
 * key); "message" (const char *text).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-company-page.h"
#include "ijk-company-table-view.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define IJK_TYPE_COMPANIES_VIEW (ijk_companies_view_get_type ())
G_DECLARE_FINAL_TYPE (IjkCompaniesView, ijk_companies_view, IJK, COMPANIES_VIEW, GtkWidget)

/* Once. @settings: remember the columns. */
void                 ijk_companies_view_set_session (IjkCompaniesView *self,
                                                     IjkSession       *session,
                                                     GSettings        *settings);
/* Shows the table and puts the focus on its search. */
void                 ijk_companies_view_start_search (IjkCompaniesView *self);
/* (transfer none) (nullable): before there is a session */
IjkCompanyTableView *ijk_companies_view_get_table   (IjkCompaniesView *self);
IjkCompanyPage      *ijk_companies_view_get_page    (IjkCompaniesView *self);

G_END_DECLS
