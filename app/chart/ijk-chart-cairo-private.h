/* What the Cairo painters share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-chart-cairo.h"

G_BEGIN_DECLS

/* Of lines along a slant, measured along x, and of dots; and of level lines. */
#define IJK_PATTERN_SPACING 7
#define IJK_PATTERN_LEVEL_SPACING 5

cairo_pattern_t *ijk_cairo_get_tile (cairo_t         *cr,
                                     IjkColour        colour,
                                     const IjkColour *ground,
                                     IjkPattern       pattern,
                                     double           width_px);

void ijk_cairo_set_colour   (cairo_t              *cr,
                             IjkColour             colour);
void ijk_cairo_set_dash     (cairo_t              *cr,
                             IjkDash               dash,
                             double                width_px);
void ijk_cairo_trace_box    (cairo_t              *cr,
                             const IjkBox         *box,
                             double                radius_px);
void ijk_cairo_fill_surface (cairo_t              *cr,
                             IjkStyle              style,
                             IjkRole               role,
                             IjkTone               tone,
                             IjkPattern            pattern,
                             const IjkBox         *bounds);
void ijk_cairo_fill_pattern (cairo_t              *cr,
                             IjkColour             colour,
                             IjkPattern            pattern,
                             const IjkBox         *bounds);
void ijk_cairo_paint_message (const IjkChartLayout *layout,
                             cairo_t              *cr,
                             IjkStyle              style,
                             const IjkBox         *box);
IjkColour ijk_cairo_text_colour (const IjkMark    *mark,
                             IjkStyle              style);
gboolean ijk_cairo_halo_colour (const IjkMark     *mark,
                             IjkStyle              style,
                             IjkColour            *colour);
void ijk_cairo_paint_texts  (const IjkMarkList    *marks,
                             const IjkChartLayout *layout,
                             cairo_t              *cr,
                             IjkStyle              style);

G_END_DECLS
