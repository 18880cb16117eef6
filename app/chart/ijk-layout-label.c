/* Words that do not overlap: what is taken, and labels beside the data's end that push each other
 * apart.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-chart-layout-private.h"

#include <math.h>
#include <string.h>

#define LABEL_PITCH 13   /* least distance of labels at the data's end */
#define LEADER_LENGTH 14 /* room between plot and labels */
#define KEY_SIZE 10
#define KEY_AIR 2 /* between a key and words before it */

/**
 * ijk_layout_is_free:
 *
 * Whether words may stand there: inside the picture and clear of all others.
 */
gboolean
ijk_layout_is_free (const IjkChartLayout *self,
                    const IjkBox         *box)
{
  const IjkBox canvas = { 0, 0, self->parameters.width_px, self->parameters.height_px };

  if (!(box->width > 0 && box->height > 0) || !ijk_box_contains (&canvas, box, 1e-6))
    return FALSE;
  for (guint i = 0; i < self->taken->len; i++)
    if (ijk_box_overlaps (box, &g_array_index (self->taken, IjkBox, i)))
      return FALSE;
  return TRUE;
}

void
ijk_layout_take (IjkChartLayout *self,
                 const IjkBox   *box)
{
  g_array_append_val (self->taken, *box);
}

/**
 * ijk_layout_crosses_line:
 * @except_series: whose lines may run under it; IJK_NO_INDEX for none
 *
 * Whether a drawn line of the data runs through the box.
 */
gboolean
ijk_layout_crosses_line (const IjkChartLayout *self,
                         const IjkBox         *box,
                         guint                 except_series)
{
  guint n_marks;
  const IjkMark *marks = ijk_mark_list_get (self->marks, IJK_LAYER_LINE, &n_marks);

  for (guint i = 0; i < n_marks; i++)
    {
      const IjkPoint *points;

      if (marks[i].kind != IJK_MARK_LINE || marks[i].part != IJK_PART_SERIES
          || marks[i].i_part == except_series)
        continue;
      points = ijk_mark_get_points (self->marks, &marks[i]);
      for (guint j = 0; j + 1 < marks[i].n_points; j++)
        if (ijk_box_crosses_line (box, points[j], points[j + 1]))
          return TRUE;
    }
  return FALSE;
}

/**
 * ijk_layout_text_box:
 * @x_share: which part of the text's width lies left of @x: 0, 0.5 or 1
 * @y_share: which part of its height lies above @y
 *
 * The box of a text put at a point.
 */
IjkBox
ijk_layout_text_box (IjkChartLayout *self,
                     IjkType         type,
                     const char     *text,
                     double          x,
                     double          y,
                     double          x_share,
                     double          y_share)
{
  const IjkTextSize size = ijk_text_meter_measure (self->meter, type, text);

  return (IjkBox) { x - x_share * size.width, y - y_share * size.height, size.width, size.height };
}

/**
 * ijk_layout_text:
 *
 * Places words if their box is free, and takes it.
 *
 * Returns: whether they were placed
 */
gboolean
ijk_layout_text (IjkChartLayout *self,
                 const IjkMark  *mark,
                 const IjkBox   *box)
{
  IjkMark kept = *mark;

  if (mark->text == NULL || mark->text[0] == '\0' || !ijk_layout_is_free (self, box))
    return FALSE;
  kept.kind = IJK_MARK_TEXT;
  kept.i_x = IJK_NO_INDEX;
  kept.box = *box;
  if (kept.part == IJK_PART_NONE)
    kept.i_part = IJK_NO_INDEX;
  ijk_mark_list_add (self->marks, IJK_LAYER_LABEL, &kept);
  ijk_layout_take (self, box);
  return TRUE;
}

/**
 * ijk_spread_positions:
 * @centres: (array length=n_centres) (inout): where the labels want to be, ascending
 * @heights: (array length=n_centres): how much room each takes
 *
 * Moves labels as little as possible (least squares) until none overlap, keeping their order: pools
 * neighbours that collide and puts each pool at its mean, as isotonic regression does (pool
 * adjacent violators, Ayer et al. 1955). Overflows at @high if there is not enough room.
 */
void
ijk_spread_positions (double       *centres,
                      const double *heights,
                      guint         n_centres,
                      double        low,
                      double        high)
{
  g_autofree double *tops = g_new (double, n_centres + 1);
  g_autofree double *sizes = g_new (double, n_centres + 1);
  g_autofree guint *counts = g_new (guint, n_centres + 1);
  guint n_pools = 0, i_label = 0;

  for (guint i = 0; i < n_centres; i++)
    {
      tops[n_pools] = centres[i] - heights[i] / 2;
      sizes[n_pools] = heights[i];
      counts[n_pools] = 1;
      n_pools++;
      for (;;)
        {
          double *top = &tops[n_pools - 1];
          guint n_above, n_below;

          *top = MAX (low, MIN (*top, high - sizes[n_pools - 1]));
          if (n_pools < 2 || tops[n_pools - 2] + sizes[n_pools - 2] <= *top)
            break;
          /* Each label wishes the joint top to be its own wish less what lies above it. */
          n_above = counts[n_pools - 2];
          n_below = counts[n_pools - 1];
          tops[n_pools - 2] = (n_above * tops[n_pools - 2]
                               + n_below * (*top - sizes[n_pools - 2]))
                              / (n_above + n_below);
          sizes[n_pools - 2] += sizes[n_pools - 1];
          counts[n_pools - 2] = n_above + n_below;
          n_pools--;
        }
    }

  for (guint i = 0; i < n_pools; i++)
    for (double y = tops[i]; counts[i] > 0; counts[i]--, i_label++)
      {
        centres[i_label] = y + heights[i_label] / 2;
        y += heights[i_label];
      }
}

static IjkType
type_of (const IjkEndLabel *label)
{
  return label->is_strong ? IJK_TYPE_STRONG : IJK_TYPE_LABEL;
}

static double
key_room (const IjkChartLayout *self,
          const IjkEndLabel    *label)
{
  return label->has_key ? ijk_layout_scale (self, KEY_SIZE + 6) : 0;
}

/**
 * ijk_layout_end_label_width:
 *
 * How wide the column of labels must be, leaders included; 0 without labels.
 */
double
ijk_layout_end_label_width (IjkChartLayout    *self,
                            const IjkEndLabel *labels,
                            guint              n_labels)
{
  double width = 0;

  for (guint i = 0; i < n_labels; i++)
    {
      const IjkTextSize size
        = ijk_text_meter_measure (self->meter, type_of (&labels[i]), labels[i].text);

      width = MAX (width, size.width + key_room (self, &labels[i]));
    }
  return width > 0 ? width + ijk_layout_scale (self, LEADER_LENGTH) : 0;
}

static int
compare_anchors (gconstpointer a,
                 gconstpointer b)
{
  const IjkEndLabel *one = *(const IjkEndLabel *const *) a;
  const IjkEndLabel *other = *(const IjkEndLabel *const *) b;

  if (one->anchor.y != other->anchor.y)
    return one->anchor.y < other->anchor.y ? -1 : 1;
  return (one > other) - (one < other);
}

static void
draw_leader (IjkChartLayout    *self,
             const IjkEndLabel *label,
             double             plot_right,
             double             text_x,
             double             y)
{
  const double start = MIN (label->anchor.x, plot_right) + 3;
  const IjkPoint points[]
    = { { start, label->anchor.y }, { MAX (plot_right, start) + 1, label->anchor.y },
        { text_x - 2, y } };

  if (fabs (y - label->anchor.y) < 3 && plot_right - label->anchor.x < 3)
    return;
  ijk_mark_list_add_shape (self->marks, IJK_LAYER_KEY,
                           &(IjkMark) { .kind = IJK_MARK_LINE, .i_part = IJK_NO_INDEX,
                                        .i_x = IJK_NO_INDEX, .stroke = label->role,
                                        .width_px = 1 },
                           points, 3);
}

static gboolean
place_end_label (IjkChartLayout    *self,
                 const IjkEndLabel *label,
                 double             column_x,
                 double             y)
{
  const double text_x
    = column_x + ijk_layout_scale (self, LEADER_LENGTH) + key_room (self, label);
  const IjkBox box = ijk_layout_text_box (self, type_of (label), label->text, text_x, y, 0, 0.5);
  const double key = ijk_layout_scale (self, KEY_SIZE);
  const IjkMark words = {
    .text = label->text,
    .type = type_of (label),
    .part = label->part,
    .i_part = label->i_part,
    .stroke = label->has_key ? IJK_ROLE_TEXT : label->role,
  };
  const IjkBox sign = { text_x - key_room (self, label), y - key / 2, key, key };
  const IjkBox before = { sign.x - KEY_AIR, box.y, box.x - sign.x + KEY_AIR, box.height };

  if ((label->has_key && !ijk_layout_is_free (self, &before))
      || !ijk_layout_text (self, &words, &box))
    return FALSE;
  if (label->has_key)
    {
      ijk_layout_take (self, &before);
      ijk_mark_list_add (self->marks, IJK_LAYER_KEY,
                         &(IjkMark) { .kind = IJK_MARK_BOX, .i_part = IJK_NO_INDEX,
                                      .i_x = IJK_NO_INDEX, .box = sign, .fill = label->role,
                                      .tone = label->tone, .pattern = label->pattern,
                                      .radius_px = 2 });
    }
  else
    draw_leader (self, label, column_x, text_x, y);
  return TRUE;
}

/**
 * ijk_layout_end_labels:
 * @column_x: right edge of the plot, where the column begins
 * @top: of the room for labels
 * @bottom: of the room for labels
 *
 * Places the labels beside the ends of their data, with a leader where they had to move.
 *
 * Returns: FALSE if they do not all fit
 */
gboolean
ijk_layout_end_labels (IjkChartLayout    *self,
                       const IjkEndLabel *labels,
                       guint              n_labels,
                       double             column_x,
                       double             column_width,
                       double             top,
                       double             bottom)
{
  g_autofree const IjkEndLabel **sorted = g_new (const IjkEndLabel *, n_labels + 1);
  g_autofree double *centres = g_new (double, n_labels + 1);
  g_autofree double *heights = g_new (double, n_labels + 1);
  double total = 0;

  for (guint i = 0; i < n_labels; i++)
    sorted[i] = &labels[i];
  qsort (sorted, n_labels, sizeof *sorted, compare_anchors);
  for (guint i = 0; i < n_labels; i++)
    {
      const IjkTextSize size
        = ijk_text_meter_measure (self->meter, type_of (sorted[i]), sorted[i]->text);

      centres[i] = sorted[i]->anchor.y;
      heights[i] = MAX (size.height, ijk_layout_scale (self, LABEL_PITCH));
      total += heights[i];
      if (size.width + key_room (self, sorted[i]) + ijk_layout_scale (self, LEADER_LENGTH)
          > column_width + 0.5)
        return FALSE;
    }
  if (total > bottom - top)
    return FALSE;

  ijk_spread_positions (centres, heights, n_labels, top, bottom);
  for (guint i = 0; i < n_labels; i++)
    if (!place_end_label (self, sorted[i], column_x, centres[i]))
      return FALSE;
  return TRUE;
}
