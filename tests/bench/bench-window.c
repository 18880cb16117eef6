/* The window: from a move of a lever to the painted frame, with four charts, over 500 moves.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench-frames.h"

#define N_MOVES 500

/* The lever goes up and down its range, a step at a time, as under a hand. */
static void
move_lever (gpointer session,
            guint    i_move)
{
  const IjkLeverKey key = { IJK_LEVER_ENFORCEMENT, IJK_SCOPE_NATIONAL, 0 };
  const guint phase = i_move % 200;
  const IjkLeverValue value = { .number = (phase < 100 ? phase : 200 - phase) / 100.0 };
  g_autoptr (GError) error = NULL;

  if (!ijk_session_set_lever (session, &key, &value, &error))
    g_error ("%s", error->message);
}

static guint64
count_runs (gpointer session)
{
  return ijk_session_get_n_runs (session);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IjkDataSet) data_set = ijk_data_set_load (IJKPAD_REFERENCE_DIR, &error);
  BenchScreen screen;
  BenchMoves moves = { .move = move_lever, .count = count_runs, .n_moves = N_MOVES };

  (void) argc;
  if (data_set == NULL)
    g_error ("%s", error->message);
  if (!bench_screen_init (argv))
    return 0;
  bench_screen_open (&screen, data_set, "explore");
  moves.data = screen.session;
  ijk_session_begin_step (screen.session, "bench");
  bench_screen_time (&screen, "window", &moves);
  ijk_session_end_step (screen.session);
  bench_screen_close (&screen);
  return 0;
}
