/* IjkCompanyMeasureList: what a company does in a year, since when, at what cost, and what limits it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-company-sum.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IJK_TYPE_COMPANY_MEASURE_LIST (ijk_company_measure_list_get_type ())
G_DECLARE_FINAL_TYPE (IjkCompanyMeasureList, ijk_company_measure_list, IJK, COMPANY_MEASURE_LIST,
                      GtkWidget)

GtkWidget *ijk_company_measure_list_new  (void);
void       ijk_company_measure_list_show (IjkCompanyMeasureList *self,
                                          const IjkResult       *result,
                                          const guint           *units,
                                          guint                  n_units,
                                          int                    year);

G_END_DECLS
