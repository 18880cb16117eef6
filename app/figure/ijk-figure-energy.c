/* Energy that measures ask for and save: electricity above, gas and hydrogen below.
 *
 * Electricity is written in TWh, as those who plan the grid do, gas and hydrogen in PJ, as those
 * who sell them do; so they have a panel each. All three are changes by measures, not the whole use
 * of industry; they are zero until the first measure runs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-saying-private.h"
#include "ijk-year-table-private.h"

#define GWH_PER_TWH 1e3
#define TJ_PER_PJ 1e3
#define FIRST_AXIS_YEAR IJK_LAST_PAST_YEAR
#define NEAR_YEAR 2030

/* A rise of gas use below this is not worth a sentence. */
#define SMALL_PJ 0.5

static void
find_electricity_twh (const IjkResult *result,
                      double          *yearly)
{
  ijk_yearly_scale (result->nation_electricity_gwh, 1 / GWH_PER_TWH, yearly);
}

static void
find_gas_pj (const IjkResult *result,
             double          *yearly)
{
  ijk_yearly_scale (result->nation_gas_tj, 1 / TJ_PER_PJ, yearly);
}

static void
find_hydrogen_pj (const IjkResult *result,
                  double          *yearly)
{
  ijk_yearly_scale (result->nation_hydrogen_tj, 1 / TJ_PER_PJ, yearly);
}

static char *
write_subtitle (const IjkResult *result)
{
  double electricity[IJK_N_YEARS], gas[IJK_N_YEARS];
  g_autofree char *more = NULL, *change = NULL;

  find_electricity_twh (result, electricity);
  find_gas_pj (result, gas);
  more = ijk_quantity_change (ijk_yearly_at (electricity, NEAR_YEAR), 1);
  change = ijk_quantity_change (ijk_yearly_at (gas, NEAR_YEAR), 0);
  /* Translators: %1$d is a year, %2$s and %3$s are changes with their sign (+2.4, −24). */
  return g_strdup_printf (_("%1$d: electricity %2$s TWh, gas %3$s PJ"), NEAR_YEAR, more, change);
}

/* Gas and hydrogen share a panel: their lines carry colours, so that each has its own law line. */
static void
add_fuel (IjkDraft      *draft,
          guint          panel,
          IjkYearlyFunc  yearly_of,
          const char    *label,
          IjkRole        role,
          IjkDash        dash)
{
  double yearly[IJK_N_YEARS];

  yearly_of (draft->input->result, yearly);
  ijk_draft_series (draft, &(IjkChartSeries) { .label = label,
                                               .panel = panel,
                                               .shape = IJK_SHAPE_LINE,
                                               .role = role,
                                               .dash = dash,
                                               .width_px = 2.4,
                                               .is_strong = TRUE,
                                               .has_end_value = TRUE,
                                               .has_cursor_value = TRUE,
                                               .values = yearly });
}

static IjkChartSpec *
make_spec (const IjkFigureInput *input)
{
  g_autofree char *subtitle = write_subtitle (input->result);
  IjkDraft draft;
  guint panel;

  ijk_draft_begin (&draft, &ijk_figure_energy, input, IJK_CHART_TIME, subtitle, IJK_SOURCE_MODEL);
  ijk_draft_years (&draft, FIRST_AXIS_YEAR, IJK_LAST_YEAR);
  panel = ijk_draft_panel (&draft, _("electricity, TWh a year more"), 1, 1);
  ijk_draft_scenario_lines (&draft, panel, find_electricity_twh, _("Electricity"));
  panel = ijk_draft_panel (&draft, _("gas and hydrogen, PJ a year more or less"), 0, 1);
  ijk_draft_other_lines (&draft, panel, find_gas_pj);
  add_fuel (&draft, panel, find_hydrogen_pj, _("Hydrogen"), IJK_ROLE_SERIES_3, IJK_DASH_LONG);
  add_fuel (&draft, panel, find_gas_pj, _("Gas"), IJK_ROLE_SERIES_1, IJK_DASH_SOLID);
  return ijk_draft_end (&draft);
}

static char *
make_sentence (const IjkFigureInput *input)
{
  g_autoptr (IjkWording) wording = ijk_wording_new ();
  double electricity[IJK_N_YEARS], gas[IJK_N_YEARS], hydrogen[IJK_N_YEARS];
  int peak;

  find_electricity_twh (input->result, electricity);
  find_gas_pj (input->result, gas);
  find_hydrogen_pj (input->result, hydrogen);
  /* Translators: %1$s and %3$s are amounts (2.4), %2$d and %4$d years. */
  ijk_wording_add (wording, _("Measures in industry need %1$s TWh of electricity more in %2$d and "
                              "%3$s TWh more in %4$d."),
                   ijk_say_number (wording, ijk_yearly_at (electricity, NEAR_YEAR), 1), NEAR_YEAR,
                   ijk_say_number (wording, ijk_yearly_at (electricity, IJK_LAST_YEAR), 1),
                   IJK_LAST_YEAR);
  /* Translators: %1$s and %3$s are changes with their sign (−24), %2$d and %4$d years, %5$s an
   * amount. */
  ijk_wording_add (wording, _("Gas use changes by %1$s PJ in %2$d and by %3$s PJ in %4$d; hydrogen "
                              "use is %5$s PJ by then."),
                   ijk_say_change (wording, ijk_yearly_at (gas, NEAR_YEAR), 0), NEAR_YEAR,
                   ijk_say_change (wording, ijk_yearly_at (gas, IJK_LAST_YEAR), 0), IJK_LAST_YEAR,
                   ijk_say_number (wording, ijk_yearly_at (hydrogen, IJK_LAST_YEAR), 1));
  peak = ijk_yearly_peak (gas, IJK_FIRST_FREE_YEAR, IJK_LAST_YEAR);
  if (peak != 0 && ijk_yearly_at (gas, peak) >= SMALL_PJ)
    /* Translators: %1$s is an amount (6), %2$d a year. */
    ijk_wording_add (wording, _("It is up by as much as %1$s PJ in %2$d: capture of CO₂ and direct "
                                "reduction of iron need gas."),
                     ijk_say_number (wording, ijk_yearly_at (gas, peak), 0), peak);
  if (!input->is_law)
    {
      double law_electricity[IJK_N_YEARS], law_gas[IJK_N_YEARS];

      find_electricity_twh (input->law_result, law_electricity);
      find_gas_pj (input->law_result, law_gas);
      /* Translators: %1$d is a year, %2$s and %3$s are changes with their sign (+2.4, −24). */
      ijk_wording_add (wording, _("Under current law it would be %2$s TWh of electricity and %3$s "
                                  "PJ of gas in %1$d."),
                       NEAR_YEAR,
                       ijk_say_change (wording, ijk_yearly_at (law_electricity, NEAR_YEAR), 1),
                       ijk_say_change (wording, ijk_yearly_at (law_gas, NEAR_YEAR), 0));
    }
  return ijk_wording_end (wording);
}

static IjkFigureTable *
make_table (const IjkFigureInput *input)
{
  IjkYearTable draft;
  double yearly[IJK_N_YEARS];

  ijk_year_table_begin (&draft, _("Energy that measures use and save"));
  find_electricity_twh (input->result, yearly);
  ijk_year_table_add (&draft, _("Electricity"), _("TWh"), 1, yearly);
  ijk_year_table_add_others (&draft, input, _("Electricity"), _("TWh"), 1, find_electricity_twh);
  find_gas_pj (input->result, yearly);
  ijk_year_table_add (&draft, _("Gas"), _("PJ"), 1, yearly);
  ijk_year_table_add_others (&draft, input, _("Gas"), _("PJ"), 1, find_gas_pj);
  find_hydrogen_pj (input->result, yearly);
  ijk_year_table_add (&draft, _("Hydrogen"), _("PJ"), 1, yearly);
  ijk_year_table_add_others (&draft, input, _("Hydrogen"), _("PJ"), 1, find_hydrogen_pj);
  return ijk_year_table_end (&draft, FIRST_AXIS_YEAR, IJK_LAST_YEAR);
}

const IjkFigure ijk_figure_energy = {
  .id = "energy",
  .title = N_("Energy that measures use and save"),
  .question = N_("How much electricity and hydrogen do measures need, and how much gas do they "
                 "save?"),
  .make_spec = make_spec,
  .make_sentence = make_sentence,
  .make_table = make_table,
};
