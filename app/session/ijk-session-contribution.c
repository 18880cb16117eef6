/* Which policy made the difference, for the number that is asked about: a background job that starts
 * again when the scenario differs, and a clock that asks whether it is done.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-session-private.h"

#define POLL_MS 40

static void
stop_job (IjkSession *self)
{
  g_clear_handle_id (&self->contribution_source, g_source_remove);
  if (self->contribution_job != NULL)
    ijk_contribution_job_cancel (self->contribution_job);
  g_clear_pointer (&self->contribution_job, ijk_contribution_job_free);
}

/* @is_asked_again: whether the number is still asked about, of what comes next. */
void
ijk_session_drop_contributions (IjkSession *self,
                                gboolean    is_asked_again)
{
  stop_job (self);
  g_clear_pointer (&self->contributions, ijk_contributions_unref);
  g_clear_pointer (&self->contribution_scenario, ijk_scenario_unref);
  if (!is_asked_again)
    self->has_asked_number = FALSE;
}

static gboolean
poll_cb (gpointer data)
{
  IjkSession *self = data;
  const IjkContributions *found = ijk_contribution_job_finish (self->contribution_job);

  if (found == NULL)
    {
      /* How far it is shows too. */
      ijk_session_notify (self, PROP_CONTRIBUTIONS);
      return G_SOURCE_CONTINUE;
    }
  self->contribution_source = 0;
  stop_job (self);
  g_clear_pointer (&self->contributions, ijk_contributions_unref);
  self->contributions = found;
  ijk_session_notify (self, PROP_CONTRIBUTIONS);
  return G_SOURCE_REMOVE;
}

/* Behind everything that is to be drawn. */
static gboolean
start_cb (gpointer data)
{
  IjkSession *self = data;
  const guint n_processors = g_get_num_processors ();

  /* One is left to the window. */
  self->contribution_job = ijk_contribution_job_start (
      self->law_result->scenario, self->contribution_scenario, &self->asked_number,
      n_processors > 1 ? n_processors - 1 : 1);
  self->contribution_source = g_timeout_add (POLL_MS, poll_cb, self);
  return G_SOURCE_REMOVE;
}

/* Starts again when the scenario in hand is not the one that was asked about. While a drag lasts
 * the job only stops, so that it does not take time from the runs. */
void
ijk_session_update_contributions (IjkSession *self)
{
  if (!self->has_asked_number || self->scenario == NULL || self->law_result == NULL
      || (self->contribution_scenario != NULL
          && ijk_scenario_equal (self->contribution_scenario, self->scenario)))
    return;
  /* Shares of another difference are no first approximation of these. */
  ijk_session_drop_contributions (self, TRUE);
  ijk_session_notify (self, PROP_CONTRIBUTIONS);
  if (self->step_depth > 0)
    return;
  self->contribution_scenario = ijk_scenario_ref (self->scenario);
  self->contribution_source = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, start_cb, self, NULL);
}

/**
 * ijk_session_ask_contributions:
 * @number: (nullable): of the reference in hand, and one for which ijk_contributions_are_defined();
 *   %NULL stops
 *
 * The same number again changes nothing.
 */
void
ijk_session_ask_contributions (IjkSession           *self,
                               const IjkAskedNumber *number)
{
  g_return_if_fail (IJK_IS_SESSION (self));
  g_return_if_fail (number == NULL || ijk_contributions_are_defined (number));

  if (number == NULL ? !self->has_asked_number
                     : self->has_asked_number
                           && ijk_asked_number_equal (&self->asked_number, number))
    return;
  ijk_session_drop_contributions (self, FALSE);
  if (number != NULL)
    {
      self->asked_number = *number;
      self->has_asked_number = TRUE;
    }
  ijk_session_notify (self, PROP_CONTRIBUTIONS);
  ijk_session_update_contributions (self);
}

/* Returns: (transfer none) (nullable): NULL while they are worked out */
const IjkContributions *
ijk_session_get_contributions (IjkSession *self)
{
  g_return_val_if_fail (IJK_IS_SESSION (self), NULL);

  return self->contributions;
}

/* From 0 to 1: how many of the runs are done. */
double
ijk_session_contributions_progress (IjkSession *self)
{
  g_return_val_if_fail (IJK_IS_SESSION (self), 0);

  if (self->contributions != NULL)
    return 1;
  return self->contribution_job != NULL ? ijk_contribution_job_progress (self->contribution_job) : 0;
}
