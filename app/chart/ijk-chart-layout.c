/* Makes a layout: tries with all detail first and with less until the chart fits.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-chart-layout.h"

#include <math.h>

#include "ijk-chart-layout-private.h"

static void
reset (IjkChartLayout *self,
       guint           detail)
{
  ijk_mark_list_clear (self->marks);
  g_array_set_size (self->stops, 0);
  g_array_set_size (self->taken, 0);
  self->detail = detail;
  self->n_panels = 0;
  self->is_empty = FALSE;
  self->x_min = 0;
  self->x_max = 1;
}

static gboolean
lay_out_kind (IjkChartLayout *self)
{
  switch (self->spec->kind)
    {
    case IJK_CHART_TIME:
      return ijk_layout_time (self);
    case IJK_CHART_SPARKLINE:
      return ijk_layout_sparkline (self);
    case IJK_CHART_ROWS:
      return ijk_layout_rows (self);
    case IJK_CHART_BLOCKS:
      return ijk_layout_blocks (self);
    case IJK_CHART_GRID:
      return ijk_layout_grid (self);
    case IJK_CHART_HISTOGRAM:
      return ijk_layout_histogram (self);
    }
  return TRUE;
}

/**
 * ijk_chart_layout_new:
 * @parameters: width and height at least 1 px
 * @context: (transfer none): gives the font map and the family; its size is not used
 *
 * Works out where everything goes.
 *
 * Returns: (transfer full): the layout
 */
IjkChartLayout *
ijk_chart_layout_new (const IjkChartSpec        *spec,
                      const IjkLayoutParameters *parameters,
                      PangoContext              *context)
{
  const PangoFontDescription *description;
  IjkChartLayout *self;

  g_return_val_if_fail (spec != NULL && parameters != NULL && context != NULL, NULL);
  g_return_val_if_fail (parameters->width_px >= 1 && parameters->height_px >= 1, NULL);

  self = g_atomic_rc_box_new0 (IjkChartLayout);
  self->spec = ijk_chart_spec_ref (spec);
  self->parameters = *parameters;
  if (!(self->parameters.text_scale > 0))
    self->parameters.text_scale = 1;
  self->parameters.padding_px
    = MIN (parameters->padding_px, 0.07 * MIN (parameters->width_px, parameters->height_px));
  description = pango_context_get_font_description (context);
  if (description != NULL)
    self->family = g_strdup (pango_font_description_get_family (description));

  self->marks = ijk_mark_list_new ();
  self->stops = g_array_new (FALSE, FALSE, sizeof (IjkStop));
  self->taken = g_array_new (FALSE, FALSE, sizeof (IjkBox));
  self->meter = ijk_text_meter_new (context, self->parameters.text_scale);

  for (guint detail = 0; detail <= IJK_DETAIL_AXIS_TEXT; detail++)
    {
      reset (self, detail);
      ijk_layout_frame (self);
      if (lay_out_kind (self))
        break;
    }

  self->parameters.keeps_range_of = NULL;
  g_clear_pointer (&self->meter, ijk_text_meter_free);
  g_clear_pointer (&self->taken, g_array_unref);
  return self;
}

IjkChartLayout *
ijk_chart_layout_ref (const IjkChartLayout *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire ((gpointer) self);
}

static void
clear_layout (gpointer data)
{
  IjkChartLayout *self = data;

  ijk_chart_spec_unref (self->spec);
  ijk_mark_list_free (self->marks);
  g_array_unref (self->stops);
  g_free (self->family);
}

void
ijk_chart_layout_unref (const IjkChartLayout *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full ((gpointer) self, clear_layout);
}

const IjkChartSpec *
ijk_chart_layout_get_spec (const IjkChartLayout *self)
{
  return self->spec;
}

const IjkMarkList *
ijk_chart_layout_get_marks (const IjkChartLayout *self)
{
  return self->marks;
}

/**
 * ijk_chart_layout_get_family:
 *
 * The font family measured with, to draw with too.
 *
 * Returns: (transfer none) (nullable): the family
 */
const char *
ijk_chart_layout_get_family (const IjkChartLayout *self)
{
  return self->family;
}

double
ijk_chart_layout_get_width (const IjkChartLayout *self)
{
  return self->parameters.width_px;
}

double
ijk_chart_layout_get_height (const IjkChartLayout *self)
{
  return self->parameters.height_px;
}

double
ijk_chart_layout_get_text_scale (const IjkChartLayout *self)
{
  return self->parameters.text_scale;
}

/**
 * ijk_chart_layout_get_n_panels:
 *
 * How many panels are drawn: a sparkline shows only the first of its spec.
 */
guint
ijk_chart_layout_get_n_panels (const IjkChartLayout *self)
{
  return self->n_panels;
}

/**
 * ijk_chart_layout_get_plot:
 *
 * Where the data of a panel is drawn.
 */
IjkBox
ijk_chart_layout_get_plot (const IjkChartLayout *self,
                           guint                 panel)
{
  return self->panels[MIN (panel, 1)].plot;
}

/**
 * ijk_chart_layout_get_range:
 * @min: (out): value at the lower end of a panel's value axis
 * @max: (out): value at its upper end
 *
 * Says how far a value axis reaches, which lies flat below rows; both are 0 where there is none.
 */
void
ijk_chart_layout_get_range (const IjkChartLayout *self,
                            guint                 panel,
                            double               *min,
                            double               *max)
{
  const gboolean is_flat = self->spec->kind == IJK_CHART_ROWS;
  const gboolean has_panel = panel < self->n_panels;

  *min = !has_panel ? 0 : is_flat ? self->x_min : self->panels[panel].y_min;
  *max = !has_panel ? 0 : is_flat ? self->x_max : self->panels[panel].y_max;
}

/**
 * ijk_chart_layout_get_stops:
 *
 * Where a keyboard cursor stops, in order.
 *
 * Returns: (transfer none) (array length=n_stops): the stops
 */
const IjkStop *
ijk_chart_layout_get_stops (const IjkChartLayout *self,
                            guint                *n_stops)
{
  *n_stops = self->stops->len;
  return (const IjkStop *) self->stops->data;
}

/**
 * ijk_chart_layout_is_empty:
 *
 * Whether there was nothing to draw but a message.
 */
gboolean
ijk_chart_layout_is_empty (const IjkChartLayout *self)
{
  return self->is_empty;
}

/**
 * ijk_chart_layout_get_detail:
 *
 * How many kinds of detail had to go, in the order of the class comment; 0 for none.
 */
guint
ijk_chart_layout_get_detail (const IjkChartLayout *self)
{
  return self->detail;
}

double
ijk_chart_layout_x_to_px (const IjkChartLayout *self,
                          double                x)
{
  const IjkBox *plot = &self->panels[0].plot;

  return plot->x + plot->width * (x - self->x_min) / (self->x_max - self->x_min);
}

double
ijk_chart_layout_px_to_x (const IjkChartLayout *self,
                          double                x_px)
{
  const IjkBox *plot = &self->panels[0].plot;

  return self->x_min + (self->x_max - self->x_min) * (x_px - plot->x) / plot->width;
}

double
ijk_chart_layout_y_to_px (const IjkChartLayout *self,
                          guint                 panel,
                          double                y)
{
  const IjkLayoutPanel *layout_panel = &self->panels[MIN (panel, 1)];
  const IjkBox *plot = &layout_panel->plot;

  return plot->y
         + plot->height * (layout_panel->y_max - y) / (layout_panel->y_max - layout_panel->y_min);
}

double
ijk_chart_layout_px_to_y (const IjkChartLayout *self,
                          guint                 panel,
                          double                y_px)
{
  const IjkLayoutPanel *layout_panel = &self->panels[MIN (panel, 1)];
  const IjkBox *plot = &layout_panel->plot;

  return layout_panel->y_max
         - (layout_panel->y_max - layout_panel->y_min) * (y_px - plot->y) / plot->height;
}
