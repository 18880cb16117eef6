/* The form of an installation of one's own. It writes what is typed into a draft at once and shows what
 * the draft says of it; the row of the table goes the way of an import, so its rules hold here too.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-own-company-private.h"

#include "ijk-import.h"
#include "ijk-indicator.h"
#include "ijk-quantity.h"
#include "ijk-run.h"

#include <glib/gi18n-lib.h>

#define EFFECT_YEAR 2030
/* So that a run does not follow every key. */
#define EFFECT_DELAY_MS 150

enum
{
  SAVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IjkOwnCompanyWindow, ijk_own_company_window, ADW_TYPE_WINDOW)

static const IjkReference *
get_reference (IjkOwnCompanyWindow *self)
{
  return ijk_session_get_reference (self->session);
}

/* ---- what would change ---- */

/* Returns: (transfer full) (nullable): the data with what is filled in */
static IjkImport *
read_draft (IjkOwnCompanyWindow *self,
            char               **id,
            GError             **error)
{
  const IjkImportOptions options = { .is_replacing = self->draft->id != NULL };
  g_autofree char *text = ijk_own_draft_to_csv (self->draft, get_reference (self), id);

  return ijk_import_read (get_reference (self), _("own figures"), text, -1, &options, error);
}

static double
find_value (const char      *indicator,
            const IjkResult *result,
            IjkItems         items,
            guint            item)
{
  return ijk_indicator_value (ijk_indicator_find (items, indicator), result, item, EFFECT_YEAR);
}

static char *
write_effect (IjkOwnCompanyWindow *self,
              const IjkImport     *import)
{
  const IjkReference *reference = import->reference;
  g_autoptr (IjkScenario) law = ijk_scenario_new (reference, NULL);
  g_autoptr (IjkWorkspace) workspace = ijk_workspace_new (reference);
  const IjkResult *after = ijk_run (reference, law, workspace);
  const IjkResult *before = ijk_session_get_law_result (self->session);
  const guint unit = g_array_index (import->units, IjkImportUnit, 0).unit;
  const double industry_kt
      = find_value ("emissions", after, IJK_ITEMS_SCOPE, IJK_SCOPE_ITEM_INDUSTRY);
  g_autofree char *own_levy
      = ijk_quantity_money (find_value ("net_levy", after, IJK_ITEMS_UNIT, unit));
  g_autofree char *own_kt = ijk_quantity_kt (find_value ("emissions", after, IJK_ITEMS_UNIT, unit));
  g_autofree char *own_rights
      = ijk_quantity_kt (find_value ("rights", after, IJK_ITEMS_UNIT, unit));
  g_autofree char *industry = ijk_quantity_mt (industry_kt);
  g_autofree char *change = ijk_quantity_change (
      industry_kt - find_value ("emissions", before, IJK_ITEMS_SCOPE, IJK_SCOPE_ITEM_INDUSTRY), 1);
  g_autofree char *levy_before = ijk_quantity_money (
      find_value ("net_levy", before, IJK_ITEMS_SCOPE, IJK_SCOPE_ITEM_ALL));
  g_autofree char *levy_after = ijk_quantity_money (
      find_value ("net_levy", after, IJK_ITEMS_SCOPE, IJK_SCOPE_ITEM_ALL));

  /* Translators: %1$d is a year; %2$s, %3$s amounts of emissions; %4$s an amount of money; %5$s the
   * emissions of industry (37.8 Mt), %6$s their change in kt; %7$s and %8$s amounts of money. */
  return g_strdup_printf (
      _("In %1$d it emits %2$s against rights for %3$s and pays a net levy of %4$s. Industry emits "
        "%5$s, a change of %6$s kt; the net levy of all installations goes from %7$s to %8$s."),
      EFFECT_YEAR, own_kt, own_rights, own_levy, industry, change, levy_before, levy_after);
}

static void
show_effect (IjkOwnCompanyWindow *self)
{
  AdwActionRow *row = ADW_ACTION_ROW (self->effect);
  g_autoptr (GError) error = NULL;
  g_autoptr (IjkImport) import = NULL;
  g_autofree char *text = NULL;

  gtk_widget_remove_css_class (self->effect, "field-wrong");
  if (!ijk_own_draft_is_right (self->draft))
    {
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Not complete yet"));
      adw_action_row_set_subtitle (row,
                                   _("What it would pay stands here when every field is right."));
      return;
    }
  import = read_draft (self, NULL, &error);
  if (import == NULL)
    {
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("This cannot be"));
      adw_action_row_set_subtitle (row, error->message);
      gtk_widget_add_css_class (self->effect, "field-wrong");
      return;
    }
  text = write_effect (self, import);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("What it comes to"));
  adw_action_row_set_subtitle (row, text);
}

static gboolean
effect_cb (gpointer data)
{
  IjkOwnCompanyWindow *self = data;

  self->effect_id = 0;
  show_effect (self);
  return G_SOURCE_REMOVE;
}

void
ijk_own_company_draft_changed (IjkOwnCompanyWindow *self)
{
  ijk_own_company_show_problems (self);
  g_clear_handle_id (&self->effect_id, g_source_remove);
  self->effect_id = g_timeout_add (EFFECT_DELAY_MS, effect_cb, self);
}

/* ---- saving ---- */

static void
show_error (IjkOwnCompanyWindow *self,
            const GError        *error)
{
  GtkWidget *dialog = adw_message_dialog_new (
      GTK_WINDOW (self), _("The installation was not saved"), error->message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (IjkOwnCompanyWindow) self = user_data;
  g_autofree char *id = g_object_steal_data (G_OBJECT (self), "id");
  g_autoptr (GError) error = NULL;

  self->is_saving = FALSE;
  if (!ijk_session_change_units_finish (IJK_SESSION (source), result, NULL, &error))
    {
      if (self->session == NULL)
        return;
      gtk_widget_set_sensitive (self->save, TRUE);
      show_error (self, error);
      return;
    }
  g_signal_emit (self, signals[SAVED], 0, id, self->draft->id == NULL);
  if (self->session != NULL)
    gtk_window_destroy (GTK_WINDOW (self));
}

/* To the first field that is wrong. */
static void
go_to_problem (IjkOwnCompanyWindow *self)
{
  for (guint i = 0; i < IJK_N_OWN_TEXTS; i++)
    {
      g_autofree char *problem = ijk_own_draft_check (self->draft, i);

      if (i == IJK_OWN_MUNICIPALITY + 1)
        for (guint c = 0; c < IJK_N_OWN_CHOICES; c++)
          if (self->draft->choices[c] == IJK_NONE)
            {
              gtk_widget_grab_focus (self->choices[c]);
              return;
            }
      if (problem == NULL)
        continue;
      gtk_widget_grab_focus (self->entries[i]);
      return;
    }
}

void
ijk_own_company_window_save (IjkOwnCompanyWindow *self)
{
  g_autoptr (IjkImport) import = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (IJK_IS_OWN_COMPANY_WINDOW (self));

  if (self->is_saving || self->session == NULL)
    return;
  self->is_all_checked = TRUE;
  ijk_own_company_show_problems (self);
  if (!ijk_own_draft_is_right (self->draft))
    {
      go_to_problem (self);
      return;
    }
  import = read_draft (self, &id, &error);
  if (import == NULL)
    {
      show_effect (self);
      show_error (self, error);
      return;
    }
  /* Translators: names a step in the history; %s is a company. */
  label = g_strdup_printf (_("Own company: %s"), self->draft->texts[IJK_OWN_COMPANY]);
  g_object_set_data_full (G_OBJECT (self), "id", g_steal_pointer (&id), g_free);
  self->is_saving = TRUE;
  gtk_widget_set_sensitive (self->save, FALSE);
  ijk_session_change_units_async (self->session, import->reference, label, FALSE, self->cancellable,
                                  saved_cb, g_object_ref (self));
}

/* ---- the window ---- */

static void
discard_cb (IjkOwnCompanyWindow *self,
            const char          *response)
{
  if (g_str_equal (response, "discard"))
    gtk_window_destroy (GTK_WINDOW (self));
}

/* Returns: whether the window stays */
static gboolean
ijk_own_company_window_close_request (GtkWindow *window)
{
  IjkOwnCompanyWindow *self = IJK_OWN_COMPANY_WINDOW (window);
  GtkWidget *dialog;

  if (self->is_saving)
    return TRUE;
  if (ijk_own_draft_equal (self->draft, self->first))
    return GTK_WINDOW_CLASS (ijk_own_company_window_parent_class)->close_request (window);
  dialog = adw_message_dialog_new (window, _("Discard what you filled in?"),
                                   _("The workbook does not have it yet."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "keep", _("_Go On"), "discard",
                                    _("_Discard"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  g_signal_connect_object (dialog, "response", G_CALLBACK (discard_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
  return TRUE;
}

static void
ijk_own_company_window_dispose (GObject *object)
{
  IjkOwnCompanyWindow *self = IJK_OWN_COMPANY_WINDOW (object);

  g_clear_handle_id (&self->effect_id, g_source_remove);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), IJK_TYPE_OWN_COMPANY_WINDOW);
  G_OBJECT_CLASS (ijk_own_company_window_parent_class)->dispose (object);
}

static void
ijk_own_company_window_finalize (GObject *object)
{
  IjkOwnCompanyWindow *self = IJK_OWN_COMPANY_WINDOW (object);

  g_clear_pointer (&self->draft, ijk_own_draft_free);
  g_clear_pointer (&self->first, ijk_own_draft_free);
  g_array_unref (self->rest_units);
  g_ptr_array_unref (self->ability_rows);
  G_OBJECT_CLASS (ijk_own_company_window_parent_class)->finalize (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, IjkOwnCompanyWindow, name)

static void
ijk_own_company_window_class_init (IjkOwnCompanyWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ijk_own_company_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = ijk_own_company_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = ijk_own_company_window_close_request;
  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/ijkpad/Ijkpad/window/ijk-own-company-window.ui");
  BIND (title);
  BIND (save);
  BIND (company_group);
  BIND (emissions_group);
  BIND (earlier);
  BIND (levy_group);
  BIND (ability_group);
  BIND (standing_group);
  BIND (effect);
  gtk_widget_class_bind_template_callback (widget_class, ijk_own_company_window_save);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ijk_own_company_window_init (IjkOwnCompanyWindow *self)
{
  self->cancellable = g_cancellable_new ();
  self->rest_units = g_array_new (FALSE, FALSE, sizeof (guint));
  self->ability_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_default_widget (GTK_WINDOW (self), self->save);
}

IjkOwnCompanyWindow *
ijk_own_company_window_show (GtkWindow  *parent,
                             IjkSession *session,
                             const char *unit_id)
{
  IjkOwnCompanyWindow *self
      = g_object_new (IJK_TYPE_OWN_COMPANY_WINDOW, "transient-for", parent, NULL);
  const IjkReference *reference = ijk_session_get_reference (session);
  const guint unit = unit_id != NULL ? ijk_reference_find_unit (reference, unit_id) : IJK_NONE;

  self->session = g_object_ref (session);
  self->draft
      = unit != IJK_NONE ? ijk_own_draft_new_from (reference, unit) : ijk_own_draft_new ();
  self->first = ijk_own_draft_copy (self->draft);
  if (unit != IJK_NONE)
    {
      gtk_window_set_title (GTK_WINDOW (self), _("Edit Own Company"));
      adw_window_title_set_title (ADW_WINDOW_TITLE (self->title), _("Edit Own Company"));
      gtk_button_set_label (GTK_BUTTON (self->save), _("_Save"));
    }
  ijk_own_company_fill_form (self);
  show_effect (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->entries[IJK_OWN_COMPANY]);
  return self;
}

const IjkOwnDraft *
ijk_own_company_window_get_draft (IjkOwnCompanyWindow *self)
{
  g_return_val_if_fail (IJK_IS_OWN_COMPANY_WINDOW (self), NULL);
  return self->draft;
}

GtkEditable *
ijk_own_company_window_get_field (IjkOwnCompanyWindow *self,
                                  IjkOwnText           text)
{
  g_return_val_if_fail (IJK_IS_OWN_COMPANY_WINDOW (self), NULL);
  return GTK_EDITABLE (self->entries[text]);
}

AdwComboRow *
ijk_own_company_window_get_choice (IjkOwnCompanyWindow *self,
                                   IjkOwnChoice         choice)
{
  g_return_val_if_fail (IJK_IS_OWN_COMPANY_WINDOW (self), NULL);
  return ADW_COMBO_ROW (self->choices[choice]);
}

const char *
ijk_own_company_window_get_problem (IjkOwnCompanyWindow *self,
                                    IjkOwnText           text)
{
  g_return_val_if_fail (IJK_IS_OWN_COMPANY_WINDOW (self), NULL);
  return gtk_widget_has_css_class (self->rows[text], "field-wrong")
             ? adw_action_row_get_subtitle (ADW_ACTION_ROW (self->rows[text]))
             : "";
}
