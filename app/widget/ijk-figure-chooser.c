/* Titles alone say little: each figure comes with its question in plain words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-figure-chooser.h"

#include <glib/gi18n.h>

#include "ijk-figure.h"

#define MAX_HEIGHT 460
#define WIDTH_CHARS 44

struct _IjkFigureChooser
{
  GtkPopover parent_instance;

  GtkListBox *list;
};

enum
{
  FIGURE_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IjkFigureChooser, ijk_figure_chooser, GTK_TYPE_POPOVER)

static void
row_activated_cb (IjkFigureChooser *self,
                  GtkListBoxRow    *row)
{
  guint n_figures;
  const IjkFigure *figures = ijk_figures (&n_figures);
  const int index = gtk_list_box_row_get_index (row);

  gtk_popover_popdown (GTK_POPOVER (self));
  if (index >= 0 && (guint) index < n_figures)
    g_signal_emit (self, signals[FIGURE_CHOSEN], 0, figures[index].id);
}

static GtkWidget *
make_label (const char *text,
            const char *style_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDTH_CHARS);
  gtk_widget_add_css_class (label, style_class);
  return label;
}

static GtkWidget *
make_row (const IjkFigure *figure)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *tick = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_box_append (GTK_BOX (box), make_label (_(figure->title), "figure-title"));
  gtk_box_append (GTK_BOX (box), make_label (_(figure->question), "figure-question"));
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_opacity (tick, 0);
  gtk_box_append (GTK_BOX (line), box);
  gtk_box_append (GTK_BOX (line), tick);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(figure->title), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _(figure->question), -1);
  return row;
}

static void
ijk_figure_chooser_class_init (IjkFigureChooserClass *klass)
{
  signals[FIGURE_CHOSEN]
    = g_signal_new ("figure-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
ijk_figure_chooser_init (IjkFigureChooser *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  guint n_figures;
  const IjkFigure *figures = ijk_figures (&n_figures);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "figure-list");
  for (guint i = 0; i < n_figures; i++)
    gtk_list_box_append (self->list, make_row (&figures[i]));
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MAX_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));
  gtk_widget_add_css_class (GTK_WIDGET (self), "menu");
  gtk_popover_set_child (GTK_POPOVER (self), scroller);
}

GtkWidget *
ijk_figure_chooser_new (const char *current_id)
{
  IjkFigureChooser *self = g_object_new (IJK_TYPE_FIGURE_CHOOSER, NULL);
  guint n_figures;
  const IjkFigure *figures = ijk_figures (&n_figures);

  for (guint i = 0; i < n_figures; i++)
    if (g_strcmp0 (figures[i].id, current_id) == 0)
      {
        GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) i);
        GtkWidget *line = gtk_list_box_row_get_child (row);

        gtk_widget_set_opacity (gtk_widget_get_last_child (line), 1);
        gtk_list_box_select_row (self->list, row);
      }
  return GTK_WIDGET (self);
}
