/* A GtkRange with neither slider nor trough: its value is the height of a dot in a chart. It is
 * placed by the chart view, which also moves it by pointer; here are its keys and its looks.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-handle.h"

#include "ijk-chart-overlay.h"
#include "ijk-chart-view.h"

#define SIZE (2 * IJK_FOCUS_RADIUS + 6)
#define LINE_WIDTH 2.4
#define RING_WIDTH 2.5

struct _IjkHandle
{
  GtkRange parent_instance;
};

G_DEFINE_FINAL_TYPE (IjkHandle, ijk_handle, GTK_TYPE_RANGE)

static GdkRGBA
colour_of (IjkRole role)
{
  const IjkColour colour = ijk_palette_get_colour (ijk_chart_view_get_style (), role);

  return (GdkRGBA) { (float) colour.red, (float) colour.green, (float) colour.blue, 1 };
}

static void
append_disc (GtkSnapshot   *snapshot,
             float          middle,
             float          radius,
             const GdkRGBA *colour)
{
  GskRoundedRect disc;

  gsk_rounded_rect_init_from_rect (
    &disc, &GRAPHENE_RECT_INIT (middle - radius, middle - radius, 2 * radius, 2 * radius), radius);
  gtk_snapshot_push_rounded_clip (snapshot, &disc);
  gtk_snapshot_append_color (snapshot, colour, &disc.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
ijk_handle_snapshot (GtkWidget   *widget,
                     GtkSnapshot *snapshot)
{
  const GdkRGBA card = colour_of (IJK_ROLE_CARD);
  const GdkRGBA accent = colour_of (IJK_ROLE_ACCENT);
  const GtkStateFlags focused = GTK_STATE_FLAG_FOCUSED | GTK_STATE_FLAG_FOCUS_VISIBLE;
  const float middle = SIZE / 2.0f;

  if ((gtk_widget_get_state_flags (widget) & focused) == focused)
    {
      append_disc (snapshot, middle, IJK_FOCUS_RADIUS + (float) RING_WIDTH / 2, &accent);
      append_disc (snapshot, middle, IJK_FOCUS_RADIUS - (float) RING_WIDTH / 2, &card);
    }
  append_disc (snapshot, middle, IJK_HANDLE_RADIUS + 3, &card);
  append_disc (snapshot, middle, IJK_HANDLE_RADIUS + 1.5f, &accent);
  append_disc (snapshot, middle, IJK_HANDLE_RADIUS + 1.5f - (float) LINE_WIDTH, &card);
}

static void
ijk_handle_measure (GtkWidget      *widget,
                    GtkOrientation  orientation,
                    int             for_size,
                    int            *minimum,
                    int            *natural,
                    int            *minimum_baseline,
                    int            *natural_baseline)
{
  (void) widget;
  (void) orientation;
  (void) for_size;
  *minimum = *natural = SIZE;
  *minimum_baseline = *natural_baseline = -1;
}

/* No style of the theme depends on the state, so GTK sees no reason to draw it anew. */
static void
ijk_handle_state_flags_changed (GtkWidget     *widget,
                                GtkStateFlags  previous)
{
  GTK_WIDGET_CLASS (ijk_handle_parent_class)->state_flags_changed (widget, previous);
  gtk_widget_queue_draw (widget);
}

/* The chart behind it takes all pointer events. */
static gboolean
ijk_handle_contains (GtkWidget *widget,
                     double     x,
                     double     y)
{
  (void) widget;
  (void) x;
  (void) y;
  return FALSE;
}

static void
add_key_signal (IjkHandleClass *klass,
                const char     *name,
                const guint    *keys,
                guint           n_keys)
{
  g_signal_new (name, G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION, 0, NULL, NULL,
                NULL, G_TYPE_NONE, 0);
  for (guint i = 0; i < n_keys; i++)
    gtk_widget_class_add_binding_signal (GTK_WIDGET_CLASS (klass), keys[i], 0, name, NULL);
}

static void
add_move (IjkHandleClass *klass,
          guint           key,
          GtkScrollType   scroll)
{
  gtk_widget_class_add_binding_signal (GTK_WIDGET_CLASS (klass), key, 0, "move-slider", "(i)",
                                       scroll);
}

static void
ijk_handle_class_init (IjkHandleClass *klass)
{
  static const guint reset_keys[] = { GDK_KEY_Home, GDK_KEY_KP_Home };
  static const guint remove_keys[] = { GDK_KEY_Delete, GDK_KEY_KP_Delete };
  static const guint insert_keys[] = { GDK_KEY_Insert, GDK_KEY_KP_Insert };
  static const guint edit_keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = ijk_handle_measure;
  widget_class->snapshot = ijk_handle_snapshot;
  widget_class->state_flags_changed = ijk_handle_state_flags_changed;
  widget_class->contains = ijk_handle_contains;

  /* A range has the signal, but leaves its keys to scales and scroll bars. */
  add_move (klass, GDK_KEY_Up, GTK_SCROLL_STEP_UP);
  add_move (klass, GDK_KEY_KP_Up, GTK_SCROLL_STEP_UP);
  add_move (klass, GDK_KEY_Down, GTK_SCROLL_STEP_DOWN);
  add_move (klass, GDK_KEY_KP_Down, GTK_SCROLL_STEP_DOWN);
  add_move (klass, GDK_KEY_Page_Up, GTK_SCROLL_PAGE_UP);
  add_move (klass, GDK_KEY_KP_Page_Up, GTK_SCROLL_PAGE_UP);
  add_move (klass, GDK_KEY_Page_Down, GTK_SCROLL_PAGE_DOWN);
  add_move (klass, GDK_KEY_KP_Page_Down, GTK_SCROLL_PAGE_DOWN);
  add_key_signal (klass, "reset", reset_keys, G_N_ELEMENTS (reset_keys));
  add_key_signal (klass, "remove", remove_keys, G_N_ELEMENTS (remove_keys));
  add_key_signal (klass, "insert", insert_keys, G_N_ELEMENTS (insert_keys));
  add_key_signal (klass, "edit", edit_keys, G_N_ELEMENTS (edit_keys));

  gtk_widget_class_set_css_name (widget_class, "chart-handle");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);
}

static void
ijk_handle_init (IjkHandle *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  /* Up is more, as in the chart. */
  gtk_range_set_inverted (GTK_RANGE (self), TRUE);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
ijk_handle_new (GtkAdjustment *adjustment,
                const char    *label)
{
  IjkHandle *self;

  g_return_val_if_fail (GTK_IS_ADJUSTMENT (adjustment), NULL);

  self = g_object_new (IJK_TYPE_HANDLE, "adjustment", adjustment, NULL);
  ijk_handle_set_label (self, label);
  return GTK_WIDGET (self);
}

void
ijk_handle_set_label (IjkHandle  *self,
                      const char *label)
{
  g_return_if_fail (IJK_IS_HANDLE (self));
  g_return_if_fail (label != NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}
