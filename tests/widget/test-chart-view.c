/* The chart view: what is painted when, what pointer and keys do, what assistive technology reads.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "ijk-chart-builder.h"
#include "ijk-chart-view-private.h"
#include "ijk-handle.h"
#include "widget-fixture.h"

#define FIRST 2021
#define N_YEARS 10

/* A line from 0 to @top, with a handle at its end. */
static IjkChartSpec *
make_spec (double      top,
           const char *title)
{
  IjkChartBuilder *builder = ijk_chart_builder_new (IJK_CHART_TIME);
  double years[N_YEARS], values[N_YEARS];

  for (guint i = 0; i < N_YEARS; i++)
    {
      years[i] = FIRST + (double) i;
      values[i] = top * i / (N_YEARS - 1);
    }
  ijk_chart_builder_set_text (builder, IJK_CHART_TITLE, title);
  ijk_chart_builder_set_text (builder, IJK_CHART_DESCRIPTION, "It rises.");
  ijk_chart_builder_set_x (builder, &(IjkChartAxis) { .min = NAN, .max = NAN }, years, N_YEARS);
  ijk_chart_builder_add_panel (builder, &(IjkChartPanel) { .axis = { .name = "kt",
                                                                     .min = NAN,
                                                                     .max = NAN,
                                                                     .starts_at_zero = TRUE } });
  ijk_chart_builder_add_series (builder, &(IjkChartSeries) { .label = "Line",
                                                             .shape = IJK_SHAPE_LINE,
                                                             .role = IJK_ROLE_CURRENT,
                                                             .values = values,
                                                             .n_values = N_YEARS });
  ijk_chart_builder_add_handle (builder, &(IjkChartHandle) { .series = 0,
                                                             .i_x = N_YEARS - 1,
                                                             .is_movable = TRUE });
  return ijk_chart_builder_end (builder);
}

static double
axis_top (IjkChartView *view)
{
  double min, max;

  ijk_chart_layout_get_range (ijk_chart_view_get_layout (view), 0, &min, &max);
  return max;
}

static IjkChartView *
show_view (GtkWidget **window,
           double      top)
{
  GtkWidget *view = ijk_chart_view_new ();
  g_autoptr (IjkChartSpec) spec = make_spec (top, "Title");

  ijk_chart_view_set_spec (IJK_CHART_VIEW (view), spec);
  *window = fixture_show (view, 500, 300);
  return IJK_CHART_VIEW (view);
}

static void
test_accessible (void)
{
  GtkWidget *window;
  IjkChartView *view = show_view (&window, 100);
  GtkWidget *group
    = g_object_ref_sink (g_object_new (IJK_TYPE_CHART_VIEW, "accessible-role",
                                       GTK_ACCESSIBLE_ROLE_GROUP, NULL));

  gtk_test_accessible_assert_role (view, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_LABEL, "Title");
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "It rises.");
  gtk_test_accessible_assert_role (group, GTK_ACCESSIBLE_ROLE_GROUP);
  g_assert_true (gtk_widget_get_focusable (GTK_WIDGET (view)));
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (group);
}

static void
test_cursor_does_not_paint (void)
{
  GtkWidget *window;
  IjkChartView *view = show_view (&window, 100);
  const guint n_paints = ijk_chart_view_get_n_paints (view);

  g_assert_cmpuint (n_paints, ==, 1);
  for (int year = FIRST; year < FIRST + N_YEARS; year++)
    {
      ijk_chart_view_set_year (view, year);
      fixture_settle (window);
    }
  g_assert_cmpuint (ijk_chart_view_get_n_paints (view), ==, n_paints);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_equal_spec_does_not_paint (void)
{
  GtkWidget *window;
  IjkChartView *view = show_view (&window, 100);
  g_autoptr (IjkChartSpec) same = make_spec (100, "Title");
  g_autoptr (IjkChartSpec) other = make_spec (90, "Title");

  ijk_chart_view_set_spec (view, same);
  fixture_settle (window);
  g_assert_cmpuint (ijk_chart_view_get_n_paints (view), ==, 1);
  ijk_chart_view_set_spec (view, other);
  fixture_settle (window);
  g_assert_cmpuint (ijk_chart_view_get_n_paints (view), ==, 2);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* While held the axis reaches as far as it ever did; then it fits the data again. */
static void
test_axis_grows_and_settles (void)
{
  GtkWidget *window;
  IjkChartView *view = show_view (&window, 100);
  g_autoptr (IjkChartSpec) high = make_spec (200, "Title");
  g_autoptr (IjkChartSpec) low = make_spec (50, "Title");
  const double before = axis_top (view);
  double highest;

  ijk_chart_view_set_holds_axis (view, TRUE);
  ijk_chart_view_set_spec (view, low);
  g_assert_cmpfloat (axis_top (view), ==, before);
  ijk_chart_view_set_spec (view, high);
  highest = axis_top (view);
  g_assert_cmpfloat (highest, >=, 200);
  ijk_chart_view_set_spec (view, low);
  g_assert_cmpfloat (axis_top (view), ==, highest);
  ijk_chart_view_set_holds_axis (view, FALSE);
  g_assert_cmpfloat (axis_top (view), <, before);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_keys_move_the_year (void)
{
  GtkWidget *window;
  IjkChartView *view = show_view (&window, 100);
  GtkWidget *widget = GTK_WIDGET (view);
  guint n_notified = 0;

  g_signal_connect_swapped (view, "notify::year", G_CALLBACK (count_cb), &n_notified);
  ijk_chart_view_set_year (view, 2024);
  g_assert_true (fixture_press (widget, GDK_KEY_Right, 0));
  g_assert_cmpint (ijk_chart_view_get_year (view), ==, 2025);
  g_assert_true (fixture_press (widget, GDK_KEY_Left, 0));
  g_assert_true (fixture_press (widget, GDK_KEY_Left, 0));
  g_assert_cmpint (ijk_chart_view_get_year (view), ==, 2023);
  g_assert_true (fixture_press (widget, GDK_KEY_End, 0));
  g_assert_cmpint (ijk_chart_view_get_year (view), ==, FIRST + N_YEARS - 1);
  g_assert_true (fixture_press (widget, GDK_KEY_Right, 0));
  g_assert_cmpint (ijk_chart_view_get_year (view), ==, FIRST + N_YEARS - 1);
  g_assert_true (fixture_press (widget, GDK_KEY_Home, 0));
  g_assert_cmpint (ijk_chart_view_get_year (view), ==, FIRST);
  g_assert_cmpuint (n_notified, ==, 6);
  /* Up and down lead to other widgets. */
  g_assert_false (fixture_press (widget, GDK_KEY_Up, 0));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What keys lead to is said; Escape is for the bubble first and for the window after that. */
static void
test_escape_drops_the_bubble (void)
{
  GtkWidget *window;
  IjkChartView *view = show_view (&window, 90);

  g_assert_false (fixture_press (GTK_WIDGET (view), GDK_KEY_Escape, 0));
  g_assert_true (fixture_press (GTK_WIDGET (view), GDK_KEY_End, 0));
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "2030, kt, Line 90");
  fixture_settle (window);
  g_assert_true (fixture_press (GTK_WIDGET (view), GDK_KEY_Escape, 0));
  g_assert_false (fixture_press (GTK_WIDGET (view), GDK_KEY_Escape, 0));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Or the window of a path could not be left by keys while the pointer rests on its chart. */
static void
test_escape_passes_the_pointer (void)
{
  GtkWidget *window;
  IjkChartView *view = show_view (&window, 90);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (view));
  guint n_moved = 0;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_EVENT_CONTROLLER_MOTION (controller))
        continue;
      g_signal_emit_by_name (controller, "motion", gtk_widget_get_width (GTK_WIDGET (view)) / 2.0,
                             gtk_widget_get_height (GTK_WIDGET (view)) / 2.0);
      n_moved++;
    }
  g_assert_cmpuint (n_moved, >, 0);
  g_assert_cmpuint (view->hover_stop, !=, IJK_NO_INDEX);
  g_assert_false (fixture_press (GTK_WIDGET (view), GDK_KEY_Escape, 0));
  g_assert_cmpuint (view->hover_stop, ==, IJK_NO_INDEX);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
press_at (IjkChartView *view,
          double        x,
          double        y)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (view));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_DRAG (controller))
        g_signal_emit_by_name (controller, "drag-begin", x, y);
    }
}

/* What stands below the years is the key and the source, where a click means no year. */
static void
test_key_is_no_place_of_a_year (void)
{
  GtkWidget *window;
  IjkChartView *view = show_view (&window, 90);
  const IjkChartLayout *layout = ijk_chart_view_ensure_layout (view);
  const IjkBox plot = ijk_chart_layout_get_plot (layout, 0);
  const double right = plot.x + plot.width - 1;

  ijk_chart_view_set_year (view, FIRST);
  press_at (view, right, plot.y + plot.height + 60);
  g_assert_cmpint (ijk_chart_view_get_year (view), ==, FIRST);
  press_at (view, right, plot.y + plot.height + 8);
  g_assert_cmpint (ijk_chart_view_get_year (view), ==, FIRST + N_YEARS - 1);
  ijk_chart_view_set_year (view, FIRST);
  press_at (view, right, plot.y + plot.height / 2);
  g_assert_cmpint (ijk_chart_view_get_year (view), ==, FIRST + N_YEARS - 1);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_menu_keys_without_menu (void)
{
  GtkWidget *window;
  IjkChartView *view = show_view (&window, 90);

  g_assert_false (fixture_press (GTK_WIDGET (view), GDK_KEY_Menu, 0));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_handle (void)
{
  GtkWidget *window;
  IjkChartView *view = show_view (&window, 100);
  GtkAdjustment *adjustment = g_object_ref_sink (gtk_adjustment_new (100, 0, 120, 0.5, 5, 0));
  const char *label = "Factor, 2030";
  GtkWidget *handle;

  ijk_chart_view_set_handles (view, &adjustment, &label, 1);
  fixture_settle (window);
  handle = ijk_chart_view_get_handle (view, 0);
  gtk_test_accessible_assert_role (handle, GTK_ACCESSIBLE_ROLE_SLIDER);
  gtk_test_accessible_assert_property (handle, GTK_ACCESSIBLE_PROPERTY_LABEL, label);
  gtk_test_accessible_assert_property (handle, GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, 100.0);
  gtk_test_accessible_assert_property (handle, GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, 120.0);
  g_assert_true (gtk_widget_get_focusable (handle));
  g_assert_false (gtk_widget_get_can_target (handle));

  /* Up is more. */
  g_assert_true (fixture_press (handle, GDK_KEY_Up, 0));
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 100.5);
  g_assert_true (fixture_press (handle, GDK_KEY_Page_Down, 0));
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 95.5);

  ijk_chart_view_set_handles (view, NULL, NULL, 0);
  g_assert_null (ijk_chart_view_get_handle (view, 0));
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (adjustment);
}

static void
test_handle_keys (void)
{
  static const struct
  {
    guint key;
    const char *signal;
  } keys[] = {
    { GDK_KEY_Home, "reset" },
    { GDK_KEY_Delete, "remove" },
    { GDK_KEY_Insert, "insert" },
    { GDK_KEY_Return, "edit" },
  };
  GtkWidget *handle
    = g_object_ref_sink (ijk_handle_new (gtk_adjustment_new (0, 0, 1, 0.1, 0.2, 0), "Label"));

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      guint count = 0;
      const gulong id
        = g_signal_connect_swapped (handle, keys[i].signal, G_CALLBACK (count_cb), &count);

      g_assert_true (fixture_press (handle, keys[i].key, 0));
      g_assert_cmpuint (count, ==, 1);
      g_signal_handler_disconnect (handle, id);
    }
  g_assert_finalize_object (handle);
}

static void
test_texture (void)
{
  GtkWidget *window;
  IjkChartView *view = show_view (&window, 100);
  GdkTexture *texture = ijk_chart_view_dup_texture (view, 2);

  g_assert_cmpint (gdk_texture_get_width (texture), ==,
                   2 * gtk_widget_get_width (GTK_WIDGET (view)));
  g_assert_finalize_object (texture);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_without_spec (void)
{
  GtkWidget *view = g_object_ref_sink (ijk_chart_view_new ());
  GtkWidget *window = fixture_show (view, 300, 200);

  g_assert_null (ijk_chart_view_get_layout (IJK_CHART_VIEW (view)));
  g_assert_null (ijk_chart_view_dup_texture (IJK_CHART_VIEW (view), 1));
  g_assert_false (fixture_press (view, GDK_KEY_Right, 0));
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_finalize_object (view);
}

int
main (int    argc,
      char **argv)
{
  const int status = fixture_init (&argc, &argv);

  if (status != 0)
    return status;
  g_test_add_func ("/chart-view/has-role-title-and-sentence", test_accessible);
  g_test_add_func ("/chart-view/cursor-moves-do-not-repaint-the-chart", test_cursor_does_not_paint);
  g_test_add_func ("/chart-view/equal-spec-does-not-repaint", test_equal_spec_does_not_paint);
  g_test_add_func ("/chart-view/held-axis-grows-and-settles", test_axis_grows_and_settles);
  g_test_add_func ("/chart-view/keys-move-the-year", test_keys_move_the_year);
  g_test_add_func ("/chart-view/escape-drops-the-bubble", test_escape_drops_the_bubble);
  g_test_add_func ("/chart-view/key-is-no-place-of-a-year", test_key_is_no_place_of_a_year);
  g_test_add_func ("/chart-view/escape-passes-the-pointer", test_escape_passes_the_pointer);
  g_test_add_func ("/chart-view/menu-keys-do-nothing-without-a-menu", test_menu_keys_without_menu);
  g_test_add_func ("/chart-view/handle-is-a-slider-with-value", test_handle);
  g_test_add_func ("/chart-view/handle-keys-are-signals", test_handle_keys);
  g_test_add_func ("/chart-view/copy-has-the-pixels-asked-for", test_texture);
  g_test_add_func ("/chart-view/works-without-a-spec", test_without_spec);
  return g_test_run ();
}
