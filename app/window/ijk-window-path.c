/* The path editor in a window of its own, beside this one and not over it: every edit shows in the
 * charts at once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-window-private.h"

#include "ijk-path-editor.h"

#include <glib/gi18n-lib.h>

/* Where there is room; it is not larger than the window that it belongs to. */
#define WIDTH_PX 960
#define HEIGHT_PX 640

static void
path_window_destroy_cb (IjkWindow *self)
{
  self->path_window = NULL;
}

static void
path_cancel_cb (IjkPathEditor *editor)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (editor)));

  ijk_path_editor_revert (editor);
  gtk_window_close (GTK_WINDOW (window));
}

static gboolean
close_window_cb (GtkWidget *widget,
                 GVariant  *args,
                 gpointer   user_data)
{
  (void) args;
  (void) user_data;
  gtk_window_close (GTK_WINDOW (widget));
  return TRUE;
}

static void
path_message_cb (IjkPathEditor    *editor,
                 const char       *text,
                 AdwToastOverlay  *overlay)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  (void) editor;
  adw_toast_overlay_add_toast (overlay, adw_toast_new (escaped));
}

void
ijk_window_edit_path (IjkWindow         *self,
                      const IjkLeverKey *key)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *editor = ijk_path_editor_new (self->session, key);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *overlay = adw_toast_overlay_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));
  GtkWidget *done = gtk_button_new_with_mnemonic (_("_Done"));
  GtkEventController *keys = gtk_shortcut_controller_new ();

  if (self->path_window != NULL)
    gtk_window_destroy (self->path_window);
  self->path_window = GTK_WINDOW (window);
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (self));
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window),
                               MIN (gtk_widget_get_width (GTK_WIDGET (self)), WIDTH_PX),
                               MIN (gtk_widget_get_height (GTK_WIDGET (self)), HEIGHT_PX));
  gtk_window_set_title (GTK_WINDOW (window), ijk_path_editor_get_title (IJK_PATH_EDITOR (editor)));
  adw_header_bar_set_title_widget (
      ADW_HEADER_BAR (header),
      adw_window_title_new (ijk_path_editor_get_title (IJK_PATH_EDITOR (editor)),
                            ijk_path_editor_get_subtitle (IJK_PATH_EDITOR (editor))));
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), done);
  gtk_widget_add_css_class (done, "suggested-action");
  gtk_widget_set_tooltip_text (cancel, _("Take back what was done in this window"));
  g_signal_connect_object (cancel, "clicked", G_CALLBACK (path_cancel_cb), editor,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (done, "clicked", G_CALLBACK (gtk_window_close), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "message", G_CALLBACK (path_message_cb), overlay, 0);
  gtk_widget_set_vexpand (editor, TRUE);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), editor);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), box);
  adw_window_set_content (ADW_WINDOW (window), overlay);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                        gtk_callback_action_new (close_window_cb, NULL, NULL)));
  gtk_widget_add_controller (window, keys);
  g_signal_connect_object (window, "destroy", G_CALLBACK (path_window_destroy_cb), self,
                           G_CONNECT_SWAPPED);
  /* One comes to move a point: keys do that at once. */
  gtk_window_set_focus (
      GTK_WINDOW (window),
      ijk_chart_view_get_handle (ijk_path_editor_get_view (IJK_PATH_EDITOR (editor)), 0));
  gtk_window_present (GTK_WINDOW (window));
}
