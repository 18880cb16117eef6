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
/* The group that a series of a chart shows: as a whole, or one sector of it, by the name and the colour
 * that figures give them. IJK_N_SECTOR_GROUPS: it shows something else. */
IjkSectorGroup ijk_sector_group_find (const IjkReference  *reference,
                                      const char          *label,
                                      IjkRole              role);
/* Any sector of the group that counts as industry, for who keeps a sector where a group is meant.
 * IJK_NONE where there is none. */
guint          ijk_sector_group_first (const IjkReference *reference,
                                       IjkSectorGroup      group);

G_END_DECLS
