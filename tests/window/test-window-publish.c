/* A chart on its way out of the program: as a file in each format, language and size, on paper,
 * over the clipboard.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "window-fixture.h"

#include "ijk-export-window.h"
#include "ijk-language.h"

#include <glib/gstdio.h>
#include <string.h>

static void
forget_choices (void)
{
  static const char *const keys[]
      = { "export-format", "export-language", "export-style", "export-size", "export-text" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (window_test_settings (), keys[i]);
}

static IjkExportWindow *
open_dialog (Fixture *fixture)
{
  GtkWindow *dialog;

  activate (fixture, "save-figure");
  dialog = wait_for_dialog (fixture);
  g_assert_true (IJK_IS_EXPORT_WINDOW (dialog));
  return IJK_EXPORT_WINDOW (dialog);
}

static gboolean
has_no_dialog (gpointer data)
{
  Fixture *fixture = data;
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (window != GTK_WINDOW (fixture->window) && gtk_widget_get_mapped (GTK_WIDGET (window)))
        return FALSE;
    }
  return TRUE;
}

/* Saves the figure in hand with what the settings say, as @name in the folder of the test. Returns
 * (transfer full) the file's bytes. */
static GBytes *
save (Fixture    *fixture,
      const char *name)
{
  IjkExportWindow *dialog = open_dialog (fixture);
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *bytes;
  gsize length;

  g_assert_true (ijk_export_window_save_as (dialog, path));
  wait_until (has_no_dialog, fixture);
  g_assert_true (g_file_get_contents (path, &bytes, &length, &error));
  g_assert_no_error (error);
  return g_bytes_new_take (bytes, length);
}

static gboolean
contains (GBytes     *bytes,
          const char *text)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return g_strstr_len (data, (gssize) length, text) != NULL;
}

static guint32
read_big_endian (GBytes *bytes,
                 gsize   offset)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  g_assert_cmpuint (offset + 4, <=, length);
  return (guint32) data[offset] << 24 | (guint32) data[offset + 1] << 16
         | (guint32) data[offset + 2] << 8 | data[offset + 3];
}

/* The format goes by the name that is typed, whatever was chosen before. */
static void
test_formats (Fixture *fixture)
{
  g_autoptr (GBytes) svg = save (fixture, "chart.svg");
  g_autoptr (GBytes) pdf = save (fixture, "chart.pdf");
  g_autoptr (GBytes) png = save (fixture, "chart.PNG");
  g_autoptr (GBytes) csv = save (fixture, "chart.csv");

  g_assert_true (contains (svg, "<svg"));
  g_assert_true (g_str_has_prefix (g_bytes_get_data (pdf, NULL), "%PDF-"));
  g_assert_cmphex (read_big_endian (png, 0), ==, 0x89504e47);
  g_assert_true (g_str_has_prefix (g_bytes_get_data (csv, NULL), "Year,"));
  g_assert_true (contains (csv, "\n2030,"));
}

/* Width and height stand at 16 and 20 in a PNG. A slide has two pixels for each of 960 by 540. */
static void
test_size (Fixture *fixture)
{
  g_autoptr (GBytes) png = NULL;

  g_settings_set_string (window_test_settings (), "export-size", "slide");
  png = save (fixture, "slide.png");
  g_assert_cmpuint (read_big_endian (png, 16), ==, 1920);
  g_assert_cmpuint (read_big_endian (png, 20), ==, 1080);
  forget_choices ();
}

/* A Dutch chart from an English window; the window stays English. */
static void
test_language (Fixture *fixture)
{
  g_autoptr (GBytes) english = save (fixture, "en.csv");
  g_autoptr (GBytes) dutch = NULL;
  g_autoptr (GBytes) picture = NULL;

  g_settings_set_string (window_test_settings (), "export-language", "nl");
  dutch = save (fixture, "nl.csv");
  picture = save (fixture, "nl.svg");
  g_assert_true (contains (english, "Refining"));
  g_assert_true (g_str_has_prefix (g_bytes_get_data (dutch, NULL), "Jaar,"));
  g_assert_true (contains (dutch, "Raffinage"));
  g_assert_true (contains (picture, "Uitstoot"));
  g_assert_cmpstr (ijk_language_get (), ==, "en");
  forget_choices ();
}

/* Words as outlines are most of an SVG; without them the title still travels in it. */
static void
test_without_text (Fixture *fixture)
{
  g_autoptr (GBytes) with = save (fixture, "with.svg");
  g_autoptr (GBytes) without = NULL;

  g_settings_set_boolean (window_test_settings (), "export-text", FALSE);
  without = save (fixture, "without.svg");
  g_assert_cmpuint (2 * g_bytes_get_size (without), <, g_bytes_get_size (with));
  g_assert_true (contains (without, "Emissions by sector"));
  forget_choices ();
}

/* A name without an end gets that of the format; a file that nobody was asked about is not lost. */
static void
test_end_of_name (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "v1.2", NULL);
  g_autofree char *written = g_strconcat (path, ".pdf", NULL);
  g_autofree char *after = NULL;
  IjkExportWindow *dialog;

  g_settings_set_string (window_test_settings (), "export-format", "pdf");
  dialog = open_dialog (fixture);
  g_assert_true (ijk_export_window_save_as (dialog, path));
  wait_until (has_no_dialog, fixture);
  g_assert_true (g_file_test (written, G_FILE_TEST_IS_REGULAR));

  g_assert_true (g_file_set_contents (written, "not to be lost", -1, NULL));
  dialog = open_dialog (fixture);
  g_assert_false (ijk_export_window_save_as (dialog, path));
  g_assert_true (g_file_get_contents (written, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, "not to be lost");
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (dialog)));
  forget_choices ();
}

/* The next time the dialog stands as it was left. */
static void
test_choices_are_remembered (Fixture *fixture)
{
  IjkExportWindow *dialog = open_dialog (fixture);
  IjkPublicationChoice choice;
  GtkWidget *row = gtk_window_get_focus (GTK_WINDOW (dialog));

  g_assert_true (row == gtk_window_get_default_widget (GTK_WINDOW (dialog)));
  ijk_export_window_get_choice (dialog, &choice);
  g_assert_cmpint (choice.format, ==, IJK_PUBLICATION_SVG);
  g_assert_cmpint (choice.language, ==, IJK_PUBLICATION_ENGLISH);
  row = find_below (GTK_WIDGET (dialog), ADW_TYPE_COMBO_ROW);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), IJK_PUBLICATION_PNG);
  gtk_window_close (GTK_WINDOW (dialog));
  wait_until (has_no_dialog, fixture);

  dialog = open_dialog (fixture);
  ijk_export_window_get_choice (dialog, &choice);
  g_assert_cmpint (choice.format, ==, IJK_PUBLICATION_PNG);
  g_assert_cmpint (choice.size, ==, 0);
  forget_choices ();
}

/* One page of paper that lies, with the chart on it. */
static void
test_print (Fixture *fixture)
{
  IjkFigureCard *card = ijk_explore_view_get_card (IJK_EXPLORE_VIEW (fixture->window->explore));
  g_autoptr (GtkPrintOperation) operation = ijk_window_make_print (fixture->window, card);
  g_autofree char *path = g_build_filename (fixture->folder, "paper.pdf", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_nonnull (operation);
  gtk_print_operation_set_export_filename (operation, path);
  gtk_print_operation_set_allow_async (operation, FALSE);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL,
                                            &error), ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &bytes, &length, &error));
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (bytes, "%PDF-"));
  g_assert_cmpuint (length, >, 8000); /* an empty page has about 1000 */
}

typedef struct
{
  GdkTexture *texture; /* (owned) (nullable) */
  char *text;          /* (owned) (nullable) */
} Pasted;

static void
read_text_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  Pasted *pasted = user_data;

  pasted->text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static void
read_texture_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  Pasted *pasted = user_data;

  pasted->texture = gdk_clipboard_read_texture_finish (GDK_CLIPBOARD (source), result, NULL);
}

static gboolean
has_text (gpointer data)
{
  return ((Pasted *) data)->text != NULL;
}

static gboolean
has_texture (gpointer data)
{
  return ((Pasted *) data)->texture != NULL;
}

/* What another program is given: an image, or numbers for a spreadsheet. */
static void
test_copy (Fixture *fixture)
{
  GtkWidget *card
      = GTK_WIDGET (ijk_explore_view_get_card (IJK_EXPLORE_VIEW (fixture->window->explore)));
  GdkClipboard *clipboard = gtk_widget_get_clipboard (card);
  Pasted pasted = { 0 };

  g_assert_true (gtk_widget_activate_action (card, "figure.copy-image", NULL));
  gdk_clipboard_read_texture_async (clipboard, NULL, read_texture_cb, &pasted);
  wait_until (has_texture, &pasted);
  g_assert_cmpint (gdk_texture_get_width (pasted.texture), >, 300);
  g_assert_cmpint (gdk_texture_get_height (pasted.texture), >, 200);

  g_assert_true (gtk_widget_activate_action (card, "figure.copy-data", NULL));
  gdk_clipboard_read_text_async (clipboard, NULL, read_text_cb, &pasted);
  wait_until (has_text, &pasted);
  g_assert_true (g_str_has_prefix (pasted.text, "Year\t"));
  g_assert_nonnull (strstr (pasted.text, "\n2030\t"));
  g_clear_object (&pasted.texture);
  g_free (pasted.text);
}

static void
add_tests (void)
{
  window_test_add ("/window/print/one-page", test_print);
  window_test_add ("/window/copy/image-and-numbers", test_copy);
  window_test_add ("/window/export/formats", test_formats);
  window_test_add ("/window/export/size", test_size);
  window_test_add ("/window/export/language", test_language);
  window_test_add ("/window/export/without-text", test_without_text);
  window_test_add ("/window/export/end-of-name", test_end_of_name);
  window_test_add ("/window/export/choices-are-remembered", test_choices_are_remembered);
}

int
main (int    argc,
      char **argv)
{
  return window_test_main (&argc, &argv, add_tests);
}
