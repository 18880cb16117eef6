/* A data set with the units of another reference: what an import of own installations is saved as,
 * and how they get into newer data.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-data-set.h"
#include "ijk-import.h"
#include "ijk-lever.h"
#include "ijk-reference-load-private.h"
#include "ijk-result-write.h"

#include <glib/gi18n-lib.h>
#include <math.h>

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

static void
append_tags (GString            *text,
             const IjkReference *reference,
             guint64             tags)
{
  const char *space = "";

  g_string_append_c (text, ',');
  for (guint i = 0; i < reference->n_tags; i++)
    if (tags & (G_GUINT64_CONSTANT (1) << i))
      {
        g_string_append_printf (text, "%s%s", space, reference->tags[i]);
        space = " ";
      }
}

/* One row of units.csv, without its end; the order of the cells is that of its columns. */
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
}

static gboolean
has_own_units (const IjkReference *reference)
{
  for (guint i = 0; i < reference->n_units; i++)
    if (reference->units[i].is_own)
      return TRUE;
  return FALSE;
}

/* The column that marks one's own is there only where there are any, so that the table stays one
 * that an older program reads. */
static char *
write_units (const IjkReference *reference)
{
  const gboolean has_own = has_own_units (reference);
  GString *text = g_string_new (ijk_load_columns (IJK_TABLE_UNITS));

  g_string_append (text, has_own ? ",own\n" : "\n");
  for (guint i = 0; i < reference->n_units; i++)
    {
      append_unit (text, reference, &reference->units[i]);
      g_string_append (text, !has_own                       ? "\n"
                             : reference->units[i].is_own ? ",1\n"
                                                          : ",0\n");
    }
  return g_string_free (text, FALSE);
}

/* The rows that are the user's own, as a table to import. */
static char *
write_own_units (const IjkReference *reference)
{
  GString *text = g_string_new (ijk_load_columns (IJK_TABLE_UNITS));

  g_string_append_c (text, '\n');
  for (guint i = 0; i < reference->n_units; i++)
    if (reference->units[i].is_own)
      {
        append_unit (text, reference, &reference->units[i]);
        g_string_append_c (text, '\n');
      }
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

  g_free (copy->texts[IJK_TABLE_UNITS]);
  copy->texts[IJK_TABLE_UNITS] = write_units (reference);
  return copy;
}

/**
 * ijk_data_set_with_own_units:
 * @self: newer data
 * @reference: the data as they are
 *
 * Takes the installations that the user imported into @reference over into @self, in place of those
 * of the same id.
 *
 * Returns: (transfer full) (nullable): @self with them, or %NULL with %IJK_STORE_ERROR set when
 *   @self is broken or does not allow one of them
 */
IjkDataSet *
ijk_data_set_with_own_units (const IjkDataSet   *self,
                             const IjkReference *reference,
                             GError            **error)
{
  const IjkImportOptions options = { .is_replacing = TRUE };
  g_autofree char *text = NULL;
  g_autoptr (IjkReference) newer = NULL;
  g_autoptr (IjkImport) import = NULL;

  if (!has_own_units (reference))
    return ijk_data_set_copy (self);
  newer = ijk_data_set_parse (self, error);
  if (newer == NULL)
    return NULL;
  text = write_own_units (reference);
  import = ijk_import_read (newer, ijk_table_names[IJK_TABLE_UNITS], text, -1, &options, error);
  if (import == NULL)
    {
      g_prefix_error (error, _("the installations of your own do not go with the newer data: "));
      return NULL;
    }
  return ijk_data_set_with_units (self, import->reference);
}
