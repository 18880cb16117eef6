/* Loaders of the tables of things: sectors, clusters, units, measures, potentials, projects, and of
 * the figures to hold results against.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-reference-load-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const IjkRange fraction = { 0, 1, N_("a fraction") };
static const IjkRange any_year = { 1990, IJK_LAST_YEAR, N_("a year") };
static const IjkRange horizon_year
    = { IJK_FIRST_YEAR, IJK_LAST_YEAR, N_("a year of the horizon") };
static const IjkRange megatonnes = { 0, 1000, "Mt" };
static const IjkRange kilotonnes = { 0, 100000, N_("kt a year") };

/* Goes through the rows of a table; the body reads cells of `row` and is followed by a check. */
#define FOR_EACH_ROW(row, table, error)                                                            \
  for (IjkRow row = { (table), 0, FALSE, (error) }; row.row < ijk_table_get_n_rows (table); row.row++)

gboolean
ijk_load_sectors (IjkReferenceLoader *self,
                  const IjkTable     *table,
                  GError            **error)
{
  static const char *const free_shares[] = { "0", "1" };
  const IjkRange index = { 0.01, 10, N_("index, 2021 = 1") };
  const IjkRange ratio = { 0, 5, N_("a ratio") };

  FOR_EACH_ROW (row, table, error)
    {
      IjkSector sector = {
        .id = ijk_loader_new_key (self, &row, "id", self->sectors),
        .name_en = ijk_loader_keep (self, ijk_row_text (&row, "name_en")),
        .name_nl = ijk_loader_keep (self, ijk_row_text (&row, "name_nl")),
        .nace = ijk_loader_keep (self, ijk_row_text (&row, "nace")),
        .is_in_industry = ijk_row_flag (&row, "in_industry"),
        .process_share = ijk_row_number (&row, "process_share", fraction),
        .growth_per_year
        = ijk_row_number (&row, "growth", (IjkRange){ -0.2, 0.2, N_("growth a year") }),
        .pass_through = ijk_row_number (&row, "pass_through", fraction),
        .eta_t_per_eur = ijk_row_number (&row, "eta", (IjkRange){ 0, 0.1, N_("per EUR/t") }),
        .free_share = (IjkFreeShare) ijk_row_choice (&row, "cbam", free_shares, 2),
        .provenance = ijk_loader_provenance (self, &row),
      };

      for (guint t = 0; t < IJK_N_PAST_YEARS; t++)
        {
          g_autofree char *column = g_strdup_printf ("a_%u", IJK_FIRST_YEAR + t);

          sector.activity[t] = ijk_row_number (&row, column, index);
        }
      sector.bm_ratio[IJK_BENCHMARKS_2021] = ijk_row_number (&row, "bm_ratio_2021", ratio);
      sector.bm_ratio[IJK_BENCHMARKS_2023] = ijk_row_number (&row, "bm_ratio_2023", ratio);
      sector.bm_ratio[IJK_BENCHMARKS_2026] = ijk_row_number (&row, "bm_ratio_2026", ratio);
      if (row.is_bad)
        return FALSE;
      g_array_append_val (self->content->sectors, sector);
    }
  return TRUE;
}

gboolean
ijk_load_clusters (IjkReferenceLoader *self,
                   const IjkTable     *table,
                   GError            **error)
{
  FOR_EACH_ROW (row, table, error)
    {
      const IjkCluster cluster = {
        .id = ijk_loader_new_key (self, &row, "id", self->clusters),
        .name_en = ijk_loader_keep (self, ijk_row_text (&row, "name_en")),
        .name_nl = ijk_loader_keep (self, ijk_row_text (&row, "name_nl")),
        .provenance = ijk_loader_provenance (self, &row),
      };

      if (row.is_bad)
        return FALSE;
      g_array_append_val (self->content->clusters, cluster);
    }
  return TRUE;
}

/* Position of the unit's company, which is new the first time it is named. A rest-of-sector row has
 * none; an installation must have one. */
static guint
read_company (IjkReferenceLoader *self,
              IjkRow             *row,
              IjkUnitKind         kind)
{
  const char *name = ijk_row_optional_text (row, "company");
  guint place = 0;

  if (kind == IJK_KIND_REST)
    {
      if (*name != '\0')
        ijk_row_fail (row, "company", IJK_STORE_ERROR_VALUE,
                      _("“%s” is given, but a row of kind rest has no company"), name);
      return IJK_NONE;
    }
  name = ijk_loader_keep (self, ijk_row_text (row, "company"));
  place = GPOINTER_TO_UINT (g_hash_table_lookup (self->companies, name));
  if (place == 0 && !row->is_bad)
    {
      g_ptr_array_add (self->content->companies, (gpointer) name);
      place = self->content->companies->len;
      g_hash_table_insert (self->companies, (gpointer) name, GUINT_TO_POINTER (place));
    }
  return place - 1;
}

static void
read_observations (IjkRow  *row,
                   IjkUnit *unit)
{
  gboolean is_observed = FALSE;

  for (guint t = 0; t < IJK_N_OBSERVED_YEARS; t++)
    {
      const int year = IJK_FIRST_OBSERVED_YEAR + (int) t;
      g_autofree char *column = g_strdup_printf ("kt_%d", year);

      unit->observed_kt[t] = ijk_row_optional_number (row, column, kilotonnes);
      is_observed |= year >= IJK_FIRST_YEAR && !isnan (unit->observed_kt[t]);
    }
  if (!is_observed)
    ijk_row_fail (row, "kt_2021", IJK_STORE_ERROR_VALUE,
                  _("no emissions in %d to %d; expected at least one year"), IJK_FIRST_YEAR,
                  IJK_LAST_OBSERVED_YEAR);
}

gboolean
ijk_load_units (IjkReferenceLoader *self,
                const IjkTable     *table,
                GError            **error)
{
  FOR_EACH_ROW (row, table, error)
    {
      IjkUnit unit = {
        .id = ijk_loader_new_key (self, &row, "id", self->units),
        .name = ijk_loader_keep (self, ijk_row_text (&row, "name")),
        .municipality = ijk_loader_keep (self, ijk_row_optional_text (&row, "municipality")),
        .sector = ijk_loader_find (&row, "sector", self->sectors, NC_("row", "sector")),
        .cluster = IJK_NONE,
        .kind = (IjkUnitKind) ijk_row_choice (&row, "kind", ijk_kind_ids, IJK_N_KINDS),
        .tags = ijk_loader_tags (self, &row, "tags"),
        .process_share = ijk_row_optional_number (&row, "process_share", fraction),
        .levy_share = ijk_row_number (&row, "levy_share", fraction),
        .benchmark_kt = ijk_row_number (&row, "benchmark_kt", kilotonnes),
        .provenance = ijk_loader_provenance (self, &row),
      };

      if (*ijk_row_optional_text (&row, "cluster") != '\0' || unit.kind != IJK_KIND_REST)
        unit.cluster = ijk_loader_find (&row, "cluster", self->clusters, NC_("row", "cluster"));
      if (unit.kind == IJK_KIND_REST && unit.levy_share > 0)
        ijk_row_fail (&row, "levy_share", IJK_STORE_ERROR_VALUE,
                      _("%s is given, but a row of kind rest is not levied; expected 0"),
                      ijk_row_optional_text (&row, "levy_share"));
      if (unit.kind == IJK_KIND_REST && unit.benchmark_kt > 0)
        ijk_row_fail (&row, "benchmark_kt", IJK_STORE_ERROR_VALUE,
                      _("%s is given, but a row of kind rest is not levied and has no rights; "
                        "expected 0"),
                      ijk_row_optional_text (&row, "benchmark_kt"));
      unit.company = read_company (self, &row, unit.kind);
      read_observations (&row, &unit);
      if (row.is_bad)
        return FALSE;
      unit.has_own_process_share = !isnan (unit.process_share);
      if (!unit.has_own_process_share)
        unit.process_share
            = g_array_index (self->content->sectors, IjkSector, unit.sector).process_share;
      g_array_append_val (self->content->units, unit);
    }
  return TRUE;
}

/* Costs and energy of a measure. */
static void
read_costs (IjkRow     *row,
            IjkMeasure *m)
{
  static const char *const elec_kinds[] = { "base", "flex" };
  const IjkRange money = { -1000, 10000, N_("EUR per t") };
  const IjkRange energy = { -1000, 1000, N_("energy per t") };

  m->capex_eur_per_t
      = ijk_row_number (row, "capex", (IjkRange){ 0, 100000, N_("EUR per t a year") });
  m->opex_eur_per_t = ijk_row_number (row, "opex", money);
  m->elec_mwh_per_t = ijk_row_number (row, "elec", energy);
  m->is_flexible = ijk_row_choice (row, "elec_kind", elec_kinds, 2) == 1;
  m->gas_gj_per_t = ijk_row_number (row, "gas", energy);
  m->h2_gj_per_t = ijk_row_number (row, "h2", energy);
  m->extra_eur_per_t[0] = ijk_row_number (row, "extra_low", money);
  m->extra_eur_per_t[1] = ijk_row_number (row, "extra", money);
  m->extra_eur_per_t[2] = ijk_row_number (row, "extra_high", money);
  m->life_years = ijk_row_number (row, "life", (IjkRange){ 1, 100, N_("years") });
  m->hurdle_rate = ijk_row_number (row, "rate", (IjkRange){ 0.001, 1, N_("a year") });
  m->learning = ijk_row_number (row, "learn", (IjkRange){ 0, 0.5, N_("a fraction") });
}

gboolean
ijk_load_measures (IjkReferenceLoader *self,
                   const IjkTable     *table,
                   GError            **error)
{
  FOR_EACH_ROW (row, table, error)
    {
      IjkMeasure m = {
        .id = ijk_loader_new_key (self, &row, "id", self->measures),
        .name_en = ijk_loader_keep (self, ijk_row_text (&row, "name_en")),
        .name_nl = ijk_loader_keep (self, ijk_row_text (&row, "name_nl")),
        .group = (IjkGroup) ijk_row_choice (&row, "group", ijk_group_ids, IJK_N_GROUPS),
        .heading
        = (IjkHeading) ijk_row_choice (&row, "seed_heading", ijk_heading_ids, IJK_N_HEADINGS),
        .pool = (IjkPool) ijk_row_choice (&row, "pool", ijk_pool_ids, IJK_N_POOLS),
        .tags = ijk_loader_tags (self, &row, "tag"),
        .lag_years = ijk_row_integer (&row, "lag", (IjkRange){ 0, 20, N_("years") }),
        .start_year = ijk_row_integer (&row, "start_year", horizon_year),
        .build_cap_kt = ijk_row_number (&row, "build_cap", kilotonnes),
        .rho = ijk_row_number (&row, "rho", fraction),
        .theta_eur_per_t = ijk_row_number (&row, "theta", (IjkRange){ 0.1, 1000, "EUR/t" }),
        .is_obliged = ijk_row_flag (&row, "obliged"),
        .is_sde = ijk_row_flag (&row, "sde"),
        .is_grant = ijk_row_flag (&row, "grant"),
        .requires = IJK_NONE,
        .is_outside_industry = ijk_row_flag (&row, "outside_industry"),
        .trl = ijk_row_integer (&row, "trl", (IjkRange){ 1, 9, N_("technology readiness level") }),
        .provenance = ijk_loader_provenance (self, &row),
      };

      read_costs (&row, &m);
      if (*ijk_row_optional_text (&row, "requires") != '\0')
        m.requires = ijk_loader_find (&row, "requires", self->measures,
                                      NC_("row", "measure above this line"));
      if (!row.is_bad && m.requires == self->content->measures->len)
        ijk_row_fail (&row, "requires", IJK_STORE_ERROR_DANGLING, _("“%s” requires itself"), m.id);
      if (g_hash_table_size (self->measures) > 64)
        ijk_row_fail (&row, "id", IJK_STORE_ERROR_VALUE, _("“%s” is one measure more than 64"),
                      m.id);
      if (row.is_bad)
        return FALSE;
      g_array_append_val (self->content->measures, m);
    }
  return TRUE;
}

gboolean
ijk_load_potentials (IjkReferenceLoader *self,
                     const IjkTable     *table,
                     GError            **error)
{
  FOR_EACH_ROW (row, table, error)
    {
      const IjkCell cell = {
        .sector = ijk_loader_find (&row, "sector", self->sectors, NC_("row", "sector")),
        .measure = ijk_loader_find (&row, "measure", self->measures, NC_("row", "measure")),
        .p2030 = ijk_row_number (&row, "p2030", fraction),
        .p2050 = ijk_row_number (&row, "p2050", fraction),
        .provenance = ijk_loader_provenance (self, &row),
      };

      for (guint c = 0; c < self->content->cells->len && !row.is_bad; c++)
        {
          const IjkCell *other = &g_array_index (self->content->cells, IjkCell, c);

          if (other->sector == cell.sector && other->measure == cell.measure)
            ijk_row_fail (&row, "measure", IJK_STORE_ERROR_DUPLICATE,
                          _("“%s” stands twice for this sector; a key must be unique"),
                          ijk_row_optional_text (&row, "measure"));
        }
      if (row.is_bad)
        return FALSE;
      g_array_append_val (self->content->cells, cell);
    }
  return TRUE;
}

gboolean
ijk_load_projects (IjkReferenceLoader *self,
                   const IjkTable     *table,
                   GError            **error)
{
  const IjkRange start
      = { IJK_FIRST_FREE_YEAR, IJK_LAST_YEAR + 1, N_("a year; 2051 means never") };

  FOR_EACH_ROW (row, table, error)
    {
      const IjkProject project = {
        .id = ijk_loader_new_key (self, &row, "id", self->projects),
        .unit = ijk_loader_find (&row, "unit", self->units, NC_("row", "unit")),
        .measure = ijk_loader_find (&row, "measure", self->measures, NC_("row", "measure")),
        .kt_per_year = ijk_row_number (&row, "kt_per_year", kilotonnes),
        .start_year = ijk_row_integer (&row, "start_year", start),
        .is_enabled = ijk_row_flag (&row, "enabled"),
        .contract_eur_per_t
        = ijk_row_number (&row, "contract_eur_t", (IjkRange){ 0, 1000, "EUR/t" }),
        .grant_meur = ijk_row_number (&row, "grant_meur", (IjkRange){ 0, 100000, "MEUR" }),
        .stage_text = ijk_loader_keep (self, ijk_row_text (&row, "status_of_project")),
        .provenance = ijk_loader_provenance (self, &row),
      };

      if (row.is_bad)
        return FALSE;
      g_array_append_val (self->content->projects, project);
    }
  return TRUE;
}

gboolean
ijk_load_indexation (IjkReferenceLoader *self,
                     const IjkTable     *table,
                     GError            **error)
{
  FOR_EACH_ROW (row, table, error)
    {
      const IjkIndexation indexation = {
        .year = ijk_row_integer (&row, "year", horizon_year),
        .factor = ijk_row_number (&row, "factor", (IjkRange){ 0.5, 2, N_("a factor") }),
        .provenance = ijk_loader_provenance (self, &row),
      };

      if (!row.is_bad && indexation.year != IJK_FIRST_YEAR + (int) self->content->indexation->len)
        ijk_row_fail (&row, "year", IJK_STORE_ERROR_VALUE,
                      _("%d is out of order; expected the years from %d on without a gap"),
                      indexation.year, IJK_FIRST_YEAR);
      if (row.is_bad)
        return FALSE;
      g_array_append_val (self->content->indexation, indexation);
    }
  return TRUE;
}

gboolean
ijk_load_history (IjkReferenceLoader *self,
                  const IjkTable     *table,
                  GError            **error)
{
  int last_year = 0;

  FOR_EACH_ROW (row, table, error)
    {
      const IjkHistoryYear history = {
        .year = ijk_row_integer (&row, "year", any_year),
        .total_mt = ijk_row_number (&row, "total_mt", megatonnes),
        .co2_mt = ijk_row_optional_number (&row, "co2_mt", megatonnes),
        .ch4_mt = ijk_row_optional_number (&row, "ch4_mt", megatonnes),
        .n2o_mt = ijk_row_optional_number (&row, "n2o_mt", megatonnes),
        .fgas_mt = ijk_row_optional_number (&row, "fgas_mt", megatonnes),
        .provenance = ijk_loader_provenance (self, &row),
      };

      if (!row.is_bad && history.year <= last_year)
        ijk_row_fail (&row, "year", IJK_STORE_ERROR_DUPLICATE,
                      _("%d stands twice or out of order; expected rising years"), history.year);
      if (row.is_bad)
        return FALSE;
      last_year = history.year;
      g_array_append_val (self->content->history, history);
    }
  return TRUE;
}

gboolean
ijk_load_targets (IjkReferenceLoader *self,
                  const IjkTable     *table,
                  GError            **error)
{
  FOR_EACH_ROW (row, table, error)
    {
      const IjkTarget target = {
        .year = ijk_row_integer (&row, "year", horizon_year),
        .target_mt = ijk_row_number (&row, "target_mt", megatonnes),
        .name_en = ijk_loader_keep (self, ijk_row_text (&row, "name_en")),
        .name_nl = ijk_loader_keep (self, ijk_row_text (&row, "name_nl")),
        .provenance = ijk_loader_provenance (self, &row),
      };

      if (row.is_bad)
        return FALSE;
      g_array_append_val (self->content->targets, target);
    }
  return TRUE;
}

gboolean
ijk_load_validation (IjkReferenceLoader *self,
                     const IjkTable     *table,
                     GError            **error)
{
  FOR_EACH_ROW (row, table, error)
    {
      const IjkPublished published = {
        .year = ijk_row_integer (&row, "year", horizon_year),
        .series = ijk_loader_keep (self, ijk_row_text (&row, "series")),
        .low_mt = ijk_row_optional_number (&row, "low_mt", megatonnes),
        .central_mt = ijk_row_number (&row, "central_mt", megatonnes),
        .high_mt = ijk_row_optional_number (&row, "high_mt", megatonnes),
        .provenance = ijk_loader_provenance (self, &row),
      };

      if (row.is_bad)
        return FALSE;
      g_array_append_val (self->content->published, published);
    }
  return TRUE;
}
