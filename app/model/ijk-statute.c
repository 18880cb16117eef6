/* The statute as functions of single numbers (Wet belastingen op milieugrondslag, chapter VIB).
 *
 * A run applies the same functions to all installations; the levy calculator to one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-statute.h"

#include "ijk-model-constants.h"

#include <math.h>

/**
 * ijk_statute_minimum_rate:
 * @min_price_eur_per_t: minimum CO2 price of the year
 * @reference_eur_per_t: ETS forward price that is deducted
 *
 * What every tonne of load bears, covered by rights or not: the minimum price less the ETS price,
 * from 2023 on, never below zero. Source: Wbm art. 71f(4).                              [EUR/t]
 */
double
ijk_statute_minimum_rate (int    year,
                          double min_price_eur_per_t,
                          double reference_eur_per_t)
{
  return year >= IJK_MIN_PRICE_FIRST_YEAR ? MAX (0.0, min_price_eur_per_t - reference_eur_per_t)
                                          : 0.0;
}

/**
 * ijk_statute_rate:
 * @gross_eur_per_t: rate of the statute for the kind of installation
 * @reference_eur_per_t: ETS forward price
 * @minimum_rate_eur_per_t: from ijk_statute_minimum_rate()
 *
 * Rate on the tonnes above the rights: the gross rate, for an ETS installation less the ETS price;
 * incinerators and nitrous oxide plants deduct nothing. Never below the minimum rate.
 * Source: Wbm art. 71p.                                                                 [EUR/t]
 */
double
ijk_statute_rate (IjkUnitKind kind,
                  double      gross_eur_per_t,
                  double      reference_eur_per_t,
                  double      minimum_rate_eur_per_t)
{
  const double deducted = kind == IJK_KIND_ETS ? reference_eur_per_t : 0;

  return MAX (minimum_rate_eur_per_t, gross_eur_per_t - deducted);
}

/* Half a cent goes up, as amounts of tax law are rounded. */
static gint64
multiply_cents (gint64 cents,
                gint64 factor_millionths)
{
  return (cents * factor_millionths + 500000) / 1000000;
}

/**
 * ijk_statute_index_rate:
 * @before: rate and step of the year before
 * @is_raised: whether the step is added first (from 2022 on)
 * @factor: the year's indexation factor, at most six decimals
 *
 * Each 1 January: rate := round((rate + step) * factor, 2), step := round(step * factor, 2), in
 * whole cents, so that no binary fraction shifts a cent. Source: Wbm art. 71p and 90.
 */
IjkIndexedRate
ijk_statute_index_rate (IjkIndexedRate before,
                        gboolean       is_raised,
                        double         factor)
{
  const gint64 millionths = (gint64) llround (factor * 1e6);
  const gint64 raised = before.rate_cents + (is_raised ? before.step_cents : 0);

  return (IjkIndexedRate) { multiply_cents (raised, millionths),
                            multiply_cents (before.step_cents, millionths) };
}

/**
 * ijk_statute_carry_back:
 * @left: (array): taxed tonnage not yet reopened, the value of year y at @left[y * @stride]
 * @rate: (array): rate above the rights, by year
 * @minimum_rate: (array): rate on covered tonnes, by year
 * @i_year: year of the surplus
 * @surplus: rights left over, in the unit of @left
 * @reopened: (out) (optional): how much of @left was reopened
 *
 * Rights left over reopen what is left of the taxed tonnage of the five years before, the highest
 * difference of rates first (ties: the oldest year), at that difference.
 * Source: Wbm chapter VIB (verrekenen van dispensatierechten); NEa.
 *
 * Returns: the credit, in EUR/t times the unit of @left
 */
double
ijk_statute_carry_back (double       *left,
                        gsize         stride,
                        const double *rate,
                        const double *minimum_rate,
                        guint         i_year,
                        double        surplus,
                        double       *reopened)
{
  const guint first = i_year > IJK_CARRY_BACK_YEARS ? i_year - IJK_CARRY_BACK_YEARS : 0;
  double credit = 0;
  double total = 0;

  while (surplus > 0)
    {
      guint best = i_year;
      double best_rate = -1;
      double part = 0;

      for (guint y = first; y < i_year; y++)
        if (left[y * stride] > 0 && rate[y] - minimum_rate[y] > best_rate)
          {
            best = y;
            best_rate = rate[y] - minimum_rate[y];
          }
      if (best == i_year)
        break;
      part = MIN (surplus, left[best * stride]);
      left[best * stride] -= part;
      surplus -= part;
      total += part;
      credit += part * best_rate;
    }
  if (reopened != NULL)
    *reopened = total;
  return credit;
}

/**
 * ijk_statute_levy:
 * @years: (array length=n_years): years of one installation in rising order, within the horizon
 * @outcomes: (out caller-allocates) (array length=n_years): what each year costs
 *
 * The levy of each year and what later surpluses give back:
 *   taxed = max(0, emissions - rights - bought), covered = emissions - taxed              [t]
 *   levy  = taxed * rate + covered * minimum rate                                       [EUR]
 */
void
ijk_statute_levy (const IjkLevyYear *years,
                  guint              n_years,
                  IjkLevyOutcome    *outcomes)
{
  double left[IJK_N_YEARS] = { 0 };
  double rate[IJK_N_YEARS] = { 0 };
  double minimum_rate[IJK_N_YEARS] = { 0 };

  for (guint i = 0; i < n_years; i++)
    {
      const IjkLevyYear *year = &years[i];
      IjkLevyOutcome *out = &outcomes[i];
      const guint t = IJK_YEAR_INDEX (year->year);

      g_assert (year->year >= IJK_FIRST_YEAR && year->year <= IJK_LAST_YEAR);
      *out = (IjkLevyOutcome) { 0 };
      rate[t] = year->rate_eur_per_t;
      minimum_rate[t] = year->minimum_rate_eur_per_t;
      out->taxed_t = MAX (0.0, year->emissions_t - year->rights_t - year->bought_t);
      out->covered_t = year->emissions_t - out->taxed_t;
      out->levy_eur = out->taxed_t * rate[t] + out->covered_t * minimum_rate[t];
      out->surplus_t = MAX (0.0, year->rights_t - year->emissions_t);
      out->credit_eur = ijk_statute_carry_back (left, 1, rate, minimum_rate, t, out->surplus_t,
                                                &out->reopened_t);
      out->net_levy_eur = out->levy_eur - out->credit_eur;
      left[t] = out->taxed_t;
    }
}
