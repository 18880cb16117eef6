/* Files of one folder that appear together or not at all.
 *
 * All are written under names of their own first: what can fail (a full disk, a folder that may not
 * be written) fails there, and leaves nothing. Then they get their names, which replaces older
 * files.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-file-set.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* Other users may see pictures and enter folders, as far as the mask of this one lets them. */
#define FILE_RIGHTS 0666
#define FOLDER_RIGHTS 0777

typedef struct
{
  char *name;           /* (owned) in the folder */
  GBytes *bytes;        /* (owned) */
  char *path;           /* (owned) (nullable) */
  char *temporary_path; /* (owned) (nullable): there is a file of that name */
} File;

struct _IjkFileSet
{
  GPtrArray *files; /* (owned) (element-type File) */
};

static void
free_file (gpointer data)
{
  File *file = data;

  g_free (file->name);
  g_bytes_unref (file->bytes);
  g_free (file->path);
  g_free (file->temporary_path);
  g_free (file);
}

/* Returns: (transfer full): without files */
IjkFileSet *
ijk_file_set_new (void)
{
  IjkFileSet *self = g_new0 (IjkFileSet, 1);

  self->files = g_ptr_array_new_with_free_func (free_file);
  return self;
}

void
ijk_file_set_free (IjkFileSet *self)
{
  g_ptr_array_unref (self->files);
  g_free (self);
}

/* @name: (transfer full): in the folder; @bytes: (transfer full) */
void
ijk_file_set_add (IjkFileSet *self,
                  char       *name,
                  GBytes     *bytes)
{
  File *file = g_new0 (File, 1);

  file->name = name;
  file->bytes = bytes;
  g_ptr_array_add (self->files, file);
}

static gboolean
set_file_error (GError    **error,
                const char *path,
                int         reason)
{
  g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (reason),
               _("“%s” cannot be written: %s"), path, g_strerror (reason));
  return FALSE;
}

/* Writes all bytes and closes @fd. Returns: 0 or an errno */
static int
write_bytes (int     fd,
             GBytes *bytes)
{
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);
  int reason = 0;

  while (length > 0 && reason == 0)
    {
      const gssize n = write (fd, data, length);

      if (n >= 0)
        {
          data += n;
          length -= (gsize) n;
        }
      else if (errno != EINTR)
        reason = errno;
    }
  if (close (fd) != 0 && reason == 0)
    reason = errno;
  return reason;
}

static gboolean
write_temporary (File       *file,
                 const char *folder,
                 GError    **error)
{
  g_autofree char *name = g_strdup_printf (".%s.XXXXXX", file->name);
  int fd = -1;
  int reason = 0;

  file->path = g_build_filename (folder, file->name, NULL);
  if (g_file_test (file->path, G_FILE_TEST_IS_DIR))
    return set_file_error (error, file->path, EISDIR);
  file->temporary_path = g_build_filename (folder, name, NULL);
  fd = g_mkstemp_full (file->temporary_path, O_RDWR, FILE_RIGHTS);
  if (fd < 0)
    {
      reason = errno;
      g_clear_pointer (&file->temporary_path, g_free);
      return set_file_error (error, file->path, reason);
    }
  reason = write_bytes (fd, file->bytes);
  return reason == 0 || set_file_error (error, file->path, reason);
}

static gboolean
write_all (IjkFileSet *self,
           const char *folder,
           GError    **error)
{
  for (guint i = 0; i < self->files->len; i++)
    if (!write_temporary (g_ptr_array_index (self->files, i), folder, error))
      return FALSE;
  for (guint i = 0; i < self->files->len; i++)
    {
      File *file = g_ptr_array_index (self->files, i);

      if (g_rename (file->temporary_path, file->path) != 0)
        return set_file_error (error, file->path, errno);
      g_clear_pointer (&file->temporary_path, g_free);
    }
  return TRUE;
}

/**
 * ijk_file_set_save:
 * @folder: is made where it is not there, with the folders above it
 *
 * Writes the files, over older ones of the same names.
 *
 * Returns: %FALSE with @error set when one cannot be written; then there is none of them
 */
gboolean
ijk_file_set_save (IjkFileSet *self,
                   const char *folder,
                   GError    **error)
{
  const gboolean is_new = !g_file_test (folder, G_FILE_TEST_EXISTS);

  if (g_mkdir_with_parents (folder, FOLDER_RIGHTS) != 0)
    {
      const int reason = errno;

      g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (reason),
                   _("the folder “%s” cannot be made: %s"), folder, g_strerror (reason));
      return FALSE;
    }
  if (write_all (self, folder, error))
    return TRUE;
  for (guint i = 0; i < self->files->len; i++)
    {
      File *file = g_ptr_array_index (self->files, i);

      if (file->temporary_path != NULL)
        (void) g_unlink (file->temporary_path);
    }
  if (is_new)
    (void) g_rmdir (folder);
  return FALSE;
}
