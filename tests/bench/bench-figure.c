/* What a figure costs at 1200 by 700: from results to spec, layout and paint; the sentence and the
 * table beside it; and all figures to SVG and PNG in one process. Filling the page is the baseline.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <pango/pangocairo.h>

#include "bench-timing.h"

#include "ijk-chart-cairo.h"
#include "ijk-chart-export.h"
#include "ijk-figure.h"
#include "ijk-language.h"
#include "ijk-reference-load.h"
#include "ijk-run.h"

#define WIDTH 1200
#define HEIGHT 700
#define N_RUNS 60

/* Aims in milliseconds. */
#define AIM_CAIRO 2
#define AIM_PLPLOT 6

typedef struct
{
  const IjkFigure *figure;
  const IjkFigureInput *input;
  PangoContext *context;  /* borrowed */
  cairo_surface_t *page;  /* borrowed */
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
run_page (gpointer data)
{
  const Bench *bench = data;
  cairo_t *cr = cairo_create (bench->page);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_destroy (cr);
}

/* With a context of its own, as each chart on the screen has. */
static void
paint (const Bench          *bench,
       const IjkChartLayout *layout)
{
  cairo_t *cr = cairo_create (bench->page);

  g_assert_true (ijk_chart_paint (layout, cr, IJK_STYLE_LIGHT, IJK_PAINT_BACKGROUND, NULL));
  cairo_destroy (cr);
}

static void
run_all (gpointer data)
{
  const Bench *bench = data;
  g_autoptr (IjkChartSpec) spec = ijk_figure_make_spec (bench->figure, bench->input);
  g_autoptr (IjkChartLayout) layout = lay_out (bench, spec);

  paint (bench, layout);
}

static void
run_spec (gpointer data)
{
  const Bench *bench = data;
  g_autoptr (IjkChartSpec) spec = ijk_figure_make_spec (bench->figure, bench->input);

  g_assert_nonnull (spec);
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

  paint (bench, bench->layout);
}

static void
run_table (gpointer data)
{
  const Bench *bench = data;
  g_autoptr (IjkFigureTable) table = ijk_figure_make_table (bench->figure, bench->input);

  g_assert_nonnull (table);
}

static void
bench_figure (Bench            *bench,
              const BenchTimes *page)
{
  static const struct
  {
    const char *name;
    BenchFunc func;
  } parts[] = {
    { "spec + layout + paint", run_all }, { "spec", run_spec },   { "layout", run_layout },
    { "paint", run_paint },               { "table", run_table },
  };

  bench->spec = ijk_figure_make_spec (bench->figure, bench->input);
  bench->layout = lay_out (bench, bench->spec);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *name = g_strdup_printf ("%s, %s", bench->figure->id, parts[i].name);
      const gboolean is_by_plplot = bench->spec->kind == IJK_CHART_GRID
                                    || bench->spec->kind == IJK_CHART_HISTOGRAM;
      const BenchTimes times = bench_time (parts[i].func, bench, 5, N_RUNS);

      bench_print (name, &times, i > 0 ? 0 : is_by_plplot ? AIM_PLPLOT : AIM_CAIRO);
      if (i == 0)
        bench_print_ratio ("", &times, "filling the page", page);
    }
  ijk_chart_layout_unref (bench->layout);
  ijk_chart_spec_unref (bench->spec);
}

typedef struct
{
  const IjkFigureInput *input;
  IjkExportFormat format;
} Export;

static void
run_export (gpointer data)
{
  const Export *export = data;
  const IjkExportParameters parameters
      = { .format = export->format, .width_px = WIDTH, .height_px = HEIGHT };
  guint n_figures = 0;
  const IjkFigure *figures = ijk_figures (&n_figures);

  for (guint i = 0; i < n_figures; i++)
    {
      g_autoptr (IjkChartSpec) spec = ijk_figure_make_spec (&figures[i], export->input);
      g_autoptr (GBytes) file = ijk_chart_export (spec, &parameters, NULL);

      g_assert_nonnull (file);
    }
}

static IjkResult *
run_scenario (const IjkReference *reference,
              const char         *setting)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IjkScenario) law = ijk_scenario_new (reference, NULL);
  g_autoptr (IjkScenario) scenario
      = setting != NULL ? ijk_scenario_with_setting (law, setting, &error) : ijk_scenario_ref (law);
  g_autoptr (IjkWorkspace) workspace = ijk_workspace_new (reference);

  g_assert_no_error (error);
  return ijk_result_copy (ijk_run (reference, scenario, workspace));
}

/* With the id of a figure: that one alone, to look closer at. */
int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IjkReference) reference = ijk_reference_load (IJKPAD_BENCH_REFERENCE, &error);
  g_autoptr (IjkResult) law = run_scenario (reference, NULL);
  g_autoptr (IjkResult) result = run_scenario (reference, "ets_price=2030:120,2050:250");
  g_autoptr (IjkResult) compare = run_scenario (reference, "levy_regime=act_2021");
  g_autoptr (IjkLandscape) landscape
      = ijk_landscape_new (result->scenario, &ijk_landscape_default_question, 0);
  const IjkFigureInput input = {
    .result = result, .scenario_name = "High price", .law_result = law, .compare_result = compare,
    .compare_name = "Act of 2021", .landscape = landscape, .year = 2030, .company = IJK_NONE,
    .sector = IJK_NONE,
  };
  Bench bench = { .input = &input,
                  .page = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT) };
  guint n_figures = 0;
  const IjkFigure *figures = ijk_figures (&n_figures);
  BenchTimes page;
  BenchTimes svg;
  BenchTimes png;

  g_assert_no_error (error);
  ijk_language_init ("/nowhere");
  g_assert_true (ijk_language_select ("en"));
  bench.context = ijk_text_context_new (pango_cairo_font_map_get_default ());
  page = bench_time (run_page, &bench, 5, N_RUNS);
  bench_print ("filling a page of 1200 by 700", &page, 0);
  for (guint i = 0; i < n_figures; i++)
    {
      bench.figure = &figures[i];
      if (argc < 2 || g_str_equal (argv[1], figures[i].id))
        bench_figure (&bench, &page);
    }
  if (argc > 1)
    return 0;
  svg = bench_time (run_export, &(Export) { &input, IJK_EXPORT_SVG }, 1, 5);
  png = bench_time (run_export, &(Export) { &input, IJK_EXPORT_PNG }, 1, 5);
  bench_print ("all figures to SVG", &svg, 0);
  bench_print_ratio ("", &svg, "filling the page", &page);
  bench_print ("all figures to PNG", &png, 0);
  bench_print_ratio ("", &png, "filling the page", &page);

  g_object_unref (bench.context);
  cairo_surface_destroy (bench.page);
  return 0;
}
