/* What the files of the session share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-run.h"
#include "ijk-session.h"

G_BEGIN_DECLS

/* Edits of one lever this close together are one step of undo. */
#define IJK_SESSION_JOIN_US (800 * G_TIME_SPAN_MILLISECOND)

/* Where a scenario stands in the file. Edits under way hold on to it when another is selected. */
typedef struct
{
  gatomicrefcount n_refs;
  gint64 id;
  gint64 revision_id;
  gboolean is_template; /* until its copy is made */
  char *name;           /* (owned) */
} IjkSessionTarget;

/* One step of undo. A step of an earlier day has no values: they are read when it is undone. */
typedef struct
{
  gatomicrefcount n_refs;
  char *label;               /* (owned) */
  const IjkScenario *before; /* (owned) (nullable) */
  const IjkScenario *after;  /* (owned) (nullable) */
  gint64 before_revision;    /* 0 = not in the file yet */
  gint64 after_revision;
  gboolean has_key;          /* changes one lever only */
  IjkLeverKey key;
  gint64 time_us;            /* of the last edit in it */
} IjkSessionStep;

typedef enum
{
  IJK_JOB_SAVE,  /* the after value of the step */
  IJK_JOB_MOVE,  /* to a revision: undo, redo, return */
  IJK_JOB_COPY,  /* a copy of the target, which becomes the target */
} IjkSessionJobKind;

/* Something for the store, one after the other. */
typedef struct
{
  IjkSessionJobKind kind;
  IjkSessionTarget *target; /* (owned) */
  IjkSessionStep *step;     /* (owned) (nullable) */
  gboolean is_backward;     /* MOVE: to where the step began */
  gint64 revision_id;       /* MOVE without a step */
  gboolean is_rescue;       /* COPY after a conflict: keeps what another program would have undone */
} IjkSessionJob;

struct _IjkSession
{
  GObject parent_instance;

  IjkDataSet *data_set; /* (owned) */
  char *language;       /* (owned) */
  IjkStore *store;      /* (owned) (nullable) after closing */
  char *path;           /* (owned) (nullable) */
  char *notice;         /* (owned) (nullable) */
  gboolean is_file_read_only;

  IjkReference *reference; /* (owned) (nullable) */
  IjkWorkspace *workspace; /* (owned) (nullable) */
  const IjkResult *result; /* (nullable) of the workspace */
  IjkResult *law_result;   /* (owned) (nullable) */
  const IjkScenario *scenario; /* (owned) (nullable) */
  const IjkScenario *ran;      /* (owned) (nullable) scenario of the result */
  IjkSessionTarget *target;    /* (owned) (nullable) */
  GPtrArray *scenarios;        /* (owned) (element-type IjkScenarioRecord) */
  guint run_source;
  guint64 n_runs;

  gint64 compare_id;
  char *compare_name;              /* (owned) (nullable) */
  IjkResult *compare_result;       /* (owned) (nullable) */
  GCancellable *compare_cancellable; /* (owned) (nullable) */
  GCancellable *select_cancellable;  /* (owned) (nullable) */

  int year;
  guint sector, company;

  GPtrArray *steps;  /* (owned) (element-type IjkSessionStep) */
  guint n_in_effect; /* steps before this are done, the others undone */
  IjkSessionStep *tail; /* (borrowed) (nullable) last step, not yet handed to the store */
  guint tail_source;
  guint step_depth;
  const IjkScenario *step_before; /* (owned) (nullable) */
  char *step_label;               /* (owned) (nullable) */
  gboolean step_has_key, step_has_more;
  IjkLeverKey step_key;
  gint64 (*get_time_us) (void);

  GQueue jobs; /* (element-type IjkSessionJob) */
  gboolean is_job_under_way;
  guint retry_source;
  GPtrArray *closing; /* (owned) (element-type GTask) waiting for the queue to empty */
  GError *save_error; /* (owned) (nullable) why the first of the queue could not be saved */

  gboolean has_question;
  IjkLandscapeQuestion question;
  IjkLandscapeJob *landscape_job; /* (owned) (nullable) */
  IjkLandscape *landscape;        /* (owned) (nullable) */
  const IjkScenario *landscape_scenario; /* (owned) (nullable) */
  gboolean is_landscape_done;
  guint landscape_source;
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
  PROP_LANDSCAPE,
  N_PROPS,
};

extern GParamSpec *ijk_session_properties[N_PROPS];

void ijk_session_notify              (IjkSession         *self,
                                      guint               property);
void ijk_session_fail                (IjkSession         *self,
                                      const GError       *error);
void ijk_session_set_scenario        (IjkSession         *self,
                                      const IjkScenario  *scenario);

IjkSessionTarget *ijk_session_target_new   (gint64            id,
                                            gint64            revision_id,
                                            gboolean          is_template,
                                            const char       *name);
IjkSessionTarget *ijk_session_target_ref   (IjkSessionTarget *self);
void              ijk_session_target_unref (IjkSessionTarget *self);
IjkSessionStep   *ijk_session_step_ref     (IjkSessionStep   *self);
void              ijk_session_step_unref   (IjkSessionStep   *self);

/* Undo. */
void ijk_session_commit_tail         (IjkSession         *self);
void ijk_session_forget_steps        (IjkSession         *self);
void ijk_session_take_history        (IjkSession         *self,
                                      const GPtrArray    *revisions);
void ijk_session_notify_steps        (IjkSession         *self);
gboolean ijk_session_is_default      (const IjkReference  *reference,
                                      const IjkLeverKey   *key,
                                      const IjkLeverValue *value);

/* Jobs for the store. */
void ijk_session_push_job            (IjkSession         *self,
                                      IjkSessionJobKind   kind,
                                      IjkSessionStep     *step,
                                      gboolean            is_backward,
                                      gint64              revision_id);
void ijk_session_pump                (IjkSession         *self);
void ijk_session_drop_jobs           (IjkSession         *self);

/* Scenarios. */
void ijk_session_refresh_list        (IjkSession         *self);
void ijk_session_update_compare      (IjkSession         *self);
void ijk_session_reload              (IjkSession         *self);

/* What the store thread reads of one scenario. */
typedef struct
{
  char *path;                /* (owned) */
  GPtrArray *scenarios;      /* (owned) (element-type IjkScenarioRecord) */
  gint64 id;
  gint64 revision_id;
  gboolean is_template;
  char *name;                /* (owned) */
  IjkScenario *scenario;     /* (owned) */
  GPtrArray *revisions;      /* (owned) (element-type IjkRevision) newest first */
  gboolean is_read_only;
} IjkSessionReading;

void ijk_session_read_async          (IjkSession          *self,
                                      gint64               scenario_id,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data);
IjkSessionReading *ijk_session_read_finish (GAsyncResult   *result,
                                            GError        **error);
void ijk_session_reading_free        (gpointer             data);
void ijk_session_take_reading        (IjkSession          *self,
                                      IjkSessionReading   *reading);

/* Landscape. */
void ijk_session_update_landscape    (IjkSession         *self);
void ijk_session_drop_landscape      (IjkSession         *self);

/* For tests. */
void ijk_session_set_clock           (IjkSession         *self,
                                      gint64           (*get_time_us) (void));

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IjkSessionReading, ijk_session_reading_free)

G_END_DECLS
