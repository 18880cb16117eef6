/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "widget-fixture.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <locale.h>

#include "ijk-data-set.h"
#include "ijk-widget.h"

#define SKIP 77

static void
opened_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ijk_session_open_finish (IJK_SESSION (object), result, &error));
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

static void
closed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ijk_session_close_finish (IJK_SESSION (object), result, &error));
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

void
fixture_set_up (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IjkDataSet) data_set = ijk_data_set_load (g_getenv ("IJKPAD_REFERENCE"), &error);
  g_autofree char *path = NULL;
  gboolean is_done = FALSE;

  (void) data;
  g_assert_no_error (error);
  fixture->directory = g_dir_make_tmp ("ijkpad-widget-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->directory, "test.ijkpad", NULL);
  fixture->session = ijk_session_new (data_set, "en");
  ijk_session_open_async (fixture->session, path, NULL, opened_cb, &is_done);
  while (!is_done)
    g_main_context_iteration (NULL, TRUE);
  ijk_session_run_now (fixture->session);
}

void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  data)
{
  gboolean is_done = FALSE;
  g_autoptr (GDir) directory = NULL;
  const char *name;

  (void) data;
  ijk_session_close_async (fixture->session, closed_cb, &is_done);
  while (!is_done)
    g_main_context_iteration (NULL, TRUE);
  g_clear_object (&fixture->session);
  directory = g_dir_open (fixture->directory, 0, NULL);
  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->directory, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (fixture->directory), ==, 0);
  g_clear_pointer (&fixture->directory, g_free);
}

static gboolean
frame_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       data)
{
  (void) widget;
  (void) clock;
  return --*(int *) data > 0;
}

void
fixture_settle (GtkWidget *widget)
{
  int frames = 3;

  gtk_widget_add_tick_callback (widget, frame_cb, &frames, NULL);
  while (frames > 0)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

GtkWidget *
fixture_show (GtkWidget *child,
              int        width,
              int        height)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_set_child (GTK_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  fixture_settle (window);
  return window;
}

gboolean
fixture_press (GtkWidget       *widget,
               guint            key,
               GdkModifierType  modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint k = 0; k < g_list_model_get_n_items (G_LIST_MODEL (controller)); k++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), k);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (GTK_IS_KEYVAL_TRIGGER (trigger)
              && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key
              && gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == modifiers
              && gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                               gtk_shortcut_get_arguments (shortcut)))
            return TRUE;
        }
    }
  return FALSE;
}

GtkWidget *
fixture_find (GtkWidget *widget,
              GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = fixture_find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

double
fixture_number (IjkSession *session,
                IjkLeverId  lever)
{
  return ijk_scenario_number (ijk_session_get_scenario (session), lever, IJK_NONE);
}

int
fixture_init (int    *argc,
              char ***argv)
{
  /* gtk_test_init() aborts without a display. */
  if (g_getenv ("DISPLAY") == NULL && g_getenv ("WAYLAND_DISPLAY") == NULL)
    return SKIP;
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (argc, argv, NULL);
  if (!gtk_init_check ())
    return SKIP;
  adw_init ();
  ijk_widget_init ();
  return 0;
}
