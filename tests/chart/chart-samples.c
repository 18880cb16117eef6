/* Made-up charts: their list, and what they share. The numbers are shapes to draw, not facts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart-samples-private.h"

#include <math.h>

const IjkNumberFormat sample_plain = { 0, ".", "", NULL, NULL, FALSE };
const IjkNumberFormat sample_one = { 1, ".", ",", NULL, NULL, FALSE };
const IjkNumberFormat sample_two = { 2, ".", ",", NULL, NULL, FALSE };

void
sample_set_words (IjkChartBuilder *builder,
                  const char      *title,
                  const char      *subtitle,
                  const char      *source)
{
  ijk_chart_builder_set_text (builder, IJK_CHART_TITLE, title);
  ijk_chart_builder_set_text (builder, IJK_CHART_SUBTITLE, subtitle);
  ijk_chart_builder_set_text (builder, IJK_CHART_SOURCE, source);
  ijk_chart_builder_set_text (builder, IJK_CHART_DESCRIPTION,
                              "A made-up chart <for> \"tests\" & more.");
  ijk_chart_builder_set_text (builder, IJK_CHART_LANGUAGE, "en");
  ijk_chart_builder_set_text (builder, IJK_CHART_EMPTY_TEXT, "Nothing to show for this choice");
}

void
sample_set_years (IjkChartBuilder *builder,
                  guint            first,
                  guint            n)
{
  double years[128];

  for (guint i = 0; i < n; i++)
    years[i] = first + i;
  ijk_chart_builder_set_x (builder,
                           &(IjkChartAxis) { .format = sample_plain, .min = NAN, .max = NAN },
                           years, n);
}

guint
sample_add_panel (IjkChartBuilder       *builder,
                  const char            *name,
                  const IjkNumberFormat *format,
                  double                 weight)
{
  const IjkChartPanel panel
    = { .axis = { .name = name, .format = *format, .min = NAN, .max = NAN }, .weight = weight };

  return ijk_chart_builder_add_panel (builder, &panel);
}

/* Straight between the given points. */
void
sample_fill_path (double       *values,
                  guint         first,
                  guint         n,
                  const double *points,
                  guint         n_points)
{
  for (guint i = 0; i < n; i++)
    {
      const double year = first + i;

      values[i] = NAN;
      for (guint k = 0; k + 1 < n_points; k++)
        if (year >= points[2 * k] && year <= points[2 * k + 2])
          values[i] = points[2 * k + 1]
                      + (points[2 * k + 3] - points[2 * k + 1]) * (year - points[2 * k])
                        / (points[2 * k + 2] - points[2 * k]);
    }
}

const ChartSample *
chart_samples_list (guint *n_samples)
{
  static const ChartSample samples[] = {
    { "area", chart_sample_area, 660, 385, FALSE },
    { "lines", chart_sample_lines, 840, 390, FALSE },
    { "columns", chart_sample_columns, 510, 300, FALSE },
    { "storage", chart_sample_storage, 510, 300, FALSE },
    { "path", chart_sample_path, 360, 385, FALSE },
    { "bands", chart_sample_bands, 540, 390, FALSE },
    { "negative", chart_sample_negative, 660, 385, FALSE },
    { "negative-columns", chart_sample_negative_columns, 660, 385, FALSE },
    { "gaps", chart_sample_gaps, 660, 385, FALSE },
    { "one-datum", chart_sample_one_datum, 510, 300, FALSE },
    { "zero", chart_sample_zero, 510, 300, FALSE },
    { "empty", chart_sample_empty, 510, 300, FALSE },
    { "right-to-left", chart_sample_right_to_left, 660, 385, FALSE },
    { "waterfall", chart_sample_waterfall, 510, 390, FALSE },
    { "ranking", chart_sample_ranking, 510, 340, FALSE },
    { "blocks", chart_sample_blocks, 800, 420, FALSE },
    { "sparkline", chart_sample_sparkline, 300, 24, FALSE },
    { "grid", chart_sample_grid, 800, 800, TRUE },
    { "grid-gaps", chart_sample_grid_gaps, 510, 420, TRUE },
    { "histogram", chart_sample_histogram, 510, 340, TRUE },
    { "error-lines", chart_sample_error_lines, 510, 340, TRUE },
  };

  *n_samples = G_N_ELEMENTS (samples);
  return samples;
}
