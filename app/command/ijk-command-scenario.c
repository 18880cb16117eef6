/* `ijkpad scenario`: its options, and which verb does what.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-command-scenario.h"

#include "ijk-nearest.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Options that only some verbs take; all take --file. */
enum
{
  TAKES_FORMAT = 1 << 0,
  TAKES_DELETED = 1 << 1,
  TAKES_SET = 1 << 2,
  TAKES_UNSET = 1 << 3,
  TAKES_LABEL = 1 << 4,
  TAKES_KIND = 1 << 5,
  TAKES_UNDER = 1 << 6,
  TAKES_TEXTS = 1 << 7,
};

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
clear_options (IjkScenarioOptions *self)
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

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (IjkScenarioOptions, clear_options)

static const struct
{
  const char *name;
  IjkScenarioVerb run;
  int n_min, n_max; /* arguments */
  gboolean is_reading;
  guint takes; /* bits of the above */
} verbs[] = {
  { "list", ijk_scenario_verb_list, 0, 0, TRUE, TAKES_FORMAT | TAKES_DELETED },
  { "show", ijk_scenario_verb_show, 1, 1, TRUE, TAKES_FORMAT },
  { "new", ijk_scenario_verb_make, 1, 1, FALSE,
    TAKES_SET | TAKES_LABEL | TAKES_KIND | TAKES_UNDER | TAKES_TEXTS },
  { "set", ijk_scenario_verb_set, 1, G_MAXINT, FALSE, TAKES_SET | TAKES_UNSET | TAKES_LABEL },
  { "describe", ijk_scenario_verb_describe, 1, 1, FALSE, TAKES_TEXTS },
  { "move", ijk_scenario_verb_move, 1, 1, FALSE, TAKES_UNDER },
  { "duplicate", ijk_scenario_verb_duplicate, 2, 2, FALSE, 0 },
  { "rename", ijk_scenario_verb_rename, 2, 2, FALSE, 0 },
  { "delete", ijk_scenario_verb_delete, 1, 1, FALSE, 0 },
  { "diff", ijk_scenario_verb_diff, 2, 2, TRUE, TAKES_FORMAT },
  { "undo", ijk_scenario_verb_undo, 1, 1, FALSE, 0 },
  { "redo", ijk_scenario_verb_redo, 1, 1, FALSE, 0 },
  { "return", ijk_scenario_verb_return_to, 2, 2, FALSE, 0 },
};

/* An option that the verb @i would not heed. Returns: (nullable): its name */
static const char *
find_idle_option (const IjkScenarioOptions *options,
                  guint                     i)
{
  const struct
  {
    gboolean is_given;
    guint bit;
    const char *name;
  } all[] = {
    { options->format_text != NULL, TAKES_FORMAT, "--format" },
    { options->is_with_deleted, TAKES_DELETED, "--deleted" },
    { options->set != NULL, TAKES_SET, "--set" },
    { options->unset != NULL, TAKES_UNSET, "--unset" },
    { options->label != NULL, TAKES_LABEL, "--label" },
    { options->kind != NULL, TAKES_KIND, "--kind" },
    { options->parent != NULL, TAKES_UNDER, "--under" },
    { options->description != NULL, TAKES_TEXTS, "--description" },
    { options->note != NULL, TAKES_TEXTS, "--note" },
  };

  for (guint k = 0; k < G_N_ELEMENTS (all); k++)
    if (all[k].is_given && !(verbs[i].takes & all[k].bit))
      return all[k].name;
  return NULL;
}

static int
run_verb (const IjkScenarioOptions *options,
          int                       argc,
          char                    **argv)
{
  const char *names[G_N_ELEMENTS (verbs)];
  g_autoptr (IjkWorkbook) workbook = NULL;
  g_autofree char *near = NULL;
  const char *idle = NULL;

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
      idle = find_idle_option (options, i);
      if (idle != NULL)
        /* Translators: first %s: a verb, as in “set”; second: an option, as in --under. */
        return ijk_command_fail (IJK_EXIT_USAGE,
                                 _("“ijkpad scenario %s” does not take %s; “--help” explains"),
                                 argv[1], idle);
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
  g_auto (IjkScenarioOptions) options = { 0 };
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
