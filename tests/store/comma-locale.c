/* A locale that writes numbers with a decimal comma: one that is installed, or else one made in
 * a temporary folder from the sources of the C library, where the machine has those.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "comma-locale.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

static gboolean
has_comma (const char *name)
{
  g_autofree char *before = g_strdup (setlocale (LC_NUMERIC, NULL));
  gboolean is_comma = FALSE;

  if (setlocale (LC_NUMERIC, name) != NULL)
    is_comma = strcmp (localeconv ()->decimal_point, ",") == 0;
  setlocale (LC_NUMERIC, before);
  return is_comma;
}

/* Runs localedef, which comes with the C library. */
static gboolean
make_locale (const char *path)
{
  const char *argv[] = { "localedef", "-i", "nl_NL", "-f", "UTF-8", path, NULL };
  int status = 0;

  return g_spawn_sync (NULL, (char **) argv, NULL,
                       G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL
                           | G_SPAWN_STDERR_TO_DEV_NULL,
                       NULL, NULL, NULL, NULL, &status, NULL)
         && g_spawn_check_wait_status (status, NULL);
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) directory = g_dir_open (path, 0, NULL);
  const char *name = NULL;

  while (directory != NULL && (name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_tree (child);
      else
        g_assert_cmpint (g_remove (child), ==, 0);
    }
  g_assert_cmpint (g_rmdir (path), ==, 0);
}

/* While a locale made for the test is in use, LOCPATH names its folder. */
CommaLocale
comma_locale_find (void)
{
  static const char *const installed[] = { "nl_NL.UTF-8", "de_DE.UTF-8", "fr_FR.UTF-8" };
  CommaLocale self = { NULL, NULL };
  g_autofree char *path = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (installed); i++)
    if (has_comma (installed[i]))
      {
        self.name = g_strdup (installed[i]);
        return self;
      }
  self.directory = g_dir_make_tmp ("ijkpad-test-XXXXXX", NULL);
  g_assert_nonnull (self.directory);
  path = g_build_filename (self.directory, installed[0], NULL);
  if (make_locale (path))
    {
      g_setenv ("LOCPATH", self.directory, TRUE);
      if (has_comma (installed[0]))
        self.name = g_strdup (installed[0]);
    }
  return self;
}

void
comma_locale_clear (CommaLocale *self)
{
  if (self->directory != NULL)
    {
      g_unsetenv ("LOCPATH");
      remove_tree (self->directory);
    }
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->directory, g_free);
}
