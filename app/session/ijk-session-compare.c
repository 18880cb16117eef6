/* The scenario that the one in hand is held against.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-session-private.h"

typedef struct
{
  IjkSession *session; /* (owned) */
  gint64 id;
} Comparing;

static void
clear_compare (IjkSession *self)
{
  g_clear_pointer (&self->compare_result, ijk_result_unref);
  g_clear_pointer (&self->compare_name, g_free);
  ijk_session_notify (self, PROP_COMPARE_RESULT);
}

static gpointer
load_call (IjkWorkbook *workbook,
           gpointer     data,
           GError     **error)
{
  return ijk_workbook_load_scenario (workbook, *(const gint64 *) data, NULL, error);
}

static void
free_scenario (gpointer data)
{
  ijk_scenario_unref (data);
}

/* The name as the list has it. Returns: (transfer none) (nullable) */
static const char *
find_name (IjkSession *self,
           gint64      id)
{
  for (guint i = 0; i < self->scenarios->len; i++)
    {
      const IjkScenarioRecord *record = g_ptr_array_index (self->scenarios, i);

      if (record->id == id)
        return record->name;
    }
  return NULL;
}

static void
take_compared (IjkSession        *self,
               const IjkScenario *scenario)
{
  const char *name = find_name (self, self->compare_id);

  if (self->compare_result != NULL && g_strcmp0 (name, self->compare_name) == 0
      && ijk_scenario_equal (self->compare_result->scenario, scenario))
    return;
  g_clear_pointer (&self->compare_result, ijk_result_unref);
  self->compare_result = ijk_result_copy (ijk_run (self->reference, scenario, self->workspace));
  g_free (self->compare_name);
  self->compare_name = g_strdup (name);
  ijk_session_notify (self, PROP_COMPARE_RESULT);
}

static void
loaded_cb (GObject      *source G_GNUC_UNUSED,
           GAsyncResult *result,
           gpointer      data)
{
  g_autofree Comparing *comparing = data;
  g_autoptr (IjkSession) self = comparing->session;
  g_autoptr (GError) error = NULL;
  g_autoptr (IjkScenario) scenario = ijk_session_call_store_finish (self, result, &error);

  if (comparing->id != self->compare_id)
    ; /* something else is compared by now */
  else if (scenario != NULL)
    take_compared (self, scenario);
  else
    {
      /* Gone, or not to be read: what was shown would not be true. */
      self->compare_id = 0;
      ijk_session_notify (self, PROP_COMPARE_ID);
      clear_compare (self);
      ijk_session_fail (self, error);
    }
  ijk_session_settle (self);
}

static void
compare_action (IjkSession *self,
                GTask      *task G_GNUC_UNUSED,
                gint64      id G_GNUC_UNUSED)
{
  Comparing *comparing = NULL;

  self->is_compare_waiting = FALSE;
  if (self->compare_id == 0)
    return;
  comparing = g_new0 (Comparing, 1);
  comparing->session = g_object_ref (self);
  comparing->id = self->compare_id;
  ijk_session_call_store (self, load_call, g_memdup2 (&comparing->id, sizeof comparing->id), g_free,
                          free_scenario, loaded_cb, comparing);
}

/* Reads the other scenario again, once everything is in the file. */
void
ijk_session_update_compare (IjkSession *self)
{
  if (self->compare_id == 0 || self->is_compare_waiting || self->store == NULL)
    return;
  self->is_compare_waiting = TRUE;
  ijk_session_queue_action (self, compare_action, NULL, 0);
}

/* The parent of a scenario; 0 for none. */
static gint64
find_parent (IjkSession *self,
             gint64      id)
{
  for (guint i = 0; i < self->scenarios->len; i++)
    {
      const IjkScenarioRecord *record = g_ptr_array_index (self->scenarios, i);

      if (record->id == id)
        return record->parent_id;
    }
  return 0;
}

/* The scenario in hand has been written: what hangs under it differs too. */
void
ijk_session_scenario_written (IjkSession *self)
{
  gint64 id = self->compare_id;

  for (guint i = 0; id != 0 && i <= IJK_WORKBOOK_MAX_DEPTH; i++, id = find_parent (self, id))
    if (id == self->document->record->id)
      {
        ijk_session_update_compare (self);
        return;
      }
}

/**
 * ijk_session_set_compare_id:
 * @scenario_id: 0 for none
 *
 * "compare-result" notifies when the other has been read and worked out.
 */
void
ijk_session_set_compare_id (IjkSession *self,
                            gint64      scenario_id)
{
  g_return_if_fail (IJK_IS_SESSION (self));
  if (self->compare_id == scenario_id || self->document == NULL)
    return;
  self->compare_id = scenario_id;
  ijk_session_notify (self, PROP_COMPARE_ID);
  clear_compare (self);
  ijk_session_update_compare (self);
  ijk_session_settle (self);
}
