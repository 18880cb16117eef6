/* The questions the program ships with: read from their table, and held against the reference data
 * they are asked about, so that one that does not fit is found by a test and not by a person.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-question.h"

#include "ijk-scenario.h"
#include "ijk-store-resource.h"
#include "ijk-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define QUESTIONS "/org/ijkpad/Ijkpad/questions/questions.csv"

/* Between the members of a list in a cell; no setting and no id has it. */
#define SEPARATOR "|"

void
ijk_question_free (IjkQuestion *self)
{
  g_free (self->id);
  g_free (self->text_en);
  g_free (self->text_nl);
  g_free (self->look_en);
  g_free (self->look_nl);
  g_strfreev (self->settings);
  for (guint i = 0; i < IJK_N_QUESTION_FIGURES; i++)
    g_free (self->figures[i]);
  g_free (self);
}

/* The settings, which together make a scenario. */
static void
read_settings (IjkRow             *row,
               const IjkReference *reference,
               IjkQuestion        *question)
{
  const char *text = ijk_row_optional_text (row, "settings");
  g_autoptr (IjkScenario) scenario = ijk_scenario_new (reference, NULL);

  question->settings = g_strsplit (text != NULL ? text : "", SEPARATOR, -1);
  for (guint i = 0; !row->is_bad && question->settings[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      IjkScenario *next = ijk_scenario_with_setting (scenario, question->settings[i], &error);

      if (next == NULL)
        {
          ijk_row_fail (row, "settings", IJK_STORE_ERROR_VALUE, "%s", error->message);
          return;
        }
      ijk_scenario_unref (scenario);
      scenario = next;
    }
}

static void
read_figures (IjkRow      *row,
              IjkQuestion *question)
{
  const char *text = ijk_row_text (row, "figures");
  g_auto (GStrv) ids = g_strsplit (text != NULL ? text : "", SEPARATOR, -1);

  if (row->is_bad)
    return;
  if (g_strv_length (ids) != IJK_N_QUESTION_FIGURES)
    {
      ijk_row_fail (row, "figures", IJK_STORE_ERROR_VALUE, _("“%s” names %u figures, expected %d"),
                    text, g_strv_length (ids), IJK_N_QUESTION_FIGURES);
      return;
    }
  for (guint i = 0; i < IJK_N_QUESTION_FIGURES; i++)
    {
      if (*ids[i] == '\0' || g_strv_contains ((const char *const *) ids + i + 1, ids[i]))
        {
          ijk_row_fail (row, "figures", IJK_STORE_ERROR_DUPLICATE,
                        _("“%s” names a figure twice or leaves one out"), text);
          return;
        }
      question->figures[i] = g_strdup (ids[i]);
    }
}

static void
read_sector (IjkRow             *row,
             const IjkReference *reference,
             IjkQuestion        *question)
{
  const char *id = ijk_row_optional_text (row, "sector");

  question->sector = IJK_NONE;
  if (id == NULL || *id == '\0')
    return;
  for (guint i = 0; i < reference->n_sectors; i++)
    if (strcmp (reference->sectors[i].id, id) == 0)
      question->sector = i;
  if (question->sector == IJK_NONE)
    ijk_row_fail (row, "sector", IJK_STORE_ERROR_DANGLING, _("there is no sector “%s”"), id);
}

static IjkQuestion *
read_question (IjkRow             *row,
               const IjkReference *reference,
               const GPtrArray    *before)
{
  const IjkRange years = { IJK_FIRST_YEAR, IJK_LAST_YEAR, N_("a year of the horizon") };
  g_autoptr (IjkQuestion) question = g_new0 (IjkQuestion, 1);

  question->id = g_strdup (ijk_row_text (row, "id"));
  question->text_en = g_strdup (ijk_row_text (row, "question_en"));
  question->text_nl = g_strdup (ijk_row_text (row, "question_nl"));
  question->look_en = g_strdup (ijk_row_text (row, "look_en"));
  question->look_nl = g_strdup (ijk_row_text (row, "look_nl"));
  question->year = ijk_row_integer (row, "year", years);
  read_settings (row, reference, question);
  read_figures (row, question);
  read_sector (row, reference, question);
  for (guint i = 0; !row->is_bad && i < before->len; i++)
    if (strcmp (((IjkQuestion *) g_ptr_array_index (before, i))->id, question->id) == 0)
      ijk_row_fail (row, "id", IJK_STORE_ERROR_DUPLICATE, _("“%s” stands twice"), question->id);
  return row->is_bad ? NULL : g_steal_pointer (&question);
}

/**
 * ijk_questions_parse:
 * @reference: what the settings and sectors must be of
 * @text: (array length=length): a table of questions as CSV; @length -1 where it ends in NUL
 *
 * Returns: (transfer full) (nullable) (element-type IjkQuestion): in the order of the table, or
 *   %NULL with %IJK_STORE_ERROR set
 */
GPtrArray *
ijk_questions_parse (const IjkReference *reference,
                     const char         *text,
                     gssize              length,
                     GError            **error)
{
  static const char *const columns[] = { "id", "question_en", "question_nl", "look_en", "look_nl",
                                         "settings", "figures", "year", "sector", NULL };
  g_autoptr (IjkTable) table = ijk_table_new ("questions.csv", text, length, columns, error);
  g_autoptr (GPtrArray) questions
      = g_ptr_array_new_with_free_func ((GDestroyNotify) ijk_question_free);

  if (table == NULL)
    return NULL;
  for (guint i = 0; i < ijk_table_get_n_rows (table); i++)
    {
      IjkRow row = { table, i, FALSE, error };
      IjkQuestion *question = read_question (&row, reference, questions);

      if (question == NULL)
        return NULL;
      g_ptr_array_add (questions, question);
    }
  return g_steal_pointer (&questions);
}

/**
 * ijk_questions_load:
 * @reference: of the workbook that is open
 *
 * Reads the questions the program ships with. Reference data that a person brought along may lack a
 * sector or project that one of them is about; then this fails.
 *
 * Returns: (transfer full) (nullable) (element-type IjkQuestion): the questions, or %NULL with
 *   %IJK_STORE_ERROR set
 */
GPtrArray *
ijk_questions_load (const IjkReference *reference,
                    GError            **error)
{
  g_autoptr (GBytes) bytes = g_resource_lookup_data (ijk_store_get_resource (), QUESTIONS,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  gsize length = 0;
  const char *text = bytes != NULL ? g_bytes_get_data (bytes, &length) : NULL;

  return text != NULL ? ijk_questions_parse (reference, text, (gssize) length, error) : NULL;
}
