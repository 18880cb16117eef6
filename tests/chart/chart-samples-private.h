/* What the files of sample charts share: words, years and panels of a chart, and the makers that
 * the list names.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart-samples.h"

G_BEGIN_DECLS

extern const IjkNumberFormat sample_plain, sample_one, sample_two;

void sample_set_words (IjkChartBuilder *builder,
                       const char      *title,
                       const char      *subtitle,
                       const char      *source);
void sample_set_years (IjkChartBuilder *builder,
                       guint            first,
                       guint            n);
guint sample_add_panel (IjkChartBuilder       *builder,
                        const char            *name,
                        const IjkNumberFormat *format,
                        double                 weight);
/* Straight between the given points. */
void sample_fill_path (double       *values,
                       guint         first,
                       guint         n,
                       const double *points,
                       guint         n_points);

IjkChartSpec *chart_sample_area (void);
IjkChartSpec *chart_sample_lines (void);
IjkChartSpec *chart_sample_columns (void);
IjkChartSpec *chart_sample_storage (void);
IjkChartSpec *chart_sample_path (void);
IjkChartSpec *chart_sample_bands (void);
IjkChartSpec *chart_sample_negative (void);
IjkChartSpec *chart_sample_negative_columns (void);
IjkChartSpec *chart_sample_gaps (void);
IjkChartSpec *chart_sample_one_datum (void);
IjkChartSpec *chart_sample_zero (void);
IjkChartSpec *chart_sample_empty (void);
IjkChartSpec *chart_sample_right_to_left (void);
IjkChartSpec *chart_sample_waterfall (void);
IjkChartSpec *chart_sample_ranking (void);
IjkChartSpec *chart_sample_blocks (void);
IjkChartSpec *chart_sample_sparkline (void);
IjkChartSpec *chart_sample_grid (void);
IjkChartSpec *chart_sample_grid_gaps (void);
IjkChartSpec *chart_sample_histogram (void);
IjkChartSpec *chart_sample_error_lines (void);

G_END_DECLS
