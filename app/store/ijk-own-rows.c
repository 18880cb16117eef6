/* Own installations among the rows of the table.
 *
 * The national total counts every tonne once. Where an installation was part of a row of the rest, that
 * row is lowered by what the installation emitted, in the years that the row has figures of, and gets it
 * back when the installation goes. What is taken off follows from the installation's own row, so nothing
 * else has to be remembered; sums are rounded to a kilogram to come out where they began.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-own-rows.h"

#include "ijk-import-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Of a kilotonne. */
#define STEPS_PER_KT 1e6

/* Behind the source of a row that was lowered, with the status it had. The table is in English. */
#define LOWERED_PREFIX "; less own installations ("
#define LOWERED_SUFFIX ")"

guint64
ijk_own_find_tag (IjkReferenceContent *content,
                  const char          *tag)
{
  guint i = 0;

  while (i < content->tags->len && strcmp (g_ptr_array_index (content->tags, i), tag) != 0)
    i++;
  if (i >= 64)
    return 0;
  if (i == content->tags->len)
    g_ptr_array_add (content->tags, g_string_chunk_insert_const (content->strings, tag));
  return G_GUINT64_CONSTANT (1) << i;
}

/* The id of the row of the rest that a unit is taken off, or NULL. */
static const char *
find_rest_id (const IjkReferenceContent *content,
              guint64                    tags)
{
  for (guint i = 0; i < content->tags->len; i++)
    if ((tags & (G_GUINT64_CONSTANT (1) << i)) != 0
        && g_str_has_prefix (g_ptr_array_index (content->tags, i), IJK_WITHIN_TAG_PREFIX))
      return (const char *) g_ptr_array_index (content->tags, i) + strlen (IJK_WITHIN_TAG_PREFIX);
  return NULL;
}

static IjkUnit *
find_unit (IjkReferenceContent *content,
           const char          *id)
{
  for (guint i = 0; i < content->units->len; i++)
    {
      IjkUnit *unit = &g_array_index (content->units, IjkUnit, i);

      if (strcmp (unit->id, id) == 0)
        return unit;
    }
  return NULL;
}

/* What a unit emitted in a year from 2021 on [kt]: nothing before its first figure, a straight line
 * between two, and with the output of its sector after the last. */
static double
find_emissions_kt (const IjkReferenceContent *content,
                   const IjkUnit             *unit,
                   int                        year)
{
  const IjkSector *sector = &g_array_index (content->sectors, IjkSector, unit->sector);
  const int offset = IJK_FIRST_OBSERVED_YEAR;
  int before = year;
  int after = year;

  while (before >= IJK_FIRST_YEAR && isnan (unit->observed_kt[before - offset]))
    before--;
  while (after <= IJK_LAST_OBSERVED_YEAR && isnan (unit->observed_kt[after - offset]))
    after++;
  if (before < IJK_FIRST_YEAR)
    return 0;
  if (after > IJK_LAST_OBSERVED_YEAR)
    return unit->observed_kt[before - offset] * sector->activity[year - IJK_FIRST_YEAR]
           / sector->activity[before - IJK_FIRST_YEAR];
  if (after == before)
    return unit->observed_kt[year - offset];
  return unit->observed_kt[before - offset]
         + (unit->observed_kt[after - offset] - unit->observed_kt[before - offset])
               * (year - before) / (after - before);
}

/* Adds @sign times the emissions of @unit to the row. */
static void
move_emissions (IjkReferenceContent *content,
                IjkUnit             *rest,
                const IjkUnit       *unit,
                double               sign)
{
  for (int year = IJK_FIRST_YEAR; year <= IJK_LAST_OBSERVED_YEAR; year++)
    {
      double *kt = &rest->observed_kt[year - IJK_FIRST_OBSERVED_YEAR];

      if (!isnan (*kt))
        *kt = round ((*kt + sign * find_emissions_kt (content, unit, year)) * STEPS_PER_KT)
              / STEPS_PER_KT;
    }
}

/* The row says that it was lowered, and is as sure as its weakest part. */
static void
note_lowered (IjkReferenceContent *content,
              IjkUnit             *rest)
{
  g_autofree char *plain = g_strdup (rest->provenance.source);
  char *note = strstr (plain, LOWERED_PREFIX);
  IjkStatus status = rest->provenance.status;
  IjkStatus weakest;
  gboolean is_lowered = FALSE;

  if (note != NULL)
    {
      for (guint i = 0; i < IJK_N_STATUSES; i++)
        if (g_str_has_prefix (note + strlen (LOWERED_PREFIX), ijk_status_ids[i]))
          status = (IjkStatus) i;
      *note = '\0';
    }
  weakest = MAX (status, IJK_STATUS_DERIVED);
  for (guint i = 0; i < content->units->len; i++)
    {
      const IjkUnit *unit = &g_array_index (content->units, IjkUnit, i);
      const char *id = find_rest_id (content, unit->tags);

      if (id == NULL || strcmp (id, rest->id) != 0)
        continue;
      is_lowered = TRUE;
      weakest = MAX (weakest, unit->provenance.status);
    }
  rest->provenance.status = is_lowered ? weakest : status;
  if (is_lowered)
    {
      g_autofree char *noted
          = g_strconcat (plain, LOWERED_PREFIX, ijk_status_ids[status], LOWERED_SUFFIX, NULL);

      rest->provenance.source = g_string_chunk_insert (content->strings, noted);
    }
  else
    rest->provenance.source = g_string_chunk_insert (content->strings, plain);
}

static gboolean
check_room (const IjkUnit *rest,
            GError       **error)
{
  for (int year = IJK_FIRST_YEAR; year <= IJK_LAST_OBSERVED_YEAR; year++)
    {
      const double kt = rest->observed_kt[year - IJK_FIRST_OBSERVED_YEAR];

      if (!(kt < 0))
        continue;
      g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_VALUE,
                   /* Translators: %1$s is a row of the table, such as Rest of food and drink, %2$d a
                    * year, %3$.1f a number. */
                   _("“%1$s” does not hold that much in %2$d: %3$.1f kt too little to take this "
                     "installation off it"),
                   rest->name, year, -kt);
      return FALSE;
    }
  return TRUE;
}

/**
 * ijk_own_settle_rest:
 * @content: with new and changed rows in it, and without those that went
 * @origin: what it was before
 * @named: (element-type utf8): ids of the rows that came, changed or went
 *
 * Gives rows of the rest back what installations took off them before, and takes off what they do now.
 * A row of the rest that is itself @named has been set by a person and stays as it is.
 *
 * Returns: %FALSE with %IJK_STORE_ERROR_VALUE set when a row of the rest holds too little
 */
gboolean
ijk_own_settle_rest (IjkReferenceContent *content,
                     const IjkReference  *origin,
                     GHashTable          *named,
                     GError             **error)
{
  g_autoptr (GHashTable) touched = g_hash_table_new (g_direct_hash, g_direct_equal);
  GHashTableIter iter;
  gpointer rest = NULL;

  for (guint i = 0; i < origin->n_units; i++)
    {
      const guint before = ijk_unit_find_rest (origin, i);

      if (before == IJK_NONE || !g_hash_table_contains (named, origin->units[i].id)
          || g_hash_table_contains (named, origin->units[before].id))
        continue;
      rest = find_unit (content, origin->units[before].id);
      if (rest == NULL)
        continue;
      move_emissions (content, rest, &origin->units[i], 1);
      g_hash_table_add (touched, rest);
    }
  for (guint i = 0; i < content->units->len; i++)
    {
      const IjkUnit *unit = &g_array_index (content->units, IjkUnit, i);
      const char *id = find_rest_id (content, unit->tags);

      if (id == NULL || !g_hash_table_contains (named, unit->id)
          || g_hash_table_contains (named, id))
        continue;
      rest = find_unit (content, id);
      if (rest == NULL)
        continue;
      move_emissions (content, rest, unit, -1);
      g_hash_table_add (touched, rest);
    }
  g_hash_table_iter_init (&iter, touched);
  while (g_hash_table_iter_next (&iter, &rest, NULL))
    {
      note_lowered (content, rest);
      if (!check_room (rest, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * ijk_own_make_id:
 * @name: what the installation is called
 *
 * Returns: (transfer full): an id that no installation of @reference has, such as own-glass-works
 */
char *
ijk_own_make_id (const IjkReference *reference,
                 const char         *name)
{
  g_autofree char *ascii = g_str_to_ascii (name, "C");
  g_autoptr (GString) id = g_string_new ("own");
  gsize length = 0;

  for (const char *c = ascii; *c != '\0' && id->len < 60; c++)
    {
      if (g_ascii_isalnum (*c))
        {
          if (c == ascii || !g_ascii_isalnum (c[-1]))
            g_string_append_c (id, '-');
          g_string_append_c (id, g_ascii_tolower (*c));
        }
    }
  length = id->len;
  for (guint n = 2; ijk_reference_find_unit (reference, id->str) != IJK_NONE; n++)
    {
      g_string_truncate (id, length);
      g_string_append_printf (id, "-%u", n);
    }
  return g_string_free (g_steal_pointer (&id), FALSE);
}

/* The row of the shipped table in the place of one that a person changed. */
static IjkReference *
restore_unit (const IjkReference *reference,
              const IjkReference *shipped,
              guint               unit,
              GError            **error)
{
  const IjkImportOptions options = { .is_replacing = TRUE, .is_restoring = TRUE };
  g_autofree char *text = ijk_units_write (shipped, &unit, 1);
  g_autoptr (IjkImport) import
      = ijk_import_read (reference, "units.csv", text, -1, &options, error);

  return import != NULL ? ijk_reference_ref (import->reference) : NULL;
}

/* The projects of the table stand at positions of units. */
static void
take_out (IjkReferenceContent *content,
          guint                unit)
{
  g_array_remove_index (content->units, unit);
  for (guint i = 0; i < content->projects->len; i++)
    {
      IjkProject *project = &g_array_index (content->projects, IjkProject, i);

      if (project->unit > unit)
        project->unit--;
    }
}

/**
 * ijk_own_remove:
 * @reference: the data as they are
 * @shipped: (nullable): the table as it is shipped
 * @id: of an installation of one's own
 *
 * Takes an installation out; where it stands in the place of a shipped one, that comes back.
 *
 * Returns: (transfer full) (nullable): the data without it, or %NULL with %IJK_STORE_ERROR set
 */
IjkReference *
ijk_own_remove (const IjkReference *reference,
                const IjkReference *shipped,
                const char         *id,
                GError            **error)
{
  const guint unit = ijk_reference_find_unit (reference, id);
  const guint of_shipped = shipped != NULL ? ijk_reference_find_unit (shipped, id) : IJK_NONE;
  g_autoptr (GHashTable) named = g_hash_table_new (g_str_hash, g_str_equal);
  IjkReferenceContent *content = NULL;

  if (unit == IJK_NONE || !ijk_unit_is_own (reference, unit))
    {
      g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_UNKNOWN,
                   _("there is no installation of your own with the id “%s”"), id);
      return NULL;
    }
  if (of_shipped != IJK_NONE)
    return restore_unit (reference, shipped, of_shipped, error);
  for (guint i = 0; i < reference->n_projects; i++)
    if (reference->projects[i].unit == unit)
      {
        g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_VALUE,
                     _("the project “%s” stands at “%s”, so the installation cannot go"),
                     reference->projects[i].id, reference->units[unit].name);
        return NULL;
      }
  content = ijk_reference_dup_content (reference);
  take_out (content, unit);
  g_hash_table_add (named, (gpointer) id);
  if (!ijk_own_settle_rest (content, reference, named, error))
    {
      ijk_reference_content_free (content);
      return NULL;
    }
  ijk_import_renew_companies (content, reference->n_companies, NULL, NULL);
  return ijk_reference_new (content);
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The rows of the units in an order of their own. */
static char *
write_sorted (const IjkDataSet *self)
{
  g_autoptr (IjkReference) reference = ijk_data_set_parse (self, NULL);
  g_autofree guint *all = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (reference == NULL)
    return g_strdup (self->texts[IJK_TABLE_UNITS]);
  all = g_new (guint, reference->n_units + 1);
  for (guint i = 0; i < reference->n_units; i++)
    all[i] = i;
  text = ijk_units_write (reference, all, reference->n_units);
  lines = g_strsplit (text, "\n", -1);
  qsort (lines, g_strv_length (lines), sizeof *lines, compare_lines);
  return g_strjoinv ("\n", lines);
}

/* Whether two sets hold the same, however the rows of their units are ordered. */
gboolean
ijk_own_is_same (const IjkDataSet *a,
                 const IjkDataSet *b)
{
  g_autofree char *units_a = NULL;
  g_autofree char *units_b = NULL;

  for (guint i = 0; i < IJK_N_TABLES; i++)
    if (i != IJK_TABLE_UNITS && strcmp (a->texts[i], b->texts[i]) != 0)
      return FALSE;
  if (strcmp (a->texts[IJK_TABLE_UNITS], b->texts[IJK_TABLE_UNITS]) == 0)
    return TRUE;
  units_a = write_sorted (a);
  units_b = write_sorted (b);
  return strcmp (units_a, units_b) == 0;
}

/**
 * ijk_own_carry:
 * @newer: tables that are to take the place of those of @reference
 * @reference: data with installations of one's own, or without
 *
 * Puts every installation that is a person's own into other data: reference data are upgraded, own
 * figures stay. Rows of the rest of the newer table are lowered as those of the older were.
 *
 * Returns: (transfer full) (nullable): @newer with them, or %NULL with %IJK_STORE_ERROR set when the
 *   newer data have no place for one of them
 */
IjkDataSet *
ijk_own_carry (const IjkDataSet   *newer,
               const IjkReference *reference,
               GError            **error)
{
  const IjkImportOptions options = { .is_replacing = TRUE };
  g_autoptr (GArray) own = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (IjkReference) other = NULL;
  g_autoptr (IjkImport) import = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < reference->n_units; i++)
    if (ijk_unit_is_own (reference, i))
      g_array_append_val (own, i);
  if (own->len == 0)
    return ijk_data_set_copy (newer);
  other = ijk_data_set_parse (newer, error);
  if (other == NULL)
    return NULL;
  text = ijk_units_write (reference, (const guint *) own->data, own->len);
  import = ijk_import_read (other, "units.csv", text, -1, &options, error);
  if (import == NULL)
    {
      g_prefix_error (error, "%s: ", _("your own installations do not fit the newer data"));
      return NULL;
    }
  return ijk_data_set_with_units (newer, import->reference);
}
