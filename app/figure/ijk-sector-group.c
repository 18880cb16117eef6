/* The sectors of the reference in the six groups a chart can tell apart.
 *
 * The order is fixed: neighbours keep their distance in colour for readers who see colours otherwise.
 * Sectors that a table adds later join the others.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-figure-private.h"

typedef struct
{
  const char *sector_id;
  IjkSectorGroup group;
} GroupOfSector;

static const GroupOfSector groups_of_sectors[] = {
  { "basic_metals", IJK_SECTOR_GROUP_STEEL },
  { "chemicals", IJK_SECTOR_GROUP_CHEMISTRY },
  { "fertiliser", IJK_SECTOR_GROUP_CHEMISTRY },
  { "food", IJK_SECTOR_GROUP_FOOD },
  { "other_gases", IJK_SECTOR_GROUP_WASTE },
  { "refining", IJK_SECTOR_GROUP_REFINING },
  { "steel_gas_power", IJK_SECTOR_GROUP_STEEL },
  { "waste_incineration", IJK_SECTOR_GROUP_WASTE },
};

/**
 * ijk_sector_group_of:
 * @sector: position in the reference
 *
 * Returns: the group a chart shows the sector in
 */
IjkSectorGroup
ijk_sector_group_of (const IjkReference *reference,
                     guint               sector)
{
  g_assert (sector < reference->n_sectors);
  for (guint i = 0; i < G_N_ELEMENTS (groups_of_sectors); i++)
    if (g_str_equal (groups_of_sectors[i].sector_id, reference->sectors[sector].id))
      return groups_of_sectors[i].group;
  return IJK_SECTOR_GROUP_OTHER;
}

/**
 * ijk_sector_group_name:
 *
 * Returns: (transfer none): the name in the language in force
 */
const char *
ijk_sector_group_name (IjkSectorGroup group)
{
  switch (group)
    {
    case IJK_SECTOR_GROUP_CHEMISTRY:
      return _("Chemistry and fertiliser");
    case IJK_SECTOR_GROUP_REFINING:
      return _("Refining");
    case IJK_SECTOR_GROUP_STEEL:
      return _("Steel and metals");
    case IJK_SECTOR_GROUP_WASTE:
      /* Translators: waste incinerators, and landfill methane and F-gases. */
      return _("Waste and other gases");
    case IJK_SECTOR_GROUP_FOOD:
      return _("Food");
    case IJK_SECTOR_GROUP_OTHER:
      return _("Other industry");
    case IJK_N_SECTOR_GROUPS:
      break;
    }
  g_assert_not_reached ();
}

/**
 * ijk_sector_group_role:
 *
 * Returns: the colour of the group
 */
IjkRole
ijk_sector_group_role (IjkSectorGroup group)
{
  return (IjkRole) (IJK_ROLE_SERIES_1 + group);
}

/**
 * ijk_sector_group_sum:
 * @field: (array): of sectors, year-major
 * @yearly: (out) (array fixed-size=30): the sum over the sectors of the group
 */
void
ijk_sector_group_sum (const IjkResult *result,
                      const double    *field,
                      IjkSectorGroup   group,
                      gboolean         industry_only,
                      double           factor,
                      double          *yearly)
{
  const IjkReference *reference = result->reference;

  for (guint t = 0; t < IJK_N_YEARS; t++)
    yearly[t] = 0;
  for (guint s = 0; s < reference->n_sectors; s++)
    {
      if (ijk_sector_group_of (reference, s) != group
          || (industry_only && !reference->sectors[s].is_in_industry))
        continue;
      for (guint t = 0; t < IJK_N_YEARS; t++)
        yearly[t] += factor * field[(gsize) t * reference->n_sectors + s];
    }
}

/**
 * ijk_figure_sum_sectors:
 *
 * As ijk_sector_group_sum(), over all sectors.
 */
void
ijk_figure_sum_sectors (const IjkResult *result,
                        const double    *field,
                        gboolean         industry_only,
                        double           factor,
                        double          *yearly)
{
  const IjkReference *reference = result->reference;

  for (guint t = 0; t < IJK_N_YEARS; t++)
    {
      double sum = 0;

      for (guint s = 0; s < reference->n_sectors; s++)
        if (!industry_only || reference->sectors[s].is_in_industry)
          sum += field[(gsize) t * reference->n_sectors + s];
      yearly[t] = factor * sum;
    }
}

/**
 * ijk_figure_emissions_mt:
 * @yearly: (out) (array fixed-size=30): emissions of industry, Mt CO2-equivalent
 */
void
ijk_figure_emissions_mt (const IjkResult *result,
                         double          *yearly)
{
  ijk_figure_sum_sectors (result, result->sector_emissions_kt, TRUE, 1 / IJK_KT_PER_MT, yearly);
}

/**
 * ijk_sector_group_find:
 * @label: (nullable): in the language in use
 *
 * Which group a series shows. Its colour alone would not tell: colours have other uses elsewhere.
 */
IjkSectorGroup
ijk_sector_group_find (const IjkReference *reference,
                       const char         *label,
                       IjkRole             role)
{
  IjkSectorGroup group = 0;

  g_return_val_if_fail (reference != NULL, IJK_N_SECTOR_GROUPS);

  while (group < IJK_N_SECTOR_GROUPS && ijk_sector_group_role (group) != role)
    group++;
  if (group == IJK_N_SECTOR_GROUPS || g_strcmp0 (label, ijk_sector_group_name (group)) == 0)
    return group;
  for (guint i = 0; i < reference->n_sectors; i++)
    if (ijk_sector_group_of (reference, i) == group
        && g_strcmp0 (label, ijk_language_pick (reference->sectors[i].name_en,
                                                reference->sectors[i].name_nl))
             == 0)
      return group;
  return IJK_N_SECTOR_GROUPS;
}

/**
 * ijk_sector_group_first:
 * @group: IJK_N_SECTOR_GROUPS has no sectors
 *
 * Returns: position in the reference
 */
guint
ijk_sector_group_first (const IjkReference *reference,
                        IjkSectorGroup      group)
{
  g_return_val_if_fail (reference != NULL, IJK_NONE);

  for (guint s = 0; s < reference->n_sectors; s++)
    if (reference->sectors[s].is_in_industry && ijk_sector_group_of (reference, s) == group)
      return s;
  return IJK_NONE;
}
