/* `ijkpad levy`: the explanation it prints, its worked example, and histories it refuses.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "program.h"

#include <string.h>

#define HEADER "year,emissions,rights,bought\n"

typedef struct
{
  const char *name;
  const char *text;  /* of the history file */
  const char *parts; /* on standard error, one a line */
} HistoryCase;

/* All for a levy of 2025. */
static const HistoryCase history_cases[] = {
  { "empty", "", "history.csv, line 1\nthe file is empty" },
  { "other-text", "hello\n", "history.csv, line 1\nyear,emissions,rights,bought" },
  { "column-missing", "year,emissions,rights\n2021,1,1\n", "line 1\n“bought” is missing" },
  { "column-unknown", "year,emissions,rights,bought,sold\n2021,1,1,0,0\n",
    "line 1, column 5\nunknown column “sold”" },
  { "semicolons", "year;emissions;rights;bought\n2021;1;1;0\n", "line 1\nsemicolons" },
  { "empty-line", HEADER "2021,1,1,0\n\n", "line 3\nempty line" },
  { "too-few-cells", HEADER "2021,1,1\n", "line 2\n3 cells\n4 columns" },
  { "not-utf-8", HEADER "2021,1,1,\xe9\n", "line 2\nUTF-8" },
  { "year-empty", HEADER ",1,1,0\n", "line 2, column year\nis empty" },
  { "year-is-a-word", HEADER "then,1,1,0\n", "line 2, column year\n“then” is not a number" },
  { "year-is-a-fraction", HEADER "2021.5,1,1,0\n", "column year\n2021.5 is not a whole number" },
  { "year-before-the-levy", HEADER "2020,1,1,0\n",
    "line 2, column year\n2020 is out of range\n2021 to 2024" },
  { "year-asked-for", HEADER "2025,1,1,0\n", "column year\n2025 is out of range\nbefore the one" },
  { "year-after", HEADER "2030,1,1,0\n", "column year\n2030 is out of range" },
  { "year-twice", HEADER "2022,1,1,0\n2022,1,1,0\n", "line 3, column year\n2022 stands twice" },
  { "years-fall", HEADER "2022,1,1,0\n2021,1,1,0\n", "line 3, column year\n2021\nrising years" },
  { "emissions-empty", HEADER "2021,,1,0\n", "line 2, column emissions\nis empty" },
  { "emissions-negative", HEADER "2021,-1,1,0\n", "column emissions\n-1 is out of range" },
  { "emissions-too-large", HEADER "2021,2e9,1,0\n", "column emissions\n2e9 is out of range\n(t)" },
  { "rights-word", HEADER "2021,1,some,0\n", "column rights\n“some” is not a number" },
  { "rights-comma", HEADER "2021,1,\"1,5\",0\n", "column rights\n“1,5”\ndecimal point" },
  { "bought-nan", HEADER "2021,1,1,nan\n", "column bought\n“nan” is not a number" },
  { "bought-empty", HEADER "2021,1,1,\n", "column bought\nis empty" },
};

static void
expect_history_refusal (gconstpointer data)
{
  const HistoryCase *c = data;
  char *folder = program_make_folder ();
  g_autofree char *path = g_build_filename (folder, "history.csv", NULL);
  g_autofree char *arguments
      = g_strdup_printf ("levy --year 2025 --emissions 1 --rights 1 --history %s", path);

  g_assert_true (g_file_set_contents (path, c->text, -1, NULL));
  program_expect_refusal (FAILED, arguments, "the history is not read");
  program_expect_refusal (FAILED, arguments, c->parts);
  program_remove_folder (folder);
}

static void
test_history_unreadable (void)
{
  program_expect_refusal (FAILED,
                          "levy --year 2025 --emissions 1 --rights 1 --history /nonexistent.csv",
                          "the history is not read\n/nonexistent.csv\nNo such file");
  program_expect_refusal (FAILED, "levy --year 2025 --emissions 1 --rights 1 --history /",
                          "the history is not read\ndirectory");
}

/* The columns of a history may stand in any order, as a spreadsheet leaves them. */
static void
test_history_columns (void)
{
  char *folder = program_make_folder ();
  g_autofree char *path = g_build_filename (folder, "history.csv", NULL);
  g_autofree char *arguments = g_strdup_printf (
      "levy --year 2022 --emissions 60 --rights 70 -f csv --history %s", path);
  g_autofree char *csv = NULL;

  g_assert_true (g_file_set_contents (
      path, "\xef\xbb\xbf" "bought,rights,emissions,year\r\n0,80,100,2021\r\n", -1, NULL));
  csv = program_read (arguments);
  program_assert_parts (csv, "credit,37.5,EUR\nnet_levy,-37.5,EUR");
  program_remove_folder (folder);
}

/* Every number stands with its unit, its status and where it is from, or how it follows. */
static void
test_explanation (void)
{
  g_autofree char *text
      = program_read ("levy --year 2025 --emissions 500000 --rights 460000 --bought 1000.5");

  program_assert_parts (text, "2025\nETS installation\nTax plan for 2026\nemissions\n500,000  t\n"
                              "dispensation rights\n460,000  t\nrights bought\n1,000.500  t\n"
                              "given\ngross rate\n87.90  EUR/t  sourced\nETS forward price\n"
                              "66.76  EUR/t  derived\nminimum CO₂ price\n19.80  EUR/t  sourced\n"
                              "taxed tonnes\n38,999.500  t\ncovered tonnes\n461,000.500  t\nrate\n"
                              "21.14  EUR/t\nminimum rate\nlevy\n824,449.43  EUR\nsurplus\n"
                              "credit\nnet levy");
}

static void
test_explanation_of_kinds (void)
{
  g_autofree char *waste
      = program_read ("levy --year 2025 --emissions 5 --rights 3 --kind incinerator");
  g_autofree char *n2o = program_read ("levy --year 2025 --emissions 5 --rights 3 --kind n2o "
                                       "--regime act_2021");

  program_assert_parts (waste, "waste incinerator\nno ETS price is deducted");
  program_assert_parts (n2o, "nitrous oxide plant\nAct of 2021\nno ETS price is deducted");
}

/* A price given by hand is said to be given; one in between the points of a table is assumed. */
static void
test_explanation_of_statuses (void)
{
  g_autofree char *given = program_read ("levy --year 2025 --emissions 5 --rights 3 --rate 80.5 "
                                         "--reference-price 60.25 --minimum-price 20.5");
  g_autofree char *later = program_read ("levy --year 2035 --emissions 5 --rights 3");

  program_assert_parts (given, "80.50  EUR/t  given\n60.25  EUR/t  given\n20.50  EUR/t  given");
  program_assert_parts (later, "EUR/t  assumption\nreference scenario: ETS price of the year");
}

/* Without options: a worked example with the line to type, whose result is the same. */
static void
test_example (void)
{
  g_autofree char *example = program_read ("levy");
  g_autofree char *typed = program_read ("levy --year 2025 --emissions 500000 --rights 460000");

  program_assert_parts (example, "worked example\nijkpad levy --help\n"
                                 "ijkpad levy --year 2025 --emissions 500000 --rights 460000\n"
                                 "845,600.00\nlevy = taxed tonnes × rate\n"
                                 "year,emissions,rights,bought");
  g_assert_nonnull (strstr (example, typed));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (history_cases); i++)
    {
      g_autofree char *path
          = g_strconcat ("/command/levy/history/refuses/", history_cases[i].name, NULL);

      g_test_add_data_func (path, &history_cases[i], expect_history_refusal);
    }
  g_test_add_func ("/command/levy/history/refuses/what-is-no-file", test_history_unreadable);
  g_test_add_func ("/command/levy/history/columns-in-any-order", test_history_columns);
  g_test_add_func ("/command/levy/explanation/numbers", test_explanation);
  g_test_add_func ("/command/levy/explanation/kinds", test_explanation_of_kinds);
  g_test_add_func ("/command/levy/explanation/statuses", test_explanation_of_statuses);
  g_test_add_func ("/command/levy/example", test_example);
  return g_test_run ();
}
