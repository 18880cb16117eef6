/* The runs of a landscape, and pictures of what is known so far.
 *
 * All threads take the next point of one list, which goes from coarse to fine. They share only
 * immutable values: the question, and for each column the scenario with its first lever set. What
 * they find goes to the memory of that point alone; the flag of the point is set after it,
 * atomically, so whoever sees the flag sees the numbers. There are no locks to wait for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-landscape.h"

#include "ijk-run.h"

#include <math.h>
#include <string.h>

/* Each eighth point of each eighth row first, then each fourth, and so on. */
#define COARSEST_STEP 8

#define MAX_THREADS 64

typedef struct
{
  IjkLandscape public;
  double *numbers;    /* (owned) x, y and values, one behind the other */
  guint8 *is_limited; /* (owned) */
} Private;

struct _IjkLandscapeJob
{
  IjkLandscapeQuestion question;
  const IjkReference *reference; /* (owned) */
  const IjkScenario *scenario;   /* (owned) */
  IjkScenario **of_column;       /* (owned) (array length=n_columns): first lever set */
  double *x, *y;                 /* (owned) */
  guint n_points;
  guint *order;                  /* (owned) points, coarse to fine */
  /* written by the threads, each point by one of them */
  double *values;                /* (owned) */
  guint8 *is_limited;            /* (owned) */
  int *is_known;                 /* (owned) atomic */
  int next;                      /* atomic: place in order of the point to take */
  int n_done;                    /* atomic */
  int is_cancelled;              /* atomic */
  /* of the caller */
  GThread *threads[MAX_THREADS];
  guint n_threads;
  IjkLandscape *latest;          /* (owned) (nullable): the last snapshot */
};

/* Even distances; both ends to the last bit. */
static double *
make_axis (const IjkLandscapeAxis *axis,
           guint                   n)
{
  double *points = g_new (double, n);

  for (guint i = 0; i < n; i++)
    points[i] = axis->from + (axis->to - axis->from) * i / (n - 1);
  points[n - 1] = axis->to;
  return points;
}

static guint *
make_order (guint n_columns,
            guint n_rows)
{
  guint *order = g_new (guint, n_columns * n_rows);
  guint n = 0;

  for (guint step = COARSEST_STEP; step >= 1; step /= 2)
    for (guint row = 0; row < n_rows; row += step)
      for (guint column = 0; column < n_columns; column += step)
        if (step == COARSEST_STEP || row % (2 * step) != 0 || column % (2 * step) != 0)
          order[n++] = row * n_columns + column;
  g_assert (n == n_columns * n_rows);
  return order;
}

/* Returns: (transfer full): @scenario with the lever of @axis at @number for the whole country */
static IjkScenario *
set_lever (const IjkScenario      *scenario,
           const IjkLandscapeAxis *axis,
           double                  number)
{
  const IjkReference *reference = ijk_scenario_get_reference (scenario);
  const IjkLeverKey key = { axis->lever, IJK_SCOPE_NATIONAL, 0 };
  IjkLeverValue value = { .number = number };
  g_autoptr (GError) error = NULL;
  IjkScenario *set = NULL;

  if (reference->levers[axis->lever].kind == IJK_LEVER_KIND_PATH)
    value = (IjkLeverValue) { .n_points = 1, .points = { { IJK_FIRST_FREE_YEAR, number } } };
  set = ijk_scenario_with_lever (scenario, &key, &value, &error);
  g_assert_no_error (error); /* the question has been checked */
  return set;
}

/* The outcome of one run, in its unit. */
static double
get_outcome (const IjkResult *result,
             IjkOutcome       outcome,
             int              year)
{
  const IjkReference *reference = result->reference;
  const guint t = IJK_YEAR_INDEX (year);
  const gsize first = (gsize) t * reference->n_sectors;
  double sum = 0;

  switch (outcome)
    {
    case IJK_OUTCOME_EMISSIONS:
      for (guint s = 0; s < reference->n_sectors; s++)
        if (reference->sectors[s].is_in_industry)
          sum += result->sector_emissions_kt[first + s];
      return sum;
    case IJK_OUTCOME_LEVY:
      for (guint s = 0; s < reference->n_sectors; s++)
        sum += result->sector_net_levy_meur[first + s];
      return sum;
    case IJK_OUTCOME_SUBSIDY:
      for (guint i = IJK_YEAR_INDEX (IJK_FIRST_FREE_YEAR); i <= t; i++)
        sum += result->nation_sde_paid_meur[i];
      return sum;
    case IJK_OUTCOME_STATE_COST:
      return result->nation_state_cost_meur[t];
    case IJK_N_OUTCOMES:
      break;
    }
  g_assert_not_reached ();
}

static guint8
is_held_by_storage (const IjkResult *result,
                    int              year)
{
  const guint n_cells = result->reference->n_cells;
  const double *limits = result->cell_binding_limit + (gsize) IJK_YEAR_INDEX (year) * n_cells;

  for (guint c = 0; c < n_cells; c++)
    if (limits[c] == IJK_LIMIT_CCS_CAPACITY)
      return 1;
  return 0;
}

static void
work_out_point (IjkLandscapeJob *job,
                guint            point,
                IjkWorkspace    *workspace)
{
  const IjkLandscapeQuestion *question = &job->question;
  const guint column = point % question->n_columns;
  const guint row = point / question->n_columns;
  g_autoptr (IjkScenario) scenario
      = set_lever (job->of_column[column], &question->y, job->y[row]);
  const IjkResult *result = ijk_run (job->reference, scenario, workspace);

  job->values[point] = get_outcome (result, question->outcome, question->year);
  job->is_limited[point] = is_held_by_storage (result, question->year);
  g_atomic_int_set (&job->is_known[point], 1);
  g_atomic_int_inc (&job->n_done);
}

/* What each thread does: the next point until there is none, or nobody wants it any more. */
static gpointer
work (gpointer data)
{
  IjkLandscapeJob *job = data;
  g_autoptr (IjkWorkspace) workspace = ijk_workspace_new (job->reference);

  while (!g_atomic_int_get (&job->is_cancelled))
    {
      const guint place = (guint) g_atomic_int_add (&job->next, 1);

      if (place >= job->n_points)
        break;
      work_out_point (job, job->order[place], workspace);
    }
  return NULL;
}

static IjkLandscapeJob *
new_job (const IjkScenario          *scenario,
         const IjkLandscapeQuestion *question)
{
  IjkLandscapeJob *job = g_new0 (IjkLandscapeJob, 1);

  job->question = *question;
  job->scenario = ijk_scenario_ref (scenario);
  job->reference = ijk_reference_ref (ijk_scenario_get_reference (scenario));
  job->n_points = question->n_columns * question->n_rows;
  job->x = make_axis (&question->x, question->n_columns);
  job->y = make_axis (&question->y, question->n_rows);
  job->order = make_order (question->n_columns, question->n_rows);
  job->of_column = g_new (IjkScenario *, question->n_columns);
  for (guint i = 0; i < question->n_columns; i++)
    job->of_column[i] = set_lever (scenario, &question->x, job->x[i]);
  job->values = g_new (double, job->n_points);
  job->is_limited = g_new0 (guint8, job->n_points);
  job->is_known = g_new0 (int, job->n_points);
  return job;
}

static guint
count_threads (const IjkLandscapeJob *job,
               guint                  n_threads)
{
  if (n_threads == 0)
    n_threads = g_get_num_processors ();
  return MIN (MIN (n_threads, job->n_points), MAX_THREADS);
}

/* A system that is short of threads gives fewer, which is no reason to fail. */
static void
start_threads (IjkLandscapeJob *job,
               guint            n_threads)
{
  while (job->n_threads < n_threads)
    {
      GThread *thread = g_thread_try_new ("ijk-landscape", work, job, NULL);

      if (thread == NULL)
        return;
      job->threads[job->n_threads++] = thread;
    }
}

static void
join_threads (IjkLandscapeJob *job)
{
  while (job->n_threads > 0)
    g_thread_join (job->threads[--job->n_threads]);
}

/* Spreads what is known to what is not, in rings around the known points. */
static void
fill_from_nearest (double       *values,
                   guint8       *is_limited,
                   guint8       *is_filled,
                   const guint  *known,
                   guint         n_known,
                   guint         n_columns,
                   guint         n_rows)
{
  g_autofree guint *queue = g_new (guint, n_columns * n_rows);
  guint n = n_known;

  if (n_known > 0)
    memcpy (queue, known, n_known * sizeof *queue);
  for (guint first = 0; first < n; first++)
    {
      const guint point = queue[first];
      const guint column = point % n_columns;
      const guint row = point / n_columns;
      /* A neighbour over the edge is the point itself, which is filled. */
      const guint neighbours[] = {
        column > 0 ? point - 1 : point,
        column + 1 < n_columns ? point + 1 : point,
        row > 0 ? point - n_columns : point,
        row + 1 < n_rows ? point + n_columns : point,
      };

      for (guint i = 0; i < G_N_ELEMENTS (neighbours); i++)
        {
          const guint next = neighbours[i];

          if (is_filled[next])
            continue;
          values[next] = values[point];
          is_limited[next] = is_limited[point];
          is_filled[next] = 1;
          queue[n++] = next;
        }
    }
}

/* Copies the points whose flag is seen, then fills in the others. Returns: how many were seen */
static guint
copy_known (const IjkLandscapeJob *job,
            double                *values,
            guint8                *is_limited)
{
  g_autofree guint *known = g_new (guint, job->n_points);
  g_autofree guint8 *is_filled = g_new0 (guint8, job->n_points);
  guint n_known = 0;

  for (guint i = 0; i < job->n_points; i++)
    {
      values[i] = NAN;
      is_limited[i] = 0;
      if (!g_atomic_int_get (&job->is_known[i]))
        continue;
      values[i] = job->values[i];
      is_limited[i] = job->is_limited[i];
      is_filled[i] = 1;
      known[n_known++] = i;
    }
  if (n_known < job->n_points)
    fill_from_nearest (values, is_limited, is_filled, known, n_known, job->question.n_columns,
                       job->question.n_rows);
  return n_known;
}

static IjkLandscape *
take_snapshot (const IjkLandscapeJob *job)
{
  Private *self = g_atomic_rc_box_new0 (Private);
  const guint n_columns = job->question.n_columns;
  const guint n_rows = job->question.n_rows;

  self->numbers = g_new (double, n_columns + n_rows + job->n_points);
  self->is_limited = g_new (guint8, job->n_points);
  memcpy (self->numbers, job->x, n_columns * sizeof *job->x);
  memcpy (self->numbers + n_columns, job->y, n_rows * sizeof *job->y);
  self->public = (IjkLandscape) {
    .question = job->question,
    .scenario = ijk_scenario_ref (job->scenario),
    .x = self->numbers,
    .y = self->numbers + n_columns,
    .values = self->numbers + n_columns + n_rows,
    .is_limited = self->is_limited,
    .n_done = copy_known (job, self->numbers + n_columns + n_rows, self->is_limited),
  };
  return &self->public;
}

/**
 * ijk_landscape_job_start:
 * @scenario: all levers but the two of the question are as here
 * @question: one that ijk_landscape_question_check() allows
 * @n_threads: 0 for one a processor
 *
 * Starts working out the points in the background.
 *
 * Returns: (transfer full): the job
 */
IjkLandscapeJob *
ijk_landscape_job_start (const IjkScenario          *scenario,
                         const IjkLandscapeQuestion *question,
                         guint                       n_threads)
{
  IjkLandscapeJob *job = NULL;

  g_return_val_if_fail (scenario != NULL && question != NULL, NULL);
  g_return_val_if_fail (
      ijk_landscape_question_check (ijk_scenario_get_reference (scenario), question, NULL), NULL);

  job = new_job (scenario, question);
  start_threads (job, count_threads (job, n_threads));
  /* Without any thread the answer comes late, but it comes. */
  if (job->n_threads == 0)
    work (job);
  return job;
}

/**
 * ijk_landscape_new:
 * @scenario: all levers but the two of the question are as here
 * @question: one that ijk_landscape_question_check() allows
 * @n_threads: 0 for one a processor; the caller's is one of them
 *
 * Works out all points and waits for them. The numbers are the same for any number of threads.
 *
 * Returns: (transfer full): the landscape
 */
IjkLandscape *
ijk_landscape_new (const IjkScenario          *scenario,
                   const IjkLandscapeQuestion *question,
                   guint                       n_threads)
{
  g_autoptr (IjkLandscapeJob) job = NULL;

  g_return_val_if_fail (scenario != NULL && question != NULL, NULL);
  g_return_val_if_fail (
      ijk_landscape_question_check (ijk_scenario_get_reference (scenario), question, NULL), NULL);

  job = new_job (scenario, question);
  start_threads (job, count_threads (job, n_threads) - 1);
  work (job);
  join_threads (job);
  return take_snapshot (job);
}

/**
 * ijk_landscape_job_snapshot:
 *
 * What is known so far, with the nearest known point where a point is not. Cheap to ask often:
 * while nothing new is known it is the same value.
 *
 * Returns: (transfer full): a landscape; all NAN as long as no point is known
 */
IjkLandscape *
ijk_landscape_job_snapshot (IjkLandscapeJob *job)
{
  g_return_val_if_fail (job != NULL, NULL);

  if (job->latest == NULL || job->latest->n_done != (guint) g_atomic_int_get (&job->n_done))
    {
      g_clear_pointer (&job->latest, ijk_landscape_unref);
      job->latest = take_snapshot (job);
    }
  return ijk_landscape_ref (job->latest);
}

/* Whether all points are known; a job that was cancelled before that never is. */
gboolean
ijk_landscape_job_is_done (IjkLandscapeJob *job)
{
  g_return_val_if_fail (job != NULL, TRUE);

  return (guint) g_atomic_int_get (&job->n_done) == job->n_points;
}

/* Returns at once; the threads stop after the run they are in. Snapshots can still be taken.
 * @job: (nullable) */
void
ijk_landscape_job_cancel (IjkLandscapeJob *job)
{
  if (job != NULL)
    g_atomic_int_set (&job->is_cancelled, 1);
}

/* Cancels and waits for the runs under way, which is less than a millisecond. @job: (nullable) */
void
ijk_landscape_job_free (IjkLandscapeJob *job)
{
  if (job == NULL)
    return;
  ijk_landscape_job_cancel (job);
  join_threads (job);
  g_clear_pointer (&job->latest, ijk_landscape_unref);
  for (guint i = 0; i < job->question.n_columns; i++)
    ijk_scenario_unref (job->of_column[i]);
  g_free (job->of_column);
  g_free (job->x);
  g_free (job->y);
  g_free (job->order);
  g_free (job->values);
  g_free (job->is_limited);
  g_free (job->is_known);
  ijk_scenario_unref (job->scenario);
  ijk_reference_unref (job->reference);
  g_free (job);
}

/* Returns: (transfer full): the same value */
IjkLandscape *
ijk_landscape_ref (const IjkLandscape *self)
{
  return g_atomic_rc_box_acquire ((gpointer) self);
}

static void
clear_private (gpointer data)
{
  Private *self = data;

  g_free (self->numbers);
  g_free (self->is_limited);
  ijk_scenario_unref (self->public.scenario);
}

/* @self: (nullable) */
void
ijk_landscape_unref (const IjkLandscape *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full ((gpointer) self, clear_private);
}
