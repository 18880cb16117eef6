/* From a lever to the news of its result, and the steps around it: what a person waits for while a
 * slider moves. Each move goes through the main loop, as in the program.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-session.h"


#include <glib/gstdio.h>
#include <stdlib.h>

#define N_MOVES 500

typedef struct
{
  IjkSession *session;
  gint64 answered_us; /* 0 until the result is there */
} Bench;

static void
result_cb (IjkSession *session G_GNUC_UNUSED,
           GParamSpec *pspec G_GNUC_UNUSED,
           gpointer    data)
{
  ((Bench *) data)->answered_us = g_get_monotonic_time ();
}

static void
keep_cb (GObject      *source G_GNUC_UNUSED,
         GAsyncResult *result,
         gpointer      data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static void
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  const double x = *(const double *) a;
  const double y = *(const double *) b;

  return (x > y) - (x < y);
}

static void
print_latency (const char *name,
               double     *ms,
               double      aim_ms)
{
  qsort (ms, N_MOVES, sizeof *ms, compare_doubles);
  g_print ("%-44s median %8.3f ms  (p99 %.3f, max %.3f)  aim %g ms: %s\n", name, ms[N_MOVES / 2],
           ms[N_MOVES * 99 / 100], ms[N_MOVES - 1], aim_ms,
           ms[N_MOVES / 2] <= aim_ms ? "met" : "MISSED");
}

/* Sets a lever to some place in its range. Returns: ms until the result is there */
static double
move (Bench      *bench,
      IjkLeverId  id,
      guint       i)
{
  const IjkLever *lever = &ijk_session_get_reference (bench->session)->levers[id];
  const IjkLeverKey key = { id, IJK_SCOPE_NATIONAL, 0 };
  const double share = (double) (i % 100 + 1) / 101;
  const double number = lever->min + share * (lever->max - lever->min);
  const IjkLeverValue value = { .number = number, .n_points = 1, .points = { { 2030, number } } };
  const gint64 start_us = g_get_monotonic_time ();

  bench->answered_us = 0;
  if (!ijk_session_set_lever (bench->session, &key, &value, NULL))
    g_error ("the lever was refused");
  while (bench->answered_us == 0)
    g_main_context_iteration (NULL, TRUE);
  return (double) (bench->answered_us - start_us) / 1e3;
}

/* One long drag. */
static void
bench_drag (Bench     *bench,
            IjkLeverId id)
{
  double ms[N_MOVES];
  g_autofree char *name = g_strdup_printf ("drag of %s, lever to result", ijk_lever_ids[id]);

  ijk_session_begin_step (bench->session, NULL);
  for (guint i = 0; i < N_MOVES; i++)
    ms[i] = move (bench, id, i);
  ijk_session_end_step (bench->session);
  print_latency (name, ms, 0.6);
}

/* Each move a step of its own, while the steps before it are written. */
static void
bench_steps (Bench *bench)
{
  double ms[N_MOVES];

  for (guint i = 0; i < N_MOVES; i++)
    ms[i] = move (bench, i % 2 == 0 ? IJK_LEVER_KAPPA : IJK_LEVER_REALISATION, i);
  print_latency ("steps that are saved, lever to result", ms, 0.6);
}

static void
bench_undo (Bench *bench)
{
  double ms[N_MOVES];

  for (guint i = 0; i < N_MOVES; i++)
    {
      const gint64 start_us = g_get_monotonic_time ();

      bench->answered_us = 0;
      if (i / 200 % 2 == 0)
        ijk_session_undo (bench->session);
      else
        ijk_session_redo (bench->session);
      while (bench->answered_us == 0)
        g_main_context_iteration (NULL, TRUE);
      ms[i] = (double) (bench->answered_us - start_us) / 1e3;
    }
  print_latency ("undo and redo, key to result", ms, 0.6);
}

static double
ms_since (gint64 start_us)
{
  return (double) (g_get_monotonic_time () - start_us) / 1e3;
}

/* Closes and opens again; how long until all is written, and until there is a result. */
static void
bench_restart (Bench      *bench,
               const char *path)
{
  g_autoptr (GAsyncResult) closed = NULL;
  g_autoptr (GAsyncResult) opened = NULL;
  gint64 start_us = g_get_monotonic_time ();

  ijk_session_close_async (bench->session, keep_cb, &closed);
  wait_for (&closed);
  g_print ("%-44s %15.1f ms\n", "writing what is left, closing", ms_since (start_us));
  start_us = g_get_monotonic_time ();
  ijk_session_open_async (bench->session, path, NULL, keep_cb, &opened);
  wait_for (&opened);
  g_print ("%-44s %15.1f ms\n", "opening, law and first result", ms_since (start_us));
}

int
main (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("ijkpad-bench-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "bench.ijkpad", NULL);
  g_autoptr (IjkDataSet) data_set = ijk_data_set_load (IJKPAD_BENCH_REFERENCE, &error);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) closed = NULL;
  Bench bench = { NULL, 0 };

  if (data_set == NULL)
    g_error ("%s", error->message);
  bench.session = ijk_session_new (data_set, "en");
  ijk_session_open_async (bench.session, path, NULL, keep_cb, &result);
  wait_for (&result);
  if (!ijk_session_open_finish (bench.session, result, &error))
    g_error ("%s", error->message);
  g_signal_connect (bench.session, "notify::result", G_CALLBACK (result_cb), &bench);
  bench_drag (&bench, IJK_LEVER_KAPPA);
  bench_drag (&bench, IJK_LEVER_ETS_PRICE);
  bench_drag (&bench, IJK_LEVER_CCS_CEILING);
  bench_steps (&bench);
  bench_undo (&bench);
  bench_restart (&bench, path);
  ijk_session_close_async (bench.session, keep_cb, &closed);
  wait_for (&closed);
  g_clear_object (&result);
  g_clear_object (&closed);
  g_object_unref (bench.session);
  g_remove (path);
  g_rmdir (folder);
  return 0;
}
