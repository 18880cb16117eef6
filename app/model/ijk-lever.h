/* Levers (knoppen): what a user can set, and the values they take.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-reference.h"

G_BEGIN_DECLS

/* One per row of levers.csv, then the two that every project has. A new lever is a row there, a
 * name here and in ijk_lever_ids, and the equation that uses it. */
typedef enum
{
  IJK_LEVER_REGIME,
  IJK_LEVER_RATE,
  IJK_LEVER_INCINERATOR_RATE,
  IJK_LEVER_REDUCTION_FACTOR,
  IJK_LEVER_BENCHMARK_SCALE,
  IJK_LEVER_MIN_PRICE,
  IJK_LEVER_INC_FACTOR,
  IJK_LEVER_REF_PREMIUM,
  IJK_LEVER_TRADE_PARTICIPATION,
  IJK_LEVER_KAPPA,
  IJK_LEVER_LEVY_RETURN,
  IJK_LEVER_SDE_BUDGET,
  IJK_LEVER_SDE_MAX_INTENSITY,
  IJK_LEVER_SDE_LAST_ROUND,
  IJK_LEVER_CCS_SUBSIDY_UNTIL,
  IJK_LEVER_CCS_CEILING,
  IJK_LEVER_REALISATION,
  IJK_LEVER_GRANT,
  IJK_LEVER_ENFORCEMENT,
  IJK_LEVER_DUTY_SCOPE,
  IJK_LEVER_AUTONOMOUS,
  IJK_LEVER_EFFICIENCY_SHARE, /* shares: in the order of IjkGroup */
  IJK_LEVER_HEAT_SHARE,
  IJK_LEVER_ELECTRIFICATION_SHARE,
  IJK_LEVER_HYDROGEN_SHARE,
  IJK_LEVER_GEOTHERMAL_BIO_SHARE,
  IJK_LEVER_CIRCULAR_SHARE,
  IJK_LEVER_STEEL_SHARE,
  IJK_LEVER_N2O_SHARE,
  IJK_LEVER_CCS_SHARE,
  IJK_LEVER_CCU_SHARE,
  IJK_LEVER_CLUSTER_COOPERATION,
  IJK_LEVER_RND,
  IJK_LEVER_THETA_SCALE,
  IJK_LEVER_TECHNICIANS,
  IJK_LEVER_CCS_CAPACITY,
  IJK_LEVER_CCS_CAPACITY_SCALE,
  IJK_LEVER_ARAMIS_START,
  IJK_LEVER_CCS_OVERRUN,
  IJK_LEVER_DRI_START,
  IJK_LEVER_GRID_GROWTH,
  IJK_LEVER_NETWORK_FEE,
  IJK_LEVER_ETS_PRICE,
  IJK_LEVER_ETS_SCALE,
  IJK_LEVER_ETS2,
  IJK_LEVER_ELEC_SCALE,
  IJK_LEVER_GAS_SCALE,
  IJK_LEVER_H2_SCALE,
  IJK_LEVER_EXTRA_CASE,
  IJK_LEVER_GROWTH,
  IJK_LEVER_FREE_SCALE,
  IJK_LEVER_PASS_THROUGH,
  IJK_LEVER_ETA_SCALE,
  IJK_LEVER_LEAK_RATE,
  IJK_N_TABLE_LEVERS,
  IJK_LEVER_PROJECT = IJK_N_TABLE_LEVERS,
  IJK_LEVER_PROJECT_START,
  IJK_N_LEVERS,
} IjkLeverId;

/* A start in this year or later means never. */
#define IJK_NEVER_YEAR (IJK_LAST_YEAR + 1)

extern const char *const ijk_lever_ids[IJK_N_LEVERS];

/* What the equations can do with a lever: a table that promises more would be silently ignored. */
typedef struct
{
  IjkLeverKind kind;
  guint scopes; /* bit per IjkScopeKind that the equations honour */
  guint series; /* IjkSeriesId that is the default, or IJK_NONE */
} IjkLeverRule;

extern const IjkLeverRule ijk_lever_rules[IJK_N_TABLE_LEVERS];

/* Lever of the share of potential of a group of measures. */
#define IJK_LEVER_SHARE(group) ((IjkLeverId) (IJK_LEVER_EFFICIENCY_SHARE + (group)))

typedef enum
{
  IJK_DUTY_ENERGY, /* efficiency only */
  IJK_DUTY_CO2,    /* every measure whose energy savings repay it within five years */
} IjkDutyScope;

/**
 * IjkShareMode:
 * @IJK_SHARE_FREE: companies decide; the market
 * @IJK_SHARE_AT_MOST: companies decide, up to the path
 * @IJK_SHARE_EXACTLY: the path is what happens
 */
typedef enum
{
  IJK_SHARE_FREE,
  IJK_SHARE_AT_MOST,
  IJK_SHARE_EXACTLY,
  IJK_N_SHARE_MODES,
} IjkShareMode;

extern const char *const ijk_share_mode_ids[IJK_N_SHARE_MODES];

typedef struct
{
  int year;
  double value;
} IjkPathPoint;

/* A lever's value. Paths hold at most one point per free year, in rising years. */
typedef struct
{
  double number;       /* of a number lever */
  guint choice;        /* of a switch */
  IjkShareMode mode;   /* of a mode_share */
  guint n_points;      /* of a path, or of a share that is not free */
  IjkPathPoint points[IJK_N_YEARS - IJK_N_PAST_YEARS];
} IjkLeverValue;

gboolean ijk_lever_value_parse     (const IjkLever      *lever,
                                    const char          *text,
                                    IjkLeverValue       *value,
                                    GError             **error);
char    *ijk_lever_value_to_string (const IjkLever      *lever,
                                    const IjkLeverValue *value);
gboolean ijk_lever_value_check     (const IjkLever      *lever,
                                    const IjkLeverValue *value,
                                    GError             **error);
gboolean ijk_lever_value_equal     (const IjkLever      *lever,
                                    const IjkLeverValue *a,
                                    const IjkLeverValue *b);
double   ijk_lever_value_at        (const IjkLeverValue *value,
                                    int                  year);

void     ijk_append_shortest       (GString             *text,
                                    double               number);

guint    ijk_lever_find            (const IjkReference  *reference,
                                    const char          *id);

void     ijk_lever_append_project_levers (GArray *levers);

G_END_DECLS
