/* `ijkpad scenario`: lists, shows, makes and changes the scenarios of a workbook.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-command-workbook.h"

#include "ijk-nearest.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* The options of all verbs; which of them one takes is in its row below. */
typedef struct
{
  char *file;
  char *format_text;
  char *kind;
  char *parent;
  char *description;
  char *note;
  char *label;
  char **set;
  char **unset;
  gboolean is_with_deleted;
  IjkFormat format;
} Options;

typedef int (*Verb) (IjkWorkbook   *workbook,
                     const Options *options,
                     char         **arguments);

static const char description[]
    = N_("Verbs:\n"
         "  list                    the scenarios; --deleted shows those that were deleted too\n"
         "  show NAME               one scenario with what it sets\n"
         "  new NAME                a scenario; --kind, --under, --set, --description, --note\n"
         "  set NAME SETTING…       set levers, as in “ijkpad run --set”; --unset takes one back\n"
         "  describe NAME           change --description or --note\n"
         "  move NAME --under NAME  hang it under another scenario; --under \"\" under none\n"
         "  duplicate NAME NEW      a copy, also of a shipped scenario\n"
         "  rename NAME NEW\n"
         "  delete NAME             “undo” brings it back\n"
         "  diff NAME NAME          the levers that two scenarios set differently\n"
         "  undo NAME, redo NAME    take back and repeat edits, one by one\n"
         "  return NAME REVISION    go to any edit that “ijkpad history” shows\n\n"
         "A shipped scenario can be named by its id too: current-law, act-2021, tightening-2023, "
         "no-levy,\nccs-ceiling, near-zero, steel-dri, ammonia-ccs.");

static void
clear_options (Options *self)
{
  g_free (self->file);
  g_free (self->format_text);
  g_free (self->kind);
  g_free (self->parent);
  g_free (self->description);
  g_free (self->note);
  g_free (self->label);
  g_strfreev (self->set);
  g_strfreev (self->unset);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

/* An exit code for a call that gives a number, or 0 with an error. */
static int
finish (gint64   number,
        GError **error)
{
  return number != 0 ? IJK_EXIT_DONE : ijk_command_fail_store (*error);
}

static const char *
find_name (GPtrArray *records,
           gint64     id)
{
  for (guint i = 0; i < records->len; i++)
    {
      const IjkScenarioRecord *record = g_ptr_array_index (records, i);

      if (record->id == id)
        return record->name;
    }
  return "";
}

static int
list (IjkWorkbook   *workbook,
      const Options *options,
      char         **arguments)
{
  static const char *const columns[]
      = { "id", "name", "kind", "under", "shipped", "changed", NULL };
  g_autoptr (IjkTextTable) table = ijk_text_table_new (columns);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records
      = ijk_workbook_list_scenarios (workbook, options->is_with_deleted, &error);

  (void) arguments;
  if (records == NULL)
    return ijk_command_fail_store (error);
  for (guint i = 0; i < records->len; i++)
    {
      const IjkScenarioRecord *record = g_ptr_array_index (records, i);
      g_autofree char *changed = ijk_command_format_time (record->changed_us);

      ijk_text_table_addf (table, "%" G_GINT64_FORMAT, record->id);
      ijk_text_table_add (table, record->name);
      ijk_text_table_add (table, ijk_scenario_kind_ids[record->kind]);
      ijk_text_table_add (table, find_name (records, record->parent_id));
      ijk_text_table_add_word (table, record->is_template ? N_("yes") : N_("no"));
      ijk_text_table_add (table, changed);
    }
  return ijk_command_write_table (table, options->format);
}

/* What stands above the settings in the readable form. */
static char *
describe_record (IjkWorkbook             *workbook,
                 const IjkScenarioRecord *record,
                 gint64                   revision_id)
{
  g_autoptr (IjkScenarioRecord) parent
      = record->parent_id != 0
            ? ijk_workbook_get_scenario (workbook, record->parent_id, NULL, NULL)
            : NULL;
  g_autofree char *changed = ijk_command_format_time (record->changed_us);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s\n", record->name);
  /* Translators: these four lines stand below each other, their second column aligned. */
  g_string_append_printf (text,
                          record->is_template ? _("  kind      %s, shipped with the program\n")
                                              : _("  kind      %s\n"),
                          ijk_scenario_kind_ids[record->kind]);
  if (parent != NULL)
    g_string_append_printf (text, _("  under     %s\n"), parent->name);
  g_string_append_printf (text, _("  changed   %s\n"), changed);
  g_string_append_printf (text, _("  revision  %" PRId64 "\n"), revision_id);
  if (*record->description != '\0')
    g_string_append_printf (text, "\n%s\n", record->description);
  if (*record->note != '\0')
    g_string_append_printf (text, _("\nNote: %s\n"), record->note);
  g_string_append_c (text, '\n');
  return g_string_free (text, FALSE);
}

static int
show (IjkWorkbook   *workbook,
      const Options *options,
      char         **arguments)
{
  static const char *const columns[] = { "setting", "value", "unit", NULL };
  const IjkReference *reference = ijk_workbook_get_reference (workbook);
  g_autoptr (IjkTextTable) table = ijk_text_table_new (columns);
  g_autoptr (IjkScenarioRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *head = NULL;
  const gint64 id = ijk_workbook_find_scenario (workbook, arguments[0], &error);
  gint64 revision_id = 0;

  record = id != 0 ? ijk_workbook_get_scenario (workbook, id, &revision_id, &error) : NULL;
  if (record == NULL)
    return ijk_command_fail_store (error);
  for (guint i = 0; i < record->settings->len; i++)
    {
      const IjkLeverSetting *setting = &g_array_index (record->settings, IjkLeverSetting, i);
      const IjkLever *lever = &reference->levers[setting->key.lever];
      g_autofree char *key = ijk_lever_key_to_string (reference, &setting->key);
      g_autofree char *value = ijk_lever_value_to_string (lever, &setting->value);

      ijk_text_table_add (table, key);
      ijk_text_table_add (table, value);
      ijk_text_table_add (table, lever->kind == IJK_LEVER_KIND_SWITCH ? "" : lever->unit);
    }
  if (options->format == IJK_FORMAT_TABLE)
    {
      head = describe_record (workbook, record, revision_id);
      if (ijk_command_write (head, strlen (head), NULL) != IJK_EXIT_DONE)
        return IJK_EXIT_FAILED;
    }
  return ijk_command_write_table (table, options->format);
}

/* Reads `KEY=VALUE`. FALSE after telling what is wrong. */
static gboolean
read_setting (const IjkReference *reference,
              const char         *text,
              IjkLeverSetting    *setting)
{
  g_autoptr (IjkScenario) none = ijk_scenario_new (reference, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (IjkScenario) one = ijk_scenario_with_setting (none, text, &error);
  guint n_settings = 0;

  if (one == NULL)
    {
      (void) ijk_command_fail (IJK_EXIT_USAGE, "%s: %s", text, error->message);
      return FALSE;
    }
  *setting = *ijk_scenario_get_settings (one, &n_settings);
  return TRUE;
}

/* Appends the changes of @settings and @unset. FALSE after telling what is wrong. */
static gboolean
read_changes (const IjkReference *reference,
              char              **settings,
              char              **unset,
              GArray             *changes)
{
  for (guint i = 0; settings != NULL && settings[i] != NULL; i++)
    {
      IjkLeverSetting setting;
      IjkLeverChange change = { .is_set = TRUE };

      if (!read_setting (reference, settings[i], &setting))
        return FALSE;
      change.key = setting.key;
      change.value = setting.value;
      g_array_append_val (changes, change);
    }
  for (guint i = 0; unset != NULL && unset[i] != NULL; i++)
    {
      IjkLeverChange change = { .is_set = FALSE };
      g_autoptr (GError) error = NULL;

      if (!ijk_lever_key_parse (reference, unset[i], &change.key, &error))
        {
          (void) ijk_command_fail (IJK_EXIT_USAGE, _("--unset %s: %s"), unset[i], error->message);
          return FALSE;
        }
      g_array_append_val (changes, change);
    }
  return TRUE;
}

/* A later setting of a lever replaces an earlier one. */
static gboolean
read_settings (const IjkReference *reference,
               char              **texts,
               GArray             *settings)
{
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    {
      IjkLeverSetting setting;

      if (!read_setting (reference, texts[i], &setting))
        return FALSE;
      g_array_append_val (settings, setting);
    }
  return TRUE;
}

static void
replace_text (char      **field,
              const char *text)
{
  if (text == NULL)
    return;
  g_free (*field);
  *field = g_strdup (text);
}

static int
make (IjkWorkbook   *workbook,
      const Options *options,
      char         **arguments)
{
  g_autoptr (IjkScenarioRecord) record = ijk_scenario_record_new ();
  g_autoptr (GError) error = NULL;

  replace_text (&record->name, arguments[0]);
  replace_text (&record->description, options->description);
  replace_text (&record->note, options->note);
  if (g_strcmp0 (options->kind, ijk_scenario_kind_ids[IJK_SCENARIO_COMPANY]) == 0)
    record->kind = IJK_SCENARIO_COMPANY;
  else if (options->kind != NULL
           && strcmp (options->kind, ijk_scenario_kind_ids[IJK_SCENARIO_SECTOR]) != 0)
    return ijk_command_fail (IJK_EXIT_USAGE, _("“%s” is not a kind; choose sector or company"),
                             options->kind);
  if (options->parent != NULL && *options->parent != '\0')
    {
      record->parent_id = ijk_workbook_find_scenario (workbook, options->parent, &error);
      if (record->parent_id == 0)
        return ijk_command_fail_store (error);
    }
  if (!read_settings (ijk_workbook_get_reference (workbook), options->set, record->settings))
    return IJK_EXIT_USAGE;
  return finish (ijk_workbook_create_scenario (workbook, record,
                                               options->label != NULL ? options->label : _("New"),
                                               &error),
                 &error);
}

/* "Set ets_scale, kappa": what an edit is called when it is given no label. */
static char *
make_label (IjkWorkbook  *workbook,
            const GArray *changes)
{
  g_autoptr (GString) keys = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      const IjkLeverChange *change = &g_array_index (changes, IjkLeverChange, i);
      g_autofree char *key
          = ijk_lever_key_to_string (ijk_workbook_get_reference (workbook), &change->key);

      if (g_utf8_strlen (keys->str, -1) + g_utf8_strlen (key, -1) > IJK_MAX_NAME_LENGTH - 20)
        {
          g_string_append (keys, "…");
          break;
        }
      g_string_append_printf (keys, "%s%s", i == 0 ? "" : ", ", key);
    }
  /* Translators: the label of an edit; %s: ids of levers with commas between them. At most twenty
   * characters longer than what stands for %s. */
  return g_strdup_printf (_("Set %s"), keys->str);
}

static int
set (IjkWorkbook   *workbook,
     const Options *options,
     char         **arguments)
{
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (IjkLeverChange));
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  const gint64 id = ijk_workbook_find_scenario (workbook, arguments[0], &error);

  if (id == 0)
    return ijk_command_fail_store (error);
  if (!read_changes (ijk_workbook_get_reference (workbook), arguments + 1, options->unset, changes)
      || !read_changes (ijk_workbook_get_reference (workbook), options->set, NULL, changes))
    return IJK_EXIT_USAGE;
  if (changes->len == 0)
    return ijk_command_fail (IJK_EXIT_USAGE, _("say what to set, as in ets_scale=1.2"));
  label = options->label != NULL ? g_strdup (options->label) : make_label (workbook, changes);
  return finish (ijk_workbook_commit (workbook, id, 0, label,
                                      (const IjkLeverChange *) changes->data, changes->len, &error),
                 &error);
}

static int
describe (IjkWorkbook   *workbook,
          const Options *options,
          char         **arguments)
{
  g_autoptr (GError) error = NULL;
  const gint64 id = ijk_workbook_find_scenario (workbook, arguments[0], &error);

  if (id == 0)
    return ijk_command_fail_store (error);
  return finish (ijk_workbook_describe_scenario (workbook, id, 0, options->description,
                                                 options->note, &error),
                 &error);
}

static int
move (IjkWorkbook   *workbook,
      const Options *options,
      char         **arguments)
{
  g_autoptr (GError) error = NULL;
  const gint64 id = ijk_workbook_find_scenario (workbook, arguments[0], &error);
  gint64 parent_id = 0;

  if (id == 0)
    return ijk_command_fail_store (error);
  if (options->parent == NULL)
    return ijk_command_fail (IJK_EXIT_USAGE, _("say under which scenario, with --under NAME"));
  if (*options->parent != '\0')
    {
      parent_id = ijk_workbook_find_scenario (workbook, options->parent, &error);
      if (parent_id == 0)
        return ijk_command_fail_store (error);
    }
  return finish (ijk_workbook_reparent_scenario (workbook, id, 0, parent_id, &error), &error);
}

static int
duplicate (IjkWorkbook   *workbook,
           const Options *options,
           char         **arguments)
{
  g_autoptr (GError) error = NULL;
  const gint64 id = ijk_workbook_find_scenario (workbook, arguments[0], &error);

  (void) options;
  if (id == 0)
    return ijk_command_fail_store (error);
  return finish (ijk_workbook_duplicate_scenario (workbook, id, arguments[1], &error), &error);
}

static int
rename_scenario (IjkWorkbook   *workbook,
                 const Options *options,
                 char         **arguments)
{
  g_autoptr (GError) error = NULL;
  const gint64 id = ijk_workbook_find_scenario (workbook, arguments[0], &error);

  (void) options;
  if (id == 0)
    return ijk_command_fail_store (error);
  return finish (ijk_workbook_rename_scenario (workbook, id, 0, arguments[1], &error), &error);
}

static int
delete (IjkWorkbook   *workbook,
        const Options *options,
        char         **arguments)
{
  g_autoptr (GError) error = NULL;
  const gint64 id = ijk_workbook_find_scenario (workbook, arguments[0], &error);

  (void) options;
  if (id == 0)
    return ijk_command_fail_store (error);
  return finish (ijk_workbook_delete_scenario (workbook, id, 0, &error), &error);
}

static int
diff (IjkWorkbook   *workbook,
      const Options *options,
      char         **arguments)
{
  static const char *const columns[] = { "setting", "a", "b", NULL };
  g_autoptr (IjkTextTable) table = ijk_text_table_new (columns);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) differences = NULL;
  const gint64 a = ijk_workbook_find_scenario (workbook, arguments[0], &error);
  const gint64 b = a != 0 ? ijk_workbook_find_scenario (workbook, arguments[1], &error) : 0;

  ijk_text_table_set_heading (table, 1, arguments[0]);
  ijk_text_table_set_heading (table, 2, arguments[1]);
  differences = b != 0 ? ijk_workbook_diff (workbook, a, b, &error) : NULL;
  if (differences == NULL)
    return ijk_command_fail_store (error);
  for (guint i = 0; i < differences->len; i++)
    {
      const IjkDifference *difference = g_ptr_array_index (differences, i);

      ijk_text_table_add (table, difference->key);
      ijk_text_table_add (table, difference->a);
      ijk_text_table_add (table, difference->b);
    }
  return ijk_command_write_table (table, options->format);
}

static int
undo (IjkWorkbook   *workbook,
      const Options *options,
      char         **arguments)
{
  g_autoptr (GError) error = NULL;
  gint64 id = ijk_workbook_find_scenario (workbook, arguments[0], NULL);

  (void) options;
  /* A name that is gone may be that of a deleted scenario. */
  if (id == 0)
    id = ijk_workbook_find_deleted (workbook, arguments[0], NULL);
  if (id == 0)
    (void) ijk_workbook_find_scenario (workbook, arguments[0], &error);
  return id == 0 ? ijk_command_fail_store (error)
                 : finish (ijk_workbook_undo (workbook, id, 0, &error), &error);
}

static int
redo (IjkWorkbook   *workbook,
      const Options *options,
      char         **arguments)
{
  g_autoptr (GError) error = NULL;
  const gint64 id = ijk_workbook_find_scenario (workbook, arguments[0], &error);

  (void) options;
  if (id == 0)
    return ijk_command_fail_store (error);
  return finish (ijk_workbook_redo (workbook, id, 0, &error), &error);
}

static int
return_to (IjkWorkbook   *workbook,
           const Options *options,
           char         **arguments)
{
  g_autoptr (GError) error = NULL;
  gint64 id = ijk_workbook_find_scenario (workbook, arguments[0], NULL);
  gint64 revision_id = 0;

  (void) options;
  if (id == 0)
    id = ijk_workbook_find_deleted (workbook, arguments[0], &error);
  if (id == 0)
    return ijk_command_fail_store (error);
  if (!g_ascii_string_to_signed (arguments[1], 10, 1, G_MAXINT64, &revision_id, NULL))
    return ijk_command_fail (
        IJK_EXIT_USAGE, _("“%s” is not the number of a revision; “ijkpad history” shows them"),
        arguments[1]);
  return finish (ijk_workbook_return_to (workbook, id, 0, revision_id, &error), &error);
}

static const struct
{
  const char *name;
  Verb run;
  int n_min, n_max; /* arguments */
  gboolean is_reading;
} verbs[] = {
  { "list", list, 0, 0, TRUE },
  { "show", show, 1, 1, TRUE },
  { "new", make, 1, 1, FALSE },
  { "set", set, 1, G_MAXINT, FALSE },
  { "describe", describe, 1, 1, FALSE },
  { "move", move, 1, 1, FALSE },
  { "duplicate", duplicate, 2, 2, FALSE },
  { "rename", rename_scenario, 2, 2, FALSE },
  { "delete", delete, 1, 1, FALSE },
  { "diff", diff, 2, 2, TRUE },
  { "undo", undo, 1, 1, FALSE },
  { "redo", redo, 1, 1, FALSE },
  { "return", return_to, 2, 2, FALSE },
};

static int
run_verb (const Options *options,
          int            argc,
          char         **argv)
{
  const char *names[G_N_ELEMENTS (verbs)];
  g_autoptr (IjkWorkbook) workbook = NULL;
  g_autofree char *near = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      names[i] = verbs[i].name;
      if (strcmp (verbs[i].name, argv[1]) != 0)
        continue;
      if (argc - 2 < verbs[i].n_min || argc - 2 > verbs[i].n_max)
        return ijk_command_fail (
            IJK_EXIT_USAGE,
            verbs[i].n_min == 0 ? _("“ijkpad scenario %s” needs no name; “--help” explains")
            : verbs[i].n_min == 1
                ? _("“ijkpad scenario %s” needs the name of one scenario; “--help” explains")
                : _("“ijkpad scenario %s” needs two arguments; “--help” explains"),
            argv[1]);
      workbook = ijk_command_open (options->file, verbs[i].is_reading ? IJK_WORKBOOK_READ_ONLY
                                                                     : IJK_WORKBOOK_DEFAULT);
      return workbook != NULL ? verbs[i].run (workbook, options, argv + 2) : IJK_EXIT_FAILED;
    }
  near = ijk_nearest_names (argv[1], names, G_N_ELEMENTS (names));
  if (*near != '\0')
    return ijk_command_fail (IJK_EXIT_USAGE,
                             _("there is no verb “%s”, did you mean %s; “--help” lists them"),
                             argv[1], near);
  return ijk_command_fail (IJK_EXIT_USAGE, _("there is no verb “%s”; “--help” lists them"),
                           argv[1]);
}

int
ijk_command_scenario (int    argc,
                      char **argv)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "file", 0, 0, G_OPTION_ARG_FILENAME, &options.file,
      N_("Workbook; without it the one in your data folder"), N_("FILE") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &options.format_text,
      N_("table (default), csv or json"), N_("FORMAT") },
    { "set", 's', 0, G_OPTION_ARG_STRING_ARRAY, &options.set, N_("Set a lever; may be repeated"),
      N_("LEVER[@SCOPE]=VALUE") },
    { "unset", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.unset,
      N_("Take a lever back; may be repeated"), N_("LEVER[@SCOPE]") },
    { "label", 0, 0, G_OPTION_ARG_STRING, &options.label,
      N_("What the edit is called in the history"), N_("TEXT") },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &options.kind, N_("sector (default) or company"),
      N_("KIND") },
    { "under", 0, 0, G_OPTION_ARG_STRING, &options.parent, N_("The scenario it follows"),
      N_("NAME") },
    { "description", 0, 0, G_OPTION_ARG_STRING, &options.description, N_("What it is"),
      N_("TEXT") },
    { "note", 0, 0, G_OPTION_ARG_STRING, &options.note, N_("Note of the author"), N_("TEXT") },
    { "deleted", 0, 0, G_OPTION_ARG_NONE, &options.is_with_deleted, N_("List deleted ones too"),
      NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context
      = g_option_context_new (_("VERB [NAME…] — the scenarios of a workbook"));

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_description (context, _ (description));
  if (!ijk_command_parse (context, &argc, &argv)
      || !ijk_command_read_format (options.format_text, (1u << IJK_N_FORMATS) - 1,
                                   &options.format))
    return IJK_EXIT_USAGE;
  if (argc < 2)
    return ijk_command_fail (IJK_EXIT_USAGE, _("say what to do, as in “ijkpad scenario list”; "
                                               "“--help” lists the verbs"));
  return run_verb (&options, argc, argv);
}
