/* The list of marks and the plane geometry that is asked of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-mark.h"

#include <math.h>

/* Half the diagonal, or the radius, in pixels. */
#define DIAMOND_RADIUS 6.5
#define DOT_RADIUS 3.5
#define RING_RADIUS 6.0
#define SQUARE_RADIUS 3.0

IjkMarkList *
ijk_mark_list_new (void)
{
  IjkMarkList *self = g_new0 (IjkMarkList, 1);

  for (guint i = 0; i < IJK_N_LAYERS; i++)
    self->layers[i] = g_array_new (FALSE, FALSE, sizeof (IjkMark));
  self->points = g_array_new (FALSE, FALSE, sizeof (IjkPoint));
  self->strings = g_string_chunk_new (512);
  return self;
}

void
ijk_mark_list_free (IjkMarkList *self)
{
  for (guint i = 0; i < IJK_N_LAYERS; i++)
    g_array_unref (self->layers[i]);
  g_array_unref (self->points);
  g_string_chunk_free (self->strings);
  g_free (self);
}

void
ijk_mark_list_clear (IjkMarkList *self)
{
  for (guint i = 0; i < IJK_N_LAYERS; i++)
    g_array_set_size (self->layers[i], 0);
  g_array_set_size (self->points, 0);
  g_string_chunk_clear (self->strings);
}

/**
 * ijk_mark_list_add:
 *
 * Adds a mark without points in front of the others of its layer; its text is copied.
 *
 * Returns: (transfer none): the copy in the list, until the next one is added
 */
IjkMark *
ijk_mark_list_add (IjkMarkList   *self,
                   IjkLayer       layer,
                   const IjkMark *mark)
{
  IjkMark kept = *mark;

  if (kept.text != NULL)
    kept.text = g_string_chunk_insert_const (self->strings, kept.text);
  g_array_append_val (self->layers[layer], kept);
  return &g_array_index (self->layers[layer], IjkMark, self->layers[layer]->len - 1);
}

/**
 * ijk_mark_list_add_shape:
 * @points: (array length=n_points): at least one, all finite
 *
 * Adds a polygon or line; works out its box.
 *
 * Returns: (transfer none): the copy in the list, until the next one is added
 */
IjkMark *
ijk_mark_list_add_shape (IjkMarkList    *self,
                         IjkLayer        layer,
                         const IjkMark  *mark,
                         const IjkPoint *points,
                         guint           n_points)
{
  double left = points[0].x, right = left, top = points[0].y, bottom = top;
  IjkMark *kept = ijk_mark_list_add (self, layer, mark);

  for (guint i = 1; i < n_points; i++)
    {
      left = MIN (left, points[i].x);
      right = MAX (right, points[i].x);
      top = MIN (top, points[i].y);
      bottom = MAX (bottom, points[i].y);
    }
  kept->box = (IjkBox) { left, top, right - left, bottom - top };
  kept->first_point = self->points->len;
  kept->n_points = n_points;
  g_array_append_vals (self->points, points, n_points);
  return kept;
}

const IjkMark *
ijk_mark_list_get (const IjkMarkList *self,
                   IjkLayer           layer,
                   guint             *n_marks)
{
  *n_marks = self->layers[layer]->len;
  return (const IjkMark *) self->layers[layer]->data;
}

const IjkPoint *
ijk_mark_get_points (const IjkMarkList *self,
                     const IjkMark     *mark)
{
  return &g_array_index (self->points, IjkPoint, mark->first_point);
}

double
ijk_symbol_get_radius (IjkSymbol symbol)
{
  switch (symbol)
    {
    case IJK_SYMBOL_DIAMOND:
    case IJK_SYMBOL_HOLLOW_DIAMOND:
      return DIAMOND_RADIUS;
    case IJK_SYMBOL_DOT:
      return DOT_RADIUS;
    case IJK_SYMBOL_RING:
      return RING_RADIUS;
    case IJK_SYMBOL_SQUARE:
      return SQUARE_RADIUS;
    }
  return 0;
}

static double
distance_to_segment (IjkPoint a,
                     IjkPoint b,
                     double   x,
                     double   y)
{
  const double dx = b.x - a.x;
  const double dy = b.y - a.y;
  const double length2 = dx * dx + dy * dy;
  const double t = length2 > 0 ? CLAMP (((x - a.x) * dx + (y - a.y) * dy) / length2, 0, 1) : 0;

  return hypot (x - a.x - t * dx, y - a.y - t * dy);
}

static gboolean
is_in_polygon (const IjkPoint *points,
               guint           n_points,
               double          x,
               double          y)
{
  gboolean is_inside = FALSE;

  for (guint i = 0, j = n_points - 1; i < n_points; j = i++)
    if ((points[i].y > y) != (points[j].y > y)
        && x < points[i].x
                 + (points[j].x - points[i].x) * (y - points[i].y) / (points[j].y - points[i].y))
      is_inside = !is_inside;
  return is_inside;
}

/**
 * ijk_mark_contains:
 * @slack_px: how far beside a line, symbol or box still counts
 *
 * Whether the mark is under that point.
 */
gboolean
ijk_mark_contains (const IjkMarkList *self,
                   const IjkMark     *mark,
                   double             x,
                   double             y,
                   double             slack_px)
{
  const IjkBox *box = &mark->box;
  const double reach = slack_px + mark->width_px / 2;
  const IjkPoint *points;

  if (x < box->x - reach || x > box->x + box->width + reach || y < box->y - reach
      || y > box->y + box->height + reach)
    return FALSE;

  switch (mark->kind)
    {
    case IJK_MARK_POLYGON:
      points = ijk_mark_get_points (self, mark);
      return is_in_polygon (points, mark->n_points, x, y);
    case IJK_MARK_LINE:
      points = ijk_mark_get_points (self, mark);
      for (guint i = 0; i + 1 < mark->n_points; i++)
        if (distance_to_segment (points[i], points[i + 1], x, y) <= reach)
          return TRUE;
      return FALSE;
    case IJK_MARK_SYMBOL:
      return hypot (x - box->x - box->width / 2, y - box->y - box->height / 2)
             <= box->width / 2 + slack_px;
    case IJK_MARK_BOX:
    case IJK_MARK_TEXT:
    case IJK_MARK_FIELD:
      return TRUE;
    }
  return FALSE;
}

gboolean
ijk_box_overlaps (const IjkBox *a,
                  const IjkBox *b)
{
  /* Boxes that only touch may differ in their last bits. */
  const double slack = 1e-6;

  return a->x + slack < b->x + b->width && b->x + slack < a->x + a->width
         && a->y + slack < b->y + b->height && b->y + slack < a->y + a->height;
}

gboolean
ijk_box_contains (const IjkBox *outer,
                  const IjkBox *inner,
                  double        slack_px)
{
  return inner->x >= outer->x - slack_px && inner->y >= outer->y - slack_px
         && inner->x + inner->width <= outer->x + outer->width + slack_px
         && inner->y + inner->height <= outer->y + outer->height + slack_px;
}

/**
 * ijk_box_crosses_line:
 *
 * Whether the straight line from @a to @b runs through the box (Liang and Barsky 1984).
 */
gboolean
ijk_box_crosses_line (const IjkBox *box,
                      IjkPoint      a,
                      IjkPoint      b)
{
  const double moves[4] = { a.x - b.x, b.x - a.x, a.y - b.y, b.y - a.y };
  const double rooms[4] = { a.x - box->x, box->x + box->width - a.x, a.y - box->y,
                            box->y + box->height - a.y };
  double enter = 0, leave = 1;

  for (guint i = 0; i < 4; i++)
    if (moves[i] < 0)
      enter = MAX (enter, rooms[i] / moves[i]);
    else if (moves[i] > 0)
      leave = MIN (leave, rooms[i] / moves[i]);
    else if (rooms[i] < 0)
      return FALSE;
  return enter <= leave;
}
