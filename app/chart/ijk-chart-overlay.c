/* The overlay is a list of marks like the chart itself, made from its layout; so moving the cursor
 * redraws a handful of marks and never lays out the chart.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-chart-overlay.h"

#include <math.h>

#define PILL_PADDING 9
#define PILL_AIR 1.5
#define CURSOR_WIDTH 1.5
#define VALUE_GAP 6
#define WORDS_AIR 2.5 /* between the line of a cursor and words in its way */
#define PLATE_AIR 1.5
#define PLATE_RADIUS 3

static void
add_upright (IjkMarkList *marks,
             double       x,
             double       top,
             double       bottom,
             IjkRole      role,
             double       width_px)
{
  const IjkPoint points[] = { { x, top }, { x, bottom } };

  ijk_mark_list_add_shape (marks, IJK_LAYER_LINE,
                           &(IjkMark) { .kind = IJK_MARK_LINE, .i_part = IJK_NO_INDEX,
                                        .i_x = IJK_NO_INDEX, .stroke = role,
                                        .width_px = width_px },
                           points, 2);
}

/* The room that an upright line leaves to the words at @x that end below @y and come first. */
static gboolean
find_words (const IjkMarkList *own,
            double             x,
            double             y,
            IjkBox            *found)
{
  static const IjkLayer layers[] = { IJK_LAYER_KEY, IJK_LAYER_LABEL };

  *found = (IjkBox) { .y = INFINITY };
  for (guint k = 0; k < G_N_ELEMENTS (layers); k++)
    {
      guint n_marks;
      const IjkMark *words = ijk_mark_list_get (own, layers[k], &n_marks);

      for (guint i = 0; i < n_marks; i++)
        {
          const IjkBox *box = &words[i].box;
          const IjkBox room = { box->x - WORDS_AIR, box->y - WORDS_AIR,
                                box->width + 2 * WORDS_AIR, box->height + 2 * WORDS_AIR };

          if (words[i].kind != IJK_MARK_LINE && x >= room.x && x <= room.x + room.width
              && room.y + room.height > y && room.y < found->y)
            *found = room;
        }
    }
  return isfinite (found->y);
}

/* An upright line runs behind words: it is drawn in the stretches between them. */
static void
add_line_behind_words (IjkMarkList          *marks,
                       const IjkChartLayout *layout,
                       const IjkBox         *plot,
                       double                x,
                       IjkRole               role,
                       double                width_px)
{
  const IjkMarkList *own = ijk_chart_layout_get_marks (layout);
  const double bottom = plot->y + plot->height;
  double y = plot->y;
  IjkBox words;

  while (y < bottom && find_words (own, x, y, &words))
    {
      if (words.y > y)
        add_upright (marks, x, y, MIN (words.y, bottom), role, width_px);
      y = words.y + words.height;
    }
  if (y < bottom)
    add_upright (marks, x, y, bottom, role, width_px);
}

/* Markers lie above the cursor, which often runs through them. */
static void
raise_markers (IjkMarkList          *marks,
               const IjkChartLayout *layout,
               double                x)
{
  guint n_marks;
  const IjkMark *symbols
    = ijk_mark_list_get (ijk_chart_layout_get_marks (layout), IJK_LAYER_MARKER, &n_marks);

  for (guint i = 0; i < n_marks; i++)
    if (symbols[i].box.x <= x && symbols[i].box.x + symbols[i].box.width >= x)
      ijk_mark_list_add (marks, IJK_LAYER_MARKER, &symbols[i]);
}

/* Tick text that the pill would cut in two is covered whole. */
static void
cover_tick_text (IjkMarkList          *marks,
                 const IjkChartLayout *layout,
                 const IjkBox         *pill)
{
  guint n_words;
  const IjkMark *words
    = ijk_mark_list_get (ijk_chart_layout_get_marks (layout), IJK_LAYER_LABEL, &n_words);

  for (guint i = 0; i < n_words; i++)
    if (words[i].part == IJK_PART_X_TICK && ijk_box_overlaps (&words[i].box, pill))
      ijk_mark_list_add (marks, IJK_LAYER_AXIS,
                         &(IjkMark) { .kind = IJK_MARK_BOX, .i_part = IJK_NO_INDEX,
                                      .i_x = IJK_NO_INDEX, .box = words[i].box,
                                      .fill = IJK_ROLE_CARD });
}

static void
add_cursor_pill (IjkMarkList          *marks,
                 const IjkChartLayout *layout,
                 IjkTextMeter         *meter,
                 double                year,
                 double                x,
                 double                plot_bottom)
{
  const IjkChartSpec *spec = ijk_chart_layout_get_spec (layout);
  const double scale = ijk_chart_layout_get_text_scale (layout);
  const double width = ijk_chart_layout_get_width (layout);
  const double height = ijk_chart_layout_get_height (layout);
  g_autofree char *text = ijk_number_format (&spec->x_axis.format, year);
  const IjkTextSize size = ijk_text_meter_measure (meter, IJK_TYPE_STRONG, text);
  IjkBox pill = { x - size.width / 2 - PILL_PADDING * scale,
                  plot_bottom + size.height / 2 + 1 - PILL_AIR,
                  size.width + 2 * PILL_PADDING * scale, size.height + 2 * PILL_AIR };

  if (pill.width > width || pill.y + pill.height > height)
    return;
  pill.x = CLAMP (pill.x, 0, width - pill.width);
  cover_tick_text (marks, layout, &pill);
  ijk_mark_list_add (marks, IJK_LAYER_KEY,
                     &(IjkMark) { .kind = IJK_MARK_BOX, .i_part = IJK_NO_INDEX,
                                  .i_x = IJK_NO_INDEX, .box = pill, .fill = IJK_ROLE_ACCENT_PILL,
                                  .radius_px = pill.height / 2 });
  ijk_mark_list_add (marks, IJK_LAYER_LABEL,
                     &(IjkMark) { .kind = IJK_MARK_TEXT, .i_part = IJK_NO_INDEX,
                                  .i_x = IJK_NO_INDEX,
                                  .box = { pill.x + PILL_PADDING * scale, pill.y + PILL_AIR, size.width,
                                           size.height },
                                  .text = text, .type = IJK_TYPE_STRONG, .is_on_fill = TRUE,
                                  .fill = IJK_ROLE_ACCENT_PILL });
}

static gboolean
find_x (const IjkChartSpec *spec,
        double              x,
        guint              *i_x)
{
  for (guint i = 0; i < spec->n_x; i++)
    if (spec->x[i] == x)
      {
        *i_x = i;
        return TRUE;
      }
  return FALSE;
}

/* Whether other words or symbols of the chart stand there. */
static gboolean
is_taken (const IjkMarkList    *own,
          const IjkChartLayout *layout,
          const IjkBox         *box)
{
  static const IjkLayer layers[] = { IJK_LAYER_LABEL, IJK_LAYER_MARKER };
  const IjkMarkList *lists[] = { own, ijk_chart_layout_get_marks (layout) };

  for (guint k = 0; k < G_N_ELEMENTS (lists) * G_N_ELEMENTS (layers); k++)
    {
      guint n_words;
      const IjkMark *words = ijk_mark_list_get (lists[k % 2], layers[k / 2], &n_words);

      for (guint i = 0; i < n_words; i++)
        if (ijk_box_overlaps (&words[i].box, box))
          return TRUE;
    }
  return FALSE;
}

static gboolean
crosses_series (const IjkChartLayout *layout,
                const IjkBox         *box)
{
  const IjkMarkList *list = ijk_chart_layout_get_marks (layout);
  guint n_lines;
  const IjkMark *lines = ijk_mark_list_get (list, IJK_LAYER_LINE, &n_lines);

  for (guint i = 0; i < n_lines; i++)
    {
      const IjkPoint *points = ijk_mark_get_points (list, &lines[i]);

      if (lines[i].kind != IJK_MARK_LINE || lines[i].part != IJK_PART_SERIES)
        continue;
      for (guint k = 0; k + 1 < lines[i].n_points; k++)
        if (ijk_box_crosses_line (box, points[k], points[k + 1]))
          return TRUE;
    }
  return FALSE;
}

/* The sum of a stack of columns, and where its positive part ends. */
static double
sum_columns (const IjkChartSpec *spec,
             guint               panel,
             guint               i_x,
             double             *top)
{
  double sum = 0;

  for (guint i = 0; i < spec->n_series; i++)
    {
      const IjkChartSeries *series = &spec->series[i];

      if (series->panel != panel || series->shape != IJK_SHAPE_COLUMN || series->values == NULL
          || !isfinite (series->values[i_x]))
        continue;
      sum += series->values[i_x];
      *top += MAX (series->values[i_x], 0);
    }
  return sum;
}

/* Words that a dot would cover, with the pill they stand on, are painted again above it: a pill
 * that lies on its series is in the way of the cursor in some years. */
static void
raise_words (IjkMarkList          *marks,
             const IjkChartLayout *layout,
             const IjkBox         *dot)
{
  const IjkMarkList *own = ijk_chart_layout_get_marks (layout);
  guint n_words, n_pills;
  const IjkMark *words = ijk_mark_list_get (own, IJK_LAYER_LABEL, &n_words);
  const IjkMark *pills = ijk_mark_list_get (own, IJK_LAYER_KEY, &n_pills);

  for (guint i = 0; i < n_words; i++)
    {
      if (!ijk_box_overlaps (&words[i].box, dot))
        continue;
      for (guint k = 0; k < n_pills; k++)
        if (pills[k].kind == IJK_MARK_BOX && ijk_box_contains (&pills[k].box, &words[i].box, 0.5))
          ijk_mark_list_add (marks, IJK_LAYER_KEY, &pills[k]);
      ijk_mark_list_add (marks, IJK_LAYER_LABEL, &words[i]);
    }
}

/* A dot on the series at the cursor, or the sum above columns, and its value where there is room. */
static void
add_cursor_value (IjkMarkList          *marks,
                  const IjkChartLayout *layout,
                  IjkTextMeter         *meter,
                  guint                 i_series,
                  guint                 i_x)
{
  const IjkChartSpec *spec = ijk_chart_layout_get_spec (layout);
  const IjkChartSeries *series = &spec->series[i_series];
  const gboolean is_column = series->shape == IJK_SHAPE_COLUMN;
  double top = 0;
  const double value = is_column ? sum_columns (spec, series->panel, i_x, &top)
                                 : series->values[i_x];
  const double x = ijk_chart_layout_x_to_px (layout, spec->x[i_x]);
  const double y = ijk_chart_layout_y_to_px (layout, series->panel, is_column ? top : value);
  const double radius = ijk_symbol_get_radius (IJK_SYMBOL_DOT) + 0.5;
  const IjkBox dot = { x - radius, y - radius, 2 * radius, 2 * radius };
  const IjkBox canvas = { 0, 0, ijk_chart_layout_get_width (layout),
                          ijk_chart_layout_get_height (layout) };
  g_autofree char *text = ijk_number_format (&spec->panels[series->panel].axis.format, value);
  const IjkTextSize size = ijk_text_meter_measure (meter, IJK_TYPE_STRONG, text);
  const IjkPoint corners[] = {
    { is_column ? x - size.width / 2 : x + VALUE_GAP, y - size.height - (is_column ? 1 : 0) },
    { x + VALUE_GAP, y - size.height },
    { x - VALUE_GAP - size.width, y - size.height },
    { x + VALUE_GAP, y + 2 },
    { x - VALUE_GAP - size.width, y + 2 },
  };

  if (!is_column)
    ijk_mark_list_add (marks, IJK_LAYER_MARKER,
                       &(IjkMark) { .kind = IJK_MARK_SYMBOL, .part = IJK_PART_SERIES,
                                  .i_part = i_series, .i_x = i_x,
                                  .box = dot, .fill = series->role,
                                  .symbol = IJK_SYMBOL_DOT });
  if (!is_column)
    raise_words (marks, layout, &dot);
  /* In a plot of a few lines high a number would hide what it is about. */
  if (ijk_chart_layout_get_plot (layout, series->panel).height < 3 * size.height)
    return;
  /* Clear of all lines if that is possible, else only of other words. */
  for (guint i = 0; i < 2 * G_N_ELEMENTS (corners); i++)
    {
      const IjkPoint corner = corners[i % G_N_ELEMENTS (corners)];
      const IjkBox box = { corner.x, corner.y, size.width, size.height };

      if (!ijk_box_contains (&canvas, &box, 0) || is_taken (marks, layout, &box)
          || (i < G_N_ELEMENTS (corners) && crosses_series (layout, &box)))
        continue;
      /* On a plate of the card: whatever lies below, the number can be read. */
      ijk_mark_list_add (marks, IJK_LAYER_KEY,
                         &(IjkMark) { .kind = IJK_MARK_BOX, .i_part = IJK_NO_INDEX,
                                      .i_x = IJK_NO_INDEX,
                                      .box = { box.x - PLATE_AIR, box.y, box.width + 2 * PLATE_AIR,
                                               box.height },
                                      .fill = IJK_ROLE_CARD, .radius_px = PLATE_RADIUS });
      ijk_mark_list_add (marks, IJK_LAYER_LABEL,
                         &(IjkMark) { .kind = IJK_MARK_TEXT, .part = IJK_PART_SERIES,
                                      .i_part = i_series, .i_x = i_x, .box = box, .text = text,
                                      .type = IJK_TYPE_STRONG,
                                      .stroke = is_column ? IJK_ROLE_TEXT : series->role });
      return;
    }
}

static void
add_cursor (IjkMarkList          *marks,
            const IjkChartLayout *layout,
            IjkTextMeter         *meter,
            double                year)
{
  const IjkChartSpec *spec = ijk_chart_layout_get_spec (layout);
  const double x = ijk_chart_layout_x_to_px (layout, year);
  IjkBox plot = ijk_chart_layout_get_plot (layout, 0);
  guint i_x;

  if (!(x >= plot.x - 0.5 && x <= plot.x + plot.width + 0.5))
    return;
  for (guint i = 0; i < ijk_chart_layout_get_n_panels (layout); i++)
    {
      plot = ijk_chart_layout_get_plot (layout, i);
      add_line_behind_words (marks, layout, &plot, x, IJK_ROLE_ACCENT, CURSOR_WIDTH);
    }
  raise_markers (marks, layout, x);
  if (spec->kind == IJK_CHART_TIME)
    add_cursor_pill (marks, layout, meter, year, x, plot.y + plot.height);
  if (!find_x (spec, year, &i_x))
    return;
  for (guint i = 0; i < spec->n_series; i++)
    if (spec->kind == IJK_CHART_TIME && spec->series[i].has_cursor_value && spec->series[i].values != NULL
        && isfinite (spec->series[i].values[i_x]))
      add_cursor_value (marks, layout, meter, i, i_x);
}

static void
add_handle (IjkMarkList          *marks,
            const IjkChartLayout *layout,
            guint                 i_handle,
            gboolean              is_focused)
{
  const IjkChartSpec *spec = ijk_chart_layout_get_spec (layout);
  const IjkChartHandle *handle = &spec->handles[i_handle];
  const IjkChartSeries *series = &spec->series[handle->series];
  const double value = series->values != NULL ? series->values[handle->i_x] : (double) NAN;
  const double x = ijk_chart_layout_x_to_px (layout, spec->x[handle->i_x]);
  const double y = ijk_chart_layout_y_to_px (layout, series->panel, value);
  const IjkSymbol symbol = handle->is_movable ? IJK_SYMBOL_RING : IJK_SYMBOL_SQUARE;
  const double radius = ijk_symbol_get_radius (symbol);
  const IjkMark mark = {
    .kind = IJK_MARK_SYMBOL,
    .part = IJK_PART_HANDLE,
    .i_part = i_handle,
    .i_x = handle->i_x,
    .box = { x - radius, y - radius, 2 * radius, 2 * radius },
    .fill = handle->is_movable ? IJK_ROLE_ACCENT : IJK_ROLE_CURRENT,
    .symbol = symbol,
  };
  const IjkMark ring = {
    .kind = IJK_MARK_BOX,
    .i_part = IJK_NO_INDEX,
    .i_x = IJK_NO_INDEX,
    .box = { x - IJK_FOCUS_RADIUS, y - IJK_FOCUS_RADIUS, 2 * IJK_FOCUS_RADIUS,
             2 * IJK_FOCUS_RADIUS },
    .fill = IJK_ROLE_CARD,
    .stroke = IJK_ROLE_ACCENT,
    .width_px = 2.5,
    .radius_px = IJK_FOCUS_RADIUS,
  };

  if (!isfinite (value))
    return;
  if (is_focused)
    ijk_mark_list_add (marks, IJK_LAYER_MARKER, &ring);
  ijk_mark_list_add (marks, IJK_LAYER_MARKER, &mark);
}

/**
 * ijk_chart_overlay_new:
 * @context: (transfer none): as given to the layout
 *
 * Makes the marks of cursor, pointer and handles, to be painted above the chart.
 *
 * Returns: (transfer full): the marks
 */
IjkMarkList *
ijk_chart_overlay_new (const IjkChartLayout  *layout,
                       const IjkOverlayState *state,
                       PangoContext          *context)
{
  IjkMarkList *marks = ijk_mark_list_new ();
  const IjkChartSpec *spec;
  IjkBox plot;

  g_return_val_if_fail (layout != NULL && state != NULL && context != NULL, marks);

  spec = ijk_chart_layout_get_spec (layout);
  if (ijk_chart_layout_is_empty (layout))
    return marks;
  if (spec->kind == IJK_CHART_TIME || spec->kind == IJK_CHART_SPARKLINE)
    {
      g_autoptr (IjkTextMeter) meter
        = ijk_text_meter_new (context, ijk_chart_layout_get_text_scale (layout));

      if (isfinite (state->hover_x) && state->hover_x != state->cursor_x)
        for (guint i = 0; i < ijk_chart_layout_get_n_panels (layout); i++)
          {
            plot = ijk_chart_layout_get_plot (layout, i);
            add_line_behind_words (marks, layout, &plot,
                                   ijk_chart_layout_x_to_px (layout, state->hover_x),
                                   IJK_ROLE_AXIS, 1);
          }
      if (isfinite (state->cursor_x))
        add_cursor (marks, layout, meter, state->cursor_x);
    }
  if (state->has_handles && spec->kind == IJK_CHART_TIME)
    for (guint i = 0; i < spec->n_handles; i++)
      add_handle (marks, layout, i, i == state->focused_handle);
  return marks;
}
