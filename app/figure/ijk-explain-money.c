/* Chapters 8 and 9 of the method: output that leaves the country, and money and energy.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-explanation-private.h"

#define KEUR_PER_MEUR 1e3

#define SECTOR(s) (&result->reference->sectors[s])
#define CELL(c) (&result->reference->cells[c])
#define MEASURE(m) (&result->reference->measures[m])
#define NATION(id, t) ijk_node_ref (result, IJK_ITEMS_NL, id, 0, t)
#define OF_SECTOR(id, s, t) ijk_node_ref (result, IJK_ITEMS_SECTOR, id, s, t)
#define OF_CELL(id, c, t) ijk_node_ref (result, IJK_ITEMS_CELL, id, c, t)
#define AT(field, c, t) (result->cell_##field[(gsize) (t) * result->reference->n_cells + (c)])

static IjkExplanation *
end_or_none (IjkExplanation *sum,
             const char     *why)
{
  const IjkResult *result = sum->result;
  const char *unit = sum->unit;

  if (sum->operands != NULL)
    return ijk_node_end (sum, 1);
  ijk_explanation_free (sum);
  return ijk_node_none (result, unit, why);
}

/* ---- 8: output that leaves ---- */

static IjkExplanation *
make_sector_fact (const IjkResult *result,
                  guint            sector,
                  const char      *label,
                  double           value,
                  const char      *unit)
{
  IjkExplanation *self = ijk_node_fact (result, label, value, unit, &SECTOR (sector)->provenance);

  self->subject_items = IJK_ITEMS_SECTOR;
  self->subject = sector;
  return self;
}

/* leak[t-1] + 0.25 (1 - exp(-eta max(0, z[t-1] - z[2025])) - leak[t-1]) */
IJK_EXPLAIN (leak)
{
  IjkExplanation *rise = NULL;
  IjkExplanation *eta = NULL;
  IjkExplanation *aim = NULL;

  if (IJK_YEAR_AT (t) < IJK_FIRST_LEAK_YEAR)
    return ijk_node_none (result, "fraction",
                          _("Output answers to costs from 2027 on; what left earlier is in the "
                            "observed output."));
  rise = ijk_node (result, NULL, "EUR/t", IJK_OPERATION_POSITIVE, 1,
                   ijk_node (result, NULL, "EUR/t", IJK_OPERATION_DIFFERENCE, 1,
                             OF_SECTOR ("z", item, t - 1),
                             OF_SECTOR ("z", item, IJK_YEAR_INDEX (IJK_LEAK_BASE_YEAR)), NULL),
                   NULL);
  eta = ijk_node (result, NULL, "t/EUR", IJK_OPERATION_PRODUCT, 1,
                  make_sector_fact (result, item, _("share of output lost per €/t"),
                                    SECTOR (item)->eta_t_per_eur, "t/EUR"),
                  ijk_node_number (result, IJK_LEVER_ETA_SCALE, item), NULL);
  aim = ijk_node (result, NULL, "fraction", IJK_OPERATION_SATURATION, 1,
                  ijk_node (result, NULL, "factor", IJK_OPERATION_PRODUCT, 1, eta, rise, NULL),
                  NULL);
  return ijk_node (
      result, NULL, "fraction", IJK_OPERATION_SUM, 1, OF_SECTOR ("leak", item, t - 1),
      ijk_node (result, NULL, "fraction", IJK_OPERATION_PRODUCT, 1,
                ijk_node_constant (result, _("part of the gap that closes in a year"),
                                   IJK_LEAK_SPEED,
                                   "share", IJK_STANDING_ASSUMPTION, _("METHOD.md, constants")),
                ijk_node (result, NULL, "fraction", IJK_OPERATION_DIFFERENCE, 1, aim,
                          OF_SECTOR ("leak", item, t - 1), NULL),
                NULL),
      NULL);
}

/* The part that is not passed on in prices. */
static IjkExplanation *
make_borne_part (const IjkResult *result,
                 guint            sector)
{
  IjkExplanation *pass = make_sector_fact (result, sector, _("carbon cost passed on in prices"),
                                           SECTOR (sector)->pass_through, "fraction");

  if (ijk_scenario_number (result->scenario, IJK_LEVER_PASS_THROUGH, sector) != 0)
    pass = ijk_node (result, NULL, "fraction", IJK_OPERATION_SHARE, 1,
                     ijk_node (result, NULL, "fraction", IJK_OPERATION_SUM, 1, pass,
                               ijk_node_number (result, IJK_LEVER_PASS_THROUGH, sector), NULL),
                     NULL);
  return ijk_node (result, NULL, "fraction", IJK_OPERATION_COMPLEMENT, 1, pass, NULL);
}

/* What a sector bears per tonne. */
IJK_EXPLAIN (z)
{
  IjkExplanation *carbon
      = ijk_node (result, NULL, "MEUR", IJK_OPERATION_PRODUCT, 1, make_borne_part (result, item),
                  ijk_node (result, NULL, "MEUR", IJK_OPERATION_POSITIVE, 1,
                            ijk_node (result, NULL, "MEUR", IJK_OPERATION_SUM, 1,
                                      OF_SECTOR ("ets_cost", item, t),
                                      OF_SECTOR ("net_levy", item, t), NULL),
                            NULL),
                  NULL);
  IjkExplanation *own
      = ijk_node (result, NULL, "MEUR", IJK_OPERATION_POSITIVE, 1,
                  ijk_node (result, NULL, "MEUR", IJK_OPERATION_DIFFERENCE, 1,
                            OF_SECTOR ("abatement_cost", item, t), OF_SECTOR ("sde_paid", item, t),
                            NULL),
                  NULL);
  IjkExplanation *burden
      = ijk_node (result, NULL, "MEUR", IJK_OPERATION_DIFFERENCE, 1,
                  ijk_node (result, NULL, "MEUR", IJK_OPERATION_SUM, 1, carbon, own, NULL),
                  OF_SECTOR ("returned", item, t), NULL);

  return ijk_node (result, NULL, "EUR/t", IJK_OPERATION_RATIO, KEUR_PER_MEUR,
                   ijk_node (result, NULL, "MEUR", IJK_OPERATION_POSITIVE, 1, burden, NULL),
                   OF_SECTOR ("unabated", item, t), NULL);
}

/* A field of the sector's units under the ETS. */
static IjkExplanation *
sum_ets_units (const IjkResult *result,
               guint            sector,
               const char      *id,
               const char      *label,
               guint            t)
{
  const IjkIndicator *indicator = ijk_indicator_find (IJK_ITEMS_UNIT, id);
  IjkExplanation *self = ijk_node_new (result, NULL, "kt", IJK_OPERATION_SUM);

  for (guint i = SECTOR (sector)->first_unit;
       i < SECTOR (sector)->first_unit + SECTOR (sector)->n_units; i++)
    if (result->reference->units[i].kind == IJK_KIND_ETS)
      ijk_node_add (self, ijk_node_indicator (result, indicator, i, t));
  self = end_or_none (self, _("No installation of the sector is under the ETS."));
  ijk_node_name (self, label, 8);
  return ijk_node_about (self, IJK_ITEMS_SECTOR, sector, t);
}

static IjkExplanation *
explain_ets_emissions (const IjkResult *result,
                       guint            item,
                       guint            t)
{
  return sum_ets_units (result, item, "emissions", _("emissions under the ETS"), t);
}

static IjkExplanation *
explain_ets_unabated (const IjkResult *result,
                      guint            item,
                      guint            t)
{
  return sum_ets_units (result, item, "unabated", _("emissions under the ETS without measures"), t);
}

/* ets max(0, E_ets - free u_ets) */
IJK_EXPLAIN (sector_ets_cost)
{
  IjkExplanation *free_share
      = ijk_node_scale (ijk_node_series (result, _("part covered by free allowances"),
                                         IJK_SERIES_FREE_SHARE, SECTOR (item)->free_share, t),
                        IJK_LEVER_FREE_SCALE, IJK_FIRST_FREE_YEAR, t);

  return ijk_node (
      result, NULL, "MEUR", IJK_OPERATION_PRODUCT, 1 / KEUR_PER_MEUR, NATION ("ets_price", t),
      ijk_node (result, NULL, "kt", IJK_OPERATION_POSITIVE, 1,
                ijk_node (result, NULL, "kt", IJK_OPERATION_DIFFERENCE, 1,
                          ijk_node_step (result, explain_ets_emissions, item, t),
                          ijk_node (result, NULL, "kt", IJK_OPERATION_PRODUCT, 1, free_share,
                                    ijk_node_step (result, explain_ets_unabated, item, t), NULL),
                          NULL),
                NULL),
      NULL);
}

/* What a cell takes away in and outside its sector. [kt] */
static IjkExplanation *
make_reduction (const IjkResult *result,
                guint            cell,
                guint            t)
{
  return MEASURE (CELL (cell)->measure)->is_outside_industry ? OF_CELL ("outside", cell, t)
                                                             : OF_CELL ("abated", cell, t);
}

IJK_EXPLAIN (sector_abatement_cost)
{
  IjkExplanation *self = ijk_node_new (result, NULL, "MEUR", IJK_OPERATION_SUM);

  for (guint c = SECTOR (item)->first_cell; c < SECTOR (item)->first_cell + SECTOR (item)->n_cells;
       c++)
    if (AT (abated_kt, c, t) + AT (outside_kt, c, t) != 0)
      ijk_node_add (self, ijk_node (result, NULL, "MEUR", IJK_OPERATION_PRODUCT, 1 / KEUR_PER_MEUR,
                                    make_reduction (result, c, t),
                                    ijk_node_ref (result, IJK_ITEMS_MEASURE, "cost",
                                                  CELL (c)->measure, t),
                                    NULL));
  return end_or_none (self, _("No measure runs in the sector."));
}

/* Emissions without measures that are levied. */
static IjkExplanation *
explain_levied_unabated (const IjkResult *result,
                         guint            item,
                         guint            t)
{
  IjkExplanation *self = ijk_node_new (result, NULL, "kt", IJK_OPERATION_SUM);

  for (guint i = SECTOR (item)->first_unit; i < SECTOR (item)->first_unit + SECTOR (item)->n_units;
       i++)
    if (result->reference->units[i].levy_share > 0)
      ijk_node_add (
          self,
          ijk_node (result, NULL, "kt", IJK_OPERATION_PRODUCT, 1,
                    ijk_node_about (ijk_node_constant (
                                        result, _("levied part"),
                                        result->reference->units[i].levy_share, "share",
                                        IJK_STANDING_DERIVED,
                                        _("METHOD.md, how the levied base was built: without own "
                                           "power from other than waste gases.")),
                                    IJK_ITEMS_UNIT, i, t),
                    ijk_node_ref (result, IJK_ITEMS_UNIT, "unabated", i, t), NULL));
  self = end_or_none (self, _("No installation of the sector is levied."));
  ijk_node_name (self, _("levied emissions without measures"), 8);
  return ijk_node_about (self, IJK_ITEMS_SECTOR, item, t);
}

IJK_EXPLAIN (sector_returned)
{
  IjkExplanation *all = NULL;

  if (!IJK_IS_FREE (t))
    return ijk_node_none (result, "MEUR", _("Levy money can be returned from 2026."));
  all = ijk_node_new (result, NULL, "kt", IJK_OPERATION_SUM);
  for (guint s = 0; s < result->reference->n_sectors; s++)
    ijk_node_add (all, ijk_node_step (result, explain_levied_unabated, s, t));
  return ijk_node (result, NULL, "MEUR", IJK_OPERATION_PRODUCT, 1, NATION ("returned", t),
                   ijk_node (result, NULL, "share", IJK_OPERATION_RATIO, 1,
                             ijk_node_step (result, explain_levied_unabated, item, t),
                             ijk_node_end (all, 1), NULL),
                   NULL);
}

IJK_EXPLAIN (returned)
{
  (void) item;
  if (!IJK_IS_FREE (t))
    return ijk_node_none (result, "MEUR", _("Levy money can be returned from 2026."));
  return ijk_node (result, NULL, "MEUR", IJK_OPERATION_PRODUCT, 1,
                   ijk_node_number (result, IJK_LEVER_LEVY_RETURN, IJK_NONE),
                   ijk_node (result, NULL, "MEUR", IJK_OPERATION_POSITIVE, 1,
                             ijk_node_ref (result, IJK_ITEMS_SCOPE, "net_levy",
                                           IJK_SCOPE_ITEM_ALL, t),
                             NULL),
                   NULL);
}

/* leak_rate * sum over industry of leak / (1 - leak) * u */
IJK_EXPLAIN (abroad)
{
  IjkExplanation *sum = ijk_node_new (result, NULL, "kt", IJK_OPERATION_SUM);

  (void) item;
  for (guint s = 0; s < result->reference->n_sectors; s++)
    if (SECTOR (s)->is_in_industry)
      ijk_node_add (sum,
                    ijk_node (result, NULL, "kt", IJK_OPERATION_PRODUCT, 1,
                              ijk_node (result, NULL, "fraction", IJK_OPERATION_RATIO, 1,
                                        OF_SECTOR ("leak", s, t),
                                        ijk_node (result, NULL, "fraction",
                                                  IJK_OPERATION_COMPLEMENT, 1,
                                                  OF_SECTOR ("leak", s, t), NULL),
                                        NULL),
                              OF_SECTOR ("unabated", s, t), NULL));
  return ijk_node (result, NULL, "kt", IJK_OPERATION_PRODUCT, 1,
                   ijk_node_number (result, IJK_LEVER_LEAK_RATE, IJK_NONE), ijk_node_end (sum, 1),
                   NULL);
}

/* ---- 9: money ---- */

static IjkExplanation *
sum_sectors (const IjkResult *result,
             const char      *id,
             guint            t)
{
  const IjkIndicator *part = ijk_indicator_find (IJK_ITEMS_SECTOR, id);
  IjkExplanation *self = ijk_node_new (result, NULL, part->unit, IJK_OPERATION_SUM);

  for (guint s = 0; s < result->reference->n_sectors; s++)
    ijk_node_add (self, ijk_node_indicator (result, part, s, t));
  return ijk_node_end (self, 1);
}

IJK_EXPLAIN (abatement_cost)
{
  (void) item;
  return sum_sectors (result, "abatement_cost", t);
}

IJK_EXPLAIN (ets_cost)
{
  (void) item;
  return sum_sectors (result, "ets_cost", t);
}

IJK_EXPLAIN (industry_cost)
{
  (void) item;
  return ijk_node (result, NULL, "MEUR", IJK_OPERATION_SUM, 1,
                   ijk_node (result, NULL, "MEUR", IJK_OPERATION_DIFFERENCE, 1,
                             NATION ("abatement_cost", t), NATION ("sde_paid", t),
                             NATION ("grants", t), NATION ("returned", t), NULL),
                   ijk_node_ref (result, IJK_ITEMS_SCOPE, "net_levy", IJK_SCOPE_ITEM_ALL, t), NULL);
}

IJK_EXPLAIN (state_cost)
{
  (void) item;
  return ijk_node (result, NULL, "MEUR", IJK_OPERATION_DIFFERENCE, 1,
                   ijk_node (result, NULL, "MEUR", IJK_OPERATION_SUM, 1, NATION ("sde_paid", t),
                             NATION ("grants", t), NATION ("returned", t), NULL),
                   ijk_node_ref (result, IJK_ITEMS_SCOPE, "net_levy", IJK_SCOPE_ITEM_ALL, t), NULL);
}

/* Rise over last year times the investment per tonne. @item: a cell */
static IjkExplanation *
explain_cell_investment (const IjkResult *result,
                         guint            item,
                         guint            t)
{
  IjkExplanation *self = ijk_node (
      result, NULL, "MEUR", IJK_OPERATION_PRODUCT, 1 / KEUR_PER_MEUR,
      ijk_node (result, NULL, "kt", IJK_OPERATION_POSITIVE, 1,
                ijk_node (result, NULL, "kt", IJK_OPERATION_DIFFERENCE, 1,
                          make_reduction (result, item, t), make_reduction (result, item, t - 1),
                          NULL),
                NULL),
      ijk_node_ref (result, IJK_ITEMS_MEASURE, "capex", CELL (item)->measure, t), NULL);

  ijk_node_name (self, _("investment"), 9);
  return ijk_node_about (self, IJK_ITEMS_CELL, item, t);
}

/* Cells of a measure or a sector that grow. */
static void
add_investments (IjkExplanation *sum,
                 guint           measure,
                 guint           sector,
                 gboolean        with_grant_only,
                 guint           t)
{
  const IjkResult *result = sum->result;

  for (guint c = 0; t > 0 && c < result->reference->n_cells; c++)
    if ((measure == IJK_NONE || CELL (c)->measure == measure)
        && (sector == IJK_NONE || CELL (c)->sector == sector)
        && (!with_grant_only || MEASURE (CELL (c)->measure)->is_grant)
        && AT (abated_kt, c, t) + AT (outside_kt, c, t)
               > AT (abated_kt, c, t - 1) + AT (outside_kt, c, t - 1))
      ijk_node_add (sum, ijk_node_step (result, explain_cell_investment, c, t));
}

IJK_EXPLAIN (measure_investment)
{
  IjkExplanation *self = ijk_node_new (result, NULL, "MEUR", IJK_OPERATION_SUM);

  add_investments (self, item, IJK_NONE, FALSE, t);
  return end_or_none (self, _("The measure grows nowhere in this year."));
}

IJK_EXPLAIN (investment)
{
  const IjkIndicator *part = ijk_indicator_find (IJK_ITEMS_MEASURE, "investment");
  IjkExplanation *self = ijk_node_new (result, NULL, "MEUR", IJK_OPERATION_SUM);

  (void) item;
  for (guint m = 0; m < result->reference->n_measures; m++)
    ijk_node_add (self, ijk_node_indicator (result, part, m, t));
  return ijk_node_end (self, 1);
}

IJK_EXPLAIN (grants)
{
  const IjkReference *reference = result->reference;
  IjkExplanation *self = ijk_node_new (result, NULL, "MEUR", IJK_OPERATION_SUM);

  (void) item;
  for (guint s = 0; s < reference->n_sectors; s++)
    {
      IjkExplanation *sum = ijk_node_new (result, NULL, "MEUR", IJK_OPERATION_SUM);

      add_investments (sum, IJK_NONE, s, TRUE, t);
      if (sum->operands != NULL)
        ijk_node_add (self, ijk_node (result, NULL, "MEUR", IJK_OPERATION_PRODUCT, 1,
                                      ijk_node_number (result, IJK_LEVER_GRANT, s),
                                      ijk_node_end (sum, 1), NULL));
      else
        ijk_explanation_free (sum);
    }
  for (guint p = 0; p < reference->n_projects; p++)
    if (ijk_scenario_project_is_enabled (result->scenario, p)
        && ijk_scenario_project_start_year (result->scenario, p) == IJK_YEAR_AT (t)
        && reference->projects[p].grant_meur > 0)
      ijk_node_add (self, ijk_node_fact (result, reference->projects[p].id,
                                         reference->projects[p].grant_meur, "MEUR",
                                         &reference->projects[p].provenance));
  return end_or_none (self, _("Nothing that can have a grant is built in this year."));
}

/* ---- 9: energy and storage ---- */

/* What all measures take away, in and outside industry. [kt] */
static IjkExplanation *
explain_measure_total (const IjkResult *result,
                       guint            item,
                       guint            t)
{
  IjkExplanation *self
      = ijk_node (result, NULL, "kt", IJK_OPERATION_SUM, 1,
                  ijk_node_ref (result, IJK_ITEMS_MEASURE, "abated", item, t),
                  ijk_node_ref (result, IJK_ITEMS_MEASURE, "abated_energy", item, t),
                  ijk_node_ref (result, IJK_ITEMS_MEASURE, "outside", item, t), NULL);

  ijk_node_name (self, _("effect in and outside industry"), 9);
  return ijk_node_about (self, IJK_ITEMS_MEASURE, item, t);
}

IJK_EXPLAIN (ccs)
{
  IjkExplanation *self = ijk_node_new (result, NULL, "kt/y", IJK_OPERATION_SUM);

  (void) item;
  for (guint m = 0; m < result->reference->n_measures; m++)
    if (MEASURE (m)->group == IJK_GROUP_CCS)
      ijk_node_add (self, ijk_node_step (result, explain_measure_total, m, t));
  return end_or_none (self, _("No measure stores CO₂."));
}

/* kt * MWh/t = GWh;  kt * GJ/t = TJ */
static IjkExplanation *
sum_energy (const IjkResult *result,
            const char      *unit,
            const char      *label,
            const char      *per_t_unit,
            double         (*per_t_of) (const IjkMeasure *measure),
            guint            t)
{
  IjkExplanation *self = ijk_node_new (result, NULL, unit, IJK_OPERATION_SUM);

  for (guint m = 0; m < result->reference->n_measures; m++)
    {
      const double per_t = per_t_of (MEASURE (m));
      IjkExplanation *fact = NULL;

      if (per_t == 0)
        continue;
      fact = ijk_node_fact (result, label, per_t, per_t_unit, &MEASURE (m)->provenance);
      fact->subject_items = IJK_ITEMS_MEASURE;
      fact->subject = m;
      ijk_node_add (self, ijk_node (result, NULL, unit, IJK_OPERATION_PRODUCT, 1,
                                    ijk_node_step (result, explain_measure_total, m, t), fact,
                                    NULL));
    }
  return end_or_none (self, _("No measure uses it."));
}

static double
get_power (const IjkMeasure *measure)
{
  return measure->elec_mwh_per_t;
}

static double
get_gas (const IjkMeasure *measure)
{
  return measure->gas_gj_per_t;
}

static double
get_hydrogen (const IjkMeasure *measure)
{
  return measure->h2_gj_per_t;
}

IJK_EXPLAIN (electricity)
{
  (void) item;
  return sum_energy (result, "GWh", _("power per tonne"), "MWh/t", get_power, t);
}

IJK_EXPLAIN (gas)
{
  (void) item;
  return sum_energy (result, "TJ", _("gas per tonne"), "GJ/t", get_gas, t);
}

IJK_EXPLAIN (hydrogen)
{
  (void) item;
  return sum_energy (result, "TJ", _("hydrogen per tonne"), "GJ/t", get_hydrogen, t);
}

IJK_EXPLAIN (indirect)
{
  (void) item;
  return ijk_node (result, NULL, "kt", IJK_OPERATION_PRODUCT, 1, NATION ("electricity", t),
                   ijk_node_series (result, _("emission factor of the grid"),
                                    IJK_SERIES_GRID_FACTOR, IJK_VARIANT_CENTRAL, t),
                   NULL);
}
