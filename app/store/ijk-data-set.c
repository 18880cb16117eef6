/* The reference tables as text: reading the files, comparing, parsing.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-data-set.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* @texts: (array fixed-size=13): copied */
IjkDataSet *
ijk_data_set_new (const char *const *texts)
{
  IjkDataSet *self = g_new0 (IjkDataSet, 1);

  for (guint i = 0; i < IJK_N_TABLES; i++)
    self->texts[i] = g_strdup (texts[i]);
  return self;
}

IjkDataSet *
ijk_data_set_copy (const IjkDataSet *self)
{
  return ijk_data_set_new ((const char *const *) self->texts);
}

void
ijk_data_set_free (IjkDataSet *self)
{
  for (guint i = 0; i < IJK_N_TABLES; i++)
    g_free (self->texts[i]);
  g_free (self);
}

/**
 * ijk_data_set_load:
 * @directory: folder with the tables
 *
 * Reads the texts; whether they are valid shows when they are parsed.
 *
 * Returns: (transfer full) (nullable): the texts, or %NULL with %IJK_STORE_ERROR set
 */
IjkDataSet *
ijk_data_set_load (const char *directory,
                   GError    **error)
{
  g_autoptr (IjkDataSet) self = g_new0 (IjkDataSet, 1);

  for (guint i = 0; i < IJK_N_TABLES; i++)
    {
      g_autofree char *path = g_build_filename (directory, ijk_table_names[i], NULL);
      g_autoptr (GError) local = NULL;
      gsize n = 0;

      if (!g_file_get_contents (path, &self->texts[i], &n, &local))
        {
          g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_READ,
                       _("the reference table %s cannot be read: %s"), path, local->message);
          return NULL;
        }
      if (!g_utf8_validate_len (self->texts[i], n, NULL))
        {
          g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_SYNTAX,
                       _("%s: the file is not UTF-8 text, so it is not a table"),
                       ijk_table_names[i]);
          return NULL;
        }
    }
  return g_steal_pointer (&self);
}

/* Returns: (transfer full): SHA-256 over names and texts, in hexadecimal digits */
char *
ijk_data_set_hash (const IjkDataSet *self)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < IJK_N_TABLES; i++)
    {
      /* With their zero bytes, so no text can run on into the next. */
      g_checksum_update (sum, (const guchar *) ijk_table_names[i],
                         (gssize) strlen (ijk_table_names[i]) + 1);
      g_checksum_update (sum, (const guchar *) self->texts[i],
                         (gssize) strlen (self->texts[i]) + 1);
    }
  return g_strdup (g_checksum_get_string (sum));
}

/* Returns: (transfer full) (nullable): as ijk_reference_parse() */
IjkReference *
ijk_data_set_parse (const IjkDataSet *self,
                    GError          **error)
{
  return ijk_reference_parse ((const char *const *) self->texts, error);
}
