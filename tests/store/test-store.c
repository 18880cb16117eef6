/* The store thread: calls run in order, their results come back, and closing finishes what was
 * queued.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-store.h"
#include "workbook-fixture.h"

static void
keep_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  (void) source;
  *(GAsyncResult **) data = g_object_ref (result);
}

static void
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static IjkStore *
open_store (Fixture *self)
{
  IjkStore *store = ijk_store_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (IjkReference) reference = NULL;

  ijk_store_open_async (store, self->path, NULL, NULL, NULL, keep_result_cb, &result);
  wait_for (&result);
  reference = ijk_store_open_finish (store, result, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (reference);
  return store;
}

static IjkScenario *
load (IjkStore *store,
      gint64    id,
      gint64   *revision_id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  IjkScenario *scenario = NULL;

  ijk_store_load_async (store, id, NULL, keep_result_cb, &result);
  wait_for (&result);
  scenario = ijk_store_load_finish (store, result, revision_id, &error);
  g_assert_no_error (error);
  return scenario;
}

static void
finishes_what_was_queued (Fixture      *self,
                          gconstpointer data)
{
  const gint64 id = fixture_duplicate (self, "current-law", "Mine");
  IjkStore *store = NULL;
  GAsyncResult *results[20] = { NULL };
  g_autoptr (IjkScenario) start = NULL;
  g_autoptr (GPtrArray) revisions = NULL;
  gint64 revision_id = 0;

  (void) data;
  fixture_close (self);
  store = open_store (self);
  start = load (store, id, &revision_id);
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autofree char *setting = g_strdup_printf ("ets_scale=%g", 1 + i / 10.0);
      g_autoptr (IjkScenario) scenario = ijk_scenario_with_setting (start, setting, NULL);

      ijk_store_save_async (store, id, 0, setting, scenario, NULL, keep_result_cb, &results[i]);
    }
  ijk_store_close (store);
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autoptr (GError) error = NULL;

      wait_for (&results[i]);
      g_assert_cmpint (ijk_store_save_finish (NULL, results[i], &error), >, revision_id);
      g_assert_no_error (error);
      g_object_unref (results[i]);
    }
  fixture_reopen (self);
  revisions = ijk_workbook_list_revisions (self->workbook, id, 0, NULL);
  g_assert_cmpuint (revisions->len, ==, 1 + G_N_ELEMENTS (results));
  g_assert_cmpstr (((IjkRevision *) revisions->pdata[0])->label, ==, "ets_scale=2.9");
}

static void
refuses_an_edit_of_an_old_state (Fixture      *self,
                                 gconstpointer data)
{
  const gint64 id = fixture_duplicate (self, "current-law", "Mine");
  g_autoptr (IjkStore) store = NULL;
  g_autoptr (IjkScenario) start = NULL;
  g_autoptr (IjkScenario) next = NULL;
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (GError) error = NULL;
  gint64 revision_id = 0;

  (void) data;
  fixture_close (self);
  store = open_store (self);
  start = load (store, id, &revision_id);
  next = ijk_scenario_with_setting (start, "kappa=0.1", NULL);
  ijk_store_save_async (store, id, revision_id, "a", next, NULL, keep_result_cb, &first);
  ijk_store_save_async (store, id, revision_id, "b", start, NULL, keep_result_cb, &second);
  wait_for (&first);
  wait_for (&second);
  g_assert_cmpint (ijk_store_save_finish (store, first, &error), !=, 0);
  g_assert_cmpint (ijk_store_save_finish (store, second, &error), ==, 0);
  g_assert_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_CONFLICT);
}

static void
does_nothing_for_a_cancelled_call (Fixture      *self,
                                   gconstpointer data)
{
  g_autoptr (IjkStore) store = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  (void) data;
  fixture_close (self);
  store = open_store (self);
  g_cancellable_cancel (cancellable);
  ijk_store_list_async (store, cancellable, keep_result_cb, &result);
  wait_for (&result);
  g_assert_null (ijk_store_list_finish (store, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
keeps_the_open_workbook_when_another_cannot_be_opened (Fixture      *self,
                                                       gconstpointer data)
{
  g_autoptr (IjkStore) store = NULL;
  g_autoptr (GAsyncResult) opened = NULL;
  g_autoptr (GAsyncResult) listed = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;

  (void) data;
  fixture_close (self);
  store = open_store (self);
  ijk_store_open_async (store, "/no/such/file", NULL, NULL, NULL, keep_result_cb, &opened);
  ijk_store_list_async (store, NULL, keep_result_cb, &listed);
  wait_for (&listed);
  wait_for (&opened);
  g_assert_null (ijk_store_open_finish (store, opened, NULL, &error));
  g_assert_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_GONE);
  records = ijk_store_list_finish (store, listed, NULL);
  g_assert_cmpuint (records->len, ==, 8);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/store/thread/closing-finishes-what-was-queued", finishes_what_was_queued);
  fixture_add ("/store/thread/refuses-an-edit-of-an-old-state", refuses_an_edit_of_an_old_state);
  fixture_add ("/store/thread/cancelled-call-does-nothing", does_nothing_for_a_cancelled_call);
  fixture_add ("/store/thread/keeps-the-open-workbook",
               keeps_the_open_workbook_when_another_cannot_be_opened);
  return g_test_run ();
}
