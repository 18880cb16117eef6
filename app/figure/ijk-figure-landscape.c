/* The landscape: one outcome over two levers, each point a run of its own, with the targets as
 * lines.
 *
 * Whether it is worked out is up to the caller; without a landscape the chart says so. One marker
 * shows where the scenario lies, if it lies on the map, with the number of its own run. That can
 * differ from the colour below it, because the map holds both levers at one number from the first
 * free year on, while a scenario may move them over time. Another shows the levels of both levers
 * under current law; as all other levers are those of the scenario its number is read from the map.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-map-private.h"
#include "ijk-saying-private.h"

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
      /* Translators: title of a map; %d is a year. */
      return g_strdup_printf (_("Emissions in %d over two levers"), question->year);
    case IJK_OUTCOME_LEVY:
      /* Translators: title of a map; %d is a year. */
      return g_strdup_printf (_("Net levy in %d over two levers"), question->year);
    case IJK_OUTCOME_SUBSIDY:
      /* Translators: title of a map; %d is a year. */
      return g_strdup_printf (_("SDE++ paid out up to %d over two levers"), question->year);
    case IJK_OUTCOME_STATE_COST:
      /* Translators: title of a map; %d is a year. */
      return g_strdup_printf (_("Cost to the State in %d over two levers"), question->year);
    case IJK_N_OUTCOMES:
      break;
    }
  g_assert_not_reached ();
}

static void
add_targets (IjkDraft *draft,
             GArray   *shown_targets)
{
  const IjkReference *reference = draft->input->result->reference;
  guint targets[IJK_MAP_MAX_TARGETS];
  const guint n_targets
      = ijk_map_list_targets (reference, &draft->input->landscape->question, targets);

  for (guint i = 0; i < n_targets; i++)
    {
      const IjkTarget *target = &reference->targets[targets[i]];
      g_autofree char *label = ijk_target_short_name (reference, targets[i]);

      g_array_append_val (shown_targets, target->target_mt);
      ijk_chart_builder_add_rule (draft->builder, &(IjkChartRule) { .value = target->target_mt,
                                                                    .role = IJK_ROLE_TARGET,
                                                                    .label = label });
    }
}

static double *
scale_axis (const double    *values,
            guint            n_values,
            const IjkShownUnit *unit)
{
  double *shown = g_new (double, n_values);

  for (guint i = 0; i < n_values; i++)
    shown[i] = values[i] * unit->factor;
  return shown;
}

static void
add_marker (IjkDraft    *draft,
            const IjkMapUnits *units,
            double       x,
            double       y,
            const char  *label,
            gboolean     is_law)
{
  g_autofree char *x_text = ijk_map_write_lever (&units->x, x);
  g_autofree char *y_text = ijk_map_write_lever (&units->y, y);
  /* Translators: the values of two levers, each with its unit: "4.0 Mt a year, €1.5 billion a
   * round". */
  g_autofree char *second = g_strdup_printf (_("%1$s, %2$s"), x_text, y_text);

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

static void
add_markers (IjkDraft    *draft,
             const IjkMapUnits *units)
{
  const IjkFigureInput *input = draft->input;
  const IjkLandscapeQuestion *question = &input->landscape->question;
  double x, y, law_x, law_y;
  const gboolean is_on_map = ijk_map_find_spot (question, input->result->scenario, &x, &y);
  const gboolean is_law_on_map
      = ijk_map_find_spot (question, input->law_result->scenario, &law_x, &law_y);

  if (is_of_scenario (input) && is_on_map)
    {
      const double value = ijk_map_find_outcome (input->result, question);
      g_autofree char *outcome = ijk_map_write_outcome (question->outcome, value);
      /* Translators: beside a dot on a map; %s is an amount (36.1 Mt). */
      g_autofree char *label = g_strdup_printf (_("You are here: %s"), outcome);

      add_marker (draft, units, x, y, label, FALSE);
    }
  if (!input->is_law && is_law_on_map && (x != law_x || y != law_y))
    {
      const double value = ijk_map_read (input->landscape, law_x, law_y);
      g_autofree char *outcome = ijk_map_write_outcome (question->outcome, value);
      /* Translators: beside a dot on a map, where both levers stand as in current law; %s is an
       * amount. */
      g_autofree char *label = g_strdup_printf (_("Levels of current law: about %s"), outcome);

      add_marker (draft, units, law_x, law_y, isnan (value) ? _("Levels of current law") : label,
                  TRUE);
    }
}

static char *
write_subtitle (const IjkFigureInput *input)
{
  const IjkLandscape *landscape = input->landscape;
  const IjkMapExtent extent = ijk_map_find_extent (landscape);
  guint targets[IJK_MAP_MAX_TARGETS];
  const guint n_targets
      = ijk_map_list_targets (input->result->reference, &landscape->question, targets);
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
    /* Translators: subtitle of a map; %s is a target (35.7). */
    return g_strdup_printf (_("%s is not reached anywhere on this map"), level);
  if (extent.high <= target_kt)
    /* Translators: subtitle of a map; %s is a target (35.7). */
    return g_strdup_printf (_("%s is reached everywhere on this map"), level);
  /* Translators: subtitle of a map; %s is a target (35.7). */
  return g_strdup_printf (_("%s is reached on part of this map"), level);
}

static char *
write_axis_name (const IjkReference *reference,
                 IjkLeverId          lever,
                 const IjkShownUnit    *unit)
{
  if (*unit->text == '\0')
    return g_strdup (name_of_lever (reference, lever));
  /* Translators: name of an axis: a lever, then its unit. */
  return g_strdup_printf (_("%1$s, %2$s"), name_of_lever (reference, lever), unit->text);
}

static void
add_map (IjkDraft     *draft,
         const IjkMapUnits  *units,
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
  g_autofree char *source = g_strdup_printf (
      /* Translators: source line of a map; %1$s is the name of a scenario, %2$u and %3$u are
       * numbers of columns and rows, %4$d is a year. */
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
  IjkMapExtent extent;
  IjkMapUnits units;
  IjkChartAxis y_axis;

  if (landscape == NULL)
    {
      ijk_draft_begin (&draft, &ijk_figure_landscape, input, IJK_CHART_GRID, NULL,
                       IJK_SOURCE_MODEL);
      ijk_chart_builder_set_text (draft.builder, IJK_CHART_EMPTY_TEXT,
                                  _("This map is not worked out yet"));
      return ijk_draft_end (&draft);
    }
  extent = ijk_map_find_extent (landscape);
  units = ijk_map_choose_units (landscape);
  subtitle = write_subtitle (input);
  x_name = write_axis_name (input->result->reference, landscape->question.x.lever, &units.x);
  y_name = write_axis_name (input->result->reference, landscape->question.y.lever, &units.y);

  ijk_draft_begin (&draft, &ijk_figure_landscape, input, IJK_CHART_GRID, subtitle,
                   IJK_SOURCE_MODEL);
  set_words (&draft);
  ijk_chart_builder_set_x (draft.builder,
                           &(IjkChartAxis) { .name = x_name,
                                             .format = ijk_map_format (&units.x),
                                             .min = NAN,
                                             .max = NAN },
                           NULL, 0);
  y_axis = ijk_draft_axis (y_name, units.y.n_decimals);
  y_axis.format = ijk_map_format (&units.y);
  (void) ijk_chart_builder_add_panel (draft.builder,
                                      &(IjkChartPanel) { .axis = y_axis, .weight = 1 });
  add_targets (&draft, targets);
  levels = ijk_map_list_levels (&extent, units.outcome.factor, targets, &units.outcome.n_decimals);
  add_map (&draft, &units, levels);
  add_markers (&draft, &units);
  return ijk_draft_end (&draft);
}

static void
add_target_sentences (IjkWording           *wording,
                      const IjkFigureInput *input,
                      const IjkMapExtent         *extent)
{
  const IjkReference *reference = input->result->reference;
  guint targets[IJK_MAP_MAX_TARGETS];
  const guint n_targets = ijk_map_list_targets (reference, &input->landscape->question, targets);

  for (guint i = 0; i < n_targets; i++)
    {
      const double target_kt = reference->targets[targets[i]].target_mt * IJK_KT_PER_MT;

      if (extent->low > target_kt)
        /* Translators: %s is a target (35.7 Mt). */
        ijk_wording_add (wording, _("The target of %s is not reached at any point."),
                         ijk_say_mt (wording, target_kt));
      else if (extent->high <= target_kt)
        /* Translators: %s is a target (35.7 Mt). */
        ijk_wording_add (wording, _("The target of %s is reached at every point."),
                         ijk_say_mt (wording, target_kt));
      else
        /* Translators: %1$s is a target (35.7 Mt), %2$s a share (34%). */
        ijk_wording_add (wording, _("The target of %1$s is reached at %2$s of the points."),
                         ijk_say_mt (wording, target_kt),
                         ijk_say_share (wording, ijk_map_find_share_below (input->landscape,
                                                                           target_kt)));
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
  ijk_wording_add (wording, _("With the other lever in the middle of its range, the first (%1$s) "
                              "makes a difference of %2$s, the second (%3$s) of %4$s."),
                   name_of_lever (reference, question->x.lever),
                   ijk_wording_keep (wording, ijk_map_write_difference (question->outcome, by_x)),
                   name_of_lever (reference, question->y.lever),
                   ijk_wording_keep (wording, ijk_map_write_difference (question->outcome, by_y)));
}

static const char *
say_outcome (IjkWording                 *wording,
             const IjkLandscapeQuestion *question,
             double                      value)
{
  return ijk_wording_keep (wording, ijk_map_write_outcome (question->outcome, value));
}

static void
add_range_sentence (IjkWording                 *wording,
                    const IjkLandscapeQuestion *question,
                    const IjkMapExtent               *extent)
{
  const char *low = say_outcome (wording, question, extent->low);
  const char *high = say_outcome (wording, question, extent->high);

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
      ijk_wording_add (wording, _("SDE++ paid out up to %3$d lies between %1$s and %2$s."), low,
                       high,
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
  IjkMapExtent extent;
  IjkMapUnits units;

  if (landscape == NULL)
    return g_strdup (_("This map of two levers is not worked out yet."));
  question = &landscape->question;
  extent = ijk_map_find_extent (landscape);
  units = ijk_map_choose_units (landscape);
  if (isnan (extent.low))
    return g_strdup (_("Nothing is known of this map of two levers yet."));
  ijk_wording_add (
      wording,
      /* Translators: the two levers of a map, %1$s and %4$s, with their first values, %2$s and
       * %5$s, and their last ones, %3$s and %6$s. */
      _("The map goes from left to right over %1$s, from %2$s to %3$s, and upwards over %4$s, from "
        "%5$s to %6$s."),
      name_of_lever (reference, question->x.lever),
      ijk_wording_keep (wording, ijk_map_write_lever (&units.x, question->x.from)),
      ijk_wording_keep (wording, ijk_map_write_lever (&units.x, question->x.to)),
      name_of_lever (reference, question->y.lever),
      ijk_wording_keep (wording, ijk_map_write_lever (&units.y, question->y.from)),
      ijk_wording_keep (wording, ijk_map_write_lever (&units.y, question->y.to)));
  add_range_sentence (wording, question, &extent);
  add_target_sentences (wording, input, &extent);
  add_effect_sentence (wording, landscape);
  if (extent.limited_share > 0)
    /* Translators: %s is a share (12%). */
    ijk_wording_add (wording, _("At %s of the points transport and storage of CO₂ is the limit."),
                     ijk_say_share (wording, extent.limited_share));
  /* Translators: %1$s is the name of a scenario, %2$s an amount (38.6 Mt). */
  ijk_wording_add (wording, _("The run of scenario “%1$s” itself gives %2$s."),
                   input->scenario_name,
                   say_outcome (wording, question, ijk_map_find_outcome (input->result, question)));
  if (!input->is_law)
    /* Translators: %s is an amount (38.6 Mt). */
    ijk_wording_add (wording, _("The run of current law, with all its levers, gives %s."),
                     say_outcome (wording, question,
                                  ijk_map_find_outcome (input->law_result, question)));
  return ijk_wording_end (wording);
}

static IjkFigureTable *
make_table (const IjkFigureInput *input)
{
  const IjkLandscape *landscape = input->landscape;
  const IjkReference *reference = input->result->reference;
  g_autofree char *title = NULL;
  IjkFigureTable *table;
  IjkMapUnits units;
  IjkNumberFormat x_format;

  if (landscape == NULL)
    {
      table = ijk_figure_table_new (_("One outcome over two levers"), _("First lever"));
      ijk_figure_table_add_column (table, _("Second lever"), "", 0);
      ijk_figure_table_add_column (table, _("Outcome"), "", 0);
      return table;
    }
  title = write_title (&landscape->question);
  units = ijk_map_choose_units (landscape);
  x_format = ijk_map_format (&units.x);
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
            = ijk_number_format (&x_format, landscape->x[i] * units.x.factor);

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
