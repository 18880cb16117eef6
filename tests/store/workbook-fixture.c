/* See workbook-fixture.h.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "workbook-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

void
fixture_set_up (Fixture      *self,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  (void) data;
  self->folder = g_dir_make_tmp ("ijkpad-workbook-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "test.ijkpad", NULL);
  self->data_set = ijk_data_set_load (g_getenv ("IJKPAD_REFERENCE"), &error);
  g_assert_no_error (error);
  self->workbook = ijk_workbook_create (self->path, self->data_set, NULL, &error);
  g_assert_no_error (error);
}

void
fixture_close (Fixture *self)
{
  g_clear_pointer (&self->workbook, ijk_workbook_close);
}

void
fixture_tear_down (Fixture      *self,
                   gconstpointer data)
{
  g_autoptr (GDir) folder = NULL;
  const char *name = NULL;

  (void) data;
  fixture_close (self);
  folder = g_dir_open (self->folder, 0, NULL);
  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  if (folder != NULL)
    g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  ijk_data_set_free (self->data_set);
  g_free (self->folder);
  g_free (self->path);
}

/* Closes and opens again, as a restart does. */
void
fixture_reopen (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  fixture_close (self);
  self->workbook = ijk_workbook_open (self->path, IJK_WORKBOOK_DEFAULT, &error);
  g_assert_no_error (error);
}

/* Changes the closed file behind the program's back. */
void
fixture_run_sql (Fixture    *self,
                 const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_null (self->workbook);
  g_assert_cmpint (sqlite3_open (self->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

/* Returns: (transfer full): a file name in the folder of the test */
char *
fixture_name (Fixture    *self,
              const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

gint64
fixture_duplicate (Fixture    *self,
                   const char *name,
                   const char *new_name)
{
  g_autoptr (GError) error = NULL;
  gint64 id = ijk_workbook_find_scenario (self->workbook, name, &error);

  g_assert_no_error (error);
  id = ijk_workbook_duplicate_scenario (self->workbook, id, new_name, &error);
  g_assert_no_error (error);
  return id;
}

/* Sets one lever, as in `--set`. Returns: the revision */
gint64
fixture_set (Fixture    *self,
             gint64      scenario_id,
             const char *setting)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IjkScenario) none
      = ijk_scenario_new (ijk_workbook_get_reference (self->workbook), NULL);
  g_autoptr (IjkScenario) one = ijk_scenario_with_setting (none, setting, &error);
  IjkLeverChange change = { .is_set = TRUE };
  guint n_settings = 0;
  gint64 revision_id = 0;

  g_assert_no_error (error);
  change.key = ijk_scenario_get_settings (one, &n_settings)->key;
  change.value = ijk_scenario_get_settings (one, &n_settings)->value;
  revision_id
      = ijk_workbook_commit (self->workbook, scenario_id, 0, setting, &change, 1, &error);
  g_assert_no_error (error);
  return revision_id;
}

/* Returns: (transfer full): everything a scenario holds but its times, as text to compare */
char *
fixture_describe (IjkWorkbook *workbook,
                  gint64       scenario_id)
{
  const IjkReference *reference = ijk_workbook_get_reference (workbook);
  g_autoptr (GError) error = NULL;
  gint64 revision_id = 0;
  g_autoptr (IjkScenarioRecord) record
      = ijk_workbook_get_scenario (workbook, scenario_id, &revision_id, &error);
  GString *text = NULL;

  g_assert_no_error (error);
  text = g_string_new (NULL);
  g_string_append_printf (text, "%d|%s|%s|%s|%s|%s|", (int) revision_id, record->name,
                          record->description, record->note,
                          record->parent_id != 0 ? "child" : "root",
                          ijk_scenario_kind_ids[record->kind]);
  for (guint i = 0; i < record->settings->len; i++)
    {
      const IjkLeverSetting *setting = &g_array_index (record->settings, IjkLeverSetting, i);
      g_autofree char *key = ijk_lever_key_to_string (reference, &setting->key);
      g_autofree char *value
          = ijk_lever_value_to_string (&reference->levers[setting->key.lever], &setting->value);

      g_string_append_printf (text, "%s=%s|", key, value);
    }
  return g_string_free (text, FALSE);
}
