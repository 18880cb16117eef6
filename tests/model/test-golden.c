/* Whole runs against the results of an independent implementation of the same equations, written
 * from the equations alone in another language: every row of golden/expected.csv.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model-fixture.h"

#include <math.h>
#include <string.h>

/* The other implementation prints nine digits. */
#define RELATIVE_TOLERANCE 1e-6
#define ABSOLUTE_TOLERANCE 1e-7

/* Settings (defaults, no levy, a high ETS price) times rows of each. */
#define N_CASES 3
#define N_ROWS_OF_CASE 2348

enum
{
  COLUMN_CASE,
  COLUMN_ENTITY,
  COLUMN_ID,
  COLUMN_INDICATOR,
  COLUMN_YEAR,
  COLUMN_VALUE,
  N_COLUMNS,
};

typedef struct
{
  char *name;
  char *settings;
} Case;

static char **
read_lines (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "golden", name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return g_strsplit (g_strchomp (text), "\n", -1);
}

/* "national" stands for two sorts of items. */
static IjkItems
get_items (char *const *fields)
{
  const char *entity = fields[COLUMN_ENTITY];

  if (strcmp (entity, "national") == 0)
    return strcmp (fields[COLUMN_ID], "nl") == 0 ? IJK_ITEMS_NL : IJK_ITEMS_SCOPE;
  for (guint items = IJK_ITEMS_SECTOR; items < IJK_N_ITEMS; items++)
    if (strcmp (entity, ijk_items_entity ((IjkItems) items)) == 0)
      return (IjkItems) items;
  g_assert_not_reached ();
}

static void
compare_row (const IjkResult *result,
             const char      *line,
             char *const     *fields)
{
  const double expected = g_ascii_strtod (fields[COLUMN_VALUE], NULL);
  const double found = fixture_value (result, get_items (fields), fields[COLUMN_ID],
                                      fields[COLUMN_INDICATOR], atoi (fields[COLUMN_YEAR]));

  if (!(fabs (found - expected) <= RELATIVE_TOLERANCE * fabs (expected) + ABSOLUTE_TOLERANCE))
    {
      g_test_message ("%s: found %.12g", line, found);
      g_test_fail ();
    }
}

static void
test_case (gconstpointer data)
{
  const Case *self = data;
  g_autoptr (IjkReference) reference = fixture_load_reference ();
  g_autoptr (IjkScenario) scenario = fixture_scenario (reference, NULL, self->settings);
  g_autoptr (IjkWorkspace) workspace = ijk_workspace_new (reference);
  const IjkResult *result = ijk_run (reference, scenario, workspace);
  g_auto (GStrv) lines = read_lines ("expected.csv");
  guint n_rows = 0;

  for (guint i = 1; lines[i] != NULL; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], ",", -1);

      g_assert_cmpuint (g_strv_length (fields), ==, N_COLUMNS);
      if (strcmp (fields[COLUMN_CASE], self->name) != 0)
        continue;
      compare_row (result, lines[i], fields);
      n_rows++;
    }
  g_assert_cmpuint (n_rows, ==, N_ROWS_OF_CASE);
}

/* The three cases together are the whole file: no row is left out. */
static void
test_every_row (void)
{
  g_auto (GStrv) lines = read_lines ("expected.csv");

  g_assert_cmpstr (lines[0], ==, "case,entity,id,indicator,year,value");
  g_assert_cmpuint (g_strv_length (lines) - 1, ==, N_CASES * N_ROWS_OF_CASE);
  g_assert_cmpuint (N_CASES * N_ROWS_OF_CASE, ==, 7044);
}

/* Reads `case,settings`, where settings may be quoted. */
static Case
read_case (const char *line)
{
  const char *comma = strchr (line, ',');
  char *settings = g_strdup (comma + 1);

  g_strdelimit (settings, "\"", ' ');
  return (Case) { g_strndup (line, (gsize) (comma - line)), settings };
}

int
main (int    argc,
      char **argv)
{
  Case cases[N_CASES];
  g_auto (GStrv) lines = NULL;
  int status = 0;

  g_test_init (&argc, &argv, NULL);
  lines = read_lines ("expected_cases.csv");
  g_assert_cmpuint (g_strv_length (lines) - 1, ==, N_CASES);
  for (guint i = 0; i < N_CASES; i++)
    {
      g_autofree char *path = NULL;

      cases[i] = read_case (lines[i + 1]);
      path = g_strconcat ("/model/golden/", cases[i].name, NULL);
      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/model/golden/every-row-is-compared", test_every_row);
  status = g_test_run ();
  for (guint i = 0; i < N_CASES; i++)
    {
      g_free (cases[i].name);
      g_free (cases[i].settings);
    }
  return status;
}
