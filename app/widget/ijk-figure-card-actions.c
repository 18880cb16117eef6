/* What a card does with its figure: copy it, ask for it to be saved or printed, and show another.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n.h>

#include "ijk-figure-card-private.h"
#include "ijk-figure-chooser.h"

#define COPY_SCALE 2

static void
copy_image (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  IjkFigureCard *self = IJK_FIGURE_CARD (widget);
  g_autoptr (GdkTexture) texture = ijk_chart_view_dup_texture (self->view, COPY_SCALE);

  (void) action_name;
  (void) parameter;
  if (texture == NULL)
    return;
  gdk_clipboard_set_texture (gtk_widget_get_clipboard (widget), texture);
  g_signal_emit_by_name (self, "message", _("The chart was copied as an image."));
}

static void
copy_data (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  IjkFigureCard *self = IJK_FIGURE_CARD (widget);
  g_autoptr (IjkFigureTable) table = ijk_figure_card_make_table (self);
  g_autofree char *text = NULL;

  (void) action_name;
  (void) parameter;
  if (table == NULL)
    return;
  text = ijk_figure_table_to_tsv (table);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  g_signal_emit_by_name (self, "message", _("The numbers were copied for a spreadsheet."));
}

static void
save (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  (void) action_name;
  (void) parameter;
  g_signal_emit_by_name (widget, "save-requested");
}

static void
print (GtkWidget  *widget,
       const char *action_name,
       GVariant   *parameter)
{
  (void) action_name;
  (void) parameter;
  g_signal_emit_by_name (widget, "print-requested");
}

void
ijk_figure_card_add_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "figure.copy-image", NULL, copy_image);
  gtk_widget_class_install_action (widget_class, "figure.copy-data", NULL, copy_data);
  gtk_widget_class_install_action (widget_class, "figure.save", NULL, save);
  gtk_widget_class_install_action (widget_class, "figure.print", NULL, print);
}

/* ---- chooser ---- */

static void
figure_chosen_cb (IjkFigureCard *self,
                  const char    *figure_id)
{
  ijk_figure_card_set_figure (self, figure_id);
}

static void
create_chooser (GtkMenuButton *button,
                gpointer       data)
{
  IjkFigureCard *self = data;
  GtkWidget *popover = ijk_figure_chooser_new (self->figure != NULL ? self->figure->id : NULL);

  g_signal_connect_object (popover, "figure-chosen", G_CALLBACK (figure_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (button, popover);
}

void
ijk_figure_card_add_chooser (IjkFigureCard *self)
{
  gtk_menu_button_set_create_popup_func (self->chooser, create_chooser, self, NULL);
}
