/* What SQLite says, as a sentence for a person: what is wrong, with which file, what to do.
 *
 * Nothing here opens the file a second time. Closing any descriptor of a file gives up all locks
 * that the process holds on it (a rule of POSIX), so the header is read through the connection and
 * the owner of a lock is looked up in the table of the kernel.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-workbook-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Where SQLite locks a file: the byte of the pending lock, and those after it. */
#define LOCK_FIRST_BYTE G_GINT64_CONSTANT (0x40000000)
#define LOCK_N_BYTES 512

/* Of the header of a database, in the order of the file format. */
#define HEADER_SIZE 100
#define HEADER_MAGIC "SQLite format 3"

/**
 * ijk_read_raw:
 * @bytes: (out caller-allocates): filled with zeros past the end of the file
 * @file_size: (out) (optional): bytes
 *
 * Reads bytes of the file as they are, through the connection.
 */
gboolean
ijk_read_raw (sqlite3 *db,
              gint64   offset,
              void    *bytes,
              int      n_bytes,
              gint64  *file_size)
{
  sqlite3_file *file = NULL;
  sqlite3_int64 size = 0;
  int code = SQLITE_OK;

  memset (bytes, 0, (gsize) n_bytes);
  if (sqlite3_file_control (db, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK
      || file == NULL || file->pMethods == NULL)
    return FALSE;
  if (file->pMethods->xFileSize (file, &size) != SQLITE_OK)
    return FALSE;
  if (file_size != NULL)
    *file_size = size;
  code = file->pMethods->xRead (file, bytes, n_bytes, offset);
  return code == SQLITE_OK || code == SQLITE_IOERR_SHORT_READ;
}

/* The command and number of a process that holds a lock on the file, or NULL. */
static char *
find_lock_owner (const char *path)
{
  g_autofree char *locks = NULL;
  g_auto (GStrv) lines = NULL;
  struct stat status;

  if (stat (path, &status) != 0 || !g_file_get_contents ("/proc/locks", &locks, NULL, NULL))
    return NULL;
  lines = g_strsplit (locks, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      /* 1: POSIX  ADVISORY  WRITE 1234 fe:01:5678 1073741825 1073741825 */
      g_autofree char *comm_path = NULL;
      g_autofree char *comm = NULL;
      int pid = 0;
      unsigned long long inode = 0;
      long long first = 0;

      if (sscanf (lines[i], "%*s %*s %*s WRITE %d %*x:%*x:%llu %lld", &pid, &inode, &first) != 3
          || inode != (unsigned long long) status.st_ino || pid <= 0 || pid == (int) getpid ()
          || first < LOCK_FIRST_BYTE || first >= LOCK_FIRST_BYTE + LOCK_N_BYTES)
        continue;
      comm_path = g_strdup_printf ("/proc/%d/comm", pid);
      if (!g_file_get_contents (comm_path, &comm, NULL, NULL))
        continue;
      g_strdelimit (g_strchomp (comm), "\n", ' ');
      /* Translators: the name of a program and the number of its process. */
      return g_strdup_printf (_("“%s” (process %d)"), comm, pid);
    }
  return NULL;
}

static void
set_locked (IjkWorkbook *self,
            GError     **error)
{
  g_autofree char *owner = find_lock_owner (self->path);

  if (owner != NULL)
    g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_LOCKED,
                 _("%s is being used by %s; wait until that has finished or close it there, then "
                   "try again"),
                 self->path, owner);
  else
    g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_LOCKED,
                 _("%s is being used by another program; wait until that has finished or close it "
                   "there, then try again"),
                 self->path);
}

static void
set_gone (IjkWorkbook *self,
          GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  if (g_file_test (folder, G_FILE_TEST_IS_DIR))
    g_set_error (
        error, IJK_STORE_ERROR, IJK_STORE_ERROR_GONE,
        _("there is no file %s any more: it was moved, renamed or removed; put it back or "
          "save a copy under another name"),
        self->path);
  else
    g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_GONE,
                 _("the folder of %s is not there any more: it was removed, or its drive is no "
                   "longer connected; connect it again or save a copy elsewhere"),
                 self->path);
}

static void
set_cannot_open (IjkWorkbook *self,
                 GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  if (!g_file_test (self->path, G_FILE_TEST_EXISTS))
    set_gone (self, error);
  else if (access (self->path, R_OK) != 0)
    g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_READ,
                 _("%s cannot be read: %s; ask its owner for the right to read it"), self->path,
                 g_strerror (errno));
  else
    g_set_error (
        error, IJK_STORE_ERROR, IJK_STORE_ERROR_READ_ONLY,
        _("%s cannot be changed: no file can be made in its folder %s; copy it to a folder "
          "of your own"),
        self->path, folder);
}

/* Says that the file is damaged, and if so that it is cut short. */
void
ijk_set_damage (IjkWorkbook *self,
                GError     **error,
                const char  *format,
                ...)
{
  g_autofree char *what = NULL;
  guint8 header[HEADER_SIZE];
  gint64 size = 0;
  gint64 promised = 0;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  if (self->db != NULL && ijk_read_raw (self->db, 0, header, HEADER_SIZE, &size)
      && memcmp (header, HEADER_MAGIC, sizeof HEADER_MAGIC) == 0)
    {
      const gint64 page_size = header[16] << 8 | header[17];
      const gint64 n_pages = (gint64) header[28] << 24 | header[29] << 16 | header[30] << 8
                             | header[31];

      promised = n_pages * (page_size == 1 ? 65536 : page_size);
      if (size < HEADER_SIZE)
        promised = HEADER_SIZE;
    }
  if (size < promised)
    g_set_error (
        error, IJK_STORE_ERROR, IJK_STORE_ERROR_DAMAGED,
        _("%s is cut short: %" PRId64 " of %" PRId64
          " bytes are there; get the file again, or save what is left with “ijkpad recover”"),
        self->path, size, promised);
  else
    g_set_error (
        error, IJK_STORE_ERROR, IJK_STORE_ERROR_DAMAGED,
        _("%s is damaged: %s; use a backup, or save what can be read with “ijkpad recover”"),
        self->path, what);
}

static void
set_read_error (IjkWorkbook *self,
                int          code,
                GError     **error)
{
  const int system_code = self->db != NULL ? sqlite3_system_errno (self->db) : 0;

  g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_READ,
               _("%s cannot be read or written: %s%s%s; check its disk or network drive and try "
                 "again"),
               self->path, sqlite3_errstr (code), system_code != 0 ? ", " : "",
               system_code != 0 ? g_strerror (system_code) : "");
}

static gboolean
is_out_of_room (IjkWorkbook *self,
                int          code)
{
  const int system_code = self->db != NULL ? sqlite3_system_errno (self->db) : 0;

  return (code & 0xff) == SQLITE_FULL
         || ((code & 0xff) == SQLITE_IOERR && (system_code == ENOSPC || system_code == EDQUOT));
}

/**
 * ijk_sql_set_error:
 * @code: extended result code of SQLite
 *
 * Sets %IJK_STORE_ERROR, or %G_IO_ERROR_CANCELLED, for a call that failed.
 */
void
ijk_sql_set_error (IjkWorkbook *self,
                   int          code,
                   GError     **error)
{
  if (is_out_of_room (self, code))
    {
      g_set_error (
          error, IJK_STORE_ERROR, IJK_STORE_ERROR_FULL,
          _("the disk of %s is full, so nothing was saved; what was there before is whole; "
            "make room and try again"),
          self->path);
      return;
    }
  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
      set_locked (self, error);
      break;
    case SQLITE_READONLY:
      if (code == SQLITE_READONLY_DBMOVED)
        set_gone (self, error);
      else
        set_cannot_open (self, error);
      break;
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      set_cannot_open (self, error);
      break;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_TOOBIG:
    case SQLITE_FORMAT:
      ijk_set_damage (self, error, "%s", sqlite3_errstr (code));
      break;
    case SQLITE_IOERR:
      if (code == SQLITE_IOERR_SHORT_READ || code == SQLITE_IOERR_CORRUPTFS)
        ijk_set_damage (self, error, "%s", sqlite3_errstr (code));
      else if (!g_file_test (self->path, G_FILE_TEST_EXISTS))
        set_gone (self, error);
      else
        set_read_error (self, code, error);
      break;
    case SQLITE_INTERRUPT:
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, _("stopped before it was finished"));
      break;
    case SQLITE_CONSTRAINT:
      g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_VALUE, _("%s does not take this: %s"),
                   self->path, sqlite3_errmsg (self->db));
      break;
    case SQLITE_ERROR:
      /* A table or column that a statement names is not there. */
      g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_SCHEMA,
                   _("%s is not built as this program builds a workbook: %s"), self->path,
                   sqlite3_errmsg (self->db));
      break;
    default: /* not an enum of ours */
      set_read_error (self, code, error);
      break;
    }
}
