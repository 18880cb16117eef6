/* Chapter 6: how much of each unit's emissions the operating measures and projects take away.
 *
 * Measures of a pool (combustion or process) share what is in it: when they want more than there
 * is, all are scaled alike. In a class without projects or company levers every unit loses the
 * same part, so the stack is worked out once per class.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-run-private.h"

/**
 * ijk_unit_is_eligible:
 *
 * A unit can take a measure when it shares a tag with it (or the measure has none), has no enabled
 * project for it, no enabled steel_dri project in the case of ccs_steel, and, for a measure that
 * requires another, a running project of that one. Source: model.md section 4.
 */
gboolean
ijk_unit_is_eligible (const IjkWorkspace *ws,
                      guint               unit,
                      guint               measure,
                      guint               t)
{
  const IjkReference *reference = ws->reference;
  const IjkMeasure *m = &reference->measures[measure];
  gboolean is_eligible = m->requires == IJK_NONE;

  if (m->tags != 0 && (m->tags & reference->units[unit].tags) == 0)
    return FALSE;
  for (guint p = 0; p < reference->n_projects; p++)
    {
      const IjkProject *project = &reference->projects[p];

      if (project->unit != unit || !ws->project_is_enabled[p])
        continue;
      if (project->measure == measure
          || (measure == reference->ccs_steel && project->measure == reference->steel_dri))
        return FALSE;
      if (project->measure == m->requires && ws->project_start[p] <= t)
        is_eligible = TRUE;
    }
  return is_eligible;
}

/* ab = raw * min(1, cap[pool] / sum of raw in the pool), in place; measures outside industry stay
 * out of the pools.
 * Returns: what is taken from the unit or class, in the unit of @total */
static double
fill_pools (const IjkReference *reference,
            const IjkSector    *sector,
            double              total,
            double              process_share,
            double             *raw)
{
  const double cap[IJK_N_POOLS] = { [IJK_POOL_COMBUSTION] = (1 - process_share) * total,
                                    [IJK_POOL_PROCESS] = process_share * total };
  double wanted[IJK_N_POOLS] = { 0 };
  double scale[IJK_N_POOLS];
  double taken = 0;

  for (guint c = 0; c < sector->n_cells; c++)
    {
      const IjkMeasure *m = &reference->measures[reference->cells[sector->first_cell + c].measure];

      if (!m->is_outside_industry)
        wanted[m->pool] += raw[c];
    }
  for (guint pool = 0; pool < IJK_N_POOLS; pool++)
    scale[pool] = wanted[pool] > cap[pool] ? cap[pool] / wanted[pool] : 1;
  for (guint c = 0; c < sector->n_cells; c++)
    {
      const IjkMeasure *m = &reference->measures[reference->cells[sector->first_cell + c].measure];

      if (m->is_outside_industry)
        continue;
      raw[c] *= scale[m->pool];
      taken += raw[c];
    }
  return taken;
}

static void
add_to_cells (IjkWorkspace    *ws,
              const IjkSector *sector,
              guint            t,
              const double    *taken)
{
  const IjkReference *reference = ws->reference;
  double *abated = IJK_OF_CELLS (ws, abated_kt, t) + sector->first_cell;
  double *outside = IJK_OF_CELLS (ws, outside_kt, t) + sector->first_cell;

  for (guint c = 0; c < sector->n_cells; c++)
    if (reference->measures[reference->cells[sector->first_cell + c].measure].is_outside_industry)
      outside[c] += taken[c];
    else
      abated[c] += taken[c];
}

/* The stack of one class: raw = h_op u. */
static void
abate_class (IjkWorkspace *ws,
             guint         k,
             guint         t)
{
  const IjkReference *reference = ws->reference;
  const IjkUnitClass *class = &reference->classes[k];
  const IjkSector *sector = &reference->sectors[class->sector];
  const double kt = ws->class_kt[k];
  double raw[IJK_MAX_MEASURES];
  double taken = 0;

  for (guint c = 0; c < sector->n_cells; c++)
    {
      const guint cell = sector->first_cell + c;
      const IjkMeasure *m = &reference->measures[reference->cells[cell].measure];
      const gboolean is_eligible = m->requires == IJK_NONE
                                   && (m->tags == 0 || (m->tags & class->tags) != 0);

      raw[c] = is_eligible ? IJK_OF_CELLS (ws, operating_share, t)[cell] * kt : 0;
    }
  taken = fill_pools (reference, sector, kt, class->process_share, raw);
  add_to_cells (ws, sector, t, raw);
  ws->class_kept[k] = kt > 0 ? ijk_max (0, 1 - taken / kt) : 1;
}

/* raw of a unit with projects or company shares: kt of its started projects, else h_op u, changed
 * by the company's own share once the measure can start. */
static double
abate_special_unit (IjkWorkspace         *ws,
                    const IjkSpecialUnit *special,
                    guint                 t)
{
  const IjkReference *reference = ws->reference;
  const IjkUnit *unit = &reference->units[special->unit];
  const IjkSector *sector = &reference->sectors[unit->sector];
  const double kt = IJK_OF_UNITS (ws, unabated_kt, t)[special->unit];
  const int year = IJK_FIRST_YEAR + (int) t;
  double raw[IJK_MAX_MEASURES];
  double taken = 0;

  for (guint c = 0; c < sector->n_cells; c++)
    {
      const guint cell = sector->first_cell + c;
      const guint measure = reference->cells[cell].measure;
      const IjkMeasure *m = &reference->measures[measure];
      const IjkLeverValue *own = special->shares[m->group];
      const double p = IJK_OF_CELLS (ws, potential, t)[cell];
      double share = IJK_OF_CELLS (ws, operating_share, t)[cell];

      raw[c] = 0;
      for (guint j = 0; j < reference->n_projects; j++)
        if (reference->projects[j].unit == special->unit
            && reference->projects[j].measure == measure && ws->project_start[j] <= t)
          raw[c] += reference->projects[j].kt_per_year;
      if (!ijk_unit_is_eligible (ws, special->unit, measure, t))
        continue;
      if (own != NULL && own->mode == IJK_SHARE_EXACTLY)
        share = year >= m->start_year ? ijk_lever_value_at (own, year) * p : 0;
      else if (own != NULL)
        share = ijk_min (share, ijk_lever_value_at (own, year) * p);
      raw[c] = share * kt;
    }
  taken = fill_pools (reference, sector, kt, unit->process_share, raw);
  add_to_cells (ws, sector, t, raw);
  return ijk_max (0, kt - taken);
}

/* E[i,t] = max(0, u - sum of abated)                                                       [kt] */
void
ijk_abatement_year (IjkWorkspace *ws,
                    guint         t)
{
  const IjkReference *reference = ws->reference;
  const double *unabated = IJK_OF_UNITS (ws, unabated_kt, t);
  double *emissions = IJK_OF_UNITS (ws, emissions_kt, t);
  double *abated = IJK_OF_CELLS (ws, abated_kt, t);
  double *outside = IJK_OF_CELLS (ws, outside_kt, t);

  for (guint c = 0; c < reference->n_cells; c++)
    abated[c] = outside[c] = 0;
  for (guint k = 0; k < reference->n_classes; k++)
    {
      const IjkUnitClass *class = &reference->classes[k];
      double kept = 1;

      if (IJK_IS_FREE_YEAR (t))
        {
          abate_class (ws, k, t);
          kept = ws->class_kept[k];
        }
      for (guint i = class->first_unit; i < class->first_unit + class->n_units; i++)
        emissions[i] = unabated[i] * kept;
    }
  for (guint j = 0; IJK_IS_FREE_YEAR (t) && j < ws->n_special; j++)
    emissions[ws->special[j].unit] = abate_special_unit (ws, &ws->special[j], t);
}
