/* Patterns for pictures of pixels: a small tile, repeated.
 *
 * Drawn as lines, a hatching has Cairo walk along hundreds of slanted edges for every row of
 * pixels, which takes longer than all the rest of a chart. A tile is only copied. It holds whole
 * periods of the pattern in whole pixels; where none of a fair size does, and in files that are
 * drawings, the lines are drawn after all.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "ijk-chart-cairo-private.h"

#define MAX_PERIODS 16
#define MIN_SIDE 24 /* smaller ones are copied too often */
#define MAX_SIDE 1024
#define SIDE_TOLERANCE 0.01 /* of a pixel, over the whole tile */

typedef struct
{
  IjkColour colour, ground;
  gboolean has_ground;
  IjkPattern pattern;
  double width_px, scale;
  cairo_pattern_t *source; /* (owned) */
} Tile;

/* Distance to the nearest multiple of @spacing. */
static double
get_distance (double value,
              double spacing)
{
  return fabs (value - spacing * nearbyint (value / spacing));
}

/* From a point to the middle of the nearest line or dot. */
static double
get_distance_to_ink (IjkPattern pattern,
                     double     x,
                     double     y)
{
  double row;

  switch (pattern)
    {
    case IJK_PATTERN_NONE:
      return INFINITY;
    case IJK_PATTERN_HATCH:
      return get_distance (x + y, IJK_PATTERN_SPACING) * G_SQRT2 / 2;
    case IJK_PATTERN_BACK_HATCH:
      return get_distance (x - y, IJK_PATTERN_SPACING) * G_SQRT2 / 2;
    case IJK_PATTERN_CROSS:
      return MIN (get_distance (x + y, IJK_PATTERN_SPACING),
                  get_distance (x - y, IJK_PATTERN_SPACING))
             * G_SQRT2 / 2;
    case IJK_PATTERN_DOTS:
      row = nearbyint (y / IJK_PATTERN_SPACING);
      return hypot (get_distance (x + fmod (row, 2) * IJK_PATTERN_SPACING / 2,
                                  IJK_PATTERN_SPACING),
                    y - row * IJK_PATTERN_SPACING);
    case IJK_PATTERN_LEVEL:
      return get_distance (y, IJK_PATTERN_LEVEL_SPACING);
    }
  g_assert_not_reached ();
}

/* After how many units the pattern is the same again, in both directions. */
static double
get_period (IjkPattern pattern)
{
  switch (pattern)
    {
    case IJK_PATTERN_NONE:
    case IJK_PATTERN_HATCH:
    case IJK_PATTERN_BACK_HATCH:
    case IJK_PATTERN_CROSS:
      return IJK_PATTERN_SPACING;
    case IJK_PATTERN_DOTS:
      return 2 * IJK_PATTERN_SPACING; /* each other row is shifted */
    case IJK_PATTERN_LEVEL:
      return IJK_PATTERN_LEVEL_SPACING;
    }
  g_assert_not_reached ();
}

/* Pixels a unit where they are square and upright; else 0. */
static double
get_scale (cairo_t *cr)
{
  cairo_surface_t *target = cairo_get_group_target (cr);
  cairo_matrix_t matrix;
  double x_scale, y_scale;

  if (cairo_surface_get_type (target) != CAIRO_SURFACE_TYPE_IMAGE)
    return 0;
  cairo_get_matrix (cr, &matrix);
  cairo_surface_get_device_scale (target, &x_scale, &y_scale);
  if (matrix.xy != 0 || matrix.yx != 0 || matrix.xx != matrix.yy || matrix.xx <= 0
      || x_scale != y_scale)
    return 0;
  return matrix.xx * x_scale;
}

/* The side of a tile in pixels; 0: none is whole. */
static int
find_side (double period_px)
{
  for (guint n = 1; n <= MAX_PERIODS; n++)
    {
      const double side = n * period_px;
      const double whole = nearbyint (side);

      if (whole < 1 || fabs (side - whole) > SIDE_TOLERANCE)
        continue;
      while (n * period_px < MIN_SIDE)
        n += (guint) nearbyint (whole / period_px);
      return n * period_px <= MAX_SIDE ? (int) nearbyint (n * period_px) : 0;
    }
  return 0;
}

/* Premultiplied; without a ground what is not covered stays clear. */
static guint32
mix_pixel (const Tile *tile,
           double      coverage)
{
  const IjkColour colour
    = tile->has_ground ? ijk_colour_mix (tile->colour, tile->ground, coverage) : tile->colour;
  const double alpha = tile->has_ground ? 255 : coverage * 255;

  return (guint32) (alpha + 0.5) << 24 | (guint32) (colour.red * alpha + 0.5) << 16
         | (guint32) (colour.green * alpha + 0.5) << 8 | (guint32) (colour.blue * alpha + 0.5);
}

static cairo_pattern_t *
make_source (const Tile *tile,
             int         side)
{
  const double scale = tile->scale;
  cairo_surface_t *surface
    = cairo_image_surface_create (tile->has_ground ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32,
                                  side, side);
  guint8 *data = cairo_image_surface_get_data (surface);
  const gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  cairo_pattern_t *source;
  cairo_matrix_t matrix;

  for (int row = 0; data != NULL && row < side; row++)
    for (int column = 0; column < side; column++)
      {
        const double distance = get_distance_to_ink (tile->pattern, (column + 0.5) / scale,
                                                     (row + 0.5) / scale);
        /* How much of a pixel lies within the line: its edge runs through the pixel or not. */
        const double coverage = CLAMP ((tile->width_px / 2 - distance) * scale + 0.5, 0, 1);

        ((guint32 *) (gpointer) (data + (gsize) row * stride))[column]
          = mix_pixel (tile, coverage);
      }
  cairo_surface_mark_dirty (surface);

  source = cairo_pattern_create_for_surface (surface);
  cairo_surface_destroy (surface);
  cairo_matrix_init_scale (&matrix, scale, scale);
  cairo_pattern_set_matrix (source, &matrix);
  cairo_pattern_set_extend (source, CAIRO_EXTEND_REPEAT);
  cairo_pattern_set_filter (source, CAIRO_FILTER_NEAREST);
  return source;
}

static void
clear_tile (gpointer data)
{
  cairo_pattern_destroy (((Tile *) data)->source);
}

static void
free_tiles (void *data)
{
  g_array_unref (data);
}

/* The tiles of @cr, which live as long as it does: a chart has many bars and few patterns. */
static GArray *
get_tiles (cairo_t *cr)
{
  static const cairo_user_data_key_t key;
  GArray *tiles = cairo_get_user_data (cr, &key);

  if (tiles != NULL)
    return tiles;
  tiles = g_array_new (FALSE, FALSE, sizeof (Tile));
  g_array_set_clear_func (tiles, clear_tile);
  if (cairo_set_user_data (cr, &key, tiles, free_tiles) == CAIRO_STATUS_SUCCESS)
    return tiles;
  g_array_unref (tiles);
  return NULL;
}

static gboolean
is_same_colour (IjkColour a,
                IjkColour b)
{
  return a.red == b.red && a.green == b.green && a.blue == b.blue;
}

static gboolean
is_same_tile (const Tile *a,
              const Tile *b)
{
  return is_same_colour (a->colour, b->colour) && is_same_colour (a->ground, b->ground)
         && a->has_ground == b->has_ground && a->pattern == b->pattern
         && a->width_px == b->width_px && a->scale == b->scale;
}

/**
 * ijk_cairo_get_tile:
 * @ground: (nullable): between the lines; %NULL: what is below
 * @width_px: of a line, or across a dot
 *
 * Returns: (transfer none) (nullable): a source that repeats the pattern from the origin of @cr on;
 *   %NULL where lines must be drawn
 */
cairo_pattern_t *
ijk_cairo_get_tile (cairo_t         *cr,
                    IjkColour        colour,
                    const IjkColour *ground,
                    IjkPattern       pattern,
                    double           width_px)
{
  Tile wanted = { .colour = colour, .has_ground = ground != NULL, .pattern = pattern,
                  .width_px = width_px, .scale = get_scale (cr) };
  const int side = wanted.scale > 0 ? find_side (get_period (pattern) * wanted.scale) : 0;
  GArray *tiles = side > 0 ? get_tiles (cr) : NULL;

  if (tiles == NULL)
    return NULL;
  if (ground != NULL)
    wanted.ground = *ground;
  for (guint i = 0; i < tiles->len; i++)
    if (is_same_tile (&wanted, &g_array_index (tiles, Tile, i)))
      return g_array_index (tiles, Tile, i).source;
  wanted.source = make_source (&wanted, side);
  g_array_append_val (tiles, wanted);
  return wanted.source;
}
