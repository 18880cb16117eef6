/* What holds in a scenario: the walk company > sector > national > parent scenario > reference.
 *
 * A path holds from its first point on; before that the next wider scope does (model.md section 1).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-scenario.h"

#include <math.h>

/* The narrowest setting of @lever in @self alone. IJK_NONE skips a scope. */
static const IjkLeverSetting *
find_narrowest (const IjkScenario *self,
                IjkLeverId         lever,
                guint              sector,
                guint              company)
{
  const IjkLeverSetting *found = NULL;

  if (company != IJK_NONE)
    found = ijk_scenario_get_setting (self, &(IjkLeverKey) { lever, IJK_SCOPE_COMPANY, company });
  if (found == NULL && sector != IJK_NONE)
    found = ijk_scenario_get_setting (self, &(IjkLeverKey) { lever, IJK_SCOPE_SECTOR, sector });
  if (found == NULL)
    found = ijk_scenario_get_setting (self, &(IjkLeverKey) { lever, IJK_SCOPE_NATIONAL, 0 });
  return found;
}

static const IjkLeverSetting *
find_in_chain (const IjkScenario *self,
               IjkLeverId         lever,
               guint              sector)
{
  for (const IjkScenario *s = self; s != NULL; s = ijk_scenario_get_parent (s))
    {
      const IjkLeverSetting *found = find_narrowest (s, lever, sector, IJK_NONE);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Value of a number lever; @sector may be IJK_NONE for a national lever. */
double
ijk_scenario_number (const IjkScenario *self,
                     IjkLeverId         lever,
                     guint              sector)
{
  const IjkLeverSetting *found = find_in_chain (self, lever, sector);

  return found != NULL ? found->value.number
                       : ijk_scenario_get_reference (self)->levers[lever].default_number;
}

/* Position of the choice of a switch. */
guint
ijk_scenario_choice (const IjkScenario *self,
                     IjkLeverId         lever)
{
  const IjkLeverSetting *found = find_in_chain (self, lever, IJK_NONE);

  return found != NULL ? found->value.choice
                       : ijk_scenario_get_reference (self)->levers[lever].default_choice;
}

static void
overlay_path (const IjkLeverSetting *setting,
              double                *yearly)
{
  if (setting == NULL)
    return;
  for (int year = setting->value.points[0].year; year <= IJK_LAST_YEAR; year++)
    yearly[IJK_YEAR_INDEX (year)] = ijk_lever_value_at (&setting->value, year);
}

/**
 * ijk_scenario_path:
 * @sector: position or IJK_NONE
 * @company: position or IJK_NONE
 * @otherwise: (nullable) (array fixed-size=30): values where no scope sets the lever; %NULL for
 *   the lever's default number
 * @yearly: (out) (array fixed-size=30): what holds each year, in the lever's unit
 */
void
ijk_scenario_path (const IjkScenario *self,
                   IjkLeverId         lever,
                   guint              sector,
                   guint              company,
                   const double      *otherwise,
                   double            *yearly)
{
  const IjkScenario *parent = ijk_scenario_get_parent (self);

  /* Widest first: each narrower path covers what it reaches. */
  if (parent != NULL)
    ijk_scenario_path (parent, lever, sector, company, otherwise, yearly);
  else
    for (guint t = 0; t < IJK_N_YEARS; t++)
      yearly[t] = otherwise != NULL
                      ? otherwise[t]
                      : ijk_scenario_get_reference (self)->levers[lever].default_number;

  overlay_path (ijk_scenario_get_setting (self, &(IjkLeverKey) { lever, IJK_SCOPE_NATIONAL, 0 }),
                yearly);
  if (sector != IJK_NONE)
    overlay_path (ijk_scenario_get_setting (self, &(IjkLeverKey) { lever, IJK_SCOPE_SECTOR, sector }),
                  yearly);
  if (company != IJK_NONE)
    overlay_path (
        ijk_scenario_get_setting (self, &(IjkLeverKey) { lever, IJK_SCOPE_COMPANY, company }),
        yearly);
}

/* Share of potential that holds for a group in a sector. Returns: (nullable): NULL = free */
const IjkLeverValue *
ijk_scenario_share (const IjkScenario *self,
                    IjkGroup           group,
                    guint              sector)
{
  const IjkLeverSetting *found = find_in_chain (self, IJK_LEVER_SHARE (group), sector);

  return found != NULL && found->value.mode != IJK_SHARE_FREE ? &found->value : NULL;
}

/**
 * ijk_scenario_company_share:
 *
 * The share a company sets for itself. A parent's company lever gives way to a lever that the
 * child sets for the sector or the nation.
 *
 * Returns: (nullable): the share, or %NULL when the company follows its sector
 */
const IjkLeverValue *
ijk_scenario_company_share (const IjkScenario *self,
                            IjkGroup           group,
                            guint              sector,
                            guint              company)
{
  for (const IjkScenario *s = self; s != NULL; s = ijk_scenario_get_parent (s))
    {
      const IjkLeverSetting *found = find_narrowest (s, IJK_LEVER_SHARE (group), sector, company);

      if (found != NULL)
        return found->key.scope == IJK_SCOPE_COMPANY && found->value.mode != IJK_SHARE_FREE
                   ? &found->value
                   : NULL;
    }
  return NULL;
}

/* Whether any company lever is set, here or in a parent. */
gboolean
ijk_scenario_has_company_lever (const IjkScenario *self)
{
  for (const IjkScenario *s = self; s != NULL; s = ijk_scenario_get_parent (s))
    {
      guint n_settings = 0;
      const IjkLeverSetting *settings = ijk_scenario_get_settings (s, &n_settings);

      for (guint i = 0; i < n_settings; i++)
        if (settings[i].key.scope == IJK_SCOPE_COMPANY)
          return TRUE;
    }
  return FALSE;
}

static const IjkLeverSetting *
find_project_setting (const IjkScenario *self,
                      IjkLeverId         lever,
                      guint              project)
{
  for (const IjkScenario *s = self; s != NULL; s = ijk_scenario_get_parent (s))
    {
      const IjkLeverSetting *found
          = ijk_scenario_get_setting (s, &(IjkLeverKey) { lever, IJK_SCOPE_PROJECT, project });

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* First year of operation. A project's own date wins over dri_start, which dates the first blast
 * furnace's replacement: tata-dri and the steel gas that follows it. */
int
ijk_scenario_project_start_year (const IjkScenario *self,
                                 guint              project)
{
  const IjkProject *p = &ijk_scenario_get_reference (self)->projects[project];
  const IjkLeverSetting *own = find_project_setting (self, IJK_LEVER_PROJECT_START, project);

  if (own != NULL)
    return (int) own->value.number;
  if (g_str_equal (p->id, "tata-dri") || g_str_equal (p->id, "tata-dri-steelgas"))
    {
      const IjkLeverSetting *dri = find_in_chain (self, IJK_LEVER_DRI_START, IJK_NONE);

      if (dri != NULL)
        return (int) dri->value.number;
    }
  return p->start_year;
}

/* Whether the project happens within the horizon; a later start means never. */
gboolean
ijk_scenario_project_is_enabled (const IjkScenario *self,
                                 guint              project)
{
  const IjkLeverSetting *own = find_project_setting (self, IJK_LEVER_PROJECT, project);
  const gboolean is_on = own != NULL ? own->value.choice == 1
                                     : ijk_scenario_get_reference (self)->projects[project].is_enabled;

  return is_on && ijk_scenario_project_start_year (self, project) <= IJK_LAST_YEAR;
}
