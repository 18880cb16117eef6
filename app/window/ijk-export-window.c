/* Choices at one side, the picture at the other: it is painted by what writes the file, only smaller.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-export-window.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Where there is room; the window is not larger than the one that it belongs to. */
#define WIDTH_PX 1060
#define HEIGHT_PX 640
/* Of the table the preview shows so many lines. */
#define N_LINES 24
#define CLOSE_MS 1000

struct _IjkExportWindow
{
  AdwWindow parent_instance;

  IjkPublication *publication;   /* (owned) */
  GSettings *settings;           /* (owned) */
  GtkFileChooserNative *chooser; /* (owned) (nullable) */
  IjkPublicationChoice choice;
  gboolean is_reading;           /* the rows are being set */
  guint close_id;                /* everything is done */

  GtkWidget *toasts;
  GtkWidget *title;
  GtkWidget *save;
  GtkWidget *copy;
  GtkWidget *stack;
  GtkWidget *sheet;
  GtkWidget *preview;
  GtkWidget *table;
  GtkWidget *format;
  GtkWidget *language;
  GtkWidget *style;
  GtkWidget *size;
  GtkWidget *text_row;
  GtkWidget *text;
  GtkWidget *words;
  GtkWidget *description;
  GtkWidget *source;
};

enum
{
  SAVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IjkExportWindow, ijk_export_window, ADW_TYPE_WINDOW)

static const IjkChartSpec *
get_spec (IjkExportWindow *self)
{
  return self->publication->specs[self->choice.language];
}

static void
say (IjkExportWindow *self,
     const char      *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (self->toasts), adw_toast_new (escaped));
}

/* ---- showing ---- */

static void
draw_preview (GtkDrawingArea *area,
              cairo_t        *cr,
              int             width,
              int             height,
              gpointer        user_data)
{
  IjkExportWindow *self = user_data;
  IjkExportParameters parameters;
  g_autoptr (GError) error = NULL;
  double scale;

  (void) area;
  ijk_publication_get_parameters (&self->choice, &parameters);
  scale = MIN (width / parameters.width_px, height / parameters.height_px);
  cairo_translate (cr, (width - scale * parameters.width_px) / 2,
                   (height - scale * parameters.height_px) / 2);
  cairo_scale (cr, scale, scale);
  cairo_rectangle (cr, 0, 0, parameters.width_px, parameters.height_px);
  cairo_clip (cr);
  if (!ijk_chart_export_paint (get_spec (self), &parameters, cr, &error))
    g_debug ("The preview stays empty: %s", error->message);
}

static void
show_table (IjkExportWindow *self)
{
  const char *table = self->publication->tables[self->choice.language];
  g_auto (GStrv) lines = NULL;
  g_autofree char *text = NULL;

  if (table == NULL)
    table = "";
  lines = g_strsplit (table, "\n", N_LINES + 1);
  if (g_strv_length (lines) > N_LINES)
    {
      g_free (lines[N_LINES]);
      lines[N_LINES] = g_strdup ("…");
    }
  text = g_strjoinv ("\n", lines);
  gtk_label_set_label (GTK_LABEL (self->table), text);
}

static void
show_choice (IjkExportWindow *self)
{
  const IjkChartSpec *spec = get_spec (self);
  const gboolean is_picture = self->choice.format != IJK_PUBLICATION_CSV;
  g_autofree char *size
      = ijk_publication_choice_write_size (&self->choice, self->choice.size);
  IjkExportParameters parameters;

  ijk_publication_get_parameters (&self->choice, &parameters);
  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->title),
                                 spec->title != NULL ? spec->title : "");
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), is_picture ? "picture" : "table");
  gtk_aspect_frame_set_ratio (GTK_ASPECT_FRAME (self->sheet),
                              (float) (parameters.width_px / parameters.height_px));
  gtk_widget_queue_draw (self->preview);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->preview), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spec->title != NULL ? spec->title : "",
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  spec->description != NULL ? spec->description : "", -1);
  show_table (self);
  gtk_widget_set_sensitive (self->style, is_picture);
  gtk_widget_set_sensitive (self->size, is_picture);
  gtk_widget_set_sensitive (self->text_row, is_picture);
  gtk_widget_set_sensitive (self->copy, is_picture);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->size), is_picture ? size : "");
  gtk_widget_set_visible (self->words, is_picture);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->description),
                               spec->description != NULL ? spec->description : "");
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->source),
                               spec->source != NULL ? spec->source : "");
}

static void
choice_cb (IjkExportWindow *self)
{
  if (self->is_reading || self->publication == NULL)
    return;
  self->choice = (IjkPublicationChoice) {
    .format = adw_combo_row_get_selected (ADW_COMBO_ROW (self->format)),
    .language = adw_combo_row_get_selected (ADW_COMBO_ROW (self->language)),
    .style = adw_combo_row_get_selected (ADW_COMBO_ROW (self->style)),
    .size = adw_combo_row_get_selected (ADW_COMBO_ROW (self->size)),
    .is_without_text = !gtk_switch_get_active (GTK_SWITCH (self->text)),
  };
  ijk_publication_choice_save (&self->choice, self->settings);
  show_choice (self);
}

static void
read_choice (IjkExportWindow *self)
{
  self->is_reading = TRUE;
  ijk_publication_choice_read (&self->choice, self->settings);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->format), self->choice.format);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->language), self->choice.language);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->style), self->choice.style);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->size), self->choice.size);
  gtk_switch_set_active (GTK_SWITCH (self->text), !self->choice.is_without_text);
  self->is_reading = FALSE;
  show_choice (self);
}

/* ---- what it is for ---- */

static gboolean
write_file (IjkExportWindow *self,
            const char      *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *written
      = ijk_publication_save (self->publication, &self->choice, path, &error);
  g_autofree char *sentence = NULL;

  if (written == NULL)
    {
      /* Translators: why: a sentence */
      sentence = g_strdup_printf (_("The chart was not saved: %s"), error->message);
      say (self, sentence);
      return FALSE;
    }
  g_signal_emit (self, signals[SAVED], 0, written);
  return TRUE;
}

static gboolean
close_cb (gpointer user_data)
{
  IjkExportWindow *self = user_data;

  self->close_id = 0;
  gtk_window_close (GTK_WINDOW (self));
  return G_SOURCE_REMOVE;
}

static void
active_cb (IjkExportWindow *self)
{
  if (self->close_id == 0 || !gtk_window_is_active (GTK_WINDOW (self)))
    return;
  g_clear_handle_id (&self->close_id, g_source_remove);
  gtk_window_close (GTK_WINDOW (self));
}

/* The file dialog goes now. Where this window goes at the same moment, window managers on X11 may give
 * the keyboard to it when it is gone, and so to no window: it waits for its turn, but not for ever. */
static void
close_when_active (IjkExportWindow *self)
{
  self->close_id = g_timeout_add (CLOSE_MS, close_cb, self);
  active_cb (self);
}

static void
response_cb (GtkNativeDialog *dialog,
             int              response,
             IjkExportWindow *self)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  path = file == NULL ? NULL : g_file_get_path (file);
  g_clear_object (&self->chooser);
  if (path != NULL && write_file (self, path))
    close_when_active (self);
}

static void
save_cb (IjkExportWindow *self)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autofree char *name = ijk_publication_write_name (self->publication, &self->choice);

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_("Save Chart"), GTK_WINDOW (self),
                                               GTK_FILE_CHOOSER_ACTION_SAVE, NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  gtk_file_filter_set_name (filter, _("Pictures and data (SVG, PDF, PNG, CSV)"));
  gtk_file_filter_add_pattern (filter, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (response_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
copy_cb (IjkExportWindow *self)
{
  IjkPublicationChoice choice = self->choice;
  IjkExportParameters parameters;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *sentence = NULL;

  choice.format = IJK_PUBLICATION_PNG;
  ijk_publication_get_parameters (&choice, &parameters);
  bytes = ijk_chart_export (get_spec (self), &parameters, &error);
  texture = bytes == NULL ? NULL : gdk_texture_new_from_bytes (bytes, &error);
  if (texture == NULL)
    {
      /* Translators: why: a sentence */
      sentence = g_strdup_printf (_("The chart was not copied: %s"), error->message);
      say (self, sentence);
      return;
    }
  gdk_clipboard_set_texture (gtk_widget_get_clipboard (GTK_WIDGET (self)), texture);
  say (self, _("The chart was copied as an image."));
}

static void
copy_description_cb (IjkExportWindow *self)
{
  const char *text = get_spec (self)->description;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text != NULL ? text : "");
  say (self, _("The alternative text was copied."));
}

/* ---- object ---- */

static void
ijk_export_window_dispose (GObject *object)
{
  IjkExportWindow *self = IJK_EXPORT_WINDOW (object);

  g_clear_handle_id (&self->close_id, g_source_remove);
  g_clear_object (&self->chooser);
  if (self->preview != NULL)
    gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->preview), NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), IJK_TYPE_EXPORT_WINDOW);
  g_clear_pointer (&self->publication, ijk_publication_free);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (ijk_export_window_parent_class)->dispose (object);
}

static void
ijk_export_window_class_init (IjkExportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ijk_export_window_dispose;
  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/ijkpad/Ijkpad/window/ijk-export-window.ui");
  gtk_widget_class_bind_template_child (widget_class, IjkExportWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, IjkExportWindow, title);
  gtk_widget_class_bind_template_child (widget_class, IjkExportWindow, save);
  gtk_widget_class_bind_template_child (widget_class, IjkExportWindow, copy);
  gtk_widget_class_bind_template_child (widget_class, IjkExportWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, IjkExportWindow, sheet);
  gtk_widget_class_bind_template_child (widget_class, IjkExportWindow, preview);
  gtk_widget_class_bind_template_child (widget_class, IjkExportWindow, table);
  gtk_widget_class_bind_template_child (widget_class, IjkExportWindow, format);
  gtk_widget_class_bind_template_child (widget_class, IjkExportWindow, language);
  gtk_widget_class_bind_template_child (widget_class, IjkExportWindow, style);
  gtk_widget_class_bind_template_child (widget_class, IjkExportWindow, size);
  gtk_widget_class_bind_template_child (widget_class, IjkExportWindow, text_row);
  gtk_widget_class_bind_template_child (widget_class, IjkExportWindow, text);
  gtk_widget_class_bind_template_child (widget_class, IjkExportWindow, words);
  gtk_widget_class_bind_template_child (widget_class, IjkExportWindow, description);
  gtk_widget_class_bind_template_child (widget_class, IjkExportWindow, source);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_description_cb);
  gtk_widget_class_bind_template_callback (widget_class, choice_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ijk_export_window_init (IjkExportWindow *self)
{
  const IjkPublicationSize *sizes;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint n_sizes;

  self->is_reading = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  sizes = ijk_publication_sizes (&n_sizes);
  for (guint i = 0; i < n_sizes; i++)
    gtk_string_list_append (names, _(sizes[i].name));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->size), G_LIST_MODEL (names));
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->preview), draw_preview, self, NULL);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_cb), NULL);
}

GtkWidget *
ijk_export_window_new (GtkWindow      *parent,
                       GSettings      *settings,
                       IjkPublication *publication)
{
  IjkExportWindow *self;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);
  g_return_val_if_fail (publication != NULL, NULL);

  self = g_object_new (IJK_TYPE_EXPORT_WINDOW, "transient-for", parent, "modal", TRUE, NULL);
  if (parent != NULL)
    gtk_window_set_default_size (GTK_WINDOW (self),
                                 MIN (gtk_widget_get_width (GTK_WIDGET (parent)), WIDTH_PX),
                                 MIN (gtk_widget_get_height (GTK_WIDGET (parent)), HEIGHT_PX));
  self->publication = publication;
  self->settings = g_object_ref (settings);
  read_choice (self);
  gtk_window_set_focus (GTK_WINDOW (self), self->save);
  return GTK_WIDGET (self);
}

void
ijk_export_window_get_choice (IjkExportWindow      *self,
                              IjkPublicationChoice *choice)
{
  g_return_if_fail (IJK_IS_EXPORT_WINDOW (self));

  *choice = self->choice;
}

gboolean
ijk_export_window_save_as (IjkExportWindow *self,
                           const char      *path)
{
  g_return_val_if_fail (IJK_IS_EXPORT_WINDOW (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  if (!write_file (self, path))
    return FALSE;
  gtk_window_close (GTK_WINDOW (self));
  return TRUE;
}
