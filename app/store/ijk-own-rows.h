/* Installations of one's own in the table: how the rows of the rest make room for them, how one goes,
 * and how they move to newer data. ijk-own-unit.h says how they are marked.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-data-set.h"
#include "ijk-own-unit.h"

G_BEGIN_DECLS

/* The bit of a tag, which is added where it is new; 0 where 64 are in use. */
guint64       ijk_own_find_tag    (IjkReferenceContent *content,
                                   const char          *tag);
gboolean      ijk_own_settle_rest (IjkReferenceContent *content,
                                   const IjkReference  *origin,
                                   GHashTable          *named,
                                   GError             **error);
char         *ijk_own_make_id     (const IjkReference  *reference,
                                   const char          *name);
IjkReference *ijk_own_remove      (const IjkReference  *reference,
                                   const IjkReference  *shipped,
                                   const char          *id,
                                   GError             **error);
IjkDataSet   *ijk_own_carry       (const IjkDataSet    *newer,
                                   const IjkReference  *reference,
                                   GError             **error);
gboolean      ijk_own_is_same     (const IjkDataSet    *a,
                                   const IjkDataSet    *b);

G_END_DECLS
