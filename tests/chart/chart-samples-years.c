/* Sample charts over years, as the figures have them: stacks, lines, columns, a path to be dragged,
 * bands and whiskers of uncertainty.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart-samples-private.h"

#include <math.h>

#define FIRST_YEAR 2013
#define N_YEARS 38

static const char *const SECTORS[]
  = { "Chemistry and fertiliser", "Refining", "Steel", "Waste", "Food", "Other industry" };

IjkChartSpec *
chart_sample_area (void)
{
  static const double starts[] = { 20.1, 10.6, 6.7, 6.3, 4.2, 9.3 };
  static const double ends[] = { 3.2, 1.2, 1.0, 0.8, 0.7, 2.0 };
  IjkChartBuilder *b = ijk_chart_builder_new (IJK_CHART_TIME);
  double values[N_YEARS], total[N_YEARS] = { 0 };

  sample_set_words (b, "Emissions by sector", "industry, national",
                    "Source: Emissieregistratie to 2021, derived 2022–2025 (2013–14 interpolated); "
                    "projection: Ijkpad model, scenario Tempo erin.");
  sample_set_years (b, FIRST_YEAR, N_YEARS);
  sample_add_panel (b, "Mt CO₂-eq a year", &sample_one, 1);
  for (guint i = 0; i < 6; i++)
    {
      for (guint t = 0; t < N_YEARS; t++)
        {
          const double s = MAX (0, (t - 6.0) / 31.0);

          values[t] = starts[i] + (ends[i] - starts[i]) * (1 - exp (-1.5 * s)) / (1 - exp (-1.5))
                      + 0.35 * sin (2.3 * t + 0.4 * i) * (t < 12);
          total[t] += values[t];
        }
      ijk_chart_builder_add_series (
        b, &(IjkChartSeries) { .label = SECTORS[i], .shape = IJK_SHAPE_AREA,
                               .role = IJK_ROLE_SERIES_1 + i, .values = values });
    }
  for (guint t = 0; t < N_YEARS; t++)
    values[t] = t + FIRST_YEAR < 2025 ? NAN : total[t] + 3.1 * (1 - exp (-0.3 * (t - 12.0)));
  ijk_chart_builder_add_series (
    b, &(IjkChartSeries) { .label = "Reference", .shape = IJK_SHAPE_LINE, .has_end_value = TRUE,
                           .role = IJK_ROLE_REFERENCE, .dash = IJK_DASH_DASHED,
                           .values = values });
  ijk_chart_builder_add_series (
    b, &(IjkChartSeries) { .label = "Tempo erin", .shape = IJK_SHAPE_LINE, .has_end_value = TRUE,
                           .is_strong = TRUE, .role = IJK_ROLE_CURRENT, .values = total,
                           .has_cursor_value = TRUE });
  ijk_chart_builder_set_boundary (
    b, &(IjkChartBoundary) { .x = 2025, .before_text = "observed", .after_text = "projected" });
  ijk_chart_builder_add_marker (
    b, &(IjkChartMarker) { .x = 2030, .y = 35.7, .role = IJK_ROLE_TARGET,
                           .symbol = IJK_SYMBOL_DIAMOND, .label = "35.7 agreement" });
  ijk_chart_builder_add_marker (
    b, &(IjkChartMarker) { .x = 2030, .y = 29.1, .role = IJK_ROLE_TARGET,
                           .symbol = IJK_SYMBOL_HOLLOW_DIAMOND, .label = "29.1 indicative" });
  ijk_chart_builder_set_cursor (b, 2030);
  return ijk_chart_builder_end (b);
}

IjkChartSpec *
chart_sample_lines (void)
{
  static const double observed[] = { 2019, 55, 2020, 53.6, 2021, 54, 2022, 50, 2023, 46.2,
                                     2024, 47.3, 2025, 46.3 };
  static const double paths[4][10] = {
    { 2025, 46.3, 2031, 37.2, 2033, 31.8, 2040, 22.0, 2050, 12.0 },
    { 2025, 46.3, 2031, 35.6, 2033, 31.6, 2040, 21.4, 2050, 11.2 },
    { 2025, 46.3, 2031, 35.2, 2033, 30.2, 2040, 20.2, 2050, 9.8 },
    { 2025, 46.3, 2031, 34.0, 2033, 28.6, 2040, 19.0, 2050, 8.9 },
  };
  static const char *const names[]
    = { "Reference", "Heffing vooral", "Subsidie eerst", "Tempo erin" };
  static const IjkRole roles[] = { IJK_ROLE_REFERENCE, IJK_ROLE_COMPARE_B, IJK_ROLE_COMPARE_C,
                                   IJK_ROLE_COMPARE_A };
  static const IjkDash dashes[]
    = { IJK_DASH_DASHED, IJK_DASH_DASH_DOT, IJK_DASH_DOTTED, IJK_DASH_SOLID };
  IjkChartBuilder *b = ijk_chart_builder_new (IJK_CHART_TIME);
  double values[32];

  sample_set_words (b, "Emissions of industry", NULL,
                    "Source: Emissieregistratie to 2021, derived 2022–2025; projection: Ijkpad "
                    "model.");
  sample_set_years (b, 2019, 32);
  ijk_chart_builder_add_panel (
    b, &(IjkChartPanel) { .axis = { .name = "Mt CO₂-eq a year, industry", .format = sample_one,
                                    .min = NAN, .max = NAN, .starts_at_zero = TRUE } });
  sample_fill_path (values, 2019, 32, observed, 7);
  ijk_chart_builder_add_series (b, &(IjkChartSeries) { .shape = IJK_SHAPE_LINE,
                                                       .role = IJK_ROLE_CURRENT,
                                                       .values = values });
  for (guint i = 0; i < 4; i++)
    {
      sample_fill_path (values, 2019, 32, paths[i], 5);
      ijk_chart_builder_add_series (
        b, &(IjkChartSeries) { .label = names[i], .shape = IJK_SHAPE_LINE, .role = roles[i],
                               .dash = dashes[i], .has_end_value = TRUE, .is_strong = TRUE,
                               .values = values });
    }
  ijk_chart_builder_set_boundary (
    b, &(IjkChartBoundary) { .x = 2025, .before_text = "observed", .after_text = "projected" });
  ijk_chart_builder_add_marker (
    b, &(IjkChartMarker) { .x = 2030, .y = 35.7, .role = IJK_ROLE_TARGET,
                           .symbol = IJK_SYMBOL_DIAMOND, .label = "35.7 agreement" });
  ijk_chart_builder_add_marker (
    b, &(IjkChartMarker) { .x = 2030, .y = 29.1, .role = IJK_ROLE_TARGET,
                           .symbol = IJK_SYMBOL_HOLLOW_DIAMOND, .label = "29.1 indicative" });
  ijk_chart_builder_set_cursor (b, 2030);
  return ijk_chart_builder_end (b);
}

/* Two panels: a rate above columns. */
IjkChartSpec *
chart_sample_columns (void)
{
  static const char *const names[]
    = { "Waste incinerators", "Chemistry", "Refining", "Steel", "Food and other" };
  static const IjkRole roles[] = { IJK_ROLE_SERIES_4, IJK_ROLE_SERIES_1, IJK_ROLE_SERIES_2,
                                   IJK_ROLE_SERIES_3, IJK_ROLE_SERIES_6 };
  static const double rate[] = { 3.9, 0, 0, 0, 21.14, 0, 10.6, 18.4, 25.9, 33.2, 28.1, 23.0, 17.9,
                                 12.8, 7.7 };
  static const double sums[] = { 1, 0, 0, 0, 17, 24, 70, 113, 152, 183, 158, 122, 88, 60, 38 };
  static const double shares[] = { 0.6, 0.16, 0.12, 0.07, 0.05 };
  IjkChartBuilder *b = ijk_chart_builder_new (IJK_CHART_TIME);
  double values[15];

  sample_set_words (b, "Outcome of the levy", "€183 million in 2030",
                    "Source: Wbm ch. VIB, NEa rates to 2025; model from 2026. Rates of 2026 before "
                    "indexation.");
  sample_set_years (b, 2021, 15);
  sample_add_panel (b, "Net rate for ETS companies, €/t CO₂", &sample_two, 0.55);
  sample_add_panel (b, "Levy due, € million a year", &sample_plain, 1);
  ijk_chart_builder_add_series (b, &(IjkChartSeries) { .shape = IJK_SHAPE_LINE,
                                                       .label = "after ETS deduction",
                                                       .role = IJK_ROLE_CURRENT, .values = rate,
                                                       .has_cursor_value = TRUE });
  for (guint i = 0; i < 5; i++)
    {
      for (guint t = 0; t < 15; t++)
        values[t] = sums[t] * shares[i];
      ijk_chart_builder_add_series (
        b, &(IjkChartSeries) { .label = names[i], .panel = 1, .shape = IJK_SHAPE_COLUMN,
                               .role = roles[i], .values = values,
                               .has_cursor_value = i == 4 });
    }
  ijk_chart_builder_set_boundary (b, &(IjkChartBoundary) { .x = 2025 });
  ijk_chart_builder_set_cursor (b, 2030);
  return ijk_chart_builder_end (b);
}

IjkChartSpec *
chart_sample_storage (void)
{
  static const double stored[] = { 0, 0.9, 2.6, 3.0, 3.6, 4.2, 4.8, 5.3, 5.7, 6.1, 6.4, 6.7, 6.9,
                                   7.1, 7.2, 7.3 };
  static const double contract[] = { 6.0, 6.5, 7.1, 7.7, 8.2, 8.4, 8.6, 8.8, 8.9, 9.0, 9.0, 9.0,
                                     9.0, 8.9, 8.9, 8.8 };
  static const double capacity[] = { 0, 1.3, 3.2, 3.2, 4.5, 5.8, 7.0, 8.3, 9.0, 9.4, 9.7, 10.2,
                                     10.9, 11.6, 12.2, 12.2 };
  static const double ccs[] = { NAN, 1.3, 1.4, 1.5, 1.3, 1.1, 0.9, 0.8, 0.6, 0.5, 0.4,
                                NAN, NAN, NAN, NAN, NAN };
  static const double power[] = { NAN, 2.4, 2.8, 3.0, 3.2, 3.4, 3.6, 3.6, 3.5, 3.3, 3.1,
                                  NAN, NAN, NAN, NAN, NAN };
  IjkChartBuilder *b = ijk_chart_builder_new (IJK_CHART_TIME);

  sample_set_words (b, "CO₂ storage and subsidy", "budget binds, ceiling does not",
                    "Source: agreement (7.2 Mt), Porthos and Aramis plans; model from 2026.");
  sample_set_years (b, 2025, 16);
  sample_add_panel (b, "CO₂ stored, Mt a year", &sample_one, 1);
  sample_add_panel (b, "Subsidy committed per round, € billion", &sample_one, 0.6);
  ijk_chart_builder_add_series (
    b, &(IjkChartSeries) { .label = "Stored", .shape = IJK_SHAPE_FILLED_LINE,
                           .role = IJK_ROLE_SERIES_1, .is_strong = TRUE, .has_end_value = TRUE,
                           .values = stored, .has_cursor_value = TRUE });
  ijk_chart_builder_add_series (
    b, &(IjkChartSeries) { .label = "Under contract", .shape = IJK_SHAPE_LINE,
                           .role = IJK_ROLE_SERIES_3, .dash = IJK_DASH_DOTTED,
                           .values = contract });
  ijk_chart_builder_add_series (
    b, &(IjkChartSeries) { .label = "Transport capacity", .shape = IJK_SHAPE_STEP,
                           .role = IJK_ROLE_REFERENCE, .dash = IJK_DASH_DASHED,
                           .values = capacity });
  ijk_chart_builder_add_series (
    b, &(IjkChartSeries) { .label = "CCS", .panel = 1, .shape = IJK_SHAPE_COLUMN,
                           .role = IJK_ROLE_SERIES_3, .values = ccs });
  ijk_chart_builder_add_series (
    b, &(IjkChartSeries) { .label = "Electricity and other", .panel = 1,
                           .shape = IJK_SHAPE_COLUMN, .role = IJK_ROLE_SERIES_1,
                           .values = power });
  ijk_chart_builder_add_rule (b, &(IjkChartRule) { .value = 9.7, .role = IJK_ROLE_TARGET,
                                                   .label = "Ceiling 9.7" });
  ijk_chart_builder_add_rule (b, &(IjkChartRule) { .panel = 1, .value = 4.5,
                                                   .role = IJK_ROLE_REFERENCE,
                                                   .dash = IJK_DASH_DASHED,
                                                   .label = "budget 4.5" });
  ijk_chart_builder_set_cursor (b, 2030);
  return ijk_chart_builder_end (b);
}

IjkChartSpec *
chart_sample_path (void)
{
  static const double past[] = { 2021, 1.2, 2022, 1.143, 2023, 1.213, 2024, 1.135, 2025, 1.057 };
  static const double path[] = { 2025, 1.057, 2026, 1.057, 2027, 0.979, 2028, 0.901, 2029, 0.823,
                                 2030, 0.745, 2035, 0.495 };
  static const double law_now[] = { 2026, 1.057, 2035, 1.057 };
  static const double law_2023[] = { 2025, 1.057, 2030, 0.667 };
  static const IjkNumberFormat three = { 3, ".", ",", NULL, NULL, FALSE };
  IjkChartBuilder *b = ijk_chart_builder_new (IJK_CHART_TIME);
  double values[15];
  guint i_past, i_path;

  sample_set_words (b, "Benchmark path", "drag a handle",
                    "Source: NEa; Wbm art. 71p. 2026 level assumed.");
  sample_set_years (b, 2021, 15);
  sample_add_panel (b, "Reduction factor (rights per tonne at the benchmark)", &three, 1);
  sample_fill_path (values, 2021, 15, law_now, 2);
  ijk_chart_builder_add_series (
    b, &(IjkChartSeries) { .label = "Law now", .shape = IJK_SHAPE_LINE, .has_end_value = TRUE,
                           .role = IJK_ROLE_REFERENCE, .dash = IJK_DASH_DASHED,
                           .values = values });
  sample_fill_path (values, 2021, 15, law_2023, 2);
  ijk_chart_builder_add_series (
    b, &(IjkChartSeries) { .label = "Law of 2023", .shape = IJK_SHAPE_LINE,
                           .role = IJK_ROLE_REFERENCE, .dash = IJK_DASH_DOTTED,
                           .values = values });
  sample_fill_path (values, 2021, 15, past, 5);
  i_past = ijk_chart_builder_add_series (b, &(IjkChartSeries) { .shape = IJK_SHAPE_LINE,
                                                                .role = IJK_ROLE_CURRENT,
                                                                .values = values });
  sample_fill_path (values, 2021, 15, path, 7);
  i_path = ijk_chart_builder_add_series (b, &(IjkChartSeries) { .shape = IJK_SHAPE_LINE,
                                                                .role = IJK_ROLE_ACCENT,
                                                                .values = values });
  for (guint i = 0; i < 5; i++)
    ijk_chart_builder_add_handle (b, &(IjkChartHandle) { i_past, i, FALSE });
  for (guint i = 5; i < 10; i++)
    ijk_chart_builder_add_handle (b, &(IjkChartHandle) { i_path, i, TRUE });
  ijk_chart_builder_add_handle (b, &(IjkChartHandle) { i_path, 14, TRUE });
  ijk_chart_builder_set_boundary (
    b, &(IjkChartBoundary) { .x = 2025, .before_text = "past: fixed", .is_shaded = TRUE });
  ijk_chart_builder_set_cursor (b, 2030);
  return ijk_chart_builder_end (b);
}

IjkChartSpec *
chart_sample_bands (void)
{
  static const double observed[] = { 2019, 55, 2020, 53.6, 2021, 54, 2022, 50, 2023, 46.2,
                                     2024, 47.3, 2025, 46.3 };
  static const double median[]
    = { 2025, 46.3, 2031, 34.8, 2033, 28.7, 2040, 19.0 };
  static const IjkTone tones[] = { IJK_TONE_BAND_WIDE, IJK_TONE_BAND_MIDDLE, IJK_TONE_BAND_NARROW };
  static const char *const names[] = { "90 of 100 runs", "80 of 100", "50 of 100" };
  IjkChartBuilder *b = ijk_chart_builder_new (IJK_CHART_TIME);
  double values[22], lows[22], highs[22];

  sample_set_words (b, "How sure is 2030?",
                    "44 of 100 runs reach 35.7 Mt, none of 100 reaches 29.1 Mt",
                    "Bands: 50, 80 and 90 of 100 runs. Assumed ranges; dated projects fixed; no "
                    "model error.");
  sample_set_years (b, 2019, 22);
  ijk_chart_builder_add_panel (
    b, &(IjkChartPanel) { .axis = { .name = "Mt CO₂-eq a year, 2,000 runs", .format = sample_one,
                                    .min = NAN, .max = NAN, .starts_at_zero = TRUE } });
  sample_fill_path (values, 2019, 22, median, 4);
  for (guint i = 0; i < 3; i++)
    {
      for (guint t = 0; t < 22; t++)
        {
          const double spread = (11.5 - 3.4 * i) * sqrt (MAX (0, t - 6.0) / 15);

          lows[t] = values[t] - spread * 0.9;
          highs[t] = values[t] + spread;
        }
      ijk_chart_builder_add_series (
        b, &(IjkChartSeries) { .label = names[i], .shape = IJK_SHAPE_BAND, .tone = tones[i],
                               .role = IJK_ROLE_COMPARE_A, .lows = lows, .highs = highs });
    }
  ijk_chart_builder_add_series (
    b, &(IjkChartSeries) { .label = "median", .shape = IJK_SHAPE_LINE, .is_strong = TRUE,
                           .has_end_value = TRUE, .role = IJK_ROLE_COMPARE_A, .values = values });
  sample_fill_path (values, 2019, 22, observed, 7);
  ijk_chart_builder_add_series (b, &(IjkChartSeries) { .shape = IJK_SHAPE_LINE,
                                                       .role = IJK_ROLE_CURRENT,
                                                       .values = values });
  ijk_chart_builder_add_marker (
    b, &(IjkChartMarker) { .x = 2030, .y = 35.7, .role = IJK_ROLE_TARGET,
                           .symbol = IJK_SYMBOL_DIAMOND, .label = "35.7" });
  ijk_chart_builder_add_marker (
    b, &(IjkChartMarker) { .x = 2030, .y = 29.1, .role = IJK_ROLE_TARGET,
                           .symbol = IJK_SYMBOL_HOLLOW_DIAMOND, .label = "29.1" });
  return ijk_chart_builder_end (b);
}

IjkChartSpec *
chart_sample_error_lines (void)
{
  static const char *const names[] = { "Levy", "Subsidy" };
  static const IjkRole roles[] = { IJK_ROLE_COMPARE_A, IJK_ROLE_COMPARE_B };
  IjkChartBuilder *b = ijk_chart_builder_new (IJK_CHART_TIME);
  double values[10], lows[10], highs[10];

  sample_set_words (b, "Effect with its uncertainty", "whiskers: 80 of 100 runs", "Source: model.");
  sample_set_years (b, 2026, 10);
  sample_add_panel (b, "Mt CO₂-eq avoided", &sample_one, 1);
  for (guint i = 0; i < 2; i++)
    {
      for (guint t = 0; t < 10; t++)
        {
          values[t] = (i + 1.2) * 0.5 * (t + 1) + 0.3 * sin (t);
          lows[t] = values[t] - 0.2 - 0.08 * t;
          highs[t] = values[t] + 0.2 + 0.1 * t;
        }
      ijk_chart_builder_add_series (
        b, &(IjkChartSeries) { .label = names[i], .shape = IJK_SHAPE_ERROR_LINE, .role = roles[i],
                               .dash = i == 0 ? IJK_DASH_SOLID : IJK_DASH_DASH_DOT,
                               .is_strong = TRUE, .has_end_value = TRUE, .values = values,
                               .lows = lows, .highs = highs });
    }
  return ijk_chart_builder_end (b);
}
