/* The program `ijkpad`.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-command.h"

#include "ijk-language.h"

int
main (int    argc,
      char **argv)
{
  g_autofree char *locale_dir = ijk_command_find_locale ();

  /* Words as the environment asks; numbers that are read or written as data keep a decimal point. */
  ijk_language_init (locale_dir);
  return ijk_command_main (argc, argv);
}
