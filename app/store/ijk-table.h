/* IjkTable: a CSV table read strictly, and typed reading of its cells.
 *
 * Every error names file, line, column, the value found and what was expected.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-store-error.h"

G_BEGIN_DECLS

typedef struct _IjkTable IjkTable;

IjkTable   *ijk_table_new        (const char         *name,
                                  const char         *text,
                                  gssize              length,
                                  const char *const  *columns,
                                  GError            **error);
IjkTable   *ijk_table_new_partial (const char        *name,
                                  const char         *text,
                                  gssize              length,
                                  const char *const  *columns,
                                  const char *const  *optional_columns,
                                  GError            **error);
void        ijk_table_free       (IjkTable           *self);
guint       ijk_table_get_n_rows (const IjkTable     *self);
gboolean    ijk_table_has_column (const IjkTable     *self,
                                  const char         *column);

/* Reads cells of one row. After the first error all further reads give nothing, so a loader checks
 * `is_bad` once per row. */
typedef struct
{
  const IjkTable *table;
  guint row;
  gboolean is_bad;
  GError **error;
} IjkRow;

/* How many numbers a word may stand for: a half-open range is never meant. */
typedef struct
{
  double min, max;
  const char *unit; /* in words, for the error */
} IjkRange;

const char *ijk_row_text            (IjkRow *row, const char *column);
const char *ijk_row_optional_text   (IjkRow *row, const char *column);
double      ijk_row_number          (IjkRow *row, const char *column, IjkRange range);
double      ijk_row_optional_number (IjkRow *row, const char *column, IjkRange range);
int         ijk_row_integer         (IjkRow *row, const char *column, IjkRange range);
gboolean    ijk_row_flag            (IjkRow *row, const char *column);
guint       ijk_row_choice          (IjkRow *row, const char *column, const char *const *words,
                                     gsize n_words);
void        ijk_row_fail            (IjkRow *row, const char *column, IjkStoreError code,
                                     const char *format, ...) G_GNUC_PRINTF (4, 5);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IjkTable, ijk_table_free)

G_END_DECLS
