/* Rows are found anew for each width: there are few children, and nothing needs to be kept that could
 * be out of date.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-wrap-layout.h"

struct _IjkWrapLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
};

enum
{
  PROP_0,
  PROP_SPACING,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (IjkWrapLayout, ijk_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

/* One row, and the one who asked for it. */
typedef struct
{
  GtkWidget *first;  /* (nullable): no more rows */
  GtkWidget *end;    /* (nullable): the child after the last */
  int width;         /* that all need, with the room between them */
  guint n_expanding;
} Row;

static GtkWidget *
skip_hidden (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static GtkWidget *
find_next (GtkWidget *child)
{
  return skip_hidden (gtk_widget_get_next_sibling (child));
}

static gboolean
expands (GtkWidget *child)
{
  return gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL);
}

static void
measure_width (GtkWidget *child,
               int       *minimum,
               int       *natural)
{
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, minimum, natural, NULL, NULL);
}

/* Without what it may get of the room that is left. */
static int
find_needed_width (GtkWidget *child)
{
  int minimum, natural;

  measure_width (child, &minimum, &natural);
  return expands (child) ? minimum : natural;
}

/* The row that begins with @first. */
static Row
find_row (IjkWrapLayout *self,
          GtkWidget     *first,
          int            width)
{
  Row row = { .first = first, .end = first };

  while (row.end != NULL)
    {
      const int needed
          = row.width + (row.end == first ? 0 : self->spacing) + find_needed_width (row.end);

      if (row.end != first && needed > width)
        break;
      row.width = needed;
      if (expands (row.end))
        row.n_expanding++;
      row.end = find_next (row.end);
    }
  return row;
}

static int
find_width (const Row *row,
            GtkWidget *child,
            int        width)
{
  const gboolean is_alone = child == row->first && find_next (child) == row->end;
  const int left = MAX (width - row->width, 0);
  int minimum, natural;

  measure_width (child, &minimum, &natural);
  if (is_alone && gtk_widget_get_halign (child) == GTK_ALIGN_FILL)
    return MAX (width, minimum);
  if (expands (child))
    return minimum + left / (int) row->n_expanding;
  return MIN (natural, MAX (width, minimum));
}

static void
measure_row (const Row        *row,
             int               width,
             GtkRequestedSize *height,
             gboolean         *is_expanding)
{
  *height = (GtkRequestedSize) { 0 };
  *is_expanding = FALSE;
  for (GtkWidget *child = row->first; child != row->end; child = find_next (child))
    {
      int minimum, natural;

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, find_width (row, child, width), &minimum,
                          &natural, NULL, NULL);
      height->minimum_size = MAX (height->minimum_size, minimum);
      height->natural_size = MAX (height->natural_size, natural);
      *is_expanding |= gtk_widget_compute_expand (child, GTK_ORIENTATION_VERTICAL);
    }
}

static GtkSizeRequestMode
ijk_wrap_layout_get_request_mode (GtkLayoutManager *manager,
                                  GtkWidget        *widget)
{
  (void) manager;
  (void) widget;
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ijk_wrap_layout_measure (GtkLayoutManager *manager,
                         GtkWidget        *widget,
                         GtkOrientation    orientation,
                         int               for_size,
                         int              *minimum,
                         int              *natural,
                         int              *minimum_baseline,
                         int              *natural_baseline)
{
  IjkWrapLayout *self = IJK_WRAP_LAYOUT (manager);
  GtkWidget *child = skip_hidden (gtk_widget_get_first_child (widget));
  int width = for_size;

  *minimum = *natural = 0;
  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL || width < 0)
    {
      int widest = 0;

      width = -self->spacing;
      for (GtkWidget *other = child; other != NULL; other = find_next (other))
        {
          int child_minimum, child_natural;

          measure_width (other, &child_minimum, &child_natural);
          widest = MAX (widest, child_minimum);
          width += child_natural + self->spacing;
        }
      if (orientation == GTK_ORIENTATION_HORIZONTAL)
        {
          *minimum = widest;
          *natural = MAX (width, widest);
          return;
        }
    }
  while (child != NULL)
    {
      const Row row = find_row (self, child, width);
      const int gap = row.end == NULL ? 0 : self->spacing;
      GtkRequestedSize height;
      gboolean is_expanding;

      measure_row (&row, width, &height, &is_expanding);
      *minimum += height.minimum_size + gap;
      *natural += height.natural_size + gap;
      child = row.end;
    }
}

static void
allocate_row (IjkWrapLayout *self,
              GtkWidget     *widget,
              const Row     *row,
              int            width,
              int            y,
              int            height)
{
  int room = row->n_expanding == 0 ? MAX (width - row->width, 0) : 0;
  int x = 0;

  for (GtkWidget *child = row->first; child != row->end; child = find_next (child))
    {
      const int child_width = find_width (row, child, width);
      int left;

      if (child != row->first && gtk_widget_get_halign (child) == GTK_ALIGN_END)
        {
          x += room;
          room = 0;
        }
      left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? width - x - child_width : x;
      gtk_widget_size_allocate (child, &(GtkAllocation) { left, y, child_width, height }, -1);
      x += child_width + self->spacing;
    }
}

static void
ijk_wrap_layout_allocate (GtkLayoutManager *manager,
                          GtkWidget        *widget,
                          int               width,
                          int               height,
                          int               baseline)
{
  IjkWrapLayout *self = IJK_WRAP_LAYOUT (manager);
  GtkWidget *child = skip_hidden (gtk_widget_get_first_child (widget));
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_autoptr (GArray) heights = g_array_new (FALSE, FALSE, sizeof (GtkRequestedSize));
  g_autoptr (GArray) expands = g_array_new (FALSE, FALSE, sizeof (gboolean));
  guint n_expanding = 0;
  int left, y = 0;

  (void) baseline;
  if (child == NULL)
    return;
  while (child != NULL)
    {
      const Row row = find_row (self, child, width);
      GtkRequestedSize row_height;
      gboolean is_expanding;

      measure_row (&row, width, &row_height, &is_expanding);
      n_expanding += is_expanding ? 1 : 0;
      g_array_append_val (rows, row);
      g_array_append_val (heights, row_height);
      g_array_append_val (expands, is_expanding);
      child = row.end;
    }
  left = height - self->spacing * (int) (rows->len - 1);
  for (guint i = 0; i < heights->len; i++)
    left -= g_array_index (heights, GtkRequestedSize, i).minimum_size;
  left = gtk_distribute_natural_allocation (MAX (left, 0), heights->len,
                                            (GtkRequestedSize *) (void *) heights->data);
  for (guint i = 0; i < rows->len; i++)
    {
      int row_height = g_array_index (heights, GtkRequestedSize, i).minimum_size;

      if (g_array_index (expands, gboolean, i))
        row_height += left / (int) n_expanding;
      allocate_row (self, widget, &g_array_index (rows, Row, i), width, y, row_height);
      y += row_height + self->spacing;
    }
}

static void
ijk_wrap_layout_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SPACING:
      g_value_set_int (value, IJK_WRAP_LAYOUT (object)->spacing);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ijk_wrap_layout_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  IjkWrapLayout *self = IJK_WRAP_LAYOUT (object);

  switch (prop_id)
    {
    case PROP_SPACING:
      if (self->spacing == g_value_get_int (value))
        return;
      self->spacing = g_value_get_int (value);
      gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ijk_wrap_layout_class_init (IjkWrapLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = ijk_wrap_layout_get_property;
  object_class->set_property = ijk_wrap_layout_set_property;
  layout_class->get_request_mode = ijk_wrap_layout_get_request_mode;
  layout_class->measure = ijk_wrap_layout_measure;
  layout_class->allocate = ijk_wrap_layout_allocate;

  properties[PROP_SPACING]
      = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT16, 0,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ijk_wrap_layout_init (IjkWrapLayout *self)
{
  (void) self;
}

GtkLayoutManager *
ijk_wrap_layout_new (void)
{
  return g_object_new (IJK_TYPE_WRAP_LAYOUT, NULL);
}
