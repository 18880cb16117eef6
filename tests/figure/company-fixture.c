/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "company-fixture.h"

#include "catalogue.h"
#include "figure-fixture.h"

#include "ijk-language.h"

static const char *const scenarios[FIXTURE_N_SCENARIOS] = {
  "",
  FIGURE_FIXTURE_PACE,
  FIGURE_FIXTURE_PACE " ccs_share@company:Shell=exactly:2030:0.5 electrification_share=at_most:2030:0.1 "
                      "benchmark_scale@company:Yara=2027:0.8 project.porthos-shell=0",
};

const int fixture_years[FIXTURE_N_YEARS] = { 2021, 2025, 2026, 2030, 2041, 2050 };

IjkCompanyTable *
fixture_table (const CompanyFixture *data,
               guint                 scenario,
               int                   year)
{
  IjkCompanyTable *table = ijk_company_table_new (data->reference);

  ijk_company_table_set_result (table, data->results[scenario], data->results[0], year);
  return table;
}

double
fixture_value (const IjkResult *result,
               IjkItems         items,
               const char      *id,
               guint            item,
               int              year)
{
  return ijk_indicator_value (ijk_indicator_find (items, id), result, item, year);
}

int
fixture_run_tests (int    *argc,
                   char ***argv,
                   void  (*add_tests) (const CompanyFixture *data))
{
  g_autofree char *folder = NULL;
  CompanyFixture data = { 0 };
  int status;

  g_test_init (argc, argv, NULL);
  folder = catalogue_write ();
  ijk_language_init (folder);
  ijk_language_select ("en");
  data.reference = figure_fixture_load_reference ();
  for (guint s = 0; s < FIXTURE_N_SCENARIOS; s++)
    data.results[s] = figure_fixture_run (data.reference, scenarios[s]);
  add_tests (&data);
  status = g_test_run ();
  for (guint s = 0; s < FIXTURE_N_SCENARIOS; s++)
    ijk_result_unref (data.results[s]);
  ijk_reference_unref (data.reference);
  catalogue_remove (folder);
  return status;
}
