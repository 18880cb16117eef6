/* The years a run covers. Everything yearly in the model is an array of IJK_N_YEARS values whose
 * position i_year stands for the year IJK_FIRST_YEAR + i_year.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The levy exists since 2021; the agreement's horizon is 2050. */
#define IJK_FIRST_YEAR 2021
#define IJK_LAST_YEAR 2050
#define IJK_N_YEARS (IJK_LAST_YEAR - IJK_FIRST_YEAR + 1)

/* Decisions, projects and levers start here; earlier years are observed. */
#define IJK_FIRST_FREE_YEAR 2026
#define IJK_N_PAST_YEARS (IJK_FIRST_FREE_YEAR - IJK_FIRST_YEAR)

/* Installations carry observations of these years. */
#define IJK_FIRST_OBSERVED_YEAR 2013
#define IJK_LAST_OBSERVED_YEAR 2025
#define IJK_N_OBSERVED_YEARS (IJK_LAST_OBSERVED_YEAR - IJK_FIRST_OBSERVED_YEAR + 1)

#define IJK_YEAR_INDEX(year) ((guint) ((year) - IJK_FIRST_YEAR))

G_END_DECLS
