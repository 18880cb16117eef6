/* `ijkpad run`: works out a scenario and writes the result.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-command.h"

#include "ijk-result-write.h"
#include "ijk-run.h"
#include "ijk-summary.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char description[] = N_ (
    "A setting is LEVER=VALUE, LEVER@sector:ID=VALUE or LEVER@company:NAME=VALUE:\n"
    "  ets_scale=1.2                          a number\n"
    "  ets_price=2030:120,2050:200            a path: straight lines between points, from the\n"
    "                                         first point on\n"
    "  ccs_share@sector:refining=at_most:0.5  a share: free, at_most:PATH or exactly:PATH\n"
    "  levy_regime=act_2021                   a choice\n"
    "  project.tata-dri=0                     a project on (1) or off (0)\n"
    "  project_start.tata-dri=2034            its first year; 2051 = never\n"
    "“ijkpad list levers” names all levers with their ranges and sources.\n\n"
    "CSV is the long table entity,id,indicator,year,value,unit with full precision.");

/* The scenario of that name of a workbook, or one that sets nothing where neither is named.
 * Returns: (transfer full) (nullable): NULL after telling what is wrong, with @exit_code set */
static IjkScenario *
load_start (const char *file,
            const char *name,
            const char *directory,
            int        *exit_code)
{
  g_autoptr (IjkReference) reference = NULL;

  *exit_code = IJK_EXIT_FAILED;
  if (file == NULL && name == NULL)
    {
      reference = ijk_command_load (directory);
      return reference != NULL ? ijk_scenario_new (reference, NULL) : NULL;
    }
  if (directory != NULL)
    {
      *exit_code
          = ijk_command_fail (IJK_EXIT_USAGE, _("a workbook has its own reference data; leave "
                                                "out --reference"));
      return NULL;
    }
  return ijk_command_load_scenario (file, name, NULL, exit_code);
}

/* Returns: (transfer full): the result in that format */
static char *
write_result (const IjkResult *result,
              IjkFormat        format,
              gsize           *length)
{
  char *text = NULL;

  switch (format)
    {
    case IJK_FORMAT_TABLE:
      text = ijk_summary_write (result);
      *length = strlen (text);
      return text;
    case IJK_FORMAT_CSV:
      return ijk_result_to_csv (result, length);
    case IJK_FORMAT_JSON:
      return ijk_result_to_json (result, length);
    case IJK_N_FORMATS:
      break;
    }
  g_assert_not_reached ();
}

int
ijk_command_run (int    argc,
                 char **argv)
{
  g_auto (GStrv) settings = NULL;
  g_autofree char *format_text = NULL;
  g_autofree char *output = NULL;
  g_autofree char *directory = NULL;
  g_autofree char *file = NULL;
  g_autofree char *name = NULL;
  const GOptionEntry entries[] = {
    { "set", 's', 0, G_OPTION_ARG_STRING_ARRAY, &settings, N_("Set a lever; may be repeated"),
      N_("LEVER[@SCOPE]=VALUE") },
    { "file", 0, 0, G_OPTION_ARG_FILENAME, &file,
      N_("Workbook with the scenario; without it the one in your data folder"), N_("FILE") },
    { "scenario", 0, 0, G_OPTION_ARG_STRING, &name,
      N_("Scenario of a workbook, on which --set builds"), N_("NAME") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format_text, N_("table (default), csv or json"),
      N_("FORMAT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("Write to a file; - is standard output"), N_("FILE") },
    { "reference", 0, 0, G_OPTION_ARG_FILENAME, &directory, N_("Folder with the reference tables"),
      N_("DIR") },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (_("— work out a scenario to 2050"));
  g_autoptr (IjkScenario) start = NULL;
  g_autoptr (IjkScenario) scenario = NULL;
  g_autoptr (IjkWorkspace) workspace = NULL;
  g_autofree char *text = NULL;
  const IjkReference *reference = NULL;
  IjkFormat format = IJK_FORMAT_TABLE;
  int exit_code = IJK_EXIT_DONE;
  gsize length = 0;

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_description (context, _ (description));
  if (!ijk_command_parse (context, &argc, &argv)
      || !ijk_command_read_format (format_text, (1u << IJK_N_FORMATS) - 1, &format))
    return IJK_EXIT_USAGE;
  if (argc > 1)
    return ijk_command_fail (IJK_EXIT_USAGE, _("“%s” is not an option; a lever is set with --set"),
                             argv[1]);
  start = load_start (file, name, directory, &exit_code);
  if (start == NULL)
    return exit_code;
  scenario = ijk_command_set_levers (start, settings);
  if (scenario == NULL)
    return IJK_EXIT_USAGE;
  reference = ijk_scenario_get_reference (scenario);
  workspace = ijk_workspace_new (reference);
  text = write_result (ijk_run (reference, scenario, workspace), format, &length);
  return ijk_command_write (text, length, output);
}
