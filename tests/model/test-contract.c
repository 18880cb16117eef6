/* Chapter 9, first part: what contracts pay, on the tiny reference (see tiny-reference.h).
 *
 * A contract of a round on `store` in works at capex 100: base amount C8 = 108. Under it a firm
 * decides at phi1 = sigma((50 - 50) / 10) = 1/2, so of a room of 50 kt it builds 25 kt a year.
 * Waste has no ETS price: it is left out by having no potential.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "tiny-reference.h"

static Tiny *
make_round (int lag_years)
{
  Tiny *tiny = tiny_new ();
  IjkMeasure *store = tiny_measure (tiny, "store");

  store->is_sde = TRUE;
  store->capex_eur_per_t = 100;
  store->lag_years = lag_years;
  tiny_cell (tiny, "waste", "store")->p2030 = tiny_cell (tiny, "waste", "store")->p2050 = 0;
  return tiny;
}

/* One round, in 2026; operation from 2028: 25 kt * (108 - 50) = 1.45 MEUR in 15 years to 2042. */
static void
test_fifteen_years (void)
{
  g_autoptr (Tiny) tiny = make_round (2);

  tiny_run (tiny, "sde_budget=1000 sde_last_round=2026");
  tiny_assert (tiny, "national", "nl", "sde_paid", 2027, 0);
  for (int year = 2028; year <= 2042; year++)
    {
      tiny_assert (tiny, "national", "nl", "sde_paid", year, 1.45);
      tiny_assert (tiny, "sector", "works", "sde_paid", year, 1.45);
      tiny_assert (tiny, "measure", "store", "sde_paid", year, 1.45);
    }
  tiny_assert (tiny, "national", "nl", "sde_paid", 2043, 0);
  tiny_assert (tiny, "sector", "waste", "sde_paid", 2030, 0);
}

/* The second round finds f' = 1/4 decided, room 37.5 kt, and signs 0.5 * (0.5 - 0.25) * 100 = 12.5
 * kt more: 37.5 kt * 58 = 2.175 MEUR from 2029 to 2042, and 12.5 * 58 alone in 2043. */
static void
test_rounds_add_up (void)
{
  g_autoptr (Tiny) tiny = make_round (2);

  tiny_run (tiny, "sde_budget=1000 sde_last_round=2027");
  tiny_assert (tiny, "cell", "works/store", "room", 2027, 37.5);
  tiny_assert (tiny, "national", "nl", "sde_paid", 2028, 1.45);
  tiny_assert (tiny, "national", "nl", "sde_paid", 2029, 2.175);
  tiny_assert (tiny, "national", "nl", "sde_paid", 2042, 2.175);
  tiny_assert (tiny, "national", "nl", "sde_paid", 2043, 0.725);
  tiny_assert (tiny, "national", "nl", "sde_paid", 2044, 0);
}

/* Half the room served: half a contract, 12.5 kt. */
static void
test_served_in_part (void)
{
  g_autoptr (Tiny) tiny = make_round (0);

  tiny_run (tiny, "sde_budget=28 sde_last_round=2026");
  tiny_assert (tiny, "cell", "works/store", "served", 2026, 25);
  tiny_assert (tiny, "national", "nl", "sde_paid", 2026, 0.725);
}

/* Of contracts only 60% are built: 0.5 * 0.6 * 0.5 * 100 kt = 15 kt at 58. */
static void
test_realisation (void)
{
  g_autoptr (Tiny) tiny = make_round (0);

  tiny_run (tiny, "sde_budget=1000 sde_last_round=2026 realisation=0.6");
  tiny_assert (tiny, "national", "nl", "sde_paid", 2026, 0.87);
}

/* A limit cuts the contract as it cuts the decision: a cap of 10 kt leaves 10 of 10 kt of room, of
 * which half is built and no cap binds; CO2 capacity for 5 kt leaves 5. */
static void
test_limit (void)
{
  g_autoptr (Tiny) tiny = make_round (0);

  tiny_run (tiny, "sde_budget=1000 sde_last_round=2026 ccs_capacity=5");
  tiny_assert (tiny, "national", "nl", "sde_paid", 2026, 0.29);
}

/* The price that is deducted follows the ETS up (2036: 80, 25 * 28 = 0.7 MEUR; 2041: 120, nothing)
 * but not down: the award of 2026 expected 50, so at least 2/3 of 50 is deducted: 25 * (108 -
 * 33.3). */
static void
test_price_floor (void)
{
  g_autoptr (Tiny) tiny = make_round (0);

  tiny_run (tiny, "sde_budget=1000 sde_last_round=2026 "
                  "ets_price=2026:50,2035:50,2036:80,2037:80,2038:10,2039:10,2040:120");
  tiny_assert (tiny, "national", "nl", "sde_paid", 2035, 1.45);
  tiny_assert (tiny, "national", "nl", "sde_paid", 2036, 0.7);
  tiny_assert (tiny, "national", "nl", "sde_paid", 2038, 25 * (108 - 100.0 / 3) / 1e3);
  tiny_assert (tiny, "national", "nl", "sde_paid", 2040, 0);
}

/* Half of works is outside the ETS, so half of its price counts: need 108 - 25, floor 2/3 * 25. At
 * 10 EUR/t in 2038 the floor holds; V = 25 all the same lets half decide. */
static void
test_floor_of_priced_part (void)
{
  g_autoptr (Tiny) tiny = make_round (0);

  tiny_unit (tiny, "beta")->kind = IJK_KIND_REST;
  tiny_unit (tiny, "beta")->levy_share = tiny_unit (tiny, "beta")->benchmark_kt = 0;
  tiny_run (tiny, "sde_budget=1000 sde_last_round=2026 ets_price=2026:50,2035:50,2036:50,2038:10");
  tiny_assert (tiny, "national", "nl", "sde_paid", 2035, 25 * (108 - 25) / 1e3);
  tiny_assert (tiny, "national", "nl", "sde_paid", 2038, 25 * (108 - 50.0 / 3) / 1e3);
}

/* Contracts of two sectors on one measure, and of two measures in one sector, add up. Waste has no
 * ETS price: need 108, V = 0, so half decide: 25 kt * 108 = 2.7 MEUR. */
static void
test_sums (void)
{
  g_autoptr (Tiny) tiny = make_round (0);

  tiny_cell (tiny, "waste", "store")->p2030 = tiny_cell (tiny, "waste", "store")->p2050 = 0.5;
  tiny_measure (tiny, "warmth")->is_sde = TRUE;
  tiny_measure (tiny, "warmth")->capex_eur_per_t = 100;
  tiny_run (tiny, "sde_budget=1000 sde_last_round=2026");
  tiny_assert (tiny, "measure", "store", "sde_paid", 2030, 1.45 + 2.7);
  tiny_assert (tiny, "measure", "warmth", "sde_paid", 2030, 1.45);
  tiny_assert (tiny, "sector", "works", "sde_paid", 2030, 2.9);
  tiny_assert (tiny, "sector", "waste", "sde_paid", 2030, 2.7);
  tiny_assert (tiny, "national", "nl", "sde_paid", 2030, 5.6);
}

/* Contracts of a project (10 kt at 80 - 50, for save) come on top of those of rounds. */
static void
test_project_and_round (void)
{
  g_autoptr (Tiny) tiny = make_round (0);

  tiny_add_project (tiny, "pipe", "alpha", "save", 10, 2028);
  tiny_project (tiny, "pipe")->contract_eur_per_t = 80;
  tiny_run (tiny, "sde_budget=1000 sde_last_round=2026");
  tiny_assert (tiny, "sector", "works", "sde_paid", 2027, 1.45);
  tiny_assert (tiny, "sector", "works", "sde_paid", 2030, 1.75);
  tiny_assert (tiny, "measure", "store", "sde_paid", 2030, 1.45);
  tiny_assert (tiny, "measure", "save", "sde_paid", 2030, 0.3);
  tiny_assert (tiny, "national", "nl", "sde_paid", 2030, 1.75);
}

/* Learning after the award changes nothing. */
static void
test_base_amount_of_award (void)
{
  g_autoptr (Tiny) tiny = make_round (0);

  tiny_measure (tiny, "store")->learning = 1; /* capex 0 in 2050, 96 in 2026: C8 = 103.68 */
  tiny_run (tiny, "sde_budget=1000 sde_last_round=2026");
  tiny_assert (tiny, "national", "nl", "sde_paid", 2026, 25 * (103.68 - 50) / 1e3);
  tiny_assert (tiny, "national", "nl", "sde_paid", 2040, 25 * (103.68 - 50) / 1e3);
}

/* A project with a contract amount of 80: 10 kt * (80 - 50) = 0.3 MEUR for 15 years from its start,
 * wherever that is moved to, and nothing when it is off. The full ETS price is deducted. */
static void
test_project (void)
{
  static const struct
  {
    const char *settings;
    int first;
  } cases[] = {
    { "", 2028 },
    { "project_start.pipe=2031", 2031 },
    { "project_start.pipe=2040", 2040 },
    { "project_start.pipe=2051", 0 },
    { "project.pipe=0", 0 },
  };
  g_autoptr (Tiny) tiny = tiny_new ();

  tiny_add_project (tiny, "pipe", "alpha", "store", 10, 2028);
  tiny_project (tiny, "pipe")->contract_eur_per_t = 80;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      tiny_run (tiny, cases[i].settings);
      for (int year = IJK_FIRST_YEAR; year <= IJK_LAST_YEAR; year++)
        {
          const gboolean pays = cases[i].first > 0 && year >= cases[i].first
                                && year < cases[i].first + 15;

          tiny_assert (tiny, "national", "nl", "sde_paid", year, pays ? 0.3 : 0);
          tiny_assert (tiny, "sector", "works", "sde_paid", year, pays ? 0.3 : 0);
        }
    }
}

/* Above the amount a project pays nothing back. */
static void
test_project_at_high_price (void)
{
  g_autoptr (Tiny) tiny = tiny_new ();

  tiny_add_project (tiny, "pipe", "alpha", "store", 10, 2028);
  tiny_project (tiny, "pipe")->contract_eur_per_t = 80;
  tiny_run (tiny, "ets_price=2026:50,2029:50,2030:90");
  tiny_assert (tiny, "national", "nl", "sde_paid", 2029, 0.3);
  tiny_assert (tiny, "national", "nl", "sde_paid", 2030, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/contract/pays-for-fifteen-years", test_fifteen_years);
  g_test_add_func ("/model/contract/rounds-add-up", test_rounds_add_up);
  g_test_add_func ("/model/contract/served-in-part-pays-in-part", test_served_in_part);
  g_test_add_func ("/model/contract/only-what-is-realised", test_realisation);
  g_test_add_func ("/model/contract/only-what-limits-leave", test_limit);
  g_test_add_func ("/model/contract/price-deducted-has-a-floor", test_price_floor);
  g_test_add_func ("/model/contract/floor-of-the-priced-part", test_floor_of_priced_part);
  g_test_add_func ("/model/contract/sectors-and-measures-add-up", test_sums);
  g_test_add_func ("/model/contract/projects-on-top-of-rounds", test_project_and_round);
  g_test_add_func ("/model/contract/base-amount-of-the-award", test_base_amount_of_award);
  g_test_add_func ("/model/contract/project-pays-from-its-start", test_project);
  g_test_add_func ("/model/contract/project-never-pays-back", test_project_at_high_price);
  return g_test_run ();
}
