/* One company: what it emits against its dispensation rights, and the levy and credit that follow.
 *
 * The years up to the last one the registry has for all its installations are observed; from then
 * on the lines are output of the model, not a plan of the company.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-indicator.h"
#include "ijk-own-unit.h"
#include "ijk-saying-private.h"

#define FIRST_AXIS_YEAR IJK_FIRST_OBSERVED_YEAR
#define N_AXIS_YEARS (IJK_LAST_YEAR - FIRST_AXIS_YEAR + 1)
#define NEAR_YEAR 2030

/* Emissions and levied emissions that differ less than this share are one line. */
#define SAME_SHARE 0.01

static void
find_yearly (const IjkResult *result,
             const char      *indicator,
             guint            company,
             double          *yearly)
{
  ijk_indicator_yearly (ijk_indicator_find (IJK_ITEMS_COMPANY, indicator), result, company, yearly);
}

static guint
find_largest (const IjkResult *result)
{
  guint largest = IJK_NONE;
  double largest_kt = 0;
  double yearly[IJK_N_YEARS];

  for (guint c = 0; c < result->reference->n_companies; c++)
    {
      find_yearly (result, "emissions", c, yearly);
      if (largest == IJK_NONE || yearly[0] > largest_kt)
        {
          largest = c;
          largest_kt = yearly[0];
        }
    }
  return largest;
}

static guint
choose_company (const IjkFigureInput *input)
{
  return input->company < input->result->reference->n_companies ? input->company
                                                                : find_largest (input->result);
}

/* What the registry has for all installations together; NAN where one is missing. */
static double
observed_kt (const IjkReference *reference,
             const IjkCompany   *company,
             int                 year)
{
  double sum_kt = 0;

  for (guint i = 0; i < company->n_units; i++)
    sum_kt += reference->units[company->units[i]].observed_kt[year - IJK_FIRST_OBSERVED_YEAR];
  return company->n_units > 0 ? sum_kt : NAN;
}

/* The last year the registry has for all installations; 0 if there is none. */
static int
find_last_observed (const IjkReference *reference,
                    const IjkCompany   *company)
{
  int last = 0;

  for (int year = IJK_FIRST_OBSERVED_YEAR; year <= IJK_LAST_OBSERVED_YEAR; year++)
    if (!isnan (observed_kt (reference, company, year)))
      last = year;
  return last;
}

/* The registry before the model begins, then the model, which holds to the registry where it
 * can. */
static void
find_emissions_kt (const IjkResult *result,
                   guint            company,
                   double          *values)
{
  for (int year = FIRST_AXIS_YEAR; year < IJK_FIRST_YEAR; year++)
    values[year - FIRST_AXIS_YEAR]
        = observed_kt (result->reference, &result->reference->companies[company], year);
  find_yearly (result, "emissions", company, values + (IJK_FIRST_YEAR - FIRST_AXIS_YEAR));
}

static gboolean
differ (const double *a,
        const double *b)
{
  for (guint t = 0; t < IJK_N_YEARS; t++)
    if (fabs (a[t] - b[t]) > SAME_SHARE * fabs (a[t]))
      return TRUE;
  return FALSE;
}

static int
first_known_year (const double *values)
{
  for (guint i = 0; i < IJK_FIRST_YEAR - FIRST_AXIS_YEAR; i++)
    if (!isnan (values[i]))
      return FIRST_AXIS_YEAR + (int) i;
  return IJK_FIRST_YEAR;
}

/* Emissions of the company in another scenario, from the last year all scenarios have in common. */
static void
find_other_kt (const IjkResult *result,
               guint            company,
               double          *yearly)
{
  find_yearly (result, "emissions", company, yearly);
  for (int year = IJK_FIRST_YEAR; year < IJK_LAST_PAST_YEAR; year++)
    yearly[IJK_YEAR_INDEX (year)] = NAN;
}

static void
add_other (IjkDraft             *draft,
           guint                 panel,
           guint                 company,
           const IjkResult      *result,
           const IjkChartSeries *look)
{
  IjkChartSeries series = *look;
  double yearly[IJK_N_YEARS];

  find_other_kt (result, company, yearly);
  series.panel = panel;
  series.shape = IJK_SHAPE_LINE;
  series.values = yearly;
  ijk_draft_series (draft, &series);
}

static void
add_emissions (IjkDraft     *draft,
               guint         panel,
               guint         company,
               const double *emissions_kt)
{
  const IjkFigureInput *input = draft->input;
  double load_kt[IJK_N_YEARS], rights_kt[IJK_N_YEARS];

  find_yearly (input->result, "load", company, load_kt);
  find_yearly (input->result, "rights", company, rights_kt);
  if (!input->is_law)
    add_other (draft, panel, company, input->law_result,
               &(IjkChartSeries) { .label = _("Current law"),
                                   .role = IJK_ROLE_REFERENCE,
                                   .dash = IJK_DASH_DASHED });
  if (input->compare_result != NULL)
    add_other (draft, panel, company, input->compare_result,
               &(IjkChartSeries) { .label = input->compare_name,
                                   .role = IJK_ROLE_COMPARE_A,
                                   .dash = IJK_DASH_LONG });
  if (differ (emissions_kt + (IJK_FIRST_YEAR - FIRST_AXIS_YEAR), load_kt))
    ijk_draft_series (draft, &(IjkChartSeries) { .label = _("Levied part"),
                                                 .panel = panel,
                                                 .shape = IJK_SHAPE_LINE,
                                                 .role = IJK_ROLE_CURRENT,
                                                 .dash = IJK_DASH_DOTTED,
                                                 .width_px = 1.6,
                                                 .values = load_kt });
  ijk_draft_series (draft, &(IjkChartSeries) { .label = _("Rights"),
                                               .panel = panel,
                                               .shape = IJK_SHAPE_LINE,
                                               .role = IJK_ROLE_TARGET,
                                               .dash = IJK_DASH_LONG,
                                               .width_px = 2,
                                               .is_strong = TRUE,
                                               .has_cursor_value = TRUE,
                                               .values = rights_kt });
  ijk_draft_series_from (draft,
                         &(IjkChartSeries) { .label = _("Emissions"),
                                             .panel = panel,
                                             .shape = IJK_SHAPE_LINE,
                                             .role = IJK_ROLE_CURRENT,
                                             .is_strong = TRUE,
                                             .has_cursor_value = TRUE,
                                             .values = emissions_kt },
                         FIRST_AXIS_YEAR, N_AXIS_YEARS);
}

static void
add_levy (IjkDraft *draft,
          guint     panel,
          guint     company)
{
  double levy_meur[IJK_N_YEARS], credit_meur[IJK_N_YEARS], net_meur[IJK_N_YEARS];

  find_yearly (draft->input->result, "levy", company, levy_meur);
  find_yearly (draft->input->result, "credit", company, credit_meur);
  find_yearly (draft->input->result, "net_levy", company, net_meur);
  for (guint t = 0; t < IJK_N_YEARS; t++)
    credit_meur[t] = 0 - credit_meur[t];
  ijk_draft_series (draft, &(IjkChartSeries) { .label = _("Levy due"),
                                               .panel = panel,
                                               .shape = IJK_SHAPE_COLUMN,
                                               .role = IJK_ROLE_SERIES_1,
                                               .values = levy_meur });
  ijk_draft_series (draft, &(IjkChartSeries) { .label = _("Credit"),
                                               .panel = panel,
                                               .shape = IJK_SHAPE_COLUMN,
                                               .role = IJK_ROLE_SERIES_3,
                                               .pattern = IJK_PATTERN_HATCH,
                                               .values = credit_meur });
  ijk_draft_series (draft, &(IjkChartSeries) { .label = _("Net levy"),
                                               .panel = panel,
                                               .shape = IJK_SHAPE_LINE,
                                               .role = IJK_ROLE_CURRENT,
                                               .is_strong = TRUE,
                                               .has_cursor_value = TRUE,
                                               .values = net_meur });
}

static char *
write_subtitle (const IjkFigureInput *input,
                guint                 company)
{
  double load_kt[IJK_N_YEARS], rights_kt[IJK_N_YEARS];
  double gap_kt;
  g_autofree char *gap = NULL;

  find_yearly (input->result, "load", company, load_kt);
  find_yearly (input->result, "rights", company, rights_kt);
  gap_kt = ijk_yearly_at (load_kt, NEAR_YEAR) - ijk_yearly_at (rights_kt, NEAR_YEAR);
  gap = ijk_quantity_kt (fabs (gap_kt));
  if (gap_kt > 0)
    /* Translators: subtitle of a chart: "34 kt short of rights in 2030". */
    return g_strdup_printf (_("%1$s short of rights in %2$d"), gap, NEAR_YEAR);
  /* Translators: subtitle of a chart: "154 kt of rights to spare in 2030". */
  return g_strdup_printf (_("%1$s of rights to spare in %2$d"), gap, NEAR_YEAR);
}

/* How far the axes have to reach. */
typedef struct
{
  int first_year;
  double max_kt;
  double min_meur, max_meur;
} Span;

static void
reach_kt (Span         *span,
          const double *values,
          guint         n)
{
  for (guint i = 0; i < n; i++)
    if (values[i] > span->max_kt)
      span->max_kt = values[i];
}

static void
reach_yearly_kt (Span            *span,
                 const IjkResult *result,
                 const char      *indicator,
                 guint            company)
{
  double yearly[IJK_N_YEARS];

  find_yearly (result, indicator, company, yearly);
  reach_kt (span, yearly, IJK_N_YEARS);
}

/* Everything that the panels draw of a company. */
static void
reach_company (Span                 *span,
               const IjkFigureInput *input,
               guint                 company)
{
  double emissions_kt[N_AXIS_YEARS], levy[IJK_N_YEARS], credit[IJK_N_YEARS];

  find_emissions_kt (input->result, company, emissions_kt);
  span->first_year = MIN (span->first_year, first_known_year (emissions_kt));
  reach_kt (span, emissions_kt, N_AXIS_YEARS);
  reach_yearly_kt (span, input->result, "load", company);
  reach_yearly_kt (span, input->result, "rights", company);
  if (!input->is_law)
    reach_yearly_kt (span, input->law_result, "emissions", company);
  if (input->compare_result != NULL)
    reach_yearly_kt (span, input->compare_result, "emissions", company);
  find_yearly (input->result, "levy", company, levy);
  find_yearly (input->result, "credit", company, credit);
  for (guint t = 0; t < IJK_N_YEARS; t++)
    {
      span->max_meur = fmax (span->max_meur, levy[t]);
      span->min_meur = fmin (span->min_meur, 0 - credit[t]);
    }
}

/* Axes follow the data of this company alone, or of all that stand beside one another. */
static void
set_axes (IjkChartPanel        *tonnes,
          IjkChartPanel        *money,
          int                  *first_year,
          const IjkFigureInput *input,
          guint                 company)
{
  Span span = { .first_year = *first_year };

  if (input->n_beside == 0)
    return;
  reach_company (&span, input, company);
  for (guint i = 0; i < input->n_beside; i++)
    reach_company (&span, input, input->beside[i]);
  *first_year = span.first_year;
  tonnes->axis.max = span.max_kt > 0 ? span.max_kt : (double) NAN;
  if (span.max_meur > span.min_meur)
    {
      money->axis.min = span.min_meur;
      money->axis.max = span.max_meur;
    }
}

/* Figures that a person brought are not the registry's. */
static void
set_own_source (IjkDraft             *draft,
                const IjkFigureInput *input,
                guint                 company)
{
  const IjkReference *reference = input->result->reference;
  const IjkCompany *c = &reference->companies[company];

  for (guint i = 0; i < c->n_units; i++)
    if (ijk_unit_is_own (reference, c->units[i]))
      {
        /* Translators: below a chart: %1$s is a citation, %2$s the name of a scenario. */
        g_autofree char *source = g_strdup_printf (
            _("Source: own figures, %1$s; projection: Ijkpad model, scenario %2$s."),
            reference->units[c->units[i]].provenance.source, input->scenario_name);

        ijk_chart_builder_set_text (draft->builder, IJK_CHART_SOURCE, source);
        return;
      }
}

static IjkChartSpec *
make_spec (const IjkFigureInput *input)
{
  const IjkReference *reference = input->result->reference;
  const guint company = choose_company (input);
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  double emissions_kt[N_AXIS_YEARS];
  IjkDraft draft;
  IjkChartPanel tonnes = { .axis = ijk_draft_axis (_("kt CO₂-eq a year"), 0), .weight = 1.6 };
  IjkChartPanel money = { .axis = ijk_draft_axis (_("€ million a year"), 1), .weight = 1 };
  int first_year;
  int last_observed;
  guint panel;

  if (company == IJK_NONE)
    {
      ijk_draft_begin (&draft, &ijk_figure_company, input, IJK_CHART_TIME, NULL,
                       IJK_SOURCE_EMISSIONS);
      return ijk_draft_end (&draft);
    }
  subtitle = write_subtitle (input, company);
  /* Translators: title of a chart; %s is the name of a company. */
  title = g_strdup_printf (_("%s: emissions, rights and levy"), reference->companies[company].name);
  find_emissions_kt (input->result, company, emissions_kt);
  last_observed = find_last_observed (reference, &reference->companies[company]);

  ijk_draft_begin (&draft, &ijk_figure_company, input, IJK_CHART_TIME, subtitle,
                   IJK_SOURCE_EMISSIONS);
  ijk_chart_builder_set_text (draft.builder, IJK_CHART_TITLE, title);
  set_own_source (&draft, input, company);
  first_year = first_known_year (emissions_kt);
  set_axes (&tonnes, &money, &first_year, input, company);
  ijk_draft_years (&draft, first_year, IJK_LAST_YEAR);
  if (last_observed >= draft.first_year)
    ijk_chart_builder_set_boundary (draft.builder,
                                    &(IjkChartBoundary) { .x = last_observed,
                                                          .before_text = _("observed"),
                                                          .after_text = _("model output, no "
                                                                          "plan") });
  tonnes.axis.starts_at_zero = TRUE;
  panel = ijk_chart_builder_add_panel (draft.builder, &tonnes);
  add_emissions (&draft, panel, company, emissions_kt);
  panel = ijk_chart_builder_add_panel (draft.builder, &money);
  add_levy (&draft, panel, company);
  return ijk_draft_end (&draft);
}

static void
add_levy_sentence (IjkWording           *wording,
                   const IjkFigureInput *input,
                   guint                 company)
{
  double net_meur[IJK_N_YEARS];
  int peak;

  find_yearly (input->result, "net_levy", company, net_meur);
  peak = ijk_yearly_peak (net_meur, IJK_FIRST_YEAR, IJK_LAST_YEAR);
  if (peak == 0 || !(ijk_yearly_at (net_meur, peak) > 0))
    {
      ijk_wording_add (wording, _("It owes no levy in any year."));
      return;
    }
  /* Translators: %1$s and %3$s are amounts of money, %2$d and %4$d years. */
  ijk_wording_add (wording, _("The net levy is highest in %2$d, %1$s, and is %3$s in %4$d."),
                   ijk_say_money (wording, ijk_yearly_at (net_meur, peak)), peak,
                   ijk_say_money (wording, ijk_yearly_at (net_meur, NEAR_YEAR)), NEAR_YEAR);
}

static char *
make_sentence (const IjkFigureInput *input)
{
  const IjkReference *reference = input->result->reference;
  const guint company = choose_company (input);
  g_autoptr (IjkWording) wording = ijk_wording_new ();
  double emissions[IJK_N_YEARS], rights[IJK_N_YEARS], load[IJK_N_YEARS];
  int last_observed;

  if (company == IJK_NONE)
    return g_strdup (_("These data name no company."));
  last_observed = find_last_observed (reference, &reference->companies[company]);
  find_yearly (input->result, "emissions", company, emissions);
  find_yearly (input->result, "rights", company, rights);
  find_yearly (input->result, "load", company, load);
  /* Translators: %1$s is a company, %2$s and %4$s are amounts (5,957 kt), %3$d and %5$d years. */
  ijk_wording_add (wording, _("The installations of %1$s emit %2$s in %3$d and %4$s in %5$d."),
                   reference->companies[company].name, ijk_say_kt (wording, emissions[0]),
                   IJK_FIRST_YEAR, ijk_say_kt (wording, ijk_yearly_at (emissions, NEAR_YEAR)),
                   NEAR_YEAR);
  /* Translators: %1$s and %2$s are amounts (5,592 kt), %3$d is a year. */
  ijk_wording_add (wording, _("In %3$d the levied part, %1$s, stands against rights for %2$s."),
                   ijk_say_kt (wording, ijk_yearly_at (load, NEAR_YEAR)),
                   ijk_say_kt (wording, ijk_yearly_at (rights, NEAR_YEAR)), NEAR_YEAR);
  add_levy_sentence (wording, input, company);
  if (!input->is_law)
    {
      double law[IJK_N_YEARS], law_net[IJK_N_YEARS];

      find_yearly (input->law_result, "emissions", company, law);
      find_yearly (input->law_result, "net_levy", company, law_net);
      /* Translators: %1$d is a year, %2$s an amount (5,439 kt), %3$s an amount of money. */
      ijk_wording_add (wording, _("Under current law it would emit %2$s in %1$d, with a net levy "
                                  "of %3$s."),
                       NEAR_YEAR, ijk_say_kt (wording, ijk_yearly_at (law, NEAR_YEAR)),
                       ijk_say_money (wording, ijk_yearly_at (law_net, NEAR_YEAR)));
    }
  if (last_observed != 0 && last_observed < IJK_LAST_OBSERVED_YEAR
      && !ijk_company_is_own (reference, company))
    /* Translators: %d is a year. */
    ijk_wording_add (wording, _("The registry has figures for all its installations up to %d."),
                     last_observed);
  ijk_wording_add (wording, _("What lies ahead is model output, not a plan of the company."));
  return ijk_wording_end (wording);
}

/* The registry before the model begins: emissions only. */
static void
add_registry_rows (IjkFigureTable     *table,
                   const IjkReference *reference,
                   const IjkCompany   *company)
{
  g_autofree double *values = g_new (double, table->columns->len);

  for (int year = FIRST_AXIS_YEAR; year < IJK_FIRST_YEAR; year++)
    {
      g_autofree char *label = g_strdup_printf ("%d", year);

      for (guint i = 0; i < table->columns->len; i++)
        values[i] = i == 0 ? observed_kt (reference, company, year) : NAN;
      if (!isnan (values[0]))
        ijk_figure_table_add_row (table, label, values, NULL);
    }
}

static IjkFigureTable *
make_table (const IjkFigureInput *input)
{
  static const struct
  {
    const char *indicator;
    const char *title;
    gboolean is_money;
    double sign; /* a credit is taken off */
  } quantities[] = {
    { "emissions", N_("Emissions"), FALSE, 1 },    { "load", N_("Levied part"), FALSE, 1 },
    { "rights", N_("Rights"), FALSE, 1 },          { "bought", N_("Rights bought"), FALSE, 1 },
    { "sold", N_("Rights sold"), FALSE, 1 },       { "levy", N_("Levy due"), TRUE, 1 },
    { "credit", N_("Credit"), TRUE, -1 },          { "net_levy", N_("Net levy"), TRUE, 1 },
  };
  const IjkReference *reference = input->result->reference;
  const guint company = choose_company (input);
  const char *name = company != IJK_NONE ? reference->companies[company].name : "";
  IjkFigureTable *table = ijk_figure_table_new (name, _("Year"));
  double yearly[G_N_ELEMENTS (quantities) + 2][IJK_N_YEARS];
  const double *columns[G_N_ELEMENTS (yearly)];
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    columns[i] = yearly[i];
  for (; n < G_N_ELEMENTS (quantities); n++)
    {
      ijk_figure_table_add_column (table, _(quantities[n].title),
                                   quantities[n].is_money ? _("€ million") : _("kt CO₂-eq"),
                                   quantities[n].is_money ? 2 : 0);
      if (company != IJK_NONE)
        find_yearly (input->result, quantities[n].indicator, company, yearly[n]);
      for (guint t = 0; company != IJK_NONE && t < IJK_N_YEARS; t++)
        yearly[n][t] = 0 + quantities[n].sign * yearly[n][t];
    }
  if (company == IJK_NONE)
    return table;
  if (!input->is_law)
    {
      ijk_figure_table_add_column (table, _("Emissions, current law"), _("kt CO₂-eq"), 0);
      find_yearly (input->law_result, "emissions", company, yearly[n++]);
    }
  if (input->compare_result != NULL)
    {
      /* Translators: heading of a column; %s is the name of a scenario. */
      g_autofree char *heading = g_strdup_printf (_("Emissions, %s"), input->compare_name);

      ijk_figure_table_add_column (table, heading, _("kt CO₂-eq"), 0);
      find_yearly (input->compare_result, "emissions", company, yearly[n]);
    }
  add_registry_rows (table, reference, &reference->companies[company]);
  ijk_figure_table_add_years (table, IJK_FIRST_YEAR, IJK_LAST_YEAR, columns);
  return table;
}

const IjkFigure ijk_figure_company = {
  .id = "company",
  .title = N_("One company: emissions, rights and levy"),
  .question = N_("Does this company have rights enough, and what levy does it owe?"),
  .flags = IJK_FIGURE_IS_OF_COMPANY,
  .make_spec = make_spec,
  .make_sentence = make_sentence,
  .make_table = make_table,
};
