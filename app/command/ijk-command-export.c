/* `ijkpad export`: saves the result of a scenario, or the scenario itself, in a form that other
 * programs read.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-command.h"

#include "ijk-language.h"
#include "ijk-nearest.h"
#include "ijk-result-write.h"
#include "ijk-result-xlsx.h"
#include "ijk-run.h"
#include "ijk-scenario-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

static const char description[] = N_ (
    "The scenario is the reference with the levers of --set, or one of a workbook.\n\n"
    "Formats:\n"
    "  csv            the long table entity,id,indicator,year,value,unit with full precision\n"
    "  json           the same numbers, a row of years an indicator\n"
    "  xlsx           a spreadsheet with levers, sources and method\n"
    "  scenario-json  the scenario and those above it, to be read by “ijkpad import”\n\n"
    "Without --format the name of the output says which; without either it is csv.");

typedef enum
{
  EXPORT_CSV,
  EXPORT_JSON,
  EXPORT_XLSX,
  EXPORT_SCENARIO,
  N_EXPORTS,
} Export;

static const char *const export_names[N_EXPORTS] = { "csv", "json", "xlsx", "scenario-json" };

typedef struct
{
  char **settings;
  char *format;
  char *output;
  char *file;
  char *scenario;
  char *name;
  char *directory;
} Options;

static void
clear_options (Options *self)
{
  g_strfreev (self->settings);
  g_free (self->format);
  g_free (self->output);
  g_free (self->file);
  g_free (self->scenario);
  g_free (self->name);
  g_free (self->directory);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

/* The format that is named, else the one that the output is called after. */
static gboolean
read_export (const Options *options,
             Export        *export)
{
  const char *dot = options->output != NULL ? strrchr (options->output, '.') : NULL;
  g_autofree char *near = NULL;
  gsize found = 0;

  if (options->format == NULL && dot == NULL)
    {
      *export = EXPORT_CSV;
      return TRUE;
    }
  while (found < N_EXPORTS
         && strcmp (export_names[found], options->format != NULL ? options->format : dot + 1) != 0)
    found++;
  if (found < N_EXPORTS)
    {
      *export = (Export) found;
      return TRUE;
    }
  if (options->format == NULL)
    {
      ijk_command_fail (IJK_EXIT_USAGE,
                        _("the name of “%s” tells no format; give one with --format: csv, json, "
                          "xlsx or scenario-json"),
                        options->output);
      return FALSE;
    }
  near = ijk_nearest_names (options->format, export_names, N_EXPORTS);
  if (*near != '\0')
    ijk_command_fail (IJK_EXIT_USAGE,
                      _("“%s” is not a format, did you mean %s; choose one of csv, json, xlsx, "
                        "scenario-json"),
                      options->format, near);
  else
    ijk_command_fail (IJK_EXIT_USAGE,
                      _("“%s” is not a format; choose one of csv, json, xlsx, scenario-json"),
                      options->format);
  return FALSE;
}

/* Whether the options go together. */
static gboolean
check_options (const Options *options,
               Export         export)
{
  const char *problem = NULL;

  if ((options->file != NULL) != (options->scenario != NULL))
    problem
        = _("--file and --scenario belong together: a workbook and the name of a scenario in it");
  else if (options->file != NULL && options->settings != NULL)
    problem = _("--set changes the reference; a scenario of a workbook is exported as it is");
  else if (options->file != NULL && options->name != NULL)
    problem = _("--name is for the levers of --set; a scenario of a workbook has a name");
  else if (options->file != NULL && options->directory != NULL)
    problem = _("--reference is for the levers of --set; a workbook has its own data");
  else if (export == EXPORT_XLSX && (options->output == NULL || strcmp (options->output, "-") == 0)
           && isatty (STDOUT_FILENO))
    problem = _("a spreadsheet is not text for a terminal; name a file with --output");
  if (problem != NULL)
    ijk_command_fail (IJK_EXIT_USAGE, "%s", problem);
  return problem == NULL && ijk_command_check_name (options->name);
}

/* A record of the settings of companies, or of the others; %NULL when there are none. */
static IjkScenarioRecord *
pick_settings (const IjkScenario *scenario,
               const char        *name,
               IjkScenarioKind    kind)
{
  g_autoptr (IjkScenarioRecord) record = ijk_scenario_record_new ();
  guint n_settings = 0;
  const IjkLeverSetting *settings = ijk_scenario_get_settings (scenario, &n_settings);

  for (guint i = 0; i < n_settings; i++)
    if ((settings[i].key.scope == IJK_SCOPE_COMPANY) == (kind == IJK_SCENARIO_COMPANY))
      g_array_append_val (record->settings, settings[i]);
  if (kind == IJK_SCENARIO_COMPANY && record->settings->len == 0)
    return NULL;
  g_free (record->name);
  record->name = kind == IJK_SCENARIO_COMPANY ? g_strdup_printf (_("%s: companies"), name)
                                              : g_strdup (name);
  record->kind = kind;
  record->id = 1 + (gint64) kind;
  record->parent_id = kind == IJK_SCENARIO_COMPANY ? 1 : 0;
  return g_steal_pointer (&record);
}

/* The levers of `--set` as scenarios: levers of companies hang under the rest. */
static GPtrArray *
make_records (const IjkScenario *scenario,
              const char        *name)
{
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) ijk_scenario_record_free);
  IjkScenarioRecord *companies = pick_settings (scenario, name, IJK_SCENARIO_COMPANY);

  g_ptr_array_add (records, pick_settings (scenario, name, IJK_SCENARIO_SECTOR));
  if (companies != NULL)
    g_ptr_array_add (records, companies);
  return records;
}

static char *
write_xlsx (const IjkResult *result,
            const Options   *options,
            const GPtrArray *records,
            gsize           *length,
            GError         **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  const IjkScenarioRecord *first = records != NULL ? g_ptr_array_index (records, 0) : NULL;
  IjkResultXlsxInfo info = { .program = "ijkpad " IJKPAD_VERSION,
                             .is_dutch = g_str_equal (ijk_language_get (), "nl") };

  for (guint i = 0; records != NULL && i < records->len; i++)
    g_ptr_array_add (names, ((IjkScenarioRecord *) g_ptr_array_index (records, i))->name);
  if (records == NULL && options->name != NULL)
    g_ptr_array_add (names, options->name);
  g_ptr_array_add (names, NULL);
  info.names = (const char *const *) names->pdata;
  info.description = first != NULL ? first->description : NULL;
  info.note = first != NULL ? first->note : NULL;
  return ijk_result_to_xlsx (result, &info, length, error);
}

/* @records: (nullable): of a workbook */
static int
write_export (const IjkScenario *scenario,
              const Options     *options,
              GPtrArray         *records,
              Export             export)
{
  const IjkReference *reference = ijk_scenario_get_reference (scenario);
  g_autoptr (IjkWorkspace) workspace = ijk_workspace_new (reference);
  g_autoptr (GPtrArray) made = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gsize length = 0;

  switch (export)
    {
    case EXPORT_CSV:
      text = ijk_result_to_csv (ijk_run (reference, scenario, workspace), &length);
      break;
    case EXPORT_JSON:
      text = ijk_result_to_json (ijk_run (reference, scenario, workspace), &length);
      break;
    case EXPORT_XLSX:
      text = write_xlsx (ijk_run (reference, scenario, workspace), options, records, &length,
                         &error);
      break;
    case EXPORT_SCENARIO:
      if (records == NULL)
        records = made
            = make_records (scenario, options->name != NULL ? options->name : _("Scenario"));
      text = ijk_scenario_json_write (reference, records, &length, &error);
      break;
    case N_EXPORTS:
      g_assert_not_reached ();
    }
  if (text == NULL)
    return ijk_command_fail (IJK_EXIT_FAILED, "%s", error->message);
  return ijk_command_write (text, length, options->output);
}

int
ijk_command_export (int    argc,
                    char **argv)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "set", 's', 0, G_OPTION_ARG_STRING_ARRAY, &options.settings,
      N_("Set a lever; may be repeated"), N_("LEVER[@SCOPE]=VALUE") },
    { "file", 0, 0, G_OPTION_ARG_FILENAME, &options.file, N_("Workbook with the scenario"),
      N_("FILE") },
    { "scenario", 0, 0, G_OPTION_ARG_STRING, &options.scenario, N_("Scenario of the workbook"),
      N_("NAME") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &options.format,
      N_("csv, json, xlsx or scenario-json"), N_("FORMAT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_("Write to a file; - is standard output"), N_("FILE") },
    { "name", 0, 0, G_OPTION_ARG_STRING, &options.name, N_("What to call the levers of --set"),
      N_("TEXT") },
    { "reference", 0, 0, G_OPTION_ARG_FILENAME, &options.directory,
      N_("Folder with the reference tables"), N_("DIR") },
    { NULL },
  };
  g_autoptr (GOptionContext) context
      = g_option_context_new (_("— save results or a scenario for other programs"));
  g_autoptr (IjkReference) reference = NULL;
  g_autoptr (IjkScenario) nothing_set = NULL;
  g_autoptr (IjkScenario) scenario = NULL;
  g_autoptr (GPtrArray) records = NULL;
  Export export = EXPORT_CSV;
  int exit_code = IJK_EXIT_DONE;

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_description (context, _ (description));
  if (!ijk_command_parse (context, &argc, &argv))
    return IJK_EXIT_USAGE;
  if (argc > 1)
    return ijk_command_fail (IJK_EXIT_USAGE,
                             _("“%s” is not an option; the file to write is named "
                               "with --output"),
                             argv[1]);
  if (!read_export (&options, &export) || !check_options (&options, export))
    return IJK_EXIT_USAGE;

  if (options.file != NULL)
    {
      scenario
          = ijk_command_load_scenario (options.file, options.scenario, &records, &exit_code);
      return scenario != NULL ? write_export (scenario, &options, records, export) : exit_code;
    }
  reference = ijk_command_load (options.directory);
  if (reference == NULL)
    return IJK_EXIT_FAILED;
  nothing_set = ijk_scenario_new (reference, NULL);
  scenario = ijk_command_set_levers (nothing_set, options.settings);
  return scenario != NULL ? write_export (scenario, &options, NULL, export) : IJK_EXIT_USAGE;
}
