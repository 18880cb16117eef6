/* The Companies view: from a move of a lever, and from a letter typed, to the painted frame of the
 * table, with as many installations as the registry and with 10,000.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench-frames.h"
#include "bench-timing.h"

#define N_MANY 10000
#define N_MOVES 300
#define N_LETTERS 120

/* ms, of the 99th percentile. */
#define AIM_MOVE 33
#define AIM_LETTER 16

typedef struct
{
  BenchScreen screen;
  IjkCompanyTableView *table;
  guint64 n_searches;
} Bench;

/* The lever goes up and down its range, a step at a time, as under a hand. */
static void
move_lever (gpointer user_data,
            guint    i_move)
{
  Bench *bench = user_data;
  const IjkLeverKey key = { IJK_LEVER_ENFORCEMENT, IJK_SCOPE_NATIONAL, 0 };
  const guint phase = i_move % 200;
  const IjkLeverValue value = { .number = (phase < 100 ? phase : 200 - phase) / 100.0 };
  g_autoptr (GError) error = NULL;

  if (!ijk_session_set_lever (bench->screen.session, &key, &value, &error))
    g_error ("%s", error->message);
}

static guint64
count_runs (gpointer user_data)
{
  return ijk_session_get_n_runs (((Bench *) user_data)->screen.session);
}

/* A word comes letter by letter, and goes the same way. */
static void
type_letter (gpointer user_data,
             guint    i_move)
{
  static const char *const typed[]
      = { "s", "sh", "she", "shel", "shell", "shell p", "shell", "shel", "she", "sh", "s", "" };

  ijk_company_table_view_search (((Bench *) user_data)->table, typed[i_move % G_N_ELEMENTS (typed)]);
}

static void
searched_cb (Bench *bench)
{
  bench->n_searches++;
}

static guint64
count_searches (gpointer user_data)
{
  return ((Bench *) user_data)->n_searches;
}

static GtkWidget *
find_below (GtkWidget *widget,
            GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_below (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
time_rows (Bench          *bench,
           IjkCompanyRows  rows,
           const char     *rows_name)
{
  const guint n_units = ijk_session_get_reference (bench->screen.session)->n_units;
  g_autofree char *name = g_strdup_printf ("companies, %u units as %s, lever", n_units, rows_name);
  const BenchMoves moves = { .move = move_lever, .count = count_runs, .data = bench,
                             .n_moves = N_MOVES, .aim_ms = AIM_MOVE };

  ijk_company_table_view_set_rows (bench->table, rows);
  ijk_session_begin_step (bench->screen.session, "bench");
  bench_screen_time (&bench->screen, name, &moves);
  ijk_session_end_step (bench->screen.session);
}

static void
time_letters (Bench          *bench,
              IjkCompanyRows  rows,
              const char     *rows_name)
{
  const guint n_units = ijk_session_get_reference (bench->screen.session)->n_units;
  g_autofree char *name = g_strdup_printf ("companies, %u units as %s, typing", n_units, rows_name);
  GtkWidget *entry = find_below (GTK_WIDGET (bench->table), GTK_TYPE_SEARCH_ENTRY);
  const BenchMoves moves = { .move = type_letter, .count = count_searches, .data = bench,
                             .n_moves = N_LETTERS, .aim_ms = AIM_LETTER };

  ijk_company_table_view_set_rows (bench->table, rows);
  g_signal_connect_data (entry, "search-changed", G_CALLBACK (searched_cb), bench, NULL,
                         G_CONNECT_AFTER | G_CONNECT_SWAPPED);
  bench_screen_time (&bench->screen, name, &moves);
  g_signal_handlers_disconnect_by_data (entry, bench);
}

static void
run (const IjkDataSet *data_set)
{
  Bench bench = { 0 };

  bench_screen_open (&bench.screen, data_set, "companies");
  bench.table = ijk_companies_view_get_table (IJK_COMPANIES_VIEW (bench.screen.window->companies));
  time_rows (&bench, IJK_COMPANY_ROWS_UNITS, "installations");
  time_rows (&bench, IJK_COMPANY_ROWS_COMPANIES, "companies");
  time_rows (&bench, IJK_COMPANY_ROWS_SECTORS, "sectors");
  time_letters (&bench, IJK_COMPANY_ROWS_UNITS, "installations");
  time_letters (&bench, IJK_COMPANY_ROWS_COMPANIES, "companies");
  bench_screen_close (&bench.screen);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IjkDataSet) data_set = ijk_data_set_load (IJKPAD_REFERENCE_DIR, &error);
  g_autoptr (IjkReference) reference = data_set != NULL ? ijk_data_set_parse (data_set, &error) : NULL;
  g_autoptr (IjkReference) many = NULL;
  g_autoptr (IjkDataSet) many_set = NULL;

  (void) argc;
  if (reference == NULL)
    g_error ("%s", error->message);
  many = bench_multiply_units (reference, N_MANY);
  many_set = ijk_data_set_with_units (data_set, many);
  if (!bench_screen_init (argv))
    return 0;
  run (data_set);
  run (many_set);
  return 0;
}
