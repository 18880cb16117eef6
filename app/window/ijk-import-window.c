/* The preview of an import. Nothing is applied before a person agrees; then the data of the
 * workbook are replaced on the store thread, which keeps a copy of the file as it was; what is in
 * hand stays, and the window behind offers to take the import back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-import-window.h"

#include "ijk-import.h"
#include "ijk-loss-list.h"
#include "ijk-quantity.h"
#include "ijk-unit-name.h"
#include "ijk-window.h"

#include <glib/gi18n-lib.h>

#define EFFECT_YEAR 2030
/* Lists of thousands help nobody; the counts above tell the rest. */
#define MAX_SHOWN 200

struct _IjkImportWindow
{
  AdwWindow parent_instance;

  IjkSession *session;       /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) */
  IjkImport *import;         /* (owned) (nullable) */
  char *path;                /* (owned) */
  gboolean is_replacing;
  GtkWidget *title;
  GtkWidget *apply;
  GtkWidget *stack;
  GtkWidget *trouble;
  GtkWidget *replace_button;
  GtkWidget *counts;
  GtkWidget *emissions;
  GtkWidget *levy;
  GtkWidget *losses;
  GtkWidget *units;
};

G_DEFINE_FINAL_TYPE (IjkImportWindow, ijk_import_window, ADW_TYPE_WINDOW)

static void
add_unit (IjkImportWindow     *self,
          const IjkImportUnit *change)
{
  const IjkUnit *unit = &self->import->reference->units[change->unit];
  GtkWidget *row = adw_action_row_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), ijk_unit_name (unit->name));
  if (change->is_new)
    g_string_append (text, _("New"));
  else
    for (guint i = 0; i < change->fields->len; i++)
      {
        const IjkImportField *field = &g_array_index (change->fields, IjkImportField, i);

        if (text->len > 0)
          g_string_append (text, "; ");
        /* Translators: the name of a column, what it holds now, what it would hold */
        g_string_append_printf (text, _("%s: %s → %s"), field->column,
                                *field->before != '\0' ? field->before : "–",
                                *field->after != '\0' ? field->after : "–");
      }
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text->str);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->units), row);
}

static void
show_effect (IjkImportWindow *self)
{
  g_autoptr (GError) error = NULL;
  IjkImportEffect effect;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *emissions = NULL;
  g_autofree char *levy_before = NULL;
  g_autofree char *levy_after = NULL;
  g_autofree char *levy = NULL;

  if (!ijk_import_effect (self->import, NULL, EFFECT_YEAR, &effect, &error))
    {
      adw_action_row_set_subtitle (ADW_ACTION_ROW (self->emissions), error->message);
      return;
    }
  before = ijk_quantity_mt (effect.industry_kt[0]);
  after = ijk_quantity_mt (effect.industry_kt[1]);
  levy_before = ijk_quantity_money (effect.levy_meur[0]);
  levy_after = ijk_quantity_money (effect.levy_meur[1]);
  /* Translators: an amount now, and what it would be */
  emissions = g_strdup_printf (_("%s → %s"), before, after);
  levy = g_strdup_printf (_("%s → %s"), levy_before, levy_after);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->emissions), emissions);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->levy), levy);
}

/* On the store thread. */
static gpointer
losses_call (IjkWorkbook *workbook,
             gpointer     data,
             GError     **error)
{
  return ijk_workbook_list_losses (workbook, data, error);
}

static void
losses_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (IjkImportWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) losses = ijk_session_call_finish (IJK_SESSION (source), result, &error);

  if (self->session == NULL || losses == NULL || losses->len == 0)
    return; /* an error comes up again when the table is applied */
  adw_preferences_group_add (
      ADW_PREFERENCES_GROUP (self->losses),
      ijk_loss_list_new (losses, ijk_session_get_year (self->session)));
  gtk_widget_set_visible (self->losses, TRUE);
}

/* What scenarios would lose is known by the store. */
static void
ask_losses (IjkImportWindow *self)
{
  ijk_session_call_async (self->session, losses_call,
                          ijk_reference_ref (self->import->reference),
                          (GDestroyNotify) ijk_reference_unref, (GDestroyNotify) g_ptr_array_unref,
                          self->cancellable, losses_cb, g_object_ref (self));
}

/* Whether the table reads well where its rows may stand for installations that are there. */
static gboolean
can_replace (IjkImportWindow *self,
             const char      *name,
             const char      *text,
             gsize            length)
{
  const IjkImportOptions options = { .is_replacing = TRUE };
  g_autoptr (IjkImport) import
      = ijk_import_read (ijk_session_get_reference (self->session), name, text, (gssize) length,
                         &options, NULL);

  return import != NULL;
}

static void
read_table (IjkImportWindow *self)
{
  g_autofree char *text = NULL;
  g_autofree char *name = g_filename_display_basename (self->path);
  g_autofree char *counts = NULL;
  g_autoptr (GError) error = NULL;
  const IjkImportOptions options = { .is_replacing = self->is_replacing };
  gsize length = 0;

  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->title), name);
  g_clear_pointer (&self->import, ijk_import_free);
  if (g_file_get_contents (self->path, &text, &length, &error))
    self->import = ijk_import_read (ijk_session_get_reference (self->session), name, text,
                                    (gssize) length, &options, &error);
  gtk_widget_set_sensitive (self->apply, self->import != NULL);
  if (self->import == NULL)
    {
      g_autofree char *sentence = g_markup_escape_text (error->message, -1);

      gtk_widget_set_visible (self->replace_button,
                              g_error_matches (error, IJK_STORE_ERROR, IJK_STORE_ERROR_DUPLICATE)
                                  && !self->is_replacing
                                  && can_replace (self, name, text, length));
      adw_status_page_set_description (ADW_STATUS_PAGE (self->trouble), sentence);
      gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "trouble");
      return;
    }
  /* Translators: three numbers of installations */
  counts = g_strdup_printf (_("%u new, %u changed, %u the same"), self->import->n_added,
                            self->import->n_replaced, self->import->n_unchanged);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->counts), counts);
  show_effect (self);
  for (guint i = 0; i < MIN (self->import->units->len, MAX_SHOWN); i++)
    add_unit (self, &g_array_index (self->import->units, IjkImportUnit, i));
  ask_losses (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "preview");
}

static void
show_error (IjkImportWindow *self,
            const GError    *error)
{
  GtkWidget *dialog
      = adw_message_dialog_new (GTK_WINDOW (self), _("The table was not imported"), error->message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
applied_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (IjkImportWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  GtkWindow *parent = NULL;
  guint n = 0;

  if (!ijk_session_change_units_finish (IJK_SESSION (source), result, NULL, &error))
    {
      if (self->session == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return;
      gtk_widget_set_sensitive (self->apply, TRUE);
      show_error (self, error);
      return;
    }
  if (self->session == NULL)
    return;
  n = self->import->n_added + self->import->n_replaced;
  sentence = g_strdup_printf (
      ngettext ("%u installation was imported.", "%u installations were imported.", n), n);
  parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  if (IJK_IS_WINDOW (parent))
    ijk_window_offer (IJK_WINDOW (parent), sentence, _("Undo"), "win.undo-own-companies");
  gtk_window_close (GTK_WINDOW (self));
}

static void
apply_cb (IjkImportWindow *self)
{
  gtk_widget_set_sensitive (self->apply, FALSE);
  ijk_session_change_units_async (self->session, self->import->reference,
                                  _("Import of installations"), TRUE, self->cancellable, applied_cb,
                                  g_object_ref (self));
}

static void
replace_cb (IjkImportWindow *self)
{
  self->is_replacing = TRUE;
  read_table (self);
}

static void
ijk_import_window_dispose (GObject *object)
{
  IjkImportWindow *self = IJK_IMPORT_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->import, ijk_import_free);
  g_clear_pointer (&self->path, g_free);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), IJK_TYPE_IMPORT_WINDOW);
  G_OBJECT_CLASS (ijk_import_window_parent_class)->dispose (object);
}

static void
ijk_import_window_class_init (IjkImportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ijk_import_window_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/ijkpad/Ijkpad/window/ijk-import-window.ui");
  gtk_widget_class_bind_template_child (widget_class, IjkImportWindow, title);
  gtk_widget_class_bind_template_child (widget_class, IjkImportWindow, apply);
  gtk_widget_class_bind_template_child (widget_class, IjkImportWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, IjkImportWindow, trouble);
  gtk_widget_class_bind_template_child (widget_class, IjkImportWindow, replace_button);
  gtk_widget_class_bind_template_child (widget_class, IjkImportWindow, counts);
  gtk_widget_class_bind_template_child (widget_class, IjkImportWindow, emissions);
  gtk_widget_class_bind_template_child (widget_class, IjkImportWindow, levy);
  gtk_widget_class_bind_template_child (widget_class, IjkImportWindow, losses);
  gtk_widget_class_bind_template_child (widget_class, IjkImportWindow, units);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, replace_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ijk_import_window_init (IjkImportWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ijk_import_window_show (GtkWindow  *parent,
                        IjkSession *session,
                        const char *path)
{
  IjkImportWindow *self
      = g_object_new (IJK_TYPE_IMPORT_WINDOW, "transient-for", parent, "modal", TRUE, NULL);

  self->session = g_object_ref (session);
  self->path = g_strdup (path);
  read_table (self);
  gtk_window_present (GTK_WINDOW (self));
  return GTK_WIDGET (self);
}
