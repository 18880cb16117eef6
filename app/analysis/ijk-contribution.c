/* The runs behind contributions of levers.
 *
 * A run is one combination: some levers as in the scenario, the others as in the base. Threads take
 * the next combination from one list and write its number in its own place. What a combination is
 * stands in ijk-contribution-combination.c, what is made of the numbers in ijk-contribution-sum.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-contribution-private.h"

#include "ijk-run.h"

/* ---- jobs ---- */

static gpointer
work (gpointer data)
{
  IjkContributionJob *job = data;
  g_autoptr (IjkWorkspace) workspace = ijk_workspace_new (job->reference);
  g_autofree guint8 *is_switched = g_new0 (guint8, job->keys->len + 1);

  while (!g_atomic_int_get (&job->is_cancelled))
    {
      const guint task = (guint) g_atomic_int_add (&job->next, 1);
      g_autoptr (IjkScenario) scenario = NULL;

      if (task >= job->n_tasks)
        break;
      scenario = ijk_contribution_combine (job, task, is_switched);
      job->values[task]
          = ijk_asked_number_value (&job->number, ijk_run (job->reference, scenario, workspace));
      g_atomic_int_inc (&job->n_done);
    }
  return NULL;
}

static double
run_once (IjkContributionJob *job,
          const IjkScenario  *scenario)
{
  g_autoptr (IjkWorkspace) workspace = ijk_workspace_new (job->reference);

  return ijk_asked_number_value (&job->number, ijk_run (job->reference, scenario, workspace));
}

static IjkContributionJob *
new_job (const IjkScenario    *base,
         const IjkScenario    *scenario,
         const IjkAskedNumber *number)
{
  IjkContributionJob *job = g_new0 (IjkContributionJob, 1);

  job->number = *number;
  job->reference = ijk_reference_ref (ijk_scenario_get_reference (scenario));
  job->base = ijk_scenario_ref (base);
  job->scenario = ijk_scenario_ref (scenario);
  ijk_contribution_find_pieces (job);
  job->is_exact = job->keys->len <= IJK_CONTRIBUTION_MAX_EXACT;
  if (job->is_exact)
    job->n_tasks = 1u << job->keys->len;
  else
    {
      ijk_contribution_draw_orders (job);
      job->n_tasks = job->n_orders * (job->keys->len - 1);
      job->before = run_once (job, base);
      job->after = run_once (job, scenario);
    }
  job->values = g_new0 (double, job->n_tasks);
  return job;
}

/* A system that is short of threads gives fewer, which is no reason to fail. */
static void
start_threads (IjkContributionJob *job,
               guint               n_threads)
{
  while (job->n_threads < MIN (MIN (n_threads, job->n_tasks), IJK_CONTRIBUTION_MAX_THREADS))
    {
      GThread *thread = g_thread_try_new ("ijk-contribution", work, job, NULL);

      if (thread == NULL)
        return;
      job->threads[job->n_threads++] = thread;
    }
}

static void
join_threads (IjkContributionJob *job)
{
  while (job->n_threads > 0)
    g_thread_join (job->threads[--job->n_threads]);
}

/* ---- public ---- */

/**
 * ijk_contribution_job_start:
 * @base: what is compared with; on the same reference
 * @number: one for which ijk_contributions_are_defined()
 * @n_threads: 0 for one a processor
 *
 * Starts the runs in the background.
 *
 * Returns: (transfer full): the job
 */
IjkContributionJob *
ijk_contribution_job_start (const IjkScenario    *base,
                            const IjkScenario    *scenario,
                            const IjkAskedNumber *number,
                            guint                 n_threads)
{
  IjkContributionJob *job = NULL;

  g_return_val_if_fail (base != NULL && scenario != NULL && number != NULL, NULL);
  g_return_val_if_fail (
      ijk_scenario_get_reference (base) == ijk_scenario_get_reference (scenario), NULL);
  g_return_val_if_fail (ijk_contributions_are_defined (number), NULL);

  job = new_job (base, scenario, number);
  start_threads (job, n_threads == 0 ? g_get_num_processors () : n_threads);
  /* Without any thread the answer comes late, but it comes. */
  if (job->n_threads == 0)
    work (job);
  return job;
}

/**
 * ijk_contributions_new:
 * @base: what is compared with; on the same reference
 * @number: one for which ijk_contributions_are_defined()
 * @n_threads: 0 for one a processor; the caller's is one of them
 *
 * Does all runs and waits for them. The numbers are the same for any number of threads.
 *
 * Returns: (transfer full): the contributions; without levers where nothing differs
 */
IjkContributions *
ijk_contributions_new (const IjkScenario    *base,
                       const IjkScenario    *scenario,
                       const IjkAskedNumber *number,
                       guint                 n_threads)
{
  g_autoptr (IjkContributionJob) job = NULL;

  g_return_val_if_fail (base != NULL && scenario != NULL && number != NULL, NULL);
  g_return_val_if_fail (
      ijk_scenario_get_reference (base) == ijk_scenario_get_reference (scenario), NULL);
  g_return_val_if_fail (ijk_contributions_are_defined (number), NULL);

  job = new_job (base, scenario, number);
  start_threads (job, (n_threads == 0 ? g_get_num_processors () : n_threads) - 1);
  work (job);
  join_threads (job);
  return ijk_contribution_sum (job);
}

/* From 0 to 1; 1 when ijk_contribution_job_finish() has an answer. */
double
ijk_contribution_job_progress (IjkContributionJob *job)
{
  g_return_val_if_fail (job != NULL, 1);

  return (double) g_atomic_int_get (&job->n_done) / job->n_tasks;
}

/**
 * ijk_contribution_job_finish:
 *
 * Returns: (transfer full) (nullable): NULL while runs are under way, and for ever of a job that
 *   was cancelled before its last run
 */
IjkContributions *
ijk_contribution_job_finish (IjkContributionJob *job)
{
  g_return_val_if_fail (job != NULL, NULL);

  if ((guint) g_atomic_int_get (&job->n_done) < job->n_tasks)
    return NULL;
  join_threads (job);
  return ijk_contribution_sum (job);
}

/* Returns at once; the threads stop after the run they are in. @job: (nullable) */
void
ijk_contribution_job_cancel (IjkContributionJob *job)
{
  if (job != NULL)
    g_atomic_int_set (&job->is_cancelled, 1);
}

/* Cancels and waits for the runs under way, which is less than a millisecond. @job: (nullable) */
void
ijk_contribution_job_free (IjkContributionJob *job)
{
  if (job == NULL)
    return;
  ijk_contribution_job_cancel (job);
  join_threads (job);
  g_array_unref (job->pieces);
  g_array_unref (job->keys);
  g_free (job->orders);
  g_free (job->values);
  ijk_scenario_unref (job->base);
  ijk_scenario_unref (job->scenario);
  ijk_reference_unref (job->reference);
  g_free (job);
}
