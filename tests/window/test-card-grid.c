/* Geometry of the chart cards over many widths: nothing outside, nothing on top of another.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-card-grid.h"

static GtkWidget *
make_grid (guint n_cards)
{
  GtkWidget *grid = g_object_ref_sink (ijk_card_grid_new ());

  for (guint i = 0; i < n_cards; i++)
    ijk_card_grid_append (IJK_CARD_GRID (grid), gtk_drawing_area_new ());
  return grid;
}

static GtkAllocation
get_allocation (GtkWidget *widget)
{
  GtkAllocation allocation;

  gtk_widget_get_allocation (widget, &allocation);
  return allocation;
}

static void
check_places (GtkWidget *grid,
              int        width,
              int        height)
{
  for (GtkWidget *a = gtk_widget_get_first_child (grid); a != NULL;
       a = gtk_widget_get_next_sibling (a))
    {
      const GtkAllocation first = get_allocation (a);

      g_assert_cmpint (first.x, >=, 0);
      g_assert_cmpint (first.y, >=, 0);
      g_assert_cmpint (first.x + first.width, <=, width);
      g_assert_cmpint (first.y + first.height, <=, height);
      g_assert_cmpint (first.height, >=, 264);
      for (GtkWidget *b = gtk_widget_get_next_sibling (a); b != NULL;
           b = gtk_widget_get_next_sibling (b))
        {
          const GtkAllocation second = get_allocation (b);

          g_assert_false (gdk_rectangle_intersect (&first, &second, NULL));
        }
    }
}

static void
test_every_size (void)
{
  static const guint numbers[] = { 1, 2, 3, 4 };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    for (int width = 300; width <= 3840; width += 177)
      for (int more = 0; more <= 1000; more += 333)
        {
          GtkWidget *grid = make_grid (numbers[i]);
          int minimum;

          gtk_widget_measure (grid, GTK_ORIENTATION_VERTICAL, width, &minimum, NULL, NULL, NULL);
          gtk_widget_allocate (grid, width, minimum + more, -1, NULL);
          check_places (grid, width, minimum + more);
          ijk_card_grid_clear (IJK_CARD_GRID (grid));
          g_assert_finalize_object (G_OBJECT (grid));
        }
}

static void
test_columns_follow_the_width (void)
{
  GtkWidget *grid = make_grid (4);

  gtk_widget_measure (grid, GTK_ORIENTATION_VERTICAL, 500, NULL, NULL, NULL, NULL);
  gtk_widget_allocate (grid, 500, 3000, -1, NULL);
  g_assert_cmpuint (ijk_card_grid_get_n_columns (IJK_CARD_GRID (grid)), ==, 1);
  gtk_widget_measure (grid, GTK_ORIENTATION_VERTICAL, 1060, NULL, NULL, NULL, NULL);
  gtk_widget_allocate (grid, 1060, 900, -1, NULL);
  g_assert_cmpuint (ijk_card_grid_get_n_columns (IJK_CARD_GRID (grid)), ==, 2);
  ijk_card_grid_clear (IJK_CARD_GRID (grid));
  g_assert_finalize_object (G_OBJECT (grid));
}

static void
test_one_card_fills (void)
{
  GtkWidget *grid = make_grid (4);
  GtkWidget *first = gtk_widget_get_first_child (grid);

  ijk_card_grid_set_filled (IJK_CARD_GRID (grid), first);
  gtk_widget_measure (grid, GTK_ORIENTATION_VERTICAL, 1060, NULL, NULL, NULL, NULL);
  gtk_widget_allocate (grid, 1060, 700, -1, NULL);
  g_assert_cmpint (gtk_widget_get_width (first), ==, 1060);
  g_assert_cmpint (gtk_widget_get_height (first), ==, 700);
  ijk_card_grid_clear (IJK_CARD_GRID (grid));
  g_assert_finalize_object (G_OBJECT (grid));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP there is no display\n");
      return 0;
    }
  g_test_add_func ("/card-grid/every-size/nothing-overlaps", test_every_size);
  g_test_add_func ("/card-grid/columns/follow-the-width", test_columns_follow_the_width);
  g_test_add_func ("/card-grid/filled/takes-all", test_one_card_fills);
  return g_test_run ();
}
