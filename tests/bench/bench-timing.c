/* Timing: a warm-up, then every run timed by the monotonic clock; the median is the figure to
 * quote, the spread tells how noisy the machine was.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench-timing.h"

#include <stdlib.h>

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  const double x = *(const double *) a;
  const double y = *(const double *) b;

  return (x > y) - (x < y);
}

/* One run of each by turns, so that what else the machine does falls on all of them alike.
 * @times: (out) (array length=n_funcs) */
void
bench_time_in_turn (const BenchFunc *funcs,
                    gpointer        *data,
                    guint            n_funcs,
                    guint            n_warm_up,
                    guint            n_runs,
                    BenchTimes      *times)
{
  g_autofree double *runs = g_new (double, n_funcs * n_runs);

  for (guint i = 0; i < n_warm_up + n_runs; i++)
    for (guint k = 0; k < n_funcs; k++)
      {
        const gint64 start = g_get_monotonic_time ();

        funcs[k](data[k]);
        if (i >= n_warm_up)
          runs[k * n_runs + i - n_warm_up] = (double) (g_get_monotonic_time () - start) / 1e3;
      }
  for (guint k = 0; k < n_funcs; k++)
    {
      double *own = runs + k * n_runs;

      qsort (own, n_runs, sizeof *own, compare_doubles);
      times[k] = (BenchTimes) { own[0], own[n_runs / 2], own[n_runs * 9 / 10], own[n_runs - 1] };
    }
}

BenchTimes
bench_time (BenchFunc func,
            gpointer  data,
            guint     n_warm_up,
            guint     n_runs)
{
  BenchTimes times;

  bench_time_in_turn (&func, &data, 1, n_warm_up, n_runs, &times);
  return times;
}

/* @aim_ms: what it should stay under, or 0 for none */
void
bench_print (const char       *name,
             const BenchTimes *times,
             double            aim_ms)
{
  g_print ("%-44s median %8.3f ms  (min %.3f, p90 %.3f, max %.3f)", name, times->median, times->min,
           times->p90, times->max);
  if (aim_ms > 0)
    g_print ("  aim %g ms: %s", aim_ms, times->median <= aim_ms ? "met" : "MISSED");
  g_print ("\n");
}

void
bench_print_ratio (const char       *name,
                   const BenchTimes *times,
                   const char       *baseline_name,
                   const BenchTimes *baseline)
{
  g_print ("%-44s %.2f times %s\n", name, times->median / baseline->median, baseline_name);
}

/* The reference with its units repeated until there are @n_units; copies have ids of their own and
 * no projects. Returns: (transfer full): strings belong to @reference, which must outlive it */
IjkReference *
bench_multiply_units (const IjkReference *reference,
                      guint               n_units)
{
  IjkReferenceContent *content = ijk_reference_dup_content (reference);

  for (guint i = reference->n_units; i < n_units; i++)
    {
      IjkUnit unit = reference->units[i % reference->n_units];
      g_autofree char *id = g_strdup_printf ("%s-%u", unit.id, i);

      unit.id = g_string_chunk_insert (content->strings, id);
      g_array_append_val (content->units, unit);
    }
  return ijk_reference_new (content);
}
