/* What a chart costs: making its spec, laying it out and painting it at 1200 by 700, per kind; and
 * all samples to SVG in one process.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <pango/pangocairo.h>

#include "bench-timing.h"
#include "chart-samples.h"
#include "ijk-chart-cairo.h"
#include "ijk-chart-export.h"
#include "ijk-chart-overlay.h"

#define WIDTH 1200
#define HEIGHT 700
#define N_RUNS 60

typedef struct
{
  const ChartSample *sample;
  PangoContext *context;  /* borrowed */
  cairo_t *cr;            /* borrowed */
  IjkChartSpec *spec;     /* (owned) */
  IjkChartLayout *layout; /* (owned) */
} Bench;

static IjkChartLayout *
lay_out (const Bench        *bench,
         const IjkChartSpec *spec)
{
  const IjkLayoutParameters parameters = {
    .width_px = WIDTH, .height_px = HEIGHT, .padding_px = 14, .flags = IJK_LAYOUT_FIGURE,
  };

  return ijk_chart_layout_new (spec, &parameters, bench->context);
}

static void
run_all (gpointer data)
{
  const Bench *bench = data;
  g_autoptr (IjkChartSpec) spec = bench->sample->make ();
  g_autoptr (IjkChartLayout) layout = lay_out (bench, spec);

  g_assert_true (ijk_chart_paint (layout, bench->cr, IJK_STYLE_LIGHT, IJK_PAINT_BACKGROUND, NULL));
}

static void
run_spec (gpointer data)
{
  const Bench *bench = data;
  g_autoptr (IjkChartSpec) spec = bench->sample->make ();

  g_assert_true (ijk_chart_spec_equal (spec, bench->spec));
}

static void
run_layout (gpointer data)
{
  const Bench *bench = data;
  g_autoptr (IjkChartLayout) layout = lay_out (bench, bench->spec);

  g_assert_nonnull (layout);
}

static void
run_paint (gpointer data)
{
  const Bench *bench = data;

  g_assert_true (
    ijk_chart_paint (bench->layout, bench->cr, IJK_STYLE_LIGHT, IJK_PAINT_BACKGROUND, NULL));
}

static void
run_overlay (gpointer data)
{
  const Bench *bench = data;
  const IjkOverlayState state = { bench->spec->cursor_x, NAN, IJK_NO_INDEX, TRUE };
  g_autoptr (IjkMarkList) overlay = ijk_chart_overlay_new (bench->layout, &state, bench->context);

  ijk_marks_paint (overlay, bench->layout, bench->cr, IJK_STYLE_LIGHT, 0);
}

static void
run_svg (gpointer data)
{
  const IjkExportParameters *parameters = data;
  guint n_samples;
  const ChartSample *samples = chart_samples_list (&n_samples);

  for (guint i = 0; i < n_samples; i++)
    {
      g_autoptr (IjkChartSpec) spec = samples[i].make ();
      g_autoptr (GBytes) svg = ijk_chart_export (spec, parameters, NULL);

      g_assert_nonnull (svg);
    }
}

static void
bench_part (const Bench *bench,
            const char  *part,
            BenchFunc    func,
            double       aim_ms)
{
  g_autofree char *name = g_strdup_printf ("%s, %s", bench->sample->name, part);
  const BenchTimes times = bench_time (func, (gpointer) bench, 5, N_RUNS);

  bench_print (name, &times, aim_ms);
}

int
main (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  PangoContext *context = ijk_text_context_new (pango_cairo_font_map_get_default ());
  guint n_samples;
  const ChartSample *samples = chart_samples_list (&n_samples);
  IjkExportParameters svg = { .format = IJK_EXPORT_SVG, .width_px = WIDTH, .height_px = HEIGHT };
  BenchTimes times;

  g_print ("%d by %d pixels, image surface\n", WIDTH, HEIGHT);
  for (guint i = 0; i < n_samples; i++)
    {
      Bench bench = { &samples[i], context, cr, samples[i].make (), NULL };

      bench.layout = lay_out (&bench, bench.spec);
      bench_part (&bench, "spec + layout + paint", run_all, samples[i].is_by_plplot ? 6 : 2);
      bench_part (&bench, "spec", run_spec, 0);
      bench_part (&bench, "layout", run_layout, 1);
      bench_part (&bench, "paint", run_paint, 0);
      if (isfinite (bench.spec->cursor_x))
        bench_part (&bench, "cursor", run_overlay, 0);
      ijk_chart_layout_unref (bench.layout);
      ijk_chart_spec_unref (bench.spec);
    }
  times = bench_time (run_svg, &svg, 1, 10);
  bench_print ("all samples to SVG", &times, 0);

  g_object_unref (context);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return 0;
}
