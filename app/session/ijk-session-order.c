/* What the store thread does for a session: one edit, one move in the history, or one copy. It
 * works on values of its own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-session-private.h"

#include "ijk-store-error.h"

#include <glib/gi18n-lib.h>

/* Names tried for a copy. */
#define MAX_NAMES 1000

void
ijk_session_order_free (gpointer data)
{
  IjkSessionOrder *self = data;

  g_clear_pointer (&self->copy, ijk_scenario_record_free);
  g_free (self->names);
  g_free (self->copy_label);
  g_free (self->label);
  g_clear_pointer (&self->scenario, ijk_scenario_unref);
  g_free (self);
}

void
ijk_session_outcome_free (gpointer data)
{
  IjkSessionOutcome *self = data;

  g_clear_pointer (&self->record, ijk_scenario_record_free);
  g_clear_pointer (&self->scenarios, g_ptr_array_unref);
  g_clear_error (&self->error);
  g_free (self);
}

static gint64
make_copy (IjkWorkbook *workbook,
           const IjkSessionOrder *order,
           const char  *name,
           GError     **error)
{
  g_autoptr (IjkScenarioRecord) record = NULL;

  if (order->is_duplicate)
    return ijk_workbook_duplicate_scenario (workbook, order->scenario_id, name, error);
  record = ijk_scenario_record_copy (order->copy);
  g_free (record->name);
  record->name = g_strdup (name);
  return ijk_workbook_create_scenario (workbook, record, order->copy_label, error);
}

/* Makes the copy under its name, or its name and the first number that is free. */
static gboolean
carry_out_copy (IjkWorkbook *workbook,
                const IjkSessionOrder *order,
                IjkSessionOutcome     *outcome)
{
  for (guint i = 1; i <= MAX_NAMES; i++)
    {
      g_autofree char *name
          = i == 1 ? g_strdup (order->names) : g_strdup_printf ("%s %u", order->names, i);
      gint64 id = 0;

      g_clear_error (&outcome->error);
      id = make_copy (workbook, order, name, &outcome->error);
      if (id != 0)
        outcome->record = ijk_workbook_get_scenario (workbook, id, &outcome->file_revision_id,
                                                     &outcome->error);
      if (!g_error_matches (outcome->error, IJK_STORE_ERROR, IJK_STORE_ERROR_EXISTS))
        break;
    }
  return outcome->record != NULL;
}

/* Moves to where the edit was made, and saves it. */
static void
carry_out_edit (IjkWorkbook *workbook,
                const IjkSessionOrder *order,
                IjkSessionOutcome     *outcome)
{
  gint64 revision_id = order->file_revision_id;

  if (order->scenario != NULL
      && ijk_scenario_get_reference (order->scenario) != ijk_workbook_get_reference (workbook))
    {
      g_set_error_literal (&outcome->error, IJK_STORE_ERROR, IJK_STORE_ERROR_READ,
                           _("The reference data of the workbook have been renewed; open it again "
                             "before you go on"));
      return;
    }
  if (order->revision_id != order->file_revision_id)
    revision_id = ijk_workbook_return_to (workbook, order->scenario_id, order->file_revision_id,
                                          order->revision_id, &outcome->error);
  if (revision_id == 0)
    return;
  outcome->file_revision_id = revision_id;
  if (order->scenario == NULL)
    return;
  revision_id = ijk_workbook_save_scenario (workbook, order->scenario_id, revision_id,
                                            order->label, order->scenario, &outcome->error);
  if (revision_id != 0)
    outcome->file_revision_id = revision_id;
}

gpointer
ijk_session_order_carry_out (IjkWorkbook *workbook,
           gpointer     data,
           GError     **error G_GNUC_UNUSED)
{
  const IjkSessionOrder *order = data;
  IjkSessionOutcome *outcome = g_new0 (IjkSessionOutcome, 1);

  outcome->file_revision_id = order->file_revision_id;
  if (order->copy != NULL)
    (void) carry_out_copy (workbook, order, outcome);
  else
    carry_out_edit (workbook, order, outcome);
  /* A move may go over a change of name. */
  if (outcome->error == NULL
      && (order->copy != NULL || order->revision_id != order->file_revision_id))
    outcome->scenarios = ijk_workbook_list_scenarios (workbook, FALSE, &outcome->error);
  return outcome;
}

/* The start of a name, with room for the words around it within the length of one. */
static char *
shorten_name (const char *name)
{
  return g_utf8_substring (name, 0, MIN (g_utf8_strlen (name, -1), IJK_MAX_NAME_LENGTH - 50));
}

IjkSessionOrder *
ijk_session_order_new_copy (const IjkSessionDocument *document)
{
  const IjkScenarioRecord *record = document->record;
  g_autofree char *start = shorten_name (record->name);
  IjkSessionOrder *order = g_new0 (IjkSessionOrder, 1);

  order->copy = ijk_scenario_record_copy (record);
  /* Translators: the name of the copy that is made when a shipped scenario is edited. */
  order->names = g_strdup_printf (_("%s (mine)"), start);
  order->is_duplicate = TRUE;
  order->scenario_id = record->id;
  return order;
}

/* A new scenario beside the one that cannot be written. It begins with what was in hand when the
 * file was last right; the steps since are saved on it. */
IjkSessionOrder *
ijk_session_order_new_rescue (const IjkSessionDocument *document,
                              const IjkSessionPoint    *base)
{
  g_autofree char *start = shorten_name (document->record->name);
  IjkSessionOrder *order = g_new0 (IjkSessionOrder, 1);
  guint n_settings = 0;
  const IjkLeverSetting *settings = ijk_scenario_get_settings (base->scenario, &n_settings);

  order->copy = ijk_scenario_record_copy (document->record);
  g_array_set_size (order->copy->settings, 0);
  if (n_settings > 0)
    g_array_append_vals (order->copy->settings, settings, n_settings);
  /* Translators: the name of the copy made when another program has changed the scenario. */
  order->names = g_strdup_printf (_("%s (my edits)"), start);
  order->copy_label = g_strdup (_("Copied to keep edits"));
  order->scenario_id = document->record->id;
  return order;
}
