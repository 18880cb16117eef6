/* Names of steps, against sentences written out by hand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-session-private.h"

typedef struct
{
  const char *name;       /* of the case */
  const char *before;     /* (nullable) as in `--set` */
  const char *after;      /* (nullable) as in `--set`; NULL: reset */
  const char *key;
  const char *en, *nl;
} Case;

/* Lever names as in levers.csv, units as design.md writes them. */
static const Case cases[] = {
  { "number", NULL, "network_fee=12.5", "network_fee", "Network fee and tax on power: 12.5 €/MWh",
    "Nettarief en belasting op stroom: 12,5 €/MWh" },
  { "share", NULL, "realisation=0.85", "realisation", "%s: 85%", "%s: 85%" },
  { "small-share", NULL, "autonomous=0.005", "autonomous", "%s: 0.5%", "%s: 0,5%" },
  { "factor", NULL, "ets_scale=1.25", "ets_scale", "%s: 1.25", "%s: 1,25" },
  { "negative", NULL, "extra_case=-0.5", "extra_case", "%s: −0.5", "%s: −0,5" },
  { "year", NULL, "aramis_start=2033", "aramis_start", "%s: 2033", "%s: 2033" },
  { "never", NULL, "aramis_start=2051", "aramis_start", "%s: never", "%s: never" },
  { "statute", NULL, "levy_regime=act_2021", "levy_regime", "%s: Act of 2021", "%s: Wet van 2021" },
  { "duty", NULL, "duty_scope=energy", "duty_scope", "%s: energy saving only",
    "%s: energy saving only" },
  { "path-one-number", NULL, "ccs_ceiling=9700", "ccs_ceiling", "%s: 9700 kt/y", "%s: 9700 kt/y" },
  { "path-one-point-moved", "ets_price=2030:100,2040:150", "ets_price=2030:120,2040:150",
    "ets_price", "%s: 120 €/t in 2030", "%s: 120 €/t in 2030" },
  { "path-more-moved", "ets_price=2030:100,2040:150", "ets_price=2030:120,2040:160", "ets_price",
    "%s: another path", "%s: another path" },
  { "path-point-added", "ets_price=2030:100,2040:150", "ets_price=2030:100,2035:130,2040:150",
    "ets_price", "%s: another path", "%s: another path" },
  { "market", "ccs_share=at_most:2030:0.4", "ccs_share=free", "ccs_share", "%s: left to the market",
    "%s: left to the market" },
  { "at-most", NULL, "ccs_share=at_most:2030:0.4", "ccs_share", "%s: at most 40%",
    "%s: at most 40%" },
  { "exactly", NULL, "ccs_share=exactly:2030:0.4", "ccs_share", "%s: 40%", "%s: 40%" },
  { "reset", "kappa=0.2", NULL, "kappa", "%s: back to the reference", "%s: back to the reference" },
  { "project", NULL, "project.tata-dri=0", "project.tata-dri", "%s: does not go ahead",
    "%s: does not go ahead" },
  { "project-start", NULL, "project_start.tata-dri=2035", "project_start.tata-dri", "%s: 2035",
    "%s: 2035" },
};

static IjkReference *reference;

static IjkScenario *
scenario_of (const char *setting)
{
  g_autoptr (IjkScenario) none = ijk_scenario_new (reference, NULL);
  g_autoptr (GError) error = NULL;
  IjkScenario *scenario = NULL;

  if (setting == NULL)
    return g_steal_pointer (&none);
  scenario = ijk_scenario_with_setting (none, setting, &error);
  g_assert_no_error (error);
  return scenario;
}

/* "%s" stands for the name of the lever. */
static void
assert_label (const char        *expected,
              const char        *language,
              const IjkLeverKey *key,
              const IjkScenario *before,
              const IjkScenario *after)
{
  g_autofree char *label = ijk_session_name_edit (language, key, before, after);
  g_autofree char *name = ijk_session_name_lever (language, reference, key);
  g_autoptr (GString) text = g_string_new (expected);

  g_string_replace (text, "%s", name, 1);
  g_assert_cmpstr (label, ==, text->str);
}

static void
names_the_edit (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (IjkScenario) before = scenario_of (c->before);
  g_autoptr (IjkScenario) after = scenario_of (c->after);
  g_autoptr (GError) error = NULL;
  IjkLeverKey key;

  g_assert_true (ijk_lever_key_parse (reference, c->key, &key, &error));
  g_assert_no_error (error);
  assert_label (c->en, "en", &key, before, after);
  assert_label (c->nl, "nl", &key, before, after);
}

static void
names_what_it_is_set_on (void)
{
  const IjkLeverKey national = { IJK_LEVER_BENCHMARK_SCALE, IJK_SCOPE_NATIONAL, 0 };
  const IjkLeverKey sector = { IJK_LEVER_BENCHMARK_SCALE, IJK_SCOPE_SECTOR, 0 };
  const IjkLeverKey company = { IJK_LEVER_BENCHMARK_SCALE, IJK_SCOPE_COMPANY, 0 };
  g_autofree char *of_nation = ijk_session_name_lever ("en", reference, &national);
  g_autofree char *of_sector = ijk_session_name_lever ("nl", reference, &sector);
  g_autofree char *of_company = ijk_session_name_lever ("en", reference, &company);
  g_autofree char *expected_sector
      = g_strconcat ("IJkwaarde, ", reference->sectors[0].name_nl, NULL);
  g_autofree char *expected_company
      = g_strconcat ("Benchmark, ", reference->companies[0].name, NULL);

  g_assert_cmpstr (of_nation, ==, "Benchmark");
  g_assert_cmpstr (of_sector, ==, expected_sector);
  g_assert_cmpstr (of_company, ==, expected_company);
}

/* Every lever at every end of its range has a name without a hole in it. */
static void
every_lever_has_a_name (void)
{
  for (guint i = 0; i < IJK_N_LEVERS; i++)
    {
      const IjkLever *lever = &reference->levers[i];
      const IjkLeverKey key = { i, i < IJK_N_TABLE_LEVERS ? IJK_SCOPE_NATIONAL : IJK_SCOPE_PROJECT,
                                0 };
      const IjkLeverValue values[] = {
        { .number = lever->min, .mode = IJK_SHARE_EXACTLY, .n_points = 1,
          .points = { { 2030, lever->min } } },
        { .number = lever->max, .mode = IJK_SHARE_AT_MOST, .n_points = 1,
          .points = { { 2030, lever->max } } },
      };
      g_autoptr (IjkScenario) none = ijk_scenario_new (reference, NULL);

      for (guint k = 0; k < G_N_ELEMENTS (values); k++)
        {
          IjkLeverValue value = values[k];
          g_autoptr (GError) error = NULL;
          g_autoptr (IjkScenario) after = NULL;
          g_autofree char *label = NULL;

          if (lever->kind == IJK_LEVER_KIND_SWITCH)
            value = (IjkLeverValue) { .choice = k };
          after = ijk_scenario_with_lever (none, &key, &value, &error);
          g_assert_no_error (error);
          label = ijk_session_name_edit ("nl", &key, none, after);
          g_assert_false (g_str_has_suffix (label, ": "));
          g_assert_false (g_str_has_suffix (label, "path"));
          g_assert_null (g_strrstr (label, "(null)"));
        }
    }
}

int
main (int    argc,
      char **argv)
{
  int status = 0;

  g_test_init (&argc, &argv, NULL);
  reference = ijk_reference_load (g_getenv ("IJKPAD_REFERENCE"), NULL);
  g_assert_nonnull (reference);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/session/label/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], names_the_edit);
    }
  g_test_add_func ("/session/label/scope", names_what_it_is_set_on);
  g_test_add_func ("/session/label/every-lever", every_lever_has_a_name);
  status = g_test_run ();
  ijk_reference_unref (reference);
  return status;
}
