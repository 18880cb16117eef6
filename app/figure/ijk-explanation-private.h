/* What the chapters of the explanations share: making nodes.
 *
 * A chapter has one function an indicator. It takes the indicator apart as the chapter of the same
 * name in app/model works it out; a test holds the two together. A step is a function of the same
 * form for a number that is not an indicator: it can be opened like one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-explanation.h"
#include "ijk-model-constants.h"

/* Not gi18n-lib.h: see ijk-figure-private.h. */
#include <glib/gi18n.h>

G_BEGIN_DECLS

/* Takes apart what is worked out for an item in the year with position @t. A step on two items
 * packs them in one. Returns: (transfer full) */
typedef IjkExplanation *(*IjkExplainFunc) (const IjkResult *result,
                                           guint            item,
                                           guint            t);

struct _IjkExplanation
{
  const IjkResult *result;
  gboolean is_root;             /* owns a reference to result */
  /* what it is */
  const char *label;            /* (nullable) NULL: a part of a formula without a name */
  IjkItems subject_items;       /* of whom; IJK_N_ITEMS = nobody in particular */
  guint subject;
  int year;                     /* 0 = every year */
  int first_year, last_year;    /* of a sum over years; else 0 */
  double value;
  const char *unit;             /* as in the tables; the factor of a conversion is applied */
  /* what it rests on: the first of these that is set */
  IjkStanding standing;
  const IjkLeverSetting *setting; /* (nullable) */
  const IjkSeries *series;      /* (nullable) */
  int series_year;              /* a profile counts years from its start */
  const char *source;           /* (nullable) */
  guint chapter;                /* of the method; 0 = none */
  guint regime;                 /* of a series of a statute, else IJK_NONE */
  /* how it follows */
  IjkOperation operation;
  double factor;                /* converts units: kt times EUR/t over 1e3 is MEUR */
  GPtrArray *operands;          /* (nullable) (element-type IjkExplanation) */
  /* what it can be opened with */
  const IjkIndicator *indicator; /* (nullable) */
  IjkExplainFunc step;          /* (nullable) */
  guint item;
  guint t;
};

#define IJK_YEAR_AT(t) (IJK_FIRST_YEAR + (int) (t))
#define IJK_IS_FREE(t) ((t) >= IJK_N_PAST_YEARS)

/* ---- making nodes; operands are (transfer full), results too ---- */
IjkExplanation *ijk_node_new      (const IjkResult *result,
                                   const char      *label,
                                   const char      *unit,
                                   IjkOperation     operation);
IjkExplanation *ijk_node_add      (IjkExplanation  *self,
                                   IjkExplanation  *operand);
/* After the last operand: works out the value. */
IjkExplanation *ijk_node_end      (IjkExplanation  *self,
                                   double           factor);
/* All of it at once; the operands end with NULL. */
IjkExplanation *ijk_node          (const IjkResult *result,
                                   const char      *label,
                                   const char      *unit,
                                   IjkOperation     operation,
                                   double           factor,
                                   ...) G_GNUC_NULL_TERMINATED;
IjkExplanation *ijk_node_about    (IjkExplanation  *self,
                                   IjkItems         items,
                                   guint            item,
                                   guint            t);
IjkExplanation *ijk_node_name     (IjkExplanation  *self,
                                   const char      *label,
                                   guint            chapter);

/* Another indicator, or a step, unopened. */
IjkExplanation *ijk_node_ref      (const IjkResult *result,
                                   IjkItems         items,
                                   const char      *id,
                                   guint            item,
                                   guint            t);
IjkExplanation *ijk_node_indicator (const IjkResult *result,
                                    const IjkIndicator *indicator,
                                    guint            item,
                                    guint            t);
IjkExplanation *ijk_node_step     (const IjkResult *result,
                                   IjkExplainFunc   step,
                                   guint            item,
                                   guint            t);

/* ---- leaves ---- */
IjkExplanation *ijk_node_fact     (const IjkResult *result,
                                   const char      *label,
                                   double           value,
                                   const char      *unit,
                                   const IjkProvenance *provenance);
IjkExplanation *ijk_node_constant (const IjkResult *result,
                                   const char      *label,
                                   double           value,
                                   const char      *unit,
                                   IjkStanding      standing,
                                   const char      *source);
/* 0 for a reason: @why is a whole sentence. */
IjkExplanation *ijk_node_none     (const IjkResult *result,
                                   const char      *unit,
                                   const char      *why);
IjkExplanation *ijk_node_series   (const IjkResult *result,
                                   const char      *label,
                                   IjkSeriesId      series,
                                   guint            variant,
                                   guint            t);
/* A path lever, over its series if it has one. */
IjkExplanation *ijk_node_path     (const IjkResult *result,
                                   IjkLeverId       lever,
                                   guint            sector,
                                   guint            company,
                                   guint            t);
IjkExplanation *ijk_node_number   (const IjkResult *result,
                                   IjkLeverId       lever,
                                   guint            sector);
/* Share of potential of a group in a sector, 1 where it is free. */
IjkExplanation *ijk_node_share    (const IjkResult *result,
                                   IjkGroup         group,
                                   guint            sector,
                                   guint            t);
IjkExplanation *ijk_node_company_share (const IjkResult *result,
                                        IjkGroup     group,
                                        guint        unit,
                                        guint        t);
/* @node times a scale lever that acts from @first_year; the scale is left out where it is 1. */
IjkExplanation *ijk_node_scale    (IjkExplanation  *node,
                                   IjkLeverId       lever,
                                   int              first_year,
                                   guint            t);
gboolean        ijk_explain_is_set (const IjkResult *result,
                                    IjkLeverId       lever,
                                    guint            t);
guint           ijk_explain_regime (const IjkResult *result);
const char     *ijk_unit_kind_name (IjkUnitKind      kind);
const char     *ijk_award_name     (IjkAward         award);
const char     *ijk_limit_name     (IjkLimit         limit);

/* ---- words that formulas share ---- */
char           *ijk_node_dup_number   (const IjkExplanation *self);
char           *ijk_explain_dup_quantity (double      value,
                                          const char *unit);
char           *ijk_explain_join_unit (const char     *number,
                                       const char     *unit);

/* ---- names of indicators ---- */
guint           ijk_indicator_chapter (const IjkIndicator *indicator);
IjkExplainFunc  ijk_indicator_explain_func (const IjkIndicator *indicator);
gboolean        ijk_indicator_may_be_given (const IjkIndicator *indicator,
                                            guint               t);

/* ---- the chapters ---- */
IjkExplanation *ijk_explain_sum   (const IjkResult *result,
                                   const IjkIndicator *indicator,
                                   guint            item,
                                   guint            t);

#define IJK_EXPLAIN(name)                                                                          \
  IjkExplanation *ijk_explain_##name (const IjkResult *result, guint item, guint t)

/* 2, 6, 10: emissions */
IJK_EXPLAIN (activity_index);
IJK_EXPLAIN (unit_emissions);
IJK_EXPLAIN (unit_unabated);
IJK_EXPLAIN (unit_measures);
IJK_EXPLAIN (unit_activity);
IJK_EXPLAIN (unit_autonomous);
IJK_EXPLAIN (unit_leakage);
IJK_EXPLAIN (sector_measures);
IJK_EXPLAIN (sector_outside);
IJK_EXPLAIN (cell_abated);
IJK_EXPLAIN (cell_outside);
IJK_EXPLAIN (measure_abated);
IJK_EXPLAIN (measure_abated_energy);
IJK_EXPLAIN (measure_outside);

/* 3: prices */
IJK_EXPLAIN (ets_price);
IJK_EXPLAIN (reference_price);
IJK_EXPLAIN (min_price);
IJK_EXPLAIN (levy_rate);
IJK_EXPLAIN (incinerator_rate);
IJK_EXPLAIN (rate_minimum);
IJK_EXPLAIN (rate_ets);
IJK_EXPLAIN (rate_inc);
IJK_EXPLAIN (rate_n2o);
IJK_EXPLAIN (capex);
IJK_EXPLAIN (running_cost);
IJK_EXPLAIN (cost);
IJK_EXPLAIN (signal);
IJK_EXPLAIN (carbon_priced);    /* step: of a sector */
IJK_EXPLAIN (mean_ets);         /* step */

/* 4: subsidy */
IJK_EXPLAIN (sde_budget);
IJK_EXPLAIN (ccs_ceiling);
IJK_EXPLAIN (ccs_awarded);
IJK_EXPLAIN (sde_committed);
IJK_EXPLAIN (measure_committed);
IJK_EXPLAIN (room);
IJK_EXPLAIN (need);
IJK_EXPLAIN (claim);
IJK_EXPLAIN (rank);
IJK_EXPLAIN (served);
IJK_EXPLAIN (award);
IJK_EXPLAIN (sde_paid);
IJK_EXPLAIN (sector_paid);
IJK_EXPLAIN (measure_paid);

/* 5: decisions */
IJK_EXPLAIN (potential);
IJK_EXPLAIN (eligible);
IJK_EXPLAIN (decided);
IJK_EXPLAIN (operating);
IJK_EXPLAIN (operating_share);
IJK_EXPLAIN (wanted);
IJK_EXPLAIN (limit);
IJK_EXPLAIN (binding_limit);
IJK_EXPLAIN (ccs_capacity);
IJK_EXPLAIN (grid_added);
IJK_EXPLAIN (grid_available);
IJK_EXPLAIN (technicians);
IJK_EXPLAIN (technicians_available);
IJK_EXPLAIN (decided_before);   /* step: of a cell */
IJK_EXPLAIN (build_cap);        /* step: of a measure */
IJK_EXPLAIN (with_contract);    /* step: of a cell */
gboolean ijk_explain_is_open     (const IjkResult *result, guint cell, guint t);
gboolean ijk_explain_is_eligible (const IjkResult *result, guint unit, guint measure, guint t);

/* 7: the levy */
IJK_EXPLAIN (unit_load);
IJK_EXPLAIN (unit_benchmark);
IJK_EXPLAIN (unit_rights);
IJK_EXPLAIN (unit_bought);
IJK_EXPLAIN (unit_sold);
IJK_EXPLAIN (unit_levy);
IJK_EXPLAIN (unit_credit);
IJK_EXPLAIN (unit_net_levy);
IJK_EXPLAIN (sector_net_levy);
IJK_EXPLAIN (reduction_factor);
IJK_EXPLAIN (inc_factor);
IJK_EXPLAIN (right_price);
IJK_EXPLAIN (short_main);
IJK_EXPLAIN (short_inc);

/* 8, 9: output that leaves; money, energy */
IJK_EXPLAIN (leak);
IJK_EXPLAIN (z);
IJK_EXPLAIN (sector_ets_cost);
IJK_EXPLAIN (sector_abatement_cost);
IJK_EXPLAIN (sector_returned);
IJK_EXPLAIN (returned);
IJK_EXPLAIN (abatement_cost);
IJK_EXPLAIN (ets_cost);
IJK_EXPLAIN (industry_cost);
IJK_EXPLAIN (state_cost);
IJK_EXPLAIN (investment);
IJK_EXPLAIN (measure_investment);
IJK_EXPLAIN (grants);
IJK_EXPLAIN (ccs);
IJK_EXPLAIN (electricity);
IJK_EXPLAIN (gas);
IJK_EXPLAIN (hydrogen);
IJK_EXPLAIN (indirect);
IJK_EXPLAIN (abroad);

G_END_DECLS
