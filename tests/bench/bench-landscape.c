/* How long the landscape of two levers takes: all of it, the first coarse picture, and letting go.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench-timing.h"

#include "ijk-landscape.h"
#include "ijk-reference-load.h"
#include "ijk-run.h"

/* Every eighth point of 41 by 41. */
#define N_COARSE 36

typedef struct
{
  IjkScenario *scenario;
  IjkWorkspace *workspace;
  guint n_threads;
} Bench;

static void
run_once (gpointer data)
{
  const Bench *bench = data;

  (void) ijk_run (ijk_scenario_get_reference (bench->scenario), bench->scenario,
                  bench->workspace);
}

static void
run_all (gpointer data)
{
  const Bench *bench = data;
  g_autoptr (IjkLandscape) landscape
      = ijk_landscape_new (bench->scenario, &ijk_landscape_default_question, bench->n_threads);

  g_assert_cmpuint (landscape->n_done, ==, 41 * 41);
}

/* Returns: (transfer full): the job, when a first picture could be painted */
static IjkLandscapeJob *
start (const Bench *bench)
{
  IjkLandscapeJob *job = ijk_landscape_job_start (
      bench->scenario, &ijk_landscape_default_question, bench->n_threads);

  for (;;)
    {
      g_autoptr (IjkLandscape) part = ijk_landscape_job_snapshot (job);

      if (part->n_done >= N_COARSE)
        return job;
      g_usleep (500);
    }
}

static void
print_part (const char *name,
            double     *runs_ms,
            guint       n_runs)
{
  double sum = 0;
  double max = 0;

  for (guint i = 0; i < n_runs; i++)
    {
      sum += runs_ms[i];
      max = MAX (max, runs_ms[i]);
    }
  g_print ("%-44s mean   %8.3f ms  (max %.3f)\n", name, sum / n_runs, max);
}

/* Coarse picture, one snapshot, cancelling, the end of the threads, in one job after another. */
static void
bench_parts (const Bench *bench)
{
  double coarse[40];
  double snapshot[40];
  double cancel[40];
  double end[40];

  for (guint i = 0; i < G_N_ELEMENTS (coarse); i++)
    {
      const gint64 t0 = g_get_monotonic_time ();
      IjkLandscapeJob *job = start (bench);
      const gint64 t1 = g_get_monotonic_time ();
      IjkLandscape *part = NULL;
      gint64 t2 = 0;
      gint64 t3 = 0;
      gint64 t4 = 0;

      g_usleep (2000);
      t2 = g_get_monotonic_time ();
      part = ijk_landscape_job_snapshot (job);
      t3 = g_get_monotonic_time ();
      ijk_landscape_job_cancel (job);
      t4 = g_get_monotonic_time ();
      ijk_landscape_job_free (job);
      end[i] = (double) (g_get_monotonic_time () - t4) / 1e3;
      ijk_landscape_unref (part);
      coarse[i] = (double) (t1 - t0) / 1e3;
      snapshot[i] = (double) (t3 - t2) / 1e3;
      cancel[i] = (double) (t4 - t3) / 1e3;
    }
  print_part ("landscape, first coarse picture", coarse, G_N_ELEMENTS (coarse));
  print_part ("landscape, one snapshot", snapshot, G_N_ELEMENTS (snapshot));
  print_part ("landscape, cancel", cancel, G_N_ELEMENTS (cancel));
  print_part ("landscape, free after cancel", end, G_N_ELEMENTS (end));
}

int
main (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IjkReference) reference = ijk_reference_load (IJKPAD_BENCH_REFERENCE, &error);
  Bench one = { .n_threads = 1 };
  Bench all = { .n_threads = 0 };
  BenchTimes run;
  BenchTimes alone;
  BenchTimes together;

  g_assert_no_error (error);
  one.scenario = all.scenario = ijk_scenario_new (reference, NULL);
  one.workspace = ijk_workspace_new (reference);
  run = bench_time (run_once, &one, 5, 500);
  together = bench_time (run_all, &all, 1, 9);
  alone = bench_time (run_all, &one, 1, 9);
  bench_print ("one run", &run, 0);
  bench_print ("landscape, 41 by 41, a thread a processor", &together, 600);
  bench_print_ratio ("", &together, "one run", &run);
  bench_print ("landscape, 41 by 41, one thread", &alone, 0);
  bench_print_ratio ("", &alone, "a thread a processor", &together);
  bench_parts (&all);
  ijk_workspace_free (one.workspace);
  ijk_scenario_unref (one.scenario);
  return 0;
}
