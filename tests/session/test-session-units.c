/* Other installations in the open workbook: what is in hand stays, and the change is taken back
 * whole.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "session-fixture.h"

#include "ijk-import.h"
#include "ijk-own-rows.h"

#include <string.h>

static IjkReference *
add_own (IjkSession *session)
{
  const IjkImportOptions options = { .source = "Own report" };
  g_autoptr (GError) error = NULL;
  g_autoptr (IjkImport) import = ijk_import_read (
      ijk_session_get_reference (session), "own.csv",
      "id,name,company,sector,cluster,kind,levy_share,benchmark_kt,kt_2021\n"
      "own-a,Own A,Own,paper,cluster6,ets,1,90,100\n",
      -1, &options, &error);

  g_assert_no_error (error);
  return ijk_reference_ref (import->reference);
}

static guint
change (Fixture            *self,
        const IjkReference *reference)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  guint n_lost = G_MAXUINT;

  if (reference != NULL)
    ijk_session_change_units_async (self->session, reference, "Own", FALSE, NULL, fixture_keep_cb,
                                    &result);
  else
    ijk_session_undo_units_async (self->session, "Undo", NULL, fixture_keep_cb, &result);
  fixture_wait (&result);
  g_assert_true (ijk_session_change_units_finish (self->session, result, &n_lost, &error));
  g_assert_no_error (error);
  fixture_settle (self);
  return n_lost;
}

static guint
find_own (Fixture *self)
{
  return ijk_reference_find_company (ijk_session_get_reference (self->session), "Own");
}

static void
what_is_in_hand_stays (Fixture      *self,
                       gconstpointer data G_GNUC_UNUSED)
{
  const gint64 other = fixture_make (self, "Other");
  const gint64 ours = fixture_make (self, "Ours");
  g_autoptr (IjkReference) with = NULL;

  g_assert_true (fixture_set (self, "ets_scale=2"));
  fixture_later ();
  g_assert_true (fixture_set (self, "ets_scale=3"));
  ijk_session_set_compare_id (self->session, other);
  ijk_session_set_year (self->session, 2037);
  ijk_session_set_sector (self->session, 3);
  ijk_session_set_company (self->session,
                           ijk_reference_find_company (ijk_session_get_reference (self->session),
                                                       "Yara"));
  with = add_own (self->session);
  g_assert_cmpuint (find_own (self), ==, IJK_NONE);
  g_assert_cmpuint (change (self, with), ==, 0);
  g_assert_cmpuint (find_own (self), !=, IJK_NONE);
  g_assert_cmpint (ijk_session_get_scenario_id (self->session), ==, ours);
  g_assert_cmpint (ijk_session_get_compare_id (self->session), ==, other);
  g_assert_nonnull (ijk_session_get_compare_result (self->session));
  g_assert_cmpint (ijk_session_get_year (self->session), ==, 2037);
  g_assert_cmpuint (ijk_session_get_sector (self->session), ==, 3);
  g_assert_cmpstr (ijk_session_get_reference (self->session)
                       ->companies[ijk_session_get_company (self->session)]
                       .name,
                   ==, "Yara");
  g_assert_cmpfloat (fixture_number (self, IJK_LEVER_ETS_SCALE), ==, 3);
  g_assert_true (ijk_session_get_result (self->session)->reference
                 == ijk_session_get_reference (self->session));
  /* The line of undo goes on. */
  ijk_session_undo (self->session);
  g_assert_cmpfloat (fixture_number (self, IJK_LEVER_ETS_SCALE), ==, 2);
  fixture_reopen (self);
  g_assert_cmpuint (find_own (self), !=, IJK_NONE);
  g_assert_cmpuint (self->n_failures, ==, 0);
}

/* Keeps what is told. */
static void
lost_cb (IjkSession  *session G_GNUC_UNUSED,
         GPtrArray   *losses,
         GPtrArray  **kept)
{
  g_assert_null (*kept);
  *kept = g_ptr_array_ref (losses);
}

/* An installation that goes takes the settings of its company along, and says which; both come
 * back. */
static void
is_taken_back_whole (Fixture      *self,
                     gconstpointer data G_GNUC_UNUSED)
{
  const gint64 parent = fixture_make (self, "Ours");
  g_autoptr (IjkReference) with = add_own (self->session);
  g_autoptr (IjkReference) shipped = NULL;
  g_autoptr (IjkReference) without = NULL;
  g_autoptr (GPtrArray) losses = NULL;
  g_autoptr (GError) error = NULL;
  const IjkUpgradeLoss *loss = NULL;
  gint64 child = 0;
  guint n_settings = 0;

  g_signal_connect (self->session, "settings-lost", G_CALLBACK (lost_cb), &losses);
  change (self, with);
  g_assert_null (losses);
  child = fixture_edit (self, IJK_SESSION_NEW_COMPANY, parent, "Company");
  g_assert_true (fixture_set (self, "benchmark_scale@company:Own=0.5"));
  fixture_settle (self);
  ijk_session_set_company (self->session, find_own (self));
  shipped = ijk_session_dup_shipped (self->session, &error);
  g_assert_no_error (error);
  without = ijk_own_remove (ijk_session_get_reference (self->session), shipped, "own-a", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (change (self, without), ==, 1);
  g_assert_nonnull (losses);
  g_assert_cmpuint (losses->len, ==, 1);
  loss = g_ptr_array_index (losses, 0);
  g_assert_cmpint (loss->scenario_id, ==, child);
  g_assert_cmpstr (loss->scenario_name, ==, "Company");
  g_assert_cmpstr (loss->setting, ==, "benchmark_scale@company:Own=2026:0.5");
  ijk_scenario_get_settings (loss->before, &n_settings);
  g_assert_cmpuint (n_settings, ==, 1);
  ijk_scenario_get_settings (loss->after, &n_settings);
  g_assert_cmpuint (n_settings, ==, 0);
  g_assert_true (ijk_reference_find_company (ijk_scenario_get_reference (loss->after), "Own")
                 == IJK_NONE);
  g_clear_pointer (&losses, g_ptr_array_unref);
  g_assert_cmpuint (find_own (self), ==, IJK_NONE);
  g_assert_cmpuint (ijk_session_get_company (self->session), ==, IJK_NONE);
  g_assert_cmpint (ijk_session_get_scenario_id (self->session), ==, child);
  ijk_scenario_get_settings (ijk_session_get_scenario (self->session), &n_settings);
  g_assert_cmpuint (n_settings, ==, 0);

  g_assert_true (ijk_session_can_undo_units (self->session));
  change (self, NULL);
  g_assert_false (ijk_session_can_undo_units (self->session));
  g_assert_cmpuint (find_own (self), !=, IJK_NONE);
  ijk_scenario_get_settings (ijk_session_get_scenario (self->session), &n_settings);
  g_assert_cmpuint (n_settings, ==, 1);
  fixture_reopen (self);
  g_assert_cmpuint (find_own (self), !=, IJK_NONE);
  g_assert_false (ijk_session_can_undo_units (self->session));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/session/units/what-is-in-hand-stays", what_is_in_hand_stays);
  fixture_add ("/session/units/is-taken-back-whole", is_taken_back_whole);
  return g_test_run ();
}
