/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "window-fixture.h"

#include "ijk-language.h"

#include <glib/gstdio.h>
#include <locale.h>

#define PATIENCE_US (20 * G_USEC_PER_SEC)

static IjkApplication *application;
static GSettings *settings;
static GPtrArray *folders; /* (element-type utf8) of the tests, until the last file is closed */

GSettings *
window_test_settings (void)
{
  return settings;
}

IjkApplication *
window_test_application (void)
{
  return application;
}

void
wait_until (gboolean (*is_true) (gpointer data),
            gpointer data)
{
  const gint64 end_us = g_get_monotonic_time () + PATIENCE_US;

  while (!is_true (data))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end_us);
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (1000);
    }
}

void
wait_ms (guint ms)
{
  const gint64 end_us = g_get_monotonic_time () + (gint64) ms * 1000;

  while (g_get_monotonic_time () < end_us)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (1000);
    }
}

void
wait_for_result (Fixture *fixture)
{
  ijk_session_run_now (fixture->session);
  wait_ms (20);
}

static IjkWindow *
find_window (void)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (application)); l != NULL;
       l = l->next)
    if (IJK_IS_WINDOW (l->data))
      return l->data;
  return NULL;
}

static GtkWindow *
find_dialog (Fixture *fixture)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (window != GTK_WINDOW (fixture->window) && gtk_widget_get_mapped (GTK_WIDGET (window)))
        return window;
    }
  return NULL;
}

static gboolean
has_dialog (gpointer data)
{
  return find_dialog (data) != NULL;
}

GtkWindow *
wait_for_dialog (Fixture *fixture)
{
  wait_until (has_dialog, fixture);
  return find_dialog (fixture);
}

void
activate (Fixture    *fixture,
          const char *detailed_action)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_action_parse_detailed_name (detailed_action, &name, &target, &error));
  g_assert_no_error (error);
  g_assert_nonnull (g_action_map_lookup_action (G_ACTION_MAP (fixture->window), name));
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), name));
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), name, target);
}

GtkWidget *
find_below (GtkWidget *widget,
            GType      type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_below (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

void
set_number (Fixture    *fixture,
            IjkLeverId  lever,
            double      number)
{
  const IjkLeverKey key = { lever, IJK_SCOPE_NATIONAL, 0 };
  const IjkLeverValue value = { .number = number };
  g_autoptr (GError) error = NULL;

  g_assert_true (ijk_session_set_lever (fixture->session, &key, &value, &error));
  g_assert_no_error (error);
  wait_for_result (fixture);
}

static gboolean
is_open (gpointer data)
{
  Fixture *fixture = data;
  g_autofree char *path = g_build_filename (fixture->folder, "test.ijkpad", NULL);

  return g_strcmp0 (ijk_session_get_path (fixture->session), path) == 0
         && ijk_session_get_result (fixture->session) != NULL;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  (void) data;
  fixture->folder = g_dir_make_tmp ("ijkpad-window-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "test.ijkpad", NULL);
  fixture->window = find_window ();
  fixture->session = ijk_application_get_session (application);
  ijk_window_open_path (fixture->window, path);
  wait_until (is_open, fixture);
  wait_for_result (fixture);
}

static void
close_dialogs (Fixture *fixture)
{
  GtkWindow *dialog;

  while ((dialog = find_dialog (fixture)) != NULL)
    {
      gtk_window_destroy (dialog);
      wait_ms (5);
    }
}

static void
remove_folder (gpointer data,
               gpointer user_data)
{
  const char *folder = data;

  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  (void) user_data;
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (folder);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  (void) data;
  fixture->window = find_window ();
  close_dialogs (fixture);
  g_ptr_array_add (folders, g_steal_pointer (&fixture->folder)); /* the file is open */
}

static void
run_test (Fixture       *fixture,
          gconstpointer  data)
{
  void (*test) (Fixture *) = (void (*) (Fixture *)) data;

  test (fixture);
}

void
window_test_add (const char *path,
                 void      (*test) (Fixture *fixture))
{
  g_test_add (path, Fixture, (gconstpointer) test, set_up, run_test, tear_down);
}

static gboolean
is_without_windows (gpointer data)
{
  (void) data;
  return gtk_application_get_windows (GTK_APPLICATION (application)) == NULL;
}

int
window_test_main (int    *argc,
                  char ***argv,
                  void  (*add_tests) (void))
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IjkDataSet) data_set = NULL;
  int result;

  setlocale (LC_ALL, "");
  setlocale (LC_NUMERIC, "C");
  ijk_language_init (g_getenv ("IJKPAD_LOCALE"));
  gtk_disable_setlocale ();
  g_test_init (argc, argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP there is no display\n");
      return 0;
    }
  settings = g_settings_new (IJK_APPLICATION_ID);
  g_settings_set_boolean (settings, "tour-seen", TRUE);
  g_settings_set_string (settings, "language", "en");
  data_set = ijk_data_set_load (g_getenv ("IJKPAD_REFERENCE"), &error);
  g_assert_no_error (error);
  application = ijk_application_new (settings, data_set);
  g_application_set_flags (G_APPLICATION (application),
                           G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, &error));
  g_assert_no_error (error);
  gtk_window_present (GTK_WINDOW (ijk_window_new (application)));

  folders = g_ptr_array_new_with_free_func (g_free);
  add_tests ();
  result = g_test_run ();

  gtk_window_close (GTK_WINDOW (find_window ()));
  wait_until (is_without_windows, NULL);
  wait_ms (50);
  g_ptr_array_foreach (folders, remove_folder, NULL);
  g_clear_pointer (&folders, g_ptr_array_unref);
  /* Every widget of ours holds the session: where one was left behind, so is a reference. */
  g_assert_cmpuint (G_OBJECT (ijk_application_get_session (application))->ref_count, ==, 1);
  g_clear_object (&application);
  g_clear_object (&settings);
  return result;
}
