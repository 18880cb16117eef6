/* Columns of the table of companies for which there is no room.
 *
 * A table that is too wide could be scrolled sideways, but then the name of a company is off the screen
 * while its levy is read. So columns give way, those that tell least first; the line below the table says
 * which. They stay chosen: what is copied or saved has them, and they come back with the room.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-company-table-view-private.h"

#include <glib/gi18n.h>

#include "ijk-company-cell.h"

/* What a table is for comes first. Before these the name, and the column that gives the order. */
static const IjkCompanyColumn by_worth[] = {
  IJK_COMPANY_LEVY,     IJK_COMPANY_EMISSIONS,   IJK_COMPANY_RIGHTS,  IJK_COMPANY_POSITION,
  IJK_COMPANY_CHANGE,   IJK_COMPANY_LEVY_CHANGE, IJK_COMPANY_CREDIT,  IJK_COMPANY_OBSERVED,
  IJK_COMPANY_SECTOR,   IJK_COMPANY_SPARKLINE,   IJK_COMPANY_CLUSTER, IJK_COMPANY_MEASURE,
  IJK_COMPANY_LIMIT,
};
G_STATIC_ASSERT (G_N_ELEMENTS (by_worth) == IJK_N_COMPANY_COLUMNS - 1);

static int
measure (GtkWidget *widget)
{
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

/* What headings and cells ask for can be known of those that are seen only; it is remembered. */
static void
measure_columns (IjkCompanyTableView *self)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->view));
  GtkWidget *title = header != NULL ? gtk_widget_get_first_child (header) : NULL;
  gboolean is_measured[IJK_N_COMPANY_COLUMNS] = { FALSE };
  GHashTableIter iter;
  gpointer item;

  for (guint i = 0; i < IJK_N_COMPANY_COLUMNS && title != NULL;
       i++, title = gtk_widget_get_next_sibling (title))
    if (gtk_widget_get_visible (title))
      self->needed_px[i] = measure (title);
  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    {
      GtkWidget *cell = gtk_list_item_get_child (item);
      GtkWidget *place = cell != NULL ? gtk_widget_get_parent (cell) : NULL;
      IjkCompanyColumn column;

      if (place == NULL)
        continue;
      column = ijk_company_cell_get_column (IJK_COMPANY_CELL (cell));
      if (is_measured[column])
        continue;
      is_measured[column] = TRUE;
      self->needed_px[column] = MAX (self->needed_px[column], measure (place));
    }
}

/* Takes @column into what is seen, if it is chosen and there is room left. The first that has none ends
 * the row, so that columns go and come back in one order. */
static void
fit_column (IjkCompanyTableView *self,
            IjkCompanyColumn     column,
            gboolean            *is_left_out,
            int                 *room_px)
{
  if (!ijk_company_table_view_is_chosen (self, column))
    return;
  if (self->needed_px[column] > *room_px)
    *room_px = -1;
  is_left_out[column] = *room_px < 0;
  *room_px -= self->needed_px[column];
}

static void
write_left_out (IjkCompanyTableView *self)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *sentence = NULL;
  guint n = 0;

  for (guint i = 0; i < IJK_N_COMPANY_COLUMNS; i++)
    if (self->is_left_out[i])
      {
        if (n++ > 0)
          g_string_append (names, ", ");
        g_string_append (names, ijk_company_column_name ((IjkCompanyColumn) i));
      }
  /* Translators: below a narrow table; %s are names of columns, with commas between them. */
  sentence = g_strdup_printf (ngettext ("No room here for the column %s.",
                                        "No room here for the columns %s.", n),
                              names->str);
  gtk_label_set_label (self->left_out, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->left_out), n > 0);
}

static gboolean
fit_cb (gpointer user_data)
{
  IjkCompanyTableView *self = user_data;
  GtkAdjustment *scrolled = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self->view));
  int room_px = (int) gtk_adjustment_get_page_size (scrolled);
  gboolean is_left_out[IJK_N_COMPANY_COLUMNS] = { FALSE };
  gboolean is_other = FALSE;

  self->fit_id = 0;
  if (room_px <= 0)
    return G_SOURCE_REMOVE;
  measure_columns (self);
  room_px -= self->needed_px[IJK_COMPANY_NAME];
  if (self->query.sort_by != IJK_COMPANY_NAME)
    {
      fit_column (self, self->query.sort_by, is_left_out, &room_px);
      /* One column stays, however narrow the table: it can still be scrolled. */
      is_left_out[self->query.sort_by] = FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (by_worth); i++)
    if (by_worth[i] != self->query.sort_by)
      fit_column (self, by_worth[i], is_left_out, &room_px);
  for (guint i = 0; i < IJK_N_COMPANY_COLUMNS; i++)
    {
      is_other |= is_left_out[i] != self->is_left_out[i];
      self->is_left_out[i] = is_left_out[i];
    }
  if (!is_other)
    return G_SOURCE_REMOVE;
  ijk_company_table_view_show_columns (self);
  write_left_out (self);
  return G_SOURCE_REMOVE;
}

/* Children must not change while they get their sizes, so it is done right after. */
void
ijk_company_table_view_queue_fit (IjkCompanyTableView *self)
{
  if (self->fit_id == 0)
    self->fit_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fit_cb, self, NULL);
}

static void
follow_adjustment (IjkCompanyTableView *self)
{
  GtkAdjustment *scrolled = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self->view));

  if (scrolled == NULL)
    return;
  g_signal_handlers_disconnect_by_func (scrolled, ijk_company_table_view_queue_fit, self);
  g_signal_connect_object (scrolled, "changed", G_CALLBACK (ijk_company_table_view_queue_fit), self,
                           G_CONNECT_SWAPPED);
}

void
ijk_company_table_view_add_room (IjkCompanyTableView *self)
{
  g_signal_connect_object (self->view, "notify::hadjustment", G_CALLBACK (follow_adjustment), self,
                           G_CONNECT_SWAPPED);
  follow_adjustment (self);
}
