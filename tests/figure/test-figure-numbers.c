/* The numbers behind a chart: which indicator each line is, and that it says what the line says.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "figure-fixture.h"

#include "ijk-explanation.h"
#include "ijk-figure-numbers.h"
#include "ijk-language.h"

#include <math.h>

#define YEAR 2032

typedef struct
{
  IjkReference *reference; /* (owned) */
  IjkResult *law;          /* (owned) */
  IjkResult *result;       /* (owned) */
  IjkFigureInput input;
  IjkChartSpec *spec;      /* (owned) */
  GPtrArray *numbers;      /* (owned) */
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  figure)
{
  self->reference = figure_fixture_load_reference ();
  self->law = figure_fixture_run (self->reference, "");
  self->result = figure_fixture_run (self->reference, FIGURE_FIXTURE_PACE);
  self->input = figure_fixture_input (self->result, self->law);
  self->input.year = YEAR;
  self->input.company = ijk_reference_find_company (self->reference, "Shell");
  self->spec = ijk_figure_make_spec (ijk_figure_find (figure), &self->input);
  self->numbers = ijk_figure_list_numbers (ijk_figure_find (figure), &self->input, self->spec);
}

static void
tear_down (Fixture       *self,
           gconstpointer  figure)
{
  (void) figure;
  g_ptr_array_unref (self->numbers);
  ijk_chart_spec_unref (self->spec);
  ijk_result_unref (self->result);
  ijk_result_unref (self->law);
  ijk_reference_unref (self->reference);
}

static const IjkNamedNumber *
find (Fixture    *self,
      const char *name)
{
  for (guint i = 0; i < self->numbers->len; i++)
    {
      const IjkNamedNumber *number = g_ptr_array_index (self->numbers, i);

      if (g_str_equal (number->name, name))
        return number;
    }
  g_error ("No number is called %s", name);
}

/* What the line of that name says in the year. */
static double
read_chart (Fixture    *self,
            const char *name)
{
  for (guint i = 0; i < self->spec->n_series; i++)
    for (guint k = 0; g_strcmp0 (self->spec->series[i].label, name) == 0 && k < self->spec->n_x; k++)
      if (self->spec->x[k] == YEAR)
        return self->spec->series[i].values[k];
  g_assert_not_reached ();
}

static void
assert_number (Fixture    *self,
               const char *name,
               IjkItems    items,
               const char *indicator,
               double      scale)
{
  const IjkNamedNumber *found = find (self, name);

  g_assert_cmpint (found->number.indicator->items, ==, items);
  g_assert_cmpstr (found->number.indicator->id, ==, indicator);
  g_assert_cmpint (found->number.first_year, ==, YEAR);
  g_assert_cmpint (found->number.last_year, ==, YEAR);
  g_assert_cmpfloat_with_epsilon (scale * ijk_asked_number_value (&found->number, self->result),
                                  read_chart (self, name), 1e-6);
}

static void
test_sectors (Fixture       *self,
              gconstpointer  figure)
{
  (void) figure;
  assert_number (self, "Refining", IJK_ITEMS_SECTOR, "emissions", 1e-3);
  assert_number (self, "Chemistry and fertiliser", IJK_ITEMS_SECTOR, "emissions", 1e-3);
  g_assert_cmpuint (find (self, "Chemistry and fertiliser")->number.n_items, >, 1);
}

static void
test_measures (Fixture       *self,
               gconstpointer  figure)
{
  (void) figure;
  assert_number (self, "Without measures", IJK_ITEMS_SCOPE, "unabated", 1e-3);
  assert_number (self, "CO₂ storage and use", IJK_ITEMS_MEASURE, "abated", 1e-3);
}

static void
test_levy (Fixture       *self,
           gconstpointer  figure)
{
  (void) figure;
  assert_number (self, "Net rate, ETS", IJK_ITEMS_NL, "rate_ets", 1);
  assert_number (self, "Refining", IJK_ITEMS_SECTOR, "levy", 1);
}

/* What the chart calls its own way. */
static void
test_costs (Fixture       *self,
            gconstpointer  figure)
{
  (void) figure;
  assert_number (self, "CO₂ levy", IJK_ITEMS_SCOPE, "net_levy", 1);
  assert_number (self, "The State", IJK_ITEMS_NL, "state_cost", 1);
}

static void
test_company (Fixture       *self,
              gconstpointer  figure)
{
  (void) figure;
  assert_number (self, "Rights", IJK_ITEMS_COMPANY, "rights", 1);
  g_assert_cmpuint (find (self, "Rights")->number.items[0], ==, self->input.company);
}

/* Two panels with lines of the same names. */
static void
test_panels (Fixture       *self,
             gconstpointer  figure)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  (void) figure;
  for (guint i = 0; i < self->numbers->len; i++)
    g_assert_true (
        g_hash_table_add (names, ((const IjkNamedNumber *) self->numbers->pdata[i])->name));
  g_assert_cmpuint (g_hash_table_size (names), >=, 8);
}

/* Bars: each is the number it is as long as. */
static void
test_bars (Fixture       *self,
           gconstpointer  figure)
{
  (void) figure;
  g_assert_cmpuint (self->numbers->len, >=, 3);
  for (guint i = 0; i < self->numbers->len; i++)
    {
      const IjkNamedNumber *number = g_ptr_array_index (self->numbers, i);
      const double value = ijk_asked_number_value (&number->number, self->result);
      gboolean is_there = FALSE;

      for (guint k = 0; k < self->spec->n_rows; k++)
        is_there = is_there
                   || (g_strcmp0 (self->spec->rows[k].label, number->name) == 0
                       && fabs (fabs (self->spec->rows[k].value) * 1e3 - fabs (value)) < 1e-6);
      g_assert_true (is_there);
    }
}

static double
value_of (Fixture    *self,
          const char *name)
{
  return ijk_asked_number_value (&find (self, name)->number, self->result);
}

/* A bar of room is as long as the sum over sectors; companies want a part of it. */
static void
test_rooms (Fixture       *self,
            gconstpointer  figure)
{
  (void) figure;
  g_assert_cmpuint (self->numbers->len, >=, 8);
  for (guint i = 0; i < self->spec->n_rows; i++)
    {
      const char *label = self->spec->rows[i].label;
      g_autofree char *room = g_strdup_printf ("%s (room in the round)", label);
      g_autofree char *wanted = g_strdup_printf ("%s (wanted by companies)", label);
      double decided_and_held_kt = 0;

      if (g_str_equal (label, "Other measures"))
        continue;
      g_assert_cmpfloat (value_of (self, room), <=, self->spec->rows[i].value + 1e-6);
      for (guint k = 0; k < self->spec->n_segments; k++)
        if (self->spec->segments[k].row == i
            && (g_strcmp0 (self->spec->segments[k].label, "Decided") == 0
                || g_strcmp0 (self->spec->segments[k].label, "Held back by a limit") == 0))
          decided_and_held_kt += self->spec->segments[k].to - self->spec->segments[k].from;
      g_assert_cmpfloat_with_epsilon (value_of (self, wanted), decided_and_held_kt, 1e-6);
    }
}

/* What the table says of the candidate with the same rank. */
static void
test_round (Fixture       *self,
            gconstpointer  figure)
{
  g_autoptr (IjkFigureTable) table
      = ijk_figure_make_table (ijk_figure_find (figure), &self->input);

  g_assert_cmpuint (self->spec->n_rows, >, 0);
  g_assert_cmpuint (self->numbers->len, ==, 3 * self->spec->n_rows);
  for (guint i = 0; i < self->spec->n_rows; i++)
    {
      const char *label = self->spec->rows[i].label;
      const guint rank = (guint) g_ascii_strtoull (label, NULL, 10);
      g_autofree char *need = g_strdup_printf ("%s (subsidy needed per tonne)", label);
      g_autofree char *served = g_strdup_printf ("%s (served in the round)", label);
      guint row = 0;

      while (ijk_figure_table_get (table, row, 0) != rank)
        row++;
      g_assert_cmpfloat_with_epsilon (value_of (self, need), ijk_figure_table_get (table, row, 1),
                                      1e-6);
      g_assert_cmpfloat_with_epsilon (value_of (self, served),
                                      ijk_figure_table_get (table, row, 4), 1e-6);
    }
}

/* The distance of each bar follows from its two numbers. */
static void
test_distances (Fixture       *self,
                gconstpointer  figure)
{
  (void) figure;
  g_assert_cmpuint (self->numbers->len, ==, 2 * self->spec->n_rows);
  for (guint i = 0; i < self->spec->n_rows; i++)
    {
      const char *label = self->spec->rows[i].label;
      g_autofree char *load = g_strdup_printf ("%s (levied emissions)", label);
      g_autofree char *benchmark = g_strdup_printf ("%s (benchmark value)", label);

      g_assert_cmpfloat_with_epsilon (100 * value_of (self, load) / value_of (self, benchmark)
                                        - 100,
                                      self->spec->rows[i].value, 1e-6);
    }
}

/* One sector, drawn in percent of its output. */
static void
test_leakage (Fixture       *self,
              gconstpointer  figure)
{
  (void) figure;
  assert_number (self, "Refining", IJK_ITEMS_SECTOR, "leak", 100);
}

/* Each outcome a map can have, of the scenario as it stands. */
static void
test_map (Fixture       *self,
          gconstpointer  figure)
{
  static const struct
  {
    IjkOutcome outcome;
    const char *name;
  } cases[] = {
    { IJK_OUTCOME_EMISSIONS, "Emissions in 2035" },
    { IJK_OUTCOME_LEVY, "Net levy in 2035" },
    { IJK_OUTCOME_SUBSIDY, "SDE++ paid out up to 2035" },
    { IJK_OUTCOME_STATE_COST, "Cost to the State in 2035" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      IjkLandscapeQuestion question = ijk_landscape_default_question;
      g_autoptr (IjkLandscape) landscape = NULL;
      double expected = 0;

      question.n_columns = question.n_rows = 2;
      question.outcome = cases[i].outcome;
      question.year = 2035;
      landscape = ijk_landscape_new (self->result->scenario, &question, 1);
      self->input.landscape = landscape;
      g_clear_pointer (&self->spec, ijk_chart_spec_unref);
      g_clear_pointer (&self->numbers, g_ptr_array_unref);
      self->spec = ijk_figure_make_spec (ijk_figure_find (figure), &self->input);
      self->numbers
          = ijk_figure_list_numbers (ijk_figure_find (figure), &self->input, self->spec);
      switch (cases[i].outcome)
        {
        case IJK_OUTCOME_EMISSIONS:
          for (guint s = 0; s < self->reference->n_sectors; s++)
            if (self->reference->sectors[s].is_in_industry)
              expected += self->result->sector_emissions_kt[(2035 - 2021)
                                                            * self->reference->n_sectors + s];
          break;
        case IJK_OUTCOME_LEVY:
          for (guint s = 0; s < self->reference->n_sectors; s++)
            expected += self->result->sector_net_levy_meur[(2035 - 2021)
                                                           * self->reference->n_sectors + s];
          break;
        case IJK_OUTCOME_SUBSIDY:
          for (int year = 2026; year <= 2035; year++)
            expected += self->result->nation_sde_paid_meur[year - 2021];
          break;
        case IJK_OUTCOME_STATE_COST:
          expected = self->result->nation_state_cost_meur[2035 - 2021];
          break;
        case IJK_N_OUTCOMES:
          g_assert_not_reached ();
        }
      g_assert_cmpfloat_with_epsilon (value_of (self, cases[i].name), expected, 1e-6);
    }
  self->input.landscape = NULL;
}

/* Every number of every chart opens into an explanation with its value. */
static void
test_all (void)
{
  g_autoptr (IjkReference) reference = figure_fixture_load_reference ();
  g_autoptr (IjkResult) law = figure_fixture_run (reference, "");
  g_autoptr (IjkResult) result = figure_fixture_run (reference, FIGURE_FIXTURE_PACE);
  IjkFigureInput input = figure_fixture_input (result, law);
  IjkLandscapeQuestion question = ijk_landscape_default_question;
  g_autoptr (IjkLandscape) landscape = NULL;
  guint n_figures = 0, n_with_numbers = 0;
  const IjkFigure *figures = ijk_figures (&n_figures);

  question.n_columns = question.n_rows = 2;
  landscape = ijk_landscape_new (result->scenario, &question, 1);
  input.landscape = landscape;
  for (guint f = 0; f < n_figures; f++)
    {
      g_autoptr (IjkChartSpec) spec = ijk_figure_make_spec (&figures[f], &input);
      g_autoptr (GPtrArray) numbers = ijk_figure_list_numbers (&figures[f], &input, spec);

      n_with_numbers += numbers->len > 0;
      for (guint i = 0; i < numbers->len; i++)
        {
          const IjkNamedNumber *number = g_ptr_array_index (numbers, i);
          g_autoptr (IjkExplanation) explanation = ijk_explain_asked (result, &number->number);
          const double value = ijk_asked_number_value (&number->number, result);

          g_test_message ("%s: %s = %s %u", figures[f].id, number->name,
                          number->number.indicator->id, number->number.n_items);
          g_assert_cmpfloat_with_epsilon (ijk_explanation_evaluate (explanation), value,
                                          1e-9 * MAX (1, fabs (value)));
        }
    }
  g_assert_cmpuint (n_with_numbers, ==, n_figures);
}

#define ADD(name, figure, function)                                                                \
  g_test_add ("/figure/numbers/" name, Fixture, figure, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ijk_language_init ("/nowhere");
  g_assert_true (ijk_language_select ("en"));
  ADD ("sectors-and-groups", "emissions-by-sector", test_sectors);
  ADD ("measures", "emissions-by-measure", test_measures);
  ADD ("rates-and-levies", "levy", test_levy);
  ADD ("costs", "cost", test_costs);
  ADD ("company", "company", test_company);
  ADD ("names-tell-panels-apart", "subsidy", test_panels);
  ADD ("bars", "difference", test_bars);
  ADD ("room-to-decide", "limits", test_rooms);
  ADD ("subsidy-round", "subsidy-round", test_round);
  ADD ("distances", "benchmark-distance", test_distances);
  ADD ("leakage", "leakage", test_leakage);
  ADD ("map", "landscape", test_map);
  g_test_add_func ("/figure/numbers/open-in-every-figure", test_all);
  return g_test_run ();
}
