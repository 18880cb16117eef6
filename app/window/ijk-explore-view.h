/* IjkExploreView: the headline figures, and one, two or four charts that share a year.
 *
 * Properties: "n-charts" (int, read-write, notifies): 1, 2 or 4. Signals: "save-requested"
 * (IjkFigureCard *), "print-requested" (IjkFigureCard *); "message" (const char *text); "charts-
 * changed": other figures or another number of them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-figure-card.h"

G_BEGIN_DECLS

#define IJK_TYPE_EXPLORE_VIEW (ijk_explore_view_get_type ())
G_DECLARE_FINAL_TYPE (IjkExploreView, ijk_explore_view, IJK, EXPLORE_VIEW, GtkWidget)

/* Once, when the session has a result. */
void           ijk_explore_view_set_session   (IjkExploreView     *self,
                                               IjkSession         *session);
/* @ids: (array zero-terminated=1): figures by place. Unknown ones are passed over, places left over
 * keep what they have. */
void           ijk_explore_view_set_charts    (IjkExploreView     *self,
                                               const char *const  *ids);
/* (transfer full) (array zero-terminated=1): four, seen or not */
char         **ijk_explore_view_dup_charts    (IjkExploreView     *self);
void           ijk_explore_view_set_n_charts  (IjkExploreView     *self,
                                               int                 n_charts);
int            ijk_explore_view_get_n_charts  (IjkExploreView     *self);
/* (transfer none) (nullable): the card with the focus, else the one that fills the view, else the
 * first */
IjkFigureCard *ijk_explore_view_get_card      (IjkExploreView     *self);
IjkFigureCard *ijk_explore_view_get_nth_card  (IjkExploreView     *self,
                                               guint               i);
/* Shows a figure, in the place where it is or in the first, and puts the focus on it. */
void           ijk_explore_view_show_figure   (IjkExploreView     *self,
                                               const char         *figure_id);

G_END_DECLS
