/* What the chapters of one run share: the workspace, and the two steps each chapter has.
 *
 * A chapter may have a `prepare` step (once a run, from the resolved scenario) and a `year` step.
 * The chapters of a year run in the order of model.md; each reads what the earlier ones and the
 * year before wrote. Nothing here allocates once the workspace exists, and nothing is static.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-model-constants.h"
#include "ijk-run.h"

#include <math.h>

G_BEGIN_DECLS

/* Measures of one run; the stack of one unit is kept on the C stack. */
#define IJK_MAX_MEASURES 64

/* A contract of a subsidy round, from its decision on. */
typedef struct
{
  guint cell;
  guint first_i_year, last_i_year; /* in which it pays */
  double kt;                       /* a year */
  double base_eur_per_t;           /* base amount: C8 at the award */
  double floor_eur_per_t;          /* lowest price that is deducted */
} IjkContract;

/* A unit that a project or a company lever singles out of its class. */
typedef struct
{
  guint unit;
  const IjkLeverValue *shares[IJK_N_GROUPS]; /* (nullable) company shares */
} IjkSpecialUnit;

typedef struct
{
  /* national paths, from the scenario */
  double gross_rate[IJK_N_YEARS];     /* tau, EUR/t */
  double gross_rate_inc[IJK_N_YEARS]; /* tau_inc, EUR/t */
  double reduction_factor[IJK_N_YEARS];
  double inc_factor[IJK_N_YEARS];
  double min_price[IJK_N_YEARS];      /* EUR/t */
  double ets[IJK_N_YEARS];            /* EUR/t */
  double elec[IJK_N_YEARS];           /* EUR/MWh wholesale */
  double gas[IJK_N_YEARS];            /* EUR/GJ */
  double h2[IJK_N_YEARS];             /* EUR/GJ */
  double sde_budget[IJK_N_YEARS];     /* MEUR a round */
  double ccs_ceiling[IJK_N_YEARS];    /* kt/y */
  double ccs_capacity[IJK_N_YEARS];   /* kt/y */
  double grid_growth[IJK_N_YEARS];    /* GWh/y */
  double technicians[IJK_N_YEARS];    /* FTE */
  double free_share[IJK_N_FREE_SHARES][IJK_N_YEARS];
  /* national numbers */
  IjkRegimeId regime;
  IjkDutyScope duty_scope;
  double ref_premium, trade_participation, kappa, levy_return, sde_max_intensity, realisation;
  double cluster_cooperation, rnd, theta_scale, ccs_overrun, network_fee, ets2, extra_case;
  double leak_rate;
  int sde_last_round, ccs_subsidy_until;
} IjkNationalInputs;

typedef struct
{
  double activity[IJK_N_YEARS];       /* A, index */
  double trend[IJK_N_YEARS];          /* A (1 - a)^(t - 2021) */
  double benchmark_scale[IJK_N_YEARS];
  double autonomous, grant, enforcement, pass_through, eta;
  const IjkLeverValue *shares[IJK_N_GROUPS]; /* (nullable) */
  /* fixed on 2021 emissions */
  double ets_share, rest_share, levy_share[IJK_N_LEVIED_KINDS];
} IjkSectorInputs;

struct _IjkWorkspace
{
  IjkReference *reference;            /* (owned) */
  IjkScenario *scenario;              /* (owned) (nullable) of the last run */
  IjkResult *result;                  /* (owned) */

  IjkNationalInputs nation;
  IjkSectorInputs *sectors;           /* [n_sectors] */

  /* projects as dated by the scenario; a start beyond the horizon is IJK_N_YEARS */
  guint *project_start;               /* [n_projects] position of the first year */
  gboolean *project_is_enabled;       /* [n_projects] */

  guint n_special;
  IjkSpecialUnit *special;            /* [n_units], n_special used, by unit */
  double *is_regular;                 /* [n_units] 1, or 0 for a special unit */
  double *unit_weight;                /* [n_units] kt per unit of trend, after last_year */
  double *rights_weight;              /* [n_units] kt per unit of activity, after last_year */
  double *is_ets;                     /* [n_units] 1 or 0 */
  double *levy_share;                 /* [n_units] */
  double *benchmark_scale;            /* [n_years][n_units], only under company levers */
  gboolean has_company_benchmarks;

  /* chapter 3, prices on the horizon */
  double mean_ets[IJK_N_YEARS];
  double mean_rate_minimum[IJK_N_YEARS];
  double mean_rate[IJK_N_LEVIED_KINDS][IJK_N_YEARS];
  double rate_minimum[IJK_N_YEARS];   /* rate_b, EUR/t */
  double rate[IJK_N_LEVIED_KINDS][IJK_N_YEARS]; /* rate_a, EUR/t */
  double *annuity;                    /* [n_years][n_measures] capex a year at the hurdle rate */
  double *annuity8;                   /* [n_years][n_measures] at 8% */
  double *es;                         /* [n_sectors] carbon-priced part, this year */

  /* chapters 4 to 6, per cell of this year */
  double *share_before;               /* f' */
  double *share_limit;                /* x: at_most or exactly, else 1 */
  IjkShareMode *mode;
  gboolean *is_open;
  double *claim_share;                /* w: served over room */
  double *wish;                       /* d */
  double *contracted;                 /* rho w d1 p U, kt/y before limits */
  double *lowest_scale;               /* smallest scaling by a limit so far */
  double *decided_kt_share;           /* [n_years][n_cells] h = f_dec p */
  guint *order;                       /* [n_cells] candidates by need */
  double *class_kt;                   /* [n_classes] unabated kt of regular units */
  double *class_kept;                 /* [n_classes] part of unabated that is emitted */
  guint n_contracts;
  IjkContract *contracts;             /* [n_cells * free years] */

  /* chapter 7 */
  double *base_left;                  /* [n_years][n_units] taxed tonnage not yet reopened, kt */
  guint *last_taxed;                  /* [n_units] last year position with base_left + 1, or 0 */

  /* chapter 8, per sector of this year */
  double *ets_emissions, *ets_unabated, *levied_unabated;
};

/* Fields of a result for one year. */
#define IJK_OF_NATION(ws, field, t) ((ws)->result->nation_##field + (t))
#define IJK_OF_SECTORS(ws, field, t)                                                               \
  ((ws)->result->sector_##field + (gsize) (t) * (ws)->reference->n_sectors)
#define IJK_OF_MEASURES(ws, field, t)                                                              \
  ((ws)->result->measure_##field + (gsize) (t) * (ws)->reference->n_measures)
#define IJK_OF_CELLS(ws, field, t)                                                                 \
  ((ws)->result->cell_##field + (gsize) (t) * (ws)->reference->n_cells)
#define IJK_OF_UNITS(ws, field, t)                                                                 \
  ((ws)->result->unit_##field + (gsize) (t) * (ws)->reference->n_units)

#define IJK_IS_FREE_YEAR(t) ((t) >= IJK_N_PAST_YEARS)

static inline double
ijk_max (double a,
         double b)
{
  return a > b ? a : b;
}

static inline double
ijk_min (double a,
         double b)
{
  return a < b ? a : b;
}

/* The logistic curve 1/(1+exp(-x)) of model.md section 3. */
static inline double
ijk_sigma (double x)
{
  return 1.0 / (1.0 + exp (-x));
}

/* 2. Activity and unabated emissions */
void ijk_activity_prepare   (IjkWorkspace *ws);
void ijk_activity_year      (IjkWorkspace *ws, guint t);

/* 3. Prices and carbon signal */
void ijk_prices_prepare     (IjkWorkspace *ws);
void ijk_prices_year        (IjkWorkspace *ws, guint t);

/* 4. Subsidy round */
void ijk_subsidy_year       (IjkWorkspace *ws, guint t);
void ijk_subsidy_pay        (IjkWorkspace *ws, guint t);

/* 5. Decisions, construction, operation */
void ijk_adoption_prepare   (IjkWorkspace *ws);
void ijk_adoption_begin     (IjkWorkspace *ws, guint t);
void ijk_adoption_year      (IjkWorkspace *ws, guint t);
double ijk_build_cap_kt     (const IjkWorkspace *ws, guint measure);

/* 6. Abated emissions */
gboolean ijk_unit_is_eligible (const IjkWorkspace *ws, guint unit, guint measure, guint t);
void ijk_abatement_year     (IjkWorkspace *ws, guint t);

/* 7. The levy */
void ijk_levy_prepare       (IjkWorkspace *ws);
void ijk_levy_year          (IjkWorkspace *ws, guint t);

/* 8. Output leaving the country */
void ijk_leakage_begin      (IjkWorkspace *ws, guint t);
void ijk_leakage_year       (IjkWorkspace *ws, guint t);

/* 9. What comes out */
void ijk_indicators_year    (IjkWorkspace *ws, guint t);

/* 10. Decomposition */
void ijk_decomposition_year (IjkWorkspace *ws, guint t);

/* The scenario's levers as numbers for this run. */
void ijk_inputs_prepare     (IjkWorkspace *ws);

G_END_DECLS
