/* Painting a chart view: the picture once, cursor and bubble above it at every frame; and the whole
 * as an image for the clipboard.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "ijk-chart-cairo.h"
#include "ijk-chart-overlay.h"
#include "ijk-chart-view-private.h"

#define STROKE_SLACK 4 /* around marks: half a line, a halo */

static void
paint_picture (const IjkChartLayout *layout,
               cairo_t              *cr)
{
  g_autoptr (GError) error = NULL;

  if (!ijk_chart_paint (layout, cr, ijk_chart_view_get_style (), 0, &error))
    g_warning ("A chart cannot be painted: %s", error->message);
}

/* A field of colours has so many shapes that it is kept as pixels. */
static void
append_pixels (IjkChartView          *self,
               const IjkChartLayout  *layout,
               const graphene_rect_t *bounds,
               GtkSnapshot           *snapshot)
{
  const int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  const int width = (int) ceilf (bounds->size.width) * scale;
  const int height = (int) ceilf (bounds->size.height) * scale;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  paint_picture (layout, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      (gsize) (cairo_image_surface_get_stride (surface) * height),
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  texture = gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes,
                                    (gsize) cairo_image_surface_get_stride (surface));
  gtk_snapshot_append_texture (snapshot, texture, bounds);
}

static void
ensure_picture (IjkChartView         *self,
                const IjkChartLayout *layout)
{
  const graphene_rect_t bounds
    = GRAPHENE_RECT_INIT (0, 0, (float) ijk_chart_layout_get_width (layout),
                          (float) ijk_chart_layout_get_height (layout));
  GtkSnapshot *snapshot;

  if (self->picture != NULL)
    return;
  snapshot = gtk_snapshot_new ();
  if (self->spec->kind == IJK_CHART_GRID)
    append_pixels (self, layout, &bounds, snapshot);
  else
    {
      cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

      paint_picture (layout, cr);
      cairo_destroy (cr);
    }
  self->picture = gtk_snapshot_free_to_node (snapshot);
  self->n_paints++;
}

/* Only the strip that has marks is part of the node, so only that is drawn again. */
static gboolean
find_bounds (const IjkMarkList *marks,
             graphene_rect_t   *bounds)
{
  gboolean is_first = TRUE;

  for (IjkLayer layer = 0; layer < IJK_N_LAYERS; layer++)
    {
      guint n_marks;
      const IjkMark *layer_marks = ijk_mark_list_get (marks, layer, &n_marks);

      for (guint i = 0; i < n_marks; i++)
        {
          const IjkBox *box = &layer_marks[i].box;
          const graphene_rect_t rect
            = GRAPHENE_RECT_INIT ((float) box->x - STROKE_SLACK, (float) box->y - STROKE_SLACK,
                                  (float) box->width + 2 * STROKE_SLACK,
                                  (float) box->height + 2 * STROKE_SLACK);

          if (is_first)
            *bounds = rect;
          else
            graphene_rect_union (bounds, &rect, bounds);
          is_first = FALSE;
        }
    }
  return !is_first;
}

static void
snapshot_overlay (IjkChartView          *self,
                  const IjkChartLayout  *layout,
                  const IjkOverlayState *state,
                  GtkSnapshot           *snapshot)
{
  g_autoptr (IjkMarkList) marks
    = ijk_chart_overlay_new (layout, state, gtk_widget_get_pango_context (GTK_WIDGET (self)));
  graphene_rect_t bounds;
  cairo_t *cr;

  if (!find_bounds (marks, &bounds))
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  ijk_marks_paint (marks, layout, cr, ijk_chart_view_get_style (), 0);
  cairo_destroy (cr);
}

static double
hover_x (IjkChartView         *self,
         const IjkChartLayout *layout)
{
  guint n_stops;
  const IjkStop *stops = ijk_chart_layout_get_stops (layout, &n_stops);

  if (!ijk_chart_view_has_years (self) || self->hover_stop >= n_stops)
    return NAN;
  return self->spec->x[stops[self->hover_stop].i_x];
}

void
ijk_chart_view_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  IjkChartView *self = IJK_CHART_VIEW (widget);
  const IjkChartLayout *layout = ijk_chart_view_ensure_layout (self);
  const double cursor_x = self->year > 0 && ijk_chart_view_has_years (self) ? self->year
                          : layout != NULL                                  ? self->spec->cursor_x
                                                                            : (double) NAN;

  if (layout == NULL)
    return;
  ensure_picture (self, layout);
  gtk_snapshot_append_node (snapshot, self->picture);
  if (!ijk_chart_layout_is_empty (layout))
    {
      const double hover = hover_x (self, layout);

      if (isfinite (hover) && hover != cursor_x)
        snapshot_overlay (self, layout,
                          &(IjkOverlayState) { NAN, hover, IJK_NO_INDEX, FALSE }, snapshot);
      if (isfinite (cursor_x))
        snapshot_overlay (self, layout,
                          &(IjkOverlayState) { cursor_x, NAN, IJK_NO_INDEX, FALSE }, snapshot);
    }
  for (guint i = 0; i < self->handles->len; i++)
    gtk_widget_snapshot_child (widget, self->handles->pdata[i], snapshot);
  if (self->hover_stop != IJK_NO_INDEX && self->spec->kind != IJK_CHART_SPARKLINE)
    ijk_chart_bubble_snapshot (layout, self->hover_stop, self->hover_y_px,
                               ijk_chart_view_get_style (), widget, snapshot);
}

GdkTexture *
ijk_chart_view_dup_texture (IjkChartView *self,
                            double        scale)
{
  const IjkStyle style = ijk_chart_view_get_style ();
  const IjkChartLayout *layout;
  cairo_surface_t *surface;
  g_autoptr (IjkMarkList) marks = NULL;
  g_autoptr (GBytes) bytes = NULL;
  cairo_t *cr;
  int width, height;

  g_return_val_if_fail (IJK_IS_CHART_VIEW (self), NULL);

  layout = ijk_chart_view_ensure_layout (self);
  if (layout == NULL)
    return NULL;
  width = (int) ceil (ijk_chart_layout_get_width (layout) * scale);
  height = (int) ceil (ijk_chart_layout_get_height (layout) * scale);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  (void) ijk_chart_paint (layout, cr, style, IJK_PAINT_BACKGROUND,
                          NULL); /* as seen; warned of there */
  marks = ijk_chart_overlay_new (layout,
                                 &(IjkOverlayState) { self->year > 0 ? self->year : (double) NAN,
                                                     NAN, IJK_NO_INDEX, TRUE },
                                 gtk_widget_get_pango_context (GTK_WIDGET (self)));
  ijk_marks_paint (marks, layout, cr, style, 0);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      (gsize) (cairo_image_surface_get_stride (surface) * height),
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes,
                                 (gsize) cairo_image_surface_get_stride (surface));
}
