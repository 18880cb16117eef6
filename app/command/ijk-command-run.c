/* `ijkpad run`: works out a scenario and writes the result.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-command.h"

#include "ijk-result-write.h"
#include "ijk-run.h"
#include "ijk-summary.h"

#include <string.h>

static const char description[]
    = "A setting is LEVER=VALUE, LEVER@sector:ID=VALUE or LEVER@company:NAME=VALUE:\n"
      "  ets_scale=1.2                          a number\n"
      "  ets_price=2030:120,2050:200            a path: straight lines between points, from the\n"
      "                                         first point on\n"
      "  ccs_share@sector:refining=at_most:0.5  a share: free, at_most:PATH or exactly:PATH\n"
      "  levy_regime=act_2021                   a choice\n"
      "  project.tata-dri=0                     a project on (1) or off (0)\n"
      "  project_start.tata-dri=2034            its first year; 2051 = never\n"
      "“ijkpad list levers” names all levers with their ranges and sources.\n\n"
      "CSV is the long table entity,id,indicator,year,value,unit with full precision.";

int
ijk_command_run (int    argc,
                 char **argv)
{
  g_auto (GStrv) settings = NULL;
  g_autofree char *format_text = NULL;
  g_autofree char *output = NULL;
  g_autofree char *directory = NULL;
  const GOptionEntry entries[] = {
    { "set", 's', 0, G_OPTION_ARG_STRING_ARRAY, &settings, "Set a lever; may be repeated",
      "LEVER[@SCOPE]=VALUE" },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format_text, "table (default), csv or json",
      "FORMAT" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, "Write to a file", "FILE" },
    { "reference", 0, 0, G_OPTION_ARG_FILENAME, &directory, "Folder with the reference tables",
      "DIR" },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("— work out a scenario to 2050");
  g_autoptr (IjkReference) reference = NULL;
  g_autoptr (IjkScenario) scenario = NULL;
  g_autoptr (IjkWorkspace) workspace = NULL;
  g_autofree char *text = NULL;
  const IjkResult *result = NULL;
  IjkFormat format = IJK_FORMAT_TABLE;
  gsize length = 0;

  g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_set_description (context, description);
  if (!ijk_command_parse (context, &argc, &argv)
      || !ijk_command_read_format (format_text, (1u << IJK_N_FORMATS) - 1, &format))
    return IJK_EXIT_USAGE;
  if (argc > 1)
    return ijk_command_fail (IJK_EXIT_USAGE, "“%s” is not an option; a lever is set with --set",
                             argv[1]);
  reference = ijk_command_load (directory);
  if (reference == NULL)
    return IJK_EXIT_FAILED;

  scenario = ijk_scenario_new (reference, NULL);
  for (guint i = 0; settings != NULL && settings[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      IjkScenario *next = ijk_scenario_with_setting (scenario, settings[i], &error);

      if (next == NULL)
        return ijk_command_fail (IJK_EXIT_USAGE, "--set %s: %s", settings[i], error->message);
      ijk_scenario_unref (scenario);
      scenario = next;
    }
  workspace = ijk_workspace_new (reference);
  result = ijk_run (reference, scenario, workspace);

  switch (format)
    {
    case IJK_FORMAT_TABLE:
      text = ijk_summary_write (result);
      length = strlen (text);
      break;
    case IJK_FORMAT_CSV:
      text = ijk_result_to_csv (result, &length);
      break;
    case IJK_FORMAT_JSON:
      text = ijk_result_to_json (result, &length);
      break;
    case IJK_N_FORMATS:
      g_assert_not_reached ();
    }
  return ijk_command_write (text, length, output);
}
