/* Chapter 3: costs of measures, rates of the levy and the carbon signal, on the tiny reference (see
 * tiny-reference.h): constant prices, V = 50 in works and 0 in waste, life of a measure one year.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "tiny-reference.h"

#include <math.h>

/* Capital recovery factors A/P as printed in tables of engineering economy: a capex of 1 costs this
 * much a year. Four digits after the first. */
static void
test_annuity (void)
{
  static const struct
  {
    double years, factor;
  } printed_at_8_percent[] = {
    { 1, 1.08000 }, { 5, 0.25046 }, { 10, 0.14903 }, { 15, 0.11683 }, { 20, 0.10185 },
    { 25, 0.09368 }, { 30, 0.08883 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (printed_at_8_percent); i++)
    {
      g_autoptr (Tiny) tiny = tiny_new ();

      tiny_measure (tiny, "save")->capex_eur_per_t = 1;
      tiny_measure (tiny, "save")->life_years = printed_at_8_percent[i].years;
      tiny_run (tiny, "");
      g_assert_cmpfloat_with_epsilon (tiny_value (tiny, "measure", "save", "cost", 2030),
                                      printed_at_8_percent[i].factor, 0.5e-5 + 1e-12);
    }
}

/* Gas costs 10 to 2049 and 20 in 2050, and 20 ever after: of the ten years from 2041 on one is at
 * 20: 11; from 2045 on five: 15; from 2049 on nine: 19; from 2050 on all: 20. */
static void
test_mean_holds_2050 (void)
{
  g_autoptr (Tiny) tiny = tiny_new ();

  tiny_measure (tiny, "save")->gas_gj_per_t = 1;
  tiny_series (tiny, IJK_SERIES_GAS_PRICE, "2021:10,2049:10,2050:20");
  tiny_run (tiny, "");
  tiny_assert (tiny, "measure", "save", "running_cost", 2040, 10);
  tiny_assert (tiny, "measure", "save", "running_cost", 2041, 11);
  tiny_assert (tiny, "measure", "save", "running_cost", 2045, 15);
  tiny_assert (tiny, "measure", "save", "running_cost", 2049, 19);
  tiny_assert (tiny, "measure", "save", "running_cost", 2050, 20);
}

/* opex 7 + 2 MWh * power + 3 GJ * 10 gas - 1 GJ * 20 hydrogen + 5 extra; power: 50 + 4 fee in all
 * hours, 0.68 * 50 + 4 = 38 in cheap ones. */
static void
test_running_cost (void)
{
  g_autoptr (Tiny) tiny = tiny_new ();

  for (guint i = 0; i < 2; i++)
    {
      IjkMeasure *measure = tiny_measure (tiny, i == 0 ? "save" : "warmth");

      measure->opex_eur_per_t = 7;
      measure->elec_mwh_per_t = 2;
      measure->gas_gj_per_t = 3;
      measure->h2_gj_per_t = -1;
      measure->extra_eur_per_t[1] = 5;
      measure->is_flexible = i == 1;
    }
  tiny_run (tiny, "network_fee=4");
  tiny_assert (tiny, "measure", "save", "running_cost", 2030, 7 + 2 * 54 + 30 - 20 + 5);
  tiny_assert (tiny, "measure", "warmth", "running_cost", 2030, 7 + 2 * 38 + 30 - 20 + 5);
}

/* Scales count from 2026: a mean from 2021 on has five years at 10 and five at 20, which is 15. */
static void
test_scales_from_2026 (void)
{
  static const struct
  {
    const char *setting;
    double before, after;
  } cases[] = {
    { "gas_scale=2", 15, 20 }, { "h2_scale=2", 30, 40 }, { "elec_scale=2", 75, 100 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Tiny) tiny = tiny_new ();
      IjkMeasure *measure = tiny_measure (tiny, "save");

      measure->gas_gj_per_t = i == 0;
      measure->h2_gj_per_t = i == 1;
      measure->elec_mwh_per_t = i == 2;
      tiny_run (tiny, cases[i].setting);
      tiny_assert (tiny, "measure", "save", "running_cost", 2021, cases[i].before);
      tiny_assert (tiny, "measure", "save", "running_cost", 2026, cases[i].after);
    }
}

/* Learning of 20% by 2050 at R = 1, in proportion to the years since 2025: 8% in 2035. */
static void
test_learning (void)
{
  g_autoptr (Tiny) tiny = tiny_new ();

  tiny_measure (tiny, "save")->capex_eur_per_t = 1000;
  tiny_measure (tiny, "save")->learning = 0.2;
  tiny_run (tiny, "");
  tiny_assert (tiny, "measure", "save", "capex", 2021, 1000);
  tiny_assert (tiny, "measure", "save", "capex", 2025, 1000);
  tiny_assert (tiny, "measure", "save", "capex", 2035, 920);
  tiny_assert (tiny, "measure", "save", "capex", 2050, 800);
  tiny_run (tiny, "rnd=2");
  tiny_assert (tiny, "measure", "save", "capex", 2035, 840);
  tiny_assert (tiny, "measure", "save", "capex", 2050, 600);
  tiny_run (tiny, "rnd=0");
  tiny_assert (tiny, "measure", "save", "capex", 2050, 1000);
}

/* Overrun scales capex and extra of CCS alone, not its opex. */
static void
test_overrun (void)
{
  g_autoptr (Tiny) tiny = tiny_new ();
  static const char *const ids[] = { "save", "store" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      tiny_measure (tiny, ids[i])->capex_eur_per_t = 100;
      tiny_measure (tiny, ids[i])->opex_eur_per_t = 10;
      tiny_measure (tiny, ids[i])->extra_eur_per_t[1] = 20;
    }
  tiny_run (tiny, "ccs_overrun=1.5");
  tiny_assert (tiny, "measure", "store", "capex", 2030, 150);
  tiny_assert (tiny, "measure", "store", "running_cost", 2030, 40);
  tiny_assert (tiny, "measure", "save", "capex", 2030, 100);
  tiny_assert (tiny, "measure", "save", "running_cost", 2030, 30);
}

/* Shared pipes: 15% of capex at full cooperation, for heat, CCU and CCS alone. */
static void
test_cooperation (void)
{
  static const struct
  {
    IjkGroup group;
    double capex;
  } cases[] = {
    { IJK_GROUP_HEAT, 94 },       { IJK_GROUP_CCU, 94 },   { IJK_GROUP_CCS, 94 },
    { IJK_GROUP_EFFICIENCY, 100 }, { IJK_GROUP_STEEL, 100 }, { IJK_GROUP_HYDROGEN, 100 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Tiny) tiny = tiny_new ();

      tiny_measure (tiny, "save")->group = cases[i].group;
      tiny_measure (tiny, "save")->capex_eur_per_t = 100;
      tiny_run (tiny, "cluster_cooperation=0.4"); /* 100 * (1 - 0.15 * 0.4) */
      tiny_assert (tiny, "measure", "save", "capex", 2030, cases[i].capex);
    }
}

/* Low -10, central 5, high 30: straight lines on both sides of the central case. */
static void
test_extra_case (void)
{
  static const struct
  {
    const char *setting;
    double extra;
  } cases[] = {
    { "extra_case=-1", -10 },  { "extra_case=-0.5", -2.5 }, { "extra_case=0", 5 },
    { "extra_case=0.5", 17.5 }, { "extra_case=1", 30 },
  };
  g_autoptr (Tiny) tiny = tiny_new ();
  IjkMeasure *measure = tiny_measure (tiny, "save");

  measure->extra_eur_per_t[0] = -10;
  measure->extra_eur_per_t[1] = 5;
  measure->extra_eur_per_t[2] = 30;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      tiny_run (tiny, cases[i].setting);
      tiny_assert (tiny, "measure", "save", "running_cost", 2030, cases[i].extra);
    }
}

/* The forward price is given to 2026; then it is last year's ETS price and the premium: 50 * 1.1 in
 * 2027, 70 * 1.1 in 2029 when the price is 70 from 2028 on. */
static void
test_reference_price (void)
{
  g_autoptr (Tiny) tiny = tiny_new ();

  tiny_series (tiny, IJK_SERIES_ETS_REF, "2021:20,2026:40");
  tiny_run (tiny, "ref_premium=0.1 ets_price=2026:50,2027:50,2028:70");
  tiny_assert (tiny, "national", "nl", "reference_price", 2021, 20);
  tiny_assert (tiny, "national", "nl", "reference_price", 2024, 32);
  tiny_assert (tiny, "national", "nl", "reference_price", 2026, 40);
  tiny_assert (tiny, "national", "nl", "reference_price", 2027, 55);
  tiny_assert (tiny, "national", "nl", "reference_price", 2028, 55);
  tiny_assert (tiny, "national", "nl", "reference_price", 2029, 77);
}

/* Minimum price 80, forward price 50, gross 60: rate_b = 30 from 2023; ets max(30, 10); the others
 * max(30, 60), incinerators by their own rate. */
static void
test_rates (void)
{
  g_autoptr (Tiny) tiny = tiny_new ();

  tiny_series (tiny, IJK_SERIES_MIN_PRICE, "2021:80");
  tiny_series (tiny, IJK_SERIES_LEVY_RATE, "2021:60");
  tiny_series (tiny, IJK_SERIES_INCINERATOR_RATE, "2021:70");
  tiny_run (tiny, "");
  tiny_assert (tiny, "national", "nl", "rate_minimum", 2022, 0);
  tiny_assert (tiny, "national", "nl", "rate_ets", 2022, 10);
  tiny_assert (tiny, "national", "nl", "rate_minimum", 2023, 30);
  tiny_assert (tiny, "national", "nl", "rate_ets", 2023, 30);
  tiny_assert (tiny, "national", "nl", "rate_n2o", 2023, 60);
  tiny_assert (tiny, "national", "nl", "rate_inc", 2023, 70);
  tiny_run (tiny, "levy_rate=0 incinerator_rate=2027:20");
  tiny_assert (tiny, "national", "nl", "rate_n2o", 2026, 30);
  tiny_assert (tiny, "national", "nl", "rate_inc", 2026, 70);
  tiny_assert (tiny, "national", "nl", "rate_inc", 2027, 30);
}

/* Short of rights by 0.05 ln 3 of the load, sigma is 3/4. rate_a 50, rate_b 10 (minimum price 60):
 * sig = 0.8 * (10 + 40 * 3/4) = 32, V = 50 + 32 = 82 in works. Incinerators are short by 0.05 ln 9,
 * sigma 9/10, rate_a 100, no ETS: V = 0.8 * (10 + 90 * 9/10) = 72.8. */
static void
test_signal (void)
{
  g_autoptr (Tiny) tiny = tiny_new ();

  tiny_series (tiny, IJK_SERIES_MIN_PRICE, "2021:60");
  tiny_unit (tiny, "alpha")->benchmark_kt = 100 * (1 - 0.05 * log (3));
  tiny_unit (tiny, "beta")->benchmark_kt = 100 * (1 - 0.05 * log (3));
  tiny_unit (tiny, "oven")->benchmark_kt = 100 * (1 - 0.05 * log (9));
  tiny_unit (tiny, "kiln")->benchmark_kt = 100 * (1 - 0.05 * log (9));
  /* nothing is decided, so that loads stay */
  tiny_run (tiny, "kappa=0.8 efficiency_share=exactly:0 ccs_share=exactly:0 heat_share=exactly:0");
  tiny_assert (tiny, "sector", "works", "signal", 2025, 0);
  tiny_assert (tiny, "sector", "works", "signal", 2030, 82);
  tiny_assert (tiny, "sector", "waste", "signal", 2030, 72.8);
  /* the price of a right is the ETS rate of today at the shortage of today: 50 * 3/4 */
  tiny_assert (tiny, "national", "nl", "right_price", 2030, 37.5);
}

/* The shortage is that of the year before: in 2025, when one market held everyone, 2026 follows it.
 * Works covered by rights exactly, waste without any: short_main = (0 + 200) / 400 = 0.5 in 2025,
 * so sigma(10); from 2026 on short_main = 0 and sigma(0) = 1/2: V = 50 + 25 = 75 in 2027. */
static void
test_signal_of_last_year (void)
{
  g_autoptr (Tiny) tiny = tiny_new ();

  tiny_unit (tiny, "oven")->benchmark_kt = 0;
  tiny_unit (tiny, "kiln")->benchmark_kt = 0;
  tiny_run (tiny, "kappa=1 efficiency_share=exactly:0 ccs_share=exactly:0 heat_share=exactly:0");
  tiny_assert (tiny, "sector", "works", "signal", 2026, 50 + 50 / (1 + exp (-10)));
  tiny_assert (tiny, "sector", "works", "signal", 2027, 75);
  tiny_assert (tiny, "sector", "waste", "signal", 2026, 100 / (1 + exp (-20)));
}

/* Incinerators look at last year too: rights halve in 2027, so that they are short by a half then,
 * which 2028 sees: 100 * sigma(0), then 100 * sigma(10). */
static void
test_signal_of_incinerators (void)
{
  g_autoptr (Tiny) tiny = tiny_new ();

  tiny_run (tiny, "kappa=1 inc_factor=2026:1,2027:0.5 ccs_share=exactly:0");
  tiny_assert (tiny, "sector", "waste", "signal", 2027, 50);
  tiny_assert (tiny, "sector", "waste", "signal", 2028, 100 / (1 + exp (-10)));
}

/* Half of works under the ETS, the other half outside, of which half is combustion: es = 0.5, and
 * from 2028 on 0.5 + 0.8 * 0.25 = 0.7 of an ETS price of 50. Waste is all outside: 0.8 * 0.5. */
static void
test_ets2 (void)
{
  static const char *const outside[] = { "beta", "oven", "kiln" };
  g_autoptr (Tiny) tiny = tiny_new ();

  for (guint i = 0; i < G_N_ELEMENTS (outside); i++)
    {
      tiny_unit (tiny, outside[i])->kind = IJK_KIND_REST;
      tiny_unit (tiny, outside[i])->levy_share = 0;
    }
  tiny_run (tiny, "ets2=0.8");
  tiny_assert (tiny, "sector", "works", "signal", 2027, 25);
  tiny_assert (tiny, "sector", "works", "signal", 2028, 35);
  tiny_assert (tiny, "sector", "waste", "signal", 2028, 20);
}

/* Shares are those of 2021: alpha 300 of 400 kt, whatever happens later. */
static void
test_shares_of_2021 (void)
{
  g_autoptr (Tiny) tiny = tiny_new ();

  tiny_observe (tiny, "alpha", 300, 300, 300, 300, 10);
  tiny_unit (tiny, "beta")->kind = IJK_KIND_REST;
  tiny_unit (tiny, "beta")->levy_share = 0;
  tiny_run (tiny, "");
  tiny_assert (tiny, "sector", "works", "signal", 2030, 37.5);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/prices/annuity-is-the-printed-factor", test_annuity);
  g_test_add_func ("/model/prices/mean-holds-2050", test_mean_holds_2050);
  g_test_add_func ("/model/prices/running-cost-is-its-terms", test_running_cost);
  g_test_add_func ("/model/prices/scales-from-2026", test_scales_from_2026);
  g_test_add_func ("/model/prices/learning-from-2025", test_learning);
  g_test_add_func ("/model/prices/overrun-of-ccs-alone", test_overrun);
  g_test_add_func ("/model/prices/cooperation-saves-pipes", test_cooperation);
  g_test_add_func ("/model/prices/extra-between-its-cases", test_extra_case);
  g_test_add_func ("/model/prices/forward-price-given-then-followed", test_reference_price);
  g_test_add_func ("/model/prices/rates-never-below-the-minimum", test_rates);
  g_test_add_func ("/model/prices/signal-weighs-shortage", test_signal);
  g_test_add_func ("/model/prices/signal-looks-at-last-year", test_signal_of_last_year);
  g_test_add_func ("/model/prices/signal-of-incinerators", test_signal_of_incinerators);
  g_test_add_func ("/model/prices/ets2-from-2028", test_ets2);
  g_test_add_func ("/model/prices/shares-of-2021", test_shares_of_2021);
  return g_test_run ();
}
