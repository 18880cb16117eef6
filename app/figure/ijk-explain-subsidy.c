/* Chapters 4 and 9 of the method: the subsidy round (SDE++), and what its contracts pay.
 *
 * Contracts are not kept in a result; they are found again from the round, the decision and the limits
 * of their year.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-explanation-private.h"

#define KEUR_PER_MEUR 1e3

#define CELL(c) (&result->reference->cells[c])
#define MEASURE_OF(c) (&result->reference->measures[result->reference->cells[c].measure])
#define OF_CELL(id, c, t) ijk_node_ref (result, IJK_ITEMS_CELL, id, c, t)
#define AT(field, c, t) (result->cell_##field[(gsize) (t) * result->reference->n_cells + (c)])

/* A cell and the year of a round in one number, for steps. */
#define PACK(cell, round) ((cell) * IJK_N_YEARS + (round))

IJK_EXPLAIN (sde_budget)
{
  (void) item;
  return ijk_node_path (result, IJK_LEVER_SDE_BUDGET, IJK_NONE, IJK_NONE, t);
}

IJK_EXPLAIN (ccs_ceiling)
{
  (void) item;
  return ijk_node_path (result, IJK_LEVER_CCS_CEILING, IJK_NONE, IJK_NONE, t);
}

/* The awards published, then those of the rounds so far. */
IJK_EXPLAIN (ccs_awarded)
{
  IjkExplanation *self = NULL;

  (void) item;
  if (!IJK_IS_FREE (t))
    return ijk_node_series (result, NULL, IJK_SERIES_SDE_AWARDED_CCS, IJK_VARIANT_CENTRAL, t);
  self = ijk_node_new (result, NULL, "kt/y", IJK_OPERATION_SUM);
  ijk_node_add (self, ijk_node_ref (result, IJK_ITEMS_NL, "ccs_awarded", 0, t - 1));
  for (guint c = 0; c < result->reference->n_cells; c++)
    if (MEASURE_OF (c)->group == IJK_GROUP_CCS && AT (served_kt, c, t) > 0)
      ijk_node_add (self, OF_CELL ("served", c, t));
  return ijk_node_end (self, 1);
}

/* es * mean ets */
static IjkExplanation *
make_carbon_price (const IjkResult *result,
                   guint            sector,
                   guint            t)
{
  return ijk_node (result, NULL, "EUR/t", IJK_OPERATION_PRODUCT, 1,
                   ijk_node_step (result, ijk_explain_carbon_priced, sector, t),
                   ijk_node_step (result, ijk_explain_mean_ets, 0, t), NULL);
}

static IjkExplanation *
make_cost (const IjkResult *result,
           guint            cell,
           guint            t)
{
  return ijk_node_ref (result, IJK_ITEMS_MEASURE, "cost", CELL (cell)->measure, t);
}

static IjkExplanation *
make_before_rounds (const IjkResult *result,
                    const char      *unit)
{
  return ijk_node_none (result, unit, _("Subsidy rounds of the model begin in 2026."));
}

IJK_EXPLAIN (need)
{
  if (!IJK_IS_FREE (t))
    return make_before_rounds (result, "EUR/t");
  return ijk_node (result, NULL, "EUR/t", IJK_OPERATION_POSITIVE, 1,
                   ijk_node (result, NULL, "EUR/t", IJK_OPERATION_DIFFERENCE, 1,
                             make_cost (result, item, t),
                             make_carbon_price (result, CELL (item)->sector, t), NULL),
                   NULL);
}

static IjkExplanation *
make_floor_share (const IjkResult *result)
{
  return ijk_node_constant (result, _("lowest part of the expected ETS price"),
                            IJK_PRICE_FLOOR_SHARE,
                            "share", IJK_STANDING_SOURCED,
                            _("SDE++ (RVO): two thirds of the expected price."));
}

IJK_EXPLAIN (claim)
{
  if (!IJK_IS_FREE (t))
    return make_before_rounds (result, "EUR per t/y");
  return ijk_node (
      result, NULL, "EUR per t/y", IJK_OPERATION_PRODUCT, 1,
      ijk_node (result, NULL, "EUR/t", IJK_OPERATION_POSITIVE, 1,
                ijk_node (result, NULL, "EUR/t", IJK_OPERATION_DIFFERENCE, 1,
                          make_cost (result, item, t),
                          ijk_node (result, NULL, "EUR/t", IJK_OPERATION_PRODUCT, 1,
                                    make_floor_share (result),
                                    make_carbon_price (result, CELL (item)->sector, t), NULL),
                          NULL),
                NULL),
      ijk_node_constant (result, _("years of a contract"), IJK_CONTRACT_YEARS, "",
                         IJK_STANDING_SOURCED,
                         _("SDE++ (RVO)")),
      NULL);
}

/* What companies could decide, before the building cap. */
static IjkExplanation *
explain_reach (const IjkResult *result,
               guint            item,
               guint            t)
{
  const IjkMeasure *measure = MEASURE_OF (item);
  IjkExplanation *self = NULL;

  if (!ijk_explain_is_open (result, item, t))
    self = ijk_node_none (
        result, "kt/y",
        _("Nothing can be decided: the scenario sets the share, the measure cannot "
           "start yet, or no installation qualifies."));
  else
    self = ijk_node (
        result, NULL, "kt/y", IJK_OPERATION_PRODUCT, 1,
        ijk_node_fact (result, _("companies that can decide in a year"), measure->rho, "share",
                       &measure->provenance),
        ijk_node (result, NULL, "share", IJK_OPERATION_POSITIVE, 1,
                  ijk_node (result, NULL, "share", IJK_OPERATION_DIFFERENCE, 1,
                            ijk_node_share (result, measure->group, CELL (item)->sector, t),
                            ijk_node_step (result, ijk_explain_decided_before, item, t), NULL),
                  NULL),
        OF_CELL ("potential", item, t), OF_CELL ("eligible", item, t), NULL);
  ijk_node_name (self, _("what companies could decide"), 4);
  return ijk_node_about (self, IJK_ITEMS_CELL, item, t);
}

IJK_EXPLAIN (room)
{
  IjkExplanation *all = NULL;

  if (!IJK_IS_FREE (t))
    return make_before_rounds (result, "kt/y");
  all = ijk_node_new (result, NULL, "kt/y", IJK_OPERATION_SUM);
  for (guint c = 0; c < result->reference->n_cells; c++)
    if (CELL (c)->measure == CELL (item)->measure)
      ijk_node_add (all, ijk_node_step (result, explain_reach, c, t));
  return ijk_node (result, NULL, "kt/y", IJK_OPERATION_PRODUCT, 1,
                   ijk_node_step (result, explain_reach, item, t),
                   ijk_node (result, NULL, "factor", IJK_OPERATION_FITTING, 1,
                             ijk_node_step (result, ijk_explain_build_cap, CELL (item)->measure, t),
                             ijk_node_end (all, 1), NULL),
                   NULL);
}

static IjkExplanation *
make_no_candidate (const IjkResult *result,
                   guint            cell,
                   const char      *unit)
{
  if (!MEASURE_OF (cell)->is_sde)
    return ijk_node_none (result, unit, _("The measure cannot get an SDE++ contract."));
  return ijk_node_none (
      result, unit, _("There is no room for the measure this year, so it is no candidate."));
}

/* The candidates up to and including this one, in the order of the round. */
IJK_EXPLAIN (rank)
{
  const double rank = IJK_IS_FREE (t) ? AT (rank, item, t) : 0;
  IjkExplanation *self = NULL;

  if (!IJK_IS_FREE (t))
    return make_before_rounds (result, "place in the round");
  if (rank == 0)
    return make_no_candidate (result, item, "place in the round");
  self = ijk_node_new (result, NULL, "place in the round", IJK_OPERATION_COUNT);
  for (guint place = 1; place <= (guint) rank; place++)
    for (guint c = 0; c < result->reference->n_cells; c++)
      if (AT (rank, c, t) == place)
        ijk_node_add (self, OF_CELL ("need", c, t));
  return ijk_node_end (self, 1);
}

/* A candidate that is refused whatever money is left. (nullable) */
static IjkExplanation *
make_refusal (const IjkResult *result,
              guint            cell,
              guint            t)
{
  IjkExplanation *self = NULL;
  IjkLeverId lever = IJK_N_LEVERS;

  switch ((IjkAward) AT (award, cell, t))
    {
    case IJK_AWARD_NONE:
      return make_no_candidate (result, cell, "kt/y");
    case IJK_AWARD_AFTER_LAST_ROUND:
      lever = IJK_LEVER_SDE_LAST_ROUND;
      break;
    case IJK_AWARD_CCS_ENDED:
      lever = IJK_LEVER_CCS_SUBSIDY_UNTIL;
      break;
    case IJK_AWARD_TOO_DEAR:
      lever = IJK_LEVER_SDE_MAX_INTENSITY;
      break;
    case IJK_AWARD_NO_NEED:
      return ijk_node_none (result, "kt/y",
                            _("The measure pays for itself, so it gets no subsidy."));
    case IJK_AWARD_SERVED:
    case IJK_AWARD_PART_BUDGET:
    case IJK_AWARD_PART_CEILING:
    case IJK_AWARD_NO_BUDGET:
    case IJK_AWARD_NO_CEILING:
    case IJK_N_AWARDS:
      return NULL;
    }
  self = ijk_node_new (result, NULL, "kt/y", IJK_OPERATION_STATED);
  ijk_node_add (self, ijk_node_number (result, lever, IJK_NONE));
  if (lever == IJK_LEVER_SDE_MAX_INTENSITY)
    ijk_node_add (self, OF_CELL ("need", cell, t));
  return self;
}

/* Committed to a candidate. [MEUR] */
static IjkExplanation *
make_commitment (const IjkResult *result,
                 guint            cell,
                 guint            t)
{
  return ijk_node (result, NULL, "MEUR", IJK_OPERATION_PRODUCT, 1 / KEUR_PER_MEUR,
                   OF_CELL ("served", cell, t), OF_CELL ("claim", cell, t), NULL);
}

/* What the candidates before this one left of the budget. */
static IjkExplanation *
explain_budget_left (const IjkResult *result,
                     guint            item,
                     guint            t)
{
  IjkExplanation *self = ijk_node_new (result, NULL, "MEUR", IJK_OPERATION_DIFFERENCE);

  ijk_node_add (self, ijk_node_ref (result, IJK_ITEMS_NL, "sde_budget", 0, t));
  for (guint c = 0; c < result->reference->n_cells; c++)
    if (AT (rank, c, t) > 0 && AT (rank, c, t) < AT (rank, item, t) && AT (served_kt, c, t) > 0)
      ijk_node_add (self, make_commitment (result, c, t));
  ijk_node_end (self, 1);
  self = ijk_node (result, _("budget left for it"), "MEUR", IJK_OPERATION_POSITIVE, 1, self, NULL);
  self->chapter = 4;
  return ijk_node_about (self, IJK_ITEMS_CELL, item, t);
}

/* What the candidates before this one left of the ceiling on CCS. */
static IjkExplanation *
explain_ceiling_left (const IjkResult *result,
                      guint            item,
                      guint            t)
{
  IjkExplanation *self = ijk_node_new (result, NULL, "kt/y", IJK_OPERATION_DIFFERENCE);

  ijk_node_add (self, ijk_node_ref (result, IJK_ITEMS_NL, "ccs_ceiling", 0, t));
  ijk_node_add (self, ijk_node_ref (result, IJK_ITEMS_NL, "ccs_awarded", 0, t - 1));
  for (guint c = 0; c < result->reference->n_cells; c++)
    if (MEASURE_OF (c)->group == IJK_GROUP_CCS && AT (rank, c, t) > 0
        && AT (rank, c, t) < AT (rank, item, t) && AT (served_kt, c, t) > 0)
      ijk_node_add (self, OF_CELL ("served", c, t));
  ijk_node_end (self, 1);
  self = ijk_node (result, _("room left under the ceiling"), "kt/y", IJK_OPERATION_POSITIVE, 1,
                   self, NULL);
  self->chapter = 4;
  return ijk_node_about (self, IJK_ITEMS_CELL, item, t);
}

IJK_EXPLAIN (served)
{
  IjkExplanation *self = NULL;

  if (!IJK_IS_FREE (t))
    return make_before_rounds (result, "kt/y");
  self = make_refusal (result, item, t);
  if (self != NULL)
    return self;
  self = ijk_node (result, NULL, "kt/y", IJK_OPERATION_MIN, 1, OF_CELL ("room", item, t),
                   ijk_node (result, NULL, "kt/y", IJK_OPERATION_RATIO, KEUR_PER_MEUR,
                             ijk_node_step (result, explain_budget_left, item, t),
                             OF_CELL ("claim", item, t), NULL),
                   NULL);
  if (MEASURE_OF (item)->group == IJK_GROUP_CCS)
    ijk_node_end (ijk_node_add (self, ijk_node_step (result, explain_ceiling_left, item, t)), 1);
  return self;
}

/* A code: why the candidate was or was not served, with what decided it beside. */
IJK_EXPLAIN (award)
{
  IjkExplanation *self = NULL;

  if (!IJK_IS_FREE (t))
    return make_before_rounds (result, "code");
  self = ijk_node_new (result, NULL, "code", IJK_OPERATION_STATED);
  self->value = AT (award, item, t);
  ijk_node_add (self, OF_CELL ("room", item, t));
  ijk_node_add (self, OF_CELL ("need", item, t));
  ijk_node_add (self, OF_CELL ("served", item, t));
  return self;
}

static IjkExplanation *
sum_commitments (const IjkResult *result,
                 guint            measure,
                 guint            t)
{
  IjkExplanation *self = ijk_node_new (result, NULL, "MEUR", IJK_OPERATION_SUM);

  for (guint c = 0; c < result->reference->n_cells; c++)
    if (CELL (c)->measure == measure && AT (served_kt, c, t) > 0)
      ijk_node_add (self, make_commitment (result, c, t));
  if (self->operands != NULL)
    return ijk_node_end (self, 1);
  ijk_explanation_free (self);
  return ijk_node_none (result, "MEUR",
                        _("The measure is served nowhere in the round of this year."));
}

IJK_EXPLAIN (measure_committed)
{
  return sum_commitments (result, item, t);
}

static IjkExplanation *
sum_parts (const IjkResult *result,
           IjkItems         items,
           const char      *id,
           guint            t)
{
  const IjkIndicator *part = ijk_indicator_find (items, id);
  IjkExplanation *self = ijk_node_new (result, NULL, part->unit, IJK_OPERATION_SUM);

  for (guint i = 0; i < ijk_items_count (result->reference, items); i++)
    ijk_node_add (self, ijk_node_indicator (result, part, i, t));
  return ijk_node_end (self, 1);
}

IJK_EXPLAIN (sde_committed)
{
  (void) item;
  return sum_parts (result, IJK_ITEMS_MEASURE, "sde_committed", t);
}

IJK_EXPLAIN (sde_paid)
{
  (void) item;
  return sum_parts (result, IJK_ITEMS_SECTOR, "sde_paid", t);
}

/* ---- contracts ---- */

/* kt a year under the contract of a cell from the round of year @t: rho w d1 limit p U. */
static IjkExplanation *
explain_contract_kt (const IjkResult *result,
                     guint            item,
                     guint            t)
{
  const IjkMeasure *measure = MEASURE_OF (item);
  IjkExplanation *self = ijk_node (
      result, NULL, "kt/y", IJK_OPERATION_PRODUCT, 1,
      ijk_node_fact (result, _("companies that can decide in a year"), measure->rho, "share",
                     &measure->provenance),
      ijk_node (result, NULL, "share", IJK_OPERATION_RATIO, 1, OF_CELL ("served", item, t),
                OF_CELL ("room", item, t), NULL),
      ijk_node_step (result, ijk_explain_with_contract, item, t), OF_CELL ("potential", item, t),
      OF_CELL ("eligible", item, t), OF_CELL ("limit", item, t), NULL);

  ijk_node_name (self, _("under contract from the round"), 9);
  return ijk_node_about (self, IJK_ITEMS_CELL, item, t);
}

/* What a contract pays in year @t; @item packs the cell and the year of the round. */
static IjkExplanation *
explain_payment (const IjkResult *result,
                 guint            item,
                 guint            t)
{
  const guint cell = item / IJK_N_YEARS;
  const guint round = item % IJK_N_YEARS;
  const guint sector = CELL (cell)->sector;
  IjkExplanation *price = ijk_node (
      result, NULL, "EUR/t", IJK_OPERATION_MAX, 1,
      ijk_node (result, NULL, "EUR/t", IJK_OPERATION_PRODUCT, 1,
                ijk_node_step (result, ijk_explain_carbon_priced, sector, t),
                ijk_node_ref (result, IJK_ITEMS_NL, "ets_price", 0, t), NULL),
      ijk_node (result, NULL, "EUR/t", IJK_OPERATION_PRODUCT, 1, make_floor_share (result),
                make_carbon_price (result, sector, round), NULL),
      NULL);
  IjkExplanation *self = ijk_node (
      result, NULL, "MEUR", IJK_OPERATION_PRODUCT, 1 / KEUR_PER_MEUR,
      ijk_node_step (result, explain_contract_kt, cell, round),
      ijk_node (result, NULL, "EUR/t", IJK_OPERATION_POSITIVE, 1,
                ijk_node (result, NULL, "EUR/t", IJK_OPERATION_DIFFERENCE, 1,
                          make_cost (result, cell, round), price, NULL),
                NULL),
      NULL);

  ijk_node_name (self, _("paid under the contracts of the round"), 9);
  return ijk_node_about (self, IJK_ITEMS_CELL, cell, round);
}

/* Contracts of the cell that pay in year @t. */
static void
add_contracts (IjkExplanation *sum,
               guint           cell,
               guint           t)
{
  const IjkResult *result = sum->result;
  const IjkMeasure *measure = MEASURE_OF (cell);

  for (guint round = IJK_N_PAST_YEARS; round <= t; round++)
    {
      const int first = MAX (IJK_YEAR_AT (round) + measure->lag_years, measure->start_year);

      if (AT (served_kt, cell, round) > 0 && IJK_YEAR_AT (t) >= first
          && IJK_YEAR_AT (t) < first + IJK_CONTRACT_YEARS)
        ijk_node_add (sum, ijk_node_step (result, explain_payment, PACK (cell, round), t));
    }
}

/* The contract of a project: kt max(0, amount - ets). @item: the project */
static IjkExplanation *
explain_project_payment (const IjkResult *result,
                         guint            item,
                         guint            t)
{
  const IjkProject *project = &result->reference->projects[item];
  IjkExplanation *self = ijk_node (
      result, NULL, "MEUR", IJK_OPERATION_PRODUCT, 1 / KEUR_PER_MEUR,
      ijk_node_fact (result, _("captured by the project"), project->kt_per_year, "kt/y",
                     &project->provenance),
      ijk_node (result, NULL, "EUR/t", IJK_OPERATION_POSITIVE, 1,
                ijk_node (result, NULL, "EUR/t", IJK_OPERATION_DIFFERENCE, 1,
                          ijk_node_fact (result, _("contract amount"), project->contract_eur_per_t,
                                         "EUR/t", &project->provenance),
                          ijk_node_ref (result, IJK_ITEMS_NL, "ets_price", 0, t), NULL),
                NULL),
      NULL);

  ijk_node_name (self, project->id, 9);
  self->year = IJK_YEAR_AT (t);
  return self;
}

static void
add_project_contracts (IjkExplanation *sum,
                       guint           sector,
                       guint           measure,
                       guint           t)
{
  const IjkResult *result = sum->result;
  const IjkReference *reference = result->reference;

  for (guint p = 0; p < reference->n_projects; p++)
    {
      const IjkProject *project = &reference->projects[p];
      const int first = ijk_scenario_project_start_year (result->scenario, p);

      if (project->contract_eur_per_t > 0
          && ijk_scenario_project_is_enabled (result->scenario, p) && IJK_YEAR_AT (t) >= first
          && IJK_YEAR_AT (t) < first + IJK_CONTRACT_YEARS
          && (sector == IJK_NONE || reference->units[project->unit].sector == sector)
          && (measure == IJK_NONE || project->measure == measure))
        ijk_node_add (sum, ijk_node_step (result, explain_project_payment, p, t));
    }
}

static IjkExplanation *
sum_payments (const IjkResult *result,
              guint            sector,
              guint            measure,
              guint            t)
{
  IjkExplanation *self = ijk_node_new (result, NULL, "MEUR", IJK_OPERATION_SUM);

  for (guint c = 0; c < result->reference->n_cells; c++)
    if ((sector == IJK_NONE || CELL (c)->sector == sector)
        && (measure == IJK_NONE || CELL (c)->measure == measure))
      add_contracts (self, c, t);
  add_project_contracts (self, sector, measure, t);
  if (self->operands != NULL)
    return ijk_node_end (self, 1);
  ijk_explanation_free (self);
  return ijk_node_none (result, "MEUR", _("No contract pays in this year."));
}

IJK_EXPLAIN (sector_paid)
{
  return sum_payments (result, item, IJK_NONE, t);
}

IJK_EXPLAIN (measure_paid)
{
  return sum_payments (result, IJK_NONE, item, t);
}
