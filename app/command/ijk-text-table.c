/* IjkTextTable: cells are added row by row; numbers stand right, texts left.
 *
 * An aligned table is for a reader and follows the language in force; CSV and JSON hold the data,
 * which are the same in every language.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-text-table.h"

#include "ijk-language.h"
#include "ijk-quantity.h"
#include "ijk-result-write.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

/* Longer cells of an aligned table end in an ellipsis, except in the last column, where sources
 * stand; CSV and JSON hold all of them whole. */
#define MAX_WIDTH 60

typedef struct
{
  char *text;  /* (owned) as data */
  char *shown; /* (owned) (nullable) for a reader, where that is not the same */
  gboolean is_number;
} Cell;

struct _IjkTextTable
{
  guint n_columns;
  char **columns;  /* (owned) ids, the keys of the data */
  char **headings; /* (owned) what stands above an aligned column */
  GArray *cells;   /* (owned) (element-type Cell) */
};

static void
clear_cell (gpointer data)
{
  g_free (((Cell *) data)->text);
  g_free (((Cell *) data)->shown);
}

/* Ids of columns that are words; the others are names of the data and stay as they are. */
static const char *const column_words[] = {
  NC_("column", "change"),       NC_("column", "changed"), NC_("column", "changes"),
  NC_("column", "cluster"),      NC_("column", "company"), NC_("column", "default"),
  NC_("column", "after"),        NC_("column", "before"),  NC_("column", "entity"),
  NC_("column", "factor"),       NC_("column", "field"),   NC_("column", "group"),
  NC_("column", "growth"),       NC_("column", "heading"), NC_("column", "help"),
  NC_("column", "indicator"),    NC_("column", "items"),   NC_("column", "kind"),
  NC_("column", "label"),        NC_("column", "lever"),   NC_("column", "measure"),
  NC_("column", "municipality"), NC_("column", "name"),    NC_("column", "parent"),
  NC_("column", "revision"),     NC_("column", "rows"),    NC_("column", "scenario"),
  NC_("column", "scope"),        NC_("column", "sector"),  NC_("column", "series"),
  NC_("column", "setting"),      NC_("column", "shipped"), NC_("column", "source"),
  NC_("column", "stage"),        NC_("column", "state"),   NC_("column", "status"),
  NC_("column", "table"),        NC_("column", "time"),    NC_("column", "under"),
  NC_("column", "unit"),         NC_("column", "units"),   NC_("column", "value"),
  NC_("column", "year"),
};

static const char *
find_heading (const char *column)
{
  for (guint i = 0; i < G_N_ELEMENTS (column_words); i++)
    if (strcmp (column_words[i], column) == 0)
      return g_dpgettext2 (GETTEXT_PACKAGE, "column", column);
  return column;
}

/* @columns: (array zero-terminated=1): the header, as ids in English */
IjkTextTable *
ijk_text_table_new (const char *const *columns)
{
  IjkTextTable *self = g_new0 (IjkTextTable, 1);

  self->columns = g_strdupv ((char **) columns);
  self->n_columns = g_strv_length (self->columns);
  self->headings = g_new0 (char *, self->n_columns + 1);
  for (guint c = 0; c < self->n_columns; c++)
    self->headings[c] = g_strdup (find_heading (self->columns[c]));
  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  g_array_set_clear_func (self->cells, clear_cell);
  return self;
}

void
ijk_text_table_free (IjkTextTable *self)
{
  g_strfreev (self->columns);
  g_strfreev (self->headings);
  g_array_unref (self->cells);
  g_free (self);
}

/* What stands above a column of an aligned table, where it is not the id of the column. */
void
ijk_text_table_set_heading (IjkTextTable *self, guint column, const char *heading)
{
  g_assert (column < self->n_columns);
  g_free (self->headings[column]);
  self->headings[column] = g_strdup (heading);
}

/* The next cell, as text; NULL is an empty cell. */
void
ijk_text_table_add (IjkTextTable *self,
                    const char   *cell)
{
  ijk_text_table_add_shown (self, cell, NULL);
}

/* The next cell: @cell as data, @shown to a reader. Either may be NULL, for an empty cell and for
 * the same text. */
void
ijk_text_table_add_shown (IjkTextTable *self, const char *cell, const char *shown)
{
  const Cell added = { g_strdup (cell != NULL ? cell : ""), g_strdup (shown), FALSE };

  g_array_append_val (self->cells, added);
}

/* The next cell, as a word that its source marks with N_(): data hold it in English. */
void
ijk_text_table_add_word (IjkTextTable *self, const char *word)
{
  ijk_text_table_add_shown (self, word, *word != '\0' ? _ (word) : NULL);
}

/* The next cell, as a name that has a Dutch form: data hold the English one. */
void
ijk_text_table_add_name (IjkTextTable *self, const char *name_en, const char *name_nl)
{
  ijk_text_table_add_shown (self, name_en, ijk_language_pick (name_en, name_nl));
}

/* The next cell, as formatted text that stands right like a number. */
void
ijk_text_table_addf (IjkTextTable *self,
                     const char   *format,
                     ...)
{
  Cell added = { .is_number = TRUE };
  va_list args;

  va_start (args, format);
  added.text = g_strdup_vprintf (format, args);
  va_end (args);
  g_array_append_val (self->cells, added);
}

/* The next cell, as a number; empty where it is unknown. */
void
ijk_text_table_number (IjkTextTable *self,
                       double        number)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE] = "";
  Cell added = { .is_number = TRUE };
  char *point = NULL;

  if (!isnan (number))
    g_ascii_formatd (buffer, sizeof buffer, "%.10g", number);
  added.text = g_strdup (buffer);
  point = strchr (buffer, '.');
  if (point != NULL)
    {
      *point = *ijk_quantity_format (0).decimal_point;
      added.shown = g_strdup (buffer);
    }
  g_array_append_val (self->cells, added);
}

static const Cell *
get_cell (const IjkTextTable *self,
          guint               row,
          guint               column)
{
  return &g_array_index (self->cells, Cell, row * self->n_columns + column);
}

/* The cell as a reader sees it. */
static const char *
get_shown (const IjkTextTable *self, guint row, guint column)
{
  const Cell *cell = get_cell (self, row, column);

  return cell->shown != NULL ? cell->shown : cell->text;
}

static void
append_padded (GString    *text,
               const char *cell,
               glong       width,
               gboolean    is_right,
               gboolean    is_last)
{
  g_autofree char *shown = !is_last && g_utf8_strlen (cell, -1) > width
                               ? g_utf8_substring (cell, 0, width - 1)
                               : g_strdup (cell);
  const gboolean is_cut = strcmp (shown, cell) != 0;
  const glong n = g_utf8_strlen (shown, -1) + is_cut;

  for (glong i = n; is_right && i < width; i++)
    g_string_append_c (text, ' ');
  g_string_append (text, shown);
  if (is_cut)
    g_string_append (text, "…");
  for (glong i = n; !is_right && !is_last && i < width; i++)
    g_string_append_c (text, ' ');
  /* An empty last cell leaves no spaces at the end of the line. */
  while (is_last && text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);
  g_string_append (text, is_last ? "\n" : "  ");
}

static char *
write_aligned (const IjkTextTable *self)
{
  const guint n_rows = self->cells->len / self->n_columns;
  g_autofree glong *widths = g_new0 (glong, self->n_columns);
  g_autofree gboolean *is_right = g_new0 (gboolean, self->n_columns);
  GString *text = g_string_new (NULL);

  for (guint c = 0; c < self->n_columns; c++)
    {
      widths[c] = g_utf8_strlen (self->headings[c], -1);
      for (guint r = 0; r < n_rows; r++)
        {
          widths[c] = MAX (widths[c], g_utf8_strlen (get_shown (self, r, c), -1));
          is_right[c] |= get_cell (self, r, c)->is_number;
        }
      widths[c] = MIN (widths[c], MAX_WIDTH);
    }
  for (guint c = 0; c < self->n_columns; c++)
    append_padded (text, self->headings[c], widths[c], is_right[c], c + 1 == self->n_columns);
  for (guint c = 0; c < self->n_columns; c++)
    {
      for (glong i = 0; i < widths[c]; i++)
        g_string_append (text, "─");
      g_string_append (text, c + 1 == self->n_columns ? "\n" : "  ");
    }
  for (guint r = 0; r < n_rows; r++)
    for (guint c = 0; c < self->n_columns; c++)
      append_padded (text, get_shown (self, r, c), widths[c], is_right[c],
                     c + 1 == self->n_columns);
  return g_string_free (text, FALSE);
}

static char *
write_csv (const IjkTextTable *self)
{
  GString *text = g_string_new (NULL);

  for (guint c = 0; c < self->n_columns; c++)
    {
      ijk_append_csv (text, self->columns[c]);
      g_string_append_c (text, c + 1 == self->n_columns ? '\n' : ',');
    }
  for (guint i = 0; i < self->cells->len; i++)
    {
      ijk_append_csv (text, g_array_index (self->cells, Cell, i).text);
      g_string_append_c (text, (i + 1) % self->n_columns == 0 ? '\n' : ',');
    }
  return g_string_free (text, FALSE);
}

static void
add_json_cell (JsonBuilder *builder,
               const Cell  *cell)
{
  char *end = NULL;
  const double number = g_ascii_strtod (cell->text, &end);

  if (*cell->text == '\0')
    json_builder_add_null_value (builder);
  else if (cell->is_number && *end == '\0')
    json_builder_add_double_value (builder, number);
  else
    json_builder_add_string_value (builder, cell->text);
}

static char *
write_json (const IjkTextTable *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *json = NULL;

  json_builder_begin_array (builder);
  for (guint r = 0; r < self->cells->len / self->n_columns; r++)
    {
      json_builder_begin_object (builder);
      for (guint c = 0; c < self->n_columns; c++)
        {
          json_builder_set_member_name (builder, self->columns[c]);
          add_json_cell (builder, get_cell (self, r, c));
        }
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);
  json = json_to_string (root, TRUE);
  return g_strconcat (json, "\n", NULL);
}

/* Returns: (transfer full): the table in that format */
char *
ijk_text_table_write (const IjkTextTable *self,
                      IjkFormat           format)
{
  g_assert (self->cells->len % self->n_columns == 0);
  switch (format)
    {
    case IJK_FORMAT_TABLE:
      return write_aligned (self);
    case IJK_FORMAT_CSV:
      return write_csv (self);
    case IJK_FORMAT_JSON:
      return write_json (self);
    case IJK_N_FORMATS:
      break;
    }
  g_assert_not_reached ();
}
