/* `ijkpad run`: settings that are refused, and what holds for those that are taken.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "program.h"

#include "comma-locale.h"

#include <json-glib/json-glib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef struct
{
  const char *setting;
  const char *parts; /* on standard error, one a line */
} RefusalCase;

static const RefusalCase refusal_cases[] = {
  /* names */
  { "carbon_tax=1", "there is no lever “carbon_tax”\nijkpad list levers" },
  { "ets_pric=1", "there is no lever “ets_pric”; did you mean ets_price" },
  { "ETS_PRICE=1", "“ETS_PRICE”; did you mean ets_price" },
  { "=1", "there is no lever “”" },
  { "ccs_share@sector:refinin=free", "there is no sector “refinin”; did you mean refining" },
  { "ccs_share@sector:aviation=free", "there is no sector “aviation”\nijkpad list sectors" },
  { "ccs_share@company:Shel=free", "there is no company “Shel”; did you mean Shell" },
  { "ccs_share@company:Nobody=free", "there is no company “Nobody”" },
  { "project.tata-dr=0", "there is no project “tata-dr”; did you mean tata-dri" },
  { "project_start.porthos=2030", "there is no project “porthos”\nporthos-shell" },
  { "project=0", "project needs the id of a project, as in project." },
  { "levy_regime=act_2020", "“act_2020”\nact_2021, tightening_2023, tax_plan_2026" },
  { "project.tata-dri=yes", "“yes” is not a choice of project\n0, 1" },
  /* scopes */
  { "ccs_share@cluster:chemelot=free", "“@cluster:chemelot” is not a scope\n@sector:ID" },
  { "ccs_share@measure:ccs_pure=free", "“@measure:ccs_pure” is not a scope\n@company:NAME" },
  { "ets_price@sector:refining=100", "ets_price cannot be set at sector scope\nnational" },
  { "growth@company:Shell=0.01", "growth cannot be set at company scope\nnational or sector" },
  /* values */
  { "kappa", "“kappa” has no “=”\nets_price=2030:120,2050:200" },
  { "kappa=", "“” is not a number\nkappa" },
  { "kappa=half", "“half” is not a number; kappa takes numbers with a decimal point" },
  { "kappa=0,5", "“0,5” is not a number\ndecimal point" },
  { "kappa=nan", "“nan” is not a number" },
  { "kappa=0x1", "“0x1” is not a number" },
  { "kappa=1e999", "“1e999” is not a number" },
  { "kappa=1.01", "1.01 is out of range for kappa, which goes from 0 to 1" },
  { "kappa=-0.01", "-0.01 is out of range for kappa, which goes from 0 to 1" },
  { "ets_scale=5", "5 is out of range for ets_scale, which goes from 0 to 3" },
  { "ets_price=501", "501 is out of range for ets_price, which goes from 0 to 500 (EUR/t)" },
  { "ets_price=2030:100,2040:-1", "-1 is out of range for ets_price, which goes from 0 to 500" },
  { "sde_last_round=2030.5", "2030.5 is not a whole year, which sde_last_round needs" },
  { "project_start.tata-dri=2025", "2025 is out of range for project_start\n2026 to 2051" },
  { "ccs_share=0.5", "“0.5” is not a value of ccs_share\nfree, at_most:0.5, exactly:0.5" },
  { "ccs_share=at_most:1.5", "1.5 is out of range for ccs_share, which goes from 0 to 1" },
  { "ccs_share=exactly:", "is not a number" },
  /* years */
  { "ets_price=2025:100", "2025\nyears before 2026 have been observed\nstart in 2026 or later" },
  { "ets_price=2030:100,2021:50", "2021\nhave been observed and cannot be changed" },
  { "ccs_share=exactly:2024:0.5", "2024\nhave been observed and cannot be changed" },
  { "ets_price=2051:100", "2051, but the horizon ends in 2050" },
  { "ets_price=2030:100,2030:120", "gives the year 2030 twice" },
  { "ets_price=soon:100", "“soon” in the path of ets_price is not a year" },
  { "ets_price=2030:100,120", "“120” is not a point YEAR:VALUE" },
  { "ets_price=2030:", "“” is not a number" },
};

static void
expect_refusal (gconstpointer data)
{
  const RefusalCase *c = data;
  g_autofree char *quoted = g_shell_quote (c->setting);
  g_autofree char *arguments = g_strconcat ("run --format csv --set ", quoted, NULL);
  g_autofree char *start = g_strdup_printf ("ijkpad: --set %s: \n%s", c->setting, c->parts);

  program_expect_refusal (USAGE, arguments, start);
}

/* The first wrong setting is told even where later ones are right. */
static void
test_one_wrong_among_others (void)
{
  program_expect_refusal (USAGE, "run --set kappa=0.5 --set kapa=1 --set ets_scale=9",
                          "--set kapa=1\ndid you mean kappa");
}

static void
test_formats (void)
{
  g_autofree char *table = program_read ("run --set levy_regime=act_2021");
  g_autofree char *csv = program_read ("run --set levy_regime=act_2021 --format csv");
  g_autofree char *json = program_read ("run --set levy_regime=act_2021 -f json");
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  program_assert_parts (table, "Scenario under: Act of 2021\n  levy_regime = act_2021\n"
                               "Emissions of industry\nAgainst the targets\nNot a forecast");
  g_assert_true (g_str_has_prefix (csv, "entity,id,indicator,year,value,unit\n"));
  json_parser_load_from_data (parser, json, -1, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (json_array_get_string_element (
                       json_object_get_array_member (
                           json_node_get_object (json_parser_get_root (parser)), "settings"),
                       0),
                   ==, "levy_regime=act_2021");
}

static void
test_format_by_default (void)
{
  g_autofree char *table = program_read ("run");
  g_autofree char *named = program_read ("run --format table");

  g_assert_cmpstr (table, ==, named);
  program_assert_parts (table, "Reference scenario, current law: Tax plan for 2026");
}

/* A scenario is a set of settings: their order is nothing, and the last of one lever holds. */
static void
test_order (void)
{
  g_autofree char *one = program_read ("run -f csv -s kappa=0.2 -s ets_price=2030:150 "
                                       "-s ccs_share@sector:refining=at_most:0.3 "
                                       "-s project.tata-dri=0");
  g_autofree char *other = program_read ("run -f csv -s project.tata-dri=0 -s kappa=1 "
                                         "-s ccs_share@sector:refining=at_most:0.3 "
                                         "-s ets_price=2030:150 -s kappa=0.2");
  g_autofree char *without = program_read ("run -f csv -s ets_price=2030:150");

  g_assert_true (strcmp (one, other) == 0);
  g_assert_true (strcmp (one, without) != 0);
}

static void
test_repeatable (void)
{
  g_autofree char *one = program_read ("run --format csv");
  g_autofree char *other = program_read ("run --format csv");

  g_assert_true (strcmp (one, other) == 0);
}

/* A machine that writes decimal commas gives the same bytes and reads the same settings. */
static void
test_locale (void)
{
  static const char *const lines[] = { "run -f csv -s kappa=0.35", "run -f json -s kappa=0.35",
                                       "run -s kappa=0.35", "list measures -f csv",
                                       "levy --year 2025 --emissions 10.5 --rights 2.25 -f csv" };
  g_auto (CommaLocale) locale = comma_locale_find ();
  g_autofree char *all = g_strconcat ("LC_ALL=", locale.name, NULL);
  g_autofree char *numeric = g_strconcat ("LC_NUMERIC=", locale.name, NULL);
  const char *const environments[][3] = { { all, NULL }, { "LC_ALL", numeric, NULL } };

  if (locale.name == NULL)
    {
      g_test_skip ("no locale with a decimal comma on this machine");
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *expected = program_read (lines[i]);

      for (guint k = 0; k < G_N_ELEMENTS (environments); k++)
        {
          g_auto (ProgramRun) run = program_run_with (environments[k], lines[i]);

          g_assert_cmpint (run.exit_code, ==, DONE);
          g_assert_true (strcmp (run.out, expected) == 0);
        }
    }
}

/* Value of one cell of the long table. */
static double
look_up (const char *csv,
         const char *key)
{
  g_autofree char *line_start = g_strconcat ("\n", key, ",", NULL);
  const char *found = strstr (csv, line_start);

  g_assert_nonnull (found);
  return g_ascii_strtod (found + strlen (line_start), NULL);
}

/* Emissions of industry in kt from an independent implementation (tests/golden/expected.csv, nine
 * digits), at the settings of expected_cases.csv. */
static void
test_golden (gconstpointer data)
{
  const char *const *c = data;
  g_autofree char *arguments = g_strconcat ("run --format csv ", c[1], NULL);
  g_autofree char *csv = program_read (arguments);
  g_autofree char *path
      = g_test_build_filename (G_TEST_DIST, "golden", "expected.csv", NULL);
  g_autofree char *golden = NULL;

  g_assert_true (g_file_get_contents (path, &golden, NULL, NULL));
  for (int year = 2030; year <= 2050; year += 20)
    {
      g_autofree char *key = g_strdup_printf ("national,industry,emissions,%d", year);
      g_autofree char *golden_key = g_strconcat (c[0], ",", key, NULL);
      const double expected = look_up (golden, golden_key);

      g_assert_cmpfloat (fabs (look_up (csv, key) - expected), <=, 1e-8 * expected);
    }
}

int
main (int    argc,
      char **argv)
{
  static const char *const golden_cases[][2] = {
    { "default", "" },
    { "no_levy", "--set levy_rate=2026:0 --set incinerator_rate=2026:0" },
    { "ets_high", "--set ets_price=2030:150,2050:300" },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (refusal_cases); i++)
    {
      g_autofree char *path
          = g_strdup_printf ("/command/run/refuses/%s", refusal_cases[i].setting);

      g_test_add_data_func (path, &refusal_cases[i], expect_refusal);
    }
  for (guint i = 0; i < G_N_ELEMENTS (golden_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/command/run/golden/", golden_cases[i][0], NULL);

      g_test_add_data_func (path, golden_cases[i], test_golden);
    }
  g_test_add_func ("/command/run/refuses/one-wrong-among-others", test_one_wrong_among_others);
  g_test_add_func ("/command/run/formats", test_formats);
  g_test_add_func ("/command/run/format-is-table-by-default", test_format_by_default);
  g_test_add_func ("/command/run/order-of-settings-is-nothing", test_order);
  g_test_add_func ("/command/run/same-bytes-each-time", test_repeatable);
  g_test_add_func ("/command/run/locale-changes-nothing", test_locale);
  return g_test_run ();
}
