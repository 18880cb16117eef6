/* IjkTextTable: cells are added row by row; numbers stand right, texts left.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-text-table.h"

#include "ijk-result-write.h"

#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

/* Longer cells of an aligned table end in an ellipsis, except in the last column, where sources
 * stand; CSV and JSON hold all of them whole. */
#define MAX_WIDTH 60

typedef struct
{
  char *text;      /* (owned) */
  gboolean is_number;
} Cell;

struct _IjkTextTable
{
  guint n_columns;
  char **columns;  /* (owned) */
  GArray *cells;   /* (owned) (element-type Cell) */
};

static void
clear_cell (gpointer data)
{
  g_free (((Cell *) data)->text);
}

/* @columns: (array zero-terminated=1): the header */
IjkTextTable *
ijk_text_table_new (const char *const *columns)
{
  IjkTextTable *self = g_new0 (IjkTextTable, 1);

  self->columns = g_strdupv ((char **) columns);
  self->n_columns = g_strv_length (self->columns);
  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  g_array_set_clear_func (self->cells, clear_cell);
  return self;
}

void
ijk_text_table_free (IjkTextTable *self)
{
  g_strfreev (self->columns);
  g_array_unref (self->cells);
  g_free (self);
}

/* The next cell, as text; NULL is an empty cell. */
void
ijk_text_table_add (IjkTextTable *self,
                    const char   *cell)
{
  const Cell added = { g_strdup (cell != NULL ? cell : ""), FALSE };

  g_array_append_val (self->cells, added);
}

/* The next cell, as formatted text that stands right like a number. */
void
ijk_text_table_addf (IjkTextTable *self,
                     const char   *format,
                     ...)
{
  Cell added = { NULL, TRUE };
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

  if (!isnan (number))
    g_ascii_formatd (buffer, sizeof buffer, "%.10g", number);
  ijk_text_table_addf (self, "%s", buffer);
}

static const Cell *
get_cell (const IjkTextTable *self,
          guint               row,
          guint               column)
{
  return &g_array_index (self->cells, Cell, row * self->n_columns + column);
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
      widths[c] = g_utf8_strlen (self->columns[c], -1);
      for (guint r = 0; r < n_rows; r++)
        {
          widths[c] = MAX (widths[c], g_utf8_strlen (get_cell (self, r, c)->text, -1));
          is_right[c] |= get_cell (self, r, c)->is_number;
        }
      widths[c] = MIN (widths[c], MAX_WIDTH);
    }
  for (guint c = 0; c < self->n_columns; c++)
    append_padded (text, self->columns[c], widths[c], is_right[c], c + 1 == self->n_columns);
  for (guint c = 0; c < self->n_columns; c++)
    {
      for (glong i = 0; i < widths[c]; i++)
        g_string_append (text, "─");
      g_string_append (text, c + 1 == self->n_columns ? "\n" : "  ");
    }
  for (guint r = 0; r < n_rows; r++)
    for (guint c = 0; c < self->n_columns; c++)
      append_padded (text, get_cell (self, r, c)->text, widths[c], is_right[c],
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

/* Returns: (transfer full): the number with commas at the thousands and a true minus sign; an en
 *   dash where it is unknown */
char *
ijk_text_number (double number,
                 guint  n_decimals)
{
  char format[8];
  char digits[G_ASCII_DTOSTR_BUF_SIZE + 320];
  GString *text = NULL;
  gsize n_whole = 0;

  if (!isfinite (number))
    return g_strdup ("–");
  g_snprintf (format, sizeof format, "%%.%uf", MIN (n_decimals, 9));
  g_ascii_formatd (digits, sizeof digits, format, fabs (number));
  n_whole = strspn (digits, "0123456789");
  text = g_string_new (number < 0 && strspn (digits, "0.") != strlen (digits) ? "−" : NULL);
  for (gsize i = 0; i < n_whole; i++)
    {
      if (i > 0 && (n_whole - i) % 3 == 0)
        g_string_append_c (text, ',');
      g_string_append_c (text, digits[i]);
    }
  g_string_append (text, digits + n_whole);
  return g_string_free (text, FALSE);
}
