/* From emissions without measures down to the result: a wedge for each group of measures.
 *
 * The top of the stack is what industry would emit with its output, its autonomous efficiency and what
 * has left the country, but without measures. What captured CO2 or heat saves outside industry is not
 * in the national figure of industry and so not in a wedge.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-figure-private.h"

static void
find_unabated_mt (const IjkResult *result,
                  double          *yearly)
{
  ijk_figure_sum_sectors (result, result->sector_unabated_kt, TRUE, 1 / IJK_KT_PER_MT, yearly);
}

static void
find_wedge_mt (const IjkResult *result,
               IjkWedge         wedge,
               double          *yearly)
{
  ijk_wedge_sum (result, result->measure_abated_kt, wedge, 1 / IJK_KT_PER_MT, yearly);
}

static IjkWedge
find_largest (const IjkResult *result,
              int              year,
              double          *largest_mt)
{
  IjkWedge largest = 0;
  double yearly[IJK_N_YEARS];

  *largest_mt = -INFINITY;
  for (IjkWedge wedge = 0; wedge < IJK_N_WEDGES; wedge++)
    {
      find_wedge_mt (result, wedge, yearly);
      if (ijk_yearly_at (yearly, year) > *largest_mt)
        {
          *largest_mt = ijk_yearly_at (yearly, year);
          largest = wedge;
        }
    }
  return largest;
}

static double
find_abated_mt (const IjkResult *result,
                int              year)
{
  double yearly[IJK_N_YEARS];
  double sum_mt = 0;

  for (IjkWedge wedge = 0; wedge < IJK_N_WEDGES; wedge++)
    {
      find_wedge_mt (result, wedge, yearly);
      sum_mt += ijk_yearly_at (yearly, year);
    }
  return sum_mt;
}

static IjkChartSpec *
make_spec (const IjkFigureInput *input)
{
  const double abated_mt = find_abated_mt (input->result, IJK_LAST_YEAR);
  g_autofree char *amount = ijk_quantity_mt (abated_mt * IJK_KT_PER_MT);
  g_autofree char *subtitle
      /* Translators: subtitle: "measures avoid 15.1 Mt in 2050". */
      = g_strdup_printf (_("measures avoid %1$s in %2$d"), amount, IJK_LAST_YEAR);
  double yearly[IJK_N_YEARS];
  IjkDraft draft;
  guint panel;

  ijk_draft_begin (&draft, &ijk_figure_emissions_by_measure, input, IJK_CHART_TIME, subtitle,
                   IJK_SOURCE_EMISSIONS);
  ijk_draft_years (&draft, IJK_FIRST_YEAR, IJK_LAST_YEAR);
  panel = ijk_draft_panel (&draft, _("Mt CO₂-eq a year"), 1, 1);

  ijk_figure_emissions_mt (input->result, yearly);
  ijk_draft_series (&draft, &(IjkChartSeries) { .label = _("Remaining emissions"),
                                                .panel = panel,
                                                .shape = IJK_SHAPE_AREA,
                                                .role = IJK_ROLE_SERIES_6,
                                                .values = yearly });
  for (IjkWedge wedge = 0; wedge < IJK_N_WEDGES; wedge++)
    {
      find_wedge_mt (input->result, wedge, yearly);
      /* A measure that nobody takes needs no name in the picture; the table has it. */
      ijk_draft_series (&draft, &(IjkChartSeries) { .label = ijk_wedge_name (wedge),
                                                    .panel = panel,
                                                    .shape = IJK_SHAPE_AREA,
                                                    .role = ijk_wedge_role (wedge),
                                                    .pattern = ijk_wedge_pattern (wedge),
                                                    .is_unlabelled
                                                    = !ijk_yearly_has_any (yearly, 0.05),
                                                    .values = yearly });
    }
  find_unabated_mt (input->result, yearly);
  ijk_draft_series (&draft, &(IjkChartSeries) { .label = _("Without measures"),
                                                .panel = panel,
                                                .shape = IJK_SHAPE_LINE,
                                                .role = IJK_ROLE_AXIS,
                                                .dash = IJK_DASH_DOTTED,
                                                .has_end_value = TRUE,
                                                .values = yearly });
  ijk_draft_scenario_lines (&draft, panel, ijk_figure_emissions_mt, NULL);
  ijk_draft_targets (&draft, panel);
  return ijk_draft_end (&draft);
}

static char *
make_sentence (const IjkFigureInput *input)
{
  g_autoptr (IjkWording) wording = ijk_wording_new ();
  double unabated_mt[IJK_N_YEARS], emissions_mt[IJK_N_YEARS];
  double largest_mt;
  IjkWedge largest;

  find_unabated_mt (input->result, unabated_mt);
  ijk_figure_emissions_mt (input->result, emissions_mt);
  ijk_wording_add (wording,
                   /* Translators: %1$s is the name of a scenario, %2$d a year, the others are
                    * amounts (15.1 Mt). */
                   _("Without measures Dutch industry would emit %3$s in %2$d in scenario “%1$s”; "
                     "measures avoid %4$s of it, and %5$s remains."),
                   input->scenario_name, IJK_LAST_YEAR,
                   ijk_wording_keep (wording, ijk_quantity_mt (IJK_KT_PER_MT
                                                               * ijk_yearly_at (unabated_mt,
                                                                                IJK_LAST_YEAR))),
                   ijk_wording_keep (wording, ijk_quantity_mt (IJK_KT_PER_MT
                                                               * find_abated_mt (input->result,
                                                                                 IJK_LAST_YEAR))),
                   ijk_wording_keep (wording, ijk_quantity_mt (IJK_KT_PER_MT
                                                               * ijk_yearly_at (emissions_mt,
                                                                                IJK_LAST_YEAR))));
  /* Translators: %1$d is a year, %2$s an amount (4.9 Mt). */
  ijk_wording_add (wording, _("In %1$d they avoid %2$s."), IJK_TARGET_YEAR,
                   ijk_wording_keep (wording, ijk_quantity_mt (IJK_KT_PER_MT
                                                               * find_abated_mt (input->result,
                                                                                 IJK_TARGET_YEAR))));
  largest = find_largest (input->result, IJK_TARGET_YEAR, &largest_mt);
  if (largest_mt > 0)
    /* Translators: %1$d is a year, %2$s a group of measures, %3$s an amount. */
    ijk_wording_add (wording, _("Most in %1$d: %2$s, %3$s."), IJK_TARGET_YEAR,
                     ijk_wedge_name (largest),
                     ijk_wording_keep (wording, ijk_quantity_mt (IJK_KT_PER_MT * largest_mt)));
  largest = find_largest (input->result, IJK_LAST_YEAR, &largest_mt);
  if (largest_mt > 0)
    ijk_wording_add (wording, _("Most in %1$d: %2$s, %3$s."), IJK_LAST_YEAR,
                     ijk_wedge_name (largest),
                     ijk_wording_keep (wording, ijk_quantity_mt (IJK_KT_PER_MT * largest_mt)));
  if (!input->is_law)
    /* Translators: %1$s and %2$s are amounts (15.1 Mt), %3$d a year. */
    ijk_wording_add (wording, _("Under current law measures avoid %1$s in %3$d and %2$s in %4$d."),
                     ijk_wording_keep (wording, ijk_quantity_mt (IJK_KT_PER_MT
                                                                 * find_abated_mt (input->law_result,
                                                                                   IJK_TARGET_YEAR))),
                     ijk_wording_keep (wording, ijk_quantity_mt (IJK_KT_PER_MT
                                                                 * find_abated_mt (input->law_result,
                                                                                   IJK_LAST_YEAR))),
                     IJK_TARGET_YEAR, IJK_LAST_YEAR);
  return ijk_wording_end (wording);
}

static IjkFigureTable *
make_table (const IjkFigureInput *input)
{
  IjkFigureTable *table = ijk_figure_table_new (_("Emissions by measure"), _("Year"));
  const char *unit = _("Mt CO₂-eq");
  double numbers[IJK_N_WEDGES + 4][IJK_N_YEARS];
  const double *columns[G_N_ELEMENTS (numbers)];
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    columns[i] = numbers[i];
  ijk_figure_table_add_column (table, _("Without measures"), unit, 1);
  find_unabated_mt (input->result, numbers[n++]);
  for (IjkWedge wedge = 0; wedge < IJK_N_WEDGES; wedge++)
    {
      ijk_figure_table_add_column (table, ijk_wedge_name (wedge), unit, 2);
      find_wedge_mt (input->result, wedge, numbers[n++]);
    }
  ijk_figure_table_add_column (table, _("Remaining emissions"), unit, 1);
  ijk_figure_emissions_mt (input->result, numbers[n++]);
  if (!input->is_law)
    {
      ijk_figure_table_add_column (table, _("Current law"), unit, 1);
      ijk_figure_emissions_mt (input->law_result, numbers[n++]);
    }
  if (input->compare_result != NULL)
    {
      ijk_figure_table_add_column (table, input->compare_name, unit, 1);
      ijk_figure_emissions_mt (input->compare_result, numbers[n++]);
    }
  ijk_figure_table_add_years (table, IJK_FIRST_YEAR, IJK_LAST_YEAR, columns);
  return table;
}

const IjkFigure ijk_figure_emissions_by_measure = {
  .id = "emissions-by-measure",
  .title = N_("Emissions by measure"),
  .question = N_("What brings emissions down, and what remains without it?"),
  .make_spec = make_spec,
  .make_sentence = make_sentence,
  .make_table = make_table,
};
