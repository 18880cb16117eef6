/* The Companies view as a person uses it: the table that follows levers, search; the page with its sum and
 * levers; the map; a company scenario.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>
#include <math.h>
#include <string.h>

#include "companies-fixture.h"
#include "ijk-company-cell.h"
#include "ijk-company-effect.h"
#include "ijk-company-map.h"
#include "ijk-company-sum-view.h"
#include "ijk-lever-row.h"
#include "ijk-quantity.h"
#include "ijk-sector-group.h"
#include "ijk-widget.h"

#define TOLERANCE 1e-6

/* Rows of a table that can be seen: a row that is not wanted is kept, hidden. */
static guint
count_rows (GtkWidget *columns)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();
  guint n_rows = 0;

  companies_collect (columns, IJK_TYPE_COMPANY_CELL, cells);
  for (guint i = 0; i < cells->len; i++)
    {
      GtkWidget *place = gtk_widget_get_parent (cells->pdata[i]);

      /* The first cell of each row. */
      n_rows += gtk_widget_get_mapped (cells->pdata[i])
                && gtk_widget_get_prev_sibling (place) == NULL;
    }
  return n_rows;
}

static void
count_cb (GListModel *model,
          guint       position,
          guint       n_removed,
          guint       n_added,
          guint      *n_changes)
{
  (void) model;
  (void) position;
  (void) n_removed;
  (void) n_added;
  (*n_changes)++;
}

/* A lever moves the numbers in the rows that are there; none is made anew. */
static void
test_follows_levers (Fixture       *fixture,
                     gconstpointer  data)
{
  GtkWidget *window;
  IjkCompaniesView *view = companies_show (fixture, &window);
  IjkCompanyTableView *table = ijk_companies_view_get_table (view);
  GtkColumnView *columns = GTK_COLUMN_VIEW (fixture_find (GTK_WIDGET (table), GTK_TYPE_COLUMN_VIEW));
  g_autoptr (GPtrArray) before = g_ptr_array_new ();
  g_autoptr (GPtrArray) after = g_ptr_array_new ();
  const IjkLeverKey key = { IJK_LEVER_ENFORCEMENT, IJK_SCOPE_NATIONAL, 0 };
  const double before_kt
      = ijk_company_table_totals (ijk_company_table_view_get_table (table))->emissions_kt;
  g_autofree char *text = NULL;
  guint n_changes = 0;

  (void) data;
  companies_collect (GTK_WIDGET (columns), IJK_TYPE_COMPANY_CELL, before);
  g_assert_cmpuint (before->len, >, 20);
  g_signal_connect (gtk_column_view_get_model (columns), "items-changed", G_CALLBACK (count_cb),
                    &n_changes);
  g_assert_true (
      ijk_session_set_lever (fixture->session, &key, &(IjkLeverValue) { .number = 1 }, NULL));
  fixture_settle (window);
  companies_collect (GTK_WIDGET (columns), IJK_TYPE_COMPANY_CELL, after);
  g_assert_cmpuint (n_changes, ==, 0);
  g_assert_cmpuint (after->len, ==, before->len);
  for (guint i = 0; i < after->len; i++)
    g_assert_true (after->pdata[i] == before->pdata[i]);
  g_assert_cmpfloat (ijk_company_table_totals (ijk_company_table_view_get_table (table))->emissions_kt,
                     <, before_kt - 1);
  text = ijk_quantity_mt (
      ijk_company_table_totals (ijk_company_table_view_get_table (table))->emissions_kt);
  g_assert_true (companies_has_text (GTK_WIDGET (table), text));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What is typed leaves the company; choosing its row makes it that of the session and of the page. */
static void
test_search_and_choose (Fixture       *fixture,
                        gconstpointer  data)
{
  GtkWidget *window;
  IjkCompaniesView *view = companies_show (fixture, &window);
  IjkCompanyTableView *table = ijk_companies_view_get_table (view);
  GtkWidget *columns = fixture_find (GTK_WIDGET (table), GTK_TYPE_COLUMN_VIEW);
  GtkSelectionModel *model = gtk_column_view_get_model (GTK_COLUMN_VIEW (columns));

  (void) data;
  gtk_test_accessible_assert_property (fixture_find (GTK_WIDGET (table), GTK_TYPE_SEARCH_ENTRY),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Search companies");
  ijk_company_table_view_search (table, "yara");
  fixture_settle (window);
  g_assert_cmpuint (ijk_company_table_n_shown (ijk_company_table_view_get_table (table)), ==, 1);
  g_assert_cmpuint (count_rows (columns), ==, 1);
  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (model), 0);
  fixture_settle (window);
  g_assert_cmpuint (ijk_session_get_company (fixture->session), ==, companies_find (fixture, "Yara"));
  gtk_test_accessible_assert_property (ijk_companies_view_get_page (view),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Yara");
  /* The selection stays with the company where its row is another one. */
  ijk_company_table_view_search (table, "");
  fixture_settle (window);
  {
    const guint selected = gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (model));
    const IjkCompanyRow *row
        = ijk_company_table_get (ijk_company_table_view_get_table (table), selected);

    g_assert_cmpuint (row->company, ==, companies_find (fixture, "Yara"));
  }
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_empty_state (Fixture       *fixture,
                  gconstpointer  data)
{
  GtkWidget *window;
  IjkCompaniesView *view = companies_show (fixture, &window);
  IjkCompanyTableView *table = ijk_companies_view_get_table (view);
  const guint n_all = ijk_company_table_n_shown (ijk_company_table_view_get_table (table));

  (void) data;
  g_assert_false (companies_has_text (GTK_WIDGET (table), "No company matches"));
  ijk_company_table_view_search (table, "no such company at all");
  fixture_settle (window);
  g_assert_true (companies_has_text (GTK_WIDGET (table), "No company matches"));
  gtk_widget_activate_action (GTK_WIDGET (table), "companies.clear", NULL);
  fixture_settle (window);
  g_assert_false (companies_has_text (GTK_WIDGET (table), "No company matches"));
  g_assert_cmpuint (ijk_company_table_n_shown (ijk_company_table_view_get_table (table)), ==, n_all);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Choosing on the map filters the table; choosing again lets go. */
static void
test_map_filters (Fixture       *fixture,
                  gconstpointer  data)
{
  GtkWidget *window;
  IjkCompaniesView *view = companies_show (fixture, &window);
  const IjkReference *reference = ijk_session_get_reference (fixture->session);
  const guint chemelot = ijk_reference_find_cluster (reference, "chemelot");
  const IjkCompanyTable *table
      = ijk_company_table_view_get_table (ijk_companies_view_get_table (view));
  const guint n_all = ijk_company_table_n_shown (table);
  GtkWidget *map = fixture_find (GTK_WIDGET (view), IJK_TYPE_COMPANY_MAP);
  g_autoptr (GPtrArray) buttons = g_ptr_array_new ();
  guint n_clusters = 0;

  (void) data;
  companies_collect (map, GTK_TYPE_TOGGLE_BUTTON, buttons);
  for (guint i = 0; i < buttons->len; i++)
    if (gtk_widget_has_css_class (buttons->pdata[i], "company-cluster"))
      {
        if (n_clusters == chemelot)
          gtk_toggle_button_set_active (buttons->pdata[i], TRUE);
        n_clusters++;
      }
  g_assert_cmpuint (n_clusters, ==, reference->n_clusters);
  g_assert_cmpuint (ijk_company_table_n_shown (table), >, 0);
  g_assert_cmpuint (ijk_company_table_n_shown (table), <, n_all);
  for (guint k = 0; k < ijk_company_table_n_shown (table); k++)
    g_assert_cmpuint (ijk_company_table_get (table, k)->cluster, ==, chemelot);
  for (guint i = 0; i < buttons->len; i++)
    if (gtk_widget_has_css_class (buttons->pdata[i], "company-cluster"))
      gtk_toggle_button_set_active (buttons->pdata[i], FALSE);
  g_assert_cmpuint (ijk_company_table_n_shown (table), ==, n_all);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The title of the sum is the levy of the run, and so is what its factors come to. */
static void
test_sum_is_the_levy (Fixture       *fixture,
                      gconstpointer  data)
{
  GtkWidget *window;
  IjkCompaniesView *view = companies_show (fixture, &window);
  const IjkReference *reference = ijk_session_get_reference (fixture->session);
  GtkWidget *sum = fixture_find (GTK_WIDGET (view), IJK_TYPE_COMPANY_SUM_VIEW);

  (void) data;
  for (guint c = 0; c < reference->n_companies; c += 7)
    {
      g_autofree char *amount = NULL;

      ijk_session_set_company (fixture->session, c);
      fixture_settle (window);
      if (reference->units[reference->companies[c].units[0]].kind == IJK_KIND_REST)
        continue;
      amount = ijk_quantity_money (companies_value (fixture, "levy", c));
      g_assert_nonnull (strstr (ijk_company_sum_view_get_text (IJK_COMPANY_SUM_VIEW (sum)), amount));
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Returns: the scenario that comes in the place of @before */
static gint64
wait_for_other (Fixture *fixture,
                gint64   before)
{
  const gint64 deadline = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (ijk_session_get_scenario_id (fixture->session) == before
         && g_get_monotonic_time () < deadline)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (ijk_session_get_scenario_id (fixture->session), !=, before);
  return ijk_session_get_scenario_id (fixture->session);
}

/* The button makes a company scenario under this one, with the company's name and levers. */
static void
test_company_scenario (Fixture       *fixture,
                       gconstpointer  data)
{
  GtkWidget *window;
  IjkCompaniesView *view = companies_show (fixture, &window);
  IjkCompanyPage *page = ijk_companies_view_get_page (view);
  GtkWidget *effect = fixture_find (GTK_WIDGET (page), IJK_TYPE_COMPANY_EFFECT);
  const guint tata = companies_find (fixture, "Tata Steel");
  const gint64 first = ijk_session_get_scenario_id (fixture->session);
  const IjkLeverKey key = { IJK_LEVER_BENCHMARK_SCALE, IJK_SCOPE_COMPANY, tata };
  const IjkLeverKey rate = { IJK_LEVER_RATE, IJK_SCOPE_NATIONAL, 0 };
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  double before_meur;
  gint64 parent;

  (void) data;
  /* A rate that bites, so that rights matter; it makes a copy of the shipped scenario. */
  g_assert_true (ijk_session_set_lever (
      fixture->session, &rate,
      &(IjkLeverValue) { .n_points = 1, .points = { { 2026, 250 } } }, NULL));
  parent = wait_for_other (fixture, first);
  ijk_session_set_company (fixture->session, tata);
  fixture_settle (window);
  g_assert_false (gtk_widget_get_visible (effect));
  g_signal_emit_by_name (page, "scenario-requested");
  wait_for_other (fixture, parent);
  ijk_session_run_now (fixture->session);
  fixture_settle (window);
  g_assert_nonnull (strstr (ijk_session_get_scenario_name (fixture->session), "Tata Steel"));
  g_assert_false (ijk_session_is_read_only (fixture->session));
  g_assert_cmpuint (ijk_session_get_company (fixture->session), ==, tata);
  companies_collect (GTK_WIDGET (page), IJK_TYPE_LEVER_ROW, rows);
  g_assert_cmpuint (rows->len, >, 2);

  before_meur = companies_value (fixture, "net_levy", tata);
  g_assert_true (ijk_session_set_lever (
      fixture->session, &key, &(IjkLeverValue) { .n_points = 1, .points = { { 2026, 0.5 } } },
      NULL));
  ijk_session_run_now (fixture->session);
  fixture_settle (window);
  g_assert_true (gtk_widget_get_visible (effect));
  g_assert_cmpfloat_with_epsilon (ijk_company_effect_get_before_meur (IJK_COMPANY_EFFECT (effect)),
                                  before_meur, TOLERANCE);
  g_assert_cmpfloat_with_epsilon (ijk_company_effect_get_after_meur (IJK_COMPANY_EFFECT (effect)),
                                  companies_value (fixture, "net_levy", tata), TOLERANCE);
  g_assert_cmpfloat (ijk_company_effect_get_after_meur (IJK_COMPANY_EFFECT (effect)), >,
                     before_meur + 1);
  ijk_session_reset_lever (fixture->session, &key);
  ijk_session_run_now (fixture->session);
  fixture_settle (window);
  g_assert_false (gtk_widget_get_visible (effect));
  gtk_window_destroy (GTK_WINDOW (window));
}

static guint
count_sensitive (GPtrArray   *rows,
                 IjkScopeKind scope)
{
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    n += ijk_lever_row_get_key (rows->pdata[i])->scope == scope
         && gtk_widget_get_sensitive (rows->pdata[i]);
  return n;
}

/* What a sector scenario cannot keep cannot be moved there, and the page says where it can. */
static void
test_levers_of_sector_scenario (Fixture       *fixture,
                                gconstpointer  data)
{
  GtkWidget *window;
  IjkCompaniesView *view = companies_show (fixture, &window);
  IjkCompanyPage *page = ijk_companies_view_get_page (view);
  const gint64 first = ijk_session_get_scenario_id (fixture->session);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  (void) data;
  ijk_session_set_company (fixture->session, companies_find (fixture, "Tata Steel"));
  ijk_company_page_show_levers (page);
  fixture_settle (window);
  companies_collect (GTK_WIDGET (page), IJK_TYPE_LEVER_ROW, rows);
  g_assert_cmpuint (count_sensitive (rows, IJK_SCOPE_COMPANY), ==, 0);
  g_assert_cmpuint (count_sensitive (rows, IJK_SCOPE_PROJECT), >, 0);
  g_assert_true (companies_has_text (GTK_WIDGET (page), "set in a company scenario"));
  g_signal_emit_by_name (page, "scenario-requested");
  wait_for_other (fixture, first);
  fixture_settle (window);
  g_assert_cmpuint (count_sensitive (rows, IJK_SCOPE_COMPANY), >, 2);
  g_assert_false (companies_has_text (GTK_WIDGET (page), "set in a company scenario"));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Returns: how many points of @widget, as it was drawn last, have the colour that @role has now */
static guint
count_points (GtkWidget *widget,
              IjkRole    role)
{
  const IjkColour colour = ijk_palette_get_colour (ijk_chart_view_get_style (), role);
  const double parts[] = { colour.blue, colour.green, colour.red };
  const int width = gtk_widget_get_width (widget);
  const int height = gtk_widget_get_height (widget);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  GdkTexture *texture;
  g_autofree guchar *pixels = g_malloc ((gsize) width * height * 4);
  guint n_points = 0;

  gdk_paintable_snapshot (paintable, GDK_SNAPSHOT (snapshot), width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (widget)),
                                         node, &GRAPHENE_RECT_INIT (0, 0, width, height));
  gdk_texture_download (texture, pixels, (gsize) width * 4);
  for (gsize i = 0; i < (gsize) width * height; i++)
    {
      gboolean is_same = TRUE;

      for (guint k = 0; k < G_N_ELEMENTS (parts); k++)
        is_same &= fabs (pixels[4 * i + k] - 255 * parts[k]) <= 1;
      n_points += is_same;
    }
  g_object_unref (texture);
  gsk_render_node_unref (node);
  return n_points;
}

/* The first cell of a column that is seen. */
static GtkWidget *
find_cell (GtkWidget        *view,
           IjkCompanyColumn  column)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();

  companies_collect (view, IJK_TYPE_COMPANY_CELL, cells);
  for (guint i = 0; i < cells->len; i++)
    if (ijk_company_cell_get_column (cells->pdata[i]) == column
        && gtk_widget_get_mapped (cells->pdata[i]))
      return cells->pdata[i];
  g_assert_not_reached ();
}

/* What draws with colours of its own follows the style at once, as charts do. */
static void
test_style_at_once (Fixture       *fixture,
                    gconstpointer  data)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  GtkWidget *window;
  IjkCompaniesView *view = companies_show (fixture, &window);
  GtkWidget *spark = find_cell (GTK_WIDGET (view), IJK_COMPANY_SPARKLINE);
  GtkWidget *sector = find_cell (GTK_WIDGET (view), IJK_COMPANY_SECTOR);
  GtkWidget *map
      = fixture_find (fixture_find (GTK_WIDGET (view), IJK_TYPE_COMPANY_MAP), GTK_TYPE_DRAWING_AREA);
  const IjkReference *reference = ijk_session_get_reference (fixture->session);
  const IjkCompanyRow *first = ijk_company_table_get (
      ijk_company_table_view_get_table (ijk_companies_view_get_table (view)), 0);
  const IjkRole role = ijk_sector_group_role (ijk_sector_group_of (reference, first->sector));
  guint n_plain[4];

  (void) data;
  for (guint i = 0; i < 4; i++)
    {
      adw_style_manager_set_color_scheme (manager, i & 1 ? ADW_COLOR_SCHEME_FORCE_DARK
                                                         : ADW_COLOR_SCHEME_FORCE_LIGHT);
      ijk_widget_set_contrast ((i & 2) != 0);
      fixture_settle (window);
      g_assert_cmpuint (count_points (spark, IJK_ROLE_ACCENT), >, 0);
      g_assert_cmpuint (count_points (sector, role), >, 50);
      g_assert_cmpuint (count_points (map, IJK_ROLE_SHADE), >, 1000);
      n_plain[i] = count_points (map, IJK_ROLE_SERIES_1);
    }
  /* In high contrast nothing shines through, else only the edge of a circle is of its colour. */
  for (guint i = 0; i < 2; i++)
    g_assert_cmpuint (n_plain[i + 2], >, 4 * n_plain[i]);
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_DEFAULT);
  ijk_widget_set_contrast (FALSE);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  const int status = companies_init (&argc, &argv);

  if (status != 0)
    return status;
#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("/companies/table-follows-levers", test_follows_levers);
  ADD ("/companies/search-and-choose", test_search_and_choose);
  ADD ("/companies/empty-state", test_empty_state);
  ADD ("/companies/map-filters", test_map_filters);
  ADD ("/companies/sum-is-the-levy", test_sum_is_the_levy);
  ADD ("/companies/company-scenario", test_company_scenario);
  ADD ("/companies/levers-of-sector-scenario", test_levers_of_sector_scenario);
  ADD ("/companies/style-at-once", test_style_at_once);
#undef ADD
  return g_test_run ();
}
