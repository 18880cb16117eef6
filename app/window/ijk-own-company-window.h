/* IjkOwnCompanyWindow: the form of an installation of one's own. What is wrong with a field stands below
 * it in a sentence; below all stands what would change. Nothing typed is lost: a window with changes asks
 * before it goes, and stays where the workbook cannot be written.
 *
 * Signals: "saved" (const char *id, gboolean is_new): the workbook has it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-own-draft.h"
#include "ijk-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define IJK_TYPE_OWN_COMPANY_WINDOW (ijk_own_company_window_get_type ())
G_DECLARE_FINAL_TYPE (IjkOwnCompanyWindow, ijk_own_company_window, IJK, OWN_COMPANY_WINDOW, AdwWindow)

/* @unit_id: (nullable): of the installation to edit; NULL for a new one. (transfer none) */
IjkOwnCompanyWindow *ijk_own_company_window_show      (GtkWindow           *parent,
                                                       IjkSession          *session,
                                                       const char          *unit_id);
/* What is filled in. (transfer none) */
const IjkOwnDraft   *ijk_own_company_window_get_draft (IjkOwnCompanyWindow *self);
/* The field of a text and the list of a choice, for tests. (transfer none) */
GtkEditable         *ijk_own_company_window_get_field (IjkOwnCompanyWindow *self,
                                                       IjkOwnText           text);
AdwComboRow         *ijk_own_company_window_get_choice (IjkOwnCompanyWindow *self,
                                                        IjkOwnChoice         choice);
/* What stands below the field where it is wrong; empty else. (transfer none) */
const char          *ijk_own_company_window_get_problem (IjkOwnCompanyWindow *self,
                                                         IjkOwnText           text);
void                 ijk_own_company_window_save      (IjkOwnCompanyWindow *self);

G_END_DECLS
