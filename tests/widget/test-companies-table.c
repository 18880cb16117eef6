/* The table of companies as a person uses it: order, filters, names, columns, copying.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "companies-fixture.h"
#include "ijk-company-cell.h"
#include "ijk-why-door.h"

#define TOLERANCE 1e-6

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
  IjkCompaniesView *view = companies_show (fixture, &window);
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
  IjkCompaniesView *view = companies_show (fixture, &window);
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
  IjkCompanyTableView *table = ijk_companies_view_get_table (companies_show (fixture, &window));

  (void) data;
  gtk_drop_down_set_selected (companies_control (table, "rows"), IJK_COMPANY_ROWS_UNITS);
  gtk_drop_down_set_selected (companies_control (table, "sector"), 1 + 1);
  assert_installations (fixture, table, is_second_sector);
  gtk_drop_down_set_selected (companies_control (table, "cluster"), 2 + 1);
  assert_installations (fixture, table, is_third_cluster);
  gtk_drop_down_set_selected (companies_control (table, "kind"), IJK_KIND_INCINERATOR + 1);
  assert_installations (fixture, table, is_incinerator);
  gtk_drop_down_set_selected (companies_control (table, "position"), IJK_POSITION_LONG);
  assert_installations (fixture, table, is_long);
  gtk_drop_down_set_selected (companies_control (table, "position"), IJK_POSITION_SHORT);
  assert_installations (fixture, table, is_short);
  gtk_check_button_set_active (companies_control (table, "levied_only"), TRUE);
  g_assert_true (gtk_widget_has_css_class (companies_control (table, "more"), "accent"));
  assert_installations (fixture, table, owes_levy);
  g_assert_false (gtk_widget_has_css_class (companies_control (table, "more"), "accent"));
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
  IjkCompanyTableView *table = ijk_companies_view_get_table (companies_show (fixture, &window));
  GtkWidget *columns = fixture_find (GTK_WIDGET (table), GTK_TYPE_COLUMN_VIEW);

  (void) data;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *control = companies_control (table, cases[i].control);

      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           cases[i].name);
      /* A menu button hands its name on by itself, and a second one would be read as well. */
      if (GTK_IS_DROP_DOWN (control))
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
  IjkCompaniesView *view = companies_show (fixture, &window);
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
  IjkCompaniesView *view = companies_show (fixture, &window);
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

static void
why_cb (GSimpleAction *action,
        GVariant      *parameter,
        GVariant     **asked)
{
  (void) action;
  g_clear_pointer (asked, g_variant_unref);
  *asked = g_variant_ref (parameter);
}

static void
message_cb (IjkCompanyTableView *table,
            const char          *text,
            guint               *n_messages)
{
  (void) table;
  g_assert_nonnull (strstr (text, "16 companies"));
  (*n_messages)++;
}

/* What is asked comes to the totals of the rows shown, and nothing else. */
static void
assert_asked (Fixture             *fixture,
              IjkCompanyTableView *table,
              GVariant           **asked)
{
  const IjkReference *reference = ijk_session_get_reference (fixture->session);
  const IjkResult *result = ijk_session_get_result (fixture->session);
  const IjkCompanyRow *totals
      = ijk_company_table_totals (ijk_company_table_view_get_table (table));
  g_autoptr (GPtrArray) numbers = NULL;
  const struct
  {
    const char *id;
    double value;
  } sums[] = { { "emissions", totals->emissions_kt }, { "rights", totals->rights_kt },
               { "levy", totals->levy_meur }, { "credit", totals->credit_meur } };
  guint selected;

  g_clear_pointer (asked, g_variant_unref);
  g_signal_emit_by_name (companies_control (table, "totals_button"), "clicked");
  g_assert_nonnull (*asked);
  numbers = ijk_why_door_read (reference, *asked, &selected);
  g_assert_cmpuint (numbers->len, >, G_N_ELEMENTS (sums));
  /* What the table is sorted by is meant. */
  g_assert_cmpuint (selected, ==, ijk_why_door_find (numbers, "emissions"));
  for (guint i = 0; i < G_N_ELEMENTS (sums); i++)
    {
      const IjkNamedNumber *named = numbers->pdata[ijk_why_door_find (numbers, sums[i].id)];

      g_assert_cmpfloat_with_epsilon (ijk_asked_number_value (&named->number, result),
                                      sums[i].value, TOLERANCE);
    }
}

/* The totals open as the whole that they are, or as the few rows that are left; else a sentence. */
static void
test_totals_open (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action
      = g_simple_action_new ("why", G_VARIANT_TYPE (IJK_WHY_DOOR_TYPE));
  g_autoptr (GVariant) asked = NULL;
  GtkWidget *window;
  IjkCompanyTableView *table = ijk_companies_view_get_table (companies_show (fixture, &window));
  guint n_messages = 0;

  (void) data;
  g_signal_connect (action, "activate", G_CALLBACK (why_cb), &asked);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (window, "win", G_ACTION_GROUP (group));
  g_signal_connect (table, "message", G_CALLBACK (message_cb), &n_messages);

  assert_asked (fixture, table, &asked);
  ijk_company_table_view_set_sector (table, 1);
  assert_asked (fixture, table, &asked);
  ijk_company_table_view_set_rows (table, IJK_COMPANY_ROWS_UNITS);
  assert_asked (fixture, table, &asked);
  ijk_company_table_view_set_sector (table, IJK_NONE);
  ijk_company_table_view_set_rows (table, IJK_COMPANY_ROWS_COMPANIES);
  /* Several rows together. */
  ijk_company_table_view_search (table, "air");
  fixture_settle (window);
  g_assert_cmpuint (ijk_company_table_n_shown (ijk_company_table_view_get_table (table)), >, 1);
  assert_asked (fixture, table, &asked);
  ijk_company_table_view_search (table, "shell");
  fixture_settle (window);
  assert_asked (fixture, table, &asked);
  g_assert_cmpuint (n_messages, ==, 0);

  /* Those short of rights are many, and of all sectors. */
  gtk_widget_activate_action (GTK_WIDGET (table), "companies.clear", NULL);
  gtk_drop_down_set_selected (companies_control (table, "position"), IJK_POSITION_SHORT);
  g_assert_cmpuint (ijk_company_table_n_shown (ijk_company_table_view_get_table (table)), >, 16);
  g_clear_pointer (&asked, g_variant_unref);
  g_signal_emit_by_name (companies_control (table, "totals_button"), "clicked");
  g_assert_null (asked);
  g_assert_cmpuint (n_messages, ==, 1);
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
  ADD ("/companies/sort-by-heading", test_sort_by_heading);
  ADD ("/companies/every-heading-sorts", test_every_heading);
  ADD ("/companies/filter-controls", test_filter_controls);
  ADD ("/companies/names", test_names);
  ADD ("/companies/columns-are-remembered", test_columns);
  ADD ("/companies/copy", test_copy);
  ADD ("/companies/totals-open", test_totals_open);
#undef ADD
  return g_test_run ();
}
