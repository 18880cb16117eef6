/* Values of levers in words, in both languages. Expected words by hand from levers.csv.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-language.h"
#include "ijk-lever-words.h"
#include "ijk-reference-load.h"

static IjkReference *reference;

typedef struct
{
  const char *name;
  const char *setting; /* as in `--set` */
  const char *english; /* of 2030 */
} WordsCase;

static const WordsCase cases[] = {
  { "fraction", "enforcement=0.75", "75%" },
  { "year", "aramis_start=2034", "2034" },
  { "never", "aramis_start=2051", "never" },
  { "factor", "elec_scale=0.7", "0.7" },
  { "path", "reduction_factor=2026:1.2,2030:0.745", "0.745 in 2030" },
  { "path-between-points", "ets_price=2028:100,2032:140", "120 €/t in 2030" },
  { "ceiling", "ccs_ceiling=2026:9700", "9,700 kt a year in 2030" },
  { "no-ceiling", "ccs_ceiling=2026:25000", "none in 2030" },
  { "law", "levy_regime=tightening_2023", "Tightening of 2023" },
  { "at-most", "ccs_share=at_most:2026:0.4", "at most 40% in 2030" },
  { "exactly", "ccs_share=exactly:2026:0.5", "exactly 50% in 2030" },
  { "project", "project.tata-dri=0", "does not go ahead" },
  { "project-start", "project_start.tata-dri=2034", "starts in 2034" },
};

static void
test_words (gconstpointer data)
{
  const WordsCase *c = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (IjkScenario) law = ijk_scenario_new (reference, NULL);
  g_autoptr (IjkScenario) scenario = ijk_scenario_with_setting (law, c->setting, &error);
  const IjkLeverSetting *settings;
  g_autofree char *words = NULL;
  guint n;

  g_assert_no_error (error);
  settings = ijk_scenario_get_settings (scenario, &n);
  g_assert_cmpuint (n, ==, 1);
  words = ijk_lever_words_value (reference, &settings[0].key, &settings[0].value, 2030);
  g_assert_cmpstr (words, ==, c->english);
  g_assert_false (ijk_lever_words_is_default (reference, &settings[0]));
}

static void
test_default_is_no_change (void)
{
  static const char *const defaults[]
      = { "levy_regime=tax_plan_2026", "enforcement=0.4", "ccs_share=free", "project.tata-dri=1" };

  for (guint i = 0; i < G_N_ELEMENTS (defaults); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (IjkScenario) law = ijk_scenario_new (reference, NULL);
      g_autoptr (IjkScenario) scenario = ijk_scenario_with_setting (law, defaults[i], &error);
      const IjkLeverSetting *settings;
      guint n;

      g_assert_no_error (error);
      settings = ijk_scenario_get_settings (scenario, &n);
      for (guint j = 0; j < n; j++)
        g_assert_true (ijk_lever_words_is_default (reference, &settings[j]));
    }
}

/* The headings are those of the agreement in every language; only the gloss is for the English. */
static void
test_headings_stay_dutch (void)
{
  g_assert_cmpstr (ijk_lever_words_heading (IJK_HEADING_FINANCIAL), ==, "Financiële afspraken");
  g_assert_cmpstr (ijk_lever_words_gloss (IJK_HEADING_FINANCIAL), ==, "money and law");
  if (!ijk_language_select ("nl"))
    {
      g_test_skip ("the catalogue is not built");
      return;
    }
  g_assert_cmpstr (ijk_lever_words_heading (IJK_HEADING_FINANCIAL), ==, "Financiële afspraken");
  g_assert_cmpstr (ijk_lever_words_gloss (IJK_HEADING_FINANCIAL), ==, "");
  g_assert_true (ijk_language_select ("en"));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  ijk_language_init (g_getenv ("IJKPAD_LOCALE"));
  g_assert_true (ijk_language_select ("en"));
  reference = ijk_reference_load (g_getenv ("IJKPAD_REFERENCE"), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/lever-words/value/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_words);
    }
  g_test_add_func ("/lever-words/default/is-no-change", test_default_is_no_change);
  g_test_add_func ("/lever-words/headings/stay-dutch", test_headings_stay_dutch);
  result = g_test_run ();
  ijk_reference_unref (reference);
  return result;
}
