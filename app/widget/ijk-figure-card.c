/* ijk-figure-card
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-figure-card.h"

#pragma GCC diagnostic ignored "-Wunused-parameter"

struct _IjkFigureCard
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (IjkFigureCard, ijk_figure_card, GTK_TYPE_WIDGET)

static void
ijk_figure_card_class_init (IjkFigureCardClass *klass)
{
  g_signal_new ("save-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
  g_signal_new ("print-requested", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
  g_signal_new ("message", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
ijk_figure_card_init (IjkFigureCard *self)
{
}

GtkWidget          *
ijk_figure_card_new (IjkSession *session, const char *figure_id)
{
  return NULL;
}

void
ijk_figure_card_set_figure (IjkFigureCard *self, const char *figure_id)
{
}

const IjkFigure    *
ijk_figure_card_get_figure (IjkFigureCard *self)
{
  return NULL;
}

const IjkChartSpec *
ijk_figure_card_get_spec (IjkFigureCard *self)
{
  return NULL;
}

IjkChartView       *
ijk_figure_card_get_view (IjkFigureCard *self)
{
  return NULL;
}

IjkFigureTable     *
ijk_figure_card_make_table (IjkFigureCard *self)
{
  return NULL;
}

void
ijk_figure_card_set_shows_table (IjkFigureCard *self, gboolean shows_table)
{
}

void
ijk_figure_card_set_is_filling (IjkFigureCard *self, gboolean is_filling)
{
}

void
ijk_figure_card_set_text_scale (IjkFigureCard *self, double text_scale)
{
}

void
ijk_figure_card_set_has_chooser (IjkFigureCard *self, gboolean has_chooser)
{
}
