/* The session: one run per change, undo as steps, nothing lost.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "session-fixture.h"

#include "ijk-store-error.h"

#include <string.h>

static void
opens_current_law (Fixture      *self,
                   gconstpointer data G_GNUC_UNUSED)
{
  g_assert_cmpstr (ijk_session_get_path (self->session), ==, self->path);
  g_assert_null (ijk_session_get_notice (self->session));
  g_assert_true (ijk_session_is_law (self->session));
  g_assert_true (ijk_session_is_read_only (self->session)); /* shipped */
  g_assert_nonnull (ijk_session_get_result (self->session));
  g_assert_cmpuint (ijk_session_get_scenarios (self->session)->len, ==, 8);
  g_assert_false (ijk_session_can_undo (self->session));
}

static void
law_result_is_the_law (Fixture      *self,
                       gconstpointer data G_GNUC_UNUSED)
{
  gsize n = 0;
  gsize n_law = 0;
  const double *values = ijk_result_get_data (ijk_session_get_result (self->session), &n);
  const double *law = ijk_result_get_data (ijk_session_get_law_result (self->session), &n_law);

  g_assert_cmpmem (values, n * sizeof *values, law, n_law * sizeof *law);
}

static void
many_changes_are_one_run (Fixture      *self,
                          gconstpointer data G_GNUC_UNUSED)
{
  const guint64 before = ijk_session_get_n_runs (self->session);

  self->n_results = 0;
  for (guint i = 1; i <= 10; i++)
    {
      g_autofree char *setting = g_strdup_printf ("ets_scale=%g", 1 + i / 10.0);

      g_assert_true (fixture_set (self, setting));
    }
  g_assert_true (fixture_set (self, "kappa=0.2"));
  fixture_settle (self);
  g_assert_cmpuint (ijk_session_get_n_runs (self->session), ==, before + 1);
  g_assert_cmpuint (self->n_results, ==, 1);
  g_assert_cmpfloat (fixture_number (self, IJK_LEVER_ETS_SCALE), ==, 2);
  g_assert_cmpuint (self->n_failures, ==, 0);
}

static void
the_same_value_is_no_run (Fixture      *self,
                          gconstpointer data G_GNUC_UNUSED)
{
  guint64 before = 0;

  g_assert_true (fixture_set (self, "kappa=0.2"));
  fixture_settle (self);
  before = ijk_session_get_n_runs (self->session);
  g_assert_true (fixture_set (self, "kappa=0.2"));
  fixture_settle (self);
  g_assert_cmpuint (ijk_session_get_n_runs (self->session), ==, before);
}

static void
first_edit_copies_the_template (Fixture      *self,
                                gconstpointer data G_GNUC_UNUSED)
{
  const gint64 law = ijk_session_get_scenario_id (self->session);

  g_assert_true (fixture_set (self, "kappa=0.2"));
  fixture_settle (self);
  g_assert_cmpint (ijk_session_get_scenario_id (self->session), !=, law);
  g_assert_nonnull (strstr (ijk_session_get_scenario_name (self->session), "(mine)"));
  g_assert_false (ijk_session_is_read_only (self->session));
  g_assert_cmpuint (ijk_session_get_scenarios (self->session)->len, ==, 9);
  g_assert_cmpuint (self->n_failures, ==, 0);
}

static void
a_restart_finds_edits_and_undo (Fixture      *self,
                                gconstpointer data G_GNUC_UNUSED)
{
  gint64 id = 0;

  g_assert_true (fixture_set (self, "kappa=0.2"));
  fixture_time_us += 2 * G_TIME_SPAN_SECOND;
  g_assert_true (fixture_set (self, "kappa=0.3"));
  fixture_settle (self);
  id = ijk_session_get_scenario_id (self->session);
  fixture_reopen (self);
  ijk_session_select_scenario (self->session, id);
  fixture_settle (self);
  g_assert_cmpfloat (fixture_number (self, IJK_LEVER_KAPPA), ==, 0.3);
  g_assert_true (ijk_session_can_undo (self->session));
  ijk_session_undo (self->session);
  fixture_settle (self);
  g_assert_cmpfloat (fixture_number (self, IJK_LEVER_KAPPA), ==, 0.2);
  ijk_session_undo (self->session);
  fixture_settle (self);
  g_assert_cmpfloat (fixture_number (self, IJK_LEVER_KAPPA), ==, 0.7);
  g_assert_false (ijk_session_can_undo (self->session));
  ijk_session_redo (self->session);
  ijk_session_redo (self->session);
  fixture_settle (self);
  g_assert_cmpfloat (fixture_number (self, IJK_LEVER_KAPPA), ==, 0.3);
  g_assert_false (ijk_session_can_redo (self->session));
  g_assert_cmpuint (self->n_failures, ==, 0);
}

static void
closing_writes_at_once (Fixture      *self,
                        gconstpointer data G_GNUC_UNUSED)
{
  g_assert_true (fixture_set (self, "kappa=0.2"));
  fixture_reopen (self);
  ijk_session_select_scenario (self->session,
                               fixture_find (self, "The law as it stands (tax plan 2026) (mine)"));
  fixture_settle (self);
  g_assert_cmpfloat (fixture_number (self, IJK_LEVER_KAPPA), ==, 0.2);
}

static void
a_drag_is_one_step (Fixture      *self,
                    gconstpointer data G_GNUC_UNUSED)
{
  ijk_session_begin_step (self->session, NULL);
  for (guint i = 1; i <= 50; i++)
    {
      g_autofree char *setting = g_strdup_printf ("ets_scale=%g", 1 + i / 50.0);

      g_assert_true (fixture_set (self, setting));
      g_assert_true (ijk_session_is_in_step (self->session));
      fixture_time_us += G_TIME_SPAN_SECOND;
    }
  ijk_session_end_step (self->session);
  fixture_settle (self);
  ijk_session_undo (self->session);
  fixture_settle (self);
  g_assert_cmpfloat (fixture_number (self, IJK_LEVER_ETS_SCALE), ==, 1);
  g_assert_false (ijk_session_can_undo (self->session));
  ijk_session_redo (self->session);
  g_assert_cmpfloat (fixture_number (self, IJK_LEVER_ETS_SCALE), ==, 2);
}

static void
edits_close_together_join (Fixture      *self,
                           gconstpointer data G_GNUC_UNUSED)
{
  g_assert_true (fixture_set (self, "kappa=0.1"));
  fixture_time_us += 700 * G_TIME_SPAN_MILLISECOND;
  g_assert_true (fixture_set (self, "kappa=0.2"));
  fixture_time_us += 900 * G_TIME_SPAN_MILLISECOND;
  g_assert_true (fixture_set (self, "kappa=0.3"));
  fixture_time_us += 100 * G_TIME_SPAN_MILLISECOND;
  g_assert_true (fixture_set (self, "ets_scale=2"));
  ijk_session_undo (self->session);
  g_assert_cmpfloat (fixture_number (self, IJK_LEVER_ETS_SCALE), ==, 1);
  g_assert_cmpfloat (fixture_number (self, IJK_LEVER_KAPPA), ==, 0.3);
  ijk_session_undo (self->session);
  g_assert_cmpfloat (fixture_number (self, IJK_LEVER_KAPPA), ==, 0.2);
  ijk_session_undo (self->session);
  g_assert_cmpfloat (fixture_number (self, IJK_LEVER_KAPPA), ==, 0.7);
  g_assert_false (ijk_session_can_undo (self->session));
}

static void
undo_then_redo_is_the_identity (Fixture      *self,
                                gconstpointer data G_GNUC_UNUSED)
{
  static const char *const levers[] = { "kappa", "ets_scale", "gas_scale", "h2_scale", "rnd" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (GPtrArray) states
      = g_ptr_array_new_with_free_func ((GDestroyNotify) ijk_scenario_unref);

  g_ptr_array_add (states, ijk_scenario_ref (ijk_session_get_scenario (self->session)));
  while (states->len < 60)
    {
      g_autofree char *setting
          = g_strdup_printf ("%s=%.1f", levers[g_rand_int_range (rand, 0, G_N_ELEMENTS (levers))],
                             g_rand_int_range (rand, 5, 10) / 10.0);
      const IjkScenario *before = ijk_session_get_scenario (self->session);

      fixture_time_us += G_TIME_SPAN_SECOND;
      g_assert_true (fixture_set (self, setting));
      if (ijk_session_get_scenario (self->session) != before)
        g_ptr_array_add (states, ijk_scenario_ref (ijk_session_get_scenario (self->session)));
      if (g_rand_int_range (rand, 0, 5) == 0)
        fixture_settle (self);
    }
  for (guint i = states->len - 1; i > 0; i--)
    {
      ijk_session_undo (self->session);
      g_assert_true (ijk_scenario_equal (ijk_session_get_scenario (self->session),
                                         states->pdata[i - 1]));
    }
  for (guint i = 1; i < states->len; i++)
    {
      ijk_session_redo (self->session);
      g_assert_true (ijk_scenario_equal (ijk_session_get_scenario (self->session),
                                         states->pdata[i]));
    }
  fixture_settle (self);
  g_assert_cmpuint (self->n_failures, ==, 0);
}

static void
two_sessions_keep_both (Fixture      *self,
                        gconstpointer data G_GNUC_UNUSED)
{
  IjkSession *ours = NULL;
  IjkSession *theirs = NULL;
  gint64 id = 0;

  g_assert_true (fixture_set (self, "kappa=0.2"));
  fixture_settle (self);
  id = ijk_session_get_scenario_id (self->session);
  ours = self->session;
  theirs = fixture_open_second (self);
  self->session = theirs;
  ijk_session_select_scenario (theirs, id);
  fixture_settle (self);
  g_assert_true (fixture_set (self, "kappa=0.9"));
  fixture_settle (self);
  self->session = ours;
  fixture_time_us += 2 * G_TIME_SPAN_SECOND;
  g_assert_true (fixture_set (self, "kappa=0.4"));
  fixture_settle (self);
  g_assert_cmpuint (self->n_failures, ==, 1);
  g_assert_nonnull (strstr (self->last_failure, "Your edits are kept"));
  g_assert_cmpint (ijk_session_get_scenario_id (ours), !=, id);
  g_assert_cmpfloat (fixture_number (self, IJK_LEVER_KAPPA), ==, 0.4);
  fixture_reopen (self);
  ijk_session_select_scenario (self->session, id);
  fixture_settle (self);
  g_assert_cmpfloat (fixture_number (self, IJK_LEVER_KAPPA), ==, 0.9);
  ours = self->session;
  self->session = theirs;
  fixture_close (self);
  self->session = ours;
}

static void
a_bad_file_leaves_the_old_one_open (Fixture      *self,
                                    gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = g_build_filename (self->folder, "bad.ijkpad", NULL);

  g_assert_true (g_file_set_contents (path, "no workbook", -1, NULL));
  ijk_session_open_async (self->session, path, NULL, NULL, NULL);
  fixture_settle (self);
  g_assert_cmpstr (ijk_session_get_path (self->session), ==, self->path);
  g_assert_true (fixture_set (self, "kappa=0.2"));
  fixture_settle (self);
  g_assert_cmpuint (self->n_failures, ==, 0);
}

static void
scenarios_can_be_made_and_unmade (Fixture      *self,
                                  gconstpointer data G_GNUC_UNUSED)
{
  const gint64 sector = fixture_edit (self, IJK_SESSION_NEW_SECTOR, 0, "Ours");
  gint64 company = 0;

  g_assert_cmpint (sector, !=, 0);
  g_assert_cmpstr (ijk_session_get_scenario_name (self->session), ==, "Ours");
  g_assert_true (fixture_set (self, "ets_scale=2"));
  fixture_settle (self);
  company = fixture_edit (self, IJK_SESSION_NEW_COMPANY, sector, "Theirs");
  g_assert_cmpint (company, !=, 0);
  g_assert_cmpfloat (fixture_number (self, IJK_LEVER_ETS_SCALE), ==, 2); /* of the parent */
  g_assert_cmpint (fixture_edit (self, IJK_SESSION_RENAME, company, "Other"), ==, company);
  g_assert_cmpstr (ijk_session_get_scenario_name (self->session), ==, "Other");
  g_assert_cmpint (fixture_edit (self, IJK_SESSION_DELETE, company, NULL), ==, company);
  g_assert_cmpint (fixture_find (self, "Other"), ==, 0);
  g_assert_true (ijk_session_is_law (self->session));
  g_assert_cmpint (fixture_edit (self, IJK_SESSION_UNDELETE, company, NULL), ==, company);
  g_assert_cmpstr (ijk_session_get_scenario_name (self->session), ==, "Other");
  g_assert_cmpint (fixture_edit (self, IJK_SESSION_NEW_SECTOR, 0, "Ours"), ==, 0); /* taken */
  g_assert_cmpuint (self->n_failures, ==, 0);
}

static void
comparing_runs_the_other (Fixture      *self,
                          gconstpointer data G_GNUC_UNUSED)
{
  const gint64 ours = fixture_edit (self, IJK_SESSION_NEW_SECTOR, 0, "Ours");
  g_autofree double *before = NULL;
  gsize n = 0;
  const double *values = NULL;

  g_assert_true (fixture_set (self, "ets_scale=2"));
  fixture_settle (self);
  values = ijk_result_get_data (ijk_session_get_result (self->session), &n);
  before = g_memdup2 (values, n * sizeof *values);
  (void) fixture_edit (self, IJK_SESSION_NEW_SECTOR, 0, "Other");
  ijk_session_set_compare_id (self->session, ours);
  fixture_settle (self);
  g_assert_cmpstr (ijk_session_get_compare_name (self->session), ==, "Ours");
  values = ijk_result_get_data (ijk_session_get_compare_result (self->session), &n);
  g_assert_cmpmem (values, n * sizeof *values, before, n * sizeof *before);
  values = ijk_result_get_data (ijk_session_get_result (self->session), &n);
  g_assert_cmpmem (values, n * sizeof *values,
                   ijk_result_get_data (ijk_session_get_law_result (self->session), &n),
                   n * sizeof *values);
  ijk_session_set_compare_id (self->session, 0);
  g_assert_null (ijk_session_get_compare_result (self->session));
}

static void
history_returns_to_any_state (Fixture      *self,
                              gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) history = NULL;

  (void) fixture_edit (self, IJK_SESSION_NEW_SECTOR, 0, "Ours");
  for (guint i = 1; i <= 3; i++)
    {
      g_autofree char *setting = g_strdup_printf ("kappa=0.%u", i);

      g_assert_true (fixture_set (self, setting));
      fixture_settle (self);
      fixture_time_us += 2 * G_TIME_SPAN_SECOND;
    }
  {
    g_autoptr (IjkWorkbook) workbook = ijk_workbook_open (self->path, IJK_WORKBOOK_READ_ONLY, NULL);

    history = ijk_workbook_list_revisions (
        workbook, ijk_session_get_scenario_id (self->session), 0, NULL);
  }
  g_assert_cmpuint (history->len, ==, 4);
  ijk_session_return_to (self->session, ((IjkRevision *) history->pdata[2])->id);
  fixture_settle (self);
  g_assert_cmpfloat (fixture_number (self, IJK_LEVER_KAPPA), ==, 0.1);
  /* Going back is a step itself. */
  ijk_session_undo (self->session);
  fixture_settle (self);
  g_assert_cmpfloat (fixture_number (self, IJK_LEVER_KAPPA), ==, 0.3);
  g_assert_cmpuint (self->n_failures, ==, 0);
}

static void
a_read_only_file_refuses_in_words (Fixture      *self,
                                   gconstpointer data G_GNUC_UNUSED)
{
  IjkLeverKey key = { IJK_LEVER_KAPPA, IJK_SCOPE_NATIONAL, 0 };
  IjkLeverValue value = { .number = 0.2 };
  g_autoptr (GError) error = NULL;

  self->session->is_file_read_only = TRUE;
  g_assert_false (ijk_session_set_lever (self->session, &key, &value, &error));
  g_assert_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_READ_ONLY);
  g_assert_true (ijk_session_is_law (self->session));
  self->session->is_file_read_only = FALSE;
}

static void
a_value_out_of_range_is_refused (Fixture      *self,
                                 gconstpointer data G_GNUC_UNUSED)
{
  IjkLeverKey key = { IJK_LEVER_KAPPA, IJK_SCOPE_NATIONAL, 0 };
  IjkLeverValue value = { .number = 1.5 };
  g_autoptr (GError) error = NULL;

  g_assert_false (ijk_session_set_lever (self->session, &key, &value, &error));
  g_assert_nonnull (error);
  g_assert_false (ijk_session_can_undo (self->session));
}

static void
the_reference_value_is_no_setting (Fixture      *self,
                                   gconstpointer data G_GNUC_UNUSED)
{
  g_assert_true (fixture_set (self, "kappa=0.2"));
  g_assert_false (ijk_session_is_law (self->session));
  g_assert_true (fixture_set (self, "kappa=0.7"));
  g_assert_true (ijk_session_is_law (self->session));
}

static void
a_landscape_follows_the_scenario (Fixture      *self,
                                  gconstpointer data G_GNUC_UNUSED)
{
  IjkLandscapeQuestion question = ijk_landscape_default_question;
  const IjkLandscape *landscape = NULL;

  question.n_columns = question.n_rows = 3;
  ijk_session_ask_landscape (self->session, &question);
  while (!ijk_session_landscape_is_done (self->session))
    g_main_context_iteration (NULL, TRUE);
  landscape = ijk_session_get_landscape (self->session);
  g_assert_cmpuint (landscape->n_done, ==, 9);
  g_assert_true (fixture_set (self, "ets_scale=2"));
  ijk_session_run_now (self->session);
  g_assert_false (ijk_session_landscape_is_done (self->session));
  while (!ijk_session_landscape_is_done (self->session))
    g_main_context_iteration (NULL, TRUE);
  landscape = ijk_session_get_landscape (self->session);
  g_assert_true (ijk_scenario_equal (landscape->scenario,
                                     ijk_session_get_scenario (self->session)));
  ijk_session_ask_landscape (self->session, NULL);
  g_assert_null (ijk_session_get_landscape (self->session));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/session/open/current-law", opens_current_law);
  fixture_add ("/session/open/law-result", law_result_is_the_law);
  fixture_add ("/session/open/bad-file-leaves-the-old-one", a_bad_file_leaves_the_old_one_open);
  fixture_add ("/session/run/many-changes-one-run", many_changes_are_one_run);
  fixture_add ("/session/run/same-value-no-run", the_same_value_is_no_run);
  fixture_add ("/session/edit/first-edit-copies-the-template", first_edit_copies_the_template);
  fixture_add ("/session/edit/read-only-file-refuses", a_read_only_file_refuses_in_words);
  fixture_add ("/session/edit/out-of-range-refused", a_value_out_of_range_is_refused);
  fixture_add ("/session/edit/reference-value-is-no-setting", the_reference_value_is_no_setting);
  fixture_add ("/session/undo/drag-is-one-step", a_drag_is_one_step);
  fixture_add ("/session/undo/close-edits-join", edits_close_together_join);
  fixture_add ("/session/undo/redo-is-identity", undo_then_redo_is_the_identity);
  fixture_add ("/session/undo/after-restart", a_restart_finds_edits_and_undo);
  fixture_add ("/session/save/close-writes-at-once", closing_writes_at_once);
  fixture_add ("/session/save/two-sessions-keep-both", two_sessions_keep_both);
  fixture_add ("/session/scenarios/make-and-unmake", scenarios_can_be_made_and_unmade);
  fixture_add ("/session/scenarios/compare", comparing_runs_the_other);
  fixture_add ("/session/history/return", history_returns_to_any_state);
  fixture_add ("/session/landscape/follows", a_landscape_follows_the_scenario);
  return g_test_run ();
}
