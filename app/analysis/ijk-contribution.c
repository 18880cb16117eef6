/* The runs behind contributions of levers, and the sums over them.
 *
 * A run is one combination: some levers as in the scenario, the others as in the base. Which lever
 * of which scope holds depends on which scenario of a chain sets it, so a combination is a chain of
 * the same length with fewer settings, not one list of levers.
 *
 * Threads take the next combination from one list and write its number in its own place; the sums
 * are made when all are there, in a fixed order, so that they are the same for any number of
 * threads.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-contribution.h"

#include "ijk-run.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MAX_THREADS 64

/* Combinations that drawn orders are allowed, about what the exact sum of the most levers takes. */
#define DRAWN_RUNS 2048
#define MIN_PAIRS 8
#define SEED 20300357u

/* A setting of one scenario of a chain. */
typedef struct
{
  const IjkLeverSetting *setting;
  guint lever; /* position in keys */
  guint level; /* scenarios from the common ancestor on; the base's come first */
  gboolean is_base;
} Piece;

struct _IjkContributionJob
{
  IjkAskedNumber number;
  const IjkReference *reference;  /* (owned) */
  const IjkScenario *base;        /* (owned) */
  const IjkScenario *scenario;    /* (owned) */
  const IjkScenario *ancestor;    /* (nullable) of both; kept by them */
  guint n_levels;
  GArray *pieces;                 /* (owned) (element-type Piece) by rising level */
  GArray *keys;                   /* (owned) (element-type IjkLeverKey) in their order */
  gboolean is_exact;
  guint n_orders;
  guint *orders;                  /* (owned) (nullable) n_orders rows of levers */
  guint n_tasks;
  double *values;                 /* (owned) one of each task */
  double before, after;           /* where orders are drawn */
  int next;                       /* atomic */
  int n_done;                     /* atomic */
  int is_cancelled;               /* atomic */
  GThread *threads[MAX_THREADS];
  guint n_threads;
};

typedef struct
{
  IjkContributions public;
  IjkContribution *levers; /* (owned) */
} Private;

/* ---- the number ---- */

/* An indicator of one item in one year. */
IjkAskedNumber
ijk_asked_number (const IjkIndicator *indicator,
                  guint               item,
                  int                 year)
{
  return (IjkAskedNumber) { .indicator = indicator,
                            .items = { item },
                            .n_items = 1,
                            .first_year = year,
                            .last_year = year };
}

/* In the unit of the indicator. */
double
ijk_asked_number_value (const IjkAskedNumber *number,
                        const IjkResult      *result)
{
  double sum = 0;

  g_return_val_if_fail (number != NULL && number->n_items <= IJK_ASKED_MAX_ITEMS, NAN);

  for (guint i = 0; i < number->n_items; i++)
    for (int year = number->first_year; year <= number->last_year; year++)
      sum += ijk_indicator_value (number->indicator, result, number->items[i], year);
  return sum;
}

gboolean
ijk_asked_number_equal (const IjkAskedNumber *a,
                        const IjkAskedNumber *b)
{
  return a->indicator == b->indicator && a->n_items == b->n_items && a->first_year == b->first_year
         && a->last_year == b->last_year
         && memcmp (a->items, b->items, a->n_items * sizeof *a->items) == 0;
}

/**
 * ijk_contributions_are_defined:
 *
 * Whether a difference of @number means something: an outcome that is a code or a place in a row has
 * none.
 */
gboolean
ijk_contributions_are_defined (const IjkAskedNumber *number)
{
  return strcmp (number->indicator->unit, "code") != 0
         && strcmp (number->indicator->unit, "place in the round") != 0;
}

/* ---- what differs ---- */

static gboolean
is_above (const IjkScenario *ancestor,
          const IjkScenario *scenario)
{
  for (const IjkScenario *s = scenario; s != NULL; s = ijk_scenario_get_parent (s))
    if (s == ancestor)
      return TRUE;
  return FALSE;
}

/* (nullable): the nearest that both hang under */
static const IjkScenario *
find_ancestor (const IjkScenario *a,
               const IjkScenario *b)
{
  const IjkScenario *found = a;

  while (found != NULL && !is_above (found, b))
    found = ijk_scenario_get_parent (found);
  return found;
}

static guint
count_levels (const IjkScenario *scenario,
              const IjkScenario *ancestor)
{
  guint n = 0;

  for (const IjkScenario *s = scenario; s != ancestor; s = ijk_scenario_get_parent (s))
    n++;
  return n;
}

static gint
compare_keys (gconstpointer a,
              gconstpointer b)
{
  return ijk_lever_key_compare (a, b);
}

/* @first_level: of the scenario next to the ancestor */
static void
add_pieces (IjkContributionJob *job,
            const IjkScenario  *scenario,
            guint               first_level,
            gboolean            is_base)
{
  guint level = first_level + count_levels (scenario, job->ancestor);

  for (const IjkScenario *s = scenario; s != job->ancestor; s = ijk_scenario_get_parent (s))
    {
      guint n = 0;
      const IjkLeverSetting *settings = ijk_scenario_get_settings (s, &n);

      level--;
      for (guint i = 0; i < n; i++)
        {
          const Piece piece = { &settings[i], 0, level, is_base };

          g_array_append_val (job->pieces, piece);
          g_array_append_val (job->keys, settings[i].key);
        }
    }
}

static gint
compare_levels (gconstpointer a,
                gconstpointer b)
{
  const Piece *first = a;
  const Piece *second = b;

  if (first->level != second->level)
    return first->level < second->level ? -1 : 1;
  return ijk_lever_key_compare (&first->setting->key, &second->setting->key);
}

/* Which levers differ, each once, and where each is set. */
static void
find_pieces (IjkContributionJob *job)
{
  const guint n_base = count_levels (job->base, job->ancestor);
  guint n_keys = 0;

  add_pieces (job, job->base, 0, TRUE);
  add_pieces (job, job->scenario, n_base, FALSE);
  job->n_levels = n_base + count_levels (job->scenario, job->ancestor);
  g_array_sort (job->pieces, compare_levels);
  g_array_sort (job->keys, compare_keys);
  for (guint i = 0; i < job->keys->len; i++)
    {
      const IjkLeverKey *key = &g_array_index (job->keys, IjkLeverKey, i);

      if (n_keys == 0
          || ijk_lever_key_compare (key, &g_array_index (job->keys, IjkLeverKey, n_keys - 1)) != 0)
        g_array_index (job->keys, IjkLeverKey, n_keys++) = *key;
    }
  g_array_set_size (job->keys, n_keys);
  for (guint i = 0; i < job->pieces->len; i++)
    {
      Piece *piece = &g_array_index (job->pieces, Piece, i);

      for (guint k = 0; k < n_keys; k++)
        if (ijk_lever_key_compare (&piece->setting->key, &g_array_index (job->keys, IjkLeverKey, k))
            == 0)
          piece->lever = k;
    }
}

/* ---- one combination ---- */

/* Returns: (transfer full): the levers of @is_switched as in the scenario, the others as in the base */
static IjkScenario *
combine (const IjkContributionJob *job,
         const guint8             *is_switched)
{
  g_autoptr (IjkScenario) scenario
      = job->ancestor != NULL ? ijk_scenario_ref (job->ancestor)
                              : ijk_scenario_new (job->reference, NULL);
  guint i = 0;

  for (guint level = 0; level < job->n_levels; level++)
    {
      g_autoptr (IjkScenario) above = g_steal_pointer (&scenario);

      scenario = ijk_scenario_new (job->reference, above);
      for (; i < job->pieces->len; i++)
        {
          const Piece *piece = &g_array_index (job->pieces, Piece, i);
          g_autoptr (IjkScenario) before = NULL;
          g_autoptr (GError) error = NULL;

          if (piece->level != level)
            break;
          if (piece->is_base == (is_switched[piece->lever] != 0))
            continue;
          before = g_steal_pointer (&scenario);
          scenario = ijk_scenario_with_lever (before, &piece->setting->key, &piece->setting->value,
                                              &error);
          g_assert_no_error (error); /* a scenario has it already */
        }
    }
  return g_steal_pointer (&scenario);
}

/* Task of an exact sum: bit k is lever k. Of drawn orders: the first levers of one, at least one and
 * never all. */
static void
find_switched (const IjkContributionJob *job,
               guint                     task,
               guint8                   *is_switched)
{
  const guint n = job->keys->len;

  memset (is_switched, 0, MAX (n, 1));
  if (job->is_exact)
    {
      for (guint k = 0; k < n; k++)
        is_switched[k] = task >> k & 1;
      return;
    }
  for (guint i = 0; i <= task % (n - 1); i++)
    is_switched[job->orders[task / (n - 1) * n + i]] = 1;
}

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
      find_switched (job, task, is_switched);
      scenario = combine (job, is_switched);
      job->values[task]
          = ijk_asked_number_value (&job->number, ijk_run (job->reference, scenario, workspace));
      g_atomic_int_inc (&job->n_done);
    }
  return NULL;
}

/* ---- jobs ---- */

/* Each order and its reverse: what comes early in one comes late in the other. */
static void
draw_orders (IjkContributionJob *job)
{
  const guint n = job->keys->len;
  const guint n_pairs = MAX (MIN_PAIRS, DRAWN_RUNS / (2 * (n - 1)));
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);

  job->n_orders = 2 * n_pairs;
  job->orders = g_new (guint, job->n_orders * n);
  for (guint pair = 0; pair < n_pairs; pair++)
    {
      guint *order = job->orders + 2 * pair * n;

      for (guint i = 0; i < n; i++)
        {
          const guint j = (guint) g_rand_int_range (rand, 0, (gint32) i + 1);

          order[i] = order[j];
          order[j] = i;
        }
      for (guint i = 0; i < n; i++)
        order[n + i] = order[n - 1 - i];
    }
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
  job->ancestor = find_ancestor (base, scenario);
  job->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  job->keys = g_array_new (FALSE, FALSE, sizeof (IjkLeverKey));
  find_pieces (job);
  job->is_exact = job->keys->len <= IJK_CONTRIBUTION_MAX_EXACT;
  if (job->is_exact)
    job->n_tasks = 1u << job->keys->len;
  else
    {
      draw_orders (job);
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
  while (job->n_threads < MIN (MIN (n_threads, job->n_tasks), MAX_THREADS))
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

/* ---- the sums ---- */

static void
take (IjkContribution *lever,
      double           change,
      double           weight)
{
  lever->value += weight * change;
  lever->lowest = MIN (lever->lowest, change);
  lever->highest = MAX (lever->highest, change);
}

/* sum over combinations S without the lever: |S|! (n - |S| - 1)! / n! * (v(S + lever) - v(S)) */
static void
sum_exactly (const IjkContributionJob *job,
             IjkContribution          *levers)
{
  const guint n = job->keys->len;
  double weights[IJK_CONTRIBUTION_MAX_EXACT];

  /* |S|! (n - |S| - 1)! / n! is 1 over n times the ways to choose |S| of n - 1. */
  for (guint size = 0; size < n; size++)
    weights[size] = size == 0 ? 1.0 / n : weights[size - 1] * size / (n - size);
  for (guint k = 0; k < n; k++)
    for (guint without = 0; without < job->n_tasks; without++)
      if ((without >> k & 1) == 0)
        {
          guint size = 0;

          for (guint rest = without; rest != 0; rest &= rest - 1)
            size++;
          take (&levers[k], job->values[without | 1u << k] - job->values[without], weights[size]);
        }
}

/* The mean over the drawn orders; in each, the changes add up to the difference. */
static void
sum_orders (const IjkContributionJob *job,
            IjkContribution          *levers)
{
  const guint n = job->keys->len;

  for (guint o = 0; o < job->n_orders; o++)
    {
      double before = job->before;

      for (guint i = 0; i < n; i++)
        {
          const double after = i + 1 < n ? job->values[o * (n - 1) + i] : job->after;

          take (&levers[job->orders[o * n + i]], after - before, 1.0 / job->n_orders);
          before = after;
        }
    }
}

static gint
compare_sizes (gconstpointer a,
               gconstpointer b)
{
  const IjkContribution *first = a;
  const IjkContribution *second = b;
  const double difference = fabs (second->value) - fabs (first->value);

  if (difference != 0)
    return difference > 0 ? 1 : -1;
  return ijk_lever_key_compare (&first->key, &second->key);
}

static IjkContributions *
make_contributions (const IjkContributionJob *job)
{
  Private *self = g_atomic_rc_box_new0 (Private);
  const guint n = job->keys->len;

  self->levers = g_new0 (IjkContribution, n);
  for (guint k = 0; k < n; k++)
    self->levers[k] = (IjkContribution) { .key = g_array_index (job->keys, IjkLeverKey, k),
                                          .lowest = INFINITY,
                                          .highest = -INFINITY };
  if (job->is_exact)
    sum_exactly (job, self->levers);
  else
    sum_orders (job, self->levers);
  if (n > 0)
    qsort (self->levers, n, sizeof *self->levers, compare_sizes);
  self->public = (IjkContributions) {
    .number = job->number,
    .base = ijk_scenario_ref (job->base),
    .scenario = ijk_scenario_ref (job->scenario),
    .before = job->is_exact ? job->values[0] : job->before,
    .after = job->is_exact ? job->values[job->n_tasks - 1] : job->after,
    .levers = self->levers,
    .n_levers = n,
    .is_exact = job->is_exact,
    .n_orders = job->n_orders,
    .n_runs = job->n_tasks + (job->is_exact ? 0 : 2),
  };
  return &self->public;
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
  return make_contributions (job);
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
 * Returns: (transfer full) (nullable): NULL while runs are under way, and for ever of a job that was
 *   cancelled before its last run
 */
IjkContributions *
ijk_contribution_job_finish (IjkContributionJob *job)
{
  g_return_val_if_fail (job != NULL, NULL);

  if ((guint) g_atomic_int_get (&job->n_done) < job->n_tasks)
    return NULL;
  join_threads (job);
  return make_contributions (job);
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

/* Returns: (transfer full): the same value */
IjkContributions *
ijk_contributions_ref (const IjkContributions *self)
{
  return g_atomic_rc_box_acquire ((gpointer) self);
}

static void
clear_private (gpointer data)
{
  Private *self = data;

  g_free (self->levers);
  ijk_scenario_unref (self->public.base);
  ijk_scenario_unref (self->public.scenario);
}

/* @self: (nullable) */
void
ijk_contributions_unref (const IjkContributions *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full ((gpointer) self, clear_private);
}
