/* The command line as such: help, versions, wrong words, and which stream says what.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "program.h"

#include <string.h>

/* Success: words or data on standard output only. */
typedef struct
{
  const char *name;
  const char *arguments;
  const char *parts; /* on standard output, one a line */
} HelpCase;

static const HelpCase help_cases[] = {
  { "help", "--help",
    "Usage: ijkpad COMMAND\nrun \nfigure \nlevy \nlist \nExit codes: 0\n1 failed\n2 wrong" },
  { "help-short", "-h", "Usage: ijkpad COMMAND" },
  { "help-word", "help", "Usage: ijkpad COMMAND" },
  { "version", "--version", "ijkpad " },
  { "run-help", "run --help",
    "--set\n--format\n--output\n--reference\nets_price=2030:120,2050:200\nproject.tata-dri=0\n"
    "at_most:\nexactly:\nijkpad list levers\nentity,id,indicator,year,value,unit" },
  { "run-help-short", "run -h", "--set" },
  { "levy-help", "levy --help",
    "--year\n--emissions\n--rights\n--bought\n--kind\n--regime\n--rate\n--reference-price\n"
    "--minimum-price\n--history\n--format\nets (default), incinerator or n2o\n"
    "year,emissions,rights,bought" },
  { "list-help", "list --help",
    "--format\n--output\nlevers\nunits\ncompanies\nsectors\nclusters\nmeasures\nprojects\nregimes\n"
    "sources\nindexation\nindicators\nfigures" },
  { "figure-help", "figure --help",
    "--file\n--scenario\n--compare\n--format\n--width\n--height\n--scale\n--style\n--no-text\n"
    "--year\n--company\n--sector\n--x\n--y\n--outcome\n--sentence\n--output\n"
    "ijkpad list figures" },
  { "help-goes-before-other-options", "run --set nonsense --help", "--set" },
};

static void
expect_help (gconstpointer data)
{
  const HelpCase *c = data;
  g_autofree char *out = program_read (c->arguments);

  program_assert_parts (out, c->parts);
  g_assert_true (g_str_has_suffix (out, "\n"));
}

typedef struct
{
  const char *name;
  const char *arguments;
  const char *parts; /* on standard error, one a line */
} RefusalCase;

static const RefusalCase refusal_cases[] = {
  { "command/unknown", "simulate", "there is no command “simulate”\nijkpad --help" },
  { "command/mistyped", "lst", "there is no command “lst”\ndid you mean list" },
  { "command/swapped-letters", "lvey", "“lvey”\ndid you mean levy" },
  { "command/in-capitals", "RUN", "“RUN”\ndid you mean run" },
  { "command/empty", "''", "there is no command “”" },
  { "command/option-in-its-place", "--set", "“--set”" },
  { "list/nothing", "list", "list needs one word\nlevers\nindicators" },
  { "list/unknown", "list lever", "there is no list “lever”\nlevers, units, companies" },
  { "list/two", "list levers units", "list needs one word" },
  { "list/format", "list levers --format xml", "“xml” is not a format\ntable, csv, json" },
  { "list/option", "list levers --colour", "--colour\n“--help” lists" },
  { "run/word", "run ets_price=100", "“ets_price=100” is not an option\n--set" },
  { "run/option", "run --colour", "--colour\n“--help” lists the options" },
  { "run/format", "run --format CSV", "“CSV” is not a format; choose one of table, csv, json" },
  { "run/format-lacks", "run --format", "--format\n“--help” lists the options" },
  { "run/set-lacks", "run --set", "--set\n“--help” lists the options" },
  { "levy/word", "levy 2025", "“2025” is not an option" },
  { "levy/option", "levy --tonnes 5", "--tonnes\n“--help” lists the options" },
  { "levy/format", "levy --year 2025 --emissions 1 --rights 1 --format json",
    "“json” is not a format; choose one of table, csv" },
  { "levy/year-lacks", "levy --emissions 1 --rights 1", "--year, --emissions and --rights" },
  { "levy/emissions-lack", "levy --year 2025 --rights 1", "--year, --emissions and --rights" },
  { "levy/rights-lack", "levy --year 2025 --emissions 1", "--year, --emissions and --rights" },
  { "levy/year-is-a-word", "levy --year now --emissions 1 --rights 1", "“now”\n--year" },
  { "levy/year-before", "levy --year 2020 --emissions 1 --rights 1",
    "--year 2020 is out of range\nsince 2021\nends in 2050" },
  { "levy/year-after", "levy --year 2051 --emissions 1 --rights 1", "2051\n2021\n2050" },
  { "levy/emissions-comma", "levy --year 2025 --emissions 1,5 --rights 1",
    "--emissions “1,5” is not a number\ndecimal point" },
  { "levy/rights-negative", "levy --year 2025 --emissions 1 --rights=-1",
    "--rights -1 is out of range\n0 to 1000000000 t" },
  { "levy/bought-word", "levy --year 2025 --emissions 1 --rights 1 --bought few",
    "--bought “few” is not a number" },
  { "levy/bought-too-many", "levy --year 2025 --emissions 1 --rights 1 --bought 1e10",
    "--bought 1e10 is out of range" },
  { "levy/emissions-nan", "levy --year 2025 --emissions nan --rights 1", "“nan” is not a number" },
  { "levy/emissions-inf", "levy --year 2025 --emissions inf --rights 1", "“inf” is not a number" },
  { "levy/emissions-too-large", "levy --year 2025 --emissions 1e400 --rights 1", "“1e400”" },
  { "levy/emissions-unit", "levy --year 2025 --emissions 5kt --rights 1", "“5kt” is not a number" },
  { "levy/rate-out-of-range", "levy --year 2025 --emissions 1 --rights 1 --rate 10001",
    "--rate 10001 is out of range\n0 to 10000 EUR/t" },
  { "levy/reference-price-word",
    "levy --year 2025 --emissions 1 --rights 1 --reference-price low", "--reference-price “low”" },
  { "levy/minimum-price-negative",
    "levy --year 2025 --emissions 1 --rights 1 --minimum-price=-5", "--minimum-price -5 is out" },
  { "levy/kind", "levy --year 2025 --emissions 1 --rights 1 --kind rest",
    "--kind “rest” is unknown; choose one of ets, incinerator, n2o" },
  { "levy/regime", "levy --year 2025 --emissions 1 --rights 1 --regime law",
    "--regime “law” is unknown; choose one of act_2021, tightening_2023, tax_plan_2026" },
};

static void
expect_usage (gconstpointer data)
{
  const RefusalCase *c = data;

  program_expect_refusal (USAGE, c->arguments, c->parts);
}

/* Without a command, and a display for the window, the usage is an answer to a mistake: exit code 2,
 * and no data. */
static void
test_no_command (void)
{
  static const char *const no_display[] = { "DISPLAY", "WAYLAND_DISPLAY", NULL };
  g_auto (ProgramRun) run = program_run_with (no_display, "");

  g_assert_cmpint (run.exit_code, ==, USAGE);
  g_assert_cmpstr (run.out, ==, "");
  program_assert_parts (run.err, "Usage: ijkpad COMMAND\nrun \nlevy \nlist ");
}

/* What has no room fails: a pipeline must not take half a table for a whole one. */
static void
test_full_device (gconstpointer data)
{
  g_autofree char *program = g_shell_quote (g_getenv ("IJKPAD_PROGRAM"));
  g_autofree char *line = g_strdup_printf ("%s %s > /dev/full", program, (const char *) data);
  const char *argv[] = { "sh", "-c", line, NULL };
  g_autofree char *err = NULL;
  g_autoptr (GError) error = NULL;
  int status = 0;

  if (!g_file_test ("/dev/full", G_FILE_TEST_EXISTS))
    {
      g_test_skip ("no /dev/full on this machine");
      return;
    }
  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL,
                               &err, &status, NULL));
  g_assert_false (g_spawn_check_wait_status (status, &error));
  g_assert_error (error, G_SPAWN_EXIT_ERROR, FAILED);
  program_assert_parts (err, "ijkpad: the output cannot be written\nNo space");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (help_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/command/usage/explains/", help_cases[i].name, NULL);

      g_test_add_data_func (path, &help_cases[i], expect_help);
    }
  for (guint i = 0; i < G_N_ELEMENTS (refusal_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/command/usage/refuses/", refusal_cases[i].name, NULL);

      g_test_add_data_func (path, &refusal_cases[i], expect_usage);
    }
  g_test_add_func ("/command/usage/no-command", test_no_command);
  g_test_add_data_func ("/command/usage/full-device/run", "run --format csv", test_full_device);
  g_test_add_data_func ("/command/usage/full-device/list", "list units", test_full_device);
  g_test_add_data_func ("/command/usage/full-device/levy", "levy", test_full_device);
  return g_test_run ();
}
