/* What a reader calls an installation. Most are called by the name of their permit; the shipped
 * table describes some in English words, and those have a form in other languages here. The names
 * of another table are shown as they stand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-unit-name.h"

#include <glib/gi18n-lib.h>

/* Installations that the table describes, as a reader sees them. */
static const struct
{
  const char *shown;
  const char *name; /* (nullable) in the table, which writes no subscripts; NULL: as shown */
} names[] = {
  { NC_("installation", "Shell Pernis refinery"), NULL },
  { NC_("installation", "ExxonMobil Rotterdam refinery"), NULL },
  { NC_("installation", "BP Rotterdam refinery"), NULL },
  { NC_("installation", "Chemelot site (one registry permit, several companies)"), NULL },
  { NC_("installation", "Cabot Norit Activated Carbon, Klazienaveen plant"), NULL },
  { NC_("installation", "Chemelot caprolactam and acrylonitrile (N₂O outside ETS)"),
    "Chemelot caprolactam and acrylonitrile (N2O outside ETS)" },
  { NC_("installation", "Rest of food and drink"), NULL },
  { NC_("installation", "Rest of building materials"), NULL },
  { NC_("installation", "Rest of oil and gas extraction"), NULL },
  { NC_("installation", "Rest of other industry"), NULL },
  { NC_("installation", "Landfill methane, F-gases and other N₂O"),
    "Landfill methane, F-gases and other N2O" },
  { NC_("installation", "Vattenfall Velsen (steel gas)"), NULL },
  { NC_("installation", "Vattenfall IJmond (steel gas)"), NULL },
  { NC_("installation", "Pergen Rotterdam (CHP)"), NULL },
  { NC_("installation", "Delesto Delfzijl (CHP)"), NULL },
  { NC_("installation", "WKC Moerdijk (CHP)"), NULL },
  { NC_("installation", "Emmtec Emmen (CHP)"), NULL },
};

/**
 * ijk_unit_name:
 * @name: of an IjkUnit
 *
 * Returns: (transfer none): the name in the language in force
 */
const char *
ijk_unit_name (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].name != NULL ? names[i].name : names[i].shown, name))
      return g_dpgettext2 (GETTEXT_PACKAGE, "installation", names[i].shown);
  return name;
}
