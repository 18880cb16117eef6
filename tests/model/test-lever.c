/* Levers as text: the grammar, limits, and sentences that help who mistypes. On the data set of the
 * program, since its levers are what a user meets.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-error.h"
#include "ijk-nearest.h"
#include "model-fixture.h"

#include <math.h>
#include <string.h>

/* Settings that are read; the value as it is written back. */
typedef struct
{
  const char *name;
  const char *setting;
  const char *written;
} GoodCase;

static const GoodCase good_cases[] = {
  { "number", "kappa=0.5", "0.5" },
  { "number-exponent", "kappa=5e-1", "0.5" },
  { "number-at-minimum", "extra_case=-1", "-1" },
  { "number-at-maximum", "extra_case=1", "1" },
  { "number-keeps-digits", "kappa=0.123456789012345", "0.123456789012345" },
  { "year", "sde_last_round=2040", "2040" },
  { "year-never", "dri_start=2051", "2051" },
  { "switch", "levy_regime=act_2021", "act_2021" },
  { "duty", "duty_scope=energy", "energy" },
  { "path", "ets_price=2030:120,2050:200", "2030:120,2050:200" },
  { "path-of-one", "ets_price=2030:120", "2030:120" },
  { "path-constant", "ets_price=120", "2026:120" },
  { "path-sorted", "ets_price=2050:200,2030:120", "2030:120,2050:200" },
  { "path-ends", "ets_price=2026:0,2050:500", "2026:0,2050:500" },
  { "path-of-a-sector", "growth@sector:food=2027:-0.01", "2027:-0.01" },
  { "path-of-a-company", "benchmark_scale@company:Shell=0.9", "2026:0.9" },
  { "share-free", "ccs_share=free", "free" },
  { "share-at-most", "ccs_share=at_most:0.5", "at_most:2026:0.5" },
  { "share-exactly", "ccs_share=exactly:2030:0.2,2050:0.9", "exactly:2030:0.2,2050:0.9" },
  { "share-of-a-company", "ccs_share@company:Shell=exactly:1", "exactly:2026:1" },
  { "project-off", "project.tata-dri=0", "0" },
  { "project-on", "project.tata-dri-2=1", "1" },
  { "project-date", "project_start.tata-dri=2035", "2035" },
  { "project-never", "project_start.tata-dri=2051", "2051" },
};

static void
test_good (gconstpointer data)
{
  const GoodCase *c = data;
  g_autoptr (IjkReference) reference = fixture_load_reference ();
  g_autoptr (IjkScenario) scenario = fixture_scenario (reference, NULL, c->setting);
  guint n = 0;
  const IjkLeverSetting *setting = ijk_scenario_get_settings (scenario, &n);
  const IjkLever *lever = NULL;
  g_autofree char *key = NULL;
  g_autofree char *value = NULL;
  g_autofree char *both = NULL;
  g_autoptr (IjkScenario) again = NULL;

  g_assert_cmpuint (n, ==, 1);
  lever = &reference->levers[setting->key.lever];
  value = ijk_lever_value_to_string (lever, &setting->value);
  g_assert_cmpstr (value, ==, c->written);
  key = ijk_lever_key_to_string (reference, &setting->key);
  g_assert_true (g_str_has_prefix (c->setting, key));
  both = g_strconcat (key, "=", value, NULL);
  again = fixture_scenario (reference, NULL, both);
  g_assert_true (ijk_scenario_equal (again, scenario));
}

/* Settings that are refused: the kind of error, and words its sentence must hold. */
typedef struct
{
  const char *name;
  const char *setting;
  IjkModelError code;
  const char *words[3];
} BadCase;

static const BadCase bad_cases[] = {
  { "no-equals", "kappa", IJK_MODEL_ERROR_SYNTAX, { "kappa", "=" } },
  { "empty", "", IJK_MODEL_ERROR_SYNTAX, { "=" } },
  { "no-value", "kappa=", IJK_MODEL_ERROR_SYNTAX, { "kappa", "number" } },
  { "no-lever", "=1", IJK_MODEL_ERROR_UNKNOWN, { "lever" } },
  { "word-for-number", "kappa=much", IJK_MODEL_ERROR_SYNTAX, { "much", "kappa", "decimal point" } },
  { "comma-for-point", "kappa=0,5", IJK_MODEL_ERROR_SYNTAX, { "0,5", "decimal point" } },
  { "trailing-word", "kappa=0.5x", IJK_MODEL_ERROR_SYNTAX, { "0.5x" } },
  { "leading-space", "kappa= 0.5", IJK_MODEL_ERROR_SYNTAX, { "kappa" } },
  { "hexadecimal", "kappa=0x0p0", IJK_MODEL_ERROR_SYNTAX, { "0x0p0" } },
  { "infinity", "sde_budget=inf", IJK_MODEL_ERROR_SYNTAX, { "inf" } },
  { "not-a-number", "kappa=nan", IJK_MODEL_ERROR_SYNTAX, { "nan" } },
  { "overflow", "ets_price=1e999", IJK_MODEL_ERROR_SYNTAX, { "1e999" } },
  { "below-minimum", "kappa=-0.1", IJK_MODEL_ERROR_RANGE, { "-0.1", "from 0 to 1" } },
  { "above-maximum", "ets_price=501", IJK_MODEL_ERROR_RANGE, { "501", "from 0 to 500", "EUR/t" } },
  { "above-maximum-in-path", "ets_price=2030:10,2040:501", IJK_MODEL_ERROR_RANGE, { "501" } },
  { "share-above-one", "ccs_share=exactly:1.1", IJK_MODEL_ERROR_RANGE, { "1.1", "ccs_share" } },
  { "half-a-year", "dri_start=2030.5", IJK_MODEL_ERROR_RANGE, { "2030.5", "whole year" } },
  { "path-in-the-past", "ets_price=2025:80,2030:90", IJK_MODEL_ERROR_RANGE,
    { "2025", "have been observed", "2026 or later" } },
  { "share-in-the-past", "ccs_share=at_most:2021:0.5", IJK_MODEL_ERROR_RANGE,
    { "2021", "have been observed" } },
  { "project-in-the-past", "project_start.tata-dri=2025", IJK_MODEL_ERROR_RANGE, { "2025" } },
  { "beyond-horizon", "ets_price=2030:90,2051:100", IJK_MODEL_ERROR_RANGE, { "2051", "2050" } },
  { "year-twice", "ets_price=2030:90,2030:100", IJK_MODEL_ERROR_SYNTAX, { "2030", "twice" } },
  { "point-without-value", "ets_price=2030:", IJK_MODEL_ERROR_SYNTAX, { "ets_price" } },
  { "point-without-year", "ets_price=:90", IJK_MODEL_ERROR_SYNTAX, { "ets_price", "year" } },
  { "point-without-colon", "ets_price=2030:90,100", IJK_MODEL_ERROR_SYNTAX,
    { "100", "YEAR:VALUE" } },
  { "half-a-year-in-path", "ets_price=2030.5:90", IJK_MODEL_ERROR_SYNTAX, { "2030.5" } },
  { "trailing-comma", "ets_price=2030:90,", IJK_MODEL_ERROR_SYNTAX, { "YEAR:VALUE" } },
  { "unknown-choice", "levy_regime=act_2020", IJK_MODEL_ERROR_UNKNOWN,
    { "act_2020", "act_2021", "tax_plan_2026" } },
  { "unknown-mode", "ccs_share=0.5", IJK_MODEL_ERROR_SYNTAX, { "0.5", "at_most", "exactly" } },
  { "mode-without-path", "ccs_share=exactly", IJK_MODEL_ERROR_SYNTAX, { "exactly" } },
  { "mode-with-empty-path", "ccs_share=exactly:", IJK_MODEL_ERROR_SYNTAX, { "ccs_share" } },
  { "path-for-number", "kappa=2030:0.5", IJK_MODEL_ERROR_SYNTAX, { "2030:0.5" } },
  { "unknown-lever", "ets_prise=100", IJK_MODEL_ERROR_UNKNOWN, { "ets_prise", "ets_price" } },
  { "nothing-near", "zzzzzzzzzz=1", IJK_MODEL_ERROR_UNKNOWN,
    { "zzzzzzzzzz", "ijkpad list levers" } },
  { "unknown-sector", "growth@sector:foot=0", IJK_MODEL_ERROR_UNKNOWN, { "foot", "food" } },
  { "unknown-company", "ccs_share@company:Shel=free", IJK_MODEL_ERROR_UNKNOWN,
    { "Shel", "Shell" } },
  { "unknown-project", "project.tata-dir=1", IJK_MODEL_ERROR_UNKNOWN, { "tata-dir", "tata-dri" } },
  { "unknown-scope", "growth@region:x=0", IJK_MODEL_ERROR_SYNTAX, { "@region:x", "@sector:ID" } },
  { "project-without-id", "project=1", IJK_MODEL_ERROR_SYNTAX, { "project.", "id of a project" } },
  { "sector-not-allowed", "kappa@sector:food=0.5", IJK_MODEL_ERROR_SCOPE,
    { "kappa", "sector scope", "national" } },
  { "company-not-allowed", "grant@company:Shell=0.1", IJK_MODEL_ERROR_SCOPE,
    { "grant", "company", "national or sector" } },
  { "project-switch", "project.tata-dri=yes", IJK_MODEL_ERROR_UNKNOWN, { "yes", "0, 1" } },
};

static void
test_bad (gconstpointer data)
{
  const BadCase *c = data;
  g_autoptr (IjkReference) reference = fixture_load_reference ();
  g_autoptr (IjkScenario) nothing = ijk_scenario_new (reference, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (ijk_scenario_with_setting (nothing, c->setting, &error));
  g_assert_error (error, IJK_MODEL_ERROR, (int) c->code);
  for (guint i = 0; i < G_N_ELEMENTS (c->words) && c->words[i] != NULL; i++)
    if (strstr (error->message, c->words[i]) == NULL)
      g_error ("“%s” does not say “%s”", error->message, c->words[i]);
  g_assert_false (g_str_has_suffix (error->message, "."));
}

/* A path of two points, read at a year: straight in between, flat outside. */
static void
test_path_values (void)
{
  const IjkLeverValue path = { .n_points = 2, .points = { { 2030, 10 }, { 2040, 30 } } };
  const struct
  {
    int year;
    double value;
  } expected[] = { { 2021, 10 }, { 2029, 10 }, { 2030, 10 }, { 2031, 12 },
                   { 2035, 20 }, { 2039, 28 }, { 2040, 30 }, { 2041, 30 }, { 2050, 30 } };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    fixture_assert_near (ijk_lever_value_at (&path, expected[i].year), expected[i].value);
}

/* A path is at its points what was set there, to the last bit: one ulp more would leave the range
 * of a lever (a factor set to 0 would come out below 0). */
static void
test_path_meets_points (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (26);

  for (guint i = 0; i < 10000; i++)
    {
      const int year = g_rand_int_range (random, 2027, 2051);
      const IjkLeverValue path = { .n_points = 2,
                                   .points = { { 2026, g_rand_double (random) },
                                               { year, i % 2 ? 0 : g_rand_double (random) } } };

      g_assert_true (ijk_lever_value_at (&path, 2026) == path.points[0].value);
      g_assert_true (ijk_lever_value_at (&path, year) == path.points[1].value);
    }
}

/* All 25 free years may be points; one more cannot be, since a year may come once. */
static void
test_longest_path (void)
{
  g_autoptr (IjkReference) reference = fixture_load_reference ();
  g_autoptr (GString) text = g_string_new ("ets_price=2026:26");
  g_autoptr (IjkScenario) scenario = NULL;
  double yearly[IJK_N_YEARS];

  for (int year = 2027; year <= 2050; year++)
    g_string_append_printf (text, ",%d:%d", year, year - 2000);
  scenario = fixture_scenario (reference, NULL, text->str);
  ijk_scenario_path (scenario, IJK_LEVER_ETS_PRICE, IJK_NONE, IJK_NONE, NULL, yearly);
  for (int year = 2026; year <= 2050; year++)
    fixture_assert_near (yearly[IJK_YEAR_INDEX (year)], year - 2000);
}

/* Whoever fills the struct by hand gets the same checks as who types. */
static void
test_check_of_values (void)
{
  g_autoptr (IjkReference) reference = fixture_load_reference ();
  const IjkLever *levers = reference->levers;
  const struct
  {
    IjkLeverId lever;
    IjkLeverValue value;
    IjkModelError code;
  } bad[] = {
    { IJK_LEVER_KAPPA, { .number = 2 }, IJK_MODEL_ERROR_RANGE },
    { IJK_LEVER_KAPPA, { .number = NAN }, IJK_MODEL_ERROR_RANGE },
    { IJK_LEVER_REGIME, { .choice = IJK_N_REGIMES }, IJK_MODEL_ERROR_RANGE },
    { IJK_LEVER_ETS_PRICE, { .n_points = 0 }, IJK_MODEL_ERROR_SYNTAX },
    { IJK_LEVER_ETS_PRICE, { .n_points = 2, .points = { { 2030, 1 }, { 2030, 2 } } },
      IJK_MODEL_ERROR_SYNTAX },
    { IJK_LEVER_ETS_PRICE, { .n_points = 2, .points = { { 2031, 1 }, { 2030, 2 } } },
      IJK_MODEL_ERROR_SYNTAX },
    { IJK_LEVER_ETS_PRICE, { .n_points = 1, .points = { { 2025, 1 } } }, IJK_MODEL_ERROR_RANGE },
    { IJK_LEVER_CCS_SHARE, { .mode = IJK_SHARE_EXACTLY }, IJK_MODEL_ERROR_SYNTAX },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (ijk_lever_value_check (&levers[bad[i].lever], &bad[i].value, &error));
      g_assert_error (error, IJK_MODEL_ERROR, (int) bad[i].code);
    }
}

/* Nearest first; swapped letters count as one mistake; case does not matter. */
static void
test_nearest_names (void)
{
  static const char *const names[] = { "food", "paper", "refining", "Tata Steel", "wood" };
  static const struct
  {
    const char *typed, *near;
  } cases[] = {
    { "papre", "paper" },     { "PAPER", "paper" },   { "foood", "food or wood" },
    { "tata", "Tata Steel" }, { "refinig", "refining" }, { "xyzzyxyz", "" }, { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *near = ijk_nearest_names (cases[i].typed, names, G_N_ELEMENTS (names));

      g_assert_cmpstr (near, ==, cases[i].near);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add_cases ("/model/lever/reads", good_cases, test_good);
  fixture_add_cases ("/model/lever/refuses", bad_cases, test_bad);
  g_test_add_func ("/model/lever/path-is-straight-between-points", test_path_values);
  g_test_add_func ("/model/lever/path-meets-its-points", test_path_meets_points);
  g_test_add_func ("/model/lever/path-may-name-every-free-year", test_longest_path);
  g_test_add_func ("/model/lever/checks-values-made-by-hand", test_check_of_values);
  g_test_add_func ("/model/lever/nearest-names-first", test_nearest_names);
  return g_test_run ();
}
