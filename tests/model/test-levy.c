/* Chapter 7 in a run: rights, trade, the two-part levy and carry-back, on the tiny reference (see
 * tiny-reference.h). Rates: 50 EUR/t for alpha and beta (100 less the ETS price), 100 for oven and
 * kiln; nothing is abated, so every load is 100 kt.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "tiny-reference.h"

#include <math.h>

#define NOTHING "efficiency_share=exactly:0 ccs_share=exactly:0 heat_share=exactly:0 "

#define assert_unit(tiny, unit, indicator, year, expected)                                         \
  tiny_assert (tiny, "unit", unit, indicator, year, expected)

/* alpha short by 20, beta over by 30, oven short by 40; kiln is not levied and has no rights. */
static Tiny *
make_market (void)
{
  Tiny *tiny = tiny_new ();

  tiny_unit (tiny, "alpha")->benchmark_kt = 80;
  tiny_unit (tiny, "beta")->benchmark_kt = 130;
  tiny_unit (tiny, "oven")->benchmark_kt = 60;
  tiny_unit (tiny, "kiln")->benchmark_kt = 0;
  tiny_unit (tiny, "kiln")->levy_share = 0;
  return tiny;
}

/* To 2025: 30 surplus meets 60 shortage; alpha buys 20/60 of it, oven 40/60. Levied: 10 * 50 and
 * 20 * 100 kEUR. Short: (300 - 270) / 300 = 0.1. */
static void
test_one_market_to_2025 (void)
{
  g_autoptr (Tiny) tiny = make_market ();

  tiny_run (tiny, NOTHING);
  for (int year = 2021; year <= 2025; year += 4)
    {
      assert_unit (tiny, "alpha", "bought", year, 10);
      assert_unit (tiny, "oven", "bought", year, 20);
      assert_unit (tiny, "beta", "sold", year, 30);
      assert_unit (tiny, "alpha", "levy", year, 0.5);
      assert_unit (tiny, "oven", "levy", year, 2);
      assert_unit (tiny, "beta", "levy", year, 0);
      assert_unit (tiny, "kiln", "load", year, 0);
      assert_unit (tiny, "kiln", "levy", year, 0);
      tiny_assert (tiny, "national", "nl", "short_main", year, 0.1);
      tiny_assert (tiny, "national", "nl", "short_inc", year, 0.4);
    }
}

/* From 2026: main: 20 of beta's 30 to alpha, who owes nothing; incinerators have no seller: 40 at
 * 100. Short: (200 - 210) / 200 and 40 / 100. */
static void
test_two_markets_later (void)
{
  g_autoptr (Tiny) tiny = make_market ();

  tiny_run (tiny, NOTHING);
  assert_unit (tiny, "alpha", "bought", 2026, 20);
  assert_unit (tiny, "beta", "sold", 2026, 20);
  assert_unit (tiny, "oven", "bought", 2026, 0);
  assert_unit (tiny, "alpha", "levy", 2026, 0);
  assert_unit (tiny, "oven", "levy", 2026, 4);
  tiny_assert (tiny, "national", "nl", "short_main", 2026, -0.05);
  tiny_assert (tiny, "national", "nl", "short_inc", 2026, 0.4);
  /* q = 50 * sigma(-1) */
  tiny_assert (tiny, "national", "nl", "right_price", 2026, 50 / (1 + exp (1)));
}

/* Half of what matches is traded: 15 of 30 kt, 5 to alpha and 10 to oven. */
static void
test_participation (void)
{
  g_autoptr (Tiny) tiny = make_market ();

  tiny_run (tiny, NOTHING "trade_participation=0.5");
  assert_unit (tiny, "alpha", "bought", 2025, 5);
  assert_unit (tiny, "oven", "bought", 2025, 10);
  assert_unit (tiny, "beta", "sold", 2025, 15);
  assert_unit (tiny, "alpha", "levy", 2025, 0.75);
  tiny_run (tiny, NOTHING "trade_participation=0");
  assert_unit (tiny, "alpha", "bought", 2025, 0);
  assert_unit (tiny, "alpha", "levy", 2025, 1);
}

/* Sellers give pro rata too: alpha has 60 over, beta 30, oven is short by 45: 30 and 15. */
static void
test_sold_pro_rata (void)
{
  g_autoptr (Tiny) tiny = make_market ();

  tiny_unit (tiny, "alpha")->benchmark_kt = 160;
  tiny_unit (tiny, "oven")->benchmark_kt = 55;
  tiny_run (tiny, NOTHING);
  assert_unit (tiny, "alpha", "sold", 2025, 30);
  assert_unit (tiny, "beta", "sold", 2025, 15);
  assert_unit (tiny, "oven", "bought", 2025, 45);
}

/* A minimum price of 80 adds 30 EUR/t on what is covered, from 2023. 2025: alpha 10 * 50 + 90 * 30
 * = 3200 kEUR; beta 100 * 30; oven 20 * 100 + 80 * 30 = 4400. */
static void
test_minimum_on_covered (void)
{
  g_autoptr (Tiny) tiny = make_market ();

  tiny_series (tiny, IJK_SERIES_MIN_PRICE, "2021:80");
  tiny_run (tiny, NOTHING);
  assert_unit (tiny, "alpha", "levy", 2022, 0.5);
  assert_unit (tiny, "alpha", "levy", 2025, 3.2);
  assert_unit (tiny, "beta", "levy", 2025, 3);
  assert_unit (tiny, "oven", "levy", 2025, 4.4);
  tiny_assert (tiny, "sector", "works", "levy", 2025, 6.2);
}

/* Nitrous oxide is taxed at the gross rate, in the main market; a rest row never. */
static void
test_kinds (void)
{
  g_autoptr (Tiny) tiny = make_market ();

  tiny_unit (tiny, "alpha")->kind = IJK_KIND_N2O;
  tiny_unit (tiny, "beta")->kind = IJK_KIND_REST;
  tiny_unit (tiny, "beta")->levy_share = tiny_unit (tiny, "beta")->benchmark_kt = 0;
  tiny_run (tiny, NOTHING);
  assert_unit (tiny, "alpha", "levy", 2026, 2);
  assert_unit (tiny, "beta", "load", 2026, 0);
  assert_unit (tiny, "beta", "levy", 2026, 0);
  tiny_assert (tiny, "national", "nl", "short_main", 2026, 0.2);
}

/* Only the levied part is load. */
static void
test_levy_share (void)
{
  g_autoptr (Tiny) tiny = make_market ();

  tiny_unit (tiny, "alpha")->levy_share = 0.9;
  tiny_run (tiny, NOTHING "trade_participation=0");
  assert_unit (tiny, "alpha", "load", 2026, 90);
  assert_unit (tiny, "alpha", "levy", 2026, 0.5);
}

/* Rights = 80 * bm_ratio * factor * scale; the benchmark that is reported has the ratio alone. */
typedef struct
{
  const char *name;
  const char *settings;
  double alpha, beta, oven; /* rights in 2026 */
} RightsCase;

static const RightsCase rights_cases[] = {
  { "none", "", 80, 130, 60 },
  { "factor", "reduction_factor=0.5", 40, 65, 30 },
  { "scale", "benchmark_scale=0.5", 40, 65, 30 },
  { "scale-of-a-sector", "benchmark_scale=0.5 benchmark_scale@sector:waste=2", 40, 65, 120 },
  { "scale-of-a-company", "benchmark_scale@sector:works=0.5 benchmark_scale@company:Beta=2", 40,
    260, 60 },
  { "scale-and-factor", "benchmark_scale=0.5 reduction_factor=0.5", 20, 32.5, 15 },
  { "incinerators", "inc_factor=0.25", 80, 130, 15 },
  { "incinerators-and-factor", "inc_factor=0.25 reduction_factor=0.5", 40, 65, 7.5 },
  { "not-yet", "reduction_factor=2027:0.5 inc_factor=2027:0 benchmark_scale=2027:0", 80, 130, 60 },
};

static void
test_rights (gconstpointer data)
{
  const RightsCase *c = data;
  g_autoptr (Tiny) tiny = make_market ();
  g_autofree char *settings = g_strconcat (NOTHING, c->settings, NULL);

  tiny_run (tiny, settings);
  assert_unit (tiny, "alpha", "rights", 2026, c->alpha);
  assert_unit (tiny, "beta", "rights", 2026, c->beta);
  assert_unit (tiny, "oven", "rights", 2026, c->oven);
  assert_unit (tiny, "alpha", "rights", 2025, 80);
  assert_unit (tiny, "alpha", "benchmark", 2026, 80);
  assert_unit (tiny, "beta", "benchmark", 2026, 130);
  assert_unit (tiny, "oven", "benchmark", 2026, 60);
}

/* Benchmark sets step: the first to 2022, the second to 2025, the third from 2026. */
static void
test_benchmark_sets (void)
{
  g_autoptr (Tiny) tiny = make_market ();
  const double ratio[IJK_N_BENCHMARK_SETS] = { 1.2, 1, 0.75 };

  for (guint i = 0; i < IJK_N_BENCHMARK_SETS; i++)
    tiny_sector (tiny, "works")->bm_ratio[i] = ratio[i];
  tiny_series (tiny, IJK_SERIES_BM_ERA, "2021:2021,2023:2023,2026:2026");
  tiny_run (tiny, NOTHING "reduction_factor=0.5");
  assert_unit (tiny, "alpha", "benchmark", 2021, 96);
  assert_unit (tiny, "alpha", "benchmark", 2022, 96);
  assert_unit (tiny, "alpha", "benchmark", 2023, 80);
  assert_unit (tiny, "alpha", "benchmark", 2025, 80);
  assert_unit (tiny, "alpha", "benchmark", 2026, 60);
  assert_unit (tiny, "alpha", "rights", 2026, 30);
  assert_unit (tiny, "oven", "benchmark", 2026, 60);
}

/* One unit alone, without trade, whose rights are its 100 kt times the factor of the year. */
static Tiny *
make_alone (const char *factors,
            const char *rates)
{
  Tiny *tiny = tiny_new ();
  static const char *const others[] = { "beta", "oven", "kiln" };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    tiny_unit (tiny, others[i])->benchmark_kt = tiny_unit (tiny, others[i])->levy_share = 0;
  tiny_series (tiny, IJK_SERIES_REDUCTION_FACTOR, factors);
  tiny_series (tiny, IJK_SERIES_LEVY_RATE, rates);
  return tiny;
}

/* Short by 20 in 2021 (at 10), 2022 and 2023 (at 30). 2024: 30 over: all of 2022, 10 of 2023, at
 * 30. 2025: 15 over: the last 10 of 2023 at 30, then 5 of 2021 at 10: 350. 2026: 15 of 2021 are
 * left of which 10 over take 10. */
static void
test_carry_back (void)
{
  g_autoptr (Tiny) tiny
      = make_alone ("2021:0.8,2023:0.8,2024:1.3,2025:1.15,2026:1.1,2027:1", "2021:60,2022:80");

  tiny_run (tiny, NOTHING);
  assert_unit (tiny, "alpha", "levy", 2021, 0.2);
  assert_unit (tiny, "alpha", "levy", 2022, 0.6);
  assert_unit (tiny, "alpha", "levy", 2023, 0.6);
  assert_unit (tiny, "alpha", "credit", 2023, 0);
  assert_unit (tiny, "alpha", "credit", 2024, 0.9);
  assert_unit (tiny, "alpha", "credit", 2025, 0.35);
  assert_unit (tiny, "alpha", "credit", 2026, 0.1);
  assert_unit (tiny, "alpha", "net_levy", 2024, -0.9);
  tiny_assert (tiny, "sector", "works", "net_levy", 2024, -0.9);
  tiny_assert (tiny, "national", "all", "net_levy", 2024, -0.9);
}

/* Five years back, not six: a surplus in 2026 reaches 2021, one in 2027 does not. */
static void
test_carry_back_years (void)
{
  g_autoptr (Tiny) in_time = make_alone ("2021:0.8,2022:1,2025:1,2026:1.1", "2021:60");
  g_autoptr (Tiny) too_late = make_alone ("2021:0.8,2022:1,2026:1,2027:1.1", "2021:60");

  tiny_run (in_time, NOTHING);
  assert_unit (in_time, "alpha", "credit", 2026, 0.1);
  assert_unit (in_time, "alpha", "credit", 2027, 0);
  tiny_run (too_late, NOTHING);
  assert_unit (too_late, "alpha", "credit", 2027, 0);
}

/* What is sold cannot be carried back: beta buys 10 of alpha's 30, the other 20 reopen 2021. The
 * difference of rates counts: 50 - 30 when a minimum price of 80 lies under 2024. */
static void
test_sold_is_gone (void)
{
  g_autoptr (Tiny) tiny = make_alone ("2021:1", "2021:100");

  tiny_series (tiny, IJK_SERIES_MIN_PRICE, "2021:80");
  tiny_series (tiny, IJK_SERIES_REDUCTION_FACTOR, "2023:1,2024:0.8,2025:1.3,2026:1");
  tiny_unit (tiny, "beta")->levy_share = 1;
  tiny_unit (tiny, "beta")->benchmark_kt = 100 * 0.9 / 1.3;
  tiny_run (tiny, NOTHING);
  assert_unit (tiny, "alpha", "levy", 2024, (20 * 50 + 80 * 30) / 1e3);
  assert_unit (tiny, "alpha", "sold", 2025, 10);
  assert_unit (tiny, "alpha", "credit", 2025, 20 * (50 - 30) / 1e3);
  assert_unit (tiny, "alpha", "net_levy", 2025, (100 * 30 - 20 * 20) / 1e3);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/levy/one-market-to-2025", test_one_market_to_2025);
  g_test_add_func ("/model/levy/two-markets-from-2026", test_two_markets_later);
  g_test_add_func ("/model/levy/participation", test_participation);
  g_test_add_func ("/model/levy/sellers-pro-rata", test_sold_pro_rata);
  g_test_add_func ("/model/levy/minimum-on-covered-tonnes", test_minimum_on_covered);
  g_test_add_func ("/model/levy/kinds", test_kinds);
  g_test_add_func ("/model/levy/load-is-the-levied-part", test_levy_share);
  fixture_add_cases ("/model/levy/rights", rights_cases, test_rights);
  g_test_add_func ("/model/levy/benchmark-sets-step", test_benchmark_sets);
  g_test_add_func ("/model/levy/carry-back-highest-rate-then-oldest", test_carry_back);
  g_test_add_func ("/model/levy/carry-back-five-years", test_carry_back_years);
  g_test_add_func ("/model/levy/sold-is-not-carried-back", test_sold_is_gone);
  return g_test_run ();
}
