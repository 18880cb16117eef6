/* The way in by a question: a scenario of its own with the levers of the question, named after it.
 * Asked again it is the same scenario, unless a person has changed that meanwhile.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-session-private.h"

#include "ijk-store-error.h"

#include <glib/gi18n-lib.h>

/* Scenarios that may already be called so. */
#define MAX_NAMES 1000

typedef struct
{
  IjkScenarioRecord *record; /* (owned) the scenario to be, with its settings */
  char *label;               /* (owned) of its first revision */
} Asking;

/* What is looked at once it is there. */
typedef struct
{
  IjkScenarioRecord *record; /* (owned) (nullable) until it is handed to the store */
  int year;
  guint sector;
} Look;

static void
free_asking (gpointer data)
{
  Asking *self = data;

  ijk_scenario_record_free (self->record);
  g_free (self->label);
  g_free (self);
}

static void
free_look (gpointer data)
{
  Look *self = data;

  g_clear_pointer (&self->record, ijk_scenario_record_free);
  g_free (self);
}

static gboolean
has_settings (const IjkScenarioRecord *record,
              const GArray            *settings,
              const IjkReference      *reference)
{
  if (record->settings->len != settings->len)
    return FALSE;
  for (guint i = 0; i < settings->len; i++)
    {
      const IjkLeverSetting *a = &g_array_index (record->settings, IjkLeverSetting, i);
      const IjkLeverSetting *b = &g_array_index (settings, IjkLeverSetting, i);

      if (ijk_lever_key_compare (&a->key, &b->key) != 0
          || !ijk_lever_value_equal (&reference->levers[a->key.lever], &a->value, &b->value))
        return FALSE;
    }
  return TRUE;
}

/* The scenario of the question, made when it is not there. Returns: its number; 0 with @error */
static gint64
find_or_make (IjkWorkbook  *workbook,
              const Asking *asking,
              GError      **error)
{
  for (guint i = 1; i <= MAX_NAMES; i++)
    {
      g_autoptr (IjkScenarioRecord) wanted = ijk_scenario_record_copy (asking->record);
      g_autoptr (IjkScenarioRecord) found = NULL;
      gint64 id = 0;

      if (i > 1)
        {
          g_free (wanted->name);
          wanted->name = g_strdup_printf ("%s (%u)", asking->record->name, i);
        }
      id = ijk_workbook_find_scenario (workbook, wanted->name, NULL);
      if (id == 0)
        return ijk_workbook_create_scenario (workbook, wanted, asking->label, error);
      found = ijk_workbook_get_scenario (workbook, id, NULL, error);
      if (found == NULL)
        return 0;
      if (has_settings (found, wanted->settings, ijk_workbook_get_reference (workbook)))
        return id;
    }
  g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_EXISTS,
               _("There are too many scenarios called “%s”; delete some"), asking->record->name);
  return 0;
}

/* A question about current law has no scenario of its own. */
static gpointer
ask_call (IjkWorkbook *workbook,
          gpointer     data,
          GError     **error)
{
  const Asking *asking = data;
  gint64 id = 0;

  if (asking->record->settings->len > 0)
    {
      id = find_or_make (workbook, asking, error);
      if (id == 0)
        return NULL;
    }
  return ijk_session_reading_new (workbook, id, error);
}

static void
asked_cb (GObject      *source G_GNUC_UNUSED,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (GTask) task = data;
  IjkSession *self = g_task_get_source_object (task);
  const Look *look = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (IjkSessionReading) reading = ijk_session_call_store_finish (self, result, &error);

  ijk_session_finish_step (self);
  if (reading == NULL)
    g_task_return_error (task, error);
  else
    {
      if (ijk_session_document_is_settled (self->document))
        ijk_session_take_reading (self, reading);
      else
        /* Edited while it was made: that goes first. */
        ijk_session_select_scenario (self, reading->record->id);
      ijk_session_set_year (self, look->year);
      ijk_session_set_sector (self, look->sector);
      g_task_return_boolean (task, TRUE);
    }
  ijk_session_settle (self);
}

static void
ask_action (IjkSession *self,
            GTask      *task,
            gint64      id G_GNUC_UNUSED)
{
  Look *look = g_task_get_task_data (task);
  Asking *asking = g_new0 (Asking, 1);

  asking->record = g_steal_pointer (&look->record);
  asking->label = g_strdup (_("Made for a question"));
  ijk_session_call_store (self, ask_call, asking, free_asking, ijk_session_reading_free, asked_cb,
                          g_object_ref (task));
}

/* What a question asks for. Returns: (transfer full) (nullable): a record, or %NULL with @error */
static IjkScenarioRecord *
make_record (IjkSession        *self,
             const IjkQuestion *question,
             GError           **error)
{
  const gboolean is_dutch = g_strcmp0 (self->language, "nl") == 0;
  g_autoptr (IjkScenarioRecord) record = ijk_scenario_record_new ();
  g_autoptr (IjkScenario) scenario = ijk_scenario_new (self->reference, NULL);
  const IjkLeverSetting *settings = NULL;
  guint n_settings = 0;

  for (guint i = 0; question->settings[i] != NULL; i++)
    {
      IjkScenario *next = ijk_scenario_with_setting (scenario, question->settings[i], error);

      if (next == NULL)
        return NULL;
      ijk_scenario_unref (scenario);
      scenario = next;
    }
  settings = ijk_scenario_get_settings (scenario, &n_settings);
  if (n_settings > 0)
    g_array_append_vals (record->settings, settings, n_settings);
  g_free (record->name);
  record->name = g_strdup (is_dutch ? question->text_nl : question->text_en);
  g_free (record->description);
  record->description = g_strdup (is_dutch ? question->look_nl : question->look_en);
  return g_steal_pointer (&record);
}

/**
 * ijk_session_ask_question_async:
 * @question: one of ijk_questions_load() on the reference of the workbook
 *
 * Takes the scenario of the question into hand (current law where it sets no lever), points at its
 * year and highlights its sector. The figures are the caller's to show.
 */
void
ijk_session_ask_question_async (IjkSession          *self,
                                const IjkQuestion   *question,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  GTask *task = NULL;
  GError *error = NULL;
  Look *look = NULL;

  g_return_if_fail (IJK_IS_SESSION (self) && question != NULL);
  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, ijk_session_ask_question_async);
  if (!ijk_session_check_open (self, task))
    return;
  look = g_new0 (Look, 1);
  look->year = question->year;
  look->sector = question->sector;
  look->record = make_record (self, question, &error);
  g_task_set_task_data (task, look, free_look);
  if (look->record != NULL)
    {
      ijk_session_when_settled (self, ask_action, task, 0);
      return;
    }
  g_task_return_error (task, error);
  g_object_unref (task);
}

gboolean
ijk_session_ask_question_finish (IjkSession   *self,
                                 GAsyncResult *result,
                                 GError      **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, ijk_session_ask_question_async), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}
