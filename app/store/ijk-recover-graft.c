/* A workbook whose first page is lost gets the one that every workbook has.
 *
 * The migrations make the same tables on the same pages each time, so the page with the header and
 * those with the schema can be taken from a new file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-recover-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define PAGE_SIZE 4096

#define HEADER_MAGIC "SQLite format 3"

/* Of the file header: page count, first page of the free list, length of the free list. */
#define HEADER_N_PAGES 28
#define HEADER_FREE_LIST 32
#define HEADER_N_FREE 36
#define HEADER_SIZE 100

/* Of a page of a table: kind, number of cells, rightmost child, then the places of the cells. */
#define KIND_INTERIOR 5
#define INTERIOR_N_CELLS 3
#define INTERIOR_LAST_CHILD 8
#define INTERIOR_CELLS 12

static guint32
get_number (const guint8 *at,
            guint         n_bytes)
{
  guint32 number = 0;

  for (guint i = 0; i < n_bytes; i++)
    number = number << 8 | at[i];
  return number;
}

static void
put_number (guint8 *at,
            guint32 number)
{
  for (guint i = 0; i < 4; i++)
    at[i] = (guint8) (number >> (24 - 8 * i));
}

static gboolean
put_page (int           file,
          guint32       n,
          const guint8 *page)
{
  return pwrite (file, page, PAGE_SIZE, (off_t) (n - 1) * PAGE_SIZE) == PAGE_SIZE;
}

/**
 * ijk_salvage_trim:
 * @path: a copy of a damaged workbook, which is changed
 *
 * Makes the header of a file that is cut short promise only what is there: SQLite reads nothing of
 * it otherwise.
 *
 * Returns: whether it was cut short
 */
gboolean
ijk_salvage_trim (const char *path)
{
  const int file = g_open (path, O_RDWR | O_CLOEXEC, 0);
  guint8 header[HEADER_SIZE];
  GStatBuf status;
  gboolean is_short = FALSE;

  if (file < 0)
    return FALSE;
  if (fstat (file, &status) == 0 && pread (file, header, HEADER_SIZE, 0) == HEADER_SIZE
      && memcmp (header, HEADER_MAGIC, sizeof HEADER_MAGIC) == 0)
    {
      const guint32 n_pages = (guint32) (status.st_size / PAGE_SIZE);

      is_short = n_pages < get_number (header + HEADER_N_PAGES, 4);
      put_number (header + HEADER_N_PAGES, n_pages);
      put_number (header + HEADER_FREE_LIST, 0);
      put_number (header + HEADER_N_FREE, 0);
      is_short = is_short && pwrite (file, header, HEADER_SIZE, 0) == HEADER_SIZE;
    }
  (void) g_close (file, NULL);
  return is_short;
}

/* Copies page 1 and, if that only points to them, the pages of the schema. */
static gboolean
graft_pages (int     file,
             guint8 *fresh,
             gsize   fresh_size,
             guint32 n_pages)
{
  guint8 *root = fresh + HEADER_SIZE;

  put_number (fresh + HEADER_N_PAGES, n_pages);
  put_number (fresh + HEADER_FREE_LIST, 0);
  put_number (fresh + HEADER_N_FREE, 0);
  if (*root == KIND_INTERIOR)
    {
      const guint n_cells = get_number (root + INTERIOR_N_CELLS, 2);

      for (guint i = 0; i <= n_cells; i++)
        {
          const guint8 *at = i == n_cells
                                 ? root + INTERIOR_LAST_CHILD
                                 : fresh + get_number (root + INTERIOR_CELLS + 2 * i, 2);
          const guint32 child = get_number (at, 4);

          if (child < 2 || (gsize) child * PAGE_SIZE > fresh_size || child > n_pages
              || !put_page (file, child, fresh + (gsize) (child - 1) * PAGE_SIZE))
            return FALSE;
        }
    }
  return put_page (file, 1, fresh);
}

/* A new, empty workbook as bytes. */
static guint8 *
make_fresh (const char *path,
            gsize      *size,
            GError    **error)
{
  g_autofree char *temporary = ijk_file_temporary (path, error);
  g_autoptr (IjkWorkbook) workbook = NULL;
  char *bytes = NULL;
  gboolean is_good = FALSE;

  if (temporary == NULL)
    return NULL;
  workbook = g_new0 (IjkWorkbook, 1);
  workbook->path = g_strdup (temporary);
  workbook->statements = g_hash_table_new (NULL, NULL);
  is_good = ijk_sql_connect (workbook, temporary, SQLITE_OPEN_READWRITE, error)
            && ijk_schema_migrate (workbook, ijk_schema_version (), error);
  g_clear_pointer (&workbook, ijk_workbook_close);
  if (is_good)
    (void) g_file_get_contents (temporary, &bytes, size, error);
  ijk_file_discard (temporary);
  return (guint8 *) bytes;
}

/**
 * ijk_salvage_graft:
 * @path: a copy of a damaged workbook, which is changed
 *
 * Replaces the header and the schema.
 */
gboolean
ijk_salvage_graft (const char *path,
                   GError    **error)
{
  gsize fresh_size = 0;
  g_autofree guint8 *fresh = make_fresh (path, &fresh_size, error);
  const int file = fresh != NULL ? g_open (path, O_RDWR | O_CLOEXEC, 0) : -1;
  GStatBuf status;
  gboolean is_good = FALSE;

  if (fresh == NULL)
    return FALSE;
  if (file >= 0 && fstat (file, &status) == 0 && status.st_size >= 2 * PAGE_SIZE)
    is_good = graft_pages (file, fresh, fresh_size, (guint32) (status.st_size / PAGE_SIZE));
  if (file >= 0)
    (void) g_close (file, NULL);
  if (!is_good)
    g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_DAMAGED,
                 _("too little is left of it to read anything"));
  return is_good;
}
