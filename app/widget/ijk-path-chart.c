/* Years before the first free one are squares on a shaded field: they cannot be moved.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-path-chart.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ijk-chart-builder.h"
#include "ijk-language.h"
#include "ijk-quantity.h"

#define ROOM_SHARE 0.2  /* of what the lines span, above and below */
#define LEAST_SHARE 0.1 /* of the lever's range, above and below, at least */
#define HEAD_SHARE 0.06 /* of the axis, above the highest value that can be */

static void
scale_years (const double *yearly,
             double        factor,
             double       *scaled)
{
  for (guint t = 0; t < IJK_N_YEARS; t++)
    scaled[t] = yearly[t] * factor;
}

static void
add_reference (IjkChartBuilder *builder,
               const double    *values,
               const char      *label)
{
  ijk_chart_builder_add_series (builder, &(IjkChartSeries) { .label = label,
                                                             .shape = IJK_SHAPE_LINE,
                                                             .role = IJK_ROLE_REFERENCE,
                                                             .dash = IJK_DASH_DASHED,
                                                             .width_px = 1.6,
                                                             .has_end_value = TRUE,
                                                             .values = values,
                                                             .n_values = IJK_N_YEARS });
}

/* The observed years; they meet the path in the last of them. */
static void
add_past (IjkChartBuilder *builder,
          const double    *values)
{
  double past[IJK_N_YEARS];

  for (guint t = 0; t < IJK_N_YEARS; t++)
    past[t] = t < IJK_N_PAST_YEARS ? values[t] : (double) NAN;
  ijk_chart_builder_add_series (builder, &(IjkChartSeries) { .shape = IJK_SHAPE_LINE,
                                                             .role = IJK_ROLE_CURRENT,
                                                             .width_px = 2,
                                                             .is_unlabelled = TRUE,
                                                             .values = past,
                                                             .n_values = IJK_N_YEARS });
  for (guint t = 0; t < IJK_N_PAST_YEARS; t++)
    if (isfinite (values[t]))
      ijk_chart_builder_add_marker (builder, &(IjkChartMarker) { .x = IJK_FIRST_YEAR + (double) t,
                                                                 .y = values[t],
                                                                 .symbol = IJK_SYMBOL_SQUARE,
                                                                 .role = IJK_ROLE_CURRENT });
}

static guint
add_path (IjkChartBuilder *builder,
          const double    *values,
          const char      *name)
{
  double path[IJK_N_YEARS];

  for (guint t = 0; t < IJK_N_YEARS; t++)
    path[t] = t + 1 < IJK_N_PAST_YEARS ? (double) NAN : values[t];
  return ijk_chart_builder_add_series (builder, &(IjkChartSeries) { .label = name,
                                                                    .shape = IJK_SHAPE_LINE,
                                                                    .role = IJK_ROLE_ACCENT,
                                                                    .width_px = 2.4,
                                                                    .is_strong = TRUE,
                                                                    .values = path,
                                                                    .n_values = IJK_N_YEARS });
}

/* The axis leaves room to drag a point to, as far as the lever goes. */
static void
find_room (const IjkLever *lever,
           const double   *base,
           const double   *values,
           double         *low,
           double         *high)
{
  const double factor = ijk_lever_display_factor (lever);
  double room;

  *low = INFINITY;
  *high = -INFINITY;
  for (guint t = 0; t < 2 * IJK_N_YEARS; t++)
    {
      const double value = t < IJK_N_YEARS ? base[t] : values[t - IJK_N_YEARS];

      if (isfinite (value))
        {
          *low = MIN (*low, value);
          *high = MAX (*high, value);
        }
    }
  room = MAX (ROOM_SHARE * (*high - *low), LEAST_SHARE * (lever->max - lever->min) * factor);
  /* Observed years may lie outside the lever's range. */
  *low = MAX (*low - room, MIN (*low, lever->min * factor));
  *high = MIN (*high + room, MAX (*high, lever->max * factor));
  /* The value of a handle at the limit stands above it, clear of the name of the axis. */
  *high += HEAD_SHARE * (*high - *low);
}

static char *
axis_name (const IjkLever *lever,
           const char     *name)
{
  const char *unit = ijk_lever_unit_text (lever);

  return *unit == '\0' ? g_strdup (name) : g_strdup_printf (_("%1$s, %2$s"), name, unit);
}

static char *
describe (const IjkLever        *lever,
          const char            *name,
          const IjkLeverReading *reading)
{
  const guint first = IJK_YEAR_INDEX (IJK_FIRST_FREE_YEAR), last = IJK_YEAR_INDEX (IJK_LAST_YEAR);
  g_autofree char *from = ijk_lever_write_value (lever, reading->yearly[first]);
  g_autofree char *to = ijk_lever_write_value (lever, reading->yearly[last]);

  /* Translators: %1$s is the name of a lever, %2$s and %4$s are values, %3$d and %5$d years. */
  return g_strdup_printf (_("%1$s: %2$s in %3$d, %4$s in %5$d. Each point can be moved with the arrow "
                            "keys."),
                          name, from, IJK_FIRST_FREE_YEAR, to, IJK_LAST_YEAR);
}

IjkChartSpec *
ijk_path_chart_new (const IjkLever        *lever,
                    const char            *name,
                    const IjkLeverReading *reading,
                    const GArray          *points,
                    gboolean               is_against_market)
{
  IjkChartBuilder *builder = ijk_chart_builder_new (IJK_CHART_TIME);
  const double factor = ijk_lever_display_factor (lever);
  g_autofree char *axis = axis_name (lever, name);
  g_autofree char *description = describe (lever, name, reading);
  double years[IJK_N_YEARS], base[IJK_N_YEARS], values[IJK_N_YEARS];
  double low, high;
  guint path;

  for (guint t = 0; t < IJK_N_YEARS; t++)
    years[t] = IJK_FIRST_YEAR + (double) t;
  scale_years (reading->base_yearly, factor, base);
  scale_years (reading->yearly, factor, values);

  ijk_chart_builder_set_text (builder, IJK_CHART_TITLE, name);
  ijk_chart_builder_set_text (builder, IJK_CHART_DESCRIPTION, description);
  ijk_chart_builder_set_text (builder, IJK_CHART_LANGUAGE, ijk_language_get ());
  ijk_chart_builder_set_x (builder,
                           &(IjkChartAxis) { .format = { .n_decimals = 0 }, .min = NAN, .max = NAN },
                           years, IJK_N_YEARS);
  find_room (lever, base, values, &low, &high);
  ijk_chart_builder_add_panel (builder,
                               &(IjkChartPanel) { .axis = { .name = axis,
                                                           .format = ijk_quantity_format (
                                                               ijk_lever_n_decimals (lever)),
                                                           .min = low,
                                                           .max = high } });
  ijk_chart_builder_set_boundary (builder, &(IjkChartBoundary) { .x = IJK_FIRST_FREE_YEAR - 1,
                                                                 .before_text = _("past: fixed"),
                                                                 .is_shaded = TRUE });
  add_reference (builder, base, is_against_market ? _("Market") : _("Reference"));
  add_past (builder, values);
  path = add_path (builder, values, _("Your path"));
  for (guint i = 0; i < points->len; i++)
    ijk_chart_builder_add_handle (
      builder,
      &(IjkChartHandle) { .series = path,
                          .i_x = IJK_YEAR_INDEX (g_array_index (points, IjkPathPoint, i).year),
                          .is_movable = TRUE });
  return ijk_chart_builder_end (g_steal_pointer (&builder));
}
