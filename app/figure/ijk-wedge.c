/* The ten groups of measures in seven wedges. Six colours have to do: the last two wedges are patterns
 * on a colour that is not beside them in the stack.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-figure-private.h"

/**
 * ijk_wedge_of:
 *
 * Returns: the wedge a group of measures is shown in
 */
IjkWedge
ijk_wedge_of (IjkGroup group)
{
  switch (group)
    {
    case IJK_GROUP_EFFICIENCY:
    case IJK_GROUP_HEAT:
      return IJK_WEDGE_SAVING;
    case IJK_GROUP_ELECTRIFICATION:
      return IJK_WEDGE_ELECTRIC;
    case IJK_GROUP_HYDROGEN:
      return IJK_WEDGE_HYDROGEN;
    case IJK_GROUP_GEOTHERMAL_BIO:
    case IJK_GROUP_CIRCULAR:
      return IJK_WEDGE_CIRCULAR;
    case IJK_GROUP_STEEL:
      return IJK_WEDGE_STEEL;
    case IJK_GROUP_N2O:
      return IJK_WEDGE_N2O;
    case IJK_GROUP_CCS:
    case IJK_GROUP_CCU:
      return IJK_WEDGE_STORAGE;
    case IJK_N_GROUPS:
      break;
    }
  g_assert_not_reached ();
}

/**
 * ijk_wedge_name:
 *
 * Returns: (transfer none): the name in the language in force
 */
const char *
ijk_wedge_name (IjkWedge wedge)
{
  switch (wedge)
    {
    case IJK_WEDGE_STORAGE:
      /* Translators: capture of CO2, for storage or for use. */
      return _("CO₂ storage and use");
    case IJK_WEDGE_ELECTRIC:
      return _("Electrification");
    case IJK_WEDGE_STEEL:
      return _("Steel without coal");
    case IJK_WEDGE_HYDROGEN:
      return _("Hydrogen");
    case IJK_WEDGE_SAVING:
      return _("Energy saving and heat");
    case IJK_WEDGE_CIRCULAR:
      return _("Circular, bio and geothermal");
    case IJK_WEDGE_N2O:
      return _("Nitrous oxide");
    case IJK_N_WEDGES:
      break;
    }
  g_assert_not_reached ();
}

/**
 * ijk_wedge_role:
 *
 * Returns: the colour of the wedge
 */
IjkRole
ijk_wedge_role (IjkWedge wedge)
{
  static const IjkRole roles[IJK_N_WEDGES] = {
    [IJK_WEDGE_STORAGE] = IJK_ROLE_SERIES_1,  [IJK_WEDGE_ELECTRIC] = IJK_ROLE_SERIES_2,
    [IJK_WEDGE_STEEL] = IJK_ROLE_SERIES_3,    [IJK_WEDGE_HYDROGEN] = IJK_ROLE_SERIES_4,
    [IJK_WEDGE_SAVING] = IJK_ROLE_SERIES_5,   [IJK_WEDGE_CIRCULAR] = IJK_ROLE_SERIES_3,
    [IJK_WEDGE_N2O] = IJK_ROLE_SERIES_4,
  };

  g_assert (wedge < IJK_N_WEDGES);
  return roles[wedge];
}

/**
 * ijk_wedge_pattern:
 *
 * Returns: what tells two wedges of one colour apart
 */
IjkPattern
ijk_wedge_pattern (IjkWedge wedge)
{
  switch (wedge)
    {
    case IJK_WEDGE_CIRCULAR:
      return IJK_PATTERN_HATCH;
    case IJK_WEDGE_N2O:
      return IJK_PATTERN_DOTS;
    case IJK_WEDGE_STORAGE:
    case IJK_WEDGE_ELECTRIC:
    case IJK_WEDGE_STEEL:
    case IJK_WEDGE_HYDROGEN:
    case IJK_WEDGE_SAVING:
    case IJK_N_WEDGES:
      break;
    }
  return IJK_PATTERN_NONE;
}

/**
 * ijk_wedge_sum:
 * @field: (array): of measures, year-major
 * @yearly: (out) (array fixed-size=30): the sum over the measures of the wedge
 */
void
ijk_wedge_sum (const IjkResult *result,
               const double    *field,
               IjkWedge         wedge,
               double           factor,
               double          *yearly)
{
  const IjkReference *reference = result->reference;

  for (guint t = 0; t < IJK_N_YEARS; t++)
    yearly[t] = 0;
  for (guint m = 0; m < reference->n_measures; m++)
    {
      if (ijk_wedge_of (reference->measures[m].group) != wedge)
        continue;
      for (guint t = 0; t < IJK_N_YEARS; t++)
        yearly[t] += factor * field[(gsize) t * reference->n_measures + m];
    }
}
