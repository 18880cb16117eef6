/* Naming the series of a time chart: inside their bands, beside their ends, or in a key.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "ijk-layout-time-private.h"

#define KEY_PITCH 17

static const char *
end_text (IjkTimeLayout           *time,
          const IjkChartSeries *series,
          double                value)
{
  const IjkNumberFormat *format = &time->layout->spec->panels[series->panel].axis.format;
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;

  if (!series->has_end_value || !isfinite (value))
    return series->label;
  number = ijk_number_format (format, value);
  /* Isolated, so that a name in another direction does not swallow the digits. */
  text = g_strdup_printf ("%s \u2066%s\u2069", series->label, number);
  return g_string_chunk_insert (time->strings, text);
}

/* What names a series; @y: its last value. */
IjkEndLabel
ijk_time_make_label (IjkTimeLayout *time,
                     guint          i_series,
                     double         y)
{
  const IjkChartSeries *series = &time->layout->spec->series[i_series];
  const gboolean is_surface = series->shape == IJK_SHAPE_AREA || series->shape == IJK_SHAPE_COLUMN
                              || series->shape == IJK_SHAPE_BAND;

  return (IjkEndLabel) {
    .i_part = i_series,
    .part = IJK_PART_SERIES,
    .text = end_text (time, series, y),
    .role = series->role,
    .tone = series->shape == IJK_SHAPE_BAND ? series->tone
                                            : ijk_layout_surface_tone (series, FALSE),
    .pattern = series->pattern,
    .dash = series->dash,
    .is_strong = series->is_strong,
    .has_key = series->shape == IJK_SHAPE_COLUMN,
    .is_line_key = !is_surface,
  };
}

/* What names a rule. */
IjkEndLabel
ijk_time_make_rule_label (const IjkTimeLayout *time,
                          guint                i_rule)
{
  const IjkChartRule *rule = &time->layout->spec->rules[i_rule];

  return (IjkEndLabel) {
    .i_part = i_rule,
    .part = IJK_PART_RULE,
    .text = rule->label,
    .role = rule->role,
    .dash = rule->dash,
    .is_strong = rule->role == IJK_ROLE_TARGET,
    .is_line_key = TRUE,
    .anchor = { INFINITY, rule->value },
  };
}

/* What ends within the plot is named there, not across the plot. */
static gboolean
ends_early (const IjkTimeLayout *time,
            guint                i_series)
{
  const IjkChartSpec *spec = time->layout->spec;
  const IjkShape shape = spec->series[i_series].shape;
  double x, y;

  if (shape == IJK_SHAPE_COLUMN || (shape == IJK_SHAPE_AREA && spec->n_x > 1))
    return FALSE;
  return ijk_time_find_end (time, i_series, &x, &y)
         && (spec->n_x == 1 || x < spec->x[spec->n_x - 1]);
}

void
ijk_time_collect_labels (IjkTimeLayout *time)
{
  const IjkChartSpec *spec = time->layout->spec;

  for (guint panel = 0; panel < 2; panel++)
    g_array_set_size (time->labels[panel], 0);
  for (guint i = 0; i < spec->n_series; i++)
    {
      const IjkChartSeries *series = &spec->series[i];
      IjkEndLabel label;
      double x, y;

      if (series->is_unlabelled || series->label == NULL || !ijk_time_find_end (time, i, &x, &y)
          || (!time->is_outside[i] && (series->shape == IJK_SHAPE_AREA || ends_early (time, i))))
        continue;
      label = ijk_time_make_label (time, i, y);
      label.anchor = (IjkPoint) { x, y };
      g_array_append_val (time->labels[series->panel], label);
    }
  for (guint i = 0; i < spec->n_rules; i++)
    {
      const IjkChartRule *rule = &spec->rules[i];
      const IjkEndLabel label = ijk_time_make_rule_label (time, i);

      if (rule->label != NULL && isfinite (rule->value))
        g_array_append_val (time->labels[rule->panel], label);
    }
}

/* From data to pixels; keys of columns are listed in the middle in the order of the stack. */
static void
anchor_labels (IjkTimeLayout *time,
               guint       panel)
{
  IjkChartLayout *self = time->layout;
  const IjkBox *plot = &self->panels[panel].plot;
  guint n_keys = 0, i_key = 0;

  for (guint i = 0; i < time->labels[panel]->len; i++)
    n_keys += g_array_index (time->labels[panel], IjkEndLabel, i).has_key;
  for (guint i = 0; i < time->labels[panel]->len; i++)
    {
      IjkEndLabel *label = &g_array_index (time->labels[panel], IjkEndLabel, i);

      label->anchor.x = isfinite (label->anchor.x)
                          ? ijk_chart_layout_x_to_px (self, label->anchor.x)
                          : plot->x + plot->width;
      label->anchor.y = ijk_chart_layout_y_to_px (self, panel, label->anchor.y);
      if (label->has_key)
        label->anchor.y = plot->y + plot->height / 2
                          + ijk_layout_scale (self, KEY_PITCH) * ((n_keys - 1) / 2.0 - i_key++);
    }
}

gboolean
ijk_time_place_end_labels (IjkTimeLayout *time,
                  double      column_width)
{
  IjkChartLayout *self = time->layout;
  const double half
    = ijk_text_meter_get_line_height (self->meter, IJK_TYPE_LABEL) / 2;

  for (guint i = 0; i < self->n_panels; i++)
    {
      const IjkBox *plot = &self->panels[i].plot;

      anchor_labels (time, i);
      if (!ijk_layout_end_labels (self, (const IjkEndLabel *) time->labels[i]->data,
                                  time->labels[i]->len, plot->x + plot->width, column_width,
                                  plot->y - half, plot->y + plot->height + 4))
        return FALSE;
    }
  return TRUE;
}

/* Whether the column of the year in which a line ends reaches under the words. */
static gboolean
covers_column (IjkChartLayout *self,
               const IjkBox   *box)
{
  guint n_marks;
  const IjkMark *marks = ijk_mark_list_get (self->marks, IJK_LAYER_DATA, &n_marks);

  for (guint i = 0; i < n_marks; i++)
    if (marks[i].kind == IJK_MARK_BOX && marks[i].part == IJK_PART_SERIES
        && ijk_box_overlaps (box, &marks[i].box))
      return TRUE;
  return FALSE;
}

static gboolean
place_near_end (IjkTimeLayout *time,
                guint          i_series,
                double         x,
                double         y)
{
  IjkChartLayout *self = time->layout;
  const IjkChartSeries *series = &self->spec->series[i_series];
  const char *text = end_text (time, series, y);
  const IjkType type = series->is_strong ? IJK_TYPE_STRONG : IJK_TYPE_LABEL;
  const double end_x = ijk_chart_layout_x_to_px (self, x);
  const double end_y = ijk_chart_layout_y_to_px (self, series->panel, y);
  const double gap = ijk_layout_scale (self, 6);
  /* A column stands on both sides of its year. */
  const double half_step = time->has_columns ? 0.5 * ijk_layout_x_step (self->spec) : 0;
  const double clear_x = ijk_chart_layout_x_to_px (self, x + half_step) + gap;
  const struct
  {
    double x, y, x_share, y_share;
  } sides[] = {
    { end_x + gap, end_y, 0, 0.5 },         { clear_x, end_y, 0, 0.5 },
    { end_x - gap, end_y + gap / 2, 1, 0 }, { end_x + gap, end_y + gap / 2, 0, 0 },
    { end_x, end_y + gap, 0.5, 0 },         { end_x, end_y - gap, 0.5, 1 },
    { end_x + gap, end_y - gap / 2, 0, 1 }, { end_x - gap, end_y - gap / 2, 1, 1 },
  };
  const IjkMark words = {
    .text = text,
    .type = type,
    .part = IJK_PART_SERIES,
    .i_part = i_series,
    .panel = series->panel,
    .stroke = series->role,
    .halo = IJK_ROLE_CARD,
  };

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      const IjkBox box = ijk_layout_text_box (self, type, text, sides[i].x, sides[i].y,
                                              sides[i].x_share, sides[i].y_share);

      if (ijk_box_contains (&self->panels[series->panel].plot, &box, 0)
          && !ijk_layout_crosses_line (self, &box, IJK_NO_INDEX) && !covers_column (self, &box)
          && ijk_layout_text (self, &words, &box))
        return TRUE;
    }
  return FALSE;
}

/* Names the lines that end within the plot; notes in is_outside which find no place. */
gboolean
ijk_time_place_near_labels (IjkTimeLayout *time)
{
  const IjkChartSpec *spec = time->layout->spec;
  gboolean all_fit = TRUE;

  for (guint i = 0; i < spec->n_series; i++)
    {
      const IjkChartSeries *series = &spec->series[i];
      double x, y;

      if (series->is_unlabelled || series->label == NULL || time->is_outside[i]
          || !ends_early (time, i) || !ijk_time_find_end (time, i, &x, &y))
        continue;
      if (!place_near_end (time, i, x, y))
        {
          time->is_outside[i] = TRUE;
          all_fit = FALSE;
        }
    }
  return all_fit;
}

/* Names the bands from the inside; notes in is_outside which do not fit. */
gboolean
ijk_time_place_band_labels (IjkTimeLayout *time)
{
  IjkChartLayout *self = time->layout;
  gboolean all_fit = TRUE;

  for (guint i = 0; i < self->spec->n_series; i++)
    {
      const IjkChartSeries *series = &self->spec->series[i];
      double x, y;

      if (series->shape != IJK_SHAPE_AREA || series->is_unlabelled || series->label == NULL
          || time->is_outside[i] || ends_early (time, i) || !ijk_time_find_end (time, i, &x, &y))
        continue;
      if (!ijk_layout_band_label (self, i, &time->areas[series->panel]))
        {
          time->is_outside[i] = TRUE;
          all_fit = FALSE;
        }
    }
  return all_fit;
}
