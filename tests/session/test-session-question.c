/* Each question the program ships with can be asked, and shows figures that there are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "session-fixture.h"

#include "ijk-figure.h"
#include "ijk-store-error.h"

#include <string.h>

static GPtrArray *
load (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *questions = ijk_questions_load (ijk_session_get_reference (self->session), &error);

  g_assert_no_error (error);
  return questions;
}

static const IjkQuestion *
find (const GPtrArray *questions,
      const char      *id)
{
  for (guint i = 0; i < questions->len; i++)
    {
      const IjkQuestion *question = g_ptr_array_index (questions, i);

      if (strcmp (question->id, id) == 0)
        return question;
    }
  g_assert_not_reached ();
}

static void
ask (Fixture           *self,
     const IjkQuestion *question,
     GError           **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  ijk_session_ask_question_async (self->session, question, fixture_keep_cb, &result);
  fixture_wait (&result);
  (void) ijk_session_ask_question_finish (self->session, result, error);
  fixture_settle (self);
}

static void
each_shows_figures_that_there_are (Fixture      *self,
                                   gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) questions = load (self);

  for (guint i = 0; i < questions->len; i++)
    for (guint k = 0; k < IJK_N_QUESTION_FIGURES; k++)
      {
        const IjkQuestion *question = g_ptr_array_index (questions, i);

        if (ijk_figure_find (question->figures[k]) == NULL)
          g_error ("%s: there is no figure %s", question->id, question->figures[k]);
      }
}

static void
each_can_be_asked (Fixture      *self,
                   gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) questions = load (self);

  for (guint i = 0; i < questions->len; i++)
    {
      const IjkQuestion *question = g_ptr_array_index (questions, i);
      const gboolean has_levers = question->settings[0] != NULL;
      g_autoptr (GError) error = NULL;
      guint n_settings = 0;

      ask (self, question, &error);
      g_assert_no_error (error);
      g_assert_cmpint (ijk_session_get_year (self->session), ==, question->year);
      g_assert_cmpuint (ijk_session_get_sector (self->session), ==, question->sector);
      g_assert_true (ijk_session_is_law (self->session) == !has_levers);
      g_assert_true (ijk_session_is_read_only (self->session) == !has_levers);
      if (!has_levers)
        continue;
      g_assert_cmpstr (ijk_session_get_scenario_name (self->session), ==, question->text_en);
      (void) ijk_scenario_get_settings (ijk_session_get_scenario (self->session), &n_settings);
      g_assert_cmpuint (n_settings, ==, g_strv_length (question->settings));
      g_assert_false (ijk_session_can_undo (self->session));
    }
  g_assert_cmpuint (self->n_failures, ==, 0);
}

static void
asked_again_it_is_the_same (Fixture      *self,
                            gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) questions = load (self);
  const IjkQuestion *question = find (questions, "ets-double");
  gint64 id = 0;

  ask (self, question, NULL);
  id = ijk_session_get_scenario_id (self->session);
  ask (self, find (questions, "who-pays"), NULL);
  g_assert_cmpint (ijk_session_get_scenario_id (self->session), !=, id);
  ask (self, question, NULL);
  g_assert_cmpint (ijk_session_get_scenario_id (self->session), ==, id);
  /* What a person has made of it stays. */
  g_assert_true (fixture_set (self, "kappa=0.2"));
  ask (self, question, NULL);
  g_assert_cmpint (ijk_session_get_scenario_id (self->session), !=, id);
  g_assert_cmpfloat (fixture_number (self, IJK_LEVER_KAPPA), ==, 0.7);
  fixture_select (self, id);
  g_assert_cmpfloat (fixture_number (self, IJK_LEVER_KAPPA), ==, 0.2);
}

static void
a_read_only_file_answers_about_the_law (Fixture      *self,
                                        gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) questions = NULL;
  g_autoptr (GError) error = NULL;

  fixture_close (self);
  fixture_run_sql (self, "PRAGMA user_version = 999");
  fixture_reopen (self);
  questions = load (self);
  ask (self, find (questions, "waste"), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ijk_session_get_sector (self->session), !=, IJK_NONE);
  ask (self, find (questions, "ets-double"), &error);
  g_assert_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_READ_ONLY);
  g_assert_true (ijk_session_is_law (self->session));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/session/question/figures", each_shows_figures_that_there_are);
  fixture_add ("/session/question/asked", each_can_be_asked);
  fixture_add ("/session/question/again", asked_again_it_is_the_same);
  fixture_add ("/session/question/read-only", a_read_only_file_answers_about_the_law);
  return g_test_run ();
}
