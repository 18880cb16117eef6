/* The number that is asked, and the sums over the runs that answer what each lever adds to it.
 *
 * The sums are made when all runs are there, in a fixed order, so that they are the same for any
 * number of threads.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-contribution-private.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

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
 * Whether a difference of @number means something: an outcome that is a code or a place in a row
 * has none.
 */
gboolean
ijk_contributions_are_defined (const IjkAskedNumber *number)
{
  return strcmp (number->indicator->unit, "code") != 0
         && strcmp (number->indicator->unit, "place in the round") != 0;
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

IjkContributions *
ijk_contribution_sum (const IjkContributionJob *job)
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

/* ---- answers ---- */

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
