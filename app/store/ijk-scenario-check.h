/* What a scenario must be to be exchanged, whichever way it goes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-scenario-record.h"
#include "ijk-store-error.h"

G_BEGIN_DECLS

char    *ijk_scenario_fold_name      (const char         *name);

gboolean ijk_scenario_check_name     (const char         *name,
                                      const char        **problem);
gboolean ijk_scenario_check_text     (const char         *text,
                                      const char        **problem);
gboolean ijk_scenario_check_setting  (IjkScenarioKind     kind,
                                      const IjkLeverKey  *key,
                                      const char        **problem);
gboolean ijk_scenario_check_family   (const GPtrArray    *records,
                                      guint              *position,
                                      char              **problem);

G_END_DECLS
