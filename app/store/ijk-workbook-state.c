/* The state of a scenario in the file: reading it, writing what differs, and the rules that need
 * the other scenarios.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-workbook-private.h"

#include "ijk-scenario-check.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <math.h>
#include <string.h>

#define SCENARIO_COLUMNS                                                                           \
  "id, parent, kind, template_id, is_deleted, name, description, note, created_us, changed_us, "   \
  "head, check_sum"

/* Column positions of the above. */
enum
{
  COLUMN_ID,
  COLUMN_PARENT,
  COLUMN_KIND,
  COLUMN_TEMPLATE_ID,
  COLUMN_IS_DELETED,
  COLUMN_NAME,
  COLUMN_DESCRIPTION,
  COLUMN_NOTE,
  COLUMN_CREATED,
  COLUMN_CHANGED,
  COLUMN_HEAD,
  COLUMN_SUM,
};

/* A key and value that are put together from rows. */
typedef struct
{
  GString *key;
  GString *value;
} Gathering;

static gboolean
read_fields (IjkWorkbook  *self,
             sqlite3_stmt *stmt,
             IjkState     *state,
             GError      **error)
{
  g_autofree char *kind = NULL;

  g_clear_pointer (&state->name, g_free);
  g_clear_pointer (&state->description, g_free);
  g_clear_pointer (&state->note, g_free);
  if (!ijk_sql_get_text (self, stmt, COLUMN_KIND, &kind, error)
      || !ijk_sql_get_text_or_null (self, stmt, COLUMN_TEMPLATE_ID, &state->template_id, error)
      || !ijk_sql_get_text (self, stmt, COLUMN_NAME, &state->name, error)
      || !ijk_sql_get_text (self, stmt, COLUMN_DESCRIPTION, &state->description, error)
      || !ijk_sql_get_text (self, stmt, COLUMN_NOTE, &state->note, error))
    return FALSE;
  state->id = sqlite3_column_int64 (stmt, COLUMN_ID);
  state->parent_id = sqlite3_column_int64 (stmt, COLUMN_PARENT);
  state->head_id = sqlite3_column_int64 (stmt, COLUMN_HEAD);
  state->is_deleted = sqlite3_column_int (stmt, COLUMN_IS_DELETED) != 0;
  state->created_us = sqlite3_column_int64 (stmt, COLUMN_CREATED);
  state->changed_us = sqlite3_column_int64 (stmt, COLUMN_CHANGED);
  for (guint i = 0; i < IJK_N_SCENARIO_KINDS; i++)
    if (g_strcmp0 (kind, ijk_scenario_kind_ids[i]) == 0)
      {
        state->kind = (IjkScenarioKind) i;
        return TRUE;
      }
  ijk_set_damage (self, error, _("the scenario “%s” has a kind that does not exist"), state->name);
  return FALSE;
}

static void
append_shortest (GString *text,
                 double   number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  /* As ijk_lever_value_to_string() writes it, so texts can be compared. */
  for (int digits = 6; digits <= 17; digits++)
    {
      const char format[] = { '%', '.', (char) (digits < 10 ? '0' + digits : '1'),
                              (char) (digits < 10 ? 'g' : '0' + digits - 10),
                              (char) (digits < 10 ? '\0' : 'g'), '\0' };

      g_ascii_formatd (buffer, sizeof buffer, format, number);
      if (g_ascii_strtod (buffer, NULL) == number)
        break;
    }
  g_string_append (text, buffer);
}

/* Reads one row of lever_value from column 1 on: lever, scope, scope_id, year, value, word. Rows
 * of one key follow each other, in rising years. */
static gboolean
read_lever_row (IjkWorkbook  *self,
                sqlite3_stmt *stmt,
                IjkState     *state,
                Gathering    *gathering,
                GError      **error)
{
  g_autofree char *lever = NULL;
  g_autofree char *scope = NULL;
  g_autofree char *scope_id = NULL;
  g_autofree char *word = NULL;
  g_autofree char *key = NULL;
  const int year = sqlite3_column_int (stmt, 4);

  if (!ijk_sql_get_text (self, stmt, 1, &lever, error)
      || !ijk_sql_get_text (self, stmt, 2, &scope, error)
      || !ijk_sql_get_text (self, stmt, 3, &scope_id, error)
      || !ijk_sql_get_text_or_null (self, stmt, 6, &word, error))
    return FALSE;
  if (strcmp (scope, ijk_scope_ids[IJK_SCOPE_NATIONAL]) == 0)
    key = g_strdup (lever);
  else if (strcmp (scope, ijk_scope_ids[IJK_SCOPE_PROJECT]) == 0)
    key = g_strconcat (lever, ".", scope_id, NULL);
  else
    key = g_strconcat (lever, "@", scope, ":", scope_id, NULL);

  if (strcmp (gathering->key->str, key) != 0)
    {
      g_string_assign (gathering->key, key);
      g_string_truncate (gathering->value, 0);
    }
  else
    g_string_append_c (gathering->value,
                       strchr (gathering->value->str, ':') == NULL ? ':' : ',');
  if (year != 0)
    g_string_append_printf (gathering->value, "%d:", year);
  if (word != NULL)
    g_string_append (gathering->value, word);
  else
    append_shortest (gathering->value, sqlite3_column_double (stmt, 5));
  ijk_state_set_lever (state, key, gathering->value->str);
  return TRUE;
}

static gboolean
check_sum (IjkWorkbook    *self,
           const IjkState *state,
           gint64          sum,
           GError        **error)
{
  if (ijk_state_sum (state) == sum)
    return TRUE;
  ijk_set_damage (self, error,
                  _("the scenario “%s” is not as it was saved (its check sum does not fit)"),
                  state->name);
  return FALSE;
}

/* Reads a scenario whose sum need not fit. @sum: (out): the one that is stored */
static IjkState *
read_state (IjkWorkbook *self,
            gint64       scenario_id,
            gint64      *sum,
            GError     **error)
{
  static const char scenario_sql[] = "SELECT " SCENARIO_COLUMNS " FROM scenario WHERE id = ?";
  static const char levers_sql[]
      = "SELECT scenario, lever, scope, scope_id, year, value, word FROM lever_value"
        " WHERE scenario = ? ORDER BY scenario, lever, scope, scope_id, year";
  g_autoptr (IjkState) state = ijk_state_new ();
  g_autoptr (sqlite3_stmt) scenario = ijk_sql_query (self, error, scenario_sql, "i", scenario_id);
  g_autoptr (sqlite3_stmt) levers = NULL;
  g_autoptr (GString) key = g_string_new (NULL);
  g_autoptr (GString) value = g_string_new (NULL);
  Gathering gathering = { key, value };
  IjkStep step = scenario != NULL ? ijk_sql_step (self, scenario, error) : IJK_STEP_FAILED;

  if (step == IJK_STEP_DONE)
    g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_UNKNOWN,
                 _("there is no scenario number %" PRId64 " in %s"), scenario_id, self->path);
  if (step != IJK_STEP_ROW || !read_fields (self, scenario, state, error))
    return NULL;
  *sum = sqlite3_column_int64 (scenario, COLUMN_SUM);
  levers = ijk_sql_query (self, error, levers_sql, "i", scenario_id);
  if (levers == NULL)
    return NULL;
  while ((step = ijk_sql_step (self, levers, error)) == IJK_STEP_ROW)
    if (!read_lever_row (self, levers, state, &gathering, error))
      return NULL;
  return step == IJK_STEP_DONE ? g_steal_pointer (&state) : NULL;
}

/**
 * ijk_state_read:
 *
 * Returns: (transfer full) (nullable): the scenario, deleted ones included, or %NULL with
 *   %IJK_STORE_ERROR set
 */
IjkState *
ijk_state_read (IjkWorkbook *self,
                gint64       scenario_id,
                GError     **error)
{
  gint64 sum = 0;
  g_autoptr (IjkState) state = read_state (self, scenario_id, &sum, error);

  return state != NULL && check_sum (self, state, sum, error) ? g_steal_pointer (&state) : NULL;
}

/* Returns: (transfer full) (nullable): what can be read of a damaged scenario */
IjkState *
ijk_state_read_unchecked (IjkWorkbook *self,
                          gint64       scenario_id)
{
  gint64 sum = 0;

  return read_state (self, scenario_id, &sum, NULL);
}

static gboolean
read_all_levers (IjkWorkbook *self,
                 GHashTable  *by_id,
                 GError     **error)
{
  static const char sql[]
      = "SELECT scenario, lever, scope, scope_id, year, value, word FROM lever_value"
        " ORDER BY scenario, lever, scope, scope_id, year";
  g_autoptr (sqlite3_stmt) stmt = ijk_sql_query (self, error, sql, "");
  g_autoptr (GString) key = g_string_new (NULL);
  g_autoptr (GString) value = g_string_new (NULL);
  Gathering gathering = { key, value };
  gint64 last_id = 0;
  IjkStep step = IJK_STEP_FAILED;

  if (stmt == NULL)
    return FALSE;
  while ((step = ijk_sql_step (self, stmt, error)) == IJK_STEP_ROW)
    {
      const gint64 id = sqlite3_column_int64 (stmt, 0);
      IjkState *state = g_hash_table_lookup (by_id, &id);

      if (id != last_id)
        g_string_truncate (key, 0);
      last_id = id;
      if (state == NULL)
        {
          ijk_set_damage (self, error, _("there are levers of a scenario that is not there"));
          return FALSE;
        }
      if (!read_lever_row (self, stmt, state, &gathering, error))
        return FALSE;
    }
  return step == IJK_STEP_DONE;
}

/**
 * ijk_state_read_all:
 * @is_with_levers: whether the levers are read and the sums compared
 *
 * Returns: (transfer full) (nullable) (element-type IjkState): all scenarios by number, deleted
 *   ones included
 */
GPtrArray *
ijk_state_read_all (IjkWorkbook *self,
                    gboolean     is_with_levers,
                    GError     **error)
{
  static const char sql[] = "SELECT " SCENARIO_COLUMNS " FROM scenario ORDER BY id";
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func ((GDestroyNotify) ijk_state_free);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) sums = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (sqlite3_stmt) stmt = ijk_sql_query (self, error, sql, "");
  IjkStep step = IJK_STEP_FAILED;

  if (stmt == NULL)
    return NULL;
  while ((step = ijk_sql_step (self, stmt, error)) == IJK_STEP_ROW)
    {
      IjkState *state = ijk_state_new ();
      const gint64 sum = sqlite3_column_int64 (stmt, COLUMN_SUM);

      g_ptr_array_add (states, state);
      g_array_append_val (sums, sum);
      if (!read_fields (self, stmt, state, error))
        return NULL;
      g_hash_table_insert (by_id, &state->id, state);
    }
  if (step == IJK_STEP_FAILED || (is_with_levers && !read_all_levers (self, by_id, error)))
    return NULL;
  for (guint i = 0; is_with_levers && i < states->len; i++)
    if (!check_sum (self, g_ptr_array_index (states, i), g_array_index (sums, gint64, i), error))
      return NULL;
  return g_steal_pointer (&states);
}

static gboolean
insert_point (IjkWorkbook *self,
              gint64       scenario_id,
              const char  *lever,
              const char  *scope,
              const char  *scope_id,
              int          year,
              double       value,
              const char  *word,
              GError     **error)
{
  static const char sql[]
      = "INSERT INTO lever_value (scenario, lever, scope, scope_id, year, value, word)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)";

  return ijk_sql_run (self, error, sql, "isssids", scenario_id, lever, scope, scope_id,
                      (gint64) year, word != NULL ? (double) NAN : value, word);
}

static const char *
find_scope_id (const IjkReference *reference,
               const IjkLeverKey  *key)
{
  switch (key->scope)
    {
    case IJK_SCOPE_NATIONAL:
      return "";
    case IJK_SCOPE_SECTOR:
      return reference->sectors[key->target].id;
    case IJK_SCOPE_COMPANY:
      return reference->companies[key->target].name;
    case IJK_SCOPE_PROJECT:
      return reference->projects[key->target].id;
    case IJK_N_SCOPES:
      break;
    }
  g_assert_not_reached ();
}

/* Replaces the rows of one lever. @value: (nullable): NULL removes them */
static gboolean
write_lever (IjkWorkbook *self,
             gint64       scenario_id,
             const char  *key_text,
             const char  *value_text,
             GError     **error)
{
  static const char delete_sql[]
      = "DELETE FROM lever_value WHERE scenario = ? AND lever = ? AND scope = ? AND scope_id = ?";
  IjkLeverKey key;
  IjkLeverValue value = { 0 };
  const IjkLever *lever = NULL;
  const char *scope = NULL;
  const char *scope_id = NULL;
  const char *word = NULL;

  if (!ijk_lever_key_parse (self->reference, key_text, &key, error))
    return FALSE;
  lever = &self->reference->levers[key.lever];
  scope = ijk_scope_ids[key.scope];
  scope_id = find_scope_id (self->reference, &key);
  if (!ijk_sql_run (self, error, delete_sql, "isss", scenario_id, lever->id, scope, scope_id))
    return FALSE;
  if (value_text == NULL)
    return TRUE;
  if (!ijk_lever_value_parse (lever, value_text, &value, error))
    return FALSE;
  if (lever->kind == IJK_LEVER_KIND_SWITCH)
    word = lever->choices[value.choice];
  else if (lever->kind == IJK_LEVER_KIND_MODE_SHARE)
    word = ijk_share_mode_ids[value.mode];
  if (lever->kind != IJK_LEVER_KIND_PATH
      && !insert_point (self, scenario_id, lever->id, scope, scope_id, 0, value.number, word,
                        error))
    return FALSE;
  for (guint i = 0; i < value.n_points; i++)
    if (!insert_point (self, scenario_id, lever->id, scope, scope_id, value.points[i].year,
                       value.points[i].value, NULL, error))
      return FALSE;
  return TRUE;
}

static gboolean
write_levers (IjkWorkbook    *self,
              const IjkState *before,
              const IjkState *after,
              GError        **error)
{
  for (GTreeNode *node = before == NULL ? NULL : g_tree_node_first (before->levers); node != NULL;
       node = g_tree_node_next (node))
    if (g_tree_lookup (after->levers, g_tree_node_key (node)) == NULL
        && !write_lever (self, after->id, g_tree_node_key (node), NULL, error))
      return FALSE;
  for (GTreeNode *node = g_tree_node_first (after->levers); node != NULL;
       node = g_tree_node_next (node))
    {
      const char *key = g_tree_node_key (node);
      const char *value = g_tree_node_value (node);

      if ((before == NULL || g_strcmp0 (g_tree_lookup (before->levers, key), value) != 0)
          && !write_lever (self, after->id, key, value, error))
        return FALSE;
    }
  return TRUE;
}

/* Writes a scenario that is not in the file yet. */
gboolean
ijk_state_insert (IjkWorkbook    *self,
                  const IjkState *state,
                  GError        **error)
{
  static const char sql[]
      = "INSERT INTO scenario (id, parent, kind, template_id, is_deleted, name, name_key,"
        " description, note, created_us, changed_us, head, check_sum)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  g_autofree char *name_key = ijk_scenario_fold_name (state->name);

  return ijk_sql_run (self, error, sql, "irssissssiiii", state->id, state->parent_id,
                      ijk_scenario_kind_ids[state->kind], state->template_id,
                      (gint64) state->is_deleted, state->name, name_key, state->description,
                      state->note, state->created_us, state->changed_us, state->head_id,
                      ijk_state_sum (state))
         && write_levers (self, NULL, state, error);
}

/* Writes what differs from @before, which is what the file holds. */
gboolean
ijk_state_update (IjkWorkbook    *self,
                  const IjkState *before,
                  const IjkState *after,
                  GError        **error)
{
  static const char sql[]
      = "UPDATE scenario SET parent = ?, is_deleted = ?, name = ?, name_key = ?, description = ?,"
        " note = ?, changed_us = ?, head = ?, check_sum = ? WHERE id = ?";
  g_autofree char *name_key = ijk_scenario_fold_name (after->name);

  return ijk_sql_run (self, error, sql, "rissssiiii", after->parent_id, (gint64) after->is_deleted,
                      after->name, name_key, after->description, after->note, after->changed_us,
                      after->head_id, ijk_state_sum (after), after->id)
         && write_levers (self, before, after, error);
}
