/* Memory while the window is worked in without pause: levers, scenarios, years, sectors, charts,
 * tables, undo and redo, at random but the same each time.
 *
 * A hand that does something every 0.2 s does 18,000 things an hour. Prints what the process holds
 * for itself at an eighth of the edits, when all it makes once has been made, and after that.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench-window.h"

#include <malloc.h>
#include <math.h>

#define SEED 20190628
#define N_MARKS 8
#define FRAME_EVERY 4 /* edits: every one would wait for a sixtieth of a second */
#define N_EVENTS 20 /* after an edit, at most */
#define N_CARDS 4

typedef struct
{
  IjkWindow *window;
  IjkSession *session;
  GRand *random;
  guint n_refused;
  gboolean is_painted;
} Edits;

/* Kilobytes of the line @name in what the kernel tells of this process. */
static guint64
read_memory_kb (const char *name)
{
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, NULL))
    return 0;
  line = strstr (text, name);
  return line != NULL ? g_ascii_strtoull (line + strlen (name), NULL, 10) : 0;
}

static void
print_memory (guint n_edits)
{
  const guint64 before_kb = read_memory_kb ("\nAnonymous:");
  guint64 anonymous_kb;

  malloc_trim (0);
  anonymous_kb = read_memory_kb ("\nAnonymous:");
  g_print ("  %6u edits: own memory %6.1f MB, %6.1f MB of it free; with its share of libraries"
           " %6.1f MB, all it maps %6.1f MB\n",
           n_edits, (double) before_kb / 1e3, ((double) before_kb - (double) anonymous_kb) / 1e3,
           (double) read_memory_kb ("\nPss:") / 1e3, (double) read_memory_kb ("Rss:") / 1e3);
}

static double
random_value (Edits          *edits,
              const IjkLever *lever)
{
  const double from = isfinite (lever->min) ? lever->min : 0;
  const double to = isfinite (lever->max) ? lever->max : from + 100 * lever->step;

  return from + lever->step * floor (g_rand_double (edits->random) * (to - from) / lever->step);
}

static void
set_lever (Edits *edits)
{
  const IjkReference *reference = ijk_session_get_reference (edits->session);
  IjkLeverKey key = { (IjkLeverId) g_rand_int_range (edits->random, 0, (int) reference->n_levers),
                      IJK_SCOPE_NATIONAL, 0 };
  const IjkLever *lever = &reference->levers[key.lever];
  IjkLeverValue value = { .number = random_value (edits, lever),
                          .choice = (guint) g_rand_int_range (edits->random, 0, 2),
                          .mode = (IjkShareMode) g_rand_int_range (edits->random, 0, 3) };
  g_autoptr (GError) error = NULL;

  if ((lever->scopes & (1u << IJK_SCOPE_PROJECT)) != 0)
    {
      key.scope = IJK_SCOPE_PROJECT;
      key.target = (guint) g_rand_int_range (edits->random, 0, (int) reference->n_projects);
    }
  for (int year = IJK_FIRST_FREE_YEAR; year <= IJK_LAST_YEAR; year += 6)
    value.points[value.n_points++] = (IjkPathPoint) { year, random_value (edits, lever) };
  if (!ijk_session_set_lever (edits->session, &key, &value, &error))
    edits->n_refused++;
}

static void
reset_lever (Edits *edits)
{
  guint n_settings;
  const IjkLeverSetting *settings
    = ijk_scenario_get_settings (ijk_session_get_scenario (edits->session), &n_settings);

  if (n_settings > 0)
    {
      const IjkLeverKey key
        = settings[g_rand_int_range (edits->random, 0, (int) n_settings)].key;

      ijk_session_reset_lever (edits->session, &key);
    }
}

static gint64
random_scenario (Edits *edits)
{
  GPtrArray *scenarios = ijk_session_get_scenarios (edits->session);
  const IjkScenarioRecord *record
    = g_ptr_array_index (scenarios, g_rand_int_range (edits->random, 0, (int) scenarios->len));

  return record->id;
}

static void
change_card (Edits    *edits,
             gboolean  is_table)
{
  IjkFigureCard *card = ijk_explore_view_get_nth_card (
      IJK_EXPLORE_VIEW (edits->window->explore), (guint) g_rand_int_range (edits->random, 0, N_CARDS));
  guint n_figures;
  const IjkFigure *figures = ijk_figures (&n_figures);

  if (is_table)
    ijk_figure_card_set_shows_table (card, g_rand_boolean (edits->random));
  else
    ijk_figure_card_set_figure (
        card, figures[g_rand_int_range (edits->random, 0, (int) n_figures)].id);
}

static void
edit (Edits *edits)
{
  const IjkReference *reference = ijk_session_get_reference (edits->session);
  const int chance = g_rand_int_range (edits->random, 0, 100);

  if (chance < 55)
    set_lever (edits);
  else if (chance < 62)
    reset_lever (edits);
  else if (chance < 72)
    ijk_session_undo (edits->session);
  else if (chance < 77)
    ijk_session_redo (edits->session);
  else if (chance < 85)
    ijk_session_set_year (edits->session,
                          g_rand_int_range (edits->random, IJK_FIRST_YEAR, IJK_LAST_YEAR + 1));
  else if (chance < 89)
    ijk_session_set_sector (
        edits->session, (guint) g_rand_int_range (edits->random, 0, (int) reference->n_sectors));
  else if (chance < 94)
    change_card (edits, FALSE);
  else if (chance < 97)
    change_card (edits, TRUE);
  else if (chance < 98)
    ijk_session_set_compare_id (edits->session, random_scenario (edits));
  else if (chance < 99)
    ijk_session_select_scenario (edits->session, random_scenario (edits));
  else
    adw_view_stack_set_visible_child_name (
        ADW_VIEW_STACK (edits->window->views),
        g_rand_boolean (edits->random) ? "explore" : "companies");
}

static void
painted_cb (GdkFrameClock *clock,
            Edits         *edits)
{
  (void) clock;
  edits->is_painted = TRUE;
}

static gboolean
is_painted (gpointer data)
{
  return ((Edits *) data)->is_painted;
}

void
bench_run_edits (IjkWindow *window,
                 guint      n_edits)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  Edits edits = { .window = window, .session = window->session };
  const gint64 start_us = g_get_monotonic_time ();

  edits.random = g_rand_new_with_seed (SEED);
  g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &edits);
  g_print ("window, %u random edits (18,000 stand for an hour)\n", n_edits);
  print_memory (0);
  for (guint i = 1; i <= n_edits; i++)
    {
      edit (&edits);
      ijk_session_run_now (edits.session);
      if (i % FRAME_EVERY == 0)
        {
          edits.is_painted = FALSE;
          gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_AFTER_PAINT);
          if (!bench_wait_for (is_painted, &edits))
            g_error ("an edit was never painted");
        }
      /* Not until there is nothing to do: what moves by itself may never rest. */
      for (guint k = 0; k < N_EVENTS && g_main_context_iteration (NULL, FALSE); k++)
        ;
      if (i % MAX (n_edits / N_MARKS, 1) == 0)
        print_memory (i);
    }
  g_print ("  %u refused, %.0f s\n", edits.n_refused,
           (double) (g_get_monotonic_time () - start_us) / 1e6);
  g_signal_handlers_disconnect_by_data (clock, &edits);
  g_rand_free (edits.random);
}
