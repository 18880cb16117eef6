/* Writes every indicator of a result: CSV in long form, or JSON with a row of years an indicator.
 *
 * Numbers have full precision and a decimal point whatever the locale.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-result-write.h"

#include "ijk-indicator.h"

#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

/* Digits that carry every double through text and back. */
#define FULL_PRECISION "%.17g"

/* Appends the number with full precision; nothing where it is unknown. */
void
ijk_append_number (GString *text,
                   double   number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  if (isnan (number))
    return;
  /* Whole numbers are common (zeros above all) and short. */
  if (number == floor (number) && fabs (number) < 1e15)
    g_snprintf (buffer, sizeof buffer, "%.0f", number + 0.0);
  else
    g_ascii_formatd (buffer, sizeof buffer, FULL_PRECISION, number);
  g_string_append (text, buffer);
}

/* Appends a cell, in quotation marks where CSV needs them. */
void
ijk_append_csv (GString    *text,
                const char *cell)
{
  if (strpbrk (cell, ",\"\r\n") == NULL)
    {
      g_string_append (text, cell);
      return;
    }
  g_string_append_c (text, '"');
  for (const char *c = cell; *c != '\0'; c++)
    {
      if (*c == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *c);
    }
  g_string_append_c (text, '"');
}

/* Rows of the indicators from @first to before @end. */
typedef struct
{
  const IjkResult *result;
  guint first, end;
  GString *text; /* (owned) */
} CsvPart;

static void
append_item_rows (const IjkResult    *result,
                  const IjkIndicator *indicator,
                  guint               item,
                  GString            *start,
                  GString            *text)
{
  g_autoptr (GString) id = g_string_new (NULL);
  double yearly[IJK_N_YEARS];

  g_string_assign (start, ijk_items_entity (indicator->items));
  g_string_append_c (start, ',');
  ijk_items_append_id (result->reference, indicator->items, item, id);
  ijk_append_csv (start, id->str);
  g_string_append_c (start, ',');
  g_string_append (start, indicator->id);
  g_string_append_c (start, ',');
  ijk_indicator_yearly (indicator, result, item, yearly);
  for (guint t = 0; t < IJK_N_YEARS; t++)
    {
      char year[8];

      g_string_append_len (text, start->str, (gssize) start->len);
      g_snprintf (year, sizeof year, "%d,", IJK_FIRST_YEAR + (int) t);
      g_string_append (text, year);
      ijk_append_number (text, yearly[t]);
      g_string_append_c (text, ',');
      g_string_append (text, indicator->unit);
      g_string_append_c (text, '\n');
    }
}

static gpointer
write_part (gpointer data)
{
  CsvPart *part = data;
  guint n_indicators = 0;
  const IjkIndicator *indicators = ijk_indicators (&n_indicators);
  g_autoptr (GString) start = g_string_new (NULL);

  for (guint k = part->first; k < part->end; k++)
    {
      const guint n_items = ijk_items_count (part->result->reference, indicators[k].items);

      for (guint item = 0; item < n_items; item++)
        append_item_rows (part->result, &indicators[k], item, start, part->text);
    }
  return NULL;
}

/* Where to cut the indicators so that both parts have about as many rows. */
static guint
find_middle (const IjkReference *reference)
{
  guint n_indicators = 0;
  const IjkIndicator *indicators = ijk_indicators (&n_indicators);
  guint total = 0;
  guint half = 0;
  guint k = 0;

  for (guint i = 0; i < n_indicators; i++)
    total += ijk_items_count (reference, indicators[i].items);
  while (k < n_indicators && 2 * half < total)
    half += ijk_items_count (reference, indicators[k++].items);
  return k;
}

/**
 * ijk_result_to_csv:
 * @length: (out): bytes
 *
 * Two threads write half each: almost all of the time goes into printing digits.
 *
 * Returns: (transfer full): the long table with header `entity,id,indicator,year,value,unit`, all
 *   entities, indicators and years
 */
char *
ijk_result_to_csv (const IjkResult *result,
                   gsize           *length)
{
  const guint middle = find_middle (result->reference);
  CsvPart head = { result, 0, middle, g_string_sized_new (8 * 1024 * 1024) };
  CsvPart tail = { result, middle, 0, g_string_sized_new (8 * 1024 * 1024) };
  GThread *thread = NULL;

  (void) ijk_indicators (&tail.end);
  g_string_append (head.text, IJK_LONG_TABLE_HEADER "\n");
  thread = g_thread_new ("csv", write_part, &tail);
  write_part (&head);
  g_thread_join (thread);
  g_string_append_len (head.text, tail.text->str, (gssize) tail.text->len);
  g_string_free (tail.text, TRUE);
  *length = head.text->len;
  return g_string_free (head.text, FALSE);
}

/* What the scenario sets, as texts of `--set`. */
static void
add_settings (JsonBuilder     *builder,
              const IjkResult *result)
{
  json_builder_set_member_name (builder, "settings");
  json_builder_begin_array (builder);
  for (const IjkScenario *s = result->scenario; s != NULL; s = ijk_scenario_get_parent (s))
    {
      guint n_settings = 0;
      const IjkLeverSetting *settings = ijk_scenario_get_settings (s, &n_settings);

      for (guint i = 0; i < n_settings; i++)
        {
          const IjkLever *lever = &result->reference->levers[settings[i].key.lever];
          g_autofree char *key = ijk_lever_key_to_string (result->reference, &settings[i].key);
          g_autofree char *value = ijk_lever_value_to_string (lever, &settings[i].value);
          g_autofree char *setting = g_strconcat (key, "=", value, NULL);

          json_builder_add_string_value (builder, setting);
        }
    }
  json_builder_end_array (builder);
}

static void
add_series (JsonBuilder        *builder,
            const IjkResult    *result,
            const IjkIndicator *indicator,
            guint               item)
{
  g_autoptr (GString) id = g_string_new (NULL);
  double yearly[IJK_N_YEARS];

  ijk_items_append_id (result->reference, indicator->items, item, id);
  ijk_indicator_yearly (indicator, result, item, yearly);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "entity");
  json_builder_add_string_value (builder, ijk_items_entity (indicator->items));
  json_builder_set_member_name (builder, "id");
  json_builder_add_string_value (builder, id->str);
  json_builder_set_member_name (builder, "indicator");
  json_builder_add_string_value (builder, indicator->id);
  json_builder_set_member_name (builder, "unit");
  json_builder_add_string_value (builder, indicator->unit);
  json_builder_set_member_name (builder, "values");
  json_builder_begin_array (builder);
  for (guint t = 0; t < IJK_N_YEARS; t++)
    if (isnan (yearly[t]))
      json_builder_add_null_value (builder);
    else
      json_builder_add_double_value (builder, yearly[t]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/**
 * ijk_result_to_json:
 * @length: (out): bytes
 *
 * Returns: (transfer full): `{"settings": [...], "years": [...], "series": [{"entity", "id",
 *   "indicator", "unit", "values"}]}`
 */
char *
ijk_result_to_json (const IjkResult *result,
                    gsize           *length)
{
  guint n_indicators = 0;
  const IjkIndicator *indicators = ijk_indicators (&n_indicators);
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *json = NULL;

  json_builder_begin_object (builder);
  add_settings (builder, result);
  json_builder_set_member_name (builder, "years");
  json_builder_begin_array (builder);
  for (guint t = 0; t < IJK_N_YEARS; t++)
    json_builder_add_int_value (builder, IJK_FIRST_YEAR + (int) t);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "series");
  json_builder_begin_array (builder);
  for (guint k = 0; k < n_indicators; k++)
    {
      const guint n_items = ijk_items_count (result->reference, indicators[k].items);

      for (guint item = 0; item < n_items; item++)
        add_series (builder, result, &indicators[k], item);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  json = json_generator_to_data (generator, length);
  *length += 1;
  return g_strconcat (json, "\n", NULL);
}
