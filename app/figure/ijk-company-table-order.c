/* Which rows of the table are shown, in which order, and what they add up to.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-company-table-private.h"

#include <math.h>
#include <string.h>

double
ijk_company_row_number (const IjkCompanyRow *row,
                        IjkCompanyColumn     column)
{
  switch (column)
    {
    case IJK_COMPANY_OBSERVED:
      return row->observed_kt;
    case IJK_COMPANY_EMISSIONS:
      return row->emissions_kt;
    case IJK_COMPANY_SPARKLINE:
      return row->first_kt > IJK_COMPANY_TINY ? row->last_kt / row->first_kt - 1 : (double) NAN;
    case IJK_COMPANY_CHANGE:
      return row->emissions_kt - row->law_emissions_kt;
    case IJK_COMPANY_RIGHTS:
      return row->is_levied_kind ? row->rights_kt : (double) NAN;
    case IJK_COMPANY_POSITION:
      return row->is_levied_kind ? row->rights_kt - row->load_kt : (double) NAN;
    case IJK_COMPANY_LEVY:
      return row->is_levied_kind ? row->levy_meur : (double) NAN;
    case IJK_COMPANY_CREDIT:
      return row->is_levied_kind ? row->credit_meur : (double) NAN;
    case IJK_COMPANY_LEVY_CHANGE:
      return row->is_levied_kind ? row->levy_meur - row->credit_meur - row->law_net_levy_meur
                                 : (double) NAN;
    case IJK_COMPANY_NAME:
    case IJK_COMPANY_SECTOR:
    case IJK_COMPANY_CLUSTER:
    case IJK_COMPANY_MEASURE:
    case IJK_COMPANY_LIMIT:
      return NAN;
    case IJK_N_COMPANY_COLUMNS:
      break;
    }
  g_assert_not_reached ();
}

static gboolean
is_shown (const IjkCompanyTable *self,
          guint                  r)
{
  const IjkCompanyRow *row = &self->rows[r];
  const double position_kt = row->rights_kt - row->load_kt;

  if (!self->is_found[r])
    return FALSE;
  if (self->query.is_levied_only && !(row->levy_meur > IJK_COMPANY_TINY))
    return FALSE;
  switch (self->query.position)
    {
    case IJK_POSITION_ANY:
      return TRUE;
    case IJK_POSITION_LONG:
      return row->is_levied_kind && position_kt > IJK_COMPANY_TINY;
    case IJK_POSITION_SHORT:
      return row->is_levied_kind && position_kt < -IJK_COMPANY_TINY;
    }
  g_assert_not_reached ();
}

/* Unknown comes last, whichever way. */
static gboolean
comes_after (const IjkCompanyTable *self,
             guint                  a,
             guint                  b)
{
  const IjkCompanyColumn column = self->query.sort_by;
  double one, other;

  if (self->collation_keys != NULL)
    {
      const int order = strcmp (self->collation_keys[a], self->collation_keys[b]);

      return self->query.is_descending ? order < 0 : order > 0;
    }
  one = ijk_company_row_number (&self->rows[a], column);
  other = ijk_company_row_number (&self->rows[b], column);
  if (isnan (one) || isnan (other))
    return isnan (one) && !isnan (other);
  return self->query.is_descending ? one < other : one > other;
}

/* Merges runs of growing length: stable, and without asking for memory. */
static void
sort_shown (IjkCompanyTable *self)
{
  guint *from = self->shown;
  guint *to = self->spare;

  for (guint width = 1; width < self->n_shown; width *= 2)
    {
      guint *swap;

      for (guint start = 0; start < self->n_shown; start += 2 * width)
        {
          const guint middle = MIN (start + width, self->n_shown);
          const guint end = MIN (start + 2 * width, self->n_shown);
          guint left = start;
          guint right = middle;

          for (guint k = start; k < end; k++)
            if (left < middle && (right >= end || !comes_after (self, from[left], from[right])))
              to[k] = from[left++];
            else
              to[k] = from[right++];
        }
      swap = from;
      from = to;
      to = swap;
    }
  self->shown = from;
  self->spare = to;
}

/* Words are sorted as the language does; one key a row, made once for each sort by words. */
static void
make_keys (IjkCompanyTable *self)
{
  g_clear_pointer (&self->collation_keys, g_strfreev);
  if (ijk_company_column_is_number (self->query.sort_by))
    return;
  self->collation_keys = g_new0 (char *, self->n_rows + 1);
  for (guint r = 0; r < self->n_rows; r++)
    {
      g_autofree char *text = ijk_company_table_write (self, &self->rows[r], self->query.sort_by);

      self->collation_keys[r] = g_utf8_collate_key (text, -1);
    }
}

static void
sum_shown (IjkCompanyTable *self)
{
  IjkCompanyRow *totals = &self->totals;
  g_autofree guint8 *is_in = g_new0 (guint8, self->n_rows + 1);
  const guint t = IJK_YEAR_INDEX (self->year);

  *totals = (IjkCompanyRow) {
    .unit = IJK_NONE, .company = IJK_NONE, .sector = IJK_NONE, .cluster = IJK_NONE,
    .measure = IJK_NONE, .cell = IJK_NONE, .is_levied_kind = TRUE,
  };
  self->industry_kt = 0;
  if (self->result == NULL)
    return;
  for (guint k = 0; k < self->n_shown; k++)
    {
      const IjkCompanyRow *row = &self->rows[self->shown[k]];

      is_in[self->shown[k]] = TRUE;
      totals->n_units += row->n_units;
      totals->first_kt += row->first_kt;
      totals->last_kt += row->last_kt;
      totals->law_emissions_kt += row->law_emissions_kt;
      totals->law_net_levy_meur += row->law_net_levy_meur;
    }
  /* In the order of the units, whatever the rows and their order, so that a sum is always the same. */
  for (guint i = 0; i < self->reference->n_units; i++)
    {
      const gsize at = (gsize) t * self->reference->n_units + i;

      if (self->row_of_unit[i] == IJK_NONE || !is_in[self->row_of_unit[i]])
        continue;
      totals->emissions_kt += self->result->unit_emissions_kt[at];
      totals->load_kt += self->result->unit_load_kt[at];
      totals->rights_kt += self->result->unit_rights_kt[at];
      totals->levy_meur += self->result->unit_levy_meur[at];
      totals->credit_meur += self->result->unit_credit_meur[at];
      if (self->reference->sectors[self->reference->units[i].sector].is_in_industry)
        self->industry_kt += self->result->unit_emissions_kt[at];
    }
  /* Registry years differ from row to row: their sum would be of no year. */
  totals->observed_kt = NAN;
}

void
ijk_company_table_choose_rows (IjkCompanyTable *self)
{
  self->n_shown = 0;
  if (self->result == NULL)
    return;
  for (guint r = 0; r < self->n_rows; r++)
    if (is_shown (self, r))
      self->shown[self->n_shown++] = r;
  make_keys (self);
  sort_shown (self);
  sum_shown (self);
}
