/* What holds for every result, whatever the scenario: parts sum to totals, nothing that cannot be
 * negative is, and the same question gets the same bits, in any order, workspace and thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model-fixture.h"
#include "random-scenario.h"

#include <math.h>
#include <string.h>

/* Counts in a normal build; IJKPAD_LONG=1 multiplies them. */
#define LONG_FACTOR 20
#define N_CHECKED 5000
#define N_REPEATED 300
#define N_THREADS 4
#define N_IN_THREADS 100

#define SEED 20191 /* any number: fixed, so that a failure comes back */

static guint
scale_count (guint n)
{
  return fixture_is_long () ? n * LONG_FACTOR : n;
}

static void
assert_same_bits (const IjkResult *a,
                  const IjkResult *b)
{
  gsize n_a = 0;
  gsize n_b = 0;
  const double *x = ijk_result_get_data (a, &n_a);
  const double *y = ijk_result_get_data (b, &n_b);

  g_assert_cmpuint (n_a, ==, n_b);
  g_assert_true (memcmp (x, y, n_a * sizeof *x) == 0);
}

/* A sum and its parts may differ by rounding only. */
static void
assert_sum (double sum,
            double total,
            double scale)
{
  g_assert_cmpfloat_with_epsilon (sum, total, 1e-9 * MAX (1.0, scale));
}

static double
sum_items (const IjkResult *result,
           IjkItems         items,
           const char      *indicator,
           int              year)
{
  const IjkIndicator *found = ijk_indicator_find (items, indicator);
  double sum = 0;

  for (guint i = 0; i < ijk_items_count (result->reference, items); i++)
    sum += ijk_indicator_value (found, result, i, year);
  return sum;
}

static double
get_scope (const IjkResult *result,
           guint            scope,
           const char      *indicator,
           int              year)
{
  return ijk_indicator_value (ijk_indicator_find (IJK_ITEMS_SCOPE, indicator), result, scope, year);
}

/* Units without a company belong to none of the sums of companies. */
static double
sum_units_without_company (const IjkResult *result,
                           const char      *indicator,
                           int              year)
{
  const IjkIndicator *found = ijk_indicator_find (IJK_ITEMS_UNIT, indicator);
  double sum = 0;

  for (guint i = 0; i < result->reference->n_units; i++)
    if (result->reference->units[i].company == IJK_NONE)
      sum += ijk_indicator_value (found, result, i, year);
  return sum;
}

/* Companies, sectors and scopes are three ways to add up the same units. */
static void
check_sums (const IjkResult *result,
            int              year)
{
  static const char *const ids[] = {
    "emissions", "unabated", "activity", "autonomous", "measures", "leakage", "load",
    "benchmark", "rights",   "bought",   "sold",       "levy",     "credit",  "net_levy",
  };

  for (guint k = 0; k < G_N_ELEMENTS (ids); k++)
    {
      const double all = get_scope (result, IJK_SCOPE_ITEM_ALL, ids[k], year);
      const double scale = 1e3 + fabs (all);

      assert_sum (sum_items (result, IJK_ITEMS_SECTOR, ids[k], year), all, scale);
      assert_sum (sum_items (result, IJK_ITEMS_UNIT, ids[k], year), all, scale);
      assert_sum (sum_items (result, IJK_ITEMS_COMPANY, ids[k], year)
                      + sum_units_without_company (result, ids[k], year),
                  all, scale);
      assert_sum (get_scope (result, IJK_SCOPE_ITEM_INDUSTRY, ids[k], year)
                      + get_scope (result, IJK_SCOPE_ITEM_ENERGY, ids[k], year),
                  all, scale);
    }
}

/* Bounds that follow from the definitions: shares and scalings lie in 0..1, no unit emits more than
 * without measures, no more is served than there is room, rights bought are rights sold. */
static void
check_bounds (const IjkResult *result)
{
  const IjkReference *reference = result->reference;
  gsize n = 0;
  const double *data = ijk_result_get_data (result, &n);

  for (gsize i = 0; i < n; i++)
    g_assert_true (isfinite (data[i]));
  for (guint t = 0; t < IJK_N_YEARS; t++)
    {
      for (gsize c = (gsize) t * reference->n_cells; c < (t + 1) * (gsize) reference->n_cells; c++)
        {
          g_assert_true (result->cell_decided[c] >= 0 && result->cell_decided[c] <= 1);
          g_assert_true (result->cell_operating[c] >= 0);
          g_assert_true (result->cell_limit[c] >= 0 && result->cell_limit[c] <= 1);
          g_assert_true (result->cell_served_kt[c] <= result->cell_room_kt[c] * (1 + 1e-12));
        }
      for (gsize i = (gsize) t * reference->n_units; i < (t + 1) * (gsize) reference->n_units; i++)
        g_assert_true (result->unit_emissions_kt[i] <= result->unit_unabated_kt[i]);
      for (guint s = 0; s < reference->n_sectors; s++)
        {
          const gsize at = (gsize) t * reference->n_sectors + s;

          g_assert_true (result->sector_leak[at] >= 0 && result->sector_leak[at] < 1);
        }
      assert_sum (sum_items (result, IJK_ITEMS_SECTOR, "bought", IJK_FIRST_YEAR + (int) t),
                  sum_items (result, IJK_ITEMS_SECTOR, "sold", IJK_FIRST_YEAR + (int) t), 1e4);
      g_assert_true (result->nation_sde_committed_meur[t]
                     <= result->nation_sde_budget_meur[t] * (1 + 1e-12));
      g_assert_true (result->nation_technicians_fte[t]
                     <= result->nation_technicians_available_fte[t]);
      g_assert_true (result->nation_grid_added_gwh[t] <= result->nation_grid_available_gwh[t]);
    }
}

static void
test_identities (void)
{
  g_autoptr (IjkReference) reference = fixture_load_reference ();
  g_autoptr (IjkWorkspace) workspace = ijk_workspace_new (reference);
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);

  for (guint i = 0; i < scale_count (N_CHECKED); i++)
    {
      g_autoptr (IjkScenario) scenario = random_scenario (reference, random, NULL);
      const IjkResult *result = ijk_run (reference, scenario, workspace);
      g_autoptr (GError) error = NULL;

      g_assert_true (result->scenario == scenario);
      ijk_result_check (result, &error);
      g_assert_no_error (error);
      check_bounds (result);
      if (i % 30 == 0)
        check_sums (result, g_rand_int_range (random, IJK_FIRST_YEAR, IJK_LAST_YEAR + 1));
    }
}

/* What ran before leaves no trace: the same scenario again, after another one, and in a workspace
 * that has never run. */
static void
test_repeats (void)
{
  g_autoptr (IjkReference) reference = fixture_load_reference ();
  g_autoptr (IjkWorkspace) workspace = ijk_workspace_new (reference);
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED + 1);

  for (guint i = 0; i < scale_count (N_REPEATED); i++)
    {
      g_autoptr (IjkScenario) scenario = random_scenario (reference, random, NULL);
      g_autoptr (IjkScenario) other = random_scenario (reference, random, NULL);
      g_autoptr (IjkWorkspace) fresh = ijk_workspace_new (reference);
      g_autoptr (IjkResult) kept = ijk_result_copy (ijk_run (reference, scenario, workspace));

      assert_same_bits (ijk_run (reference, scenario, workspace), kept);
      (void) ijk_run (reference, other, workspace);
      assert_same_bits (ijk_run (reference, scenario, workspace), kept);
      assert_same_bits (ijk_run (reference, scenario, fresh), kept);
    }
}

static void
test_order_of_levers (void)
{
  g_autoptr (IjkReference) reference = fixture_load_reference ();
  g_autoptr (IjkWorkspace) workspace = ijk_workspace_new (reference);
  g_autoptr (IjkScenario) nothing = ijk_scenario_new (reference, NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED + 2);

  for (guint i = 0; i < scale_count (N_REPEATED); i++)
    {
      IjkLeverSetting settings[RANDOM_MAX_SETTINGS + 1];
      const guint n = random_settings (reference, random, NULL, settings);
      g_autoptr (IjkScenario) one = random_apply (nothing, settings, n);
      g_autoptr (IjkScenario) two = NULL;
      g_autoptr (IjkResult) kept = ijk_result_copy (ijk_run (reference, one, workspace));

      random_shuffle (random, settings, n);
      two = random_apply (nothing, settings, n);
      g_assert_true (ijk_scenario_equal (one, two));
      assert_same_bits (ijk_run (reference, two, workspace), kept);
    }
}

typedef struct
{
  const IjkReference *reference;
  GPtrArray *scenarios;
  GPtrArray *expected;
  guint first;
} Job;

/* Each thread begins elsewhere, so that they are never all at the same scenario. */
static gpointer
run_job (gpointer data)
{
  const Job *job = data;
  g_autoptr (IjkWorkspace) workspace = ijk_workspace_new (job->reference);

  for (guint i = 0; i < job->scenarios->len; i++)
    {
      const guint j = (i + job->first) % job->scenarios->len;

      assert_same_bits (ijk_run (job->reference, g_ptr_array_index (job->scenarios, j), workspace),
                        g_ptr_array_index (job->expected, j));
    }
  return NULL;
}

static void
test_threads (void)
{
  g_autoptr (IjkReference) reference = fixture_load_reference ();
  g_autoptr (IjkWorkspace) workspace = ijk_workspace_new (reference);
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED + 3);
  g_autoptr (GPtrArray) scenarios
      = g_ptr_array_new_with_free_func ((GDestroyNotify) ijk_scenario_unref);
  g_autoptr (GPtrArray) expected
      = g_ptr_array_new_with_free_func ((GDestroyNotify) ijk_result_unref);
  Job jobs[N_THREADS];
  GThread *threads[N_THREADS];

  for (guint i = 0; i < N_IN_THREADS; i++)
    {
      IjkScenario *scenario = random_scenario (reference, random, NULL);

      g_ptr_array_add (scenarios, scenario);
      g_ptr_array_add (expected, ijk_result_copy (ijk_run (reference, scenario, workspace)));
    }
  for (guint i = 0; i < N_THREADS; i++)
    {
      jobs[i] = (Job) { reference, scenarios, expected, i * N_IN_THREADS / N_THREADS };
      threads[i] = g_thread_new ("run", run_job, &jobs[i]);
    }
  for (guint i = 0; i < N_THREADS; i++)
    g_thread_join (threads[i]);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/properties/parts-sum-to-totals-within-bounds", test_identities);
  g_test_add_func ("/model/properties/same-bits-whatever-ran-before", test_repeats);
  g_test_add_func ("/model/properties/order-of-levers-never-matters", test_order_of_levers);
  g_test_add_func ("/model/properties/same-bits-in-every-thread", test_threads);
  return g_test_run ();
}
