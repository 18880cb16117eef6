/* What the files of the table of companies share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-company-list.h"
#include "ijk-company-table-view.h"
#include "ijk-indicator.h"

G_BEGIN_DECLS

struct _IjkCompanyTableView
{
  GtkWidget parent_instance;

  IjkSession *session;     /* (owned) */
  IjkCompanyTable *table;  /* (owned) (nullable) of the session's reference */
  IjkCompanyQuery query;   /* without its search, which is in the entry */
  IjkCompanyList *list;    /* (owned) */
  GtkSingleSelection *selection; /* (owned) */
  GHashTable *bound;       /* (owned) (element-type GtkListItem guint) cells there are; borrowed keys;
                            * the state of the table that each shows */
  guint n_states;          /* of the table so far */
  guint n_visible;         /* rows that are not hidden; the same as the table shows */
  guint rest_id;           /* shows what is off the screen, when the hand rests */
  GtkColumnViewColumn *columns[IJK_N_COMPANY_COLUMNS]; /* of the view */
  char **column_ids;       /* (owned) that are chosen */
  gboolean is_left_out[IJK_N_COMPANY_COLUMNS]; /* chosen, but there is no room for it */
  int needed_px[IJK_N_COMPANY_COLUMNS];        /* when it was last seen; 0: never yet */
  guint fit_id;
  GSimpleActionGroup *actions; /* (owned) */
  guint selected_unit;     /* of the selected row where rows are installations, or IJK_NONE */
  gboolean is_updating;
  gboolean opens_on_click; /* one is enough to activate a row */
  int probed_column;       /* which column sorts: see probe_sorter() */

  GtkWidget *search;
  GtkDropDown *rows;
  GtkDropDown *sector;
  GtkDropDown *cluster;
  GtkDropDown *year;
  GtkDropDown *kind;
  GtkDropDown *position;
  GtkWidget *levied_only;
  GtkWidget *more;
  GtkWidget *menu;
  GtkColumnView *view;
  GtkStack *stack;
  GtkWidget *totals_button;
  GtkLabel *totals;
  GtkLabel *left_out;
  GtkLabel *source;
  GMenu *columns_menu;
};

/* ijk-company-table-rows.c: the rows on the screen. */
void  ijk_company_table_view_add_rows    (IjkCompanyTableView *self);
void  ijk_company_table_view_drop_rows   (IjkCompanyTableView *self);
/* Factory of the cells of @column. (transfer full) */
GtkListItemFactory *ijk_company_table_view_make_factory (IjkCompanyTableView *self,
                                                         IjkCompanyColumn     column);
/* The table says something else: rows on the screen are written anew. */
void  ijk_company_table_view_show_rows   (IjkCompanyTableView *self);
/* The keyboard goes to the row at @position, which is selected by that. */
void  ijk_company_table_view_go_to_row   (IjkCompanyTableView *self,
                                          guint                position);

/* ijk-company-table-columns.c: which columns are seen, their headings, and the order they give. */
void  ijk_company_table_view_add_columns  (IjkCompanyTableView *self);
gboolean ijk_company_table_view_is_chosen (IjkCompanyTableView *self,
                                           IjkCompanyColumn     column);
void  ijk_company_table_view_show_columns (IjkCompanyTableView *self);
void  ijk_company_table_view_write_titles (IjkCompanyTableView *self);
/* Of those that are chosen, in their order, those with words or numbers. Returns: their number */
guint ijk_company_table_view_find_chosen  (IjkCompanyTableView *self,
                                           IjkCompanyColumn    *columns);
/* The columns of the view are to be @ids; notifies. */
void  ijk_company_table_view_set_columns  (IjkCompanyTableView *self,
                                           const char *const   *ids);

/* ijk-company-table-room.c: columns give way where the table is narrow. */
void  ijk_company_table_view_add_room     (IjkCompanyTableView *self);
/* Looks again, right after, for which columns there is room. */
void  ijk_company_table_view_queue_fit    (IjkCompanyTableView *self);

/* ijk-company-table-why.c: why a cell says what it says: the context menu and Ctrl+I. */
void  ijk_company_table_view_add_why      (IjkCompanyTableView *self);
/* The indicator behind a column; that of a change is what changes. Words lead to the levy. */
const char *ijk_company_table_view_name_indicator (IjkCompanyColumn column);
/* Whose numbers the row shows, where the model keeps them. Returns: FALSE for a row of which filters
 * choose a part */
gboolean ijk_company_table_view_find_item (IjkCompanyTableView    *self,
                                           const IjkCompanyRow    *row,
                                           IjkItems               *items,
                                           guint                  *item);
/* The cell of the table at a point of @self, with its row and column. Returns: FALSE: there is none */
gboolean ijk_company_table_view_find_cell (IjkCompanyTableView    *self,
                                           const graphene_point_t *point,
                                           guint                  *position,
                                           IjkCompanyColumn       *column);

/* ijk-company-table-total.c: why the line of totals says what it says. */
void  ijk_company_table_view_add_total    (IjkCompanyTableView *self);

/* ijk-company-table-filters.c: the controls above the table. */
void  ijk_company_table_view_bind_filters (GtkWidgetClass      *widget_class);
void  ijk_company_table_view_add_filters  (IjkCompanyTableView *self);
/* Sectors and clusters to choose from are those of @reference. */
void  ijk_company_table_view_fill_filters (IjkCompanyTableView *self,
                                           const IjkReference  *reference);
void  ijk_company_table_view_show_year    (IjkCompanyTableView *self);

/* ijk-company-table-selection.c: the selected row. */
void  ijk_company_table_view_bind_selection (GtkWidgetClass      *widget_class);
void  ijk_company_table_view_add_selection  (IjkCompanyTableView *self);
/* As Enter or a double click on the row does. */
void  ijk_company_table_view_activate_row   (IjkCompanyTableView *self,
                                             guint                position);
/* The selection stays with the company of the session, wherever sorting puts it. */
void  ijk_company_table_view_follow_company (IjkCompanyTableView *self);

/* ijk-company-table-copy.c: what is shown, on the clipboard and as a file. */
void  ijk_company_table_view_add_copy     (IjkCompanyTableView *self);

/* ijk-company-table-view.c */
/* Asks the table what the controls say, and shows the answer. */
void  ijk_company_table_view_ask          (IjkCompanyTableView *self);

G_END_DECLS
