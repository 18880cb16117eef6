/* Charts over a time axis: one or two panels with a scale each over the same years.
 *
 * Each series is named once: in its band if it is stacked and there is room, else beside its end,
 * else in a key. Whether a band has room shows only when the plot has its size, which depends on
 * the labels beside it; so the plot is laid out again with what did not fit moved outside.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "ijk-layout-time-private.h"

#define PANEL_GAP 12
#define WORDS_GAP 3 /* between the words of the boundary and the plot */
#define WORDS_MARGIN 6 /* between them and their line */
#define MIN_WORDS_MARGIN 3
#define BOUNDARY_REACH 12 /* of its line, above the plot */
#define MAX_LABEL_SHARE 0.36 /* of the width, for labels beside the plot */
#define PX_PER_Y_TICK 44
#define PX_PER_YEAR_TICK 52
#define MAX_PASSES 3

static double
boundary_x (const IjkTimeLayout *time)
{
  const IjkChartSpec *spec = time->layout->spec;
  const gboolean is_between = time->has_columns || spec->boundary.is_shaded;

  return spec->boundary.x + (is_between ? 0.5 * ijk_layout_x_step (spec) : 0);
}

static double
boundary_px (const IjkTimeLayout *time)
{
  const IjkBox *plot = &time->layout->panels[0].plot;

  return MIN (ijk_chart_layout_x_to_px (time->layout, boundary_x (time)), plot->x + plot->width);
}

static gboolean
has_boundary (const IjkTimeLayout *time)
{
  const IjkChartLayout *self = time->layout;
  const double x = self->spec->boundary.x;

  return isfinite (x) && x >= self->x_min && x < self->x_max;
}

static gboolean
has_boundary_words (const IjkTimeLayout *time)
{
  const IjkChartBoundary *boundary = &time->layout->spec->boundary;

  return has_boundary (time) && !boundary->is_shaded
         && (boundary->before_text != NULL || boundary->after_text != NULL)
         && ijk_layout_shows (time->layout, IJK_DETAIL_UNIT);
}

/* Words that would stand where the highest tick text is stand higher. */
static double
words_rise (const IjkTimeLayout *time)
{
  IjkChartLayout *self = time->layout;

  return time->raises_words
             ? ijk_text_meter_get_line_height (self->meter, IJK_TYPE_AXIS) / 2
             : 0;
}

static double
boundary_words_height (const IjkTimeLayout *time)
{
  IjkChartLayout *self = time->layout;

  return ijk_text_meter_get_line_height (self->meter, IJK_TYPE_AXIS)
         + ijk_layout_scale (self, WORDS_GAP) + words_rise (time);
}

/* Between the name of the first axis and its plot. */
double
ijk_time_words_height (IjkTimeLayout *time)
{
  return has_boundary_words (time) ? boundary_words_height (time)
                                   : ijk_layout_unit_air (time->layout);
}

static double
panel_gap (const IjkChartLayout *self)
{
  return MIN (ijk_layout_scale (self, PANEL_GAP), 0.15 * self->inner.height);
}

/* Shares the height among the panels and chooses their value ranges. */
static gboolean
lay_out_heights (IjkTimeLayout *time)
{
  IjkChartLayout *self = time->layout;
  const IjkChartSpec *spec = self->spec;
  const IjkBox *inner = &self->inner;
  const double air = ijk_layout_unit_air (self);
  double fixed = ijk_layout_x_axis_height (self, spec->x_axis.name);
  double weights = 0;
  double y = inner->y;
  /* Two panels need some more together than one. */
  const double share = self->n_panels > 1 ? 1.2 : 1;

  for (guint i = 0; i < self->n_panels; i++)
    {
      fixed += ijk_layout_unit_height (self, spec->panels[i].axis.name) + air
               + (i > 0 ? panel_gap (self) : 0);
      weights += spec->panels[i].weight > 0 ? spec->panels[i].weight : 1;
    }
  if (has_boundary_words (time))
    fixed += boundary_words_height (time) - air;

  for (guint i = 0; i < self->n_panels; i++)
    {
      const double weight = spec->panels[i].weight > 0 ? spec->panels[i].weight : 1;
      IjkBox *plot = &self->panels[i].plot;
      IjkChartAxis axis = spec->panels[i].axis;
      double low, high;

      y += i > 0 ? panel_gap (self) : 0;
      y += ijk_layout_unit_height (self, spec->panels[i].axis.name) + air;
      y += i == 0 && has_boundary_words (time) ? boundary_words_height (time) - air : 0;
      plot->y = y;
      plot->height = (inner->height - fixed) * weight / weights;
      if (plot->height < ijk_layout_min_plot_height (self) * share * weight / weights)
        {
          if (self->detail < IJK_DETAIL_AXIS_TEXT)
            return FALSE;
          plot->height = MAX (plot->height, 1);
        }
      y += plot->height;

      ijk_time_find_range (time, i, &low, &high);
      ijk_time_widen_range (time, i, &low, &high);
      ijk_layout_widen_axis (&axis, low, high);
      ijk_layout_value_range (self, i, &axis, low, high, plot->height,
                              self->n_panels > 1 ? 0.8 * PX_PER_Y_TICK : PX_PER_Y_TICK);
    }
  return TRUE;
}

/* Sets left edge and width of the plots. */
static gboolean
lay_out_widths (IjkTimeLayout *time,
                double     *column_width)
{
  IjkChartLayout *self = time->layout;
  const IjkChartSpec *spec = self->spec;
  const IjkBox *inner = &self->inner;
  g_autofree char *last_year = ijk_number_format (&spec->x_axis.format, spec->x[spec->n_x - 1]);
  double left = 0, right, width;

  *column_width = 0;
  for (guint i = 0; i < self->n_panels; i++)
    {
      left = MAX (left, ijk_layout_tick_width (self, i, &spec->panels[i].axis));
      if (ijk_layout_shows (self, IJK_DETAIL_LABELS))
        *column_width
          = MAX (*column_width,
                 ijk_layout_end_label_width (self, (const IjkEndLabel *) time->labels[i]->data,
                                             time->labels[i]->len));
    }
  if (*column_width > MAX_LABEL_SHARE * inner->width)
    return FALSE;
  if (ijk_time_key_place (time) == IJK_TIME_KEY_BESIDE)
    *column_width = ijk_time_key_column_width (time);
  if (isnan (*column_width))
    return FALSE;

  /* Half of the last year's text, which is centred below the plot's edge. */
  right = ijk_layout_shows (self, IJK_DETAIL_AXIS_TEXT)
            ? ijk_text_meter_measure (self->meter, IJK_TYPE_AXIS, last_year).width / 2
            : ijk_layout_scale (self, 2);
  right = MAX (right, *column_width);
  width = inner->width - left - right;
  if (width < ijk_layout_min_plot_width (self))
    {
      if (self->detail < IJK_DETAIL_AXIS_TEXT)
        return FALSE;
      width = MAX (width, 1);
    }
  for (guint i = 0; i < self->n_panels; i++)
    {
      self->panels[i].plot.x = inner->x + left;
      self->panels[i].plot.width = width;
    }
  return TRUE;
}

static void
add_boundary (IjkTimeLayout *time)
{
  IjkChartLayout *self = time->layout;
  const IjkChartBoundary *boundary = &self->spec->boundary;
  const double x = boundary_px (time);

  if (!has_boundary (time))
    return;
  for (guint i = 0; i < self->n_panels; i++)
    {
      const IjkBox *plot = &self->panels[i].plot;
      const double top
        = plot->y
          - (i == 0 && has_boundary_words (time)
               ? ijk_layout_scale (self, BOUNDARY_REACH) + words_rise (time)
               : 0);
      const IjkPoint points[] = { { x, top }, { x, plot->y + plot->height } };

      if (boundary->is_shaded)
        ijk_mark_list_add (self->marks, IJK_LAYER_BACK,
                           &(IjkMark) { .kind = IJK_MARK_BOX, .i_part = IJK_NO_INDEX,
                                        .i_x = IJK_NO_INDEX, .panel = i,
                                        .box = { plot->x, plot->y, x - plot->x, plot->height },
                                        .fill = IJK_ROLE_SHADE });
      else
        ijk_mark_list_add_shape (self->marks, IJK_LAYER_LINE,
                                 &(IjkMark) { .kind = IJK_MARK_LINE, .i_part = IJK_NO_INDEX,
                                              .i_x = IJK_NO_INDEX, .panel = i,
                                              .stroke = IJK_ROLE_TEXT, .width_px = 1.3,
                                              .dash = IJK_DASH_DOTTED },
                                 points, 2);
    }
}

/* Where the room at the left is short the word goes closer to the line. */
static IjkBox
boundary_word_box (IjkTimeLayout *time,
                   const char    *text,
                   gboolean       is_before)
{
  IjkChartLayout *self = time->layout;
  const double margin = ijk_layout_scale (self, WORDS_MARGIN);
  const double x = boundary_px (time);
  const double bottom
      = self->panels[0].plot.y - ijk_layout_scale (self, WORDS_GAP) - words_rise (time);
  IjkBox box;

  if (!is_before)
    return ijk_layout_text_box (self, IJK_TYPE_AXIS, text, x + margin, bottom, 0, 1);
  box = ijk_layout_text_box (self, IJK_TYPE_AXIS, text, x - margin, bottom, 1, 1);
  if (box.x < self->inner.x)
    box.x = MIN (self->inner.x, x - ijk_layout_scale (self, MIN_WORDS_MARGIN) - box.width);
  return box;
}

/* Whether the word before the boundary has room but for the text of a tick at the top of the plot. */
static gboolean
words_meet_tick (IjkTimeLayout *time)
{
  IjkChartLayout *self = time->layout;
  const char *before = self->spec->boundary.before_text;
  const IjkLayoutPanel *panel = &self->panels[0];
  IjkBox box;

  if (!has_boundary_words (time) || before == NULL || panel->ticks.n_values == 0)
    return FALSE;
  box = boundary_word_box (time, before, TRUE);
  return box.x >= 0 && box.x < panel->plot.x
         && ijk_chart_layout_y_to_px (self, 0, panel->ticks.values[panel->ticks.n_values - 1])
                < panel->plot.y + ijk_text_meter_get_line_height (self->meter, IJK_TYPE_AXIS) / 2;
}

static void
add_boundary_words (IjkTimeLayout *time)
{
  IjkChartLayout *self = time->layout;
  const IjkChartBoundary *boundary = &self->spec->boundary;
  const IjkBox *plot = &self->panels[0].plot;
  const double x = boundary_px (time);
  const double gap = ijk_layout_scale (self, WORDS_MARGIN);
  const IjkMark words[] = {
    { .type = IJK_TYPE_AXIS, .stroke = IJK_ROLE_TEXT_DIM, .text = boundary->before_text },
    { .type = IJK_TYPE_AXIS, .stroke = IJK_ROLE_TEXT_DIM, .text = boundary->after_text },
  };
  IjkBox box;

  if (!has_boundary (time) || !ijk_layout_shows (self, IJK_DETAIL_UNIT))
    return;
  if (boundary->is_shaded)
    {
      if (boundary->before_text == NULL)
        return;
      box = ijk_layout_text_box (self, IJK_TYPE_AXIS, boundary->before_text, plot->x + gap,
                                 plot->y + plot->height - gap / 2, 0, 1);
      if (box.width < x - plot->x - gap
          && !ijk_layout_crosses_line (self, &box, IJK_NO_INDEX))
        ijk_layout_text (self, &words[0], &box);
      return;
    }
  /* Where there is no room for the word of the past, the other one still tells what the line is. */
  for (guint i = 2; i-- > 0;)
    {
      if (words[i].text == NULL)
        continue;
      box = boundary_word_box (time, words[i].text, i == 0);
      if (!ijk_layout_text (self, &words[i], &box))
        return;
    }
}

static void
add_rules (IjkTimeLayout *time)
{
  IjkChartLayout *self = time->layout;

  for (guint i = 0; i < self->spec->n_rules; i++)
    {
      const IjkChartRule *rule = &self->spec->rules[i];
      const IjkBox *plot = &self->panels[rule->panel].plot;
      const double y = ijk_chart_layout_y_to_px (self, rule->panel, rule->value);
      const IjkPoint points[] = { { plot->x, y }, { plot->x + plot->width, y } };

      if (y >= plot->y - 0.5 && y <= plot->y + plot->height + 0.5)
        ijk_mark_list_add_shape (self->marks, IJK_LAYER_LINE,
                                 &(IjkMark) { .kind = IJK_MARK_LINE, .part = IJK_PART_RULE,
                                              .i_part = i, .i_x = IJK_NO_INDEX,
                                              .panel = rule->panel, .stroke = rule->role,
                                              .width_px = 2, .dash = rule->dash },
                                 points, 2);
    }
}

static void
add_axes (IjkTimeLayout *time)
{
  IjkChartLayout *self = time->layout;
  const IjkChartSpec *spec = self->spec;
  const double air = ijk_layout_unit_air (self);
  const double first_air = ijk_time_words_height (time);
  IjkTicks ticks;

  for (guint i = 0; i < self->n_panels; i++)
    {
      const char *name = spec->panels[i].axis.name;

      ijk_layout_unit (self, name,
                       self->panels[i].plot.y - (i == 0 ? first_air : air)
                         - ijk_layout_unit_height (self, name),
                       i == 0 ? self->inner.width : ijk_time_lower_unit_width (time));
      ijk_layout_value_axis (self, i, &spec->panels[i].axis, TRUE);
    }
  ijk_ticks_of_years (&ticks, spec->x[0], spec->x[spec->n_x - 1],
                      (guint) MAX (2, self->panels[0].plot.width
                                        / ijk_layout_scale (self, PX_PER_YEAR_TICK)));
  ijk_layout_flat_axis (self, &ticks, &spec->x_axis.format, FALSE,
                        ijk_layout_shows (self, IJK_DETAIL_AXIS_TEXT));
  ijk_layout_x_axis_name (self, spec->x_axis.name);
}

static gboolean
lay_out_plots (IjkTimeLayout *time,
               double        *column_width)
{
  if (!lay_out_heights (time))
    return FALSE;
  ijk_time_collect_labels (time);
  return lay_out_widths (time, column_width);
}

typedef enum
{
  PASS_FITS,
  PASS_FAILS,
  PASS_AGAIN, /* with more labels outside */
} PassResult;

static PassResult
lay_out_pass (IjkTimeLayout *time)
{
  IjkChartLayout *self = time->layout;
  const IjkTimeKeyPlace key = ijk_time_key_place (time);
  double column_width = 0;

  ijk_time_set_x_range (time);
  if ((key == IJK_TIME_KEY_BELOW && !ijk_time_place_key_below (time))
      || !lay_out_plots (time, &column_width))
    return PASS_FAILS;
  if (!time->raises_words && words_meet_tick (time))
    {
      time->raises_words = TRUE;
      /* Words are worth less than what else would give way. */
      if (!lay_out_plots (time, &column_width))
        {
          time->raises_words = FALSE;
          if (!lay_out_plots (time, &column_width))
            return PASS_FAILS;
        }
    }

  for (guint i = 0; i < self->n_panels; i++)
    ijk_layout_series (self, i, &time->areas[i], &time->columns[i]);
  add_rules (time);
  add_axes (time);
  ijk_time_add_stops (time);
  ijk_layout_take_handles (self);
  if (ijk_layout_shows (self, IJK_DETAIL_LABELS) && !ijk_time_place_end_labels (time, column_width))
    return PASS_FAILS;
  if (key == IJK_TIME_KEY_BESIDE && !ijk_time_place_key_beside (time, column_width))
    return PASS_FAILS;
  add_boundary (time);
  add_boundary_words (time);
  ijk_layout_markers (self);
  if (ijk_layout_shows (self, IJK_DETAIL_LABELS) && !ijk_time_place_near_labels (time))
    return PASS_AGAIN;
  if (key == IJK_TIME_KEY_NONE && ijk_layout_shows (self, IJK_DETAIL_AXIS_TEXT)
      && !ijk_time_place_band_labels (time) && ijk_layout_shows (self, IJK_DETAIL_LABELS))
    return PASS_AGAIN;
  if (ijk_layout_shows (self, IJK_DETAIL_UNIT))
    ijk_layout_handle_labels (self);
  return PASS_FITS;
}

static gboolean
has_data (IjkTimeLayout *time)
{
  const IjkChartSpec *spec = time->layout->spec;

  for (guint i = 0; i < spec->n_panels; i++)
    {
      double low, high;

      ijk_time_find_range (time, i, &low, &high);
      if (isfinite (low))
        return TRUE;
    }
  return FALSE;
}

gboolean
ijk_layout_time (IjkChartLayout *self)
{
  PassResult result = PASS_FITS;
  IjkTimeLayout time;

  ijk_time_init (&time, self);
  if (!has_data (&time))
    ijk_layout_empty_message (self);
  else
    for (guint i = 0; i < MAX_PASSES; i++)
      {
        if (i > 0)
          {
            ijk_mark_list_clear (self->marks);
            g_array_set_size (self->stops, 0);
            g_array_set_size (self->taken, 0);
            ijk_layout_frame (self);
          }
        self->n_panels = self->spec->n_panels;
        result = lay_out_pass (&time);
        if (result != PASS_AGAIN)
          break;
      }
  ijk_time_clear (&time);
  return result == PASS_FITS;
}
