/* Reads scenarios from JSON that somebody else may have written.
 *
 * Nothing is guessed or passed over: an unknown member, a value of another type, a lever that is
 * not there or a parent that is not in the file each end the reading with a sentence that says
 * where. Syntax errors have line and column; from there on the place is the path of members.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-scenario-json.h"

#include "ijk-error.h"
#include "ijk-json-guard.h"
#include "ijk-nearest.h"
#include "ijk-scenario-check.h"
#include "ijk-sentence.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <json-glib/json-glib.h>
#include <stdarg.h>
#include <string.h>

/* A description and a note of full length in four-byte characters, escaped, come to some 480 kB;
 * a file with a thousand ordinary scenarios to 1 MB. */
static const IjkJsonLimits limits = {
  .max_bytes = 32 * 1024 * 1024,
  .max_depth = 8,
  .max_string = 12 * IJK_MAX_TEXT_LENGTH,
};

typedef struct
{
  const IjkReference *reference;
  const IjkScenario *nothing_set; /* levers are checked against it */
  const char *name;               /* of the file */
  GString *path;                  /* (owned) members down to what is read */
  GPtrArray *parents;             /* (owned) (element-type utf8) (nullable) of each record */
  GError **error;
} Reader;

/* Sets the error "FILE, PATH: sentence". Returns: %FALSE */
static gboolean G_GNUC_PRINTF (3, 4)
fail_at (Reader       *self,
         IjkStoreError code,
         const char   *format,
         ...)
{
  g_autofree char *what = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *clean = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  sentence = g_strdup_printf ("%s, %s: %s", self->name,
                              self->path->len > 0 ? self->path->str : _("top level"), what);
  clean = ijk_sentence_clean (sentence);
  g_set_error_literal (self->error, IJK_STORE_ERROR, code, clean);
  return FALSE;
}

/* Goes down to a member. Returns: where the path goes back to */
static gsize
enter_member (Reader     *self,
              const char *member)
{
  const gsize before = self->path->len;

  g_string_append_printf (self->path, "%s%s", before > 0 ? "." : "", member);
  return before;
}

static const char *
describe_type (JsonNode *node)
{
  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      return _("an object");
    case JSON_NODE_ARRAY:
      return _("an array");
    case JSON_NODE_NULL:
      return "null";
    case JSON_NODE_VALUE:
      break;
    }
  switch (json_node_get_value_type (node))
    {
    case G_TYPE_STRING:
      return _("a text");
    case G_TYPE_BOOLEAN:
      return _("true or false");
    default:
      return _("a number");
    }
}

static gboolean
fail_type (Reader     *self,
           JsonNode   *node,
           const char *expected)
{
  return fail_at (self, IJK_STORE_ERROR_VALUE, _("found %s; expected %s"), describe_type (node),
                  expected);
}

/* Whether @object has no members but @known (%NULL-terminated). */
static gboolean
check_members (Reader            *self,
               JsonObject        *object,
               const char *const *known)
{
  g_autoptr (GList) members = json_object_get_members (object);

  for (const GList *l = members; l != NULL; l = l->next)
    if (!g_strv_contains (known, l->data))
      {
        g_autofree char *near
            = ijk_nearest_names (l->data, known, g_strv_length ((char **) known));
        g_autofree char *expected = g_strjoinv (", ", (char **) known);

        if (*near != '\0')
          return fail_at (self, IJK_STORE_ERROR_COLUMN, _("unknown member “%s”; did you mean %s?"),
                          (const char *) l->data, near);
        return fail_at (self, IJK_STORE_ERROR_COLUMN, _("unknown member “%s”; expected %s"),
                        (const char *) l->data, expected);
      }
  return TRUE;
}

/* The text of a member, or %NULL with the error set. An optional member that is not there is "". */
static const char *
read_text (Reader     *self,
           JsonObject *object,
           const char *member,
           gboolean    is_optional)
{
  JsonNode *node = json_object_get_member (object, member);
  gsize before = 0;

  if (node == NULL && is_optional)
    return "";
  if (node == NULL)
    {
      fail_at (self, IJK_STORE_ERROR_COLUMN, _("the member “%s” is missing"), member);
      return NULL;
    }
  before = enter_member (self, member);
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    {
      fail_type (self, node, _("a text in quotation marks"));
      return NULL;
    }
  g_string_truncate (self->path, before);
  return json_node_get_string (node);
}

static gboolean
read_kind (Reader          *self,
           JsonObject      *object,
           IjkScenarioKind *kind)
{
  const char *word = read_text (self, object, "kind", FALSE);

  if (word == NULL)
    return FALSE;
  for (guint i = 0; i < IJK_N_SCENARIO_KINDS; i++)
    if (strcmp (ijk_scenario_kind_ids[i], word) == 0)
      {
        *kind = (IjkScenarioKind) i;
        return TRUE;
      }
  enter_member (self, "kind");
  return fail_at (self, IJK_STORE_ERROR_VALUE,
                  _("“%s” is not a kind of scenario; expected sector or company"), word);
}

/* Microseconds since 1970 of a time as we write it, or -1. */
static gint64
parse_time (const char *text)
{
  static const char pattern[] = "dddd-dd-ddTdd:dd:dd.ddddddZ";
  int at[7] = { 0 };
  guint part = 0;
  g_autoptr (GDateTime) time = NULL;

  if (strlen (text) != strlen (pattern))
    return -1;
  for (gsize i = 0; pattern[i] != '\0'; i++)
    if (pattern[i] == 'd' && g_ascii_isdigit (text[i]))
      at[part] = at[part] * 10 + g_ascii_digit_value (text[i]);
    else if (pattern[i] != 'd' && pattern[i] == text[i])
      part++;
    else
      return -1;
  time = g_date_time_new_utc (at[0], at[1], at[2], at[3], at[4], at[5]);
  if (time == NULL || at[0] < 1970)
    return -1;
  return g_date_time_to_unix (time) * G_USEC_PER_SEC + at[6];
}

static gboolean
read_time (Reader     *self,
           JsonObject *object,
           const char *member,
           gint64     *time_us)
{
  const char *text = read_text (self, object, member, TRUE);

  if (text == NULL)
    return FALSE;
  *time_us = 0;
  if (!json_object_has_member (object, member))
    return TRUE;
  *time_us = parse_time (text);
  if (*time_us >= 0)
    return TRUE;
  enter_member (self, member);
  return fail_at (self, IJK_STORE_ERROR_VALUE,
                  _("“%s” is not a time; expected one such as 2026-03-01T09:30:00.000000Z"), text);
}

/* Checks what came from a person and keeps it. */
static gboolean
read_words (Reader     *self,
            JsonObject *object,
            const char *member,
            char      **words)
{
  const gboolean is_name = strcmp (member, "name") == 0;
  const char *text = read_text (self, object, member, !is_name);
  const char *problem = NULL;

  if (text == NULL)
    return FALSE;
  if (is_name ? ijk_scenario_check_name (text, &problem) : ijk_scenario_check_text (text, &problem))
    {
      g_free (*words);
      *words = g_strdup (text);
      return TRUE;
    }
  enter_member (self, member);
  return fail_at (self, IJK_STORE_ERROR_VALUE, "%s", problem);
}

/* The model says what is wrong with a lever; we add where. */
static gboolean
fail_setting (Reader       *self,
              const GError *problem)
{
  return fail_at (self,
                  g_error_matches (problem, IJK_MODEL_ERROR, IJK_MODEL_ERROR_UNKNOWN)
                      ? IJK_STORE_ERROR_DANGLING
                      : IJK_STORE_ERROR_VALUE,
                  "%s", problem->message);
}

static gboolean
read_setting (Reader          *self,
              const char      *key_text,
              JsonNode        *node,
              IjkScenarioKind  kind,
              IjkLeverSetting *setting)
{
  const IjkReference *reference = self->reference;
  g_autoptr (GError) problem = NULL;
  g_autoptr (IjkScenario) tried = NULL;
  const char *kind_problem = NULL;

  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return fail_type (self, node,
                      _("a text in the grammar of --set, such as \"2030:120,2050:200\""));
  if (!ijk_lever_key_parse (reference, key_text, &setting->key, &problem)
      || !ijk_lever_value_parse (&reference->levers[setting->key.lever],
                                 json_node_get_string (node), &setting->value, &problem))
    return fail_setting (self, problem);
  tried = ijk_scenario_with_lever (self->nothing_set, &setting->key, &setting->value, &problem);
  if (tried == NULL)
    return fail_setting (self, problem);
  if (!ijk_scenario_check_setting (kind, &setting->key, &kind_problem))
    return fail_at (self, IJK_STORE_ERROR_VALUE, "%s", kind_problem);
  return TRUE;
}

static int
compare_settings (gconstpointer a,
                  gconstpointer b)
{
  return ijk_lever_key_compare (&((const IjkLeverSetting *) a)->key,
                                &((const IjkLeverSetting *) b)->key);
}

static gboolean
read_settings (Reader            *self,
               JsonObject        *object,
               IjkScenarioRecord *record)
{
  JsonNode *node = json_object_get_member (object, "settings");
  const gsize before = self->path->len;
  JsonObject *settings = NULL;
  g_autoptr (GList) keys = NULL;

  if (node == NULL)
    return fail_at (self, IJK_STORE_ERROR_COLUMN, _("the member “settings” is missing"));
  enter_member (self, "settings");
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return fail_type (self, node, _("an object of levers"));
  settings = json_node_get_object (node);
  keys = json_object_get_members (settings);
  for (const GList *l = keys; l != NULL; l = l->next)
    {
      const gsize above = self->path->len;
      IjkLeverSetting setting = { 0 };

      g_string_append_printf (self->path, "[\"%s\"]", (const char *) l->data);
      if (!read_setting (self, l->data, json_object_get_member (settings, l->data), record->kind,
                         &setting))
        return FALSE;
      g_array_append_val (record->settings, setting);
      g_string_truncate (self->path, above);
    }
  g_array_sort (record->settings, compare_settings);
  g_string_truncate (self->path, before);
  return TRUE;
}

/* Reads one scenario; its parent stays a name until all are known. */
static IjkScenarioRecord *
read_record (Reader   *self,
             JsonNode *node)
{
  static const char *const known[] = { "name",    "kind",    "parent",   "description", "note",
                                       "created", "changed", "settings", NULL };
  g_autoptr (IjkScenarioRecord) record = ijk_scenario_record_new ();
  JsonObject *object = NULL;
  const char *parent = NULL;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      fail_type (self, node, _("an object, one scenario"));
      return NULL;
    }
  object = json_node_get_object (node);
  if (!check_members (self, object, known) || !read_words (self, object, "name", &record->name)
      || !read_kind (self, object, &record->kind)
      || !read_words (self, object, "description", &record->description)
      || !read_words (self, object, "note", &record->note)
      || !read_time (self, object, "created", &record->created_us)
      || !read_time (self, object, "changed", &record->changed_us)
      || !read_settings (self, object, record))
    return NULL;
  parent = read_text (self, object, "parent", TRUE);
  if (parent == NULL)
    return NULL;
  g_ptr_array_add (self->parents,
                   json_object_has_member (object, "parent") ? g_strdup (parent) : NULL);
  return g_steal_pointer (&record);
}

static void
set_path_to_record (Reader *self,
                    guint   position)
{
  g_string_printf (self->path, "scenarios[%u]", position);
}

/* Turns the names of parents into ids. */
static gboolean
find_parents (Reader    *self,
              GPtrArray *records)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < records->len; i++)
    {
      const IjkScenarioRecord *record = g_ptr_array_index (records, i);

      g_ptr_array_add (names, record->name);
      g_hash_table_insert (places, record->name, GUINT_TO_POINTER (i + 1));
    }
  for (guint i = 0; i < records->len; i++)
    {
      IjkScenarioRecord *record = g_ptr_array_index (records, i);
      const char *parent = g_ptr_array_index (self->parents, i);
      g_autofree char *near = NULL;

      if (parent == NULL)
        continue;
      record->parent_id = GPOINTER_TO_UINT (g_hash_table_lookup (places, parent));
      if (record->parent_id != 0)
        continue;
      near = ijk_nearest_names (parent, (const char *const *) names->pdata, names->len);
      set_path_to_record (self, i);
      enter_member (self, "parent");
      if (*near != '\0')
        return fail_at (self, IJK_STORE_ERROR_DANGLING,
                        _("there is no scenario “%s” in this file; did you mean %s?"), parent,
                        near);
      return fail_at (self, IJK_STORE_ERROR_DANGLING, _("there is no scenario “%s” in this file"),
                      parent);
    }
  return TRUE;
}

static gboolean
check_family (Reader    *self,
              GPtrArray *records)
{
  g_autofree char *problem = NULL;
  guint position = 0;

  if (ijk_scenario_check_family (records, &position, &problem))
    return TRUE;
  set_path_to_record (self, position);
  return fail_at (self, IJK_STORE_ERROR_DUPLICATE, "%s", problem);
}

/* The format and version, before anything that a later version may have changed. */
static gboolean
check_version (Reader     *self,
               JsonObject *object)
{
  const char *format = read_text (self, object, "format", FALSE);
  JsonNode *node = json_object_get_member (object, "version");

  if (format == NULL)
    return FALSE;
  if (strcmp (format, IJK_SCENARIO_JSON_FORMAT) != 0)
    return fail_at (self, IJK_STORE_ERROR_VALUE, _("the format is “%s”; expected “%s”"), format,
                    IJK_SCENARIO_JSON_FORMAT);
  if (node == NULL)
    return fail_at (self, IJK_STORE_ERROR_COLUMN, _("the member “version” is missing"));
  enter_member (self, "version");
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return fail_type (self, node, _("a whole number"));
  if (json_node_get_int (node) > IJK_SCENARIO_JSON_VERSION)
    return fail_at (self, IJK_STORE_ERROR_VALUE,
                    _("the file has version %" PRId64
                      ", this program reads version %d; a newer ijkpad made it"),
                    json_node_get_int (node), IJK_SCENARIO_JSON_VERSION);
  if (json_node_get_int (node) != IJK_SCENARIO_JSON_VERSION)
    return fail_at (self, IJK_STORE_ERROR_VALUE, _("there is no version %" PRId64 "; expected %d"),
                    json_node_get_int (node), IJK_SCENARIO_JSON_VERSION);
  g_string_truncate (self->path, 0);
  return TRUE;
}

static GPtrArray *
read_root (Reader   *self,
           JsonNode *root)
{
  static const char *const known[] = { "format", "version", "scenarios", NULL };
  g_autoptr (GPtrArray) records
      = g_ptr_array_new_with_free_func ((GDestroyNotify) ijk_scenario_record_free);
  JsonNode *node = NULL;
  JsonArray *array = NULL;

  if (!JSON_NODE_HOLDS_OBJECT (root))
    {
      fail_type (self, root, _("an object with format, version and scenarios"));
      return NULL;
    }
  if (!check_version (self, json_node_get_object (root))
      || !check_members (self, json_node_get_object (root), known))
    return NULL;
  node = json_object_get_member (json_node_get_object (root), "scenarios");
  if (node == NULL)
    {
      fail_at (self, IJK_STORE_ERROR_COLUMN, _("the member “scenarios” is missing"));
      return NULL;
    }
  enter_member (self, "scenarios");
  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      fail_type (self, node, _("an array of scenarios"));
      return NULL;
    }
  array = json_node_get_array (node);
  if (json_array_get_length (array) > IJK_MAX_SCENARIOS)
    {
      fail_at (self, IJK_STORE_ERROR_VALUE,
               _("%u scenarios are more than the %u that one file can hold"),
               json_array_get_length (array), IJK_MAX_SCENARIOS);
      return NULL;
    }
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      IjkScenarioRecord *record = NULL;

      set_path_to_record (self, i);
      record = read_record (self, json_array_get_element (array, i));
      if (record == NULL)
        return NULL;
      record->id = (gint64) i + 1;
      g_ptr_array_add (records, record);
    }
  return find_parents (self, records) && check_family (self, records) ? g_steal_pointer (&records)
                                                                      : NULL;
}

/**
 * ijk_scenario_json_read:
 * @reference: what the settings are to name
 * @name: file name, for errors
 * @text: the file
 * @length: its bytes, or -1 when NUL-terminated
 *
 * Ids count from 1 in the order of the file and stand for nothing outside it; parents are given by
 * them.
 *
 * Returns: (transfer full) (nullable) (element-type IjkScenarioRecord): the scenarios, or %NULL
 *   with %IJK_STORE_ERROR set: file, line or member, what was found and what was expected
 */
GPtrArray *
ijk_scenario_json_read (const IjkReference *reference,
                        const char         *name,
                        const char         *text,
                        gssize              length,
                        GError            **error)
{
  const gsize n = length < 0 ? strlen (text) : (gsize) length;
  g_autofree char *copy = g_strndup (text, MIN (n, limits.max_bytes));
  g_autoptr (IjkScenario) nothing_set = ijk_scenario_new (reference, NULL);
  g_autoptr (GString) path = g_string_new (NULL);
  g_autoptr (GPtrArray) parents = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (GError) problem = NULL;
  Reader self = { .reference = reference,
                  .nothing_set = nothing_set,
                  .name = name,
                  .path = path,
                  .parents = parents,
                  .error = error };

  if (!ijk_json_guard (name, copy, n, &limits, error))
    return NULL;
  parser = json_parser_new_immutable ();
  if (!json_parser_load_from_data (parser, copy, (gssize) n, &problem))
    {
      fail_at (&self, IJK_STORE_ERROR_SYNTAX, "%s", problem->message);
      return NULL;
    }
  return read_root (&self, json_parser_get_root (parser));
}
