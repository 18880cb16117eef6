/* Charts as files and on paper: the picture at rest, with title, source and the words that travel
 * in the file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-window-private.h"

#include "ijk-chart-export.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A chart of a report: as wide as a page column at 96 pixels an inch, twice as fine in pixels. */
#define EXPORT_WIDTH_PX 1200
#define EXPORT_HEIGHT_PX 700
#define EXPORT_SCALE 2

typedef struct
{
  const char *suffix;
  IjkExportFormat format;
} Format;

static const Format formats[] = {
  { ".svg", IJK_EXPORT_SVG },
  { ".pdf", IJK_EXPORT_PDF },
  { ".png", IJK_EXPORT_PNG },
};

/* The card that a file is chosen for; it may go while the dialog is open. */
typedef struct
{
  const IjkChartSpec *spec; /* (owned) */
  char *csv;                /* (owned) (nullable) */
} Picture;

static void
picture_free (gpointer data)
{
  Picture *picture = data;

  ijk_chart_spec_unref (picture->spec);
  g_free (picture->csv);
  g_free (picture);
}

static gboolean
write_picture (const Picture *picture,
               const char    *path,
               GError       **error)
{
  g_autofree char *folded = g_ascii_strdown (path, -1);

  if (g_str_has_suffix (folded, ".csv") && picture->csv != NULL)
    return g_file_set_contents (path, picture->csv, -1, error);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      const IjkExportParameters parameters = {
        .format = formats[i].format,
        .width_px = EXPORT_WIDTH_PX,
        .height_px = EXPORT_HEIGHT_PX,
        .scale = formats[i].format == IJK_EXPORT_PNG ? EXPORT_SCALE : 1,
        .style = IJK_STYLE_LIGHT, /* on paper */
        .creator = "Ijkpad",
      };

      if (g_str_has_suffix (folded, formats[i].suffix))
        return ijk_chart_export_to_file (picture->spec, &parameters, path, error);
    }
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                       _("Give the file a name that ends in .svg, .pdf, .png or .csv."));
  return FALSE;
}

static void
response_cb (GtkNativeDialog *dialog,
             int              response,
             IjkWindow       *self)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *name = NULL;
  g_autofree char *sentence = NULL;
  const Picture *picture = g_object_get_data (G_OBJECT (dialog), "picture");

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  path = file == NULL ? NULL : g_file_get_path (file);
  if (path != NULL && picture != NULL)
    {
      if (write_picture (picture, path, &error))
        {
          name = g_filename_display_basename (path);
          /* Translators: the name of a file */
          sentence = g_strdup_printf (_("The chart was saved as “%s”."), name);
          ijk_window_say (self, sentence);
        }
      else
        {
          /* Translators: why: a sentence */
          sentence = g_strdup_printf (_("The chart was not saved: %s"), error->message);
          ijk_window_offer (self, sentence, _("Retry"), "win.save-figure");
        }
    }
  g_clear_object (&self->chooser);
}

static void
add_filter (GtkFileChooser *chooser,
            const char     *name,
            const char     *pattern)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_pattern (filter, pattern);
  gtk_file_chooser_add_filter (chooser, filter);
}

void
ijk_window_save_figure (IjkWindow     *self,
                        IjkFigureCard *card)
{
  const IjkChartSpec *spec = ijk_figure_card_get_spec (card);
  g_autoptr (IjkFigureTable) table = NULL;
  g_autofree char *name = NULL;
  Picture *picture;

  if (spec == NULL)
    return;
  table = ijk_figure_card_make_table (card);
  picture = g_new0 (Picture, 1);
  picture->spec = ijk_chart_spec_ref (spec);
  picture->csv = table == NULL ? NULL : ijk_figure_table_to_csv (table);
  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_("Save Chart"), GTK_WINDOW (self),
                                               GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_object_set_data_full (G_OBJECT (self->chooser), "picture", picture, picture_free);
  name = g_strconcat (ijk_figure_card_get_figure (card)->id, ".svg", NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  add_filter (GTK_FILE_CHOOSER (self->chooser), _("Pictures and data (SVG, PDF, PNG, CSV)"), "*");
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (response_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              gpointer           spec)
{
  const double width = gtk_print_context_get_width (context);
  const double height = gtk_print_context_get_height (context);
  const double scale = width / EXPORT_WIDTH_PX;
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  const IjkExportParameters parameters = {
    .width_px = EXPORT_WIDTH_PX,
    .height_px = MIN (EXPORT_HEIGHT_PX, height / scale),
    .style = IJK_STYLE_LIGHT,
  };
  g_autoptr (GError) error = NULL;

  (void) operation;
  (void) page;
  cairo_scale (cr, scale, scale);
  if (!ijk_chart_export_paint (spec, &parameters, cr, &error))
    g_debug ("The page stays empty: %s", error->message);
}

static void
print_done_cb (GtkPrintOperation       *operation,
               GtkPrintOperationResult  result,
               IjkWindow               *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  /* Translators: why: a sentence */
  sentence = g_strdup_printf (_("The chart was not printed: %s"), error->message);
  ijk_window_say (self, sentence);
}

void
ijk_window_print_figure (IjkWindow     *self,
                         IjkFigureCard *card)
{
  const IjkChartSpec *spec = ijk_figure_card_get_spec (card);
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GtkPageSetup) setup = NULL;

  if (spec == NULL)
    return;
  operation = gtk_print_operation_new ();
  setup = gtk_page_setup_new ();
  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_n_pages (operation, 1);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_job_name (operation, spec->title);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb),
                         ijk_chart_spec_ref (spec), (GClosureNotify) (void (*) (void))
                         ijk_chart_spec_unref, 0);
  g_signal_connect_object (operation, "done", G_CALLBACK (print_done_cb), self, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self),
                           NULL);
}

static IjkFigureCard *
find_card (IjkWindow *self)
{
  return ijk_explore_view_get_card (IJK_EXPLORE_VIEW (self->explore));
}

static void
save_figure_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  IjkFigureCard *card = find_card (user_data);

  (void) action;
  (void) parameter;
  if (card != NULL)
    ijk_window_save_figure (user_data, card);
}

static void
print_figure_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  IjkFigureCard *card = find_card (user_data);

  (void) action;
  (void) parameter;
  if (card != NULL)
    ijk_window_print_figure (user_data, card);
}

static void
show_table_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  IjkFigureCard *card = find_card (user_data);
  gboolean shows_table;

  (void) action;
  (void) parameter;
  if (card == NULL)
    return;
  g_object_get (card, "shows-table", &shows_table, NULL);
  ijk_figure_card_set_shows_table (card, !shows_table);
}

static void
fill_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  IjkFigureCard *card = find_card (user_data);
  gboolean is_filling;

  (void) action;
  (void) parameter;
  if (card == NULL)
    return;
  g_object_get (card, "is-filling", &is_filling, NULL);
  ijk_figure_card_set_is_filling (card, !is_filling);
}

static void
show_figure_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  IjkWindow *self = user_data;

  (void) action;
  ijk_explore_view_show_figure (IJK_EXPLORE_VIEW (self->explore),
                                g_variant_get_string (parameter, NULL));
}

void
ijk_window_add_figure_actions (IjkWindow *self)
{
  static const GActionEntry actions[] = {
    { .name = "save-figure", .activate = save_figure_cb },
    { .name = "print-figure", .activate = print_figure_cb },
    { .name = "show-table", .activate = show_table_cb },
    { .name = "fill", .activate = fill_cb },
    { .name = "show-figure", .activate = show_figure_cb, .parameter_type = "s" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}
