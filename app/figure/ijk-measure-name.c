/* Names of measures where room is short.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-saying-private.h"

#include <string.h>

/**
 * ijk_measure_short_name:
 *
 * Names of measures carry their details after a comma, which a label in a chart has no room for; the
 * whole name stands in the table.
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
