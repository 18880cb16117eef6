/* Steps: what is one, what undo and redo do with it, and what other sessions and earlier days add.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "session-fixture.h"

#include "ijk-store-error.h"

static void
a_drag_back_to_the_start_is_no_step (Fixture      *self,
                                     gconstpointer data G_GNUC_UNUSED)
{
  const gint64 law = ijk_session_get_scenario_id (self->session);

  ijk_session_begin_step (self->session, NULL);
  g_assert_true (fixture_set (self, "kappa=0.2"));
  g_assert_true (fixture_set (self, "kappa=0.7"));
  ijk_session_end_step (self->session);
  fixture_settle (self);
  g_assert_false (ijk_session_can_undo (self->session));
  g_assert_cmpint (ijk_session_get_scenario_id (self->session), ==, law); /* no copy was made */
  g_assert_cmpuint (ijk_session_get_scenarios (self->session)->len, ==, 8);
}

static void
typing_back_to_the_start_is_no_step (Fixture      *self,
                                     gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) history = NULL;

  fixture_make (self, "Ours");
  g_assert_true (fixture_set (self, "kappa=0.2"));
  g_assert_true (ijk_session_can_undo (self->session));
  g_assert_true (fixture_set (self, "kappa=0.7"));
  g_assert_false (ijk_session_can_undo (self->session));
  history = fixture_history (self);
  g_assert_cmpuint (history->len, ==, 1);
}

static void
steps_nest (Fixture      *self,
            gconstpointer data G_GNUC_UNUSED)
{
  ijk_session_begin_step (self->session, "Outer");
  g_assert_true (fixture_set (self, "kappa=0.2"));
  ijk_session_begin_step (self->session, "Inner");
  g_assert_true (fixture_set (self, "ets_scale=2"));
  ijk_session_end_step (self->session);
  g_assert_true (ijk_session_is_in_step (self->session));
  g_assert_false (ijk_session_can_undo (self->session));
  g_assert_true (fixture_set (self, "gas_scale=1.5"));
  ijk_session_end_step (self->session);
  g_assert_false (ijk_session_is_in_step (self->session));
  g_assert_cmpstr (ijk_session_undo_label (self->session), ==, "Outer");
  ijk_session_undo (self->session);
  g_assert_true (ijk_session_is_law (self->session));
  g_assert_null (ijk_session_undo_label (self->session));
  g_assert_cmpstr (ijk_session_redo_label (self->session), ==, "Outer");
  /* One end too many does no harm. */
  ijk_session_end_step (self->session);
  g_assert_false (ijk_session_is_in_step (self->session));
}

static void
count_cb (IjkSession *session G_GNUC_UNUSED,
          GParamSpec *pspec G_GNUC_UNUSED,
          gpointer    data)
{
  (*(guint *) data)++;
}

static void
begin_and_end_can_be_seen (Fixture      *self,
                           gconstpointer data G_GNUC_UNUSED)
{
  guint n = 0;

  g_signal_connect (self->session, "notify::in-step", G_CALLBACK (count_cb), &n);
  ijk_session_begin_step (self->session, NULL);
  ijk_session_begin_step (self->session, NULL);
  g_assert_cmpuint (n, ==, 1);
  ijk_session_end_step (self->session);
  g_assert_cmpuint (n, ==, 1);
  ijk_session_end_step (self->session);
  g_assert_cmpuint (n, ==, 2);
}

static void
undo_ends_a_drag (Fixture      *self,
                  gconstpointer data G_GNUC_UNUSED)
{
  ijk_session_begin_step (self->session, NULL);
  g_assert_true (fixture_set (self, "kappa=0.2"));
  ijk_session_undo (self->session);
  g_assert_false (ijk_session_is_in_step (self->session));
  g_assert_true (ijk_session_is_law (self->session));
  g_assert_true (ijk_session_can_redo (self->session));
  ijk_session_end_step (self->session); /* the pointer is released */
  g_assert_true (ijk_session_is_law (self->session));
}

static void
an_edit_clears_redo (Fixture      *self,
                     gconstpointer data G_GNUC_UNUSED)
{
  g_assert_true (fixture_set (self, "kappa=0.2"));
  ijk_session_undo (self->session);
  g_assert_true (fixture_set (self, "ets_scale=2"));
  g_assert_false (ijk_session_can_redo (self->session));
  ijk_session_redo (self->session);
  g_assert_cmpfloat (fixture_number (self, IJK_LEVER_KAPPA), ==, 0.7);
  fixture_settle (self);
  g_assert_cmpuint (self->n_failures, ==, 0);
}

static void
a_preset_is_all_or_nothing (Fixture      *self,
                            gconstpointer data G_GNUC_UNUSED)
{
  static const char *const good[] = { "kappa=0.2", "ets_scale=2", "levy_rate=0", NULL };
  static const char *const bad[] = { "gas_scale=1.5", "kappa=7", NULL };
  g_autoptr (GError) error = NULL;
  guint64 n_runs = 0;

  g_assert_true (ijk_session_apply_settings (self->session, "No levy", good, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (ijk_session_undo_label (self->session), ==, "No levy");
  fixture_settle (self);
  n_runs = ijk_session_get_n_runs (self->session);
  g_assert_false (ijk_session_apply_settings (self->session, "Bad", bad, &error));
  g_assert_nonnull (error);
  g_assert_cmpfloat (fixture_number (self, IJK_LEVER_GAS_SCALE), ==, 1);
  fixture_settle (self);
  g_assert_cmpuint (ijk_session_get_n_runs (self->session), ==, n_runs);
  ijk_session_undo (self->session);
  g_assert_true (ijk_session_is_law (self->session));
}

/* What undo of the third step of a chain needs is worked out from the history of the file. */
static void
any_walk_ends_in_the_same_file (Fixture      *self,
                                gconstpointer data G_GNUC_UNUSED)
{
  static const char *const levers[] = { "kappa", "ets_scale", "gas_scale", "rnd" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  const gint64 ours = fixture_make (self, "Ours");

  for (guint i = 0; i < 150; i++)
    {
      const int dice = g_rand_int_range (rand, 0, 10);

      fixture_time_us += g_rand_int_range (rand, 0, 2) * G_TIME_SPAN_SECOND;
      if (dice < 5)
        {
          g_autofree char *setting
              = g_strdup_printf ("%s=%.1f", levers[g_rand_int_range (rand, 0, 4)],
                                 g_rand_int_range (rand, 5, 10) / 10.0);

          g_assert_true (fixture_set (self, setting));
        }
      else if (dice < 7)
        ijk_session_undo (self->session);
      else if (dice < 9)
        ijk_session_redo (self->session);
      else
        {
          /* A restart. */
          g_autoptr (IjkScenario) before
              = ijk_scenario_with_parent (ijk_session_get_scenario (self->session), NULL);
          g_autofree char *label = g_strdup (ijk_session_undo_label (self->session));
          guint n_before = 0;
          guint n_after = 0;
          const IjkLeverSetting *settings = ijk_scenario_get_settings (before, &n_before);
          const IjkLeverSetting *again = NULL;

          fixture_reopen (self);
          fixture_select (self, ours);
          again = ijk_scenario_get_settings (ijk_session_get_scenario (self->session), &n_after);
          g_assert_cmpuint (n_before, ==, n_after);
          for (guint k = 0; k < n_before; k++)
            {
              g_assert_cmpint (ijk_lever_key_compare (&settings[k].key, &again[k].key), ==, 0);
              g_assert_cmpfloat (settings[k].value.number, ==, again[k].value.number);
            }
          g_assert_cmpstr (ijk_session_undo_label (self->session), ==, label);
        }
    }
  fixture_settle (self);
  g_assert_cmpuint (self->n_failures, ==, 0);
}

static void
names_are_steps_too (Fixture      *self,
                     gconstpointer data G_GNUC_UNUSED)
{
  const gint64 ours = fixture_make (self, "Ours");

  g_assert_true (fixture_set (self, "kappa=0.2"));
  g_assert_cmpint (fixture_edit (self, IJK_SESSION_RENAME, ours, "Mine"), ==, ours);
  g_assert_true (fixture_set (self, "kappa=0.3"));
  g_assert_cmpint (fixture_edit (self, IJK_SESSION_DESCRIBE, ours, "Why"), ==, ours);
  ijk_session_undo (self->session); /* the description */
  ijk_session_undo (self->session); /* 0.3 */
  fixture_settle (self);
  g_assert_cmpstr (ijk_session_get_scenario_name (self->session), ==, "Mine");
  g_assert_cmpfloat (fixture_number (self, IJK_LEVER_KAPPA), ==, 0.2);
  ijk_session_undo (self->session); /* the name */
  fixture_settle (self);
  g_assert_cmpstr (ijk_session_get_scenario_name (self->session), ==, "Ours");
  g_assert_cmpint (fixture_find (self, "Mine"), ==, 0);
  g_assert_cmpfloat (fixture_number (self, IJK_LEVER_KAPPA), ==, 0.2);
  fixture_reopen (self);
  fixture_select (self, ours);
  ijk_session_redo (self->session);
  ijk_session_redo (self->session);
  fixture_settle (self);
  g_assert_cmpstr (ijk_session_get_scenario_name (self->session), ==, "Mine");
  g_assert_cmpfloat (fixture_number (self, IJK_LEVER_KAPPA), ==, 0.3);
  g_assert_cmpuint (self->n_failures, ==, 0);
}

static void
a_template_follows_at_once (Fixture      *self,
                            gconstpointer data G_GNUC_UNUSED)
{
  const gint64 law = ijk_session_get_scenario_id (self->session);

  g_assert_true (fixture_set (self, "kappa=0.2"));
  ijk_session_commit (self->session);
  g_assert_true (self->session->is_busy); /* the copy is being made */
  g_assert_cmpint (ijk_session_get_scenario_id (self->session), ==, law);
  fixture_later ();
  g_assert_true (fixture_set (self, "kappa=0.3"));
  g_assert_cmpfloat (fixture_number (self, IJK_LEVER_KAPPA), ==, 0.3);
  ijk_session_undo (self->session);
  g_assert_cmpfloat (fixture_number (self, IJK_LEVER_KAPPA), ==, 0.2);
  fixture_settle (self);
  g_assert_cmpint (ijk_session_get_scenario_id (self->session), !=, law);
  g_assert_cmpfloat (fixture_number (self, IJK_LEVER_KAPPA), ==, 0.2);
  ijk_session_redo (self->session);
  fixture_settle (self);
  fixture_reopen (self);
  fixture_select (self, fixture_find (self, "The law as it stands (tax plan 2026) (mine)"));
  g_assert_cmpfloat (fixture_number (self, IJK_LEVER_KAPPA), ==, 0.3);
  g_assert_cmpuint (self->n_failures, ==, 0);
}

static void
a_second_copy_has_another_name (Fixture      *self,
                                gconstpointer data G_GNUC_UNUSED)
{
  const gint64 law = ijk_session_get_scenario_id (self->session);

  g_assert_true (fixture_set (self, "kappa=0.2"));
  fixture_select (self, law);
  g_assert_cmpfloat (fixture_number (self, IJK_LEVER_KAPPA), ==, 0.7);
  g_assert_true (fixture_set (self, "kappa=0.3"));
  fixture_settle (self);
  g_assert_cmpstr (ijk_session_get_scenario_name (self->session), ==,
                   "The law as it stands (tax plan 2026) (mine) 2");
  g_assert_cmpuint (ijk_session_get_scenarios (self->session)->len, ==, 10);
}

static void
a_step_of_a_deletion_is_not_returned_to (Fixture      *self,
                                         gconstpointer data G_GNUC_UNUSED)
{
  const gint64 ours = fixture_make (self, "Ours");
  g_autoptr (GPtrArray) history = NULL;

  g_assert_true (fixture_set (self, "kappa=0.2"));
  g_assert_cmpint (fixture_edit (self, IJK_SESSION_DELETE, ours, NULL), ==, ours);
  g_assert_cmpint (fixture_edit (self, IJK_SESSION_UNDELETE, ours, NULL), ==, ours);
  g_assert_cmpint (ijk_session_get_scenario_id (self->session), ==, ours);
  g_assert_false (ijk_session_can_redo (self->session)); /* redo would delete it */
  history = fixture_history (self);
  g_assert_cmpuint (history->len, ==, 3);
  ijk_session_return_to (self->session, ((IjkRevision *) g_ptr_array_index (history, 0))->id);
  fixture_settle (self);
  g_assert_cmpuint (self->n_failures, ==, 1);
  g_assert_cmpint (fixture_find (self, "Ours"), ==, ours);
  g_assert_cmpfloat (fixture_number (self, IJK_LEVER_KAPPA), ==, 0.2);
  g_assert_true (fixture_set (self, "kappa=0.3"));
  fixture_settle (self);
  g_assert_cmpuint (self->n_failures, ==, 1);
}

static void
going_back_is_a_step (Fixture      *self,
                      gconstpointer data G_GNUC_UNUSED)
{
  const gint64 ours = fixture_make (self, "Ours");
  g_autoptr (GPtrArray) history = NULL;
  g_autoptr (GPtrArray) later = NULL;
  const IjkRevision *first = NULL;

  g_assert_true (fixture_set (self, "kappa=0.2"));
  g_assert_true (fixture_set (self, "ets_scale=2"));
  history = fixture_history (self);
  first = g_ptr_array_index (history, 1);
  ijk_session_return_to (self->session, first->id);
  fixture_settle (self);
  g_assert_cmpfloat (fixture_number (self, IJK_LEVER_ETS_SCALE), ==, 1);
  g_assert_true (g_str_has_prefix (ijk_session_undo_label (self->session), "Back to “"));
  ijk_session_undo (self->session);
  g_assert_cmpfloat (fixture_number (self, IJK_LEVER_ETS_SCALE), ==, 2);
  ijk_session_redo (self->session);
  g_assert_true (fixture_set (self, "gas_scale=1.5"));
  fixture_settle (self);
  fixture_reopen (self);
  fixture_select (self, ours);
  g_assert_cmpfloat (fixture_number (self, IJK_LEVER_ETS_SCALE), ==, 1);
  g_assert_cmpfloat (fixture_number (self, IJK_LEVER_GAS_SCALE), ==, 1.5);
  later = fixture_history (self);
  g_assert_cmpuint (later->len, ==, 4); /* going back makes no revision */
}

/* Texts as a damaged or hostile file may hold them. */
static void
a_broken_history_is_refused (void)
{
  static const char *const broken[] = {
    "",
    "[",
    "]",
    "[]]",
    "[[",
    "[[\"kappa\"",
    "[[\"kappa\",\"0.1\",\"0.2\"]",
    "[[\"kappa\",\"0.1\",\"0.2\"],]",
    "[[\"kappa\",\"0.1\",\"0.2\",\"0.3\"]]",
    "[[null,\"0.1\",\"0.2\"]]",
    "[[\"kappa\",\"0.1\",7]]",
    "[[\"kappa\",\"0.1\",\"7\"]]", /* out of range */
    "[[\"no_lever\",\"0.1\",\"0.2\"]]",
    "[[\"no_lever\",\"0.1\",null]]",
    "[[\"kappa\",\"0.1\",\"0.2\\u0041\"]]",
    "[[\"kappa\",\"0.1\",\"0.2\\",
    "[[\"kap\npa\",\"0.1\",\"0.2\"]]",
    "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
  };
  g_autoptr (GError) load_error = NULL;
  g_autoptr (IjkReference) reference
      = ijk_reference_load (g_getenv ("IJKPAD_REFERENCE"), &load_error);
  g_autoptr (IjkScenario) scenario = NULL;

  g_assert_no_error (load_error);
  scenario = ijk_scenario_new (reference, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (ijk_session_apply_changes (scenario, broken[i], FALSE, &error));
      g_assert_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_DAMAGED);
    }
}

static void
changes_apply_both_ways (void)
{
  static const char changes[] = "[[\".note\",\"\",\"a \\\"word\\\"\\n\"],"
                                "[\"kappa\",\"0.1\",\"0.2\"],"
                                "[\"ets_scale\",null,\"2\"]]";
  g_autoptr (IjkReference) reference
      = ijk_reference_load (g_getenv ("IJKPAD_REFERENCE"), NULL);
  g_autoptr (IjkScenario) none = ijk_scenario_new (reference, NULL);
  g_autoptr (IjkScenario) before = ijk_scenario_with_setting (none, "kappa=0.1", NULL);
  g_autoptr (IjkScenario) expected = NULL;
  g_autoptr (IjkScenario) both = ijk_scenario_with_setting (none, "kappa=0.2", NULL);
  g_autoptr (IjkScenario) after = ijk_session_apply_changes (before, changes, FALSE, NULL);
  g_autoptr (IjkScenario) again = ijk_session_apply_changes (after, changes, TRUE, NULL);

  expected = ijk_scenario_with_setting (both, "ets_scale=2", NULL);
  g_assert_true (ijk_scenario_equal (after, expected));
  g_assert_true (ijk_scenario_equal (again, before));
  g_assert_true (ijk_session_changes_levers_only (changes));
  g_assert_true (ijk_session_changes_levers_only ("[]"));
  g_assert_false (ijk_session_changes_levers_only ("[[\".parent\",\"1\",null]]"));
  g_assert_false (ijk_session_changes_levers_only ("[[\".deleted\",\"0\",\"1\"]]"));
  g_assert_false (ijk_session_changes_levers_only ("[[\"kappa\",null"));
}

static void
memory_of_steps_is_bounded (Fixture      *self,
                            gconstpointer data G_GNUC_UNUSED)
{
  guint n_undone = 0;

  fixture_make (self, "Ours");
  for (guint i = 0; i < IJK_SESSION_MAX_POINTS + 50; i++)
    {
      fixture_later ();
      g_assert_true (fixture_set (self, i % 2 == 0 ? "kappa=0.2" : "kappa=0.3"));
    }
  g_assert_cmpuint (self->session->document->line->len, <=, IJK_SESSION_MAX_POINTS);
  for (; ijk_session_can_undo (self->session); n_undone++)
    ijk_session_undo (self->session);
  g_assert_cmpuint (n_undone, ==, IJK_SESSION_MAX_POINTS - 1);
  fixture_settle (self);
  g_assert_cmpuint (self->n_failures, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/session/step/drag-back-is-none", a_drag_back_to_the_start_is_no_step);
  fixture_add ("/session/step/typing-back-is-none", typing_back_to_the_start_is_no_step);
  fixture_add ("/session/step/nest", steps_nest);
  fixture_add ("/session/step/can-be-seen", begin_and_end_can_be_seen);
  fixture_add ("/session/step/undo-ends-a-drag", undo_ends_a_drag);
  fixture_add ("/session/step/edit-clears-redo", an_edit_clears_redo);
  fixture_add ("/session/step/preset-all-or-nothing", a_preset_is_all_or_nothing);
  fixture_add ("/session/step/any-walk-same-file", any_walk_ends_in_the_same_file);
  fixture_add ("/session/step/names", names_are_steps_too);
  fixture_add ("/session/step/memory-is-bounded", memory_of_steps_is_bounded);
  fixture_add ("/session/template/follows-at-once", a_template_follows_at_once);
  fixture_add ("/session/template/second-copy", a_second_copy_has_another_name);
  fixture_add ("/session/history/deletion", a_step_of_a_deletion_is_not_returned_to);
  fixture_add ("/session/history/going-back-is-a-step", going_back_is_a_step);
  g_test_add_func ("/session/changes/broken", a_broken_history_is_refused);
  g_test_add_func ("/session/changes/both-ways", changes_apply_both_ways);
  return g_test_run ();
}
