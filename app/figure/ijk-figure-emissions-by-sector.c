/* Emissions of industry by group of sectors, against the targets and current law.
 *
 * The split into sectors exists from 2021, the first year of the model. Before it the chart shows the
 * national total alone: the registry knows the large installations of those years, but not what the
 * others emit, and a stack of a part would look like a lower total.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-figure-private.h"

#define FIRST_AXIS_YEAR IJK_FIRST_OBSERVED_YEAR
#define N_AXIS_YEARS (IJK_LAST_YEAR - FIRST_AXIS_YEAR + 1)

/* The national total of the years before the model, Mt; NAN where nobody has published one. */
static void
find_history (const IjkReference *reference,
              double             *total_mt)
{
  for (guint i = 0; i < N_AXIS_YEARS; i++)
    total_mt[i] = NAN;
  for (guint i = 0; i < reference->n_history; i++)
    {
      const int year = reference->history[i].year;

      if (year >= FIRST_AXIS_YEAR && year < IJK_FIRST_YEAR)
        total_mt[year - FIRST_AXIS_YEAR] = reference->history[i].total_mt;
    }
}

/* No years at the start of the axis that nothing is known of: the place on the axis of the first year
 * with a total, at most that of the first year of the model. */
static guint
find_first (const double *total_mt)
{
  guint first = 0;

  while (first < IJK_FIRST_YEAR - FIRST_AXIS_YEAR && isnan (total_mt[first]))
    first++;
  return first;
}

static guint
find_target (const IjkReference *reference,
             int                 year)
{
  for (guint i = 0; i < reference->n_targets; i++)
    if (reference->targets[i].year == year && ijk_target_is_agreed (reference, i))
      return i;
  return IJK_NONE;
}

static char *
write_subtitle (const IjkFigureInput *input)
{
  const IjkReference *reference = input->result->reference;
  const guint target = find_target (reference, IJK_TARGET_YEAR);
  double total_mt[IJK_N_YEARS];
  g_autofree char *gap = NULL;
  double gap_mt;

  ijk_figure_emissions_mt (input->result, total_mt);
  if (target == IJK_NONE)
    return g_strdup (_("industry, national"));
  gap_mt = ijk_yearly_at (total_mt, IJK_TARGET_YEAR) - reference->targets[target].target_mt;
  if (gap_mt <= 0)
    /* Translators: subtitle of a chart. %d is a year. */
    return g_strdup_printf (_("target of %d reached"), IJK_TARGET_YEAR);
  gap = ijk_quantity_mt (gap_mt * IJK_KT_PER_MT);
  /* Translators: subtitle of a chart: "0.4 Mt above the target in 2030". */
  return g_strdup_printf (_("%s above the target in %d"), gap, IJK_TARGET_YEAR);
}

static void
add_sectors (IjkDraft *draft,
             guint     panel)
{
  const IjkFigureInput *input = draft->input;
  double yearly[IJK_N_YEARS];

  for (IjkSectorGroup group = 0; group < IJK_N_SECTOR_GROUPS; group++)
    {
      ijk_sector_group_sum (input->result, input->result->sector_emissions_kt, group, TRUE,
                            1 / IJK_KT_PER_MT, yearly);
      ijk_draft_series (draft, &(IjkChartSeries) { .label = ijk_sector_group_name (group),
                                                   .panel = panel,
                                                   .shape = IJK_SHAPE_AREA,
                                                   .role = ijk_sector_group_role (group),
                                                   .values = yearly });
    }
}

static IjkChartSpec *
make_spec (const IjkFigureInput *input)
{
  g_autofree char *subtitle = write_subtitle (input);
  double total_mt[N_AXIS_YEARS];
  IjkDraft draft;
  guint panel;

  find_history (input->result->reference, total_mt);
  ijk_figure_emissions_mt (input->result, total_mt + (IJK_FIRST_YEAR - FIRST_AXIS_YEAR));

  ijk_draft_begin (&draft, &ijk_figure_emissions_by_sector, input, IJK_CHART_TIME, subtitle,
                   IJK_SOURCE_EMISSIONS);
  ijk_draft_years (&draft, FIRST_AXIS_YEAR + (int) find_first (total_mt), IJK_LAST_YEAR);
  panel = ijk_draft_panel (&draft, _("Mt CO₂-eq a year"), 1, 1);
  add_sectors (&draft, panel);
  ijk_draft_other_lines (&draft, panel, ijk_figure_emissions_mt);
  ijk_draft_series_from (&draft,
                         &(IjkChartSeries) { .label = input->scenario_name,
                                             .panel = panel,
                                             .shape = IJK_SHAPE_LINE,
                                             .role = IJK_ROLE_CURRENT,
                                             .is_strong = TRUE,
                                             .has_end_value = TRUE,
                                             .has_cursor_value = TRUE,
                                             .values = total_mt },
                         FIRST_AXIS_YEAR, N_AXIS_YEARS);
  ijk_draft_targets (&draft, panel);
  return ijk_draft_end (&draft);
}

static void
add_target_sentence (IjkWording           *wording,
                     const IjkFigureInput *input,
                     const double         *total_mt)
{
  const IjkReference *reference = input->result->reference;
  const guint i_target = find_target (reference, IJK_TARGET_YEAR);
  const IjkTarget *target;
  const char *goal;
  double gap_mt;

  if (i_target == IJK_NONE)
    return;
  target = &reference->targets[i_target];
  goal = ijk_wording_keep (wording, ijk_quantity_mt (target->target_mt * IJK_KT_PER_MT));
  gap_mt = ijk_yearly_at (total_mt, IJK_TARGET_YEAR) - target->target_mt;
  if (gap_mt <= 0)
    {
      const int year = ijk_yearly_first_below (total_mt, target->target_mt, IJK_FIRST_YEAR,
                                               IJK_LAST_YEAR);

      /* Translators: %1$s is an amount (35.7 Mt), both %d are years. */
      ijk_wording_add (wording, _("The %1$s agreed for %2$d is reached, for the first time in %3$d."),
                       goal, IJK_TARGET_YEAR, year);
      return;
    }
  /* Translators: %1$s and %3$s are amounts (0.4 Mt, 35.7 Mt), %2$d is a year. */
  ijk_wording_add (wording, _("In %2$d that is %1$s above the %3$s of the Climate Agreement."),
                   ijk_wording_keep (wording, ijk_quantity_mt (gap_mt * IJK_KT_PER_MT)), IJK_TARGET_YEAR,
                   goal);
}

static void
add_comparison_sentence (IjkWording           *wording,
                         const IjkFigureInput *input,
                         const double         *total_mt)
{
  double law_mt[IJK_N_YEARS];

  if (input->is_law)
    return;
  ijk_figure_emissions_mt (input->law_result, law_mt);
  ijk_wording_add (
      /* Translators: %1$d and %3$d are years, %2$s and %4$s are changes with their sign (−2.4
       * Mt). */
      wording, _("The difference from current law is %2$s in %1$d and %4$s in %3$d."), IJK_TARGET_YEAR,
      ijk_wording_keep (wording, ijk_quantity_mt_change ((ijk_yearly_at (total_mt, IJK_TARGET_YEAR)
                                                          - ijk_yearly_at (law_mt, IJK_TARGET_YEAR))
                                                         * IJK_KT_PER_MT)),
      IJK_LAST_YEAR,
      ijk_wording_keep (wording, ijk_quantity_mt_change ((ijk_yearly_at (total_mt, IJK_LAST_YEAR)
                                                          - ijk_yearly_at (law_mt, IJK_LAST_YEAR))
                                                         * IJK_KT_PER_MT)));
}

/* Which group emits most in the last year. */
static void
add_largest_sentence (IjkWording           *wording,
                      const IjkFigureInput *input)
{
  IjkSectorGroup largest = 0;
  double largest_mt = -1;
  double yearly[IJK_N_YEARS];

  for (IjkSectorGroup group = 0; group < IJK_N_SECTOR_GROUPS; group++)
    {
      ijk_sector_group_sum (input->result, input->result->sector_emissions_kt, group, TRUE,
                            1 / IJK_KT_PER_MT, yearly);
      if (ijk_yearly_at (yearly, IJK_LAST_YEAR) > largest_mt)
        {
          largest_mt = ijk_yearly_at (yearly, IJK_LAST_YEAR);
          largest = group;
        }
    }
  /* Translators: %1$s is a group of sectors, %2$s an amount (6.6 Mt), %3$d a year. */
  ijk_wording_add (wording, _("Largest in %3$d: %1$s, %2$s."), ijk_sector_group_name (largest),
                   ijk_wording_keep (wording, ijk_quantity_mt (largest_mt * IJK_KT_PER_MT)),
                   IJK_LAST_YEAR);
}

static char *
make_sentence (const IjkFigureInput *input)
{
  g_autoptr (IjkWording) wording = ijk_wording_new ();
  double total_mt[IJK_N_YEARS];
  int steepest;

  ijk_figure_emissions_mt (input->result, total_mt);
  ijk_wording_add (
      wording,
      /* Translators: %1$s is the name of a scenario; %2$s, %4$s and %6$s are amounts (54.0 Mt),
       * %3$d, %5$d and %7$d years. */
      _("Emissions of Dutch industry in scenario “%1$s”: %2$s in %3$d, %4$s in %5$d and %6$s in %7$d."),
      input->scenario_name,
      ijk_wording_keep (wording, ijk_quantity_mt (total_mt[0] * IJK_KT_PER_MT)), IJK_FIRST_YEAR,
      ijk_wording_keep (wording,
                        ijk_quantity_mt (ijk_yearly_at (total_mt, IJK_TARGET_YEAR) * IJK_KT_PER_MT)),
      IJK_TARGET_YEAR,
      ijk_wording_keep (wording,
                        ijk_quantity_mt (ijk_yearly_at (total_mt, IJK_LAST_YEAR) * IJK_KT_PER_MT)),
      IJK_LAST_YEAR);
  add_target_sentence (wording, input, total_mt);
  steepest = ijk_yearly_steepest_fall (total_mt, IJK_FIRST_FREE_YEAR, IJK_LAST_YEAR);
  if (steepest != 0)
    /* Translators: %1$d is a year, %2$s an amount (3.4 Mt). */
    ijk_wording_add (wording, _("The steepest fall ahead is in %1$d: %2$s in one year."), steepest,
                     ijk_wording_keep (wording,
                                       ijk_quantity_mt ((ijk_yearly_at (total_mt, steepest - 1)
                                                         - ijk_yearly_at (total_mt, steepest))
                                                        * IJK_KT_PER_MT)));
  add_comparison_sentence (wording, input, total_mt);
  if (input->compare_result != NULL)
    {
      double compare_mt[IJK_N_YEARS];

      ijk_figure_emissions_mt (input->compare_result, compare_mt);
      ijk_wording_add (
          /* Translators: %1$s is the name of a scenario, %2$s and %4$s are amounts (37.8 Mt),
           * %3$d and %5$d years. */
          wording, _("In scenario “%1$s” it is %2$s in %3$d and %4$s in %5$d."), input->compare_name,
          ijk_wording_keep (wording, ijk_quantity_mt (IJK_KT_PER_MT
                                                      * ijk_yearly_at (compare_mt,
                                                                       IJK_TARGET_YEAR))),
          IJK_TARGET_YEAR,
          ijk_wording_keep (wording, ijk_quantity_mt (IJK_KT_PER_MT
                                                      * ijk_yearly_at (compare_mt, IJK_LAST_YEAR))),
          IJK_LAST_YEAR);
    }
  add_largest_sentence (wording, input);
  return ijk_wording_end (wording);
}

static IjkFigureTable *
make_table (const IjkFigureInput *input)
{
  IjkFigureTable *table = ijk_figure_table_new (_("Emissions by sector"), _("Year"));
  const char *unit = _("Mt CO₂-eq");
  double groups_mt[IJK_N_SECTOR_GROUPS][IJK_N_YEARS];
  double totals_mt[3][IJK_N_YEARS], history_mt[N_AXIS_YEARS];
  const double *columns[IJK_N_SECTOR_GROUPS + G_N_ELEMENTS (totals_mt)];
  guint n_columns = 0;

  for (IjkSectorGroup group = 0; group < IJK_N_SECTOR_GROUPS; group++)
    {
      ijk_sector_group_sum (input->result, input->result->sector_emissions_kt, group, TRUE,
                            1 / IJK_KT_PER_MT, groups_mt[group]);
      ijk_figure_table_add_column (table, ijk_sector_group_name (group), unit, 1);
      columns[n_columns++] = groups_mt[group];
    }
  ijk_figure_emissions_mt (input->result, totals_mt[0]);
  ijk_figure_table_add_column (table, _("Total"), unit, 1);
  columns[n_columns++] = totals_mt[0];
  if (!input->is_law)
    {
      ijk_figure_emissions_mt (input->law_result, totals_mt[1]);
      ijk_figure_table_add_column (table, _("Current law"), unit, 1);
      columns[n_columns++] = totals_mt[1];
    }
  if (input->compare_result != NULL)
    {
      ijk_figure_emissions_mt (input->compare_result, totals_mt[2]);
      ijk_figure_table_add_column (table, input->compare_name, unit, 1);
      columns[n_columns] = totals_mt[2];
    }

  /* The years before the split have a total only. */
  find_history (input->result->reference, history_mt);
  for (guint y = find_first (history_mt); y < IJK_FIRST_YEAR - FIRST_AXIS_YEAR; y++)
    {
      double values[G_N_ELEMENTS (columns)];
      g_autofree char *label = g_strdup_printf ("%d", FIRST_AXIS_YEAR + (int) y);

      for (guint i = 0; i < G_N_ELEMENTS (values); i++)
        values[i] = i == IJK_N_SECTOR_GROUPS ? history_mt[y] : NAN;
      ijk_figure_table_add_row (table, label, values, NULL);
    }
  ijk_figure_table_add_years (table, IJK_FIRST_YEAR, IJK_LAST_YEAR, columns);
  return table;
}

const IjkFigure ijk_figure_emissions_by_sector = {
  .id = "emissions-by-sector",
  .title = N_("Emissions by sector"),
  .question = N_("How far is industry from its targets, and which sectors emit what remains?"),
  .make_spec = make_spec,
  .make_sentence = make_sentence,
  .make_table = make_table,
};
