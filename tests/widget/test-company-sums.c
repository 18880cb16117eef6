/* Companies, sectors and clusters add up to the national figure: in the rows, below the table, in the
 * file that is copied and saved, and on the headline strip; in every shipped scenario, in the answer to
 * every question, under every statute, in a company scenario, and with levers set at random.
 *
 * What is expected is summed here from the result of the run, installation by installation.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "ijk-company-table-view.h"
#include "ijk-headline-figures.h"
#include "ijk-headline-strip.h"
#include "ijk-indicator.h"
#include "ijk-quantity.h"
#include "ijk-question.h"
#include "widget-fixture.h"

/* kt or MEUR: sums of some hundred doubles in two orders. */
#define TOLERANCE 1e-6

#define N_RANDOM_SETS 6
#define N_LEVERS_A_SET 6

static const int years[] = { 2022, 2027, 2030, 2041 };

typedef struct
{
  double emissions_kt, industry_kt, levy_meur, credit_meur;
} Sums;

typedef struct
{
  Fixture *fixture;
  IjkCompanyTableView *view; /* (owned) */
  GtkWidget *strip;          /* (owned) */
  GtkLabel *footer;
  guint n_checked;
} Check;

static void
assert_near (double a,
             double b)
{
  g_assert_cmpfloat_with_epsilon (a, b, TOLERANCE);
}

static GtkWidget *
find_class (GtkWidget  *widget,
            const char *class)
{
  GtkWidget *found = gtk_widget_has_css_class (widget, class) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_class (child, class);
  return found;
}

/* ---- the same sum in several ways ---- */

/* @sector: or IJK_NONE: all */
static Sums
sum_units (const IjkResult *result,
           guint            sector,
           int              year)
{
  const IjkReference *reference = result->reference;
  Sums sums = { 0 };

  for (guint i = 0; i < reference->n_units; i++)
    {
      const gsize at = (gsize) IJK_YEAR_INDEX (year) * reference->n_units + i;
      const guint unit_sector = reference->units[i].sector;

      if (sector != IJK_NONE && unit_sector != sector)
        continue;
      sums.emissions_kt += result->unit_emissions_kt[at];
      sums.levy_meur += result->unit_levy_meur[at];
      sums.credit_meur += result->unit_credit_meur[at];
      if (reference->sectors[unit_sector].is_in_industry)
        sums.industry_kt += result->unit_emissions_kt[at];
    }
  return sums;
}

static Sums
sum_items (const IjkResult *result,
           IjkItems         items,
           int              year)
{
  Sums sums = { 0 };

  for (guint k = 0; k < ijk_items_count (result->reference, items); k++)
    {
      sums.emissions_kt
          += ijk_indicator_value (ijk_indicator_find (items, "emissions"), result, k, year);
      sums.levy_meur += ijk_indicator_value (ijk_indicator_find (items, "levy"), result, k, year);
      sums.credit_meur += ijk_indicator_value (ijk_indicator_find (items, "credit"), result, k, year);
    }
  return sums;
}

/* The companies, and the installations that belong to none. */
static Sums
sum_companies (const IjkResult *result,
               int              year)
{
  const IjkReference *reference = result->reference;
  Sums sums = sum_items (result, IJK_ITEMS_COMPANY, year);

  for (guint i = 0; i < reference->n_units; i++)
    if (reference->units[i].company == IJK_NONE)
      {
        const gsize at = (gsize) IJK_YEAR_INDEX (year) * reference->n_units + i;

        sums.emissions_kt += result->unit_emissions_kt[at];
        sums.levy_meur += result->unit_levy_meur[at];
        sums.credit_meur += result->unit_credit_meur[at];
      }
  return sums;
}

static void
assert_sums (const Sums *sums,
             const Sums *expected)
{
  assert_near (sums->emissions_kt, expected->emissions_kt);
  assert_near (sums->levy_meur, expected->levy_meur);
  assert_near (sums->credit_meur, expected->credit_meur);
}

static void
assert_engine (const IjkResult *result,
               const Sums      *nation,
               int              year)
{
  const Sums sectors = sum_items (result, IJK_ITEMS_SECTOR, year);
  const Sums companies = sum_companies (result, year);

  assert_sums (&sectors, nation);
  assert_sums (&companies, nation);
  assert_near (ijk_indicator_value (ijk_indicator_find (IJK_ITEMS_SCOPE, "emissions"), result,
                                    IJK_SCOPE_ITEM_INDUSTRY, year),
               nation->industry_kt);
}

/* ---- what is seen ---- */

/* What a spreadsheet makes of a line of the file: its last three cells. */
static Sums
read_line (const char *line)
{
  g_auto (GStrv) cells = g_strsplit (line, ",", -1);
  const guint n = g_strv_length (cells);

  g_assert_cmpuint (n, >=, 4);
  return (Sums) { .emissions_kt = g_ascii_strtod (cells[n - 3], NULL),
                  .levy_meur = g_ascii_strtod (cells[n - 2], NULL),
                  .credit_meur = g_ascii_strtod (cells[n - 1], NULL) };
}

/* The lines add up to the last of them. */
static void
assert_csv (const Check *check,
            const Sums  *expected)
{
  g_autofree char *csv = ijk_company_table_view_to_csv (check->view);
  g_auto (GStrv) lines = g_strsplit (csv, "\r\n", -1);
  /* Without heading, totals and what follows the last line end. */
  const guint n_rows = g_strv_length (lines) - 3;
  const Sums total = read_line (lines[n_rows + 1]);
  Sums sums = { 0 };

  g_assert_cmpuint (n_rows, ==,
                    ijk_company_table_n_shown (ijk_company_table_view_get_table (check->view)));
  for (guint k = 1; k <= n_rows; k++)
    {
      const Sums row = read_line (lines[k]);

      sums.emissions_kt += row.emissions_kt;
      sums.levy_meur += row.levy_meur;
      sums.credit_meur += row.credit_meur;
    }
  assert_sums (&sums, expected);
  assert_sums (&total, expected);
}

static void
assert_footer (const Check *check,
               const Sums  *expected)
{
  const char *footer = gtk_label_get_label (check->footer);
  g_autofree char *all = ijk_quantity_mt (expected->emissions_kt);
  g_autofree char *industry = ijk_quantity_mt (expected->industry_kt);
  g_autofree char *levy = ijk_quantity_money (expected->levy_meur);
  g_autofree char *net = ijk_quantity_money (expected->levy_meur - expected->credit_meur);

  g_assert_nonnull (strstr (footer, all));
  g_assert_nonnull (strstr (footer, industry));
  g_assert_nonnull (strstr (footer, levy));
  g_assert_true (g_str_has_suffix (footer, net));
}

/* The value of a headline stands in the footer as it is, digit for digit. */
static void
assert_strip (const Check *check,
              const Sums  *nation,
              int          year)
{
  const IjkResult *result = ijk_session_get_result (check->fixture->session);
  static const IjkHeadlineFigure figures[] = { IJK_HEADLINE_EMISSIONS, IJK_HEADLINE_LEVY };

  assert_near (ijk_headline_figure_value (IJK_HEADLINE_EMISSIONS, result, year),
               nation->industry_kt);
  assert_near (ijk_headline_figure_value (IJK_HEADLINE_LEVY, result, year),
               nation->levy_meur - nation->credit_meur);
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      GtkWidget *headline
          = ijk_headline_strip_get_headline (IJK_HEADLINE_STRIP (check->strip), figures[i]);
      const char *value = ijk_headline_view_get_value (IJK_HEADLINE_VIEW (headline));

      g_assert_cmpuint (strlen (value), >, 0);
      g_assert_nonnull (strstr (gtk_label_get_label (check->footer), value));
    }
}

/* Rows of sectors are the sectors of the run. */
static void
assert_sector_rows (const Check *check,
                    int          year)
{
  const IjkResult *result = ijk_session_get_result (check->fixture->session);
  const IjkCompanyTable *table = ijk_company_table_view_get_table (check->view);

  for (guint k = 0; k < ijk_company_table_n_shown (table); k++)
    {
      const IjkCompanyRow *row = ijk_company_table_get (table, k);
      const gsize at = (gsize) IJK_YEAR_INDEX (year) * result->reference->n_sectors + row->sector;

      assert_near (row->emissions_kt, result->sector_emissions_kt[at]);
      assert_near (row->levy_meur, result->sector_levy_meur[at]);
      assert_near (row->credit_meur, result->sector_credit_meur[at]);
    }
}

/* The companies of one sector are that sector, also in footer and file. */
static void
assert_filtered (const Check *check,
                 int          year)
{
  const IjkResult *result = ijk_session_get_result (check->fixture->session);

  ijk_company_table_view_set_rows (check->view, IJK_COMPANY_ROWS_COMPANIES);
  for (guint sector = 0; sector < result->reference->n_sectors; sector++)
    {
      const Sums expected = sum_units (result, sector, year);

      ijk_company_table_view_set_sector (check->view, sector);
      if (ijk_company_table_n_shown (ijk_company_table_view_get_table (check->view)) == 0)
        continue;
      assert_csv (check, &expected);
      assert_footer (check, &expected);
    }
  ijk_company_table_view_set_sector (check->view, IJK_NONE);
}

static void
check_scenario (Check *check)
{
  IjkSession *session = check->fixture->session;

  ijk_session_run_now (session);
  for (guint y = 0; y < G_N_ELEMENTS (years); y++)
    {
      const IjkResult *result = ijk_session_get_result (session);
      const Sums nation = sum_units (result, IJK_NONE, years[y]);

      g_assert_cmpfloat (nation.emissions_kt, >, 0);
      ijk_session_set_year (session, years[y]);
      assert_engine (result, &nation, years[y]);
      for (guint rows = 0; rows < IJK_N_COMPANY_ROWS; rows++)
        {
          ijk_company_table_view_set_rows (check->view, (IjkCompanyRows) rows);
          assert_csv (check, &nation);
          assert_footer (check, &nation);
          assert_strip (check, &nation, years[y]);
          if (rows == IJK_COMPANY_ROWS_SECTORS)
            assert_sector_rows (check, years[y]);
        }
    }
  assert_filtered (check, years[G_N_ELEMENTS (years) - 1]);
  check->n_checked++;
}

static void
check_set_up (Check   *check,
              Fixture *fixture)
{
  static const char *const columns[] = { "name", "emissions", "levy", "credit", NULL };

  *check = (Check) { .fixture = fixture };
  check->view = IJK_COMPANY_TABLE_VIEW (
      g_object_ref_sink (ijk_company_table_view_new (fixture->session)));
  check->strip = g_object_ref_sink (ijk_headline_strip_new (fixture->session));
  check->footer = GTK_LABEL (find_class (GTK_WIDGET (check->view), "company-totals"));
  g_object_set (check->view, "columns", columns, NULL);
}

static void
check_tear_down (Check *check)
{
  g_clear_object (&check->view);
  g_clear_object (&check->strip);
}

/* ---- scenarios ---- */

static void
wait_for_id (Fixture *fixture,
             gint64   id)
{
  while (ijk_session_get_scenario_id (fixture->session) != id)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_shipped (Fixture       *fixture,
              gconstpointer  data)
{
  Check check;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GPtrArray *records = ijk_session_get_scenarios (fixture->session);

  (void) data;
  check_set_up (&check, fixture);
  for (guint i = 0; i < records->len; i++)
    g_array_append_val (ids, ((IjkScenarioRecord *) records->pdata[i])->id);
  for (guint i = 0; i < ids->len; i++)
    {
      const gint64 id = g_array_index (ids, gint64, i);

      if (id != ijk_session_get_scenario_id (fixture->session))
        ijk_session_select_scenario (fixture->session, id);
      wait_for_id (fixture, id);
      check_scenario (&check);
    }
  g_assert_cmpuint (check.n_checked, >=, 5);
  check_tear_down (&check);
}

static void
asked_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ijk_session_ask_question_finish (IJK_SESSION (object), result, &error));
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

static void
test_questions (Fixture       *fixture,
                gconstpointer  data)
{
  Check check;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) questions
      = ijk_questions_load (ijk_session_get_reference (fixture->session), &error);

  (void) data;
  g_assert_no_error (error);
  check_set_up (&check, fixture);
  for (guint i = 0; i < questions->len; i++)
    {
      gboolean is_done = FALSE;

      ijk_session_ask_question_async (fixture->session, questions->pdata[i], asked_cb, &is_done);
      while (!is_done)
        g_main_context_iteration (NULL, TRUE);
      check_scenario (&check);
    }
  g_assert_cmpuint (check.n_checked, >=, 10);
  check_tear_down (&check);
}

static void
apply (Fixture           *fixture,
       const char *const *settings)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ijk_session_apply_settings (fixture->session, "test", settings, &error));
  g_assert_no_error (error);
}

static void
test_statutes (Fixture       *fixture,
               gconstpointer  data)
{
  const IjkReference *reference = ijk_session_get_reference (fixture->session);
  Check check;

  (void) data;
  check_set_up (&check, fixture);
  for (guint regime = 0; regime < IJK_N_REGIMES; regime++)
    {
      g_autofree char *setting
          = g_strdup_printf ("levy_regime=%s", reference->levers[IJK_LEVER_REGIME].choices[regime]);

      apply (fixture, (const char *const[]) { setting, NULL });
      check_scenario (&check);
    }
  check_tear_down (&check);
}

/* On the steps of the lever, anywhere in its range. */
static double
pick_number (const IjkLever *lever,
             GRand          *random)
{
  const int n_steps = (int) floor ((lever->max - lever->min) / lever->step);

  return lever->min + lever->step * g_rand_int_range (random, 0, n_steps + 1);
}

static char *
pick_setting (const IjkLever *lever,
              GRand          *random)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  if (lever->kind == IJK_LEVER_KIND_SWITCH)
    {
      const guint n_choices = g_strv_length ((char **) lever->choices);

      return g_strdup_printf ("%s=%s", lever->id,
                              lever->choices[g_rand_int_range (random, 0, (gint32) n_choices)]);
    }
  g_ascii_formatd (number, sizeof number, "%.10g", pick_number (lever, random));
  switch (lever->kind)
    {
    case IJK_LEVER_KIND_PATH:
      return g_strdup_printf ("%s=2026:%s", lever->id, number);
    case IJK_LEVER_KIND_MODE_SHARE:
      return g_strdup_printf ("%s=%s:2029:%s", lever->id,
                              g_rand_boolean (random) ? "exactly" : "at_most", number);
    case IJK_LEVER_KIND_NUMBER:
    case IJK_LEVER_KIND_SWITCH:
      return g_strdup_printf ("%s=%s", lever->id, number);
    }
  g_assert_not_reached ();
}

/* Each set comes on top of those before. */
static void
test_random (Fixture       *fixture,
             gconstpointer  data)
{
  const IjkReference *reference = ijk_session_get_reference (fixture->session);
  GRand *random = g_rand_new_with_seed (20190628);
  Check check;

  (void) data;
  check_set_up (&check, fixture);
  for (guint set = 0; set < N_RANDOM_SETS; set++)
    {
      g_autoptr (GPtrArray) settings = g_ptr_array_new_with_free_func (g_free);

      while (settings->len < N_LEVERS_A_SET)
        {
          const guint i = (guint) g_rand_int_range (random, 0, (gint32) reference->n_levers);

          if (i < IJK_N_TABLE_LEVERS
              && (reference->levers[i].scopes & (1u << IJK_SCOPE_NATIONAL)) != 0)
            g_ptr_array_add (settings, pick_setting (&reference->levers[i], random));
        }
      g_ptr_array_add (settings, NULL);
      g_test_message ("set %u: %s", set, (char *) settings->pdata[0]);
      apply (fixture, (const char *const *) settings->pdata);
      check_scenario (&check);
    }
  g_rand_free (random);
  check_tear_down (&check);
}

static void
edited_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (GError) error = NULL;

  *(gint64 *) data = ijk_session_edit_scenario_finish (IJK_SESSION (object), result, &error);
  g_assert_no_error (error);
}

static void
test_company_scenario (Fixture       *fixture,
                       gconstpointer  data)
{
  gint64 id = 0;
  Check check;

  (void) data;
  check_set_up (&check, fixture);
  ijk_session_edit_scenario_async (fixture->session, IJK_SESSION_NEW_COMPANY,
                                   ijk_session_get_scenario_id (fixture->session), "Companies", NULL,
                                   edited_cb, &id);
  while (id == 0)
    g_main_context_iteration (NULL, TRUE);
  wait_for_id (fixture, id);
  apply (fixture, (const char *const[]) { "ccs_share@company:Shell=exactly:2030:0.5",
                                          "benchmark_scale@company:Yara=2027:0.8", NULL });
  check_scenario (&check);
  check_tear_down (&check);
}

int
main (int    argc,
      char **argv)
{
  const int status = fixture_init (&argc, &argv);

  if (status != 0)
    return status;
#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("/company-sums/shipped-scenarios", test_shipped);
  ADD ("/company-sums/questions", test_questions);
  ADD ("/company-sums/statutes", test_statutes);
  ADD ("/company-sums/levers-at-random", test_random);
  ADD ("/company-sums/company-scenario", test_company_scenario);
#undef ADD
  return g_test_run ();
}
