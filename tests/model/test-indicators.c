/* Chapter 9: investment, grants, costs and energy, and indicators by name, on the tiny reference
 * (see tiny-reference.h).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "tiny-reference.h"

#include <string.h>

#define NOTHING "efficiency_share=exactly:0 ccs_share=exactly:0 heat_share=exactly:0 "

#define assert_nl(tiny, indicator, year, expected)                                                 \
  tiny_assert (tiny, "national", "nl", indicator, year, expected)

/* 20 kt in 2026, 20 more in 2027 and 2028, none after, 10 less in 2030; capex of the year, which
 * learning brings from 100 to 99, 98 and 97. */
static void
test_investment (void)
{
  g_autoptr (Tiny) tiny = tiny_new ();

  tiny_measure (tiny, "save")->capex_eur_per_t = 100;
  tiny_measure (tiny, "save")->learning = 0.25;
  tiny_run (tiny, NOTHING "efficiency_share=exactly:2026:0.2,2028:0.6,2029:0.6,2030:0.5");
  assert_nl (tiny, "investment", 2025, 0);
  assert_nl (tiny, "investment", 2026, 1.98);
  assert_nl (tiny, "investment", 2027, 1.96);
  assert_nl (tiny, "investment", 2028, 1.94);
  assert_nl (tiny, "investment", 2029, 0);
  assert_nl (tiny, "investment", 2030, 0);
  tiny_assert (tiny, "measure", "save", "investment", 2026, 1.98);
  tiny_assert (tiny, "measure", "store", "investment", 2026, 0);
}

/* A rise in one sector is not set off against a fall in another; projects and what helps outside
 * industry are invested in too. */
static void
test_investment_by_sector (void)
{
  g_autoptr (Tiny) tiny = tiny_new ();

  tiny_measure (tiny, "store")->capex_eur_per_t = 100;
  tiny_measure (tiny, "warmth")->capex_eur_per_t = 10;
  tiny_run (tiny, NOTHING "ccs_share@sector:works=exactly:2026:0,2027:0.2 "
                          "ccs_share@sector:waste=exactly:2026:0.2,2027:0 "
                          "heat_share=exactly:2026:0,2027:0.2");
  assert_nl (tiny, "investment", 2026, 2);
  assert_nl (tiny, "investment", 2027, 2.2);
  tiny_assert (tiny, "measure", "warmth", "investment", 2027, 0.2);
}

/* A tenth of what is invested in measures that can have a grant; 5 MEUR to a project in its first
 * year, wherever that is moved to. */
static void
test_grants (void)
{
  g_autoptr (Tiny) tiny = tiny_new ();

  tiny_measure (tiny, "save")->capex_eur_per_t = 100;
  tiny_measure (tiny, "save")->is_grant = TRUE;
  tiny_measure (tiny, "store")->capex_eur_per_t = 100;
  tiny_add_project (tiny, "pipe", "alpha", "store", 10, 2028);
  tiny_project (tiny, "pipe")->grant_meur = 5;
  tiny_add_project (tiny, "ship", "beta", "store", 10, 2045);
  tiny_project (tiny, "ship")->grant_meur = 3;
  tiny_run (tiny, NOTHING "efficiency_share=exactly:0.2 grant@sector:works=0.1");
  assert_nl (tiny, "grants", 2026, 0.2);
  assert_nl (tiny, "grants", 2027, 0);
  assert_nl (tiny, "grants", 2028, 5);
  assert_nl (tiny, "investment", 2028, 1);
  tiny_run (tiny, NOTHING "project_start.pipe=2035");
  assert_nl (tiny, "grants", 2028, 0);
  assert_nl (tiny, "grants", 2035, 5);
  tiny_run (tiny, NOTHING "project.pipe=0");
  assert_nl (tiny, "grants", 2028, 0);
  /* all in one year: a tenth of 2 MEUR, 5 and 3 */
  tiny_run (tiny, NOTHING "efficiency_share=exactly:2028:0,2029:0.2 grant=0.1 "
                          "project_start.pipe=2029 project_start.ship=2029");
  assert_nl (tiny, "grants", 2029, 8.2);
}

/* 20 kt of save (works), 20 + 20 kt of store (works and waste), 20 kt of warmth (outside). MWh/t:
 * 2, 1, 3: 40 + 40 + 60 = 140 GWh, at 0.1 kt/GWh 14 kt. GJ/t gas: -5, 0, 1: -100 + 20 TJ; hydrogen:
 * 3 in save: 60 TJ. */
static void
test_energy (void)
{
  g_autoptr (Tiny) tiny = tiny_new ();

  tiny_measure (tiny, "save")->elec_mwh_per_t = 2;
  tiny_measure (tiny, "store")->elec_mwh_per_t = 1;
  tiny_measure (tiny, "warmth")->elec_mwh_per_t = 3;
  tiny_measure (tiny, "save")->gas_gj_per_t = -5;
  tiny_measure (tiny, "warmth")->gas_gj_per_t = 1;
  tiny_measure (tiny, "save")->h2_gj_per_t = 3;
  tiny_run (tiny, "efficiency_share=exactly:0.2 ccs_share=exactly:0.2 heat_share=exactly:0.2");
  assert_nl (tiny, "electricity", 2030, 140);
  assert_nl (tiny, "gas", 2030, -80);
  assert_nl (tiny, "hydrogen", 2030, 60);
  assert_nl (tiny, "indirect", 2030, 14);
  assert_nl (tiny, "ccs", 2030, 40);
  assert_nl (tiny, "electricity", 2025, 0);
}

/* Inside industry, beside it, and elsewhere are kept apart. */
static void
test_abated_by_place (void)
{
  g_autoptr (Tiny) tiny = tiny_new ();

  tiny_run (tiny, "efficiency_share=exactly:0.2 ccs_share=exactly:0.2 heat_share=exactly:0.2");
  tiny_assert (tiny, "measure", "store", "abated", 2030, 20);
  tiny_assert (tiny, "measure", "store", "abated_energy", 2030, 20);
  tiny_assert (tiny, "measure", "warmth", "outside", 2030, 20);
  tiny_assert (tiny, "measure", "warmth", "abated", 2030, 0);
  tiny_assert (tiny, "national", "industry", "emissions", 2030, 160);
  tiny_assert (tiny, "national", "energy", "emissions", 2030, 180);
  tiny_assert (tiny, "national", "all", "emissions", 2030, 340);
  tiny_assert (tiny, "company", "Alpha", "emissions", 2030, 80);
  tiny_assert (tiny, "company", "Waste", "emissions", 2030, 180);
  tiny_assert (tiny, "company", "Waste", "measures", 2030, 20);
}

/* Who bears what in 2028. store: capex 0, opex 40: 10 kt of a project cost 0.4 MEUR; its contract
 * pays 10 * (80 - 50) = 0.3; its grant is 5. save: capex 100 costs 108, 20 kt: 2.16, of which the
 * investment was in 2026. Levy: alpha emits 80 and beta 90, rights 75 each: 5 + 15 at 50 = 1.0;
 * oven 40 at 100 = 4.0; a fifth of 5.0 is returned. */
static void
test_who_pays (void)
{
  g_autoptr (Tiny) tiny = tiny_new ();

  tiny_measure (tiny, "save")->capex_eur_per_t = 100;
  tiny_measure (tiny, "store")->opex_eur_per_t = 40;
  tiny_add_project (tiny, "pipe", "alpha", "store", 10, 2028);
  tiny_project (tiny, "pipe")->contract_eur_per_t = 80;
  tiny_project (tiny, "pipe")->grant_meur = 5;
  tiny_unit (tiny, "alpha")->benchmark_kt = tiny_unit (tiny, "beta")->benchmark_kt = 75;
  tiny_unit (tiny, "oven")->benchmark_kt = 60;
  tiny_run (tiny, NOTHING "efficiency_share=exactly:0.2 levy_return=0.2");
  tiny_assert (tiny, "unit", "alpha", "emissions", 2028, 80);
  tiny_assert (tiny, "unit", "beta", "emissions", 2028, 90);
  assert_nl (tiny, "abatement_cost", 2028, 2.56);
  assert_nl (tiny, "sde_paid", 2028, 0.3);
  assert_nl (tiny, "grants", 2028, 5);
  tiny_assert (tiny, "national", "all", "net_levy", 2028, 5);
  assert_nl (tiny, "returned", 2028, 1);
  assert_nl (tiny, "industry_cost", 2028, 2.56 - 0.3 - 5 + 5 - 1);
  assert_nl (tiny, "state_cost", 2028, 0.3 + 5 + 1 - 5);
}

/* Whatever one side pays the other gets: together they bear what abatement costs, in every year of
 * the real data set too (ijk_result_check() holds it for random scenarios). */
static void
test_transfers_cancel (void)
{
  g_autoptr (Tiny) tiny = tiny_new ();

  tiny_measure (tiny, "save")->capex_eur_per_t = 30;
  tiny_measure (tiny, "save")->is_grant = TRUE;
  tiny_measure (tiny, "store")->capex_eur_per_t = 80;
  tiny_measure (tiny, "store")->is_sde = TRUE;
  tiny_unit (tiny, "alpha")->benchmark_kt = 20;
  tiny_run (tiny, "kappa=1 grant=0.1 sde_budget=20 levy_return=0.3");
  for (int year = IJK_FIRST_YEAR; year <= IJK_LAST_YEAR; year++)
    fixture_assert_near (tiny_value (tiny, "national", "nl", "industry_cost", year)
                             + tiny_value (tiny, "national", "nl", "state_cost", year),
                         tiny_value (tiny, "national", "nl", "abatement_cost", year));
  g_assert_true (tiny_value (tiny, "national", "nl", "sde_paid", 2035) > 0);
}

/* A cluster counts its units in industry only. */
static void
test_clusters (void)
{
  g_autoptr (Tiny) tiny = tiny_new ();

  tiny_add_cluster (tiny, "port");
  tiny_unit (tiny, "alpha")->cluster = 0;
  tiny_unit (tiny, "oven")->cluster = 0;
  tiny_run (tiny, NOTHING "efficiency_share=exactly:0.2");
  tiny_assert (tiny, "cluster", "port", "emissions", 2030, 90);
  tiny_assert (tiny, "cluster", "port", "unabated", 2030, 100);
}

/* Every indicator can be found by its name, once, and has a unit. */
static void
test_names (void)
{
  guint n = 0;
  const IjkIndicator *all = ijk_indicators (&n);

  g_assert_cmpuint (n, >, 100);
  for (guint i = 0; i < n; i++)
    {
      g_assert_true (ijk_indicator_find (all[i].items, all[i].id) == &all[i]);
      g_assert_cmpuint (strlen (all[i].unit), >, 0);
    }
  g_assert_null (ijk_indicator_find (IJK_ITEMS_NL, "emissions"));
  g_assert_cmpuint (ijk_items_count (NULL, IJK_ITEMS_NL), ==, 1);
  g_assert_cmpuint (ijk_items_count (NULL, IJK_ITEMS_SCOPE), ==, IJK_N_SCOPE_ITEMS);
  g_assert_null (ijk_indicator_find (IJK_ITEMS_UNIT, ""));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/indicators/investment-is-the-rise-times-capex", test_investment);
  g_test_add_func ("/model/indicators/investment-per-sector", test_investment_by_sector);
  g_test_add_func ("/model/indicators/grants", test_grants);
  g_test_add_func ("/model/indicators/energy-of-all-measures", test_energy);
  g_test_add_func ("/model/indicators/abated-by-place", test_abated_by_place);
  g_test_add_func ("/model/indicators/who-pays", test_who_pays);
  g_test_add_func ("/model/indicators/transfers-cancel", test_transfers_cancel);
  g_test_add_func ("/model/indicators/cluster-is-of-industry", test_clusters);
  g_test_add_func ("/model/indicators/found-by-name", test_names);
  return g_test_run ();
}
