/* IjkScenarioRecord: memory of a scenario as it is stored and exchanged.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-scenario-record.h"

const char *const ijk_scenario_kind_ids[IJK_N_SCENARIO_KINDS] = { "sector", "company" };

/* Returns: (transfer full): a nameless sector scenario that sets nothing */
IjkScenarioRecord *
ijk_scenario_record_new (void)
{
  IjkScenarioRecord *self = g_new0 (IjkScenarioRecord, 1);

  self->name = g_strdup ("");
  self->description = g_strdup ("");
  self->note = g_strdup ("");
  self->settings = g_array_new (FALSE, TRUE, sizeof (IjkLeverSetting));
  return self;
}

/* Returns: (transfer full): a copy that shares nothing with @self */
IjkScenarioRecord *
ijk_scenario_record_copy (const IjkScenarioRecord *self)
{
  IjkScenarioRecord *copy = g_memdup2 (self, sizeof *self);

  copy->name = g_strdup (self->name);
  copy->description = g_strdup (self->description);
  copy->note = g_strdup (self->note);
  copy->settings = g_array_copy (self->settings);
  return copy;
}

void
ijk_scenario_record_free (IjkScenarioRecord *self)
{
  g_free (self->name);
  g_free (self->description);
  g_free (self->note);
  g_array_unref (self->settings);
  g_free (self);
}
