/* What tests read from results, specs and tables. A name that is not there stops the test.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-figure.h"
#include "ijk-indicator.h"

G_BEGIN_DECLS

double reading_indicator (const IjkResult *result,
                          IjkItems         items,
                          guint            item,
                          const char      *id,
                          int              year);
double reading_industry (const IjkResult *result,
                         const char      *id,
                         int              year);
void reading_assert_close (double actual,
                           double expected);
IjkChartSpec *reading_spec (const char           *id,
                            const IjkFigureInput *input);
IjkFigureTable *reading_table (const char           *id,
                               const IjkFigureInput *input);
const IjkChartSeries *reading_series (const IjkChartSpec *spec,
                                      const char         *label);
double reading_value (const IjkChartSpec *spec,
                      const char         *label,
                      int                 year);
guint reading_row (const IjkFigureTable *table,
                   const char           *label);

G_END_DECLS
