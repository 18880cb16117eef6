/* The valid names nearest to a mistyped one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *ijk_join_or (const char *const *names, gsize n_names);
char *ijk_nearest_names (const char        *typed,
                         const char *const *names,
                         gsize              n_names);

G_END_DECLS
