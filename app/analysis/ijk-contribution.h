/* IjkContributions: what each lever adds to the difference between two scenarios in one number.
 *
 * The lever's Shapley value: what it changes when it is switched, averaged over all orders in which
 * the levers can be switched from the one scenario to the other. It depends on no order, gives
 * levers that do the same the same, gives 0 to one that does nothing, and adds up to the difference
 * (L.S. Shapley, A value for n-person games, 1953; for emissions without a remainder J. Albrecht,
 * D. François and K. Schoors, Energy Policy 30, 2002). Beside it stand the smallest and the largest
 * change that any order gives: far apart, levers work through one another.
 *
 * Up to IJK_CONTRIBUTION_MAX_EXACT levers every combination is run. Above that orders are drawn, each
 * with its reverse, from a fixed seed (J. Castro, D. Gómez and J. Tejada, Computers & Operations
 * Research 36, 2009); what is drawn adds up too, and is the same every time.
 *
 * An immutable, reference-counted value, worked out by threads like a landscape.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-indicator.h"
#include "ijk-scenario.h"

G_BEGIN_DECLS

#define IJK_CONTRIBUTION_MAX_EXACT 11
#define IJK_ASKED_MAX_ITEMS 16

/* A number that is asked about: an indicator, summed over items and years. */
typedef struct
{
  const IjkIndicator *indicator;
  guint items[IJK_ASKED_MAX_ITEMS];
  guint n_items;
  int first_year, last_year; /* within the horizon; mostly the same */
} IjkAskedNumber;

typedef struct
{
  IjkLeverKey key;
  double value;   /* its part of the difference, in the unit of the indicator */
  double lowest;  /* of what it changes in any order that was looked at */
  double highest;
} IjkContribution;

typedef struct _IjkContributions IjkContributions;

struct _IjkContributions
{
  IjkAskedNumber number;
  const IjkScenario *base;       /* the reference */
  const IjkScenario *scenario;
  double before, after;          /* the number in base and in scenario */
  const IjkContribution *levers; /* largest first, of either sign; together after - before */
  guint n_levers;
  gboolean is_exact;             /* all orders, not a draw */
  guint n_orders;                /* that were drawn; 0 where is_exact */
  guint n_runs;
};

typedef struct _IjkContributionJob IjkContributionJob;

IjkAskedNumber     ijk_asked_number       (const IjkIndicator *indicator,
                                           guint               item,
                                           int                 year);
double             ijk_asked_number_value (const IjkAskedNumber *number,
                                           const IjkResult    *result);
gboolean           ijk_asked_number_equal (const IjkAskedNumber *a,
                                           const IjkAskedNumber *b);

gboolean           ijk_contributions_are_defined (const IjkAskedNumber *number);
IjkContributions  *ijk_contributions_new  (const IjkScenario    *base,
                                           const IjkScenario    *scenario,
                                           const IjkAskedNumber *number,
                                           guint                 n_threads);

/* The same in the background. The functions of one job are called from one thread at a time. */
IjkContributionJob *ijk_contribution_job_start    (const IjkScenario    *base,
                                                   const IjkScenario    *scenario,
                                                   const IjkAskedNumber *number,
                                                   guint                 n_threads);
double              ijk_contribution_job_progress (IjkContributionJob   *job);
IjkContributions   *ijk_contribution_job_finish   (IjkContributionJob   *job);
void                ijk_contribution_job_cancel   (IjkContributionJob   *job);
void                ijk_contribution_job_free     (IjkContributionJob   *job);

IjkContributions   *ijk_contributions_ref   (const IjkContributions *self);
void                ijk_contributions_unref (const IjkContributions *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IjkContributions, ijk_contributions_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IjkContributionJob, ijk_contribution_job_free)

G_END_DECLS
