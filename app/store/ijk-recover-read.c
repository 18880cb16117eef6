/* Reading what a damaged workbook still holds: row by row, so one lost page costs only its rows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-recover-private.h"

#include "ijk-scenario-check.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

/* Rows are looked up by number until so many in a row were not there. */
#define MAX_MISSES 5000

void
ijk_salvage_free (IjkSalvage *self)
{
  g_clear_pointer (&self->data_set, ijk_data_set_free);
  g_clear_pointer (&self->states, g_ptr_array_unref);
  g_clear_pointer (&self->revisions, g_ptr_array_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_pointer (&self->bookmarks, g_ptr_array_unref);
  g_free (self);
}

void
ijk_salvage_lose (GPtrArray  *losses,
                  const char *format,
                  ...)
{
  va_list args;

  va_start (args, format);
  g_ptr_array_add (losses, g_strdup_vprintf (format, args));
  va_end (args);
}

/* The highest number in use, or 0 where that cannot be read. */
static gint64
read_last (IjkWorkbook *from,
           const char  *sql)
{
  gint64 last = 0;

  return ijk_sql_get_int (from, sql, &last, NULL) ? last : 0;
}

static gboolean
is_missing (const GError *error)
{
  return g_error_matches (error, IJK_STORE_ERROR, IJK_STORE_ERROR_UNKNOWN);
}

static void
read_revisions (IjkSalvage  *self,
                IjkWorkbook *from)
{
  const gint64 last = read_last (from, "SELECT max (id) FROM revision");
  guint n_misses = 0;
  guint n_lost = 0;

  for (gint64 id = 1; (last == 0 || id <= last) && n_misses < MAX_MISSES; id++)
    {
      g_autoptr (GError) error = NULL;
      IjkRevision *revision = ijk_revision_read (from, id, &error);

      if (revision != NULL)
        g_ptr_array_add (self->revisions, revision);
      else if (!is_missing (error))
        n_lost++;
      n_misses = revision != NULL ? 0 : n_misses + 1;
    }
  /* Behind the last one that was found nothing need have been. */
  n_lost -= MIN (n_lost, last == 0 ? n_misses : 0);
  if (n_lost > 0)
    ijk_salvage_lose (self->losses,
                      ngettext("%u edit of the history cannot be read",
                               "%u edits of the history cannot be read", n_lost),
                      n_lost);
}

static const IjkRevision *
find_revision (const IjkSalvage *self,
               gint64            id)
{
  guint low = 0;
  guint high = self->revisions->len;

  while (low < high)
    {
      const guint middle = low + (high - low) / 2;
      const IjkRevision *revision = g_ptr_array_index (self->revisions, middle);

      if (revision->id == id)
        return revision;
      if (revision->id < id)
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}

/**
 * ijk_salvage_replay:
 * @state: an empty state, which gets fields and levers
 *
 * Works out a scenario from its history. Returns: whether all of it is there
 */
gboolean
ijk_salvage_replay (const IjkSalvage *self,
                    gint64            head_id,
                    IjkState         *state)
{
  g_autoptr (GPtrArray) path = g_ptr_array_new ();

  for (gint64 id = head_id; id != 0;)
    {
      const IjkRevision *revision = find_revision (self, id);

      if (revision == NULL || revision->previous_id >= id
          || revision->scenario_id
                 != ((path->len == 0) ? revision->scenario_id
                                      : ((IjkRevision *) path->pdata[0])->scenario_id))
        return FALSE;
      g_ptr_array_add (path, (gpointer) revision);
      id = revision->previous_id;
    }
  for (guint i = path->len; i > 0; i--)
    if (!ijk_changes_apply (((IjkRevision *) path->pdata[i - 1])->changes, FALSE, state, NULL))
      return FALSE;
  return path->len > 0;
}

/* The newest revision of a scenario whose history is whole; 0 when there is none. */
static gint64
find_newest (const IjkSalvage *self,
             gint64            scenario_id)
{
  for (guint i = self->revisions->len; i > 0; i--)
    {
      const IjkRevision *revision = g_ptr_array_index (self->revisions, i - 1);
      g_autoptr (IjkState) state = ijk_state_new ();

      if (revision->scenario_id == scenario_id && ijk_salvage_replay (self, revision->id, state))
        return revision->id;
    }
  return 0;
}

/* History does not hold the kind, which never changes. */
static gboolean
sets_companies (const IjkState *state)
{
  for (GTreeNode *node = g_tree_node_first (state->levers); node != NULL;
       node = g_tree_node_next (node))
    if (strstr (g_tree_node_key (node), "@company:") != NULL)
      return TRUE;
  return FALSE;
}

/* A scenario from its history, where its row or levers are damaged. @row: (nullable) */
static IjkState *
restore_from_history (IjkSalvage     *self,
                      gint64          scenario_id,
                      const IjkState *row)
{
  g_autoptr (IjkState) state = ijk_state_new ();
  gint64 head_id = row != NULL ? row->head_id : 0;

  /* Where it stood, if that is known; after an undo that is not the newest edit. */
  if (head_id == 0 || !ijk_salvage_replay (self, head_id, state)
      || find_revision (self, head_id)->scenario_id != scenario_id)
    {
      g_clear_pointer (&state, ijk_state_free);
      state = ijk_state_new ();
      head_id = find_newest (self, scenario_id);
    }
  if (head_id == 0
      || (g_tree_nnodes (state->levers) == 0 && *state->name == '\0'
          && !ijk_salvage_replay (self, head_id, state)))
    return NULL;
  state->id = scenario_id;
  state->head_id = head_id;
  state->created_us = find_revision (self, head_id)->time_us;
  state->changed_us = state->created_us;
  state->kind = sets_companies (state) || (row != NULL && row->kind == IJK_SCENARIO_COMPANY)
                    ? IJK_SCENARIO_COMPANY
                    : IJK_SCENARIO_SECTOR;
  if (row != NULL && row->template_id != NULL)
    state->template_id = g_strdup (row->template_id);
  return g_steal_pointer (&state);
}

static void
read_scenario (IjkSalvage  *self,
               IjkWorkbook *from,
               gint64       id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IjkState) state = ijk_state_read (from, id, &error);
  g_autoptr (IjkState) row = NULL;

  if (state == NULL && is_missing (error) && find_newest (self, id) == 0)
    return;
  if (state == NULL)
    {
      row = ijk_state_read_unchecked (from, id);
      state = restore_from_history (self, id, row);
      if (state != NULL)
        ijk_salvage_lose (self->losses,
                          _("“%s” was damaged; it is as the readable edits leave it"),
                          state->name);
    }
  if (state == NULL && row != NULL)
    {
      state = g_steal_pointer (&row);
      ijk_salvage_lose (self->losses,
                        _("“%s” was damaged and so was its history; compare its levers with what "
                          "you remember"),
                        state->name);
    }
  if (state != NULL)
    g_ptr_array_add (self->states, g_steal_pointer (&state));
  else
    ijk_salvage_lose (self->losses, _("the scenario number %" PRId64 " cannot be read"), id);
}

static void
read_scenarios (IjkSalvage  *self,
                IjkWorkbook *from)
{
  gint64 last = read_last (from, "SELECT max (id) FROM scenario");

  for (guint i = 0; i < self->revisions->len; i++)
    last = MAX (last, ((IjkRevision *) g_ptr_array_index (self->revisions, i))->scenario_id);
  for (gint64 id = 1; id <= last && id < G_MAXINT; id++)
    read_scenario (self, from, id);
}

static void
read_rest (IjkSalvage  *self,
           IjkWorkbook *from)
{
  g_autoptr (GError) error = NULL;

  self->notes = ijk_workbook_list_notes (from, 0, NULL);
  if (self->notes == NULL)
    ijk_salvage_lose (self->losses, _("the notes cannot be read"));
  self->bookmarks = from->version < 2 ? NULL : ijk_workbook_list_bookmarks (from, &error);
  if (self->bookmarks == NULL && from->version >= 2)
    ijk_salvage_lose (self->losses, _("the bookmarks cannot be read"));
  if (ijk_workbook_read_data_set (from, NULL))
    self->data_set = ijk_data_set_copy (from->data_set);
  else
    ijk_salvage_lose (
        self->losses,
        _("the reference data cannot be read; the new file has those of this program"));
}

/* Whether the schema can be read and has the tables that matter. */
static gboolean
is_readable (IjkWorkbook *from)
{
  static const char version_sql[] = "PRAGMA user_version";
  gint64 version = 0;
  gint64 n_rows = 0;

  if (!ijk_sql_get_int (from, version_sql, &version, NULL) || version < 1)
    return FALSE;
  from->version = (int) MIN (version, ijk_schema_version ());
  return ijk_sql_get_int (from,
                          "SELECT count (*) FROM sqlite_schema WHERE type = 'table'"
                          " AND name IN ('workbook', 'scenario', 'revision', 'lever_value')",
                          &n_rows, NULL)
         && n_rows == 4;
}

static IjkWorkbook *
connect_to (const char *path,
            const char *name,
            GError    **error)
{
  g_autoptr (IjkWorkbook) from = g_new0 (IjkWorkbook, 1);

  from->path = g_strdup (name);
  from->statements = g_hash_table_new (NULL, NULL);
  return ijk_sql_attach (from, path, SQLITE_OPEN_READWRITE, error) ? g_steal_pointer (&from)
                                                                  : NULL;
}

/**
 * ijk_salvage_read:
 * @path: a copy of the damaged file, which may be changed
 * @name: of the damaged file, for sentences
 * @losses: (element-type utf8): gets a sentence for each thing that is lost
 *
 * Returns: (transfer full) (nullable): what could be read, or %NULL with %IJK_STORE_ERROR set when
 *   that is nothing
 */
IjkSalvage *
ijk_salvage_read (const char *path,
                  const char *name,
                  GPtrArray  *losses,
                  GError    **error)
{
  g_autoptr (IjkSalvage) self = g_new0 (IjkSalvage, 1);
  g_autoptr (IjkWorkbook) from = NULL;

  self->states = g_ptr_array_new_with_free_func ((GDestroyNotify) ijk_state_free);
  self->revisions = g_ptr_array_new_with_free_func ((GDestroyNotify) ijk_revision_free);
  self->losses = losses;
  if (ijk_salvage_trim (path))
    ijk_salvage_lose (losses, _("the file was cut short"));
  from = connect_to (path, name, error);
  if (from == NULL)
    return NULL;
  if (!is_readable (from))
    {
      g_clear_pointer (&from, ijk_workbook_close);
      if (!ijk_salvage_graft (path, error))
        {
          g_prefix_error (error, "%s: ", name);
          return NULL;
        }
      from = connect_to (path, name, error);
      if (from == NULL)
        return NULL;
      if (!is_readable (from))
        {
          g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_DAMAGED,
                       _("%s: too little is left of it to read anything"), name);
          return NULL;
        }
      ijk_salvage_lose (losses, _("the first page of the file was damaged and has been replaced"));
    }
  read_revisions (self, from);
  read_scenarios (self, from);
  read_rest (self, from);
  if (self->states->len > 0)
    return g_steal_pointer (&self);
  g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_DAMAGED,
               _("%s: no scenario could be read from it"), name);
  return NULL;
}
