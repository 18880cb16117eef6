/* Scenarios as JSON: what is written is read back as it was, and what is not right is refused with
 * a sentence that says where and why.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-reference-load.h"
#include "ijk-scenario-json.h"

#include <string.h>

static IjkReference *reference;

/* A file with one scenario, whose settings are @settings. */
#define HEAD "{\"format\": \"ijkpad-scenarios\", \"version\": 1, \"scenarios\": ["
#define SECTOR(name, settings)                                                                     \
  "{\"name\": \"" name "\", \"kind\": \"sector\", \"settings\": {" settings "}}"
#define WITH(member) HEAD "{\"name\": \"A\", \"kind\": \"sector\", \"settings\": {}, " member "}]}"
#define SETTING(setting) HEAD SECTOR ("A", setting) "]}"

static GPtrArray *
read_good (const char *text)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *records = ijk_scenario_json_read (reference, "test.json", text, -1, &error);

  g_assert_no_error (error);
  return records;
}

static char *
write_good (const GPtrArray *records)
{
  g_autoptr (GError) error = NULL;
  gsize length = 0;
  char *text = ijk_scenario_json_write (reference, records, &length, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (strlen (text), ==, length);
  return text;
}

typedef struct
{
  const char *name;
  const char *text;
  IjkStoreError code;
  const char *says; /* part of the sentence */
} BrokenCase;

#define DEEP "[[[[[[[[[[[[[[[[[[[["

/* One case a line, however long: they are read as a table. */
static const BrokenCase broken_cases[] = {
  { "empty", "", IJK_STORE_ERROR_SYNTAX, "test.json, line 1, column 1: the text ends; expected a value" },
  { "not-json", "name,kind\n", IJK_STORE_ERROR_SYNTAX, "line 1, column 1: found “n”; expected a value" },
  { "cut-off", "{\n  \"format\": \"ijk", IJK_STORE_ERROR_SYNTAX, "line 2, column 13: a text that is never closed" },
  { "no-end", "{\n  \"format\": 1\n", IJK_STORE_ERROR_SYNTAX, "line 3, column 1: the text ends; expected a comma or “}”" },
  { "text-behind", "{}\n{}", IJK_STORE_ERROR_SYNTAX, "line 2, column 1: found “{”; expected the end of the text" },
  { "comment", "{ // no\n}", IJK_STORE_ERROR_SYNTAX, "found “/”; expected the name of a member" },
  { "last-comma", "{\"a\": 1,}", IJK_STORE_ERROR_SYNTAX, "found “}”; expected the name of a member" },
  { "last-comma-in-array", "[1,]", IJK_STORE_ERROR_SYNTAX, "found “]”; expected a value" },
  { "single-quotes", "{'a': 1}", IJK_STORE_ERROR_SYNTAX, "found “'”; expected the name of a member" },
  { "no-colon", "{\"a\" 1}", IJK_STORE_ERROR_SYNTAX, "found “1”; expected a colon" },
  { "nan", "{\"a\": NaN}", IJK_STORE_ERROR_SYNTAX, "found “N”; expected a value" },
  { "hexadecimal", "{\"a\": 0x10}", IJK_STORE_ERROR_SYNTAX, "found “x”; expected a comma" },
  { "leading-zero", "{\"a\": 01}", IJK_STORE_ERROR_SYNTAX, "starts with a zero" },
  { "leading-plus", "{\"a\": +1}", IJK_STORE_ERROR_SYNTAX, "found “+”; expected a value" },
  { "bare-fraction", "{\"a\": 1.}", IJK_STORE_ERROR_SYNTAX, "found “}”; expected a digit" },
  { "bare-exponent", "{\"a\": 1e}", IJK_STORE_ERROR_SYNTAX, "found “}”; expected a digit" },
  { "half-word", "{\"a\": tru}", IJK_STORE_ERROR_SYNTAX, "found “t”; expected a value" },
  { "member-twice", "{\"version\": 1, \"v\\u0065rsion\": 2}", IJK_STORE_ERROR_SYNTAX, "line 1, column 16: the member “version” stands twice" },
  { "line-end-in-text", "{\"a\": \"x\ny\"}", IJK_STORE_ERROR_SYNTAX, "line 1, column 9: a line end or control character" },
  { "escape-unknown", "{\"a\": \"\\x41\"}", IJK_STORE_ERROR_SYNTAX, "behind “\\”" },
  { "escape-short", "{\"a\": \"\\u12\"}", IJK_STORE_ERROR_SYNTAX, "four hexadecimal digits" },
  { "escape-zero", "{\"a\": \"\\u0000\"}", IJK_STORE_ERROR_SYNTAX, "“\\u0000” is not a character" },
  { "half-a-pair", "{\"a\": \"\\ud83d\"}", IJK_STORE_ERROR_SYNTAX, "“\\ud83d” is not a character" },
  { "wrong-pair", "{\"a\": \"\\ud83d\\u0041\"}", IJK_STORE_ERROR_SYNTAX, "is not a character" },
  { "pair-turned", "{\"a\": \"\\ude00\\ud83d\"}", IJK_STORE_ERROR_SYNTAX, "“\\ude00” is not a character" },
  { "too-deep", "{\"a\": " DEEP, IJK_STORE_ERROR_SYNTAX, "more than 8 deep" },
  { "latin-1", "{\"a\":\n\"caf\xe9\"}", IJK_STORE_ERROR_SYNTAX, "line 2, column 5: not UTF-8" },
  { "byte-order-mark", "\xef\xbb\xbf{}", IJK_STORE_ERROR_SYNTAX, "byte order mark" },
  { "array", "[]", IJK_STORE_ERROR_VALUE, "test.json, top level: found an array; expected an object" },
  { "no-format", "{}", IJK_STORE_ERROR_COLUMN, "the member “format” is missing" },
  { "format-number", "{\"format\": 3}", IJK_STORE_ERROR_VALUE, "test.json, format: found a number; expected a text" },
  { "format-other", "{\"format\": \"geojson\"}", IJK_STORE_ERROR_VALUE, "the format is “geojson”; expected “ijkpad-scenarios”" },
  { "no-version", "{\"format\": \"ijkpad-scenarios\"}", IJK_STORE_ERROR_COLUMN, "the member “version” is missing" },
  { "version-text", "{\"format\": \"ijkpad-scenarios\", \"version\": \"1\"}", IJK_STORE_ERROR_VALUE, "version: found a text; expected a whole number" },
  { "version-fraction", "{\"format\": \"ijkpad-scenarios\", \"version\": 1.5}", IJK_STORE_ERROR_VALUE, "version: found a number; expected a whole number" },
  { "version-newer", "{\"format\": \"ijkpad-scenarios\", \"version\": 2, \"colour\": 1}", IJK_STORE_ERROR_VALUE, "the file has version 2, this program reads version 1; a newer ijkpad made it" },
  { "version-zero", "{\"format\": \"ijkpad-scenarios\", \"version\": 0}", IJK_STORE_ERROR_VALUE, "there is no version 0; expected 1" },
  { "no-scenarios", "{\"format\": \"ijkpad-scenarios\", \"version\": 1}", IJK_STORE_ERROR_COLUMN, "the member “scenarios” is missing" },
  { "top-member", "{\"format\": \"ijkpad-scenarios\", \"version\": 1, \"scenario\": []}", IJK_STORE_ERROR_COLUMN, "unknown member “scenario”; did you mean scenarios?" },
  { "scenarios-object", "{\"format\": \"ijkpad-scenarios\", \"version\": 1, \"scenarios\": {}}", IJK_STORE_ERROR_VALUE, "scenarios: found an object; expected an array" },
  { "scenario-text", HEAD "\"A\"]}", IJK_STORE_ERROR_VALUE, "scenarios[0]: found a text; expected an object" },
  { "second-scenario-null", HEAD SECTOR ("A", "") ", null]}", IJK_STORE_ERROR_VALUE, "scenarios[1]: found null; expected an object" },
  { "member-misspelt", WITH ("\"descripton\": \"\""), IJK_STORE_ERROR_COLUMN, "scenarios[0]: unknown member “descripton”; did you mean description?" },
  { "member-unknown", WITH ("\"colour\": \"\""), IJK_STORE_ERROR_COLUMN, "unknown member “colour”; expected name, kind, parent, description, note, created, changed, settings" },
  { "no-name", HEAD "{\"kind\": \"sector\", \"settings\": {}}]}", IJK_STORE_ERROR_COLUMN, "scenarios[0]: the member “name” is missing" },
  { "name-empty", HEAD SECTOR ("", "") "]}", IJK_STORE_ERROR_VALUE, "scenarios[0].name: the name is empty" },
  { "name-lines", HEAD SECTOR ("A\\nB", "") "]}", IJK_STORE_ERROR_VALUE, "scenarios[0].name: the name has a line end" },
  { "name-escape-code", HEAD SECTOR ("A\\u001b[2J", "") "]}", IJK_STORE_ERROR_VALUE, "another control character" },
  { "name-space", HEAD SECTOR ("A\\u00a0", "") "]}", IJK_STORE_ERROR_VALUE, "starts or ends with a space" },
  { "name-twice", HEAD SECTOR ("Caf\u00e9", "") "," SECTOR ("CAFE\\u0301", "") "]}", IJK_STORE_ERROR_DUPLICATE, "scenarios[1]: there are two scenarios “CAFE\u0301”" },
  { "no-kind", HEAD "{\"name\": \"A\", \"settings\": {}}]}", IJK_STORE_ERROR_COLUMN, "the member “kind” is missing" },
  { "kind-other", HEAD "{\"name\": \"A\", \"kind\": \"firm\", \"settings\": {}}]}", IJK_STORE_ERROR_VALUE, "scenarios[0].kind: “firm” is not a kind of scenario; expected sector or company" },
  { "note-number", WITH ("\"note\": 3"), IJK_STORE_ERROR_VALUE, "scenarios[0].note: found a number; expected a text" },
  { "note-null", WITH ("\"note\": null"), IJK_STORE_ERROR_VALUE, "scenarios[0].note: found null; expected a text" },
  { "note-bell", WITH ("\"note\": \"\\u0007\""), IJK_STORE_ERROR_VALUE, "scenarios[0].note: the text has a control character" },
  { "created-date", WITH ("\"created\": \"2026-03-01\""), IJK_STORE_ERROR_VALUE, "scenarios[0].created: “2026-03-01” is not a time; expected one such as" },
  { "created-no-day", WITH ("\"created\": \"2026-02-30T09:30:00.000000Z\""), IJK_STORE_ERROR_VALUE, "is not a time" },
  { "created-empty", WITH ("\"created\": \"\""), IJK_STORE_ERROR_VALUE, "“” is not a time" },
  { "changed-early", WITH ("\"changed\": \"1969-12-31T23:59:59.999999Z\""), IJK_STORE_ERROR_VALUE, "scenarios[0].changed: “1969" },
  { "no-settings", HEAD "{\"name\": \"A\", \"kind\": \"sector\"}]}", IJK_STORE_ERROR_COLUMN, "scenarios[0]: the member “settings” is missing" },
  { "settings-array", HEAD "{\"name\": \"A\", \"kind\": \"sector\", \"settings\": [\"ets_scale=1\"]}]}", IJK_STORE_ERROR_VALUE, "scenarios[0].settings: found an array; expected an object" },
  { "setting-number", SETTING ("\"ets_scale\": 1.2"), IJK_STORE_ERROR_VALUE, "scenarios[0].settings[\"ets_scale\"]: found a number; expected a text" },
  { "lever-misspelt", SETTING ("\"ets_prise\": \"100\""), IJK_STORE_ERROR_DANGLING, "scenarios[0].settings[\"ets_prise\"]: there is no lever “ets_prise”; did you mean" },
  { "sector-unknown", SETTING ("\"ccs_share@sector:refinng\": \"free\""), IJK_STORE_ERROR_DANGLING, "there is no sector “refinng”; did you mean refining?" },
  { "project-unknown", SETTING ("\"project.tata-dry\": \"1\""), IJK_STORE_ERROR_DANGLING, "there is no project “tata-dry”; did you mean tata-dri" },
  { "scope-unknown", SETTING ("\"ccs_share@plant:x\": \"free\""), IJK_STORE_ERROR_VALUE, "“@plant:x” is not a scope" },
  { "scope-not-allowed", SETTING ("\"ets_price@sector:refining\": \"100\""), IJK_STORE_ERROR_VALUE, "ets_price cannot be set at sector scope" },
  { "value-range", SETTING ("\"kappa\": \"1e9\""), IJK_STORE_ERROR_VALUE, "1000000000 is out of range for kappa" },
  { "value-words", SETTING ("\"kappa\": \"much\""), IJK_STORE_ERROR_VALUE, "“much” is not a number" },
  { "value-comma", SETTING ("\"kappa\": \"0,5\""), IJK_STORE_ERROR_VALUE, "“0,5” is not a number" },
  { "value-infinite", SETTING ("\"ets_price\": \"2030:inf\""), IJK_STORE_ERROR_VALUE, "“inf” is not a number" },
  { "path-early", SETTING ("\"ets_price\": \"2020:100\""), IJK_STORE_ERROR_VALUE, "starts in 2020" },
  { "path-twice", SETTING ("\"ets_price\": \"2030:100,2030:110\""), IJK_STORE_ERROR_VALUE, "gives the year 2030 twice" },
  { "key-with-equals", SETTING ("\"ets_scale=1\": \"1\""), IJK_STORE_ERROR_DANGLING, "there is no lever “ets_scale=1”" },
  { "company-in-sector", SETTING ("\"ccs_share@company:Yara\": \"free\""), IJK_STORE_ERROR_VALUE, "a sector scenario sets levers of the nation" },
  { "nation-in-company", HEAD SECTOR ("A", "") ", {\"name\": \"B\", \"kind\": \"company\", \"parent\": \"A\", \"settings\": {\"ets_scale\": \"1\"}}]}", IJK_STORE_ERROR_VALUE, "scenarios[1].settings[\"ets_scale\"]: a company scenario sets levers of companies" },
  { "company-alone", HEAD "{\"name\": \"A\", \"kind\": \"company\", \"settings\": {}}]}", IJK_STORE_ERROR_DUPLICATE, "scenarios[0]: “A” is a company scenario and hangs under none" },
  { "under-a-company", HEAD SECTOR ("A", "") ", {\"name\": \"B\", \"kind\": \"company\", \"parent\": \"A\", \"settings\": {}}, {\"name\": \"C\", \"kind\": \"sector\", \"parent\": \"B\", \"settings\": {}}]}", IJK_STORE_ERROR_DUPLICATE, "scenarios[2]: “C” hangs under “B”, which is a company scenario" },
  { "parent-unknown", HEAD SECTOR ("Base", "") ", {\"name\": \"B\", \"kind\": \"sector\", \"parent\": \"base\", \"settings\": {}}]}", IJK_STORE_ERROR_DANGLING, "scenarios[1].parent: there is no scenario “base” in this file; did you mean Base?" },
  { "parent-empty", WITH ("\"parent\": \"\""), IJK_STORE_ERROR_DANGLING, "scenarios[0].parent: there is no scenario “”" },
  { "parent-itself", WITH ("\"parent\": \"A\""), IJK_STORE_ERROR_DUPLICATE, "the parents of “A” go round in a circle" },
  { "parents-circle", HEAD "{\"name\": \"A\", \"kind\": \"sector\", \"parent\": \"C\", \"settings\": {}}, {\"name\": \"B\", \"kind\": \"sector\", \"parent\": \"A\", \"settings\": {}}, {\"name\": \"C\", \"kind\": \"sector\", \"parent\": \"B\", \"settings\": {}}]}", IJK_STORE_ERROR_DUPLICATE, "scenarios[0]: the parents of “A” go round in a circle" },
};

static void
test_broken (gconstpointer data)
{
  const BrokenCase *c = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records
      = ijk_scenario_json_read (reference, "test.json", c->text, -1, &error);

  g_assert_null (records);
  g_assert_nonnull (error);
  if (strstr (error->message, c->says) == NULL)
    g_test_message ("says “%s”", error->message);
  g_assert_nonnull (strstr (error->message, c->says));
  g_assert_error (error, IJK_STORE_ERROR, (int) c->code);
}

/* Too long in one way or another: made here, as nobody wants to read them. */
static void
test_too_long (void)
{
  g_autofree char *long_name = g_strnfill (IJK_MAX_NAME_LENGTH + 1, 'x');
  g_autofree char *long_text = g_strnfill (IJK_MAX_TEXT_LENGTH + 1, 'x');
  g_autofree char *longest = g_strnfill (300 * 1000, 'x');
  g_autofree char *spaces = g_strnfill (33 * 1024 * 1024, ' ');
  g_autoptr (GString) many = g_string_new (HEAD);
  const struct
  {
    const char *before, *middle, *after, *says;
  } cases[] = {
    { HEAD "{\"name\": \"", long_name, "\", \"kind\": \"sector\", \"settings\": {}}]}",
      "scenarios[0].name: the name has more than 200 characters" },
    { HEAD "{\"name\": \"A\", \"note\": \"", long_text,
      "\", \"kind\": \"sector\", \"settings\": {}}]}",
      "scenarios[0].note: the text has more than 20000 characters" },
    { HEAD "{\"name\": \"", longest, "\", \"kind\": \"sector\", \"settings\": {}}]}",
      "a text of more than 240000 bytes" },
    { "{", spaces, "}", "the file has 34603010 bytes, more than the 33554432 allowed" },
    { HEAD "{\"name\": \"A\", \"kind\": \"sector\", \"settings\": {\"", long_text, "\": \"1\"}}]}",
      " […] " },
    { many->str, "", "]}", "10001 scenarios are more than the 10000" },
  };

  for (guint i = 0; i <= IJK_MAX_SCENARIOS; i++)
    g_string_append (many, i == 0 ? "{}" : ",{}");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      const char *before = i + 1 == G_N_ELEMENTS (cases) ? many->str : cases[i].before;
      g_autofree char *text = g_strconcat (before, cases[i].middle, cases[i].after, NULL);

      g_assert_null (ijk_scenario_json_read (reference, "test.json", text, -1, &error));
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, cases[i].says));
      g_assert_cmpuint (strlen (error->message), <, 2000);
    }
}

static void
test_zero_byte (void)
{
  const char text[] = "{\0}";
  g_autoptr (GError) error = NULL;

  g_assert_null (ijk_scenario_json_read (reference, "test.json", text, 3, &error));
  g_assert_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_SYNTAX);
  g_assert_nonnull (strstr (error->message, "line 1, column 2: a zero byte"));
}

/* The example in the documentation is valid and in the form that we write. */
static void
test_documented_example (void)
{
  g_autofree char *path
      = g_build_filename (g_getenv ("IJKPAD_REFERENCE"), "..", "SCENARIOS.md", NULL);
  g_autofree char *document = NULL;
  g_autofree char *example = NULL;
  g_autofree char *written = NULL;
  g_autoptr (GPtrArray) records = NULL;
  const IjkScenarioRecord *second = NULL;
  const char *start = NULL;

  g_assert_true (g_file_get_contents (path, &document, NULL, NULL));
  start = strstr (document, "```json\n");
  g_assert_nonnull (start);
  start += strlen ("```json\n");
  example = g_strndup (start, (gsize) (strstr (start, "```") - start));
  records = read_good (example);
  g_assert_cmpuint (records->len, ==, 2);
  second = g_ptr_array_index (records, 1);
  g_assert_cmpint (second->kind, ==, IJK_SCENARIO_COMPANY);
  g_assert_cmpint (second->parent_id, ==, 1);
  g_assert_cmpuint (second->settings->len, ==, 1);
  written = write_good (records);
  g_assert_cmpstr (written, ==, example);
}

/* 2026-03-01 09:30 UTC is 20513 days and 34200 s after 1970. */
static void
test_times (void)
{
  g_autoptr (GPtrArray) records = read_good (WITH ("\"created\": \"2026-03-01T09:30:00.000001Z\""));
  const IjkScenarioRecord *record = g_ptr_array_index (records, 0);

  g_assert_cmpint (record->created_us, ==,
                   (G_GINT64_CONSTANT (20513) * 86400 + 34200) * G_USEC_PER_SEC + 1);
  g_assert_cmpint (record->changed_us, ==, 0);
}

static void
test_any_order (void)
{
  g_autoptr (GPtrArray) records = read_good (
      "{\"scenarios\": [{\"settings\": {\"ets_scale\": \"1.10\", \"kappa\": \"0.5\"}, \"parent\": "
      "\"\\u0042\", \"kind\": \"sector\", \"name\": \"A\"}," SECTOR ("B", "") "], \"version\": 1, "
      "\"format\": \"ijkpad-scenarios\"}");
  g_autofree char *once = write_good (records);
  g_autoptr (GPtrArray) again = read_good (once);
  g_autofree char *twice = write_good (again);

  g_assert_cmpint (((IjkScenarioRecord *) g_ptr_array_index (records, 0))->parent_id, ==, 2);
  g_assert_nonnull (strstr (once, "\"kappa\": \"0.5\",\n        \"ets_scale\": \"1.1\""));
  g_assert_cmpstr (once, ==, twice);
}

static void
test_no_scenarios (void)
{
  g_autoptr (GPtrArray) records = read_good (HEAD "]}");
  g_autofree char *text = write_good (records);

  g_assert_cmpuint (records->len, ==, 0);
  g_assert_cmpstr (text, ==,
                   "{\n  \"format\": \"ijkpad-scenarios\",\n  \"version\": 1,\n"
                   "  \"scenarios\": []\n}\n");
}

static double
random_number (GRand          *rand,
               const IjkLever *lever)
{
  double number = lever->min;

  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0:
      return lever->min;
    case 1:
      return lever->max;
    case 2:
      if (strcmp (lever->unit, "year") != 0)
        return MIN (g_rand_double_range (rand, lever->min, lever->max), lever->max);
      break;
    }
  number += lever->step
            * g_rand_int_range (rand, 0, 1 + (int) ((lever->max - lever->min) / lever->step));
  return MIN (number, lever->max);
}

static void
fill_points (GRand          *rand,
             const IjkLever *lever,
             IjkLeverValue  *value)
{
  while (value->n_points == 0)
    for (int year = IJK_FIRST_FREE_YEAR; year <= IJK_LAST_YEAR; year++)
      if (g_rand_int_range (rand, 0, 6) == 0)
        value->points[value->n_points++] = (IjkPathPoint) { year, random_number (rand, lever) };
}

static IjkLeverValue
random_value (GRand          *rand,
              const IjkLever *lever)
{
  IjkLeverValue value = { 0 };

  switch (lever->kind)
    {
    case IJK_LEVER_KIND_NUMBER:
      value.number = random_number (rand, lever);
      break;
    case IJK_LEVER_KIND_SWITCH:
      value.choice
          = (guint) g_rand_int_range (rand, 0, (int) g_strv_length ((char **) lever->choices));
      break;
    case IJK_LEVER_KIND_PATH:
      fill_points (rand, lever, &value);
      break;
    case IJK_LEVER_KIND_MODE_SHARE:
      value.mode = (IjkShareMode) g_rand_int_range (rand, 0, IJK_N_SHARE_MODES);
      if (value.mode != IJK_SHARE_FREE)
        fill_points (rand, lever, &value);
      break;
    }
  return value;
}

static char *
random_text (GRand      *rand,
             const char *start,
             gboolean    is_name)
{
  static const char *const pieces[]
      = { "a", "Z", "é", "e\u0301", "\U0001f3ed", "\"", "\\", "/", "'",
          "<", "{", "“", "\u202e",  "\u2028",     "ß",  "İ",  "=", "@" };
  static const char *const more[] = { "\n", "\t", "\r\n", " " };
  GString *text = g_string_new (start);

  for (int n = g_rand_int_range (rand, 0, 60); n > 0; n--)
    {
      g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      if (!is_name)
        g_string_append (text, more[g_rand_int_range (rand, 0, G_N_ELEMENTS (more))]);
    }
  /* A name does not end with a space, as U+2028 is. */
  g_string_append_c (text, '.');
  return g_string_free (text, FALSE);
}

static void
add_random_settings (GRand             *rand,
                     IjkScenarioRecord *record)
{
  const guint n_targets[IJK_N_SCOPES]
      = { 1, reference->n_sectors, reference->n_companies, reference->n_projects };
  g_autoptr (IjkScenario) scenario = ijk_scenario_new (reference, NULL);
  const IjkLeverSetting *settings = NULL;
  guint n_settings = 0;

  for (int n = g_rand_int_range (rand, 0, 40); n > 0; n--)
    {
      const IjkLeverId id = (IjkLeverId) g_rand_int_range (rand, 0, IJK_N_LEVERS);
      const IjkScopeKind scope = (IjkScopeKind) g_rand_int_range (rand, 0, IJK_N_SCOPES);
      const IjkLever *lever = &reference->levers[id];
      const IjkLeverKey key
          = { id, scope, (guint) g_rand_int_range (rand, 0, (int) n_targets[scope]) };
      const IjkLeverValue value = random_value (rand, lever);
      g_autoptr (GError) error = NULL;
      IjkScenario *next = NULL;

      if (!(lever->scopes & (1u << scope))
          || (scope == IJK_SCOPE_COMPANY) != (record->kind == IJK_SCENARIO_COMPANY))
        continue;
      next = ijk_scenario_with_lever (scenario, &key, &value, &error);
      g_assert_no_error (error);
      ijk_scenario_unref (scenario);
      scenario = next;
    }
  settings = ijk_scenario_get_settings (scenario, &n_settings);
  g_array_append_vals (record->settings, settings, n_settings);
}

static GPtrArray *
random_records (GRand *rand)
{
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) ijk_scenario_record_free);
  const int n = g_rand_int_range (rand, 1, 12);

  for (int i = 0; i < n; i++)
    {
      IjkScenarioRecord *record = ijk_scenario_record_new ();
      g_autofree char *start = g_strdup_printf ("%d ", i);

      g_free (record->name);
      g_free (record->note);
      record->name = random_text (rand, start, TRUE);
      record->note = random_text (rand, "", FALSE);
      /* The first is a sector scenario; the others hang under one before them that is too. */
      record->id = 1000 - i;
      if (i > 0)
        {
          const IjkScenarioRecord *parent
              = g_ptr_array_index (records, (guint) g_rand_int_range (rand, 0, i));

          record->kind = (IjkScenarioKind) g_rand_int_range (rand, 0, IJK_N_SCENARIO_KINDS);
          record->parent_id = parent->kind == IJK_SCENARIO_SECTOR ? parent->id : 1000;
        }
      record->created_us = g_rand_int_range (rand, 0, 2) * (gint64) (g_rand_double (rand) * 2.5e17);
      record->changed_us = (gint64) (g_rand_double (rand) * 2e15);
      add_random_settings (rand, record);
      g_ptr_array_add (records, record);
    }
  return records;
}

static const IjkScenarioRecord *
find_by_id (const GPtrArray *records,
            gint64           id)
{
  for (guint i = 0; i < records->len; i++)
    if (((IjkScenarioRecord *) g_ptr_array_index (records, i))->id == id)
      return g_ptr_array_index (records, i);
  return NULL;
}

static void
assert_same (const GPtrArray *before,
             const GPtrArray *after)
{
  g_assert_cmpuint (before->len, ==, after->len);
  for (guint i = 0; i < before->len; i++)
    {
      const IjkScenarioRecord *a = g_ptr_array_index (before, i);
      const IjkScenarioRecord *b = g_ptr_array_index (after, i);
      const IjkScenarioRecord *parent_a = find_by_id (before, a->parent_id);
      const IjkScenarioRecord *parent_b = find_by_id (after, b->parent_id);

      g_assert_cmpstr (a->name, ==, b->name);
      g_assert_cmpstr (a->description, ==, b->description);
      g_assert_cmpstr (a->note, ==, b->note);
      g_assert_cmpint (a->kind, ==, b->kind);
      g_assert_cmpint (a->created_us, ==, b->created_us);
      g_assert_cmpint (a->changed_us, ==, b->changed_us);
      g_assert_cmpstr (parent_a != NULL ? parent_a->name : NULL, ==,
                       parent_b != NULL ? parent_b->name : NULL);
      g_assert_cmpuint (a->settings->len, ==, b->settings->len);
      for (guint k = 0; k < a->settings->len; k++)
        {
          const IjkLeverSetting *x = &g_array_index (a->settings, IjkLeverSetting, k);
          const IjkLeverSetting *y = &g_array_index (b->settings, IjkLeverSetting, k);

          g_assert_cmpint (ijk_lever_key_compare (&x->key, &y->key), ==, 0);
          g_assert_true (
              ijk_lever_value_equal (&reference->levers[x->key.lever], &x->value, &y->value));
        }
    }
}

static void
test_round_trip (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260301);

  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (GPtrArray) records = random_records (rand);
      g_autofree char *once = write_good (records);
      g_autoptr (GPtrArray) again = read_good (once);
      g_autofree char *twice = write_good (again);

      assert_same (records, again);
      g_assert_cmpstr (once, ==, twice);
    }
}

/* A record that could not be read back is not written either. */
static void
test_write_refuses (void)
{
  const struct
  {
    const char *name, *note;
    gint64 parent_id, created_us;
    const char *says;
  } cases[] = {
    { "", "", 0, 0, "the name is empty" },
    { "A", "\a", 0, 0, "“A” cannot be written: the text has a control character" },
    { "A", "", 7, 0, "the parent of “A” is not among the scenarios" },
    { "A", "", 1, 0, "the parents of “A” go round in a circle" },
    { "A", "", 0, -1, "its times are not between" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) records
          = g_ptr_array_new_with_free_func ((GDestroyNotify) ijk_scenario_record_free);
      IjkScenarioRecord *record = ijk_scenario_record_new ();
      g_autoptr (GError) error = NULL;
      gsize length = 0;

      g_free (record->name);
      g_free (record->note);
      record->id = 1;
      record->name = g_strdup (cases[i].name);
      record->note = g_strdup (cases[i].note);
      record->parent_id = cases[i].parent_id;
      record->created_us = cases[i].created_us;
      g_ptr_array_add (records, record);
      g_assert_null (ijk_scenario_json_write (reference, records, &length, &error));
      g_assert_nonnull (strstr (error->message, cases[i].says));
    }
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  int status = 0;

  g_test_init (&argc, &argv, NULL);
  reference = ijk_reference_load (g_getenv ("IJKPAD_REFERENCE"), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (broken_cases); i++)
    {
      g_autofree char *path
          = g_strconcat ("/store/scenario-json/refuses/", broken_cases[i].name, NULL);

      g_test_add_data_func (path, &broken_cases[i], test_broken);
    }
  g_test_add_func ("/store/scenario-json/refuses-what-is-too-long", test_too_long);
  g_test_add_func ("/store/scenario-json/refuses-a-zero-byte", test_zero_byte);
  g_test_add_func ("/store/scenario-json/documented-example-is-what-we-write",
                   test_documented_example);
  g_test_add_func ("/store/scenario-json/times-are-utc", test_times);
  g_test_add_func ("/store/scenario-json/members-in-any-order", test_any_order);
  g_test_add_func ("/store/scenario-json/no-scenarios-is-a-file", test_no_scenarios);
  g_test_add_func ("/store/scenario-json/save-load-save-is-the-same", test_round_trip);
  g_test_add_func ("/store/scenario-json/writes-only-what-it-reads", test_write_refuses);
  status = g_test_run ();
  g_clear_pointer (&reference, ijk_reference_unref);
  return status;
}
