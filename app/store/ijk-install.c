/* A program that runs in its build folder uses what lies there, so that it can be tried without
 * being installed. Any other uses what was installed with it: where it was configured to be, or,
 * for an installation that was put below another root (a package in the making, a folder to take
 * along), at the same place below that root.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-install.h"

#include <string.h>

/* (transfer full) (nullable): the folder of the program that runs */
static char *
find_program_folder (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);

  return program == NULL ? NULL : g_path_get_dirname (program);
}

/**
 * ijk_install_is_built:
 *
 * Returns: whether this is the program as it was built, not as it is installed
 */
gboolean
ijk_install_is_built (void)
{
  g_autofree char *folder = find_program_folder ();

  return folder != NULL && g_str_has_prefix (folder, IJKPAD_BUILD_DIR "/")
         && !g_str_has_suffix (folder, IJKPAD_BIN_DIR);
}

/* (transfer full): @path of the configuration, below the root that this program was installed
 * in. */
static char *
find_installed (const char *path)
{
  g_autofree char *folder = find_program_folder ();
  g_autofree char *below = NULL;

  if (folder == NULL || !g_str_has_suffix (folder, IJKPAD_BIN_DIR))
    return g_strdup (path);
  folder[strlen (folder) - strlen (IJKPAD_BIN_DIR)] = '\0';
  below = g_strconcat (folder, path, NULL);
  /* A folder of programs may be a link to another, which says nothing of the root. */
  return g_strdup (g_file_test (below, G_FILE_TEST_IS_DIR) ? below : path);
}

/**
 * ijk_install_find_reference:
 *
 * The folder of the reference tables: what IJKPAD_REFERENCE says, else that of the source tree for
 * a program in its build folder, else the installed one.
 *
 * Returns: (transfer full): a path, which need not exist
 */
char *
ijk_install_find_reference (void)
{
  const char *wish = g_getenv ("IJKPAD_REFERENCE");

  if (wish != NULL)
    return g_strdup (wish);
  if (ijk_install_is_built ())
    return g_strdup (IJKPAD_SOURCE_DATA_DIR "/reference");
  return find_installed (IJKPAD_DATA_DIR "/reference");
}

/**
 * ijk_install_find_catalogues:
 *
 * Returns: (transfer full): the folder that holds `nl/LC_MESSAGES/ijkpad.mo`
 */
char *
ijk_install_find_catalogues (void)
{
  return ijk_install_is_built () ? g_strdup (IJKPAD_BUILD_DIR "/po")
                                 : find_installed (IJKPAD_LOCALE_DIR);
}

/**
 * ijk_install_find_schemas:
 *
 * Returns: (transfer full): the folder that holds the compiled schema of the settings
 */
char *
ijk_install_find_schemas (void)
{
  return ijk_install_is_built () ? g_strdup (IJKPAD_BUILD_DIR "/data")
                                 : find_installed (IJKPAD_SCHEMA_DIR);
}
