/* Sums: sectors, clusters, companies and scopes are the sums of their parts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-explanation-private.h"

static gboolean
is_in_scope (const IjkReference *reference,
             guint               sector,
             guint               scope)
{
  return scope == IJK_SCOPE_ITEM_ALL
         || reference->sectors[sector].is_in_industry == (scope == IJK_SCOPE_ITEM_INDUSTRY);
}

static void
add_parts (IjkExplanation     *sum,
           const IjkIndicator *indicator,
           const IjkIndicator *part,
           guint               item,
           guint               t)
{
  const IjkReference *reference = sum->result->reference;

  if (indicator->items == IJK_ITEMS_SCOPE)
    {
      for (guint s = 0; s < reference->n_sectors; s++)
        if (is_in_scope (reference, s, item))
          ijk_node_add (sum, ijk_node_indicator (sum->result, part, s, t));
    }
  else if (indicator->items == IJK_ITEMS_COMPANY)
    {
      const IjkCompany *company = &reference->companies[item];

      for (guint i = 0; i < company->n_units; i++)
        ijk_node_add (sum, ijk_node_indicator (sum->result, part, company->units[i], t));
    }
  else
    {
      for (guint i = 0; i < reference->n_units; i++)
        {
          const IjkUnit *unit = &reference->units[i];

          if (indicator->items == IJK_ITEMS_SECTOR
                  ? unit->sector == item
                  : unit->cluster == item && reference->sectors[unit->sector].is_in_industry)
            ijk_node_add (sum, ijk_node_indicator (sum->result, part, i, t));
        }
    }
}

/* The sum of the same indicator over the parts: sectors of a scope, else units. */
IjkExplanation *
ijk_explain_sum (const IjkResult    *result,
                 const IjkIndicator *indicator,
                 guint               item,
                 guint               t)
{
  const IjkIndicator *part = ijk_indicator_find (
      indicator->items == IJK_ITEMS_SCOPE ? IJK_ITEMS_SECTOR : IJK_ITEMS_UNIT, indicator->id);
  IjkExplanation *sum = ijk_node_new (result, NULL, indicator->unit, IJK_OPERATION_SUM);

  add_parts (sum, indicator, part, item, t);
  return ijk_node_end (sum, 1);
}
