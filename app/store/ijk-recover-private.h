/* What reading a damaged workbook and writing the new one share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-workbook-private.h"

G_BEGIN_DECLS

/* What could be read. */
typedef struct
{
  IjkDataSet *data_set;   /* (owned) (nullable) NULL where it is not whole */
  GPtrArray *states;      /* (owned) (element-type IjkState) by number */
  GPtrArray *revisions;   /* (owned) (element-type IjkRevision) by number */
  GPtrArray *notes;       /* (owned) (element-type IjkNote) */
  GPtrArray *bookmarks;   /* (owned) (element-type IjkBookmark) */
  GPtrArray *losses;      /* (borrowed) (element-type utf8) sentences */
} IjkSalvage;

IjkSalvage *ijk_salvage_read   (const char       *path,
                                const char       *name,
                                GPtrArray        *losses,
                                GError          **error);
void        ijk_salvage_free   (IjkSalvage       *self);
gboolean    ijk_salvage_write  (IjkSalvage       *self,
                                IjkWorkbook      *to,
                                IjkRecovery      *recovery,
                                GError          **error);
gboolean    ijk_salvage_replay (const IjkSalvage *self,
                                gint64            head_id,
                                IjkState         *state);
void        ijk_salvage_lose   (GPtrArray        *losses,
                                const char       *format,
                                ...) G_GNUC_PRINTF (2, 3);
gboolean    ijk_salvage_trim   (const char       *path);
gboolean    ijk_salvage_graft  (const char       *path,
                                GError          **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IjkSalvage, ijk_salvage_free)

G_END_DECLS
