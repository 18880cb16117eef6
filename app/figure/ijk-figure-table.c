/* The numbers of a figure as rows and columns. Whole numbers are kept; the screen rounds them, a file
 * does not.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-figure-table.h"

#include "ijk-quantity.h"

#include <math.h>
#include <string.h>

static void
clear_column (gpointer data)
{
  IjkFigureColumn *column = data;

  g_free (column->title);
  g_free (column->unit);
}

/**
 * ijk_figure_table_new:
 * @caption: what the table shows
 * @label_title: heading of the first column
 *
 * Returns: (transfer full): a table without columns and rows
 */
IjkFigureTable *
ijk_figure_table_new (const char *caption,
                      const char *label_title)
{
  IjkFigureTable *self = g_new0 (IjkFigureTable, 1);

  self->caption = g_strdup (caption);
  self->label_title = g_strdup (label_title);
  self->columns = g_array_new (FALSE, TRUE, sizeof (IjkFigureColumn));
  g_array_set_clear_func (self->columns, clear_column);
  self->labels = g_ptr_array_new_with_free_func (g_free);
  self->values = g_array_new (FALSE, FALSE, sizeof (double));
  self->notes = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * ijk_figure_table_free:
 * @self: (nullable)
 */
void
ijk_figure_table_free (IjkFigureTable *self)
{
  if (self == NULL)
    return;
  g_free (self->caption);
  g_free (self->label_title);
  g_array_unref (self->columns);
  g_ptr_array_unref (self->labels);
  g_array_unref (self->values);
  g_ptr_array_unref (self->notes);
  g_free (self->note_title);
  g_free (self);
}

/**
 * ijk_figure_table_add_column:
 * @unit: (nullable): for a reader
 * @n_decimals: as the screen writes it
 *
 * Columns come before rows.
 */
void
ijk_figure_table_add_column (IjkFigureTable *self,
                             const char     *title,
                             const char     *unit,
                             guint           n_decimals)
{
  const IjkFigureColumn column
      = { g_strdup (title), g_strdup (unit != NULL ? unit : ""), n_decimals };

  g_assert (self->labels->len == 0);
  g_array_append_val (self->columns, column);
}

/**
 * ijk_figure_table_add_row:
 * @values: one per column; NAN for unknown
 * @note: (nullable)
 */
void
ijk_figure_table_add_row (IjkFigureTable *self,
                          const char     *label,
                          const double   *values,
                          const char     *note)
{
  g_ptr_array_add (self->labels, g_strdup (label));
  if (self->columns->len > 0)
    g_array_append_vals (self->values, values, self->columns->len);
  g_ptr_array_add (self->notes, g_strdup (note != NULL ? note : ""));
}

/**
 * ijk_figure_table_n_rows:
 *
 * Returns: how many rows there are, the headings not counted
 */
guint
ijk_figure_table_n_rows (const IjkFigureTable *self)
{
  return self->labels->len;
}

/**
 * ijk_figure_table_get:
 *
 * Returns: the whole number in a cell; NAN for unknown
 */
double
ijk_figure_table_get (const IjkFigureTable *self,
                      guint                 row,
                      guint                 column)
{
  g_return_val_if_fail (row < self->labels->len && column < self->columns->len, NAN);

  return g_array_index (self->values, double, (gsize) row * self->columns->len + column);
}

/**
 * ijk_figure_table_write_cell:
 *
 * Returns: (transfer full): the number as the screen shows it, in the language in force
 */
char *
ijk_figure_table_write_cell (const IjkFigureTable *self,
                             guint                 row,
                             guint                 column)
{
  const double value = ijk_figure_table_get (self, row, column);

  return ijk_quantity_number (value, g_array_index (self->columns, IjkFigureColumn, column).n_decimals);
}

/* RFC 4180: quotes around what holds a separator, a quote or a line end; quotes doubled. A text that a
 * spreadsheet would take for a formula is not ours to guard against: these are our own words. */
static void
append_field (GString    *csv,
              const char *text)
{
  if (strpbrk (text, ",\"\r\n") == NULL)
    {
      g_string_append (csv, text);
      return;
    }
  g_string_append_c (csv, '"');
  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *c);
    }
  g_string_append_c (csv, '"');
}

static void
append_heading (GString               *csv,
                const IjkFigureColumn *column)
{
  g_autofree char *heading = *column->unit != '\0'
                                 ? g_strdup_printf ("%s (%s)", column->title, column->unit)
                                 : g_strdup (column->title);

  append_field (csv, heading);
}

/**
 * ijk_figure_table_to_csv:
 *
 * Returns: (transfer full): the table as RFC 4180 with whole numbers, an empty field for unknown
 */
char *
ijk_figure_table_to_csv (const IjkFigureTable *self)
{
  GString *csv = g_string_new (NULL);

  append_field (csv, self->label_title);
  for (guint column = 0; column < self->columns->len; column++)
    {
      g_string_append_c (csv, ',');
      append_heading (csv, &g_array_index (self->columns, IjkFigureColumn, column));
    }
  if (self->note_title != NULL)
    {
      g_string_append_c (csv, ',');
      append_field (csv, self->note_title);
    }
  g_string_append (csv, "\r\n");
  for (guint row = 0; row < self->labels->len; row++)
    {
      append_field (csv, g_ptr_array_index (self->labels, row));
      for (guint column = 0; column < self->columns->len; column++)
        {
          g_autofree char *number
              = ijk_quantity_plain (ijk_figure_table_get (self, row, column));

          g_string_append_c (csv, ',');
          g_string_append (csv, number);
        }
      if (self->note_title != NULL)
        {
          g_string_append_c (csv, ',');
          append_field (csv, g_ptr_array_index (self->notes, row));
        }
      g_string_append (csv, "\r\n");
    }
  return g_string_free (csv, FALSE);
}
