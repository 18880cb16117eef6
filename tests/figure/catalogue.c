/* Writes a message catalogue in the binary form of GNU gettext (its manual, "The Format of GNU MO
 * Files"): magic, revision, count, two tables of length and offset, then the strings.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "catalogue.h"

#include <glib/gstdio.h>
#include <string.h>

/* In the order of strcmp(), as the format wants. */
static const char *const messages[][2] = {
  { "", "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n" },
  { "%s Mt", "%s Mt" },
  { "%s kt", "%s kt" },
  { "Emissions by sector", "Uitstoot per sector" },
  { "Food", "Voeding" },
  { "Refining", "Raffinage" },
  { "installation\004Rest of other industry", "Rest van de overige industrie" },
  { "source\004.", "," },
  { "source\004National %1$s Mt (2030), %2$s Mt (2050) x sector weight %3$s over eligible 2024 "
    "emissions %4$s kt; capped at %5$s",
    "Landelijk %1$s Mt (2030), %2$s Mt (2050) x gewicht %3$s op %4$s kt; hoogstens %5$s" },
  { "source\004Wbm chapter VIB and amendments", "Wbm hoofdstuk VIB en wijzigingen" },
  { "\u20ac million", "\u20ac miljoen" },
  { "\u20ac%s billion", "\u20ac %s miljard" },
  { "\u20ac%s million", "\u20ac %s miljoen" },
  { "\u2212\u20ac%s billion", "\u2212\u20ac %s miljard" },
  { "\u2212\u20ac%s million", "\u2212\u20ac %s miljoen" },
};

#define MAGIC 0x950412deu
#define HEADER_SIZE 28u

static void
append_number (GString *file,
               guint32  number)
{
  g_string_append_len (file, (const char *) &number, sizeof number);
}

static GString *
make_file (void)
{
  const guint32 n = G_N_ELEMENTS (messages);
  GString *file = g_string_new (NULL);
  g_autoptr (GString) strings = g_string_new (NULL);
  const guint32 first_string = HEADER_SIZE + 2 * 8 * n;

  append_number (file, MAGIC);
  append_number (file, 0);
  append_number (file, n);
  append_number (file, HEADER_SIZE);
  append_number (file, HEADER_SIZE + 8 * n);
  append_number (file, 0);
  append_number (file, first_string);
  for (guint column = 0; column < 2; column++)
    for (guint32 i = 0; i < n; i++)
      {
        append_number (file, (guint32) strlen (messages[i][column]));
        append_number (file, first_string + (guint32) strings->len);
        g_string_append_len (strings, messages[i][column], (gssize) strlen (messages[i][column]) + 1);
      }
  g_string_append_len (file, strings->str, (gssize) strings->len);
  return file;
}

char *
catalogue_write (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) file = make_file ();
  char *folder = g_dir_make_tmp ("ijkpad-figure-XXXXXX", &error);
  g_autofree char *path = NULL;
  g_autofree char *name = NULL;

  g_assert_no_error (error);
  path = g_build_filename (folder, "nl", "LC_MESSAGES", NULL);
  g_assert_cmpint (g_mkdir_with_parents (path, 0700), ==, 0);
  name = g_build_filename (path, "ijkpad.mo", NULL);
  g_file_set_contents (name, file->str, (gssize) file->len, &error);
  g_assert_no_error (error);
  return folder;
}

void
catalogue_remove (const char *folder)
{
  static const char *const parts[]
      = { "nl/LC_MESSAGES/ijkpad.mo", "nl/LC_MESSAGES", "nl", "." };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *path
          = i + 1 < G_N_ELEMENTS (parts) ? g_build_filename (folder, parts[i], NULL)
                                         : g_strdup (folder);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
}
