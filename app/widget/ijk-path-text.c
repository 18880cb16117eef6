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
  GPtrArray *cells;   /* (owned): texts of the cells that are not empty */
  gboolean is_parted; /* a tab or semicolon stands in it: it was more than one cell */
} Line;

static void
line_clear (Line *line)
{
  g_clear_pointer (&line->cells, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Line, line_clear)

static gboolean
is_year_text (const char *text)
{
  char *end = NULL;
  const gint64 year = g_ascii_strtoll (text, &end, 10);

  return strlen (text) == 4 && *end == '\0' && year >= 1900 && year <= 2200;
}

static Line
split_line (const char *text)
{
  const char *separators = strchr (text, '\t') != NULL  ? "\t"
                           : strchr (text, ';') != NULL ? ";"
                                                        : " ";
  Line line = { g_ptr_array_new_with_free_func (g_free), *separators != ' ' };
  g_auto (GStrv) parts = g_strsplit (text, separators, -1);

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
        g_ptr_array_add (line.cells, g_strdup (cell));
    }
  return line;
}

/* A heading begins with a letter, as no value does; "CO2 price" has a digit further on. Beside a year
 * there is a value, or what should have been one. */
static gboolean
is_heading (const Line *line)
{
  const char *last = line->cells->pdata[line->cells->len - 1];

  return !is_year_text (line->cells->pdata[0]) && g_unichar_isalpha (g_utf8_get_char (last));
}

/* A year whose cell is empty; without a separator it would be a number like any other. */
static gboolean
is_year_alone (const Line *line)
{
  return line->cells->len == 1 && line->is_parted && is_year_text (line->cells->pdata[0]);
}

static gboolean
has_point (const IjkLeverValue *value,
           int                  year)
{
  for (guint i = 0; i < value->n_points; i++)
    if (value->points[i].year == year)
      return TRUE;
  return FALSE;
}

/* @year: one that has no point yet. */
static void
set_point (IjkLeverValue *value,
           int            year,
           double         number)
{
  guint i = 0;

  while (i < value->n_points && value->points[i].year < year)
    i++;
  memmove (&value->points[i + 1], &value->points[i], (value->n_points - i) * sizeof *value->points);
  value->n_points++;
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
  guint n_lines = 0; /* that have a value, or a year */
  gboolean has_years = FALSE;
  gboolean is_begun = FALSE;

  g_return_val_if_fail (lever != NULL && text != NULL && value != NULL, FALSE);

  read.n_points = 0;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (Line) line = split_line (lines[i]);
      const gboolean has_year = line.cells->len == 2 || is_year_alone (&line);
      g_autofree char *why = NULL;
      double number = 0;

      if (line.cells->len > 0 && !is_begun && is_heading (&line))
        {
          is_begun = TRUE;
          year = first_year; /* what is above it belongs to no year */
          continue;
        }
      is_begun |= line.cells->len > 0;
      if (line.cells->len == 0)
        {
          /* A row is a year, also where its cell is empty. */
          year++;
          continue;
        }
      if (n_lines++ > 0 && has_year != has_years)
        return fail (error, i + 1, _("some lines have a year, so every line needs one"));
      has_years = has_year;
      if (is_year_alone (&line))
        continue;
      if (!read_line (lever, line.cells, &year, &number, &why))
        return fail (error, i + 1, why);
      if (year >= IJK_FIRST_FREE_YEAR)
        {
          if (has_point (&read, year))
            {
              /* Translators: %d is a year. */
              why = g_strdup_printf (_("the year %d stands there twice"), year);
              return fail (error, i + 1, why);
            }
          set_point (&read, year, number);
        }
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
