/* Installations that a person brought: which they are, and from which row of the rest they were taken.
 *
 * The table of units says so by two tags, which no measure asks for, so the numbers of a run do not
 * depend on them: `own` on every installation that was added or changed, `within-` with the id of a row
 * of kind rest on one whose emissions that row held before. They go wherever the table goes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-reference.h"

G_BEGIN_DECLS

#define IJK_OWN_TAG "own"
#define IJK_WITHIN_TAG_PREFIX "within-"

/* Whether a tag says where an installation comes from instead of what it can take. */
gboolean ijk_own_tag_is       (const char         *tag);
gboolean ijk_unit_is_own      (const IjkReference *reference,
                               guint               unit);
/* Whether any installation of the company is. */
gboolean ijk_company_is_own   (const IjkReference *reference,
                               guint               company);
/* The position of the row of the rest that no longer holds its emissions, or IJK_NONE. */
guint    ijk_unit_find_rest   (const IjkReference *reference,
                               guint               unit);
/* The row that holds what the table does not name of a sector: its own, or IJK_NONE. */
guint    ijk_sector_find_rest (const IjkReference *reference,
                               guint               sector);

G_END_DECLS
