/* The four limits of chapter 5 of the method, each on what the earlier ones left of the decisions.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-explanation-private.h"

#define CELL(c) (&result->reference->cells[c])
#define MEASURE_OF(c) (&result->reference->measures[result->reference->cells[c].measure])
#define OF_CELL(id, c, t) ijk_node_ref (result, IJK_ITEMS_CELL, id, c, t)

IJK_EXPLAIN (build_cap)
{
  const IjkMeasure *measure = &result->reference->measures[item];
  const double cooperation
      = ijk_scenario_number (result->scenario, IJK_LEVER_CLUSTER_COOPERATION, IJK_NONE);
  IjkExplanation *self = ijk_node_fact (result, _("building cap"), measure->build_cap_kt, "kt/y",
                                        &measure->provenance);

  if (cooperation != 0 && (measure->group == IJK_GROUP_HEAT || measure->group == IJK_GROUP_CCU))
    self = ijk_node (result, _("building cap"), "kt/y", IJK_OPERATION_PRODUCT, 1, self,
                     ijk_node (result, NULL, "factor", IJK_OPERATION_INCREMENT, 1,
                               ijk_node_number (result, IJK_LEVER_CLUSTER_COOPERATION, IJK_NONE),
                               NULL),
                     NULL);
  self->chapter = 5;
  return ijk_node_about (self, IJK_ITEMS_MEASURE, item, t);
}

/* The cells with a wish, of a measure or (IJK_NONE) of all that @is_held. */
static gboolean
has_wish (const IjkResult *result,
          guint            cell,
          guint            t)
{
  return result->cell_wanted_kt[(gsize) t * result->reference->n_cells + cell] > 0;
}

/* @item: a measure */
static IjkExplanation *
explain_build_scale (const IjkResult *result,
                     guint            item,
                     guint            t)
{
  IjkExplanation *wanted = ijk_node_new (result, NULL, "kt/y", IJK_OPERATION_SUM);
  IjkExplanation *self = NULL;

  for (guint c = 0; c < result->reference->n_cells; c++)
    if (CELL (c)->measure == item)
      ijk_node_add (wanted, OF_CELL ("wanted", c, t));
  self = ijk_node (result, NULL, "factor", IJK_OPERATION_FITTING, 1,
                   ijk_node_step (result, ijk_explain_build_cap, item, t), ijk_node_end (wanted, 1),
                   NULL);
  ijk_node_name (self, _("part that the building cap lets through"), 5);
  return ijk_node_about (self, IJK_ITEMS_MEASURE, item, t);
}

/* Stock of captured CO2 that books transport and storage. [kt/y] */
static IjkExplanation *
explain_booked (const IjkResult *result,
                guint            item,
                guint            t)
{
  const IjkReference *reference = result->reference;
  IjkExplanation *self = ijk_node_new (result, _("CO₂ booked"), "kt/y", IJK_OPERATION_SUM);

  (void) item;
  for (guint c = 0; c < reference->n_cells; c++)
    {
      const IjkLeverValue *share = NULL;
      IjkExplanation *part = NULL;

      if (MEASURE_OF (c)->group != IJK_GROUP_CCS)
        continue;
      share = ijk_scenario_share (result->scenario, IJK_GROUP_CCS, CELL (c)->sector);
      part = share != NULL && share->mode == IJK_SHARE_EXACTLY
                 ? ijk_node_share (result, IJK_GROUP_CCS, CELL (c)->sector, t)
                 : ijk_node_step (result, ijk_explain_decided_before, c, t);
      ijk_node_add (self, ijk_node (result, NULL, "kt/y", IJK_OPERATION_PRODUCT, 1, part,
                                    OF_CELL ("potential", c, t), OF_CELL ("eligible", c, t), NULL));
    }
  for (guint p = 0; p < reference->n_projects; p++)
    {
      const IjkProject *project = &reference->projects[p];

      if (reference->measures[project->measure].group == IJK_GROUP_CCS
          && ijk_scenario_project_is_enabled (result->scenario, p)
          && ijk_scenario_project_start_year (result->scenario, p)
                 <= IJK_YEAR_AT (t) + IJK_CCS_LEAD_YEARS)
        ijk_node_add (self, ijk_node_fact (result, project->id, project->kt_per_year, "kt/y",
                                           &project->provenance));
    }
  self->chapter = 5;
  self->year = IJK_YEAR_AT (t);
  return ijk_node_end (self, 1);
}

static gboolean
is_held_by (const IjkMeasure *measure,
            IjkLimit          limit)
{
  return limit == IJK_LIMIT_TECHNICIANS
         || (limit == IJK_LIMIT_CCS_CAPACITY && measure->group == IJK_GROUP_CCS)
         || (limit == IJK_LIMIT_GRID && measure->group == IJK_GROUP_ELECTRIFICATION);
}

static IjkExplanation *explain_limit_scale (const IjkResult *result,
                                            guint            item,
                                            guint            t);

/* The scalings of a cell by the limits before @end. */
static void
add_scales (IjkExplanation *product,
            guint           cell,
            guint           t,
            IjkLimit        end)
{
  const IjkResult *result = product->result;

  if (end > IJK_LIMIT_BUILD_CAP)
    ijk_node_add (product, ijk_node_step (result, explain_build_scale, CELL (cell)->measure, t));
  for (guint limit = IJK_LIMIT_CCS_CAPACITY; limit < end; limit++)
    if (is_held_by (MEASURE_OF (cell), (IjkLimit) limit))
      ijk_node_add (product, ijk_node_step (result, explain_limit_scale, limit, t));
}

/* What one kt a year takes of a limit: GWh of the grid, or FTE. */
static void
add_use (IjkExplanation *product,
         guint           cell,
         guint           t,
         IjkLimit        limit)
{
  const IjkResult *result = product->result;
  const IjkMeasure *measure = MEASURE_OF (cell);

  if (limit == IJK_LIMIT_GRID)
    ijk_node_add (product, ijk_node_fact (result, _("power per tonne"), measure->elec_mwh_per_t,
                                          "MWh/t", &measure->provenance));
  else if (limit == IJK_LIMIT_TECHNICIANS)
    {
      ijk_node_add (product,
                    ijk_node_ref (result, IJK_ITEMS_MEASURE, "capex", CELL (cell)->measure, t));
      ijk_node_add (product,
                    ijk_node_constant (result, _("technicians per € million"),
                                       IJK_FTE_PER_MEUR, "FTE",
                                       IJK_STANDING_ASSUMPTION, _("METHOD.md, constants")));
    }
}

/* What is wanted of a limit, by what the earlier ones left. @item: the limit */
static IjkExplanation *
explain_wanted_of (const IjkResult *result,
                   guint            item,
                   guint            t)
{
  const IjkLimit limit = (IjkLimit) item;
  const char *unit = limit == IJK_LIMIT_TECHNICIANS ? "FTE"
                                                    : (limit == IJK_LIMIT_GRID ? "GWh/y" : "kt/y");
  IjkExplanation *self = ijk_node_new (result, NULL, unit, IJK_OPERATION_SUM);

  for (guint c = 0; c < result->reference->n_cells; c++)
    if (is_held_by (MEASURE_OF (c), limit) && has_wish (result, c, t))
      {
        IjkExplanation *part = ijk_node_new (result, NULL, unit, IJK_OPERATION_PRODUCT);

        ijk_node_add (part, OF_CELL ("wanted", c, t));
        add_scales (part, c, t, limit);
        add_use (part, c, t, limit);
        ijk_node_add (self, ijk_node_end (part, limit == IJK_LIMIT_TECHNICIANS ? 1 / 1e3 : 1));
      }
  if (self->operands != NULL)
    ijk_node_end (self, 1);
  else
    {
      ijk_explanation_free (self);
      self = ijk_node_none (result, unit, _("Nothing is wanted of it."));
    }
  ijk_node_name (self,
                 limit == IJK_LIMIT_TECHNICIANS
                     ? _("technicians wanted")
                     : (limit == IJK_LIMIT_GRID ? _("grid power wanted") : _("CO₂ storage wanted")),
                 5);
  self->year = IJK_YEAR_AT (t);
  return self;
}

static IjkExplanation *
make_available (const IjkResult *result,
                IjkLimit         limit,
                guint            t)
{
  if (limit == IJK_LIMIT_GRID)
    return ijk_node_ref (result, IJK_ITEMS_NL, "grid_available", 0, t);
  if (limit == IJK_LIMIT_TECHNICIANS)
    return ijk_node_ref (result, IJK_ITEMS_NL, "technicians_available", 0, t);
  return ijk_node (result, NULL, "kt/y", IJK_OPERATION_DIFFERENCE, 1,
                   ijk_node_ref (result, IJK_ITEMS_NL, "ccs_capacity", 0,
                                 MIN (t + IJK_CCS_LEAD_YEARS, IJK_N_YEARS - 1)),
                   ijk_node_step (result, explain_booked, 0, t), NULL);
}

/* @item: the limit */
static IjkExplanation *
explain_limit_scale (const IjkResult *result,
                     guint            item,
                     guint            t)
{
  const IjkLimit limit = (IjkLimit) item;
  IjkExplanation *self = ijk_node (result, NULL, "factor", IJK_OPERATION_FITTING, 1,
                                   make_available (result, limit, t),
                                   ijk_node_step (result, explain_wanted_of, item, t), NULL);

  ijk_node_name (self,
                 limit == IJK_LIMIT_TECHNICIANS
                     ? _("part for which there are technicians")
                     : (limit == IJK_LIMIT_GRID ? _("part that the grid can connect")
                                                : _("part for which there is CO₂ storage")),
                 5);
  self->year = IJK_YEAR_AT (t);
  return self;
}

static IjkExplanation *
make_scales (const IjkResult *result,
             guint            cell,
             guint            t,
             IjkOperation     operation)
{
  IjkExplanation *self = ijk_node_new (result, NULL, "factor", operation);

  add_scales (self, cell, t, IJK_N_LIMITS);
  return self;
}

IJK_EXPLAIN (limit)
{
  if (!IJK_IS_FREE (t))
    return ijk_node_none (result, "factor", _("Decisions begin in 2026."));
  return ijk_node_end (make_scales (result, item, t, IJK_OPERATION_PRODUCT), 1);
}

/* A code: which scaling of the cell is the smallest. The scalings stand beside it. */
IJK_EXPLAIN (binding_limit)
{
  IjkExplanation *self = NULL;

  if (!IJK_IS_FREE (t))
    return ijk_node_none (result, "code", _("Decisions begin in 2026."));
  self = make_scales (result, item, t, IJK_OPERATION_STATED);
  self->value = result->cell_binding_limit[(gsize) t * result->reference->n_cells + item];
  return self;
}

/* Series and Aramis from its start, or the path of the scenario; times a scale from 2028. */
IJK_EXPLAIN (ccs_capacity)
{
  const int start = (int) ijk_scenario_number (result->scenario, IJK_LEVER_ARAMIS_START, IJK_NONE);
  IjkExplanation *self = ijk_node_path (result, IJK_LEVER_CCS_CAPACITY, IJK_NONE, IJK_NONE, t);

  (void) item;
  if (!ijk_explain_is_set (result, IJK_LEVER_CCS_CAPACITY, t) && IJK_YEAR_AT (t) >= start)
    {
      IjkExplanation *aramis
          = ijk_node_series (result, _("capacity of Aramis in the years after its start"),
                             IJK_SERIES_ARAMIS_PROFILE, IJK_VARIANT_CENTRAL,
                             (guint) (IJK_YEAR_AT (t) - start));

      self = ijk_node (result, NULL, "kt/y", IJK_OPERATION_SUM, 1, self, aramis, NULL);
    }
  return ijk_node_scale (self, IJK_LEVER_CCS_CAPACITY_SCALE, IJK_CCS_SCALE_FIRST_YEAR, t);
}

IJK_EXPLAIN (grid_available)
{
  (void) item;
  return ijk_node_path (result, IJK_LEVER_GRID_GROWTH, IJK_NONE, IJK_NONE, t);
}

IJK_EXPLAIN (technicians_available)
{
  (void) item;
  return ijk_node_path (result, IJK_LEVER_TECHNICIANS, IJK_NONE, IJK_NONE, t);
}

static IjkExplanation *
make_used (const IjkResult *result,
           IjkLimit         limit,
           const char      *unit,
           guint            t)
{
  if (!IJK_IS_FREE (t))
    return ijk_node_none (result, unit, _("Decisions begin in 2026."));
  return ijk_node (result, NULL, unit, IJK_OPERATION_MIN, 1,
                   ijk_node_step (result, explain_wanted_of, limit, t),
                   make_available (result, limit, t), NULL);
}

IJK_EXPLAIN (grid_added)
{
  (void) item;
  return make_used (result, IJK_LIMIT_GRID, "GWh/y", t);
}

IJK_EXPLAIN (technicians)
{
  (void) item;
  return make_used (result, IJK_LIMIT_TECHNICIANS, "FTE", t);
}
