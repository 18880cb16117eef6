/* IjkCompanyLevers: the projects of a company with their switches and dates, and below them its levers.
 *
 * Signals: "edit-path" (gpointer key): as of IjkLeverRow; "message" (const char *text).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IJK_TYPE_COMPANY_LEVERS (ijk_company_levers_get_type ())
G_DECLARE_FINAL_TYPE (IjkCompanyLevers, ijk_company_levers, IJK, COMPANY_LEVERS, GtkWidget)

GtkWidget *ijk_company_levers_new  (IjkSession       *session);
/* Hides itself where @company is IJK_NONE. */
void       ijk_company_levers_show (IjkCompanyLevers *self,
                                    guint             company);
/* Whether the scenario in hand can set them. */
gboolean   ijk_company_levers_is_company_scenario (IjkCompanyLevers *self);
/* Opens the levers and puts the focus on the first. */
void       ijk_company_levers_open (IjkCompanyLevers *self);

G_END_DECLS
