/* Combinations of levers: which levers differ between two scenarios, and the scenario that has some
 * of them as one and the others as the other.
 *
 * Which lever of which scope holds depends on which scenario of a chain sets it, so a combination
 * is a chain of the same length with fewer settings, not one list of levers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-contribution-private.h"

#include <string.h>

/* Combinations that drawn orders are allowed, about what the exact sum of the most levers takes. */
#define DRAWN_RUNS 2048
#define MIN_PAIRS 8
#define SEED 20300357u

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
          const IjkContributionPiece piece = { &settings[i], 0, level, is_base };

          g_array_append_val (job->pieces, piece);
          g_array_append_val (job->keys, settings[i].key);
        }
    }
}

static gint
compare_levels (gconstpointer a,
                gconstpointer b)
{
  const IjkContributionPiece *first = a;
  const IjkContributionPiece *second = b;

  if (first->level != second->level)
    return first->level < second->level ? -1 : 1;
  return ijk_lever_key_compare (&first->setting->key, &second->setting->key);
}

void
ijk_contribution_find_pieces (IjkContributionJob *job)
{
  guint n_base, n_keys = 0;

  job->ancestor = find_ancestor (job->base, job->scenario);
  n_base = count_levels (job->base, job->ancestor);
  job->pieces = g_array_new (FALSE, FALSE, sizeof (IjkContributionPiece));
  job->keys = g_array_new (FALSE, FALSE, sizeof (IjkLeverKey));
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
      IjkContributionPiece *piece = &g_array_index (job->pieces, IjkContributionPiece, i);

      for (guint k = 0; k < n_keys; k++)
        if (ijk_lever_key_compare (&piece->setting->key, &g_array_index (job->keys, IjkLeverKey, k))
            == 0)
          piece->lever = k;
    }
}

/* ---- orders ---- */

/* Each order and its reverse: what comes early in one comes late in the other. */
void
ijk_contribution_draw_orders (IjkContributionJob *job)
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

/* ---- one combination ---- */

/* Task of an exact sum: bit k is lever k. Of drawn orders: the first levers of one, at least one
 * and never all. */
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

/* The levers of @is_switched as in the scenario, the others as in the base. */
IjkScenario *
ijk_contribution_combine (const IjkContributionJob *job,
                          guint                     task,
                          guint8                   *is_switched)
{
  g_autoptr (IjkScenario) scenario
      = job->ancestor != NULL ? ijk_scenario_ref (job->ancestor)
                              : ijk_scenario_new (job->reference, NULL);
  guint i = 0;

  find_switched (job, task, is_switched);
  for (guint level = 0; level < job->n_levels; level++)
    {
      g_autoptr (IjkScenario) above = g_steal_pointer (&scenario);

      scenario = ijk_scenario_new (job->reference, above);
      for (; i < job->pieces->len; i++)
        {
          const IjkContributionPiece *piece = &g_array_index (job->pieces, IjkContributionPiece, i);
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
