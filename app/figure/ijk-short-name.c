/* Names of measures and targets where room is short.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-saying-private.h"

#include <string.h>

/**
 * ijk_measure_short_name:
 *
 * Names of measures carry their details after a comma, which a label in a chart has no room for;
 * the whole name stands in the table.
 *
 * Returns: (transfer full): the name up to its first comma, in the language in force
 */
char *
ijk_measure_short_name (const IjkMeasure *measure)
{
  const char *name = ijk_language_pick (measure->name_en, measure->name_nl);
  const char *comma = strchr (name, ',');

  return comma != NULL && comma > name ? g_strndup (name, (gsize) (comma - name)) : g_strdup (name);
}

/**
 * ijk_target_short_name:
 * @target: position in the reference
 *
 * Returns: (transfer full): what stands beside a line or a mark: "35.7 agreed"
 */
char *
ijk_target_short_name (const IjkReference *reference,
                       guint               target)
{
  g_autofree char *number = ijk_quantity_number (reference->targets[target].target_mt, 1);

  if (ijk_target_is_agreed (reference, target))
    /* Translators: beside a target: "35.7 agreed" (in the Climate Agreement). */
    return g_strdup_printf (_("%s agreed"), number);
  if (reference->targets[target].provenance.status == IJK_STATUS_ASSUMPTION)
    /* Translators: beside a target that is an assumption of ours: "2.0 near zero". */
    return g_strdup_printf (_("%s near zero"), number);
  /* Translators: beside a target that a government has named: "29.1 indicative". */
  return g_strdup_printf (_("%s indicative"), number);
}
