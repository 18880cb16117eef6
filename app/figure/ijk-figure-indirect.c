/* What measures of industry do elsewhere: the power they ask for, the heat and CO2 they deliver,
 * the output that is made abroad; and below it the emissions that are levied beside industry.
 *
 * None of these count in the national figure of industry, so a fall there can be a rise here. The
 * balance is in kt, as its parts are small; the sectors beside industry are in Mt, in a panel of
 * their own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-saying-private.h"
#include "ijk-year-table-private.h"

#define NEAR_YEAR 2030

typedef struct
{
  double power_kt[IJK_N_YEARS];
  double abroad_kt[IJK_N_YEARS];
  double heat_kt[IJK_N_YEARS]; /* zero or less */
  double co2_kt[IJK_N_YEARS];  /* zero or less */
} Elsewhere;

/* Deliveries save emissions where they arrive. What was so before the model decides is not
 * known. */
static void
find_elsewhere (const IjkResult *result,
                Elsewhere       *elsewhere)
{
  const IjkReference *reference = result->reference;

  ijk_yearly_scale (result->nation_indirect_kt, 1, elsewhere->power_kt);
  ijk_yearly_scale (result->nation_abroad_kt, 1, elsewhere->abroad_kt);
  for (guint t = 0; t < IJK_N_YEARS; t++)
    {
      double heat_kt = 0;
      double co2_kt = 0;

      for (guint m = 0; m < reference->n_measures; m++)
        {
          const double kt = result->measure_outside_kt[(gsize) t * reference->n_measures + m];

          if (reference->measures[m].group == IJK_GROUP_CCU)
            co2_kt += kt;
          else
            heat_kt += kt;
        }
      elsewhere->heat_kt[t] = 0 - heat_kt;
      elsewhere->co2_kt[t] = 0 - co2_kt;
    }
  for (guint t = 0; t < IJK_YEAR_INDEX (IJK_LAST_PAST_YEAR); t++)
    elsewhere->power_kt[t] = elsewhere->abroad_kt[t] = elsewhere->heat_kt[t]
        = elsewhere->co2_kt[t] = NAN;
}

static void
find_balance_kt (const IjkResult *result,
                 double          *yearly)
{
  Elsewhere elsewhere;

  find_elsewhere (result, &elsewhere);
  for (guint t = 0; t < IJK_N_YEARS; t++)
    yearly[t] = elsewhere.power_kt[t] + elsewhere.abroad_kt[t] + elsewhere.heat_kt[t]
                + elsewhere.co2_kt[t];
}

/* Incinerators, power from steel gases, separate CHP. */
static void
find_beside_mt (const IjkResult *result,
                double          *yearly)
{
  double all[IJK_N_YEARS], industry[IJK_N_YEARS];

  ijk_figure_sum_sectors (result, result->sector_emissions_kt, FALSE, 1 / IJK_KT_PER_MT, all);
  ijk_figure_sum_sectors (result, result->sector_emissions_kt, TRUE, 1 / IJK_KT_PER_MT, industry);
  for (guint t = 0; t < IJK_N_YEARS; t++)
    yearly[t] = all[t] - industry[t];
}

static void
add_balance (IjkDraft *draft,
             guint     panel)
{
  Elsewhere elsewhere;
  const struct
  {
    const char *label;
    const double *values;
    IjkRole role;
    IjkPattern pattern;
  } parts[] = {
    { _("Power stations"), elsewhere.power_kt, IJK_ROLE_SERIES_5, IJK_PATTERN_NONE },
    { _("Made abroad"), elsewhere.abroad_kt, IJK_ROLE_SERIES_6, IJK_PATTERN_NONE },
    { _("Heat to homes"), elsewhere.heat_kt, IJK_ROLE_SERIES_4, IJK_PATTERN_HATCH },
    { _("CO₂ to greenhouses"), elsewhere.co2_kt, IJK_ROLE_SERIES_3, IJK_PATTERN_BACK_HATCH },
  };

  find_elsewhere (draft->input->result, &elsewhere);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (ijk_yearly_has_any (parts[i].values, 0))
      ijk_draft_series (draft, &(IjkChartSeries) { .label = parts[i].label,
                                                   .panel = panel,
                                                   .shape = IJK_SHAPE_AREA,
                                                   .role = parts[i].role,
                                                   .pattern = parts[i].pattern,
                                                   .values = parts[i].values });
}

static void
find_sector_mt (const IjkResult *result,
                guint            sector,
                double          *yearly)
{
  const guint n_sectors = result->reference->n_sectors;

  for (guint t = 0; t < IJK_N_YEARS; t++)
    yearly[t] = result->sector_emissions_kt[(gsize) t * n_sectors + sector] / IJK_KT_PER_MT;
}

static void
add_sector_beside (IjkDraft *draft,
                   guint     panel,
                   guint     sector)
{
  const IjkResult *result = draft->input->result;
  const IjkReference *reference = result->reference;
  const IjkSectorGroup group = ijk_sector_group_of (reference, sector);
  const char *name = ijk_language_pick (reference->sectors[sector].name_en,
                                        reference->sectors[sector].name_nl);
  double yearly[IJK_N_YEARS];

  find_sector_mt (result, sector, yearly);
  ijk_draft_series (draft, &(IjkChartSeries) {
                               .label = name,
                               .panel = panel,
                               .shape = IJK_SHAPE_AREA,
                               .role = ijk_sector_group_role (group),
                               .values = yearly });
}

static void
add_sectors_beside (IjkDraft *draft,
                    guint     panel)
{
  const IjkReference *reference = draft->input->result->reference;

  /* In the order of the groups, which keeps colours that look alike apart. */
  for (IjkSectorGroup group = 0; group < IJK_N_SECTOR_GROUPS; group++)
    for (guint s = 0; s < reference->n_sectors; s++)
      if (!reference->sectors[s].is_in_industry && ijk_sector_group_of (reference, s) == group)
        add_sector_beside (draft, panel, s);
}

static char *
write_subtitle (const IjkResult *result)
{
  double balance[IJK_N_YEARS];
  g_autofree char *change = NULL;

  find_balance_kt (result, balance);
  change = ijk_quantity_change (ijk_yearly_at (balance, NEAR_YEAR), 0);
  /* Translators: subtitle of a chart. %1$d is a year, %2$s a change (+156). */
  return g_strdup_printf (_("%1$d: %2$s kt on balance"), NEAR_YEAR, change);
}

static IjkChartSpec *
make_spec (const IjkFigureInput *input)
{
  g_autofree char *subtitle = write_subtitle (input->result);
  IjkDraft draft;
  guint panel;

  ijk_draft_begin (&draft, &ijk_figure_indirect, input, IJK_CHART_TIME, subtitle,
                   IJK_SOURCE_EMISSIONS);
  ijk_draft_years (&draft, IJK_FIRST_YEAR, IJK_LAST_YEAR);
  panel = ijk_draft_panel (&draft, _("kt CO₂-eq a year elsewhere"), 0, 1.2);
  add_balance (&draft, panel);
  ijk_draft_scenario_lines (&draft, panel, find_balance_kt, _("Balance"));
  panel = ijk_draft_panel (&draft, _("Mt CO₂-eq a year beside industry"), 1, 1);
  add_sectors_beside (&draft, panel);
  ijk_draft_other_lines (&draft, panel, find_beside_mt);
  return ijk_draft_end (&draft);
}

static char *
make_sentence (const IjkFigureInput *input)
{
  g_autoptr (IjkWording) wording = ijk_wording_new ();
  Elsewhere elsewhere;
  double balance[IJK_N_YEARS], beside[IJK_N_YEARS];
  const guint t = IJK_YEAR_INDEX (NEAR_YEAR);
  int steepest;

  find_elsewhere (input->result, &elsewhere);
  find_balance_kt (input->result, balance);
  find_beside_mt (input->result, beside);
  /* Translators: %1$d is a year, the others are amounts (156 kt). */
  ijk_wording_add (wording, _("In %1$d the power that measures of industry need adds %2$s at power "
                              "stations, output that left adds %3$s abroad, and heat and CO₂ "
                              "delivered save %4$s at homes and greenhouses."),
                   NEAR_YEAR, ijk_say_kt (wording, elsewhere.power_kt[t]),
                   ijk_say_kt (wording, elsewhere.abroad_kt[t]),
                   ijk_say_kt (wording, -elsewhere.heat_kt[t] - elsewhere.co2_kt[t]));
  /* Translators: %1$s and %3$s are changes with their sign (+156), %2$d and %4$d years. */
  ijk_wording_add (wording, _("On balance that is %1$s kt in %2$d and %3$s kt in %4$d."),
                   ijk_say_change (wording, balance[t], 0), NEAR_YEAR,
                   ijk_say_change (wording, ijk_yearly_at (balance, IJK_LAST_YEAR), 0),
                   IJK_LAST_YEAR);
  /* Translators: %1$s, %3$s and %5$s are amounts (10.2 Mt), %2$d, %4$d and %6$d years. */
  ijk_wording_add (wording, _("Beside industry, incinerators, power from steel gases and separate "
                              "CHP emit %1$s in %2$d, %3$s in %4$d and %5$s in %6$d; they pay the "
                              "levy too."),
                   ijk_say_mt (wording, beside[0] * IJK_KT_PER_MT), IJK_FIRST_YEAR,
                   ijk_say_mt (wording, beside[t] * IJK_KT_PER_MT), NEAR_YEAR,
                   ijk_say_mt (wording, ijk_yearly_at (beside, IJK_LAST_YEAR) * IJK_KT_PER_MT),
                   IJK_LAST_YEAR);
  steepest = ijk_yearly_steepest_fall (beside, IJK_FIRST_FREE_YEAR, IJK_LAST_YEAR);
  if (steepest != 0)
    /* Translators: %1$d is a year, %2$s an amount (2.4 Mt). */
    ijk_wording_add (wording, _("Their steepest fall ahead is in %1$d: %2$s in one year."),
                     steepest,
                     ijk_say_mt (wording, (ijk_yearly_at (beside, steepest - 1)
                                           - ijk_yearly_at (beside, steepest))
                                              * IJK_KT_PER_MT));
  if (!input->is_law)
    {
      double law_balance[IJK_N_YEARS], law_beside[IJK_N_YEARS];

      find_balance_kt (input->law_result, law_balance);
      find_beside_mt (input->law_result, law_beside);
      /* Translators: %1$d is a year, %2$s a change (+156), %3$s an amount (8.7 Mt). */
      ijk_wording_add (wording, _("Under current law the balance is %2$s kt in %1$d, and %3$s is "
                                  "emitted beside industry."),
                       NEAR_YEAR, ijk_say_change (wording, law_balance[t], 0),
                       ijk_say_mt (wording, law_beside[t] * IJK_KT_PER_MT));
    }
  return ijk_wording_end (wording);
}

static IjkFigureTable *
make_table (const IjkFigureInput *input)
{
  const IjkReference *reference = input->result->reference;
  const char *kt = _("kt CO₂-eq");
  const char *mt = _("Mt CO₂-eq");
  Elsewhere elsewhere;
  IjkYearTable draft;
  double yearly[IJK_N_YEARS];

  find_elsewhere (input->result, &elsewhere);
  ijk_year_table_begin (&draft, _("What industry's measures do elsewhere"));
  ijk_year_table_add (&draft, _("Power stations"), kt, 0, elsewhere.power_kt);
  ijk_year_table_add (&draft, _("Made abroad"), kt, 0, elsewhere.abroad_kt);
  ijk_year_table_add (&draft, _("Heat to homes"), kt, 0, elsewhere.heat_kt);
  ijk_year_table_add (&draft, _("CO₂ to greenhouses"), kt, 0, elsewhere.co2_kt);
  find_balance_kt (input->result, yearly);
  ijk_year_table_add (&draft, _("Balance"), kt, 0, yearly);
  ijk_year_table_add_others (&draft, input, _("Balance"), kt, 0, find_balance_kt);
  for (guint s = 0; s < reference->n_sectors; s++)
    if (!reference->sectors[s].is_in_industry)
      {
        find_sector_mt (input->result, s, yearly);
        ijk_year_table_add (&draft,
                            ijk_language_pick (reference->sectors[s].name_en,
                                               reference->sectors[s].name_nl),
                            mt, 1, yearly);
      }
  find_beside_mt (input->result, yearly);
  ijk_year_table_add (&draft, _("Beside industry"), mt, 1, yearly);
  ijk_year_table_add_others (&draft, input, _("Beside industry"), mt, 1, find_beside_mt);
  return ijk_year_table_end (&draft, IJK_FIRST_YEAR, IJK_LAST_YEAR);
}

const IjkFigure ijk_figure_indirect = {
  .id = "indirect",
  .title = N_("What industry's measures do elsewhere"),
  .question = N_("Do emissions fall, or do they move to power stations and abroad?"),
  .make_spec = make_spec,
  .make_sentence = make_sentence,
  .make_table = make_table,
};
