/* Chapter 4: the yearly SDE++ round, and what its contracts pay later.
 *
 * Candidates are served in order of the subsidy they need per tonne until the budget is used or,
 * for CCS, the ceiling is reached. Every candidate keeps its rank and why it was or was not served.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-run-private.h"

/* Build cap b_m [kt/y]; cooperation in clusters doubles that of heat and CCU at 1. */
double
ijk_build_cap_kt (const IjkWorkspace *ws,
                  guint               m)
{
  const IjkMeasure *measure = &ws->reference->measures[m];
  const gboolean shares_pipes = measure->group == IJK_GROUP_HEAT || measure->group == IJK_GROUP_CCU;

  return measure->build_cap_kt * (shares_pipes ? 1 + ws->nation.cluster_cooperation : 1);
}

/* room  = rho max(0, x - f') p U, scaled so that a measure's sum stays within its cap    [kt/y]
 * need  = max(0, C8 - es mean ets)                                                      [EUR/t]
 * claim = max(0, C8 - 2/3 es mean ets) * 15 y                                [kEUR per kt a year] */
static void
fill_candidates (IjkWorkspace *ws,
                 guint         t)
{
  const IjkReference *reference = ws->reference;
  double *room = IJK_OF_CELLS (ws, room_kt, t);
  double per_measure[IJK_MAX_MEASURES] = { 0 };

  for (guint c = 0; c < reference->n_cells; c++)
    {
      const IjkCell *cell = &reference->cells[c];
      const double cost = IJK_OF_MEASURES (ws, cost_eur_per_t, t)[cell->measure];
      const double carbon = ws->es[cell->sector] * ws->mean_ets[t];

      IJK_OF_CELLS (ws, need_eur_per_t, t)[c] = ijk_max (0, cost - carbon);
      IJK_OF_CELLS (ws, claim_eur_per_t, t)[c]
          = ijk_max (0, cost - IJK_PRICE_FLOOR_SHARE * carbon) * IJK_CONTRACT_YEARS;
      room[c] = 0;
      if (ws->is_open[c])
        room[c] = reference->measures[cell->measure].rho
                  * ijk_max (0, ws->share_limit[c] - ws->share_before[c])
                  * IJK_OF_CELLS (ws, potential, t)[c] * IJK_OF_CELLS (ws, eligible_kt, t)[c];
      per_measure[cell->measure] += room[c];
    }
  for (guint c = 0; c < reference->n_cells; c++)
    {
      const guint m = reference->cells[c].measure;
      const double cap = ijk_build_cap_kt (ws, m);

      if (per_measure[m] > cap)
        room[c] *= cap / per_measure[m];
    }
}

/* Candidates in ascending need; ties keep the order of sectors, then measures. */
static guint
rank_candidates (IjkWorkspace *ws,
                 guint         t)
{
  const IjkReference *reference = ws->reference;
  const double *need = IJK_OF_CELLS (ws, need_eur_per_t, t);
  guint n = 0;

  for (guint c = 0; c < reference->n_cells; c++)
    {
      guint place = n;

      IJK_OF_CELLS (ws, rank, t)[c] = 0;
      IJK_OF_CELLS (ws, served_kt, t)[c] = 0;
      IJK_OF_CELLS (ws, award, t)[c] = IJK_AWARD_NONE;
      ws->claim_share[c] = 0;
      if (!reference->measures[reference->cells[c].measure].is_sde
          || !(IJK_OF_CELLS (ws, room_kt, t)[c] > 0))
        continue;
      for (; place > 0 && need[ws->order[place - 1]] > need[c]; place--)
        ws->order[place] = ws->order[place - 1];
      ws->order[place] = c;
      n++;
    }
  return n;
}

/* Why a candidate is refused whatever money is left, or IJK_AWARD_SERVED. */
static IjkAward
judge_candidate (const IjkWorkspace *ws,
                 guint               c,
                 guint               t)
{
  const int year = IJK_FIRST_YEAR + (int) t;
  const IjkMeasure *measure = &ws->reference->measures[ws->reference->cells[c].measure];
  const double need = IJK_OF_CELLS (ws, need_eur_per_t, t)[c];

  if (year > ws->nation.sde_last_round)
    return IJK_AWARD_AFTER_LAST_ROUND;
  if (measure->group == IJK_GROUP_CCS && year > ws->nation.ccs_subsidy_until)
    return IJK_AWARD_CCS_ENDED;
  if (need <= 0)
    return IJK_AWARD_NO_NEED;
  if (need > ws->nation.sde_max_intensity)
    return IJK_AWARD_TOO_DEAR;
  return IJK_AWARD_SERVED;
}

/* What is left of a round. */
typedef struct
{
  double budget_keur;
  double ceiling_kt; /* of awarded CCS */
  double awarded_kt; /* CCS so far */
} Round;

/* Serves a candidate as far as budget and, for CCS, ceiling reach.
 * Returns: kt a year served, and @award how */
static double
serve_candidate (const IjkWorkspace *ws,
                 guint               c,
                 guint               t,
                 Round              *round,
                 IjkAward           *award)
{
  const IjkMeasure *measure = &ws->reference->measures[ws->reference->cells[c].measure];
  const double claim = IJK_OF_CELLS (ws, claim_eur_per_t, t)[c];
  double kt = IJK_OF_CELLS (ws, room_kt, t)[c];

  *award = judge_candidate (ws, c, t);
  if (*award != IJK_AWARD_SERVED)
    return 0;
  if (kt * claim > round->budget_keur)
    {
      kt = round->budget_keur / claim;
      *award = kt > 0 ? IJK_AWARD_PART_BUDGET : IJK_AWARD_NO_BUDGET;
    }
  if (measure->group == IJK_GROUP_CCS && kt > round->ceiling_kt - round->awarded_kt)
    {
      kt = ijk_max (0, round->ceiling_kt - round->awarded_kt);
      *award = kt > 0 ? IJK_AWARD_PART_CEILING : IJK_AWARD_NO_CEILING;
    }
  round->budget_keur = *award == IJK_AWARD_PART_BUDGET
                           ? 0
                           : ijk_max (0, round->budget_keur - kt * claim);
  if (measure->group == IJK_GROUP_CCS)
    round->awarded_kt += kt;
  return kt;
}

/* CCS awarded before the round [kt/y]: the published awards, then those of the rounds so far. */
static double
get_awarded_before (const IjkWorkspace *ws,
                    guint               t)
{
  const double *published = ws->reference->yearly[IJK_SERIES_SDE_AWARDED_CCS][IJK_VARIANT_CENTRAL];

  return t > IJK_N_PAST_YEARS ? *IJK_OF_NATION (ws, ccs_awarded_kt, t - 1)
                              : published[MIN (t, IJK_N_PAST_YEARS - 1)];
}

/* One round: who is served, what is committed, and how much CCS has been awarded so far. */
void
ijk_subsidy_year (IjkWorkspace *ws,
                  guint         t)
{
  const IjkReference *reference = ws->reference;
  double *by_measure = IJK_OF_MEASURES (ws, sde_committed_meur, t);
  double *total = IJK_OF_NATION (ws, sde_committed_meur, t);
  Round round = { .budget_keur = ws->nation.sde_budget[t] * 1e3, /* MEUR to kEUR */
                  .ceiling_kt = ws->nation.ccs_ceiling[t],
                  .awarded_kt = get_awarded_before (ws, t) };
  guint n_candidates = 0;

  *IJK_OF_NATION (ws, sde_budget_meur, t) = ws->nation.sde_budget[t];
  *IJK_OF_NATION (ws, ccs_ceiling_kt, t) = ws->nation.ccs_ceiling[t];
  *total = 0;
  for (guint m = 0; m < reference->n_measures; m++)
    by_measure[m] = 0;
  if (IJK_IS_FREE_YEAR (t))
    {
      fill_candidates (ws, t);
      n_candidates = rank_candidates (ws, t);
    }
  for (guint j = 0; j < n_candidates; j++)
    {
      const guint c = ws->order[j];
      IjkAward award = IJK_AWARD_NONE;
      const double kt = serve_candidate (ws, c, t, &round, &award);
      const double meur = kt * IJK_OF_CELLS (ws, claim_eur_per_t, t)[c] / 1e3;

      ws->claim_share[c] = kt / IJK_OF_CELLS (ws, room_kt, t)[c];
      by_measure[reference->cells[c].measure] += meur;
      *total += meur;
      IJK_OF_CELLS (ws, rank, t)[c] = j + 1;
      IJK_OF_CELLS (ws, served_kt, t)[c] = kt;
      IJK_OF_CELLS (ws, award, t)[c] = award;
    }
  *IJK_OF_NATION (ws, ccs_awarded_kt, t) = round.awarded_kt;
}

/* Payments of the year, to the sector and the measure of each contract:
 *   round contract: kt max(0, C8[award] - max(es ets, 2/3 es mean ets at the award))       [kEUR]
 *   project contract: kt max(0, amount - ets)                                              [kEUR] */
void
ijk_subsidy_pay (IjkWorkspace *ws,
                 guint         t)
{
  const IjkReference *reference = ws->reference;
  double *by_sector = IJK_OF_SECTORS (ws, sde_paid_meur, t);
  double *by_measure = IJK_OF_MEASURES (ws, sde_paid_meur, t);
  double *total = IJK_OF_NATION (ws, sde_paid_meur, t);

  *total = 0;
  for (guint s = 0; s < reference->n_sectors; s++)
    by_sector[s] = 0;
  for (guint m = 0; m < reference->n_measures; m++)
    by_measure[m] = 0;
  for (guint j = 0; j < ws->n_contracts; j++)
    {
      const IjkContract *contract = &ws->contracts[j];
      const IjkCell *cell = &reference->cells[contract->cell];
      const double price = ijk_max (ws->es[cell->sector] * ws->nation.ets[t],
                                    contract->floor_eur_per_t);
      const double paid = contract->kt * ijk_max (0, contract->base_eur_per_t - price) / 1e3;

      if (t < contract->first_i_year || t > contract->last_i_year)
        continue;
      by_sector[cell->sector] += paid;
      by_measure[cell->measure] += paid;
      *total += paid;
    }
  for (guint p = 0; p < reference->n_projects; p++)
    {
      const IjkProject *project = &reference->projects[p];
      const guint first = ws->project_start[p];
      const double paid = project->kt_per_year
                          * ijk_max (0, project->contract_eur_per_t - ws->nation.ets[t]) / 1e3;

      if (!(project->contract_eur_per_t > 0) || t < first || t >= first + IJK_CONTRACT_YEARS)
        continue;
      by_sector[reference->units[project->unit].sector] += paid;
      by_measure[project->measure] += paid;
      *total += paid;
    }
}
