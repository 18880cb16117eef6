/* Spoiled tables of policy: regimes, series and levers; what the equations need is there and
 * what they cannot use is refused.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "reference-texts.h"

#define VALUE IJK_STORE_ERROR_VALUE
#define DUPLICATE IJK_STORE_ERROR_DUPLICATE

#define NO_TEXT "the cell is empty; expected text"
#define REGIMES "act_2021, tightening_2023 or tax_plan_2026"

static const SpoiledCell cell_cases[] = {
  { IJK_TABLE_REGIMES, "act_2021,", "id", "act_2020", VALUE, "“act_2020”\n" REGIMES },
  { IJK_TABLE_REGIMES, "tightening_2023,", "id", "act_2021", DUPLICATE, "“act_2021” stands twice" },
  { IJK_TABLE_REGIMES, "act_2021,", "name_en", "", VALUE, NO_TEXT },
  { IJK_TABLE_REGIMES, "act_2021,", "status", "law", VALUE, "“law”" },

  { IJK_TABLE_POLICY, "min_price,", "series", "max_price", VALUE, "“max_price”\nmin_price" },
  { IJK_TABLE_POLICY, "min_price,", "series", "", VALUE, "is empty" },
  { IJK_TABLE_POLICY, "min_price,", "regime", "act_2021", VALUE, "“act_2021”\nlow or high" },
  { IJK_TABLE_POLICY, "levy_rate,act_2021,", "regime", "", VALUE, "is empty\n" REGIMES },
  { IJK_TABLE_POLICY, "levy_rate,act_2021,", "regime", "low", VALUE, "“low”\n" REGIMES },
  { IJK_TABLE_POLICY, "free_share,cbam,", "regime", "steel", VALUE, "“steel”\nother or cbam" },
  { IJK_TABLE_POLICY, "min_price,,2021,", "year", "2012", VALUE, "2012 is out of\n2013 to 2050" },
  { IJK_TABLE_POLICY, "min_price,,2021,", "year", "2051", VALUE, "2051 is out of\n2013 to 2050" },
  { IJK_TABLE_POLICY, "min_price,,2021,", "year", "2021.5", VALUE, "2021.5 is not a whole number" },
  { IJK_TABLE_POLICY, "min_price,,2022,", "year", "2021", DUPLICATE, "2021 stands twice" },
  { IJK_TABLE_POLICY, "aramis_profile,,14,", "year", "2030", VALUE, "2030\n0 to 29\nafter" },
  { IJK_TABLE_POLICY, "min_price,,2021,", "value", "201", VALUE, "201 is out\n0 to 200 (EUR/t)" },
  { IJK_TABLE_POLICY, "min_price,,2021,", "value", "-1", VALUE, "-1 is out\n0 to 200 (EUR/t)" },
  { IJK_TABLE_POLICY, "min_price,,2021,", "value", "", VALUE, "is empty\n0 to 200 (EUR/t)" },
  { IJK_TABLE_POLICY, "levy_rate,act_2021,2030,", "value", "500.01", VALUE, "500.01\n0 to 500" },
  { IJK_TABLE_POLICY, "free_share,cbam,2026,", "value", "1.1", VALUE, "1.1\n0 to 1 (fraction)" },
  { IJK_TABLE_POLICY, "bm_era,act_2021,", "value", "2022", VALUE, "2022\n2021, 2023 or 2026" },
  { IJK_TABLE_POLICY, "bm_era,act_2021,", "value", "2030", VALUE, "2030 is out of range\n2026" },
  { IJK_TABLE_POLICY, "min_price,,2021,", "unit", "", VALUE, NO_TEXT },
  { IJK_TABLE_POLICY, "min_price,,2022,", "unit", "USD/t", VALUE, "“USD/t” differs\none unit" },
  { IJK_TABLE_POLICY, "min_price,,2021,", "status", "", VALUE, "sourced, derived or assumption" },
  { IJK_TABLE_POLICY, "min_price,,2021,", "source", "", VALUE, NO_TEXT },

  { IJK_TABLE_LEVERS, "kappa,", "id", "lambda", VALUE, "“lambda”\nkappa" },
  { IJK_TABLE_LEVERS, "kappa,", "id", "project", VALUE, "“project” is not a known word" },
  { IJK_TABLE_LEVERS, "levy_return,", "id", "kappa", DUPLICATE, "“kappa” stands twice" },
  { IJK_TABLE_LEVERS, "kappa,", "name_en", "", VALUE, NO_TEXT },
  { IJK_TABLE_LEVERS, "kappa,", "name_nl", "", VALUE, NO_TEXT },
  { IJK_TABLE_LEVERS, "kappa,", "seed_heading", "money", VALUE, "“money”\nfinancieel" },
  { IJK_TABLE_LEVERS, "kappa,", "kind", "slider", VALUE, "“slider”\nnumber, switch, path" },
  { IJK_TABLE_LEVERS, "kappa,", "kind", "path", VALUE, "use this lever as a number" },
  { IJK_TABLE_LEVERS, "ets_price,", "kind", "number", VALUE, "use this lever as a path" },
  { IJK_TABLE_LEVERS, "ccs_share,", "kind", "path", VALUE, "use this lever as a mode_share" },
  { IJK_TABLE_LEVERS, "duty_scope,", "kind", "number", VALUE, "use this lever as a switch" },
  { IJK_TABLE_LEVERS, "kappa,", "unit", "", VALUE, NO_TEXT },
  { IJK_TABLE_LEVERS, "duty_scope,", "unit", "co2|energy", VALUE, "“co2|energy”\nenergy|co2" },
  { IJK_TABLE_LEVERS, "levy_regime,", "unit", "act_2021", VALUE, "“act_2021” is not\nact_2021|ti" },
  { IJK_TABLE_LEVERS, "duty_scope,", "default", "all", VALUE, "“all”\nexpected energy or co2" },
  { IJK_TABLE_LEVERS, "duty_scope,", "default", "", VALUE, "is empty\nexpected energy or co2" },
  { IJK_TABLE_LEVERS, "kappa,", "min", "", VALUE, "is empty" },
  { IJK_TABLE_LEVERS, "kappa,", "min", "none", VALUE, "“none” is not a number" },
  { IJK_TABLE_LEVERS, "kappa,", "max", "-1", VALUE, "-1 is not above the minimum 0" },
  { IJK_TABLE_LEVERS, "kappa,", "max", "0", VALUE, "0 is not above the minimum 0" },
  { IJK_TABLE_LEVERS, "kappa,", "max", "1e7", VALUE, "1e7 is out of range" },
  { IJK_TABLE_LEVERS, "kappa,", "step", "0", VALUE, "0 is out of range" },
  { IJK_TABLE_LEVERS, "kappa,", "step", "", VALUE, "is empty" },
  { IJK_TABLE_LEVERS, "kappa,", "default", "1.1", VALUE, "1.1 is out of range\n0 to 1 (fraction)" },
  { IJK_TABLE_LEVERS, "kappa,", "default", "half", VALUE, "“half” is not a number" },
  { IJK_TABLE_LEVERS, "kappa,", "default", "", VALUE, "a default or a series" },
  { IJK_TABLE_LEVERS, "ets_price,", "default", "100", VALUE, "a default or a series\nnot both" },
  { IJK_TABLE_LEVERS, "ccs_share,", "default", "0.5", VALUE, "“0.5”\nexpected free" },
  { IJK_TABLE_LEVERS, "kappa,", "scope", "", VALUE, NO_TEXT },
  { IJK_TABLE_LEVERS, "kappa,", "scope", "galaxy", VALUE, "no equation\n“galaxy”" },
  { IJK_TABLE_LEVERS, "kappa,", "scope", "national|sector", VALUE, "no equation\n“sector”" },
  { IJK_TABLE_LEVERS, "growth,", "scope", "national|company", VALUE, "no equation\n“company”" },
  { IJK_TABLE_LEVERS, "kappa,", "scope", "project", VALUE, "no equation\n“project”" },
  { IJK_TABLE_LEVERS, "kappa,", "scope", "national|", VALUE, "no equation\n“”" },
  { IJK_TABLE_LEVERS, "kappa,", "series", "ets_price", VALUE, "“ets_price” is not “”" },
  { IJK_TABLE_LEVERS, "ets_price,", "series", "", VALUE, "“” is not “ets_price”" },
  { IJK_TABLE_LEVERS, "ets_price,", "series", "ets_ref", VALUE, "“ets_ref” is not “ets_price”" },
  { IJK_TABLE_LEVERS, "kappa,", "status", "sure", VALUE, "“sure”" },
  { IJK_TABLE_LEVERS, "kappa,", "source", "", VALUE, NO_TEXT },
  { IJK_TABLE_LEVERS, "kappa,", "help_en", "", VALUE, NO_TEXT },
  { IJK_TABLE_LEVERS, "kappa,", "help_nl", "", VALUE, NO_TEXT },
};

/* Every row that starts so is taken out: the equations lack it. */
typedef struct
{
  IjkTableId table;
  const char *row_start;
  const char *parts;
} MissingCase;

static const MissingCase missing_cases[] = {
  { IJK_TABLE_REGIMES, "act_2021,", "regime “act_2021” is missing" },
  { IJK_TABLE_REGIMES, "tax_plan_2026,", "regime “tax_plan_2026” is missing" },
  { IJK_TABLE_POLICY, "min_price,,", "the series “min_price” is missing" },
  { IJK_TABLE_POLICY, "technicians,,", "the series “technicians” is missing" },
  { IJK_TABLE_POLICY, "aramis_profile,,", "the series “aramis_profile” is missing" },
  { IJK_TABLE_POLICY, "levy_rate,act_2021,", "the series “levy_rate” for act_2021 is missing" },
  { IJK_TABLE_POLICY, "bm_era,tightening_2023,", "“bm_era” for tightening_2023 is missing" },
  { IJK_TABLE_POLICY, "free_share,cbam,", "the series “free_share” for cbam is missing" },
  { IJK_TABLE_LEVERS, "levy_regime,", "the row of lever “levy_regime” is missing" },
  { IJK_TABLE_LEVERS, "leak_rate,", "the row of lever “leak_rate” is missing" },
};

static void
expect_missing (gconstpointer data)
{
  const MissingCase *c = data;
  g_auto (GStrv) texts = reference_texts_read ();
  g_autofree char *start = g_strconcat (ijk_table_names[c->table], ": ", NULL);
  g_autofree char *again = g_strconcat ("\n", c->row_start, NULL);

  do
    reference_texts_drop_row (&texts[c->table], c->row_start);
  while (g_strrstr (texts[c->table], again) != NULL);
  reference_texts_expect_error (texts, IJK_STORE_ERROR_INCOMPLETE, start, c->parts);
}

/* The display cases low and high are not needed by any equation. */
static void
test_display_cases (void)
{
  g_auto (GStrv) texts = reference_texts_read ();
  g_autoptr (GError) error = NULL;
  g_autoptr (IjkReference) reference = NULL;

  while (g_strrstr (texts[IJK_TABLE_POLICY], "\nets_price,low,") != NULL)
    reference_texts_drop_row (&texts[IJK_TABLE_POLICY], "ets_price,low,");
  reference = ijk_reference_parse ((const char *const *) texts, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (reference->series[IJK_SERIES_ETS_PRICE][IJK_VARIANT_LOW].n_points, ==, 0);
}

/* Rows of a series may stand in any order; they are used in rising years. */
static void
test_points_are_sorted (void)
{
  g_auto (GStrv) texts = reference_texts_read ();
  g_autoptr (GError) error = NULL;
  g_autoptr (IjkReference) reference = NULL;
  const IjkSeries *series = NULL;

  reference_texts_repeat_row (&texts[IJK_TABLE_POLICY], "min_price,,2021,");
  reference_texts_drop_row (&texts[IJK_TABLE_POLICY], "min_price,,2021,");
  reference = ijk_reference_parse ((const char *const *) texts, &error);
  g_assert_no_error (error);
  series = &reference->series[IJK_SERIES_MIN_PRICE][IJK_VARIANT_CENTRAL];
  for (guint i = 0; i < series->n_points; i++)
    g_assert_cmpint (series->points[i].year, ==, 2021 + (int) i);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  reference_texts_test_cells ("/store/reference/policy", cell_cases, G_N_ELEMENTS (cell_cases));
  for (guint i = 0; i < G_N_ELEMENTS (missing_cases); i++)
    {
      const MissingCase *c = &missing_cases[i];
      g_autofree char *path = g_strdup_printf ("/store/reference/policy/missing/%s/%s",
                                               ijk_table_names[c->table], c->row_start);

      g_test_add_data_func (path, c, expect_missing);
    }
  g_test_add_func ("/store/reference/policy/display-cases-may-lack", test_display_cases);
  g_test_add_func ("/store/reference/policy/points-in-any-order", test_points_are_sorted);
  return g_test_run ();
}
