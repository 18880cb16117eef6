/* IjkCompanyList: the places of a table of companies as a list model.
 *
 * An item is a place in the table, not a company: when a lever moves, the same places show other numbers
 * and, after sorting, other companies, so that rows are never made anew; only their number changes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define IJK_TYPE_COMPANY_LIST (ijk_company_list_get_type ())
G_DECLARE_FINAL_TYPE (IjkCompanyList, ijk_company_list, IJK, COMPANY_LIST, GObject)

IjkCompanyList *ijk_company_list_new        (void);
void            ijk_company_list_set_length (IjkCompanyList *self,
                                             guint           length);

G_END_DECLS
