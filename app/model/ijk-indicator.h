/* Indicators: every number of a result by name, as in the long table
 * `entity,id,indicator,year,value,unit`.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-result.h"

G_BEGIN_DECLS

/* What an indicator is about. The first two are both called "national" in tables. */
typedef enum
{
  IJK_ITEMS_SCOPE,   /* industry, energy (the rest) and all: sums of units */
  IJK_ITEMS_NL,      /* totals over all units */
  IJK_ITEMS_SECTOR,
  IJK_ITEMS_CLUSTER, /* sums of its units in industry */
  IJK_ITEMS_COMPANY, /* sums of its units */
  IJK_ITEMS_UNIT,
  IJK_ITEMS_MEASURE,
  IJK_ITEMS_CELL,    /* sector/measure */
  IJK_N_ITEMS,
} IjkItems;

enum
{
  IJK_SCOPE_ITEM_INDUSTRY,
  IJK_SCOPE_ITEM_ENERGY,
  IJK_SCOPE_ITEM_ALL,
  IJK_N_SCOPE_ITEMS,
};

typedef struct
{
  IjkItems items;
  const char *id;
  const char *unit;
  guint source; /* private: where the numbers come from */
} IjkIndicator;

guint               ijk_items_count      (const IjkReference *reference,
                                          IjkItems            items);
const char         *ijk_items_entity     (IjkItems            items);
void                ijk_items_append_id  (const IjkReference *reference,
                                          IjkItems            items,
                                          guint               item,
                                          GString            *text);

const IjkIndicator *ijk_indicators       (guint              *n_indicators);
const IjkIndicator *ijk_indicator_find   (IjkItems            items,
                                          const char         *id);
void                ijk_indicator_yearly (const IjkIndicator *self,
                                          const IjkResult    *result,
                                          guint               item,
                                          double             *yearly);
double              ijk_indicator_value  (const IjkIndicator *self,
                                          const IjkResult    *result,
                                          guint               item,
                                          int                 year);

G_END_DECLS
