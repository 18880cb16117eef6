/* IjkCardGrid: one, two or four cards, in one column or two as the width allows.
 *
 * Cards get at least a height at which a chart can be read; what is beyond that is shared. One card
 * can fill the whole. The first row is a little higher and its first card wider: what matters most
 * stands there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IJK_MAX_CARDS 4

#define IJK_TYPE_CARD_GRID (ijk_card_grid_get_type ())
G_DECLARE_FINAL_TYPE (IjkCardGrid, ijk_card_grid, IJK, CARD_GRID, GtkWidget)

GtkWidget *ijk_card_grid_new        (void);
void       ijk_card_grid_append     (IjkCardGrid *self,
                                      GtkWidget    *card);
void       ijk_card_grid_clear      (IjkCardGrid *self);
/* @card: (nullable): the one that fills the grid; NULL: all are seen */
void       ijk_card_grid_set_filled (IjkCardGrid *self,
                                      GtkWidget    *card);
GtkWidget *ijk_card_grid_get_filled (IjkCardGrid *self);
guint      ijk_card_grid_get_n_columns (IjkCardGrid *self);

G_END_DECLS
