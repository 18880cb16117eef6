/* `ijkpad figure`: each figure in each format and language, the same bytes twice, the numbers of the
 * figure, and one sentence for each mistake, after which nothing is left behind.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "program.h"

#include "ijk-figure.h"
#include "ijk-language.h"
#include "ijk-reference-load.h"
#include "ijk-run.h"

#include <glib/gstdio.h>
#include <libintl.h>
#include <string.h>
#include <unistd.h>

typedef struct
{
  const char *figure; /* an id of the registry */
  const char *language;
} FigureCase;

static GBytes *
read_file (const char *folder,
           const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *data = NULL;
  gsize size = 0;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (data, size);
}

/* Runs it into a file of @folder and reads that. */
static GBytes *
make (const char *folder,
      const char *name,
      const char *arguments)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *line = g_strdup_printf ("figure %s --output %s", arguments, path);
  g_autofree char *out = program_read (line);

  g_assert_cmpstr (out, ==, "");
  return read_file (folder, name);
}

static gboolean
contains (GBytes     *bytes,
          const char *text)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);
  const gsize length = strlen (text);

  for (gsize i = 0; i + length <= size; i++)
    if (memcmp (data + i, text, length) == 0)
      return TRUE;
  return FALSE;
}

typedef struct
{
  guint n_titles, n_descriptions, n_uses;
  gboolean has_language;
} SvgCount;

static void
start_element (GMarkupParseContext *context,
               const char          *element,
               const char         **names,
               const char         **values,
               gpointer             user_data,
               GError             **error)
{
  SvgCount *found = user_data;

  (void) context;
  (void) error;
  found->n_titles += g_str_equal (element, "title");
  found->n_descriptions += g_str_equal (element, "desc");
  found->n_uses += g_str_equal (element, "use"); /* a letter */
  for (guint i = 0; names[i] != NULL; i++)
    found->has_language
        |= g_str_equal (element, "svg") && g_str_equal (names[i], "xml:lang") && *values[i] != '\0';
}

static SvgCount
parse_svg (GBytes *svg)
{
  const GMarkupParser parser = { .start_element = start_element };
  SvgCount found = { 0 };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &found, NULL);
  g_autoptr (GError) error = NULL;
  gsize size = 0;
  const char *data = g_bytes_get_data (svg, &size);

  g_markup_parse_context_parse (context, data, (gssize) size, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  return found;
}

/* A big-endian number of the head of a PNG. */
static guint32
read_png_number (GBytes *png,
                 gsize   at)
{
  const guint8 *data = g_bytes_get_data (png, NULL);

  return (guint32) data[at] << 24 | (guint32) data[at + 1] << 16 | (guint32) data[at + 2] << 8
         | data[at + 3];
}

/* Width and height stand behind the 8 bytes of the signature and the head of IHDR. */
static void
assert_png (GBytes *png,
            guint   width,
            guint   height,
            guint   dots_per_m)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (png, &size);
  const char *scale = NULL;

  g_assert_cmpmem (data, 8, "\x89PNG\r\n\x1a\n", 8);
  g_assert_cmpuint (read_png_number (png, 16), ==, width);
  g_assert_cmpuint (read_png_number (png, 20), ==, height);
  for (gsize i = 8; i + 4 < size && scale == NULL; i++)
    if (memcmp (data + i, "pHYs", 4) == 0)
      scale = data + i + 4;
  g_assert_nonnull (scale);
  g_assert_cmpuint (read_png_number (png, (gsize) (scale - data)), ==, dots_per_m);
  g_assert_cmpuint (read_png_number (png, (gsize) (scale - data) + 4), ==, dots_per_m);
}

/* PDF with a title, and the words as text: pdftotext, where it is installed, reads them. */
static void
assert_pdf (GBytes     *pdf,
            const char *path,
            const char *word)
{
  g_autofree char *program = g_find_program_in_path ("pdftotext");
  const char *argv[] = { program, path, "-", NULL };
  g_autofree char *text = NULL;

  g_assert_cmpmem (g_bytes_get_data (pdf, NULL), 5, "%PDF-", 5);
  g_assert_true (contains (pdf, "/Title"));
  g_assert_true (contains (pdf, "/Subject"));
  g_assert_false (contains (pdf, "/CreationDate"));
  if (program == NULL)
    return;
  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &text, NULL,
                               NULL, NULL));
  g_assert_nonnull (strstr (text, word));
}

/* What the recipe itself says of current law, worked out here. (transfer full) */
static char *
make_csv (const FigureCase *c)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IjkReference) reference
      = ijk_reference_load (g_getenv ("IJKPAD_REFERENCE"), &error);
  g_autoptr (IjkScenario) law = ijk_scenario_new (reference, NULL);
  g_autoptr (IjkWorkspace) workspace = ijk_workspace_new (reference);
  const IjkResult *result = ijk_run (reference, law, workspace);
  const IjkFigure *figure = ijk_figure_find (c->figure);
  g_autoptr (IjkLandscape) landscape
      = figure->flags & IJK_FIGURE_NEEDS_LANDSCAPE
            ? ijk_landscape_new (law, &ijk_landscape_default_question, 0)
            : NULL;
  g_autoptr (IjkFigureTable) table = NULL;

  g_assert_true (ijk_language_select (c->language));
  table = ijk_figure_make_table (
      figure, &(IjkFigureInput) { .result = result,
                                  .scenario_name = gettext ("Current law"),
                                  .law_result = result,
                                  .is_law = TRUE,
                                  .landscape = landscape,
                                  .year = 2030,
                                  .company = IJK_NONE,
                                  .sector = IJK_NONE });
  /* The program inherits the environment, which says the language. */
  g_assert_true (ijk_language_select ("en"));
  return ijk_figure_table_to_csv (table);
}

/* Every format holds what it should, and making it again gives the same bytes. */
static void
test_figure (gconstpointer data)
{
  const FigureCase *c = data;
  static const char *const formats[] = { "svg", "pdf", "png", "csv" };
  char *folder = program_make_folder ();
  g_autofree char *csv = make_csv (c);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      const gboolean is_png = g_str_equal (formats[i], "png");
      g_autofree char *arguments = g_strdup_printf ("%s --lang %s%s", c->figure, c->language,
                                                    is_png ? " --scale 1.5" : "");
      g_autofree char *first = g_strconcat ("first.", formats[i], NULL);
      g_autofree char *second = g_strconcat ("second.", formats[i], NULL);
      g_autofree char *path = g_build_filename (folder, first, NULL);
      g_autoptr (GBytes) bytes = make (folder, first, arguments);
      g_autoptr (GBytes) again = make (folder, second, arguments);

      g_assert_true (g_bytes_equal (bytes, again));
      if (is_png)
        assert_png (bytes, 1800, 1050, 5669); /* 96 dots an inch times 1.5, a metre: / 0.0254 */
      else if (g_str_equal (formats[i], "pdf"))
        assert_pdf (bytes, path, "Ijkpad");
      else if (g_str_equal (formats[i], "csv"))
        g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), csv,
                         strlen (csv));
      else
        {
          const SvgCount found = parse_svg (bytes);

          g_assert_cmpuint (found.n_titles, ==, 1);
          g_assert_cmpuint (found.n_descriptions, ==, 1);
          g_assert_cmpuint (found.n_uses, >, 0);
          g_assert_true (found.has_language);
          /* the source line */
          g_assert_true (contains (bytes, "Ijkpad"));
        }
    }
  program_remove_folder (folder);
}

/* Shapes stay, letters go, words travel along unseen. */
static void
test_no_text (void)
{
  char *folder = program_make_folder ();
  g_autoptr (GBytes) with = make (folder, "a.svg", "emissions-by-sector");
  g_autoptr (GBytes) without = make (folder, "b.svg", "emissions-by-sector --no-text");
  const SvgCount found = parse_svg (without);

  g_assert_cmpuint (parse_svg (with).n_uses, >, 100);
  g_assert_cmpuint (found.n_uses, ==, 0);
  g_assert_cmpuint (found.n_titles, ==, 1);
  g_assert_cmpuint (found.n_descriptions, ==, 1);
  g_assert_true (contains (without, "<path"));
  program_remove_folder (folder);
}

static void
test_styles_differ (void)
{
  static const char *const styles[] = { "light", "dark", "contrast", "contrast-dark" };
  char *folder = program_make_folder ();
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      g_autofree char *arguments
          = g_strdup_printf ("emissions-by-sector --style %s", styles[i]);

      g_ptr_array_add (made, make (folder, "a.svg", arguments));
      for (guint j = 0; j < i; j++)
        g_assert_false (
            g_bytes_equal (g_ptr_array_index (made, i), g_ptr_array_index (made, j)));
    }
  program_remove_folder (folder);
}

/* The extremes of what may be asked. */
static void
test_sizes (void)
{
  char *folder = program_make_folder ();
  g_autoptr (GBytes) small = make (folder, "a.png", "emissions-by-sector --width 120 --height 80");
  g_autoptr (GBytes) large
      = make (folder, "b.svg", "emissions-by-sector --width 8000 --height 6000");
  g_autoptr (GBytes) capitals = make (folder, "c.PNG", "emissions-by-sector --width 200.5");

  assert_png (small, 120, 80, 3780);
  assert_png (capitals, 201, 700, 3780); /* whole pixels, rounded up */
  g_assert_true (contains (large, "width=\"8000px\" height=\"6000px\""));
  program_remove_folder (folder);
}

/* Standard output gets what a file would. */
static void
test_standard_output (gconstpointer data)
{
  char *folder = program_make_folder ();
  g_autofree char *out = program_read (data);
  g_autoptr (GBytes) file
      = make (folder, "a.svg", "emissions-by-sector --width 640 --height 400");

  g_assert_cmpuint (strlen (out), ==, g_bytes_get_size (file));
  g_assert_cmpmem (out, strlen (out), g_bytes_get_data (file, NULL), g_bytes_get_size (file));
  program_remove_folder (folder);
}

/* "all" gives every figure of the list, a file each, and what one alone gives. */
static void
test_all (void)
{
  char *folder = program_make_folder ();
  g_autofree char *list = program_read ("list figures --format csv");
  g_autoptr (GPtrArray) rows = program_split_csv (list);
  g_autofree char *line = g_strdup_printf ("figure all --format csv --output %s", folder);
  g_autofree char *out = program_read (line);
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  guint n_files = 0;

  g_assert_cmpstr (out, ==, "");
  g_assert_cmpuint (rows->len, >, 1);
  while (g_dir_read_name (directory) != NULL)
    n_files++;
  g_assert_cmpuint (n_files, ==, rows->len - 1);
  for (guint i = 1; i < rows->len; i++)
    {
      const char *id = ((char **) g_ptr_array_index (rows, i))[0];
      g_autofree char *name = g_strconcat (id, ".csv", NULL);
      g_autofree char *alone_line = g_strdup_printf ("figure %s --format csv", id);
      g_autofree char *alone = program_read (alone_line);
      g_autoptr (GBytes) file = read_file (folder, name);

      g_assert_cmpmem (alone, strlen (alone), g_bytes_get_data (file, NULL),
                       g_bytes_get_size (file));
    }
  program_remove_folder (folder);
}

/* The lines of a figure end as RFC 4180 wants. */
static GPtrArray *
split_csv (const char *csv)
{
  g_auto (GStrv) lines = g_strsplit (csv, "\r\n", -1);
  g_autofree char *plain = g_strjoinv ("\n", lines);

  return program_split_csv (plain);
}

/* All figures of an observed year can be had, though levers do not move it. */
static void
test_all_of_the_past (void)
{
  char *folder = program_make_folder ();
  g_autofree char *line
      = g_strdup_printf ("figure all --format csv --year 2023 --output %s", folder);
  g_autofree char *out = program_read (line);

  g_assert_cmpstr (out, ==, "");
  program_remove_folder (folder);
}

/* Points of the two levers as asked, and the number that a run with them gives. */
static void
test_landscape (void)
{
  g_autofree char *csv = program_read ("figure landscape --format csv --year 2040 --x "
                                       "ets_price=100..200 --y sde_last_round=2026..2030 "
                                       "--outcome state_cost");
  g_autofree char *run
      = program_read ("run --format csv --set ets_price=200 --set sde_last_round=2028");
  g_autoptr (GPtrArray) rows = split_csv (csv);
  g_auto (GStrv) lines = g_strsplit (run, "\n", -1);
  const char *expected = NULL;
  gboolean is_found = FALSE;

  g_assert_cmpuint (rows->len, ==, 1 + 41 * 5); /* a whole year each: 2026 to 2030 */
  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], "national,nl,state_cost,2040,"))
      expected = lines[i] + strlen ("national,nl,state_cost,2040,");
  g_assert_nonnull (expected);
  for (guint i = 1; i < rows->len; i++)
    {
      char **row = g_ptr_array_index (rows, i);

      if (!g_str_equal (row[0], "200") || !g_str_equal (row[1], "2028"))
        continue;
      g_assert_cmpfloat (g_ascii_strtod (row[2], NULL), ==, g_ascii_strtod (expected, NULL));
      is_found = TRUE;
    }
  g_assert_true (is_found);
}

/* A folder is made, with those above it. */
static void
test_all_makes_folder (void)
{
  char *folder = program_make_folder ();
  g_autofree char *above = g_build_filename (folder, "above", NULL);
  g_autofree char *below = g_build_filename (above, "below", NULL);
  g_autofree char *line = g_strdup_printf ("figure all --format csv --output %s", below);
  g_autofree char *out = program_read (line);
  g_autofree char *file = g_build_filename (below, "emissions-by-sector.csv", NULL);

  g_assert_cmpstr (out, ==, "");
  g_assert_true (g_file_test (file, G_FILE_TEST_IS_REGULAR));
  program_remove_folder (g_steal_pointer (&below));
  program_remove_folder (g_steal_pointer (&above));
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

/* The sentence alone, and beside a picture. */
static void
test_sentence (void)
{
  char *folder = program_make_folder ();
  g_autofree char *alone = program_read ("figure emissions-by-sector --sentence");
  g_autofree char *line = g_strdup_printf (
      "figure emissions-by-sector --sentence --output %s/a.svg", folder);
  g_autofree char *beside = program_read (line);
  g_autofree char *all = program_read ("figure all --sentence");
  g_autoptr (GBytes) svg = read_file (folder, "a.svg");
  g_autofree char *described = g_markup_escape_text (alone, (gssize) strlen (alone) - 1);

  g_assert_true (g_str_has_suffix (alone, ".\n"));
  g_assert_true (strchr (alone, '\n') == alone + strlen (alone) - 1);
  g_assert_nonnull (strstr (alone, "37.8 Mt in 2030"));
  g_assert_cmpstr (alone, ==, beside);
  g_assert_true (contains (svg, described));
  g_assert_true (g_str_has_prefix (all, "emissions-by-sector\nEmissions of Dutch industry"));
  program_remove_folder (folder);
}

static void
test_dutch_numbers (void)
{
  g_autofree char *sentence = program_read ("figure emissions-by-sector --sentence --lang nl");

  g_assert_nonnull (strstr (sentence, "37,8 Mt"));
  g_assert_null (strstr (sentence, "37.8 Mt"));
}

/* A chart never bears a name whose levers it does not have. */
static void
test_names (void)
{
  static const char *const names[][2] = {
    { "", "scenario “Current law”" },
    { "--set ets_price=150", "scenario “Current law, changed”" },
    { "--set ets_price=150 --name Dear", "scenario “Dear”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *line
          = g_strdup_printf ("figure emissions-by-sector --sentence %s", names[i][0]);
      g_autofree char *sentence = program_read (line);

      program_assert_parts (sentence, names[i][1]);
    }
}

/* Scenarios of a workbook, one held against another. */
static void
test_workbook (void)
{
  char *folder = program_make_folder ();
  g_autofree char *new_line = g_strdup_printf ("new %s/w.ijkpad", folder);
  g_autofree char *plain_line = g_strdup_printf (
      "figure emissions-by-sector --format csv --file %s/w.ijkpad --scenario current-law", folder);
  g_autofree char *compare_line = g_strdup_printf (
      "figure emissions-by-sector --format csv --file %s/w.ijkpad --scenario current-law "
      "--compare act-2021",
      folder);
  g_autofree char *act_line = g_strdup_printf (
      "figure emissions-by-sector --format csv --file %s/w.ijkpad --scenario act-2021", folder);
  g_auto (ProgramRun) made = program_run (new_line);
  g_autofree char *plain = program_read (plain_line);
  g_autofree char *tables = program_read ("figure emissions-by-sector --format csv");
  g_autofree char *compare = program_read (compare_line);
  g_autofree char *act = program_read (act_line);
  g_autoptr (GPtrArray) plain_rows = split_csv (plain);
  g_autoptr (GPtrArray) compare_rows = split_csv (compare);
  g_autoptr (GPtrArray) act_rows = split_csv (act);
  char **plain_head = g_ptr_array_index (plain_rows, 0);
  char **compare_head = g_ptr_array_index (compare_rows, 0);
  const guint n_plain = g_strv_length (plain_head);
  char **compare_last = g_ptr_array_index (compare_rows, compare_rows->len - 1);
  char **act_last = g_ptr_array_index (act_rows, act_rows->len - 1);

  g_assert_cmpint (made.exit_code, ==, DONE);
  /* The shipped current law is current law. */
  g_assert_cmpstr (plain, ==, tables);
  /* One column more: the second scenario, whose numbers are its own. */
  g_assert_cmpuint (g_strv_length (compare_head), ==, n_plain + 1);
  g_assert_true (g_str_has_prefix (compare_head[n_plain], "Climate Agreement of 2019"));
  g_assert_cmpstr (compare_last[n_plain], ==, act_last[n_plain - 1]);
  program_remove_folder (folder);
}

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
  { "width-word", USAGE, "emissions-by-sector --width wide " SVG, "--width “wide” is not a number" },
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
  { "axis-twice", USAGE, "landscape --x sde_budget=0..1000 " SVG, "both axes are sde_budget" },
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

static void
add_figures (void)
{
  static const char *const languages[] = { "en", "nl" };
  guint n_figures = 0;
  const IjkFigure *figures = ijk_figures (&n_figures);

  for (guint i = 0; i < n_figures; i++)
    for (guint j = 0; j < G_N_ELEMENTS (languages); j++)
      {
        g_autofree char *path
            = g_strdup_printf ("/command/figure/%s/%s", figures[i].id, languages[j]);
        FigureCase *c = g_new (FigureCase, 1);

        *c = (FigureCase) { figures[i].id, languages[j] };
        g_test_add_data_func_full (path, c, test_figure, g_free);
      }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ijk_language_init (IJKPAD_TEST_CATALOGUES);
  add_figures ();
  for (guint i = 0; i < G_N_ELEMENTS (refusal_cases); i++)
    {
      g_autofree char *path
          = g_strconcat ("/command/figure/refuses/", refusal_cases[i].name, NULL);

      g_test_add_data_func (path, &refusal_cases[i], test_refusal);
    }
  g_test_add_func ("/command/figure/refuses/forbidden-folder", test_forbidden_folder);
  g_test_add_func ("/command/figure/no-text-keeps-shapes", test_no_text);
  g_test_add_func ("/command/figure/styles-differ", test_styles_differ);
  g_test_add_func ("/command/figure/sizes", test_sizes);
  g_test_add_data_func ("/command/figure/stream/dash",
                        "figure emissions-by-sector --format svg --width 640 --height 400 --output -",
                        test_standard_output);
  g_test_add_data_func ("/command/figure/stream/no-output",
                        "figure emissions-by-sector --format svg --width 640 --height 400",
                        test_standard_output);
  g_test_add_func ("/command/figure/all/is-each", test_all);
  g_test_add_func ("/command/figure/all/of-the-past", test_all_of_the_past);
  g_test_add_func ("/command/figure/landscape-is-runs", test_landscape);
  g_test_add_func ("/command/figure/all/makes-folder", test_all_makes_folder);
  g_test_add_func ("/command/figure/all/or-nothing", test_all_or_nothing);
  g_test_add_func ("/command/figure/sentence", test_sentence);
  g_test_add_func ("/command/figure/dutch-numbers", test_dutch_numbers);
  g_test_add_func ("/command/figure/names", test_names);
  g_test_add_func ("/command/figure/workbook", test_workbook);
  return g_test_run ();
}
