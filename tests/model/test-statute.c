/* The statute as functions: every worked example of the levy that could be found, and edge cases.
 *
 * Published examples are those of the Dutch Emissions Authority (NEa) and of press articles; the
 * others are arithmetic on the text of the act (Wet belastingen op milieugrondslag, Wbm, chapter
 * VIB), with the working beside them. E = emissions, D = rights, T = gross rate, P = ETS forward
 * price, in t and EUR/t.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-statute.h"

#include "model-fixture.h"

/* Rate after deduction. */
typedef struct
{
  const char *name;
  int year;
  IjkUnitKind kind;
  double gross, reference, min_price; /* EUR/t */
  double rate, minimum_rate;          /* expected, EUR/t */
} RateCase;

static const RateCase rate_cases[] = {
  /* NEa, 28 April 2022: tariff of 2021 */
  { "P5-ets-2021", 2021, IJK_KIND_ETS, 30.48, 26.73, 13.50, 3.75, 0 },
  { "P5-outside-ets-2021", 2021, IJK_KIND_N2O, 30.48, 26.73, 13.50, 30.48, 0 },
  /* public article on the Dutch CO2 tax, August 2021 */
  { "P7-ets-at-18", 2021, IJK_KIND_ETS, 30.48, 18, 13.50, 12.48, 0 },
  /* V1: 87.90 - 66.76 = 21.14; the minimum price of 19.80 lies under the ETS price */
  { "V1-ets-2025", 2025, IJK_KIND_ETS, 87.90, 66.76, 19.80, 21.14, 0 },
  /* V3: 87.90 - 90 < 0 */
  { "V3-never-below-zero", 2025, IJK_KIND_ETS, 87.90, 90, 19.80, 0, 0 },
  /* V5: no deduction for incinerators */
  { "V5-incinerator-2027", 2027, IJK_KIND_INCINERATOR, 153.32, 80, 24, 153.32, 0 },
  /* the minimum price counts from 2023 on, not before */
  { "minimum-not-in-2022", 2022, IJK_KIND_ETS, 41.75, 10, 14.90, 31.75, 0 },
  /* 16.40 - 10 = 6.40; 55.94 - 10 = 45.94 */
  { "minimum-from-2023", 2023, IJK_KIND_ETS, 55.94, 10, 16.40, 45.94, 6.40 },
  /* 50 - 30 = 20 is more than 40 - 30 = 10: the minimum rate wins */
  { "minimum-above-levy", 2030, IJK_KIND_ETS, 40, 30, 50, 20, 20 },
  /* 60 - 20 = 40 is more than the gross rate of 30 outside the ETS too */
  { "minimum-above-gross", 2030, IJK_KIND_N2O, 30, 20, 60, 40, 40 },
  /* a gross rate of zero leaves nothing but the minimum rate: 31.90 - 30 */
  { "no-levy-minimum-stays", 2030, IJK_KIND_ETS, 0, 30, 31.90, 1.90, 1.90 },
  { "no-levy-incinerator", 2030, IJK_KIND_INCINERATOR, 0, 90, 31.90, 0, 0 },
};

static void
test_rate (gconstpointer data)
{
  const RateCase *c = data;
  const double minimum = ijk_statute_minimum_rate (c->year, c->min_price, c->reference);

  fixture_assert_near (minimum, c->minimum_rate);
  fixture_assert_near (ijk_statute_rate (c->kind, c->gross, c->reference, minimum), c->rate);
}

/* D1: the rates the NEa published for 2021 to 2025, and 2026, from the amounts in the act (30 and
 * 10.56) and the yearly indexation factors. The step is first added in 2022. In cents.
 * Working for 2022: (30.48 + 10.73) * 1.013 = 41.7457 -> 41.75; 10.73 * 1.013 = 10.869 -> 10.87. */
static void
test_published_indexation (void)
{
  static const struct
  {
    double factor;
    gint64 rate_cents, step_cents;
  } years[] = {
    { 1.016, 3048, 1073 }, { 1.013, 4175, 1087 }, { 1.063, 5594, 1155 },
    { 1.099, 7417, 1269 }, { 1.012, 8790, 1284 }, { 1.029, 10366, 1321 },
  };
  IjkIndexedRate rate = { 3000, 1056 };

  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      rate = ijk_statute_index_rate (rate, i > 0, years[i].factor);
      g_assert_cmpint (rate.rate_cents, ==, years[i].rate_cents);
      g_assert_cmpint (rate.step_cents, ==, years[i].step_cents);
    }
}

typedef struct
{
  const char *name;
  IjkIndexedRate before;
  gboolean is_raised;
  double factor;
  IjkIndexedRate after;
} IndexCase;

static const IndexCase index_cases[] = {
  { "factor-one-keeps", { 3048, 1073 }, FALSE, 1, { 3048, 1073 } },
  { "factor-one-raises", { 3048, 1073 }, TRUE, 1, { 4121, 1073 } },
  /* 1.50 * 1.03 = 1.545 exactly: half a cent goes up, though 1.545 has no binary form */
  { "half-a-cent-up", { 150, 0 }, FALSE, 1.03, { 155, 0 } },
  /* 1.49 * 1.03 = 1.5347 */
  { "under-half-down", { 149, 0 }, FALSE, 1.03, { 153, 0 } },
  /* 0.50 * 1.01 = 0.505 -> 0.51 in both columns */
  { "step-rounds-alone", { 0, 50 }, TRUE, 1.01, { 51, 51 } },
  /* prices may fall: 100.00 * 0.987 = 98.70, 12.55 * 0.987 = 12.38685 -> 12.39 */
  { "falling-prices", { 10000, 1255 }, FALSE, 0.987, { 9870, 1239 } },
  { "nothing", { 0, 0 }, TRUE, 1.5, { 0, 0 } },
};

static void
test_index (gconstpointer data)
{
  const IndexCase *c = data;
  const IjkIndexedRate after = ijk_statute_index_rate (c->before, c->is_raised, c->factor);

  g_assert_cmpint (after.rate_cents, ==, c->after.rate_cents);
  g_assert_cmpint (after.step_cents, ==, c->after.step_cents);
}

/* Years of one installation: year, E, D, bought, rate, minimum rate. Outcomes: taxed, covered,
 * levy, surplus, reopened, credit, net levy. */
typedef struct
{
  const char *name;
  guint n;
  IjkLevyYear years[8];
  IjkLevyOutcome outcomes[8];
} LevyCase;

static const LevyCase levy_cases[] = {
  /* NEa news, 15 June 2022: E 1000, D 800 -> 200 t taxed; at 3.75 that is 750 */
  { "P1-taxed-above-rights", 1,
    { { 2021, 1000, 800, 0, 3.75, 0 } },
    { { 200, 800, 750, 0, 0, 0, 750 } } },
  /* NEa, Overdracht dispensatierechten: D 120, E 100 -> 20 can be sold */
  { "P2-surplus", 1,
    { { 2021, 100, 120, 0, 3.75, 0 } },
    { { 0, 100, 0, 20, 0, 0, 0 } } },
  /* ... and a holder with D < E has none to sell */
  { "P2-no-surplus-when-short", 1,
    { { 2021, 100, 90, 0, 3.75, 0 } },
    { { 10, 90, 37.5, 0, 0, 0, 37.5 } } },
  /* NEa, Verrekenen dispensatierechten (P3) with the rates of 2021 (D4): 20 * 3.75 = 75, of which
   * the surplus of 10 in 2022 brings back 10 * 3.75 = 37.50 */
  { "P3-D4-ets", 2,
    { { 2021, 100, 80, 0, 3.75, 0 }, { 2022, 60, 70, 0, 0, 0 } },
    { { 20, 80, 75, 0, 0, 0, 75 }, { 0, 60, 0, 10, 10, 37.5, -37.5 } } },
  /* 20 * 30.48 = 609.60 and 10 * 30.48 = 304.80 */
  { "P3-D4-outside-ets", 2,
    { { 2021, 100, 80, 0, 30.48, 0 }, { 2022, 60, 70, 0, 41.75, 0 } },
    { { 20, 80, 609.6, 0, 0, 0, 609.6 }, { 0, 60, 0, 10, 10, 304.8, -304.8 } } },
  { "V1-2025", 1,
    { { 2025, 500000, 460000, 0, 21.14, 0 } },
    { { 40000, 460000, 845600, 0, 0, 0, 845600 } } },
  { "V2-surplus", 1,
    { { 2025, 500000, 520000, 0, 21.14, 0 } },
    { { 0, 500000, 0, 20000, 0, 0, 0 } } },
  { "V3-rate-of-zero", 1,
    { { 2025, 500000, 460000, 0, 0, 0 } },
    { { 40000, 460000, 0, 0, 0, 0, 0 } } },
  /* 70,000 * 153.32 */
  { "V5-incinerator", 1,
    { { 2027, 250000, 180000, 0, 153.32, 0 } },
    { { 70000, 180000, 10732400, 0, 0, 0, 10732400 } } },
  /* rights bought cover as own ones do: 100 - 80 - 15 = 5 taxed; 5 * 20 + 95 * 2 = 290 */
  { "bought-rights-cover", 1,
    { { 2025, 100, 80, 15, 20, 2 } },
    { { 5, 95, 290, 0, 0, 0, 290 } } },
  /* more bought than needed taxes nothing and is no surplus of one's own */
  { "too-many-bought", 1,
    { { 2025, 100, 80, 50, 20, 0 } },
    { { 0, 100, 0, 0, 0, 0, 0 } } },
  /* what is reopened was due at the minimum rate anyway: the credit is 10 * (20 - 2) */
  { "credit-at-difference", 2,
    { { 2024, 100, 80, 0, 20, 2 }, { 2025, 100, 110, 0, 30, 3 } },
    { { 20, 80, 560, 0, 0, 0, 560 }, { 0, 100, 300, 10, 10, 180, 120 } } },
  /* highest difference first: 2022 (30), then 2021 (10): 20 * 30 + 5 * 10 = 650 */
  { "highest-rate-first", 3,
    { { 2021, 100, 80, 0, 10, 0 }, { 2022, 100, 80, 0, 30, 0 }, { 2023, 100, 125, 0, 50, 0 } },
    { { 20, 80, 200, 0, 0, 0, 200 },
      { 20, 80, 600, 0, 0, 0, 600 },
      { 0, 100, 0, 25, 25, 650, -650 } } },
  /* the difference decides, not the rate: 40 - 35 = 5 is less than 10 - 0 */
  { "difference-not-rate", 3,
    { { 2023, 100, 80, 0, 40, 35 }, { 2024, 100, 80, 0, 10, 0 }, { 2025, 100, 110, 0, 50, 0 } },
    { { 20, 80, 3600, 0, 0, 0, 3600 },
      { 20, 80, 200, 0, 0, 0, 200 },
      { 0, 100, 0, 10, 10, 100, -100 } } },
  /* more surplus than was ever taxed: the remainder lapses, it is not kept for later years */
  { "remainder-lapses", 3,
    { { 2021, 100, 90, 0, 10, 0 }, { 2022, 100, 150, 0, 20, 0 }, { 2023, 100, 90, 0, 30, 0 } },
    { { 10, 90, 100, 0, 0, 0, 100 },
      { 0, 100, 0, 50, 10, 100, -100 },
      { 10, 90, 300, 0, 0, 0, 300 } } },
  /* a tonne is reopened once: 2022 takes 15 of 20, 2023 the last 5 */
  { "reopened-once", 3,
    { { 2021, 100, 80, 0, 10, 0 }, { 2022, 100, 115, 0, 20, 0 }, { 2023, 100, 115, 0, 30, 0 } },
    { { 20, 80, 200, 0, 0, 0, 200 },
      { 0, 100, 0, 15, 15, 150, -150 },
      { 0, 100, 0, 15, 5, 50, -50 } } },
  /* 2026 is the fifth year after 2021 */
  { "fifth-year-counts", 2,
    { { 2021, 100, 80, 0, 10, 0 }, { 2026, 100, 110, 0, 20, 0 } },
    { { 20, 80, 200, 0, 0, 0, 200 }, { 0, 100, 0, 10, 10, 100, -100 } } },
  { "sixth-year-does-not", 2,
    { { 2021, 100, 80, 0, 10, 0 }, { 2027, 100, 110, 0, 20, 0 } },
    { { 20, 80, 200, 0, 0, 0, 200 }, { 0, 100, 0, 10, 0, 0, 0 } } },
  /* a surplus never reaches forward */
  { "not-forward", 2,
    { { 2021, 100, 120, 0, 10, 0 }, { 2022, 100, 80, 0, 20, 0 } },
    { { 0, 100, 0, 20, 0, 0, 0 }, { 20, 80, 400, 0, 0, 0, 400 } } },
  { "closed-installation", 2,
    { { 2029, 100, 80, 0, 10, 1 }, { 2030, 0, 80, 0, 20, 1 } },
    { { 20, 80, 280, 0, 0, 0, 280 }, { 0, 0, 0, 80, 20, 180, -180 } } },
};

static void
test_levy (gconstpointer data)
{
  const LevyCase *c = data;
  IjkLevyOutcome outcomes[G_N_ELEMENTS (c->years)];

  ijk_statute_levy (c->years, c->n, outcomes);
  for (guint i = 0; i < c->n; i++)
    {
      fixture_assert_near (outcomes[i].taxed_t, c->outcomes[i].taxed_t);
      fixture_assert_near (outcomes[i].covered_t, c->outcomes[i].covered_t);
      fixture_assert_near (outcomes[i].levy_eur, c->outcomes[i].levy_eur);
      fixture_assert_near (outcomes[i].surplus_t, c->outcomes[i].surplus_t);
      fixture_assert_near (outcomes[i].reopened_t, c->outcomes[i].reopened_t);
      fixture_assert_near (outcomes[i].credit_eur, c->outcomes[i].credit_eur);
      fixture_assert_near (outcomes[i].net_levy_eur, c->outcomes[i].net_levy_eur);
    }
}

/* Which year gives way at equal differences can be seen in what is left, not in the credit. */
static void
test_ties (void)
{
  double left[] = { 20, 20, 20, 0 };
  const double rate[] = { 30, 10, 30, 50 };
  const double minimum_rate[] = { 0, 0, 0, 0 };
  double reopened = 0;

  /* 25 units: all 20 of the first year at 30, then 5 of the third: 25 * 30 = 750 */
  fixture_assert_near (ijk_statute_carry_back (left, 1, rate, minimum_rate, 3, 25, &reopened), 750);
  fixture_assert_near (reopened, 25);
  fixture_assert_near (left[0], 0);
  fixture_assert_near (left[1], 20);
  fixture_assert_near (left[2], 15);
}

/* V7: hot metal, 2025: 1,000,000 t * 1.288 t/t * 1.057 = 1,361,416 rights, from the benchmark of
 * Implementing Regulation (EU) 2021/447 and the factor of 2025, which the data set must hold. */
static void
test_hot_metal_rights (void)
{
  g_autoptr (IjkReference) reference = fixture_load_reference ();
  const double factor = reference->yearly[IJK_SERIES_REDUCTION_FACTOR]
                                         [IJK_REGIME_TIGHTENING_2023][IJK_YEAR_INDEX (2025)];

  fixture_assert_near (1e6 * 1.288 * factor, 1361416);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add_cases ("/model/statute/rate", rate_cases, test_rate);
  fixture_add_cases ("/model/statute/index", index_cases, test_index);
  fixture_add_cases ("/model/statute/levy", levy_cases, test_levy);
  g_test_add_func ("/model/statute/D1-published-rates-follow-from-the-act",
                   test_published_indexation);
  g_test_add_func ("/model/statute/ties-reopen-the-oldest-year", test_ties);
  g_test_add_func ("/model/statute/V7-rights-of-hot-metal", test_hot_metal_rights);
  return g_test_run ();
}
