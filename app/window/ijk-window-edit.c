/* Levers and undo, as far as they are not a row's: presets, reset all, undo and redo with the name
 * of the step in the tooltip.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-window-private.h"

#include "ijk-changed-list.h"
#include "ijk-language.h"

#include <glib/gi18n-lib.h>

/* Levers whose values a statute gives: a preset takes them back to it. */
static const IjkLeverId law_levers[] = {
  IJK_LEVER_RATE,
  IJK_LEVER_INCINERATOR_RATE,
  IJK_LEVER_REDUCTION_FACTOR,
  IJK_LEVER_INC_FACTOR,
};

static void
undo_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  IjkWindow *self = user_data;

  (void) action;
  (void) parameter;
  ijk_session_undo (self->session);
}

static void
redo_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  IjkWindow *self = user_data;

  (void) action;
  (void) parameter;
  ijk_session_redo (self->session);
}

static void
preset_law_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  IjkWindow *self = user_data;
  const IjkReference *reference = ijk_session_get_reference (self->session);
  const gint32 regime = g_variant_get_int32 (parameter);
  IjkLeverKey key = { IJK_LEVER_REGIME, IJK_SCOPE_NATIONAL, 0 };
  const IjkLeverValue value = { .choice = (guint) regime };
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  g_autofree char *sentence = NULL;
  const char *name;

  (void) action;
  if (reference == NULL || regime < 0 || regime >= IJK_N_REGIMES)
    return;
  name = ijk_language_pick (reference->regimes[regime].name_en, reference->regimes[regime].name_nl);
  /* Translators: the name of a statute; names a step of undo */
  label = g_strdup_printf (_("Law: %s"), name);
  ijk_session_begin_step (self->session, label);
  if (ijk_session_set_lever (self->session, &key, &value, &error))
    for (guint i = 0; i < G_N_ELEMENTS (law_levers); i++)
      {
        key.lever = law_levers[i];
        ijk_session_reset_lever (self->session, &key);
      }
  ijk_session_end_step (self->session);
  if (error != NULL)
    {
      ijk_window_say (self, error->message);
      return;
    }
  /* Translators: the name of a statute */
  sentence = g_strdup_printf (_("Rates, reduction factor and benchmarks are now as in: %s"), name);
  ijk_window_offer (self, sentence, _("Undo"), "win.undo");
}

static void
reset_all_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  IjkWindow *self = user_data;
  const IjkScenario *scenario = ijk_session_get_scenario (self->session);
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (IjkLeverKey));
  const IjkLeverSetting *settings;
  g_autofree char *sentence = NULL;
  guint n_settings;

  (void) action;
  (void) parameter;
  if (scenario == NULL)
    return;
  settings = ijk_scenario_get_settings (scenario, &n_settings);
  for (guint i = 0; i < n_settings; i++)
    g_array_append_val (keys, settings[i].key);
  if (keys->len == 0)
    return;
  ijk_session_begin_step (self->session, _("Reset all levers"));
  for (guint i = 0; i < keys->len; i++)
    ijk_session_reset_lever (self->session, &g_array_index (keys, IjkLeverKey, i));
  ijk_session_end_step (self->session);
  sentence = g_strdup_printf (ngettext ("%u lever was reset.", "%u levers were reset.", keys->len),
                              keys->len);
  ijk_window_offer (self, sentence, _("Undo"), "win.undo");
}

static void
reset_lever_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  IjkWindow *self = user_data;
  const IjkReference *reference = ijk_session_get_reference (self->session);
  g_autoptr (GError) error = NULL;
  IjkLeverKey key;

  (void) action;
  if (reference == NULL)
    return;
  if (ijk_lever_key_parse (reference, g_variant_get_string (parameter, NULL), &key, &error))
    ijk_session_reset_lever (self->session, &key);
  else
    ijk_window_say (self, error->message);
}

static void
show_lever_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  IjkWindow *self = user_data;
  const IjkReference *reference = ijk_session_get_reference (self->session);
  g_autoptr (GError) error = NULL;
  IjkLeverKey key;

  (void) action;
  if (reference == NULL)
    return;
  if (!ijk_lever_key_parse (reference, g_variant_get_string (parameter, NULL), &key, &error))
    {
      ijk_window_say (self, error->message);
      return;
    }
  adw_flap_set_reveal_flap (ADW_FLAP (self->flap), TRUE);
  ijk_lever_panel_show_lever (IJK_LEVER_PANEL (self->levers), &key);
}

static void
search_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  IjkWindow *self = user_data;

  (void) action;
  (void) parameter;
  if (g_strcmp0 (adw_view_stack_get_visible_child_name (ADW_VIEW_STACK (self->views)), "companies")
      == 0)
    {
      ijk_companies_view_start_search (IJK_COMPANIES_VIEW (self->companies));
      return;
    }
  adw_flap_set_reveal_flap (ADW_FLAP (self->flap), TRUE);
  ijk_lever_panel_start_search (IJK_LEVER_PANEL (self->levers));
}

static void
show_changed_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  IjkWindow *self = user_data;
  const gboolean is_seen = adw_flap_get_reveal_flap (ADW_FLAP (self->flap))
                           && ijk_lever_panel_shows_changed (IJK_LEVER_PANEL (self->levers));

  (void) action;
  (void) parameter;
  adw_flap_set_reveal_flap (ADW_FLAP (self->flap), TRUE);
  ijk_lever_panel_show_changed (IJK_LEVER_PANEL (self->levers), !is_seen);
}

static void
name_step (GtkWidget  *button,
           const char *format,
           const char *otherwise,
           const char *label)
{
  g_autofree char *text = NULL;

  if (label != NULL)
    {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
      text = g_strdup_printf (format, label); /* one of the two translated formats below */
#pragma GCC diagnostic pop
    }
  if (g_strcmp0 (gtk_widget_get_tooltip_text (button), text != NULL ? text : otherwise) == 0)
    return;
  gtk_widget_set_tooltip_text (button, text != NULL ? text : otherwise);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text != NULL ? text : otherwise, -1);
}

void
ijk_window_follow_undo (IjkWindow *self)
{
  const gboolean can_undo = ijk_session_can_undo (self->session);
  const gboolean can_redo = ijk_session_can_redo (self->session);
  const IjkScenario *scenario = ijk_session_get_scenario (self->session);
  guint n_settings = 0;

  if (scenario != NULL)
    ijk_scenario_get_settings (scenario, &n_settings);
  ijk_window_enable (self, "undo", can_undo);
  ijk_window_enable (self, "redo", can_redo);
  ijk_window_enable (self, "reset-all", n_settings > 0);
  /* Translators: the name of the step that is undone */
  name_step (self->undo_button, _("Undo: %s"), _("Undo"),
             can_undo ? ijk_session_undo_label (self->session) : NULL);
  /* Translators: the name of the step that is done again */
  name_step (self->redo_button, _("Redo: %s"), _("Redo"),
             can_redo ? ijk_session_redo_label (self->session) : NULL);
}

void
ijk_window_add_edit_actions (IjkWindow *self)
{
  static const GActionEntry actions[] = {
    { .name = "undo", .activate = undo_cb },
    { .name = "redo", .activate = redo_cb },
    { .name = "preset-law", .activate = preset_law_cb, .parameter_type = "i" },
    { .name = "reset-all", .activate = reset_all_cb },
    { .name = "reset-lever", .activate = reset_lever_cb, .parameter_type = "s" },
    { .name = "show-lever", .activate = show_lever_cb, .parameter_type = "s" },
    { .name = "search", .activate = search_cb },
    { .name = "show-changed", .activate = show_changed_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}
