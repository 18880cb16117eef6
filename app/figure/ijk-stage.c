/* The stage of a dated project in words. The tables hold one text, in English; those of the shipped
 * table are translated here, and a text of another table is shown as it stands.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-stage.h"

#include <glib/gi18n-lib.h>

/* The column status_of_project of projects.csv. */
static const char *const stages[] = {
  NC_("stage", "under construction"),
  NC_("stage", "letter of intent Sept 2025, no final decision"),
  NC_("stage", "no plan with a date"),
  NC_("stage", "follows tata-dri"),
  NC_("stage", "follows tata-dri-2"),
};

/**
 * ijk_stage_name:
 * @stage_text: (nullable): of an IjkProject
 *
 * Returns: (transfer none) (nullable): the stage in the language in force
 */
const char *
ijk_stage_name (const char *stage_text)
{
  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    if (g_strcmp0 (stages[i], stage_text) == 0)
      return g_dpgettext2 (GETTEXT_PACKAGE, "stage", stage_text);
  return stage_text;
}
