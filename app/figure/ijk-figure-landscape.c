/* The landscape: one outcome over two levers, each point a run of its own, with the targets as lines.
 *
 * Whether it is worked out is up to the caller; without a landscape the chart says so. Markers show
 * where the scenario and current law lie, if they lie on the map; their number is that of their own
 * run. It can differ from the colour below it, because the map holds both levers at one number from
 * the first free year on, while a scenario may move them over time.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-saying-private.h"
#include "ijk-ticks.h"

#define N_LEVELS_WANTED 7

/* Levels closer together, in the unit shown, would draw differences that mean nothing. */
#define MIN_LEVEL_STEP 0.05

#define MAX_LEVELS (IJK_MAX_TICKS + 8)
#define PER_THOUSAND 1e-3

/* A level closer to a target than this part of the distance between levels makes room for it. */
#define TARGET_CLEARANCE 0.4

/* The units levers and outcomes are shown in. */
typedef struct
{
  const char *text; /* for a reader; may be empty */
  double factor;    /* from the unit of the tables */
  guint n_decimals;
  gboolean is_money_a_round;
} ShownUnit;

/* @step: smallest difference to tell apart, in the unit of the tables. */
static ShownUnit
choose_lever_unit (const IjkLever *lever,
                   double          step)
{
  ShownUnit unit = { ijk_quantity_unit (lever->unit), 1, 0, FALSE };

  if (g_str_equal (lever->unit, "kt/y"))
    unit = (ShownUnit) { _("Mt a year"), PER_THOUSAND, 0, FALSE };
  else if (g_str_equal (lever->unit, "MEUR a round"))
    unit = (ShownUnit) { _("€ billion a round"), PER_THOUSAND, 0, TRUE };
  for (double shown = step * unit.factor; shown > 0 && shown < 0.999 && unit.n_decimals < 3;
       shown *= 10)
    unit.n_decimals++;
  return unit;
}

static ShownUnit
choose_outcome_unit (IjkOutcome outcome)
{
  switch (outcome)
    {
    case IJK_OUTCOME_EMISSIONS:
      return (ShownUnit) { _("Mt CO₂-eq"), PER_THOUSAND, 1, FALSE };
    case IJK_OUTCOME_LEVY:
    case IJK_OUTCOME_STATE_COST:
      return (ShownUnit) { _("€ million"), 1, 0, FALSE };
    case IJK_OUTCOME_SUBSIDY:
      return (ShownUnit) { _("€ billion"), PER_THOUSAND, 1, FALSE };
    case IJK_N_OUTCOMES:
      break;
    }
  g_assert_not_reached ();
}

/* @value: in the unit of the tables */
static char *
write_lever_value (const ShownUnit *unit,
                   double           value)
{
  g_autofree char *number = ijk_quantity_number (value * unit->factor, unit->n_decimals);

  if (unit->is_money_a_round)
    /* Translators: an amount of money for a subsidy round: "€1.5 billion a round". */
    return g_strdup_printf (_("€%s billion a round"), number);
  return *unit->text != '\0' ? g_strdup_printf ("%s %s", number, unit->text)
                             : g_steal_pointer (&number);
}

/* @value: in the unit of the tables */
static char *
write_outcome (IjkOutcome outcome,
               double     value)
{
  return outcome == IJK_OUTCOME_EMISSIONS ? ijk_quantity_mt (value) : ijk_quantity_money (value);
}

/* How far two outcomes are apart: small ones in kt, which Mt would round away. */
static char *
write_difference (IjkOutcome outcome,
                  double     value)
{
  const double size = fabs (value);

  return outcome == IJK_OUTCOME_EMISSIONS && size < IJK_KT_PER_MT ? ijk_quantity_kt (size)
                                                                  : write_outcome (outcome, size);
}

static const char *
name_of_lever (const IjkReference *reference,
               IjkLeverId          lever)
{
  return ijk_language_pick (reference->levers[lever].name_en, reference->levers[lever].name_nl);
}

static char *
write_title (const IjkLandscapeQuestion *question)
{
  switch (question->outcome)
    {
    case IJK_OUTCOME_EMISSIONS:
      /* Translators: titles of a map over two levers; %d is a year. */
      return g_strdup_printf (_("Emissions in %d over two levers"), question->year);
    case IJK_OUTCOME_LEVY:
      return g_strdup_printf (_("Net levy in %d over two levers"), question->year);
    case IJK_OUTCOME_SUBSIDY:
      return g_strdup_printf (_("SDE++ paid out up to %d over two levers"), question->year);
    case IJK_OUTCOME_STATE_COST:
      return g_strdup_printf (_("Cost to the State in %d over two levers"), question->year);
    case IJK_N_OUTCOMES:
      break;
    }
  g_assert_not_reached ();
}

/* The same outcome of a single run, in the unit of the tables. */
static double
find_outcome (const IjkResult            *result,
              const IjkLandscapeQuestion *question)
{
  const guint t = IJK_YEAR_INDEX (question->year);
  double yearly[IJK_N_YEARS];

  switch (question->outcome)
    {
    case IJK_OUTCOME_EMISSIONS:
      ijk_figure_sum_sectors (result, result->sector_emissions_kt, TRUE, 1, yearly);
      return yearly[t];
    case IJK_OUTCOME_LEVY:
      ijk_figure_sum_sectors (result, result->sector_net_levy_meur, FALSE, 1, yearly);
      return yearly[t];
    case IJK_OUTCOME_SUBSIDY:
      return ijk_yearly_sum (result->nation_sde_paid_meur, IJK_FIRST_FREE_YEAR, question->year);
    case IJK_OUTCOME_STATE_COST:
      return result->nation_state_cost_meur[t];
    case IJK_N_OUTCOMES:
      break;
    }
  g_assert_not_reached ();
}

/* What a lever is in the year, for the nation. */
static double
find_lever_value (const IjkScenario *scenario,
                  IjkLeverId         lever,
                  int                year)
{
  const IjkReference *reference = ijk_scenario_get_reference (scenario);
  const IjkLever *row = &reference->levers[lever];
  const double *otherwise = NULL;
  double yearly[IJK_N_YEARS];

  if (row->kind != IJK_LEVER_KIND_PATH)
    return ijk_scenario_number (scenario, lever, IJK_NONE);
  if (row->series != IJK_NONE)
    otherwise = reference->yearly[row->series][row->series < IJK_N_REGIME_SERIES
                                                   ? ijk_scenario_choice (scenario,
                                                                          IJK_LEVER_REGIME)
                                                   : IJK_VARIANT_CENTRAL];
  ijk_scenario_path (scenario, lever, IJK_NONE, IJK_NONE, otherwise, yearly);
  return ijk_yearly_at (yearly, year);
}

typedef struct
{
  double low, high;       /* NAN: nothing known */
  double limited_share;   /* of the points, those where storage binds */
} Extent;

static Extent
find_extent (const IjkLandscape *landscape)
{
  const guint n_points = landscape->question.n_columns * landscape->question.n_rows;
  Extent extent = { NAN, NAN, 0 };
  guint n_limited = 0;

  for (guint i = 0; i < n_points; i++)
    {
      if (landscape->is_limited[i])
        n_limited++;
      if (isnan (landscape->values[i]))
        continue;
      extent.low = isnan (extent.low) ? landscape->values[i]
                                      : MIN (extent.low, landscape->values[i]);
      extent.high = isnan (extent.high) ? landscape->values[i]
                                        : MAX (extent.high, landscape->values[i]);
    }
  extent.limited_share = n_points > 0 ? (double) n_limited / n_points : 0;
  return extent;
}

/* Part of the points at or below a level in the unit of the tables. */
static double
find_share_below (const IjkLandscape *landscape,
                  double              level)
{
  const guint n_points = landscape->question.n_columns * landscape->question.n_rows;
  guint n_below = 0;

  for (guint i = 0; i < n_points; i++)
    if (landscape->values[i] <= level)
      n_below++;
  return n_points > 0 ? (double) n_below / n_points : 0;
}

/* Targets of the year of the map, in kt; none for other outcomes. */
static guint
list_targets (const IjkReference         *reference,
              const IjkLandscapeQuestion *question,
              guint                      *targets)
{
  guint n_targets = 0;

  if (question->outcome != IJK_OUTCOME_EMISSIONS)
    return 0;
  for (guint i = 0; i < reference->n_targets && n_targets < MAX_LEVELS - IJK_MAX_TICKS; i++)
    if (reference->targets[i].year == question->year)
      targets[n_targets++] = i;
  return n_targets;
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  const double one = *(const double *) a;
  const double other = *(const double *) b;

  return (one > other) - (one < other);
}

/* Round numbers inside the range and the targets among them, rising, in the unit shown.
 * @n_decimals: (inout): raised to what tells the levels apart */
static GArray *
list_levels (const Extent *extent,
             double        factor,
             const double *targets,
             guint         n_targets,
             guint        *n_decimals)
{
  GArray *levels = g_array_new (FALSE, FALSE, sizeof (double));
  IjkTicks ticks;
  const double range = (extent->high - extent->low) * factor;
  double step;

  if (!(range >= MIN_LEVEL_STEP))
    return levels;
  ijk_ticks_of_range (&ticks, extent->low * factor, extent->high * factor,
                      MIN (N_LEVELS_WANTED, range / MIN_LEVEL_STEP), FALSE);
  *n_decimals = MAX (*n_decimals, ticks.n_decimals);
  step = ticks.n_values > 1 ? ticks.values[1] - ticks.values[0] : range;
  for (guint i = 0; i < ticks.n_values; i++)
    {
      gboolean is_free = ticks.values[i] > extent->low * factor
                         && ticks.values[i] < extent->high * factor;

      for (guint k = 0; k < n_targets; k++)
        if (fabs (ticks.values[i] - targets[k]) < TARGET_CLEARANCE * step)
          is_free = FALSE;
      if (is_free)
        g_array_append_val (levels, ticks.values[i]);
    }
  for (guint k = 0; k < n_targets; k++)
    if (targets[k] > extent->low * factor && targets[k] < extent->high * factor)
      g_array_append_val (levels, targets[k]);
  g_array_sort (levels, compare_numbers);
  return levels;
}

static void
add_targets (IjkDraft *draft,
             GArray   *shown_targets)
{
  const IjkReference *reference = draft->input->result->reference;
  guint targets[MAX_LEVELS];
  const guint n_targets = list_targets (reference, &draft->input->landscape->question, targets);

  for (guint i = 0; i < n_targets; i++)
    {
      const IjkTarget *target = &reference->targets[targets[i]];
      const gboolean is_agreed = ijk_target_is_agreed (reference, targets[i]);
      g_autofree char *number = ijk_quantity_number (target->target_mt, 1);
      g_autofree char *label
          = is_agreed ? g_strdup_printf (_("%s agreed"), number)
            : target->provenance.status == IJK_STATUS_ASSUMPTION
                ? g_strdup_printf (_("%s near zero"), number)
                : g_strdup_printf (_("%s indicative"), number);

      g_array_append_val (shown_targets, target->target_mt);
      ijk_chart_builder_add_rule (draft->builder, &(IjkChartRule) { .value = target->target_mt,
                                                                    .role = IJK_ROLE_TARGET,
                                                                    .label = label });
    }
}

static double *
scale_axis (const double    *values,
            guint            n_values,
            const ShownUnit *unit)
{
  double *shown = g_new (double, n_values);

  for (guint i = 0; i < n_values; i++)
    shown[i] = values[i] * unit->factor;
  return shown;
}

typedef struct
{
  ShownUnit x, y, outcome;
} Units;

static Units
choose_units (const IjkLandscape *landscape)
{
  const IjkReference *reference = ijk_scenario_get_reference (landscape->scenario);
  const IjkLandscapeQuestion *question = &landscape->question;
  const IjkLever *x = &reference->levers[question->x.lever];
  const IjkLever *y = &reference->levers[question->y.lever];

  return (Units) { choose_lever_unit (x, x->step), choose_lever_unit (y, y->step),
                   choose_outcome_unit (question->outcome) };
}

static void
add_marker (IjkDraft        *draft,
            const IjkResult *result,
            const Units     *units,
            gboolean         is_law)
{
  const IjkLandscapeQuestion *question = &draft->input->landscape->question;
  const double x = find_lever_value (result->scenario, question->x.lever, question->year);
  const double y = find_lever_value (result->scenario, question->y.lever, question->year);
  g_autofree char *outcome = write_outcome (question->outcome, find_outcome (result, question));
  g_autofree char *x_text = write_lever_value (&units->x, x);
  g_autofree char *y_text = write_lever_value (&units->y, y);
  /* Translators: beside a dot on a map; %s is an amount (36.1 Mt). */
  g_autofree char *label = is_law ? g_strdup_printf (_("Current law: %s"), outcome)
                                  : g_strdup_printf (_("You are here: %s"), outcome);
  /* Translators: the values of two levers, each with its unit: "4.0 Mt a year, €1.5 billion a round". */
  g_autofree char *second = g_strdup_printf (_("%1$s, %2$s"), x_text, y_text);

  if (!(x >= question->x.from && x <= question->x.to && y >= question->y.from
        && y <= question->y.to))
    return;
  ijk_chart_builder_add_marker (draft->builder,
                                &(IjkChartMarker) { .x = x * units->x.factor,
                                                    .y = y * units->y.factor,
                                                    .symbol = IJK_SYMBOL_RING,
                                                    .role = is_law ? IJK_ROLE_REFERENCE
                                                                   : IJK_ROLE_ACCENT_PILL,
                                                    .label = label,
                                                    .second_line = second,
                                                    .has_guides = !is_law });
}

/* The map may be of the scenario before the last change. */
static gboolean
is_of_scenario (const IjkFigureInput *input)
{
  return ijk_scenario_equal (input->landscape->scenario, input->result->scenario);
}

static char *
write_subtitle (const IjkFigureInput *input)
{
  const IjkLandscape *landscape = input->landscape;
  const Extent extent = find_extent (landscape);
  guint targets[MAX_LEVELS];
  const guint n_targets
      = list_targets (input->result->reference, &landscape->question, targets);
  g_autofree char *level = NULL;
  double target_kt;

  if (isnan (extent.low))
    return NULL;
  if (!is_of_scenario (input))
    return g_strdup (_("not up to date"));
  if (n_targets == 0)
    return NULL;
  target_kt = input->result->reference->targets[targets[0]].target_mt * IJK_KT_PER_MT;
  level = ijk_quantity_number (target_kt / IJK_KT_PER_MT, 1);
  if (extent.low > target_kt)
    /* Translators: subtitles of a map; %s is a target (35.7). */
    return g_strdup_printf (_("%s is not reached anywhere on this map"), level);
  if (extent.high <= target_kt)
    return g_strdup_printf (_("%s is reached everywhere on this map"), level);
  return g_strdup_printf (_("%s is reached on part of this map"), level);
}

static char *
write_axis_name (const IjkReference *reference,
                 IjkLeverId          lever,
                 const ShownUnit    *unit)
{
  if (*unit->text == '\0')
    return g_strdup (name_of_lever (reference, lever));
  /* Translators: name of an axis: a lever, then its unit. */
  return g_strdup_printf (_("%1$s, %2$s"), name_of_lever (reference, lever), unit->text);
}

static void
add_map (IjkDraft     *draft,
         const Units  *units,
         const GArray *levels)
{
  const IjkLandscape *landscape = draft->input->landscape;
  const IjkLandscapeQuestion *question = &landscape->question;
  const guint n_points = question->n_columns * question->n_rows;
  g_autofree double *x = scale_axis (landscape->x, question->n_columns, &units->x);
  g_autofree double *y = scale_axis (landscape->y, question->n_rows, &units->y);
  g_autofree double *values = scale_axis (landscape->values, n_points, &units->outcome);

  ijk_chart_builder_set_grid (
      draft->builder,
      &(IjkChartGrid) { .axis = ijk_draft_axis (units->outcome.text, units->outcome.n_decimals),
                        .n_columns = question->n_columns,
                        .n_rows = question->n_rows,
                        .x = x,
                        .y = y,
                        .values = values,
                        .mask = landscape->is_limited,
                        .levels = (const double *) (gconstpointer) levels->data,
                        .n_levels = levels->len,
                        .mask_text = _("Hatched: transport and storage of CO₂ is the limit") });
}

static void
set_words (IjkDraft *draft)
{
  const IjkFigureInput *input = draft->input;
  const IjkLandscapeQuestion *question = &input->landscape->question;
  g_autofree char *title = write_title (question);
  /* Translators: source line of a map; %1$s is the name of a scenario, %2$u and %3$u are numbers of
   * columns and rows, %4$d is a year. */
  g_autofree char *source = g_strdup_printf (
      _("Source: Ijkpad model, %2$u × %3$u runs of scenario %1$s; both levers held from %4$d on."),
      input->scenario_name, question->n_columns, question->n_rows, IJK_FIRST_FREE_YEAR);

  ijk_chart_builder_set_text (draft->builder, IJK_CHART_TITLE, title);
  ijk_chart_builder_set_text (draft->builder, IJK_CHART_SOURCE, source);
}

static IjkChartSpec *
make_spec (const IjkFigureInput *input)
{
  const IjkLandscape *landscape = input->landscape;
  g_autoptr (GArray) targets = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) levels = NULL;
  g_autofree char *subtitle = NULL, *x_name = NULL, *y_name = NULL;
  IjkDraft draft;
  Extent extent;
  Units units;

  if (landscape == NULL)
    {
      ijk_draft_begin (&draft, &ijk_figure_landscape, input, IJK_CHART_GRID, NULL, IJK_SOURCE_MODEL);
      ijk_chart_builder_set_text (draft.builder, IJK_CHART_EMPTY_TEXT,
                                  _("This map is not worked out yet"));
      return ijk_draft_end (&draft);
    }
  extent = find_extent (landscape);
  units = choose_units (landscape);
  subtitle = write_subtitle (input);
  x_name = write_axis_name (input->result->reference, landscape->question.x.lever, &units.x);
  y_name = write_axis_name (input->result->reference, landscape->question.y.lever, &units.y);

  ijk_draft_begin (&draft, &ijk_figure_landscape, input, IJK_CHART_GRID, subtitle, IJK_SOURCE_MODEL);
  set_words (&draft);
  ijk_chart_builder_set_x (draft.builder,
                           &(IjkChartAxis) { .name = x_name,
                                             .format = ijk_quantity_format (units.x.n_decimals),
                                             .min = NAN,
                                             .max = NAN },
                           NULL, 0);
  ijk_draft_panel (&draft, y_name, units.y.n_decimals, 1);
  add_targets (&draft, targets);
  levels = list_levels (&extent, units.outcome.factor,
                        (const double *) (gconstpointer) targets->data, targets->len,
                        &units.outcome.n_decimals);
  add_map (&draft, &units, levels);
  if (is_of_scenario (input))
    add_marker (&draft, input->result, &units, FALSE);
  if (!input->is_law)
    add_marker (&draft, input->law_result, &units, TRUE);
  return ijk_draft_end (&draft);
}

static void
add_target_sentences (IjkWording           *wording,
                      const IjkFigureInput *input,
                      const Extent         *extent)
{
  const IjkReference *reference = input->result->reference;
  guint targets[MAX_LEVELS];
  const guint n_targets = list_targets (reference, &input->landscape->question, targets);

  for (guint i = 0; i < n_targets; i++)
    {
      const double target_kt = reference->targets[targets[i]].target_mt * IJK_KT_PER_MT;

      if (extent->low > target_kt)
        /* Translators: %s is a target (35.7 Mt). */
        ijk_wording_add (wording, _("The target of %s is not reached at any point."),
                         ijk_say_mt (wording, target_kt));
      else
        /* Translators: %1$s is a target (35.7 Mt), %2$s a share (34%). */
        ijk_wording_add (wording, _("The target of %1$s is reached at %2$s of the points."),
                         ijk_say_mt (wording, target_kt),
                         ijk_say_share (wording, find_share_below (input->landscape, target_kt)));
    }
}

/* What each lever does by itself while the other stands in the middle of its range. */
static void
add_effect_sentence (IjkWording         *wording,
                     const IjkLandscape *landscape)
{
  const IjkLandscapeQuestion *question = &landscape->question;
  const IjkReference *reference = ijk_scenario_get_reference (landscape->scenario);
  const double *middle = landscape->values + (gsize) (question->n_rows / 2) * question->n_columns;
  const double *first = landscape->values + question->n_columns / 2;
  const double by_x = middle[question->n_columns - 1] - middle[0];
  const double by_y
      = first[(gsize) (question->n_rows - 1) * question->n_columns] - first[0];

  if (isnan (by_x) || isnan (by_y))
    return;
  /* Translators: %1$s and %3$s are levers, %2$s and %4$s amounts (1.9 Mt). */
  ijk_wording_add (wording, _("With the other lever in the middle of its range, the first (%1$s) makes "
                              "a difference of %2$s, the second (%3$s) of %4$s."),
                   name_of_lever (reference, question->x.lever),
                   ijk_wording_keep (wording, write_difference (question->outcome, by_x)),
                   name_of_lever (reference, question->y.lever),
                   ijk_wording_keep (wording, write_difference (question->outcome, by_y)));
}

static void
add_range_sentence (IjkWording                 *wording,
                    const IjkLandscapeQuestion *question,
                    const Extent               *extent)
{
  const char *low = ijk_wording_keep (wording, write_outcome (question->outcome, extent->low));
  const char *high = ijk_wording_keep (wording, write_outcome (question->outcome, extent->high));

  switch (question->outcome)
    {
    case IJK_OUTCOME_EMISSIONS:
      /* Translators: %1$s and %2$s are amounts, %3$d is a year. */
      ijk_wording_add (wording, _("Emissions in %3$d lie between %1$s and %2$s."), low, high,
                       question->year);
      return;
    case IJK_OUTCOME_LEVY:
      /* Translators: %1$s and %2$s are amounts, %3$d is a year. */
      ijk_wording_add (wording, _("The net levy in %3$d lies between %1$s and %2$s."), low, high,
                       question->year);
      return;
    case IJK_OUTCOME_SUBSIDY:
      /* Translators: %1$s and %2$s are amounts, %3$d is a year. */
      ijk_wording_add (wording, _("SDE++ paid out up to %3$d lies between %1$s and %2$s."), low, high,
                       question->year);
      return;
    case IJK_OUTCOME_STATE_COST:
      /* Translators: %1$s and %2$s are amounts, %3$d is a year. */
      ijk_wording_add (wording, _("The cost to the State in %3$d lies between %1$s and %2$s."), low,
                       high, question->year);
      return;
    case IJK_N_OUTCOMES:
      break;
    }
  g_assert_not_reached ();
}

static char *
make_sentence (const IjkFigureInput *input)
{
  const IjkLandscape *landscape = input->landscape;
  g_autoptr (IjkWording) wording = ijk_wording_new ();
  const IjkLandscapeQuestion *question;
  const IjkReference *reference = input->result->reference;
  Extent extent;
  Units units;

  if (landscape == NULL)
    return g_strdup (_("This map of two levers is not worked out yet."));
  question = &landscape->question;
  extent = find_extent (landscape);
  units = choose_units (landscape);
  if (isnan (extent.low))
    return g_strdup (_("Nothing is known of this map of two levers yet."));
  /* Translators: the two levers of a map, %1$s and %4$s, with their first values, %2$s and %5$s, and
   * their last ones, %3$s and %6$s. */
  ijk_wording_add (
      wording,
      _("The map goes from left to right over %1$s, from %2$s to %3$s, and upwards over %4$s, from "
        "%5$s to %6$s."),
      name_of_lever (reference, question->x.lever),
      ijk_wording_keep (wording, write_lever_value (&units.x, question->x.from)),
      ijk_wording_keep (wording, write_lever_value (&units.x, question->x.to)),
      name_of_lever (reference, question->y.lever),
      ijk_wording_keep (wording, write_lever_value (&units.y, question->y.from)),
      ijk_wording_keep (wording, write_lever_value (&units.y, question->y.to)));
  add_range_sentence (wording, question, &extent);
  add_target_sentences (wording, input, &extent);
  add_effect_sentence (wording, landscape);
  if (extent.limited_share > 0)
    /* Translators: %s is a share (12%). */
    ijk_wording_add (wording, _("At %s of the points transport and storage of CO₂ is the limit."),
                     ijk_say_share (wording, extent.limited_share));
  /* Translators: %1$s is the name of a scenario, %2$s an amount (38.6 Mt). */
  ijk_wording_add (wording, _("The run of scenario “%1$s” itself gives %2$s."), input->scenario_name,
                   ijk_wording_keep (wording,
                                     write_outcome (question->outcome,
                                                    find_outcome (input->result, question))));
  if (!input->is_law)
    /* Translators: %s is an amount (38.6 Mt). */
    ijk_wording_add (wording, _("Current law gives %s."),
                     ijk_wording_keep (wording,
                                       write_outcome (question->outcome,
                                                      find_outcome (input->law_result, question))));
  return ijk_wording_end (wording);
}

static IjkFigureTable *
make_table (const IjkFigureInput *input)
{
  const IjkLandscape *landscape = input->landscape;
  const IjkReference *reference = input->result->reference;
  g_autofree char *title = NULL;
  IjkFigureTable *table;
  Units units;

  if (landscape == NULL)
    {
      table = ijk_figure_table_new (_("One outcome over two levers"), _("First lever"));
      ijk_figure_table_add_column (table, _("Second lever"), "", 0);
      ijk_figure_table_add_column (table, _("Outcome"), "", 0);
      return table;
    }
  title = write_title (&landscape->question);
  units = choose_units (landscape);
  table = ijk_figure_table_new (title, name_of_lever (reference, landscape->question.x.lever));
  ijk_figure_table_add_column (table, name_of_lever (reference, landscape->question.y.lever),
                               units.y.text, units.y.n_decimals);
  ijk_figure_table_add_column (table, _("Outcome"), units.outcome.text, units.outcome.n_decimals);
  table->note_title = g_strdup (_("Limit"));
  for (guint j = 0; j < landscape->question.n_rows; j++)
    for (guint i = 0; i < landscape->question.n_columns; i++)
      {
        const gsize at = (gsize) j * landscape->question.n_columns + i;
        g_autofree char *label
            = ijk_quantity_number (landscape->x[i] * units.x.factor, units.x.n_decimals);

        ijk_figure_table_add_row (table, label,
                                  (double[]) { landscape->y[j] * units.y.factor,
                                               landscape->values[at] * units.outcome.factor },
                                  landscape->is_limited[at] ? _("transport and storage of CO₂")
                                                            : NULL);
      }
  return table;
}

const IjkFigure ijk_figure_landscape = {
  .id = "landscape",
  .title = N_("One outcome over two levers"),
  .question = N_("Which settings of two levers together reach the target?"),
  .flags = IJK_FIGURE_NEEDS_LANDSCAPE,
  .make_spec = make_spec,
  .make_sentence = make_sentence,
  .make_table = make_table,
};
