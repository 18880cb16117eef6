/* Every call goes on to the file system SQLite would have used, unless the armed fault strikes.
 * The methods are those of version 1, so that SQLite maps no memory and shares none: everything it
 * reads and writes passes here.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fault-vfs.h"

#include "fault-power.h"

#include <sqlite3.h>
#include <string.h>

const char *const fault_names[N_FAULTS] = {
  [FAULT_WRITE] = "write",
  [FAULT_SYNC] = "sync",
  [FAULT_TRUNCATE] = "truncate",
  [FAULT_READ] = "read",
  [FAULT_SHORT_READ] = "short-read",
  [FAULT_DELETE] = "delete",
  [FAULT_OPEN] = "open",
  [FAULT_FULL] = "full-disk",
  [FAULT_POWER] = "loss-of-power",
};

/* SQLite allocates it with room for the real file behind. */
typedef struct
{
  sqlite3_file base;
  sqlite3_file *real;  /* (owned) behind this struct */
  const char *path;    /* (nullable) lives as long as the file is open; NULL = temporary */
  gboolean is_database;
} FaultFile;

/* What is armed. SQLite calls in the thread of the test. */
static struct
{
  gboolean is_armed;
  FaultKind kind;
  gint64 nth;
  gboolean is_lasting;
  gint64 count;        /* of calls of that kind, or of bytes that files have grown by */
  gboolean has_struck;
} fault;

static sqlite3_vfs *real_vfs;
static sqlite3_vfs fault_vfs;

/* @nth: from 1; for a full disk the bytes it still takes
 * @is_lasting: fail from there on, as a disk that is gone does; a full disk and a loss of power
 * always last */
void
fault_vfs_arm (FaultKind kind,
               gint64    nth,
               gboolean  is_lasting)
{
  fault.is_armed = TRUE;
  fault.kind = kind;
  fault.nth = nth;
  fault.is_lasting = is_lasting || kind == FAULT_POWER;
  fault.count = 0;
  fault.has_struck = FALSE;
  fault_power_forget ();
}

/* Returns: whether the fault struck */
gboolean
fault_vfs_disarm (void)
{
  fault.is_armed = FALSE;
  return fault.has_struck;
}

void
fault_vfs_lose_power (GRand *random)
{
  fault_power_lose (random);
}

static gboolean
is_armed (FaultKind kind)
{
  return fault.is_armed && fault.kind == kind;
}

static gboolean
strikes (FaultKind kind)
{
  if (!is_armed (kind))
    return FALSE;
  fault.count++;
  if (fault.count != fault.nth && !(fault.is_lasting && fault.count > fault.nth))
    return FALSE;
  fault.has_struck = TRUE;
  return TRUE;
}

/* Whether the disk has no room for a file to grow so far. */
static gboolean
is_out_of_room (FaultFile *file,
                gint64     end)
{
  sqlite3_int64 size = 0;

  if (!is_armed (FAULT_FULL) || file->real->pMethods->xFileSize (file->real, &size) != SQLITE_OK
      || end <= size)
    return FALSE;
  if (fault.count + end - size > fault.nth)
    {
      fault.has_struck = TRUE;
      return TRUE;
    }
  fault.count += end - size;
  return FALSE;
}

static int
fault_close (sqlite3_file *base)
{
  FaultFile *file = (FaultFile *) base;

  return file->real->pMethods->xClose (file->real);
}

static int
fault_read (sqlite3_file *base,
            void         *bytes,
            int           n_bytes,
            sqlite3_int64 offset)
{
  FaultFile *file = (FaultFile *) base;

  if (strikes (FAULT_READ))
    return SQLITE_IOERR_READ;
  /* Of a journal the end is no fault: SQLite takes it as what was written before the crash. */
  if (file->is_database && strikes (FAULT_SHORT_READ))
    {
      memset (bytes, 0, (gsize) n_bytes);
      return SQLITE_IOERR_SHORT_READ;
    }
  return file->real->pMethods->xRead (file->real, bytes, n_bytes, offset);
}

static int
fault_write (sqlite3_file *base,
             const void   *bytes,
             int           n_bytes,
             sqlite3_int64 offset)
{
  FaultFile *file = (FaultFile *) base;

  if (strikes (FAULT_WRITE))
    {
      (void) file->real->pMethods->xWrite (file->real, bytes, n_bytes / 2, offset);
      return SQLITE_IOERR_WRITE;
    }
  if (is_out_of_room (file, offset + n_bytes))
    return SQLITE_FULL;
  if (strikes (FAULT_POWER))
    return SQLITE_IOERR_WRITE;
  if (is_armed (FAULT_POWER) && file->path != NULL)
    fault_power_write (file->path, bytes, (gsize) n_bytes, (gsize) offset);
  return file->real->pMethods->xWrite (file->real, bytes, n_bytes, offset);
}

static int
fault_truncate (sqlite3_file *base,
                sqlite3_int64 size)
{
  FaultFile *file = (FaultFile *) base;

  if (strikes (FAULT_TRUNCATE) || strikes (FAULT_POWER))
    return SQLITE_IOERR_TRUNCATE;
  if (is_armed (FAULT_POWER) && file->path != NULL)
    fault_power_truncate (file->path, (gsize) size);
  return file->real->pMethods->xTruncate (file->real, size);
}

static int
fault_sync (sqlite3_file *base,
            int           flags)
{
  FaultFile *file = (FaultFile *) base;

  (void) flags;
  if (strikes (FAULT_SYNC) || strikes (FAULT_POWER))
    return SQLITE_IOERR_FSYNC;
  if (is_armed (FAULT_POWER) && file->path != NULL)
    fault_power_sync (file->path);
  return SQLITE_OK;
}

static int
fault_file_size (sqlite3_file  *base,
                 sqlite3_int64 *size)
{
  FaultFile *file = (FaultFile *) base;

  return file->real->pMethods->xFileSize (file->real, size);
}

static int
fault_lock (sqlite3_file *base,
            int           level)
{
  FaultFile *file = (FaultFile *) base;

  return file->real->pMethods->xLock (file->real, level);
}

static int
fault_unlock (sqlite3_file *base,
              int           level)
{
  FaultFile *file = (FaultFile *) base;

  return file->real->pMethods->xUnlock (file->real, level);
}

static int
fault_check_reserved_lock (sqlite3_file *base,
                           int          *is_reserved)
{
  FaultFile *file = (FaultFile *) base;

  return file->real->pMethods->xCheckReservedLock (file->real, is_reserved);
}

static int
fault_file_control (sqlite3_file *base,
                    int           operation,
                    void         *argument)
{
  FaultFile *file = (FaultFile *) base;

  return file->real->pMethods->xFileControl (file->real, operation, argument);
}

static int
fault_sector_size (sqlite3_file *base)
{
  FaultFile *file = (FaultFile *) base;

  return file->real->pMethods->xSectorSize (file->real);
}

static int
fault_device_characteristics (sqlite3_file *base)
{
  FaultFile *file = (FaultFile *) base;

  return file->real->pMethods->xDeviceCharacteristics (file->real);
}

static const sqlite3_io_methods fault_methods = {
  .iVersion = 1,
  .xClose = fault_close,
  .xRead = fault_read,
  .xWrite = fault_write,
  .xTruncate = fault_truncate,
  .xSync = fault_sync,
  .xFileSize = fault_file_size,
  .xLock = fault_lock,
  .xUnlock = fault_unlock,
  .xCheckReservedLock = fault_check_reserved_lock,
  .xFileControl = fault_file_control,
  .xSectorSize = fault_sector_size,
  .xDeviceCharacteristics = fault_device_characteristics,
};

static int
fault_open (sqlite3_vfs  *vfs,
            const char   *path,
            sqlite3_file *base,
            int           flags,
            int          *flags_out)
{
  FaultFile *file = (FaultFile *) base;
  int code = SQLITE_OK;

  (void) vfs;
  file->base.pMethods = NULL;
  file->real = (sqlite3_file *) (file + 1);
  file->path = path;
  file->is_database = (flags & SQLITE_OPEN_MAIN_DB) != 0;
  if (strikes (FAULT_OPEN))
    return SQLITE_CANTOPEN;
  code = real_vfs->xOpen (real_vfs, path, file->real, flags, flags_out);
  if (code == SQLITE_OK)
    file->base.pMethods = &fault_methods;
  return code;
}

static int
fault_delete (sqlite3_vfs *vfs,
              const char  *path,
              int          is_synced)
{
  (void) vfs;
  if (strikes (FAULT_DELETE) || strikes (FAULT_POWER))
    return SQLITE_IOERR_DELETE;
  if (is_armed (FAULT_POWER))
    fault_power_delete (path, is_synced);
  return real_vfs->xDelete (real_vfs, path, is_synced);
}

/* Puts itself before the file system of SQLite, for every file that is opened from here on. */
void
fault_vfs_register (void)
{
  real_vfs = sqlite3_vfs_find (NULL);
  g_assert_nonnull (real_vfs);
  /* The calls that are not replaced find in the copy what they look for in the original. */
  fault_vfs = *real_vfs;
  fault_vfs.zName = "fault";
  fault_vfs.pNext = NULL;
  fault_vfs.szOsFile = (int) sizeof (FaultFile) + real_vfs->szOsFile;
  fault_vfs.xOpen = fault_open;
  fault_vfs.xDelete = fault_delete;
  g_assert_cmpint (sqlite3_vfs_register (&fault_vfs, 1), ==, SQLITE_OK);
}
