/* Writes every figure as a picture, to be looked at, and its sentence to the terminal:
 *
 *   figure-gallery FOLDER LANGUAGE STYLE WIDTH HEIGHT YEAR [LEVER=VALUE ...]
 *
 * Without settings the scenario is current law. A setting "compare" adds a second scenario.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <pango/pangocairo.h>
#include <stdlib.h>
#include <string.h>

#include "figure-fixture.h"
#include "ijk-chart-export.h"
#include "ijk-language.h"

static IjkStyle
find_style (const char *id)
{
  for (IjkStyle style = 0; style < IJK_N_STYLES; style++)
    if (g_str_equal (ijk_style_get_id (style), id))
      return style;
  return IJK_STYLE_LIGHT;
}

static gboolean
write_figure (const IjkFigure      *figure,
              const IjkFigureInput *input,
              char                **words)
{
  g_autoptr (IjkChartSpec) spec = ijk_figure_make_spec (figure, input);
  g_autofree char *sentence = ijk_figure_make_sentence (figure, input);
  g_autofree char *path = g_strdup_printf ("%s/%s-%s-%s-%s.png", words[1], figure->id, words[2],
                                           words[3], words[4]);
  const IjkExportParameters parameters = {
    .format = IJK_EXPORT_PNG,
    .width_px = g_ascii_strtod (words[4], NULL),
    .height_px = g_ascii_strtod (words[5], NULL),
    .style = find_style (words[3]),
    .has_cursor = TRUE,
    .family = "Cantarell",
  };
  g_autoptr (GError) error = NULL;

  g_print ("%s\n  %s\n  %s\n", figure->id, spec->subtitle != NULL ? spec->subtitle : "", sentence);
  if (!ijk_chart_export_to_file (spec, &parameters, path, &error))
    g_printerr ("%s: %s\n", path, error->message);
  return error == NULL;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (IjkReference) reference = NULL;
  g_autoptr (IjkResult) law = NULL;
  g_autoptr (IjkResult) result = NULL;
  g_autoptr (GString) settings = g_string_new (NULL);
  g_autoptr (IjkLandscape) landscape = NULL;
  IjkFigureInput input;
  gboolean is_written = TRUE;
  guint n_figures;
  const IjkFigure *figures = ijk_figures (&n_figures);

  if (argc < 7 || g_mkdir_with_parents (argv[1], 0777) != 0)
    {
      g_printerr ("usage: figure-gallery FOLDER LANGUAGE STYLE WIDTH HEIGHT YEAR [SETTING ...]\n");
      return EXIT_FAILURE;
    }
  ijk_language_init (g_getenv ("IJKPAD_LOCALE") != NULL ? g_getenv ("IJKPAD_LOCALE") : "/nowhere");
  if (!ijk_language_select (argv[2]))
    g_printerr ("there is no catalogue of %s\n", argv[2]);
  reference = figure_fixture_load_reference ();
  law = figure_fixture_run (reference, "");
  for (int i = 7; i < argc; i++)
    if (!g_str_equal (argv[i], "compare"))
      g_string_append_printf (settings, "%s ", argv[i]);
  result = figure_fixture_run (reference, settings->str);
  input = settings->len > 0 ? figure_fixture_input (result, law) : figure_fixture_law_input (law);
  if (g_str_equal (argv[argc - 1], "compare"))
    {
      input.compare_result = law;
      input.compare_name = "A second one";
    }
  input.year = atoi (argv[6]);
  landscape = ijk_landscape_new (result->scenario, &ijk_landscape_default_question, 0);
  input.landscape = landscape;
  for (guint i = 0; i < n_figures; i++)
    is_written &= write_figure (&figures[i], &input, argv);
  return is_written ? EXIT_SUCCESS : EXIT_FAILURE;
}
