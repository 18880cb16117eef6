/* A table in the making with a row for each year, column by column.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-figure-private.h"

G_BEGIN_DECLS

typedef struct
{
  IjkFigureTable *table; /* (owned) until the end */
  GPtrArray *columns;    /* (owned) (element-type double): IJK_N_YEARS a column */
} IjkYearTable;

void            ijk_year_table_begin  (IjkYearTable         *self,
                                       const char           *caption);
void            ijk_year_table_add    (IjkYearTable         *self,
                                       const char           *title,
                                       const char           *unit,
                                       guint                 n_decimals,
                                       const double         *yearly);
/* The same numbers of current law and of the second scenario, where the figure shows them. */
void            ijk_year_table_add_others (IjkYearTable         *self,
                                           const IjkFigureInput *input,
                                           const char           *title,
                                           const char           *unit,
                                           guint                 n_decimals,
                                           IjkYearlyFunc         yearly_of);
IjkFigureTable *ijk_year_table_end    (IjkYearTable         *self,
                                       int                   first_year,
                                       int                   last_year);

G_END_DECLS
