/* Writes scenarios as JSON in one fixed form: members in a fixed order, settings by lever, two
 * spaces of indentation. Equal scenarios give equal bytes, so that files compare and a saved file
 * that is loaded and saved again is the same file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-scenario-json.h"

#include "ijk-scenario-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Appends @text in quotation marks. */
static void
append_string (GString    *json,
               const char *text)
{
  g_string_append_c (json, '"');
  for (const char *c = text; *c != '\0'; c++)
    switch (*c)
      {
      case '"':
      case '\\':
        g_string_append_c (json, '\\');
        g_string_append_c (json, *c);
        break;
      case '\n':
        g_string_append (json, "\\n");
        break;
      case '\r':
        g_string_append (json, "\\r");
        break;
      case '\t':
        g_string_append (json, "\\t");
        break;
      default:
        g_string_append_c (json, *c);
      }
  g_string_append_c (json, '"');
}

static void
append_member (GString    *json,
               const char *member,
               const char *text)
{
  g_string_append_printf (json, ",\n      \"%s\": ", member);
  append_string (json, text);
}

static void
append_time (GString    *json,
             const char *member,
             gint64      time_us)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (time_us / G_USEC_PER_SEC);
  g_autofree char *text = g_date_time_format (time, "%Y-%m-%dT%H:%M:%S");

  g_string_append_printf (json, ",\n      \"%s\": \"%s.%06dZ\"", member, text,
                          (int) (time_us % G_USEC_PER_SEC));
}

static void
append_settings (GString                 *json,
                 const IjkReference      *reference,
                 const IjkScenarioRecord *record)
{
  g_string_append (json, ",\n      \"settings\": {");
  for (guint i = 0; i < record->settings->len; i++)
    {
      const IjkLeverSetting *setting = &g_array_index (record->settings, IjkLeverSetting, i);
      g_autofree char *key = ijk_lever_key_to_string (reference, &setting->key);
      g_autofree char *value
          = ijk_lever_value_to_string (&reference->levers[setting->key.lever], &setting->value);

      g_string_append (json, i == 0 ? "\n        " : ",\n        ");
      append_string (json, key);
      g_string_append (json, ": ");
      append_string (json, value);
    }
  g_string_append (json, record->settings->len == 0 ? "}" : "\n      }");
}

static void
append_record (GString                 *json,
               const IjkReference      *reference,
               const GPtrArray         *records,
               const IjkScenarioRecord *record)
{
  g_string_append (json, "    {\n      \"name\": ");
  append_string (json, record->name);
  append_member (json, "kind", ijk_scenario_kind_ids[record->kind]);
  for (guint i = 0; record->parent_id != 0 && i < records->len; i++)
    {
      const IjkScenarioRecord *other = g_ptr_array_index (records, i);

      if (other->id == record->parent_id)
        append_member (json, "parent", other->name);
    }
  if (*record->description != '\0')
    append_member (json, "description", record->description);
  if (*record->note != '\0')
    append_member (json, "note", record->note);
  if (record->created_us != 0)
    append_time (json, "created", record->created_us);
  if (record->changed_us != 0)
    append_time (json, "changed", record->changed_us);
  append_settings (json, reference, record);
  g_string_append (json, "\n    }");
}

/* The year in which texts of dates end at four digits. */
#define END_OF_TIME_US (G_GINT64_CONSTANT (253402300800) * G_USEC_PER_SEC)

/* What is wrong with one record. Returns: (nullable) */
static const char *
find_problem (const IjkReference      *reference,
              const IjkScenarioRecord *record)
{
  const char *problem = NULL;

  if (!ijk_scenario_check_name (record->name, &problem)
      || !ijk_scenario_check_text (record->description, &problem)
      || !ijk_scenario_check_text (record->note, &problem))
    return problem;
  if (record->created_us < 0 || record->created_us >= END_OF_TIME_US || record->changed_us < 0
      || record->changed_us >= END_OF_TIME_US)
    return _("its times are not between the years 1970 and 9999");
  for (guint i = 0; i < record->settings->len; i++)
    {
      const IjkLeverSetting *setting = &g_array_index (record->settings, IjkLeverSetting, i);

      if (!ijk_scenario_check_setting (record->kind, &setting->key, &problem))
        return problem;
      if (!ijk_lever_value_check (&reference->levers[setting->key.lever], &setting->value, NULL))
        return _("it sets a lever to a value out of its range");
    }
  return NULL;
}

/**
 * ijk_scenario_json_write:
 * @reference: what the settings of the scenarios name
 * @records: (element-type IjkScenarioRecord): scenarios with their parents, ids that differ; they
 *   are written in this order
 * @length: (out): bytes
 *
 * Returns: (transfer full) (nullable): the file, or %NULL with %IJK_STORE_ERROR_VALUE or
 *   %IJK_STORE_ERROR_DANGLING set when a scenario could not be read back
 */
char *
ijk_scenario_json_write (const IjkReference *reference,
                         const GPtrArray    *records,
                         gsize              *length,
                         GError            **error)
{
  g_autoptr (GString) json = g_string_new (NULL);
  g_autofree char *family_problem = NULL;
  guint position = 0;

  if (records->len > IJK_MAX_SCENARIOS)
    {
      g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_VALUE,
                   _("%u scenarios are more than the %u that one file can hold"), records->len,
                   IJK_MAX_SCENARIOS);
      return NULL;
    }
  for (guint i = 0; i < records->len; i++)
    {
      const IjkScenarioRecord *record = g_ptr_array_index (records, i);
      const char *problem = find_problem (reference, record);

      if (problem != NULL)
        {
          g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_VALUE,
                       _("the scenario “%s” cannot be written: %s"), record->name, problem);
          return NULL;
        }
    }
  if (!ijk_scenario_check_family (records, &position, &family_problem))
    {
      g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_DANGLING,
                   _("the scenarios cannot be written: %s"), family_problem);
      return NULL;
    }

  g_string_append_printf (json, "{\n  \"format\": \"%s\",\n  \"version\": %d,\n  \"scenarios\": [",
                          IJK_SCENARIO_JSON_FORMAT, IJK_SCENARIO_JSON_VERSION);
  for (guint i = 0; i < records->len; i++)
    {
      g_string_append (json, i == 0 ? "\n" : ",\n");
      append_record (json, reference, records, g_ptr_array_index (records, i));
    }
  g_string_append (json, records->len == 0 ? "]\n}\n" : "\n  ]\n}\n");
  *length = json->len;
  return g_string_free (g_steal_pointer (&json), FALSE);
}
