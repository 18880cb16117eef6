/* A chart in the making: what all figures have in common, so that a recipe holds only what is its own.
 *
 * Title and language, source line, time axis with year cursor, where observation ends, the lines of
 * current law and of a second scenario, targets. Everything else goes straight to the builder.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-figure-private.h"

#define MAX_AXIS_YEARS 128

static char *
write_source (const IjkFigureInput *input,
              IjkSourceKind         kind)
{
  const char *name = input->scenario_name;

  switch (kind)
    {
    case IJK_SOURCE_EMISSIONS:
      /* Translators: source lines below a chart. %s is the name of a scenario. "Ijkpad" is this
       * program. */
      return g_strdup_printf (_("Source: Emissieregistratie; by sector from 2021, with the EU "
                                "registry, latest years partly estimated; projection: Ijkpad "
                                "model, scenario %s."),
                              name);
    case IJK_SOURCE_LEVY:
      return g_strdup_printf (_("Source: Environmental Taxes Act (Wbm) ch. VIB, NEa rates to 2025; "
                                "projection: Ijkpad model, scenario %s."),
                              name);
    case IJK_SOURCE_STORAGE:
      return g_strdup_printf (_("Source: Climate Agreement (ceiling), storage projects (capacity); "
                                "projection: Ijkpad model, scenario %s."),
                              name);
    case IJK_SOURCE_SUBSIDY:
      return g_strdup_printf (_("Source: SDE++ as decided; projection: Ijkpad model, scenario %s."),
                              name);
    case IJK_SOURCE_COSTS:
      return g_strdup_printf (_("Source: cost figures of the reference tables; calculation: Ijkpad "
                                "model, scenario %s. Constant prices."),
                              name);
    case IJK_SOURCE_MODEL:
      return g_strdup_printf (_("Source: Ijkpad model, scenario %s."), name);
    case IJK_N_SOURCES:
      break;
    }
  g_assert_not_reached ();
}

/**
 * ijk_draft_begin:
 * @self: (out): what is to be ended with ijk_draft_end()
 * @figure: gives the title, and the sentence that describes the chart
 * @subtitle: (nullable): the finding
 */
void
ijk_draft_begin (IjkDraft             *self,
                 const IjkFigure      *figure,
                 const IjkFigureInput *input,
                 IjkChartKind          kind,
                 const char           *subtitle,
                 IjkSourceKind         source)
{
  g_autofree char *sentence = figure->make_sentence (input);
  g_autofree char *source_line = write_source (input, source);

  *self = (IjkDraft) { .input = input, .builder = ijk_chart_builder_new (kind) };
  ijk_chart_builder_set_text (self->builder, IJK_CHART_TITLE, _(figure->title));
  ijk_chart_builder_set_text (self->builder, IJK_CHART_SUBTITLE, subtitle);
  ijk_chart_builder_set_text (self->builder, IJK_CHART_SOURCE, source_line);
  ijk_chart_builder_set_text (self->builder, IJK_CHART_DESCRIPTION, sentence);
  ijk_chart_builder_set_text (self->builder, IJK_CHART_LANGUAGE, ijk_language_get ());
  ijk_chart_builder_set_text (self->builder, IJK_CHART_EMPTY_TEXT,
                              _("Nothing to show in this scenario"));
}

/**
 * ijk_draft_end:
 *
 * Returns: (transfer full): the chart; @self is spent
 */
IjkChartSpec *
ijk_draft_end (IjkDraft *self)
{
  return ijk_chart_builder_end (g_steal_pointer (&self->builder));
}

/**
 * ijk_draft_axis:
 * @name: quantity and unit
 *
 * Returns: an axis whose range comes from the data; @name is borrowed
 */
IjkChartAxis
ijk_draft_axis (const char *name,
                guint       n_decimals)
{
  return (IjkChartAxis) {
    .name = name, .format = ijk_quantity_format (n_decimals), .min = NAN, .max = NAN,
  };
}

/**
 * ijk_draft_years:
 *
 * Makes the time axis, both years included.
 */
void
ijk_draft_years (IjkDraft *self,
                 int       first_year,
                 int       last_year)
{
  const IjkChartAxis axis
      = { .format = { .n_decimals = 0, .decimal_point = "." }, .min = NAN, .max = NAN };
  const guint n_years = (guint) (last_year - first_year + 1);
  double years[MAX_AXIS_YEARS];

  g_assert (last_year >= first_year && n_years <= MAX_AXIS_YEARS);
  for (guint i = 0; i < n_years; i++)
    years[i] = first_year + (int) i;
  self->first_year = first_year;
  self->last_year = last_year;
  ijk_chart_builder_set_x (self->builder, &axis, years, n_years);
  if (self->input->year >= first_year && self->input->year <= last_year)
    ijk_chart_builder_set_cursor (self->builder, self->input->year);
  if (first_year < IJK_LAST_PAST_YEAR && last_year > IJK_LAST_PAST_YEAR)
    ijk_chart_builder_set_boundary (self->builder,
                                    &(IjkChartBoundary) { .x = IJK_LAST_PAST_YEAR,
                                                          .before_text = _("observed"),
                                                          .after_text = _("projected") });
}

/**
 * ijk_draft_panel:
 * @name: quantity and unit
 * @weight: share of the height
 *
 * Returns: the position of the panel
 */
guint
ijk_draft_panel (IjkDraft   *self,
                 const char *name,
                 guint       n_decimals,
                 double      weight)
{
  return ijk_chart_builder_add_panel (
      self->builder,
      &(IjkChartPanel) { .axis = ijk_draft_axis (name, n_decimals), .weight = weight });
}

/**
 * ijk_draft_panel_up_to:
 * @max: upper end of the axis
 *
 * As ijk_draft_panel(), with room above the data.
 *
 * Returns: the position of the panel
 */
guint
ijk_draft_panel_up_to (IjkDraft   *self,
                       const char *name,
                       guint       n_decimals,
                       double      weight,
                       double      max)
{
  IjkChartPanel panel = { .axis = ijk_draft_axis (name, n_decimals), .weight = weight };

  panel.axis.max = max;
  return ijk_chart_builder_add_panel (self->builder, &panel);
}

/* Cuts or fills up yearly numbers to the years of the axis. */
static const double *
fit_to_axis (const IjkDraft *self,
             const double   *values,
             int             first_year,
             guint           n_values,
             double         *fitted)
{
  if (values == NULL)
    return NULL;
  for (int year = self->first_year; year <= self->last_year; year++)
    {
      const int i_value = year - first_year;

      fitted[year - self->first_year]
          = i_value >= 0 && i_value < (int) n_values ? values[i_value] : NAN;
    }
  return fitted;
}

/* Where a sector is pointed out, the others step back in every figure that shows them. */
static void
point_out (const IjkFigureInput *input,
           IjkChartSeries       *series)
{
  const IjkReference *reference = input->result->reference;
  const IjkSectorGroup group = ijk_sector_group_find (reference, series->label, series->role);
  gboolean is_other;

  if (input->sector >= reference->n_sectors || group == IJK_N_SECTOR_GROUPS)
    return;
  is_other = group != ijk_sector_group_of (reference, input->sector);
  series->is_muted = is_other;
  series->is_strong = !is_other;
}

/**
 * ijk_draft_series_from:
 * @first_year: of the first value
 *
 * Adds a series whose numbers begin in @first_year; years of the axis it has no number for are
 * unknown.
 *
 * Returns: the position of the series
 */
guint
ijk_draft_series_from (IjkDraft             *self,
                       const IjkChartSeries *series,
                       int                   first_year,
                       guint                 n_values)
{
  double values[MAX_AXIS_YEARS], lows[MAX_AXIS_YEARS], highs[MAX_AXIS_YEARS];
  IjkChartSeries fitted = *series;

  fitted.values = fit_to_axis (self, series->values, first_year, n_values, values);
  fitted.lows = fit_to_axis (self, series->lows, first_year, n_values, lows);
  fitted.highs = fit_to_axis (self, series->highs, first_year, n_values, highs);
  point_out (self->input, &fitted);
  return ijk_chart_builder_add_series (self->builder, &fitted);
}

/**
 * ijk_draft_series:
 *
 * Adds a series of numbers of the horizon of the model.
 *
 * Returns: the position of the series
 */
guint
ijk_draft_series (IjkDraft             *self,
                  const IjkChartSeries *series)
{
  return ijk_draft_series_from (self, series, IJK_FIRST_YEAR, IJK_N_YEARS);
}

/* The past is the same in every scenario: a line of another one leaves from its last year. */
static void
forget_past (double *yearly)
{
  for (int year = IJK_FIRST_YEAR; year < IJK_LAST_PAST_YEAR; year++)
    yearly[IJK_YEAR_INDEX (year)] = NAN;
}

/**
 * ijk_draft_other_lines:
 *
 * Adds the lines of current law, unless it is what the chart shows, and of the second scenario.
 */
void
ijk_draft_other_lines (IjkDraft      *self,
                       guint          panel,
                       IjkYearlyFunc  yearly_of)
{
  const IjkFigureInput *input = self->input;
  double yearly[IJK_N_YEARS];

  if (!input->is_law)
    {
      yearly_of (input->law_result, yearly);
      forget_past (yearly);
      ijk_draft_series (self, &(IjkChartSeries) { .label = _("Current law"),
                                                  .panel = panel,
                                                  .shape = IJK_SHAPE_LINE,
                                                  .role = IJK_ROLE_REFERENCE,
                                                  .dash = IJK_DASH_DASHED,
                                                  .is_unlabelled = self->hides_other_names,
                                                  .has_end_value = TRUE,
                                                  .values = yearly });
    }
  if (input->compare_result != NULL)
    {
      yearly_of (input->compare_result, yearly);
      forget_past (yearly);
      ijk_draft_series (self, &(IjkChartSeries) { .label = input->compare_name,
                                                  .panel = panel,
                                                  .shape = IJK_SHAPE_LINE,
                                                  .role = IJK_ROLE_COMPARE_A,
                                                  .dash = IJK_DASH_LONG,
                                                  .is_unlabelled = self->hides_other_names,
                                                  .has_end_value = TRUE,
                                                  .values = yearly });
    }
}

/**
 * ijk_draft_scenario_lines:
 * @label: (nullable): of the scenario's line; %NULL for its name
 *
 * Adds one line a scenario, that of the scenario in hand on top.
 */
void
ijk_draft_scenario_lines (IjkDraft      *self,
                          guint          panel,
                          IjkYearlyFunc  yearly_of,
                          const char    *label)
{
  double yearly[IJK_N_YEARS];

  ijk_draft_other_lines (self, panel, yearly_of);
  yearly_of (self->input->result, yearly);
  ijk_draft_series (self, &(IjkChartSeries) {
                            .label = label != NULL ? label : self->input->scenario_name,
                            .panel = panel,
                            .shape = IJK_SHAPE_LINE,
                            .role = IJK_ROLE_CURRENT,
                            .is_strong = TRUE,
                            .has_end_value = TRUE,
                            .has_cursor_value = TRUE,
                            .values = yearly });
}

/**
 * ijk_target_is_agreed:
 *
 * Returns: whether the target is the one agreed on: the first of its year, and read in its source
 */
gboolean
ijk_target_is_agreed (const IjkReference *reference,
                      guint               target)
{
  if (reference->targets[target].provenance.status != IJK_STATUS_SOURCED)
    return FALSE;
  for (guint i = 0; i < target; i++)
    if (reference->targets[i].year == reference->targets[target].year)
      return FALSE;
  return TRUE;
}

/**
 * ijk_draft_targets:
 *
 * Marks the targets of emissions on a panel in Mt. They stay whatever the scenario does.
 */
void
ijk_draft_targets (IjkDraft *self,
                   guint     panel)
{
  const IjkReference *reference = self->input->result->reference;

  for (guint i = 0; i < reference->n_targets; i++)
    {
      const IjkTarget *target = &reference->targets[i];
      const gboolean is_agreed = ijk_target_is_agreed (reference, i);
      g_autofree char *number = ijk_quantity_number (target->target_mt, 1);
      g_autofree char *label = NULL;

      if (target->year < self->first_year || target->year > self->last_year)
        continue;
      if (is_agreed)
        /* Translators: beside a target: "35.7 agreed" (in the Climate Agreement). */
        label = g_strdup_printf (_("%s agreed"), number);
      else if (target->provenance.status == IJK_STATUS_ASSUMPTION)
        /* Translators: beside a target that is an assumption of ours: "2.0 near zero". */
        label = g_strdup_printf (_("%s near zero"), number);
      else
        /* Translators: beside a target that a government has named: "29.1 indicative". */
        label = g_strdup_printf (_("%s indicative"), number);
      ijk_chart_builder_add_marker (
          self->builder,
          &(IjkChartMarker) { .panel = panel,
                              .x = target->year,
                              .y = target->target_mt,
                              .symbol = is_agreed ? IJK_SYMBOL_DIAMOND : IJK_SYMBOL_HOLLOW_DIAMOND,
                              .role = IJK_ROLE_TARGET,
                              .label = label });
    }
}

/**
 * ijk_figure_table_add_years:
 * @columns: (array): for each column of @table its yearly numbers
 *
 * Adds a row for each year, both years included.
 */
void
ijk_figure_table_add_years (IjkFigureTable      *table,
                            int                  first_year,
                            int                  last_year,
                            const double *const *columns)
{
  g_autofree double *values = g_new (double, MAX (table->columns->len, 1));

  for (int year = first_year; year <= last_year; year++)
    {
      g_autofree char *label = g_strdup_printf ("%d", year);

      for (guint i = 0; i < table->columns->len; i++)
        values[i] = ijk_yearly_at (columns[i], year);
      ijk_figure_table_add_row (table, label, values, NULL);
    }
}
