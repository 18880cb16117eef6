/* Why a number is what it is: the tree that opens, the window around it, and the ways to it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "ijk-explanation.h"
#include "ijk-figure-numbers.h"
#include "ijk-headline-figures.h"
#include "ijk-headline-strip.h"
#include "ijk-widget.h"
#include "ijk-why-card.h"
#include "ijk-why-door.h"
#include "ijk-why-node.h"
#include "ijk-why-policies.h"
#include "ijk-why-view.h"
#include "widget-fixture.h"

#define YEAR 2032
#define PATIENCE_US (30 * G_TIME_SPAN_SECOND)

static IjkExplanation *
explain (Fixture    *fixture,
         const char *indicator)
{
  const IjkResult *result = ijk_session_get_result (fixture->session);

  return ijk_explain (result, ijk_indicator_find (IJK_ITEMS_COMPANY, indicator),
                      ijk_reference_find_company (result->reference, "Shell"), YEAR);
}

static void
set_lever (Fixture    *fixture,
           IjkLeverId  lever,
           double      number)
{
  g_autoptr (GError) error = NULL;
  const IjkLeverKey key = { lever, IJK_SCOPE_NATIONAL, 0 };

  g_assert_true (ijk_session_set_lever (fixture->session, &key, &(IjkLeverValue) { .number = number },
                                        &error));
  g_assert_no_error (error);
  ijk_session_run_now (fixture->session);
}

static IjkWhyNode *
get_node (IjkWhyView *view,
          guint       position)
{
  g_autoptr (GtkTreeListRow) row
      = g_list_model_get_item (ijk_why_view_get_rows (view), position);

  return gtk_tree_list_row_get_item (row);
}

static gboolean
is_open (IjkWhyView *view,
         guint       position)
{
  g_autoptr (GtkTreeListRow) row
      = g_list_model_get_item (ijk_why_view_get_rows (view), position);

  return gtk_tree_list_row_get_expanded (row);
}

static guint
count_rows (IjkWhyView *view)
{
  return g_list_model_get_n_items (ijk_why_view_get_rows (view));
}

/* ---- the tree ---- */

/* The formula first, then its numbers, then what it rests on. */
static void
test_rows (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (IjkWhyView) view = g_object_ref_sink (IJK_WHY_VIEW (ijk_why_view_new ()));
  g_autoptr (IjkExplanation) levy = explain (fixture, "levy");
  g_autoptr (GPtrArray) terms = ijk_explanation_list_terms (levy);
  g_autoptr (IjkWhyNode) first = NULL;
  g_autoptr (IjkWhyNode) last = NULL;

  (void) data;
  ijk_why_view_show (view, explain (fixture, "levy"));
  g_assert_cmpuint (count_rows (view), ==, terms->len + 2);
  first = get_node (view, 0);
  last = get_node (view, terms->len + 1);
  g_assert_cmpint (ijk_why_node_get_kind (first), ==, IJK_WHY_FORMULA);
  g_assert_cmpint (ijk_why_node_get_kind (last), ==, IJK_WHY_SOURCE);
  for (guint i = 0; i < terms->len; i++)
    {
      g_autoptr (IjkWhyNode) node = get_node (view, i + 1);
      g_autofree char *value = ijk_explanation_dup_value (terms->pdata[i]);

      g_assert_cmpint (ijk_why_node_get_kind (node), ==, IJK_WHY_NUMBER);
      g_assert_cmpstr (ijk_why_node_get_value (node), ==, value);
    }
}

/* Opens every number, seven deep at most. Returns: whether a source that is read says @text */
static gboolean
reaches (IjkWhyView *view,
         const char *text)
{
  gboolean is_there = FALSE;

  for (guint i = 0; i < count_rows (view); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (ijk_why_view_get_rows (view), i);
      g_autoptr (IjkWhyNode) node = gtk_tree_list_row_get_item (row);
      const gboolean is_number = ijk_why_node_get_kind (node) == IJK_WHY_NUMBER;

      g_assert_cmpint (gtk_tree_list_row_is_expandable (row), ==, is_number);
      g_assert_cmpstr (ijk_why_node_get_text (node), !=, "");
      if (is_number && gtk_tree_list_row_get_depth (row) < 7)
        gtk_tree_list_row_set_expanded (row, TRUE);
      is_there = is_there
                 || (ijk_why_node_get_kind (node) == IJK_WHY_SOURCE
                     && ijk_why_node_get_standing (node) == IJK_STANDING_SOURCED
                     && strstr (ijk_why_node_get_text (node), text) != NULL);
    }
  return is_there;
}

/* Whoever goes on opening arrives at statute and registry. */
static void
test_reaches_sources (Fixture       *fixture,
                      gconstpointer  data)
{
  const IjkResult *result = ijk_session_get_result (fixture->session);
  g_autoptr (IjkWhyView) view = g_object_ref_sink (IJK_WHY_VIEW (ijk_why_view_new ()));

  (void) data;
  ijk_why_view_show (view, ijk_explain (result, ijk_indicator_find (IJK_ITEMS_NL, "rate_ets"), 0,
                                        2027));
  g_assert_true (reaches (view, "Wbm"));
  ijk_why_view_show (view, ijk_explain (result, ijk_indicator_find (IJK_ITEMS_UNIT, "emissions"), 0,
                                        IJK_FIRST_YEAR));
  g_assert_true (reaches (view, "Transaction Log"));
}

static void
test_sentences (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (IjkWhyView) view = g_object_ref_sink (IJK_WHY_VIEW (ijk_why_view_new ()));
  g_autoptr (IjkWhyNode) formula = NULL;
  g_autoptr (IjkWhyNode) number = NULL;
  g_autofree char *heard = NULL;
  g_autofree char *said = NULL;

  (void) data;
  ijk_why_view_show (view, explain (fixture, "levy"));
  formula = get_node (view, 0);
  heard = ijk_why_node_dup_sentence (formula);
  g_assert_true (g_str_has_prefix (heard, "Formula: "));
  number = get_node (view, 1);
  said = ijk_why_node_dup_sentence (number);
  g_assert_nonnull (strstr (said, ijk_why_node_get_text (number)));
  g_assert_nonnull (strstr (said, ijk_why_node_get_value (number)));
  g_assert_nonnull (strstr (said, ijk_standing_name (ijk_why_node_get_standing (number))));
}

static void
test_uris (void)
{
  static const struct
  {
    const char *source;
    const char *uri;
  } cases[] = {
    { "PBL, https://www.pbl.nl/a/b.", "https://www.pbl.nl/a/b" },
    { "See (https://example.org/x) there", "https://example.org/x" },
    { "Wbm art. 71p", "https://wetten.overheid.nl/BWBR0007168" },
    { "BWBR0024296, art. 3", "https://wetten.overheid.nl/BWBR0024296" },
    { "METHOD.md, chapter 8", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *uri = ijk_why_find_uri (cases[i].source);

      g_assert_cmpstr (uri, ==, cases[i].uri);
    }
}

/* A lever moves the numbers in the rows that are open; none is closed or made anew. */
static void
test_follows (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (IjkWhyView) view = g_object_ref_sink (IJK_WHY_VIEW (ijk_why_view_new ()));
  g_autoptr (GPtrArray) before = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *value = NULL;
  guint n_rows;

  (void) data;
  ijk_why_view_show (view, explain (fixture, "emissions"));
  for (guint i = 0; i < count_rows (view) && i < 40; i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (ijk_why_view_get_rows (view), i);

      gtk_tree_list_row_set_expanded (row, gtk_tree_list_row_get_depth (row) < 2);
    }
  n_rows = count_rows (view);
  for (guint i = 0; i < n_rows; i++)
    g_ptr_array_add (before, get_node (view, i));
  value = ijk_explanation_dup_value (ijk_why_view_get (view));
  set_lever (fixture, IJK_LEVER_ETS_SCALE, 0.6);
  ijk_why_view_follow (view, explain (fixture, "emissions"));
  {
    g_autofree char *now = ijk_explanation_dup_value (ijk_why_view_get (view));

    g_assert_cmpstr (now, !=, value);
  }
  for (guint i = 0; i < MIN (n_rows, 4); i++)
    {
      g_autoptr (IjkWhyNode) node = get_node (view, i);

      g_assert_true (node == before->pdata[i]);
      g_assert_cmpint (is_open (view, i), ==, ijk_why_node_get_kind (node) == IJK_WHY_NUMBER);
    }
  /* What the rows say is what a fresh tree says. */
  {
    g_autoptr (IjkWhyView) fresh = g_object_ref_sink (IJK_WHY_VIEW (ijk_why_view_new ()));

    ijk_why_view_show (fresh, explain (fixture, "emissions"));
    for (guint i = 0; i < count_rows (view); i++)
      {
        g_autoptr (IjkWhyNode) a = get_node (view, i);
        g_autoptr (IjkWhyNode) b = get_node (fresh, i);
        g_autoptr (GtkTreeListRow) row
            = g_list_model_get_item (ijk_why_view_get_rows (fresh), i);

        gtk_tree_list_row_set_expanded (row, is_open (view, i));
        g_assert_cmpstr (ijk_why_node_get_text (a), ==, ijk_why_node_get_text (b));
        g_assert_cmpstr (ijk_why_node_get_value (a), ==, ijk_why_node_get_value (b));
      }
    g_assert_cmpuint (count_rows (view), ==, count_rows (fresh));
  }
}

/* ---- keys and rows on the screen ---- */

/* The key binding of the list inside, as when it has focus. */
static void
press (IjkWhyView *view,
       guint       key)
{
  GtkWidget *list = fixture_find (GTK_WIDGET (view), GTK_TYPE_LIST_VIEW);

  g_assert_true (fixture_press (list, key, 0));
}

static void
test_keys (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *widget = ijk_why_view_new ();
  IjkWhyView *view = IJK_WHY_VIEW (widget);
  GtkWidget *window;
  guint n_closed;

  (void) data;
  ijk_why_view_show (view, explain (fixture, "levy"));
  window = fixture_show (widget, 700, 600);
  n_closed = count_rows (view);
  ijk_why_view_select (view, 1);
  g_assert_cmpuint (ijk_why_view_get_selected (view), ==, 1);
  press (view, GDK_KEY_Right);
  g_assert_true (is_open (view, 1));
  g_assert_cmpuint (count_rows (view), >, n_closed);
  fixture_settle (window);
  press (view, GDK_KEY_Right);
  g_assert_cmpuint (ijk_why_view_get_selected (view), ==, 2);
  press (view, GDK_KEY_Left);
  g_assert_cmpuint (ijk_why_view_get_selected (view), ==, 1);
  press (view, GDK_KEY_Left);
  g_assert_false (is_open (view, 1));
  g_assert_cmpuint (count_rows (view), ==, n_closed);
  press (view, GDK_KEY_Return);
  g_assert_true (is_open (view, 1));
  press (view, GDK_KEY_space);
  g_assert_false (is_open (view, 1));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The row that has the focus says all of itself. */
static void
test_accessible (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkWidget *widget = ijk_why_view_new ();
  IjkWhyView *view = IJK_WHY_VIEW (widget);
  GtkWidget *window;
  GtkWidget *expander;
  g_autoptr (IjkWhyNode) node = NULL;
  g_autofree char *sentence = NULL;

  (void) data;
  ijk_why_view_show (view, explain (fixture, "levy"));
  window = fixture_show (widget, 700, 600);
  expander = fixture_find (widget, GTK_TYPE_TREE_EXPANDER);
  node = get_node (view, 0);
  sentence = ijk_why_node_dup_sentence (node);
  gtk_test_accessible_assert_property (expander, GTK_ACCESSIBLE_PROPERTY_LABEL, sentence);
  gtk_test_accessible_assert_property (gtk_widget_get_parent (expander),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, sentence);
  gtk_test_accessible_assert_role (gtk_widget_get_parent (expander), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* ---- the ways to it ---- */

/* A headline asks about the number it shows, in every year. */
static void
test_headlines (Fixture       *fixture,
                gconstpointer  data)
{
  const IjkResult *result;

  (void) data;
  set_lever (fixture, IJK_LEVER_ETS_SCALE, 1.4);
  result = ijk_session_get_result (fixture->session);
  for (IjkHeadlineFigure figure = 0; figure < IJK_N_HEADLINE_FIGURES; figure++)
    for (int year = IJK_FIRST_YEAR; year <= IJK_LAST_YEAR; year++)
      {
        const IjkAskedNumber number = ijk_headline_figure_asked (figure, year);
        g_autoptr (IjkExplanation) explanation = ijk_explain_asked (result, &number);
        const double value = ijk_headline_figure_value (figure, result, year);

        g_assert_cmpfloat_with_epsilon (ijk_explanation_evaluate (explanation), value,
                                        1e-9 * MAX (1, fabs (value)));
      }
}

typedef struct
{
  GPtrArray *numbers; /* (owned) (nullable) */
  guint selected;
  IjkSession *session;
} Asked;

static void
why_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  Asked *asked = user_data;

  (void) action;
  g_clear_pointer (&asked->numbers, g_ptr_array_unref);
  asked->numbers = ijk_why_door_read (ijk_session_get_reference (asked->session), parameter,
                                      &asked->selected);
}

/* A window that keeps what it is asked. */
static GtkWidget *
show_with_door (Fixture   *fixture,
                GtkWidget *child,
                Asked     *asked)
{
  static const GActionEntry entries[]
      = { { .name = "why", .activate = why_cb, .parameter_type = IJK_WHY_DOOR_TYPE } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  GtkWidget *window = fixture_show (child, 1200, 700);

  *asked = (Asked) { .session = fixture->session };
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), asked);
  gtk_widget_insert_action_group (window, "win", G_ACTION_GROUP (group));
  return window;
}

static void
test_strip_asks (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkWidget *strip = ijk_headline_strip_new (fixture->session);
  Asked asked;
  GtkWidget *window = show_with_door (fixture, strip, &asked);
  GtkWidget *levy
      = ijk_headline_strip_get_headline (IJK_HEADLINE_STRIP (strip), IJK_HEADLINE_LEVY);
  const IjkNamedNumber *number;

  (void) data;
  g_assert_true (fixture_press (levy, GDK_KEY_i, GDK_CONTROL_MASK));
  g_assert_nonnull (asked.numbers);
  g_assert_cmpuint (asked.numbers->len, ==, IJK_N_HEADLINE_FIGURES);
  g_assert_cmpuint (asked.selected, ==, IJK_HEADLINE_LEVY);
  number = g_ptr_array_index (asked.numbers, asked.selected);
  g_assert_cmpstr (number->number.indicator->id, ==, "net_levy");
  g_assert_cmpint (number->number.last_year, ==, ijk_session_get_year (fixture->session));
  g_ptr_array_unref (asked.numbers);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The highlighted sector, in the year of the cursor. */
static void
test_card_asks (Fixture       *fixture,
                gconstpointer  data)
{
  GtkWidget *card = ijk_figure_card_new (fixture->session, "emissions-by-sector");
  const guint refining
      = ijk_reference_find_sector (ijk_session_get_reference (fixture->session), "refining");
  Asked asked;
  GtkWidget *window = show_with_door (fixture, card, &asked);
  const IjkNamedNumber *number;

  (void) data;
  ijk_session_set_year (fixture->session, 2041);
  ijk_session_set_sector (fixture->session, refining);
  g_assert_true (gtk_widget_activate_action (card, "why.ask", NULL));
  g_assert_nonnull (asked.numbers);
  g_assert_cmpuint (asked.numbers->len, >=, 6);
  number = g_ptr_array_index (asked.numbers, asked.selected);
  g_assert_cmpint (number->number.indicator->items, ==, IJK_ITEMS_SECTOR);
  g_assert_cmpuint (number->number.items[0], ==, refining);
  g_assert_cmpint (number->number.last_year, ==, 2041);
  g_ptr_array_unref (asked.numbers);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What comes from another reference, or from nowhere, is left out. */
static void
test_door_is_careful (Fixture       *fixture,
                      gconstpointer  data)
{
  const IjkReference *reference = ijk_session_get_reference (fixture->session);
  guint selected = 0;
  g_autoptr (GVariant) parameter = g_variant_ref_sink (g_variant_new_parsed (
      "(uint32 3, [('a', uint32 4, 'levy', [uint32 0], 2030, 2030),"
      " ('b', uint32 4, 'levy', [uint32 99999], 2030, 2030),"
      " ('c', uint32 4, 'no_such', [uint32 0], 2030, 2030),"
      " ('d', uint32 77, 'levy', [uint32 0], 2030, 2030),"
      " ('e', uint32 4, 'levy', [uint32 0], 1990, 2030)])"));
  g_autoptr (GPtrArray) numbers = ijk_why_door_read (reference, parameter, &selected);

  (void) data;
  g_assert_cmpuint (numbers->len, ==, 1);
  g_assert_cmpuint (selected, ==, 0);
  g_assert_cmpstr (((const IjkNamedNumber *) numbers->pdata[0])->name, ==, "a");
}

/* ---- policies ---- */

/* The parts are there, add up, and stand in the rows. */
static void
test_policies (Fixture       *fixture,
               gconstpointer  data)
{
  const IjkAskedNumber number = ijk_headline_figure_asked (IJK_HEADLINE_EMISSIONS, YEAR);
  GtkWidget *widget = ijk_why_policies_new (fixture->session);
  GtkWidget *window = fixture_show (widget, 700, 400);
  const gint64 end_us = g_get_monotonic_time () + PATIENCE_US;
  const IjkContributions *found = NULL;
  g_autofree char *text = NULL;
  double sum = 0;

  (void) data;
  set_lever (fixture, IJK_LEVER_ETS_SCALE, 1.4);
  set_lever (fixture, IJK_LEVER_ENFORCEMENT, 1);
  ijk_why_policies_ask (IJK_WHY_POLICIES (widget), &number);
  while ((found = ijk_session_get_contributions (fixture->session)) == NULL
         && g_get_monotonic_time () < end_us)
    (void) g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (found);
  /* The scenario in hand sets the regime of current law besides. */
  g_assert_cmpuint (found->n_levers, ==, 3);
  for (guint i = 0; i < found->n_levers; i++)
    sum += found->levers[i].value;
  g_assert_cmpfloat_with_epsilon (sum, found->after - found->before, 1e-6);
  g_assert_cmpfloat (fabs (sum), >, 1);
  g_assert_cmpfloat_with_epsilon (
      found->after, ijk_asked_number_value (&number, ijk_session_get_result (fixture->session)),
      1e-6);
  text = ijk_why_policies_dup_text (IJK_WHY_POLICIES (widget));
  g_assert_nonnull (text);
  {
    GtkWidget *list = fixture_find (widget, GTK_TYPE_LIST_BOX);

    g_assert_nonnull (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 2));
    g_assert_null (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), 3));
  }
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_null (ijk_session_get_contributions (fixture->session));
}

#define ADD(name, function)                                                                        \
  g_test_add ("/why/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  const int status = fixture_init (&argc, &argv);

  if (status != 0)
    return status;
  ADD ("formula-numbers-source", test_rows);
  ADD ("opens-down-to-statute-and-registry", test_reaches_sources);
  ADD ("rows-say-all-of-themselves", test_sentences);
  g_test_add_func ("/why/finds-the-page-of-a-source", test_uris);
  ADD ("follows-a-lever-and-stays-open", test_follows);
  ADD ("keys-open-and-close", test_keys);
  ADD ("accessible-names", test_accessible);
  ADD ("headlines-are-what-they-ask", test_headlines);
  ADD ("a-headline-asks", test_strip_asks);
  ADD ("a-chart-asks", test_card_asks);
  ADD ("the-door-is-careful", test_door_is_careful);
  ADD ("policies-add-up", test_policies);
  return g_test_run ();
}
