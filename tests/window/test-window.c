/* The window: opening it, what its actions do, how it follows the session.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-sector-group.h"
#include "window-fixture.h"

#include "ijk-headline-strip.h"
#include "ijk-headline-view.h"

#include <string.h>

#define N_FIGURES_OF_FIRST_START 4

static const char *
read_headline (Fixture *fixture)
{
  GtkWidget *strip = find_below (fixture->window->explore, IJK_TYPE_HEADLINE_STRIP);

  return ijk_headline_view_get_value (
      IJK_HEADLINE_VIEW (ijk_headline_strip_get_headline (IJK_HEADLINE_STRIP (strip), 0)));
}

static void
test_first_view (Fixture *fixture)
{
  IjkWindow *window = fixture->window;

  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (window->states)), ==, "work");
  g_assert_nonnull (find_below (window->explore, IJK_TYPE_HEADLINE_STRIP));
  for (guint i = 0; i < N_FIGURES_OF_FIRST_START; i++)
    {
      IjkFigureCard *card
          = ijk_explore_view_get_nth_card (IJK_EXPLORE_VIEW (window->explore), i);

      g_assert_true (IJK_IS_FIGURE_CARD (card));
      g_assert_nonnull (ijk_figure_card_get_spec (card));
    }
  g_assert_cmpuint (ijk_lever_panel_count_shown (IJK_LEVER_PANEL (window->levers)), >=, 12);
  g_assert_false (gtk_revealer_get_reveal_child (GTK_REVEALER (window->notice)));
}

/* Every accelerator and every line of the shortcuts window leads to an action that exists. */
static void
test_accelerators (Fixture *fixture)
{
  g_auto (GStrv) actions
      = gtk_application_list_action_descriptions (GTK_APPLICATION (window_test_application ()));
  guint n_checked = 0;

  for (guint i = 0; actions[i] != NULL; i++)
    {
      g_autofree char *name = NULL;
      g_autoptr (GVariant) target = NULL;

      g_assert_true (g_action_parse_detailed_name (actions[i], &name, &target, NULL));
      if (g_str_has_prefix (name, "win."))
        {
          const GVariantType *type;

          g_test_message ("%s", name);
          g_assert_true (g_action_group_query_action (G_ACTION_GROUP (fixture->window), name + 4,
                                                      NULL, &type, NULL, NULL, NULL));
          g_assert_true ((type == NULL && target == NULL)
                         || g_variant_is_of_type (target, type));
          n_checked++;
        }
      else if (g_str_has_prefix (name, "app."))
        g_assert_true (g_action_group_has_action (
            G_ACTION_GROUP (window_test_application ()), name + 4));
    }
  g_assert_cmpuint (n_checked, >, 20);
}

static void
test_edit_moves_headline (Fixture *fixture)
{
  g_autofree char *before = g_strdup (read_headline (fixture));
  g_autofree char *after = NULL;
  IjkWindow *window = fixture->window;

  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "undo"));
  set_number (fixture, IJK_LEVER_ENFORCEMENT, 1);
  after = g_strdup (read_headline (fixture));
  g_assert_cmpstr (after, !=, before);
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (window), "undo"));
  g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (window->undo_button), "Undo: "));

  activate (fixture, "undo");
  wait_for_result (fixture);
  g_assert_cmpstr (read_headline (fixture), ==, before);
  activate (fixture, "redo");
  wait_for_result (fixture);
  g_assert_cmpstr (read_headline (fixture), ==, after);
}

static guint
count_settings (Fixture *fixture)
{
  guint n;

  ijk_scenario_get_settings (ijk_session_get_scenario (fixture->session), &n);
  return n;
}

static void
test_reset_all_is_one_step (Fixture *fixture)
{
  guint n_before;

  set_number (fixture, IJK_LEVER_ENFORCEMENT, 0.8);
  set_number (fixture, IJK_LEVER_ELEC_SCALE, 0.7);
  n_before = count_settings (fixture);
  activate (fixture, "reset-all");
  wait_for_result (fixture);
  g_assert_cmpuint (count_settings (fixture), ==, 0);
  activate (fixture, "undo");
  wait_for_result (fixture);
  g_assert_cmpuint (count_settings (fixture), ==, n_before);
}

static void
test_law_preset (Fixture *fixture)
{
  const IjkScenario *scenario;

  activate (fixture, "preset-law(1)");
  wait_for_result (fixture);
  scenario = ijk_session_get_scenario (fixture->session);
  g_assert_cmpuint (ijk_scenario_choice (scenario, IJK_LEVER_REGIME), ==,
                    IJK_REGIME_TIGHTENING_2023);
  activate (fixture, "undo");
  wait_for_result (fixture);
  scenario = ijk_session_get_scenario (fixture->session);
  g_assert_cmpuint (ijk_scenario_choice (scenario, IJK_LEVER_REGIME), ==,
                    IJK_REGIME_TAX_PLAN_2026);
}

static void
test_number_of_charts (Fixture *fixture)
{
  IjkExploreView *explore = IJK_EXPLORE_VIEW (fixture->window->explore);

  activate (fixture, "n-charts(1)");
  g_assert_nonnull (ijk_explore_view_get_nth_card (explore, 0));
  g_assert_null (ijk_explore_view_get_nth_card (explore, 1));
  activate (fixture, "n-charts(2)");
  g_assert_nonnull (ijk_explore_view_get_nth_card (explore, 1));
  g_assert_null (ijk_explore_view_get_nth_card (explore, 2));
  activate (fixture, "n-charts(4)");
  wait_ms (20);
  g_assert_nonnull (ijk_figure_card_get_spec (ijk_explore_view_get_nth_card (explore, 3)));
}

static void
test_chosen_figure_is_remembered (Fixture *fixture)
{
  g_auto (GStrv) charts = NULL;

  activate (fixture, "show-figure('subsidy')");
  charts = g_settings_get_strv (window_test_settings (), "charts");
  g_assert_true (g_strv_contains ((const char *const *) charts, "subsidy"));
  g_settings_reset (window_test_settings (), "charts");
}

static void
test_fill_and_back (Fixture *fixture)
{
  IjkExploreView *explore = IJK_EXPLORE_VIEW (fixture->window->explore);

  activate (fixture, "fill");
  wait_ms (20);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (ijk_explore_view_get_nth_card (explore, 0))));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (ijk_explore_view_get_nth_card (explore, 1))));
  activate (fixture, "fill");
  wait_ms (20);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (ijk_explore_view_get_nth_card (explore, 1))));
}

static void
test_year_stays_in_the_horizon (Fixture *fixture)
{
  ijk_session_set_year (fixture->session, IJK_LAST_YEAR);
  activate (fixture, "year-later");
  g_assert_cmpint (ijk_session_get_year (fixture->session), ==, IJK_LAST_YEAR);
  activate (fixture, "year-earlier");
  g_assert_cmpint (ijk_session_get_year (fixture->session), ==, IJK_LAST_YEAR - 1);
}

static void
test_presenter_mode (Fixture *fixture)
{
  IjkWindow *window = fixture->window;

  activate (fixture, "presenter");
  g_assert_false (gtk_widget_get_visible (window->header));
  g_assert_false (adw_flap_get_reveal_flap (ADW_FLAP (window->flap)));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (window), "presenter"));
  activate (fixture, "leave-presenter");
  g_assert_true (gtk_widget_get_visible (window->header));
  g_assert_true (adw_flap_get_reveal_flap (ADW_FLAP (window->flap)));
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (window), "presenter"));
}

static const char *
highlighted (Fixture *fixture)
{
  const guint sector = ijk_session_get_sector (fixture->session);

  return sector == IJK_NONE ? "none"
                            : ijk_session_get_reference (fixture->session)->sectors[sector].id;
}

/* Keys go round by way of none; the menu says what is pointed out, whoever did it. */
static void
test_highlight_by_keys (Fixture *fixture)
{
  GActionGroup *group = G_ACTION_GROUP (fixture->window);
  g_autoptr (GVariant) state = NULL;

  g_assert_cmpstr (highlighted (fixture), ==, "none");
  activate (fixture, "highlight-next");
  g_assert_cmpstr (highlighted (fixture), ==, "chemicals");
  activate (fixture, "highlight-next");
  g_assert_cmpstr (highlighted (fixture), ==, "refining");
  state = g_action_group_get_action_state (group, "highlight");
  g_assert_cmpint (g_variant_get_int32 (state), ==, IJK_SECTOR_GROUP_REFINING);
  activate (fixture, "highlight-previous");
  activate (fixture, "highlight-previous");
  g_assert_cmpstr (highlighted (fixture), ==, "none");
  activate (fixture, "highlight-previous");
  /* The first of the sectors that are none of the others. */
  g_assert_cmpstr (highlighted (fixture), ==, "paper");
  activate (fixture, "highlight(2)");
  g_assert_cmpstr (highlighted (fixture), ==, "basic_metals");
  activate (fixture, "highlight(6)");
  g_assert_cmpstr (highlighted (fixture), ==, "none");
}

static void
test_view_is_remembered (Fixture *fixture)
{
  g_autofree char *path = NULL;

  ijk_session_set_year (fixture->session, 2037);
  ijk_window_save_view (fixture->window);
  path = g_settings_get_string (window_test_settings (), "last-workbook");
  g_assert_cmpstr (path, ==, ijk_session_get_path (fixture->session));
  g_assert_cmpint (g_settings_get_int (window_test_settings (), "last-year"), ==, 2037);
  g_assert_cmpint (g_settings_get_int64 (window_test_settings (), "last-scenario"), ==,
                   ijk_session_get_scenario_id (fixture->session));
}

/* A file that is no workbook is told of in a sentence; what was open stays open. */
static void
test_bad_file (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "bad.ijkpad", NULL);
  g_autofree char *open = g_strdup (ijk_session_get_path (fixture->session));
  GtkWindow *dialog;

  g_assert_true (g_file_set_contents (path, "This is no workbook.", -1, NULL));
  ijk_window_open_path (fixture->window, path);
  dialog = wait_for_dialog (fixture);
  g_assert_true (ADW_IS_MESSAGE_DIALOG (dialog));
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), "bad"));
  g_assert_cmpstr (ijk_session_get_path (fixture->session), ==, open);
}

static void
test_about (Fixture *fixture)
{
  GtkWindow *dialog;

  g_action_group_activate_action (G_ACTION_GROUP (window_test_application ()), "about", NULL);
  dialog = wait_for_dialog (fixture);
  g_assert_true (ADW_IS_ABOUT_WINDOW (dialog));
  g_assert_cmpstr (adw_about_window_get_application_name (ADW_ABOUT_WINDOW (dialog)), ==,
                   "Ijkpad");
}

static gboolean
tour_is_over (gpointer data)
{
  (void) data;
  return g_settings_get_boolean (window_test_settings (), "tour-seen");
}

static void
test_tour_has_four_steps (Fixture *fixture)
{
  IjkWindow *window = fixture->window;

  g_settings_set_boolean (window_test_settings (), "tour-seen", FALSE);
  activate (fixture, "tour");
  for (guint step = 0; step < 4; step++)
    {
      g_assert_cmpuint (window->tour_step, ==, step);
      g_assert_nonnull (window->tour);
      if (step == 0) /* beside the levers, not over them */
        g_assert_true (gtk_widget_get_parent (window->tour) == window->levers);
      wait_ms (20);
      g_signal_emit_by_name (window->tour_next, "clicked");
    }
  wait_until (tour_is_over, NULL);
  g_assert_null (window->tour);
}

static gboolean
questions_are_seen (gpointer data)
{
  IjkWindow *window = data;
  GtkPopover *popover = gtk_menu_button_get_popover (GTK_MENU_BUTTON (window->question_button));

  return popover != NULL && gtk_widget_get_mapped (GTK_WIDGET (popover));
}

static void
test_tour_leads_to_the_questions (Fixture *fixture)
{
  IjkWindow *window = fixture->window;

  g_settings_set_boolean (window_test_settings (), "tour-seen", FALSE);
  activate (fixture, "tour");
  for (guint step = 0; step < 3; step++)
    g_signal_emit_by_name (window->tour_next, "clicked");
  g_signal_emit_by_name (gtk_widget_get_prev_sibling (window->tour_next), "clicked");
  wait_until (tour_is_over, NULL);
  wait_until (questions_are_seen, window);
  g_assert_null (window->tour);
}

static gboolean
is_scenario_of_ones_own (gpointer data)
{
  const Fixture *fixture = data;

  return ijk_session_get_scenario_id (fixture->session) != 1;
}

/* The power may fail: what is in hand is found again without the window having been closed. */
static void
test_remembers_the_scenario_at_once (Fixture *fixture)
{
  const gint64 example = ijk_session_get_scenario_id (fixture->session);

  g_assert_cmpint (example, ==, 1);
  g_assert_cmpint (g_settings_get_int64 (window_test_settings (), "last-scenario"), ==, example);
  /* An example is left as it is: the change makes a scenario of one's own. */
  set_number (fixture, IJK_LEVER_ENFORCEMENT, 0.9);
  wait_until (is_scenario_of_ones_own, fixture);
  g_assert_cmpint (g_settings_get_int64 (window_test_settings (), "last-scenario"), ==,
                   ijk_session_get_scenario_id (fixture->session));
  ijk_session_set_compare_id (fixture->session, example);
  g_assert_cmpint (g_settings_get_int64 (window_test_settings (), "compare"), ==, example);
}

static void
add_tests (void)
{
  window_test_add ("/window/first-view/has-figures-and-levers", test_first_view);
  window_test_add ("/window/accelerators/lead-to-actions", test_accelerators);
  window_test_add ("/window/edit/moves-the-headline-and-is-undone", test_edit_moves_headline);
  window_test_add ("/window/reset-all/is-one-step", test_reset_all_is_one_step);
  window_test_add ("/window/law/is-a-preset", test_law_preset);
  window_test_add ("/window/charts/one-two-or-four", test_number_of_charts);
  window_test_add ("/window/charts/choice-is-remembered", test_chosen_figure_is_remembered);
  window_test_add ("/window/charts/one-can-fill-the-view", test_fill_and_back);
  window_test_add ("/window/year/stays-in-the-horizon", test_year_stays_in_the_horizon);
  window_test_add ("/window/presenter/hides-and-shows-again", test_presenter_mode);
  window_test_add ("/window/sector/is-highlighted-by-keys", test_highlight_by_keys);
  window_test_add ("/window/view/is-remembered", test_view_is_remembered);
  window_test_add ("/window/view/scenario-is-remembered-at-once",
                   test_remembers_the_scenario_at_once);
  window_test_add ("/window/file/bad-one-is-told-of", test_bad_file);
  window_test_add ("/window/about/opens", test_about);
  /* Last: the window then closes while the last bubble is still on its way out. */
  window_test_add ("/window/tour/has-four-steps", test_tour_has_four_steps);
  window_test_add ("/window/tour/leads-to-the-questions", test_tour_leads_to_the_questions);
}

int
main (int    argc,
      char **argv)
{
  return window_test_main (&argc, &argv, add_tests);
}
