/* IjkFigureCard: a figure of the registry on a card: chart or table, title, finding, source, menu.
 *
 * Asks the recipe for a new spec whenever the session's result, comparison, sector, company or
 * landscape changes; a new year only where the figure is about one year.
 *
 * Properties: "session" (IjkSession, construct-only); "figure" (string id, read-write, notifies): chosen
 * by a menu on the title; "shows-table" (boolean, read-write, notifies); "is-filling" (boolean,
 * read-write, notifies): the button for filling the view; the owner hides the other cards;
 * "text-scale" (double).
 * Actions (also in the context menu): "figure.copy-image", "figure.copy-data", "figure.show-table",
 * "figure.fill", "figure.save", "figure.print".
 * Signals: "save-requested", "print-requested": the owner asks the card for its spec; "message" (const
 * char *text): a sentence to show as a toast, such as that the data was copied.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-chart-view.h"
#include "ijk-figure.h"
#include "ijk-session.h"

G_BEGIN_DECLS

#define IJK_TYPE_FIGURE_CARD (ijk_figure_card_get_type ())
G_DECLARE_FINAL_TYPE (IjkFigureCard, ijk_figure_card, IJK, FIGURE_CARD, GtkWidget)

GtkWidget          *ijk_figure_card_new             (IjkSession    *session,
                                                     const char    *figure_id);
void                ijk_figure_card_set_figure      (IjkFigureCard *self,
                                                     const char    *figure_id);
const IjkFigure    *ijk_figure_card_get_figure      (IjkFigureCard *self);
/* (transfer none) (nullable): what is shown */
const IjkChartSpec *ijk_figure_card_get_spec        (IjkFigureCard *self);
IjkChartView       *ijk_figure_card_get_view        (IjkFigureCard *self);
/* (transfer full) (nullable): the same made anew, in the language in force */
IjkChartSpec       *ijk_figure_card_make_spec       (IjkFigureCard *self);
/* (transfer full) (nullable): its numbers */
IjkFigureTable     *ijk_figure_card_make_table      (IjkFigureCard *self);
void                ijk_figure_card_set_shows_table (IjkFigureCard *self,
                                                     gboolean       shows_table);
void                ijk_figure_card_set_is_filling  (IjkFigureCard *self,
                                                     gboolean       is_filling);
void                ijk_figure_card_set_text_scale  (IjkFigureCard *self,
                                                     double         text_scale);
/* FALSE: hides the menu of figures, as in a lesson or a detail page. */
void                ijk_figure_card_set_has_chooser (IjkFigureCard *self,
                                                     gboolean       has_chooser);

G_END_DECLS
