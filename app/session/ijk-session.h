/* IjkSession: the open workbook, the scenario in hand, its result, and what was done to it.
 *
 * The one object that widgets write to and listen to. Lives on the main thread; talks to the store
 * thread. There is no saving to ask for: a committed edit is on its way to the file at once.
 *
 * Properties, all readable, named after their getters: "path", "notice", "read-only", "reference",
 * "scenario", "result", "law-result", "year", "sector", "company", "scenario-id", "scenario-name",
 * "compare-id", "compare-result", "can-undo", "can-redo", "undo-label", "redo-label", "in-step",
 * "landscape", "contributions". "year", "sector", "company" and "compare-id" can be written. Those
 * that are values of the model are of type pointer. "scenario" notifies at every change, so that
 * controls follow; "result" once for a batch of changes, after the run.
 *
 * Signals: "scenarios-changed" when the list of scenarios differs; "history-changed" when there is
 * a new revision in the file or the scenario stands at another; "settings-lost" (GPtrArray of
 * IjkUpgradeLoss) when other installations took settings out of scenarios; "failed" (GError) for
 * what a person must hear: a sentence.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-contribution.h"
#include "ijk-landscape.h"
#include "ijk-question.h"
#include "ijk-result.h"
#include "ijk-store.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define IJK_TYPE_SESSION (ijk_session_get_type ())
G_DECLARE_FINAL_TYPE (IjkSession, ijk_session, IJK, SESSION, GObject)

/* @data_set: (transfer none): the tables shipped with the program. @language: "en" or "nl": of
 * shipped scenarios in a new workbook and of the names of steps. */
IjkSession *ijk_session_new (const IjkDataSet *data_set,
                             const char       *language);
/* For a program whose language is changed while it runs; names given before keep theirs. */
void        ijk_session_set_language (IjkSession *self,
                                      const char *language);

/* Opens, or makes, a workbook; NULL: the default one. What was open is written out first, and
 * closed only when the new one is open: when this fails nothing has changed. */
void        ijk_session_open_async   (IjkSession          *self,
                                      const char          *path,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data);
gboolean    ijk_session_open_finish  (IjkSession          *self,
                                      GAsyncResult        *result,
                                      GError             **error);
/* Writes what is under way, closes the file. Used at the end of the program. When something cannot
 * be written the finish function says why, and the workbook stays open with every edit in hand. */
void        ijk_session_close_async  (IjkSession          *self,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data);
gboolean    ijk_session_close_finish (IjkSession          *self,
                                      GAsyncResult        *result,
                                      GError             **error);
/* Whether there are edits that are not in the file yet; and, after a close that failed, to go all
 * the same: the edits are lost. */
gboolean    ijk_session_has_unsaved     (IjkSession *self);
void        ijk_session_discard_unsaved (IjkSession *self);

/* What is open. Values of the model are (transfer none), immutable, and NULL before a workbook is
 * open; keep a result with ijk_result_ref(). */
const char         *ijk_session_get_path        (IjkSession *self); /* (nullable) of the workbook */
/* (nullable): what to tell about how it was opened, without a full stop: why it can only be read,
 * or that it was brought up to date */
const char         *ijk_session_get_notice      (IjkSession *self);
gboolean            ijk_session_is_file_read_only (IjkSession *self);
gboolean            ijk_session_is_read_only    (IjkSession *self); /* file, or shipped scenario */
const IjkReference *ijk_session_get_reference   (IjkSession *self);
const IjkScenario  *ijk_session_get_scenario    (IjkSession *self);
const IjkResult    *ijk_session_get_result      (IjkSession *self);
const IjkResult    *ijk_session_get_law_result  (IjkSession *self); /* levers as the reference */
gboolean            ijk_session_is_law          (IjkSession *self); /* nothing differs from it */
int                 ijk_session_get_year        (IjkSession *self); /* cursor of all charts */
void                ijk_session_set_year        (IjkSession *self,
                                                 int         year);
guint               ijk_session_get_sector      (IjkSession *self); /* highlighted, or IJK_NONE */
void                ijk_session_set_sector      (IjkSession *self,
                                                 guint       sector);
guint               ijk_session_get_company     (IjkSession *self); /* shown, or IJK_NONE */
void                ijk_session_set_company     (IjkSession *self,
                                                 guint       company);
/* Runs of the scenario in hand so far; a test sees that one change is one run. */
guint64             ijk_session_get_n_runs      (IjkSession *self);

/* Levers. Between begin and end every change is one step of undo (a drag, a preset); pairs nest,
 * the outermost counts. Edits of the same lever within 800 ms join. Values that the lever does not
 * take are refused with a sentence and change nothing, and so are levers of the country or a sector
 * in a company scenario, levers of a company in a sector scenario, and everything in a file that
 * can only be read. The run follows in an idle of high priority, one for all changes before it. A
 * shipped scenario is never changed: the first step on one makes a copy of it, named after it, and
 * goes on there ("scenario-id" notifies); the values follow at once all the same. */
gboolean    ijk_session_set_lever    (IjkSession          *self,
                                      const IjkLeverKey   *key,
                                      const IjkLeverValue *value,
                                      GError             **error);
/* The lever follows parent or reference again. A refusal comes as "failed", once a step. */
void        ijk_session_reset_lever  (IjkSession          *self,
                                      const IjkLeverKey   *key);
/* Several settings as in `--set`, as one step: all of them or none. */
gboolean    ijk_session_apply_settings (IjkSession         *self,
                                        const char         *label,
                                        const char *const  *settings,
                                        GError            **error);
/* @label: (nullable): what the step is called; NULL, or a change of one lever only, names the
 * lever. */
void        ijk_session_begin_step   (IjkSession          *self,
                                      const char          *label);
void        ijk_session_end_step     (IjkSession          *self);
gboolean    ijk_session_is_in_step   (IjkSession          *self); /* a drag lasts: axes only grow */
void        ijk_session_run_now      (IjkSession          *self); /* for frames and exports */

/* Undo goes on where an earlier day left it. Labels are NULL where there is nothing. */
gboolean    ijk_session_can_undo     (IjkSession *self);
gboolean    ijk_session_can_redo     (IjkSession *self);
const char *ijk_session_undo_label   (IjkSession *self);
const char *ijk_session_redo_label   (IjkSession *self);
void        ijk_session_undo         (IjkSession *self);
void        ijk_session_redo         (IjkSession *self);

/* Scenarios of the open workbook. */
/* (transfer none) (element-type IjkScenarioRecord): without settings */
GPtrArray  *ijk_session_get_scenarios (IjkSession *self);
gint64      ijk_session_get_scenario_id (IjkSession *self); /* 0: none */
const char *ijk_session_get_scenario_name (IjkSession *self); /* (nullable) */
/* What was done is written first; "scenario-id" notifies when the other is in hand. */
void        ijk_session_select_scenario (IjkSession *self,
                                         gint64      scenario_id);
/* 0: compare with nothing but the law. */
void        ijk_session_set_compare_id  (IjkSession *self,
                                         gint64      scenario_id);
gint64      ijk_session_get_compare_id  (IjkSession *self);
const IjkResult *ijk_session_get_compare_result (IjkSession *self); /* (nullable) */
const char *ijk_session_get_compare_name (IjkSession *self); /* (nullable) */
/* Reads the list again: after a call of the store that made or changed scenarios, such as an
 * import. */
void        ijk_session_refresh_scenarios (IjkSession *self);

/* What can be done to the list; each calls back when it is in the file. */
typedef enum
{
  IJK_SESSION_NEW_SECTOR,    /* under the reference */
  IJK_SESSION_NEW_COMPANY,   /* a company scenario under @scenario_id */
  IJK_SESSION_DUPLICATE,
  IJK_SESSION_RENAME,
  IJK_SESSION_DESCRIBE,
  IJK_SESSION_DELETE,        /* the scenario in hand too: a shipped one takes its place */
  IJK_SESSION_UNDELETE,
} IjkSessionEdit;

/* @text: (nullable): name or description, as the edit needs; a name that is taken is refused. On
 * success the finish function gives the id of the scenario made or changed, which is selected where
 * one was made or where it was in hand when it was deleted; 0 with @error set else. */
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

/* The way in by a question, of ijk_questions_load(): its scenario comes into hand, made and named
 * after it where it sets levers, current law where not; year and sector follow. The figures are the
 * caller's to show. Where the scenario cannot be made, as in a file that can only be read, it
 * fails. */
void        ijk_session_ask_question_async   (IjkSession          *self,
                                              const IjkQuestion   *question,
                                              GAsyncReadyCallback  callback,
                                              gpointer             user_data);
gboolean    ijk_session_ask_question_finish  (IjkSession          *self,
                                              GAsyncResult        *result,
                                              GError             **error);

/* History: every committed edit of the scenario in hand, also of earlier days, newest first. Going
 * to one of them is a step itself, which undo takes back. */
void        ijk_session_list_history_async   (IjkSession          *self,
                                              GCancellable        *cancellable,
                                              GAsyncReadyCallback  callback,
                                              gpointer             user_data);
/* Returns: (transfer full) (nullable) (element-type IjkRevision) */
GPtrArray  *ijk_session_list_history_finish  (IjkSession          *self,
                                              GAsyncResult        *result,
                                              GError             **error);
void        ijk_session_return_to            (IjkSession          *self,
                                              gint64               revision_id);

/* Anything else the store can do: bookmarks, notes, import, a copy. The call is made when every
 * edit is in the file, so a copy has them too. After one that makes scenarios call
 * ijk_session_refresh_scenarios(); after one that changes reference data open the workbook again.
 * */
void        ijk_session_call_async           (IjkSession          *self,
                                              IjkStoreCall         call,
                                              gpointer             data,
                                              GDestroyNotify       free_data,
                                              GDestroyNotify       free_result,
                                              GCancellable        *cancellable,
                                              GAsyncReadyCallback  callback,
                                              gpointer             user_data);
gpointer    ijk_session_call_finish          (IjkSession          *self,
                                              GAsyncResult        *result,
                                              GError             **error);
/* The store itself, for calls that do not mind edits under way. */
IjkStore   *ijk_session_get_store            (IjkSession *self); /* (transfer none) (nullable) */

/* Installations of one's own. @reference: made from that of the session, with other installations
 * (ijk_import_read(), ijk_own_remove()). What is in hand stays: scenario, year, sector, company,
 * line of undo. Settings of a company that goes are taken out of the scenarios, as edits called
 * @label. @keeps_copy: of the file as it was, beside it. The last change can be taken back, with
 * those settings, until another workbook is opened. */
void        ijk_session_change_units_async   (IjkSession          *self,
                                              const IjkReference  *reference,
                                              const char          *label,
                                              gboolean             keeps_copy,
                                              GCancellable        *cancellable,
                                              GAsyncReadyCallback  callback,
                                              gpointer             user_data);
/* @n_lost: (out) (optional): scenarios that lost settings */
gboolean    ijk_session_change_units_finish  (IjkSession          *self,
                                              GAsyncResult        *result,
                                              guint               *n_lost,
                                              GError             **error);
gboolean    ijk_session_can_undo_units       (IjkSession          *self);
/* As a change; finish it as one. */
void        ijk_session_undo_units_async     (IjkSession          *self,
                                              const char          *label,
                                              GCancellable        *cancellable,
                                              GAsyncReadyCallback  callback,
                                              gpointer             user_data);
/* The tables shipped with the program, parsed. (transfer full) (nullable) */
IjkReference *ijk_session_dup_shipped        (IjkSession          *self,
                                              GError             **error);

/* The landscape of the scenario in hand: starts again when the scenario differs, after a drag;
 * notify::landscape as it gets finer. NULL question: stop. A question that cannot be answered is
 * refused with "failed". */
void                ijk_session_ask_landscape (IjkSession                 *self,
                                               const IjkLandscapeQuestion *question);
const IjkLandscape *ijk_session_get_landscape (IjkSession                 *self); /* (nullable) */
gboolean            ijk_session_landscape_is_done (IjkSession             *self);

/* What each lever of the scenario in hand adds to a number against current law: worked out in the
 * background, again when the scenario differs, after a drag. notify::contributions as it goes on
 * and when they are there. NULL: stop. Another workbook stops it too. */
void                    ijk_session_ask_contributions (IjkSession           *self,
                                                       const IjkAskedNumber *number);
const IjkContributions *ijk_session_get_contributions (IjkSession           *self); /* (nullable) */
double                  ijk_session_contributions_progress (IjkSession      *self);

G_END_DECLS
