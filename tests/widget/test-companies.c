/* The Companies view as a person uses it: the table that follows levers, search, filters, order, columns,
 * copying; the page with its sum and levers; the map; a company scenario.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>
#include <math.h>
#include <string.h>

#include "ijk-companies-view.h"
#include "ijk-company-cell.h"
#include "ijk-company-effect.h"
#include "ijk-company-map.h"
#include "ijk-company-sum-view.h"
#include "ijk-indicator.h"
#include "ijk-lever-row.h"
#include "ijk-quantity.h"
#include "widget-fixture.h"

#define TOLERANCE 1e-6

static IjkCompaniesView *
show_view (Fixture    *fixture,
           GtkWidget **window)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.ijkpad.Ijkpad");
  GtkWidget *view = g_object_new (IJK_TYPE_COMPANIES_VIEW, NULL);

  g_settings_reset (settings, "company-columns");
  ijk_companies_view_set_session (IJK_COMPANIES_VIEW (view), fixture->session, settings);
  *window = fixture_show (view, 1400, 860);
  return IJK_COMPANIES_VIEW (view);
}

static guint
find_company (Fixture    *fixture,
              const char *name)
{
  return ijk_reference_find_company (ijk_session_get_reference (fixture->session), name);
}

static double
company_value (Fixture    *fixture,
               const char *indicator,
               guint       company)
{
  return ijk_indicator_value (ijk_indicator_find (IJK_ITEMS_COMPANY, indicator),
                              ijk_session_get_result (fixture->session), company,
                              ijk_session_get_year (fixture->session));
}

/* All widgets of a type below @widget. */
static void
collect (GtkWidget *widget,
         GType      type,
         GPtrArray *found)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

static gboolean
has_text (GtkWidget  *widget,
          const char *text)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  collect (widget, GTK_TYPE_LABEL, labels);
  for (guint i = 0; i < labels->len; i++)
    if (strstr (gtk_label_get_text (labels->pdata[i]), text) != NULL
        && gtk_widget_get_mapped (labels->pdata[i]))
      return TRUE;
  return FALSE;
}

/* Rows of a table that can be seen: a row that is not wanted is kept, hidden. */
static guint
count_rows (GtkWidget *columns)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();
  guint n_rows = 0;

  collect (columns, IJK_TYPE_COMPANY_CELL, cells);
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
  IjkCompaniesView *view = show_view (fixture, &window);
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
  collect (GTK_WIDGET (columns), IJK_TYPE_COMPANY_CELL, before);
  g_assert_cmpuint (before->len, >, 20);
  g_signal_connect (gtk_column_view_get_model (columns), "items-changed", G_CALLBACK (count_cb),
                    &n_changes);
  g_assert_true (
      ijk_session_set_lever (fixture->session, &key, &(IjkLeverValue) { .number = 1 }, NULL));
  fixture_settle (window);
  collect (GTK_WIDGET (columns), IJK_TYPE_COMPANY_CELL, after);
  g_assert_cmpuint (n_changes, ==, 0);
  g_assert_cmpuint (after->len, ==, before->len);
  for (guint i = 0; i < after->len; i++)
    g_assert_true (after->pdata[i] == before->pdata[i]);
  g_assert_cmpfloat (ijk_company_table_totals (ijk_company_table_view_get_table (table))->emissions_kt,
                     <, before_kt - 1);
  text = ijk_quantity_mt (
      ijk_company_table_totals (ijk_company_table_view_get_table (table))->emissions_kt);
  g_assert_true (has_text (GTK_WIDGET (table), text));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What is typed leaves the company; choosing its row makes it that of the session and of the page. */
static void
test_search_and_choose (Fixture       *fixture,
                        gconstpointer  data)
{
  GtkWidget *window;
  IjkCompaniesView *view = show_view (fixture, &window);
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
  g_assert_cmpuint (ijk_session_get_company (fixture->session), ==, find_company (fixture, "Yara"));
  gtk_test_accessible_assert_property (ijk_companies_view_get_page (view),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Yara");
  /* The selection stays with the company where its row is another one. */
  ijk_company_table_view_search (table, "");
  fixture_settle (window);
  {
    const guint selected = gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (model));
    const IjkCompanyRow *row
        = ijk_company_table_get (ijk_company_table_view_get_table (table), selected);

    g_assert_cmpuint (row->company, ==, find_company (fixture, "Yara"));
  }
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_empty_state (Fixture       *fixture,
                  gconstpointer  data)
{
  GtkWidget *window;
  IjkCompaniesView *view = show_view (fixture, &window);
  IjkCompanyTableView *table = ijk_companies_view_get_table (view);
  const guint n_all = ijk_company_table_n_shown (ijk_company_table_view_get_table (table));

  (void) data;
  g_assert_false (has_text (GTK_WIDGET (table), "No company matches"));
  ijk_company_table_view_search (table, "no such company at all");
  fixture_settle (window);
  g_assert_true (has_text (GTK_WIDGET (table), "No company matches"));
  gtk_widget_activate_action (GTK_WIDGET (table), "companies.clear", NULL);
  fixture_settle (window);
  g_assert_false (has_text (GTK_WIDGET (table), "No company matches"));
  g_assert_cmpuint (ijk_company_table_n_shown (ijk_company_table_view_get_table (table)), ==, n_all);
  gtk_window_destroy (GTK_WINDOW (window));
}

static GtkColumnViewColumn *
find_column (GtkWidget        *view,
             IjkCompanyColumn  column)
{
  g_autoptr (GtkColumnViewColumn) found
      = g_list_model_get_item (gtk_column_view_get_columns (GTK_COLUMN_VIEW (view)), column);

  return found; /* the view keeps it */
}

/* A click on a heading sorts: numbers from the largest, then the other way; words from A. */
static void
test_sort_by_heading (Fixture       *fixture,
                      gconstpointer  data)
{
  GtkWidget *window;
  IjkCompaniesView *view = show_view (fixture, &window);
  GtkWidget *columns
      = fixture_find (GTK_WIDGET (ijk_companies_view_get_table (view)), GTK_TYPE_COLUMN_VIEW);
  const IjkCompanyTable *table
      = ijk_company_table_view_get_table (ijk_companies_view_get_table (view));
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  (void) data;
  gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (columns), find_column (columns, IJK_COMPANY_RIGHTS),
                                  GTK_SORT_ASCENDING);
  for (guint k = 1; k < 20; k++)
    g_assert_cmpfloat (ijk_company_table_get (table, k - 1)->rights_kt, >=,
                       ijk_company_table_get (table, k)->rights_kt);
  gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (columns), find_column (columns, IJK_COMPANY_RIGHTS),
                                  GTK_SORT_ASCENDING);
  g_assert_cmpfloat (ijk_company_table_get (table, 0)->rights_kt, <=,
                     ijk_company_table_get (table, 20)->rights_kt);
  gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (columns), find_column (columns, IJK_COMPANY_NAME),
                                  GTK_SORT_ASCENDING);
  first = ijk_company_table_row_name (table, ijk_company_table_get (table, 0));
  last = ijk_company_table_row_name (
      table, ijk_company_table_get (table, ijk_company_table_n_shown (table) - 1));
  g_assert_cmpint (g_utf8_collate (first, last), <, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Every column sorts by its heading, as the table does by itself: numbers from the largest. */
static void
test_every_heading (Fixture       *fixture,
                    gconstpointer  data)
{
  GtkWidget *window;
  IjkCompaniesView *view = show_view (fixture, &window);
  GtkWidget *columns
      = fixture_find (GTK_WIDGET (ijk_companies_view_get_table (view)), GTK_TYPE_COLUMN_VIEW);
  const IjkCompanyTable *table
      = ijk_company_table_view_get_table (ijk_companies_view_get_table (view));
  g_autoptr (IjkCompanyTable) other
      = ijk_company_table_new (ijk_session_get_reference (fixture->session));

  (void) data;
  ijk_company_table_set_result (other, ijk_session_get_result (fixture->session),
                                ijk_session_get_law_result (fixture->session),
                                ijk_session_get_year (fixture->session));
  for (guint c = 0; c < IJK_N_COMPANY_COLUMNS; c++)
    {
      IjkCompanyQuery query = IJK_COMPANY_QUERY_INIT;

      query.sort_by = (IjkCompanyColumn) c;
      query.is_descending = ijk_company_column_is_number (query.sort_by);
      ijk_company_table_set_query (other, &query);
      gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (columns), find_column (columns, query.sort_by),
                                      GTK_SORT_ASCENDING);
      g_assert_cmpuint (ijk_company_table_n_shown (table), ==, ijk_company_table_n_shown (other));
      for (guint k = 0; k < ijk_company_table_n_shown (table); k++)
        {
          g_autofree char *name
              = ijk_company_table_row_name (table, ijk_company_table_get (table, k));
          g_autofree char *expected
              = ijk_company_table_row_name (other, ijk_company_table_get (other, k));

          g_assert_cmpstr (name, ==, expected);
        }
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

static gpointer
get_control (IjkCompanyTableView *table,
             const char          *name)
{
  GObject *control
      = gtk_widget_get_template_child (GTK_WIDGET (table), IJK_TYPE_COMPANY_TABLE_VIEW, name);

  g_assert_nonnull (control);
  return control;
}

/* What a control leaves in the table, counted from the result of the run. */
static void
assert_installations (Fixture             *fixture,
                      IjkCompanyTableView *table,
                      gboolean           (*is_wanted) (const IjkResult *result,
                                                       guint            unit,
                                                       gsize            at))
{
  const IjkResult *result = ijk_session_get_result (fixture->session);
  const gsize at = (gsize) IJK_YEAR_INDEX (ijk_session_get_year (fixture->session))
                   * result->reference->n_units;
  guint n_expected = 0;

  for (guint i = 0; i < result->reference->n_units; i++)
    n_expected += is_wanted (result, i, at + i);
  g_assert_cmpuint (n_expected, >, 0);
  g_assert_cmpuint (n_expected, <, result->reference->n_units);
  g_assert_cmpuint (ijk_company_table_n_shown (ijk_company_table_view_get_table (table)), ==,
                    n_expected);
  /* Nothing else is left on, so that the next control stands alone. */
  gtk_widget_activate_action (GTK_WIDGET (table), "companies.clear", NULL);
  g_assert_cmpuint (ijk_company_table_n_shown (ijk_company_table_view_get_table (table)), ==,
                    result->reference->n_units);
}

static gboolean
is_incinerator (const IjkResult *result,
                guint            unit,
                gsize            at)
{
  (void) at;
  return result->reference->units[unit].kind == IJK_KIND_INCINERATOR;
}

static gboolean
is_long (const IjkResult *result,
         guint            unit,
         gsize            at)
{
  return result->reference->units[unit].kind != IJK_KIND_REST
         && result->unit_rights_kt[at] > result->unit_load_kt[at] + TOLERANCE;
}

static gboolean
is_short (const IjkResult *result,
          guint            unit,
          gsize            at)
{
  return result->reference->units[unit].kind != IJK_KIND_REST
         && result->unit_rights_kt[at] < result->unit_load_kt[at] - TOLERANCE;
}

static gboolean
owes_levy (const IjkResult *result,
           guint            unit,
           gsize            at)
{
  (void) unit;
  return result->unit_levy_meur[at] > TOLERANCE;
}

static gboolean
is_second_sector (const IjkResult *result,
                  guint            unit,
                  gsize            at)
{
  (void) at;
  return result->reference->units[unit].sector == 1;
}

static gboolean
is_third_cluster (const IjkResult *result,
                  guint            unit,
                  gsize            at)
{
  (void) at;
  return result->reference->units[unit].cluster == 2;
}

/* Each control above the table filters, and the action takes all of them off. */
static void
test_filter_controls (Fixture       *fixture,
                      gconstpointer  data)
{
  GtkWidget *window;
  IjkCompanyTableView *table = ijk_companies_view_get_table (show_view (fixture, &window));

  (void) data;
  gtk_drop_down_set_selected (get_control (table, "rows"), IJK_COMPANY_ROWS_UNITS);
  gtk_drop_down_set_selected (get_control (table, "sector"), 1 + 1);
  assert_installations (fixture, table, is_second_sector);
  gtk_drop_down_set_selected (get_control (table, "cluster"), 2 + 1);
  assert_installations (fixture, table, is_third_cluster);
  gtk_drop_down_set_selected (get_control (table, "kind"), IJK_KIND_INCINERATOR + 1);
  assert_installations (fixture, table, is_incinerator);
  gtk_drop_down_set_selected (get_control (table, "position"), IJK_POSITION_LONG);
  assert_installations (fixture, table, is_long);
  gtk_drop_down_set_selected (get_control (table, "position"), IJK_POSITION_SHORT);
  assert_installations (fixture, table, is_short);
  gtk_check_button_set_active (get_control (table, "levied_only"), TRUE);
  g_assert_true (gtk_widget_has_css_class (get_control (table, "more"), "accent"));
  assert_installations (fixture, table, owes_levy);
  g_assert_false (gtk_widget_has_css_class (get_control (table, "more"), "accent"));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The part of a control that takes the focus goes by its name, and a heading by what rows are. */
static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct
  {
    const char *control;
    const char *name;
  } cases[] = {
    { "rows", "Rows" },           { "sector", "Sector" },     { "cluster", "Cluster" },
    { "year", "Year" },           { "kind", "Kind of installation" },
    { "position", "Position" },   { "more", "Filters" },      { "menu", "Columns, copy, save" },
  };
  static const char *const headings[IJK_N_COMPANY_ROWS]
      = { "Installation", "Company", "Sector", "Cluster" };
  GtkWidget *window;
  IjkCompanyTableView *table = ijk_companies_view_get_table (show_view (fixture, &window));
  GtkWidget *columns = fixture_find (GTK_WIDGET (table), GTK_TYPE_COLUMN_VIEW);

  (void) data;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *control = get_control (table, cases[i].control);

      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           cases[i].name);
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (control)),
                                           GTK_ACCESSIBLE_PROPERTY_LABEL, cases[i].name);
    }
  for (guint rows = 0; rows < IJK_N_COMPANY_ROWS; rows++)
    {
      GtkWidget *cell, *row;
      g_autofree char *name = NULL;

      ijk_company_table_view_set_rows (table, (IjkCompanyRows) rows);
      fixture_settle (window);
      cell = fixture_find (columns, IJK_TYPE_COMPANY_CELL);
      row = gtk_widget_get_parent (gtk_widget_get_parent (cell));
      name = ijk_company_table_row_name (
          ijk_company_table_view_get_table (table),
          ijk_company_table_get (ijk_company_table_view_get_table (table), 0));
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
      g_assert_cmpstr (gtk_column_view_column_get_title (find_column (columns, IJK_COMPANY_NAME)), ==,
                       headings[rows]);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Columns are hidden by the menu, remembered in the settings, and left out of the file. */
static void
test_columns (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.ijkpad.Ijkpad");
  GtkWidget *window;
  IjkCompaniesView *view = show_view (fixture, &window);
  IjkCompanyTableView *table = ijk_companies_view_get_table (view);
  g_autofree char *before = ijk_company_table_view_to_csv (table);
  g_autofree char *after = NULL;
  g_auto (GStrv) remembered = NULL;

  (void) data;
  g_assert_nonnull (strstr (before, "Rights 2030, kt"));
  g_assert_null (strstr (before, "What limits it"));
  gtk_widget_activate_action (GTK_WIDGET (table), "companies.column-rights", NULL);
  gtk_widget_activate_action (GTK_WIDGET (table), "companies.column-limit", NULL);
  after = ijk_company_table_view_to_csv (table);
  g_assert_null (strstr (after, "Rights 2030, kt"));
  g_assert_nonnull (strstr (after, "What limits it"));
  remembered = g_settings_get_strv (settings, "company-columns");
  g_assert_false (g_strv_contains ((const char *const *) remembered, "rights"));
  g_assert_true (g_strv_contains ((const char *const *) remembered, "limit"));
  fixture_settle (window);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_copy (Fixture       *fixture,
           gconstpointer  data)
{
  static const IjkCompanyColumn columns[]
      = { IJK_COMPANY_NAME,   IJK_COMPANY_SECTOR, IJK_COMPANY_OBSERVED,
          IJK_COMPANY_EMISSIONS, IJK_COMPANY_RIGHTS, IJK_COMPANY_LEVY };
  GtkWidget *window;
  IjkCompaniesView *view = show_view (fixture, &window);
  IjkCompanyTableView *table = ijk_companies_view_get_table (view);
  g_autofree char *expected = NULL;
  g_auto (GValue) value = G_VALUE_INIT;

  (void) data;
  ijk_company_table_view_search (table, "shell");
  expected = ijk_company_table_to_tsv (ijk_company_table_view_get_table (table), columns,
                                       G_N_ELEMENTS (columns));
  g_assert_true (fixture_press (GTK_WIDGET (table), GDK_KEY_c, GDK_CONTROL_MASK));
  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (
      gdk_clipboard_get_content (gtk_widget_get_clipboard (GTK_WIDGET (table))), &value, NULL));
  g_assert_cmpstr (g_value_get_string (&value), ==, expected);
  g_assert_nonnull (strstr (expected, "Shell\t"));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Choosing on the map filters the table; choosing again lets go. */
static void
test_map_filters (Fixture       *fixture,
                  gconstpointer  data)
{
  GtkWidget *window;
  IjkCompaniesView *view = show_view (fixture, &window);
  const IjkReference *reference = ijk_session_get_reference (fixture->session);
  const guint chemelot = ijk_reference_find_cluster (reference, "chemelot");
  const IjkCompanyTable *table
      = ijk_company_table_view_get_table (ijk_companies_view_get_table (view));
  const guint n_all = ijk_company_table_n_shown (table);
  GtkWidget *map = fixture_find (GTK_WIDGET (view), IJK_TYPE_COMPANY_MAP);
  g_autoptr (GPtrArray) buttons = g_ptr_array_new ();
  guint n_clusters = 0;

  (void) data;
  collect (map, GTK_TYPE_TOGGLE_BUTTON, buttons);
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
  IjkCompaniesView *view = show_view (fixture, &window);
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
      amount = ijk_quantity_money (company_value (fixture, "levy", c));
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
  IjkCompaniesView *view = show_view (fixture, &window);
  IjkCompanyPage *page = ijk_companies_view_get_page (view);
  GtkWidget *effect = fixture_find (GTK_WIDGET (page), IJK_TYPE_COMPANY_EFFECT);
  const guint tata = find_company (fixture, "Tata Steel");
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
  collect (GTK_WIDGET (page), IJK_TYPE_LEVER_ROW, rows);
  g_assert_cmpuint (rows->len, >, 2);

  before_meur = company_value (fixture, "net_levy", tata);
  g_assert_true (ijk_session_set_lever (
      fixture->session, &key, &(IjkLeverValue) { .n_points = 1, .points = { { 2026, 0.5 } } },
      NULL));
  ijk_session_run_now (fixture->session);
  fixture_settle (window);
  g_assert_true (gtk_widget_get_visible (effect));
  g_assert_cmpfloat_with_epsilon (ijk_company_effect_get_before_meur (IJK_COMPANY_EFFECT (effect)),
                                  before_meur, TOLERANCE);
  g_assert_cmpfloat_with_epsilon (ijk_company_effect_get_after_meur (IJK_COMPANY_EFFECT (effect)),
                                  company_value (fixture, "net_levy", tata), TOLERANCE);
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
  IjkCompaniesView *view = show_view (fixture, &window);
  IjkCompanyPage *page = ijk_companies_view_get_page (view);
  const gint64 first = ijk_session_get_scenario_id (fixture->session);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  (void) data;
  ijk_session_set_company (fixture->session, find_company (fixture, "Tata Steel"));
  ijk_company_page_show_levers (page);
  fixture_settle (window);
  collect (GTK_WIDGET (page), IJK_TYPE_LEVER_ROW, rows);
  g_assert_cmpuint (count_sensitive (rows, IJK_SCOPE_COMPANY), ==, 0);
  g_assert_cmpuint (count_sensitive (rows, IJK_SCOPE_PROJECT), >, 0);
  g_assert_true (has_text (GTK_WIDGET (page), "set in a company scenario"));
  g_signal_emit_by_name (page, "scenario-requested");
  wait_for_other (fixture, first);
  fixture_settle (window);
  g_assert_cmpuint (count_sensitive (rows, IJK_SCOPE_COMPANY), >, 2);
  g_assert_false (has_text (GTK_WIDGET (page), "set in a company scenario"));
  gtk_window_destroy (GTK_WINDOW (window));
}

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

int
main (int    argc,
      char **argv)
{
  const int status = fixture_init (&argc, &argv);

  if (status != 0)
    return status;
  g_type_ensure (IJK_TYPE_COMPANIES_VIEW);
#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("/companies/table-follows-levers", test_follows_levers);
  ADD ("/companies/search-and-choose", test_search_and_choose);
  ADD ("/companies/empty-state", test_empty_state);
  ADD ("/companies/sort-by-heading", test_sort_by_heading);
  ADD ("/companies/every-heading-sorts", test_every_heading);
  ADD ("/companies/filter-controls", test_filter_controls);
  ADD ("/companies/names", test_names);
  ADD ("/companies/columns-are-remembered", test_columns);
  ADD ("/companies/copy", test_copy);
  ADD ("/companies/map-filters", test_map_filters);
  ADD ("/companies/sum-is-the-levy", test_sum_is_the_levy);
  ADD ("/companies/company-scenario", test_company_scenario);
  ADD ("/companies/levers-of-sector-scenario", test_levers_of_sector_scenario);
  ADD ("/companies/sizes", test_sizes);
#undef ADD
  return g_test_run ();
}
