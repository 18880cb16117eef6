/* What a map of two levers shows: in which units, at which levels, and where scenarios lie on it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-figure-private.h"

G_BEGIN_DECLS

/* Targets of one year that a map can mark. */
#define IJK_MAP_MAX_TARGETS 8

/* The units levers and outcomes are shown in. */
typedef struct
{
  const char *text; /* for a reader; may be empty */
  double factor;    /* from the unit of the tables */
  guint n_decimals;
  gboolean is_money_a_round;
  gboolean is_year; /* written without a separator of thousands */
} IjkShownUnit;

typedef struct
{
  IjkShownUnit x, y, outcome;
} IjkMapUnits;

typedef struct
{
  double low, high;       /* NAN: nothing known */
  double limited_share;   /* of the points, those where storage binds */
} IjkMapExtent;

IjkMapUnits  ijk_map_choose_units     (const IjkLandscape         *landscape);
/* Values are in the unit of the tables; the results are (transfer full). */
char        *ijk_map_write_lever      (const IjkShownUnit         *unit,
                                       double                      value);
IjkNumberFormat ijk_map_format        (const IjkShownUnit         *unit);
char        *ijk_map_write_outcome    (IjkOutcome                  outcome,
                                       double                      value);
char        *ijk_map_write_difference (IjkOutcome                  outcome,
                                       double                      value);

IjkMapExtent ijk_map_find_extent      (const IjkLandscape         *landscape);
double       ijk_map_find_share_below (const IjkLandscape         *landscape,
                                       double                      level);
guint        ijk_map_list_targets     (const IjkReference         *reference,
                                       const IjkLandscapeQuestion *question,
                                       guint                      *targets);
GArray      *ijk_map_list_levels      (const IjkMapExtent         *extent,
                                       double                      factor,
                                       const GArray               *targets,
                                       guint                      *n_decimals);
double       ijk_map_find_outcome     (const IjkResult            *result,
                                       const IjkLandscapeQuestion *question);
gboolean     ijk_map_find_spot        (const IjkLandscapeQuestion *question,
                                       const IjkScenario          *scenario,
                                       double                     *x,
                                       double                     *y);
double       ijk_map_read             (const IjkLandscape         *landscape,
                                       double                      x,
                                       double                      y);

G_END_DECLS
