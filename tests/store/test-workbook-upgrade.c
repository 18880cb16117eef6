/* A workbook that takes newer data: what that changes is shown first, what a person brought stays,
 * and what does not fit is refused in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "workbook-fixture.h"

#include "ijk-import.h"
#include "ijk-own-unit.h"

#include <string.h>

static void
previews_and_applies_newer_data (Fixture      *self,
                                 gconstpointer data)
{
  const gint64 id = fixture_duplicate (self, "current-law", "Mine");
  g_autoptr (IjkDataSet) newer = ijk_data_set_copy (self->data_set);
  g_autoptr (GString) text = g_string_new (newer->texts[IJK_TABLE_LEVERS]);
  g_autoptr (IjkUpgrade) same = NULL;
  g_autoptr (IjkUpgrade) upgrade = NULL;
  g_autofree char *backup = NULL;
  g_autofree char *state = NULL;
  g_autofree char *hash = ijk_data_set_hash (newer);
  g_autoptr (GError) error = NULL;

  (void) data;
  fixture_set (self, id, "kappa=0.9");
  same = ijk_workbook_preview_upgrade (self->workbook, newer, &error);
  g_assert_no_error (error);
  g_assert_false (same->is_needed);

  /* Less belief in the announced levy, and the upper limit below what the scenario sets. */
  g_assert_cmpuint (g_string_replace (text, "number,fraction,0,1,0.05,0.7,",
                                      "number,fraction,0,0.8,0.05,0.2,", 1),
                    ==, 1);
  g_free (newer->texts[IJK_TABLE_LEVERS]);
  newer->texts[IJK_TABLE_LEVERS] = g_strdup (text->str);
  upgrade = ijk_workbook_preview_upgrade (self->workbook, newer, &error);
  g_assert_no_error (error);
  g_assert_true (upgrade->is_needed);
  g_assert_cmpuint (upgrade->figures->len, >, 0);
  g_assert_cmpstr (ijk_workbook_get_hash (self->workbook), ==, hash);

  g_assert_true (ijk_workbook_apply_upgrade (self->workbook, newer, &backup, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (backup, G_FILE_TEST_EXISTS));
  fixture_reopen (self);
  g_assert_cmpstr (ijk_workbook_get_hash (self->workbook), !=, hash);
  state = fixture_describe (self->workbook, id);
  g_assert_null (strstr (state, "kappa"));
  g_assert_cmpuint (upgrade->losses->len, ==, 1);
}

/* Gives the workbook the installations of @text. */
static void
import_own (Fixture    *self,
            const char *text)
{
  const IjkImportOptions options = { .is_replacing = TRUE, .source = "Own meters" };
  g_autoptr (GError) error = NULL;
  g_autoptr (IjkImport) import = ijk_import_read (ijk_workbook_get_reference (self->workbook),
                                                  "own.csv", text, -1, &options, &error);

  g_assert_no_error (error);
  g_assert_true (ijk_workbook_change_units (self->workbook, import->reference, "Import", NULL, NULL,
                                            &error));
  g_assert_no_error (error);
}

/* The shipped table of units without one row, and with another text in one place. */
static IjkDataSet *
make_newer (Fixture    *self,
            const char *without_id,
            const char *find,
            const char *replace)
{
  IjkDataSet *newer = ijk_data_set_copy (self->data_set);
  g_auto (GStrv) lines = g_strsplit (newer->texts[IJK_TABLE_UNITS], "\n", -1);
  GString *text = g_string_new (NULL);
  guint n_left_out = 0;

  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    if (g_str_has_prefix (lines[i], without_id))
      n_left_out++;
    else
      g_string_append_printf (text, "%s\n", lines[i]);
  g_assert_cmpuint (n_left_out, ==, 1);
  g_assert_cmpuint (g_string_replace (text, find, replace, 0), ==, 1);
  g_free (newer->texts[IJK_TABLE_UNITS]);
  newer->texts[IJK_TABLE_UNITS] = g_string_free (text, FALSE);
  return newer;
}

static const IjkUnit *
get_unit (Fixture    *self,
          const char *id)
{
  const IjkReference *reference = ijk_workbook_get_reference (self->workbook);
  const guint unit = ijk_reference_find_unit (reference, id);

  g_assert_cmpuint (unit, !=, IJK_NONE);
  return &reference->units[unit];
}

static gboolean
is_own (Fixture    *self,
        const char *id)
{
  const IjkReference *reference = ijk_workbook_get_reference (self->workbook);

  return ijk_unit_is_own (reference, ijk_reference_find_unit (reference, id));
}

static double
observed_2025_kt (Fixture    *self,
                  const char *id)
{
  return get_unit (self, id)->observed_kt[2025 - IJK_FIRST_OBSERVED_YEAR];
}

/* Returns: a scenario of companies */
static gint64
add_company_scenario (Fixture *self)
{
  g_autoptr (IjkScenarioRecord) record = ijk_scenario_record_new ();
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  record->kind = IJK_SCENARIO_COMPANY;
  record->parent_id = fixture_duplicate (self, "current-law", "Mine");
  g_free (record->name);
  record->name = g_strdup ("Companies");
  id = ijk_workbook_create_scenario (self->workbook, record, "Made", &error);
  g_assert_no_error (error);
  return id;
}

/* Newer data come in the place of what the program shipped, never of what the user brought: own
 * installations, own figures of known ones, and the settings of own companies stay. Only a row that
 * says no more than was there is not the user's. */
static void
keeps_own_installations (Fixture      *self,
                         gconstpointer data)
{
  static const char own[]
      = "id,name,company,sector,cluster,kind,levy_share,benchmark_kt,kt_2021,kt_2025,"
        "process_share\n"
        "own-glass,Own Glass,\"Own, \"\"Glass\"\"\",building_materials,cluster6,ets,1,61.5,80.2,"
        "73.125,0.25\n"
        "fnsteel,FNsteel B.V.,FNsteel,basic_metals,rotterdam-moerdijk,ets,1,20,30,29.5,\n";
  const gint64 id = add_company_scenario (self);
  g_autoptr (IjkDataSet) newer = make_newer (self, "zalco,", ",3118.3,sourced", ",3000.5,sourced");
  g_autoptr (IjkUpgrade) upgrade = NULL;
  g_autoptr (IjkUpgrade) second = NULL;
  g_autofree char *state = NULL;
  g_autoptr (GError) error = NULL;

  (void) data;
  import_own (self, own);
  fixture_set (self, id, "ccs_share@company:Own, \"Glass\"=at_most:0.5");
  g_assert_cmpfloat (observed_2025_kt (self, "yara-sluiskil"), ==, 3118.3);

  upgrade = ijk_workbook_preview_upgrade (self->workbook, newer, &error);
  g_assert_no_error (error);
  g_assert_true (upgrade->is_needed);
  g_assert_cmpuint (upgrade->losses->len, ==, 0);
  g_assert_cmpuint (upgrade->gone_units->len, ==, 1);
  g_assert_cmpstr (upgrade->gone_units->pdata[0], ==, "zalco");
  g_assert_true (ijk_workbook_apply_upgrade (self->workbook, newer, NULL, &error));
  g_assert_no_error (error);

  fixture_reopen (self);
  g_assert_cmpfloat (observed_2025_kt (self, "own-glass"), ==, 73.125);
  g_assert_cmpfloat (get_unit (self, "own-glass")->process_share, ==, 0.25);
  g_assert_cmpstr (get_unit (self, "own-glass")->provenance.source, ==, "Own meters");
  g_assert_true (is_own (self, "own-glass"));
  g_assert_cmpfloat (observed_2025_kt (self, "fnsteel"), ==, 29.5);
  g_assert_true (is_own (self, "fnsteel"));
  g_assert_cmpfloat (observed_2025_kt (self, "yara-sluiskil"), ==, 3000.5);
  g_assert_false (is_own (self, "yara-sluiskil"));
  state = fixture_describe (self->workbook, id);
  g_assert_nonnull (strstr (state, "ccs_share@company:Own, \"Glass\"=at_most"));

  /* Once is enough. */
  second = ijk_workbook_preview_upgrade (self->workbook, newer, &error);
  g_assert_no_error (error);
  g_assert_false (second->is_needed);
}

/* A row that repeats what the data say does not hold on to it. */
static void
lets_go_of_what_was_only_repeated (Fixture      *self,
                                   gconstpointer data)
{
  g_auto (GStrv) lines = g_strsplit (self->data_set->texts[IJK_TABLE_UNITS], "\n", -1);
  g_autofree char *table = NULL;

  (void) data;
  for (guint i = 1; table == NULL; i++)
    if (g_str_has_prefix (lines[i], "yara-sluiskil,"))
      table = g_strdup_printf ("%s\n%s\n", lines[0], lines[i]);
  import_own (self, table);
  g_assert_false (is_own (self, "yara-sluiskil"));
}

/* More installations than a workbook holds are refused in words, before anything is done. */
static void
refuses_too_large_a_table (Fixture      *self,
                           gconstpointer data)
{
  g_autoptr (GString) text
      = g_string_new ("id,name,company,sector,cluster,kind,levy_share,benchmark_kt,kt_2021\n");
  g_autofree char *source = g_strnfill (2000, 'x');
  const IjkImportOptions options = { .source = source };
  g_autoptr (IjkImport) import = NULL;
  g_autoptr (IjkDataSet) data_set = NULL;
  g_autofree char *backup = NULL;
  g_autoptr (GError) error = NULL;

  (void) data;
  for (guint i = 0; i < 2000; i++)
    g_string_append_printf (text, "own-%u,Own,Own,paper,cluster6,ets,1,90,100\n", i);
  import = ijk_import_read (ijk_workbook_get_reference (self->workbook), "own.csv", text->str, -1,
                            &options, &error);
  g_assert_no_error (error);
  data_set = ijk_data_set_with_units (self->data_set, import->reference);
  g_assert_false (ijk_workbook_apply_upgrade (self->workbook, data_set, &backup, &error));
  g_assert_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_VALUE);
  g_assert_nonnull (strstr (error->message, "the table units.csv would have"));
  g_assert_nonnull (strstr (error->message, "at most 4000000; leave out rows"));
  g_assert_null (backup);
}

/* What the newer data do not allow stops the upgrade, with the row. */
static void
refuses_own_installations_that_do_not_fit (Fixture      *self,
                                           gconstpointer data)
{
  static const char own[] = "id,name,company,sector,cluster,kind,levy_share,benchmark_kt,kt_2021\n"
                            "own-glass,Own,Own,building_materials,cluster6,ets,1,61.5,80.2\n";
  g_autoptr (IjkDataSet) newer = ijk_data_set_copy (self->data_set);
  g_auto (GStrv) clusters = g_strsplit (newer->texts[IJK_TABLE_CLUSTERS], "cluster6", -1);
  g_auto (GStrv) units = g_strsplit (newer->texts[IJK_TABLE_UNITS], "cluster6", -1);
  g_autoptr (IjkUpgrade) upgrade = NULL;
  g_autoptr (GError) error = NULL;

  (void) data;
  import_own (self, own);
  g_free (newer->texts[IJK_TABLE_CLUSTERS]);
  g_free (newer->texts[IJK_TABLE_UNITS]);
  newer->texts[IJK_TABLE_CLUSTERS] = g_strjoinv ("cluster-six", clusters);
  newer->texts[IJK_TABLE_UNITS] = g_strjoinv ("cluster-six", units);
  upgrade = ijk_workbook_preview_upgrade (self->workbook, newer, &error);
  g_assert_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_DANGLING);
  g_assert_null (upgrade);
  g_assert_nonnull (strstr (error->message,
                            "your own installations do not fit the newer data: units.csv, "
                            "line 2, column cluster: there is no cluster"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/store/workbook-upgrade/is-previewed-and-applied",
               previews_and_applies_newer_data);
  fixture_add ("/store/workbook-upgrade/keeps-own-installations", keeps_own_installations);
  fixture_add ("/store/workbook-upgrade/refuses-too-large-a-table", refuses_too_large_a_table);
  fixture_add ("/store/workbook-upgrade/replaces-what-was-only-repeated",
               lets_go_of_what_was_only_repeated);
  fixture_add ("/store/workbook-upgrade/refuses-own-installations-that-do-not-fit",
               refuses_own_installations_that_do_not_fit);
  return g_test_run ();
}
