/* Surfaces: a colour, or a pattern drawn as lines, so that it stays sharp at every size and in
 * print.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "ijk-chart-cairo-private.h"

#define DOT_WIDTH 2.4
#define PATTERN_WIDTH 1.5
#define GROUND_SHARE 0.22 /* of the colour, below a pattern */

/* The lines of a hatching are those along which a * x + b * y is a multiple of the spacing.
 * Counting from a fixed origin, the pattern runs on across neighbouring shapes. */
typedef struct
{
  double a, b;
} Direction;

static const Direction RISING = { 1, 1 };
static const Direction FALLING = { 1, -1 };
static const Direction LEVEL = { 0, 1 };

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  const double x = *(const double *) a;
  const double y = *(const double *) b;

  return (x > y) - (x < y);
}

/* One edge of the shape: notes where each line of the hatching crosses it. */
static void
cross_edge (GArray         **crossings,
            int              n_lines,
            int              first_line,
            double           spacing,
            const Direction *direction,
            const double    *from,
            const double    *to)
{
  const double s0 = direction->a * from[0] + direction->b * from[1];
  const double s1 = direction->a * to[0] + direction->b * to[1];
  const int low = (int) ceil (MIN (s0, s1) / spacing);
  const int high = (int) ceil (MAX (s0, s1) / spacing);

  for (int i = MAX (low, first_line); i < MIN (high, first_line + n_lines); i++)
    {
      const double t = (i * spacing - s0) / (s1 - s0);
      /* Along the line x tells points apart on all directions used. */
      const double x = from[0] + t * (to[0] - from[0]);
      GArray **crossing = &crossings[i - first_line];

      if (*crossing == NULL)
        *crossing = g_array_new (FALSE, FALSE, sizeof (double));
      g_array_append_val (*crossing, x);
    }
}

static void
collect_crossings (GArray            **crossings,
                   int                 n_lines,
                   int                 first_line,
                   double              spacing,
                   const Direction    *direction,
                   const cairo_path_t *path)
{
  double start[2] = { 0, 0 }, last[2] = { 0, 0 };

  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    {
      const cairo_path_data_t *data = &path->data[i];
      const gboolean has_point = data->header.length > 1;
      const double point[2] = { has_point ? data[1].point.x : start[0],
                                has_point ? data[1].point.y : start[1] };

      if (data->header.type == CAIRO_PATH_MOVE_TO)
        memcpy (start, point, sizeof start);
      else
        cross_edge (crossings, n_lines, first_line, spacing, direction, last, point);
      memcpy (last, point, sizeof last);
    }
}

/* Traces the stretches of the lines inside the flat path. Much faster than a clip: Cairo would make
 * a mask of the whole shape. */
static void
trace_hatching (cairo_t            *cr,
                const cairo_path_t *path,
                const Direction    *direction,
                const IjkBox       *bounds,
                double              spacing)
{
  const double right = bounds->x + bounds->width;
  const double bottom = bounds->y + bounds->height;
  const double down[2] = { direction->b * bounds->y, direction->b * bottom };
  const double low = direction->a * bounds->x + MIN (down[0], down[1]);
  const double high = direction->a * right + MAX (down[0], down[1]);
  const int first_line = (int) ceil (low / spacing);
  const int n_lines = MAX (0, (int) floor (high / spacing) - first_line + 1);
  g_autofree GArray **crossings = g_new0 (GArray *, (gsize) n_lines + 1);

  collect_crossings (crossings, n_lines, first_line, spacing, direction, path);
  for (int i = 0; i < n_lines; i++)
    {
      const double s = (first_line + i) * spacing;
      const double *x;

      if (crossings[i] == NULL)
        continue;
      g_array_sort (crossings[i], compare_doubles);
      x = (const double *) crossings[i]->data;
      for (guint k = 0; k + 1 < crossings[i]->len; k += 2)
        {
          cairo_move_to (cr, x[k], (s - direction->a * x[k]) / direction->b);
          cairo_line_to (cr, x[k + 1], (s - direction->a * x[k + 1]) / direction->b);
        }
      g_array_unref (crossings[i]);
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

static void
draw_dots (cairo_t            *cr,
           const cairo_path_t *path,
           const IjkBox       *bounds)
{
  static const double dots[] = { 0, IJK_PATTERN_SPACING };

  cairo_save (cr);
  cairo_append_path (cr, path);
  cairo_clip (cr);
  cairo_set_line_width (cr, DOT_WIDTH);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_dash (cr, dots, 2, 0);
  trace_dots (cr, bounds, IJK_PATTERN_SPACING);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* Draws the pattern in the colour that is set. */
static void
draw_lines (cairo_t            *cr,
            const cairo_path_t *path,
            IjkPattern          pattern,
            const IjkBox       *bounds,
            double              width_px)
{
  cairo_new_path (cr);
  switch (pattern)
    {
    case IJK_PATTERN_NONE:
      break;
    case IJK_PATTERN_HATCH:
      trace_hatching (cr, path, &RISING, bounds, IJK_PATTERN_SPACING);
      break;
    case IJK_PATTERN_BACK_HATCH:
      trace_hatching (cr, path, &FALLING, bounds, IJK_PATTERN_SPACING);
      break;
    case IJK_PATTERN_CROSS:
      trace_hatching (cr, path, &RISING, bounds, IJK_PATTERN_SPACING);
      trace_hatching (cr, path, &FALLING, bounds, IJK_PATTERN_SPACING);
      break;
    case IJK_PATTERN_DOTS:
      draw_dots (cr, path, bounds);
      break;
    case IJK_PATTERN_LEVEL:
      trace_hatching (cr, path, &LEVEL, bounds, IJK_PATTERN_LEVEL_SPACING);
      break;
    }
  cairo_set_line_width (cr, width_px);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_stroke (cr);
}

/* Fills the current path, which is @path too, and uses it up. @ground: (nullable): what is below
 * shows. */
static void
draw_pattern (cairo_t            *cr,
              const cairo_path_t *path,
              IjkColour           colour,
              const IjkColour    *ground,
              IjkPattern          pattern,
              const IjkBox       *bounds,
              double              width_px)
{
  cairo_pattern_t *tile
    = ijk_cairo_get_tile (cr, colour, ground, pattern,
                          pattern == IJK_PATTERN_DOTS ? DOT_WIDTH : width_px);

  if (tile != NULL)
    {
      cairo_set_source (cr, tile);
      cairo_fill (cr);
      return;
    }
  if (ground != NULL)
    {
      ijk_cairo_set_colour (cr, *ground);
      cairo_fill (cr);
    }
  ijk_cairo_set_colour (cr, colour);
  draw_lines (cr, path, pattern, bounds, width_px);
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
  const IjkColour ground
    = is_hatched_tone ? card : ijk_colour_mix (colour, card, GROUND_SHARE);
  const double strength = tone == IJK_TONE_PROJECTED && !is_hatched_tone ? 0.7 : 1;
  cairo_path_t *path;

  if (pattern == IJK_PATTERN_NONE && !is_hatched_tone)
    {
      ijk_cairo_set_colour (cr, ijk_palette_get_fill (style, role, tone));
      cairo_fill (cr);
      return;
    }

  path = cairo_copy_path_flat (cr);
  draw_pattern (cr, path, ijk_colour_mix (colour, card, strength), &ground,
                pattern != IJK_PATTERN_NONE ? pattern : IJK_PATTERN_HATCH, bounds,
                is_hatched_tone ? 2 : PATTERN_WIDTH);
  cairo_append_path (cr, path);
  ijk_cairo_set_colour (cr, colour);
  cairo_set_line_width (cr, 1);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
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
  cairo_path_t *path = cairo_copy_path_flat (cr);

  draw_pattern (cr, path, colour, NULL, pattern, bounds, 1);
  cairo_path_destroy (path);
}
