/* CO2 storage against what limits it: the ceiling on subsidy for CCS, and transport and storage.
 *
 * Stored CO2 is a flow a year, under contract is what rounds have awarded so far (awards of before the
 * model runs included), the ceiling is the limit on those awards. 25,000 kt stands for no ceiling in
 * the lever and is drawn as none.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-figure-private.h"

#define NO_CEILING_KT 25000.0
/* What comes this close to a limit has reached it. */
#define NEAR_SHARE 0.99

static void
find_stored_mt (const IjkResult *result,
                double          *yearly)
{
  ijk_yearly_scale (result->nation_ccs_kt, 1 / IJK_KT_PER_MT, yearly);
}

static void
find_awarded_mt (const IjkResult *result,
                 double          *yearly)
{
  ijk_yearly_scale (result->nation_ccs_awarded_kt, 1 / IJK_KT_PER_MT, yearly);
}

static void
find_capacity_mt (const IjkResult *result,
                  double          *yearly)
{
  ijk_yearly_scale (result->nation_ccs_capacity_kt, 1 / IJK_KT_PER_MT, yearly);
}

static void
find_ceiling_mt (const IjkResult *result,
                 double          *yearly)
{
  for (guint t = 0; t < IJK_N_YEARS; t++)
    yearly[t] = result->nation_ccs_ceiling_kt[t] < NO_CEILING_KT
                    ? result->nation_ccs_ceiling_kt[t] / IJK_KT_PER_MT
                    : NAN;
}

/* The first year ahead in which @used comes up to @limit; 0 if there is none. */
static int
find_binding_year (const double *used,
                   const double *limit)
{
  for (int year = IJK_FIRST_FREE_YEAR; year <= IJK_LAST_YEAR; year++)
    if (ijk_yearly_at (limit, year) >= 0
        && ijk_yearly_at (used, year) >= NEAR_SHARE * ijk_yearly_at (limit, year))
      return year;
  return 0;
}

static char *
write_subtitle (const IjkFigureInput *input)
{
  double stored[IJK_N_YEARS], awarded[IJK_N_YEARS], capacity[IJK_N_YEARS], ceiling[IJK_N_YEARS];
  gboolean is_ceiling_reached, is_capacity_reached;

  find_stored_mt (input->result, stored);
  find_awarded_mt (input->result, awarded);
  find_capacity_mt (input->result, capacity);
  find_ceiling_mt (input->result, ceiling);
  is_ceiling_reached = ijk_yearly_at (awarded, IJK_TARGET_YEAR)
                       >= NEAR_SHARE * ijk_yearly_at (ceiling, IJK_TARGET_YEAR);
  is_capacity_reached = ijk_yearly_at (stored, IJK_TARGET_YEAR)
                        >= NEAR_SHARE * ijk_yearly_at (capacity, IJK_TARGET_YEAR);
  if (is_ceiling_reached && is_capacity_reached)
    /* Translators: subtitles about a year: what limits the storage of CO2. */
    return g_strdup_printf (_("ceiling and capacity bind in %d"), IJK_TARGET_YEAR);
  if (is_ceiling_reached)
    return g_strdup_printf (_("the ceiling binds in %d, capacity does not"), IJK_TARGET_YEAR);
  if (isnan (ijk_yearly_at (ceiling, IJK_TARGET_YEAR)))
    return is_capacity_reached
               ? g_strdup_printf (_("capacity binds in %d, no ceiling"), IJK_TARGET_YEAR)
               : g_strdup_printf (_("capacity to spare in %d, no ceiling"),
                                  IJK_TARGET_YEAR);
  if (is_capacity_reached)
    return g_strdup_printf (_("capacity binds in %d, the ceiling does not"), IJK_TARGET_YEAR);
  return g_strdup_printf (_("neither ceiling nor capacity binds in %d"), IJK_TARGET_YEAR);
}

static IjkChartSpec *
make_spec (const IjkFigureInput *input)
{
  g_autofree char *subtitle = write_subtitle (input);
  double yearly[IJK_N_YEARS];
  IjkDraft draft;
  guint panel;
  guint last = IJK_NONE;
  gboolean is_lapsed;

  ijk_draft_begin (&draft, &ijk_figure_ccs, input, IJK_CHART_TIME, subtitle, IJK_SOURCE_STORAGE);
  ijk_draft_years (&draft, IJK_FIRST_YEAR, IJK_LAST_YEAR);
  panel = ijk_draft_panel (&draft, _("Mt CO₂ a year"), 1, 1);

  find_stored_mt (input->result, yearly);
  ijk_draft_series (&draft, &(IjkChartSeries) { .label = _("Stored"),
                                                .panel = panel,
                                                .shape = IJK_SHAPE_FILLED_LINE,
                                                .role = IJK_ROLE_SERIES_1,
                                                .is_strong = TRUE,
                                                .has_end_value = TRUE,
                                                .has_cursor_value = TRUE,
                                                .values = yearly });
  find_capacity_mt (input->result, yearly);
  ijk_draft_series (&draft, &(IjkChartSeries) { .label = _("Transport and storage capacity"),
                                                .panel = panel,
                                                .shape = IJK_SHAPE_LINE,
                                                .role = IJK_ROLE_AXIS,
                                                .dash = IJK_DASH_DASH_DOT,
                                                .has_end_value = TRUE,
                                                .values = yearly });
  find_ceiling_mt (input->result, yearly);
  /* The name of a line that has ended would lead along the years without a ceiling. */
  is_lapsed = isnan (yearly[IJK_N_YEARS - 1]);
  if (is_lapsed)
    for (guint t = 0; t < IJK_N_YEARS; t++)
      if (!isnan (yearly[t]))
        last = t;
  if (is_lapsed && last != IJK_NONE)
    ijk_chart_builder_add_marker (draft.builder,
                                  &(IjkChartMarker) { .panel = panel,
                                                      .x = IJK_FIRST_YEAR + (double) last,
                                                      .y = yearly[last],
                                                      .symbol = IJK_SYMBOL_DOT,
                                                      .role = IJK_ROLE_TARGET,
                                                      .label = _("ceiling, lapsed") });
  if (ijk_yearly_has_any (yearly, -1))
    ijk_draft_series (&draft, &(IjkChartSeries) { .label = _("Ceiling on subsidy for CCS"),
                                                  .is_unlabelled = is_lapsed,
                                                  .panel = panel,
                                                  .shape = IJK_SHAPE_STEP,
                                                  .role = IJK_ROLE_TARGET,
                                                  .has_end_value = TRUE,
                                                  .values = yearly });
  find_awarded_mt (input->result, yearly);
  ijk_draft_series (&draft, &(IjkChartSeries) { .label = _("Under contract"),
                                                .panel = panel,
                                                .shape = IJK_SHAPE_LINE,
                                                .role = IJK_ROLE_SERIES_3,
                                                .dash = IJK_DASH_DOTTED,
                                                .has_end_value = TRUE,
                                                .values = yearly });
  ijk_draft_other_lines (&draft, panel, find_stored_mt);
  return ijk_draft_end (&draft);
}

static void
add_limit_sentences (IjkWording      *wording,
                     const IjkResult *result)
{
  double stored[IJK_N_YEARS], awarded[IJK_N_YEARS], capacity[IJK_N_YEARS], ceiling[IJK_N_YEARS];
  int year;

  find_stored_mt (result, stored);
  find_awarded_mt (result, awarded);
  find_capacity_mt (result, capacity);
  find_ceiling_mt (result, ceiling);
  /* Translators: %1$s is an amount (3.3 Mt), %2$d a year. */
  ijk_wording_add (wording, _("Transport and storage can take %1$s in %2$d."),
                   ijk_wording_keep (wording, ijk_quantity_mt (IJK_KT_PER_MT
                                                               * ijk_yearly_at (capacity,
                                                                                IJK_TARGET_YEAR))),
                   IJK_TARGET_YEAR);
  year = find_binding_year (stored, capacity);
  if (year != 0)
    /* Translators: %d is a year. */
    ijk_wording_add (wording, _("Storage is full for the first time in %d."), year);
  if (isnan (ijk_yearly_at (ceiling, IJK_TARGET_YEAR)))
    {
      /* Translators: %d is a year. */
      ijk_wording_add (wording, _("There is no ceiling on subsidy for CCS in %d."), IJK_TARGET_YEAR);
      return;
    }
  year = find_binding_year (awarded, ceiling);
  if (ijk_yearly_at (awarded, IJK_TARGET_YEAR) > ijk_yearly_at (ceiling, IJK_TARGET_YEAR))
    {
      ijk_wording_add (wording,
                       /* Translators: %1$s and %2$s are amounts (2.5 Mt). */
                       _("The ceiling of %1$s lies below the %2$s that is under contract already."),
                       ijk_wording_keep (wording,
                                         ijk_quantity_mt (IJK_KT_PER_MT
                                                          * ijk_yearly_at (ceiling,
                                                                           IJK_TARGET_YEAR))),
                       ijk_wording_keep (wording,
                                         ijk_quantity_mt (IJK_KT_PER_MT
                                                          * ijk_yearly_at (awarded,
                                                                           IJK_TARGET_YEAR))));
      return;
    }
  /* Translators: %1$s and %2$s are amounts (9.7 Mt), %3$d is a year. */
  ijk_wording_add (wording, _("Of the ceiling of %1$s, %2$s is under contract in %3$d."),
                   ijk_wording_keep (wording, ijk_quantity_mt (IJK_KT_PER_MT
                                                               * ijk_yearly_at (ceiling,
                                                                                IJK_TARGET_YEAR))),
                   ijk_wording_keep (wording, ijk_quantity_mt (IJK_KT_PER_MT
                                                               * ijk_yearly_at (awarded,
                                                                                IJK_TARGET_YEAR))),
                   IJK_TARGET_YEAR);
  if (year != 0)
    /* Translators: %d is a year. */
    ijk_wording_add (wording, _("The ceiling is reached in %d."), year);
}

static char *
make_sentence (const IjkFigureInput *input)
{
  g_autoptr (IjkWording) wording = ijk_wording_new ();
  double stored[IJK_N_YEARS], law[IJK_N_YEARS];

  find_stored_mt (input->result, stored);
  ijk_wording_add (
      /* Translators: %1$s is the name of a scenario, %2$s and %4$s are amounts (3.3 Mt), %3$d
       * and %5$d years. */
      wording, _("Dutch industry stores %2$s of CO₂ in %3$d and %4$s in %5$d in scenario “%1$s”."),
      input->scenario_name,
      ijk_wording_keep (wording,
                        ijk_quantity_mt (IJK_KT_PER_MT * ijk_yearly_at (stored, IJK_TARGET_YEAR))),
      IJK_TARGET_YEAR,
      ijk_wording_keep (wording,
                        ijk_quantity_mt (IJK_KT_PER_MT * ijk_yearly_at (stored, IJK_LAST_YEAR))),
      IJK_LAST_YEAR);
  add_limit_sentences (wording, input->result);
  if (!input->is_law)
    {
      find_stored_mt (input->law_result, law);
      ijk_wording_add (
          /* Translators: %1$s and %3$s are amounts (3.3 Mt), %2$d and %4$d years. */
          wording, _("Under current law %1$s is stored in %2$d and %3$s in %4$d."),
          ijk_wording_keep (wording,
                            ijk_quantity_mt (IJK_KT_PER_MT * ijk_yearly_at (law, IJK_TARGET_YEAR))),
          IJK_TARGET_YEAR,
          ijk_wording_keep (wording,
                            ijk_quantity_mt (IJK_KT_PER_MT * ijk_yearly_at (law, IJK_LAST_YEAR))),
          IJK_LAST_YEAR);
    }
  if (input->compare_result != NULL)
    {
      double compare[IJK_N_YEARS];

      find_stored_mt (input->compare_result, compare);
      ijk_wording_add (
          /* Translators: %1$s is the name of a scenario, %2$s an amount (3.3 Mt), %3$d a year. */
          wording, _("In scenario “%1$s” %2$s is stored in %3$d."), input->compare_name,
          ijk_wording_keep (wording, ijk_quantity_mt (IJK_KT_PER_MT
                                                      * ijk_yearly_at (compare, IJK_TARGET_YEAR))),
          IJK_TARGET_YEAR);
    }
  return ijk_wording_end (wording);
}

static IjkFigureTable *
make_table (const IjkFigureInput *input)
{
  IjkFigureTable *table = ijk_figure_table_new (_("CO₂ storage"), _("Year"));
  const char *unit = _("Mt CO₂");
  double numbers[6][IJK_N_YEARS];
  const double *columns[G_N_ELEMENTS (numbers)];
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    columns[i] = numbers[i];
  ijk_figure_table_add_column (table, _("Stored"), unit, 2);
  find_stored_mt (input->result, numbers[n++]);
  ijk_figure_table_add_column (table, _("Under contract"), unit, 2);
  find_awarded_mt (input->result, numbers[n++]);
  ijk_figure_table_add_column (table, _("Transport and storage capacity"), unit, 2);
  find_capacity_mt (input->result, numbers[n++]);
  ijk_figure_table_add_column (table, _("Ceiling on subsidy for CCS"), unit, 2);
  find_ceiling_mt (input->result, numbers[n++]);
  if (!input->is_law)
    {
      ijk_figure_table_add_column (table, _("Stored under current law"), unit, 2);
      find_stored_mt (input->law_result, numbers[n++]);
    }
  if (input->compare_result != NULL)
    {
      ijk_figure_table_add_column (table, input->compare_name, unit, 2);
      find_stored_mt (input->compare_result, numbers[n++]);
    }
  ijk_figure_table_add_years (table, IJK_FIRST_YEAR, IJK_LAST_YEAR, columns);
  return table;
}

const IjkFigure ijk_figure_ccs = {
  .id = "ccs",
  .title = N_("CO₂ storage"),
  .question = N_("How much CO₂ is stored, and does the ceiling or the capacity limit it?"),
  .make_spec = make_spec,
  .make_sentence = make_sentence,
  .make_table = make_table,
};
