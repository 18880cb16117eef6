/* The window from the width of a phone to that of a wall.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "window-fixture.h"

#include "ijk-question-popover.h"

static void
resize (Fixture *fixture,
        int      width,
        int      height)
{
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, height);
}

static gboolean
is_narrow (gpointer data)
{
  Fixture *fixture = data;

  return !gtk_widget_get_mapped (fixture->window->question_button);
}

static gboolean
is_wide (gpointer data)
{
  return !is_narrow (data);
}

/* 360 pixels are a phone: the window must take them, and every chart still have its place. */
static void
test_narrow_and_wide (Fixture *fixture)
{
  IjkExploreView *explore = IJK_EXPLORE_VIEW (fixture->window->explore);
  GtkWidget *first = GTK_WIDGET (ijk_explore_view_get_nth_card (explore, 0));
  GtkWidget *second = GTK_WIDGET (ijk_explore_view_get_nth_card (explore, 1));
  graphene_rect_t a, b;

  resize (fixture, 360, 640);
  wait_until (is_narrow, fixture);
  wait_ms (300);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->window)), <=, 360);
  g_assert_true (adw_flap_get_folded (ADW_FLAP (fixture->window->flap)));
  g_assert_true (gtk_widget_compute_bounds (first, GTK_WIDGET (explore), &a));
  g_assert_true (gtk_widget_compute_bounds (second, GTK_WIDGET (explore), &b));
  g_assert_cmpfloat (b.origin.y, >=, a.origin.y + a.size.height);
  g_assert_cmpfloat (a.origin.x + a.size.width, <=, 360);

  /* The name of the scenario is the title there. */
  g_assert_true (gtk_widget_get_parent (fixture->window->scenario_button)
                 == fixture->window->scenario_middle);

  resize (fixture, 1440, 900);
  wait_until (is_wide, fixture);
  wait_ms (300);
  g_assert_false (adw_flap_get_folded (ADW_FLAP (fixture->window->flap)));
  g_assert_true (gtk_widget_get_parent (fixture->window->scenario_button)
                 == fixture->window->scenario_start);
  g_assert_true (gtk_widget_compute_bounds (first, GTK_WIDGET (explore), &a));
  g_assert_true (gtk_widget_compute_bounds (second, GTK_WIDGET (explore), &b));
  g_assert_cmpfloat (b.origin.x, >=, a.origin.x + a.size.width);
}

/* Every width from a phone to a wall, up and down: a warning of GTK ends the test. */
static void
test_every_width (Fixture *fixture)
{
  static const int widths[] = { 360, 420,  559,  560, 561, 700, 949,
                                951, 1100, 1500, 950, 560, 360, 1200 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      resize (fixture, widths[i], 700);
      wait_ms (120);
      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->window)), <=, widths[i]);
      /* beside the levers a chart would be a stamp */
      g_assert_true (widths[i] >= 820 || adw_flap_get_folded (ADW_FLAP (fixture->window->flap)));
    }
}

/* A chart that fills a narrow view has it to itself; the figures on top come back after it. */
static void
test_filling_a_narrow_view (Fixture *fixture)
{
  IjkExploreView *explore = IJK_EXPLORE_VIEW (fixture->window->explore);
  IjkFigureCard *card = ijk_explore_view_get_nth_card (explore, 0);
  graphene_rect_t bounds;

  resize (fixture, 360, 700);
  wait_until (is_narrow, fixture);
  wait_ms (200);
  ijk_figure_card_set_is_filling (card, TRUE);
  wait_ms (200);
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (card), GTK_WIDGET (explore), &bounds));
  g_assert_cmpfloat (bounds.origin.y, <, 40);
  g_assert_cmpfloat (bounds.size.height, >,
                     0.85f * (float) gtk_widget_get_height (GTK_WIDGET (explore)));
  ijk_figure_card_set_is_filling (card, FALSE);
  wait_ms (200);
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (card), GTK_WIDGET (explore), &bounds));
  g_assert_cmpfloat (bounds.origin.y, >, 100);
  /* The next window has the size of this one. */
  resize (fixture, 1200, 800);
  wait_until (is_wide, fixture);
  wait_ms (200);
}

/* Levers that lie over the charts go away by Escape; levers beside the charts stay. */
static void
test_escape_folds_levers (Fixture *fixture)
{
  AdwFlap *flap = ADW_FLAP (fixture->window->flap);

  resize (fixture, 1200, 800);
  wait_until (is_wide, fixture);
  wait_ms (200);
  adw_flap_set_reveal_flap (flap, TRUE);
  g_assert_false (ijk_window_fold_levers (fixture->window));
  g_assert_true (adw_flap_get_reveal_flap (flap));
  resize (fixture, 360, 700);
  wait_until (is_narrow, fixture);
  wait_ms (200);
  adw_flap_set_reveal_flap (flap, TRUE);
  g_assert_true (ijk_window_fold_levers (fixture->window));
  g_assert_false (adw_flap_get_reveal_flap (flap));
  /* Nothing grey lies over what a lever changes. */
  g_assert_false (adw_flap_get_modal (flap));
  /* The next window has the size of this one. */
  resize (fixture, 1200, 800);
  wait_until (is_wide, fixture);
  wait_ms (200);
}

static gboolean
has_questions (gpointer data)
{
  Fixture *fixture = data;

  return find_below (fixture->window->menu_button, IJK_TYPE_QUESTION_POPOVER) != NULL;
}

/* They come up under the menu, where there is no room for their button. */
static void
test_questions_in_a_narrow_window (Fixture *fixture)
{
  resize (fixture, 360, 640);
  wait_until (is_narrow, fixture);
  activate (fixture, "questions");
  wait_until (has_questions, fixture);
}

static void
add_tests (void)
{
  window_test_add ("/window/width/from-a-phone-to-a-desk", test_narrow_and_wide);
  window_test_add ("/window/width/every-width-without-a-warning", test_every_width);
  window_test_add ("/window/width/a-chart-fills-a-narrow-view", test_filling_a_narrow_view);
  window_test_add ("/window/width/escape-folds-levers-over-charts", test_escape_folds_levers);
  /* Last: the window then closes while they are open. */
  window_test_add ("/window/width/questions-in-a-narrow-window",
                   test_questions_in_a_narrow_window);
}

int
main (int    argc,
      char **argv)
{
  return window_test_main (&argc, &argv, add_tests);
}
