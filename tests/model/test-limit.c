/* Chapter 5, limits: what scales decisions down, in which order, and which limit is recorded. Tiny
 * reference (see tiny-reference.h): C = V in each measure of works, so 0.5 * 0.5 * 0.5 * 200 = 25
 * kt are wanted in 2026; capex 0 unless technicians are needed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "tiny-reference.h"

#include <math.h>

/* Waste has V = 0; without potential it wants nothing. */
static Tiny *
make_even (void)
{
  Tiny *tiny = tiny_new ();

  tiny_measure (tiny, "save")->opex_eur_per_t = 50;
  tiny_measure (tiny, "store")->opex_eur_per_t = 50;
  tiny_measure (tiny, "warmth")->opex_eur_per_t = 50;
  tiny_cell (tiny, "waste", "store")->p2030 = 0;
  tiny_cell (tiny, "waste", "store")->p2050 = 0;
  return tiny;
}

static void
assert_limit (Tiny       *tiny,
              const char *cell,
              int         year,
              double      limit,
              IjkLimit    binding)
{
  tiny_assert (tiny, "cell", cell, "limit", year, limit);
  tiny_assert (tiny, "cell", cell, "binding_limit", year, binding);
}

/* 10 of 25 kt can be built: a tenth instead of a quarter is decided. */
static void
test_build_cap (void)
{
  g_autoptr (Tiny) tiny = make_even ();

  tiny_measure (tiny, "save")->build_cap_kt = 10;
  tiny_measure (tiny, "warmth")->build_cap_kt = 10;
  tiny_run (tiny, "");
  assert_limit (tiny, "works/save", 2026, 0.4, IJK_LIMIT_BUILD_CAP);
  assert_limit (tiny, "works/store", 2026, 1, IJK_LIMIT_NONE);
  tiny_assert (tiny, "cell", "works/save", "decided", 2026, 0.1);
  tiny_assert (tiny, "cell", "works/save", "wanted", 2026, 25);
  /* cooperation builds heat twice as fast, and nothing else */
  tiny_run (tiny, "cluster_cooperation=1");
  assert_limit (tiny, "works/save", 2026, 0.4, IJK_LIMIT_BUILD_CAP);
  assert_limit (tiny, "works/warmth", 2026, 0.8, IJK_LIMIT_BUILD_CAP);
}

/* The cap is of the measure: 25 kt in each of two sectors share 20. */
static void
test_build_cap_is_shared (void)
{
  g_autoptr (Tiny) tiny = make_even ();

  tiny_add_cell (tiny, "waste", "save");
  tiny_unit (tiny, "oven")->kind = tiny_unit (tiny, "kiln")->kind = IJK_KIND_ETS;
  tiny_measure (tiny, "save")->build_cap_kt = 20;
  tiny_run (tiny, "");
  assert_limit (tiny, "works/save", 2026, 0.4, IJK_LIMIT_BUILD_CAP);
  assert_limit (tiny, "waste/save", 2026, 0.4, IJK_LIMIT_BUILD_CAP);
}

/* Decisions of 2026 need capacity in 2030: 5 of 25 kt. In 2027 the stock of 5 kt is taken. */
static void
test_ccs_capacity (void)
{
  g_autoptr (Tiny) tiny = make_even ();

  tiny_run (tiny, "ccs_capacity=2026:999,2029:999,2030:5");
  assert_limit (tiny, "works/store", 2026, 0.2, IJK_LIMIT_CCS_CAPACITY);
  assert_limit (tiny, "works/store", 2027, 0, IJK_LIMIT_CCS_CAPACITY);
  assert_limit (tiny, "works/save", 2026, 1, IJK_LIMIT_NONE);
  tiny_assert (tiny, "cell", "works/store", "decided", 2050, 0.05);
}

/* After 2050 capacity is that of 2050: decisions of 2047 to 2050 have what 2050 has. The stock of
 * 2046 is 5 kt, so 15 of what 2047 wants: 0.5 * (0.5 - 0.05) * 100 = 22.5. */
static void
test_ccs_capacity_after_2050 (void)
{
  g_autoptr (Tiny) tiny = make_even ();

  tiny_run (tiny, "ccs_capacity=2030:5,2049:5,2050:20");
  assert_limit (tiny, "works/store", 2045, 0, IJK_LIMIT_CCS_CAPACITY);
  assert_limit (tiny, "works/store", 2046, 15 / 22.5, IJK_LIMIT_CCS_CAPACITY);
  assert_limit (tiny, "works/store", 2047, 0, IJK_LIMIT_CCS_CAPACITY);
}

/* Projects book from four years before their start: 12 kt from 2031 leave 15 of 27 kt in 2027, not
 * in 2026. Its unit is out of U: 100 kt are left, which want half of 25. */
static void
test_ccs_projects_book (void)
{
  g_autoptr (Tiny) tiny = make_even ();

  tiny_add_project (tiny, "pipe", "alpha", "store", 12, 2031);
  tiny_run (tiny, "ccs_capacity=2026:15");
  assert_limit (tiny, "works/store", 2026, 1, IJK_LIMIT_NONE);
  /* 12.5 kt decided in 2026 and 12 booked are more than 15 */
  assert_limit (tiny, "works/store", 2027, 0, IJK_LIMIT_CCS_CAPACITY);
  tiny_run (tiny, "ccs_capacity=2026:15 project_start.pipe=2030");
  assert_limit (tiny, "works/store", 2026, 3 / 12.5, IJK_LIMIT_CCS_CAPACITY);
  tiny_run (tiny, "ccs_capacity=2026:15 project_start.pipe=2051");
  assert_limit (tiny, "works/store", 2026, 15.0 / 25, IJK_LIMIT_CCS_CAPACITY);
}

/* `exactly` books its value: 0.3 * 0.5 * 200 = 30 of 40 kt in waste leave 10 for works. */
static void
test_ccs_exact_books (void)
{
  g_autoptr (Tiny) tiny = make_even ();

  tiny_cell (tiny, "waste", "store")->p2030 = tiny_cell (tiny, "waste", "store")->p2050 = 0.5;
  tiny_run (tiny, "ccs_capacity=2026:40 ccs_share@sector:waste=exactly:0.3");
  assert_limit (tiny, "works/store", 2026, 0.4, IJK_LIMIT_CCS_CAPACITY);
}

/* Aramis adds 10 kt from its first year on the series of 5; the scale counts from 2028; a user's
 * path replaces both. */
static void
test_ccs_capacity_series (void)
{
  g_autoptr (Tiny) tiny = make_even ();

  tiny_series (tiny, IJK_SERIES_CCS_CAPACITY, "2021:5");
  tiny_series (tiny, IJK_SERIES_ARAMIS_PROFILE, "0:10,2:20");
  tiny_run (tiny, "aramis_start=2031 ccs_capacity_scale=2");
  tiny_assert (tiny, "national", "nl", "ccs_capacity", 2027, 5);
  tiny_assert (tiny, "national", "nl", "ccs_capacity", 2028, 10);
  tiny_assert (tiny, "national", "nl", "ccs_capacity", 2031, 30);
  tiny_assert (tiny, "national", "nl", "ccs_capacity", 2032, 40);
  tiny_assert (tiny, "national", "nl", "ccs_capacity", 2050, 50);
  tiny_run (tiny, "aramis_start=2051");
  tiny_assert (tiny, "national", "nl", "ccs_capacity", 2050, 5);
  tiny_run (tiny, "ccs_capacity=2030:100 aramis_start=2028");
  tiny_assert (tiny, "national", "nl", "ccs_capacity", 2029, 5 + 15);
  tiny_assert (tiny, "national", "nl", "ccs_capacity", 2035, 100);
}

/* 25 kt at 2 MWh/t are 50 GWh, of which 10 can be connected; only electrification asks for it. */
static void
test_grid (void)
{
  g_autoptr (Tiny) tiny = make_even ();
  static const char *const ids[] = { "save", "warmth" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      tiny_measure (tiny, ids[i])->elec_mwh_per_t = 2;
      tiny_measure (tiny, ids[i])->opex_eur_per_t = -50; /* power costs 100 */
    }
  tiny_measure (tiny, "save")->group = IJK_GROUP_ELECTRIFICATION;
  tiny_run (tiny, "grid_growth=10");
  assert_limit (tiny, "works/save", 2026, 0.2, IJK_LIMIT_GRID);
  assert_limit (tiny, "works/warmth", 2026, 1, IJK_LIMIT_NONE);
  tiny_assert (tiny, "national", "nl", "grid_added", 2026, 10);
  tiny_run (tiny, "grid_growth=80");
  assert_limit (tiny, "works/save", 2026, 1, IJK_LIMIT_NONE);
  tiny_assert (tiny, "national", "nl", "grid_added", 2026, 50);
}

/* Capex 40 at 25% is the opex of 50 that was: 25 kt * 40 / 1000 * 3.6 = 3.6 FTE in each of three
 * measures; 2.7 of 10.8 are there. */
static void
test_technicians (void)
{
  g_autoptr (Tiny) tiny = make_even ();
  static const char *const ids[] = { "save", "store", "warmth" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      tiny_measure (tiny, ids[i])->opex_eur_per_t = 0;
      tiny_measure (tiny, ids[i])->capex_eur_per_t = 40;
    }
  tiny_run (tiny, "technicians=2.7");
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autofree char *cell = g_strconcat ("works/", ids[i], NULL);

      assert_limit (tiny, cell, 2026, 0.25, IJK_LIMIT_TECHNICIANS);
    }
  tiny_assert (tiny, "national", "nl", "technicians", 2026, 2.7);
  tiny_run (tiny, "technicians=100");
  tiny_assert (tiny, "national", "nl", "technicians", 2026, 10.8);
}

/* Each limit works on what the earlier ones left, and the smallest scaling is what is recorded.
 * store: cap 10 of 25 kt (0.4), then capacity; capex 40, so 10 kt need 1.44 FTE. */
typedef struct
{
  const char *name;
  const char *settings;
  double limit;
  IjkLimit binding;
} OrderCase;

static const OrderCase order_cases[] = {
  /* capacity 8 of 10: 0.8, product 0.32 */
  { "cap-then-capacity", "ccs_capacity=8", 0.32, IJK_LIMIT_BUILD_CAP },
  { "capacity-narrower", "ccs_capacity=3", 0.12, IJK_LIMIT_CCS_CAPACITY },
  /* technicians 0.72 of 1.44: 0.5, product 0.2 */
  { "cap-then-technicians", "technicians=0.72", 0.2, IJK_LIMIT_BUILD_CAP },
  { "technicians-narrower", "technicians=0.36", 0.1, IJK_LIMIT_TECHNICIANS },
  /* 8 kt are left after capacity, which need 1.152 FTE, of which half are there: 0.4 * 0.8 * 0.5 */
  { "all-three", "ccs_capacity=8 technicians=0.576", 0.16, IJK_LIMIT_BUILD_CAP },
  /* enough after the cap: no second scaling */
  { "enough-left", "ccs_capacity=11 technicians=1.5", 0.4, IJK_LIMIT_BUILD_CAP },
  { "nothing-left", "ccs_capacity=0", 0, IJK_LIMIT_CCS_CAPACITY },
};

static void
test_order (gconstpointer data)
{
  const OrderCase *c = data;
  g_autoptr (Tiny) tiny = make_even ();

  tiny_measure (tiny, "store")->opex_eur_per_t = 0;
  tiny_measure (tiny, "store")->capex_eur_per_t = 40;
  tiny_measure (tiny, "store")->build_cap_kt = 10;
  tiny_run (tiny, c->settings);
  assert_limit (tiny, "works/store", 2026, c->limit, c->binding);
  tiny_assert (tiny, "cell", "works/store", "decided", 2026, 0.25 * c->limit);
}

/* Two limits that halve alike (12.5 of 25 kt, 6.25 of 12.5): the earlier one is recorded. */
static void
test_equal_scalings (void)
{
  g_autoptr (Tiny) tiny = make_even ();

  tiny_measure (tiny, "store")->build_cap_kt = 12.5;
  tiny_run (tiny, "ccs_capacity=6.25");
  assert_limit (tiny, "works/store", 2026, 0.25, IJK_LIMIT_BUILD_CAP);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/limit/build-cap", test_build_cap);
  g_test_add_func ("/model/limit/build-cap-is-shared-by-sectors", test_build_cap_is_shared);
  g_test_add_func ("/model/limit/capacity-four-years-ahead", test_ccs_capacity);
  g_test_add_func ("/model/limit/capacity-after-2050-is-that-of-2050",
                   test_ccs_capacity_after_2050);
  g_test_add_func ("/model/limit/projects-book-capacity", test_ccs_projects_book);
  g_test_add_func ("/model/limit/exact-shares-book-capacity", test_ccs_exact_books);
  g_test_add_func ("/model/limit/capacity-is-series-and-aramis-or-a-path",
                   test_ccs_capacity_series);
  g_test_add_func ("/model/limit/grid-for-electrification-alone", test_grid);
  g_test_add_func ("/model/limit/technicians-for-all", test_technicians);
  g_test_add_func ("/model/limit/earlier-of-equal-scalings", test_equal_scalings);
  fixture_add_cases ("/model/limit/order", order_cases, test_order);
  return g_test_run ();
}
