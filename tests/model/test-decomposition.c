/* Chapter 10: why emissions differ from those of 2021, exactly. One unit by hand, then the tiny
 * reference (see tiny-reference.h), then every unit of the data set.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-decomposition.h"

#include "tiny-reference.h"

#include <math.h>

#define NOTHING "efficiency_share=exactly:0 ccs_share=exactly:0 heat_share=exactly:0 "

/* Observed to y0; then b = E[y0] * ratio. */
typedef struct
{
  const char *name;
  guint y0, t;
  double ratio, efficiency, leak;
  IjkDecomposition parts;
} PartsCase;

static const double past_kt[IJK_N_PAST_YEARS] = { 100, 90, 80, 85, 80 };

static const PartsCase parts_cases[] = {
  { "first-year", 4, 0, 1, 1, 0, { 0, 0, 0 } },
  { "observed", 4, 2, 0.5, 0.9, 0.1, { 20, 0, 0 } },
  { "last-observed", 4, 4, 1, 1, 0, { 20, 0, 0 } },
  /* b = 80: all of the fall was output */
  { "nothing-new", 4, 5, 1, 1, 0, { 20, 0, 0 } },
  /* b = 96: 100 - 96; 96 * 0.1; 96 * 0.9 * 0.25 */
  { "all-three", 4, 10, 1.2, 0.9, 0.25, { 4, 9.6, 21.6 } },
  /* b = 120: growth is negative reduction */
  { "growth", 4, 10, 1.5, 1, 0, { -20, 0, 0 } },
  /* observed to 2022 only: b = 90 * 0.5 */
  { "early-end", 1, 2, 0.5, 0.9, 0, { 55, 4.5, 0 } },
};

static void
test_parts (gconstpointer data)
{
  const PartsCase *c = data;
  const IjkDecomposition parts
      = ijk_decompose_unit (past_kt, c->y0, c->t, c->ratio, c->efficiency, c->leak);

  fixture_assert_near (parts.activity_kt, c->parts.activity_kt);
  fixture_assert_near (parts.autonomous_kt, c->parts.autonomous_kt);
  fixture_assert_near (parts.leakage_kt, c->parts.leakage_kt);
}

/* alpha: 100 kt in 2021, 80 in 2025, output +2% a year, efficiency 1%: in 2027 b = 80 * 1.0404 =
 * 83.232, e = 0.9801: activity 16.768, autonomous 1.6563168, u = 81.5756832, of which efficiency
 * exactly 0.2 * 0.5 takes a tenth. beta ends in 2024 with 50: b = 52.02, e = 0.970299. */
static void
test_run (void)
{
  g_autoptr (Tiny) tiny = tiny_new ();
  const double u_alpha = 83.232 * 0.9801;
  const double u_beta = 52.02 * 0.970299;

  tiny_sector (tiny, "works")->growth_per_year = 0.02;
  tiny_observe (tiny, "alpha", 100, 95, 90, 85, 80);
  tiny_observe (tiny, "beta", 100, 90, 70, 50, NAN);
  tiny_run (tiny, NOTHING "autonomous=0.01 efficiency_share=exactly:0.2");
  tiny_assert (tiny, "unit", "alpha", "activity", 2027, 16.768);
  tiny_assert (tiny, "unit", "alpha", "autonomous", 2027, 83.232 * 0.0199);
  tiny_assert (tiny, "unit", "alpha", "measures", 2027, 0.1 * u_alpha);
  tiny_assert (tiny, "unit", "alpha", "leakage", 2027, 0);
  tiny_assert (tiny, "unit", "beta", "activity", 2027, 100 - 52.02);
  tiny_assert (tiny, "unit", "beta", "autonomous", 2027, 52.02 * (1 - 0.970299));
  tiny_assert (tiny, "sector", "works", "activity", 2027, 16.768 + 100 - 52.02);
  tiny_assert (tiny, "sector", "works", "measures", 2027, 0.1 * (u_alpha + u_beta));
  tiny_assert (tiny, "national", "industry", "activity", 2027, 16.768 + 100 - 52.02);
  tiny_assert (tiny, "unit", "beta", "activity", 2023, 30);
  tiny_assert (tiny, "unit", "beta", "autonomous", 2024, 0);
  tiny_assert (tiny, "unit", "beta", "autonomous", 2025, 0.5);
}

/* Leakage of 2027 at z 20 above that of 2025 and eta 0.01 (see test-leakage.c). */
static void
test_leakage (void)
{
  g_autoptr (Tiny) tiny = tiny_new ();
  const double leak = 0.25 * (1 - exp (-0.2));

  tiny_sector (tiny, "works")->pass_through = 0.2;
  tiny_sector (tiny, "works")->eta_t_per_eur = 0.01;
  tiny_series (tiny, IJK_SERIES_FREE_SHARE, "2021:0.5,2025:0.5,2026:0");
  tiny_run (tiny, NOTHING "autonomous=0");
  tiny_assert (tiny, "unit", "alpha", "leakage", 2027, 100 * leak);
  tiny_assert (tiny, "sector", "works", "leakage", 2027, 200 * leak);
  tiny_assert (tiny, "national", "industry", "leakage", 2027, 200 * leak);
}

/* The four terms of an item sum to its fall since 2021, for each way to add up units. */
static void
test_exact (void)
{
  static const IjkItems items[] = { IJK_ITEMS_SCOPE, IJK_ITEMS_SECTOR, IJK_ITEMS_CLUSTER,
                                    IJK_ITEMS_COMPANY, IJK_ITEMS_UNIT };
  static const char *const terms[] = { "activity", "autonomous", "measures", "leakage" };
  g_autoptr (IjkReference) reference = fixture_load_reference ();
  g_autoptr (IjkScenario) scenario
      = fixture_scenario (reference, NULL,
                          "eta_scale=3 autonomous@sector:food=0.015 growth=2030:0.02 "
                          "ccs_share@company:Shell=exactly:0.4 project.tata-dri-2=1");
  g_autoptr (IjkWorkspace) workspace = ijk_workspace_new (reference);
  const IjkResult *result = ijk_run (reference, scenario, workspace);

  for (guint k = 0; k < G_N_ELEMENTS (items); k++)
    for (guint i = 0; i < ijk_items_count (reference, items[k]); i++)
      {
        double emissions[IJK_N_YEARS];
        double parts[G_N_ELEMENTS (terms)][IJK_N_YEARS];

        ijk_indicator_yearly (ijk_indicator_find (items[k], "emissions"), result, i, emissions);
        for (guint j = 0; j < G_N_ELEMENTS (terms); j++)
          ijk_indicator_yearly (ijk_indicator_find (items[k], terms[j]), result, i, parts[j]);
        for (guint t = 0; t < IJK_N_YEARS; t++)
          g_assert_cmpfloat_with_epsilon (
              parts[0][t] + parts[1][t] + parts[2][t] + parts[3][t], emissions[0] - emissions[t],
              FIXTURE_TOLERANCE * MAX (1, emissions[0]));
      }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add_cases ("/model/decomposition/parts", parts_cases, test_parts);
  g_test_add_func ("/model/decomposition/terms-of-a-run", test_run);
  g_test_add_func ("/model/decomposition/leakage-of-a-run", test_leakage);
  g_test_add_func ("/model/decomposition/terms-sum-to-the-fall", test_exact);
  return g_test_run ();
}
