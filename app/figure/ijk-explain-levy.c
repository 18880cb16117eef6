/* Chapter 7 of the method: the levy by the statute (Wbm, chapter VIB).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-explanation-private.h"

#include "ijk-statute.h"

#include <string.h>

#define KEUR_PER_MEUR 1e3

#define UNIT(i) (&result->reference->units[i])
#define OF_UNIT(id, i, t) ijk_node_ref (result, IJK_ITEMS_UNIT, id, i, t)
#define NATION(id, t) ijk_node_ref (result, IJK_ITEMS_NL, id, 0, t)

typedef enum
{
  MARKET_MAIN,
  MARKET_INCINERATORS,
} Market;

static Market
get_market (IjkUnitKind kind,
            guint       t)
{
  return kind == IJK_KIND_INCINERATOR && IJK_YEAR_AT (t) > IJK_LAST_SHARED_MARKET_YEAR
             ? MARKET_INCINERATORS
             : MARKET_MAIN;
}

IJK_EXPLAIN (reduction_factor)
{
  (void) item;
  return ijk_node_path (result, IJK_LEVER_REDUCTION_FACTOR, IJK_NONE, IJK_NONE, t);
}

IJK_EXPLAIN (inc_factor)
{
  (void) item;
  return ijk_node_path (result, IJK_LEVER_INC_FACTOR, IJK_NONE, IJK_NONE, t);
}

IJK_EXPLAIN (unit_load)
{
  const IjkUnit *unit = UNIT (item);
  IjkExplanation *share
      = unit->kind == IJK_KIND_REST
            ? ijk_node_constant (result, _("levied part"), unit->levy_share, "share",
                                 IJK_STANDING_SOURCED,
                                 _("Wbm chapter VIB: small installations are not levied."))
            : ijk_node_constant (result, _("levied part"), unit->levy_share, "share",
                                 IJK_STANDING_DERIVED,
                                 _("METHOD.md, how the levied base was built: without own power "
                                   "from other than waste gases."));

  ijk_node_about (share, IJK_ITEMS_UNIT, item, t);
  return ijk_node (result, NULL, "kt", IJK_OPERATION_PRODUCT, 1, share,
                   OF_UNIT ("emissions", item, t), NULL);
}

static IjkExplanation *
make_observation (const IjkResult *result,
                  guint            unit,
                  guint            t)
{
  return OF_UNIT ("unabated", unit, t);
}

/* Output since 2021: of the unit while it is observed, then of its sector; of the sector where there
 * were no emissions in 2021. */
static void
add_activity (IjkExplanation *product,
              guint           item,
              guint           t)
{
  const IjkResult *result = product->result;
  const IjkUnit *unit = UNIT (item);
  const guint y0 = IJK_YEAR_INDEX (unit->last_year);
  const gboolean is_observed = !IJK_IS_FREE (t) && IJK_YEAR_AT (t) <= unit->last_year;

  if (!(unit->past_kt[0] > 0))
    {
      ijk_node_add (product,
                    ijk_node_ref (result, IJK_ITEMS_SECTOR, "activity_index", unit->sector, t));
      return;
    }
  ijk_node_add (product, ijk_node (result, NULL, "factor", IJK_OPERATION_RATIO, 1,
                                   make_observation (result, item, is_observed ? t : y0),
                                   make_observation (result, item, 0), NULL));
  if (!is_observed)
    ijk_node_add (product, ijk_node (result, NULL, "factor", IJK_OPERATION_RATIO, 1,
                                     ijk_node_ref (result, IJK_ITEMS_SECTOR, "activity_index",
                                                   unit->sector, t),
                                     ijk_node_ref (result, IJK_ITEMS_SECTOR, "activity_index",
                                                   unit->sector, y0),
                                     NULL));
}

/* Ratio of the benchmark set of the year to that of 2021-2025. */
static IjkExplanation *
make_benchmark_ratio (const IjkResult *result,
                      guint            sector,
                      guint            t)
{
  const IjkReference *reference = result->reference;
  const double era = reference->yearly[IJK_SERIES_BM_ERA][ijk_explain_regime (result)][t];
  const IjkBenchmarkSet set = era >= 2026
                                  ? IJK_BENCHMARKS_2026
                                  : (era >= 2023 ? IJK_BENCHMARKS_2023 : IJK_BENCHMARKS_2021);
  const char *const labels[IJK_N_BENCHMARK_SETS] = {
    [IJK_BENCHMARKS_2021] = _("benchmarks of 2013–2020 over those of 2021–2025"),
    [IJK_BENCHMARKS_2023] = _("benchmarks of 2021–2025 over themselves"),
    [IJK_BENCHMARKS_2026] = _("benchmarks of 2026–2030 over those of 2021–2025"),
  };

  return ijk_node_about (ijk_node_fact (result, labels[set],
                                        reference->sectors[sector].bm_ratio[set], "factor",
                                        &reference->sectors[sector].provenance),
                         IJK_ITEMS_SECTOR, sector, t);
}

IJK_EXPLAIN (unit_benchmark)
{
  const IjkUnit *unit = UNIT (item);
  IjkExplanation *self = ijk_node_new (result, NULL, "kt", IJK_OPERATION_PRODUCT);
  IjkExplanation *base
      = ijk_node_constant (result, _("benchmark at the output of 2021"), unit->benchmark_kt, "kt",
                           IJK_STANDING_DERIVED,
                           _("METHOD.md, how the levied base was built: EU benchmarks and free "
                             "allocation of 2021."));

  ijk_node_add (self, ijk_node_about (base, IJK_ITEMS_UNIT, item, 0));
  add_activity (self, item, t);
  ijk_node_add (self, ijk_node (result, NULL, "factor", IJK_OPERATION_COMPLEMENT, 1,
                                ijk_node_ref (result, IJK_ITEMS_SECTOR, "leak", unit->sector, t),
                                NULL));
  ijk_node_add (self, make_benchmark_ratio (result, unit->sector, t));
  return ijk_node_end (self, 1);
}

IJK_EXPLAIN (unit_rights)
{
  const IjkUnit *unit = UNIT (item);
  IjkExplanation *scale = ijk_node_path (result, IJK_LEVER_BENCHMARK_SCALE, unit->sector,
                                         unit->company, t);
  IjkExplanation *self = ijk_node_new (result, NULL, "kt", IJK_OPERATION_PRODUCT);

  ijk_node_add (self, OF_UNIT ("benchmark", item, t));
  ijk_node_add (self, NATION ("reduction_factor", t));
  if (scale->value != 1)
    ijk_node_add (self, scale);
  else
    ijk_explanation_free (scale);
  if (unit->kind == IJK_KIND_INCINERATOR)
    ijk_node_add (self, NATION ("inc_factor", t));
  return ijk_node_end (self, 1);
}

/* ---- the market in rights ---- */

/* Sum of max(0, @more - @less) over the units of a market. */
static IjkExplanation *
sum_market (const IjkResult *result,
            Market           market,
            const char      *more,
            const char      *less,
            const char      *label,
            guint            t)
{
  const IjkIndicator *a = ijk_indicator_find (IJK_ITEMS_UNIT, more);
  const IjkIndicator *b = ijk_indicator_find (IJK_ITEMS_UNIT, less);
  IjkExplanation *self = ijk_node_new (result, label, "kt", IJK_OPERATION_SUM);

  for (guint i = 0; i < result->reference->n_units; i++)
    {
      IjkExplanation *part = NULL;

      if (get_market (UNIT (i)->kind, t) != market)
        continue;
      part = ijk_node (result, NULL, "kt", IJK_OPERATION_DIFFERENCE, 1,
                       ijk_node_indicator (result, a, i, t), ijk_node_indicator (result, b, i, t),
                       NULL);
      if (part->value > 0)
        ijk_node_add (self, part);
      else
        ijk_explanation_free (part);
    }
  if (self->operands == NULL)
    {
      ijk_explanation_free (self);
      self = ijk_node_name (ijk_node_none (result, "kt", _("There is none in this market.")), label,
                            7);
    }
  else
    {
      ijk_node_end (self, 1);
    }
  self->chapter = 7;
  self->year = IJK_YEAR_AT (t);
  return self;
}

static IjkExplanation *
explain_surplus (const IjkResult *result,
                 guint            item,
                 guint            t)
{
  return sum_market (result, (Market) item, "rights", "load", _("all surpluses of rights"), t);
}

static IjkExplanation *
explain_shortage (const IjkResult *result,
                  guint            item,
                  guint            t)
{
  return sum_market (result, (Market) item, "load", "rights", _("all shortages of rights"), t);
}

static IjkExplanation *
explain_traded (const IjkResult *result,
                guint            item,
                guint            t)
{
  IjkExplanation *self
      = ijk_node (result, NULL, "kt", IJK_OPERATION_PRODUCT, 1,
                  ijk_node_number (result, IJK_LEVER_TRADE_PARTICIPATION, IJK_NONE),
                  ijk_node (result, NULL, "kt", IJK_OPERATION_MIN, 1,
                            ijk_node_step (result, explain_surplus, item, t),
                            ijk_node_step (result, explain_shortage, item, t), NULL),
                  NULL);

  ijk_node_name (self, _("rights traded"), 7);
  self->year = IJK_YEAR_AT (t);
  return self;
}

static IjkExplanation *
make_trade (const IjkResult *result,
            guint            unit,
            guint            t,
            gboolean         is_buyer)
{
  const Market market = get_market (UNIT (unit)->kind, t);

  if (UNIT (unit)->kind == IJK_KIND_REST)
    return ijk_node_constant (result, NULL, 0, "kt", IJK_STANDING_SOURCED,
                              _("Wbm chapter VIB: small installations are not levied."));
  return ijk_node (
      result, NULL, "kt", IJK_OPERATION_PRODUCT, 1,
      ijk_node (result, NULL, "kt", IJK_OPERATION_POSITIVE, 1,
                ijk_node (result, NULL, "kt", IJK_OPERATION_DIFFERENCE, 1,
                          OF_UNIT (is_buyer ? "load" : "rights", unit, t),
                          OF_UNIT (is_buyer ? "rights" : "load", unit, t), NULL),
                NULL),
      ijk_node (result, NULL, "share", IJK_OPERATION_RATIO, 1,
                ijk_node_step (result, explain_traded, market, t),
                ijk_node_step (result, is_buyer ? explain_shortage : explain_surplus, market, t),
                NULL),
      NULL);
}

IJK_EXPLAIN (unit_bought)
{
  return make_trade (result, item, t, TRUE);
}

IJK_EXPLAIN (unit_sold)
{
  return make_trade (result, item, t, FALSE);
}

/* Sum of a field over the incinerators. */
static IjkExplanation *
sum_incinerators (const IjkResult *result,
                  const char      *id,
                  const char      *label,
                  guint            t)
{
  const IjkIndicator *indicator = ijk_indicator_find (IJK_ITEMS_UNIT, id);
  IjkExplanation *self = ijk_node_new (result, label, "kt", IJK_OPERATION_SUM);

  for (guint i = 0; i < result->reference->n_units; i++)
    if (UNIT (i)->kind == IJK_KIND_INCINERATOR)
      ijk_node_add (self, ijk_node_indicator (result, indicator, i, t));
  self->chapter = 7;
  self->year = IJK_YEAR_AT (t);
  return ijk_node_end (self, 1);
}

static IjkExplanation *
explain_inc_load (const IjkResult *result,
                  guint            item,
                  guint            t)
{
  (void) item;
  return sum_incinerators (result, "load", _("levied emissions of the incinerators"), t);
}

static IjkExplanation *
explain_inc_rights (const IjkResult *result,
                    guint            item,
                    guint            t)
{
  (void) item;
  return sum_incinerators (result, "rights", _("rights of the incinerators"), t);
}

/* A field of all units, from 2026 without incinerators. */
static IjkExplanation *
make_main (const IjkResult *result,
           const char      *id,
           IjkExplainFunc   inc_step,
           guint            t)
{
  IjkExplanation *all = ijk_node_ref (result, IJK_ITEMS_SCOPE, id, IJK_SCOPE_ITEM_ALL, t);

  if (IJK_YEAR_AT (t) <= IJK_LAST_SHARED_MARKET_YEAR)
    return all;
  return ijk_node (result, NULL, "kt", IJK_OPERATION_DIFFERENCE, 1, all,
                   ijk_node_step (result, inc_step, 0, t), NULL);
}

IJK_EXPLAIN (short_main)
{
  (void) item;
  return ijk_node (result, NULL, "fraction", IJK_OPERATION_RATIO, 1,
                   ijk_node (result, NULL, "kt", IJK_OPERATION_DIFFERENCE, 1,
                             make_main (result, "load", explain_inc_load, t),
                             make_main (result, "rights", explain_inc_rights, t), NULL),
                   make_main (result, "load", explain_inc_load, t), NULL);
}

IJK_EXPLAIN (short_inc)
{
  (void) item;
  return ijk_node (result, NULL, "fraction", IJK_OPERATION_RATIO, 1,
                   ijk_node (result, NULL, "kt", IJK_OPERATION_DIFFERENCE, 1,
                             ijk_node_step (result, explain_inc_load, 0, t),
                             ijk_node_step (result, explain_inc_rights, 0, t), NULL),
                   ijk_node_step (result, explain_inc_load, 0, t), NULL);
}

IJK_EXPLAIN (right_price)
{
  (void) item;
  return ijk_node (result, NULL, "EUR/t", IJK_OPERATION_PRODUCT, 1, NATION ("rate_ets", t),
                   ijk_node (result, NULL, "factor", IJK_OPERATION_LOGISTIC, 1,
                             ijk_node (result, NULL, "factor", IJK_OPERATION_RATIO, 1,
                                       NATION ("short_main", t),
                                       ijk_node_constant (result, _("spread of the shortage"),
                                                          IJK_SHORTAGE_SPREAD, "fraction",
                                                          IJK_STANDING_ASSUMPTION,
                                                          _("METHOD.md, constants")),
                                       NULL),
                             NULL),
                   NULL);
}

/* ---- levy and credit ---- */

/* base_a = max(0, load - rights - bought) */
static IjkExplanation *
make_taxed (const IjkResult *result,
            guint            unit,
            guint            t)
{
  return ijk_node (result, NULL, "kt", IJK_OPERATION_POSITIVE, 1,
                   ijk_node (result, NULL, "kt", IJK_OPERATION_DIFFERENCE, 1,
                             OF_UNIT ("load", unit, t), OF_UNIT ("rights", unit, t),
                             OF_UNIT ("bought", unit, t), NULL),
                   NULL);
}

static const char *
get_rate_id (IjkUnitKind kind)
{
  return kind == IJK_KIND_INCINERATOR ? "rate_inc"
                                      : (kind == IJK_KIND_N2O ? "rate_n2o" : "rate_ets");
}

static IjkExplanation *
explain_taxed (const IjkResult *result,
               guint            item,
               guint            t)
{
  IjkExplanation *self = ijk_node_name (make_taxed (result, item, t), _("taxed tonnes"), 7);

  return ijk_node_about (self, IJK_ITEMS_UNIT, item, t);
}

IJK_EXPLAIN (unit_levy)
{
  const IjkUnit *unit = UNIT (item);

  if (unit->kind == IJK_KIND_REST)
    return ijk_node_constant (result, NULL, 0, "MEUR", IJK_STANDING_SOURCED,
                              _("Wbm chapter VIB: small installations are not levied."));
  return ijk_node (
      result, NULL, "MEUR", IJK_OPERATION_SUM, 1 / KEUR_PER_MEUR,
      ijk_node (result, NULL, "kEUR", IJK_OPERATION_PRODUCT, 1, make_taxed (result, item, t),
                NATION (get_rate_id (unit->kind), t), NULL),
      ijk_node (result, NULL, "kEUR", IJK_OPERATION_PRODUCT, 1,
                ijk_node (result, NULL, "kt", IJK_OPERATION_DIFFERENCE, 1,
                          OF_UNIT ("load", item, t), ijk_node_step (result, explain_taxed, item, t),
                          NULL),
                NATION ("rate_minimum", t), NULL),
      NULL);
}

/* Rates of a kind over the years. */
static const double *
get_rates (const IjkResult *result,
           IjkUnitKind      kind)
{
  return kind == IJK_KIND_INCINERATOR
             ? result->nation_rate_inc_eur_per_t
             : (kind == IJK_KIND_N2O ? result->nation_rate_n2o_eur_per_t
                                     : result->nation_rate_ets_eur_per_t);
}

/* Taxed tonnes of the years before @t that later surpluses have not reopened before @t. [kt] */
static void
follow_carry_back (const IjkResult *result,
                   guint            unit,
                   guint            t,
                   double          *left)
{
  const guint n = result->reference->n_units;

  memset (left, 0, IJK_N_YEARS * sizeof *left);
  for (guint y = 0; y < t; y++)
    {
      const gsize at = (gsize) y * n + unit;
      const double over = result->unit_load_kt[at] - result->unit_rights_kt[at];
      const double surplus = MAX (0.0, -over) - result->unit_sold_kt[at];

      left[y] = MAX (0.0, over - result->unit_bought_kt[at]);
      if (!(left[y] > 0) && surplus > 0)
        (void) ijk_statute_carry_back (left, 1, get_rates (result, UNIT (unit)->kind),
                                       result->nation_rate_minimum_eur_per_t, y, surplus, NULL);
    }
}

/* What a surplus of @t takes back of year @y: the lesser of what is left of both. */
static IjkExplanation *
make_reopened (const IjkResult *result,
               guint            unit,
               guint            t,
               guint            y,
               double           used,
               double           taken)
{
  IjkExplanation *surplus
      = ijk_node (result, NULL, "kt", IJK_OPERATION_DIFFERENCE, 1, OF_UNIT ("rights", unit, t),
                  OF_UNIT ("load", unit, t), OF_UNIT ("sold", unit, t), NULL);
  IjkExplanation *taxed = ijk_node_step (result, explain_taxed, unit, y);

  if (used > 0)
    ijk_node_end (ijk_node_add (surplus,
                                ijk_node_constant (result,
                                                   _("already set off against dearer years"), used,
                                                   "kt", IJK_STANDING_MODEL,
                                                   _("METHOD.md, chapter 7: carry-back takes the "
                                                      "highest difference of rates first."))),
                  1);
  if (taken > 1e-9) /* kt; less is rounding */
    taxed = ijk_node (result, NULL, "kt", IJK_OPERATION_DIFFERENCE, 1, taxed,
                      ijk_node_about (ijk_node_constant (result, _("taken back in earlier years"),
                                                         taken, "kt", IJK_STANDING_MODEL,
                                                         _("METHOD.md, chapter 7: a taxed tonne is "
                                                           "reopened once.")),
                                      IJK_ITEMS_UNIT, unit, y),
                      NULL);
  return ijk_node (result, NULL, "kt", IJK_OPERATION_MIN, 1, surplus, taxed, NULL);
}

/* Carry-back: surplus rights reopen the taxed tonnes of the five years before, the highest difference
 * of rates first. */
IJK_EXPLAIN (unit_credit)
{
  const IjkUnitKind kind = UNIT (item)->kind;
  const gsize at = (gsize) t * result->reference->n_units + item;
  const double *rate = get_rates (result, kind);
  const double *minimum = result->nation_rate_minimum_eur_per_t;
  double surplus = result->unit_rights_kt[at] - result->unit_load_kt[at] - result->unit_sold_kt[at];
  double used = 0;
  double left[IJK_N_YEARS];
  IjkExplanation *self = NULL;

  if (!(result->unit_credit_meur[at] > 0))
    return ijk_node_constant (result, NULL, 0, "MEUR", IJK_STANDING_MODEL,
                              _("METHOD.md, chapter 7: no rights are left over, or no tonne of the "
                                "five years before was taxed."));
  self = ijk_node_new (result, NULL, "MEUR", IJK_OPERATION_SUM);
  follow_carry_back (result, item, t, left);
  while (surplus > 0)
    {
      const guint first = t > IJK_CARRY_BACK_YEARS ? t - IJK_CARRY_BACK_YEARS : 0;
      const gsize n = result->reference->n_units;
      guint best = t;
      double part = 0;
      double taxed = 0;

      for (guint y = first; y < t; y++)
        if (left[y] > 0
            && (best == t || rate[y] - minimum[y] > rate[best] - minimum[best]))
          best = y;
      if (best == t)
        break;
      part = MIN (surplus, left[best]);
      taxed = MAX (0.0, result->unit_load_kt[best * n + item]
                            - result->unit_rights_kt[best * n + item]
                            - result->unit_bought_kt[best * n + item]);
      ijk_node_add (self,
                    ijk_node (result, NULL, "kEUR", IJK_OPERATION_PRODUCT, 1,
                              make_reopened (result, item, t, best, used, taxed - left[best]),
                              ijk_node (result, NULL, "EUR/t", IJK_OPERATION_DIFFERENCE, 1,
                                        NATION (get_rate_id (kind), best),
                                        NATION ("rate_minimum", best), NULL),
                              NULL));
      left[best] -= part;
      surplus -= part;
      used += part;
    }
  return ijk_node_end (self, 1 / KEUR_PER_MEUR);
}

IJK_EXPLAIN (unit_net_levy)
{
  return ijk_node (result, NULL, "MEUR", IJK_OPERATION_DIFFERENCE, 1, OF_UNIT ("levy", item, t),
                   OF_UNIT ("credit", item, t), NULL);
}

IJK_EXPLAIN (sector_net_levy)
{
  return ijk_node (result, NULL, "MEUR", IJK_OPERATION_DIFFERENCE, 1,
                   ijk_node_ref (result, IJK_ITEMS_SECTOR, "levy", item, t),
                   ijk_node_ref (result, IJK_ITEMS_SECTOR, "credit", item, t), NULL);
}
