/* Installations of one's own: adding, editing and removing one, and taking the last change back.
 * What is imported from a table can be taken back the same way. And two companies beside each
 * other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-window-private.h"

#include "ijk-loss-list.h"
#include "ijk-own-company-window.h"
#include "ijk-own-rows.h"
#include "ijk-pair-window.h"

#include <glib/gi18n-lib.h>

/* A longer list of what was left out scrolls. */
#define MAX_LOSSES_HEIGHT_PX 260

/* What is being done, until the workbook has it. */
typedef struct
{
  GWeakRef window;
  char *sentence; /* (owned) to say then */
} Doing;

static Doing *
new_doing (IjkWindow *self,
           char      *sentence)
{
  Doing *doing = g_new0 (Doing, 1);

  g_weak_ref_init (&doing->window, self);
  doing->sentence = sentence;
  return doing;
}

static void
free_doing (Doing *doing)
{
  g_weak_ref_clear (&doing->window);
  g_free (doing->sentence);
  g_free (doing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Doing, free_doing)

/* Whether there is a workbook that can be written; says what to do if not. */
static gboolean
can_change (IjkWindow *self)
{
  if (ijk_session_get_reference (self->session) == NULL)
    return FALSE;
  if (!ijk_session_is_file_read_only (self->session))
    return TRUE;
  ijk_window_offer (self, _("This workbook can only be read, so its companies stay as they are."),
                    _("Save a Copy…"), "win.save-copy");
  return FALSE;
}

/* The company of an installation comes into hand, so that its page shows. */
static void
show_company (IjkWindow  *self,
              const char *unit_id)
{
  const IjkReference *reference = ijk_session_get_reference (self->session);
  const guint unit = ijk_reference_find_unit (reference, unit_id);

  if (unit == IJK_NONE)
    return;
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (self->views), "companies");
  ijk_session_set_company (self->session, reference->units[unit].company);
}

static void
saved_cb (IjkOwnCompanyWindow *window,
          const char          *id,
          gboolean             is_new,
          IjkWindow           *self)
{
  const IjkReference *reference = ijk_session_get_reference (self->session);
  const guint unit = ijk_reference_find_unit (reference, id);
  g_autofree char *sentence = NULL;

  (void) window;
  if (unit == IJK_NONE)
    return;
  if (is_new)
    /* Translators: %s is an installation. */
    sentence = g_strdup_printf (_("“%s” is in the workbook."), reference->units[unit].name);
  else
    /* Translators: %s is an installation. */
    sentence = g_strdup_printf (_("“%s” was changed."), reference->units[unit].name);
  show_company (self, id);
  ijk_window_offer (self, sentence, _("Undo"), "win.undo-own-companies");
}

static void
show_form (IjkWindow  *self,
           const char *unit_id)
{
  IjkOwnCompanyWindow *window = NULL;

  if (!can_change (self))
    return;
  window = ijk_own_company_window_show (GTK_WINDOW (self), self->session, unit_id);
  g_signal_connect_object (window, "saved", G_CALLBACK (saved_cb), self, 0);
}

static void
add_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  (void) action;
  (void) parameter;
  show_form (user_data, NULL);
}

static void
edit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  IjkWindow *self = user_data;
  const char *id = g_variant_get_string (parameter, NULL);
  const IjkReference *reference = ijk_session_get_reference (self->session);
  const guint unit = reference != NULL ? ijk_reference_find_unit (reference, id) : IJK_NONE;

  (void) action;
  if (unit != IJK_NONE && ijk_unit_is_own (reference, unit))
    show_form (self, id);
}

static void
removed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Doing) doing = user_data;
  g_autoptr (IjkWindow) self = g_weak_ref_get (&doing->window);
  g_autoptr (GError) error = NULL;
  const gboolean is_done
      = ijk_session_change_units_finish (IJK_SESSION (source), result, NULL, &error);

  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (is_done)
    ijk_window_offer (self, doing->sentence, _("Undo"), "win.undo-own-companies");
  else
    ijk_window_say (self, error->message);
}

static void
remove_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  IjkWindow *self = user_data;
  const char *id = g_variant_get_string (parameter, NULL);
  const IjkReference *reference = ijk_session_get_reference (self->session);
  g_autoptr (IjkReference) shipped = NULL;
  g_autoptr (IjkReference) without = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  char *sentence = NULL;
  const char *name = NULL;

  (void) action;
  if (!can_change (self) || ijk_reference_find_unit (reference, id) == IJK_NONE)
    return;
  name = reference->units[ijk_reference_find_unit (reference, id)].name;
  shipped = ijk_session_dup_shipped (self->session, &error);
  if (shipped != NULL)
    without = ijk_own_remove (reference, shipped, id, &error);
  if (without == NULL)
    {
      ijk_window_say (self, error->message);
      return;
    }
  if (ijk_reference_find_unit (without, id) != IJK_NONE)
    /* Translators: %s is an installation. */
    sentence = g_strdup_printf (_("“%s” has the figures of the program again."), name);
  else
    /* Translators: %s is an installation. */
    sentence = g_strdup_printf (_("“%s” was removed."), name);
  /* Translators: names a step in the history; %s is an installation. */
  label = g_strdup_printf (_("Removed: %s"), name);
  ijk_session_change_units_async (self->session, without, label, FALSE, self->cancellable,
                                  removed_cb, new_doing (self, sentence));
}

static void
undone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Doing) doing = user_data;
  g_autoptr (IjkWindow) self = g_weak_ref_get (&doing->window);
  g_autoptr (GError) error = NULL;
  const gboolean is_done
      = ijk_session_change_units_finish (IJK_SESSION (source), result, NULL, &error);

  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  ijk_window_say (self, is_done ? doing->sentence : error->message);
}

static void
undo_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  IjkWindow *self = user_data;

  (void) action;
  (void) parameter;
  if (!ijk_session_can_undo_units (self->session))
    {
      ijk_window_say (self, _("There is no change of own companies to take back."));
      return;
    }
  ijk_session_undo_units_async (
      self->session, _("Undo of a change of own companies"), self->cancellable, undone_cb,
      new_doing (self, g_strdup (_("The installations are as they were before."))));
}

static void
lost_response_cb (IjkWindow  *self,
                  const char *response)
{
  if (g_str_equal (response, "undo"))
    g_action_group_activate_action (G_ACTION_GROUP (self), "undo-own-companies", NULL);
}

/* What the change of installations took out of scenarios stays in sight until a person has read
 * it. */
static void
settings_lost_cb (IjkWindow *self,
                  GPtrArray *losses)
{
  const gboolean can_undo = ijk_session_can_undo_units (self->session);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *dialog = adw_message_dialog_new (
      GTK_WINDOW (self),
      ngettext ("A Setting Was Left Out", "Some Settings Were Left Out", losses->len),
      can_undo ? _("The installations that are in the workbook now do not allow what stands here. "
                   "Undo brings the installations and the settings back; or set the levers again "
                   "on what there is now.")
               : _("The installations that are in the workbook now do not allow what stands here. "
                   "The history of each scenario still has it; or set the levers again on what "
                   "there is now."));

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller),
                                 ijk_loss_list_new (losses, ijk_session_get_year (self->session)));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller),
                                              MAX_LOSSES_HEIGHT_PX);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), scroller);
  if (can_undo)
    adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "undo", _("_Undo"));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  g_signal_connect_object (dialog, "response", G_CALLBACK (lost_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
compare_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  IjkWindow *self = user_data;
  const IjkReference *reference = ijk_session_get_reference (self->session);
  const guint company = ijk_session_get_company (self->session);

  (void) action;
  (void) parameter;
  if (reference == NULL || reference->n_companies < 2)
    return;
  ijk_pair_window_show (GTK_WINDOW (self), self->session,
                        company < reference->n_companies ? company : 0);
}

void
ijk_window_add_own_actions (IjkWindow *self)
{
  static const GActionEntry actions[] = {
    { .name = "add-own-company", .activate = add_cb },
    { .name = "edit-own-company", .activate = edit_cb, .parameter_type = "s" },
    { .name = "remove-own-company", .activate = remove_cb, .parameter_type = "s" },
    { .name = "undo-own-companies", .activate = undo_cb },
    { .name = "compare-companies", .activate = compare_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  g_signal_connect_object (self->session, "settings-lost", G_CALLBACK (settings_lost_cb), self,
                           G_CONNECT_SWAPPED);
}
