/* Paints a chart without its words and looks at what is under each: a halo is its ground, else the
 * pixels of its box are. So a pill that is not drawn, a label that strays onto a surface or a colour
 * that is not moved far enough all show, whatever the palette promises.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart-contrast.h"

#include <math.h>
#include <pango/pangocairo.h>

#include "ijk-chart-cairo-private.h"
#include "ijk-chart-overlay.h"

/* WCAG 2.1, 1.4.3, for words of ordinary size. */
#define MIN_CONTRAST 4.5
/* Of a box: lines thinner than a stroke of the letters may run through, such as a grid line. */
#define MAX_SHARE_BELOW 0.1

static IjkColour
get_pixel (cairo_surface_t *surface,
           int              x,
           int              y)
{
  const unsigned char *row = cairo_image_surface_get_data (surface)
                             + (gsize) y * (gsize) cairo_image_surface_get_stride (surface);
  const guint32 pixel = ((const guint32 *) (const void *) row)[x];

  return (IjkColour) { ((pixel >> 16) & 0xFF) / 255.0, ((pixel >> 8) & 0xFF) / 255.0,
                       (pixel & 0xFF) / 255.0 };
}

static double
find_share_below (cairo_surface_t *surface,
                  const IjkBox    *box,
                  IjkColour        text)
{
  const int left = (int) MAX (0, ceil (box->x)), top = (int) MAX (0, ceil (box->y));
  const int right = (int) MIN (cairo_image_surface_get_width (surface), box->x + box->width);
  const int bottom = (int) MIN (cairo_image_surface_get_height (surface), box->y + box->height);
  guint n_below = 0, n = 0;

  for (int y = top; y < bottom; y++)
    for (int x = left; x < right; x++, n++)
      n_below += ijk_colour_contrast (text, get_pixel (surface, x, y)) < MIN_CONTRAST;
  return n > 0 ? (double) n_below / n : 0;
}

/* @surface: what is under the words, an image of the size of the chart */
gboolean
chart_contrast_can_be_read (const IjkMark   *words,
                            IjkStyle         style,
                            cairo_surface_t *surface)
{
  const IjkColour text = ijk_cairo_text_colour (words, style);
  IjkColour halo;

  if (ijk_cairo_halo_colour (words, style, &halo))
    return ijk_colour_contrast (text, halo) >= MIN_CONTRAST;
  return find_share_below (surface, &words->box, text) <= MAX_SHARE_BELOW;
}

/* Pills and the like, which words stand on but which are not drawn without words. */
static void
paint_grounds (const IjkMarkList    *marks,
               const IjkChartLayout *layout,
               cairo_t              *cr,
               IjkStyle              style,
               gboolean              has_all_layers)
{
  g_autoptr (IjkMarkList) grounds = ijk_mark_list_new ();

  for (IjkLayer layer = has_all_layers ? IJK_LAYER_BACK : IJK_LAYER_KEY; layer < IJK_LAYER_LABEL;
       layer++)
    {
      guint n_marks;
      const IjkMark *from = ijk_mark_list_get (marks, layer, &n_marks);

      for (guint i = 0; i < n_marks; i++)
        if (from[i].n_points > 0)
          ijk_mark_list_add_shape (grounds, layer, &from[i], ijk_mark_get_points (marks, &from[i]),
                                   from[i].n_points);
        else
          ijk_mark_list_add (grounds, layer, &from[i]);
    }
  ijk_marks_paint (grounds, layout, cr, style, 0);
}

static guint
count_words (const IjkMarkList *marks,
             const char        *name,
             IjkStyle           style,
             cairo_surface_t   *surface,
             guint             *n_unreadable)
{
  guint n_marks, n_words = 0;
  const IjkMark *words = ijk_mark_list_get (marks, IJK_LAYER_LABEL, &n_marks);

  cairo_surface_flush (surface);
  for (guint i = 0; i < n_marks; i++)
    {
      if (words[i].kind != IJK_MARK_TEXT)
        continue;
      n_words++;
      if (chart_contrast_can_be_read (&words[i], style, surface))
        continue;
      g_test_message ("%s, %s: “%s” cannot be read", name, ijk_style_get_id (style),
                      words[i].text);
      ++*n_unreadable;
    }
  return n_words;
}

/**
 * chart_contrast_count_words:
 * @name: for messages
 * @n_unreadable: (inout): goes up by those whose contrast is too low
 *
 * Looks at every word of a chart at one size, those beside the cursor included.
 *
 * Returns: how many there are
 */
guint
chart_contrast_count_words (const IjkChartSpec *spec,
                            const char         *name,
                            IjkStyle            style,
                            double              width_px,
                            double              height_px,
                            guint              *n_unreadable)
{
  const IjkLayoutParameters parameters = {
    .width_px = width_px, .height_px = height_px, .padding_px = 14, .flags = IJK_LAYOUT_FIGURE,
  };
  PangoContext *context
      = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr (IjkChartLayout) layout = ijk_chart_layout_new (spec, &parameters, context);
  const IjkOverlayState state = { spec->cursor_x, NAN, IJK_NO_INDEX, TRUE };
  g_autoptr (IjkMarkList) overlay = ijk_chart_overlay_new (layout, &state, context);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) width_px,
                                                         (int) height_px);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GError) error = NULL;
  guint n_words;

  g_assert_true (ijk_chart_paint (layout, cr, style, IJK_PAINT_BACKGROUND | IJK_PAINT_NO_TEXT,
                                  &error));
  g_assert_no_error (error);
  paint_grounds (ijk_chart_layout_get_marks (layout), layout, cr, style, FALSE);
  n_words = count_words (ijk_chart_layout_get_marks (layout), name, style, surface, n_unreadable);
  paint_grounds (overlay, layout, cr, style, TRUE);
  n_words += count_words (overlay, name, style, surface, n_unreadable);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_object_unref (context);
  return n_words;
}
