/* What one installation or company does and pays in a year, with every factor of the sum.
 *
 * The result of a run holds what an installation emits and owes; which measure took how much of it is
 * worked out here again from the shares in operation, as chapter 6 of the model does, and adds up to
 * the same.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-result.h"

G_BEGIN_DECLS

/**
 * IjkMeasureLimit:
 * @IJK_MEASURE_LIMIT_NONE: there is no measure to speak of
 * @IJK_MEASURE_LIMIT_PROJECT: a project with a date of its own
 * @IJK_MEASURE_LIMIT_OWN_LEVER: the share that is set for the company
 * @IJK_MEASURE_LIMIT_LEVER: the share that is set for the sector or the country
 * @IJK_MEASURE_LIMIT_FULL: the whole potential is in use
 * @IJK_MEASURE_LIMIT_BUILD_CAP: what can be built in a year
 * @IJK_MEASURE_LIMIT_STORAGE: transport and storage of CO2
 * @IJK_MEASURE_LIMIT_GRID: growth of the power grid
 * @IJK_MEASURE_LIMIT_TECHNICIANS: technicians
 * @IJK_MEASURE_LIMIT_BUDGET: the budget of the subsidy round
 * @IJK_MEASURE_LIMIT_CEILING: the ceiling on subsidy for CCS
 * @IJK_MEASURE_LIMIT_NO_ROUND: there is no subsidy (any more)
 * @IJK_MEASURE_LIMIT_COST: it costs more than the carbon costs it saves
 * @IJK_MEASURE_LIMIT_PACE: it pays; decisions and construction take years
 *
 * Why a measure is not used more than it is. The first that holds, in this order.
 */
typedef enum
{
  IJK_MEASURE_LIMIT_NONE,
  IJK_MEASURE_LIMIT_PROJECT,
  IJK_MEASURE_LIMIT_OWN_LEVER,
  IJK_MEASURE_LIMIT_LEVER,
  IJK_MEASURE_LIMIT_FULL,
  IJK_MEASURE_LIMIT_BUILD_CAP,
  IJK_MEASURE_LIMIT_STORAGE,
  IJK_MEASURE_LIMIT_GRID,
  IJK_MEASURE_LIMIT_TECHNICIANS,
  IJK_MEASURE_LIMIT_BUDGET,
  IJK_MEASURE_LIMIT_CEILING,
  IJK_MEASURE_LIMIT_NO_ROUND,
  IJK_MEASURE_LIMIT_COST,
  IJK_MEASURE_LIMIT_PACE,
  IJK_N_MEASURE_LIMITS,
} IjkMeasureLimit;

/* The levy of one installation: net = taxed * rate + covered * minimum rate - credit. */
typedef struct
{
  double emissions_kt;
  double levy_share;            /* 0..1 of the emissions that is levied */
  double load_kt;               /* emissions * levy_share */
  double benchmark_kt;          /* at the output of the year */
  double reduction_factor;
  double benchmark_scale;       /* lever; 1 = as the statute */
  double inc_factor;            /* of incinerators; 1 for others */
  double rights_kt;             /* benchmark * the three factors */
  double bought_kt, sold_kt;    /* rights */
  double taxed_kt;              /* load - rights - bought, not below 0 */
  double covered_kt;            /* load - taxed */
  double gross_rate_eur_per_t;
  double deducted_eur_per_t;    /* the ETS price, for installations under the ETS */
  double rate_eur_per_t;        /* gross - deducted, not below the minimum */
  double minimum_rate_eur_per_t;
  double levy_meur, credit_meur, net_levy_meur;
} IjkUnitLevy;

/* One measure at one or more installations. */
typedef struct
{
  guint measure;
  guint cell;                   /* of the installation where it takes most */
  double abated_kt;             /* in the year, also where the reduction counts elsewhere */
  double potential_kt;          /* what could be taken if it were used in full */
  gboolean is_of_project;
  int first_year;               /* in which it takes something; 0 = never up to the year */
  IjkMeasureLimit limit;
} IjkCompanyMeasure;

/* @abated_kt: (out): one value a measure of the reference. @projects_kt: (out) (nullable): the part of
 * dated projects. @t: position of the year. */
void    ijk_unit_abatement      (const IjkResult *result,
                                 guint            unit,
                                 guint            t,
                                 double          *abated_kt,
                                 double          *projects_kt);
/* Whether the stack of the installation is that of its class: no project, no lever of its company. */
gboolean ijk_unit_follows_class (const IjkResult *result,
                                 guint            unit);
IjkMeasureLimit ijk_measure_limit_find (const IjkResult *result,
                                        guint            unit,
                                        guint            measure,
                                        guint            t,
                                        gboolean         is_of_project);
/* A chip: "the power grid", "cost 517 against 121 €/t". (transfer full) */
char   *ijk_measure_limit_write (const IjkResult *result,
                                 guint            cell,
                                 guint            t,
                                 IjkMeasureLimit  limit);
void    ijk_unit_levy           (const IjkResult *result,
                                 guint            unit,
                                 guint            t,
                                 IjkUnitLevy     *levy);
/* What is used, the largest first, then what could be used, by potential. (transfer full)
 * (element-type IjkCompanyMeasure) */
GArray *ijk_company_measures    (const IjkResult *result,
                                 const guint     *units,
                                 guint            n_units,
                                 int              year);

G_END_DECLS
