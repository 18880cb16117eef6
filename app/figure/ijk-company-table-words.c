/* The table of companies in words: headings, cells, and all of it as CSV or for the clipboard.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-company-table.h"

#include "ijk-saying-private.h"
#include "ijk-unit-name.h"

#include <string.h>

typedef struct
{
  const char *id;
  const char *name;  /* a msgid */
  guint n_decimals;
  gboolean is_number;
  gboolean is_change;
} ColumnWords;

static const ColumnWords columns_words[IJK_N_COMPANY_COLUMNS] = {
  [IJK_COMPANY_NAME] = { "name", N_("Company"), 0, FALSE, FALSE },
  [IJK_COMPANY_SECTOR] = { "sector", N_("Sector"), 0, FALSE, FALSE },
  [IJK_COMPANY_CLUSTER] = { "cluster", N_("Cluster"), 0, FALSE, FALSE },
  [IJK_COMPANY_OBSERVED] = { "observed", N_("Registry"), 0, TRUE, FALSE },
  [IJK_COMPANY_EMISSIONS] = { "emissions", N_("Emissions"), 0, TRUE, FALSE },
  [IJK_COMPANY_CHANGE] = { "change", N_("Against current law"), 0, TRUE, TRUE },
  [IJK_COMPANY_RIGHTS] = { "rights", N_("Rights"), 0, TRUE, FALSE },
  [IJK_COMPANY_POSITION] = { "position", N_("Long or short"), 0, TRUE, TRUE },
  [IJK_COMPANY_LEVY] = { "levy", N_("Levy"), 2, TRUE, FALSE },
  [IJK_COMPANY_CREDIT] = { "credit", N_("Credit"), 2, TRUE, FALSE },
  [IJK_COMPANY_LEVY_CHANGE] = { "levy-change", N_("Levy against current law"), 2, TRUE, TRUE },
  [IJK_COMPANY_MEASURE] = { "measure", N_("Main measure"), 0, FALSE, FALSE },
  [IJK_COMPANY_LIMIT] = { "limit", N_("What limits it"), 0, FALSE, FALSE },
  [IJK_COMPANY_SPARKLINE] = { "sparkline", N_("Course of emissions"), 0, TRUE, FALSE },
};

const char *
ijk_company_column_name (IjkCompanyColumn column)
{
  return _(columns_words[column].name);
}

gboolean
ijk_company_column_is_number (IjkCompanyColumn column)
{
  return columns_words[column].is_number;
}

const char *
ijk_company_column_id (IjkCompanyColumn column)
{
  return columns_words[column].id;
}

/* What one row is. */
static const char *
row_heading (IjkCompanyRows rows)
{
  switch (rows)
    {
    case IJK_COMPANY_ROWS_UNITS:
      return _("Installation");
    case IJK_COMPANY_ROWS_COMPANIES:
      return _("Company");
    case IJK_COMPANY_ROWS_SECTORS:
      return _("Sector");
    case IJK_COMPANY_ROWS_CLUSTERS:
      return _("Cluster");
    case IJK_N_COMPANY_ROWS:
      break;
    }
  g_assert_not_reached ();
}

char *
ijk_company_table_title (const IjkCompanyTable *self,
                         IjkCompanyColumn       column)
{
  const int year = ijk_company_table_get_year (self);

  switch (column)
    {
    case IJK_COMPANY_NAME:
      return g_strdup (row_heading (ijk_company_table_get_rows (self)));
    case IJK_COMPANY_SECTOR:
    case IJK_COMPANY_CLUSTER:
    case IJK_COMPANY_MEASURE:
    case IJK_COMPANY_LIMIT:
      return g_strdup (ijk_company_column_name (column));
    case IJK_COMPANY_OBSERVED:
      /* Translators: heading of a column: emissions in the last year of the registry, %d. An earlier
       * year stands before the figure. */
      return g_strdup_printf (_("Registry %d, kt"), IJK_LAST_OBSERVED_YEAR);
    case IJK_COMPANY_EMISSIONS:
      /* Translators: heading of a column: emissions in the year %d. */
      return g_strdup_printf (_("%d, kt"), year);
    case IJK_COMPANY_CHANGE:
      return g_strdup (_("Against law, kt"));
    case IJK_COMPANY_RIGHTS:
      /* Translators: heading of a column; %d is a year. */
      return g_strdup_printf (_("Rights %d, kt"), year);
    case IJK_COMPANY_POSITION:
      return g_strdup (_("Long or short, kt"));
    case IJK_COMPANY_LEVY:
      /* Translators: heading of a column; %d is a year. */
      return g_strdup_printf (_("Levy %d, € million"), year);
    case IJK_COMPANY_CREDIT:
      /* Translators: heading of a column: levy of earlier years that is paid back in the year %d. */
      return g_strdup_printf (_("Credit %d, € million"), year);
    case IJK_COMPANY_LEVY_CHANGE:
      return g_strdup (_("Levy against law, € million"));
    case IJK_COMPANY_SPARKLINE:
      /* Translators: heading of a column of small charts: the first and the last year. */
      return g_strdup_printf (_("%1$d–%2$d"), IJK_FIRST_YEAR, IJK_LAST_YEAR);
    case IJK_N_COMPANY_COLUMNS:
      break;
    }
  g_assert_not_reached ();
}

char *
ijk_company_table_heading (const IjkCompanyTable *self,
                           IjkCompanyColumn       column)
{
  switch (column)
    {
    case IJK_COMPANY_OBSERVED:
      return g_strdup (_("Registry, kt"));
    case IJK_COMPANY_RIGHTS:
      return g_strdup (_("Rights, kt"));
    case IJK_COMPANY_LEVY:
      return g_strdup (_("Levy, € million"));
    case IJK_COMPANY_CREDIT:
      return g_strdup (_("Credit, € million"));
    case IJK_COMPANY_NAME:
    case IJK_COMPANY_SECTOR:
    case IJK_COMPANY_CLUSTER:
    case IJK_COMPANY_EMISSIONS:
    case IJK_COMPANY_CHANGE:
    case IJK_COMPANY_POSITION:
    case IJK_COMPANY_LEVY_CHANGE:
    case IJK_COMPANY_MEASURE:
    case IJK_COMPANY_LIMIT:
    case IJK_COMPANY_SPARKLINE:
      return ijk_company_table_title (self, column);
    case IJK_N_COMPANY_COLUMNS:
      break;
    }
  g_assert_not_reached ();
}

char *
ijk_company_table_row_name (const IjkCompanyTable *self,
                            const IjkCompanyRow   *row)
{
  return ijk_company_table_write (self, row, IJK_COMPANY_NAME);
}

/* What a row is called depends on what rows are: a unit, or what all its units share. */
static char *
write_name (const IjkCompanyTable *self,
            const IjkCompanyRow   *row)
{
  const IjkReference *reference = ijk_company_table_get_reference (self);

  switch (ijk_company_table_get_rows (self))
    {
    case IJK_COMPANY_ROWS_UNITS:
      break;
    case IJK_COMPANY_ROWS_COMPANIES:
      if (row->company != IJK_NONE)
        return g_strdup (reference->companies[row->company].name);
      break;
    case IJK_COMPANY_ROWS_SECTORS:
      return g_strdup (ijk_language_pick (reference->sectors[row->sector].name_en,
                                          reference->sectors[row->sector].name_nl));
    case IJK_COMPANY_ROWS_CLUSTERS:
      if (row->cluster == IJK_NONE)
        return g_strdup (_("Not in a cluster"));
      return g_strdup (ijk_language_pick (reference->clusters[row->cluster].name_en,
                                          reference->clusters[row->cluster].name_nl));
    case IJK_N_COMPANY_ROWS:
      g_assert_not_reached ();
    }
  return g_strdup (row->unit != IJK_NONE ? ijk_unit_name (reference->units[row->unit].name) : "");
}

static char *
write_number (const IjkCompanyRow *row,
              IjkCompanyColumn     column)
{
  const double value = ijk_company_row_number (row, column);

  if (columns_words[column].is_change)
    return ijk_quantity_change (value, columns_words[column].n_decimals);
  return ijk_quantity_number (value, columns_words[column].n_decimals);
}

static char *
write_words (const IjkCompanyTable *self,
             const IjkCompanyRow   *row,
             IjkCompanyColumn       column)
{
  const IjkReference *reference = ijk_company_table_get_reference (self);

  switch (column)
    {
    case IJK_COMPANY_NAME:
      return write_name (self, row);
    case IJK_COMPANY_SECTOR:
      if (row->sector == IJK_NONE)
        return g_strdup (_("several"));
      return g_strdup (ijk_language_pick (reference->sectors[row->sector].name_en,
                                          reference->sectors[row->sector].name_nl));
    case IJK_COMPANY_CLUSTER:
      if (row->cluster == IJK_NONE)
        return g_strdup (row->n_units > 1 ? _("several") : "–");
      return g_strdup (ijk_language_pick (reference->clusters[row->cluster].name_en,
                                          reference->clusters[row->cluster].name_nl));
    case IJK_COMPANY_MEASURE:
      if (row->measure == IJK_NONE)
        return g_strdup ("–");
      return ijk_measure_short_name (&reference->measures[row->measure]);
    case IJK_COMPANY_LIMIT:
      if (row->measure == IJK_NONE || row->cell == IJK_NONE)
        return g_strdup ("–");
      return ijk_measure_limit_write (ijk_company_table_get_result (self), row->cell,
                                      IJK_YEAR_INDEX (ijk_company_table_get_year (self)),
                                      row->limit);
    case IJK_COMPANY_OBSERVED:
    case IJK_COMPANY_EMISSIONS:
    case IJK_COMPANY_CHANGE:
    case IJK_COMPANY_RIGHTS:
    case IJK_COMPANY_POSITION:
    case IJK_COMPANY_LEVY:
    case IJK_COMPANY_CREDIT:
    case IJK_COMPANY_LEVY_CHANGE:
    case IJK_COMPANY_SPARKLINE:
    case IJK_N_COMPANY_COLUMNS:
      break;
    }
  g_assert_not_reached ();
}

char *
ijk_company_table_write (const IjkCompanyTable *self,
                         const IjkCompanyRow   *row,
                         IjkCompanyColumn       column)
{
  const gboolean is_total = row == ijk_company_table_totals (self);

  if (columns_words[column].is_number)
    return write_number (row, column);
  if (!is_total)
    return write_words (self, row, column);
  if (column != IJK_COMPANY_NAME)
    return g_strdup ("");
  /* Translators: the row with the totals of the %u rows that are shown. */
  return g_strdup_printf (ngettext ("Total of %u row", "Total of %u rows",
                                    ijk_company_table_n_shown (self)),
                          ijk_company_table_n_shown (self));
}

/* RFC 4180: a cell with a quote, comma or line break stands between quotes. A cell that a spreadsheet
 * would take for a formula gets an apostrophe, as names can come from a file of somebody else. */
static void
append_csv (GString    *csv,
            const char *text)
{
  const gboolean is_formula = *text != '\0' && strchr ("=+-@\t\r", *text) != NULL;

  if (!is_formula && strpbrk (text, "\",\r\n") == NULL)
    {
      g_string_append (csv, text);
      return;
    }
  g_string_append_c (csv, '"');
  if (is_formula)
    g_string_append_c (csv, '\'');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *p);
    }
  g_string_append_c (csv, '"');
}

static void
append_csv_row (GString                *csv,
                const IjkCompanyTable  *self,
                const IjkCompanyRow    *row,
                const IjkCompanyColumn *columns,
                guint                   n_columns)
{
  for (guint i = 0; i < n_columns; i++)
    {
      if (i > 0)
        g_string_append_c (csv, ',');
      if (columns_words[columns[i]].is_number)
        {
          g_autofree char *number = ijk_quantity_plain (ijk_company_row_number (row, columns[i]));

          g_string_append (csv, number);
        }
      else
        {
          g_autofree char *text = ijk_company_table_write (self, row, columns[i]);

          append_csv (csv, text);
        }
    }
  g_string_append (csv, "\r\n");
}

char *
ijk_company_table_to_csv (const IjkCompanyTable  *self,
                          const IjkCompanyColumn *columns,
                          guint                   n_columns)
{
  GString *csv = g_string_new (NULL);

  for (guint i = 0; i < n_columns; i++)
    {
      g_autofree char *title = ijk_company_table_title (self, columns[i]);

      if (i > 0)
        g_string_append_c (csv, ',');
      append_csv (csv, title);
    }
  g_string_append (csv, "\r\n");
  for (guint k = 0; k < ijk_company_table_n_shown (self); k++)
    append_csv_row (csv, self, ijk_company_table_get (self, k), columns, n_columns);
  append_csv_row (csv, self, ijk_company_table_totals (self), columns, n_columns);
  return g_string_free (csv, FALSE);
}

static void
append_tsv_row (GString                *tsv,
                const IjkCompanyTable  *self,
                const IjkCompanyRow    *row,
                const IjkCompanyColumn *columns,
                guint                   n_columns)
{
  for (guint i = 0; i < n_columns; i++)
    {
      const ColumnWords *words = &columns_words[columns[i]];

      if (i > 0)
        g_string_append_c (tsv, '\t');
      if (words->is_number)
        {
          g_autofree char *number
              = ijk_quantity_cell (ijk_company_row_number (row, columns[i]), words->n_decimals);

          g_string_append (tsv, number);
        }
      else
        {
          g_autofree char *text = ijk_company_table_write (self, row, columns[i]);

          g_strdelimit (text, "\t\r\n", ' ');
          g_string_append (tsv, text);
        }
    }
  g_string_append_c (tsv, '\n');
}

char *
ijk_company_table_to_tsv (const IjkCompanyTable  *self,
                          const IjkCompanyColumn *columns,
                          guint                   n_columns)
{
  GString *tsv = g_string_new (NULL);

  for (guint i = 0; i < n_columns; i++)
    {
      g_autofree char *title = ijk_company_table_title (self, columns[i]);

      g_string_append_printf (tsv, "%s%s", i > 0 ? "\t" : "", title);
    }
  g_string_append_c (tsv, '\n');
  for (guint k = 0; k < ijk_company_table_n_shown (self); k++)
    append_tsv_row (tsv, self, ijk_company_table_get (self, k), columns, n_columns);
  append_tsv_row (tsv, self, ijk_company_table_totals (self), columns, n_columns);
  return g_string_free (tsv, FALSE);
}

char *
ijk_company_table_write_totals (const IjkCompanyTable *self)
{
  const IjkCompanyRow *totals = ijk_company_table_totals (self);
  const int year = ijk_company_table_get_year (self);
  g_autofree char *emissions = ijk_quantity_mt (totals->emissions_kt);
  g_autofree char *industry = ijk_quantity_mt (ijk_company_table_industry_kt (self));
  g_autofree char *rights = ijk_quantity_mt (totals->rights_kt);
  g_autofree char *levy = ijk_quantity_money (totals->levy_meur);
  g_autofree char *credit = ijk_quantity_money (totals->credit_meur);
  g_autofree char *net = ijk_quantity_money (totals->levy_meur - totals->credit_meur);

  if (totals->credit_meur > 0)
    /* Translators: totals below the table: %1$d is a year, %2$s emissions, %3$s the part of them in the
     * national figure of industry, %4$s rights, %5$s, %6$s and %7$s amounts of money. */
    return g_strdup_printf (_("Total %1$d: %2$s, of which %3$s in the industry figure; rights %4$s; "
                              "levy %5$s less credit %6$s is %7$s"),
                            year, emissions, industry, rights, levy, credit, net);
  /* Translators: the same without credit: %5$s is an amount of money. */
  return g_strdup_printf (_("Total %1$d: %2$s, of which %3$s in the industry figure; rights %4$s; "
                            "levy %5$s"),
                          year, emissions, industry, rights, levy);
}

char *
ijk_company_table_write_source (const IjkCompanyTable *self)
{
  /* Translators: below the table: %1$u rows are shown of %2$u; %3$d and %4$d are years. */
  return g_strdup_printf (_("%1$u of %2$u shown. Registry: %3$d, or the year before the figure. "
                            "%4$d: model output, not a company plan. Source: EU Transaction Log."),
                          ijk_company_table_n_shown (self), ijk_company_table_n_rows (self),
                          IJK_LAST_OBSERVED_YEAR, ijk_company_table_get_year (self));
}
