/* Reads installations of one's own into a copy of the data.
 *
 * Rows go through the loader of units.csv and so keep its rules; as they come from others, their
 * texts are held to more: length, characters, and tags that exist. Columns that a person rarely has
 * may be left out; what such a table does not say about its standing is an assumption.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-import.h"

#include "ijk-import-private.h"
#include "ijk-own-rows.h"
#include "ijk-own-unit.h"
#include "ijk-nearest.h"
#include "ijk-reference-load-private.h"
#include "ijk-sentence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const needed_columns[]
    = { "id", "name", "company", "sector", "cluster", "kind", "levy_share", "benchmark_kt", NULL };

/* Characters in one cell. Figures are short; a citation may take a paragraph. */
#define MAX_TEXT 200
#define MAX_SOURCE 2000

static void
clear_field (gpointer data)
{
  IjkImportField *field = data;

  g_free (field->before);
  g_free (field->after);
}

static void
clear_unit (gpointer data)
{
  g_array_unref (((IjkImportUnit *) data)->fields);
}

void
ijk_import_free (IjkImport *self)
{
  g_clear_pointer (&self->origin, ijk_reference_unref);
  g_clear_pointer (&self->reference, ijk_reference_unref);
  g_array_unref (self->units);
  g_ptr_array_unref (self->new_companies);
  g_ptr_array_unref (self->gone_companies);
  g_free (self);
}

static IjkImport *
new_import (const IjkReference *reference)
{
  IjkImport *self = g_new0 (IjkImport, 1);

  self->origin = ijk_reference_ref (reference);
  self->units = g_array_new (FALSE, TRUE, sizeof (IjkImportUnit));
  g_array_set_clear_func (self->units, clear_unit);
  self->new_companies = g_ptr_array_new_with_free_func (g_free);
  self->gone_companies = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/* The columns of units.csv that a table may leave out. */
static char **
list_optional_columns (void)
{
  g_auto (GStrv) all = g_strsplit (ijk_load_columns (IJK_TABLE_UNITS), ",", -1);
  g_autoptr (GStrvBuilder) optional = g_strv_builder_new ();

  for (guint i = 0; all[i] != NULL; i++)
    if (!g_strv_contains (needed_columns, all[i]))
      g_strv_builder_add (optional, all[i]);
  return g_strv_builder_end (optional);
}

/* Whether a text is short enough and has only characters that belong on a line. */
static void
check_text (IjkRow     *row,
            const char *column,
            glong       max_characters)
{
  const char *text = ijk_row_optional_text (row, column);

  if (g_utf8_strlen (text, -1) > max_characters)
    ijk_row_fail (row, column, IJK_STORE_ERROR_VALUE,
                  _("the text has %ld characters; expected at most %ld"), g_utf8_strlen (text, -1),
                  max_characters);
  for (const char *c = text; *c != '\0' && !row->is_bad; c = g_utf8_next_char (c))
    if (g_unichar_iscntrl (g_utf8_get_char (c)))
      ijk_row_fail (row, column, IJK_STORE_ERROR_VALUE,
                    _("“%s” has a line end or another control character; delete it"), text);
}

/* An id stands in settings, file names and links: it keeps to letters that need no quoting. */
static void
check_id (IjkRow *row)
{
  const char *id = ijk_row_text (row, "id");

  if (strspn (id, "abcdefghijklmnopqrstuvwxyz0123456789-_.") != strlen (id))
    ijk_row_fail (
        row, "id", IJK_STORE_ERROR_VALUE,
        _("“%s” is not an id; expected small letters, digits, hyphens and full stops, as "
          "in own-plant-2"),
        id);
}

static void
check_rest (IjkRow             *row,
            const IjkReference *reference,
            const char         *tag)
{
  const guint rest = ijk_reference_find_unit (reference, tag + strlen (IJK_WITHIN_TAG_PREFIX));

  if (rest == IJK_NONE || reference->units[rest].kind != IJK_KIND_REST)
    ijk_row_fail (row, "tags", IJK_STORE_ERROR_DANGLING,
                  _("“%s” names no row of kind rest; expected one such as within-rest-food"), tag);
}

/* A tag that no measure and no installation has would have no effect: a slip of the pen. A table may
 * say of which row of the rest an installation is taken off. */
static void
check_tags (IjkRow             *row,
            const IjkReference *reference)
{
  g_auto (GStrv) tags = g_strsplit (ijk_row_optional_text (row, "tags"), " ", -1);

  for (guint i = 0; tags[i] != NULL && !row->is_bad; i++)
    {
      g_autofree char *near = NULL;
      gboolean is_known = *tags[i] == '\0' || strcmp (tags[i], IJK_OWN_TAG) == 0;

      if (g_str_has_prefix (tags[i], IJK_WITHIN_TAG_PREFIX))
        {
          check_rest (row, reference, tags[i]);
          continue;
        }

      for (guint k = 0; k < reference->n_tags && !is_known; k++)
        is_known = strcmp (reference->tags[k], tags[i]) == 0;
      if (is_known)
        continue;
      near = ijk_nearest_names (tags[i], reference->tags, reference->n_tags);
      if (*near != '\0')
        ijk_row_fail (row, "tags", IJK_STORE_ERROR_DANGLING,
                      _("there is no tag “%s”; did you mean %s?"), tags[i], near);
      else
        ijk_row_fail (row, "tags", IJK_STORE_ERROR_DANGLING, _("there is no tag “%s”"), tags[i]);
    }
}

/* What the loader of units.csv, which reads our own data, does not ask. */
static gboolean
check_rows (const IjkReference *reference,
            GHashTable         *known_ids,
            const IjkTable     *table,
            gboolean            is_replacing,
            GError            **error)
{
  static const char *const texts[] = { "id", "name", "company", "municipality", "tags" };

  for (IjkRow row = { table, 0, FALSE, error }; row.row < ijk_table_get_n_rows (table); row.row++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        check_text (&row, texts[i], MAX_TEXT);
      check_text (&row, "source", MAX_SOURCE);
      check_id (&row);
      check_tags (&row, reference);
      if (!is_replacing && g_hash_table_contains (known_ids, ijk_row_optional_text (&row, "id")))
        ijk_row_fail (
            &row, "id", IJK_STORE_ERROR_DUPLICATE,
            _("the installation “%s” is there already; give it another id, or say that it "
              "is to be replaced"),
            ijk_row_optional_text (&row, "id"));
      if (row.is_bad)
        return FALSE;
    }
  return TRUE;
}

/* The citation comes from a person too. */
static gboolean
check_source (const char *source,
              GError    **error)
{
  const gboolean is_long = source != NULL && g_utf8_strlen (source, -1) > MAX_SOURCE;
  gboolean has_control = FALSE;

  for (const char *c = source; !is_long && c != NULL && *c != '\0'; c = g_utf8_next_char (c))
    has_control |= g_unichar_iscntrl (g_utf8_get_char (c));
  if (source == NULL || (*source != '\0' && !is_long && !has_control))
    return TRUE;
  g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_VALUE,
               is_long ? _("the source of the figures is too long; expected a line of at most %d "
                           "characters")
               : has_control
                   ? _("the source of the figures has a line end or another control character; "
                       "expected a line of at most %d characters")
                   : _("the source of the figures is empty; expected a line of at most %d "
                       "characters"),
               MAX_SOURCE);
  return FALSE;
}

/* The ids that are there, with their positions plus 1. */
static GHashTable *
index_units (const GArray *units,
             guint         n_units)
{
  GHashTable *places = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < n_units; i++)
    g_hash_table_insert (places, (gpointer) g_array_index (units, IjkUnit, i).id,
                         GUINT_TO_POINTER (i + 1));
  return places;
}

/* Puts rows behind @n_before that stand for one before it in its place; projects keep theirs. */
static void
merge_units (GArray     *units,
             guint       n_before,
             GHashTable *known_ids)
{
  guint n_kept = n_before;

  for (guint i = n_before; i < units->len; i++)
    {
      const IjkUnit unit = g_array_index (units, IjkUnit, i);
      const guint place = GPOINTER_TO_UINT (g_hash_table_lookup (known_ids, unit.id));

      g_array_index (units, IjkUnit, place > 0 ? place - 1 : n_kept++) = unit;
    }
  g_array_set_size (units, n_kept);
}

void
ijk_import_renew_companies (IjkReferenceContent *content,
                            guint                n_before,
                            GPtrArray           *new_companies,
                            GPtrArray           *gone_companies)
{
  const guint n = content->companies->len;
  g_autofree guint *n_units = g_new0 (guint, n + 1);
  g_autofree guint *place = g_new0 (guint, n + 1);
  guint n_kept = 0;

  for (guint i = 0; i < content->units->len; i++)
    {
      const guint company = g_array_index (content->units, IjkUnit, i).company;

      if (company != IJK_NONE)
        n_units[company]++;
    }
  for (guint c = 0; c < n; c++)
    {
      const char *name = g_ptr_array_index (content->companies, c);

      place[c] = n_kept;
      if (n_units[c] == 0)
        {
          if (gone_companies != NULL)
            g_ptr_array_add (gone_companies, g_strdup (name));
          continue;
        }
      if (c >= n_before && new_companies != NULL)
        g_ptr_array_add (new_companies, g_strdup (name));
      content->companies->pdata[n_kept++] = (gpointer) name;
    }
  g_ptr_array_set_size (content->companies, (int) n_kept);
  for (guint i = 0; i < content->units->len; i++)
    {
      IjkUnit *unit = &g_array_index (content->units, IjkUnit, i);

      if (unit->company != IJK_NONE)
        unit->company = place[unit->company];
    }
}

/* Marks what the table added or changed as a person's own. A second making, as only the first tells
 * what differs. */
static void
mark_own (IjkImport *self)
{
  IjkReferenceContent *content = NULL;
  guint64 tag = 0;

  for (guint i = 0; i < self->units->len; i++)
    {
      const IjkImportUnit *unit = &g_array_index (self->units, IjkImportUnit, i);

      if ((!unit->is_new && unit->fields->len == 0) || ijk_unit_is_own (self->reference, unit->unit))
        continue;
      if (content == NULL)
        {
          content = ijk_reference_dup_content (self->reference);
          tag = ijk_own_find_tag (content, IJK_OWN_TAG);
        }
      g_array_index (content->units, IjkUnit, unit->unit).tags |= tag;
    }
  if (content == NULL)
    return;
  {
    g_autoptr (IjkReference) unmarked = g_steal_pointer (&self->reference);

    self->reference = ijk_reference_new (content);
    for (guint i = 0; i < self->units->len; i++)
      {
        IjkImportUnit *unit = &g_array_index (self->units, IjkImportUnit, i);

        unit->unit = ijk_reference_find_unit (self->reference, unmarked->units[unit->unit].id);
      }
  }
}

/* Compares each row of the table with what was there. */
static void
compare_units (IjkImport *self,
               GPtrArray *ids)
{
  for (guint i = 0; i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);
      const guint before = ijk_reference_find_unit (self->origin, id);
      IjkImportUnit unit = { .unit = ijk_reference_find_unit (self->reference, id),
                             .is_new = before == IJK_NONE,
                             .fields = g_array_new (FALSE, TRUE, sizeof (IjkImportField)) };

      g_array_set_clear_func (unit.fields, clear_field);
      ijk_import_compare_unit (self, unit.is_new ? NULL : &self->origin->units[before], &unit);
      if (unit.is_new)
        self->n_added++;
      else if (unit.fields->len > 0)
        self->n_replaced++;
      else
        self->n_unchanged++;
      g_array_append_val (self->units, unit);
    }
}

/* Adds the rows of the table to @loader, whose keys of units are those of the table alone. */
static gboolean
load_rows (IjkReferenceLoader     *loader,
           const IjkReference     *reference,
           const char             *name,
           const IjkTable         *table,
           GHashTable             *known_ids,
           const IjkImportOptions *options,
           GError                **error)
{
  if (ijk_table_get_n_rows (table) > IJK_MAX_IMPORTED_UNITS)
    {
      g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_VALUE,
                   _("%s: the table has %u rows; expected at most %u"), name,
                   ijk_table_get_n_rows (table), IJK_MAX_IMPORTED_UNITS);
      return FALSE;
    }
  if (ijk_table_get_n_rows (table) == 0)
    {
      g_set_error (
          error, IJK_STORE_ERROR, IJK_STORE_ERROR_INCOMPLETE,
          _("%s: the table has column names but no rows; expected one for each installation"),
          name);
      return FALSE;
    }
  return check_rows (reference, known_ids, table, options->is_replacing, error)
         && ijk_load_units (loader, table, error);
}

/**
 * ijk_import_read:
 * @reference: the data as they are
 * @name: file name, for errors
 * @text: CSV in UTF-8
 * @length: its bytes, or -1 when NUL-terminated
 * @options: what the rows may do
 *
 * Reads installations and their companies and works out what the data would be with them.
 *
 * Returns: (transfer full) (nullable): what would change, or %NULL with %IJK_STORE_ERROR set: file,
 *   line, column, what was found and what was expected
 */
IjkImport *
ijk_import_read (const IjkReference     *reference,
                 const char             *name,
                 const char             *text,
                 gssize                  length,
                 const IjkImportOptions *options,
                 GError                **error)
{
  g_auto (GStrv) optional_columns = list_optional_columns ();
  g_autoptr (IjkTable) table
      = ijk_table_new_partial (name, text, length, needed_columns,
                               (const char *const *) optional_columns, error);
  g_auto (IjkReferenceLoader) loader = { 0 };
  g_autoptr (IjkImport) self = new_import (reference);
  g_autoptr (GHashTable) known_ids = NULL;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *file = g_path_get_basename (name);
  g_autofree char *clean = ijk_sentence_clean (file);
  g_autofree char *source = options->source != NULL
                                ? g_strdup (options->source)
                                : g_strdup_printf (_("own figures, %s"), clean);
  g_autoptr (GHashTable) named = g_hash_table_new (g_str_hash, g_str_equal);
  GArray *units = NULL;

  ijk_loader_init (&loader, ijk_reference_dup_content (reference));
  if (table == NULL || !check_source (options->source, error))
    return NULL;
  g_hash_table_remove_all (loader.units);
  loader.source = source;
  units = loader.content->units;
  known_ids = index_units (units, reference->n_units);
  if (!load_rows (&loader, reference, name, table, known_ids, options, error))
    return NULL;

  for (guint i = reference->n_units; i < units->len; i++)
    {
      const char *id = g_array_index (units, IjkUnit, i).id;

      g_ptr_array_add (ids, (gpointer) id);
      g_hash_table_add (named, (gpointer) id);
    }
  merge_units (units, reference->n_units, known_ids);
  if (!ijk_own_settle_rest (loader.content, reference, named, error))
    return NULL;
  ijk_import_renew_companies (loader.content, reference->n_companies, self->new_companies,
                              self->gone_companies);
  self->reference = ijk_reference_new (g_steal_pointer (&loader.content));
  compare_units (self, ids);
  if (!options->is_restoring)
    mark_own (self);
  return g_steal_pointer (&self);
}
