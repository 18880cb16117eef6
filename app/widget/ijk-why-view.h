/* IjkWhyView: why a number is what it is, as a tree that opens: the formula, each number of it, what
 * that follows from in turn, down to statute, registry, assumption or lever.
 *
 * Keys: Right and Left open and close a row and go down and up from it, Enter and Space do one or the
 * other; Enter on a source opens its page.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-why-node.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IJK_TYPE_WHY_VIEW (ijk_why_view_get_type ())
G_DECLARE_FINAL_TYPE (IjkWhyView, ijk_why_view, IJK, WHY_VIEW, GtkWidget)

GtkWidget            *ijk_why_view_new      (void);
/* @explanation: (transfer full): another number; everything is closed */
void                  ijk_why_view_show     (IjkWhyView     *self,
                                             IjkExplanation *explanation);
/* @explanation: (transfer full): the same number in another scenario; what is open stays open */
void                  ijk_why_view_follow   (IjkWhyView     *self,
                                             IjkExplanation *explanation);
/* (transfer none) (nullable): of the number shown */
const IjkExplanation *ijk_why_view_get      (IjkWhyView     *self);
/* The rows that are open, top to bottom, as GtkTreeListRow of IjkWhyNode. (transfer none) */
GListModel           *ijk_why_view_get_rows (IjkWhyView     *self);
guint                 ijk_why_view_get_selected (IjkWhyView *self);
void                  ijk_why_view_select   (IjkWhyView     *self,
                                             guint           position);

G_END_DECLS
