/* A strict look at JSON from others before it is parsed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-store-error.h"

G_BEGIN_DECLS

/* What a file may be at most. */
typedef struct
{
  gsize max_bytes;
  guint max_depth;  /* of objects and arrays in one another */
  guint max_string; /* bytes of one text as it stands in the file */
} IjkJsonLimits;

gboolean ijk_json_guard (const char          *name,
                         const char          *text,
                         gsize                length,
                         const IjkJsonLimits *limits,
                         GError             **error);

G_END_DECLS
