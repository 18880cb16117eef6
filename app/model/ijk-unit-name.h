/* What a reader calls an installation.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *ijk_unit_name (const char *name);

G_END_DECLS
