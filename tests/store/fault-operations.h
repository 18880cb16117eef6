/* Every operation of the workbook that writes, to be run under faults.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-workbook.h"

G_BEGIN_DECLS

/* Where the operations work, and on what. */
typedef struct
{
  char *directory;       /* (owned) */
  char *path;            /* (owned) the workbook under test */
  char *made_path;       /* (owned) what some operations make; not there before */
  IjkDataSet *data_set;  /* (owned) of the workbook */
  IjkDataSet *other_data_set; /* (owned) with one default that differs */
  GPtrArray *headlines;  /* (owned) (element-type IjkHeadline) */
  gint64 probe, other;   /* scenarios; @probe has something to undo and to redo */
  gint64 first_revision; /* of @probe */
  gint64 note, bookmark;
} FaultFixture;

typedef gboolean (*FaultFunc) (FaultFixture *fixture, IjkWorkbook *workbook, GError **error);

typedef struct
{
  const char *name;
  FaultFunc run;
  gboolean opens_itself; /* is run without a workbook */
  gboolean is_old;       /* starts from a file of the first version */
  gboolean takes_damage; /* what cannot be read is left out of what it makes */
  gint64 full_step;      /* bytes by which the room on a full disk grows from run to run */
} FaultOperation;

extern const FaultOperation fault_operations[];
extern const guint n_fault_operations;

FaultFixture *fault_fixture_new  (void);
void          fault_fixture_free (FaultFixture *self);

G_END_DECLS
