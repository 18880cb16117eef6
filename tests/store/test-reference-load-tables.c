/* Whole tables spoiled: columns, repeated rows, files without rows, too many of a thing; and the
 * same tables saved by other programs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "reference-texts.h"

#include <string.h>

/* Tests of one table get its IjkTableId as data. */
#define TABLE_OF(data) ((IjkTableId) GPOINTER_TO_UINT (data))

static char **
split_header (const char *text)
{
  g_autofree char *header = g_strndup (text, strcspn (text, "\n"));

  return g_strsplit (header, ",", -1);
}

static void
test_column_missing (gconstpointer data)
{
  const IjkTableId id = TABLE_OF (data);
  g_auto (GStrv) shipped = reference_texts_read ();
  g_auto (GStrv) columns = split_header (shipped[id]);
  g_autofree char *start = g_strdup_printf ("%s, line 1: ", ijk_table_names[id]);

  for (guint i = 0; columns[i] != NULL; i++)
    {
      g_auto (GStrv) texts = g_strdupv (shipped);
      g_autofree char *what = g_strdup_printf ("column “%s” is missing", columns[i]);

      reference_texts_drop_column (&texts[id], columns[i]);
      reference_texts_expect_error (texts, IJK_STORE_ERROR_COLUMN, start, what);
    }
}

static void
test_column_unknown (gconstpointer data)
{
  const IjkTableId id = TABLE_OF (data);
  g_auto (GStrv) texts = reference_texts_read ();
  g_autofree char *start = g_strdup_printf ("%s, line 1, column 1: ", ijk_table_names[id]);
  char *renamed = g_strconcat ("x", texts[id], NULL);
  g_auto (GStrv) columns = split_header (renamed);
  g_autofree char *what = g_strdup_printf ("unknown column “%s”\nexpected %s,", columns[0],
                                           columns[0] + 1);

  g_free (texts[id]);
  texts[id] = renamed;
  reference_texts_expect_error (texts, IJK_STORE_ERROR_COLUMN, start, what);
}

static void
test_column_twice (gconstpointer data)
{
  const IjkTableId id = TABLE_OF (data);
  g_auto (GStrv) texts = reference_texts_read ();
  g_auto (GStrv) columns = split_header (texts[id]);
  g_autofree char *start = g_strdup_printf ("%s, line 1, column 2: ", ijk_table_names[id]);
  g_autofree char *what = g_strdup_printf ("column “%s” stands twice", columns[0]);
  g_auto (GStrv) lines = g_strsplit (texts[id], "\n", -1);
  g_autoptr (GString) doubled = g_string_new (NULL);

  for (guint i = 0; *lines[i] != '\0'; i++)
    g_string_append_printf (doubled, "%s,%s\n", columns[0], lines[i]);
  g_free (texts[id]);
  texts[id] = g_strdup (doubled->str);
  reference_texts_expect_error (texts, IJK_STORE_ERROR_COLUMN, start, what);
}

static void
test_empty (gconstpointer data)
{
  const IjkTableId id = TABLE_OF (data);
  g_auto (GStrv) texts = reference_texts_read ();
  g_autofree char *start = g_strdup_printf ("%s, line 1: ", ijk_table_names[id]);

  texts[id][0] = '\0';
  reference_texts_expect_error (texts, IJK_STORE_ERROR_SYNTAX, start, "the file is empty");
}

static void
test_too_few_cells (gconstpointer data)
{
  const IjkTableId id = TABLE_OF (data);
  g_auto (GStrv) texts = reference_texts_read ();
  g_auto (GStrv) columns = split_header (texts[id]);
  const guint line = reference_texts_append (&texts[id], "2050");
  g_autofree char *start = g_strdup_printf ("%s, line %u: ", ijk_table_names[id], line);
  g_autofree char *what = g_strdup_printf ("1 cells\nthe header has %u columns",
                                           g_strv_length (columns));

  reference_texts_expect_error (texts, IJK_STORE_ERROR_SYNTAX, start, what);
}

/* What the last row says a second time. Targets and published figures have no key. */
typedef struct
{
  IjkTableId table;
  const char *row_start;
  const char *column;
  IjkStoreError code;
  const char *parts;
} RepeatCase;

#define DUPLICATE IJK_STORE_ERROR_DUPLICATE

static const RepeatCase repeat_cases[] = {
  { IJK_TABLE_SECTORS, "food,", "id", DUPLICATE, "“food” stands twice" },
  { IJK_TABLE_CLUSTERS, "chemelot,", "id", DUPLICATE, "“chemelot” stands twice" },
  { IJK_TABLE_UNITS, "shell-pernis,", "id", DUPLICATE, "“shell-pernis” stands twice" },
  { IJK_TABLE_MEASURES, "mvr,", "id", DUPLICATE, "“mvr” stands twice" },
  { IJK_TABLE_POTENTIALS, "refining,eff_5y,", "measure", DUPLICATE, "“eff_5y” stands twice" },
  { IJK_TABLE_PROJECTS, "tata-dri,", "id", DUPLICATE, "“tata-dri” stands twice" },
  { IJK_TABLE_REGIMES, "act_2021,", "id", DUPLICATE, "“act_2021” stands twice" },
  { IJK_TABLE_POLICY, "ets_ref,,2024,", "year", DUPLICATE, "2024 stands twice" },
  { IJK_TABLE_LEVERS, "kappa,", "id", DUPLICATE, "“kappa” stands twice" },
  { IJK_TABLE_INDEXATION, "2023,", "year", IJK_STORE_ERROR_VALUE, "2023 is out of order" },
  { IJK_TABLE_HISTORY, "2010,", "year", DUPLICATE, "2010 stands twice or out of order" },
};

static void
expect_repeat_error (gconstpointer data)
{
  const RepeatCase *c = data;
  g_auto (GStrv) texts = reference_texts_read ();
  const guint line = reference_texts_repeat_row (&texts[c->table], c->row_start);
  g_autofree char *start = g_strdup_printf ("%s, line %u, column %s: ", ijk_table_names[c->table],
                                            line, c->column);

  reference_texts_expect_error (texts, c->code, start, c->parts);
}

/* Tables without rows: others name their rows, or the equations need them. */
typedef struct
{
  IjkTableId table;
  IjkStoreError code;
  const char *start;
  const char *parts;
} NoRowsCase;

static const NoRowsCase no_rows_cases[] = {
  { IJK_TABLE_SECTORS, IJK_STORE_ERROR_DANGLING, "units.csv, line 2, column sector: ", "refining" },
  { IJK_TABLE_CLUSTERS, IJK_STORE_ERROR_DANGLING, "units.csv, line 2, column cluster: ",
    "rotterdam-moerdijk" },
  { IJK_TABLE_UNITS, IJK_STORE_ERROR_DANGLING, "projects.csv, line 2, column unit: ",
    "shell-pernis" },
  { IJK_TABLE_MEASURES, IJK_STORE_ERROR_DANGLING, "potentials.csv, line 2, column measure: ",
    "eff_5y" },
  { IJK_TABLE_REGIMES, IJK_STORE_ERROR_INCOMPLETE, "regimes.csv: ", "act_2021" },
  { IJK_TABLE_POLICY, IJK_STORE_ERROR_INCOMPLETE, "policy.csv: ", "bm_era" },
  { IJK_TABLE_LEVERS, IJK_STORE_ERROR_INCOMPLETE, "levers.csv: ", "levy_regime" },
};

static void
drop_rows (char *text)
{
  text[strcspn (text, "\n") + 1] = '\0';
}

static void
expect_no_rows_error (gconstpointer data)
{
  const NoRowsCase *c = data;
  g_auto (GStrv) texts = reference_texts_read ();

  drop_rows (texts[c->table]);
  reference_texts_expect_error (texts, c->code, c->start, c->parts);
}

/* These tables may be without rows: nothing is projected, drawn beside, or indexed. */
static void
test_rows_not_needed (void)
{
  const IjkTableId ids[] = { IJK_TABLE_POTENTIALS, IJK_TABLE_PROJECTS, IJK_TABLE_INDEXATION,
                             IJK_TABLE_HISTORY,    IJK_TABLE_TARGETS,  IJK_TABLE_VALIDATION };
  g_auto (GStrv) texts = reference_texts_read ();
  g_autoptr (GError) error = NULL;
  g_autoptr (IjkReference) reference = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    drop_rows (texts[ids[i]]);
  reference = ijk_reference_parse ((const char *const *) texts, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (reference->n_cells + reference->n_projects + reference->n_indexation, ==, 0);
  g_assert_cmpuint (reference->n_history + reference->n_targets + reference->n_published, ==, 0);
}

/* Tags and measures are bits of a word of 64. */
static void
test_too_many_tags (void)
{
  g_auto (GStrv) texts = reference_texts_read ();
  g_autoptr (GString) tags = g_string_new ("tag0");

  for (guint i = 1; i <= 64; i++)
    g_string_append_printf (tags, " tag%u", i);
  (void) reference_texts_set_cell (&texts[IJK_TABLE_UNITS], "shell-pernis,", "tags", tags->str);
  reference_texts_expect_error (texts, IJK_STORE_ERROR_VALUE, "units.csv, line 2, column tags: ",
                                "“tag64” is one tag more than 64");
}

static void
test_too_many_measures (void)
{
  g_auto (GStrv) texts = reference_texts_read ();
  g_autofree char *start = NULL;
  guint line = 0;

  for (guint i = 26; i <= 65; i++)
    {
      g_autofree char *id = g_strdup_printf ("measure-%u", i);

      line = reference_texts_repeat_row (&texts[IJK_TABLE_MEASURES], "mvr,");
      (void) reference_texts_set_cell (&texts[IJK_TABLE_MEASURES], "mvr,", "id", id);
      (void) reference_texts_set_cell (&texts[IJK_TABLE_MEASURES], id, "name_en", id);
    }
  start = g_strdup_printf ("measures.csv, line %u, column id: ", line);
  reference_texts_expect_error (texts, IJK_STORE_ERROR_VALUE, start, "one measure more than 64");
}

/* A table means the same after a spreadsheet has saved it with other line ends, a byte order mark
 * and every cell in quotation marks. */
static void
test_saved_otherwise (gconstpointer data)
{
  const IjkTableId id = TABLE_OF (data);
  g_auto (GStrv) texts = reference_texts_read ();
  g_autoptr (GString) saved = g_string_new ("\xef\xbb\xbf\"");
  gboolean is_quoted = FALSE;
  g_autoptr (GError) error = NULL;
  g_autoptr (IjkReference) reference = NULL;

  for (const char *c = texts[id]; *c != '\0'; c++)
    if (*c == '"')
      {
        /* A doubled quotation mark is text; a single one is replaced by ours. */
        if (is_quoted && c[1] == '"')
          {
            g_string_append (saved, "\"\"");
            c++;
          }
        else
          is_quoted = !is_quoted;
      }
    else if (*c == ',' && !is_quoted)
      g_string_append (saved, "\",\"");
    else if (*c == '\n' && !is_quoted)
      g_string_append (saved, c[1] != '\0' ? "\"\r\n\"" : "\"\r\n");
    else
      g_string_append_c (saved, *c);
  g_free (texts[id]);
  texts[id] = g_strdup (saved->str);
  reference = ijk_reference_parse ((const char *const *) texts, &error);
  g_assert_no_error (error);
  g_assert_nonnull (reference);
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *name;
    GTestDataFunc run;
  } of_each_table[] = {
    { "column-is-missing", test_column_missing }, { "column-is-unknown", test_column_unknown },
    { "column-stands-twice", test_column_twice }, { "file-is-empty", test_empty },
    { "too-few-cells", test_too_few_cells },      { "saved-otherwise", test_saved_otherwise },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint id = 0; id < IJK_N_TABLES; id++)
    for (guint i = 0; i < G_N_ELEMENTS (of_each_table); i++)
      {
        g_autofree char *path = g_strdup_printf ("/store/reference/table/%s/%s",
                                                 ijk_table_names[id], of_each_table[i].name);

        g_test_add_data_func (path, GUINT_TO_POINTER (id), of_each_table[i].run);
      }
  for (guint i = 0; i < G_N_ELEMENTS (repeat_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/store/reference/table/%s/row-stands-twice",
                                               ijk_table_names[repeat_cases[i].table]);

      g_test_add_data_func (path, &repeat_cases[i], expect_repeat_error);
    }
  for (guint i = 0; i < G_N_ELEMENTS (no_rows_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/store/reference/table/%s/no-rows",
                                               ijk_table_names[no_rows_cases[i].table]);

      g_test_add_data_func (path, &no_rows_cases[i], expect_no_rows_error);
    }
  g_test_add_func ("/store/reference/table/rows-not-needed", test_rows_not_needed);
  g_test_add_func ("/store/reference/table/more-than-64-tags", test_too_many_tags);
  g_test_add_func ("/store/reference/table/more-than-64-measures", test_too_many_measures);
  return g_test_run ();
}
