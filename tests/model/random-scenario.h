/* Scenarios at random, for properties that hold whatever a user does.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-scenario.h"

G_BEGIN_DECLS

/* @excluded: levers to leave alone, ended by IJK_N_LEVERS, or NULL. */

#define RANDOM_MAX_SETTINGS 16

guint        random_settings (const IjkReference *reference,
                              GRand              *random,
                              const IjkLeverId   *excluded,
                              IjkLeverSetting    *settings);
void         random_shuffle  (GRand              *random,
                              IjkLeverSetting    *settings,
                              guint               n_settings);
IjkScenario *random_apply    (const IjkScenario     *before,
                              const IjkLeverSetting *settings,
                              guint                  n_settings);
IjkScenario *random_scenario (const IjkReference *reference,
                              GRand              *random,
                              const IjkLeverId   *excluded);

G_END_DECLS
