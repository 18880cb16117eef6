/* The questions as a list; each row says what to look at.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-question-popover.h"

#include "ijk-language.h"

#include <glib/gi18n-lib.h>

#define HEIGHT_PX 720
/* The header of the window above the list, and the border and shadow below it. */
#define AROUND_PX 100
#define LEAST_HEIGHT_PX 200

struct _IjkQuestionPopover
{
  GtkPopover parent_instance;

  GPtrArray *questions; /* (owned) (nullable) (element-type IjkQuestion) */
  GtkWidget *scroller;
  GtkWidget *list;
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IjkQuestionPopover, ijk_question_popover, GTK_TYPE_POPOVER)

static void
row_activated_cb (IjkQuestionPopover *self,
                  GtkListBoxRow      *row)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0,
                 g_ptr_array_index (self->questions, (guint) gtk_list_box_row_get_index (row)));
}

static void
add_row (IjkQuestionPopover *self,
         const IjkQuestion  *question)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 ijk_language_pick (question->text_en, question->text_nl));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               ijk_language_pick (question->look_en, question->look_nl));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

/* No higher than its window. */
static void
ijk_question_popover_map (GtkWidget *widget)
{
  IjkQuestionPopover *self = IJK_QUESTION_POPOVER (widget);
  const int height = gtk_widget_get_height (GTK_WIDGET (gtk_widget_get_root (widget)));

  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller),
                                              CLAMP (height - AROUND_PX, LEAST_HEIGHT_PX,
                                                     HEIGHT_PX));
  GTK_WIDGET_CLASS (ijk_question_popover_parent_class)->map (widget);
}

static void
ijk_question_popover_dispose (GObject *object)
{
  IjkQuestionPopover *self = IJK_QUESTION_POPOVER (object);

  g_clear_pointer (&self->questions, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), IJK_TYPE_QUESTION_POPOVER);
  G_OBJECT_CLASS (ijk_question_popover_parent_class)->dispose (object);
}

static void
ijk_question_popover_class_init (IjkQuestionPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ijk_question_popover_dispose;
  widget_class->map = ijk_question_popover_map;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/ijkpad/Ijkpad/window/ijk-question-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, IjkQuestionPopover, scroller);
  gtk_widget_class_bind_template_child (widget_class, IjkQuestionPopover, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
ijk_question_popover_init (IjkQuestionPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Questions"), -1);
}

GtkWidget *
ijk_question_popover_new (GPtrArray *questions)
{
  IjkQuestionPopover *self = g_object_new (IJK_TYPE_QUESTION_POPOVER, NULL);

  self->questions = g_ptr_array_ref (questions);
  for (guint i = 0; i < questions->len; i++)
    add_row (self, g_ptr_array_index (questions, i));
  return GTK_WIDGET (self);
}
