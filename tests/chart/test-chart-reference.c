/* Reference images: each kind of chart in each style, as it was looked at and found good.
 *
 * Compared without words, because glyphs differ between machines; the layout still measures them,
 * with DejaVu Sans. Tolerance: a pixel differs if a channel is off by more than 48 of 255 from every
 * pixel of the 3 by 3 block around it in the other picture, so that a shift of one pixel by another
 * version of a font or of Cairo passes; at most 0.5% of the pixels may differ.
 *
 * IJKPAD_UPDATE_GOLDEN=1 writes the references anew; look at them before they are committed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <cairo.h>
#include <stdlib.h>
#include <string.h>

#include "chart-samples.h"
#include "ijk-chart-export.h"

#define WIDTH 320
#define HEIGHT 220
#define MAX_CHANNEL_DIFFERENCE 48
#define MAX_SHARE 0.005

static const char *const NAMES[] = {
  "area",   "lines",     "columns",   "storage",   "path", "bands",     "negative", "gaps",
  "waterfall", "ranking", "blocks", "sparkline", "grid", "histogram", "error-lines",
};

static cairo_status_t
read_cb (void          *closure,
         unsigned char *data,
         unsigned int   length)
{
  GByteArray *rest = closure;

  if (rest->len < length)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, rest->data, length);
  g_byte_array_remove_range (rest, 0, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
surface_of (GBytes *png)
{
  g_autoptr (GByteArray) rest = g_byte_array_new ();
  gsize size;
  const guint8 *data = g_bytes_get_data (png, &size);

  g_byte_array_append (rest, data, (guint) size);
  return cairo_image_surface_create_from_png_stream (read_cb, rest);
}

static const guint8 *
pixel_at (cairo_surface_t *surface,
          int              x,
          int              y)
{
  return cairo_image_surface_get_data (surface)
         + y * cairo_image_surface_get_stride (surface) + 4 * x;
}

static gboolean
has_match (const guint8    *pixel,
           cairo_surface_t *other,
           int              x,
           int              y,
           int              width,
           int              height)
{
  for (int dy = -1; dy <= 1; dy++)
    for (int dx = -1; dx <= 1; dx++)
      {
        const guint8 *candidate;
        gboolean is_near = TRUE;

        if (x + dx < 0 || y + dy < 0 || x + dx >= width || y + dy >= height)
          continue;
        candidate = pixel_at (other, x + dx, y + dy);
        for (guint channel = 0; channel < 3; channel++)
          is_near &= abs (pixel[channel] - candidate[channel]) <= MAX_CHANNEL_DIFFERENCE;
        if (is_near)
          return TRUE;
      }
  return FALSE;
}

static double
share_of_differences (cairo_surface_t *one,
                      cairo_surface_t *other)
{
  const int width = cairo_image_surface_get_width (one);
  const int height = cairo_image_surface_get_height (one);
  guint n_different = 0;

  if (width != cairo_image_surface_get_width (other)
      || height != cairo_image_surface_get_height (other))
    return 1;
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      if (!has_match (pixel_at (one, x, y), other, x, y, width, height)
          || !has_match (pixel_at (other, x, y), one, x, y, width, height))
        n_different++;
  return (double) n_different / (width * height);
}

static IjkChartSpec *
make_sample (const char *name)
{
  guint n_samples;
  const ChartSample *samples = chart_samples_list (&n_samples);

  for (guint i = 0; i < n_samples; i++)
    if (g_strcmp0 (samples[i].name, name) == 0)
      return samples[i].make ();
  g_assert_not_reached ();
}

typedef struct
{
  const char *name;
  IjkStyle style;
} Case;

static void
test_looks_as_before (gconstpointer data)
{
  const Case *test_case = data;
  const gboolean is_sparkline = g_strcmp0 (test_case->name, "sparkline") == 0;
  const IjkExportParameters parameters = {
    .format = IJK_EXPORT_PNG,
    .width_px = WIDTH,
    .height_px = is_sparkline ? 24 : HEIGHT,
    .style = test_case->style,
    .is_without_text = TRUE,
    .has_cursor = TRUE,
    .family = "DejaVu Sans",
  };
  g_autofree char *file = g_strdup_printf ("%s-%s.png", test_case->name,
                                           ijk_style_get_id (test_case->style));
  g_autofree char *path
    = g_test_build_filename (G_TEST_DIST, "golden", "charts", file, NULL);
  g_autofree char *seen_path = g_test_build_filename (G_TEST_BUILT, "chart", file, NULL);
  g_autoptr (IjkChartSpec) spec = make_sample (test_case->name);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) seen = ijk_chart_export (spec, &parameters, &error);
  cairo_surface_t *expected_surface, *seen_surface;
  double share;

  g_assert_no_error (error);
  if (g_strcmp0 (g_getenv ("IJKPAD_UPDATE_GOLDEN"), "1") == 0)
    {
      gsize size;
      gconstpointer bytes = g_bytes_get_data (seen, &size);

      g_file_set_contents (path, bytes, (gssize) size, &error);
      g_assert_no_error (error);
      return;
    }

  expected_surface = cairo_image_surface_create_from_png (path);
  g_assert_cmpint (cairo_surface_status (expected_surface), ==, CAIRO_STATUS_SUCCESS);
  seen_surface = surface_of (seen);
  share = share_of_differences (expected_surface, seen_surface);
  if (share > MAX_SHARE)
    {
      cairo_surface_write_to_png (seen_surface, seen_path);
      g_test_message ("%.2f%% of the pixels differ; what was drawn is in %s", 100 * share,
                      seen_path);
      g_test_fail ();
    }
  cairo_surface_destroy (expected_surface);
  cairo_surface_destroy (seen_surface);
}

/* The comparison itself: a real change of the picture is noticed. */
static void
test_comparison_sees_a_change (void)
{
  const IjkExportParameters parameters = { .format = IJK_EXPORT_PNG, .width_px = WIDTH,
                                           .height_px = HEIGHT, .is_without_text = TRUE };
  g_autoptr (IjkChartSpec) area = make_sample ("area");
  g_autoptr (IjkChartSpec) negative = make_sample ("negative");
  g_autoptr (GBytes) one = ijk_chart_export (area, &parameters, NULL);
  g_autoptr (GBytes) other = ijk_chart_export (negative, &parameters, NULL);
  cairo_surface_t *one_surface = surface_of (one);
  cairo_surface_t *other_surface = surface_of (other);

  g_assert_cmpfloat (share_of_differences (one_surface, one_surface), ==, 0);
  g_assert_cmpfloat (share_of_differences (one_surface, other_surface), >, 20 * MAX_SHARE);
  cairo_surface_destroy (one_surface);
  cairo_surface_destroy (other_surface);
}

int
main (int    argc,
      char **argv)
{
  static Case cases[G_N_ELEMENTS (NAMES) * IJK_N_STYLES];

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = NULL;

      cases[i] = (Case) { NAMES[i / IJK_N_STYLES], i % IJK_N_STYLES };
      path = g_strdup_printf ("/chart/reference/%s/%s", cases[i].name,
                              ijk_style_get_id (cases[i].style));
      g_test_add_data_func (path, &cases[i], test_looks_as_before);
    }
  g_test_add_func ("/chart/reference/comparison-sees-a-change", test_comparison_sees_a_change);
  return g_test_run ();
}
