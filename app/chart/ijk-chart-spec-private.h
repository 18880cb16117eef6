/* What the builder, the spec and its dump share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-chart-spec.h"

G_BEGIN_DECLS

typedef struct
{
  IjkChartSpec spec; /* first: the public face of the same box */

  GStringChunk *strings; /* (owned) */
  GPtrArray *arrays;     /* (owned) (element-type gpointer): freed with g_free */
  GBytes *identity;      /* (owned): every field once, to compare specs by */
} IjkChartSpecBox;

GBytes *ijk_chart_spec_dup_identity (const IjkChartSpec *self);

G_END_DECLS
