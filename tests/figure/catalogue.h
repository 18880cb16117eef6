/* A small Dutch catalogue for tests, so that they do not hang on the wording of the real one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Returns: (transfer full): a temporary folder with nl/LC_MESSAGES/ijkpad.mo */
char *catalogue_write  (void);
void  catalogue_remove (const char *folder);

G_END_DECLS
