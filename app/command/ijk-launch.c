/* `ijkpad` alone, or with a file, is what a person types who wants the window. That is a program of
 * its own, because loading a window system takes longer than most commands: this process becomes
 * it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-launch.h"

#include "ijk-install.h"

#include <string.h>
#include <unistd.h>

static gboolean
has_display (void)
{
  const char *wayland = g_getenv ("WAYLAND_DISPLAY");
  const char *x11 = g_getenv ("DISPLAY");

  return (wayland != NULL && *wayland != '\0') || (x11 != NULL && *x11 != '\0');
}

/* A word without a dot or slash is a command, maybe mistyped, even where a file has its name. */
static gboolean
names_file (const char *word)
{
  if (g_str_has_prefix (word, "file:"))
    return TRUE;
  return *word != '-' && strpbrk (word, "./") != NULL && g_file_test (word, G_FILE_TEST_EXISTS);
}

/**
 * ijk_launch_is_wanted:
 *
 * Returns: whether the command line asks for a window, and there is a display to show it on
 */
gboolean
ijk_launch_is_wanted (int    argc,
                      char **argv)
{
  return has_display () && (argc < 2 || names_file (argv[1]));
}

/**
 * ijk_launch_window:
 * @argv: (array zero-terminated=1): as this program was called
 *
 * Becomes the program with the window. Returns only where there is none: it lies beside this one,
 * or, in a build folder, in the room of the window.
 */
void
ijk_launch_window (char **argv)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = self == NULL ? NULL : g_path_get_dirname (self);
  g_autofree char *beside = NULL;
  g_autofree char *built = NULL;

  if (folder == NULL)
    return;
  beside = g_build_filename (folder, IJKPAD_WINDOW_PROGRAM, NULL);
  built = g_build_filename (folder, "..", "window", IJKPAD_WINDOW_PROGRAM, NULL);
  execv (beside, argv);
  if (ijk_install_is_built ())
    execv (built, argv);
}
