/* The path editor: points, shapes, keys, pasting, and the way back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "ijk-path-editor.h"
#include "widget-fixture.h"

static const IjkLeverKey ets_price = { IJK_LEVER_ETS_PRICE, IJK_SCOPE_NATIONAL, 0 };

static const IjkLeverSetting *
get_setting (Fixture *fixture)
{
  return ijk_scenario_get_setting (ijk_session_get_scenario (fixture->session), &ets_price);
}

static double
value_in (Fixture *fixture,
          int      year)
{
  return ijk_lever_value_at (&get_setting (fixture)->value, year);
}

static void
set_path (Fixture    *fixture,
          const char *text)
{
  IjkLeverValue value;
  const IjkLever *lever
    = &ijk_session_get_reference (fixture->session)->levers[IJK_LEVER_ETS_PRICE];

  g_assert_true (ijk_lever_value_parse (lever, text, &value, NULL));
  g_assert_true (ijk_session_set_lever (fixture->session, &ets_price, &value, NULL));
}

static IjkPathEditor *
make_editor (Fixture *fixture)
{
  return IJK_PATH_EDITOR (
    g_object_ref_sink (ijk_path_editor_new (fixture->session, &ets_price)));
}

static GtkWidget *
get_handle (IjkPathEditor *editor,
            guint          i)
{
  return ijk_chart_view_get_handle (ijk_path_editor_get_view (editor), i);
}

static guint
count_handles (IjkPathEditor *editor)
{
  guint n = 0;

  while (get_handle (editor, n) != NULL)
    n++;
  return n;
}

static void
test_handles (Fixture       *fixture,
              gconstpointer  data)
{
  IjkPathEditor *editor;

  (void) data;
  set_path (fixture, "2026:80,2030:100,2040:150");
  editor = make_editor (fixture);
  g_assert_cmpuint (count_handles (editor), ==, 3);
  gtk_test_accessible_assert_role (get_handle (editor, 1), GTK_ACCESSIBLE_ROLE_SLIDER);
  gtk_test_accessible_assert_property (get_handle (editor, 1), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "EU ETS price, 2030");
  gtk_test_accessible_assert_property (get_handle (editor, 1), GTK_ACCESSIBLE_PROPERTY_VALUE_NOW,
                                       100.0);
  gtk_test_accessible_assert_role (ijk_path_editor_get_view (editor), GTK_ACCESSIBLE_ROLE_GROUP);

  g_assert_true (fixture_press (get_handle (editor, 1), GDK_KEY_Up, 0));
  g_assert_cmpfloat (value_in (fixture, 2030), ==, 101);
  g_assert_true (fixture_press (get_handle (editor, 1), GDK_KEY_Page_Up, 0));
  g_assert_cmpfloat (value_in (fixture, 2030), ==, 111);
  g_assert_cmpfloat (value_in (fixture, 2040), ==, 150);
  g_assert_finalize_object (editor);
}

static void
test_moves_later (Fixture       *fixture,
                  gconstpointer  data)
{
  IjkPathEditor *editor;

  (void) data;
  set_path (fixture, "2026:80,2030:100,2040:150");
  editor = make_editor (fixture);
  ijk_path_editor_set_moves_later (editor, TRUE);
  g_assert_true (fixture_press (get_handle (editor, 1), GDK_KEY_Page_Up, 0));
  g_assert_cmpfloat (value_in (fixture, 2026), ==, 80);
  g_assert_cmpfloat (value_in (fixture, 2030), ==, 110);
  g_assert_cmpfloat (value_in (fixture, 2040), ==, 160);
  g_assert_finalize_object (editor);
}

/* An unset path has points where the reference bends, and setting one of them sets the whole. */
static void
test_starts_from_reference (Fixture       *fixture,
                            gconstpointer  data)
{
  const IjkReference *reference = ijk_session_get_reference (fixture->session);
  const double *series = reference->yearly[IJK_SERIES_ETS_PRICE][IJK_VARIANT_CENTRAL];
  IjkPathEditor *editor = make_editor (fixture);

  (void) data;
  g_assert_null (get_setting (fixture));
  g_assert_true (fixture_press (get_handle (editor, 0), GDK_KEY_Up, 0));
  g_assert_cmpfloat_with_epsilon (value_in (fixture, 2026), series[IJK_YEAR_INDEX (2026)] + 1,
                                  1e-9);
  g_assert_cmpfloat_with_epsilon (value_in (fixture, 2045), series[IJK_YEAR_INDEX (2045)], 1e-9);
  /* Home: as the reference has it. */
  g_assert_true (fixture_press (get_handle (editor, 0), GDK_KEY_Home, 0));
  g_assert_cmpfloat_with_epsilon (value_in (fixture, 2026), series[IJK_YEAR_INDEX (2026)], 1e-9);
  g_assert_finalize_object (editor);
}

static void
test_insert_and_remove (Fixture       *fixture,
                        gconstpointer  data)
{
  IjkPathEditor *editor;

  (void) data;
  set_path (fixture, "2026:80,2030:100,2040:150");
  editor = make_editor (fixture);
  /* Halfway to the next point, where the line is already. */
  g_assert_true (fixture_press (get_handle (editor, 1), GDK_KEY_Insert, 0));
  g_assert_cmpuint (count_handles (editor), ==, 4);
  g_assert_cmpuint (get_setting (fixture)->value.n_points, ==, 4);
  g_assert_cmpint (get_setting (fixture)->value.points[2].year, ==, 2035);
  g_assert_cmpfloat_with_epsilon (get_setting (fixture)->value.points[2].value, 125, 1e-9);

  g_assert_true (fixture_press (get_handle (editor, 2), GDK_KEY_Delete, 0));
  g_assert_true (fixture_press (get_handle (editor, 1), GDK_KEY_Delete, 0));
  g_assert_cmpuint (get_setting (fixture)->value.n_points, ==, 2);
  g_assert_true (fixture_press (get_handle (editor, 1), GDK_KEY_Delete, 0));
  g_assert_cmpuint (count_handles (editor), ==, 1);
  /* Without its last point a path is the reference again. */
  g_assert_true (fixture_press (get_handle (editor, 0), GDK_KEY_Delete, 0));
  g_assert_null (get_setting (fixture));
  g_assert_finalize_object (editor);
}

static void
test_shapes (Fixture       *fixture,
             gconstpointer  data)
{
  IjkPathEditor *editor;

  (void) data;
  set_path (fixture, "2026:80,2030:100,2040:150");
  editor = make_editor (fixture);
  ijk_path_editor_set_shape (editor, IJK_PATH_STEPS);
  g_assert_cmpfloat (value_in (fixture, 2029), ==, 80);
  g_assert_cmpfloat (value_in (fixture, 2030), ==, 100);
  g_assert_cmpfloat (value_in (fixture, 2039), ==, 100);
  g_assert_cmpuint (count_handles (editor), ==, 3);
  ijk_path_editor_set_shape (editor, IJK_PATH_LINES);
  g_assert_cmpfloat (value_in (fixture, 2028), ==, 90);
  ijk_path_editor_set_shape (editor, IJK_PATH_HOLD);
  g_assert_cmpfloat (value_in (fixture, 2050), ==, 80);
  g_assert_finalize_object (editor);
}

static void
test_paste (Fixture       *fixture,
            gconstpointer  data)
{
  IjkPathEditor *editor;
  g_autoptr (GError) error = NULL;

  (void) data;
  set_path (fixture, "2026:80,2030:100");
  editor = make_editor (fixture);
  g_assert_true (ijk_path_editor_paste (editor, "2028\t90,5\n2035\t140\n2045\t160\n", &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_handles (editor), ==, 3);
  g_assert_cmpfloat (value_in (fixture, 2028), ==, 90.5);

  g_assert_false (ijk_path_editor_paste (editor, "2028\t91\n2035\tmuch\n", &error));
  g_assert_nonnull (strstr (error->message, "much"));
  g_assert_cmpfloat (value_in (fixture, 2028), ==, 90.5);
  g_assert_cmpuint (count_handles (editor), ==, 3);
  g_assert_finalize_object (editor);
}

static void
test_undo_and_revert (Fixture       *fixture,
                      gconstpointer  data)
{
  IjkPathEditor *editor;
  gboolean is_changed;

  (void) data;
  set_path (fixture, "2026:80,2030:100");
  editor = make_editor (fixture);
  g_assert_true (ijk_path_editor_paste (editor, "2026\t10\n2030\t20\n2040\t30\n", NULL));
  g_object_get (editor, "is-changed", &is_changed, NULL);
  g_assert_true (is_changed);
  ijk_path_editor_revert (editor);
  g_assert_cmpfloat (value_in (fixture, 2030), ==, 100);
  g_assert_cmpuint (count_handles (editor), ==, 2);
  g_object_get (editor, "is-changed", &is_changed, NULL);
  g_assert_false (is_changed);

  /* The points follow what other parts of the program do. An edit of another lever ends the step that
   * edits of this one would join. */
  g_assert_true (ijk_session_set_lever (fixture->session,
                                        &(IjkLeverKey) { IJK_LEVER_KAPPA, IJK_SCOPE_NATIONAL, 0 },
                                        &(IjkLeverValue) { .number = 0.1 }, NULL));
  ijk_path_editor_reset (editor);
  g_assert_null (get_setting (fixture));
  ijk_session_undo (fixture->session);
  g_assert_cmpfloat (value_in (fixture, 2030), ==, 100);
  g_assert_cmpuint (count_handles (editor), ==, 2);
  g_assert_finalize_object (editor);
}

/* On the screen, with everything drawn, and without a word of complaint in the log. */
static void
test_shows (Fixture       *fixture,
            gconstpointer  data)
{
  static const IjkLeverId levers[]
    = { IJK_LEVER_REDUCTION_FACTOR, IJK_LEVER_GROWTH, IJK_LEVER_CCS_SHARE, IJK_LEVER_SDE_BUDGET };

  (void) data;
  for (guint i = 0; i < G_N_ELEMENTS (levers); i++)
    {
      GtkWidget *editor = ijk_path_editor_new (
        fixture->session, &(IjkLeverKey) { levers[i], IJK_SCOPE_NATIONAL, 0 });
      GtkWidget *window = fixture_show (editor, 1200, 800);

      g_assert_nonnull (get_handle (IJK_PATH_EDITOR (editor), 0));
      gtk_window_destroy (GTK_WINDOW (window));
    }
}

static graphene_rect_t
find_bounds (GtkWidget *widget,
             GtkWidget *window)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, window, &bounds));
  return bounds;
}

/* On a telephone the table stands below the chart, and everything has room; in a wide window it stands
 * beside it. */
static void
test_widths (Fixture       *fixture,
             gconstpointer  data)
{
  static const int widths[] = { 360, 640, 760, 1200 };

  (void) data;
  set_path (fixture, "2026:80,2030:100,2034:120,2038:130,2042:140,2046:150,2050:160");
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      GtkWidget *editor = ijk_path_editor_new (fixture->session, &ets_price);
      GtkWidget *window = fixture_show (editor, widths[i], 640);
      GtkWidget *view = GTK_WIDGET (ijk_path_editor_get_view (IJK_PATH_EDITOR (editor)));
      const graphene_rect_t chart = find_bounds (view, window);
      const graphene_rect_t table = find_bounds (fixture_find (editor, GTK_TYPE_LIST_BOX), window);

      g_test_message ("%d px", widths[i]);
      g_assert_cmpint (gtk_widget_get_width (window), ==, widths[i]);
      g_assert_cmpfloat (chart.size.height, >=, 240);
      g_assert_cmpfloat (table.size.width, >=, 280);
      if (widths[i] < 700)
        g_assert_cmpfloat (chart.origin.y + chart.size.height, <=, table.origin.y);
      else
        g_assert_cmpfloat (chart.origin.x + chart.size.width, <=, table.origin.x);
      gtk_window_destroy (GTK_WINDOW (window));
    }
}

/* (nullable): the label with @text */
static GtkWidget *
find_label (GtkWidget  *widget,
            const char *text)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LABEL (widget) && strcmp (gtk_label_get_text (GTK_LABEL (widget)), text) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child, text);
  return found;
}

/* What the last column of the effects is, is told as long as there is something in it. */
static void
test_note_of_changes (Fixture       *fixture,
                      gconstpointer  data)
{
  const guint64 n_runs = ijk_session_get_n_runs (fixture->session);
  GtkWidget *editor = ijk_path_editor_new (fixture->session, &ets_price);
  GtkWidget *window = fixture_show (editor, 1200, 640);
  GtkWidget *note = find_label (editor, "Last column: against current law.");

  (void) data;
  g_assert_nonnull (note);
  g_assert_false (gtk_widget_get_visible (note));
  set_path (fixture, "2026:200,2050:300");
  while (ijk_session_get_n_runs (fixture->session) == n_runs)
    g_main_context_iteration (NULL, TRUE);
  fixture_settle (editor);
  g_assert_true (gtk_widget_get_visible (note));
  gtk_window_destroy (GTK_WINDOW (window));
}

#define ADD(name, function)                                                                        \
  g_test_add ("/path-editor/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  const int status = fixture_init (&argc, &argv);

  if (status != 0)
    return status;
  ADD ("handles-move-one-point", test_handles);
  ADD ("year-and-later-moves-all-after", test_moves_later);
  ADD ("starts-from-the-reference", test_starts_from_reference);
  ADD ("insert-and-delete-keys", test_insert_and_remove);
  ADD ("shapes", test_shapes);
  ADD ("paste-is-all-or-nothing", test_paste);
  ADD ("revert-takes-everything-back", test_undo_and_revert);
  ADD ("shows-every-kind-of-path", test_shows);
  ADD ("fits-every-width", test_widths);
  ADD ("last-column-is-explained-when-filled", test_note_of_changes);
  return g_test_run ();
}
