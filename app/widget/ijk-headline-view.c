/* A flat button around four lines of text. Knows nothing of the model: its owner gives it words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-headline-view.h"

#include "ijk-chart-view.h"
#include "ijk-text-line.h"
#include "ijk-widget.h"

struct _IjkHeadlineView
{
  GtkWidget parent_instance;

  GtkWidget *button;
  GtkWidget *why;
  IjkTextLine *title;
  IjkTextLine *value;
  IjkTextLine *unit;
  GtkWidget *icon;
  IjkTextLine *note;
  IjkTextLine *difference;
  IjkChartView *sparkline;
};

enum
{
  ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IjkHeadlineView, ijk_headline_view, GTK_TYPE_WIDGET)

static void
clicked_cb (IjkHeadlineView *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

/* The four lines as one, for whoever hears them. */
static void
update_label (IjkHeadlineView *self)
{
  IjkTextLine *lines[] = { self->title, self->value, self->unit, self->note, self->difference };
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      const char *line = ijk_text_line_get_text (lines[i]);

      if (*line == '\0')
        continue;
      if (words->len > 0)
        g_string_append (words, i == 2 ? " " : i == 1 ? ": " : ", ");
      g_string_append (words, line);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words->str, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words->str,
                                  -1);
  g_string_free (words, TRUE);
}

static void
set_line (IjkHeadlineView *self,
          IjkTextLine     *line,
          const char      *text)
{
  if (text == NULL)
    text = "";
  if (g_str_equal (ijk_text_line_get_text (line), text))
    return;
  ijk_text_line_set_text (line, text);
  update_label (self);
}

static void
ijk_headline_view_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), IJK_TYPE_HEADLINE_VIEW);

  G_OBJECT_CLASS (ijk_headline_view_parent_class)->dispose (object);
}

static void
ijk_headline_view_class_init (IjkHeadlineViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ijk_headline_view_dispose;
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (IJK_TYPE_CHART_VIEW);
  g_type_ensure (IJK_TYPE_TEXT_LINE);
  gtk_widget_class_set_template_from_resource (widget_class, IJK_UI_PATH "ijk-headline-view.ui");
  gtk_widget_class_bind_template_child (widget_class, IjkHeadlineView, button);
  gtk_widget_class_bind_template_child (widget_class, IjkHeadlineView, why);
  gtk_widget_class_bind_template_child (widget_class, IjkHeadlineView, title);
  gtk_widget_class_bind_template_child (widget_class, IjkHeadlineView, value);
  gtk_widget_class_bind_template_child (widget_class, IjkHeadlineView, unit);
  gtk_widget_class_bind_template_child (widget_class, IjkHeadlineView, icon);
  gtk_widget_class_bind_template_child (widget_class, IjkHeadlineView, note);
  gtk_widget_class_bind_template_child (widget_class, IjkHeadlineView, difference);
  gtk_widget_class_bind_template_child (widget_class, IjkHeadlineView, sparkline);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
  gtk_widget_class_set_css_name (widget_class, "headline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ijk_headline_view_init (IjkHeadlineView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ijk_headline_view_new (void)
{
  return g_object_new (IJK_TYPE_HEADLINE_VIEW, NULL);
}

void
ijk_headline_view_set_title (IjkHeadlineView *self,
                             const char      *title)
{
  g_return_if_fail (IJK_IS_HEADLINE_VIEW (self));

  set_line (self, self->title, title);
}

void
ijk_headline_view_set_value (IjkHeadlineView *self,
                             const char      *value,
                             const char      *unit)
{
  g_return_if_fail (IJK_IS_HEADLINE_VIEW (self));

  set_line (self, self->value, value);
  set_line (self, self->unit, unit);
}

void
ijk_headline_view_set_note (IjkHeadlineView *self,
                            const char      *note,
                            IjkHeadlineTone  tone)
{
  static const char *const icons[] = {
    [IJK_HEADLINE_PLAIN] = NULL,
    [IJK_HEADLINE_GOOD] = "emblem-ok-symbolic",
    [IJK_HEADLINE_WARNING] = "dialog-warning-symbolic",
  };
  static const char *const classes[] = {
    [IJK_HEADLINE_PLAIN] = "plain",
    [IJK_HEADLINE_GOOD] = "good",
    [IJK_HEADLINE_WARNING] = "warn",
  };

  g_return_if_fail (IJK_IS_HEADLINE_VIEW (self));

  set_line (self, self->note, note);
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (i == tone)
      gtk_widget_add_css_class (GTK_WIDGET (self), classes[i]);
    else
      gtk_widget_remove_css_class (GTK_WIDGET (self), classes[i]);
  gtk_widget_set_visible (self->icon, icons[tone] != NULL && note != NULL);
  /* An image asks for a new layout even where it has that icon. */
  if (icons[tone] != NULL
      && g_strcmp0 (gtk_image_get_icon_name (GTK_IMAGE (self->icon)), icons[tone]) != 0)
    gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icons[tone]);
}

void
ijk_headline_view_set_difference (IjkHeadlineView *self,
                                  const char      *difference)
{
  g_return_if_fail (IJK_IS_HEADLINE_VIEW (self));

  set_line (self, self->difference, difference);
}

void
ijk_headline_view_set_sparkline (IjkHeadlineView    *self,
                                 const IjkChartSpec *spec)
{
  g_return_if_fail (IJK_IS_HEADLINE_VIEW (self));
  g_return_if_fail (spec == NULL || spec->kind == IJK_CHART_SPARKLINE);

  ijk_chart_view_set_spec (self->sparkline, spec);
  gtk_widget_set_visible (GTK_WIDGET (self->sparkline), spec != NULL);
}

const char *
ijk_headline_view_get_value (IjkHeadlineView *self)
{
  g_return_val_if_fail (IJK_IS_HEADLINE_VIEW (self), NULL);

  return ijk_text_line_get_text (self->value);
}
