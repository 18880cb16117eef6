/* Chapter 3 of the method: prices and rates, costs of measures, and the carbon signal of a sector.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-explanation-private.h"

#define MEASURE(m) (&result->reference->measures[m])
#define NATION(id, t) ijk_node_ref (result, IJK_ITEMS_NL, id, 0, t)

static IjkExplanation *
make_national_path (const IjkResult *result,
                    IjkLeverId       lever,
                    guint            t)
{
  return ijk_node_path (result, lever, IJK_NONE, IJK_NONE, t);
}

IJK_EXPLAIN (ets_price)
{
  (void) item;
  return ijk_node_scale (make_national_path (result, IJK_LEVER_ETS_PRICE, t), IJK_LEVER_ETS_SCALE,
                         IJK_FIRST_FREE_YEAR, t);
}

IJK_EXPLAIN (min_price)
{
  (void) item;
  return make_national_path (result, IJK_LEVER_MIN_PRICE, t);
}

IJK_EXPLAIN (levy_rate)
{
  (void) item;
  return make_national_path (result, IJK_LEVER_RATE, t);
}

IJK_EXPLAIN (incinerator_rate)
{
  (void) item;
  return make_national_path (result, IJK_LEVER_INCINERATOR_RATE, t);
}

/* Published to 2026, then the ETS price of the year before and a premium. */
IJK_EXPLAIN (reference_price)
{
  const IjkSeries *given = &result->reference->series[IJK_SERIES_ETS_REF][IJK_VARIANT_CENTRAL];

  (void) item;
  if (IJK_YEAR_AT (t) <= given->points[given->n_points - 1].year)
    return ijk_node_series (result, _("deducted ETS price"), IJK_SERIES_ETS_REF,
                            IJK_VARIANT_CENTRAL, t);
  return ijk_node (result, NULL, "EUR/t", IJK_OPERATION_PRODUCT, 1, NATION ("ets_price", t - 1),
                   ijk_node (result, NULL, "factor", IJK_OPERATION_INCREMENT, 1,
                             ijk_node_number (result, IJK_LEVER_REF_PREMIUM, IJK_NONE), NULL),
                   NULL);
}

IJK_EXPLAIN (rate_minimum)
{
  (void) item;
  if (IJK_YEAR_AT (t) < IJK_MIN_PRICE_FIRST_YEAR)
    return ijk_node_constant (
        result, NULL, 0, "EUR/t", IJK_STANDING_SOURCED,
        _("Wbm art. 71f(4): the minimum price for industry holds from 2023."));
  return ijk_node (result, NULL, "EUR/t", IJK_OPERATION_POSITIVE, 1,
                   ijk_node (result, NULL, "EUR/t", IJK_OPERATION_DIFFERENCE, 1,
                             NATION ("min_price", t), NATION ("reference_price", t), NULL),
                   NULL);
}

IJK_EXPLAIN (rate_ets)
{
  (void) item;
  return ijk_node (result, NULL, "EUR/t", IJK_OPERATION_MAX, 1, NATION ("rate_minimum", t),
                   ijk_node (result, NULL, "EUR/t", IJK_OPERATION_DIFFERENCE, 1,
                             NATION ("levy_rate", t), NATION ("reference_price", t), NULL),
                   NULL);
}

IJK_EXPLAIN (rate_inc)
{
  (void) item;
  return ijk_node (result, NULL, "EUR/t", IJK_OPERATION_MAX, 1, NATION ("rate_minimum", t),
                   NATION ("incinerator_rate", t), NULL);
}

IJK_EXPLAIN (rate_n2o)
{
  (void) item;
  return ijk_node (result, NULL, "EUR/t", IJK_OPERATION_MAX, 1, NATION ("rate_minimum", t),
                   NATION ("levy_rate", t), NULL);
}

/* ---- ten years ahead ---- */

static IjkExplanation *
explain_mean_indicator (const IjkResult *result,
                        const char      *id,
                        const char      *label,
                        guint            t)
{
  IjkExplanation *self = ijk_node_new (result, label, "EUR/t", IJK_OPERATION_MEAN);

  for (guint i = t; i < t + IJK_N_MEAN_YEARS; i++)
    ijk_node_add (self, NATION (id, MIN (i, IJK_N_YEARS - 1)));
  self->chapter = 3;
  self->year = IJK_YEAR_AT (t);
  return ijk_node_end (self, 1);
}

IJK_EXPLAIN (mean_ets)
{
  (void) item;
  return explain_mean_indicator (result, "ets_price", _("ETS price ten years ahead"), t);
}

static IjkExplanation *
explain_mean_minimum (const IjkResult *result,
                      guint            item,
                      guint            t)
{
  (void) item;
  return explain_mean_indicator (result, "rate_minimum", _("minimum rate ten years ahead"), t);
}

/* @item: a levied kind */
static IjkExplanation *
explain_mean_rate (const IjkResult *result,
                   guint            item,
                   guint            t)
{
  static const char *const ids[IJK_N_LEVIED_KINDS] = { "rate_ets", "rate_inc", "rate_n2o" };

  return explain_mean_indicator (result, ids[item], _("rate above the rights, ten years ahead"), t);
}

/* @item: the series */
static IjkExplanation *
explain_mean_series (const IjkResult *result,
                     guint            item,
                     guint            t)
{
  const IjkLeverId lever = item == IJK_SERIES_ELEC_PRICE
                               ? IJK_LEVER_ELEC_SCALE
                               : (item == IJK_SERIES_GAS_PRICE ? IJK_LEVER_GAS_SCALE
                                                               : IJK_LEVER_H2_SCALE);
  const char *price = item == IJK_SERIES_ELEC_PRICE
                          ? _("power price")
                          : (item == IJK_SERIES_GAS_PRICE ? _("gas price") : _("hydrogen price"));
  const char *label
      = item == IJK_SERIES_ELEC_PRICE
            ? _("power price ten years ahead")
            : (item == IJK_SERIES_GAS_PRICE ? _("gas price ten years ahead")
                                            : _("hydrogen price ten years ahead"));
  IjkExplanation *self = ijk_node_new (
      result, label, result->reference->series[item][IJK_VARIANT_CENTRAL].unit, IJK_OPERATION_MEAN);

  for (guint i = t; i < t + IJK_N_MEAN_YEARS; i++)
    {
      const guint year = MIN (i, IJK_N_YEARS - 1);

      ijk_node_add (self, ijk_node_scale (ijk_node_series (result, price, (IjkSeriesId) item,
                                                           IJK_VARIANT_CENTRAL, year),
                                          lever, IJK_FIRST_FREE_YEAR, year));
    }
  self->chapter = 3;
  self->year = IJK_YEAR_AT (t);
  return ijk_node_end (self, 1);
}

/* ---- costs of measures ---- */

static IjkExplanation *
make_fact (const IjkResult *result,
           guint            m,
           const char      *label,
           double           value,
           const char      *unit)
{
  IjkExplanation *self = ijk_node_fact (result, label, value, unit, &MEASURE (m)->provenance);

  self->subject_items = IJK_ITEMS_MEASURE;
  self->subject = m;
  return self;
}

static IjkExplanation *
add_overrun (IjkExplanation *node,
             guint           m)
{
  return node->result->reference->measures[m].group == IJK_GROUP_CCS
             ? ijk_node_scale (node, IJK_LEVER_CCS_OVERRUN, IJK_FIRST_YEAR, 0)
             : node;
}

/* 1 - learn R clamp((t - 2025) / 25, 0, 1) */
static IjkExplanation *
make_learning (const IjkResult *result,
               guint            m,
               guint            t)
{
  const double progress = CLAMP ((IJK_YEAR_AT (t) - 2025) / 25.0, 0.0, 1.0);

  return ijk_node (
      result, NULL, "factor", IJK_OPERATION_COMPLEMENT, 1,
      ijk_node (result, NULL, "share", IJK_OPERATION_PRODUCT, 1,
                make_fact (result, m, _("fall of costs to 2050"), MEASURE (m)->learning, "share"),
                ijk_node_number (result, IJK_LEVER_RND, IJK_NONE),
                ijk_node_constant (result, _("part of the way from 2025 to 2050"), progress,
                                   "share", IJK_STANDING_ASSUMPTION,
                                   _("METHOD.md, chapter 3: costs fall in a straight line.")),
                NULL),
      NULL);
}

IJK_EXPLAIN (capex)
{
  const IjkMeasure *measure = MEASURE (item);
  const double cooperation
      = ijk_scenario_number (result->scenario, IJK_LEVER_CLUSTER_COOPERATION, IJK_NONE);
  IjkExplanation *self = add_overrun (make_fact (result, item, _("investment now"),
                                                 measure->capex_eur_per_t, "EUR/t/y"),
                                      item);

  self = ijk_node (result, NULL, "EUR/t/y", IJK_OPERATION_PRODUCT, 1, self,
                   make_learning (result, item, t), NULL);
  if (cooperation != 0
      && (measure->group == IJK_GROUP_HEAT || measure->group == IJK_GROUP_CCU
          || measure->group == IJK_GROUP_CCS))
    ijk_node_end (
        ijk_node_add (
            self,
            ijk_node (result, NULL, "factor", IJK_OPERATION_COMPLEMENT, 1,
                      ijk_node (result, NULL, "share", IJK_OPERATION_PRODUCT, 1,
                                ijk_node_constant (result, _("saving by shared pipes"),
                                                   IJK_COOPERATION_SAVING, "share",
                                                   IJK_STANDING_ASSUMPTION,
                                                   _("METHOD.md, constants")),
                                ijk_node_number (result, IJK_LEVER_CLUSTER_COOPERATION, IJK_NONE),
                                NULL),
                      NULL)),
        1);
  return self;
}

/* extra moves linearly from the low (-1) over the central (0) to the high case (1). */
static IjkExplanation *
make_extra (const IjkResult *result,
            guint            m)
{
  const double *extra = MEASURE (m)->extra_eur_per_t;
  const double position = ijk_scenario_number (result->scenario, IJK_LEVER_EXTRA_CASE, IJK_NONE);
  const guint other = position < 0 ? 0 : 2;
  IjkExplanation *central = make_fact (result, m, _("extra costs, central"), extra[1], "EUR/t");
  IjkExplanation *step = NULL;

  if (position == 0)
    return central;
  /* Both sides move away from the central case; below it the lever is negative. */
  step = other == 2
             ? ijk_node (result, NULL, "EUR/t", IJK_OPERATION_DIFFERENCE, 1,
                         make_fact (result, m, _("extra costs, high"), extra[2], "EUR/t"),
                         make_fact (result, m, _("extra costs, central"), extra[1], "EUR/t"), NULL)
             : ijk_node (result, NULL, "EUR/t", IJK_OPERATION_DIFFERENCE, 1,
                         make_fact (result, m, _("extra costs, central"), extra[1], "EUR/t"),
                         make_fact (result, m, _("extra costs, low"), extra[0], "EUR/t"), NULL);
  return ijk_node (result, NULL, "EUR/t", IJK_OPERATION_SUM, 1, central,
                   ijk_node (result, NULL, "EUR/t", IJK_OPERATION_PRODUCT, 1, step,
                             ijk_node_number (result, IJK_LEVER_EXTRA_CASE, IJK_NONE), NULL),
                   NULL);
}

/* What a tonne takes of an energy carrier, at its price. */
static void
add_energy (IjkExplanation *sum,
            guint           m,
            const char     *label,
            double          per_t,
            const char     *unit,
            IjkExplanation *price)
{
  if (per_t == 0)
    {
      ijk_explanation_free (price);
      return;
    }
  ijk_node_add (sum, ijk_node (sum->result, NULL, "EUR/t", IJK_OPERATION_PRODUCT, 1,
                               make_fact (sum->result, m, label, per_t, unit), price, NULL));
}

static IjkExplanation *
make_power_price (const IjkResult *result,
                  guint            m,
                  guint            t)
{
  IjkExplanation *price = ijk_node_step (result, explain_mean_series, IJK_SERIES_ELEC_PRICE, t);

  if (MEASURE (m)->is_flexible)
    price = ijk_node (result, NULL, "EUR/MWh", IJK_OPERATION_PRODUCT, 1, price,
                      ijk_node_constant (result, _("price of cheap hours over the mean"),
                                         IJK_FLEX_PRICE_FACTOR, "factor", IJK_STANDING_ASSUMPTION,
                                         _("METHOD.md, constants")),
                      NULL);
  return ijk_node (result, NULL, "EUR/MWh", IJK_OPERATION_SUM, 1, price,
                   ijk_node_number (result, IJK_LEVER_NETWORK_FEE, IJK_NONE), NULL);
}

IJK_EXPLAIN (running_cost)
{
  const IjkMeasure *measure = MEASURE (item);
  IjkExplanation *self = ijk_node_new (result, NULL, "EUR/t", IJK_OPERATION_SUM);

  ijk_node_add (self, make_fact (result, item, _("upkeep"), measure->opex_eur_per_t, "EUR/t"));
  add_energy (self, item, _("power per tonne"), measure->elec_mwh_per_t, "MWh/t",
              make_power_price (result, item, t));
  add_energy (self, item, _("gas per tonne"), measure->gas_gj_per_t, "GJ/t",
              ijk_node_step (result, explain_mean_series, IJK_SERIES_GAS_PRICE, t));
  add_energy (self, item, _("hydrogen per tonne"), measure->h2_gj_per_t, "GJ/t",
              ijk_node_step (result, explain_mean_series, IJK_SERIES_H2_PRICE, t));
  ijk_node_add (self, add_overrun (make_extra (result, item), item));
  return ijk_node_end (self, 1);
}

IJK_EXPLAIN (cost)
{
  IjkExplanation *rate
      = ijk_node_constant (result, _("rate of return under a contract"), IJK_CONTRACT_RATE, "share",
                           IJK_STANDING_ASSUMPTION, _("METHOD.md, constants"));

  return ijk_node (result, NULL, "EUR/t", IJK_OPERATION_SUM, 1,
                   ijk_node (result, NULL, "EUR/t", IJK_OPERATION_PRODUCT, 1,
                             ijk_node (result, NULL, "a year", IJK_OPERATION_RECOVERY, 1, rate,
                                       make_fact (result, item, _("life in years"),
                                                  MEASURE (item)->life_years, ""),
                                       NULL),
                             ijk_node_ref (result, IJK_ITEMS_MEASURE, "capex", item, t), NULL),
                   ijk_node_ref (result, IJK_ITEMS_MEASURE, "running_cost", item, t), NULL);
}

/* ---- the carbon signal ---- */

/* A share of the sector's emissions of 2021, of the units and parts that @part_of gives. */
static IjkExplanation *
explain_share (const IjkResult *result,
               guint            sector,
               const char      *label,
               double         (*part_of) (const IjkUnit *unit, guint kind),
               guint            kind)
{
  const IjkSector *s = &result->reference->sectors[sector];
  IjkExplanation *part = ijk_node_new (result, NULL, "kt", IJK_OPERATION_SUM);
  IjkExplanation *total = ijk_node_new (result, NULL, "kt", IJK_OPERATION_SUM);
  IjkExplanation *self = NULL;

  for (guint i = s->first_unit; i < s->first_unit + s->n_units; i++)
    {
      const IjkUnit *unit = &result->reference->units[i];
      const double share = part_of (unit, kind);
      IjkExplanation *kt = NULL;

      ijk_node_add (total, ijk_node_ref (result, IJK_ITEMS_UNIT, "unabated", i, 0));
      if (share == 0)
        continue;
      kt = ijk_node_ref (result, IJK_ITEMS_UNIT, "unabated", i, 0);
      if (share != 1)
        kt = ijk_node (result, NULL, "kt", IJK_OPERATION_PRODUCT, 1,
                       ijk_node_about (ijk_node_fact (result, _("part that counts"), share, "share",
                                                      &unit->provenance),
                                       IJK_ITEMS_UNIT, i, 0),
                       kt, NULL);
      ijk_node_add (part, kt);
    }
  if (part->operands == NULL || total->operands == NULL)
    {
      ijk_explanation_free (part);
      ijk_explanation_free (total);
      self = ijk_node_none (result, "share", _("No installation of the sector counts for this."));
    }
  else
    {
      self = ijk_node (result, NULL, "share", IJK_OPERATION_RATIO, 1, ijk_node_end (part, 1),
                       ijk_node_end (total, 1), NULL);
    }
  ijk_node_name (self, label, 3);
  self->subject_items = IJK_ITEMS_SECTOR;
  self->subject = sector;
  return self;
}

static double
get_ets_part (const IjkUnit *unit,
              guint          kind)
{
  (void) kind;
  return unit->kind == IJK_KIND_ETS;
}

static double
get_rest_part (const IjkUnit *unit,
               guint          kind)
{
  (void) kind;
  return unit->kind == IJK_KIND_REST ? 1 - unit->process_share : 0;
}

static double
get_levied_part (const IjkUnit *unit,
                 guint          kind)
{
  return unit->kind == kind ? unit->levy_share : 0;
}

static IjkExplanation *
explain_ets_share (const IjkResult *result,
                   guint            item,
                   guint            t)
{
  (void) t;
  return explain_share (result, item, _("part under the ETS in 2021"), get_ets_part, 0);
}

static IjkExplanation *
explain_rest_share (const IjkResult *result,
                    guint            item,
                    guint            t)
{
  (void) t;
  return explain_share (result, item, _("small combustion outside the ETS in 2021"), get_rest_part,
                        0);
}

/* @item packs sector and kind. */
static IjkExplanation *
explain_levied_share (const IjkResult *result,
                      guint            item,
                      guint            t)
{
  (void) t;
  return explain_share (result, item / IJK_N_LEVIED_KINDS, _("levied part in 2021"),
                        get_levied_part, item % IJK_N_LEVIED_KINDS);
}

/* es[s,t] */
IJK_EXPLAIN (carbon_priced)
{
  IjkExplanation *self = ijk_node (result, NULL, "share", IJK_OPERATION_SUM, 1,
                                   ijk_node_step (result, explain_ets_share, item, t), NULL);

  if (IJK_YEAR_AT (t) >= IJK_ETS2_FIRST_YEAR)
    ijk_node_end (ijk_node_add (self, ijk_node (result, NULL, "share", IJK_OPERATION_PRODUCT, 1,
                                                ijk_node_number (result, IJK_LEVER_ETS2, IJK_NONE),
                                                ijk_node_step (result, explain_rest_share, item, t),
                                                NULL)),
                  1);
  ijk_node_name (self, _("carbon-priced part"), 3);
  return ijk_node_about (self, IJK_ITEMS_SECTOR, item, t);
}

/* sig[k] = kappa (mean rate_b + (mean rate_a - mean rate_b) sigma(short[t-1] / 0.05)) */
static IjkExplanation *
explain_levy_signal (const IjkResult *result,
                     guint            item,
                     guint            t)
{
  IjkExplanation *shortage
      = ijk_node (result, NULL, "factor", IJK_OPERATION_LOGISTIC, 1,
                  ijk_node (result, NULL, "factor", IJK_OPERATION_RATIO, 1,
                            NATION (item == IJK_KIND_INCINERATOR ? "short_inc" : "short_main",
                                    t - 1),
                            ijk_node_constant (result, _("spread of the shortage"),
                                               IJK_SHORTAGE_SPREAD, "fraction",
                                               IJK_STANDING_ASSUMPTION,
                                               _("METHOD.md, constants")),
                            NULL),
                  NULL);
  IjkExplanation *above
      = ijk_node (result, NULL, "EUR/t", IJK_OPERATION_DIFFERENCE, 1,
                  ijk_node_step (result, explain_mean_rate, item, t),
                  ijk_node_step (result, explain_mean_minimum, 0, t), NULL);
  IjkExplanation *self
      = ijk_node (result, NULL, "EUR/t", IJK_OPERATION_PRODUCT, 1,
                  ijk_node_number (result, IJK_LEVER_KAPPA, IJK_NONE),
                  ijk_node (result, NULL, "EUR/t", IJK_OPERATION_SUM, 1,
                            ijk_node_step (result, explain_mean_minimum, 0, t),
                            ijk_node (result, NULL, "EUR/t", IJK_OPERATION_PRODUCT, 1, above,
                                      shortage, NULL),
                            NULL),
                  NULL);

  ijk_node_name (self, ijk_unit_kind_name ((IjkUnitKind) item), 3);
  self->year = IJK_YEAR_AT (t);
  return self;
}

/* V[s,t] */
IJK_EXPLAIN (signal)
{
  IjkExplanation *self = NULL;

  if (!IJK_IS_FREE (t))
    return ijk_node_none (result, "EUR/t", _("Decisions begin in 2026."));
  self = ijk_node (result, NULL, "EUR/t", IJK_OPERATION_SUM, 1,
                   ijk_node (result, NULL, "EUR/t", IJK_OPERATION_PRODUCT, 1,
                             ijk_node_step (result, ijk_explain_carbon_priced, item, t),
                             ijk_node_step (result, ijk_explain_mean_ets, 0, t), NULL),
                   NULL);
  for (guint k = 0; k < IJK_N_LEVIED_KINDS; k++)
    {
      IjkExplanation *share
          = ijk_node_step (result, explain_levied_share, item * IJK_N_LEVIED_KINDS + k, t);

      if (share->value != 0)
        ijk_node_add (self, ijk_node (result, NULL, "EUR/t", IJK_OPERATION_PRODUCT, 1, share,
                                      ijk_node_step (result, explain_levy_signal, k, t), NULL));
      else
        ijk_explanation_free (share);
    }
  return ijk_node_end (self, 1);
}
