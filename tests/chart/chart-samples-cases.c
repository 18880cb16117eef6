/* Sample charts of difficult cases: below zero, gaps, a single datum, nothing but zeros, no data at
 * all, a language from right to left.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart-samples-private.h"

#include <math.h>

/* Sinks below zero, and a net line. */
IjkChartSpec *
chart_sample_negative (void)
{
  IjkChartBuilder *b = ijk_chart_builder_new (IJK_CHART_TIME);
  static const char *const names[] = { "Heat", "Process", "Storage from biomass", "Replacement" };
  double values[26], net[26] = { 0 };

  sample_set_words (b, "Emissions and removals", "net zero in 2048", "Source: model.");
  sample_set_years (b, 2025, 26);
  sample_add_panel (b, "Mt CO₂-eq a year", &sample_one, 1);
  for (guint i = 0; i < 4; i++)
    {
      for (guint t = 0; t < 26; t++)
        {
          const double s = t / 25.0;

          values[t] = i == 0   ? 9 - 7.5 * s
                      : i == 1 ? 6 - 3.2 * s
                      : i == 2 ? -3.4 * s * s
                               : 2 - 4.5 * s;
          net[t] += values[t];
        }
      ijk_chart_builder_add_series (
        b, &(IjkChartSeries) { .label = names[i], .shape = IJK_SHAPE_AREA,
                               .role = IJK_ROLE_SERIES_1 + i, .values = values });
    }
  ijk_chart_builder_add_series (
    b, &(IjkChartSeries) { .label = "Net", .shape = IJK_SHAPE_LINE, .is_strong = TRUE,
                           .has_end_value = TRUE, .role = IJK_ROLE_CURRENT, .values = net });
  return ijk_chart_builder_end (b);
}

IjkChartSpec *
chart_sample_negative_columns (void)
{
  IjkChartBuilder *b = ijk_chart_builder_new (IJK_CHART_TIME);
  static const char *const names[] = { "Levy", "Net costs", "Subsidy received" };
  static const IjkRole roles[] = { IJK_ROLE_SERIES_4, IJK_ROLE_SERIES_1, IJK_ROLE_SERIES_3 };
  double values[15], net[15] = { 0 };

  sample_set_words (b, "Cost and who bears it", NULL, "Source: model.");
  sample_set_years (b, 2026, 15);
  sample_add_panel (b, "€ million a year", &sample_plain, 1);
  for (guint i = 0; i < 3; i++)
    {
      for (guint t = 0; t < 15; t++)
        {
          values[t] = i == 0   ? 120 * exp (-0.1 * (t - 4.0) * (t - 4.0) / 3)
                      : i == 1 ? 200 + 22.0 * t
                               : -150 - 40 * sin (t / 3.0);
          net[t] += values[t];
        }
      ijk_chart_builder_add_series (
        b, &(IjkChartSeries) { .label = names[i], .shape = IJK_SHAPE_COLUMN, .role = roles[i],
                               .values = values });
    }
  ijk_chart_builder_add_series (
    b, &(IjkChartSeries) { .label = "Net", .shape = IJK_SHAPE_LINE, .is_strong = TRUE,
                           .role = IJK_ROLE_CURRENT, .values = net, .has_end_value = TRUE });
  return ijk_chart_builder_end (b);
}

/* Gaps in lines and areas, lone values among them. */
IjkChartSpec *
chart_sample_gaps (void)
{
  IjkChartBuilder *b = ijk_chart_builder_new (IJK_CHART_TIME);
  double one[20], other[20], line[20];

  sample_set_words (b, "A registry with gaps", NULL, "Source: none.");
  sample_set_years (b, 2010, 20);
  sample_add_panel (b, "kt a year", &sample_plain, 1);
  for (guint t = 0; t < 20; t++)
    {
      one[t] = t == 4 || t == 5 || t == 7 || t == 8 ? NAN : 20 + t;
      other[t] = t > 11 && t < 14 ? NAN : 14 - 0.4 * t;
      line[t] = t % 6 == 3 || t % 6 == 5 ? NAN : 48 - t + 3 * sin (t);
    }
  ijk_chart_builder_add_series (b, &(IjkChartSeries) { .label = "One", .shape = IJK_SHAPE_AREA,
                                                       .role = IJK_ROLE_SERIES_1, .values = one });
  ijk_chart_builder_add_series (b, &(IjkChartSeries) { .label = "Other", .shape = IJK_SHAPE_AREA,
                                                       .role = IJK_ROLE_SERIES_2,
                                                       .values = other });
  ijk_chart_builder_add_series (b, &(IjkChartSeries) { .label = "Line", .shape = IJK_SHAPE_LINE,
                                                       .role = IJK_ROLE_TARGET, .values = line });
  return ijk_chart_builder_end (b);
}

IjkChartSpec *
chart_sample_one_datum (void)
{
  IjkChartBuilder *b = ijk_chart_builder_new (IJK_CHART_TIME);
  const double year = 2030, area = 12.4, line = 15.1;

  sample_set_words (b, "One year only", NULL, "Source: none.");
  ijk_chart_builder_set_x (b, &(IjkChartAxis) { .format = sample_plain, .min = NAN, .max = NAN },
                           &year, 1);
  sample_add_panel (b, "Mt", &sample_one, 1);
  ijk_chart_builder_add_series (b, &(IjkChartSeries) { .label = "Area", .shape = IJK_SHAPE_AREA,
                                                       .role = IJK_ROLE_SERIES_1,
                                                       .values = &area });
  ijk_chart_builder_add_series (b, &(IjkChartSeries) { .label = "Line", .shape = IJK_SHAPE_LINE,
                                                       .role = IJK_ROLE_CURRENT, .values = &line,
                                                       .has_end_value = TRUE });
  return ijk_chart_builder_end (b);
}

IjkChartSpec *
chart_sample_zero (void)
{
  IjkChartBuilder *b = ijk_chart_builder_new (IJK_CHART_TIME);
  const double zeros[10] = { 0 };

  sample_set_words (b, "All zero", "which is not the same as unknown", "Source: none.");
  sample_set_years (b, 2026, 10);
  sample_add_panel (b, "Mt", &sample_one, 1);
  ijk_chart_builder_add_series (b, &(IjkChartSeries) { .label = "Stored", .shape = IJK_SHAPE_AREA,
                                                       .role = IJK_ROLE_SERIES_1,
                                                       .values = zeros });
  ijk_chart_builder_add_series (b, &(IjkChartSeries) { .label = "Total", .shape = IJK_SHAPE_LINE,
                                                       .role = IJK_ROLE_CURRENT, .values = zeros,
                                                       .has_end_value = TRUE });
  return ijk_chart_builder_end (b);
}

IjkChartSpec *
chart_sample_empty (void)
{
  IjkChartBuilder *b = ijk_chart_builder_new (IJK_CHART_TIME);

  sample_set_words (b, "Empty", NULL, "Source: none.");
  sample_add_panel (b, "Mt", &sample_one, 1);
  return ijk_chart_builder_end (b);
}

IjkChartSpec *
chart_sample_right_to_left (void)
{
  IjkChartBuilder *b = ijk_chart_builder_new (IJK_CHART_TIME);
  double values[16];

  sample_set_words (b, "انبعاثات الصناعة", "בקרת פליטות 2030",
                    "المصدر: سجل الانبعاثات حتى 2021 (CO₂)، والتوقعات من نموذج إيكباد.");
  sample_set_years (b, 2020, 16);
  sample_add_panel (b, "ميغا طن CO₂ في السنة", &sample_one, 1);
  for (guint i = 0; i < 3; i++)
    {
      static const char *const names[] = { "الكيمياء والأسمدة", "זיקוק", "الصلب" };

      for (guint t = 0; t < 16; t++)
        values[t] = 12 - 3.0 * i - 0.3 * t;
      ijk_chart_builder_add_series (b, &(IjkChartSeries) { .label = names[i],
                                                           .shape = IJK_SHAPE_AREA,
                                                           .role = IJK_ROLE_SERIES_1 + i,
                                                           .values = values });
    }
  for (guint t = 0; t < 16; t++)
    values[t] = 30 - 0.8 * t;
  ijk_chart_builder_add_series (b, &(IjkChartSeries) { .label = "السيناريو المرجعي",
                                                       .shape = IJK_SHAPE_LINE,
                                                       .role = IJK_ROLE_REFERENCE,
                                                       .dash = IJK_DASH_DASHED,
                                                       .has_end_value = TRUE, .values = values });
  ijk_chart_builder_set_boundary (
    b, &(IjkChartBoundary) { .x = 2025, .before_text = "مرصود", .after_text = "متوقع" });
  ijk_chart_builder_add_marker (
    b, &(IjkChartMarker) { .x = 2030, .y = 17, .role = IJK_ROLE_TARGET,
                           .symbol = IJK_SYMBOL_DIAMOND, .label = "الهدف 17.0" });
  return ijk_chart_builder_end (b);
}

IjkChartSpec *
chart_sample_grid_gaps (void)
{
  enum { N = 21 };
  static const double levels[] = { -0.5, 0, 0.5 };
  IjkChartBuilder *b = ijk_chart_builder_new (IJK_CHART_GRID);
  double x[N], values[N * N];

  for (guint i = 0; i < N; i++)
    x[i] = i;
  for (guint j = 0; j < N; j++)
    for (guint i = 0; i < N; i++)
      values[j * N + i] = hypot (i - 14.0, j - 12.0) < 3 ? NAN : sin (i / 3.0) * cos (j / 4.0);
  sample_set_words (b, "A sweep not finished", NULL, "Source: none.");
  ijk_chart_builder_set_x (b, &(IjkChartAxis) { .name = "One lever", .format = sample_plain,
                                                .min = NAN, .max = NAN },
                           NULL, 0);
  sample_add_panel (b, "Other lever", &sample_plain, 1);
  ijk_chart_builder_set_grid (
    b, &(IjkChartGrid) { .axis = { .name = "Outcome", .format = sample_one, .min = NAN,
                                   .max = NAN },
                         .n_columns = N, .n_rows = N, .x = x, .y = x, .values = values,
                         .levels = levels, .n_levels = G_N_ELEMENTS (levels) });
  return ijk_chart_builder_end (b);
}
