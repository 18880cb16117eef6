/* Pointer and keys of the chart view. A click or drag sets the year, or moves a handle that is near;
 * arrow keys go from stop to stop of the layout; hovering shows the bubble.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-chart-view-private.h"

#include <math.h>

#include "ijk-chart-hit.h"
#include "ijk-chart-overlay.h"

#define CLICK_SLACK 4   /* px a hand may shake during a click */
#define YEARS_HEIGHT 28 /* px below the plots, with the years */

static guint
find_stop (IjkChartView *self,
           double        x,
           double        y)
{
  const IjkChartLayout *layout = ijk_chart_view_ensure_layout (self);

  if (layout == NULL || ijk_chart_layout_is_empty (layout))
    return IJK_NO_INDEX;
  return ijk_chart_layout_find_stop (layout, x, y);
}

/* Whether a point is over the plots or the years below them, where a click means a year. In the key
 * it means a series. */
static gboolean
is_in_plots (IjkChartView *self,
             double        x,
             double        y)
{
  const IjkChartLayout *layout = ijk_chart_view_ensure_layout (self);
  IjkBox plot, last;
  guint n_panels;

  if (layout == NULL || (n_panels = ijk_chart_layout_get_n_panels (layout)) == 0)
    return FALSE;
  plot = ijk_chart_layout_get_plot (layout, 0);
  last = ijk_chart_layout_get_plot (layout, n_panels - 1);
  return x >= plot.x - 2 * CLICK_SLACK && x <= plot.x + plot.width + 2 * CLICK_SLACK
         && y <= last.y + last.height + YEARS_HEIGHT;
}

static void
set_year_at (IjkChartView *self,
             double        x,
             double        y)
{
  const guint stop = find_stop (self, x, y);
  guint n_stops;
  const IjkStop *stops;

  if (stop == IJK_NO_INDEX || !ijk_chart_view_has_years (self))
    return;
  stops = ijk_chart_layout_get_stops (self->layout, &n_stops);
  if (stop < n_stops)
    ijk_chart_view_set_year (self, (int) lround (self->spec->x[stops[stop].i_x]));
}

static void
motion_cb (IjkChartView *self,
           double        x,
           double        y)
{
  if (self->dragged_handle != IJK_NO_INDEX)
    return;
  self->hover_y_px = y;
  if (self->spec != NULL && self->spec->kind == IJK_CHART_GRID)
    gtk_widget_queue_draw (GTK_WIDGET (self));
  ijk_chart_view_set_hover (self, is_in_plots (self, x, y) ? find_stop (self, x, y) : IJK_NO_INDEX,
                            FALSE);
}

static void
leave_cb (IjkChartView *self)
{
  if (!self->is_hover_by_key && self->dragged_handle == IJK_NO_INDEX)
    ijk_chart_view_set_hover (self, IJK_NO_INDEX, FALSE);
}

static void
focus_left_cb (IjkChartView *self)
{
  if (self->is_hover_by_key)
    ijk_chart_view_set_hover (self, IJK_NO_INDEX, FALSE);
}

/* Handles */

/* The nearest handle within reach, or IJK_NO_INDEX. */
static guint
find_handle (IjkChartView *self,
             double        x,
             double        y,
             double       *offset_px)
{
  double nearest = IJK_HANDLE_HIT_RADIUS;
  guint found = IJK_NO_INDEX;

  for (guint i = 0; i < self->handles->len; i++)
    {
      IjkPoint point;
      guint panel;
      double distance;

      if (!ijk_chart_view_locate_handle (self, i, &point, &panel))
        continue;
      distance = hypot (point.x - x, point.y - y);
      if (distance <= nearest)
        {
          nearest = distance;
          found = i;
          *offset_px = point.y - y;
        }
    }
  return found;
}

static void
move_handle (IjkChartView *self,
             double        y)
{
  const IjkChartLayout *layout = ijk_chart_view_ensure_layout (self);
  GtkAdjustment *adjustment;
  IjkPoint point;
  guint panel;
  double value, step;

  if (layout == NULL || self->dragged_handle >= self->handles->len
      || !ijk_chart_view_locate_handle (self, self->dragged_handle, &point, &panel))
    return;
  adjustment = gtk_range_get_adjustment (GTK_RANGE (self->handles->pdata[self->dragged_handle]));
  step = gtk_adjustment_get_step_increment (adjustment);
  value = ijk_chart_layout_px_to_y (layout, panel, y + self->drag_offset_px);
  if (step > 0)
    value = round (value / step) * step;
  gtk_adjustment_set_value (adjustment, value);
}

static void
hover_handle (IjkChartView *self,
              guint         handle)
{
  IjkPoint point;
  guint panel;

  if (ijk_chart_view_locate_handle (self, handle, &point, &panel))
    ijk_chart_view_set_hover (self, find_stop (self, point.x, point.y), FALSE);
}

static void
release_handle (IjkChartView *self)
{
  const guint handle = self->dragged_handle;

  if (handle == IJK_NO_INDEX)
    return;
  self->dragged_handle = IJK_NO_INDEX;
  g_signal_emit (self, ijk_chart_view_signals[IJK_CHART_VIEW_HANDLE_RELEASED], 0, handle);
}

/* Pressing, dragging */

static void
drag_begun_cb (IjkChartView   *self,
               double          x,
               double          y,
               GtkGestureDrag *gesture)
{
  const guint handle = find_handle (self, x, y, &self->drag_offset_px);

  self->is_dragging = FALSE;
  if (handle != IJK_NO_INDEX)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      gtk_widget_grab_focus (self->handles->pdata[handle]);
      self->dragged_handle = handle;
      hover_handle (self, handle);
      g_signal_emit (self, ijk_chart_view_signals[IJK_CHART_VIEW_HANDLE_GRABBED], 0, handle);
      return;
    }
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (is_in_plots (self, x, y))
    set_year_at (self, x, y);
}

static void
drag_updated_cb (IjkChartView   *self,
                 double          offset_x,
                 double          offset_y,
                 GtkGestureDrag *gesture)
{
  double x, y;

  if (!gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;
  if (hypot (offset_x, offset_y) > CLICK_SLACK)
    self->is_dragging = TRUE;
  if (self->dragged_handle != IJK_NO_INDEX)
    move_handle (self, y + offset_y);
  else if (self->is_dragging && is_in_plots (self, x, y))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      set_year_at (self, x + offset_x, y);
    }
}

static void
drag_ended_cb (IjkChartView   *self,
               double          offset_x,
               double          offset_y,
               GtkGestureDrag *gesture)
{
  double x, y;
  IjkChartHit hit;

  (void) offset_x;
  (void) offset_y;
  if (self->dragged_handle != IJK_NO_INDEX)
    {
      release_handle (self);
      return;
    }
  if (self->is_dragging || !gtk_gesture_drag_get_start_point (gesture, &x, &y)
      || ijk_chart_view_ensure_layout (self) == NULL)
    return;
  hit = ijk_chart_layout_pick (self->layout, x, y);
  if (hit.part != IJK_PART_NONE)
    g_signal_emit (self, ijk_chart_view_signals[IJK_CHART_VIEW_PART_ACTIVATED], 0, hit.part,
                   hit.i_part);
}

static void
drag_cancelled_cb (IjkChartView *self)
{
  release_handle (self);
}

static void
pressed_cb (IjkChartView *self,
            int           n_press,
            double        x,
            double        y)
{
  const IjkChartLayout *layout = ijk_chart_view_ensure_layout (self);
  double offset;

  if (n_press != 2 || layout == NULL || !is_in_plots (self, x, y)
      || ijk_chart_layout_is_empty (layout) || find_handle (self, x, y, &offset) != IJK_NO_INDEX)
    return;
  g_signal_emit (self, ijk_chart_view_signals[IJK_CHART_VIEW_PLOT_ACTIVATED], 0,
                 ijk_chart_layout_px_to_x (layout, x), ijk_chart_layout_px_to_y (layout, 0, y));
}

/* Menu */

static gboolean
open_menu (IjkChartView *self,
           double        x,
           double        y)
{
  if (self->menu_model == NULL)
    return FALSE;
  if (self->popover == NULL)
    {
      self->popover = gtk_popover_menu_new_from_model (self->menu_model);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
      gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
    }
  ijk_chart_view_set_hover (self, IJK_NO_INDEX, FALSE);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover),
                               &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->popover));
  return TRUE;
}

static void
menu_pressed_cb (IjkChartView *self,
                 int           n_press,
                 double        x,
                 double        y,
                 GtkGesture   *gesture)
{
  (void) n_press;
  if (open_menu (self, x, y))
    gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static gboolean
open_menu_key (GtkWidget *widget,
               GVariant  *args,
               gpointer   user_data)
{
  (void) args;
  (void) user_data;
  return open_menu (IJK_CHART_VIEW (widget), gtk_widget_get_width (widget) / 2.0,
                    gtk_widget_get_height (widget) / 2.0);
}

/* Keys */

/* The stop that keys start from: that of the year, else the one shown last, else before the first. */
static int
current_stop (IjkChartView  *self,
              const IjkStop *stops,
              guint          n_stops)
{
  if (ijk_chart_view_has_years (self) && self->year > 0)
    for (guint i = 0; i < n_stops; i++)
      if (lround (self->spec->x[stops[i].i_x]) == self->year)
        return (int) i;
  return self->hover_stop < n_stops ? (int) self->hover_stop : -1;
}

static gboolean
move_cursor (GtkWidget *widget,
             GVariant  *args,
             gpointer   user_data)
{
  IjkChartView *self = IJK_CHART_VIEW (widget);
  const IjkChartLayout *layout = ijk_chart_view_ensure_layout (self);
  const int by = g_variant_get_int32 (args);
  const IjkStop *stops;
  guint n_stops;
  int stop;

  (void) user_data;
  if (layout == NULL || ijk_chart_layout_is_empty (layout))
    return FALSE;
  stops = ijk_chart_layout_get_stops (layout, &n_stops);
  if (n_stops == 0)
    return FALSE;
  stop = current_stop (self, stops, n_stops);
  stop = by == G_MININT32   ? 0
         : by == G_MAXINT32 ? (int) n_stops - 1
                            : CLAMP (stop + by, 0, (int) n_stops - 1);
  if (ijk_chart_view_has_years (self))
    ijk_chart_view_set_year (self, (int) lround (self->spec->x[stops[stop].i_x]));
  ijk_chart_view_set_hover (self, (guint) stop, TRUE);
  return TRUE;
}

static gboolean
drop_hover (GtkWidget *widget,
            GVariant  *args,
            gpointer   user_data)
{
  IjkChartView *self = IJK_CHART_VIEW (widget);
  const gboolean is_by_key = self->is_hover_by_key;

  (void) args;
  (void) user_data;
  if (self->hover_stop == IJK_NO_INDEX)
    return FALSE;
  ijk_chart_view_set_hover (self, IJK_NO_INDEX, FALSE);
  /* A pointer that rests on the chart is not what Escape was pressed for. */
  return is_by_key;
}

/* Space shows and hides what the chart says at the cursor. */
static gboolean
toggle_hover (GtkWidget *widget,
              GVariant  *args,
              gpointer   user_data)
{
  if (drop_hover (widget, args, user_data))
    return TRUE;
  args = g_variant_ref_sink (g_variant_new_int32 (0));
  (void) move_cursor (widget, args, user_data);
  g_variant_unref (args);
  return TRUE;
}

void
ijk_chart_view_bind_keys (GtkWidgetClass *klass)
{
  static const struct
  {
    guint key;
    int by;
  } moves[] = {
    { GDK_KEY_Left, -1 },         { GDK_KEY_KP_Left, -1 },
    { GDK_KEY_Right, 1 },         { GDK_KEY_KP_Right, 1 },
    { GDK_KEY_Home, G_MININT32 }, { GDK_KEY_KP_Home, G_MININT32 },
    { GDK_KEY_End, G_MAXINT32 },  { GDK_KEY_KP_End, G_MAXINT32 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    gtk_widget_class_add_binding (klass, moves[i].key, 0, move_cursor, "i", moves[i].by);
  gtk_widget_class_add_binding (klass, GDK_KEY_Escape, 0, drop_hover, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_space, 0, toggle_hover, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_F10, GDK_SHIFT_MASK, open_menu_key, NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_Menu, 0, open_menu_key, NULL);
}

void
ijk_chart_view_add_input (IjkChartView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *menu = gtk_gesture_click_new ();

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (widget, motion);

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (widget, focus);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), GDK_BUTTON_PRIMARY);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begun_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_updated_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_ended_cb), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (drag_cancelled_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_gesture_group (click, drag);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (menu, "pressed", G_CALLBACK (menu_pressed_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (menu));
}
