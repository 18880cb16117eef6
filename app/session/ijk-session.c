/* The session: its properties, and the run that follows every change.
 *
 * Changes are batched: the first schedules a run in an idle of high priority, the others before it
 * ride along. A run takes a fraction of a millisecond, so it is made on the main thread. What the
 * session answers when asked, editing, saving, scenarios and the landscape have files of their own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-session-private.h"

G_DEFINE_FINAL_TYPE (IjkSession, ijk_session, G_TYPE_OBJECT)

static GParamSpec *properties[IJK_SESSION_N_PROPS];

enum
{
  FAILED,
  SCENARIOS_CHANGED,
  HISTORY_CHANGED,
  SETTINGS_LOST,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

void
ijk_session_notify (IjkSession *self,
                    guint       property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

/* What a person must hear. */
void
ijk_session_fail (IjkSession   *self,
                  const GError *error)
{
  g_debug ("%s", error->message);
  g_signal_emit (self, signals[FAILED], 0, error);
}

void
ijk_session_announce_history (IjkSession *self)
{
  g_signal_emit (self, signals[HISTORY_CHANGED], 0);
}

/* @losses: (element-type IjkUpgradeLoss) */
void
ijk_session_announce_losses (IjkSession *self,
                             GPtrArray  *losses)
{
  g_signal_emit (self, signals[SETTINGS_LOST], 0, losses);
}

/* The scenario in hand follows what the list says of it. */
void
ijk_session_take_scenarios (IjkSession *self,
                            GPtrArray  *scenarios)
{
  (void) g_ptr_array_ref (scenarios);
  g_ptr_array_unref (self->scenarios);
  self->scenarios = scenarios;
  for (guint i = 0; self->document != NULL && i < scenarios->len; i++)
    {
      const IjkScenarioRecord *record = g_ptr_array_index (scenarios, i);
      IjkScenarioRecord *own = self->document->record;

      if (record->id != own->id)
        continue;
      self->document->record = ijk_scenario_record_copy (record);
      if (g_strcmp0 (record->name, own->name) != 0)
        ijk_session_notify (self, PROP_SCENARIO_NAME);
      ijk_scenario_record_free (own);
    }
  g_signal_emit (self, signals[SCENARIOS_CHANGED], 0);
}

/* The facts of another workbook, and what current law gives on them. */
void
ijk_session_take_reference (IjkSession         *self,
                            const IjkReference *reference)
{
  g_autoptr (IjkScenario) law = ijk_scenario_new (reference, NULL);

  g_clear_pointer (&self->workspace, ijk_workspace_free);
  g_clear_pointer (&self->law_result, ijk_result_unref);
  g_clear_pointer (&self->reference, ijk_reference_unref);
  self->reference = ijk_reference_ref (reference);
  self->workspace = ijk_workspace_new (reference);
  self->law_result = ijk_result_copy (ijk_run (reference, law, self->workspace));
  self->sector = IJK_NONE;
  self->company = IJK_NONE;
}

/* Works out the scenario in hand. A result is a copy, which costs a fifteenth of a run, so that it
 * stays what it is for whoever holds it. Returns: FALSE when it has been worked out already */
gboolean
ijk_session_work_out (IjkSession *self)
{
  g_clear_handle_id (&self->run_source, g_source_remove);
  if (self->scenario == NULL
      || (self->result != NULL && ijk_scenario_equal (self->result->scenario, self->scenario)))
    return FALSE;
  g_clear_pointer (&self->result, ijk_result_unref);
  self->result = ijk_result_copy (ijk_run (self->reference, self->scenario, self->workspace));
  self->n_runs++;
  return TRUE;
}

static gboolean
run_cb (gpointer data)
{
  IjkSession *self = data;

  self->run_source = 0;
  ijk_session_run_now (self);
  return G_SOURCE_REMOVE;
}

/* Runs what is scheduled without waiting for the main loop. */
void
ijk_session_run_now (IjkSession *self)
{
  g_return_if_fail (IJK_IS_SESSION (self));
  if (!ijk_session_work_out (self))
    return;
  ijk_session_notify (self, PROP_RESULT);
  ijk_session_update_landscape (self);
  ijk_session_update_contributions (self);
}

/* Puts a scenario in hand; the run follows. Returns: whether it is another value */
gboolean
ijk_session_put_scenario (IjkSession        *self,
                          const IjkScenario *scenario)
{
  if (self->scenario == scenario
      || (self->scenario != NULL && ijk_scenario_equal (self->scenario, scenario)))
    return FALSE;
  ijk_scenario_ref (scenario);
  g_clear_pointer (&self->scenario, ijk_scenario_unref);
  self->scenario = scenario;
  if (self->run_source == 0)
    self->run_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, run_cb, self, NULL);
  return TRUE;
}

void
ijk_session_set_scenario (IjkSession        *self,
                          const IjkScenario *scenario)
{
  if (ijk_session_put_scenario (self, scenario))
    ijk_session_notify (self, PROP_SCENARIO);
}

static void
ijk_session_get_property (GObject    *object,
                          guint       property_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  IjkSession *self = IJK_SESSION (object);

  switch (property_id)
    {
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;
    case PROP_NOTICE:
      g_value_set_string (value, self->notice);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, ijk_session_is_read_only (self));
      break;
    case PROP_REFERENCE:
      g_value_set_pointer (value, self->reference);
      break;
    case PROP_SCENARIO:
      g_value_set_pointer (value, (gpointer) self->scenario);
      break;
    case PROP_RESULT:
      g_value_set_pointer (value, (gpointer) self->result);
      break;
    case PROP_LAW_RESULT:
      g_value_set_pointer (value, self->law_result);
      break;
    case PROP_YEAR:
      g_value_set_int (value, self->year);
      break;
    case PROP_SECTOR:
      g_value_set_uint (value, self->sector);
      break;
    case PROP_COMPANY:
      g_value_set_uint (value, self->company);
      break;
    case PROP_SCENARIO_ID:
      g_value_set_int64 (value, ijk_session_get_scenario_id (self));
      break;
    case PROP_SCENARIO_NAME:
      g_value_set_string (value, ijk_session_get_scenario_name (self));
      break;
    case PROP_COMPARE_ID:
      g_value_set_int64 (value, self->compare_id);
      break;
    case PROP_COMPARE_RESULT:
      g_value_set_pointer (value, self->compare_result);
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, ijk_session_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, ijk_session_can_redo (self));
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, ijk_session_undo_label (self));
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, ijk_session_redo_label (self));
      break;
    case PROP_IN_STEP:
      g_value_set_boolean (value, ijk_session_is_in_step (self));
      break;
    case PROP_LANDSCAPE:
      g_value_set_pointer (value, self->landscape);
      break;
    case PROP_CONTRIBUTIONS:
      g_value_set_pointer (value, (gpointer) self->contributions);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ijk_session_set_property (GObject      *object,
                          guint         property_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  IjkSession *self = IJK_SESSION (object);

  switch (property_id)
    {
    case PROP_YEAR:
      ijk_session_set_year (self, g_value_get_int (value));
      break;
    case PROP_SECTOR:
      ijk_session_set_sector (self, g_value_get_uint (value));
      break;
    case PROP_COMPANY:
      ijk_session_set_company (self, g_value_get_uint (value));
      break;
    case PROP_COMPARE_ID:
      ijk_session_set_compare_id (self, g_value_get_int64 (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

/* A session that goes without having been closed hands what it can to the store, which writes what
 * it was handed before it closes. */
static void
ijk_session_dispose (GObject *object)
{
  IjkSession *self = IJK_SESSION (object);

  ijk_session_hand_over (self);
  g_clear_handle_id (&self->run_source, g_source_remove);
  g_clear_handle_id (&self->commit_source, g_source_remove);
  g_clear_handle_id (&self->retry_source, g_source_remove);
  ijk_session_drop_landscape (self);
  ijk_session_drop_contributions (self, FALSE);
  ijk_session_clear_actions (self);
  g_clear_pointer (&self->store, ijk_store_close);

  G_OBJECT_CLASS (ijk_session_parent_class)->dispose (object);
}

static void
ijk_session_finalize (GObject *object)
{
  IjkSession *self = IJK_SESSION (object);

  ijk_session_forget_units (self);
  g_clear_pointer (&self->document, ijk_session_document_free);
  g_clear_pointer (&self->scenario, ijk_scenario_unref);
  g_clear_pointer (&self->result, ijk_result_unref);
  g_clear_pointer (&self->law_result, ijk_result_unref);
  g_clear_pointer (&self->compare_result, ijk_result_unref);
  g_clear_pointer (&self->scenarios, g_ptr_array_unref);
  g_clear_pointer (&self->workspace, ijk_workspace_free);
  g_clear_pointer (&self->reference, ijk_reference_unref);
  g_clear_pointer (&self->data_set, ijk_data_set_free);
  g_clear_error (&self->save_error);
  g_free (self->compare_name);
  g_free (self->step_label);
  g_free (self->language);
  g_free (self->path);
  g_free (self->notice);

  G_OBJECT_CLASS (ijk_session_parent_class)->finalize (object);
}

static void
ijk_session_class_init (IjkSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags writable = readable | G_PARAM_WRITABLE;

  object_class->get_property = ijk_session_get_property;
  object_class->set_property = ijk_session_set_property;
  object_class->dispose = ijk_session_dispose;
  object_class->finalize = ijk_session_finalize;

#define STRING(id, name)                                                                           \
  properties[id] = g_param_spec_string (name, NULL, NULL, NULL, readable)
#define VALUE(id, name)  properties[id] = g_param_spec_pointer (name, NULL, NULL, readable)
#define FLAG(id, name)                                                                             \
  properties[id] = g_param_spec_boolean (name, NULL, NULL, FALSE, readable)
  STRING (PROP_PATH, "path");
  STRING (PROP_NOTICE, "notice");
  FLAG (PROP_READ_ONLY, "read-only");
  VALUE (PROP_REFERENCE, "reference");
  VALUE (PROP_SCENARIO, "scenario");
  VALUE (PROP_RESULT, "result");
  VALUE (PROP_LAW_RESULT, "law-result");
  properties[PROP_YEAR] = g_param_spec_int (
      "year", NULL, NULL, IJK_FIRST_YEAR, IJK_LAST_YEAR, IJK_SESSION_FIRST_SHOWN_YEAR, writable);
  properties[PROP_SECTOR]
      = g_param_spec_uint ("sector", NULL, NULL, 0, G_MAXUINT, IJK_NONE, writable);
  properties[PROP_COMPANY]
      = g_param_spec_uint ("company", NULL, NULL, 0, G_MAXUINT, IJK_NONE, writable);
  properties[PROP_SCENARIO_ID]
      = g_param_spec_int64 ("scenario-id", NULL, NULL, 0, G_MAXINT64, 0, readable);
  STRING (PROP_SCENARIO_NAME, "scenario-name");
  properties[PROP_COMPARE_ID]
      = g_param_spec_int64 ("compare-id", NULL, NULL, 0, G_MAXINT64, 0, writable);
  VALUE (PROP_COMPARE_RESULT, "compare-result");
  FLAG (PROP_CAN_UNDO, "can-undo");
  FLAG (PROP_CAN_REDO, "can-redo");
  STRING (PROP_UNDO_LABEL, "undo-label");
  STRING (PROP_REDO_LABEL, "redo-label");
  FLAG (PROP_IN_STEP, "in-step");
  VALUE (PROP_LANDSCAPE, "landscape");
  VALUE (PROP_CONTRIBUTIONS, "contributions");
#undef STRING
#undef VALUE
#undef FLAG
  g_object_class_install_properties (object_class, IJK_SESSION_N_PROPS, properties);

  /**
   * IjkSession::failed:
   * @error: a sentence for a person
   */
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
  /* The list of scenarios differs, or something in it. */
  signals[SCENARIOS_CHANGED]
      = g_signal_new ("scenarios-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 0);
  /* The history of the scenario in hand has a new entry, or it is another scenario. */
  signals[HISTORY_CHANGED]
      = g_signal_new ("history-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                      NULL, NULL, G_TYPE_NONE, 0);
  /**
   * IjkSession::settings-lost:
   * @losses: (element-type IjkUpgradeLoss): what scenarios said that the data of the workbook do
   *   not allow any more; it is out of the scenarios and in their history
   */
  signals[SETTINGS_LOST]
      = g_signal_new ("settings-lost", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
}

static void
ijk_session_init (IjkSession *self)
{
  self->year = IJK_SESSION_FIRST_SHOWN_YEAR;
  self->sector = IJK_NONE;
  self->company = IJK_NONE;
  self->scenarios = g_ptr_array_new_with_free_func ((GDestroyNotify) ijk_scenario_record_free);
  self->get_time_us = g_get_monotonic_time;
  g_queue_init (&self->actions);
}

/**
 * ijk_session_new:
 * @data_set: (transfer none): the tables new workbooks are made with
 * @language: (nullable): "en" or "nl": of the shipped scenarios in new workbooks and of labels
 *
 * Returns: (transfer full): a session without a workbook
 */
IjkSession *
ijk_session_new (const IjkDataSet *data_set,
                 const char       *language)
{
  IjkSession *self = g_object_new (IJK_TYPE_SESSION, NULL);

  self->data_set = ijk_data_set_copy (data_set);
  self->language = g_strdup (language != NULL ? language : "en");
  return self;
}

void
ijk_session_set_language (IjkSession *self,
                          const char *language)
{
  g_return_if_fail (IJK_IS_SESSION (self) && language != NULL);
  g_free (self->language);
  self->language = g_strdup (language);
}

/* For tests: a clock in microseconds that only moves when told to. */
void
ijk_session_set_clock (IjkSession *self,
                       gint64    (*get_time_us) (void))
{
  self->get_time_us = get_time_us;
}
