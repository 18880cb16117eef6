/* What the benches of the window share: the window with a workbook open in it, and how to wait.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-window-private.h"

G_BEGIN_DECLS

typedef gboolean (*BenchCondition) (gpointer data);

void       bench_iterate_until_idle (void);
/* Sleeps between events as the program does. FALSE where it has not come about in a long time. */
gboolean   bench_wait_for           (BenchCondition condition,
                                     gpointer       data);
/* Lets what was started by itself come to its end. */
void       bench_settle             (void);
/* The first widget of @type within @root that @is_right says is the one. (nullable) */
GtkWidget *bench_find_widget        (GtkWidget     *root,
                                     GType          type,
                                     BenchCondition is_right);

/* Times the way from a move of a slider to the painted frame. */
void       bench_run_moves          (IjkWindow     *window);
/* Watches memory while the window is worked in without pause. */
void       bench_run_edits          (IjkWindow     *window,
                                     guint          n_edits);

G_END_DECLS
