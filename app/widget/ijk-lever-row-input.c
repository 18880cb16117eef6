/* What the hand does to a lever row, and how that reaches the session.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n.h>
#include <math.h>

#include "ijk-lever-row-private.h"
#include "ijk-widget.h"

#define SCROLL_PX 60
#define VALUE_TOLERANCE 1e-9

/* A share that is fixed starts from what the market does, at these years. */
static const int start_years[] = { 2026, 2030, 2035, 2040, 2050 };
G_STATIC_ASSERT (G_N_ELEMENTS (start_years) <= IJK_N_YEARS - IJK_N_PAST_YEARS);


/* Writing */

static void
set_value (IjkLeverRow         *self,
           const IjkLeverKey   *key,
           const IjkLeverValue *value)
{
  g_autoptr (GError) error = NULL;

  if (!ijk_session_set_lever (self->session, key, value, &error))
    {
      g_signal_emit (self, ijk_lever_row_signals[IJK_LEVER_ROW_MESSAGE], 0, error->message);
      ijk_lever_row_update (self);
    }
}

static void
set_number (IjkLeverRow *self,
            double       number)
{
  const IjkLeverKey key = ijk_lever_row_number_key (self);
  IjkLeverReading reading;

  ijk_lever_read (ijk_session_get_scenario (self->session), &key, &reading);
  if (fabs (reading.number - number) <= VALUE_TOLERANCE)
    return;
  /* Back at the reference is not a change. */
  if (fabs (reading.base_number - number) <= VALUE_TOLERANCE)
    ijk_session_reset_lever (self->session, &key);
  else
    set_value (self, &key, &(IjkLeverValue) { .number = number });
}

void
ijk_lever_row_begin_step (IjkLeverRow *self)
{
  g_autofree char *name = NULL;

  if (self->is_in_step)
    return;
  self->is_in_step = TRUE;
  name = ijk_lever_key_dup_name (ijk_lever_row_get_reference (self), &self->key);
  ijk_session_begin_step (self->session, name);
}

void
ijk_lever_row_end_step (IjkLeverRow *self)
{
  if (!self->is_in_step)
    return;
  self->is_in_step = FALSE;
  ijk_session_end_step (self->session);
}

void
ijk_lever_row_reset (IjkLeverRow *self)
{
  const gboolean was_in_step = self->is_in_step;

  g_return_if_fail (IJK_IS_LEVER_ROW (self));

  if (ijk_lever_row_is_project (self) && !was_in_step)
    ijk_lever_row_begin_step (self);
  ijk_session_reset_lever (self->session, &self->key);
  if (ijk_lever_row_is_project (self))
    {
      const IjkLeverKey key = ijk_lever_row_number_key (self);

      ijk_session_reset_lever (self->session, &key);
      if (!was_in_step)
        ijk_lever_row_end_step (self);
    }
}

/* A share fixed by hand begins where the market is, or at its limit, so that nothing jumps. */
static void
start_share (IjkLeverRow   *self,
             IjkShareMode   mode,
             IjkLeverValue *value)
{
  const IjkResult *result = ijk_session_get_result (self->session);
  const IjkLever *lever = ijk_lever_row_get_lever (self);
  double outcome[IJK_N_YEARS];

  value->n_points = 0;
  if (mode == IJK_SHARE_AT_MOST || result == NULL)
    {
      value->points[value->n_points++] = (IjkPathPoint) { IJK_FIRST_FREE_YEAR, lever->max };
      return;
    }
  ijk_lever_read_outcome (result, &self->key, outcome);
  for (guint i = 0; i < G_N_ELEMENTS (start_years); i++)
    {
      const double share = outcome[IJK_YEAR_INDEX (start_years[i])];

      value->points[value->n_points++]
        = (IjkPathPoint) { start_years[i], isfinite (share) ? round (share * 100) / 100 : 0 };
    }
}

static void
select_mode (IjkLeverRow  *self,
             IjkShareMode  mode)
{
  const IjkLeverSetting *setting
    = ijk_scenario_get_setting (ijk_session_get_scenario (self->session), &self->key);
  IjkLeverValue value = { 0 };

  if (mode == self->reading.mode)
    return;
  if (mode == IJK_SHARE_FREE && self->reading.base_mode == IJK_SHARE_FREE)
    {
      ijk_session_reset_lever (self->session, &self->key);
      return;
    }
  if (setting != NULL)
    value = setting->value;
  value.mode = mode;
  if (mode != IJK_SHARE_FREE && value.n_points == 0)
    start_share (self, mode, &value);
  set_value (self, &self->key, &value);
}

/* Callbacks of the parts */

static void
adjustment_changed_cb (IjkLeverRow *self)
{
  if (!self->is_updating)
    set_number (self, gtk_adjustment_get_value (self->adjustment));
}

/* The slider moves in whole steps; what is typed may lie between them. */
static gboolean
scale_change_cb (GtkScale      *scale,
                 GtkScrollType  scroll,
                 double         value,
                 IjkLeverRow   *self)
{
  const IjkLever *lever = ijk_lever_row_number_lever (self);
  const double from = isfinite (lever->min) ? lever->min : 0;

  (void) scale;
  (void) scroll;
  value = from + round ((value - from) / lever->step) * lever->step;
  /* 0.3 and not 0.30000000000000004 goes into the file. */
  value = round (value * 1e9) / 1e9;
  gtk_adjustment_set_value (self->adjustment, value);
  return TRUE;
}

static gboolean
spin_output_cb (GtkSpinButton *spin,
                IjkLeverRow   *self)
{
  g_autofree char *text = NULL;

  if (self->session == NULL)
    return FALSE;
  text = ijk_lever_write_number (ijk_lever_row_number_lever (self),
                                 gtk_adjustment_get_value (self->adjustment));
  if (g_strcmp0 (text, gtk_editable_get_text (GTK_EDITABLE (spin))) != 0)
    gtk_editable_set_text (GTK_EDITABLE (spin), text);
  return TRUE;
}

static int
spin_input_cb (GtkSpinButton *spin,
               double        *value,
               IjkLeverRow   *self)
{
  g_autoptr (GError) error = NULL;

  if (self->session == NULL)
    return FALSE;
  if (ijk_lever_parse_number (ijk_lever_row_number_lever (self),
                              gtk_editable_get_text (GTK_EDITABLE (spin)), value, &error))
    return TRUE;
  g_signal_emit (self, ijk_lever_row_signals[IJK_LEVER_ROW_MESSAGE], 0, error->message);
  *value = gtk_adjustment_get_value (self->adjustment);
  return TRUE;
}

static void
choice_selected_cb (IjkLeverRow *self)
{
  const guint selected = gtk_drop_down_get_selected (self->choice);

  if (self->is_updating || selected == GTK_INVALID_LIST_POSITION)
    return;
  if (ijk_lever_row_get_lever (self)->kind == IJK_LEVER_KIND_MODE_SHARE)
    select_mode (self, (IjkShareMode) selected);
  else if (selected == self->reading.base_choice)
    ijk_session_reset_lever (self->session, &self->key);
  else
    set_value (self, &self->key, &(IjkLeverValue) { .choice = selected });
}

static void
project_switched_cb (IjkLeverRow *self)
{
  const gboolean is_on = gtk_switch_get_active (GTK_SWITCH (self->project_switch));

  if (self->is_updating)
    return;
  if ((guint) is_on == self->reading.base_choice)
    ijk_session_reset_lever (self->session, &self->key);
  else
    set_value (self, &self->key, &(IjkLeverValue) { .choice = (guint) is_on });
}

static void
path_clicked_cb (IjkLeverRow *self)
{
  g_signal_emit (self, ijk_lever_row_signals[IJK_LEVER_ROW_EDIT_PATH], 0);
}

static void
stop_typing (IjkLeverRow *self)
{
  const gboolean had_focus
    = gtk_widget_get_focus_child (GTK_WIDGET (self->value_stack)) != NULL;

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->value_stack), "type") != 0)
    return;
  gtk_stack_set_visible_child_name (self->value_stack, "read");
  if (had_focus)
    gtk_widget_grab_focus (self->value_button);
}

static void
value_clicked_cb (IjkLeverRow *self)
{
  if (ijk_lever_row_has_path (self))
    {
      path_clicked_cb (self);
      return;
    }
  gtk_stack_set_visible_child_name (self->value_stack, "type");
  gtk_spin_button_update (GTK_SPIN_BUTTON (self->spin));
  gtk_widget_grab_focus (self->spin);
  gtk_editable_select_region (GTK_EDITABLE (self->spin), 0, -1);
}

/* GTK 4.8 has no "activate" of spin buttons, so Enter is seen here; Escape gives up what was typed. */
static gboolean
spin_key_cb (IjkLeverRow     *self,
             guint            key,
             guint            code,
             GdkModifierType  state)
{
  (void) code;
  (void) state;
  if (key == GDK_KEY_Escape)
    (void) spin_output_cb (GTK_SPIN_BUTTON (self->spin), self);
  else if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter)
    gtk_spin_button_update (GTK_SPIN_BUTTON (self->spin));
  else
    return FALSE;
  stop_typing (self);
  return TRUE;
}

static gboolean
stop_typing_later (gpointer data)
{
  IjkLeverRow *self = data;

  if (gtk_widget_get_focus_child (GTK_WIDGET (self->value_stack)) == NULL)
    stop_typing (self);
  return G_SOURCE_REMOVE;
}

static void
spin_left_cb (IjkLeverRow *self)
{
  /* The spin button takes over what was typed when it loses focus too; hide it after that. */
  g_idle_add_full (G_PRIORITY_DEFAULT, stop_typing_later, g_object_ref (self), g_object_unref);
}

static gboolean
is_double_press (IjkLeverRow *self,
                 guint32      time,
                 double       x)
{
  int most_ms, most_px;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-double-click-time", &most_ms,
                "gtk-double-click-distance", &most_px, NULL);
  return self->press_time != 0 && time - self->press_time <= (guint32) most_ms
         && fabs (x - self->press_x) <= most_px;
}

/* Raw events, because the slider's own gesture claims the press: any other gesture is cancelled by it
 * and would not see the release that ends the step. */
static gboolean
scale_event_cb (IjkLeverRow *self,
                GdkEvent    *event)
{
  const GdkEventType type = gdk_event_get_event_type (event);
  const guint32 time = gdk_event_get_time (event);
  double x = 0, y = 0;

  if (type == GDK_BUTTON_PRESS || type == GDK_TOUCH_BEGIN)
    {
      (void) gdk_event_get_position (event, &x, &y);
      self->resets_on_release = is_double_press (self, time, x);
      self->press_time = self->resets_on_release ? 0 : time;
      self->press_x = x;
      ijk_lever_row_begin_step (self);
    }
  else if (type == GDK_BUTTON_RELEASE || type == GDK_TOUCH_END || type == GDK_TOUCH_CANCEL)
    {
      if (self->resets_on_release)
        ijk_lever_row_reset (self);
      self->resets_on_release = FALSE;
      ijk_lever_row_end_step (self);
    }
  return GDK_EVENT_PROPAGATE;
}

/* Scrolling through the list must not turn the levers that pass below the pointer. */
static gboolean
scale_scroll_cb (IjkLeverRow *self,
                 double       dx,
                 double       dy)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment;

  (void) dx;
  if (scroller == NULL)
    return TRUE;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + dy * SCROLL_PX);
  return TRUE;
}

void
ijk_lever_row_bind_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, value_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, spin_output_cb);
  gtk_widget_class_bind_template_callback (widget_class, spin_input_cb);
  gtk_widget_class_bind_template_callback (widget_class, scale_change_cb);
  gtk_widget_class_bind_template_callback (widget_class, choice_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, project_switched_cb);
  gtk_widget_class_bind_template_callback (widget_class, path_clicked_cb);
}

void
ijk_lever_row_add_input (IjkLeverRow *self)
{
  GtkEventController *events = gtk_event_controller_legacy_new ();
  GtkEventController *scroll
    = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (self->adjustment, "value-changed", G_CALLBACK (adjustment_changed_cb),
                           self, G_CONNECT_SWAPPED);

  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (events, "event", G_CALLBACK (scale_event_cb), self);
  gtk_widget_add_controller (self->scale, events);
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scale_scroll_cb), self);
  gtk_widget_add_controller (self->scale, scroll);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (spin_key_cb), self);
  gtk_widget_add_controller (self->spin, keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (spin_left_cb), self);
  gtk_widget_add_controller (self->spin, focus);
}
