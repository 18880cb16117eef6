/* `ijkpad figure`: one figure, or all of them, as a picture, a table or a sentence.
 *
 * Everything is made in memory and written last, so that a failure leaves no half of it behind.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-command.h"

#include "ijk-chart-export.h"
#include "ijk-error.h"
#include "ijk-figure-subject.h"
#include "ijk-file-set.h"
#include "ijk-nearest.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>
#include <unistd.h>

#define ALL "all"
#define DEFAULT_YEAR 2030
#define DEFAULT_WIDTH 1200
#define DEFAULT_HEIGHT 700

/* A poster of 84 by 119 cm at 300 dots an inch has 139 million. */
#define MAX_PIXELS 200e6

static const char description[]
    = N_("NAME is the id of a figure; “ijkpad list figures” shows them. “all” writes every figure into\n"
          "the folder that --output names.\n\n"
          "The scenario is current law with the levers of --set, or one of a workbook. Without --format\n"
          "the name of the output says which it is. SVG and PDF are drawings with selectable text, PNG\n"
          "is --width by --height times --scale pixels, CSV is the table behind the chart.\n\n"
          "  ijkpad figure levy --output levy.svg\n"
          "  ijkpad figure all --format png --scale 2 --lang nl --output pictures\n"
          "  ijkpad figure emissions-by-sector --set ets_price=150 --compare no-levy --output a.pdf\n"
          "  ijkpad figure landscape --x ets_price=50..250 --y ccs_ceiling=0..10000 --output b.png");

typedef enum
{
  FORMAT_SVG,
  FORMAT_PDF,
  FORMAT_PNG,
  FORMAT_CSV,
  N_FORMATS,
} Format;

static const char *const format_names[N_FORMATS] = { "svg", "pdf", "png", "csv" };

static const char *const style_names[] = { "light", "dark", "contrast", "contrast-dark" };
static const IjkStyle styles[] = { IJK_STYLE_LIGHT, IJK_STYLE_DARK, IJK_STYLE_CONTRAST_LIGHT,
                                   IJK_STYLE_CONTRAST_DARK };

/* As typed; NULL where not given. */
typedef struct
{
  char **settings;
  char *file, *scenario, *compare, *name, *directory;
  char *company, *sector, *year;
  char *x, *y, *outcome;
  char *format, *width, *height, *scale, *style, *output;
  gboolean is_without_text;
  gboolean is_sentence;
} Options;

/* What the options say. */
typedef struct
{
  const IjkFigure *figures; /* (array length=n_figures) */
  guint n_figures;
  gboolean is_all;
  gboolean is_written;      /* FALSE: the sentence only */
  Format format;
  IjkExportParameters parameters;
  int year;
} Plan;

static void
clear_options (Options *self)
{
  g_strfreev (self->settings);
  g_free (self->file);
  g_free (self->scenario);
  g_free (self->compare);
  g_free (self->name);
  g_free (self->directory);
  g_free (self->company);
  g_free (self->sector);
  g_free (self->year);
  g_free (self->x);
  g_free (self->y);
  g_free (self->outcome);
  g_free (self->format);
  g_free (self->width);
  g_free (self->height);
  g_free (self->scale);
  g_free (self->style);
  g_free (self->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

/* Returns: (transfer full): "a, b, c" */
static char *
join (const char *const *words,
      guint              n_words)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", words[i]);
  return g_string_free (text, FALSE);
}

/* The position of @typed in @words; FALSE after telling what may be given. */
static gboolean
read_word (const char        *option,
           const char        *typed,
           const char *const *words,
           guint              n_words,
           guint             *position)
{
  g_autofree char *valid = NULL;

  if (typed == NULL)
    return TRUE;
  for (guint i = 0; i < n_words; i++)
    if (g_str_equal (words[i], typed))
      {
        *position = i;
        return TRUE;
      }
  valid = join (words, n_words);
  ijk_command_fail (0, _("--%s “%s” is unknown; choose one of %s"), option, typed, valid);
  return FALSE;
}

/* Reads a number option; one that is not given leaves @number. FALSE after telling what is wrong. */
static gboolean
read_number (const char *option,
             const char *typed,
             double      min,
             double      max,
             double     *number)
{
  char *end = NULL;
  double value = NAN;

  if (typed == NULL)
    return TRUE;
  value = g_ascii_strtod (typed, &end);
  if (end == typed || *end != '\0' || !isfinite (value)
      || strspn (typed, "+-.0123456789eE") != strlen (typed))
    {
      ijk_command_fail (0, _("--%s “%s” is not a number; use a decimal point"), option, typed);
      return FALSE;
    }
  if (!(value >= min && value <= max))
    {
      ijk_command_fail (0, _("--%s %s is out of range; it goes from %.10g to %.10g"), option, typed,
                        min, max);
      return FALSE;
    }
  *number = value;
  return TRUE;
}

static gboolean
find_figures (const char *name,
              Plan       *plan)
{
  guint n_figures = 0;
  const IjkFigure *figures = ijk_figures (&n_figures);
  g_autofree const char **ids = NULL;
  g_autofree char *near = NULL;
  g_autofree char *valid = NULL;

  plan->is_all = g_str_equal (name, ALL);
  plan->figures = plan->is_all ? figures : ijk_figure_find (name);
  plan->n_figures = plan->is_all ? n_figures : 1;
  if (plan->figures != NULL)
    return TRUE;
  ids = g_new (const char *, n_figures);
  for (guint i = 0; i < n_figures; i++)
    ids[i] = figures[i].id;
  near = ijk_nearest_names (name, ids, n_figures);
  valid = join (ids, n_figures);
  if (*near != '\0')
    ijk_command_fail (0, _("there is no figure “%s”, did you mean %s? Choose one of %s"), name, near,
                      valid);
  else
    ijk_command_fail (0, _("there is no figure “%s”; choose one of %s"), name, valid);
  return FALSE;
}

/* The format that is named, else the one that the output is called after. */
static gboolean
read_format (const Options *options,
             Plan          *plan)
{
  const char *output = options->output;
  const char *dot = output != NULL ? strrchr (output, '.') : NULL;
  guint format = 0;

  if (options->format != NULL)
    {
      if (!read_word ("format", options->format, format_names, N_FORMATS, &format))
        return FALSE;
      plan->format = (Format) format;
      return TRUE;
    }
  for (; !plan->is_all && dot != NULL && format < N_FORMATS; format++)
    if (g_ascii_strcasecmp (dot + 1, format_names[format]) == 0)
      {
        plan->format = (Format) format;
        return TRUE;
      }
  if (plan->is_all || output == NULL)
    ijk_command_fail (0, _("say with --format whether it is to be svg, pdf, png or csv"));
  else
    ijk_command_fail (
        0, _("the name of “%s” tells no format; give one with --format: svg, pdf, png or csv"),
        output);
  return FALSE;
}

/* Size, style and the like; a table has none of them. */
static gboolean
read_look (const Options *options,
           Plan          *plan)
{
  IjkExportParameters *parameters = &plan->parameters;
  const struct
  {
    const char *option;
    gboolean is_given;
  } of_pictures[] = {
    { "width", options->width != NULL },  { "height", options->height != NULL },
    { "style", options->style != NULL },  { "no-text", options->is_without_text },
    { "scale", options->scale != NULL },
  };
  guint style = 0;

  for (guint i = 0; plan->format == FORMAT_CSV && i < G_N_ELEMENTS (of_pictures); i++)
    if (of_pictures[i].is_given)
      {
        ijk_command_fail (0, _("--%s is for pictures, and csv is a table"), of_pictures[i].option);
        return FALSE;
      }
  if (options->scale != NULL && plan->format != FORMAT_PNG)
    {
      ijk_command_fail (0, _("--scale is for png; %s is as sharp at any size"),
                        format_names[plan->format]);
      return FALSE;
    }
  *parameters = (IjkExportParameters) {
    .width_px = DEFAULT_WIDTH,
    .height_px = DEFAULT_HEIGHT,
    .scale = 1,
    .is_without_text = options->is_without_text,
    .has_cursor = options->year != NULL,
    .creator = "Ijkpad " IJKPAD_VERSION,
  };
  if (!read_number ("width", options->width, 120, 8000, &parameters->width_px)
      || !read_number ("height", options->height, 80, 6000, &parameters->height_px)
      || !read_number ("scale", options->scale, 0.25, 8, &parameters->scale)
      || !read_word ("style", options->style, style_names, G_N_ELEMENTS (style_names), &style))
    return FALSE;
  parameters->style = styles[style];
  parameters->format = plan->format == FORMAT_PDF   ? IJK_EXPORT_PDF
                       : plan->format == FORMAT_PNG ? IJK_EXPORT_PNG
                                                    : IJK_EXPORT_SVG;
  if (parameters->width_px * parameters->height_px * parameters->scale * parameters->scale
      <= MAX_PIXELS)
    return TRUE;
  ijk_command_fail (0, _("a picture of %.0f by %.0f pixels is too large; it has at most %.0f million"),
                    parameters->width_px * parameters->scale,
                    parameters->height_px * parameters->scale, MAX_PIXELS / 1e6);
  return FALSE;
}

/* Where the result goes. */
static gboolean
check_output (const Options *options,
              const Plan    *plan)
{
  const gboolean is_to_stream = options->output == NULL || g_str_equal (options->output, "-");
  const char *problem = NULL;

  if (plan->is_all && is_to_stream)
    problem = _("name a folder for all figures with --output");
  else if (is_to_stream && options->is_sentence)
    problem = _("the sentence goes to standard output; name a file for the figure with --output");
  else if (is_to_stream && (plan->format == FORMAT_PNG || plan->format == FORMAT_PDF)
           && isatty (STDOUT_FILENO))
    problem = _("a picture is not text for a terminal; name a file with --output");
  if (problem != NULL)
    ijk_command_fail (0, "%s", problem);
  return problem == NULL;
}

/* What is asked for, before anything is loaded. */
static gboolean
read_plan (const Options *options,
           const char    *name,
           Plan          *plan)
{
  double year = DEFAULT_YEAR;

  if (!find_figures (name, plan)
      || !read_number ("year", options->year, IJK_FIRST_YEAR, IJK_LAST_YEAR, &year))
    return FALSE;
  if (year != floor (year))
    {
      ijk_command_fail (0, _("--year %s is not a whole year"), options->year);
      return FALSE;
    }
  plan->year = (int) year;
  plan->is_written = !options->is_sentence || options->output != NULL || options->format != NULL;
  return !plan->is_written
         || (read_format (options, plan) && read_look (options, plan)
             && check_output (options, plan));
}

/* Reads LEVER=FROM..TO. FALSE after telling what is wrong. */
static gboolean
read_axis (const IjkReference *reference,
           const char         *option,
           const char         *typed,
           IjkLandscapeAxis   *axis,
           guint              *n_points)
{
  const char *equals = typed != NULL ? strchr (typed, '=') : NULL;
  const char *dots = equals != NULL ? strstr (equals, "..") : NULL;
  g_autofree char *id = NULL;
  g_autofree char *from = NULL;
  g_autoptr (GError) error = NULL;
  IjkLeverKey key;

  if (typed == NULL)
    return TRUE;
  if (dots == NULL)
    {
      ijk_command_fail (0, _("--%s “%s” is not an axis; write LEVER=FROM..TO, as in ets_price=50..250"),
                        option, typed);
      return FALSE;
    }
  id = g_strndup (typed, (gsize) (equals - typed));
  from = g_strndup (equals + 1, (gsize) (dots - equals - 1));
  if (!ijk_lever_key_parse (reference, id, &key, &error))
    {
      ijk_command_fail (0, "--%s: %s", option, error->message);
      return FALSE;
    }
  if (key.scope != IJK_SCOPE_NATIONAL)
    {
      ijk_command_fail (0, _("--%s %s: an axis is a lever of the whole country"), option, id);
      return FALSE;
    }
  axis->lever = key.lever;
  if (!read_number (option, from, -G_MAXDOUBLE, G_MAXDOUBLE, &axis->from)
      || !read_number (option, dots + 2, -G_MAXDOUBLE, G_MAXDOUBLE, &axis->to))
    return FALSE;
  /* Years come one by one. */
  if (g_str_equal (reference->levers[key.lever].unit, "year") && axis->to > axis->from)
    *n_points = (guint) CLAMP (axis->to - axis->from + 1, 0, 1000);
  return TRUE;
}

/* Works out the landscape if a figure needs it. FALSE after telling what is wrong. */
static gboolean
prepare_landscape (const Options    *options,
                   const Plan       *plan,
                   IjkFigureSubject *subject)
{
  IjkLandscapeQuestion question = ijk_landscape_default_question;
  g_autoptr (GError) error = NULL;
  gboolean is_needed = FALSE;
  guint outcome = question.outcome;

  for (guint i = 0; i < plan->n_figures; i++)
    is_needed |= (plan->figures[i].flags & IJK_FIGURE_NEEDS_LANDSCAPE) != 0;
  if (!is_needed && (options->x != NULL || options->y != NULL || options->outcome != NULL))
    {
      ijk_command_fail (0, _("--x, --y and --outcome are for the figure of two levers"));
      return FALSE;
    }
  if (!is_needed)
    return TRUE;
  if (options->year != NULL)
    question.year = plan->year;
  /* All figures of an observed year are no mistake; the title tells the year of this one. */
  if (plan->is_all)
    question.year = MAX (question.year, IJK_FIRST_FREE_YEAR);
  if (!read_axis (subject->reference, "x", options->x, &question.x, &question.n_columns)
      || !read_axis (subject->reference, "y", options->y, &question.y, &question.n_rows)
      || !read_word ("outcome", options->outcome, ijk_outcome_ids, IJK_N_OUTCOMES, &outcome))
    return FALSE;
  question.outcome = (IjkOutcome) outcome;
  if (!ijk_landscape_question_check (subject->reference, &question, &error))
    {
      ijk_command_fail (0, "%s", error->message);
      return FALSE;
    }
  ijk_figure_subject_add_landscape (subject, &question);
  return TRUE;
}

/* Returns: (transfer full) (nullable): the file of one figure, or %NULL with @error set */
static GBytes *
make_file (const IjkFigure      *figure,
           const IjkFigureInput *input,
           const Plan           *plan,
           GError              **error)
{
  g_autoptr (IjkChartSpec) spec = NULL;
  g_autoptr (IjkFigureTable) table = NULL;
  GBytes *bytes = NULL;

  if (plan->format == FORMAT_CSV)
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
write_all (const Options        *options,
           const Plan           *plan,
           const IjkFigureInput *input)
{
  g_autoptr (IjkFileSet) files = ijk_file_set_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < plan->n_figures; i++)
    {
      GBytes *bytes = make_file (&plan->figures[i], input, plan, &error);

      if (bytes == NULL)
        return ijk_command_fail (IJK_EXIT_FAILED, "%s", error->message);
      ijk_file_set_add (files,
                        g_strconcat (plan->figures[i].id, ".", format_names[plan->format], NULL),
                        bytes);
    }
  if (!ijk_file_set_save (files, options->output, &error))
    return ijk_command_fail (IJK_EXIT_FAILED, "%s", error->message);
  return IJK_EXIT_DONE;
}

static int
write_one (const Options        *options,
           const Plan           *plan,
           const IjkFigureInput *input)
{
  const char *path = g_strcmp0 (options->output, "-") == 0 ? NULL : options->output;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = make_file (plan->figures, input, plan, &error);
  gconstpointer data = NULL;
  gsize length = 0;

  if (bytes == NULL)
    return ijk_command_fail (IJK_EXIT_FAILED, "%s", error->message);
  data = g_bytes_get_data (bytes, &length);
  return ijk_command_write (data, length, path);
}

/* One paragraph a figure, with its id before it where there are several. */
static int
write_sentences (const Plan           *plan,
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
make_figures (const Options *options,
              const char    *name)
{
  Plan plan = { 0 };
  g_autoptr (IjkFigureSubject) subject = NULL;
  int exit_code = IJK_EXIT_DONE;

  if (!read_plan (options, name, &plan))
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
  if (!prepare_landscape (options, &plan, subject))
    return IJK_EXIT_USAGE;
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
  g_auto (Options) options = { 0 };
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
                             argc < 2 ? _("name a figure, or “all”; “ijkpad list figures” shows them")
                                      : _("figure takes one name; the file to write is named with "
                                          "--output"));
  return make_figures (&options, argv[1]);
}
