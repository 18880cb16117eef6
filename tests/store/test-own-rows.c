/* Installations of one's own: marked, taken off the rest and given back, removed, kept by an upgrade.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "workbook-fixture.h"

#include "ijk-import.h"
#include "ijk-own-rows.h"
#include "ijk-run.h"

#include <math.h>
#include <string.h>

#define HEADER "id,name,company,sector,cluster,kind,tags,levy_share,benchmark_kt,kt_2021,kt_2023,kt_2025\n"
#define ON_TOP HEADER "own-a,Own A,Own,food,cluster6,ets,,1,30,40,44,50\n"
#define WITHIN HEADER "own-a,Own A,Own,food,cluster6,ets,within-rest-food,1,30,40,44,50\n"
#define MORE_WITHIN HEADER "own-a,Own A,Own,food,cluster6,ets,within-rest-food,1,30,140,144,150\n"

static IjkReference *
import_rows (const IjkReference *reference,
             const char         *text)
{
  const IjkImportOptions options = { .is_replacing = TRUE, .source = "Own report" };
  g_autoptr (GError) error = NULL;
  g_autoptr (IjkImport) import = ijk_import_read (reference, "own.csv", text, -1, &options, &error);

  g_assert_no_error (error);
  return ijk_reference_ref (import->reference);
}

static const IjkUnit *
get_unit (const IjkReference *reference,
          const char         *id)
{
  const guint unit = ijk_reference_find_unit (reference, id);

  g_assert_cmpuint (unit, !=, IJK_NONE);
  return &reference->units[unit];
}

static double
observed_kt (const IjkReference *reference,
             const char         *id,
             int                 year)
{
  return get_unit (reference, id)->observed_kt[year - IJK_FIRST_OBSERVED_YEAR];
}

static void
is_marked (Fixture      *self,
           gconstpointer data)
{
  const IjkReference *shipped = ijk_workbook_get_reference (self->workbook);
  g_autoptr (IjkReference) reference = import_rows (shipped, ON_TOP);
  guint n_own = 0;

  (void) data;
  for (guint i = 0; i < shipped->n_units; i++)
    g_assert_false (ijk_unit_is_own (shipped, i));
  for (guint i = 0; i < reference->n_units; i++)
    n_own += ijk_unit_is_own (reference, i);
  g_assert_cmpuint (n_own, ==, 1);
  g_assert_true (ijk_unit_is_own (reference, ijk_reference_find_unit (reference, "own-a")));
  g_assert_true (ijk_company_is_own (reference, ijk_reference_find_company (reference, "Own")));
  g_assert_false (ijk_company_is_own (reference, ijk_reference_find_company (reference, "Yara")));
  g_assert_cmpuint (ijk_unit_find_rest (reference, ijk_reference_find_unit (reference, "own-a")), ==,
                    IJK_NONE);
}

/* The rest of food has 1681.0 kt in 2021, 1533.3 in 2022, 1171.7 in 2024 (units.csv). The installation
 * has 40 in 2021, 44 in 2023, 50 in 2025, so (40 + 44) / 2 = 42 in 2022 and (44 + 50) / 2 = 47 in 2024;
 * the rest has no figure for 2023 and 2025. */
static void
rest_makes_room (Fixture      *self,
                 gconstpointer data)
{
  const IjkReference *shipped = ijk_workbook_get_reference (self->workbook);
  g_autoptr (IjkReference) within = import_rows (shipped, WITHIN);
  g_autoptr (IjkReference) more = import_rows (within, MORE_WITHIN);
  g_autoptr (IjkReference) on_top = import_rows (more, ON_TOP);

  (void) data;
  g_assert_cmpfloat_with_epsilon (observed_kt (shipped, "rest-food", 2021), 1681.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (observed_kt (within, "rest-food", 2021), 1641.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (observed_kt (within, "rest-food", 2022), 1491.3, 1e-9);
  g_assert_cmpfloat_with_epsilon (observed_kt (within, "rest-food", 2024), 1124.7, 1e-9);
  g_assert_true (isnan (observed_kt (within, "rest-food", 2023)));
  g_assert_true (isnan (observed_kt (within, "rest-food", 2025)));
  g_assert_cmpuint (ijk_unit_find_rest (within, ijk_reference_find_unit (within, "own-a")), ==,
                    ijk_reference_find_unit (within, "rest-food"));
  g_assert_cmpint (get_unit (within, "rest-food")->provenance.status, ==, IJK_STATUS_ASSUMPTION);
  g_assert_nonnull (
      strstr (get_unit (within, "rest-food")->provenance.source, "less own installations"));

  /* Another figure takes the place of the first; on top gives all of it back, to the last bit. */
  g_assert_cmpfloat_with_epsilon (observed_kt (more, "rest-food", 2021), 1541.0, 1e-9);
  for (int year = 2021; year <= 2024; year++)
    if (year != 2023)
      g_assert_cmpfloat (observed_kt (on_top, "rest-food", year), ==,
                         observed_kt (shipped, "rest-food", year));
  g_assert_cmpint (get_unit (on_top, "rest-food")->provenance.status, ==, IJK_STATUS_DERIVED);
  g_assert_cmpstr (get_unit (on_top, "rest-food")->provenance.source, ==,
                   get_unit (shipped, "rest-food")->provenance.source);
}

/* The national figure of an observed year does not rise by an installation that it held. */
static void
national_total_stays (Fixture      *self,
                      gconstpointer data)
{
  const IjkImportOptions options = { .is_replacing = TRUE };
  const IjkReference *shipped = ijk_workbook_get_reference (self->workbook);
  static const char *const texts[] = { ON_TOP, WITHIN };
  static const double rises_kt[] = { 40, 0 };

  (void) data;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (IjkImport) import = ijk_import_read (shipped, "own.csv", texts[i], -1, &options, NULL);
      IjkImportEffect effect;

      g_assert_nonnull (import);
      g_assert_true (ijk_import_effect (import, NULL, 2021, &effect, NULL));
      g_assert_cmpfloat_with_epsilon (effect.industry_kt[1] - effect.industry_kt[0], rises_kt[i],
                                      1e-6);
    }
}

static void
too_much_is_refused (Fixture      *self,
                     gconstpointer data)
{
  const IjkImportOptions options = { .is_replacing = TRUE };
  g_autoptr (GError) error = NULL;

  (void) data;
  g_assert_null (ijk_import_read (
      ijk_workbook_get_reference (self->workbook), "own.csv",
      HEADER "own-a,Own A,Own,food,cluster6,ets,within-rest-food,1,30,1700,,\n", -1, &options, &error));
  g_assert_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_VALUE);
  g_assert_nonnull (strstr (error->message, "in 2021: 19.0 kt too little"));
  g_clear_error (&error);
  g_assert_null (ijk_import_read (
      ijk_workbook_get_reference (self->workbook), "own.csv",
      HEADER "own-a,Own A,Own,food,cluster6,ets,within-yara-sluiskil,1,30,1,,\n", -1, &options, &error));
  g_assert_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_DANGLING);
}

static void
goes_again (Fixture      *self,
            gconstpointer data)
{
  const IjkReference *shipped = ijk_workbook_get_reference (self->workbook);
  g_autoptr (IjkReference) with = import_rows (shipped, WITHIN);
  g_autoptr (GError) error = NULL;
  g_autoptr (IjkReference) without = ijk_own_remove (with, shipped, "own-a", &error);

  (void) data;
  g_assert_no_error (error);
  g_assert_cmpuint (without->n_units, ==, shipped->n_units);
  g_assert_cmpuint (without->n_companies, ==, shipped->n_companies);
  g_assert_cmpuint (ijk_reference_find_unit (without, "own-a"), ==, IJK_NONE);
  g_assert_cmpfloat (observed_kt (without, "rest-food", 2021), ==, 1681.0);
  for (guint i = 0; i < shipped->n_projects; i++)
    g_assert_cmpstr (without->units[without->projects[i].unit].id, ==,
                     shipped->units[shipped->projects[i].unit].id);
  g_assert_null (ijk_own_remove (shipped, shipped, "yara-sluiskil", &error));
  g_assert_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_UNKNOWN);
}

/* In the place of a shipped installation: without it the shipped figures come back. */
static void
shipped_row_comes_back (Fixture      *self,
                        gconstpointer data)
{
  const IjkReference *shipped = ijk_workbook_get_reference (self->workbook);
  g_autoptr (IjkReference) with = import_rows (
      shipped, HEADER "yara-sluiskil,Yara Sluiskil,Yara,fertiliser,smart-delta,ets,"
                      "h2plant ammonia nitric pure,1,3000,3000,3000,3000\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (IjkReference) without = NULL;
  guint n_own = 0;

  (void) data;
  g_assert_true (ijk_unit_is_own (with, ijk_reference_find_unit (with, "yara-sluiskil")));
  without = ijk_own_remove (with, shipped, "yara-sluiskil", &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (get_unit (without, "yara-sluiskil")->benchmark_kt, ==,
                     get_unit (shipped, "yara-sluiskil")->benchmark_kt);
  for (guint i = 0; i < without->n_units; i++)
    n_own += ijk_unit_is_own (without, i);
  g_assert_cmpuint (n_own, ==, 0);
}

static void
ids_are_made (Fixture      *self,
              gconstpointer data)
{
  const IjkReference *shipped = ijk_workbook_get_reference (self->workbook);
  g_autoptr (IjkReference) with = import_rows (shipped, ON_TOP);
  g_autofree char *plain = ijk_own_make_id (shipped, "Glass Works Leerdam (2)");
  g_autofree char *accents = ijk_own_make_id (shipped, "Crème & Co.");
  g_autofree char *taken = ijk_own_make_id (with, "A");
  g_autofree char *empty = ijk_own_make_id (shipped, "");

  (void) data;
  g_assert_cmpstr (plain, ==, "own-glass-works-leerdam-2");
  g_assert_cmpstr (accents, ==, "own-creme-co");
  g_assert_cmpstr (taken, ==, "own-a-2");
  g_assert_cmpstr (empty, ==, "own");
}

/* Newer data take the place of the shipped figures only; the rest is lowered anew. */
static void
upgrade_keeps_them (Fixture      *self,
                    gconstpointer data)
{
  g_autoptr (IjkReference) with
      = import_rows (ijk_workbook_get_reference (self->workbook), WITHIN);
  g_autoptr (IjkDataSet) newer = ijk_data_set_copy (self->data_set);
  g_autoptr (GString) text = g_string_new (newer->texts[IJK_TABLE_UNITS]);
  g_autoptr (IjkUpgrade) same = NULL;
  g_autoptr (IjkUpgrade) upgrade = NULL;
  g_autoptr (GError) error = NULL;
  const IjkReference *reference = NULL;

  (void) data;
  g_assert_true (ijk_workbook_change_units (self->workbook, with, "Own", NULL, NULL, &error));
  g_assert_no_error (error);

  /* The data it came with change nothing, however often. */
  same = ijk_workbook_preview_upgrade (self->workbook, self->data_set, &error);
  g_assert_no_error (error);
  g_assert_false (same->is_needed);

  g_assert_cmpuint (g_string_replace (text, ",1681.0,", ",1700.0,", 1), ==, 1);
  g_free (newer->texts[IJK_TABLE_UNITS]);
  newer->texts[IJK_TABLE_UNITS] = g_strdup (text->str);
  upgrade = ijk_workbook_preview_upgrade (self->workbook, newer, &error);
  g_assert_no_error (error);
  g_assert_true (upgrade->is_needed);
  g_assert_true (ijk_workbook_apply_upgrade (self->workbook, newer, NULL, &error));
  g_assert_no_error (error);
  fixture_reopen (self);
  reference = ijk_workbook_get_reference (self->workbook);
  g_assert_true (ijk_unit_is_own (reference, ijk_reference_find_unit (reference, "own-a")));
  g_assert_cmpstr (get_unit (reference, "own-a")->provenance.source, ==, "Own report");
  g_assert_cmpfloat_with_epsilon (observed_kt (reference, "rest-food", 2021), 1660.0, 1e-9);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/store/own/is-marked", is_marked);
  fixture_add ("/store/own/rest-makes-room", rest_makes_room);
  fixture_add ("/store/own/national-total-stays", national_total_stays);
  fixture_add ("/store/own/too-much-is-refused", too_much_is_refused);
  fixture_add ("/store/own/goes-again", goes_again);
  fixture_add ("/store/own/shipped-row-comes-back", shipped_row_comes_back);
  fixture_add ("/store/own/ids-are-made", ids_are_made);
  fixture_add ("/store/own/upgrade-keeps-them", upgrade_keeps_them);
  return g_test_run ();
}
