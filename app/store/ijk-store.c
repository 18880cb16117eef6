/* IjkStore: a thread that owns the workbook, and the queue it takes its work from.
 *
 * A call is a GTask with a function to run. Any operation of the workbook goes through
 * ijk_store_call_async(); those a session makes all the time have a pair of their own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-store.h"

#include <glib/gi18n-lib.h>

struct _IjkStore
{
  GThread *thread;       /* (owned) */
  GAsyncQueue *queue;    /* (owned) (element-type Job) */
  IjkWorkbook *workbook; /* (owned) (nullable) touched by the thread only */
};

typedef struct
{
  GTask *task;            /* (owned) (nullable): NULL ends the thread */
  IjkStoreCall call;
  gpointer data;          /* (owned) */
  GDestroyNotify free_data;
  GDestroyNotify free_result;
  gboolean is_opening;    /* needs no open workbook */
} Job;

static void
free_job (Job *self)
{
  if (self->free_data != NULL)
    self->free_data (self->data);
  g_clear_object (&self->task);
  g_free (self);
}

static void
run_job (IjkStore *self,
         Job      *job)
{
  GCancellable *cancellable = g_task_get_cancellable (job->task);
  GError *error = NULL;
  gpointer result = NULL;

  if (g_task_return_error_if_cancelled (job->task))
    return;
  if (self->workbook == NULL && !job->is_opening)
    {
      g_task_return_new_error (job->task, IJK_STORE_ERROR, IJK_STORE_ERROR_GONE,
                               _("no workbook is open"));
      return;
    }
  if (self->workbook != NULL)
    ijk_workbook_set_cancellable (self->workbook, cancellable);
  result = job->call (self->workbook, job->data, &error);
  if (self->workbook != NULL)
    ijk_workbook_set_cancellable (self->workbook, NULL);
  if (error != NULL)
    g_task_return_error (job->task, error);
  else
    g_task_return_pointer (job->task, result, job->free_result);
}

static gpointer
run_thread (gpointer data)
{
  IjkStore *self = data;

  for (;;)
    {
      Job *job = g_async_queue_pop (self->queue);
      const gboolean is_last = job->task == NULL;

      if (!is_last)
        run_job (self, job);
      free_job (job);
      if (is_last)
        break;
    }
  g_clear_pointer (&self->workbook, ijk_workbook_close);
  return NULL;
}

/* Returns: (transfer full): a store with its thread and no workbook */
IjkStore *
ijk_store_new (void)
{
  IjkStore *self = g_new0 (IjkStore, 1);

  self->queue = g_async_queue_new ();
  self->thread = g_thread_new ("ijk-store", run_thread, self);
  return self;
}

/**
 * ijk_store_close:
 * @self: (transfer full)
 *
 * Waits until everything that was queued is done, then closes the workbook and frees the store.
 * Callbacks of those calls still run, later, and get their results.
 */
void
ijk_store_close (IjkStore *self)
{
  g_async_queue_push (self->queue, g_new0 (Job, 1));
  (void) g_thread_join (self->thread);
  g_async_queue_unref (self->queue);
  g_free (self);
}

static void
push_job (IjkStore           *self,
          gpointer            tag,
          IjkStoreCall        call,
          gpointer            data,
          GDestroyNotify      free_data,
          GDestroyNotify      free_result,
          gboolean            is_opening,
          GCancellable       *cancellable,
          GAsyncReadyCallback callback,
          gpointer            user_data)
{
  const Job job = {
    .task = g_task_new (NULL, cancellable, callback, user_data),
    .call = call,
    .data = data,
    .free_data = free_data,
    .free_result = free_result,
    .is_opening = is_opening,
  };

  g_task_set_source_tag (job.task, tag);
  /* Whether an edit was saved must be told even to a caller who has cancelled meanwhile. */
  g_task_set_check_cancellable (job.task, FALSE);
  if (is_opening)
    {
      g_assert (data != NULL);
      *(IjkStore **) data = self;
    }
  g_async_queue_push (self->queue, g_memdup2 (&job, sizeof job));
}

/**
 * ijk_store_call_async:
 * @call: what to run on the store thread
 * @data: (transfer full) (nullable): its argument
 * @free_data: (nullable): frees @data
 * @free_result: (nullable): frees a result that nobody takes
 *
 * Queues any operation of the workbook.
 */
void
ijk_store_call_async (IjkStore           *self,
                      IjkStoreCall        call,
                      gpointer            data,
                      GDestroyNotify      free_data,
                      GDestroyNotify      free_result,
                      GCancellable       *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer            user_data)
{
  push_job (self, ijk_store_call_async, call, data, free_data, free_result, FALSE, cancellable,
            callback, user_data);
}

static gpointer
finish_task (GAsyncResult *result,
             gpointer      tag,
             GError      **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, tag), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Returns: (transfer full) (nullable): what the call returned, or %NULL with @error set */
gpointer
ijk_store_call_finish (IjkStore     *self,
                       GAsyncResult *result,
                       GError      **error)
{
  (void) self;
  return finish_task (result, ijk_store_call_async, error);
}

typedef struct
{
  IjkStore *store;      /* (borrowed) first, see push_job() */
  char *path;           /* (owned) */
  char *language;       /* (owned) (nullable) */
  IjkDataSet *data_set; /* (owned) (nullable) */
} Opening;

static void
free_opening (gpointer data)
{
  Opening *self = data;

  g_free (self->path);
  g_free (self->language);
  g_clear_pointer (&self->data_set, ijk_data_set_free);
  g_free (self);
}

typedef struct
{
  IjkReference *reference; /* (owned) */
  char *notice;            /* (owned) (nullable) */
} Opened;

static void
free_opened (gpointer data)
{
  Opened *self = data;

  g_clear_pointer (&self->reference, ijk_reference_unref);
  g_free (self->notice);
  g_free (self);
}

static gpointer
open_workbook (IjkWorkbook *workbook,
               gpointer     data,
               GError     **error)
{
  Opening *opening = data;
  IjkStore *store = opening->store;
  IjkWorkbook *opened = NULL;
  Opened *result = NULL;

  (void) workbook;
  if (opening->data_set != NULL && !g_file_test (opening->path, G_FILE_TEST_EXISTS))
    {
      g_autofree char *folder = g_path_get_dirname (opening->path);

      (void) g_mkdir_with_parents (folder, 0700); /* making the file says why it failed */
      opened = ijk_workbook_create (opening->path, opening->data_set, opening->language, error);
    }
  else
    opened = ijk_workbook_open (opening->path, IJK_WORKBOOK_DEFAULT, error);
  if (opened == NULL)
    return NULL;
  /* Only now, so that a file that cannot be opened leaves the one before it open. */
  g_clear_pointer (&store->workbook, ijk_workbook_close);
  store->workbook = opened;
  result = g_new0 (Opened, 1);
  result->reference = ijk_reference_ref (ijk_workbook_get_reference (opened));
  result->notice = g_strdup (ijk_workbook_get_notice (opened));
  return result;
}

/**
 * ijk_store_open_async:
 * @path: (nullable): the workbook; %NULL for the default one
 * @data_set: (nullable): reference data to make it with when it is not there; %NULL makes none
 * @language: (nullable): for the names of the shipped scenarios
 *
 * Opens a workbook in place of the one that is open.
 */
void
ijk_store_open_async (IjkStore           *self,
                      const char         *path,
                      const IjkDataSet   *data_set,
                      const char         *language,
                      GCancellable       *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer            user_data)
{
  Opening *opening = g_new0 (Opening, 1);

  opening->path = path != NULL ? g_strdup (path) : ijk_workbook_default_path ();
  opening->language = g_strdup (language);
  opening->data_set = data_set != NULL ? ijk_data_set_copy (data_set) : NULL;
  push_job (self, ijk_store_open_async, open_workbook, opening, free_opening, free_opened, TRUE,
            cancellable, callback, user_data);
}

/**
 * ijk_store_open_finish:
 * @notice: (out) (optional) (nullable) (transfer full): what to tell about how it was opened
 *
 * Returns: (transfer full) (nullable): the reference of the workbook, or %NULL with
 *   %IJK_STORE_ERROR set; the workbook that was open before is then still open
 */
IjkReference *
ijk_store_open_finish (IjkStore     *self,
                       GAsyncResult *result,
                       char        **notice,
                       GError      **error)
{
  Opened *opened = finish_task (result, ijk_store_open_async, error);
  IjkReference *reference = NULL;

  (void) self;
  if (opened == NULL)
    return NULL;
  if (notice != NULL)
    *notice = g_steal_pointer (&opened->notice);
  reference = g_steal_pointer (&opened->reference);
  free_opened (opened);
  return reference;
}

static gpointer
list_scenarios (IjkWorkbook *workbook,
                gpointer     data,
                GError     **error)
{
  (void) data;
  return ijk_workbook_list_scenarios (workbook, FALSE, error);
}

void
ijk_store_list_async (IjkStore           *self,
                      GCancellable       *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer            user_data)
{
  push_job (self, ijk_store_list_async, list_scenarios, NULL, NULL,
            (GDestroyNotify) g_ptr_array_unref, FALSE, cancellable, callback, user_data);
}

/* Returns: (transfer full) (nullable) (element-type IjkScenarioRecord): without settings */
GPtrArray *
ijk_store_list_finish (IjkStore     *self,
                       GAsyncResult *result,
                       GError      **error)
{
  (void) self;
  return finish_task (result, ijk_store_list_async, error);
}

typedef struct
{
  gint64 scenario_id;
  gint64 base_revision_id;
  char *label;           /* (owned) (nullable) */
  IjkScenario *scenario; /* (owned) (nullable) */
} Saving;

typedef struct
{
  IjkScenario *scenario; /* (owned) (nullable) */
  gint64 revision_id;
} Stored;

static void
free_saving (gpointer data)
{
  Saving *self = data;

  g_free (self->label);
  g_clear_pointer (&self->scenario, ijk_scenario_unref);
  g_free (self);
}

static void
free_stored (gpointer data)
{
  Stored *self = data;

  g_clear_pointer (&self->scenario, ijk_scenario_unref);
  g_free (self);
}

static gpointer
load_scenario (IjkWorkbook *workbook,
               gpointer     data,
               GError     **error)
{
  const Saving *saving = data;
  Stored *stored = g_new0 (Stored, 1);

  stored->scenario
      = ijk_workbook_load_scenario (workbook, saving->scenario_id, &stored->revision_id, error);
  if (stored->scenario != NULL)
    return stored;
  free_stored (stored);
  return NULL;
}

static gpointer
save_scenario (IjkWorkbook *workbook,
               gpointer     data,
               GError     **error)
{
  const Saving *saving = data;
  Stored *stored = NULL;
  gint64 revision_id = 0;

  if (ijk_scenario_get_reference (saving->scenario) != ijk_workbook_get_reference (workbook))
    {
      g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_CONFLICT,
                   _("the edit was made on another workbook or on older reference data; load the "
                     "scenario again"));
      return NULL;
    }
  revision_id = ijk_workbook_save_scenario (workbook, saving->scenario_id,
                                            saving->base_revision_id, saving->label,
                                            saving->scenario, error);
  if (revision_id == 0)
    return NULL;
  stored = g_new0 (Stored, 1);
  stored->revision_id = revision_id;
  return stored;
}

void
ijk_store_load_async (IjkStore           *self,
                      gint64              scenario_id,
                      GCancellable       *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer            user_data)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->scenario_id = scenario_id;
  push_job (self, ijk_store_load_async, load_scenario, saving, free_saving, free_stored, FALSE,
            cancellable, callback, user_data);
}

/**
 * ijk_store_load_finish:
 * @revision_id: (out) (optional): where the scenario stands
 *
 * Returns: (transfer full) (nullable): as ijk_workbook_load_scenario()
 */
IjkScenario *
ijk_store_load_finish (IjkStore     *self,
                       GAsyncResult *result,
                       gint64       *revision_id,
                       GError      **error)
{
  Stored *stored = finish_task (result, ijk_store_load_async, error);
  IjkScenario *scenario = NULL;

  (void) self;
  if (stored == NULL)
    return NULL;
  if (revision_id != NULL)
    *revision_id = stored->revision_id;
  scenario = g_steal_pointer (&stored->scenario);
  free_stored (stored);
  return scenario;
}

/* Queues an edit; see ijk_workbook_save_scenario(). */
void
ijk_store_save_async (IjkStore           *self,
                      gint64              scenario_id,
                      gint64              base_revision_id,
                      const char         *label,
                      const IjkScenario  *scenario,
                      GCancellable       *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer            user_data)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->scenario_id = scenario_id;
  saving->base_revision_id = base_revision_id;
  saving->label = g_strdup (label);
  saving->scenario = ijk_scenario_ref (scenario);
  push_job (self, ijk_store_save_async, save_scenario, saving, free_saving, free_stored, FALSE,
            cancellable, callback, user_data);
}

/* Returns: the revision the scenario now stands at, or 0 with @error set */
gint64
ijk_store_save_finish (IjkStore     *self,
                       GAsyncResult *result,
                       GError      **error)
{
  Stored *stored = finish_task (result, ijk_store_save_async, error);
  const gint64 revision_id = stored != NULL ? stored->revision_id : 0;

  (void) self;
  g_clear_pointer (&stored, free_stored);
  return revision_id;
}
