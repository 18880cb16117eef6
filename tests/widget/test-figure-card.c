/* Figure cards, the table view and the headline strip against the numbers of the result.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "ijk-figure-card.h"
#include "ijk-figure-table-view.h"
#include "ijk-headline-figures.h"
#include "ijk-headline-strip.h"
#include "ijk-indicator.h"
#include "ijk-mark.h"
#include "ijk-sector-group.h"
#include "widget-fixture.h"

#define PATIENCE_S 30

static void
set_number (Fixture    *fixture,
            IjkLeverId  lever,
            double      number)
{
  const IjkLeverKey key = { lever, IJK_SCOPE_NATIONAL, 0 };

  g_assert_true (
    ijk_session_set_lever (fixture->session, &key, &(IjkLeverValue) { .number = number }, NULL));
}

static IjkFigureCard *
show_card (Fixture     *fixture,
           const char  *id,
           GtkWidget  **window)
{
  GtkWidget *card = ijk_figure_card_new (fixture->session, id);

  *window = fixture_show (card, 600, 400);
  return IJK_FIGURE_CARD (card);
}

static void
test_follows_result (Fixture       *fixture,
                     gconstpointer  data)
{
  GtkWidget *window;
  IjkFigureCard *card = show_card (fixture, "emissions-by-sector", &window);
  IjkChartSpec *before = ijk_chart_spec_ref (ijk_figure_card_get_spec (card));

  (void) data;
  gtk_test_accessible_assert_property (ijk_figure_card_get_view (card),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, before->title);
  gtk_test_accessible_assert_property (ijk_figure_card_get_view (card),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, before->description);
  set_number (fixture, IJK_LEVER_ENFORCEMENT, 1);
  fixture_settle (window);
  g_assert_false (ijk_chart_spec_equal (before, ijk_figure_card_get_spec (card)));
  ijk_chart_spec_unref (before);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* During a step the axis only grows; after it the card lets it settle by itself. */
static void
test_axis_in_step (Fixture       *fixture,
                   gconstpointer  data)
{
  GtkWidget *window;
  IjkFigureCard *card = show_card (fixture, "levy", &window);
  gboolean is_held;

  (void) data;
  ijk_session_begin_step (fixture->session, "Step");
  set_number (fixture, IJK_LEVER_KAPPA, 0.1);
  fixture_settle (window);
  g_object_get (ijk_figure_card_get_view (card), "holds-axis", &is_held, NULL);
  g_assert_true (is_held);
  ijk_session_end_step (fixture->session);
  fixture_settle (window);
  g_object_get (ijk_figure_card_get_view (card), "holds-axis", &is_held, NULL);
  g_assert_false (is_held);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_year (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *window;
  IjkFigureCard *card = show_card (fixture, "emissions-by-sector", &window);
  IjkChartView *view = ijk_figure_card_get_view (card);
  guint n_paints;

  (void) data;
  ijk_session_set_year (fixture->session, 2035);
  g_assert_cmpint (ijk_chart_view_get_year (view), ==, 2035);
  fixture_settle (window);
  n_paints = ijk_chart_view_get_n_paints (view);
  ijk_chart_view_set_year (view, 2040);
  g_assert_cmpint (ijk_session_get_year (fixture->session), ==, 2040);
  fixture_settle (window);
  g_assert_cmpuint (ijk_chart_view_get_n_paints (view), ==, n_paints);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_sector (Fixture       *fixture,
             gconstpointer  data)
{
  const IjkReference *reference = ijk_session_get_reference (fixture->session);
  GtkWidget *window;
  IjkFigureCard *card = show_card (fixture, "emissions-by-sector", &window);
  const IjkChartSpec *spec = ijk_figure_card_get_spec (card);
  guint steel = spec->n_series;

  (void) data;
  for (guint i = 0; i < spec->n_series; i++)
    if (g_strcmp0 (spec->series[i].label, ijk_sector_group_name (IJK_SECTOR_GROUP_STEEL)) == 0)
      steel = i;
  g_assert_cmpuint (steel, <, spec->n_series);
  g_signal_emit_by_name (ijk_figure_card_get_view (card), "part-activated", IJK_PART_SERIES, steel);
  g_assert_cmpuint (ijk_session_get_sector (fixture->session), !=, IJK_NONE);
  g_assert_cmpint (
    ijk_sector_group_of (reference, ijk_session_get_sector (fixture->session)), ==,
    IJK_SECTOR_GROUP_STEEL);
  g_signal_emit_by_name (ijk_figure_card_get_view (card), "part-activated", IJK_PART_SERIES, steel);
  g_assert_cmpuint (ijk_session_get_sector (fixture->session), ==, IJK_NONE);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
activate (IjkFigureCard *card,
          IjkPart        part,
          guint          index)
{
  g_signal_emit_by_name (ijk_figure_card_get_view (card), "part-activated", part, index);
}

static IjkSectorGroup
get_group (Fixture *fixture)
{
  const guint sector = ijk_session_get_sector (fixture->session);

  return sector == IJK_NONE
           ? IJK_N_SECTOR_GROUPS
           : ijk_sector_group_of (ijk_session_get_reference (fixture->session), sector);
}

/* Sectors beside industry have a series each; what is no sector is passed over. */
static void
test_sector_beside (Fixture       *fixture,
                    gconstpointer  data)
{
  GtkWidget *window;
  IjkFigureCard *card = show_card (fixture, "indirect", &window);
  const IjkChartSpec *spec = ijk_figure_card_get_spec (card);
  guint incinerators = spec->n_series, balance = spec->n_series;

  (void) data;
  for (guint i = 0; i < spec->n_series; i++)
    {
      if (spec->series[i].panel == 1
          && spec->series[i].role == ijk_sector_group_role (IJK_SECTOR_GROUP_WASTE))
        incinerators = i;
      /* In a colour of the sectors, which it is not. */
      if (spec->series[i].panel == 0 && spec->series[i].shape == IJK_SHAPE_AREA)
        balance = i;
    }
  g_assert_cmpuint (incinerators, <, spec->n_series);
  g_assert_cmpuint (balance, <, spec->n_series);
  activate (card, IJK_PART_SERIES, incinerators);
  g_assert_cmpint (get_group (fixture), ==, IJK_SECTOR_GROUP_WASTE);
  fixture_settle (window);
  spec = ijk_figure_card_get_spec (card);
  g_assert_true (spec->series[incinerators].is_strong);
  activate (card, IJK_PART_SERIES, balance);
  g_assert_cmpint (get_group (fixture), ==, IJK_SECTOR_GROUP_WASTE);
  activate (card, IJK_PART_SERIES, incinerators);
  g_assert_cmpint (get_group (fixture), ==, IJK_N_SECTOR_GROUPS);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Each bar is a sector: all of its group come forward, the others but the whole step back. */
static void
test_sector_rows (Fixture       *fixture,
                  gconstpointer  data)
{
  GtkWidget *window;
  IjkFigureCard *card = show_card (fixture, "benchmark-distance", &window);
  const IjkChartSpec *spec = ijk_figure_card_get_spec (card);
  const IjkRole role = ijk_sector_group_role (IJK_SECTOR_GROUP_CHEMISTRY);
  guint row = spec->n_rows, n_muted = 0;

  (void) data;
  for (guint i = 0; i < spec->n_segments; i++)
    {
      g_assert_false (spec->segments[i].is_muted);
      if (spec->segments[i].role == role)
        row = spec->segments[i].row;
    }
  g_assert_cmpuint (row, <, spec->n_rows);
  activate (card, IJK_PART_ROW, row);
  g_assert_cmpint (get_group (fixture), ==, IJK_SECTOR_GROUP_CHEMISTRY);
  fixture_settle (window);
  spec = ijk_figure_card_get_spec (card);
  for (guint i = 0; i < spec->n_segments; i++)
    {
      const IjkChartSegment *segment = &spec->segments[i];
      const gboolean is_all = segment->role == IJK_ROLE_CURRENT;

      g_assert_true (spec->rows[segment->row].is_strong == (is_all || segment->role == role));
      g_assert_true (segment->is_muted == (!is_all && segment->role != role));
      n_muted += segment->is_muted;
    }
  g_assert_cmpuint (n_muted, >, 0);
  /* The row of all of industry is no sector. */
  activate (card, IJK_PART_ROW, spec->n_rows - 1);
  g_assert_cmpint (get_group (fixture), ==, IJK_SECTOR_GROUP_CHEMISTRY);
  activate (card, IJK_PART_ROW, row);
  g_assert_cmpint (get_group (fixture), ==, IJK_N_SECTOR_GROUPS);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_table (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *window;
  IjkFigureCard *card = show_card (fixture, "emissions-by-sector", &window);
  IjkFigureTableView *view
    = IJK_FIGURE_TABLE_VIEW (fixture_find (GTK_WIDGET (card), IJK_TYPE_FIGURE_TABLE_VIEW));
  GtkWidget *columns;

  (void) data;
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (card), "figure.show-table", NULL));
  fixture_settle (window);
  g_assert_nonnull (ijk_figure_table_view_get_table (view));
  columns = fixture_find (GTK_WIDGET (view), GTK_TYPE_COLUMN_VIEW);
  g_assert_cmpuint (
    g_list_model_get_n_items (gtk_column_view_get_columns (GTK_COLUMN_VIEW (columns))), ==,
    1 + ijk_figure_table_view_get_table (view)->columns->len);
  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       ijk_figure_table_view_get_table (view)->caption);
  set_number (fixture, IJK_LEVER_ENFORCEMENT, 1);
  fixture_settle (window);
  ijk_figure_card_set_shows_table (card, FALSE);
  fixture_settle (window);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Numbers change under a selected row without taking the selection away. */
static void
test_table_keeps_its_rows (Fixture       *fixture,
                           gconstpointer  data)
{
  GtkWidget *card = ijk_figure_card_new (fixture->session, "levy");
  GtkWidget *window = fixture_show (card, 600, 400);
  const IjkLeverKey key = { IJK_LEVER_ENFORCEMENT, IJK_SCOPE_NATIONAL, 0 };
  g_autoptr (GError) error = NULL;
  GtkSelectionModel *rows;
  g_autoptr (GObject) row = NULL;
  g_autoptr (GObject) row_after = NULL;

  (void) data;
  /* From the first change on there are columns of current law. */
  g_assert_true (ijk_session_set_lever (fixture->session, &key, &(IjkLeverValue) { .number = 0.5 },
                                        &error));
  g_assert_no_error (error);
  ijk_figure_card_set_shows_table (IJK_FIGURE_CARD (card), TRUE);
  fixture_settle (window);
  rows = gtk_column_view_get_model (GTK_COLUMN_VIEW (fixture_find (card, GTK_TYPE_COLUMN_VIEW)));
  gtk_selection_model_select_item (rows, 3, TRUE);
  row = g_list_model_get_item (G_LIST_MODEL (rows), 3);
  g_assert_true (ijk_session_set_lever (fixture->session, &key, &(IjkLeverValue) { .number = 1 },
                                        &error));
  g_assert_no_error (error);
  fixture_settle (window);
  row_after = g_list_model_get_item (G_LIST_MODEL (rows), 3);
  g_assert_true (row == row_after);
  g_assert_true (gtk_selection_model_is_selected (rows, 3));

  /* Another figure has rows of its own. */
  ijk_figure_card_set_figure (IJK_FIGURE_CARD (card), "cost");
  fixture_settle (window);
  g_assert_false (gtk_selection_model_is_selected (rows, 3));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The label of a row, where it is made. */
static GtkWidget *
find_row_label (GtkWidget  *widget,
                const char *text)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
      && g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), text))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row_label (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_row_in_sight (GtkWidget  *table,
                 const char *label_text)
{
  GtkWidget *scroller = fixture_find (table, GTK_TYPE_SCROLLED_WINDOW);
  GtkWidget *label = find_row_label (table, label_text);
  graphene_rect_t bounds;

  return label != NULL && gtk_widget_compute_bounds (label, scroller, &bounds)
         && bounds.origin.y >= 0 && bounds.size.height > 0
         && bounds.origin.y + bounds.size.height <= gtk_widget_get_height (scroller);
}

static void
wait_for_row (GtkWidget  *table,
              const char *label)
{
  const gint64 end_us = g_get_monotonic_time () + PATIENCE_S * G_USEC_PER_SEC;

  while (!is_row_in_sight (table, label) && g_get_monotonic_time () < end_us)
    fixture_settle (table);
  g_assert_true (is_row_in_sight (table, label));
}

/* The year in hand is in sight when the table comes and when the year moves, and looks otherwise. */
static void
test_table_follows_year (Fixture       *fixture,
                         gconstpointer  data)
{
  GtkWidget *window;
  IjkFigureCard *card = show_card (fixture, "emissions-by-sector", &window);
  GtkWidget *table = fixture_find (GTK_WIDGET (card), IJK_TYPE_FIGURE_TABLE_VIEW);

  (void) data;
  ijk_session_set_year (fixture->session, 2045);
  ijk_figure_card_set_shows_table (card, TRUE);
  wait_for_row (table, "2045");
  g_assert_false (is_row_in_sight (table, "2015"));
  g_assert_true (gtk_widget_has_css_class (find_row_label (table, "2045"), "accent"));

  ijk_session_set_year (fixture->session, 2022);
  wait_for_row (table, "2022");
  g_assert_false (is_row_in_sight (table, "2045"));
  g_assert_true (gtk_widget_has_css_class (find_row_label (table, "2022"), "accent"));
  g_assert_false (gtk_widget_has_css_class (find_row_label (table, "2023"), "accent"));

  /* Another figure has its years in other rows. */
  ijk_session_set_year (fixture->session, 2050);
  ijk_figure_card_set_figure (card, "levy");
  wait_for_row (table, "2050");
  gtk_window_destroy (GTK_WINDOW (window));
}

static char *
dup_title (GtkWidget *view,
           guint      column)
{
  GtkWidget *columns = fixture_find (view, GTK_TYPE_COLUMN_VIEW);
  g_autoptr (GtkColumnViewColumn) found = g_list_model_get_item (
      gtk_column_view_get_columns (GTK_COLUMN_VIEW (columns)), column);

  return g_strdup (gtk_column_view_column_get_title (found));
}

/* A unit stands once: over the table where all columns have it, else in each heading. */
static void
test_table_units (Fixture       *fixture,
                  gconstpointer  data)
{
  GtkWidget *view = ijk_figure_table_view_new ();
  IjkFigureTable *same = ijk_figure_table_new ("Caption", "Year");
  IjkFigureTable *mixed = ijk_figure_table_new ("Caption", "Year");
  g_autofree char *plain = NULL;
  g_autofree char *with_unit = NULL;
  g_autofree char *without = NULL;
  GtkWidget *unit;

  (void) fixture;
  (void) data;
  g_object_ref_sink (view);
  ijk_figure_table_add_column (same, "Refining", "Mt", 1);
  ijk_figure_table_add_column (same, "Steel", "Mt", 1);
  ijk_figure_table_view_set_table (IJK_FIGURE_TABLE_VIEW (view), same);
  unit = fixture_find (view, GTK_TYPE_LABEL);
  plain = dup_title (view, 2);
  g_assert_cmpstr (plain, ==, "Steel");
  g_assert_true (gtk_widget_get_visible (unit));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (unit)), ==, "Mt");

  ijk_figure_table_add_column (mixed, "Refining", "Mt", 1);
  ijk_figure_table_add_column (mixed, "Share", "", 0);
  ijk_figure_table_view_set_table (IJK_FIGURE_TABLE_VIEW (view), mixed);
  with_unit = dup_title (view, 1);
  without = dup_title (view, 2);
  g_assert_cmpstr (with_unit, ==, "Refining\nMt");
  g_assert_cmpstr (without, ==, "Share");
  g_assert_false (gtk_widget_get_visible (unit));
  g_assert_finalize_object (view);
}

/* Every figure of the registry can be shown on a card, as chart and as table. */
static void
test_all_figures (Fixture       *fixture,
                  gconstpointer  data)
{
  GtkWidget *window;
  IjkFigureCard *card = show_card (fixture, "emissions-by-sector", &window);
  guint n_figures;
  const IjkFigure *figures = ijk_figures (&n_figures);

  (void) data;
  for (guint i = 0; i < n_figures; i++)
    {
      ijk_figure_card_set_figure (card, figures[i].id);
      ijk_figure_card_set_shows_table (card, i % 2 == 1);
      fixture_settle (window);
      g_assert_true (ijk_figure_card_get_figure (card) == &figures[i]);
      g_assert_nonnull (ijk_figure_card_get_spec (card));
    }
  ijk_session_ask_landscape (fixture->session, NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
take_text_cb (char       **text,
              const char  *message)
{
  g_free (*text);
  *text = g_strdup (message);
}

static void
count_cb (guint *count)
{
  (*count)++;
}

/* A popover of GTK 4.8 that goes while it is open keeps its grab and stays behind. */
static void
test_open_menu (Fixture       *fixture,
                gconstpointer  data)
{
  GtkWidget *window;
  IjkFigureCard *card = show_card (fixture, "emissions-by-sector", &window);
  GtkWidget *view = GTK_WIDGET (ijk_figure_card_get_view (card));
  GtkWidget *popover;

  (void) data;
  g_assert_true (fixture_press (view, GDK_KEY_F10, GDK_SHIFT_MASK));
  fixture_settle (window);
  popover = fixture_find (view, GTK_TYPE_POPOVER);
  g_assert_true (gtk_widget_get_visible (popover));
  g_object_add_weak_pointer (G_OBJECT (popover), (gpointer *) &popover);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_null (popover);
}

static void
test_open_chooser (Fixture       *fixture,
                   gconstpointer  data)
{
  GtkWidget *window;
  IjkFigureCard *card = show_card (fixture, "emissions-by-sector", &window);
  GtkWidget *button = fixture_find (GTK_WIDGET (card), GTK_TYPE_MENU_BUTTON);
  GtkWidget *popover;

  (void) data;
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  fixture_settle (window);
  popover = GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (button)));
  g_assert_true (gtk_widget_get_visible (popover));
  g_object_add_weak_pointer (G_OBJECT (popover), (gpointer *) &popover);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_null (popover);
}

static void
test_actions (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *window;
  IjkFigureCard *card = show_card (fixture, "emissions-by-sector", &window);
  g_autofree char *message = NULL;
  guint n_saves = 0, n_prints = 0;

  (void) data;
  g_signal_connect_swapped (card, "message", G_CALLBACK (take_text_cb), &message);
  g_signal_connect_swapped (card, "save-requested", G_CALLBACK (count_cb), &n_saves);
  g_signal_connect_swapped (card, "print-requested", G_CALLBACK (count_cb), &n_prints);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (card), "figure.copy-data", NULL));
  g_assert_nonnull (message);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (card), "figure.copy-image", NULL));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (card), "figure.save", NULL));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (card), "figure.print", NULL));
  g_assert_cmpuint (n_saves, ==, 1);
  g_assert_cmpuint (n_prints, ==, 1);
  g_assert_true (fixture_press (GTK_WIDGET (ijk_figure_card_get_view (card)), GDK_KEY_F10,
                                GDK_SHIFT_MASK));
  fixture_settle (window);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Tabs between cells, a true minus sign as a hyphen, nothing for the unknown. */
static void
test_tsv (void)
{
  g_autoptr (IjkFigureTable) table = ijk_figure_table_new ("Caption", "Year");
  g_autofree char *text = NULL;

  ijk_figure_table_add_column (table, "Refining", "Mt", 1);
  ijk_figure_table_add_column (table, "Share", "", 0);
  ijk_figure_table_add_row (table, "2030", (const double[]) { -12345.67, 3 }, NULL);
  ijk_figure_table_add_row (table, "a\tb", (const double[]) { NAN, 0 }, NULL);
  text = ijk_figure_table_to_tsv (table);
  g_assert_cmpstr (text, ==, "Year\tRefining, Mt\tShare\n2030\t-12345.7\t3\na b\t\t0\n");
}

/* The long table says the same as the headline. */
static void
test_headline_values (Fixture       *fixture,
                      gconstpointer  data)
{
  static const struct
  {
    IjkHeadlineFigure figure;
    IjkItems items;
    guint item;
    const char *indicator;
  } cases[] = {
    { IJK_HEADLINE_EMISSIONS, IJK_ITEMS_SCOPE, IJK_SCOPE_ITEM_INDUSTRY, "emissions" },
    { IJK_HEADLINE_LEVY, IJK_ITEMS_SCOPE, IJK_SCOPE_ITEM_ALL, "net_levy" },
    { IJK_HEADLINE_STORED, IJK_ITEMS_NL, 0, "ccs" },
    { IJK_HEADLINE_COST, IJK_ITEMS_NL, 0, "industry_cost" },
  };
  const IjkResult *result = ijk_session_get_result (fixture->session);

  (void) data;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int year = IJK_FIRST_YEAR; year <= IJK_LAST_YEAR; year += 3)
      {
        const IjkIndicator *indicator
          = ijk_indicator_find (cases[i].items, cases[i].indicator);

        g_assert_nonnull (indicator);
        g_assert_cmpfloat_with_epsilon (
          ijk_headline_figure_value (cases[i].figure, result, year),
          ijk_indicator_value (indicator, result, cases[i].item, year), 1e-6);
      }
}

static void
test_strip (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *strip = ijk_headline_strip_new (fixture->session);
  GtkWidget *window = fixture_show (strip, 1200, 200);
  GtkWidget *first = ijk_headline_strip_get_headline (IJK_HEADLINE_STRIP (strip), 0);
  g_autofree char *before = g_strdup (ijk_headline_view_get_value (IJK_HEADLINE_VIEW (first)));
  const double kt
    = ijk_headline_figure_value (IJK_HEADLINE_EMISSIONS, ijk_session_get_result (fixture->session),
                                 2030);
  g_autofree char *expected = g_strdup_printf ("%.1f", kt / 1e3);
  int wide, narrow;

  (void) data;
  g_assert_cmpstr (before, ==, expected);
  ijk_session_set_year (fixture->session, 2050);
  g_assert_cmpstr (ijk_headline_view_get_value (IJK_HEADLINE_VIEW (first)), !=, before);

  /* 6, 3 and 2 columns. */
  gtk_widget_measure (strip, GTK_ORIENTATION_VERTICAL, 1400, &wide, NULL, NULL, NULL);
  gtk_widget_measure (strip, GTK_ORIENTATION_VERTICAL, 700, &narrow, NULL, NULL, NULL);
  g_assert_cmpint (narrow, ==, 2 * wide);
  gtk_widget_measure (strip, GTK_ORIENTATION_VERTICAL, 360, &narrow, NULL, NULL, NULL);
  g_assert_cmpint (narrow, ==, 3 * wide);
  gtk_widget_measure (strip, GTK_ORIENTATION_HORIZONTAL, -1, &narrow, NULL, NULL, NULL);
  g_assert_cmpint (narrow, <=, 360);
  gtk_window_destroy (GTK_WINDOW (window));
}

#define ADD(name, function)                                                                        \
  g_test_add ("/figure-card/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  const int status = fixture_init (&argc, &argv);

  if (status != 0)
    return status;
  ADD ("follows-the-result", test_follows_result);
  ADD ("axis-is-held-during-a-step", test_axis_in_step);
  ADD ("year-goes-both-ways-without-painting", test_year);
  ADD ("click-highlights-a-sector", test_sector);
  ADD ("click-highlights-a-sector-beside-industry", test_sector_beside);
  ADD ("click-highlights-the-bars-of-a-group", test_sector_rows);
  ADD ("table-has-the-columns", test_table);
  ADD ("table-keeps-its-rows", test_table_keeps_its_rows);
  ADD ("table-follows-the-year", test_table_follows_year);
  ADD ("table-has-each-unit-once", test_table_units);
  ADD ("every-figure-shows", test_all_figures);
  ADD ("actions-and-menu", test_actions);
  ADD ("open-menu-goes-with-the-window", test_open_menu);
  ADD ("open-chooser-goes-with-the-window", test_open_chooser);
  g_test_add_func ("/figure-card/copied-table-suits-a-spreadsheet", test_tsv);
  ADD ("headlines-agree-with-the-long-table", test_headline_values);
  ADD ("strip-wraps", test_strip);
  return g_test_run ();
}
