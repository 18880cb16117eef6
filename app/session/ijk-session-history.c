/* The history of the scenario in hand: the list of its revisions, and the way back to one of them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-session-private.h"

#include "ijk-store-error.h"

#include <glib/gi18n-lib.h>

/* Revisions that the history shows. */
#define N_REVISIONS 1000

static gpointer
history_call (IjkWorkbook *workbook,
              gpointer     data,
              GError     **error)
{
  return ijk_workbook_list_revisions (workbook, *(const gint64 *) data, N_REVISIONS, error);
}

static void
history_cb (GObject      *source G_GNUC_UNUSED,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (GTask) task = data;
  IjkSession *self = g_task_get_source_object (task);
  GError *error = NULL;
  GPtrArray *revisions = ijk_session_call_store_finish (self, result, &error);

  if (revisions != NULL)
    g_task_return_pointer (task, revisions, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
  ijk_session_settle (self);
}

static void
history_action (IjkSession *self,
                GTask      *task,
                gint64      id G_GNUC_UNUSED)
{
  const gint64 scenario_id = self->document->record->id;

  ijk_session_call_store (self, history_call, g_memdup2 (&scenario_id, sizeof scenario_id), g_free,
                          (GDestroyNotify) g_ptr_array_unref, history_cb, g_object_ref (task));
}

void
ijk_session_list_history_async (IjkSession          *self,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  GTask *task = NULL;

  g_return_if_fail (IJK_IS_SESSION (self));
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ijk_session_list_history_async);
  if (ijk_session_check_open (self, task))
    ijk_session_when_settled (self, history_action, task, 0);
}

GPtrArray *
ijk_session_list_history_finish (IjkSession   *self,
                                 GAsyncResult *result,
                                 GError      **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, ijk_session_list_history_async), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Going back to a revision. */
typedef struct
{
  gint64 scenario_id, file_revision_id, revision_id;
} Return;

typedef struct
{
  IjkScenario *scenario; /* (owned) */
  char *label;           /* (owned) (nullable) of the revision */
  GPtrArray *scenarios;  /* (owned) */
} Returned;

static void
free_returned (gpointer data)
{
  Returned *self = data;

  g_clear_pointer (&self->scenario, ijk_scenario_unref);
  g_clear_pointer (&self->scenarios, g_ptr_array_unref);
  g_free (self->label);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Returned, free_returned)

static gboolean
is_listed (const GPtrArray *scenarios,
           gint64           id)
{
  for (guint i = 0; i < scenarios->len; i++)
    if (((const IjkScenarioRecord *) g_ptr_array_index (scenarios, i))->id == id)
      return TRUE;
  return FALSE;
}

static char *
find_label (IjkWorkbook  *workbook,
            const Return *order)
{
  g_autoptr (GPtrArray) revisions
      = ijk_workbook_list_revisions (workbook, order->scenario_id, N_REVISIONS, NULL);

  for (guint i = 0; revisions != NULL && i < revisions->len; i++)
    {
      const IjkRevision *revision = g_ptr_array_index (revisions, i);

      if (revision->id == order->revision_id)
        return g_strdup (revision->label);
    }
  return NULL;
}

static gpointer
return_call (IjkWorkbook *workbook,
             gpointer     data,
             GError     **error)
{
  const Return *order = data;
  g_autoptr (Returned) returned = g_new0 (Returned, 1);

  if (ijk_workbook_return_to (workbook, order->scenario_id, order->file_revision_id,
                              order->revision_id, error)
      == 0)
    return NULL;
  returned->scenarios = ijk_workbook_list_scenarios (workbook, FALSE, error);
  returned->scenario = ijk_workbook_load_scenario (workbook, order->scenario_id, NULL,
                                                   returned->scenarios != NULL ? error : NULL);
  returned->label = find_label (workbook, order);
  if (returned->scenarios != NULL && returned->scenario != NULL
      && is_listed (returned->scenarios, order->scenario_id))
    return g_steal_pointer (&returned);
  /* There it was deleted, or cannot be read: nothing to go on with. */
  (void) ijk_workbook_return_to (workbook, order->scenario_id, order->revision_id,
                                 order->file_revision_id, NULL);
  if (error != NULL && *error == NULL)
    g_set_error_literal (error, IJK_STORE_ERROR, IJK_STORE_ERROR_UNKNOWN,
                         _("The scenario was deleted in that step, so there is nothing to go back "
                           "to; choose another one"));
  return NULL;
}

typedef struct
{
  IjkSession *session; /* (owned) */
  gint64 revision_id;
} Returning;

static void
returned_cb (GObject      *source G_GNUC_UNUSED,
             GAsyncResult *result,
             gpointer      data)
{
  g_autofree Returning *returning = data;
  g_autoptr (IjkSession) self = returning->session;
  g_autoptr (GError) error = NULL;
  g_autoptr (Returned) returned = ijk_session_call_store_finish (self, result, &error);
  g_autofree char *label = NULL;

  if (returned == NULL)
    ijk_session_fail (self, error);
  else
    {
      ijk_session_finish_step (self);
      /* Translators: a step of undo; the name of an earlier step that the history went back to. */
      label = g_strdup_printf (_("Back to “%s”"), returned->label != NULL ? returned->label : "");
      /* Edits made meanwhile are steps before this one, and saved where they were made. */
      ijk_session_document_add (
          self->document,
          ijk_session_point_new (label, returned->scenario, returning->revision_id));
      self->document->file_revision_id = returning->revision_id;
      ijk_session_set_scenario (self, returned->scenario);
      ijk_session_take_scenarios (self, returned->scenarios);
      ijk_session_notify_line (self);
      ijk_session_announce_history (self);
    }
  ijk_session_settle (self);
}

static void
return_action (IjkSession *self,
               GTask      *task G_GNUC_UNUSED,
               gint64      id)
{
  const IjkSessionDocument *document = self->document;
  const Return order = { document->record->id, document->file_revision_id, id };
  Returning *returning = NULL;

  if (id == document->file_revision_id || document->record->is_template)
    return;
  returning = g_new0 (Returning, 1);
  returning->session = g_object_ref (self);
  returning->revision_id = id;
  ijk_session_call_store (self, return_call, g_memdup2 (&order, sizeof order), g_free,
                          free_returned, returned_cb, returning);
}

void
ijk_session_return_to (IjkSession *self,
                       gint64      revision_id)
{
  g_return_if_fail (IJK_IS_SESSION (self));
  if (self->store != NULL && self->document != NULL && !self->is_file_read_only)
    ijk_session_when_settled (self, return_action, NULL, revision_id);
}
