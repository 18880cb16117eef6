/* A file system that fails on demand, between SQLite and the real one.
 *
 * Faults are counted from fault_vfs_arm() on, over all files of the process. Syncing is only
 * pretended: what the disk would hold after a loss of power is worked out by
 * fault_vfs_lose_power(), so that thousands of faults do not take thousands of real syncs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FaultKind:
 * @FAULT_WRITE: a write stores its first half and fails
 * @FAULT_SYNC: a sync fails
 * @FAULT_TRUNCATE: a truncation fails
 * @FAULT_READ: a read fails
 * @FAULT_SHORT_READ: a read of the database finds the end of the file
 * @FAULT_DELETE: a file cannot be removed
 * @FAULT_OPEN: a file cannot be opened
 * @FAULT_FULL: files grow by so many bytes and no more
 * @FAULT_POWER: the program gets no further than the nth write, sync, truncation or removal
 */
typedef enum
{
  FAULT_WRITE,
  FAULT_SYNC,
  FAULT_TRUNCATE,
  FAULT_READ,
  FAULT_SHORT_READ,
  FAULT_DELETE,
  FAULT_OPEN,
  FAULT_FULL,
  FAULT_POWER,
  N_FAULTS,
} FaultKind;

extern const char *const fault_names[N_FAULTS];

void     fault_vfs_register   (void);
void     fault_vfs_arm        (FaultKind kind, gint64 nth, gboolean is_lasting);
gboolean fault_vfs_disarm     (void);
void     fault_vfs_lose_power (GRand *random);

G_END_DECLS
