/* The language of the interface: which catalogue is in force and how it writes numbers.
 *
 * Process-wide, as gettext is. Changed at start and when a person or a --lang option asks; main
 * thread only.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-number.h"

G_BEGIN_DECLS

/* Binds the catalogues. @locale_dir: where they are installed or built. */
void         ijk_language_init      (const char *locale_dir);
/* @id: "en", "nl", or NULL for what the environment asks for (English if there is no catalogue).
 * Returns FALSE for a language there is no catalogue of, and then changes nothing. */
gboolean     ijk_language_select    (const char *id);
/* "en" or "nl". */
const char  *ijk_language_get       (void);
/* Of the two names in a reference table the one in the language in force. */
const char  *ijk_language_pick      (const char *name_en,
                                     const char *name_nl);

G_END_DECLS
