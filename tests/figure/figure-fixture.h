/* What the tests of figures share: the real reference, results of a few scenarios, and their input.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-figure.h"

G_BEGIN_DECLS

IjkReference   *figure_fixture_load_reference (void);
/* @settings: separated by spaces, as on the command line; empty = current law. */
IjkResult      *figure_fixture_run            (const IjkReference *reference,
                                               const char         *settings);
/* Current law in 2030; law_result == result. */
IjkFigureInput  figure_fixture_law_input      (const IjkResult    *law);
/* A scenario of its own, compared with the law. */
IjkFigureInput  figure_fixture_input          (const IjkResult    *result,
                                               const IjkResult    *law);

/* Settings that differ from the law in every chapter. */
#define FIGURE_FIXTURE_PACE "levy_rate=2026:100,2030:180 reduction_factor=2030:0.745,2035:0.495 ccs_ceiling=2026:9700 " \
                            "sde_budget=2026:4500 ets_price=2030:120,2050:200"

G_END_DECLS
