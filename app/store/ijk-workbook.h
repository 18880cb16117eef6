/* IjkWorkbook: one *.ijkpad file with reference data, scenarios and every revision of them.
 *
 * One connection, used by one thread at a time. Every function that changes something is one
 * transaction: when it returns success the change is on the disk, when it fails nothing has
 * changed. A file from someone else is untrusted: opening one refuses what this program would not
 * have written.
 *
 * The edits of a scenario form a tree: each revision names the one it was made on, and the scenario
 * names the revision it stands at. The state of a scenario (name, texts, parent, levers, deleted or
 * not) is what the revisions from the root to there add up to, so undo, redo and return are moves
 * in the tree, lose nothing, and survive a restart. A revision's number therefore stands for one
 * state, and an edit that says which one it was made on can never overwrite another's work.
 *
 * Times are microseconds since 1970, UTC. All texts are UTF-8.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-data-set.h"
#include "ijk-result.h"
#include "ijk-scenario-record.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* "IJKP": what the header of a workbook carries as application id. */
#define IJK_WORKBOOK_APPLICATION_ID 0x494a4b50

/* How long a call waits for another process before it gives up with IJK_STORE_ERROR_LOCKED. */
#define IJK_WORKBOOK_BUSY_TIMEOUT_MS 2000

/* Ancestors a scenario can have. */
#define IJK_WORKBOOK_MAX_DEPTH 32

typedef struct _IjkWorkbook IjkWorkbook;

/**
 * IjkWorkbookFlags:
 * @IJK_WORKBOOK_READ_ONLY: change nothing, not even to migrate an older file
 */
typedef enum
{
  IJK_WORKBOOK_DEFAULT = 0,
  IJK_WORKBOOK_READ_ONLY = 1 << 0,
} IjkWorkbookFlags;

/* An edit of one lever: @value holds when @is_set, else the lever goes back to what the parent or
 * the reference says. */
typedef struct
{
  IjkLeverKey key;
  gboolean is_set;
  IjkLeverValue value;
} IjkLeverChange;

/* One committed edit. */
typedef struct
{
  gint64 id;
  gint64 scenario_id;
  gint64 previous_id;    /* the revision it was made on; 0 = the first of its scenario */
  gint64 time_us;
  gboolean is_in_effect; /* on the path from the root to where the scenario stands */
  gboolean is_current;   /* where the scenario stands */
  char *label;           /* (owned) */
  char *changes;         /* (owned) JSON: [[ITEM, BEFORE, AFTER], …], null = not set. ITEM is the
                          * key of a lever as in `--set`, or .name, .description, .note, .parent,
                          * .deleted; .parent is the number of a scenario */
} IjkRevision;

/* A lever that two scenarios set differently, parents included. */
typedef struct
{
  char *key;    /* (owned) as in `--set` */
  char *a, *b;  /* (owned) (nullable) values as in `--set`; NULL = what the reference says */
} IjkDifference;

/* A headline figure of a result. */
typedef struct
{
  char *indicator; /* (owned) as in the long table */
  char *unit;      /* (owned) */
  int year;
  double value;    /* NAN unknown */
} IjkHeadline;

typedef struct
{
  gint64 id;
  gint64 scenario_id;    /* 0 = about the workbook */
  gint64 created_us, changed_us;
  char *text;            /* (owned) */
} IjkNote;

/* A place in a session to come back to. */
typedef struct
{
  gint64 id;
  gint64 scenario_id;
  gint64 revision_id;    /* where the scenario stood */
  gint64 created_us;
  char *name;            /* (owned) */
  char *view;            /* (owned) what was shown, in the words of the session; the store does not
                          * read it */
} IjkBookmark;

/* One headline figure of one scenario under the workbook's reference data and under others. */
typedef struct
{
  gint64 scenario_id;
  char *scenario_name;   /* (owned) */
  char *indicator;       /* (owned) */
  char *unit;            /* (owned) */
  int year;
  double before, after;  /* NAN unknown */
} IjkUpgradeFigure;

/* A lever setting that the other reference data do not allow. */
typedef struct
{
  gint64 scenario_id;
  char *scenario_name;   /* (owned) */
  char *setting;         /* (owned) as in `--set` */
  char *reason;          /* (owned) */
  const IjkScenario *before; /* (owned) (nullable) with its parents, on the workbook's data */
  const IjkScenario *after;  /* (owned) the same on the other data, without what it has lost */
} IjkUpgradeLoss;

typedef struct
{
  gboolean is_needed;    /* whether the reference data differ at all */
  GPtrArray *figures;    /* (owned) (element-type IjkUpgradeFigure) those that change */
  GPtrArray *losses;     /* (owned) (element-type IjkUpgradeLoss) */
  GPtrArray *gone_units; /* (owned) (element-type utf8) ids of installations the data have not */
} IjkUpgrade;

/* An edit that took settings out of a scenario, and where the scenario stood before it. */
typedef struct
{
  gint64 scenario_id;
  gint64 before_id, after_id; /* revisions */
} IjkReturn;

/* What `ijkpad recover` did. */
typedef struct
{
  char *backup_path;     /* (owned) the copy of the damaged file */
  char *output_path;     /* (owned) the new workbook */
  guint n_scenarios, n_settings, n_revisions, n_notes, n_bookmarks; /* saved */
  GPtrArray *losses;     /* (owned) (element-type utf8) sentences: what could not be saved */
} IjkRecovery;

/* Opening and closing.
 *
 * Making one writes it beside @path under another name first and never replaces a file
 * (IJK_STORE_ERROR_EXISTS). It holds the shipped scenarios as templates, in @language ("en", or
 * "nl").
 *
 * Opening a file of an older version first keeps a copy beside it. A file of a newer version, or in
 * a place that cannot be written, opens read-only, and ijk_workbook_get_notice() says why in a
 * sentence; it is NULL otherwise. With a cancellable, a call that is stopped changes nothing and
 * fails with G_IO_ERROR_CANCELLED. */

IjkWorkbook  *ijk_workbook_create (const char       *path,
                                   const IjkDataSet *data_set,
                                   const char       *language,
                                   GError          **error);
IjkWorkbook  *ijk_workbook_open   (const char       *path,
                                   IjkWorkbookFlags  flags,
                                   GError          **error);
void          ijk_workbook_close  (IjkWorkbook      *self);
gboolean      ijk_workbook_save_copy (IjkWorkbook   *self,
                                      const char    *path,
                                      GError       **error);
char         *ijk_workbook_default_path (void);

const char         *ijk_workbook_get_path      (IjkWorkbook *self);
const IjkReference *ijk_workbook_get_reference (IjkWorkbook *self);
const IjkDataSet   *ijk_workbook_get_data_set  (IjkWorkbook *self);
const char         *ijk_workbook_get_hash      (IjkWorkbook *self);
gboolean            ijk_workbook_is_read_only  (IjkWorkbook *self);
const char         *ijk_workbook_get_notice    (IjkWorkbook *self);
void                ijk_workbook_set_busy_timeout (IjkWorkbook  *self,
                                                   guint         timeout_ms);
void                ijk_workbook_set_cancellable  (IjkWorkbook  *self,
                                                   GCancellable *cancellable);

/* Scenarios.
 *
 * Lists do not carry settings. A name is found whatever its case and Unicode form; a template also
 * by the id it is shipped under. ijk_workbook_load_scenario() gives the scenario with its parents,
 * on the workbook's reference data. A function that makes a scenario returns its number, one that
 * changes a scenario the number of the revision; 0 means that the error is set.
 *
 * @base_revision_id is the revision the caller last saw: when the scenario has moved on, the call
 * fails with IJK_STORE_ERROR_CONFLICT. 0 means whatever stands there now, read in the same
 * transaction. @revision_id: (out) (optional): where the scenario stands. A change that changes
 * nothing makes no revision and returns the current one. */

GPtrArray         *ijk_workbook_list_scenarios  (IjkWorkbook *self,
                                                 gboolean     is_with_deleted,
                                                 GError     **error);
gint64             ijk_workbook_find_scenario   (IjkWorkbook *self,
                                                 const char  *name,
                                                 GError     **error);
gint64             ijk_workbook_find_deleted    (IjkWorkbook *self,
                                                 const char  *name,
                                                 GError     **error);
IjkScenarioRecord *ijk_workbook_get_scenario    (IjkWorkbook *self,
                                                 gint64       scenario_id,
                                                 gint64      *revision_id,
                                                 GError     **error);
IjkScenario       *ijk_workbook_load_scenario   (IjkWorkbook *self,
                                                 gint64       scenario_id,
                                                 gint64      *revision_id,
                                                 GError     **error);
gint64             ijk_workbook_create_scenario (IjkWorkbook             *self,
                                                 const IjkScenarioRecord *record,
                                                 const char              *label,
                                                 GError                 **error);
gint64             ijk_workbook_duplicate_scenario (IjkWorkbook *self,
                                                    gint64       scenario_id,
                                                    const char  *name,
                                                    GError     **error);
gint64             ijk_workbook_rename_scenario   (IjkWorkbook *self,
                                                   gint64       scenario_id,
                                                   gint64       base_revision_id,
                                                   const char  *name,
                                                   GError     **error);
gint64             ijk_workbook_describe_scenario (IjkWorkbook *self,
                                                   gint64       scenario_id,
                                                   gint64       base_revision_id,
                                                   const char  *description,
                                                   const char  *note,
                                                   GError     **error);
gint64             ijk_workbook_reparent_scenario (IjkWorkbook *self,
                                                   gint64       scenario_id,
                                                   gint64       base_revision_id,
                                                   gint64       parent_id,
                                                   GError     **error);
gint64             ijk_workbook_delete_scenario   (IjkWorkbook *self,
                                                   gint64       scenario_id,
                                                   gint64       base_revision_id,
                                                   GError     **error);

/* Edits and revisions.
 *
 * ijk_workbook_save_scenario() commits what differs between the own settings of @scenario and those
 * stored. Undo moves to the previous revision, redo to the newest one made on the current. The
 * lists are newest first; @scenario_id 0 means all scenarios, @n_at_most 0 means no limit. */

gint64     ijk_workbook_commit           (IjkWorkbook          *self,
                                          gint64                scenario_id,
                                          gint64                base_revision_id,
                                          const char           *label,
                                          const IjkLeverChange *changes,
                                          guint                 n_changes,
                                          GError              **error);
gint64     ijk_workbook_save_scenario    (IjkWorkbook          *self,
                                          gint64                scenario_id,
                                          gint64                base_revision_id,
                                          const char           *label,
                                          const IjkScenario    *scenario,
                                          GError              **error);
gint64     ijk_workbook_undo             (IjkWorkbook          *self,
                                          gint64                scenario_id,
                                          gint64                base_revision_id,
                                          GError              **error);
gint64     ijk_workbook_redo             (IjkWorkbook          *self,
                                          gint64                scenario_id,
                                          gint64                base_revision_id,
                                          GError              **error);
gint64     ijk_workbook_return_to        (IjkWorkbook          *self,
                                          gint64                scenario_id,
                                          gint64                base_revision_id,
                                          gint64                revision_id,
                                          GError              **error);
GPtrArray *ijk_workbook_list_revisions   (IjkWorkbook          *self,
                                          gint64                scenario_id,
                                          guint                 n_at_most,
                                          GError              **error);
GPtrArray *ijk_workbook_diff             (IjkWorkbook          *self,
                                          gint64                scenario_a,
                                          gint64                scenario_b,
                                          GError              **error);

/* Headline figures, notes, bookmarks. */

GPtrArray *ijk_headlines                 (const IjkResult      *result);
gboolean   ijk_workbook_add_snapshot     (IjkWorkbook          *self,
                                          gint64                revision_id,
                                          const GPtrArray      *headlines,
                                          GError              **error);
GPtrArray *ijk_workbook_get_snapshot     (IjkWorkbook          *self,
                                          gint64                revision_id,
                                          GError              **error);
gint64     ijk_workbook_add_note         (IjkWorkbook          *self,
                                          gint64                scenario_id,
                                          const char           *text,
                                          GError              **error);
gboolean   ijk_workbook_change_note      (IjkWorkbook          *self,
                                          gint64                note_id,
                                          const char           *text,
                                          GError              **error);
gboolean   ijk_workbook_remove_note      (IjkWorkbook          *self,
                                          gint64                note_id,
                                          GError              **error);
GPtrArray *ijk_workbook_list_notes       (IjkWorkbook          *self,
                                          gint64                scenario_id,
                                          GError              **error);
gint64     ijk_workbook_add_bookmark     (IjkWorkbook          *self,
                                          gint64                scenario_id,
                                          const char           *name,
                                          const char           *view,
                                          GError              **error);
gboolean   ijk_workbook_remove_bookmark  (IjkWorkbook          *self,
                                          gint64                bookmark_id,
                                          GError              **error);
GPtrArray *ijk_workbook_list_bookmarks   (IjkWorkbook          *self,
                                          GError              **error);

/* Newer reference data; checking; saving what can be read.
 *
 * ijk_workbook_check() returns TRUE when the file could be judged; an empty list of sentences means
 * that it is whole. It changes nothing, except that SQLite completes or takes back an edit that was
 * under way when a program was killed. */

IjkUpgrade  *ijk_workbook_preview_upgrade (IjkWorkbook         *self,
                                           const IjkDataSet    *data_set,
                                           GError             **error);
GPtrArray   *ijk_workbook_list_losses     (IjkWorkbook         *self,
                                           const IjkReference  *reference,
                                           GError             **error);
gboolean     ijk_workbook_apply_upgrade   (IjkWorkbook         *self,
                                           const IjkDataSet    *data_set,
                                           char               **backup_path,
                                           GError             **error);
gboolean     ijk_workbook_change_units    (IjkWorkbook         *self,
                                           const IjkReference  *reference,
                                           const char          *label,
                                           GArray              *returns,
                                           char               **backup_path,
                                           GError             **error);
gboolean     ijk_workbook_check           (const char          *path,
                                           GPtrArray          **findings,
                                           GError             **error);
IjkRecovery *ijk_workbook_recover         (const char          *path,
                                           const char          *output_path,
                                           const IjkDataSet    *data_set,
                                           GError             **error);

void ijk_revision_free   (IjkRevision   *self);
void ijk_difference_free (IjkDifference *self);
void ijk_headline_free   (IjkHeadline   *self);
void ijk_note_free       (IjkNote       *self);
void ijk_bookmark_free   (IjkBookmark   *self);
void ijk_upgrade_free    (IjkUpgrade    *self);
void ijk_recovery_free   (IjkRecovery   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IjkWorkbook, ijk_workbook_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IjkRevision, ijk_revision_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IjkUpgrade, ijk_upgrade_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IjkRecovery, ijk_recovery_free)

G_END_DECLS
