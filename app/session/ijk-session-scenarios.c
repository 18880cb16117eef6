/* The list of scenarios and what can be done to it, and other calls of the store. All wait until
 * every edit is in the file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-session-private.h"

#include "ijk-store-error.h"

#include <glib/gi18n-lib.h>

/* Refuses when no workbook is open. @task: (transfer full) */
gboolean
ijk_session_check_open (IjkSession *self,
                        GTask      *task)
{
  if (self->store != NULL && self->document != NULL)
    return TRUE;
  g_task_return_new_error (task, IJK_STORE_ERROR, IJK_STORE_ERROR_GONE, _("No workbook is open"));
  g_object_unref (task);
  return FALSE;
}

static gpointer
list_call (IjkWorkbook *workbook,
           gpointer     data G_GNUC_UNUSED,
           GError     **error)
{
  return ijk_workbook_list_scenarios (workbook, FALSE, error);
}

static void
listed_cb (GObject      *source G_GNUC_UNUSED,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (IjkSession) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) scenarios = ijk_session_call_store_finish (self, result, &error);

  if (scenarios != NULL)
    ijk_session_take_scenarios (self, scenarios);
  else
    ijk_session_fail (self, error);
  ijk_session_update_compare (self);
  ijk_session_settle (self);
}

static void
refresh_action (IjkSession *self,
                GTask      *task G_GNUC_UNUSED,
                gint64      id G_GNUC_UNUSED)
{
  ijk_session_call_store (self, list_call, NULL, NULL, (GDestroyNotify) g_ptr_array_unref,
                          listed_cb, g_object_ref (self));
}

void
ijk_session_refresh_scenarios (IjkSession *self)
{
  g_return_if_fail (IJK_IS_SESSION (self));
  if (self->store != NULL && self->document != NULL)
    ijk_session_when_settled (self, refresh_action, NULL, 0);
}

/* An edit of the list, in values of its own. */
typedef struct
{
  IjkSessionEdit edit;
  gint64 id;
  char *text;            /* (owned) (nullable) */
  gboolean is_in_hand;   /* the scenario, when the edit began */
  gboolean was_in_hand;  /* when it was deleted */
} ListEdit;

static void
free_list_edit (gpointer data)
{
  ListEdit *self = data;

  g_free (self->text);
  g_free (self);
}

typedef struct
{
  gint64 id;
  gint64 revision_id;          /* 0 for a new scenario */
  GPtrArray *scenarios;        /* (owned) */
  IjkSessionReading *reading;  /* (owned) (nullable) to take into hand */
} ListEdited;

static void
free_list_edited (gpointer data)
{
  ListEdited *self = data;

  g_clear_pointer (&self->scenarios, g_ptr_array_unref);
  g_clear_pointer (&self->reading, ijk_session_reading_free);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ListEdited, free_list_edited)

static gint64
create (IjkWorkbook    *workbook,
        const ListEdit *edit,
        GError        **error)
{
  g_autoptr (IjkScenarioRecord) record = ijk_scenario_record_new ();

  g_free (record->name);
  record->name = g_strdup (edit->text != NULL ? edit->text : "");
  record->kind
      = edit->edit == IJK_SESSION_NEW_COMPANY ? IJK_SCENARIO_COMPANY : IJK_SCENARIO_SECTOR;
  record->parent_id = edit->edit == IJK_SESSION_NEW_COMPANY ? edit->id : 0;
  return ijk_workbook_create_scenario (workbook, record, _("New scenario"), error);
}

static gboolean
change_list (IjkWorkbook    *workbook,
             const ListEdit *edit,
             ListEdited     *edited,
             GError        **error)
{
  const char *text = edit->text != NULL ? edit->text : "";

  edited->id = edit->id;
  switch (edit->edit)
    {
    case IJK_SESSION_NEW_SECTOR:
    case IJK_SESSION_NEW_COMPANY:
      edited->id = create (workbook, edit, error);
      return edited->id != 0;
    case IJK_SESSION_DUPLICATE:
      edited->id = ijk_workbook_duplicate_scenario (workbook, edit->id, text, error);
      return edited->id != 0;
    case IJK_SESSION_RENAME:
      edited->revision_id = ijk_workbook_rename_scenario (workbook, edit->id, 0, text, error);
      return edited->revision_id != 0;
    case IJK_SESSION_DESCRIBE:
      edited->revision_id
          = ijk_workbook_describe_scenario (workbook, edit->id, 0, text, NULL, error);
      return edited->revision_id != 0;
    case IJK_SESSION_DELETE:
      edited->revision_id = ijk_workbook_delete_scenario (workbook, edit->id, 0, error);
      return edited->revision_id != 0;
    case IJK_SESSION_UNDELETE:
      edited->revision_id = ijk_workbook_undo (workbook, edit->id, 0, error);
      return edited->revision_id != 0;
    }
  g_assert_not_reached ();
}

/* Whether another scenario comes into hand, and which; 0 is the one a workbook opens with. */
static gboolean
choose_selection (const ListEdit *edit,
                  gint64          made_id,
                  gint64         *id)
{
  switch (edit->edit)
    {
    case IJK_SESSION_NEW_SECTOR:
    case IJK_SESSION_NEW_COMPANY:
    case IJK_SESSION_DUPLICATE:
      *id = made_id;
      return TRUE;
    case IJK_SESSION_UNDELETE:
      *id = edit->id;
      return edit->was_in_hand;
    case IJK_SESSION_DELETE:
      *id = 0;
      return edit->is_in_hand;
    case IJK_SESSION_RENAME:
    case IJK_SESSION_DESCRIBE:
      return FALSE;
    }
  g_assert_not_reached ();
}

static gpointer
list_edit_call (IjkWorkbook *workbook,
                gpointer     data,
                GError     **error)
{
  const ListEdit *edit = data;
  g_autoptr (ListEdited) edited = g_new0 (ListEdited, 1);
  gint64 id = 0;

  if (!change_list (workbook, edit, edited, error))
    return NULL;
  edited->scenarios = ijk_workbook_list_scenarios (workbook, FALSE, error);
  if (edited->scenarios == NULL)
    return NULL;
  if (choose_selection (edit, edited->id, &id))
    {
      edited->reading = ijk_session_reading_new (workbook, id, error);
      if (edited->reading == NULL)
        return NULL;
    }
  return g_steal_pointer (&edited);
}

/* A change of the texts of the scenario in hand is a step on its line, so that undo of what came
 * before goes over it and does not take it back unseen. */
static void
add_text_step (IjkSession *self,
               const char *label,
               gint64      revision_id)
{
  IjkSessionDocument *document = self->document;
  IjkSessionPoint *point = NULL;
  guint base = document->line->len;

  while (base > 0
         && ijk_session_document_get (document, base - 1)->revision_id
                != document->file_revision_id)
    base--;
  if (base == 0 || revision_id == document->file_revision_id)
    return;
  base--;
  point = ijk_session_point_new (label, ijk_session_document_get (document, base)->scenario,
                                 revision_id);
  document->file_revision_id = revision_id;
  if (base < document->place)
    {
      /* Edited meanwhile: those steps are made on it. */
      IjkSessionPoint *next = ijk_session_document_get (document, base + 1);

      g_clear_pointer (&next->previous, ijk_session_point_unref);
      next->previous = ijk_session_point_ref (point);
      g_ptr_array_insert (document->line, (int) base + 1, point);
      document->place++;
    }
  else
    {
      g_ptr_array_set_size (document->line, (int) base + 1);
      g_ptr_array_add (document->line, point);
      if (base == document->place)
        document->place++;
    }
  ijk_session_notify_line (self);
  ijk_session_announce_history (self);
}

static void
follow_list_edit (IjkSession     *self,
                  const ListEdit *edit,
                  ListEdited     *edited)
{
  const gboolean is_in_hand = edit->is_in_hand && self->document->record->id == edit->id;
  g_autofree char *label = NULL;

  if (edit->edit == IJK_SESSION_RENAME && is_in_hand)
    {
      /* Translators: a step of undo; the new name of a scenario. */
      label = g_strdup_printf (_("Rename to “%s”"), edit->text);
      add_text_step (self, label, edited->revision_id);
    }
  else if (edit->edit == IJK_SESSION_DESCRIBE && is_in_hand)
    add_text_step (self, _("Describe"), edited->revision_id);
  else if (edit->edit == IJK_SESSION_DELETE && is_in_hand)
    self->deleted_id = edit->id;
  else if (edit->edit == IJK_SESSION_UNDELETE && edit->was_in_hand)
    self->deleted_id = 0;
  if (edit->edit == IJK_SESSION_DELETE && self->compare_id == edit->id)
    ijk_session_set_compare_id (self, 0);
  ijk_session_take_scenarios (self, edited->scenarios);
  if (edited->reading == NULL)
    return;
  ijk_session_finish_step (self);
  if (edit->edit == IJK_SESSION_DELETE || ijk_session_document_is_settled (self->document))
    ijk_session_take_reading (self, edited->reading);
  else
    ijk_session_select_scenario (self, edited->reading->record->id);
}

static void
list_edited_cb (GObject      *source G_GNUC_UNUSED,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (GTask) task = data;
  IjkSession *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autoptr (ListEdited) edited = ijk_session_call_store_finish (self, result, &error);

  if (edited != NULL)
    {
      follow_list_edit (self, g_task_get_task_data (task), edited);
      g_task_return_pointer (task, g_memdup2 (&edited->id, sizeof edited->id), g_free);
    }
  else
    g_task_return_error (task, error);
  ijk_session_update_compare (self);
  ijk_session_settle (self);
}

static void
list_edit_action (IjkSession *self,
                  GTask      *task,
                  gint64      id G_GNUC_UNUSED)
{
  ListEdit *edit = g_task_get_task_data (task);
  ListEdit *copy = NULL;

  edit->is_in_hand = edit->id == self->document->record->id;
  edit->was_in_hand = edit->id == self->deleted_id;
  copy = g_memdup2 (edit, sizeof *edit);
  copy->text = g_strdup (edit->text);
  ijk_session_call_store (self, list_edit_call, copy, free_list_edit, free_list_edited,
                          list_edited_cb, g_object_ref (task));
}

/**
 * ijk_session_edit_scenario_async:
 * @scenario_id: that is edited or copied, or under which a company scenario is made
 * @text: (nullable): name or description
 */
void
ijk_session_edit_scenario_async (IjkSession          *self,
                                 IjkSessionEdit       edit,
                                 gint64               scenario_id,
                                 const char          *text,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  GTask *task = NULL;
  ListEdit *list_edit = NULL;

  g_return_if_fail (IJK_IS_SESSION (self));
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ijk_session_edit_scenario_async);
  g_task_set_check_cancellable (task, FALSE);
  if (!ijk_session_check_open (self, task))
    return;
  list_edit = g_new0 (ListEdit, 1);
  list_edit->edit = edit;
  list_edit->id = scenario_id;
  list_edit->text = g_strdup (text);
  g_task_set_task_data (task, list_edit, free_list_edit);
  ijk_session_when_settled (self, list_edit_action, task, 0);
}

gint64
ijk_session_edit_scenario_finish (IjkSession   *self,
                                  GAsyncResult *result,
                                  GError      **error)
{
  g_autofree gint64 *id = NULL;

  g_return_val_if_fail (g_async_result_is_tagged (result, ijk_session_edit_scenario_async), 0);
  g_return_val_if_fail (g_task_is_valid (result, self), 0);
  id = g_task_propagate_pointer (G_TASK (result), error);
  return id != NULL ? *id : 0;
}

/* Any other call. */
typedef struct
{
  IjkStoreCall call;
  gpointer data;              /* (owned) until it is handed over */
  GDestroyNotify free_data, free_result;
} OtherCall;

static void
free_other_call (gpointer data)
{
  OtherCall *self = data;

  if (self->data != NULL && self->free_data != NULL)
    self->free_data (self->data);
  g_free (self);
}

static void
other_call_cb (GObject      *source G_GNUC_UNUSED,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (GTask) task = data;
  IjkSession *self = g_task_get_source_object (task);
  const OtherCall *other = g_task_get_task_data (task);
  GError *error = NULL;
  gpointer answer = ijk_session_call_store_finish (self, result, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, answer, other->free_result);
  ijk_session_settle (self);
}

static void
other_call_action (IjkSession *self,
                   GTask      *task,
                   gint64      id G_GNUC_UNUSED)
{
  OtherCall *other = g_task_get_task_data (task);

  self->is_busy = TRUE;
  ijk_store_call_async (self->store, other->call, g_steal_pointer (&other->data), other->free_data,
                        other->free_result, g_task_get_cancellable (task), other_call_cb,
                        g_object_ref (task));
}

/**
 * ijk_session_call_async:
 * @call: what to run on the store thread
 * @data: (transfer full) (nullable): its argument
 * @free_data: (nullable): frees @data
 * @free_result: (nullable): frees a result that nobody takes
 *
 * As ijk_store_call_async(), once every edit is in the file.
 */
void
ijk_session_call_async (IjkSession          *self,
                        IjkStoreCall         call,
                        gpointer             data,
                        GDestroyNotify       free_data,
                        GDestroyNotify       free_result,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  GTask *task = NULL;
  OtherCall *other = NULL;

  g_return_if_fail (IJK_IS_SESSION (self));
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ijk_session_call_async);
  g_task_set_check_cancellable (task, FALSE);
  other = g_new0 (OtherCall, 1);
  *other = (OtherCall) { call, data, free_data, free_result };
  g_task_set_task_data (task, other, free_other_call);
  if (ijk_session_check_open (self, task))
    ijk_session_when_settled (self, other_call_action, task, 0);
}

/* Returns: (transfer full) (nullable): what the call returned, or %NULL with @error set */
gpointer
ijk_session_call_finish (IjkSession   *self,
                         GAsyncResult *result,
                         GError      **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, ijk_session_call_async), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
