/* Why the line of totals below the table says what it says: it is the sum of what is shown, which may
 * be a whole that the model keeps, or a few rows together.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-company-table-view-private.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "ijk-why-door.h"

/* kt and MEUR; sums in another order differ by this at most. */
#define ROUNDING 1e-6

/* Whether the totals are those of an item of the model, whatever filters say. */
static gboolean
is_total_of (IjkCompanyTableView *self,
             IjkItems             items,
             guint                item)
{
  const IjkCompanyRow *totals = ijk_company_table_totals (self->table);
  const IjkResult *result = ijk_company_table_get_result (self->table);
  const int year = ijk_company_table_get_year (self->table);
  const struct
  {
    const char *id;
    double value;
  } sums[] = {
    { "emissions", totals->emissions_kt },
    { "rights", totals->rights_kt },
    { "levy", totals->levy_meur },
    { "credit", totals->credit_meur },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sums); i++)
    if (fabs (ijk_indicator_value (ijk_indicator_find (items, sums[i].id), result, item, year)
              - sums[i].value)
        > ROUNDING)
      return FALSE;
  return TRUE;
}

/* A whole of the model: industry, the rest or all, a sector or a cluster. */
static gboolean
find_whole (IjkCompanyTableView *self,
            IjkAskedNumber      *asked,
            IjkItems            *items)
{
  static const IjkItems wholes[] = { IJK_ITEMS_SCOPE, IJK_ITEMS_SECTOR, IJK_ITEMS_CLUSTER };
  const IjkReference *reference = ijk_company_table_get_reference (self->table);

  for (guint i = 0; i < G_N_ELEMENTS (wholes); i++)
    for (guint item = 0; item < ijk_items_count (reference, wholes[i]); item++)
      if (is_total_of (self, wholes[i], item))
        {
          *items = wholes[i];
          asked->items[0] = item;
          asked->n_items = 1;
          return TRUE;
        }
  return FALSE;
}

/* The rows that are shown, if they are few, of one kind, and none is cut by a filter. */
static gboolean
find_rows (IjkCompanyTableView *self,
           IjkAskedNumber      *asked,
           IjkItems            *items)
{
  const guint n_shown = ijk_company_table_n_shown (self->table);

  if (n_shown == 0 || n_shown > IJK_ASKED_MAX_ITEMS)
    return FALSE;
  for (guint i = 0; i < n_shown; i++)
    {
      IjkItems items_of_row;

      if (!ijk_company_table_view_find_item (self, ijk_company_table_get (self->table, i),
                                             &items_of_row, &asked->items[i])
          || (i > 0 && items_of_row != *items))
        return FALSE;
      *items = items_of_row;
    }
  asked->n_items = n_shown;
  return TRUE;
}

static GPtrArray *
list_cb (GtkWidget              *widget,
         const graphene_point_t *point,
         guint                  *selected)
{
  IjkCompanyTableView *self
      = IJK_COMPANY_TABLE_VIEW (gtk_widget_get_ancestor (widget, IJK_TYPE_COMPANY_TABLE_VIEW));
  IjkAskedNumber asked = { 0 };
  GPtrArray *numbers;
  IjkItems items = IJK_ITEMS_SCOPE;

  (void) point;
  if (self->table == NULL || ijk_company_table_n_shown (self->table) == 0)
    return NULL;
  if (!find_whole (self, &asked, &items) && !find_rows (self, &asked, &items))
    {
      /* Translators: %d is a number of rows of a table. */
      g_autofree char *sentence = g_strdup_printf (
          _("This total cannot be opened as one sum. Choose no more than a sector or a cluster, or "
            "search until at most %d companies are left."),
          IJK_ASKED_MAX_ITEMS);

      g_signal_emit_by_name (self, "message", sentence);
      return NULL;
    }
  numbers = ijk_why_door_list_numbers (items, asked.items[0],
                                       ijk_company_table_get_year (self->table));
  for (guint i = 0; i < numbers->len; i++)
    {
      IjkNamedNumber *named = g_ptr_array_index (numbers, i);

      named->number.n_items = asked.n_items;
      memcpy (named->number.items, asked.items, sizeof asked.items);
    }
  *selected = ijk_why_door_find (numbers,
                                 ijk_company_table_view_name_indicator (self->query.sort_by));
  return numbers;
}

void
ijk_company_table_view_add_total (IjkCompanyTableView *self)
{
  ijk_why_door_add (self->totals_button, list_cb, NULL);
}
