/* IjkResult: memory of one run's output, and the identities it must satisfy.
 *
 * All fields of a result lie in one block, so a copy is one memcpy and a comparison one memcmp.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-result.h"

#include "ijk-error.h"

#include <math.h>
#include <string.h>

/* The public struct and the block its fields point into. */
typedef struct
{
  IjkResult public;
  IjkReference *reference;  /* (owned) */
  IjkScenario *scenario;    /* (owned) (nullable) */
  gsize n_values;
  double *values;           /* (owned) */
} Private;

/* How many items the entity has, which is the stride of its fields. */
guint
ijk_result_count (const IjkReference *reference,
                  IjkStoredEntity     entity)
{
  switch (entity)
    {
    case IJK_ENTITY_NATION:
      return 1;
    case IJK_ENTITY_SECTOR:
      return reference->n_sectors;
    case IJK_ENTITY_MEASURE:
      return reference->n_measures;
    case IJK_ENTITY_CELL:
      return reference->n_cells;
    case IJK_ENTITY_UNIT:
      return reference->n_units;
    case IJK_N_STORED_ENTITIES:
      break;
    }
  g_assert_not_reached ();
}

/**
 * ijk_result_new:
 *
 * Returns: (transfer full): a result of zeros for @reference, to be written by a run
 */
IjkResult *
ijk_result_new (const IjkReference *reference)
{
  Private *self = g_atomic_rc_box_new0 (Private);
  gsize n = 0;

  self->reference = ijk_reference_ref (reference);
  self->public.reference = reference;
#define COUNT_FIELD(entity, member, id, unit)                                                      \
  n += (gsize) IJK_N_YEARS * ijk_result_count (reference, IJK_ENTITY_##entity);
  IJK_RESULT_FIELDS (COUNT_FIELD)
#undef COUNT_FIELD
  self->n_values = n;
  self->values = g_new0 (double, n);
  n = 0;
#define PLACE_FIELD(entity, member, id, unit)                                                      \
  self->public.member = self->values + n;                                                          \
  n += (gsize) IJK_N_YEARS * ijk_result_count (reference, IJK_ENTITY_##entity);
  IJK_RESULT_FIELDS (PLACE_FIELD)
#undef PLACE_FIELD
  return &self->public;
}

/* Returns: (transfer full): a value of its own that later runs do not touch */
IjkResult *
ijk_result_copy (const IjkResult *self)
{
  IjkResult *copy = ijk_result_new (self->reference);

  ijk_result_set_scenario (copy, self->scenario);
  memcpy (((Private *) copy)->values, ((const Private *) self)->values,
          ((const Private *) self)->n_values * sizeof (double));
  return copy;
}

/* Notes which scenario the numbers are of. */
void
ijk_result_set_scenario (IjkResult         *self,
                         const IjkScenario *scenario)
{
  Private *private = (Private *) self;

  if (private->scenario == scenario)
    return;
  g_clear_pointer (&private->scenario, ijk_scenario_unref);
  private->scenario = scenario != NULL ? ijk_scenario_ref (scenario) : NULL;
  self->scenario = private->scenario;
}

IjkResult *
ijk_result_ref (const IjkResult *self)
{
  return g_atomic_rc_box_acquire ((gpointer) self);
}

static void
clear_result (gpointer data)
{
  Private *self = data;

  g_clear_pointer (&self->scenario, ijk_scenario_unref);
  ijk_reference_unref (self->reference);
  g_free (self->values);
}

void
ijk_result_unref (const IjkResult *self)
{
  g_atomic_rc_box_release_full ((gpointer) self, clear_result);
}

/* Bytes of the numbers. */
gsize
ijk_result_get_size (const IjkResult *self)
{
  return ((const Private *) self)->n_values * sizeof (double);
}

/* Returns: (transfer none) (array length=n_values): every number of the run in one block */
const double *
ijk_result_get_data (const IjkResult *self,
                     gsize           *n_values)
{
  *n_values = ((const Private *) self)->n_values;
  return ((const Private *) self)->values;
}

/* Sums may differ by rounding only: 1e-9 of the largest part, the tolerance of the identities. */
static gboolean
is_close (double a,
          double b,
          double scale)
{
  return fabs (a - b) <= 1e-9 * MAX (1.0, scale);
}

static gboolean
fail (GError    **error,
      const char *what,
      const char *where,
      guint       i_year,
      double      found,
      double      expected)
{
  g_set_error (error, IJK_MODEL_ERROR, IJK_MODEL_ERROR_INCONSISTENT,
               "%s of %s in %u is %.12g, which should be %.12g", what, where,
               IJK_FIRST_YEAR + i_year, found, expected);
  return FALSE;
}

/* Sector totals are the sums of their units. */
static gboolean
check_sector (const IjkResult *self,
              guint            sector,
              guint            t,
              GError         **error)
{
  const IjkReference *reference = self->reference;
  const IjkSector *s = &reference->sectors[sector];
  const gsize at = (gsize) t * reference->n_sectors + sector;
  const struct
  {
    const char *what;
    const double *of_units;
    double total;
  } sums[] = {
    { "emissions", self->unit_emissions_kt, self->sector_emissions_kt[at] },
    { "unabated", self->unit_unabated_kt, self->sector_unabated_kt[at] },
    { "load", self->unit_load_kt, self->sector_load_kt[at] },
    { "rights", self->unit_rights_kt, self->sector_rights_kt[at] },
    { "bought", self->unit_bought_kt, self->sector_bought_kt[at] },
    { "sold", self->unit_sold_kt, self->sector_sold_kt[at] },
    { "levy", self->unit_levy_meur, self->sector_levy_meur[at] },
    { "credit", self->unit_credit_meur, self->sector_credit_meur[at] },
  };
  double start = 0;
  double parts = 0;

  for (guint k = 0; k < G_N_ELEMENTS (sums); k++)
    {
      double sum = 0;

      for (guint i = s->first_unit; i < s->first_unit + s->n_units; i++)
        {
          const double value = sums[k].of_units[(gsize) t * reference->n_units + i];

          if (!(value >= 0) || !isfinite (value))
            return fail (error, sums[k].what, reference->units[i].id, t, value, 0);
          sum += value;
        }
      if (!is_close (sum, sums[k].total, sum))
        return fail (error, sums[k].what, s->id, t, sums[k].total, sum);
    }
  for (guint i = s->first_unit; i < s->first_unit + s->n_units; i++)
    start += reference->units[i].past_kt[0];
  parts = self->sector_activity_kt[at] + self->sector_autonomous_kt[at]
          + self->sector_measures_kt[at] + self->sector_leakage_kt[at];
  if (!is_close (start - self->sector_emissions_kt[at], parts, start))
    return fail (error, "sum of the decomposition", s->id, t, parts,
                 start - self->sector_emissions_kt[at]);
  return TRUE;
}

/* Measures are the sums of their cells, and sectors of theirs. */
static gboolean
check_cells (const IjkResult *self,
             guint            t,
             GError         **error)
{
  const IjkReference *reference = self->reference;

  for (guint m = 0; m < reference->n_measures; m++)
    {
      const gsize at = (gsize) t * reference->n_measures + m;
      const double total = self->measure_abated_kt[at] + self->measure_abated_energy_kt[at];
      double sum = 0;

      for (guint c = 0; c < reference->n_cells; c++)
        if (reference->cells[c].measure == m)
          sum += self->cell_abated_kt[(gsize) t * reference->n_cells + c];
      if (!is_close (sum, total, sum))
        return fail (error, "abated", reference->measures[m].id, t, total, sum);
    }
  for (guint s = 0; s < reference->n_sectors; s++)
    {
      const IjkSector *sector = &reference->sectors[s];
      const double total = self->sector_measures_kt[(gsize) t * reference->n_sectors + s];
      double sum = 0;

      for (guint c = sector->first_cell; c < sector->first_cell + sector->n_cells; c++)
        {
          const double value = self->cell_abated_kt[(gsize) t * reference->n_cells + c];

          if (!(value >= 0))
            return fail (error, "abated", reference->measures[reference->cells[c].measure].id, t,
                         value, 0);
          sum += value;
        }
      if (!is_close (sum, total, sum))
        return fail (error, "measures", sector->id, t, total, sum);
    }
  return TRUE;
}

/* What industry, the State and the subsidised pay adds up: a transfer is paid by one and received
 * by the other. */
static gboolean
check_money (const IjkResult *self,
             guint            t,
             GError         **error)
{
  const double both = self->nation_industry_cost_meur[t] + self->nation_state_cost_meur[t];

  if (!is_close (both, self->nation_abatement_cost_meur[t],
                 fabs (self->nation_industry_cost_meur[t])
                     + fabs (self->nation_state_cost_meur[t])))
    return fail (error, "cost of industry and State", "the nation", t, both,
                 self->nation_abatement_cost_meur[t]);
  return TRUE;
}

/**
 * ijk_result_check:
 *
 * Whether the parts add up to the totals (to 1e-9), nothing that cannot be negative is, and the
 * decomposition is exact. Tests run it on every result; a debug build after every run.
 *
 * Returns: %FALSE with %IJK_MODEL_ERROR_INCONSISTENT set at the first number that does not fit
 */
gboolean
ijk_result_check (const IjkResult *self,
                  GError         **error)
{
  for (guint t = 0; t < IJK_N_YEARS; t++)
    {
      for (guint s = 0; s < self->reference->n_sectors; s++)
        if (!check_sector (self, s, t, error))
          return FALSE;
      if (!check_cells (self, t, error) || !check_money (self, t, error))
        return FALSE;
    }
  return TRUE;
}
