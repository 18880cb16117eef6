/* Three lines of text and a chip, of which a row shows what it has. It names itself, and the row of
 * the list that it stands in, for whoever hears it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-why-row.h"

#include <glib/gi18n.h>

#include "ijk-widget.h"

#define SPACING_PX 10
/* So that the values stand below each other. */
#define CHIP_CHARS 11

struct _IjkWhyRow
{
  GtkWidget parent_instance;

  IjkWhyNode *node; /* (owned) (nullable) */
  GtkLabel *text;
  GtkLabel *numbers;
  GtkLabel *value;
  GtkLabel *chip;
  GtkWidget *link;  /* GtkLinkButton */
};

enum
{
  TOGGLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IjkWhyRow, ijk_why_row, GTK_TYPE_WIDGET)

static void
set_class (GtkWidget  *widget,
           const char *class,
           gboolean    has_class)
{
  if (has_class)
    gtk_widget_add_css_class (widget, class);
  else
    gtk_widget_remove_css_class (widget, class);
}

/* The row of the list has the focus, and GTK 4.8 lets nobody name it but by this way. */
static void
name_rows (IjkWhyRow *self)
{
  g_autofree char *sentence = ijk_why_node_dup_sentence (self->node);
  GtkWidget *widget = GTK_WIDGET (self);

  for (guint i = 0; i < 3 && widget != NULL; i++)
    {
      if (!GTK_IS_LIST_VIEW (widget))
        gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                        sentence, -1);
      widget = gtk_widget_get_parent (widget);
    }
}

static void
show_node (IjkWhyRow *self)
{
  const IjkWhyKind kind = ijk_why_node_get_kind (self->node);
  const IjkStanding standing = ijk_why_node_get_standing (self->node);
  const char *value = ijk_why_node_get_value (self->node);
  const char *uri = ijk_why_node_get_uri (self->node);
  const gboolean has_value = *value != '\0';

  gtk_label_set_label (self->text, ijk_why_node_get_text (self->node));
  gtk_label_set_label (self->value, value);
  gtk_widget_set_visible (GTK_WIDGET (self->value), kind == IJK_WHY_NUMBER && has_value);
  gtk_widget_set_visible (GTK_WIDGET (self->numbers), kind == IJK_WHY_FORMULA && has_value);
  if (kind == IJK_WHY_FORMULA && has_value)
    {
      g_autofree char *numbers = g_strconcat ("= ", value, NULL);

      gtk_label_set_label (self->numbers, numbers);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->chip), kind != IJK_WHY_FORMULA);
  gtk_label_set_label (self->chip, ijk_standing_name (standing));
  set_class (GTK_WIDGET (self->chip), "sourced", standing == IJK_STANDING_SOURCED);
  set_class (GTK_WIDGET (self->chip), "assumption", standing == IJK_STANDING_ASSUMPTION);
  set_class (GTK_WIDGET (self->chip), "lever", standing == IJK_STANDING_LEVER);
  set_class (GTK_WIDGET (self), "formula", kind == IJK_WHY_FORMULA);
  set_class (GTK_WIDGET (self), "source", kind == IJK_WHY_SOURCE);
  gtk_widget_set_visible (self->link, uri != NULL);
  if (uri != NULL)
    gtk_link_button_set_uri (GTK_LINK_BUTTON (self->link), uri);
  ijk_widget_set_tooltip (self->link, uri);
  name_rows (self);
}

static void
released_cb (IjkWhyRow *self,
             int        n_press)
{
  if (n_press == 1)
    g_signal_emit (self, signals[TOGGLED], 0);
}

static void
ijk_why_row_dispose (GObject *object)
{
  GtkWidget *child;

  ijk_why_row_set_node (IJK_WHY_ROW (object), NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (ijk_why_row_parent_class)->dispose (object);
}

static void
ijk_why_row_class_init (IjkWhyRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ijk_why_row_dispose;
  signals[TOGGLED] = g_signal_new ("toggled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "whyrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkLabel *
make_label (const char *class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, class);
  return GTK_LABEL (label);
}

static void
ijk_why_row_init (IjkWhyRow *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), SPACING_PX);
  self->text = make_label ("why-text");
  self->numbers = make_label ("why-numbers");
  self->value = GTK_LABEL (gtk_label_new (NULL));
  self->chip = GTK_LABEL (gtk_label_new (NULL));
  self->link = gtk_link_button_new_with_label ("", _("Open"));
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_label_set_width_chars (self->chip, CHIP_CHARS);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->value), "why-value");
  gtk_widget_add_css_class (GTK_WIDGET (self->value), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->numbers), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->chip), "chip");
  gtk_widget_add_css_class (self->link, "why-link");
  gtk_widget_set_valign (GTK_WIDGET (self->chip), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->link, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->text));
  gtk_box_append (GTK_BOX (words), GTK_WIDGET (self->numbers));
  gtk_widget_set_parent (words, GTK_WIDGET (self));
  gtk_widget_set_parent (self->link, GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->value), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->chip), GTK_WIDGET (self));
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/* ---- public ---- */

GtkWidget *
ijk_why_row_new (void)
{
  return g_object_new (IJK_TYPE_WHY_ROW, NULL);
}

void
ijk_why_row_set_node (IjkWhyRow  *self,
                      IjkWhyNode *node)
{
  g_return_if_fail (IJK_IS_WHY_ROW (self));

  if (self->node != NULL)
    g_signal_handlers_disconnect_by_func (self->node, show_node, self);
  g_set_object (&self->node, node);
  if (node == NULL)
    return;
  g_signal_connect_object (node, "changed", G_CALLBACK (show_node), self, G_CONNECT_SWAPPED);
  show_node (self);
}

IjkWhyNode *
ijk_why_row_get_node (IjkWhyRow *self)
{
  g_return_val_if_fail (IJK_IS_WHY_ROW (self), NULL);

  return self->node;
}
