/* Languages and the numbers written in them. Expected texts are worked out by hand from the rules of
 * the design: English 12,400.5 and €8.30 million, Dutch 12.400,5 and € 8,30 miljoen.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n.h>
#include <locale.h>
#include <math.h>
#include <stdlib.h>
#include <unistd.h>

#include "catalogue.h"
#include "ijk-language.h"
#include "ijk-quantity.h"
#include "ijk-source.h"

extern char **environ;

typedef char *(*WriteFunc) (double value);

static char *
write_plain_1 (double value)
{
  return ijk_quantity_number (value, 1);
}

static char *
write_cell_1 (double value)
{
  return ijk_quantity_cell (value, 1);
}

static char *
write_change_1 (double value)
{
  return ijk_quantity_change (value, 1);
}

typedef struct
{
  const char *name;
  WriteFunc write;
  double value;
  const char *english, *dutch;
} QuantityCase;

static const QuantityCase quantity_cases[] = {
  { "number", write_plain_1, 12400.5, "12,400.5", "12.400,5" },
  { "negative", write_plain_1, -1234567.89, "−1,234,567.9", "−1.234.567,9" },
  { "no-minus-zero", write_plain_1, -0.04, "0.0", "0,0" },
  { "unknown", write_plain_1, NAN, "–", "–" },
  { "infinite", write_plain_1, INFINITY, "–", "–" },
  { "cell", write_cell_1, 12400.5, "12400.5", "12400,5" },
  { "cell-negative", write_cell_1, -1234567.89, "-1234567.9", "-1234567,9" },
  { "cell-unknown", write_cell_1, NAN, "", "" },
  { "rise", write_change_1, 0.44, "+0.4", "+0,4" },
  { "fall", write_change_1, -2.36, "−2.4", "−2,4" },
  { "no-change", write_change_1, -0.01, "0.0", "0,0" },
  { "mt", ijk_quantity_mt, 37849, "37.8 Mt", "37,8 Mt" },
  { "mt-zero", ijk_quantity_mt, 0, "0.0 Mt", "0,0 Mt" },
  { "mt-change", ijk_quantity_mt_change, -2400, "−2.4 Mt", "−2,4 Mt" },
  { "kt", ijk_quantity_kt, 1234.4, "1,234 kt", "1.234 kt" },
  { "money-nought", ijk_quantity_money, 0, "€0.00 million", "€ 0,00 miljoen" },
  { "money-small", ijk_quantity_money, 8.3, "€8.30 million", "€ 8,30 miljoen" },
  { "money-just-below-ten", ijk_quantity_money, 9.996, "€10.0 million", "€ 10,0 miljoen" },
  { "money-tens", ijk_quantity_money, 50.602, "€50.6 million", "€ 50,6 miljoen" },
  { "money-just-below-hundred", ijk_quantity_money, 99.96, "€100 million", "€ 100 miljoen" },
  { "money-hundreds", ijk_quantity_money, 183.4, "€183 million", "€ 183 miljoen" },
  { "money-just-below-billion", ijk_quantity_money, 999.6, "€1.0 billion", "€ 1,0 miljard" },
  { "money-billions", ijk_quantity_money, 21400, "€21.4 billion", "€ 21,4 miljard" },
  { "money-negative", ijk_quantity_money, -422.7, "−€423 million", "−€ 423 miljoen" },
  { "money-negative-billions", ijk_quantity_money, -1500, "−€1.5 billion", "−€ 1,5 miljard" },
  { "money-no-minus-zero", ijk_quantity_money, -0.001, "€0.00 million", "€ 0,00 miljoen" },
  { "money-unknown", ijk_quantity_money, NAN, "–", "–" },
  { "rate", ijk_quantity_rate, 33.2, "33.20 €/t", "33,20 €/t" },
  { "share", ijk_quantity_share, 0.75, "75%", "75%" },
  { "factor", ijk_quantity_factor, 0.745, "0.745", "0,745" },
  { "factor-above-one", ijk_quantity_factor, 1.22, "1.220", "1,220" },
  { "plain", ijk_quantity_plain, -1234.5, "-1234.5", "-1234.5" },
  { "plain-sum", ijk_quantity_plain, 55.399999999999999, "55.4", "55.4" },
  { "plain-whole", ijk_quantity_plain, 0.1 + 0.2, "0.30000000000000004", "0.30000000000000004" },
  { "plain-no-minus-zero", ijk_quantity_plain, -0.0, "0", "0" },
  { "plain-unknown", ijk_quantity_plain, NAN, "", "" },
};

static void
test_quantity (gconstpointer data)
{
  const QuantityCase *test = data;
  g_autofree char *english = NULL;
  g_autofree char *dutch = NULL;

  g_assert_true (ijk_language_select ("en"));
  english = test->write (test->value);
  g_assert_cmpstr (english, ==, test->english);
  g_assert_true (ijk_language_select ("nl"));
  dutch = test->write (test->value);
  g_assert_cmpstr (dutch, ==, test->dutch);
  g_assert_true (ijk_language_select ("en"));
}

static void
test_units (void)
{
  g_assert_true (ijk_language_select ("en"));
  g_assert_cmpstr (ijk_quantity_unit ("EUR/t"), ==, "€/t");
  g_assert_cmpstr (ijk_quantity_unit ("MEUR"), ==, "€ million");
  g_assert_cmpstr (ijk_quantity_unit ("factor"), ==, "");
  g_assert_cmpstr (ijk_quantity_unit ("energy|co2"), ==, "");
  /* What nobody wrote out is not lost. */
  g_assert_cmpstr (ijk_quantity_unit ("barrels"), ==, "barrels");
  g_assert_true (ijk_language_select ("nl"));
  g_assert_cmpstr (ijk_quantity_unit ("MEUR"), ==, "€ miljoen");
  g_assert_true (ijk_language_select ("en"));
}

static void
test_switch_and_back (void)
{
  for (guint i = 0; i < 3; i++)
    {
      g_assert_true (ijk_language_select ("en"));
      g_assert_cmpstr (gettext ("Refining"), ==, "Refining");
      g_assert_cmpstr (ijk_language_get (), ==, "en");
      g_assert_cmpstr (ijk_language_pick ("Chemicals", "Chemie"), ==, "Chemicals");
      g_assert_true (ijk_language_select ("nl"));
      g_assert_cmpstr (gettext ("Refining"), ==, "Raffinage");
      g_assert_cmpstr (ijk_language_get (), ==, "nl");
      g_assert_cmpstr (ijk_language_pick ("Chemicals", "Chemie"), ==, "Chemie");
    }
  g_assert_true (ijk_language_select ("en"));
}

static void
test_unknown_language_changes_nothing (void)
{
  g_assert_true (ijk_language_select ("nl"));
  g_assert_false (ijk_language_select ("fy"));
  g_assert_false (ijk_language_select (""));
  g_assert_cmpstr (ijk_language_get (), ==, "nl");
  g_assert_cmpstr (gettext ("Food"), ==, "Voeding");
  g_assert_true (ijk_language_select ("en"));
}

static void
test_missing_name_falls_back (void)
{
  g_assert_true (ijk_language_select ("nl"));
  g_assert_cmpstr (ijk_language_pick ("Chemicals", ""), ==, "Chemicals");
  g_assert_cmpstr (ijk_language_pick ("Chemicals", NULL), ==, "Chemicals");
  g_assert_true (ijk_language_select ("en"));
}

/* Files are written with printf() by other libraries too. */
static void
test_numbers_of_the_library_keep_their_point (void)
{
  char text[16];

  g_assert_true (ijk_language_select ("nl"));
  g_snprintf (text, sizeof text, "%.1f", 0.5);
  g_assert_cmpstr (text, ==, "0.5");
  g_assert_cmpstr (setlocale (LC_NUMERIC, NULL), ==, "C");
  g_assert_true (ijk_language_select ("en"));
}

/* The wish of the environment is that of the start, whatever was chosen since. */
static void
test_environment (const char *wish,
                  const char *expected)
{
  g_autofree char *folder = NULL;

  if (g_test_subprocess ())
    {
      folder = catalogue_write ();
      ijk_language_init (folder);
      g_print ("%s", ijk_language_get ());
      g_assert_true (ijk_language_select ("en"));
      g_assert_true (ijk_language_select (NULL));
      g_print (" %s", ijk_language_get ());
      catalogue_remove (folder);
      exit (0);
    }
  g_setenv ("LANGUAGE", wish, TRUE);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stdout (expected);
}

static void
test_environment_in_dutch (void)
{
  test_environment ("nl_NL:en", "*nl nl*");
}

static void
test_environment_without_catalogue (void)
{
  test_environment ("fy:de", "*en en*");
}

/* Whoever reads the environment in another thread meanwhile must find it whole: the array stays
 * where it is, and nothing in it moves. */
static void
test_switch_moves_nothing (void)
{
  static const char *const switches[] = { "nl", NULL, "en", "nl", "en", NULL, "nl" };

  if (g_test_subprocess ())
    {
      g_autofree char *folder = catalogue_write ();
      g_auto (GStrv) names = NULL;
      char **before = NULL;
      guint n = 0;

      ijk_language_init (folder);
      g_setenv ("IJK_TEST_BEHIND_IT", "1", TRUE); /* would move if another went */
      before = environ;
      names = g_listenv ();
      n = g_strv_length (names);
      for (guint i = 0; i < G_N_ELEMENTS (switches); i++)
        {
          g_auto (GStrv) now = NULL;

          g_assert_true (ijk_language_select (switches[i]));
          now = g_listenv ();
          g_assert_true (environ == before);
          g_assert_cmpuint (g_strv_length (now), ==, n);
          for (guint k = 0; k < n; k++)
            g_assert_cmpstr (now[k], ==, names[k]);
          g_assert_cmpstr (ijk_language_get (), ==, switches[i] != NULL ? switches[i] : "en");
        }
      catalogue_remove (folder);
      exit (0);
    }
  g_unsetenv ("LANGUAGE");
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

static void
test_no_catalogue_is_english (void)
{
  if (g_test_subprocess ())
    {
      ijk_language_init ("/nowhere");
      g_assert_cmpstr (ijk_language_get (), ==, "en");
      g_assert_false (ijk_language_select ("nl"));
      g_assert_true (ijk_language_select ("en"));
      exit (0);
    }
  g_setenv ("LANGUAGE", "nl", TRUE);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

typedef struct
{
  const char *name;
  const char *source, *dutch;
} SourceCase;

static const SourceCase source_cases[] = {
  { "of-the-shipped-tables", "Wbm chapter VIB and amendments", "Wbm hoofdstuk VIB en wijzigingen" },
  { "numbers-get-a-comma",
    "National 0.05 Mt (2030), 3 Mt (2050) x sector weight 0.35 over eligible 2024 emissions 13352 kt; "
    "capped at 0.9",
    "Landelijk 0,05 Mt (2030), 3 Mt (2050) x gewicht 0,35 op 13352 kt; hoogstens 0,9" },
  { "words-after-the-sentence-keep-it",
    "National 1 Mt (2030), 3 Mt (2050) x sector weight 1 over eligible 2024 emissions 2300 kt; "
    "capped at 0.9, from memory",
    NULL },
  { "half-a-sentence-stands", "National 0.05 Mt (2030)", NULL },
  { "no-numbers-stand", "National 1e5 Mt (2030), 3 Mt (2050) x sector weight 1", NULL },
  /* Known to the catalogue, but under no mark of sources. */
  { "of-a-reader-stands", "Food", NULL },
  { "empty", "", NULL },
};

/* A workbook brings its own rows: what nobody wrote out is not lost. */
static void
test_source (gconstpointer data)
{
  const SourceCase *test = data;

  g_assert_true (ijk_language_select ("en"));
  g_assert_cmpstr (ijk_source_words (test->source), ==, test->source);
  g_assert_true (ijk_language_select ("nl"));
  g_assert_cmpstr (ijk_source_words (test->source), ==,
                   test->dutch != NULL ? test->dutch : test->source);
  g_assert_null (ijk_source_words (NULL));
  g_assert_true (ijk_language_select ("en"));
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *folder = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  /* A subprocess begins from nothing. */
  if (!g_test_subprocess ())
    {
      folder = catalogue_write ();
      ijk_language_init (folder);
    }
  for (guint i = 0; i < G_N_ELEMENTS (quantity_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/quantity/%s", quantity_cases[i].name);

      g_test_add_data_func (path, &quantity_cases[i], test_quantity);
    }
  for (guint i = 0; i < G_N_ELEMENTS (source_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/source/%s", source_cases[i].name);

      g_test_add_data_func (path, &source_cases[i], test_source);
    }
  g_test_add_func ("/quantity/units", test_units);
  g_test_add_func ("/language/switch-and-back", test_switch_and_back);
  g_test_add_func ("/language/unknown-changes-nothing", test_unknown_language_changes_nothing);
  g_test_add_func ("/language/missing-name-falls-back", test_missing_name_falls_back);
  g_test_add_func ("/language/point-in-files", test_numbers_of_the_library_keep_their_point);
  g_test_add_func ("/language/environment-in-dutch", test_environment_in_dutch);
  g_test_add_func ("/language/environment-without-catalogue", test_environment_without_catalogue);
  g_test_add_func ("/language/switch-moves-nothing", test_switch_moves_nothing);
  g_test_add_func ("/language/no-catalogue-is-english", test_no_catalogue_is_english);
  status = g_test_run ();
  if (folder != NULL)
    catalogue_remove (folder);
  return status;
}
