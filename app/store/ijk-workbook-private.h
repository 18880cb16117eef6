/* What the parts of the workbook share: the connection, statements, and the state of a scenario.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-workbook.h"

#include <sqlite3.h>

G_BEGIN_DECLS

struct _IjkWorkbook
{
  sqlite3 *db;              /* (owned) */
  GHashTable *statements;   /* (owned) (element-type sqlite3_stmt) by the address of their text */
  char *path;               /* (owned) absolute */
  int version;              /* of the schema */
  gboolean is_read_only;
  char *notice;             /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) (nullable) */
  IjkDataSet *data_set;     /* (owned) */
  char *hash;               /* (owned) of the data set */
  IjkReference *reference;  /* (owned) */
};

/* Connection and statements: ijk-workbook-sql.c. SQL texts are constants, known by address. In
 * @types a letter stands for an argument: i a gint64, r a gint64 with 0 for NULL, d a double with
 * NAN for NULL, s a text or NULL. */

typedef enum
{
  IJK_STEP_FAILED = -1,
  IJK_STEP_DONE,
  IJK_STEP_ROW,
} IjkStep;

gboolean      ijk_sql_attach    (IjkWorkbook  *self,
                                 const char   *path,
                                 int           flags,
                                 GError      **error);
void          ijk_sql_watch     (IjkWorkbook  *self);
gboolean      ijk_sql_configure (IjkWorkbook  *self,
                                 GError      **error);
gboolean      ijk_sql_connect   (IjkWorkbook  *self,
                                 const char   *path,
                                 int           flags,
                                 GError      **error);
sqlite3_stmt *ijk_sql_query     (IjkWorkbook  *self,
                                 GError      **error,
                                 const char   *sql,
                                 const char   *types,
                                 ...);
IjkStep       ijk_sql_step      (IjkWorkbook  *self,
                                 sqlite3_stmt *stmt,
                                 GError      **error);
gboolean      ijk_sql_run       (IjkWorkbook  *self,
                                 GError      **error,
                                 const char   *sql,
                                 const char   *types,
                                 ...);
gboolean      ijk_sql_get_int   (IjkWorkbook  *self,
                                 const char   *sql,
                                 gint64       *number,
                                 GError      **error);
gboolean      ijk_sql_get_text  (IjkWorkbook  *self,
                                 sqlite3_stmt *stmt,
                                 int           column,
                                 char        **text,
                                 GError      **error);
gboolean      ijk_sql_get_text_or_null (IjkWorkbook  *self,
                                        sqlite3_stmt *stmt,
                                        int           column,
                                        char        **text,
                                        GError      **error);
gboolean      ijk_sql_begin     (IjkWorkbook  *self,
                                 GError      **error);
gboolean      ijk_sql_begin_write (IjkWorkbook *self,
                                 GError      **error);
gboolean      ijk_sql_end       (IjkWorkbook  *self,
                                 gboolean      is_good,
                                 GError      **error);
void          ijk_sql_done      (sqlite3_stmt *stmt);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, ijk_sql_done)

/* Errors: ijk-workbook-error.c. */

void   ijk_sql_set_error (IjkWorkbook *self,
                          int          code,
                          GError     **error);
void   ijk_set_damage    (IjkWorkbook *self,
                          GError     **error,
                          const char  *format,
                          ...) G_GNUC_PRINTF (3, 4);
gboolean ijk_read_raw    (sqlite3     *db,
                          gint64       offset,
                          void        *bytes,
                          int          n_bytes,
                          gint64      *file_size);

/* Schema: ijk-workbook-schema.c. */

int      ijk_schema_version (void);
gboolean ijk_schema_migrate (IjkWorkbook *self,
                             int          to_version,
                             GError     **error);
gboolean ijk_schema_compare (IjkWorkbook *self,
                             int          version,
                             GError     **error);

/* Files beside a workbook: ijk-workbook-file.c. */

char    *ijk_file_temporary  (const char  *path,
                              GError     **error);
gboolean ijk_file_publish    (const char  *temporary,
                              const char  *path,
                              GError     **error);
void     ijk_file_discard    (const char  *temporary);
char    *ijk_file_backup     (IjkWorkbook *self,
                              GError     **error);
char    *ijk_file_publish_beside (const char  *temporary,
                                  const char  *path,
                                  const char  *word,
                                  GError     **error);
gboolean ijk_file_copy_raw   (const char  *path,
                              const char  *to,
                              GError     **error);

/* The state of a scenario: ijk-scenario-state.c, -store.c and -change.c. */

typedef struct
{
  gint64 id;
  gint64 parent_id;
  gint64 head_id;
  IjkScenarioKind kind;
  gboolean is_deleted;
  char *template_id;  /* (owned) (nullable) */
  char *name;         /* (owned) */
  char *description;  /* (owned) */
  char *note;         /* (owned) */
  gint64 created_us;
  gint64 changed_us;
  GTree *levers;      /* (owned) (element-type utf8 utf8) key to value, both as in `--set` */
} IjkState;

IjkState *ijk_state_new     (void);
IjkState *ijk_state_copy    (const IjkState *self);
void      ijk_state_free    (IjkState       *self);
void      ijk_state_set_lever (IjkState     *self,
                               const char   *key,
                               const char   *value);
gint64    ijk_state_sum     (const IjkState *self);
gboolean  ijk_state_parse_levers (const IjkState     *self,
                                  const IjkReference *reference,
                                  GArray             *settings,
                                  GError            **error);

char     *ijk_changes_between (const IjkState *before,
                               const IjkState *after);
gboolean  ijk_changes_apply   (const char     *changes,
                               gboolean        is_backward,
                               IjkState       *state,
                               GError        **error);

IjkState  *ijk_state_read     (IjkWorkbook    *self,
                               gint64          scenario_id,
                               GError        **error);
IjkState  *ijk_state_read_unchecked (IjkWorkbook *self,
                                     gint64       scenario_id);
GPtrArray *ijk_state_read_all (IjkWorkbook    *self,
                               gboolean        is_with_levers,
                               GError        **error);
gboolean   ijk_state_insert   (IjkWorkbook    *self,
                               const IjkState *state,
                               GError        **error);
gboolean   ijk_state_update   (IjkWorkbook    *self,
                               const IjkState *before,
                               const IjkState *after,
                               GError        **error);
gboolean   ijk_state_check    (IjkWorkbook    *self,
                               const IjkState *state,
                               GError        **error);

/* Texts people write: one line, or several. */
char *ijk_text_check (const char *text, gboolean is_line, const char *what, GError **error);

/* Revisions: ijk-workbook-revision.c. */

gint64 ijk_revision_add (IjkWorkbook    *self,
                         gint64          revision_id,
                         gint64          scenario_id,
                         gint64          previous_id,
                         gint64          time_us,
                         const char     *label,
                         const char     *changes,
                         GError        **error);
gint64 ijk_revision_next (IjkWorkbook   *self,
                          GError       **error);
IjkRevision *ijk_revision_read (IjkWorkbook *self,
                                gint64       revision_id,
                                GError     **error);
gint64 ijk_revision_edit (IjkWorkbook    *self,
                          const IjkState *before,
                          IjkState       *after,
                          const char     *label,
                          GError        **error);
gint64 ijk_scenario_insert (IjkWorkbook *self,
                            IjkState    *state,
                            const char  *label,
                            GError     **error);
IjkState *ijk_state_read_for_edit (IjkWorkbook *self,
                                   gint64       scenario_id,
                                   gint64       base_revision_id,
                                   GError     **error);

/* Shipped scenarios: ijk-template.c. */

gboolean ijk_templates_insert (IjkWorkbook *self,
                               const char  *language,
                               GError     **error);

/* Content: ijk-workbook-verify.c. */

gboolean ijk_workbook_check_lengths  (const IjkDataSet *data_set,
                                      GError          **error);
gboolean ijk_workbook_write_data_set (IjkWorkbook      *self,
                                      const IjkDataSet *data_set,
                                      GError          **error);
gboolean ijk_workbook_read_data_set  (IjkWorkbook      *self,
                                      GError          **error);
gboolean ijk_workbook_verify         (IjkWorkbook      *self,
                                      GError          **error);
gboolean ijk_workbook_verify_file    (IjkWorkbook      *self,
                                      GError          **error);

/* A sum that changes with every byte: FNV-1a, 64 bits. */
#define IJK_SUM_START G_GUINT64_CONSTANT (0xcbf29ce484222325)

guint64 ijk_sum_text (guint64     sum,
                      const char *text);
guint64 ijk_sum_int  (guint64     sum,
                      gint64      number);
gint64  ijk_sum_revision (const IjkRevision *revision);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IjkState, ijk_state_free)

G_END_DECLS
