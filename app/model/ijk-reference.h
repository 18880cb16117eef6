/* IjkReference: the facts and assumptions one run is made on, with their citations.
 *
 * An immutable, reference-counted value. It is made once from an IjkReferenceContent (which the
 * store fills from the tables in data/reference or from a workbook) by ijk_reference_new(), which
 * orders the units by sector, derives companies, classes and dense yearly series, and then never
 * changes. All strings and arrays belong to the reference and live as long as it does.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-horizon.h"

G_BEGIN_DECLS

/* Position that stands for "none", as in a unit without a company. */
#define IJK_NONE G_MAXUINT

/**
 * IjkStatus:
 * @IJK_STATUS_SOURCED: read in the cited source
 * @IJK_STATUS_DERIVED: arithmetic on sourced figures
 * @IJK_STATUS_ASSUMPTION: judgement of the project
 *
 * How well a figure is known. A row has the status of its weakest important field.
 */
typedef enum
{
  IJK_STATUS_SOURCED,
  IJK_STATUS_DERIVED,
  IJK_STATUS_ASSUMPTION,
  IJK_N_STATUSES,
} IjkStatus;

typedef struct
{
  IjkStatus status;
  const char *source; /* citation as one line of text */
} IjkProvenance;

/**
 * IjkUnitKind:
 * @IJK_KIND_ETS: installation under the EU ETS; the ETS price is deducted from its levy rate
 * @IJK_KIND_INCINERATOR: waste incinerator (afvalverbrandingsinstallatie), no deduction
 * @IJK_KIND_N2O: nitrous oxide plant (lachgasinstallatie), no deduction
 * @IJK_KIND_REST: rest of a sector that closes the gap to the national total; not levied
 */
typedef enum
{
  IJK_KIND_ETS,
  IJK_KIND_INCINERATOR,
  IJK_KIND_N2O,
  IJK_KIND_REST,
  IJK_N_KINDS,
} IjkUnitKind;

#define IJK_N_LEVIED_KINDS IJK_KIND_REST

typedef enum
{
  IJK_POOL_COMBUSTION,
  IJK_POOL_PROCESS,
  IJK_N_POOLS,
} IjkPool;

typedef enum
{
  IJK_GROUP_EFFICIENCY,
  IJK_GROUP_HEAT,
  IJK_GROUP_ELECTRIFICATION,
  IJK_GROUP_HYDROGEN,
  IJK_GROUP_GEOTHERMAL_BIO,
  IJK_GROUP_CIRCULAR,
  IJK_GROUP_STEEL,
  IJK_GROUP_N2O,
  IJK_GROUP_CCS,
  IJK_GROUP_CCU,
  IJK_N_GROUPS,
} IjkGroup;

/* The headings of the agreement, and one for the world outside it. */
typedef enum
{
  IJK_HEADING_SMART,     /* Slimme industrie */
  IJK_HEADING_CLEAN,     /* Schone industrie */
  IJK_HEADING_FINANCIAL, /* Financiële afspraken */
  IJK_HEADING_WORLD,     /* Wereld */
  IJK_N_HEADINGS,
} IjkHeading;

/* Which statute sets rates, reduction factor, benchmark set and incinerator factor. */
typedef enum
{
  IJK_REGIME_ACT_2021,
  IJK_REGIME_TIGHTENING_2023,
  IJK_REGIME_TAX_PLAN_2026,
  IJK_N_REGIMES,
} IjkRegimeId;

/* Sets of benchmarks (ijkwaarden) of the ETS trading periods; bm_ratio has a value for each. */
typedef enum
{
  IJK_BENCHMARKS_2021, /* 2013-2020 set */
  IJK_BENCHMARKS_2023, /* 2021-2025 set */
  IJK_BENCHMARKS_2026, /* 2026-2030 set */
  IJK_N_BENCHMARK_SETS,
} IjkBenchmarkSet;

typedef enum
{
  IJK_FREE_SHARE_OTHER,
  IJK_FREE_SHARE_CBAM, /* goods under the border levy: free allocation ends */
  IJK_N_FREE_SHARES,
} IjkFreeShare;

/* Yearly series of policy.csv. Those up to IJK_SERIES_REDUCTION_FACTOR exist once per regime. */
typedef enum
{
  IJK_SERIES_BM_ERA,
  IJK_SERIES_INC_FACTOR,
  IJK_SERIES_INCINERATOR_RATE,
  IJK_SERIES_LEVY_RATE,
  IJK_SERIES_REDUCTION_FACTOR,
  IJK_SERIES_ARAMIS_PROFILE,
  IJK_SERIES_CCS_CAPACITY,
  IJK_SERIES_CCS_CEILING,
  IJK_SERIES_ELEC_PRICE,
  IJK_SERIES_ETS_PRICE,
  IJK_SERIES_ETS_REF,
  IJK_SERIES_FREE_SHARE, /* once per IjkFreeShare */
  IJK_SERIES_GAS_PRICE,
  IJK_SERIES_GRID_FACTOR,
  IJK_SERIES_GRID_GROWTH,
  IJK_SERIES_H2_PRICE,
  IJK_SERIES_MIN_PRICE,
  IJK_SERIES_SDE_AWARDED_CCS,
  IJK_SERIES_SDE_BUDGET,
  IJK_SERIES_TECHNICIANS,
  IJK_N_SERIES,
} IjkSeriesId;

#define IJK_N_REGIME_SERIES (IJK_SERIES_REDUCTION_FACTOR + 1)

/* Which of the parallel series of one id: a regime, a free-share series or a display case. */
#define IJK_VARIANT_CENTRAL 0
#define IJK_VARIANT_LOW 1
#define IJK_VARIANT_HIGH 2
#define IJK_N_VARIANTS 3

typedef struct
{
  int year;
  double value;
  IjkProvenance provenance;
} IjkSeriesPoint;

/* A series as published: points in rising years. n_points is 0 where the variant is not given. */
typedef struct
{
  const char *unit;
  guint n_points;
  const IjkSeriesPoint *points;
} IjkSeries;

typedef struct
{
  const char *id;
  const char *name_en;
  const char *name_nl;
  IjkProvenance provenance;
} IjkRegime;

typedef struct
{
  const char *id;
  const char *name_en;
  const char *name_nl;
  const char *nace;               /* code of the activity classification, free text */
  gboolean is_in_industry;        /* inside the national industry figure */
  double process_share;           /* 0..1 of emissions from processes */
  double activity[IJK_N_PAST_YEARS]; /* index of output 2021..2025, 2021 = 1 */
  double growth_per_year;
  double pass_through;            /* 0..1 of carbon costs passed on in prices */
  double eta_t_per_eur;           /* share of output lost per EUR/t */
  IjkFreeShare free_share;
  double bm_ratio[IJK_N_BENCHMARK_SETS]; /* benchmark set over the 2021-2025 set */
  IjkProvenance provenance;
  /* derived */
  guint first_unit, n_units;      /* contiguous range in units */
  guint first_class, n_classes;   /* contiguous range in classes */
  guint first_cell, n_cells;      /* contiguous range in cells */
  gboolean has_incinerators;
  /* sums of the observations of the units whose last one is of that year, [last year][year] kt */
  double past_kt[IJK_N_PAST_YEARS][IJK_N_PAST_YEARS];
} IjkSector;

typedef struct
{
  const char *id;
  const char *name_en;
  const char *name_nl;
  IjkProvenance provenance;
} IjkCluster;

typedef struct
{
  const char *name;               /* also its id */
  guint n_units;
  const guint *units;             /* positions in units, rising */
} IjkCompany;

typedef struct
{
  const char *id;
  const char *name;
  const char *municipality;
  guint company;                  /* position or IJK_NONE */
  guint sector;
  guint cluster;                  /* position or IJK_NONE */
  IjkUnitKind kind;
  guint64 tags;                   /* bit per entry of IjkReference.tags */
  double process_share;           /* own, else the sector's */
  gboolean has_own_process_share;
  double levy_share;              /* part of the emissions that is levied */
  double benchmark_kt;            /* rights a year at activity 1 and factor 1 */
  double observed_kt[IJK_N_OBSERVED_YEARS]; /* 2013..2025, NAN unknown */
  IjkProvenance provenance;       /* of the emissions */
  /* derived */
  guint class_index;
  int first_year;                 /* first observation from 2021 on */
  int last_year;                  /* y0: last observation from 2021 on */
  double past_kt[IJK_N_PAST_YEARS]; /* 2021..last_year, gaps interpolated; 0 before first_year */
} IjkUnit;

typedef struct
{
  const char *id;
  const char *name_en;
  const char *name_nl;
  IjkGroup group;
  IjkHeading heading;
  IjkPool pool;
  guint64 tags;                   /* units need one of these; 0 = every unit */
  double capex_eur_per_t;         /* per t a year */
  double opex_eur_per_t;
  double elec_mwh_per_t;
  gboolean is_flexible;           /* buys cheap hours only */
  double gas_gj_per_t;            /* negative = saved */
  double h2_gj_per_t;
  double extra_eur_per_t[3];      /* low, central, high: transport and storage, feedstock, credits */
  double life_years;
  double hurdle_rate;             /* private discount rate */
  int lag_years;                  /* from decision to operation */
  int start_year;
  double build_cap_kt;            /* kt a year that can be added each year */
  double rho;                     /* share of firms that can decide in one year */
  double theta_eur_per_t;         /* spread of costs among firms */
  double learning;                /* fall of capex 2025-2050 at R&D factor 1 */
  gboolean is_obliged;            /* under the energy-saving duty */
  gboolean is_sde;                /* can get an SDE++ contract */
  gboolean is_grant;              /* can get an investment grant */
  guint requires;                 /* measure whose project must run first, or IJK_NONE */
  gboolean is_outside_industry;   /* the reduction counts elsewhere */
  int trl;
  IjkProvenance provenance;
} IjkMeasure;

/* A measure in a sector, with its potential. */
typedef struct
{
  guint sector;
  guint measure;
  double p2030;                   /* share of eligible emissions that can be abated */
  double p2050;
  gboolean is_of_project;         /* made for a project; the table has no such row */
  IjkProvenance provenance;
} IjkCell;

typedef struct
{
  const char *id;
  guint unit;
  guint measure;
  double kt_per_year;
  int start_year;
  gboolean is_enabled;
  double contract_eur_per_t;      /* base amount of an existing contract, 0 = none */
  double grant_meur;
  const char *stage_text;         /* where the decision stands, in words */
  IjkProvenance provenance;
} IjkProject;

typedef enum
{
  IJK_LEVER_KIND_NUMBER,
  IJK_LEVER_KIND_SWITCH,
  IJK_LEVER_KIND_PATH,
  IJK_LEVER_KIND_MODE_SHARE,
} IjkLeverKind;

typedef enum
{
  IJK_SCOPE_NATIONAL,
  IJK_SCOPE_SECTOR,
  IJK_SCOPE_COMPANY,
  IJK_SCOPE_PROJECT,
  IJK_N_SCOPES,
} IjkScopeKind;

typedef struct
{
  const char *id;
  const char *name_en;
  const char *name_nl;
  IjkHeading heading;
  IjkLeverKind kind;
  const char *unit;
  double min, max, step;          /* of a number, path or share */
  const char *const *choices;     /* of a switch, NULL-terminated; else NULL */
  double default_number;          /* of a number or path; NAN where the series holds */
  guint default_choice;           /* of a switch */
  guint scopes;                   /* bit per IjkScopeKind */
  guint series;                   /* IjkSeriesId that is the default, or IJK_NONE */
  IjkProvenance provenance;
  const char *help_en;
  const char *help_nl;
} IjkLever;

typedef struct
{
  int year;
  double total_mt, co2_mt, ch4_mt, n2o_mt, fgas_mt; /* NAN unknown */
  IjkProvenance provenance;
} IjkHistoryYear;

typedef struct
{
  int year;
  double target_mt;
  const char *name_en;
  const char *name_nl;
  IjkProvenance provenance;
} IjkTarget;

/* A published figure to hold a result against. */
typedef struct
{
  int year;
  const char *series;
  double low_mt, central_mt, high_mt; /* NAN not published */
  IjkProvenance provenance;
} IjkPublished;

/* Factor by which amounts in the statute are indexed on 1 January of the year. */
typedef struct
{
  int year;
  double factor;
  IjkProvenance provenance;
} IjkIndexation;

/* Units with the same sector, tags and process share behave alike: every measure takes the same
 * part of each of them, unless a project or a company lever singles one out. */
typedef struct
{
  guint sector;
  guint first_unit, n_units;
  guint64 tags;
  double process_share;
} IjkUnitClass;

typedef struct _IjkReference IjkReference;

struct _IjkReference
{
  guint n_sectors;
  const IjkSector *sectors;
  guint n_clusters;
  const IjkCluster *clusters;
  guint n_companies;
  const IjkCompany *companies;    /* in order of first appearance in units */
  guint n_units;
  const IjkUnit *units;           /* by sector, then class, then file order */
  guint n_classes;
  const IjkUnitClass *classes;
  guint n_measures;
  const IjkMeasure *measures;
  guint n_cells;
  const IjkCell *cells;           /* by sector, then measure */
  guint n_projects;
  const IjkProject *projects;
  guint n_levers;
  const IjkLever *levers;         /* position = IjkLeverId */
  guint n_history;
  const IjkHistoryYear *history;
  guint n_targets;
  const IjkTarget *targets;
  guint n_published;
  const IjkPublished *published;
  guint n_indexation;
  const IjkIndexation *indexation;
  guint n_tags;
  const char *const *tags;
  IjkRegime regimes[IJK_N_REGIMES];
  IjkSeries series[IJK_N_SERIES][IJK_N_VARIANTS];
  /* the central series of each id and variant on the horizon, joined by straight lines */
  double yearly[IJK_N_SERIES][IJK_N_VARIANTS][IJK_N_YEARS];
  guint steel_dri;                /* measure "steel_dri", or IJK_NONE */
  guint ccs_steel;                /* measure "ccs_steel", or IJK_NONE */
};

/* What a reference is made from. The arrays hold the structs above by value with the fields marked
 * derived left zero; strings belong to @strings, or to @origin where the rows are copies. */
typedef struct
{
  const IjkReference *origin;     /* (owned) (nullable) what this was copied from */
  GStringChunk *strings;
  GArray *sectors;                /* (element-type IjkSector) */
  GArray *clusters;               /* (element-type IjkCluster) */
  GPtrArray *companies;           /* (element-type utf8) names, in @strings */
  GArray *units;                  /* (element-type IjkUnit) */
  GArray *measures;               /* (element-type IjkMeasure) */
  GArray *cells;                  /* (element-type IjkCell) */
  GArray *projects;               /* (element-type IjkProject) */
  GArray *levers;                 /* (element-type IjkLever) of levers.csv, by IjkLeverId */
  GArray *history;                /* (element-type IjkHistoryYear) */
  GArray *targets;                /* (element-type IjkTarget) */
  GArray *published;              /* (element-type IjkPublished) */
  GArray *indexation;             /* (element-type IjkIndexation) */
  GPtrArray *tags;                /* (element-type utf8) at most 64, in @strings */
  IjkRegime regimes[IJK_N_REGIMES];
  GArray *series[IJK_N_SERIES][IJK_N_VARIANTS]; /* (element-type IjkSeriesPoint) */
  const char *series_units[IJK_N_SERIES][IJK_N_VARIANTS];
} IjkReferenceContent;

IjkReferenceContent *ijk_reference_content_new  (void);
void                 ijk_reference_content_free (IjkReferenceContent *self);
IjkReferenceContent *ijk_reference_dup_content  (const IjkReference *self);

IjkReference *ijk_reference_new   (IjkReferenceContent *content);
IjkReference *ijk_reference_ref   (const IjkReference *self);
void          ijk_reference_unref (const IjkReference *self);

guint ijk_reference_find_sector  (const IjkReference *self, const char *id);
guint ijk_reference_find_cluster (const IjkReference *self, const char *id);
guint ijk_reference_find_company (const IjkReference *self, const char *name);
guint ijk_reference_find_unit    (const IjkReference *self, const char *id);
guint ijk_reference_find_measure (const IjkReference *self, const char *id);
guint ijk_reference_find_project (const IjkReference *self, const char *id);
guint ijk_reference_find_cell    (const IjkReference *self, guint sector, guint measure);

double ijk_series_value_at (const IjkSeries *self, double year);

/* Ids as they stand in the tables, in the order of the enums. */
extern const char *const ijk_kind_ids[IJK_N_KINDS];
extern const char *const ijk_pool_ids[IJK_N_POOLS];
extern const char *const ijk_group_ids[IJK_N_GROUPS];
extern const char *const ijk_heading_ids[IJK_N_HEADINGS];
extern const char *const ijk_regime_ids[IJK_N_REGIMES];
extern const char *const ijk_series_ids[IJK_N_SERIES];
extern const char *const ijk_status_ids[IJK_N_STATUSES];
extern const char *const ijk_scope_ids[IJK_N_SCOPES];

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IjkReference, ijk_reference_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IjkReferenceContent, ijk_reference_content_free)

G_END_DECLS
