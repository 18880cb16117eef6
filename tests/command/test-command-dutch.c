/* The command line in Dutch: words, names and numbers for a reader change with the language, data do
 * not.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "program.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *arguments;
  const char *parts; /* one a line */
} DutchCase;

static const DutchCase cases[] = {
  { "run", "--lang nl run",
    "Referentiescenario, huidige wet\nUitstoot van de industrie, Mt CO₂-eq\nTegenover de doelen\n"
    "Mt erboven\nuit bron\nWaar dit op rust\nKunstmest\nGeen voorspelling" },
  { "run-set", "run --set levy_regime=act_2021 --lang=nl", "Scenario onder: \n  levy_regime = " },
  { "levy", "levy --lang nl --year 2025 --emissions 500000 --rights 460000",
    "CO₂-heffing in 2025 van één ETS-installatie\ndispensatierechten\nopgegeven\n460.000\nnettoheffing\n"
    "heffing − verrekening" },
  { "levy-example", "--lang nl levy", "Een uitgewerkt voorbeeld\nafvalverbranding" },
  { "list", "--lang nl list levers", "naam\neenheid\nstandaard\nBrutotarief\nuit bron\naanname" },
  { "sources", "--lang nl list sources", "tabel\nrijen\nbron\nafgeleid" },
  { "help", "--lang nl --help", "Gebruik: ijkpad OPDRACHT\nreken een scenario door tot 2050" },
  { "help-of-a-command", "--lang nl run --help",
    "KNOP[@BEREIK]=WAARDE\nStel een knop in\neen pad: rechte lijnen" },
};

static void
test_case (gconstpointer data)
{
  const DutchCase *c = data;
  g_autofree char *text = program_read (c->arguments);

  program_assert_parts (text, c->parts);
  g_assert_true (g_utf8_validate (text, -1, NULL));
}

/* The number behind @label in the summary, in the column of 2030. */
static char *
read_2030 (const char *summary,
           const char *label)
{
  const char *line = strstr (summary, label);
  g_auto (GStrv) words = NULL;
  guint n = 0;

  g_assert_nonnull (line);
  line += strlen (label);
  words = g_strsplit (line, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && n++ == 2)
      return g_strdup (words[i]);
  g_assert_not_reached ();
}

static void
test_decimal_comma (void)
{
  g_autofree char *english = program_read ("--lang en run");
  g_autofree char *dutch = program_read ("--lang nl run");
  g_autofree char *industry_en = read_2030 (english, "\n  Industry ");
  g_autofree char *industry_nl = read_2030 (dutch, "\n  Industrie ");

  g_assert_nonnull (strchr (industry_en, '.'));
  g_assert_null (strchr (industry_nl, '.'));
  g_strdelimit (industry_nl, ",", '.');
  g_assert_cmpstr (industry_nl, ==, industry_en);
}

/* Numbers stand below their year: every line of figures has the length of its heading. */
static void
test_columns_are_straight (void)
{
  g_autofree char *dutch = program_read ("--lang nl run");
  g_auto (GStrv) lines = g_strsplit (dutch, "\n", -1);
  glong width = 0;
  guint n_checked = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const gboolean is_heading = g_str_has_suffix (lines[i], "    2050");

      if (is_heading)
        width = g_utf8_strlen (lines[i], -1);
      else if (*lines[i] == '\0')
        width = 0;
      else if (width > 0)
        {
          g_assert_cmpint (g_utf8_strlen (lines[i], -1), ==, width);
          n_checked++;
        }
    }
  g_assert_cmpuint (n_checked, >, 40);
}

static void
test_data_are_the_same (void)
{
  static const char *const lines[] = {
    "run -f csv",           "run -f json",           "list levers -f csv",
    "list measures -f csv", "list sectors -f json",  "list sources -f csv",
    "levy --year 2025 --emissions 10.5 --rights 2.25 -f csv",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *in_dutch = g_strconcat ("--lang nl ", lines[i], NULL);
      g_autofree char *english = program_read (lines[i]);
      g_autofree char *dutch = program_read (in_dutch);

      g_assert_true (strcmp (english, dutch) == 0);
    }
}

static void
test_refusals (void)
{
  program_expect_refusal (USAGE, "--lang nl run --set ets_prise=1",
                          "er is geen knop “ets_prise”\nbedoelt u ets_price");
  program_expect_refusal (USAGE, "--lang nl run --set ets_scale=99", "valt buiten het bereik");
  program_expect_refusal (USAGE, "--lang nl rum", "er is geen opdracht “rum”; bedoelt u run?");
  program_expect_refusal (USAGE, "--lang nl list", "list verwacht één woord");
}

static void
test_unknown_language (void)
{
  program_expect_refusal (USAGE, "--lang xx run", "“xx” is not a language; choose nl or en");
  program_expect_refusal (USAGE, "run --lang", "“” is not a language");
}

/* The environment decides where no option does, and an option goes before it. */
static void
test_environment (void)
{
  static const char *const dutch[] = { "LANGUAGE=nl", NULL };
  static const char *const both[] = { "LANGUAGE=nl", "LC_ALL=C", NULL };
  g_auto (ProgramRun) run = program_run_with (dutch, "--help");
  g_auto (ProgramRun) overruled = program_run_with (dutch, "--lang en --help");
  g_auto (ProgramRun) in_c = program_run_with (both, "--lang nl --help");

  program_assert_parts (run.out, "Gebruik: ijkpad");
  program_assert_parts (overruled.out, "Usage: ijkpad");
  program_assert_parts (in_c.out, "Gebruik: ijkpad");
}

/* No figure lets an English word through, whatever the scenario: those are
 * words that Dutch does not have. */
static void
test_figures (void)
{
  static const char *const settings[] = {
    "",
    "--set levy_regime=act_2021 --set ccs_ceiling=3000 --year 2035",
    "--set sde_budget=0 --set ets_price=2030:300,2050:400 --year 2026",
    "--set realisation=1 --set aramis_start=2029 --set grid_growth=20000 --year 2045",
  };
  static const char *const english[] = {
    "the", "and", "which", "from", "by", "under", "with", "no", "not", "are", "reached", "law",
    "year", "emissions", "levy", "current", "above", "below", "source", "scenario’s", "to", "for",
  };
  g_autofree char *list = program_read ("list figures -f csv");
  g_autoptr (GPtrArray) rows = program_split_csv (list);

  g_assert_cmpuint (rows->len, >, 15);
  for (guint r = 1; r < rows->len; r++)
    for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
      {
        const char *figure = ((char **) g_ptr_array_index (rows, r))[0];
        g_autofree char *arguments
            = g_strdup_printf ("--lang nl figure %s %s --sentence", figure, settings[i]);
        g_autofree char *sentence = program_read (arguments);
        g_auto (GStrv) words = g_strsplit_set (sentence, " \n,.;:()“”", -1);

        g_assert_cmpuint (g_strv_length (words), >, 3);
        for (guint k = 0; k < G_N_ELEMENTS (english); k++)
          if (g_strv_contains ((const char *const *) words, english[k]))
            g_test_fail_printf ("%s %s says “%s”: %s", figure, settings[i], english[k], sentence);
      }
}

static void
test_history (void)
{
  char *folder = program_make_folder ();
  g_autofree char *file = g_build_filename (folder, "een.ijkpad", NULL);
  g_autofree char *make = g_strdup_printf ("--lang nl new %s", file);
  g_autofree char *new = g_strdup_printf ("--lang nl scenario new Hoog --file %s", file);
  g_autofree char *set = g_strdup_printf ("--lang nl scenario set Hoog ets_scale=1.5 --file %s",
                                          file);
  g_autofree char *history = g_strdup_printf ("--lang nl history Hoog --file %s", file);
  g_autofree char *history_csv = g_strdup_printf ("--lang nl history Hoog -f csv --file %s", file);
  g_autofree char *made = program_read (make);
  g_autofree char *added = program_read (new);
  g_autofree char *changed = program_read (set);
  g_autofree char *table = program_read (history);
  g_autofree char *csv = program_read (history_csv);

  g_assert_cmpstr (made, ==, "");
  g_assert_cmpstr (added, ==, "");
  g_assert_cmpstr (changed, ==, "");
  program_assert_parts (table, "revisie\ntijd\nstand\nhuidig\nvan kracht\nets_scale ingesteld\nNieuw");
  program_assert_parts (csv, "revision,time,scenario,state,changes,label\ncurrent\nin effect");
  program_remove_folder (folder);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/command/dutch/speaks/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/command/dutch/has-a-decimal-comma", test_decimal_comma);
  g_test_add_func ("/command/dutch/keeps-columns-straight", test_columns_are_straight);
  g_test_add_func ("/command/dutch/leaves-data-as-they-are", test_data_are_the_same);
  g_test_add_func ("/command/dutch/refuses-in-dutch", test_refusals);
  g_test_add_func ("/command/dutch/refuses-an-unknown-language", test_unknown_language);
  g_test_add_func ("/command/dutch/follows-the-environment-then-the-option", test_environment);
  g_test_add_func ("/command/dutch/lets-no-english-into-figures", test_figures);
  g_test_add_func ("/command/dutch/writes-the-history-in-dutch", test_history);
  return g_test_run ();
}
