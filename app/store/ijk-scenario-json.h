/* Scenarios as JSON: the form in which they are exchanged. data/SCENARIOS.md describes it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-scenario-record.h"
#include "ijk-store-error.h"

G_BEGIN_DECLS

#define IJK_SCENARIO_JSON_FORMAT "ijkpad-scenarios"
#define IJK_SCENARIO_JSON_VERSION 1

/* More is not something a person has made. */
#define IJK_MAX_SCENARIOS 10000

char      *ijk_scenario_json_write (const IjkReference *reference,
                                    const GPtrArray    *records,
                                    gsize              *length,
                                    GError            **error);
GPtrArray *ijk_scenario_json_read  (const IjkReference *reference,
                                    const char         *name,
                                    const char         *text,
                                    gssize              length,
                                    GError            **error);

G_END_DECLS
