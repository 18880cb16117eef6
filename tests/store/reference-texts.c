/* The shipped tables as texts that a test may spoil.
 *
 * Cells are found by the header, so that a case keeps its meaning when rows or columns are added.
 * The splitter here knows quotation marks but not line breaks inside cells: no shipped table has
 * those, and one of its own keeps the tests independent of the reader under test.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "reference-texts.h"

#include <string.h>

char **
reference_texts_read (void)
{
  const char *directory = g_getenv ("IJKPAD_REFERENCE");
  char **texts = g_new0 (char *, IJK_N_TABLES + 1);

  g_assert_nonnull (directory);
  for (guint i = 0; i < IJK_N_TABLES; i++)
    {
      g_autofree char *path = g_build_filename (directory, ijk_table_names[i], NULL);
      g_autoptr (GError) error = NULL;

      g_file_get_contents (path, &texts[i], NULL, &error);
      g_assert_no_error (error);
      g_assert_true (g_str_has_suffix (texts[i], "\n"));
    }
  return texts;
}

/* The comma or line end behind the cell that starts at @cell. */
static const char *
skip_cell (const char *cell)
{
  gboolean is_quoted = FALSE;

  for (; *cell != '\0'; cell++)
    {
      if (*cell == '"')
        is_quoted = !is_quoted;
      if (!is_quoted && (*cell == ',' || *cell == '\n'))
        break;
    }
  return cell;
}

static const char *
find_cell (const char *line,
           guint       position)
{
  for (guint i = 0; i < position; i++)
    {
      line = skip_cell (line);
      g_assert_true (*line == ',');
      line++;
    }
  return line;
}

static guint
find_column (const char *text,
             const char *column)
{
  g_autofree char *header = g_strndup (text, strcspn (text, "\n"));
  g_auto (GStrv) names = g_strsplit (header, ",", -1);

  for (guint i = 0; names[i] != NULL; i++)
    if (strcmp (names[i], column) == 0)
      return i;
  g_error ("the test names a column “%s” that the table lacks", column);
}

/* First line below the header that starts with @row_start. */
static const char *
find_row (const char *text,
          const char *row_start,
          guint      *line)
{
  *line = 1;
  while (*text != '\0')
    {
      if (*line > 1 && g_str_has_prefix (text, row_start))
        return text;
      text += strcspn (text, "\n") + 1;
      ++*line;
    }
  g_error ("the test names a row “%s” that the table lacks", row_start);
}

static void
replace_part (char      **text,
              const char *from,
              const char *to,
              const char *by)
{
  g_autofree char *before = g_strndup (*text, (gsize) (from - *text));
  char *changed = g_strconcat (before, by, to, NULL);

  g_free (*text);
  *text = changed;
}

guint
reference_texts_set_cell (char      **text,
                          const char *row_start,
                          const char *column,
                          const char *value)
{
  guint line = 0;
  const char *row = find_row (*text, row_start, &line);
  const char *cell = find_cell (row, find_column (*text, column));

  replace_part (text, cell, skip_cell (cell), value);
  return line;
}

guint
reference_texts_drop_row (char      **text,
                          const char *row_start)
{
  guint line = 0;
  const char *row = find_row (*text, row_start, &line);

  replace_part (text, row, row + strcspn (row, "\n") + 1, "");
  return line;
}

guint
reference_texts_repeat_row (char      **text,
                            const char *row_start)
{
  guint line = 0;
  const char *row = find_row (*text, row_start, &line);
  g_autofree char *copy = g_strndup (row, strcspn (row, "\n"));

  return reference_texts_append (text, copy);
}

guint
reference_texts_append (char      **text,
                        const char *line)
{
  char *changed = g_strconcat (*text, line, "\n", NULL);
  guint n = 0;

  g_free (*text);
  *text = changed;
  for (const char *c = changed; *c != '\0'; c++)
    n += *c == '\n';
  return n;
}

void
reference_texts_drop_column (char      **text,
                             const char *column)
{
  const guint position = find_column (*text, column);
  g_autoptr (GString) changed = g_string_new (NULL);

  for (const char *line = *text; *line != '\0'; line += strcspn (line, "\n") + 1)
    {
      const char *end = line + strcspn (line, "\n");
      const char *cell = find_cell (line, position);
      const char *next = skip_cell (cell);

      /* A comma goes with it: the one behind, or the one before the last column. */
      if (*next == ',')
        next++;
      else if (cell > line)
        cell--;
      g_string_append_len (changed, line, cell - line);
      g_string_append_len (changed, next, end - next);
      g_string_append_c (changed, '\n');
    }
  g_free (*text);
  *text = g_string_free (g_steal_pointer (&changed), FALSE);
}

void
reference_texts_expect_error (char        **texts,
                              IjkStoreError code,
                              const char   *start,
                              const char   *parts)
{
  g_auto (GStrv) words = g_strsplit (parts, "\n", -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (IjkReference) reference
      = ijk_reference_parse ((const char *const *) texts, &error);

  g_assert_null (reference);
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  g_assert_error (error, IJK_STORE_ERROR, (int) code);
  if (!g_str_has_prefix (error->message, start))
    g_assert_cmpstr (error->message, ==, start);
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (error->message, words[i]) == NULL)
      g_assert_cmpstr (error->message, ==, words[i]);
}

static void
expect_cell_error (gconstpointer data)
{
  const SpoiledCell *c = data;
  g_auto (GStrv) texts = reference_texts_read ();
  const guint line
      = reference_texts_set_cell (&texts[c->table], c->row_start, c->column, c->value);
  g_autofree char *start = g_strdup_printf ("%s, line %u, column %s: ",
                                            ijk_table_names[c->table], line, c->column);

  reference_texts_expect_error (texts, c->code, start, c->parts);
}

void
reference_texts_test_cells (const char        *path,
                            const SpoiledCell *cases,
                            guint              n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    {
      const SpoiledCell *c = &cases[i];
      g_autofree char *full = g_strdup_printf ("%s/%s/%s%s/“%s”", path, ijk_table_names[c->table],
                                               c->row_start, c->column, c->value);

      g_test_add_data_func (full, c, expect_cell_error);
    }
}
