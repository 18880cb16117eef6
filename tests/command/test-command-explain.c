/* `ijkpad explain`: numbers with their formula and sources, in English and Dutch.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "program.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *arguments;
  const char *parts; /* one a line */
} TextCase;

/* The minimum rate is 200 - 100 * 1.02: the premium of levers.csv is 2%. The ETS price is set for the
 * year before too, which is what is deducted. */
static const TextCase cases[] = {
  { "levy-of-a-company", "explain levy --company Shell",
    "Scenario: Current law\n\nCO₂ levy of Shell in 2030 = €\nShell Pernis refinery\nMETHOD.md, chapter 7" },
  { "levy-of-a-unit", "explain levy --unit tata-ijmuiden --year 2031 --set levy_rate=2030:150",
    "Scenario: Current law, changed\nCO₂ levy of Tata Steel IJmuiden in 2031\n"
    "(levied emissions − dispensation rights − rights bought) × rate above the rights" },
  { "statute", "explain levy_rate --year 2025",
    "Levy rate in 2025 = 87.90\nsourced; \nRegime: Tax plan" },
  { "lever", "explain rate_minimum --set min_price=2026:200 --set ets_price=2026:100",
    "Minimum rate in 2030 = 98.00\nyour lever; Set in the scenario: min_price=2026:200\n"
    "(200.00 − 102.00)" },
  { "registry", "explain unabated --unit shell-pernis --year 2023",
    "= 4,208 kt\nsourced; EU Transaction Log / Union Registry" },
  { "cell", "explain award --sector refining --measure ccs_h2",
    "Outcome of the round of CCS on hydrogen production (Oil refining) in 2030 = \nfollows from" },
  { "deeper", "explain rate_ets --depth 3",
    "Deducted ETS price in 2030 =\n        ETS price in 2029: " },
  /* 150 less the 78.67 of policy.csv. */
  { "one-policy", "explain levy_rate --set levy_rate=2030:150",
    "Which policy made the difference\nCurrent law: 78.67\ndifference: +71.33\n"
    "Levy rate: +71.33\nlevy_rate=2030:150\nThe parts add up to the difference." },
  { "two-policies", "explain emissions --set ets_price=2030:200 --set growth@sector:food=0.02",
    "EU ETS price: \n(Food and drink): +\nby order\n4 runs" },
  { "national", "explain emissions", "Emissions of industry in 2030 = \nOil refining: " },
  { "help", "explain --help", "ijkpad explain levy --year 2030 --company Shell" },
  { "dutch-numbers",
    "--lang nl explain rate_minimum --set min_price=2026:200 --set ets_price=2026:100",
    "98,00\n(200,00 − 102,00)\nmin_price=2026:200" },
  { "dutch-names", "--lang nl explain levy_rate --year 2025", "87,90\nWbm" },
};

static void
test_case (gconstpointer data)
{
  const TextCase *c = data;
  g_autofree char *text = program_read (c->arguments);
  g_autofree char *plain = g_strdup (text);

  /* Numbers and units hang together by no-break spaces, which a reader does not see. */
  for (char *space = strstr (plain, "\u00a0"); space != NULL; space = strstr (plain, "\u00a0"))
    {
      *space = ' ';
      memmove (space + 1, space + 2, strlen (space + 2) + 1);
    }
  program_assert_parts (plain, c->parts);
  g_assert_true (g_utf8_validate (text, -1, NULL));
}

/* The number explained is the number of the table of results. */
static void
test_agrees_with_run (void)
{
  g_autofree char *csv = program_read ("run --format csv --set levy_rate=2026:200");
  g_autofree char *text = program_read ("explain right_price --set levy_rate=2026:200");
  g_autoptr (GPtrArray) rows = program_split_csv (csv);
  gboolean is_found = FALSE;

  for (guint i = 1; i < rows->len; i++)
    {
      char **row = g_ptr_array_index (rows, i);

      if (strcmp (row[2], "right_price") == 0 && strcmp (row[3], "2030") == 0)
        {
          g_autofree char *expected
              = g_strdup_printf ("Price of a right in 2030 = %.2f", g_ascii_strtod (row[4], NULL));

          is_found = TRUE;
          g_assert_nonnull (strstr (text, expected));
        }
    }
  g_assert_true (is_found);
}

/* Without a lever set there is no difference to share, and an outcome in words has none. */
static void
test_no_policies (void)
{
  g_autofree char *law = program_read ("explain state_cost");
  g_autofree char *code
      = program_read ("explain award --sector refining --measure ccs_h2 --set ets_price=2030:200");

  g_assert_null (strstr (law, "Which policy"));
  g_assert_null (strstr (code, "Which policy"));
}

static void
test_refusals (void)
{
  program_expect_refusal (USAGE, "explain", "explain takes one indicator");
  program_expect_refusal (USAGE, "explain levi", "there is no indicator “levi”\nnet_levy");
  program_expect_refusal (USAGE, "explain levy --year 1990",
                          "--year 1990 is not a whole number from 2021");
  program_expect_refusal (USAGE, "explain levy --depth 0", "--depth 0");
  program_expect_refusal (USAGE, "explain levy --company Shel", "did you mean Shell");
  program_expect_refusal (USAGE, "explain levy --company Shell --unit shell-pernis",
                          "say of whom once");
  program_expect_refusal (USAGE, "explain need --sector food --measure steel_dri",
                          "has no potential");
  program_expect_refusal (USAGE, "explain rank --sector food",
                          "there is no indicator “rank” of a sector");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/command/explain/says/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/command/explain/agrees-with-run", test_agrees_with_run);
  g_test_add_func ("/command/explain/shares-only-a-difference", test_no_policies);
  g_test_add_func ("/command/explain/refuses-what-it-does-not-know", test_refusals);
  return g_test_run ();
}
