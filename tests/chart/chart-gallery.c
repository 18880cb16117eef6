/* Writes every sample chart in every style, to be looked at: chart-gallery FOLDER [SCALE].
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <errno.h>
#include <math.h>
#include <pango/pangocairo.h>
#include <stdlib.h>

#include "chart-samples.h"
#include "ijk-chart-cairo.h"
#include "ijk-chart-overlay.h"

static gboolean
write_sample (const ChartSample *sample,
              IjkStyle           style,
              const char        *folder,
              double             width,
              double             height,
              double             scale,
              PangoContext      *context)
{
  IjkChartSpec *spec = sample->make ();
  const IjkLayoutParameters parameters = {
    .width_px = width, .height_px = height, .padding_px = 14, .flags = IJK_LAYOUT_FIGURE,
  };
  IjkChartLayout *layout = ijk_chart_layout_new (spec, &parameters, context);
  const IjkOverlayState state
    = { spec->cursor_x, NAN, IJK_NO_INDEX, TRUE };
  IjkMarkList *overlay = ijk_chart_overlay_new (layout, &state, context);
  cairo_surface_t *surface = cairo_image_surface_create (
    CAIRO_FORMAT_RGB24, (int) ceil (width * scale), (int) ceil (height * scale));
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strdup_printf ("%s/%s-%s-%gx%g.png", folder, sample->name,
                                           ijk_style_get_id (style), width, height);
  cairo_status_t status;

  cairo_scale (cr, scale, scale);
  if (!ijk_chart_paint (layout, cr, style, IJK_PAINT_BACKGROUND, &error))
    g_printerr ("%s: %s\n", name, error->message);
  ijk_marks_paint (overlay, layout, cr, style, 0);
  status = cairo_surface_write_to_png (surface, name);
  if (status != CAIRO_STATUS_SUCCESS)
    g_printerr ("%s: %s\n", name, cairo_status_to_string (status));

  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  ijk_mark_list_free (overlay);
  ijk_chart_layout_unref (layout);
  ijk_chart_spec_unref (spec);
  return status == CAIRO_STATUS_SUCCESS;
}

int
main (int    argc,
      char **argv)
{
  static const double sizes[][2] = { { 120, 80 }, { 200, 160 }, { 320, 220 }, { 1200, 700 } };
  const double scale = argc > 2 ? g_ascii_strtod (argv[2], NULL) : 1;
  PangoContext *context = NULL;
  PangoFontDescription *font = pango_font_description_from_string ("Cantarell");
  gboolean is_written = TRUE;
  guint n_samples;
  const ChartSample *samples = chart_samples_list (&n_samples);

  if (argc < 2 || g_mkdir_with_parents (argv[1], 0777) != 0 || !(scale > 0))
    {
      g_printerr ("usage: chart-gallery FOLDER [SCALE]\n");
      return EXIT_FAILURE;
    }
  context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  pango_context_set_font_description (context, font);
  for (guint i = 0; i < n_samples; i++)
    {
      for (IjkStyle style = 0; style < IJK_N_STYLES; style++)
        is_written &= write_sample (&samples[i], style, argv[1], samples[i].width_px,
                                    samples[i].height_px, scale, context);
      for (guint k = 0; k < G_N_ELEMENTS (sizes); k++)
        is_written &= write_sample (&samples[i], IJK_STYLE_LIGHT, argv[1], sizes[k][0],
                                    sizes[k][1], scale, context);
    }
  pango_font_description_free (font);
  g_object_unref (context);
  return is_written ? EXIT_SUCCESS : EXIT_FAILURE;
}
