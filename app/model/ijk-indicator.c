/* Indicators: the stored fields of a result, and the sums and terms that follow from them.
 *
 * Sectors, measures, cells and units are stored; national scopes, clusters and companies are summed
 * when asked for, and so are the terms of one unit, so that a run does not pay for them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-indicator.h"

#include "ijk-decomposition.h"

#include <math.h>
#include <string.h>

/* Where an indicator's numbers come from: a stored field, or a term worked out for a unit. */
enum
{
#define FIELD_SOURCE(entity, member, id, unit) SOURCE_##member,
  IJK_RESULT_FIELDS (FIELD_SOURCE)
#undef FIELD_SOURCE
  SOURCE_UNIT_NET_LEVY,
  SOURCE_UNIT_MEASURES,
  SOURCE_UNIT_ACTIVITY,
  SOURCE_UNIT_AUTONOMOUS,
  SOURCE_UNIT_LEAKAGE,
  N_SOURCES,
};

/* Sums of units: for a scope they are the sums of its sectors. */
#define SUMS(ITEM)                                                                                 \
  ITEM (emissions, "kt", emissions_kt, unit_emissions_kt)                                          \
  ITEM (unabated, "kt", unabated_kt, unit_unabated_kt)                                             \
  ITEM (activity, "kt", activity_kt, UNIT_ACTIVITY)                                                \
  ITEM (autonomous, "kt", autonomous_kt, UNIT_AUTONOMOUS)                                          \
  ITEM (measures, "kt", measures_kt, UNIT_MEASURES)                                                \
  ITEM (leakage, "kt", leakage_kt, UNIT_LEAKAGE)                                                   \
  ITEM (load, "kt", load_kt, unit_load_kt)                                                         \
  ITEM (benchmark, "kt", benchmark_kt, unit_benchmark_kt)                                          \
  ITEM (rights, "kt", rights_kt, unit_rights_kt)                                                   \
  ITEM (bought, "kt", bought_kt, unit_bought_kt)                                                   \
  ITEM (sold, "kt", sold_kt, unit_sold_kt)                                                         \
  ITEM (levy, "MEUR", levy_meur, unit_levy_meur)                                                   \
  ITEM (credit, "MEUR", credit_meur, unit_credit_meur)                                             \
  ITEM (net_levy, "MEUR", net_levy_meur, UNIT_NET_LEVY)

#define NATION_ITEMS IJK_ITEMS_NL
#define SECTOR_ITEMS IJK_ITEMS_SECTOR
#define MEASURE_ITEMS IJK_ITEMS_MEASURE
#define CELL_ITEMS IJK_ITEMS_CELL
#define UNIT_ITEMS IJK_ITEMS_UNIT

static const IjkIndicator indicators[] = {
#define SCOPE_SUM(id, unit, of_sector, of_unit)                                                    \
  { IJK_ITEMS_SCOPE, #id, unit, SOURCE_sector_##of_sector },
  SUMS (SCOPE_SUM)
#undef SCOPE_SUM
#define STORED(entity, member, id, unit) { entity##_ITEMS, id, unit, SOURCE_##member },
  IJK_RESULT_FIELDS (STORED)
#undef STORED
  { IJK_ITEMS_UNIT, "net_levy", "MEUR", SOURCE_UNIT_NET_LEVY },
  { IJK_ITEMS_UNIT, "measures", "kt", SOURCE_UNIT_MEASURES },
  { IJK_ITEMS_UNIT, "activity", "kt", SOURCE_UNIT_ACTIVITY },
  { IJK_ITEMS_UNIT, "autonomous", "kt", SOURCE_UNIT_AUTONOMOUS },
  { IJK_ITEMS_UNIT, "leakage", "kt", SOURCE_UNIT_LEAKAGE },
#define CLUSTER_SUM(id, unit, of_sector, of_unit)                                                  \
  { IJK_ITEMS_CLUSTER, #id, unit, SOURCE_##of_unit },
  SUMS (CLUSTER_SUM)
#undef CLUSTER_SUM
#define COMPANY_SUM(id, unit, of_sector, of_unit)                                                  \
  { IJK_ITEMS_COMPANY, #id, unit, SOURCE_##of_unit },
  SUMS (COMPANY_SUM)
#undef COMPANY_SUM
};

static const char *const scope_item_ids[IJK_N_SCOPE_ITEMS] = { "industry", "energy", "all" };

/* How many items there are of that sort. */
guint
ijk_items_count (const IjkReference *reference,
                 IjkItems            items)
{
  switch (items)
    {
    case IJK_ITEMS_SCOPE:
      return IJK_N_SCOPE_ITEMS;
    case IJK_ITEMS_NL:
      return 1;
    case IJK_ITEMS_SECTOR:
      return reference->n_sectors;
    case IJK_ITEMS_CLUSTER:
      return reference->n_clusters;
    case IJK_ITEMS_COMPANY:
      return reference->n_companies;
    case IJK_ITEMS_UNIT:
      return reference->n_units;
    case IJK_ITEMS_MEASURE:
      return reference->n_measures;
    case IJK_ITEMS_CELL:
      return reference->n_cells;
    case IJK_N_ITEMS:
      break;
    }
  g_assert_not_reached ();
}

/* Word in the column `entity`. */
const char *
ijk_items_entity (IjkItems items)
{
  static const char *const words[IJK_N_ITEMS] = {
    "national", "national", "sector", "cluster", "company", "unit", "measure", "cell",
  };

  return words[items];
}

/* Appends what stands in the column `id`. */
void
ijk_items_append_id (const IjkReference *reference,
                     IjkItems            items,
                     guint               item,
                     GString            *text)
{
  switch (items)
    {
    case IJK_ITEMS_SCOPE:
      g_string_append (text, scope_item_ids[item]);
      return;
    case IJK_ITEMS_NL:
      g_string_append (text, "nl");
      return;
    case IJK_ITEMS_SECTOR:
      g_string_append (text, reference->sectors[item].id);
      return;
    case IJK_ITEMS_CLUSTER:
      g_string_append (text, reference->clusters[item].id);
      return;
    case IJK_ITEMS_COMPANY:
      g_string_append (text, reference->companies[item].name);
      return;
    case IJK_ITEMS_UNIT:
      g_string_append (text, reference->units[item].id);
      return;
    case IJK_ITEMS_MEASURE:
      g_string_append (text, reference->measures[item].id);
      return;
    case IJK_ITEMS_CELL:
      g_string_append (text, reference->sectors[reference->cells[item].sector].id);
      g_string_append_c (text, '/');
      g_string_append (text, reference->measures[reference->cells[item].measure].id);
      return;
    case IJK_N_ITEMS:
      break;
    }
  g_assert_not_reached ();
}

/* Returns: (transfer none) (array length=n_indicators): all, in the order of the long table */
const IjkIndicator *
ijk_indicators (guint *n_indicators)
{
  *n_indicators = G_N_ELEMENTS (indicators);
  return indicators;
}

/* Returns: (transfer none) (nullable): the indicator called @id of @items */
const IjkIndicator *
ijk_indicator_find (IjkItems    items,
                    const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (indicators); i++)
    if (indicators[i].items == items && strcmp (indicators[i].id, id) == 0)
      return &indicators[i];
  return NULL;
}

/* The stored field behind a source, or NULL for a worked-out term. */
static const double *
get_field (const IjkResult *result,
           guint            source,
           IjkStoredEntity *entity)
{
  switch (source)
    {
#define FIELD_CASE(of, member, id, unit)                                                           \
  case SOURCE_##member:                                                                            \
    *entity = IJK_ENTITY_##of;                                                                     \
    return result->member;
      IJK_RESULT_FIELDS (FIELD_CASE)
#undef FIELD_CASE
    default:
      return NULL;
    }
}

/* Terms of the decomposition of one unit. */
static void
add_unit_decomposition (const IjkResult *result,
                        guint            source,
                        guint            unit,
                        double          *yearly)
{
  const IjkReference *reference = result->reference;
  const IjkUnit *u = &reference->units[unit];
  const guint y0 = IJK_YEAR_INDEX (u->last_year);
  const double *index = result->sector_activity_index;
  const double autonomous
      = ijk_scenario_number (result->scenario, IJK_LEVER_AUTONOMOUS, u->sector);

  for (guint t = 0; t < IJK_N_YEARS; t++)
    {
      const double ratio = index[t * reference->n_sectors + u->sector]
                           / index[y0 * reference->n_sectors + u->sector];
      const IjkDecomposition parts
          = ijk_decompose_unit (u->past_kt, y0, t, ratio, pow (1 - autonomous, (double) t - y0),
                                result->sector_leak[t * reference->n_sectors + u->sector]);

      yearly[t] += source == SOURCE_UNIT_ACTIVITY
                       ? parts.activity_kt
                       : (source == SOURCE_UNIT_AUTONOMOUS ? parts.autonomous_kt
                                                           : parts.leakage_kt);
    }
}

/* Adds the yearly numbers of one item of a source to @yearly. */
static void
add_item (const IjkResult *result,
          guint            source,
          guint            item,
          double          *yearly)
{
  IjkStoredEntity entity = IJK_N_STORED_ENTITIES;
  const double *field = get_field (result, source, &entity);

  if (field != NULL)
    {
      const guint n = ijk_result_count (result->reference, entity);

      for (guint t = 0; t < IJK_N_YEARS; t++)
        yearly[t] += field[(gsize) t * n + item];
      return;
    }
  for (guint t = 0; source <= SOURCE_UNIT_MEASURES && t < IJK_N_YEARS; t++)
    {
      const gsize at = (gsize) t * result->reference->n_units + item;

      yearly[t] += source == SOURCE_UNIT_NET_LEVY
                       ? result->unit_levy_meur[at] - result->unit_credit_meur[at]
                       : result->unit_unabated_kt[at] - result->unit_emissions_kt[at];
    }
  if (source > SOURCE_UNIT_MEASURES)
    add_unit_decomposition (result, source, item, yearly);
}

/**
 * ijk_indicator_yearly:
 * @item: position of the scope, sector, cluster, company, unit, measure or cell
 * @yearly: (out caller-allocates) (array fixed-size=30): 2021..2050, in the indicator's unit
 */
void
ijk_indicator_yearly (const IjkIndicator *self,
                      const IjkResult    *result,
                      guint               item,
                      double             *yearly)
{
  const IjkReference *reference = result->reference;

  memset (yearly, 0, IJK_N_YEARS * sizeof *yearly);
  switch (self->items)
    {
    case IJK_ITEMS_SCOPE:
      for (guint s = 0; s < reference->n_sectors; s++)
        if (item == IJK_SCOPE_ITEM_ALL
            || reference->sectors[s].is_in_industry == (item == IJK_SCOPE_ITEM_INDUSTRY))
          add_item (result, self->source, s, yearly);
      return;
    case IJK_ITEMS_CLUSTER:
      for (guint i = 0; i < reference->n_units; i++)
        if (reference->units[i].cluster == item
            && reference->sectors[reference->units[i].sector].is_in_industry)
          add_item (result, self->source, i, yearly);
      return;
    case IJK_ITEMS_COMPANY:
      for (guint i = 0; i < reference->companies[item].n_units; i++)
        add_item (result, self->source, reference->companies[item].units[i], yearly);
      return;
    case IJK_ITEMS_NL:
    case IJK_ITEMS_SECTOR:
    case IJK_ITEMS_UNIT:
    case IJK_ITEMS_MEASURE:
    case IJK_ITEMS_CELL:
      add_item (result, self->source, item, yearly);
      return;
    case IJK_N_ITEMS:
      break;
    }
  g_assert_not_reached ();
}

/* The number of one year. */
double
ijk_indicator_value (const IjkIndicator *self,
                     const IjkResult    *result,
                     guint               item,
                     int                 year)
{
  double yearly[IJK_N_YEARS];

  g_assert (year >= IJK_FIRST_YEAR && year <= IJK_LAST_YEAR);
  ijk_indicator_yearly (self, result, item, yearly);
  return yearly[IJK_YEAR_INDEX (year)];
}
