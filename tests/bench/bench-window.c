/* The window on the screen there is; without one the program starts itself under xvfb-run.
 *
 * Usage: bench-window [moves | edits [N]]; both without an argument.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench-window.h"

#include "ijk-language.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <stdlib.h>
#include <unistd.h>

#define PATIENCE_MS 20000
#define N_EDITS 4500 /* a quarter of an hour, an edit every 0.2 s */

void
bench_iterate_until_idle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static gboolean
patience_ended_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_CONTINUE;
}

gboolean
bench_wait_for (BenchCondition condition,
                gpointer       data)
{
  gboolean is_late = FALSE;
  const guint timeout = g_timeout_add (PATIENCE_MS, patience_ended_cb, &is_late);

  while (!condition (data) && !is_late)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
  return !is_late;
}

void
bench_settle (void)
{
  for (guint i = 0; i < 20; i++)
    {
      bench_iterate_until_idle ();
      g_usleep (20000);
    }
}

GtkWidget *
bench_find_widget (GtkWidget      *root,
                   GType           type,
                   BenchCondition  is_right)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type) && (is_right == NULL || is_right (root)))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = bench_find_widget (child, type, is_right);
  return found;
}

static gboolean
has_result (gpointer data)
{
  return ijk_session_get_result (data) != NULL;
}

static gboolean
is_closed (gpointer data)
{
  return gtk_application_get_windows (data) == NULL;
}

static int
run (const char *what,
     guint       n_edits)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("ijkpad-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "bench.ijkpad", NULL);
  g_autoptr (GSettings) settings = g_settings_new (IJK_APPLICATION_ID);
  g_autoptr (IjkDataSet) data_set = ijk_data_set_load (IJKPAD_REFERENCE_DIR, &error);
  IjkApplication *application;
  IjkWindow *window;

  if (data_set == NULL)
    g_error ("%s", error->message);
  g_settings_set_boolean (settings, "tour-seen", TRUE);
  g_settings_set_string (settings, "language", "en");
  application = ijk_application_new (settings, data_set);
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  if (!g_application_register (G_APPLICATION (application), NULL, &error))
    g_error ("%s", error->message);
  window = ijk_window_new (application);
  gtk_window_present (GTK_WINDOW (window));
  ijk_window_open_path (window, path);
  if (!bench_wait_for (has_result, window->session))
    g_error ("the workbook did not open");
  bench_settle ();
  if (what == NULL || g_str_equal (what, "moves"))
    bench_run_moves (window);
  if (what == NULL || g_str_equal (what, "edits"))
    bench_run_edits (window, n_edits);
  gtk_window_close (GTK_WINDOW (window));
  bench_wait_for (is_closed, application);
  g_object_unref (application);
  g_remove (path);
  g_rmdir (folder);
  return 0;
}

static void
start_on_own_screen (char **argv)
{
  g_autoptr (GPtrArray) command = g_ptr_array_new ();

  g_ptr_array_add (command, (char *) "xvfb-run");
  g_ptr_array_add (command, (char *) "--auto-servernum");
  g_ptr_array_add (command, (char *) "--server-args=-screen 0 1440x900x24");
  for (guint i = 0; argv[i] != NULL; i++)
    g_ptr_array_add (command, argv[i]);
  g_ptr_array_add (command, NULL);
  g_setenv ("IJKPAD_BENCH_SCREEN", "1", TRUE);
  execvp ("xvfb-run", (char **) command->pdata);
  g_print ("window: skipped, there is no display and no xvfb-run\n");
}

int
main (int    argc,
      char **argv)
{
  const char *what = argc > 1 ? argv[1] : NULL;
  const guint n_edits = argc > 2 ? (guint) strtoul (argv[2], NULL, 10) : N_EDITS;

  setlocale (LC_ALL, "C.UTF-8");
  setlocale (LC_NUMERIC, "C");
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  g_setenv ("GSETTINGS_SCHEMA_DIR", IJKPAD_SCHEMA_DIR, TRUE);
  g_setenv ("GSK_RENDERER", "cairo", TRUE);
  g_setenv ("GTK_A11Y", "none", TRUE);
  g_setenv ("ADW_DISABLE_PORTAL", "1", TRUE);
  g_setenv ("GTK_USE_PORTAL", "0", TRUE);
  ijk_language_init (IJKPAD_BUILT_LOCALE_DIR);
  gtk_disable_setlocale ();
  if (gtk_init_check ())
    return run (what, n_edits);
  if (g_getenv ("IJKPAD_BENCH_SCREEN") != NULL)
    g_error ("there is no display");
  start_on_own_screen (argv);
  return 0;
}
