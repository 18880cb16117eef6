/* A reference small enough to work out by hand. The levers are those of the data set, so that the
 * tiny one can be set in the same words; everything else is replaced.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "tiny-reference.h"

#include <math.h>
#include <string.h>

struct _Tiny
{
  IjkReference *real;           /* (owned): strings of the levers */
  IjkReferenceContent *content; /* (owned by reference once sealed) */
  IjkReference *reference;      /* (owned) (nullable) until sealed */
  IjkWorkspace *workspace;      /* (owned) (nullable) until sealed */
  IjkScenario *scenario;        /* (owned) (nullable) of the last run */
  const IjkResult *result;      /* of the last run */
};

static void
add_sectors (IjkReferenceContent *content)
{
  const IjkSector sector = { .activity = { 1, 1, 1, 1, 1 },
                             .process_share = 0.5,
                             .bm_ratio = { 1, 1, 1 } };
  IjkSector works = sector;
  IjkSector waste = sector;

  works.id = works.name_en = works.name_nl = "works";
  works.is_in_industry = TRUE;
  waste.id = waste.name_en = waste.name_nl = "waste";
  g_array_append_val (content->sectors, works);
  g_array_append_val (content->sectors, waste);
}

static void
add_unit (IjkReferenceContent *content,
          const char          *id,
          guint                sector,
          guint                company,
          IjkUnitKind          kind)
{
  IjkUnit unit = { .id = id,
                   .name = id,
                   .municipality = "",
                   .company = company,
                   .sector = sector,
                   .cluster = IJK_NONE,
                   .kind = kind,
                   .process_share = 0.5,
                   .levy_share = 1,
                   .benchmark_kt = 100 };

  for (guint t = 0; t < IJK_N_OBSERVED_YEARS; t++)
    unit.observed_kt[t] = 100;
  g_array_append_val (content->units, unit);
}

static void
add_measure (IjkReferenceContent *content,
             const char          *id,
             IjkGroup             group,
             IjkPool              pool,
             gboolean             is_outside_industry)
{
  const IjkMeasure measure = { .id = id,
                               .name_en = id,
                               .name_nl = id,
                               .group = group,
                               .pool = pool,
                               .life_years = 1,
                               .hurdle_rate = 0.25,
                               .start_year = IJK_FIRST_YEAR,
                               .build_cap_kt = 1e6,
                               .rho = 0.5,
                               .theta_eur_per_t = 10,
                               .requires = IJK_NONE,
                               .is_outside_industry = is_outside_industry,
                               .trl = 9 };

  g_array_append_val (content->measures, measure);
}

static void
make_levers_neutral (Tiny *self)
{
  static const struct
  {
    IjkLeverId lever;
    double number;
  } neutral[] = {
    { IJK_LEVER_AUTONOMOUS, 0 },  { IJK_LEVER_KAPPA, 0 },       { IJK_LEVER_GRANT, 0 },
    { IJK_LEVER_ENFORCEMENT, 0 }, { IJK_LEVER_REF_PREMIUM, 0 }, { IJK_LEVER_NETWORK_FEE, 0 },
    { IJK_LEVER_ETS2, 0 },        { IJK_LEVER_REALISATION, 1 }, { IJK_LEVER_LEAK_RATE, 1 },
    { IJK_LEVER_TRADE_PARTICIPATION, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (neutral); i++)
    tiny_lever (self, neutral[i].lever)->default_number = neutral[i].number;
  tiny_lever (self, IJK_LEVER_DUTY_SCOPE)->default_choice = IJK_DUTY_ENERGY;
}

static void
add_series (Tiny *self)
{
  static const char *const points[IJK_N_SERIES] = {
    [IJK_SERIES_BM_ERA] = "2021:2021",
    [IJK_SERIES_INC_FACTOR] = "2021:1",
    [IJK_SERIES_INCINERATOR_RATE] = "2021:100",
    [IJK_SERIES_LEVY_RATE] = "2021:100",
    [IJK_SERIES_REDUCTION_FACTOR] = "2021:1",
    [IJK_SERIES_ARAMIS_PROFILE] = "0:0",
    [IJK_SERIES_CCS_CAPACITY] = "2021:1000000",
    [IJK_SERIES_CCS_CEILING] = "2021:25000",
    [IJK_SERIES_ELEC_PRICE] = "2021:50",
    [IJK_SERIES_ETS_PRICE] = "2021:50",
    [IJK_SERIES_ETS_REF] = "2021:50,2026:50",
    [IJK_SERIES_FREE_SHARE] = "2021:0.5",
    [IJK_SERIES_GAS_PRICE] = "2021:10",
    [IJK_SERIES_GRID_FACTOR] = "2021:0.1",
    [IJK_SERIES_GRID_GROWTH] = "2021:1000000",
    [IJK_SERIES_H2_PRICE] = "2021:20",
    [IJK_SERIES_MIN_PRICE] = "2021:0",
    [IJK_SERIES_SDE_AWARDED_CCS] = "2021:0",
    [IJK_SERIES_SDE_BUDGET] = "2021:0",
    [IJK_SERIES_TECHNICIANS] = "2021:1000000",
  };

  for (guint id = 0; id < IJK_N_SERIES; id++)
    tiny_series (self, (IjkSeriesId) id, points[id]);
}

/* Returns: (transfer full): the reference described in the header, still open to change */
Tiny *
tiny_new (void)
{
  Tiny *self = g_new0 (Tiny, 1);
  IjkReferenceContent *content = NULL;

  self->real = fixture_load_reference ();
  self->content = content = ijk_reference_dup_content (self->real);
  g_array_set_size (content->sectors, 0);
  g_array_set_size (content->clusters, 0);
  g_ptr_array_set_size (content->companies, 0);
  g_array_set_size (content->units, 0);
  g_array_set_size (content->measures, 0);
  g_array_set_size (content->cells, 0);
  g_array_set_size (content->projects, 0);
  g_ptr_array_set_size (content->tags, 0);

  add_sectors (content);
  g_ptr_array_add (content->companies, (gpointer) "Alpha");
  g_ptr_array_add (content->companies, (gpointer) "Beta");
  g_ptr_array_add (content->companies, (gpointer) "Waste");
  add_unit (content, "alpha", 0, 0, IJK_KIND_ETS);
  add_unit (content, "beta", 0, 1, IJK_KIND_ETS);
  add_unit (content, "oven", 1, 2, IJK_KIND_INCINERATOR);
  add_unit (content, "kiln", 1, 2, IJK_KIND_INCINERATOR);
  add_measure (content, "save", IJK_GROUP_EFFICIENCY, IJK_POOL_COMBUSTION, FALSE);
  add_measure (content, "store", IJK_GROUP_CCS, IJK_POOL_PROCESS, FALSE);
  add_measure (content, "warmth", IJK_GROUP_HEAT, IJK_POOL_COMBUSTION, TRUE);
  tiny_add_cell (self, "works", "save");
  tiny_add_cell (self, "works", "store");
  tiny_add_cell (self, "works", "warmth");
  tiny_add_cell (self, "waste", "store");
  add_series (self);
  make_levers_neutral (self);
  return self;
}

void
tiny_free (Tiny *self)
{
  g_clear_pointer (&self->scenario, ijk_scenario_unref);
  if (self->reference == NULL)
    ijk_reference_content_free (self->content);
  g_clear_pointer (&self->workspace, ijk_workspace_free);
  g_clear_pointer (&self->reference, ijk_reference_unref);
  ijk_reference_unref (self->real);
  g_free (self);
}

/* Position of the row called @id in an open table. */
#define FIND_ROW(table, Type, name)                                                                \
  for (guint i = 0; i < self->content->table->len; i++)                                            \
    if (strcmp (g_array_index (self->content->table, Type, i).id, name) == 0)                      \
      return &g_array_index (self->content->table, Type, i);                                       \
  g_error ("there is no row %s", name);

#define POSITION(table, Type, row)                                                                 \
  ((guint) ((row) - &g_array_index (self->content->table, Type, 0)))

IjkSector *
tiny_sector (Tiny       *self,
             const char *id)
{
  FIND_ROW (sectors, IjkSector, id)
}

IjkUnit *
tiny_unit (Tiny       *self,
           const char *id)
{
  FIND_ROW (units, IjkUnit, id)
}

IjkMeasure *
tiny_measure (Tiny       *self,
              const char *id)
{
  FIND_ROW (measures, IjkMeasure, id)
}

IjkProject *
tiny_project (Tiny       *self,
              const char *id)
{
  FIND_ROW (projects, IjkProject, id)
}

IjkLever *
tiny_lever (Tiny      *self,
            IjkLeverId lever)
{
  return &g_array_index (self->content->levers, IjkLever, lever);
}

IjkCell *
tiny_cell (Tiny       *self,
           const char *sector,
           const char *measure)
{
  const guint s = POSITION (sectors, IjkSector, tiny_sector (self, sector));
  const guint m = POSITION (measures, IjkMeasure, tiny_measure (self, measure));

  for (guint i = 0; i < self->content->cells->len; i++)
    {
      IjkCell *cell = &g_array_index (self->content->cells, IjkCell, i);

      if (cell->sector == s && cell->measure == m)
        return cell;
    }
  g_error ("there is no cell %s/%s", sector, measure);
}

/* Emissions of the past years; NAN is not observed. */
void
tiny_observe (Tiny       *self,
              const char *unit,
              double      kt_2021,
              double      kt_2022,
              double      kt_2023,
              double      kt_2024,
              double      kt_2025)
{
  const double kt[IJK_N_PAST_YEARS] = { kt_2021, kt_2022, kt_2023, kt_2024, kt_2025 };

  memcpy (tiny_unit (self, unit)->observed_kt + (IJK_FIRST_YEAR - IJK_FIRST_OBSERVED_YEAR), kt,
          sizeof kt);
}

void
tiny_add_cell (Tiny       *self,
               const char *sector,
               const char *measure)
{
  const IjkCell cell = { .sector = POSITION (sectors, IjkSector, tiny_sector (self, sector)),
                         .measure = POSITION (measures, IjkMeasure, tiny_measure (self, measure)),
                         .p2030 = 0.5,
                         .p2050 = 0.5 };

  g_array_append_val (self->content->cells, cell);
}

void
tiny_add_cluster (Tiny       *self,
                  const char *id)
{
  const IjkCluster cluster = { .id = id, .name_en = id, .name_nl = id };

  g_array_append_val (self->content->clusters, cluster);
}

void
tiny_add_project (Tiny       *self,
                  const char *id,
                  const char *unit,
                  const char *measure,
                  double      kt_per_year,
                  int         start_year)
{
  const IjkProject project
      = { .id = id,
          .unit = POSITION (units, IjkUnit, tiny_unit (self, unit)),
          .measure = POSITION (measures, IjkMeasure, tiny_measure (self, measure)),
          .kt_per_year = kt_per_year,
          .start_year = start_year,
          .is_enabled = TRUE,
          .stage_text = "" };

  g_array_append_val (self->content->projects, project);
}

/* Sets one variant of a series to @points, written as a path lever is: `2021:10,2030:20`. */
void
tiny_series_variant (Tiny       *self,
                     IjkSeriesId series,
                     guint       variant,
                     const char *points)
{
  g_auto (GStrv) parts = g_strsplit (points, ",", -1);

  g_array_set_size (self->content->series[series][variant], 0);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      const IjkSeriesPoint point = { .year = atoi (parts[i]),
                                     .value = g_ascii_strtod (strchr (parts[i], ':') + 1, NULL) };

      g_array_append_val (self->content->series[series][variant], point);
    }
}

/* Sets every variant of a series. */
void
tiny_series (Tiny       *self,
             IjkSeriesId series,
             const char *points)
{
  for (guint v = 0; v < IJK_N_VARIANTS; v++)
    tiny_series_variant (self, series, v, points);
}

/* Seals the reference. Returns: (transfer none) */
const IjkReference *
tiny_reference (Tiny *self)
{
  if (self->reference == NULL)
    {
      self->reference = ijk_reference_new (self->content);
      self->workspace = ijk_workspace_new (self->reference);
    }
  return self->reference;
}

/* Runs a scenario of @settings, separated by spaces. Returns: (transfer none) */
const IjkResult *
tiny_run (Tiny       *self,
          const char *settings)
{
  g_autoptr (GError) error = NULL;

  (void) tiny_reference (self);
  g_clear_pointer (&self->scenario, ijk_scenario_unref);
  self->scenario = fixture_scenario (self->reference, NULL, settings);
  self->result = ijk_run (self->reference, self->scenario, self->workspace);
  ijk_result_check (self->result, &error);
  g_assert_no_error (error);
  return self->result;
}

/* A number of the last run by the words of the long table. */
double
tiny_value (Tiny       *self,
            const char *entity,
            const char *id,
            const char *indicator,
            int         year)
{
  IjkItems items = IJK_ITEMS_NL;

  if (strcmp (entity, "national") != 0)
    for (items = IJK_ITEMS_SECTOR; strcmp (ijk_items_entity (items), entity) != 0; items++)
      ;
  else if (strcmp (id, "nl") != 0)
    items = IJK_ITEMS_SCOPE;
  return fixture_value (self->result, items, id, indicator, year);
}
