/* IjkCompanySide: one of two companies that stand beside each other: its chart on the axes of both, the
 * figures of the year in hand, the sum of its levy, its measures.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-chart-view.h"
#include "ijk-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IJK_TYPE_COMPANY_SIDE (ijk_company_side_get_type ())
G_DECLARE_FINAL_TYPE (IjkCompanySide, ijk_company_side, IJK, COMPANY_SIDE, GtkWidget)

GtkWidget    *ijk_company_side_new      (IjkSession       *session);
/* @other: the company beside it */
void          ijk_company_side_show     (IjkCompanySide *self,
                                           guint             company,
                                           guint             other);
IjkChartView *ijk_company_side_get_view (IjkCompanySide *self);

G_END_DECLS
