/* The levy (CO2-heffing): its rates above, what it brings in below.
 *
 * ETS installations pay the gross rate less the ETS price of the year before on the forward market, so
 * their net rate is nought when that price is high; waste incinerators and nitrous oxide plants
 * deduct nothing. Credits for earlier years (rights left over reopen the levy of up to five years
 * back) and money returned to industry hang below zero.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-figure-private.h"

/* Amounts that are written as 0.00 million are none. */
#define TOLERANCE_MEUR 0.005
/* Of the highest levy due: less below zero than this cannot be seen, and would only push the axis
 * down. The table has it. */
#define VISIBLE_SHARE 0.03

static void
find_net_meur (const IjkResult *result,
               double          *yearly)
{
  ijk_figure_sum_sectors (result, result->sector_net_levy_meur, FALSE, 1, yearly);
  for (guint t = 0; t < IJK_N_YEARS; t++)
    yearly[t] -= result->nation_returned_meur[t];
}

static void
find_due_meur (const IjkResult *result,
               double          *yearly)
{
  ijk_figure_sum_sectors (result, result->sector_levy_meur, FALSE, 1, yearly);
}

static void
find_credit_meur (const IjkResult *result,
                  double          *yearly)
{
  ijk_figure_sum_sectors (result, result->sector_credit_meur, FALSE, -1, yearly);
}

static void
find_returned_meur (const IjkResult *result,
                    double          *yearly)
{
  ijk_yearly_scale (result->nation_returned_meur, -1, yearly);
}

static void
find_net_rate (const IjkResult *result,
               double          *yearly)
{
  ijk_yearly_scale (result->nation_rate_ets_eur_per_t, 1, yearly);
}

/* Whether the net rate is another one than under the law, or than that of the compared scenario, in
 * whole cents of some year. */
static gboolean
differs_from_law (const IjkFigureInput *input)
{
  const double *rate = input->result->nation_rate_ets_eur_per_t;
  const double *of_law = input->law_result->nation_rate_ets_eur_per_t;
  const double *compared
      = input->compare_result != NULL ? input->compare_result->nation_rate_ets_eur_per_t : rate;

  for (guint t = 0; t < IJK_N_YEARS; t++)
    if (fabs (rate[t] - of_law[t]) >= 0.005 || fabs (rate[t] - compared[t]) >= 0.005)
      return TRUE;
  return FALSE;
}

typedef struct
{
  const char *label;
  IjkRole role;
  IjkDash dash;
  const double *rate;
} RateLine;

static void
add_rates (IjkDraft *draft,
           guint     panel)
{
  const IjkResult *result = draft->input->result;
  const RateLine lines[] = {
    { _("Waste incinerators"), ijk_sector_group_role (IJK_SECTOR_GROUP_WASTE), IJK_DASH_LONG,
      result->nation_rate_inc_eur_per_t },
    { _("ETS price deducted"), IJK_ROLE_SERIES_3, IJK_DASH_DASH_DOT,
      result->nation_ref_price_eur_per_t },
    { _("Gross rate"), IJK_ROLE_SERIES_1, IJK_DASH_DOTTED, result->nation_gross_rate_eur_per_t },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    ijk_draft_series (draft, &(IjkChartSeries) { .label = lines[i].label,
                                                 .panel = panel,
                                                 .shape = IJK_SHAPE_LINE,
                                                 .role = lines[i].role,
                                                 .dash = lines[i].dash,
                                                 .values = lines[i].rate });
  /* Five lines leave no room for their names, so the law is there where it says something else. */
  if (differs_from_law (draft->input))
    ijk_draft_scenario_lines (draft, panel, find_net_rate, _("Net rate, ETS"));
  else
    ijk_draft_series (draft, &(IjkChartSeries) { .label = _("Net rate, ETS"),
                                                 .panel = panel,
                                                 .shape = IJK_SHAPE_LINE,
                                                 .role = IJK_ROLE_CURRENT,
                                                 .is_strong = TRUE,
                                                 .has_end_value = TRUE,
                                                 .has_cursor_value = TRUE,
                                                 .values = result->nation_rate_ets_eur_per_t });
}

static void
add_revenue (IjkDraft *draft,
             guint     panel)
{
  const IjkResult *result = draft->input->result;
  double yearly[IJK_N_YEARS], credit[IJK_N_YEARS], returned[IJK_N_YEARS], due[IJK_N_YEARS];
  double visible_meur;
  gboolean has_credit, has_returned;

  find_credit_meur (result, credit);
  find_returned_meur (result, returned);
  find_due_meur (result, due);
  visible_meur = MAX (TOLERANCE_MEUR,
                      VISIBLE_SHARE
                          * ijk_yearly_at (due, ijk_yearly_peak (due, IJK_FIRST_YEAR, IJK_LAST_YEAR)));
  has_credit = ijk_yearly_has_any (credit, visible_meur);
  has_returned = ijk_yearly_has_any (returned, visible_meur);

  for (IjkSectorGroup group = 0; group < IJK_N_SECTOR_GROUPS; group++)
    {
      ijk_sector_group_sum (result, result->sector_levy_meur, group, FALSE, 1, yearly);
      ijk_draft_series (draft, &(IjkChartSeries) {
                                   .label = ijk_sector_group_name (group),
                                   .panel = panel,
                                   .shape = IJK_SHAPE_COLUMN,
                                   .role = ijk_sector_group_role (group),
                                   .is_unlabelled = !ijk_yearly_has_any (yearly, visible_meur),
                                   .has_cursor_value
                                   = group == 0 && !has_credit && !has_returned,
                                   .values = yearly });
    }
  if (has_credit)
    ijk_draft_series (draft, &(IjkChartSeries) { .label = _("Credit for earlier years"),
                                                 .panel = panel,
                                                 .shape = IJK_SHAPE_COLUMN,
                                                 .role = IJK_ROLE_BAR_TOTAL,
                                                 .pattern = IJK_PATTERN_HATCH,
                                                 .values = credit });
  if (has_returned)
    ijk_draft_series (draft, &(IjkChartSeries) { .label = _("Levy returned"),
                                                 .panel = panel,
                                                 .shape = IJK_SHAPE_COLUMN,
                                                 .role = IJK_ROLE_SERIES_3,
                                                 .pattern = IJK_PATTERN_BACK_HATCH,
                                                 .values = returned });
  /* Columns that only go up show their sum themselves. */
  if (has_credit || has_returned)
    ijk_draft_scenario_lines (draft, panel, find_net_meur, _("Net revenue"));
  else
    ijk_draft_other_lines (draft, panel, find_net_meur);
}

/* What is due stands above the columns, whose axis says so: where the net amount is written otherwise,
 * it says what it is. */
static char *
write_subtitle (const IjkResult *result)
{
  double due_meur[IJK_N_YEARS], net_meur[IJK_N_YEARS];
  g_autofree char *due = NULL;
  g_autofree char *net = NULL;

  find_due_meur (result, due_meur);
  find_net_meur (result, net_meur);
  due = ijk_quantity_money (ijk_yearly_at (due_meur, IJK_TARGET_YEAR));
  net = ijk_quantity_money (ijk_yearly_at (net_meur, IJK_TARGET_YEAR));
  if (g_str_equal (due, net))
    /* Translators: subtitle: "€183 million in 2030". */
    return g_strdup_printf (_("%1$s in %2$d"), net, IJK_TARGET_YEAR);
  /* Translators: subtitle: "€460 million net in 2030". */
  return g_strdup_printf (_("%1$s net in %2$d"), net, IJK_TARGET_YEAR);
}

static IjkChartSpec *
make_spec (const IjkFigureInput *input)
{
  g_autofree char *subtitle = write_subtitle (input->result);
  IjkDraft draft;
  guint rates, revenue;

  ijk_draft_begin (&draft, &ijk_figure_levy, input, IJK_CHART_TIME, subtitle, IJK_SOURCE_LEVY);
  ijk_draft_years (&draft, IJK_FIRST_YEAR, IJK_LAST_YEAR);
  rates = ijk_draft_panel (&draft, _("Rate above the rights, €/t CO₂"), 2, 1);
  revenue = ijk_draft_panel (&draft, _("Levy due, € million a year"), 0, 1.4);
  draft.hides_other_names = TRUE;
  add_rates (&draft, rates);
  draft.hides_other_names = FALSE;
  add_revenue (&draft, revenue);
  return ijk_draft_end (&draft);
}

/* Who pays most over the whole horizon, and what part of it. */
static void
add_payer_sentence (IjkWording      *wording,
                    const IjkResult *result)
{
  double yearly[IJK_N_YEARS];
  double total = 0;
  double largest_sum = -1;
  IjkSectorGroup largest = 0;

  for (IjkSectorGroup group = 0; group < IJK_N_SECTOR_GROUPS; group++)
    {
      double sum;

      ijk_sector_group_sum (result, result->sector_levy_meur, group, FALSE, 1, yearly);
      sum = ijk_yearly_sum (yearly, IJK_FIRST_FREE_YEAR, IJK_LAST_YEAR);
      total += sum;
      if (sum > largest_sum)
        {
          largest_sum = sum;
          largest = group;
        }
    }
  if (total < TOLERANCE_MEUR)
    {
      /* Translators: both %d are years. */
      ijk_wording_add (wording, _("From %1$d to %2$d no levy is due."), IJK_FIRST_FREE_YEAR,
                       IJK_LAST_YEAR);
      return;
    }
  /* Translators: %1$s is a group of sectors, %2$s a percentage, %3$d and %4$d are years. */
  ijk_wording_add (wording, _("Largest payer from %3$d to %4$d: %1$s, with %2$s of the levy due."),
                   ijk_sector_group_name (largest),
                   ijk_wording_keep (wording, ijk_quantity_share (largest_sum / total)),
                   IJK_FIRST_FREE_YEAR, IJK_LAST_YEAR);
}

/* Between which years an ETS company pays anything above its rights. */
static void
add_rate_sentence (IjkWording      *wording,
                   const IjkResult *result)
{
  const double *net = result->nation_rate_ets_eur_per_t;
  const int peak = ijk_yearly_peak (net, IJK_FIRST_FREE_YEAR, IJK_LAST_YEAR);

  ijk_wording_add (
      wording,
      /* Translators: %1$d is a year, %2$s, %3$s and %4$s are rates (78.67 €/t). */
      _("In %1$d the gross rate is %2$s and the ETS price to deduct %3$s, so ETS companies pay %4$s "
        "above their rights."),
      IJK_TARGET_YEAR,
      ijk_wording_keep (wording, ijk_quantity_rate (ijk_yearly_at (
                                     result->nation_gross_rate_eur_per_t, IJK_TARGET_YEAR))),
      ijk_wording_keep (wording, ijk_quantity_rate (ijk_yearly_at (
                                     result->nation_ref_price_eur_per_t, IJK_TARGET_YEAR))),
      ijk_wording_keep (wording, ijk_quantity_rate (ijk_yearly_at (net, IJK_TARGET_YEAR))));
  if (ijk_yearly_at (net, peak) > 0)
    /* Translators: %1$s is a rate, %2$d a year. */
    ijk_wording_add (wording, _("Their net rate is highest in %2$d: %1$s."),
                     ijk_wording_keep (wording, ijk_quantity_rate (ijk_yearly_at (net, peak))), peak);
}

static char *
make_sentence (const IjkFigureInput *input)
{
  g_autoptr (IjkWording) wording = ijk_wording_new ();
  double net_meur[IJK_N_YEARS], law_meur[IJK_N_YEARS], due_meur[IJK_N_YEARS];
  int peak;

  find_net_meur (input->result, net_meur);
  peak = ijk_yearly_peak (net_meur, IJK_FIRST_FREE_YEAR, IJK_LAST_YEAR);
  ijk_wording_add (
      /* Translators: %1$s is the name of a scenario, %2$s and %4$s are amounts of money, %3$d
       * and %5$d years. */
      wording, _("The CO₂ levy brings in %2$s in %3$d and %4$s in %5$d in scenario “%1$s”."),
      input->scenario_name,
      ijk_wording_keep (wording, ijk_quantity_money (ijk_yearly_at (net_meur, IJK_TARGET_YEAR))),
      IJK_TARGET_YEAR,
      ijk_wording_keep (wording, ijk_quantity_money (ijk_yearly_at (net_meur, IJK_LAST_YEAR))),
      IJK_LAST_YEAR);
  if (ijk_yearly_at (net_meur, peak) > TOLERANCE_MEUR)
    ijk_wording_add (
        /* Translators: %1$d is a year, %2$s an amount of money. */
        wording, _("It brings in most in %1$d: %2$s."), peak,
        ijk_wording_keep (wording, ijk_quantity_money (ijk_yearly_at (net_meur, peak))));
  find_due_meur (input->result, due_meur);
  if (fabs (ijk_yearly_at (due_meur, IJK_TARGET_YEAR) - ijk_yearly_at (net_meur, IJK_TARGET_YEAR))
      > TOLERANCE_MEUR)
    ijk_wording_add (
        /* Translators: %1$s is an amount of money, %2$d a year. */
        wording, _("Before credits for earlier years and money returned, %1$s is due in %2$d."),
        ijk_wording_keep (wording, ijk_quantity_money (ijk_yearly_at (due_meur, IJK_TARGET_YEAR))),
        IJK_TARGET_YEAR);
  add_rate_sentence (wording, input->result);
  add_payer_sentence (wording, input->result);
  if (!input->is_law)
    {
      find_net_meur (input->law_result, law_meur);
      ijk_wording_add (
          /* Translators: %1$s is an amount of money, %2$d a year. */
          wording, _("Under current law the levy brings in %1$s in %2$d."),
          ijk_wording_keep (wording, ijk_quantity_money (ijk_yearly_at (law_meur, IJK_TARGET_YEAR))),
          IJK_TARGET_YEAR);
    }
  if (input->compare_result != NULL)
    {
      double compare_meur[IJK_N_YEARS];

      find_net_meur (input->compare_result, compare_meur);
      /* Translators: %1$s is the name of a scenario, %2$s an amount of money, %3$d a year. */
      ijk_wording_add (wording, _("In scenario “%1$s” the levy brings in %2$s in %3$d."),
                       input->compare_name,
                       ijk_wording_keep (wording, ijk_quantity_money (ijk_yearly_at (
                                                      compare_meur, IJK_TARGET_YEAR))),
                       IJK_TARGET_YEAR);
    }
  return ijk_wording_end (wording);
}

static IjkFigureTable *
make_table (const IjkFigureInput *input)
{
  const IjkResult *result = input->result;
  IjkFigureTable *table = ijk_figure_table_new (_("Outcome of the levy"), _("Year"));
  const char *per_tonne = _("€/t");
  const char *million = _("€ million");
  double groups[IJK_N_SECTOR_GROUPS][IJK_N_YEARS], sums[5][IJK_N_YEARS];
  const double *columns[7 + IJK_N_SECTOR_GROUPS + G_N_ELEMENTS (sums)];
  guint n = 0;

  ijk_figure_table_add_column (table, _("Gross rate"), per_tonne, 2);
  columns[n++] = result->nation_gross_rate_eur_per_t;
  ijk_figure_table_add_column (table, _("ETS price"), per_tonne, 2);
  columns[n++] = result->nation_ets_price_eur_per_t;
  ijk_figure_table_add_column (table, _("ETS price deducted"), per_tonne, 2);
  columns[n++] = result->nation_ref_price_eur_per_t;
  ijk_figure_table_add_column (table, _("Net rate, ETS"), per_tonne, 2);
  columns[n++] = result->nation_rate_ets_eur_per_t;
  ijk_figure_table_add_column (table, _("Waste incinerators"), per_tonne, 2);
  columns[n++] = result->nation_rate_inc_eur_per_t;
  for (IjkSectorGroup group = 0; group < IJK_N_SECTOR_GROUPS; group++)
    {
      ijk_figure_table_add_column (table, ijk_sector_group_name (group), million, 2);
      ijk_sector_group_sum (result, result->sector_levy_meur, group, FALSE, 1, groups[group]);
      columns[n++] = groups[group];
    }
  ijk_figure_table_add_column (table, _("Credit for earlier years"), million, 2);
  find_credit_meur (result, sums[0]);
  columns[n++] = sums[0];
  ijk_figure_table_add_column (table, _("Returned to industry"), million, 2);
  find_returned_meur (result, sums[1]);
  columns[n++] = sums[1];
  ijk_figure_table_add_column (table, _("Net revenue"), million, 2);
  find_net_meur (result, sums[2]);
  columns[n++] = sums[2];
  if (!input->is_law)
    {
      ijk_figure_table_add_column (table, _("Net revenue under current law"), million, 2);
      find_net_meur (input->law_result, sums[3]);
      columns[n++] = sums[3];
      ijk_figure_table_add_column (table, _("Net rate under current law"), per_tonne, 2);
      columns[n++] = input->law_result->nation_rate_ets_eur_per_t;
    }
  if (input->compare_result != NULL)
    {
      ijk_figure_table_add_column (table, input->compare_name, million, 2);
      find_net_meur (input->compare_result, sums[4]);
      columns[n++] = sums[4];
      ijk_figure_table_add_column (table, input->compare_name, per_tonne, 2);
      columns[n] = input->compare_result->nation_rate_ets_eur_per_t;
    }
  ijk_figure_table_add_years (table, IJK_FIRST_YEAR, IJK_LAST_YEAR, columns);
  return table;
}

const IjkFigure ijk_figure_levy = {
  .id = "levy",
  .title = N_("Outcome of the levy"),
  .question = N_("What does the levy cost per tonne, and who pays how much?"),
  .make_spec = make_spec,
  .make_sentence = make_sentence,
  .make_table = make_table,
};
