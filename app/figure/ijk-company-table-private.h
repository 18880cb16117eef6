/* What the files of the table of companies share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-company-table.h"

G_BEGIN_DECLS

/* kt or MEUR; less is the rounding of a sum. */
#define IJK_COMPANY_TINY 1e-9

struct _IjkCompanyTable
{
  const IjkReference *reference; /* (owned) */
  const IjkResult *result;       /* (owned) (nullable) */
  const IjkResult *law;          /* (owned) (nullable) */
  int year;

  IjkCompanyQuery query;
  char *search;                  /* (owned) folded; of the query */
  char **haystacks;              /* (owned) [n_units] what a search is held against, folded */

  guint n_rows;                  /* 0 before the first query */
  IjkCompanyRow *rows;           /* (owned) [n_units + 1] */
  guint *row_of_unit;            /* (owned) [n_units] or IJK_NONE: not chosen */
  guint *first_of_row;           /* (owned) [n_units] its first unit */
  guint8 *is_found;              /* (owned) [n_units] of rows: the search finds it */
  double *row_measures_kt;       /* (owned) (nullable) [n_rows][n_measures] of rows of several */

  guint n_shown;
  guint *shown;                  /* (owned) [n_units] rows in order */
  guint *spare;                  /* (owned) [n_units] for sorting */
  char **collation_keys;         /* (owned) (nullable) [n_rows] of the column sorted by */
  IjkCompanyRow totals;
  double industry_kt;

  guint *class_measure;          /* (owned) [n_classes] that takes most, per class; IJK_NONE */
  double *class_shares;          /* (owned) [n_classes][n_measures] of the unabated emissions */
  guint8 *class_is_known;        /* (owned) [n_classes] */
  guint8 *is_special;            /* (owned) [n_units] has a project or lever of its own */
  double *stack_kt, *projects_kt;/* (owned) [n_measures] */
};

/* ijk-company-table-group.c: which installations are in which row, and which rows a search finds. */

/* Letters without case and accents. (transfer full) */
char *ijk_company_table_fold          (const char         *text);
/* What a search for an installation is held against. (transfer full) */
char *ijk_company_table_make_haystack (const IjkReference *reference,
                                       const IjkUnit      *unit);
void  ijk_company_table_make_rows     (IjkCompanyTable    *self);
void  ijk_company_table_search        (IjkCompanyTable    *self);

/* ijk-company-table-measure.c: the main measure of each row. @t: position of the year. */
void  ijk_company_table_fill_measures (IjkCompanyTable    *self,
                                       guint               t);

/* ijk-company-table-order.c: which rows are shown, in which order, and their sums. */
void  ijk_company_table_choose_rows   (IjkCompanyTable    *self);

G_END_DECLS
