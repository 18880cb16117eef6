/* IjkTable: comma-separated values (RFC 4180) with a header, read strictly.
 *
 * UTF-8, with or without byte order mark, either line end; cells may be quoted. Numbers have a
 * decimal point. No library reads CSV with the position of each cell, which the errors need.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-table.h"

#include "ijk-nearest.h"
#include "ijk-sentence.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

G_DEFINE_QUARK (ijk-store-error-quark, ijk_store_error)

/* Far above the largest table; a file beyond it is not one of ours. */
#define MAX_BYTES (64 * 1024 * 1024)

struct _IjkTable
{
  char *name;           /* (owned) file name for errors */
  char *text;           /* (owned) cells are NUL-terminated in place */
  GPtrArray *header;    /* (owned) (element-type utf8) borrowed from text */
  GPtrArray *cells;     /* (owned) (element-type utf8) row by row, borrowed from text */
  GArray *lines;        /* (owned) (element-type guint) first line of each row */
  char **optional;      /* (owned) (nullable) columns that read as empty where they are left out */
};

void
ijk_table_free (IjkTable *self)
{
  g_free (self->name);
  g_free (self->text);
  g_ptr_array_unref (self->header);
  g_ptr_array_unref (self->cells);
  g_array_unref (self->lines);
  g_strfreev (self->optional);
  g_free (self);
}

guint
ijk_table_get_n_rows (const IjkTable *self)
{
  return self->lines->len;
}

static gboolean
fail_line (GError    **error,
           const char *name,
           guint       line,
           const char *what)
{
  g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_SYNTAX, _("%s, line %u: %s"), name, line,
               what);
  return FALSE;
}

/* Cuts one cell out of the text at @at, in place, and says what ended it: ',', '\n' or '\0'.
 * Returns: (nullable): start of the cell, or NULL with @problem set */
static char *
cut_cell (char       **at,
          char        *ended_by,
          guint       *line,
          const char **problem)
{
  char *from = *at;
  char *to = *at;
  char *start = *at;
  const guint first_line = *line;

  if (*from != '"')
    {
      from += strcspn (from, ",\"\r\n");
      if (*from == '"')
        {
          *problem
              = _("a quotation mark inside a cell that does not start with one; put the whole "
                  "cell in quotation marks and double those inside");
          return NULL;
        }
      to = from;
    }
  else
    {
      start = to = ++from;
      for (;; from++)
        {
          if (*from == '\0')
            {
              *line = first_line;
              *problem = _("a quotation mark that is never closed");
              return NULL;
            }
          if (*from == '"' && *++from != '"')
            break;
          *line += *from == '\n';
          *to++ = *from;
        }
      if (strchr (",\r\n", *from) == NULL && *from != '\0')
        {
          *problem = _("text after the closing quotation mark of a cell");
          return NULL;
        }
    }
  if (*from == '\r' && from[1] != '\n')
    {
      *problem = _("a carriage return that does not end a line");
      return NULL;
    }
  if (*from == '\r')
    from++;
  *ended_by = *from;
  *at = *from == '\0' ? from : from + 1;
  *to = '\0';
  return start;
}

static guint
find_column (const IjkTable *self,
             const char     *column)
{
  for (guint i = 0; i < self->header->len; i++)
    if (strcmp (g_ptr_array_index (self->header, i), column) == 0)
      return i;
  return G_MAXUINT;
}

/* Whether the table has the column itself, not only by leave. */
gboolean
ijk_table_has_column (const IjkTable *self,
                      const char     *column)
{
  return find_column (self, column) != G_MAXUINT;
}

static gboolean
is_optional (const IjkTable *self,
             const char     *column)
{
  return self->optional != NULL && g_strv_contains ((const char *const *) self->optional, column);
}

/* The columns for an error sentence. */
static char *
list_columns (const IjkTable    *self,
              const char *const *columns)
{
  g_autofree char *needed = g_strjoinv (",", (char **) columns);
  g_autofree char *optional = self->optional != NULL ? g_strjoinv (",", self->optional) : NULL;

  /* Translators: both are column names with commas between them. */
  return optional != NULL ? g_strdup_printf (_("%s and perhaps %s"), needed, optional)
                          : g_steal_pointer (&needed);
}

static gboolean
check_header (const IjkTable    *self,
              const char *const *columns,
              GError           **error)
{
  g_autofree char *expected = list_columns (self, columns);

  if (self->header->len == 1 && strchr (g_ptr_array_index (self->header, 0), ';') != NULL)
    {
      g_set_error (
          error, IJK_STORE_ERROR, IJK_STORE_ERROR_SYNTAX,
          _("%s, line 1: the columns are separated by semicolons; save the file as CSV with "
            "commas and decimal points"),
          self->name);
      return FALSE;
    }
  for (guint i = 0; i < self->header->len; i++)
    {
      const char *name = g_ptr_array_index (self->header, i);

      if (!g_strv_contains (columns, name) && !is_optional (self, name))
        {
          g_autofree char *clean = ijk_sentence_clean (name);

          g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_COLUMN,
                       _("%s, line 1, column %u: unknown column “%s”; expected %s"), self->name,
                       i + 1, clean, expected);
          return FALSE;
        }
      if (find_column (self, name) != i)
        {
          g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_COLUMN,
                       _("%s, line 1, column %u: column “%s” stands twice"), self->name, i + 1,
                       name);
          return FALSE;
        }
    }
  for (guint i = 0; columns[i] != NULL; i++)
    if (!ijk_table_has_column (self, columns[i]))
      {
        g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_COLUMN,
                     _("%s, line 1: column “%s” is missing; expected %s"), self->name, columns[i],
                     expected);
        return FALSE;
      }
  return TRUE;
}

/* Splits the text into header, cells and lines; a wrong header is told before what follows from
 * it. */
static gboolean
split_text (IjkTable          *self,
            char              *at,
            const char *const *columns,
            GError           **error)
{
  guint line = 1;

  while (*at != '\0')
    {
      const gboolean is_header = self->header->len == 0;
      const guint first_line = line;
      const gboolean is_blank = *at == '\n' || (*at == '\r' && at[1] == '\n');
      guint n = 0;
      char ended_by = ',';

      if (is_blank)
        return fail_line (error, self->name, line, _("an empty line; delete it"));
      while (ended_by == ',')
        {
          const char *problem = NULL;
          char *cell = cut_cell (&at, &ended_by, &line, &problem);

          if (cell == NULL)
            return fail_line (error, self->name, line, problem);
          g_ptr_array_add (is_header ? self->header : self->cells, cell);
          n++;
        }
      line++;
      if (is_header && !check_header (self, columns, error))
        return FALSE;
      if (is_header)
        continue;
      if (n != self->header->len)
        {
          g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_SYNTAX,
                       _("%s, line %u: %u cells, but the header has %u columns"), self->name,
                       first_line, n, self->header->len);
          return FALSE;
        }
      g_array_append_val (self->lines, first_line);
    }
  if (self->header->len == 0)
    return fail_line (error, self->name, 1,
                      _("the file is empty; expected a line of column names"));
  return TRUE;
}

/**
 * ijk_table_new:
 * @name: file name, for errors
 * @text: the file
 * @length: its bytes, or -1 when NUL-terminated
 * @columns: (array zero-terminated=1): the columns it must have, in any order
 *
 * Returns: (transfer full) (nullable): the table, or %NULL with %IJK_STORE_ERROR_SYNTAX or
 *   %IJK_STORE_ERROR_COLUMN set
 */
IjkTable *
ijk_table_new (const char        *name,
               const char        *text,
               gssize             length,
               const char *const *columns,
               GError           **error)
{
  return ijk_table_new_partial (name, text, length, columns, NULL, error);
}

/**
 * ijk_table_new_partial:
 * @columns: (array zero-terminated=1): the columns it must have
 * @optional_columns: (array zero-terminated=1) (nullable): those it may have; where one is left
 *   out, its cells read as empty
 *
 * As ijk_table_new(), for a table of which some columns may be left out.
 */
IjkTable *
ijk_table_new_partial (const char        *name,
                       const char        *text,
                       gssize             length,
                       const char *const *columns,
                       const char *const *optional_columns,
                       GError           **error)
{
  const gsize n = length < 0 ? strlen (text) : (gsize) length;
  g_autoptr (IjkTable) self = g_new0 (IjkTable, 1);
  const char *end = NULL;

  self->name = g_strdup (name);
  self->optional = g_strdupv ((char **) optional_columns);
  self->header = g_ptr_array_new ();
  self->cells = g_ptr_array_new ();
  self->lines = g_array_new (FALSE, FALSE, sizeof (guint));
  if (n > MAX_BYTES)
    {
      fail_line (error, name, 1, _("the file is larger than 64 MB, which no table is"));
      return NULL;
    }
  if (!g_utf8_validate (text, (gssize) n, &end))
    {
      guint line = 1;

      for (const char *c = text; c < end; c++)
        line += *c == '\n';
      fail_line (error, name, line, _("not UTF-8 text; save the file as CSV in UTF-8"));
      return NULL;
    }
  self->text = g_strndup (text, n);
  if (!split_text (self, g_str_has_prefix (self->text, "\xef\xbb\xbf") ? self->text + 3 : self->text,
                   columns, error))
    return NULL;
  return g_steal_pointer (&self);
}

/* Marks the row bad and sets the error, unless an earlier cell did. */
void
ijk_row_fail (IjkRow       *row,
              const char   *column,
              IjkStoreError code,
              const char   *format,
              ...)
{
  g_autofree char *what = NULL;
  g_autofree char *clean = NULL;
  va_list args;

  if (row->is_bad)
    return;
  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  row->is_bad = TRUE;
  clean = ijk_sentence_clean (what);
  g_set_error (row->error, IJK_STORE_ERROR, code, _("%s, line %u, column %s: %s"),
               row->table->name, g_array_index (row->table->lines, guint, row->row), column, clean);
}

/* Returns: (transfer none): the cell as it stands, which may be empty */
const char *
ijk_row_optional_text (IjkRow     *row,
                       const char *column)
{
  const guint position = find_column (row->table, column);

  g_assert (position != G_MAXUINT || is_optional (row->table, column));
  if (position == G_MAXUINT)
    return "";
  return g_ptr_array_index (row->table->cells, row->row * row->table->header->len + position);
}

/* Returns: (transfer none): the cell, which must not be empty */
const char *
ijk_row_text (IjkRow     *row,
              const char *column)
{
  const char *text = ijk_row_optional_text (row, column);

  if (*text == '\0')
    ijk_row_fail (row, column, IJK_STORE_ERROR_VALUE, _("the cell is empty; expected text"));
  else if (g_ascii_isspace (*text) || g_ascii_isspace (text[strlen (text) - 1]))
    ijk_row_fail (row, column, IJK_STORE_ERROR_VALUE,
                  _("“%s” starts or ends with a space; delete it"), text);
  return text;
}

/* A finite number in @range, or NAN where the cell is empty. */
double
ijk_row_optional_number (IjkRow     *row,
                         const char *column,
                         IjkRange    range)
{
  const char *text = ijk_row_optional_text (row, column);
  char *end = NULL;
  double value = 0;

  if (*text == '\0' || row->is_bad)
    return NAN;
  value = g_ascii_strtod (text, &end);
  if (end == text || *end != '\0' || !isfinite (value) || strspn (text, "+-.0123456789eE") != strlen (text))
    {
      ijk_row_fail (row, column, IJK_STORE_ERROR_VALUE,
                    _("“%s” is not a number; expected a number from %.10g to %.10g (%s) with a "
                      "decimal point"),
                    text, range.min, range.max, _(range.unit));
      return NAN;
    }
  if (value < range.min || value > range.max)
    {
      ijk_row_fail (row, column, IJK_STORE_ERROR_VALUE,
                    _("%s is out of range; expected a number from %.10g to %.10g (%s)"), text,
                    range.min, range.max, _(range.unit));
      return NAN;
    }
  return value;
}

/* A finite number in @range; the cell must not be empty. */
double
ijk_row_number (IjkRow     *row,
                const char *column,
                IjkRange    range)
{
  const double value = ijk_row_optional_number (row, column, range);

  if (isnan (value))
    ijk_row_fail (row, column, IJK_STORE_ERROR_VALUE,
                  _("the cell is empty; expected a number from %.10g to %.10g (%s)"), range.min,
                  range.max, _(range.unit));
  return value;
}

/* A whole number in @range, such as a year. */
int
ijk_row_integer (IjkRow     *row,
                 const char *column,
                 IjkRange    range)
{
  const double value = ijk_row_number (row, column, range);

  if (row->is_bad)
    return 0;
  if (value != floor (value))
    {
      ijk_row_fail (row, column, IJK_STORE_ERROR_VALUE,
                    _("%s is not a whole number; expected one from %.10g to %.10g (%s)"),
                    ijk_row_optional_text (row, column), range.min, range.max, _(range.unit));
      return 0;
    }
  return (int) value;
}

/* 0 or 1. */
gboolean
ijk_row_flag (IjkRow     *row,
              const char *column)
{
  static const char *const words[] = { "0", "1" };

  return ijk_row_choice (row, column, words, G_N_ELEMENTS (words)) == 1;
}

/* Position of the cell in @words. */
guint
ijk_row_choice (IjkRow            *row,
                const char        *column,
                const char *const *words,
                gsize              n_words)
{
  const char *text = ijk_row_optional_text (row, column);
  g_autofree const char **shown = g_new (const char *, n_words);
  g_autofree char *expected = NULL;

  for (guint i = 0; i < n_words; i++)
    if (strcmp (words[i], text) == 0)
      return i;
  for (guint i = 0; i < n_words; i++)
    /* Translators: one of the words that a cell may hold: here an empty cell. */
    shown[i] = *words[i] != '\0' ? words[i] : _("nothing");
  expected = ijk_join_or (shown, n_words);
  if (*text == '\0')
    ijk_row_fail (row, column, IJK_STORE_ERROR_VALUE, _("the cell is empty; expected %s"),
                  expected);
  else
    ijk_row_fail (row, column, IJK_STORE_ERROR_VALUE, _("“%s” is not a known word; expected %s"),
                  text, expected);
  return 0;
}
