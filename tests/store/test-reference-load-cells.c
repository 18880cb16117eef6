/* One spoiled cell of one table a case: the loader names file, line and column, what it found and
 * what it expected.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "reference-texts.h"

#define VALUE IJK_STORE_ERROR_VALUE
#define DUPLICATE IJK_STORE_ERROR_DUPLICATE
#define DANGLING IJK_STORE_ERROR_DANGLING

#define FRACTION "expected a number from 0 to 1 (a fraction)"
#define NO_TEXT "the cell is empty; expected text"
#define STATUSES "expected sourced, derived or assumption"

static const SpoiledCell cases[] = {
  { IJK_TABLE_SECTORS, "fertiliser,", "id", "", VALUE, NO_TEXT },
  { IJK_TABLE_SECTORS, "fertiliser,", "id", "refining", DUPLICATE, "“refining” stands twice" },
  { IJK_TABLE_SECTORS, "fertiliser,", "id", " fertiliser", VALUE, "“ fertiliser” starts or ends" },
  { IJK_TABLE_SECTORS, "refining,", "name_en", "", VALUE, NO_TEXT },
  { IJK_TABLE_SECTORS, "refining,", "name_nl", "", VALUE, NO_TEXT },
  { IJK_TABLE_SECTORS, "refining,", "nace", "19.20 ", VALUE, "“19.20 ” starts or ends" },
  { IJK_TABLE_SECTORS, "refining,", "in_industry", "yes", VALUE, "“yes”\nexpected 0 or 1" },
  { IJK_TABLE_SECTORS, "refining,", "process_share", "1.01", VALUE, "1.01 is out of\n" FRACTION },
  { IJK_TABLE_SECTORS, "refining,", "process_share", "\"0,25\"", VALUE, "“0,25”\n" FRACTION },
  { IJK_TABLE_SECTORS, "refining,", "process_share", "25%", VALUE, "“25%” is not a number" },
  { IJK_TABLE_SECTORS, "refining,", "process_share", "", VALUE, "is empty\n" FRACTION },
  { IJK_TABLE_SECTORS, "chemicals,", "a_2021", "0", VALUE, "0 is out of range\n0.01 to 10" },
  { IJK_TABLE_SECTORS, "chemicals,", "a_2025", "11", VALUE, "11 is out of range\n0.01 to 10" },
  { IJK_TABLE_SECTORS, "chemicals,", "growth", "0.21", VALUE, "0.21 is out of range\n-0.2 to 0.2" },
  { IJK_TABLE_SECTORS, "chemicals,", "pass_through", "-0.1", VALUE, "-0.1 is out\n" FRACTION },
  { IJK_TABLE_SECTORS, "chemicals,", "eta", "0.2", VALUE, "0.2 is out of range\n0 to 0.1" },
  { IJK_TABLE_SECTORS, "chemicals,", "cbam", "2", VALUE, "“2”\nexpected 0 or 1" },
  { IJK_TABLE_SECTORS, "chemicals,", "bm_ratio_2021", "6", VALUE, "6 is out of range\n0 to 5" },
  { IJK_TABLE_SECTORS, "chemicals,", "bm_ratio_2026", "", VALUE, "is empty\n0 to 5 (a ratio)" },
  { IJK_TABLE_SECTORS, "chemicals,", "status", "guess", VALUE, "“guess”\n" STATUSES },
  { IJK_TABLE_SECTORS, "chemicals,", "source", "", VALUE, NO_TEXT },

  { IJK_TABLE_CLUSTERS, "chemelot,", "id", "smart-delta", DUPLICATE, "“smart-delta” stands twice" },
  { IJK_TABLE_CLUSTERS, "chemelot,", "name_nl", "", VALUE, NO_TEXT },
  { IJK_TABLE_CLUSTERS, "chemelot,", "status", "", VALUE, "is empty\n" STATUSES },

  { IJK_TABLE_UNITS, "bp-rotterdam,", "id", "shell-pernis", DUPLICATE, "“shell-pernis”\nunique" },
  { IJK_TABLE_UNITS, "bp-rotterdam,", "name", "", VALUE, NO_TEXT },
  { IJK_TABLE_UNITS, "bp-rotterdam,", "company", "", VALUE, NO_TEXT },
  { IJK_TABLE_UNITS, "rest-food,", "company", "Shell", VALUE, "“Shell”\nkind rest\nno company" },
  { IJK_TABLE_UNITS, "bp-rotterdam,", "sector", "steel", DANGLING, "there is no sector “steel”" },
  { IJK_TABLE_UNITS, "bp-rotterdam,", "sector", "", VALUE, NO_TEXT },
  { IJK_TABLE_UNITS, "bp-rotterdam,", "cluster", "moerdijk", DANGLING, "no cluster “moerdijk”" },
  { IJK_TABLE_UNITS, "bp-rotterdam,", "cluster", "", VALUE, NO_TEXT },
  { IJK_TABLE_UNITS, "rest-food,", "cluster", "north", DANGLING, "there is no cluster “north”" },
  { IJK_TABLE_UNITS, "bp-rotterdam,", "kind", "ETS", VALUE, "“ETS”\nincinerator, n2o or rest" },
  { IJK_TABLE_UNITS, "bp-rotterdam,", "tags", "refinery  ccs", VALUE, "“refinery  ccs”\nspace" },
  { IJK_TABLE_UNITS, "bp-rotterdam,", "tags", "ccs ", VALUE, "“ccs ”\nseparated by one space" },
  { IJK_TABLE_UNITS, "bp-rotterdam,", "process_share", "2", VALUE, "2 is out\n" FRACTION },
  { IJK_TABLE_UNITS, "bp-rotterdam,", "levy_share", "1.2", VALUE, "1.2 is out of\n" FRACTION },
  { IJK_TABLE_UNITS, "bp-rotterdam,", "levy_share", "", VALUE, "is empty\n" FRACTION },
  { IJK_TABLE_UNITS, "rest-food,", "levy_share", "0.5", VALUE, "0.5\nkind rest\nexpected 0" },
  { IJK_TABLE_UNITS, "rest-food,", "benchmark_kt", "12.5", VALUE, "12.5\nhas no rights\nexpected 0" },
  { IJK_TABLE_UNITS, "bp-rotterdam,", "benchmark_kt", "-1", VALUE, "-1\n0 to 100000 (kt a year)" },
  { IJK_TABLE_UNITS, "bp-rotterdam,", "kt_2013", "unknown", VALUE, "“unknown” is not a number" },
  { IJK_TABLE_UNITS, "bp-rotterdam,", "kt_2025", "2e6", VALUE, "2e6 is out of range\n100000 (kt" },
  { IJK_TABLE_UNITS, "aspen-oss,", "kt_2021", "", VALUE, "no emissions in 2021 to 2025\nat least" },
  { IJK_TABLE_UNITS, "bp-rotterdam,", "source", "", VALUE, NO_TEXT },

  { IJK_TABLE_MEASURES, "mvr,", "id", "heat_pump", DUPLICATE, "“heat_pump” stands twice" },
  { IJK_TABLE_MEASURES, "mvr,", "name_en", "", VALUE, NO_TEXT },
  { IJK_TABLE_MEASURES, "mvr,", "group", "solar", VALUE, "“solar”\nefficiency, heat,\nccs or ccu" },
  { IJK_TABLE_MEASURES, "mvr,", "seed_heading", "smart", VALUE, "“smart”\nslimme_industrie" },
  { IJK_TABLE_MEASURES, "mvr,", "pool", "both", VALUE, "“both”\nexpected combustion or process" },
  { IJK_TABLE_MEASURES, "mvr,", "tag", " ccs", VALUE, "“ ccs”\nseparated by one space" },
  { IJK_TABLE_MEASURES, "mvr,", "capex", "-1", VALUE, "-1 is out of range\nEUR per t a year" },
  { IJK_TABLE_MEASURES, "mvr,", "opex", "10001", VALUE, "10001 is out of range\n-1000 to 10000" },
  { IJK_TABLE_MEASURES, "mvr,", "elec", "1001", VALUE, "1001\n-1000 to 1000 (energy per t)" },
  { IJK_TABLE_MEASURES, "mvr,", "elec_kind", "peak", VALUE, "“peak”\nexpected base or flex" },
  { IJK_TABLE_MEASURES, "mvr,", "gas", "1e400", VALUE, "“1e400” is not a number" },
  { IJK_TABLE_MEASURES, "mvr,", "h2", "inf", VALUE, "“inf” is not a number" },
  { IJK_TABLE_MEASURES, "mvr,", "extra_low", "-1001", VALUE, "-1001 is out of range" },
  { IJK_TABLE_MEASURES, "mvr,", "extra", "", VALUE, "is empty\n-1000 to 10000 (EUR per t)" },
  { IJK_TABLE_MEASURES, "mvr,", "extra_high", "0x10", VALUE, "“0x10” is not a number" },
  { IJK_TABLE_MEASURES, "mvr,", "life", "0", VALUE, "0 is out of range\n1 to 100 (years)" },
  { IJK_TABLE_MEASURES, "mvr,", "rate", "0", VALUE, "0 is out of range\n0.001 to 1 (a year)" },
  { IJK_TABLE_MEASURES, "mvr,", "lag", "1.5", VALUE, "1.5 is not a whole number\n0 to 20 (years)" },
  { IJK_TABLE_MEASURES, "mvr,", "lag", "21", VALUE, "21 is out of range\n0 to 20 (years)" },
  { IJK_TABLE_MEASURES, "mvr,", "start_year", "2020", VALUE, "2020\n2021 to 2050 (a year of" },
  { IJK_TABLE_MEASURES, "mvr,", "build_cap", "", VALUE, "is empty\nkt a year" },
  { IJK_TABLE_MEASURES, "mvr,", "rho", "nan", VALUE, "“nan” is not a number\n(a fraction)" },
  { IJK_TABLE_MEASURES, "mvr,", "theta", "0", VALUE, "0 is out of range\n0.1 to 1000 (EUR/t)" },
  { IJK_TABLE_MEASURES, "mvr,", "learn", "0.6", VALUE, "0.6 is out of range\n0 to 0.5" },
  { IJK_TABLE_MEASURES, "mvr,", "obliged", "", VALUE, "is empty\nexpected 0 or 1" },
  { IJK_TABLE_MEASURES, "mvr,", "sde", "true", VALUE, "“true”\nexpected 0 or 1" },
  { IJK_TABLE_MEASURES, "mvr,", "grant", "-1", VALUE, "“-1”\nexpected 0 or 1" },
  { IJK_TABLE_MEASURES, "mvr,", "requires", "magic", DANGLING, "no measure\n“magic”" },
  { IJK_TABLE_MEASURES, "mvr,", "requires", "steel_dri", DANGLING, "above this line “steel_dri”" },
  { IJK_TABLE_MEASURES, "mvr,", "requires", "mvr", DANGLING, "“mvr” requires itself" },
  { IJK_TABLE_MEASURES, "mvr,", "outside_industry", "no", VALUE, "“no”\nexpected 0 or 1" },
  { IJK_TABLE_MEASURES, "mvr,", "trl", "10", VALUE, "10 is out of range\n1 to 9" },
  { IJK_TABLE_MEASURES, "mvr,", "source", "", VALUE, NO_TEXT },

  { IJK_TABLE_POTENTIALS, "refining,eff_5y,", "sector", "oil", DANGLING, "no sector “oil”" },
  { IJK_TABLE_POTENTIALS, "refining,eff_5y,", "measure", "solar", DANGLING, "no measure “solar”" },
  { IJK_TABLE_POTENTIALS, "refining,eff_deep,", "measure", "eff_5y", DUPLICATE, "“eff_5y”" },
  { IJK_TABLE_POTENTIALS, "refining,eff_5y,", "p2030", "1.2", VALUE, "1.2 is out of\n" FRACTION },
  { IJK_TABLE_POTENTIALS, "refining,eff_5y,", "p2050", "", VALUE, "is empty\n" FRACTION },
  { IJK_TABLE_POTENTIALS, "refining,eff_5y,", "status", "Derived", VALUE, "“Derived”\n" STATUSES },

  { IJK_TABLE_PROJECTS, "tata-dri-2,", "id", "tata-dri", DUPLICATE, "“tata-dri” stands twice" },
  { IJK_TABLE_PROJECTS, "tata-dri,", "unit", "tata", DANGLING, "there is no unit “tata”" },
  { IJK_TABLE_PROJECTS, "tata-dri,", "measure", "dri", DANGLING, "there is no measure “dri”" },
  { IJK_TABLE_PROJECTS, "tata-dri,", "kt_per_year", "-5", VALUE, "-5 is out of range\nkt a year" },
  { IJK_TABLE_PROJECTS, "tata-dri,", "start_year", "2025", VALUE, "2025\nto 2051\n2051 means" },
  { IJK_TABLE_PROJECTS, "tata-dri,", "start_year", "2052", VALUE, "2052 is out of range" },
  { IJK_TABLE_PROJECTS, "tata-dri,", "start_year", "2030.5", VALUE, "2030.5 is not a whole" },
  { IJK_TABLE_PROJECTS, "tata-dri,", "enabled", "2", VALUE, "“2”\nexpected 0 or 1" },
  { IJK_TABLE_PROJECTS, "tata-dri,", "contract_eur_t", "1001", VALUE, "1001\n0 to 1000 (EUR/t)" },
  { IJK_TABLE_PROJECTS, "tata-dri,", "grant_meur", "", VALUE, "is empty\n(MEUR)" },
  { IJK_TABLE_PROJECTS, "tata-dri,", "status_of_project", "", VALUE, NO_TEXT },

  { IJK_TABLE_INDEXATION, "2023,", "year", "2022", VALUE, "2022 is out of order\nwithout a gap" },
  { IJK_TABLE_INDEXATION, "2026,", "year", "2027", VALUE, "2027 is out of order\nfrom 2021 on" },
  { IJK_TABLE_INDEXATION, "2023,", "year", "2020", VALUE, "2020 is out of range\n2021 to 2050" },
  { IJK_TABLE_INDEXATION, "2023,", "factor", "2.1", VALUE, "2.1 is out of range\n0.5 to 2" },
  { IJK_TABLE_INDEXATION, "2023,", "factor", "6.3%", VALUE, "“6.3%” is not a number" },

  { IJK_TABLE_HISTORY, "1991,", "year", "1990", DUPLICATE, "1990 stands twice or out of order" },
  { IJK_TABLE_HISTORY, "1990,", "year", "1989", VALUE, "1989 is out of range\n1990 to 2050" },
  { IJK_TABLE_HISTORY, "1990,", "total_mt", "", VALUE, "is empty\n0 to 1000 (Mt)" },
  { IJK_TABLE_HISTORY, "1990,", "co2_mt", "1001", VALUE, "1001 is out of range\n(Mt)" },
  { IJK_TABLE_HISTORY, "1990,", "fgas_mt", "-7", VALUE, "-7 is out of range\n(Mt)" },

  { IJK_TABLE_TARGETS, "2030,", "year", "2055", VALUE, "2055 is out of range\n2021 to 2050" },
  { IJK_TABLE_TARGETS, "2030,", "target_mt", "", VALUE, "is empty\n(Mt)" },
  { IJK_TABLE_TARGETS, "2030,", "name_nl", "", VALUE, NO_TEXT },

  { IJK_TABLE_VALIDATION, "2030,", "year", "soon", VALUE, "“soon” is not a number" },
  { IJK_TABLE_VALIDATION, "2030,", "series", "", VALUE, NO_TEXT },
  { IJK_TABLE_VALIDATION, "2030,", "low_mt", "low", VALUE, "“low” is not a number" },
  { IJK_TABLE_VALIDATION, "2030,", "central_mt", "", VALUE, "is empty\n0 to 1000 (Mt)" },
  { IJK_TABLE_VALIDATION, "2030,", "high_mt", "1e9", VALUE, "1e9 is out of range" },
};

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  reference_texts_test_cells ("/store/reference/cell", cases, G_N_ELEMENTS (cases));
  return g_test_run ();
}
