/* The shapes of series over a time axis: areas, columns, lines, bands and whiskers.
 *
 * A run is a stretch of neighbouring values without a gap. Surfaces are cut at the boundary between
 * observed and projected, where their tone changes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-chart-layout-private.h"

#include <math.h>

#define COLUMN_SHARE 0.66 /* of the distance between two columns */
#define MAX_COLUMN_WIDTH 44
#define POST_WIDTH 6      /* of an area with a single value */
#define WHISKER_HALF 3.5
#define SEPARATOR_WIDTH 1
#define MUTED_WIDTH 1.2

/**
 * ijk_layout_x_step:
 *
 * The least distance of two x values, 1 when there are fewer.
 */
double
ijk_layout_x_step (const IjkChartSpec *spec)
{
  double step = INFINITY;

  for (guint i = 1; i < spec->n_x; i++)
    step = MIN (step, spec->x[i] - spec->x[i - 1]);
  return isfinite (step) ? step : 1;
}

/**
 * ijk_layout_line_width:
 *
 * The width of a series' line in pixels: its own, or what suits its role. Thin when it steps back.
 */
double
ijk_layout_line_width (const IjkChartSeries *series)
{
  if (series->is_muted)
    return MUTED_WIDTH;
  if (series->width_px > 0)
    return series->width_px;
  switch (series->role)
    {
    case IJK_ROLE_CURRENT:
    case IJK_ROLE_COMPARE_A:
    case IJK_ROLE_COMPARE_B:
    case IJK_ROLE_COMPARE_C:
    case IJK_ROLE_ACCENT:
      return 2.4;
    case IJK_ROLE_REFERENCE:
      return 1.8;
    default:
      return 2.2;
    }
}

/**
 * ijk_layout_surface_tone:
 *
 * The tone of an area or a column, observed or projected. The muted two are as far apart.
 */
IjkTone
ijk_layout_surface_tone (const IjkChartSeries *series,
                         gboolean              is_projected)
{
  if (series->is_muted)
    return is_projected ? IJK_TONE_BAND_WIDE : IJK_TONE_BAND_MIDDLE;
  return is_projected ? IJK_TONE_PROJECTED : IJK_TONE_SOLID;
}

static double
boundary_of (const IjkChartSpec *spec)
{
  return isfinite (spec->boundary.x) ? spec->boundary.x : INFINITY;
}

static IjkMark
mark_of (const IjkChartLayout *self,
         guint                 i_series,
         IjkMarkKind           kind)
{
  const IjkChartSeries *series = &self->spec->series[i_series];

  return (IjkMark) {
    .kind = kind,
    .part = IJK_PART_SERIES,
    .i_part = i_series,
    .i_x = IJK_NO_INDEX,
    .panel = series->panel,
    .is_by_plplot = series->shape == IJK_SHAPE_ERROR_LINE,
  };
}

/* A curve between two data positions, its ends interpolated. */
static void
append_curve (const IjkChartLayout *self,
              guint                 panel,
              GArray               *points,
              const double         *y,
              guint                 first,
              guint                 last,
              double                from,
              double                to,
              gboolean              is_backwards)
{
  const double *x = self->spec->x;
  const guint start = points->len;

  for (guint i = first; i <= last; i++)
    {
      double at = x[i], value = y[i];

      if (at < from && i < last && x[i + 1] > from)
        {
          value += (y[i + 1] - value) * (from - at) / (x[i + 1] - at);
          at = from;
        }
      else if (at > to && i > first && x[i - 1] < to)
        {
          value = y[i - 1] + (value - y[i - 1]) * (to - x[i - 1]) / (at - x[i - 1]);
          at = to;
        }
      else if (at < from || at > to)
        continue;
      g_array_append_val (points,
                          ((IjkPoint) { ijk_chart_layout_x_to_px (self, at),
                                        ijk_chart_layout_y_to_px (self, panel, value) }));
    }
  if (!is_backwards)
    return;
  for (guint i = start, j = points->len; i + 1 < j; i++)
    {
      IjkPoint *a = &g_array_index (points, IjkPoint, i);
      IjkPoint *b = &g_array_index (points, IjkPoint, --j);
      const IjkPoint kept = *a;

      if (a >= b)
        break;
      *a = *b;
      *b = kept;
    }
}

typedef struct
{
  guint i_series;
  const double *base, *tip; /* n_x */
  guint first, last;        /* of the run */
  IjkTone tone_before, tone_after;
  IjkPattern pattern;
  gboolean has_separator;
  const IjkStack *stack; /* (nullable): it lies in this one */
} Surface;

static void
add_surface_part (IjkChartLayout *self,
                  const Surface  *surface,
                  double          from,
                  double          to,
                  IjkTone         tone)
{
  const IjkChartSeries *series = &self->spec->series[surface->i_series];
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (IjkPoint));
  IjkMark mark = mark_of (self, surface->i_series, IJK_MARK_POLYGON);
  guint n_tip;

  append_curve (self, series->panel, points, surface->tip, surface->first, surface->last, from, to,
                FALSE);
  n_tip = points->len;
  append_curve (self, series->panel, points, surface->base, surface->first, surface->last, from,
                to, TRUE);
  if (n_tip < 2)
    return;

  mark.fill = series->role;
  mark.tone = tone;
  mark.pattern = surface->pattern;
  ijk_mark_list_add_shape (self->marks, IJK_LAYER_DATA, &mark, (const IjkPoint *) points->data,
                           points->len);
  if (surface->has_separator)
    {
      IjkMark line = mark_of (self, surface->i_series, IJK_MARK_LINE);

      line.stroke = IJK_ROLE_CARD;
      line.width_px = SEPARATOR_WIDTH;
      line.part = IJK_PART_NONE;
      ijk_mark_list_add_shape (self->marks, IJK_LAYER_DATA, &line,
                               (const IjkPoint *) points->data, n_tip);
    }
}

/* A lone value has no extent in time; a post stands for it. */
static void
add_post (IjkChartLayout *self,
          const Surface  *surface)
{
  const IjkChartSeries *series = &self->spec->series[surface->i_series];
  const guint i = surface->first;
  const double x = ijk_chart_layout_x_to_px (self, self->spec->x[i]);
  const IjkBox *plot = &self->panels[series->panel].plot;
  const double left = MAX (x - POST_WIDTH / 2.0, plot->x);
  const double right = MIN (x + POST_WIDTH / 2.0, plot->x + plot->width);
  const double base = ijk_chart_layout_y_to_px (self, series->panel, surface->base[i]);
  const double tip = ijk_chart_layout_y_to_px (self, series->panel, surface->tip[i]);
  const gboolean is_after = self->spec->x[i] > boundary_of (self->spec);
  IjkMark mark = mark_of (self, surface->i_series, IJK_MARK_BOX);

  if (base == tip)
    return;
  mark.box = (IjkBox) { left, MIN (base, tip), right - left, fabs (base - tip) };
  mark.fill = series->role;
  mark.tone = is_after ? surface->tone_after : surface->tone_before;
  mark.pattern = surface->pattern;
  mark.i_x = i;
  ijk_mark_list_add (self->marks, IJK_LAYER_DATA, &mark);
}

static void
add_surface (IjkChartLayout *self,
             const Surface  *surface)
{
  const double *x = self->spec->x;
  const double boundary = boundary_of (self->spec);
  const double from = x[surface->first];
  const double to = x[surface->last];

  if (surface->first == surface->last)
    add_post (self, surface);
  else if (boundary > from && boundary < to && surface->tone_before != surface->tone_after)
    {
      add_surface_part (self, surface, from, boundary, surface->tone_before);
      add_surface_part (self, surface, boundary, to, surface->tone_after);
    }
  else
    add_surface_part (self, surface, from, to,
                      from >= boundary ? surface->tone_after : surface->tone_before);
}

static gboolean
has_value (const Surface *surface,
           guint          i_x)
{
  return isfinite (surface->base[i_x]) && isfinite (surface->tip[i_x]);
}

/* Whether the same series lie below it at this x and the next. Where one begins or ends the others
 * would seem to rise or fall with it, so they get a gap too. */
static gboolean
rests_on_same (const Surface *surface,
               guint          i_x)
{
  const IjkStack *stack = surface->stack;

  for (guint i = 0; stack != NULL && i < surface->i_series; i++)
    {
      const double *tip = stack->tip[0] + (gsize) i * stack->n_x + i_x;

      if (isfinite (tip[0]) != isfinite (tip[1]))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_flat (const Surface *surface,
         guint          i_x)
{
  return surface->base[i_x] == surface->tip[i_x];
}

/* Calls add_surface() for each run in which the surface has extent. A run of several values may be
 * flat all along, but not between two neighbours where @skips_flat: a stack has no part there. */
static void
add_surface_runs (IjkChartLayout *self,
                  Surface        *surface,
                  gboolean        skips_flat)
{
  const guint n_x = self->spec->n_x;

  for (guint i = 0; i < n_x; i++)
    {
      if (!has_value (surface, i))
        continue;
      surface->first = i;
      while (i + 1 < n_x && has_value (surface, i + 1) && rests_on_same (surface, i)
             && !(skips_flat && is_flat (surface, i) && is_flat (surface, i + 1)))
        i++;
      surface->last = i;
      if (surface->last > surface->first || !is_flat (surface, i))
        add_surface (self, surface);
    }
}

static void
add_area (IjkChartLayout *self,
          guint           i_series,
          const IjkStack *stack)
{
  const IjkChartSeries *series = &self->spec->series[i_series];
  const gsize at = (gsize) i_series * stack->n_x;

  for (guint sign = 0; sign < 2; sign++)
    {
      Surface surface = {
        .i_series = i_series,
        .base = stack->base[sign] + at,
        .tip = stack->tip[sign] + at,
        .tone_before = ijk_layout_surface_tone (series, FALSE),
        .tone_after = ijk_layout_surface_tone (series, TRUE),
        .pattern = sign == 1 ? IJK_PATTERN_HATCH : series->pattern,
        .has_separator = sign == 0, /* hatching has an outline */
        .stack = stack,
      };

      add_surface_runs (self, &surface, TRUE);
    }
}

static void
add_columns (IjkChartLayout *self,
             guint           i_series,
             const IjkStack *stack)
{
  const IjkChartSpec *spec = self->spec;
  const IjkChartSeries *series = &spec->series[i_series];
  const double step_px = ijk_chart_layout_x_to_px (self, ijk_layout_x_step (spec))
                         - ijk_chart_layout_x_to_px (self, 0);
  const double width = MIN (COLUMN_SHARE * step_px, ijk_layout_scale (self, MAX_COLUMN_WIDTH));

  for (guint i = 0; i < spec->n_x; i++)
    for (guint sign = 0; sign < 2; sign++)
      {
        const gsize at = (gsize) i_series * stack->n_x + i;
        const double x = ijk_chart_layout_x_to_px (self, spec->x[i]);
        const double base
          = ijk_chart_layout_y_to_px (self, series->panel, stack->base[sign][at]);
        const double tip = ijk_chart_layout_y_to_px (self, series->panel, stack->tip[sign][at]);
        /* A hairline of card between the segments, unless that would eat a thin one. */
        const double gap = fabs (base - tip) > 3 ? SEPARATOR_WIDTH : 0;
        IjkMark mark = mark_of (self, i_series, IJK_MARK_BOX);

        if (!(fabs (base - tip) > 0))
          continue;
        mark.i_x = i;
        mark.box = (IjkBox) { x - width / 2, sign == 0 ? tip + gap : base, width,
                              fabs (base - tip) - gap };
        mark.fill = series->role;
        mark.tone = ijk_layout_surface_tone (series, spec->x[i] > boundary_of (spec));
        mark.pattern = sign == 1 ? IJK_PATTERN_HATCH : series->pattern;
        ijk_mark_list_add (self->marks, IJK_LAYER_DATA, &mark);
      }
}

static void
add_dot (IjkChartLayout *self,
         guint           i_series,
         IjkPoint        centre,
         guint           i_x)
{
  const double radius = ijk_symbol_get_radius (IJK_SYMBOL_DOT);
  IjkMark mark = mark_of (self, i_series, IJK_MARK_SYMBOL);

  mark.symbol = IJK_SYMBOL_DOT;
  mark.fill = self->spec->series[i_series].role;
  mark.i_x = i_x;
  mark.box = (IjkBox) { centre.x - radius, centre.y - radius, 2 * radius, 2 * radius };
  ijk_mark_list_add (self->marks, IJK_LAYER_LINE, &mark);
}

static void
add_line (IjkChartLayout *self,
          guint           i_series)
{
  const IjkChartSpec *spec = self->spec;
  const IjkChartSeries *series = &spec->series[i_series];
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (IjkPoint));

  if (series->values == NULL)
    return;
  for (guint i = 0; i <= spec->n_x; i++)
    {
      if (i < spec->n_x && isfinite (series->values[i]))
        {
          const IjkPoint point = { ijk_chart_layout_x_to_px (self, spec->x[i]),
                                   ijk_chart_layout_y_to_px (self, series->panel,
                                                             series->values[i]) };

          if (series->shape == IJK_SHAPE_STEP && points->len > 0)
            {
              const IjkPoint corner
                = { point.x, g_array_index (points, IjkPoint, points->len - 1).y };

              g_array_append_val (points, corner);
            }
          g_array_append_val (points, point);
          continue;
        }
      if (points->len == 1)
        add_dot (self, i_series, g_array_index (points, IjkPoint, 0), i - 1);
      else if (points->len > 1)
        {
          IjkMark mark = mark_of (self, i_series, IJK_MARK_LINE);

          mark.stroke = series->role;
          mark.width_px = ijk_layout_line_width (series);
          mark.dash = series->dash;
          ijk_mark_list_add_shape (self->marks, IJK_LAYER_LINE, &mark,
                                   (const IjkPoint *) points->data, points->len);
        }
      g_array_set_size (points, 0);
    }
}

static void
add_whiskers (IjkChartLayout *self,
              guint           i_series)
{
  const IjkChartSpec *spec = self->spec;
  const IjkChartSeries *series = &spec->series[i_series];

  if (series->lows == NULL || series->highs == NULL)
    return;
  for (guint i = 0; i < spec->n_x; i++)
    {
      const double x = ijk_chart_layout_x_to_px (self, spec->x[i]);
      const double low = ijk_chart_layout_y_to_px (self, series->panel, series->lows[i]);
      const double high = ijk_chart_layout_y_to_px (self, series->panel, series->highs[i]);
      /* One stroke that goes back over itself. */
      const IjkPoint points[] = {
        { x - WHISKER_HALF, high }, { x + WHISKER_HALF, high }, { x, high },
        { x, low },                 { x - WHISKER_HALF, low },  { x + WHISKER_HALF, low },
      };
      IjkMark mark = mark_of (self, i_series, IJK_MARK_LINE);

      if (!isfinite (low) || !isfinite (high))
        continue;
      mark.i_x = i;
      mark.stroke = series->role;
      mark.width_px = 1.4;
      ijk_mark_list_add_shape (self->marks, IJK_LAYER_LINE, &mark, points, G_N_ELEMENTS (points));
    }
}

static void
add_band (IjkChartLayout *self,
          guint           i_series,
          const double   *lows,
          const double   *highs,
          IjkTone         tone)
{
  Surface surface = {
    .i_series = i_series,
    .base = lows,
    .tip = highs,
    .tone_before = tone,
    .tone_after = tone,
    .pattern = self->spec->series[i_series].pattern,
  };

  if (lows != NULL && highs != NULL)
    add_surface_runs (self, &surface, FALSE);
}

static void
add_filled_line (IjkChartLayout *self,
                 guint           i_series)
{
  const IjkChartSpec *spec = self->spec;
  g_autofree double *zeros = g_new0 (double, spec->n_x + 1);

  add_band (self, i_series, zeros, spec->series[i_series].values, IJK_TONE_UNDER_LINE);
  add_line (self, i_series);
}

/**
 * ijk_layout_series:
 *
 * Adds the shapes of all series of a panel. Surfaces lie in their own layer below the lines.
 */
void
ijk_layout_series (IjkChartLayout *self,
                   guint           panel,
                   const IjkStack *areas,
                   const IjkStack *columns)
{
  for (guint i = 0; i < self->spec->n_series; i++)
    {
      const IjkChartSeries *series = &self->spec->series[i];

      if (series->panel != panel)
        continue;
      switch (series->shape)
        {
        case IJK_SHAPE_AREA:
          add_area (self, i, areas);
          break;
        case IJK_SHAPE_COLUMN:
          add_columns (self, i, columns);
          break;
        case IJK_SHAPE_LINE:
        case IJK_SHAPE_STEP:
          add_line (self, i);
          break;
        case IJK_SHAPE_FILLED_LINE:
          add_filled_line (self, i);
          break;
        case IJK_SHAPE_BAND:
          add_band (self, i, series->lows, series->highs, series->tone);
          break;
        case IJK_SHAPE_ERROR_LINE:
          add_line (self, i);
          add_whiskers (self, i);
          break;
        }
    }
}
