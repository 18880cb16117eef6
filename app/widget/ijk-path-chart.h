/* The chart of the path editor: past, reference and path, with a handle at each point.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-chart-spec.h"
#include "ijk-lever-reading.h"

G_BEGIN_DECLS

/* @points: (element-type IjkPathPoint): where handles are. @is_against_market: the dashed line is what
 * companies choose, not a reference path. Values are those a person reads: shares in percent. */
IjkChartSpec *ijk_path_chart_new (const IjkLever        *lever,
                                  const char            *name,
                                  const IjkLeverReading *reading,
                                  const GArray          *points,
                                  gboolean               is_against_market);

G_END_DECLS
