/* How the session and the settings show: state pages, notice, progress, year, charts, presenter
 * mode, size and place.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-window-private.h"

#include "ijk-changed-list.h"
#include "ijk-shortcuts.h"

#include <glib/gi18n-lib.h>

/* What takes longer than this is shown with a way to stop it. */
#define BUSY_AFTER_US (G_USEC_PER_SEC / 2)
#define BUSY_CHECK_MS 100

static void
describe_scenario (IjkWindow *self)
{
  const char *name = ijk_session_get_scenario_name (self->session);
  const guint n_changed = ijk_changed_list_count (self->session);
  g_autofree char *levers = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *title = NULL;

  if (n_changed == 0)
    levers = g_strdup (_("as the reference"));
  else
    levers = g_strdup_printf (ngettext ("%u lever changed", "%u levers changed", n_changed),
                              n_changed);
  if (ijk_session_is_file_read_only (self->session))
    /* Translators: how many levers are changed */
    subtitle = g_strdup_printf (_("%s, to read only"), levers);
  else if (ijk_session_is_read_only (self->session))
    /* Translators: how many levers are changed; an edit makes a copy of this scenario */
    subtitle = g_strdup_printf (_("%s, an example"), levers);
  else
    /* Translators: how many levers are changed */
    subtitle = g_strdup_printf (_("%s, saved"), levers);
  gtk_label_set_label (GTK_LABEL (self->scenario_title), name != NULL ? name : "");
  gtk_label_set_label (GTK_LABEL (self->scenario_subtitle), subtitle);
  /* GTK 4.8 hands on to what is pressed in a menu button its label, not what labels it. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scenario_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name != NULL ? name : "",
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle, -1);
  if (name != NULL)
    {
      /* Translators: name of a scenario, before the name of the program: title of the window */
      title = g_strdup_printf (_("%s – Ijkpad"), name);
      gtk_window_set_title (GTK_WINDOW (self), title);
    }
}

static gboolean
busy_cb (gpointer user_data)
{
  IjkWindow *self = user_data;
  const IjkLandscape *landscape = ijk_session_get_landscape (self->session);
  const guint n_points
      = landscape == NULL ? 0 : landscape->question.n_columns * landscape->question.n_rows;

  if (ijk_session_landscape_is_done (self->session))
    {
      gtk_revealer_set_reveal_child (GTK_REVEALER (self->busy), FALSE);
      self->busy_id = 0;
      return G_SOURCE_REMOVE;
    }
  if (g_get_monotonic_time () - self->busy_since_us < BUSY_AFTER_US)
    return G_SOURCE_CONTINUE;
  gtk_label_set_label (GTK_LABEL (self->busy_label), _("Working out the landscape"));
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->busy_bar),
                                 n_points == 0 ? 0 : (double) landscape->n_done / n_points);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->busy), TRUE);
  return G_SOURCE_CONTINUE;
}

static void
landscape_cb (IjkWindow *self)
{
  if (self->busy_id != 0 || ijk_session_landscape_is_done (self->session))
    return;
  self->busy_since_us = g_get_monotonic_time ();
  self->busy_id = g_timeout_add (BUSY_CHECK_MS, busy_cb, self);
}

static void
cancel_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  IjkWindow *self = user_data;

  (void) action;
  (void) parameter;
  ijk_session_ask_landscape (self->session, NULL);
  g_clear_handle_id (&self->busy_id, g_source_remove);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->busy), FALSE);
  ijk_window_say (self, _("Stopped. The landscape is worked out again with the next change."));
}

/* A workbook that can only be read says so as long as it is open; other news can be put away. */
static void
notice_cb (IjkWindow *self)
{
  const char *notice = ijk_session_get_notice (self->session);
  const gboolean is_read_only = ijk_session_is_file_read_only (self->session);
  g_autofree char *sentence = NULL;

  gtk_revealer_set_reveal_child (GTK_REVEALER (self->notice), notice != NULL);
  gtk_widget_set_visible (self->notice_copy, is_read_only);
  gtk_widget_set_visible (self->notice_close, !is_read_only);
  if (notice == NULL)
    return;
  if (is_read_only)
    /* Translators: why the workbook cannot be changed, without a full stop: "it was saved by a
     * newer version of the program ..." */
    sentence = g_strdup_printf (_("To read only: %s."), notice);
  else
    /* Translators: what happened to the workbook when it was opened, without a full stop: "it was
     * brought up to date ..." */
    sentence = g_strdup_printf (_("About this workbook: %s."), notice);
  gtk_label_set_label (GTK_LABEL (self->notice_label), sentence);
}

static void
close_notice_cb (IjkWindow *self)
{
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->notice), FALSE);
}

static void
result_cb (IjkWindow *self)
{
  const gboolean is_first = !g_str_equal (
      gtk_stack_get_visible_child_name (GTK_STACK (self->states)), "work");

  if (ijk_session_get_result (self->session) == NULL)
    return;
  if (is_first)
    gtk_stack_set_visible_child_name (GTK_STACK (self->states), "work");
  describe_scenario (self);
  ijk_window_follow_undo (self);
}

static void
failed_cb (IjkWindow    *self,
           const GError *error)
{
  ijk_window_say (self, error->message);
}

void
ijk_window_show_trouble (IjkWindow  *self,
                         const char *title,
                         const char *sentence)
{
  /* With a workbook open the work goes on, and the sentence waits for an answer. */
  if (ijk_session_get_reference (self->session) != NULL)
    {
      GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), title, sentence);

      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
      gtk_window_present (GTK_WINDOW (dialog));
      return;
    }
  else
    {
      g_autofree char *text = g_markup_escape_text (sentence, -1);

      adw_status_page_set_title (ADW_STATUS_PAGE (self->trouble), title);
      adw_status_page_set_description (ADW_STATUS_PAGE (self->trouble), text);
      gtk_stack_set_visible_child_name (GTK_STACK (self->states), "trouble");
    }
}

static void
charts_changed_cb (IjkWindow *self)
{
  IjkExploreView *explore = IJK_EXPLORE_VIEW (self->explore);
  g_auto (GStrv) charts = ijk_explore_view_dup_charts (explore);

  g_settings_set_strv (self->settings, "charts", (const char *const *) charts);
  g_settings_set_int (self->settings, "n-charts", ijk_explore_view_get_n_charts (explore));
}

static void
n_charts_setting_cb (IjkWindow *self)
{
  int n_charts = g_settings_get_int (self->settings, "n-charts");
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "n-charts");

  if (n_charts == 3)
    n_charts = 4; /* the grid would have a hole */
  ijk_explore_view_set_n_charts (IJK_EXPLORE_VIEW (self->explore), n_charts);
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_int32 (n_charts));
}

static void
n_charts_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  IjkWindow *self = user_data;

  (void) action;
  g_settings_set_int (self->settings, "n-charts", g_variant_get_int32 (parameter));
}

static void
show_levers_cb (GSimpleAction *action,
                GVariant      *state,
                gpointer       user_data)
{
  IjkWindow *self = user_data;

  (void) action;
  adw_flap_set_reveal_flap (ADW_FLAP (self->flap), g_variant_get_boolean (state));
}

static void
fold_levers_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  (void) action;
  (void) parameter;
  ijk_window_fold_levers (user_data);
}

static void
reveal_flap_cb (IjkWindow *self)
{
  const gboolean is_revealed = adw_flap_get_reveal_flap (ADW_FLAP (self->flap));
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "show-levers");

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (is_revealed));
}

static void
move_year (IjkWindow *self,
           int        by)
{
  ijk_session_set_year (self->session, CLAMP (ijk_session_get_year (self->session) + by,
                                              IJK_FIRST_YEAR, IJK_LAST_YEAR));
}

static void
year_later_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  (void) action;
  (void) parameter;
  move_year (user_data, 1);
}

static void
year_earlier_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  (void) action;
  (void) parameter;
  move_year (user_data, -1);
}

static void
view_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  IjkWindow *self = user_data;

  (void) action;
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (self->views),
                                         g_variant_get_string (parameter, NULL));
}

static void
shortcuts_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  (void) action;
  (void) parameter;
  ijk_shortcuts_show (user_data);
}

/* All words grow, those in charts too: sizes are in points, and a point gets more pixels. */
static void
scale_type (IjkWindow *self,
            double     scale)
{
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (self));
  int dpi;

  gtk_settings_reset_property (settings, "gtk-xft-dpi");
  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  if (scale > 1 && dpi > 0)
    g_object_set (settings, "gtk-xft-dpi", (int) (dpi * scale), NULL);
}

/* A hidden widget hands the focus on, and the ring would be around a figure on the beamer. */
static void
drop_focus_in_header (IjkWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus != NULL && gtk_widget_is_ancestor (focus, self->header))
    gtk_window_set_focus (GTK_WINDOW (self), NULL);
}

void
ijk_window_set_presenting (IjkWindow *self,
                           gboolean   is_presenting)
{
  static const char *const with_page_keys[] = { "Page_Down", "<Control>Page_Down", NULL };
  static const char *const without[] = { "<Control>Page_Down", NULL };
  static const char *const back_with_page_keys[] = { "Page_Up", "<Control>Page_Up", NULL };
  static const char *const back_without[] = { "<Control>Page_Up", NULL };
  static const char *const escape[] = { "Escape", NULL };
  static const char *const none[] = { NULL };
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "presenter");

  if (is_presenting == self->is_presenting)
    return;
  self->is_presenting = is_presenting;
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (is_presenting));
  /* A presenter's remote sends the page keys. */
  gtk_application_set_accels_for_action (application, "win.next-bookmark",
                                         is_presenting ? with_page_keys : without);
  gtk_application_set_accels_for_action (application, "win.previous-bookmark",
                                         is_presenting ? back_with_page_keys : back_without);
  gtk_application_set_accels_for_action (application, "win.leave-presenter",
                                         is_presenting ? escape : none);
  ijk_window_enable (self, "leave-presenter", is_presenting);
  if (is_presenting)
    {
      self->was_flap_open = adw_flap_get_reveal_flap (ADW_FLAP (self->flap));
      adw_flap_set_reveal_flap (ADW_FLAP (self->flap), FALSE);
      gtk_widget_add_css_class (GTK_WIDGET (self), "presenter");
      scale_type (self, g_settings_get_double (self->settings, "presenter-scale"));
      gtk_window_fullscreen (GTK_WINDOW (self));
    }
  else
    {
      gtk_window_unfullscreen (GTK_WINDOW (self));
      gtk_widget_remove_css_class (GTK_WIDGET (self), "presenter");
      scale_type (self, 1);
      adw_flap_set_reveal_flap (ADW_FLAP (self->flap), self->was_flap_open);
    }
  drop_focus_in_header (self);
  gtk_widget_set_visible (self->header, !is_presenting);
  ijk_window_arrange (self);
}

static void
presenter_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  IjkWindow *self = user_data;

  (void) action;
  (void) parameter;
  ijk_window_set_presenting (self, !self->is_presenting);
}

static void
leave_presenter_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  (void) action;
  (void) parameter;
  ijk_window_set_presenting (user_data, FALSE);
}

/* The window manager can end full screen by itself. */
static void
fullscreened_cb (IjkWindow *self)
{
  if (self->is_presenting && gtk_widget_get_mapped (GTK_WIDGET (self))
      && !gtk_window_is_fullscreen (GTK_WINDOW (self)))
    ijk_window_set_presenting (self, FALSE);
}

void
ijk_window_restore_view (IjkWindow *self)
{
  g_auto (GStrv) charts = g_settings_get_strv (self->settings, "charts");
  IjkExploreView *explore = IJK_EXPLORE_VIEW (self->explore);

  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  adw_flap_set_reveal_flap (ADW_FLAP (self->flap),
                            g_settings_get_boolean (self->settings, "flap-open"));
  ijk_explore_view_set_charts (explore, (const char *const *) charts);
  n_charts_setting_cb (self);
  g_signal_connect_object (explore, "charts-changed", G_CALLBACK (charts_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/* At once, and not only when the window closes: who comes back after a failure of power finds the
 * scenario that was in hand. While a workbook is being opened the session moves by itself. */
static void
remember_place (IjkWindow *self)
{
  if (!self->is_placed || ijk_session_get_path (self->session) == NULL)
    return;
  g_settings_set_string (self->settings, "last-workbook", ijk_session_get_path (self->session));
  g_settings_set_int64 (self->settings, "last-scenario",
                        ijk_session_get_scenario_id (self->session));
  g_settings_set_int64 (self->settings, "compare", ijk_session_get_compare_id (self->session));
}

void
ijk_window_save_view (IjkWindow *self)
{
  int width, height;

  if (self->is_presenting)
    ijk_window_set_presenting (self, FALSE);
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  if (width > 0 && height > 0)
    {
      g_settings_set_int (self->settings, "window-width", width);
      g_settings_set_int (self->settings, "window-height", height);
    }
  g_settings_set_boolean (self->settings, "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self)));
  if (!adw_flap_get_folded (ADW_FLAP (self->flap)))
    g_settings_set_boolean (self->settings, "flap-open",
                            adw_flap_get_reveal_flap (ADW_FLAP (self->flap)));
  if (!self->is_placed || ijk_session_get_path (self->session) == NULL)
    return;
  remember_place (self);
  g_settings_set_int (self->settings, "last-year", ijk_session_get_year (self->session));
}

void
ijk_window_follow_session (IjkWindow *self)
{
  static const char *const undo_properties[]
      = { "notify::can-undo", "notify::can-redo", "notify::undo-label", "notify::redo-label" };
  IjkSession *session = self->session;

  ijk_explore_view_set_session (IJK_EXPLORE_VIEW (self->explore), session);
  g_object_notify (G_OBJECT (self->views), "visible-child-name");
  g_signal_connect_object (session, "notify::result", G_CALLBACK (result_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::scenario-id", G_CALLBACK (result_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::scenario-name", G_CALLBACK (result_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::scenario-id", G_CALLBACK (remember_place), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::compare-id", G_CALLBACK (remember_place), self,
                           G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (undo_properties); i++)
    g_signal_connect_object (session, undo_properties[i], G_CALLBACK (ijk_window_follow_undo), self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::notice", G_CALLBACK (notice_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::landscape", G_CALLBACK (landscape_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "scenarios-changed", G_CALLBACK (ijk_window_follow_scenarios),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::reference", G_CALLBACK (ijk_window_read_questions),
                           self, G_CONNECT_SWAPPED);
  notice_cb (self);
  ijk_window_read_questions (self);
  ijk_window_follow_scenarios (self);
  ijk_window_follow_undo (self);
  result_cb (self);
}

void
ijk_window_add_view_actions (IjkWindow *self)
{
  static const GActionEntry actions[] = {
    { .name = "n-charts", .activate = n_charts_cb, .parameter_type = "i", .state = "4" },
    { .name = "show-levers", .state = "true", .change_state = show_levers_cb },
    { .name = "fold-levers", .activate = fold_levers_cb },
    { .name = "year-later", .activate = year_later_cb },
    { .name = "year-earlier", .activate = year_earlier_cb },
    { .name = "view", .activate = view_cb, .parameter_type = "s" },
    { .name = "presenter", .activate = presenter_cb, .state = "false" },
    { .name = "leave-presenter", .activate = leave_presenter_cb },
    { .name = "cancel", .activate = cancel_cb },
    { .name = "shortcuts", .activate = shortcuts_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  ijk_window_enable (self, "leave-presenter", FALSE);
  g_signal_connect_object (self->flap, "notify::reveal-flap", G_CALLBACK (reveal_flap_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::n-charts", G_CALLBACK (n_charts_setting_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->notice_close, "clicked", G_CALLBACK (close_notice_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::fullscreened", G_CALLBACK (fullscreened_cb), NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "ijkpad");
}
