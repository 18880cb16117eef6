/* What the table of companies costs at every step of a slider and every letter of a search, with as many
 * installations as the registry and with 10,000.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench-timing.h"

#include "ijk-company-table.h"
#include "ijk-reference-load.h"
#include "ijk-run.h"

#define N_RUNS 60

/* A frame, ms. */
#define AIM_FRAME 16.7

typedef struct
{
  const IjkReference *reference;
  IjkScenario *scenario;
  IjkWorkspace *workspace;
  IjkResult *law;
  IjkCompanyTable *table;
  IjkCompanyRows rows;
  guint step;
} Bench;

static void
run_result (gpointer data)
{
  Bench *bench = data;

  ijk_company_table_set_result (bench->table, bench->law, bench->law, 2030);
}

static void
run_step (gpointer data)
{
  Bench *bench = data;
  g_autoptr (IjkResult) result
      = ijk_result_ref (ijk_run (bench->reference, bench->scenario, bench->workspace));

  ijk_company_table_set_result (bench->table, result, bench->law, 2030);
}

static void
run_search (gpointer data)
{
  static const char *const letters[] = { "s", "sh", "she", "shel", "shell", "shell p" };
  Bench *bench = data;
  IjkCompanyQuery query = IJK_COMPANY_QUERY_INIT;

  query.rows = bench->rows;
  query.search = letters[bench->step++ % G_N_ELEMENTS (letters)];
  ijk_company_table_set_query (bench->table, &query);
}

static void
bench_units (const IjkReference *reference)
{
  static const char *const names[IJK_N_COMPANY_ROWS]
      = { "installations", "companies", "sectors", "clusters" };
  g_autoptr (IjkScenario) scenario = ijk_scenario_new (reference, NULL);
  g_autoptr (IjkWorkspace) workspace = ijk_workspace_new (reference);
  g_autoptr (IjkResult) law = ijk_result_copy (ijk_run (reference, scenario, workspace));
  g_autoptr (IjkCompanyTable) table = ijk_company_table_new (reference);
  Bench bench = { .reference = reference, .scenario = scenario, .workspace = workspace, .law = law,
                  .table = table };

  ijk_company_table_set_result (table, law, law, 2030);
  for (guint rows = 0; rows < IJK_N_COMPANY_ROWS; rows++)
    {
      static const struct
      {
        const char *name;
        BenchFunc func;
      } parts[]
          = { { "rows", run_result }, { "run + rows", run_step }, { "search", run_search } };
      IjkCompanyQuery query = IJK_COMPANY_QUERY_INIT;

      query.rows = bench.rows = (IjkCompanyRows) rows;
      ijk_company_table_set_query (table, &query);
      for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
        {
          g_autofree char *name = g_strdup_printf ("%u units as %s, %s", reference->n_units,
                                                   names[rows], parts[i].name);
          const BenchTimes times = bench_time (parts[i].func, &bench, 5, N_RUNS);

          bench_print (name, &times, AIM_FRAME);
        }
    }
}

int
main (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IjkReference) reference = ijk_reference_load (IJKPAD_BENCH_REFERENCE, &error);
  g_autoptr (IjkReference) many = NULL;

  if (reference == NULL)
    g_error ("%s", error->message);
  many = bench_multiply_units (reference, 10000);
  bench_units (reference);
  bench_units (many);
  return 0;
}
