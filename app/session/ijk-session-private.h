/* What the files of the session share.
 *
 * A document is the scenario in hand: a line of points, each a value of the scenario, and the place
 * on it where the person is. Undo and redo move the place; an edit cuts the line off behind it and
 * adds a point. Apart from that stands what the file holds: the revision it is at.
 * ijk_session_settle() brings the file after the document, one call of the store at a time.
 * Everything that reads or changes the list of scenarios waits until file and document agree, so no
 * two orders can overtake each other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-session.h"

#include "ijk-run.h"

G_BEGIN_DECLS

/* Edits of one lever this close together are one step of undo. */
#define IJK_SESSION_JOIN_US (800 * G_TIME_SPAN_MILLISECOND)

/* Points of the line that are kept; older ones stay in the history of the file. */
#define IJK_SESSION_MAX_POINTS 500

/* What a new session looks at: the year the agreement is about. */
#define IJK_SESSION_FIRST_SHOWN_YEAR 2030

/* A state of the scenario in hand. */
typedef struct _IjkSessionPoint IjkSessionPoint;

struct _IjkSessionPoint
{
  char *label;                 /* (owned) of the edit that led here */
  const IjkScenario *scenario; /* (owned) (nullable) of an earlier day: not worked out yet */
  char *changes;               /* (owned) (nullable) of an earlier day: as in IjkRevision */
  gint64 revision_id;          /* 0: not in the file yet */
  IjkSessionPoint *previous;   /* (owned) (nullable) what it was made on, until it is in the file */
  gboolean has_key;            /* one lever was changed */
  IjkLeverKey key;
  gint64 time_us;              /* of the last edit in it */
};

/* The scenario in hand. */
typedef struct
{
  IjkScenarioRecord *record;   /* (owned) without settings */
  gint64 file_revision_id;     /* where the file stands */
  GPtrArray *line;             /* (owned) (element-type IjkSessionPoint) */
  guint place;                 /* the point that is in hand */
  gboolean is_open;            /* the point in hand may still be joined, and is not in @unsaved */
  GQueue unsaved;              /* (element-type IjkSessionPoint) (owned) in the order made */
} IjkSessionDocument;

typedef struct _IjkSessionAction IjkSessionAction;

/* Runs when file and document agree. It starts one call of the store with ijk_session_call_store().
 * */
typedef void (*IjkSessionActionFunc) (IjkSession *self,
                                      GTask      *task,
                                      gint64      id);

struct _IjkSession
{
  GObject parent_instance;

  IjkDataSet *data_set;        /* (owned) */
  char *language;              /* (owned) */
  gint64 (*get_time_us) (void);

  IjkStore *store;             /* (owned) (nullable) before opening and after closing */
  char *path;                  /* (owned) (nullable) */
  char *notice;                /* (owned) (nullable) */
  gboolean is_file_read_only;
  IjkReference *reference;     /* (owned) (nullable) */
  IjkWorkspace *workspace;     /* (owned) (nullable) */
  IjkResult *law_result;       /* (owned) (nullable) */
  GPtrArray *scenarios;        /* (owned) (element-type IjkScenarioRecord) */

  IjkSessionDocument *document; /* (owned) (nullable) */
  const IjkScenario *scenario; /* (owned) (nullable) in hand, ahead of the line during a step */
  IjkResult *result;           /* (owned) (nullable) */
  guint run_source;
  guint64 n_runs;

  int year;
  guint sector, company;

  guint step_depth;
  char *step_label;            /* (owned) (nullable) */
  guint n_step_keys;           /* 0, 1, or 2 for more */
  IjkLeverKey step_key;
  gboolean has_step_failed;
  guint commit_source;

  gboolean is_opening;         /* another workbook: edits have nowhere to go */
  gboolean is_busy;            /* a call of the store is under way */
  GQueue actions;              /* (element-type IjkSessionAction) (owned) */
  GError *save_error;          /* (owned) (nullable) why edits are not in the file yet */
  guint retry_source;
  gint64 deleted_id;           /* was in hand when it was deleted */

  IjkReference *units_before;  /* (owned) (nullable) the installations before the last change */
  GArray *units_returns;       /* (owned) (nullable) (element-type IjkReturn) edits it came with */

  gint64 compare_id;
  gboolean is_compare_waiting; /* to be read again */
  char *compare_name;          /* (owned) (nullable) */
  IjkResult *compare_result;   /* (owned) (nullable) */

  gboolean has_question;
  IjkLandscapeQuestion question;
  const IjkScenario *landscape_scenario; /* (owned) (nullable) asked about */
  IjkLandscapeJob *landscape_job; /* (owned) (nullable) */
  IjkLandscape *landscape;     /* (owned) (nullable) */
  gboolean is_landscape_done;
  guint landscape_source;

  gboolean has_asked_number;
  IjkAskedNumber asked_number;
  const IjkScenario *contribution_scenario; /* (owned) (nullable) asked about */
  IjkContributionJob *contribution_job; /* (owned) (nullable) */
  const IjkContributions *contributions; /* (owned) (nullable) */
  guint contribution_source;
};

enum
{
  PROP_0,
  PROP_PATH,
  PROP_NOTICE,
  PROP_READ_ONLY,
  PROP_REFERENCE,
  PROP_SCENARIO,
  PROP_RESULT,
  PROP_LAW_RESULT,
  PROP_YEAR,
  PROP_SECTOR,
  PROP_COMPANY,
  PROP_SCENARIO_ID,
  PROP_SCENARIO_NAME,
  PROP_COMPARE_ID,
  PROP_COMPARE_RESULT,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_IN_STEP,
  PROP_LANDSCAPE,
  PROP_CONTRIBUTIONS,
  IJK_SESSION_N_PROPS,
};

/* The object. */
void ijk_session_notify               (IjkSession           *self,
                                       guint                 property);
void ijk_session_fail                 (IjkSession           *self,
                                       const GError         *error);
void ijk_session_announce_history     (IjkSession           *self);
void ijk_session_announce_losses      (IjkSession           *self,
                                       GPtrArray            *losses);
void ijk_session_take_scenarios       (IjkSession           *self,
                                       GPtrArray            *scenarios);
void ijk_session_take_reference       (IjkSession           *self,
                                       const IjkReference   *reference);
gboolean ijk_session_put_scenario     (IjkSession           *self,
                                       const IjkScenario    *scenario);
void ijk_session_set_scenario         (IjkSession           *self,
                                       const IjkScenario    *scenario);
gboolean ijk_session_work_out         (IjkSession           *self);
void ijk_session_set_clock            (IjkSession           *self,
                                       gint64              (*get_time_us) (void));

/* Points and documents. */
IjkSessionPoint    *ijk_session_point_new      (const char           *label,
                                                const IjkScenario    *scenario,
                                                gint64                revision_id);
IjkSessionPoint    *ijk_session_point_ref      (IjkSessionPoint      *self);
void                ijk_session_point_unref    (IjkSessionPoint      *self);
IjkSessionDocument *ijk_session_document_new   (IjkScenarioRecord    *record,
                                                const IjkScenario    *scenario,
                                                gint64                revision_id,
                                                const GPtrArray      *revisions);
void                ijk_session_document_free  (IjkSessionDocument   *self);
IjkSessionPoint    *ijk_session_document_get   (IjkSessionDocument   *self,
                                                guint                 place);
gboolean            ijk_session_document_work_out (IjkSessionDocument *self,
                                                guint                 place,
                                                GError              **error);
void                ijk_session_document_add   (IjkSessionDocument   *self,
                                                IjkSessionPoint      *point);
gboolean            ijk_session_document_is_settled (const IjkSessionDocument *self);
IjkScenario        *ijk_session_apply_changes  (const IjkScenario    *scenario,
                                                const char           *changes,
                                                gboolean              is_backward,
                                                GError              **error);
gboolean            ijk_session_changes_levers_only (const char      *changes);

/* Editing. */
void     ijk_session_commit           (IjkSession           *self);
void     ijk_session_finish_step      (IjkSession           *self);
void     ijk_session_notify_line      (IjkSession           *self);
gboolean ijk_session_is_default       (const IjkReference   *reference,
                                       const IjkLeverKey    *key,
                                       const IjkLeverValue  *value);
char    *ijk_session_name_edit        (const char           *language,
                                       const IjkLeverKey    *key,
                                       const IjkScenario    *before,
                                       const IjkScenario    *after);
char    *ijk_session_name_lever       (const char           *language,
                                       const IjkReference   *reference,
                                       const IjkLeverKey    *key);

/* What the store thread is to do, in values of its own. */
typedef struct
{
  IjkScenarioRecord *copy;     /* (owned) (nullable) what to make first */
  char *names;                 /* (owned) (nullable) of the copy */
  char *copy_label;            /* (owned) (nullable) */
  gboolean is_duplicate;       /* of @scenario_id; else with the settings of @copy */
  gint64 scenario_id;
  gint64 file_revision_id;     /* where it was seen to stand */
  gint64 revision_id;          /* where to go first */
  char *label;                 /* (owned) (nullable) */
  const IjkScenario *scenario; /* (owned) (nullable) what to save then */
} IjkSessionOrder;

/* What came of it. Some may be done although the rest failed. */
typedef struct
{
  gint64 file_revision_id;
  IjkScenarioRecord *record;   /* (owned) (nullable) of the copy */
  GPtrArray *scenarios;        /* (owned) (nullable) where the list may differ */
  GError *error;               /* (owned) (nullable) */
} IjkSessionOutcome;

IjkSessionOrder *ijk_session_order_new_copy   (const IjkSessionDocument *document);
IjkSessionOrder *ijk_session_order_new_rescue (const IjkSessionDocument *document,
                                               const IjkSessionPoint    *base);
gpointer         ijk_session_order_carry_out  (IjkWorkbook              *workbook,
                                               gpointer                  data,
                                               GError                  **error);
void             ijk_session_order_free       (gpointer                  data);
void             ijk_session_outcome_free     (gpointer                  data);

/* The file after the document. */
void     ijk_session_settle           (IjkSession           *self);
gboolean ijk_session_is_settled       (IjkSession           *self);
void     ijk_session_when_settled     (IjkSession           *self,
                                       IjkSessionActionFunc  func,
                                       GTask                *task,
                                       gint64                id);
void     ijk_session_queue_action     (IjkSession           *self,
                                       IjkSessionActionFunc  func,
                                       GTask                *task,
                                       gint64                id);
gboolean ijk_session_check_open       (IjkSession           *self,
                                       GTask                *task);
void     ijk_session_call_store       (IjkSession           *self,
                                       IjkStoreCall          call,
                                       gpointer              data,
                                       GDestroyNotify        free_data,
                                       GDestroyNotify        free_result,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);
gpointer ijk_session_call_store_finish (IjkSession          *self,
                                       GAsyncResult         *result,
                                       GError              **error);
void     ijk_session_hand_over        (IjkSession           *self);
void     ijk_session_clear_actions    (IjkSession           *self);

/* One scenario as the store thread reads it. */
typedef struct
{
  IjkScenarioRecord *record;   /* (owned) */
  IjkScenario *scenario;       /* (owned) */
  gint64 revision_id;
  GPtrArray *revisions;        /* (owned) (element-type IjkRevision) newest first */
  GPtrArray *scenarios;        /* (owned) (element-type IjkScenarioRecord) */
  char *path;                  /* (owned) of the workbook */
  gboolean is_read_only;
} IjkSessionReading;

IjkSessionReading *ijk_session_reading_new  (IjkWorkbook       *workbook,
                                             gint64             scenario_id,
                                             GError           **error);
void               ijk_session_reading_free (gpointer           data);
void               ijk_session_take_reading (IjkSession        *self,
                                             IjkSessionReading *reading);

void               ijk_session_take_units   (IjkSession         *self,
                                             const IjkReference *reference,
                                             IjkSessionReading  *reading);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IjkSessionReading, ijk_session_reading_free)

/* Installations of one's own: nothing can be taken back any more. */
void     ijk_session_forget_units     (IjkSession           *self);

/* The comparison follows the scenario it shows or hangs under. */
void     ijk_session_update_compare   (IjkSession           *self);
void     ijk_session_scenario_written (IjkSession           *self);

/* The landscape. */
void     ijk_session_update_landscape (IjkSession           *self);
void     ijk_session_drop_landscape   (IjkSession           *self);

/* What each lever adds to a number. */
void     ijk_session_update_contributions (IjkSession       *self);
void     ijk_session_drop_contributions (IjkSession         *self,
                                         gboolean            is_asked_again);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IjkSessionOutcome, ijk_session_outcome_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IjkSessionPoint, ijk_session_point_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IjkSessionDocument, ijk_session_document_free)

G_END_DECLS
