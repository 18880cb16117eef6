/* Patterns: the tile that pictures of pixels repeat shows what the lines of a drawing show.
 *
 * The drawing is recorded, which keeps its lines, and played back onto pixels.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <cairo.h>
#include <math.h>
#include <stdlib.h>

#include "ijk-chart-cairo-private.h"

#define WIDTH 90
#define HEIGHT 70
#define MAX_MEAN_DIFFERENCE 4.0 /* of 255 */
#define MAX_SHARE_OFF 0.04      /* of pixels off by more than a quarter of 255: rims of the shape */

typedef struct
{
  const char *name;
  IjkPattern pattern;
  double scale;
  double x, y; /* where the picture begins */
} Case;

static const Case cases[] = {
  { "hatch", IJK_PATTERN_HATCH, 1 },
  { "back-hatch", IJK_PATTERN_BACK_HATCH, 1 },
  { "cross", IJK_PATTERN_CROSS, 1 },
  { "dots", IJK_PATTERN_DOTS, 1 },
  { "level", IJK_PATTERN_LEVEL, 1 },
  { "hatch-at-1.5", IJK_PATTERN_HATCH, 1.5 },
  { "dots-at-1.25", IJK_PATTERN_DOTS, 1.25 },
  { "cross-at-2", IJK_PATTERN_CROSS, 2 },
  { "hatch-moved", IJK_PATTERN_HATCH, 1, 13, 5 },
  { "dots-moved-at-2", IJK_PATTERN_DOTS, 2, 6, 3 },
  /* no tile of a fair size is whole: lines in both */
  { "hatch-at-odd-scale", IJK_PATTERN_HATCH, 1.2347 },
};

static void
draw_shape (cairo_t    *cr,
            IjkPattern  pattern)
{
  const IjkBox bounds = { 5, 4, 60, 50 };

  cairo_move_to (cr, 5, 14);
  cairo_line_to (cr, 65, 4);
  cairo_line_to (cr, 65, 54);
  cairo_line_to (cr, 5, 44);
  cairo_close_path (cr);
  ijk_cairo_fill_surface (cr, IJK_STYLE_LIGHT, IJK_ROLE_CURRENT, IJK_TONE_SOLID, pattern, &bounds);
}

static cairo_surface_t *
new_picture (const Case *c,
             cairo_t   **cr)
{
  cairo_surface_t *picture
    = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (WIDTH * c->scale),
                                  (int) (HEIGHT * c->scale));

  *cr = cairo_create (picture);
  cairo_set_source_rgb (*cr, 1, 1, 1);
  cairo_paint (*cr);
  cairo_translate (*cr, c->x, c->y);
  cairo_scale (*cr, c->scale, c->scale);
  return picture;
}

static cairo_surface_t *
draw_with_tile (const Case *c)
{
  cairo_t *cr = NULL;
  cairo_surface_t *picture = new_picture (c, &cr);

  draw_shape (cr, c->pattern);
  cairo_destroy (cr);
  return picture;
}

static cairo_surface_t *
draw_with_lines (const Case *c)
{
  cairo_surface_t *recording
    = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (recording);
  cairo_surface_t *picture = NULL;

  draw_shape (cr, c->pattern);
  cairo_destroy (cr);
  picture = new_picture (c, &cr);
  cairo_set_source_surface (cr, recording, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (recording);
  return picture;
}

static int
get_blue (cairo_surface_t *picture,
          int              x,
          int              y)
{
  return cairo_image_surface_get_data (picture)
    [y * cairo_image_surface_get_stride (picture) + 4 * x];
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  cairo_surface_t *tiled = draw_with_tile (c);
  cairo_surface_t *lined = draw_with_lines (c);
  const int width = cairo_image_surface_get_width (tiled);
  const int height = cairo_image_surface_get_height (tiled);
  double sum = 0;
  guint n_off = 0;
  guint n_inked = 0;

  cairo_surface_flush (tiled);
  cairo_surface_flush (lined);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        const int difference = get_blue (tiled, x, y) - get_blue (lined, x, y);

        sum += difference;
        n_off += abs (difference) > 64;
        n_inked += get_blue (tiled, x, y) < 128;
      }
  g_test_message ("mean difference %.2f, %.2f%% off", sum / (width * height),
                  100.0 * n_off / (width * height));
  g_assert_cmpfloat (fabs (sum / (width * height)), <, MAX_MEAN_DIFFERENCE);
  g_assert_cmpfloat ((double) n_off / (width * height), <, MAX_SHARE_OFF);
  g_assert_cmpuint (n_inked, >, 50);
  cairo_surface_destroy (tiled);
  cairo_surface_destroy (lined);
}

/* Drawings keep their lines: nothing of a picture file is in them. */
static void
test_drawings_have_no_tile (void)
{
  cairo_surface_t *recording
    = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (recording);
  const IjkColour black = { 0, 0, 0 };

  g_assert_null (ijk_cairo_get_tile (cr, black, NULL, IJK_PATTERN_HATCH, 1));
  cairo_destroy (cr);
  cairo_surface_destroy (recording);
}

/* Bars of one chart share their tiles. */
static void
test_tiles_are_kept (void)
{
  cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 10, 10);
  cairo_t *cr = cairo_create (picture);
  const IjkColour black = { 0, 0, 0 };
  const IjkColour white = { 1, 1, 1 };
  cairo_pattern_t *tile = ijk_cairo_get_tile (cr, black, &white, IJK_PATTERN_HATCH, 1);

  g_assert_nonnull (tile);
  g_assert_true (tile == ijk_cairo_get_tile (cr, black, &white, IJK_PATTERN_HATCH, 1));
  g_assert_false (tile == ijk_cairo_get_tile (cr, black, NULL, IJK_PATTERN_HATCH, 1));
  g_assert_false (tile == ijk_cairo_get_tile (cr, white, &white, IJK_PATTERN_HATCH, 1));
  g_assert_false (tile == ijk_cairo_get_tile (cr, black, &white, IJK_PATTERN_DOTS, 1));
  g_assert_false (tile == ijk_cairo_get_tile (cr, black, &white, IJK_PATTERN_HATCH, 2));
  /* Turned, it is not a grid of pixels any more. */
  cairo_rotate (cr, 0.3);
  g_assert_null (ijk_cairo_get_tile (cr, black, &white, IJK_PATTERN_HATCH, 1));
  cairo_destroy (cr);
  cairo_surface_destroy (picture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path
        = g_strconcat ("/chart/pattern/tile-shows-the-lines/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/chart/pattern/drawings-have-no-tile", test_drawings_have_no_tile);
  g_test_add_func ("/chart/pattern/tiles-are-kept", test_tiles_are_kept);
  return g_test_run ();
}
