/* What the levers are set on: the whole country, one sector, or one company; the list of those, and
 * which of them belongs to the scenario in hand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-lever-panel-private.h"

#include "ijk-language.h"

#include <glib/gi18n-lib.h>

/* A company scenario sets levers of companies, a sector scenario those of the nation and of
 * sectors. */
static void
fill_scopes (IjkLeverPanel *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const IjkReference *reference = self->reference;

  g_array_set_size (self->targets, 0);
  if (self->kind == IJK_SCENARIO_COMPANY)
    for (guint i = 0; i < reference->n_companies; i++)
      {
        gtk_string_list_append (names, reference->companies[i].name);
        g_array_append_val (self->targets, i);
      }
  else
    {
      const guint nation = 0;

      gtk_string_list_append (names, _("All sectors"));
      g_array_append_val (self->targets, nation);
      for (guint i = 0; i < reference->n_sectors; i++)
        {
          gtk_string_list_append (names, ijk_language_pick (reference->sectors[i].name_en,
                                                            reference->sectors[i].name_nl));
          g_array_append_val (self->targets, i);
        }
    }
  self->is_updating = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->scope_list), G_LIST_MODEL (names));
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (self->scope_list),
                                   self->kind == IJK_SCENARIO_COMPANY);
  self->is_updating = FALSE;
}

static void
read_scope (IjkLeverPanel *self)
{
  const guint i = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->scope_list));

  if (i >= self->targets->len)
    return;
  if (self->kind == IJK_SCENARIO_COMPANY)
    self->scope = IJK_SCOPE_COMPANY;
  else
    self->scope = i == 0 ? IJK_SCOPE_NATIONAL : IJK_SCOPE_SECTOR;
  self->target = g_array_index (self->targets, guint, i);
}

void
ijk_lever_panel_scope_selected_cb (IjkLeverPanel *self)
{
  if (self->is_updating || self->reference == NULL)
    return;
  read_scope (self);
  if (self->scope == IJK_SCOPE_COMPANY)
    ijk_session_set_company (self->session, self->target);
  ijk_lever_panel_filter (self);
}

static IjkScenarioKind
find_kind (IjkSession *session)
{
  const gint64 id = ijk_session_get_scenario_id (session);
  GPtrArray *records = ijk_session_get_scenarios (session);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const IjkScenarioRecord *record = g_ptr_array_index (records, i);

      if (record->id == id)
        return record->kind;
    }
  return IJK_SCENARIO_SECTOR;
}

/* The company that a company scenario is about: the first it sets a lever of, else the one
 * shown. */
static guint
find_company (IjkLeverPanel *self)
{
  guint n_settings;
  const IjkLeverSetting *settings
      = ijk_scenario_get_settings (ijk_session_get_scenario (self->session), &n_settings);

  for (guint i = 0; i < n_settings; i++)
    if (settings[i].key.scope == IJK_SCOPE_COMPANY)
      return settings[i].key.target;
  for (guint i = 0; i < n_settings; i++)
    if (settings[i].key.scope == IJK_SCOPE_PROJECT)
      return self->reference->units[self->reference->projects[settings[i].key.target].unit].company;
  return ijk_session_get_company (self->session);
}

void
ijk_lever_panel_select_scope (IjkLeverPanel *self,
                              IjkScopeKind   scope,
                              guint          target)
{
  for (guint i = 0; i < self->targets->len; i++)
    {
      const gboolean is_national = self->kind == IJK_SCENARIO_SECTOR && i == 0;

      if (g_array_index (self->targets, guint, i) == target
          && is_national == (scope == IJK_SCOPE_NATIONAL))
        {
          gtk_drop_down_set_selected (GTK_DROP_DOWN (self->scope_list), i);
          break;
        }
    }
  read_scope (self);
}

/* The levers are those of the scenario in hand: the list fits its kind, and what the scenario is
 * about is chosen. */
void
ijk_lever_panel_follow_kind (IjkLeverPanel *self)
{
  const IjkScenarioKind kind = find_kind (self->session);

  if (kind != self->kind || self->targets->len == 0)
    {
      self->kind = kind;
      fill_scopes (self);
    }
  if (kind == IJK_SCENARIO_COMPANY)
    ijk_lever_panel_select_scope (self, IJK_SCOPE_COMPANY, find_company (self));
  else
    ijk_lever_panel_select_scope (self, IJK_SCOPE_NATIONAL, 0);
}
