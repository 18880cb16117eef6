/* Properties of layouts, over the samples and thousands of random charts and sizes: nothing lies
 * outside the picture, no words overlap, the hit test finds what was drawn, stacks sum to their
 * total.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <pango/pangocairo.h>

#include "chart-samples.h"
#include "ijk-chart-hit.h"
#include "ijk-chart-layout-private.h"
#include "ijk-chart-overlay.h"

#define N_RANDOM 3000
#define N_RANDOM_LONG 60000
#define SIGN_AIR 2
#define CURSOR_AIR 2

static PangoContext *
make_context (void)
{
  PangoContext *context = ijk_text_context_new (pango_cairo_font_map_get_default ());
  PangoFontDescription *font = pango_font_description_from_string ("DejaVu Sans");

  pango_context_set_font_description (context, font);
  pango_font_description_free (font);
  return context;
}

static char *
describe (const char                *name,
          const IjkLayoutParameters *parameters,
          const IjkMark             *mark)
{
  return g_strdup_printf ("%s at %gx%g: mark kind %d part %d \"%s\" at %g,%g size %gx%g", name,
                          parameters->width_px, parameters->height_px, mark->kind, mark->part,
                          mark->text != NULL ? mark->text : "", mark->box.x, mark->box.y,
                          mark->box.width, mark->box.height);
}

/* Symbols may stand on the rim of a plot that fills the picture; they are centred on the datum. */
static double
slack_of (const IjkMark *mark)
{
  return mark->kind == IJK_MARK_TEXT     ? 0.01
         : mark->kind == IJK_MARK_SYMBOL ? mark->box.width / 2 + 1
         : mark->kind == IJK_MARK_LINE   ? 5
                                         : 1.5;
}

static void
check_bounds (const char                *name,
              const IjkLayoutParameters *parameters,
              const IjkMarkList         *list)
{
  const IjkBox canvas = { 0, 0, parameters->width_px, parameters->height_px };

  for (IjkLayer layer = 0; layer < IJK_N_LAYERS; layer++)
    {
      guint n_marks;
      const IjkMark *marks = ijk_mark_list_get (list, layer, &n_marks);

      for (guint i = 0; i < n_marks; i++)
        if (!ijk_box_contains (&canvas, &marks[i].box, slack_of (&marks[i])))
          {
            g_autofree char *what = describe (name, parameters, &marks[i]);

            g_error ("outside the picture: %s", what);
          }
    }
}

static void
check_overlaps (const char                *name,
                const IjkLayoutParameters *parameters,
                const IjkMarkList         *list)
{
  guint n_words;
  const IjkMark *words = ijk_mark_list_get (list, IJK_LAYER_LABEL, &n_words);

  for (guint i = 0; i < n_words; i++)
    for (guint j = 0; j < i; j++)
      if (ijk_box_overlaps (&words[i].box, &words[j].box))
        {
          g_autofree char *one = describe (name, parameters, &words[i]);
          g_autofree char *other = describe (name, parameters, &words[j]);

          g_error ("overlap: %s\nwith %s", one, other);
        }
}

/* The squares and strokes of a key; not a leader, nor what words stand on. */
static gboolean
is_sign_of_key (const IjkMark *mark)
{
  return mark->kind == IJK_MARK_LINE ? mark->n_points == 2
                                     : mark->part == IJK_PART_NONE && mark->fill != IJK_ROLE_CARD;
}

/* The sign of a series keeps clear of all words: the end of a name must not run into it. */
static void
check_signs (const char                *name,
             const IjkLayoutParameters *parameters,
             const IjkMarkList         *list)
{
  guint n_signs, n_words;
  const IjkMark *signs = ijk_mark_list_get (list, IJK_LAYER_KEY, &n_signs);
  const IjkMark *words = ijk_mark_list_get (list, IJK_LAYER_LABEL, &n_words);

  for (guint i = 0; i < n_signs; i++)
    for (guint j = 0; j < n_words && is_sign_of_key (&signs[i]); j++)
      {
        const IjkBox around = { signs[i].box.x - SIGN_AIR, signs[i].box.y,
                                signs[i].box.width + 2 * SIGN_AIR, signs[i].box.height };

        if (ijk_box_overlaps (&around, &words[j].box))
          {
            g_autofree char *one = describe (name, parameters, &signs[i]);
            g_autofree char *other = describe (name, parameters, &words[j]);

            g_error ("a key runs into words: %s\nwith %s", one, other);
          }
      }
}

/* The line of a cursor stops before words; what its dot covers of them is painted again above. */
static void
check_cursor (const char                *name,
              const IjkLayoutParameters *parameters,
              const IjkChartLayout      *layout,
              PangoContext              *context)
{
  const IjkChartSpec *spec = ijk_chart_layout_get_spec (layout);
  guint n_words, n_lines, n_dots, n_above;
  const IjkMark *words
    = ijk_mark_list_get (ijk_chart_layout_get_marks (layout), IJK_LAYER_LABEL, &n_words);
  const IjkMark *lines, *dots, *above;
  g_autoptr (IjkMarkList) overlay = NULL;

  if (spec->kind != IJK_CHART_TIME || ijk_chart_layout_is_empty (layout))
    return;
  overlay = ijk_chart_overlay_new (
      layout, &(IjkOverlayState) { spec->x[spec->n_x / 2], NAN, IJK_NO_INDEX, FALSE }, context);
  lines = ijk_mark_list_get (overlay, IJK_LAYER_LINE, &n_lines);
  dots = ijk_mark_list_get (overlay, IJK_LAYER_MARKER, &n_dots);
  above = ijk_mark_list_get (overlay, IJK_LAYER_LABEL, &n_above);
  for (guint j = 0; j < n_words; j++)
    {
      const IjkBox *box = &words[j].box;
      const IjkBox around = { box->x - CURSOR_AIR, box->y - CURSOR_AIR,
                              box->width + 2 * CURSOR_AIR, box->height + 2 * CURSOR_AIR };
      gboolean is_readable = TRUE;

      for (guint i = 0; i < n_lines; i++)
        if (ijk_box_overlaps (&around, &lines[i].box))
          {
            g_autofree char *what = describe (name, parameters, &words[j]);

            g_error ("the cursor touches words: %s", what);
          }
      for (guint i = 0; i < n_dots; i++)
        is_readable &= dots[i].part != IJK_PART_SERIES || !ijk_box_overlaps (&dots[i].box, box);
      for (guint i = 0; i < n_above; i++)
        is_readable |= above[i].box.x == box->x && above[i].box.y == box->y;
      if (!is_readable)
        {
          g_autofree char *what = describe (name, parameters, &words[j]);

          g_error ("a dot of the cursor covers words: %s", what);
        }
    }
}

/* Whether a mark painted after this one covers the point. */
static gboolean
is_covered (const IjkMarkList *list,
            IjkLayer           layer,
            guint              i_mark,
            double             x,
            double             y)
{
  for (IjkLayer above = layer; above < IJK_N_LAYERS; above++)
    {
      guint n_marks;
      const IjkMark *marks = ijk_mark_list_get (list, above, &n_marks);

      for (guint i = above == layer ? i_mark + 1 : 0; i < n_marks; i++)
        if (marks[i].part != IJK_PART_NONE && ijk_mark_contains (list, &marks[i], x, y, 5))
          return TRUE;
    }
  return FALSE;
}

static gboolean
is_near_handle (const IjkChartLayout *layout,
                double                x,
                double                y)
{
  return ijk_chart_layout_pick (layout, x, y).part == IJK_PART_HANDLE;
}

static void
check_hits (const char                *name,
            const IjkLayoutParameters *parameters,
            const IjkChartLayout      *layout)
{
  const IjkMarkList *list = ijk_chart_layout_get_marks (layout);
  guint n_marks;
  const IjkMark *marks = ijk_mark_list_get (list, IJK_LAYER_DATA, &n_marks);

  for (guint i = 0; i < n_marks; i++)
    {
      const IjkMark *mark = &marks[i];
      const double x = mark->box.x + mark->box.width / 2;
      const double y = mark->box.y + mark->box.height / 2;
      IjkChartHit hit;

      if (mark->part == IJK_PART_NONE || mark->kind == IJK_MARK_LINE || mark->box.width < 3
          || mark->box.height < 3 || !ijk_mark_contains (list, mark, x, y, 0)
          || is_covered (list, IJK_LAYER_DATA, i, x, y) || is_near_handle (layout, x, y))
        continue;
      hit = ijk_chart_layout_pick (layout, x, y);
      if (hit.part != mark->part || hit.i_part != mark->i_part)
        {
          g_autofree char *what = describe (name, parameters, mark);

          g_error ("hit part %d %u in place of %s", hit.part, hit.i_part, what);
        }
    }
}

static void
check_stops (const IjkChartLayout *layout)
{
  const gboolean is_rows = ijk_chart_layout_get_spec (layout)->kind == IJK_CHART_ROWS;
  guint n_stops;
  const IjkStop *stops = ijk_chart_layout_get_stops (layout, &n_stops);

  for (guint i = 0; i < n_stops; i++)
    {
      g_assert_true (isfinite (stops[i].x_px) && isfinite (stops[i].y_px));
      if (i > 0 && is_rows)
        g_assert_cmpfloat (stops[i].y_px, >, stops[i - 1].y_px);
      else if (i > 0)
        g_assert_cmpfloat (stops[i].x_px, >=, stops[i - 1].x_px);
      if (i > 0 && !is_rows)
        g_assert_cmpuint (ijk_chart_layout_find_stop (layout, stops[i].x_px, stops[i].y_px), <=, i);
    }
}

static void
check_layout (const char                *name,
              const IjkChartSpec        *spec,
              const IjkLayoutParameters *parameters,
              PangoContext              *context)
{
  g_autoptr (IjkChartLayout) layout = ijk_chart_layout_new (spec, parameters, context);
  const IjkOverlayState state = { spec->cursor_x, NAN, 0, TRUE };
  g_autoptr (IjkMarkList) overlay = ijk_chart_overlay_new (layout, &state, context);
  const IjkBox bubble = ijk_chart_layout_place_bubble (layout, parameters->width_px / 2, 60, 40);

  check_bounds (name, parameters, ijk_chart_layout_get_marks (layout));
  check_overlaps (name, parameters, ijk_chart_layout_get_marks (layout));
  if (spec->kind == IJK_CHART_TIME)
    check_signs (name, parameters, ijk_chart_layout_get_marks (layout));
  check_cursor (name, parameters, layout, context);
  check_hits (name, parameters, layout);
  check_stops (layout);
  g_assert_true (isfinite (bubble.x) && isfinite (bubble.y));
  if (!ijk_chart_layout_is_empty (layout))
    {
      guint n_words;
      const IjkMark *words = ijk_mark_list_get (overlay, IJK_LAYER_LABEL, &n_words);
      const IjkBox canvas = { 0, 0, parameters->width_px, parameters->height_px };

      for (guint i = 0; i < n_words; i++)
        g_assert_true (ijk_box_contains (&canvas, &words[i].box, 0.01));
    }
}

/* Whether the ticks tell the first and the last year. */
static gboolean
tells_both_ends (const IjkChartLayout *layout)
{
  const IjkChartSpec *spec = ijk_chart_layout_get_spec (layout);
  g_autofree char *first = ijk_number_format (&spec->x_axis.format, spec->x[0]);
  g_autofree char *last = ijk_number_format (&spec->x_axis.format, spec->x[spec->n_x - 1]);
  guint n_words, n_ends = 0;
  const IjkMark *words
    = ijk_mark_list_get (ijk_chart_layout_get_marks (layout), IJK_LAYER_LABEL, &n_words);

  for (guint i = 0; i < n_words; i++)
    n_ends += words[i].part == IJK_PART_X_TICK
              && (g_str_equal (words[i].text, first) || g_str_equal (words[i].text, last));
  return n_ends == 2;
}

/* Also where the plot ends at the edge of the picture, because its key is below. */
static void
test_both_ends_of_the_years_are_told (void)
{
  PangoContext *context = make_context ();
  guint n_samples;
  const ChartSample *samples = chart_samples_list (&n_samples);

  for (guint i = 0; i < n_samples; i++)
    {
      g_autoptr (IjkChartSpec) spec = samples[i].make ();

      for (double width = 300; spec->kind == IJK_CHART_TIME && spec->n_x > 1 && width < 700;
           width += 40)
        {
          g_autoptr (IjkChartLayout) layout = ijk_chart_layout_new (
              spec, &(IjkLayoutParameters) { .width_px = width, .height_px = 300,
                                             .padding_px = 2, .text_scale = 1 },
              context);

          g_test_message ("%s %g wide", samples[i].name, width);
          g_assert_true (ijk_chart_layout_is_empty (layout) || tells_both_ends (layout));
        }
    }
  g_object_unref (context);
}

static void
test_samples_fit_every_size (void)
{
  static const double sides[][2] = {
    { 40, 20 },   { 120, 80 },  { 80, 400 },  { 400, 60 },    { 200, 160 },   { 320, 220 },
    { 510, 300 }, { 660, 385 }, { 1200, 700 }, { 4000, 3000 }, { 8000, 6000 },
  };
  static const double scales[] = { 1, 1.4, 2 };
  PangoContext *context = make_context ();
  guint n_samples;
  const ChartSample *samples = chart_samples_list (&n_samples);

  for (guint i = 0; i < n_samples; i++)
    {
      g_autoptr (IjkChartSpec) spec = samples[i].make ();

      for (guint k = 0; k < G_N_ELEMENTS (sides); k++)
        for (guint s = 0; s < G_N_ELEMENTS (scales); s++)
          for (guint with_words = 0; with_words < 2; with_words++)
            check_layout (samples[i].name, spec,
                          &(IjkLayoutParameters) {
                            .width_px = sides[k][0], .height_px = sides[k][1],
                            .padding_px = with_words ? 14 : 0, .text_scale = scales[s],
                            .flags = with_words ? IJK_LAYOUT_FIGURE : 0 },
                          context);
    }
  g_object_unref (context);
}

static void
test_random_charts_fit (void)
{
  /* Few, because Pango keeps every font of every size until the process ends. */
  static const double scales[] = { 1, 1, 0.8, 1.4, 2 };
  const guint n = g_getenv ("IJKPAD_LONG") != NULL ? N_RANDOM_LONG : N_RANDOM;
  PangoContext *context = make_context ();
  GRand *rand = g_rand_new_with_seed (20260131);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (IjkChartSpec) spec = chart_sample_random (i);
      g_autofree char *name = g_strdup_printf ("random %u", i);
      const double most = i % 10 == 0 ? 8000 : 1500;
      const IjkLayoutParameters parameters = {
        .width_px = round (120 * pow (most / 120, g_rand_double (rand))),
        .height_px = round (80 * pow (0.75 * most / 80, g_rand_double (rand))),
        .padding_px = g_rand_boolean (rand) ? 14 : 0,
        .text_scale = scales[g_rand_int_range (rand, 0, G_N_ELEMENTS (scales))],
        .flags = g_rand_boolean (rand) ? IJK_LAYOUT_FIGURE : 0,
      };

      check_layout (name, spec, &parameters, context);
    }
  g_rand_free (rand);
  g_object_unref (context);
}

/* A line between @low and @high, with zero on the way. */
static IjkChartLayout *
lay_out_line (double                low,
              double                high,
              double                height_px,
              const IjkChartLayout *kept,
              PangoContext         *context)
{
  const double years[] = { 2021, 2022, 2023 };
  const double values[] = { low, 0, high };
  IjkChartBuilder *builder = ijk_chart_builder_new (IJK_CHART_TIME);
  g_autoptr (IjkChartSpec) spec = NULL;

  ijk_chart_builder_set_x (builder, &(IjkChartAxis) { .min = NAN, .max = NAN }, years, 3);
  ijk_chart_builder_add_panel (
      builder, &(IjkChartPanel) { .axis = { .min = NAN, .max = NAN }, .weight = 1 });
  ijk_chart_builder_add_series (
      builder, &(IjkChartSeries) { .shape = IJK_SHAPE_LINE, .role = IJK_ROLE_SERIES_1,
                                   .values = values, .n_values = 3 });
  spec = ijk_chart_builder_end (builder);
  return ijk_chart_layout_new (spec,
                               &(IjkLayoutParameters) { .width_px = 500, .height_px = height_px,
                                                        .text_scale = 1, .keeps_range_of = kept },
                               context);
}

/* What reaches past zero by less than half a percent of the range gets no tick step of its own, on
 * either side; it is not cut off either. More of it does: no value axis ends between its ticks. */
static void
test_speck_past_zero_opens_no_tick_step (void)
{
  PangoContext *context = make_context ();
  GRand *rand = g_rand_new_with_seed (20260724);

  for (guint i = 0; i < 600; i++)
    {
      const double size = pow (10, g_rand_double_range (rand, -4, 7));
      const gboolean is_speck = i % 2 == 0;
      const double part = size * (is_speck ? g_rand_double_range (rand, 1e-9, 0.00499)
                                           : g_rand_double_range (rand, 0.00501, 0.5));
      const gboolean is_mirrored = g_rand_boolean (rand);
      /* @part is of the range, which is @size. */
      const double low = is_mirrored ? -(size - part) : -part;
      const double high = is_mirrored ? part : size - part;
      g_autoptr (IjkChartLayout) layout
          = lay_out_line (low, high, g_rand_double_range (rand, 150, 900), NULL, context);
      double min, max, past, beyond;

      ijk_chart_layout_get_range (layout, 0, &min, &max);
      g_assert_cmpfloat (min, <=, low);
      g_assert_cmpfloat (max, >=, high);
      past = is_mirrored ? max : -min;
      beyond = is_mirrored ? -min : max;
      if (is_speck)
        g_assert_cmpfloat (past, ==, part);
      else
        g_assert_cmpfloat (past, >, part);
      /* The far end has its tick. */
      g_assert_cmpfloat (beyond, >, size - part);
    }
  g_rand_free (rand);
  g_object_unref (context);
}

/* An axis that is kept during a drag stays as far down as it was, and does not creep. */
static void
test_speck_does_not_move_a_kept_axis (void)
{
  PangoContext *context = make_context ();
  g_autoptr (IjkChartLayout) first = lay_out_line (-1, 570, 300, NULL, context);
  g_autoptr (IjkChartLayout) second = lay_out_line (-0.26, 560, 300, first, context);
  double min, max, kept_min, kept_max;

  ijk_chart_layout_get_range (first, 0, &min, &max);
  ijk_chart_layout_get_range (second, 0, &kept_min, &kept_max);
  g_assert_cmpfloat (kept_min, ==, min);
  g_assert_cmpfloat (kept_max, ==, max);
  g_assert_cmpfloat (min, ==, -1);
  g_object_unref (context);
}

/* However tall, an axis has about a dozen round numbers: 0, 5, ... 60 rather than every 3 or 1. */
static void
test_tall_axes_keep_round_numbers (void)
{
  PangoContext *context = make_context ();

  for (double height = 800; height < 4000; height += 400)
    {
      g_autoptr (IjkChartLayout) layout = lay_out_line (0, 57, height, NULL, context);
      const IjkTicks *ticks = &layout->panels[0].ticks;

      g_assert_cmpuint (ticks->n_values, ==, 13);
      g_assert_cmpfloat (ticks->values[1] - ticks->values[0], ==, 5);
    }
  g_object_unref (context);
}

static const IjkMark *
find_word (const IjkChartLayout *layout,
           const char           *text)
{
  guint n_words;
  const IjkMark *words
    = ijk_mark_list_get (ijk_chart_layout_get_marks (layout), IJK_LAYER_LABEL, &n_words);

  for (guint i = 0; i < n_words; i++)
    if (g_strcmp0 (words[i].text, text) == 0)
      return &words[i];
  return NULL;
}

/* A short past at the left edge, where the tick texts are. */
static IjkChartLayout *
lay_out_past (const char   *before,
              const char   *after,
              PangoContext *context)
{
  double years[30], values[30];
  IjkChartBuilder *builder = ijk_chart_builder_new (IJK_CHART_TIME);
  g_autoptr (IjkChartSpec) spec = NULL;

  for (guint i = 0; i < 30; i++)
    {
      years[i] = 2021 + i;
      values[i] = i + 1;
    }
  ijk_chart_builder_set_x (builder, &(IjkChartAxis) { .min = NAN, .max = NAN }, years, 30);
  ijk_chart_builder_add_panel (
      builder, &(IjkChartPanel) { .axis = { .name = "Mt", .min = NAN, .max = NAN }, .weight = 1 });
  ijk_chart_builder_add_series (
      builder, &(IjkChartSeries) { .shape = IJK_SHAPE_LINE, .role = IJK_ROLE_SERIES_1,
                                   .values = values, .n_values = 30 });
  ijk_chart_builder_set_boundary (
      builder, &(IjkChartBoundary) { .x = 2025, .before_text = before, .after_text = after });
  spec = ijk_chart_builder_end (builder);
  return ijk_chart_layout_new (spec,
                               &(IjkLayoutParameters) { .width_px = 520, .height_px = 300,
                                                        .padding_px = 14, .text_scale = 1 },
                               context);
}

/* What does not fit beside the highest tick text goes above it; what does not fit at all leaves the
 * word of what is projected. */
static void
test_words_of_the_boundary_find_room (void)
{
  PangoContext *context = make_context ();
  g_autoptr (IjkChartLayout) beside = lay_out_past ("was", "is", context);
  g_autoptr (IjkChartLayout) above = lay_out_past ("waargenomen", "berekend", context);
  g_autoptr (IjkChartLayout) one
      = lay_out_past ("observed by the registry of emissions", "projected", context);
  const IjkBox plots[] = { ijk_chart_layout_get_plot (beside, 0),
                           ijk_chart_layout_get_plot (above, 0),
                           ijk_chart_layout_get_plot (one, 0) };

  g_assert_nonnull (find_word (beside, "was"));
  g_assert_nonnull (find_word (beside, "is"));

  g_assert_nonnull (find_word (above, "waargenomen"));
  g_assert_nonnull (find_word (above, "berekend"));
  g_assert_cmpfloat (find_word (above, "waargenomen")->box.x, <, plots[1].x);
  g_assert_cmpfloat (find_word (above, "waargenomen")->box.y, ==,
                     find_word (above, "berekend")->box.y);
  /* The plot makes way, only there. */
  g_assert_cmpfloat (plots[1].y, >, plots[0].y);
  g_assert_cmpfloat (plots[2].y, ==, plots[0].y);

  g_assert_null (find_word (one, "observed by the registry of emissions"));
  g_assert_nonnull (find_word (one, "projected"));
  g_object_unref (context);
}

static void
test_stacks_sum_to_total (void)
{
  for (guint32 seed = 0; seed < 1200; seed += 6)
    {
      g_autoptr (IjkChartSpec) spec = chart_sample_random (seed);

      for (guint panel = 0; panel < spec->n_panels; panel++)
        for (guint k = 0; k < 2; k++)
          {
            const IjkShape shape = k == 0 ? IJK_SHAPE_AREA : IJK_SHAPE_COLUMN;
            IjkStack stack;

            ijk_stack_init (&stack, spec, panel, shape);
            for (guint t = 0; t < spec->n_x; t++)
              {
                double direct = 0, drawn = 0, size = 0;
                gboolean has_value = FALSE;

                for (guint i = 0; i < spec->n_series; i++)
                  {
                    const IjkChartSeries *series = &spec->series[i];
                    const gsize at = (gsize) i * stack.n_x + t;

                    if (series->shape != shape || series->panel != panel
                        || !isfinite (series->values[t]))
                      continue;
                    has_value = TRUE;
                    direct += series->values[t];
                    size += fabs (series->values[t]);
                    for (guint sign = 0; sign < 2; sign++)
                      drawn += stack.tip[sign][at] - stack.base[sign][at];
                    g_assert_cmpfloat (stack.tip[0][at], >=, 0);
                    g_assert_cmpfloat (stack.tip[1][at], <=, 0);
                  }
                g_assert_true (has_value == isfinite (stack.total[t]));
                if (!has_value)
                  continue;
                g_assert_cmpfloat_with_epsilon (stack.total[t], direct, 1e-12 * size + 1e-300);
                g_assert_cmpfloat_with_epsilon (drawn, direct, 1e-12 * size + 1e-300);
              }
            ijk_stack_clear (&stack);
          }
    }
}

/* The drawn columns of a year, in pixels, are together as high as the axis says of their total. */
static void
test_columns_are_as_high_as_their_total (void)
{
  PangoContext *context = make_context ();
  guint n_samples, n_marks;
  const ChartSample *samples = chart_samples_list (&n_samples);
  g_autoptr (IjkChartSpec) spec = NULL;
  g_autoptr (IjkChartLayout) layout = NULL;
  const IjkMark *marks;
  double height = 0;

  for (guint i = 0; i < n_samples; i++)
    if (g_strcmp0 (samples[i].name, "columns") == 0)
      spec = samples[i].make ();
  layout = ijk_chart_layout_new (
    spec, &(IjkLayoutParameters) { .width_px = 510, .height_px = 800 }, context);
  marks = ijk_mark_list_get (ijk_chart_layout_get_marks (layout), IJK_LAYER_DATA, &n_marks);
  for (guint i = 0; i < n_marks; i++)
    if (marks[i].kind == IJK_MARK_BOX && marks[i].i_x == 9)
      height += marks[i].box.height + 1; /* and the hairline above it */
  g_assert_cmpfloat_with_epsilon (height,
                                  ijk_chart_layout_y_to_px (layout, 1, 0)
                                    - ijk_chart_layout_y_to_px (layout, 1, 183),
                                  0.01);
  g_object_unref (context);
}

static void
test_scales_are_inverse (void)
{
  PangoContext *context = make_context ();
  guint n_samples;
  const ChartSample *samples = chart_samples_list (&n_samples);
  g_autoptr (IjkChartSpec) spec = samples[0].make ();
  g_autoptr (IjkChartLayout) layout = ijk_chart_layout_new (
    spec, &(IjkLayoutParameters) { .width_px = 660, .height_px = 385 }, context);

  for (double year = 2013; year <= 2050; year++)
    g_assert_cmpfloat_with_epsilon (
      ijk_chart_layout_px_to_x (layout, ijk_chart_layout_x_to_px (layout, year)), year, 1e-9);
  for (double value = 0; value <= 60; value += 7)
    g_assert_cmpfloat_with_epsilon (
      ijk_chart_layout_px_to_y (layout, 0, ijk_chart_layout_y_to_px (layout, 0, value)), value,
      1e-9);
  g_object_unref (context);
}

/* Detail goes in the fixed order as room gets scarce, and a chart of the design's size keeps all. */
static void
test_detail_goes_in_order (void)
{
  PangoContext *context = make_context ();
  guint n_samples, before = 0;
  const ChartSample *samples = chart_samples_list (&n_samples);
  g_autoptr (IjkChartSpec) spec = samples[0].make ();

  for (double width = 900; width >= 100; width -= 20)
    {
      g_autoptr (IjkChartLayout) layout = ijk_chart_layout_new (
        spec,
        &(IjkLayoutParameters) { .width_px = width, .height_px = width * 0.6, .padding_px = 14,
                                 .flags = IJK_LAYOUT_FIGURE },
        context);

      g_assert_cmpuint (ijk_chart_layout_get_detail (layout), >=, before);
      before = ijk_chart_layout_get_detail (layout);
      if (width >= 700)
        g_assert_cmpuint (before, ==, 0);
    }
  g_assert_cmpuint (before, >, 0);
  g_object_unref (context);
}

static void
test_labels_spread_as_little_as_possible (void)
{
  const double heights[] = { 13, 13, 13, 13 };
  double centres[] = { 50, 52, 54, 200 };
  double low[] = { -40, -39, 0, 10 };

  /* Three around 52 keep their mean; the fourth stays where it is. */
  ijk_spread_positions (centres, heights, 4, 0, 300);
  g_assert_cmpfloat_with_epsilon (centres[0], 39, 1e-9);
  g_assert_cmpfloat_with_epsilon (centres[1], 52, 1e-9);
  g_assert_cmpfloat_with_epsilon (centres[2], 65, 1e-9);
  g_assert_cmpfloat_with_epsilon (centres[3], 200, 1e-9);

  ijk_spread_positions (low, heights, 4, 0, 300);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpfloat_with_epsilon (low[i], 6.5 + 13 * i, 1e-9);
}

static void
test_handle_is_hit_within_reach (void)
{
  PangoContext *context = make_context ();
  guint n_samples;
  const ChartSample *samples = chart_samples_list (&n_samples);
  g_autoptr (IjkChartSpec) spec = samples[4].make ();
  g_autoptr (IjkChartLayout) layout = ijk_chart_layout_new (
    spec, &(IjkLayoutParameters) { .width_px = 800, .height_px = 600 }, context);

  g_assert_cmpstr (samples[4].name, ==, "path");
  for (guint i = 0; i < spec->n_handles; i++)
    {
      const IjkChartHandle *handle = &spec->handles[i];
      const double x = ijk_chart_layout_x_to_px (layout, spec->x[handle->i_x]);
      const double y
        = ijk_chart_layout_y_to_px (layout, 0, spec->series[handle->series].values[handle->i_x]);
      const IjkChartHit hit = ijk_chart_layout_pick (layout, x + 9, y - 9);

      g_assert_cmpint (hit.part, ==, IJK_PART_HANDLE);
      g_assert_cmpuint (hit.i_part, ==, i);
    }
  g_object_unref (context);
}

static void
test_tooltip_tells_all_values (void)
{
  guint n_samples;
  const ChartSample *samples = chart_samples_list (&n_samples);
  g_autoptr (IjkChartSpec) spec = samples[8].make ();
  g_autoptr (GArray) rows = ijk_chart_spec_list_values (spec, 4);

  g_assert_cmpstr (samples[8].name, ==, "gaps");
  g_assert_cmpuint (rows->len, ==, 3);
  g_assert_cmpstr (g_array_index (rows, IjkTooltipRow, 0).text, ==, "–");
  g_assert_cmpstr (g_array_index (rows, IjkTooltipRow, 1).text, ==, "12");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/layout/samples-fit-every-size", test_samples_fit_every_size);
  g_test_add_func ("/chart/layout/both-ends-of-the-years-are-told",
                   test_both_ends_of_the_years_are_told);
  g_test_add_func ("/chart/layout/random-charts-fit", test_random_charts_fit);
  g_test_add_func ("/chart/layout/speck-past-zero-opens-no-tick-step",
                   test_speck_past_zero_opens_no_tick_step);
  g_test_add_func ("/chart/layout/speck-does-not-move-a-kept-axis",
                   test_speck_does_not_move_a_kept_axis);
  g_test_add_func ("/chart/layout/tall-axes-keep-round-numbers",
                   test_tall_axes_keep_round_numbers);
  g_test_add_func ("/chart/layout/words-of-the-boundary-find-room",
                   test_words_of_the_boundary_find_room);
  g_test_add_func ("/chart/layout/stacks-sum-to-total", test_stacks_sum_to_total);
  g_test_add_func ("/chart/layout/columns-are-as-high-as-their-total",
                   test_columns_are_as_high_as_their_total);
  g_test_add_func ("/chart/layout/scales-are-inverse", test_scales_are_inverse);
  g_test_add_func ("/chart/layout/detail-goes-in-order", test_detail_goes_in_order);
  g_test_add_func ("/chart/layout/labels-spread-as-little-as-possible",
                   test_labels_spread_as_little_as_possible);
  g_test_add_func ("/chart/hit/handle-is-hit-within-reach", test_handle_is_hit_within_reach);
  g_test_add_func ("/chart/hit/tooltip-tells-all-values", test_tooltip_tells_all_values);
  return g_test_run ();
}
