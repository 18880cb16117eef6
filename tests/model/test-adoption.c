/* Chapter 5: decisions, construction and operation, on the tiny reference (see tiny-reference.h).
 * V = 50 in works. A measure with an opex of 50 and no capex has C = V, so half the firms want it:
 * phi0 = 1/2, and with rho = 1/2 a quarter of the potential is decided in 2026.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "tiny-reference.h"

#include <math.h>

/* One number of works/save. */
#define assert_save(tiny, indicator, year, expected)                                               \
  tiny_assert (tiny, "cell", "works/save", indicator, year, expected)

static Tiny *
make_even (void)
{
  Tiny *tiny = tiny_new ();

  tiny_measure (tiny, "save")->opex_eur_per_t = 50;
  return tiny;
}

/* Of the firms that want it and have not decided, half decide each year: 1/4, 3/8, 7/16. */
static void
test_decisions (void)
{
  g_autoptr (Tiny) tiny = make_even ();

  tiny_run (tiny, "");
  assert_save (tiny, "decided", 2025, 0);
  assert_save (tiny, "decided", 2026, 0.25);
  assert_save (tiny, "decided", 2027, 0.375);
  assert_save (tiny, "decided", 2028, 0.4375);
  assert_save (tiny, "operating", 2026, 0.25);
  assert_save (tiny, "operating_share", 2026, 0.125);
  assert_save (tiny, "wanted", 2026, 25);
  assert_save (tiny, "limit", 2026, 1);
  assert_save (tiny, "binding_limit", 2026, IJK_LIMIT_NONE);
}

/* A cost 10 ln 3 above V, which is one spread times ln 3: sigma = 1/4; with spreads doubled
 * sigma(-ln 3 / 2) = 1 / (1 + sqrt 3). */
static void
test_spread (void)
{
  g_autoptr (Tiny) tiny = make_even ();

  tiny_measure (tiny, "save")->opex_eur_per_t = 50 + 10 * log (3);
  tiny_run (tiny, "");
  assert_save (tiny, "decided", 2026, 0.125);
  tiny_run (tiny, "theta_scale=2");
  assert_save (tiny, "decided", 2026, 0.5 / (1 + sqrt (3)));
}

/* Decisions of 2026 operate in 2028 with a lag of two years. */
static void
test_lag (void)
{
  g_autoptr (Tiny) tiny = make_even ();

  tiny_measure (tiny, "save")->lag_years = 2;
  tiny_run (tiny, "");
  assert_save (tiny, "operating", 2027, 0);
  assert_save (tiny, "operating", 2028, 0.25);
  assert_save (tiny, "operating", 2029, 0.375);
}

/* Each cell has its own queue: waste decides on store as works does on save (V is 0 there, so no
 * opex makes them even). */
static void
test_lag_of_each_cell (void)
{
  g_autoptr (Tiny) tiny = make_even ();

  tiny_measure (tiny, "save")->lag_years = 1;
  tiny_measure (tiny, "store")->lag_years = 3;
  tiny_run (tiny, "");
  tiny_assert (tiny, "cell", "waste/store", "operating", 2028, 0);
  tiny_assert (tiny, "cell", "waste/store", "operating", 2029, 0.25);
  tiny_assert (tiny, "cell", "waste/store", "operating", 2030, 0.375);
  /* C = 0 is 5 spreads below V in works: sigma(5) of the firms */
  tiny_assert (tiny, "cell", "works/store", "operating", 2029, 0.5 / (1 + exp (-5)));
  assert_save (tiny, "operating", 2026, 0);
  assert_save (tiny, "operating", 2027, 0.25);
}

/* A start in 2030 and a lag of 2 open decisions in 2028; operation begins in 2030. */
static void
test_start_year (void)
{
  g_autoptr (Tiny) tiny = make_even ();

  tiny_measure (tiny, "save")->start_year = 2030;
  tiny_measure (tiny, "save")->lag_years = 2;
  tiny_run (tiny, "");
  assert_save (tiny, "decided", 2027, 0);
  assert_save (tiny, "decided", 2028, 0.25);
  assert_save (tiny, "operating", 2029, 0);
  assert_save (tiny, "operating", 2030, 0.25);
}

/* p stays at 0.4 to 2030, then rises in a straight line to 0.8 in 2050; what has been decided is a
 * smaller part of a larger potential: f' = f * 0.40 / 0.42 in 2031. */
static void
test_potential_grows (void)
{
  g_autoptr (Tiny) tiny = make_even ();
  double before = 0;

  tiny_cell (tiny, "works", "save")->p2030 = 0.4;
  tiny_cell (tiny, "works", "save")->p2050 = 0.8;
  tiny_run (tiny, "");
  assert_save (tiny, "potential", 2026, 0.4);
  assert_save (tiny, "potential", 2030, 0.4);
  assert_save (tiny, "potential", 2031, 0.42);
  assert_save (tiny, "potential", 2040, 0.6);
  assert_save (tiny, "potential", 2050, 0.8);
  before = tiny_value (tiny, "cell", "works/save", "decided", 2030) * 0.4 / 0.42;
  assert_save (tiny, "decided", 2031, before + 0.5 * (0.5 - before));
}

/* Without potential there is nothing to decide on, and nothing operates; potential that comes after
 * 2030 starts from nothing. */
static void
test_no_potential (void)
{
  g_autoptr (Tiny) tiny = make_even ();

  tiny_cell (tiny, "works", "save")->p2030 = 0;
  tiny_run (tiny, "");
  assert_save (tiny, "decided", 2030, 0);
  assert_save (tiny, "operating", 2030, 0);
  assert_save (tiny, "decided", 2031, 0.25);
}

/* Capex 100 at 25% for one year costs 125; a grant of 0.2 counts 1.4-fold: 125 * 0.72 = 90. With an
 * opex of -40 that is V. No grant for a measure that cannot have one. */
static void
test_grant (void)
{
  g_autoptr (Tiny) tiny = make_even ();
  IjkMeasure *save = tiny_measure (tiny, "save");

  save->capex_eur_per_t = 100;
  save->opex_eur_per_t = -40;
  save->is_grant = TRUE;
  tiny_run (tiny, "grant@sector:works=0.2");
  assert_save (tiny, "decided", 2026, 0.25);
  tiny_run (tiny, "grant@sector:waste=0.2");
  assert_save (tiny, "decided", 2026, 0.5 / (1 + exp (3.5))); /* 125 - 40 - 50 = 35 */
}

static void
test_no_grant (void)
{
  g_autoptr (Tiny) tiny = make_even ();

  tiny_measure (tiny, "save")->capex_eur_per_t = 100;
  tiny_measure (tiny, "save")->opex_eur_per_t = -40;
  tiny_run (tiny, "grant=0.2");
  assert_save (tiny, "decided", 2026, 0.5 / (1 + exp (3.5)));
}

/* Under the duty at least `enforcement` of the firms decide; more if it pays. */
typedef struct
{
  const char *name;
  gboolean is_obliged;
  double capex, opex; /* C = 1.25 * capex + opex */
  const char *settings;
  double phi;
} DutyCase;

static const DutyCase duty_cases[] = {
  { "enforced", TRUE, 0, 50, "enforcement=0.8", 0.8 },
  { "market-goes-further", TRUE, 0, 50, "enforcement=0.3", 0.5 },
  { "other-sector-enforced", TRUE, 0, 50, "enforcement@sector:waste=0.8", 0.5 },
  { "not-obliged", FALSE, 0, 50, "enforcement=0.8", 0.5 },
  /* energy savings of 80 a year: run = -10 repays a capex of 50 in five years, just */
  { "co2-repaid-in-five-years", FALSE, 48, -10, "duty_scope=co2 enforcement=1", 1 },
  { "co2-just-repaid", FALSE, 50, -10, "duty_scope=co2 enforcement=1", 1 },
  /* C = 1.25 * 80 - 10 = 90: sigma(-4) */
  { "co2-not-repaid", FALSE, 80, -10, "duty_scope=co2 enforcement=1", 0.0179862099620916 },
  { "energy-scope-takes-obliged-only", FALSE, 48, -10, "duty_scope=energy enforcement=1", 0.5 },
  { "obliged-whatever-the-payback", TRUE, 80, -10, "duty_scope=co2 enforcement=1", 1 },
};

static void
test_duty (gconstpointer data)
{
  const DutyCase *c = data;
  g_autoptr (Tiny) tiny = make_even ();
  IjkMeasure *save = tiny_measure (tiny, "save");

  save->is_obliged = c->is_obliged;
  save->capex_eur_per_t = c->capex;
  save->opex_eur_per_t = c->opex;
  tiny_run (tiny, c->settings);
  assert_save (tiny, "decided", 2026, 0.5 * c->phi);
}

/* At most 0.3: half of the firms want it, but decisions end at 0.3 (1/4 * ... 0.15 in 2026, since
 * half of min(phi, x) decides, then 0.225). */
static void
test_at_most (void)
{
  g_autoptr (Tiny) tiny = make_even ();

  tiny_run (tiny, "efficiency_share=at_most:0.3");
  assert_save (tiny, "decided", 2026, 0.15);
  assert_save (tiny, "decided", 2027, 0.225);
  g_assert_true (tiny_value (tiny, "cell", "works/save", "decided", 2050) <= 0.3);
  /* above what firms want it is no limit */
  tiny_run (tiny, "efficiency_share=at_most:0.9");
  assert_save (tiny, "decided", 2027, 0.375);
}

/* A ceiling that comes down takes what operates with it, at once: 0.3 to 2035, 0.1 in 2040. What
 * was decided three years before, which operates by now, does not matter. */
static void
test_at_most_falls (void)
{
  g_autoptr (Tiny) tiny = make_even ();

  tiny_measure (tiny, "save")->lag_years = 3;
  tiny_run (tiny, "efficiency_share=at_most:2035:0.3,2040:0.1");
  assert_save (tiny, "decided", 2026, 0.15);
  assert_save (tiny, "operating", 2029, 0.15);
  assert_save (tiny, "operating", 2038, 0.18);
  assert_save (tiny, "operating", 2040, 0.1);
  assert_save (tiny, "decided", 2040, 0.1);
}

/* Exactly: what the user says, from the start year on, with neither lag nor limits nor market. */
static void
test_exactly (void)
{
  g_autoptr (Tiny) tiny = make_even ();

  tiny_measure (tiny, "save")->start_year = 2030;
  tiny_measure (tiny, "save")->lag_years = 3;
  tiny_measure (tiny, "save")->build_cap_kt = 0.001;
  tiny_run (tiny, "efficiency_share=exactly:2030:0.2,2040:0.8 technicians=0");
  assert_save (tiny, "decided", 2026, 0.2);
  assert_save (tiny, "operating", 2029, 0);
  assert_save (tiny, "operating", 2030, 0.2);
  assert_save (tiny, "operating", 2035, 0.5);
  assert_save (tiny, "operating_share", 2035, 0.25);
  assert_save (tiny, "operating", 2050, 0.8);
  assert_save (tiny, "wanted", 2030, 0);
}

/* Contracts: w of the room at phi1, the rest at phi0. Opex 70: phi0 = sigma(-2); need 20, so phi1 =
 * 1/2. The room of 50 kt claims (70 - 100/3) * 15 = 550 each; 13.75 MEUR serve half. */
static void
test_contracts (void)
{
  g_autoptr (Tiny) tiny = make_even ();
  const double phi0 = 1 / (1 + exp (2));

  tiny_measure (tiny, "save")->opex_eur_per_t = 70;
  tiny_measure (tiny, "save")->is_sde = TRUE;
  tiny_run (tiny, "sde_budget=13.75");
  assert_save (tiny, "served", 2026, 25);
  assert_save (tiny, "decided", 2026, 0.5 * (0.5 * phi0 + 0.5 * 0.5));
  /* 40% of contracts are built: 0.2 is still more than phi0 */
  tiny_run (tiny, "sde_budget=1000 realisation=0.4");
  assert_save (tiny, "decided", 2026, 0.5 * 0.2);
  /* a contract never makes a firm do less than it would without */
  tiny_run (tiny, "sde_budget=1000 realisation=0");
  assert_save (tiny, "decided", 2026, 0.5 * phi0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/adoption/part-of-the-willing-decides-each-year", test_decisions);
  g_test_add_func ("/model/adoption/spread-of-costs", test_spread);
  g_test_add_func ("/model/adoption/operates-after-the-lag", test_lag);
  g_test_add_func ("/model/adoption/lag-of-each-cell", test_lag_of_each_cell);
  g_test_add_func ("/model/adoption/never-before-the-start-year", test_start_year);
  g_test_add_func ("/model/adoption/decided-part-of-a-growing-potential", test_potential_grows);
  g_test_add_func ("/model/adoption/nothing-without-potential", test_no_potential);
  g_test_add_func ("/model/adoption/grant-lowers-capital-cost", test_grant);
  g_test_add_func ("/model/adoption/no-grant-where-none-can-be-had", test_no_grant);
  fixture_add_cases ("/model/adoption/duty", duty_cases, test_duty);
  g_test_add_func ("/model/adoption/at-most-ends-decisions", test_at_most);
  g_test_add_func ("/model/adoption/at-most-that-falls", test_at_most_falls);
  g_test_add_func ("/model/adoption/exactly-is-what-happens", test_exactly);
  g_test_add_func ("/model/adoption/contracts-for-the-served-part", test_contracts);
  return g_test_run ();
}
