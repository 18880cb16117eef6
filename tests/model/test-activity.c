/* Chapter 2: output and unabated emissions of the tiny reference (see tiny-reference.h), where a
 * unit emits 100 kt and output is constant unless a test says otherwise.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "tiny-reference.h"

#include <math.h>
#include <string.h>

/* Between two observations emissions lie on a straight line: 100, 90, 80, 70. */
static void
test_gaps (void)
{
  g_autoptr (Tiny) tiny = tiny_new ();

  tiny_observe (tiny, "alpha", 100, NAN, NAN, 70, 75);
  tiny_run (tiny, "");
  tiny_assert (tiny, "unit", "alpha", "unabated", 2021, 100);
  tiny_assert (tiny, "unit", "alpha", "unabated", 2022, 90);
  tiny_assert (tiny, "unit", "alpha", "unabated", 2023, 80);
  tiny_assert (tiny, "unit", "alpha", "unabated", 2024, 70);
  tiny_assert (tiny, "unit", "alpha", "unabated", 2025, 75);
}

static void
test_zero_before_first (void)
{
  g_autoptr (Tiny) tiny = tiny_new ();

  tiny_observe (tiny, "alpha", NAN, NAN, 50, 60, 66);
  tiny_run (tiny, "");
  tiny_assert (tiny, "unit", "alpha", "unabated", 2021, 0);
  tiny_assert (tiny, "unit", "alpha", "unabated", 2022, 0);
  tiny_assert (tiny, "unit", "alpha", "unabated", 2023, 50);
  tiny_assert (tiny, "unit", "alpha", "unabated", 2026, 66);
}

/* Years before 2021 are history: they say nothing about emissions from 2021 on. */
static void
test_before_2021_is_ignored (void)
{
  g_autoptr (Tiny) tiny = tiny_new ();

  for (guint i = 0; i < IJK_FIRST_YEAR - IJK_FIRST_OBSERVED_YEAR; i++)
    tiny_unit (tiny, "alpha")->observed_kt[i] = 1000 + i;
  tiny_observe (tiny, "alpha", NAN, 50, NAN, NAN, NAN);
  tiny_run (tiny, "");
  tiny_assert (tiny, "unit", "alpha", "unabated", 2021, 0);
  tiny_assert (tiny, "unit", "alpha", "unabated", 2022, 50);
  tiny_assert (tiny, "unit", "alpha", "unabated", 2050, 50);
}

/* After y0 = 2023 the unit follows its sector, also in years that others observe:
 * 80 * 0.9/1.2 = 60 in 2024, 80 * 1.5/1.2 = 100 in 2025. */
static void
test_follows_sector_after_last (void)
{
  g_autoptr (Tiny) tiny = tiny_new ();
  const double activity[IJK_N_PAST_YEARS] = { 1, 1.1, 1.2, 0.9, 1.5 };

  memcpy (tiny_sector (tiny, "works")->activity, activity, sizeof activity);
  tiny_observe (tiny, "alpha", 100, 90, 80, NAN, NAN);
  tiny_run (tiny, "");
  tiny_assert (tiny, "unit", "alpha", "unabated", 2023, 80);
  tiny_assert (tiny, "unit", "alpha", "unabated", 2024, 60);
  tiny_assert (tiny, "unit", "alpha", "unabated", 2025, 100);
  tiny_assert (tiny, "unit", "beta", "unabated", 2025, 100);
  tiny_assert (tiny, "unit", "alpha", "unabated", 2030, 100);
}

/* Efficiency counts from the year after y0: 0.99 in 2026 and 0.99^2 = 0.9801 in 2027 for alpha (y0
 * 2025), one power more for beta (y0 2024): 0.99 in 2025, 0.970299 in 2027. */
static void
test_autonomous (void)
{
  g_autoptr (Tiny) tiny = tiny_new ();

  tiny_observe (tiny, "beta", 100, 100, 100, 100, NAN);
  tiny_run (tiny, "autonomous=0.01");
  tiny_assert (tiny, "unit", "alpha", "unabated", 2025, 100);
  tiny_assert (tiny, "unit", "alpha", "unabated", 2026, 99);
  tiny_assert (tiny, "unit", "alpha", "unabated", 2027, 98.01);
  tiny_assert (tiny, "unit", "beta", "unabated", 2025, 99);
  tiny_assert (tiny, "unit", "beta", "unabated", 2027, 97.0299);
  tiny_assert (tiny, "unit", "oven", "unabated", 2027, 98.01);
}

static void
test_autonomous_of_a_sector (void)
{
  g_autoptr (Tiny) tiny = tiny_new ();

  tiny_run (tiny, "autonomous=0.01 autonomous@sector:works=0.02");
  tiny_assert (tiny, "unit", "alpha", "unabated", 2027, 96.04);
  tiny_assert (tiny, "unit", "oven", "unabated", 2027, 98.01);
}

/* 1.02 * 1.02 = 1.0404 in 2027. */
static void
test_growth_of_a_sector (void)
{
  g_autoptr (Tiny) tiny = tiny_new ();

  tiny_sector (tiny, "works")->growth_per_year = 0.02;
  tiny_run (tiny, "");
  tiny_assert (tiny, "sector", "works", "activity_index", 2025, 1);
  tiny_assert (tiny, "sector", "works", "activity_index", 2027, 1.0404);
  tiny_assert (tiny, "unit", "alpha", "unabated", 2027, 104.04);
  tiny_assert (tiny, "sector", "waste", "activity_index", 2050, 1);
}

/* The lever adds to the sector's own growth from its first point on: 2% a year to 2027, then
 * 2 + 3 = 5% in 2028 and, half way between 3% and 5%, 2 + 4 = 6% in 2029. */
static void
test_growth_lever (void)
{
  g_autoptr (Tiny) tiny = tiny_new ();

  tiny_sector (tiny, "works")->growth_per_year = 0.02;
  tiny_run (tiny, "growth=2028:0.03,2030:0.05");
  tiny_assert (tiny, "sector", "works", "activity_index", 2027, 1.0404);
  tiny_assert (tiny, "sector", "works", "activity_index", 2028, 1.0404 * 1.05);
  tiny_assert (tiny, "sector", "works", "activity_index", 2029, 1.0404 * 1.05 * 1.06);
  tiny_assert (tiny, "sector", "waste", "activity_index", 2028, 1.03);
}

static void
test_growth_of_one_sector (void)
{
  g_autoptr (Tiny) tiny = tiny_new ();

  tiny_run (tiny, "growth=0.01 growth@sector:works=2028:-0.05");
  tiny_assert (tiny, "sector", "works", "activity_index", 2027, 1.0201);
  tiny_assert (tiny, "sector", "works", "activity_index", 2028, 1.0201 * 0.95);
  tiny_assert (tiny, "sector", "waste", "activity_index", 2028, 1.030301);
}

/* Rights follow act: while observed E/E[2021] (80/100 in 2022), later act[y0] * A/A[y0]: 0.8 * 1.02
 * in 2026. A unit without emissions in 2021 follows A itself: 1 in 2022, 1.02 in 2026. */
static void
test_rights_follow_output (void)
{
  g_autoptr (Tiny) tiny = tiny_new ();

  tiny_sector (tiny, "works")->growth_per_year = 0.02;
  tiny_observe (tiny, "alpha", 100, 80, 80, 80, 80);
  tiny_observe (tiny, "beta", NAN, 30, 60, 60, 60);
  tiny_run (tiny, "autonomous=0.01");
  tiny_assert (tiny, "unit", "alpha", "rights", 2021, 100);
  tiny_assert (tiny, "unit", "alpha", "rights", 2022, 80);
  tiny_assert (tiny, "unit", "alpha", "rights", 2026, 81.6);
  tiny_assert (tiny, "unit", "beta", "rights", 2022, 100);
  tiny_assert (tiny, "unit", "beta", "rights", 2026, 102);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/activity/gaps-are-straight-lines", test_gaps);
  g_test_add_func ("/model/activity/zero-before-first-observation", test_zero_before_first);
  g_test_add_func ("/model/activity/years-before-2021-say-nothing", test_before_2021_is_ignored);
  g_test_add_func ("/model/activity/follows-sector-after-last-observation",
                   test_follows_sector_after_last);
  g_test_add_func ("/model/activity/autonomous-from-last-observation", test_autonomous);
  g_test_add_func ("/model/activity/autonomous-of-a-sector", test_autonomous_of_a_sector);
  g_test_add_func ("/model/activity/growth-of-a-sector", test_growth_of_a_sector);
  g_test_add_func ("/model/activity/growth-lever-adds", test_growth_lever);
  g_test_add_func ("/model/activity/growth-of-one-sector", test_growth_of_one_sector);
  g_test_add_func ("/model/activity/rights-follow-output", test_rights_follow_output);
  return g_test_run ();
}
