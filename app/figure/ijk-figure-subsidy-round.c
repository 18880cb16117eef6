/* One SDE++ round: its candidates in order of rank, what they claim, and why they got it or not.
 *
 * A candidate is a measure in a sector. It claims its whole wish for fifteen years; those who need
 * least per tonne go first, until budget or ceiling is used up. A picture holds so many bars and no
 * more: of those that need subsidy at all it shows the largest claims, in order of rank. The table has
 * everybody.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-figure-private.h"
#include "ijk-saying-private.h"

/* As many as keep their names at 320 by 220. */
#define MAX_ROWS 10

typedef struct
{
  guint cell;
  guint rank;
  double need_eur_per_t;
  double claim_meur;   /* for all the candidate wants */
  double granted_meur;
  double served_kt;
  IjkAward award;
} Candidate;

/* Classes of outcome a reader tells apart in the picture; the table has the exact reason. */
typedef enum
{
  OUTCOME_GRANTED,
  OUTCOME_NO_BUDGET,
  OUTCOME_NO_CEILING,
  OUTCOME_NOT_ELIGIBLE, /* pays for itself, too dear, or too late */
  N_OUTCOMES,
} Outcome;

static Outcome
find_outcome (IjkAward award)
{
  switch (award)
    {
    case IJK_AWARD_NONE:
    case IJK_AWARD_SERVED:
      return OUTCOME_GRANTED;
    case IJK_AWARD_PART_BUDGET:
    case IJK_AWARD_NO_BUDGET:
      return OUTCOME_NO_BUDGET;
    case IJK_AWARD_PART_CEILING:
    case IJK_AWARD_NO_CEILING:
      return OUTCOME_NO_CEILING;
    case IJK_AWARD_AFTER_LAST_ROUND:
    case IJK_AWARD_CCS_ENDED:
    case IJK_AWARD_NO_NEED:
    case IJK_AWARD_TOO_DEAR:
      return OUTCOME_NOT_ELIGIBLE;
    case IJK_N_AWARDS:
      break;
    }
  g_assert_not_reached ();
}

static const char *
get_outcome_name (Outcome outcome)
{
  switch (outcome)
    {
    case OUTCOME_GRANTED:
      return _("granted");
    case OUTCOME_NO_BUDGET:
      return _("budget used up");
    case OUTCOME_NO_CEILING:
      return _("ceiling on CCS reached");
    case OUTCOME_NOT_ELIGIBLE:
      return _("outside the conditions");
    case N_OUTCOMES:
      break;
    }
  g_assert_not_reached ();
}

/* The word for the code of an award. */
static const char *
get_award_name (IjkAward award)
{
  switch (award)
    {
    case IJK_AWARD_NONE:
      return "";
    case IJK_AWARD_SERVED:
      return _("granted");
    case IJK_AWARD_PART_BUDGET:
      return _("granted in part: the budget ran out");
    case IJK_AWARD_PART_CEILING:
      return _("granted in part: the ceiling on CCS was reached");
    case IJK_AWARD_NO_BUDGET:
      return _("refused: the budget was used up");
    case IJK_AWARD_NO_CEILING:
      return _("refused: the ceiling on CCS was reached");
    case IJK_AWARD_AFTER_LAST_ROUND:
      return _("refused: no round is held");
    case IJK_AWARD_CCS_ENDED:
      return _("refused: subsidy for CCS has ended");
    case IJK_AWARD_NO_NEED:
      return _("refused: it pays for itself");
    case IJK_AWARD_TOO_DEAR:
      return _("refused: it needs more per tonne than the maximum");
    case IJK_N_AWARDS:
      break;
    }
  g_assert_not_reached ();
}

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *first = a;
  const Candidate *second = b;

  return first->rank < second->rank ? -1 : first->rank > second->rank;
}

/* Returns: (transfer full) (element-type Candidate): those of the round, by rank */
static GArray *
list_candidates (const IjkResult *result,
                 int              year)
{
  const guint n_cells = result->reference->n_cells;
  const gsize offset = (gsize) IJK_YEAR_INDEX (year) * n_cells;
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  for (guint c = 0; c < n_cells; c++)
    {
      const gsize i = offset + c;
      Candidate candidate = { .cell = c };

      if (!(result->cell_rank[i] > 0))
        continue;
      candidate.rank = (guint) result->cell_rank[i];
      candidate.need_eur_per_t = result->cell_need_eur_per_t[i];
      /* M€ = kt a year * EUR per t a year / 1e3 */
      candidate.claim_meur = result->cell_room_kt[i] * result->cell_claim_eur_per_t[i] / 1e3;
      candidate.granted_meur = result->cell_served_kt[i] * result->cell_claim_eur_per_t[i] / 1e3;
      candidate.served_kt = result->cell_served_kt[i];
      candidate.award = (IjkAward) result->cell_award[i];
      g_array_append_val (candidates, candidate);
    }
  g_array_sort (candidates, compare_candidates);
  return candidates;
}

/* In a label the sector goes first: where it is cut, many begin with the same measure. */
static char *
write_label (const IjkResult *result,
             const Candidate *candidate)
{
  const IjkReference *reference = result->reference;
  const IjkCell *cell = &reference->cells[candidate->cell];
  const IjkSector *sector = &reference->sectors[cell->sector];
  g_autofree char *measure = ijk_measure_short_name (&reference->measures[cell->measure]);

  /* Translators: a place in a ranking and who has it: "3. Food: Industrial heat pumps". */
  return g_strdup_printf (_("%1$u. %2$s: %3$s"), candidate->rank,
                          ijk_language_pick (sector->name_en, sector->name_nl), measure);
}

static char *
write_name (const IjkResult *result,
            guint            i_cell)
{
  const IjkReference *reference = result->reference;
  const IjkCell *cell = &reference->cells[i_cell];
  const IjkMeasure *measure = &reference->measures[cell->measure];
  const IjkSector *sector = &reference->sectors[cell->sector];

  /* Translators: a candidate for subsidy: measure, then sector. */
  return g_strdup_printf (_("%1$s, %2$s"),
                          ijk_language_pick (measure->name_en, measure->name_nl),
                          ijk_language_pick (sector->name_en, sector->name_nl));
}

static guint
count_granted (const GArray *candidates)
{
  guint n = 0;

  for (guint i = 0; i < candidates->len; i++)
    n += g_array_index (candidates, Candidate, i).granted_meur > 0;
  return n;
}

static int
compare_claims (gconstpointer a,
                gconstpointer b)
{
  const Candidate *first = a;
  const Candidate *second = b;

  if (first->claim_meur > second->claim_meur)
    return -1;
  if (first->claim_meur < second->claim_meur)
    return 1;
  return compare_candidates (a, b);
}

/* Returns: (transfer full) (element-type Candidate): those in the picture, by rank */
static GArray *
choose_rows (const GArray *candidates)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Candidate));

  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);

      if (candidate->award != IJK_AWARD_NO_NEED && candidate->claim_meur > 0)
        g_array_append_val (rows, *candidate);
    }
  g_array_sort (rows, compare_claims);
  if (rows->len > MAX_ROWS)
    g_array_set_size (rows, MAX_ROWS);
  g_array_sort (rows, compare_candidates);
  return rows;
}

static char *
write_subtitle (const IjkFigureInput *input,
                const GArray         *candidates)
{
  /* Translators: subtitle: "2030: 12 of 40 candidates granted". The plural goes by %3$u. */
  return g_strdup_printf (ngettext ("%1$d: %2$u of %3$u candidate granted",
                                    "%1$d: %2$u of %3$u candidates granted", candidates->len),
                          input->year, count_granted (candidates), candidates->len);
}

static void
add_row (IjkDraft        *draft,
         const Candidate *candidate,
         gboolean        *is_named)
{
  static const IjkRole roles[N_OUTCOMES] = {
    [OUTCOME_GRANTED] = IJK_ROLE_SERIES_3,
    [OUTCOME_NO_BUDGET] = IJK_ROLE_SERIES_6,
    [OUTCOME_NO_CEILING] = IJK_ROLE_TARGET,
    [OUTCOME_NOT_ELIGIBLE] = IJK_ROLE_BAR_TOTAL,
  };
  static const IjkPattern patterns[N_OUTCOMES] = {
    [OUTCOME_NO_BUDGET] = IJK_PATTERN_HATCH,
    [OUTCOME_NO_CEILING] = IJK_PATTERN_BACK_HATCH,
    [OUTCOME_NOT_ELIGIBLE] = IJK_PATTERN_DOTS,
  };
  const Outcome outcome = find_outcome (candidate->award);
  g_autofree char *label = write_label (draft->input->result, candidate);
  const guint row = ijk_chart_builder_add_row (
      draft->builder,
      &(IjkChartRow) { .label = label, .value = candidate->claim_meur,
                       .whisker_low = NAN, .whisker_high = NAN,
                       .is_strong = candidate->granted_meur > 0 });

  if (candidate->granted_meur > 0)
    {
      ijk_chart_builder_add_segment (
          draft->builder,
          &(IjkChartSegment) { .row = row, .from = 0, .to = candidate->granted_meur,
                               .role = roles[OUTCOME_GRANTED],
                               .label = is_named[OUTCOME_GRANTED]
                                            ? NULL
                                            : get_outcome_name (OUTCOME_GRANTED) });
      is_named[OUTCOME_GRANTED] = TRUE;
    }
  if (outcome != OUTCOME_GRANTED)
    {
      ijk_chart_builder_add_segment (
          draft->builder,
          &(IjkChartSegment) { .row = row, .from = candidate->granted_meur,
                               .to = candidate->claim_meur, .role = roles[outcome],
                               .pattern = patterns[outcome],
                               .label = is_named[outcome] ? NULL : get_outcome_name (outcome) });
      is_named[outcome] = TRUE;
    }
}

static IjkChartSpec *
make_spec (const IjkFigureInput *input)
{
  g_autoptr (GArray) candidates = list_candidates (input->result, input->year);
  g_autofree char *subtitle = write_subtitle (input, candidates);
  g_autoptr (GArray) rows = choose_rows (candidates);
  g_autofree char *axis
      /* Translators: name of an axis. The plural goes by %u, which is how many bars there are. */
      = g_strdup_printf (ngettext ("Claim over the contract, € million (%u largest)",
                                   "Claim over the contract, € million (%u largest)", rows->len),
                         rows->len);
  const IjkChartPanel panel = {
    .axis = ijk_draft_axis (rows->len < MAX_ROWS ? _("Claim over the contract, € million") : axis, 0),
  };
  gboolean is_named[N_OUTCOMES] = { FALSE };
  IjkDraft draft;

  ijk_draft_begin (&draft, &ijk_figure_subsidy_round, input, IJK_CHART_ROWS, subtitle,
                   IJK_SOURCE_SUBSIDY);
  ijk_chart_builder_add_panel (draft.builder, &panel);
  for (guint i = 0; i < rows->len; i++)
    add_row (&draft, &g_array_index (rows, Candidate, i), is_named);
  return ijk_draft_end (&draft);
}

static char *
make_sentence (const IjkFigureInput *input)
{
  const IjkResult *result = input->result;
  g_autoptr (GArray) candidates = list_candidates (result, input->year);
  g_autoptr (IjkWording) wording = ijk_wording_new ();
  const guint n_granted = count_granted (candidates);
  const Candidate *refused = NULL;

  if (candidates->len == 0)
    {
      /* Translators: %1$d is a year, %2$s the name of a scenario. */
      ijk_wording_add (wording, _("Nobody competes for SDE++ subsidy in %1$d in scenario “%2$s”."),
                       input->year, input->scenario_name);
      return ijk_wording_end (wording);
    }
  ijk_wording_add (
      wording,
      /* Translators: %1$d is a year, %2$s the name of a scenario, %3$u and %4$u are counts, of
       * which %4$u gives the plural; %5$s and %6$s are amounts of money. */
      ngettext ("In the SDE++ round of %1$d, %3$u of %4$u candidate gets subsidy in scenario “%2$s”: "
                "%5$s out of a budget of %6$s.",
                "In the SDE++ round of %1$d, %3$u of %4$u candidates get subsidy in scenario “%2$s”: "
                "%5$s out of a budget of %6$s.",
                candidates->len),
      input->year, input->scenario_name, n_granted, candidates->len,
      ijk_wording_keep (wording, ijk_quantity_money (ijk_yearly_at (
                                     result->nation_sde_committed_meur, input->year))),
      ijk_wording_keep (wording, ijk_quantity_money (ijk_yearly_at (
                                     result->nation_sde_budget_meur, input->year))));
  if (n_granted > 0)
    {
      const Candidate *first = NULL;

      for (guint i = 0; i < candidates->len && first == NULL; i++)
        if (g_array_index (candidates, Candidate, i).granted_meur > 0)
          first = &g_array_index (candidates, Candidate, i);
      /* Translators: %1$s is a measure and its sector, %2$s a rate (21.50 €/t). */
      if (first != NULL)
        ijk_wording_add (wording, _("First in line is “%1$s”, which needs %2$s."),
                         ijk_wording_keep (wording, write_name (result, first->cell)),
                         ijk_wording_keep (wording, ijk_quantity_rate (first->need_eur_per_t)));
    }
  for (guint i = 0; i < candidates->len && refused == NULL; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);

      if (candidate->award != IJK_AWARD_SERVED && candidate->award != IJK_AWARD_NO_NEED)
        refused = candidate;
    }
  if (refused != NULL)
    /* Translators: %1$u is a place in a ranking, %2$s a measure and its sector, %3$s why it did not get
     * all it asked for, such as "refused: the budget was used up". */
    ijk_wording_add (wording, _("The first that does not get all it asks for is number %1$u, “%2$s” (%3$s)."),
                     refused->rank,
                     ijk_wording_keep (wording, write_name (result, refused->cell)),
                     get_award_name (refused->award));
  if (!input->is_law)
    {
      g_autoptr (GArray) law = list_candidates (input->law_result, input->year);

      ijk_wording_add (wording,
                       /* Translators: %1$u and %2$u are counts; the plural goes by %2$u. */
                       ngettext ("Under current law %1$u of %2$u candidate gets subsidy.",
                                 "Under current law %1$u of %2$u candidates get subsidy.", law->len),
                       count_granted (law), law->len);
    }
  return ijk_wording_end (wording);
}

static IjkFigureTable *
make_table (const IjkFigureInput *input)
{
  g_autoptr (GArray) candidates = list_candidates (input->result, input->year);
  /* Translators: caption of a table; %d is a year. */
  g_autofree char *caption = g_strdup_printf (_("SDE++ round of %d"), input->year);
  IjkFigureTable *table = ijk_figure_table_new (caption, _("Candidate"));

  ijk_figure_table_add_column (table, _("Rank"), NULL, 0);
  ijk_figure_table_add_column (table, _("Need"), _("€/t"), 2);
  ijk_figure_table_add_column (table, _("Claim"), _("€ million"), 1);
  ijk_figure_table_add_column (table, _("Granted"), _("€ million"), 1);
  ijk_figure_table_add_column (table, _("Contracted"), _("kt a year"), 0);
  table->note_title = g_strdup (_("Outcome"));
  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);
      const double values[] = { candidate->rank, candidate->need_eur_per_t, candidate->claim_meur,
                                candidate->granted_meur, candidate->served_kt };
      g_autofree char *name = write_name (input->result, candidate->cell);

      ijk_figure_table_add_row (table, name, values, get_award_name (candidate->award));
    }
  return table;
}

const IjkFigure ijk_figure_subsidy_round = {
  .id = "subsidy-round",
  .title = N_("Ranking of a subsidy round"),
  .question = N_("Who competes for subsidy in one round, and who gets it?"),
  .flags = IJK_FIGURE_IS_OF_YEAR,
  .make_spec = make_spec,
  .make_sentence = make_sentence,
  .make_table = make_table,
};
