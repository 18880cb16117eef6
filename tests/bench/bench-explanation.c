/* What opening an explanation costs, as a popover does it: the tree, and its words. All indicators of
 * all items in one year, in the median and at worst.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench-timing.h"

#include "ijk-explanation.h"
#include "ijk-language.h"
#include "ijk-reference-load.h"
#include "ijk-run.h"

#define YEAR 2034
#define AIM_MS 10

typedef struct
{
  const IjkResult *result;
  const IjkIndicator *indicator;
  guint item;
} Bench;

static void
run_tree (gpointer data)
{
  const Bench *bench = data;
  g_autoptr (IjkExplanation) self
      = ijk_explain (bench->result, bench->indicator, bench->item, YEAR);

  g_assert_nonnull (self);
}

static void
run_text (gpointer data)
{
  const Bench *bench = data;
  g_autoptr (IjkExplanation) self
      = ijk_explain (bench->result, bench->indicator, bench->item, YEAR);
  g_autofree char *text = ijk_explanation_write (self, 1);

  g_assert_nonnull (text);
}

/* The dearest of all numbers, by one opening each. */
static Bench
find_dearest (const IjkResult *result)
{
  Bench dearest = { .result = result };
  gint64 longest = -1;
  guint n = 0;
  const IjkIndicator *indicators = ijk_indicators (&n);

  for (guint k = 0; k < n; k++)
    for (guint item = 0; item < ijk_items_count (result->reference, indicators[k].items); item++)
      {
        Bench bench = { result, &indicators[k], item };
        const gint64 start = g_get_monotonic_time ();

        run_tree (&bench);
        if (g_get_monotonic_time () - start > longest)
          {
            longest = g_get_monotonic_time () - start;
            dearest = bench;
          }
      }
  return dearest;
}

static void
bench_one (Bench      *bench,
           const char *what)
{
  g_autofree char *tree = g_strdup_printf ("%s, tree", what);
  g_autofree char *text = g_strdup_printf ("%s, tree and text", what);
  BenchTimes times = bench_time (run_tree, bench, 5, 200);

  bench_print (tree, &times, AIM_MS);
  times = bench_time (run_text, bench, 5, 200);
  bench_print (text, &times, AIM_MS);
}

int
main (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IjkReference) reference = ijk_reference_load (IJKPAD_BENCH_REFERENCE, &error);
  g_autoptr (IjkScenario) law = NULL;
  g_autoptr (IjkScenario) scenario = NULL;
  g_autoptr (IjkWorkspace) workspace = NULL;
  g_autoptr (GString) id = g_string_new (NULL);
  g_autofree char *name = NULL;
  const IjkResult *result = NULL;
  Bench bench = { 0 };

  g_assert_no_error (error);
  ijk_language_init ("/nowhere");
  g_assert_true (ijk_language_select ("en"));
  law = ijk_scenario_new (reference, NULL);
  scenario = ijk_scenario_with_setting (law, "ets_price=2030:120,2050:250", &error);
  g_assert_no_error (error);
  workspace = ijk_workspace_new (reference);
  result = ijk_run (reference, scenario, workspace);

  bench = (Bench) { result, ijk_indicator_find (IJK_ITEMS_COMPANY, "levy"),
                    ijk_reference_find_company (reference, "Shell") };
  bench_one (&bench, "levy of Shell");
  bench = (Bench) { result, ijk_indicator_find (IJK_ITEMS_UNIT, "levy"), 0 };
  bench_one (&bench, "levy of a unit");
  bench = find_dearest (result);
  ijk_items_append_id (reference, bench.indicator->items, bench.item, id);
  name = g_strdup_printf ("dearest: %s %s", id->str, bench.indicator->id);
  bench_one (&bench, name);
  return 0;
}
