/* The connection of a workbook: how it is guarded, its statements, its transactions.
 *
 * Statements are prepared once and kept by the address of their text, which is a constant beside
 * the function that uses it. They are finalised before the connection is closed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-workbook-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Longest text or row in bytes. The longest the program writes is a reference table. */
#define MAX_LENGTH (16 * 1024 * 1024)

/* A query asks this often whether it has been cancelled, in steps of the virtual machine. */
#define STEPS_BETWEEN_CHECKS 1000

static const struct
{
  int option;
  int is_on;
} options[] = {
  { SQLITE_DBCONFIG_DEFENSIVE, 1 },
  { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
  { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
  { SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 },
  { SQLITE_DBCONFIG_ENABLE_VIEW, 0 },
  { SQLITE_DBCONFIG_ENABLE_FKEY, 1 },
  { SQLITE_DBCONFIG_DQS_DML, 0 },
  { SQLITE_DBCONFIG_DQS_DDL, 0 },
};

static const struct
{
  int id;
  int value;
} limits[] = {
  { SQLITE_LIMIT_LENGTH, MAX_LENGTH },
  { SQLITE_LIMIT_SQL_LENGTH, 100000 },
  { SQLITE_LIMIT_COLUMN, 64 },
  { SQLITE_LIMIT_EXPR_DEPTH, 64 },
  { SQLITE_LIMIT_COMPOUND_SELECT, 8 },
  { SQLITE_LIMIT_FUNCTION_ARG, 8 },
  { SQLITE_LIMIT_ATTACHED, 0 },
  { SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 200 },
  { SQLITE_LIMIT_VARIABLE_NUMBER, 32 },
  { SQLITE_LIMIT_TRIGGER_DEPTH, 1 },
  { SQLITE_LIMIT_WORKER_THREADS, 0 },
};

/* EXTRA is FULL and a sync of the folder after the journal is removed. Without that a loss of power
 * can bring the journal back, and with it the state before an edit that was reported as saved. */
static const char settings_sql[] = "PRAGMA cell_size_check = ON;"
                                   "PRAGMA mmap_size = 0;"
                                   "PRAGMA synchronous = EXTRA;"
                                   "PRAGMA temp_store = MEMORY;";

static int
ask_whether_cancelled (gpointer data)
{
  const IjkWorkbook *self = data;

  return self->cancellable != NULL && g_cancellable_is_cancelled (self->cancellable);
}

/* Lets a long query of the connection be cancelled through @self. */
void
ijk_sql_watch (IjkWorkbook *self)
{
  sqlite3_progress_handler (self->db, STEPS_BETWEEN_CHECKS, ask_whether_cancelled, self);
}

/* Opens @path and guards the connection; nothing of the file is read yet. @path is absolute, which
 * keeps a name that starts with "file:" from being read as a URI. */
gboolean
ijk_sql_attach (IjkWorkbook *self,
                const char  *path,
                int          flags,
                GError     **error)
{
  int code = sqlite3_open_v2 (path, &self->db, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
                              NULL);

  for (guint i = 0; code == SQLITE_OK && i < G_N_ELEMENTS (options); i++)
    code = sqlite3_db_config (self->db, options[i].option, options[i].is_on, NULL);
  if (code == SQLITE_OK)
    code = sqlite3_busy_timeout (self->db, IJK_WORKBOOK_BUSY_TIMEOUT_MS);
  if (code != SQLITE_OK)
    {
      ijk_sql_set_error (self, code, error);
      return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    (void) sqlite3_limit (self->db, limits[i].id, limits[i].value);
  ijk_sql_watch (self);
  return TRUE;
}

/* Settings that SQLite can only take once it has read the schema. */
gboolean
ijk_sql_configure (IjkWorkbook *self,
                   GError     **error)
{
  const int code = sqlite3_exec (self->db, settings_sql, NULL, NULL, NULL);

  if (code == SQLITE_OK)
    return TRUE;
  ijk_sql_set_error (self, code, error);
  return FALSE;
}

/* Opens a file of our own making. */
gboolean
ijk_sql_connect (IjkWorkbook *self,
                 const char  *path,
                 int          flags,
                 GError     **error)
{
  return ijk_sql_attach (self, path, flags, error) && ijk_sql_configure (self, error);
}

/* Makes a statement ready for its next use. */
void
ijk_sql_done (sqlite3_stmt *stmt)
{
  /* The code of a reset repeats the error of the step before it, which has been told. */
  (void) sqlite3_reset (stmt);
  (void) sqlite3_clear_bindings (stmt);
}

static sqlite3_stmt *
prepare (IjkWorkbook *self,
         const char  *sql,
         GError     **error)
{
  sqlite3_stmt *stmt = g_hash_table_lookup (self->statements, sql);
  const char *tail = NULL;
  int code = SQLITE_OK;

  if (stmt != NULL)
    return stmt;
  code = sqlite3_prepare_v3 (self->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &stmt, &tail);
  if (code != SQLITE_OK)
    {
      ijk_sql_set_error (self, code, error);
      return NULL;
    }
  g_assert (stmt != NULL && *tail == '\0');
  g_hash_table_insert (self->statements, (gpointer) sql, stmt);
  return stmt;
}

static int
bind_arguments (sqlite3_stmt *stmt,
                const char   *types,
                va_list       args)
{
  int code = SQLITE_OK;

  for (int i = 1; types[i - 1] != '\0' && code == SQLITE_OK; i++)
    switch (types[i - 1])
      {
      case 'i':
        code = sqlite3_bind_int64 (stmt, i, va_arg (args, gint64));
        break;
      case 'r':
        {
          const gint64 id = va_arg (args, gint64);

          code = id == 0 ? sqlite3_bind_null (stmt, i) : sqlite3_bind_int64 (stmt, i, id);
        }
        break;
      case 'd':
        code = sqlite3_bind_double (stmt, i, va_arg (args, double));
        break;
      case 's':
        code = sqlite3_bind_text (stmt, i, va_arg (args, const char *), -1, SQLITE_TRANSIENT);
        break;
      default:
        g_assert_not_reached ();
      }
  return code;
}

static sqlite3_stmt *
query_with_list (IjkWorkbook *self,
                 GError     **error,
                 const char  *sql,
                 const char  *types,
                 va_list      args)
{
  sqlite3_stmt *stmt = prepare (self, sql, error);
  int code = SQLITE_OK;

  if (stmt == NULL)
    return NULL;
  g_assert (!sqlite3_stmt_busy (stmt));
  code = bind_arguments (stmt, types, args);
  if (code == SQLITE_OK)
    return stmt;
  ijk_sql_set_error (self, code, error);
  ijk_sql_done (stmt);
  return NULL;
}

/* A statement with its arguments, to be stepped; given back with ijk_sql_done(), which g_autoptr
 * does. Returns: (transfer none) (nullable) */
sqlite3_stmt *
ijk_sql_query (IjkWorkbook *self,
               GError     **error,
               const char  *sql,
               const char  *types,
               ...)
{
  sqlite3_stmt *stmt = NULL;
  va_list args;

  va_start (args, types);
  stmt = query_with_list (self, error, sql, types, args);
  va_end (args);
  return stmt;
}

IjkStep
ijk_sql_step (IjkWorkbook  *self,
              sqlite3_stmt *stmt,
              GError      **error)
{
  const int code = sqlite3_step (stmt);

  if (code == SQLITE_ROW)
    return IJK_STEP_ROW;
  if (code == SQLITE_DONE)
    return IJK_STEP_DONE;
  ijk_sql_set_error (self, code, error);
  return IJK_STEP_FAILED;
}

/* Runs a statement to its end; rows are passed over. */
gboolean
ijk_sql_run (IjkWorkbook *self,
             GError     **error,
             const char  *sql,
             const char  *types,
             ...)
{
  g_autoptr (sqlite3_stmt) stmt = NULL;
  IjkStep step = IJK_STEP_ROW;
  va_list args;

  va_start (args, types);
  stmt = query_with_list (self, error, sql, types, args);
  va_end (args);
  if (stmt == NULL)
    return FALSE;
  while (step == IJK_STEP_ROW)
    step = ijk_sql_step (self, stmt, error);
  return step == IJK_STEP_DONE;
}

/* The first number of the first row. No row is an error of the file. */
gboolean
ijk_sql_get_int (IjkWorkbook *self,
                 const char  *sql,
                 gint64      *number,
                 GError     **error)
{
  g_autoptr (sqlite3_stmt) stmt = ijk_sql_query (self, error, sql, "");
  IjkStep step = stmt != NULL ? ijk_sql_step (self, stmt, error) : IJK_STEP_FAILED;

  if (step == IJK_STEP_DONE)
    ijk_set_damage (self, error, _("a row that every workbook has is missing"));
  if (step != IJK_STEP_ROW)
    return FALSE;
  *number = sqlite3_column_int64 (stmt, 0);
  return TRUE;
}

/**
 * ijk_sql_get_text:
 * @text: (out) (transfer full): a copy
 *
 * Returns: %FALSE with %IJK_STORE_ERROR_DAMAGED set when the cell is no text or NULL: SQLite does
 *   not check what it reads, and in a damaged file a column that is NOT NULL can hold NULL
 */
gboolean
ijk_sql_get_text (IjkWorkbook  *self,
                  sqlite3_stmt *stmt,
                  int           column,
                  char        **text,
                  GError      **error)
{
  if (!ijk_sql_get_text_or_null (self, stmt, column, text, error))
    return FALSE;
  if (*text != NULL)
    return TRUE;
  ijk_set_damage (self, error, _("the column %s of a row is empty"),
                  sqlite3_column_name (stmt, column));
  return FALSE;
}

/* The same for a column that may hold NULL. @text: (out) (nullable) (transfer full) */
gboolean
ijk_sql_get_text_or_null (IjkWorkbook  *self,
                          sqlite3_stmt *stmt,
                          int           column,
                          char        **text,
                          GError      **error)
{
  const char *bytes = (const char *) sqlite3_column_text (stmt, column);
  const int n_bytes = sqlite3_column_bytes (stmt, column);

  *text = NULL;
  if (sqlite3_column_type (stmt, column) == SQLITE_NULL)
    return TRUE;
  if (bytes == NULL || !g_utf8_validate_len (bytes, (gsize) n_bytes, NULL))
    {
      ijk_set_damage (self, error, _("the column %s of a row is not text"),
                      sqlite3_column_name (stmt, column));
      return FALSE;
    }
  *text = g_strndup (bytes, (gsize) n_bytes);
  return TRUE;
}

/* Starts a transaction in which everything read belongs together. */
gboolean
ijk_sql_begin (IjkWorkbook *self,
               GError     **error)
{
  static const char sql[] = "BEGIN";

  return ijk_sql_run (self, error, sql, "");
}

/* Another process may have migrated the file or given it other reference data since it was opened
 * here; what is in memory then no longer fits. */
static gboolean
check_nothing_replaced (IjkWorkbook *self,
                        GError     **error)
{
  static const char version_sql[] = "PRAGMA user_version";
  static const char hash_sql[] = "SELECT data_set_hash FROM workbook WHERE id = 1";
  g_autoptr (sqlite3_stmt) stmt = NULL;
  g_autofree char *hash = NULL;
  gint64 version = 0;

  if (!ijk_sql_get_int (self, version_sql, &version, error))
    return FALSE;
  stmt = ijk_sql_query (self, error, hash_sql, "");
  if (stmt == NULL || ijk_sql_step (self, stmt, error) == IJK_STEP_FAILED
      || !ijk_sql_get_text (self, stmt, 0, &hash, error))
    return FALSE;
  if (version == self->version && g_strcmp0 (hash, self->hash) == 0)
    return TRUE;
  g_set_error (
      error, IJK_STORE_ERROR, IJK_STORE_ERROR_CONFLICT,
      _("another program has upgraded %s since it was opened; close it and open it again"),
      self->path);
  return FALSE;
}

/**
 * ijk_sql_begin_write:
 *
 * Starts a transaction that holds the right to write from the start, so what it reads cannot
 * change before it writes.
 */
gboolean
ijk_sql_begin_write (IjkWorkbook *self,
                     GError     **error)
{
  static const char sql[] = "BEGIN IMMEDIATE";

  if (self->is_read_only)
    {
      if (self->notice != NULL)
        g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_READ_ONLY,
                     _("%s cannot be changed: %s"), self->path, self->notice);
      else
        g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_READ_ONLY,
                     _("%s cannot be changed: it was opened to read only"), self->path);
      return FALSE;
    }
  if (!ijk_sql_run (self, error, sql, ""))
    return FALSE;
  if (self->hash == NULL || check_nothing_replaced (self, error))
    return TRUE;
  return ijk_sql_end (self, FALSE, NULL);
}

/**
 * ijk_sql_end:
 * @is_good: whether what was to be done has succeeded; if not, @error is set already
 *
 * Commits, or takes everything back.
 *
 * Returns: whether it is on the disk
 */
gboolean
ijk_sql_end (IjkWorkbook *self,
             gboolean     is_good,
             GError     **error)
{
  static const char commit_sql[] = "COMMIT";
  static const char rollback_sql[] = "ROLLBACK";

  if (is_good && ijk_sql_run (self, error, commit_sql, ""))
    return TRUE;
  /* Some errors have taken it back already. If this one fails too, the journal does it when the
   * file is next opened. */
  if (!sqlite3_get_autocommit (self->db))
    (void) ijk_sql_run (self, NULL, rollback_sql, "");
  return FALSE;
}
