/* The way in by a question: the session sets scenario, year and sector, this file shows the
 * figures.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-window-private.h"

#include "ijk-language.h"
#include "ijk-question-popover.h"

#include <glib/gi18n-lib.h>

/* What is to be shown when the scenario is in hand; the popover may be made anew meanwhile. */
typedef struct
{
  GWeakRef window;
  char *figures[IJK_N_QUESTION_FIGURES + 1]; /* (owned), NULL-terminated */
  char *look;                                /* (owned) */
} Answer;

static void
answer_free (Answer *answer)
{
  g_weak_ref_clear (&answer->window);
  for (guint i = 0; i < IJK_N_QUESTION_FIGURES; i++)
    g_free (answer->figures[i]);
  g_free (answer->look);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static void
asked_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Answer) answer = user_data;
  g_autoptr (IjkWindow) self = g_weak_ref_get (&answer->window);
  g_autoptr (GError) error = NULL;
  const gboolean is_asked
      = ijk_session_ask_question_finish (IJK_SESSION (source), result, &error);

  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (!is_asked)
    {
      ijk_window_say (self, error->message);
      return;
    }
  g_settings_set_int (self->settings, "n-charts", IJK_N_QUESTION_FIGURES);
  ijk_explore_view_set_charts (IJK_EXPLORE_VIEW (self->explore),
                               (const char *const *) answer->figures);
  ijk_window_say (self, answer->look);
}

static void
chosen_cb (IjkWindow         *self,
           const IjkQuestion *question)
{
  Answer *answer = g_new0 (Answer, 1);
  guint n = 0;

  g_weak_ref_init (&answer->window, self);
  for (guint i = 0; i < IJK_N_QUESTION_FIGURES; i++)
    if (question->figures[i] != NULL)
      answer->figures[n++] = g_strdup (question->figures[i]);
  answer->look = g_strdup (ijk_language_pick (question->look_en, question->look_nl));
  ijk_session_ask_question_async (self->session, question, asked_cb, answer);
}

static GtkWidget *
make_popover (IjkWindow *self)
{
  GtkWidget *popover = ijk_question_popover_new (self->questions);

  g_signal_connect_object (popover, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  return popover;
}

/* Under the menu: a narrow window has no room for the button. It is kept when it closes, as what goes
 * while it closes is still asked for its surface. */
static GtkPopover *
get_narrow_popover (IjkWindow *self)
{
  if (self->narrow_questions == NULL)
    {
      g_set_weak_pointer (&self->narrow_questions, make_popover (self));
      gtk_widget_set_parent (self->narrow_questions, self->menu_button);
      /* The button lets go of its own menu only, when the window closes. */
      g_signal_connect_object (self->menu_button, "destroy", G_CALLBACK (gtk_widget_unparent),
                               self->narrow_questions, G_CONNECT_SWAPPED);
    }
  return GTK_POPOVER (self->narrow_questions);
}

static void
drop_narrow_popover (IjkWindow *self)
{
  GtkWidget *popover = self->narrow_questions;

  if (popover == NULL)
    return;
  gtk_popover_popdown (GTK_POPOVER (popover));
  g_clear_weak_pointer (&self->narrow_questions);
  g_signal_handlers_disconnect_by_func (self->menu_button, gtk_widget_unparent, popover);
  gtk_widget_unparent (popover);
}

static void
questions_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  IjkWindow *self = user_data;

  (void) action;
  (void) parameter;
  if (gtk_widget_get_mapped (self->question_button))
    gtk_menu_button_popup (GTK_MENU_BUTTON (self->question_button));
  else
    gtk_popover_popup (get_narrow_popover (self));
}

/* Questions name levers and sectors, so they are read against the data of the workbook. */
void
ijk_window_read_questions (IjkWindow *self)
{
  const IjkReference *reference = ijk_session_get_reference (self->session);
  g_autoptr (GError) error = NULL;

  drop_narrow_popover (self);
  g_clear_pointer (&self->questions, g_ptr_array_unref);
  if (reference != NULL)
    self->questions = ijk_questions_load (reference, &error);
  if (error != NULL)
    g_debug ("No questions: %s", error->message);
  ijk_window_enable (self, "questions", self->questions != NULL);
  if (self->questions != NULL)
    gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->question_button), make_popover (self));
}

void
ijk_window_add_question_actions (IjkWindow *self)
{
  static const GActionEntry actions[] = {
    { .name = "questions", .activate = questions_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  ijk_window_enable (self, "questions", FALSE);
}
