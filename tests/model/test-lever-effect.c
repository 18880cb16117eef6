/* No lever is silently ignored, at any scope it can be set; and setting one to what holds already
 * changes nothing. On the data set of the program.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model-fixture.h"

#include <math.h>
#include <string.h>

/* Values worth trying: both ends of the range, each choice, both modes. */
#define N_TRIALS 3

static gboolean
make_trial (const IjkLever *lever,
            guint           trial,
            IjkLeverValue  *value)
{
  const double end = trial == 0 ? lever->min : lever->max;

  *value = (IjkLeverValue) { .number = end,
                             .n_points = 1,
                             .points = { { IJK_FIRST_FREE_YEAR, end } } };
  switch (lever->kind)
    {
    case IJK_LEVER_KIND_NUMBER:
    case IJK_LEVER_KIND_PATH:
      return trial < 2;
    case IJK_LEVER_KIND_SWITCH:
      value->choice = trial;
      return lever->choices[trial] != NULL;
    case IJK_LEVER_KIND_MODE_SHARE:
      value->mode = trial == 0 ? IJK_SHARE_AT_MOST : IJK_SHARE_EXACTLY;
      return trial < 2;
    }
  g_assert_not_reached ();
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

static gboolean
has_effect (const IjkResult   *base,
            const IjkScenario *before,
            const IjkLeverKey *key,
            IjkWorkspace      *workspace)
{
  gsize n = 0;
  const double *data = ijk_result_get_data (base, &n);

  for (guint trial = 0; trial < N_TRIALS; trial++)
    {
      IjkLeverValue value;
      g_autoptr (IjkScenario) scenario = NULL;

      if (!make_trial (&base->reference->levers[key->lever], trial, &value))
        continue;
      scenario = ijk_scenario_with_lever (before, key, &value, NULL);
      if (scenario != NULL
          && memcmp (ijk_result_get_data (ijk_run (base->reference, scenario, workspace), &n), data,
                     n * sizeof *data)
                 != 0)
        return TRUE;
    }
  return FALSE;
}

/* How many targets answer at a scope; one is enough (not every company has, say, a nitric acid
 * plant), but each project must. */
static guint
count_effects (const IjkReference *reference,
               const char         *settings,
               IjkLeverId          lever,
               IjkScopeKind        scope,
               IjkWorkspace       *workspace)
{
  g_autoptr (IjkScenario) scenario = fixture_scenario (reference, NULL, settings);
  g_autoptr (IjkResult) base = ijk_result_copy (ijk_run (reference, scenario, workspace));
  guint n_found = 0;

  for (guint target = 0; target < count_targets (reference, scope); target++)
    {
      const IjkLeverKey key = { lever, scope, target };

      n_found += has_effect (base, scenario, &key, workspace) ? 1 : 0;
      if (n_found > 0 && scope != IJK_SCOPE_PROJECT)
        break;
    }
  return n_found;
}

/* With the default enforcement the scope of the duty moves nothing: every measure that repays
 * itself in five years is wanted by more firms than that. So it is tried with full enforcement. */
static void
test_every_lever (void)
{
  g_autoptr (IjkReference) reference = fixture_load_reference ();
  g_autoptr (IjkWorkspace) workspace = ijk_workspace_new (reference);

  for (guint lever = 0; lever < IJK_N_LEVERS; lever++)
    for (guint scope = 0; scope < IJK_N_SCOPES; scope++)
      {
        const char *settings = lever == IJK_LEVER_DUTY_SCOPE ? "enforcement=1" : "";
        guint n_found = 0;

        if ((reference->levers[lever].scopes & (1u << scope)) == 0)
          continue;
        n_found = count_effects (reference, settings, (IjkLeverId) lever, (IjkScopeKind) scope,
                                 workspace);
        if (n_found == 0 || (lever == IJK_LEVER_PROJECT && n_found < reference->n_projects))
          {
            g_test_message ("%s has no effect at %s scope (%u targets have)", ijk_lever_ids[lever],
                            ijk_scope_ids[scope], n_found);
            g_test_fail ();
          }
      }
}

/* What the reference says, as a setting. A path gets a point in each year; the capacity of CO2
 * pipes is the series and Aramis. */
static IjkLeverValue
make_default (const IjkReference *reference,
              IjkLeverId          id,
              const IjkResult    *base)
{
  const IjkLever *lever = &reference->levers[id];
  const guint variant = lever->series != IJK_NONE && lever->series < IJK_N_REGIME_SERIES
                            ? reference->levers[IJK_LEVER_REGIME].default_choice
                            : IJK_VARIANT_CENTRAL;
  IjkLeverValue value = { .number = lever->default_number, .choice = lever->default_choice };

  for (guint t = IJK_N_PAST_YEARS; lever->kind == IJK_LEVER_KIND_PATH && t < IJK_N_YEARS; t++)
    {
      IjkPathPoint *point = &value.points[value.n_points++];

      point->year = IJK_FIRST_YEAR + (int) t;
      if (id == IJK_LEVER_CCS_CAPACITY)
        point->value = base->nation_ccs_capacity_kt[t];
      else if (lever->series != IJK_NONE)
        point->value = reference->yearly[lever->series][variant][t];
      else
        point->value = lever->default_number;
    }
  return value;
}

/* Paths may differ by a rounding of their straight lines, which the order of candidates
 * survives. */
static void
test_defaults (void)
{
  g_autoptr (IjkReference) reference = fixture_load_reference ();
  g_autoptr (IjkWorkspace) workspace = ijk_workspace_new (reference);
  g_autoptr (IjkScenario) nothing = ijk_scenario_new (reference, NULL);
  g_autoptr (IjkResult) base = ijk_result_copy (ijk_run (reference, nothing, workspace));

  for (guint lever = 0; lever < IJK_N_TABLE_LEVERS; lever++)
    {
      const IjkLeverKey key = { (IjkLeverId) lever, IJK_SCOPE_NATIONAL, 0 };
      const IjkLeverValue value = make_default (reference, (IjkLeverId) lever, base);
      g_autoptr (GError) error = NULL;
      g_autoptr (IjkScenario) scenario = ijk_scenario_with_lever (nothing, &key, &value, &error);
      gsize n = 0;
      const double *expected = ijk_result_get_data (base, &n);
      const double *found = NULL;

      g_assert_no_error (error);
      found = ijk_result_get_data (ijk_run (reference, scenario, workspace), &n);
      for (gsize i = 0; i < n; i++)
        if (fabs (found[i] - expected[i]) > 1e-9 * MAX (1, fabs (expected[i])))
          g_error ("%s at its default changes a number from %.15g to %.15g", ijk_lever_ids[lever],
                   expected[i], found[i]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/lever-effect/every-lever-at-every-scope", test_every_lever);
  g_test_add_func ("/model/lever-effect/default-changes-nothing", test_defaults);
  return g_test_run ();
}
