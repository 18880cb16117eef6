/* What the tests of the model share: the real reference, runs, and numbers by name.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model-fixture.h"

#include "ijk-reference-load.h"

#include <string.h>

/* Returns: (transfer full): the data set of the program */
IjkReference *
fixture_load_reference (void)
{
  g_autoptr (GError) error = NULL;
  const char *directory = g_getenv ("IJKPAD_REFERENCE");
  IjkReference *reference = NULL;

  g_assert_nonnull (directory);
  reference = ijk_reference_load (directory, &error);
  g_assert_no_error (error);
  return reference;
}

/* Returns: (transfer full): a scenario with @settings, which are separated by spaces */
IjkScenario *
fixture_scenario (const IjkReference *reference,
                  const IjkScenario  *parent,
                  const char         *settings)
{
  g_auto (GStrv) parts = g_strsplit (settings, " ", -1);
  IjkScenario *scenario = ijk_scenario_new (reference, parent);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (IjkScenario) before = scenario;

      if (*parts[i] == '\0')
        {
          scenario = g_steal_pointer (&before);
          continue;
        }
      scenario = ijk_scenario_with_setting (before, parts[i], &error);
      g_assert_no_error (error);
    }
  return scenario;
}

/* Position of the item whose name in tables is @id; a cell is `sector/measure`. */
guint
fixture_find_item (const IjkReference *reference,
                   IjkItems            items,
                   const char         *id)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint item = 0; item < ijk_items_count (reference, items); item++)
    {
      g_string_truncate (text, 0);
      ijk_items_append_id (reference, items, item, text);
      if (strcmp (text->str, id) == 0)
        return item;
    }
  g_error ("there is no %s %s", ijk_items_entity (items), id);
}

double
fixture_value (const IjkResult *result,
               IjkItems         items,
               const char      *id,
               const char      *indicator,
               int              year)
{
  const IjkIndicator *found = ijk_indicator_find (items, indicator);

  if (found == NULL)
    g_error ("%s has no indicator %s", ijk_items_entity (items), indicator);
  return ijk_indicator_value (found, result, fixture_find_item (result->reference, items, id),
                              year);
}

/* Whether random tests may take minutes. */
gboolean
fixture_is_long (void)
{
  return g_strcmp0 (g_getenv ("IJKPAD_LONG"), "1") == 0;
}
