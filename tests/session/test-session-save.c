/* What a person did is in the file, in the order it was done, whatever comes in between: another
 * scenario, another workbook, another program, a file that cannot be written.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "session-fixture.h"

#include "ijk-store-error.h"

#include <sqlite3.h>
#include <string.h>

static void
assert_labels (Fixture           *self,
               const char *const *labels)
{
  g_autoptr (GPtrArray) history = fixture_history (self);

  g_assert_cmpuint (history->len, ==, g_strv_length ((char **) labels));
  for (guint i = 0; labels[i] != NULL; i++)
    g_assert_cmpstr (((IjkRevision *) g_ptr_array_index (history, i))->label, ==, labels[i]);
}

static void
each_step_is_a_revision (Fixture      *self,
                         gconstpointer data G_GNUC_UNUSED)
{
  const IjkLever *levers = ijk_session_get_reference (self->session)->levers;
  g_autofree char *ets = g_strdup_printf ("%s: 2", levers[IJK_LEVER_ETS_SCALE].name_en);
  g_autofree char *kappa_3 = g_strdup_printf ("%s: 30%%", levers[IJK_LEVER_KAPPA].name_en);
  g_autofree char *kappa_2 = g_strdup_printf ("%s: 20%%", levers[IJK_LEVER_KAPPA].name_en);
  const char *const expected[] = { ets, kappa_3, kappa_2, "New scenario", NULL };

  fixture_make (self, "Ours");
  g_assert_true (fixture_set (self, "kappa=0.2"));
  fixture_later ();
  g_assert_true (fixture_set (self, "kappa=0.3"));
  g_assert_true (fixture_set (self, "ets_scale=2"));
  assert_labels (self, expected);
  g_assert_cmpuint (self->n_failures, ==, 0);
}

static void
a_drag_is_one_revision (Fixture      *self,
                        gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) after = NULL;

  fixture_make (self, "Ours");
  ijk_session_begin_step (self->session, NULL);
  for (guint i = 1; i <= 20; i++)
    {
      g_autofree char *setting = g_strdup_printf ("ets_scale=%g", 1 + i / 20.0);

      g_assert_true (fixture_set (self, setting));
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_assert_false (self->session->is_busy); /* nothing is written while it lasts */
      g_assert_true (ijk_session_has_unsaved (self->session));
    }
  ijk_session_end_step (self->session);
  fixture_settle (self);
  g_assert_false (ijk_session_has_unsaved (self->session));
  after = fixture_history (self);
  g_assert_cmpuint (after->len, ==, 2);
}

static void
edits_that_join_are_one_revision (Fixture      *self,
                                  gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GPtrArray) history = NULL;

  fixture_make (self, "Ours");
  g_assert_true (fixture_set (self, "kappa=0.2"));
  g_assert_true (fixture_set (self, "kappa=0.3"));
  g_assert_true (fixture_set (self, "kappa=0.4"));
  history = fixture_history (self);
  g_assert_cmpuint (history->len, ==, 2);
}

static void
the_timer_writes_by_itself (Fixture      *self,
                            gconstpointer data G_GNUC_UNUSED)
{
  fixture_make (self, "Ours");
  g_assert_true (fixture_set (self, "kappa=0.2"));
  g_assert_true (ijk_session_has_unsaved (self->session));
  while (!ijk_session_is_settled (self->session))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (ijk_session_has_unsaved (self->session));
}

static void
another_scenario_finds_edits_written (Fixture      *self,
                                      gconstpointer data G_GNUC_UNUSED)
{
  const gint64 ours = fixture_make (self, "Ours");
  const gint64 theirs = fixture_make (self, "Theirs");

  g_assert_true (fixture_set (self, "kappa=0.2"));
  ijk_session_select_scenario (self->session, ours);
  ijk_session_select_scenario (self->session, theirs);
  fixture_settle (self);
  g_assert_cmpint (ijk_session_get_scenario_id (self->session), ==, theirs);
  g_assert_cmpfloat (fixture_number (self, IJK_LEVER_KAPPA), ==, 0.2);
  g_assert_cmpuint (self->n_failures, ==, 0);
}

static void
an_edit_while_another_is_read_is_kept (Fixture      *self,
                                       gconstpointer data G_GNUC_UNUSED)
{
  const gint64 ours = fixture_make (self, "Ours");
  const gint64 theirs = fixture_make (self, "Theirs");

  ijk_session_select_scenario (self->session, ours);
  g_assert_true (self->session->is_busy); /* being read */
  g_assert_true (fixture_set (self, "kappa=0.2"));
  fixture_settle (self);
  g_assert_cmpint (ijk_session_get_scenario_id (self->session), ==, ours);
  g_assert_cmpfloat (fixture_number (self, IJK_LEVER_KAPPA), ==, 0.7);
  fixture_select (self, theirs);
  g_assert_cmpfloat (fixture_number (self, IJK_LEVER_KAPPA), ==, 0.2);
}

static void
another_workbook_finds_edits_written (Fixture      *self,
                                      gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *other = g_build_filename (self->folder, "other.ijkpad", NULL);
  g_autoptr (GAsyncResult) result = NULL;
  const gint64 ours = fixture_make (self, "Ours");

  for (guint i = 1; i <= 5; i++)
    {
      g_autofree char *setting = g_strdup_printf ("kappa=0.%u", i);

      fixture_later ();
      g_assert_true (fixture_set (self, setting));
    }
  ijk_session_open_async (self->session, other, NULL, fixture_keep_cb, &result);
  fixture_wait (&result);
  g_assert_true (ijk_session_open_finish (self->session, result, NULL));
  g_clear_object (&result);
  g_assert_cmpstr (ijk_session_get_path (self->session), ==, other);
  g_assert_true (ijk_session_is_law (self->session));
  fixture_reopen (self);
  fixture_select (self, ours);
  g_assert_cmpfloat (fixture_number (self, IJK_LEVER_KAPPA), ==, 0.5);
  ijk_session_undo (self->session);
  g_assert_cmpfloat (fixture_number (self, IJK_LEVER_KAPPA), ==, 0.4);
}

/* Copies a workbook on the store thread. */
static gpointer
copy_call (IjkWorkbook *workbook,
           gpointer     data,
           GError     **error)
{
  return ijk_workbook_save_copy (workbook, data, error) ? g_strdup (data) : NULL;
}

static void
a_call_of_the_store_sees_every_edit (Fixture      *self,
                                     gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *other = g_build_filename (self->folder, "copy.ijkpad", NULL);
  g_autofree char *answer = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (IjkWorkbook) workbook = NULL;
  g_autoptr (IjkScenario) scenario = NULL;
  const gint64 ours = fixture_make (self, "Ours");

  g_assert_true (fixture_set (self, "kappa=0.2"));
  ijk_session_call_async (self->session, copy_call, g_strdup (other), g_free, g_free, NULL,
                          fixture_keep_cb, &result);
  fixture_wait (&result);
  answer = ijk_session_call_finish (self->session, result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (answer, ==, other);
  workbook = ijk_workbook_open (other, IJK_WORKBOOK_READ_ONLY, &error);
  g_assert_no_error (error);
  scenario = ijk_workbook_load_scenario (workbook, ours, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (ijk_scenario_number (scenario, IJK_LEVER_KAPPA, IJK_NONE), ==, 0.2);
}

static void
closing_in_a_drag_writes_it (Fixture      *self,
                             gconstpointer data G_GNUC_UNUSED)
{
  const gint64 ours = fixture_make (self, "Ours");

  ijk_session_begin_step (self->session, NULL);
  g_assert_true (fixture_set (self, "kappa=0.2"));
  fixture_reopen (self);
  fixture_select (self, ours);
  g_assert_cmpfloat (fixture_number (self, IJK_LEVER_KAPPA), ==, 0.2);
}

static void
going_without_closing_writes (Fixture      *self,
                              gconstpointer data G_GNUC_UNUSED)
{
  const gint64 ours = fixture_make (self, "Ours");

  g_assert_true (fixture_set (self, "kappa=0.2"));
  g_assert_finalize_object (g_steal_pointer (&self->session));
  fixture_reopen (self);
  fixture_select (self, ours);
  g_assert_cmpfloat (fixture_number (self, IJK_LEVER_KAPPA), ==, 0.2);
}

/* Another program holds the file. */
static sqlite3 *
lock_file (Fixture *self)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (self->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "BEGIN EXCLUSIVE", NULL, NULL, NULL), ==, SQLITE_OK);
  return db;
}

static void
release_file (sqlite3 *db)
{
  g_assert_cmpint (sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

static gpointer
hurry_call (IjkWorkbook *workbook,
            gpointer     data,
            GError     **error G_GNUC_UNUSED)
{
  ijk_workbook_set_busy_timeout (workbook, 1);
  return data;
}

/* The file does not answer; what was done stays in hand and is written when it does. */
static void
nothing_is_lost_while_the_file_is_locked (Fixture      *self,
                                          gconstpointer data G_GNUC_UNUSED)
{
  const gint64 ours = fixture_make (self, "Ours");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *refused = NULL;
  sqlite3 *db = NULL;

  ijk_store_call_async (ijk_session_get_store (self->session), hurry_call, self, NULL, NULL, NULL,
                        NULL, NULL);
  db = lock_file (self);
  g_assert_true (fixture_set (self, "kappa=0.2"));
  ijk_session_commit (self->session);
  while (self->session->is_busy)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (self->n_failures, ==, 1);
  g_assert_true (ijk_session_has_unsaved (self->session));

  /* Edits go on. */
  g_assert_true (fixture_set (self, "ets_scale=2"));
  ijk_session_run_now (self->session);
  g_assert_cmpfloat (fixture_number (self, IJK_LEVER_ETS_SCALE), ==, 2);

  /* Neither another scenario nor another workbook nor the end comes in between. */
  ijk_session_select_scenario (self->session, fixture_find (self, "No national levy"));
  while (self->session->is_busy)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (ijk_session_get_scenario_id (self->session), ==, ours);
  g_assert_cmpuint (self->n_failures, ==, 2);
  refused = fixture_open_error (self, "elsewhere.ijkpad");
  ijk_session_close_async (self->session, fixture_keep_cb, &result);
  fixture_wait (&result);
  g_assert_false (ijk_session_close_finish (self->session, result, &error));
  g_assert_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_LOCKED);
  g_assert_cmpstr (error->message, ==, refused);
  g_assert_cmpfloat (fixture_number (self, IJK_LEVER_KAPPA), ==, 0.2);

  release_file (db);
  g_clear_object (&result);
  fixture_reopen (self);
  fixture_select (self, ours);
  g_assert_cmpfloat (fixture_number (self, IJK_LEVER_KAPPA), ==, 0.2);
  g_assert_cmpfloat (fixture_number (self, IJK_LEVER_ETS_SCALE), ==, 2);
}

static void
a_person_can_give_up (Fixture      *self,
                      gconstpointer data G_GNUC_UNUSED)
{
  const gint64 ours = fixture_make (self, "Ours");
  sqlite3 *db = NULL;

  ijk_store_call_async (ijk_session_get_store (self->session), hurry_call, self, NULL, NULL, NULL,
                        NULL, NULL);
  db = lock_file (self);
  g_assert_true (fixture_set (self, "kappa=0.2"));
  ijk_session_commit (self->session);
  while (self->session->is_busy)
    g_main_context_iteration (NULL, TRUE);
  ijk_session_discard_unsaved (self->session);
  g_assert_false (ijk_session_has_unsaved (self->session));
  fixture_close (self);
  release_file (db);
  fixture_reopen (self);
  fixture_select (self, ours);
  g_assert_cmpfloat (fixture_number (self, IJK_LEVER_KAPPA), ==, 0.7);
}

/* Two sessions on one file. @self has the other's session while @edit runs there. */
static void
edit_elsewhere (Fixture    *self,
                gint64      id,
                const char *setting)
{
  IjkSession *other = fixture_open_second (self);
  IjkSession *ours = fixture_swap (self, other);

  fixture_select (self, id);
  if (setting != NULL)
    {
      g_assert_true (fixture_set (self, setting));
      fixture_settle (self);
    }
  else
    g_assert_cmpint (fixture_edit (self, IJK_SESSION_DELETE, id, NULL), ==, id);
  fixture_close_session (fixture_swap (self, ours));
}

static void
a_conflict_keeps_both_and_every_step (Fixture      *self,
                                      gconstpointer data G_GNUC_UNUSED)
{
  const gint64 ours = fixture_make (self, "Ours");
  gint64 kept = 0;

  g_assert_true (fixture_set (self, "kappa=0.1"));
  fixture_settle (self);
  edit_elsewhere (self, ours, "kappa=0.9");
  fixture_later ();
  g_assert_true (fixture_set (self, "kappa=0.2"));
  fixture_later ();
  g_assert_true (fixture_set (self, "kappa=0.3"));
  fixture_later ();
  g_assert_true (fixture_set (self, "ets_scale=2"));
  fixture_settle (self);
  g_assert_cmpuint (self->n_failures, ==, 1);
  kept = ijk_session_get_scenario_id (self->session);
  g_assert_cmpint (kept, !=, ours);
  g_assert_cmpstr (ijk_session_get_scenario_name (self->session), ==, "Ours (my edits)");
  g_assert_nonnull (strstr (self->last_failure, "Ours (my edits)"));
  /* Undo goes on, in hand and in the file. */
  ijk_session_undo (self->session);
  ijk_session_undo (self->session);
  g_assert_cmpfloat (fixture_number (self, IJK_LEVER_KAPPA), ==, 0.2);
  fixture_reopen (self);
  fixture_select (self, kept);
  g_assert_cmpfloat (fixture_number (self, IJK_LEVER_KAPPA), ==, 0.2);
  ijk_session_redo (self->session);
  ijk_session_redo (self->session);
  g_assert_cmpfloat (fixture_number (self, IJK_LEVER_ETS_SCALE), ==, 2);
  fixture_select (self, ours);
  g_assert_cmpfloat (fixture_number (self, IJK_LEVER_KAPPA), ==, 0.9);
}

static void
undo_against_another_program_is_a_conflict_too (Fixture      *self,
                                                gconstpointer data G_GNUC_UNUSED)
{
  const gint64 ours = fixture_make (self, "Ours");

  g_assert_true (fixture_set (self, "kappa=0.1"));
  fixture_later ();
  g_assert_true (fixture_set (self, "kappa=0.2"));
  fixture_settle (self);
  edit_elsewhere (self, ours, "kappa=0.9");
  ijk_session_undo (self->session);
  fixture_settle (self);
  g_assert_cmpuint (self->n_failures, ==, 1);
  g_assert_cmpint (ijk_session_get_scenario_id (self->session), !=, ours);
  g_assert_cmpfloat (fixture_number (self, IJK_LEVER_KAPPA), ==, 0.1);
  ijk_session_redo (self->session);
  fixture_settle (self);
  g_assert_cmpfloat (fixture_number (self, IJK_LEVER_KAPPA), ==, 0.2);
  fixture_select (self, ours);
  g_assert_cmpfloat (fixture_number (self, IJK_LEVER_KAPPA), ==, 0.9);
}

static void
edits_of_a_deleted_scenario_are_kept (Fixture      *self,
                                      gconstpointer data G_GNUC_UNUSED)
{
  const gint64 ours = fixture_make (self, "Ours");

  edit_elsewhere (self, ours, NULL);
  g_assert_true (fixture_set (self, "kappa=0.2"));
  fixture_settle (self);
  g_assert_cmpuint (self->n_failures, ==, 1);
  g_assert_cmpint (ijk_session_get_scenario_id (self->session), !=, ours);
  fixture_reopen (self);
  fixture_select (self, fixture_find (self, "Ours (my edits)"));
  g_assert_cmpfloat (fixture_number (self, IJK_LEVER_KAPPA), ==, 0.2);
}

static void
a_newer_file_can_only_be_read (Fixture      *self,
                               gconstpointer data G_GNUC_UNUSED)
{
  const IjkLeverKey key = { IJK_LEVER_KAPPA, IJK_SCOPE_NATIONAL, 0 };
  const IjkLeverValue value = { .number = 0.2 };
  const gint64 ours = fixture_make (self, "Ours");
  g_autoptr (GError) error = NULL;

  g_assert_true (fixture_set (self, "kappa=0.3"));
  fixture_close (self);
  fixture_run_sql (self, "PRAGMA user_version = 999");
  fixture_reopen (self);
  fixture_select (self, ours);
  g_assert_true (ijk_session_is_read_only (self->session));
  g_assert_nonnull (ijk_session_get_notice (self->session));
  g_assert_false (ijk_session_set_lever (self->session, &key, &value, &error));
  g_assert_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_READ_ONLY);
  g_assert_true (g_str_has_prefix (error->message, "This workbook can only be read: "));
  g_assert_true (g_str_has_suffix (error->message, ijk_session_get_notice (self->session)));
  g_assert_cmpfloat (fixture_number (self, IJK_LEVER_KAPPA), ==, 0.3);
  /* One word of it a step. */
  ijk_session_begin_step (self->session, "Reset all");
  ijk_session_reset_lever (self->session, &key);
  ijk_session_reset_lever (self->session, &key);
  ijk_session_end_step (self->session);
  g_assert_cmpuint (self->n_failures, ==, 1);
  g_assert_false (ijk_session_can_undo (self->session));
}

/* What the first format had, as a file of an older version of the program has it. */
static void
an_older_file_is_changed_as_any_other (Fixture      *self,
                                       gconstpointer data G_GNUC_UNUSED)
{
  const gint64 ours = fixture_make (self, "Ours");

  fixture_close (self);
  fixture_run_sql (self, "DROP TABLE snapshot; DROP TABLE bookmark; PRAGMA user_version = 1");
  fixture_reopen (self);
  g_assert_nonnull (strstr (ijk_session_get_notice (self->session), "brought up to date"));
  g_assert_false (ijk_session_is_file_read_only (self->session));
  fixture_select (self, ours);
  g_assert_true (fixture_set (self, "kappa=0.3"));
  fixture_reopen (self);
  g_assert_null (ijk_session_get_notice (self->session));
  fixture_select (self, ours);
  g_assert_cmpfloat (fixture_number (self, IJK_LEVER_KAPPA), ==, 0.3);
}

static void
a_damaged_file_leaves_the_old_one (Fixture      *self,
                                   gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = g_build_filename (self->folder, "damaged.ijkpad", NULL);
  g_autofree char *bytes = NULL;
  g_autofree char *sentence = NULL;
  const gint64 ours = fixture_make (self, "Ours");
  gsize length = 0;

  g_assert_true (g_file_get_contents (self->path, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (path, bytes, (gssize) length / 2, NULL));
  sentence = fixture_open_error (self, path);
  g_assert_nonnull (strstr (sentence, "damaged.ijkpad"));
  g_assert_cmpstr (ijk_session_get_path (self->session), ==, self->path);
  g_assert_true (fixture_set (self, "kappa=0.2"));
  fixture_reopen (self);
  fixture_select (self, ours);
  g_assert_cmpfloat (fixture_number (self, IJK_LEVER_KAPPA), ==, 0.2);
}

static void
a_cancelled_opening_changes_nothing (Fixture      *self,
                                     gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = g_build_filename (self->folder, "never.ijkpad", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  ijk_session_open_async (self->session, path, cancellable, fixture_keep_cb, &result);
  fixture_wait (&result);
  g_assert_false (ijk_session_open_finish (self->session, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpstr (ijk_session_get_path (self->session), ==, self->path);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (fixture_set (self, "kappa=0.2"));
}

static void
nothing_can_be_edited_after_closing (Fixture      *self,
                                     gconstpointer data G_GNUC_UNUSED)
{
  const IjkLeverKey key = { IJK_LEVER_KAPPA, IJK_SCOPE_NATIONAL, 0 };
  const IjkLeverValue value = { .number = 0.2 };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) edited = NULL;
  g_autoptr (GError) error = NULL;

  ijk_session_close_async (self->session, fixture_keep_cb, &result);
  fixture_wait (&result);
  g_assert_true (ijk_session_close_finish (self->session, result, NULL));
  g_assert_false (ijk_session_set_lever (self->session, &key, &value, &error));
  g_assert_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_GONE);
  g_clear_error (&error);
  ijk_session_edit_scenario_async (self->session, IJK_SESSION_NEW_SECTOR, 0, "Ours", NULL,
                                   fixture_keep_cb, &edited);
  fixture_wait (&edited);
  g_assert_cmpint (ijk_session_edit_scenario_finish (self->session, edited, &error), ==, 0);
  g_assert_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_GONE);
  ijk_session_undo (self->session);
  ijk_session_select_scenario (self->session, 1);
  g_assert_null (ijk_session_get_store (self->session));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/session/save/each-step-is-a-revision", each_step_is_a_revision);
  fixture_add ("/session/save/a-drag-is-one-revision", a_drag_is_one_revision);
  fixture_add ("/session/save/joined-edits-are-one-revision", edits_that_join_are_one_revision);
  fixture_add ("/session/save/by-itself", the_timer_writes_by_itself);
  fixture_add ("/session/save/before-another-scenario", another_scenario_finds_edits_written);
  fixture_add ("/session/save/edit-while-reading", an_edit_while_another_is_read_is_kept);
  fixture_add ("/session/save/before-another-workbook", another_workbook_finds_edits_written);
  fixture_add ("/session/save/before-a-call", a_call_of_the_store_sees_every_edit);
  fixture_add ("/session/save/close-in-a-drag", closing_in_a_drag_writes_it);
  fixture_add ("/session/save/go-without-closing", going_without_closing_writes);
  fixture_add ("/session/save/locked-file-loses-nothing", nothing_is_lost_while_the_file_is_locked);
  fixture_add ("/session/save/give-up", a_person_can_give_up);
  fixture_add ("/session/conflict/keeps-both", a_conflict_keeps_both_and_every_step);
  fixture_add ("/session/conflict/undo", undo_against_another_program_is_a_conflict_too);
  fixture_add ("/session/conflict/deleted", edits_of_a_deleted_scenario_are_kept);
  fixture_add ("/session/open/newer-is-read-only", a_newer_file_can_only_be_read);
  fixture_add ("/session/open/older-is-not", an_older_file_is_changed_as_any_other);
  fixture_add ("/session/open/damaged-leaves-the-old-one", a_damaged_file_leaves_the_old_one);
  fixture_add ("/session/open/cancelled", a_cancelled_opening_changes_nothing);
  fixture_add ("/session/close/nothing-can-be-edited", nothing_can_be_edited_after_closing);
  return g_test_run ();
}
