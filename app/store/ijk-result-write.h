/* Results out: the long table as CSV, and the same numbers as JSON.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-result.h"

G_BEGIN_DECLS

/* Column names of the long table. */
#define IJK_LONG_TABLE_HEADER "entity,id,indicator,year,value,unit"

char *ijk_result_to_csv  (const IjkResult *result,
                          gsize           *length);
char *ijk_result_to_json (const IjkResult *result,
                          gsize           *length);
void  ijk_append_number  (GString         *text,
                          double           number);
void  ijk_append_csv     (GString         *text,
                          const char      *cell);

G_END_DECLS
