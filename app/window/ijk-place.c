/* The schema of the settings is looked for with the program first: another version of it may lie
 * where the desktop looks, or none, where an installation is not among the folders it knows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-place.h"

#include "ijk-application.h"
#include "ijk-install.h"

#include <glib/gi18n-lib.h>

GSettings *
ijk_place_open_settings (GError **error)
{
  g_autofree char *folder = ijk_install_find_schemas ();
  g_autofree char *compiled = g_build_filename (folder, "gschemas.compiled", NULL);
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchemaSource) own = NULL;
  g_autoptr (GSettingsSchema) schema = NULL;

  if (g_file_test (compiled, G_FILE_TEST_EXISTS))
    {
      own = g_settings_schema_source_new_from_directory (folder, source, FALSE, error);
      if (own == NULL)
        return NULL;
      source = own;
    }
  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, IJK_APPLICATION_ID, TRUE);
  if (schema == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                   _("the settings “%s” are not installed; please install Ijkpad again"),
                   IJK_APPLICATION_ID);
      return NULL;
    }
  return g_settings_new_full (schema, NULL, NULL);
}
