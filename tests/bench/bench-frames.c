/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench-frames.h"

#include "ijk-language.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#define PATIENCE_MS 20000

/* Not a part of a frame, so that moves fall at every moment of one. */
#define LONGEST_PAUSE_US 34000

typedef struct
{
  const BenchMoves *moves;
  gint64 moved_us;
  double moved_work_ms;
  guint64 count_before;
  double *times_ms;
  double *work_ms;
  guint n_done;
  gboolean is_waiting;
} Run;

int
bench_compare_times (gconstpointer a,
                     gconstpointer b)
{
  const double first = *(const double *) a;
  const double second = *(const double *) b;

  return first < second ? -1 : first > second;
}

double
bench_get_work_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static void
painted_cb (GdkFrameClock *clock,
            Run           *run)
{
  (void) clock;
  if (!run->is_waiting || run->moves->count (run->moves->data) == run->count_before)
    return;
  run->is_waiting = FALSE;
  run->times_ms[run->n_done] = (double) (g_get_monotonic_time () - run->moved_us) / 1e3;
  run->work_ms[run->n_done] = bench_get_work_ms () - run->moved_work_ms;
  run->n_done++;
}

void
bench_iterate_until_idle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

void
bench_pause (void)
{
  const gint64 end_us = g_get_monotonic_time () + g_random_int_range (0, LONGEST_PAUSE_US);

  while (g_get_monotonic_time () < end_us)
    {
      bench_iterate_until_idle ();
      g_usleep (500);
    }
}

static gboolean
patience_ended_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_CONTINUE;
}

/* Sleeps between events as the program does: turning around would be counted as work. */
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

static gboolean
has_result (gpointer data)
{
  return ijk_session_get_result (data) != NULL;
}

static gboolean
is_painted (gpointer data)
{
  return !((Run *) data)->is_waiting;
}

static gboolean
is_closed (gpointer data)
{
  return gtk_application_get_windows (data) == NULL;
}

gboolean
bench_screen_init (char **argv)
{
  g_autoptr (GPtrArray) command = g_ptr_array_new ();

  setlocale (LC_ALL, "C.UTF-8");
  setlocale (LC_NUMERIC, "C");
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  g_setenv ("GSETTINGS_SCHEMA_DIR", IJKPAD_SCHEMA_DIR, TRUE);
  g_setenv ("GSK_RENDERER", "cairo", TRUE);
  g_setenv ("GTK_A11Y", "none", TRUE);
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "disabled:", TRUE); /* a second program in one process */
  g_setenv ("ADW_DISABLE_PORTAL", "1", TRUE);
  g_setenv ("GTK_USE_PORTAL", "0", TRUE);
  ijk_language_init (IJKPAD_BUILT_LOCALE_DIR);
  gtk_disable_setlocale ();
  if (gtk_init_check ())
    return TRUE;
  if (g_getenv ("IJKPAD_BENCH_SCREEN") != NULL)
    g_error ("there is no display");
  g_setenv ("IJKPAD_BENCH_SCREEN", "1", TRUE);
  g_ptr_array_add (command, (char *) "xvfb-run");
  g_ptr_array_add (command, (char *) "--auto-servernum");
  g_ptr_array_add (command, (char *) "--server-args=-screen 0 1440x900x24");
  for (guint i = 0; argv[i] != NULL; i++)
    g_ptr_array_add (command, argv[i]);
  g_ptr_array_add (command, NULL);
  execvp ("xvfb-run", (char **) command->pdata);
  g_print ("%s: skipped, there is no display and no xvfb-run\n", argv[0]);
  return FALSE;
}

/* Until what follows an opening, such as a toast or a first layout, is over. */
static void
settle (void)
{
  for (guint i = 0; i < 20; i++)
    {
      bench_iterate_until_idle ();
      g_usleep (20000);
    }
}

void
bench_screen_open (BenchScreen      *self,
                   const IjkDataSet *data_set,
                   const char       *view)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSettings) settings = g_settings_new (IJK_APPLICATION_ID);

  self->folder = g_dir_make_tmp ("ijkpad-bench-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "bench.ijkpad", NULL);
  g_settings_set_boolean (settings, "tour-seen", TRUE);
  g_settings_set_string (settings, "language", "en");
  self->application = ijk_application_new (settings, data_set);
  g_application_set_flags (G_APPLICATION (self->application), G_APPLICATION_NON_UNIQUE);
  if (!g_application_register (G_APPLICATION (self->application), NULL, &error))
    g_error ("%s", error->message);
  self->window = ijk_window_new (self->application);
  gtk_window_present (GTK_WINDOW (self->window));
  self->session = ijk_application_get_session (self->application);
  ijk_window_open_path (self->window, self->path);
  if (!bench_wait_for (has_result, self->session))
    g_error ("the workbook did not open");
  g_action_group_activate_action (G_ACTION_GROUP (self->window), "view", g_variant_new_string (view));
  settle ();
}

static void
print_times (const char *what,
             double     *times_ms,
             guint       n_times,
             double      aim_ms)
{
  double p99;

  qsort (times_ms, n_times, sizeof *times_ms, bench_compare_times);
  p99 = times_ms[n_times * 99 / 100];
  g_print ("%-24s median %5.1f ms, p99 %5.1f ms", what, times_ms[n_times / 2], p99);
  if (aim_ms > 0)
    g_print ("  aim %g ms: %s", aim_ms, p99 <= aim_ms ? "met" : "MISSED");
  g_print ("\n");
}

void
bench_screen_time (BenchScreen      *self,
                   const char       *name,
                   const BenchMoves *moves)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self->window));
  g_autofree double *times_ms = g_new (double, moves->n_moves);
  g_autofree double *work_ms = g_new (double, moves->n_moves);
  Run run = { .moves = moves, .times_ms = times_ms, .work_ms = work_ms };

  g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &run);
  while (run.n_done < moves->n_moves)
    {
      bench_pause ();
      run.count_before = moves->count (moves->data);
      run.moved_us = g_get_monotonic_time ();
      run.moved_work_ms = bench_get_work_ms ();
      run.is_waiting = TRUE;
      moves->move (moves->data, run.n_done);
      if (!bench_wait_for (is_painted, &run))
        g_error ("a move was never painted");
    }
  g_signal_handlers_disconnect_by_data (clock, &run);
  g_print ("%s, %d x %d, %d moves\n", name, gtk_widget_get_width (GTK_WIDGET (self->window)),
           gtk_widget_get_height (GTK_WIDGET (self->window)), moves->n_moves);
  print_times ("  move to painted frame", times_ms, moves->n_moves, moves->aim_ms);
  print_times ("  work in it", work_ms, moves->n_moves, moves->aim_ms);
}

void
bench_screen_close (BenchScreen *self)
{
  gtk_window_close (GTK_WINDOW (self->window));
  bench_wait_for (is_closed, self->application);
  g_clear_object (&self->application);
  g_remove (self->path);
  g_rmdir (self->folder);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->folder, g_free);
}
