/* IjkReference: ordering, derived fields and look-ups of the facts a run is made on.
 *
 * The content arrives validated (by the store's strict loader); a broken invariant here is a bug
 * and asserts. Units are put in the order sector, class, file, so that a run reads them as
 * contiguous ranges; the order of units has no effect on any result.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-reference.h"

#include "ijk-lever.h"

#include <math.h>
#include <string.h>

const char *const ijk_kind_ids[IJK_N_KINDS] = { "ets", "incinerator", "n2o", "rest" };
const char *const ijk_pool_ids[IJK_N_POOLS] = { "combustion", "process" };
const char *const ijk_group_ids[IJK_N_GROUPS] = {
  "efficiency", "heat", "electrification", "hydrogen", "geothermal_bio",
  "circular", "steel", "n2o", "ccs", "ccu",
};
const char *const ijk_heading_ids[IJK_N_HEADINGS] = {
  "slimme_industrie", "schone_industrie", "financieel", "wereld",
};
const char *const ijk_regime_ids[IJK_N_REGIMES] = {
  "act_2021", "tightening_2023", "tax_plan_2026",
};
const char *const ijk_series_ids[IJK_N_SERIES] = {
  "bm_era", "inc_factor", "incinerator_rate", "levy_rate", "reduction_factor", "aramis_profile",
  "ccs_capacity", "ccs_ceiling", "elec_price", "ets_price", "ets_ref", "free_share", "gas_price",
  "grid_factor", "grid_growth", "h2_price", "min_price", "sde_awarded_ccs", "sde_budget",
  "technicians",
};
const char *const ijk_status_ids[IJK_N_STATUSES] = { "sourced", "derived", "assumption" };
const char *const ijk_scope_ids[IJK_N_SCOPES] = { "national", "sector", "company", "project" };

/* What the public struct needs besides itself: the content it points into and derived arrays. */
typedef struct
{
  IjkReference public;
  IjkReferenceContent *content; /* (owned) */
  GArray *companies;            /* (owned) (element-type IjkCompany) */
  GArray *classes;              /* (owned) (element-type IjkUnitClass) */
  guint *company_units;         /* (owned) */
} Private;

IjkReferenceContent *
ijk_reference_content_new (void)
{
  IjkReferenceContent *self = g_new0 (IjkReferenceContent, 1);

  self->strings = g_string_chunk_new (64 * 1024);
  self->sectors = g_array_new (FALSE, TRUE, sizeof (IjkSector));
  self->clusters = g_array_new (FALSE, TRUE, sizeof (IjkCluster));
  self->companies = g_ptr_array_new ();
  self->units = g_array_new (FALSE, TRUE, sizeof (IjkUnit));
  self->measures = g_array_new (FALSE, TRUE, sizeof (IjkMeasure));
  self->cells = g_array_new (FALSE, TRUE, sizeof (IjkCell));
  self->projects = g_array_new (FALSE, TRUE, sizeof (IjkProject));
  self->levers = g_array_new (FALSE, TRUE, sizeof (IjkLever));
  self->history = g_array_new (FALSE, TRUE, sizeof (IjkHistoryYear));
  self->targets = g_array_new (FALSE, TRUE, sizeof (IjkTarget));
  self->published = g_array_new (FALSE, TRUE, sizeof (IjkPublished));
  self->indexation = g_array_new (FALSE, TRUE, sizeof (IjkIndexation));
  self->tags = g_ptr_array_new ();
  for (guint i = 0; i < IJK_N_SERIES; i++)
    for (guint v = 0; v < IJK_N_VARIANTS; v++)
      self->series[i][v] = g_array_new (FALSE, TRUE, sizeof (IjkSeriesPoint));
  return self;
}

void
ijk_reference_content_free (IjkReferenceContent *self)
{
  g_clear_pointer (&self->origin, ijk_reference_unref);
  g_clear_pointer (&self->strings, g_string_chunk_free);
  g_array_unref (self->sectors);
  g_array_unref (self->clusters);
  g_ptr_array_unref (self->companies);
  g_array_unref (self->units);
  g_array_unref (self->measures);
  g_array_unref (self->cells);
  g_array_unref (self->projects);
  for (guint i = 0; i < self->levers->len; i++)
    g_free ((gpointer) g_array_index (self->levers, IjkLever, i).choices);
  g_array_unref (self->levers);
  g_array_unref (self->history);
  g_array_unref (self->targets);
  g_array_unref (self->published);
  g_array_unref (self->indexation);
  g_ptr_array_unref (self->tags);
  for (guint i = 0; i < IJK_N_SERIES; i++)
    for (guint v = 0; v < IJK_N_VARIANTS; v++)
      g_array_unref (self->series[i][v]);
  g_free (self);
}

/* Value of the series at @year: straight lines between points, flat outside them. NAN if empty. */
double
ijk_series_value_at (const IjkSeries *self,
                     double           year)
{
  if (self->n_points == 0)
    return NAN;
  if (year <= self->points[0].year)
    return self->points[0].value;
  for (guint i = 1; i < self->n_points; i++)
    {
      const IjkSeriesPoint *a = &self->points[i - 1];
      const IjkSeriesPoint *b = &self->points[i];

      if (year == b->year)
        return b->value;
      if (year < b->year)
        return a->value + (b->value - a->value) * (year - a->year) / (b->year - a->year);
    }
  return self->points[self->n_points - 1].value;
}

/* bm_era names a set of benchmarks, so it steps: the last point not after @year holds. */
static double
step_value_at (const IjkSeries *self,
               int              year)
{
  double value = self->n_points > 0 ? self->points[0].value : NAN;

  for (guint i = 0; i < self->n_points && self->points[i].year <= year; i++)
    value = self->points[i].value;
  return value;
}

static void
fill_yearly_series (IjkReference              *self,
                    const IjkReferenceContent *content)
{
  for (guint id = 0; id < IJK_N_SERIES; id++)
    for (guint v = 0; v < IJK_N_VARIANTS; v++)
      {
        IjkSeries *series = &self->series[id][v];
        /* The Aramis profile counts years from its start. */
        const int offset = id == IJK_SERIES_ARAMIS_PROFILE ? IJK_FIRST_YEAR : 0;

        series->unit = content->series_units[id][v];
        series->n_points = content->series[id][v]->len;
        series->points = (const IjkSeriesPoint *) content->series[id][v]->data;
        for (guint t = 0; t < IJK_N_YEARS; t++)
          {
            const int year = IJK_FIRST_YEAR + (int) t - offset;

            self->yearly[id][v][t] = id == IJK_SERIES_BM_ERA ? step_value_at (series, year)
                                                             : ijk_series_value_at (series, year);
          }
      }
}

/* Observations from 2021 on with gaps closed by straight lines; model.md section 2. */
static void
derive_past (IjkUnit *unit)
{
  const guint offset = IJK_FIRST_YEAR - IJK_FIRST_OBSERVED_YEAR;
  guint first = IJK_NONE;
  guint last = 0;

  for (guint t = 0; t < IJK_N_PAST_YEARS; t++)
    if (!isnan (unit->observed_kt[offset + t]))
      {
        if (first == IJK_NONE)
          first = t;
        last = t;
      }
  g_assert (first != IJK_NONE);
  unit->first_year = IJK_FIRST_YEAR + (int) first;
  unit->last_year = IJK_FIRST_YEAR + (int) last;

  memset (unit->past_kt, 0, sizeof unit->past_kt);
  for (guint t = first; t <= last; t++)
    {
      guint a = t;
      guint b = t;

      while (isnan (unit->observed_kt[offset + a]))
        a--;
      while (isnan (unit->observed_kt[offset + b]))
        b++;
      unit->past_kt[t] = unit->observed_kt[offset + a];
      if (b > a)
        unit->past_kt[t] += (unit->observed_kt[offset + b] - unit->observed_kt[offset + a])
                            * (t - a) / (b - a);
    }
}

static int
compare_doubles (double a,
                 double b)
{
  return (a > b) - (a < b);
}

static int
compare_units (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  const IjkUnit *units = user_data;
  const guint i = *(const guint *) a;
  const guint j = *(const guint *) b;

  if (units[i].sector != units[j].sector)
    return units[i].sector < units[j].sector ? -1 : 1;
  if (units[i].tags != units[j].tags)
    return units[i].tags < units[j].tags ? -1 : 1;
  if (units[i].process_share != units[j].process_share)
    return compare_doubles (units[i].process_share, units[j].process_share);
  return (i > j) - (i < j);
}

/* Orders the units, mends the positions projects hold, and cuts the units into classes. */
static void
order_units (Private *self)
{
  IjkReferenceContent *content = self->content;
  const guint n = content->units->len;
  IjkUnit *units = (IjkUnit *) content->units->data;
  g_autofree guint *order = g_new (guint, n);
  g_autofree guint *place = g_new (guint, n);
  g_autofree IjkUnit *before = g_memdup2 (units, n * sizeof *units);

  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (int) n, sizeof *order, compare_units, before);

  self->classes = g_array_new (FALSE, TRUE, sizeof (IjkUnitClass));
  for (guint i = 0; i < n; i++)
    {
      IjkUnitClass *last = NULL;

      units[i] = before[order[i]];
      place[order[i]] = i;
      derive_past (&units[i]);
      if (self->classes->len > 0)
        last = &g_array_index (self->classes, IjkUnitClass, self->classes->len - 1);
      if (last == NULL || last->sector != units[i].sector || last->tags != units[i].tags
          || last->process_share != units[i].process_share)
        {
          const IjkUnitClass fresh = { .sector = units[i].sector,
                                       .first_unit = i,
                                       .tags = units[i].tags,
                                       .process_share = units[i].process_share };

          g_array_append_val (self->classes, fresh);
          last = &g_array_index (self->classes, IjkUnitClass, self->classes->len - 1);
        }
      last->n_units++;
      units[i].class_index = self->classes->len - 1;
    }
  for (guint i = 0; i < content->projects->len; i++)
    {
      IjkProject *project = &g_array_index (content->projects, IjkProject, i);

      project->unit = place[project->unit];
    }
}

static int
compare_cells (gconstpointer a,
               gconstpointer b)
{
  const IjkCell *x = a;
  const IjkCell *y = b;

  if (x->sector != y->sector)
    return x->sector < y->sector ? -1 : 1;
  return (x->measure > y->measure) - (x->measure < y->measure);
}

/* A project may apply a measure for which its sector has no row of potentials: it gets a cell
 * without potential, so that what the project abates is counted in its sector. */
static void
add_project_cells (IjkReferenceContent *content)
{
  for (guint j = 0; j < content->projects->len; j++)
    {
      const IjkProject *project = &g_array_index (content->projects, IjkProject, j);
      const IjkCell fresh = { .sector = g_array_index (content->units, IjkUnit, project->unit).sector,
                              .measure = project->measure,
                              .is_of_project = TRUE,
                              .provenance = project->provenance };
      gboolean is_there = FALSE;

      for (guint c = 0; c < content->cells->len; c++)
        is_there |= compare_cells (&g_array_index (content->cells, IjkCell, c), &fresh) == 0;
      if (!is_there)
        g_array_append_val (content->cells, fresh);
    }
}

static void
derive_sector_ranges (Private *self)
{
  IjkReferenceContent *content = self->content;

  for (guint s = 0; s < content->sectors->len; s++)
    {
      IjkSector *sector = &g_array_index (content->sectors, IjkSector, s);

      sector->first_unit = sector->first_class = sector->first_cell = 0;
      sector->n_units = sector->n_classes = sector->n_cells = 0;
      sector->has_incinerators = FALSE;
      memset (sector->past_kt, 0, sizeof sector->past_kt);
    }
  for (guint i = content->units->len; i-- > 0;)
    {
      const IjkUnit *unit = &g_array_index (content->units, IjkUnit, i);
      IjkSector *sector = &g_array_index (content->sectors, IjkSector, unit->sector);
      const guint y0 = IJK_YEAR_INDEX (unit->last_year);

      sector->first_unit = i;
      sector->n_units++;
      sector->has_incinerators |= unit->kind == IJK_KIND_INCINERATOR;
      for (guint t = 0; t <= y0; t++)
        sector->past_kt[y0][t] += unit->past_kt[t];
    }
  for (guint i = self->classes->len; i-- > 0;)
    {
      IjkSector *sector = &g_array_index (content->sectors, IjkSector,
                                          g_array_index (self->classes, IjkUnitClass, i).sector);

      sector->first_class = i;
      sector->n_classes++;
    }
  for (guint i = content->cells->len; i-- > 0;)
    {
      IjkSector *sector = &g_array_index (content->sectors, IjkSector,
                                          g_array_index (content->cells, IjkCell, i).sector);

      sector->first_cell = i;
      sector->n_cells++;
    }
}

static void
derive_companies (Private *self)
{
  const GArray *units = self->content->units;
  guint filled = 0;

  self->companies = g_array_new (FALSE, TRUE, sizeof (IjkCompany));
  self->company_units = g_new (guint, MAX (units->len, 1));
  g_array_set_size (self->companies, self->content->companies->len);
  for (guint i = 0; i < units->len; i++)
    {
      const guint company = g_array_index (units, IjkUnit, i).company;

      if (company != IJK_NONE)
        g_array_index (self->companies, IjkCompany, company).n_units++;
    }
  for (guint c = 0; c < self->companies->len; c++)
    {
      IjkCompany *company = &g_array_index (self->companies, IjkCompany, c);

      company->name = g_ptr_array_index (self->content->companies, c);
      company->units = self->company_units + filled;
      filled += company->n_units;
      company->n_units = 0;
    }
  for (guint i = 0; i < units->len; i++)
    {
      const guint position = g_array_index (units, IjkUnit, i).company;

      if (position != IJK_NONE)
        {
          IjkCompany *company = &g_array_index (self->companies, IjkCompany, position);

          self->company_units[(company->units - self->company_units) + company->n_units++] = i;
        }
    }
}

/**
 * ijk_reference_new:
 * @content: (transfer full): validated tables
 *
 * Seals @content into an immutable reference.
 *
 * Returns: (transfer full): the reference
 */
IjkReference *
ijk_reference_new (IjkReferenceContent *content)
{
  Private *self = g_atomic_rc_box_new0 (Private);
  IjkReference *public = &self->public;

  self->content = content;
  order_units (self);
  add_project_cells (content);
  g_array_sort (content->cells, compare_cells);
  derive_sector_ranges (self);
  derive_companies (self);
  ijk_lever_append_project_levers (content->levers);

  public->n_sectors = content->sectors->len;
  public->sectors = (const IjkSector *) content->sectors->data;
  public->n_clusters = content->clusters->len;
  public->clusters = (const IjkCluster *) content->clusters->data;
  public->n_companies = self->companies->len;
  public->companies = (const IjkCompany *) self->companies->data;
  public->n_units = content->units->len;
  public->units = (const IjkUnit *) content->units->data;
  public->n_classes = self->classes->len;
  public->classes = (const IjkUnitClass *) self->classes->data;
  public->n_measures = content->measures->len;
  public->measures = (const IjkMeasure *) content->measures->data;
  public->n_cells = content->cells->len;
  public->cells = (const IjkCell *) content->cells->data;
  public->n_projects = content->projects->len;
  public->projects = (const IjkProject *) content->projects->data;
  public->n_levers = content->levers->len;
  public->levers = (const IjkLever *) content->levers->data;
  public->n_history = content->history->len;
  public->history = (const IjkHistoryYear *) content->history->data;
  public->n_targets = content->targets->len;
  public->targets = (const IjkTarget *) content->targets->data;
  public->n_published = content->published->len;
  public->published = (const IjkPublished *) content->published->data;
  public->n_indexation = content->indexation->len;
  public->indexation = (const IjkIndexation *) content->indexation->data;
  public->n_tags = content->tags->len;
  public->tags = (const char *const *) content->tags->pdata;
  memcpy (public->regimes, content->regimes, sizeof public->regimes);
  fill_yearly_series (public, content);
  public->steel_dri = ijk_reference_find_measure (public, "steel_dri");
  public->ccs_steel = ijk_reference_find_measure (public, "ccs_steel");
  return public;
}

IjkReference *
ijk_reference_ref (const IjkReference *self)
{
  return g_atomic_rc_box_acquire ((gpointer) self);
}

static void
clear_private (gpointer data)
{
  Private *self = data;

  ijk_reference_content_free (self->content);
  g_array_unref (self->companies);
  g_array_unref (self->classes);
  g_free (self->company_units);
}

void
ijk_reference_unref (const IjkReference *self)
{
  g_atomic_rc_box_release_full ((gpointer) self, clear_private);
}

static GArray *
dup_array (const GArray *array)
{
  GArray *copy = g_array_new (FALSE, TRUE, g_array_get_element_size ((GArray *) array));

  g_array_append_vals (copy, array->data, array->len);
  return copy;
}

static void
dup_strings_into (GPtrArray       *copy,
                  const GPtrArray *names,
                  GStringChunk    *strings)
{
  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add (copy, g_string_chunk_insert_const (strings, g_ptr_array_index (names, i)));
}

/**
 * ijk_reference_dup_content:
 *
 * Content that can be changed and made into a new reference. Strings of the copied rows still
 * belong to @self, so the copy, and what is made from it, keeps @self.
 *
 * Returns: (transfer full): the content
 */
IjkReferenceContent *
ijk_reference_dup_content (const IjkReference *self)
{
  const IjkReferenceContent *content = ((const Private *) self)->content;
  IjkReferenceContent *copy = ijk_reference_content_new ();
  GArray *const *const from[] = { &content->sectors, &content->clusters, &content->units,
                                  &content->measures, &content->cells, &content->projects,
                                  &content->levers, &content->history, &content->targets,
                                  &content->published, &content->indexation };
  GArray **const to[] = { &copy->sectors, &copy->clusters, &copy->units, &copy->measures,
                          &copy->cells, &copy->projects, &copy->levers, &copy->history,
                          &copy->targets, &copy->published, &copy->indexation };

  copy->origin = ijk_reference_ref (self);
  for (guint i = 0; i < G_N_ELEMENTS (from); i++)
    {
      g_array_unref (*to[i]);
      *to[i] = dup_array (*from[i]);
    }
  g_array_set_size (copy->levers, IJK_N_TABLE_LEVERS);
  for (guint i = 0; i < copy->levers->len; i++)
    {
      IjkLever *lever = &g_array_index (copy->levers, IjkLever, i);

      if (lever->choices != NULL)
        lever->choices = g_memdup2 (lever->choices,
                                    (g_strv_length ((char **) lever->choices) + 1)
                                        * sizeof *lever->choices);
    }
  dup_strings_into (copy->companies, content->companies, copy->strings);
  dup_strings_into (copy->tags, content->tags, copy->strings);
  memcpy (copy->regimes, content->regimes, sizeof copy->regimes);
  memcpy (copy->series_units, content->series_units, sizeof copy->series_units);
  for (guint i = 0; i < IJK_N_SERIES; i++)
    for (guint v = 0; v < IJK_N_VARIANTS; v++)
      g_array_append_vals (copy->series[i][v], content->series[i][v]->data,
                           content->series[i][v]->len);
  return copy;
}

#define DEFINE_FIND(noun, array, n_array, field)                                                   \
  guint ijk_reference_find_##noun (const IjkReference *self, const char *id)                       \
  {                                                                                                \
    for (guint i = 0; i < self->n_array; i++)                                                      \
      if (strcmp (self->array[i].field, id) == 0)                                                  \
        return i;                                                                                  \
    return IJK_NONE;                                                                               \
  }

DEFINE_FIND (sector, sectors, n_sectors, id)
DEFINE_FIND (cluster, clusters, n_clusters, id)
DEFINE_FIND (company, companies, n_companies, name)
DEFINE_FIND (unit, units, n_units, id)
DEFINE_FIND (measure, measures, n_measures, id)
DEFINE_FIND (project, projects, n_projects, id)

/* Position of the cell of @measure in @sector, or IJK_NONE. */
guint
ijk_reference_find_cell (const IjkReference *self,
                         guint               sector,
                         guint               measure)
{
  const IjkSector *s = &self->sectors[sector];

  for (guint c = s->first_cell; c < s->first_cell + s->n_cells; c++)
    if (self->cells[c].measure == measure)
      return c;
  return IJK_NONE;
}
