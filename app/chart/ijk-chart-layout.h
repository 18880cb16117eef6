/* IjkChartLayout: where everything in a chart is, at one size.
 *
 * An immutable, reference-counted value, a pure function of a spec, a size and a font. It holds the
 * marks in pixels, the scales between data and pixels, and the positions a keyboard cursor stops
 * at. Painters, hit test, tooltip and tests read it; nobody works out geometry twice.
 *
 * When room gets scarce detail goes in a fixed order: labels at the data first (a key below takes
 * over, or one beside the plots), then the height of the plots and the ends of long names, the
 * subtitle, the key, the source, the unit, the title, and last the axis text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-mark.h"

G_BEGIN_DECLS

typedef struct _IjkChartLayout IjkChartLayout;

typedef enum
{
  IJK_LAYOUT_TITLE = 1 << 0, /* title and subtitle, where no card shows them */
  IJK_LAYOUT_SOURCE = 1 << 1,
  IJK_LAYOUT_FIGURE = IJK_LAYOUT_TITLE | IJK_LAYOUT_SOURCE,
} IjkLayoutFlags;

typedef struct
{
  double width_px, height_px;
  double padding_px;
  double text_scale; /* 0 counts as 1 */
  IjkLayoutFlags flags;
  /* (nullable): borrowed for the call. Value axes reach at least as far as in this layout of the same
   * kind of chart: while a hand moves a lever they may grow but not jump back and forth. */
  const IjkChartLayout *keeps_range_of;
} IjkLayoutParameters;

/* A place for the keyboard cursor: a year, row, block or bin. */
typedef struct
{
  double x_px, y_px;
  guint i_x;
} IjkStop;

IjkChartLayout    *ijk_chart_layout_new            (const IjkChartSpec        *spec,
                                                    const IjkLayoutParameters *parameters,
                                                    PangoContext              *context);
IjkChartLayout    *ijk_chart_layout_ref            (const IjkChartLayout      *self);
void               ijk_chart_layout_unref          (const IjkChartLayout      *self);

const IjkChartSpec *ijk_chart_layout_get_spec      (const IjkChartLayout      *self);
const IjkMarkList *ijk_chart_layout_get_marks      (const IjkChartLayout      *self);
const char        *ijk_chart_layout_get_family     (const IjkChartLayout      *self);
double             ijk_chart_layout_get_width      (const IjkChartLayout      *self);
double             ijk_chart_layout_get_height     (const IjkChartLayout      *self);
double             ijk_chart_layout_get_text_scale (const IjkChartLayout      *self);
guint              ijk_chart_layout_get_n_panels   (const IjkChartLayout      *self);
IjkBox             ijk_chart_layout_get_plot       (const IjkChartLayout      *self,
                                                    guint                      panel);
void               ijk_chart_layout_get_range      (const IjkChartLayout      *self,
                                                    guint                      panel,
                                                    double                    *min,
                                                    double                    *max);
const IjkStop     *ijk_chart_layout_get_stops      (const IjkChartLayout      *self,
                                                    guint                     *n_stops);
gboolean           ijk_chart_layout_is_empty       (const IjkChartLayout      *self);
guint              ijk_chart_layout_get_detail     (const IjkChartLayout      *self);

double             ijk_chart_layout_x_to_px        (const IjkChartLayout      *self,
                                                    double                     x);
double             ijk_chart_layout_px_to_x        (const IjkChartLayout      *self,
                                                    double                     x_px);
double             ijk_chart_layout_y_to_px        (const IjkChartLayout      *self,
                                                    guint                      panel,
                                                    double                     y);
double             ijk_chart_layout_px_to_y        (const IjkChartLayout      *self,
                                                    guint                      panel,
                                                    double                     y_px);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IjkChartLayout, ijk_chart_layout_unref)

G_END_DECLS
