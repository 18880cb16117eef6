/* A data set with the units of another reference: what an import of own installations is saved as.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-data-set.h"
#include "ijk-lever.h"
#include "ijk-result-write.h"

#include <math.h>
#include <string.h>

static void
append_optional (GString *text,
                 double   number)
{
  g_string_append_c (text, ',');
  if (!isnan (number))
    ijk_append_shortest (text, number);
}

static void
append_cell (GString    *text,
             const char *cell)
{
  g_string_append_c (text, ',');
  ijk_append_csv (text, cell);
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* By letter: the bits of tags differ from one reading of a table to the next. */
static void
append_tags (GString            *text,
             const IjkReference *reference,
             guint64             tags)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; i < reference->n_tags; i++)
    if (tags & (G_GUINT64_CONSTANT (1) << i))
      g_ptr_array_add (words, (gpointer) reference->tags[i]);
  g_ptr_array_sort (words, compare_texts);
  g_string_append_c (text, ',');
  for (guint i = 0; i < words->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", (const char *) words->pdata[i]);
}

/* One row of units.csv; the order of the cells is that of the header below. */
static void
append_unit (GString            *text,
             const IjkReference *reference,
             const IjkUnit      *unit)
{
  ijk_append_csv (text, unit->id);
  append_cell (text, unit->name);
  append_cell (text, unit->company != IJK_NONE ? reference->companies[unit->company].name : "");
  append_cell (text, reference->sectors[unit->sector].id);
  append_cell (text, unit->cluster != IJK_NONE ? reference->clusters[unit->cluster].id : "");
  append_cell (text, unit->municipality);
  append_cell (text, ijk_kind_ids[unit->kind]);
  append_tags (text, reference, unit->tags);
  append_optional (text, unit->has_own_process_share ? unit->process_share : NAN);
  append_optional (text, unit->levy_share);
  append_optional (text, unit->benchmark_kt);
  for (guint t = 0; t < IJK_N_OBSERVED_YEARS; t++)
    append_optional (text, unit->observed_kt[t]);
  append_cell (text, ijk_status_ids[unit->provenance.status]);
  append_cell (text, unit->provenance.source);
  g_string_append_c (text, '\n');
}

/**
 * ijk_units_write:
 * @units: (array length=n_units): positions
 *
 * Returns: (transfer full): the units as units.csv writes them; every number reads back as it is
 */
char *
ijk_units_write (const IjkReference *reference,
                 const guint        *units,
                 guint               n_units)
{
  GString *text = g_string_new ("id,name,company,sector,cluster,municipality,kind,tags,"
                                "process_share,levy_share,benchmark_kt");

  for (int year = IJK_FIRST_OBSERVED_YEAR; year <= IJK_LAST_OBSERVED_YEAR; year++)
    g_string_append_printf (text, ",kt_%d", year);
  g_string_append (text, ",status,source\n");
  for (guint i = 0; i < n_units; i++)
    append_unit (text, reference, &reference->units[units[i]]);
  return g_string_free (text, FALSE);
}

/**
 * ijk_data_set_with_units:
 * @reference: made from @self, with other units
 *
 * Returns: (transfer full): @self with the table of units written anew from @reference; every
 *   number reads back as it is
 */
IjkDataSet *
ijk_data_set_with_units (const IjkDataSet   *self,
                         const IjkReference *reference)
{
  IjkDataSet *copy = ijk_data_set_copy (self);
  g_autofree guint *all = g_new (guint, reference->n_units + 1);

  for (guint i = 0; i < reference->n_units; i++)
    all[i] = i;
  g_free (copy->texts[IJK_TABLE_UNITS]);
  copy->texts[IJK_TABLE_UNITS] = ijk_units_write (reference, all, reference->n_units);
  return copy;
}
