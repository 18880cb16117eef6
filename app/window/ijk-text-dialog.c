/* Asking for a text. What is too long for the workbook cannot be agreed with.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-text-dialog.h"

#include "ijk-scenario-record.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  IjkTextFunc answered;
  GWeakRef object;
  GtkWidget *entry; /* of the dialog that owns this */
  gboolean has_lines;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_weak_ref_clear (&question->object);
  g_free (question);
}

static char *
read_text (const Question *question)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;
  char *text;

  if (!question->has_lines)
    return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (question->entry))));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (question->entry));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  return g_strstrip (text);
}

static void
changed_cb (GtkWidget *dialog)
{
  const Question *question = g_object_get_data (G_OBJECT (dialog), "question");
  g_autofree char *text = read_text (question);
  const glong length = g_utf8_strlen (text, -1);

  adw_message_dialog_set_response_enabled (
      ADW_MESSAGE_DIALOG (dialog), "agree",
      question->has_lines ? length <= IJK_MAX_TEXT_LENGTH
                          : length > 0 && length <= IJK_MAX_NAME_LENGTH);
}

static void
response_cb (GtkWidget  *dialog,
             const char *response)
{
  Question *question = g_object_get_data (G_OBJECT (dialog), "question");
  g_autoptr (GObject) object = NULL;
  g_autofree char *text = NULL;

  if (!g_str_equal (response, "agree"))
    return;
  object = g_weak_ref_get (&question->object);
  text = read_text (question);
  if (object != NULL)
    question->answered (object, text);
}

static GtkWidget *
make_lines (GtkWidget  *dialog,
            Question   *question,
            const char *text)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkTextBuffer *buffer;

  question->entry = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (question->entry), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (question->entry), FALSE);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (question->entry), 6);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (question->entry), 8);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (question->entry), 8);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (question->entry));
  gtk_text_buffer_set_text (buffer, text, -1);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (changed_cb), dialog, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), question->entry);
  gtk_widget_set_size_request (scroller, 360, 120);
  gtk_widget_add_css_class (scroller, "card");
  return scroller;
}

GtkWindow *
ijk_text_dialog_show (GtkWindow   *parent,
                      const char  *title,
                      const char  *body,
                      const char  *text,
                      const char  *agree,
                      gboolean     has_lines,
                      IjkTextFunc  answered,
                      GObject     *object)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, title, body);
  Question *question = g_new0 (Question, 1);
  GtkWidget *extra;

  question->answered = answered;
  question->has_lines = has_lines;
  g_weak_ref_init (&question->object, object);
  g_object_set_data_full (G_OBJECT (dialog), "question", question, question_free);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "agree",
                                    agree, NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "agree",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "agree");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  if (has_lines)
    extra = make_lines (dialog, question, text != NULL ? text : "");
  else
    {
      extra = question->entry = gtk_entry_new ();
      gtk_editable_set_text (GTK_EDITABLE (extra), text != NULL ? text : "");
      gtk_entry_set_activates_default (GTK_ENTRY (extra), TRUE);
      gtk_entry_set_max_length (GTK_ENTRY (extra), IJK_MAX_NAME_LENGTH);
      g_signal_connect_object (extra, "changed", G_CALLBACK (changed_cb), dialog,
                               G_CONNECT_SWAPPED);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (question->entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), extra);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), NULL);
  changed_cb (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (question->entry);
  return GTK_WINDOW (dialog);
}
