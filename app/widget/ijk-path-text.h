/* Columns of numbers as people copy them from a spreadsheet.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-lever.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Reads lines of `value` or `year value` (tab, semicolon or spaces between; decimal comma or point; %
 * after a value divides it by 100, a euro sign before it is allowed; one heading line is passed over).
 * Without years the first line is @first_year and an empty line is a year without a point; a year
 * beside an empty cell is passed over, and so are years before IJK_FIRST_FREE_YEAR, because the past
 * is fixed. The points replace those of @value; on error it is unchanged.
 * @error: G_IO_ERROR_INVALID_DATA, a sentence that names the line and what to do. */
gboolean ijk_path_text_parse (const IjkLever *lever,
                              const char     *text,
                              int             first_year,
                              IjkLeverValue  *value,
                              GError        **error);

G_END_DECLS
