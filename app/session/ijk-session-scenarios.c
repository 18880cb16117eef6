/* The scenarios of the workbook: opening it, choosing one, changing the list, and its history.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-session-private.h"

#include "ijk-run.h"
#include "ijk-store-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Revisions read for undo across days. */
#define N_REVISIONS 1000

void
ijk_session_reading_free (gpointer data)
{
  IjkSessionReading *self = data;

  g_free (self->path);
  g_free (self->name);
  g_clear_pointer (&self->scenarios, g_ptr_array_unref);
  g_clear_pointer (&self->revisions, g_ptr_array_unref);
  g_clear_pointer (&self->scenario, ijk_scenario_unref);
  g_free (self);
}

/* The scenario with that number or, for 0, current law as the program ships it. */
static gpointer
read_scenario (IjkWorkbook *workbook,
               gpointer     data,
               GError     **error)
{
  g_autoptr (IjkSessionReading) reading = g_new0 (IjkSessionReading, 1);
  g_autoptr (IjkScenarioRecord) record = NULL;

  reading->id = *(const gint64 *) data;
  reading->path = g_strdup (ijk_workbook_get_path (workbook));
  reading->is_read_only = ijk_workbook_is_read_only (workbook);
  reading->scenarios = ijk_workbook_list_scenarios (workbook, FALSE, error);
  if (reading->scenarios == NULL)
    return NULL;
  if (reading->id == 0)
    reading->id = ijk_workbook_find_scenario (workbook, "current-law", NULL);
  if (reading->id == 0 && reading->scenarios->len > 0)
    reading->id = ((IjkScenarioRecord *) reading->scenarios->pdata[0])->id;
  record = ijk_workbook_get_scenario (workbook, reading->id, NULL, error);
  if (record == NULL)
    return NULL;
  reading->name = g_strdup (record->name);
  reading->is_template = record->is_template;
  reading->scenario
      = ijk_workbook_load_scenario (workbook, reading->id, &reading->revision_id, error);
  if (reading->scenario == NULL)
    return NULL;
  reading->revisions = ijk_workbook_list_revisions (workbook, reading->id, N_REVISIONS, error);
  if (reading->revisions == NULL)
    return NULL;
  return g_steal_pointer (&reading);
}

void
ijk_session_read_async (IjkSession          *self,
                        gint64               scenario_id,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  ijk_store_call_async (self->store, read_scenario,
                        g_memdup2 (&scenario_id, sizeof scenario_id), g_free,
                        ijk_session_reading_free, cancellable, callback, user_data);
}

IjkSessionReading *
ijk_session_read_finish (GAsyncResult *result,
                         GError      **error)
{
  return ijk_store_call_finish (NULL, result, error);
}

static void
set_scenarios (IjkSession *self,
               GPtrArray  *scenarios)
{
  g_clear_pointer (&self->scenarios, g_ptr_array_unref);
  self->scenarios = g_ptr_array_ref (scenarios);
  g_signal_emit_by_name (self, "scenarios-changed");
}

/* Makes what was read the scenario in hand. */
void
ijk_session_take_reading (IjkSession        *self,
                          IjkSessionReading *reading)
{
  ijk_session_forget_steps (self);
  g_clear_pointer (&self->target, ijk_session_target_unref);
  self->target = ijk_session_target_new (reading->id, reading->revision_id, reading->is_template,
                                         reading->name);
  self->is_file_read_only = reading->is_read_only;
  ijk_session_set_scenario (self, reading->scenario);
  ijk_session_take_history (self, reading->revisions);
  set_scenarios (self, reading->scenarios);
  ijk_session_notify (self, PROP_SCENARIO_ID);
  ijk_session_notify (self, PROP_SCENARIO_NAME);
  ijk_session_notify (self, PROP_READ_ONLY);
  g_signal_emit_by_name (self, "history-changed");
}

/* @cancellable says whether the answer is still wanted. */
static gboolean
is_wanted (const GError *error)
{
  return !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
selected_cb (GObject      *source G_GNUC_UNUSED,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (IjkSession) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (IjkSessionReading) reading = ijk_session_read_finish (result, &error);

  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  if (reading != NULL && self->target != NULL && reading->id == self->target->id
      && (self->tail != NULL || self->step_depth > 0 || !g_queue_is_empty (&self->jobs)))
    {
      /* Values in hand are newer than what was read. */
      g_free (self->target->name);
      self->target->name = g_strdup (reading->name);
      set_scenarios (self, reading->scenarios);
      ijk_session_notify (self, PROP_SCENARIO_NAME);
    }
  else if (reading != NULL)
    ijk_session_take_reading (self, reading);
  else if (is_wanted (error))
    ijk_session_fail (self, error);
}

/* Reads a scenario once everything before it has been written. */
void
ijk_session_select_scenario (IjkSession *self,
                             gint64      scenario_id)
{
  g_return_if_fail (IJK_IS_SESSION (self));
  if (self->store == NULL || self->reference == NULL)
    return;
  ijk_session_commit_tail (self);
  g_cancellable_cancel (self->select_cancellable);
  g_clear_object (&self->select_cancellable);
  self->select_cancellable = g_cancellable_new ();
  ijk_session_read_async (self, scenario_id, self->select_cancellable, selected_cb,
                          g_object_ref (self));
}

/* Reads the scenario in hand again, as the file has it after what is queued. */
void
ijk_session_reload (IjkSession *self)
{
  if (self->target != NULL && g_queue_is_empty (&self->jobs))
    ijk_session_select_scenario (self, self->target->id);
}

static void
listed_cb (GObject      *source G_GNUC_UNUSED,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (IjkSession) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) scenarios = ijk_store_list_finish (self->store, result, &error);

  if (scenarios != NULL)
    set_scenarios (self, scenarios);
  else
    ijk_session_fail (self, error);
}

void
ijk_session_refresh_list (IjkSession *self)
{
  if (self->store != NULL)
    ijk_store_list_async (self->store, NULL, listed_cb, g_object_ref (self));
}

/* Opening. */

static void
first_reading_cb (GObject      *source G_GNUC_UNUSED,
                  GAsyncResult *result,
                  gpointer      data)
{
  g_autoptr (GTask) task = data;
  IjkSession *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (IjkSessionReading) reading = ijk_session_read_finish (result, &error);

  if (reading == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_free (self->path);
  self->path = g_strdup (reading->path);
  ijk_session_take_reading (self, reading);
  ijk_session_notify (self, PROP_PATH);
  ijk_session_notify (self, PROP_NOTICE);
  ijk_session_run_now (self);
  g_task_return_boolean (task, TRUE);
}

/* A new reference: everything worked out on the old one goes. */
static void
take_reference (IjkSession   *self,
                IjkReference *reference)
{
  const IjkResult *law = NULL;
  g_autoptr (IjkScenario) empty = ijk_scenario_new (reference, NULL);

  ijk_session_forget_steps (self);
  ijk_session_drop_landscape (self);
  g_cancellable_cancel (self->select_cancellable);
  g_cancellable_cancel (self->compare_cancellable);
  g_clear_pointer (&self->target, ijk_session_target_unref);
  g_clear_pointer (&self->scenario, ijk_scenario_unref);
  g_clear_pointer (&self->ran, ijk_scenario_unref);
  g_clear_pointer (&self->compare_result, ijk_result_unref);
  g_clear_pointer (&self->compare_name, g_free);
  self->compare_id = 0;
  self->result = NULL;
  g_clear_pointer (&self->workspace, ijk_workspace_free);
  g_clear_pointer (&self->law_result, ijk_result_unref);
  g_clear_pointer (&self->reference, ijk_reference_unref);
  self->reference = ijk_reference_ref (reference);
  self->workspace = ijk_workspace_new (reference);
  self->sector = IJK_NONE;
  self->company = IJK_NONE;
  law = ijk_run (reference, empty, self->workspace);
  self->law_result = ijk_result_copy (law);
  ijk_session_notify (self, PROP_REFERENCE);
  ijk_session_notify (self, PROP_LAW_RESULT);
  ijk_session_notify (self, PROP_SECTOR);
  ijk_session_notify (self, PROP_COMPANY);
  ijk_session_notify (self, PROP_COMPARE_ID);
  ijk_session_notify (self, PROP_COMPARE_RESULT);
}

static void
opened_cb (GObject      *source G_GNUC_UNUSED,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GTask) task = data;
  IjkSession *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autofree char *notice = NULL;
  g_autoptr (IjkReference) reference
      = ijk_store_open_finish (self->store, result, &notice, &error);

  if (reference == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  /* What the old workbook could not take is lost with it; the window closes it first. */
  ijk_session_drop_jobs (self);
  take_reference (self, reference);
  g_free (self->notice);
  self->notice = g_steal_pointer (&notice);
  ijk_session_read_async (self, 0, g_task_get_cancellable (task), first_reading_cb,
                          g_object_ref (task));
}

/**
 * ijk_session_open_async:
 * @path: (nullable): a workbook, made when it is not there; %NULL: the default one
 *
 * Opens a workbook in place of the one that is open, which stays open when this fails. Edits of the
 * old one are written first.
 */
void
ijk_session_open_async (IjkSession          *self,
                        const char          *path,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (IJK_IS_SESSION (self));
  g_task_set_source_tag (task, ijk_session_open_async);
  if (self->store == NULL)
    self->store = ijk_store_new ();
  ijk_session_commit_tail (self);
  ijk_store_open_async (self->store, path, self->data_set, self->language, cancellable, opened_cb,
                        task);
}

gboolean
ijk_session_open_finish (IjkSession   *self,
                         GAsyncResult *result,
                         GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* Comparing. */

static void
compared_cb (GObject      *source G_GNUC_UNUSED,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (IjkSession) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (IjkSessionReading) reading = ijk_session_read_finish (result, &error);
  const IjkResult *run = NULL;

  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  if (reading == NULL)
    {
      if (is_wanted (error))
        ijk_session_fail (self, error);
      return;
    }
  run = ijk_run (self->reference, reading->scenario, self->workspace);
  g_clear_pointer (&self->compare_result, ijk_result_unref);
  self->compare_result = ijk_result_copy (run);
  g_free (self->compare_name);
  self->compare_name = g_strdup (reading->name);
  /* The workspace now holds the other result. */
  g_clear_pointer (&self->ran, ijk_scenario_unref);
  ijk_session_run_now (self);
  ijk_session_notify (self, PROP_COMPARE_RESULT);
  ijk_session_notify (self, PROP_RESULT);
}

void
ijk_session_update_compare (IjkSession *self)
{
  g_cancellable_cancel (self->compare_cancellable);
  g_clear_object (&self->compare_cancellable);
  if (self->compare_id == 0)
    {
      g_clear_pointer (&self->compare_result, ijk_result_unref);
      g_clear_pointer (&self->compare_name, g_free);
      ijk_session_notify (self, PROP_COMPARE_RESULT);
      ijk_session_notify (self, PROP_RESULT);
      return;
    }
  self->compare_cancellable = g_cancellable_new ();
  ijk_session_read_async (self, self->compare_id, self->compare_cancellable, compared_cb,
                          g_object_ref (self));
}

void
ijk_session_set_compare_id (IjkSession *self,
                            gint64      scenario_id)
{
  g_return_if_fail (IJK_IS_SESSION (self));
  if (self->compare_id == scenario_id || self->store == NULL)
    return;
  self->compare_id = scenario_id;
  ijk_session_notify (self, PROP_COMPARE_ID);
  ijk_session_update_compare (self);
}

/* Changing the list. */

typedef struct
{
  IjkSessionEdit edit;
  gint64 scenario_id;
  char *text; /* (owned) (nullable) */
} ListEdit;

static void
free_list_edit (gpointer data)
{
  ListEdit *self = data;

  g_free (self->text);
  g_free (self);
}

static gint64
create (IjkWorkbook    *workbook,
        const ListEdit *edit,
        GError        **error)
{
  g_autoptr (IjkScenarioRecord) record = ijk_scenario_record_new ();
  const gboolean is_company = edit->edit == IJK_SESSION_NEW_COMPANY;

  g_free (record->name);
  record->name = g_strdup (edit->text);
  record->kind = is_company ? IJK_SCENARIO_COMPANY : IJK_SCENARIO_SECTOR;
  record->parent_id = is_company ? edit->scenario_id : 0;
  return ijk_workbook_create_scenario (workbook, record, _("Made"), error);
}

static gint64
carry_out_list_edit (IjkWorkbook    *workbook,
                     const ListEdit *edit,
                     GError        **error)
{
  const gint64 id = edit->scenario_id;
  gint64 revision = 0;

  switch (edit->edit)
    {
    case IJK_SESSION_NEW_SECTOR:
    case IJK_SESSION_NEW_COMPANY:
      return create (workbook, edit, error);
    case IJK_SESSION_DUPLICATE:
      return ijk_workbook_duplicate_scenario (workbook, id, edit->text, error);
    case IJK_SESSION_RENAME:
      revision = ijk_workbook_rename_scenario (workbook, id, 0, edit->text, error);
      break;
    case IJK_SESSION_DESCRIBE:
      revision = ijk_workbook_describe_scenario (workbook, id, 0, edit->text, NULL, error);
      break;
    case IJK_SESSION_DELETE:
      revision = ijk_workbook_delete_scenario (workbook, id, 0, error);
      break;
    case IJK_SESSION_UNDELETE:
      revision = ijk_workbook_undo (workbook, id, 0, error);
      break;
    }
  return revision != 0 ? id : 0;
}

static gpointer
run_list_edit (IjkWorkbook *workbook,
               gpointer     data,
               GError     **error)
{
  const gint64 id = carry_out_list_edit (workbook, data, error);

  return id != 0 ? g_memdup2 (&id, sizeof id) : NULL;
}

static void
list_edited_cb (GObject      *source G_GNUC_UNUSED,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (GTask) task = data;
  IjkSession *self = g_task_get_source_object (task);
  const ListEdit *edit = g_task_get_task_data (task);
  GError *error = NULL;
  gint64 *id = ijk_store_call_finish (self->store, result, &error);

  if (id == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  ijk_session_refresh_list (self);
  switch (edit->edit)
    {
    case IJK_SESSION_NEW_SECTOR:
    case IJK_SESSION_NEW_COMPANY:
    case IJK_SESSION_DUPLICATE:
    case IJK_SESSION_UNDELETE:
      ijk_session_select_scenario (self, *id);
      break;
    case IJK_SESSION_RENAME:
    case IJK_SESSION_DESCRIBE:
      if (self->target != NULL && *id == self->target->id)
        ijk_session_select_scenario (self, *id);
      break;
    case IJK_SESSION_DELETE:
      if (self->compare_id == *id)
        ijk_session_set_compare_id (self, 0);
      if (self->target != NULL && *id == self->target->id)
        ijk_session_select_scenario (self, 0);
      break;
    }
  g_task_return_pointer (task, id, g_free);
}

void
ijk_session_edit_scenario_async (IjkSession          *self,
                                 IjkSessionEdit       edit,
                                 gint64               scenario_id,
                                 const char          *text,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  const ListEdit given = { edit, scenario_id, g_strdup (text) };
  ListEdit *of_call = g_memdup2 (&given, sizeof given);
  ListEdit *of_task = g_memdup2 (&given, sizeof given);

  g_return_if_fail (IJK_IS_SESSION (self) && self->store != NULL);
  of_task->text = g_strdup (text);
  g_task_set_source_tag (task, ijk_session_edit_scenario_async);
  g_task_set_task_data (task, of_task, free_list_edit);
  ijk_session_commit_tail (self);
  ijk_store_call_async (self->store, run_list_edit, of_call, free_list_edit, g_free, cancellable,
                        list_edited_cb, task);
}

gint64
ijk_session_edit_scenario_finish (IjkSession   *self,
                                  GAsyncResult *result,
                                  GError      **error)
{
  g_autofree gint64 *id = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), 0);
  id = g_task_propagate_pointer (G_TASK (result), error);
  return id != NULL ? *id : 0;
}

/* History. */

static gpointer
read_history (IjkWorkbook *workbook,
              gpointer     data,
              GError     **error)
{
  return ijk_workbook_list_revisions (workbook, *(const gint64 *) data, N_REVISIONS, error);
}

static void
history_read_cb (GObject      *source G_GNUC_UNUSED,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  GPtrArray *revisions = ijk_store_call_finish (NULL, result, &error);

  if (revisions != NULL)
    g_task_return_pointer (task, revisions, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
ijk_session_list_history_async (IjkSession          *self,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_return_if_fail (IJK_IS_SESSION (self) && self->target != NULL && self->store != NULL);
  g_task_set_source_tag (task, ijk_session_list_history_async);
  ijk_session_commit_tail (self);
  ijk_store_call_async (self->store, read_history,
                        g_memdup2 (&self->target->id, sizeof self->target->id), g_free,
                        (GDestroyNotify) g_ptr_array_unref, cancellable, history_read_cb, task);
}

GPtrArray *
ijk_session_list_history_finish (IjkSession   *self,
                                 GAsyncResult *result,
                                 GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
