/* The rules of a scenario among the others: its name, its parent, its children.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-workbook-private.h"

#include "ijk-scenario-check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
check_name (IjkWorkbook    *self,
            const IjkState *state,
            GError        **error)
{
  static const char sql[]
      = "SELECT 1 FROM scenario WHERE name_key = ? AND is_deleted = 0 AND id <> ?";
  g_autofree char *checked
      = ijk_text_check (state->name, TRUE, _("the name of a scenario"), error);
  g_autofree char *name_key = checked != NULL ? ijk_scenario_fold_name (state->name) : NULL;
  g_autoptr (sqlite3_stmt) stmt = NULL;
  IjkStep step = IJK_STEP_FAILED;

  if (checked == NULL)
    return FALSE;
  stmt = ijk_sql_query (self, error, sql, "si", name_key, state->id);
  step = stmt != NULL ? ijk_sql_step (self, stmt, error) : IJK_STEP_FAILED;
  if (step == IJK_STEP_ROW)
    g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_EXISTS,
                 _("there is another scenario “%s” in %s; choose another name"), state->name,
                 self->path);
  return step == IJK_STEP_DONE;
}

static gboolean
check_kinds (const IjkState *state,
             const IjkState *parent,
             GError        **error)
{
  if (parent == NULL && state->kind == IJK_SCENARIO_COMPANY)
    g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_PARENT,
                 _("the company scenario “%s” needs a sector scenario above it"), state->name);
  else if (parent != NULL && parent->kind == IJK_SCENARIO_COMPANY)
    g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_PARENT,
                 _("“%s” cannot hang under “%s”, which is a company scenario; choose a sector "
                   "scenario"),
                 state->name, parent->name);
  else if (parent != NULL && parent->is_deleted)
    g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_PARENT,
                 _("“%s” cannot hang under “%s”, which has been deleted; undo that first"),
                 state->name, parent->name);
  else
    return TRUE;
  return FALSE;
}

/* Generations below a scenario, itself not counted. A circle in a broken file ends at the limit. */
static gboolean
count_generations (IjkWorkbook *self,
                   gint64       scenario_id,
                   gint64      *n_generations,
                   GError     **error)
{
  static const char sql[]
      = "WITH RECURSIVE below (id, depth) AS ("
        "  VALUES (?1, 0)"
        "  UNION"
        "  SELECT scenario.id, depth + 1 FROM below JOIN scenario ON scenario.parent = below.id"
        "  WHERE depth <= ?2)"
        " SELECT max (depth) FROM below";
  g_autoptr (sqlite3_stmt) stmt
      = ijk_sql_query (self, error, sql, "ii", scenario_id, (gint64) IJK_WORKBOOK_MAX_DEPTH);

  if (stmt == NULL || ijk_sql_step (self, stmt, error) == IJK_STEP_FAILED)
    return FALSE;
  *n_generations = sqlite3_column_int64 (stmt, 0);
  return TRUE;
}

static gboolean
check_parents (IjkWorkbook    *self,
               const IjkState *state,
               GError        **error)
{
  static const char sql[] = "SELECT parent FROM scenario WHERE id = ?";
  g_autoptr (IjkState) parent = NULL;
  gint64 n_generations = 0;
  gint64 n_ancestors = 0;

  if (state->parent_id != 0)
    {
      parent = ijk_state_read (self, state->parent_id, error);
      if (parent == NULL)
        return FALSE;
    }
  if (!check_kinds (state, parent, error)
      || !count_generations (self, state->id, &n_generations, error))
    return FALSE;
  for (gint64 id = state->parent_id; id != 0; n_ancestors++)
    {
      g_autoptr (sqlite3_stmt) stmt = ijk_sql_query (self, error, sql, "i", id);

      if (id == state->id)
        {
          g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_PARENT,
                       _("“%s” cannot hang under “%s”, which hangs under “%s” itself"),
                       state->name, parent->name, state->name);
          return FALSE;
        }
      if (n_ancestors + n_generations > IJK_WORKBOOK_MAX_DEPTH)
        {
          g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_PARENT,
                       _("“%s” would hang more than %d scenarios deep"), state->name,
                       IJK_WORKBOOK_MAX_DEPTH);
          return FALSE;
        }
      if (stmt == NULL || ijk_sql_step (self, stmt, error) == IJK_STEP_FAILED)
        return FALSE;
      id = sqlite3_column_int64 (stmt, 0);
    }
  return TRUE;
}

static gboolean
check_no_children (IjkWorkbook    *self,
                   const IjkState *state,
                   GError        **error)
{
  static const char sql[] = "SELECT name FROM scenario WHERE parent = ? AND is_deleted = 0";
  g_autoptr (sqlite3_stmt) stmt = ijk_sql_query (self, error, sql, "i", state->id);
  g_autofree char *child = NULL;
  const IjkStep step = stmt != NULL ? ijk_sql_step (self, stmt, error) : IJK_STEP_FAILED;

  if (step == IJK_STEP_ROW && ijk_sql_get_text (self, stmt, 0, &child, error))
    g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_IN_USE,
                 _("“%s” cannot be deleted, for “%s” hangs under it; delete that first or hang it "
                   "under another scenario"),
                 state->name, child);
  return step == IJK_STEP_DONE;
}

/**
 * ijk_state_check:
 *
 * Whether @state may be written: texts, levers, name, parent, and children when it is deleted.
 *
 * Returns: %FALSE with %IJK_STORE_ERROR set when it may not
 */
gboolean
ijk_state_check (IjkWorkbook    *self,
                 const IjkState *state,
                 GError        **error)
{
  g_autofree char *description
      = ijk_text_check (state->description, FALSE, _("the description of a scenario"), error);
  g_autofree char *note = description != NULL ? ijk_text_check (state->note, FALSE,
                                                                _("the note of a scenario"), error)
                                              : NULL;

  if (note == NULL || !ijk_state_parse_levers (state, self->reference, NULL, error))
    return FALSE;
  if (state->is_deleted)
    return check_no_children (self, state, error);
  return check_name (self, state, error) && check_parents (self, state, error);
}
