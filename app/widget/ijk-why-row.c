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
#define TEXT_CHARS 12

struct _IjkWhyRow
{
  GtkWidget parent_instance;

  IjkWhyNode *node; /* (owned) (nullable) */
  GtkWidget *words;
  GtkLabel *text;
  GtkLabel *numbers; /* (nullable) until there is a formula */
  GtkLabel *value;
  GtkLabel *chip;
  GtkWidget *link;   /* (nullable) GtkLinkButton, until there is an address */
};

enum
{
  TOGGLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IjkWhyRow, ijk_why_row, GTK_TYPE_WIDGET)

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

static GtkLabel *
make_label (const char *class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  /* As wide as the row lets it: what it would like to be takes long to find out. */
  gtk_label_set_width_chars (GTK_LABEL (label), TEXT_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (label), TEXT_CHARS);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, class);
  return GTK_LABEL (label);
}

/* @value: (nullable): the formula with the numbers */
static void
show_numbers (IjkWhyRow  *self,
              const char *value)
{
  g_autofree char *numbers = value != NULL ? g_strconcat ("= ", value, NULL) : NULL;

  if (self->numbers == NULL && value != NULL)
    {
      self->numbers = make_label ("why-numbers");
      gtk_widget_add_css_class (GTK_WIDGET (self->numbers), "numeric");
      gtk_box_append (GTK_BOX (self->words), GTK_WIDGET (self->numbers));
    }
  if (self->numbers == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->numbers), value != NULL);
  if (value != NULL)
    gtk_label_set_label (self->numbers, numbers);
}

/* @uri: (nullable) */
static void
show_link (IjkWhyRow  *self,
           const char *uri)
{
  if (self->link == NULL && uri != NULL)
    {
      self->link = gtk_link_button_new_with_label (uri, _("Open"));
      gtk_widget_add_css_class (self->link, "why-link");
      gtk_widget_set_valign (self->link, GTK_ALIGN_CENTER);
      gtk_widget_insert_after (self->link, GTK_WIDGET (self), self->words);
    }
  if (self->link == NULL)
    return;
  gtk_widget_set_visible (self->link, uri != NULL);
  if (uri != NULL)
    gtk_link_button_set_uri (GTK_LINK_BUTTON (self->link), uri);
  ijk_widget_set_tooltip (self->link, uri);
}

static void
show_node (IjkWhyRow *self)
{
  const IjkWhyKind kind = ijk_why_node_get_kind (self->node);
  const IjkStanding standing = ijk_why_node_get_standing (self->node);
  const char *value = ijk_why_node_get_value (self->node);
  const gboolean has_value = *value != '\0';

  /* To wrap a text takes ten times as long as to cut it; the name of a number is mostly short. */
  gtk_label_set_wrap (self->text, kind != IJK_WHY_NUMBER);
  gtk_label_set_ellipsize (self->text,
                           kind == IJK_WHY_NUMBER ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  gtk_label_set_label (self->text, ijk_why_node_get_text (self->node));
  gtk_label_set_label (self->value, value);
  gtk_widget_set_visible (GTK_WIDGET (self->value), kind == IJK_WHY_NUMBER && has_value);
  show_numbers (self, kind == IJK_WHY_FORMULA && has_value ? value : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->chip), kind != IJK_WHY_FORMULA);
  gtk_label_set_label (self->chip, ijk_standing_name (standing));
  ijk_widget_set_class (GTK_WIDGET (self->chip), "sourced", standing == IJK_STANDING_SOURCED);
  ijk_widget_set_class (GTK_WIDGET (self->chip), "assumption", standing == IJK_STANDING_ASSUMPTION);
  ijk_widget_set_class (GTK_WIDGET (self->chip), "lever", standing == IJK_STANDING_LEVER);
  ijk_widget_set_class (GTK_WIDGET (self), "formula", kind == IJK_WHY_FORMULA);
  ijk_widget_set_class (GTK_WIDGET (self), "source", kind == IJK_WHY_SOURCE);
  show_link (self, ijk_why_node_get_uri (self->node));
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

static void
ijk_why_row_init (IjkWhyRow *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), SPACING_PX);
  self->words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  self->text = make_label ("why-text");
  ijk_label_tell_when_cut (self->text);
  self->value = GTK_LABEL (gtk_label_new (NULL));
  self->chip = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_hexpand (self->words, TRUE);
  gtk_label_set_width_chars (self->chip, CHIP_CHARS);
  gtk_widget_set_valign (self->words, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->value), "why-value");
  gtk_widget_add_css_class (GTK_WIDGET (self->value), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->chip), "chip");
  gtk_widget_set_valign (GTK_WIDGET (self->chip), GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->words), GTK_WIDGET (self->text));
  gtk_widget_set_parent (self->words, GTK_WIDGET (self));
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
