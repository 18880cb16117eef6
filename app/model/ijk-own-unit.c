/* Tags that say where an installation comes from.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-own-unit.h"

#include <string.h>

gboolean
ijk_own_tag_is (const char *tag)
{
  return strcmp (tag, IJK_OWN_TAG) == 0 || g_str_has_prefix (tag, IJK_WITHIN_TAG_PREFIX);
}

static gboolean
has_tag (const IjkUnit *unit,
         guint          tag)
{
  return (unit->tags & (G_GUINT64_CONSTANT (1) << tag)) != 0;
}

gboolean
ijk_unit_is_own (const IjkReference *reference,
                 guint               unit)
{
  g_return_val_if_fail (unit < reference->n_units, FALSE);

  for (guint i = 0; i < reference->n_tags; i++)
    if (strcmp (reference->tags[i], IJK_OWN_TAG) == 0)
      return has_tag (&reference->units[unit], i);
  return FALSE;
}

gboolean
ijk_company_is_own (const IjkReference *reference,
                    guint               company)
{
  g_return_val_if_fail (company < reference->n_companies, FALSE);

  for (guint i = 0; i < reference->companies[company].n_units; i++)
    if (ijk_unit_is_own (reference, reference->companies[company].units[i]))
      return TRUE;
  return FALSE;
}

guint
ijk_unit_find_rest (const IjkReference *reference,
                    guint               unit)
{
  g_return_val_if_fail (unit < reference->n_units, IJK_NONE);

  for (guint i = 0; i < reference->n_tags; i++)
    if (has_tag (&reference->units[unit], i)
        && g_str_has_prefix (reference->tags[i], IJK_WITHIN_TAG_PREFIX))
      return ijk_reference_find_unit (reference,
                                      reference->tags[i] + strlen (IJK_WITHIN_TAG_PREFIX));
  return IJK_NONE;
}

guint
ijk_sector_find_rest (const IjkReference *reference,
                      guint               sector)
{
  const IjkSector *s = NULL;

  g_return_val_if_fail (sector < reference->n_sectors, IJK_NONE);

  s = &reference->sectors[sector];
  for (guint i = s->first_unit; i < s->first_unit + s->n_units; i++)
    if (reference->units[i].kind == IJK_KIND_REST)
      return i;
  return IJK_NONE;
}
