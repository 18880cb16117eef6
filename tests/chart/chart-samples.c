/* Made-up charts. The numbers are shapes to draw, not facts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart-samples.h"

#include <math.h>

#define FIRST_YEAR 2013
#define N_YEARS 38

static const IjkNumberFormat PLAIN = { 0, ".", "", NULL, NULL, FALSE };
static const IjkNumberFormat ONE = { 1, ".", ",", NULL, NULL, FALSE };
static const IjkNumberFormat TWO = { 2, ".", ",", NULL, NULL, FALSE };

static void
set_words (IjkChartBuilder *builder,
           const char      *title,
           const char      *subtitle,
           const char      *source)
{
  ijk_chart_builder_set_text (builder, IJK_CHART_TITLE, title);
  ijk_chart_builder_set_text (builder, IJK_CHART_SUBTITLE, subtitle);
  ijk_chart_builder_set_text (builder, IJK_CHART_SOURCE, source);
  ijk_chart_builder_set_text (builder, IJK_CHART_DESCRIPTION, "A made-up chart <for> \"tests\" & more.");
  ijk_chart_builder_set_text (builder, IJK_CHART_LANGUAGE, "en");
  ijk_chart_builder_set_text (builder, IJK_CHART_EMPTY_TEXT, "Nothing to show for this choice");
}

static void
set_years (IjkChartBuilder *builder,
           guint            first,
           guint            n)
{
  double years[128];

  for (guint i = 0; i < n; i++)
    years[i] = first + i;
  ijk_chart_builder_set_x (builder, &(IjkChartAxis) { .format = PLAIN, .min = NAN, .max = NAN },
                           years, n);
}

static guint
add_panel (IjkChartBuilder       *builder,
           const char            *name,
           const IjkNumberFormat *format,
           double                 weight)
{
  const IjkChartPanel panel
    = { .axis = { .name = name, .format = *format, .min = NAN, .max = NAN }, .weight = weight };

  return ijk_chart_builder_add_panel (builder, &panel);
}

/* Straight between the given points. */
static void
fill_path (double       *values,
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

static const char *const SECTORS[]
  = { "Chemistry and fertiliser", "Refining", "Steel", "Waste", "Food", "Other industry" };

static IjkChartSpec *
make_area (void)
{
  static const double starts[] = { 20.1, 10.6, 6.7, 6.3, 4.2, 9.3 };
  static const double ends[] = { 3.2, 1.2, 1.0, 0.8, 0.7, 2.0 };
  IjkChartBuilder *b = ijk_chart_builder_new (IJK_CHART_TIME);
  double values[N_YEARS], total[N_YEARS] = { 0 };

  set_words (b, "Emissions by sector", "industry, national",
             "Source: Emissieregistratie to 2021, derived 2022–2025 (2013–14 interpolated); "
             "projection: Ijkpad model, scenario Tempo erin.");
  set_years (b, FIRST_YEAR, N_YEARS);
  add_panel (b, "Mt CO₂-eq a year", &ONE, 1);
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

static IjkChartSpec *
make_lines (void)
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

  set_words (b, "Emissions of industry", NULL,
             "Source: Emissieregistratie to 2021, derived 2022–2025; projection: Ijkpad model.");
  set_years (b, 2019, 32);
  ijk_chart_builder_add_panel (
    b, &(IjkChartPanel) { .axis = { .name = "Mt CO₂-eq a year, industry", .format = ONE,
                                    .min = NAN, .max = NAN, .starts_at_zero = TRUE } });
  fill_path (values, 2019, 32, observed, 7);
  ijk_chart_builder_add_series (b, &(IjkChartSeries) { .shape = IJK_SHAPE_LINE,
                                                       .role = IJK_ROLE_CURRENT,
                                                       .values = values });
  for (guint i = 0; i < 4; i++)
    {
      fill_path (values, 2019, 32, paths[i], 5);
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
static IjkChartSpec *
make_columns (void)
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

  set_words (b, "Outcome of the levy", "€183 million in 2030",
             "Source: Wbm ch. VIB, NEa rates to 2025; model from 2026. Rates of 2026 before "
             "indexation.");
  set_years (b, 2021, 15);
  add_panel (b, "Net rate for ETS companies, €/t CO₂", &TWO, 0.55);
  add_panel (b, "Levy due, € million a year", &PLAIN, 1);
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

static IjkChartSpec *
make_storage (void)
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

  set_words (b, "CO₂ storage and subsidy", "budget binds, ceiling does not",
             "Source: agreement (7.2 Mt), Porthos and Aramis plans; model from 2026.");
  set_years (b, 2025, 16);
  add_panel (b, "CO₂ stored, Mt a year", &ONE, 1);
  add_panel (b, "Subsidy committed per round, € billion", &ONE, 0.6);
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

static IjkChartSpec *
make_path (void)
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

  set_words (b, "Benchmark path", "drag a handle", "Source: NEa; Wbm art. 71p. 2026 level assumed.");
  set_years (b, 2021, 15);
  add_panel (b, "Reduction factor (rights per tonne at the benchmark)", &three, 1);
  fill_path (values, 2021, 15, law_now, 2);
  ijk_chart_builder_add_series (
    b, &(IjkChartSeries) { .label = "Law now", .shape = IJK_SHAPE_LINE, .has_end_value = TRUE,
                           .role = IJK_ROLE_REFERENCE, .dash = IJK_DASH_DASHED,
                           .values = values });
  fill_path (values, 2021, 15, law_2023, 2);
  ijk_chart_builder_add_series (
    b, &(IjkChartSeries) { .label = "Law of 2023", .shape = IJK_SHAPE_LINE,
                           .role = IJK_ROLE_REFERENCE, .dash = IJK_DASH_DOTTED,
                           .values = values });
  fill_path (values, 2021, 15, past, 5);
  i_past = ijk_chart_builder_add_series (b, &(IjkChartSeries) { .shape = IJK_SHAPE_LINE,
                                                                .role = IJK_ROLE_CURRENT,
                                                                .values = values });
  fill_path (values, 2021, 15, path, 7);
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

static IjkChartSpec *
make_bands (void)
{
  static const double observed[] = { 2019, 55, 2020, 53.6, 2021, 54, 2022, 50, 2023, 46.2,
                                     2024, 47.3, 2025, 46.3 };
  static const double median[]
    = { 2025, 46.3, 2031, 34.8, 2033, 28.7, 2040, 19.0 };
  static const IjkTone tones[] = { IJK_TONE_BAND_WIDE, IJK_TONE_BAND_MIDDLE, IJK_TONE_BAND_NARROW };
  static const char *const names[] = { "90 of 100 runs", "80 of 100", "50 of 100" };
  IjkChartBuilder *b = ijk_chart_builder_new (IJK_CHART_TIME);
  double values[22], lows[22], highs[22];

  set_words (b, "How sure is 2030?", "44 of 100 runs reach 35.7 Mt, none of 100 reaches 29.1 Mt",
             "Bands: 50, 80 and 90 of 100 runs. Assumed ranges; dated projects fixed; no model "
             "error.");
  set_years (b, 2019, 22);
  ijk_chart_builder_add_panel (
    b, &(IjkChartPanel) { .axis = { .name = "Mt CO₂-eq a year, 2,000 runs", .format = ONE,
                                    .min = NAN, .max = NAN, .starts_at_zero = TRUE } });
  fill_path (values, 2019, 22, median, 4);
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
  fill_path (values, 2019, 22, observed, 7);
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

/* Sinks below zero, and a net line. */
static IjkChartSpec *
make_negative (void)
{
  IjkChartBuilder *b = ijk_chart_builder_new (IJK_CHART_TIME);
  static const char *const names[] = { "Heat", "Process", "Storage from biomass", "Replacement" };
  double values[26], net[26] = { 0 };

  set_words (b, "Emissions and removals", "net zero in 2048", "Source: model.");
  set_years (b, 2025, 26);
  add_panel (b, "Mt CO₂-eq a year", &ONE, 1);
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

static IjkChartSpec *
make_negative_columns (void)
{
  IjkChartBuilder *b = ijk_chart_builder_new (IJK_CHART_TIME);
  static const char *const names[] = { "Levy", "Net costs", "Subsidy received" };
  static const IjkRole roles[] = { IJK_ROLE_SERIES_4, IJK_ROLE_SERIES_1, IJK_ROLE_SERIES_3 };
  double values[15], net[15] = { 0 };

  set_words (b, "Cost and who bears it", NULL, "Source: model.");
  set_years (b, 2026, 15);
  add_panel (b, "€ million a year", &PLAIN, 1);
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
static IjkChartSpec *
make_gaps (void)
{
  IjkChartBuilder *b = ijk_chart_builder_new (IJK_CHART_TIME);
  double one[20], other[20], line[20];

  set_words (b, "A registry with gaps", NULL, "Source: none.");
  set_years (b, 2010, 20);
  add_panel (b, "kt a year", &PLAIN, 1);
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

static IjkChartSpec *
make_one_datum (void)
{
  IjkChartBuilder *b = ijk_chart_builder_new (IJK_CHART_TIME);
  const double year = 2030, area = 12.4, line = 15.1;

  set_words (b, "One year only", NULL, "Source: none.");
  ijk_chart_builder_set_x (b, &(IjkChartAxis) { .format = PLAIN, .min = NAN, .max = NAN }, &year, 1);
  add_panel (b, "Mt", &ONE, 1);
  ijk_chart_builder_add_series (b, &(IjkChartSeries) { .label = "Area", .shape = IJK_SHAPE_AREA,
                                                       .role = IJK_ROLE_SERIES_1,
                                                       .values = &area });
  ijk_chart_builder_add_series (b, &(IjkChartSeries) { .label = "Line", .shape = IJK_SHAPE_LINE,
                                                       .role = IJK_ROLE_CURRENT, .values = &line,
                                                       .has_end_value = TRUE });
  return ijk_chart_builder_end (b);
}

static IjkChartSpec *
make_zero (void)
{
  IjkChartBuilder *b = ijk_chart_builder_new (IJK_CHART_TIME);
  const double zeros[10] = { 0 };

  set_words (b, "All zero", "which is not the same as unknown", "Source: none.");
  set_years (b, 2026, 10);
  add_panel (b, "Mt", &ONE, 1);
  ijk_chart_builder_add_series (b, &(IjkChartSeries) { .label = "Stored", .shape = IJK_SHAPE_AREA,
                                                       .role = IJK_ROLE_SERIES_1,
                                                       .values = zeros });
  ijk_chart_builder_add_series (b, &(IjkChartSeries) { .label = "Total", .shape = IJK_SHAPE_LINE,
                                                       .role = IJK_ROLE_CURRENT, .values = zeros,
                                                       .has_end_value = TRUE });
  return ijk_chart_builder_end (b);
}

static IjkChartSpec *
make_empty (void)
{
  IjkChartBuilder *b = ijk_chart_builder_new (IJK_CHART_TIME);

  set_words (b, "Empty", NULL, "Source: none.");
  add_panel (b, "Mt", &ONE, 1);
  return ijk_chart_builder_end (b);
}

static IjkChartSpec *
make_right_to_left (void)
{
  IjkChartBuilder *b = ijk_chart_builder_new (IJK_CHART_TIME);
  double values[16];

  set_words (b, "انبعاثات الصناعة", "בקרת פליטות 2030",
             "المصدر: سجل الانبعاثات حتى 2021 (CO₂)، والتوقعات من نموذج إيكباد.");
  set_years (b, 2020, 16);
  add_panel (b, "ميغا طن CO₂ في السنة", &ONE, 1);
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

static IjkChartSpec *
make_waterfall (void)
{
  static const char *const names[] = { "Reference", "Aramis in 2029, was 2031",
                                       "Levy rate to 125 €/t", "Benchmark path to 0.745",
                                       "Subsidy round to €4.5 bn", "CCS ceiling to 9.7 Mt",
                                       "Tempo erin" };
  static const double steps[] = { 38.5, -0.8, -0.6, -0.5, -0.3, -0.2, 36.1 };
  IjkChartBuilder *b = ijk_chart_builder_new (IJK_CHART_ROWS);
  double running = 0;

  set_words (b, "Which lever explains the difference?", NULL,
             "Mean of switching levers in order and in reverse order; whiskers show the spread "
             "between the two.");
  ijk_chart_builder_add_panel (
    b, &(IjkChartPanel) { .axis = { .name = "Mt CO₂-eq in 2030 (axis starts at 35)", .format = ONE,
                                    .min = 35, .max = NAN } });
  ijk_chart_builder_set_connects_rows (b, TRUE);
  for (guint i = 0; i < 7; i++)
    {
      const gboolean is_total = i == 0 || i == 6;
      const double after = is_total ? steps[i] : running + steps[i];

      ijk_chart_builder_add_row (
        b, &(IjkChartRow) { .label = names[i], .value = steps[i], .is_strong = is_total,
                            .shows_sign = !is_total,
                            .whisker_low = is_total ? NAN : after - 0.1,
                            .whisker_high = is_total ? NAN : after + 0.1 });
      ijk_chart_builder_add_segment (
        b, &(IjkChartSegment) { .row = i, .from = is_total ? 0 : running, .to = after,
                                .role = i == 0   ? IJK_ROLE_BAR_TOTAL
                                        : i == 6 ? IJK_ROLE_COMPARE_A
                                                 : IJK_ROLE_COMPARE_C });
      running = after;
    }
  ijk_chart_builder_add_rule (b, &(IjkChartRule) { .value = 35.7, .role = IJK_ROLE_TARGET,
                                                   .label = "35.7 agreement" });
  return ijk_chart_builder_end (b);
}

static IjkChartSpec *
make_ranking (void)
{
  static const char *const names[] = { "Electric boiler, food", "Waste heat to district heating",
                                       "CCS at hydrogen plants", "N₂O abatement",
                                       "Heat pump, paper", "DRI for steel" };
  IjkChartBuilder *b = ijk_chart_builder_new (IJK_CHART_ROWS);

  set_words (b, "Ranking of the round of 2027", "cheapest first until the budget is spent",
             "Source: model.");
  add_panel (b, "€/t CO₂ avoided", &PLAIN, 1);
  for (guint i = 0; i < 6; i++)
    {
      const double cost = i == 0 ? -24 : 30.0 + 38 * i;
      const double extra = i == 0 ? 0 : 18.0 + 5 * i;

      ijk_chart_builder_add_row (b, &(IjkChartRow) { .label = names[i], .value = cost + extra,
                                                     .whisker_low = NAN, .whisker_high = NAN });
      ijk_chart_builder_add_segment (
        b, &(IjkChartSegment) { .row = i, .from = 0, .to = cost, .role = IJK_ROLE_SERIES_1,
                                .label = "Subsidy asked",
                                .pattern = cost < 0 ? IJK_PATTERN_HATCH : IJK_PATTERN_NONE });
      if (extra > 0)
        ijk_chart_builder_add_segment (
          b, &(IjkChartSegment) { .row = i, .from = cost, .to = cost + extra,
                                  .role = IJK_ROLE_SERIES_2, .label = "Borne by the company" });
    }
  return ijk_chart_builder_end (b);
}

static IjkChartSpec *
make_blocks (void)
{
  static const struct
  {
    const char *name;
    double width, height;
    IjkRole role;
  } blocks[] = {
    { "Efficiency", 1.9, -38, IJK_ROLE_SERIES_6 },  { "Waste heat", 0.5, -12, IJK_ROLE_SERIES_6 },
    { "N₂O", 1.1, 8, IJK_ROLE_SERIES_1 },           { "CCS, hydrogen", 3.1, 62, IJK_ROLE_SERIES_1 },
    { "CCS, refining", 2.2, 84, IJK_ROLE_SERIES_2 }, { "E-boiler", 1.4, 118, IJK_ROLE_SERIES_5 },
    { "Heat pump", 0.6, 139, IJK_ROLE_SERIES_5 },   { "CCS, waste", 1.2, 152, IJK_ROLE_SERIES_4 },
    { "DRI", 3.4, 188, IJK_ROLE_SERIES_3 },         { "Green hydrogen", 0.9, 291, IJK_ROLE_SERIES_1 },
    { "Electric cracker", 0.7, 342, IJK_ROLE_SERIES_1 },
  };
  IjkChartBuilder *b = ijk_chart_builder_new (IJK_CHART_BLOCKS);

  set_words (b, "Marginal abatement cost in 2030", "17.0 Mt below 350 €/t",
             "Source: model; cost to the nation, discounted at 4%.");
  ijk_chart_builder_set_x (b, &(IjkChartAxis) { .name = "Mt CO₂-eq avoided", .format = ONE,
                                                .min = NAN, .max = NAN },
                           NULL, 0);
  add_panel (b, "€/t CO₂-eq", &PLAIN, 1);
  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    ijk_chart_builder_add_block (b, &(IjkChartBlock) { blocks[i].name, blocks[i].width,
                                                       blocks[i].height, blocks[i].role,
                                                       IJK_PATTERN_NONE });
  ijk_chart_builder_add_rule (b, &(IjkChartRule) { .value = 125, .role = IJK_ROLE_TARGET,
                                                   .label = "Levy 125" });
  return ijk_chart_builder_end (b);
}

static IjkChartSpec *
make_sparkline (void)
{
  static const double path[] = { 2021, 1.2, 2023, 1.21, 2026, 1.057, 2030, 0.745, 2035, 0.495 };
  static const double law[] = { 2026, 1.057, 2035, 1.057 };
  IjkChartBuilder *b = ijk_chart_builder_new (IJK_CHART_SPARKLINE);
  double values[15];

  set_years (b, 2021, 15);
  add_panel (b, NULL, &ONE, 1);
  fill_path (values, 2021, 15, law, 2);
  ijk_chart_builder_add_series (b, &(IjkChartSeries) { .shape = IJK_SHAPE_LINE, .width_px = 1.5,
                                                       .role = IJK_ROLE_REFERENCE,
                                                       .dash = IJK_DASH_DOTTED,
                                                       .values = values });
  fill_path (values, 2021, 15, path, 5);
  ijk_chart_builder_add_series (b, &(IjkChartSeries) { .shape = IJK_SHAPE_LINE, .width_px = 1.5,
                                                       .role = IJK_ROLE_ACCENT, .is_strong = TRUE,
                                                       .values = values });
  return ijk_chart_builder_end (b);
}

static IjkChartSpec *
make_grid (void)
{
  enum { N = 41 };
  static const double levels[] = { 29.1, 31, 33, 35.7, 36.5, 37.2, 38 };
  IjkChartBuilder *b = ijk_chart_builder_new (IJK_CHART_GRID);
  double x[N], y[N], values[N * N];
  guint8 mask[N * N];

  for (guint i = 0; i < N; i++)
    {
      x[i] = 15.0 * i / (N - 1);
      y[i] = 9.0 * i / (N - 1);
    }
  for (guint j = 0; j < N; j++)
    for (guint i = 0; i < N; i++)
      {
        const double binding = -log (exp (-0.9 * x[i] / 1.3) + exp (-0.9 * y[j])) / 0.9;

        values[j * N + i] = 39.2 - 0.62 * binding - 0.012 * pow (MAX (0, binding), 2.9);
        mask[j * N + i] = x[i] > 8.2 && y[j] > 5.8;
      }
  set_words (b, "Emissions in 2030 over two levers", NULL,
             "Sweep of 41 × 41 runs, other levers as in Tempo erin.");
  ijk_chart_builder_set_x (b, &(IjkChartAxis) { .name = "CCS ceiling, Mt CO₂ a year",
                                                .format = PLAIN, .min = NAN, .max = NAN },
                           NULL, 0);
  add_panel (b, "Subsidy round for industry, € billion a year", &ONE, 1);
  ijk_chart_builder_set_grid (
    b, &(IjkChartGrid) { .axis = { .name = "Mt in 2030", .format = ONE, .min = NAN, .max = NAN },
                         .n_columns = N, .n_rows = N, .x = x, .y = y, .values = values,
                         .mask = mask, .levels = levels, .n_levels = G_N_ELEMENTS (levels),
                         .mask_text = "Hatched: more CO₂ than storage can take" });
  ijk_chart_builder_add_rule (b, &(IjkChartRule) { .value = 35.7, .role = IJK_ROLE_TARGET,
                                                   .label = "35.7 agreement" });
  ijk_chart_builder_add_rule (b, &(IjkChartRule) { .value = 29.1, .role = IJK_ROLE_TARGET,
                                                   .label = "29.1 indicative" });
  ijk_chart_builder_add_marker (
    b, &(IjkChartMarker) { .x = 9.7, .y = 4.5, .symbol = IJK_SYMBOL_RING,
                           .role = IJK_ROLE_ACCENT_PILL, .label = "You are here: 36.1 Mt",
                           .second_line = "9.7 Mt, €4.5 billion", .has_guides = TRUE });
  ijk_chart_builder_add_marker (
    b, &(IjkChartMarker) { .x = 7.2, .y = 3.6, .symbol = IJK_SYMBOL_RING,
                           .role = IJK_ROLE_REFERENCE, .label = "Reference levels: 36.6 Mt",
                           .second_line = "7.2 Mt, €3.6 billion" });
  return ijk_chart_builder_end (b);
}

static IjkChartSpec *
make_grid_gaps (void)
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
  set_words (b, "A sweep not finished", NULL, "Source: none.");
  ijk_chart_builder_set_x (b, &(IjkChartAxis) { .name = "One lever", .format = PLAIN, .min = NAN,
                                                .max = NAN },
                           NULL, 0);
  add_panel (b, "Other lever", &PLAIN, 1);
  ijk_chart_builder_set_grid (
    b, &(IjkChartGrid) { .axis = { .name = "Outcome", .format = ONE, .min = NAN, .max = NAN },
                         .n_columns = N, .n_rows = N, .x = x, .y = x, .values = values,
                         .levels = levels, .n_levels = G_N_ELEMENTS (levels) });
  return ijk_chart_builder_end (b);
}

static IjkChartSpec *
make_histogram (void)
{
  IjkChartBuilder *b = ijk_chart_builder_new (IJK_CHART_HISTOGRAM);
  double edges[25], counts[24];

  for (guint i = 0; i < 25; i++)
    edges[i] = 31 + 0.5 * i;
  for (guint i = 0; i < 24; i++)
    counts[i] = round (260 * exp (-0.5 * pow ((edges[i] + 0.25 - 36.4) / 1.7, 2)));
  set_words (b, "How often which outcome", "2,000 runs", "Source: model, 2,000 runs.");
  ijk_chart_builder_set_x (b, &(IjkChartAxis) { .name = "Emissions in 2030, Mt CO₂-eq",
                                                .format = ONE, .min = NAN, .max = NAN },
                           edges, 25);
  add_panel (b, "runs", &PLAIN, 1);
  ijk_chart_builder_add_series (b, &(IjkChartSeries) { .label = "runs",
                                                       .role = IJK_ROLE_SERIES_1,
                                                       .values = counts });
  ijk_chart_builder_add_rule (b, &(IjkChartRule) { .value = 35.7, .role = IJK_ROLE_TARGET,
                                                   .label = "35.7 agreement" });
  return ijk_chart_builder_end (b);
}

static IjkChartSpec *
make_error_lines (void)
{
  static const char *const names[] = { "Levy", "Subsidy" };
  static const IjkRole roles[] = { IJK_ROLE_COMPARE_A, IJK_ROLE_COMPARE_B };
  IjkChartBuilder *b = ijk_chart_builder_new (IJK_CHART_TIME);
  double values[10], lows[10], highs[10];

  set_words (b, "Effect with its uncertainty", "whiskers: 80 of 100 runs", "Source: model.");
  set_years (b, 2026, 10);
  add_panel (b, "Mt CO₂-eq avoided", &ONE, 1);
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

const ChartSample *
chart_samples_list (guint *n_samples)
{
  static const ChartSample samples[] = {
    { "area", make_area, 660, 385, FALSE },
    { "lines", make_lines, 840, 390, FALSE },
    { "columns", make_columns, 510, 300, FALSE },
    { "storage", make_storage, 510, 300, FALSE },
    { "path", make_path, 360, 385, FALSE },
    { "bands", make_bands, 540, 390, FALSE },
    { "negative", make_negative, 660, 385, FALSE },
    { "negative-columns", make_negative_columns, 660, 385, FALSE },
    { "gaps", make_gaps, 660, 385, FALSE },
    { "one-datum", make_one_datum, 510, 300, FALSE },
    { "zero", make_zero, 510, 300, FALSE },
    { "empty", make_empty, 510, 300, FALSE },
    { "right-to-left", make_right_to_left, 660, 385, FALSE },
    { "waterfall", make_waterfall, 510, 390, FALSE },
    { "ranking", make_ranking, 510, 340, FALSE },
    { "blocks", make_blocks, 800, 420, FALSE },
    { "sparkline", make_sparkline, 300, 24, FALSE },
    { "grid", make_grid, 800, 800, TRUE },
    { "grid-gaps", make_grid_gaps, 510, 420, TRUE },
    { "histogram", make_histogram, 510, 340, TRUE },
    { "error-lines", make_error_lines, 510, 340, TRUE },
  };

  *n_samples = G_N_ELEMENTS (samples);
  return samples;
}
