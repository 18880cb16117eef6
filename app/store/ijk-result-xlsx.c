/* Writes a result as XLSX: a sheet for each kind of thing with the years as columns, between a
 * sheet on the scenario and two on sources and method.
 *
 * Every text is written as a text, so a name that starts with an equals sign stays a name. Numbers
 * have the 15 digits that spreadsheets keep; the CSV has them all. libxlsxwriter can only write to
 * a file, so a temporary one is made and read back.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-result-xlsx.h"

#include "ijk-indicator.h"
#include "ijk-result-xlsx-private.h"
#include "ijk-unit-name.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

/* Columns before the years: id, name, indicator, unit. */
enum
{
  COLUMN_ID,
  COLUMN_NAME,
  COLUMN_INDICATOR,
  COLUMN_UNIT,
  COLUMN_FIRST_YEAR,
};

/* The most a cell can hold is 32,767 characters. */
#define MAX_CELL 32000

static const struct
{
  const char *unit;
  IjkLook look;
} looks[] = {
  { "EUR/t", IJK_LOOK_CENTS },
  { "EUR/t/y", IJK_LOOK_CENTS },
  { "EUR per t/y", IJK_LOOK_CENTS },
  { "MEUR", IJK_LOOK_TENTHS },
  { "kt", IJK_LOOK_TENTHS },
  { "kt/y", IJK_LOOK_TENTHS },
  { "GWh", IJK_LOOK_WHOLE },
  { "GWh/y", IJK_LOOK_WHOLE },
  { "TJ", IJK_LOOK_WHOLE },
  { "FTE", IJK_LOOK_WHOLE },
  { "code", IJK_LOOK_WHOLE },
  { "place in the round", IJK_LOOK_WHOLE },
  { "factor", IJK_LOOK_FACTOR },
  { "index 2021", IJK_LOOK_FACTOR },
  { "fraction", IJK_LOOK_PERCENT },
  { "share", IJK_LOOK_PERCENT },
  { "share of potential", IJK_LOOK_PERCENT },
  { "share of eligible", IJK_LOOK_PERCENT },
};

static const char *const number_formats[IJK_N_LOOKS] = {
  [IJK_LOOK_WHOLE] = "#,##0",    [IJK_LOOK_TENTHS] = "#,##0.0", [IJK_LOOK_CENTS] = "#,##0.00",
  [IJK_LOOK_FACTOR] = "0.000",   [IJK_LOOK_PERCENT] = "0.0%",   [IJK_LOOK_YEAR] = "0",
};

static IjkLook
find_look (const char *unit)
{
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    if (strcmp (looks[i].unit, unit) == 0)
      return looks[i].look;
  return IJK_LOOK_PLAIN;
}

static void
note_problem (IjkXlsx  *self,
              lxw_error problem)
{
  if (self->problem == LXW_NO_ERROR)
    self->problem = problem;
}

IjkXlsxSheet
ijk_xlsx_add_sheet (IjkXlsx    *self,
                    const char *name)
{
  return (IjkXlsxSheet) { self, workbook_add_worksheet (self->workbook, name), 0 };
}

/* Writes a text into the row, as a text whatever it starts with; %NULL leaves the cell empty. */
void
ijk_xlsx_text (IjkXlsxSheet *self,
               guint         column,
               const char   *text,
               IjkLook       look)
{
  g_autofree char *cut = NULL;

  if (text == NULL || *text == '\0')
    return;
  if (g_utf8_strlen (text, -1) > MAX_CELL)
    {
      g_autofree char *start = g_utf8_substring (text, 0, MAX_CELL);

      text = cut = g_strconcat (start, " […]", NULL);
    }
  note_problem (self->xlsx, worksheet_write_string (self->sheet, self->row, (lxw_col_t) column,
                                                    text, self->xlsx->formats[look]));
}

/* Writes a number into the row; where it is unknown the cell stays empty. */
void
ijk_xlsx_number (IjkXlsxSheet *self,
                 guint         column,
                 double        number,
                 IjkLook       look)
{
  if (isfinite (number))
    note_problem (self->xlsx, worksheet_write_number (self->sheet, self->row, (lxw_col_t) column,
                                                      number, self->xlsx->formats[look]));
}

/* Of the two names in a reference table the one in the language of the spreadsheet. */
const char *
ijk_xlsx_pick (const IjkXlsx *self, const char *name_en, const char *name_nl)
{
  return self->info->is_dutch ? name_nl : name_en;
}

/* A row of column names; ids, which are the same in every language, pass untranslated. */
void
ijk_xlsx_header (IjkXlsxSheet      *self,
                 const char *const *columns,
                 guint              n_columns)
{
  for (guint i = 0; i < n_columns; i++)
    ijk_xlsx_text (self, i, _(columns[i]), IJK_LOOK_HEADER);
  self->row++;
}

void
ijk_xlsx_width (IjkXlsxSheet *self,
                guint         column,
                double        n_characters)
{
  note_problem (self->xlsx, worksheet_set_column (self->sheet, (lxw_col_t) column,
                                                  (lxw_col_t) column, n_characters, NULL));
}

/* What a person calls the item. */
static char *
name_item (const IjkXlsx *self, IjkItems items, guint item)
{
  const IjkReference *reference = self->result->reference;
  static const char *const scopes[IJK_N_SCOPE_ITEMS] = {
    [IJK_SCOPE_ITEM_INDUSTRY] = N_("Industry"),
    [IJK_SCOPE_ITEM_ENERGY] = N_("Energy and waste, reported beside industry"),
    [IJK_SCOPE_ITEM_ALL] = N_("Industry, energy and waste together"),
  };

  switch (items)
    {
    case IJK_ITEMS_SCOPE:
      return g_strdup (_(scopes[item]));
    case IJK_ITEMS_NL:
      return g_strdup (_("The Netherlands"));
    case IJK_ITEMS_SECTOR:
      return g_strdup (
          ijk_xlsx_pick (self, reference->sectors[item].name_en, reference->sectors[item].name_nl));
    case IJK_ITEMS_CLUSTER:
      return g_strdup (ijk_xlsx_pick (self, reference->clusters[item].name_en,
                                      reference->clusters[item].name_nl));
    case IJK_ITEMS_COMPANY:
      return g_strdup (reference->companies[item].name);
    case IJK_ITEMS_UNIT:
      return g_strdup (ijk_unit_name (reference->units[item].name));
    case IJK_ITEMS_MEASURE:
      return g_strdup (ijk_xlsx_pick (self, reference->measures[item].name_en,
                                      reference->measures[item].name_nl));
    case IJK_ITEMS_CELL:
      return g_strdup_printf ("%s: %s",
                              ijk_xlsx_pick (self,
                                             reference->sectors[reference->cells[item].sector]
                                                 .name_en,
                                             reference->sectors[reference->cells[item].sector]
                                                 .name_nl),
                              ijk_xlsx_pick (self,
                                             reference->measures[reference->cells[item].measure]
                                                 .name_en,
                                             reference->measures[reference->cells[item].measure]
                                                 .name_nl));
    case IJK_N_ITEMS:
      break;
    }
  g_assert_not_reached ();
}

static void
add_rows (IjkXlsxSheet       *sheet,
          const IjkIndicator *indicator)
{
  const IjkResult *result = sheet->xlsx->result;
  const guint n_items = ijk_items_count (result->reference, indicator->items);
  const IjkLook look = find_look (indicator->unit);

  for (guint item = 0; item < n_items; item++)
    {
      g_autofree char *name = name_item (sheet->xlsx, indicator->items, item);
      g_autoptr (GString) id = g_string_new (NULL);
      double yearly[IJK_N_YEARS];

      ijk_items_append_id (result->reference, indicator->items, item, id);
      ijk_indicator_yearly (indicator, result, item, yearly);
      ijk_xlsx_text (sheet, COLUMN_ID, id->str, IJK_LOOK_PLAIN);
      ijk_xlsx_text (sheet, COLUMN_NAME, name, IJK_LOOK_PLAIN);
      ijk_xlsx_text (sheet, COLUMN_INDICATOR, indicator->id, IJK_LOOK_PLAIN);
      ijk_xlsx_text (sheet, COLUMN_UNIT, indicator->unit, IJK_LOOK_PLAIN);
      for (guint t = 0; t < IJK_N_YEARS; t++)
        ijk_xlsx_number (sheet, COLUMN_FIRST_YEAR + t, yearly[t], look);
      sheet->row++;
    }
}

/* A sheet with every indicator of one or two sorts of items. */
static void
add_table (IjkXlsx    *self,
           const char *name,
           IjkItems    first,
           IjkItems    last)
{
  static const char *const columns[] = { "id", N_("name"), N_("indicator"), N_("unit") };
  IjkXlsxSheet sheet = ijk_xlsx_add_sheet (self, name);
  guint n_indicators = 0;
  const IjkIndicator *indicators = ijk_indicators (&n_indicators);

  for (guint t = 0; t < IJK_N_YEARS; t++)
    ijk_xlsx_number (&sheet, COLUMN_FIRST_YEAR + t, IJK_FIRST_YEAR + (int) t, IJK_LOOK_YEAR);
  ijk_xlsx_header (&sheet, columns, G_N_ELEMENTS (columns));
  for (guint k = 0; k < n_indicators; k++)
    if (indicators[k].items >= first && indicators[k].items <= last)
      add_rows (&sheet, &indicators[k]);
  ijk_xlsx_width (&sheet, COLUMN_ID, 26);
  ijk_xlsx_width (&sheet, COLUMN_NAME, 40);
  ijk_xlsx_width (&sheet, COLUMN_INDICATOR, 22);
  ijk_xlsx_width (&sheet, COLUMN_UNIT, 18);
  worksheet_freeze_panes (sheet.sheet, 1, COLUMN_FIRST_YEAR);
  note_problem (self, worksheet_autofilter (sheet.sheet, 0, 0, sheet.row - 1,
                                            COLUMN_FIRST_YEAR + IJK_N_YEARS - 1));
}

static void
add_formats (IjkXlsx *self)
{
  for (guint i = 0; i < IJK_N_LOOKS; i++)
    {
      self->formats[i] = workbook_add_format (self->workbook);
      if (number_formats[i] != NULL)
        format_set_num_format (self->formats[i], number_formats[i]);
    }
  format_set_bold (self->formats[IJK_LOOK_TITLE]);
  format_set_font_size (self->formats[IJK_LOOK_TITLE], 14);
  format_set_bold (self->formats[IJK_LOOK_HEADER]);
  format_set_bottom (self->formats[IJK_LOOK_HEADER], LXW_BORDER_THIN);
  format_set_bold (self->formats[IJK_LOOK_YEAR]);
  format_set_bottom (self->formats[IJK_LOOK_YEAR], LXW_BORDER_THIN);
  format_set_text_wrap (self->formats[IJK_LOOK_WRAPPED]);
  format_set_align (self->formats[IJK_LOOK_WRAPPED], LXW_ALIGN_VERTICAL_TOP);
}

static void
add_properties (IjkXlsx *self)
{
  const char *const *names = self->info->names;
  lxw_doc_properties properties = {
    .title = (char *) (names != NULL && names[0] != NULL ? names[0] : _("Scenario")),
    .comments = (char *) (self->info->program != NULL ? self->info->program : "ijkpad"),
    .created = (time_t) self->info->time_s,
  };

  note_problem (self, workbook_set_properties (self->workbook, &properties));
}

/* Writes the workbook to @path. */
static gboolean
write_file (const IjkResult         *result,
            const IjkResultXlsxInfo *info,
            const char              *path,
            GError                 **error)
{
  lxw_workbook_options options = { .tmpdir = (char *) g_get_tmp_dir () };
  IjkXlsx self = { .result = result,
                   .info = info,
                   .workbook = workbook_new_opt (path, &options),
                   .problem = LXW_NO_ERROR };

  if (self.workbook == NULL)
    g_error ("out of memory for a spreadsheet");
  add_formats (&self);
  add_properties (&self);
  ijk_xlsx_add_scenario (&self);
  add_table (&self, _("National"), IJK_ITEMS_SCOPE, IJK_ITEMS_NL);
  add_table (&self, _("Sectors"), IJK_ITEMS_SECTOR, IJK_ITEMS_SECTOR);
  add_table (&self, _("Clusters"), IJK_ITEMS_CLUSTER, IJK_ITEMS_CLUSTER);
  add_table (&self, _("Companies"), IJK_ITEMS_COMPANY, IJK_ITEMS_COMPANY);
  add_table (&self, _("Units"), IJK_ITEMS_UNIT, IJK_ITEMS_UNIT);
  add_table (&self, _("Measures"), IJK_ITEMS_MEASURE, IJK_ITEMS_MEASURE);
  add_table (&self, _("Cells"), IJK_ITEMS_CELL, IJK_ITEMS_CELL);
  ijk_xlsx_add_sources (&self);
  ijk_xlsx_add_method (&self);
  note_problem (&self, workbook_close (self.workbook));
  if (self.problem == LXW_NO_ERROR)
    return TRUE;
  g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_READ,
               _("the spreadsheet cannot be made in %s: %s"), g_get_tmp_dir (),
               lxw_strerror (self.problem));
  return FALSE;
}

/**
 * ijk_result_to_xlsx:
 * @result: of a run
 * @info: what to say about the scenario
 * @length: (out): bytes
 *
 * The result as a spreadsheet: scenario, national, sectors, clusters, companies, units, measures,
 * cells, sources, method. The same result and information, with a time, give the same bytes.
 *
 * Returns: (transfer full) (nullable): the file, or %NULL with %IJK_STORE_ERROR_READ set when the
 *   temporary folder cannot hold it
 */
char *
ijk_result_to_xlsx (const IjkResult         *result,
                    const IjkResultXlsxInfo *info,
                    gsize                   *length,
                    GError                 **error)
{
  g_autoptr (GError) problem = NULL;
  g_autofree char *path = NULL;
  char *file = NULL;
  const int descriptor = g_file_open_tmp ("ijkpad-XXXXXX.xlsx", &path, &problem);

  if (descriptor >= 0)
    {
      (void) g_close (descriptor, NULL); /* it is opened again by name */
      if (write_file (result, info, path, error)
          && !g_file_get_contents (path, &file, length, &problem))
        file = NULL;
      (void) g_unlink (path); /* nothing is lost when a temporary file stays */
    }
  if (problem != NULL)
    g_set_error (error, IJK_STORE_ERROR, IJK_STORE_ERROR_READ,
                 _("the spreadsheet cannot be made: %s"), problem->message);
  return file;
}
