/* IjkCompanyTable: installations of a result as rows: one each, or taken together by company, sector or
 * cluster; filtered, sorted, with the totals of what is left.
 *
 * Knows no window: a view asks for cells by row and column, a file for all of them. Setting a result
 * works out all rows again in one pass and allocates nothing that grows with them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-company-sum.h"
#include "ijk-figure-table.h"

G_BEGIN_DECLS

typedef enum
{
  IJK_COMPANY_ROWS_UNITS,
  IJK_COMPANY_ROWS_COMPANIES, /* an installation without a company stands by itself */
  IJK_COMPANY_ROWS_SECTORS,
  IJK_COMPANY_ROWS_CLUSTERS,  /* installations without a cluster are one row */
  IJK_N_COMPANY_ROWS,
} IjkCompanyRows;

typedef enum
{
  IJK_COMPANY_NAME,
  IJK_COMPANY_SECTOR,
  IJK_COMPANY_CLUSTER,
  IJK_COMPANY_OBSERVED,   /* kt, last year of the registry */
  IJK_COMPANY_EMISSIONS,  /* kt */
  IJK_COMPANY_CHANGE,     /* kt, against current law */
  IJK_COMPANY_RIGHTS,     /* kt */
  IJK_COMPANY_POSITION,   /* kt: rights less the levied load; below zero = short */
  IJK_COMPANY_LEVY,       /* MEUR due */
  IJK_COMPANY_CREDIT,     /* MEUR of earlier years paid back */
  IJK_COMPANY_LEVY_CHANGE,/* MEUR, net levy against current law */
  IJK_COMPANY_MEASURE,    /* that takes most */
  IJK_COMPANY_LIMIT,      /* of it */
  IJK_COMPANY_SPARKLINE,  /* kt, IJK_FIRST_YEAR to IJK_LAST_YEAR; as a number: last over first, less 1 */
  IJK_N_COMPANY_COLUMNS,
} IjkCompanyColumn;

typedef enum
{
  IJK_POSITION_ANY,
  IJK_POSITION_LONG,
  IJK_POSITION_SHORT,
} IjkCompanyPosition;

/* What is shown. Sector, cluster and kind choose installations, so that rows taken together are of
 * those only; the rest chooses rows. */
typedef struct
{
  IjkCompanyRows rows;
  const char *search;          /* (nullable) all its words, in any order, letter case and accent */
  guint sector;                /* or IJK_NONE = all */
  guint cluster;               /* or IJK_NONE = all */
  int kind;                    /* IjkUnitKind, or -1 = all */
  IjkCompanyPosition position;
  gboolean is_levied_only;     /* rows that owe something in the year */
  IjkCompanyColumn sort_by;
  gboolean is_descending;
} IjkCompanyQuery;

#define IJK_COMPANY_QUERY_INIT                                                                     \
  { .rows = IJK_COMPANY_ROWS_COMPANIES, .sector = IJK_NONE, .cluster = IJK_NONE, .kind = -1,        \
    .sort_by = IJK_COMPANY_EMISSIONS, .is_descending = TRUE }

typedef struct
{
  guint unit;             /* its only installation, or IJK_NONE */
  guint company;          /* or IJK_NONE */
  guint sector;           /* or IJK_NONE where there are several */
  guint cluster;          /* or IJK_NONE where there are several or none */
  guint n_units;          /* of those chosen */
  gboolean is_levied_kind;/* some of them are under the levy */
  int observed_year;      /* last year the registry has for all of them; 0 = none */
  double observed_kt;     /* NAN where there is none */
  double emissions_kt, load_kt, rights_kt;
  double first_kt, last_kt; /* emissions in IJK_FIRST_YEAR and IJK_LAST_YEAR */
  double levy_meur, credit_meur;
  double law_emissions_kt, law_net_levy_meur;
  guint measure;          /* or IJK_NONE */
  guint cell;             /* of the measure, where it takes most */
  double measure_kt;
  IjkMeasureLimit limit;
} IjkCompanyRow;

typedef struct _IjkCompanyTable IjkCompanyTable;

IjkCompanyTable     *ijk_company_table_new       (const IjkReference    *reference);
void                 ijk_company_table_free      (IjkCompanyTable       *self);
/* Works out rows. @law: (nullable): of current law; NULL = no change is known. Both are kept. */
void                 ijk_company_table_set_result (IjkCompanyTable      *self,
                                                   const IjkResult      *result,
                                                   const IjkResult      *law,
                                                   int                   year);
/* Filters and sorts. Rows of equal value keep the order of the reference. */
void                 ijk_company_table_set_query (IjkCompanyTable       *self,
                                                  const IjkCompanyQuery *query);
const IjkReference  *ijk_company_table_get_reference (const IjkCompanyTable *self);
const IjkResult     *ijk_company_table_get_result (const IjkCompanyTable *self); /* (nullable) */
int                  ijk_company_table_get_year  (const IjkCompanyTable *self);
IjkCompanyRows       ijk_company_table_get_rows  (const IjkCompanyTable *self);
/* Rows that are shown; of all that there are. */
guint                ijk_company_table_n_shown   (const IjkCompanyTable *self);
guint                ijk_company_table_n_rows    (const IjkCompanyTable *self);
/* @position: among the rows shown. (transfer none) */
const IjkCompanyRow *ijk_company_table_get       (const IjkCompanyTable *self,
                                                  guint                  position);
/* Sums of the rows shown; measure and limit are IJK_NONE. */
const IjkCompanyRow *ijk_company_table_totals    (const IjkCompanyTable *self);
/* kt of the rows shown that lie in the national figure of industry. */
double               ijk_company_table_industry_kt (const IjkCompanyTable *self);
/* The row of a company, or of an installation where rows are those; IJK_NONE: not shown. */
guint                ijk_company_table_find      (const IjkCompanyTable *self,
                                                  guint                  company,
                                                  guint                  unit);
/* kt a year, IJK_N_YEARS values from IJK_FIRST_YEAR on. */
void                 ijk_company_table_yearly    (const IjkCompanyTable *self,
                                                  guint                  position,
                                                  double                *yearly_kt);
/* A number of a row; NAN for columns of words and where it is unknown. */
double               ijk_company_row_number      (const IjkCompanyRow   *row,
                                                  IjkCompanyColumn       column);

/* ijk-company-table-words.c: in the language in force. */

/* "Emissions 2030, kt". (transfer full) */
char                *ijk_company_table_title     (const IjkCompanyTable *self,
                                                  IjkCompanyColumn       column);
/* The same as short as a column wants it: only emissions name the year, which all numbers are of.
 * (transfer full) */
char                *ijk_company_table_heading   (const IjkCompanyTable *self,
                                                  IjkCompanyColumn       column);
/* Without year and unit, for a menu. (transfer none) */
const char          *ijk_company_column_name     (IjkCompanyColumn       column);
gboolean             ijk_company_column_is_number (IjkCompanyColumn      column);
/* "company", "levy": for settings and files. (transfer none) */
const char          *ijk_company_column_id       (IjkCompanyColumn       column);
/* As the screen writes it. @row: of this table, its totals included. (transfer full) */
char                *ijk_company_table_write     (const IjkCompanyTable *self,
                                                  const IjkCompanyRow   *row,
                                                  IjkCompanyColumn       column);
char                *ijk_company_table_row_name  (const IjkCompanyTable *self,
                                                  const IjkCompanyRow   *row);
/* Below the table: the sums of the rows shown; how many they are, and what they are from.
 * (transfer full) */
char                *ijk_company_table_write_totals (const IjkCompanyTable *self);
char                *ijk_company_table_write_source (const IjkCompanyTable *self);
/* What is shown, in @columns, with the totals at the end. CSV: RFC 4180, a point for decimals and whole
 * numbers as they are; TSV: as the screen writes them, without thousands. (transfer full) */
char                *ijk_company_table_to_csv    (const IjkCompanyTable  *self,
                                                  const IjkCompanyColumn *columns,
                                                  guint                   n_columns);
char                *ijk_company_table_to_tsv    (const IjkCompanyTable  *self,
                                                  const IjkCompanyColumn *columns,
                                                  guint                   n_columns);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IjkCompanyTable, ijk_company_table_free)

G_END_DECLS
