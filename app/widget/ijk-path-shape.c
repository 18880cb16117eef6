/* Conversions between points with a shape and points with lines.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-path-shape.h"

#include <math.h>

#define STRAIGHT 1e-9

void
ijk_path_shape_apply (IjkPathShape   shape,
                      const GArray  *points,
                      IjkLeverValue *value)
{
  g_return_if_fail (points != NULL && points->len > 0 && value != NULL);

  value->n_points = 0;
  for (guint i = 0; i < points->len; i++)
    {
      const IjkPathPoint *point = &g_array_index (points, IjkPathPoint, i);

      g_return_if_fail (value->n_points < G_N_ELEMENTS (value->points));
      value->points[value->n_points++] = *point;
      if (shape == IJK_PATH_HOLD)
        return;
      if (shape == IJK_PATH_STEPS && i + 1 < points->len)
        {
          const int next = g_array_index (points, IjkPathPoint, i + 1).year;

          if (next - 1 > point->year)
            value->points[value->n_points++] = (IjkPathPoint) { next - 1, point->value };
        }
    }
}

/* Whether between any two points the value either stays or changes within one year, and some value
 * does stay: then steps were meant. */
static gboolean
is_stepped (const IjkPathPoint *points,
            guint               n_points)
{
  gboolean has_flat = FALSE, has_jump = FALSE;

  for (guint i = 0; i + 1 < n_points; i++)
    {
      const gboolean is_flat = points[i].value == points[i + 1].value;

      if (!is_flat && points[i + 1].year != points[i].year + 1)
        return FALSE;
      has_flat |= is_flat;
      has_jump |= !is_flat;
    }
  return has_flat && has_jump;
}

IjkPathShape
ijk_path_shape_find (const IjkPathPoint *points,
                     guint               n_points,
                     GArray             *found)
{
  const gboolean has_steps = is_stepped (points, n_points);

  g_return_val_if_fail (points != NULL && n_points > 0 && found != NULL, IJK_PATH_LINES);

  g_array_set_size (found, 0);
  for (guint i = 0; i < n_points; i++)
    if (i == 0 || !has_steps || points[i].value != points[i - 1].value)
      g_array_append_val (found, points[i]);
  return n_points == 1 ? IJK_PATH_HOLD : has_steps ? IJK_PATH_STEPS : IJK_PATH_LINES;
}

void
ijk_path_find_corners (const double *yearly,
                       GArray       *found)
{
  const guint first = IJK_YEAR_INDEX (IJK_FIRST_FREE_YEAR);

  g_return_if_fail (yearly != NULL && found != NULL);

  g_array_set_size (found, 0);
  for (guint t = first; t < IJK_N_YEARS; t++)
    {
      const IjkPathPoint point = { IJK_FIRST_YEAR + (int) t, yearly[t] };
      const gboolean is_end = t == first || t + 1 == IJK_N_YEARS;

      if (!isfinite (yearly[t]))
        continue;
      if (is_end || !isfinite (yearly[t - 1]) || !isfinite (yearly[t + 1])
          || fabs (yearly[t + 1] - 2 * yearly[t] + yearly[t - 1])
               > STRAIGHT * MAX (1, fabs (yearly[t])))
        g_array_append_val (found, point);
    }
}
