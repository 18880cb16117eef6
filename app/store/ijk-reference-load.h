/* The reference data set as tables: reading, strict validation, and where it is found.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-reference.h"
#include "ijk-store-error.h"

G_BEGIN_DECLS

typedef enum
{
  IJK_TABLE_SECTORS,
  IJK_TABLE_CLUSTERS,
  IJK_TABLE_UNITS,
  IJK_TABLE_MEASURES,
  IJK_TABLE_POTENTIALS,
  IJK_TABLE_PROJECTS,
  IJK_TABLE_REGIMES,
  IJK_TABLE_POLICY,
  IJK_TABLE_LEVERS,
  IJK_TABLE_INDEXATION,
  IJK_TABLE_HISTORY,
  IJK_TABLE_TARGETS,
  IJK_TABLE_VALIDATION,
  IJK_N_TABLES,
} IjkTableId;

/* File names, in the order of IjkTableId. */
extern const char *const ijk_table_names[IJK_N_TABLES];

IjkReference *ijk_reference_parse (const char *const *texts,
                                   GError           **error);
IjkReference *ijk_reference_load  (const char        *directory,
                                   GError           **error);

G_END_DECLS
