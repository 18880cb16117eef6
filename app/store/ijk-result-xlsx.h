/* Results as a spreadsheet: every number of a run with what it rests on.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-result.h"
#include "ijk-store-error.h"

G_BEGIN_DECLS

/* What the spreadsheet says about its scenario; all may be %NULL or 0. */
typedef struct
{
  const char *program;      /* name and version of what made it */
  const char *const *names; /* (array zero-terminated=1) of the scenario, its parent, and so on */
  const char *description;
  const char *note;
  gboolean is_dutch; /* names of the tables in Dutch; the rest follows the catalogue in force */
  gint64 time_s;            /* when it was made, seconds since 1970; 0 = now */
} IjkResultXlsxInfo;

char *ijk_result_to_xlsx (const IjkResult         *result,
                          const IjkResultXlsxInfo *info,
                          gsize                   *length,
                          GError                 **error);

G_END_DECLS
