/* The stage of a dated project in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *ijk_stage_name (const char *stage_text);

G_END_DECLS
