/* `ijkpad check`: everything that opening checks, and what takes longer: every page and index,
 * every revision, and whether the revisions add up to the scenarios.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-workbook-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Findings of SQLite that are listed; a broken file can have thousands. */
#define MAX_FINDINGS 20

static gboolean
list_page_findings (IjkWorkbook *self,
                    GPtrArray   *findings,
                    GError     **error)
{
  static const char sql[] = "PRAGMA integrity_check (20)";
  g_autoptr (sqlite3_stmt) stmt = ijk_sql_query (self, error, sql, "");
  IjkStep step = IJK_STEP_FAILED;

  if (stmt == NULL)
    return FALSE;
  while ((step = ijk_sql_step (self, stmt, error)) == IJK_STEP_ROW)
    {
      g_autofree char *finding = NULL;

      if (!ijk_sql_get_text (self, stmt, 0, &finding, error))
        return FALSE;
      if (g_strcmp0 (finding, "ok") != 0)
        g_ptr_array_add (findings, g_strdelimit (g_steal_pointer (&finding), "\n", ' '));
    }
  return step == IJK_STEP_DONE;
}

/* Whether what the revisions of @state add up to is what is stored. */
static gboolean
replay (IjkWorkbook    *self,
        const IjkState *state,
        GError        **error)
{
  g_autoptr (GPtrArray) path
      = g_ptr_array_new_with_free_func ((GDestroyNotify) ijk_revision_free);
  g_autoptr (IjkState) replayed = ijk_state_new ();
  g_autofree char *difference = NULL;

  for (gint64 id = state->head_id; id != 0;)
    {
      IjkRevision *revision = ijk_revision_read (self, id, error);

      if (revision == NULL)
        return FALSE;
      g_ptr_array_add (path, revision);
      if (revision->scenario_id != state->id)
        {
          ijk_set_damage (self, error,
                          _("the history of “%s” holds a revision of another scenario"),
                          state->name);
          return FALSE;
        }
      id = revision->previous_id;
    }
  for (guint i = path->len; i > 0; i--)
    if (!ijk_changes_apply (((IjkRevision *) g_ptr_array_index (path, i - 1))->changes, FALSE,
                            replayed, error))
      return FALSE;
  difference = ijk_changes_between (replayed, state);
  if (strcmp (difference, "[]") == 0)
    return TRUE;
  ijk_set_damage (self, error, _("the history of “%s” does not add up to it"), state->name);
  return FALSE;
}

static void
take_finding (GPtrArray *findings,
              GError    *error)
{
  g_ptr_array_add (findings, g_strdup (error->message));
  g_error_free (error);
}

static void
check_history (IjkWorkbook *self,
               GPtrArray   *findings)
{
  GError *error = NULL;
  g_autoptr (GPtrArray) states = ijk_state_read_all (self, TRUE, &error);
  g_autoptr (GPtrArray) revisions
      = states != NULL ? ijk_workbook_list_revisions (self, 0, 0, &error) : NULL;
  g_autoptr (GPtrArray) notes
      = revisions != NULL ? ijk_workbook_list_notes (self, 0, &error) : NULL;
  g_autoptr (GPtrArray) G_GNUC_UNUSED bookmarks
      = notes != NULL ? ijk_workbook_list_bookmarks (self, &error) : NULL;

  if (error != NULL)
    take_finding (findings, g_steal_pointer (&error));
  for (guint i = 0; states != NULL && i < states->len && findings->len < MAX_FINDINGS; i++)
    if (!replay (self, g_ptr_array_index (states, i), &error))
      take_finding (findings, g_steal_pointer (&error));
}

/* Errors that say something about the file itself; others say that it could not be judged. */
static gboolean
is_finding (const GError *error)
{
  return error->domain != G_IO_ERROR
         && !g_error_matches (error, IJK_STORE_ERROR, IJK_STORE_ERROR_LOCKED)
         && !g_error_matches (error, IJK_STORE_ERROR, IJK_STORE_ERROR_GONE)
         && !g_error_matches (error, IJK_STORE_ERROR, IJK_STORE_ERROR_READ)
         && !g_error_matches (error, IJK_STORE_ERROR, IJK_STORE_ERROR_READ_ONLY);
}

/**
 * ijk_workbook_check:
 * @findings: (out) (transfer full) (element-type utf8): a sentence for each thing that is wrong
 *
 * Returns: whether the file could be judged; %FALSE with %IJK_STORE_ERROR set when it is not there,
 *   cannot be read or is in use
 */
gboolean
ijk_workbook_check (const char *path,
                    GPtrArray **findings,
                    GError    **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (IjkWorkbook) self = NULL;
  GError *local = NULL;

  /* Read-only: a check does not migrate an older file. */
  self = ijk_workbook_open (path, IJK_WORKBOOK_READ_ONLY, &local);
  if (self == NULL && !is_finding (local))
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  if (self == NULL)
    take_finding (found, local);
  else if (!list_page_findings (self, found, error))
    return FALSE;
  else
    check_history (self, found);
  *findings = g_steal_pointer (&found);
  return TRUE;
}
