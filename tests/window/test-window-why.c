/* Why a number is what it is, in the program: from a headline or a cell to the window, its text, and
 * back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "window-fixture.h"

#include "ijk-explanation.h"
#include "ijk-headline-strip.h"
#include "ijk-why-window.h"

#include <string.h>

static void
ask (GtkWidget *widget)
{
  g_assert_true (gtk_widget_activate_action (widget, "why.ask", NULL));
}

static IjkWhyWindow *
ask_headline (Fixture *fixture,
              guint    i_headline)
{
  GtkWidget *strip = find_below (GTK_WIDGET (fixture->window), IJK_TYPE_HEADLINE_STRIP);

  g_assert_nonnull (strip);
  ask (ijk_headline_strip_get_headline (IJK_HEADLINE_STRIP (strip), i_headline));
  g_assert_nonnull (fixture->window->why_window);
  return IJK_WHY_WINDOW (fixture->window->why_window);
}

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

static gboolean
is_unmapped (gpointer widget)
{
  return !gtk_widget_get_mapped (widget);
}

static char *
dup_value (IjkWhyWindow *window)
{
  return ijk_explanation_dup_value (ijk_why_view_get (ijk_why_window_get_view (window)));
}

/* Opens, has the focus in the tree, says it as text, closes by Escape. */
static void
a_headline_opens (Fixture *fixture)
{
  IjkWhyWindow *window = ask_headline (fixture, 0);
  g_autofree char *value = dup_value (window);
  g_autofree char *text = NULL;

  wait_until (is_mapped, window);
  g_assert_true (gtk_window_is_active (GTK_WINDOW (window))
                 || gtk_window_get_focus (GTK_WINDOW (window)) != NULL);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (window)),
                                         GTK_WIDGET (ijk_why_window_get_view (window))));
  text = ijk_why_window_dup_text (window);
  g_assert_true (g_str_has_prefix (text, "Scenario: "));
  g_assert_nonnull (strstr (text, value));
  g_assert_nonnull (strstr (text, "METHOD.md"));
  gtk_window_close (GTK_WINDOW (window));
  wait_until (is_unmapped, window);
  g_assert_null (ijk_session_get_contributions (fixture->session));
}

static gboolean
has_contributions (gpointer session)
{
  return ijk_session_get_contributions (session) != NULL;
}

/* A lever moves the number, and which policy did it stands in the text. */
static void
it_follows_levers (Fixture *fixture)
{
  IjkWhyWindow *window = ask_headline (fixture, 0);
  g_autofree char *before = dup_value (window);
  g_autofree char *after = NULL;
  g_autofree char *text = NULL;

  set_number (fixture, IJK_LEVER_ETS_SCALE, 1.5);
  ijk_session_run_now (fixture->session);
  after = dup_value (window);
  g_assert_cmpstr (after, !=, before);
  wait_until (has_contributions, fixture->session);
  text = ijk_why_window_dup_text (window);
  g_assert_nonnull (strstr (text, "Which policy made the difference"));
  g_assert_nonnull (strstr (text, "ets_scale=1.5"));
  gtk_window_close (GTK_WINDOW (window));
}

/* One window, whatever is asked next. */
static void
one_window_for_all (Fixture *fixture)
{
  IjkWhyWindow *window = ask_headline (fixture, 0);
  g_autofree char *first = dup_value (window);
  g_autofree char *second = NULL;

  g_assert_true (ask_headline (fixture, 1) == window);
  second = dup_value (window);
  g_assert_cmpstr (second, !=, first);
  gtk_window_close (GTK_WINDOW (window));
  wait_until (is_unmapped, window);
  g_assert_true (ask_headline (fixture, 0) == window);
  wait_until (is_mapped, window);
  gtk_window_close (GTK_WINDOW (window));
}

/* The selected row of the table of companies, sorted by emissions. */
static void
a_company_opens (Fixture *fixture)
{
  const IjkReference *reference = ijk_session_get_reference (fixture->session);
  IjkCompanyTableView *table;
  IjkWhyWindow *window;
  g_autofree char *text = NULL;

  activate (fixture, "view::companies");
  table = ijk_companies_view_get_table (IJK_COMPANIES_VIEW (fixture->window->companies));
  ijk_session_set_company (fixture->session, ijk_reference_find_company (reference, "Shell"));
  ask (GTK_WIDGET (table));
  g_assert_nonnull (fixture->window->why_window);
  window = IJK_WHY_WINDOW (fixture->window->why_window);
  text = ijk_why_window_dup_text (window);
  g_assert_nonnull (strstr (text, "Emissions of Shell in "));
  gtk_window_close (GTK_WINDOW (window));
  activate (fixture, "view::explore");
}

static gboolean
shows_a_few (gpointer table)
{
  const guint n = ijk_company_table_n_shown (ijk_company_table_view_get_table (table));

  return n > 1 && n <= IJK_ASKED_MAX_ITEMS;
}

/* Several rows of the table are said to be so, and not called as if they were one. */
static void
a_sum_of_rows_opens (Fixture *fixture)
{
  IjkCompanyTableView *table;
  GtkWidget *totals;
  g_autofree char *expected = NULL;
  g_autofree char *text = NULL;
  guint n;

  activate (fixture, "view::companies");
  table = ijk_companies_view_get_table (IJK_COMPANIES_VIEW (fixture->window->companies));
  totals = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (table),
                                                      IJK_TYPE_COMPANY_TABLE_VIEW,
                                                      "totals_button"));
  ijk_company_table_view_search (table, "air");
  wait_until (shows_a_few, table);
  n = ijk_company_table_n_shown (ijk_company_table_view_get_table (table));
  g_signal_emit_by_name (totals, "clicked");
  g_assert_nonnull (fixture->window->why_window);
  text = ijk_why_window_dup_text (IJK_WHY_WINDOW (fixture->window->why_window));
  expected = g_strdup_printf ("Emissions of %u companies together in %d", n,
                              ijk_session_get_year (fixture->session));
  g_assert_nonnull (strstr (text, expected));
  gtk_window_close (GTK_WINDOW (fixture->window->why_window));
  ijk_company_table_view_search (table, "");
  activate (fixture, "view::explore");
}

static void
add_tests (void)
{
  window_test_add ("/window/why/a-headline-opens", a_headline_opens);
  window_test_add ("/window/why/follows-levers", it_follows_levers);
  window_test_add ("/window/why/one-window-for-all", one_window_for_all);
  window_test_add ("/window/why/a-company-opens", a_company_opens);
  window_test_add ("/window/why/a-sum-of-rows-opens", a_sum_of_rows_opens);
}

int
main (int    argc,
      char **argv)
{
  return window_test_main (&argc, &argv, add_tests);
}
