/* Scenarios of a workbook: listing, finding, loading with their parents, making, naming, moving and
 * deleting.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-workbook-private.h"

#include "ijk-nearest.h"
#include "ijk-scenario-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static IjkScenarioRecord *
make_record (const IjkState *state)
{
  IjkScenarioRecord *record = ijk_scenario_record_new ();

  record->id = state->id;
  record->parent_id = state->parent_id;
  record->kind = state->kind;
  record->is_template = state->template_id != NULL;
  g_free (record->name);
  record->name = g_strdup (state->name);
  g_free (record->description);
  record->description = g_strdup (state->description);
  g_free (record->note);
  record->note = g_strdup (state->note);
  record->created_us = state->created_us;
  record->changed_us = state->changed_us;
  return record;
}

/**
 * ijk_workbook_list_scenarios:
 * @is_with_deleted: whether scenarios that have been deleted are among them
 *
 * Returns: (transfer full) (nullable) (element-type IjkScenarioRecord): by number, without their
 *   settings
 */
GPtrArray *
ijk_workbook_list_scenarios (IjkWorkbook *self,
                             gboolean     is_with_deleted,
                             GError     **error)
{
  g_autoptr (GPtrArray) states = ijk_state_read_all (self, FALSE, error);
  g_autoptr (GPtrArray) records
      = g_ptr_array_new_with_free_func ((GDestroyNotify) ijk_scenario_record_free);

  if (states == NULL)
    return NULL;
  for (guint i = 0; i < states->len; i++)
    {
      const IjkState *state = g_ptr_array_index (states, i);

      if (is_with_deleted || !state->is_deleted)
        g_ptr_array_add (records, make_record (state));
    }
  return g_steal_pointer (&records);
}

/* Says that there is none called @name, with the nearest names there are. */
static void
set_unknown (IjkWorkbook *self,
             const char  *name,
             gboolean     is_deleted,
             GError     **error)
{
  g_autoptr (GPtrArray) states = ijk_state_read_all (self, FALSE, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *near = NULL;

  for (guint i = 0; states != NULL && i < states->len; i++)
    {
      const IjkState *state = g_ptr_array_index (states, i);

      if (state->is_deleted == is_deleted)
        g_ptr_array_add (names, state->name);
    }
  near = ijk_nearest_names (name, (const char *const *) names->pdata, names->len);
  if (*near == '\0')
    g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_UNKNOWN,
                 is_deleted ? _("there is no deleted scenario “%s” in %s")
                            : _("there is no scenario “%s” in %s"),
                 name, self->path);
  else
    g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_UNKNOWN,
                 is_deleted ? _("there is no deleted scenario “%s” in %s; did you mean %s?")
                            : _("there is no scenario “%s” in %s; did you mean %s?"),
                 name, self->path, near);
}

static gint64
find_by_name (IjkWorkbook *self,
              const char  *sql,
              const char  *name,
              gboolean     is_deleted,
              GError     **error)
{
  g_autofree char *checked = ijk_text_check (name, TRUE, _("the name of a scenario"), error);
  g_autofree char *folded = checked != NULL ? ijk_scenario_fold_name (checked) : NULL;
  g_autoptr (sqlite3_stmt) stmt = NULL;
  IjkStep step = IJK_STEP_FAILED;

  if (checked == NULL)
    return 0;
  stmt = ijk_sql_query (self, error, sql, "ss", folded, checked);
  step = stmt != NULL ? ijk_sql_step (self, stmt, error) : IJK_STEP_FAILED;
  if (step == IJK_STEP_DONE)
    set_unknown (self, name, is_deleted, error);
  return step == IJK_STEP_ROW ? sqlite3_column_int64 (stmt, 0) : 0;
}

/**
 * ijk_workbook_find_scenario:
 * @name: in any case and Unicode form; for a template also the id it ships under
 *
 * Returns: the number of the scenario, or 0 with %IJK_STORE_ERROR_UNKNOWN set
 */
gint64
ijk_workbook_find_scenario (IjkWorkbook *self,
                            const char  *name,
                            GError     **error)
{
  /* A name that someone gave goes before an id of ours. */
  static const char sql[]
      = "SELECT id FROM scenario WHERE is_deleted = 0 AND (name_key = ?1 OR template_id = ?2)"
        " ORDER BY name_key = ?1 DESC LIMIT 1";

  return find_by_name (self, sql, name, FALSE, error);
}

/* As ijk_workbook_find_scenario(), among the deleted: the one that was deleted last. */
gint64
ijk_workbook_find_deleted (IjkWorkbook *self,
                           const char  *name,
                           GError     **error)
{
  static const char sql[] = "SELECT id FROM scenario WHERE is_deleted = 1 AND name_key = ?1"
                            " AND ?2 IS NOT NULL ORDER BY changed_us DESC LIMIT 1";

  return find_by_name (self, sql, name, TRUE, error);
}

/**
 * ijk_workbook_get_scenario:
 * @revision_id: (out) (optional): where it stands
 *
 * Returns: (transfer full) (nullable): the scenario with its own settings
 */
IjkScenarioRecord *
ijk_workbook_get_scenario (IjkWorkbook *self,
                           gint64       scenario_id,
                           gint64      *revision_id,
                           GError     **error)
{
  g_autoptr (IjkState) state = NULL;
  g_autoptr (IjkScenarioRecord) record = NULL;

  if (!ijk_sql_begin (self, error))
    return NULL;
  state = ijk_state_read (self, scenario_id, error);
  if (!ijk_sql_end (self, state != NULL, error))
    return NULL;
  record = make_record (state);
  if (revision_id != NULL)
    *revision_id = state->head_id;
  return ijk_state_parse_levers (state, self->reference, record->settings, error)
             ? g_steal_pointer (&record)
             : NULL;
}

static IjkScenario *
make_scenario (IjkWorkbook       *self,
               const IjkState    *state,
               const IjkScenario *parent,
               GError           **error)
{
  g_autoptr (GArray) settings = g_array_new (FALSE, FALSE, sizeof (IjkLeverSetting));
  g_autoptr (IjkScenario) scenario = ijk_scenario_new (self->reference, parent);

  if (!ijk_state_parse_levers (state, self->reference, settings, error))
    return NULL;
  for (guint i = 0; i < settings->len; i++)
    {
      const IjkLeverSetting *setting = &g_array_index (settings, IjkLeverSetting, i);
      IjkScenario *next
          = ijk_scenario_with_lever (scenario, &setting->key, &setting->value, error);

      if (next == NULL)
        return NULL;
      ijk_scenario_unref (scenario);
      scenario = next;
    }
  return g_steal_pointer (&scenario);
}

static IjkScenario *
load_chain (IjkWorkbook *self,
            gint64       scenario_id,
            gint64      *revision_id,
            GError     **error)
{
  g_autoptr (GPtrArray) chain = g_ptr_array_new_with_free_func ((GDestroyNotify) ijk_state_free);
  g_autoptr (IjkScenario) scenario = NULL;

  for (gint64 id = scenario_id; id != 0;)
    {
      IjkState *state = ijk_state_read (self, id, error);

      if (state == NULL)
        return NULL;
      g_ptr_array_add (chain, state);
      id = state->parent_id;
      if (chain->len > IJK_WORKBOOK_MAX_DEPTH + 1)
        {
          ijk_set_damage (self, error, _("the scenario “%s” hangs under itself or too deep"),
                          state->name);
          return NULL;
        }
    }
  for (guint i = chain->len; i > 0; i--)
    {
      IjkScenario *child = make_scenario (self, g_ptr_array_index (chain, i - 1), scenario, error);

      g_clear_pointer (&scenario, ijk_scenario_unref);
      scenario = child;
      if (scenario == NULL)
        return NULL;
    }
  if (revision_id != NULL)
    *revision_id = ((IjkState *) g_ptr_array_index (chain, 0))->head_id;
  return g_steal_pointer (&scenario);
}

/**
 * ijk_workbook_load_scenario:
 * @revision_id: (out) (optional): where it stands
 *
 * Returns: (transfer full) (nullable): the scenario under its parents, on the reference of the
 *   workbook
 */
IjkScenario *
ijk_workbook_load_scenario (IjkWorkbook *self,
                            gint64       scenario_id,
                            gint64      *revision_id,
                            GError     **error)
{
  g_autoptr (IjkScenario) scenario = NULL;

  if (!ijk_sql_begin (self, error))
    return NULL;
  scenario = load_chain (self, scenario_id, revision_id, error);
  return ijk_sql_end (self, scenario != NULL, error) ? g_steal_pointer (&scenario) : NULL;
}

/**
 * ijk_scenario_insert:
 * @state: without number, times and head, which are set
 *
 * Writes a new scenario and its first revision, inside a transaction.
 *
 * Returns: its number, or 0 with @error set
 */
gint64
ijk_scenario_insert (IjkWorkbook *self,
                     IjkState    *state,
                     const char  *label,
                     GError     **error)
{
  static const char next_sql[] = "SELECT coalesce (max (id), 0) + 1 FROM scenario";
  g_autoptr (IjkState) nothing = ijk_state_new ();
  g_autofree char *checked = ijk_text_check (label, TRUE, _("the label of an edit"), error);
  g_autofree char *name = ijk_text_check (state->name, TRUE, _("the name of a scenario"), error);
  g_autofree char *changes = NULL;

  if (checked == NULL || name == NULL || !ijk_sql_get_int (self, next_sql, &state->id, error))
    return 0;
  g_free (state->name);
  state->name = g_steal_pointer (&name);
  state->created_us = g_get_real_time ();
  state->changed_us = state->created_us;
  state->head_id = ijk_revision_next (self, error);
  if (state->head_id == 0 || !ijk_state_check (self, state, error))
    return 0;
  changes = ijk_changes_between (nothing, state);
  if (!ijk_state_insert (self, state, error)
      || ijk_revision_add (self, state->head_id, state->id, 0, state->created_us, checked, changes,
                           error)
             == 0)
    return 0;
  return state->id;
}

/**
 * ijk_workbook_create_scenario:
 * @record: kind, parent, texts and settings are taken
 * @label: what was done, for the history
 *
 * Returns: the number of the new scenario, or 0 with %IJK_STORE_ERROR set
 */
gint64
ijk_workbook_create_scenario (IjkWorkbook             *self,
                              const IjkScenarioRecord *record,
                              const char              *label,
                              GError                 **error)
{
  g_autoptr (IjkState) state = ijk_state_new ();
  gint64 id = 0;

  state->kind = record->kind;
  state->parent_id = record->parent_id;
  g_free (state->name);
  state->name = g_strdup (record->name);
  g_free (state->description);
  state->description = g_strdup (record->description);
  g_free (state->note);
  state->note = g_strdup (record->note);
  for (guint i = 0; i < record->settings->len; i++)
    {
      const IjkLeverSetting *setting = &g_array_index (record->settings, IjkLeverSetting, i);
      g_autofree char *key = ijk_lever_key_to_string (self->reference, &setting->key);
      g_autofree char *value = ijk_lever_value_to_string (
          &self->reference->levers[setting->key.lever], &setting->value);

      ijk_state_set_lever (state, key, value);
    }
  if (!ijk_sql_begin_write (self, error))
    return 0;
  id = ijk_scenario_insert (self, state, label, error);
  return ijk_sql_end (self, id != 0, error) ? id : 0;
}

static gint64
duplicate (IjkWorkbook *self,
           gint64       scenario_id,
           const char  *name,
           GError     **error)
{
  g_autoptr (IjkState) state = ijk_state_read (self, scenario_id, error);
  g_autofree char *label = NULL;
  g_autofree char *start = NULL;

  if (state == NULL)
    return 0;
  /* Room for the words around it within the length of a label. */
  start = g_utf8_substring (state->name, 0, MIN (g_utf8_strlen (state->name, -1), 150));
  label = g_strdup_printf (_("Duplicate of “%s”"), start);
  g_clear_pointer (&state->template_id, g_free);
  g_free (state->name);
  state->name = g_strdup (name);
  state->is_deleted = FALSE;
  return ijk_scenario_insert (self, state, label, error);
}

/**
 * ijk_workbook_duplicate_scenario:
 * @name: of the copy
 *
 * Returns: the number of a copy under the same parent, or 0 with %IJK_STORE_ERROR set
 */
gint64
ijk_workbook_duplicate_scenario (IjkWorkbook *self,
                                 gint64       scenario_id,
                                 const char  *name,
                                 GError     **error)
{
  gint64 id = 0;

  if (!ijk_sql_begin_write (self, error))
    return 0;
  id = duplicate (self, scenario_id, name, error);
  return ijk_sql_end (self, id != 0, error) ? id : 0;
}

/* What an edit of fields asks for; NULL leaves a text as it is. */
typedef struct
{
  const char *name, *description, *note;
  gboolean is_moved;
  gint64 parent_id;
  gboolean is_deleted;
} FieldEdit;

static void
replace_text (char      **field,
              const char *text)
{
  if (text == NULL)
    return;
  g_free (*field);
  *field = g_strdup (text);
}

static gint64
edit_fields (IjkWorkbook     *self,
             gint64           scenario_id,
             gint64           base_revision_id,
             const char      *label,
             const FieldEdit *edit,
             GError         **error)
{
  g_autoptr (IjkState) before = NULL;
  g_autoptr (IjkState) after = NULL;
  gint64 revision_id = 0;

  if (!ijk_sql_begin_write (self, error))
    return 0;
  before = ijk_state_read_for_edit (self, scenario_id, base_revision_id, error);
  if (before != NULL)
    {
      after = ijk_state_copy (before);
      replace_text (&after->name, edit->name);
      replace_text (&after->description, edit->description);
      replace_text (&after->note, edit->note);
      if (edit->is_moved)
        after->parent_id = edit->parent_id;
      after->is_deleted = before->is_deleted || edit->is_deleted;
      revision_id = ijk_revision_edit (self, before, after, label, error);
    }
  return ijk_sql_end (self, revision_id != 0, error) ? revision_id : 0;
}

/* Gives a scenario another name. Returns: the revision, or 0 with %IJK_STORE_ERROR set */
gint64
ijk_workbook_rename_scenario (IjkWorkbook *self,
                              gint64       scenario_id,
                              gint64       base_revision_id,
                              const char  *name,
                              GError     **error)
{
  g_autofree char *checked = ijk_text_check (name, TRUE, _("the name of a scenario"), error);
  const FieldEdit edit = { .name = checked };

  if (checked == NULL)
    return 0;
  return edit_fields (self, scenario_id, base_revision_id, _("Rename"), &edit, error);
}

/* Changes description and note; NULL leaves one as it is. */
gint64
ijk_workbook_describe_scenario (IjkWorkbook *self,
                                gint64       scenario_id,
                                gint64       base_revision_id,
                                const char  *description,
                                const char  *note,
                                GError     **error)
{
  const FieldEdit edit = { .description = description, .note = note };

  return edit_fields (self, scenario_id, base_revision_id, _("Describe"), &edit, error);
}

/* Hangs a scenario under another; 0 under none. %IJK_STORE_ERROR_PARENT where it cannot hang. */
gint64
ijk_workbook_reparent_scenario (IjkWorkbook *self,
                                gint64       scenario_id,
                                gint64       base_revision_id,
                                gint64       parent_id,
                                GError     **error)
{
  const FieldEdit edit = { .is_moved = TRUE, .parent_id = parent_id };

  return edit_fields (self, scenario_id, base_revision_id, _("Hang elsewhere"), &edit, error);
}

/* Deletes a scenario with none under it. ijk_workbook_undo() brings it back. */
gint64
ijk_workbook_delete_scenario (IjkWorkbook *self,
                              gint64       scenario_id,
                              gint64       base_revision_id,
                              GError     **error)
{
  const FieldEdit edit = { .is_deleted = TRUE };

  return edit_fields (self, scenario_id, base_revision_id, _("Delete"), &edit, error);
}
