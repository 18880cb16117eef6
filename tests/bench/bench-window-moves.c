/* From a move of a slider to the painted frame, with four charts, over 500 moves: phase by phase,
 * where the other benchmarks of frames have a move in one piece.
 *
 * Prints median and 99th percentile in milliseconds: of the time that passes, and of the time that
 * the program itself works in it, which the other programs of the machine do not lengthen.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench-window.h"

#include "ijk-lever-row.h"

#include <math.h>
#include <stdlib.h>

#define N_MOVES 500

typedef enum
{
  PHASE_WAIT,   /* until the clock of frames hands the event to the slider */
  PHASE_EVENT,  /* what the slider tells, and who listens to it */
  PHASE_RUN,    /* of the model, and all that listens to its result; the wait for the next frame */
  PHASE_UPDATE, /* what moves by itself */
  PHASE_LAYOUT, /* style and sizes */
  PHASE_PAINT,
  PHASE_FROM_EVENT,
  PHASE_FROM_HAND,
  N_PHASES,
} Phase;

static const char *const phase_names[] = {
  "wait for the clock", "event", "run of the model", "update", "layout", "paint",
  "event to painted frame", "hand to painted frame",
};
G_STATIC_ASSERT (G_N_ELEMENTS (phase_names) == N_PHASES);

typedef struct
{
  double times_ms[N_PHASES][N_MOVES];
  double work_ms[N_PHASES][N_MOVES];
  double mark_ms;
  double work_mark_ms;
  guint n_done;
  guint n_frames;
  gboolean is_held; /* the hand has moved, the slider has not heard of it */
  gboolean is_waiting;
  const IjkLever *lever;
  GtkWidget *scale;
} Moves;

static void
add_time (Moves *moves,
          Phase  phase,
          double time_ms,
          double work_ms)
{
  moves->times_ms[phase][moves->n_done] += time_ms;
  moves->work_ms[phase][moves->n_done] += work_ms;
}

/* What has passed since the last mark belongs to @phase and to the whole. */
static void
mark (Moves *moves,
      Phase  phase)
{
  const double now_ms = (double) g_get_monotonic_time () / 1e3;
  const double work_now_ms = bench_get_work_ms ();
  const double time_ms = now_ms - moves->mark_ms;
  const double work_ms = work_now_ms - moves->work_mark_ms;

  add_time (moves, phase, time_ms, work_ms);
  add_time (moves, PHASE_FROM_HAND, time_ms, work_ms);
  if (phase != PHASE_WAIT)
    add_time (moves, PHASE_FROM_EVENT, time_ms, work_ms);
  moves->mark_ms = now_ms;
  moves->work_mark_ms = work_now_ms;
}

static void
begun_cb (GdkFrameClock *clock,
          Moves         *moves)
{
  (void) clock;
  moves->n_frames++;
  if (moves->is_waiting && !moves->is_held)
    mark (moves, PHASE_RUN);
}

static void
updated_cb (GdkFrameClock *clock,
            Moves         *moves)
{
  (void) clock;
  if (moves->is_waiting && !moves->is_held)
    mark (moves, PHASE_UPDATE);
}

static void
laid_out_cb (GdkFrameClock *clock,
             Moves         *moves)
{
  (void) clock;
  if (moves->is_waiting && !moves->is_held)
    mark (moves, PHASE_LAYOUT);
}

static void
painted_cb (GdkFrameClock *clock,
            Moves         *moves)
{
  (void) clock;
  if (!moves->is_waiting || moves->is_held)
    return;
  mark (moves, PHASE_PAINT);
  moves->is_waiting = FALSE;
  moves->n_done++;
}

static gboolean
is_painted (gpointer data)
{
  return !((Moves *) data)->is_waiting;
}

static gboolean
is_enforcement (gpointer data)
{
  const IjkLeverKey *key = ijk_lever_row_get_key (data);

  return key->lever == IJK_LEVER_ENFORCEMENT && key->scope == IJK_SCOPE_NATIONAL;
}

/* The hand moves; GDK keeps where the pointer is until the clock of frames asks for it. */
static void
move (Moves         *moves,
      GdkFrameClock *clock)
{
  moves->mark_ms = (double) g_get_monotonic_time () / 1e3;
  moves->work_mark_ms = bench_get_work_ms ();
  moves->is_held = moves->is_waiting = TRUE;
  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_FLUSH_EVENTS);
}

/* The slider goes up and down its range, a step at a time: what it tells is all there is. */
static void
flushed_cb (GdkFrameClock *clock,
            Moves         *moves)
{
  const IjkLever *lever = moves->lever;
  const guint n_steps = (guint) lround ((lever->max - lever->min) / lever->step);
  const guint phase = (moves->n_done + 1) % (2 * n_steps);
  const double value
    = lever->min + lever->step * (phase < n_steps ? phase : 2 * n_steps - phase);
  gboolean is_handled = FALSE;

  (void) clock;
  if (!moves->is_held)
    return;
  moves->is_held = FALSE;
  mark (moves, PHASE_WAIT);
  g_signal_emit_by_name (moves->scale, "change-value", GTK_SCROLL_JUMP, value, &is_handled);
  mark (moves, PHASE_EVENT);
}

static void
print_times (Moves *moves,
             Phase  phase)
{
  double *times_ms = moves->times_ms[phase];
  double *work_ms = moves->work_ms[phase];

  qsort (times_ms, N_MOVES, sizeof *times_ms, bench_compare_times);
  qsort (work_ms, N_MOVES, sizeof *work_ms, bench_compare_times);
  g_print ("  %-24s median %5.1f ms, p99 %5.1f ms; work in it %5.2f ms, %5.2f ms\n",
           phase_names[phase], times_ms[N_MOVES / 2], times_ms[N_MOVES * 99 / 100],
           work_ms[N_MOVES / 2], work_ms[N_MOVES * 99 / 100]);
}

void
bench_run_moves (IjkWindow *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  GtkWidget *row = bench_find_widget (GTK_WIDGET (window), IJK_TYPE_LEVER_ROW, is_enforcement);
  g_autofree Moves *moves = g_new0 (Moves, 1);

  moves->lever = &ijk_session_get_reference (window->session)->levers[IJK_LEVER_ENFORCEMENT];
  moves->scale = row != NULL ? bench_find_widget (row, GTK_TYPE_SCALE, NULL) : NULL;
  if (moves->scale == NULL)
    g_error ("there is no slider to move");
  g_signal_connect (clock, "flush-events", G_CALLBACK (flushed_cb), moves);
  g_signal_connect (clock, "before-paint", G_CALLBACK (begun_cb), moves);
  g_signal_connect_after (clock, "update", G_CALLBACK (updated_cb), moves);
  g_signal_connect_after (clock, "layout", G_CALLBACK (laid_out_cb), moves);
  g_signal_connect_after (clock, "paint", G_CALLBACK (painted_cb), moves);
  ijk_session_begin_step (window->session, "bench");
  while (moves->n_done < N_MOVES)
    {
      bench_pause ();
      move (moves, clock);
      if (!bench_wait_for (is_painted, moves))
        g_error ("a move was never painted");
    }
  ijk_session_end_step (window->session);
  g_signal_handlers_disconnect_by_data (clock, moves);
  g_print ("window, %d x %d, %d moves of a slider in %u frames\n",
           gtk_widget_get_width (GTK_WIDGET (window)), gtk_widget_get_height (GTK_WIDGET (window)),
           N_MOVES, moves->n_frames);
  for (Phase phase = 0; phase < N_PHASES; phase++)
    print_times (moves, phase);
}
