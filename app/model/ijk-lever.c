/* Levers: the text form of their values, checks against their limits, and reading a path.
 *
 * The grammar is that of `ijkpad run --set`: a number; a path `2030:120,2050:200`; a share `free`,
 * `at_most:PATH`, `exactly:PATH`; a choice. Numbers have a decimal point whatever the locale.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-lever.h"

#include "ijk-error.h"
#include "ijk-nearest.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

G_DEFINE_QUARK (ijk-model-error-quark, ijk_model_error)

const char *const ijk_lever_ids[IJK_N_LEVERS] = {
  [IJK_LEVER_REGIME] = "levy_regime",
  [IJK_LEVER_RATE] = "levy_rate",
  [IJK_LEVER_INCINERATOR_RATE] = "incinerator_rate",
  [IJK_LEVER_REDUCTION_FACTOR] = "reduction_factor",
  [IJK_LEVER_BENCHMARK_SCALE] = "benchmark_scale",
  [IJK_LEVER_MIN_PRICE] = "min_price",
  [IJK_LEVER_INC_FACTOR] = "inc_factor",
  [IJK_LEVER_REF_PREMIUM] = "ref_premium",
  [IJK_LEVER_TRADE_PARTICIPATION] = "trade_participation",
  [IJK_LEVER_KAPPA] = "kappa",
  [IJK_LEVER_LEVY_RETURN] = "levy_return",
  [IJK_LEVER_SDE_BUDGET] = "sde_budget",
  [IJK_LEVER_SDE_MAX_INTENSITY] = "sde_max_intensity",
  [IJK_LEVER_SDE_LAST_ROUND] = "sde_last_round",
  [IJK_LEVER_CCS_SUBSIDY_UNTIL] = "ccs_subsidy_until",
  [IJK_LEVER_CCS_CEILING] = "ccs_ceiling",
  [IJK_LEVER_REALISATION] = "realisation",
  [IJK_LEVER_GRANT] = "grant",
  [IJK_LEVER_ENFORCEMENT] = "enforcement",
  [IJK_LEVER_DUTY_SCOPE] = "duty_scope",
  [IJK_LEVER_AUTONOMOUS] = "autonomous",
  [IJK_LEVER_EFFICIENCY_SHARE] = "efficiency_share",
  [IJK_LEVER_HEAT_SHARE] = "heat_share",
  [IJK_LEVER_ELECTRIFICATION_SHARE] = "electrification_share",
  [IJK_LEVER_HYDROGEN_SHARE] = "hydrogen_share",
  [IJK_LEVER_GEOTHERMAL_BIO_SHARE] = "geothermal_bio_share",
  [IJK_LEVER_CIRCULAR_SHARE] = "circular_share",
  [IJK_LEVER_STEEL_SHARE] = "steel_share",
  [IJK_LEVER_N2O_SHARE] = "n2o_share",
  [IJK_LEVER_CCS_SHARE] = "ccs_share",
  [IJK_LEVER_CCU_SHARE] = "ccu_share",
  [IJK_LEVER_CLUSTER_COOPERATION] = "cluster_cooperation",
  [IJK_LEVER_RND] = "rnd",
  [IJK_LEVER_THETA_SCALE] = "theta_scale",
  [IJK_LEVER_TECHNICIANS] = "technicians",
  [IJK_LEVER_CCS_CAPACITY] = "ccs_capacity",
  [IJK_LEVER_CCS_CAPACITY_SCALE] = "ccs_capacity_scale",
  [IJK_LEVER_ARAMIS_START] = "aramis_start",
  [IJK_LEVER_CCS_OVERRUN] = "ccs_overrun",
  [IJK_LEVER_DRI_START] = "dri_start",
  [IJK_LEVER_GRID_GROWTH] = "grid_growth",
  [IJK_LEVER_NETWORK_FEE] = "network_fee",
  [IJK_LEVER_ETS_PRICE] = "ets_price",
  [IJK_LEVER_ETS_SCALE] = "ets_scale",
  [IJK_LEVER_ETS2] = "ets2",
  [IJK_LEVER_ELEC_SCALE] = "elec_scale",
  [IJK_LEVER_GAS_SCALE] = "gas_scale",
  [IJK_LEVER_H2_SCALE] = "h2_scale",
  [IJK_LEVER_EXTRA_CASE] = "extra_case",
  [IJK_LEVER_GROWTH] = "growth",
  [IJK_LEVER_FREE_SCALE] = "free_scale",
  [IJK_LEVER_PASS_THROUGH] = "pass_through",
  [IJK_LEVER_ETA_SCALE] = "eta_scale",
  [IJK_LEVER_LEAK_RATE] = "leak_rate",
  [IJK_LEVER_PROJECT] = "project",
  [IJK_LEVER_PROJECT_START] = "project_start",
};

#define N (1u << IJK_SCOPE_NATIONAL)
#define S (1u << IJK_SCOPE_SECTOR)
#define C (1u << IJK_SCOPE_COMPANY)

const IjkLeverRule ijk_lever_rules[IJK_N_TABLE_LEVERS] = {
  [IJK_LEVER_REGIME] = { IJK_LEVER_KIND_SWITCH, N, IJK_NONE },
  [IJK_LEVER_RATE] = { IJK_LEVER_KIND_PATH, N, IJK_SERIES_LEVY_RATE },
  [IJK_LEVER_INCINERATOR_RATE] = { IJK_LEVER_KIND_PATH, N, IJK_SERIES_INCINERATOR_RATE },
  [IJK_LEVER_REDUCTION_FACTOR] = { IJK_LEVER_KIND_PATH, N, IJK_SERIES_REDUCTION_FACTOR },
  [IJK_LEVER_BENCHMARK_SCALE] = { IJK_LEVER_KIND_PATH, N | S | C, IJK_NONE },
  [IJK_LEVER_MIN_PRICE] = { IJK_LEVER_KIND_PATH, N, IJK_SERIES_MIN_PRICE },
  [IJK_LEVER_INC_FACTOR] = { IJK_LEVER_KIND_PATH, N, IJK_SERIES_INC_FACTOR },
  [IJK_LEVER_REF_PREMIUM] = { IJK_LEVER_KIND_NUMBER, N, IJK_NONE },
  [IJK_LEVER_TRADE_PARTICIPATION] = { IJK_LEVER_KIND_NUMBER, N, IJK_NONE },
  [IJK_LEVER_KAPPA] = { IJK_LEVER_KIND_NUMBER, N, IJK_NONE },
  [IJK_LEVER_LEVY_RETURN] = { IJK_LEVER_KIND_NUMBER, N, IJK_NONE },
  [IJK_LEVER_SDE_BUDGET] = { IJK_LEVER_KIND_PATH, N, IJK_SERIES_SDE_BUDGET },
  [IJK_LEVER_SDE_MAX_INTENSITY] = { IJK_LEVER_KIND_NUMBER, N, IJK_NONE },
  [IJK_LEVER_SDE_LAST_ROUND] = { IJK_LEVER_KIND_NUMBER, N, IJK_NONE },
  [IJK_LEVER_CCS_SUBSIDY_UNTIL] = { IJK_LEVER_KIND_NUMBER, N, IJK_NONE },
  [IJK_LEVER_CCS_CEILING] = { IJK_LEVER_KIND_PATH, N, IJK_SERIES_CCS_CEILING },
  [IJK_LEVER_REALISATION] = { IJK_LEVER_KIND_NUMBER, N, IJK_NONE },
  [IJK_LEVER_GRANT] = { IJK_LEVER_KIND_NUMBER, N | S, IJK_NONE },
  [IJK_LEVER_ENFORCEMENT] = { IJK_LEVER_KIND_NUMBER, N | S, IJK_NONE },
  [IJK_LEVER_DUTY_SCOPE] = { IJK_LEVER_KIND_SWITCH, N, IJK_NONE },
  [IJK_LEVER_AUTONOMOUS] = { IJK_LEVER_KIND_NUMBER, N | S, IJK_NONE },
  [IJK_LEVER_EFFICIENCY_SHARE] = { IJK_LEVER_KIND_MODE_SHARE, N | S | C, IJK_NONE },
  [IJK_LEVER_HEAT_SHARE] = { IJK_LEVER_KIND_MODE_SHARE, N | S | C, IJK_NONE },
  [IJK_LEVER_ELECTRIFICATION_SHARE] = { IJK_LEVER_KIND_MODE_SHARE, N | S | C, IJK_NONE },
  [IJK_LEVER_HYDROGEN_SHARE] = { IJK_LEVER_KIND_MODE_SHARE, N | S | C, IJK_NONE },
  [IJK_LEVER_GEOTHERMAL_BIO_SHARE] = { IJK_LEVER_KIND_MODE_SHARE, N | S | C, IJK_NONE },
  [IJK_LEVER_CIRCULAR_SHARE] = { IJK_LEVER_KIND_MODE_SHARE, N | S | C, IJK_NONE },
  [IJK_LEVER_STEEL_SHARE] = { IJK_LEVER_KIND_MODE_SHARE, N | S | C, IJK_NONE },
  [IJK_LEVER_N2O_SHARE] = { IJK_LEVER_KIND_MODE_SHARE, N | S | C, IJK_NONE },
  [IJK_LEVER_CCS_SHARE] = { IJK_LEVER_KIND_MODE_SHARE, N | S | C, IJK_NONE },
  [IJK_LEVER_CCU_SHARE] = { IJK_LEVER_KIND_MODE_SHARE, N | S | C, IJK_NONE },
  [IJK_LEVER_CLUSTER_COOPERATION] = { IJK_LEVER_KIND_NUMBER, N, IJK_NONE },
  [IJK_LEVER_RND] = { IJK_LEVER_KIND_NUMBER, N, IJK_NONE },
  [IJK_LEVER_THETA_SCALE] = { IJK_LEVER_KIND_NUMBER, N, IJK_NONE },
  [IJK_LEVER_TECHNICIANS] = { IJK_LEVER_KIND_PATH, N, IJK_SERIES_TECHNICIANS },
  [IJK_LEVER_CCS_CAPACITY] = { IJK_LEVER_KIND_PATH, N, IJK_SERIES_CCS_CAPACITY },
  [IJK_LEVER_CCS_CAPACITY_SCALE] = { IJK_LEVER_KIND_NUMBER, N, IJK_NONE },
  [IJK_LEVER_ARAMIS_START] = { IJK_LEVER_KIND_NUMBER, N, IJK_NONE },
  [IJK_LEVER_CCS_OVERRUN] = { IJK_LEVER_KIND_NUMBER, N, IJK_NONE },
  [IJK_LEVER_DRI_START] = { IJK_LEVER_KIND_NUMBER, N, IJK_NONE },
  [IJK_LEVER_GRID_GROWTH] = { IJK_LEVER_KIND_PATH, N, IJK_SERIES_GRID_GROWTH },
  [IJK_LEVER_NETWORK_FEE] = { IJK_LEVER_KIND_NUMBER, N, IJK_NONE },
  [IJK_LEVER_ETS_PRICE] = { IJK_LEVER_KIND_PATH, N, IJK_SERIES_ETS_PRICE },
  [IJK_LEVER_ETS_SCALE] = { IJK_LEVER_KIND_NUMBER, N, IJK_NONE },
  [IJK_LEVER_ETS2] = { IJK_LEVER_KIND_NUMBER, N, IJK_NONE },
  [IJK_LEVER_ELEC_SCALE] = { IJK_LEVER_KIND_NUMBER, N, IJK_NONE },
  [IJK_LEVER_GAS_SCALE] = { IJK_LEVER_KIND_NUMBER, N, IJK_NONE },
  [IJK_LEVER_H2_SCALE] = { IJK_LEVER_KIND_NUMBER, N, IJK_NONE },
  [IJK_LEVER_EXTRA_CASE] = { IJK_LEVER_KIND_NUMBER, N, IJK_NONE },
  [IJK_LEVER_GROWTH] = { IJK_LEVER_KIND_PATH, N | S, IJK_NONE },
  [IJK_LEVER_FREE_SCALE] = { IJK_LEVER_KIND_NUMBER, N, IJK_NONE },
  [IJK_LEVER_PASS_THROUGH] = { IJK_LEVER_KIND_NUMBER, N | S, IJK_NONE },
  [IJK_LEVER_ETA_SCALE] = { IJK_LEVER_KIND_NUMBER, N | S, IJK_NONE },
  [IJK_LEVER_LEAK_RATE] = { IJK_LEVER_KIND_NUMBER, N, IJK_NONE },
};

#undef N
#undef S
#undef C

const char *const ijk_share_mode_ids[IJK_N_SHARE_MODES] = { "free", "at_most", "exactly" };

static const char *const off_on[] = { "0", "1", NULL };

/* Projects have their own switch and date without a row in the table of levers. */
void
ijk_lever_append_project_levers (GArray *levers)
{
  const IjkProvenance ours = { IJK_STATUS_ASSUMPTION, "project judgement" };
  const IjkLever added[] = {
    { .id = ijk_lever_ids[IJK_LEVER_PROJECT],
      .name_en = "Project goes ahead",
      .name_nl = "Project gaat door",
      .heading = IJK_HEADING_CLEAN,
      .kind = IJK_LEVER_KIND_SWITCH,
      .unit = "0|1",
      .min = NAN,
      .max = NAN,
      .step = NAN,
      .choices = g_memdup2 (off_on, sizeof off_on),
      .default_number = NAN,
      .scopes = 1u << IJK_SCOPE_PROJECT,
      .series = IJK_NONE,
      .provenance = ours,
      .help_en = "Whether the dated decision is taken.",
      .help_nl = "Of het gedateerde besluit wordt genomen." },
    { .id = ijk_lever_ids[IJK_LEVER_PROJECT_START],
      .name_en = "Start of the project",
      .name_nl = "Start van het project",
      .heading = IJK_HEADING_CLEAN,
      .kind = IJK_LEVER_KIND_NUMBER,
      .unit = "year",
      .min = IJK_FIRST_FREE_YEAR,
      .max = IJK_NEVER_YEAR,
      .step = 1,
      .default_number = NAN,
      .scopes = 1u << IJK_SCOPE_PROJECT,
      .series = IJK_NONE,
      .provenance = ours,
      .help_en = "First year of operation; 2051 = never.",
      .help_nl = "Eerste jaar in bedrijf; 2051 = nooit." },
  };

  g_assert (levers->len == IJK_N_TABLE_LEVERS);
  g_array_append_vals (levers, added, G_N_ELEMENTS (added));
}

/* Position (an IjkLeverId) of the lever called @id, or IJK_NONE. */
guint
ijk_lever_find (const IjkReference *reference,
                const char         *id)
{
  for (guint i = 0; i < reference->n_levers; i++)
    if (strcmp (reference->levers[i].id, id) == 0)
      return i;
  return IJK_NONE;
}

/* Reads one finite number that is the whole of @text. */
static gboolean
parse_number (const IjkLever *lever,
              const char     *text,
              double         *number,
              GError        **error)
{
  char *end = NULL;
  const double value = g_ascii_strtod (text, &end);

  if (end == text || *end != '\0' || !isfinite (value) || g_ascii_isspace (*text)
      || strpbrk (text, "xXpP") != NULL)
    {
      g_set_error (error, IJK_MODEL_ERROR, IJK_MODEL_ERROR_SYNTAX,
                   _("“%s” is not a number; %s takes numbers with a decimal point, such as 0.5"),
                   text, lever->id);
      return FALSE;
    }
  *number = value;
  return TRUE;
}

static int
compare_points (gconstpointer a,
                gconstpointer b)
{
  return ((const IjkPathPoint *) a)->year - ((const IjkPathPoint *) b)->year;
}

static gboolean
parse_point (const IjkLever *lever,
             const char     *text,
             IjkPathPoint   *point,
             GError        **error)
{
  const char *colon = strchr (text, ':');
  guint64 year = 0;
  g_autofree char *year_text = NULL;

  if (colon == NULL)
    {
      g_set_error (error, IJK_MODEL_ERROR, IJK_MODEL_ERROR_SYNTAX,
                   _("“%s” is not a point YEAR:VALUE; a path for %s looks like 2030:%g,2050:%g"),
                   text, lever->id, lever->min, lever->max);
      return FALSE;
    }
  year_text = g_strndup (text, (gsize) (colon - text));
  if (!g_ascii_string_to_unsigned (year_text, 10, 0, 9999, &year, NULL))
    {
      g_set_error (error, IJK_MODEL_ERROR, IJK_MODEL_ERROR_SYNTAX,
                   _("“%s” in the path of %s is not a year"), year_text, lever->id);
      return FALSE;
    }
  point->year = (int) year;
  return parse_number (lever, colon + 1, &point->value, error);
}

/* Reads `2030:120,2050:200`, or one number, which holds from the first free year on. */
static gboolean
parse_path (const IjkLever *lever,
            const char     *text,
            IjkLeverValue  *value,
            GError        **error)
{
  g_auto (GStrv) parts = NULL;

  if (strchr (text, ':') == NULL && strchr (text, ',') == NULL)
    {
      value->n_points = 1;
      value->points[0].year = IJK_FIRST_FREE_YEAR;
      return parse_number (lever, text, &value->points[0].value, error);
    }

  parts = g_strsplit (text, ",", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      IjkPathPoint point = { 0 };

      if (!parse_point (lever, parts[i], &point, error))
        return FALSE;
      for (guint j = 0; j < value->n_points; j++)
        if (value->points[j].year == point.year)
          {
            g_set_error (error, IJK_MODEL_ERROR, IJK_MODEL_ERROR_SYNTAX,
                         _("the path of %s gives the year %d twice"), lever->id, point.year);
            return FALSE;
          }
      if (value->n_points == G_N_ELEMENTS (value->points))
        {
          g_set_error (error, IJK_MODEL_ERROR, IJK_MODEL_ERROR_RANGE,
                       _("the path of %s has more points than there are years from %d to %d"),
                       lever->id, IJK_FIRST_FREE_YEAR, IJK_LAST_YEAR);
          return FALSE;
        }
      value->points[value->n_points++] = point;
    }
  qsort (value->points, value->n_points, sizeof *value->points, compare_points);
  return TRUE;
}

static gboolean
parse_choice (const IjkLever *lever,
              const char     *text,
              IjkLeverValue  *value,
              GError        **error)
{
  g_autofree char *valid = NULL;

  for (guint i = 0; lever->choices[i] != NULL; i++)
    if (strcmp (lever->choices[i], text) == 0)
      {
        value->choice = i;
        return TRUE;
      }
  valid = g_strjoinv (", ", (char **) lever->choices);
  g_set_error (error, IJK_MODEL_ERROR, IJK_MODEL_ERROR_UNKNOWN,
               _("“%s” is not a choice of %s; choose one of %s"), text, lever->id, valid);
  return FALSE;
}

static gboolean
parse_share (const IjkLever *lever,
             const char     *text,
             IjkLeverValue  *value,
             GError        **error)
{
  if (strcmp (text, ijk_share_mode_ids[IJK_SHARE_FREE]) == 0)
    return TRUE;
  for (guint mode = IJK_SHARE_AT_MOST; mode < IJK_N_SHARE_MODES; mode++)
    {
      const gsize n = strlen (ijk_share_mode_ids[mode]);

      if (strncmp (text, ijk_share_mode_ids[mode], n) == 0 && text[n] == ':')
        {
          value->mode = (IjkShareMode) mode;
          return parse_path (lever, text + n + 1, value, error);
        }
    }
  g_set_error (error, IJK_MODEL_ERROR, IJK_MODEL_ERROR_SYNTAX,
               _("“%s” is not a value of %s; write free, at_most:0.5, exactly:0.5 or "
                 "exactly:2030:0.2,2050:0.9"),
               text, lever->id);
  return FALSE;
}

/**
 * ijk_lever_value_parse:
 * @lever: the lever
 * @text: value in the grammar of `--set`
 * @value: (out): the value
 *
 * Reads a value and checks it against the lever's limits.
 *
 * Returns: %FALSE with %IJK_MODEL_ERROR set when @text is malformed or out of range
 */
gboolean
ijk_lever_value_parse (const IjkLever *lever,
                       const char     *text,
                       IjkLeverValue  *value,
                       GError        **error)
{
  gboolean is_read = FALSE;

  *value = (IjkLeverValue) { 0 };
  switch (lever->kind)
    {
    case IJK_LEVER_KIND_NUMBER:
      is_read = parse_number (lever, text, &value->number, error);
      break;
    case IJK_LEVER_KIND_SWITCH:
      is_read = parse_choice (lever, text, value, error);
      break;
    case IJK_LEVER_KIND_PATH:
      is_read = parse_path (lever, text, value, error);
      break;
    case IJK_LEVER_KIND_MODE_SHARE:
      is_read = parse_share (lever, text, value, error);
      break;
    }
  return is_read && ijk_lever_value_check (lever, value, error);
}

static gboolean
check_number (const IjkLever *lever,
              double          number,
              GError        **error)
{
  if (!(number >= lever->min && number <= lever->max))
    {
      g_autoptr (GString) shown = g_string_new (NULL);

      g_string_printf (shown, "%.10g", number);
      /* A hair outside must not be shown as the limit itself. */
      if (g_ascii_strtod (shown->str, NULL) == lever->min
          || g_ascii_strtod (shown->str, NULL) == lever->max)
        {
          g_string_truncate (shown, 0);
          ijk_append_shortest (shown, number);
        }
      g_set_error (error, IJK_MODEL_ERROR, IJK_MODEL_ERROR_RANGE,
                   _("%s is out of range for %s, which goes from %.10g to %.10g (%s)"), shown->str,
                   lever->id, lever->min, lever->max, lever->unit);
      return FALSE;
    }
  if (strcmp (lever->unit, "year") == 0 && number != floor (number))
    {
      g_set_error (error, IJK_MODEL_ERROR, IJK_MODEL_ERROR_RANGE,
                   _("%.10g is not a whole year, which %s needs"), number, lever->id);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_points (const IjkLever      *lever,
              const IjkLeverValue *value,
              GError             **error)
{
  if (value->n_points == 0)
    {
      g_set_error (error, IJK_MODEL_ERROR, IJK_MODEL_ERROR_SYNTAX,
                   _("the path of %s has no points"), lever->id);
      return FALSE;
    }
  for (guint i = 0; i < value->n_points; i++)
    {
      const int year = value->points[i].year;

      if (year < IJK_FIRST_FREE_YEAR)
        {
          g_set_error (error, IJK_MODEL_ERROR, IJK_MODEL_ERROR_RANGE,
                       _("the path of %s starts in %d, but the years before %d have been observed "
                         "and cannot be changed; start in %d or later"),
                       lever->id, year, IJK_FIRST_FREE_YEAR, IJK_FIRST_FREE_YEAR);
          return FALSE;
        }
      if (year > IJK_LAST_YEAR)
        {
          g_set_error (error, IJK_MODEL_ERROR, IJK_MODEL_ERROR_RANGE,
                       _("the path of %s has the year %d, but the horizon ends in %d"), lever->id,
                       year, IJK_LAST_YEAR);
          return FALSE;
        }
      if (i > 0 && year <= value->points[i - 1].year)
        {
          g_set_error (error, IJK_MODEL_ERROR, IJK_MODEL_ERROR_SYNTAX,
                       _("the years of the path of %s do not rise: %d after %d"), lever->id, year,
                       value->points[i - 1].year);
          return FALSE;
        }
      if (!check_number (lever, value->points[i].value, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * ijk_lever_value_check:
 *
 * Whether @value can be set on @lever: in range, finite, years rising and in the free years.
 *
 * Returns: %FALSE with %IJK_MODEL_ERROR_RANGE or another %IJK_MODEL_ERROR set when it cannot
 */
gboolean
ijk_lever_value_check (const IjkLever      *lever,
                       const IjkLeverValue *value,
                       GError             **error)
{
  switch (lever->kind)
    {
    case IJK_LEVER_KIND_NUMBER:
      return check_number (lever, value->number, error);
    case IJK_LEVER_KIND_SWITCH:
      if (value->choice < g_strv_length ((char **) lever->choices))
        return TRUE;
      g_set_error (error, IJK_MODEL_ERROR, IJK_MODEL_ERROR_RANGE, _("%s has no choice number %u"),
                   lever->id, value->choice);
      return FALSE;
    case IJK_LEVER_KIND_PATH:
      return check_points (lever, value, error);
    case IJK_LEVER_KIND_MODE_SHARE:
      return value->mode == IJK_SHARE_FREE || check_points (lever, value, error);
    }
  g_assert_not_reached ();
}

/* Appends the shortest text that reads back as the same number, with a decimal point. */
void
ijk_append_shortest (GString *text,
                     double   number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  for (int digits = 6; digits <= 17; digits++)
    {
      g_autofree char *format = g_strdup_printf ("%%.%dg", digits);

      g_ascii_formatd (buffer, sizeof buffer, format, number);
      if (g_ascii_strtod (buffer, NULL) == number)
        break;
    }
  g_string_append (text, buffer);
}

/**
 * ijk_lever_value_to_string:
 *
 * Returns: (transfer full): the value in the grammar that ijk_lever_value_parse() reads back
 */
char *
ijk_lever_value_to_string (const IjkLever      *lever,
                           const IjkLeverValue *value)
{
  GString *text = g_string_new (NULL);

  switch (lever->kind)
    {
    case IJK_LEVER_KIND_NUMBER:
      ijk_append_shortest (text, value->number);
      return g_string_free (text, FALSE);
    case IJK_LEVER_KIND_SWITCH:
      g_string_append (text, lever->choices[value->choice]);
      return g_string_free (text, FALSE);
    case IJK_LEVER_KIND_MODE_SHARE:
      g_string_append (text, ijk_share_mode_ids[value->mode]);
      if (value->mode == IJK_SHARE_FREE)
        return g_string_free (text, FALSE);
      g_string_append_c (text, ':');
      break;
    case IJK_LEVER_KIND_PATH:
      break;
    }
  for (guint i = 0; i < value->n_points; i++)
    {
      g_string_append_printf (text, "%s%d:", i > 0 ? "," : "", value->points[i].year);
      ijk_append_shortest (text, value->points[i].value);
    }
  return g_string_free (text, FALSE);
}

/* Whether two values of @lever mean the same. */
gboolean
ijk_lever_value_equal (const IjkLever      *lever,
                       const IjkLeverValue *a,
                       const IjkLeverValue *b)
{
  switch (lever->kind)
    {
    case IJK_LEVER_KIND_NUMBER:
      return a->number == b->number;
    case IJK_LEVER_KIND_SWITCH:
      return a->choice == b->choice;
    case IJK_LEVER_KIND_MODE_SHARE:
      if (a->mode != b->mode)
        return FALSE;
      break;
    case IJK_LEVER_KIND_PATH:
      break;
    }
  if (a->n_points != b->n_points)
    return FALSE;
  for (guint i = 0; i < a->n_points; i++)
    if (a->points[i].year != b->points[i].year || a->points[i].value != b->points[i].value)
      return FALSE;
  return TRUE;
}

/* The path at @year: straight lines between points, flat outside them. */
double
ijk_lever_value_at (const IjkLeverValue *value,
                    int                  year)
{
  const IjkPathPoint *points = value->points;
  guint i = 0;

  g_assert (value->n_points > 0);
  while (i < value->n_points && points[i].year < year)
    i++;
  if (i == value->n_points)
    return points[i - 1].value;
  /* A point is met to the last bit: rounding must not make 0 a negative number. */
  if (i == 0 || points[i].year == year)
    return points[i].value;
  return points[i - 1].value
         + (points[i].value - points[i - 1].value) * (year - points[i - 1].year)
               / (points[i].year - points[i - 1].year);
}
