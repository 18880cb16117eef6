/* Marching squares: the points where a level crosses the edges of the grid, joined cell by cell into
 * lines. A saddle is resolved by the mean of its corners. Cells with an unknown corner are left out,
 * so lines end there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-isoline.h"

#include <math.h>

#define NO_EDGE G_MAXUINT

/* Edges are numbered: first all level ones, then all upright ones, by their lower left point. Each is
 * crossed once at most and has a neighbouring crossing in each of its two cells. */
typedef struct
{
  const IjkField *field;
  double level;
  guint (*next)[2]; /* (owned): per edge */
  guint n_edges;
} Tracer;

static guint
level_edge (const Tracer *tracer,
            guint         i,
            guint         j)
{
  return j * tracer->field->n_columns + i;
}

static guint
upright_edge (const Tracer *tracer,
              guint         i,
              guint         j)
{
  return tracer->n_edges / 2 + j * tracer->field->n_columns + i;
}

static double
value_at (const IjkField *field,
          guint           i,
          guint           j)
{
  return field->values[(gsize) j * field->n_columns + i];
}

static IjkPoint
crossing (const Tracer *tracer,
          guint         edge)
{
  const IjkField *field = tracer->field;
  const gboolean is_upright = edge >= tracer->n_edges / 2;
  const guint at = is_upright ? edge - tracer->n_edges / 2 : edge;
  const guint i = at % field->n_columns;
  const guint j = at / field->n_columns;
  const double from = value_at (field, i, j);
  const double to = is_upright ? value_at (field, i, j + 1) : value_at (field, i + 1, j);
  const double t = (tracer->level - from) / (to - from);

  if (is_upright)
    return (IjkPoint) { field->x[i], field->y[j] + t * (field->y[j + 1] - field->y[j]) };
  return (IjkPoint) { field->x[i] + t * (field->x[i + 1] - field->x[i]), field->y[j] };
}

static void
join (Tracer *tracer,
      guint   a,
      guint   b)
{
  tracer->next[a][tracer->next[a][0] != NO_EDGE] = b;
  tracer->next[b][tracer->next[b][0] != NO_EDGE] = a;
}

static void
trace_cell (Tracer *tracer,
            guint   i,
            guint   j)
{
  const IjkField *field = tracer->field;
  /* Corners and edges anticlockwise from the lower left point and the lower edge. */
  const double values[4] = { value_at (field, i, j), value_at (field, i + 1, j),
                             value_at (field, i + 1, j + 1), value_at (field, i, j + 1) };
  const guint edges[4] = { level_edge (tracer, i, j), upright_edge (tracer, i + 1, j),
                           level_edge (tracer, i, j + 1), upright_edge (tracer, i, j) };
  guint crossed[4], n_crossed = 0;
  double mean = 0;

  for (guint k = 0; k < 4; k++)
    {
      if (!isfinite (values[k]))
        return;
      mean += values[k] / 4;
    }
  for (guint k = 0; k < 4; k++)
    if ((values[k] >= tracer->level) != (values[(k + 1) % 4] >= tracer->level))
      crossed[n_crossed++] = edges[k];

  if (n_crossed == 2)
    join (tracer, crossed[0], crossed[1]);
  else if (n_crossed == 4)
    {
      /* The corner that differs from the middle is cut off. */
      const guint shift = (values[0] >= tracer->level) != (mean >= tracer->level) ? 1 : 0;

      join (tracer, crossed[0], crossed[shift ? 3 : 1]);
      join (tracer, crossed[2], crossed[shift ? 1 : 3]);
    }
}

/* Uses up the connections on its way; a closed line so ends where it began. */
static GArray *
walk (Tracer *tracer,
      guint   start)
{
  GArray *line = g_array_new (FALSE, FALSE, sizeof (IjkPoint));
  guint edge = start;

  while (edge != NO_EDGE)
    {
      const IjkPoint point = crossing (tracer, edge);
      guint *next = tracer->next[edge];
      const guint to = next[0] != NO_EDGE ? next[0] : next[1];

      g_array_append_val (line, point);
      next[0] = next[1] = NO_EDGE;
      if (to != NO_EDGE)
        {
          guint *back = tracer->next[to];

          back[back[1] == edge ? 1 : 0] = NO_EDGE;
        }
      edge = to;
    }
  return line;
}

/**
 * ijk_field_trace:
 *
 * Finds the lines along which the field has that level, in its own coordinates. A closed line ends
 * at the point where it begins.
 *
 * Returns: (transfer full) (element-type GArray): lines of IjkPoint
 */
GPtrArray *
ijk_field_trace (const IjkField *field,
                 double          level)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  Tracer tracer = { .field = field, .level = level };

  g_return_val_if_fail (field->n_columns >= 2 && field->n_rows >= 2, lines);

  tracer.n_edges = 2 * field->n_columns * field->n_rows;
  tracer.next = g_malloc_n (tracer.n_edges, sizeof *tracer.next);
  for (guint i = 0; i < tracer.n_edges; i++)
    tracer.next[i][0] = tracer.next[i][1] = NO_EDGE;

  for (guint j = 0; j + 1 < field->n_rows; j++)
    for (guint i = 0; i + 1 < field->n_columns; i++)
      trace_cell (&tracer, i, j);

  /* Open lines from their ends first; what is left is closed. */
  for (guint pass = 0; pass < 2; pass++)
    for (guint edge = 0; edge < tracer.n_edges; edge++)
      {
        const gboolean has_one
          = (tracer.next[edge][0] != NO_EDGE) != (tracer.next[edge][1] != NO_EDGE);
        const gboolean has_two
          = tracer.next[edge][0] != NO_EDGE && tracer.next[edge][1] != NO_EDGE;

        if (pass == 0 ? has_one : has_two)
          g_ptr_array_add (lines, walk (&tracer, edge));
      }
  g_free (tracer.next);
  return lines;
}

/**
 * ijk_field_trace_region:
 * @mask: (array): one per grid point, row by row
 *
 * Finds the outlines of where @mask is set, as closed lines within the field.
 *
 * Returns: (transfer full) (element-type GArray): lines of IjkPoint
 */
GPtrArray *
ijk_field_trace_region (const IjkField *field,
                        const guint8   *mask)
{
  const guint n_columns = field->n_columns + 2;
  const guint n_rows = field->n_rows + 2;
  g_autofree double *x = g_new (double, n_columns);
  g_autofree double *y = g_new (double, n_rows);
  g_autofree double *values = g_new0 (double, (gsize) n_columns * n_rows);
  /* A rim of unset points without extent closes what touches the border. */
  const IjkField rimmed = { n_columns, n_rows, x, y, values };

  for (guint i = 0; i < n_columns; i++)
    x[i] = field->x[CLAMP (i, 1, field->n_columns) - 1];
  for (guint j = 0; j < n_rows; j++)
    y[j] = field->y[CLAMP (j, 1, field->n_rows) - 1];
  for (guint j = 0; j < field->n_rows; j++)
    for (guint i = 0; i < field->n_columns; i++)
      values[(gsize) (j + 1) * n_columns + i + 1] = mask[(gsize) j * field->n_columns + i] != 0;
  return ijk_field_trace (&rimmed, 0.5);
}
