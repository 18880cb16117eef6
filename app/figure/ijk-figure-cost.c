/* What it costs and who bears it.
 *
 * Above: the cost of the measures is what industry and the State bear together; one of them may gain
 * what the other loses, so shares can be negative. Below: what industry pays in all, emission rights of
 * the EU ETS included, which go to neither and are left out above.
 *
 * The past is left out: the model has no measures before 2026 and so no cost of them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-figure-private.h"

#define FIRST_AXIS_YEAR IJK_FIRST_FREE_YEAR
#define TOLERANCE_MEUR 0.5

/* Parts of what industry pays. */
typedef enum
{
  PART_MEASURES,
  PART_ETS,
  PART_LEVY,
  PART_SUBSIDY,  /* SDE++ and grants, received */
  PART_RETURNED, /* levy handed back */
  N_PARTS,
} Part;

static const char *
get_part_name (Part part)
{
  switch (part)
    {
    case PART_MEASURES:
      return _("Measures");
    case PART_ETS:
      return _("ETS allowances");
    case PART_LEVY:
      return _("CO₂ levy");
    case PART_SUBSIDY:
      return _("Subsidy received");
    case PART_RETURNED:
      return _("Levy returned");
    case N_PARTS:
      break;
    }
  g_assert_not_reached ();
}

/* Million euros a year; what industry receives is negative. */
static void
find_part (const IjkResult *result,
           Part             part,
           double          *yearly)
{
  switch (part)
    {
    case PART_MEASURES:
      ijk_yearly_scale (result->nation_abatement_cost_meur, 1, yearly);
      return;
    case PART_ETS:
      ijk_yearly_scale (result->nation_ets_cost_meur, 1, yearly);
      return;
    case PART_LEVY:
      ijk_figure_sum_sectors (result, result->sector_net_levy_meur, FALSE, 1, yearly);
      return;
    case PART_SUBSIDY:
      for (guint t = 0; t < IJK_N_YEARS; t++)
        yearly[t] = -(result->nation_sde_paid_meur[t] + result->nation_grants_meur[t]);
      return;
    case PART_RETURNED:
      ijk_yearly_scale (result->nation_returned_meur, -1, yearly);
      return;
    case N_PARTS:
      break;
    }
  g_assert_not_reached ();
}

/* Industry's cost and what it pays for allowances. */
static void
find_all_paid (const IjkResult *result,
               double          *yearly)
{
  for (guint t = 0; t < IJK_N_YEARS; t++)
    yearly[t] = result->nation_industry_cost_meur[t] + result->nation_ets_cost_meur[t];
}

static void
find_measures (const IjkResult *result,
               double          *yearly)
{
  find_part (result, PART_MEASURES, yearly);
}

static void
add_bearers (IjkDraft *draft,
             guint     panel)
{
  const IjkResult *result = draft->input->result;

  ijk_draft_series (draft, &(IjkChartSeries) { .label = _("Industry"),
                                               .panel = panel,
                                               .shape = IJK_SHAPE_COLUMN,
                                               .role = IJK_ROLE_SERIES_1,
                                               .values = result->nation_industry_cost_meur });
  ijk_draft_series (draft, &(IjkChartSeries) { .label = _("The State"),
                                               .panel = panel,
                                               .shape = IJK_SHAPE_COLUMN,
                                               .role = IJK_ROLE_SERIES_5,
                                               .values = result->nation_state_cost_meur });
  ijk_draft_scenario_lines (draft, panel, find_measures, _("Cost of measures"));
}

static void
add_parts (IjkDraft *draft,
           guint     panel)
{
  static const IjkRole roles[N_PARTS] = {
    [PART_MEASURES] = IJK_ROLE_SERIES_3, [PART_ETS] = IJK_ROLE_SERIES_2,
    [PART_LEVY] = IJK_ROLE_SERIES_4,     [PART_SUBSIDY] = IJK_ROLE_SERIES_6,
    [PART_RETURNED] = IJK_ROLE_SERIES_4,
  };
  static const IjkPattern patterns[N_PARTS]
      = { [PART_SUBSIDY] = IJK_PATTERN_HATCH, [PART_RETURNED] = IJK_PATTERN_BACK_HATCH };
  double yearly[IJK_N_YEARS];

  for (Part part = 0; part < N_PARTS; part++)
    {
      find_part (draft->input->result, part, yearly);
      ijk_draft_series (draft, &(IjkChartSeries) {
                                   .label = get_part_name (part),
                                   .panel = panel,
                                   .shape = IJK_SHAPE_COLUMN,
                                   .role = roles[part],
                                   .pattern = patterns[part],
                                   .is_unlabelled = !ijk_yearly_has_any (yearly, TOLERANCE_MEUR),
                                   .values = yearly });
    }
  ijk_draft_scenario_lines (draft, panel, find_all_paid, _("Industry in all"));
}

static char *
write_subtitle (const IjkFigureInput *input)
{
  const double state = ijk_yearly_at (input->result->nation_state_cost_meur, IJK_TARGET_YEAR);
  g_autofree char *amount = ijk_quantity_money (fabs (state));

  if (state < 0)
    /* Translators: subtitle: "the State receives €423 million on balance in 2030". */
    return g_strdup_printf (_("the State receives %1$s on balance in %2$d"), amount,
                            IJK_TARGET_YEAR);
  /* Translators: subtitle: "the State pays €423 million on balance in 2030". */
  return g_strdup_printf (_("the State pays %1$s on balance in %2$d"), amount, IJK_TARGET_YEAR);
}

static IjkChartSpec *
make_spec (const IjkFigureInput *input)
{
  g_autofree char *subtitle = write_subtitle (input);
  IjkDraft draft;
  guint bearers, parts;

  ijk_draft_begin (&draft, &ijk_figure_cost, input, IJK_CHART_TIME, subtitle, IJK_SOURCE_COSTS);
  ijk_draft_years (&draft, FIRST_AXIS_YEAR, IJK_LAST_YEAR);
  bearers = ijk_draft_panel (&draft, _("Borne by, € million a year"), 0, 1);
  parts = ijk_draft_panel (&draft, _("Paid by industry, € million a year"), 0, 1);
  draft.hides_other_names = TRUE;
  add_bearers (&draft, bearers);
  draft.hides_other_names = FALSE;
  add_parts (&draft, parts);
  return ijk_draft_end (&draft);
}

static void
add_year_sentence (IjkWording      *wording,
                   const IjkResult *result,
                   int              year)
{
  const double state = ijk_yearly_at (result->nation_state_cost_meur, year);
  const char *cost = ijk_wording_keep (
      wording, ijk_quantity_money (ijk_yearly_at (result->nation_abatement_cost_meur, year)));
  const char *industry = ijk_wording_keep (
      wording, ijk_quantity_money (ijk_yearly_at (result->nation_industry_cost_meur, year)));
  const char *amount = ijk_wording_keep (wording, ijk_quantity_money (fabs (state)));

  if (state < 0)
    ijk_wording_add (wording,
                     /* Translators: %1$d is a year, the others are amounts of money. */
                     _("In %1$d measures cost %2$s; industry bears %3$s, because the State receives "
                       "%4$s more in levy than it pays in subsidy."),
                     year, cost, industry, amount);
  else
    ijk_wording_add (wording,
                     /* Translators: %1$d is a year, the others are amounts of money. */
                     _("In %1$d measures cost %2$s, of which industry bears %3$s and the State %4$s."),
                     year, cost, industry, amount);
}

static char *
make_sentence (const IjkFigureInput *input)
{
  const IjkResult *result = input->result;
  g_autoptr (IjkWording) wording = ijk_wording_new ();
  const int peak
      = ijk_yearly_peak (result->nation_industry_cost_meur, IJK_FIRST_FREE_YEAR, IJK_LAST_YEAR);

  ijk_wording_add (wording,
                   /* Translators: %1$s is the name of a scenario, %2$d and %3$d are years. */
                   _("Who bears the cost of measures, and what industry pays in all, from %2$d to %3$d "
                     "in scenario “%1$s”."),
                   input->scenario_name, FIRST_AXIS_YEAR, IJK_LAST_YEAR);
  add_year_sentence (wording, result, IJK_TARGET_YEAR);
  add_year_sentence (wording, result, IJK_LAST_YEAR);
  /* Translators: %1$d is a year, %2$s an amount of money. */
  ijk_wording_add (wording, _("ETS allowances cost industry another %2$s in %1$d."), IJK_TARGET_YEAR,
                   ijk_wording_keep (wording, ijk_quantity_money (ijk_yearly_at (
                                                  result->nation_ets_cost_meur, IJK_TARGET_YEAR))));
  /* Translators: %1$d is a year, %2$s an amount of money. */
  ijk_wording_add (wording, _("The cost to industry is highest in %1$d: %2$s."), peak,
                   ijk_wording_keep (wording, ijk_quantity_money (ijk_yearly_at (
                                                  result->nation_industry_cost_meur, peak))));
  if (!input->is_law)
    ijk_wording_add (
        /* Translators: %1$s and %2$s are amounts of money, %3$d is a year. */
        wording, _("Under current law that is %1$s for industry and %2$s for the State in %3$d."),
        ijk_wording_keep (wording, ijk_quantity_money (ijk_yearly_at (
                                       input->law_result->nation_industry_cost_meur,
                                       IJK_TARGET_YEAR))),
        ijk_wording_keep (wording, ijk_quantity_money (ijk_yearly_at (
                                       input->law_result->nation_state_cost_meur, IJK_TARGET_YEAR))),
        IJK_TARGET_YEAR);
  return ijk_wording_end (wording);
}

static IjkFigureTable *
make_table (const IjkFigureInput *input)
{
  const IjkResult *result = input->result;
  IjkFigureTable *table = ijk_figure_table_new (_("Cost and who bears it"), _("Year"));
  const char *unit = _("€ million");
  double parts[N_PARTS][IJK_N_YEARS], all_paid[3][IJK_N_YEARS];
  const double *columns[N_PARTS + 7];
  g_autofree char *measures = NULL;
  guint n = 0;

  ijk_figure_table_add_column (table, _("Borne by industry"), unit, 1);
  columns[n++] = result->nation_industry_cost_meur;
  ijk_figure_table_add_column (table, _("Borne by the State"), unit, 1);
  columns[n++] = result->nation_state_cost_meur;
  for (Part part = 0; part < N_PARTS; part++)
    {
      ijk_figure_table_add_column (table, get_part_name (part), unit, 1);
      find_part (result, part, parts[part]);
      columns[n++] = parts[part];
    }
  ijk_figure_table_add_column (table, _("Industry in all"), unit, 1);
  find_all_paid (result, all_paid[0]);
  columns[n++] = all_paid[0];
  if (!input->is_law)
    {
      ijk_figure_table_add_column (table, _("Cost of measures under current law"), unit, 1);
      columns[n++] = input->law_result->nation_abatement_cost_meur;
      ijk_figure_table_add_column (table, _("Industry in all under current law"), unit, 1);
      find_all_paid (input->law_result, all_paid[1]);
      columns[n++] = all_paid[1];
    }
  if (input->compare_result != NULL)
    {
      ijk_figure_table_add_column (table, input->compare_name, unit, 1);
      find_all_paid (input->compare_result, all_paid[2]);
      columns[n++] = all_paid[2];
      /* Translators: heading of a column; %s is the name of a scenario. */
      measures = g_strdup_printf (_("%s, cost of measures"), input->compare_name);
      ijk_figure_table_add_column (table, measures, unit, 1);
      columns[n] = input->compare_result->nation_abatement_cost_meur;
    }
  ijk_figure_table_add_years (table, FIRST_AXIS_YEAR, IJK_LAST_YEAR, columns);
  return table;
}

const IjkFigure ijk_figure_cost = {
  .id = "cost",
  .title = N_("Cost and who bears it"),
  .question = N_("What do the measures cost, and how is that shared between industry and the State?"),
  .make_spec = make_spec,
  .make_sentence = make_sentence,
  .make_table = make_table,
};
