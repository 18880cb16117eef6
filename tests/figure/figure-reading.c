/* What tests read from results, specs and tables. A name that is not there stops the test.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "figure-reading.h"

#include <math.h>

#define TOLERANCE 1e-9

double
reading_indicator (const IjkResult *result,
                   IjkItems         items,
                   guint            item,
                   const char      *id,
                   int              year)
{
  const IjkIndicator *indicator = ijk_indicator_find (items, id);

  g_assert_nonnull (indicator);
  return ijk_indicator_value (indicator, result, item, year);
}

double
reading_industry (const IjkResult *result,
                  const char      *id,
                  int              year)
{
  return reading_indicator (result, IJK_ITEMS_SCOPE, IJK_SCOPE_ITEM_INDUSTRY, id, year);
}

void
reading_assert_close (double actual,
                      double expected)
{
  g_assert_cmpfloat_with_epsilon (actual, expected, TOLERANCE * MAX (1, fabs (expected)));
}

IjkChartSpec *
reading_spec (const char           *id,
              const IjkFigureInput *input)
{
  return ijk_figure_make_spec (ijk_figure_find (id), input);
}

IjkFigureTable *
reading_table (const char           *id,
               const IjkFigureInput *input)
{
  return ijk_figure_make_table (ijk_figure_find (id), input);
}

const IjkChartSeries *
reading_series (const IjkChartSpec *spec,
                const char         *label)
{
  for (guint i = 0; i < spec->n_series; i++)
    if (g_strcmp0 (spec->series[i].label, label) == 0)
      return &spec->series[i];
  g_error ("no series “%s”", label);
}

double
reading_value (const IjkChartSpec *spec,
               const char         *label,
               int                 year)
{
  const IjkChartSeries *series = reading_series (spec, label);

  for (guint i = 0; i < spec->n_x; i++)
    if (spec->x[i] == year)
      return series->values[i];
  g_error ("no year %d", year);
}

guint
reading_row (const IjkFigureTable *table,
             const char           *label)
{
  for (guint i = 0; i < ijk_figure_table_n_rows (table); i++)
    if (g_str_equal (g_ptr_array_index (table->labels, i), label))
      return i;
  g_error ("no row “%s”", label);
}
