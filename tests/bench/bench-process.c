/* Start to finish of the program as a process, loading included, beside a process that does
 * nothing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench-timing.h"

#include <gio/gio.h>

static void
spawn_once (gpointer data)
{
  g_autoptr (GError) error = NULL;
  int status = 0;

  g_spawn_sync (NULL, data, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL,
                NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
}

int
main (void)
{
  const char *program = IJKPAD_BENCH_PROGRAM;
  const char *nothing[] = { "true", NULL };
  const char *summary[] = { program, "run", NULL };
  const char *csv[] = { program, "run", "--format", "csv", NULL };
  const char *levy[] = { program, "levy", NULL };
  const BenchTimes baseline = bench_time (spawn_once, nothing, 5, 100);
  const BenchTimes run = bench_time (spawn_once, summary, 5, 100);
  const BenchTimes long_table = bench_time (spawn_once, csv, 2, 20);
  const BenchTimes one_levy = bench_time (spawn_once, levy, 2, 50);

  bench_print ("a process that does nothing", &baseline, 0);
  bench_print ("ijkpad run, start to finish", &run, 40);
  bench_print_ratio ("", &run, "a process that does nothing", &baseline);
  bench_print ("ijkpad run --format csv, start to finish", &long_table, 0);
  bench_print ("ijkpad levy, start to finish", &one_levy, 0);
  return 0;
}
