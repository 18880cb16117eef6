/* What the files of contributions share: a job, and its parts before and after the runs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-contribution.h"

G_BEGIN_DECLS

#define IJK_CONTRIBUTION_MAX_THREADS 64

/* A setting of one scenario of a chain. */
typedef struct
{
  const IjkLeverSetting *setting;
  guint lever; /* position in keys */
  guint level; /* scenarios from the common ancestor on; the base's come first */
  gboolean is_base;
} IjkContributionPiece;

struct _IjkContributionJob
{
  IjkAskedNumber number;
  const IjkReference *reference;  /* (owned) */
  const IjkScenario *base;        /* (owned) */
  const IjkScenario *scenario;    /* (owned) */
  const IjkScenario *ancestor;    /* (nullable) of both; kept by them */
  guint n_levels;
  GArray *pieces;                 /* (owned) (element-type IjkContributionPiece) by rising level */
  GArray *keys;                   /* (owned) (element-type IjkLeverKey) in their order */
  gboolean is_exact;
  guint n_orders;
  guint *orders;                  /* (owned) (nullable) n_orders rows of levers */
  guint n_tasks;
  double *values;                 /* (owned) one of each task */
  double before, after;           /* where orders are drawn */
  int next;                       /* atomic */
  int n_done;                     /* atomic */
  int is_cancelled;               /* atomic */
  GThread *threads[IJK_CONTRIBUTION_MAX_THREADS];
  guint n_threads;
};

/* ijk-contribution-combination.c */

/* Which levers differ, each once, and where each is set: ancestor, n_levels, pieces and keys. */
void              ijk_contribution_find_pieces (IjkContributionJob       *job);
/* Fills orders and n_orders; the same ones every time. */
void              ijk_contribution_draw_orders (IjkContributionJob       *job);
/* The chain of scenarios of @task. @is_switched: room for each lever. Result: (transfer full) */
IjkScenario      *ijk_contribution_combine     (const IjkContributionJob *job,
                                                guint                     task,
                                                guint8                   *is_switched);

/* ijk-contribution-sum.c */

/* When all values are there. Result: (transfer full) */
IjkContributions *ijk_contribution_sum         (const IjkContributionJob *job);

G_END_DECLS
