/* What the sheets of a spreadsheet share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-result-xlsx.h"

#include <xlsxwriter.h>

G_BEGIN_DECLS

/* How a cell looks. */
typedef enum
{
  IJK_LOOK_PLAIN,
  IJK_LOOK_TITLE,
  IJK_LOOK_HEADER,
  IJK_LOOK_YEAR,     /* header of a column of one year */
  IJK_LOOK_WRAPPED,  /* text over several lines */
  IJK_LOOK_WHOLE,    /* 1,234 */
  IJK_LOOK_TENTHS,   /* 1,234.5 */
  IJK_LOOK_CENTS,    /* 1,234.56 */
  IJK_LOOK_FACTOR,   /* 1.234 */
  IJK_LOOK_PERCENT,  /* 12.3% */
  IJK_N_LOOKS,
} IjkLook;

typedef struct
{
  const IjkResult *result;
  const IjkResultXlsxInfo *info;
  lxw_workbook *workbook;           /* (owned) */
  lxw_format *formats[IJK_N_LOOKS]; /* of the workbook */
  lxw_error problem;                /* the first */
} IjkXlsx;

/* A sheet and the row that is written next. */
typedef struct
{
  IjkXlsx *xlsx;
  lxw_worksheet *sheet;
  lxw_row_t row;
} IjkXlsxSheet;

IjkXlsxSheet ijk_xlsx_add_sheet   (IjkXlsx            *self,
                                   const char         *name);
void         ijk_xlsx_text        (IjkXlsxSheet       *self,
                                   guint               column,
                                   const char         *text,
                                   IjkLook             look);
void         ijk_xlsx_number      (IjkXlsxSheet       *self,
                                   guint               column,
                                   double              number,
                                   IjkLook             look);
void         ijk_xlsx_header      (IjkXlsxSheet       *self,
                                   const char *const  *columns,
                                   guint               n_columns);
const char *ijk_xlsx_pick (const IjkXlsx *self, const char *name_en, const char *name_nl);
void         ijk_xlsx_width       (IjkXlsxSheet       *self,
                                   guint               column,
                                   double              n_characters);

void         ijk_xlsx_add_scenario (IjkXlsx           *self);
void         ijk_xlsx_add_sources  (IjkXlsx           *self);
void         ijk_xlsx_add_method   (IjkXlsx           *self);

G_END_DECLS
