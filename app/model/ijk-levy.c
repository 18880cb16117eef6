/* Chapter 7: the CO2 levy by the statute (Wet belastingen op milieugrondslag, chapter VIB), for
 * all units of a year: load against rights, trade of rights, the two-part levy, and carry-back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-run-private.h"
#include "ijk-statute.h"

#include <string.h>

typedef enum
{
  MARKET_MAIN,
  MARKET_INCINERATORS,
  N_MARKETS,
} Market;

typedef struct
{
  double surplus, shortage; /* kt */
  double sold_share;        /* of each surplus */
  double bought_share;      /* of each shortage */
} MarketYear;

static Market
get_market (IjkUnitKind kind,
            guint       t)
{
  return kind == IJK_KIND_INCINERATOR && IJK_FIRST_YEAR + (int) t > IJK_LAST_SHARED_MARKET_YEAR
             ? MARKET_INCINERATORS
             : MARKET_MAIN;
}

void
ijk_levy_prepare (IjkWorkspace *ws)
{
  memset (ws->last_taxed, 0, ws->reference->n_units * sizeof *ws->last_taxed);
}

/* Benchmark set of the regime in a year; bm_era holds the first year of the set. */
static IjkBenchmarkSet
get_benchmark_set (const IjkWorkspace *ws,
                   guint               t)
{
  const double era = ws->reference->yearly[IJK_SERIES_BM_ERA][ws->nation.regime][t];

  return era >= 2026 ? IJK_BENCHMARKS_2026
                     : (era >= 2023 ? IJK_BENCHMARKS_2023 : IJK_BENCHMARKS_2021);
}

/* load   = levy_share E                                                                     [kt]
 * rights = benchmark act (1-leak) bm_ratio rf benchmark_scale (inc_factor for incinerators)  [kt]
 * The benchmark that is reported has neither factor nor scale. */
static void
fill_load_and_rights (IjkWorkspace *ws,
                      guint         s,
                      guint         t)
{
  const IjkReference *reference = ws->reference;
  const IjkSector *sector = &reference->sectors[s];
  const IjkSectorInputs *inputs = &ws->sectors[s];
  const guint first = sector->first_unit;
  const guint end = first + sector->n_units;
  const double per_activity = (1 - IJK_OF_SECTORS (ws, leak, t)[s])
                              * sector->bm_ratio[get_benchmark_set (ws, t)];
  const double factor = ws->nation.reduction_factor[t];
  const double *restrict emissions = IJK_OF_UNITS (ws, emissions_kt, t);
  double *restrict load = IJK_OF_UNITS (ws, load_kt, t);
  double *restrict benchmark = IJK_OF_UNITS (ws, benchmark_kt, t);
  double *restrict rights = IJK_OF_UNITS (ws, rights_kt, t);
  const double later = inputs->activity[t] * per_activity;

  for (guint i = first; i < end; i++)
    {
      load[i] = ws->levy_share[i] * emissions[i];
      benchmark[i] = ws->rights_weight[i] * later;
    }
  if (!IJK_IS_FREE_YEAR (t))
    for (guint i = first; i < end; i++)
      {
        const IjkUnit *unit = &reference->units[i];

        /* act = E[t]/E[2021] while observed, the sector's index without emissions in 2021 */
        if (IJK_FIRST_YEAR + (int) t <= unit->last_year && unit->past_kt[0] > 0)
          benchmark[i] = unit->benchmark_kt * unit->past_kt[t] / unit->past_kt[0] * per_activity;
      }
  if (ws->has_company_benchmarks)
    for (guint i = first; i < end; i++)
      rights[i] = benchmark[i] * factor * ws->benchmark_scale[(gsize) t * reference->n_units + i];
  else
    for (guint i = first; i < end; i++)
      rights[i] = benchmark[i] * factor * inputs->benchmark_scale[t];
  if (sector->has_incinerators)
    for (guint i = first; i < end; i++)
      if (reference->units[i].kind == IJK_KIND_INCINERATOR)
        rights[i] *= ws->nation.inc_factor[t];
}

/* short = (sum load - sum rights) / sum load; main: all levied units, from 2026 without
 * incinerators; inc: incinerators.                                                  [fraction] */
static void
fill_shortages (IjkWorkspace *ws,
                guint         t,
                MarketYear   *markets)
{
  const IjkReference *reference = ws->reference;
  const double *load = IJK_OF_UNITS (ws, load_kt, t);
  const double *rights = IJK_OF_UNITS (ws, rights_kt, t);
  double loads[N_MARKETS] = { 0 };
  double excess[N_MARKETS] = { 0 };
  double inc_load = 0;
  double inc_excess = 0;

  for (guint s = 0; s < reference->n_sectors; s++)
    {
      const IjkSector *sector = &reference->sectors[s];

      for (guint i = sector->first_unit; i < sector->first_unit + sector->n_units; i++)
        {
          const Market market = get_market (reference->units[i].kind, t);
          const double over = load[i] - rights[i];

          loads[market] += load[i];
          excess[market] += over;
          markets[market].surplus += ijk_max (0, -over);
          markets[market].shortage += ijk_max (0, over);
          if (reference->units[i].kind == IJK_KIND_INCINERATOR)
            {
              inc_load += load[i];
              inc_excess += over;
            }
        }
    }
  *IJK_OF_NATION (ws, short_main, t)
      = loads[MARKET_MAIN] > 0 ? excess[MARKET_MAIN] / loads[MARKET_MAIN] : 0;
  *IJK_OF_NATION (ws, short_inc, t) = inc_load > 0 ? inc_excess / inc_load : 0;
}

/* traded = psi * min(sum surplus, sum shortage) in each market, taken and given pro rata. */
static void
match_markets (const IjkWorkspace *ws,
               MarketYear         *markets)
{
  for (guint m = 0; m < N_MARKETS; m++)
    {
      const double traded = ws->nation.trade_participation
                            * ijk_min (markets[m].surplus, markets[m].shortage);

      markets[m].sold_share = markets[m].surplus > 0 ? traded / markets[m].surplus : 0;
      markets[m].bought_share = markets[m].shortage > 0 ? traded / markets[m].shortage : 0;
    }
}

/* base_a = max(0, load - rights - bought);  base_b = load - base_a                        [kt]
 * levy   = base_a rate_a + base_b rate_b                                                 [kEUR] */
static void
levy_units (IjkWorkspace     *ws,
            guint             s,
            guint             t,
            const MarketYear *markets)
{
  const IjkReference *reference = ws->reference;
  const IjkSector *sector = &reference->sectors[s];
  const double *restrict load = IJK_OF_UNITS (ws, load_kt, t);
  const double *restrict rights = IJK_OF_UNITS (ws, rights_kt, t);
  double *restrict bought = IJK_OF_UNITS (ws, bought_kt, t);
  double *restrict sold = IJK_OF_UNITS (ws, sold_kt, t);
  double *restrict levy = IJK_OF_UNITS (ws, levy_meur, t);
  double *restrict credit = IJK_OF_UNITS (ws, credit_meur, t);
  double *restrict left = ws->base_left + (gsize) t * reference->n_units;

  for (guint i = sector->first_unit; i < sector->first_unit + sector->n_units; i++)
    {
      const IjkUnitKind kind = reference->units[i].kind;
      const MarketYear *market = &markets[get_market (kind, t)];
      const double over = load[i] - rights[i];
      const double surplus = ijk_max (0, -over);
      const double rate_b = ws->rate_minimum[t];
      double base_a = 0;

      credit[i] = levy[i] = bought[i] = sold[i] = left[i] = 0;
      if (kind == IJK_KIND_REST)
        continue;
      bought[i] = ijk_max (0, over) * market->bought_share;
      sold[i] = surplus * market->sold_share;
      base_a = ijk_max (0, over - bought[i]);
      left[i] = base_a;
      levy[i] = (base_a * ws->rate[kind][t] + (load[i] - base_a) * rate_b) / 1e3;
      if (base_a > 0)
        ws->last_taxed[i] = t + 1;
      else if (surplus > sold[i] && ws->last_taxed[i] > 0
               && ws->last_taxed[i] + IJK_CARRY_BACK_YEARS > t)
        credit[i] = ijk_statute_carry_back (ws->base_left + i, reference->n_units, ws->rate[kind],
                                            ws->rate_minimum, t, surplus - sold[i], NULL)
                    / 1e3;
    }
}

/* Totals of the sectors, in the order of their units. */
static void
sum_sector (IjkWorkspace *ws,
            guint         s,
            guint         t)
{
  const IjkSector *sector = &ws->reference->sectors[s];
  const double *emissions = IJK_OF_UNITS (ws, emissions_kt, t);
  const double *unabated = IJK_OF_UNITS (ws, unabated_kt, t);
  const double *load = IJK_OF_UNITS (ws, load_kt, t);
  const double *benchmark = IJK_OF_UNITS (ws, benchmark_kt, t);
  const double *rights = IJK_OF_UNITS (ws, rights_kt, t);
  const double *bought = IJK_OF_UNITS (ws, bought_kt, t);
  const double *sold = IJK_OF_UNITS (ws, sold_kt, t);
  const double *levy = IJK_OF_UNITS (ws, levy_meur, t);
  const double *credit = IJK_OF_UNITS (ws, credit_meur, t);
  double sum[12] = { 0 };

  for (guint i = sector->first_unit; i < sector->first_unit + sector->n_units; i++)
    {
      sum[0] += emissions[i];
      sum[1] += unabated[i];
      sum[2] += load[i];
      sum[3] += benchmark[i];
      sum[4] += rights[i];
      sum[5] += bought[i];
      sum[6] += sold[i];
      sum[7] += levy[i];
      sum[8] += credit[i];
      sum[9] += emissions[i] * ws->is_ets[i];
      sum[10] += unabated[i] * ws->is_ets[i];
      sum[11] += unabated[i] * ws->levy_share[i];
    }
  IJK_OF_SECTORS (ws, emissions_kt, t)[s] = sum[0];
  IJK_OF_SECTORS (ws, unabated_kt, t)[s] = sum[1];
  IJK_OF_SECTORS (ws, load_kt, t)[s] = sum[2];
  IJK_OF_SECTORS (ws, benchmark_kt, t)[s] = sum[3];
  IJK_OF_SECTORS (ws, rights_kt, t)[s] = sum[4];
  IJK_OF_SECTORS (ws, bought_kt, t)[s] = sum[5];
  IJK_OF_SECTORS (ws, sold_kt, t)[s] = sum[6];
  IJK_OF_SECTORS (ws, levy_meur, t)[s] = sum[7];
  IJK_OF_SECTORS (ws, credit_meur, t)[s] = sum[8];
  IJK_OF_SECTORS (ws, net_levy_meur, t)[s] = sum[7] - sum[8];
  ws->ets_emissions[s] = sum[9];
  ws->ets_unabated[s] = sum[10];
  ws->levied_unabated[s] = sum[11];
}

void
ijk_levy_year (IjkWorkspace *ws,
               guint         t)
{
  const guint n_sectors = ws->reference->n_sectors;
  MarketYear markets[N_MARKETS] = { 0 };

  for (guint s = 0; s < n_sectors; s++)
    fill_load_and_rights (ws, s, t);
  fill_shortages (ws, t, markets);
  match_markets (ws, markets);
  for (guint s = 0; s < n_sectors; s++)
    {
      levy_units (ws, s, t, markets);
      sum_sector (ws, s, t);
    }
  /* q[t] = rate_a[ets] * sigma(short_main / 0.05)                                       [EUR/t] */
  *IJK_OF_NATION (ws, right_price_eur_per_t, t)
      = ws->rate[IJK_KIND_ETS][t] * ijk_sigma (*IJK_OF_NATION (ws, short_main, t)
                                              / IJK_SHORTAGE_SPREAD);
  *IJK_OF_NATION (ws, min_price_eur_per_t, t) = ws->nation.min_price[t];
  *IJK_OF_NATION (ws, gross_rate_eur_per_t, t) = ws->nation.gross_rate[t];
  *IJK_OF_NATION (ws, gross_rate_inc_eur_per_t, t) = ws->nation.gross_rate_inc[t];
  *IJK_OF_NATION (ws, reduction_factor, t) = ws->nation.reduction_factor[t];
  *IJK_OF_NATION (ws, inc_factor, t) = ws->nation.inc_factor[t];
  *IJK_OF_NATION (ws, rate_minimum_eur_per_t, t) = ws->rate_minimum[t];
  *IJK_OF_NATION (ws, rate_ets_eur_per_t, t) = ws->rate[IJK_KIND_ETS][t];
  *IJK_OF_NATION (ws, rate_inc_eur_per_t, t) = ws->rate[IJK_KIND_INCINERATOR][t];
  *IJK_OF_NATION (ws, rate_n2o_eur_per_t, t) = ws->rate[IJK_KIND_N2O][t];
}
