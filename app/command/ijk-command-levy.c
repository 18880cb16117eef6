/* `ijkpad levy`: the CO2 levy of one installation in one year, with what it rests on.
 *
 * What is not given comes from the statute of the regime: rates, minimum price and, to 2026, the
 * deducted ETS forward price; after that the reference scenario's ETS price stands in for it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-command.h"

#include "ijk-language.h"
#include "ijk-quantity.h"
#include "ijk-run.h"
#include "ijk-source.h"
#include "ijk-statute.h"
#include "ijk-table.h"
#include "ijk-text-table.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Tonnes of one installation: more is a slip of the keyboard. */
static const IjkRange tonnes = { 0, 1e9, "t" };

typedef struct
{
  int year;
  char *emissions, *rights, *bought, *rate, *reference_price, *minimum_price;
  char *kind, *regime, *history, *format, *directory;
} Options;

static void
clear_options (Options *self)
{
  g_free (self->emissions);
  g_free (self->rights);
  g_free (self->bought);
  g_free (self->rate);
  g_free (self->reference_price);
  g_free (self->minimum_price);
  g_free (self->kind);
  g_free (self->regime);
  g_free (self->history);
  g_free (self->format);
  g_free (self->directory);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

/* One line of the explanation: a number with its unit, and where it comes from. */
typedef struct
{
  double value;
  const char *status; /* N_("given") or a status id */
  const char *source;
} Operand;

typedef struct
{
  IjkUnitKind kind;
  guint regime;
  IjkFormat format;
  gboolean is_bought_given;
  Operand gross, reference_price, minimum_price;
  IjkLevyYear year;
  IjkLevyOutcome outcome;
} Case;

static const char description[] = N_ (
    "levy = taxed tonnes × rate + covered tonnes × minimum rate − credit\n"
    "  taxed        = emissions − rights − bought, not below 0\n"
    "  rate         = gross rate − ETS price, not below the minimum rate; incinerators and\n"
    "                 nitrous oxide plants deduct no ETS price\n"
    "  minimum rate = minimum CO₂ price − ETS price, not below 0, from 2023\n"
    "  credit       = rights left over × what was paid on them in the five years before\n\n"
    "The history is a CSV file with the columns year,emissions,rights,bought of earlier years of\n"
    "the same installation. Without options the command explains a worked example.");

/* Reads a number option. FALSE after telling what is wrong. */
static gboolean
read_number (const char *name,
             const char *text,
             IjkRange    range,
             double     *number)
{
  char *end = NULL;
  const double value = g_ascii_strtod (text, &end);

  if (end == text || *end != '\0' || !isfinite (value)
      || strspn (text, "+-.0123456789eE") != strlen (text))
    return ijk_command_fail (FALSE, _("--%s “%s” is not a number; use a decimal point"), name,
                             text);
  if (value < range.min || value > range.max)
    return ijk_command_fail (FALSE, _("--%s %s is out of range; it goes from %.10g to %.10g %s"),
                             name, text, range.min, range.max, range.unit);
  *number = value;
  return TRUE;
}

static gboolean
read_word (const char        *name,
           const char        *text,
           const char *const *words,
           guint              n_words,
           guint             *position)
{
  g_autoptr (GString) valid = g_string_new (NULL);

  if (text == NULL)
    return TRUE;
  for (guint i = 0; i < n_words; i++)
    {
      if (strcmp (words[i], text) == 0)
        {
          *position = i;
          return TRUE;
        }
      g_string_append_printf (valid, "%s%s", i > 0 ? ", " : "", words[i]);
    }
  return ijk_command_fail (FALSE, _("--%s “%s” is unknown; choose one of %s"), name, text,
                           valid->str);
}

/* Value of a series in a year with its provenance: that of the point itself, of the last one where
 * it is held, and an assumption in between. */
static Operand
look_up (const IjkReference *reference,
         IjkSeriesId         id,
         guint               variant,
         int                 year)
{
  const IjkSeries *series = &reference->series[id][variant];
  const IjkSeriesPoint *nearest = &series->points[0];
  Operand found = { .value = reference->yearly[id][variant][IJK_YEAR_INDEX (year)] };

  for (guint i = 0; i < series->n_points && series->points[i].year <= year; i++)
    nearest = &series->points[i];
  found.source = nearest->provenance.source;
  found.status = nearest->year == year ? ijk_status_ids[nearest->provenance.status]
                                       : ijk_status_ids[IJK_STATUS_ASSUMPTION];
  return found;
}

/* Gross rate, ETS price and minimum price of a year by the regime. */
static void
look_up_rates (const IjkReference *reference,
               const IjkResult    *result,
               Case               *self)
{
  const int year = self->year.year;
  const IjkSeries *published = &reference->series[IJK_SERIES_ETS_REF][IJK_VARIANT_CENTRAL];

  self->gross = look_up (reference,
                         self->kind == IJK_KIND_INCINERATOR ? IJK_SERIES_INCINERATOR_RATE
                                                            : IJK_SERIES_LEVY_RATE,
                         self->regime, year);
  self->minimum_price = look_up (reference, IJK_SERIES_MIN_PRICE, IJK_VARIANT_CENTRAL, year);
  if (year <= published->points[published->n_points - 1].year)
    {
      self->reference_price = look_up (reference, IJK_SERIES_ETS_REF, IJK_VARIANT_CENTRAL, year);
      return;
    }
  self->reference_price = (Operand){
    .value = result->nation_ref_price_eur_per_t[IJK_YEAR_INDEX (year)],
    .status = ijk_status_ids[IJK_STATUS_ASSUMPTION],
    .source = _("reference scenario: ETS price of the year before plus the forward premium"),
  };
}

static void
apply_rates (Case *self)
{
  IjkLevyYear *year = &self->year;

  year->minimum_rate_eur_per_t = ijk_statute_minimum_rate (year->year, self->minimum_price.value,
                                                           self->reference_price.value);
  year->rate_eur_per_t = ijk_statute_rate (self->kind, self->gross.value,
                                           self->reference_price.value,
                                           year->minimum_rate_eur_per_t);
}

/* Earlier years of the installation, in rising order, each before the year asked for. */
static GArray *
read_history (const char *path,
              int         before_year)
{
  static const char *const columns[] = { "year", "emissions", "rights", "bought", NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (IjkTable) table = NULL;
  g_autoptr (GArray) years = g_array_new (FALSE, FALSE, sizeof (IjkLevyYear));
  gsize length = 0;

  text = ijk_command_read_file (path, &length, &error);
  if (text == NULL)
    g_prefix_error (&error, _("“%s” cannot be read: "), path);
  else
    table = ijk_table_new (name, text, (gssize) length, columns, &error);
  for (guint i = 0; table != NULL && error == NULL && i < ijk_table_get_n_rows (table); i++)
    {
      IjkRow row = { table, i, FALSE, &error };
      const IjkRange range
          = { IJK_FIRST_YEAR, before_year - 1, N_("a year before the one asked for") };
      const IjkLevyYear year = {
        .year = ijk_row_integer (&row, "year", range),
        .emissions_t = ijk_row_number (&row, "emissions", tonnes),
        .rights_t = ijk_row_number (&row, "rights", tonnes),
        .bought_t = ijk_row_number (&row, "bought", tonnes),
      };

      if (before_year == IJK_FIRST_YEAR)
        {
          g_clear_error (&error);
          row.is_bad = FALSE;
          ijk_row_fail (&row, "year", IJK_STORE_ERROR_VALUE,
                        _("there was no levy before %d, so the first year has no history"),
                        IJK_FIRST_YEAR);
        }
      if (years->len > 0 && year.year <= g_array_index (years, IjkLevyYear, years->len - 1).year)
        ijk_row_fail (&row, "year", IJK_STORE_ERROR_DUPLICATE,
                      _("%d stands twice or out of order; expected rising years"), year.year);
      g_array_append_val (years, year);
    }
  if (error == NULL)
    return g_steal_pointer (&years);
  ijk_command_fail (IJK_EXIT_FAILED, _("the history is not read: %s"), error->message);
  return NULL;
}

static void
add_row (IjkTextTable *table,
         const char   *label,
         double        value,
         guint         n_decimals,
         const char   *unit,
         const char   *status,
         const char   *source)
{
  g_autofree char *number = ijk_quantity_number (value, n_decimals);

  ijk_text_table_add (table, label);
  ijk_text_table_addf (table, "%s", number);
  ijk_text_table_add (table, unit);
  ijk_text_table_add_word (table, status);
  ijk_text_table_add_shown (table, source, ijk_source_words (source));
}

static void
add_operand (IjkTextTable  *table,
             const char    *label,
             const Operand *operand,
             const char    *unit)
{
  add_row (table, label, operand->value, 2, unit, operand->status, operand->source);
}

/* Tonnes are shown whole where they are. */
static guint
decimals_of (double tonnage)
{
  return tonnage == floor (tonnage) ? 0 : 3;
}

static char *
write_title (const IjkReference *reference, const Case *self)
{
  const IjkRegime *regime = &reference->regimes[self->regime];
  const char *name = ijk_language_pick (regime->name_en, regime->name_nl);

  switch (self->kind)
    {
    /* Translators: in these, %d: a year; %s: a statute, as in "Tax plan for 2026". */
    case IJK_KIND_ETS:
      return g_strdup_printf (_("CO₂ levy in %d of one ETS installation, %s"), self->year.year,
                              name);
    case IJK_KIND_INCINERATOR:
      return g_strdup_printf (_("CO₂ levy in %d of one waste incinerator, %s"), self->year.year,
                              name);
    case IJK_KIND_N2O:
      return g_strdup_printf (_("CO₂ levy in %d of one nitrous oxide plant, %s"), self->year.year,
                              name);
    case IJK_KIND_REST:
    case IJK_N_KINDS:
      break;
    }
  g_assert_not_reached (); /* not levied */
}

static char *
write_explanation (const IjkReference *reference,
                   const Case         *self)
{
  static const char *const columns[] = { "", "value", "unit", "status", "source", NULL };
  const IjkLevyOutcome *out = &self->outcome;
  const IjkLevyYear *year = &self->year;
  g_autoptr (IjkTextTable) table = ijk_text_table_new (columns);
  g_autofree char *rows = NULL;
  g_autofree char *title = NULL;

  add_row (table, _("emissions (industrial load)"), year->emissions_t,
           decimals_of (year->emissions_t), "t", N_("given"), "");
  add_row (table, _("dispensation rights"), year->rights_t, decimals_of (year->rights_t), "t",
           N_("given"), "");
  add_row (table, _("rights bought"), year->bought_t, decimals_of (year->bought_t), "t",
           self->is_bought_given ? N_("given") : "",
           self->is_bought_given ? "" : _("not given: none"));
  add_operand (table, _("gross rate"), &self->gross, "EUR/t");
  add_operand (table, _("ETS forward price"), &self->reference_price, "EUR/t");
  add_operand (table, _("minimum CO₂ price"), &self->minimum_price, "EUR/t");
  add_row (table, _("taxed tonnes"), out->taxed_t, decimals_of (out->taxed_t), "t", "",
           _("emissions − rights − bought, not below 0"));
  add_row (table, _("covered tonnes"), out->covered_t, decimals_of (out->covered_t), "t", "",
           _("emissions − taxed tonnes"));
  add_row (table, _("rate"), year->rate_eur_per_t, 2, "EUR/t", "",
           self->kind == IJK_KIND_ETS ? _("gross rate − ETS price, not below the minimum rate")
                                      : _("gross rate; no ETS price is deducted"));
  add_row (table, _("minimum rate"), year->minimum_rate_eur_per_t, 2, "EUR/t", "",
           _("minimum CO₂ price − ETS price, not below 0, from 2023"));
  add_row (table, _("levy"), out->levy_eur, 2, "EUR", "",
           _("taxed × rate + covered × minimum rate"));
  add_row (table, _("surplus of rights"), out->surplus_t, decimals_of (out->surplus_t), "t", "",
           _("rights − emissions, not below 0"));
  add_row (table, _("credit for earlier years"), out->credit_eur, 2, "EUR", "",
           _("surplus × difference of rates, five years back"));
  add_row (table, _("net levy"), out->net_levy_eur, 2, "EUR", "", _("levy − credit"));
  rows = ijk_text_table_write (table, IJK_FORMAT_TABLE);
  title = write_title (reference, self);
  return g_strconcat (title, "\n\n", rows, NULL);
}

/* The number with all decimals that fifteen digits hold, at most nine, and no zeros behind: a sum of
 * decimal fractions comes out as it is on paper, without the noise of binary ones. */
static void
format_exact (char  *buffer,
              gsize  size,
              double number)
{
  const double magnitude = number != 0 ? floor (log10 (fabs (number))) : 0;
  char format[8];
  gsize n = 0;

  g_snprintf (format, sizeof format, "%%.%df", (int) CLAMP (14 - magnitude, 0.0, 9.0));
  g_ascii_formatd (buffer, (int) size, format, number + 0.0);
  n = strlen (buffer);
  while (strchr (buffer, '.') != NULL && (buffer[n - 1] == '0' || buffer[n - 1] == '.'))
    buffer[--n] = '\0';
}

static char *
write_csv (const Case *self)
{
  static const char *const columns[] = { "indicator", "value", "unit", NULL };
  const IjkLevyOutcome *out = &self->outcome;
  const struct
  {
    const char *id;
    double value;
    const char *unit;
  } rows[] = {
    { "taxed_tonnes", out->taxed_t, "t" },
    { "covered_tonnes", out->covered_t, "t" },
    { "rate", self->year.rate_eur_per_t, "EUR/t" },
    { "minimum_rate", self->year.minimum_rate_eur_per_t, "EUR/t" },
    { "levy", out->levy_eur, "EUR" },
    { "surplus", out->surplus_t, "t" },
    { "credit", out->credit_eur, "EUR" },
    { "net_levy", out->net_levy_eur, "EUR" },
  };
  g_autoptr (IjkTextTable) table = ijk_text_table_new (columns);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      char number[G_ASCII_DTOSTR_BUF_SIZE];

      format_exact (number, sizeof number, rows[i].value);
      ijk_text_table_add (table, rows[i].id);
      ijk_text_table_addf (table, "%s", number);
      ijk_text_table_add (table, rows[i].unit);
    }
  return ijk_text_table_write (table, IJK_FORMAT_CSV);
}

/* The numbers and words of the options into a case. FALSE after telling what is wrong. */
static gboolean
read_case (const Options *options,
           Case          *self)
{
  guint kind = IJK_KIND_ETS;

  self->regime = IJK_REGIME_TAX_PLAN_2026;
  if (options->year == 0 || options->emissions == NULL || options->rights == NULL)
    return ijk_command_fail (FALSE,
                             _("--year, --emissions and --rights are needed; --help explains"));
  if (options->year < IJK_FIRST_YEAR || options->year > IJK_LAST_YEAR)
    return ijk_command_fail (FALSE,
                             _("--year %d is out of range; the levy exists since %d and the "
                               "horizon ends in %d"),
                             options->year, IJK_FIRST_YEAR, IJK_LAST_YEAR);
  self->year.year = options->year;
  if (!read_number ("emissions", options->emissions, tonnes, &self->year.emissions_t)
      || !read_number ("rights", options->rights, tonnes, &self->year.rights_t)
      || (options->bought != NULL
          && !read_number ("bought", options->bought, tonnes, &self->year.bought_t))
      || !read_word ("kind", options->kind, ijk_kind_ids, IJK_N_LEVIED_KINDS, &kind)
      || !read_word ("regime", options->regime, ijk_regime_ids, IJK_N_REGIMES, &self->regime)
      || !ijk_command_read_format (options->format, 1u << IJK_FORMAT_TABLE | 1u << IJK_FORMAT_CSV,
                                   &self->format))
    return FALSE;
  self->kind = (IjkUnitKind) kind;
  self->is_bought_given = options->bought != NULL;
  return TRUE;
}

/* Rates given by hand take the place of those of the statute. */
static gboolean
override_rates (const Options *options,
                Case          *self)
{
  const IjkRange price = { 0, 10000, "EUR/t" };
  const struct
  {
    const char *name;
    const char *text;
    Operand *operand;
  } given[] = {
    { "rate", options->rate, &self->gross },
    { "reference-price", options->reference_price, &self->reference_price },
    { "minimum-price", options->minimum_price, &self->minimum_price },
  };

  for (guint i = 0; i < G_N_ELEMENTS (given); i++)
    if (given[i].text != NULL)
      {
        if (!read_number (given[i].name, given[i].text, price, &given[i].operand->value))
          return FALSE;
        given[i].operand->status = N_("given");
        given[i].operand->source = "";
      }
  return TRUE;
}

/* The year asked for after the earlier years, each at the rates of its regime. */
static gboolean
work_out (const Options      *options,
          const IjkReference *reference,
          const IjkResult    *result,
          Case               *self)
{
  g_autoptr (GArray) years = NULL;
  g_autofree IjkLevyOutcome *outcomes = NULL;

  years = options->history != NULL ? read_history (options->history, self->year.year)
                                   : g_array_new (FALSE, FALSE, sizeof (IjkLevyYear));
  if (years == NULL)
    return FALSE;
  for (guint i = 0; i < years->len; i++)
    {
      Case earlier = { .kind = self->kind,
                       .regime = self->regime,
                       .year = g_array_index (years, IjkLevyYear, i) };

      look_up_rates (reference, result, &earlier);
      apply_rates (&earlier);
      g_array_index (years, IjkLevyYear, i) = earlier.year;
    }
  apply_rates (self);
  g_array_append_val (years, self->year);
  outcomes = g_new (IjkLevyOutcome, years->len);
  ijk_statute_levy ((const IjkLevyYear *) years->data, years->len, outcomes);
  self->outcome = outcomes[years->len - 1];
  return TRUE;
}

/* Without options: worked example V1 of the statute. */
static void
fill_example (Options *options)
{
  options->year = 2025;
  options->emissions = g_strdup ("500000");
  options->rights = g_strdup ("460000");
}

/* The answer in the format asked for; the example comes with its command and the formula. */
static char *
write_answer (const IjkReference *reference,
              const Case         *self,
              gboolean            is_example)
{
  g_autofree char *text = NULL;

  if (self->format == IJK_FORMAT_CSV)
    return write_csv (self);
  text = write_explanation (reference, self);
  if (!is_example)
    return g_steal_pointer (&text);
  return g_strconcat (_("A worked example; “ijkpad levy --help” lists the options."), "\n",
                      "ijkpad levy --year 2025 --emissions 500000 --rights 460000\n\n", text, "\n",
                      _(description), "\n", NULL);
}

/* Loads, works out and writes one case. Returns: an exit code */
static int
answer (const Options *options,
        Case          *self,
        gboolean       is_example)
{
  g_autoptr (IjkReference) reference = ijk_command_load (options->directory);
  g_autoptr (IjkScenario) scenario = NULL;
  g_autoptr (IjkWorkspace) workspace = NULL;
  g_autofree char *text = NULL;
  const IjkResult *result = NULL;

  if (reference == NULL)
    return IJK_EXIT_FAILED;
  scenario = ijk_scenario_new (reference, NULL);
  workspace = ijk_workspace_new (reference);
  result = ijk_run (reference, scenario, workspace);
  look_up_rates (reference, result, self);
  if (!override_rates (options, self))
    return IJK_EXIT_USAGE;
  if (!work_out (options, reference, result, self))
    return IJK_EXIT_FAILED;
  text = write_answer (reference, self, is_example);
  return ijk_command_write (text, strlen (text), NULL);
}

int
ijk_command_levy (int    argc,
                  char **argv)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "year", 0, 0, G_OPTION_ARG_INT, &options.year, N_("Year of the levy, 2021 to 2050"),
      N_("Y") },
    { "emissions", 0, 0, G_OPTION_ARG_STRING, &options.emissions, N_("Industrial load"),
      N_("T") },
    { "rights", 0, 0, G_OPTION_ARG_STRING, &options.rights, N_("Dispensation rights"), N_("T") },
    { "bought", 0, 0, G_OPTION_ARG_STRING, &options.bought, N_("Rights bought from others"),
      N_("T") },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &options.kind, N_("ets (default), incinerator or n2o"),
      N_("KIND") },
    { "regime", 0, 0, G_OPTION_ARG_STRING, &options.regime,
      N_("act_2021, tightening_2023 or tax_plan_2026 (default)"), N_("ID") },
    { "rate", 0, 0, G_OPTION_ARG_STRING, &options.rate, N_("Gross rate instead of the statute's"),
      N_("R") },
    { "reference-price", 0, 0, G_OPTION_ARG_STRING, &options.reference_price,
      N_("ETS forward price that is deducted"), N_("P") },
    { "minimum-price", 0, 0, G_OPTION_ARG_STRING, &options.minimum_price,
      N_("Minimum CO₂ price instead of the statute's"), N_("M") },
    { "history", 0, 0, G_OPTION_ARG_FILENAME, &options.history,
      N_("Earlier years, for carry-back"), N_("FILE") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &options.format, N_("table (default) or csv"),
      N_("FORMAT") },
    { "reference", 0, 0, G_OPTION_ARG_FILENAME, &options.directory,
      N_("Folder with the reference tables"), N_("DIR") },
    { NULL },
  };
  g_autoptr (GOptionContext) context
      = g_option_context_new (_("— the CO₂ levy of one installation by the statute"));
  gboolean is_example = FALSE;
  Case self = { 0 };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_description (context, _(description));
  if (!ijk_command_parse (context, &argc, &argv))
    return IJK_EXIT_USAGE;
  if (argc > 1)
    return ijk_command_fail (IJK_EXIT_USAGE, _("“%s” is not an option; --help lists them"),
                             argv[1]);
  is_example = options.year == 0 && options.emissions == NULL && options.rights == NULL;
  if (is_example)
    fill_example (&options);
  if (!read_case (&options, &self))
    return IJK_EXIT_USAGE;
  return answer (&options, &self, is_example);
}
