/* `ijkpad figure`: one sentence for each mistake, after which nothing is left behind.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "program.h"

#include <glib/gstdio.h>
#include <unistd.h>

/* @arguments: %s is the folder; @parts: on standard error, one a line */
typedef struct
{
  const char *name;
  int exit_code;
  const char *arguments;
  const char *parts;
} RefusalCase;

#define SVG "--output %s/a.svg"

static const RefusalCase refusal_cases[] = {
  { "nothing", USAGE, "", "name a figure, or “all”\nijkpad list figures" },
  { "two-names", USAGE, "levy cost " SVG, "figure takes one name\n--output" },
  { "option", USAGE, "levy --colour " SVG, "--colour\n“--help” lists" },
  { "unknown", USAGE, "xyz " SVG, "there is no figure “xyz”; choose one of\nemissions-by-sector" },
  { "mistyped", USAGE, "emission-by-sectors " SVG,
    "there is no figure “emission-by-sectors”, did you mean emissions-by-sector\nChoose one of" },
  { "no-format", USAGE, "emissions-by-sector", "say with --format whether" },
  { "no-extension", USAGE, "emissions-by-sector --output %s/a",
    "tells no format\n--format: svg, pdf, png or csv" },
  { "extension", USAGE, "emissions-by-sector --output %s/a.gif", "a.gif” tells no format" },
  { "format", USAGE, "emissions-by-sector --format gif " SVG,
    "--format “gif” is unknown; choose one of svg, pdf, png, csv" },
  { "width-small", USAGE, "emissions-by-sector --width 119 " SVG,
    "--width 119 is out of range; it goes from 120 to 8000" },
  { "width-large", USAGE, "emissions-by-sector --width 8001 " SVG, "--width 8001 is out of range" },
  { "height-small", USAGE, "emissions-by-sector --height 79 " SVG,
    "--height 79 is out of range; it goes from 80 to 6000" },
  { "height-large", USAGE, "emissions-by-sector --height 6001 " SVG, "--height 6001 is out" },
  { "width-word", USAGE, "emissions-by-sector --width wide " SVG,
    "--width “wide” is not a number" },
  { "width-comma", USAGE, "emissions-by-sector --width 640,5 " SVG, "use a decimal point" },
  { "width-nan", USAGE, "emissions-by-sector --width nan " SVG, "“nan” is not a number" },
  { "width-inf", USAGE, "emissions-by-sector --width inf " SVG, "“inf” is not a number" },
  { "scale-zero", USAGE, "emissions-by-sector --scale 0 --output %s/a.png",
    "--scale 0 is out of range; it goes from 0.25 to 8" },
  { "scale-of-svg", USAGE, "emissions-by-sector --scale 2 " SVG, "--scale is for png; svg" },
  { "too-many-pixels", USAGE,
    "emissions-by-sector --width 8000 --height 6000 --scale 4 --output %s/a.png",
    "32000 by 24000 pixels is too large\n200 million" },
  { "look-of-a-table", USAGE, "emissions-by-sector --style dark --output %s/a.csv",
    "--style is for pictures, and csv is a table" },
  { "words-of-a-table", USAGE, "emissions-by-sector --no-text --output %s/a.csv",
    "--no-text is for pictures" },
  { "style", USAGE, "emissions-by-sector --style bright " SVG,
    "--style “bright” is unknown; choose one of light, dark, contrast, contrast-dark" },
  { "language", USAGE, "emissions-by-sector --lang de " SVG, "“de”\nnl or en" },
  { "year-before", USAGE, "emissions-by-sector --year 2020 " SVG,
    "--year 2020 is out of range; it goes from 2021 to 2050" },
  { "year-after", USAGE, "emissions-by-sector --year 2051 " SVG, "--year 2051" },
  { "year-half", USAGE, "emissions-by-sector --year 2030.5 " SVG, "2030.5 is not a whole year" },
  { "year-word", USAGE, "emissions-by-sector --year soon " SVG, "“soon” is not a number" },
  { "company", USAGE, "emissions-by-sector --company Shel " SVG,
    "there is no company “Shel”; did you mean Shell" },
  { "company-far", USAGE, "emissions-by-sector --company Zzyzzyva " SVG,
    "there is no company “Zzyzzyva”\nijkpad list companies" },
  { "sector", USAGE, "emissions-by-sector --sector refinin " SVG,
    "there is no sector “refinin”; did you mean refining" },
  { "set", USAGE, "emissions-by-sector --set ets=3 " SVG, "there is no lever “ets”\nets_price" },
  { "axis-of-another-figure", USAGE, "emissions-by-sector --x ets_price=1..2 " SVG,
    "--x, --y and --outcome are for the figure of two levers" },
  { "axis-is-a-word", USAGE, "landscape --x ets_price " SVG,
    "--x “ets_price” is not an axis; write LEVER=FROM..TO" },
  { "axis-mistyped", USAGE, "landscape --y ets=1..2 " SVG,
    "--y: there is no lever “ets”; did you mean ets_price" },
  { "axis-of-a-sector", USAGE, "landscape --x growth@sector:refining=0..0.01 " SVG,
    "an axis is a lever of the whole country" },
  { "axis-from-a-word", USAGE, "landscape --x ets_price=low..90 " SVG, "“low” is not a number" },
  { "axis-out-of-range", USAGE, "landscape --x ets_price=0..900 " SVG,
    "900 is out of range for ets_price" },
  { "axis-falls", USAGE, "landscape --x ets_price=90..10 " SVG, "it must rise" },
  { "axis-twice", USAGE, "landscape --x growth=0..0.01 " SVG, "both axes are growth" },
  { "axis-is-a-switch", USAGE, "landscape --x levy_regime=0..1 " SVG, "cannot be an axis" },
  { "outcome", USAGE, "landscape --outcome money " SVG,
    "--outcome “money” is unknown; choose one of emissions, levy, subsidy, state_cost" },
  { "landscape-of-the-past", USAGE, "landscape --year 2023 " SVG,
    "levers move the years 2026 to 2050, not 2023" },
  { "scenario", USAGE, "emissions-by-sector --file %s/w.ijkpad --scenario nope " SVG,
    "there is no scenario “nope”" },
  { "compare", USAGE, "emissions-by-sector --file %s/w.ijkpad --compare nope " SVG,
    "there is no scenario “nope”" },
  { "file", FAILED, "emissions-by-sector --file %s/none.ijkpad " SVG, "none.ijkpad" },
  { "reference-of-a-workbook", USAGE,
    "emissions-by-sector --file %s/w.ijkpad --reference /usr " SVG, "leave out --reference" },
  { "reference", FAILED, "emissions-by-sector --reference %s/none " SVG, "none" },
  { "folder-is-not-there", FAILED, "emissions-by-sector --output %s/none/a.svg",
    "none/a.svg” cannot be written\nNo such file" },
  { "output-is-a-folder", FAILED, "emissions-by-sector --format svg --output %s", "directory" },
  { "sentence-and-stream", USAGE, "emissions-by-sector --sentence --format svg",
    "the sentence goes to standard output" },
  { "all-without-format", USAGE, "all --output %s/all.svg", "say with --format" },
  { "all-without-folder", USAGE, "all --format svg", "name a folder for all figures" },
  { "all-to-stream", USAGE, "all --format svg --output -", "name a folder for all figures" },
  { "all-into-a-file", FAILED, "all --format svg --output %s/w.ijkpad",
    "the folder\nw.ijkpad” cannot be made" },
};

/* Nothing but the workbook is in the folder afterwards. */
static void
test_refusal (gconstpointer data)
{
  const RefusalCase *c = data;
  char *folder = program_make_folder ();
  g_autofree char *new_line = g_strdup_printf ("new %s/w.ijkpad", folder);
  g_auto (ProgramRun) made = program_run (new_line);
  g_auto (GStrv) parts = g_strsplit (c->arguments, "%s", -1);
  g_autofree char *arguments = g_strjoinv (folder, parts);
  g_autofree char *line = g_strconcat ("figure ", arguments, NULL);
  g_autoptr (GDir) directory = NULL;

  g_assert_cmpint (made.exit_code, ==, DONE);
  program_expect_refusal (c->exit_code, line, c->parts);
  directory = g_dir_open (folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (directory), ==, "w.ijkpad");
  g_assert_null (g_dir_read_name (directory));
  program_remove_folder (folder);
}

/* Root may write everywhere, so that this needs somebody else. */
static void
test_forbidden_folder (void)
{
  char *folder = program_make_folder ();
  g_autofree char *line = g_strdup_printf ("figure all --format svg --output %s", folder);

  if (geteuid () == 0)
    g_test_skip ("root may write everywhere");
  else
    {
      g_assert_cmpint (g_chmod (folder, 0500), ==, 0);
      program_expect_refusal (FAILED, line, "cannot be written\ndenied");
    }
  program_remove_folder (folder);
}

/* A file that cannot be written keeps all others from appearing, and older ones as they were. */
static void
test_all_or_nothing (void)
{
  char *folder = program_make_folder ();
  g_autofree char *in_the_way = g_build_filename (folder, "emissions-by-sector.csv", NULL);
  g_autofree char *line = g_strdup_printf ("figure all --format csv --output %s", folder);
  g_autoptr (GDir) directory = NULL;

  g_assert_cmpint (g_mkdir (in_the_way, 0700), ==, 0);
  program_expect_refusal (FAILED, line, "emissions-by-sector.csv” cannot be written\ndirectory");
  directory = g_dir_open (folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (directory), ==, "emissions-by-sector.csv");
  g_assert_null (g_dir_read_name (directory));
  program_remove_folder (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (refusal_cases); i++)
    {
      g_autofree char *path
          = g_strconcat ("/command/figure/refuses/", refusal_cases[i].name, NULL);

      g_test_add_data_func (path, &refusal_cases[i], test_refusal);
    }
  g_test_add_func ("/command/figure/refuses/forbidden-folder", test_forbidden_folder);
  g_test_add_func ("/command/figure/all/or-nothing", test_all_or_nothing);
  return g_test_run ();
}
