/* IjkImport: installations of one's own, read from a table, and what they would change.
 *
 * data/IMPORT.md describes the table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-scenario.h"
#include "ijk-store-error.h"

G_BEGIN_DECLS

/* More than all installations of the European Union; each costs a result 2 kB. */
#define IJK_MAX_IMPORTED_UNITS 20000

typedef struct
{
  gboolean is_replacing; /* a row may stand for an installation that is there; else it is refused */
  const char *source;    /* (nullable) citation of rows without one; NULL = own figures */
  gboolean is_restoring; /* the rows are those of the shipped table: they are not marked as own */
} IjkImportOptions;

/* A field of an installation that would change, in the words of the table. */
typedef struct
{
  const char *column;
  char *before;          /* (owned) empty where unknown */
  char *after;           /* (owned) */
} IjkImportField;

typedef struct
{
  guint unit;            /* position in the new reference */
  gboolean is_new;
  GArray *fields;        /* (owned) (element-type IjkImportField) that differ; of a new one all */
} IjkImportUnit;

/* Nothing has been applied: @reference is what the data would be. */
typedef struct
{
  IjkReference *origin;         /* (owned) what the data are */
  IjkReference *reference;      /* (owned) what they would be */
  GArray *units;                /* (owned) (element-type IjkImportUnit) in the order of the table */
  guint n_added;
  guint n_replaced;             /* that differ in a field */
  guint n_unchanged;
  GPtrArray *new_companies;     /* (owned) (element-type utf8) */
  GPtrArray *gone_companies;    /* (owned) (element-type utf8) that are left without installation */
} IjkImport;

/* Numbers of one year on the data as they are (0) and as they would be (1). */
typedef struct
{
  int year;
  double industry_kt[2];        /* emissions of the national industry figure */
  double all_kt[2];             /* with the sectors reported beside it */
  double levy_meur[2];          /* net levy (CO2-heffing less credits) of all installations */
} IjkImportEffect;

IjkImport *ijk_import_read    (const IjkReference     *reference,
                               const char             *name,
                               const char             *text,
                               gssize                  length,
                               const IjkImportOptions *options,
                               GError                **error);
void       ijk_import_free    (IjkImport              *self);
gboolean   ijk_import_effect  (const IjkImport        *self,
                               const IjkScenario      *scenario,
                               int                     year,
                               IjkImportEffect        *effect,
                               GError                **error);

IjkScenario *ijk_scenario_move (const IjkScenario     *scenario,
                                const IjkReference    *reference,
                                GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IjkImport, ijk_import_free)

G_END_DECLS
