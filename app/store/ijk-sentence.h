/* Sentences about files from others, fit to be shown.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *ijk_sentence_clean (const char *text);

G_END_DECLS
