/* Rows of installations: worked out in one pass over the units, in their order, so that sums are the
 * same however the rows are taken together.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-company-table-private.h"

#include <math.h>

#include "ijk-figure-private.h"

IjkCompanyTable *
ijk_company_table_new (const IjkReference *reference)
{
  IjkCompanyTable *self = g_new0 (IjkCompanyTable, 1);
  const guint n = reference->n_units;

  self->reference = ijk_reference_ref (reference);
  self->year = IJK_TARGET_YEAR;
  self->query = (IjkCompanyQuery) IJK_COMPANY_QUERY_INIT;
  self->search = g_strdup ("");
  self->haystacks = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    self->haystacks[i] = ijk_company_table_make_haystack (reference, &reference->units[i]);
  self->rows = g_new0 (IjkCompanyRow, n + 1);
  self->row_of_unit = g_new0 (guint, n);
  self->first_of_row = g_new0 (guint, n + 1);
  self->is_found = g_new0 (guint8, n + 1);
  self->shown = g_new0 (guint, n + 1);
  self->spare = g_new0 (guint, n + 1);
  self->class_measure = g_new0 (guint, reference->n_classes);
  self->class_shares = g_new0 (double, (gsize) reference->n_classes * reference->n_measures);
  self->class_is_known = g_new0 (guint8, reference->n_classes);
  self->is_special = g_new0 (guint8, n);
  self->stack_kt = g_new0 (double, reference->n_measures);
  self->projects_kt = g_new0 (double, reference->n_measures);
  return self;
}

void
ijk_company_table_free (IjkCompanyTable *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->collation_keys, g_strfreev);
  g_strfreev (self->haystacks);
  g_free (self->search);
  g_free (self->rows);
  g_free (self->row_of_unit);
  g_free (self->first_of_row);
  g_free (self->is_found);
  g_free (self->row_measures_kt);
  g_free (self->shown);
  g_free (self->spare);
  g_free (self->class_measure);
  g_free (self->class_shares);
  g_free (self->class_is_known);
  g_free (self->is_special);
  g_free (self->stack_kt);
  g_free (self->projects_kt);
  g_clear_pointer (&self->result, ijk_result_unref);
  g_clear_pointer (&self->law, ijk_result_unref);
  ijk_reference_unref (self->reference);
  g_free (self);
}

static void
fill_numbers (IjkCompanyTable *self)
{
  const guint n_units = self->reference->n_units;
  const guint t = IJK_YEAR_INDEX (self->year);
  const gsize at = (gsize) t * n_units;
  const gsize at_last = (gsize) (IJK_N_YEARS - 1) * n_units;
  const IjkResult *result = self->result;
  const IjkResult *law = self->law;

  for (guint r = 0; r < self->n_rows; r++)
    {
      IjkCompanyRow *row = &self->rows[r];

      row->first_kt = row->last_kt = 0;
      row->emissions_kt = row->load_kt = row->rights_kt = row->levy_meur = row->credit_meur = 0;
      row->law_emissions_kt = row->law_net_levy_meur = law != NULL ? 0 : (double) NAN;
      row->measure = row->cell = IJK_NONE;
      row->measure_kt = 0;
      row->limit = IJK_MEASURE_LIMIT_NONE;
    }
  for (guint i = 0; i < n_units; i++)
    {
      IjkCompanyRow *row;

      if (self->row_of_unit[i] == IJK_NONE)
        continue;
      row = &self->rows[self->row_of_unit[i]];
      row->emissions_kt += result->unit_emissions_kt[at + i];
      row->first_kt += result->unit_emissions_kt[i];
      row->last_kt += result->unit_emissions_kt[at_last + i];
      row->load_kt += result->unit_load_kt[at + i];
      row->rights_kt += result->unit_rights_kt[at + i];
      row->levy_meur += result->unit_levy_meur[at + i];
      row->credit_meur += result->unit_credit_meur[at + i];
      if (law == NULL)
        continue;
      row->law_emissions_kt += law->unit_emissions_kt[at + i];
      row->law_net_levy_meur += law->unit_levy_meur[at + i] - law->unit_credit_meur[at + i];
    }
  ijk_company_table_fill_measures (self, t);
}

void
ijk_company_table_set_result (IjkCompanyTable *self,
                              const IjkResult *result,
                              const IjkResult *law,
                              int              year)
{
  const IjkResult *old_result = self->result;
  const IjkResult *old_law = self->law;

  g_return_if_fail (result != NULL && result->reference == self->reference);
  g_return_if_fail (year >= IJK_FIRST_YEAR && year <= IJK_LAST_YEAR);

  self->result = ijk_result_ref (result);
  self->law = law != NULL ? ijk_result_ref (law) : NULL;
  self->year = year;
  g_clear_pointer (&old_result, ijk_result_unref);
  g_clear_pointer (&old_law, ijk_result_unref);
  if (self->n_rows == 0)
    ijk_company_table_make_rows (self);
  fill_numbers (self);
  ijk_company_table_choose_rows (self);
}

void
ijk_company_table_set_query (IjkCompanyTable       *self,
                             const IjkCompanyQuery *query)
{
  g_autofree char *search = ijk_company_table_fold (query->search != NULL ? query->search : "");
  const IjkCompanyQuery *old = &self->query;
  const gboolean has_same_rows = self->n_rows > 0 && query->rows == old->rows
                                 && query->sector == old->sector && query->cluster == old->cluster
                                 && query->kind == old->kind;
  const gboolean has_same_search = g_str_equal (search, self->search);

  self->query = *query;
  self->query.search = NULL;
  g_free (self->search);
  self->search = g_steal_pointer (&search);
  if (!has_same_rows)
    {
      ijk_company_table_make_rows (self);
      if (self->result != NULL)
        fill_numbers (self);
    }
  else if (!has_same_search)
    ijk_company_table_search (self);
  ijk_company_table_choose_rows (self);
}

const IjkReference *
ijk_company_table_get_reference (const IjkCompanyTable *self)
{
  return self->reference;
}

const IjkResult *
ijk_company_table_get_result (const IjkCompanyTable *self)
{
  return self->result;
}

int
ijk_company_table_get_year (const IjkCompanyTable *self)
{
  return self->year;
}

IjkCompanyRows
ijk_company_table_get_rows (const IjkCompanyTable *self)
{
  return self->query.rows;
}

guint
ijk_company_table_n_shown (const IjkCompanyTable *self)
{
  return self->n_shown;
}

guint
ijk_company_table_n_rows (const IjkCompanyTable *self)
{
  return self->n_rows;
}

const IjkCompanyRow *
ijk_company_table_get (const IjkCompanyTable *self,
                       guint                  position)
{
  g_return_val_if_fail (position < self->n_shown, NULL);

  return &self->rows[self->shown[position]];
}

const IjkCompanyRow *
ijk_company_table_totals (const IjkCompanyTable *self)
{
  return &self->totals;
}

double
ijk_company_table_industry_kt (const IjkCompanyTable *self)
{
  return self->industry_kt;
}

guint
ijk_company_table_find (const IjkCompanyTable *self,
                        guint                  company,
                        guint                  unit)
{
  for (guint k = 0; k < self->n_shown; k++)
    {
      const IjkCompanyRow *row = &self->rows[self->shown[k]];

      if (unit != IJK_NONE && row->unit == unit)
        return k;
      if (unit == IJK_NONE && company != IJK_NONE && row->company == company)
        return k;
    }
  return IJK_NONE;
}

void
ijk_company_table_yearly (const IjkCompanyTable *self,
                          guint                  position,
                          double                *yearly_kt)
{
  const guint n_units = self->reference->n_units;
  guint row, n_left;

  g_return_if_fail (position < self->n_shown);

  row = self->shown[position];
  n_left = self->rows[row].n_units;
  for (guint t = 0; t < IJK_N_YEARS; t++)
    yearly_kt[t] = 0;
  for (guint i = self->first_of_row[row]; n_left > 0 && i < n_units; i++)
    {
      if (self->row_of_unit[i] != row)
        continue;
      for (guint t = 0; t < IJK_N_YEARS; t++)
        yearly_kt[t] += self->result->unit_emissions_kt[(gsize) t * n_units + i];
      n_left--;
    }
}
