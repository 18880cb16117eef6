/* What an explanation calls the indicators, and which function takes each apart.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-explanation-private.h"

#include <string.h>

/* One row an indicator. Sums over scopes, clusters and companies are named like those of units and
 * have no function of their own. */
typedef struct
{
  IjkItems items;
  const char *id;
  const char *label;   /* a msgid; small letters, for use in a formula */
  guint chapter;       /* of the method */
  IjkExplainFunc func; /* (nullable) a sum over its parts */
} Entry;

#define NL(id, label, chapter, func) { IJK_ITEMS_NL, id, label, chapter, ijk_explain_##func }
#define SECTOR(id, label, chapter, func)                                                           \
  {                                                                                                \
    IJK_ITEMS_SECTOR, id, label, chapter, ijk_explain_##func                                       \
  }
#define MEASURE(id, label, chapter, func)                                                          \
  { IJK_ITEMS_MEASURE, id, label, chapter, ijk_explain_##func }
#define CELL(id, label, chapter, func) { IJK_ITEMS_CELL, id, label, chapter, ijk_explain_##func }
#define UNIT(id, label, chapter, func) { IJK_ITEMS_UNIT, id, label, chapter, ijk_explain_##func }
#define SECTOR_SUM(id, label, chapter) { IJK_ITEMS_SECTOR, id, label, chapter, NULL }

static const Entry entries[] = {
  NL ("ets_price", N_("ETS price"), 3, ets_price),
  NL ("reference_price", N_("deducted ETS price"), 3, reference_price),
  NL ("min_price", N_("minimum CO₂ price"), 3, min_price),
  NL ("levy_rate", N_("levy rate"), 3, levy_rate),
  NL ("incinerator_rate", N_("levy rate for incinerators"), 3, incinerator_rate),
  NL ("reduction_factor", N_("reduction factor"), 7, reduction_factor),
  NL ("inc_factor", N_("correction factor of incinerators"), 7, inc_factor),
  NL ("rate_minimum", N_("minimum rate"), 3, rate_minimum),
  NL ("rate_ets", N_("rate above the rights, ETS installations"), 3, rate_ets),
  NL ("rate_inc", N_("rate above the rights, incinerators"), 3, rate_inc),
  NL ("rate_n2o", N_("rate above the rights, nitrous oxide plants"), 3, rate_n2o),
  NL ("right_price", N_("price of a right"), 7, right_price),
  NL ("short_main", N_("shortage of rights"), 7, short_main),
  NL ("short_inc", N_("shortage of rights of incinerators"), 7, short_inc),
  NL ("ccs", N_("CO₂ captured for storage"), 9, ccs),
  NL ("ccs_awarded", N_("CCS awarded so far"), 4, ccs_awarded),
  NL ("ccs_capacity", N_("CO₂ transport and storage capacity"), 5, ccs_capacity),
  NL ("ccs_ceiling", N_("ceiling on subsidy for CCS"), 4, ccs_ceiling),
  NL ("sde_budget", N_("SDE++ budget"), 4, sde_budget),
  NL ("sde_committed", N_("subsidy committed"), 4, sde_committed),
  NL ("sde_paid", N_("subsidy paid out"), 9, sde_paid),
  NL ("investment", N_("investment"), 9, investment),
  NL ("grants", N_("investment grants"), 9, grants),
  NL ("abatement_cost", N_("cost of measures"), 9, abatement_cost),
  NL ("returned", N_("levy money returned"), 8, returned),
  NL ("industry_cost", N_("cost to industry"), 9, industry_cost),
  NL ("state_cost", N_("cost to the State"), 9, state_cost),
  NL ("ets_cost", N_("ETS cost"), 8, ets_cost),
  NL ("electricity", N_("extra power use"), 9, electricity),
  NL ("gas", N_("extra gas use"), 9, gas),
  NL ("hydrogen", N_("hydrogen use"), 9, hydrogen),
  NL ("indirect", N_("indirect emissions"), 9, indirect),
  NL ("abroad", N_("emissions abroad of output that left"), 8, abroad),
  NL ("technicians", N_("technicians needed"), 5, technicians),
  NL ("technicians_available", N_("technicians available"), 5, technicians_available),
  NL ("grid_added", N_("grid power added"), 5, grid_added),
  NL ("grid_available", N_("grid power that can be added"), 5, grid_available),

  SECTOR_SUM ("emissions", N_("emissions"), 6),
  SECTOR_SUM ("unabated", N_("emissions without measures"), 2),
  SECTOR_SUM ("activity", N_("reduction by less output"), 10),
  SECTOR_SUM ("autonomous", N_("reduction by autonomous efficiency"), 10),
  SECTOR ("measures", N_("reduction by measures"), 10, sector_measures),
  SECTOR_SUM ("leakage", N_("reduction by output leaving the country"), 10),
  SECTOR_SUM ("load", N_("levied emissions"), 7),
  SECTOR_SUM ("benchmark", N_("benchmark value"), 7),
  SECTOR_SUM ("rights", N_("dispensation rights"), 7),
  SECTOR_SUM ("bought", N_("rights bought"), 7),
  SECTOR_SUM ("sold", N_("rights sold"), 7),
  SECTOR_SUM ("levy", N_("CO₂ levy"), 7),
  SECTOR_SUM ("credit", N_("credit for earlier years"), 7),
  SECTOR ("net_levy", N_("net CO₂ levy"), 7, sector_net_levy),
  SECTOR ("outside", N_("reduction outside industry"), 6, sector_outside),
  SECTOR ("activity_index", N_("output"), 2, activity_index),
  SECTOR ("leak", N_("output that left the country"), 8, leak),
  SECTOR ("z", N_("carbon and abatement costs per tonne"), 8, z),
  SECTOR ("signal", N_("carbon signal"), 3, signal),
  SECTOR ("ets_cost", N_("ETS cost"), 8, sector_ets_cost),
  SECTOR ("abatement_cost", N_("cost of measures"), 8, sector_abatement_cost),
  SECTOR ("sde_paid", N_("subsidy paid out"), 9, sector_paid),
  SECTOR ("returned", N_("levy money returned"), 8, sector_returned),

  MEASURE ("abated", N_("effect in industry"), 6, measure_abated),
  MEASURE ("abated_energy", N_("effect in power and waste incineration"), 6, measure_abated_energy),
  MEASURE ("outside", N_("effect outside industry"), 6, measure_outside),
  MEASURE ("capex", N_("investment per tonne a year"), 3, capex),
  MEASURE ("running_cost", N_("running cost"), 3, running_cost),
  MEASURE ("cost", N_("cost per tonne"), 3, cost),
  MEASURE ("sde_committed", N_("subsidy committed"), 4, measure_committed),
  MEASURE ("sde_paid", N_("subsidy paid out"), 9, measure_paid),
  MEASURE ("investment", N_("investment"), 9, measure_investment),

  CELL ("abated", N_("effect"), 6, cell_abated),
  CELL ("outside", N_("effect outside industry"), 6, cell_outside),
  CELL ("potential", N_("potential"), 4, potential),
  CELL ("eligible", N_("emissions that qualify"), 4, eligible),
  CELL ("decided", N_("decided so far"), 5, decided),
  CELL ("operating", N_("operating part of the potential"), 5, operating),
  CELL ("operating_share", N_("operating part of the emissions that qualify"), 5, operating_share),
  CELL ("wanted", N_("wanted by companies"), 5, wanted),
  CELL ("limit", N_("part that the limits let through"), 5, limit),
  CELL ("room", N_("room in the round"), 4, room),
  CELL ("need", N_("subsidy needed per tonne"), 4, need),
  CELL ("claim", N_("claim on the budget"), 4, claim),
  CELL ("rank", N_("place in the round"), 4, rank),
  CELL ("served", N_("served in the round"), 4, served),
  CELL ("award", N_("outcome of the round"), 4, award),
  CELL ("binding_limit", N_("what limits it most"), 5, binding_limit),

  UNIT ("emissions", N_("emissions"), 6, unit_emissions),
  UNIT ("unabated", N_("emissions without measures"), 2, unit_unabated),
  UNIT ("activity", N_("reduction by less output"), 10, unit_activity),
  UNIT ("autonomous", N_("reduction by autonomous efficiency"), 10, unit_autonomous),
  UNIT ("measures", N_("reduction by measures"), 10, unit_measures),
  UNIT ("leakage", N_("reduction by output leaving the country"), 10, unit_leakage),
  UNIT ("load", N_("levied emissions"), 7, unit_load),
  UNIT ("benchmark", N_("benchmark value"), 7, unit_benchmark),
  UNIT ("rights", N_("dispensation rights"), 7, unit_rights),
  UNIT ("bought", N_("rights bought"), 7, unit_bought),
  UNIT ("sold", N_("rights sold"), 7, unit_sold),
  UNIT ("levy", N_("CO₂ levy"), 7, unit_levy),
  UNIT ("credit", N_("credit for earlier years"), 7, unit_credit),
  UNIT ("net_levy", N_("net CO₂ levy"), 7, unit_net_levy),
};

/* What the sums over scopes, clusters and companies are called like. */
static IjkItems
get_named_items (IjkItems items)
{
  return items == IJK_ITEMS_SCOPE || items == IJK_ITEMS_CLUSTER || items == IJK_ITEMS_COMPANY
             ? IJK_ITEMS_UNIT
             : items;
}

static const Entry *
find_entry (const IjkIndicator *indicator)
{
  const IjkItems items = get_named_items (indicator->items);

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    if (entries[i].items == items && strcmp (entries[i].id, indicator->id) == 0)
      return &entries[i];
  return NULL;
}

/* Position in entries of each indicator, in the order of ijk_indicators(); made once. */
static const Entry *
get_entry (const IjkIndicator *indicator)
{
  static gsize once = 0;
  guint n = 0;
  const IjkIndicator *all = ijk_indicators (&n);

  if (g_once_init_enter (&once))
    {
      const Entry **table = g_new (const Entry *, n);

      for (guint i = 0; i < n; i++)
        table[i] = find_entry (&all[i]);
      g_once_init_leave (&once, (gsize) table);
    }
  return ((const Entry **) once)[indicator - all];
}

/* Returns: (transfer none): in the language in force, "levied emissions" */
const char *
ijk_indicator_label (const IjkIndicator *indicator)
{
  const Entry *entry = get_entry (indicator);

  return entry != NULL ? _(entry->label) : indicator->id;
}

/* Chapter of the method in which it is worked out. */
guint
ijk_indicator_chapter (const IjkIndicator *indicator)
{
  const Entry *entry = get_entry (indicator);

  return entry != NULL ? entry->chapter : 0;
}

/* Returns: (nullable): NULL for a sum over the parts of an item */
IjkExplainFunc
ijk_indicator_explain_func (const IjkIndicator *indicator)
{
  const Entry *entry = get_entry (indicator);

  return entry != NULL && get_named_items (indicator->items) == indicator->items ? entry->func
                                                                                 : NULL;
}

/* Whether the number may be a lever or a figure of the reference as it stands; such are cheap to make,
 * and are shown as what they are instead of as numbers to open. */
gboolean
ijk_indicator_may_be_given (const IjkIndicator *indicator,
                            guint               t)
{
  static const IjkExplainFunc always[] = {
    ijk_explain_ets_price,    ijk_explain_reference_price,       ijk_explain_min_price,
    ijk_explain_levy_rate,    ijk_explain_incinerator_rate,      ijk_explain_reduction_factor,
    ijk_explain_inc_factor,   ijk_explain_ccs_capacity,          ijk_explain_ccs_ceiling,
    ijk_explain_sde_budget,   ijk_explain_technicians_available, ijk_explain_grid_available,
    ijk_explain_rate_minimum, ijk_explain_potential,
  };
  const IjkExplainFunc func = ijk_indicator_explain_func (indicator);

  for (guint i = 0; i < G_N_ELEMENTS (always); i++)
    if (func == always[i])
      return TRUE;
  return !IJK_IS_FREE (t)
         && (func == ijk_explain_unit_unabated || func == ijk_explain_activity_index);
}

/* What is said of the levy that a kind of installation expects. */
const char *
ijk_unit_kind_name (IjkUnitKind kind)
{
  switch (kind)
    {
    case IJK_KIND_ETS:
      return _("levy expected by ETS installations");
    case IJK_KIND_INCINERATOR:
      return _("levy expected by incinerators");
    case IJK_KIND_N2O:
      return _("levy expected by nitrous oxide plants");
    case IJK_KIND_REST:
    case IJK_N_KINDS:
      break;
    }
  g_assert_not_reached ();
}

/* The code of an award in words. */
const char *
ijk_award_name (IjkAward award)
{
  switch (award)
    {
    case IJK_AWARD_NONE:
      return _("no candidate");
    case IJK_AWARD_SERVED:
      return _("served");
    case IJK_AWARD_PART_BUDGET:
      return _("served in part: the budget ran out");
    case IJK_AWARD_PART_CEILING:
      return _("served in part: the CCS ceiling was reached");
    case IJK_AWARD_NO_BUDGET:
      return _("not served: the budget had run out");
    case IJK_AWARD_NO_CEILING:
      return _("not served: the CCS ceiling had been reached");
    case IJK_AWARD_AFTER_LAST_ROUND:
      return _("refused: after the last round");
    case IJK_AWARD_CCS_ENDED:
      return _("refused: CCS gets no new subsidy any more");
    case IJK_AWARD_NO_NEED:
      return _("refused: it pays for itself");
    case IJK_AWARD_TOO_DEAR:
      return _("refused: above the maximum subsidy intensity");
    case IJK_N_AWARDS:
      break;
    }
  g_assert_not_reached ();
}

/* The code of a limit in words. */
const char *
ijk_limit_name (IjkLimit limit)
{
  switch (limit)
    {
    case IJK_LIMIT_NONE:
      return _("nothing");
    case IJK_LIMIT_BUILD_CAP:
      return _("the building cap");
    case IJK_LIMIT_CCS_CAPACITY:
      return _("CO₂ transport and storage");
    case IJK_LIMIT_GRID:
      return _("the power grid");
    case IJK_LIMIT_TECHNICIANS:
      return _("technicians");
    case IJK_N_LIMITS:
      break;
    }
  g_assert_not_reached ();
}
