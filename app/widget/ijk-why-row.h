/* IjkWhyRow: a row of an opened explanation: a number with its value and standing, a formula in words
 * and with the numbers, or a source.
 *
 * Signals: "toggled" (): a click on the row, which is to open or close it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-why-node.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IJK_TYPE_WHY_ROW (ijk_why_row_get_type ())
G_DECLARE_FINAL_TYPE (IjkWhyRow, ijk_why_row, IJK, WHY_ROW, GtkWidget)

GtkWidget  *ijk_why_row_new      (void);
/* Follows @node from now on. @node: (nullable): shows nothing */
void        ijk_why_row_set_node (IjkWhyRow  *self,
                                  IjkWhyNode *node);
IjkWhyNode *ijk_why_row_get_node (IjkWhyRow  *self); /* (transfer none) (nullable) */

G_END_DECLS
