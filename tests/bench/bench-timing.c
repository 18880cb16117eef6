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

BenchTimes
bench_time (BenchFunc func,
            gpointer  data,
            guint     n_warm_up,
            guint     n_runs)
{
  g_autofree double *times = g_new (double, n_runs);

  for (guint i = 0; i < n_warm_up; i++)
    func (data);
  for (guint i = 0; i < n_runs; i++)
    {
      const gint64 start = g_get_monotonic_time ();

      func (data);
      times[i] = (double) (g_get_monotonic_time () - start) / 1e3;
    }
  qsort (times, n_runs, sizeof *times, compare_doubles);
  return (BenchTimes) { times[0], times[n_runs / 2], times[n_runs * 9 / 10], times[n_runs - 1] };
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
