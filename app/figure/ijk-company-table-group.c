/* Installations taken together as rows, in the order of the reference, and held against a search.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-company-table-private.h"

#include <math.h>
#include <string.h>

#include "ijk-unit-name.h"

/* Letters without case and accents, so that "smurfit" finds "Smurfit" and "geothermie" "geöthermie". */
char *
ijk_company_table_fold (const char *text)
{
  g_autofree char *decomposed = g_utf8_normalize (text, -1, G_NORMALIZE_NFKD);
  g_autoptr (GString) plain = g_string_new (NULL);

  for (const char *p = decomposed != NULL ? decomposed : ""; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_ismark (g_utf8_get_char (p)))
      g_string_append_unichar (plain, g_utf8_get_char (p));
  return g_utf8_casefold (plain->str, -1);
}

/* Both languages: a person searches in the one they know. */
char *
ijk_company_table_make_haystack (const IjkReference *reference,
                                 const IjkUnit      *unit)
{
  const IjkSector *sector = &reference->sectors[unit->sector];
  g_autoptr (GString) text = g_string_new (unit->name);

  g_string_append_printf (text, "\n%s\n%s\n%s\n%s\n%s", ijk_unit_name (unit->name), unit->id,
                          unit->municipality != NULL ? unit->municipality : "", sector->name_en,
                          sector->name_nl);
  if (unit->company != IJK_NONE)
    g_string_append_printf (text, "\n%s", reference->companies[unit->company].name);
  if (unit->cluster != IJK_NONE)
    g_string_append_printf (text, "\n%s\n%s", reference->clusters[unit->cluster].name_en,
                            reference->clusters[unit->cluster].name_nl);
  return ijk_company_table_fold (text->str);
}

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
void
ijk_company_table_make_rows (IjkCompanyTable *self)
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

void
ijk_company_table_search (IjkCompanyTable *self)
{
  memset (self->is_found, 0, self->n_rows);
  for (guint i = 0; i < self->reference->n_units; i++)
    {
      const guint r = self->row_of_unit[i];

      if (r != IJK_NONE && !self->is_found[r])
        self->is_found[r] = holds_words (self->haystacks[i], self->search);
    }
}
