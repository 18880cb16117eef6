/* Why a cell of the table of companies says what it says: its row tells of whom, its column what.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-company-table-view-private.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ijk-company-cell.h"
#include "ijk-why-door.h"

/* kt; sums in another order differ by this at most. */
#define ROUNDING_KT 1e-6

const char *
ijk_company_table_view_name_indicator (IjkCompanyColumn column)
{
  switch (column)
    {
    case IJK_COMPANY_OBSERVED:
    case IJK_COMPANY_EMISSIONS:
    case IJK_COMPANY_CHANGE:
    case IJK_COMPANY_SPARKLINE:
      return "emissions";
    case IJK_COMPANY_RIGHTS:
      return "rights";
    case IJK_COMPANY_POSITION:
      return "load";
    case IJK_COMPANY_CREDIT:
      return "credit";
    case IJK_COMPANY_LEVY_CHANGE:
      return "net_levy";
    case IJK_COMPANY_MEASURE:
    case IJK_COMPANY_LIMIT:
      return "measures";
    case IJK_COMPANY_NAME:
    case IJK_COMPANY_SECTOR:
    case IJK_COMPANY_CLUSTER:
    case IJK_COMPANY_LEVY:
    case IJK_N_COMPANY_COLUMNS:
      break;
    }
  return "levy";
}

gboolean
ijk_company_table_view_find_item (IjkCompanyTableView *self,
                                  const IjkCompanyRow *row,
                                  IjkItems            *items,
                                  guint               *item)
{
  const IjkResult *result = ijk_company_table_get_result (self->table);

  *items = IJK_ITEMS_UNIT;
  *item = row->unit;
  if (self->query.rows == IJK_COMPANY_ROWS_SECTORS)
    {
      *items = IJK_ITEMS_SECTOR;
      *item = row->sector;
    }
  else if (self->query.rows == IJK_COMPANY_ROWS_CLUSTERS)
    {
      *items = IJK_ITEMS_CLUSTER;
      *item = row->cluster;
    }
  else if (self->query.rows == IJK_COMPANY_ROWS_COMPANIES && row->company != IJK_NONE)
    {
      *items = IJK_ITEMS_COMPANY;
      *item = row->company;
    }
  return *item != IJK_NONE
         && fabs (ijk_indicator_value (ijk_indicator_find (*items, "emissions"), result, *item,
                                       ijk_company_table_get_year (self->table))
                  - row->emissions_kt)
                <= ROUNDING_KT;
}

/* The decision for the main measure, which the words of a row are about. */
static void
add_measure (GPtrArray           *numbers,
             const IjkCompanyRow *row,
             int                  year,
             const char          *id,
             const char          *name)
{
  const IjkIndicator *indicator = ijk_indicator_find (IJK_ITEMS_CELL, id);
  IjkAskedNumber number;

  if (indicator == NULL || row->cell == IJK_NONE)
    return;
  number = ijk_asked_number (indicator, row->cell, year);
  g_ptr_array_add (numbers, ijk_named_number_new (name, &number));
}

/* What the registry has, where the model keeps it as the year's emissions. Returns: its position, or 0 */
static guint
add_observed (GPtrArray           *numbers,
              const IjkResult     *result,
              const IjkCompanyRow *row,
              IjkItems             items,
              guint                item)
{
  IjkAskedNumber number;

  if (row->observed_year < IJK_FIRST_YEAR || row->observed_year > IJK_LAST_YEAR)
    return 0;
  number = ijk_asked_number (ijk_indicator_find (items, "emissions"), item, row->observed_year);
  if (fabs (ijk_asked_number_value (&number, result) - row->observed_kt) > ROUNDING_KT)
    return 0;
  g_ptr_array_add (numbers, ijk_named_number_new (ijk_company_column_name (IJK_COMPANY_OBSERVED),
                                                  &number));
  return numbers->len - 1;
}

gboolean
ijk_company_table_view_find_cell (IjkCompanyTableView    *self,
                                  const graphene_point_t *point,
                                  guint                  *position,
                                  IjkCompanyColumn       *column)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), point->x, point->y, GTK_PICK_DEFAULT);
  GHashTableIter iter;
  gpointer item;

  while (picked != NULL && !IJK_IS_COMPANY_CELL (picked))
    {
      GtkWidget *child = gtk_widget_get_first_child (picked);

      /* The padding of a cell belongs to a widget of the table, which has nothing else in it. */
      if (IJK_IS_COMPANY_CELL (child) && gtk_widget_get_next_sibling (child) == NULL)
        picked = child;
      else
        picked = gtk_widget_get_parent (picked);
    }
  if (picked == NULL)
    return FALSE;
  *column = ijk_company_cell_get_column (IJK_COMPANY_CELL (picked));
  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    if (gtk_list_item_get_child (item) == picked)
      {
        *position = gtk_list_item_get_position (item);
        return TRUE;
      }
  return FALSE;
}

static GPtrArray *
list_cb (GtkWidget              *widget,
         const graphene_point_t *point,
         guint                  *selected)
{
  IjkCompanyTableView *self = IJK_COMPANY_TABLE_VIEW (widget);
  IjkCompanyColumn column = self->query.sort_by;
  guint position = gtk_single_selection_get_selected (self->selection);
  const IjkCompanyRow *row;
  GPtrArray *numbers;
  IjkItems items;
  guint item;
  guint observed;
  int year;

  if (self->table == NULL || (point != NULL
          && !ijk_company_table_view_find_cell (self, point, &position, &column))
      || position >= ijk_company_table_n_shown (self->table))
    return g_ptr_array_new ();
  row = ijk_company_table_get (self->table, position);
  if (!ijk_company_table_view_find_item (self, row, &items, &item))
    {
      g_signal_emit_by_name (self, "message",
                             _("This row is a sum that cannot be opened as a whole. Choose all "
                               "sectors, clusters and kinds, or ask about a company."));
      return NULL;
    }
  year = ijk_company_table_get_year (self->table);
  numbers = ijk_why_door_list_numbers (items, item, year);
  *selected = ijk_why_door_find (numbers, ijk_company_table_view_name_indicator (column));
  add_measure (numbers, row, year, "decided", ijk_company_column_name (IJK_COMPANY_MEASURE));
  add_measure (numbers, row, year, "binding_limit", ijk_company_column_name (IJK_COMPANY_LIMIT));
  observed = add_observed (numbers, ijk_company_table_get_result (self->table), row, items, item);
  if (column == IJK_COMPANY_OBSERVED && observed > 0)
    *selected = observed;
  if (column == IJK_COMPANY_MEASURE && row->cell != IJK_NONE)
    *selected = ijk_why_door_find (numbers, "decided");
  if (column == IJK_COMPANY_LIMIT && row->cell != IJK_NONE)
    *selected = ijk_why_door_find (numbers, "binding_limit");
  return numbers;
}

void
ijk_company_table_view_add_why (IjkCompanyTableView *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) table = g_menu_new ();
  g_autoptr (GMenuItem) item = ijk_why_door_make_item ();

  g_menu_append_item (menu, item);
  g_menu_append (table, _("_Copy Table"), "companies.copy");
  g_menu_append (table, _("_Save Table…"), "companies.save");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (table));
  ijk_why_door_add (GTK_WIDGET (self), list_cb, G_MENU_MODEL (menu));
}
