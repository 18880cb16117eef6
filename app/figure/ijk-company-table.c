/* Rows of installations: worked out in one pass over the units, in their order, so that sums are the
 * same however the rows are taken together.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-company-table.h"

#include "ijk-saying-private.h"

#include <string.h>

/* kt or MEUR; less is the rounding of a sum. */
#define TINY 1e-9

struct _IjkCompanyTable
{
  const IjkReference *reference; /* (owned) */
  const IjkResult *result;       /* (owned) (nullable) */
  const IjkResult *law;          /* (owned) (nullable) */
  int year;

  IjkCompanyQuery query;
  char *search;                  /* (owned) folded; of the query */
  char **haystacks;              /* (owned) [n_units] what a search is held against, folded */

  guint n_rows;                  /* 0 before the first query */
  IjkCompanyRow *rows;           /* (owned) [n_units + 1] */
  guint *row_of_unit;            /* (owned) [n_units] or IJK_NONE: not chosen */
  guint *first_of_row;           /* (owned) [n_units] its first unit */
  guint8 *is_found;              /* (owned) [n_units] of rows: the search finds it */
  double *row_measures_kt;       /* (owned) (nullable) [n_rows][n_measures] of rows of several */

  guint n_shown;
  guint *shown;                  /* (owned) [n_units] rows in order */
  guint *spare;                  /* (owned) [n_units] for sorting */
  char **collation_keys;         /* (owned) (nullable) [n_rows] of the column sorted by */
  IjkCompanyRow totals;
  double industry_kt;

  guint *class_measure;          /* (owned) [n_classes] that takes most, per class; IJK_NONE */
  double *class_share;           /* (owned) [n_classes] its part of the unabated emissions */
  guint8 *class_is_known;        /* (owned) [n_classes] */
  guint8 *is_special;            /* (owned) [n_units] has a project or lever of its own */
  double *stack_kt, *projects_kt;/* (owned) [n_measures] */
};

/* Letters without case and accents, so that "smurfit" finds "Smurfit" and "geothermie" "geöthermie". */
static char *
fold (const char *text)
{
  g_autofree char *decomposed = g_utf8_normalize (text, -1, G_NORMALIZE_NFKD);
  g_autoptr (GString) plain = g_string_new (NULL);

  for (const char *p = decomposed != NULL ? decomposed : ""; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_ismark (g_utf8_get_char (p)))
      g_string_append_unichar (plain, g_utf8_get_char (p));
  return g_utf8_casefold (plain->str, -1);
}

/* Both languages: a person searches in the one they know. */
static char *
make_haystack (const IjkReference *reference,
               const IjkUnit      *unit)
{
  const IjkSector *sector = &reference->sectors[unit->sector];
  g_autoptr (GString) text = g_string_new (unit->name);

  g_string_append_printf (text, "\n%s\n%s\n%s\n%s", unit->id,
                          unit->municipality != NULL ? unit->municipality : "", sector->name_en,
                          sector->name_nl);
  if (unit->company != IJK_NONE)
    g_string_append_printf (text, "\n%s", reference->companies[unit->company].name);
  if (unit->cluster != IJK_NONE)
    g_string_append_printf (text, "\n%s\n%s", reference->clusters[unit->cluster].name_en,
                            reference->clusters[unit->cluster].name_nl);
  return fold (text->str);
}

IjkCompanyTable *
ijk_company_table_new (const IjkReference *reference)
{
  IjkCompanyTable *self = g_new0 (IjkCompanyTable, 1);
  const guint n = reference->n_units;

  self->reference = ijk_reference_ref (reference);
  self->year = IJK_TARGET_YEAR;
  self->query = (IjkCompanyQuery) IJK_COMPANY_QUERY_INIT;
  self->search = g_strdup ("");
  self->haystacks = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    self->haystacks[i] = make_haystack (reference, &reference->units[i]);
  self->rows = g_new0 (IjkCompanyRow, n + 1);
  self->row_of_unit = g_new0 (guint, n);
  self->first_of_row = g_new0 (guint, n + 1);
  self->is_found = g_new0 (guint8, n + 1);
  self->shown = g_new0 (guint, n + 1);
  self->spare = g_new0 (guint, n + 1);
  self->class_measure = g_new0 (guint, reference->n_classes);
  self->class_share = g_new0 (double, reference->n_classes);
  self->class_is_known = g_new0 (guint8, reference->n_classes);
  self->is_special = g_new0 (guint8, n);
  self->stack_kt = g_new0 (double, reference->n_measures);
  self->projects_kt = g_new0 (double, reference->n_measures);
  return self;
}

static void
drop_keys (IjkCompanyTable *self)
{
  g_clear_pointer (&self->collation_keys, g_strfreev);
}

void
ijk_company_table_free (IjkCompanyTable *self)
{
  if (self == NULL)
    return;
  drop_keys (self);
  g_strfreev (self->haystacks);
  g_free (self->search);
  g_free (self->rows);
  g_free (self->row_of_unit);
  g_free (self->first_of_row);
  g_free (self->is_found);
  g_free (self->row_measures_kt);
  g_free (self->shown);
  g_free (self->spare);
  g_free (self->class_measure);
  g_free (self->class_share);
  g_free (self->class_is_known);
  g_free (self->is_special);
  g_free (self->stack_kt);
  g_free (self->projects_kt);
  g_clear_pointer (&self->result, ijk_result_unref);
  g_clear_pointer (&self->law, ijk_result_unref);
  ijk_reference_unref (self->reference);
  g_free (self);
}

/* ---- which installations are in which row ---- */

static gboolean
is_chosen (const IjkCompanyTable *self,
           const IjkUnit         *unit)
{
  const IjkCompanyQuery *query = &self->query;

  return (query->sector == IJK_NONE || unit->sector == query->sector)
         && (query->cluster == IJK_NONE || unit->cluster == query->cluster)
         && (query->kind < 0 || (int) unit->kind == query->kind);
}

/* The place of the unit's group among all groups of the kind; the last is of those without one. */
static guint
find_group (const IjkCompanyTable *self,
            guint                  i)
{
  const IjkUnit *unit = &self->reference->units[i];

  switch (self->query.rows)
    {
    case IJK_COMPANY_ROWS_UNITS:
      return IJK_NONE;
    case IJK_COMPANY_ROWS_COMPANIES:
      return unit->company;
    case IJK_COMPANY_ROWS_SECTORS:
      return unit->sector;
    case IJK_COMPANY_ROWS_CLUSTERS:
      return unit->cluster != IJK_NONE ? unit->cluster : self->reference->n_clusters;
    case IJK_N_COMPANY_ROWS:
      break;
    }
  g_assert_not_reached ();
}

static gboolean
holds_word (const char *haystack,
            const char *word,
            gsize       length)
{
  for (const char *p = strchr (haystack, *word); p != NULL; p = strchr (p + 1, *word))
    if (strncmp (p, word, length) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
holds_words (const char *haystack,
             const char *search)
{
  const char *p = search;

  while (*p != '\0')
    {
      const gsize length = strcspn (p, " ");

      if (length > 0 && !holds_word (haystack, p, length))
        return FALSE;
      p += length;
      p += strspn (p, " ");
    }
  return TRUE;
}

static void
begin_row (IjkCompanyTable *self,
           guint            row,
           guint            i)
{
  const IjkUnit *unit = &self->reference->units[i];

  self->rows[row] = (IjkCompanyRow) {
    .unit = i, .company = unit->company, .sector = unit->sector, .cluster = unit->cluster,
  };
  self->first_of_row[row] = i;
  self->is_found[row] = FALSE;
}

static void
join_row (IjkCompanyRow *row,
          guint          i,
          const IjkUnit *unit)
{
  if (row->unit != i)
    row->unit = IJK_NONE;
  if (row->company != unit->company)
    row->company = IJK_NONE;
  if (row->sector != unit->sector)
    row->sector = IJK_NONE;
  if (row->cluster != unit->cluster)
    row->cluster = IJK_NONE;
  row->n_units++;
  row->is_levied_kind |= unit->kind != IJK_KIND_REST;
}

/* The last year that the registry has for all installations of a row. */
static void
fill_observed (IjkCompanyTable *self)
{
  const IjkReference *reference = self->reference;
  g_autofree guint *last = g_new (guint, MAX (self->n_rows, 1));

  for (guint r = 0; r < self->n_rows; r++)
    {
      last[r] = IJK_N_OBSERVED_YEARS;
      self->rows[r].observed_kt = 0;
    }
  for (guint i = 0; i < reference->n_units; i++)
    {
      const guint r = self->row_of_unit[i];
      guint known = 0;

      if (r == IJK_NONE)
        continue;
      for (guint t = 0; t < IJK_N_OBSERVED_YEARS; t++)
        if (!isnan (reference->units[i].observed_kt[t]))
          known = t + 1;
      last[r] = MIN (last[r], known);
    }
  for (guint i = 0; i < reference->n_units; i++)
    if (self->row_of_unit[i] != IJK_NONE)
      {
        const guint r = self->row_of_unit[i];

        self->rows[r].observed_kt
            += last[r] > 0 ? reference->units[i].observed_kt[last[r] - 1] : (double) NAN;
      }
  for (guint r = 0; r < self->n_rows; r++)
    self->rows[r].observed_year
        = isnan (self->rows[r].observed_kt) ? 0 : IJK_FIRST_OBSERVED_YEAR + (int) last[r] - 1;
}

/* Rows in the order in which their first installation stands in the reference. */
static void
make_rows (IjkCompanyTable *self)
{
  const IjkReference *reference = self->reference;
  const guint n_groups = MAX (MAX (reference->n_companies, reference->n_sectors),
                              reference->n_clusters + 1);
  g_autofree guint *row_of_group = g_new (guint, n_groups);

  memset (row_of_group, 0xff, n_groups * sizeof *row_of_group);
  self->n_rows = 0;
  for (guint i = 0; i < reference->n_units; i++)
    {
      const IjkUnit *unit = &reference->units[i];
      const guint group = find_group (self, i);
      guint row = group != IJK_NONE ? row_of_group[group] : IJK_NONE;

      self->row_of_unit[i] = IJK_NONE;
      if (!is_chosen (self, unit))
        continue;
      if (row == IJK_NONE)
        {
          row = self->n_rows++;
          begin_row (self, row, i);
          if (group != IJK_NONE)
            row_of_group[group] = row;
        }
      self->row_of_unit[i] = row;
      join_row (&self->rows[row], i, unit);
      if (!self->is_found[row])
        self->is_found[row] = holds_words (self->haystacks[i], self->search);
    }
  fill_observed (self);
  g_free (self->row_measures_kt);
  self->row_measures_kt = self->query.rows == IJK_COMPANY_ROWS_UNITS
                              ? NULL
                              : g_new0 (double, (gsize) self->n_rows * reference->n_measures + 1);
}

/* ---- numbers ---- */

static void
mark_special_units (IjkCompanyTable *self)
{
  const IjkReference *reference = self->reference;
  const IjkScenario *scenario = self->result->scenario;
  g_autofree guint8 *has_lever = g_new0 (guint8, MAX (reference->n_companies, 1));

  memset (self->is_special, 0, reference->n_units);
  for (const IjkScenario *s = scenario; s != NULL; s = ijk_scenario_get_parent (s))
    {
      guint n_settings = 0;
      const IjkLeverSetting *settings = ijk_scenario_get_settings (s, &n_settings);

      for (guint i = 0; i < n_settings; i++)
        if (settings[i].key.scope == IJK_SCOPE_COMPANY)
          has_lever[settings[i].key.target] = TRUE;
    }
  for (guint c = 0; c < reference->n_companies; c++)
    for (guint i = 0; has_lever[c] && i < reference->companies[c].n_units; i++)
      self->is_special[reference->companies[c].units[i]] = TRUE;
  for (guint p = 0; p < reference->n_projects; p++)
    if (ijk_scenario_project_is_enabled (scenario, p))
      self->is_special[reference->projects[p].unit] = TRUE;
}

static guint
find_largest (const double *values,
              guint         n_values)
{
  guint largest = IJK_NONE;

  for (guint i = 0; i < n_values; i++)
    if (values[i] > TINY && (largest == IJK_NONE || values[i] > values[largest]))
      largest = i;
  return largest;
}

/* The measure that takes most of a unit, and how much; for most units their class knows it. */
static guint
find_main_measure (IjkCompanyTable *self,
                   guint            i,
                   guint            t,
                   double          *kt,
                   gboolean        *is_of_project)
{
  const IjkReference *reference = self->reference;
  const IjkUnit *unit = &reference->units[i];
  const double unabated_kt
      = self->result->unit_unabated_kt[(gsize) t * reference->n_units + i];
  const guint k = unit->class_index;
  guint measure;

  *is_of_project = FALSE;
  if (!self->is_special[i] && self->class_is_known[k])
    {
      *kt = self->class_share[k] * unabated_kt;
      return self->class_measure[k];
    }
  ijk_unit_abatement (self->result, i, t, self->stack_kt, self->projects_kt);
  measure = find_largest (self->stack_kt, reference->n_measures);
  *kt = measure != IJK_NONE ? self->stack_kt[measure] : 0;
  if (self->is_special[i])
    {
      *is_of_project = measure != IJK_NONE && self->projects_kt[measure] > 0;
      return measure;
    }
  if (unabated_kt > 0)
    {
      self->class_is_known[k] = TRUE;
      self->class_measure[k] = measure;
      self->class_share[k] = *kt / unabated_kt;
    }
  return measure;
}

/* A row of several installations is named after the measure that takes most of all of them together. */
static void
add_measures (IjkCompanyTable *self,
              guint            i,
              guint            t)
{
  const IjkReference *reference = self->reference;
  const guint r = self->row_of_unit[i];
  IjkCompanyRow *row = &self->rows[r];
  double *sums_kt = self->row_measures_kt + (gsize) r * reference->n_measures;

  if (row->n_units == 1)
    return;
  ijk_unit_abatement (self->result, i, t, self->stack_kt, NULL);
  for (guint m = 0; m < reference->n_measures; m++)
    sums_kt[m] += self->stack_kt[m];
}

static void
set_measure (IjkCompanyTable *self,
             IjkCompanyRow   *row,
             guint            i,
             guint            t,
             guint            measure,
             double           kt,
             gboolean         is_of_project)
{
  row->measure = measure;
  row->measure_kt = kt;
  if (measure == IJK_NONE)
    return;
  row->cell = ijk_reference_find_cell (self->reference, self->reference->units[i].sector, measure);
  row->limit = ijk_measure_limit_find (self->result, i, measure, t, is_of_project);
}

/* Of several installations the one with most of the measure tells what limits it. */
static void
fill_measures (IjkCompanyTable *self,
               guint            t)
{
  const IjkReference *reference = self->reference;
  g_autofree double *largest_kt = g_new0 (double, MAX (self->n_rows, 1));

  if (self->row_measures_kt != NULL)
    {
      memset (self->row_measures_kt, 0,
              (gsize) self->n_rows * reference->n_measures * sizeof *self->row_measures_kt);
      for (guint i = 0; i < reference->n_units; i++)
        if (self->row_of_unit[i] != IJK_NONE)
          add_measures (self, i, t);
      for (guint r = 0; r < self->n_rows; r++)
        if (self->rows[r].n_units > 1)
          {
            const double *sums_kt = self->row_measures_kt + (gsize) r * reference->n_measures;

            self->rows[r].measure = find_largest (sums_kt, reference->n_measures);
            self->rows[r].measure_kt
                = self->rows[r].measure != IJK_NONE ? sums_kt[self->rows[r].measure] : 0;
          }
    }
  for (guint i = 0; i < reference->n_units; i++)
    {
      const guint r = self->row_of_unit[i];
      IjkCompanyRow *row = r != IJK_NONE ? &self->rows[r] : NULL;
      gboolean is_of_project = FALSE;
      double kt = 0;

      if (row == NULL)
        continue;
      if (row->n_units == 1)
        {
          const guint measure = find_main_measure (self, i, t, &kt, &is_of_project);

          set_measure (self, row, i, t, measure, kt, is_of_project);
          continue;
        }
      if (row->measure == IJK_NONE)
        continue;
      ijk_unit_abatement (self->result, i, t, self->stack_kt, self->projects_kt);
      kt = self->stack_kt[row->measure];
      if (kt > largest_kt[r])
        {
          largest_kt[r] = kt;
          set_measure (self, row, i, t, row->measure, row->measure_kt,
                       self->projects_kt[row->measure] > 0);
        }
    }
}

static void
fill_numbers (IjkCompanyTable *self)
{
  const guint n_units = self->reference->n_units;
  const guint t = IJK_YEAR_INDEX (self->year);
  const gsize at = (gsize) t * n_units;
  const IjkResult *result = self->result;
  const IjkResult *law = self->law;

  for (guint r = 0; r < self->n_rows; r++)
    {
      IjkCompanyRow *row = &self->rows[r];

      row->emissions_kt = row->load_kt = row->rights_kt = row->levy_meur = row->credit_meur = 0;
      row->law_emissions_kt = row->law_net_levy_meur = law != NULL ? 0 : (double) NAN;
      row->measure = row->cell = IJK_NONE;
      row->measure_kt = 0;
      row->limit = IJK_MEASURE_LIMIT_NONE;
    }
  for (guint i = 0; i < n_units; i++)
    {
      IjkCompanyRow *row;

      if (self->row_of_unit[i] == IJK_NONE)
        continue;
      row = &self->rows[self->row_of_unit[i]];
      row->emissions_kt += result->unit_emissions_kt[at + i];
      row->load_kt += result->unit_load_kt[at + i];
      row->rights_kt += result->unit_rights_kt[at + i];
      row->levy_meur += result->unit_levy_meur[at + i];
      row->credit_meur += result->unit_credit_meur[at + i];
      if (law == NULL)
        continue;
      row->law_emissions_kt += law->unit_emissions_kt[at + i];
      row->law_net_levy_meur += law->unit_levy_meur[at + i] - law->unit_credit_meur[at + i];
    }
  memset (self->class_is_known, 0, self->reference->n_classes);
  mark_special_units (self);
  fill_measures (self, t);
}

/* ---- which rows, in which order ---- */

double
ijk_company_row_number (const IjkCompanyRow *row,
                        IjkCompanyColumn     column)
{
  switch (column)
    {
    case IJK_COMPANY_OBSERVED:
      return row->observed_kt;
    case IJK_COMPANY_EMISSIONS:
    case IJK_COMPANY_SPARKLINE:
      return row->emissions_kt;
    case IJK_COMPANY_CHANGE:
      return row->emissions_kt - row->law_emissions_kt;
    case IJK_COMPANY_RIGHTS:
      return row->is_levied_kind ? row->rights_kt : (double) NAN;
    case IJK_COMPANY_POSITION:
      return row->is_levied_kind ? row->rights_kt - row->load_kt : (double) NAN;
    case IJK_COMPANY_LEVY:
      return row->is_levied_kind ? row->levy_meur : (double) NAN;
    case IJK_COMPANY_CREDIT:
      return row->is_levied_kind ? row->credit_meur : (double) NAN;
    case IJK_COMPANY_LEVY_CHANGE:
      return row->is_levied_kind ? row->levy_meur - row->credit_meur - row->law_net_levy_meur
                                 : (double) NAN;
    case IJK_COMPANY_NAME:
    case IJK_COMPANY_SECTOR:
    case IJK_COMPANY_CLUSTER:
    case IJK_COMPANY_MEASURE:
    case IJK_COMPANY_LIMIT:
      return NAN;
    case IJK_N_COMPANY_COLUMNS:
      break;
    }
  g_assert_not_reached ();
}

static gboolean
is_shown (const IjkCompanyTable *self,
          guint                  r)
{
  const IjkCompanyRow *row = &self->rows[r];
  const double position_kt = row->rights_kt - row->load_kt;

  if (!self->is_found[r])
    return FALSE;
  if (self->query.is_levied_only && !(row->levy_meur > TINY))
    return FALSE;
  switch (self->query.position)
    {
    case IJK_POSITION_ANY:
      return TRUE;
    case IJK_POSITION_LONG:
      return row->is_levied_kind && position_kt > TINY;
    case IJK_POSITION_SHORT:
      return row->is_levied_kind && position_kt < -TINY;
    }
  g_assert_not_reached ();
}

/* Unknown comes last, whichever way. */
static gboolean
comes_after (const IjkCompanyTable *self,
             guint                  a,
             guint                  b)
{
  const IjkCompanyColumn column = self->query.sort_by;
  double one, other;

  if (self->collation_keys != NULL)
    {
      const int order = strcmp (self->collation_keys[a], self->collation_keys[b]);

      return self->query.is_descending ? order < 0 : order > 0;
    }
  one = ijk_company_row_number (&self->rows[a], column);
  other = ijk_company_row_number (&self->rows[b], column);
  if (isnan (one) || isnan (other))
    return isnan (one) && !isnan (other);
  return self->query.is_descending ? one < other : one > other;
}

/* Merges runs of growing length: stable, and without asking for memory. */
static void
sort_shown (IjkCompanyTable *self)
{
  guint *from = self->shown;
  guint *to = self->spare;

  for (guint width = 1; width < self->n_shown; width *= 2)
    {
      guint *swap;

      for (guint start = 0; start < self->n_shown; start += 2 * width)
        {
          const guint middle = MIN (start + width, self->n_shown);
          const guint end = MIN (start + 2 * width, self->n_shown);
          guint left = start;
          guint right = middle;

          for (guint k = start; k < end; k++)
            if (left < middle && (right >= end || !comes_after (self, from[left], from[right])))
              to[k] = from[left++];
            else
              to[k] = from[right++];
        }
      swap = from;
      from = to;
      to = swap;
    }
  self->shown = from;
  self->spare = to;
}

/* Words are sorted as the language does; one key a row, made once for each sort by words. */
static void
make_keys (IjkCompanyTable *self)
{
  drop_keys (self);
  if (ijk_company_column_is_number (self->query.sort_by))
    return;
  self->collation_keys = g_new0 (char *, self->n_rows + 1);
  for (guint r = 0; r < self->n_rows; r++)
    {
      g_autofree char *text = ijk_company_table_write (self, &self->rows[r], self->query.sort_by);

      self->collation_keys[r] = g_utf8_collate_key (text, -1);
    }
}

static void
sum_shown (IjkCompanyTable *self)
{
  IjkCompanyRow *totals = &self->totals;
  g_autofree guint8 *is_in = g_new0 (guint8, self->n_rows + 1);
  const guint t = IJK_YEAR_INDEX (self->year);

  *totals = (IjkCompanyRow) {
    .unit = IJK_NONE, .company = IJK_NONE, .sector = IJK_NONE, .cluster = IJK_NONE,
    .measure = IJK_NONE, .cell = IJK_NONE, .is_levied_kind = TRUE,
  };
  self->industry_kt = 0;
  if (self->result == NULL)
    return;
  for (guint k = 0; k < self->n_shown; k++)
    {
      const IjkCompanyRow *row = &self->rows[self->shown[k]];

      is_in[self->shown[k]] = TRUE;
      totals->n_units += row->n_units;
      totals->law_emissions_kt += row->law_emissions_kt;
      totals->law_net_levy_meur += row->law_net_levy_meur;
    }
  /* In the order of the units, whatever the rows and their order, so that a sum is always the same. */
  for (guint i = 0; i < self->reference->n_units; i++)
    {
      const gsize at = (gsize) t * self->reference->n_units + i;

      if (self->row_of_unit[i] == IJK_NONE || !is_in[self->row_of_unit[i]])
        continue;
      totals->emissions_kt += self->result->unit_emissions_kt[at];
      totals->load_kt += self->result->unit_load_kt[at];
      totals->rights_kt += self->result->unit_rights_kt[at];
      totals->levy_meur += self->result->unit_levy_meur[at];
      totals->credit_meur += self->result->unit_credit_meur[at];
      if (self->reference->sectors[self->reference->units[i].sector].is_in_industry)
        self->industry_kt += self->result->unit_emissions_kt[at];
    }
  /* Registry years differ from row to row: their sum would be of no year. */
  totals->observed_kt = NAN;
}

static void
choose_rows (IjkCompanyTable *self)
{
  self->n_shown = 0;
  if (self->result == NULL)
    return;
  for (guint r = 0; r < self->n_rows; r++)
    if (is_shown (self, r))
      self->shown[self->n_shown++] = r;
  make_keys (self);
  sort_shown (self);
  sum_shown (self);
}

void
ijk_company_table_set_result (IjkCompanyTable *self,
                              const IjkResult *result,
                              const IjkResult *law,
                              int              year)
{
  const IjkResult *old_result = self->result;
  const IjkResult *old_law = self->law;

  g_return_if_fail (result != NULL && result->reference == self->reference);
  g_return_if_fail (year >= IJK_FIRST_YEAR && year <= IJK_LAST_YEAR);

  self->result = ijk_result_ref (result);
  self->law = law != NULL ? ijk_result_ref (law) : NULL;
  self->year = year;
  g_clear_pointer (&old_result, ijk_result_unref);
  g_clear_pointer (&old_law, ijk_result_unref);
  if (self->n_rows == 0)
    make_rows (self);
  fill_numbers (self);
  choose_rows (self);
}

void
ijk_company_table_set_query (IjkCompanyTable       *self,
                             const IjkCompanyQuery *query)
{
  g_autofree char *search = fold (query->search != NULL ? query->search : "");
  const IjkCompanyQuery *old = &self->query;
  const gboolean has_same_rows = self->n_rows > 0 && query->rows == old->rows
                                 && query->sector == old->sector && query->cluster == old->cluster
                                 && query->kind == old->kind;
  const gboolean has_same_search = g_str_equal (search, self->search);

  self->query = *query;
  self->query.search = NULL;
  g_free (self->search);
  self->search = g_steal_pointer (&search);
  if (!has_same_rows)
    {
      make_rows (self);
      if (self->result != NULL)
        fill_numbers (self);
    }
  else if (!has_same_search)
    {
      memset (self->is_found, 0, self->n_rows);
      for (guint i = 0; i < self->reference->n_units; i++)
        {
          const guint r = self->row_of_unit[i];

          if (r != IJK_NONE && !self->is_found[r])
            self->is_found[r] = holds_words (self->haystacks[i], self->search);
        }
    }
  choose_rows (self);
}

const IjkReference *
ijk_company_table_get_reference (const IjkCompanyTable *self)
{
  return self->reference;
}

const IjkResult *
ijk_company_table_get_result (const IjkCompanyTable *self)
{
  return self->result;
}

int
ijk_company_table_get_year (const IjkCompanyTable *self)
{
  return self->year;
}

IjkCompanyRows
ijk_company_table_get_rows (const IjkCompanyTable *self)
{
  return self->query.rows;
}

guint
ijk_company_table_n_shown (const IjkCompanyTable *self)
{
  return self->n_shown;
}

guint
ijk_company_table_n_rows (const IjkCompanyTable *self)
{
  return self->n_rows;
}

const IjkCompanyRow *
ijk_company_table_get (const IjkCompanyTable *self,
                       guint                  position)
{
  g_return_val_if_fail (position < self->n_shown, NULL);

  return &self->rows[self->shown[position]];
}

const IjkCompanyRow *
ijk_company_table_totals (const IjkCompanyTable *self)
{
  return &self->totals;
}

double
ijk_company_table_industry_kt (const IjkCompanyTable *self)
{
  return self->industry_kt;
}

guint
ijk_company_table_find (const IjkCompanyTable *self,
                        guint                  company,
                        guint                  unit)
{
  for (guint k = 0; k < self->n_shown; k++)
    {
      const IjkCompanyRow *row = &self->rows[self->shown[k]];

      if (unit != IJK_NONE && row->unit == unit)
        return k;
      if (unit == IJK_NONE && company != IJK_NONE && row->company == company)
        return k;
    }
  return IJK_NONE;
}

void
ijk_company_table_yearly (const IjkCompanyTable *self,
                          guint                  position,
                          double                *yearly_kt)
{
  const guint n_units = self->reference->n_units;
  guint row, n_left;

  g_return_if_fail (position < self->n_shown);

  row = self->shown[position];
  n_left = self->rows[row].n_units;
  for (guint t = 0; t < IJK_N_YEARS; t++)
    yearly_kt[t] = 0;
  for (guint i = self->first_of_row[row]; n_left > 0 && i < n_units; i++)
    {
      if (self->row_of_unit[i] != row)
        continue;
      for (guint t = 0; t < IJK_N_YEARS; t++)
        yearly_kt[t] += self->result->unit_emissions_kt[(gsize) t * n_units + i];
      n_left--;
    }
}
