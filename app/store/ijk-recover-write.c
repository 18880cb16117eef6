/* Writing what was read from a damaged workbook into a new one that passes every check: what does
 * not fit is left out or put right, and told.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-recover-private.h"

#include "ijk-scenario-check.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

static IjkState *
find_state (const IjkSalvage *self,
            gint64            id)
{
  for (guint i = 0; id != 0 && i < self->states->len; i++)
    if (((IjkState *) g_ptr_array_index (self->states, i))->id == id)
      return g_ptr_array_index (self->states, i);
  return NULL;
}

static void
replace_text (char **field,
              char  *text)
{
  g_free (*field);
  *field = text;
}

static void
repair_texts (IjkSalvage *self,
              IjkState   *state,
              GHashTable *names)
{
  g_autofree char *name = ijk_text_check (state->name, TRUE, _("the name"), NULL);
  g_autofree char *description
      = ijk_text_check (state->description, FALSE, _("the description"), NULL);
  g_autofree char *note = ijk_text_check (state->note, FALSE, _("the note"), NULL);

  if (name == NULL)
    replace_text (&state->name, g_strdup_printf (_("Recovered %" PRId64), state->id));
  if (description == NULL)
    replace_text (&state->description, g_strdup (""));
  if (note == NULL)
    replace_text (&state->note, g_strdup (""));
  while (!state->is_deleted)
    {
      g_autofree char *start = NULL;

      if (g_hash_table_add (names, ijk_scenario_fold_name (state->name)))
        break;
      start = g_utf8_substring (state->name, 0, MIN (g_utf8_strlen (state->name, -1), 170));
      replace_text (&state->name, g_strdup_printf ("%s (%" G_GINT64_FORMAT ")", start, state->id));
      ijk_salvage_lose (self->losses, _("two scenarios had one name; one is now “%s”"),
                        state->name);
    }
}

/* Takes out the levers that cannot be set. */
static void
repair_levers (IjkSalvage         *self,
               const IjkReference *reference,
               IjkState           *state)
{
  g_autoptr (IjkState) all = ijk_state_copy (state);

  if (ijk_state_parse_levers (state, reference, NULL, NULL))
    return;
  for (GTreeNode *node = g_tree_node_first (all->levers); node != NULL;
       node = g_tree_node_next (node))
    {
      g_autoptr (IjkState) one = ijk_state_new ();
      g_autoptr (GError) error = NULL;

      one->kind = state->kind;
      replace_text (&one->name, g_strdup (state->name));
      ijk_state_set_lever (one, g_tree_node_key (node), g_tree_node_value (node));
      if (ijk_state_parse_levers (one, reference, NULL, &error))
        continue;
      ijk_state_set_lever (state, g_tree_node_key (node), NULL);
      ijk_salvage_lose (self->losses, _("a setting is left out: %s"), error->message);
    }
}

/* Hangs a scenario where it can hang. A company scenario without a parent becomes a child of the
 * first sector scenario, or a sector scenario where it can. */
static void
repair_parent (IjkSalvage *self,
               IjkState   *state)
{
  const IjkState *parent = find_state (self, state->parent_id);
  guint depth = 0;

  for (const IjkState *up = parent; up != NULL && depth <= IJK_WORKBOOK_MAX_DEPTH; depth++)
    up = find_state (self, up->parent_id);
  if (depth > IJK_WORKBOOK_MAX_DEPTH || (parent != NULL && parent->kind == IJK_SCENARIO_COMPANY))
    parent = NULL;
  if (parent == NULL && state->kind == IJK_SCENARIO_COMPANY)
    for (guint i = 0; i < self->states->len && parent == NULL; i++)
      {
        const IjkState *other = g_ptr_array_index (self->states, i);

        if (other->kind == IJK_SCENARIO_SECTOR && other->parent_id == 0 && !other->is_deleted)
          parent = other;
      }
  if (parent == NULL && state->kind == IJK_SCENARIO_COMPANY)
    state->kind = IJK_SCENARIO_SECTOR;
  if ((parent != NULL ? parent->id : 0) == state->parent_id)
    return;
  state->parent_id = parent != NULL ? parent->id : 0;
  if (parent != NULL)
    ijk_salvage_lose (self->losses, _("the scenario above “%s” is lost; it now hangs under “%s”"),
                      state->name, parent->name);
  else
    ijk_salvage_lose (self->losses, _("the scenario above “%s” is lost; it now hangs under none"),
                      state->name);
}

/* Writes the revisions whose whole past is there. Returns: the numbers, or NULL with @error set */
static GHashTable *
write_revisions (IjkSalvage  *self,
                 IjkWorkbook *to,
                 GError     **error)
{
  g_autoptr (GHashTable) kept = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < self->revisions->len; i++)
    {
      IjkRevision *revision = g_ptr_array_index (self->revisions, i);
      g_autofree char *label = ijk_text_check (revision->label, TRUE, _("the label"), NULL);

      if (find_state (self, revision->scenario_id) == NULL || label == NULL
          || (revision->previous_id != 0
              && !g_hash_table_contains (kept, &revision->previous_id)))
        continue;
      if (ijk_revision_add (to, revision->id, revision->scenario_id, revision->previous_id,
                            revision->time_us, label, revision->changes, error)
          == 0)
        return NULL;
      g_hash_table_add (kept, &revision->id);
    }
  return g_steal_pointer (&kept);
}

/* Whether the history that is kept adds up to @state. */
static gboolean
has_history (const IjkSalvage *self,
             GHashTable       *kept,
             const IjkState   *state)
{
  g_autoptr (IjkState) replayed = ijk_state_new ();
  g_autofree char *difference = NULL;

  if (!g_hash_table_contains (kept, &state->head_id)
      || !ijk_salvage_replay (self, state->head_id, replayed))
    return FALSE;
  difference = ijk_changes_between (replayed, state);
  return strcmp (difference, "[]") == 0;
}

static gboolean
write_state (IjkSalvage  *self,
             IjkWorkbook *to,
             GHashTable  *kept,
             IjkState    *state,
             GError     **error)
{
  if (!has_history (self, kept, state))
    {
      g_autoptr (IjkState) nothing = ijk_state_new ();
      g_autofree char *changes = ijk_changes_between (nothing, state);

      state->head_id = ijk_revision_next (to, error);
      if (state->head_id == 0
          || ijk_revision_add (to, state->head_id, state->id, 0, g_get_real_time (),
                               _("Recovered from a damaged file"), changes, error)
                 == 0)
        return FALSE;
    }
  return ijk_state_insert (to, state, error);
}

static gboolean
write_notes (IjkSalvage  *self,
             IjkWorkbook *to,
             IjkRecovery *recovery,
             GError     **error)
{
  static const char sql[]
      = "INSERT INTO note (id, scenario, created_us, changed_us, text) VALUES (?, ?, ?, ?, ?)";

  for (guint i = 0; self->notes != NULL && i < self->notes->len; i++)
    {
      const IjkNote *note = g_ptr_array_index (self->notes, i);
      const gboolean has_scenario = find_state (self, note->scenario_id) != NULL;

      if (!ijk_sql_run (to, error, sql, "iriis", note->id, has_scenario ? note->scenario_id : 0,
                        note->created_us, note->changed_us, note->text))
        return FALSE;
      recovery->n_notes++;
    }
  return TRUE;
}

static gboolean
write_bookmarks (IjkSalvage  *self,
                 IjkWorkbook *to,
                 IjkRecovery *recovery,
                 GError     **error)
{
  static const char sql[] = "INSERT INTO bookmark (id, scenario, revision, created_us, name, view)"
                            " VALUES (?, ?, ?, ?, ?, ?)";

  for (guint i = 0; self->bookmarks != NULL && i < self->bookmarks->len; i++)
    {
      const IjkBookmark *bookmark = g_ptr_array_index (self->bookmarks, i);
      const IjkState *state = find_state (self, bookmark->scenario_id);

      if (state == NULL)
        {
          ijk_salvage_lose (self->losses, _("the bookmark “%s” is of a scenario that is lost"),
                            bookmark->name);
          continue;
        }
      if (!ijk_sql_run (to, error, sql, "iiiiss", bookmark->id, state->id, state->head_id,
                        bookmark->created_us, bookmark->name, bookmark->view))
        return FALSE;
      recovery->n_bookmarks++;
    }
  return TRUE;
}

/**
 * ijk_salvage_write:
 * @to: a new workbook with reference data and nothing else, inside a transaction
 * @recovery: gets the numbers of what was saved
 */
gboolean
ijk_salvage_write (IjkSalvage  *self,
                   IjkWorkbook *to,
                   IjkRecovery *recovery,
                   GError     **error)
{
  static const char defer_sql[] = "PRAGMA defer_foreign_keys = ON";
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) kept = NULL;

  for (guint i = 0; i < self->states->len; i++)
    repair_texts (self, g_ptr_array_index (self->states, i), names);
  for (guint i = 0; i < self->states->len; i++)
    repair_parent (self, g_ptr_array_index (self->states, i));
  for (guint i = 0; i < self->states->len; i++)
    repair_levers (self, to->reference, g_ptr_array_index (self->states, i));
  if (!ijk_sql_run (to, error, defer_sql, ""))
    return FALSE;
  kept = write_revisions (self, to, error);
  for (guint i = 0; kept != NULL && i < self->states->len; i++)
    {
      IjkState *state = g_ptr_array_index (self->states, i);

      if (!write_state (self, to, kept, state, error))
        return FALSE;
      recovery->n_scenarios++;
      recovery->n_settings += (guint) g_tree_nnodes (state->levers);
    }
  if (kept == NULL)
    return FALSE;
  recovery->n_revisions = g_hash_table_size (kept);
  return write_notes (self, to, recovery, error) && write_bookmarks (self, to, recovery, error);
}
