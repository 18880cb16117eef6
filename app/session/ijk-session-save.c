/* What the session has to write: a queue of jobs for the store, one under way at a time, because each
 * builds on the revision the one before it made.
 *
 * A job that fails stays first in the queue and is tried again; nothing that was edited is dropped.
 * The one exception is a scenario that another program has changed meanwhile: then both stay, the
 * edits of this session in a copy.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-session-private.h"

#include "ijk-store-error.h"

#include <glib/gi18n-lib.h>

#define RETRY_S 5

/* Names tried for a copy before giving up. */
#define MAX_NAMES 1000

IjkSessionTarget *
ijk_session_target_new (gint64      id,
                        gint64      revision_id,
                        gboolean    is_template,
                        const char *name)
{
  IjkSessionTarget *self = g_new0 (IjkSessionTarget, 1);

  g_atomic_ref_count_init (&self->n_refs);
  self->id = id;
  self->revision_id = revision_id;
  self->is_template = is_template;
  self->name = g_strdup (name);
  return self;
}

IjkSessionTarget *
ijk_session_target_ref (IjkSessionTarget *self)
{
  g_atomic_ref_count_inc (&self->n_refs);
  return self;
}

void
ijk_session_target_unref (IjkSessionTarget *self)
{
  if (!g_atomic_ref_count_dec (&self->n_refs))
    return;
  g_free (self->name);
  g_free (self);
}

static void
free_job (IjkSessionJob *self)
{
  g_clear_pointer (&self->target, ijk_session_target_unref);
  g_clear_pointer (&self->step, ijk_session_step_unref);
  g_free (self);
}

/* One job as the store thread sees it: plain values only. */
typedef struct
{
  IjkSessionJobKind kind;
  gint64 scenario_id, base_revision, revision_id;
  char *label;                 /* (owned) (nullable) */
  char *name;                  /* (owned) (nullable) of a copy */
  const IjkScenario *scenario; /* (owned) (nullable) */
  gboolean wants_values;       /* read the scenario after the move */
} Order;

typedef struct
{
  gint64 scenario_id, revision_id;
  char *name;                  /* (owned) (nullable) */
  IjkScenario *scenario;       /* (owned) (nullable) */
} Outcome;

static void
free_order (gpointer data)
{
  Order *self = data;

  g_free (self->label);
  g_free (self->name);
  g_clear_pointer (&self->scenario, ijk_scenario_unref);
  g_free (self);
}

static void
free_outcome (gpointer data)
{
  Outcome *self = data;

  g_free (self->name);
  g_clear_pointer (&self->scenario, ijk_scenario_unref);
  g_free (self);
}

/* Copies a scenario under the name, or the name and the first number that is free. */
static gint64
copy_under_free_name (IjkWorkbook *workbook,
                      gint64       scenario_id,
                      const char  *name,
                      char       **used,
                      GError     **error)
{
  for (guint i = 1; i <= MAX_NAMES; i++)
    {
      g_autofree char *tried = i == 1 ? g_strdup (name) : g_strdup_printf ("%s %u", name, i);
      GError *failure = NULL;
      const gint64 id = ijk_workbook_duplicate_scenario (workbook, scenario_id, tried, &failure);

      if (id != 0)
        {
          *used = g_steal_pointer (&tried);
          return id;
        }
      if (!g_error_matches (failure, IJK_STORE_ERROR, IJK_STORE_ERROR_EXISTS) || i == MAX_NAMES)
        {
          g_propagate_error (error, failure);
          return 0;
        }
      g_error_free (failure);
    }
  g_assert_not_reached ();
}

static gpointer
carry_out (IjkWorkbook *workbook,
           gpointer     data,
           GError     **error)
{
  const Order *order = data;
  g_autoptr (GError) failure = NULL;
  Outcome *outcome = g_new0 (Outcome, 1);

  outcome->scenario_id = order->scenario_id;
  switch (order->kind)
    {
    case IJK_JOB_SAVE:
      outcome->revision_id
          = ijk_workbook_save_scenario (workbook, order->scenario_id, order->base_revision,
                                        order->label, order->scenario, &failure);
      break;
    case IJK_JOB_MOVE:
      outcome->revision_id
          = order->revision_id == order->base_revision
                ? order->revision_id
                : ijk_workbook_return_to (workbook, order->scenario_id, order->base_revision,
                                          order->revision_id, &failure);
      break;
    case IJK_JOB_COPY:
      outcome->scenario_id = copy_under_free_name (workbook, order->scenario_id, order->name,
                                                   &outcome->name, &failure);
      break;
    }
  if (failure == NULL && (order->wants_values || order->kind == IJK_JOB_COPY))
    outcome->scenario = ijk_workbook_load_scenario (workbook, outcome->scenario_id,
                                                    &outcome->revision_id, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      free_outcome (outcome);
      return NULL;
    }
  return outcome;
}

static gboolean
retry_cb (gpointer data)
{
  IjkSession *self = data;

  self->retry_source = 0;
  ijk_session_pump (self);
  return G_SOURCE_REMOVE;
}

/* Wakes those who wait for the queue to empty, or tells them why it does not. */
static void
answer_closing (IjkSession *self)
{
  if (self->closing->len == 0 || self->is_job_under_way
      || (!g_queue_is_empty (&self->jobs) && self->save_error == NULL))
    return;
  while (self->closing->len > 0)
    {
      g_autoptr (GTask) task = g_ptr_array_steal_index (self->closing, 0);

      if (self->save_error != NULL)
        g_task_return_error (task, g_error_copy (self->save_error));
      else
        g_task_return_boolean (task, TRUE);
    }
}

/* Another program has changed the scenario: go on in a copy that holds the edits of this session. */
static void
rescue (IjkSession    *self,
        IjkSessionJob *job)
{
  IjkSessionJob *copy = NULL;
  g_autoptr (GError) told = NULL;

  told = g_error_new (IJK_STORE_ERROR, IJK_STORE_ERROR_CONFLICT,
                      /* Translators: %s is the name of a scenario. */
                      _("“%s” was changed elsewhere meanwhile. Your edits go on in a copy; nothing is lost"),
                      job->target->name);
  copy = g_new0 (IjkSessionJob, 1);
  copy->kind = IJK_JOB_COPY;
  copy->target = ijk_session_target_ref (job->target);
  copy->is_rescue = TRUE;
  /* Moves of the old scenario mean nothing in the copy; the newest values are saved instead. */
  for (GList *link = self->jobs.head, *next = NULL; link != NULL; link = next)
    {
      IjkSessionJob *other = link->data;

      next = link->next;
      if (other->target != job->target || other->kind == IJK_JOB_SAVE)
        continue;
      g_queue_delete_link (&self->jobs, link);
      free_job (other);
    }
  g_queue_push_head (&self->jobs, copy);
  ijk_session_fail (self, told);
}

static void
take_outcome (IjkSession    *self,
              IjkSessionJob *job,
              Outcome       *outcome)
{
  IjkSessionTarget *target = job->target;
  const gint64 base = target->revision_id;
  const gboolean is_in_hand = target == self->target;

  target->revision_id = outcome->revision_id;
  switch (job->kind)
    {
    case IJK_JOB_SAVE:
      job->step->before_revision = base;
      job->step->after_revision = outcome->revision_id;
      break;
    case IJK_JOB_MOVE:
      /* Values of an earlier day have just been read. */
      if (job->step != NULL && outcome->scenario != NULL)
        {
          const IjkScenario **slot = job->is_backward ? &job->step->before : &job->step->after;

          if (*slot == NULL)
            *slot = ijk_scenario_ref (outcome->scenario);
        }
      if (is_in_hand && outcome->scenario != NULL)
        ijk_session_set_scenario (self, outcome->scenario);
      if (is_in_hand && job->step == NULL)
        ijk_session_reload (self); /* undo goes on from there */
      break;
    case IJK_JOB_COPY:
      target->id = outcome->scenario_id;
      g_free (target->name);
      target->name = g_strdup (outcome->name);
      if (job->is_rescue)
        {
          /* Saves that wait go to the copy; without one the values in hand are saved now. */
          if (is_in_hand)
            ijk_session_forget_steps (self);
        }
      if (is_in_hand)
        {
          ijk_session_notify (self, PROP_SCENARIO_ID);
          ijk_session_notify (self, PROP_SCENARIO_NAME);
          ijk_session_notify (self, PROP_READ_ONLY);
        }
      ijk_session_refresh_list (self);
      break;
    }
  if (is_in_hand)
    g_signal_emit_by_name (self, "history-changed");
}

static void
job_done_cb (GObject      *source G_GNUC_UNUSED,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (IjkSession) self = data;
  g_autoptr (GError) error = NULL;
  Outcome *outcome = ijk_store_call_finish (self->store, result, &error);
  IjkSessionJob *job = g_queue_pop_head (&self->jobs);

  self->is_job_under_way = FALSE;
  g_clear_error (&self->save_error);
  if (outcome != NULL)
    {
      take_outcome (self, job, outcome);
      free_outcome (outcome);
      free_job (job);
    }
  else if (g_error_matches (error, IJK_STORE_ERROR, IJK_STORE_ERROR_CONFLICT) && !job->is_rescue)
    {
      g_queue_push_head (&self->jobs, job);
      rescue (self, job);
    }
  else if (job->kind == IJK_JOB_MOVE)
    {
      /* A place in the history that is not there: read what is. */
      ijk_session_fail (self, error);
      if (job->target == self->target)
        ijk_session_reload (self);
      free_job (job);
    }
  else
    {
      self->save_error = g_error_copy (error);
      g_queue_push_head (&self->jobs, job);
      ijk_session_fail (self, error);
      if (self->retry_source == 0)
        self->retry_source = g_timeout_add_seconds (RETRY_S, retry_cb, self);
    }
  if (self->save_error == NULL)
    ijk_session_pump (self);
  answer_closing (self);
}

static Order *
make_order (IjkSession          *self,
            const IjkSessionJob *job)
{
  Order *order = g_new0 (Order, 1);
  const IjkSessionStep *step = job->step;

  order->kind = job->kind;
  order->scenario_id = job->target->id;
  order->base_revision = job->target->revision_id;
  switch (job->kind)
    {
    case IJK_JOB_SAVE:
      order->label = g_strdup (step->label);
      order->scenario = ijk_scenario_ref (step->after);
      break;
    case IJK_JOB_MOVE:
      order->revision_id = step == NULL ? job->revision_id
                           : job->is_backward ? step->before_revision
                                              : step->after_revision;
      order->wants_values
          = step == NULL || (job->is_backward ? step->before : step->after) == NULL;
      break;
    case IJK_JOB_COPY:
      /* Translators: the name of a copy of a scenario; %s is the name of that one. */
      order->name = g_strdup_printf (job->is_rescue ? _("%s (my edits)") : _("%s (mine)"),
                                     job->target->name);
      break;
    }
  (void) self;
  return order;
}

/* Starts the next job, unless one is under way. */
void
ijk_session_pump (IjkSession *self)
{
  const IjkSessionJob *job = g_queue_peek_head (&self->jobs);

  if (job == NULL || self->is_job_under_way || self->store == NULL)
    return;
  self->is_job_under_way = TRUE;
  ijk_store_call_async (self->store, carry_out, make_order (self, job), free_order, free_outcome,
                        NULL, job_done_cb, g_object_ref (self));
}

void
ijk_session_push_job (IjkSession       *self,
                      IjkSessionJobKind kind,
                      IjkSessionStep   *step,
                      gboolean          is_backward,
                      gint64            revision_id)
{
  IjkSessionJob *job = g_new0 (IjkSessionJob, 1);

  job->kind = kind;
  job->target = ijk_session_target_ref (self->target);
  job->step = step != NULL ? ijk_session_step_ref (step) : NULL;
  job->is_backward = is_backward;
  job->revision_id = revision_id;
  g_queue_push_tail (&self->jobs, job);
  ijk_session_pump (self);
}

void
ijk_session_drop_jobs (IjkSession *self)
{
  g_clear_handle_id (&self->retry_source, g_source_remove);
  g_queue_clear_full (&self->jobs, (GDestroyNotify) free_job);
}

/* Back to any earlier state of the scenario in hand; also that is in the history. */
void
ijk_session_return_to (IjkSession *self,
                       gint64      revision_id)
{
  g_return_if_fail (IJK_IS_SESSION (self));
  if (self->target == NULL || self->is_file_read_only || self->target->is_template)
    return;
  ijk_session_forget_steps (self);
  ijk_session_push_job (self, IJK_JOB_MOVE, NULL, FALSE, revision_id);
}

/**
 * ijk_session_close_async:
 *
 * Writes what is under way and closes the file. When something cannot be saved, the finish function
 * says why and the file stays open.
 */
void
ijk_session_close_async (IjkSession          *self,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_return_if_fail (IJK_IS_SESSION (self));
  g_task_set_source_tag (task, ijk_session_close_async);
  g_ptr_array_add (self->closing, task);
  self->step_depth = MIN (self->step_depth, 1);
  ijk_session_end_step (self);
  ijk_session_commit_tail (self);
  if (self->save_error != NULL)
    {
      g_clear_error (&self->save_error);
      ijk_session_pump (self);
    }
  answer_closing (self);
}

gboolean
ijk_session_close_finish (IjkSession   *self,
                          GAsyncResult *result,
                          GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  ijk_session_drop_landscape (self);
  g_cancellable_cancel (self->compare_cancellable);
  g_cancellable_cancel (self->select_cancellable);
  g_clear_pointer (&self->store, ijk_store_close);
  return TRUE;
}
