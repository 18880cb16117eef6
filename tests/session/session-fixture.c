/* A session on a workbook in a temporary directory of its own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "session-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

gint64 fixture_time_us;

static gint64
get_time_us (void)
{
  return fixture_time_us;
}

static void
notify_result_cb (IjkSession *session G_GNUC_UNUSED,
                  GParamSpec *pspec G_GNUC_UNUSED,
                  gpointer    data)
{
  ((Fixture *) data)->n_results++;
}

static void
failed_cb (IjkSession *session G_GNUC_UNUSED,
           GError     *error,
           gpointer    data)
{
  Fixture *self = data;

  self->n_failures++;
  g_free (self->last_failure);
  self->last_failure = g_strdup (error->message);
}

void
fixture_keep_cb (GObject      *source G_GNUC_UNUSED,
                GAsyncResult *result,
                gpointer      data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

void
fixture_wait (GAsyncResult **result)
{
  for (guint n_turns = 0; *result == NULL; n_turns++)
    {
      g_assert_cmpuint (n_turns, <, 2000);
      g_main_context_iteration (NULL, TRUE);
    }
}

static IjkSession *
open_session (Fixture *self)
{
  IjkSession *session = ijk_session_new (self->data_set, "en");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  ijk_session_set_clock (session, get_time_us);
  g_signal_connect (session, "notify::result", G_CALLBACK (notify_result_cb), self);
  g_signal_connect (session, "failed", G_CALLBACK (failed_cb), self);
  ijk_session_open_async (session, self->path, NULL, fixture_keep_cb, &result);
  fixture_wait (&result);
  g_assert_true (ijk_session_open_finish (session, result, &error));
  g_assert_no_error (error);
  return session;
}

void
fixture_close_session (IjkSession *session)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  ijk_session_close_async (session, fixture_keep_cb, &result);
  fixture_wait (&result);
  g_assert_true (ijk_session_close_finish (session, result, &error));
  g_assert_no_error (error);
  g_clear_object (&result);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (session);
}

void
fixture_close (Fixture *self)
{
  if (self->session != NULL)
    fixture_close_session (g_steal_pointer (&self->session));
}

void
fixture_reopen (Fixture *self)
{
  fixture_close (self);
  self->session = open_session (self);
}

/* Returns: (transfer full): another session on the same file */
IjkSession *
fixture_open_second (Fixture *self)
{
  return open_session (self);
}

void
fixture_set_up (Fixture      *self,
                gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("ijkpad-session-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "test.ijkpad", NULL);
  self->data_set = ijk_data_set_load (g_getenv ("IJKPAD_REFERENCE"), &error);
  g_assert_no_error (error);
  fixture_time_us = 1000 * G_TIME_SPAN_SECOND;
  fixture_reopen (self);
}

void
fixture_tear_down (Fixture      *self,
                   gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GDir) folder = NULL;
  const char *name = NULL;

  fixture_close (self);
  folder = g_dir_open (self->folder, 0, NULL);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  ijk_data_set_free (self->data_set);
  g_free (self->last_failure);
  g_free (self->path);
  g_free (self->folder);
}

/* Writes what waits, reads what was asked for, runs what is scheduled. Each turn of the main loop
 * waits for an answer of the store or for a run, so a session that never settles stops the test. */
void
fixture_settle (Fixture *self)
{
  ijk_session_commit (self->session);
  for (guint n_turns = 0; !ijk_session_is_settled (self->session) || self->session->run_source != 0;
       n_turns++)
    {
      g_assert_cmpuint (n_turns, <, 2000);
      g_main_context_iteration (NULL, TRUE);
    }
}

/* As "--set" of the command line. Returns: whether it was taken */
gboolean
fixture_set (Fixture    *self,
             const char *setting)
{
  g_autoptr (IjkScenario) one
      = ijk_scenario_with_setting (ijk_session_get_scenario (self->session), setting, NULL);
  g_autofree char *key_text = g_strdup (setting);
  IjkLeverKey key;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (one);
  *strchr (key_text, '=') = '\0';
  g_assert_true (ijk_lever_key_parse (ijk_session_get_reference (self->session), key_text, &key,
                                      &error));
  return ijk_session_set_lever (self->session, &key,
                                &ijk_scenario_get_setting (one, &key)->value, NULL);
}

/* Returns: what the finish function returns */
gint64
fixture_edit (Fixture       *self,
              IjkSessionEdit edit,
              gint64         id,
              const char    *text)
{
  g_autoptr (GAsyncResult) result = NULL;
  gint64 made = 0;

  ijk_session_edit_scenario_async (self->session, edit, id, text, NULL, fixture_keep_cb, &result);
  fixture_wait (&result);
  made = ijk_session_edit_scenario_finish (self->session, result, NULL);
  fixture_settle (self);
  return made;
}

/* Returns: the number of the scenario of that name, or 0 */
gint64
fixture_find (Fixture    *self,
              const char *name)
{
  GPtrArray *scenarios = ijk_session_get_scenarios (self->session);

  for (guint i = 0; i < scenarios->len; i++)
    {
      const IjkScenarioRecord *record = scenarios->pdata[i];

      if (g_strcmp0 (record->name, name) == 0)
        return record->id;
    }
  return 0;
}

double
fixture_number (Fixture   *self,
                IjkLeverId lever)
{
  return ijk_scenario_number (ijk_session_get_scenario (self->session), lever, IJK_NONE);
}

/* Returns: (transfer full) (element-type IjkRevision): of the scenario in hand, newest first */
GPtrArray *
fixture_history (Fixture *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *revisions = NULL;

  ijk_session_list_history_async (self->session, NULL, fixture_keep_cb, &result);
  fixture_wait (&result);
  revisions = ijk_session_list_history_finish (self->session, result, &error);
  g_assert_no_error (error);
  return revisions;
}

void
fixture_select (Fixture *self,
                gint64   id)
{
  ijk_session_select_scenario (self->session, id);
  fixture_settle (self);
  g_assert_cmpint (ijk_session_get_scenario_id (self->session), ==, id);
}

/* So much later that edits do not join. */
void
fixture_later (void)
{
  fixture_time_us += 10 * G_TIME_SPAN_SECOND;
}

/* Makes a sector scenario and takes it into hand. Returns: its number */
gint64
fixture_make (Fixture    *self,
              const char *name)
{
  const gint64 id = fixture_edit (self, IJK_SESSION_NEW_SECTOR, 0, name);

  g_assert_cmpint (id, >, 0);
  g_assert_cmpint (ijk_session_get_scenario_id (self->session), ==, id);
  return id;
}

/* Changes the file, which no session has open, behind the program's back. */
void
fixture_run_sql (Fixture    *self,
                 const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_null (self->session);
  g_assert_cmpint (sqlite3_open (self->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

/* Opens a file that cannot be opened. Returns: (transfer full): the sentence */
char *
fixture_open_error (Fixture    *self,
                    const char *path)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  ijk_session_open_async (self->session, path, NULL, fixture_keep_cb, &result);
  fixture_wait (&result);
  g_assert_false (ijk_session_open_finish (self->session, result, &error));
  g_assert_nonnull (error);
  return g_strdup (error->message);
}

/* The helpers act on another session. Returns: (transfer full): the one before */
IjkSession *
fixture_swap (Fixture    *self,
              IjkSession *session)
{
  IjkSession *before = self->session;

  self->session = session;
  return before;
}
