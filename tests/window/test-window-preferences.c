/* What is chosen in the preferences takes effect while the program runs: the number of charts, the
 * language, the style.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "window-fixture.h"

#include "ijk-headline-strip.h"
#include "ijk-headline-view.h"
#include "ijk-language.h"
#include "ijk-preferences.h"

#include <string.h>

static const char *
read_headline (Fixture *fixture)
{
  GtkWidget *strip = find_below (fixture->window->explore, IJK_TYPE_HEADLINE_STRIP);

  return ijk_headline_view_get_value (
      IJK_HEADLINE_VIEW (ijk_headline_strip_get_headline (IJK_HEADLINE_STRIP (strip), 0)));
}

static void
test_preferences (Fixture *fixture)
{
  GtkWindow *dialog;

  g_action_group_activate_action (G_ACTION_GROUP (window_test_application ()), "preferences", NULL);
  dialog = wait_for_dialog (fixture);
  g_assert_true (IJK_IS_PREFERENCES (dialog));
  g_settings_set_int (window_test_settings (), "n-charts", 2);
  g_assert_cmpint (
      ijk_explore_view_get_n_charts (IJK_EXPLORE_VIEW (fixture->window->explore)), ==, 2);
  g_settings_reset (window_test_settings (), "n-charts");
}

static GtkWindow *
find_preferences (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (IJK_IS_PREFERENCES (l->data) && gtk_widget_get_mapped (l->data))
      return l->data;
  return NULL;
}

static gboolean
has_preferences_in_dutch (gpointer data)
{
  (void) data;
  return g_str_equal (ijk_language_get (), "nl") && find_preferences () != NULL;
}

static gboolean
has_preferences_in_english (gpointer data)
{
  (void) data;
  return g_str_equal (ijk_language_get (), "en") && find_preferences () != NULL;
}

/* Preferences that are open speak the new language, and write its comma; either is understood. */
static void
test_preferences_in_dutch (Fixture *fixture)
{
  GtkWindow *dialog;
  GtkWidget *spin;

  g_settings_set_double (window_test_settings (), "presenter-scale", 1.4);
  g_action_group_activate_action (G_ACTION_GROUP (window_test_application ()), "preferences", NULL);
  dialog = wait_for_dialog (fixture);
  spin = find_below (GTK_WIDGET (dialog), GTK_TYPE_SPIN_BUTTON);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (spin)), ==, "1.4");

  g_settings_set_string (window_test_settings (), "language", "nl");
  wait_until (has_preferences_in_dutch, NULL);
  dialog = find_preferences ();
  g_assert_nonnull (dialog);
  spin = find_below (GTK_WIDGET (dialog), GTK_TYPE_SPIN_BUTTON);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (spin)), ==, "1,4");
  gtk_editable_set_text (GTK_EDITABLE (spin), "1,6");
  gtk_spin_button_update (GTK_SPIN_BUTTON (spin));
  g_assert_cmpfloat (g_settings_get_double (window_test_settings (), "presenter-scale"), ==, 1.6);
  gtk_editable_set_text (GTK_EDITABLE (spin), "1.2");
  gtk_spin_button_update (GTK_SPIN_BUTTON (spin));
  g_assert_cmpfloat (g_settings_get_double (window_test_settings (), "presenter-scale"), ==, 1.2);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (spin)), ==, "1,2");

  g_settings_set_string (window_test_settings (), "language", "en");
  wait_until (has_preferences_in_english, NULL);
  dialog = find_preferences ();
  fixture->window = IJK_WINDOW (gtk_window_get_transient_for (dialog));
  g_settings_reset (window_test_settings (), "presenter-scale");
}

typedef struct
{
  IjkChartView *view;
  guint n_paints;
} Painted;

static gboolean
is_painted_anew (gpointer data)
{
  const Painted *before = data;

  return ijk_chart_view_get_n_paints (before->view) > before->n_paints;
}

/* Charts and sheet follow at once, and come back. */
static void
test_contrast_at_once (Fixture *fixture)
{
  IjkFigureCard *card = ijk_explore_view_get_card (IJK_EXPLORE_VIEW (fixture->window->explore));
  IjkChartView *view = ijk_figure_card_get_view (card);
  Painted before;

  g_settings_set_string (window_test_settings (), "style", "light");
  g_assert_cmpint (ijk_chart_view_get_style (), ==, IJK_STYLE_LIGHT);
  wait_ms (50);
  before = (Painted) { view, ijk_chart_view_get_n_paints (view) };
  g_settings_set_string (window_test_settings (), "style", "contrast");
  g_assert_cmpint (ijk_chart_view_get_style (), ==, IJK_STYLE_CONTRAST_LIGHT);
  wait_until (is_painted_anew, &before);
  g_settings_reset (window_test_settings (), "style");
  g_assert_cmpint (ijk_chart_view_get_style (), ==, IJK_STYLE_LIGHT);
}

/* The window of the language: words of the template, read from the search entry. */
static gboolean
speaks (Fixture    *fixture,
        const char *words)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (window_test_application ()));
  g_autofree char *placeholder = NULL;
  GtkWidget *entry;

  if (g_list_length (windows) != 1 || !IJK_IS_WINDOW (windows->data))
    return FALSE;
  fixture->window = windows->data;
  entry = find_below (fixture->window->levers, GTK_TYPE_SEARCH_ENTRY);
  if (entry == NULL)
    return FALSE;
  g_object_get (entry, "placeholder-text", &placeholder, NULL);
  return g_str_equal (placeholder, words);
}

static gboolean
speaks_dutch (gpointer data)
{
  return speaks (data, "Knoppen zoeken");
}

static gboolean
speaks_english (gpointer data)
{
  return speaks (data, "Search levers");
}

static void
test_language_changes_while_it_runs (Fixture *fixture)
{
  IjkWindow *before = fixture->window;

  set_number (fixture, IJK_LEVER_ENFORCEMENT, 0.9);
  g_settings_set_string (window_test_settings (), "language", "nl");
  wait_until (speaks_dutch, fixture);
  g_assert_true (fixture->window != before);
  wait_for_result (fixture);
  g_assert_nonnull (strchr (read_headline (fixture), ',')); /* a decimal comma */
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), "undo"));
  g_settings_set_string (window_test_settings (), "language", "en");
  wait_until (speaks_english, fixture);
  wait_for_result (fixture);
  g_assert_nonnull (strchr (read_headline (fixture), '.'));
}

static void
add_tests (void)
{
  window_test_add ("/window/preferences/take-effect", test_preferences);
  window_test_add ("/window/preferences/in-dutch", test_preferences_in_dutch);
  window_test_add ("/window/style/contrast-at-once", test_contrast_at_once);
  window_test_add ("/window/language/changes-while-it-runs", test_language_changes_while_it_runs);
}

int
main (int    argc,
      char **argv)
{
  return window_test_main (&argc, &argv, add_tests);
}
