/* What the session answers when asked: file, facts, scenario and results; and what is looked at:
 * the year, the sector and the company that all views share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-session-private.h"

/* Returns: (transfer none) (nullable): file of the workbook */
const char *
ijk_session_get_path (IjkSession *self)
{
  g_return_val_if_fail (IJK_IS_SESSION (self), NULL);
  return self->path;
}

/* Returns: (transfer none) (nullable): what to tell about how the workbook was opened */
const char *
ijk_session_get_notice (IjkSession *self)
{
  g_return_val_if_fail (IJK_IS_SESSION (self), NULL);
  return self->notice;
}

/* Whether nothing at all can be changed; ijk_session_get_notice() says why. */
gboolean
ijk_session_is_file_read_only (IjkSession *self)
{
  g_return_val_if_fail (IJK_IS_SESSION (self), TRUE);
  return self->is_file_read_only;
}

/* Whether the scenario in hand is shipped with the program or its file cannot be written. */
gboolean
ijk_session_is_read_only (IjkSession *self)
{
  g_return_val_if_fail (IJK_IS_SESSION (self), TRUE);
  return self->is_file_read_only || self->document == NULL || self->document->record->is_template;
}

const IjkReference *
ijk_session_get_reference (IjkSession *self)
{
  g_return_val_if_fail (IJK_IS_SESSION (self), NULL);
  return self->reference;
}

const IjkScenario *
ijk_session_get_scenario (IjkSession *self)
{
  g_return_val_if_fail (IJK_IS_SESSION (self), NULL);
  return self->scenario;
}

/* Returns: (transfer none) (nullable): the newest run, never changed */
const IjkResult *
ijk_session_get_result (IjkSession *self)
{
  g_return_val_if_fail (IJK_IS_SESSION (self), NULL);
  return self->result;
}

/* Returns: (transfer none) (nullable): current law on the reference data of the workbook */
const IjkResult *
ijk_session_get_law_result (IjkSession *self)
{
  g_return_val_if_fail (IJK_IS_SESSION (self), NULL);
  return self->law_result;
}

/* Whether neither the scenario nor any parent sets a lever to other than the reference's value. */
gboolean
ijk_session_is_law (IjkSession *self)
{
  g_return_val_if_fail (IJK_IS_SESSION (self), TRUE);
  for (const IjkScenario *scenario = self->scenario; scenario != NULL;
       scenario = ijk_scenario_get_parent (scenario))
    {
      guint n_settings = 0;

      const IjkLeverSetting *settings = ijk_scenario_get_settings (scenario, &n_settings);

      for (guint i = 0; i < n_settings; i++)
        if (!ijk_session_is_default (self->reference, &settings[i].key, &settings[i].value))
          return FALSE;
    }
  return TRUE;
}

int
ijk_session_get_year (IjkSession *self)
{
  g_return_val_if_fail (IJK_IS_SESSION (self), IJK_SESSION_FIRST_SHOWN_YEAR);
  return self->year;
}

/* Years beyond the horizon count as its ends. */
void
ijk_session_set_year (IjkSession *self,
                      int         year)
{
  const int clamped = CLAMP (year, IJK_FIRST_YEAR, IJK_LAST_YEAR);

  g_return_if_fail (IJK_IS_SESSION (self));
  if (self->year == clamped)
    return;
  self->year = clamped;
  ijk_session_notify (self, PROP_YEAR);
}

guint
ijk_session_get_sector (IjkSession *self)
{
  g_return_val_if_fail (IJK_IS_SESSION (self), IJK_NONE);
  return self->sector;
}

/* A sector that is not there counts as none. */
void
ijk_session_set_sector (IjkSession *self,
                        guint       sector)
{
  g_return_if_fail (IJK_IS_SESSION (self));
  if (self->reference == NULL || sector >= self->reference->n_sectors)
    sector = IJK_NONE;
  if (self->sector == sector)
    return;
  self->sector = sector;
  ijk_session_notify (self, PROP_SECTOR);
}

guint
ijk_session_get_company (IjkSession *self)
{
  g_return_val_if_fail (IJK_IS_SESSION (self), IJK_NONE);
  return self->company;
}

/* A company that is not there counts as none. */
void
ijk_session_set_company (IjkSession *self,
                         guint       company)
{
  g_return_if_fail (IJK_IS_SESSION (self));
  if (self->reference == NULL || company >= self->reference->n_companies)
    company = IJK_NONE;
  if (self->company == company)
    return;
  self->company = company;
  ijk_session_notify (self, PROP_COMPANY);
}

guint64
ijk_session_get_n_runs (IjkSession *self)
{
  g_return_val_if_fail (IJK_IS_SESSION (self), 0);
  return self->n_runs;
}

/* Returns: (transfer none) (element-type IjkScenarioRecord): without settings */
GPtrArray *
ijk_session_get_scenarios (IjkSession *self)
{
  g_return_val_if_fail (IJK_IS_SESSION (self), NULL);
  return self->scenarios;
}

gint64
ijk_session_get_scenario_id (IjkSession *self)
{
  g_return_val_if_fail (IJK_IS_SESSION (self), 0);
  return self->document != NULL ? self->document->record->id : 0;
}

/* Returns: (transfer none) (nullable) */
const char *
ijk_session_get_scenario_name (IjkSession *self)
{
  g_return_val_if_fail (IJK_IS_SESSION (self), NULL);
  return self->document != NULL ? self->document->record->name : NULL;
}

gint64
ijk_session_get_compare_id (IjkSession *self)
{
  g_return_val_if_fail (IJK_IS_SESSION (self), 0);
  return self->compare_id;
}

const IjkResult *
ijk_session_get_compare_result (IjkSession *self)
{
  g_return_val_if_fail (IJK_IS_SESSION (self), NULL);
  return self->compare_result;
}

const char *
ijk_session_get_compare_name (IjkSession *self)
{
  g_return_val_if_fail (IJK_IS_SESSION (self), NULL);
  return self->compare_name;
}

/* Returns: (transfer none) (nullable): for anything else; %NULL when closed */
IjkStore *
ijk_session_get_store (IjkSession *self)
{
  g_return_val_if_fail (IJK_IS_SESSION (self), NULL);
  return self->store;
}
