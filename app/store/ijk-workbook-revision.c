/* Edits: each is one transaction that writes levers, revision and scenario together; and moves in
 * the tree of revisions.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-workbook-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#define REVISION_COLUMNS "id, scenario, previous, time_us, label, changes, check_sum"

void
ijk_revision_free (IjkRevision *self)
{
  g_free (self->label);
  g_free (self->changes);
  g_free (self);
}

static IjkRevision *
read_row (IjkWorkbook  *self,
          sqlite3_stmt *stmt,
          GError      **error)
{
  g_autoptr (IjkRevision) revision = g_new0 (IjkRevision, 1);

  revision->id = sqlite3_column_int64 (stmt, 0);
  revision->scenario_id = sqlite3_column_int64 (stmt, 1);
  revision->previous_id = sqlite3_column_int64 (stmt, 2);
  revision->time_us = sqlite3_column_int64 (stmt, 3);
  if (!ijk_sql_get_text (self, stmt, 4, &revision->label, error)
      || !ijk_sql_get_text (self, stmt, 5, &revision->changes, error))
    return NULL;
  if (ijk_sum_revision (revision) == sqlite3_column_int64 (stmt, 6))
    return g_steal_pointer (&revision);
  ijk_set_damage (self, error,
                  _("the revision %" PRId64
                    " is not as it was saved (its check sum does not fit)"),
                  revision->id);
  return NULL;
}

/* Returns: (transfer full) (nullable): the revision, or %NULL with %IJK_STORE_ERROR set */
IjkRevision *
ijk_revision_read (IjkWorkbook *self,
                   gint64       revision_id,
                   GError     **error)
{
  static const char sql[] = "SELECT " REVISION_COLUMNS " FROM revision WHERE id = ?";
  g_autoptr (sqlite3_stmt) stmt = ijk_sql_query (self, error, sql, "i", revision_id);
  const IjkStep step = stmt != NULL ? ijk_sql_step (self, stmt, error) : IJK_STEP_FAILED;

  if (step == IJK_STEP_DONE)
    g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_UNKNOWN,
                 _("there is no revision number %" PRId64 " in %s"), revision_id, self->path);
  return step == IJK_STEP_ROW ? read_row (self, stmt, error) : NULL;
}

/* The number the next revision gets; 0 with @error set. Revisions are never removed. */
gint64
ijk_revision_next (IjkWorkbook *self,
                   GError     **error)
{
  static const char sql[] = "SELECT coalesce (max (id), 0) + 1 FROM revision";
  gint64 id = 0;

  return ijk_sql_get_int (self, sql, &id, error) ? id : 0;
}

/* Writes one revision. Returns: its number, or 0 with @error set */
gint64
ijk_revision_add (IjkWorkbook *self,
                  gint64       revision_id,
                  gint64       scenario_id,
                  gint64       previous_id,
                  gint64       time_us,
                  const char  *label,
                  const char  *changes,
                  GError     **error)
{
  static const char sql[]
      = "INSERT INTO revision (id, scenario, previous, time_us, label, changes, check_sum)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)";
  const IjkRevision revision = { .id = revision_id,
                                 .scenario_id = scenario_id,
                                 .previous_id = previous_id,
                                 .time_us = time_us,
                                 .label = (char *) label,
                                 .changes = (char *) changes };

  return ijk_sql_run (self, error, sql, "iirissi", revision_id, scenario_id, previous_id, time_us,
                      label, changes, ijk_sum_revision (&revision))
             ? revision_id
             : 0;
}

/**
 * ijk_state_read_for_edit:
 * @base_revision_id: where the caller saw it stand, or 0
 *
 * Reads a scenario that is about to be changed, inside the transaction of the change.
 *
 * Returns: (transfer full) (nullable): its state, or %NULL with %IJK_STORE_ERROR set when it is a
 *   template or stands elsewhere
 */
IjkState *
ijk_state_read_for_edit (IjkWorkbook *self,
                         gint64       scenario_id,
                         gint64       base_revision_id,
                         GError     **error)
{
  g_autoptr (IjkState) state = ijk_state_read (self, scenario_id, error);

  if (state == NULL)
    return NULL;
  if (state->template_id != NULL)
    g_set_error (
        error, IJK_STORE_ERROR, IJK_STORE_ERROR_TEMPLATE,
        _("“%s” is a scenario that ships with the program and cannot be changed; duplicate "
          "it and change the copy"),
        state->name);
  else if (base_revision_id != 0 && base_revision_id != state->head_id)
    g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_CONFLICT,
                 _("“%s” has been changed by another program or window since it was read; nothing "
                   "was saved; look at the change and make yours again"),
                 state->name);
  else
    return g_steal_pointer (&state);
  return NULL;
}

/**
 * ijk_revision_edit:
 * @after: what is to be; its head and time are set
 *
 * Writes an edit inside the transaction that read @before. No difference writes nothing.
 *
 * Returns: the revision the scenario stands at, or 0 with @error set
 */
gint64
ijk_revision_edit (IjkWorkbook    *self,
                   const IjkState *before,
                   IjkState       *after,
                   const char     *label,
                   GError        **error)
{
  g_autofree char *checked = ijk_text_check (label, TRUE, _("the label of an edit"), error);
  g_autofree char *changes = ijk_changes_between (before, after);

  if (checked == NULL)
    return 0;
  if (before->is_deleted)
    {
      g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_UNKNOWN,
                   _("“%s” has been deleted; undo that before it is changed"), before->name);
      return 0;
    }
  if (strcmp (changes, "[]") == 0)
    return before->head_id;
  if (!ijk_state_check (self, after, error))
    return 0;
  after->head_id = ijk_revision_next (self, error);
  after->changed_us = g_get_real_time ();
  if (after->head_id == 0
      || ijk_revision_add (self, after->head_id, after->id, before->head_id, after->changed_us,
                           checked, changes, error)
             == 0
      || !ijk_state_update (self, before, after, error))
    return 0;
  return after->head_id;
}

/* Sets in @state what @change asks for, in the form in which values are stored. */
static gboolean
apply_lever_change (IjkWorkbook          *self,
                    IjkState             *state,
                    const IjkLeverChange *change,
                    GError              **error)
{
  const IjkLever *lever = &self->reference->levers[change->key.lever];
  g_autofree char *key = ijk_lever_key_to_string (self->reference, &change->key);
  g_autofree char *value = NULL;
  g_autoptr (GError) local = NULL;

  if (change->is_set && !ijk_lever_value_check (lever, &change->value, &local))
    {
      g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_VALUE, "%s", local->message);
      return FALSE;
    }
  value = change->is_set ? ijk_lever_value_to_string (lever, &change->value) : NULL;
  ijk_state_set_lever (state, key, value);
  return TRUE;
}

/**
 * ijk_workbook_commit:
 * @base_revision_id: the revision the edit was made on, or 0 for whatever stands there
 * @label: what was done, for the history
 * @changes: (array length=n_changes)
 *
 * Saves one edit of levers.
 *
 * Returns: the revision the scenario now stands at, or 0 with %IJK_STORE_ERROR set
 */
gint64
ijk_workbook_commit (IjkWorkbook          *self,
                     gint64                scenario_id,
                     gint64                base_revision_id,
                     const char           *label,
                     const IjkLeverChange *changes,
                     guint                 n_changes,
                     GError              **error)
{
  g_autoptr (IjkState) before = NULL;
  g_autoptr (IjkState) after = NULL;
  gboolean is_good = FALSE;
  gint64 revision_id = 0;

  if (!ijk_sql_begin_write (self, error))
    return 0;
  before = ijk_state_read_for_edit (self, scenario_id, base_revision_id, error);
  is_good = before != NULL;
  after = is_good ? ijk_state_copy (before) : NULL;
  for (guint i = 0; is_good && i < n_changes; i++)
    is_good = apply_lever_change (self, after, &changes[i], error);
  if (is_good)
    revision_id = ijk_revision_edit (self, before, after, label, error);
  return ijk_sql_end (self, revision_id != 0, error) ? revision_id : 0;
}

/**
 * ijk_workbook_save_scenario:
 * @scenario: on the reference of the workbook; its own settings are saved, not its parents'
 *
 * Saves the difference between @scenario and what is stored, as one edit.
 *
 * Returns: the revision the scenario now stands at, or 0 with %IJK_STORE_ERROR set
 */
gint64
ijk_workbook_save_scenario (IjkWorkbook       *self,
                            gint64             scenario_id,
                            gint64             base_revision_id,
                            const char        *label,
                            const IjkScenario *scenario,
                            GError           **error)
{
  g_autoptr (IjkState) before = NULL;
  g_autoptr (IjkState) after = NULL;
  guint n_settings = 0;
  const IjkLeverSetting *settings = ijk_scenario_get_settings (scenario, &n_settings);
  gboolean is_good = FALSE;
  gint64 revision_id = 0;

  g_return_val_if_fail (ijk_scenario_get_reference (scenario) == self->reference, 0);
  if (!ijk_sql_begin_write (self, error))
    return 0;
  before = ijk_state_read_for_edit (self, scenario_id, base_revision_id, error);
  is_good = before != NULL;
  after = is_good ? ijk_state_copy (before) : NULL;
  if (is_good)
    g_tree_remove_all (after->levers);
  for (guint i = 0; is_good && i < n_settings; i++)
    {
      const IjkLeverChange change = { settings[i].key, TRUE, settings[i].value };

      is_good = apply_lever_change (self, after, &change, error);
    }
  if (is_good)
    revision_id = ijk_revision_edit (self, before, after, label, error);
  return ijk_sql_end (self, revision_id != 0, error) ? revision_id : 0;
}

/* Takes back the edits from where @state stands up to, not including, @ancestor_id. */
static gboolean
go_back (IjkWorkbook *self,
         IjkState    *state,
         gint64       ancestor_id,
         GError     **error)
{
  while (state->head_id != ancestor_id)
    {
      g_autoptr (IjkRevision) revision = ijk_revision_read (self, state->head_id, error);

      if (revision == NULL || !ijk_changes_apply (revision->changes, TRUE, state, error))
        return FALSE;
      state->head_id = revision->previous_id;
    }
  return TRUE;
}

/* Moves @state to @revision_id: back to where the two paths part, then forward. */
static gboolean
move_state (IjkWorkbook *self,
            IjkState    *state,
            gint64       revision_id,
            GError     **error)
{
  g_autoptr (GHashTable) path = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GPtrArray) forward
      = g_ptr_array_new_with_free_func ((GDestroyNotify) ijk_revision_free);
  gint64 meeting_id = revision_id;

  for (gint64 id = state->head_id; id != 0;)
    {
      g_autoptr (IjkRevision) revision = ijk_revision_read (self, id, error);

      if (revision == NULL)
        return FALSE;
      g_hash_table_add (path, g_memdup2 (&id, sizeof id));
      id = revision->previous_id;
    }
  while (!g_hash_table_contains (path, &meeting_id))
    {
      IjkRevision *revision
          = meeting_id != 0 ? ijk_revision_read (self, meeting_id, error) : NULL;

      if (revision != NULL)
        g_ptr_array_add (forward, revision);
      if (revision == NULL || revision->scenario_id != state->id)
        {
          if (error != NULL && *error == NULL)
            g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_UNKNOWN,
                         _("“%s” has no revision number %" PRId64), state->name, revision_id);
          return FALSE;
        }
      meeting_id = revision->previous_id;
    }
  if (!go_back (self, state, meeting_id, error))
    return FALSE;
  for (guint i = forward->len; i > 0; i--)
    {
      const IjkRevision *revision = g_ptr_array_index (forward, i - 1);

      if (!ijk_changes_apply (revision->changes, FALSE, state, error))
        return FALSE;
    }
  state->head_id = revision_id;
  return TRUE;
}

/* Which way a scenario is to be moved. */
typedef enum
{
  MOVE_UNDO,
  MOVE_REDO,
  MOVE_TO,
} Move;

/* The newest edit made on @revision_id; 0 when there is none. */
static gboolean
find_next (IjkWorkbook *self,
           gint64       scenario_id,
           gint64       revision_id,
           gint64      *next_id,
           GError     **error)
{
  static const char sql[] = "SELECT max (id) FROM revision WHERE scenario = ? AND previous = ?";
  g_autoptr (sqlite3_stmt) stmt
      = ijk_sql_query (self, error, sql, "ii", scenario_id, revision_id);

  if (stmt == NULL || ijk_sql_step (self, stmt, error) == IJK_STEP_FAILED)
    return FALSE;
  *next_id = sqlite3_column_int64 (stmt, 0);
  return TRUE;
}

/* Where the move leads. Returns: a revision, or 0 with @error set */
static gint64
find_target (IjkWorkbook    *self,
             const IjkState *state,
             Move            move,
             gint64          revision_id,
             GError        **error)
{
  g_autoptr (IjkRevision) current = NULL;
  gint64 target_id = revision_id;

  if (move == MOVE_UNDO)
    {
      current = ijk_revision_read (self, state->head_id, error);
      if (current == NULL)
        return 0;
      target_id = current->previous_id;
    }
  else if (move == MOVE_REDO && !find_next (self, state->id, state->head_id, &target_id, error))
    return 0;
  if (target_id == 0)
    g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_NOTHING,
                 move == MOVE_REDO ? _("there is nothing to redo in “%s”")
                                   : _("there is nothing to undo in “%s”"),
                 state->name);
  return target_id;
}

static gint64
move_scenario (IjkWorkbook *self,
               gint64       scenario_id,
               gint64       base_revision_id,
               Move         move,
               gint64       revision_id,
               GError     **error)
{
  g_autoptr (IjkState) before
      = ijk_state_read_for_edit (self, scenario_id, base_revision_id, error);
  g_autoptr (IjkState) after = NULL;
  const gint64 target_id
      = before != NULL ? find_target (self, before, move, revision_id, error) : 0;

  if (target_id == 0)
    return 0;
  if (target_id == before->head_id)
    return target_id;
  after = ijk_state_copy (before);
  if (!move_state (self, after, target_id, error) || !ijk_state_check (self, after, error))
    return 0;
  after->changed_us = g_get_real_time ();
  return ijk_state_update (self, before, after, error) ? target_id : 0;
}

static gint64
move_in_transaction (IjkWorkbook *self,
                     gint64       scenario_id,
                     gint64       base_revision_id,
                     Move         move,
                     gint64       revision_id,
                     GError     **error)
{
  gint64 target_id = 0;

  if (!ijk_sql_begin_write (self, error))
    return 0;
  target_id = move_scenario (self, scenario_id, base_revision_id, move, revision_id, error);
  return ijk_sql_end (self, target_id != 0, error) ? target_id : 0;
}

/**
 * ijk_workbook_undo:
 *
 * Takes back the last edit of the scenario, a deletion too.
 *
 * Returns: the revision it now stands at, or 0 with %IJK_STORE_ERROR set
 */
gint64
ijk_workbook_undo (IjkWorkbook *self,
                   gint64       scenario_id,
                   gint64       base_revision_id,
                   GError     **error)
{
  return move_in_transaction (self, scenario_id, base_revision_id, MOVE_UNDO, 0, error);
}

/* Does again the newest edit that was made on where the scenario stands. */
gint64
ijk_workbook_redo (IjkWorkbook *self,
                   gint64       scenario_id,
                   gint64       base_revision_id,
                   GError     **error)
{
  return move_in_transaction (self, scenario_id, base_revision_id, MOVE_REDO, 0, error);
}

/* Goes to any revision of the scenario, also one that was undone. */
gint64
ijk_workbook_return_to (IjkWorkbook *self,
                        gint64       scenario_id,
                        gint64       base_revision_id,
                        gint64       revision_id,
                        GError     **error)
{
  return move_in_transaction (self, scenario_id, base_revision_id, MOVE_TO, revision_id, error);
}

/* The revisions that add up to where the scenarios stand, from number @first_id on. */
static GHashTable *
read_path (IjkWorkbook *self,
           gint64       scenario_id,
           gint64       first_id,
           GHashTable  *heads,
           GError     **error)
{
  static const char sql[]
      = "WITH RECURSIVE path (id, is_head) AS ("
        "  SELECT head, 1 FROM scenario WHERE ?1 IS NULL OR id = ?1"
        "  UNION ALL"
        "  SELECT previous, 0 FROM path JOIN revision USING (id) WHERE previous >= ?2)"
        " SELECT id, is_head FROM path";
  g_autoptr (GHashTable) path = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (sqlite3_stmt) stmt
      = ijk_sql_query (self, error, sql, "ri", scenario_id, first_id);
  IjkStep step = IJK_STEP_FAILED;

  if (stmt == NULL)
    return NULL;
  while ((step = ijk_sql_step (self, stmt, error)) == IJK_STEP_ROW)
    {
      const gint64 id = sqlite3_column_int64 (stmt, 0);

      g_hash_table_add (path, g_memdup2 (&id, sizeof id));
      if (sqlite3_column_int (stmt, 1) != 0)
        g_hash_table_add (heads, g_memdup2 (&id, sizeof id));
    }
  return step == IJK_STEP_DONE ? g_steal_pointer (&path) : NULL;
}

static GPtrArray *
read_revisions (IjkWorkbook *self,
                gint64       scenario_id,
                guint        n_at_most,
                GError     **error)
{
  static const char one_sql[] = "SELECT " REVISION_COLUMNS " FROM revision WHERE scenario = ?1"
                                " ORDER BY id DESC LIMIT ?2";
  static const char all_sql[] = "SELECT " REVISION_COLUMNS " FROM revision"
                                " WHERE ?1 IS NULL ORDER BY id DESC LIMIT ?2";
  g_autoptr (GPtrArray) revisions
      = g_ptr_array_new_with_free_func ((GDestroyNotify) ijk_revision_free);
  const gint64 limit = n_at_most == 0 ? -1 : (gint64) n_at_most;
  g_autoptr (sqlite3_stmt) stmt = ijk_sql_query (self, error, scenario_id != 0 ? one_sql : all_sql,
                                                 "ri", scenario_id, limit);
  IjkStep step = IJK_STEP_FAILED;

  if (stmt == NULL)
    return NULL;
  while ((step = ijk_sql_step (self, stmt, error)) == IJK_STEP_ROW)
    {
      IjkRevision *revision = read_row (self, stmt, error);

      if (revision == NULL)
        return NULL;
      g_ptr_array_add (revisions, revision);
    }
  return step == IJK_STEP_DONE ? g_steal_pointer (&revisions) : NULL;
}

/**
 * ijk_workbook_list_revisions:
 * @scenario_id: of which scenario, or 0 for all
 * @n_at_most: how many, or 0 for all
 *
 * Returns: (transfer full) (nullable) (element-type IjkRevision): newest first
 */
GPtrArray *
ijk_workbook_list_revisions (IjkWorkbook *self,
                             gint64       scenario_id,
                             guint        n_at_most,
                             GError     **error)
{
  g_autoptr (GHashTable) heads = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) path = NULL;
  g_autoptr (GPtrArray) revisions = NULL;

  if (!ijk_sql_begin (self, error))
    return NULL;
  revisions = read_revisions (self, scenario_id, n_at_most, error);
  if (revisions != NULL)
    {
      const gint64 first_id
          = revisions->len == 0
                ? 0
                : ((IjkRevision *) g_ptr_array_index (revisions, revisions->len - 1))->id;

      path = read_path (self, scenario_id, first_id, heads, error);
    }
  if (!ijk_sql_end (self, path != NULL, error))
    return NULL;
  for (guint i = 0; i < revisions->len; i++)
    {
      IjkRevision *revision = g_ptr_array_index (revisions, i);

      revision->is_in_effect = g_hash_table_contains (path, &revision->id);
      revision->is_current = g_hash_table_contains (heads, &revision->id);
    }
  return g_steal_pointer (&revisions);
}
