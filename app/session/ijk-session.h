/* IjkSession: the open workbook, the scenario in hand, its result, and what was done to it.
 *
 * The one object that widgets write to and listen to. Lives on the main thread; talks to the store
 * thread. There is no saving to ask for: a committed edit is on its way to the file at once.
 *
 * Signals: "result" properties notify once per batch of changes, after the run. "scenarios-changed"
 * when the list of scenarios differs. "failed" (GError) for what a person must hear: a sentence.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-landscape.h"
#include "ijk-result.h"
#include "ijk-store.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define IJK_TYPE_SESSION (ijk_session_get_type ())
G_DECLARE_FINAL_TYPE (IjkSession, ijk_session, IJK, SESSION, GObject)

/* @data_set: (transfer none): the tables shipped with the program. @language: of shipped scenarios. */
IjkSession *ijk_session_new (const IjkDataSet *data_set,
                             const char       *language);

/* Opens, or makes, a workbook; what was open is written out and closed only when the new one is. */
void        ijk_session_open_async   (IjkSession          *self,
                                      const char          *path,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data);
gboolean    ijk_session_open_finish  (IjkSession          *self,
                                      GAsyncResult        *result,
                                      GError             **error);
/* Writes what is under way, closes the file. Used at the end of the program. */
void        ijk_session_close_async  (IjkSession          *self,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data);
gboolean    ijk_session_close_finish (IjkSession          *self,
                                      GAsyncResult        *result,
                                      GError             **error);

/* Properties, each with notify: */
const char         *ijk_session_get_path        (IjkSession *self); /* (nullable) of the workbook */
const char         *ijk_session_get_notice      (IjkSession *self); /* (nullable) read-only, and why */
gboolean            ijk_session_is_read_only    (IjkSession *self); /* file, or shipped scenario */
const IjkReference *ijk_session_get_reference   (IjkSession *self); /* (nullable) before opening */
const IjkScenario  *ijk_session_get_scenario    (IjkSession *self);
const IjkResult    *ijk_session_get_result      (IjkSession *self); /* notify::result: once a batch */
const IjkResult    *ijk_session_get_law_result  (IjkSession *self); /* the reference scenario */
gboolean            ijk_session_is_law          (IjkSession *self); /* nothing differs from the law */
int                 ijk_session_get_year        (IjkSession *self); /* cursor of all charts */
void                ijk_session_set_year        (IjkSession *self,
                                                 int         year);
guint               ijk_session_get_sector      (IjkSession *self); /* highlighted, or IJK_NONE */
void                ijk_session_set_sector      (IjkSession *self,
                                                 guint       sector);
guint               ijk_session_get_company     (IjkSession *self); /* of company figures, or IJK_NONE */
void                ijk_session_set_company     (IjkSession *self,
                                                 guint       company);
/* Runs so far; a test sees that one change is one run. */
guint64             ijk_session_get_n_runs      (IjkSession *self);

/* Levers. Between begin and end every change is one step of undo (a drag, a preset); edits of the
 * same lever within 800 ms join. Values that the lever does not take are refused with a sentence and
 * change nothing. The run follows in an idle of high priority, one for all changes before it.
 * A shipped scenario is never changed: the first edit of one makes a copy of it, named after it, and
 * goes on there ("scenario-id" notifies). */
gboolean    ijk_session_set_lever    (IjkSession          *self,
                                      const IjkLeverKey   *key,
                                      const IjkLeverValue *value,
                                      GError             **error);
void        ijk_session_reset_lever  (IjkSession          *self,
                                      const IjkLeverKey   *key);
void        ijk_session_begin_step   (IjkSession          *self,
                                      const char          *label);
void        ijk_session_end_step     (IjkSession          *self);
gboolean    ijk_session_is_in_step   (IjkSession          *self); /* a drag lasts: axes may grow only */
void        ijk_session_run_now      (IjkSession          *self); /* for tests and exports */

gboolean    ijk_session_can_undo     (IjkSession *self);
gboolean    ijk_session_can_redo     (IjkSession *self);
const char *ijk_session_undo_label   (IjkSession *self); /* (nullable): names the step */
const char *ijk_session_redo_label   (IjkSession *self);
void        ijk_session_undo         (IjkSession *self);
void        ijk_session_redo         (IjkSession *self);

/* Scenarios of the open workbook. */
GPtrArray  *ijk_session_get_scenarios (IjkSession *self); /* (transfer none) (element-type IjkScenarioRecord) */
gint64      ijk_session_get_scenario_id (IjkSession *self);
const char *ijk_session_get_scenario_name (IjkSession *self);
void        ijk_session_select_scenario (IjkSession *self,
                                         gint64      scenario_id);
/* 0: compare with nothing but the law. */
void        ijk_session_set_compare_id  (IjkSession *self,
                                         gint64      scenario_id);
gint64      ijk_session_get_compare_id  (IjkSession *self);
const IjkResult *ijk_session_get_compare_result (IjkSession *self); /* (nullable) */
const char *ijk_session_get_compare_name (IjkSession *self); /* (nullable) */

/* What can be done to the list; each calls back when it is in the file. */
typedef enum
{
  IJK_SESSION_NEW_SECTOR,    /* under the reference */
  IJK_SESSION_NEW_COMPANY,   /* a company scenario under @scenario_id */
  IJK_SESSION_DUPLICATE,
  IJK_SESSION_RENAME,
  IJK_SESSION_DESCRIBE,
  IJK_SESSION_DELETE,
  IJK_SESSION_UNDELETE,
} IjkSessionEdit;

/* @text: (nullable): name or description, as the edit needs. On success the finish function gives the
 * id of the scenario made or changed, which is selected where one was made; 0 with @error set else. */
void        ijk_session_edit_scenario_async  (IjkSession          *self,
                                              IjkSessionEdit       edit,
                                              gint64               scenario_id,
                                              const char          *text,
                                              GCancellable        *cancellable,
                                              GAsyncReadyCallback  callback,
                                              gpointer             user_data);
gint64      ijk_session_edit_scenario_finish (IjkSession          *self,
                                              GAsyncResult        *result,
                                              GError             **error);

/* History: every committed edit of the scenario in hand, also of earlier days, newest first. */
void        ijk_session_list_history_async   (IjkSession          *self,
                                              GCancellable        *cancellable,
                                              GAsyncReadyCallback  callback,
                                              gpointer             user_data);
GPtrArray  *ijk_session_list_history_finish  (IjkSession          *self,
                                              GAsyncResult        *result,
                                              GError             **error); /* (element-type IjkRevision) */
void        ijk_session_return_to            (IjkSession          *self,
                                              gint64               revision_id);

/* Anything else the store can do, on its thread: bookmarks, notes, import, upgrade, a copy. */
IjkStore   *ijk_session_get_store            (IjkSession *self); /* (transfer none) */

/* The landscape of the scenario in hand: starts again when the scenario differs; notify::landscape as
 * it gets finer. NULL question: stop. */
void                ijk_session_ask_landscape (IjkSession                 *self,
                                               const IjkLandscapeQuestion *question);
const IjkLandscape *ijk_session_get_landscape (IjkSession                 *self); /* (nullable) */
gboolean            ijk_session_landscape_is_done (IjkSession             *self);

G_END_DECLS
