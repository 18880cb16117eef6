/* Whether the words of a painted chart can be read where they stand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "ijk-chart-spec.h"
#include "ijk-mark.h"

G_BEGIN_DECLS

gboolean chart_contrast_can_be_read (const IjkMark   *words,
                                     IjkStyle         style,
                                     cairo_surface_t *surface);
guint chart_contrast_count_words (const IjkChartSpec *spec,
                                  const char         *name,
                                  IjkStyle            style,
                                  double              width_px,
                                  double              height_px,
                                  guint              *n_unreadable);

G_END_DECLS
