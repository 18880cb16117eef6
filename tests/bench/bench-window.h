/* What the benches of the window share: what each does in the window, and how to find a widget.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bench-frames.h"

G_BEGIN_DECLS

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
