/* Painting a layout with Cairo. Shapes, patterns and words each have a file of their own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "ijk-chart-layout.h"

G_BEGIN_DECLS

typedef enum
{
  IJK_PAINT_NO_TEXT = 1 << 0,    /* neither words nor what only serves them */
  IJK_PAINT_BACKGROUND = 1 << 1, /* fill the card first */
} IjkPaintFlags;

gboolean ijk_chart_paint (const IjkChartLayout *layout,
                          cairo_t              *cr,
                          IjkStyle              style,
                          IjkPaintFlags         flags,
                          GError              **error);
void     ijk_marks_paint (const IjkMarkList    *marks,
                          const IjkChartLayout *layout,
                          cairo_t              *cr,
                          IjkStyle              style,
                          IjkPaintFlags         flags);

G_END_DECLS
