/* The shipped questions fit the reference data; a table that does not fit is refused in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-question.h"

#include "ijk-reference-load.h"
#include "ijk-run.h"

#include <string.h>

#define HEADER "id,question_en,question_nl,look_en,look_nl,settings,figures,year,sector\n"

static IjkReference *reference;

typedef struct
{
  const char *name;
  const char *row;
  IjkStoreError code;
  const char *word; /* that the sentence has in it */
} Case;

static const Case cases[] = {
  { "no-id", ",q,v,l,k,,a|b|c|d,2030,\n", IJK_STORE_ERROR_VALUE, "id" },
  { "no-dutch", "x,q,,l,k,,a|b|c|d,2030,\n", IJK_STORE_ERROR_VALUE, "question_nl" },
  { "no-lever", "x,q,v,l,k,not_a_lever=1,a|b|c|d,2030,\n", IJK_STORE_ERROR_VALUE, "not_a_lever" },
  { "out-of-range", "x,q,v,l,k,kappa=2,a|b|c|d,2030,\n", IJK_STORE_ERROR_VALUE, "kappa" },
  { "second-is-bad", "x,q,v,l,k,kappa=0.5|rnd=99,a|b|c|d,2030,\n", IJK_STORE_ERROR_VALUE, "rnd" },
  { "empty-setting", "x,q,v,l,k,kappa=0.5|,a|b|c|d,2030,\n", IJK_STORE_ERROR_VALUE, "settings" },
  { "three-figures", "x,q,v,l,k,,a|b|c,2030,\n", IJK_STORE_ERROR_VALUE, "figures" },
  { "five-figures", "x,q,v,l,k,,a|b|c|d|e,2030,\n", IJK_STORE_ERROR_VALUE, "figures" },
  { "figure-twice", "x,q,v,l,k,,a|b|c|a,2030,\n", IJK_STORE_ERROR_DUPLICATE, "figures" },
  { "figure-left-out", "x,q,v,l,k,,a||c|d,2030,\n", IJK_STORE_ERROR_DUPLICATE, "figures" },
  { "year-too-late", "x,q,v,l,k,,a|b|c|d,2051,\n", IJK_STORE_ERROR_VALUE, "2051" },
  { "no-sector", "x,q,v,l,k,,a|b|c|d,2030,moon\n", IJK_STORE_ERROR_DANGLING, "moon" },
  { "twice", "x,q,v,l,k,,a|b|c|d,2030,\nx,q,v,l,k,,a|b|c|d,2030,\n", IJK_STORE_ERROR_DUPLICATE,
    "x" },
};

static void
is_refused (gconstpointer data)
{
  const Case *c = data;
  g_autofree char *text = g_strconcat (HEADER, c->row, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (ijk_questions_parse (reference, text, -1, &error));
  g_assert_error (error, IJK_STORE_ERROR, (int) c->code);
  g_assert_nonnull (strstr (error->message, c->word));
}

static void
a_row_is_read (void)
{
  static const char text[]
      = HEADER "x,\"Who, then?\",Wie dan?,Look,Kijk,"
               "\"kappa=0.5|ets_price=2030:120,2050:200\",a|b|c|d,2033,chemicals\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) questions = ijk_questions_parse (reference, text, -1, &error);
  const IjkQuestion *question = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (questions->len, ==, 1);
  question = g_ptr_array_index (questions, 0);
  g_assert_cmpstr (question->id, ==, "x");
  g_assert_cmpstr (question->text_en, ==, "Who, then?");
  g_assert_cmpstr (question->look_nl, ==, "Kijk");
  g_assert_cmpuint (g_strv_length (question->settings), ==, 2);
  g_assert_cmpstr (question->settings[1], ==, "ets_price=2030:120,2050:200");
  g_assert_cmpstr (question->figures[3], ==, "d");
  g_assert_cmpint (question->year, ==, 2033);
  g_assert_cmpstr (reference->sectors[question->sector].id, ==, "chemicals");
}

static void
a_dozen_ship (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) questions = ijk_questions_load (reference, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (questions->len, >=, 12);
  for (guint i = 0; i < questions->len; i++)
    {
      const IjkQuestion *question = g_ptr_array_index (questions, i);

      g_assert_true (g_str_has_suffix (question->text_en, "?"));
      g_assert_true (g_str_has_suffix (question->text_nl, "?"));
      g_assert_true (g_str_has_suffix (question->look_en, "."));
      g_assert_true (g_str_has_suffix (question->look_nl, "."));
      /* A name of a scenario is made from it. */
      g_assert_cmpint (g_utf8_strlen (question->text_nl, -1), <, 80);
      g_assert_cmpint (g_utf8_strlen (question->text_en, -1), <, 80);
    }
}

/* How far two results lie apart in a year: emissions, levy and subsidy of all sectors. */
static double
measure_distance (const IjkResult *a,
                  const IjkResult *b,
                  int              year)
{
  const gsize first = (gsize) IJK_YEAR_INDEX (year) * reference->n_sectors;
  double distance = 0;

  for (gsize i = first; i < first + reference->n_sectors; i++)
    distance += ABS (a->sector_emissions_kt[i] - b->sector_emissions_kt[i])
                + ABS (a->sector_net_levy_meur[i] - b->sector_net_levy_meur[i])
                + ABS (a->sector_sde_paid_meur[i] - b->sector_sde_paid_meur[i]);
  return distance;
}

/* Settings that move nothing in the year of the question would be no answer. */
static void
settings_change_the_result (void)
{
  g_autoptr (GPtrArray) questions = ijk_questions_load (reference, NULL);
  g_autoptr (IjkWorkspace) workspace = ijk_workspace_new (reference);
  g_autoptr (IjkScenario) law = ijk_scenario_new (reference, NULL);
  g_autoptr (IjkResult) before = ijk_result_copy (ijk_run (reference, law, workspace));

  for (guint i = 0; i < questions->len; i++)
    {
      const IjkQuestion *question = g_ptr_array_index (questions, i);
      g_autoptr (IjkScenario) scenario = ijk_scenario_ref (law);

      for (guint k = 0; question->settings[k] != NULL; k++)
        {
          IjkScenario *next
              = ijk_scenario_with_setting (scenario, question->settings[k], NULL);

          g_assert_nonnull (next);
          ijk_scenario_unref (scenario);
          scenario = next;
        }
      g_test_message ("%s", question->id);
      if (question->settings[0] != NULL)
        g_assert_cmpfloat (measure_distance (ijk_run (reference, scenario, workspace), before,
                                             question->year),
                           >, 1);
    }
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  int status = 0;

  g_test_init (&argc, &argv, NULL);
  reference = ijk_reference_load (g_getenv ("IJKPAD_REFERENCE"), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/question/refused/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], is_refused);
    }
  g_test_add_func ("/question/read", a_row_is_read);
  g_test_add_func ("/question/shipped/a-dozen", a_dozen_ship);
  g_test_add_func ("/question/shipped/settings-move-something", settings_change_the_result);
  status = g_test_run ();
  ijk_reference_unref (reference);
  return status;
}
