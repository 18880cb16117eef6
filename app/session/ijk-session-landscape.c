/* The landscape of two levers for the scenario in hand: a background job that starts again when the
 * scenario differs, and a clock that fetches what it has so far.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-session-private.h"

/* A picture gets finer this often; twice in a blink. */
#define POLL_MS 60

static void
stop_job (IjkSession *self)
{
  g_clear_handle_id (&self->landscape_source, g_source_remove);
  if (self->landscape_job != NULL)
    ijk_landscape_job_cancel (self->landscape_job);
  g_clear_pointer (&self->landscape_job, ijk_landscape_job_free);
}

void
ijk_session_drop_landscape (IjkSession *self)
{
  stop_job (self);
  g_clear_pointer (&self->landscape, ijk_landscape_unref);
  g_clear_pointer (&self->landscape_scenario, ijk_scenario_unref);
  self->is_landscape_done = FALSE;
}

static gboolean
poll_cb (gpointer data)
{
  IjkSession *self = data;
  const gboolean is_done = ijk_landscape_job_is_done (self->landscape_job);
  g_autoptr (IjkLandscape) now = ijk_landscape_job_snapshot (self->landscape_job);

  if (is_done)
    {
      self->landscape_source = 0;
      stop_job (self);
    }
  /* The picture of before stays until the new one has something to show. */
  if (now->n_done > 0 && (now != self->landscape || is_done))
    {
      g_clear_pointer (&self->landscape, ijk_landscape_unref);
      self->landscape = g_steal_pointer (&now);
      self->is_landscape_done = is_done;
      ijk_session_notify (self, PROP_LANDSCAPE);
    }
  return is_done ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
}

/* Behind everything that is to be drawn. */
static gboolean
start_cb (gpointer data)
{
  IjkSession *self = data;
  const guint n_processors = g_get_num_processors ();

  /* One is left to the window. */
  self->landscape_job = ijk_landscape_job_start (self->landscape_scenario, &self->question,
                                                 n_processors > 1 ? n_processors - 1 : 1);
  self->landscape_source = g_timeout_add (POLL_MS, poll_cb, self);
  return G_SOURCE_REMOVE;
}

/* Starts again when the scenario in hand is not the one that was asked about. While a drag lasts
 * the job only stops, so that it does not take time from the runs. */
void
ijk_session_update_landscape (IjkSession *self)
{
  g_autoptr (GError) error = NULL;

  if (!self->has_question || self->scenario == NULL
      || (self->landscape_scenario != NULL
          && ijk_scenario_equal (self->landscape_scenario, self->scenario)))
    return;
  stop_job (self);
  g_clear_pointer (&self->landscape_scenario, ijk_scenario_unref);
  self->is_landscape_done = FALSE;
  if (self->step_depth > 0)
    return;
  if (!ijk_landscape_question_check (self->reference, &self->question, &error))
    {
      self->has_question = FALSE;
      ijk_session_fail (self, error);
      return;
    }
  self->landscape_scenario = ijk_scenario_ref (self->scenario);
  self->landscape_source = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, start_cb, self, NULL);
}

static gboolean
is_same_question (const IjkLandscapeQuestion *a,
                  const IjkLandscapeQuestion *b)
{
  return a->x.lever == b->x.lever && a->x.from == b->x.from && a->x.to == b->x.to
         && a->y.lever == b->y.lever && a->y.from == b->y.from && a->y.to == b->y.to
         && a->n_columns == b->n_columns && a->n_rows == b->n_rows && a->outcome == b->outcome
         && a->year == b->year;
}

/**
 * ijk_session_ask_landscape:
 * @question: (nullable): what to work out; %NULL stops
 *
 * The same question again changes nothing.
 */
void
ijk_session_ask_landscape (IjkSession                 *self,
                           const IjkLandscapeQuestion *question)
{
  g_return_if_fail (IJK_IS_SESSION (self));
  if (question == NULL)
    {
      if (!self->has_question)
        return;
      self->has_question = FALSE;
      ijk_session_drop_landscape (self);
      ijk_session_notify (self, PROP_LANDSCAPE);
      return;
    }
  if (self->has_question && is_same_question (&self->question, question))
    return;
  self->question = *question;
  self->has_question = TRUE;
  /* The picture of another question is no first approximation of this one. */
  ijk_session_drop_landscape (self);
  ijk_session_notify (self, PROP_LANDSCAPE);
  ijk_session_update_landscape (self);
}

/* Returns: (transfer none) (nullable): as far as it is known; perhaps still of the scenario before
 * */
const IjkLandscape *
ijk_session_get_landscape (IjkSession *self)
{
  g_return_val_if_fail (IJK_IS_SESSION (self), NULL);
  return self->landscape;
}

gboolean
ijk_session_landscape_is_done (IjkSession *self)
{
  g_return_val_if_fail (IJK_IS_SESSION (self), FALSE);
  return self->is_landscape_done;
}
