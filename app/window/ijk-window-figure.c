/* Charts as files and on paper: the picture at rest, with title, source and the words that travel
 * in the file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-window-private.h"

#include "ijk-chart-export.h"
#include "ijk-export-window.h"

#include <glib/gi18n-lib.h>

/* A page: type as large as in a report. */
#define PAGE_WIDTH_PX 1000
#define PAGE_HEIGHT_PX 640

/* Of a print operation: why its page was not painted. */
#define TROUBLE "ijk-trouble"

static void
saved_cb (IjkWindow  *self,
          const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  /* Translators: the name of a file */
  g_autofree char *sentence = g_strdup_printf (_("The chart was saved as “%s”."), name);

  ijk_window_say (self, sentence);
}

void
ijk_window_save_figure (IjkWindow     *self,
                        IjkFigureCard *card)
{
  IjkPublication *publication = ijk_publication_new (card);
  GtkWidget *window;

  if (publication == NULL)
    return;
  window = ijk_export_window_new (GTK_WINDOW (self), self->settings, publication);
  g_signal_connect_object (window, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              gpointer           spec)
{
  const double width = gtk_print_context_get_width (context);
  const double height = gtk_print_context_get_height (context);
  const double scale = width / PAGE_WIDTH_PX;
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  const IjkExportParameters parameters = {
    .width_px = PAGE_WIDTH_PX,
    .height_px = MIN (PAGE_HEIGHT_PX, height / scale),
    .style = IJK_STYLE_LIGHT,
  };
  g_autoptr (GError) error = NULL;

  (void) page;
  cairo_scale (cr, scale, scale);
  if (ijk_chart_export_paint (spec, &parameters, cr, &error))
    return;
  /* Better no paper than an empty page; print_done_cb() says why. */
  g_object_set_data_full (G_OBJECT (operation), TROUBLE, g_strdup (error->message), g_free);
  gtk_print_operation_cancel (operation);
}

static void
print_done_cb (GtkPrintOperation       *operation,
               GtkPrintOperationResult  result,
               IjkWindow               *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  const char *trouble = g_object_get_data (G_OBJECT (operation), TROUBLE);

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      gtk_print_operation_get_error (operation, &error);
      trouble = error->message;
    }
  if (trouble == NULL)
    return;
  /* Translators: why: a sentence */
  sentence = g_strdup_printf (_("The chart was not printed: %s"), trouble);
  ijk_window_say (self, sentence);
}

GtkPrintOperation *
ijk_window_make_print (IjkWindow     *self,
                       IjkFigureCard *card)
{
  const IjkChartSpec *spec = ijk_figure_card_get_spec (card);
  GtkPrintOperation *operation;
  g_autoptr (GtkPageSetup) setup = NULL;

  if (spec == NULL)
    return NULL;
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
  return operation;
}

void
ijk_window_print_figure (IjkWindow     *self,
                         IjkFigureCard *card)
{
  g_autoptr (GtkPrintOperation) operation = ijk_window_make_print (self, card);

  if (operation != NULL)
    gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                             GTK_WINDOW (self), NULL);
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
