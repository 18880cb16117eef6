/* What the benchmarks share: medians with spread, and units multiplied.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-reference.h"

G_BEGIN_DECLS

typedef void (*BenchFunc) (gpointer data);

/* Times in milliseconds. */
typedef struct
{
  double min, median, p90, max;
} BenchTimes;

BenchTimes    bench_time             (BenchFunc func, gpointer data, guint n_warm_up, guint n_runs);
void          bench_time_in_turn     (const BenchFunc *funcs, gpointer *data, guint n_funcs,
                                      guint n_warm_up, guint n_runs, BenchTimes *times);
void          bench_print            (const char *name, const BenchTimes *times, double aim_ms);
void          bench_print_ratio      (const char *name, const BenchTimes *times,
                                      const char *baseline_name, const BenchTimes *baseline);
IjkReference *bench_multiply_units   (const IjkReference *reference, guint n_units);
guint         bench_count_allocations (void);

G_END_DECLS
