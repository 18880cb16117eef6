/* What is under the pointer, what it says, and where a bubble may stand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-chart-layout.h"

G_BEGIN_DECLS

typedef struct
{
  IjkPart part; /* IJK_PART_NONE: nothing of the data */
  guint i_part;
  guint i_x;    /* IJK_NO_INDEX: not one datum */
  guint panel;
} IjkChartHit;

/* One line of a tooltip. */
typedef struct
{
  guint i_series;
  double value;
  char *text; /* (owned): the value as the axis writes it */
} IjkTooltipRow;

IjkChartHit ijk_chart_layout_pick         (const IjkChartLayout *self,
                                           double                x_px,
                                           double                y_px);
guint       ijk_chart_layout_find_stop    (const IjkChartLayout *self,
                                           double                x_px,
                                           double                y_px);
IjkBox      ijk_chart_layout_place_bubble (const IjkChartLayout *self,
                                           double                x_px,
                                           double                width_px,
                                           double                height_px);
GArray     *ijk_chart_spec_list_values    (const IjkChartSpec   *spec,
                                           guint                 i_x);

G_END_DECLS
