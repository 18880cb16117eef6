/* The files beside a workbook: made under another name first, put in place whole, never over
 * another file; and backups.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-workbook-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* Bytes copied at a time. */
#define BLOCK_SIZE 65536

/* Attempts to find a name that is free, which differ in a number at the end. */
#define MAX_ATTEMPTS 100

typedef enum
{
  ACTION_MAKE,
  ACTION_READ,
  ACTION_WRITE,
  ACTION_COPY,
} Action;

static void
set_file_error (GError **error, const char *path, Action action, int code)
{
  IjkStoreError kind = IJK_STORE_ERROR_READ;

  if (code == ENOSPC || code == EDQUOT)
    kind = IJK_STORE_ERROR_FULL;
  else if (code == EACCES || code == EPERM || code == EROFS)
    kind = IJK_STORE_ERROR_READ_ONLY;
  else if (code == ENOENT || code == ENOTDIR)
    kind = IJK_STORE_ERROR_GONE;
  else if (code == EEXIST)
    kind = IJK_STORE_ERROR_EXISTS;
  switch (action)
    {
    /* Translators: in these, first %s: a file; second: the reason. */
    case ACTION_MAKE:
      g_set_error (error, IJK_STORE_ERROR, kind,
                   _("%s cannot be made: %s; choose another name or folder"), path,
                   g_strerror (code));
      return;
    case ACTION_READ:
      g_set_error (error, IJK_STORE_ERROR, kind,
                   _("%s cannot be read: %s; choose another name or folder"), path,
                   g_strerror (code));
      return;
    case ACTION_WRITE:
      g_set_error (error, IJK_STORE_ERROR, kind,
                   _("%s cannot be written: %s; choose another name or folder"), path,
                   g_strerror (code));
      return;
    case ACTION_COPY:
      g_set_error (error, IJK_STORE_ERROR, kind,
                   _("%s cannot be copied: %s; choose another name or folder"), path,
                   g_strerror (code));
      return;
    }
  g_assert_not_reached ();
}

/**
 * ijk_file_temporary:
 *
 * Makes an empty file in the folder of @path.
 *
 * Returns: (transfer full) (nullable): its name
 */
char *
ijk_file_temporary (const char *path,
                    GError    **error)
{
  g_autofree char *name = g_strconcat (path, ".XXXXXX", NULL);
  const int file = g_mkstemp_full (name, O_RDWR | O_CLOEXEC, 0666);

  if (file < 0)
    {
      set_file_error (error, path, ACTION_MAKE, errno);
      return NULL;
    }
  (void) g_close (file, NULL);
  return g_steal_pointer (&name);
}

/* Removes a file that has not become anything, with the journal that may be left of it. */
void
ijk_file_discard (const char *temporary)
{
  g_autofree char *journal = g_strconcat (temporary, "-journal", NULL);

  (void) g_unlink (temporary);
  (void) g_unlink (journal);
}

/* The new name must survive a power cut as well as the bytes do. */
static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  const int file = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (file < 0)
    return;
  (void) fsync (file); /* some file systems have no such thing */
  (void) g_close (file, NULL);
}

/* Gives @temporary the name @path, unless there is one already. */
gboolean
ijk_file_publish (const char *temporary,
                  const char *path,
                  GError    **error)
{
  if (link (temporary, path) == 0)
    (void) g_unlink (temporary);
  else if (errno == EEXIST || g_file_test (path, G_FILE_TEST_EXISTS))
    {
      set_file_error (error, path, ACTION_MAKE, EEXIST);
      return FALSE;
    }
  else if (g_rename (temporary, path) != 0) /* a file system without hard links */
    {
      set_file_error (error, path, ACTION_MAKE, errno);
      return FALSE;
    }
  sync_folder (path);
  return TRUE;
}

/**
 * ijk_file_publish_beside:
 * @temporary: a whole file in the folder of @path
 * @path: the file that it belongs to
 * @word: what the new file is, as in "backup"
 *
 * Gives @temporary the first name `NAME.WORD-DATE.ijkpad` that is free. A file of such a name is
 * whole, whenever the program was killed.
 *
 * Returns: (transfer full) (nullable): the name
 */
char *
ijk_file_publish_beside (const char *temporary,
                         const char *path,
                         const char *word,
                         GError    **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *date = g_date_time_format (now, "%Y%m%dT%H%M%SZ");
  g_autofree char *stem = g_str_has_suffix (path, ".ijkpad")
                              ? g_strndup (path, strlen (path) - strlen (".ijkpad"))
                              : g_strdup (path);

  for (guint i = 1; i <= MAX_ATTEMPTS; i++)
    {
      g_autofree char *number = i == 1 ? g_strdup ("") : g_strdup_printf ("-%u", i);
      g_autofree char *name = g_strdup_printf ("%s.%s-%s%s.ijkpad", stem, word, date, number);
      g_autoptr (GError) local = NULL;

      if (ijk_file_publish (temporary, name, &local))
        return g_steal_pointer (&name);
      if (!g_error_matches (local, IJK_STORE_ERROR, IJK_STORE_ERROR_EXISTS) || i == MAX_ATTEMPTS)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return NULL;
        }
    }
  g_assert_not_reached ();
}

/* Copies the database page by page into the empty file @path. */
static gboolean
copy_database (IjkWorkbook *self,
               const char  *path,
               GError     **error)
{
  g_autoptr (IjkWorkbook) copy = g_new0 (IjkWorkbook, 1);
  sqlite3_backup *backup = NULL;
  int code = SQLITE_OK;

  copy->path = g_strdup (path);
  copy->statements = g_hash_table_new (NULL, NULL);
  if (!ijk_sql_connect (copy, path, SQLITE_OPEN_READWRITE, error))
    return FALSE;
  backup = sqlite3_backup_init (copy->db, "main", self->db, "main");
  if (backup == NULL)
    {
      ijk_sql_set_error (copy, sqlite3_extended_errcode (copy->db), error);
      return FALSE;
    }
  code = sqlite3_backup_step (backup, -1);
  (void) sqlite3_backup_finish (backup); /* repeats the code of the step */
  if (code == SQLITE_DONE)
    return TRUE;
  ijk_sql_set_error (code == SQLITE_BUSY || code == SQLITE_LOCKED ? self : copy, code, error);
  return FALSE;
}

/* Keeps a copy beside the file. Returns: (transfer full) (nullable): its name */
char *
ijk_file_backup (IjkWorkbook *self,
                 GError     **error)
{
  g_autofree char *temporary = ijk_file_temporary (self->path, error);
  char *path = NULL;

  if (temporary != NULL && copy_database (self, temporary, error))
    path = ijk_file_publish_beside (temporary, self->path, "backup", error);
  if (path != NULL)
    return path;
  if (temporary != NULL)
    ijk_file_discard (temporary);
  g_prefix_error (error, _("no backup could be kept, so nothing was changed: "));
  return NULL;
}

/**
 * ijk_workbook_save_copy:
 * @path: where no file is yet
 *
 * Writes the whole workbook to another file, also when its own has been removed meanwhile.
 */
gboolean
ijk_workbook_save_copy (IjkWorkbook *self,
                        const char  *path,
                        GError     **error)
{
  g_autofree char *target = g_canonicalize_filename (path, NULL);
  g_autofree char *temporary = ijk_file_temporary (target, error);

  if (temporary == NULL)
    return FALSE;
  if (copy_database (self, temporary, error) && ijk_file_publish (temporary, target, error))
    return TRUE;
  ijk_file_discard (temporary);
  return FALSE;
}

static gboolean
copy_bytes (int         from,
            int         to,
            const char *to_path,
            GError    **error)
{
  g_autofree char *block = g_malloc (BLOCK_SIZE);

  for (;;)
    {
      const gssize n = read (from, block, BLOCK_SIZE);

      if (n == 0)
        break;
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          set_file_error (error, to_path, ACTION_COPY, errno);
          return FALSE;
        }
      for (gssize i = 0; i < n;)
        {
          const gssize n_written = write (to, block + i, (gsize) (n - i));

          if (n_written < 0 && errno != EINTR)
            {
              set_file_error (error, to_path, ACTION_WRITE, errno);
              return FALSE;
            }
          i += MAX (n_written, 0);
        }
    }
  if (fsync (to) == 0)
    return TRUE;
  set_file_error (error, to_path, ACTION_WRITE, errno);
  return FALSE;
}

/* Copies the bytes of a file that may not be readable as a database, into @to. It must not be open
 * in this process: closing it here would give up the locks on it. */
gboolean
ijk_file_copy_raw (const char *path,
                   const char *to,
                   GError    **error)
{
  const int source = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  const int target = source < 0 ? -1 : g_open (to, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  gboolean is_good = FALSE;

  if (source < 0 || target < 0)
    set_file_error (error, source < 0 ? path : to, source < 0 ? ACTION_READ : ACTION_WRITE, errno);
  else
    is_good = copy_bytes (source, target, to, error);
  if (source >= 0)
    (void) g_close (source, NULL);
  if (target >= 0 && !g_close (target, NULL) && is_good)
    {
      set_file_error (error, to, ACTION_WRITE, EIO);
      is_good = FALSE;
    }
  return is_good;
}
