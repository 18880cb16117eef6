/* What a person does over a longer time: scenarios, comparing, bookmarks, history, an import,
 * levers that are looked for.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "window-fixture.h"

#include "ijk-handle.h"
#include "ijk-history-window.h"
#include "ijk-import-window.h"
#include "ijk-lever-row.h"

#include <string.h>

static const IjkScenarioRecord *
find_scenario (Fixture    *fixture,
               const char *name)
{
  GPtrArray *records = ijk_session_get_scenarios (fixture->session);

  for (guint i = 0; i < records->len; i++)
    {
      const IjkScenarioRecord *record = g_ptr_array_index (records, i);

      if (g_str_equal (record->name, name))
        return record;
    }
  return NULL;
}

typedef struct
{
  Fixture *fixture;
  const char *name;
  guint n;
} Expectation;

static gboolean
scenario_is_in_hand (gpointer data)
{
  const Expectation *expected = data;

  return g_strcmp0 (ijk_session_get_scenario_name (expected->fixture->session), expected->name)
         == 0;
}

static gboolean
scenario_is_there (gpointer data)
{
  const Expectation *expected = data;

  return find_scenario (expected->fixture, expected->name) != NULL;
}

static gboolean
scenario_is_gone (gpointer data)
{
  return !scenario_is_there (data);
}

/* Writes @text into the dialog that is open and agrees. */
static void
answer (Fixture    *fixture,
        const char *text)
{
  g_autoptr (GtkWindow) dialog = g_object_ref (wait_for_dialog (fixture));
  GtkWidget *entry;

  g_assert_true (ADW_IS_MESSAGE_DIALOG (dialog));
  entry = adw_message_dialog_get_extra_child (ADW_MESSAGE_DIALOG (dialog));
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_assert_true (
      adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "agree"));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "agree");
  gtk_window_destroy (dialog); /* as its button does */
}

static void
make_scenario (Fixture    *fixture,
               const char *name)
{
  Expectation expected = { fixture, name, 0 };

  activate (fixture, "new-scenario");
  answer (fixture, name);
  wait_until (scenario_is_in_hand, &expected);
  wait_for_result (fixture);
}

static void
test_scenario_is_made_and_renamed (Fixture *fixture)
{
  Expectation expected = { fixture, "Other tempo", 0 };

  make_scenario (fixture, "Tempo");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (fixture->window->scenario_title)), ==, "Tempo");
  activate (fixture, "rename-scenario");
  answer (fixture, "Other tempo");
  wait_until (scenario_is_in_hand, &expected);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (fixture->window->scenario_title)), ==,
                   "Other tempo");
}

static void
test_name_cannot_be_empty (Fixture *fixture)
{
  GtkWindow *dialog;

  activate (fixture, "new-scenario");
  dialog = wait_for_dialog (fixture);
  gtk_editable_set_text (
      GTK_EDITABLE (adw_message_dialog_get_extra_child (ADW_MESSAGE_DIALOG (dialog))), "  ");
  g_assert_false (
      adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "agree"));
}

static void
test_deleted_scenario_comes_back (Fixture *fixture)
{
  Expectation expected = { fixture, "Short life", 0 };
  g_autofree char *delete = NULL;
  g_autofree char *undelete = NULL;
  gint64 id;

  make_scenario (fixture, "Short life");
  id = ijk_session_get_scenario_id (fixture->session);
  delete = g_strdup_printf ("delete-scenario-id(int64 %" G_GINT64_FORMAT ")", id);
  undelete = g_strdup_printf ("undelete-scenario(int64 %" G_GINT64_FORMAT ")", id);
  activate (fixture, delete);
  wait_until (scenario_is_gone, &expected);
  activate (fixture, undelete);
  wait_until (scenario_is_there, &expected);
}

static gboolean
has_comparison (gpointer data)
{
  return ijk_session_get_compare_result (((Fixture *) data)->session) != NULL;
}

static void
test_compare (Fixture *fixture)
{
  const IjkScenarioRecord *record = g_ptr_array_index (
      ijk_session_get_scenarios (fixture->session), 1);
  g_autofree char *compare
      = g_strdup_printf ("compare(int64 %" G_GINT64_FORMAT ")", record->id);

  activate (fixture, compare);
  wait_until (has_comparison, fixture);
  g_assert_cmpint (ijk_session_get_compare_id (fixture->session), ==, record->id);
  activate (fixture, "compare(int64 0)");
  g_assert_cmpint (ijk_session_get_compare_id (fixture->session), ==, 0);
}

static gboolean
has_bookmarks (gpointer data)
{
  const Expectation *expected = data;

  return expected->fixture->window->bookmarks != NULL
         && expected->fixture->window->bookmarks->len == expected->n;
}

static void
add_bookmark (Fixture    *fixture,
              const char *name,
              int         year,
              guint       n)
{
  Expectation expected = { fixture, name, n };

  ijk_session_set_year (fixture->session, year);
  activate (fixture, "add-bookmark");
  answer (fixture, name);
  wait_until (has_bookmarks, &expected);
}

/* Two places, gone round in the order in which they were made. */
static void
test_bookmarks_bring_back_the_year (Fixture *fixture)
{
  add_bookmark (fixture, "First", 2028, 1);
  activate (fixture, "n-charts(2)");
  add_bookmark (fixture, "Second", 2041, 2);
  activate (fixture, "n-charts(1)");
  ijk_session_set_year (fixture->session, 2035);

  activate (fixture, "next-bookmark");
  g_assert_cmpint (ijk_session_get_year (fixture->session), ==, 2028);
  g_assert_cmpint (
      ijk_explore_view_get_n_charts (IJK_EXPLORE_VIEW (fixture->window->explore)), ==, 4);
  activate (fixture, "next-bookmark");
  g_assert_cmpint (ijk_session_get_year (fixture->session), ==, 2041);
  g_assert_cmpint (
      ijk_explore_view_get_n_charts (IJK_EXPLORE_VIEW (fixture->window->explore)), ==, 2);
  activate (fixture, "next-bookmark");
  g_assert_cmpint (ijk_session_get_year (fixture->session), ==, 2028);
  activate (fixture, "previous-bookmark");
  g_assert_cmpint (ijk_session_get_year (fixture->session), ==, 2041);
  g_settings_reset (window_test_settings (), "n-charts");
}

static gboolean
lists_history (gpointer data)
{
  GtkWidget *list = find_below (data, GTK_TYPE_LIST_BOX);

  return list != NULL && gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 1) != NULL;
}

static gboolean
is_back (gpointer data)
{
  Fixture *fixture = data;
  guint n;

  ijk_session_run_now (fixture->session);
  ijk_scenario_get_settings (ijk_session_get_scenario (fixture->session), &n);
  return n == 0;
}

static void
test_history_returns (Fixture *fixture)
{
  GtkWindow *window;
  GtkWidget *list;
  GtkListBoxRow *oldest = NULL;

  make_scenario (fixture, "With a past");
  set_number (fixture, IJK_LEVER_ENFORCEMENT, 0.9);
  activate (fixture, "history");
  window = wait_for_dialog (fixture);
  g_assert_true (IJK_IS_HISTORY_WINDOW (window));
  wait_until (lists_history, window);
  list = find_below (GTK_WIDGET (window), GTK_TYPE_LIST_BOX);
  for (int i = 0; gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), i) != NULL; i++)
    oldest = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), i);
  g_signal_emit_by_name (list, "row-activated", oldest);
  wait_until (is_back, fixture);
}

static gboolean
has_own_unit (gpointer data)
{
  const IjkReference *reference = ijk_session_get_reference (((Fixture *) data)->session);

  return ijk_reference_find_unit (reference, "own-glass") != IJK_NONE;
}

static void
test_import (Fixture *fixture)
{
  static const char *const table
      = "id,name,company,sector,cluster,kind,levy_share,benchmark_kt,kt_2021,kt_2025\n"
        "own-glass,Own Glass Works,Own Glass,building_materials,cluster6,ets,1,61.5,80.2,73.1\n";
  g_autofree char *path = g_build_filename (fixture->folder, "own.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWindow *window;
  GtkWidget *header;

  g_assert_true (g_file_set_contents (path, table, -1, NULL));
  g_assert_false (has_own_unit (fixture));
  ijk_window_open_file (fixture->window, file);
  window = wait_for_dialog (fixture);
  g_assert_true (IJK_IS_IMPORT_WINDOW (window));
  g_assert_false (has_own_unit (fixture)); /* a preview changes nothing */
  header = gtk_window_get_default_widget (window);
  g_assert_nonnull (header);
  g_signal_emit_by_name (header, "clicked");
  wait_until (has_own_unit, fixture);
}

static gboolean
has_late_aramis (gpointer data)
{
  Fixture *fixture = data;
  const IjkScenario *scenario = ijk_session_get_scenario (fixture->session);

  return ijk_scenario_number (scenario, IJK_LEVER_ARAMIS_START, 0) == 2034;
}

/* "What if Aramis comes three years late?" sets the lever, the year and the figures. */
static void
test_question (Fixture *fixture)
{
  IjkWindow *window = fixture->window;
  g_autoptr (GPtrArray) questions
      = ijk_questions_load (ijk_session_get_reference (fixture->session), NULL);
  GtkPopover *popover
      = gtk_menu_button_get_popover (GTK_MENU_BUTTON (window->question_button));
  const IjkQuestion *question = NULL;
  g_auto (GStrv) charts = NULL;

  g_assert_nonnull (questions);
  g_assert_cmpuint (questions->len, >=, 12);
  for (guint i = 0; i < questions->len; i++)
    if (g_str_equal (((const IjkQuestion *) g_ptr_array_index (questions, i))->id, "aramis-late"))
      question = g_ptr_array_index (questions, i);
  g_assert_nonnull (question);
  g_signal_emit_by_name (popover, "chosen", question);
  wait_until (has_late_aramis, fixture);
  wait_for_result (fixture);
  g_assert_cmpint (ijk_session_get_year (fixture->session), ==, question->year);
  charts = ijk_explore_view_dup_charts (IJK_EXPLORE_VIEW (window->explore));
  g_assert_cmpstr (charts[0], ==, question->figures[0]);
  g_settings_reset (window_test_settings (), "charts");
}

static guint
count_rows (Fixture    *fixture,
            const char *search)
{
  IjkLeverPanel *panel = IJK_LEVER_PANEL (fixture->window->levers);

  ijk_lever_panel_set_search (panel, search);
  return ijk_lever_panel_count_shown (panel);
}

/* Found in both languages and by parts of words; every lever and project can be reached. */
static void
test_search (Fixture *fixture)
{
  const guint n_main = count_rows (fixture, "");

  g_assert_cmpuint (count_rows (fixture, "aramis"), >=, 1);
  g_assert_cmpuint (count_rows (fixture, "stroomprijs"), ==, 1);
  g_assert_cmpuint (count_rows (fixture, "POWER PRICE"), >=, 1);
  g_assert_cmpuint (count_rows (fixture, "xyzzy"), ==, 0);
  g_assert_cmpuint (count_rows (fixture, "ccs"), >, 5);
  g_assert_cmpuint (count_rows (fixture, ""), ==, n_main);
}

/* The words of a heading find all that stands under it; a word within another does not. */
static void
test_search_headings (Fixture *fixture)
{
  const IjkReference *reference = ijk_session_get_reference (fixture->session);
  guint n_financial = 0;

  for (guint i = 0; i < IJK_N_TABLE_LEVERS; i++)
    if (reference->levers[i].heading == IJK_HEADING_FINANCIAL
        && (reference->levers[i].scopes & 1u << IJK_SCOPE_NATIONAL) != 0)
      n_financial++;
  g_assert_cmpuint (n_financial, >, 1);
  g_assert_cmpuint (count_rows (fixture, "financiele afspraken"), ==, n_financial);
  g_assert_cmpuint (count_rows (fixture, "Financial agreements"), ==, n_financial);
  g_assert_cmpuint (count_rows (fixture, "agreements tarief"), >=, 1);
  g_assert_cmpuint (count_rows (fixture, "agreements tarief"), <, n_financial);
  g_assert_cmpuint (count_rows (fixture, "greements"), ==, 0);
}

static void
test_every_lever_can_be_shown (Fixture *fixture)
{
  const IjkReference *reference = ijk_session_get_reference (fixture->session);
  IjkLeverPanel *panel = IJK_LEVER_PANEL (fixture->window->levers);

  for (guint i = 0; i < IJK_N_TABLE_LEVERS; i++)
    {
      const IjkLeverKey key = { (IjkLeverId) i, IJK_SCOPE_NATIONAL, 0 };

      g_test_message ("%s", reference->levers[i].id);
      g_assert_true (ijk_lever_panel_show_lever (panel, &key));
    }
  for (guint i = 0; i < reference->n_projects; i++)
    {
      const IjkLeverKey key = { IJK_LEVER_PROJECT, IJK_SCOPE_PROJECT, i };

      g_assert_true (ijk_lever_panel_show_lever (panel, &key));
    }
  /* And nothing else: no row stands for all projects at once. */
  g_assert_cmpuint (ijk_lever_panel_count_shown (panel), ==,
                    IJK_N_TABLE_LEVERS + reference->n_projects);
}

/* A lever of a sector is led to on that sector. */
static void
test_lever_of_a_sector_can_be_shown (Fixture *fixture)
{
  IjkLeverPanel *panel = IJK_LEVER_PANEL (fixture->window->levers);
  const IjkLeverKey key = { IJK_LEVER_ENFORCEMENT, IJK_SCOPE_SECTOR, 2 };
  const IjkLeverKey nation = { IJK_LEVER_ENFORCEMENT, IJK_SCOPE_NATIONAL, 0 };
  GtkWidget *focus;

  g_assert_true (ijk_lever_panel_show_lever (panel, &key));
  wait_ms (50);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_nonnull (focus);
  focus = gtk_widget_get_ancestor (focus, IJK_TYPE_LEVER_ROW);
  g_assert_nonnull (focus);
  g_assert_cmpint (ijk_lever_key_compare (ijk_lever_row_get_key (IJK_LEVER_ROW (focus)), &key), ==,
                   0);
  g_assert_true (ijk_lever_panel_show_lever (panel, &nation));
}

/* The keys that move a point work from the start. */
static void
test_path_editor_starts_at_the_first_point (Fixture *fixture)
{
  const IjkLeverKey key = { IJK_LEVER_ETS_PRICE, IJK_SCOPE_NATIONAL, 0 };
  GtkWindow *window;

  ijk_window_edit_path (fixture->window, &key);
  window = wait_for_dialog (fixture);
  g_assert_true (IJK_IS_HANDLE (gtk_window_get_focus (window)));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), <=,
                   gtk_widget_get_width (GTK_WIDGET (fixture->window)));
}

static void
add_tests (void)
{
  window_test_add ("/window/scenario/is-made-and-renamed", test_scenario_is_made_and_renamed);
  window_test_add ("/window/scenario/name-cannot-be-empty", test_name_cannot_be_empty);
  window_test_add ("/window/scenario/deleted-one-comes-back", test_deleted_scenario_comes_back);
  window_test_add ("/window/scenario/compare", test_compare);
  window_test_add ("/window/bookmark/brings-back-the-year", test_bookmarks_bring_back_the_year);
  window_test_add ("/window/history/returns", test_history_returns);
  window_test_add ("/window/import/previews-then-applies", test_import);
  window_test_add ("/window/question/sets-levers-year-and-figures", test_question);
  window_test_add ("/window/levers/search", test_search);
  window_test_add ("/window/levers/search-headings", test_search_headings);
  window_test_add ("/window/levers/each-can-be-shown", test_every_lever_can_be_shown);
  window_test_add ("/window/levers/of-a-sector", test_lever_of_a_sector_can_be_shown);
  window_test_add ("/window/path-editor/starts-at-the-first-point",
                   test_path_editor_starts_at_the_first_point);
}

int
main (int    argc,
      char **argv)
{
  return window_test_main (&argc, &argv, add_tests);
}
