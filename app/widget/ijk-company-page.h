/* IjkCompanyPage: one company: its course, the sum of its levy, its measures, levers and place.
 *
 * Follows the session's company, or an installation without one that it is told of.
 *
 * Properties: "session" (IjkSession, construct-only).
 * Signals: "edit-path" (gpointer key): as of IjkLeverRow; "message" (const char *text);
 * "scenario-requested" (): make a company scenario; "close-requested" (): let go of the company.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-figure-card.h"
#include "ijk-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IJK_TYPE_COMPANY_PAGE (ijk_company_page_get_type ())
G_DECLARE_FINAL_TYPE (IjkCompanyPage, ijk_company_page, IJK, COMPANY_PAGE, GtkWidget)

GtkWidget     *ijk_company_page_new       (IjkSession     *session);
/* @unit: shown where the session has no company; or IJK_NONE */
void           ijk_company_page_set_unit  (IjkCompanyPage *self,
                                           guint           unit);
IjkFigureCard *ijk_company_page_get_card  (IjkCompanyPage *self);
/* Whether there is a button that asks to close it: there is something else to give the room to. */
void           ijk_company_page_set_can_close (IjkCompanyPage *self,
                                               gboolean        can_close);
/* Opens the levers of the company and puts the focus on them. */
void           ijk_company_page_show_levers (IjkCompanyPage *self);

G_END_DECLS
