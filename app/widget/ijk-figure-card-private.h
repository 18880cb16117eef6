/* What the files of the figure card share: its state, and what each asks of the others.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-figure-card.h"
#include "ijk-figure-table-view.h"
#include "ijk-text-line.h"

G_BEGIN_DECLS

struct _IjkFigureCard
{
  GtkWidget parent_instance;

  IjkSession *session;     /* (owned) */
  const IjkFigure *figure; /* of the registry */
  gboolean is_stale;       /* what is shown is older than the session */
  gboolean has_asked;      /* for a landscape that is not there yet */
  gboolean is_filling;
  gboolean shows_table;
  double text_scale;

  GtkWidget *head;
  GtkMenuButton *chooser;
  GtkWidget *chooser_arrow;
  GtkLabel *title;
  IjkTextLine *subtitle;
  GtkWidget *progress;
  GtkStack *stack;
  IjkChartView *view;
  IjkFigureTableView *table_view;
  GtkLabel *source;
};

/* ijk-figure-card-session.c */
/* FALSE where there is no result yet. */
gboolean ijk_figure_card_get_input      (IjkFigureCard  *self,
                                         IjkFigureInput *input);
void     ijk_figure_card_set_title      (IjkFigureCard  *self,
                                         const char     *title);
void     ijk_figure_card_refresh        (IjkFigureCard  *self);
/* What is shown is too old: asks the recipe now, or when the card is seen. */
void     ijk_figure_card_make_stale     (IjkFigureCard  *self);
void     ijk_figure_card_follow_session (IjkFigureCard  *self);

/* ijk-figure-card-actions.c */
void     ijk_figure_card_add_actions    (GtkWidgetClass *widget_class);
/* The list of figures is made when it is first opened. */
void     ijk_figure_card_add_chooser    (IjkFigureCard  *self);

G_END_DECLS
