/* Which company is most like another: the one to put beside it first.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-result.h"

G_BEGIN_DECLS

guint ijk_company_find_like (const IjkResult *result,
                             guint            company,
                             int              year);

G_END_DECLS
