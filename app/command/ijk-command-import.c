/* `ijkpad import`: reads installations (CSV) or scenarios (JSON) of one's own, says what they would
 * change, and takes them into a workbook.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-command.h"

#include "ijk-import.h"
#include "ijk-scenario-json.h"
#include "ijk-text-table.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

/* The year of the agreement's targets. */
#define EFFECT_YEAR 2030

static const char description[]
    = N_("A file that ends in .csv holds installations, one that ends in .json scenarios.\n"
         "With --preview nothing is changed, and the changes are listed. An installation\n"
         "that is there already is refused unless --replace is given.");

typedef struct
{
  gboolean is_preview;
  gboolean is_replacing;
  char *source;
  char *file;
  char *format;
  char *output;
  char *directory;
} Options;

static void
clear_options (Options *self)
{
  g_free (self->source);
  g_free (self->file);
  g_free (self->format);
  g_free (self->output);
  g_free (self->directory);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static void
add_row (IjkTextTable *table,
         const char   *change,
         const char   *id,
         const char   *field,
         const char   *before,
         const char   *after)
{
  ijk_text_table_add_word (table, change);
  ijk_text_table_add (table, id);
  ijk_text_table_add (table, field);
  ijk_text_table_add (table, before);
  ijk_text_table_add (table, after);
}

static void
add_effect (IjkTextTable *table,
            const char *id,
            const char *field,
            const char *shown,
            const double *sides)
{
  char before[G_ASCII_DTOSTR_BUF_SIZE];
  char after[G_ASCII_DTOSTR_BUF_SIZE];

  ijk_text_table_add_word (table, N_("effect"));
  ijk_text_table_add (table, id);
  ijk_text_table_add_shown (table, field, shown);
  ijk_text_table_add (table, g_ascii_formatd (before, sizeof before, "%.10g", sides[0]));
  ijk_text_table_add (table, g_ascii_formatd (after, sizeof after, "%.10g", sides[1]));
}

static IjkTextTable *
list_changes (const IjkImport       *import,
              const IjkImportEffect *effect)
{
  static const char *const columns[] = { "change", "id", "field", "before", "after", NULL };
  IjkTextTable *table = ijk_text_table_new (columns);
  g_autofree char *emissions = g_strdup_printf ("emissions %d (kt)", effect->year);
  g_autofree char *emissions_shown = g_strdup_printf (_("emissions %d (kt)"), effect->year);
  g_autofree char *levy = g_strdup_printf ("net levy %d (MEUR)", effect->year);
  g_autofree char *levy_shown = g_strdup_printf (_("net levy %d (€ million)"), effect->year);

  for (guint i = 0; i < import->units->len; i++)
    {
      const IjkImportUnit *unit = &g_array_index (import->units, IjkImportUnit, i);
      const char *id = import->reference->units[unit->unit].id;

      for (guint k = 0; k < unit->fields->len; k++)
        {
          const IjkImportField *field = &g_array_index (unit->fields, IjkImportField, k);

          add_row (table, unit->is_new ? N_("added") : N_("replaced"), id, field->column,
                   field->before, field->after);
        }
      if (unit->fields->len == 0)
        add_row (table, N_("unchanged"), id, NULL, NULL, NULL);
    }
  for (guint i = 0; i < import->new_companies->len; i++)
    add_row (table, N_("new company"), g_ptr_array_index (import->new_companies, i), NULL, NULL,
             NULL);
  for (guint i = 0; i < import->gone_companies->len; i++)
    add_row (table, N_("company gone"), g_ptr_array_index (import->gone_companies, i), NULL, NULL,
             NULL);
  add_effect (table, "industry", emissions, emissions_shown, effect->industry_kt);
  add_effect (table, "all", emissions, emissions_shown, effect->all_kt);
  add_effect (table, "all", levy, levy_shown, effect->levy_meur);
  return table;
}

static int
write_table (const IjkTextTable *table,
             const Options      *options)
{
  g_autofree char *text = NULL;
  IjkFormat format = IJK_FORMAT_TABLE;

  if (!ijk_command_read_format (options->format, (1u << IJK_N_FORMATS) - 1, &format))
    return IJK_EXIT_USAGE;
  text = ijk_text_table_write (table, format);
  return ijk_command_write (text, strlen (text), options->output);
}

static int
import_units (const IjkReference *reference,
              const char         *path,
              const char         *text,
              gsize               length,
              const Options      *options)
{
  const IjkImportOptions how = { options->is_replacing, options->source };
  g_autoptr (GError) error = NULL;
  g_autoptr (IjkImport) import
      = ijk_import_read (reference, path, text, (gssize) length, &how, &error);
  g_autoptr (IjkTextTable) table = NULL;
  IjkImportEffect effect;

  if (import == NULL || !ijk_import_effect (import, NULL, EFFECT_YEAR, &effect, &error))
    return ijk_command_fail (IJK_EXIT_FAILED, "%s", error->message);
  if (!options->is_preview)
    return ijk_command_save_data (options->file, import->reference);
  table = list_changes (import, &effect);
  fprintf (stderr, _("ijkpad: %u added, %u replaced, %u unchanged; nothing has been saved\n"),
           import->n_added, import->n_replaced, import->n_unchanged);
  return write_table (table, options);
}

static const char *
find_name (const GPtrArray *records,
           gint64           id)
{
  for (guint i = 0; i < records->len; i++)
    if (((IjkScenarioRecord *) g_ptr_array_index (records, i))->id == id)
      return ((IjkScenarioRecord *) g_ptr_array_index (records, i))->name;
  return NULL;
}

static IjkTextTable *
list_scenarios (const IjkReference *reference,
                const GPtrArray    *records)
{
  static const char *const columns[] = { "scenario", "kind", "parent", "lever", "value", NULL };
  IjkTextTable *table = ijk_text_table_new (columns);

  for (guint i = 0; i < records->len; i++)
    {
      const IjkScenarioRecord *record = g_ptr_array_index (records, i);
      const char *kind = ijk_scenario_kind_ids[record->kind];
      const char *parent = find_name (records, record->parent_id);

      if (record->settings->len == 0)
        add_row (table, record->name, kind, parent, NULL, NULL);
      for (guint k = 0; k < record->settings->len; k++)
        {
          const IjkLeverSetting *setting = &g_array_index (record->settings, IjkLeverSetting, k);
          g_autofree char *key = ijk_lever_key_to_string (reference, &setting->key);
          g_autofree char *value = ijk_lever_value_to_string (
              &reference->levers[setting->key.lever], &setting->value);

          add_row (table, record->name, kind, parent, key, value);
        }
    }
  return table;
}

static int
import_scenarios (const IjkReference *reference,
                  const char         *path,
                  const char         *text,
                  gsize               length,
                  const Options      *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records
      = ijk_scenario_json_read (reference, path, text, (gssize) length, &error);
  g_autoptr (IjkTextTable) table = NULL;

  if (records == NULL)
    return ijk_command_fail (IJK_EXIT_FAILED, "%s", error->message);
  if (!options->is_preview)
    return ijk_command_save_scenarios (options->file, records);
  table = list_scenarios (reference, records);
  fprintf (stderr, _("ijkpad: scenarios read: %u; nothing has been saved\n"), records->len);
  return write_table (table, options);
}

/* Whether the options go together. */
static gboolean
check_options (const Options *options,
               gboolean       is_json)
{
  const char *problem = NULL;
  IjkFormat format = IJK_FORMAT_TABLE;

  if (!options->is_preview && options->file == NULL)
    problem = _("say --preview to see what would change, or --file with the workbook that is to "
                "take it over");
  else if (options->file != NULL && options->directory != NULL)
    problem = _("--reference is for a preview without --file; a workbook has its own data");
  else if (is_json && (options->is_replacing || options->source != NULL))
    problem = _("--replace and --source are for installations; a .json file holds scenarios");
  else if (!options->is_preview && (options->format != NULL || options->output != NULL))
    problem = _("--format and --output are for what --preview lists");
  if (problem != NULL)
    ijk_command_fail (IJK_EXIT_USAGE, "%s", problem);
  return problem == NULL
         && ijk_command_read_format (options->format, (1u << IJK_N_FORMATS) - 1, &format);
}

int
ijk_command_import (int    argc,
                    char **argv)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "preview", 'p', 0, G_OPTION_ARG_NONE, &options.is_preview,
      N_("List what would change, and change nothing"), NULL },
    { "file", 0, 0, G_OPTION_ARG_FILENAME, &options.file, N_("Workbook to take it into"),
      N_("WORKBOOK") },
    { "replace", 0, 0, G_OPTION_ARG_NONE, &options.is_replacing,
      N_("Let rows replace installations of the same id"), NULL },
    { "source", 0, 0, G_OPTION_ARG_STRING, &options.source, N_("Citation of rows that have none"),
      N_("TEXT") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &options.format,
      N_("Of the preview: table (default), csv or json"), N_("FORMAT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output, N_("Write the preview to a file"),
      N_("FILE") },
    { "reference", 0, 0, G_OPTION_ARG_FILENAME, &options.directory,
      N_("Folder with the reference tables"), N_("DIR") },
    { NULL },
  };
  g_autoptr (GOptionContext) context
      = g_option_context_new (_("FILE — read installations or scenarios of one's own"));
  g_autoptr (IjkReference) reference = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gboolean is_json = FALSE;
  gsize length = 0;

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_description (context, _ (description));
  if (!ijk_command_parse (context, &argc, &argv))
    return IJK_EXIT_USAGE;
  if (argc != 2)
    return ijk_command_fail (IJK_EXIT_USAGE,
                             _("import needs one file, a .csv of installations or a "
                               ".json of scenarios"));
  is_json = g_str_has_suffix (argv[1], ".json");
  if (!is_json && !g_str_has_suffix (argv[1], ".csv"))
    return ijk_command_fail (IJK_EXIT_USAGE,
                             _("the name of “%s” does not end in .csv (installations) or .json "
                               "(scenarios)"),
                             argv[1]);
  if (!check_options (&options, is_json))
    return IJK_EXIT_USAGE;

  text = ijk_command_read_file (argv[1], &length, &error);
  if (text == NULL)
    return ijk_command_fail (IJK_EXIT_FAILED, _("“%s” cannot be read: %s"), argv[1],
                             error->message);
  reference = options.file != NULL ? ijk_command_load_data (options.file)
                                   : ijk_command_load (options.directory);
  if (reference == NULL)
    return IJK_EXIT_FAILED;
  return is_json ? import_scenarios (reference, argv[1], text, length, &options)
                 : import_units (reference, argv[1], text, length, &options);
}
