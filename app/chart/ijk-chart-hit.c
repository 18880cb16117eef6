/* Questions that a pointer or a keyboard asks of a layout. They are answered from the same marks
 * that are painted.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-chart-hit.h"

#include <math.h>

#include "ijk-chart-overlay.h"

#define LINE_SLACK 4
#define MARKER_SLACK 4
#define BUBBLE_GAP 14
#define N_BUBBLE_ROWS 6 /* heights tried */

static const IjkChartHit NOTHING = { IJK_PART_NONE, IJK_NO_INDEX, IJK_NO_INDEX, 0 };

/* The nearest handle within reach; it wins from everything, because it can be moved. */
static gboolean
pick_handle (const IjkChartLayout *self,
             double                x_px,
             double                y_px,
             IjkChartHit          *hit)
{
  const IjkChartSpec *spec = ijk_chart_layout_get_spec (self);
  double nearest = IJK_HANDLE_HIT_RADIUS;

  if (spec->kind != IJK_CHART_TIME)
    return FALSE;
  for (guint i = 0; i < spec->n_handles; i++)
    {
      const IjkChartHandle *handle = &spec->handles[i];
      const IjkChartSeries *series = &spec->series[handle->series];
      const double value = series->values != NULL ? series->values[handle->i_x] : (double) NAN;
      const double distance
        = hypot (x_px - ijk_chart_layout_x_to_px (self, spec->x[handle->i_x]),
                 y_px - ijk_chart_layout_y_to_px (self, series->panel, value));

      if (distance <= nearest)
        {
          nearest = distance;
          *hit = (IjkChartHit) { IJK_PART_HANDLE, i, handle->i_x, series->panel };
        }
    }
  return nearest < IJK_HANDLE_HIT_RADIUS;
}

static guint
nearest_x (const IjkChartLayout *self,
           double                x_px)
{
  const IjkChartSpec *spec = ijk_chart_layout_get_spec (self);
  const double x = ijk_chart_layout_px_to_x (self, x_px);
  guint nearest = IJK_NO_INDEX;

  for (guint i = 0; i < spec->n_x; i++)
    if (nearest == IJK_NO_INDEX || fabs (spec->x[i] - x) < fabs (spec->x[nearest] - x))
      nearest = i;
  return nearest;
}

/**
 * ijk_chart_layout_pick:
 *
 * Finds what of the data is at that point: a handle within its hit radius, else what was painted
 * last there. For a series the nearest datum comes with it.
 */
IjkChartHit
ijk_chart_layout_pick (const IjkChartLayout *self,
                       double                x_px,
                       double                y_px)
{
  const IjkMarkList *list;
  IjkChartHit hit = NOTHING;

  g_return_val_if_fail (self != NULL, NOTHING);

  if (ijk_chart_layout_is_empty (self) || pick_handle (self, x_px, y_px, &hit))
    return hit;
  list = ijk_chart_layout_get_marks (self);
  for (guint layer = IJK_N_LAYERS; layer-- > 0;)
    {
      const double slack = layer == IJK_LAYER_LINE     ? LINE_SLACK
                           : layer == IJK_LAYER_MARKER ? MARKER_SLACK
                                                       : 0;
      guint n_marks;
      const IjkMark *marks = ijk_mark_list_get (list, layer, &n_marks);

      for (guint i = n_marks; i-- > 0;)
        {
          const IjkMark *mark = &marks[i];
          const double own_slack = mark->kind == IJK_MARK_LINE ? LINE_SLACK : slack;

          if (mark->part == IJK_PART_NONE || mark->part == IJK_PART_X_TICK
              || !ijk_mark_contains (list, mark, x_px, y_px, own_slack))
            continue;
          hit = (IjkChartHit) { mark->part, mark->i_part, mark->i_x, mark->panel };
          if (mark->part == IJK_PART_SERIES && hit.i_x == IJK_NO_INDEX)
            hit.i_x = nearest_x (self, x_px);
          return hit;
        }
    }
  return NOTHING;
}

/**
 * ijk_chart_layout_find_stop:
 *
 * The stop of the keyboard cursor nearest to a point: along the rows for rows, else along x.
 *
 * Returns: its position among the stops, or IJK_NO_INDEX without any
 */
guint
ijk_chart_layout_find_stop (const IjkChartLayout *self,
                            double                x_px,
                            double                y_px)
{
  const gboolean is_rows = ijk_chart_layout_get_spec (self)->kind == IJK_CHART_ROWS;
  double nearest_distance = INFINITY;
  guint nearest = IJK_NO_INDEX, n_stops;
  const IjkStop *stops = ijk_chart_layout_get_stops (self, &n_stops);

  for (guint i = 0; i < n_stops; i++)
    {
      const double distance = is_rows ? fabs (stops[i].y_px - y_px) : fabs (stops[i].x_px - x_px);

      if (distance < nearest_distance)
        {
          nearest_distance = distance;
          nearest = i;
        }
    }
  return nearest;
}

/* How much of the data and of the words a bubble there would hide. */
static double
cost_of (const IjkChartLayout *self,
         const IjkBox         *box)
{
  const IjkMarkList *list = ijk_chart_layout_get_marks (self);
  double cost = 0;

  for (IjkLayer layer = IJK_LAYER_DATA; layer < IJK_N_LAYERS; layer++)
    {
      guint n_marks;
      const IjkMark *marks = ijk_mark_list_get (list, layer, &n_marks);

      for (guint i = 0; i < n_marks; i++)
        {
          const IjkPoint *points;

          if (!ijk_box_overlaps (box, &marks[i].box))
            continue;
          if (marks[i].kind == IJK_MARK_TEXT || marks[i].kind == IJK_MARK_SYMBOL)
            cost += 10;
          if (marks[i].kind != IJK_MARK_LINE && marks[i].kind != IJK_MARK_POLYGON)
            continue;
          points = ijk_mark_get_points (list, &marks[i]);
          for (guint k = 0; k + 1 < marks[i].n_points; k++)
            cost += ijk_box_crosses_line (box, points[k], points[k + 1]);
        }
    }
  return cost;
}

/**
 * ijk_chart_layout_place_bubble:
 * @x_px: of the cursor, which the bubble keeps clear of
 *
 * Finds where a bubble of that size hides least, on either side of the cursor. Text that runs from
 * right to left changes nothing: the axis does not.
 */
IjkBox
ijk_chart_layout_place_bubble (const IjkChartLayout *self,
                               double                x_px,
                               double                width_px,
                               double                height_px)
{
  const IjkBox plot = ijk_chart_layout_get_plot (self, 0);
  const double most_x = MAX (0, ijk_chart_layout_get_width (self) - width_px);
  const double most_y = MAX (0, ijk_chart_layout_get_height (self) - height_px);
  IjkBox best = { 0, 0, width_px, height_px };
  double least = INFINITY;

  for (guint side = 0; side < 2; side++)
    for (guint i = 0; i < N_BUBBLE_ROWS; i++)
      {
        const double x = side == 0 ? x_px + BUBBLE_GAP : x_px - BUBBLE_GAP - width_px;
        const double y = plot.y + (plot.height - height_px) * i / (N_BUBBLE_ROWS - 1);
        const IjkBox box = { CLAMP (x, 0, most_x), CLAMP (y, 0, most_y), width_px, height_px };
        const gboolean hides_cursor = box.x < x_px && box.x + width_px > x_px;
        const double cost = cost_of (self, &box) + (hides_cursor ? 1000 : 0) + i * 0.1 + side * 0.5;

        if (cost < least)
          {
            least = cost;
            best = box;
          }
      }
  return best;
}

static void
clear_row (gpointer data)
{
  g_free (((IjkTooltipRow *) data)->text);
}

/**
 * ijk_chart_spec_list_values:
 * @i_x: a datum of a time chart
 *
 * Lists what every labelled series says there, in the order of the series; a missing value is an en
 * dash.
 *
 * Returns: (transfer full) (element-type IjkTooltipRow): the rows
 */
GArray *
ijk_chart_spec_list_values (const IjkChartSpec *spec,
                            guint               i_x)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (IjkTooltipRow));

  g_array_set_clear_func (rows, clear_row);
  g_return_val_if_fail (spec != NULL, rows);

  for (guint i = 0; i < spec->n_series; i++)
    {
      const IjkChartSeries *series = &spec->series[i];
      const IjkNumberFormat *format = &spec->panels[series->panel].axis.format;
      IjkTooltipRow row = { i, NAN, NULL };

      if (series->label == NULL || series->values == NULL || i_x >= series->n_values)
        continue;
      row.value = series->values[i_x];
      row.text = ijk_number_format (format, row.value);
      g_array_append_val (rows, row);
    }
  return rows;
}
