/* Starting the program with a window from the one without.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean ijk_launch_is_wanted (int    argc,
                               char **argv);
void     ijk_launch_window    (char **argv);

G_END_DECLS
