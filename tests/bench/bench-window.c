/* The window on the screen there is; without one the program starts itself under xvfb-run.
 *
 * Usage: bench-window [moves | edits [N]]; both without an argument.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench-window.h"

#include <stdlib.h>

#define N_EDITS 4500 /* a quarter of an hour, an edit every 0.2 s */

GtkWidget *
bench_find_widget (GtkWidget      *root,
                   GType           type,
                   BenchCondition  is_right)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type) && (is_right == NULL || is_right (root)))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = bench_find_widget (child, type, is_right);
  return found;
}

int
main (int    argc,
      char **argv)
{
  const char *what = argc > 1 ? argv[1] : NULL;
  const guint n_edits = argc > 2 ? (guint) strtoul (argv[2], NULL, 10) : N_EDITS;
  g_autoptr (GError) error = NULL;
  g_autoptr (IjkDataSet) data_set = NULL;
  BenchScreen screen = { 0 };

  if (!bench_screen_init (argv))
    return 0;
  data_set = ijk_data_set_load (IJKPAD_REFERENCE_DIR, &error);
  if (data_set == NULL)
    g_error ("%s", error->message);
  bench_screen_open (&screen, data_set, "explore");
  if (what == NULL || g_str_equal (what, "moves"))
    bench_run_moves (screen.window);
  if (what == NULL || g_str_equal (what, "edits"))
    bench_run_edits (screen.window, n_edits);
  bench_screen_close (&screen);
  return 0;
}
