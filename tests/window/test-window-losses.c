/* Settings that other installations take out of scenarios are told of: before an import, and after
 * every change, with the way back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "window-fixture.h"

#include "ijk-import-window.h"
#include "ijk-import.h"

#include <string.h>

#define HEAD "id,name,company,sector,cluster,kind,levy_share,benchmark_kt,kt_2021\n"
#define OWN HEAD "own-a,Own A,Own,paper,cluster6,ets,1,90,100\n"
/* The same installation under another company: what was set on the old one goes. */
#define OTHER HEAD "own-a,Own A,Other,paper,cluster6,ets,1,90,100\n"

static void
keep_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  GAsyncResult **kept = user_data;

  (void) source;
  *kept = g_object_ref (result);
}

static gboolean
is_kept (gpointer data)
{
  GAsyncResult *const *kept = data;

  return *kept != NULL;
}

static guint
find_company (Fixture    *fixture,
              const char *name)
{
  return ijk_reference_find_company (ijk_session_get_reference (fixture->session), name);
}

static void
bring_own (Fixture *fixture)
{
  const IjkImportOptions options = { .source = "Own report" };
  g_autoptr (GError) error = NULL;
  g_autoptr (IjkImport) import
      = ijk_import_read (ijk_session_get_reference (fixture->session), "own.csv", OWN, -1, &options,
                         &error);
  g_autoptr (GAsyncResult) result = NULL;

  g_assert_no_error (error);
  ijk_session_change_units_async (fixture->session, import->reference, "Own", FALSE, NULL, keep_cb,
                                  &result);
  wait_until (is_kept, &result);
  g_assert_true (ijk_session_change_units_finish (fixture->session, result, NULL, &error));
}

/* A scenario of companies that sets the benchmark of the own one. */
static void
set_own (Fixture *fixture)
{
  const IjkLeverKey key = { IJK_LEVER_BENCHMARK_SCALE, IJK_SCOPE_COMPANY,
                            find_company (fixture, "Own") };
  const IjkLeverValue value = { .n_points = 1, .points = { { 2027, 0.5 } } };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  ijk_session_edit_scenario_async (fixture->session, IJK_SESSION_NEW_COMPANY,
                                   ijk_session_get_scenario_id (fixture->session), "My companies",
                                   NULL, keep_cb, &result);
  wait_until (is_kept, &result);
  g_assert_cmpint (ijk_session_edit_scenario_finish (fixture->session, result, &error), !=, 0);
  g_assert_true (ijk_session_set_lever (fixture->session, &key, &value, &error));
  g_assert_no_error (error);
  wait_for_result (fixture);
}

static gboolean
has_own (gpointer data)
{
  return find_company (data, "Own") != IJK_NONE;
}

static gboolean
has_no_own (gpointer data)
{
  return !has_own (data);
}

static guint
count_settings (Fixture *fixture)
{
  guint n = 0;

  ijk_scenario_get_settings (ijk_session_get_scenario (fixture->session), &n);
  return n;
}

static gboolean
has_setting (gpointer data)
{
  return has_own (data) && count_settings (data) == 1;
}

/* (nullable): the row about the scenario */
static GtkWidget *
find_row (GtkWidget *widget)
{
  if (ADW_IS_ACTION_ROW (widget) && gtk_widget_get_mapped (widget)
      && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), "My companies"))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* (nullable): by what stands on it */
static GtkWidget *
find_button (GtkWidget  *widget,
             const char *label)
{
  if (GTK_IS_BUTTON (widget)
      && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Whose scenario, which lever, what was there and what is there now. */
static void
check_row (GtkWidget *widget)
{
  GtkWidget *row = find_row (widget);

  g_assert_nonnull (row);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==,
                   "Benchmark (Own): 0.50 in 2030 → nothing, it is no longer in the data");
  g_assert_null (gtk_widget_get_next_sibling (row));
}

static gboolean
has_losses (gpointer data)
{
  Fixture *fixture = data;
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window) && gtk_widget_get_mapped (GTK_WIDGET (window))
          && gtk_window_get_transient_for (window) == GTK_WINDOW (fixture->window))
        return TRUE;
    }
  return FALSE;
}

static AdwMessageDialog *
wait_for_losses (Fixture *fixture)
{
  GListModel *windows = gtk_window_get_toplevels ();

  wait_until (has_losses, fixture);
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window) && gtk_widget_get_mapped (GTK_WIDGET (window)))
        return ADW_MESSAGE_DIALOG (window);
    }
  g_assert_not_reached ();
}

static void
test_removal_is_told_of (Fixture *fixture)
{
  AdwMessageDialog *dialog;

  bring_own (fixture);
  set_own (fixture);
  activate (fixture, "remove-own-company::own-a");
  dialog = wait_for_losses (fixture);
  g_assert_true (has_no_own (fixture));
  g_assert_cmpstr (adw_message_dialog_get_heading (dialog), ==, "A Setting Was Left Out");
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "Undo brings"));
  check_row (adw_message_dialog_get_extra_child (dialog));
  g_assert_cmpuint (count_settings (fixture), ==, 0);

  adw_message_dialog_response (dialog, "undo");
  gtk_window_destroy (GTK_WINDOW (dialog)); /* as its button does */
  wait_until (has_setting, fixture);
}

/* Nothing is said where nothing is lost. */
static void
test_silent_where_nothing_is_lost (Fixture *fixture)
{
  bring_own (fixture);
  activate (fixture, "remove-own-company::own-a");
  wait_until (has_no_own, fixture);
  wait_ms (50);
  g_assert_false (has_losses (fixture));
}

static gboolean
foretells (gpointer data)
{
  return find_row (data) != NULL;
}

/* The preview says it; agreeing to it is told of all the same, for the way back. */
static void
test_import_is_told_of (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "other.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  AdwMessageDialog *dialog;
  GtkWindow *window;

  g_assert_true (g_file_set_contents (path, OTHER, -1, NULL));
  bring_own (fixture);
  set_own (fixture);
  ijk_window_open_file (fixture->window, file);
  window = wait_for_dialog (fixture);
  g_assert_true (IJK_IS_IMPORT_WINDOW (window));
  g_assert_null (find_row (GTK_WIDGET (window)));
  /* The rows stand for installations that are there: that is asked first. */
  g_signal_emit_by_name (find_button (GTK_WIDGET (window), "Let Its Rows Replace Those There Are"),
                         "clicked");
  wait_until (foretells, window);
  check_row (GTK_WIDGET (window));
  g_assert_true (has_own (fixture));
  g_assert_cmpuint (count_settings (fixture), ==, 1);

  g_signal_emit_by_name (gtk_window_get_default_widget (window), "clicked");
  dialog = wait_for_losses (fixture);
  g_assert_true (has_no_own (fixture));
  check_row (adw_message_dialog_get_extra_child (dialog));
}

static void
add_tests (void)
{
  window_test_add ("/window/losses/of-a-removal-are-told", test_removal_is_told_of);
  window_test_add ("/window/losses/silent-where-none", test_silent_where_nothing_is_lost);
  window_test_add ("/window/losses/of-an-import-are-foretold", test_import_is_told_of);
}

int
main (int    argc,
      char **argv)
{
  return window_test_main (&argc, &argv, add_tests);
}
