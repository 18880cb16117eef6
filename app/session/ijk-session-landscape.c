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
  IjkLandscape *now = ijk_landscape_job_snapshot (self->landscape_job);

  /* The picture of before stays until the new one has something to show. */
  if (now != NULL && now->n_done > 0)
    {
      g_clear_pointer (&self->landscape, ijk_landscape_unref);
      self->landscape = g_steal_pointer (&now);
      self->is_landscape_done = is_done;
      ijk_session_notify (self, PROP_LANDSCAPE);
    }
  g_clear_pointer (&now, ijk_landscape_unref);
  if (!is_done)
    return G_SOURCE_CONTINUE;
  self->landscape_source = 0;
  stop_job (self);
  return G_SOURCE_REMOVE;
}

/* Starts again when the scenario in hand is not the one that was asked about. Not during a drag. */
void
ijk_session_update_landscape (IjkSession *self)
{
  if (!self->has_question || self->scenario == NULL || self->step_depth > 0
      || self->landscape_scenario == self->scenario)
    return;
  if (self->landscape_scenario != NULL
      && ijk_scenario_equal (self->landscape_scenario, self->scenario))
    return;
  stop_job (self);
  g_clear_pointer (&self->landscape_scenario, ijk_scenario_unref);
  self->landscape_scenario = ijk_scenario_ref (self->scenario);
  self->is_landscape_done = FALSE;
  self->landscape_job = ijk_landscape_job_start (self->scenario, &self->question, 0);
  self->landscape_source = g_timeout_add (POLL_MS, poll_cb, self);
  ijk_session_notify (self, PROP_LANDSCAPE);
}

/**
 * ijk_session_ask_landscape:
 * @question: (nullable): what to work out; %NULL stops
 *
 * A question that ijk_landscape_question_check() refuses is a bug of the caller.
 */
void
ijk_session_ask_landscape (IjkSession                 *self,
                           const IjkLandscapeQuestion *question)
{
  g_return_if_fail (IJK_IS_SESSION (self));
  if (question == NULL)
    {
      self->has_question = FALSE;
      ijk_session_drop_landscape (self);
      ijk_session_notify (self, PROP_LANDSCAPE);
      return;
    }
  g_return_if_fail (self->reference == NULL
                    || ijk_landscape_question_check (self->reference, question, NULL));
  self->question = *question;
  self->has_question = TRUE;
  g_clear_pointer (&self->landscape_scenario, ijk_scenario_unref);
  ijk_session_update_landscape (self);
}

/* Returns: (transfer none) (nullable): as far as it is known; perhaps still of the scenario before */
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
