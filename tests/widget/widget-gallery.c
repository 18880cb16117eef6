/* Shows the widgets in a window, with the real reference, to be looked at.
 *
 * widget-gallery PAGE [light|dark|time] [LEVER=VALUE ...]
 *   PAGE: explore, cards:FIGURE,FIGURE..., levers, path:LEVER, table, projects
 *
 *   time: moves a lever many times and says how long until each frame is painted
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "ijk-figure-card.h"
#include "ijk-headline-strip.h"
#include "ijk-lever-row.h"
#include "ijk-path-editor.h"
#include "widget-fixture.h"

#define N_MOVES 500

static GtkWidget *
make_rows (IjkSession *session,
           gboolean    projects)
{
  const IjkReference *reference = ijk_session_get_reference (session);
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_valign (list, GTK_ALIGN_START);
  gtk_widget_set_margin_start (list, 12);
  gtk_widget_set_margin_end (list, 12);
  gtk_widget_set_margin_top (list, 12);
  gtk_widget_set_margin_bottom (list, 12);
  if (projects)
    for (guint p = 0; p < reference->n_projects; p++)
      gtk_list_box_append (GTK_LIST_BOX (list),
                           ijk_lever_row_new (session, &(IjkLeverKey) { IJK_LEVER_PROJECT,
                                                                        IJK_SCOPE_PROJECT, p }));
  else
    for (IjkLeverId lever = 0; lever < IJK_N_TABLE_LEVERS; lever++)
      gtk_list_box_append (GTK_LIST_BOX (list),
                           ijk_lever_row_new (session,
                                              &(IjkLeverKey) { lever, IJK_SCOPE_NATIONAL, 0 }));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), list);
  gtk_widget_set_size_request (scroller, 344, -1);
  return scroller;
}

static GtkWidget *
make_explore (IjkSession        *session,
              const char *const *figures)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *page = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *grid = gtk_grid_new ();

  gtk_box_append (GTK_BOX (box), make_rows (session, FALSE));
  gtk_grid_set_row_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  for (int i = 0; figures[i] != NULL; i++)
    gtk_grid_attach (GTK_GRID (grid), ijk_figure_card_new (session, figures[i]), i % 2, i / 2, 1,
                     1);
  gtk_box_append (GTK_BOX (page), ijk_headline_strip_new (session));
  gtk_box_append (GTK_BOX (page), grid);
  gtk_widget_set_margin_top (page, 16);
  gtk_widget_set_margin_bottom (page, 16);
  gtk_widget_set_margin_start (page, 16);
  gtk_widget_set_margin_end (page, 16);
  gtk_widget_set_hexpand (page, TRUE);
  gtk_box_append (GTK_BOX (box), page);
  return box;
}

static GtkWidget *
make_page (IjkSession *session,
           const char *page)
{
  static const char *const figures[]
      = { "emissions-by-sector", "benchmark-path", "levy", "ccs", NULL };

  if (g_str_has_prefix (page, "path:"))
    {
      const guint lever
        = ijk_lever_find (ijk_session_get_reference (session), page + strlen ("path:"));
      GtkWidget *editor
        = ijk_path_editor_new (session, &(IjkLeverKey) { lever, IJK_SCOPE_NATIONAL, 0 });

      gtk_widget_set_margin_top (editor, 12);
      gtk_widget_set_margin_bottom (editor, 12);
      gtk_widget_set_margin_start (editor, 12);
      gtk_widget_set_margin_end (editor, 12);
      return editor;
    }
  if (g_str_equal (page, "table"))
    {
      GtkWidget *card = ijk_figure_card_new (session, "emissions-by-sector");

      ijk_figure_card_set_shows_table (IJK_FIGURE_CARD (card), TRUE);
      return card;
    }
  if (g_str_equal (page, "levers") || g_str_equal (page, "projects"))
    return make_rows (session, g_str_equal (page, "projects"));
  if (g_str_has_prefix (page, "cards:"))
    {
      g_auto (GStrv) chosen = g_strsplit (page + strlen ("cards:"), ",", -1);

      return make_explore (session, (const char *const *) chosen);
    }
  return make_explore (session, figures);
}

static void
set_levers (IjkSession  *session,
            char       **settings)
{
  for (guint i = 0; settings[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *name = g_strndup (settings[i], strcspn (settings[i], "="));
      const IjkReference *reference = ijk_session_get_reference (session);
      IjkLeverKey key;
      IjkLeverValue value;

      if (!ijk_lever_key_parse (reference, name, &key, &error)
          || !ijk_lever_value_parse (&reference->levers[key.lever],
                                     settings[i] + strlen (name) + 1, &value, &error)
          || !ijk_session_set_lever (session, &key, &value, &error))
        g_error ("%s", error->message);
    }
  ijk_session_run_now (session);
}

static void
painted_cb (gboolean *is_painted)
{
  *is_painted = TRUE;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  const double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

/* From the value set to the frame painted, in which all charts show it: processor time, because the frame
 * clock makes everybody wait for its next tick. */
static void
measure_moves (IjkSession *session,
               GtkWidget  *window)
{
  const IjkLeverKey key = { IJK_LEVER_ENFORCEMENT, IJK_SCOPE_NATIONAL, 0 };
  GdkFrameClock *frames = gtk_widget_get_frame_clock (window);
  gboolean is_painted = FALSE;
  double times_ms[N_MOVES];

  g_signal_connect_swapped (frames, "after-paint", G_CALLBACK (painted_cb), &is_painted);
  ijk_session_begin_step (session, "Move");
  for (guint i = 0; i < N_MOVES; i++)
    {
      const double value = 0.4 + 0.5 * (i % 100) / 100.0;
      const clock_t start = clock ();

      is_painted = FALSE;
      g_assert_true (
          ijk_session_set_lever (session, &key, &(IjkLeverValue) { .number = value }, NULL));
      while (!is_painted)
        {
          g_main_context_iteration (NULL, TRUE);
        }
      times_ms[i] = (double) (clock () - start) * 1e3 / CLOCKS_PER_SEC;
    }
  ijk_session_end_step (session);
  qsort (times_ms, N_MOVES, sizeof *times_ms, compare_times);
  g_print ("%d moves: median %.1f ms, p99 %.1f ms of processor time\n", N_MOVES, times_ms[N_MOVES / 2],
           times_ms[N_MOVES * 99 / 100]);
}

int
main (int    argc,
      char **argv)
{
  Fixture fixture = { 0 };
  GtkWidget *window;
  const char *style = argc > 2 ? argv[2] : "light";

  if (fixture_init (&argc, &argv) != 0)
    return 77;
  if (argc < 2)
    g_error ("widget-gallery PAGE [light|dark|time] [LEVER=VALUE ...]");
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      g_str_equal (style, "dark") ? ADW_COLOR_SCHEME_FORCE_DARK
                                                                  : ADW_COLOR_SCHEME_FORCE_LIGHT);
  fixture_set_up (&fixture, NULL);
  if (argc > 3)
    set_levers (fixture.session, argv + 3);
  window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 1440, 900);
  gtk_window_set_child (GTK_WINDOW (window), make_page (fixture.session, argv[1]));
  gtk_window_present (GTK_WINDOW (window));
  if (g_str_equal (style, "time"))
    {
      fixture_settle (window);
      measure_moves (fixture.session, window);
      gtk_window_destroy (GTK_WINDOW (window));
    }
  while (g_list_model_get_n_items (gtk_window_get_toplevels ()) > 0)
    g_main_context_iteration (NULL, TRUE);
  fixture_tear_down (&fixture, NULL);
  return 0;
}
