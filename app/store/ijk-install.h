/* Where the parts of the program lie: installed, or in the folder it was built in.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean ijk_install_is_built        (void);
char    *ijk_install_find_reference  (void);
char    *ijk_install_find_catalogues (void);
char    *ijk_install_find_schemas    (void);

G_END_DECLS
