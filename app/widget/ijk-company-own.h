/* IjkCompanyOwn: says that figures of a company are a person's own, whence they come, and lets them be
 * edited or removed.
 *
 * Its buttons do "win.edit-own-company" and "win.remove-own-company" with the id of the installation.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-own-unit.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IJK_TYPE_COMPANY_OWN (ijk_company_own_get_type ())
G_DECLARE_FINAL_TYPE (IjkCompanyOwn, ijk_company_own, IJK, COMPANY_OWN, GtkWidget)

GtkWidget *ijk_company_own_new  (void);
/* Hides itself where none of the installations is own. */
void       ijk_company_own_show (IjkCompanyOwn      *self,
                                 const IjkReference *reference,
                                 const guint        *units,
                                 guint               n_units);

G_END_DECLS
