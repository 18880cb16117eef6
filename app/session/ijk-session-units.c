/* Other installations in the open workbook: those a person adds, changes, takes out or imports.
 *
 * The table of installations is part of the facts that every scenario stands on, so a change is no
 * step of the scenario in hand: it is one call of the store, after which everything is worked out
 * again with the same things in hand. The change before can be taken back as a whole.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-session-private.h"

/* What is to be done, and what came of it. */
typedef struct
{
  IjkReference *reference;    /* (owned) as it is to be */
  char *label;                /* (owned) */
  gboolean keeps_copy;
  gboolean is_undo;
  gint64 scenario_id;
  GArray *returns;            /* (owned) (nullable) (element-type IjkReturn) to go back over */

  IjkReference *before;       /* (owned) (nullable) as it was */
  IjkReference *after;        /* (owned) (nullable) as the store reads it */
  GArray *lost;               /* (owned) (element-type IjkReturn) */
  GPtrArray *losses;          /* (owned) (nullable) (element-type IjkUpgradeLoss) */
  IjkSessionReading *reading; /* (owned) (nullable) */
} Change;

static void
free_change (gpointer data)
{
  Change *self = data;

  g_clear_pointer (&self->reference, ijk_reference_unref);
  g_clear_pointer (&self->before, ijk_reference_unref);
  g_clear_pointer (&self->after, ijk_reference_unref);
  g_clear_pointer (&self->returns, g_array_unref);
  g_clear_pointer (&self->lost, g_array_unref);
  g_clear_pointer (&self->losses, g_ptr_array_unref);
  g_clear_pointer (&self->reading, ijk_session_reading_free);
  g_free (self->label);
  g_free (self);
}

void
ijk_session_forget_units (IjkSession *self)
{
  g_clear_pointer (&self->units_before, ijk_reference_unref);
  g_clear_pointer (&self->units_returns, g_array_unref);
}

/* Settings that went with an installation come back with it, unless the scenario has moved on. */
static void
go_back (IjkWorkbook  *workbook,
         const GArray *returns)
{
  for (guint i = 0; returns != NULL && i < returns->len; i++)
    {
      const IjkReturn *edit = &g_array_index (returns, IjkReturn, i);
      g_autoptr (GError) error = NULL;

      if (ijk_workbook_return_to (workbook, edit->scenario_id, edit->after_id, edit->before_id,
                                  &error)
          == 0)
        g_debug ("%s", error->message);
    }
}

/* On the store thread. What it fills in nobody else reads before it is answered. */
static gpointer
change_call (IjkWorkbook *workbook,
             gpointer     data,
             GError     **error)
{
  Change *change = *(Change **) data;
  g_autofree char *backup = NULL;

  change->before = ijk_reference_ref (ijk_workbook_get_reference (workbook));
  change->lost = g_array_new (FALSE, FALSE, sizeof (IjkReturn));
  change->losses = ijk_workbook_list_losses (workbook, change->reference, error);
  if (change->losses == NULL
      || !ijk_workbook_change_units (workbook, change->reference, change->label, change->lost,
                                     change->keeps_copy ? &backup : NULL, error))
    return NULL;
  go_back (workbook, change->returns);
  change->after = ijk_reference_ref (ijk_workbook_get_reference (workbook));
  change->reading = ijk_session_reading_new (workbook, change->scenario_id, error);
  return change->reading;
}

static void
changed_cb (GObject      *source G_GNUC_UNUSED,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (GTask) task = data;
  IjkSession *self = g_task_get_source_object (task);
  Change *change = g_task_get_task_data (task);
  GError *error = NULL;

  self->is_opening = FALSE;
  if (ijk_session_call_store_finish (self, result, &error) == NULL)
    {
      g_task_return_error (task, error);
      ijk_session_settle (self);
      return;
    }
  ijk_session_forget_units (self);
  if (!change->is_undo)
    {
      self->units_before = g_steal_pointer (&change->before);
      self->units_returns = g_array_ref (change->lost);
    }
  ijk_session_take_units (self, change->after, change->reading);
  if (change->losses->len > 0)
    ijk_session_announce_losses (self, change->losses);
  g_task_return_boolean (task, TRUE);
  ijk_session_settle (self);
}

static void
change_action (IjkSession *self,
               GTask      *task,
               gint64      id G_GNUC_UNUSED)
{
  Change *change = g_task_get_task_data (task);

  ijk_session_finish_step (self);
  if (self->document != NULL && !ijk_session_document_is_settled (self->document))
    {
      ijk_session_when_settled (self, change_action, g_object_ref (task), 0);
      return;
    }
  change->scenario_id = ijk_session_get_scenario_id (self);
  self->is_opening = TRUE;
  ijk_session_call_store (self, change_call, g_memdup2 (&change, sizeof change), g_free, NULL,
                          changed_cb, g_object_ref (task));
}

static void
start (IjkSession          *self,
       Change              *change,
       GCancellable        *cancellable,
       GAsyncReadyCallback  callback,
       gpointer             user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, ijk_session_change_units_async);
  /* What is in the file is in the file, also for a caller who has cancelled meanwhile. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, change, free_change);
  if (!ijk_session_check_open (self, task))
    return;
  ijk_session_when_settled (self, change_action, task, 0);
}

/**
 * ijk_session_change_units_async:
 * @reference: with the installations that are to be
 * @label: names the edits that take settings out
 * @keeps_copy: of the file, beside it
 *
 * Puts other installations in the workbook and works everything out again. When this fails nothing
 * has changed.
 */
void
ijk_session_change_units_async (IjkSession          *self,
                                const IjkReference  *reference,
                                const char          *label,
                                gboolean             keeps_copy,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  Change *change = NULL;

  g_return_if_fail (IJK_IS_SESSION (self) && reference != NULL && label != NULL);
  change = g_new0 (Change, 1);
  change->reference = ijk_reference_ref (reference);
  change->label = g_strdup (label);
  change->keeps_copy = keeps_copy;
  start (self, change, cancellable, callback, user_data);
}

gboolean
ijk_session_change_units_finish (IjkSession   *self,
                                 GAsyncResult *result,
                                 guint        *n_lost,
                                 GError      **error)
{
  Change *change = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, ijk_session_change_units_async), FALSE);
  change = g_task_get_task_data (G_TASK (result));
  if (n_lost != NULL)
    *n_lost = change != NULL && change->lost != NULL ? change->lost->len : 0;
  return g_task_propagate_boolean (G_TASK (result), error);
}

gboolean
ijk_session_can_undo_units (IjkSession *self)
{
  g_return_val_if_fail (IJK_IS_SESSION (self), FALSE);
  return self->units_before != NULL;
}

void
ijk_session_undo_units_async (IjkSession          *self,
                              const char          *label,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  Change *change = NULL;

  g_return_if_fail (IJK_IS_SESSION (self) && self->units_before != NULL);
  change = g_new0 (Change, 1);
  change->reference = ijk_reference_ref (self->units_before);
  change->returns = self->units_returns != NULL ? g_array_ref (self->units_returns) : NULL;
  change->label = g_strdup (label);
  change->is_undo = TRUE;
  start (self, change, cancellable, callback, user_data);
}

IjkReference *
ijk_session_dup_shipped (IjkSession *self,
                         GError    **error)
{
  g_return_val_if_fail (IJK_IS_SESSION (self), NULL);
  return ijk_data_set_parse (self->data_set, error);
}
