/* What the tests of figures share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "figure-fixture.h"

#include "ijk-reference-load.h"
#include "ijk-run.h"

IjkReference *
figure_fixture_load_reference (void)
{
  g_autoptr (GError) error = NULL;
  const char *directory = g_getenv ("IJKPAD_REFERENCE");
  IjkReference *reference = NULL;

  g_assert_nonnull (directory);
  reference = ijk_reference_load (directory, &error);
  g_assert_no_error (error);
  return reference;
}

IjkResult *
figure_fixture_run (const IjkReference *reference,
                    const char         *settings)
{
  g_auto (GStrv) parts = g_strsplit (settings, " ", -1);
  g_autoptr (IjkScenario) scenario = ijk_scenario_new (reference, NULL);
  g_autoptr (IjkWorkspace) workspace = ijk_workspace_new (reference);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      IjkScenario *next;

      if (*parts[i] == '\0')
        continue;
      next = ijk_scenario_with_setting (scenario, parts[i], &error);
      g_assert_no_error (error);
      ijk_scenario_unref (scenario);
      scenario = next;
    }
  return ijk_result_copy (ijk_run (reference, scenario, workspace));
}

IjkFigureInput
figure_fixture_law_input (const IjkResult *law)
{
  return (IjkFigureInput) {
    .result = law, .scenario_name = "Current law", .law_result = law, .is_law = TRUE,
    .year = 2030, .company = IJK_NONE, .sector = IJK_NONE,
  };
}

IjkFigureInput
figure_fixture_input (const IjkResult *result,
                      const IjkResult *law)
{
  return (IjkFigureInput) {
    .result = result, .scenario_name = "Picking up pace", .law_result = law,
    .year = 2030, .company = IJK_NONE, .sector = IJK_NONE,
  };
}
