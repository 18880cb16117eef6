/* Why this number: from the key to the painted frame of the window that explains it, of a window made
 * anew and of one that is open already, and from a key in it to the frame with the opened row.
 *
 * The work that the program does in it counts, which other programs of the machine do not lengthen,
 * and how it compares with a run of the model in the same minute.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench-frames.h"
#include "bench-timing.h"

#include "ijk-explanation.h"
#include "ijk-headline-strip.h"
#include "ijk-run.h"
#include "ijk-why-window.h"

#include <stdlib.h>
#include <time.h>

#define N_OPENINGS 60
#define AIM_MS 10
#define PATIENCE_US (20 * G_TIME_SPAN_SECOND)

typedef struct
{
  BenchScreen screen;
  GtkWidget *strip;
  GdkFrameClock *clock;   /* (nullable) of the window that explains; borrowed */
  gboolean is_painted;
  double passed_ms[N_OPENINGS];
  double work_ms[N_OPENINGS];
} Bench;

static double
get_work_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  const double first = *(const double *) a;
  const double second = *(const double *) b;

  return first < second ? -1 : first > second;
}

static BenchTimes
sum_up (double *times)
{
  qsort (times, N_OPENINGS, sizeof *times, compare_times);
  return (BenchTimes) { .min = times[0],
                        .median = times[N_OPENINGS / 2],
                        .p90 = times[N_OPENINGS * 9 / 10],
                        .max = times[N_OPENINGS - 1] };
}

static GtkWidget *
find_below (GtkWidget *widget,
            GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
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

static void
painted_cb (Bench *bench)
{
  bench->is_painted = TRUE;
}

/* Until a frame of the window that explains is painted. */
static void
wait_for_frame (Bench *bench)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (bench->screen.window->why_window));
  const gint64 end_us = g_get_monotonic_time () + PATIENCE_US;
  const gulong id = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb), bench);

  bench->is_painted = FALSE;
  while (!bench->is_painted && g_get_monotonic_time () < end_us)
    (void) g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, id);
  if (!bench->is_painted)
    g_error ("No frame was painted");
}

/* What is left to do after a frame does not belong to the next. */
static void
rest (void)
{
  const gint64 end_us = g_get_monotonic_time () + 60 * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < end_us)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

static void
ask (Bench *bench,
     guint  i)
{
  GtkWidget *headline = ijk_headline_strip_get_headline (IJK_HEADLINE_STRIP (bench->strip),
                                                         i % IJK_N_HEADLINES);

  if (!gtk_widget_activate_action (headline, "why.ask", NULL)
      || bench->screen.window->why_window == NULL)
    g_error ("No window opened");
}

static void
close_again (Bench *bench)
{
  gtk_window_destroy (bench->screen.window->why_window);
}

static void
open_row (Bench *bench,
          guint  i)
{
  IjkWhyView *view
      = ijk_why_window_get_view (IJK_WHY_WINDOW (bench->screen.window->why_window));
  g_autoptr (GtkTreeListRow) row = g_list_model_get_item (ijk_why_view_get_rows (view), 1);

  (void) i;
  gtk_tree_list_row_set_expanded (row, !gtk_tree_list_row_get_expanded (row));
}

static void
time_opening (Bench      *bench,
              const char *name,
              void      (*start) (Bench *, guint),
              void      (*end) (Bench *),
              const BenchTimes *run)
{
  g_autofree char *passed = g_strdup_printf ("%s, time", name);
  g_autofree char *work = g_strdup_printf ("%s, work", name);
  BenchTimes times;

  for (guint i = 0; i < N_OPENINGS; i++)
    {
      const gint64 start_us = g_get_monotonic_time ();
      const double start_ms = get_work_ms ();

      start (bench, i);
      wait_for_frame (bench);
      bench->passed_ms[i] = (double) (g_get_monotonic_time () - start_us) / 1e3;
      bench->work_ms[i] = get_work_ms () - start_ms;
      if (end != NULL)
        end (bench);
      rest ();
    }
  times = sum_up (bench->passed_ms);
  bench_print (passed, &times, 0);
  times = sum_up (bench->work_ms);
  bench_print (work, &times, AIM_MS);
  bench_print_ratio (work, &times, "a run", run);
}

/* ---- what a run of the model takes ---- */

typedef struct
{
  const IjkReference *reference;
  const IjkScenario *scenario;
  IjkWorkspace *workspace;
} Run;

static void
run_model (gpointer data)
{
  Run *run = data;

  (void) ijk_run (run->reference, run->scenario, run->workspace);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IjkDataSet) data_set = ijk_data_set_load (IJKPAD_REFERENCE_DIR, &error);
  g_autoptr (IjkWorkspace) workspace = NULL;
  Bench bench = { 0 };
  BenchTimes run_times;
  Run run;

  (void) argc;
  if (data_set == NULL)
    g_error ("%s", error->message);
  if (!bench_screen_init (argv))
    return 0;
  bench_screen_open (&bench.screen, data_set, "explore");
  bench.strip = find_below (GTK_WIDGET (bench.screen.window), IJK_TYPE_HEADLINE_STRIP);
  run = (Run) { ijk_session_get_reference (bench.screen.session),
                ijk_session_get_scenario (bench.screen.session), NULL };
  run.workspace = workspace = ijk_workspace_new (run.reference);
  run_times = bench_time (run_model, &run, 10, 200);
  bench_print ("a run of the model", &run_times, 0);
  time_opening (&bench, "why, a new window", ask, close_again, &run_times);
  ask (&bench, 0);
  rest ();
  time_opening (&bench, "why, another number", ask, NULL, &run_times);
  ask (&bench, 1);
  rest ();
  time_opening (&bench, "why, a row opens or closes", open_row, NULL, &run_times);
  g_clear_pointer (&workspace, ijk_workspace_free);
  bench_screen_close (&bench.screen);
  return 0;
}
