/* What a reader calls an installation. Most are called by the name of their permit; the shipped
 * table describes some in English words, and those have a form in other languages here. The names
 * of another table are shown as they stand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-unit-name.h"

#include <glib/gi18n-lib.h>

/* The column name of units.csv, where it is a description. */
static const char *const names[] = {
  NC_("installation", "Shell Pernis refinery"),
  NC_("installation", "ExxonMobil Rotterdam refinery"),
  NC_("installation", "BP Rotterdam refinery"),
  NC_("installation", "Chemelot site (one registry permit, several companies)"),
  NC_("installation", "Cabot Norit Activated Carbon, Klazienaveen plant"),
  NC_("installation", "Chemelot caprolactam and acrylonitrile (N2O outside ETS)"),
  NC_("installation", "Rest of food and drink"),
  NC_("installation", "Rest of building materials"),
  NC_("installation", "Rest of oil and gas extraction"),
  NC_("installation", "Rest of other industry"),
  NC_("installation", "Landfill methane, F-gases and other N2O"),
  NC_("installation", "Vattenfall Velsen (steel gas)"),
  NC_("installation", "Vattenfall IJmond (steel gas)"),
  NC_("installation", "Pergen Rotterdam (CHP)"),
  NC_("installation", "Delesto Delfzijl (CHP)"),
  NC_("installation", "WKC Moerdijk (CHP)"),
  NC_("installation", "Emmtec Emmen (CHP)"),
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
    if (g_str_equal (names[i], name))
      return g_dpgettext2 (GETTEXT_PACKAGE, "installation", name);
  return name;
}
