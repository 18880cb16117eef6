/* One made-up chart per kind and per difficult case, for tests, benchmarks and the gallery.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-chart-builder.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;
  IjkChartSpec *(*make) (void);
  double width_px, height_px; /* as in the design */
  gboolean is_by_plplot;
} ChartSample;

const ChartSample *chart_samples_list (guint *n_samples);
IjkChartSpec      *chart_sample_random (guint32 seed);

G_END_DECLS
