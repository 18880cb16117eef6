/* What the parts of an import share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-import.h"

G_BEGIN_DECLS

void ijk_import_compare_unit (const IjkImport *self,
                              const IjkUnit   *before,
                              IjkImportUnit   *unit);

G_END_DECLS
