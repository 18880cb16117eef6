/* A GtkColumnView over the rows of an IjkFigureTable. List items hold a row number only; the cells ask
 * the table, so a table of thousands of cells costs what is on the screen.
 *
 * A unit that all columns share stands once, above the table; others stand in the headings, below the
 * names.
 *
 * The row of the year in hand has the colour of the year's line in charts, and is scrolled into sight
 * when the table is shown and when the year moves. Scrolling waits for the layout: rows that have no
 * height yet have no place.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-figure-table-view.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "ijk-quantity.h"

#define LABEL_COLUMN (-1)
#define NOTE_COLUMN (-2)
#define NO_ROW G_MAXUINT

/* Frames until rows that were added have their heights: they get them after the ticks of the first. */
#define N_LAYOUT_FRAMES 2

/* ---- list item ---- */

#define IJK_TYPE_TABLE_ROW (ijk_table_row_get_type ())
G_DECLARE_FINAL_TYPE (IjkTableRow, ijk_table_row, IJK, TABLE_ROW, GObject)

struct _IjkTableRow
{
  GObject parent_instance;

  guint row;
};

G_DEFINE_FINAL_TYPE (IjkTableRow, ijk_table_row, G_TYPE_OBJECT)

static void
ijk_table_row_class_init (IjkTableRowClass *klass)
{
  (void) klass;
}

static void
ijk_table_row_init (IjkTableRow *self)
{
  (void) self;
}

/* ---- view ---- */

struct _IjkFigureTableView
{
  GtkWidget parent_instance;

  IjkFigureTable *table; /* (owned) (nullable) */
  GListStore *rows;      /* (owned) (element-type IjkTableRow) */
  GtkWidget *unit;       /* that of all columns */
  GtkWidget *scroller;
  GtkColumnView *view;

  int year;              /* 0 = none */
  guint year_row;        /* NO_ROW where the rows are no years, or others */
  guint scroll_tick;     /* 0 = nothing to scroll to */
  guint n_scroll_frames; /* before it scrolls */
};

enum
{
  NUMBERS_CHANGED, /* within: the table is another, of the same rows and columns */
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IjkFigureTableView, ijk_figure_table_view, GTK_TYPE_WIDGET)

static char *
write_cell (const IjkFigureTable *table,
            guint                 row,
            int                   column)
{
  if (column == LABEL_COLUMN)
    return g_strdup (table->labels->pdata[row]);
  if (column == NOTE_COLUMN)
    return g_strdup (table->notes->pdata[row]);
  return ijk_figure_table_write_cell (table, row, (guint) column);
}

static guint
find_year_row (IjkFigureTableView *self)
{
  g_autofree char *label = g_strdup_printf ("%d", self->year);

  if (self->table == NULL || self->year == 0)
    return NO_ROW;
  for (guint row = 0; row < ijk_figure_table_n_rows (self->table); row++)
    if (g_str_equal (self->table->labels->pdata[row], label))
      return row;
  return NO_ROW;
}

static void
fill_cell (GtkListItem        *item,
           IjkFigureTableView *self)
{
  IjkTableRow *row = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_list_item_get_child (item);
  g_autofree char *text = NULL;
  int column;

  /* One that is not seen has no row now. */
  if (row == NULL || label == NULL || self->table == NULL
      || row->row >= ijk_figure_table_n_rows (self->table))
    return;
  column = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (label), "column"));
  if (column >= (int) self->table->columns->len)
    return;
  text = write_cell (self->table, row->row, column);
  gtk_label_set_label (GTK_LABEL (label), text);
  if (row->row == self->year_row)
    gtk_widget_add_css_class (label, "accent");
  else
    gtk_widget_remove_css_class (label, "accent");
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          IjkFigureTableView       *self)
{
  const int column = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (factory), "column"));
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), column >= 0 ? 1 : 0);
  if (column == NOTE_COLUMN)
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "numeric");
  g_object_set_data (G_OBJECT (label), "column", GINT_TO_POINTER (column));
  gtk_list_item_set_child (item, label);
  g_signal_connect_object (self, "numbers-changed", G_CALLBACK (fill_cell), item,
                           G_CONNECT_SWAPPED);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         IjkFigureTableView       *self)
{
  (void) factory;
  fill_cell (item, self);
}

static void
append_column (IjkFigureTableView *self,
               const char         *title,
               int                 column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) view_column = NULL;

  g_object_set_data (G_OBJECT (factory), "column", GINT_TO_POINTER (column));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  view_column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_resizable (view_column, TRUE);
  gtk_column_view_column_set_expand (view_column, column == NOTE_COLUMN);
  gtk_column_view_append_column (self->view, view_column);
}

/* For a spreadsheet, where nothing stands above the table. */
static char *
column_title (const IjkFigureColumn *column)
{
  if (column->unit == NULL || *column->unit == '\0')
    return g_strdup (column->title);
  /* Translators: heading of a column: %1$s is a quantity, %2$s its unit. */
  return g_strdup_printf (_("%1$s, %2$s"), column->title, column->unit);
}

/* (nullable): the columns differ, or have none */
static const char *
find_shared_unit (const IjkFigureTable *table)
{
  const char *unit = NULL;

  for (guint i = 0; i < table->columns->len; i++)
    {
      const IjkFigureColumn *column = &g_array_index (table->columns, IjkFigureColumn, i);

      if (column->unit == NULL || *column->unit == '\0'
          || (unit != NULL && strcmp (unit, column->unit) != 0))
        return NULL;
      unit = column->unit;
    }
  return unit;
}

/* GTK 4.8 has no alignment of headings: numbers want theirs over them. A heading that is not made as
 * expected stays where it is. */
static void
align_titles (IjkFigureTableView *self)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->view));
  GtkWidget *title = header != NULL ? gtk_widget_get_first_child (header) : NULL;

  for (guint i = 0; i <= self->table->columns->len && title != NULL;
       i++, title = gtk_widget_get_next_sibling (title))
    {
      GtkWidget *box = gtk_widget_get_first_child (title);
      GtkWidget *label = box != NULL ? gtk_widget_get_first_child (box) : NULL;

      if (box != NULL && i > 0) /* the first are the labels of the rows */
        gtk_widget_set_halign (box, GTK_ALIGN_END);
      if (GTK_IS_LABEL (label) && i > 0)
        gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
    }
}

static void
make_columns (IjkFigureTableView *self)
{
  const IjkFigureTable *table = self->table;
  const char *unit = find_shared_unit (table);

  gtk_label_set_label (GTK_LABEL (self->unit), unit != NULL ? unit : "");
  gtk_widget_set_visible (self->unit, unit != NULL);
  append_column (self, table->label_title, LABEL_COLUMN);
  for (guint i = 0; i < table->columns->len; i++)
    {
      const IjkFigureColumn *column = &g_array_index (table->columns, IjkFigureColumn, i);
      const gboolean has_own = unit == NULL && column->unit != NULL && *column->unit != '\0';
      g_autofree char *title
          = has_own ? g_strconcat (column->title, "\n", column->unit, NULL)
                    : g_strdup (column->title);

      append_column (self, title, (int) i);
    }
  if (table->note_title != NULL)
    append_column (self, table->note_title, NOTE_COLUMN);
  align_titles (self);
}

static void
drop_columns (IjkFigureTableView *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->view, column);
    }
}

/* In the middle, unless it is in sight; below whole rows. */
static void
scroll_to_row (IjkFigureTableView *self,
               guint               row)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));
  const double page = gtk_adjustment_get_page_size (adjustment);
  const double row_height
      = gtk_adjustment_get_upper (adjustment) / ijk_figure_table_n_rows (self->table);
  const double above = gtk_adjustment_get_value (adjustment);

  /* A list that has no height yet knows no places. */
  if (!(row_height > 0) || !(page > 0))
    return;
  if (row * row_height < above || (row + 1) * row_height > above + page)
    gtk_adjustment_set_value (adjustment,
                              (row - floor ((page - row_height) / 2 / row_height)) * row_height);
}

static gboolean
scroll_frame_cb (GtkWidget     *widget,
                 GdkFrameClock *clock,
                 gpointer       data)
{
  IjkFigureTableView *self = IJK_FIGURE_TABLE_VIEW (widget);

  (void) clock;
  (void) data;
  if (self->n_scroll_frames-- > 0)
    return G_SOURCE_CONTINUE;
  self->scroll_tick = 0;
  if (self->year_row != NO_ROW)
    scroll_to_row (self, self->year_row);
  return G_SOURCE_REMOVE;
}

static void
ask_to_scroll (IjkFigureTableView *self)
{
  if (self->year_row == NO_ROW || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->n_scroll_frames = N_LAYOUT_FRAMES;
  if (self->scroll_tick == 0)
    self->scroll_tick
        = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_frame_cb, NULL, NULL);
}

static void
ijk_figure_table_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ijk_figure_table_view_parent_class)->map (widget);
  ask_to_scroll (IJK_FIGURE_TABLE_VIEW (widget));
}

static void
ijk_figure_table_view_unmap (GtkWidget *widget)
{
  IjkFigureTableView *self = IJK_FIGURE_TABLE_VIEW (widget);

  if (self->scroll_tick != 0)
    gtk_widget_remove_tick_callback (widget, self->scroll_tick);
  self->scroll_tick = 0;
  GTK_WIDGET_CLASS (ijk_figure_table_view_parent_class)->unmap (widget);
}

static gboolean
copy_table (GtkWidget *widget,
            GVariant  *args,
            gpointer   data)
{
  IjkFigureTableView *self = IJK_FIGURE_TABLE_VIEW (widget);
  g_autofree char *text = NULL;

  (void) args;
  (void) data;
  if (self->table == NULL)
    return FALSE;
  text = ijk_figure_table_to_tsv (self->table);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  return TRUE;
}

static void
ijk_figure_table_view_dispose (GObject *object)
{
  IjkFigureTableView *self = IJK_FIGURE_TABLE_VIEW (object);

  g_clear_pointer (&self->unit, gtk_widget_unparent);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->rows);

  G_OBJECT_CLASS (ijk_figure_table_view_parent_class)->dispose (object);
}

static void
ijk_figure_table_view_finalize (GObject *object)
{
  IjkFigureTableView *self = IJK_FIGURE_TABLE_VIEW (object);

  g_clear_pointer (&self->table, ijk_figure_table_free);

  G_OBJECT_CLASS (ijk_figure_table_view_parent_class)->finalize (object);
}

static void
ijk_figure_table_view_class_init (IjkFigureTableViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ijk_figure_table_view_dispose;
  object_class->finalize = ijk_figure_table_view_finalize;
  widget_class->map = ijk_figure_table_view_map;
  widget_class->unmap = ijk_figure_table_view_unmap;
  signals[NUMBERS_CHANGED]
    = g_signal_new ("numbers-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 0);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, copy_table, NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "figure-table");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ijk_figure_table_view_init (IjkFigureTableView *self)
{
  GtkSelectionModel *selection;

  self->year_row = NO_ROW;
  self->rows = g_list_store_new (IJK_TYPE_TABLE_ROW);
  selection = GTK_SELECTION_MODEL (
    gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->rows))));
  gtk_single_selection_set_autoselect (GTK_SINGLE_SELECTION (selection), FALSE);
  gtk_single_selection_set_can_unselect (GTK_SINGLE_SELECTION (selection), TRUE);
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (selection));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  self->unit = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->unit), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->unit), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->unit, "table-unit");
  gtk_widget_set_parent (self->unit, GTK_WIDGET (self));
  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  self->scroller = gtk_scrolled_window_new ();
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->view));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

GtkWidget *
ijk_figure_table_view_new (void)
{
  return g_object_new (IJK_TYPE_FIGURE_TABLE_VIEW, NULL);
}

static gboolean
has_same_columns (const IjkFigureTable *a,
                  const IjkFigureTable *b)
{
  if (a == NULL || b == NULL || a->columns->len != b->columns->len
      || g_strcmp0 (a->label_title, b->label_title) != 0
      || g_strcmp0 (a->note_title, b->note_title) != 0)
    return FALSE;
  for (guint i = 0; i < a->columns->len; i++)
    {
      const IjkFigureColumn *one = &g_array_index (a->columns, IjkFigureColumn, i);
      const IjkFigureColumn *other = &g_array_index (b->columns, IjkFigureColumn, i);

      if (g_strcmp0 (one->title, other->title) != 0 || g_strcmp0 (one->unit, other->unit) != 0)
        return FALSE;
    }
  return TRUE;
}

/* Rows that are there stay, and with them what is selected and where one has scrolled to. */
static void
set_n_rows (IjkFigureTableView *self,
            guint               n_rows)
{
  const guint n_before = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = n_before; i < n_rows; i++)
    {
      IjkTableRow *row = g_object_new (IJK_TYPE_TABLE_ROW, NULL);

      row->row = i;
      g_ptr_array_add (rows, row);
    }
  if (n_rows != n_before)
    g_list_store_splice (self->rows, MIN (n_before, n_rows), n_before - MIN (n_before, n_rows),
                         rows->pdata, rows->len);
}

void
ijk_figure_table_view_set_table (IjkFigureTableView *self,
                                 IjkFigureTable     *table)
{
  const guint n_before = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  const guint n_rows = table != NULL ? ijk_figure_table_n_rows (table) : 0;
  g_autoptr (IjkFigureTable) before = NULL;
  guint row_before;

  g_return_if_fail (IJK_IS_FIGURE_TABLE_VIEW (self));

  before = self->table;
  row_before = self->year_row;
  self->table = table;
  self->year_row = find_year_row (self);
  /* GTK 4.8 warns where a row goes that was scrolled to. */
  if (n_rows != n_before || !has_same_columns (before, table))
    {
      gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view)), 0);
      row_before = NO_ROW;
    }
  if (!has_same_columns (before, table))
    {
      set_n_rows (self, 0);
      drop_columns (self);
      if (table != NULL)
        make_columns (self);
    }
  set_n_rows (self, n_rows);
  g_signal_emit (self, signals[NUMBERS_CHANGED], 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  table != NULL ? table->caption : "", -1);
  /* Where the rows are the same a person may have scrolled away from the year, to stay there. */
  if (self->year_row != row_before)
    ask_to_scroll (self);
}

void
ijk_figure_table_view_set_year (IjkFigureTableView *self,
                                int                 year)
{
  g_return_if_fail (IJK_IS_FIGURE_TABLE_VIEW (self));

  if (self->year == year)
    return;
  self->year = year;
  self->year_row = find_year_row (self);
  g_signal_emit (self, signals[NUMBERS_CHANGED], 0);
  ask_to_scroll (self);
}

const IjkFigureTable *
ijk_figure_table_view_get_table (IjkFigureTableView *self)
{
  g_return_val_if_fail (IJK_IS_FIGURE_TABLE_VIEW (self), NULL);

  return self->table;
}

/* A tab or line break would start another cell. */
static void
append_text (GString    *text,
             const char *cell)
{
  for (const char *p = cell; *p != '\0'; p++)
    g_string_append_c (text, *p == '\t' || *p == '\n' ? ' ' : *p);
}

char *
ijk_figure_table_to_tsv (const IjkFigureTable *table)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (table != NULL, g_string_free (text, FALSE));

  append_text (text, table->label_title);
  for (guint i = 0; i < table->columns->len; i++)
    {
      g_autofree char *title = column_title (&g_array_index (table->columns, IjkFigureColumn, i));

      g_string_append_c (text, '\t');
      append_text (text, title);
    }
  if (table->note_title != NULL)
    {
      g_string_append_c (text, '\t');
      append_text (text, table->note_title);
    }
  g_string_append_c (text, '\n');
  for (guint row = 0; row < ijk_figure_table_n_rows (table); row++)
    {
      append_text (text, table->labels->pdata[row]);
      for (guint i = 0; i < table->columns->len; i++)
        {
          const guint n_decimals = g_array_index (table->columns, IjkFigureColumn, i).n_decimals;
          g_autofree char *number
              = ijk_quantity_cell (ijk_figure_table_get (table, row, i), n_decimals);

          g_string_append_c (text, '\t');
          g_string_append (text, number);
        }
      if (table->note_title != NULL)
        {
          g_string_append_c (text, '\t');
          append_text (text, table->notes->pdata[row]);
        }
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}
