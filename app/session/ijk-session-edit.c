/* Editing levers, and undo: an array of scenario values. A step is two references to them, so it
 * cannot be wrong.
 *
 * The newest step stays open for a moment, so that edits of the same lever right after each other
 * become one step and one revision; then it goes to the store.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-session-private.h"

#include "ijk-store-error.h"

#include <glib/gi18n-lib.h>

/* Steps of undo that are kept in memory; older ones stay in the history of the file. */
#define MAX_STEPS 500

IjkSessionStep *
ijk_session_step_ref (IjkSessionStep *self)
{
  g_atomic_ref_count_inc (&self->n_refs);
  return self;
}

void
ijk_session_step_unref (IjkSessionStep *self)
{
  if (!g_atomic_ref_count_dec (&self->n_refs))
    return;
  g_clear_pointer (&self->before, ijk_scenario_unref);
  g_clear_pointer (&self->after, ijk_scenario_unref);
  g_free (self->label);
  g_free (self);
}

static IjkSessionStep *
new_step (const char        *label,
          const IjkScenario *before,
          const IjkScenario *after)
{
  IjkSessionStep *self = g_new0 (IjkSessionStep, 1);

  g_atomic_ref_count_init (&self->n_refs);
  self->label = g_strdup (label);
  self->before = before != NULL ? ijk_scenario_ref (before) : NULL;
  self->after = after != NULL ? ijk_scenario_ref (after) : NULL;
  return self;
}

void
ijk_session_notify_steps (IjkSession *self)
{
  ijk_session_notify (self, PROP_CAN_UNDO);
  ijk_session_notify (self, PROP_CAN_REDO);
  ijk_session_notify (self, PROP_UNDO_LABEL);
  ijk_session_notify (self, PROP_REDO_LABEL);
}

void
ijk_session_forget_steps (IjkSession *self)
{
  ijk_session_commit_tail (self);
  g_ptr_array_set_size (self->steps, 0);
  self->n_in_effect = 0;
  self->step_depth = 0;
  g_clear_pointer (&self->step_before, ijk_scenario_unref);
  g_clear_pointer (&self->step_label, g_free);
}

static const IjkRevision *
find_revision (const GPtrArray *revisions,
               gint64           id)
{
  for (guint i = 0; i < revisions->len; i++)
    {
      const IjkRevision *revision = g_ptr_array_index (revisions, i);

      if (revision->id == id)
        return revision;
    }
  return NULL;
}

/* The newest revision made on another: where redo goes. */
static const IjkRevision *
find_next (const GPtrArray *revisions,
           gint64           id)
{
  for (guint i = 0; i < revisions->len; i++)
    {
      const IjkRevision *revision = g_ptr_array_index (revisions, i);

      if (revision->previous_id == id)
        return revision;
    }
  return NULL;
}

static IjkSessionStep *
step_of_revision (const IjkRevision *revision)
{
  IjkSessionStep *step = new_step (revision->label, NULL, NULL);

  step->before_revision = revision->previous_id;
  step->after_revision = revision->id;
  return step;
}

/* Makes steps of the edits of earlier days, so that undo goes on where it was left. The first
 * revision made the scenario and is not undone. */
void
ijk_session_take_history (IjkSession      *self,
                          const GPtrArray *revisions)
{
  const IjkRevision *current = NULL;
  const IjkRevision *revision = NULL;

  g_ptr_array_set_size (self->steps, 0);
  self->n_in_effect = 0;
  for (guint i = 0; i < revisions->len && current == NULL; i++)
    {
      revision = g_ptr_array_index (revisions, i);
      if (revision->is_current)
        current = revision;
    }
  for (revision = current;
       revision != NULL && revision->previous_id != 0 && self->steps->len < MAX_STEPS;
       revision = find_revision (revisions, revision->previous_id))
    g_ptr_array_insert (self->steps, 0, step_of_revision (revision));
  self->n_in_effect = self->steps->len;
  for (revision = current != NULL ? find_next (revisions, current->id) : NULL;
       revision != NULL && self->steps->len < 2 * MAX_STEPS;
       revision = find_next (revisions, revision->id))
    g_ptr_array_add (self->steps, step_of_revision (revision));
  ijk_session_notify_steps (self);
}

/* Hands the newest step to the store. */
void
ijk_session_commit_tail (IjkSession *self)
{
  IjkSessionStep *step = g_steal_pointer (&self->tail);

  g_clear_handle_id (&self->tail_source, g_source_remove);
  if (step != NULL)
    ijk_session_push_job (self, IJK_JOB_SAVE, step, FALSE, 0);
}

static gboolean
tail_timeout_cb (gpointer data)
{
  IjkSession *self = data;

  self->tail_source = 0;
  ijk_session_commit_tail (self);
  return G_SOURCE_REMOVE;
}

static void
restart_tail (IjkSession *self)
{
  g_clear_handle_id (&self->tail_source, g_source_remove);
  self->tail_source
      = g_timeout_add (IJK_SESSION_JOIN_US / G_TIME_SPAN_MILLISECOND, tail_timeout_cb, self);
}

/* "CCS ceiling: 9700", in the language of the session. */
static char *
make_label (IjkSession        *self,
            const IjkLeverKey *key)
{
  const gboolean is_dutch = g_strcmp0 (self->language, "nl") == 0;
  const IjkReference *reference = self->reference;
  const IjkLeverSetting *setting = ijk_scenario_get_setting (self->scenario, key);
  const char *name = NULL;
  g_autofree char *of_key = NULL;
  g_autofree char *value = NULL;

  if (key->lever >= IJK_N_TABLE_LEVERS)
    name = of_key = ijk_lever_key_to_string (reference, key);
  else
    name = is_dutch ? reference->levers[key->lever].name_nl : reference->levers[key->lever].name_en;
  if (setting == NULL)
    /* Translators: a step of undo; %s is the name of a lever. */
    return g_strdup_printf (_("%s: back to the reference"), name);
  if (key->lever < IJK_N_TABLE_LEVERS
      && reference->levers[key->lever].kind == IJK_LEVER_KIND_NUMBER)
    value = ijk_lever_value_to_string (&reference->levers[key->lever], &setting->value);
  if (value == NULL)
    return g_strdup (name);
  return g_strdup_printf ("%s: %s", name, value);
}

/* Puts a step behind those in effect, or makes it part of the newest one. What was undone is gone
 * from here, not from the history of the file. */
static void
add_step (IjkSession        *self,
          const char        *label,
          const IjkScenario *before,
          const IjkScenario *after,
          const IjkLeverKey *key)
{
  const gint64 now = self->get_time_us ();
  IjkSessionStep *tail = self->tail;
  IjkSessionStep *step = NULL;

  if (tail != NULL && key != NULL && tail->has_key && ijk_lever_key_compare (&tail->key, key) == 0
      && now - tail->time_us < IJK_SESSION_JOIN_US && self->n_in_effect == self->steps->len)
    {
      ijk_scenario_unref (tail->after);
      tail->after = ijk_scenario_ref (after);
      g_free (tail->label);
      tail->label = g_strdup (label);
      tail->time_us = now;
    }
  else
    {
      ijk_session_commit_tail (self);
      g_ptr_array_set_size (self->steps, (int) self->n_in_effect);
      if (self->steps->len >= MAX_STEPS)
        g_ptr_array_remove_index (self->steps, 0);
      step = new_step (label, before, after);
      step->has_key = key != NULL;
      if (key != NULL)
        step->key = *key;
      step->time_us = now;
      g_ptr_array_add (self->steps, step);
      self->n_in_effect = self->steps->len;
      self->tail = step;
    }
  if (key != NULL)
    restart_tail (self);
  else
    ijk_session_commit_tail (self);
  ijk_session_notify_steps (self);
}

static gboolean
check_editable (IjkSession *self,
                GError    **error)
{
  if (self->scenario == NULL)
    {
      g_set_error_literal (error, IJK_STORE_ERROR, IJK_STORE_ERROR_GONE,
                           _("No workbook is open, so there is nothing to change"));
      return FALSE;
    }
  if (self->is_file_read_only)
    {
      g_set_error_literal (error, IJK_STORE_ERROR, IJK_STORE_ERROR_READ_ONLY,
                           self->notice != NULL
                               ? self->notice
                               : _("The workbook can only be read. Save a copy to change it"));
      return FALSE;
    }
  return TRUE;
}

/* The first edit of a shipped scenario is made on a copy; the copying is on its way when this
 * returns, and the edit is saved after it. */
static void
ensure_own_scenario (IjkSession *self)
{
  if (!self->target->is_template)
    return;
  self->target->is_template = FALSE;
  g_ptr_array_set_size (self->steps, 0);
  self->n_in_effect = 0;
  ijk_session_push_job (self, IJK_JOB_COPY, NULL, FALSE, 0);
  ijk_session_notify (self, PROP_READ_ONLY);
}

static void
apply (IjkSession        *self,
       const IjkLeverKey *key,
       const IjkScenario *next)
{
  g_autofree char *label = NULL;
  const IjkScenario *before = NULL;

  if (ijk_scenario_equal (next, self->scenario))
    return;
  ensure_own_scenario (self);
  before = ijk_scenario_ref (self->scenario);
  ijk_session_set_scenario (self, next);
  if (self->step_depth > 0)
    {
      if (!self->step_has_key)
        self->step_key = *key;
      else if (ijk_lever_key_compare (&self->step_key, key) != 0)
        self->step_has_more = TRUE;
      self->step_has_key = TRUE;
    }
  else
    {
      label = make_label (self, key);
      add_step (self, label, before, next, key);
    }
  ijk_scenario_unref (before);
}

/* Whether a national number, choice or share is what the tables say. A path never counts as such:
 * the reference leaves its years to a series. */
gboolean
ijk_session_is_default (const IjkReference  *reference,
                        const IjkLeverKey   *key,
                        const IjkLeverValue *value)
{
  const IjkLever *lever = NULL;

  if (key->lever >= IJK_N_TABLE_LEVERS || key->scope != IJK_SCOPE_NATIONAL)
    return FALSE;
  lever = &reference->levers[key->lever];
  switch (lever->kind)
    {
    case IJK_LEVER_KIND_NUMBER:
      return value->number == lever->default_number;
    case IJK_LEVER_KIND_SWITCH:
      return value->choice == lever->default_choice;
    case IJK_LEVER_KIND_MODE_SHARE:
      return value->mode == IJK_SHARE_FREE;
    case IJK_LEVER_KIND_PATH:
      return FALSE;
    }
  g_assert_not_reached ();
}

/* A value of the reference that no parent differs from is not a change. */
static gboolean
is_reference_value (IjkSession          *self,
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
 *
 * Sets a lever of the scenario in hand. A number that is the reference's own takes the setting away.
 *
 * Returns: %FALSE with @error set when the value is refused or nothing can be changed
 */
gboolean
ijk_session_set_lever (IjkSession          *self,
                       const IjkLeverKey   *key,
                       const IjkLeverValue *value,
                       GError             **error)
{
  g_autoptr (IjkScenario) next = NULL;

  g_return_val_if_fail (IJK_IS_SESSION (self), FALSE);
  if (!check_editable (self, error))
    return FALSE;
  next = ijk_scenario_with_lever (self->scenario, key, value, error);
  if (next == NULL)
    return FALSE;
  if (is_reference_value (self, key, value))
    {
      ijk_scenario_unref (next);
      next = ijk_scenario_without_lever (self->scenario, key);
    }
  apply (self, key, next);
  return TRUE;
}

/* Takes a setting away: the lever follows parent or reference again. */
void
ijk_session_reset_lever (IjkSession        *self,
                         const IjkLeverKey *key)
{
  g_autoptr (IjkScenario) next = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (IJK_IS_SESSION (self));
  if (!check_editable (self, &error))
    {
      ijk_session_fail (self, error);
      return;
    }
  next = ijk_scenario_without_lever (self->scenario, key);
  apply (self, key, next);
}

/**
 * ijk_session_begin_step:
 * @label: (nullable): what the step is called; %NULL names the lever
 *
 * Everything until the matching ijk_session_end_step() is one step of undo. Pairs may be nested; the
 * outermost counts.
 */
void
ijk_session_begin_step (IjkSession *self,
                        const char *label)
{
  g_return_if_fail (IJK_IS_SESSION (self));
  if (self->step_depth++ > 0 || self->scenario == NULL)
    return;
  self->step_before = ijk_scenario_ref (self->scenario);
  self->step_label = g_strdup (label);
  self->step_has_key = self->step_has_more = FALSE;
}

void
ijk_session_end_step (IjkSession *self)
{
  g_autofree char *label = NULL;
  const IjkScenario *before = NULL;

  g_return_if_fail (IJK_IS_SESSION (self));
  if (self->step_depth == 0 || --self->step_depth > 0)
    return;
  before = g_steal_pointer (&self->step_before);
  label = g_steal_pointer (&self->step_label);
  if (before != NULL && self->step_has_key && !ijk_scenario_equal (before, self->scenario))
    {
      if (label == NULL)
        label = make_label (self, &self->step_key);
      add_step (self, label, before, self->scenario,
                self->step_has_more ? NULL : &self->step_key);
    }
  g_clear_pointer (&before, ijk_scenario_unref);
  /* A drag is over: whoever held axes still or put off slow work goes on. */
  ijk_session_notify (self, PROP_RESULT);
  ijk_session_update_landscape (self);
}

gboolean
ijk_session_is_in_step (IjkSession *self)
{
  g_return_val_if_fail (IJK_IS_SESSION (self), FALSE);
  return self->step_depth > 0;
}

gboolean
ijk_session_can_undo (IjkSession *self)
{
  g_return_val_if_fail (IJK_IS_SESSION (self), FALSE);
  return self->n_in_effect > 0 && !self->is_file_read_only;
}

gboolean
ijk_session_can_redo (IjkSession *self)
{
  g_return_val_if_fail (IJK_IS_SESSION (self), FALSE);
  return self->n_in_effect < self->steps->len && !self->is_file_read_only;
}

/* Returns: (transfer none) (nullable): what would be undone */
const char *
ijk_session_undo_label (IjkSession *self)
{
  if (!ijk_session_can_undo (self))
    return NULL;
  return ((IjkSessionStep *) g_ptr_array_index (self->steps, self->n_in_effect - 1))->label;
}

/* Returns: (transfer none) (nullable): what would be done again */
const char *
ijk_session_redo_label (IjkSession *self)
{
  if (!ijk_session_can_redo (self))
    return NULL;
  return ((IjkSessionStep *) g_ptr_array_index (self->steps, self->n_in_effect))->label;
}

static void
move (IjkSession     *self,
      IjkSessionStep *step,
      gboolean        is_backward)
{
  const IjkScenario *to = is_backward ? step->before : step->after;

  if (to != NULL)
    ijk_session_set_scenario (self, to);
  ijk_session_push_job (self, IJK_JOB_MOVE, step, is_backward, 0);
  ijk_session_notify_steps (self);
}

void
ijk_session_undo (IjkSession *self)
{
  g_return_if_fail (IJK_IS_SESSION (self));
  if (self->step_depth > 0 || !ijk_session_can_undo (self))
    return;
  ijk_session_commit_tail (self);
  self->n_in_effect--;
  move (self, g_ptr_array_index (self->steps, self->n_in_effect), TRUE);
}

void
ijk_session_redo (IjkSession *self)
{
  g_return_if_fail (IJK_IS_SESSION (self));
  if (self->step_depth > 0 || !ijk_session_can_redo (self))
    return;
  ijk_session_commit_tail (self);
  self->n_in_effect++;
  move (self, g_ptr_array_index (self->steps, self->n_in_effect - 1), FALSE);
}
