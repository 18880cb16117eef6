/* The settings of the program, wherever their schema is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* (transfer full): the settings of the program; NULL with @error set where their schema is missing,
 * which without this check would end the program. */
GSettings *ijk_place_open_settings (GError   **error);

G_END_DECLS
