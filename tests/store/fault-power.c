/* Of each file changed: what is surely on the disk, and the changes since the last sync. When the
 * power goes, any of these may have got there, in any order, sector by sector; and a file that was
 * removed may be back, unless its folder was synced.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fault-power.h"

#include <glib/gstdio.h>
#include <string.h>

#define SECTOR 512

/* A write, or with no bytes a truncation to the offset. */
typedef struct
{
  GBytes *bytes;  /* (owned) (nullable) */
  gsize offset;
} Change;

typedef struct
{
  GByteArray *synced;  /* (owned) */
  GArray *changes;     /* (owned) (element-type Change) */
  gboolean is_deleted;
} File;

static GHashTable *files; /* (element-type utf8 File) by path */

static void
clear_change (gpointer data)
{
  Change *change = data;

  g_clear_pointer (&change->bytes, g_bytes_unref);
}

static void
free_file (gpointer data)
{
  File *file = data;

  g_byte_array_unref (file->synced);
  g_array_unref (file->changes);
  g_free (file);
}

void
fault_power_forget (void)
{
  g_clear_pointer (&files, g_hash_table_unref);
}

/* What stands in a file before its first change is taken as synced. */
static File *
get_file (const char *path)
{
  File *file = NULL;
  char *bytes = NULL;
  gsize length = 0;

  if (files == NULL)
    files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_file);
  file = g_hash_table_lookup (files, path);
  if (file != NULL && !file->is_deleted)
    return file;

  file = g_new0 (File, 1);
  file->synced = g_file_get_contents (path, &bytes, &length, NULL)
                   ? g_byte_array_new_take ((guint8 *) bytes, length)
                   : g_byte_array_new ();
  file->changes = g_array_new (FALSE, FALSE, sizeof (Change));
  g_array_set_clear_func (file->changes, clear_change);
  g_hash_table_replace (files, g_strdup (path), file);
  return file;
}

static void
set_size (GByteArray *image,
          gsize       size)
{
  const guint old_size = image->len;

  g_byte_array_set_size (image, (guint) size);
  if (size > old_size)
    memset (image->data + old_size, 0, size - old_size);
}

/* @random: (nullable): decides sector by sector what gets through; %NULL = all */
static void
apply (GByteArray   *image,
       const Change *change,
       GRand        *random)
{
  gsize n_bytes = 0;
  const guint8 *bytes = NULL;

  if (change->bytes == NULL)
    {
      if (random == NULL || g_rand_boolean (random))
        set_size (image, change->offset);
      return;
    }
  bytes = g_bytes_get_data (change->bytes, &n_bytes);
  for (gsize i = 0; i < n_bytes; i += SECTOR)
    {
      const gsize n = MIN (SECTOR, n_bytes - i);

      if (random != NULL && !g_rand_boolean (random))
        continue;
      if (change->offset + i + n > image->len)
        set_size (image, change->offset + i + n);
      memcpy (image->data + change->offset + i, bytes + i, n);
    }
}

/* Called before the change is made, as the others are. */
void
fault_power_write (const char *path,
                   const void *bytes,
                   gsize       n_bytes,
                   gsize       offset)
{
  const Change change = { .bytes = g_bytes_new (bytes, n_bytes), .offset = offset };

  g_array_append_val (get_file (path)->changes, change);
}

void
fault_power_truncate (const char *path,
                      gsize       size)
{
  const Change change = { .offset = size };

  g_array_append_val (get_file (path)->changes, change);
}

void
fault_power_sync (const char *path)
{
  File *file = get_file (path);

  for (guint i = 0; i < file->changes->len; i++)
    apply (file->synced, &g_array_index (file->changes, Change, i), NULL);
  g_array_set_size (file->changes, 0);
}

void
fault_power_delete (const char *path,
                    gboolean    is_synced)
{
  get_file (path)->is_deleted = TRUE;
  if (is_synced)
    g_hash_table_remove (files, path);
}

/* Leaves every file as the disk might hold it. */
void
fault_power_lose (GRand *random)
{
  GHashTableIter iter;
  gpointer path, value;

  if (files == NULL)
    return;
  g_hash_table_iter_init (&iter, files);
  while (g_hash_table_iter_next (&iter, &path, &value))
    {
      g_autoptr (GError) error = NULL;
      File *file = value;

      if (file->is_deleted && g_rand_boolean (random))
        continue;
      for (guint i = 0; i < file->changes->len; i++)
        apply (file->synced, &g_array_index (file->changes, Change, i), random);
      g_file_set_contents_full (path, (const char *) file->synced->data, file->synced->len,
                                G_FILE_SET_CONTENTS_NONE, 0600, &error);
      g_assert_no_error (error);
    }
  fault_power_forget ();
}
