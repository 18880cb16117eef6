/* Specs, numbers, ticks and the palette.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "chart-samples.h"
#include "ijk-ticks.h"

static void
test_samples_equal_themselves_only (void)
{
  guint n_samples;
  const ChartSample *samples = chart_samples_list (&n_samples);

  for (guint i = 0; i < n_samples; i++)
    for (guint j = 0; j < n_samples; j++)
      {
        g_autoptr (IjkChartSpec) one = samples[i].make ();
        g_autoptr (IjkChartSpec) other = samples[j].make ();

        g_assert_true (ijk_chart_spec_equal (one, other) == (i == j));
      }
}

static void
test_random_specs_equal_when_dumps_do (void)
{
  for (guint32 seed = 0; seed < 300; seed++)
    {
      g_autoptr (IjkChartSpec) one = chart_sample_random (seed);
      g_autoptr (IjkChartSpec) again = chart_sample_random (seed);
      g_autoptr (IjkChartSpec) other = chart_sample_random (seed + 6);
      g_autofree char *one_dump = ijk_chart_spec_dump (one);
      g_autofree char *again_dump = ijk_chart_spec_dump (again);
      g_autofree char *other_dump = ijk_chart_spec_dump (other);

      g_assert_true (ijk_chart_spec_equal (one, again));
      g_assert_cmpstr (one_dump, ==, again_dump);
      g_assert_true (ijk_chart_spec_equal (one, other) == (g_strcmp0 (one_dump, other_dump) == 0));
    }
}

/* Every change of a field must be seen. */
static IjkChartSpec *
make_variant (guint which)
{
  const double x[] = { 2020, 2021, which == 1 ? 2023 : 2022 };
  const double values[] = { 1, which == 2 ? NAN : 2, 3 };
  IjkChartBuilder *b = ijk_chart_builder_new (which == 3 ? IJK_CHART_SPARKLINE : IJK_CHART_TIME);

  ijk_chart_builder_set_text (b, IJK_CHART_TITLE, which == 4 ? "B" : "A");
  ijk_chart_builder_set_text (b, IJK_CHART_DESCRIPTION, which == 5 ? NULL : "");
  ijk_chart_builder_set_x (b, &(IjkChartAxis) { .min = NAN, .max = which == 6 ? 2030 : NAN }, x, 3);
  ijk_chart_builder_add_panel (
    b, &(IjkChartPanel) { .axis = { .name = "Mt", .min = NAN, .max = NAN,
                                    .format = { .n_decimals = which == 7, .suffix = "%",
                                                .shows_plus = which == 8 },
                                    .starts_at_zero = which == 9 },
                          .weight = which == 10 ? 2 : 1 });
  ijk_chart_builder_add_series (
    b, &(IjkChartSeries) { .label = "s", .values = values,
                           .shape = which == 11 ? IJK_SHAPE_LINE : IJK_SHAPE_AREA,
                           .role = which == 12 ? IJK_ROLE_TARGET : IJK_ROLE_SERIES_1,
                           .pattern = which == 13 ? IJK_PATTERN_DOTS : IJK_PATTERN_NONE,
                           .dash = which == 14 ? IJK_DASH_LONG : IJK_DASH_SOLID,
                           .width_px = which == 15, .is_strong = which == 16,
                           .is_unlabelled = which == 17, .has_end_value = which == 18,
                           .has_cursor_value = which == 19, .is_muted = which == 39,
                           .tone = which == 20 ? IJK_TONE_BAND_WIDE : IJK_TONE_SOLID,
                           .lows = which == 21 ? values : NULL,
                           .highs = which == 22 ? values : NULL });
  ijk_chart_builder_set_boundary (
    b, &(IjkChartBoundary) { .x = which == 23 ? 2021 : NAN, .is_shaded = which == 24,
                             .before_text = which == 25 ? "b" : NULL });
  if (which >= 26 && which < 31)
    ijk_chart_builder_add_marker (
      b, &(IjkChartMarker) { .x = 2021, .y = which == 27 ? 4 : 5,
                             .symbol = which == 28 ? IJK_SYMBOL_DOT : IJK_SYMBOL_RING,
                             .label = which == 29 ? "m" : NULL, .has_guides = which == 30 });
  if (which >= 31 && which < 34)
    ijk_chart_builder_add_rule (b, &(IjkChartRule) { .value = which == 32 ? 1 : 2,
                                                     .dash = which == 33 ? IJK_DASH_LONG
                                                                         : IJK_DASH_SOLID });
  if (which == 34 || which == 35)
    ijk_chart_builder_add_handle (b, &(IjkChartHandle) { 0, 1, which == 35 });
  ijk_chart_builder_set_cursor (b, which == 36 ? 2021 : NAN);
  ijk_chart_builder_set_connects_rows (b, which == 37);
  ijk_chart_builder_set_text (b, IJK_CHART_LANGUAGE, which == 38 ? "nl" : "en");
  return ijk_chart_builder_end (b);
}

static void
test_every_field_counts (void)
{
  enum { N = 40 };

  for (guint i = 0; i < N; i++)
    for (guint j = 0; j < N; j++)
      {
        g_autoptr (IjkChartSpec) one = make_variant (i);
        g_autoptr (IjkChartSpec) other = make_variant (j);

        if (ijk_chart_spec_equal (one, other) != (i == j))
          g_error ("variants %u and %u", i, j);
      }
}

static void
test_dump_is_readable (void)
{
  g_autoptr (IjkChartSpec) spec = make_variant (26);
  g_autofree char *dump = ijk_chart_spec_dump (spec);

  g_assert_cmpstr (dump, ==,
                   "chart time\n"
                   "title \"A\"\n"
                   "language \"en\"\n"
                   "x-axis\n"
                   "x 2020 2021 2022\n"
                   "panel\n"
                   "  name \"Mt\"\n"
                   "  suffix \"%\"\n"
                   "weight 1\n"
                   "series\n"
                   "  label \"s\"\n"
                   "  shape area\n"
                   "  role series-1\n"
                   "  values 1 2 3\n"
                   "boundary\n"
                   "marker\n"
                   "  x 2021\n"
                   "  y 5\n"
                   "  symbol ring\n"
                   "  role none\n");
}

static void
test_spec_keeps_copies (void)
{
  double x[] = { 2020, 2021 };
  char label[] = "before";
  IjkChartBuilder *b = ijk_chart_builder_new (IJK_CHART_TIME);
  g_autoptr (IjkChartSpec) spec = NULL;

  ijk_chart_builder_set_x (b, &(IjkChartAxis) { .min = NAN, .max = NAN }, x, 2);
  ijk_chart_builder_add_panel (b, &(IjkChartPanel) { .weight = 1 });
  ijk_chart_builder_add_series (b, &(IjkChartSeries) { .label = label, .values = x });
  x[0] = 0;
  label[0] = 'X';
  spec = ijk_chart_builder_end (b);
  g_assert_cmpfloat (spec->x[0], ==, 2020);
  g_assert_cmpfloat (spec->series[0].values[0], ==, 2020);
  g_assert_cmpstr (spec->series[0].label, ==, "before");
}

static void
test_numbers (void)
{
  static const IjkNumberFormat english = { 1, ".", ",", NULL, NULL, FALSE };
  static const IjkNumberFormat dutch = { 1, ",", ".", "€ ", NULL, FALSE };
  static const IjkNumberFormat difference = { 2, ".", ",", NULL, "%", TRUE };
  static const struct
  {
    const IjkNumberFormat *format;
    double value;
    const char *expected;
  } cases[] = {
    { &english, 12400.5, "12,400.5" }, { &english, 999.96, "1,000.0" },
    { &english, -2.44, "−2.4" },       { &english, -0.04, "0.0" },
    { &english, 0, "0.0" },            { &english, NAN, "–" },
    { &english, 1234567.89, "1,234,567.9" }, { &dutch, 12400.5, "€ 12.400,5" },
    { &dutch, -8.3, "−€ 8,3" },        { &difference, 0.1, "+0.10%" },
    { &difference, 0.001, "0.00%" },   { &difference, -1.5, "−1.50%" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = ijk_number_format (cases[i].format, cases[i].value);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
assert_ticks (const IjkTicks *ticks,
              const double   *expected,
              guint           n_expected)
{
  g_assert_cmpuint (ticks->n_values, ==, n_expected);
  for (guint i = 0; i < n_expected; i++)
    g_assert_cmpfloat_with_epsilon (ticks->values[i], expected[i], 1e-9);
}

/* The axes of the design's pictures. */
static void
test_ticks_of_known_ranges (void)
{
  static const double tens[] = { 0, 10, 20, 30, 40, 50, 60 };
  static const double fifties[] = { 0, 50, 100, 150, 200 };
  static const double tenths[] = { 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.2, 1.3 };
  IjkTicks ticks;

  ijk_ticks_of_range (&ticks, 0, 57, 7, TRUE);
  assert_ticks (&ticks, tens, G_N_ELEMENTS (tens));
  g_assert_cmpuint (ticks.n_decimals, ==, 0);
  ijk_ticks_of_range (&ticks, 0, 183, 5, TRUE);
  assert_ticks (&ticks, fifties, G_N_ELEMENTS (fifties));
  ijk_ticks_of_range (&ticks, 0.495, 1.213, 9, TRUE);
  assert_ticks (&ticks, tenths, G_N_ELEMENTS (tenths));
  g_assert_cmpuint (ticks.n_decimals, ==, 1);
}

static void
test_ticks_cover_and_are_round (void)
{
  GRand *rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < 5000; i++)
    {
      const double size = pow (10, g_rand_double_range (rand, -9, 12));
      const double min = g_rand_double_range (rand, -size, size);
      const double max = min + g_rand_double (rand) * size;
      const double n_wanted = g_rand_double_range (rand, 2, 20);
      IjkTicks ticks;
      double step;

      ijk_ticks_of_range (&ticks, min, max, n_wanted, TRUE);
      g_assert_cmpuint (ticks.n_values, >=, 2);
      g_assert_cmpfloat (ticks.n_values, <=, 3 * n_wanted + 3);
      g_assert_cmpfloat (ticks.values[0], <=, min + 1e-8 * size);
      g_assert_cmpfloat (ticks.values[ticks.n_values - 1], >=, max - 1e-8 * size);
      step = ticks.values[1] - ticks.values[0];
      for (guint k = 1; k < ticks.n_values; k++)
        g_assert_cmpfloat_with_epsilon (ticks.values[k] - ticks.values[k - 1], step, 1e-6 * step);
      for (guint k = 0; k < ticks.n_values && ticks.n_decimals < 12; k++)
        {
          const double scaled = ticks.values[k] * pow (10, ticks.n_decimals);

          g_assert_cmpfloat_with_epsilon (scaled, round (scaled), 1e-4 + 1e-9 * fabs (scaled));
        }
    }
  g_rand_free (rand);
}

static void
test_ticks_of_nothing (void)
{
  IjkTicks ticks;

  ijk_ticks_of_range (&ticks, 0, 0, 5, TRUE);
  g_assert_cmpuint (ticks.n_values, >=, 2);
  ijk_ticks_of_range (&ticks, 42, 42, 5, TRUE);
  g_assert_cmpfloat (ticks.values[0], <=, 42);
  ijk_ticks_of_years (&ticks, 2030, 2030, 8);
  g_assert_cmpuint (ticks.n_values, ==, 1);
}

static void
test_ticks_of_years_keep_the_ends (void)
{
  static const double decades[] = { 2013, 2020, 2030, 2040, 2050 };
  static const double fives[] = { 2019, 2025, 2030, 2035, 2040, 2045, 2050 };
  IjkTicks ticks;

  ijk_ticks_of_years (&ticks, 2013, 2050, 6);
  assert_ticks (&ticks, decades, G_N_ELEMENTS (decades));
  ijk_ticks_of_years (&ticks, 2019, 2050, 8);
  assert_ticks (&ticks, fives, G_N_ELEMENTS (fives));
}

static void
test_text_can_be_read_in_every_style (void)
{
  static const IjkRole pairs[][2] = {
    { IJK_ROLE_TEXT, IJK_ROLE_CARD },
    { IJK_ROLE_TEXT, IJK_ROLE_SHADE },
    { IJK_ROLE_TEXT_DIM, IJK_ROLE_SHADE },
    { IJK_ROLE_ACCENT_TEXT, IJK_ROLE_CARD },
    { IJK_ROLE_WARNING_TEXT, IJK_ROLE_WARNING_FILL },
    { IJK_ROLE_GOOD_TEXT, IJK_ROLE_GOOD_FILL },
    { IJK_ROLE_TARGET_ON_HEAT, IJK_ROLE_ON_HEAT },
  };

  for (IjkStyle style = 0; style < IJK_N_STYLES; style++)
    {
      const IjkColour card = ijk_palette_get_colour (style, IJK_ROLE_CARD);

      for (IjkRole role = IJK_ROLE_SERIES_1; role < IJK_ROLE_ACCENT; role++)
        {
          g_assert_cmpfloat (ijk_colour_contrast (ijk_palette_get_label (style, role), card), >=,
                             4.5);
          for (IjkTone tone = IJK_TONE_SOLID; tone <= IJK_TONE_PROJECTED; tone++)
            g_assert_cmpfloat (ijk_colour_contrast (ijk_palette_get_text_on (style, role, tone),
                                                    ijk_palette_get_fill (style, role, tone)),
                               >=, 4.5);
        }
      g_assert_cmpfloat (
        ijk_colour_contrast (ijk_palette_get_colour (style, IJK_ROLE_TEXT_DIM), card), >=, 4.5);
      g_assert_cmpfloat (ijk_colour_contrast (ijk_palette_get_text_on (style, IJK_ROLE_ACCENT_PILL,
                                                                       IJK_TONE_SOLID),
                                              ijk_palette_get_colour (style, IJK_ROLE_ACCENT_PILL)),
                         >=, 4.5);
      for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
        g_assert_cmpfloat (ijk_colour_contrast (ijk_palette_get_colour (style, pairs[i][0]),
                                                ijk_palette_get_colour (style, pairs[i][1])),
                           >=, 4.5);
      for (IjkRole role = IJK_ROLE_HEAT_1; role <= IJK_ROLE_HEAT_8; role++)
        g_assert_cmpfloat (ijk_colour_contrast (ijk_palette_get_text_on (style, role,
                                                                         IJK_TONE_SOLID),
                                                ijk_palette_get_fill (style, role,
                                                                      IJK_TONE_SOLID)),
                           >=, 4.5);
    }
}

/* WCAG 2.1, 1.4.11: what shows data stands out from its background by 3 to 1. */
static void
test_lines_can_be_seen_in_every_style (void)
{
  for (IjkStyle style = 0; style < IJK_N_STYLES; style++)
    {
      const IjkColour card = ijk_palette_get_colour (style, IJK_ROLE_CARD);
      const IjkColour grid = ijk_palette_get_line (style, IJK_ROLE_GRID);
      const IjkColour plain_grid = ijk_palette_get_colour (style, IJK_ROLE_GRID);

      for (IjkRole role = IJK_ROLE_SERIES_1; role <= IJK_ROLE_COMPARE_C; role++)
        g_assert_cmpfloat (ijk_colour_contrast (ijk_palette_get_line (style, role), card), >=, 3);
      g_assert_cmpfloat (ijk_colour_contrast (ijk_palette_get_line (style, IJK_ROLE_AXIS), card), >=,
                         3);
      g_assert_cmpfloat (grid.red, ==, plain_grid.red);
    }
}

/* As the design has it: white on the first series in light, near-black on all others. */
static void
test_text_on_fills_is_as_designed (void)
{
  for (IjkRole role = IJK_ROLE_SERIES_1; role <= IJK_ROLE_SERIES_6; role++)
    {
      const IjkColour light = ijk_palette_get_text_on (IJK_STYLE_LIGHT, role, IJK_TONE_SOLID);
      const IjkColour dark = ijk_palette_get_text_on (IJK_STYLE_DARK, role, IJK_TONE_SOLID);

      g_assert_true ((light.red > 0.5) == (role == IJK_ROLE_SERIES_1));
      g_assert_true (dark.red < 0.5);
    }
}

/* Read in grey, low is dark and the order can be followed up to the middle and beyond. */
static void
test_heat_order_shows_in_grey (void)
{
  const IjkColour white = { 1, 1, 1 };
  double before = INFINITY;

  for (IjkRole role = IJK_ROLE_HEAT_1; role <= IJK_ROLE_HEAT_6; role++)
    {
      const double contrast
        = ijk_colour_contrast (ijk_palette_get_colour (IJK_STYLE_LIGHT, role), white);

      g_assert_cmpfloat (contrast, <, before);
      before = contrast;
    }
  for (guint n = 1; n <= IJK_N_HEAT_ROLES; n++)
    for (guint i = 1; i < n; i++)
      g_assert_cmpuint (ijk_role_of_shade (i, n), >, ijk_role_of_shade (i - 1, n));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/spec/samples-equal-themselves-only", test_samples_equal_themselves_only);
  g_test_add_func ("/chart/spec/random-specs-equal-when-dumps-do",
                   test_random_specs_equal_when_dumps_do);
  g_test_add_func ("/chart/spec/every-field-counts", test_every_field_counts);
  g_test_add_func ("/chart/spec/dump-is-readable", test_dump_is_readable);
  g_test_add_func ("/chart/spec/keeps-copies", test_spec_keeps_copies);
  g_test_add_func ("/chart/number/as-written-in-each-language", test_numbers);
  g_test_add_func ("/chart/ticks/known-ranges", test_ticks_of_known_ranges);
  g_test_add_func ("/chart/ticks/cover-and-are-round", test_ticks_cover_and_are_round);
  g_test_add_func ("/chart/ticks/of-nothing", test_ticks_of_nothing);
  g_test_add_func ("/chart/ticks/years-keep-the-ends", test_ticks_of_years_keep_the_ends);
  g_test_add_func ("/chart/palette/text-can-be-read-in-every-style",
                   test_text_can_be_read_in_every_style);
  g_test_add_func ("/chart/palette/lines-can-be-seen-in-every-style",
                   test_lines_can_be_seen_in_every_style);
  g_test_add_func ("/chart/palette/text-on-fills-is-as-designed", test_text_on_fills_is_as_designed);
  g_test_add_func ("/chart/palette/heat-order-shows-in-grey", test_heat_order_shows_in_grey);
  return g_test_run ();
}
