/* IjkScenarioRecord: a scenario as it is stored and exchanged: its levers with name, kind, parent
 * and notes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-scenario.h"

G_BEGIN_DECLS

/**
 * IjkScenarioKind:
 * @IJK_SCENARIO_SECTOR: sets national and sector levers and projects
 * @IJK_SCENARIO_COMPANY: hangs under a sector scenario; sets levers and projects of companies
 */
typedef enum
{
  IJK_SCENARIO_SECTOR,
  IJK_SCENARIO_COMPANY,
  IJK_N_SCENARIO_KINDS,
} IjkScenarioKind;

extern const char *const ijk_scenario_kind_ids[IJK_N_SCENARIO_KINDS]; /* "sector", "company" */

/* Limits of what a person can write, in characters; the schema checks the same. */
#define IJK_MAX_NAME_LENGTH 200
#define IJK_MAX_TEXT_LENGTH 20000

typedef struct
{
  gint64 id;             /* row of the workbook; 0 = not stored */
  gint64 parent_id;      /* 0 = none */
  IjkScenarioKind kind;
  gboolean is_template;  /* shipped with the program: read-only */
  char *name;            /* (owned) unique in a workbook, case and Unicode form folded */
  char *description;     /* (owned) */
  char *note;            /* (owned) of the author */
  gint64 created_us;     /* microseconds since 1970, UTC */
  gint64 changed_us;
  GArray *settings;      /* (owned) (element-type IjkLeverSetting) sorted by key; own levers only */
} IjkScenarioRecord;

IjkScenarioRecord *ijk_scenario_record_new  (void);
IjkScenarioRecord *ijk_scenario_record_copy (const IjkScenarioRecord *self);
void               ijk_scenario_record_free (IjkScenarioRecord       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IjkScenarioRecord, ijk_scenario_record_free)

G_END_DECLS
