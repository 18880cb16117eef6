/* Runs a fuzz target over the files of its corpus, each as a test: what was once found stays
 * mended, with any compiler.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz.h"

#include <glib.h>
#include <string.h>

static void
test_file (gconstpointer data)
{
  g_autofree char *text = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (data, &text, &length, NULL));
  g_assert_cmpint (LLVMFuzzerTestOneInput ((const uint8_t *) text, length), ==, 0);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *target = NULL;
  g_autoptr (GDir) folder = NULL;
  const char *name = NULL;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  LLVMFuzzerInitialize (&argc, &argv);
  target = g_path_get_basename (argv[1]);
  folder = g_dir_open (argv[1], 0, NULL);
  g_assert_nonnull (folder);
  while ((name = g_dir_read_name (folder)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      char *path = g_build_filename (argv[1], g_ptr_array_index (names, i), NULL);
      g_autofree char *test
          = g_strdup_printf ("/fuzz/%s/%s", target, (char *) g_ptr_array_index (names, i));

      g_ptr_array_add (paths, path);
      g_test_add_data_func (test, path, test_file);
    }
  return g_test_run ();
}
