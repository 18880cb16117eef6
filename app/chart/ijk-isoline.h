/* Isolines of a field on a rectangular grid.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-mark.h"

G_BEGIN_DECLS

/* A field on grid points; NAN where unknown. Borrows its arrays. */
typedef struct
{
  guint n_columns, n_rows;
  const double *x; /* n_columns */
  const double *y; /* n_rows */
  const double *values; /* row by row */
} IjkField;

GPtrArray *ijk_field_trace        (const IjkField *field,
                                   double          level);
GPtrArray *ijk_field_trace_region (const IjkField *field,
                                   const guint8   *mask);

G_END_DECLS
