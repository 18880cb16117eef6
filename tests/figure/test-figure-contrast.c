/* The words of every figure in every style, for current law and for a scenario compared with it: the
 * real labels, and where the layout puts them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart-contrast.h"
#include "figure-fixture.h"

static IjkReference *reference;
static IjkResult *law;
static IjkResult *pace;
static IjkLandscape *landscape;

static void
test_words_can_be_read (gconstpointer data)
{
  static const double sizes[][2] = { { 500, 300 }, { 1200, 700 } };
  const IjkFigure *figure = data;
  IjkFigureInput inputs[] = { figure_fixture_law_input (law), figure_fixture_input (pace, law) };
  guint n_unreadable = 0, n_words = 0;

  for (guint k = 0; k < G_N_ELEMENTS (inputs); k++)
    {
      g_autoptr (IjkChartSpec) spec = NULL;

      inputs[k].landscape = landscape;
      spec = ijk_figure_make_spec (figure, &inputs[k]);
      for (IjkStyle style = 0; style < IJK_N_STYLES; style++)
        for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
          n_words += chart_contrast_count_words (spec, figure->id, style, sizes[i][0], sizes[i][1],
                                                 &n_unreadable);
    }
  g_assert_cmpuint (n_unreadable, ==, 0);
  /* Title, source, and more. */
  g_assert_cmpuint (n_words, >, 4 * G_N_ELEMENTS (inputs) * IJK_N_STYLES * G_N_ELEMENTS (sizes));
}

int
main (int    argc,
      char **argv)
{
  guint n_figures;
  const IjkFigure *figures = ijk_figures (&n_figures);
  int status;

  g_test_init (&argc, &argv, NULL);
  reference = figure_fixture_load_reference ();
  law = figure_fixture_run (reference, "");
  pace = figure_fixture_run (reference, FIGURE_FIXTURE_PACE);
  landscape = ijk_landscape_new (pace->scenario, &ijk_landscape_default_question, 0);
  for (guint i = 0; i < n_figures; i++)
    {
      g_autofree char *path = g_strdup_printf ("/figure/contrast/%s", figures[i].id);

      g_test_add_data_func (path, &figures[i], test_words_can_be_read);
    }
  status = g_test_run ();
  ijk_landscape_unref (landscape);
  ijk_result_unref (pace);
  ijk_result_unref (law);
  ijk_reference_unref (reference);
  return status;
}
