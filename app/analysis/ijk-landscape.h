/* IjkLandscape: one outcome over a grid of two levers, each point a run of its own.
 *
 * An immutable, reference-counted value: every refinement is a new one. Worked out by threads, each
 * with its own workspace, coarse points first, so that a picture is there early and gets finer.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-result.h"

G_BEGIN_DECLS

typedef enum
{
  IJK_OUTCOME_EMISSIONS,   /* of industry in the year, kt */
  IJK_OUTCOME_LEVY,        /* net levy of all sectors in the year, MEUR */
  IJK_OUTCOME_SUBSIDY,     /* SDE++ paid from the first free year up to the year, MEUR */
  IJK_OUTCOME_STATE_COST,  /* in the year, MEUR */
  IJK_N_OUTCOMES,
} IjkOutcome;

/* Names for a command line: "emissions", "levy", "subsidy", "state_cost". */
extern const char *const ijk_outcome_ids[IJK_N_OUTCOMES];

/* One axis: a national number or path, at even distances. A path lever is set to one number from
 * the first free year. What the scenario sets for one sector or company stays in force there. */
typedef struct
{
  IjkLeverId lever;
  double from, to;
} IjkLandscapeAxis;

typedef struct
{
  IjkLandscapeAxis x, y;
  guint n_columns, n_rows;
  IjkOutcome outcome;
  int year;
} IjkLandscapeQuestion;

typedef struct _IjkLandscape IjkLandscape;

struct _IjkLandscape
{
  IjkLandscapeQuestion question;
  const IjkScenario *scenario;   /* all other levers as here */
  const double *x;               /* n_columns, lever units */
  const double *y;               /* n_rows */
  const double *values;          /* n_rows * n_columns, row by row; NAN where not yet known */
  const guint8 *is_limited;      /* same size; 1 where CO₂ storage binds: the limit that cuts some
                                    decision of the year most is IJK_LIMIT_CCS_CAPACITY */
  guint n_done;                  /* points worked out; the others have the nearest of these */
};

/* The question shown first: ETS price against growth of output, emissions in 2030, 41 by 41. By then
 * money for new projects changes little, so a map of two subsidy levers would be flat. */
extern const IjkLandscapeQuestion ijk_landscape_default_question;

typedef struct _IjkLandscapeJob IjkLandscapeJob;

gboolean         ijk_landscape_question_check (const IjkReference         *reference,
                                               const IjkLandscapeQuestion *question,
                                               GError                    **error);

IjkLandscape    *ijk_landscape_new            (const IjkScenario          *scenario,
                                               const IjkLandscapeQuestion *question,
                                               guint                       n_threads);

/* The same in the background. The functions of one job are called from one thread at a time. */
IjkLandscapeJob *ijk_landscape_job_start      (const IjkScenario          *scenario,
                                               const IjkLandscapeQuestion *question,
                                               guint                       n_threads);
IjkLandscape    *ijk_landscape_job_snapshot   (IjkLandscapeJob            *job);
gboolean         ijk_landscape_job_is_done    (IjkLandscapeJob            *job);
void             ijk_landscape_job_cancel     (IjkLandscapeJob            *job);
void             ijk_landscape_job_free       (IjkLandscapeJob            *job);

IjkLandscape    *ijk_landscape_ref            (const IjkLandscape         *self);
void             ijk_landscape_unref          (const IjkLandscape         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IjkLandscape, ijk_landscape_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IjkLandscapeJob, ijk_landscape_job_free)

G_END_DECLS
