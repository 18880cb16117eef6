/* The Companies view in windows of all widths: what is there, and how one gets from table to page.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>
#include <string.h>

#include "companies-fixture.h"
#include "ijk-company-cell.h"

/* Every size lays out; below a width the page stands in the place of the table. */
static void
test_sizes (Fixture       *fixture,
            gconstpointer  data)
{
  static const int sizes[][2] = { { 700, 560 }, { 900, 700 }, { 1096, 850 }, { 2400, 1300 } };

  (void) data;
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GSettings) settings = g_settings_new ("org.ijkpad.Ijkpad");
      GtkWidget *view = g_object_new (IJK_TYPE_COMPANIES_VIEW, NULL);
      GtkWidget *window;
      GtkWidget *leaflet;

      ijk_companies_view_set_session (IJK_COMPANIES_VIEW (view), fixture->session, settings);
      window = fixture_show (view, sizes[i][0], sizes[i][1]);
      leaflet = fixture_find (view, ADW_TYPE_LEAFLET);
      g_assert_true (adw_leaflet_get_folded (ADW_LEAFLET (leaflet)) == (sizes[i][0] <= 900));
      gtk_window_destroy (GTK_WINDOW (window));
    }
}

static AdwLeaflet *
find_leaflet (IjkCompaniesView *view)
{
  return ADW_LEAFLET (fixture_find (GTK_WIDGET (view), ADW_TYPE_LEAFLET));
}

static gboolean
is_folded (gpointer view)
{
  return adw_leaflet_get_folded (find_leaflet (view));
}

static gboolean
is_unfolded (gpointer view)
{
  return !is_folded (view);
}

static gboolean
stands_still (gpointer view)
{
  return !adw_leaflet_get_child_transition_running (find_leaflet (view));
}

/* What was drawn of a leaflet that goes while its pages slide is lost by the library. */
static void
destroy_window (IjkCompaniesView *view,
                GtkWidget        *window)
{
  companies_wait (stands_still, view);
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
shows_page (IjkCompaniesView *view)
{
  GtkWidget *page = GTK_WIDGET (ijk_companies_view_get_page (view));

  return gtk_widget_is_ancestor (page, adw_leaflet_get_visible_child (find_leaflet (view)));
}

static GtkSingleSelection *
get_selection (GtkWidget *table)
{
  GtkWidget *columns = fixture_find (table, GTK_TYPE_COLUMN_VIEW);

  return GTK_SINGLE_SELECTION (gtk_column_view_get_model (GTK_COLUMN_VIEW (columns)));
}

static void
choose_row_without_company (IjkCompanyTableView *table)
{
  const IjkCompanyTable *shown = ijk_company_table_view_get_table (table);

  for (guint k = 0; k < ijk_company_table_n_shown (shown); k++)
    if (ijk_company_table_get (shown, k)->company == IJK_NONE)
      {
        gtk_single_selection_set_selected (get_selection (GTK_WIDGET (table)), k);
        return;
      }
  g_assert_not_reached ();
}

/* Before a company is chosen the table has all the room, with a hint; then it gives way to the page. */
static void
test_page_comes_with_a_company (Fixture       *fixture,
                                gconstpointer  data)
{
  GtkWidget *window;
  IjkCompaniesView *view = companies_show (fixture, &window);
  GtkWidget *table = GTK_WIDGET (ijk_companies_view_get_table (view));
  GtkWidget *page = GTK_WIDGET (ijk_companies_view_get_page (view));

  (void) data;
  g_assert_false (gtk_widget_get_mapped (page));
  g_assert_cmpint (gtk_widget_get_width (table), ==, gtk_widget_get_width (window));
  g_assert_true (companies_has_text (GTK_WIDGET (view), "Choose a row"));
  ijk_session_set_company (fixture->session, companies_find (fixture, "Yara"));
  fixture_settle (window);
  g_assert_true (gtk_widget_get_mapped (page));
  g_assert_false (companies_has_text (GTK_WIDGET (view), "Choose a row"));
  /* Two fifths of the view. */
  g_assert_cmpint (gtk_widget_get_width (page), ==, gtk_widget_get_width (window) * 2 / 5);
  /* And back, also from an installation that has no company. */
  g_signal_emit_by_name (page, "close-requested");
  fixture_settle (window);
  g_assert_false (gtk_widget_get_mapped (page));
  g_assert_cmpuint (ijk_session_get_company (fixture->session), ==, IJK_NONE);
  choose_row_without_company (ijk_companies_view_get_table (view));
  fixture_settle (window);
  g_assert_cmpuint (ijk_session_get_company (fixture->session), ==, IJK_NONE);
  g_assert_true (gtk_widget_get_mapped (page));
  g_signal_emit_by_name (page, "close-requested");
  fixture_settle (window);
  g_assert_false (gtk_widget_get_mapped (page));
  g_assert_cmpuint (gtk_single_selection_get_selected (get_selection (table)), ==,
                    GTK_INVALID_LIST_POSITION);
  destroy_window (view, window);
}

static guint
count_columns (GtkWidget *columns)
{
  GListModel *model = gtk_column_view_get_columns (GTK_COLUMN_VIEW (columns));
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (model, i);

      n += gtk_column_view_column_get_visible (column);
    }
  return n;
}

static gboolean
is_scrolled_sideways (GtkWidget *columns)
{
  GtkAdjustment *scrolled = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (columns));

  return gtk_adjustment_get_upper (scrolled) > gtk_adjustment_get_page_size (scrolled) + 0.5;
}

typedef struct
{
  GtkWidget *window;
  GtkWidget *columns;
  int width;
  guint n_columns; /* expected, or 0: whichever fit */
} Fit;

static gboolean
fits (gpointer data)
{
  const Fit *fit = data;

  return gtk_widget_get_width (fit->window) == fit->width && !is_scrolled_sideways (fit->columns)
         && (fit->n_columns == 0 || count_columns (fit->columns) == fit->n_columns);
}

/* Columns go, so that none has to be scrolled to, and come back. Files have them all. */
static void
test_columns_give_way (Fixture       *fixture,
                       gconstpointer  data)
{
  static const int widths[] = { 1300, 700, 520, 360, 520, 700, 1300 };
  const guint n_widths = G_N_ELEMENTS (widths);
  GtkWidget *window;
  IjkCompaniesView *view = companies_show (fixture, &window);
  IjkCompanyTableView *table = ijk_companies_view_get_table (view);
  GtkWidget *columns = fixture_find (GTK_WIDGET (table), GTK_TYPE_COLUMN_VIEW);
  GtkWidget *left_out = companies_control (table, "left_out");
  g_autofree char *csv = ijk_company_table_view_to_csv (table);
  guint n_seen[G_N_ELEMENTS (widths)];

  (void) data;
  for (guint i = 0; i < n_widths; i++)
    {
      g_autofree char *narrow_csv = NULL;

      /* On the way back there are as many as on the way there. */
      Fit fit = { window, columns, widths[i], i > n_widths / 2 ? n_seen[n_widths - 1 - i] : 0 };

      gtk_window_set_default_size (GTK_WINDOW (window), widths[i], 800);
      companies_wait (fits, &fit);
      n_seen[i] = count_columns (columns);
      g_assert_true (gtk_widget_get_visible (left_out) == (n_seen[i] < n_seen[0]));
      if (widths[i] == 360)
        g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (left_out)), "Sector"));
      narrow_csv = ijk_company_table_view_to_csv (table);
      g_assert_cmpstr (narrow_csv, ==, csv);
    }
  /* Name, sector, registry, emissions, rights, levy and the small chart. */
  g_assert_cmpuint (n_seen[0], ==, 7);
  for (guint i = 1; i <= n_widths / 2; i++)
    g_assert_cmpuint (n_seen[i], <=, n_seen[i - 1]);
  g_assert_cmpuint (n_seen[n_widths / 2], <, 7);
  /* What the table is for is there on a telephone too. */
  g_assert_cmpuint (n_seen[n_widths / 2], >=, 3);
  destroy_window (view, window);
}

/* Enter in the search opens the only company that is left, and in a narrow view leads to its page. */
static void
test_enter_in_search (Fixture       *fixture,
                      gconstpointer  data)
{
  static const int widths[] = { 1400, 600 };

  (void) data;
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      GtkWidget *window;
      IjkCompaniesView *view = companies_show (fixture, &window);
      IjkCompanyTableView *table = ijk_companies_view_get_table (view);
      GtkWidget *search = companies_control (table, "search");

      gtk_window_set_default_size (GTK_WINDOW (window), widths[i], 800);
      companies_wait (widths[i] == 600 ? is_folded : is_unfolded, view);
      ijk_session_set_company (fixture->session, IJK_NONE);
      ijk_companies_view_start_search (view);
      ijk_company_table_view_search (table, "yara");
      fixture_settle (window);
      g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (ijk_companies_view_get_page (view))));
      g_signal_emit_by_name (search, "activate");
      fixture_settle (window);
      g_assert_cmpuint (ijk_session_get_company (fixture->session), ==,
                        companies_find (fixture, "Yara"));
      g_assert_true (shows_page (view));
      g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (ijk_companies_view_get_page (view))));
      /* Beside the page one can go on typing. */
      if (widths[i] == 1400)
        g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), search));
      /* Nothing left, nothing opened. */
      ijk_session_set_company (fixture->session, IJK_NONE);
      ijk_company_table_view_search (table, "no such company at all");
      g_signal_emit_by_name (search, "activate");
      g_assert_cmpuint (ijk_session_get_company (fixture->session), ==, IJK_NONE);
      destroy_window (view, window);
    }
}

/* As if the key was pressed while @widget has the focus. */
static gboolean
press_key (GtkWidget *widget,
           guint      key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean is_taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !is_taken; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller)
          && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &is_taken);
    }
  return is_taken;
}

/* Down leads from the search into the rows: to the one that is selected, or the first. */
static void
test_down_in_search (Fixture       *fixture,
                     gconstpointer  data)
{
  GtkWidget *window;
  IjkCompaniesView *view = companies_show (fixture, &window);
  IjkCompanyTableView *table = ijk_companies_view_get_table (view);
  GtkWidget *columns = fixture_find (GTK_WIDGET (table), GTK_TYPE_COLUMN_VIEW);
  GtkWidget *search = companies_control (table, "search");
  const IjkCompanyRow *first;

  (void) data;
  ijk_companies_view_start_search (view);
  ijk_company_table_view_search (table, "tata");
  fixture_settle (window);
  g_assert_false (press_key (search, GDK_KEY_Left));
  g_assert_true (press_key (search, GDK_KEY_Down));
  fixture_settle (window);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), columns));
  first = ijk_company_table_get (ijk_company_table_view_get_table (table), 0);
  g_assert_cmpuint (ijk_session_get_company (fixture->session), ==, first->company);

  /* Far below in the whole table, where it was not on the screen. */
  ijk_company_table_view_search (table, "");
  ijk_session_set_company (fixture->session,
                           ijk_company_table_get (ijk_company_table_view_get_table (table), 120)
                               ->company);
  ijk_companies_view_start_search (view);
  fixture_settle (window);
  g_assert_true (press_key (search, GDK_KEY_Down));
  fixture_settle (window);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)), columns));
  g_assert_cmpuint (gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (
                        gtk_column_view_get_model (GTK_COLUMN_VIEW (columns)))),
                    ==, 120);
  destroy_window (view, window);
}

static void
click_row (GtkWidget *columns,
           GtkWidget *cell)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (columns);
  graphene_point_t at;

  g_assert_true (
      gtk_widget_compute_point (cell, columns, &GRAPHENE_POINT_INIT (5, 5), &at));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller))
        g_signal_emit_by_name (controller, "released", 1, (double) at.x, (double) at.y);
    }
}

/* Where the page is out of sight one click leads there, and the button back to the row. */
static void
test_one_click_where_narrow (Fixture       *fixture,
                             gconstpointer  data)
{
  GtkWidget *window;
  IjkCompaniesView *view = companies_show (fixture, &window);
  IjkCompanyTableView *table = ijk_companies_view_get_table (view);
  GtkWidget *columns = fixture_find (GTK_WIDGET (table), GTK_TYPE_COLUMN_VIEW);
  GtkWidget *cell = fixture_find (columns, IJK_TYPE_COMPANY_CELL);
  GtkWidget *back
      = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (view), IJK_TYPE_COMPANIES_VIEW,
                                                   "back"));

  (void) data;
  /* Wide, the click is left to the table. */
  click_row (columns, cell);
  g_assert_cmpuint (ijk_session_get_company (fixture->session), ==, IJK_NONE);
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 700);
  companies_wait (is_folded, view);
  fixture_settle (window);
  click_row (columns, fixture_find (columns, IJK_TYPE_COMPANY_CELL));
  g_assert_cmpuint (ijk_session_get_company (fixture->session), ==,
                    ijk_company_table_get (ijk_company_table_view_get_table (table), 0)->company);
  fixture_settle (window);
  g_assert_true (shows_page (view));
  g_signal_emit_by_name (back, "clicked");
  g_assert_false (shows_page (view));
  destroy_window (view, window);
}

int
main (int    argc,
      char **argv)
{
  const int status = companies_init (&argc, &argv);

  if (status != 0)
    return status;
#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("/companies/sizes", test_sizes);
  ADD ("/companies/page-comes-with-a-company", test_page_comes_with_a_company);
  ADD ("/companies/columns-give-way", test_columns_give_way);
  ADD ("/companies/enter-in-search", test_enter_in_search);
  ADD ("/companies/down-in-search", test_down_in_search);
  ADD ("/companies/one-click-where-narrow", test_one_click_where_narrow);
#undef ADD
  return g_test_run ();
}
