/* The program with a window, `ijkpad-gtk`. Apart from `ijkpad`, which needs no window system and is
 * there in a few milliseconds; that one starts this one when it is called without a command.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-application.h"
#include "ijk-install.h"
#include "ijk-language.h"
#include "ijk-place.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

int
main (int    argc,
      char **argv)
{
  g_autofree char *locale_dir = ijk_install_find_catalogues ();
  g_autofree char *reference_dir = ijk_install_find_reference ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GSettings) settings = NULL;
  g_autoptr (IjkDataSet) data_set = NULL;
  g_autoptr (IjkApplication) application = NULL;

  ijk_language_init (locale_dir);
  /* GTK would set the locale again, and with it the decimal point of every file that is written. */
  gtk_disable_setlocale ();
  g_set_prgname (IJK_APPLICATION_ID); /* by which the desktop finds the icon of the window */
  settings = ijk_place_open_settings (&error);
  if (settings != NULL)
    data_set = ijk_data_set_load (reference_dir, &error);
  if (data_set == NULL)
    {
      g_printerr ("ijkpad: %s\n", error->message);
      return 1;
    }
  /* Words such as --help need no display. */
  if ((argc < 2 || *argv[1] != '-') && !gtk_init_check ())
    {
      g_printerr ("ijkpad: %s\n",
                  _("there is no display to show a window on; “ijkpad --help” lists what can be "
                    "done without one"));
      return 1;
    }
  g_set_application_name ("Ijkpad");
  application = ijk_application_new (settings, data_set);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
