/* Chapter 8: carbon costs per tonne and output leaving the country, on the tiny reference (see
 * tiny-reference.h): 200 kt a sector, rights for all of it, half of it free under the ETS at 50.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "tiny-reference.h"

#include <math.h>

#define NOTHING "efficiency_share=exactly:0 ccs_share=exactly:0 heat_share=exactly:0 "

#define assert_works(tiny, indicator, year, expected)                                              \
  tiny_assert (tiny, "sector", "works", indicator, year, expected)

/* Free allocation ends in 2026, output reacts to costs: z = 0.8 * 50 * (200 - 100) / 200 = 20 to
 * 2025 and 0.8 * 50 = 40 EUR/t later; 20 more costs 1 - exp(-0.01 * 20) of output in the end. */
static Tiny *
make_leaking (void)
{
  Tiny *tiny = tiny_new ();

  tiny_sector (tiny, "works")->pass_through = 0.2;
  tiny_sector (tiny, "works")->eta_t_per_eur = 0.01;
  tiny_series (tiny, IJK_SERIES_FREE_SHARE, "2021:0.5,2025:0.5,2026:0");
  return tiny;
}

static void
test_slowly (void)
{
  g_autoptr (Tiny) tiny = make_leaking ();
  const double in_the_end = 1 - exp (-0.2);
  double leak = 0;

  tiny_run (tiny, NOTHING);
  assert_works (tiny, "ets_cost", 2025, 5);
  assert_works (tiny, "ets_cost", 2026, 10);
  assert_works (tiny, "z", 2025, 20);
  assert_works (tiny, "z", 2026, 40);
  assert_works (tiny, "leak", 2026, 0);
  for (int year = 2027; year <= 2050; year++)
    {
      leak += 0.25 * (in_the_end - leak);
      assert_works (tiny, "leak", year, leak);
      assert_works (tiny, "unabated", year, 200 * (1 - leak));
      assert_works (tiny, "rights", year, 200 * (1 - leak));
      assert_works (tiny, "z", year, 40);
      tiny_assert (tiny, "national", "nl", "abroad", year, 200 * leak);
    }
  tiny_assert (tiny, "sector", "waste", "leak", 2050, 0);
}

static void
test_scales (void)
{
  g_autoptr (Tiny) tiny = make_leaking ();
  const double leak = 0.25 * (1 - exp (-0.4));

  tiny_run (tiny, NOTHING "eta_scale@sector:works=2 leak_rate=0.3");
  assert_works (tiny, "leak", 2027, leak);
  tiny_assert (tiny, "national", "nl", "abroad", 2027, 0.3 * 200 * leak);
  tiny_run (tiny, NOTHING "eta_scale=0");
  assert_works (tiny, "leak", 2050, 0);
  tiny_assert (tiny, "national", "nl", "abroad", 2050, 0);
}

/* Costs below those of 2025 bring nothing back. */
static void
test_never_negative (void)
{
  g_autoptr (Tiny) tiny = make_leaking ();

  tiny_run (tiny, NOTHING "ets_scale=0.1");
  assert_works (tiny, "z", 2026, 4);
  assert_works (tiny, "leak", 2050, 0);
}

/* Output of the energy sectors may go too, but the emissions it makes abroad are not counted with
 * industry's. Rights are gone in waste: z = 100 in 2025, 200 when the rate doubles. */
static void
test_abroad_is_of_industry (void)
{
  g_autoptr (Tiny) tiny = tiny_new ();

  tiny_sector (tiny, "waste")->eta_t_per_eur = 0.001;
  tiny_unit (tiny, "oven")->benchmark_kt = tiny_unit (tiny, "kiln")->benchmark_kt = 0;
  tiny_run (tiny, NOTHING "incinerator_rate=200");
  tiny_assert (tiny, "sector", "waste", "z", 2025, 100);
  tiny_assert (tiny, "sector", "waste", "z", 2026, 200);
  tiny_assert (tiny, "sector", "waste", "leak", 2027, 0.25 * (1 - exp (-0.1)));
  tiny_assert (tiny, "national", "nl", "abroad", 2027, 0);
}

/* What is passed on in prices is kept between 0 and 1. */
typedef struct
{
  const char *name;
  double pass;
  const char *settings;
  double z_2030;
} PassCase;

static const PassCase pass_cases[] = {
  { "own", 0.2, "", 40 },
  { "added", 0.2, "pass_through=0.3", 25 },
  { "taken-off", 0.6, "pass_through=-0.2", 30 },
  { "of-a-sector", 0.2, "pass_through=0.5 pass_through@sector:works=0.1", 35 },
  { "at-most-one", 0.8, "pass_through=0.5", 0 },
  { "at-least-zero", 0.2, "pass_through=-0.5", 50 },
};

static void
test_pass (gconstpointer data)
{
  const PassCase *c = data;
  g_autoptr (Tiny) tiny = make_leaking ();
  g_autofree char *settings = g_strconcat (NOTHING "eta_scale=0 ", c->settings, NULL);

  tiny_sector (tiny, "works")->pass_through = c->pass;
  tiny_run (tiny, settings);
  assert_works (tiny, "z", 2030, c->z_2030);
}

/* The free share belongs to unabated emissions: who abates keeps it. 150 kt are emitted, 100 free:
 * 50 * 50 = 2.5 MEUR; free for more than is emitted costs nothing, and earns nothing. */
static void
test_free_share (void)
{
  g_autoptr (Tiny) tiny = tiny_new ();

  tiny_run (tiny, NOTHING "efficiency_share=exactly:0.5");
  assert_works (tiny, "ets_cost", 2030, 2.5);
  tiny_run (tiny, NOTHING "efficiency_share=exactly:0.5 free_scale=1.5");
  assert_works (tiny, "ets_cost", 2030, 0);
  assert_works (tiny, "ets_cost", 2025, 5);
  tiny_run (tiny, NOTHING "free_scale=0.5");
  assert_works (tiny, "ets_cost", 2030, 7.5);
  tiny_assert (tiny, "national", "nl", "ets_cost", 2030, 7.5);
  tiny_assert (tiny, "sector", "waste", "ets_cost", 2030, 0);
}

/* The series of goods under the border levy is another one. */
static void
test_free_share_by_goods (void)
{
  g_autoptr (Tiny) tiny = tiny_new ();

  tiny_sector (tiny, "works")->free_share = IJK_FREE_SHARE_CBAM;
  tiny_sector (tiny, "waste")->free_share = IJK_FREE_SHARE_OTHER;
  tiny_unit (tiny, "oven")->kind = IJK_KIND_ETS;
  tiny_series_variant (tiny, IJK_SERIES_FREE_SHARE, IJK_FREE_SHARE_CBAM, "2021:0.5,2034:0");
  tiny_run (tiny, NOTHING);
  assert_works (tiny, "ets_cost", 2034, 10);
  tiny_assert (tiny, "sector", "waste", "ets_cost", 2034, 2.5);
}

/* Own cost is borne in full: 50 kt at 60 is 3 MEUR, z = (2.5 + 3) / 200 kt. */
static void
test_own_cost (void)
{
  g_autoptr (Tiny) tiny = tiny_new ();

  tiny_measure (tiny, "save")->opex_eur_per_t = 60;
  tiny_measure (tiny, "warmth")->opex_eur_per_t = 60;
  tiny_sector (tiny, "works")->pass_through = 0.5;
  tiny_run (tiny, NOTHING "efficiency_share=exactly:0.5");
  assert_works (tiny, "abatement_cost", 2030, 3);
  assert_works (tiny, "z", 2030, (0.5 * 2.5 + 3) / 0.2);
  /* what helps outside industry is paid inside: 50 kt of waste heat */
  tiny_run (tiny, NOTHING "heat_share=exactly:0.5");
  assert_works (tiny, "abatement_cost", 2030, 3);
  assert_works (tiny, "z", 2030, (0.5 * 5 + 3) / 0.2);
}

static void
test_savings_do_not_count (void)
{
  g_autoptr (Tiny) tiny = tiny_new ();

  tiny_measure (tiny, "save")->opex_eur_per_t = -60;
  tiny_run (tiny, NOTHING "efficiency_share=exactly:0.5");
  assert_works (tiny, "abatement_cost", 2030, -3);
  assert_works (tiny, "z", 2030, 2.5 / 0.2);
}

/* Subsidy is taken off own cost, not more: 10 kt at 40 cost 0.4 MEUR, the contract pays 0.3. */
static void
test_subsidy_off_own_cost (void)
{
  g_autoptr (Tiny) tiny = tiny_new ();

  tiny_measure (tiny, "store")->opex_eur_per_t = 40;
  tiny_add_project (tiny, "pipe", "alpha", "store", 10, 2028);
  tiny_project (tiny, "pipe")->contract_eur_per_t = 80;
  tiny_run (tiny, NOTHING);
  assert_works (tiny, "z", 2030, (50 * (190 - 100) / 1e3 + 0.4 - 0.3) / 0.2);
}

static void
test_subsidy_above_own_cost (void)
{
  g_autoptr (Tiny) tiny = tiny_new ();

  tiny_measure (tiny, "store")->opex_eur_per_t = 20;
  tiny_add_project (tiny, "pipe", "alpha", "store", 10, 2028);
  tiny_project (tiny, "pipe")->contract_eur_per_t = 80;
  tiny_run (tiny, NOTHING);
  assert_works (tiny, "z", 2030, 50 * (190 - 100) / 1e3 / 0.2);
}

/* Net levy 4 MEUR, from oven alone; half of it comes back from 2026, by levied unabated emissions:
 * 90 of 390 kt * each, as 10% of alpha is not levied. Works pays none and gets 2 * 190/390. */
static void
test_returned (void)
{
  g_autoptr (Tiny) tiny = tiny_new ();

  tiny_unit (tiny, "alpha")->levy_share = 0.9;
  tiny_unit (tiny, "alpha")->benchmark_kt = 90;
  tiny_unit (tiny, "oven")->benchmark_kt = 60;
  tiny_run (tiny, NOTHING "levy_return=0.5");
  tiny_assert (tiny, "national", "nl", "returned", 2025, 0);
  tiny_assert (tiny, "national", "nl", "returned", 2026, 2);
  assert_works (tiny, "returned", 2026, 2 * 190.0 / 390);
  tiny_assert (tiny, "sector", "waste", "returned", 2026, 2 * 200.0 / 390);
  assert_works (tiny, "z", 2026, (5 - 2 * 190.0 / 390) / 0.2);
  tiny_assert (tiny, "sector", "waste", "z", 2026, (4 - 2 * 200.0 / 390) / 0.2);
}

/* More back than cost leaves z at 0; a year that pays levy back returns nothing on top. */
static void
test_returned_is_not_negative (void)
{
  g_autoptr (Tiny) tiny = tiny_new ();

  tiny_series (tiny, IJK_SERIES_FREE_SHARE, "2021:1");
  tiny_series (tiny, IJK_SERIES_REDUCTION_FACTOR, "2025:0.8,2026:1.1,2027:0.8");
  tiny_unit (tiny, "oven")->levy_share = tiny_unit (tiny, "kiln")->levy_share = 0;
  tiny_run (tiny, NOTHING "levy_return=1 trade_participation=0");
  g_assert_true (tiny_value (tiny, "national", "all", "net_levy", 2026) < 0);
  tiny_assert (tiny, "national", "nl", "returned", 2026, 0);
  assert_works (tiny, "z", 2026, 0);
  /* all levy is of works and all comes back to it */
  tiny_assert (tiny, "national", "nl", "returned", 2028, 2);
  assert_works (tiny, "z", 2028, 0);
}

/* A sector without emissions has no cost per tonne, and where nobody is levied nothing is
 * shared. */
static void
test_nothing_to_divide (void)
{
  g_autoptr (Tiny) tiny = tiny_new ();
  static const char *const ids[] = { "alpha", "beta", "oven", "kiln" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    tiny_unit (tiny, ids[i])->levy_share = tiny_unit (tiny, ids[i])->benchmark_kt = 0;
  tiny_observe (tiny, "oven", 0, 0, 0, 0, 0);
  tiny_observe (tiny, "kiln", 0, 0, 0, 0, 0);
  tiny_run (tiny, "levy_return=1");
  assert_works (tiny, "returned", 2030, 0);
  tiny_assert (tiny, "sector", "waste", "z", 2030, 0);
  tiny_assert (tiny, "sector", "waste", "returned", 2030, 0);
  tiny_assert (tiny, "national", "nl", "short_main", 2030, 0);
  tiny_assert (tiny, "national", "nl", "short_inc", 2030, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/leakage/output-leaves-slowly", test_slowly);
  g_test_add_func ("/model/leakage/scales", test_scales);
  g_test_add_func ("/model/leakage/nothing-comes-back", test_never_negative);
  g_test_add_func ("/model/leakage/abroad-is-of-industry", test_abroad_is_of_industry);
  fixture_add_cases ("/model/leakage/pass-through", pass_cases, test_pass);
  g_test_add_func ("/model/leakage/free-share-of-unabated", test_free_share);
  g_test_add_func ("/model/leakage/free-share-by-goods", test_free_share_by_goods);
  g_test_add_func ("/model/leakage/own-cost-in-full", test_own_cost);
  g_test_add_func ("/model/leakage/savings-do-not-count", test_savings_do_not_count);
  g_test_add_func ("/model/leakage/subsidy-off-own-cost", test_subsidy_off_own_cost);
  g_test_add_func ("/model/leakage/subsidy-above-own-cost", test_subsidy_above_own_cost);
  g_test_add_func ("/model/leakage/levy-returned-by-levied-emissions", test_returned);
  g_test_add_func ("/model/leakage/nothing-returned-of-nothing", test_returned_is_not_negative);
  g_test_add_func ("/model/leakage/nothing-to-divide", test_nothing_to_divide);
  return g_test_run ();
}
