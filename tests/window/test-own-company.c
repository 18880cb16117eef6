/* An own company from the first key to the undo: the form, what it says where something is wrong, what is
 * in the workbook afterwards.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "window-fixture.h"

#include "ijk-own-company-window.h"
#include "ijk-pair-window.h"
#include "ijk-widget.h"

#include <math.h>
#include <string.h>

static IjkOwnCompanyWindow *
open_form (Fixture *fixture)
{
  GtkWindow *form;

  activate (fixture, "add-own-company");
  form = wait_for_dialog (fixture);
  g_assert_true (IJK_IS_OWN_COMPANY_WINDOW (form));
  return IJK_OWN_COMPANY_WINDOW (form);
}

static void
type (IjkOwnCompanyWindow *form,
      IjkOwnText           text,
      const char          *value)
{
  gtk_editable_set_text (ijk_own_company_window_get_field (form, text), value);
}

static IjkOwnText
emissions_of (int year)
{
  return (IjkOwnText) (IJK_OWN_KT + year - IJK_FIRST_OBSERVED_YEAR);
}

static void
choose (Fixture             *fixture,
        IjkOwnCompanyWindow *form,
        const char          *sector,
        const char          *cluster)
{
  const IjkReference *reference = ijk_session_get_reference (fixture->session);

  adw_combo_row_set_selected (ijk_own_company_window_get_choice (form, IJK_OWN_SECTOR),
                              ijk_reference_find_sector (reference, sector) + 1);
  adw_combo_row_set_selected (ijk_own_company_window_get_choice (form, IJK_OWN_CLUSTER),
                              ijk_reference_find_cluster (reference, cluster) + 1);
}

/* A dairy of the rest of food: 40 kt in 2021, 50.5 in 2025. */
static void
fill_in (Fixture             *fixture,
         IjkOwnCompanyWindow *form)
{
  type (form, IJK_OWN_COMPANY, "Own Dairy");
  choose (fixture, form, "food", "cluster6");
  type (form, emissions_of (2021), "40");
  type (form, emissions_of (2025), "50,5");
  type (form, IJK_OWN_BENCHMARK, "30");
  type (form, IJK_OWN_SOURCE, "Annual report 2025, p. 12");
}

static gboolean
has_dairy (gpointer data)
{
  return ijk_reference_find_company (ijk_session_get_reference (((Fixture *) data)->session),
                                     "Own Dairy")
         != IJK_NONE;
}

static gboolean
has_no_dairy (gpointer data)
{
  return !has_dairy (data);
}

static const IjkUnit *
get_dairy (Fixture *fixture)
{
  const IjkReference *reference = ijk_session_get_reference (fixture->session);
  const guint unit = ijk_reference_find_unit (reference, "own-own-dairy");

  g_assert_cmpuint (unit, !=, IJK_NONE);
  g_assert_true (ijk_unit_is_own (reference, unit));
  return &reference->units[unit];
}

static double
rest_of_food_kt (Fixture *fixture)
{
  const IjkReference *reference = ijk_session_get_reference (fixture->session);

  return reference->units[ijk_reference_find_unit (reference, "rest-food")].past_kt[0];
}

static void
add_dairy (Fixture *fixture)
{
  IjkOwnCompanyWindow *form = open_form (fixture);

  fill_in (fixture, form);
  ijk_own_company_window_save (form);
  wait_until (has_dairy, fixture);
}

static void
test_added_and_taken_back (Fixture *fixture)
{
  const double rest_kt = rest_of_food_kt (fixture);
  const IjkUnit *dairy;

  add_dairy (fixture);
  dairy = get_dairy (fixture);
  g_assert_cmpstr (dairy->name, ==, "Own Dairy");
  g_assert_cmpfloat (dairy->observed_kt[2021 - IJK_FIRST_OBSERVED_YEAR], ==, 40);
  g_assert_cmpfloat (dairy->observed_kt[2025 - IJK_FIRST_OBSERVED_YEAR], ==, 50.5);
  g_assert_cmpfloat (dairy->benchmark_kt, ==, 30);
  g_assert_cmpfloat (dairy->levy_share, ==, 1);
  g_assert_cmpint (dairy->kind, ==, IJK_KIND_ETS);
  g_assert_cmpint (dairy->provenance.status, ==, IJK_STATUS_ASSUMPTION);
  g_assert_cmpstr (dairy->provenance.source, ==, "Annual report 2025, p. 12");
  /* The sector has a row of the rest, which is proposed and makes room. */
  g_assert_cmpfloat_with_epsilon (rest_of_food_kt (fixture), rest_kt - 40, 1e-6);
  /* Its chart names the source that was typed, and not the registry. */
  {
    IjkFigureInput input;
    g_autoptr (IjkChartSpec) spec = NULL;

    g_assert_true (ijk_session_get_figure_input (fixture->session, &input));
    spec = ijk_figure_make_spec (ijk_figure_find ("company"), &input);
    g_assert_nonnull (strstr (spec->source, "own figures, Annual report 2025, p. 12"));
    g_assert_null (strstr (spec->source, "registry"));
  }
  /* Its page is shown. */
  g_assert_cmpuint (ijk_session_get_company (fixture->session), ==, dairy->company);
  g_assert_cmpstr (
      adw_view_stack_get_visible_child_name (ADW_VIEW_STACK (fixture->window->views)), ==,
      "companies");
  activate (fixture, "undo-own-companies");
  wait_until (has_no_dairy, fixture);
  g_assert_cmpfloat (rest_of_food_kt (fixture), ==, rest_kt);
}

static gboolean
has_forty_five (gpointer data)
{
  return get_dairy (data)->benchmark_kt == 45;
}

static void
test_edited_and_removed (Fixture *fixture)
{
  const double rest_kt = rest_of_food_kt (fixture);
  IjkOwnCompanyWindow *form;

  add_dairy (fixture);
  activate (fixture, "edit-own-company::own-own-dairy");
  form = IJK_OWN_COMPANY_WINDOW (wait_for_dialog (fixture));
  g_assert_cmpstr (
      gtk_editable_get_text (ijk_own_company_window_get_field (form, emissions_of (2025))), ==,
      "50.5");
  type (form, IJK_OWN_BENCHMARK, "45");
  ijk_own_company_window_save (form);
  wait_until (has_forty_five, fixture);
  g_assert_cmpfloat (get_dairy (fixture)->observed_kt[2025 - IJK_FIRST_OBSERVED_YEAR], ==, 50.5);
  g_assert_cmpfloat_with_epsilon (rest_of_food_kt (fixture), rest_kt - 40, 1e-6);
  activate (fixture, "remove-own-company::own-own-dairy");
  wait_until (has_no_dairy, fixture);
  g_assert_cmpfloat (rest_of_food_kt (fixture), ==, rest_kt);
  activate (fixture, "undo-own-companies");
  wait_until (has_dairy, fixture);
  g_assert_cmpfloat (get_dairy (fixture)->benchmark_kt, ==, 45);
}

static gboolean
says (IjkOwnCompanyWindow *form,
      IjkOwnText           text,
      const char          *words)
{
  return strstr (ijk_own_company_window_get_problem (form, text), words) != NULL;
}

/* An empty form complains of nothing before it is to be saved; what is typed stays as it was typed. */
static void
test_wrong_fields_are_named (Fixture *fixture)
{
  IjkOwnCompanyWindow *form = open_form (fixture);

  for (guint i = 0; i < IJK_N_OWN_TEXTS; i++)
    g_assert_cmpstr (ijk_own_company_window_get_problem (form, i), ==, "");
  ijk_own_company_window_save (form);
  g_assert_true (says (form, IJK_OWN_COMPANY, "name of the company"));
  g_assert_true (says (form, IJK_OWN_BENCHMARK, "estimated"));
  g_assert_true (says (form, emissions_of (2025), "from 2021 to 2025"));
  g_assert_cmpstr (ijk_own_company_window_get_problem (form, IJK_OWN_NAME), ==, "");
  fill_in (fixture, form);
  type (form, emissions_of (2023), "many");
  type (form, IJK_OWN_LEVY_SHARE, "140%");
  g_assert_true (says (form, emissions_of (2023), "“many” is not a value between"));
  g_assert_true (says (form, IJK_OWN_LEVY_SHARE, "“140%” is not a value between 0% and 100%"));
  ijk_own_company_window_save (form);
  g_assert_true (has_no_dairy (fixture));
  g_assert_cmpstr (
      gtk_editable_get_text (ijk_own_company_window_get_field (form, emissions_of (2023))), ==,
      "many");
  type (form, emissions_of (2023), "");
  type (form, IJK_OWN_LEVY_SHARE, "90%");
  ijk_own_company_window_save (form);
  wait_until (has_dairy, fixture);
  g_assert_cmpfloat (get_dairy (fixture)->levy_share, ==, 0.9);
}

static gboolean
asks (gpointer data)
{
  GListModel *windows = gtk_window_get_toplevels ();

  (void) data;
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window) && gtk_widget_get_mapped (GTK_WIDGET (window)))
        return TRUE;
    }
  return FALSE;
}

/* Closing asks first where something was filled in, and does not where nothing was. */
static void
test_nothing_is_lost (Fixture *fixture)
{
  IjkOwnCompanyWindow *form = open_form (fixture);

  type (form, IJK_OWN_COMPANY, "Own Dairy");
  gtk_window_close (GTK_WINDOW (form));
  wait_until (asks, NULL);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (form)));
  g_assert_cmpstr (gtk_editable_get_text (ijk_own_company_window_get_field (form, IJK_OWN_COMPANY)),
                   ==, "Own Dairy");
}

/* Rights are estimated as the sector has them: 1 kt emitted, all of it levied, gets the sum of rights
 * over the sum of levied emissions of 2021 of the shipped installations of that kind. */
static void
test_rights_are_estimated (Fixture *fixture)
{
  const IjkReference *reference = ijk_session_get_reference (fixture->session);
  g_autoptr (IjkOwnDraft) draft = ijk_own_draft_new ();
  const guint paper = ijk_reference_find_sector (reference, "paper");
  double rights_kt = 0;
  double load_kt = 0;

  for (guint i = 0; i < reference->n_units; i++)
    if (reference->units[i].sector == paper && reference->units[i].kind == IJK_KIND_ETS
        && reference->units[i].past_kt[0] > 0)
      {
        rights_kt += reference->units[i].benchmark_kt;
        load_kt += reference->units[i].past_kt[0] * reference->units[i].levy_share;
      }
  draft->choices[IJK_OWN_SECTOR] = paper;
  g_assert_true (isnan (ijk_own_draft_estimate (draft, reference)));
  ijk_own_draft_set_text (draft, emissions_of (2021), "1");
  g_assert_cmpfloat_with_epsilon (ijk_own_draft_estimate (draft, reference), rights_kt / load_kt, 1e-9);
  ijk_own_draft_set_text (draft, IJK_OWN_LEVY_SHARE, "50%");
  g_assert_cmpfloat_with_epsilon (ijk_own_draft_estimate (draft, reference), rights_kt / load_kt / 2,
                                  1e-9);
}

static gboolean
shows_both (gpointer data)
{
  IjkPairWindow *pair = data;

  return ijk_chart_view_get_spec (ijk_company_side_get_view (ijk_pair_window_get_column (pair, 0)))
             != NULL
         && ijk_chart_view_get_spec (
                ijk_company_side_get_view (ijk_pair_window_get_column (pair, 1)))
                != NULL;
}

/* Both charts have one axis, whichever of the two is larger; the years are the same too. */
static void
test_pair_has_one_axis (Fixture *fixture)
{
  const IjkReference *reference = ijk_session_get_reference (fixture->session);
  IjkPairWindow *pair;
  const IjkChartSpec *specs[2];

  ijk_session_set_company (fixture->session, ijk_reference_find_company (reference, "Tata Steel"));
  activate (fixture, "compare-companies");
  pair = IJK_PAIR_WINDOW (wait_for_dialog (fixture));
  g_assert_cmpuint (ijk_pair_window_get_company (pair, 0), ==,
                    ijk_reference_find_company (reference, "Tata Steel"));
  /* The one of its size, not one of its sector that is some hundreds of times smaller. */
  g_assert_cmpuint (ijk_pair_window_get_company (pair, 1), ==,
                    ijk_reference_find_company (reference, "Vattenfall"));
  ijk_pair_window_set_company (pair, 1, ijk_reference_find_company (reference, "Yara"));
  wait_until (shows_both, pair);
  for (guint side = 0; side < 2; side++)
    specs[side] = ijk_chart_view_get_spec (
        ijk_company_side_get_view (ijk_pair_window_get_column (pair, side)));
  g_assert_cmpuint (specs[0]->n_panels, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (isfinite (specs[0]->panels[i].axis.max));
      g_assert_cmpfloat (specs[0]->panels[i].axis.max, ==, specs[1]->panels[i].axis.max);
    }
  g_assert_cmpfloat (specs[0]->panels[1].axis.min, ==, specs[1]->panels[1].axis.min);
  g_assert_cmpfloat (specs[0]->x[0], ==, specs[1]->x[0]);
  g_assert_cmpstr (specs[0]->title, !=, specs[1]->title);
}

static void
add_tests (void)
{
  window_test_add ("/window/own/added-and-taken-back", test_added_and_taken_back);
  window_test_add ("/window/own/edited-and-removed", test_edited_and_removed);
  window_test_add ("/window/own/wrong-fields-are-named", test_wrong_fields_are_named);
  window_test_add ("/window/own/nothing-is-lost", test_nothing_is_lost);
  window_test_add ("/window/own/rights-are-estimated", test_rights_are_estimated);
  window_test_add ("/window/pair/has-one-axis", test_pair_has_one_axis);
}

int
main (int    argc,
      char **argv)
{
  return window_test_main (&argc, &argv, add_tests);
}
