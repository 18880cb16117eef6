/* A table in the making with a row for each year: columns are added with their numbers, so that
 * headings and numbers cannot come apart.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-year-table-private.h"

/**
 * ijk_year_table_begin:
 * @self: (out): what is to be ended with ijk_year_table_end()
 */
void
ijk_year_table_begin (IjkYearTable *self,
                      const char   *caption)
{
  self->table = ijk_figure_table_new (caption, _("Year"));
  self->columns = g_ptr_array_new_with_free_func (g_free);
}

/**
 * ijk_year_table_add:
 * @yearly: (array fixed-size=30): is copied
 */
void
ijk_year_table_add (IjkYearTable *self,
                    const char   *title,
                    const char   *unit,
                    guint         n_decimals,
                    const double *yearly)
{
  ijk_figure_table_add_column (self->table, title, unit, n_decimals);
  g_ptr_array_add (self->columns, g_memdup2 (yearly, IJK_N_YEARS * sizeof *yearly));
}

static void
add_scenario (IjkYearTable    *self,
              const IjkResult *result,
              const char      *scenario,
              const char      *title,
              const char      *unit,
              guint            n_decimals,
              IjkYearlyFunc    yearly_of)
{
  /* Translators: heading of a column: a quantity, then the scenario it is of. */
  g_autofree char *heading = g_strdup_printf (_("%1$s, %2$s"), title, scenario);
  double yearly[IJK_N_YEARS];

  yearly_of (result, yearly);
  ijk_year_table_add (self, heading, unit, n_decimals, yearly);
}

/**
 * ijk_year_table_add_others:
 * @title: of the column of the scenario itself
 *
 * Adds a column of current law, unless that is what the figure shows, and one of the second
 * scenario.
 */
void
ijk_year_table_add_others (IjkYearTable         *self,
                           const IjkFigureInput *input,
                           const char           *title,
                           const char           *unit,
                           guint                 n_decimals,
                           IjkYearlyFunc         yearly_of)
{
  if (!input->is_law)
    add_scenario (self, input->law_result, _("current law"), title, unit, n_decimals, yearly_of);
  if (input->compare_result != NULL)
    add_scenario (self, input->compare_result, input->compare_name, title, unit, n_decimals,
                  yearly_of);
}

/**
 * ijk_year_table_end:
 *
 * Returns: (transfer full): the table, with both years included; @self is spent
 */
IjkFigureTable *
ijk_year_table_end (IjkYearTable *self,
                    int           first_year,
                    int           last_year)
{
  g_autoptr (GPtrArray) columns = g_steal_pointer (&self->columns);

  ijk_figure_table_add_years (self->table, first_year, last_year,
                              (const double *const *) (gconstpointer) columns->pdata);
  return g_steal_pointer (&self->table);
}
