/* The difference between two scenarios, parents included, as a query over the levers that hold.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-workbook-private.h"

#include <string.h>

void
ijk_difference_free (IjkDifference *self)
{
  g_free (self->key);
  g_free (self->a);
  g_free (self->b);
  g_free (self);
}

/* The value that holds in @scenario at exactly the scope of @key, as text.
 * Returns: (transfer full) (nullable) */
static char *
find_value (const IjkScenario *scenario,
            const IjkLeverKey *key)
{
  for (; scenario != NULL; scenario = ijk_scenario_get_parent (scenario))
    {
      const IjkLeverSetting *setting = ijk_scenario_get_setting (scenario, key);

      if (setting != NULL)
        return ijk_lever_value_to_string (
            &ijk_scenario_get_reference (scenario)->levers[key->lever], &setting->value);
    }
  return NULL;
}

static gboolean
read_keys (IjkWorkbook *self,
           gint64       scenario_a,
           gint64       scenario_b,
           GPtrArray   *keys,
           GError     **error)
{
  /* chain: both scenarios and their ancestors; nearest: which of them sets a key first; holding:
   * the rows that hold on either side. */
  static const char sql[]
      = "WITH RECURSIVE chain (side, id, depth) AS ("
        "  VALUES (0, ?1, 0), (1, ?2, 0)"
        "  UNION ALL"
        "  SELECT side, scenario.parent, depth + 1 FROM chain JOIN scenario USING (id)"
        "  WHERE scenario.parent IS NOT NULL AND depth < ?3),"
        " nearest (side, depth, lever, scope, scope_id) AS ("
        "  SELECT side, min (depth), lever, scope, scope_id"
        "  FROM chain JOIN lever_value ON lever_value.scenario = chain.id"
        "  GROUP BY side, lever, scope, scope_id),"
        " holding (side, lever, scope, scope_id, year, value, word) AS ("
        "  SELECT side, lever, scope, scope_id, year, value, word"
        "  FROM nearest JOIN chain USING (side, depth)"
        "  JOIN lever_value USING (lever, scope, scope_id)"
        "  WHERE lever_value.scenario = chain.id)"
        " SELECT DISTINCT lever, scope, scope_id FROM"
        "  (SELECT side, lever, scope, scope_id, year, value, word,"
        "          count (*) OVER (PARTITION BY lever, scope, scope_id, year, value, word) AS n"
        "   FROM holding)"
        " WHERE n = 1 ORDER BY lever, scope, scope_id";
  g_autoptr (sqlite3_stmt) stmt = ijk_sql_query (self, error, sql, "iii", scenario_a, scenario_b,
                                                 (gint64) IJK_WORKBOOK_MAX_DEPTH);
  IjkStep step = IJK_STEP_FAILED;

  if (stmt == NULL)
    return FALSE;
  while ((step = ijk_sql_step (self, stmt, error)) == IJK_STEP_ROW)
    {
      g_autofree char *lever = NULL;
      g_autofree char *scope = NULL;
      g_autofree char *scope_id = NULL;

      if (!ijk_sql_get_text (self, stmt, 0, &lever, error)
          || !ijk_sql_get_text (self, stmt, 1, &scope, error)
          || !ijk_sql_get_text (self, stmt, 2, &scope_id, error))
        return FALSE;
      if (strcmp (scope, ijk_scope_ids[IJK_SCOPE_NATIONAL]) == 0)
        g_ptr_array_add (keys, g_strdup (lever));
      else if (strcmp (scope, ijk_scope_ids[IJK_SCOPE_PROJECT]) == 0)
        g_ptr_array_add (keys, g_strconcat (lever, ".", scope_id, NULL));
      else
        g_ptr_array_add (keys, g_strconcat (lever, "@", scope, ":", scope_id, NULL));
    }
  return step == IJK_STEP_DONE;
}

/**
 * ijk_workbook_diff:
 *
 * Returns: (transfer full) (nullable) (element-type IjkDifference): the levers that the two set
 *   differently, themselves or through their parents, by key
 */
GPtrArray *
ijk_workbook_diff (IjkWorkbook *self,
                   gint64       scenario_a,
                   gint64       scenario_b,
                   GError     **error)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) differences
      = g_ptr_array_new_with_free_func ((GDestroyNotify) ijk_difference_free);
  g_autoptr (IjkScenario) a = ijk_workbook_load_scenario (self, scenario_a, NULL, error);
  g_autoptr (IjkScenario) b
      = a != NULL ? ijk_workbook_load_scenario (self, scenario_b, NULL, error) : NULL;

  if (b == NULL || !read_keys (self, scenario_a, scenario_b, keys, error))
    return NULL;
  for (guint i = 0; i < keys->len; i++)
    {
      g_autofree char *text = NULL;
      g_autofree char *value_a = NULL;
      g_autofree char *value_b = NULL;
      IjkDifference *difference = NULL;
      IjkLeverKey key;

      if (!ijk_lever_key_parse (self->reference, g_ptr_array_index (keys, i), &key, error))
        return NULL;
      text = ijk_lever_key_to_string (self->reference, &key);
      value_a = find_value (a, &key);
      value_b = find_value (b, &key);
      if (g_strcmp0 (value_a, value_b) == 0)
        continue; /* changed by another process between the two reads */
      difference = g_new0 (IjkDifference, 1);
      difference->key = g_steal_pointer (&text);
      difference->a = g_steal_pointer (&value_a);
      difference->b = g_steal_pointer (&value_b);
      g_ptr_array_add (differences, difference);
    }
  return g_steal_pointer (&differences);
}
