/* A child that is there only where it fits.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-room-bin.h"

struct _IjkRoomBin
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (IjkRoomBin, ijk_room_bin, GTK_TYPE_WIDGET)

static void
ijk_room_bin_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  (void) for_size; /* may be less than the child can be */
  *minimum = *natural = 0;
  *minimum_baseline = *natural_baseline = -1;
  if (child == NULL || !gtk_widget_get_visible (child))
    return;
  gtk_widget_measure (child, orientation, -1, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = 0;
}

static void
ijk_room_bin_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int needed_width, needed_height;

  if (child == NULL || !gtk_widget_get_visible (child))
    return;
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &needed_width, NULL, NULL, NULL);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, &needed_height, NULL, NULL, NULL);
  gtk_widget_set_child_visible (child, width >= needed_width);
  if (width >= needed_width)
    gtk_widget_allocate (child, width, MAX (height, needed_height), baseline, NULL);
}

static void
ijk_room_bin_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (ijk_room_bin_parent_class)->dispose (object);
}

static void
ijk_room_bin_class_init (IjkRoomBinClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ijk_room_bin_dispose;
  widget_class->measure = ijk_room_bin_measure;
  widget_class->size_allocate = ijk_room_bin_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "roombin");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ijk_room_bin_init (IjkRoomBin *self)
{
  (void) self;
}
