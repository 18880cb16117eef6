/* What the parts of an import share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-import.h"

G_BEGIN_DECLS

/* Takes out companies without installation. @n_before: companies that were there before the import;
 * @new_companies, @gone_companies: (nullable) (element-type utf8): names are appended. */
void ijk_import_renew_companies (IjkReferenceContent *content,
                                 guint                n_before,
                                 GPtrArray           *new_companies,
                                 GPtrArray           *gone_companies);
void ijk_import_compare_unit (const IjkImport *self,
                              const IjkUnit   *before,
                              IjkImportUnit   *unit);

G_END_DECLS
