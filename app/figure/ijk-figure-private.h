/* What the recipes share.
 *
 * A recipe makes its spec with an IjkDraft, its sentence with an IjkWording, and finds what is worth
 * saying with the functions on yearly numbers. Yearly numbers are IJK_N_YEARS doubles from 2021 on.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-chart-builder.h"
#include "ijk-figure.h"
#include "ijk-language.h"
#include "ijk-quantity.h"
#include "ijk-sector-group.h"

/* Not gi18n-lib.h: g_dgettext() decides once for all, at its first call, whether to translate, and
 * a language can be chosen later. */
#include <glib/gi18n.h>
#include <math.h>

G_BEGIN_DECLS

#define IJK_KT_PER_MT 1e3
#define IJK_LAST_PAST_YEAR (IJK_FIRST_FREE_YEAR - 1)
/* The year of the agreement's target, which sentences speak of first. */
#define IJK_TARGET_YEAR 2030

/* ---- the recipes ---- */
extern const IjkFigure ijk_figure_benchmark_distance;
extern const IjkFigure ijk_figure_benchmark_path;
extern const IjkFigure ijk_figure_ccs;
extern const IjkFigure ijk_figure_clusters;
extern const IjkFigure ijk_figure_company;
extern const IjkFigure ijk_figure_cost;
extern const IjkFigure ijk_figure_difference;
extern const IjkFigure ijk_figure_emissions_by_measure;
extern const IjkFigure ijk_figure_emissions_by_sector;
extern const IjkFigure ijk_figure_energy;
extern const IjkFigure ijk_figure_indirect;
extern const IjkFigure ijk_figure_landscape;
extern const IjkFigure ijk_figure_leakage;
extern const IjkFigure ijk_figure_levy;
extern const IjkFigure ijk_figure_limits;
extern const IjkFigure ijk_figure_marginal_cost;
extern const IjkFigure ijk_figure_subsidy;
extern const IjkFigure ijk_figure_subsidy_round;
extern const IjkFigure ijk_figure_technicians;

/* ---- sums over sectors ---- */
/* @field: of sectors, year-major, as in the result. @industry_only: leaves power, separate CHP and
 * waste incineration out. @factor: to the unit wanted. */
void           ijk_sector_group_sum  (const IjkResult     *result,
                                      const double        *field,
                                      IjkSectorGroup       group,
                                      gboolean             industry_only,
                                      double               factor,
                                      double              *yearly);
void           ijk_figure_sum_sectors (const IjkResult    *result,
                                       const double       *field,
                                       gboolean            industry_only,
                                       double              factor,
                                       double             *yearly);
/* Emissions of industry, Mt. */
void           ijk_figure_emissions_mt (const IjkResult   *result,
                                        double            *yearly);

/* ---- measures in wedges: as many as a chart can tell apart ---- */
typedef enum
{
  IJK_WEDGE_STORAGE,  /* CCS and CCU */
  IJK_WEDGE_ELECTRIC,
  IJK_WEDGE_STEEL,
  IJK_WEDGE_HYDROGEN,
  IJK_WEDGE_SAVING,   /* efficiency and heat */
  IJK_WEDGE_CIRCULAR, /* and biobased, green gas, geothermal heat */
  IJK_WEDGE_N2O,
  IJK_N_WEDGES,
} IjkWedge;

IjkWedge    ijk_wedge_of      (IjkGroup         group);
const char *ijk_wedge_name    (IjkWedge         wedge);
IjkRole     ijk_wedge_role    (IjkWedge         wedge);
/* Wedges that share a colour differ in pattern. */
IjkPattern  ijk_wedge_pattern (IjkWedge         wedge);
/* @field: of measures, year-major, as in the result. */
void        ijk_wedge_sum     (const IjkResult *result,
                               const double    *field,
                               IjkWedge         wedge,
                               double           factor,
                               double          *yearly);

/* ---- a chart in the making ---- */
typedef struct
{
  const IjkFigureInput *input;
  IjkChartBuilder *builder; /* (owned) until the end: for all that the functions below do not do */
  int first_year, last_year; /* of the time axis */
  gboolean hides_other_names; /* lines of other scenarios go without label: in the upper of two panels,
                                 where the lower one names them; set after ijk_draft_begin() */
} IjkDraft;

/* Which citation the source line names, besides the scenario. */
typedef enum
{
  IJK_SOURCE_EMISSIONS, /* national totals and registry, then the model */
  IJK_SOURCE_LEVY,      /* the statute and its rates, then the model */
  IJK_SOURCE_STORAGE,   /* agreement and storage projects, then the model */
  IJK_SOURCE_SUBSIDY,   /* SDE++ as decided, then the model */
  IJK_SOURCE_COSTS,     /* cost figures of the reference, the model */
  IJK_SOURCE_MODEL,     /* the model only */
  IJK_N_SOURCES,
} IjkSourceKind;

/* Yearly numbers of a result: what a line shows of each scenario. */
typedef void (*IjkYearlyFunc) (const IjkResult *result,
                               double          *yearly);

/* Sets title, description, source, language. @subtitle: (nullable): the finding. */
void          ijk_draft_begin          (IjkDraft             *self,
                                        const IjkFigure      *figure,
                                        const IjkFigureInput *input,
                                        IjkChartKind          kind,
                                        const char           *subtitle,
                                        IjkSourceKind         source);
IjkChartSpec *ijk_draft_end            (IjkDraft             *self);
/* Time axis with the year cursor and, where they meet on it, observed and projected. */
void          ijk_draft_years          (IjkDraft             *self,
                                        int                   first_year,
                                        int                   last_year);
/* @name: quantity and unit. */
guint         ijk_draft_panel          (IjkDraft             *self,
                                        const char           *name,
                                        guint                 n_decimals,
                                        double                weight);
/* The same with an axis that goes on to @max at least, so that a label finds room above the data. */
guint         ijk_draft_panel_up_to    (IjkDraft             *self,
                                        const char           *name,
                                        guint                 n_decimals,
                                        double                weight,
                                        double                max);
/* @series: with values, lows and highs from IJK_FIRST_YEAR on, whatever the axis shows. */
guint         ijk_draft_series         (IjkDraft             *self,
                                        const IjkChartSeries *series);
/* The same for values that begin in @first_year. */
guint         ijk_draft_series_from    (IjkDraft             *self,
                                        const IjkChartSeries *series,
                                        int                   first_year,
                                        guint                 n_values);
/* Current law dashed unless this is current law, the second scenario, and the scenario itself on top.
 * @label: (nullable): of the scenario's line; NULL: the name of the scenario. */
void          ijk_draft_scenario_lines (IjkDraft             *self,
                                        guint                 panel,
                                        IjkYearlyFunc         yearly_of,
                                        const char           *label);
/* Current law and second scenario only, below a stack. */
void          ijk_draft_other_lines    (IjkDraft             *self,
                                        guint                 panel,
                                        IjkYearlyFunc         yearly_of);
/* Targets of emissions, in Mt: a filled diamond for the first that is sourced in a year, hollow for
 * others. */
void          ijk_draft_targets        (IjkDraft             *self,
                                        guint                 panel);
/* An axis for charts that are not over time. */
IjkChartAxis  ijk_draft_axis           (const char           *name,
                                        guint                 n_decimals);
gboolean      ijk_target_is_agreed     (const IjkReference   *reference,
                                        guint                 target);

/* ---- words ---- */
/* A paragraph in the making: whole sentences, each translated as one. */
typedef struct _IjkWording IjkWording;

IjkWording *ijk_wording_new  (void);
void        ijk_wording_free (IjkWording *self);
/* Takes @text and gives it back until the end: for the arguments of a sentence. */
const char *ijk_wording_keep (IjkWording *self,
                              char       *text);
void        ijk_wording_add  (IjkWording *self,
                              const char *format,
                              ...) G_GNUC_PRINTF (2, 3);
char       *ijk_wording_end  (IjkWording *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IjkWording, ijk_wording_free)

/* ---- yearly numbers ---- */
static inline double
ijk_yearly_at (const double *yearly,
               int           year)
{
  return yearly[IJK_YEAR_INDEX (year)];
}

/* Positions are years; 0 = no such year. NAN is skipped. */
int    ijk_yearly_peak        (const double *yearly,
                               int           first_year,
                               int           last_year);
int    ijk_yearly_first_below (const double *yearly,
                               double        level,
                               int           first_year,
                               int           last_year);
int    ijk_yearly_first_above (const double *yearly,
                               double        level,
                               int           first_year,
                               int           last_year);
/* The year whose value lies furthest below that of the year before. */
int    ijk_yearly_steepest_fall (const double *yearly,
                                 int           first_year,
                                 int           last_year);
double ijk_yearly_sum         (const double *yearly,
                               int           first_year,
                               int           last_year);
/* Whether any value is further than @tolerance from zero. */
gboolean ijk_yearly_has_any   (const double *yearly,
                               double        tolerance);
/* A field of the nation is yearly numbers already; this scales it. */
void   ijk_yearly_scale       (const double *field,
                               double        factor,
                               double       *yearly);

/* ---- tables ---- */
/* A row for each year; @columns: yearly numbers, one array per column, from IJK_FIRST_YEAR on. */
void   ijk_figure_table_add_years (IjkFigureTable      *table,
                                   int                  first_year,
                                   int                  last_year,
                                   const double *const *columns);

G_END_DECLS
