/* How long the strict loader takes, beside reading the same files.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench-timing.h"

#include "ijk-reference-load.h"

static void
load_once (gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IjkReference) G_GNUC_UNUSED reference = ijk_reference_load (data, &error);

  g_assert_no_error (error);
}

static void
read_once (gpointer data)
{
  for (guint i = 0; i < IJK_N_TABLES; i++)
    {
      g_autofree char *path = g_build_filename (data, ijk_table_names[i], NULL);
      g_autofree char *text = NULL;

      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
    }
}

int
main (void)
{
  gpointer directory = (gpointer) IJKPAD_BENCH_REFERENCE;
  const BenchTimes read = bench_time (read_once, directory, 5, 200);
  const BenchTimes load = bench_time (load_once, directory, 5, 200);

  bench_print ("loading the reference tables", &load, 0);
  bench_print_ratio ("", &load, "reading the files", &read);
  return 0;
}
