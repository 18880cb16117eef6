/* Chapters 2, 6 and 10 of the method: output, emissions without measures, what measures take away,
 * and why emissions change.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-explanation-private.h"

#define UNIT(i) (&result->reference->units[i])
#define CELL(c) (&result->reference->cells[c])
#define MEASURE_OF(c) (&result->reference->measures[result->reference->cells[c].measure])

/* A unit and a cell in one number, for steps. */
#define PACK(unit, cell) ((unit) * result->reference->n_cells + (cell))

static IjkExplanation *
make_past_index (const IjkResult *result,
                 guint            sector,
                 guint            t)
{
  const IjkSector *s = &result->reference->sectors[sector];

  return ijk_node_about (ijk_node_fact (result, _("output"), s->activity[t], "index 2021",
                                        &s->provenance),
                         IJK_ITEMS_SECTOR, sector, t);
}

/* A[s,t]: observed to 2025, then the year before times 1 + growth. */
IJK_EXPLAIN (activity_index)
{
  const IjkSector *sector = &result->reference->sectors[item];
  IjkExplanation *growth = NULL;
  IjkExplanation *added = NULL;

  if (!IJK_IS_FREE (t))
    return make_past_index (result, item, t);
  growth = ijk_node_about (ijk_node_fact (result, _("growth of output"), sector->growth_per_year,
                                          "a year", &sector->provenance),
                           IJK_ITEMS_SECTOR, item, t);
  added = ijk_node_path (result, IJK_LEVER_GROWTH, item, IJK_NONE, t);
  return ijk_node (result, NULL, "index 2021", IJK_OPERATION_PRODUCT, 1,
                   ijk_node_ref (result, IJK_ITEMS_SECTOR, "activity_index", item, t - 1),
                   ijk_node (result, NULL, "factor", IJK_OPERATION_INCREMENT, 1,
                             ijk_node (result, NULL, "a year", IJK_OPERATION_SUM, 1, growth, added,
                                       NULL),
                             NULL),
                   NULL);
}

/* The registry's figure of a year to 2025, or what stands for it. */
static IjkExplanation *
make_observation (const IjkResult *result,
                  guint            unit,
                  guint            t)
{
  const IjkUnit *u = UNIT (unit);
  const double observed = u->observed_kt[IJK_YEAR_AT (t) - IJK_FIRST_OBSERVED_YEAR];
  const gboolean is_observed = observed == u->past_kt[t];
  IjkExplanation *self = ijk_node_fact (result, _("emissions observed"), u->past_kt[t], "kt",
                                        &u->provenance);

  if (IJK_YEAR_AT (t) < u->first_year)
    {
      self->standing = IJK_STANDING_MODEL;
      self->source = _("There is no observation of this installation up to this year.");
    }
  else if (!is_observed)
    {
      self->label = _("emissions between two observations");
      self->standing = MAX (self->standing, IJK_STANDING_DERIVED);
    }
  return ijk_node_about (self, IJK_ITEMS_UNIT, unit, t);
}

/* E[y0] A[t] / A[y0] */
static IjkExplanation *
make_base (const IjkResult *result,
           guint            unit,
           guint            t)
{
  const guint sector = UNIT (unit)->sector;
  const guint y0 = IJK_YEAR_INDEX (UNIT (unit)->last_year);

  return ijk_node (result, NULL, "kt", IJK_OPERATION_PRODUCT, 1,
                   make_observation (result, unit, y0),
                   ijk_node (result, NULL, "factor", IJK_OPERATION_RATIO, 1,
                             ijk_node_ref (result, IJK_ITEMS_SECTOR, "activity_index", sector, t),
                             make_past_index (result, sector, y0), NULL),
                   NULL);
}

/* (1 - a)^(t - y0) */
static IjkExplanation *
make_efficiency (const IjkResult *result,
                 guint            unit,
                 guint            t)
{
  const IjkUnit *u = UNIT (unit);
  const double years = IJK_YEAR_AT (t) - u->last_year;
  IjkExplanation *span
      = ijk_node_constant (result, _("years since the last observation"), years, "",
                           (IjkStanding) u->provenance.status, u->provenance.source);

  return ijk_node (result, NULL, "factor", IJK_OPERATION_POWER, 1,
                   ijk_node (result, NULL, "factor", IJK_OPERATION_COMPLEMENT, 1,
                             ijk_node_number (result, IJK_LEVER_AUTONOMOUS, u->sector), NULL),
                   span, NULL);
}

static IjkExplanation *
make_leak (const IjkResult *result,
           guint            unit,
           guint            t)
{
  return ijk_node_ref (result, IJK_ITEMS_SECTOR, "leak", UNIT (unit)->sector, t);
}

static gboolean
is_observed_in (const IjkResult *result,
                guint            unit,
                guint            t)
{
  return IJK_YEAR_AT (t) <= UNIT (unit)->last_year;
}

IJK_EXPLAIN (unit_unabated)
{
  if (is_observed_in (result, item, t))
    return make_observation (result, item, t);
  return ijk_node (result, NULL, "kt", IJK_OPERATION_PRODUCT, 1, make_base (result, item, t),
                   make_efficiency (result, item, t),
                   ijk_node (result, NULL, "factor", IJK_OPERATION_COMPLEMENT, 1,
                             make_leak (result, item, t), NULL),
                   NULL);
}

IJK_EXPLAIN (unit_activity)
{
  return ijk_node (result, NULL, "kt", IJK_OPERATION_DIFFERENCE, 1,
                   make_observation (result, item, 0),
                   is_observed_in (result, item, t) ? make_observation (result, item, t)
                                                    : make_base (result, item, t),
                   NULL);
}

IJK_EXPLAIN (unit_autonomous)
{
  if (is_observed_in (result, item, t))
    return ijk_node_none (result, "kt",
                          _("While emissions are observed, all change counts as output."));
  return ijk_node (result, NULL, "kt", IJK_OPERATION_PRODUCT, 1, make_base (result, item, t),
                   ijk_node (result, NULL, "factor", IJK_OPERATION_COMPLEMENT, 1,
                             make_efficiency (result, item, t), NULL),
                   NULL);
}

IJK_EXPLAIN (unit_leakage)
{
  if (is_observed_in (result, item, t))
    return ijk_node_none (result, "kt",
                          _("While emissions are observed, all change counts as output."));
  return ijk_node (result, NULL, "kt", IJK_OPERATION_PRODUCT, 1, make_base (result, item, t),
                   make_efficiency (result, item, t), make_leak (result, item, t), NULL);
}

/* ---- what measures take away ---- */

/* The share that the unit's company sets for itself, or NULL. */
static const IjkLeverValue *
find_own_share (const IjkResult *result,
                guint            unit,
                IjkGroup         group)
{
  const IjkUnit *u = UNIT (unit);

  return u->company != IJK_NONE
             ? ijk_scenario_company_share (result->scenario, group, u->sector, u->company)
             : NULL;
}

/* kt of the projects that run, for a unit that cannot take the measure otherwise. */
static IjkExplanation *
make_project_kt (const IjkResult *result,
                 guint            unit,
                 guint            cell,
                 guint            t)
{
  const IjkReference *reference = result->reference;
  IjkExplanation *sum = ijk_node_new (result, NULL, "kt", IJK_OPERATION_SUM);

  for (guint p = 0; p < reference->n_projects; p++)
    {
      const IjkProject *project = &reference->projects[p];

      if (project->unit == unit && project->measure == CELL (cell)->measure
          && ijk_scenario_project_is_enabled (result->scenario, p)
          && ijk_scenario_project_start_year (result->scenario, p) <= IJK_YEAR_AT (t))
        ijk_node_add (sum, ijk_node_fact (result, project->id, project->kt_per_year, "kt",
                                          &project->provenance));
    }
  if (sum->operands != NULL)
    return ijk_node_end (sum, 1);
  ijk_explanation_free (sum);
  return ijk_node_none (result, "kt",
                        _("The installation cannot take this measure, or its project does not run "
                          "yet."));
}

/* raw[i,m]: what the measure would take alone. */
static IjkExplanation *
explain_raw (const IjkResult *result,
             guint            item,
             guint            t)
{
  const guint unit = item / result->reference->n_cells;
  const guint cell = item % result->reference->n_cells;
  const IjkMeasure *measure = MEASURE_OF (cell);
  const IjkLeverValue *own = NULL;
  IjkExplanation *share = NULL;
  IjkExplanation *self = NULL;

  if (!ijk_explain_is_eligible (result, unit, CELL (cell)->measure, t))
    {
      self = make_project_kt (result, unit, cell, t);
    }
  else
    {
      own = find_own_share (result, unit, measure->group);
      if (own == NULL || own->mode != IJK_SHARE_EXACTLY)
        share = ijk_node_ref (result, IJK_ITEMS_CELL, "operating_share", cell, t);
      if (own != NULL)
        {
          IjkExplanation *path
              = ijk_node (result, NULL, "share", IJK_OPERATION_PRODUCT, 1,
                          ijk_node_company_share (result, measure->group, unit, t),
                          ijk_node_ref (result, IJK_ITEMS_CELL, "potential", cell, t), NULL);

          if (own->mode == IJK_SHARE_EXACTLY && IJK_YEAR_AT (t) < measure->start_year)
            {
              ijk_explanation_free (path);
              path = ijk_node_none (result, "share",
                                    _("The measure cannot start before this year."));
            }
          share = share == NULL
                      ? path
                      : ijk_node (result, NULL, "share", IJK_OPERATION_MIN, 1, share, path, NULL);
        }
      self = ijk_node (result, NULL, "kt", IJK_OPERATION_PRODUCT, 1, share,
                       ijk_node_ref (result, IJK_ITEMS_UNIT, "unabated", unit, t), NULL);
    }
  ijk_node_name (self, _("what the measure would take alone"), 6);
  return ijk_node_about (self, IJK_ITEMS_CELL, cell, t);
}

static IjkExplanation *
make_pool_cap (const IjkResult *result,
               guint            unit,
               IjkPool          pool,
               guint            t)
{
  const IjkUnit *u = UNIT (unit);
  IjkExplanation *share
      = ijk_node_fact (result, _("share of process emissions"), u->process_share, "share",
                       u->has_own_process_share
                           ? &u->provenance
                           : &result->reference->sectors[u->sector].provenance);

  if (pool == IJK_POOL_COMBUSTION)
    share = ijk_node (result, NULL, "share", IJK_OPERATION_COMPLEMENT, 1, share, NULL);
  return ijk_node (result, NULL, "kt", IJK_OPERATION_PRODUCT, 1, share,
                   ijk_node_ref (result, IJK_ITEMS_UNIT, "unabated", unit, t), NULL);
}

/* Scaling of a pool of a unit; @item packs the unit and any cell of the pool. */
static IjkExplanation *
explain_pool_scale (const IjkResult *result,
                    guint            item,
                    guint            t)
{
  const guint unit = item / result->reference->n_cells;
  const IjkPool pool = MEASURE_OF (item % result->reference->n_cells)->pool;
  const IjkSector *sector = &result->reference->sectors[UNIT (unit)->sector];
  IjkExplanation *wanted = ijk_node_new (result, NULL, "kt", IJK_OPERATION_SUM);
  IjkExplanation *self = NULL;

  for (guint c = sector->first_cell; c < sector->first_cell + sector->n_cells; c++)
    if (MEASURE_OF (c)->pool == pool && !MEASURE_OF (c)->is_outside_industry)
      ijk_node_add (wanted, ijk_node_step (result, explain_raw, PACK (unit, c), t));
  self = ijk_node (result, NULL, "factor", IJK_OPERATION_FITTING, 1,
                   make_pool_cap (result, unit, pool, t), ijk_node_end (wanted, 1), NULL);
  ijk_node_name (self, pool == IJK_POOL_COMBUSTION ? _("part that fits in combustion emissions")
                                                   : _("part that fits in process emissions"),
                 6);
  return ijk_node_about (self, IJK_ITEMS_UNIT, unit, t);
}

/* ab[i,m] */
static IjkExplanation *
explain_unit_abated (const IjkResult *result,
                     guint            item,
                     guint            t)
{
  const guint cell = item % result->reference->n_cells;
  IjkExplanation *self = ijk_node (result, NULL, "kt", IJK_OPERATION_PRODUCT, 1,
                                   ijk_node_step (result, explain_raw, item, t), NULL);

  if (!MEASURE_OF (cell)->is_outside_industry && self->value != 0)
    ijk_node_end (ijk_node_add (self, ijk_node_step (result, explain_pool_scale, item, t)), 1);
  /* Translators: tonnes that a measure takes away: “effect of CCS on hydrogen production”. */
  ijk_node_name (self, _("effect"), 6);
  return ijk_node_about (self, IJK_ITEMS_CELL, cell, t);
}

/* The same, named after the unit: for the sum over the units of a cell. */
static IjkExplanation *
explain_cell_part (const IjkResult *result,
                   guint            item,
                   guint            t)
{
  return ijk_node_about (explain_unit_abated (result, item, t), IJK_ITEMS_UNIT,
                         item / result->reference->n_cells, t);
}

static IjkExplanation *
sum_unit_measures (const IjkResult *result,
                   guint            unit,
                   guint            t,
                   IjkExplanation  *sum)
{
  const IjkSector *sector = &result->reference->sectors[UNIT (unit)->sector];

  for (guint c = sector->first_cell; c < sector->first_cell + sector->n_cells; c++)
    if (!MEASURE_OF (c)->is_outside_industry)
      {
        IjkExplanation *part = ijk_node_step (result, explain_unit_abated, PACK (unit, c), t);

        if (part->value != 0)
          ijk_node_add (sum, part);
        else
          ijk_explanation_free (part);
      }
  return sum;
}

IJK_EXPLAIN (unit_emissions)
{
  IjkExplanation *self = ijk_node_new (result, NULL, "kt", IJK_OPERATION_DIFFERENCE);

  ijk_node_add (self, ijk_node_ref (result, IJK_ITEMS_UNIT, "unabated", item, t));
  if (IJK_IS_FREE (t))
    sum_unit_measures (result, item, t, self);
  ijk_node_end (self, 1);
  return ijk_node (result, NULL, "kt", IJK_OPERATION_POSITIVE, 1, self, NULL);
}

IJK_EXPLAIN (unit_measures)
{
  IjkExplanation *self = NULL;

  if (!IJK_IS_FREE (t))
    return ijk_node_none (result, "kt", _("Measures of the model begin in 2026."));
  self = sum_unit_measures (result, item, t,
                            ijk_node_new (result, NULL, "kt", IJK_OPERATION_SUM));
  if (self->operands != NULL)
    return ijk_node_end (self, 1);
  ijk_explanation_free (self);
  return ijk_node_none (result, "kt", _("No measure runs at this installation."));
}

/* Sum over cells of one field. @of_measure: position or IJK_NONE; @of_sector: too */
static IjkExplanation *
sum_cells (const IjkResult *result,
           const char      *id,
           guint            of_measure,
           guint            of_sector,
           int              in_industry,
           guint            t)
{
  const IjkReference *reference = result->reference;
  const IjkIndicator *part = ijk_indicator_find (IJK_ITEMS_CELL, id);
  IjkExplanation *self = ijk_node_new (result, NULL, "kt", IJK_OPERATION_SUM);

  for (guint c = 0; c < reference->n_cells; c++)
    if ((of_measure == IJK_NONE || CELL (c)->measure == of_measure)
        && (of_sector == IJK_NONE || CELL (c)->sector == of_sector)
        && (in_industry < 0
            || reference->sectors[CELL (c)->sector].is_in_industry == in_industry))
      ijk_node_add (self, ijk_node_indicator (result, part, c, t));
  if (self->operands != NULL)
    return ijk_node_end (self, 1);
  ijk_explanation_free (self);
  return ijk_node_none (result, "kt", _("No measure has a potential here."));
}

IJK_EXPLAIN (sector_measures)
{
  return sum_cells (result, "abated", IJK_NONE, item, -1, t);
}

IJK_EXPLAIN (sector_outside)
{
  return sum_cells (result, "outside", IJK_NONE, item, -1, t);
}

IJK_EXPLAIN (measure_abated)
{
  return sum_cells (result, "abated", item, IJK_NONE, TRUE, t);
}

IJK_EXPLAIN (measure_abated_energy)
{
  return sum_cells (result, "abated", item, IJK_NONE, FALSE, t);
}

IJK_EXPLAIN (measure_outside)
{
  return sum_cells (result, "outside", item, IJK_NONE, -1, t);
}

/* Sum over the units of the sector. */
static IjkExplanation *
explain_cell_sum (const IjkResult *result,
                  guint            cell,
                  guint            t,
                  gboolean         is_outside)
{
  const IjkSector *sector = &result->reference->sectors[CELL (cell)->sector];
  IjkExplanation *self = NULL;

  if (!IJK_IS_FREE (t))
    return ijk_node_none (result, "kt", _("Measures of the model begin in 2026."));
  if (MEASURE_OF (cell)->is_outside_industry != is_outside)
    return ijk_node_none (result, "kt",
                          is_outside
                              ? _("What this measure takes away counts in the sector itself.")
                              : _("What this measure takes away counts outside the sector."));
  self = ijk_node_new (result, NULL, "kt", IJK_OPERATION_SUM);
  for (guint i = sector->first_unit; i < sector->first_unit + sector->n_units; i++)
    {
      IjkExplanation *part = ijk_node_step (result, explain_cell_part, PACK (i, cell), t);

      if (part->value != 0)
        ijk_node_add (self, part);
      else
        ijk_explanation_free (part);
    }
  if (self->operands != NULL)
    return ijk_node_end (self, 1);
  ijk_explanation_free (self);
  return ijk_node_none (result, "kt", _("The measure runs at no installation of the sector."));
}

IJK_EXPLAIN (cell_abated)
{
  return explain_cell_sum (result, item, t, FALSE);
}

IJK_EXPLAIN (cell_outside)
{
  return explain_cell_sum (result, item, t, TRUE);
}
