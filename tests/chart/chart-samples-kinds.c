/* Sample charts of the kinds that are not over years: rows, blocks, a map, a histogram; and a
 * sparkline.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart-samples-private.h"

#include <math.h>

IjkChartSpec *
chart_sample_waterfall (void)
{
  static const char *const names[] = { "Reference", "Aramis in 2029, was 2031",
                                       "Levy rate to 125 €/t", "Benchmark path to 0.745",
                                       "Subsidy round to €4.5 bn", "CCS ceiling to 9.7 Mt",
                                       "Tempo erin" };
  static const double steps[] = { 38.5, -0.8, -0.6, -0.5, -0.3, -0.2, 36.1 };
  IjkChartBuilder *b = ijk_chart_builder_new (IJK_CHART_ROWS);
  double running = 0;

  sample_set_words (b, "Which lever explains the difference?", NULL,
                    "Mean of switching levers in order and in reverse order; whiskers show the "
                    "spread between the two.");
  ijk_chart_builder_add_panel (
    b, &(IjkChartPanel) { .axis = { .name = "Mt CO₂-eq in 2030 (axis starts at 35)",
                                    .format = sample_one, .min = 35, .max = NAN } });
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

IjkChartSpec *
chart_sample_ranking (void)
{
  static const char *const names[] = { "Electric boiler, food", "Waste heat to district heating",
                                       "CCS at hydrogen plants", "N₂O abatement",
                                       "Heat pump, paper", "DRI for steel" };
  IjkChartBuilder *b = ijk_chart_builder_new (IJK_CHART_ROWS);

  sample_set_words (b, "Ranking of the round of 2027", "cheapest first until the budget is spent",
                    "Source: model.");
  sample_add_panel (b, "€/t CO₂ avoided", &sample_plain, 1);
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

IjkChartSpec *
chart_sample_blocks (void)
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

  sample_set_words (b, "Marginal abatement cost in 2030", "17.0 Mt below 350 €/t",
                    "Source: model; cost to the nation, discounted at 4%.");
  ijk_chart_builder_set_x (b, &(IjkChartAxis) { .name = "Mt CO₂-eq avoided", .format = sample_one,
                                                .min = NAN, .max = NAN },
                           NULL, 0);
  sample_add_panel (b, "€/t CO₂-eq", &sample_plain, 1);
  for (guint i = 0; i < G_N_ELEMENTS (blocks); i++)
    ijk_chart_builder_add_block (b, &(IjkChartBlock) { blocks[i].name, blocks[i].width,
                                                       blocks[i].height, blocks[i].role,
                                                       IJK_PATTERN_NONE });
  ijk_chart_builder_add_rule (b, &(IjkChartRule) { .value = 125, .role = IJK_ROLE_TARGET,
                                                   .label = "Levy 125" });
  return ijk_chart_builder_end (b);
}

IjkChartSpec *
chart_sample_sparkline (void)
{
  static const double path[] = { 2021, 1.2, 2023, 1.21, 2026, 1.057, 2030, 0.745, 2035, 0.495 };
  static const double law[] = { 2026, 1.057, 2035, 1.057 };
  IjkChartBuilder *b = ijk_chart_builder_new (IJK_CHART_SPARKLINE);
  double values[15];

  sample_set_years (b, 2021, 15);
  sample_add_panel (b, NULL, &sample_one, 1);
  sample_fill_path (values, 2021, 15, law, 2);
  ijk_chart_builder_add_series (b, &(IjkChartSeries) { .shape = IJK_SHAPE_LINE, .width_px = 1.5,
                                                       .role = IJK_ROLE_REFERENCE,
                                                       .dash = IJK_DASH_DOTTED,
                                                       .values = values });
  sample_fill_path (values, 2021, 15, path, 5);
  ijk_chart_builder_add_series (b, &(IjkChartSeries) { .shape = IJK_SHAPE_LINE, .width_px = 1.5,
                                                       .role = IJK_ROLE_ACCENT, .is_strong = TRUE,
                                                       .values = values });
  return ijk_chart_builder_end (b);
}

IjkChartSpec *
chart_sample_grid (void)
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
  sample_set_words (b, "Emissions in 2030 over two levers", NULL,
                    "Sweep of 41 × 41 runs, other levers as in Tempo erin.");
  ijk_chart_builder_set_x (b, &(IjkChartAxis) { .name = "CCS ceiling, Mt CO₂ a year",
                                                .format = sample_plain, .min = NAN, .max = NAN },
                           NULL, 0);
  sample_add_panel (b, "Subsidy round for industry, € billion a year", &sample_one, 1);
  ijk_chart_builder_set_grid (
    b, &(IjkChartGrid) { .axis = { .name = "Mt in 2030", .format = sample_one, .min = NAN,
                                   .max = NAN },
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

IjkChartSpec *
chart_sample_histogram (void)
{
  IjkChartBuilder *b = ijk_chart_builder_new (IJK_CHART_HISTOGRAM);
  double edges[25], counts[24];

  for (guint i = 0; i < 25; i++)
    edges[i] = 31 + 0.5 * i;
  for (guint i = 0; i < 24; i++)
    counts[i] = round (260 * exp (-0.5 * pow ((edges[i] + 0.25 - 36.4) / 1.7, 2)));
  sample_set_words (b, "How often which outcome", "2,000 runs", "Source: model, 2,000 runs.");
  ijk_chart_builder_set_x (b, &(IjkChartAxis) { .name = "Emissions in 2030, Mt CO₂-eq",
                                                .format = sample_one, .min = NAN, .max = NAN },
                           edges, 25);
  sample_add_panel (b, "runs", &sample_plain, 1);
  ijk_chart_builder_add_series (b, &(IjkChartSeries) { .label = "runs",
                                                       .role = IJK_ROLE_SERIES_1,
                                                       .values = counts });
  ijk_chart_builder_add_rule (b, &(IjkChartRule) { .value = 35.7, .role = IJK_ROLE_TARGET,
                                                   .label = "35.7 agreement" });
  return ijk_chart_builder_end (b);
}
