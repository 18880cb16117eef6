/* The bubble is drawn, not made of widgets: it changes with every move of the pointer. Its words are
 * made from the same spec as the picture; stacked series are listed from the top down, as they lie.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-chart-bubble.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ijk-chart-text.h"

#define PADDING 10
#define RADIUS 9
#define ROW_GAP 3
#define COLUMN_GAP 14
#define KEY_SIZE 11
#define KEY_GAP 7
#define HEAD_GAP 5
#define MAX_LABEL_WIDTH 170
#define MAX_ROWS 16

typedef struct
{
  char *label;      /* (owned) */
  char *value;      /* (owned) (nullable) */
  IjkRole role;     /* IJK_ROLE_NONE: no key before the label */
  gboolean is_line; /* the key is a stroke */
  IjkDash dash;
  gboolean is_strong;
  gboolean is_dim;
} Row;

typedef struct
{
  PangoLayout *label, *value; /* (owned) (nullable) */
  int label_width, value_width, height;
} RowText;

static void
clear_row (gpointer data)
{
  Row *row = data;

  g_free (row->label);
  g_free (row->value);
}

static void
add_row (GArray *rows,
         Row     row)
{
  g_array_append_val (rows, row);
}

static gboolean
is_stacked (const IjkChartSeries *series)
{
  return series->shape == IJK_SHAPE_AREA || series->shape == IJK_SHAPE_COLUMN;
}

static void
add_series (GArray                *rows,
            const IjkChartSeries  *series,
            const IjkNumberFormat *format,
            guint                  i_x)
{
  const double value = series->values != NULL && i_x < series->n_values ? series->values[i_x]
                                                                        : (double) NAN;

  if (series->label == NULL || *series->label == '\0' || isnan (value))
    return;
  add_row (rows, (Row) { .label = g_strdup (series->label),
                        .value = ijk_number_format (format, value),
                        .role = series->role,
                        .is_line = !is_stacked (series),
                        .dash = series->dash,
                        .is_strong = series->is_strong });
}

/* The sum of what is stacked, where no line says it. */
static void
add_sum (GArray             *rows,
         const IjkChartSpec *spec,
         guint               panel,
         guint               i_x)
{
  double sum = 0;
  guint n_stacked = 0;

  for (guint i = 0; i < spec->n_series; i++)
    {
      const IjkChartSeries *series = &spec->series[i];

      if (series->panel != panel || series->values == NULL || i_x >= series->n_values)
        continue;
      if (series->shape == IJK_SHAPE_LINE && series->role == IJK_ROLE_CURRENT)
        return;
      if (is_stacked (series) && isfinite (series->values[i_x]))
        {
          sum += series->values[i_x];
          n_stacked++;
        }
    }
  if (n_stacked > 1)
    add_row (rows, (Row) { .label = g_strdup (_("Total")),
                           .value = ijk_number_format (&spec->panels[panel].axis.format, sum),
                           .is_strong = TRUE });
}

static void
list_time (GArray             *rows,
           const IjkChartSpec *spec,
           guint               i_x)
{
  const IjkChartBoundary *boundary = &spec->boundary;
  g_autofree char *year = ijk_number_format (&spec->x_axis.format, spec->x[i_x]);
  const char *when = !isfinite (boundary->x)       ? NULL
                     : spec->x[i_x] > boundary->x ? boundary->after_text
                                                  : boundary->before_text;

  add_row (rows, (Row) { .label = g_steal_pointer (&year), .value = g_strdup (when),
                         .is_strong = TRUE, .is_dim = TRUE });
  for (guint panel = 0; panel < spec->n_panels; panel++)
    {
      const IjkChartAxis *axis = &spec->panels[panel].axis;
      const guint n_before = rows->len + 1;

      add_row (rows, (Row) { .label = g_strdup (axis->name != NULL ? axis->name : ""),
                             .is_dim = TRUE });
      for (guint i = spec->n_series; i-- > 0;)
        if (spec->series[i].panel == panel && is_stacked (&spec->series[i]))
          add_series (rows, &spec->series[i], &axis->format, i_x);
      add_sum (rows, spec, panel, i_x);
      for (guint i = 0; i < spec->n_series; i++)
        if (spec->series[i].panel == panel && !is_stacked (&spec->series[i]))
          add_series (rows, &spec->series[i], &axis->format, i_x);
      if (rows->len == n_before)
        g_array_set_size (rows, rows->len - 1);
    }
}

static void
list_row (GArray             *rows,
          const IjkChartSpec *spec,
          guint               i_row)
{
  const IjkChartRow *row = &spec->rows[i_row];
  IjkNumberFormat format = spec->panels[0].axis.format;
  guint n_parts = 0;

  format.shows_plus = row->shows_sign;
  add_row (rows,
           (Row) { .label = g_strdup (row->label),
                  .value = isnan (row->value) ? NULL : ijk_number_format (&format, row->value),
                  .is_strong = TRUE });
  if (spec->panels[0].axis.name != NULL)
    add_row (rows, (Row) { .label = g_strdup (spec->panels[0].axis.name), .is_dim = TRUE });
  for (guint i = 0; i < spec->n_segments; i++)
    n_parts += spec->segments[i].row == i_row && spec->segments[i].label != NULL;
  for (guint i = 0; i < spec->n_segments && n_parts > 1; i++)
    {
      const IjkChartSegment *segment = &spec->segments[i];

      if (segment->row == i_row && segment->label != NULL)
        add_row (rows, (Row) { .label = g_strdup (segment->label),
                               .value = ijk_number_format (&format, segment->to - segment->from),
                               .role = segment->role });
    }
}

static void
list_block (GArray             *rows,
            const IjkChartSpec *spec,
            guint               i_block)
{
  const IjkChartBlock *block = &spec->blocks[i_block];
  const IjkChartAxis *axis = &spec->panels[0].axis;

  add_row (rows, (Row) { .label = g_strdup (block->label), .role = block->role, .is_strong = TRUE });
  add_row (rows, (Row) { .label = g_strdup (axis->name != NULL ? axis->name : ""),
                         .value = ijk_number_format (&axis->format, block->height) });
  add_row (rows, (Row) { .label = g_strdup (spec->x_axis.name != NULL ? spec->x_axis.name : ""),
                         .value = ijk_number_format (&spec->x_axis.format, block->width) });
}

static void
list_bin (GArray             *rows,
          const IjkChartSpec *spec,
          guint               i_bin)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (i_bin + 1 >= spec->n_x || spec->n_series == 0 || i_bin >= spec->series[0].n_values)
    return;
  from = ijk_number_format (&spec->x_axis.format, spec->x[i_bin]);
  to = ijk_number_format (&spec->x_axis.format, spec->x[i_bin + 1]);
  add_row (rows, (Row) { .label = g_strdup_printf ("%s–%s", from, to),
                         .value = ijk_number_format (&spec->panels[0].axis.format,
                                                     spec->series[0].values[i_bin]),
                         .is_strong = TRUE });
  if (spec->x_axis.name != NULL)
    add_row (rows, (Row) { .label = g_strdup (spec->x_axis.name), .is_dim = TRUE });
}

/* The row of a field nearest to a height. */
static guint
find_field_row (const IjkChartLayout *layout,
                double                y_px)
{
  const IjkChartGrid *grid = &ijk_chart_layout_get_spec (layout)->grid;
  const double y = ijk_chart_layout_px_to_y (layout, 0, y_px);
  guint nearest = 0;

  for (guint i = 1; i < grid->n_rows; i++)
    if (fabs (grid->y[i] - y) < fabs (grid->y[nearest] - y))
      nearest = i;
  return nearest;
}

static void
list_point (GArray             *rows,
            const IjkChartSpec *spec,
            guint               column,
            guint               row)
{
  const IjkChartGrid *grid = &spec->grid;
  const IjkChartAxis *y_axis = spec->n_panels > 0 ? &spec->panels[0].axis : NULL;
  const gsize i = (gsize) row * grid->n_columns + column;

  if (column >= grid->n_columns || row >= grid->n_rows || y_axis == NULL)
    return;
  add_row (rows, (Row) { .label = g_strdup (grid->axis.name != NULL ? grid->axis.name : ""),
                         .value = ijk_number_format (&grid->axis.format, grid->values[i]),
                         .is_strong = TRUE });
  add_row (rows, (Row) { .label = g_strdup (spec->x_axis.name != NULL ? spec->x_axis.name : ""),
                         .value = ijk_number_format (&spec->x_axis.format, grid->x[column]) });
  add_row (rows, (Row) { .label = g_strdup (y_axis->name != NULL ? y_axis->name : ""),
                         .value = ijk_number_format (&y_axis->format, grid->y[row]) });
  if (grid->mask != NULL && grid->mask[i] != 0 && grid->mask_text != NULL)
    add_row (rows, (Row) { .label = g_strdup (grid->mask_text), .is_dim = TRUE });
}

/* Returns: (transfer full) (element-type Row): what there is to say; empty for nothing */
static GArray *
list_rows (const IjkChartLayout *layout,
           guint                 stop,
           double                y_px)
{
  const IjkChartSpec *spec = ijk_chart_layout_get_spec (layout);
  GArray *rows = g_array_new (FALSE, TRUE, sizeof (Row));
  guint n_stops;
  const IjkStop *stops = ijk_chart_layout_get_stops (layout, &n_stops);

  g_array_set_clear_func (rows, clear_row);
  if (stop >= n_stops || ijk_chart_layout_is_empty (layout))
    return rows;
  switch (spec->kind)
    {
    case IJK_CHART_TIME:
    case IJK_CHART_SPARKLINE:
      list_time (rows, spec, stops[stop].i_x);
      break;
    case IJK_CHART_ROWS:
      list_row (rows, spec, stops[stop].i_x);
      break;
    case IJK_CHART_BLOCKS:
      list_block (rows, spec, stops[stop].i_x);
      break;
    case IJK_CHART_HISTOGRAM:
      list_bin (rows, spec, stops[stop].i_x);
      break;
    case IJK_CHART_GRID:
      list_point (rows, spec, stops[stop].i_x,
                  find_field_row (layout, isfinite (y_px) ? y_px : stops[stop].y_px));
      break;
    }
  if (rows->len > MAX_ROWS)
    g_array_set_size (rows, MAX_ROWS);
  return rows;
}

static PangoLayout *
make_text (const IjkChartLayout *layout,
           GtkWidget            *widget,
           const char           *words,
           gboolean              is_strong)
{
  PangoLayout *text = gtk_widget_create_pango_layout (widget, words);

  ijk_type_apply (text, ijk_chart_layout_get_family (layout),
                  is_strong ? IJK_TYPE_STRONG : IJK_TYPE_LABEL,
                  ijk_chart_layout_get_text_scale (layout));
  pango_layout_set_ellipsize (text, PANGO_ELLIPSIZE_END);
  return text;
}

static void
clear_text (gpointer data)
{
  RowText *text = data;

  g_clear_object (&text->label);
  g_clear_object (&text->value);
}

static GArray *
measure_rows (const IjkChartLayout *layout,
              GtkWidget            *widget,
              const GArray         *rows,
              IjkTextSize          *size,
              int                  *value_width)
{
  const double scale = ijk_chart_layout_get_text_scale (layout);
  GArray *texts = g_array_new (FALSE, TRUE, sizeof (RowText));
  double label_width = 0;

  g_array_set_clear_func (texts, clear_text);
  *value_width = 0;
  *size = (IjkTextSize) { 0, 2 * PADDING };
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);
      RowText text = { .label = make_text (layout, widget, row->label, row->is_strong) };
      const double key = row->role != IJK_ROLE_NONE ? KEY_SIZE + KEY_GAP : 0;

      pango_layout_get_pixel_size (text.label, &text.label_width, &text.height);
      if (text.label_width > MAX_LABEL_WIDTH * scale)
        {
          text.label_width = (int) (MAX_LABEL_WIDTH * scale);
          pango_layout_set_width (text.label, text.label_width * PANGO_SCALE);
        }
      if (row->value != NULL)
        {
          text.value = make_text (layout, widget, row->value, row->is_strong && !row->is_dim);
          pango_layout_get_pixel_size (text.value, &text.value_width, NULL);
          *value_width = MAX (*value_width, text.value_width);
          label_width = MAX (label_width, key + text.label_width);
        }
      else
        size->width = MAX (size->width, key + text.label_width);
      size->height += text.height + (i > 0 ? ROW_GAP : 0);
      g_array_append_val (texts, text);
    }
  size->width = MAX (size->width, label_width + COLUMN_GAP + *value_width) + 2 * PADDING;
  return texts;
}

static GdkRGBA
to_rgba (IjkColour colour,
         double    alpha)
{
  return (GdkRGBA) { (float) colour.red, (float) colour.green, (float) colour.blue,
                     (float) alpha };
}

static void
draw_key (GtkSnapshot *snapshot,
          const Row   *row,
          double       x,
          double       y,
          double       height)
{
  /* The bubble is dark in every style. */
  const GdkRGBA colour = to_rgba (ijk_palette_get_colour (IJK_STYLE_DARK, row->role), 1);
  const double middle = y + height / 2;

  if (!row->is_line)
    {
      gtk_snapshot_append_color (snapshot, &colour,
                                 &GRAPHENE_RECT_INIT ((float) x, (float) middle - KEY_SIZE / 2.0f,
                                                      KEY_SIZE, KEY_SIZE));
      return;
    }
  for (guint i = 0; i < (row->dash == IJK_DASH_SOLID ? 1 : 2); i++)
    gtk_snapshot_append_color (
      snapshot, &colour,
      &GRAPHENE_RECT_INIT ((float) x + (float) i * (KEY_SIZE / 2 + 2), (float) middle - 1.25f,
                           row->dash == IJK_DASH_SOLID ? KEY_SIZE : KEY_SIZE / 2 - 1, 2.5f));
}

static void
draw_frame (GtkSnapshot  *snapshot,
            const IjkBox *box,
            IjkStyle      style)
{
  const GdkRGBA fill = { 0.16f, 0.155f, 0.18f, 0.97f };
  const GdkRGBA shadow = { 0, 0, 0, 0.28f };
  const gboolean has_rim = style != IJK_STYLE_LIGHT;
  const GdkRGBA rim = to_rgba (ijk_palette_get_colour (IJK_STYLE_DARK, IJK_ROLE_TEXT),
                               style == IJK_STYLE_DARK ? 0.2 : 1);
  const GdkRGBA rims[] = { rim, rim, rim, rim };
  const float widths[] = { 1, 1, 1, 1 };
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline,
                                   &GRAPHENE_RECT_INIT ((float) box->x, (float) box->y,
                                                        (float) box->width, (float) box->height),
                                   RADIUS);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &shadow, 0, 2, 0, 8);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &fill, &outline.bounds);
  gtk_snapshot_pop (snapshot);
  if (has_rim)
    gtk_snapshot_append_border (snapshot, &outline, widths, rims);
}

static void
draw_text (GtkSnapshot *snapshot,
           PangoLayout *text,
           double       x,
           double       y,
           IjkRole      role)
{
  const GdkRGBA colour = to_rgba (ijk_palette_get_colour (IJK_STYLE_DARK, role), 1);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_layout (snapshot, text, &colour);
  gtk_snapshot_restore (snapshot);
}

void
ijk_chart_bubble_snapshot (const IjkChartLayout *layout,
                           guint                 stop,
                           double                y_px,
                           IjkStyle              style,
                           GtkWidget            *widget,
                           GtkSnapshot          *snapshot)
{
  g_autoptr (GArray) rows = list_rows (layout, stop, y_px);
  g_autoptr (GArray) texts = NULL;
  guint n_stops;
  const IjkStop *stops = ijk_chart_layout_get_stops (layout, &n_stops);
  IjkTextSize size;
  int value_width;
  IjkBox box;
  double y;

  if (rows->len == 0)
    return;
  texts = measure_rows (layout, widget, rows, &size, &value_width);
  box = ijk_chart_layout_place_bubble (layout, stops[stop].x_px, size.width, size.height);
  box.x = floor (box.x);
  box.y = floor (box.y);
  box.width = ceil (size.width);
  box.height = ceil (size.height);

  draw_frame (snapshot, &box, style);
  y = box.y + PADDING;
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);
      const RowText *text = &g_array_index (texts, RowText, i);
      const double x = box.x + PADDING + (row->role != IJK_ROLE_NONE ? KEY_SIZE + KEY_GAP : 0);

      if (row->role != IJK_ROLE_NONE)
        draw_key (snapshot, row, box.x + PADDING, y, text->height);
      draw_text (snapshot, text->label, x, y,
                 row->is_dim && !row->is_strong ? IJK_ROLE_TEXT_DIM : IJK_ROLE_TEXT);
      if (text->value != NULL)
        draw_text (snapshot, text->value, box.x + box.width - PADDING - text->value_width, y,
                   row->is_dim ? IJK_ROLE_TEXT_DIM : IJK_ROLE_TEXT);
      y += text->height + ROW_GAP;
    }
}

char *
ijk_chart_bubble_describe (const IjkChartLayout *layout,
                           guint                 stop)
{
  g_autoptr (GArray) rows = list_rows (layout, stop, NAN);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);

      if (words->len > 0)
        g_string_append (words, ", ");
      g_string_append (words, row->label);
      if (row->value != NULL)
        g_string_append_printf (words, " %s", row->value);
    }
  return g_string_free (words, FALSE);
}
