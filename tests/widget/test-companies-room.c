/* The Companies view in windows of all widths.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>

#include "companies-fixture.h"

/* Every size lays out; below a width the page stands in the place of the table. */
static void
test_sizes (Fixture       *fixture,
            gconstpointer  data)
{
  static const int sizes[][2] = { { 700, 560 }, { 900, 700 }, { 1096, 850 }, { 2400, 1300 } };

  (void) data;
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GSettings) settings = g_settings_new ("org.ijkpad.Ijkpad");
      GtkWidget *view = g_object_new (IJK_TYPE_COMPANIES_VIEW, NULL);
      GtkWidget *window;
      GtkWidget *leaflet;

      ijk_companies_view_set_session (IJK_COMPANIES_VIEW (view), fixture->session, settings);
      window = fixture_show (view, sizes[i][0], sizes[i][1]);
      leaflet = fixture_find (view, ADW_TYPE_LEAFLET);
      g_assert_true (adw_leaflet_get_folded (ADW_LEAFLET (leaflet)) == (sizes[i][0] <= 900));
      gtk_window_destroy (GTK_WINDOW (window));
    }
}

int
main (int    argc,
      char **argv)
{
  const int status = companies_init (&argc, &argv);

  if (status != 0)
    return status;
#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("/companies/sizes", test_sizes);
#undef ADD
  return g_test_run ();
}
