/* Every figure of the registry: its golden spec, and what must hold of all of them.
 *
 * The golden files are ijk_chart_spec_dump() of current law in English. Words must be equal; numbers
 * may differ in the last bits, as another compiler gives. IJKPAD_UPDATE_GOLDEN=1 writes them anew;
 * read the difference before it is committed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

#include "catalogue.h"
#include "figure-fixture.h"
#include "ijk-chart-layout.h"
#include "ijk-language.h"

/* The dump has six figures; the last of them may be rounded either way. */
#define GOLDEN_TOLERANCE 2e-5
#define SAME_TOLERANCE 1e-9

static IjkReference *reference;
static IjkResult *law;

/* Settings at the ends of the ranges of levers, and one in the middle. */
static const char *const scenarios[] = {
  FIGURE_FIXTURE_PACE,
  "ets_price=2026:500",
  "ets_price=2026:0 ets_scale=0.3",
  "levy_rate=2026:0 incinerator_rate=2026:0 min_price=2026:0",
  "levy_rate=2026:500 reduction_factor=2026:0",
  "ccs_ceiling=2026:0 ccs_capacity=2026:0",
  "sde_budget=2026:0 sde_last_round=2025",
  "levy_regime=act_2021 levy_return=1",
  "levy_regime=tightening_2023 sde_budget=2026:20000",
};

/* Skips spaces; a number counts as one token, any other byte as one too. */
static gboolean
is_same_text (const char *a,
              const char *b)
{
  while (*a != '\0' || *b != '\0')
    {
      char *a_end = NULL;
      char *b_end = NULL;
      const double a_number = g_ascii_strtod (a, &a_end);
      const double b_number = g_ascii_strtod (b, &b_end);

      if ((a_end == a) != (b_end == b))
        return FALSE;
      if (a_end == a)
        {
          if (*a != *b)
            return FALSE;
          a++;
          b++;
          continue;
        }
      if (isnan (a_number) != isnan (b_number)
          || (!isnan (a_number)
              && fabs (a_number - b_number)
                     > GOLDEN_TOLERANCE * MAX (1, MAX (fabs (a_number), fabs (b_number)))))
        return FALSE;
      a = a_end;
      b = b_end;
    }
  return TRUE;
}

static void
test_golden_compares_numbers (void)
{
  g_assert_true (is_same_text ("x 1.00000000001 y nan", "x 1 y nan"));
  g_assert_false (is_same_text ("x 1.001 y", "x 1 y"));
  g_assert_false (is_same_text ("x 1 y", "x 1 z"));
  g_assert_false (is_same_text ("x 1", "x 1 2"));
  g_assert_false (is_same_text ("x nan", "x 0"));
}

static void
test_golden (gconstpointer data)
{
  const IjkFigure *figure = data;
  const IjkFigureInput input = figure_fixture_law_input (law);
  g_autoptr (IjkChartSpec) spec = ijk_figure_make_spec (figure, &input);
  g_autofree char *dump = ijk_chart_spec_dump (spec);
  g_autofree char *name = g_strdup_printf ("%s.txt", figure->id);
  g_autofree char *path
      = g_test_build_filename (G_TEST_DIST, "golden", "figures", name, NULL);
  g_autofree char *golden = NULL;
  g_autoptr (GError) error = NULL;

  if (g_strcmp0 (g_getenv ("IJKPAD_UPDATE_GOLDEN"), "1") == 0)
    {
      g_file_set_contents (path, dump, -1, &error);
      g_assert_no_error (error);
      g_test_skip ("written anew");
      return;
    }
  g_file_get_contents (path, &golden, NULL, &error);
  g_assert_no_error (error);
  if (!is_same_text (dump, golden))
    g_test_fail_printf ("%s differs from %s", figure->id, path);
}

/* A file that no figure has any more would never be looked at again. */
static void
test_every_golden_file_has_a_figure (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "golden", "figures", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *id = g_strndup (name, strlen (name) - strlen (".txt"));

      if (g_str_has_suffix (name, ".txt") && ijk_figure_find (id) == NULL)
        g_test_fail_printf ("there is no figure %s", id);
    }
}

static void
assert_words (const IjkFigure      *figure,
              const IjkChartSpec   *spec,
              const char           *sentence)
{
  g_assert_nonnull (sentence);
  g_assert_true (g_utf8_validate (sentence, -1, NULL));
  g_assert_cmpuint (strlen (sentence), >, 30);
  g_assert_true (g_str_has_suffix (sentence, ".") || g_str_has_suffix (sentence, ")"));
  g_assert_null (strstr (sentence, "  "));
  g_assert_null (strstr (sentence, "nan"));
  g_assert_cmpstr (spec->description, ==, sentence);
  g_assert_cmpstr (spec->language, ==, ijk_language_get ());
  g_assert_nonnull (spec->title);
  g_assert_nonnull (spec->source);
  g_assert_nonnull (spec->empty_text);
  g_assert_nonnull (figure->question);
}

static gboolean
is_close (double a,
          double b)
{
  return fabs (a - b) <= SAME_TOLERANCE * MAX (1, fabs (a));
}

/* Whether one column holds every known value of the series, in the row of its year. */
static gboolean
has_column_of (const IjkFigureTable *table,
               const IjkChartSpec   *spec,
               const IjkChartSeries *series)
{
  for (guint column = 0; column < table->columns->len; column++)
    {
      gboolean is_same = TRUE;

      for (guint i = 0; is_same && i < series->n_values; i++)
        {
          g_autofree char *year = g_strdup_printf ("%d", (int) spec->x[i]);
          gboolean is_found = FALSE;

          if (isnan (series->values[i]))
            continue;
          for (guint row = 0; !is_found && row < ijk_figure_table_n_rows (table); row++)
            is_found = g_str_equal (g_ptr_array_index (table->labels, row), year)
                       && is_close (ijk_figure_table_get (table, row, column), series->values[i]);
          is_same = is_found;
        }
      if (is_same)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_cell_of (const IjkFigureTable *table,
             double                value)
{
  for (guint row = 0; row < ijk_figure_table_n_rows (table); row++)
    for (guint column = 0; column < table->columns->len; column++)
      if (is_close (ijk_figure_table_get (table, row, column), value))
        return TRUE;
  return FALSE;
}

/* What can be read from the picture can be read from the table. */
static void
assert_same_numbers (const IjkFigure      *figure,
                     const IjkChartSpec   *spec,
                     const IjkFigureTable *table)
{
  if (spec->kind == IJK_CHART_TIME)
    for (guint i = 0; i < spec->n_series; i++)
      if (!has_column_of (table, spec, &spec->series[i]))
        g_test_fail_printf ("%s: no column has the numbers of “%s”", figure->id,
                            spec->series[i].label);
  for (guint i = 0; i < spec->n_rows; i++)
    if (!isnan (spec->rows[i].value) && !has_cell_of (table, spec->rows[i].value))
      g_test_fail_printf ("%s: no cell has the number of “%s”", figure->id, spec->rows[i].label);
  for (guint i = 0; i < spec->n_blocks; i++)
    if (!has_cell_of (table, spec->blocks[i].height))
      g_test_fail_printf ("%s: no cell has the number of “%s”", figure->id, spec->blocks[i].label);
}

static void
assert_table (const IjkFigureTable *table)
{
  g_assert_nonnull (table);
  g_assert_cmpuint (table->values->len, ==,
                    ijk_figure_table_n_rows (table) * table->columns->len);
  g_assert_cmpuint (table->notes->len, ==, ijk_figure_table_n_rows (table));
  for (guint i = 0; i < table->values->len; i++)
    g_assert_false (isinf (g_array_index (table->values, double, i)));
  for (guint column = 0; column < table->columns->len; column++)
    g_assert_cmpstr (g_array_index (table->columns, IjkFigureColumn, column).title, !=, "");
}

static void
check_figure (const IjkFigure      *figure,
              const IjkFigureInput *input)
{
  g_autoptr (IjkChartSpec) spec = ijk_figure_make_spec (figure, input);
  g_autoptr (IjkChartSpec) again = ijk_figure_make_spec (figure, input);
  g_autofree char *sentence = ijk_figure_make_sentence (figure, input);
  g_autoptr (IjkFigureTable) table = ijk_figure_make_table (figure, input);

  g_assert_nonnull (spec);
  assert_words (figure, spec, sentence);
  assert_table (table);
  assert_same_numbers (figure, spec, table);
  /* A pure function: a chart is redrawn only when its spec differs. */
  g_assert_true (ijk_chart_spec_equal (spec, again));
}

static void
test_law (gconstpointer data)
{
  static const int years[] = { IJK_FIRST_YEAR, 2025, 2026, 2030, IJK_LAST_YEAR };
  IjkFigureInput input = figure_fixture_law_input (law);

  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      input.year = years[i];
      check_figure (data, &input);
    }
}

static void
test_scenarios (gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (scenarios); i++)
    {
      g_autoptr (IjkResult) result = figure_fixture_run (reference, scenarios[i]);
      IjkFigureInput input = figure_fixture_input (result, law);

      g_test_message ("%s", scenarios[i]);
      check_figure (data, &input);
      input.year = IJK_LAST_YEAR;
      check_figure (data, &input);
    }
}

static void
test_second_scenario (gconstpointer data)
{
  g_autoptr (IjkResult) result = figure_fixture_run (reference, scenarios[0]);
  g_autoptr (IjkResult) second = figure_fixture_run (reference, scenarios[3]);
  IjkFigureInput input = figure_fixture_input (result, law);
  IjkFigureInput from_law = figure_fixture_law_input (law);

  input.compare_result = from_law.compare_result = second;
  input.compare_name = from_law.compare_name = "A second one";
  check_figure (data, &input);
  check_figure (data, &from_law);
}

static void
test_highlighted_sector_and_company (gconstpointer data)
{
  IjkFigureInput input = figure_fixture_law_input (law);

  for (guint sector = 0; sector < reference->n_sectors; sector++)
    {
      input.sector = sector;
      check_figure (data, &input);
    }
  input.sector = IJK_NONE;
  input.company = 0;
  check_figure (data, &input);
  input.company = reference->n_companies - 1;
  check_figure (data, &input);
}

/* A sector that is pointed out stands out in every figure with sectors; what is none keeps its place. */
static void
test_other_sectors_step_back (void)
{
  static const char *const ids[] = { "emissions-by-sector", "levy", "leakage", "indirect" };
  static const char *const others[] = { "Chemistry and fertiliser", "Refining", "Food",
                                        "Waste and other gases", "Other industry",
                                        "Waste incineration", "Separate industrial CHP", NULL };
  IjkFigureInput input = figure_fixture_law_input (law);

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      const IjkFigure *figure = ijk_figure_find (ids[i]);
      g_autoptr (IjkChartSpec) plain = NULL;
      g_autoptr (IjkChartSpec) spec = NULL;
      guint n_muted = 0;

      g_assert_nonnull (figure);
      input.sector = IJK_NONE;
      plain = ijk_figure_make_spec (figure, &input);
      input.sector = ijk_reference_find_sector (reference, "basic_metals");
      spec = ijk_figure_make_spec (figure, &input);
      g_assert_cmpuint (spec->n_series, ==, plain->n_series);
      for (guint k = 0; k < spec->n_series; k++)
        {
          const IjkChartSeries *series = &spec->series[k];
          const gboolean is_other = series->label != NULL && g_strv_contains (others, series->label);

          g_test_message ("%s: %s", ids[i], series->label);
          g_assert_false (plain->series[k].is_muted);
          g_assert_cmpint (series->is_muted, ==, is_other);
          if (g_strcmp0 (series->label, "Steel and metals") == 0)
            g_assert_true (series->is_strong);
          n_muted += series->is_muted;
        }
      g_assert_cmpuint (n_muted, >, 0);
    }
}

/* Names come from a person: nothing in them is a format or a mark-up. */
static void
test_any_name (gconstpointer data)
{
  IjkFigureInput input = figure_fixture_input (law, law);

  input.scenario_name = "100% <b>&\" %s %n\u202e";
  input.compare_result = law;
  input.compare_name = "%d";
  check_figure (data, &input);
}

static void
test_dutch (gconstpointer data)
{
  const IjkFigureInput input = figure_fixture_law_input (law);

  g_assert_true (ijk_language_select ("nl"));
  check_figure (data, &input);
  g_assert_true (ijk_language_select ("en"));
}

/* Whether every word of the source line and every label stands inside the picture, and what the law
 * has to show is shown, at the sizes charts are used at. */
static void
assert_layout (const IjkChartSpec *spec,
               double              width_px,
               double              height_px,
               PangoContext       *context)
{
  const IjkLayoutParameters parameters = { .width_px = width_px, .height_px = height_px,
                                           .padding_px = 14, .flags = IJK_LAYOUT_FIGURE };
  IjkChartLayout *layout = ijk_chart_layout_new (spec, &parameters, context);
  const IjkBox page = { 0, 0, width_px, height_px };
  guint n_labels;
  const IjkMark *labels
      = ijk_mark_list_get (ijk_chart_layout_get_marks (layout), IJK_LAYER_LABEL, &n_labels);

  g_assert_cmpuint (n_labels, >, 0);
  for (guint i = 0; i < n_labels; i++)
    g_assert_true (ijk_box_contains (&page, &labels[i].box, 0.5));
  ijk_chart_layout_unref (layout);
}

static void
test_layout (gconstpointer data)
{
  static const double sizes[][2] = { { 1200, 700 }, { 540, 390 }, { 320, 220 } };
  const IjkFigureInput input = figure_fixture_law_input (law);
  g_autoptr (IjkChartSpec) spec = ijk_figure_make_spec (data, &input);
  PangoContext *context = ijk_text_context_new (pango_cairo_font_map_get_default ());

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    assert_layout (spec, sizes[i][0], sizes[i][1], context);
  g_object_unref (context);
}

static void
test_ids (void)
{
  guint n_figures;
  const IjkFigure *figures = ijk_figures (&n_figures);

  g_assert_cmpuint (n_figures, >=, 8);
  for (guint i = 0; i < n_figures; i++)
    {
      g_assert_true (ijk_figure_find (figures[i].id) == &figures[i]);
      g_assert_cmpuint (strspn (figures[i].id, "abcdefghijklmnopqrstuvwxyz-"), ==,
                        strlen (figures[i].id));
    }
  g_assert_null (ijk_figure_find ("nothing"));
}

static void
add_figure (const IjkFigure *figure,
            const char      *name,
            GTestDataFunc    function)
{
  g_autofree char *path = g_strdup_printf ("/figure/%s/%s", figure->id, name);

  g_test_add_data_func (path, figure, function);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = NULL;
  guint n_figures;
  const IjkFigure *figures = ijk_figures (&n_figures);
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = catalogue_write ();
  ijk_language_init (folder);
  g_assert_true (ijk_language_select ("en"));
  reference = figure_fixture_load_reference ();
  law = figure_fixture_run (reference, "");
  g_test_add_func ("/figure/ids", test_ids);
  g_test_add_func ("/figure/golden-compares-numbers", test_golden_compares_numbers);
  g_test_add_func ("/figure/every-golden-file-has-a-figure", test_every_golden_file_has_a_figure);
  g_test_add_func ("/figure/other-sectors-step-back", test_other_sectors_step_back);
  for (guint i = 0; i < n_figures; i++)
    {
      add_figure (&figures[i], "golden", test_golden);
      add_figure (&figures[i], "law", test_law);
      add_figure (&figures[i], "scenarios", test_scenarios);
      add_figure (&figures[i], "second-scenario", test_second_scenario);
      add_figure (&figures[i], "sector-and-company", test_highlighted_sector_and_company);
      add_figure (&figures[i], "any-name", test_any_name);
      add_figure (&figures[i], "dutch", test_dutch);
      add_figure (&figures[i], "layout", test_layout);
    }
  status = g_test_run ();
  ijk_result_unref (law);
  ijk_reference_unref (reference);
  catalogue_remove (folder);
  return status;
}
