/* Each point of a landscape is a run of its own, whatever thread made it and in whatever order.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model-fixture.h"
#include "tiny-reference.h"

#include "ijk-landscape.h"

#include <math.h>
#include <string.h>

/* A path against a number; the numbers are written the same as text and as doubles. */
static const IjkLandscapeQuestion ordinary = {
  .x = { IJK_LEVER_ETS_PRICE, 50, 250 },
  .y = { IJK_LEVER_KAPPA, 0, 1 },
  .n_columns = 5,
  .n_rows = 3,
  .outcome = IJK_OUTCOME_EMISSIONS,
  .year = 2035,
};
static const char *const ordinary_x[] = { "50", "100", "150", "200", "250" };
static const char *const ordinary_y[] = { "0", "0.5", "1" };

/* What a question about one outcome asks, by the names of the long table. */
static double
read_outcome (const IjkResult *result,
              IjkOutcome       outcome,
              int              year)
{
  double sum = 0;

  switch (outcome)
    {
    case IJK_OUTCOME_EMISSIONS:
      return fixture_value (result, IJK_ITEMS_SCOPE, "industry", "emissions", year);
    case IJK_OUTCOME_LEVY:
      return fixture_value (result, IJK_ITEMS_SCOPE, "all", "net_levy", year);
    case IJK_OUTCOME_SUBSIDY:
      for (int y = 2026; y <= year; y++)
        sum += fixture_value (result, IJK_ITEMS_NL, "nl", "sde_paid", y);
      return sum;
    case IJK_OUTCOME_STATE_COST:
      return fixture_value (result, IJK_ITEMS_NL, "nl", "state_cost", year);
    case IJK_N_OUTCOMES:
      break;
    }
  g_assert_not_reached ();
}

typedef struct
{
  const char *name;
  IjkOutcome outcome;
  int year;
  const char *settings; /* of the scenario the landscape is of */
} ValueCase;

static const ValueCase value_cases[] = {
  { "emissions", IJK_OUTCOME_EMISSIONS, 2030, "" },
  { "emissions-at-the-end", IJK_OUTCOME_EMISSIONS, 2050, "" },
  { "levy", IJK_OUTCOME_LEVY, 2030, "levy_regime=act_2021" },
  { "subsidy", IJK_OUTCOME_SUBSIDY, 2040, "" },
  { "state-cost", IJK_OUTCOME_STATE_COST, 2035, "" },
  { "levers-set-before", IJK_OUTCOME_EMISSIONS, 2040,
    "kappa=0.2 ets_price=2030:70,2040:90 growth=0.01 project.tata-dri=0" },
};

static void
test_values (gconstpointer data)
{
  const ValueCase *c = data;
  g_autoptr (IjkReference) reference = fixture_load_reference ();
  g_autoptr (IjkScenario) scenario = fixture_scenario (reference, NULL, c->settings);
  g_autoptr (IjkWorkspace) workspace = ijk_workspace_new (reference);
  IjkLandscapeQuestion question = ordinary;
  g_autoptr (IjkLandscape) landscape = NULL;

  question.outcome = c->outcome;
  question.year = c->year;
  landscape = ijk_landscape_new (scenario, &question, 2);
  g_assert_cmpuint (landscape->n_done, ==, 15);
  g_assert_true (landscape->scenario == scenario);
  for (guint row = 0; row < 3; row++)
    for (guint column = 0; column < 5; column++)
      {
        g_autofree char *settings = g_strdup_printf ("%s ets_price=%s kappa=%s", c->settings,
                                                     ordinary_x[column], ordinary_y[row]);
        g_autoptr (IjkScenario) direct = fixture_scenario (reference, NULL, settings);
        const IjkResult *result = ijk_run (reference, direct, workspace);

        g_assert_cmpfloat (landscape->values[row * 5 + column], ==,
                           read_outcome (result, c->outcome, c->year));
      }
}

/* Even distances, and the ends to the last bit. */
static void
test_axes (void)
{
  g_autoptr (IjkReference) reference = fixture_load_reference ();
  g_autoptr (IjkScenario) scenario = fixture_scenario (reference, NULL, "");
  const IjkLandscapeQuestion question = {
    .x = { IJK_LEVER_GROWTH, -0.05, 0.05 },
    .y = { IJK_LEVER_SDE_LAST_ROUND, 2026, 2034 },
    .n_columns = 4,
    .n_rows = 5,
    .year = 2030,
  };
  g_autoptr (IjkLandscape) landscape = ijk_landscape_new (scenario, &question, 1);
  const double years[] = { 2026, 2028, 2030, 2032, 2034 };

  g_assert_cmpfloat (landscape->x[0], ==, -0.05);
  g_assert_cmpfloat_with_epsilon (landscape->x[1], -0.05 / 3, 1e-15);
  g_assert_cmpfloat_with_epsilon (landscape->x[2], 0.05 / 3, 1e-15);
  g_assert_cmpfloat (landscape->x[3], ==, 0.05);
  for (guint i = 0; i < 5; i++)
    g_assert_cmpfloat (landscape->y[i], ==, years[i]);
}

/* A lever of the whole country leaves what one sector has set. */
static void
test_sector_setting_stays (void)
{
  g_autoptr (IjkReference) reference = fixture_load_reference ();
  g_autoptr (IjkScenario) scenario
      = fixture_scenario (reference, NULL, "growth@sector:refining=-0.02");
  g_autoptr (IjkWorkspace) workspace = ijk_workspace_new (reference);
  g_autoptr (IjkScenario) direct
      = fixture_scenario (reference, NULL, "growth@sector:refining=-0.02 growth=0.01 kappa=1");
  const IjkLandscapeQuestion question = {
    .x = { IJK_LEVER_GROWTH, 0, 0.01 },
    .y = { IJK_LEVER_KAPPA, 0, 1 },
    .n_columns = 2,
    .n_rows = 2,
    .year = 2040,
  };
  g_autoptr (IjkLandscape) landscape = ijk_landscape_new (scenario, &question, 1);

  g_assert_cmpfloat (landscape->values[3], ==,
                     read_outcome (ijk_run (reference, direct, workspace), IJK_OUTCOME_EMISSIONS,
                                   2040));
}

/* The parent's levers hold under the two of the question. */
static void
test_parent (void)
{
  g_autoptr (IjkReference) reference = fixture_load_reference ();
  g_autoptr (IjkScenario) parent
      = fixture_scenario (reference, NULL, "ets_scale=1.2 kappa=0.1");
  g_autoptr (IjkScenario) scenario = fixture_scenario (reference, parent, "gas_scale=1.5");
  g_autoptr (IjkScenario) direct
      = fixture_scenario (reference, NULL, "ets_scale=1.2 gas_scale=1.5 ets_price=250 kappa=1");
  g_autoptr (IjkWorkspace) workspace = ijk_workspace_new (reference);
  g_autoptr (IjkLandscape) landscape = ijk_landscape_new (scenario, &ordinary, 1);

  g_assert_cmpfloat (landscape->values[14], ==,
                     read_outcome (ijk_run (reference, direct, workspace), IJK_OUTCOME_EMISSIONS,
                                   2035));
}

static void
assert_same (const IjkLandscape *a,
             const IjkLandscape *b)
{
  const guint n = a->question.n_columns * a->question.n_rows;

  g_assert_cmpuint (a->n_done, ==, b->n_done);
  g_assert_cmpmem (a->values, n * sizeof *a->values, b->values, n * sizeof *b->values);
  g_assert_cmpmem (a->is_limited, n, b->is_limited, n);
}

static IjkLandscape *
wait_for (IjkLandscapeJob *job)
{
  while (!ijk_landscape_job_is_done (job))
    g_usleep (200);
  return ijk_landscape_job_snapshot (job);
}

/* One thread, many, more than there are processors, and in the background: bit for bit. */
static void
test_threads (void)
{
  g_autoptr (IjkReference) reference = fixture_load_reference ();
  g_autoptr (IjkScenario) scenario = fixture_scenario (reference, NULL, "gas_scale=1.3");
  IjkLandscapeQuestion question = ordinary;
  g_autoptr (IjkLandscape) alone = NULL;
  static const guint n_threads[] = { 0, 2, 3, 16 };

  question.n_columns = 11;
  question.n_rows = 13;
  alone = ijk_landscape_new (scenario, &question, 1);
  for (guint i = 0; i < G_N_ELEMENTS (n_threads); i++)
    {
      g_autoptr (IjkLandscape) together = ijk_landscape_new (scenario, &question, n_threads[i]);
      g_autoptr (IjkLandscapeJob) job
          = ijk_landscape_job_start (scenario, &question, n_threads[i]);
      g_autoptr (IjkLandscape) background = wait_for (job);

      assert_same (alone, together);
      assert_same (alone, background);
    }
}

/* What is shown of an unknown point is what is known of some point. */
static void
assert_nearest (const IjkLandscape *part,
                const IjkLandscape *whole)
{
  const guint n_columns = part->question.n_columns;
  const guint n = n_columns * part->question.n_rows;
  guint n_exact = 0;

  for (guint i = 0; i < n; i++)
    {
      gboolean is_of_some_point = FALSE;

      n_exact += part->values[i] == whole->values[i];
      for (guint j = 0; j < n && !is_of_some_point; j++)
        is_of_some_point
            = part->values[i] == whole->values[j] && part->is_limited[i] == whole->is_limited[j];
      g_assert_true (is_of_some_point);
    }
  g_assert_cmpuint (n_exact, >=, part->n_done);
}

/* Asked again and again, a job knows ever more, and the last picture is that of all runs. */
static void
test_progress (void)
{
  g_autoptr (IjkReference) reference = fixture_load_reference ();
  g_autoptr (IjkScenario) scenario = fixture_scenario (reference, NULL, "");
  IjkLandscapeQuestion question = ordinary;
  g_autoptr (IjkLandscape) whole = NULL;
  g_autoptr (IjkLandscapeJob) job = NULL;
  guint n_done = 0;
  gboolean is_done = FALSE;

  question.n_columns = 20;
  question.n_rows = 17;
  whole = ijk_landscape_new (scenario, &question, 0);
  job = ijk_landscape_job_start (scenario, &question, 2);
  while (!is_done)
    {
      g_autoptr (IjkLandscape) part = NULL;

      is_done = ijk_landscape_job_is_done (job);
      part = ijk_landscape_job_snapshot (job);
      g_assert_cmpuint (part->n_done, >=, n_done);
      n_done = part->n_done;
      g_assert_true (n_done > 0 || isnan (part->values[0]));
      if (n_done > 0)
        assert_nearest (part, whole);
      g_usleep (500);
    }
  g_assert_cmpuint (n_done, ==, 340);
  {
    g_autoptr (IjkLandscape) last = ijk_landscape_job_snapshot (job);
    g_autoptr (IjkLandscape) again = ijk_landscape_job_snapshot (job);

    assert_same (whole, last);
    g_assert_true (last == again); /* nothing new: the same value */
  }
}

/* With one thread the points come in their order, so the first 3 times 3 of 17 by 17 are every
 * eighth point, and each other shows the one in whose square of steps it lies. */
static void
test_coarse_first (void)
{
  g_autoptr (IjkReference) reference = fixture_load_reference ();
  g_autoptr (IjkScenario) scenario = fixture_scenario (reference, NULL, "");
  IjkLandscapeQuestion question = ordinary;
  g_autoptr (IjkLandscape) whole = NULL;

  question.n_columns = question.n_rows = 17;
  whole = ijk_landscape_new (scenario, &question, 0);
  for (guint attempt = 0; attempt < 500; attempt++)
    {
      g_autoptr (IjkLandscapeJob) job = ijk_landscape_job_start (scenario, &question, 1);
      g_autoptr (IjkLandscape) part = NULL;

      do
        {
          g_clear_pointer (&part, ijk_landscape_unref);
          part = ijk_landscape_job_snapshot (job);
        }
      while (part->n_done < 9);
      if (part->n_done > 9)
        continue; /* the machine was busy elsewhere in between */
      for (guint row = 0; row < 17; row++)
        for (guint column = 0; column < 17; column++)
          {
            const guint near_row = (row + 4) / 8 * 8;
            const guint near_column = (column + 4) / 8 * 8;

            if (row % 8 == 4 || column % 8 == 4)
              continue; /* as far from two */
            g_assert_cmpfloat (part->values[row * 17 + column], ==,
                               whole->values[near_row * 17 + near_column]);
          }
      return;
    }
  g_test_skip ("no picture was taken between the ninth run and the tenth");
}

static void
test_cancel (void)
{
  g_autoptr (IjkReference) reference = fixture_load_reference ();
  g_autoptr (IjkScenario) scenario = fixture_scenario (reference, NULL, "");
  IjkLandscapeQuestion question = ordinary;
  g_autoptr (IjkLandscape) kept = NULL;

  question.n_columns = question.n_rows = 201;
  {
    g_autoptr (IjkLandscapeJob) job = ijk_landscape_job_start (scenario, &question, 2);
    g_autoptr (IjkLandscape) settled = NULL;

    do
      {
        g_clear_pointer (&kept, ijk_landscape_unref);
        kept = ijk_landscape_job_snapshot (job);
      }
    while (kept->n_done == 0);
    ijk_landscape_job_cancel (job);
    ijk_landscape_job_cancel (job); /* twice is no harm */
    g_assert_false (ijk_landscape_job_is_done (job));
    settled = ijk_landscape_job_snapshot (job);
    g_assert_cmpuint (settled->n_done, >=, kept->n_done);
    g_assert_cmpuint (settled->n_done, <, 201 * 201);
  }
  /* A snapshot outlives its job and the names it was made with. */
  g_clear_pointer (&scenario, ijk_scenario_unref);
  g_clear_pointer (&reference, ijk_reference_unref);
  for (guint i = 0; i < 201 * 201; i++)
    g_assert_true (isfinite (kept->values[i]));
  g_assert_cmpfloat (kept->x[200], ==, 250);
  g_assert_nonnull (ijk_scenario_get_reference (kept->scenario));
}

/* Freed at any moment, also before the first run. */
static void
test_free_early (void)
{
  g_autoptr (IjkReference) reference = fixture_load_reference ();
  g_autoptr (IjkScenario) scenario = fixture_scenario (reference, NULL, "");
  IjkLandscapeQuestion question = ordinary;

  question.n_columns = question.n_rows = 101;
  for (guint i = 0; i < 20; i++)
    {
      IjkLandscapeJob *job = ijk_landscape_job_start (scenario, &question, i % 4);

      g_usleep (i * 50);
      ijk_landscape_job_free (job);
    }
  ijk_landscape_job_free (NULL);
  ijk_landscape_job_cancel (NULL);
  ijk_landscape_unref (NULL);
}

/* Two by two has no coarse points but the first corner. */
static void
test_smallest (void)
{
  g_autoptr (IjkReference) reference = fixture_load_reference ();
  g_autoptr (IjkScenario) scenario = fixture_scenario (reference, NULL, "");
  IjkLandscapeQuestion question = ordinary;
  g_autoptr (IjkLandscape) fine = ijk_landscape_new (scenario, &question, 1);
  g_autoptr (IjkLandscape) corners = NULL;

  question.n_columns = question.n_rows = 2;
  corners = ijk_landscape_new (scenario, &question, 8);
  g_assert_cmpuint (corners->n_done, ==, 4);
  g_assert_cmpfloat (corners->values[0], ==, fine->values[0]);
  g_assert_cmpfloat (corners->values[1], ==, fine->values[4]);
  g_assert_cmpfloat (corners->values[2], ==, fine->values[10]);
  g_assert_cmpfloat (corners->values[3], ==, fine->values[14]);
}

/* Storage binds where a decision on CO₂ storage is cut by capacity. In the tiny reference 25 kt
 * want storage in 2026 where V = C: with 0, 20 or 40 kt a year it binds, binds, does not. At a cost
 * that nobody pays nothing is wanted, so that it never binds. */
static void
test_storage_mask (void)
{
  const struct
  {
    double opex_eur_per_t;
    guint8 is_limited[3];
  } cases[] = { { 50, { 1, 1, 0 } }, { 1e6, { 0, 0, 0 } } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Tiny) tiny = tiny_new ();
      g_autoptr (IjkScenario) scenario = NULL;
      g_autoptr (IjkLandscape) landscape = NULL;
      const IjkLandscapeQuestion question = {
        .x = { IJK_LEVER_CCS_CAPACITY, 0, 40 },
        .y = { IJK_LEVER_LEAK_RATE, 0, 1 },
        .n_columns = 3,
        .n_rows = 2,
        .year = 2026,
      };

      tiny_measure (tiny, "store")->opex_eur_per_t = cases[i].opex_eur_per_t;
      tiny_cell (tiny, "waste", "store")->p2030 = 0;
      tiny_cell (tiny, "waste", "store")->p2050 = 0;
      tiny_run (tiny, "");
      scenario = ijk_scenario_new (tiny_reference (tiny), NULL);
      landscape = ijk_landscape_new (scenario, &question, 1);
      for (guint point = 0; point < 6; point++)
        g_assert_cmpuint (landscape->is_limited[point], ==, cases[i].is_limited[point % 3]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add_cases ("/analysis/landscape/is-that-of-one-run", value_cases, test_values);
  g_test_add_func ("/analysis/landscape/axes-are-even", test_axes);
  g_test_add_func ("/analysis/landscape/setting-of-a-sector-stays", test_sector_setting_stays);
  g_test_add_func ("/analysis/landscape/parent-holds", test_parent);
  g_test_add_func ("/analysis/landscape/threads-change-nothing", test_threads);
  g_test_add_func ("/analysis/landscape/knows-ever-more", test_progress);
  g_test_add_func ("/analysis/landscape/coarse-points-first", test_coarse_first);
  g_test_add_func ("/analysis/landscape/cancel-keeps-what-is-known", test_cancel);
  g_test_add_func ("/analysis/landscape/freed-at-any-moment", test_free_early);
  g_test_add_func ("/analysis/landscape/two-by-two", test_smallest);
  g_test_add_func ("/analysis/landscape/storage-mask", test_storage_mask);
  return g_test_run ();
}
