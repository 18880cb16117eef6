/* What a figure rests on, in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *ijk_source_words (const char *source);

G_END_DECLS
