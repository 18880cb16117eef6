/* How long one run takes: the reference, and units multiplied to 1,000 and 10,000; beside the time
 * to copy the result, which is the limit of memory.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench-timing.h"

#include "ijk-reference-load.h"
#include "ijk-run.h"

#include <string.h>

typedef struct
{
  IjkReference *reference;
  IjkScenario *scenario;
  IjkWorkspace *workspace;
  const IjkResult *result;
  double *copy;
} Bench;

static void
run_once (gpointer data)
{
  Bench *bench = data;

  bench->result = ijk_run (bench->reference, bench->scenario, bench->workspace);
}

static void
copy_once (gpointer data)
{
  Bench *bench = data;
  gsize n = 0;
  const double *values = ijk_result_get_data (bench->result, &n);

  memcpy (bench->copy, values, n * sizeof *values);
}

static double
bench_units (const IjkReference *base,
             guint               n_units,
             const char *const  *settings,
             const char         *what,
             double              aim_ms,
             guint               n_runs)
{
  Bench bench = { .reference = n_units > base->n_units ? bench_multiply_units (base, n_units)
                                                       : ijk_reference_ref (base) };
  g_autofree char *name
      = g_strdup_printf ("run, %u units%s", bench.reference->n_units, what);
  g_autoptr (GError) error = NULL;
  BenchTimes run = { 0 };
  BenchTimes copy = { 0 };
  guint n_before = 0;

  bench.scenario = ijk_scenario_new (bench.reference, NULL);
  for (guint i = 0; settings != NULL && settings[i] != NULL; i++)
    {
      IjkScenario *next = ijk_scenario_with_setting (bench.scenario, settings[i], &error);

      g_assert_no_error (error);
      ijk_scenario_unref (bench.scenario);
      bench.scenario = next;
    }
  bench.workspace = ijk_workspace_new (bench.reference);
  run_once (&bench);
  n_before = bench_count_allocations ();
  run_once (&bench);
  if (bench_count_allocations () != n_before)
    g_error ("a run allocated memory %u times", bench_count_allocations () - n_before);
  bench.copy = g_malloc (ijk_result_get_size (bench.result));
  run = bench_time (run_once, &bench, 5, n_runs);
  copy = bench_time (copy_once, &bench, 5, n_runs);
  bench_print (name, &run, aim_ms);
  bench_print_ratio ("", &run, "copying the result", &copy);

  g_free (bench.copy);
  ijk_workspace_free (bench.workspace);
  ijk_scenario_unref (bench.scenario);
  ijk_reference_unref (bench.reference);
  return run.median;
}

int
main (void)
{
  static const char *const levers[] = { "ets_price=2030:150,2050:300", "growth=2030:0.01",
                                        "ccs_share@sector:refining=at_most:0.5",
                                        "electrification_share@company:Shell=exactly:0.6",
                                        "benchmark_scale@company:Dow=2030:0.8", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (IjkReference) reference = ijk_reference_load (IJKPAD_BENCH_REFERENCE, &error);
  double small = 0;
  double large = 0;

  g_assert_no_error (error);
  bench_units (reference, 0, NULL, "", 0.5, 2000);
  bench_units (reference, 0, levers, ", five levers", 0.5, 2000);
  small = bench_units (reference, 1000, NULL, "", 0, 500);
  large = bench_units (reference, 10000, NULL, "", 20, 100);
  g_print ("%-44s %.2f (10 = linear)\n", "10,000 units over 1,000 units", large / small);
  g_print ("%-44s none, asserted\n", "allocations during a run");
  return 0;
}
