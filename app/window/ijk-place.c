/* A program that runs in its build folder uses what lies there, so that it can be tried without
 * being installed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-place.h"

#include "ijk-application.h"

#include <glib/gi18n-lib.h>

static gboolean
is_in_build_folder (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);

  return program != NULL && g_str_has_prefix (program, IJKPAD_BUILD_DIR "/");
}

char *
ijk_place_find (IjkPlace place)
{
  const char *reference = g_getenv ("IJKPAD_REFERENCE");
  const gboolean is_built = is_in_build_folder ();

  switch (place)
    {
    case IJK_PLACE_REFERENCE:
      if (reference != NULL)
        return g_strdup (reference);
      return g_strdup (is_built ? IJKPAD_SOURCE_DATA_DIR "/reference"
                                : IJKPAD_DATA_DIR "/reference");
    case IJK_PLACE_LOCALE:
      return g_strdup (is_built ? IJKPAD_BUILD_DIR "/po" : IJKPAD_LOCALE_DIR);
    }
  g_assert_not_reached ();
}

GSettings *
ijk_place_open_settings (GError **error)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchemaSource) built = NULL;
  g_autoptr (GSettingsSchema) schema = NULL;

  if (is_in_build_folder ())
    {
      built = g_settings_schema_source_new_from_directory (IJKPAD_BUILD_DIR "/data", source, FALSE,
                                                           error);
      if (built == NULL)
        return NULL;
      source = built;
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
