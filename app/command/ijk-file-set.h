/* IjkFileSet: files of one folder that appear together or not at all.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _IjkFileSet IjkFileSet;

IjkFileSet *ijk_file_set_new  (void);
void        ijk_file_set_free (IjkFileSet *self);
void        ijk_file_set_add  (IjkFileSet *self,
                               char       *name,
                               GBytes     *bytes);
gboolean    ijk_file_set_save (IjkFileSet *self,
                               const char *folder,
                               GError    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IjkFileSet, ijk_file_set_free)

G_END_DECLS
