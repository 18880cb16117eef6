/* `ijkpad figure`: each figure in each format and language, the same bytes twice, and the numbers
 * of the figure.
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
  g_test_add_func ("/command/figure/no-text-keeps-shapes", test_no_text);
  g_test_add_func ("/command/figure/styles-differ", test_styles_differ);
  g_test_add_func ("/command/figure/sizes", test_sizes);
  g_test_add_data_func ("/command/figure/stream/dash",
                        "figure emissions-by-sector --format svg --width 640 --height 400 "
                        "--output -",
                        test_standard_output);
  g_test_add_data_func ("/command/figure/stream/no-output",
                        "figure emissions-by-sector --format svg --width 640 --height 400",
                        test_standard_output);
  g_test_add_func ("/command/figure/all/is-each", test_all);
  g_test_add_func ("/command/figure/all/of-the-past", test_all_of_the_past);
  g_test_add_func ("/command/figure/landscape-is-runs", test_landscape);
  g_test_add_func ("/command/figure/all/makes-folder", test_all_makes_folder);
  g_test_add_func ("/command/figure/sentence", test_sentence);
  g_test_add_func ("/command/figure/dutch-numbers", test_dutch_numbers);
  g_test_add_func ("/command/figure/names", test_names);
  g_test_add_func ("/command/figure/workbook", test_workbook);
  return g_test_run ();
}
