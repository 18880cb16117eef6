/* Ticks: round numbers for an axis.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define IJK_MAX_TICKS 64

typedef struct
{
  double values[IJK_MAX_TICKS];
  guint n_values;
  guint n_decimals; /* that tell neighbouring ticks apart */
} IjkTicks;

void ijk_ticks_of_range (IjkTicks *ticks,
                         double    min,
                         double    max,
                         double    n_wanted,
                         gboolean  covers_range);
void ijk_ticks_trim     (IjkTicks *ticks,
                         double    min,
                         double    max);
void ijk_ticks_of_years (IjkTicks *ticks,
                         double    first_year,
                         double    last_year,
                         guint     max_ticks);

G_END_DECLS
