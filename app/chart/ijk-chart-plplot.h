/* The part of a chart that PLplot draws.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "ijk-chart-layout.h"

G_BEGIN_DECLS

#define IJK_CHART_ERROR (ijk_chart_error_quark ())

typedef enum
{
  IJK_CHART_ERROR_NO_DRIVER, /* PLplot's Cairo driver is not installed */
  IJK_CHART_ERROR_SURFACE,   /* Cairo could not make or finish a surface */
  IJK_CHART_ERROR_FILE,      /* a file could not be written */
} IjkChartError;

GQuark   ijk_chart_error_quark      (void);

gboolean ijk_chart_plplot_available (void);
gboolean ijk_chart_plplot_paint     (const IjkChartLayout *layout,
                                     cairo_t              *cr,
                                     IjkStyle              style,
                                     GError              **error);

G_END_DECLS
