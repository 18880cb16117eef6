/* Axes: ranges, ticks, their words and the grid lines.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-chart-layout-private.h"

#include <math.h>

#define TICK_GAP 7 /* between tick text and the plot at its right */
#define TICK_MARK 4
/* Of a range: what reaches less far past zero is about a pixel. */
#define SPECK_SHARE 0.005
/* More is a ruler, with steps of 3 to suit the height, where an axis wants round numbers. */
#define MAX_WANTED_TICKS 13

/**
 * ijk_layout_widen_axis:
 * @axis: (inout)
 *
 * Moves fixed ends out to the data, which is never cut off.
 */
void
ijk_layout_widen_axis (IjkChartAxis *axis,
                       double        low,
                       double        high)
{
  if (isfinite (axis->min) && isfinite (low))
    axis->min = MIN (axis->min, low);
  if (isfinite (axis->max) && isfinite (high))
    axis->max = MAX (axis->max, high);
}

/* Axes of charts that differ in kind have nothing to do with each other. */
static void
keep_range (const IjkChartLayout *self,
            guint                 panel,
            double               *low,
            double               *high)
{
  const IjkChartLayout *kept = self->parameters.keeps_range_of;
  double kept_low, kept_high;

  if (kept == NULL || kept->is_empty || kept->spec->kind != self->spec->kind
      || kept->spec->n_panels != self->spec->n_panels || panel >= kept->n_panels)
    return;
  ijk_chart_layout_get_range (kept, panel, &kept_low, &kept_high);
  *low = MIN (*low, kept_low);
  *high = MAX (*high, kept_high);
}

/* A speck on the other side of zero would open a whole tick step there, nearly empty: it asks for no
 * ticks. The axis still ends at the speck, which is not cut off. */
static void
find_ticked_range (double  low,
                   double  high,
                   double *ticked_low,
                   double *ticked_high)
{
  const double speck = SPECK_SHARE * (high - low);

  *ticked_low = low < 0 && low > -speck ? 0 : low;
  *ticked_high = high > 0 && high < speck ? 0 : high;
}

/**
 * ijk_layout_value_range:
 * @low: lowest value of the data, NAN for none
 * @high: highest one
 * @length_px: of the axis
 * @px_per_tick: how far apart ticks should be
 *
 * Chooses the range and the ticks of a panel's value axis.
 */
void
ijk_layout_value_range (IjkChartLayout     *self,
                        guint               panel,
                        const IjkChartAxis *axis,
                        double              low,
                        double              high,
                        double              length_px,
                        double              px_per_tick)
{
  IjkLayoutPanel *layout_panel = &self->panels[panel];
  IjkTicks *ticks = &layout_panel->ticks;
  const double n_wanted
      = MIN (1 + length_px / ijk_layout_scale (self, px_per_tick), MAX_WANTED_TICKS);
  const gboolean is_fixed = isfinite (axis->min) && isfinite (axis->max) && axis->min < axis->max;
  double ticked_low, ticked_high;

  if (!isfinite (low) || !isfinite (high))
    low = high = 0;
  if (axis->starts_at_zero || low == high)
    {
      low = MIN (low, 0);
      high = MAX (high, 0);
    }
  if (isfinite (axis->min))
    low = MIN (axis->min, high);
  if (isfinite (axis->max))
    high = MAX (axis->max, low);
  keep_range (self, panel, &low, &high);
  if (low == high)
    high = low + 1;

  find_ticked_range (low, high, &ticked_low, &ticked_high);
  ijk_ticks_of_range (ticks, ticked_low, ticked_high, n_wanted, !is_fixed);
  layout_panel->y_min = isfinite (axis->min) ? low : MIN (low, ticks->values[0]);
  layout_panel->y_max
    = isfinite (axis->max) ? high : MAX (high, ticks->values[ticks->n_values - 1]);

  /* A fixed end may lie between ticks. */
  ijk_ticks_trim (ticks, layout_panel->y_min, layout_panel->y_max);
}

static char *
format_tick (const IjkTicks        *ticks,
             const IjkNumberFormat *format,
             guint                  i_tick)
{
  IjkNumberFormat plain = *format;

  /* Units stand at the axis; a sign for differences only. */
  plain.prefix = NULL;
  plain.suffix = NULL;
  return ijk_number_format_decimals (&plain, ticks->values[i_tick], ticks->n_decimals);
}

/**
 * ijk_layout_tick_width:
 *
 * The room that the tick text of a vertical axis takes, with the gap to the plot; 0 without text.
 */
double
ijk_layout_tick_width (IjkChartLayout     *self,
                       guint               panel,
                       const IjkChartAxis *axis)
{
  const IjkTicks *ticks = &self->panels[panel].ticks;
  double width = 0;

  if (!ijk_layout_shows (self, IJK_DETAIL_AXIS_TEXT))
    return 0;
  for (guint i = 0; i < ticks->n_values; i++)
    {
      g_autofree char *text = format_tick (ticks, &axis->format, i);

      width = MAX (width, ijk_text_meter_measure (self->meter, IJK_TYPE_AXIS, text).width);
    }
  return width + ijk_layout_scale (self, TICK_GAP);
}

static void
add_rule_line (IjkChartLayout *self,
               IjkLayer        layer,
               guint           panel,
               IjkRole         role,
               IjkPoint        from,
               IjkPoint        to)
{
  const IjkPoint points[] = { from, to };

  ijk_mark_list_add_shape (self->marks, layer,
                           &(IjkMark) { .kind = IJK_MARK_LINE, .i_part = IJK_NO_INDEX,
                                        .i_x = IJK_NO_INDEX, .panel = panel, .stroke = role,
                                        .width_px = 1 },
                           points, 2);
}

/**
 * ijk_layout_value_axis:
 *
 * Places the tick text left of a panel's plot and a grid line at each tick; zero, or else the lower
 * end, gets the axis line.
 */
void
ijk_layout_value_axis (IjkChartLayout     *self,
                       guint               panel,
                       const IjkChartAxis *axis,
                       gboolean            has_grid)
{
  const IjkLayoutPanel *layout_panel = &self->panels[panel];
  const IjkBox *plot = &layout_panel->plot;
  const IjkTicks *ticks = &layout_panel->ticks;
  const gboolean has_zero = layout_panel->y_min <= 0 && layout_panel->y_max >= 0;
  const double base = ijk_chart_layout_y_to_px (self, panel, has_zero ? 0 : layout_panel->y_min);
  const double line_height = ijk_text_meter_get_line_height (self->meter, IJK_TYPE_AXIS);
  const double spacing
    = ticks->n_values > 1 ? plot->height / (ticks->n_values - 1.0) : plot->height;
  const guint modulus = (guint) MAX (1, ceil ((line_height + 1) / MAX (spacing, 0.1)));

  for (guint i = 0; i < ticks->n_values; i++)
    {
      const double y = ijk_chart_layout_y_to_px (self, panel, ticks->values[i]);

      if (has_grid && fabs (y - base) > 0.5)
        add_rule_line (self, IJK_LAYER_BACK, panel, IJK_ROLE_GRID, (IjkPoint) { plot->x, y },
                       (IjkPoint) { plot->x + plot->width, y });
      if (i % modulus == 0 && ijk_layout_shows (self, IJK_DETAIL_AXIS_TEXT))
        {
          g_autofree char *text = format_tick (ticks, &axis->format, i);
          IjkBox box
            = ijk_layout_text_box (self, IJK_TYPE_AXIS, text,
                                   plot->x - ijk_layout_scale (self, TICK_GAP), y, 1, 0.5);

          box.x = MAX (box.x, 0);
          box.y = CLAMP (box.y, 0, MAX (0, self->parameters.height_px - box.height));
          ijk_layout_text (self,
                           &(IjkMark) { .text = text, .type = IJK_TYPE_AXIS, .panel = panel,
                                        .stroke = IJK_ROLE_TEXT_DIM },
                           &box);
        }
    }
  add_rule_line (self, IJK_LAYER_AXIS, panel, IJK_ROLE_AXIS, (IjkPoint) { plot->x, base },
                 (IjkPoint) { plot->x + plot->width, base });
}

/**
 * ijk_layout_x_text_gap:
 * @line_height: of tick text
 *
 * How far below the plot the tick text begins: clear of the lowest tick text at the left.
 */
double
ijk_layout_x_text_gap (double line_height)
{
  return line_height / 2 + 1;
}

double
ijk_layout_x_axis_height (IjkChartLayout *self,
                          const char     *name)
{
  const double line_height = ijk_text_meter_get_line_height (self->meter, IJK_TYPE_AXIS);
  double height = ijk_layout_x_text_gap (line_height) + line_height;

  if (!ijk_layout_shows (self, IJK_DETAIL_AXIS_TEXT))
    return ijk_layout_scale (self, 2);
  if (name != NULL && ijk_layout_shows (self, IJK_DETAIL_UNIT))
    height += line_height;
  return height;
}

/**
 * ijk_layout_flat_axis:
 *
 * Places the tick text below the lowest panel, in order of importance: the ends first, then from
 * left to right what still fits.
 */
void
ijk_layout_flat_axis (IjkChartLayout        *self,
                      const IjkTicks        *ticks,
                      const IjkNumberFormat *format,
                      gboolean               has_grid,
                      gboolean               has_tick_marks)
{
  const guint last_panel = self->n_panels - 1;
  const IjkBox *plot = &self->panels[last_panel].plot;
  const double bottom = plot->y + plot->height;
  const double room = ijk_layout_scale (self, 8);
  const double gap
    = ijk_layout_x_text_gap (ijk_text_meter_get_line_height (self->meter, IJK_TYPE_AXIS));

  for (guint i = 0; i < ticks->n_values; i++)
    {
      const double x = ijk_chart_layout_x_to_px (self, ticks->values[i]);

      if (has_grid)
        add_rule_line (self, IJK_LAYER_BACK, last_panel, IJK_ROLE_GRID, (IjkPoint) { x, plot->y },
                       (IjkPoint) { x, bottom });
      if (has_tick_marks)
        add_rule_line (self, IJK_LAYER_AXIS, last_panel, IJK_ROLE_AXIS, (IjkPoint) { x, bottom },
                       (IjkPoint) { x, bottom + TICK_MARK });
    }
  if (!ijk_layout_shows (self, IJK_DETAIL_AXIS_TEXT))
    return;

  for (guint i_order = 0; i_order < ticks->n_values; i_order++)
    {
      const guint i = i_order == 1 ? ticks->n_values - 1 : i_order == 0 ? 0 : i_order - 1;
      const double x = ijk_chart_layout_x_to_px (self, ticks->values[i]);
      g_autofree char *text = format_tick (ticks, format, i);
      IjkBox box = ijk_layout_text_box (self, IJK_TYPE_AXIS, text, x, bottom + gap, 0.5, 0);
      IjkBox wide;

      box.x = CLAMP (box.x, 0, MAX (0, self->parameters.width_px - box.width));
      /* Apart from its neighbours; the edge of the picture is none. */
      wide.x = MAX (0, box.x - room / 2);
      wide.y = box.y;
      wide.width = MIN (self->parameters.width_px, box.x + box.width + room / 2) - wide.x;
      wide.height = box.height;
      if (ijk_layout_is_free (self, &wide))
        ijk_layout_text (self,
                         &(IjkMark) { .text = text, .type = IJK_TYPE_AXIS, .panel = last_panel,
                                      .part = IJK_PART_X_TICK, .i_part = i,
                                      .stroke = IJK_ROLE_TEXT_DIM },
                         &box);
    }
}

/* Centred below the tick text. */
void
ijk_layout_x_axis_name (IjkChartLayout *self,
                        const char     *name)
{
  const IjkBox *plot = &self->panels[self->n_panels - 1].plot;
  const double line_height = ijk_text_meter_get_line_height (self->meter, IJK_TYPE_AXIS);
  const double top = plot->y + plot->height + ijk_layout_x_text_gap (line_height) + line_height;
  IjkBox box;

  if (name == NULL || !ijk_layout_shows (self, IJK_DETAIL_UNIT)
      || !ijk_layout_shows (self, IJK_DETAIL_AXIS_TEXT))
    return;
  box = ijk_layout_text_box (self, IJK_TYPE_AXIS, name, plot->x + plot->width / 2, top, 0.5, 0);
  box.width = MIN (box.width, self->inner.width);
  box.x = CLAMP (box.x, self->inner.x, self->inner.x + self->inner.width - box.width);
  ijk_layout_text (self,
                   &(IjkMark) { .text = name, .type = IJK_TYPE_AXIS, .is_cut = TRUE,
                                .stroke = IJK_ROLE_TEXT_DIM },
                   &box);
}

/**
 * ijk_layout_unit_air:
 *
 * The room between the name of a vertical axis and its plot: the upper half of the highest tick text.
 */
double
ijk_layout_unit_air (IjkChartLayout *self)
{
  if (!ijk_layout_shows (self, IJK_DETAIL_AXIS_TEXT))
    return 0;
  return ijk_text_meter_get_line_height (self->meter, IJK_TYPE_AXIS) / 2 + 3;
}

double
ijk_layout_unit_height (IjkChartLayout *self,
                        const char     *name)
{
  if (name == NULL || !ijk_layout_shows (self, IJK_DETAIL_UNIT))
    return 0;
  return ijk_text_meter_get_line_height (self->meter, IJK_TYPE_AXIS);
}

/* The name of a vertical axis, above it at the left; cut where it is wider than @width. */
void
ijk_layout_unit (IjkChartLayout *self,
                 const char     *name,
                 double          y,
                 double          width)
{
  IjkBox box;

  if (name == NULL || !ijk_layout_shows (self, IJK_DETAIL_UNIT))
    return;
  box = ijk_layout_text_box (self, IJK_TYPE_AXIS, name, self->inner.x, y, 0, 0);
  box.width = MIN (box.width, width);
  ijk_layout_text (self,
                   &(IjkMark) { .text = name, .type = IJK_TYPE_AXIS, .is_cut = TRUE,
                                .stroke = IJK_ROLE_TEXT_DIM },
                   &box);
}
