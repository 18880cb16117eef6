/* Charts as files: SVG and PDF as vectors, PNG at a scale.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-chart-spec.h"

#include <cairo.h>

G_BEGIN_DECLS

typedef enum
{
  IJK_EXPORT_SVG,
  IJK_EXPORT_PDF,
  IJK_EXPORT_PNG,
} IjkExportFormat;

typedef struct
{
  IjkExportFormat format;
  double width_px, height_px; /* of 1/96 inch */
  double scale;               /* of a PNG; 0 counts as 1 */
  double text_scale;          /* 0 counts as 1 */
  IjkStyle style;
  gboolean is_without_text;   /* shapes and colours only; the words travel as metadata */
  gboolean has_cursor;
  const char *family;         /* (nullable): font family */
  const char *creator;        /* (nullable): name of the program */
} IjkExportParameters;

GBytes  *ijk_chart_export         (const IjkChartSpec        *spec,
                                   const IjkExportParameters *parameters,
                                   GError                   **error);
gboolean ijk_chart_export_to_file (const IjkChartSpec        *spec,
                                   const IjkExportParameters *parameters,
                                   const char                *path,
                                   GError                   **error);
gboolean ijk_chart_export_paint   (const IjkChartSpec        *spec,
                                   const IjkExportParameters *parameters,
                                   cairo_t                   *cr,
                                   GError                   **error);

G_END_DECLS
