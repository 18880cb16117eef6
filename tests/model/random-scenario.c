/* Scenarios at random: every lever, scope, mode and project can come up, values from the whole of
 * a lever's range with its ends drawn more often than the rest.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "random-scenario.h"

#include <math.h>

static gboolean
is_excluded (IjkLeverId        lever,
             const IjkLeverId *excluded)
{
  for (; excluded != NULL && *excluded != IJK_N_LEVERS; excluded++)
    if (*excluded == lever)
      return TRUE;
  return FALSE;
}

static double
draw_number (const IjkLever *lever,
             GRand          *random)
{
  double number = 0;

  switch (g_rand_int_range (random, 0, 8))
    {
    case 0:
      return lever->min;
    case 1:
      return lever->max;
    default:
      number = g_rand_double_range (random, lever->min, lever->max);
      return g_str_equal (lever->unit, "year") ? floor (number) : number;
    }
}

static void
draw_path (const IjkLever *lever,
           GRand          *random,
           IjkLeverValue  *value)
{
  int year = g_rand_int_range (random, IJK_FIRST_FREE_YEAR, IJK_LAST_YEAR + 1);

  do
    {
      value->points[value->n_points].year = year;
      value->points[value->n_points++].value = draw_number (lever, random);
      year += g_rand_int_range (random, 1, 12);
    }
  while (year <= IJK_LAST_YEAR && g_rand_boolean (random));
}

static IjkLeverValue
draw_value (const IjkLever *lever,
            GRand          *random)
{
  IjkLeverValue value = { 0 };

  switch (lever->kind)
    {
    case IJK_LEVER_KIND_NUMBER:
      value.number = draw_number (lever, random);
      break;
    case IJK_LEVER_KIND_SWITCH:
      value.choice = (guint) g_rand_int_range (
          random, 0, (gint32) g_strv_length ((char **) lever->choices));
      break;
    case IJK_LEVER_KIND_MODE_SHARE:
      value.mode = (IjkShareMode) g_rand_int_range (random, 0, IJK_N_SHARE_MODES);
      if (value.mode != IJK_SHARE_FREE)
        draw_path (lever, random, &value);
      break;
    case IJK_LEVER_KIND_PATH:
      draw_path (lever, random, &value);
      break;
    }
  return value;
}

static guint
count_targets (const IjkReference *reference,
               IjkScopeKind        scope)
{
  const guint counts[IJK_N_SCOPES] = { [IJK_SCOPE_NATIONAL] = 1,
                                       [IJK_SCOPE_SECTOR] = reference->n_sectors,
                                       [IJK_SCOPE_COMPANY] = reference->n_companies,
                                       [IJK_SCOPE_PROJECT] = reference->n_projects };

  return counts[scope];
}

static IjkLeverSetting
draw_setting (const IjkReference *reference,
              GRand              *random,
              const IjkLeverId   *excluded)
{
  IjkLeverSetting setting = { 0 };

  do
    setting.key.lever = (IjkLeverId) g_rand_int_range (random, 0, IJK_N_LEVERS);
  while (is_excluded (setting.key.lever, excluded));
  do
    setting.key.scope = (IjkScopeKind) g_rand_int_range (random, 0, IJK_N_SCOPES);
  while ((reference->levers[setting.key.lever].scopes & (1u << setting.key.scope)) == 0);
  setting.key.target
      = (guint) g_rand_int_range (random, 0,
                                  (gint32) count_targets (reference, setting.key.scope));
  setting.value = draw_value (&reference->levers[setting.key.lever], random);
  return setting;
}

/* Draws up to RANDOM_MAX_SETTINGS settings of different keys. Returns: how many */
guint
random_settings (const IjkReference *reference,
                 GRand              *random,
                 const IjkLeverId   *excluded,
                 IjkLeverSetting    *settings)
{
  const guint n_wanted = (guint) g_rand_int_range (random, 0, RANDOM_MAX_SETTINGS + 1);
  guint n = 0;

  for (guint i = 0; i < n_wanted; i++)
    {
      gboolean is_new = TRUE;

      settings[n] = draw_setting (reference, random, excluded);
      for (guint j = 0; j < n; j++)
        is_new &= ijk_lever_key_compare (&settings[j].key, &settings[n].key) != 0;
      n += is_new ? 1 : 0;
    }
  return n;
}

void
random_shuffle (GRand           *random,
                IjkLeverSetting *settings,
                guint            n_settings)
{
  for (guint i = n_settings; i > 1; i--)
    {
      const guint j = (guint) g_rand_int_range (random, 0, (gint32) i);
      const IjkLeverSetting kept = settings[i - 1];

      settings[i - 1] = settings[j];
      settings[j] = kept;
    }
}

/* Returns: (transfer full): @before with @settings added one by one */
IjkScenario *
random_apply (const IjkScenario     *before,
              const IjkLeverSetting *settings,
              guint                  n_settings)
{
  IjkScenario *scenario = ijk_scenario_ref (before);

  for (guint i = 0; i < n_settings; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (IjkScenario) last = scenario;

      scenario = ijk_scenario_with_lever (last, &settings[i].key, &settings[i].value, &error);
      g_assert_no_error (error);
    }
  return scenario;
}

/* Returns: (transfer full): a random scenario, one time in four under a random parent */
IjkScenario *
random_scenario (const IjkReference *reference,
                 GRand              *random,
                 const IjkLeverId   *excluded)
{
  IjkLeverSetting settings[RANDOM_MAX_SETTINGS + 1];
  g_autoptr (IjkScenario) nothing = ijk_scenario_new (reference, NULL);
  g_autoptr (IjkScenario) parent = NULL;
  g_autoptr (IjkScenario) empty = NULL;
  guint n = random_settings (reference, random, excluded, settings);

  if (g_rand_int_range (random, 0, 4) > 0)
    return random_apply (nothing, settings, n);
  parent = random_apply (nothing, settings, n);
  empty = ijk_scenario_new (reference, parent);
  n = random_settings (reference, random, excluded, settings);
  return random_apply (empty, settings, n);
}
