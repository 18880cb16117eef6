/* The program `ijkpad`.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-command.h"

int
main (int    argc,
      char **argv)
{
  return ijk_command_main (argc, argv);
}
