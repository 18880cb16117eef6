/* Editing levers, steps, undo and redo. Undo goes from one immutable value to another, so it cannot
 * be wrong.
 *
 * The newest step stays open for a moment, so that edits of the same lever right after each other
 * become one step and one revision; then it is on its way to the file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-session-private.h"

#include "ijk-scenario-check.h"
#include "ijk-store-error.h"

#include <glib/gi18n-lib.h>

void
ijk_session_notify_line (IjkSession *self)
{
  ijk_session_notify (self, PROP_CAN_UNDO);
  ijk_session_notify (self, PROP_CAN_REDO);
  ijk_session_notify (self, PROP_UNDO_LABEL);
  ijk_session_notify (self, PROP_REDO_LABEL);
}

/* Closes the newest step and sends it on its way to the file. */
void
ijk_session_commit (IjkSession *self)
{
  IjkSessionDocument *document = self->document;

  g_clear_handle_id (&self->commit_source, g_source_remove);
  if (document == NULL || !document->is_open)
    return;
  document->is_open = FALSE;
  g_queue_push_tail (&document->unsaved,
                     ijk_session_point_ref (ijk_session_document_get (document, document->place)));
  ijk_session_settle (self);
}

static gboolean
commit_cb (gpointer data)
{
  IjkSession *self = data;

  self->commit_source = 0;
  ijk_session_commit (self);
  return G_SOURCE_REMOVE;
}

/* Commits by itself when nothing joins any more. */
static void
restart_commit (IjkSession *self)
{
  g_clear_handle_id (&self->commit_source, g_source_remove);
  self->commit_source
      = g_timeout_add (IJK_SESSION_JOIN_US / G_TIME_SPAN_MILLISECOND, commit_cb, self);
}

/* The open step goes on with another value; back where it began there is no step. */
static void
join_step (IjkSession *self,
           char       *label,
           gint64      now)
{
  IjkSessionDocument *document = self->document;
  IjkSessionPoint *point = ijk_session_document_get (document, document->place);

  g_free (point->label);
  point->label = label;
  point->time_us = now;
  ijk_scenario_unref (point->scenario);
  point->scenario = ijk_scenario_ref (self->scenario);
  if (ijk_scenario_equal (point->scenario, point->previous->scenario))
    {
      document->is_open = FALSE;
      g_clear_handle_id (&self->commit_source, g_source_remove);
      g_ptr_array_set_size (document->line, (int) document->place);
      document->place--;
      ijk_session_settle (self);
    }
}

/* Makes the value in hand a step. @label: (transfer full). @key: (nullable): the one lever changed
 * */
static void
add_step (IjkSession        *self,
          char              *label,
          const IjkLeverKey *key)
{
  IjkSessionDocument *document = self->document;
  IjkSessionPoint *here = ijk_session_document_get (document, document->place);
  const gint64 now = self->get_time_us ();

  if (document->is_open && key != NULL && here->has_key
      && ijk_lever_key_compare (&here->key, key) == 0 && now - here->time_us < IJK_SESSION_JOIN_US)
    join_step (self, label, now);
  else
    {
      IjkSessionPoint *point = NULL;

      ijk_session_commit (self);
      point = ijk_session_point_new (NULL, self->scenario, 0);
      point->label = label;
      point->previous = ijk_session_point_ref (here);
      point->time_us = now;
      point->has_key = key != NULL;
      if (key != NULL)
        point->key = *key;
      ijk_session_document_add (document, point);
      document->is_open = TRUE;
    }
  if (key == NULL)
    ijk_session_commit (self);
  else if (document->is_open)
    restart_commit (self);
  ijk_session_notify_line (self);
}

static gboolean
check_editable (IjkSession *self,
                GError    **error)
{
  if (self->document == NULL || self->store == NULL)
    {
      g_set_error_literal (error, IJK_STORE_ERROR, IJK_STORE_ERROR_GONE,
                           _("No workbook is open, so there is nothing to change"));
      return FALSE;
    }
  if (self->is_opening)
    {
      g_set_error_literal (error, IJK_STORE_ERROR, IJK_STORE_ERROR_LOCKED,
                           _("Another workbook is being opened; wait a moment"));
      return FALSE;
    }
  if (self->is_file_read_only)
    {
      if (self->notice != NULL)
        /* Translators: why: "it was saved by a newer version …; update the program to change it" */
        g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_READ_ONLY,
                     _("This workbook can only be read: %s"), self->notice);
      else
        g_set_error_literal (error, IJK_STORE_ERROR, IJK_STORE_ERROR_READ_ONLY,
                             _("This workbook can only be read; save a copy to change it"));
      return FALSE;
    }
  return TRUE;
}

static const char *
find_parent_name (IjkSession *self)
{
  for (guint i = 0; i < self->scenarios->len; i++)
    {
      const IjkScenarioRecord *record = g_ptr_array_index (self->scenarios, i);

      if (record->id == self->document->record->parent_id)
        return record->name;
    }
  return "";
}

/* Whether a scenario of this kind may set the lever. The file refuses others; an edit that could
 * never be written must not come into hand, where it would keep the workbook from being closed. */
static gboolean
check_scope (IjkSession        *self,
             const IjkLeverKey *key,
             GError           **error)
{
  const IjkScenarioRecord *record = self->document->record;
  const char *problem = NULL;

  if (ijk_scenario_check_setting (record->kind, key, &problem))
    return TRUE;
  if (record->kind == IJK_SCENARIO_COMPANY)
    g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_VALUE,
                 /* Translators: names of two scenarios. */
                 _("“%1$s” is a company scenario, which sets levers of companies and projects "
                   "only. Open “%2$s”, on which it builds, to set this lever"),
                 record->name, find_parent_name (self));
  else
    g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_VALUE,
                 /* Translators: the name of a scenario. */
                 _("“%s” sets levers of the country, of sectors and of projects. Make a company "
                   "scenario on it to set levers of a company"),
                 record->name);
  return FALSE;
}

/* Takes @next into hand; @key is what differs. */
static void
change (IjkSession        *self,
        const IjkLeverKey *key,
        const IjkScenario *next)
{
  g_autoptr (IjkScenario) before = NULL;

  if (ijk_scenario_equal (next, self->scenario))
    return;
  before = ijk_scenario_ref (self->scenario);
  ijk_session_set_scenario (self, next);
  if (self->step_depth == 0)
    {
      const IjkSessionPoint *here
          = ijk_session_document_get (self->document, self->document->place);
      const gboolean is_joined = self->document->is_open && here->has_key
                                 && ijk_lever_key_compare (&here->key, key) == 0;

      add_step (self,
                ijk_session_name_edit (self->language, key,
                                       is_joined ? here->previous->scenario : before, next),
                key);
      return;
    }
  if (self->n_step_keys == 0)
    {
      self->step_key = *key;
      self->n_step_keys = 1;
    }
  else if (ijk_lever_key_compare (&self->step_key, key) != 0)
    self->n_step_keys = 2;
}

/* Whether the reference says the same. */
gboolean
ijk_session_is_default (const IjkReference  *reference,
                        const IjkLeverKey   *key,
                        const IjkLeverValue *value)
{
  const IjkLever *lever = &reference->levers[key->lever];

  if (key->scope != IJK_SCOPE_NATIONAL)
    return FALSE;
  switch (lever->kind)
    {
    case IJK_LEVER_KIND_NUMBER:
      return value->number == lever->default_number;
    case IJK_LEVER_KIND_SWITCH:
      return value->choice == lever->default_choice;
    case IJK_LEVER_KIND_MODE_SHARE:
      return value->mode == IJK_SHARE_FREE;
    case IJK_LEVER_KIND_PATH:
      /* Where the statute gives the path, its years have no one value to compare with. */
      for (guint i = 0; i < value->n_points; i++)
        if (value->points[i].value != lever->default_number)
          return FALSE;
      return TRUE;
    }
  g_assert_not_reached ();
}

/* Whether the lever would have that value if the scenario set nothing. */
static gboolean
is_no_setting (IjkSession          *self,
               const IjkLeverKey   *key,
               const IjkLeverValue *value)
{
  for (const IjkScenario *parent = ijk_scenario_get_parent (self->scenario); parent != NULL;
       parent = ijk_scenario_get_parent (parent))
    if (ijk_scenario_get_setting (parent, key) != NULL)
      return FALSE;
  return ijk_session_is_default (self->reference, key, value);
}

/**
 * ijk_session_set_lever:
 * @key: lever, scope and target
 * @value: its value
 *
 * Sets a lever of the scenario in hand. A value that the reference has too takes the setting away.
 *
 * Returns: %FALSE with @error set when the value is refused, the scenario is not of the kind that
 *   sets such a lever, or nothing can be changed
 */
gboolean
ijk_session_set_lever (IjkSession          *self,
                       const IjkLeverKey   *key,
                       const IjkLeverValue *value,
                       GError             **error)
{
  g_autoptr (IjkScenario) next = NULL;

  g_return_val_if_fail (IJK_IS_SESSION (self) && key != NULL && value != NULL, FALSE);
  if (!check_editable (self, error) || !check_scope (self, key, error))
    return FALSE;
  next = ijk_scenario_with_lever (self->scenario, key, value, error);
  if (next == NULL)
    return FALSE;
  if (is_no_setting (self, key, value))
    {
      ijk_scenario_unref (next);
      next = ijk_scenario_without_lever (self->scenario, key);
    }
  change (self, key, next);
  return TRUE;
}

void
ijk_session_reset_lever (IjkSession        *self,
                         const IjkLeverKey *key)
{
  g_autoptr (IjkScenario) next = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (IJK_IS_SESSION (self) && key != NULL);
  if (self->scenario == NULL || ijk_scenario_get_setting (self->scenario, key) == NULL)
    return;
  if (!check_editable (self, &error))
    {
      if (!self->has_step_failed)
        ijk_session_fail (self, error);
      self->has_step_failed = self->step_depth > 0;
      return;
    }
  next = ijk_scenario_without_lever (self->scenario, key);
  change (self, key, next);
}

/**
 * ijk_session_apply_settings:
 * @label: names the step
 * @settings: (array zero-terminated=1): each as in `--set`
 *
 * Changes several levers in one step, one revision and one run.
 *
 * Returns: %FALSE with @error set when a setting is refused; nothing has changed then
 */
gboolean
ijk_session_apply_settings (IjkSession         *self,
                            const char         *label,
                            const char *const  *settings,
                            GError            **error)
{
  g_autoptr (IjkScenario) none = NULL;
  guint n_settings = 0;
  const IjkLeverSetting *parsed = NULL;

  g_return_val_if_fail (IJK_IS_SESSION (self) && settings != NULL, FALSE);
  if (!check_editable (self, error))
    return FALSE;
  none = ijk_scenario_new (self->reference, NULL);
  for (guint i = 0; settings[i] != NULL; i++)
    {
      IjkScenario *next = ijk_scenario_with_setting (none, settings[i], error);

      if (next == NULL)
        return FALSE;
      ijk_scenario_unref (none);
      none = next;
    }
  parsed = ijk_scenario_get_settings (none, &n_settings);
  for (guint i = 0; i < n_settings; i++)
    if (!check_scope (self, &parsed[i].key, error))
      return FALSE;
  ijk_session_begin_step (self, label);
  for (guint i = 0; i < n_settings; i++)
    /* Each has been checked. */
    if (!ijk_session_set_lever (self, &parsed[i].key, &parsed[i].value, NULL))
      g_assert_not_reached ();
  ijk_session_end_step (self);
  return TRUE;
}

void
ijk_session_begin_step (IjkSession *self,
                        const char *label)
{
  g_return_if_fail (IJK_IS_SESSION (self));
  if (self->step_depth++ > 0)
    return;
  g_free (self->step_label);
  self->step_label = g_strdup (label);
  self->n_step_keys = 0;
  self->has_step_failed = FALSE;
  ijk_session_notify (self, PROP_IN_STEP);
}

/* The name of the step that ends. A control calls it by its lever; then the value says more. */
static char *
take_step_label (IjkSession        *self,
                 const IjkScenario *before)
{
  g_autofree char *given = g_steal_pointer (&self->step_label);
  g_autofree char *name = NULL;

  if (self->n_step_keys != 1)
    return given != NULL ? g_steal_pointer (&given) : g_strdup (_("Several levers"));
  name = ijk_session_name_lever (self->language, self->reference, &self->step_key);
  if (given == NULL || g_str_has_prefix (name, given))
    return ijk_session_name_edit (self->language, &self->step_key, before, self->scenario);
  return g_steal_pointer (&given);
}

void
ijk_session_end_step (IjkSession *self)
{
  IjkSessionPoint *here = NULL;

  g_return_if_fail (IJK_IS_SESSION (self));
  if (self->step_depth == 0 || --self->step_depth > 0)
    return;
  if (self->document != NULL && self->n_step_keys > 0)
    {
      here = ijk_session_document_get (self->document, self->document->place);
      if (!ijk_scenario_equal (here->scenario, self->scenario))
        add_step (self, take_step_label (self, here->scenario),
                  self->n_step_keys == 1 ? &self->step_key : NULL);
    }
  g_clear_pointer (&self->step_label, g_free);
  self->has_step_failed = FALSE;
  ijk_session_notify (self, PROP_IN_STEP);
  /* What was put off while the drag lasted. */
  ijk_session_update_landscape (self);
  ijk_session_update_contributions (self);
}

gboolean
ijk_session_is_in_step (IjkSession *self)
{
  g_return_val_if_fail (IJK_IS_SESSION (self), FALSE);
  return self->step_depth > 0;
}

/* Ends a drag that something else comes in between of, and commits. */
void
ijk_session_finish_step (IjkSession *self)
{
  if (self->step_depth > 0)
    {
      self->step_depth = 1;
      ijk_session_end_step (self);
    }
  ijk_session_commit (self);
}

gboolean
ijk_session_can_undo (IjkSession *self)
{
  g_return_val_if_fail (IJK_IS_SESSION (self), FALSE);
  return self->document != NULL && self->document->place > 0 && !self->is_file_read_only;
}

gboolean
ijk_session_can_redo (IjkSession *self)
{
  g_return_val_if_fail (IJK_IS_SESSION (self), FALSE);
  return self->document != NULL && self->document->place + 1 < self->document->line->len
         && !self->is_file_read_only;
}

/* Returns: (transfer none) (nullable): what would be undone, valid until "undo-label" notifies */
const char *
ijk_session_undo_label (IjkSession *self)
{
  return ijk_session_can_undo (self)
             ? ijk_session_document_get (self->document, self->document->place)->label
             : NULL;
}

/* Returns: (transfer none) (nullable): what would be done again, valid until "redo-label" notifies
 * */
const char *
ijk_session_redo_label (IjkSession *self)
{
  return ijk_session_can_redo (self)
             ? ijk_session_document_get (self->document, self->document->place + 1)->label
             : NULL;
}

static void
move (IjkSession *self,
      guint       place)
{
  g_autoptr (GError) error = NULL;

  if (!ijk_session_document_work_out (self->document, place, &error))
    {
      ijk_session_fail (self, error);
      return;
    }
  self->document->place = place;
  ijk_session_set_scenario (self, ijk_session_document_get (self->document, place)->scenario);
  ijk_session_notify_line (self);
  ijk_session_settle (self);
}

void
ijk_session_undo (IjkSession *self)
{
  g_return_if_fail (IJK_IS_SESSION (self));
  ijk_session_finish_step (self);
  if (ijk_session_can_undo (self))
    move (self, self->document->place - 1);
}

void
ijk_session_redo (IjkSession *self)
{
  g_return_if_fail (IJK_IS_SESSION (self));
  ijk_session_finish_step (self);
  if (ijk_session_can_redo (self))
    move (self, self->document->place + 1);
}
