/* What of the window is there at which width, and while nothing is open; and the levers where they lie
 * over the charts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-window-private.h"

/* At the usual size of type. Below the first the name of the scenario needs the room of all but the
 * first buttons; below the second the views are chosen at the bottom. */
#define NARROW_PX 560
#define MEDIUM_PX 950
/* Below this a chart beside the levers would be too small to read. */
#define FOLD_PX 820
#define USUAL_DPI (96 * 1024)

static int
find_plain_width (IjkWindow *self)
{
  int dpi;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? (int) ((gint64) self->width_px * USUAL_DPI / dpi) : self->width_px;
}

/* Where no views are named in the middle, the name of the scenario is the title. */
static void
place_scenario (IjkWindow *self,
                GtkWidget *place)
{
  GtkWidget *before = gtk_widget_get_parent (self->scenario_button);

  if (before == place)
    return;
  g_object_ref (self->scenario_button);
  adw_bin_set_child (ADW_BIN (before), NULL);
  adw_bin_set_child (ADW_BIN (place), self->scenario_button);
  g_object_unref (self->scenario_button);
}

void
ijk_window_arrange (IjkWindow *self)
{
  const int width_px = find_plain_width (self);
  const gboolean is_at_work = g_strcmp0 (
      gtk_stack_get_visible_child_name (GTK_STACK (self->states)), "work") == 0;

  gtk_widget_set_visible (self->flap_button, is_at_work);
  gtk_widget_set_visible (self->scenario_button, is_at_work);
  gtk_widget_set_visible (self->undo_button, is_at_work);
  gtk_widget_set_visible (self->redo_place, is_at_work && width_px >= NARROW_PX);
  gtk_widget_set_visible (self->tools, is_at_work && width_px >= NARROW_PX);
  gtk_widget_set_visible (self->switcher, is_at_work && width_px >= MEDIUM_PX);
  adw_flap_set_fold_policy (ADW_FLAP (self->flap), width_px < FOLD_PX
                                                       ? ADW_FLAP_FOLD_POLICY_ALWAYS
                                                       : ADW_FLAP_FOLD_POLICY_AUTO);
  place_scenario (self, width_px < MEDIUM_PX ? self->scenario_middle : self->scenario_start);
  adw_view_switcher_bar_set_reveal (ADW_VIEW_SWITCHER_BAR (self->switcher_bar),
                                    is_at_work && width_px < MEDIUM_PX && !self->is_presenting);
}

static gboolean
arrange_cb (gpointer user_data)
{
  IjkWindow *self = user_data;

  self->width_id = 0;
  ijk_window_arrange (self);
  return G_SOURCE_REMOVE;
}

void
ijk_window_follow_width (IjkWindow *self,
                         int        width_px)
{
  if (width_px == self->width_px)
    return;
  self->width_px = width_px;
  /* Children must not change while they get their sizes, so it is done right after. */
  if (self->width_id == 0)
    self->width_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, arrange_cb, self, NULL);
}

static gboolean
levers_lie_over_charts (IjkWindow *self)
{
  return adw_flap_get_folded (ADW_FLAP (self->flap))
         && adw_flap_get_reveal_flap (ADW_FLAP (self->flap));
}

gboolean
ijk_window_fold_levers (IjkWindow *self)
{
  if (!levers_lie_over_charts (self))
    return FALSE;
  adw_flap_set_reveal_flap (ADW_FLAP (self->flap), FALSE);
  gtk_widget_grab_focus (self->flap_button);
  return TRUE;
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  (void) widget;
  (void) arguments;
  return ijk_window_fold_levers (user_data);
}

/* Without a hand on the mouse one goes where the levers have appeared. */
static void
revealed_cb (IjkWindow *self)
{
  if (levers_lie_over_charts (self) && gtk_widget_get_mapped (self->flap)
      && !gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (self)), self->levers))
    ijk_lever_panel_start_search (IJK_LEVER_PANEL (self->levers));
}

void
ijk_window_set_up_width (IjkWindow *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                        gtk_callback_action_new (escape_cb, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (self->states, "notify::visible-child-name",
                           G_CALLBACK (ijk_window_arrange), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->flap, "notify::reveal-flap", G_CALLBACK (revealed_cb), self,
                           G_CONNECT_SWAPPED);
}
