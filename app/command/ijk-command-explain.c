/* `ijkpad explain`: why a number is what it is, as text that can be cited.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-command.h"

#include "ijk-explanation.h"
#include "ijk-figure-subject.h"
#include "ijk-nearest.h"

/* Not gi18n-lib.h: see ijk-figure-private.h. */
#include <glib/gi18n.h>
#include <string.h>

#define DEFAULT_YEAR 2030
#define DEFAULT_DEPTH 1
#define MAX_DEPTH 12

static const char description[] = N_(
    "INDICATOR is a name from the column “indicator” of “ijkpad run --format csv”, such as\n"
    "emissions, levy, rights, rate_ets, state_cost or sde_paid.\n\n"
    "Without an option that says of whom, the number is national: of industry for emissions and\n"
    "what changes them, of all levied installations for the levy and its rights. --sector and\n"
    "--measure together name a measure in a sector.\n\n"
    "  ijkpad explain levy --year 2030 --company Shell --set levy_rate=2030:150\n"
    "  ijkpad explain emissions --unit yara-sluiskil --depth 2\n"
    "  ijkpad explain need --sector refining --measure ccs_h2 --lang nl");

/* As typed; NULL where not given. */
typedef struct
{
  char **settings;
  char *file, *scenario, *directory, *output;
  char *year, *depth;
  char *company, *sector, *unit, *measure, *cluster, *scope;
} Options;

static void
clear_options (Options *self)
{
  g_strfreev (self->settings);
  g_free (self->file);
  g_free (self->scenario);
  g_free (self->directory);
  g_free (self->output);
  g_free (self->year);
  g_free (self->depth);
  g_free (self->company);
  g_free (self->sector);
  g_free (self->unit);
  g_free (self->measure);
  g_free (self->cluster);
  g_free (self->scope);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

/* Of whom. */
typedef struct
{
  IjkItems items;
  guint item;
} Subject;

/* Reads a whole number in a range; one that is not given leaves @number. */
static gboolean
read_whole (const char *option,
            const char *typed,
            guint       min,
            guint       max,
            guint      *number)
{
  guint64 value = 0;

  if (typed == NULL)
    return TRUE;
  if (!g_ascii_string_to_unsigned (typed, 10, min, max, &value, NULL))
    {
      ijk_command_fail (0, _("--%s %s is not a whole number from %u to %u"), option, typed, min,
                        max);
      return FALSE;
    }
  *number = (guint) value;
  return TRUE;
}

/* The position of the item that is typed, by the id of the long table. */
static gboolean
find_item (const IjkReference *reference,
           const char         *option,
           const char         *typed,
           IjkItems            items,
           guint              *item)
{
  const guint n = ijk_items_count (reference, items);
  g_auto (GStrv) ids = g_new0 (char *, n + 1);
  g_autofree char *near = NULL;

  for (guint i = 0; i < n; i++)
    {
      GString *id = g_string_new (NULL);

      ijk_items_append_id (reference, items, i, id);
      ids[i] = g_string_free (id, FALSE);
      if (g_str_equal (ids[i], typed))
        {
          *item = i;
          return TRUE;
        }
    }
  near = ijk_nearest_names (typed, (const char *const *) ids, n);
  if (*near != '\0')
    ijk_command_fail (0, _("--%s “%s” is unknown; did you mean %s?"), option, typed, near);
  else
    ijk_command_fail (0, _("--%s “%s” is unknown; “ijkpad list” shows what there is"), option,
                      typed);
  return FALSE;
}

/* A measure in a sector. */
static gboolean
find_cell (const IjkReference *reference,
           const Options      *options,
           Subject            *subject)
{
  guint sector = IJK_NONE;
  guint measure = IJK_NONE;

  if (!find_item (reference, "sector", options->sector, IJK_ITEMS_SECTOR, &sector)
      || !find_item (reference, "measure", options->measure, IJK_ITEMS_MEASURE, &measure))
    return FALSE;
  *subject = (Subject) { IJK_ITEMS_CELL, ijk_reference_find_cell (reference, sector, measure) };
  if (subject->item != IJK_NONE)
    return TRUE;
  ijk_command_fail (0, _("the measure %s has no potential in the sector %s"), options->measure,
                    options->sector);
  return FALSE;
}

/* What is asked for without an option that says of whom: the nation, else industry, or all levied
 * installations for what belongs to the levy. */
static Subject
choose_nation (const char *indicator)
{
  static const char *const of_levy[]
      = { "load", "benchmark", "rights", "bought", "sold", "levy", "credit", "net_levy", NULL };

  if (ijk_indicator_find (IJK_ITEMS_NL, indicator) != NULL)
    return (Subject) { IJK_ITEMS_NL, 0 };
  return (Subject) { IJK_ITEMS_SCOPE, g_strv_contains (of_levy, indicator)
                                         ? IJK_SCOPE_ITEM_ALL
                                         : IJK_SCOPE_ITEM_INDUSTRY };
}

static gboolean
read_subject (const IjkReference *reference,
              const Options      *options,
              const char         *indicator,
              Subject            *subject)
{
  const struct
  {
    const char *option;
    const char *typed;
    IjkItems items;
  } named[] = {
    { "company", options->company, IJK_ITEMS_COMPANY },
    { "sector", options->sector, IJK_ITEMS_SECTOR },
    { "unit", options->unit, IJK_ITEMS_UNIT },
    { "measure", options->measure, IJK_ITEMS_MEASURE },
    { "cluster", options->cluster, IJK_ITEMS_CLUSTER },
    { "scope", options->scope, IJK_ITEMS_SCOPE },
  };
  guint n_given = 0;
  guint given = 0;

  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    if (named[i].typed != NULL)
      {
        given = i;
        n_given++;
      }
  if (n_given == 2 && options->sector != NULL && options->measure != NULL)
    return find_cell (reference, options, subject);
  if (n_given > 1)
    {
      ijk_command_fail (0, "%s",
                        _("say of whom once: --company, --sector, --unit, --measure, --cluster or "
                          "--scope; only --sector and --measure go together"));
      return FALSE;
    }
  *subject = n_given == 0 ? choose_nation (indicator) : (Subject) { named[given].items, 0 };
  return n_given == 0
         || find_item (reference, named[given].option, named[given].typed, named[given].items,
                       &subject->item);
}

/* Returns: (transfer none) (nullable): NULL after telling which there are */
static const IjkIndicator *
find_indicator (const char *id,
                IjkItems    items)
{
  const IjkIndicator *found = ijk_indicator_find (items, id);
  guint n_all = 0;
  const IjkIndicator *all = ijk_indicators (&n_all);
  g_autofree const char **ids = g_new (const char *, n_all + 1);
  g_autofree char *valid = NULL;
  guint n = 0;

  if (found != NULL)
    return found;
  for (guint i = 0; i < n_all; i++)
    if (all[i].items == items || (items == IJK_ITEMS_SCOPE && all[i].items == IJK_ITEMS_NL))
      ids[n++] = all[i].id;
  ids[n] = NULL;
  valid = g_strjoinv (", ", (char **) ids);
  ijk_command_fail (0, _("there is no indicator “%s” of a %s; choose one of %s"), id,
                    ijk_items_entity (items), valid);
  return NULL;
}

/* What each lever adds to the difference from current law; "" where there is none to share. */
static char *
write_policies (const IjkFigureSubject *run,
                const IjkIndicator     *indicator,
                guint                   item,
                int                     year)
{
  const IjkAskedNumber number = ijk_asked_number (indicator, item, year);
  g_autoptr (IjkContributions) contributions = NULL;
  g_autofree char *text = NULL;

  if (!ijk_contributions_are_defined (&number))
    return g_strdup ("");
  contributions = ijk_contributions_new (run->law_result->scenario, run->result->scenario, &number,
                                         0);
  if (contributions->n_levers == 0)
    return g_strdup ("");
  text = ijk_contributions_write (contributions);
  return g_strconcat ("\n", text, NULL);
}

static int
write_explanation (const Options *options,
                   const char    *id,
                   guint          year,
                   guint          depth)
{
  int exit_code = IJK_EXIT_FAILED;
  g_autoptr (IjkFigureSubject) run
      = ijk_figure_subject_new (&(IjkFigureWish) { .file = options->file,
                                                   .scenario = options->scenario,
                                                   .directory = options->directory,
                                                   .settings = options->settings,
                                                   .year = (int) year },
                                &exit_code);
  g_autoptr (IjkExplanation) explanation = NULL;
  g_autofree char *explained = NULL;
  g_autofree char *heading = NULL;
  g_autofree char *policies = NULL;
  g_autofree char *text = NULL;
  const IjkIndicator *indicator = NULL;
  Subject subject = { IJK_ITEMS_NL, 0 };

  if (run == NULL)
    return exit_code;
  if (!read_subject (run->reference, options, id, &subject))
    return IJK_EXIT_USAGE;
  indicator = find_indicator (id, subject.items);
  if (indicator == NULL)
    return IJK_EXIT_USAGE;
  explanation = ijk_explain (run->result, indicator, subject.item, (int) year);
  explained = ijk_explanation_write (explanation, depth);
  /* Translators: the name of a scenario. */
  heading = g_strdup_printf (_("Scenario: %s"), run->name);
  policies = write_policies (run, indicator, subject.item, (int) year);
  text = g_strconcat (heading, "\n\n", explained, policies, NULL);
  return ijk_command_write (text, strlen (text), options->output);
}

int
ijk_command_explain (int    argc,
                     char **argv)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "year", 0, 0, G_OPTION_ARG_STRING, &options.year, N_("Year of the number (2030)"),
      N_("YEAR") },
    { "company", 0, 0, G_OPTION_ARG_STRING, &options.company, N_("Number of a company"),
      N_("NAME") },
    { "sector", 0, 0, G_OPTION_ARG_STRING, &options.sector, N_("Number of a sector"), N_("ID") },
    { "unit", 0, 0, G_OPTION_ARG_STRING, &options.unit, N_("Number of an installation"),
      N_("ID") },
    { "measure", 0, 0, G_OPTION_ARG_STRING, &options.measure, N_("Number of a measure"),
      N_("ID") },
    { "cluster", 0, 0, G_OPTION_ARG_STRING, &options.cluster, N_("Number of a cluster"),
      N_("ID") },
    { "scope", 0, 0, G_OPTION_ARG_STRING, &options.scope,
      N_("National number: industry, energy or all"), N_("SCOPE") },
    { "depth", 0, 0, G_OPTION_ARG_STRING, &options.depth,
      N_("How many levels to open (1): 2 also explains the numbers of the formula"),
      N_("NUMBER") },
    { "set", 's', 0, G_OPTION_ARG_STRING_ARRAY, &options.settings,
      N_("Set a lever; may be repeated"), N_("LEVER[@SCOPE]=VALUE") },
    { "file", 0, 0, G_OPTION_ARG_FILENAME, &options.file,
      N_("Workbook with the scenarios; without it the one in your data folder"), N_("FILE") },
    { "scenario", 0, 0, G_OPTION_ARG_STRING, &options.scenario,
      N_("Scenario of a workbook, on which --set builds"), N_("NAME") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_("Write to a file; - is standard output"), N_("FILE") },
    { "reference", 0, 0, G_OPTION_ARG_FILENAME, &options.directory,
      N_("Folder with the reference tables"), N_("DIR") },
    { NULL },
  };
  g_autoptr (GOptionContext) context
      = g_option_context_new (_("INDICATOR — why a number is what it is"));
  guint year = DEFAULT_YEAR;
  guint depth = DEFAULT_DEPTH;

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_description (context, _(description));
  if (!ijk_command_parse (context, &argc, &argv))
    return IJK_EXIT_USAGE;
  if (argc != 2)
    return ijk_command_fail (IJK_EXIT_USAGE, "%s",
                             _("explain takes one indicator, such as levy; --help tells more"));
  if (!read_whole ("year", options.year, IJK_FIRST_YEAR, IJK_LAST_YEAR, &year)
      || !read_whole ("depth", options.depth, 1, MAX_DEPTH, &depth))
    return IJK_EXIT_USAGE;
  return write_explanation (&options, argv[1], year, depth);
}
