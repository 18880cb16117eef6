/* The row of the table of companies that is selected, and what a row opens into.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-company-table-view-private.h"

void
ijk_company_table_view_follow_company (IjkCompanyTableView *self)
{
  const guint company = ijk_session_get_company (self->session);
  const gboolean has_companies = self->query.rows == IJK_COMPANY_ROWS_COMPANIES
                                 || self->query.rows == IJK_COMPANY_ROWS_UNITS;
  guint position = IJK_NONE;

  if (self->table == NULL)
    return;
  if (has_companies && self->selected_unit != IJK_NONE)
    position = ijk_company_table_find (self->table, IJK_NONE, self->selected_unit);
  if (position == IJK_NONE && has_companies)
    position = ijk_company_table_find (self->table, company, IJK_NONE);
  self->is_updating = TRUE;
  gtk_single_selection_set_selected (self->selection,
                                     position != IJK_NONE ? position : GTK_INVALID_LIST_POSITION);
  self->is_updating = FALSE;
}

static void
selected_cb (IjkCompanyTableView *self)
{
  const guint position = gtk_single_selection_get_selected (self->selection);
  const IjkCompanyRow *row;

  if (self->is_updating || self->table == NULL
      || position >= ijk_company_table_n_shown (self->table))
    return;
  row = ijk_company_table_get (self->table, position);
  /* An installation without a company stands for itself, also among companies. */
  self->selected_unit = self->query.rows == IJK_COMPANY_ROWS_UNITS || row->company == IJK_NONE
                            ? row->unit
                            : IJK_NONE;
  if (self->query.rows == IJK_COMPANY_ROWS_UNITS || self->query.rows == IJK_COMPANY_ROWS_COMPANIES)
    {
      ijk_session_set_company (self->session, row->company);
      g_signal_emit_by_name (self, "selected");
    }
}

/* A sector or cluster opens into its companies. */
void
ijk_company_table_view_activate_row (IjkCompanyTableView *self,
                                     guint                position)
{
  const IjkCompanyRow *row;

  if (self->table == NULL || position >= ijk_company_table_n_shown (self->table))
    return;
  row = ijk_company_table_get (self->table, position);
  if (self->query.rows == IJK_COMPANY_ROWS_SECTORS && row->sector != IJK_NONE)
    {
      const guint sector = row->sector;

      ijk_company_table_view_set_rows (self, IJK_COMPANY_ROWS_COMPANIES);
      ijk_company_table_view_set_sector (self, sector);
    }
  else if (self->query.rows == IJK_COMPANY_ROWS_CLUSTERS && row->cluster != IJK_NONE)
    {
      const guint cluster = row->cluster;

      ijk_company_table_view_set_rows (self, IJK_COMPANY_ROWS_COMPANIES);
      ijk_company_table_view_set_cluster (self, cluster);
    }
  else
    {
      /* The keyboard can come to a row without selecting it. */
      gtk_single_selection_set_selected (self->selection, position);
      g_signal_emit_by_name (self, "row-activated");
    }
}

/* GTK has rows that open by one click, but those are selected where the pointer passes over them. */
static void
released_cb (GtkGestureClick     *click,
             int                  n_press,
             double               x,
             double               y,
             IjkCompanyTableView *self)
{
  graphene_point_t point = GRAPHENE_POINT_INIT ((float) x, (float) y);
  IjkCompanyColumn column;
  guint position;

  if (!self->opens_on_click || n_press != 1
      || !gtk_widget_compute_point (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (click)),
                                    GTK_WIDGET (self), &point, &point)
      || !ijk_company_table_view_find_cell (self, &point, &position, &column))
    return;
  ijk_company_table_view_activate_row (self, position);
}

void
ijk_company_table_view_set_opens_on_click (IjkCompanyTableView *self,
                                           gboolean             opens_on_click)
{
  g_return_if_fail (IJK_IS_COMPANY_TABLE_VIEW (self));

  self->opens_on_click = opens_on_click;
}

void
ijk_company_table_view_bind_selection (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, ijk_company_table_view_activate_row);
}

void
ijk_company_table_view_add_selection (IjkCompanyTableView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->list)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  /* Before the row takes the click for itself. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (click));
}
