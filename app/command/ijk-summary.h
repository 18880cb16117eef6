/* The summary of one result that `ijkpad run` prints.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-result.h"

G_BEGIN_DECLS

char   *ijk_summary_write         (const IjkResult    *result);
double  ijk_summary_published_mt  (const IjkResult    *result,
                                   const IjkPublished *published);

G_END_DECLS
