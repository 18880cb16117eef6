/* Scenarios as values: sparse, immutable, and the same in whatever order they were made.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model-fixture.h"
#include "random-scenario.h"

static void
test_immutable (void)
{
  g_autoptr (IjkReference) reference = fixture_load_reference ();
  g_autoptr (IjkScenario) before = fixture_scenario (reference, NULL, "kappa=0.5");
  g_autoptr (IjkScenario) same = fixture_scenario (reference, NULL, "kappa=0.5");
  g_autoptr (IjkScenario) more = ijk_scenario_with_setting (before, "ets2=1", NULL);
  g_autoptr (IjkScenario) other = ijk_scenario_with_setting (before, "kappa=0.25", NULL);
  g_autoptr (IjkScenario) refused = ijk_scenario_with_setting (before, "kappa=2", NULL);
  guint n = 0;

  g_assert_null (refused);
  g_assert_true (ijk_scenario_equal (before, same));
  ijk_scenario_get_settings (before, &n);
  g_assert_cmpuint (n, ==, 1);
  ijk_scenario_get_settings (more, &n);
  g_assert_cmpuint (n, ==, 2);
  ijk_scenario_get_settings (other, &n);
  g_assert_cmpuint (n, ==, 1);
  fixture_assert_near (ijk_scenario_number (before, IJK_LEVER_KAPPA, IJK_NONE), 0.5);
  fixture_assert_near (ijk_scenario_number (other, IJK_LEVER_KAPPA, IJK_NONE), 0.25);
  fixture_assert_near (ijk_scenario_number (more, IJK_LEVER_ETS2, IJK_NONE), 1);
}

/* Taking a lever away undoes setting it; taking away what is not set changes nothing. */
static void
test_without (void)
{
  g_autoptr (IjkReference) reference = fixture_load_reference ();
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (IjkScenario) before = random_scenario (reference, random, NULL);
      IjkLeverSetting settings[RANDOM_MAX_SETTINGS + 1];
      const guint n = random_settings (reference, random, NULL, settings);

      for (guint j = 0; j < n; j++)
        {
          g_autoptr (IjkScenario) with = random_apply (before, &settings[j], 1);
          g_autoptr (IjkScenario) without = ijk_scenario_without_lever (with, &settings[j].key);
          const gboolean was_set = ijk_scenario_get_setting (before, &settings[j].key) != NULL;
          g_autoptr (IjkScenario) expected = ijk_scenario_without_lever (before, &settings[j].key);

          g_assert_nonnull (ijk_scenario_get_setting (with, &settings[j].key));
          g_assert_null (ijk_scenario_get_setting (without, &settings[j].key));
          g_assert_true (ijk_scenario_equal (without, expected));
          g_assert_true (ijk_scenario_equal (without, before) == !was_set);
        }
    }
}

/* Settings stay sorted by key, in whatever order they came: that is what makes order irrelevant. */
static void
test_sorted (void)
{
  g_autoptr (IjkReference) reference = fixture_load_reference ();
  g_autoptr (IjkScenario) nothing = ijk_scenario_new (reference, NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (11);

  for (guint i = 0; i < 300; i++)
    {
      IjkLeverSetting settings[RANDOM_MAX_SETTINGS + 1];
      guint n = random_settings (reference, random, NULL, settings);
      g_autoptr (IjkScenario) one = random_apply (nothing, settings, n);
      g_autoptr (IjkScenario) two = NULL;
      const IjkLeverSetting *sorted = NULL;

      random_shuffle (random, settings, n);
      two = random_apply (nothing, settings, n);
      g_assert_true (ijk_scenario_equal (one, two));
      sorted = ijk_scenario_get_settings (two, &n);
      for (guint j = 1; j < n; j++)
        g_assert_cmpint (ijk_lever_key_compare (&sorted[j - 1].key, &sorted[j].key), <, 0);
    }
}

/* Another parent changes what holds, not what is set. */
static void
test_with_parent (void)
{
  g_autoptr (IjkReference) reference = fixture_load_reference ();
  g_autoptr (IjkScenario) parent = fixture_scenario (reference, NULL, "ets2=0.25");
  g_autoptr (IjkScenario) alone = fixture_scenario (reference, NULL, "kappa=0.5");
  g_autoptr (IjkScenario) under = ijk_scenario_with_parent (alone, parent);
  g_autoptr (IjkScenario) back = ijk_scenario_with_parent (under, NULL);

  fixture_assert_near (ijk_scenario_number (under, IJK_LEVER_ETS2, IJK_NONE), 0.25);
  fixture_assert_near (ijk_scenario_number (under, IJK_LEVER_KAPPA, IJK_NONE), 0.5);
  g_assert_true (ijk_scenario_get_parent (under) == parent);
  g_assert_false (ijk_scenario_equal (under, alone));
  g_assert_true (ijk_scenario_equal (back, alone));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/scenario/with-gives-a-new-value", test_immutable);
  g_test_add_func ("/model/scenario/without-undoes-with", test_without);
  g_test_add_func ("/model/scenario/order-of-settings-never-matters", test_sorted);
  g_test_add_func ("/model/scenario/parent-changes-what-holds", test_with_parent);
  return g_test_run ();
}
