/* Opening and closing a workbook, and taking one of its scenarios into hand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-session-private.h"

/* The shipped scenario that a workbook opens with. */
#define FIRST_SCENARIO "current-law"

void
ijk_session_reading_free (gpointer data)
{
  IjkSessionReading *self = data;

  g_clear_pointer (&self->record, ijk_scenario_record_free);
  g_clear_pointer (&self->scenario, ijk_scenario_unref);
  g_clear_pointer (&self->revisions, g_ptr_array_unref);
  g_clear_pointer (&self->scenarios, g_ptr_array_unref);
  g_free (self->path);
  g_free (self);
}

/**
 * ijk_session_reading_new:
 * @scenario_id: 0 for the one that a workbook opens with
 *
 * Reads a scenario and the list; on the store thread.
 *
 * Returns: (transfer full) (nullable): the reading, or %NULL with %IJK_STORE_ERROR set
 */
IjkSessionReading *
ijk_session_reading_new (IjkWorkbook *workbook,
                         gint64       scenario_id,
                         GError     **error)
{
  g_autoptr (IjkSessionReading) reading = g_new0 (IjkSessionReading, 1);

  reading->path = g_strdup (ijk_workbook_get_path (workbook));
  reading->is_read_only = ijk_workbook_is_read_only (workbook);
  reading->scenarios = ijk_workbook_list_scenarios (workbook, FALSE, error);
  if (reading->scenarios == NULL)
    return NULL;
  if (scenario_id == 0)
    scenario_id = ijk_workbook_find_scenario (workbook, FIRST_SCENARIO, NULL);
  if (scenario_id == 0 && reading->scenarios->len > 0)
    scenario_id = ((IjkScenarioRecord *) g_ptr_array_index (reading->scenarios, 0))->id;
  reading->record
      = ijk_workbook_get_scenario (workbook, scenario_id, &reading->revision_id, error);
  if (reading->record == NULL)
    return NULL;
  reading->scenario = ijk_workbook_load_scenario (workbook, scenario_id, NULL, error);
  if (reading->scenario == NULL)
    return NULL;
  reading->revisions
      = ijk_workbook_list_revisions (workbook, scenario_id, 2 * IJK_SESSION_MAX_POINTS, error);
  return reading->revisions != NULL ? g_steal_pointer (&reading) : NULL;
}

/* Puts what was read in hand without telling anyone yet. */
static void
install (IjkSession        *self,
         IjkSessionReading *reading)
{
  g_clear_handle_id (&self->commit_source, g_source_remove);
  g_clear_pointer (&self->document, ijk_session_document_free);
  self->document
      = ijk_session_document_new (g_steal_pointer (&reading->record), reading->scenario,
                                  reading->revision_id, reading->revisions);
  self->n_step_keys = 0;
  (void) ijk_session_put_scenario (self, reading->scenario);
}

static void
announce (IjkSession        *self,
          IjkSessionReading *reading)
{
  ijk_session_notify (self, PROP_SCENARIO_ID);
  ijk_session_notify (self, PROP_SCENARIO_NAME);
  ijk_session_notify (self, PROP_READ_ONLY);
  ijk_session_notify (self, PROP_SCENARIO);
  ijk_session_take_scenarios (self, reading->scenarios);
  ijk_session_notify_line (self);
  ijk_session_announce_history (self);
}

/* Makes what was read the scenario in hand. */
void
ijk_session_take_reading (IjkSession        *self,
                          IjkSessionReading *reading)
{
  install (self, reading);
  announce (self, reading);
}

static gpointer
read_call (IjkWorkbook *workbook,
           gpointer     data,
           GError     **error)
{
  return ijk_session_reading_new (workbook, *(const gint64 *) data, error);
}

static void select_action (IjkSession *self, GTask *task, gint64 id);

typedef struct
{
  IjkSession *session; /* (owned) */
  gint64 id;
} Selecting;

static void
selected_cb (GObject      *source G_GNUC_UNUSED,
             GAsyncResult *result,
             gpointer      data)
{
  g_autofree Selecting *selecting = data;
  g_autoptr (IjkSession) self = selecting->session;
  g_autoptr (GError) error = NULL;
  g_autoptr (IjkSessionReading) reading = ijk_session_call_store_finish (self, result, &error);

  ijk_session_finish_step (self);
  if (reading == NULL)
    ijk_session_fail (self, error);
  else if (self->document != NULL && !ijk_session_document_is_settled (self->document))
    /* Edited while the other was read: that goes first. */
    ijk_session_when_settled (self, select_action, NULL, selecting->id);
  else
    ijk_session_take_reading (self, reading);
  ijk_session_settle (self);
}

static void
select_action (IjkSession *self,
               GTask      *task G_GNUC_UNUSED,
               gint64      id)
{
  Selecting *selecting = g_new0 (Selecting, 1);

  selecting->session = g_object_ref (self);
  selecting->id = id;
  ijk_session_call_store (self, read_call, g_memdup2 (&id, sizeof id), g_free,
                          ijk_session_reading_free, selected_cb, selecting);
}

void
ijk_session_select_scenario (IjkSession *self,
                             gint64      scenario_id)
{
  g_return_if_fail (IJK_IS_SESSION (self));
  if (self->store != NULL && self->document != NULL)
    ijk_session_when_settled (self, select_action, NULL, scenario_id);
}

/* What an opening carries along. */
typedef struct
{
  char *path;              /* (owned) (nullable) */
  IjkReference *reference; /* (owned) (nullable) of the new workbook */
  char *notice;            /* (owned) (nullable) */
} Opening;

static void
free_opening (gpointer data)
{
  Opening *self = data;

  g_free (self->path);
  g_free (self->notice);
  g_clear_pointer (&self->reference, ijk_reference_unref);
  g_free (self);
}

/* Everything that is of a workbook, as if none had been opened. */
static void
forget_workbook (IjkSession *self)
{
  ijk_session_drop_landscape (self);
  ijk_session_drop_contributions (self, FALSE);
  g_clear_pointer (&self->document, ijk_session_document_free);
  g_clear_handle_id (&self->run_source, g_source_remove);
  g_clear_pointer (&self->scenario, ijk_scenario_unref);
  g_clear_pointer (&self->result, ijk_result_unref);
  g_clear_pointer (&self->compare_result, ijk_result_unref);
  g_clear_pointer (&self->compare_name, g_free);
  self->compare_id = 0;
  self->deleted_id = 0;
  self->is_compare_waiting = FALSE;
}

static void
take_workbook (IjkSession        *self,
               Opening           *opening,
               IjkSessionReading *reading)
{
  forget_workbook (self);
  ijk_session_take_reference (self, opening->reference);
  g_free (self->notice);
  self->notice = g_steal_pointer (&opening->notice);
  g_free (self->path);
  self->path = g_strdup (reading->path);
  self->is_file_read_only = reading->is_read_only;
  install (self, reading);
  (void) ijk_session_work_out (self);
  /* Whoever is told first finds everything in place. */
  ijk_session_notify (self, PROP_PATH);
  ijk_session_notify (self, PROP_NOTICE);
  ijk_session_notify (self, PROP_REFERENCE);
  ijk_session_notify (self, PROP_LAW_RESULT);
  ijk_session_notify (self, PROP_SECTOR);
  ijk_session_notify (self, PROP_COMPANY);
  ijk_session_notify (self, PROP_COMPARE_ID);
  ijk_session_notify (self, PROP_COMPARE_RESULT);
  announce (self, reading);
  ijk_session_notify (self, PROP_RESULT);
  ijk_session_update_landscape (self);
}

/* The same workbook with other installations. What is looked at stays, by its name; a company that is
 * gone is let go. */
void
ijk_session_take_units (IjkSession         *self,
                        const IjkReference *reference,
                        IjkSessionReading  *reading)
{
  const gint64 compare_id = self->compare_id;
  const gint64 deleted_id = self->deleted_id;
  const guint sector = self->sector;
  g_autofree char *company
      = self->company < self->reference->n_companies
            ? g_strdup (self->reference->companies[self->company].name)
            : NULL;

  forget_workbook (self);
  ijk_session_take_reference (self, reference);
  self->deleted_id = deleted_id;
  self->sector = sector;
  self->company = company != NULL ? ijk_reference_find_company (reference, company) : IJK_NONE;
  install (self, reading);
  (void) ijk_session_work_out (self);
  ijk_session_notify (self, PROP_REFERENCE);
  ijk_session_notify (self, PROP_LAW_RESULT);
  ijk_session_notify (self, PROP_COMPANY);
  ijk_session_notify (self, PROP_COMPARE_ID);
  ijk_session_notify (self, PROP_COMPARE_RESULT);
  announce (self, reading);
  ijk_session_notify (self, PROP_RESULT);
  ijk_session_update_landscape (self);
  ijk_session_set_compare_id (self, compare_id);
}

static void
first_read_cb (GObject      *source G_GNUC_UNUSED,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (GTask) task = data;
  IjkSession *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (IjkSessionReading) reading = ijk_session_call_store_finish (self, result, &error);

  self->is_opening = FALSE;
  if (reading != NULL)
    {
      ijk_session_forget_units (self);
      take_workbook (self, g_task_get_task_data (task), reading);
      g_task_return_boolean (task, TRUE);
    }
  else
    g_task_return_error (task, error);
  ijk_session_settle (self);
}

static void
opened_cb (GObject      *source G_GNUC_UNUSED,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GTask) task = data;
  IjkSession *self = g_task_get_source_object (task);
  Opening *opening = g_task_get_task_data (task);
  GError *error = NULL;
  const gint64 id = 0;

  self->is_busy = FALSE;
  opening->reference = ijk_store_open_finish (self->store, result, &opening->notice, &error);
  if (opening->reference == NULL)
    {
      self->is_opening = FALSE;
      g_task_return_error (task, error);
      ijk_session_settle (self);
      return;
    }
  ijk_session_call_store (self, read_call, g_memdup2 (&id, sizeof id), g_free,
                          ijk_session_reading_free, first_read_cb, g_object_ref (task));
}

/* Edits made while something else was under way go before @action. */
static gboolean
is_edited_again (IjkSession          *self,
                 IjkSessionActionFunc action,
                 GTask               *task)
{
  ijk_session_finish_step (self);
  if (self->document == NULL || ijk_session_document_is_settled (self->document))
    return FALSE;
  ijk_session_when_settled (self, action, g_object_ref (task), 0);
  return TRUE;
}

static void
open_action (IjkSession *self,
             GTask      *task,
             gint64      id G_GNUC_UNUSED)
{
  const Opening *opening = g_task_get_task_data (task);

  if (is_edited_again (self, open_action, task))
    return;
  self->is_busy = TRUE;
  self->is_opening = TRUE;
  ijk_store_open_async (self->store, opening->path, self->data_set, self->language,
                        g_task_get_cancellable (task), opened_cb, g_object_ref (task));
}

/**
 * ijk_session_open_async:
 * @path: (nullable): a workbook, made when it is not there; %NULL for the default one
 *
 * Opens a workbook in place of the one that is open, with the scenario of current law in hand.
 * Edits of the old one are written first; while the new one is read nothing can be edited. When
 * this fails the old one stays open.
 */
void
ijk_session_open_async (IjkSession          *self,
                        const char          *path,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  GTask *task = NULL;
  Opening *opening = NULL;

  g_return_if_fail (IJK_IS_SESSION (self));
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ijk_session_open_async);
  /* What has been opened is open, also for a caller who has cancelled meanwhile. */
  g_task_set_check_cancellable (task, FALSE);
  opening = g_new0 (Opening, 1);
  opening->path = g_strdup (path);
  g_task_set_task_data (task, opening, free_opening);
  if (self->store == NULL)
    self->store = ijk_store_new ();
  ijk_session_when_settled (self, open_action, task, 0);
}

gboolean
ijk_session_open_finish (IjkSession   *self,
                         GAsyncResult *result,
                         GError      **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, ijk_session_open_async), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
close_action (IjkSession *self,
              GTask      *task,
              gint64      id G_GNUC_UNUSED)
{
  if (is_edited_again (self, close_action, task))
    return;
  g_clear_handle_id (&self->retry_source, g_source_remove);
  ijk_session_drop_landscape (self);
  ijk_session_drop_contributions (self, FALSE);
  g_clear_pointer (&self->store, ijk_store_close);
  g_task_return_boolean (task, TRUE);
}

/* What is shown can still be read after this; nothing can be edited until another is opened. */
void
ijk_session_close_async (IjkSession          *self,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  GTask *task = NULL;

  g_return_if_fail (IJK_IS_SESSION (self));
  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, ijk_session_close_async);
  if (self->store != NULL)
    {
      ijk_session_when_settled (self, close_action, task, 0);
      return;
    }
  g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

gboolean
ijk_session_close_finish (IjkSession   *self,
                          GAsyncResult *result,
                          GError      **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, ijk_session_close_async), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
