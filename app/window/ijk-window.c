/* The window: template, life, drag and drop. All it does with a session stands beside it in
 * ijk-window-*.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-window-private.h"

#include "ijk-room-bin.h"
#include "ijk-widget.h"

#include <glib/gi18n-lib.h>

#define TOAST_MIN_CHARS 20
#define TOAST_MAX_CHARS 70
#define TOAST_CHAR_PX 11
#define TOAST_EDGES_PX 130

G_DEFINE_FINAL_TYPE (IjkWindow, ijk_window, ADW_TYPE_APPLICATION_WINDOW)

static void
edit_path_cb (IjkWindow *self,
              gpointer   key)
{
  ijk_window_edit_path (self, key);
}

static void
message_cb (IjkWindow  *self,
            const char *text)
{
  ijk_window_say (self, text);
}

static void
save_requested_cb (IjkWindow     *self,
                   IjkFigureCard *card)
{
  ijk_window_save_figure (self, card);
}

static void
print_requested_cb (IjkWindow     *self,
                    IjkFigureCard *card)
{
  ijk_window_print_figure (self, card);
}

static gboolean
drop_cb (IjkWindow    *self,
         const GValue *value)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new ();

  for (GSList *l = g_value_get_boxed (value); l != NULL; l = l->next)
    g_ptr_array_add (files, l->data);
  if (files->len == 0)
    return FALSE;
  ijk_window_open_files (self, (GFile **) files->pdata, files->len);
  return TRUE;
}

/* What a frame brought in, such as where the pointer stands, is worked out within that frame: by
 * itself the run comes after it, and a slider would be ahead of the charts. */
static void
ijk_window_realize (GtkWidget *widget)
{
  IjkWindow *self = IJK_WINDOW (widget);

  GTK_WIDGET_CLASS (ijk_window_parent_class)->realize (widget);
  g_signal_connect_object (gtk_widget_get_frame_clock (widget), "before-paint",
                           G_CALLBACK (ijk_session_run_now), self->session, G_CONNECT_SWAPPED);
}

static void
ijk_window_unrealize (GtkWidget *widget)
{
  IjkWindow *self = IJK_WINDOW (widget);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (gtk_widget_get_frame_clock (widget), self->session);
  GTK_WIDGET_CLASS (ijk_window_parent_class)->unrealize (widget);
}

static void
ijk_window_size_allocate (GtkWidget *widget,
                          int        width,
                          int        height,
                          int        baseline)
{
  GTK_WIDGET_CLASS (ijk_window_parent_class)->size_allocate (widget, width, height, baseline);
  ijk_window_follow_width (IJK_WINDOW (widget), width);
}

static void
lose_response_cb (IjkWindow  *self,
                  const char *response)
{
  if (!g_str_equal (response, "lose"))
    return;
  ijk_session_discard_unsaved (self->session);
  gtk_window_close (GTK_WINDOW (self));
}

/* What could not be written is still in hand: a person decides. */
static void
ask_to_lose (IjkWindow    *self,
             const GError *error)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Not everything is saved"),
                                              error->message);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "stay", _("_Keep Open"), "lose",
                                    _("Close _Without Saving"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "lose",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "stay");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "stay");
  g_signal_connect_object (dialog, "response", G_CALLBACK (lose_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
closed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (IjkWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  self->is_closed = ijk_session_close_finish (IJK_SESSION (source), result, &error);
  if (self->is_closed)
    gtk_window_destroy (GTK_WINDOW (self));
  else
    ask_to_lose (self, error);
}

/* The window goes when the last edit is on the disk; that takes a moment at most. */
static gboolean
ijk_window_close_request (GtkWindow *window)
{
  IjkWindow *self = IJK_WINDOW (window);

  if (self->is_closed)
    return GTK_WINDOW_CLASS (ijk_window_parent_class)->close_request (window);
  ijk_window_save_view (self);
  ijk_session_close_async (self->session, closed_cb, g_object_ref (self));
  return TRUE;
}

static void
ijk_window_dispose (GObject *object)
{
  IjkWindow *self = IJK_WINDOW (object);

  ijk_widget_close_popovers (GTK_WIDGET (self));
  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->busy_id, g_source_remove);
  g_clear_handle_id (&self->width_id, g_source_remove);
  ijk_window_drop_tour (self);
  g_clear_object (&self->chooser);
  if (self->path_window != NULL)
    gtk_window_destroy (self->path_window);
  if (self->why_window != NULL)
    gtk_window_destroy (self->why_window);
  if (self->history_window != NULL)
    gtk_window_destroy (self->history_window);
  gtk_widget_dispose_template (GTK_WIDGET (self), IJK_TYPE_WINDOW);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (ijk_window_parent_class)->dispose (object);
}

static void
ijk_window_finalize (GObject *object)
{
  IjkWindow *self = IJK_WINDOW (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->bookmarks, g_ptr_array_unref);
  g_clear_pointer (&self->questions, g_ptr_array_unref);
  g_free (self->waiting_table);
  G_OBJECT_CLASS (ijk_window_parent_class)->finalize (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, IjkWindow, name)

static void
ijk_window_class_init (IjkWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ijk_window_dispose;
  object_class->finalize = ijk_window_finalize;
  widget_class->realize = ijk_window_realize;
  widget_class->unrealize = ijk_window_unrealize;
  widget_class->size_allocate = ijk_window_size_allocate;
  GTK_WINDOW_CLASS (klass)->close_request = ijk_window_close_request;

  g_type_ensure (IJK_TYPE_LEVER_PANEL);
  g_type_ensure (IJK_TYPE_COMPANIES_VIEW);
  g_type_ensure (IJK_TYPE_EXPLORE_VIEW);
  g_type_ensure (IJK_TYPE_ROOM_BIN);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/ijkpad/Ijkpad/window/ijk-window.ui");
  BIND (toasts);
  BIND (header);
  BIND (flap_button);
  BIND (scenario_start);
  BIND (scenario_middle);
  BIND (scenario_button);
  BIND (scenario_title);
  BIND (scenario_subtitle);
  BIND (undo_button);
  BIND (redo_button);
  BIND (redo_place);
  BIND (switcher);
  BIND (switcher_bar);
  BIND (tools);
  BIND (question_button);
  BIND (bookmark_button);
  BIND (presenter_button);
  BIND (menu_button);
  BIND (notice);
  BIND (notice_label);
  BIND (notice_copy);
  BIND (notice_close);
  BIND (busy);
  BIND (busy_label);
  BIND (busy_bar);
  BIND (states);
  BIND (trouble);
  BIND (flap);
  BIND (levers);
  BIND (views);
  BIND (explore);
  BIND (companies_place);
  gtk_widget_class_bind_template_child_full (widget_class, "recent_section", FALSE,
                                             G_STRUCT_OFFSET (IjkWindow, recent_menu));
  gtk_widget_class_bind_template_callback (widget_class, edit_path_cb);
  gtk_widget_class_bind_template_callback (widget_class, message_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_requested_cb);
  gtk_widget_class_bind_template_callback (widget_class, print_requested_cb);
}

/* The table of companies is made when it is first looked at: the window starts sooner, and its rows
 * are not read out to those who never go there. */
static void
visible_view_cb (IjkWindow *self)
{
  static const struct
  {
    const char *signal;
    GCallback callback;
  } signals[] = {
    { "message", G_CALLBACK (message_cb) },
    { "edit-path", G_CALLBACK (edit_path_cb) },
    { "save-requested", G_CALLBACK (save_requested_cb) },
    { "print-requested", G_CALLBACK (print_requested_cb) },
  };
  const char *name = adw_view_stack_get_visible_child_name (ADW_VIEW_STACK (self->views));

  if (self->companies != NULL || self->session == NULL || g_strcmp0 (name, "companies") != 0)
    return;
  self->companies = g_object_new (IJK_TYPE_COMPANIES_VIEW, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (self->companies, signals[i].signal, signals[i].callback, self,
                             G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self->companies_place), self->companies);
  ijk_companies_view_set_session (IJK_COMPANIES_VIEW (self->companies), self->session,
                                  self->settings);
}

static void
ijk_window_init (IjkWindow *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (drop, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->views, "notify::visible-child-name",
                           G_CALLBACK (visible_view_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
  ijk_window_set_up_width (self);
}

IjkWindow *
ijk_window_new (IjkApplication *application)
{
  g_auto (GStrv) favourites = NULL;
  IjkWindow *self;

  g_return_val_if_fail (IJK_IS_APPLICATION (application), NULL);

  self = g_object_new (IJK_TYPE_WINDOW, "application", application, NULL);
  self->session = g_object_ref (ijk_application_get_session (application));
  self->settings = g_object_ref (ijk_application_get_settings (application));
  ijk_window_add_edit_actions (self);
  ijk_window_add_view_actions (self);
  ijk_window_add_file_actions (self);
  ijk_window_add_scenario_actions (self);
  ijk_window_add_figure_actions (self);
  ijk_window_add_why_actions (self);
  ijk_window_add_highlight_actions (self);
  ijk_window_add_bookmark_actions (self);
  ijk_window_add_own_actions (self);
  ijk_window_add_question_actions (self);
  ijk_window_add_tour_actions (self);
  ijk_window_restore_view (self);
  favourites = g_settings_get_strv (self->settings, "favourite-levers");
  ijk_lever_panel_set_favourites (IJK_LEVER_PANEL (self->levers),
                                  (const char *const *) favourites);
  ijk_lever_panel_set_session (IJK_LEVER_PANEL (self->levers), self->session);
  ijk_window_follow_session (self);
  ijk_window_follow_highlight (self);
  return self;
}

IjkSession *
ijk_window_get_session (IjkWindow *self)
{
  g_return_val_if_fail (IJK_IS_WINDOW (self), NULL);

  return self->session;
}

void
ijk_window_enable (IjkWindow  *self,
                   const char *action,
                   gboolean    is_enabled)
{
  GAction *found = g_action_map_lookup_action (G_ACTION_MAP (self), action);

  g_return_if_fail (G_IS_SIMPLE_ACTION (found));
  g_simple_action_set_enabled (G_SIMPLE_ACTION (found), is_enabled);
}

/* A toast cuts its title at the end of the line; a label of our own has as many lines as it needs.
 * The overlay of libadwaita 1.2 gives it the width of its longest line, in however narrow a
 * window. */
static AdwToast *
make_toast (IjkWindow  *self,
            const char *sentence)
{
  const int n_chars = (gtk_widget_get_width (GTK_WIDGET (self)) - TOAST_EDGES_PX) / TOAST_CHAR_PX;
  AdwToast *toast = adw_toast_new ("");
  GtkWidget *label = gtk_label_new (sentence);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label),
                                 CLAMP (n_chars, TOAST_MIN_CHARS, TOAST_MAX_CHARS));
  gtk_widget_add_css_class (label, "heading");
  adw_toast_set_custom_title (toast, label);
  return toast;
}

void
ijk_window_say (IjkWindow  *self,
                const char *sentence)
{
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (self->toasts), make_toast (self, sentence));
}

void
ijk_window_offer (IjkWindow  *self,
                  const char *sentence,
                  const char *button,
                  const char *action)
{
  AdwToast *toast = make_toast (self, sentence);

  adw_toast_set_button_label (toast, button);
  adw_toast_set_detailed_action_name (toast, action);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (self->toasts), toast);
}
