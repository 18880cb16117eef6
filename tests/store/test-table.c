/* Reading CSV: what is a cell, and how each fault of the text is told.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-table.h"

#include <string.h>

#define BOM "\xef\xbb\xbf"

static const char *const columns[] = { "id", "value", NULL };

/* A text that is a table, and the cells of its rows: each row's id, then its value. */
typedef struct
{
  const char *name;
  const char *text;
  guint n_rows;
  const char *cells[6];
} ValidCase;

static const ValidCase valid_cases[] = {
  { "plain", "id,value\na,1\nb,2\n", 2, { "a", "1", "b", "2" } },
  { "columns-in-any-order", "value,id\n1,a\n", 1, { "a", "1" } },
  { "carriage-return-line-feed", "id,value\r\na,1\r\nb,2\r\n", 2, { "a", "1", "b", "2" } },
  { "mixed-line-ends", "id,value\r\na,1\nb,2\r\n", 2, { "a", "1", "b", "2" } },
  { "byte-order-mark", BOM "id,value\na,1\n", 1, { "a", "1" } },
  { "byte-order-mark-and-quoted-header", BOM "\"id\",\"value\"\r\na,1\r\n", 1, { "a", "1" } },
  { "no-final-newline", "id,value\na,1", 1, { "a", "1" } },
  { "no-final-newline-quoted", "id,value\na,\"1\"", 1, { "a", "1" } },
  { "no-final-newline-empty-cell", "id,value\na,", 1, { "a", "" } },
  { "no-rows", "id,value\n", 0, { NULL } },
  { "no-rows-no-newline", "id,value", 0, { NULL } },
  { "empty-cells", "id,value\n,\n", 1, { "", "" } },
  { "quoted-comma", "id,value\n\"a,b\",1\n", 1, { "a,b", "1" } },
  { "quoted-newline", "id,value\n\"a\nb\",1\nc,2\n", 2, { "a\nb", "1", "c", "2" } },
  { "quoted-carriage-return", "id,value\r\n\"a\r\nb\",1\r\n", 1, { "a\r\nb", "1" } },
  { "doubled-quotation-mark", "id,value\n\"a \"\"b\"\" c\",\"\"\"\"\n", 1, { "a \"b\" c", "\"" } },
  { "quoted-empty-cell", "id,value\n\"\",\"\"\n", 1, { "", "" } },
  { "spaces-are-kept", "id,value\n a , 1\n", 1, { " a ", " 1" } },
  { "semicolons-inside-cells", "id,value\na;b,1;2\n", 1, { "a;b", "1;2" } },
  { "letters-beyond-ascii", "id,value\né€,ĳ\n", 1, { "é€", "ĳ" } },
};

static void
expect_cells (gconstpointer data)
{
  const ValidCase *c = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (IjkTable) table = ijk_table_new ("t.csv", c->text, -1, columns, &error);

  g_assert_no_error (error);
  g_assert_nonnull (table);
  g_assert_cmpuint (ijk_table_get_n_rows (table), ==, c->n_rows);
  for (guint i = 0; i < c->n_rows; i++)
    {
      IjkRow row = { table, i, FALSE, &error };

      g_assert_cmpstr (ijk_row_optional_text (&row, "id"), ==, c->cells[2 * i]);
      g_assert_cmpstr (ijk_row_optional_text (&row, "value"), ==, c->cells[2 * i + 1]);
      g_assert_false (row.is_bad);
    }
}

typedef struct
{
  const char *name;
  const char *text;
  IjkStoreError code;
  const char *where; /* start of the message */
  const char *what;  /* part of it */
} FaultyCase;

static const FaultyCase faulty_cases[] = {
  { "empty-file", "", IJK_STORE_ERROR_SYNTAX, "t.csv, line 1: ", "the file is empty" },
  { "byte-order-mark-only", BOM, IJK_STORE_ERROR_SYNTAX, "t.csv, line 1: ", "the file is empty" },
  { "empty-line-first", "\nid,value\n", IJK_STORE_ERROR_SYNTAX, "t.csv, line 1: ", "empty line" },
  { "empty-line-between", "id,value\na,1\n\nb,2\n", IJK_STORE_ERROR_SYNTAX, "t.csv, line 3: ",
    "an empty line; delete it" },
  { "empty-line-last", "id,value\r\na,1\r\n\r\n", IJK_STORE_ERROR_SYNTAX, "t.csv, line 3: ",
    "an empty line" },
  { "too-few-cells", "id,value\na,1\nb\n", IJK_STORE_ERROR_SYNTAX, "t.csv, line 3: ",
    "1 cells, but the header has 2 columns" },
  { "too-many-cells", "id,value\na,1,\n", IJK_STORE_ERROR_SYNTAX, "t.csv, line 2: ",
    "3 cells, but the header has 2 columns" },
  { "quotation-mark-in-cell", "id,value\na,1\nb\"c,2\n", IJK_STORE_ERROR_SYNTAX,
    "t.csv, line 3: ", "quotation mark inside a cell" },
  { "quotation-mark-unclosed", "id,value\na,\"1\n", IJK_STORE_ERROR_SYNTAX, "t.csv, line ",
    "never closed" },
  { "text-after-quotation-mark", "id,value\n\"a\"b,1\n", IJK_STORE_ERROR_SYNTAX,
    "t.csv, line 2: ", "text after the closing quotation mark" },
  { "space-after-quotation-mark", "id,value\n\"a\" ,1\n", IJK_STORE_ERROR_SYNTAX,
    "t.csv, line 2: ", "text after the closing quotation mark" },
  { "carriage-return-alone", "id,value\na\rb,1\n", IJK_STORE_ERROR_SYNTAX, "t.csv, line 2: ",
    "carriage return" },
  { "carriage-return-line-ends", "id,value\ra,1\r", IJK_STORE_ERROR_SYNTAX, "t.csv, line 1: ",
    "carriage return" },
  { "lines-count-inside-cells", "id,value\n\"a\nb\nc\",1\nd\n", IJK_STORE_ERROR_SYNTAX,
    "t.csv, line 5: ", "1 cells" },
  { "row-starts-at-its-first-line", "id,value\n\"a\nb\",1,2\n", IJK_STORE_ERROR_SYNTAX,
    "t.csv, line 2: ", "3 cells" },
  { "semicolons", "id;value\na;1\n", IJK_STORE_ERROR_SYNTAX, "t.csv, line 1: ", "semicolons" },
  { "semicolons-and-decimal-commas", "id;value\na;0,5\n", IJK_STORE_ERROR_SYNTAX, "t.csv, line ",
    "" },
  { "not-utf-8", "id,value\na,1\nb\xe9,2\n", IJK_STORE_ERROR_SYNTAX, "t.csv, line 3: ", "UTF-8" },
  { "utf-16", "\xff\xfei\0d\0", IJK_STORE_ERROR_SYNTAX, "t.csv, line 1: ", "UTF-8" },
  { "column-unknown", "id,value,extra\na,1,2\n", IJK_STORE_ERROR_COLUMN,
    "t.csv, line 1, column 3: ", "unknown column “extra”; expected id,value" },
  { "column-with-a-space", "id, value\na,1\n", IJK_STORE_ERROR_COLUMN,
    "t.csv, line 1, column 2: ", "unknown column “ value”" },
  { "column-in-capitals", "ID,value\na,1\n", IJK_STORE_ERROR_COLUMN, "t.csv, line 1, column 1: ",
    "unknown column “ID”" },
  { "column-twice", "id,value,id\na,1,b\n", IJK_STORE_ERROR_COLUMN, "t.csv, line 1, column 3: ",
    "column “id” stands twice" },
  { "column-missing", "id\na\n", IJK_STORE_ERROR_COLUMN, "t.csv, line 1: ",
    "column “value” is missing; expected id,value" },
};

static void
expect_fault (gconstpointer data)
{
  const FaultyCase *c = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (IjkTable) table = ijk_table_new ("t.csv", c->text, -1, columns, &error);

  g_assert_null (table);
  g_assert_error (error, IJK_STORE_ERROR, (int) c->code);
  g_test_message ("%s", error->message);
  g_assert_true (g_str_has_prefix (error->message, c->where));
  g_assert_nonnull (strstr (error->message, c->what));
}

/* Bytes after @length are not the table's, and a zero byte among its own is no text. */
static void
test_length (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IjkTable) table = ijk_table_new ("t.csv", "id,value\na,1\nb", 13, columns, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (ijk_table_get_n_rows (table), ==, 1);

  g_assert_null (ijk_table_new ("t.csv", "id,value\na,\0001\n", 14, columns, &error));
  g_assert_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_SYNTAX);
  g_assert_true (g_str_has_prefix (error->message, "t.csv, line 2: "));
}

static void
test_too_large (void)
{
  const gsize n = 64 * 1024 * 1024 + 1;
  g_autofree char *text = g_strnfill (n, 'a');
  g_autoptr (GError) error = NULL;

  g_assert_null (ijk_table_new ("t.csv", text, (gssize) n, columns, &error));
  g_assert_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_SYNTAX);
  g_assert_nonnull (strstr (error->message, "64 MB"));
}

/* The text that is read is left as it was: the table cuts a copy. */
static void
test_text_is_kept (void)
{
  const char *const text = "id,value\n\"a \"\"b\"\"\",1\r\n";
  g_autofree char *copy = g_strdup (text);
  g_autoptr (IjkTable) table = ijk_table_new ("t.csv", copy, -1, columns, NULL);

  g_assert_nonnull (table);
  g_assert_cmpstr (copy, ==, text);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (valid_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/store/table/reads/", valid_cases[i].name, NULL);

      g_test_add_data_func (path, &valid_cases[i], expect_cells);
    }
  for (guint i = 0; i < G_N_ELEMENTS (faulty_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/store/table/refuses/", faulty_cases[i].name, NULL);

      g_test_add_data_func (path, &faulty_cases[i], expect_fault);
    }
  g_test_add_func ("/store/table/length-ends-the-text", test_length);
  g_test_add_func ("/store/table/refuses/more-than-64-megabytes", test_too_large);
  g_test_add_func ("/store/table/text-is-left-as-it-was", test_text_is_kept);
  return g_test_run ();
}
