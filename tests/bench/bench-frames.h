/* The program on a screen, for benchmarks of frames: from something that a person does to the frame
 * that shows it.
 *
 * Run by a person on the screen there is; without one the program starts itself under xvfb-run. It is
 * painted by the Cairo renderer, as without a graphics card, and asks for no settings but its own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-window-private.h"

G_BEGIN_DECLS

typedef struct
{
  IjkApplication *application; /* (owned) */
  IjkWindow *window;
  IjkSession *session;
  char *folder;                /* (owned) of the workbook */
  char *path;                  /* (owned) of it */
} BenchScreen;

typedef struct
{
  /* Does one thing, the @i_move-th. */
  void (*move) (gpointer data, guint i_move);
  /* How many times what follows from a move was worked out: a frame counts only after that. */
  guint64 (*count) (gpointer data);
  gpointer data;
  guint n_moves;
  double aim_ms;               /* of the 99th percentile; 0 = none */
} BenchMoves;

typedef gboolean (*BenchCondition) (gpointer data);

void     bench_iterate_until_idle (void);
/* Sleeps between events as the program does: turning around would be counted as work. FALSE where
 * it has not come about in a long time. */
gboolean bench_wait_for      (BenchCondition    condition,
                              gpointer          data);
/* Until a hand moves again, which it does at any moment of a frame. */
void     bench_pause         (void);
/* What this thread has worked so far. */
double   bench_get_work_ms   (void);
/* Of doubles, for qsort(). */
int      bench_compare_times (gconstpointer     a,
                              gconstpointer     b);

/* Returns: FALSE where there is no screen to be had: the program is to end, with success */
gboolean bench_screen_init  (char            **argv);
/* Opens a new workbook with @data_set in a window that shows @view. */
void     bench_screen_open  (BenchScreen      *self,
                             const IjkDataSet *data_set,
                             const char       *view);
/* Prints median and 99th percentile, in milliseconds: of the time that passes from each move to the
 * end of the first frame that shows it, and of the time that the program itself works in it, which the
 * other programs of the machine do not lengthen. */
void     bench_screen_time  (BenchScreen      *self,
                             const char       *name,
                             const BenchMoves *moves);
void     bench_screen_close (BenchScreen      *self);

G_END_DECLS
