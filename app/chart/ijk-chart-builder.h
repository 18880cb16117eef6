/* IjkChartBuilder: the one way to make an IjkChartSpec.
 *
 * Whatever is added is copied, strings and arrays too. Positions returned by the add functions are
 * those in the finished spec.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-chart-spec.h"

G_BEGIN_DECLS

typedef struct _IjkChartBuilder IjkChartBuilder;

typedef enum
{
  IJK_CHART_TITLE,
  IJK_CHART_SUBTITLE,
  IJK_CHART_SOURCE,
  IJK_CHART_DESCRIPTION,
  IJK_CHART_LANGUAGE,
  IJK_CHART_EMPTY_TEXT,
} IjkChartText;

IjkChartBuilder *ijk_chart_builder_new          (IjkChartKind            kind);
void             ijk_chart_builder_free         (IjkChartBuilder        *self);
IjkChartSpec    *ijk_chart_builder_end          (IjkChartBuilder        *self);

void             ijk_chart_builder_set_text     (IjkChartBuilder        *self,
                                                 IjkChartText            which,
                                                 const char             *text);
void             ijk_chart_builder_set_x        (IjkChartBuilder        *self,
                                                 const IjkChartAxis     *axis,
                                                 const double           *x,
                                                 guint                   n_x);
void             ijk_chart_builder_set_boundary (IjkChartBuilder        *self,
                                                 const IjkChartBoundary *boundary);
void             ijk_chart_builder_set_cursor   (IjkChartBuilder        *self,
                                                 double                  x);
void             ijk_chart_builder_set_grid     (IjkChartBuilder        *self,
                                                 const IjkChartGrid     *grid);
void             ijk_chart_builder_set_connects_rows
                                                (IjkChartBuilder        *self,
                                                 gboolean                connects_rows);

guint            ijk_chart_builder_add_panel    (IjkChartBuilder        *self,
                                                 const IjkChartPanel    *panel);
guint            ijk_chart_builder_add_series   (IjkChartBuilder        *self,
                                                 const IjkChartSeries   *series);
guint            ijk_chart_builder_add_marker   (IjkChartBuilder        *self,
                                                 const IjkChartMarker   *marker);
guint            ijk_chart_builder_add_rule     (IjkChartBuilder        *self,
                                                 const IjkChartRule     *rule);
guint            ijk_chart_builder_add_handle   (IjkChartBuilder        *self,
                                                 const IjkChartHandle   *handle);
guint            ijk_chart_builder_add_row      (IjkChartBuilder        *self,
                                                 const IjkChartRow      *row);
guint            ijk_chart_builder_add_segment  (IjkChartBuilder        *self,
                                                 const IjkChartSegment  *segment);
guint            ijk_chart_builder_add_block    (IjkChartBuilder        *self,
                                                 const IjkChartBlock    *block);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IjkChartBuilder, ijk_chart_builder_free)

G_END_DECLS
