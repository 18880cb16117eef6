/* The shipped data set loads, holds what its tables say, and files that cannot be read are told.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "reference-texts.h"

#include "ijk-lever.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <unistd.h>

static IjkReference *
load_shipped (void)
{
  g_autoptr (GError) error = NULL;
  IjkReference *reference = ijk_reference_load (g_getenv ("IJKPAD_REFERENCE"), &error);

  g_assert_no_error (error);
  g_assert_nonnull (reference);
  return reference;
}

/* Counted in the files with a spreadsheet. */
static void
test_counts (void)
{
  g_autoptr (IjkReference) reference = load_shipped ();
  guint n_points = 0;
  guint n_by_kind[IJK_N_KINDS] = { 0 };

  for (guint id = 0; id < IJK_N_SERIES; id++)
    for (guint v = 0; v < IJK_N_VARIANTS; v++)
      n_points += reference->series[id][v].n_points;
  for (guint i = 0; i < reference->n_units; i++)
    n_by_kind[reference->units[i].kind]++;
  g_assert_cmpuint (reference->n_sectors, ==, 13);
  g_assert_cmpuint (reference->n_clusters, ==, 6);
  g_assert_cmpuint (reference->n_companies, ==, 185);
  g_assert_cmpuint (reference->n_units, ==, 280);
  g_assert_cmpuint (n_by_kind[IJK_KIND_ETS], ==, 262);
  g_assert_cmpuint (n_by_kind[IJK_KIND_INCINERATOR], ==, 12);
  g_assert_cmpuint (n_by_kind[IJK_KIND_N2O], ==, 1);
  g_assert_cmpuint (n_by_kind[IJK_KIND_REST], ==, 5);
  g_assert_cmpuint (reference->n_tags, ==, 12);
  g_assert_cmpuint (reference->n_measures, ==, 25);
  g_assert_cmpuint (reference->n_projects, ==, 9);
  g_assert_cmpuint (n_points, ==, 236);
  g_assert_cmpuint (reference->n_levers, ==, 54 + 2);
  g_assert_cmpuint (reference->n_indexation, ==, 6);
  g_assert_cmpuint (reference->n_history, ==, 30);
  g_assert_cmpuint (reference->n_targets, ==, 3);
  g_assert_cmpuint (reference->n_published, ==, 7);
}

static void
assert_provenance (const IjkProvenance *provenance,
                   IjkStatus            status,
                   const char          *source_start)
{
  g_assert_cmpint (provenance->status, ==, status);
  g_assert_true (g_str_has_prefix (provenance->source, source_start));
}

/* Rows copied by eye from sectors.csv, units.csv and measures.csv. */
static void
test_things (void)
{
  g_autoptr (IjkReference) reference = load_shipped ();
  const IjkSector *chemicals
      = &reference->sectors[ijk_reference_find_sector (reference, "chemicals")];
  const IjkUnit *pernis = &reference->units[ijk_reference_find_unit (reference, "shell-pernis")];
  const IjkUnit *chemelot
      = &reference->units[ijk_reference_find_unit (reference, "chemelot-site")];
  const IjkUnit *rest = &reference->units[ijk_reference_find_unit (reference, "rest-food")];
  const IjkMeasure *dri
      = &reference->measures[ijk_reference_find_measure (reference, "steel_dri")];

  g_assert_cmpstr (chemicals->name_en, ==, "Chemicals");
  g_assert_cmpstr (chemicals->name_nl, ==, "Chemie");
  g_assert_true (chemicals->is_in_industry);
  g_assert_true (chemicals->process_share == 0.3);
  g_assert_true (chemicals->activity[1] == 0.88 && chemicals->activity[4] == 0.813);
  g_assert_true (chemicals->bm_ratio[IJK_BENCHMARKS_2021] == 1.116);
  assert_provenance (&chemicals->provenance, IJK_STATUS_ASSUMPTION, "index: matched registry");

  g_assert_cmpstr (reference->companies[pernis->company].name, ==, "Shell");
  g_assert_cmpstr (reference->sectors[pernis->sector].id, ==, "refining");
  g_assert_cmpstr (reference->clusters[pernis->cluster].id, ==, "rotterdam-moerdijk");
  g_assert_cmpstr (pernis->municipality, ==, "Rotterdam");
  g_assert_true (pernis->levy_share == 0.922 && pernis->benchmark_kt == 3325.5);
  g_assert_true (pernis->observed_kt[0] == 4388.6 && pernis->observed_kt[12] == 4204.7);
  g_assert_false (pernis->has_own_process_share);
  g_assert_true (pernis->process_share == 0.25);
  assert_provenance (&pernis->provenance, IJK_STATUS_SOURCED, "EU Transaction Log");
  g_assert_true (chemelot->has_own_process_share && chemelot->process_share == 0.45);

  g_assert_cmpuint (rest->company, ==, IJK_NONE);
  g_assert_cmpint (rest->kind, ==, IJK_KIND_REST);
  g_assert_true (isnan (rest->observed_kt[10]) && rest->observed_kt[11] == 1171.7);
  g_assert_cmpint (rest->last_year, ==, 2024);
  assert_provenance (&rest->provenance, IJK_STATUS_DERIVED, "CBS 83390NED");

  g_assert_true (dri->capex_eur_per_t == 1050 && dri->extra_eur_per_t[0] == -95);
  g_assert_true (dri->extra_eur_per_t[1] == -62 && dri->extra_eur_per_t[2] == -45);
  g_assert_cmpint (dri->lag_years, ==, 5);
  g_assert_cmpint (dri->group, ==, IJK_GROUP_STEEL);
  g_assert_cmpint (dri->pool, ==, IJK_POOL_PROCESS);
  g_assert_true (&reference->measures[dri[1].requires] == dri);
  assert_provenance (&dri->provenance, IJK_STATUS_DERIVED, "MPP and PyPSA");
}

/* Rows copied by eye from policy.csv, levers.csv, history.csv, targets.csv and validation.csv. */
static void
test_policy (void)
{
  g_autoptr (IjkReference) reference = load_shipped ();
  const IjkSeries *rate = &reference->series[IJK_SERIES_LEVY_RATE][IJK_REGIME_TAX_PLAN_2026];
  const IjkLever *kappa = &reference->levers[IJK_LEVER_KAPPA];

  g_assert_cmpuint (rate->n_points, ==, 6);
  g_assert_cmpstr (rate->unit, ==, "EUR/t");
  g_assert_true (rate->points[5].year == 2026 && rate->points[5].value == 78.67);
  assert_provenance (&rate->points[5].provenance, IJK_STATUS_SOURCED, "Wbm art. 71p");
  g_assert_true (reference->series[IJK_SERIES_ETS_REF][0].points[2].value == 70.9002);
  g_assert_true (reference->series[IJK_SERIES_ELEC_PRICE][IJK_VARIANT_HIGH].points[1].value == 91);
  g_assert_true (reference->series[IJK_SERIES_FREE_SHARE][IJK_FREE_SHARE_CBAM].points[6].value
                 == 0.4635);
  g_assert_cmpint (reference->series[IJK_SERIES_ARAMIS_PROFILE][0].points[4].year, ==, 14);

  g_assert_cmpstr (kappa->id, ==, "kappa");
  g_assert_true (kappa->min == 0 && kappa->max == 1 && kappa->default_number == 0.7);
  g_assert_cmpuint (kappa->scopes, ==, 1u << IJK_SCOPE_NATIONAL);
  g_assert_cmpuint (reference->levers[IJK_LEVER_REGIME].default_choice, ==,
                    IJK_REGIME_TAX_PLAN_2026);
  g_assert_cmpuint (reference->levers[IJK_LEVER_CCS_SHARE].scopes, ==,
                    1u << IJK_SCOPE_NATIONAL | 1u << IJK_SCOPE_SECTOR | 1u << IJK_SCOPE_COMPANY);
  g_assert_cmpuint (reference->levers[IJK_LEVER_ETS_PRICE].series, ==, IJK_SERIES_ETS_PRICE);

  g_assert_cmpstr (reference->regimes[IJK_REGIME_ACT_2021].name_nl, ==, "Wet van 2021");
  g_assert_true (reference->indexation[3].year == 2024 && reference->indexation[3].factor == 1.099);
  g_assert_true (reference->history[0].year == 1990 && reference->history[0].total_mt == 87);
  g_assert_true (isnan (reference->history[1].co2_mt));
  g_assert_true (reference->targets[1].year == 2030 && reference->targets[1].target_mt == 29.1);
  g_assert_cmpstr (reference->published[3].series, ==, "KEV 2024 projection");
  g_assert_true (reference->published[3].low_mt == 33.3
                 && reference->published[3].central_mt == 38.3);
  g_assert_true (isnan (reference->published[0].low_mt));
}

/* Each citation is there: nothing in a result is without a source. */
static void
test_every_row_has_a_source (void)
{
  g_autoptr (IjkReference) reference = load_shipped ();

  for (guint i = 0; i < reference->n_units; i++)
    g_assert_cmpuint (strlen (reference->units[i].provenance.source), >, 2);
  for (guint i = 0; i < reference->n_measures; i++)
    g_assert_cmpuint (strlen (reference->measures[i].provenance.source), >, 2);
  for (guint i = 0; i < reference->n_levers; i++)
    g_assert_cmpuint (strlen (reference->levers[i].provenance.source), >, 2);
}

/* A copy of the shipped folder, in which one file is to be spoiled. */
typedef struct
{
  char *directory; /* (owned) */
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data G_GNUC_UNUSED)
{
  g_auto (GStrv) texts = reference_texts_read ();
  g_autoptr (GError) error = NULL;

  fixture->directory = g_dir_make_tmp ("ijkpad-test-XXXXXX", &error);
  g_assert_no_error (error);
  for (guint i = 0; i < IJK_N_TABLES; i++)
    {
      g_autofree char *path = g_build_filename (fixture->directory, ijk_table_names[i], NULL);

      g_assert_true (g_file_set_contents (path, texts[i], -1, NULL));
    }
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data G_GNUC_UNUSED)
{
  for (guint i = 0; i < IJK_N_TABLES; i++)
    {
      g_autofree char *path = g_build_filename (fixture->directory, ijk_table_names[i], NULL);

      (void) g_remove (path); /* some cases have removed it themselves */
    }
  g_assert_cmpint (g_rmdir (fixture->directory), ==, 0);
  g_free (fixture->directory);
}

static void
expect_load_error (const Fixture *fixture,
                   IjkStoreError  code,
                   const char    *part,
                   const char    *other_part)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IjkReference) reference = ijk_reference_load (fixture->directory, &error);

  g_assert_null (reference);
  g_assert_error (error, IJK_STORE_ERROR, (int) code);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, part));
  g_assert_nonnull (strstr (error->message, other_part));
}

static void
test_copy_loads (Fixture      *fixture,
                 gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IjkReference) reference = ijk_reference_load (fixture->directory, &error);

  g_assert_no_error (error);
  g_assert_nonnull (reference);
}

static void
test_file_missing (Fixture      *fixture,
                   gconstpointer data G_GNUC_UNUSED)
{
  for (guint i = 0; i < IJK_N_TABLES; i++)
    {
      g_autofree char *path = g_build_filename (fixture->directory, ijk_table_names[i], NULL);
      g_autofree char *aside = g_strconcat (path, ".aside", NULL);

      g_assert_cmpint (g_rename (path, aside), ==, 0);
      expect_load_error (fixture, IJK_STORE_ERROR_READ, path, "No such file");
      g_assert_cmpint (g_rename (aside, path), ==, 0);
    }
}

/* A folder in place of a file is unreadable for every user, root included. */
static void
test_file_unreadable (Fixture      *fixture,
                      gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = g_build_filename (fixture->directory, "levers.csv", NULL);

  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  expect_load_error (fixture, IJK_STORE_ERROR_READ, path, "directory");
}

/* Root may read what has no permissions, so there is nothing to see for root. */
static void
test_directory_unreadable (Fixture      *fixture,
                           gconstpointer data G_GNUC_UNUSED)
{
  g_assert_cmpint (g_chmod (fixture->directory, 0), ==, 0);
  if (g_access (fixture->directory, R_OK) == 0)
    g_test_skip ("this user may read every folder");
  else
    expect_load_error (fixture, IJK_STORE_ERROR_READ, "sectors.csv", "Permission denied");
  g_assert_cmpint (g_chmod (fixture->directory, 0700), ==, 0);
}

static void
test_directory_missing (void)
{
  const Fixture nowhere = { (char *) "/nonexistent/reference" };

  expect_load_error (&nowhere, IJK_STORE_ERROR_READ, "/nonexistent/reference/sectors.csv",
                     "No such file");
}

static void
test_zero_byte (Fixture      *fixture,
                gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = g_build_filename (fixture->directory, "targets.csv", NULL);
  g_autofree char *text = NULL;
  gsize n = 0;

  g_assert_true (g_file_get_contents (path, &text, &n, NULL));
  text[n / 2] = '\0';
  g_assert_true (g_file_set_contents (path, text, (gssize) n, NULL));
  expect_load_error (fixture, IJK_STORE_ERROR_SYNTAX, "targets.csv", "zero byte");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/reference/shipped/counts", test_counts);
  g_test_add_func ("/store/reference/shipped/things", test_things);
  g_test_add_func ("/store/reference/shipped/policy", test_policy);
  g_test_add_func ("/store/reference/shipped/every-row-has-a-source", test_every_row_has_a_source);
  g_test_add_func ("/store/reference/file/folder-is-missing", test_directory_missing);
  g_test_add ("/store/reference/file/copied-folder-loads", Fixture, NULL, set_up, test_copy_loads,
              tear_down);
  g_test_add ("/store/reference/file/each-is-needed", Fixture, NULL, set_up, test_file_missing,
              tear_down);
  g_test_add ("/store/reference/file/folder-in-its-place", Fixture, NULL, set_up,
              test_file_unreadable, tear_down);
  g_test_add ("/store/reference/file/folder-is-unreadable", Fixture, NULL, set_up,
              test_directory_unreadable, tear_down);
  g_test_add ("/store/reference/file/zero-byte", Fixture, NULL, set_up, test_zero_byte, tear_down);
  return g_test_run ();
}
