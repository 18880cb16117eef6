/* The columns of the table of companies: headings, those that are seen, and the order that a heading
 * gives.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-company-table-view-private.h"

#include <string.h>

/* ---- headings ---- */

/* GTK 4.8 has no alignment of headings: numbers want theirs over them. A heading that is not made as
 * expected stays where it is. */
static void
align_titles (IjkCompanyTableView *self)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->view));
  GtkWidget *title = header != NULL ? gtk_widget_get_first_child (header) : NULL;
  GListModel *columns = gtk_column_view_get_columns (self->view);

  for (guint i = 0; i < g_list_model_get_n_items (columns) && title != NULL;
       i++, title = gtk_widget_get_next_sibling (title))
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      const IjkCompanyColumn id
          = (IjkCompanyColumn) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (column), "column"));
      GtkWidget *box = gtk_widget_get_first_child (title);

      if (box != NULL && id != IJK_COMPANY_SPARKLINE && ijk_company_column_is_number (id))
        gtk_widget_set_halign (box, GTK_ALIGN_END);
    }
}

void
ijk_company_table_view_write_titles (IjkCompanyTableView *self)
{
  align_titles (self);
  for (guint i = 0; i < IJK_N_COMPANY_COLUMNS; i++)
    {
      g_autofree char *title = ijk_company_table_heading (self->table, (IjkCompanyColumn) i);

      if (g_strcmp0 (gtk_column_view_column_get_title (self->columns[i]), title) != 0)
        gtk_column_view_column_set_title (self->columns[i], title);
    }
}

/* ---- sorting ---- */

/* GTK 4.8 does not say which column of a view sorts. Its sorter asks those of the columns in order, so
 * a comparison that always answers the same tells the first column and, by its sign, the direction. */
static int
probe_sorter (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  GObject *column = user_data;
  IjkCompanyTableView *self = g_object_get_data (column, "view");

  (void) a;
  (void) b;
  if (self->probed_column < 0)
    self->probed_column = GPOINTER_TO_INT (g_object_get_data (column, "column"));
  return GTK_ORDERING_LARGER;
}

/* Numbers start with the largest. */
static void
sort_cb (IjkCompanyTableView *self)
{
  g_autoptr (GObject) one = NULL;
  g_autoptr (GObject) other = NULL;
  IjkCompanyColumn column;
  GtkOrdering order;

  if (self->is_updating)
    return;
  one = g_object_new (G_TYPE_OBJECT, NULL);
  other = g_object_new (G_TYPE_OBJECT, NULL);
  self->probed_column = -1;
  order = gtk_sorter_compare (gtk_column_view_get_sorter (self->view), one, other);
  if (self->probed_column < 0)
    return;
  column = (IjkCompanyColumn) self->probed_column;
  if (column != self->query.sort_by && ijk_company_column_is_number (column)
      && order == GTK_ORDERING_LARGER)
    {
      self->is_updating = TRUE;
      gtk_column_view_sort_by_column (self->view, self->columns[column], GTK_SORT_DESCENDING);
      self->is_updating = FALSE;
      order = GTK_ORDERING_SMALLER;
    }
  self->query.sort_by = column;
  self->query.is_descending = order == GTK_ORDERING_SMALLER;
  ijk_company_table_view_ask (self);
  ijk_company_table_view_queue_fit (self);
}

/* ---- columns ---- */

static void
make_column (IjkCompanyTableView *self,
             IjkCompanyColumn     column)
{
  g_autoptr (GtkColumnViewColumn) view_column
      = gtk_column_view_column_new (NULL, ijk_company_table_view_make_factory (self, column));
  g_autoptr (GtkSorter) sorter = NULL;

  g_object_set_data (G_OBJECT (view_column), "view", self);
  g_object_set_data (G_OBJECT (view_column), "column", GINT_TO_POINTER ((int) column));
  sorter = GTK_SORTER (gtk_custom_sorter_new (probe_sorter, view_column, NULL));
  gtk_column_view_column_set_sorter (view_column, sorter);
  gtk_column_view_column_set_resizable (view_column, TRUE);
  /* Words take what room there is. */
  gtk_column_view_column_set_expand (view_column, !ijk_company_column_is_number (column));
  gtk_column_view_append_column (self->view, view_column);
  self->columns[column] = view_column; /* the view keeps it */
}

gboolean
ijk_company_table_view_is_chosen (IjkCompanyTableView *self,
                                  IjkCompanyColumn     column)
{
  return column == IJK_COMPANY_NAME
         || g_strv_contains ((const char *const *) self->column_ids,
                             ijk_company_column_id (column));
}

void
ijk_company_table_view_show_columns (IjkCompanyTableView *self)
{
  for (guint i = 0; i < IJK_N_COMPANY_COLUMNS; i++)
    {
      const gboolean is_chosen = ijk_company_table_view_is_chosen (self, (IjkCompanyColumn) i);
      g_autofree char *name
          = g_strconcat ("column-", ijk_company_column_id ((IjkCompanyColumn) i), NULL);
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

      gtk_column_view_column_set_visible (self->columns[i], is_chosen && !self->is_left_out[i]);
      if (action != NULL)
        g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (is_chosen));
    }
}

void
ijk_company_table_view_set_columns (IjkCompanyTableView *self,
                                    const char *const   *ids)
{
  if (ids == NULL || g_strv_equal (ids, (const char *const *) self->column_ids))
    return;
  g_strfreev (self->column_ids);
  self->column_ids = g_strdupv ((char **) ids);
  ijk_company_table_view_show_columns (self);
  ijk_company_table_view_queue_fit (self);
  g_object_notify (G_OBJECT (self), "columns");
}

static void
column_cb (GSimpleAction *action,
           GVariant      *state,
           gpointer       user_data)
{
  IjkCompanyTableView *self = user_data;
  const char *changed = g_action_get_name (G_ACTION (action)) + strlen ("column-");
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < IJK_N_COMPANY_COLUMNS; i++)
    {
      const char *id = ijk_company_column_id ((IjkCompanyColumn) i);
      const gboolean is_chosen
          = g_str_equal (id, changed)
                ? g_variant_get_boolean (state)
                : g_strv_contains ((const char *const *) self->column_ids, id);

      if (is_chosen)
        g_ptr_array_add (ids, (char *) id);
    }
  g_ptr_array_add (ids, NULL);
  ijk_company_table_view_set_columns (self, (const char *const *) ids->pdata);
}

/* Those with words or numbers, in their order. Returns: their number */
guint
ijk_company_table_view_find_chosen (IjkCompanyTableView *self,
                                    IjkCompanyColumn    *columns)
{
  guint n = 0;

  for (guint i = 0; i < IJK_N_COMPANY_COLUMNS; i++)
    if (i != IJK_COMPANY_SPARKLINE
        && ijk_company_table_view_is_chosen (self, (IjkCompanyColumn) i))
      columns[n++] = (IjkCompanyColumn) i;
  return n;
}

static void
add_column_actions (IjkCompanyTableView *self)
{
  for (guint i = IJK_COMPANY_NAME + 1; i < IJK_N_COMPANY_COLUMNS; i++)
    {
      g_autofree char *name
          = g_strconcat ("column-", ijk_company_column_id ((IjkCompanyColumn) i), NULL);
      g_autofree char *detailed = g_strconcat ("companies.", name, NULL);
      g_autoptr (GSimpleAction) action
          = g_simple_action_new_stateful (name, NULL, g_variant_new_boolean (FALSE));

      g_signal_connect_object (action, "change-state", G_CALLBACK (column_cb), self, 0);
      g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
      g_menu_append (self->columns_menu, ijk_company_column_name ((IjkCompanyColumn) i), detailed);
    }
}

void
ijk_company_table_view_add_columns (IjkCompanyTableView *self)
{
  for (guint i = 0; i < IJK_N_COMPANY_COLUMNS; i++)
    make_column (self, (IjkCompanyColumn) i);
  add_column_actions (self);
  ijk_company_table_view_show_columns (self);
  gtk_column_view_sort_by_column (self->view, self->columns[self->query.sort_by],
                                  GTK_SORT_DESCENDING);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed",
                           G_CALLBACK (sort_cb), self, G_CONNECT_SWAPPED);
}
