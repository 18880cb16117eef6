/* Chapter 5 of the method: what companies decide each year, what limits it, and what operates.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-explanation-private.h"

#define CELL(c) (&result->reference->cells[c])
#define MEASURE_OF(c) (&result->reference->measures[result->reference->cells[c].measure])
#define OF_CELL(id, c, t) ijk_node_ref (result, IJK_ITEMS_CELL, id, c, t)

static IjkExplanation *
make_before_decisions (const IjkResult *result,
                       const char      *unit)
{
  return ijk_node_none (result, unit, _("Decisions begin in 2026."));
}

static IjkExplanation *
make_fact (const IjkResult *result,
           guint            m,
           const char      *label,
           double           value,
           const char      *unit)
{
  IjkExplanation *self
      = ijk_node_fact (result, label, value, unit, &result->reference->measures[m].provenance);

  self->subject_items = IJK_ITEMS_MEASURE;
  self->subject = m;
  return self;
}

static IjkShareMode
get_mode (const IjkResult *result,
          guint            cell)
{
  const IjkLeverValue *share
      = ijk_scenario_share (result->scenario, MEASURE_OF (cell)->group, CELL (cell)->sector);

  return share != NULL ? share->mode : IJK_SHARE_FREE;
}

static double
get_field (const IjkResult *result,
           const double    *field,
           guint            cell,
           guint            t)
{
  return field[(gsize) t * result->reference->n_cells + cell];
}

/* Whether companies decide about the cell in the year; see begin_cell() of the model. */
gboolean
ijk_explain_is_open (const IjkResult *result,
                     guint            cell,
                     guint            t)
{
  const IjkMeasure *measure = MEASURE_OF (cell);

  return get_mode (result, cell) != IJK_SHARE_EXACTLY
         && get_field (result, result->cell_potential, cell, t) > 0 && measure->rho > 0
         && get_field (result, result->cell_eligible_kt, cell, t) > 0
         && IJK_YEAR_AT (t) >= measure->start_year - measure->lag_years;
}

/* As ijk_unit_is_eligible() of the model, from the scenario. */
gboolean
ijk_explain_is_eligible (const IjkResult *result,
                         guint            unit,
                         guint            measure,
                         guint            t)
{
  const IjkReference *reference = result->reference;
  const IjkMeasure *m = &reference->measures[measure];
  gboolean is_eligible = m->requires == IJK_NONE;

  if (m->tags != 0 && (m->tags & reference->units[unit].tags) == 0)
    return FALSE;
  for (guint p = 0; p < reference->n_projects; p++)
    {
      const IjkProject *project = &reference->projects[p];

      if (project->unit != unit || !ijk_scenario_project_is_enabled (result->scenario, p))
        continue;
      if (project->measure == measure
          || (measure == reference->ccs_steel && project->measure == reference->steel_dri))
        return FALSE;
      if (project->measure == m->requires
          && ijk_scenario_project_start_year (result->scenario, p) <= IJK_YEAR_AT (t))
        is_eligible = TRUE;
    }
  return is_eligible;
}

IJK_EXPLAIN (potential)
{
  const IjkCell *cell = CELL (item);
  const double progress = (IJK_YEAR_AT (t) - 2030) / 20.0;
  IjkExplanation *p2030
      = ijk_node_fact (result, _("potential in 2030"), cell->p2030, "share", &cell->provenance);

  if (!IJK_IS_FREE (t))
    {
      ijk_explanation_free (p2030);
      return make_before_decisions (result, "share");
    }
  if (progress <= 0)
    return p2030;
  return ijk_node (
      result, NULL, "share", IJK_OPERATION_SUM, 1, p2030,
      ijk_node (result, NULL, "share", IJK_OPERATION_PRODUCT, 1,
                ijk_node (result, NULL, "share", IJK_OPERATION_DIFFERENCE, 1,
                          ijk_node_fact (result, _("potential in 2050"), cell->p2050, "share",
                                         &cell->provenance),
                          ijk_node_fact (result, _("potential in 2030"), cell->p2030, "share",
                                         &cell->provenance),
                          NULL),
                ijk_node_constant (result, _("part of the way from 2030 to 2050"), progress,
                                   "share", IJK_STANDING_ASSUMPTION,
                                   _("METHOD.md, chapter 5: potential grows in a straight line.")),
                NULL),
      NULL);
}

IJK_EXPLAIN (eligible)
{
  const IjkSector *sector = &result->reference->sectors[CELL (item)->sector];
  IjkExplanation *self = NULL;

  if (!IJK_IS_FREE (t))
    return make_before_decisions (result, "kt");
  self = ijk_node_new (result, NULL, "kt", IJK_OPERATION_SUM);
  for (guint i = sector->first_unit; i < sector->first_unit + sector->n_units; i++)
    if (ijk_explain_is_eligible (result, i, CELL (item)->measure, t))
      ijk_node_add (self, ijk_node_ref (result, IJK_ITEMS_UNIT, "unabated", i, t));
  if (self->operands != NULL)
    return ijk_node_end (self, 1);
  ijk_explanation_free (self);
  return ijk_node_none (result, "kt",
                        _("No installation of the sector qualifies for the measure."));
}

/* f' = f_dec[t-1] p[t-1] / p[t] */
IJK_EXPLAIN (decided_before)
{
  IjkExplanation *self = NULL;

  if (t <= IJK_N_PAST_YEARS)
    self = make_before_decisions (result, "share of potential");
  else if (!(get_field (result, result->cell_potential, item, t) > 0))
    self = ijk_node_none (result, "share of potential", _("The measure has no potential here."));
  else
    self = ijk_node (result, NULL, "share of potential", IJK_OPERATION_RATIO, 1,
                     ijk_node (result, NULL, "share", IJK_OPERATION_PRODUCT, 1,
                               OF_CELL ("decided", item, t - 1), OF_CELL ("potential", item, t - 1),
                               NULL),
                     OF_CELL ("potential", item, t), NULL);
  ijk_node_name (self, _("decided before"), 5);
  return ijk_node_about (self, IJK_ITEMS_CELL, item, t);
}

static IjkExplanation *
make_share (const IjkResult *result,
            guint            cell,
            guint            t)
{
  return ijk_node_share (result, MEASURE_OF (cell)->group, CELL (cell)->sector, t);
}

/* sigma((V - cost) / (theta_m theta_scale)) */
static IjkExplanation *
make_part_that_pays (const IjkResult *result,
                     guint            cell,
                     guint            t,
                     IjkExplanation  *cost)
{
  IjkExplanation *spread = ijk_node (
      result, NULL, "EUR/t", IJK_OPERATION_PRODUCT, 1,
      make_fact (result, CELL (cell)->measure, _("spread of costs among companies"),
                 MEASURE_OF (cell)->theta_eur_per_t, "EUR/t"),
      ijk_node_number (result, IJK_LEVER_THETA_SCALE, IJK_NONE), NULL);

  return ijk_node (result, NULL, "share", IJK_OPERATION_LOGISTIC, 1,
                   ijk_node (result, NULL, "factor", IJK_OPERATION_RATIO, 1,
                             ijk_node (result, NULL, "EUR/t", IJK_OPERATION_DIFFERENCE, 1,
                                       ijk_node_ref (result, IJK_ITEMS_SECTOR, "signal",
                                                     CELL (cell)->sector, t),
                                       cost, NULL),
                             spread, NULL),
                   NULL);
}

/* C_rm(g) = crf(r,n) capex (1 - 1.4 g) + run */
static IjkExplanation *
explain_private_cost (const IjkResult *result,
                      guint            item,
                      guint            t)
{
  const IjkMeasure *measure = MEASURE_OF (item);
  const guint m = CELL (item)->measure;
  IjkExplanation *payment = ijk_node (
      result, NULL, "EUR/t", IJK_OPERATION_PRODUCT, 1,
      ijk_node (result, NULL, "a year", IJK_OPERATION_RECOVERY, 1,
                make_fact (result, m, _("rate of return that companies ask"), measure->hurdle_rate,
                           "share"),
                make_fact (result, m, _("life in years"), measure->life_years, ""), NULL),
      ijk_node_ref (result, IJK_ITEMS_MEASURE, "capex", m, t), NULL);
  IjkExplanation *self = NULL;

  if (measure->is_grant)
    ijk_node_end (ijk_node_add (payment,
                                ijk_node (result, NULL, "factor", IJK_OPERATION_COMPLEMENT, 1,
                                          ijk_node (result, NULL, "share", IJK_OPERATION_PRODUCT, 1,
                                                    ijk_node_constant (result,
                                                                       _("weight of a grant"),
                                                                       IJK_GRANT_WEIGHT, "factor",
                                                                       IJK_STANDING_ASSUMPTION,
                                                                       _("METHOD.md, constants")),
                                                    ijk_node_number (result, IJK_LEVER_GRANT,
                                                                     CELL (item)->sector),
                                                    NULL),
                                          NULL)),
                  1);
  self = ijk_node (result, NULL, "EUR/t", IJK_OPERATION_SUM, 1, payment,
                   ijk_node_ref (result, IJK_ITEMS_MEASURE, "running_cost", m, t), NULL);
  ijk_node_name (self, _("cost to a company without contract"), 3);
  return ijk_node_about (self, IJK_ITEMS_CELL, item, t);
}

static gboolean
is_under_duty (const IjkResult *result,
               guint            m,
               guint            t)
{
  const gsize at = (gsize) t * result->reference->n_measures + m;

  return result->reference->measures[m].is_obliged
         || (ijk_scenario_choice (result->scenario, IJK_LEVER_DUTY_SCOPE) == IJK_DUTY_CO2
             && result->measure_capex_eur_per_t[at]
                    <= -IJK_DUTY_PAYBACK_YEARS * result->measure_running_eur_per_t[at]);
}

/* max(0, min(phi,x) - f') */
static IjkExplanation *
make_gap (const IjkResult *result,
          guint            cell,
          guint            t,
          IjkExplanation  *part)
{
  return ijk_node (result, NULL, "share", IJK_OPERATION_POSITIVE, 1,
                   ijk_node (result, NULL, "share", IJK_OPERATION_DIFFERENCE, 1,
                             ijk_node (result, NULL, "share", IJK_OPERATION_MIN, 1, part,
                                       make_share (result, cell, t), NULL),
                             ijk_node_step (result, ijk_explain_decided_before, cell, t), NULL),
                   NULL);
}

/* d0: what pays without a contract and has not been decided */
static IjkExplanation *
explain_without_contract (const IjkResult *result,
                          guint            item,
                          guint            t)
{
  IjkExplanation *part = make_part_that_pays (
      result, item, t, ijk_node_step (result, explain_private_cost, item, t));
  IjkExplanation *self = NULL;

  if (is_under_duty (result, CELL (item)->measure, t))
    part = ijk_node (result, NULL, "share", IJK_OPERATION_MAX, 1, part,
                     ijk_node_number (result, IJK_LEVER_ENFORCEMENT, CELL (item)->sector), NULL);
  self = make_gap (result, item, t, part);
  ijk_node_name (self, _("still to decide without contract"), 5);
  return ijk_node_about (self, IJK_ITEMS_CELL, item, t);
}

/* w = served / room */
static IjkExplanation *
make_served_part (const IjkResult *result,
                  guint            cell,
                  guint            t)
{
  return ijk_node (result, NULL, "share", IJK_OPERATION_RATIO, 1, OF_CELL ("served", cell, t),
                   OF_CELL ("room", cell, t), NULL);
}

/* d1 = max(d0, realisation max(0, min(phi1,x) - f')) */
IJK_EXPLAIN (with_contract)
{
  IjkExplanation *cost
      = ijk_node (result, NULL, "EUR/t", IJK_OPERATION_DIFFERENCE, 1,
                  ijk_node_ref (result, IJK_ITEMS_MEASURE, "cost", CELL (item)->measure, t),
                  OF_CELL ("need", item, t), NULL);
  IjkExplanation *self
      = ijk_node (result, NULL, "share", IJK_OPERATION_MAX, 1,
                  ijk_node_step (result, explain_without_contract, item, t),
                  ijk_node (result, NULL, "share", IJK_OPERATION_PRODUCT, 1,
                            ijk_node_number (result, IJK_LEVER_REALISATION, IJK_NONE),
                            make_gap (result, item, t, make_part_that_pays (result, item, t, cost)),
                            NULL),
                  NULL);

  ijk_node_name (self, _("still to decide with contract"), 5);
  return ijk_node_about (self, IJK_ITEMS_CELL, item, t);
}

/* d = rho ((1 - w) d0 + w d1) */
static IjkExplanation *
explain_wish (const IjkResult *result,
              guint            item,
              guint            t)
{
  const gboolean is_served = get_field (result, result->cell_served_kt, item, t) > 0;
  IjkExplanation *part = ijk_node_step (result, explain_without_contract, item, t);
  IjkExplanation *self = NULL;

  if (is_served)
    part = ijk_node (result, NULL, "share", IJK_OPERATION_SUM, 1,
                     ijk_node (result, NULL, "share", IJK_OPERATION_PRODUCT, 1,
                               ijk_node (result, NULL, "share", IJK_OPERATION_COMPLEMENT, 1,
                                         make_served_part (result, item, t), NULL),
                               part, NULL),
                     ijk_node (result, NULL, "share", IJK_OPERATION_PRODUCT, 1,
                               make_served_part (result, item, t),
                               ijk_node_step (result, ijk_explain_with_contract, item, t), NULL),
                     NULL);
  self = ijk_node (result, NULL, "share of potential", IJK_OPERATION_PRODUCT, 1,
                   make_fact (result, CELL (item)->measure,
                              _("companies that can decide in a year"), MEASURE_OF (item)->rho,
                              "share"),
                   part, NULL);
  ijk_node_name (self, _("share that companies want to decide"), 5);
  return ijk_node_about (self, IJK_ITEMS_CELL, item, t);
}

static IjkExplanation *
make_closed (const IjkResult *result,
             guint            cell,
             const char      *unit)
{
  if (get_mode (result, cell) == IJK_SHARE_EXACTLY)
    return ijk_node_none (result, unit, _("The scenario sets this share itself; nobody decides."));
  return ijk_node_none (result, unit,
                        _("Nothing is decided: the measure cannot start yet, or no installation "
                          "qualifies."));
}

IJK_EXPLAIN (wanted)
{
  if (!IJK_IS_FREE (t))
    return make_before_decisions (result, "kt/y");
  if (!ijk_explain_is_open (result, item, t))
    return make_closed (result, item, "kt/y");
  return ijk_node (result, NULL, "kt/y", IJK_OPERATION_PRODUCT, 1,
                   ijk_node_step (result, explain_wish, item, t), OF_CELL ("potential", item, t),
                   OF_CELL ("eligible", item, t), NULL);
}

/* f_dec = min(x, f' + d limit), or what the scenario sets */
IJK_EXPLAIN (decided)
{
  if (!IJK_IS_FREE (t))
    return make_before_decisions (result, "share of potential");
  if (get_mode (result, item) == IJK_SHARE_EXACTLY)
    return make_share (result, item, t);
  if (!ijk_explain_is_open (result, item, t))
    return ijk_node (result, NULL, "share of potential", IJK_OPERATION_MIN, 1,
                     make_share (result, item, t),
                     ijk_node_step (result, ijk_explain_decided_before, item, t), NULL);
  return ijk_node (result, NULL, "share of potential", IJK_OPERATION_MIN, 1,
                   make_share (result, item, t),
                   ijk_node (result, NULL, "share of potential", IJK_OPERATION_SUM, 1,
                             ijk_node_step (result, ijk_explain_decided_before, item, t),
                             ijk_node (result, NULL, "share of potential", IJK_OPERATION_PRODUCT, 1,
                                       ijk_node_step (result, explain_wish, item, t),
                                       OF_CELL ("limit", item, t), NULL),
                             NULL),
                   NULL);
}

/* h_op: what was decided before the years of construction */
IJK_EXPLAIN (operating_share)
{
  const IjkMeasure *measure = MEASURE_OF (item);
  const guint lag = (guint) measure->lag_years;
  const IjkShareMode mode = get_mode (result, item);
  const gboolean has_started = IJK_YEAR_AT (t) >= measure->start_year;
  IjkExplanation *self = NULL;

  if (!IJK_IS_FREE (t))
    return make_before_decisions (result, "share of eligible");
  if (!has_started)
    return ijk_node_none (result, "share of eligible",
                          _("The measure cannot start before this year."));
  if (mode == IJK_SHARE_EXACTLY)
    return ijk_node (result, NULL, "share of eligible", IJK_OPERATION_PRODUCT, 1,
                     make_share (result, item, t), OF_CELL ("potential", item, t), NULL);
  if (t < IJK_N_PAST_YEARS + lag)
    return ijk_node_none (result, "share of eligible", _("What is decided is still being built."));
  self = ijk_node (result, NULL, "share of eligible", IJK_OPERATION_PRODUCT, 1,
                   OF_CELL ("decided", item, t - lag), OF_CELL ("potential", item, t - lag), NULL);
  if (mode == IJK_SHARE_AT_MOST)
    self = ijk_node (result, NULL, "share of eligible", IJK_OPERATION_MIN, 1, self,
                     ijk_node (result, NULL, "share of eligible", IJK_OPERATION_PRODUCT, 1,
                               make_share (result, item, t), OF_CELL ("potential", item, t), NULL),
                     NULL);
  return self;
}

IJK_EXPLAIN (operating)
{
  if (!IJK_IS_FREE (t))
    return make_before_decisions (result, "share of potential");
  return ijk_node (result, NULL, "share of potential", IJK_OPERATION_RATIO, 1,
                   OF_CELL ("operating_share", item, t), OF_CELL ("potential", item, t), NULL);
}
