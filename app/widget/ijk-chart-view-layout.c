/* The layout of a chart view and what follows from it: its size, and where its handles stand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "ijk-chart-view-private.h"

#define PADDING 2 /* room for the pill of the year below the axis */
#define MIN_WIDTH 160
#define MIN_HEIGHT 110
#define NATURAL_WIDTH 480
#define NATURAL_HEIGHT 300
#define SPARKLINE_MIN_WIDTH 40
#define SPARKLINE_MIN_HEIGHT 16

void
ijk_chart_view_drop_picture (IjkChartView *self)
{
  g_clear_pointer (&self->picture, gsk_render_node_unref);
}

void
ijk_chart_view_drop_layout (IjkChartView *self)
{
  self->is_layout_stale = TRUE;
  ijk_chart_view_drop_picture (self);
  /* Handles are children: they move when the chart does. */
  if (self->handles->len > 0)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The size of type that the desktop asks for, on top of our own. */
static double
desktop_text_scale (GtkWidget *widget)
{
  int dpi = -1;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? CLAMP (dpi / 1024.0 / 96, 0.5, 3) : 1;
}

/**
 * ijk_chart_view_ensure_layout:
 *
 * Lays the chart out for its present size if that is not done yet.
 *
 * Returns: (transfer none) (nullable): the layout; NULL without a spec or a size
 */
const IjkChartLayout *
ijk_chart_view_ensure_layout (IjkChartView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const guint serial = pango_context_get_serial (context);
  const IjkLayoutParameters parameters = {
    .width_px = gtk_widget_get_width (widget),
    .height_px = gtk_widget_get_height (widget),
    .padding_px = PADDING,
    .text_scale = self->text_scale * desktop_text_scale (widget),
    .flags = self->has_words ? IJK_LAYOUT_FIGURE : 0,
    .keeps_range_of = self->holds_axis ? self->layout : NULL,
  };
  IjkChartLayout *layout;

  if (self->spec == NULL || parameters.width_px < 1 || parameters.height_px < 1)
    return NULL;
  if (self->layout != NULL && !self->is_layout_stale && serial == self->layout_serial
      && ijk_chart_layout_get_width (self->layout) == parameters.width_px
      && ijk_chart_layout_get_height (self->layout) == parameters.height_px
      && ijk_chart_layout_get_text_scale (self->layout) == parameters.text_scale)
    return self->layout;

  layout = ijk_chart_layout_new (self->spec, &parameters, context);
  g_clear_pointer (&self->layout, ijk_chart_layout_unref);
  self->layout = layout;
  self->layout_serial = serial;
  self->is_layout_stale = FALSE;
  ijk_chart_view_drop_picture (self);
  return self->layout;
}

gboolean
ijk_chart_view_has_years (IjkChartView *self)
{
  return self->spec != NULL && self->spec->kind == IJK_CHART_TIME;
}

gboolean
ijk_chart_view_locate_handle (IjkChartView *self,
                              guint         handle,
                              IjkPoint     *point,
                              guint        *panel)
{
  const IjkChartLayout *layout = ijk_chart_view_ensure_layout (self);
  guint i_movable = 0;

  if (layout == NULL || ijk_chart_layout_is_empty (layout))
    return FALSE;
  for (guint i = 0; i < self->spec->n_handles; i++)
    {
      if (!self->spec->handles[i].is_movable)
        continue;
      if (i_movable++ == handle)
        {
          const guint i_x = self->spec->handles[i].i_x;
          const IjkChartSeries *series = &self->spec->series[self->spec->handles[i].series];

          if (series->values == NULL || !isfinite (series->values[i_x]))
            return FALSE;
          *panel = series->panel;
          point->x = ijk_chart_layout_x_to_px (layout, self->spec->x[i_x]);
          point->y = ijk_chart_layout_y_to_px (layout, series->panel, series->values[i_x]);
          return TRUE;
        }
    }
  return FALSE;
}

/* Size */

void
ijk_chart_view_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  IjkChartView *self = IJK_CHART_VIEW (widget);
  const gboolean is_small = self->spec != NULL && self->spec->kind == IJK_CHART_SPARKLINE;
  const gboolean is_flat = orientation == GTK_ORIENTATION_HORIZONTAL;

  (void) for_size;
  *minimum = is_small ? (is_flat ? SPARKLINE_MIN_WIDTH : SPARKLINE_MIN_HEIGHT)
                      : (is_flat ? MIN_WIDTH : MIN_HEIGHT);
  *natural = is_small ? *minimum : is_flat ? NATURAL_WIDTH : NATURAL_HEIGHT;
  *minimum_baseline = *natural_baseline = -1;
}

void
ijk_chart_view_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  IjkChartView *self = IJK_CHART_VIEW (widget);

  (void) width;
  (void) height;
  (void) baseline;
  for (guint i = 0; i < self->handles->len; i++)
    {
      GtkWidget *handle = self->handles->pdata[i];
      IjkPoint point;
      guint panel;
      int size;

      gtk_widget_measure (handle, GTK_ORIENTATION_HORIZONTAL, -1, &size, NULL, NULL, NULL);
      if (ijk_chart_view_locate_handle (self, i, &point, &panel))
        gtk_widget_size_allocate (handle,
                                  &(GtkAllocation) { (int) lround (point.x - size / 2.0),
                                                     (int) lround (point.y - size / 2.0), size,
                                                     size },
                                  -1);
      else
        gtk_widget_size_allocate (handle, &(GtkAllocation) { 0, 0, size, size }, -1);
    }
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}
