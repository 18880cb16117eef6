/* The program `ijkpad`.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-command.h"
#include "ijk-launch.h"

int
main (int    argc,
      char **argv)
{
  ijk_command_guard_output ();
  if (ijk_launch_is_wanted (argc, argv))
    ijk_launch_window (argv);
  return ijk_command_main (argc, argv);
}
