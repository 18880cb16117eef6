/* IjkWrapLayout: children beside each other as far as there is room, the others in rows below, like
 * words on a page. A picture and what stands beside it come below each other in a narrow window.
 *
 * Children that expand need their minimum and share what is left of a row; others are as wide as they
 * want to be. Where none expands, what is left stands before the first child that is aligned to the end,
 * unless that one begins the row. A child that is alone and fills has the whole row. What is left of the
 * height goes to rows with a child that expands.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IJK_TYPE_WRAP_LAYOUT (ijk_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (IjkWrapLayout, ijk_wrap_layout, IJK, WRAP_LAYOUT, GtkLayoutManager)

/* Property "spacing": in pixels, between children and between rows. */
GtkLayoutManager *ijk_wrap_layout_new (void);

G_END_DECLS
