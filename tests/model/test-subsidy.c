/* Chapter 4: the yearly SDE++ round and what its contracts pay, on the tiny reference (see
 * tiny-reference.h): V = 50 in works, 0 in waste; capex 100 costs 108 at the rate of a contract.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "tiny-reference.h"

/* Makes a measure a candidate: rho 0.5 * p 0.5 * U 200 kt = 50 kt of room in a sector in 2026.
 * At capex 100 in works: need 108 - 50 = 58 EUR/t, claim (108 - 2/3 * 50) * 15 = 1120 kEUR per kt a
 * year, so that the room asks for 56 MEUR. In waste: need 108, claim 1620, 81 MEUR. */
static void
make_candidate (Tiny       *tiny,
                const char *measure,
                double      capex)
{
  tiny_measure (tiny, measure)->is_sde = TRUE;
  tiny_measure (tiny, measure)->capex_eur_per_t = capex;
}

/* One number of a cell in the round of 2026. */
#define assert_cell(tiny, cell, indicator, expected)                                               \
  tiny_assert (tiny, "cell", cell, indicator, 2026, expected)

static void
test_terms (void)
{
  g_autoptr (Tiny) tiny = tiny_new ();

  make_candidate (tiny, "store", 100);
  tiny_run (tiny, "sde_budget=1000");
  assert_cell (tiny, "works/store", "room", 50);
  assert_cell (tiny, "works/store", "need", 58);
  assert_cell (tiny, "works/store", "claim", 1120);
  assert_cell (tiny, "waste/store", "need", 108);
  assert_cell (tiny, "waste/store", "claim", 1620);
  assert_cell (tiny, "works/store", "served", 50);
  assert_cell (tiny, "works/store", "award", IJK_AWARD_SERVED);
  assert_cell (tiny, "works/store", "rank", 1);
  assert_cell (tiny, "waste/store", "rank", 2);
  tiny_assert (tiny, "national", "nl", "sde_committed", 2026, 56 + 81);
  tiny_assert (tiny, "measure", "store", "sde_committed", 2026, 56 + 81);
  /* no candidates: without sde, and before 2026 */
  assert_cell (tiny, "works/save", "award", IJK_AWARD_NONE);
  assert_cell (tiny, "works/save", "rank", 0);
  assert_cell (tiny, "works/save", "served", 0);
  tiny_assert (tiny, "cell", "works/store", "award", 2025, IJK_AWARD_NONE);
}

/* The cheapest is served first, whatever the order of the tables; the second gets what is left, the
 * third nothing. warmth (capex 100) asks 56 MEUR, save (capex 200, C8 216, claim (216 - 100/3) * 15
 * = 2740) 137 MEUR of which 84 are left: 84000 / 2740 = 30.6569 kt. */
static void
test_budget_runs_out (void)
{
  g_autoptr (Tiny) tiny = tiny_new ();

  make_candidate (tiny, "save", 200);
  make_candidate (tiny, "store", 250);
  make_candidate (tiny, "warmth", 100);
  tiny_run (tiny, "sde_budget=140");
  assert_cell (tiny, "works/warmth", "rank", 1);
  assert_cell (tiny, "works/warmth", "award", IJK_AWARD_SERVED);
  assert_cell (tiny, "works/save", "rank", 2);
  assert_cell (tiny, "works/save", "award", IJK_AWARD_PART_BUDGET);
  assert_cell (tiny, "works/save", "served", 84000.0 / 2740);
  assert_cell (tiny, "works/store", "rank", 3);
  assert_cell (tiny, "works/store", "award", IJK_AWARD_NO_BUDGET);
  assert_cell (tiny, "works/store", "served", 0);
  tiny_assert (tiny, "national", "nl", "sde_committed", 2026, 140);
}

/* A budget that is just enough serves in full; nothing is left for the next. */
static void
test_budget_just_enough (void)
{
  g_autoptr (Tiny) tiny = tiny_new ();

  make_candidate (tiny, "store", 100);
  tiny_run (tiny, "sde_budget=137");
  assert_cell (tiny, "waste/store", "award", IJK_AWARD_SERVED);
  /* 0.56 MEUR buy half a kt */
  tiny_run (tiny, "sde_budget=0.56");
  assert_cell (tiny, "works/store", "award", IJK_AWARD_PART_BUDGET);
  assert_cell (tiny, "works/store", "served", 0.5);
  tiny_run (tiny, "sde_budget=0");
  assert_cell (tiny, "works/store", "award", IJK_AWARD_NO_BUDGET);
  tiny_assert (tiny, "national", "nl", "sde_committed", 2026, 0);
}

/* Equal needs: the order of sectors, then of measures. */
static void
test_ties (void)
{
  g_autoptr (Tiny) tiny = tiny_new ();

  tiny_add_cell (tiny, "waste", "save");
  tiny_unit (tiny, "oven")->kind = tiny_unit (tiny, "kiln")->kind = IJK_KIND_ETS;
  make_candidate (tiny, "save", 100);
  make_candidate (tiny, "store", 100);
  make_candidate (tiny, "warmth", 100);
  tiny_run (tiny, "sde_budget=1000");
  assert_cell (tiny, "works/save", "rank", 1);
  assert_cell (tiny, "works/store", "rank", 2);
  assert_cell (tiny, "works/warmth", "rank", 3);
  assert_cell (tiny, "waste/save", "rank", 4);
  assert_cell (tiny, "waste/store", "rank", 5);
}

/* 30 kt under the ceiling: works gets 30 of 50, waste none; the money left (64.4 MEUR: 30 * 1120 =
 * 33.6 of 98 are gone) still serves warmth, dearest of all: capex 150, C8 162, claim (162 - 100/3)
 * * 15 = 1930, 50 kt ask 96.5 MEUR, so 64400 / 1930 kt. */
static void
test_ceiling (void)
{
  g_autoptr (Tiny) tiny = tiny_new ();

  make_candidate (tiny, "store", 100);
  make_candidate (tiny, "warmth", 150);
  tiny_series (tiny, IJK_SERIES_SDE_AWARDED_CCS, "2021:70,2025:100");
  tiny_run (tiny, "sde_budget=98 ccs_ceiling=130");
  assert_cell (tiny, "works/store", "award", IJK_AWARD_PART_CEILING);
  assert_cell (tiny, "works/store", "served", 30);
  assert_cell (tiny, "waste/store", "award", IJK_AWARD_NO_CEILING);
  assert_cell (tiny, "works/warmth", "award", IJK_AWARD_PART_BUDGET);
  assert_cell (tiny, "works/warmth", "served", 64400.0 / 1930);
  tiny_assert (tiny, "national", "nl", "ccs_awarded", 2021, 70);
  tiny_assert (tiny, "national", "nl", "ccs_awarded", 2025, 100);
  tiny_assert (tiny, "national", "nl", "ccs_awarded", 2026, 130);
  tiny_assert (tiny, "national", "nl", "ccs_awarded", 2050, 130);
}

/* A ceiling below what has been awarded takes nothing back. */
static void
test_ceiling_below_awarded (void)
{
  g_autoptr (Tiny) tiny = tiny_new ();

  make_candidate (tiny, "store", 100);
  tiny_series (tiny, IJK_SERIES_SDE_AWARDED_CCS, "2025:100");
  tiny_run (tiny, "sde_budget=98 ccs_ceiling=40");
  assert_cell (tiny, "works/store", "award", IJK_AWARD_NO_CEILING);
  tiny_assert (tiny, "national", "nl", "ccs_awarded", 2050, 100);
}

/* Awards add up over the rounds, whether built or not: 50 + 50 kt in 2026 for works and waste,
 * where half of the firms decide; then 0.5 * (1 - 0.25) * 100 = 37.5 kt of room in each. */
static void
test_awards_add_up (void)
{
  g_autoptr (Tiny) tiny = tiny_new ();

  make_candidate (tiny, "store", 100);
  tiny_series (tiny, IJK_SERIES_SDE_AWARDED_CCS, "2025:7");
  tiny_run (tiny, "sde_budget=20000 sde_last_round=2028");
  tiny_assert (tiny, "national", "nl", "ccs_awarded", 2026, 107);
  tiny_assert (tiny, "national", "nl", "ccs_awarded", 2027, 182);
  tiny_assert (tiny, "national", "nl", "ccs_awarded", 2028, 182 + 2 * 31.25);
  tiny_assert (tiny, "national", "nl", "ccs_awarded", 2029, 182 + 2 * 31.25);
}

/* When money and ceiling both cut, the narrower counts: money for 20 kt (22.4 MEUR), ceiling 15. */
static void
test_ceiling_under_budget (void)
{
  g_autoptr (Tiny) tiny = tiny_new ();

  make_candidate (tiny, "store", 100);
  tiny_run (tiny, "sde_budget=22.4 ccs_ceiling=15");
  assert_cell (tiny, "works/store", "award", IJK_AWARD_PART_CEILING);
  assert_cell (tiny, "works/store", "served", 15);
  tiny_assert (tiny, "national", "nl", "sde_committed", 2026, 16.8);
  tiny_run (tiny, "sde_budget=22.4 ccs_ceiling=25");
  assert_cell (tiny, "works/store", "award", IJK_AWARD_PART_BUDGET);
  assert_cell (tiny, "works/store", "served", 20);
}

/* Why a candidate gets nothing however much money there is; it keeps its rank and need. */
typedef struct
{
  const char *name;
  double capex;
  const char *settings;
  int year;
  IjkAward award;
} RefusalCase;

static const RefusalCase refusal_cases[] = {
  /* C8 = 43.2 is less than the ETS price of 50 */
  { "pays-for-itself", 40, "", 2026, IJK_AWARD_NO_NEED },
  { "too-dear", 100, "sde_max_intensity=50", 2026, IJK_AWARD_TOO_DEAR },
  { "last-round", 100, "sde_last_round=2027", 2027, IJK_AWARD_SERVED },
  { "after-last-round", 100, "sde_last_round=2027", 2028, IJK_AWARD_AFTER_LAST_ROUND },
  { "last-ccs", 100, "ccs_subsidy_until=2027", 2027, IJK_AWARD_SERVED },
  { "after-last-ccs", 100, "ccs_subsidy_until=2027", 2028, IJK_AWARD_CCS_ENDED },
  { "no-round-at-all", 100, "sde_last_round=2025", 2026, IJK_AWARD_AFTER_LAST_ROUND },
};

static void
test_refusal (gconstpointer data)
{
  const RefusalCase *c = data;
  g_autoptr (Tiny) tiny = tiny_new ();
  g_autofree char *settings = g_strconcat ("sde_budget=20000 ", c->settings, NULL);

  make_candidate (tiny, "store", c->capex);
  tiny_run (tiny, settings);
  tiny_assert (tiny, "cell", "works/store", "award", c->year, c->award);
  g_assert_true (tiny_value (tiny, "cell", "works/store", "rank", c->year) >= 1);
  if (c->award != IJK_AWARD_SERVED)
    tiny_assert (tiny, "cell", "works/store", "served", c->year, 0);
}

/* A need just at the maximum is served: 135 - 50 = 85, without rounding when all cost is opex. */
static void
test_need_at_maximum (void)
{
  g_autoptr (Tiny) tiny = tiny_new ();

  make_candidate (tiny, "store", 0);
  tiny_measure (tiny, "store")->opex_eur_per_t = 135;
  tiny_run (tiny, "sde_budget=20000 sde_max_intensity=85");
  assert_cell (tiny, "works/store", "award", IJK_AWARD_SERVED);
}

/* CCS alone ends with its own last year. */
static void
test_other_groups_outlast_ccs (void)
{
  g_autoptr (Tiny) tiny = tiny_new ();

  make_candidate (tiny, "warmth", 100);
  tiny_run (tiny, "sde_budget=20000 ccs_subsidy_until=2025 ccs_ceiling=0");
  assert_cell (tiny, "works/warmth", "award", IJK_AWARD_SERVED);
}

/* Rooms of 50 and 50 kt share a build cap of 60. Cooperation doubles that of heat, not of CCS. */
static void
test_build_cap (void)
{
  g_autoptr (Tiny) tiny = tiny_new ();

  make_candidate (tiny, "store", 100);
  make_candidate (tiny, "warmth", 100);
  tiny_measure (tiny, "store")->build_cap_kt = 60;
  tiny_measure (tiny, "warmth")->build_cap_kt = 20;
  tiny_run (tiny, "sde_budget=20000");
  assert_cell (tiny, "works/store", "room", 30);
  assert_cell (tiny, "waste/store", "room", 30);
  assert_cell (tiny, "works/warmth", "room", 20);
  tiny_run (tiny, "sde_budget=20000 cluster_cooperation=1");
  assert_cell (tiny, "works/store", "room", 30);
  assert_cell (tiny, "works/warmth", "room", 40);
}

/* No room: under `exactly`, without potential, rho or eligible emissions, and before a decision
 * could start in time (start 2030, lag 2: from 2028 on). `at_most` leaves what is below it:
 * 0.5 * 0.2 * 0.5 * 200 = 10. */
static void
test_room (void)
{
  g_autoptr (Tiny) tiny = tiny_new ();

  make_candidate (tiny, "store", 100);
  tiny_measure (tiny, "store")->start_year = 2030;
  tiny_measure (tiny, "store")->lag_years = 2;
  tiny_run (tiny, "sde_budget=20000");
  tiny_assert (tiny, "cell", "works/store", "award", 2027, IJK_AWARD_NONE);
  tiny_assert (tiny, "cell", "works/store", "award", 2028, IJK_AWARD_SERVED);
  tiny_run (tiny, "sde_budget=20000 ccs_share@sector:works=exactly:0.5");
  tiny_assert (tiny, "cell", "works/store", "award", 2028, IJK_AWARD_NONE);
  tiny_assert (tiny, "cell", "waste/store", "award", 2028, IJK_AWARD_SERVED);
  tiny_run (tiny, "sde_budget=20000 ccs_share=at_most:0.2");
  tiny_assert (tiny, "cell", "works/store", "room", 2028, 10);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/subsidy/need-and-claim", test_terms);
  g_test_add_func ("/model/subsidy/cheapest-first-until-money-is-gone", test_budget_runs_out);
  g_test_add_func ("/model/subsidy/just-enough-money-serves-all", test_budget_just_enough);
  g_test_add_func ("/model/subsidy/ties-by-sector-then-measure", test_ties);
  g_test_add_func ("/model/subsidy/ceiling-leaves-money-for-others", test_ceiling);
  g_test_add_func ("/model/subsidy/ceiling-takes-nothing-back", test_ceiling_below_awarded);
  g_test_add_func ("/model/subsidy/awards-add-up", test_awards_add_up);
  g_test_add_func ("/model/subsidy/narrower-of-money-and-ceiling", test_ceiling_under_budget);
  fixture_add_cases ("/model/subsidy/refuses", refusal_cases, test_refusal);
  g_test_add_func ("/model/subsidy/need-at-maximum-is-served", test_need_at_maximum);
  g_test_add_func ("/model/subsidy/other-groups-outlast-ccs", test_other_groups_outlast_ccs);
  g_test_add_func ("/model/subsidy/room-within-build-cap", test_build_cap);
  g_test_add_func ("/model/subsidy/room-only-where-open", test_room);
  return g_test_run ();
}
