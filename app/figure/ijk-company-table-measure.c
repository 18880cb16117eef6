/* The measure that takes most of each row, and what limits it. Most installations do as their class, so
 * that one of the class is worked out for all.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-company-table-private.h"

#include <string.h>

/* Installations with a project or a lever of their own do not do as their class. */
static void
mark_special_units (IjkCompanyTable *self)
{
  const IjkReference *reference = self->reference;
  const IjkScenario *scenario = self->result->scenario;
  g_autofree guint8 *has_lever = g_new0 (guint8, MAX (reference->n_companies, 1));

  memset (self->is_special, 0, reference->n_units);
  for (const IjkScenario *s = scenario; s != NULL; s = ijk_scenario_get_parent (s))
    {
      guint n_settings = 0;
      const IjkLeverSetting *settings = ijk_scenario_get_settings (s, &n_settings);

      for (guint i = 0; i < n_settings; i++)
        if (settings[i].key.scope == IJK_SCOPE_COMPANY)
          has_lever[settings[i].key.target] = TRUE;
    }
  for (guint c = 0; c < reference->n_companies; c++)
    for (guint i = 0; has_lever[c] && i < reference->companies[c].n_units; i++)
      self->is_special[reference->companies[c].units[i]] = TRUE;
  for (guint p = 0; p < reference->n_projects; p++)
    if (ijk_scenario_project_is_enabled (scenario, p))
      self->is_special[reference->projects[p].unit] = TRUE;
}

static guint
find_largest (const double *values,
              guint         n_values)
{
  guint largest = IJK_NONE;

  for (guint i = 0; i < n_values; i++)
    if (values[i] > IJK_COMPANY_TINY && (largest == IJK_NONE || values[i] > values[largest]))
      largest = i;
  return largest;
}

/* What each measure takes of a unit, in stack_kt, and of it by dated projects, in projects_kt. What the
 * first of a class does is kept as shares of its unabated emissions, and read by the rest of the class. */
static void
fill_stack (IjkCompanyTable *self,
            guint            i,
            guint            t)
{
  const IjkReference *reference = self->reference;
  const guint n_measures = reference->n_measures;
  const guint k = reference->units[i].class_index;
  const double unabated_kt
      = self->result->unit_unabated_kt[(gsize) t * reference->n_units + i];
  double *shares = self->class_shares + (gsize) k * n_measures;

  if (!self->is_special[i] && self->class_is_known[k])
    {
      for (guint m = 0; m < n_measures; m++)
        {
          self->stack_kt[m] = shares[m] * unabated_kt;
          self->projects_kt[m] = 0;
        }
      return;
    }
  ijk_unit_abatement (self->result, i, t, self->stack_kt, self->projects_kt);
  if (self->is_special[i] || !(unabated_kt > 0))
    return;
  self->class_is_known[k] = TRUE;
  self->class_measure[k] = find_largest (self->stack_kt, n_measures);
  for (guint m = 0; m < n_measures; m++)
    shares[m] = self->stack_kt[m] / unabated_kt;
}

/* What one measure takes of a unit. */
static double
find_kt (IjkCompanyTable *self,
         guint            i,
         guint            t,
         guint            measure,
         gboolean        *is_of_project)
{
  const IjkReference *reference = self->reference;
  const guint k = reference->units[i].class_index;

  *is_of_project = FALSE;
  if (!self->is_special[i] && self->class_is_known[k])
    return self->class_shares[(gsize) k * reference->n_measures + measure]
           * self->result->unit_unabated_kt[(gsize) t * reference->n_units + i];
  fill_stack (self, i, t);
  *is_of_project = self->is_special[i] && self->projects_kt[measure] > 0;
  return self->stack_kt[measure];
}

/* The measure that takes most of a unit; for most units their class knows it. */
static guint
find_main_measure (IjkCompanyTable *self,
                   guint            i,
                   guint            t)
{
  const guint k = self->reference->units[i].class_index;

  if (!self->is_special[i] && self->class_is_known[k])
    return self->class_measure[k];
  fill_stack (self, i, t);
  return find_largest (self->stack_kt, self->reference->n_measures);
}

static void
set_measure (IjkCompanyTable *self,
             IjkCompanyRow   *row,
             guint            i,
             guint            t,
             gboolean         is_of_project)
{
  row->cell
      = ijk_reference_find_cell (self->reference, self->reference->units[i].sector, row->measure);
  row->limit = ijk_measure_limit_find (self->result, i, row->measure, t, is_of_project);
}

static void
fill_single_rows (IjkCompanyTable *self,
                  guint            t)
{
  for (guint i = 0; i < self->reference->n_units; i++)
    {
      const guint r = self->row_of_unit[i];
      IjkCompanyRow *row = r != IJK_NONE ? &self->rows[r] : NULL;
      gboolean is_of_project;

      if (row == NULL || row->n_units != 1)
        continue;
      row->measure = find_main_measure (self, i, t);
      if (row->measure == IJK_NONE)
        continue;
      row->measure_kt = find_kt (self, i, t, row->measure, &is_of_project);
      set_measure (self, row, i, t, is_of_project);
    }
}

/* A row of several installations is named after the measure that takes most of all of them together. */
static void
sum_measures (IjkCompanyTable *self,
              guint            t)
{
  const guint n_measures = self->reference->n_measures;

  memset (self->row_measures_kt, 0, (gsize) self->n_rows * n_measures * sizeof (double));
  for (guint i = 0; i < self->reference->n_units; i++)
    {
      const guint r = self->row_of_unit[i];

      if (r == IJK_NONE || self->rows[r].n_units == 1)
        continue;
      fill_stack (self, i, t);
      for (guint m = 0; m < n_measures; m++)
        self->row_measures_kt[(gsize) r * n_measures + m] += self->stack_kt[m];
    }
  for (guint r = 0; r < self->n_rows; r++)
    if (self->rows[r].n_units > 1)
      {
        const double *sums_kt = self->row_measures_kt + (gsize) r * n_measures;
        IjkCompanyRow *row = &self->rows[r];

        row->measure = find_largest (sums_kt, n_measures);
        row->measure_kt = row->measure != IJK_NONE ? sums_kt[row->measure] : 0;
      }
}

typedef struct
{
  guint unit; /* or IJK_NONE */
  double kt;
  gboolean is_of_project;
} Largest;

/* Of several installations the one with most of the measure tells what limits it. */
static void
fill_joined_rows (IjkCompanyTable *self,
                  guint            t)
{
  g_autofree Largest *largest = g_new (Largest, MAX (self->n_rows, 1));

  sum_measures (self, t);
  for (guint r = 0; r < self->n_rows; r++)
    largest[r] = (Largest) { .unit = IJK_NONE };
  for (guint i = 0; i < self->reference->n_units; i++)
    {
      const guint r = self->row_of_unit[i];
      gboolean is_of_project;
      double kt;

      if (r == IJK_NONE || self->rows[r].n_units == 1 || self->rows[r].measure == IJK_NONE)
        continue;
      kt = find_kt (self, i, t, self->rows[r].measure, &is_of_project);
      if (kt > largest[r].kt)
        largest[r] = (Largest) { i, kt, is_of_project };
    }
  for (guint r = 0; r < self->n_rows; r++)
    if (largest[r].unit != IJK_NONE)
      set_measure (self, &self->rows[r], largest[r].unit, t, largest[r].is_of_project);
}

void
ijk_company_table_fill_measures (IjkCompanyTable *self,
                                 guint            t)
{
  memset (self->class_is_known, 0, self->reference->n_classes);
  mark_special_units (self);
  if (self->row_measures_kt != NULL)
    fill_joined_rows (self, t);
  fill_single_rows (self, t);
}
