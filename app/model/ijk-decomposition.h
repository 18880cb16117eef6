/* Why emissions differ from those of 2021.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-horizon.h"

G_BEGIN_DECLS

/* Parts of E[2021] - E[t] besides measures, in kt a year; positive = less emissions. */
typedef struct
{
  double activity_kt;
  double autonomous_kt;
  double leakage_kt;
} IjkDecomposition;

IjkDecomposition ijk_decompose_unit (const double *past_kt,
                                     guint         y0,
                                     guint         t,
                                     double        activity_ratio,
                                     double        efficiency,
                                     double        leak);

G_END_DECLS
