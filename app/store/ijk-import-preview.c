/* What an import would change, before it does: the fields of each installation, and the national
 * numbers of a year worked out on the data as they are and as they would be.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-import-private.h"

#include "ijk-indicator.h"
#include "ijk-own-unit.h"
#include "ijk-reference-load-private.h"
#include "ijk-run.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The number in as few digits as carry it; empty where it is unknown. */
static char *
print_number (double number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (isnan (number))
    return g_strdup ("");
  g_ascii_formatd (buffer, sizeof buffer, "%.15g", number);
  if (g_ascii_strtod (buffer, NULL) != number)
    g_ascii_dtostr (buffer, sizeof buffer, number);
  return g_strdup (buffer);
}

/* What an installation can take; that it is own shows otherwise. */
static char *
print_tags (const IjkReference *reference,
            guint64             tags)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < reference->n_tags; i++)
    if ((tags & G_GUINT64_CONSTANT (1) << i) && strcmp (reference->tags[i], IJK_OWN_TAG) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", reference->tags[i]);
  return g_string_free (text, FALSE);
}

/* A field of a unit as units.csv writes it. */
static char *
print_field (const IjkReference *reference,
             const IjkUnit      *unit,
             const char         *column)
{
  if (strcmp (column, "name") == 0)
    return g_strdup (unit->name);
  if (strcmp (column, "company") == 0)
    return g_strdup (unit->company == IJK_NONE ? "" : reference->companies[unit->company].name);
  if (strcmp (column, "sector") == 0)
    return g_strdup (reference->sectors[unit->sector].id);
  if (strcmp (column, "cluster") == 0)
    return g_strdup (unit->cluster == IJK_NONE ? "" : reference->clusters[unit->cluster].id);
  if (strcmp (column, "municipality") == 0)
    return g_strdup (unit->municipality);
  if (strcmp (column, "kind") == 0)
    return g_strdup (ijk_kind_ids[unit->kind]);
  if (strcmp (column, "tags") == 0)
    return print_tags (reference, unit->tags);
  if (strcmp (column, "process_share") == 0)
    return print_number (unit->has_own_process_share ? unit->process_share : NAN);
  if (strcmp (column, "levy_share") == 0)
    return print_number (unit->levy_share);
  if (strcmp (column, "benchmark_kt") == 0)
    return print_number (unit->benchmark_kt);
  if (strcmp (column, "status") == 0)
    return g_strdup (ijk_status_ids[unit->provenance.status]);
  if (strcmp (column, "source") == 0)
    return g_strdup (unit->provenance.source);
  g_assert (g_str_has_prefix (column, "kt_"));
  return print_number (unit->observed_kt[atoi (column + strlen ("kt_")) - IJK_FIRST_OBSERVED_YEAR]);
}

/* Adds the fields in which @unit differs from @before (nullable) in the data as they are. */
void
ijk_import_compare_unit (const IjkImport *self,
                         const IjkUnit   *before,
                         IjkImportUnit   *unit)
{
  g_auto (GStrv) columns = g_strsplit (ijk_load_columns (IJK_TABLE_UNITS), ",", -1);

  for (guint i = 0; columns[i] != NULL; i++)
    {
      g_autofree char *old = NULL;
      g_autofree char *new = NULL;

      if (strcmp (columns[i], "id") == 0)
        continue;
      old = before != NULL ? print_field (self->origin, before, columns[i]) : g_strdup ("");
      new = print_field (self->reference, &self->reference->units[unit->unit], columns[i]);
      if (strcmp (old, new) != 0)
        {
          const IjkImportField field = { g_intern_string (columns[i]), g_steal_pointer (&old),
                                         g_steal_pointer (&new) };

          g_array_append_val (unit->fields, field);
        }
    }
}

/**
 * ijk_scenario_move:
 * @scenario: (nullable): with its parents
 * @reference: other data
 *
 * The same settings on other data, by the names of levers, sectors, companies and projects.
 *
 * Returns: (transfer full) (nullable): the scenario on @reference, which sets nothing where
 *   @scenario is %NULL; or %NULL with %IJK_STORE_ERROR_DANGLING set when @reference does not have
 *   what a setting names
 */
IjkScenario *
ijk_scenario_move (const IjkScenario  *scenario,
                   const IjkReference *reference,
                   GError            **error)
{
  g_autoptr (IjkScenario) parent = NULL;
  g_autoptr (IjkScenario) moved = NULL;
  const IjkLeverSetting *settings = NULL;
  guint n_settings = 0;

  if (scenario == NULL)
    return ijk_scenario_new (reference, NULL);
  if (ijk_scenario_get_parent (scenario) != NULL)
    {
      parent = ijk_scenario_move (ijk_scenario_get_parent (scenario), reference, error);
      if (parent == NULL)
        return NULL;
    }
  moved = ijk_scenario_new (reference, parent);
  settings = ijk_scenario_get_settings (scenario, &n_settings);
  for (guint i = 0; i < n_settings; i++)
    {
      g_autofree char *name
          = ijk_lever_key_to_string (ijk_scenario_get_reference (scenario), &settings[i].key);
      g_autoptr (GError) problem = NULL;
      IjkScenario *next = NULL;
      IjkLeverKey key;

      if (ijk_lever_key_parse (reference, name, &key, &problem))
        next = ijk_scenario_with_lever (moved, &key, &settings[i].value, &problem);
      if (next == NULL)
        {
          g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_DANGLING,
                       _("the scenario sets %s, which the other data do not allow: %s"), name,
                       problem->message);
          return NULL;
        }
      ijk_scenario_unref (moved);
      moved = next;
    }
  return g_steal_pointer (&moved);
}

static void
fill_effect (IjkImportEffect    *effect,
             guint               side,
             const IjkReference *reference,
             const IjkScenario  *scenario)
{
  g_autoptr (IjkWorkspace) workspace = ijk_workspace_new (reference);
  const IjkResult *result = ijk_run (reference, scenario, workspace);
  const IjkIndicator *emissions = ijk_indicator_find (IJK_ITEMS_SCOPE, "emissions");
  const IjkIndicator *levy = ijk_indicator_find (IJK_ITEMS_SCOPE, "net_levy");

  effect->industry_kt[side]
      = ijk_indicator_value (emissions, result, IJK_SCOPE_ITEM_INDUSTRY, effect->year);
  effect->all_kt[side] = ijk_indicator_value (emissions, result, IJK_SCOPE_ITEM_ALL, effect->year);
  effect->levy_meur[side] = ijk_indicator_value (levy, result, IJK_SCOPE_ITEM_ALL, effect->year);
}

/**
 * ijk_import_effect:
 * @scenario: (nullable): on the data as they are; %NULL sets nothing
 * @year: a year of the horizon
 * @effect: (out): national emissions and levy of that year, before and after
 *
 * Runs the scenario on both sets of data.
 *
 * Returns: %FALSE with %IJK_STORE_ERROR_DANGLING set when the scenario sets a lever of a company
 *   that would be gone
 */
gboolean
ijk_import_effect (const IjkImport   *self,
                   const IjkScenario *scenario,
                   int                year,
                   IjkImportEffect   *effect,
                   GError           **error)
{
  g_autoptr (IjkScenario) before = ijk_scenario_move (scenario, self->origin, error);
  g_autoptr (IjkScenario) after
      = before != NULL ? ijk_scenario_move (scenario, self->reference, error) : NULL;

  if (after == NULL)
    return FALSE;
  *effect = (IjkImportEffect) { .year = year };
  fill_effect (effect, 0, self->origin, before);
  fill_effect (effect, 1, self->reference, after);
  return TRUE;
}
