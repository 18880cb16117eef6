/* Typed reading of cells: what counts as text, number, whole number, flag and word.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-table.h"

#include <math.h>
#include <string.h>

typedef enum
{
  READ_TEXT,
  READ_NUMBER,
  READ_OPTIONAL_NUMBER,
  READ_INTEGER,
  READ_FLAG,
  READ_CHOICE,
} Reader;

typedef struct
{
  const char *name;
  Reader reader;
  const char *cell;
  double expected;   /* what a valid cell gives; a text has none */
  const char *fault; /* part of the message, or NULL for a valid cell */
} CellCase;

#define NOT_A_NUMBER "is not a number; expected a number from -10 to 3000 (t) with a decimal point"
#define OUT_OF_RANGE "is out of range; expected a number from -10 to 3000 (t)"
#define EMPTY_NUMBER "the cell is empty; expected a number from -10 to 3000 (t)"
#define NOT_WHOLE "is not a whole number; expected one from -10 to 3000 (t)"

static const CellCase cases[] = {
  { "text", READ_TEXT, "a b", 0, NULL },
  { "text-empty", READ_TEXT, "", 0, "the cell is empty; expected text" },
  { "text-space-first", READ_TEXT, " a", 0, "“ a” starts or ends with a space" },
  { "text-space-last", READ_TEXT, "a ", 0, "“a ” starts or ends with a space" },
  { "text-tab-last", READ_TEXT, "a\t", 0, "starts or ends with a space" },
  { "text-only-a-space", READ_TEXT, " ", 0, "starts or ends with a space" },

  { "number-whole", READ_NUMBER, "12", 12, NULL },
  { "number-fraction", READ_NUMBER, "0.1", 0.1, NULL },
  { "number-negative", READ_NUMBER, "-9.5", -9.5, NULL },
  { "number-plus-sign", READ_NUMBER, "+2", 2, NULL },
  { "number-exponent", READ_NUMBER, "1.5e3", 1500, NULL },
  { "number-capital-exponent", READ_NUMBER, "2E-2", 0.02, NULL },
  { "number-no-leading-zero", READ_NUMBER, ".5", 0.5, NULL },
  { "number-no-decimals", READ_NUMBER, "5.", 5, NULL },
  { "number-leading-zeros", READ_NUMBER, "007", 7, NULL },
  { "number-at-the-minimum", READ_NUMBER, "-10", -10, NULL },
  { "number-at-the-maximum", READ_NUMBER, "3000", 3000, NULL },
  { "number-all-digits", READ_NUMBER, "0.1000000000000000055511151231257827", 0.1, NULL },
  { "number-too-small-to-hold", READ_NUMBER, "1e-400", 0, NULL },
  { "number-empty", READ_NUMBER, "", 0, EMPTY_NUMBER },
  { "number-below-the-minimum", READ_NUMBER, "-10.001", 0, "-10.001 " OUT_OF_RANGE },
  { "number-above-the-maximum", READ_NUMBER, "3000.0001", 0, "3000.0001 " OUT_OF_RANGE },
  { "number-too-large-to-hold", READ_NUMBER, "1e400", 0, "“1e400” " NOT_A_NUMBER },
  { "number-too-negative-to-hold", READ_NUMBER, "-1e400", 0, "“-1e400” " NOT_A_NUMBER },
  { "number-nan", READ_NUMBER, "nan", 0, "“nan” " NOT_A_NUMBER },
  { "number-nan-with-payload", READ_NUMBER, "nan(1)", 0, NOT_A_NUMBER },
  { "number-inf", READ_NUMBER, "inf", 0, "“inf” " NOT_A_NUMBER },
  { "number-minus-infinity", READ_NUMBER, "-Infinity", 0, NOT_A_NUMBER },
  { "number-hexadecimal", READ_NUMBER, "0x10", 0, "“0x10” " NOT_A_NUMBER },
  { "number-binary-exponent", READ_NUMBER, "1p3", 0, NOT_A_NUMBER },
  { "number-space-first", READ_NUMBER, " 1", 0, "“ 1” " NOT_A_NUMBER },
  { "number-space-last", READ_NUMBER, "1 ", 0, "“1 ” " NOT_A_NUMBER },
  { "number-space-inside", READ_NUMBER, "1 000", 0, NOT_A_NUMBER },
  { "number-only-a-space", READ_NUMBER, " ", 0, NOT_A_NUMBER },
  { "number-trailing-text", READ_NUMBER, "12kt", 0, "“12kt” " NOT_A_NUMBER },
  { "number-percent", READ_NUMBER, "12%", 0, NOT_A_NUMBER },
  { "number-decimal-comma", READ_NUMBER, "\"0,5\"", 0, "“0,5” " NOT_A_NUMBER },
  { "number-thousands-separator", READ_NUMBER, "\"1,000\"", 0, NOT_A_NUMBER },
  { "number-two-points", READ_NUMBER, "1.2.3", 0, NOT_A_NUMBER },
  { "number-two-signs", READ_NUMBER, "--1", 0, NOT_A_NUMBER },
  { "number-only-a-sign", READ_NUMBER, "-", 0, NOT_A_NUMBER },
  { "number-only-an-exponent", READ_NUMBER, "e5", 0, NOT_A_NUMBER },
  { "number-exponent-without-digits", READ_NUMBER, "1e", 0, NOT_A_NUMBER },
  { "number-minus-sign-of-typography", READ_NUMBER, "−1", 0, NOT_A_NUMBER },
  { "number-digits-of-another-script", READ_NUMBER, "١", 0, NOT_A_NUMBER },
  { "number-word", READ_NUMBER, "many", 0, "“many” " NOT_A_NUMBER },

  { "optional-number", READ_OPTIONAL_NUMBER, "1.5", 1.5, NULL },
  { "optional-number-empty-is-unknown", READ_OPTIONAL_NUMBER, "", NAN, NULL },
  { "optional-number-nan-is-not-empty", READ_OPTIONAL_NUMBER, "nan", 0, NOT_A_NUMBER },
  { "optional-number-out-of-range", READ_OPTIONAL_NUMBER, "3001", 0, OUT_OF_RANGE },
  { "optional-number-word", READ_OPTIONAL_NUMBER, "-x", 0, NOT_A_NUMBER },

  { "integer", READ_INTEGER, "2030", 2030, NULL },
  { "integer-negative", READ_INTEGER, "-7", -7, NULL },
  { "integer-with-decimals", READ_INTEGER, "2030.0", 2030, NULL },
  { "integer-exponent", READ_INTEGER, "2e3", 2000, NULL },
  { "integer-fraction", READ_INTEGER, "2030.5", 0, "2030.5 " NOT_WHOLE },
  { "integer-empty", READ_INTEGER, "", 0, EMPTY_NUMBER },
  { "integer-out-of-range", READ_INTEGER, "3001", 0, OUT_OF_RANGE },
  { "integer-beyond-an-int", READ_INTEGER, "1e300", 0, OUT_OF_RANGE },
  { "integer-word", READ_INTEGER, "twenty", 0, NOT_A_NUMBER },

  { "flag-off", READ_FLAG, "0", 0, NULL },
  { "flag-on", READ_FLAG, "1", 1, NULL },
  { "flag-empty", READ_FLAG, "", 0, "the cell is empty; expected 0 or 1" },
  { "flag-word", READ_FLAG, "yes", 0, "“yes” is not a known word; expected 0 or 1" },
  { "flag-two", READ_FLAG, "2", 0, "“2” is not a known word; expected 0 or 1" },
  { "flag-number", READ_FLAG, "1.0", 0, "expected 0 or 1" },

  { "choice-first", READ_CHOICE, "red", 0, NULL },
  { "choice-last", READ_CHOICE, "blue", 2, NULL },
  { "choice-empty", READ_CHOICE, "", 0, "the cell is empty; expected red, green or blue" },
  { "choice-unknown", READ_CHOICE, "grey", 0,
    "“grey” is not a known word; expected red, green or blue" },
  { "choice-capital", READ_CHOICE, "Red", 0, "“Red” is not a known word" },
  { "choice-space", READ_CHOICE, "red ", 0, "“red ” is not a known word" },
  { "choice-beginning-of-a-word", READ_CHOICE, "re", 0, "“re” is not a known word" },
};

static const IjkRange range = { -10, 3000, "t" };

static double
read_cell (IjkRow *row,
           Reader  reader)
{
  static const char *const words[] = { "red", "green", "blue" };

  switch (reader)
    {
    case READ_TEXT:
      (void) ijk_row_text (row, "value");
      return 0;
    case READ_NUMBER:
      return ijk_row_number (row, "value", range);
    case READ_OPTIONAL_NUMBER:
      return ijk_row_optional_number (row, "value", range);
    case READ_INTEGER:
      return ijk_row_integer (row, "value", range);
    case READ_FLAG:
      return ijk_row_flag (row, "value");
    case READ_CHOICE:
      return ijk_row_choice (row, "value", words, G_N_ELEMENTS (words));
    }
  g_assert_not_reached ();
}

static void
expect_cell (gconstpointer data)
{
  static const char *const columns[] = { "id", "value", NULL };
  const CellCase *c = data;
  g_autofree char *text = g_strdup_printf ("id,value\nfirst,1\nsecond,%s\n", c->cell);
  g_autoptr (GError) error = NULL;
  g_autoptr (IjkTable) table = ijk_table_new ("t.csv", text, -1, columns, &error);
  IjkRow row = { table, 1, FALSE, &error };
  double value = 0;

  g_assert_no_error (error);
  value = read_cell (&row, c->reader);
  if (c->fault == NULL)
    {
      g_assert_no_error (error);
      g_assert_false (row.is_bad);
      g_assert_true (isnan (c->expected) ? isnan (value) : value == c->expected);
      return;
    }
  g_assert_true (row.is_bad);
  g_assert_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_VALUE);
  g_test_message ("%s", error->message);
  g_assert_true (g_str_has_prefix (error->message, "t.csv, line 3, column value: "));
  g_assert_nonnull (strstr (error->message, c->fault));
}

/* A loader looks at the row once: the first fault is the one told, and later cells do not crash. */
static void
test_first_fault (void)
{
  static const char *const columns[] = { "a", "b", "c", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (IjkTable) table = ijk_table_new ("t.csv", "a,b,c\nx,y,\n", -1, columns, &error);
  IjkRow row = { table, 0, FALSE, &error };

  g_assert_true (isnan (ijk_row_number (&row, "b", range)));
  g_assert_true (isnan (ijk_row_number (&row, "a", range)));
  g_assert_cmpint (ijk_row_integer (&row, "a", range), ==, 0);
  g_assert_false (ijk_row_flag (&row, "a"));
  g_assert_cmpstr (ijk_row_text (&row, "c"), ==, "");
  g_assert_true (row.is_bad);
  g_assert_true (g_str_has_prefix (error->message, "t.csv, line 2, column b: “y”"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/store/table/cell/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], expect_cell);
    }
  g_test_add_func ("/store/table/cell/first-fault-is-told", test_first_fault);
  return g_test_run ();
}
