/* Numbers as a reader writes them: decimals, separators and sign, as a plain value.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How the numbers of one axis are written. Strings may be NULL: a point, no thousands, nothing.
 * They are borrowed; a chart spec keeps copies. */
typedef struct
{
  guint n_decimals;
  const char *decimal_point;
  const char *thousands;
  const char *prefix;
  const char *suffix;
  gboolean shows_plus;
} IjkNumberFormat;

char *ijk_number_format          (const IjkNumberFormat *format,
                                  double                 value);
char *ijk_number_format_decimals (const IjkNumberFormat *format,
                                  double                 value,
                                  guint                  n_decimals);

G_END_DECLS
