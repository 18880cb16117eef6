/* Installations of one's own: what a table would change is said field by field, and a table that is
 * not right is refused with its line and column.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-import.h"
#include "ijk-indicator.h"
#include "ijk-reference-load.h"
#include "ijk-run.h"

#include <math.h>
#include <string.h>

static IjkReference *reference;

#define HEADER "id,name,company,sector,cluster,kind,levy_share,benchmark_kt,kt_2021"
#define ROW "own-a,Own A,Own,paper,cluster6,ets,1,90,100"

static const IjkImportOptions adding = { FALSE, NULL };
static const IjkImportOptions replacing = { TRUE, NULL };

static IjkImport *
read_good (const char             *text,
           const IjkImportOptions *options)
{
  g_autoptr (GError) error = NULL;
  IjkImport *import = ijk_import_read (reference, "folder/own.csv", text, -1, options, &error);

  g_assert_no_error (error);
  return import;
}

typedef struct
{
  const char *name;
  const char *text;
  IjkStoreError code;
  const char *says;
} BrokenCase;

#define TWO(row) HEADER "\n" ROW "\n" row "\n"

/* One case a line, however long: they are read as a table. */
static const BrokenCase broken_cases[] = {
  { "empty", "", IJK_STORE_ERROR_SYNTAX, "own.csv, line 1: the file is empty" },
  { "no-rows", HEADER "\n", IJK_STORE_ERROR_INCOMPLETE, "own.csv: the table has column names but no rows" },
  { "semicolons", "id;name;company\na;b;c\n", IJK_STORE_ERROR_SYNTAX, "separated by semicolons" },
  { "column-missing", "id,name\na,b\n", IJK_STORE_ERROR_COLUMN, "column “company” is missing; expected id,name,company,sector,cluster,kind,levy_share,benchmark_kt and perhaps municipality,tags" },
  { "column-unknown", HEADER ",colour\n" ROW ",red\n", IJK_STORE_ERROR_COLUMN, "column 10: unknown column “colour”" },
  { "column-year", HEADER ",kt_2026\n" ROW ",1\n", IJK_STORE_ERROR_COLUMN, "unknown column “kt_2026”" },
  { "column-twice", HEADER ",kt_2021\n" ROW ",1\n", IJK_STORE_ERROR_COLUMN, "“kt_2021” stands twice" },
  { "id-there", TWO ("yara-sluiskil,Yara,Yara,fertiliser,smart-delta,ets,1,1,1"), IJK_STORE_ERROR_DUPLICATE, "line 3, column id: the installation “yara-sluiskil” is there already; give it another id, or say" },
  { "id-twice", TWO (ROW), IJK_STORE_ERROR_DUPLICATE, "line 3, column id: “own-a” stands twice" },
  { "id-empty", TWO (",B,Own,paper,cluster6,ets,1,1,1"), IJK_STORE_ERROR_VALUE, "line 3, column id: the cell is empty" },
  { "id-capital", TWO ("Own-B,B,Own,paper,cluster6,ets,1,1,1"), IJK_STORE_ERROR_VALUE, "line 3, column id: “Own-B” is not an id" },
  { "name-lines", TWO ("own-b,\"B\nC\",Own,paper,cluster6,ets,1,1,1"), IJK_STORE_ERROR_VALUE, "line 3, column name: “B\uFFFDC” has a line end" },
  { "name-escape-code", TWO ("own-b,B\x1b[2J,Own,paper,cluster6,ets,1,1,1"), IJK_STORE_ERROR_VALUE, "line 3, column name: “B\uFFFD[2J” has a line end or another control character" },
  { "company-empty", TWO ("own-b,B,,paper,cluster6,ets,1,1,1"), IJK_STORE_ERROR_VALUE, "line 3, column company: the cell is empty" },
  { "company-of-rest", TWO ("own-b,B,Own,paper,cluster6,rest,0,0,1"), IJK_STORE_ERROR_VALUE, "column company: “Own” is given, but a row of kind rest has no company" },
  { "rest-levied", TWO ("own-b,B,,paper,cluster6,rest,0.5,0,1"), IJK_STORE_ERROR_VALUE, "column levy_share: 0.5 is given, but a row of kind rest is not levied" },
  { "rest-with-rights", TWO ("own-b,B,,paper,cluster6,rest,0,5,1"), IJK_STORE_ERROR_VALUE, "column benchmark_kt: 5 is given, but a row of kind rest is not levied and has no rights" },
  { "sector-unknown", TWO ("own-b,B,Own,papper,cluster6,ets,1,1,1"), IJK_STORE_ERROR_DANGLING, "column sector: there is no sector “papper”; did you mean paper?" },
  { "cluster-unknown", TWO ("own-b,B,Own,paper,chemelott,ets,1,1,1"), IJK_STORE_ERROR_DANGLING, "column cluster: there is no cluster “chemelott”; did you mean chemelot?" },
  { "kind-unknown", TWO ("own-b,B,Own,paper,cluster6,plant,1,1,1"), IJK_STORE_ERROR_VALUE, "column kind: “plant” is not a known word; expected ets, incinerator, n2o or rest" },
  { "share-above-one", TWO ("own-b,B,Own,paper,cluster6,ets,1.2,1,1"), IJK_STORE_ERROR_VALUE, "column levy_share: 1.2 is out of range; expected a number from 0 to 1" },
  { "share-empty", TWO ("own-b,B,Own,paper,cluster6,ets,,1,1"), IJK_STORE_ERROR_VALUE, "column levy_share: the cell is empty" },
  { "benchmark-negative", TWO ("own-b,B,Own,paper,cluster6,ets,1,-1,1"), IJK_STORE_ERROR_VALUE, "column benchmark_kt: -1 is out of range" },
  { "kt-comma", TWO ("own-b,B,Own,paper,cluster6,ets,1,1,\"1,5\""), IJK_STORE_ERROR_VALUE, "column kt_2021: “1,5” is not a number" },
  { "kt-infinite", TWO ("own-b,B,Own,paper,cluster6,ets,1,1,1e999"), IJK_STORE_ERROR_VALUE, "column kt_2021: “1e999” is not a number" },
  { "kt-none", TWO ("own-b,B,Own,paper,cluster6,ets,1,1,"), IJK_STORE_ERROR_VALUE, "column kt_2021: no emissions in 2021 to 2025" },
  { "kt-old", "id,name,company,sector,cluster,kind,levy_share,benchmark_kt,kt_2019\nown-a,Own A,Own,paper,cluster6,ets,1,90,100\n", IJK_STORE_ERROR_VALUE, "no emissions in 2021 to 2025" },
  { "tag-unknown", HEADER ",tags\n" ROW ",ccs h2plnt\n", IJK_STORE_ERROR_DANGLING, "line 2, column tags: there is no tag “h2plnt”; did you mean h2plant?" },
  { "tag-space", HEADER ",tags\n" ROW ",ccs  h2plant\n", IJK_STORE_ERROR_VALUE, "has a space too many" },
  { "status-unknown", HEADER ",status\n" ROW ",sure\n", IJK_STORE_ERROR_VALUE, "column status: “sure” is not a known word" },
  { "source-empty", HEADER ",source\n" ROW ",\n", IJK_STORE_ERROR_VALUE, "column source: the cell is empty" },
  { "cells-missing", TWO ("own-b,B"), IJK_STORE_ERROR_SYNTAX, "line 3: 2 cells, but the header has 9 columns" },
  { "quote-open", TWO ("own-b,\"B"), IJK_STORE_ERROR_SYNTAX, "line 3: a quotation mark that is never closed" },
  { "latin-1", TWO ("own-b,Caf\xe9,Own,paper,cluster6,ets,1,1,1"), IJK_STORE_ERROR_SYNTAX, "line 3: not UTF-8" },
};

static void
test_broken (gconstpointer data)
{
  const BrokenCase *c = data;
  g_autoptr (GError) error = NULL;

  g_assert_null (ijk_import_read (reference, "own.csv", c->text, -1, &adding, &error));
  g_assert_nonnull (error);
  if (strstr (error->message, c->says) == NULL)
    g_test_message ("says “%s”", error->message);
  g_assert_nonnull (strstr (error->message, c->says));
  g_assert_error (error, IJK_STORE_ERROR, (int) c->code);
}

static void
test_too_long (void)
{
  g_autofree char *word = g_strnfill (201, 'x');
  g_autofree char *named
      = g_strconcat (HEADER "\nown-a,", word, ",Own,paper,cluster6,ets,1,90,100\n", NULL);
  g_autofree char *cited = g_strnfill (2001, 'x');
  const char *const sources[] = { "", "one\nline", cited };
  const char *const says[] = { "is empty", "has a line end", "is too long" };
  g_autoptr (GString) many = g_string_new (HEADER "\n");
  g_autoptr (GError) error = NULL;

  g_assert_null (ijk_import_read (reference, "own.csv", named, -1, &adding, &error));
  g_assert_nonnull (
      strstr (error->message, "column name: the text has 201 characters; expected at most 200"));
  g_clear_error (&error);
  for (guint i = 0; i <= IJK_MAX_IMPORTED_UNITS; i++)
    g_string_append_printf (many, "own-%u,A,Own,paper,cluster6,ets,1,1,1\n", i);
  g_assert_null (ijk_import_read (reference, "own.csv", many->str, -1, &adding, &error));
  g_assert_nonnull (
      strstr (error->message, "own.csv: the table has 20001 rows; expected at most 20000"));
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      const IjkImportOptions options = { FALSE, sources[i] };

      g_clear_error (&error);
      g_assert_null (
          ijk_import_read (reference, "own.csv", HEADER "\n" ROW "\n", -1, &options, &error));
      g_assert_nonnull (strstr (error->message, says[i]));
    }
}

/* A unit observed with 100 kt in 2021 alone: the observed year rises by exactly that; in 2030 the
 * unabated emissions are 100 kt times the sector's activity index times nine years of autonomous
 * efficiency (model.md section 2), as all else of the sector stays what it was. */
static void
test_short_form (void)
{
  const IjkImportOptions options = { FALSE, "Environmental report 2021, p. 3" };
  g_autoptr (IjkImport) import = read_good (HEADER "\n" ROW "\n", &options);
  const IjkImportUnit *change = &g_array_index (import->units, IjkImportUnit, 0);
  const IjkUnit *unit = &import->reference->units[change->unit];
  g_autoptr (IjkScenario) scenario = ijk_scenario_new (import->reference, NULL);
  g_autoptr (IjkWorkspace) workspace = ijk_workspace_new (import->reference);
  const IjkResult *result = ijk_run (import->reference, scenario, workspace);
  const guint t = IJK_YEAR_INDEX (2030);
  const double autonomous = ijk_scenario_number (scenario, IJK_LEVER_AUTONOMOUS, unit->sector);
  const double index
      = result->sector_activity_index[t * import->reference->n_sectors + unit->sector];
  const double leak = result->sector_leak[t * import->reference->n_sectors + unit->sector];
  g_autoptr (GError) error = NULL;
  IjkImportEffect effect;

  g_assert_cmpuint (import->n_added, ==, 1);
  g_assert_cmpuint (import->n_replaced, ==, 0);
  g_assert_true (change->is_new);
  g_assert_cmpstr (unit->id, ==, "own-a");
  g_assert_cmpint (unit->provenance.status, ==, IJK_STATUS_ASSUMPTION);
  g_assert_cmpstr (unit->provenance.source, ==, "Environmental report 2021, p. 3");
  g_assert_false (unit->has_own_process_share);
  g_assert_cmpuint (import->reference->n_units, ==, reference->n_units + 1);
  g_assert_cmpuint (import->new_companies->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (import->new_companies, 0), ==, "Own");

  g_assert_true (ijk_import_effect (import, NULL, 2021, &effect, &error));
  g_assert_cmpfloat_with_epsilon (effect.industry_kt[1] - effect.industry_kt[0], 100, 1e-6);
  g_assert_cmpfloat_with_epsilon (effect.all_kt[1] - effect.all_kt[0], 100, 1e-6);
  g_assert_cmpfloat_with_epsilon (
      result->unit_unabated_kt[(gsize) t * import->reference->n_units + change->unit],
      100 * index * pow (1 - autonomous, 9) * (1 - leak), 1e-9);
}

static void
test_default_source (void)
{
  g_autoptr (IjkImport) import = read_good (HEADER "\n" ROW "\n", &adding);

  g_assert_cmpstr (import->reference->units[g_array_index (import->units, IjkImportUnit, 0).unit]
                       .provenance.source,
                   ==, "own figures, own.csv");
}

/* The effect is that of two runs, each on its own data, under the scenario given. */
static void
test_effect (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IjkImport) import = read_good (
      HEADER "\nown-a,Own A,Own,refining,cluster6,ets,1,0,1000\n", &adding);
  g_autoptr (IjkScenario) nothing = ijk_scenario_new (reference, NULL);
  g_autoptr (IjkScenario) scenario
      = ijk_scenario_with_setting (nothing, "benchmark_scale@company:Yara=0.8", &error);
  g_autoptr (IjkScenario) moved = ijk_scenario_move (scenario, import->reference, &error);
  g_autoptr (IjkWorkspace) before = ijk_workspace_new (reference);
  g_autoptr (IjkWorkspace) after = ijk_workspace_new (import->reference);
  const IjkResult *results[] = { ijk_run (reference, scenario, before),
                                 ijk_run (import->reference, moved, after) };
  IjkImportEffect effect;

  g_assert_no_error (error);
  g_assert_true (ijk_import_effect (import, scenario, 2030, &effect, &error));
  g_assert_cmpint (effect.year, ==, 2030);
  for (guint side = 0; side < 2; side++)
    {
      const IjkReference *data = side == 0 ? reference : import->reference;
      double industry_kt = 0;
      double all_kt = 0;
      double levy_meur = 0;

      for (guint i = 0; i < data->n_units; i++)
        {
          const gsize at = (gsize) IJK_YEAR_INDEX (2030) * data->n_units + i;

          all_kt += results[side]->unit_emissions_kt[at];
          if (data->sectors[data->units[i].sector].is_in_industry)
            industry_kt += results[side]->unit_emissions_kt[at];
          levy_meur += results[side]->unit_levy_meur[at] - results[side]->unit_credit_meur[at];
        }
      g_assert_cmpfloat_with_epsilon (effect.industry_kt[side], industry_kt, 1e-6);
      g_assert_cmpfloat_with_epsilon (effect.all_kt[side], all_kt, 1e-6);
      g_assert_cmpfloat_with_epsilon (effect.levy_meur[side], levy_meur, 1e-6);
    }
  g_assert_cmpfloat (effect.industry_kt[1], >, effect.industry_kt[0]);
}

/* The whole of units.csv in place of itself changes nothing, number for number. */
static void
test_unchanged (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("IJKPAD_REFERENCE"), "units.csv", NULL);
  g_autofree char *text = NULL;
  g_autoptr (IjkImport) import = NULL;
  g_autoptr (GError) error = NULL;
  IjkImportEffect effect;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  import = read_good (text, &replacing);
  g_assert_cmpuint (import->n_unchanged, ==, reference->n_units);
  g_assert_cmpuint (import->n_replaced + import->n_added, ==, 0);
  g_assert_cmpuint (import->new_companies->len + import->gone_companies->len, ==, 0);
  g_assert_cmpuint (import->reference->n_units, ==, reference->n_units);
  g_assert_cmpuint (import->reference->n_cells, ==, reference->n_cells);
  for (guint i = 0; i < reference->n_projects; i++)
    g_assert_cmpstr (import->reference->units[import->reference->projects[i].unit].id, ==,
                     reference->units[reference->projects[i].unit].id);
  for (int year = IJK_FIRST_YEAR; year <= IJK_LAST_YEAR; year += 9)
    {
      g_assert_true (ijk_import_effect (import, NULL, year, &effect, &error));
      g_assert_cmpfloat (effect.all_kt[0], ==, effect.all_kt[1]);
      g_assert_cmpfloat (effect.levy_meur[0], ==, effect.levy_meur[1]);
    }
}

static void
assert_field (const IjkImportUnit *unit,
              guint                i,
              const char          *column,
              const char          *before,
              const char          *after)
{
  const IjkImportField *field = &g_array_index (unit->fields, IjkImportField, i);

  g_assert_cmpuint (i, <, unit->fields->len);
  g_assert_cmpstr (field->column, ==, column);
  g_assert_cmpstr (field->before, ==, before);
  g_assert_cmpstr (field->after, ==, after);
}

/* The row stands there whole: columns that are left out become empty. */
static void
test_replaced_fields (void)
{
  g_autoptr (IjkImport) import = read_good (
      "id,name,company,sector,cluster,municipality,kind,tags,levy_share,benchmark_kt,kt_2023,"
      "kt_2024,kt_2025,status,source\n"
      "yara-sluiskil,Yara Sluiskil,Ammonia Works,fertiliser,smart-delta,Terneuzen,ets,"
      "nitric ammonia,0.98,3000,2750.1,3082,3118.3,sourced,Own report\n",
      &replacing);
  const IjkImportUnit *unit = &g_array_index (import->units, IjkImportUnit, 0);
  const guint n_before = G_N_ELEMENTS (((IjkUnit *) NULL)->observed_kt) - 3;

  g_assert_cmpuint (import->n_replaced, ==, 1);
  g_assert_cmpuint (import->reference->n_units, ==, reference->n_units);
  g_assert_false (unit->is_new);
  assert_field (unit, 0, "company", "Yara", "Ammonia Works");
  assert_field (unit, 1, "tags", "h2plant ammonia nitric pure", "ammonia nitric");
  assert_field (unit, 2, "benchmark_kt", "3116.9", "3000");
  assert_field (unit, 3, "kt_2013", "3540.4", "");
  assert_field (unit, 3 + n_before - 1, "kt_2022", "2749.9", "");
  g_assert_cmpuint (unit->fields->len, ==, 3 + n_before + 1);
  g_assert_cmpstr (g_array_index (unit->fields, IjkImportField, unit->fields->len - 1).column, ==,
                   "source");
}

/* A company without installations goes, and a scenario that sets its levers says so. */
static void
test_companies (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IjkImport) import = read_good (
      HEADER "\nyara-sluiskil,Yara Sluiskil,Ammonia Works,fertiliser,smart-delta,ets,1,3000,3000\n",
      &replacing);
  g_autoptr (IjkScenario) nothing = ijk_scenario_new (reference, NULL);
  g_autoptr (IjkScenario) scenario
      = ijk_scenario_with_setting (nothing, "ccs_share@company:Yara=exactly:0.8", &error);
  IjkImportEffect effect;
  guint n_units = 0;

  g_assert_cmpuint (import->new_companies->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (import->new_companies, 0), ==, "Ammonia Works");
  g_assert_cmpuint (import->gone_companies->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (import->gone_companies, 0), ==, "Yara");
  g_assert_cmpuint (import->reference->n_companies, ==, reference->n_companies);
  g_assert_cmpuint (ijk_reference_find_company (import->reference, "Yara"), ==, IJK_NONE);
  for (guint c = 0; c < import->reference->n_companies; c++)
    {
      const IjkCompany *company = &import->reference->companies[c];

      g_assert_cmpuint (company->n_units, >, 0);
      n_units += company->n_units;
      for (guint i = 0; i < company->n_units; i++)
        g_assert_cmpuint (import->reference->units[company->units[i]].company, ==, c);
    }
  for (guint i = 0; i < reference->n_units; i++)
    n_units -= reference->units[i].company != IJK_NONE;
  g_assert_cmpuint (n_units, ==, 0);
  g_assert_false (ijk_import_effect (import, scenario, 2030, &effect, &error));
  g_assert_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_DANGLING);
  g_assert_nonnull (strstr (error->message, "the scenario sets ccs_share@company:Yara, which"));
}

/* A sector may lose all its installations, and one with nothing but zeros may come. */
static void
test_empty_sector (void)
{
  g_autoptr (GString) text = g_string_new (HEADER "\n");
  const guint steel_gas = ijk_reference_find_sector (reference, "steel_gas_power");
  g_autoptr (IjkImport) import = NULL;
  g_autoptr (GError) error = NULL;
  IjkImportEffect effect;

  for (guint i = 0; i < reference->n_units; i++)
    if (reference->units[i].sector == steel_gas)
      g_string_append_printf (text, "%s,Moved,Mover,paper,cluster6,ets,1,0,0\n",
                              reference->units[i].id);
  import = read_good (text->str, &replacing);
  g_assert_cmpuint (import->reference->sectors[steel_gas].n_units, ==, 0);
  g_assert_cmpuint (import->reference->sectors[steel_gas].first_unit, ==, 0);
  for (int year = IJK_FIRST_YEAR; year <= IJK_LAST_YEAR; year += 9)
    {
      g_assert_true (ijk_import_effect (import, NULL, year, &effect, &error));
      g_assert_true (isfinite (effect.all_kt[1]));
      g_assert_true (isfinite (effect.levy_meur[1]));
      g_assert_cmpfloat (effect.all_kt[1], <=, effect.all_kt[0]);
    }
}

static void
append_unit (GString       *text,
             const IjkUnit *unit,
             guint          i)
{
  g_string_append_printf (text, "copy-%u,Copy,%s,%s,%s,%s,%.17g,%.17g", i,
                          unit->company == IJK_NONE ? "" : "Copier",
                          reference->sectors[unit->sector].id,
                          unit->cluster == IJK_NONE ? "" : reference->clusters[unit->cluster].id,
                          ijk_kind_ids[unit->kind], unit->levy_share, unit->benchmark_kt);
  for (guint t = 0; t < IJK_N_OBSERVED_YEARS; t++)
    if (isnan (unit->observed_kt[t]))
      g_string_append_c (text, ',');
    else
      g_string_append_printf (text, ",%.17g", unit->observed_kt[t]);
  g_string_append_c (text, '\n');
}

/* Units written as a table and read again are what they were. */
static void
test_round_trip (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (71);

  for (guint round = 0; round < 20; round++)
    {
      g_autoptr (GString) text
          = g_string_new ("id,name,company,sector,cluster,kind,levy_share,benchmark_kt");
      g_autoptr (GArray) picked = g_array_new (FALSE, FALSE, sizeof (guint));
      g_autoptr (IjkImport) import = NULL;

      for (int year = IJK_FIRST_OBSERVED_YEAR; year <= IJK_LAST_OBSERVED_YEAR; year++)
        g_string_append_printf (text, ",kt_%d", year);
      g_string_append_c (text, '\n');
      for (guint i = 0; i < 30; i++)
        {
          const guint unit = (guint) g_rand_int_range (rand, 0, (int) reference->n_units);

          append_unit (text, &reference->units[unit], i);
          g_array_append_val (picked, unit);
        }
      import = read_good (text->str, &adding);
      g_assert_cmpuint (import->n_added, ==, picked->len);
      for (guint i = 0; i < picked->len; i++)
        {
          const IjkUnit *a = &reference->units[g_array_index (picked, guint, i)];
          const IjkUnit *b
              = &import->reference->units[g_array_index (import->units, IjkImportUnit, i).unit];

          g_assert_cmpuint (a->sector, ==, b->sector);
          g_assert_cmpuint (a->cluster, ==, b->cluster);
          g_assert_cmpint (a->kind, ==, b->kind);
          g_assert_cmpfloat (a->levy_share, ==, b->levy_share);
          g_assert_cmpfloat (a->benchmark_kt, ==, b->benchmark_kt);
          for (guint t = 0; t < IJK_N_OBSERVED_YEARS; t++)
            g_assert_true (a->observed_kt[t] == b->observed_kt[t]
                           || (isnan (a->observed_kt[t]) && isnan (b->observed_kt[t])));
        }
    }
}

/* The table in the documentation can be read. */
static void
test_documented_example (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("IJKPAD_REFERENCE"), "..", "IMPORT.md", NULL);
  g_autofree char *document = NULL;
  g_autofree char *example = NULL;
  g_autoptr (IjkImport) import = NULL;
  const char *start = NULL;

  g_assert_true (g_file_get_contents (path, &document, NULL, NULL));
  start = strstr (document, "```csv\n");
  g_assert_nonnull (start);
  start += strlen ("```csv\n");
  example = g_strndup (start, (gsize) (strstr (start, "```") - start));
  import = read_good (example, &adding);
  g_assert_cmpuint (import->n_added, ==, 2);
}

/* Strings of a copy belong to what it was copied from, which may be let go first. */
static void
test_outlives (void)
{
  g_autoptr (GError) error = NULL;
  IjkReference *first = ijk_reference_load (g_getenv ("IJKPAD_REFERENCE"), &error);
  IjkImport *import = ijk_import_read (first, "own.csv", HEADER "\n" ROW "\n", -1, &adding, &error);
  IjkReference *second = ijk_reference_ref (import->reference);
  IjkReference *third = NULL;
  g_autoptr (GString) names = g_string_new (NULL);

  ijk_import_free (import);
  ijk_reference_unref (first);
  third = ijk_reference_new (ijk_reference_dup_content (second));
  ijk_reference_unref (second);
  for (guint i = 0; i < third->n_units; i++)
    g_string_append (names, third->units[i].name);
  for (guint i = 0; i < third->n_measures; i++)
    g_string_append (names, third->measures[i].name_nl);
  g_assert_nonnull (strstr (names->str, "Own A"));
  g_assert_nonnull (strstr (names->str, "Yara Sluiskil"));
  ijk_reference_unref (third);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  int status = 0;

  g_test_init (&argc, &argv, NULL);
  reference = ijk_reference_load (g_getenv ("IJKPAD_REFERENCE"), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (broken_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/store/import/refuses/", broken_cases[i].name, NULL);

      g_test_add_data_func (path, &broken_cases[i], test_broken);
    }
  g_test_add_func ("/store/import/refuses-what-is-too-long", test_too_long);
  g_test_add_func ("/store/import/short-form-is-an-assumption", test_short_form);
  g_test_add_func ("/store/import/source-names-the-file", test_default_source);
  g_test_add_func ("/store/import/effect-is-that-of-two-runs", test_effect);
  g_test_add_func ("/store/import/own-data-change-nothing", test_unchanged);
  g_test_add_func ("/store/import/replaced-fields-are-named", test_replaced_fields);
  g_test_add_func ("/store/import/companies-come-and-go", test_companies);
  g_test_add_func ("/store/import/sector-may-become-empty", test_empty_sector);
  g_test_add_func ("/store/import/written-and-read-is-the-same", test_round_trip);
  g_test_add_func ("/store/import/documented-example-is-read", test_documented_example);
  g_test_add_func ("/store/import/outlives-the-data-it-came-from", test_outlives);
  status = g_test_run ();
  g_clear_pointer (&reference, ijk_reference_unref);
  return status;
}
