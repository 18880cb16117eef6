/* What moves above a chart without changing it: the year cursor, a lighter one under the pointer,
 * handles and focus.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-chart-layout.h"

G_BEGIN_DECLS

#define IJK_HANDLE_RADIUS 6
#define IJK_HANDLE_HIT_RADIUS 14
#define IJK_FOCUS_RADIUS 15

typedef struct
{
  double cursor_x;       /* NAN: none */
  double hover_x;        /* NAN: none */
  guint focused_handle;  /* IJK_NO_INDEX: none */
  gboolean has_handles;  /* off where widgets draw them */
} IjkOverlayState;

IjkMarkList *ijk_chart_overlay_new (const IjkChartLayout  *layout,
                                    const IjkOverlayState *state,
                                    PangoContext          *context);

G_END_DECLS
