/* Surfaces: a colour, or a pattern drawn as lines, so that it stays sharp at every size and in
 * print.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "ijk-chart-cairo-private.h"

#define SPACING 7
#define PATTERN_WIDTH 1.5
#define GROUND_SHARE 0.22 /* of the colour, below a pattern */

static void
trace_slanted (cairo_t      *cr,
               const IjkBox *bounds,
               double        spacing,
               gboolean      rises)
{
  const double right = bounds->x + bounds->width;
  const double bottom = bounds->y + bounds->height;
  /* From a fixed origin, so that the pattern runs on across neighbouring shapes. */
  const double sum_low = rises ? bounds->x + bounds->y : bounds->x - bottom;
  const double sum_high = rises ? right + bottom : right - bounds->y;

  for (double sum = floor (sum_low / spacing) * spacing; sum <= sum_high; sum += spacing)
    {
      cairo_move_to (cr, rises ? sum - bounds->y : sum + bounds->y, bounds->y);
      cairo_line_to (cr, rises ? sum - bottom : sum + bottom, bottom);
    }
}

static void
trace_level (cairo_t      *cr,
             const IjkBox *bounds,
             double        spacing)
{
  for (double y = floor (bounds->y / spacing) * spacing; y <= bounds->y + bounds->height;
       y += spacing)
    {
      cairo_move_to (cr, bounds->x, y);
      cairo_line_to (cr, bounds->x + bounds->width, y);
    }
}

static void
trace_dots (cairo_t      *cr,
            const IjkBox *bounds,
            double        spacing)
{
  guint i_row = 0;

  for (double y = floor (bounds->y / spacing) * spacing; y <= bounds->y + bounds->height;
       y += spacing, i_row++)
    {
      const double start = floor (bounds->x / spacing) * spacing + (i_row % 2) * spacing / 2;

      cairo_move_to (cr, start, y);
      cairo_line_to (cr, bounds->x + bounds->width, y);
    }
}

/* The current path is the clip. */
static void
draw_pattern (cairo_t      *cr,
              IjkPattern    pattern,
              const IjkBox *bounds,
              double        width_px)
{
  static const double dots[] = { 0, SPACING };

  cairo_new_path (cr);
  cairo_set_line_width (cr, width_px);
  switch (pattern)
    {
    case IJK_PATTERN_NONE:
      break;
    case IJK_PATTERN_HATCH:
      trace_slanted (cr, bounds, SPACING, TRUE);
      break;
    case IJK_PATTERN_BACK_HATCH:
      trace_slanted (cr, bounds, SPACING, FALSE);
      break;
    case IJK_PATTERN_CROSS:
      trace_slanted (cr, bounds, SPACING, TRUE);
      trace_slanted (cr, bounds, SPACING, FALSE);
      break;
    case IJK_PATTERN_DOTS:
      cairo_set_line_width (cr, 2.4);
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
      cairo_set_dash (cr, dots, 2, 0);
      trace_dots (cr, bounds, SPACING);
      break;
    case IJK_PATTERN_LEVEL:
      trace_level (cr, bounds, SPACING - 2);
      break;
    }
  cairo_stroke (cr);
}

/**
 * ijk_cairo_fill_surface:
 * @bounds: of the current path, which is used up
 *
 * Fills the path as role, tone, pattern and style ask. A pattern has an outline in the role's
 * colour, so that a light one is still a shape.
 */
void
ijk_cairo_fill_surface (cairo_t      *cr,
                        IjkStyle      style,
                        IjkRole       role,
                        IjkTone       tone,
                        IjkPattern    pattern,
                        const IjkBox *bounds)
{
  const IjkColour colour = ijk_palette_get_colour (style, role);
  const IjkColour card = ijk_palette_get_colour (style, IJK_ROLE_CARD);
  const gboolean is_hatched_tone = ijk_palette_hatches_tone (style, tone);
  cairo_path_t *path;

  if (pattern == IJK_PATTERN_NONE && !is_hatched_tone)
    {
      ijk_cairo_set_colour (cr, ijk_palette_get_fill (style, role, tone));
      cairo_fill (cr);
      return;
    }

  path = cairo_copy_path (cr);
  ijk_cairo_set_colour (cr, is_hatched_tone ? card : ijk_colour_mix (colour, card, GROUND_SHARE));
  cairo_fill_preserve (cr);
  cairo_save (cr);
  cairo_clip (cr);
  ijk_cairo_set_colour (cr, is_hatched_tone
                              ? colour
                              : ijk_colour_mix (colour, card, tone == IJK_TONE_PROJECTED ? 0.7 : 1));
  draw_pattern (cr, pattern != IJK_PATTERN_NONE ? pattern : IJK_PATTERN_HATCH, bounds,
                is_hatched_tone ? 2 : PATTERN_WIDTH);
  cairo_append_path (cr, path);
  ijk_cairo_set_colour (cr, colour);
  /* Half of it falls outside the clip. */
  cairo_set_line_width (cr, 2);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_stroke (cr);
  cairo_restore (cr);
  cairo_path_destroy (path);
}

/**
 * ijk_cairo_fill_pattern:
 * @bounds: of the current path, which is used up
 *
 * Draws only the lines of the pattern; what is below shows between them.
 */
void
ijk_cairo_fill_pattern (cairo_t      *cr,
                        IjkColour     colour,
                        IjkPattern    pattern,
                        const IjkBox *bounds)
{
  cairo_save (cr);
  cairo_clip (cr);
  ijk_cairo_set_colour (cr, colour);
  draw_pattern (cr, pattern, bounds, 1);
  cairo_restore (cr);
}
