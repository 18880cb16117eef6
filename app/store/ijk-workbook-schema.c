/* The schema: its text is in the program, migrations only add to it, and that of a file must be
 * exactly what they make.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-workbook-private.h"

#include "ijk-sentence.h"
#include "ijk-store-resource.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PREFIX "/org/ijkpad/Ijkpad/schema/"

/* In order; version n is what the first n make. */
static const char *const migrations[] = {
  PREFIX "001-workbook.sql",
  PREFIX "002-snapshot.sql",
};

/* The version this program writes. */
int
ijk_schema_version (void)
{
  return G_N_ELEMENTS (migrations);
}

static gboolean
execute (IjkWorkbook *self,
         const char  *sql,
         GError     **error)
{
  const int code = sqlite3_exec (self->db, sql, NULL, NULL, NULL);

  if (code == SQLITE_OK)
    return TRUE;
  ijk_sql_set_error (self, code, error);
  return FALSE;
}

/* One migration and the version it leads to, whole or not at all. */
static gboolean
run_migration (IjkWorkbook *self,
               int          version,
               GError     **error)
{
  g_autoptr (GBytes) bytes = g_resource_lookup_data (ijk_store_get_resource (),
                                                     migrations[version - 1],
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *marks = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d;",
                                            IJK_WORKBOOK_APPLICATION_ID, version);
  gboolean is_good = FALSE;

  g_assert (bytes != NULL);
  if (!execute (self, "BEGIN IMMEDIATE", error))
    return FALSE;
  is_good = execute (self, g_bytes_get_data (bytes, NULL), error) && execute (self, marks, error);
  return ijk_sql_end (self, is_good, error);
}

/* Brings the file from the version it is to @to_version; 0 is an empty one. */
gboolean
ijk_schema_migrate (IjkWorkbook *self,
                    int          to_version,
                    GError     **error)
{
  for (; self->version < to_version; self->version++)
    if (!run_migration (self, self->version + 1, error))
      return FALSE;
  return TRUE;
}

/* Everything a schema holds, by name, with the text that made it.
 * Returns: (transfer full) (nullable) (element-type utf8 utf8) */
static GHashTable *
read_schema (IjkWorkbook *self,
             GError     **error)
{
  static const char sql[] = "SELECT type, name, tbl_name, sql FROM sqlite_schema";
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (sqlite3_stmt) stmt = ijk_sql_query (self, error, sql, "");
  IjkStep step = IJK_STEP_FAILED;

  if (stmt == NULL)
    return NULL;
  while ((step = ijk_sql_step (self, stmt, error)) == IJK_STEP_ROW)
    {
      g_autofree char *type = NULL;
      g_autofree char *name = NULL;
      g_autofree char *table = NULL;
      g_autofree char *text = NULL;

      if (!ijk_sql_get_text (self, stmt, 0, &type, error)
          || !ijk_sql_get_text (self, stmt, 1, &name, error)
          || !ijk_sql_get_text (self, stmt, 2, &table, error)
          || !ijk_sql_get_text_or_null (self, stmt, 3, &text, error))
        return NULL;
      g_hash_table_insert (found, g_strdup_printf ("%s “%s”", type, name),
                           g_strdup_printf ("%s\n%s", table, text != NULL ? text : ""));
    }
  return step == IJK_STEP_DONE ? g_steal_pointer (&found) : NULL;
}

/* What the migrations make, made anew in memory.
 * Returns: (transfer full) (nullable) (element-type utf8 utf8) */
static GHashTable *
make_known_schema (int      version,
                   GError **error)
{
  g_autoptr (IjkWorkbook) known = g_new0 (IjkWorkbook, 1);

  known->path = g_strdup ("memory");
  known->statements = g_hash_table_new (NULL, NULL);
  if (!ijk_sql_connect (known, ":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error)
      || !ijk_schema_migrate (known, version, error))
    return NULL;
  return read_schema (known, error);
}

static gboolean
is_plain (const char *thing)
{
  return g_str_has_prefix (thing, "table ") || g_str_has_prefix (thing, "index ");
}

/**
 * ijk_schema_compare:
 * @version: of the file
 *
 * Compares the schema of the file with what the migrations make. A file of a newer version may
 * have more tables and indexes, but nothing that runs.
 *
 * Returns: %FALSE with %IJK_STORE_ERROR_SCHEMA set when they differ
 */
gboolean
ijk_schema_compare (IjkWorkbook *self,
                    int          version,
                    GError     **error)
{
  const gboolean is_newer = version > ijk_schema_version ();
  g_autoptr (GHashTable) found = read_schema (self, error);
  g_autoptr (GHashTable) known
      = found != NULL ? make_known_schema (MIN (version, ijk_schema_version ()), error) : NULL;
  g_autofree char *clean = NULL;
  GHashTableIter iter;
  gpointer thing = NULL;
  gpointer text = NULL;

  if (known == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &thing, &text))
    {
      const char *expected = g_hash_table_lookup (known, thing);

      if (g_strcmp0 (expected, text) == 0 || (is_newer && is_plain (thing)))
        continue;
      clean = ijk_sentence_clean (thing);
      g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_SCHEMA,
                   /* Translators: first %s: a file; second: a part of a database in English, as
                    * in 'table “scenario”'. */
                   expected == NULL
                       ? _(
                           "%s holds the %s, which no workbook has; it was changed by another "
                           "program and is not opened; ask for the original, or save its scenarios "
                           "with “ijkpad recover”")
                       : _("%s holds the %s, which is not as a workbook has it; it was changed by "
                           "another program and is not opened; ask for the original, or save its "
                           "scenarios with “ijkpad recover”"),
                   self->path, clean);
      return FALSE;
    }
  g_hash_table_iter_init (&iter, known);
  while (g_hash_table_iter_next (&iter, &thing, NULL))
    if (!g_hash_table_contains (found, thing))
      {
        g_set_error (
            error, IJK_STORE_ERROR, IJK_STORE_ERROR_SCHEMA,
            _("%s lacks the %s, which every workbook has; ask for the original, or save its "
              "scenarios with “ijkpad recover”"),
            self->path, (const char *) thing);
        return FALSE;
      }
  return TRUE;
}
