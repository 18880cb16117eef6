/* A reference small enough to work out by hand, and its run.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model-fixture.h"

G_BEGIN_DECLS

/* What a test starts from; it changes rows through the functions below until the first run, which
 * seals them.
 *
 *   sectors   works (in industry), waste (not): output constant, half of emissions from processes
 *   units     alpha, beta (works, ets); oven, kiln (waste, incinerator): 100 kt a year, all levied,
 *             rights of 100 kt; companies Alpha, Beta, Waste
 *   measures  save (efficiency, combustion), store (ccs, process), warmth (heat, outside industry):
 *             no costs, life of one year, lag 0; rho 0.5, theta 10 EUR/t
 *   cells     each measure in works, store in waste too: potential 0.5 in all years
 *   series    constant: ETS and its forward price 50 EUR/t, levy 100 EUR/t, factors 1, power 50
 *             EUR/MWh, gas 10 and hydrogen 20 EUR/GJ, free share 0.5; no SDE++; no limit binds
 *   levers    neutral: no autonomous efficiency, belief in the levy (kappa), grant, enforcement,
 *             premium, fee or ETS2; full trade and realisation
 *
 * So V is 50 in works and 0 in waste, and with a life of one year crf(r, 1) = 1 + r: a capex of 100
 * costs 108 at the 8% of a contract. */
typedef struct _Tiny Tiny;

Tiny       *tiny_new         (void);
void        tiny_free        (Tiny *self);

IjkSector  *tiny_sector      (Tiny       *self,
                              const char *id);
IjkUnit    *tiny_unit        (Tiny       *self,
                              const char *id);
IjkMeasure *tiny_measure     (Tiny       *self,
                              const char *id);
IjkCell    *tiny_cell        (Tiny       *self,
                              const char *sector,
                              const char *measure);
IjkLever   *tiny_lever       (Tiny       *self,
                              IjkLeverId  lever);
void        tiny_observe     (Tiny       *self,
                              const char *unit,
                              double      kt_2021,
                              double      kt_2022,
                              double      kt_2023,
                              double      kt_2024,
                              double      kt_2025);
void        tiny_add_cell    (Tiny       *self,
                              const char *sector,
                              const char *measure);
void        tiny_add_cluster (Tiny       *self,
                              const char *id);
void        tiny_add_project (Tiny       *self,
                              const char *id,
                              const char *unit,
                              const char *measure,
                              double      kt_per_year,
                              int         start_year);
IjkProject *tiny_project     (Tiny       *self,
                              const char *id);
void        tiny_series      (Tiny       *self,
                              IjkSeriesId series,
                              const char *points);
void        tiny_series_variant (Tiny       *self,
                                 IjkSeriesId series,
                                 guint       variant,
                                 const char *points);

const IjkResult    *tiny_run       (Tiny       *self,
                                    const char *settings);
const IjkReference *tiny_reference (Tiny       *self);
double              tiny_value     (Tiny       *self,
                                    const char *entity,
                                    const char *id,
                                    const char *indicator,
                                    int         year);

/* Compares one number of the last run with one worked out by hand. */
#define tiny_assert(self, entity, id, indicator, year, expected)                                   \
  fixture_assert_near (tiny_value (self, entity, id, indicator, year), expected)

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Tiny, tiny_free)

G_END_DECLS
