/* SDE++ subsidy: what each round commits against its budget, and what is paid out later.
 *
 * A commitment is the most a contract can cost over fifteen years; what is paid depends on the ETS
 * price of each year and is mostly much less. The model has no rounds before 2026, so the chart begins
 * there: the rounds of before are in the awards of CCS, not in its money.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-figure-private.h"

#define FIRST_AXIS_YEAR IJK_FIRST_FREE_YEAR
#define NEAR_SHARE 0.99
/* Above the highest budget, for the words on its line. */
#define HEADROOM 1.25
/* Less than this is nothing to see on an axis of hundreds of millions. */
#define TOLERANCE_MEUR 0.5

static void
find_paid (const IjkResult *result,
           double          *yearly)
{
  ijk_yearly_scale (result->nation_sde_paid_meur, 1, yearly);
}

static int
get_last_round (const IjkResult *result)
{
  return (int) ijk_scenario_number (result->scenario, IJK_LEVER_SDE_LAST_ROUND, IJK_NONE);
}

/* The budget of rounds that are held. */
static void
find_budget (const IjkResult *result,
             double          *yearly)
{
  const int last = get_last_round (result);

  for (int year = IJK_FIRST_YEAR; year <= IJK_LAST_YEAR; year++)
    yearly[IJK_YEAR_INDEX (year)]
        = year >= IJK_FIRST_FREE_YEAR && year <= last
              ? ijk_yearly_at (result->nation_sde_budget_meur, year)
              : NAN;
}

/* What the rounds that are held commit. */
static void
find_committed (const IjkResult *result,
                double          *yearly)
{
  find_budget (result, yearly);
  for (guint t = 0; t < IJK_N_YEARS; t++)
    if (!isnan (yearly[t]))
      yearly[t] = result->nation_sde_committed_meur[t];
}

/* Rounds that used up their budget. */
static guint
count_full_rounds (const IjkResult *result)
{
  double budget[IJK_N_YEARS];
  guint n = 0;

  find_budget (result, budget);
  for (guint t = IJK_N_PAST_YEARS; t < IJK_N_YEARS; t++)
    n += budget[t] > 0 && result->nation_sde_committed_meur[t] >= NEAR_SHARE * budget[t];
  return n;
}

static gboolean
has_budget (const IjkResult *result)
{
  double budget[IJK_N_YEARS];

  find_budget (result, budget);
  return ijk_yearly_sum (budget, IJK_FIRST_FREE_YEAR, IJK_LAST_YEAR) > 0;
}

static guint
count_rounds (const IjkResult *result)
{
  const int last = MIN (get_last_round (result), IJK_LAST_YEAR);

  return last >= IJK_FIRST_FREE_YEAR ? (guint) (last - IJK_FIRST_FREE_YEAR + 1) : 0;
}

static void
add_wedges (IjkDraft     *draft,
            guint         panel,
            const double *field)
{
  double yearly[IJK_N_YEARS];

  for (IjkWedge wedge = 0; wedge < IJK_N_WEDGES; wedge++)
    {
      ijk_wedge_sum (draft->input->result, field, wedge, 1, yearly);
      ijk_draft_series (draft, &(IjkChartSeries) {
                                   .label = ijk_wedge_name (wedge),
                                   .panel = panel,
                                   .shape = IJK_SHAPE_COLUMN,
                                   .role = ijk_wedge_role (wedge),
                                   .pattern = ijk_wedge_pattern (wedge),
                                   .is_unlabelled = !ijk_yearly_has_any (yearly, TOLERANCE_MEUR),
                                   .has_cursor_value = wedge == 0,
                                   .values = yearly });
    }
}

/* The highest budget or commitment of all scenarios in the chart; NAN where there is none. */
static double
find_highest (const IjkFigureInput *input)
{
  const IjkResult *results[] = { input->result, input->is_law ? NULL : input->law_result,
                                 input->compare_result };
  double budget[IJK_N_YEARS];
  double highest = 0;

  find_budget (input->result, budget);
  for (guint t = 0; t < IJK_N_YEARS; t++)
    {
      highest = isnan (budget[t]) ? highest : MAX (highest, budget[t]);
      for (guint i = 0; i < G_N_ELEMENTS (results); i++)
        if (results[i] != NULL)
          highest = MAX (highest, results[i]->nation_sde_committed_meur[t]);
    }
  return highest > 0 ? highest : NAN;
}

static char *
write_subtitle (const IjkFigureInput *input)
{
  const guint n_full = count_full_rounds (input->result);
  const guint n_rounds = count_rounds (input->result);

  if (n_rounds == 0)
    return g_strdup (_("no rounds are held"));
  if (!has_budget (input->result))
    return g_strdup (_("there is no budget"));
  if (n_full == 0)
    return g_strdup (_("the budget is never used up"));
  /* Translators: subtitle: "the budget is used up in 8 of 10 rounds". The plural goes by %2$u. */
  return g_strdup_printf (ngettext ("the budget is used up in %1$u of %2$u round",
                                    "the budget is used up in %1$u of %2$u rounds", n_rounds),
                          n_full, n_rounds);
}

static IjkChartSpec *
make_spec (const IjkFigureInput *input)
{
  g_autofree char *subtitle = write_subtitle (input);
  double budget[IJK_N_YEARS];
  IjkDraft draft;
  guint committed, paid;

  find_budget (input->result, budget);
  ijk_draft_begin (&draft, &ijk_figure_subsidy, input, IJK_CHART_TIME, subtitle,
                   IJK_SOURCE_SUBSIDY);
  ijk_draft_years (&draft, FIRST_AXIS_YEAR, IJK_LAST_YEAR);
  committed = ijk_draft_panel_up_to (&draft, _("Committed in the round, € million"), 0, 1,
                                     HEADROOM * find_highest (input));
  paid = ijk_draft_panel (&draft, _("Paid out, € million a year"), 0, 1);
  add_wedges (&draft, committed, input->result->measure_sde_committed_meur);
  ijk_draft_series (&draft, &(IjkChartSeries) { .label = _("Budget"),
                                                .panel = committed,
                                                .shape = IJK_SHAPE_STEP,
                                                .role = IJK_ROLE_TARGET,
                                                .values = budget });
  draft.hides_other_names = TRUE;
  ijk_draft_other_lines (&draft, committed, find_committed);
  draft.hides_other_names = FALSE;
  add_wedges (&draft, paid, input->result->measure_sde_paid_meur);
  ijk_draft_other_lines (&draft, paid, find_paid);
  return ijk_draft_end (&draft);
}

static void
add_largest_sentence (IjkWording      *wording,
                      const IjkResult *result,
                      double           committed_meur)
{
  double yearly[IJK_N_YEARS];
  double largest_meur = 0;
  IjkWedge largest = 0;

  for (IjkWedge wedge = 0; wedge < IJK_N_WEDGES; wedge++)
    {
      double sum;

      ijk_wedge_sum (result, result->measure_sde_committed_meur, wedge, 1, yearly);
      sum = ijk_yearly_sum (yearly, IJK_FIRST_FREE_YEAR, IJK_LAST_YEAR);
      if (sum > largest_meur)
        {
          largest_meur = sum;
          largest = wedge;
        }
    }
  if (largest_meur > 0)
    /* Translators: %1$s is a group of measures, %2$s a percentage. */
    ijk_wording_add (wording, _("The largest part, %2$s, goes to: %1$s."), ijk_wedge_name (largest),
                     ijk_wording_keep (wording, ijk_quantity_share (largest_meur / committed_meur)));
}

static char *
make_sentence (const IjkFigureInput *input)
{
  const IjkResult *result = input->result;
  const guint n_rounds = count_rounds (result);
  const double committed
      = ijk_yearly_sum (result->nation_sde_committed_meur, IJK_FIRST_FREE_YEAR, IJK_LAST_YEAR);
  g_autoptr (IjkWording) wording = ijk_wording_new ();
  int peak;

  ijk_wording_add (
      wording,
      /* Translators: %1$s is the name of a scenario, %2$s and %3$s are amounts of money, %4$d
       * and %5$d years. */
      _("From %4$d to %5$d SDE++ rounds commit %2$s to industry in scenario “%1$s”, and %3$s is paid "
        "out."),
      input->scenario_name, ijk_wording_keep (wording, ijk_quantity_money (committed)),
      ijk_wording_keep (wording, ijk_quantity_money (ijk_yearly_sum (result->nation_sde_paid_meur,
                                                                     IJK_FIRST_FREE_YEAR,
                                                                     IJK_LAST_YEAR))),
      IJK_FIRST_FREE_YEAR, IJK_LAST_YEAR);
  if (n_rounds == 0)
    ijk_wording_add (wording, "%s", _("No rounds are held."));
  else if (!has_budget (result))
    ijk_wording_add (wording, "%s", _("There is no budget for them."));
  else if (count_full_rounds (result) == 0)
    ijk_wording_add (wording,
                     /* Translators: %u is a count. */
                     ngettext ("The budget of the %u round is never used up.",
                               "The budget of the %u rounds is never used up.", n_rounds),
                     n_rounds);
  else
    ijk_wording_add (wording,
                     /* Translators: %1$u and %2$u are counts; the plural goes by %2$u. */
                     ngettext ("Of %2$u round, %1$u uses up its budget.",
                               "Of %2$u rounds, %1$u use up their budget.", n_rounds),
                     count_full_rounds (result), n_rounds);
  add_largest_sentence (wording, result, committed);
  peak = ijk_yearly_peak (result->nation_sde_paid_meur, IJK_FIRST_FREE_YEAR, IJK_LAST_YEAR);
  if (ijk_yearly_at (result->nation_sde_paid_meur, peak) > 0)
    ijk_wording_add (
        /* Translators: %1$d is a year, %2$s an amount of money. */
        wording, _("Payments are highest in %1$d: %2$s."), peak,
        ijk_wording_keep (wording,
                          ijk_quantity_money (ijk_yearly_at (result->nation_sde_paid_meur, peak))));
  if (!input->is_law)
    ijk_wording_add (
        /* Translators: %1$s and %2$s are amounts of money. */
        wording, _("Under current law %1$s is committed and %2$s paid out."),
        ijk_wording_keep (wording, ijk_quantity_money (ijk_yearly_sum (
                                       input->law_result->nation_sde_committed_meur,
                                       IJK_FIRST_FREE_YEAR, IJK_LAST_YEAR))),
        ijk_wording_keep (wording, ijk_quantity_money (ijk_yearly_sum (
                                       input->law_result->nation_sde_paid_meur, IJK_FIRST_FREE_YEAR,
                                       IJK_LAST_YEAR))));
  return ijk_wording_end (wording);
}

static IjkFigureTable *
make_table (const IjkFigureInput *input)
{
  const IjkResult *result = input->result;
  IjkFigureTable *table = ijk_figure_table_new (_("SDE++ subsidy"), _("Year"));
  const char *unit = _("€ million");
  double wedges[2][IJK_N_WEDGES][IJK_N_YEARS], budget[IJK_N_YEARS];
  const double *columns[2 * IJK_N_WEDGES + 7];
  guint n = 0;

  find_budget (result, budget);
  ijk_figure_table_add_column (table, _("Budget"), unit, 0);
  columns[n++] = budget;
  ijk_figure_table_add_column (table, _("Committed"), unit, 1);
  columns[n++] = result->nation_sde_committed_meur;
  ijk_figure_table_add_column (table, _("Paid out"), unit, 1);
  columns[n++] = result->nation_sde_paid_meur;
  for (IjkWedge wedge = 0; wedge < IJK_N_WEDGES; wedge++)
    {
      /* Translators: heading of a column; %s is a group of measures. */
      g_autofree char *title = g_strdup_printf (_("%s, committed"), ijk_wedge_name (wedge));

      ijk_figure_table_add_column (table, title, unit, 1);
      ijk_wedge_sum (result, result->measure_sde_committed_meur, wedge, 1, wedges[0][wedge]);
      columns[n++] = wedges[0][wedge];
    }
  for (IjkWedge wedge = 0; wedge < IJK_N_WEDGES; wedge++)
    {
      /* Translators: heading of a column; %s is a group of measures. */
      g_autofree char *title = g_strdup_printf (_("%s, paid out"), ijk_wedge_name (wedge));

      ijk_figure_table_add_column (table, title, unit, 1);
      ijk_wedge_sum (result, result->measure_sde_paid_meur, wedge, 1, wedges[1][wedge]);
      columns[n++] = wedges[1][wedge];
    }
  if (!input->is_law)
    {
      ijk_figure_table_add_column (table, _("Committed under current law"), unit, 1);
      columns[n++] = input->law_result->nation_sde_committed_meur;
      ijk_figure_table_add_column (table, _("Paid out under current law"), unit, 1);
      columns[n++] = input->law_result->nation_sde_paid_meur;
    }
  if (input->compare_result != NULL)
    {
      g_autofree char *committed = g_strdup_printf (_("%s, committed"), input->compare_name);
      g_autofree char *paid = g_strdup_printf (_("%s, paid out"), input->compare_name);

      ijk_figure_table_add_column (table, committed, unit, 1);
      columns[n++] = input->compare_result->nation_sde_committed_meur;
      ijk_figure_table_add_column (table, paid, unit, 1);
      columns[n] = input->compare_result->nation_sde_paid_meur;
    }
  ijk_figure_table_add_years (table, FIRST_AXIS_YEAR, IJK_LAST_YEAR, columns);
  return table;
}

const IjkFigure ijk_figure_subsidy = {
  .id = "subsidy",
  .title = N_("SDE++ subsidy"),
  .question = N_("How much subsidy is committed and paid, and for which measures?"),
  .make_spec = make_spec,
  .make_sentence = make_sentence,
  .make_table = make_table,
};
