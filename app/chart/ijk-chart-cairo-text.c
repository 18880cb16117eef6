/* Words. Measured and drawn with the same font settings, each in the box that the layout gave it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <pango/pangocairo.h>

#include "ijk-chart-cairo-private.h"

#define HALO_WIDTH 3

/**
 * ijk_cairo_text_colour:
 *
 * What words are drawn in.
 */
IjkColour
ijk_cairo_text_colour (const IjkMark *mark,
                       IjkStyle       style)
{
  if (mark->is_on_fill)
    return mark->halo == IJK_ROLE_CARD || ijk_palette_hatches_tone (style, mark->tone)
             ? ijk_palette_get_colour (style, IJK_ROLE_TEXT)
             : ijk_palette_get_text_on (style, mark->fill, mark->tone);
  if (mark->stroke == IJK_ROLE_CARD)
    return ijk_palette_get_text_on (style, IJK_ROLE_ACCENT_PILL, IJK_TONE_SOLID);
  return ijk_palette_get_label (style, mark->stroke);
}

/**
 * ijk_cairo_halo_colour:
 * @colour: (out): of the halo, if there is one
 *
 * Returns: whether words have a halo
 */
gboolean
ijk_cairo_halo_colour (const IjkMark *mark,
                       IjkStyle       style,
                       IjkColour     *colour)
{
  const gboolean is_on_hatching
    = mark->is_on_fill && ijk_palette_hatches_tone (style, mark->tone);

  if (mark->halo == IJK_ROLE_NONE && !is_on_hatching)
    return FALSE;
  if (mark->is_on_fill && mark->halo == mark->fill)
    *colour = ijk_palette_get_fill (style, mark->fill, mark->tone);
  else
    *colour = ijk_palette_get_colour (style, mark->halo == IJK_ROLE_NONE ? IJK_ROLE_CARD
                                                                         : mark->halo);
  return TRUE;
}

static void
draw_text (cairo_t       *cr,
           PangoLayout   *layout,
           const IjkMark *mark,
           IjkStyle       style)
{
  IjkColour halo;

  pango_layout_set_text (layout, mark->text, -1);
  if (mark->is_cut)
    {
      /* A unit more, so that a box of the exact width is not taken for too narrow. */
      pango_layout_set_width (layout, (int) ((mark->box.width + 0.5) * PANGO_SCALE));
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  else
    {
      pango_layout_set_width (layout, -1);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_NONE);
    }

  cairo_move_to (cr, mark->box.x, mark->box.y);
  if (ijk_cairo_halo_colour (mark, style, &halo))
    {
      pango_cairo_layout_path (cr, layout);
      ijk_cairo_set_colour (cr, halo);
      cairo_set_line_width (cr, HALO_WIDTH);
      cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
      cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
      cairo_stroke (cr);
      cairo_move_to (cr, mark->box.x, mark->box.y);
    }
  ijk_cairo_set_colour (cr, ijk_cairo_text_colour (mark, style));
  pango_cairo_show_layout (cr, layout);
}

/**
 * ijk_cairo_paint_texts:
 *
 * Draws the words of all layers.
 */
void
ijk_cairo_paint_texts (const IjkMarkList    *marks,
                       const IjkChartLayout *layout,
                       cairo_t              *cr,
                       IjkStyle              style)
{
  PangoContext *context = ijk_text_context_new (pango_cairo_font_map_get_default ());
  PangoLayout *text = NULL;
  guint n_marks;
  const IjkMark *words = ijk_mark_list_get (marks, IJK_LAYER_LABEL, &n_marks);

  pango_cairo_update_context (cr, context);
  text = pango_layout_new (context);
  /* By type, because setting a font costs more than drawing a word. */
  for (guint type = 0; type < IJK_N_TYPES; type++)
    {
      gboolean is_set = FALSE;

      for (guint i = 0; i < n_marks; i++)
        {
          if (words[i].kind != IJK_MARK_TEXT || words[i].type != type)
            continue;
          if (!is_set)
            ijk_type_apply (text, ijk_chart_layout_get_family (layout), type,
                            ijk_chart_layout_get_text_scale (layout));
          is_set = TRUE;
          draw_text (cr, text, &words[i], style);
        }
    }
  g_object_unref (text);
  g_object_unref (context);
}

/**
 * ijk_cairo_paint_message:
 *
 * Writes the spec's message of an empty chart in the middle of @box.
 */
void
ijk_cairo_paint_message (const IjkChartLayout *layout,
                         cairo_t              *cr,
                         IjkStyle              style,
                         const IjkBox         *box)
{
  const char *text = ijk_chart_layout_get_spec (layout)->empty_text;
  PangoContext *context;
  PangoLayout *message;
  int height = 0;

  if (text == NULL)
    return;
  context = ijk_text_context_new (pango_cairo_font_map_get_default ());
  pango_cairo_update_context (cr, context);
  message = pango_layout_new (context);
  ijk_type_apply (message, ijk_chart_layout_get_family (layout), IJK_TYPE_LABEL,
                  ijk_chart_layout_get_text_scale (layout));
  pango_layout_set_text (message, text, -1);
  pango_layout_set_width (message, (int) (box->width * PANGO_SCALE));
  pango_layout_set_alignment (message, PANGO_ALIGN_CENTER);
  pango_layout_set_ellipsize (message, PANGO_ELLIPSIZE_END);
  pango_layout_get_pixel_size (message, NULL, &height);
  cairo_move_to (cr, box->x, box->y + (box->height - height) / 2);
  ijk_cairo_set_colour (cr, ijk_palette_get_label (style, IJK_ROLE_TEXT_DIM));
  pango_cairo_show_layout (cr, message);
  g_object_unref (message);
  g_object_unref (context);
}
