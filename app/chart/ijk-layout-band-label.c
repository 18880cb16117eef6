/* Words on the data itself: inside a band of a stack, and beside the points of a path.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-chart-layout-private.h"

#include <math.h>

#define INSET 10         /* from the left edge of the plot */
#define N_POSITIONS 24   /* tried along a band */
#define AIR 1            /* above and below the words */
#define BOUNDARY_CLEARANCE 5 /* from the line where what is observed ends */
#define HANDLE_RADIUS 6

/* The curve's value at @x by straight lines; NAN in a gap. */
static double
interpolate (const double *xs,
             const double *ys,
             guint         n,
             double        x)
{
  for (guint i = 0; i + 1 < n; i++)
    if (x >= xs[i] && x <= xs[i + 1])
      return ys[i] + (ys[i + 1] - ys[i]) * (x - xs[i]) / (xs[i + 1] - xs[i]);
  return NAN;
}

/* The part of the band's height that is free all along from @left to @right, in pixels. */
static gboolean
find_room (const IjkChartLayout *self,
           guint                 panel,
           const double         *base,
           const double         *tip,
           double                left,
           double                right,
           double               *top,
           double               *bottom)
{
  const IjkChartSpec *spec = self->spec;
  const double from = ijk_chart_layout_px_to_x (self, left);
  const double to = ijk_chart_layout_px_to_x (self, right);

  *top = -INFINITY;
  *bottom = INFINITY;
  for (guint i = 0; i < spec->n_x + 2; i++)
    {
      const double x = i == 0 ? from : i == 1 ? to : spec->x[i - 2];
      double one, other;

      if (x < from || x > to)
        continue;
      one = ijk_chart_layout_y_to_px (self, panel, interpolate (spec->x, base, spec->n_x, x));
      other = ijk_chart_layout_y_to_px (self, panel, interpolate (spec->x, tip, spec->n_x, x));
      if (isnan (one) || isnan (other))
        return FALSE;
      *top = MAX (*top, MIN (one, other));
      *bottom = MIN (*bottom, MAX (one, other));
    }
  return TRUE;
}

/* Where the words of a band stand at this distance from its left end, in the middle of its height. */
static gboolean
find_box (const IjkChartLayout *self,
          guint                 i_series,
          const IjkStack       *areas,
          guint                 sign,
          double                left,
          IjkTextSize           size,
          IjkBox               *box)
{
  const gsize at = (gsize) i_series * areas->n_x;
  double top, bottom;

  if (!find_room (self, self->spec->series[i_series].panel, areas->base[sign] + at,
                  areas->tip[sign] + at, left - 2, left + size.width + 2, &top, &bottom)
      || bottom - top < size.height - 2 * AIR)
    return FALSE;
  *box = (IjkBox) { left, (top + bottom - size.height) / 2, size.width, size.height };
  return TRUE;
}

/**
 * ijk_layout_band_label:
 *
 * Writes the name of a stacked series inside its band: clear of the end of what is observed, and as
 * far to the left as no line runs through it. Where lines run everywhere it has a halo in the colour
 * of the band.
 *
 * Returns: FALSE if there is no room
 */
gboolean
ijk_layout_band_label (IjkChartLayout *self,
                       guint           i_series,
                       const IjkStack *areas)
{
  const IjkChartSeries *series = &self->spec->series[i_series];
  const IjkBox *plot = &self->panels[series->panel].plot;
  const IjkTextSize size = ijk_text_meter_measure (self->meter, IJK_TYPE_STRONG, series->label);
  const double inset = ijk_layout_scale (self, INSET);
  const double clearance = ijk_layout_scale (self, BOUNDARY_CLEARANCE);
  const double room = plot->width - 2 * inset - size.width;
  const double boundary_px = isfinite (self->spec->boundary.x)
                               ? ijk_chart_layout_x_to_px (self, self->spec->boundary.x)
                               : INFINITY;

  if (room < 0)
    return FALSE;
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i <= N_POSITIONS; i++)
      for (guint sign = 0; sign < 2; sign++)
        {
          const double left = plot->x + inset + room * i / N_POSITIONS;
          const gboolean is_striped = sign == 1 || series->pattern != IJK_PATTERN_NONE;
          IjkMark words = {
            .text = series->label,
            .type = IJK_TYPE_STRONG,
            .part = IJK_PART_SERIES,
            .i_part = i_series,
            .is_on_fill = TRUE,
            .fill = series->role,
            .tone = ijk_layout_surface_tone (series, left > boundary_px),
            .halo = is_striped ? IJK_ROLE_CARD : IJK_ROLE_NONE,
          };
          IjkBox box;

          if ((left - clearance < boundary_px && left + size.width + clearance > boundary_px)
              || !find_box (self, i_series, areas, sign, left, size, &box))
            continue;
          if (ijk_layout_crosses_line (self, &box, IJK_NO_INDEX))
            {
              if (pass == 0)
                continue;
              words.halo = is_striped ? IJK_ROLE_CARD : words.fill;
            }
          if (ijk_layout_text (self, &words, &box))
            return TRUE;
        }
  return FALSE;
}

/* Keeps words off the points themselves. */
void
ijk_layout_take_handles (IjkChartLayout *self)
{
  const IjkChartSpec *spec = self->spec;

  for (guint i = 0; i < spec->n_handles; i++)
    {
      const IjkChartHandle *handle = &spec->handles[i];
      const IjkChartSeries *series = &spec->series[handle->series];
      const double value = series->values != NULL ? series->values[handle->i_x] : (double) NAN;
      const double x = ijk_chart_layout_x_to_px (self, spec->x[handle->i_x]);
      const double y = ijk_chart_layout_y_to_px (self, series->panel, value);
      const IjkBox box = { x - HANDLE_RADIUS, y - HANDLE_RADIUS, 2 * HANDLE_RADIUS,
                           2 * HANDLE_RADIUS };

      if (isfinite (value))
        ijk_layout_take (self, &box);
    }
}

static void
label_handle (IjkChartLayout *self,
              guint           i_handle)
{
  /* Where the text's centre is, in units of the distance from the point. */
  static const IjkPoint sides[] = {
    { 0.9, -0.9 }, { 0, -1.1 }, { 1.1, 0 }, { -0.9, -0.9 }, { 0.9, 0.9 }, { 0, 1.1 }, { -1.1, 0 },
    { -0.9, 0.9 },
  };
  const IjkChartSpec *spec = self->spec;
  const IjkChartHandle *handle = &spec->handles[i_handle];
  const IjkChartSeries *series = &spec->series[handle->series];
  const IjkBox *plot = &self->panels[series->panel].plot;
  const double value = series->values[handle->i_x];
  g_autofree char *text = ijk_number_format (&spec->panels[series->panel].axis.format, value);
  const IjkMark words = {
    .text = text,
    .type = handle->is_movable ? IJK_TYPE_STRONG : IJK_TYPE_AXIS,
    .part = IJK_PART_HANDLE,
    .i_part = i_handle,
    .stroke = handle->is_movable ? IJK_ROLE_ACCENT_TEXT : IJK_ROLE_TEXT_DIM,
  };
  const IjkTextSize size = ijk_text_meter_measure (self->meter, words.type, text);
  const double x = ijk_chart_layout_x_to_px (self, spec->x[handle->i_x]);
  const double y = ijk_chart_layout_y_to_px (self, series->panel, value);
  const double reach = HANDLE_RADIUS + ijk_layout_scale (self, 3);

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      const IjkBox box = {
        x + sides[i].x * (reach + size.width / 2) - size.width / 2,
        y + sides[i].y * (reach + size.height / 2) - size.height / 2,
        size.width,
        size.height,
      };

      if (box.y + box.height <= plot->y + plot->height
          && !ijk_layout_crosses_line (self, &box, IJK_NO_INDEX)
          && ijk_layout_text (self, &words, &box))
        return;
    }
}

/**
 * ijk_layout_handle_labels:
 *
 * Writes the value beside each point of a path, where it stands clear of every line. Those that can
 * be moved come first, and of these the last.
 */
void
ijk_layout_handle_labels (IjkChartLayout *self)
{
  const IjkChartSpec *spec = self->spec;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = spec->n_handles; i-- > 0;)
      {
        const IjkChartHandle *handle = &spec->handles[i];
        const double *values = spec->series[handle->series].values;

        if (handle->is_movable == (pass == 0) && values != NULL && isfinite (values[handle->i_x]))
          label_handle (self, i);
      }
}
