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

/* The measure that takes most of a unit, and how much; for most units their class knows it. */
static guint
find_main_measure (IjkCompanyTable *self,
                   guint            i,
                   guint            t,
                   double          *kt,
                   gboolean        *is_of_project)
{
  const IjkReference *reference = self->reference;
  const IjkUnit *unit = &reference->units[i];
  const double unabated_kt
      = self->result->unit_unabated_kt[(gsize) t * reference->n_units + i];
  const guint k = unit->class_index;
  guint measure;

  *is_of_project = FALSE;
  if (!self->is_special[i] && self->class_is_known[k])
    {
      *kt = self->class_share[k] * unabated_kt;
      return self->class_measure[k];
    }
  ijk_unit_abatement (self->result, i, t, self->stack_kt, self->projects_kt);
  measure = find_largest (self->stack_kt, reference->n_measures);
  *kt = measure != IJK_NONE ? self->stack_kt[measure] : 0;
  if (self->is_special[i])
    {
      *is_of_project = measure != IJK_NONE && self->projects_kt[measure] > 0;
      return measure;
    }
  if (unabated_kt > 0)
    {
      self->class_is_known[k] = TRUE;
      self->class_measure[k] = measure;
      self->class_share[k] = *kt / unabated_kt;
    }
  return measure;
}

/* A row of several installations is named after the measure that takes most of all of them together. */
static void
add_measures (IjkCompanyTable *self,
              guint            i,
              guint            t)
{
  const IjkReference *reference = self->reference;
  const guint r = self->row_of_unit[i];
  IjkCompanyRow *row = &self->rows[r];
  double *sums_kt = self->row_measures_kt + (gsize) r * reference->n_measures;

  if (row->n_units == 1)
    return;
  ijk_unit_abatement (self->result, i, t, self->stack_kt, NULL);
  for (guint m = 0; m < reference->n_measures; m++)
    sums_kt[m] += self->stack_kt[m];
}

static void
set_measure (IjkCompanyTable *self,
             IjkCompanyRow   *row,
             guint            i,
             guint            t,
             guint            measure,
             double           kt,
             gboolean         is_of_project)
{
  row->measure = measure;
  row->measure_kt = kt;
  if (measure == IJK_NONE)
    return;
  row->cell = ijk_reference_find_cell (self->reference, self->reference->units[i].sector, measure);
  row->limit = ijk_measure_limit_find (self->result, i, measure, t, is_of_project);
}

/* Of several installations the one with most of the measure tells what limits it. */
void
ijk_company_table_fill_measures (IjkCompanyTable *self,
                                 guint            t)
{
  const IjkReference *reference = self->reference;
  g_autofree double *largest_kt = g_new0 (double, MAX (self->n_rows, 1));

  memset (self->class_is_known, 0, reference->n_classes);
  mark_special_units (self);
  if (self->row_measures_kt != NULL)
    {
      memset (self->row_measures_kt, 0,
              (gsize) self->n_rows * reference->n_measures * sizeof *self->row_measures_kt);
      for (guint i = 0; i < reference->n_units; i++)
        if (self->row_of_unit[i] != IJK_NONE)
          add_measures (self, i, t);
      for (guint r = 0; r < self->n_rows; r++)
        if (self->rows[r].n_units > 1)
          {
            const double *sums_kt = self->row_measures_kt + (gsize) r * reference->n_measures;

            self->rows[r].measure = find_largest (sums_kt, reference->n_measures);
            self->rows[r].measure_kt
                = self->rows[r].measure != IJK_NONE ? sums_kt[self->rows[r].measure] : 0;
          }
    }
  for (guint i = 0; i < reference->n_units; i++)
    {
      const guint r = self->row_of_unit[i];
      IjkCompanyRow *row = r != IJK_NONE ? &self->rows[r] : NULL;
      gboolean is_of_project = FALSE;
      double kt = 0;

      if (row == NULL)
        continue;
      if (row->n_units == 1)
        {
          const guint measure = find_main_measure (self, i, t, &kt, &is_of_project);

          set_measure (self, row, i, t, measure, kt, is_of_project);
          continue;
        }
      if (row->measure == IJK_NONE)
        continue;
      ijk_unit_abatement (self->result, i, t, self->stack_kt, self->projects_kt);
      kt = self->stack_kt[row->measure];
      if (kt > largest_kt[r])
        {
          largest_kt[r] = kt;
          set_measure (self, row, i, t, row->measure, row->measure_kt,
                       self->projects_kt[row->measure] > 0);
        }
    }
}
