/* IjkCompanyEffect: what the levers of one company change: for itself, its sector, the country, and the
 * price of a right.
 *
 * "Before" is the same scenario without its own levers of the company and of its projects.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-result.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IJK_TYPE_COMPANY_EFFECT (ijk_company_effect_get_type ())
G_DECLARE_FINAL_TYPE (IjkCompanyEffect, ijk_company_effect, IJK, COMPANY_EFFECT, GtkWidget)

GtkWidget *ijk_company_effect_new  (void);
/* Hides itself where the scenario sets nothing for the company. */
void       ijk_company_effect_show (IjkCompanyEffect *self,
                                    const IjkResult  *result,
                                    guint             company,
                                    int               year);
/* Net levy of the company in MEUR; NAN where nothing is set. */
double     ijk_company_effect_get_before_meur (IjkCompanyEffect *self);
double     ijk_company_effect_get_after_meur  (IjkCompanyEffect *self);

G_END_DECLS
