/* Names of series where room is scarce: what a key may and may not lose.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <pango/pangocairo.h>

#include "chart-samples.h"
#include "ijk-chart-layout-private.h"

static PangoContext *
make_context (void)
{
  PangoContext *context = ijk_text_context_new (pango_cairo_font_map_get_default ());
  PangoFontDescription *font = pango_font_description_from_string ("DejaVu Sans");

  pango_context_set_font_description (context, font);
  pango_font_description_free (font);
  return context;
}

static IjkChartLayout *
lay_out (const IjkChartSpec *spec,
         double              width_px,
         double              height_px,
         PangoContext       *context)
{
  const IjkLayoutParameters parameters = { .width_px = width_px, .height_px = height_px,
                                           .padding_px = 14, .flags = IJK_LAYOUT_FIGURE };

  return ijk_chart_layout_new (spec, &parameters, context);
}

static const IjkMark *
get_words (const IjkChartLayout *layout,
           guint                *n_words)
{
  return ijk_mark_list_get (ijk_chart_layout_get_marks (layout), IJK_LAYER_LABEL, n_words);
}

static const IjkMark *
find_name (const IjkChartLayout *layout,
           guint                 i_series)
{
  guint n_words;
  const IjkMark *words = get_words (layout, &n_words);

  for (guint i = 0; i < n_words; i++)
    if (words[i].part == IJK_PART_SERIES && words[i].i_part == i_series)
      return &words[i];
  return NULL;
}

/* Years 2020 to 2035, one panel, no words but the names of series. */
static IjkChartBuilder *
begin (const char *axis_name)
{
  static const IjkNumberFormat whole = { 0, ".", "", NULL, NULL, FALSE };
  IjkChartBuilder *builder = ijk_chart_builder_new (IJK_CHART_TIME);
  double years[16];

  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    years[i] = 2020 + i;
  ijk_chart_builder_set_x (builder, &(IjkChartAxis) { .format = whole, .min = NAN, .max = NAN },
                           years, G_N_ELEMENTS (years));
  ijk_chart_builder_add_panel (
    builder, &(IjkChartPanel) { .axis = { .name = axis_name, .format = whole, .min = NAN,
                                          .max = NAN }, .weight = 1 });
  return builder;
}

/* Half of “4,359” would be read as another number. */
static void
test_cut_names_have_no_number (void)
{
  PangoContext *context = make_context ();
  g_autoptr (IjkChartBuilder) builder = begin ("Mt");
  g_autoptr (IjkChartSpec) spec = NULL;
  g_autoptr (IjkTextMeter) meter = ijk_text_meter_new (context, 1);
  double values[16];
  guint n_cut = 0, n_numbers = 0;

  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *label = g_strdup_printf ("Costs that industry bears in all, part %u", i);

      for (guint t = 0; t < G_N_ELEMENTS (values); t++)
        values[t] = 1234567 + 1000 * i;
      ijk_chart_builder_add_series (
        builder, &(IjkChartSeries) { .label = label, .shape = IJK_SHAPE_LINE,
                                     .role = IJK_ROLE_SERIES_1, .has_end_value = TRUE,
                                     .values = values });
    }
  spec = ijk_chart_builder_end (g_steal_pointer (&builder));
  for (double width_px = 200; width_px <= 1200; width_px += 20)
    for (double height_px = 120; height_px <= 400; height_px += 20)
      {
        g_autoptr (IjkChartLayout) layout = lay_out (spec, width_px, height_px, context);

        for (guint i = 0; i < spec->n_series; i++)
          {
            const IjkMark *name = find_name (layout, i);
            gboolean is_cut;

            if (name == NULL)
              continue;
            is_cut = name->box.width + 0.5
                     < ijk_text_meter_measure (meter, name->type, name->text).width;
            n_cut += is_cut;
            n_numbers += !g_str_equal (name->text, spec->series[i].label);
            if (is_cut)
              g_assert_cmpstr (name->text, ==, spec->series[i].label);
          }
      }
  /* Both occur. */
  g_assert_cmpuint (n_cut, >, 0);
  g_assert_cmpuint (n_numbers, >, 0);
  g_object_unref (context);
}

/* Twelve lines are named beside 250 px: only if the column begins beside the name of the axis. */
static void
test_full_column_begins_beside_the_axis_name (void)
{
  PangoContext *context = make_context ();
  g_autoptr (IjkChartBuilder) builder = begin ("Mt");
  g_autoptr (IjkChartSpec) spec = NULL;
  g_autoptr (IjkChartLayout) layout = NULL;
  double values[16];
  double highest_px = INFINITY;

  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *label = g_strdup_printf ("Line number %u", i);

      for (guint t = 0; t < G_N_ELEMENTS (values); t++)
        values[t] = i;
      ijk_chart_builder_add_series (
        builder, &(IjkChartSeries) { .label = label, .shape = IJK_SHAPE_LINE,
                                     .role = IJK_ROLE_SERIES_1, .values = values });
    }
  spec = ijk_chart_builder_end (g_steal_pointer (&builder));
  for (double height_px = 400; height_px >= 100 && isinf (highest_px); height_px -= 2)
    {
      const IjkMark *name;
      double top_px = INFINITY;

      g_clear_pointer (&layout, ijk_chart_layout_unref);
      layout = lay_out (spec, 320, height_px, context);
      for (guint i = 0; i < spec->n_series; i++)
        if ((name = find_name (layout, i)) != NULL)
          top_px = MIN (top_px, name->box.y);
      if (top_px + 4 < ijk_chart_layout_get_plot (layout, 0).y - 8)
        highest_px = top_px;
    }
  g_assert_true (isfinite (highest_px));
  for (guint i = 0; i < spec->n_series; i++)
    g_assert_nonnull (find_name (layout, i));
  g_object_unref (context);
}

/* Columns to 2035, and a line over them that ends in 2030: its name stands clear of all columns. */
static void
test_line_within_columns_is_named_past_its_last_column (void)
{
  PangoContext *context = make_context ();
  g_autoptr (IjkChartBuilder) builder = begin ("€ million");
  g_autoptr (IjkChartSpec) spec = NULL;
  double columns[16], budget[16];
  guint n_named = 0;

  for (guint t = 0; t < G_N_ELEMENTS (columns); t++)
    {
      columns[t] = t <= 10 ? 990 : NAN;
      budget[t] = t <= 10 ? 1000 : NAN;
    }
  ijk_chart_builder_add_series (
    builder, &(IjkChartSeries) { .label = "Granted", .shape = IJK_SHAPE_COLUMN,
                                 .role = IJK_ROLE_SERIES_1, .values = columns });
  ijk_chart_builder_add_series (
    builder, &(IjkChartSeries) { .label = "Budget", .shape = IJK_SHAPE_LINE,
                                 .role = IJK_ROLE_TARGET, .values = budget });
  spec = ijk_chart_builder_end (g_steal_pointer (&builder));
  for (double width_px = 300; width_px <= 1400; width_px += 50)
    {
      g_autoptr (IjkChartLayout) layout = lay_out (spec, width_px, 400, context);
      const IjkBox plot = ijk_chart_layout_get_plot (layout, 0);
      const IjkMark *name = find_name (layout, 1);
      guint n_marks;
      const IjkMark *marks
        = ijk_mark_list_get (ijk_chart_layout_get_marks (layout), IJK_LAYER_DATA, &n_marks);

      if (name == NULL || !ijk_box_contains (&plot, &name->box, 0))
        continue;
      n_named++;
      for (guint i = 0; i < n_marks; i++)
        g_assert_false (marks[i].part == IJK_PART_SERIES
                        && ijk_box_overlaps (&name->box, &marks[i].box));
    }
  g_assert_cmpuint (n_named, >, 0);
  g_object_unref (context);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/key/cut-names-have-no-number", test_cut_names_have_no_number);
  g_test_add_func ("/chart/key/full-column-begins-beside-the-axis-name",
                   test_full_column_begins_beside_the_axis_name);
  g_test_add_func ("/chart/key/line-within-columns-is-named-past-its-last-column",
                   test_line_within_columns_is_named_past_its_last_column);
  return g_test_run ();
}
