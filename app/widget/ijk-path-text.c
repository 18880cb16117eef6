/* A column from a spreadsheet, one value or one year and value a line.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-path-text.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "ijk-lever-reading.h"

typedef struct
{
  int year; /* 0: none given */
  const char *value_text;
} Line;

static gboolean
is_year_text (const char *text)
{
  char *end = NULL;
  const gint64 year = g_ascii_strtoll (text, &end, 10);

  return strlen (text) == 4 && *end == '\0' && year >= 1900 && year <= 2200;
}

/* The cells of a line that are not empty. Returns: (transfer full) */
static GPtrArray *
split_cells (const char *line)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);
  const char *separators = strchr (line, '\t') != NULL  ? "\t"
                           : strchr (line, ';') != NULL ? ";"
                                                        : " ";
  g_auto (GStrv) parts = g_strsplit (line, separators, -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *cell = g_strstrip (parts[i]);
      const gsize length = strlen (cell);

      if (length >= 2 && cell[0] == '"' && cell[length - 1] == '"')
        {
          cell[length - 1] = '\0';
          cell++;
        }
      if (*cell != '\0')
        g_ptr_array_add (cells, g_strdup (cell));
    }
  return cells;
}

static gboolean
has_digit (const char *text)
{
  return strpbrk (text, "0123456789") != NULL;
}

static void
set_point (IjkLeverValue *value,
           int            year,
           double         number)
{
  guint i = 0;

  while (i < value->n_points && value->points[i].year < year)
    i++;
  if (i == value->n_points || value->points[i].year != year)
    {
      memmove (&value->points[i + 1], &value->points[i],
               (value->n_points - i) * sizeof *value->points);
      value->n_points++;
    }
  value->points[i] = (IjkPathPoint) { year, number };
}

static gboolean
fail (GError     **error,
      guint        line,
      const char  *why)
{
  /* Translators: %1$u is the number of a line that was pasted, %2$s a sentence without full stop. */
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               _("Line %1$u cannot be used: %2$s. Nothing was changed."), line, why);
  return FALSE;
}

static gboolean
read_line (const IjkLever  *lever,
           GPtrArray       *cells,
           int             *year,
           double          *number,
           char           **why)
{
  g_autoptr (GError) problem = NULL;

  if (cells->len > 2)
    {
      *why = g_strdup (_("it has more than a year and a value"));
      return FALSE;
    }
  if (cells->len == 2)
    {
      if (!is_year_text (cells->pdata[0]))
        {
          /* Translators: %s is what stands in a cell where a year is expected. */
          *why = g_strdup_printf (_("“%s” is not a year"), (const char *) cells->pdata[0]);
          return FALSE;
        }
      *year = (int) g_ascii_strtoll (cells->pdata[0], NULL, 10);
    }
  /* The past may hold what is out of range now. */
  if (*year < IJK_FIRST_FREE_YEAR)
    return TRUE;
  if (*year > IJK_LAST_YEAR)
    {
      /* Translators: %1$d and %2$d are years. */
      *why = g_strdup_printf (_("%1$d is later than %2$d, the last year there is"), *year,
                              IJK_LAST_YEAR);
      return FALSE;
    }
  if (!ijk_lever_parse_number (lever, cells->pdata[cells->len - 1], number, &problem))
    {
      *why = g_strdup (problem->message);
      return FALSE;
    }
  return TRUE;
}

gboolean
ijk_path_text_parse (const IjkLever  *lever,
                     const char      *text,
                     int              first_year,
                     IjkLeverValue   *value,
                     GError         **error)
{
  g_auto (GStrv) lines = NULL;
  IjkLeverValue read = *value;
  int year = first_year;

  g_return_val_if_fail (lever != NULL && text != NULL && value != NULL, FALSE);

  read.n_points = 0;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) cells = split_cells (g_strchomp (lines[i]));
      g_autofree char *why = NULL;
      double number = 0;

      if (cells->len == 0 || (i == 0 && !has_digit (cells->pdata[cells->len - 1])))
        continue;
      if (!read_line (lever, cells, &year, &number, &why))
        return fail (error, i + 1, why);
      if (year >= IJK_FIRST_FREE_YEAR)
        set_point (&read, year, number);
      year++;
    }
  if (read.n_points == 0)
    {
      /* Translators: %d is a year. */
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   _("What was pasted has no values from %d on. Copy a column of numbers, with or "
                     "without years beside it."),
                   IJK_FIRST_FREE_YEAR);
      return FALSE;
    }
  *value = read;
  return TRUE;
}
