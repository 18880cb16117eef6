/* IjkScenario: the levers a user has set, and nothing else.
 *
 * An immutable, reference-counted, sparse value. A scenario may hang under a parent, whose levers
 * hold wherever the child sets none. Changing one gives a new value.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-lever.h"

G_BEGIN_DECLS

typedef struct _IjkScenario IjkScenario;

/* What a lever is set on: the nation (target 0), or the position of a sector, company or project
 * in the reference. */
typedef struct
{
  IjkLeverId lever;
  IjkScopeKind scope;
  guint target;
} IjkLeverKey;

typedef struct
{
  IjkLeverKey key;
  IjkLeverValue value;
} IjkLeverSetting;

IjkScenario *ijk_scenario_new            (const IjkReference  *reference,
                                          const IjkScenario   *parent);
IjkScenario *ijk_scenario_ref            (const IjkScenario   *self);
void         ijk_scenario_unref          (const IjkScenario   *self);

IjkScenario *ijk_scenario_with_lever     (const IjkScenario   *self,
                                          const IjkLeverKey   *key,
                                          const IjkLeverValue *value,
                                          GError             **error);
IjkScenario *ijk_scenario_without_lever  (const IjkScenario   *self,
                                          const IjkLeverKey   *key);
IjkScenario *ijk_scenario_with_setting   (const IjkScenario   *self,
                                          const char          *text,
                                          GError             **error);
IjkScenario *ijk_scenario_with_parent    (const IjkScenario   *self,
                                          const IjkScenario   *parent);

const IjkReference    *ijk_scenario_get_reference (const IjkScenario *self);
const IjkScenario     *ijk_scenario_get_parent    (const IjkScenario *self);
const IjkLeverSetting *ijk_scenario_get_settings  (const IjkScenario *self,
                                                   guint             *n_settings);
const IjkLeverSetting *ijk_scenario_get_setting   (const IjkScenario *self,
                                                   const IjkLeverKey *key);
gboolean               ijk_scenario_equal         (const IjkScenario *a,
                                                   const IjkScenario *b);

gboolean ijk_lever_key_parse     (const IjkReference *reference,
                                  const char         *text,
                                  IjkLeverKey        *key,
                                  GError            **error);
char    *ijk_lever_key_to_string (const IjkReference *reference,
                                  const IjkLeverKey  *key);
int      ijk_lever_key_compare   (const IjkLeverKey  *a,
                                  const IjkLeverKey  *b);

/* What holds: the narrowest scope of the scenario, then of its parents, then the reference. */
double ijk_scenario_number (const IjkScenario *self,
                            IjkLeverId         lever,
                            guint              sector);
guint  ijk_scenario_choice (const IjkScenario *self,
                            IjkLeverId         lever);
void   ijk_scenario_path   (const IjkScenario *self,
                            IjkLeverId         lever,
                            guint              sector,
                            guint              company,
                            const double      *otherwise,
                            double            *yearly);
const IjkLeverValue *ijk_scenario_share         (const IjkScenario *self,
                                                 IjkGroup           group,
                                                 guint              sector);
const IjkLeverValue *ijk_scenario_company_share (const IjkScenario *self,
                                                 IjkGroup           group,
                                                 guint              sector,
                                                 guint              company);
gboolean ijk_scenario_has_company_lever   (const IjkScenario *self);
gboolean ijk_scenario_project_is_enabled  (const IjkScenario *self,
                                           guint              project);
int      ijk_scenario_project_start_year  (const IjkScenario *self,
                                           guint              project);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IjkScenario, ijk_scenario_unref)

G_END_DECLS
