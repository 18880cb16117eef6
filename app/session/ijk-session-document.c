/* The scenario in hand as a line of points, and how it is made from the history in the file.
 *
 * The file gives the value of the scenario where it stands, and what each revision changed. The
 * values of the points before and after are worked out from that when undo or redo reaches them, so
 * opening a scenario with a long history costs no more than one with a short one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-session-private.h"

IjkSessionPoint *
ijk_session_point_new (const char        *label,
                       const IjkScenario *scenario,
                       gint64             revision_id)
{
  IjkSessionPoint *self = g_rc_box_new0 (IjkSessionPoint);

  self->label = g_strdup (label);
  self->scenario = scenario != NULL ? ijk_scenario_ref (scenario) : NULL;
  self->revision_id = revision_id;
  return self;
}

IjkSessionPoint *
ijk_session_point_ref (IjkSessionPoint *self)
{
  return g_rc_box_acquire (self);
}

static void
clear_point (gpointer data)
{
  IjkSessionPoint *self = data;

  g_clear_pointer (&self->scenario, ijk_scenario_unref);
  g_clear_pointer (&self->previous, ijk_session_point_unref);
  g_free (self->changes);
  g_free (self->label);
}

void
ijk_session_point_unref (IjkSessionPoint *self)
{
  g_rc_box_release_full (self, clear_point);
}

static IjkSessionPoint *
point_of_revision (const IjkRevision *revision)
{
  IjkSessionPoint *point = ijk_session_point_new (revision->label, NULL, revision->id);

  point->changes = g_strdup (revision->changes);
  return point;
}

/* The newest revision made on @id: where redo leads. @revisions: newest first. */
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

/* Where undo and redo can go. A change of the parent or a deletion is not something that a person
 * takes back without having seen it: the line ends there. */
static void
fill_line (IjkSessionDocument *self,
           const GPtrArray    *revisions,
           gint64              revision_id,
           const IjkScenario  *scenario)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  const IjkRevision *revision = NULL;

  for (guint i = 0; i < revisions->len; i++)
    {
      IjkRevision *known = g_ptr_array_index (revisions, i);

      g_hash_table_insert (by_id, &known->id, known);
    }
  for (revision = g_hash_table_lookup (by_id, &revision_id);
       revision != NULL && self->line->len < IJK_SESSION_MAX_POINTS;
       revision = g_hash_table_lookup (by_id, &revision->previous_id))
    {
      g_ptr_array_insert (self->line, 0, point_of_revision (revision));
      if (!ijk_session_changes_levers_only (revision->changes))
        break;
    }
  if (self->line->len == 0)
    g_ptr_array_add (self->line, ijk_session_point_new ("", NULL, revision_id));
  self->place = self->line->len - 1;
  ijk_session_document_get (self, self->place)->scenario = ijk_scenario_ref (scenario);
  for (revision = find_next (revisions, revision_id);
       revision != NULL && ijk_session_changes_levers_only (revision->changes);
       revision = find_next (revisions, revision->id))
    g_ptr_array_add (self->line, point_of_revision (revision));
}

/**
 * ijk_session_document_new:
 * @record: (transfer full): of the scenario
 * @scenario: its value
 * @revision_id: where it stands
 * @revisions: (element-type IjkRevision): of the scenario, newest first; the last ones will do
 *
 * Returns: (transfer full): the document, as the file has it
 */
IjkSessionDocument *
ijk_session_document_new (IjkScenarioRecord *record,
                          const IjkScenario *scenario,
                          gint64             revision_id,
                          const GPtrArray   *revisions)
{
  IjkSessionDocument *self = g_new0 (IjkSessionDocument, 1);

  self->record = record;
  self->file_revision_id = revision_id;
  self->line = g_ptr_array_new_with_free_func ((GDestroyNotify) ijk_session_point_unref);
  g_queue_init (&self->unsaved);
  fill_line (self, revisions, revision_id, scenario);
  return self;
}

void
ijk_session_document_free (IjkSessionDocument *self)
{
  g_queue_clear_full (&self->unsaved, (GDestroyNotify) ijk_session_point_unref);
  g_ptr_array_unref (self->line);
  ijk_scenario_record_free (self->record);
  g_free (self);
}

/* Returns: (transfer none): the point at @place, or in hand */
IjkSessionPoint *
ijk_session_document_get (IjkSessionDocument *self,
                          guint               place)
{
  g_assert (place < self->line->len);
  return g_ptr_array_index (self->line, place);
}

/**
 * ijk_session_document_work_out:
 * @place: a neighbour of the place in hand
 *
 * Sees to it that the value of a point is known.
 *
 * Returns: %FALSE with @error set when the history in the file cannot be read
 */
gboolean
ijk_session_document_work_out (IjkSessionDocument *self,
                               guint               place,
                               GError            **error)
{
  IjkSessionPoint *point = ijk_session_document_get (self, place);
  const IjkSessionPoint *here = ijk_session_document_get (self, self->place);

  if (point->scenario == NULL && place < self->place)
    point->scenario = ijk_session_apply_changes (here->scenario, here->changes, TRUE, error);
  else if (point->scenario == NULL)
    point->scenario = ijk_session_apply_changes (here->scenario, point->changes, FALSE, error);
  return point->scenario != NULL;
}

/* Cuts the line off behind the place in hand and goes on to @point. */
void
ijk_session_document_add (IjkSessionDocument *self,
                          IjkSessionPoint    *point)
{
  g_ptr_array_set_size (self->line, (int) self->place + 1);
  if (self->line->len >= IJK_SESSION_MAX_POINTS)
    g_ptr_array_remove_index (self->line, 0);
  g_ptr_array_add (self->line, point);
  self->place = self->line->len - 1;
}

/* Whether the file stands where the document does. */
gboolean
ijk_session_document_is_settled (const IjkSessionDocument *self)
{
  const IjkSessionPoint *here = g_ptr_array_index (self->line, self->place);

  return !self->is_open && g_queue_is_empty ((GQueue *) &self->unsaved)
         && here->revision_id == self->file_revision_id;
}
