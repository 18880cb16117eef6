/* Exported files: metadata, escaping, selectable text, the version without text, and failures,
 * those of PLplot among them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

#include "chart-samples.h"
#include "ijk-chart-cairo.h"
#include "ijk-chart-export.h"
#include "ijk-chart-plplot.h"
#include "ijk-isoline.h"

static GBytes *
export_sample (guint           i_sample,
               IjkExportFormat format,
               gboolean        is_without_text)
{
  const IjkExportParameters parameters = {
    .format = format, .width_px = 640, .height_px = 400, .scale = 2,
    .is_without_text = is_without_text, .family = "DejaVu Sans", .creator = "Ijkpad",
  };
  guint n_samples;
  const ChartSample *samples = chart_samples_list (&n_samples);
  g_autoptr (IjkChartSpec) spec = samples[i_sample].make ();
  g_autoptr (GError) error = NULL;
  GBytes *bytes = ijk_chart_export (spec, &parameters, &error);

  g_assert_no_error (error);
  return bytes;
}

static gboolean
contains (GBytes     *bytes,
          const char *text)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  const gsize length = strlen (text);

  for (gsize i = 0; i + length <= size; i++)
    if (memcmp (data + i, text, length) == 0)
      return TRUE;
  return FALSE;
}

static guint
count (GBytes     *bytes,
       const char *text)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  guint n = 0;

  for (gsize i = 0; i + strlen (text) <= size; i++)
    n += memcmp (data + i, text, strlen (text)) == 0;
  return n;
}

static void
test_svg_is_named_and_described (void)
{
  const GMarkupParser parser = { NULL };
  g_autoptr (GBytes) svg = export_sample (0, IJK_EXPORT_SVG, FALSE);
  g_autoptr (GMarkupParseContext) context
    = g_markup_parse_context_new (&parser, 0, NULL, NULL);
  g_autoptr (GError) error = NULL;
  gsize size;
  const char *data = g_bytes_get_data (svg, &size);

  g_markup_parse_context_parse (context, data, (gssize) size, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  g_assert_true (contains (svg, "<title id=\"chart-title\">Emissions by sector</title>"));
  g_assert_true (contains (svg, "&lt;for&gt; &quot;tests&quot; &amp; more."));
  g_assert_true (contains (svg, "Source: Emissieregistratie"));
  g_assert_true (contains (svg, "xml:lang=\"en\""));
  g_assert_true (contains (svg, "width=\"640px\""));
}

static void
test_no_text_keeps_shapes_and_words_in_metadata (void)
{
  g_autoptr (GBytes) area = export_sample (0, IJK_EXPORT_SVG, TRUE);
  guint n_samples;

  chart_samples_list (&n_samples);
  for (guint i = 0; i < n_samples; i++)
    {
      g_autoptr (GBytes) with = export_sample (i, IJK_EXPORT_SVG, FALSE);
      g_autoptr (GBytes) without = export_sample (i, IJK_EXPORT_SVG, TRUE);

      g_assert_cmpuint (count (without, "<use "), ==, 0);
      g_assert_cmpuint (count (without, "<symbol"), ==, 0);
      g_assert_cmpuint (g_bytes_get_size (without), <=, g_bytes_get_size (with));
    }

  g_assert_cmpuint (count (area, "<path"), >, 15);
  g_assert_true (contains (area, "Source: Emissieregistratie"));
}

/* Chunks behind the header, with sound checksums: Cairo's own reader takes the file. */
static void
test_png_carries_scale_and_words (void)
{
  g_autoptr (GBytes) png = export_sample (0, IJK_EXPORT_PNG, FALSE);
  g_autofree char *path = g_test_build_filename (G_TEST_BUILT, "chart", "export-test.png", NULL);
  static const guint8 resolution[] = { 'p', 'H', 'Y', 's', 0, 0, 0x1D, 0x87, 0, 0, 0x1D, 0x87, 1 };
  cairo_surface_t *surface;
  gsize size;
  const guint8 *data = g_bytes_get_data (png, &size);

  /* 2 * 96 / 0.0254 = 7559 a metre */
  g_assert_cmpmem (data + 37, sizeof resolution, resolution, sizeof resolution);
  g_assert_true (contains (png, "iTXtTitle"));
  g_assert_true (contains (png, "Emissions by sector"));
  g_assert_true (g_file_set_contents (path, (const char *) data, (gssize) size, NULL));
  surface = cairo_image_surface_create_from_png (path);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 1280);
  cairo_surface_destroy (surface);
  g_unlink (path);
}

static void
test_pdf_has_metadata_and_fonts (void)
{
  g_autoptr (GBytes) pdf = export_sample (0, IJK_EXPORT_PDF, FALSE);
  g_autoptr (GBytes) without = export_sample (0, IJK_EXPORT_PDF, TRUE);

  g_assert_true (contains (pdf, "%PDF-1."));
  g_assert_true (contains (pdf, "/Title (Emissions by sector)"));
  g_assert_true (contains (pdf, "/Creator"));
  g_assert_true (contains (pdf, "/ToUnicode"));
  g_assert_true (contains (pdf, "/Subject"));
  g_assert_false (contains (without, "/ToUnicode"));
  g_assert_true (contains (without, "/Subject"));
}

static void
test_impossible_sizes_are_errors (void)
{
  const IjkExportParameters parameters = { .format = IJK_EXPORT_PNG, .width_px = 20000,
                                           .height_px = 10, .scale = 2 };
  guint n_samples;
  g_autoptr (IjkChartSpec) spec = chart_samples_list (&n_samples)[0].make ();
  g_autoptr (GError) error = NULL;

  g_assert_null (ijk_chart_export (spec, &parameters, &error));
  g_assert_error (error, IJK_CHART_ERROR, IJK_CHART_ERROR_SURFACE);
}

static void
test_file_errors_are_told (void)
{
  const IjkExportParameters parameters
    = { .format = IJK_EXPORT_SVG, .width_px = 300, .height_px = 200 };
  guint n_samples;
  g_autoptr (IjkChartSpec) spec = chart_samples_list (&n_samples)[0].make ();
  g_autoptr (GError) error = NULL;

  g_assert_false (
    ijk_chart_export_to_file (spec, &parameters, "/nonexistent/folder/chart.svg", &error));
  g_assert_error (error, IJK_CHART_ERROR, IJK_CHART_ERROR_FILE);
}

static void
test_missing_driver_is_an_error_and_a_message (void)
{
  PangoContext *context = ijk_text_context_new (pango_cairo_font_map_get_default ());
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 510, 340);
  cairo_t *cr = cairo_create (surface);
  guint n_samples;
  const ChartSample *samples = chart_samples_list (&n_samples);

  g_setenv ("IJKPAD_WITHOUT_PLPLOT", "1", TRUE);
  for (guint i = 0; i < n_samples; i++)
    {
      g_autoptr (IjkChartSpec) spec = samples[i].make ();
      g_autoptr (IjkChartLayout) layout = ijk_chart_layout_new (
        spec, &(IjkLayoutParameters) { .width_px = 510, .height_px = 340 }, context);
      g_autoptr (GError) error = NULL;

      g_assert_true (ijk_chart_paint (layout, cr, IJK_STYLE_LIGHT, IJK_PAINT_BACKGROUND, &error)
                     == !samples[i].is_by_plplot);
      if (samples[i].is_by_plplot)
        g_assert_error (error, IJK_CHART_ERROR, IJK_CHART_ERROR_NO_DRIVER);
      else
        g_assert_no_error (error);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
    }
  g_unsetenv ("IJKPAD_WITHOUT_PLPLOT");
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_object_unref (context);
}

/* Random fields with gaps, single rows, flat values and none at all, drawn without a word on
 * standard error and with the context as it was. */
static void
test_plplot_survives_any_field (void)
{
  PangoContext *context = ijk_text_context_new (pango_cairo_font_map_get_default ());
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 400, 300);
  cairo_t *cr = cairo_create (surface);

  for (guint32 seed = 0; seed < 360; seed++)
    {
      g_autoptr (IjkChartSpec) spec = chart_sample_random (seed);
      g_autoptr (IjkChartLayout) layout = ijk_chart_layout_new (
        spec, &(IjkLayoutParameters) { .width_px = 400, .height_px = 300 }, context);
      g_autoptr (GError) error = NULL;
      cairo_matrix_t before, after;

      cairo_get_matrix (cr, &before);
      g_assert_true (ijk_chart_paint (layout, cr, seed % IJK_N_STYLES, 0, &error));
      g_assert_no_error (error);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_get_matrix (cr, &after);
      g_assert_cmpmem (&before, sizeof before, &after, sizeof after);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_object_unref (context);
}

static void
test_plplot_is_for_the_main_thread_only (void)
{
  if (g_test_subprocess ())
    {
      GThread *thread
        = g_thread_new ("other", (GThreadFunc) (GCallback) ijk_chart_plplot_available, NULL);

      g_thread_join (thread);
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*main_thread*");
}

static void
test_isoline_of_a_cone_is_a_circle (void)
{
  enum { N = 81 };
  double x[N], values[N * N];
  const IjkField field = { N, N, x, x, values };
  g_autoptr (GPtrArray) lines = NULL;
  const GArray *line;

  for (guint i = 0; i < N; i++)
    x[i] = -2 + 4.0 * i / (N - 1);
  for (guint j = 0; j < N; j++)
    for (guint i = 0; i < N; i++)
      values[j * N + i] = hypot (x[i], x[j]);
  lines = ijk_field_trace (&field, 1.3);
  g_assert_cmpuint (lines->len, ==, 1);
  line = g_ptr_array_index (lines, 0);
  for (guint i = 0; i < line->len; i++)
    {
      const IjkPoint *point = &g_array_index (line, IjkPoint, i);

      g_assert_cmpfloat_with_epsilon (hypot (point->x, point->y), 1.3, 2e-3);
    }
  g_assert_cmpfloat (g_array_index (line, IjkPoint, 0).x, ==,
                     g_array_index (line, IjkPoint, line->len - 1).x);
}

/* Every crossing of a level with the grid belongs to exactly one line. */
static void
test_isolines_use_every_crossing_once (void)
{
  enum { N = 12 };
  GRand *rand = g_rand_new_with_seed (3);

  for (guint round = 0; round < 200; round++)
    {
      double x[N], values[N * N];
      const IjkField field = { N, N, x, x, values };
      g_autoptr (GPtrArray) lines = NULL;
      guint n_crossings = 0, n_points = 0;

      for (guint i = 0; i < N; i++)
        x[i] = i;
      for (guint i = 0; i < N * N; i++)
        values[i] = g_rand_double (rand);
      for (guint j = 0; j < N; j++)
        for (guint i = 0; i < N; i++)
          {
            n_crossings += i + 1 < N && (values[j * N + i] >= 0.5) != (values[j * N + i + 1] >= 0.5);
            n_crossings += j + 1 < N && (values[j * N + i] >= 0.5) != (values[(j + 1) * N + i] >= 0.5);
          }
      lines = ijk_field_trace (&field, 0.5);
      for (guint i = 0; i < lines->len; i++)
        {
          const GArray *line = g_ptr_array_index (lines, i);
          const IjkPoint *points = (const IjkPoint *) line->data;
          const gboolean is_closed = points[0].x == points[line->len - 1].x
                                     && points[0].y == points[line->len - 1].y;

          n_points += line->len - is_closed;
        }
      g_assert_cmpuint (n_points, ==, n_crossings);
    }
  g_rand_free (rand);
}

/* Where nobody names a family, what is measured and drawn has no serifs. */
static void
test_default_family (void)
{
  PangoContext *context = ijk_text_context_new (pango_cairo_font_map_get_default ());
  const PangoFontDescription *font = pango_context_get_font_description (context);

  g_assert_cmpstr (pango_font_description_get_family (font), ==, "Cantarell, sans-serif");
  g_object_unref (context);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/export/svg-is-named-and-described", test_svg_is_named_and_described);
  g_test_add_func ("/chart/export/no-text-keeps-shapes-and-words-in-metadata",
                   test_no_text_keeps_shapes_and_words_in_metadata);
  g_test_add_func ("/chart/export/png-carries-scale-and-words", test_png_carries_scale_and_words);
  g_test_add_func ("/chart/export/pdf-has-metadata-and-fonts", test_pdf_has_metadata_and_fonts);
  g_test_add_func ("/chart/export/impossible-sizes-are-errors", test_impossible_sizes_are_errors);
  g_test_add_func ("/chart/export/file-errors-are-told", test_file_errors_are_told);
  g_test_add_func ("/chart/plplot/missing-driver-is-an-error-and-a-message",
                   test_missing_driver_is_an_error_and_a_message);
  g_test_add_func ("/chart/plplot/survives-any-field", test_plplot_survives_any_field);
  g_test_add_func ("/chart/plplot/is-for-the-main-thread-only",
                   test_plplot_is_for_the_main_thread_only);
  g_test_add_func ("/chart/isoline/of-a-cone-is-a-circle", test_isoline_of_a_cone_is_a_circle);
  g_test_add_func ("/chart/isoline/use-every-crossing-once", test_isolines_use_every_crossing_once);
  g_test_add_func ("/chart/export/default-family-has-no-serifs", test_default_family);
  return g_test_run ();
}
