/* What a file from someone else must pass before it is believed: pages, references between rows,
 * reference data, and every scenario.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-workbook-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Characters of a table, as the schema has it. */
#define MAX_TABLE_LENGTH 4000000

static gboolean
check_pages (IjkWorkbook *self,
             GError     **error)
{
  static const char sql[] = "PRAGMA quick_check (1)";
  g_autoptr (sqlite3_stmt) stmt = ijk_sql_query (self, error, sql, "");
  g_autofree char *finding = NULL;

  if (stmt == NULL || ijk_sql_step (self, stmt, error) == IJK_STEP_FAILED
      || !ijk_sql_get_text (self, stmt, 0, &finding, error))
    return FALSE;
  if (g_strcmp0 (finding, "ok") == 0)
    return TRUE;
  g_strdelimit (finding, "\n", ' ');
  ijk_set_damage (self, error, "%s", finding);
  return FALSE;
}

static gboolean
check_references (IjkWorkbook *self,
                  GError     **error)
{
  static const char sql[] = "PRAGMA foreign_key_check";
  g_autoptr (sqlite3_stmt) stmt = ijk_sql_query (self, error, sql, "");
  g_autofree char *table = NULL;
  const IjkStep step = stmt != NULL ? ijk_sql_step (self, stmt, error) : IJK_STEP_FAILED;

  if (step == IJK_STEP_ROW && ijk_sql_get_text (self, stmt, 0, &table, error))
    ijk_set_damage (self, error, _("a row of the table %s names a row that is not there"), table);
  return step == IJK_STEP_DONE;
}

/* The pages, and the references between rows. */
gboolean
ijk_workbook_verify_file (IjkWorkbook *self,
                          GError     **error)
{
  return check_pages (self, error) && check_references (self, error);
}

/* Whether the tables are as short as the schema wants them. */
gboolean
ijk_workbook_check_lengths (const IjkDataSet *data_set,
                            GError          **error)
{
  for (guint i = 0; i < IJK_N_TABLES; i++)
    {
      const glong n = g_utf8_strlen (data_set->texts[i], -1);

      if (n <= MAX_TABLE_LENGTH)
        continue;
      g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_VALUE,
                   /* Translators: %s: a table, as in units.csv. */
                   _("the table %s would have %ld characters, and a workbook takes at most %d; "
                     "leave out rows, or shorten their names and sources"),
                   ijk_table_names[i], n, MAX_TABLE_LENGTH);
      return FALSE;
    }
  return TRUE;
}

/* Writes the reference tables in place of those there, inside a transaction. */
gboolean
ijk_workbook_write_data_set (IjkWorkbook      *self,
                             const IjkDataSet *data_set,
                             GError          **error)
{
  static const char delete_sql[] = "DELETE FROM reference_table";
  static const char insert_sql[] = "INSERT INTO reference_table (name, text) VALUES (?, ?)";
  static const char workbook_sql[]
      = "INSERT INTO workbook (id, program, created_us, data_set_hash) VALUES (1, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET data_set_hash = excluded.data_set_hash";
  g_autofree char *hash = ijk_data_set_hash (data_set);

  if (!ijk_workbook_check_lengths (data_set, error)
      || !ijk_sql_run (self, error, delete_sql, ""))
    return FALSE;
  for (guint i = 0; i < IJK_N_TABLES; i++)
    if (!ijk_sql_run (self, error, insert_sql, "ss", ijk_table_names[i], data_set->texts[i]))
      return FALSE;
  return ijk_sql_run (self, error, workbook_sql, "sis", IJKPAD_VERSION, g_get_real_time (), hash);
}

static gboolean
read_hash (IjkWorkbook *self,
           char       **hash,
           GError     **error)
{
  static const char sql[] = "SELECT data_set_hash FROM workbook WHERE id = 1";
  g_autoptr (sqlite3_stmt) stmt = ijk_sql_query (self, error, sql, "");
  const IjkStep step = stmt != NULL ? ijk_sql_step (self, stmt, error) : IJK_STEP_FAILED;

  if (step == IJK_STEP_DONE)
    ijk_set_damage (self, error, _("the row that describes it is missing"));
  return step == IJK_STEP_ROW && ijk_sql_get_text (self, stmt, 0, hash, error);
}

static gboolean
read_texts (IjkWorkbook *self,
            IjkDataSet  *data_set,
            GError     **error)
{
  static const char sql[] = "SELECT text FROM reference_table WHERE name = ?";

  for (guint i = 0; i < IJK_N_TABLES; i++)
    {
      g_autoptr (sqlite3_stmt) stmt = ijk_sql_query (self, error, sql, "s", ijk_table_names[i]);
      const IjkStep step = stmt != NULL ? ijk_sql_step (self, stmt, error) : IJK_STEP_FAILED;

      if (step == IJK_STEP_DONE)
        ijk_set_damage (self, error, _("the reference table %s is missing"), ijk_table_names[i]);
      if (step != IJK_STEP_ROW || !ijk_sql_get_text (self, stmt, 0, &data_set->texts[i], error))
        return FALSE;
    }
  return TRUE;
}

/**
 * ijk_workbook_read_data_set:
 *
 * Reads the reference data of the file, compares them with their fingerprint, and loads them with
 * the strict loader.
 */
gboolean
ijk_workbook_read_data_set (IjkWorkbook *self,
                            GError     **error)
{
  static const char count_sql[] = "SELECT count (*) FROM reference_table";
  g_autoptr (IjkDataSet) data_set = g_new0 (IjkDataSet, 1);
  g_autoptr (IjkReference) reference = NULL;
  g_autofree char *stored = NULL;
  g_autofree char *hash = NULL;
  gint64 n_tables = 0;

  if (!read_hash (self, &stored, error) || !read_texts (self, data_set, error)
      || !ijk_sql_get_int (self, count_sql, &n_tables, error))
    return FALSE;
  hash = ijk_data_set_hash (data_set);
  if (strcmp (hash, stored) != 0 || n_tables != IJK_N_TABLES)
    {
      ijk_set_damage (self, error,
                      _("its reference data are not those it was saved with (the fingerprint does "
                        "not fit)"));
      return FALSE;
    }
  reference = ijk_data_set_parse (data_set, error);
  if (reference == NULL)
    {
      g_prefix_error (error, _("%s holds reference data that this program cannot use: "),
                      self->path);
      return FALSE;
    }
  g_clear_pointer (&self->data_set, ijk_data_set_free);
  g_clear_pointer (&self->reference, ijk_reference_unref);
  g_free (self->hash);
  self->data_set = g_steal_pointer (&data_set);
  self->reference = g_steal_pointer (&reference);
  self->hash = g_steal_pointer (&hash);
  return TRUE;
}

/* Whether the parents above @state come to an end. */
static gboolean
has_end (GHashTable     *by_id,
         const IjkState *state)
{
  for (guint i = 0; i <= IJK_WORKBOOK_MAX_DEPTH; i++)
    {
      if (state->parent_id == 0)
        return TRUE;
      state = g_hash_table_lookup (by_id, &state->parent_id);
      if (state == NULL)
        return FALSE;
    }
  return FALSE;
}

static gboolean
check_state (IjkWorkbook    *self,
             GHashTable     *by_id,
             const IjkState *state,
             GError        **error)
{
  const IjkState *parent = g_hash_table_lookup (by_id, &state->parent_id);
  g_autofree char *name = ijk_text_check (state->name, TRUE, _("the name of a scenario"), error);
  g_autofree char *description
      = name != NULL ? ijk_text_check (state->description, FALSE, _("the description"), error)
                     : NULL;
  g_autofree char *note
      = description != NULL ? ijk_text_check (state->note, FALSE, _("the note"), error) : NULL;

  if (note == NULL || !ijk_state_parse_levers (state, self->reference, NULL, error))
    {
      g_prefix_error (error, "%s: ", self->path);
      return FALSE;
    }
  if (has_end (by_id, state) && (parent == NULL || parent->kind == IJK_SCENARIO_SECTOR)
      && (parent != NULL || state->kind == IJK_SCENARIO_SECTOR))
    return TRUE;
  ijk_set_damage (self, error, _("the scenario “%s” hangs where it cannot hang"), state->name);
  return FALSE;
}

/**
 * ijk_workbook_verify:
 *
 * Checks every scenario as strictly as when it was written.
 */
gboolean
ijk_workbook_verify (IjkWorkbook *self,
                     GError     **error)
{
  g_autoptr (GPtrArray) states = ijk_state_read_all (self, TRUE, error);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);

  if (states == NULL)
    return FALSE;
  for (guint i = 0; i < states->len; i++)
    {
      IjkState *state = g_ptr_array_index (states, i);

      g_hash_table_insert (by_id, &state->id, state);
    }
  for (guint i = 0; i < states->len; i++)
    if (!check_state (self, by_id, g_ptr_array_index (states, i), error))
      return FALSE;
  return TRUE;
}
