/* IjkCompanySumView: the levy of a company in a year as a sum with every factor filled in.
 *
 * One installation: (levied emissions - rights - rights bought) x (rate - ETS price). Several: the tonnes
 * above the rights of each, and a line for each installation. Every factor has a chip that says how well
 * it is known.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-company-sum.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IJK_TYPE_COMPANY_SUM_VIEW (ijk_company_sum_view_get_type ())
G_DECLARE_FINAL_TYPE (IjkCompanySumView, ijk_company_sum_view, IJK, COMPANY_SUM_VIEW, GtkWidget)

GtkWidget  *ijk_company_sum_view_new  (void);
void        ijk_company_sum_view_show (IjkCompanySumView *self,
                                       const IjkResult   *result,
                                       const guint       *units,
                                       guint              n_units,
                                       int                year);
/* The sum in words, for the clipboard and for assistive technology. (transfer none) */
const char *ijk_company_sum_view_get_text (IjkCompanySumView *self);

G_END_DECLS
