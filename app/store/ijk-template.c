/* The scenarios the program ships with, from a data file: every new workbook holds them, read-only.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-workbook-private.h"

#include "ijk-store-resource.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#define TEMPLATES "/org/ijkpad/Ijkpad/scenarios/templates.json"

/* Returns: (transfer full): the text of @member in the language, or in English */
static char *
get_text (JsonObject *object,
          const char *member,
          const char *language)
{
  JsonObject *texts = json_object_get_object_member (object, member);

  return g_strdup (json_object_get_string_member (
      texts, json_object_has_member (texts, language) ? language : "en"));
}

/* The state that a template describes, its levers in the form in which they are stored. */
static IjkState *
make_state (IjkWorkbook *self,
            JsonObject  *object,
            const char  *language,
            GHashTable  *ids,
            GError     **error)
{
  g_autoptr (IjkState) state = ijk_state_new ();
  JsonArray *settings = json_object_get_array_member (object, "settings");
  const char *parent = json_object_get_string_member_with_default (object, "parent", NULL);

  state->template_id = g_strdup (json_object_get_string_member (object, "id"));
  state->kind = strcmp (json_object_get_string_member (object, "kind"), "company") == 0
                    ? IJK_SCENARIO_COMPANY
                    : IJK_SCENARIO_SECTOR;
  g_free (state->name);
  state->name = get_text (object, "name", language);
  g_free (state->description);
  state->description = get_text (object, "description", language);
  g_free (state->note);
  state->note = g_strdup (json_object_get_string_member (object, "source"));
  if (parent != NULL)
    state->parent_id = *(gint64 *) g_hash_table_lookup (ids, parent);
  for (guint i = 0; i < json_array_get_length (settings); i++)
    {
      const char *setting = json_array_get_string_element (settings, i);
      g_autoptr (IjkScenario) none = ijk_scenario_new (self->reference, NULL);
      g_autoptr (IjkScenario) one = ijk_scenario_with_setting (none, setting, error);
      g_autofree char *key = NULL;
      g_autofree char *value = NULL;
      const IjkLeverSetting *read = NULL;
      guint n_settings = 0;

      if (one == NULL)
        {
          g_prefix_error (error, _("the shipped scenario “%s” does not fit the reference data: "),
                          state->name);
          return NULL;
        }
      read = ijk_scenario_get_settings (one, &n_settings);
      key = ijk_lever_key_to_string (self->reference, &read->key);
      value = ijk_lever_value_to_string (&self->reference->levers[read->key.lever], &read->value);
      ijk_state_set_lever (state, key, value);
    }
  return g_steal_pointer (&state);
}

/**
 * ijk_templates_insert:
 * @language: (nullable): "nl", else English
 *
 * Writes the shipped scenarios, inside the transaction that fills a new workbook.
 */
gboolean
ijk_templates_insert (IjkWorkbook *self,
                      const char  *language,
                      GError     **error)
{
  g_autoptr (GBytes) bytes = g_resource_lookup_data (ijk_store_get_resource (), TEMPLATES,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  JsonArray *templates = NULL;
  gsize length = 0;
  const char *text = g_bytes_get_data (bytes, &length);

  if (!json_parser_load_from_data (parser, text, (gssize) length, error))
    return FALSE;
  templates = json_object_get_array_member (
      json_node_get_object (json_parser_get_root (parser)), "scenarios");
  for (guint i = 0; i < json_array_get_length (templates); i++)
    {
      JsonObject *object = json_array_get_object_element (templates, i);
      g_autoptr (IjkState) state
          = make_state (self, object, language != NULL ? language : "en", ids, error);

      if (state == NULL
          || ijk_scenario_insert (self, state, _("Shipped with the program"), error) == 0)
        return FALSE;
      g_hash_table_insert (ids, (gpointer) json_object_get_string_member (object, "id"),
                           g_memdup2 (&state->id, sizeof state->id));
    }
  return TRUE;
}
