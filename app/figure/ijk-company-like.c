/* Which company is most like another.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-company-like.h"

#include <math.h>

#include "ijk-indicator.h"

/* On one axis the curve of a company that is smaller than this part of the other says nothing. */
#define LEAST_PART 0.2

static double
emissions_kt (const IjkResult *result,
              IjkItems         items,
              guint            item,
              int              year)
{
  return ijk_indicator_value (ijk_indicator_find (items, "emissions"), result, item, year);
}

/* The sector where a company emits most; the first of those where it emits nothing. */
static guint
find_sector (const IjkResult *result,
             guint            company,
             int              year)
{
  const IjkReference *reference = result->reference;
  const IjkCompany *c = &reference->companies[company];
  g_autofree double *sums_kt = g_new0 (double, reference->n_sectors);
  guint sector = reference->units[c->units[0]].sector;

  for (guint i = 0; i < c->n_units; i++)
    {
      const guint own = reference->units[c->units[i]].sector;

      sums_kt[own] += emissions_kt (result, IJK_ITEMS_UNIT, c->units[i], year);
      if (sums_kt[own] > sums_kt[sector])
        sector = own;
    }
  return sector;
}

/**
 * ijk_company_find_like:
 * @result: a run
 * @company: position of a company of its reference
 * @year: a year of the horizon
 *
 * Finds the company that is most like another: of the same main sector the nearest in emissions in
 * @year; where none of the sector is of the same order, the nearest in emissions of all.
 *
 * Returns: its position, never @company; %IJK_NONE where there is no other
 */
guint
ijk_company_find_like (const IjkResult *result,
                       guint            company,
                       int              year)
{
  guint sector;
  double own_kt;
  guint likes[] = { IJK_NONE, IJK_NONE }; /* of all, of the sector */
  double gaps_kt[] = { INFINITY, INFINITY };

  g_return_val_if_fail (result != NULL && company < result->reference->n_companies, IJK_NONE);

  sector = find_sector (result, company, year);
  own_kt = emissions_kt (result, IJK_ITEMS_COMPANY, company, year);
  for (guint c = 0; c < result->reference->n_companies; c++)
    {
      const double kt = emissions_kt (result, IJK_ITEMS_COMPANY, c, year);
      const double gap_kt = fabs (kt - own_kt);
      const gboolean is_comparable = fmin (kt, own_kt) >= LEAST_PART * fmax (kt, own_kt)
                                     && find_sector (result, c, year) == sector;

      for (guint i = 0; i < (is_comparable ? 2u : 1u); i++)
        if (c != company && gap_kt < gaps_kt[i])
          {
            likes[i] = c;
            gaps_kt[i] = gap_kt;
          }
    }
  return likes[1] != IJK_NONE ? likes[1] : likes[0];
}
