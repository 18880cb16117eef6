/* IjkWorkbook: making, opening and closing.
 *
 * Opening believes nothing: first what the header says, before any SQL runs; then the schema; then
 * the pages; then the content. All of it in one read transaction, so it belongs together.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-workbook-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* Of the file header. */
#define HEADER_SIZE 100
#define HEADER_MAGIC "SQLite format 3"
#define HEADER_WRITE_FORMAT 18
#define HEADER_APPLICATION_ID 68
#define FORMAT_ROLLBACK 1

static IjkWorkbook *
new_workbook (const char *path)
{
  IjkWorkbook *self = g_new0 (IjkWorkbook, 1);

  self->path = g_canonicalize_filename (path, NULL);
  self->statements = g_hash_table_new (NULL, NULL);
  return self;
}

/**
 * ijk_workbook_close:
 * @self: (transfer full)
 *
 * Closes the file and frees the workbook. Everything that was saved is on the disk already.
 */
void
ijk_workbook_close (IjkWorkbook *self)
{
  GHashTableIter iter;
  gpointer stmt = NULL;

  g_hash_table_iter_init (&iter, self->statements);
  while (g_hash_table_iter_next (&iter, NULL, &stmt))
    (void) sqlite3_finalize (stmt); /* repeats an error that has been told */
  g_hash_table_unref (self->statements);
  if (sqlite3_close (self->db) != SQLITE_OK)
    g_warning ("a statement of %s was not finalised", self->path);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->data_set, ijk_data_set_free);
  g_clear_pointer (&self->reference, ijk_reference_unref);
  g_free (self->hash);
  g_free (self->notice);
  g_free (self->path);
  g_free (self);
}

/* Fills the new file: schema, reference data, templates. */
static gboolean
fill (IjkWorkbook      *self,
      const IjkDataSet *data_set,
      const char       *language,
      GError          **error)
{
  gboolean is_good = FALSE;

  if (!ijk_sql_connect (self, self->path, SQLITE_OPEN_READWRITE, error)
      || !ijk_schema_migrate (self, ijk_schema_version (), error)
      || !ijk_sql_begin_write (self, error))
    return FALSE;
  is_good = ijk_workbook_write_data_set (self, data_set, error)
            && ijk_workbook_read_data_set (self, error)
            && ijk_templates_insert (self, language, error);
  return ijk_sql_end (self, is_good, error);
}

/**
 * ijk_workbook_create:
 * @path: where no file is yet
 * @data_set: the reference data it is made with
 * @language: (nullable): "nl" for Dutch names of the shipped scenarios, else English
 *
 * Returns: (transfer full) (nullable): a new workbook with the shipped scenarios, or %NULL with
 *   %IJK_STORE_ERROR set and no file left behind
 */
IjkWorkbook *
ijk_workbook_create (const char       *path,
                     const IjkDataSet *data_set,
                     const char       *language,
                     GError          **error)
{
  g_autofree char *target = g_canonicalize_filename (path, NULL);
  g_autofree char *temporary = NULL;
  g_autoptr (IjkWorkbook) making = NULL;

  if (g_file_test (target, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_EXISTS,
                   _("%s exists already; choose another name"), target);
      return NULL;
    }
  temporary = ijk_file_temporary (target, error);
  if (temporary == NULL)
    return NULL;
  making = new_workbook (temporary);
  if (!fill (making, data_set, language, error))
    {
      ijk_file_discard (temporary);
      return NULL;
    }
  g_clear_pointer (&making, ijk_workbook_close);
  if (ijk_file_publish (temporary, target, error))
    {
      IjkWorkbook *made = ijk_workbook_open (target, IJK_WORKBOOK_DEFAULT, error);

      /* Else another try would be told that there is a file already. It holds nothing yet but what
       * the program ships. */
      if (made == NULL)
        ijk_file_discard (target);
      return made;
    }
  ijk_file_discard (temporary);
  return NULL;
}

/* Whether there is such a file at all: SQLite has one error for all the ways in which not. */
static gboolean
check_exists (IjkWorkbook *self,
              GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  GStatBuf status;
  const int trouble = g_stat (self->path, &status) == 0 ? 0 : errno;

  if (trouble == 0 && S_ISREG (status.st_mode))
    return TRUE;
  if (trouble == 0)
    g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_NOT_DATABASE,
                 _("%s is not a file, so it is not a workbook"), self->path);
  else if (trouble != ENOENT && trouble != ENOTDIR)
    g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_READ,
                 _("%s cannot be read: %s; ask its owner for the right to read it"), self->path,
                 g_strerror (trouble));
  else if (g_file_test (folder, G_FILE_TEST_IS_DIR))
    g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_GONE,
                 _("there is no file %s; check the name"), self->path);
  else
    g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_GONE,
                 _("there is no folder %s, so no workbook in it; check the name, or connect the "
                   "drive it is on"),
                 folder);
  return FALSE;
}

/* A file that cannot be written, or whose journal cannot be, opens read-only. */
static gboolean
check_writable (IjkWorkbook *self)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  if (faccessat (AT_FDCWD, self->path, W_OK, AT_EACCESS) == 0
      && faccessat (AT_FDCWD, folder, W_OK | X_OK, AT_EACCESS) == 0)
    return TRUE;
  self->is_read_only = TRUE;
  self->notice
      = g_strdup_printf (_("the file or its folder %s cannot be written; copy it to a folder"
                           " of your own to change it"),
                         folder);
  return FALSE;
}

/* Looks at the bytes before any SQL does: a database of someone else is not touched. */
static gboolean
check_header (IjkWorkbook *self,
              GError     **error)
{
  guint8 header[HEADER_SIZE];
  gint64 size = 0;
  gint64 application_id = 0;

  if (!ijk_read_raw (self->db, 0, header, HEADER_SIZE, &size))
    {
      ijk_sql_set_error (self, SQLITE_IOERR_READ, error);
      return FALSE;
    }
  for (guint i = 0; i < 4; i++)
    application_id = application_id << 8 | header[HEADER_APPLICATION_ID + i];
  if (size == 0)
    g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_NOT_DATABASE,
                 _("%s is empty, so it is not a workbook"), self->path);
  else if (memcmp (header, HEADER_MAGIC, sizeof HEADER_MAGIC) != 0)
    {
      if (application_id == IJK_WORKBOOK_APPLICATION_ID)
        ijk_set_damage (self, error, _("its first bytes are not those of a workbook"));
      else
        g_set_error (
            error, IJK_STORE_ERROR, IJK_STORE_ERROR_NOT_DATABASE,
            _("%s is not a workbook: it is a file of another kind; choose a file whose name "
              "ends in .ijkpad"),
            self->path);
    }
  else if (size < HEADER_SIZE)
    ijk_set_damage (self, error, _("its header is cut short"));
  else if (application_id != IJK_WORKBOOK_APPLICATION_ID)
    g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_OTHER_PROGRAM,
                 _("%s is a database of another program, not a workbook; choose another file"),
                 self->path);
  else if (header[HEADER_WRITE_FORMAT] != FORMAT_ROLLBACK
           || header[HEADER_WRITE_FORMAT + 1] != FORMAT_ROLLBACK)
    ijk_set_damage (self, error, _("its journal is of a kind that no workbook has"));
  else
    return TRUE;
  return FALSE;
}

/* Refuses a schema that is not ours, notes a version that is newer. */
static gboolean
check_schema (IjkWorkbook *self,
              GError     **error)
{
  static const char sql[] = "PRAGMA user_version";
  gint64 version = 0;

  if (!ijk_sql_get_int (self, sql, &version, error))
    return FALSE;
  if (version < 1 || version > G_MAXINT16)
    {
      ijk_set_damage (self, error, _("its version is %" PRId64), version);
      return FALSE;
    }
  self->version = (int) version;
  if (!ijk_schema_compare (self, self->version, error))
    return FALSE;
  if (self->version > ijk_schema_version ())
    {
      self->is_read_only = TRUE;
      g_free (self->notice);
      self->notice
          = g_strdup_printf (_("it was saved by a newer version of the program (format %d, "
                               "this one knows %d); update the program to change it"),
                             self->version, ijk_schema_version ());
    }
  return TRUE;
}

/* A file of an older version that cannot be changed is read from a copy in memory. */
static gboolean
migrate_in_memory (IjkWorkbook *self,
                   GError     **error)
{
  g_autoptr (IjkWorkbook) memory = new_workbook (self->path);
  sqlite3 *db = NULL;
  GHashTable *statements = NULL;
  sqlite3_backup *backup = NULL;
  int code = SQLITE_OK;

  if (!ijk_sql_connect (memory, ":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error))
    return FALSE;
  backup = sqlite3_backup_init (memory->db, "main", self->db, "main");
  code = backup != NULL ? sqlite3_backup_step (backup, -1) : SQLITE_NOMEM;
  (void) sqlite3_backup_finish (backup); /* repeats the code of the step */
  if (code != SQLITE_DONE)
    {
      ijk_sql_set_error (self, code, error);
      return FALSE;
    }
  memory->version = self->version;
  if (!ijk_schema_migrate (memory, ijk_schema_version (), error))
    return FALSE;
  db = self->db;
  statements = self->statements;
  self->db = memory->db;
  self->statements = memory->statements;
  self->version = memory->version;
  memory->db = db;
  memory->statements = statements;
  ijk_sql_watch (self);
  return TRUE;
}

/* Brings an older file up to date, after keeping a copy beside it. */
static gboolean
migrate (IjkWorkbook *self,
         GError     **error)
{
  g_autofree char *backup = NULL;

  if (self->is_read_only)
    return migrate_in_memory (self, error);
  backup = ijk_file_backup (self, error);
  if (backup == NULL || !ijk_schema_migrate (self, ijk_schema_version (), error))
    return FALSE;
  self->notice
      = g_strdup_printf (_("it was brought up to date; the file as it was is kept as %s"), backup);
  return TRUE;
}

static gboolean
read_content (IjkWorkbook *self,
              GError     **error)
{
  return ijk_workbook_read_data_set (self, error) && ijk_workbook_verify (self, error);
}

static gboolean
open_connected (IjkWorkbook *self,
                GError     **error)
{
  gboolean is_good = FALSE;

  if (!check_header (self, error) || !ijk_sql_configure (self, error)
      || !ijk_sql_begin (self, error))
    return FALSE;
  is_good = check_schema (self, error) && ijk_workbook_verify_file (self, error);
  if (is_good && self->version < ijk_schema_version ())
    {
      if (!ijk_sql_end (self, TRUE, error) || !migrate (self, error)
          || !ijk_sql_begin (self, error))
        return FALSE;
    }
  return ijk_sql_end (self, is_good && read_content (self, error), error);
}

/* What is wrong with a file of a newer version may only be that this one does not know it. */
static void
explain_newer (IjkWorkbook *self,
               GError     **error)
{
  if (self->version <= ijk_schema_version () || error == NULL
      || g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      || g_error_matches (*error, IJK_STORE_ERROR, IJK_STORE_ERROR_LOCKED))
    return;
  (*error)->code = IJK_STORE_ERROR_NEWER;
  (*error)->domain = IJK_STORE_ERROR;
  g_prefix_error (
      error,
      _("%s was saved by a newer version of the program and cannot be read by this one; "
        "update the program: "),
      self->path);
}

/**
 * ijk_workbook_open:
 *
 * Opens a workbook from whoever it comes, and checks all of it.
 *
 * Returns: (transfer full) (nullable): the workbook, or %NULL with %IJK_STORE_ERROR set
 */
IjkWorkbook *
ijk_workbook_open (const char      *path,
                   IjkWorkbookFlags flags,
                   GError         **error)
{
  g_autoptr (IjkWorkbook) self = new_workbook (path);
  gboolean is_writable = FALSE;
  GError *local = NULL;

  if (!check_exists (self, error))
    return NULL;
  is_writable = check_writable (self);
  if (flags & IJK_WORKBOOK_READ_ONLY)
    self->is_read_only = TRUE;
  /* The connection may write even if the caller will not: only so can SQLite take back an edit that
   * was under way when a program was killed. */
  if (ijk_sql_attach (self, self->path,
                      is_writable ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY, &local)
      && open_connected (self, &local))
    return g_steal_pointer (&self);
  explain_newer (self, &local);
  g_propagate_error (error, local);
  return NULL;
}

/* Returns: (transfer full): where the workbook is that opens when none is named */
char *
ijk_workbook_default_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "ijkpad", "workbook.ijkpad", NULL);
}

/* Returns: (transfer none): the absolute name of the file */
const char *
ijk_workbook_get_path (IjkWorkbook *self)
{
  return self->path;
}

/* Returns: (transfer none): the facts its scenarios are worked out on, until an upgrade */
const IjkReference *
ijk_workbook_get_reference (IjkWorkbook *self)
{
  return self->reference;
}

/* Returns: (transfer none): the same as text */
const IjkDataSet *
ijk_workbook_get_data_set (IjkWorkbook *self)
{
  return self->data_set;
}

/* Returns: (transfer none): the fingerprint of the reference data, 64 hexadecimal digits */
const char *
ijk_workbook_get_hash (IjkWorkbook *self)
{
  return self->hash;
}

gboolean
ijk_workbook_is_read_only (IjkWorkbook *self)
{
  return self->is_read_only;
}

/* Returns: (transfer none) (nullable): what a person should know about how it was opened */
const char *
ijk_workbook_get_notice (IjkWorkbook *self)
{
  return self->notice;
}

/* How long a call waits for another process, in ms. */
void
ijk_workbook_set_busy_timeout (IjkWorkbook *self,
                               guint        timeout_ms)
{
  (void) sqlite3_busy_timeout (self->db, (int) MIN (timeout_ms, (guint) G_MAXINT));
}

/* @cancellable: (nullable): stops the calls that follow */
void
ijk_workbook_set_cancellable (IjkWorkbook  *self,
                              GCancellable *cancellable)
{
  g_set_object (&self->cancellable, cancellable);
}
