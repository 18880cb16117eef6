/* The history of a scenario, newest first, read again when it has grown.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-history-window.h"

#include <glib/gi18n-lib.h>

#define READ_DELAY_MS 50 /* for many edits in a row */

struct _IjkHistoryWindow
{
  AdwWindow parent_instance;

  IjkSession *session;       /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) */
  guint read_id;
  GtkWidget *title;
  GtkWidget *stack;
  GtkWidget *nothing;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (IjkHistoryWindow, ijk_history_window, ADW_TYPE_WINDOW)

static char *
write_time (gint64 time_us)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time_us / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = utc == NULL ? NULL : g_date_time_to_local (utc);

  /* Translators: day, month as a number, year, hour and minute */
  return local == NULL ? g_strdup ("") : g_date_time_format (local, _("%-d-%-m-%Y, %H:%M"));
}

static void
row_activated_cb (GtkListBox       *list,
                  GtkListBoxRow    *row,
                  IjkHistoryWindow *self)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), "id");

  (void) list;
  ijk_session_return_to (self->session, *id);
}

static void
add_row (IjkHistoryWindow  *self,
         const IjkRevision *revision)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *time = write_time (revision->time_us);
  gint64 *id = g_new (gint64, 1);

  *id = revision->id;
  g_object_set_data_full (G_OBJECT (row), "id", id, g_free);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), revision->label);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), time);
  if (revision->is_current)
    {
      GtkWidget *check = gtk_image_new_from_icon_name ("object-select-symbolic");

      gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _("Where the scenario stands"), -1);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), check);
    }
  else
    {
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_widget_set_tooltip_text (row, _("Return to this state"));
    }
  if (!revision->is_in_effect)
    gtk_widget_add_css_class (row, "dim-label");
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) revisions
      = ijk_session_list_history_finish (IJK_SESSION (source), result, &error);
  g_autoptr (IjkHistoryWindow) self = user_data;
  GtkListBoxRow *row;

  if (self->session == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* the window is gone */
  if (revisions == NULL)
    {
      g_autofree char *sentence = g_markup_escape_text (error->message, -1);

      adw_status_page_set_title (ADW_STATUS_PAGE (self->nothing),
                                 _("The history cannot be read"));
      adw_status_page_set_description (ADW_STATUS_PAGE (self->nothing), sentence);
    }
  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  for (guint i = 0; revisions != NULL && i < revisions->len; i++)
    add_row (self, g_ptr_array_index (revisions, i));
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack),
                                    revisions != NULL && revisions->len > 0 ? "list" : "nothing");
}

static void
read_history (IjkHistoryWindow *self)
{
  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->title),
                                 ijk_session_get_scenario_name (self->session));
  ijk_session_list_history_async (self->session, self->cancellable, listed_cb,
                                  g_object_ref (self));
}

static gboolean
read_cb (gpointer user_data)
{
  IjkHistoryWindow *self = user_data;

  self->read_id = 0;
  read_history (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (IjkHistoryWindow *self)
{
  g_clear_handle_id (&self->read_id, g_source_remove);
  self->read_id = g_timeout_add (READ_DELAY_MS, read_cb, self);
}

static void
ijk_history_window_dispose (GObject *object)
{
  IjkHistoryWindow *self = IJK_HISTORY_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->read_id, g_source_remove);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), IJK_TYPE_HISTORY_WINDOW);
  G_OBJECT_CLASS (ijk_history_window_parent_class)->dispose (object);
}

static void
ijk_history_window_class_init (IjkHistoryWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ijk_history_window_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/ijkpad/Ijkpad/window/ijk-history-window.ui");
  gtk_widget_class_bind_template_child (widget_class, IjkHistoryWindow, title);
  gtk_widget_class_bind_template_child (widget_class, IjkHistoryWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, IjkHistoryWindow, nothing);
  gtk_widget_class_bind_template_child (widget_class, IjkHistoryWindow, list);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
ijk_history_window_init (IjkHistoryWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ijk_history_window_new (IjkSession *session)
{
  IjkHistoryWindow *self = g_object_new (IJK_TYPE_HISTORY_WINDOW, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "history-changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  read_history (self);
  return GTK_WIDGET (self);
}
