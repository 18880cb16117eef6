/* Chapter 3: prices of energy and carbon, costs of measures, and the carbon signal of a sector.
 *
 * Investors look ten years ahead, so most terms are means over the ten years from t on, with the
 * years after 2050 held at 2050. Everything but the signal is known before the first year.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-run-private.h"
#include "ijk-statute.h"

/* Mean of the ten years from t on; years after 2050 count as 2050. */
static double
mean_ahead (const double *yearly,
            guint         t)
{
  double sum = 0;

  for (guint i = t; i < t + IJK_N_MEAN_YEARS; i++)
    sum += yearly[MIN (i, IJK_N_YEARS - 1)];
  return sum / IJK_N_MEAN_YEARS;
}

/* crf(r,n) = r / (1 - (1+r)^-n): yearly payment per EUR invested                       [1/y] */
static double
capital_recovery (double rate,
                  double years)
{
  return rate / (1 - pow (1 + rate, -years));
}

/* ref[t] = published forward price; later the ETS price of the year before plus a premium.
 * rate_b = max(0, minimum price - ref) from 2023; rate_a: gross rate less ref for ETS units, the
 * gross rate for the others, and never below rate_b.                                   [EUR/t] */
static void
fill_levy_rates (IjkWorkspace *ws)
{
  const IjkNationalInputs *n = &ws->nation;
  const IjkSeries *given = &ws->reference->series[IJK_SERIES_ETS_REF][IJK_VARIANT_CENTRAL];
  const double *published = ws->reference->yearly[IJK_SERIES_ETS_REF][IJK_VARIANT_CENTRAL];
  const int last_given = given->points[given->n_points - 1].year;

  for (guint t = 0; t < IJK_N_YEARS; t++)
    {
      const double ref = IJK_FIRST_YEAR + (int) t <= last_given
                             ? published[t]
                             : n->ets[t - 1] * (1 + n->ref_premium);
      const double minimum
          = ijk_statute_minimum_rate (IJK_FIRST_YEAR + (int) t, n->min_price[t], ref);

      *IJK_OF_NATION (ws, ref_price_eur_per_t, t) = ref;
      ws->rate_minimum[t] = minimum;
      for (guint k = 0; k < IJK_N_LEVIED_KINDS; k++)
        ws->rate[k][t] = ijk_statute_rate (
            (IjkUnitKind) k,
            k == IJK_KIND_INCINERATOR ? n->gross_rate_inc[t] : n->gross_rate[t], ref, minimum);
    }
}

/* o_m: cost overrun of CCS. k_m: saving by shared pipes. */
static double
get_overrun (const IjkWorkspace *ws,
             const IjkMeasure   *measure)
{
  return measure->group == IJK_GROUP_CCS ? ws->nation.ccs_overrun : 1;
}

static double
get_cooperation_factor (const IjkWorkspace *ws,
                        const IjkMeasure   *measure)
{
  const gboolean shares_pipes = measure->group == IJK_GROUP_HEAT || measure->group == IJK_GROUP_CCU
                                || measure->group == IJK_GROUP_CCS;

  return shares_pipes ? 1 - IJK_COOPERATION_SAVING * ws->nation.cluster_cooperation : 1;
}

/* extra_m moves linearly from the low (-1) over the central (0) to the high case (1).  [EUR/t] */
static double
get_extra (const IjkMeasure *measure,
           double            extra_case)
{
  const double *extra = measure->extra_eur_per_t;

  return extra_case < 0 ? extra[1] + (extra[0] - extra[1]) * -extra_case
                        : extra[1] + (extra[2] - extra[1]) * extra_case;
}

/* capex[t] = capex * (1 - learn R clamp((t-2025)/25, 0, 1)) * o * k             [EUR per t a year]
 * run[t]   = opex + elec mean p_e + gas mean p_g + h2 mean p_h + extra o                  [EUR/t]
 * C_r[t](g) = crf(r,n) capex (1 - 1.4 g) + run;   C8 = C at 8%                            [EUR/t] */
static void
fill_measure_costs (IjkWorkspace *ws)
{
  const IjkNationalInputs *n = &ws->nation;
  const IjkReference *reference = ws->reference;
  double recovery[IJK_MAX_MEASURES];
  double recovery8[IJK_MAX_MEASURES];
  double base_capex[IJK_MAX_MEASURES];
  double base_running[IJK_MAX_MEASURES];

  for (guint m = 0; m < reference->n_measures; m++)
    {
      const IjkMeasure *measure = &reference->measures[m];
      const double overrun = get_overrun (ws, measure);

      recovery[m] = capital_recovery (measure->hurdle_rate, measure->life_years);
      recovery8[m] = capital_recovery (IJK_CONTRACT_RATE, measure->life_years);
      base_capex[m]
          = measure->capex_eur_per_t * overrun * get_cooperation_factor (ws, measure);
      base_running[m] = measure->opex_eur_per_t + get_extra (measure, n->extra_case) * overrun;
    }
  for (guint t = 0; t < IJK_N_YEARS; t++)
    {
      const double mean_elec = mean_ahead (n->elec, t);
      const double mean_base = mean_elec + n->network_fee;
      const double mean_flex = mean_elec * IJK_FLEX_PRICE_FACTOR + n->network_fee;
      const double mean_gas = mean_ahead (n->gas, t);
      const double mean_h2 = mean_ahead (n->h2, t);
      const double progress = CLAMP ((IJK_FIRST_YEAR + (int) t - 2025) / 25.0, 0.0, 1.0);
      double *capex = IJK_OF_MEASURES (ws, capex_eur_per_t, t);
      double *running = IJK_OF_MEASURES (ws, running_eur_per_t, t);
      double *cost = IJK_OF_MEASURES (ws, cost_eur_per_t, t);

      for (guint m = 0; m < reference->n_measures; m++)
        {
          const IjkMeasure *measure = &reference->measures[m];
          const gsize at = (gsize) t * reference->n_measures + m;

          capex[m] = base_capex[m] * (1 - measure->learning * n->rnd * progress);
          running[m] = base_running[m]
                       + measure->elec_mwh_per_t * (measure->is_flexible ? mean_flex : mean_base)
                       + measure->gas_gj_per_t * mean_gas + measure->h2_gj_per_t * mean_h2;
          ws->annuity[at] = recovery[m] * capex[m];
          ws->annuity8[at] = recovery8[m] * capex[m];
          cost[m] = ws->annuity8[at] + running[m];
        }
    }
}

void
ijk_prices_prepare (IjkWorkspace *ws)
{
  fill_levy_rates (ws);
  fill_measure_costs (ws);
  for (guint t = 0; t < IJK_N_YEARS; t++)
    {
      ws->mean_ets[t] = mean_ahead (ws->nation.ets, t);
      ws->mean_rate_minimum[t] = mean_ahead (ws->rate_minimum, t);
      for (guint k = 0; k < IJK_N_LEVIED_KINDS; k++)
        ws->mean_rate[k][t] = mean_ahead (ws->rate[k], t);
    }
}

/* es[s,t] = ets_share + (from 2028: ets2 * rest_share)
 * sig[k]  = kappa (mean rate_b + (mean rate_a - mean rate_b) sigma(shortage of last year / 0.05))
 * V[s]    = es * mean ets + sum over kinds of levy_share * sig                          [EUR/t] */
void
ijk_prices_year (IjkWorkspace *ws,
                 guint         t)
{
  const IjkReference *reference = ws->reference;
  const IjkNationalInputs *n = &ws->nation;
  double *value = IJK_OF_SECTORS (ws, signal_eur_per_t, t);
  double signal[IJK_N_LEVIED_KINDS] = { 0 };

  for (guint k = 0; IJK_IS_FREE_YEAR (t) && k < IJK_N_LEVIED_KINDS; k++)
    {
      const double shortage = k == IJK_KIND_INCINERATOR ? *IJK_OF_NATION (ws, short_inc, t - 1)
                                                        : *IJK_OF_NATION (ws, short_main, t - 1);

      signal[k] = n->kappa
                  * (ws->mean_rate_minimum[t]
                     + (ws->mean_rate[k][t] - ws->mean_rate_minimum[t])
                           * ijk_sigma (shortage / IJK_SHORTAGE_SPREAD));
    }
  for (guint s = 0; s < reference->n_sectors; s++)
    {
      const IjkSectorInputs *sector = &ws->sectors[s];

      ws->es[s] = sector->ets_share;
      if (t >= IJK_YEAR_INDEX (IJK_ETS2_FIRST_YEAR))
        ws->es[s] += n->ets2 * sector->rest_share;
      value[s] = 0;
      if (!IJK_IS_FREE_YEAR (t))
        continue;
      value[s] = ws->es[s] * ws->mean_ets[t];
      for (guint k = 0; k < IJK_N_LEVIED_KINDS; k++)
        value[s] += sector->levy_share[k] * signal[k];
    }
}
