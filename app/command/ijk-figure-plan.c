/* From the options of `ijkpad figure` to what it is to make, with one sentence for each mistake.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-figure-plan.h"

#include "ijk-command.h"
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

const char *const ijk_figure_format_names[IJK_N_FIGURE_FORMATS] = { "svg", "pdf", "png", "csv" };

static const char *const style_names[] = { "light", "dark", "contrast", "contrast-dark" };
static const IjkStyle styles[] = { IJK_STYLE_LIGHT, IJK_STYLE_DARK, IJK_STYLE_CONTRAST_LIGHT,
                                   IJK_STYLE_CONTRAST_DARK };

void
ijk_figure_options_clear (IjkFigureOptions *self)
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

/* Reads a number option; one that is not given leaves @number. FALSE after telling what is
 * wrong. */
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
find_figures (const char    *name,
              IjkFigurePlan *plan)
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
    ijk_command_fail (0, _("there is no figure “%s”, did you mean %s? Choose one of %s"), name,
                      near, valid);
  else
    ijk_command_fail (0, _("there is no figure “%s”; choose one of %s"), name, valid);
  return FALSE;
}

/* The format that is named, else the one that the output is called after. */
static gboolean
read_format (const IjkFigureOptions *options,
             IjkFigurePlan          *plan)
{
  const char *output = options->output;
  const char *dot = output != NULL ? strrchr (output, '.') : NULL;
  guint format = 0;

  if (options->format != NULL)
    {
      if (!read_word ("format", options->format, ijk_figure_format_names, IJK_N_FIGURE_FORMATS,
                      &format))
        return FALSE;
      plan->format = (IjkFigureFormat) format;
      return TRUE;
    }
  for (; !plan->is_all && dot != NULL && format < IJK_N_FIGURE_FORMATS; format++)
    if (g_ascii_strcasecmp (dot + 1, ijk_figure_format_names[format]) == 0)
      {
        plan->format = (IjkFigureFormat) format;
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
read_look (const IjkFigureOptions *options,
           IjkFigurePlan          *plan)
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

  for (guint i = 0; plan->format == IJK_FIGURE_CSV && i < G_N_ELEMENTS (of_pictures); i++)
    if (of_pictures[i].is_given)
      {
        ijk_command_fail (0, _("--%s is for pictures, and csv is a table"), of_pictures[i].option);
        return FALSE;
      }
  if (options->scale != NULL && plan->format != IJK_FIGURE_PNG)
    {
      ijk_command_fail (0, _("--scale is for png; %s is as sharp at any size"),
                        ijk_figure_format_names[plan->format]);
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
  parameters->format = plan->format == IJK_FIGURE_PDF   ? IJK_EXPORT_PDF
                       : plan->format == IJK_FIGURE_PNG ? IJK_EXPORT_PNG
                                                    : IJK_EXPORT_SVG;
  if (parameters->width_px * parameters->height_px * parameters->scale * parameters->scale
      <= MAX_PIXELS)
    return TRUE;
  ijk_command_fail (0,
                    _("a picture of %.0f by %.0f pixels is too large; it has at most %.0f million"),
                    parameters->width_px * parameters->scale,
                    parameters->height_px * parameters->scale, MAX_PIXELS / 1e6);
  return FALSE;
}

/* Where the result goes. */
static gboolean
check_output (const IjkFigureOptions *options,
              const IjkFigurePlan    *plan)
{
  const gboolean is_to_stream = options->output == NULL || g_str_equal (options->output, "-");
  const char *problem = NULL;

  if (plan->is_all && is_to_stream)
    problem = _("name a folder for all figures with --output");
  else if (is_to_stream && options->is_sentence)
    problem = _("the sentence goes to standard output; name a file for the figure with --output");
  else if (is_to_stream && (plan->format == IJK_FIGURE_PNG || plan->format == IJK_FIGURE_PDF)
           && isatty (STDOUT_FILENO))
    problem = _("a picture is not text for a terminal; name a file with --output");
  if (problem != NULL)
    ijk_command_fail (0, "%s", problem);
  return problem == NULL;
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
      ijk_command_fail (
          0, _("--%s “%s” is not an axis; write LEVER=FROM..TO, as in ets_price=50..250"), option,
          typed);
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

/* Whether one of the figures is made by many runs. */
gboolean
ijk_figure_plan_needs_landscape (const IjkFigurePlan *self)
{
  for (guint i = 0; i < self->n_figures; i++)
    if (self->figures[i].flags & IJK_FIGURE_NEEDS_LANDSCAPE)
      return TRUE;
  return FALSE;
}

/**
 * ijk_figure_plan_read:
 * @self: (out caller-allocates): borrows from @options
 * @name: of a figure, or "all"
 *
 * What is asked for, before anything is loaded.
 */
gboolean
ijk_figure_plan_read (IjkFigurePlan          *self,
                      const IjkFigureOptions *options,
                      const char             *name)
{
  double year = DEFAULT_YEAR;

  if (!find_figures (name, self) || !ijk_command_check_name (options->name)
      || !read_number ("year", options->year, IJK_FIRST_YEAR, IJK_LAST_YEAR, &year))
    return FALSE;
  if (year != floor (year))
    {
      ijk_command_fail (0, _("--year %s is not a whole year"), options->year);
      return FALSE;
    }
  if (!ijk_figure_plan_needs_landscape (self)
      && (options->x != NULL || options->y != NULL || options->outcome != NULL))
    {
      ijk_command_fail (0, _("--x, --y and --outcome are for the figure of two levers"));
      return FALSE;
    }
  self->year = (int) year;
  self->is_written = !options->is_sentence || options->output != NULL || options->format != NULL;
  return !self->is_written
         || (read_format (options, self) && read_look (options, self)
             && check_output (options, self));
}

/**
 * ijk_figure_plan_question:
 * @question: (out caller-allocates): one that can be answered
 *
 * What the figure of two levers is to show.
 */
gboolean
ijk_figure_plan_question (const IjkFigurePlan    *self,
                          const IjkFigureOptions *options,
                          const IjkReference     *reference,
                          IjkLandscapeQuestion   *question)
{
  g_autoptr (GError) error = NULL;
  guint outcome = 0;

  *question = ijk_landscape_default_question;
  outcome = question->outcome;
  if (options->year != NULL)
    question->year = self->year;
  /* All figures of an observed year are no mistake; the title tells the year of this one. */
  if (self->is_all)
    question->year = MAX (question->year, IJK_FIRST_FREE_YEAR);
  if (!read_axis (reference, "x", options->x, &question->x, &question->n_columns)
      || !read_axis (reference, "y", options->y, &question->y, &question->n_rows)
      || !read_word ("outcome", options->outcome, ijk_outcome_ids, IJK_N_OUTCOMES, &outcome))
    return FALSE;
  question->outcome = (IjkOutcome) outcome;
  if (ijk_landscape_question_check (reference, question, &error))
    return TRUE;
  ijk_command_fail (0, "%s", error->message);
  return FALSE;
}
