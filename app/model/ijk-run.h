/* The run: from reference and scenario to result.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-result.h"

G_BEGIN_DECLS

/* Scratch memory of runs on one reference. One workspace serves one thread at a time. */
typedef struct _IjkWorkspace IjkWorkspace;

IjkWorkspace    *ijk_workspace_new  (const IjkReference *reference);
void             ijk_workspace_free (IjkWorkspace       *self);

const IjkResult *ijk_run            (const IjkReference *reference,
                                     const IjkScenario  *scenario,
                                     IjkWorkspace       *workspace);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IjkWorkspace, ijk_workspace_free)

G_END_DECLS
