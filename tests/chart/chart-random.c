/* Random charts, the same for the same seed: odd sizes of everything, gaps, negative values, long
 * and right-to-left words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "chart-samples.h"

static const char *const WORDS[] = {
  "A", "Net", "Chemistry and fertiliser", "CO₂", "الكيمياء", "A label that is much too long to fit",
  "", "Ünïcode", "12,400", "line\nbreak",
};

static const char *
random_word (GRand *rand)
{
  return WORDS[g_rand_int_range (rand, 0, G_N_ELEMENTS (WORDS))];
}

static gboolean
chance (GRand *rand,
        double share)
{
  return g_rand_double (rand) < share;
}

static void
fill_randomly (GRand  *rand,
               double *values,
               guint   n,
               double  scale,
               double  gap_share)
{
  const double low = chance (rand, 0.4) ? -scale : 0;
  const gboolean is_zero = chance (rand, 0.05);

  for (guint i = 0; i < n; i++)
    {
      values[i] = is_zero ? 0 : g_rand_double_range (rand, low, scale);
      if (chance (rand, gap_share))
        values[i] = NAN;
    }
}

static IjkNumberFormat
random_format (GRand *rand)
{
  return (IjkNumberFormat) { (guint) g_rand_int_range (rand, 0, 4), ",", ".", NULL, NULL, FALSE };
}

static void
add_panels (GRand           *rand,
            IjkChartBuilder *builder,
            guint            n_panels)
{
  for (guint i = 0; i < n_panels; i++)
    {
      const IjkChartPanel panel = {
        .axis = { .name = chance (rand, 0.8) ? random_word (rand) : NULL,
                  .format = random_format (rand),
                  .min = chance (rand, 0.1) ? -5 : NAN,
                  .max = chance (rand, 0.1) ? 100 : NAN,
                  .starts_at_zero = chance (rand, 0.3) },
        .weight = g_rand_double (rand),
      };

      ijk_chart_builder_add_panel (builder, &panel);
    }
}

static void
add_annotations (GRand           *rand,
                 IjkChartBuilder *builder,
                 guint            n_panels,
                 double           first_x,
                 double           last_x,
                 double           scale)
{
  const guint n_markers = (guint) g_rand_int_range (rand, 0, 5);
  const guint n_rules = (guint) g_rand_int_range (rand, 0, 3);

  for (guint i = 0; i < n_markers; i++)
    ijk_chart_builder_add_marker (
      builder, &(IjkChartMarker) { .panel = (guint) g_rand_int_range (rand, 0, (int) n_panels),
                                   .x = g_rand_double_range (rand, first_x, last_x + 1),
                                   .y = g_rand_double_range (rand, 0, scale),
                                   .symbol = (IjkSymbol) g_rand_int_range (rand, 0, 5),
                                   .role = IJK_ROLE_TARGET,
                                   .label = random_word (rand),
                                   .second_line = chance (rand, 0.2) ? random_word (rand) : NULL,
                                   .has_guides = chance (rand, 0.2) });
  for (guint i = 0; i < n_rules; i++)
    ijk_chart_builder_add_rule (
      builder, &(IjkChartRule) { .panel = (guint) g_rand_int_range (rand, 0, (int) n_panels),
                                 .value = g_rand_double_range (rand, 0, scale),
                                 .role = IJK_ROLE_TARGET,
                                 .label = random_word (rand) });
}

static void
add_time (GRand           *rand,
          IjkChartBuilder *builder,
          double           scale)
{
  const guint n_x = (guint) g_rand_int_range (rand, 0, 45);
  const guint n_panels = (guint) g_rand_int_range (rand, 1, 3);
  const guint n_series = n_x > 0 ? (guint) g_rand_int_range (rand, 0, 9) : 0;
  const double first = g_rand_int_range (rand, 1990, 2030);
  const double gap_share = chance (rand, 0.5) ? 0 : g_rand_double (rand);
  double x[45], values[45], lows[45], highs[45];

  for (guint i = 0; i < n_x; i++)
    x[i] = first + i;
  ijk_chart_builder_set_x (builder, &(IjkChartAxis) { .min = NAN, .max = NAN }, x, n_x);
  add_panels (rand, builder, n_panels);
  for (guint i = 0; i < n_series; i++)
    {
      fill_randomly (rand, values, n_x, scale, gap_share);
      for (guint t = 0; t < n_x; t++)
        {
          lows[t] = values[t] - g_rand_double (rand) * scale / 4;
          highs[t] = values[t] + g_rand_double (rand) * scale / 4;
        }
      ijk_chart_builder_add_series (
        builder,
        &(IjkChartSeries) { .label = chance (rand, 0.9) ? random_word (rand) : NULL,
                            .panel = (guint) g_rand_int_range (rand, 0, (int) n_panels),
                            .shape = (IjkShape) g_rand_int_range (rand, 0, 7),
                            .role = IJK_ROLE_SERIES_1 + i % 6,
                            .tone = IJK_TONE_BAND_WIDE,
                            .pattern = (IjkPattern) g_rand_int_range (rand, 0, 6),
                            .dash = (IjkDash) g_rand_int_range (rand, 0, 5),
                            .is_strong = chance (rand, 0.3),
                            .is_muted = chance (rand, 0.2),
                            .has_end_value = chance (rand, 0.4),
                            .has_cursor_value = chance (rand, 0.3),
                            .values = values,
                            .lows = lows,
                            .highs = highs });
    }
  for (guint i = 0; i < n_x && n_series > 0; i += 3)
    if (chance (rand, 0.3))
      ijk_chart_builder_add_handle (builder, &(IjkChartHandle) { 0, i, chance (rand, 0.7) });
  if (chance (rand, 0.6) && n_x > 0)
    ijk_chart_builder_set_boundary (
      builder, &(IjkChartBoundary) { .x = first + g_rand_int_range (rand, -2, 50),
                                     .before_text = random_word (rand),
                                     .after_text = random_word (rand),
                                     .is_shaded = chance (rand, 0.3) });
  if (n_x > 0)
    ijk_chart_builder_set_cursor (builder, x[g_rand_int_range (rand, 0, (int) n_x)]);
  add_annotations (rand, builder, n_panels, first, first + n_x, scale);
}

static void
add_rows (GRand           *rand,
          IjkChartBuilder *builder,
          double           scale)
{
  const guint n_rows = (guint) g_rand_int_range (rand, 0, 16);

  add_panels (rand, builder, 1);
  ijk_chart_builder_set_connects_rows (builder, chance (rand, 0.5));
  for (guint i = 0; i < n_rows; i++)
    {
      double numbers[5];

      fill_randomly (rand, numbers, 5, scale, 0.1);
      ijk_chart_builder_add_row (builder, &(IjkChartRow) { .label = random_word (rand),
                                                           .value = numbers[0],
                                                           .whisker_low = numbers[1],
                                                           .whisker_high = numbers[1] + 1,
                                                           .is_strong = chance (rand, 0.2),
                                                           .shows_sign = chance (rand, 0.5) });
      for (guint k = 0; k < 2; k++)
        ijk_chart_builder_add_segment (
          builder, &(IjkChartSegment) { .row = i, .from = k == 0 ? 0 : numbers[2],
                                        .to = numbers[2 + k], .role = IJK_ROLE_SERIES_1 + k,
                                        .label = chance (rand, 0.5) ? random_word (rand) : NULL });
    }
  add_annotations (rand, builder, 1, 0, 1, scale);
}

static void
add_blocks (GRand           *rand,
            IjkChartBuilder *builder,
            double           scale)
{
  const guint n_blocks = (guint) g_rand_int_range (rand, 0, 24);

  ijk_chart_builder_set_x (builder,
                           &(IjkChartAxis) { .name = random_word (rand), .min = NAN, .max = NAN },
                           NULL, 0);
  add_panels (rand, builder, 1);
  for (guint i = 0; i < n_blocks; i++)
    {
      double numbers[2];

      fill_randomly (rand, numbers, 2, scale, 0.05);
      ijk_chart_builder_add_block (builder, &(IjkChartBlock) { random_word (rand),
                                                               fabs (numbers[0]), numbers[1],
                                                               IJK_ROLE_SERIES_1 + i % 6,
                                                               IJK_PATTERN_NONE });
    }
  add_annotations (rand, builder, 1, 0, 1, scale);
}

static void
add_grid (GRand           *rand,
          IjkChartBuilder *builder,
          double           scale)
{
  const guint n_columns = (guint) g_rand_int_range (rand, 1, 20);
  const guint n_rows = (guint) g_rand_int_range (rand, 1, 20);
  const guint n_levels = (guint) g_rand_int_range (rand, 0, 8);
  const double gap_share = chance (rand, 0.5) ? 0 : g_rand_double (rand);
  double x[20], y[20], values[400], levels[8];
  guint8 mask[400];

  for (guint i = 0; i < 20; i++)
    {
      x[i] = i * scale;
      y[i] = i * 0.5 - 3;
    }
  for (guint i = 0; i < n_levels; i++)
    levels[i] = (i + 0.5) * scale / 8;
  fill_randomly (rand, values, n_columns * n_rows, scale, gap_share);
  for (guint i = 0; i < 400; i++)
    mask[i] = chance (rand, 0.3);
  ijk_chart_builder_set_x (builder,
                           &(IjkChartAxis) { .name = random_word (rand), .min = NAN, .max = NAN },
                           NULL, 0);
  add_panels (rand, builder, 1);
  ijk_chart_builder_set_grid (
    builder, &(IjkChartGrid) { .axis = { .name = random_word (rand), .min = NAN, .max = NAN },
                               .n_columns = n_columns, .n_rows = n_rows, .x = x, .y = y,
                               .values = values, .mask = chance (rand, 0.3) ? mask : NULL,
                               .levels = levels, .n_levels = n_levels,
                               .mask_text = random_word (rand) });
  add_annotations (rand, builder, 1, 0, 10 * scale, scale);
}

static void
add_histogram (GRand           *rand,
               IjkChartBuilder *builder,
               double           scale)
{
  const guint n_x = (guint) g_rand_int_range (rand, 0, 40);
  double x[40], counts[40];

  for (guint i = 0; i < n_x; i++)
    x[i] = i * scale / 10;
  fill_randomly (rand, counts, n_x, 300, 0.1);
  ijk_chart_builder_set_x (builder,
                           &(IjkChartAxis) { .name = random_word (rand), .min = NAN, .max = NAN },
                           x, n_x);
  add_panels (rand, builder, 1);
  ijk_chart_builder_add_series (builder, &(IjkChartSeries) { .label = "runs",
                                                             .role = IJK_ROLE_SERIES_1,
                                                             .values = counts });
  add_annotations (rand, builder, 1, 0, 1, scale);
}

IjkChartSpec *
chart_sample_random (guint32 seed)
{
  static const double scales[] = { 1e-4, 1, 60, 12400, 3e8 };
  GRand *rand = g_rand_new_with_seed (seed);
  const IjkChartKind kind = (IjkChartKind) (seed % 6);
  const double scale = scales[g_rand_int_range (rand, 0, G_N_ELEMENTS (scales))];
  IjkChartBuilder *builder = ijk_chart_builder_new (kind);

  ijk_chart_builder_set_text (builder, IJK_CHART_TITLE, random_word (rand));
  ijk_chart_builder_set_text (builder, IJK_CHART_SUBTITLE, random_word (rand));
  ijk_chart_builder_set_text (builder, IJK_CHART_SOURCE,
                              "Source: a rather long line that may have to be broken in two.");
  ijk_chart_builder_set_text (builder, IJK_CHART_EMPTY_TEXT, "Nothing to show");
  switch (kind)
    {
    case IJK_CHART_TIME:
    case IJK_CHART_SPARKLINE:
      add_time (rand, builder, scale);
      break;
    case IJK_CHART_ROWS:
      add_rows (rand, builder, scale);
      break;
    case IJK_CHART_BLOCKS:
      add_blocks (rand, builder, scale);
      break;
    case IJK_CHART_GRID:
      add_grid (rand, builder, scale);
      break;
    case IJK_CHART_HISTOGRAM:
      add_histogram (rand, builder, scale);
      break;
    }
  g_rand_free (rand);
  return ijk_chart_builder_end (builder);
}
