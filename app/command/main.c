/* The program `ijkpad`.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-command.h"

#include <locale.h>

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  /* Numbers that are read or written as data have a decimal point whatever the locale. */
  setlocale (LC_NUMERIC, "C");
  return ijk_command_main (argc, argv);
}
