/* Lever rows on the real reference: every kind writes to the session and shows what it says.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "ijk-lever-info.h"
#include "ijk-lever-reading.h"
#include "ijk-lever-row.h"
#include "widget-fixture.h"

static IjkLeverRow *
make_row (Fixture    *fixture,
          IjkLeverId  lever)
{
  return IJK_LEVER_ROW (g_object_ref_sink (
    ijk_lever_row_new (fixture->session, &(IjkLeverKey) { lever, IJK_SCOPE_NATIONAL, 0 })));
}

static GtkAdjustment *
adjustment_of (IjkLeverRow *row)
{
  return gtk_range_get_adjustment (GTK_RANGE (fixture_find (GTK_WIDGET (row), GTK_TYPE_SCALE)));
}

static void
take_text_cb (char       **text,
              const char  *message)
{
  g_free (*text);
  *text = g_strdup (message);
}

static void
test_slider_writes (Fixture       *fixture,
                    gconstpointer  data)
{
  IjkLeverRow *row = make_row (fixture, IJK_LEVER_ENFORCEMENT);
  GtkWidget *scale = fixture_find (GTK_WIDGET (row), GTK_TYPE_SCALE);
  GtkWidget *spin = fixture_find (GTK_WIDGET (row), GTK_TYPE_SPIN_BUTTON);
  const char *label = "Enforcement of the energy-saving duty (%)";

  (void) data;
  /* levers.csv: 0.4, shown and read aloud with name and unit. */
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment_of (row)), ==, 0.4);
  g_assert_false (ijk_lever_row_is_changed (row));
  gtk_test_accessible_assert_property (scale, GTK_ACCESSIBLE_PROPERTY_LABEL, label);
  gtk_adjustment_set_value (adjustment_of (row), 0.75);
  g_assert_cmpfloat (fixture_number (fixture->session, IJK_LEVER_ENFORCEMENT), ==, 0.75);
  g_assert_true (ijk_lever_row_is_changed (row));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (spin)), ==, "75");

  /* Back at the reference is no change. */
  gtk_adjustment_set_value (adjustment_of (row), 0.4);
  g_assert_false (ijk_lever_row_is_changed (row));
  g_assert_finalize_object (row);
}

/* The slider stops at whole steps (0.05 here), whatever the pointer says. */
static void
test_slider_snaps (Fixture       *fixture,
                   gconstpointer  data)
{
  IjkLeverRow *row = make_row (fixture, IJK_LEVER_ENFORCEMENT);
  GtkWidget *scale = fixture_find (GTK_WIDGET (row), GTK_TYPE_SCALE);
  gboolean is_handled = FALSE;

  (void) data;
  g_signal_emit_by_name (scale, "change-value", GTK_SCROLL_JUMP, 0.6171, &is_handled);
  g_assert_true (is_handled);
  g_assert_cmpfloat_with_epsilon (fixture_number (fixture->session, IJK_LEVER_ENFORCEMENT), 0.6,
                                  1e-12);
  g_assert_finalize_object (row);
}

static void
test_typing (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct
  {
    const char *typed;
    double expected;
  } cases[] = {
    { "72", 0.72 }, { "12,5 %", 0.125 }, { "12.5%", 0.125 }, { "100", 1 },
    { "101", 1 }, { "much", 1 }, { "", 1 },
  };
  IjkLeverRow *row = make_row (fixture, IJK_LEVER_ENFORCEMENT);
  GtkWidget *spin = fixture_find (GTK_WIDGET (row), GTK_TYPE_SPIN_BUTTON);
  g_autofree char *message = NULL;

  (void) data;
  g_signal_connect_swapped (row, "message", G_CALLBACK (take_text_cb), &message);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (spin), cases[i].typed);
      gtk_spin_button_update (GTK_SPIN_BUTTON (spin));
      g_assert_cmpfloat_with_epsilon (fixture_number (fixture->session, IJK_LEVER_ENFORCEMENT),
                                      cases[i].expected, 1e-12);
    }
  /* The sentence names what was typed and the limits. */
  g_assert_nonnull (strstr (message, "0%"));
  g_assert_nonnull (strstr (message, "100%"));
  g_assert_finalize_object (row);
}

static void
test_follows_session (Fixture       *fixture,
                      gconstpointer  data)
{
  IjkLeverRow *row = make_row (fixture, IJK_LEVER_KAPPA);
  const IjkLeverKey key = { IJK_LEVER_KAPPA, IJK_SCOPE_NATIONAL, 0 };

  (void) data;
  g_assert_true (
    ijk_session_set_lever (fixture->session, &key, &(IjkLeverValue) { .number = 0.2 }, NULL));
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment_of (row)), ==, 0.2);
  ijk_session_undo (fixture->session);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment_of (row)), ==, 0.7);
  g_assert_false (ijk_lever_row_is_changed (row));
  g_assert_finalize_object (row);
}

static void
test_reset_key (Fixture       *fixture,
                gconstpointer  data)
{
  IjkLeverRow *row = make_row (fixture, IJK_LEVER_KAPPA);

  (void) data;
  gtk_adjustment_set_value (adjustment_of (row), 0.1);
  g_assert_true (ijk_lever_row_is_changed (row));
  g_assert_true (fixture_press (GTK_WIDGET (row), GDK_KEY_r, GDK_CONTROL_MASK));
  g_assert_false (ijk_lever_row_is_changed (row));
  g_assert_cmpfloat (fixture_number (fixture->session, IJK_LEVER_KAPPA), ==, 0.7);
  g_assert_finalize_object (row);
}

static void
test_switch (Fixture       *fixture,
             gconstpointer  data)
{
  IjkLeverRow *row = make_row (fixture, IJK_LEVER_REGIME);
  GtkDropDown *choice = GTK_DROP_DOWN (fixture_find (GTK_WIDGET (row), GTK_TYPE_DROP_DOWN));
  GtkStringObject *item = gtk_drop_down_get_selected_item (choice);

  (void) data;
  g_assert_cmpuint (gtk_drop_down_get_selected (choice), ==, IJK_REGIME_TAX_PLAN_2026);
  /* The name of regimes.csv, not the id. */
  g_assert_cmpstr (gtk_string_object_get_string (item), ==,
                   ijk_session_get_reference (fixture->session)
                     ->regimes[IJK_REGIME_TAX_PLAN_2026].name_en);
  gtk_drop_down_set_selected (choice, IJK_REGIME_ACT_2021);
  g_assert_cmpuint (ijk_scenario_choice (ijk_session_get_scenario (fixture->session),
                                         IJK_LEVER_REGIME),
                    ==, IJK_REGIME_ACT_2021);
  g_assert_true (ijk_lever_row_is_changed (row));
  gtk_drop_down_set_selected (choice, IJK_REGIME_TAX_PLAN_2026);
  g_assert_false (ijk_lever_row_is_changed (row));
  g_assert_finalize_object (row);
}

/* "Exactly" starts from what the market does, so nothing jumps; "at most" from no limit at all. */
static void
test_share (Fixture       *fixture,
            gconstpointer  data)
{
  const IjkLeverKey key = { IJK_LEVER_CCS_SHARE, IJK_SCOPE_NATIONAL, 0 };
  IjkLeverRow *row = make_row (fixture, IJK_LEVER_CCS_SHARE);
  GtkDropDown *choice = GTK_DROP_DOWN (fixture_find (GTK_WIDGET (row), GTK_TYPE_DROP_DOWN));
  const IjkLeverSetting *setting;
  double outcome[IJK_N_YEARS];

  (void) data;
  ijk_lever_read_outcome (ijk_session_get_result (fixture->session), &key, outcome);
  g_assert_cmpuint (gtk_drop_down_get_selected (choice), ==, IJK_SHARE_FREE);
  gtk_drop_down_set_selected (choice, IJK_SHARE_EXACTLY);
  setting = ijk_scenario_get_setting (ijk_session_get_scenario (fixture->session), &key);
  g_assert_nonnull (setting);
  g_assert_cmpint (setting->value.mode, ==, IJK_SHARE_EXACTLY);
  for (guint i = 0; i < setting->value.n_points; i++)
    g_assert_cmpfloat_with_epsilon (setting->value.points[i].value,
                                    outcome[IJK_YEAR_INDEX (setting->value.points[i].year)],
                                    0.00501);

  gtk_drop_down_set_selected (choice, IJK_SHARE_FREE);
  g_assert_false (ijk_lever_row_is_changed (row));
  gtk_drop_down_set_selected (choice, IJK_SHARE_AT_MOST);
  setting = ijk_scenario_get_setting (ijk_session_get_scenario (fixture->session), &key);
  g_assert_cmpfloat (ijk_lever_value_at (&setting->value, 2030), ==, 1);
  g_assert_finalize_object (row);
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_path (Fixture       *fixture,
           gconstpointer  data)
{
  IjkLeverRow *row = make_row (fixture, IJK_LEVER_ETS_PRICE);
  guint n_edits = 0;

  (void) data;
  g_signal_connect_swapped (row, "edit-path", G_CALLBACK (count_cb), &n_edits);
  ijk_lever_row_reset (row);
  g_assert_false (ijk_lever_row_is_changed (row));
  for (GtkWidget *child = gtk_widget_get_last_child (
         gtk_widget_get_first_child (GTK_WIDGET (row)));
       child != NULL; child = gtk_widget_get_prev_sibling (child))
    if (GTK_IS_BUTTON (child) && gtk_widget_get_visible (child))
      {
        gtk_test_accessible_assert_property (child, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                             "Edit the path of EU ETS price");
        g_signal_emit_by_name (child, "clicked");
      }
  g_assert_cmpuint (n_edits, ==, 1);
  g_assert_finalize_object (row);
}

static void
test_project (Fixture       *fixture,
              gconstpointer  data)
{
  const guint project
    = ijk_reference_find_project (ijk_session_get_reference (fixture->session), "tata-dri");
  IjkLeverRow *row = IJK_LEVER_ROW (g_object_ref_sink (ijk_lever_row_new (
    fixture->session, &(IjkLeverKey) { IJK_LEVER_PROJECT, IJK_SCOPE_PROJECT, project })));
  GtkWidget *toggle = fixture_find (GTK_WIDGET (row), GTK_TYPE_SWITCH);
  GtkWidget *spin = fixture_find (GTK_WIDGET (row), GTK_TYPE_SPIN_BUTTON);

  (void) data;
  g_assert_true (gtk_switch_get_active (GTK_SWITCH (toggle)));
  gtk_switch_set_active (GTK_SWITCH (toggle), FALSE);
  g_assert_false (ijk_scenario_project_is_enabled (ijk_session_get_scenario (fixture->session),
                                                   project));
  gtk_switch_set_active (GTK_SWITCH (toggle), TRUE);
  g_assert_false (ijk_lever_row_is_changed (row));
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), 2035);
  g_assert_cmpint (ijk_scenario_project_start_year (ijk_session_get_scenario (fixture->session),
                                                    project),
                   ==, 2035);
  g_assert_true (ijk_lever_row_is_changed (row));
  ijk_lever_row_reset (row);
  g_assert_false (ijk_lever_row_is_changed (row));
  g_assert_finalize_object (row);
}

static void
test_scope (Fixture       *fixture,
            gconstpointer  data)
{
  const IjkLeverKey sector = { IJK_LEVER_ENFORCEMENT, IJK_SCOPE_SECTOR, 1 };
  IjkLeverRow *row = make_row (fixture, IJK_LEVER_ENFORCEMENT);

  (void) data;
  ijk_lever_row_set_key (row, &sector);
  gtk_adjustment_set_value (adjustment_of (row), 0.9);
  g_assert_cmpfloat (ijk_scenario_number (ijk_session_get_scenario (fixture->session),
                                          IJK_LEVER_ENFORCEMENT, 1),
                     ==, 0.9);
  g_assert_cmpfloat (fixture_number (fixture->session, IJK_LEVER_ENFORCEMENT), ==, 0.4);
  g_assert_finalize_object (row);
}

static void
test_search (Fixture       *fixture,
             gconstpointer  data)
{
  IjkLeverRow *row = make_row (fixture, IJK_LEVER_CCS_CEILING);

  (void) data;
  g_assert_true (ijk_lever_row_matches (row, "", NULL));
  g_assert_true (ijk_lever_row_matches (row, "ceiling ccs", NULL));
  g_assert_true (ijk_lever_row_matches (row, "PLAFOND", NULL));
  g_assert_false (ijk_lever_row_matches (row, "ceiling of hydrogen", NULL));
  g_assert_true (ijk_lever_row_matches (row, "ceiling FINANCIELE", "Financiële afspraken"));
  g_assert_true (ijk_lever_row_matches (row, "afspr", "Financiële afspraken"));
  g_assert_false (ijk_lever_row_matches (row, "spraken", "Financiële afspraken"));
  g_assert_finalize_object (row);
}

/* Who types plain letters finds what the tables write with a subscript or a diaeresis. */
static void
test_search_in_plain_letters (Fixture       *fixture,
                              gconstpointer  data)
{
  IjkLeverRow *levy = make_row (fixture, IJK_LEVER_RATE);
  IjkLeverRow *rights = make_row (fixture, IJK_LEVER_CLUSTER_COOPERATION);
  const IjkReference *reference = ijk_session_get_reference (fixture->session);

  (void) data;
  g_assert_nonnull (strstr (reference->levers[IJK_LEVER_RATE].name_nl, "CO₂"));
  g_assert_true (ijk_lever_row_matches (levy, "co2-heffing", NULL));
  g_assert_true (ijk_lever_row_matches (levy, "Wbm 71p", NULL));
  g_assert_false (ijk_lever_row_matches (rights, "Wbm 71p", NULL));
  g_assert_true (ijk_lever_row_matches (levy, "CO₂", NULL));
  g_assert_false (ijk_lever_row_matches (rights, "co2-heffing", NULL));
  g_assert_finalize_object (levy);
  g_assert_finalize_object (rights);
}

/* Every lever there is can be shown, and says something about itself. */
static void
test_all (Fixture       *fixture,
          gconstpointer  data)
{
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *window;

  (void) data;
  for (IjkLeverId lever = 0; lever < IJK_N_TABLE_LEVERS; lever++)
    gtk_list_box_append (GTK_LIST_BOX (list),
                         ijk_lever_row_new (fixture->session,
                                            &(IjkLeverKey) { lever, IJK_SCOPE_NATIONAL, 0 }));
  window = fixture_show (list, 344, 600);
  for (IjkLeverId lever = 0; lever < IJK_N_TABLE_LEVERS; lever++)
    {
      GtkWidget *row
          = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), (int) lever));
      GtkWidget *info = g_object_ref_sink (
        ijk_lever_info_new (ijk_session_get_scenario (fixture->session),
                            ijk_lever_row_get_key (IJK_LEVER_ROW (row))));

      g_assert_false (ijk_lever_row_is_changed (IJK_LEVER_ROW (row)));
      g_assert_nonnull (fixture_find (info, GTK_TYPE_GRID));
      g_assert_finalize_object (info);
    }
  fixture_settle (window);
  gtk_window_destroy (GTK_WINDOW (window));
}

#define ADD(name, function)                                                                        \
  g_test_add ("/lever-row/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int    argc,
      char **argv)
{
  const int status = fixture_init (&argc, &argv);

  if (status != 0)
    return status;
  ADD ("slider-writes-to-the-session", test_slider_writes);
  ADD ("slider-snaps-to-steps", test_slider_snaps);
  ADD ("typed-values-are-exact-or-refused-in-words", test_typing);
  ADD ("follows-undo", test_follows_session);
  ADD ("ctrl-r-resets", test_reset_key);
  ADD ("switch-has-names-of-regimes", test_switch);
  ADD ("share-starts-where-the-market-is", test_share);
  ADD ("path-asks-for-its-editor", test_path);
  ADD ("project-has-switch-and-year", test_project);
  ADD ("scope-can-be-a-sector", test_scope);
  ADD ("search-knows-both-languages", test_search);
  ADD ("search-takes-plain-letters", test_search_in_plain_letters);
  ADD ("every-lever-shows", test_all);
  return g_test_run ();
}
