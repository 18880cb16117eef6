/* Paints marks in the order of their layers. No geometry and no choice about data is made here: a
 * mark says what it is, the palette says what that looks like.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-chart-cairo.h"

#include <math.h>

#include "ijk-chart-cairo-private.h"
#include "ijk-chart-plplot.h"

#define CASING_WIDTH 1.5
#define HOLLOW_WIDTH 2

void
ijk_cairo_set_colour (cairo_t   *cr,
                      IjkColour  colour)
{
  cairo_set_source_rgb (cr, colour.red, colour.green, colour.blue);
}

void
ijk_cairo_set_dash (cairo_t *cr,
                    IjkDash  dash,
                    double   width_px)
{
  static const struct
  {
    double lengths[4];
    int n_lengths;
  } DASHES[] = {
    [IJK_DASH_SOLID] = { { 0 }, 0 },
    [IJK_DASH_DASHED] = { { 6, 4 }, 2 },
    [IJK_DASH_DOTTED] = { { 2, 3 }, 2 },
    [IJK_DASH_DASH_DOT] = { { 8, 3, 2, 3 }, 4 },
    [IJK_DASH_LONG] = { { 12, 4 }, 2 },
  };
  const double factor = MAX (1, width_px / 2.4);
  double lengths[4];

  for (int i = 0; i < DASHES[dash].n_lengths; i++)
    lengths[i] = DASHES[dash].lengths[i] * factor;
  cairo_set_dash (cr, lengths, DASHES[dash].n_lengths, 0);
}

void
ijk_cairo_trace_box (cairo_t      *cr,
                     const IjkBox *box,
                     double        radius_px)
{
  const double radius = MIN (radius_px, MIN (box->width, box->height) / 2);
  const double right = box->x + box->width;
  const double bottom = box->y + box->height;

  if (radius <= 0)
    {
      cairo_rectangle (cr, box->x, box->y, box->width, box->height);
      return;
    }
  cairo_new_sub_path (cr);
  cairo_arc (cr, right - radius, box->y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, right - radius, bottom - radius, radius, 0, G_PI_2);
  cairo_arc (cr, box->x + radius, bottom - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, box->x + radius, box->y + radius, radius, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

static void
trace_points (cairo_t        *cr,
              const IjkPoint *points,
              guint           n_points)
{
  cairo_move_to (cr, points[0].x, points[0].y);
  for (guint i = 1; i < n_points; i++)
    cairo_line_to (cr, points[i].x, points[i].y);
}

/* Puts a thin upright or level line on whole device pixels, where it is sharp. */
static void
trace_snapped (cairo_t        *cr,
               const IjkPoint *points)
{
  const gboolean is_level = points[0].y == points[1].y;

  for (guint i = 0; i < 2; i++)
    {
      double x = points[i].x, y = points[i].y;

      cairo_user_to_device (cr, &x, &y);
      if (is_level)
        y = floor (y) + 0.5;
      else
        x = floor (x) + 0.5;
      cairo_device_to_user (cr, &x, &y);
      if (i == 0)
        cairo_move_to (cr, x, y);
      else
        cairo_line_to (cr, x, y);
    }
}

static void
paint_line (cairo_t           *cr,
            const IjkMarkList *marks,
            const IjkMark     *mark,
            IjkStyle           style)
{
  const IjkPoint *points = ijk_mark_get_points (marks, mark);
  const double width = ijk_palette_get_width (style, mark->stroke, mark->width_px);
  const gboolean is_straight = mark->n_points == 2 && width <= 1.5
                               && (points[0].x == points[1].x || points[0].y == points[1].y);

  if (is_straight)
    trace_snapped (cr, points);
  else
    trace_points (cr, points, mark->n_points);

  /* On a line through the data the coarser way looks the same even enlarged, and takes half the
   * time; a level line would jump to the next quarter of a pixel. */
  cairo_set_antialias (cr,
                       mark->n_points > 2 ? CAIRO_ANTIALIAS_FAST : CAIRO_ANTIALIAS_DEFAULT);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  if (mark->halo != IJK_ROLE_NONE)
    {
      cairo_set_line_width (cr, width + 2.4);
      cairo_set_dash (cr, NULL, 0, 0);
      ijk_cairo_set_colour (cr, ijk_palette_get_colour (style, mark->halo));
      cairo_stroke_preserve (cr);
    }
  cairo_set_line_width (cr, width);
  ijk_cairo_set_dash (cr, mark->dash, width);
  ijk_cairo_set_colour (cr, ijk_palette_get_line (style, mark->stroke));
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
paint_surface (cairo_t           *cr,
               const IjkMarkList *marks,
               const IjkMark     *mark,
               IjkStyle           style)
{
  /* The rims of large shapes lie below a line of their own, where coarse steps do not show; that
   * takes half the time of painting them. */
  cairo_set_antialias (cr, mark->kind == IJK_MARK_POLYGON || mark->pattern != IJK_PATTERN_NONE
                             ? CAIRO_ANTIALIAS_FAST
                             : CAIRO_ANTIALIAS_DEFAULT);
  if (mark->kind == IJK_MARK_BOX)
    ijk_cairo_trace_box (cr, &mark->box, mark->radius_px);
  else
    {
      trace_points (cr, ijk_mark_get_points (marks, mark), mark->n_points);
      cairo_close_path (cr);
    }

  if (mark->is_pattern_only)
    {
      ijk_cairo_fill_pattern (cr, ijk_palette_get_colour (style, mark->fill), mark->pattern,
                              &mark->box);
      return;
    }
  if (mark->stroke == IJK_ROLE_NONE)
    {
      ijk_cairo_fill_surface (cr, style, mark->fill, mark->tone, mark->pattern, &mark->box);
      return;
    }
  ijk_cairo_set_colour (cr, ijk_palette_get_fill (style, mark->fill, mark->tone));
  cairo_fill_preserve (cr);
  ijk_cairo_set_colour (cr, ijk_palette_get_colour (style, mark->stroke));
  cairo_set_line_width (cr, mark->width_px);
  cairo_stroke (cr);
}

static void
trace_symbol (cairo_t   *cr,
              IjkSymbol  symbol,
              double     x,
              double     y,
              double     radius)
{
  switch (symbol)
    {
    case IJK_SYMBOL_DIAMOND:
    case IJK_SYMBOL_HOLLOW_DIAMOND:
      cairo_move_to (cr, x, y - radius);
      cairo_line_to (cr, x + radius, y);
      cairo_line_to (cr, x, y + radius);
      cairo_line_to (cr, x - radius, y);
      cairo_close_path (cr);
      break;
    case IJK_SYMBOL_DOT:
    case IJK_SYMBOL_RING:
      cairo_new_sub_path (cr);
      cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
      cairo_close_path (cr);
      break;
    case IJK_SYMBOL_SQUARE:
      cairo_rectangle (cr, x - radius, y - radius, 2 * radius, 2 * radius);
      break;
    }
}

/* Every symbol has a rim in the card's colour, to stand out from lines and surfaces below it. */
static void
paint_symbol (cairo_t       *cr,
              const IjkMark *mark,
              IjkStyle       style)
{
  const gboolean is_hollow
    = mark->symbol == IJK_SYMBOL_HOLLOW_DIAMOND || mark->symbol == IJK_SYMBOL_RING;
  const IjkColour card = ijk_palette_get_colour (style, IJK_ROLE_CARD);
  const IjkColour colour = ijk_palette_get_line (style, mark->fill);
  const double x = mark->box.x + mark->box.width / 2;
  const double y = mark->box.y + mark->box.height / 2;
  const double width = ijk_palette_get_width (style, mark->fill, HOLLOW_WIDTH);
  const double inset = is_hollow ? width / 2 : 0;

  cairo_set_antialias (cr, CAIRO_ANTIALIAS_DEFAULT);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_MITER);
  trace_symbol (cr, mark->symbol, x, y, mark->box.width / 2 - inset);
  ijk_cairo_set_colour (cr, card);
  cairo_set_line_width (cr, 2 * CASING_WIDTH + 2 * inset);
  cairo_stroke_preserve (cr);
  ijk_cairo_set_colour (cr, is_hollow ? card : colour);
  cairo_fill_preserve (cr);
  if (!is_hollow)
    {
      cairo_new_path (cr);
      return;
    }
  ijk_cairo_set_colour (cr, colour);
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);
}

static void
paint_layer (const IjkMarkList *marks,
             IjkLayer           layer,
             cairo_t           *cr,
             IjkStyle           style)
{
  guint n_marks;
  const IjkMark *layer_marks = ijk_mark_list_get (marks, layer, &n_marks);

  for (guint i = 0; i < n_marks; i++)
    {
      const IjkMark *mark = &layer_marks[i];

      if (mark->is_by_plplot)
        continue;
      switch (mark->kind)
        {
        case IJK_MARK_POLYGON:
        case IJK_MARK_BOX:
          paint_surface (cr, marks, mark, style);
          break;
        case IJK_MARK_LINE:
          paint_line (cr, marks, mark, style);
          break;
        case IJK_MARK_SYMBOL:
          paint_symbol (cr, mark, style);
          break;
        case IJK_MARK_TEXT:
        case IJK_MARK_FIELD:
          break;
        }
    }
}

/**
 * ijk_marks_paint:
 * @layout: (transfer none): what the marks belong to; gives font and size
 *
 * Paints a list of marks, such as an overlay. Marks for PLplot are passed over.
 */
void
ijk_marks_paint (const IjkMarkList    *marks,
                 const IjkChartLayout *layout,
                 cairo_t              *cr,
                 IjkStyle              style,
                 IjkPaintFlags         flags)
{
  g_return_if_fail (marks != NULL && layout != NULL && cr != NULL);

  cairo_save (cr);
  for (IjkLayer layer = 0; layer < IJK_LAYER_LABEL; layer++)
    if (layer != IJK_LAYER_KEY || !(flags & IJK_PAINT_NO_TEXT))
      paint_layer (marks, layer, cr, style);
  if (!(flags & IJK_PAINT_NO_TEXT))
    ijk_cairo_paint_texts (marks, layout, cr, style);
  cairo_restore (cr);
}

static void
paint_background (const IjkChartLayout *layout,
                  cairo_t              *cr,
                  IjkStyle              style)
{
  cairo_rectangle (cr, 0, 0, ijk_chart_layout_get_width (layout),
                   ijk_chart_layout_get_height (layout));
  ijk_cairo_set_colour (cr, ijk_palette_get_colour (style, IJK_ROLE_CARD));
  cairo_fill (cr);
}

/* What stands on the plot without its data would only mislead. */
static void
paint_failure (const IjkChartLayout *layout,
               cairo_t              *cr,
               IjkStyle              style,
               IjkPaintFlags         flags)
{
  const IjkBox plot = ijk_chart_layout_get_plot (layout, 0);

  ijk_cairo_trace_box (cr, &plot, 0);
  ijk_cairo_set_colour (cr, ijk_palette_get_colour (style, IJK_ROLE_SHADE));
  cairo_fill (cr);
  if (!(flags & IJK_PAINT_NO_TEXT))
    ijk_cairo_paint_message (layout, cr, style, &plot);
}

/**
 * ijk_chart_paint:
 *
 * Paints a chart at the origin of @cr. Where PLplot draws the data and cannot, the frame is painted
 * all the same, with the message of an empty chart in place of the plot.
 *
 * Returns: FALSE with @error set if PLplot could not draw its part
 */
gboolean
ijk_chart_paint (const IjkChartLayout *layout,
                 cairo_t              *cr,
                 IjkStyle              style,
                 IjkPaintFlags         flags,
                 GError              **error)
{
  const IjkMarkList *marks;
  gboolean is_drawn = TRUE;

  g_return_val_if_fail (layout != NULL && cr != NULL, FALSE);
  g_return_val_if_fail (style < IJK_N_STYLES, FALSE);

  marks = ijk_chart_layout_get_marks (layout);
  cairo_save (cr);
  if (flags & IJK_PAINT_BACKGROUND)
    paint_background (layout, cr, style);
  for (IjkLayer layer = 0; layer < IJK_LAYER_LABEL; layer++)
    {
      if (layer == IJK_LAYER_KEY && flags & IJK_PAINT_NO_TEXT)
        continue;
      /* After the grid lines and below everything else. */
      if (layer == IJK_LAYER_DATA)
        is_drawn = ijk_chart_plplot_paint (layout, cr, style, error);
      paint_layer (marks, layer, cr, style);
    }
  if (!(flags & IJK_PAINT_NO_TEXT))
    ijk_cairo_paint_texts (marks, layout, cr, style);
  if (!is_drawn)
    paint_failure (layout, cr, style, flags);
  cairo_restore (cr);
  return is_drawn;
}
