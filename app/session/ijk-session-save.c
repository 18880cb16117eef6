/* Bringing the file after the document.
 *
 * One call of the store is under way at a time. When it is answered the next is chosen by what still
 * differs: a copy of a shipped scenario that was edited, then each step in the order made, then the
 * place that undo and redo have led to (ten undos in a row may be one move). When nothing differs what
 * has been waiting runs, such as the choice of another scenario.
 *
 * What cannot be written stays and is tried again. When another program has changed the scenario
 * meanwhile, or it cannot be written for what it is, nobody's values are overwritten: those in hand go
 * on in a new scenario beside it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-session-private.h"

#include "ijk-store-error.h"

#include <glib/gi18n-lib.h>

/* A disk that is full or away is tried again this often. */
#define RETRY_S 5

/* Names tried for a copy. */
#define MAX_NAMES 1000

struct _IjkSessionAction
{
  IjkSessionActionFunc func;
  GTask *task; /* (owned) (nullable) */
  gint64 id;
};

/* What the store thread is to do, in values of its own. */
typedef struct
{
  IjkScenarioRecord *copy;     /* (owned) (nullable) what to make first */
  char *names;                 /* (owned) (nullable) of the copy */
  char *copy_label;            /* (owned) (nullable) */
  gboolean is_duplicate;       /* of @scenario_id; else with the settings of @copy */
  gint64 scenario_id;
  gint64 file_revision_id;     /* where it was seen to stand */
  gint64 revision_id;          /* where to go first */
  char *label;                 /* (owned) (nullable) */
  const IjkScenario *scenario; /* (owned) (nullable) what to save then */
} Order;

/* What came of it. Some may be done although the rest failed. */
typedef struct
{
  gint64 file_revision_id;
  IjkScenarioRecord *record;   /* (owned) (nullable) of the copy */
  GPtrArray *scenarios;        /* (owned) (nullable) where the list may differ */
  GError *error;               /* (owned) (nullable) */
} Outcome;

static void
free_order (gpointer data)
{
  Order *self = data;

  g_clear_pointer (&self->copy, ijk_scenario_record_free);
  g_free (self->names);
  g_free (self->copy_label);
  g_free (self->label);
  g_clear_pointer (&self->scenario, ijk_scenario_unref);
  g_free (self);
}

static void
free_outcome (gpointer data)
{
  Outcome *self = data;

  g_clear_pointer (&self->record, ijk_scenario_record_free);
  g_clear_pointer (&self->scenarios, g_ptr_array_unref);
  g_clear_error (&self->error);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Outcome, free_outcome)

static gint64
make_copy (IjkWorkbook *workbook,
           const Order *order,
           const char  *name,
           GError     **error)
{
  g_autoptr (IjkScenarioRecord) record = NULL;

  if (order->is_duplicate)
    return ijk_workbook_duplicate_scenario (workbook, order->scenario_id, name, error);
  record = ijk_scenario_record_copy (order->copy);
  g_free (record->name);
  record->name = g_strdup (name);
  return ijk_workbook_create_scenario (workbook, record, order->copy_label, error);
}

/* Makes the copy under its name, or its name and the first number that is free. */
static gboolean
carry_out_copy (IjkWorkbook *workbook,
                const Order *order,
                Outcome     *outcome)
{
  for (guint i = 1; i <= MAX_NAMES; i++)
    {
      g_autofree char *name
          = i == 1 ? g_strdup (order->names) : g_strdup_printf ("%s %u", order->names, i);
      gint64 id = 0;

      g_clear_error (&outcome->error);
      id = make_copy (workbook, order, name, &outcome->error);
      if (id != 0)
        outcome->record = ijk_workbook_get_scenario (workbook, id, &outcome->file_revision_id,
                                                     &outcome->error);
      if (!g_error_matches (outcome->error, IJK_STORE_ERROR, IJK_STORE_ERROR_EXISTS))
        break;
    }
  return outcome->record != NULL;
}

/* Moves to where the edit was made, and saves it. */
static void
carry_out_edit (IjkWorkbook *workbook,
                const Order *order,
                Outcome     *outcome)
{
  gint64 revision_id = order->file_revision_id;

  if (order->scenario != NULL
      && ijk_scenario_get_reference (order->scenario) != ijk_workbook_get_reference (workbook))
    {
      g_set_error_literal (&outcome->error, IJK_STORE_ERROR, IJK_STORE_ERROR_READ,
                           _("The reference data of the workbook have been renewed; open it again "
                             "before you go on"));
      return;
    }
  if (order->revision_id != order->file_revision_id)
    revision_id = ijk_workbook_return_to (workbook, order->scenario_id, order->file_revision_id,
                                          order->revision_id, &outcome->error);
  if (revision_id == 0)
    return;
  outcome->file_revision_id = revision_id;
  if (order->scenario == NULL)
    return;
  revision_id = ijk_workbook_save_scenario (workbook, order->scenario_id, revision_id,
                                            order->label, order->scenario, &outcome->error);
  if (revision_id != 0)
    outcome->file_revision_id = revision_id;
}

static gpointer
carry_out (IjkWorkbook *workbook,
           gpointer     data,
           GError     **error G_GNUC_UNUSED)
{
  const Order *order = data;
  Outcome *outcome = g_new0 (Outcome, 1);

  outcome->file_revision_id = order->file_revision_id;
  if (order->copy != NULL)
    (void) carry_out_copy (workbook, order, outcome);
  else
    carry_out_edit (workbook, order, outcome);
  /* A move may go over a change of name. */
  if (outcome->error == NULL
      && (order->copy != NULL || order->revision_id != order->file_revision_id))
    outcome->scenarios = ijk_workbook_list_scenarios (workbook, FALSE, &outcome->error);
  return outcome;
}

/* The start of a name, with room for the words around it within the length of one. */
static char *
shorten_name (const char *name)
{
  return g_utf8_substring (name, 0, MIN (g_utf8_strlen (name, -1), IJK_MAX_NAME_LENGTH - 50));
}

static Order *
order_copy_of_template (IjkSession *self)
{
  const IjkScenarioRecord *record = self->document->record;
  g_autofree char *start = shorten_name (record->name);
  Order *order = g_new0 (Order, 1);

  order->copy = ijk_scenario_record_copy (record);
  /* Translators: the name of the copy that is made when a shipped scenario is edited. */
  order->names = g_strdup_printf (_("%s (mine)"), start);
  order->is_duplicate = TRUE;
  order->scenario_id = record->id;
  return order;
}

/* Returns: (transfer full) (nullable): what to do next; %NULL when the file stands right */
static Order *
choose_order (IjkSession *self)
{
  IjkSessionDocument *document = self->document;
  const IjkSessionPoint *point = NULL;
  Order *order = NULL;

  if (document == NULL
      || (g_queue_is_empty (&document->unsaved)
          && (document->is_open
              || ijk_session_document_get (document, document->place)->revision_id
                     == document->file_revision_id)))
    return NULL;
  if (document->record->is_template)
    return order_copy_of_template (self);
  order = g_new0 (Order, 1);
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

/* A new scenario beside the one that cannot be written. It begins with what was in hand when the file
 * was last right; the steps since are saved on it. */
static Order *
order_rescue (IjkSession            *self,
              const IjkSessionPoint *base)
{
  IjkSessionDocument *document = self->document;
  g_autofree char *start = shorten_name (document->record->name);
  Order *order = g_new0 (Order, 1);
  guint n_settings = 0;
  const IjkLeverSetting *settings = ijk_scenario_get_settings (base->scenario, &n_settings);

  order->copy = ijk_scenario_record_copy (document->record);
  g_array_set_size (order->copy->settings, 0);
  if (n_settings > 0)
    g_array_append_vals (order->copy->settings, settings, n_settings);
  /* Translators: the name of the copy made when another program has changed the scenario. */
  order->names = g_strdup_printf (_("%s (my edits)"), start);
  order->copy_label = g_strdup (_("Copied to keep edits"));
  order->scenario_id = document->record->id;
  return order;
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

/* The line goes on in the copy, which has the value of @base: what is before that belongs to the old
 * scenario. The person may have gone elsewhere on the line while the copy was made. */
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
           Outcome         *outcome,
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

/* Those who wait for the file hear why it takes longer. Returns: whether one has no task to hear by */
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
       Order              *order,
       IjkSessionPoint    *point,
       GAsyncReadyCallback callback)
{
  Writing *writing = g_new0 (Writing, 1);

  writing->session = g_object_ref (self);
  writing->point = point != NULL ? ijk_session_point_ref (point) : NULL;
  ijk_session_call_store (self, carry_out, order, free_order, free_outcome, callback, writing);
}

/* What follows everything that has been written. */
static void
finish_write (IjkSession *self,
              Outcome    *outcome)
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
  g_autoptr (Outcome) outcome = ijk_session_call_store_finish (self, result, &error);
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
  g_autoptr (Outcome) outcome = ijk_session_call_store_finish (self, result, &error);
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

      start (self, order_rescue (self, base), base, rescued_cb);
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
      Order *order = NULL;

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

/* The last chance of a session that nobody closed: what is in hand goes to the store in one order, the
 * answer to which nobody waits for. Edits of a shipped scenario have no copy to go to. */
void
ijk_session_hand_over (IjkSession *self)
{
  IjkSessionDocument *document = self->document;
  Order *order = NULL;

  if (self->store == NULL || document == NULL || document->record->is_template)
    return;
  self->is_busy = TRUE; /* nothing else is started */
  ijk_session_finish_step (self);
  if (ijk_session_document_is_settled (document))
    return;
  order = g_new0 (Order, 1);
  order->scenario_id = document->record->id;
  order->file_revision_id = document->file_revision_id;
  order->revision_id = document->file_revision_id;
  order->label = g_strdup (ijk_session_document_get (document, document->place)->label);
  order->scenario = ijk_scenario_ref (self->scenario);
  ijk_store_call_async (self->store, carry_out, order, free_order, free_outcome, NULL, NULL, NULL);
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

/* Gives up on what cannot be written: after a close that failed, when the person wants to go all the
 * same. The scenario in hand stays on the screen. */
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
