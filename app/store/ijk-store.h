/* IjkStore: the store thread. One thread, one open workbook, a queue of calls.
 *
 * Nothing on the main thread waits for a disk: each call is queued, run on the store thread in the
 * order in which it was made, and its result comes back in the main context of the caller. What is
 * queued when the store is closed is still done: an edit that was handed over is saved.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-workbook.h"

G_BEGIN_DECLS

typedef struct _IjkStore IjkStore;

/**
 * IjkStoreCall:
 * @workbook: the open workbook; (nullable): only where none has been opened
 * @data: what was handed over with the call
 *
 * Runs on the store thread. It touches nothing but its arguments, and sets @error when it returns
 * %NULL.
 *
 * Returns: (transfer full): the result
 */
typedef gpointer (*IjkStoreCall) (IjkWorkbook *workbook,
                                  gpointer     data,
                                  GError     **error);

IjkStore *ijk_store_new   (void);
void      ijk_store_close (IjkStore *self);

void               ijk_store_open_async   (IjkStore            *self,
                                           const char          *path,
                                           const IjkDataSet    *data_set,
                                           const char          *language,
                                           GCancellable        *cancellable,
                                           GAsyncReadyCallback  callback,
                                           gpointer             user_data);
IjkReference      *ijk_store_open_finish  (IjkStore            *self,
                                           GAsyncResult        *result,
                                           char               **notice,
                                           GError             **error);
void               ijk_store_list_async   (IjkStore            *self,
                                           GCancellable        *cancellable,
                                           GAsyncReadyCallback  callback,
                                           gpointer             user_data);
GPtrArray         *ijk_store_list_finish  (IjkStore            *self,
                                           GAsyncResult        *result,
                                           GError             **error);
void               ijk_store_load_async   (IjkStore            *self,
                                           gint64               scenario_id,
                                           GCancellable        *cancellable,
                                           GAsyncReadyCallback  callback,
                                           gpointer             user_data);
IjkScenario       *ijk_store_load_finish  (IjkStore            *self,
                                           GAsyncResult        *result,
                                           gint64              *revision_id,
                                           GError             **error);
void               ijk_store_save_async   (IjkStore            *self,
                                           gint64               scenario_id,
                                           gint64               base_revision_id,
                                           const char          *label,
                                           const IjkScenario   *scenario,
                                           GCancellable        *cancellable,
                                           GAsyncReadyCallback  callback,
                                           gpointer             user_data);
gint64             ijk_store_save_finish  (IjkStore            *self,
                                           GAsyncResult        *result,
                                           GError             **error);
void               ijk_store_call_async   (IjkStore            *self,
                                           IjkStoreCall         call,
                                           gpointer             data,
                                           GDestroyNotify       free_data,
                                           GDestroyNotify       free_result,
                                           GCancellable        *cancellable,
                                           GAsyncReadyCallback  callback,
                                           gpointer             user_data);
gpointer           ijk_store_call_finish  (IjkStore            *self,
                                           GAsyncResult        *result,
                                           GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IjkStore, ijk_store_close)

G_END_DECLS
