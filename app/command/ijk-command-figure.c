/* `ijkpad figure`: one figure, or all of them, as a picture, a table or a sentence.
 *
 * Everything is made in memory and written last, so that a failure leaves no half of it behind.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-command.h"

#include "ijk-figure-plan.h"
#include "ijk-figure-subject.h"
#include "ijk-file-set.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char description[] =
  N_("NAME is the id of a figure; “ijkpad list figures” shows them. “all” writes every figure "
     "into\n"
     "the folder that --output names.\n\n"
     "The scenario is current law with the levers of --set, or one of a workbook. Without "
     "--format\n"
     "the name of the output says which it is. SVG and PDF are drawings with selectable text, PNG\n"
     "is --width by --height times --scale pixels, CSV is the table behind the chart.\n\n"
     "  ijkpad figure levy --output levy.svg\n"
     "  ijkpad figure all --format png --scale 2 --lang nl --output pictures\n"
     "  ijkpad figure emissions-by-sector --set ets_price=150 --compare no-levy --output a.pdf\n"
     "  ijkpad figure landscape --x ets_price=50..250 --y ccs_ceiling=0..10000 --output b.png");

/* Returns: (transfer full) (nullable): the file of one figure, or %NULL with @error set */
static GBytes *
make_file (const IjkFigure      *figure,
           const IjkFigureInput *input,
           const IjkFigurePlan  *plan,
           GError              **error)
{
  g_autoptr (IjkChartSpec) spec = NULL;
  g_autoptr (IjkFigureTable) table = NULL;
  GBytes *bytes = NULL;

  if (plan->format == IJK_FIGURE_CSV)
    {
      char *text = NULL;

      table = ijk_figure_make_table (figure, input);
      text = ijk_figure_table_to_csv (table);
      return g_bytes_new_take (text, strlen (text));
    }
  spec = ijk_figure_make_spec (figure, input);
  bytes = ijk_chart_export (spec, &plan->parameters, error);
  if (bytes == NULL)
    g_prefix_error (error, "%s: ", figure->id);
  return bytes;
}

/* All files in memory, then in the folder. */
static int
write_all (const IjkFigureOptions *options,
           const IjkFigurePlan    *plan,
           const IjkFigureInput   *input)
{
  g_autoptr (IjkFileSet) files = ijk_file_set_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < plan->n_figures; i++)
    {
      GBytes *bytes = make_file (&plan->figures[i], input, plan, &error);

      if (bytes == NULL)
        return ijk_command_fail (IJK_EXIT_FAILED, "%s", error->message);
      ijk_file_set_add (files,
                        g_strconcat (plan->figures[i].id, ".",
                                     ijk_figure_format_names[plan->format], NULL),
                        bytes);
    }
  if (!ijk_file_set_save (files, options->output, &error))
    return ijk_command_fail (IJK_EXIT_FAILED, "%s", error->message);
  return IJK_EXIT_DONE;
}

static int
write_one (const IjkFigureOptions *options,
           const IjkFigurePlan    *plan,
           const IjkFigureInput   *input)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = make_file (plan->figures, input, plan, &error);
  gconstpointer data = NULL;
  gsize length = 0;

  if (bytes == NULL)
    return ijk_command_fail (IJK_EXIT_FAILED, "%s", error->message);
  data = g_bytes_get_data (bytes, &length);
  return ijk_command_write (data, length, options->output);
}

/* One paragraph a figure, with its id before it where there are several. */
static int
write_sentences (const IjkFigurePlan  *plan,
                 const IjkFigureInput *input)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < plan->n_figures; i++)
    {
      g_autofree char *sentence = ijk_figure_make_sentence (&plan->figures[i], input);

      if (plan->is_all)
        g_string_append_printf (text, "%s%s\n", i > 0 ? "\n" : "", plan->figures[i].id);
      g_string_append_printf (text, "%s\n", sentence);
    }
  return ijk_command_write (text->str, text->len, NULL);
}

static int
make_figures (const IjkFigureOptions *options,
              const char    *name)
{
  IjkFigurePlan plan = { 0 };
  IjkLandscapeQuestion question;
  g_autoptr (IjkFigureSubject) subject = NULL;
  int exit_code = IJK_EXIT_DONE;

  if (!ijk_figure_plan_read (&plan, options, name))
    return IJK_EXIT_USAGE;
  subject = ijk_figure_subject_new (&(IjkFigureWish) { .file = options->file,
                                                       .scenario = options->scenario,
                                                       .compare = options->compare,
                                                       .directory = options->directory,
                                                       .settings = options->settings,
                                                       .name = options->name,
                                                       .company = options->company,
                                                       .sector = options->sector,
                                                       .year = plan.year },
                                    &exit_code);
  if (subject == NULL)
    return exit_code;
  if (ijk_figure_plan_needs_landscape (&plan))
    {
      if (!ijk_figure_plan_question (&plan, options, subject->reference, &question))
        return IJK_EXIT_USAGE;
      ijk_figure_subject_add_landscape (subject, &question);
    }
  if (plan.is_written)
    exit_code = plan.is_all ? write_all (options, &plan, &subject->input)
                            : write_one (options, &plan, &subject->input);
  else
    exit_code = IJK_EXIT_DONE;
  return exit_code == IJK_EXIT_DONE && options->is_sentence
             ? write_sentences (&plan, &subject->input)
             : exit_code;
}

int
ijk_command_figure (int    argc,
                    char **argv)
{
  g_auto (IjkFigureOptions) options = { 0 };
  const GOptionEntry entries[] = {
    { "set", 's', 0, G_OPTION_ARG_STRING_ARRAY, &options.settings,
      N_("Set a lever; may be repeated"), N_("LEVER[@SCOPE]=VALUE") },
    { "file", 0, 0, G_OPTION_ARG_FILENAME, &options.file,
      N_("Workbook with the scenarios; without it the one in your data folder"), N_("FILE") },
    { "scenario", 0, 0, G_OPTION_ARG_STRING, &options.scenario,
      N_("Scenario of a workbook, on which --set builds"), N_("NAME") },
    { "compare", 0, 0, G_OPTION_ARG_STRING, &options.compare,
      N_("Second scenario of the workbook, drawn beside it"), N_("NAME") },
    { "name", 0, 0, G_OPTION_ARG_STRING, &options.name,
      N_("What the figure calls the scenario"), N_("TEXT") },
    { "year", 0, 0, G_OPTION_ARG_STRING, &options.year,
      N_("Year of figures about one year, and of the cursor (2030)"), N_("YEAR") },
    { "company", 0, 0, G_OPTION_ARG_STRING, &options.company,
      N_("Company of figures about one company (the largest)"), N_("NAME") },
    { "sector", 0, 0, G_OPTION_ARG_STRING, &options.sector, N_("Sector to highlight"), N_("ID") },
    { "x", 0, 0, G_OPTION_ARG_STRING, &options.x, N_("Lever across, of the figure of two levers"),
      N_("LEVER=FROM..TO") },
    { "y", 0, 0, G_OPTION_ARG_STRING, &options.y, N_("Lever upwards, of the figure of two levers"),
      N_("LEVER=FROM..TO") },
    { "outcome", 0, 0, G_OPTION_ARG_STRING, &options.outcome,
      N_("Of the figure of two levers: emissions (default), levy, subsidy or state_cost"),
      N_("WHAT") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &options.format, N_("svg, pdf, png or csv"),
      N_("FORMAT") },
    { "width", 0, 0, G_OPTION_ARG_STRING, &options.width, N_("Pixels, 120 to 8000 (1200)"),
      N_("NUMBER") },
    { "height", 0, 0, G_OPTION_ARG_STRING, &options.height, N_("Pixels, 80 to 6000 (700)"),
      N_("NUMBER") },
    { "scale", 0, 0, G_OPTION_ARG_STRING, &options.scale,
      N_("Pixels of a PNG for each of its width, 0.25 to 8 (1)"), N_("NUMBER") },
    { "style", 0, 0, G_OPTION_ARG_STRING, &options.style,
      N_("light (default), dark, contrast or contrast-dark"), N_("STYLE") },
    { "no-text", 0, 0, G_OPTION_ARG_NONE, &options.is_without_text,
      N_("Shapes and colours only; the words are inside the file, unseen"), NULL },
    { "sentence", 0, 0, G_OPTION_ARG_NONE, &options.is_sentence,
      N_("What the figure says in words, to standard output"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_("Write to a file, or all figures to a folder; - is standard output"), N_("FILE") },
    { "reference", 0, 0, G_OPTION_ARG_FILENAME, &options.directory,
      N_("Folder with the reference tables"), N_("DIR") },
    { NULL },
  };
  g_autoptr (GOptionContext) context
      = g_option_context_new (_("NAME — a figure as a picture, a table or a sentence"));

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_description (context, _(description));
  if (!ijk_command_parse (context, &argc, &argv))
    return IJK_EXIT_USAGE;
  if (argc != 2)
    return ijk_command_fail (IJK_EXIT_USAGE, "%s",
                             argc < 2
                                 ? _("name a figure, or “all”; “ijkpad list figures” shows them")
                                 : _("figure takes one name; the file to write is named with "
                                     "--output"));
  return make_figures (&options, argv[1]);
}
