/* Changing the language of a running program, with the catalogues of the build folder.
 *
 * A program of its own: GLib decides once in a process whether it translates at all.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-language.h"
#include "ijk-quantity.h"

#include <glib/gi18n-lib.h>

static void
assert_language (const char *id,
                 const char *industry,
                 const char *levers,
                 const char *money)
{
  const guint n_levers = 2;
  g_autofree char *count = NULL;
  g_autofree char *amount = NULL;

  g_assert_true (ijk_language_select (id));
  g_assert_cmpstr (ijk_language_get (), ==, id);
  g_assert_cmpstr (_("Industry"), ==, industry); /* by name of the domain */
  g_assert_cmpstr (gettext ("Industry"), ==, industry); /* by the domain of the program */
  count = g_strdup_printf (ngettext ("%u lever changed", "%u levers changed", n_levers), n_levers);
  amount = ijk_quantity_money (8.3);
  g_assert_cmpstr (count, ==, levers);
  g_assert_cmpstr (amount, ==, money);
}

/* English first: then there is no catalogue in force when the first words are looked up. */
static void
test_switch (void)
{
  assert_language ("en", "Industry", "2 levers changed", "€8.30 million");
  assert_language ("nl", "Industrie", "2 knoppen gewijzigd", "€\u00a08,30 miljoen");
  assert_language ("en", "Industry", "2 levers changed", "€8.30 million");
  assert_language ("nl", "Industrie", "2 knoppen gewijzigd", "€\u00a08,30 miljoen");
}

static void
test_unknown (void)
{
  g_assert_true (ijk_language_select ("nl"));
  g_assert_false (ijk_language_select ("xx"));
  g_assert_cmpstr (ijk_language_get (), ==, "nl");
  g_assert_cmpstr (_("Industry"), ==, "Industrie");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ijk_language_init (g_getenv ("IJKPAD_CATALOGUES"));
  g_test_add_func ("/po/switch/takes-hold-at-once", test_switch);
  g_test_add_func ("/po/switch/to-an-unknown-language-changes-nothing", test_unknown);
  return g_test_run ();
}
