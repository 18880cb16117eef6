/* The window: from a move of a lever to the painted frame, with four charts, over 500 moves.
 *
 * Run by a person on the screen there is; without one it starts itself under xvfb-run. Prints
 * median and 99th percentile in milliseconds: of the time that passes, and of the time that the
 * program itself works in it, which the other programs of the machine do not lengthen.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-language.h"
#include "ijk-window-private.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#define N_MOVES 500
#define PATIENCE_MS 20000

typedef struct
{
  IjkSession *session;
  gint64 moved_us;
  double moved_work_ms;
  double times_ms[N_MOVES];
  double work_ms[N_MOVES];
  guint n_done;
  gboolean is_waiting;
} Bench;

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  const double first = *(const double *) a;
  const double second = *(const double *) b;

  return first < second ? -1 : first > second;
}

static double
get_work_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

/* The lever goes up and down its range, a step at a time, as under a hand. */
static void
move (Bench *bench)
{
  const IjkLeverKey key = { IJK_LEVER_ENFORCEMENT, IJK_SCOPE_NATIONAL, 0 };
  const guint phase = bench->n_done % 200;
  const IjkLeverValue value = { .number = (phase < 100 ? phase : 200 - phase) / 100.0 };
  g_autoptr (GError) error = NULL;

  bench->moved_us = g_get_monotonic_time ();
  bench->moved_work_ms = get_work_ms ();
  bench->is_waiting = TRUE;
  if (!ijk_session_set_lever (bench->session, &key, &value, &error))
    g_error ("%s", error->message);
}

static void
painted_cb (GdkFrameClock *clock,
            Bench         *bench)
{
  (void) clock;
  if (!bench->is_waiting || bench->n_done >= N_MOVES)
    return;
  bench->is_waiting = FALSE;
  bench->times_ms[bench->n_done] = (double) (g_get_monotonic_time () - bench->moved_us) / 1e3;
  bench->work_ms[bench->n_done] = get_work_ms () - bench->moved_work_ms;
  bench->n_done++;
}

static void
iterate_until_idle (void)
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

/* Sleeps between events as the program does: turning around would be counted as work. */
static gboolean
wait_for (gboolean (*is_true) (gpointer),
          gpointer  data)
{
  gboolean is_late = FALSE;
  const guint timeout = g_timeout_add (PATIENCE_MS, patience_ended_cb, &is_late);

  while (!is_true (data) && !is_late)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
  return !is_late;
}

static gboolean
has_result (gpointer data)
{
  return ijk_session_get_result (data) != NULL;
}

static gboolean
is_painted (gpointer data)
{
  return !((Bench *) data)->is_waiting;
}

static gboolean
is_closed (gpointer data)
{
  return gtk_application_get_windows (data) == NULL;
}

static void
print_times (const char *what,
             double     *times_ms)
{
  qsort (times_ms, N_MOVES, sizeof *times_ms, compare_times);
  g_print ("%-24s median %5.1f ms, p99 %5.1f ms\n", what, times_ms[N_MOVES / 2],
           times_ms[N_MOVES * 99 / 100]);
}

static void
run_moves (Bench     *bench,
           IjkWindow *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));

  g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), bench);
  ijk_session_begin_step (bench->session, "bench");
  while (bench->n_done < N_MOVES)
    {
      /* A hand moves at any moment of a frame. */
      const gint64 end_us = g_get_monotonic_time () + g_random_int_range (0, 34000);

      while (g_get_monotonic_time () < end_us)
        {
          iterate_until_idle ();
          g_usleep (500);
        }
      move (bench);
      if (!wait_for (is_painted, bench))
        g_error ("a move was never painted");
    }
  ijk_session_end_step (bench->session);
  g_signal_handlers_disconnect_by_data (clock, bench);
  g_print ("window, %d x %d, %d moves\n", gtk_widget_get_width (GTK_WIDGET (window)),
           gtk_widget_get_height (GTK_WIDGET (window)), N_MOVES);
  print_times ("  move to painted frame", bench->times_ms);
  print_times ("  work in it", bench->work_ms);
}

static int
run (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("ijkpad-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "bench.ijkpad", NULL);
  g_autoptr (GSettings) settings = g_settings_new (IJK_APPLICATION_ID);
  g_autoptr (IjkDataSet) data_set = ijk_data_set_load (IJKPAD_REFERENCE_DIR, &error);
  IjkApplication *application;
  IjkWindow *window;
  Bench bench = { 0 };

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
  bench.session = ijk_application_get_session (application);
  ijk_window_open_path (window, path);
  if (!wait_for (has_result, bench.session))
    g_error ("the workbook did not open");
  for (guint i = 0; i < 20; i++)
    {
      iterate_until_idle ();
      g_usleep (20000);
    }
  run_moves (&bench, window);
  gtk_window_close (GTK_WINDOW (window));
  wait_for (is_closed, application);
  g_object_unref (application);
  g_remove (path);
  g_rmdir (folder);
  return 0;
}

int
main (int    argc,
      char **argv)
{
  (void) argc;
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
  if (!gtk_init_check ())
    {
      if (g_getenv ("IJKPAD_BENCH_SCREEN") != NULL)
        g_error ("there is no display");
      g_setenv ("IJKPAD_BENCH_SCREEN", "1", TRUE);
      execlp ("xvfb-run", "xvfb-run", "--auto-servernum", "--server-args=-screen 0 1440x900x24",
              argv[0], (char *) NULL);
      g_print ("window: skipped, there is no display and no xvfb-run\n");
      return 0;
    }
  return run ();
}
