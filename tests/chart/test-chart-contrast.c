/* The words of every sample chart, in every style and at several sizes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart-contrast.h"
#include "chart-samples.h"

static void
test_words_can_be_read (gconstpointer data)
{
  static const double sizes[][2] = { { 320, 220 }, { 500, 300 }, { 1200, 700 } };
  const ChartSample *sample = data;
  g_autoptr (IjkChartSpec) spec = sample->make ();
  guint n_unreadable = 0, n_words = 0;

  for (IjkStyle style = 0; style < IJK_N_STYLES; style++)
    for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
      n_words += chart_contrast_count_words (spec, sample->name, style, sizes[i][0], sizes[i][1],
                                             &n_unreadable);
  g_assert_cmpuint (n_unreadable, ==, 0);
  /* A sparkline has none. */
  g_assert_true ((n_words > 0) == (spec->kind != IJK_CHART_SPARKLINE));
}

/* The look itself: the dimmed text of the design is 5.8 to 1 on a white card and 2.7 to 1 on the warm
 * grey of the last series, where a halo in the colour of the card saves it. */
static void
test_pale_words_are_noticed (void)
{
  const IjkColour grey = ijk_palette_get_colour (IJK_STYLE_LIGHT, IJK_ROLE_SERIES_6);
  IjkMark words = { .kind = IJK_MARK_TEXT, .text = "x", .stroke = IJK_ROLE_TEXT_DIM,
                    .box = { 2, 2, 16, 8 } };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 20, 12);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_surface_flush (surface);
  g_assert_true (chart_contrast_can_be_read (&words, IJK_STYLE_LIGHT, surface));
  cairo_set_source_rgb (cr, grey.red, grey.green, grey.blue);
  cairo_paint (cr);
  cairo_surface_flush (surface);
  g_assert_false (chart_contrast_can_be_read (&words, IJK_STYLE_LIGHT, surface));
  words.halo = IJK_ROLE_CARD;
  g_assert_true (chart_contrast_can_be_read (&words, IJK_STYLE_LIGHT, surface));
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int    argc,
      char **argv)
{
  guint n_samples;
  const ChartSample *samples = chart_samples_list (&n_samples);

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < n_samples; i++)
    {
      g_autofree char *path = g_strdup_printf ("/chart/contrast/%s", samples[i].name);

      g_test_add_data_func (path, &samples[i], test_words_can_be_read);
    }
  g_test_add_func ("/chart/contrast/pale-words-are-noticed", test_pale_words_are_noticed);
  return g_test_run ();
}
