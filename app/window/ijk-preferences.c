/* Preferences. Each row writes its setting at once; who cares about a setting listens to it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-preferences.h"

#include "ijk-quantity.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _IjkPreferences
{
  AdwPreferencesWindow parent_instance;

  GSettings *settings;           /* (owned) (nullable) */
  GtkFileChooserNative *chooser; /* (owned) (nullable) */
  GtkWidget *language;
  GtkWidget *style;
  GtkWidget *n_charts;
  GtkWidget *scale;
  GtkWidget *workbook;
};

G_DEFINE_FINAL_TYPE (IjkPreferences, ijk_preferences, ADW_TYPE_PREFERENCES_WINDOW)

/* Where there is room; it is not larger than the window that it belongs to. */
#define WIDTH_PX 560
#define HEIGHT_PX 560

static const char *const language_values[] = { "", "nl", "en", NULL };
static const char *const style_values[] = { "system", "light", "dark", "contrast", NULL };
static const int n_charts_values[] = { 1, 2, 4 };

static guint
find_value (const char *const *values,
            const char        *value)
{
  for (guint i = 0; values[i] != NULL; i++)
    if (strcmp (values[i], value) == 0)
      return i;
  return 0;
}

static void
language_cb (IjkPreferences *self)
{
  const guint i = adw_combo_row_get_selected (ADW_COMBO_ROW (self->language));

  if (self->settings != NULL && i < G_N_ELEMENTS (language_values) - 1)
    g_settings_set_string (self->settings, "language", language_values[i]);
}

static void
style_cb (IjkPreferences *self)
{
  const guint i = adw_combo_row_get_selected (ADW_COMBO_ROW (self->style));

  if (self->settings != NULL && i < G_N_ELEMENTS (style_values) - 1)
    g_settings_set_string (self->settings, "style", style_values[i]);
}

static void
n_charts_cb (IjkPreferences *self)
{
  const guint i = adw_combo_row_get_selected (ADW_COMBO_ROW (self->n_charts));

  if (self->settings != NULL && i < G_N_ELEMENTS (n_charts_values))
    g_settings_set_int (self->settings, "n-charts", n_charts_values[i]);
}

/* The point or comma is that of the language chosen here, not of the C library, which has a point. */
static gboolean
scale_output_cb (GtkSpinButton  *spin,
                 IjkPreferences *self)
{
  g_autofree char *text = ijk_quantity_number (
      gtk_adjustment_get_value (gtk_spin_button_get_adjustment (spin)),
      gtk_spin_button_get_digits (spin));

  (void) self;
  if (strcmp (text, gtk_editable_get_text (GTK_EDITABLE (spin))) != 0)
    gtk_editable_set_text (GTK_EDITABLE (spin), text);
  return TRUE;
}

/* Takes a comma for a point in every language: nobody types thousands here. */
static int
scale_input_cb (GtkSpinButton  *spin,
                double         *value,
                IjkPreferences *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (spin)));
  char *end;

  (void) self;
  g_strdelimit (g_strstrip (text), ",", '.');
  *value = g_ascii_strtod (text, &end);
  return end != text && *end == '\0' ? TRUE : GTK_INPUT_ERROR;
}

static void
write_workbook (IjkPreferences *self)
{
  g_autofree char *path = g_settings_get_string (self->settings, "default-workbook");
  g_autofree char *shown = g_filename_display_name (path);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->workbook),
                               *path != '\0' ? shown : _("The one that was open last"));
}

static void
chooser_response_cb (GtkNativeDialog *dialog,
                     int              response,
                     IjkPreferences  *self)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
      g_autofree char *path = g_file_get_path (file);

      if (path != NULL)
        g_settings_set_string (self->settings, "default-workbook", path);
    }
  g_clear_object (&self->chooser);
}

static void
choose_workbook_cb (IjkPreferences *self)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_("Default Workbook"), GTK_WINDOW (self),
                                               GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_filter_set_name (filter, _("Workbooks"));
  gtk_file_filter_add_pattern (filter, "*.ijkpad");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chooser_response_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
clear_workbook_cb (IjkPreferences *self)
{
  g_settings_set_string (self->settings, "default-workbook", "");
}

static void
ijk_preferences_dispose (GObject *object)
{
  IjkPreferences *self = IJK_PREFERENCES (object);

  g_clear_object (&self->chooser);
  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (self), IJK_TYPE_PREFERENCES);
  G_OBJECT_CLASS (ijk_preferences_parent_class)->dispose (object);
}

static void
ijk_preferences_class_init (IjkPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ijk_preferences_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/ijkpad/Ijkpad/window/ijk-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, IjkPreferences, language);
  gtk_widget_class_bind_template_child (widget_class, IjkPreferences, style);
  gtk_widget_class_bind_template_child (widget_class, IjkPreferences, n_charts);
  gtk_widget_class_bind_template_child (widget_class, IjkPreferences, scale);
  gtk_widget_class_bind_template_child (widget_class, IjkPreferences, workbook);
  gtk_widget_class_bind_template_callback (widget_class, language_cb);
  gtk_widget_class_bind_template_callback (widget_class, style_cb);
  gtk_widget_class_bind_template_callback (widget_class, n_charts_cb);
  gtk_widget_class_bind_template_callback (widget_class, scale_output_cb);
  gtk_widget_class_bind_template_callback (widget_class, scale_input_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_workbook_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_workbook_cb);
}

static void
ijk_preferences_init (IjkPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ijk_preferences_show (IjkApplication *application,
                      GtkWindow      *parent)
{
  IjkPreferences *self;
  GSettings *settings;
  g_autofree char *language = NULL;
  g_autofree char *style = NULL;
  int n_charts;

  g_return_if_fail (IJK_IS_APPLICATION (application));

  /* With the application its keys work here too, such as the one that ends it. */
  self = g_object_new (IJK_TYPE_PREFERENCES, "application", application, "transient-for", parent,
                       "modal", parent != NULL, NULL);
  if (parent != NULL && gtk_widget_get_width (GTK_WIDGET (parent)) > 0)
    gtk_window_set_default_size (GTK_WINDOW (self),
                                 MIN (gtk_widget_get_width (GTK_WIDGET (parent)), WIDTH_PX),
                                 MIN (gtk_widget_get_height (GTK_WIDGET (parent)), HEIGHT_PX));
  settings = ijk_application_get_settings (application);
  language = g_settings_get_string (settings, "language");
  style = g_settings_get_string (settings, "style");
  n_charts = g_settings_get_int (settings, "n-charts");
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->language),
                              find_value (language_values, language));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->style), find_value (style_values, style));
  for (guint i = 0; i < G_N_ELEMENTS (n_charts_values); i++)
    if (n_charts_values[i] == n_charts)
      adw_combo_row_set_selected (ADW_COMBO_ROW (self->n_charts), i);
  g_settings_bind (settings, "presenter-scale",
                   gtk_spin_button_get_adjustment (GTK_SPIN_BUTTON (self->scale)), "value",
                   G_SETTINGS_BIND_DEFAULT);
  self->settings = g_object_ref (settings); /* from here on rows write */
  write_workbook (self);
  g_signal_connect_object (settings, "changed::default-workbook", G_CALLBACK (write_workbook), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self));
}

void
ijk_preferences_follow_language (IjkApplication *application,
                                 GtkWindow      *parent)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (IJK_IS_PREFERENCES (l->data))
      {
        gtk_window_destroy (l->data);
        ijk_preferences_show (application, parent);
        return;
      }
}
