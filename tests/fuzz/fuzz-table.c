/* Any bytes as a CSV table, every cell read in every way.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fuzz.h"

#include "ijk-table.h"

#include <math.h>

static const IjkRange range = { -10, 3000, "of anything" };

static void
read_cell (const IjkTable *table,
           guint           row,
           const char     *column)
{
  static const char *const words[] = { "sector", "company" };

  for (guint way = 0; way < 7; way++)
    {
      g_autoptr (GError) error = NULL;
      IjkRow reader = { table, row, FALSE, &error };
      double number = 0;

      switch (way)
        {
        case 0:
          g_assert_nonnull (ijk_row_text (&reader, column));
          break;
        case 1:
          g_assert_nonnull (ijk_row_optional_text (&reader, column));
          break;
        case 2:
          number = ijk_row_number (&reader, column, range);
          g_assert_true (reader.is_bad || (number >= range.min && number <= range.max));
          break;
        case 3:
          number = ijk_row_optional_number (&reader, column, range);
          g_assert_true (isnan (number) || (number >= range.min && number <= range.max));
          break;
        case 4:
          (void) ijk_row_integer (&reader, column, range);
          break;
        case 5:
          (void) ijk_row_flag (&reader, column);
          break;
        default:
          g_assert_cmpuint (ijk_row_choice (&reader, column, words, 2), <, 2);
        }
      g_assert_true (reader.is_bad == (error != NULL));
      g_assert_true (error == NULL || g_utf8_validate (error->message, -1, NULL));
    }
}

int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  (void) argc;
  (void) argv;
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING);
  return 0;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  static const char *const columns[] = { "a", "b", NULL };
  static const char *const optional[] = { "c", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (IjkTable) table = ijk_table_new_partial ("fuzz.csv", (const char *) data,
                                                      (gssize) size, columns, optional, &error);

  g_assert_true ((table == NULL) == (error != NULL));
  g_assert_true (error == NULL || g_utf8_validate (error->message, -1, NULL));
  for (guint row = 0; table != NULL && row < ijk_table_get_n_rows (table); row++)
    {
      read_cell (table, row, "a");
      read_cell (table, row, "b");
      read_cell (table, row, "c");
    }
  return 0;
}
