/* Geometry of the chart cards. A grid of GTK cannot change its number of columns with its width,
 * and a flow box gives rows no share of the height, so the sums are done here.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-card-grid.h"

#include <math.h>

#define SPACING_PX 12
/* Below this two charts side by side cannot be read. */
#define TWO_COLUMNS_PX 900
#define MIN_WIDTH_PX 296
#define NATURAL_WIDTH_PX 760
/* In one column the page is scrolled anyway, so a chart gets the height that suits its width. */
#define MIN_HEIGHT_PX 272
#define MIN_HEIGHT_ALONE_PX 340
/* Shares of the first row: of the height, and of the width of its first card. */
#define FIRST_ROW 0.53
#define FIRST_CARD 0.57

struct _IjkCardGrid
{
  GtkWidget parent_instance;

  GtkWidget *filled; /* (nullable) one of the children */
  guint n_columns;
};

G_DEFINE_FINAL_TYPE (IjkCardGrid, ijk_card_grid, GTK_TYPE_WIDGET)

static guint
count_cards (IjkCardGrid *self)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += gtk_widget_should_layout (child) ? 1 : 0;
  return n;
}

static guint
choose_columns (IjkCardGrid *self,
                int           width)
{
  return count_cards (self) > 1 && width >= TWO_COLUMNS_PX ? 2 : 1;
}

static GtkSizeRequestMode
ijk_card_grid_get_request_mode (GtkWidget *widget)
{
  (void) widget;
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ijk_card_grid_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  IjkCardGrid *self = IJK_CARD_GRID (widget);
  const int n_cards = (int) count_cards (self);
  const gboolean is_paired = for_size >= 0 && choose_columns (self, for_size) == 2;
  int needed = MIN_WIDTH_PX;
  int n_rows;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    needed = is_paired || n_cards == 1 ? MIN_HEIGHT_PX : MIN_HEIGHT_ALONE_PX;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum = 0;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, orientation, -1, &child_minimum, NULL, NULL, NULL);
      needed = MAX (needed, child_minimum);
    }
  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = needed;
      *natural = MAX (needed, NATURAL_WIDTH_PX);
      return;
    }
  n_rows = is_paired ? (n_cards + 1) / 2 : n_cards;
  n_rows = MAX (n_rows, 1);
  *minimum = *natural = n_rows * needed + (n_rows - 1) * SPACING_PX;
}

static void
allocate_card (GtkWidget *card,
               int        x,
               int        y,
               int        width,
               int        height)
{
  gtk_widget_size_allocate (card, &(const GtkAllocation) { x, y, width, height }, -1);
}

static void
ijk_card_grid_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  IjkCardGrid *self = IJK_CARD_GRID (widget);
  const int n_cards = (int) count_cards (self);
  const int n_columns = (int) choose_columns (self, width);
  const int n_rows = MAX ((n_cards + n_columns - 1) / n_columns, 1);
  const int free_height = height - (n_rows - 1) * SPACING_PX;
  int i = 0;
  int y = 0;

  (void) baseline;
  self->n_columns = (guint) n_columns;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const int row = i / n_columns;
      const int column = i % n_columns;
      int row_height = free_height / n_rows;
      int first_width = width;

      if (!gtk_widget_should_layout (child))
        continue;
      if (n_rows == 2 && n_columns == 2)
        {
          const int first = MAX (MIN ((int) round (free_height * FIRST_ROW),
                                      free_height - MIN_HEIGHT_PX),
                                 free_height / 2);

          row_height = row == 0 ? first : free_height - first;
        }
      else if (row == n_rows - 1)
        row_height = height - y;
      if (n_columns == 2)
        first_width = (int) round ((width - SPACING_PX)
                                   * (row == 0 && n_rows == 2 ? FIRST_CARD : 0.5));
      if (column == 0)
        allocate_card (child, 0, y, first_width, row_height);
      else
        allocate_card (child, first_width + SPACING_PX, y, width - SPACING_PX - first_width,
                       row_height);
      i++;
      if (i % n_columns == 0)
        y += row_height + SPACING_PX;
    }
}

static void
ijk_card_grid_dispose (GObject *object)
{
  ijk_card_grid_clear (IJK_CARD_GRID (object));
  G_OBJECT_CLASS (ijk_card_grid_parent_class)->dispose (object);
}

static void
ijk_card_grid_class_init (IjkCardGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ijk_card_grid_dispose;
  widget_class->get_request_mode = ijk_card_grid_get_request_mode;
  widget_class->measure = ijk_card_grid_measure;
  widget_class->size_allocate = ijk_card_grid_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "cardgrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ijk_card_grid_init (IjkCardGrid *self)
{
  self->n_columns = 1;
}

GtkWidget *
ijk_card_grid_new (void)
{
  return g_object_new (IJK_TYPE_CARD_GRID, NULL);
}

void
ijk_card_grid_append (IjkCardGrid *self,
                       GtkWidget    *card)
{
  g_return_if_fail (IJK_IS_CARD_GRID (self) && GTK_IS_WIDGET (card));

  gtk_widget_insert_before (card, GTK_WIDGET (self), NULL);
}

void
ijk_card_grid_clear (IjkCardGrid *self)
{
  GtkWidget *child;

  g_return_if_fail (IJK_IS_CARD_GRID (self));

  self->filled = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

void
ijk_card_grid_set_filled (IjkCardGrid *self,
                           GtkWidget    *card)
{
  g_return_if_fail (IJK_IS_CARD_GRID (self));

  self->filled = card;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_visible (child, card == NULL || child == card);
}

GtkWidget *
ijk_card_grid_get_filled (IjkCardGrid *self)
{
  g_return_val_if_fail (IJK_IS_CARD_GRID (self), NULL);

  return self->filled;
}

guint
ijk_card_grid_get_n_columns (IjkCardGrid *self)
{
  g_return_val_if_fail (IJK_IS_CARD_GRID (self), 1);

  return self->n_columns;
}
