/* Bringing the file after the document.
 *
 * One call of the store is under way at a time. When it is answered the next is chosen by what
 * still differs: a copy of a shipped scenario that was edited, then each step in the order made,
 * then the place that undo and redo have led to (ten undos in a row may be one move). When nothing
 * differs what has been waiting runs, such as the choice of another scenario.
 *
 * What cannot be written stays and is tried again. When another program has changed the scenario
 * meanwhile, or it cannot be written for what it is, nobody's values are overwritten: those in hand
 * go on in a new scenario beside it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-session-private.h"

#include "ijk-store-error.h"

#include <glib/gi18n-lib.h>

/* A disk that is full or away is tried again this often. */
#define RETRY_S 5

struct _IjkSessionAction
{
  IjkSessionActionFunc func;
  GTask *task; /* (owned) (nullable) */
  gint64 id;
};

/* Returns: (transfer full) (nullable): what to do next; %NULL when the file stands right */
static IjkSessionOrder *
choose_order (IjkSession *self)
{
  IjkSessionDocument *document = self->document;
  const IjkSessionPoint *point = NULL;
  IjkSessionOrder *order = NULL;

  if (document == NULL
      || (g_queue_is_empty (&document->unsaved)
          && (document->is_open
              || ijk_session_document_get (document, document->place)->revision_id
                     == document->file_revision_id)))
    return NULL;
  if (document->record->is_template)
    return ijk_session_order_new_copy (document);
  order = g_new0 (IjkSessionOrder, 1);
  order->scenario_id = document->record->id;
  order->file_revision_id = document->file_revision_id;
  point = g_queue_peek_head (&document->unsaved);
  if (point != NULL)
    {
      order->revision_id = point->previous->revision_id;
      order->label = g_strdup (point->label);
      order->scenario = ijk_scenario_ref (point->scenario);
    }
  else
    order->revision_id = ijk_session_document_get (document, document->place)->revision_id;
  return order;
}

/* The newest point that the file has and that leads to what is in hand. */
static guint
find_last_saved (IjkSessionDocument *document)
{
  guint place = document->place;

  while (place > 0 && ijk_session_document_get (document, place)->revision_id == 0)
    place--;
  return place;
}

/* Each point behind the first has to be saved again. */
static void
queue_line (IjkSessionDocument *document)
{
  g_queue_clear_full (&document->unsaved, (GDestroyNotify) ijk_session_point_unref);
  g_queue_init (&document->unsaved);
  for (guint i = 1; i < document->line->len; i++)
    {
      IjkSessionPoint *point = ijk_session_document_get (document, i);
      IjkSessionPoint *previous = ijk_session_document_get (document, i - 1);

      /* Steps undone on an earlier day are still in the history of the old scenario. */
      if (point->scenario == NULL)
        {
          g_ptr_array_set_size (document->line, (int) i);
          break;
        }
      point->revision_id = 0;
      g_clear_pointer (&point->previous, ijk_session_point_unref);
      point->previous = ijk_session_point_ref (previous);
      if (!(document->is_open && i == document->place))
        g_queue_push_tail (&document->unsaved, ijk_session_point_ref (point));
    }
}

/* The line goes on in the copy, which has the value of @base: what is before that belongs to the
 * old scenario. The person may have gone elsewhere on the line while the copy was made. */
static void
rebase_line (IjkSessionDocument *document,
             IjkSessionPoint    *base,
             gint64              revision_id)
{
  guint place = 0;

  if (g_ptr_array_find (document->line, base, &place) && place <= document->place)
    {
      if (place > 0)
        g_ptr_array_remove_range (document->line, 0, place);
      document->place -= place;
      base->revision_id = revision_id;
      g_clear_pointer (&base->previous, ijk_session_point_unref);
    }
  else
    {
      if (document->place > 0)
        g_ptr_array_remove_range (document->line, 0, document->place);
      g_ptr_array_insert (document->line, 0,
                          ijk_session_point_new (base->label, base->scenario, revision_id));
      document->place = 1;
    }
  queue_line (document);
}

static void
take_copy (IjkSession      *self,
           IjkSessionOutcome         *outcome,
           IjkSessionPoint *base)
{
  IjkSessionDocument *document = self->document;

  ijk_scenario_record_free (document->record);
  document->record = g_steal_pointer (&outcome->record);
  document->file_revision_id = outcome->file_revision_id;
  rebase_line (document, base, outcome->file_revision_id);
  ijk_session_notify_line (self);
  ijk_session_notify (self, PROP_SCENARIO_ID);
  ijk_session_notify (self, PROP_SCENARIO_NAME);
  ijk_session_notify (self, PROP_READ_ONLY);
}

static gboolean
retry_cb (gpointer data)
{
  IjkSession *self = data;

  self->retry_source = 0;
  ijk_session_settle (self);
  return G_SOURCE_REMOVE;
}

static void
free_action (gpointer data)
{
  IjkSessionAction *self = data;

  g_clear_object (&self->task);
  g_free (self);
}

/* Those who wait for the file hear why it takes longer. Returns: whether one has no task to hear by
 * */
static gboolean
refuse_actions (IjkSession   *self,
                const GError *error)
{
  IjkSessionAction *action = NULL;
  gboolean is_untold = FALSE;

  while ((action = g_queue_pop_head (&self->actions)) != NULL)
    {
      if (action->task != NULL)
        g_task_return_error (action->task, g_error_copy (error));
      else
        is_untold = TRUE;
      free_action (action);
    }
  return is_untold;
}

static void
put_off (IjkSession   *self,
         const GError *error)
{
  const gboolean is_news = self->save_error == NULL
                           || !g_error_matches (error, self->save_error->domain,
                                                self->save_error->code);

  g_clear_error (&self->save_error);
  self->save_error = g_error_copy (error);
  if (self->retry_source == 0)
    self->retry_source = g_timeout_add_seconds (RETRY_S, retry_cb, self);
  self->is_compare_waiting = FALSE;
  if (refuse_actions (self, error) || is_news)
    ijk_session_fail (self, error);
}

/* An order under way. */
typedef struct
{
  IjkSession *session;    /* (owned) */
  IjkSessionPoint *point; /* (owned) (nullable) that is written, or that a copy begins with */
} Writing;

static void
free_writing (gpointer data)
{
  Writing *self = data;

  g_clear_pointer (&self->point, ijk_session_point_unref);
  g_object_unref (self->session);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Writing, free_writing)

static void
start (IjkSession         *self,
       IjkSessionOrder              *order,
       IjkSessionPoint    *point,
       GAsyncReadyCallback callback)
{
  Writing *writing = g_new0 (Writing, 1);

  writing->session = g_object_ref (self);
  writing->point = point != NULL ? ijk_session_point_ref (point) : NULL;
  ijk_session_call_store (self, ijk_session_order_carry_out, order, ijk_session_order_free,
                          ijk_session_outcome_free, callback, writing);
}

/* What follows everything that has been written. */
static void
finish_write (IjkSession *self,
              IjkSessionOutcome    *outcome)
{
  g_clear_error (&self->save_error);
  g_clear_handle_id (&self->retry_source, g_source_remove);
  if (outcome->scenarios != NULL)
    ijk_session_take_scenarios (self, outcome->scenarios);
  ijk_session_announce_history (self);
  ijk_session_scenario_written (self);
}

static void
rescued_cb (GObject      *source G_GNUC_UNUSED,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (Writing) writing = data;
  IjkSession *self = writing->session;
  g_autoptr (GError) error = NULL;
  g_autoptr (IjkSessionOutcome) outcome = ijk_session_call_store_finish (self, result, &error);
  g_autofree char *name = NULL;

  if (outcome == NULL || outcome->record == NULL)
    {
      put_off (self, outcome != NULL ? outcome->error : error);
      return;
    }
  name = g_strdup (self->document->record->name);
  take_copy (self, outcome, writing->point);
  error = g_error_new (IJK_STORE_ERROR, IJK_STORE_ERROR_CONFLICT,
                       /* Translators: names of two scenarios. */
                       _("“%s” has been changed by another program or window. Your edits are kept "
                         "in “%s”"),
                       name, self->document->record->name);
  finish_write (self, outcome);
  ijk_session_fail (self, error);
  ijk_session_settle (self);
}

/* Whether another try would end no better. */
static gboolean
is_of_scenario (const GError *error)
{
  return g_error_matches (error, IJK_STORE_ERROR, IJK_STORE_ERROR_CONFLICT)
         || g_error_matches (error, IJK_STORE_ERROR, IJK_STORE_ERROR_UNKNOWN)
         || g_error_matches (error, IJK_STORE_ERROR, IJK_STORE_ERROR_DAMAGED);
}

static void
point_written (IjkSessionDocument *document,
               IjkSessionPoint    *point,
               gint64              revision_id)
{
  /* Given up on meanwhile. */
  if (g_queue_peek_head (&document->unsaved) != point)
    return;
  g_queue_pop_head (&document->unsaved);
  point->revision_id = revision_id;
  g_clear_pointer (&point->previous, ijk_session_point_unref);
  ijk_session_point_unref (point);
}

static void
written_cb (GObject      *source G_GNUC_UNUSED,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (Writing) writing = data;
  IjkSession *self = writing->session;
  IjkSessionDocument *document = self->document;
  g_autoptr (GError) error = NULL;
  g_autoptr (IjkSessionOutcome) outcome = ijk_session_call_store_finish (self, result, &error);
  gboolean is_copy = FALSE;

  if (outcome == NULL)
    {
      put_off (self, error);
      return;
    }
  is_copy = outcome->record != NULL;
  if (is_copy)
    take_copy (self, outcome, writing->point);
  else
    document->file_revision_id = outcome->file_revision_id;
  if (outcome->error != NULL && !document->record->is_template && is_of_scenario (outcome->error))
    {
      IjkSessionPoint *base = ijk_session_document_get (document, find_last_saved (document));

      start (self, ijk_session_order_new_rescue (document, base), base, rescued_cb);
      return;
    }
  if (outcome->error != NULL)
    {
      put_off (self, outcome->error);
      return;
    }
  if (writing->point != NULL && !is_copy)
    point_written (document, writing->point, outcome->file_revision_id);
  finish_write (self, outcome);
  ijk_session_settle (self);
}

/* Whether file and document agree and nothing waits. */
gboolean
ijk_session_is_settled (IjkSession *self)
{
  return !self->is_busy && g_queue_is_empty (&self->actions)
         && (self->document == NULL || ijk_session_document_is_settled (self->document));
}

static void
run_action (IjkSession *self)
{
  IjkSessionAction *action = g_queue_pop_head (&self->actions);

  if (action->task == NULL || !g_task_return_error_if_cancelled (action->task))
    action->func (self, action->task, action->id);
  free_action (action);
}

/* Takes the next thing to do to the store, unless something is under way. */
void
ijk_session_settle (IjkSession *self)
{
  while (!self->is_busy && self->store != NULL)
    {
      IjkSessionOrder *order = NULL;

      if (self->retry_source != 0 && g_queue_is_empty (&self->actions))
        return;
      order = choose_order (self);
      if (order != NULL)
        {
          IjkSessionPoint *point = order->copy != NULL
                                       ? ijk_session_document_get (self->document, 0)
                                       : g_queue_peek_head (&self->document->unsaved);

          start (self, order, point, written_cb);
        }
      else if (g_queue_is_empty (&self->actions))
        return;
      else if (self->document != NULL && self->document->is_open)
        ijk_session_commit (self); /* nothing joins any more */
      else
        run_action (self);
    }
}

/* As ijk_session_when_settled(), but lets a drag go on and does not start by itself. */
void
ijk_session_queue_action (IjkSession          *self,
                          IjkSessionActionFunc func,
                          GTask               *task,
                          gint64               id)
{
  const IjkSessionAction action = { func, task, id };

  g_queue_push_tail (&self->actions, g_memdup2 (&action, sizeof action));
}

/**
 * ijk_session_when_settled:
 * @func: what to do
 * @task: (transfer full) (nullable): told when edits cannot be written
 * @id: for @func
 *
 * Runs @func as soon as every edit is in the file; now, if it is. A drag ends here.
 */
void
ijk_session_when_settled (IjkSession          *self,
                          IjkSessionActionFunc func,
                          GTask               *task,
                          gint64               id)
{
  ijk_session_finish_step (self);
  ijk_session_queue_action (self, func, task, id);
  ijk_session_settle (self);
}

/* The last chance of a session that nobody closed: what is in hand goes to the store in one order,
 * the answer to which nobody waits for. Edits of a shipped scenario have no copy to go to. */
void
ijk_session_hand_over (IjkSession *self)
{
  IjkSessionDocument *document = self->document;
  IjkSessionOrder *order = NULL;

  if (self->store == NULL || document == NULL || document->record->is_template)
    return;
  self->is_busy = TRUE; /* nothing else is started */
  ijk_session_finish_step (self);
  if (ijk_session_document_is_settled (document))
    return;
  order = g_new0 (IjkSessionOrder, 1);
  order->scenario_id = document->record->id;
  order->file_revision_id = document->file_revision_id;
  order->revision_id = document->file_revision_id;
  order->label = g_strdup (ijk_session_document_get (document, document->place)->label);
  order->scenario = ijk_scenario_ref (self->scenario);
  ijk_store_call_async (self->store, ijk_session_order_carry_out, order, ijk_session_order_free,
                        ijk_session_outcome_free, NULL, NULL, NULL);
}

void
ijk_session_clear_actions (IjkSession *self)
{
  g_queue_clear_full (&self->actions, free_action);
}

/* As ijk_store_call_async(); nothing else is asked of the store until the answer is taken with
 * ijk_session_call_store_finish(). The caller goes on with ijk_session_settle(). */
void
ijk_session_call_store (IjkSession          *self,
                        IjkStoreCall         call,
                        gpointer             data,
                        GDestroyNotify       free_data,
                        GDestroyNotify       free_result,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_assert (!self->is_busy && self->store != NULL);
  self->is_busy = TRUE;
  ijk_store_call_async (self->store, call, data, free_data, free_result, NULL, callback, user_data);
}

gpointer
ijk_session_call_store_finish (IjkSession   *self,
                               GAsyncResult *result,
                               GError      **error)
{
  self->is_busy = FALSE;
  return ijk_store_call_finish (self->store, result, error);
}

/* Whether there are edits that are not in the file yet. A drag that lasts is one too. */
gboolean
ijk_session_has_unsaved (IjkSession *self)
{
  g_return_val_if_fail (IJK_IS_SESSION (self), FALSE);
  return self->document != NULL
         && (!ijk_session_document_is_settled (self->document)
             || (self->step_depth > 0 && self->n_step_keys > 0));
}

/* Gives up on what cannot be written: after a close that failed, when the person wants to go all
 * the same. The scenario in hand stays on the screen. */
void
ijk_session_discard_unsaved (IjkSession *self)
{
  g_return_if_fail (IJK_IS_SESSION (self));
  g_clear_handle_id (&self->commit_source, g_source_remove);
  g_clear_handle_id (&self->retry_source, g_source_remove);
  g_clear_error (&self->save_error);
  self->step_depth = 0;
  self->n_step_keys = 0;
  if (self->document == NULL)
    return;
  self->document->is_open = FALSE;
  g_queue_clear_full (&self->document->unsaved, (GDestroyNotify) ijk_session_point_unref);
  g_queue_init (&self->document->unsaved);
  self->document->file_revision_id
      = ijk_session_document_get (self->document, self->document->place)->revision_id;
}
