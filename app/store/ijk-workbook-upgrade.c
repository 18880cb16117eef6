/* Newer reference data: what they would change in the numbers of each scenario, and taking them
 * over after a backup. Never done unasked.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-workbook-private.h"

#include "ijk-own-rows.h"
#include "ijk-run.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Figures that differ by less, relative to the larger one, are the same: another order of addition
 * is no change in the numbers. */
#define SAME_WITHIN 1e-9

static void
figure_free (gpointer data)
{
  IjkUpgradeFigure *self = data;

  g_free (self->scenario_name);
  g_free (self->indicator);
  g_free (self->unit);
  g_free (self);
}

static void
loss_free (gpointer data)
{
  IjkUpgradeLoss *self = data;

  g_free (self->scenario_name);
  g_free (self->setting);
  g_free (self->reason);
  g_clear_pointer (&self->before, ijk_scenario_unref);
  g_clear_pointer (&self->after, ijk_scenario_unref);
  g_free (self);
}

void
ijk_upgrade_free (IjkUpgrade *self)
{
  g_ptr_array_unref (self->figures);
  g_ptr_array_unref (self->losses);
  g_ptr_array_unref (self->gone_units);
  g_free (self);
}

/* The scenario on @reference, with what it does not allow left out and told in @losses. */
static IjkScenario *
rebuild (const IjkReference *reference,
         const IjkState     *state,
         const IjkScenario  *parent,
         GPtrArray          *losses)
{
  IjkScenario *scenario = ijk_scenario_new (reference, parent);
  const guint n_before = losses != NULL ? losses->len : 0;

  for (GTreeNode *node = g_tree_node_first (state->levers); node != NULL;
       node = g_tree_node_next (node))
    {
      g_autofree char *setting = g_strconcat (g_tree_node_key (node), "=",
                                              (const char *) g_tree_node_value (node), NULL);
      g_autoptr (GError) error = NULL;
      IjkScenario *next = ijk_scenario_with_setting (scenario, setting, &error);
      IjkUpgradeLoss *loss = NULL;

      if (next != NULL)
        {
          ijk_scenario_unref (scenario);
          scenario = next;
          continue;
        }
      if (losses == NULL)
        continue;
      loss = g_new0 (IjkUpgradeLoss, 1);
      loss->scenario_id = state->id;
      loss->scenario_name = g_strdup (state->name);
      loss->setting = g_steal_pointer (&setting);
      loss->reason = g_strdup (error->message);
      g_ptr_array_add (losses, loss);
    }
  for (guint i = n_before; losses != NULL && i < losses->len; i++)
    ((IjkUpgradeLoss *) g_ptr_array_index (losses, i))->after = ijk_scenario_ref (scenario);
  return scenario;
}

static const IjkState *
find_state (const GPtrArray *states,
            gint64           id)
{
  for (guint i = 0; i < states->len; i++)
    if (((const IjkState *) g_ptr_array_index (states, i))->id == id)
      return g_ptr_array_index (states, i);
  return NULL;
}

/* The scenario and its parents on @reference. Opening has checked that the parents come to an
 * end. */
static IjkScenario *
rebuild_chain (const IjkReference *reference,
               const GPtrArray    *states,
               const IjkState     *state,
               GPtrArray          *losses)
{
  const IjkState *parent_state = find_state (states, state->parent_id);
  g_autoptr (IjkScenario) parent
      = parent_state != NULL ? rebuild_chain (reference, states, parent_state, NULL) : NULL;

  return rebuild (reference, state, parent, losses);
}

/* As rebuild_chain(); what is lost is told with @before, the scenario on the data it was made
 * on. */
static IjkScenario *
rebuild_after (const IjkReference *reference,
               const GPtrArray    *states,
               const IjkState     *state,
               const IjkScenario  *before,
               GPtrArray          *losses)
{
  const guint n_before = losses->len;
  IjkScenario *after = rebuild_chain (reference, states, state, losses);

  for (guint i = n_before; i < losses->len; i++)
    ((IjkUpgradeLoss *) g_ptr_array_index (losses, i))->before = ijk_scenario_ref (before);
  return after;
}

static gboolean
is_same (double before,
         double after)
{
  if (isnan (before) || isnan (after))
    return isnan (before) && isnan (after);
  return fabs (before - after) <= SAME_WITHIN * fmax (fabs (before), fabs (after));
}

static void
compare_figures (const IjkState  *state,
                 const GPtrArray *before,
                 const GPtrArray *after,
                 GPtrArray       *figures)
{
  for (guint i = 0; i < before->len; i++)
    {
      const IjkHeadline *old = g_ptr_array_index (before, i);
      const IjkHeadline *new = g_ptr_array_index (after, i);
      IjkUpgradeFigure *figure = NULL;

      if (is_same (old->value, new->value))
        continue;
      figure = g_new0 (IjkUpgradeFigure, 1);
      figure->scenario_id = state->id;
      figure->scenario_name = g_strdup (state->name);
      figure->indicator = g_strdup (old->indicator);
      figure->unit = g_strdup (old->unit);
      figure->year = old->year;
      figure->before = old->value;
      figure->after = new->value;
      g_ptr_array_add (figures, figure);
    }
}

static void
compare_scenarios (IjkWorkbook        *self,
                   const IjkReference *reference,
                   const GPtrArray    *states,
                   IjkUpgrade         *upgrade)
{
  g_autoptr (IjkWorkspace) old_workspace = ijk_workspace_new (self->reference);
  g_autoptr (IjkWorkspace) new_workspace = ijk_workspace_new (reference);

  for (guint i = 0; i < states->len; i++)
    {
      const IjkState *state = g_ptr_array_index (states, i);
      g_autoptr (IjkScenario) old = NULL;
      g_autoptr (IjkScenario) new = NULL;
      g_autoptr (GPtrArray) before = NULL;
      g_autoptr (GPtrArray) after = NULL;

      if (state->is_deleted)
        continue;
      old = rebuild_chain (self->reference, states, state, NULL);
      new = rebuild_after (reference, states, state, old, upgrade->losses);
      before = ijk_headlines (ijk_run (self->reference, old, old_workspace));
      after = ijk_headlines (ijk_run (reference, new, new_workspace));
      compare_figures (state, before, after, upgrade->figures);
    }
}

static void
list_gone_units (IjkWorkbook        *self,
                 const IjkReference *reference,
                 GPtrArray          *gone_units)
{
  for (guint i = 0; i < self->reference->n_units; i++)
    if (ijk_reference_find_unit (reference, self->reference->units[i].id) == IJK_NONE)
      g_ptr_array_add (gone_units, g_strdup (self->reference->units[i].id));
}

/**
 * ijk_workbook_preview_upgrade:
 * @data_set: the reference data the program ships with, with the user's own installations
 *
 * Works out every scenario on both sets. Nothing is changed.
 *
 * Returns: (transfer full) (nullable): what would change, or %NULL with %IJK_STORE_ERROR set
 */
IjkUpgrade *
ijk_workbook_preview_upgrade (IjkWorkbook      *self,
                              const IjkDataSet *data_set,
                              GError          **error)
{
  g_autoptr (IjkUpgrade) upgrade = g_new0 (IjkUpgrade, 1);
  g_autoptr (IjkDataSet) carried = ijk_own_carry (data_set, self->reference, error);
  g_autoptr (IjkReference) reference = NULL;
  g_autoptr (GPtrArray) states = NULL;

  upgrade->figures = g_ptr_array_new_with_free_func (figure_free);
  upgrade->losses = g_ptr_array_new_with_free_func (loss_free);
  upgrade->gone_units = g_ptr_array_new_with_free_func (g_free);
  if (carried == NULL)
    return NULL;
  upgrade->is_needed = !ijk_own_is_same (carried, self->data_set);
  if (!upgrade->is_needed)
    return g_steal_pointer (&upgrade);
  reference = ijk_data_set_parse (carried, error);
  if (reference == NULL || !ijk_sql_begin (self, error))
    return NULL;
  states = ijk_state_read_all (self, TRUE, error);
  if (!ijk_sql_end (self, states != NULL, error))
    return NULL;
  compare_scenarios (self, reference, states, upgrade);
  list_gone_units (self, reference, upgrade->gone_units);
  return g_steal_pointer (&upgrade);
}

/**
 * ijk_workbook_list_losses:
 * @reference: other data, such as those with an import
 *
 * Returns: (transfer full) (nullable) (element-type IjkUpgradeLoss): the settings that @reference
 * does
 *   not allow, or %NULL with %IJK_STORE_ERROR set
 */
GPtrArray *
ijk_workbook_list_losses (IjkWorkbook        *self,
                          const IjkReference *reference,
                          GError            **error)
{
  g_autoptr (GPtrArray) losses = g_ptr_array_new_with_free_func (loss_free);
  g_autoptr (GPtrArray) states = NULL;

  if (!ijk_sql_begin (self, error))
    return NULL;
  states = ijk_state_read_all (self, TRUE, error);
  if (!ijk_sql_end (self, states != NULL, error))
    return NULL;
  for (guint i = 0; i < states->len; i++)
    {
      const IjkState *state = g_ptr_array_index (states, i);
      g_autoptr (IjkScenario) before = NULL;

      if (state->is_deleted)
        continue;
      before = rebuild_chain (self->reference, states, state, NULL);
      ijk_scenario_unref (rebuild_after (reference, states, state, before, losses));
    }
  return g_steal_pointer (&losses);
}

/* Takes out of a scenario what the new reference data do not allow, as an edit like another. The
 * texts are those of the old reference, whose rows can only be found by it. @returns: (nullable)
 * (element-type IjkReturn): the edit is added. */
static gboolean
drop_losses (IjkWorkbook        *self,
             const IjkReference *reference,
             const IjkState     *state,
             const char         *label,
             GArray             *returns,
             GError            **error)
{
  g_autoptr (GPtrArray) losses = g_ptr_array_new_with_free_func (loss_free);
  g_autoptr (IjkScenario) G_GNUC_UNUSED scenario = rebuild (reference, state, NULL, losses);
  g_autoptr (IjkState) after = ijk_state_copy (state);
  g_autofree char *changes = NULL;

  if (losses->len == 0)
    return TRUE;
  for (guint i = 0; i < losses->len; i++)
    {
      const IjkUpgradeLoss *loss = g_ptr_array_index (losses, i);
      g_autofree char *key
          = g_strndup (loss->setting, (gsize) (strrchr (loss->setting, '=') - loss->setting));

      ijk_state_set_lever (after, key, NULL);
    }
  changes = ijk_changes_between (state, after);
  after->changed_us = g_get_real_time ();
  after->head_id = ijk_revision_next (self, error);
  if (returns != NULL)
    g_array_append_val (returns, ((const IjkReturn){ state->id, state->head_id, after->head_id }));
  return after->head_id != 0
         && ijk_revision_add (self, after->head_id, state->id, state->head_id, after->changed_us,
                              label, changes, error)
                != 0
         && ijk_state_update (self, state, after, error);
}

static gboolean
change_in_transaction (IjkWorkbook        *self,
                       const IjkDataSet   *data_set,
                       const IjkReference *reference,
                       const char         *label,
                       GArray             *returns,
                       GError            **error)
{
  g_autoptr (GPtrArray) states = ijk_state_read_all (self, TRUE, error);

  for (guint i = 0; states != NULL && i < states->len; i++)
    if (!drop_losses (self, reference, g_ptr_array_index (states, i), label, returns, error))
      return FALSE;
  return states != NULL && ijk_workbook_write_data_set (self, data_set, error);
}

/* @backup_path: (nullable): no copy is kept where it is NULL */
static gboolean
change_data (IjkWorkbook      *self,
             const IjkDataSet *data_set,
             const char       *label,
             GArray           *returns,
             char            **backup_path,
             GError          **error)
{
  g_autoptr (IjkReference) reference = ijk_data_set_parse (data_set, error);
  g_autofree char *backup = NULL;

  if (reference == NULL || !ijk_workbook_check_lengths (data_set, error))
    return FALSE;
  if (self->is_read_only)
    {
      /* A transaction that writes says why it cannot be. */
      (void) ijk_sql_begin_write (self, error);
      return FALSE;
    }
  if (backup_path != NULL)
    {
      backup = ijk_file_backup (self, error);
      if (backup == NULL)
        return FALSE;
    }
  if (!ijk_sql_begin_write (self, error)
      || !ijk_sql_end (self,
                       change_in_transaction (self, data_set, reference, label, returns, error),
                       error)
      || !ijk_workbook_read_data_set (self, error))
    return FALSE;
  if (backup_path != NULL)
    *backup_path = g_steal_pointer (&backup);
  return TRUE;
}

/**
 * ijk_workbook_apply_upgrade:
 * @data_set: newer reference data
 * @backup_path: (out) (optional) (transfer full): the copy of the file as it was
 *
 * Gives the workbook other reference data, after keeping a copy beside it. Installations of one's
 * own stay. Settings that the data do not allow are taken out, as edits.
 * ijk_workbook_get_reference() returns another value afterwards; scenarios that were loaded before
 * keep the old one.
 */
gboolean
ijk_workbook_apply_upgrade (IjkWorkbook      *self,
                            const IjkDataSet *data_set,
                            char            **backup_path,
                            GError          **error)
{
  g_autoptr (IjkDataSet) carried = ijk_own_carry (data_set, self->reference, error);
  g_autofree char *backup = NULL;

  if (carried == NULL
      || !change_data (self, carried, _("Upgrade of the reference data"), NULL, &backup, error))
    return FALSE;
  if (backup_path != NULL)
    *backup_path = g_steal_pointer (&backup);
  return TRUE;
}

/**
 * ijk_workbook_change_units:
 * @reference: with other installations, made from that of the workbook
 * @label: of the edits by which settings that it does not allow are taken out
 * @returns: (nullable) (element-type IjkReturn): those edits are appended
 * @backup_path: (out) (optional) (transfer full): the copy of the file as it was; where it is %NULL
 *   none is kept
 *
 * Gives the workbook the installations of @reference, own ones and all.
 */
gboolean
ijk_workbook_change_units (IjkWorkbook        *self,
                           const IjkReference *reference,
                           const char         *label,
                           GArray             *returns,
                           char              **backup_path,
                           GError            **error)
{
  g_autoptr (IjkDataSet) data_set = ijk_data_set_with_units (self->data_set, reference);

  return change_data (self, data_set, label, returns, backup_path, error);
}
