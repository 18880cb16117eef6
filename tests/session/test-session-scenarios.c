/* The list of scenarios, families, comparing, what notifies, and the landscape.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "session-fixture.h"

#include "ijk-store-error.h"

#include <string.h>

static void
count_cb (IjkSession *session G_GNUC_UNUSED,
          GParamSpec *pspec G_GNUC_UNUSED,
          gpointer    data)
{
  (*(guint *) data)++;
}

/* Total emissions of all sectors in 2030, kt: enough to tell two results apart. */
static double
sum_2030 (const IjkResult *result)
{
  const guint n_sectors = result->reference->n_sectors;
  double sum = 0;

  for (guint s = 0; s < n_sectors; s++)
    sum += result->sector_emissions_kt[IJK_YEAR_INDEX (2030) * n_sectors + s];
  return sum;
}

/* What the model says without a session. */
static double
run_apart (const IjkScenario *scenario)
{
  const IjkReference *reference = ijk_scenario_get_reference (scenario);
  g_autoptr (IjkWorkspace) workspace = ijk_workspace_new (reference);

  return sum_2030 (ijk_run (reference, scenario, workspace));
}

static void
the_latest_value_wins (Fixture      *self,
                       gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (IjkScenario) expected = NULL;

  for (guint i = 1; i <= 20; i++)
    {
      g_autofree char *setting = g_strdup_printf ("ets_scale=%g", i / 10.0);

      g_assert_true (fixture_set (self, setting));
    }
  fixture_settle (self);
  expected = ijk_scenario_with_setting (ijk_session_get_scenario (self->session), "ets_scale=2",
                                        NULL);
  g_assert_cmpfloat (sum_2030 (ijk_session_get_result (self->session)), ==, run_apart (expected));
}

static void
a_result_that_is_held_stays (Fixture      *self,
                             gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (IjkResult) held = ijk_result_ref (ijk_session_get_result (self->session));
  const double before = sum_2030 (held);

  for (guint i = 0; i < 3; i++)
    {
      fixture_later ();
      g_assert_true (fixture_set (self, i % 2 == 0 ? "ets_scale=2" : "ets_scale=0.5"));
      ijk_session_run_now (self->session);
      g_assert_cmpfloat (sum_2030 (ijk_session_get_result (self->session)), !=, before);
    }
  g_assert_cmpfloat (sum_2030 (held), ==, before);
}

static void
a_family_is_resolved (Fixture      *self,
                      gconstpointer data G_GNUC_UNUSED)
{
  const gint64 parent = fixture_make (self, "Ours");
  gint64 child = 0;
  double before = 0;

  g_assert_true (fixture_set (self, "ets_scale=2"));
  child = fixture_edit (self, IJK_SESSION_NEW_COMPANY, parent, "Company");
  g_assert_cmpint (ijk_session_get_scenario_id (self->session), ==, child);
  g_assert_cmpfloat (fixture_number (self, IJK_LEVER_ETS_SCALE), ==, 2);
  before = sum_2030 (ijk_session_get_result (self->session));
  g_assert_true (fixture_set (self, "project.yara-northern-lights=0"));
  fixture_settle (self);
  g_assert_cmpfloat (sum_2030 (ijk_session_get_result (self->session)), !=, before);
  /* The parent does not know of the child, the child follows the parent. */
  fixture_select (self, parent);
  g_assert_cmpfloat (sum_2030 (ijk_session_get_result (self->session)), ==, before);
  g_assert_true (fixture_set (self, "ets_scale=3"));
  fixture_select (self, child);
  g_assert_cmpfloat (fixture_number (self, IJK_LEVER_ETS_SCALE), ==, 3);
  /* A parent with children is not deleted. */
  g_assert_cmpint (fixture_edit (self, IJK_SESSION_DELETE, parent, NULL), ==, 0);
  g_assert_cmpint (ijk_session_get_scenario_id (self->session), ==, child);
}

static void
deleting_what_is_not_in_hand (Fixture      *self,
                              gconstpointer data G_GNUC_UNUSED)
{
  const gint64 ours = fixture_make (self, "Ours");
  const gint64 theirs = fixture_make (self, "Theirs");

  ijk_session_set_compare_id (self->session, ours);
  fixture_settle (self);
  g_assert_nonnull (ijk_session_get_compare_result (self->session));
  g_assert_cmpint (fixture_edit (self, IJK_SESSION_DELETE, ours, NULL), ==, ours);
  g_assert_cmpint (ijk_session_get_scenario_id (self->session), ==, theirs);
  g_assert_cmpint (ijk_session_get_compare_id (self->session), ==, 0);
  g_assert_null (ijk_session_get_compare_result (self->session));
  g_assert_cmpint (fixture_edit (self, IJK_SESSION_UNDELETE, ours, NULL), ==, ours);
  g_assert_cmpint (ijk_session_get_scenario_id (self->session), ==, theirs);
  g_assert_cmpint (fixture_find (self, "Ours"), ==, ours);
  g_assert_cmpuint (self->n_failures, ==, 0);
}

static void
a_duplicate_is_its_own (Fixture      *self,
                        gconstpointer data G_GNUC_UNUSED)
{
  const gint64 ours = fixture_make (self, "Ours");
  gint64 copy = 0;

  g_assert_true (fixture_set (self, "kappa=0.2"));
  copy = fixture_edit (self, IJK_SESSION_DUPLICATE, ours, "Copy");
  g_assert_cmpint (ijk_session_get_scenario_id (self->session), ==, copy);
  g_assert_cmpfloat (fixture_number (self, IJK_LEVER_KAPPA), ==, 0.2);
  g_assert_true (fixture_set (self, "kappa=0.3"));
  fixture_select (self, ours);
  g_assert_cmpfloat (fixture_number (self, IJK_LEVER_KAPPA), ==, 0.2);
}

static void
a_name_that_is_taken_is_refused (Fixture      *self,
                                 gconstpointer data G_GNUC_UNUSED)
{
  const gint64 ours = fixture_make (self, "Ours");
  const gint64 theirs = fixture_make (self, "Theirs");

  g_assert_cmpint (fixture_edit (self, IJK_SESSION_RENAME, ours, "THEIRS"), ==, 0);
  g_assert_cmpint (fixture_edit (self, IJK_SESSION_DUPLICATE, ours, "Theirs"), ==, 0);
  g_assert_cmpint (fixture_edit (self, IJK_SESSION_NEW_SECTOR, 0, NULL), ==, 0);
  g_assert_cmpint (ijk_session_get_scenario_id (self->session), ==, theirs);
  g_assert_cmpint (fixture_find (self, "Ours"), ==, ours);
}

static void
a_scenario_that_is_not_there (Fixture      *self,
                              gconstpointer data G_GNUC_UNUSED)
{
  const gint64 law = ijk_session_get_scenario_id (self->session);

  ijk_session_select_scenario (self->session, 9999);
  fixture_settle (self);
  g_assert_cmpuint (self->n_failures, ==, 1);
  g_assert_cmpint (ijk_session_get_scenario_id (self->session), ==, law);
  ijk_session_set_compare_id (self->session, 9999);
  fixture_settle (self);
  g_assert_cmpuint (self->n_failures, ==, 2);
  g_assert_cmpint (ijk_session_get_compare_id (self->session), ==, 0);
}

static void
comparing_with_a_child_follows_the_parent (Fixture      *self,
                                           gconstpointer data G_GNUC_UNUSED)
{
  const gint64 parent = fixture_make (self, "Ours");
  const gint64 child = fixture_edit (self, IJK_SESSION_NEW_COMPANY, parent, "Company");
  double before = 0;
  guint n = 0;

  fixture_select (self, parent);
  ijk_session_set_compare_id (self->session, child);
  fixture_settle (self);
  before = sum_2030 (ijk_session_get_compare_result (self->session));
  g_signal_connect (self->session, "notify::compare-result", G_CALLBACK (count_cb), &n);
  g_assert_true (fixture_set (self, "ets_scale=2"));
  fixture_settle (self);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpfloat (sum_2030 (ijk_session_get_compare_result (self->session)), !=, before);
  g_assert_cmpfloat (sum_2030 (ijk_session_get_compare_result (self->session)), ==,
                     sum_2030 (ijk_session_get_result (self->session)));
}

static void
a_comparison_takes_a_new_name (Fixture      *self,
                               gconstpointer data G_GNUC_UNUSED)
{
  const gint64 ours = fixture_make (self, "Ours");

  (void) fixture_make (self, "Theirs");
  ijk_session_set_compare_id (self->session, ours);
  fixture_settle (self);
  g_assert_cmpint (fixture_edit (self, IJK_SESSION_RENAME, ours, "Other"), ==, ours);
  g_assert_cmpstr (ijk_session_get_compare_name (self->session), ==, "Other");
}

static void
the_last_choice_counts (Fixture      *self,
                        gconstpointer data G_GNUC_UNUSED)
{
  const gint64 ours = fixture_make (self, "Ours");
  const gint64 theirs = fixture_make (self, "Theirs");

  ijk_session_set_compare_id (self->session, ours);
  ijk_session_set_compare_id (self->session, theirs);
  ijk_session_set_compare_id (self->session, ours);
  ijk_session_select_scenario (self->session, ours);
  ijk_session_select_scenario (self->session, theirs);
  fixture_settle (self);
  g_assert_cmpstr (ijk_session_get_compare_name (self->session), ==, "Ours");
  g_assert_cmpint (ijk_session_get_scenario_id (self->session), ==, theirs);
}

static gpointer
make_call (IjkWorkbook *workbook,
           gpointer     data G_GNUC_UNUSED,
           GError     **error)
{
  g_autoptr (IjkScenarioRecord) record = ijk_scenario_record_new ();

  g_free (record->name);
  record->name = g_strdup ("Imported");
  if (ijk_workbook_create_scenario (workbook, record, "Import", error) == 0)
    return NULL;
  return g_strdup ("");
}

static void
the_list_can_be_read_again (Fixture      *self,
                            gconstpointer data G_GNUC_UNUSED)
{
  ijk_session_call_async (self->session, make_call, NULL, NULL, g_free, NULL, NULL, NULL);
  fixture_settle (self);
  g_assert_cmpint (fixture_find (self, "Imported"), ==, 0);
  ijk_session_refresh_scenarios (self->session);
  fixture_settle (self);
  g_assert_cmpint (fixture_find (self, "Imported"), !=, 0);
}

static void
what_is_looked_at_stays_in_bounds (Fixture      *self,
                                   gconstpointer data G_GNUC_UNUSED)
{
  const IjkReference *reference = ijk_session_get_reference (self->session);
  guint n = 0;

  g_signal_connect (self->session, "notify::year", G_CALLBACK (count_cb), &n);
  g_signal_connect (self->session, "notify::sector", G_CALLBACK (count_cb), &n);
  g_signal_connect (self->session, "notify::company", G_CALLBACK (count_cb), &n);
  ijk_session_set_year (self->session, 2030); /* as it is */
  g_assert_cmpuint (n, ==, 0);
  ijk_session_set_year (self->session, 3000);
  g_assert_cmpint (ijk_session_get_year (self->session), ==, IJK_LAST_YEAR);
  ijk_session_set_sector (self->session, 2);
  ijk_session_set_company (self->session, 3);
  g_assert_cmpuint (n, ==, 3);
  ijk_session_set_sector (self->session, reference->n_sectors);
  g_assert_cmpuint (ijk_session_get_sector (self->session), ==, IJK_NONE);
  ijk_session_set_company (self->session, reference->n_companies);
  g_assert_cmpuint (ijk_session_get_company (self->session), ==, IJK_NONE);
}

/* Whoever is told first finds everything in place. */
static void
reference_cb (IjkSession *session,
              GParamSpec *pspec G_GNUC_UNUSED,
              gpointer    data)
{
  const IjkReference *reference = ijk_session_get_reference (session);

  g_assert_true (ijk_scenario_get_reference (ijk_session_get_scenario (session)) == reference);
  g_assert_true (ijk_session_get_result (session)->reference == reference);
  g_assert_true (ijk_session_get_law_result (session)->reference == reference);
  g_assert_nonnull (ijk_session_get_scenario_name (session));
  g_assert_null (ijk_session_get_compare_result (session));
  (*(guint *) data)++;
}

static void
another_workbook_comes_as_a_whole (Fixture      *self,
                                   gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *other = g_build_filename (self->folder, "other.ijkpad", NULL);
  g_autoptr (GAsyncResult) result = NULL;
  guint n = 0;

  fixture_make (self, "Ours");
  ijk_session_set_compare_id (self->session, fixture_find (self, "No national levy"));
  ijk_session_set_sector (self->session, 2);
  fixture_settle (self);
  g_signal_connect (self->session, "notify::reference", G_CALLBACK (reference_cb), &n);
  ijk_session_open_async (self->session, other, NULL, fixture_keep_cb, &result);
  fixture_wait (&result);
  g_assert_true (ijk_session_open_finish (self->session, result, NULL));
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (ijk_session_get_compare_id (self->session), ==, 0);
  g_assert_cmpuint (ijk_session_get_sector (self->session), ==, IJK_NONE);
}

/* Waits for the landscape, a poll at a time. */
static void
wait_for_landscape (Fixture *self)
{
  for (guint n_turns = 0; !ijk_session_landscape_is_done (self->session); n_turns++)
    {
      g_assert_cmpuint (n_turns, <, 5000);
      g_main_context_iteration (NULL, TRUE);
    }
}

static void
a_landscape_waits_for_the_end_of_a_drag (Fixture      *self,
                                         gconstpointer data G_GNUC_UNUSED)
{
  IjkLandscapeQuestion question = ijk_landscape_default_question;

  question.n_columns = question.n_rows = 3;
  ijk_session_ask_landscape (self->session, &question);
  wait_for_landscape (self);
  ijk_session_begin_step (self->session, NULL);
  g_assert_true (fixture_set (self, "ets_scale=2"));
  ijk_session_run_now (self->session);
  g_assert_false (ijk_session_landscape_is_done (self->session));
  g_assert_nonnull (ijk_session_get_landscape (self->session)); /* the old picture stays */
  g_assert_null (self->session->landscape_job);
  g_assert_cmpuint (self->session->landscape_source, ==, 0);
  ijk_session_end_step (self->session);
  wait_for_landscape (self);
  g_assert_true (ijk_scenario_equal (ijk_session_get_landscape (self->session)->scenario,
                                     ijk_session_get_scenario (self->session)));
}

static void
a_landscape_can_be_stopped (Fixture      *self,
                            gconstpointer data G_GNUC_UNUSED)
{
  guint n = 0;

  ijk_session_ask_landscape (self->session, &ijk_landscape_default_question);
  while (ijk_session_get_landscape (self->session) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_signal_connect (self->session, "notify::landscape", G_CALLBACK (count_cb), &n);
  ijk_session_ask_landscape (self->session, &ijk_landscape_default_question); /* as it was */
  g_assert_cmpuint (n, ==, 0);
  ijk_session_ask_landscape (self->session, NULL);
  g_assert_cmpuint (n, ==, 1);
  g_assert_null (ijk_session_get_landscape (self->session));
  g_assert_null (self->session->landscape_job);
  g_assert_cmpuint (self->session->landscape_source, ==, 0);
  ijk_session_ask_landscape (self->session, NULL);
  g_assert_cmpuint (n, ==, 1);
}

static void
a_landscape_of_nothing_is_refused (Fixture      *self,
                                   gconstpointer data G_GNUC_UNUSED)
{
  IjkLandscapeQuestion question = ijk_landscape_default_question;

  question.n_columns = 1;
  ijk_session_ask_landscape (self->session, &question);
  g_assert_cmpuint (self->n_failures, ==, 1);
  g_assert_null (ijk_session_get_landscape (self->session));
  g_assert_true (fixture_set (self, "kappa=0.2"));
  fixture_settle (self);
  g_assert_cmpuint (self->n_failures, ==, 1);
}

static void
properties_agree_with_getters (Fixture      *self,
                               gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  g_autofree char *label = NULL;
  gpointer scenario = NULL;
  gpointer result = NULL;
  gint64 id = 0;
  int year = 0;
  gboolean can_undo = FALSE;
  gboolean is_read_only = TRUE;

  fixture_make (self, "Ours");
  g_assert_true (fixture_set (self, "kappa=0.2"));
  fixture_settle (self);
  g_object_set (self->session, "year", 2040, NULL);
  g_object_get (self->session, "scenario-name", &name, "path", &path, "undo-label", &label,
                "scenario", &scenario, "result", &result, "scenario-id", &id, "year", &year,
                "can-undo", &can_undo, "read-only", &is_read_only, NULL);
  g_assert_cmpstr (name, ==, "Ours");
  g_assert_cmpstr (path, ==, self->path);
  g_assert_cmpstr (label, ==, ijk_session_undo_label (self->session));
  g_assert_true (scenario == ijk_session_get_scenario (self->session));
  g_assert_true (result == ijk_session_get_result (self->session));
  g_assert_cmpint (id, ==, ijk_session_get_scenario_id (self->session));
  g_assert_cmpint (year, ==, 2040);
  g_assert_true (can_undo);
  g_assert_false (is_read_only);
}

/* Sets @setting in a scenario that may not; nothing is left behind that the file would refuse. */
static void
assert_refused (Fixture    *self,
                const char *setting,
                const char *named)
{
  const IjkReference *reference = ijk_session_get_reference (self->session);
  const char *const settings[] = { setting, NULL };
  g_autoptr (IjkScenario) before = ijk_scenario_ref (ijk_session_get_scenario (self->session));
  g_autoptr (IjkScenario) one = ijk_scenario_with_setting (before, setting, NULL);
  g_autofree char *text = g_strdup (setting);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) batch_error = NULL;
  IjkLeverKey key;

  *strchr (text, '=') = '\0';
  g_assert_true (ijk_lever_key_parse (reference, text, &key, NULL));
  g_assert_false (ijk_session_set_lever (
      self->session, &key, &ijk_scenario_get_setting (one, &key)->value, &error));
  g_assert_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_VALUE);
  g_assert_nonnull (strstr (error->message, named));
  g_assert_false (ijk_session_apply_settings (self->session, "Preset", settings, &batch_error));
  g_assert_error (batch_error, IJK_STORE_ERROR, IJK_STORE_ERROR_VALUE);
  fixture_settle (self);
  g_assert_true (ijk_scenario_equal (ijk_session_get_scenario (self->session), before));
  g_assert_false (ijk_session_can_undo (self->session));
  g_assert_false (ijk_session_has_unsaved (self->session));
  g_assert_cmpuint (self->n_failures, ==, 0);
}

/* What the file would never take is refused at once, so the workbook can be closed. */
static void
a_company_scenario_sets_no_national_lever (Fixture      *self,
                                           gconstpointer data G_GNUC_UNUSED)
{
  const gint64 parent = fixture_make (self, "Ours");

  g_assert_cmpint (fixture_edit (self, IJK_SESSION_NEW_COMPANY, parent, "Theirs"), !=, 0);
  assert_refused (self, "levy_rate=2030:250", "Ours");
  g_assert_true (fixture_set (self, "benchmark_scale@company:Tata Steel=2030:0.5"));
  fixture_reopen (self); /* closes */
  fixture_select (self, fixture_find (self, "Theirs"));
  g_assert_true (ijk_session_can_undo (self->session));
}

static void
a_sector_scenario_sets_no_company_lever (Fixture      *self,
                                         gconstpointer data G_GNUC_UNUSED)
{
  fixture_make (self, "Ours");
  assert_refused (self, "benchmark_scale@company:Tata Steel=2030:0.5", "Ours");
  fixture_reopen (self); /* closes */
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/session/run/latest-wins", the_latest_value_wins);
  fixture_add ("/session/run/held-result-stays", a_result_that_is_held_stays);
  fixture_add ("/session/scenarios/family", a_family_is_resolved);
  fixture_add ("/session/scenarios/delete-another", deleting_what_is_not_in_hand);
  fixture_add ("/session/scenarios/duplicate", a_duplicate_is_its_own);
  fixture_add ("/session/scenarios/taken-name", a_name_that_is_taken_is_refused);
  fixture_add ("/session/scenarios/not-there", a_scenario_that_is_not_there);
  fixture_add ("/session/scenarios/refresh", the_list_can_be_read_again);
  fixture_add ("/session/scenarios/company-sets-no-national",
               a_company_scenario_sets_no_national_lever);
  fixture_add ("/session/scenarios/sector-sets-no-company", a_sector_scenario_sets_no_company_lever);
  fixture_add ("/session/compare/child-follows", comparing_with_a_child_follows_the_parent);
  fixture_add ("/session/compare/new-name", a_comparison_takes_a_new_name);
  fixture_add ("/session/compare/last-choice", the_last_choice_counts);
  fixture_add ("/session/view/bounds", what_is_looked_at_stays_in_bounds);
  fixture_add ("/session/view/properties", properties_agree_with_getters);
  fixture_add ("/session/open/as-a-whole", another_workbook_comes_as_a_whole);
  fixture_add ("/session/landscape/after-a-drag", a_landscape_waits_for_the_end_of_a_drag);
  fixture_add ("/session/landscape/stop", a_landscape_can_be_stopped);
  fixture_add ("/session/landscape/refused", a_landscape_of_nothing_is_refused);
  return g_test_run ();
}
