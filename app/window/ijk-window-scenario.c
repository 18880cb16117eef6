/* The scenarios: what is done to the list of them, comparing, and the history of the one in hand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-window-private.h"

#include "ijk-history-window.h"
#include "ijk-scenario-popover.h"
#include "ijk-text-dialog.h"

#include <glib/gi18n-lib.h>

/* An edit of the list, from the question to the toast. */
typedef struct
{
  GWeakRef window;
  IjkSessionEdit edit;
  char *name; /* (owned) (nullable) as it was before, for the toast */
} Pending;

static const IjkScenarioRecord *
find_record (IjkWindow *self,
             gint64     id)
{
  GPtrArray *records = ijk_session_get_scenarios (self->session);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const IjkScenarioRecord *record = g_ptr_array_index (records, i);

      if (record->id == id)
        return record;
    }
  return NULL;
}

static void
pending_free (Pending *pending)
{
  g_weak_ref_clear (&pending->window);
  g_free (pending->name);
  g_free (pending);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Pending, pending_free)

static void
edited_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Pending) pending = user_data;
  g_autoptr (IjkWindow) self = g_weak_ref_get (&pending->window);
  g_autoptr (GError) error = NULL;
  const gint64 id
      = ijk_session_edit_scenario_finish (IJK_SESSION (source), result, &error);

  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error != NULL)
    {
      ijk_window_say (self, error->message);
      return;
    }
  if (pending->edit == IJK_SESSION_DELETE)
    {
      /* Translators: the name of a scenario */
      g_autofree char *sentence = g_strdup_printf (_("“%s” was deleted."), pending->name);
      g_autofree char *action
          = g_strdup_printf ("win.undelete-scenario(int64 %" G_GINT64_FORMAT ")", id);

      ijk_window_offer (self, sentence, _("Undo"), action);
    }
}

static void
start_edit (IjkWindow      *self,
            IjkSessionEdit  edit,
            gint64          id,
            const char     *text)
{
  const IjkScenarioRecord *record = find_record (self, id);
  Pending *pending = g_new0 (Pending, 1);

  g_weak_ref_init (&pending->window, self);
  pending->edit = edit;
  pending->name = record == NULL ? NULL : g_strdup (record->name);
  ijk_session_edit_scenario_async (self->session, edit, id, text, self->cancellable, edited_cb,
                                   pending);
}

/* The window holds what the question is about, because it outlives the dialog. */
static void
keep_question (IjkWindow      *self,
               IjkSessionEdit  edit,
               gint64          id)
{
  self->question[0] = edit;
  self->question[1] = id;
}

static void
answered_cb (gpointer    user_data,
             const char *text)
{
  IjkWindow *self = user_data;

  start_edit (self, (IjkSessionEdit) self->question[0], self->question[1], text);
}

/* A name that is not taken: "Scenario 2". */
static char *
find_free_name (IjkWindow  *self,
                const char *format)
{
  GPtrArray *records = ijk_session_get_scenarios (self->session);

  for (guint n = 1;; n++)
    {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
      g_autofree char *name = g_strdup_printf (format, n); /* one of the translated ones below */
#pragma GCC diagnostic pop
      gboolean is_taken = FALSE;

      for (guint i = 0; records != NULL && i < records->len && !is_taken; i++)
        {
          const IjkScenarioRecord *record = g_ptr_array_index (records, i);

          is_taken = g_ascii_strcasecmp (record->name, name) == 0;
        }
      if (!is_taken)
        return g_steal_pointer (&name);
    }
}

static void
new_scenario_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  IjkWindow *self = user_data;
  /* Translators: a number; the name of a new scenario */
  g_autofree char *name = find_free_name (self, _("Scenario %u"));

  (void) action;
  (void) parameter;
  keep_question (self, IJK_SESSION_NEW_SECTOR, 0);
  ijk_text_dialog_show (GTK_WINDOW (self), _("New scenario"),
                        _("It begins as current law, with every lever at its reference value."),
                        name, _("_Make"), FALSE, answered_cb, G_OBJECT (self));
}

static void
new_company_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  IjkWindow *self = user_data;
  /* Translators: a number; the name of a new company scenario */
  g_autofree char *name = find_free_name (self, _("Company scenario %u"));

  (void) action;
  keep_question (self, IJK_SESSION_NEW_COMPANY, g_variant_get_int64 (parameter));
  ijk_text_dialog_show (GTK_WINDOW (self), _("New company scenario"),
                        _("It builds on that scenario and sets levers of single companies."), name,
                        _("_Make"), FALSE, answered_cb, G_OBJECT (self));
}

static void
ask_duplicate (IjkWindow *self,
               gint64     id)
{
  const IjkScenarioRecord *record = find_record (self, id);
  g_autofree char *name = NULL;

  if (record == NULL)
    return;
  /* Translators: the name of a scenario; the name of its copy */
  name = g_strdup_printf (_("%s (copy)"), record->name);
  keep_question (self, IJK_SESSION_DUPLICATE, id);
  ijk_text_dialog_show (GTK_WINDOW (self), _("Duplicate scenario"), NULL, name, _("_Duplicate"),
                        FALSE, answered_cb, G_OBJECT (self));
}

static void
ask_rename (IjkWindow *self,
            gint64     id)
{
  const IjkScenarioRecord *record = find_record (self, id);

  if (record == NULL)
    return;
  if (record->is_template)
    {
      ijk_window_offer (self, _("An example keeps its name. A copy of it can have any."),
                        _("Duplicate"), "win.duplicate-scenario");
      return;
    }
  keep_question (self, IJK_SESSION_RENAME, id);
  ijk_text_dialog_show (GTK_WINDOW (self), _("Rename scenario"), NULL, record->name, _("_Rename"),
                        FALSE, answered_cb, G_OBJECT (self));
}

static void
duplicate_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  IjkWindow *self = user_data;

  (void) action;
  ask_duplicate (self, parameter != NULL ? g_variant_get_int64 (parameter)
                                         : ijk_session_get_scenario_id (self->session));
}

static void
rename_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  IjkWindow *self = user_data;

  (void) action;
  ask_rename (self, parameter != NULL ? g_variant_get_int64 (parameter)
                                      : ijk_session_get_scenario_id (self->session));
}

static void
describe_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  IjkWindow *self = user_data;
  const gint64 id = g_variant_get_int64 (parameter);
  const IjkScenarioRecord *record = find_record (self, id);

  (void) action;
  if (record == NULL || record->is_template)
    return;
  keep_question (self, IJK_SESSION_DESCRIBE, id);
  ijk_text_dialog_show (GTK_WINDOW (self), _("Describe scenario"),
                        _("What it supposes, and why. It travels with the workbook."),
                        record->description, _("_Describe"), TRUE, answered_cb, G_OBJECT (self));
}

static void
delete_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  (void) action;
  start_edit (user_data, IJK_SESSION_DELETE, g_variant_get_int64 (parameter), NULL);
}

static void
undelete_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  (void) action;
  start_edit (user_data, IJK_SESSION_UNDELETE, g_variant_get_int64 (parameter), NULL);
}

static void
select_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  IjkWindow *self = user_data;

  (void) action;
  ijk_session_select_scenario (self->session, g_variant_get_int64 (parameter));
}

static void
compare_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  IjkWindow *self = user_data;

  (void) action;
  ijk_session_set_compare_id (self->session, g_variant_get_int64 (parameter));
}

static void
scenarios_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  IjkWindow *self = user_data;

  (void) action;
  (void) parameter;
  gtk_menu_button_popup (GTK_MENU_BUTTON (self->scenario_button));
}

static void
history_destroy_cb (IjkWindow *self)
{
  self->history_window = NULL;
}

static void
history_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  IjkWindow *self = user_data;

  (void) action;
  (void) parameter;
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->scenario_button));
  if (self->history_window == NULL)
    {
      self->history_window = GTK_WINDOW (ijk_history_window_new (self->session));
      gtk_window_set_transient_for (self->history_window, GTK_WINDOW (self));
      g_signal_connect_object (self->history_window, "destroy", G_CALLBACK (history_destroy_cb),
                               self, G_CONNECT_SWAPPED);
    }
  gtk_window_present (self->history_window);
}

void
ijk_window_follow_scenarios (IjkWindow *self)
{
  GtkPopover *popover = gtk_menu_button_get_popover (GTK_MENU_BUTTON (self->scenario_button));
  const gboolean has_workbook = ijk_session_get_reference (self->session) != NULL;

  gtk_widget_set_sensitive (self->scenario_button, has_workbook);
  ijk_window_enable (self, "new-scenario", has_workbook);
  ijk_window_enable (self, "duplicate-scenario", has_workbook);
  ijk_window_enable (self, "rename-scenario", has_workbook);
  ijk_window_enable (self, "history", has_workbook);
  ijk_window_enable (self, "save-copy", has_workbook);
  ijk_window_enable (self, "import", has_workbook);
  ijk_window_enable (self, "add-bookmark", has_workbook);
  if (popover != NULL && gtk_widget_get_mapped (GTK_WIDGET (popover)))
    ijk_scenario_popover_update (IJK_SCENARIO_POPOVER (popover));
}

void
ijk_window_add_scenario_actions (IjkWindow *self)
{
  static const GActionEntry actions[] = {
    { .name = "new-scenario", .activate = new_scenario_cb },
    { .name = "new-company-scenario", .activate = new_company_cb, .parameter_type = "x" },
    { .name = "duplicate-scenario", .activate = duplicate_cb },
    { .name = "duplicate-scenario-id", .activate = duplicate_cb, .parameter_type = "x" },
    { .name = "rename-scenario", .activate = rename_cb },
    { .name = "rename-scenario-id", .activate = rename_cb, .parameter_type = "x" },
    { .name = "describe-scenario-id", .activate = describe_cb, .parameter_type = "x" },
    { .name = "delete-scenario-id", .activate = delete_cb, .parameter_type = "x" },
    { .name = "undelete-scenario", .activate = undelete_cb, .parameter_type = "x" },
    { .name = "select-scenario", .activate = select_cb, .parameter_type = "x" },
    { .name = "compare", .activate = compare_cb, .parameter_type = "x" },
    { .name = "scenarios", .activate = scenarios_cb },
    { .name = "history", .activate = history_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->scenario_button),
                               ijk_scenario_popover_new (self->session));
}
