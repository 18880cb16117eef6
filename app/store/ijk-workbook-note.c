/* Notes, the bookmarks of a session, and the headline figures of a revision.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-workbook-private.h"

#include "ijk-indicator.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <math.h>
#include <string.h>

/* What is kept of a result to compare it with later ones: national figures of industry. */
static const struct
{
  IjkItems items;
  const char *id;
} headline_indicators[] = {
  { IJK_ITEMS_SCOPE, "emissions" },
  { IJK_ITEMS_NL, "ccs" },
  { IJK_ITEMS_NL, "sde_committed" },
  { IJK_ITEMS_NL, "investment" },
  { IJK_ITEMS_NL, "industry_cost" },
  { IJK_ITEMS_NL, "state_cost" },
  { IJK_ITEMS_NL, "abroad" },
};

static const int headline_years[] = { 2030, 2035, 2040, 2050 };

void
ijk_headline_free (IjkHeadline *self)
{
  g_free (self->indicator);
  g_free (self->unit);
  g_free (self);
}

void
ijk_note_free (IjkNote *self)
{
  g_free (self->text);
  g_free (self);
}

void
ijk_bookmark_free (IjkBookmark *self)
{
  g_free (self->name);
  g_free (self->view);
  g_free (self);
}

/* Returns: (transfer full) (element-type IjkHeadline): the headline figures of a result */
GPtrArray *
ijk_headlines (const IjkResult *result)
{
  GPtrArray *headlines = g_ptr_array_new_with_free_func ((GDestroyNotify) ijk_headline_free);

  for (guint i = 0; i < G_N_ELEMENTS (headline_indicators); i++)
    {
      const IjkIndicator *indicator
          = ijk_indicator_find (headline_indicators[i].items, headline_indicators[i].id);

      g_assert (indicator != NULL);
      for (guint j = 0; j < G_N_ELEMENTS (headline_years); j++)
        {
          IjkHeadline *headline = g_new0 (IjkHeadline, 1);

          headline->indicator = g_strdup (indicator->id);
          headline->unit = g_strdup (indicator->unit);
          headline->year = headline_years[j];
          headline->value = ijk_indicator_value (indicator, result, IJK_SCOPE_ITEM_INDUSTRY,
                                                 headline_years[j]);
          g_ptr_array_add (headlines, headline);
        }
    }
  return headlines;
}

static gboolean
write_snapshot (IjkWorkbook     *self,
                gint64           revision_id,
                const GPtrArray *headlines,
                GError         **error)
{
  static const char delete_sql[] = "DELETE FROM snapshot WHERE revision = ?";
  static const char insert_sql[] = "INSERT INTO snapshot (revision, indicator, year, value, unit)"
                                   " VALUES (?, ?, ?, ?, ?)";
  g_autoptr (IjkRevision) revision = ijk_revision_read (self, revision_id, error);

  if (revision == NULL || !ijk_sql_run (self, error, delete_sql, "i", revision_id))
    return FALSE;
  for (guint i = 0; i < headlines->len; i++)
    {
      const IjkHeadline *headline = g_ptr_array_index (headlines, i);

      if (!ijk_sql_run (self, error, insert_sql, "isids", revision_id, headline->indicator,
                        (gint64) headline->year, headline->value, headline->unit))
        return FALSE;
    }
  return TRUE;
}

/**
 * ijk_workbook_add_snapshot:
 * @headlines: (element-type IjkHeadline): from ijk_headlines(), of the result of that revision
 *
 * Keeps the headline figures of a revision, in place of those kept before.
 */
gboolean
ijk_workbook_add_snapshot (IjkWorkbook     *self,
                           gint64           revision_id,
                           const GPtrArray *headlines,
                           GError         **error)
{
  if (!ijk_sql_begin_write (self, error))
    return FALSE;
  return ijk_sql_end (self, write_snapshot (self, revision_id, headlines, error), error);
}

/* Returns: (transfer full) (nullable) (element-type IjkHeadline): empty where none are kept */
GPtrArray *
ijk_workbook_get_snapshot (IjkWorkbook *self,
                           gint64       revision_id,
                           GError     **error)
{
  static const char sql[] = "SELECT indicator, year, value, unit FROM snapshot WHERE revision = ?"
                            " ORDER BY indicator, year";
  g_autoptr (GPtrArray) headlines
      = g_ptr_array_new_with_free_func ((GDestroyNotify) ijk_headline_free);
  g_autoptr (sqlite3_stmt) stmt = ijk_sql_query (self, error, sql, "i", revision_id);
  IjkStep step = IJK_STEP_FAILED;

  if (stmt == NULL)
    return NULL;
  while ((step = ijk_sql_step (self, stmt, error)) == IJK_STEP_ROW)
    {
      IjkHeadline *headline = g_new0 (IjkHeadline, 1);

      g_ptr_array_add (headlines, headline);
      if (!ijk_sql_get_text (self, stmt, 0, &headline->indicator, error)
          || !ijk_sql_get_text (self, stmt, 3, &headline->unit, error))
        return NULL;
      headline->year = sqlite3_column_int (stmt, 1);
      headline->value = sqlite3_column_type (stmt, 2) == SQLITE_NULL
                            ? NAN
                            : sqlite3_column_double (stmt, 2);
    }
  return step == IJK_STEP_DONE ? g_steal_pointer (&headlines) : NULL;
}

typedef enum
{
  THING_NOTE,
  THING_BOOKMARK,
} Thing;

/* Runs one statement that writes, in a transaction, and says when it met no row.
 * Returns: the number of the row it wrote, or 0 with @error set */
static gint64
finish_write (IjkWorkbook *self, gboolean is_good, Thing thing, gint64 id, GError **error)
{
  const gint64 row = id != 0 ? id : sqlite3_last_insert_rowid (self->db);

  if (is_good && sqlite3_changes (self->db) == 0)
    {
      g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_UNKNOWN,
                   thing == THING_NOTE ? _("there is no note number %" PRId64 " in %s")
                                       : _("there is no bookmark number %" PRId64 " in %s"),
                   id, self->path);
      is_good = FALSE;
    }
  return ijk_sql_end (self, is_good, error) ? row : 0;
}

static char *
check_note (const char *text,
            GError    **error)
{
  if (*text != '\0')
    return ijk_text_check (text, FALSE, _("the note"), error);
  g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_VALUE, _("the note is empty"));
  return NULL;
}

/* The scenario that a note or bookmark is about must be there. @head_id: (out) (optional) */
static gboolean
check_scenario (IjkWorkbook *self,
                gint64       scenario_id,
                gint64      *head_id,
                GError     **error)
{
  g_autoptr (IjkState) state = ijk_state_read (self, scenario_id, error);

  if (state != NULL && head_id != NULL)
    *head_id = state->head_id;
  return state != NULL;
}

/**
 * ijk_workbook_add_note:
 * @scenario_id: what it is about, or 0 for the workbook; a template may have notes
 *
 * Returns: the number of the note, or 0 with %IJK_STORE_ERROR set
 */
gint64
ijk_workbook_add_note (IjkWorkbook *self,
                       gint64       scenario_id,
                       const char  *text,
                       GError     **error)
{
  static const char sql[]
      = "INSERT INTO note (scenario, created_us, changed_us, text) VALUES (?, ?2, ?2, ?3)";
  g_autofree char *checked = check_note (text, error);
  gboolean is_good = FALSE;

  if (checked == NULL || !ijk_sql_begin_write (self, error))
    return 0;
  is_good = (scenario_id == 0 || check_scenario (self, scenario_id, NULL, error))
            && ijk_sql_run (self, error, sql, "ris", scenario_id, g_get_real_time (), checked);
  return finish_write (self, is_good, THING_NOTE, 0, error);
}

gboolean
ijk_workbook_change_note (IjkWorkbook *self,
                          gint64       note_id,
                          const char  *text,
                          GError     **error)
{
  static const char sql[] = "UPDATE note SET changed_us = ?, text = ? WHERE id = ?";
  g_autofree char *checked = check_note (text, error);

  if (checked == NULL || !ijk_sql_begin_write (self, error))
    return FALSE;
  return finish_write (self,
                       ijk_sql_run (self, error, sql, "isi", g_get_real_time (), checked, note_id),
                       THING_NOTE, note_id, error)
         != 0;
}

gboolean
ijk_workbook_remove_note (IjkWorkbook *self,
                          gint64       note_id,
                          GError     **error)
{
  static const char sql[] = "DELETE FROM note WHERE id = ?";

  if (!ijk_sql_begin_write (self, error))
    return FALSE;
  return finish_write (self, ijk_sql_run (self, error, sql, "i", note_id), THING_NOTE, note_id,
                       error)
         != 0;
}

/**
 * ijk_workbook_list_notes:
 * @scenario_id: of which scenario, or 0 for all notes
 *
 * Returns: (transfer full) (nullable) (element-type IjkNote): newest first
 */
GPtrArray *
ijk_workbook_list_notes (IjkWorkbook *self,
                         gint64       scenario_id,
                         GError     **error)
{
  static const char sql[] = "SELECT id, scenario, created_us, changed_us, text FROM note"
                            " WHERE ?1 IS NULL OR scenario = ?1 ORDER BY id DESC";
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify) ijk_note_free);
  g_autoptr (sqlite3_stmt) stmt = ijk_sql_query (self, error, sql, "r", scenario_id);
  IjkStep step = IJK_STEP_FAILED;

  if (stmt == NULL)
    return NULL;
  while ((step = ijk_sql_step (self, stmt, error)) == IJK_STEP_ROW)
    {
      IjkNote *note = g_new0 (IjkNote, 1);

      g_ptr_array_add (notes, note);
      note->id = sqlite3_column_int64 (stmt, 0);
      note->scenario_id = sqlite3_column_int64 (stmt, 1);
      note->created_us = sqlite3_column_int64 (stmt, 2);
      note->changed_us = sqlite3_column_int64 (stmt, 3);
      if (!ijk_sql_get_text (self, stmt, 4, &note->text, error))
        return NULL;
    }
  return step == IJK_STEP_DONE ? g_steal_pointer (&notes) : NULL;
}

/**
 * ijk_workbook_add_bookmark:
 * @name: one line
 * @view: what was shown, in the words of the session
 *
 * Marks a scenario as it stands.
 *
 * Returns: the number of the bookmark, or 0 with %IJK_STORE_ERROR set
 */
gint64
ijk_workbook_add_bookmark (IjkWorkbook *self,
                           gint64       scenario_id,
                           const char  *name,
                           const char  *view,
                           GError     **error)
{
  static const char sql[] = "INSERT INTO bookmark (scenario, revision, created_us, name, view)"
                            " VALUES (?, ?, ?, ?, ?)";
  g_autofree char *checked_name = ijk_text_check (name, TRUE, _("the name of a bookmark"), error);
  g_autofree char *checked_view
      = checked_name != NULL ? ijk_text_check (view, FALSE, _("the view of a bookmark"), error)
                             : NULL;
  gboolean is_good = FALSE;
  gint64 head_id = 0;

  if (checked_view == NULL || !ijk_sql_begin_write (self, error))
    return 0;
  is_good = check_scenario (self, scenario_id, &head_id, error)
            && ijk_sql_run (self, error, sql, "iiiss", scenario_id, head_id, g_get_real_time (),
                            checked_name, checked_view);
  return finish_write (self, is_good, THING_BOOKMARK, 0, error);
}

gboolean
ijk_workbook_remove_bookmark (IjkWorkbook *self,
                              gint64       bookmark_id,
                              GError     **error)
{
  static const char sql[] = "DELETE FROM bookmark WHERE id = ?";

  if (!ijk_sql_begin_write (self, error))
    return FALSE;
  return finish_write (self, ijk_sql_run (self, error, sql, "i", bookmark_id), THING_BOOKMARK,
                       bookmark_id, error)
         != 0;
}

/* Returns: (transfer full) (nullable) (element-type IjkBookmark): newest first */
GPtrArray *
ijk_workbook_list_bookmarks (IjkWorkbook *self,
                             GError     **error)
{
  static const char sql[] = "SELECT id, scenario, revision, created_us, name, view FROM bookmark"
                            " ORDER BY id DESC";
  g_autoptr (GPtrArray) bookmarks
      = g_ptr_array_new_with_free_func ((GDestroyNotify) ijk_bookmark_free);
  g_autoptr (sqlite3_stmt) stmt = ijk_sql_query (self, error, sql, "");
  IjkStep step = IJK_STEP_FAILED;

  if (stmt == NULL)
    return NULL;
  while ((step = ijk_sql_step (self, stmt, error)) == IJK_STEP_ROW)
    {
      IjkBookmark *bookmark = g_new0 (IjkBookmark, 1);

      g_ptr_array_add (bookmarks, bookmark);
      bookmark->id = sqlite3_column_int64 (stmt, 0);
      bookmark->scenario_id = sqlite3_column_int64 (stmt, 1);
      bookmark->revision_id = sqlite3_column_int64 (stmt, 2);
      bookmark->created_us = sqlite3_column_int64 (stmt, 3);
      if (!ijk_sql_get_text (self, stmt, 4, &bookmark->name, error)
          || !ijk_sql_get_text (self, stmt, 5, &bookmark->view, error))
        return NULL;
    }
  return step == IJK_STEP_DONE ? g_steal_pointer (&bookmarks) : NULL;
}
