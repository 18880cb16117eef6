/* The rows of the table of companies on the screen.
 *
 * GtkColumnView makes widgets for some 200 rows round those on the screen. To make them takes a tenth of
 * a second, and to write and draw all of them a frame, so neither is done for a letter of a search or a
 * move of a lever: rows that are not wanted are hidden and kept, and rows off the screen are written
 * when they are scrolled to, or when the hand rests.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-company-table-view-private.h"

#include <adwaita.h>

#include "ijk-company-cell.h"

/* That GTK 4.8 makes widgets for at a time (GTK_LIST_VIEW_MAX_LIST_ITEMS). */
#define N_KEPT_ROWS 200

/* Until the first row has its size. */
#define ROW_HEIGHT_PX 36

/* Rows beyond the edges of the screen that are written with those on it. */
#define N_MARGIN_ROWS 1

#define REST_MS 150
#define CHUNK_MS 16
#define N_CHUNK_CELLS 250

static GtkWidget *
get_row (GtkListItem *item)
{
  GtkWidget *cell = gtk_list_item_get_child (item);
  GtkWidget *place = cell != NULL ? gtk_widget_get_parent (cell) : NULL;

  return place != NULL ? gtk_widget_get_parent (place) : NULL;
}

/* GTK 4.8 has no name for a row: who moves through the rows by keys hears that of its class. */
static void
name_row (IjkCompanyTableView *self,
          GtkListItem         *item,
          GtkWidget           *row)
{
  const guint position = gtk_list_item_get_position (item);
  GtkWidget *place = gtk_widget_get_parent (gtk_list_item_get_child (item));
  g_autofree char *name = NULL;

  if (gtk_widget_get_prev_sibling (place) != NULL
      || position >= ijk_company_table_n_shown (self->table))
    return;
  name = ijk_company_table_row_name (self->table, ijk_company_table_get (self->table, position));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* Writes a cell, if it does not say what the table does; hides those of rows that there are not. */
static gboolean
show_item (IjkCompanyTableView *self,
           GtkListItem         *item)
{
  const guint position = gtk_list_item_get_position (item);
  GtkWidget *row = get_row (item);

  if (self->table == NULL || row == NULL)
    return FALSE;
  gtk_widget_set_visible (row, position < ijk_company_table_n_shown (self->table));
  if (GPOINTER_TO_UINT (g_hash_table_lookup (self->bound, item)) == self->n_states)
    return FALSE;
  g_hash_table_insert (self->bound, item, GUINT_TO_POINTER (self->n_states));
  ijk_company_cell_update (IJK_COMPANY_CELL (gtk_list_item_get_child (item)), self->table, position);
  name_row (self, item, row);
  return TRUE;
}

/* ---- the factory ---- */

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  column)
{
  (void) factory;
  gtk_list_item_set_child (item, ijk_company_cell_new ((IjkCompanyColumn) GPOINTER_TO_INT (column)));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         IjkCompanyTableView      *self)
{
  (void) factory;
  g_hash_table_insert (self->bound, item, GUINT_TO_POINTER (0));
  show_item (self, item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           IjkCompanyTableView      *self)
{
  (void) factory;
  g_hash_table_remove (self->bound, item);
}

GtkListItemFactory *
ijk_company_table_view_make_factory (IjkCompanyTableView *self,
                                     IjkCompanyColumn     column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GINT_TO_POINTER ((int) column));
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  return factory;
}

/* ---- what is on the screen ---- */

static double
find_row_height (IjkCompanyTableView *self)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    {
      GtkWidget *row = get_row (item);

      if (row != NULL && gtk_widget_get_visible (row) && gtk_widget_get_height (row) > 0)
        return gtk_widget_get_height (row);
    }
  return ROW_HEIGHT_PX;
}

/* Writes the rows on the screen, as far as they say something else. */
static void
show_near_rows (IjkCompanyTableView *self)
{
  GtkAdjustment *scrolled = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));
  const double row_height = find_row_height (self);
  const double top = gtk_adjustment_get_value (scrolled) / row_height;
  const double bottom = top + gtk_adjustment_get_page_size (scrolled) / row_height;
  GHashTableIter iter;
  g_autoptr (GPtrArray) near = g_ptr_array_new ();
  gpointer item;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    {
      const double position = gtk_list_item_get_position (item);

      if (position + 1 + N_MARGIN_ROWS >= top && position <= bottom + N_MARGIN_ROWS)
        g_ptr_array_add (near, item);
    }
  for (guint i = 0; i < near->len; i++)
    show_item (self, near->pdata[i]);
}

/* The others, for who reads without a screen, some at a time. */
static gboolean
rest_cb (gpointer user_data)
{
  IjkCompanyTableView *self = user_data;
  guint n_items = 0;
  g_autofree gpointer *items = g_hash_table_get_keys_as_array (self->bound, &n_items);
  guint n_written = 0;

  for (guint i = 0; i < n_items && n_written < N_CHUNK_CELLS; i++)
    n_written += show_item (self, items[i]) ? 1 : 0;
  self->rest_id = n_written == N_CHUNK_CELLS ? g_timeout_add (CHUNK_MS, rest_cb, self) : 0;
  return G_SOURCE_REMOVE;
}

/* All rows that there are widgets for are shown or hidden at once, so that the length is right. */
static void
hide_surplus (IjkCompanyTableView *self)
{
  const guint n_shown = ijk_company_table_n_shown (self->table);
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    {
      GtkWidget *row = get_row (item);

      if (row != NULL)
        gtk_widget_set_visible (row, gtk_list_item_get_position (item) < n_shown);
    }
}

void
ijk_company_table_view_show_rows (IjkCompanyTableView *self)
{
  const guint n_shown = ijk_company_table_n_shown (self->table);
  const guint n_before = g_list_model_get_n_items (G_LIST_MODEL (self->list));

  self->n_states++;
  if (n_shown != self->n_visible)
    {
      ijk_company_list_set_length (self->list, MAX (n_shown, MIN (n_before, N_KEPT_ROWS)));
      hide_surplus (self);
      self->n_visible = n_shown;
    }
  show_near_rows (self);
  g_clear_handle_id (&self->rest_id, g_source_remove);
  self->rest_id = g_timeout_add (REST_MS, rest_cb, self);
}

/* Small charts and swatches have colours of their own, which no style sheet changes. The table listens
 * for all of them: there can be thousands. */
static void
style_changed_cb (IjkCompanyTableView *self)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    gtk_widget_queue_draw (gtk_list_item_get_child (item));
}

static void
scrolled_cb (IjkCompanyTableView *self)
{
  if (self->table != NULL)
    show_near_rows (self);
}

static void
follow_adjustment (IjkCompanyTableView *self)
{
  GtkAdjustment *scrolled = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));

  if (scrolled == NULL)
    return;
  g_signal_handlers_disconnect_by_func (scrolled, scrolled_cb, self);
  g_signal_connect_object (scrolled, "value-changed", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (scrolled, "changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
}

/* ---- keys ---- */

/* The position of the row that has the keyboard, and its widget; IJK_NONE: none has. */
static guint
find_focus (IjkCompanyTableView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->bound);
  while (focus != NULL && g_hash_table_iter_next (&iter, &item, NULL))
    {
      GtkWidget *row = get_row (item);

      if (row != NULL && (focus == row || gtk_widget_is_ancestor (focus, row)))
        return gtk_list_item_get_position (item);
    }
  return IJK_NONE;
}

void
ijk_company_table_view_go_to_row (IjkCompanyTableView *self,
                                  guint                position)
{
  GtkWidget *list = gtk_widget_get_last_child (GTK_WIDGET (self->view));
  GHashTableIter iter;
  gpointer item;

  /* So that there is a row there. */
  gtk_widget_activate_action (list, "list.scroll-to-item", "u", position);
  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    if (gtk_list_item_get_position (item) == position)
      {
        gtk_widget_grab_focus (get_row (item));
        gtk_single_selection_set_selected (self->selection, position);
        return;
      }
}

/* GTK does not know that rows after the last that is shown are hidden. Its own bindings are in the list,
 * which takes the keys before a binding of this class can: so the keys that would leave the rows shown
 * are taken on their way down. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        modifiers,
                IjkCompanyTableView   *self)
{
  const guint n_shown = self->table != NULL ? ijk_company_table_n_shown (self->table) : 0;
  const guint focus = find_focus (self);
  GtkAdjustment *scrolled = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));
  guint page;

  (void) controller;
  (void) code;
  (void) modifiers;
  if (n_shown == 0 || focus == IJK_NONE
      || n_shown == g_list_model_get_n_items (G_LIST_MODEL (self->list)))
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return focus + 1 >= n_shown;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      page = (guint) (gtk_adjustment_get_page_size (scrolled) / find_row_height (self));
      if (focus + page + 1 < n_shown)
        return FALSE;
      ijk_company_table_view_go_to_row (self, n_shown - 1);
      return TRUE;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      ijk_company_table_view_go_to_row (self, n_shown - 1);
      return TRUE;
    default:
      return FALSE;
    }
}

void
ijk_company_table_view_add_rows (IjkCompanyTableView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->bound = g_hash_table_new (NULL, NULL);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
  g_signal_connect_object (self->view, "notify::vadjustment", G_CALLBACK (follow_adjustment), self,
                           G_CONNECT_SWAPPED);
  follow_adjustment (self);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (style_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (style_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

void
ijk_company_table_view_drop_rows (IjkCompanyTableView *self)
{
  g_clear_handle_id (&self->rest_id, g_source_remove);
}
