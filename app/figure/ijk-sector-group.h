/* Sectors in six groups, in the one order the colours are made for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-palette.h"
#include "ijk-reference.h"

G_BEGIN_DECLS

typedef enum
{
  IJK_SECTOR_GROUP_CHEMISTRY, /* and fertiliser */
  IJK_SECTOR_GROUP_REFINING,
  IJK_SECTOR_GROUP_STEEL,     /* and other metals */
  IJK_SECTOR_GROUP_WASTE,     /* incineration, landfill, gases without a chimney */
  IJK_SECTOR_GROUP_FOOD,
  IJK_SECTOR_GROUP_OTHER,
  IJK_N_SECTOR_GROUPS,
} IjkSectorGroup;

IjkSectorGroup ijk_sector_group_of   (const IjkReference  *reference,
                                      guint                sector);
const char    *ijk_sector_group_name (IjkSectorGroup       group);
IjkRole        ijk_sector_group_role (IjkSectorGroup       group);

G_END_DECLS
