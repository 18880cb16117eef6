/* A line of text: its size, and when it asks for another.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-text-line.h"
#include "widget-fixture.h"

static guint n_allocations;

static void
measure (GtkWidget      *widget,
         GtkOrientation  orientation,
         int             for_size,
         int            *minimum,
         int            *natural,
         int            *minimum_baseline,
         int            *natural_baseline)
{
  gtk_widget_measure (gtk_widget_get_first_child (widget), orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static void
allocate (GtkWidget *widget,
          int        width,
          int        height,
          int        baseline)
{
  n_allocations++;
  gtk_widget_allocate (gtk_widget_get_first_child (widget), width, height, baseline, NULL);
}

/* In a box that counts how often it is laid out. */
static IjkTextLine *
show_line (const char  *text,
           gboolean     is_cuttable,
           gboolean     takes_the_rest,
           GtkWidget  **window)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *line = g_object_new (IJK_TYPE_TEXT_LINE, "text", text, "is-cuttable", is_cuttable,
                                  "hexpand", takes_the_rest, NULL);

  gtk_box_append (GTK_BOX (box), line);
  gtk_widget_set_layout_manager (box, gtk_custom_layout_new (NULL, measure, allocate));
  *window = fixture_show (box, 300, 60);
  return IJK_TEXT_LINE (line);
}

static int
natural_width (IjkTextLine *line)
{
  int natural;

  gtk_widget_measure (GTK_WIDGET (line), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL,
                      NULL);
  return natural;
}

/* Whether the line takes another text without a layout. The screen may ask for one of its own, late
 * after a window comes, so it is tried with one text and the other; a text that needs one needs it each
 * time. */
static gboolean
takes_without_layout (IjkTextLine *line,
                      const char  *text,
                      const char  *other,
                      GtkWidget   *window)
{
  for (guint i = 0; i < 20; i++)
    {
      n_allocations = 0;
      ijk_text_line_set_text (line, i % 2 == 0 ? text : other);
      fixture_settle (window);
      if (n_allocations == 0)
        return TRUE;
    }
  return FALSE;
}

/* All figures are as wide as each other: "111.1" takes the room of "888.8". */
static void
test_figures_keep_the_layout (void)
{
  GtkWidget *window;
  IjkTextLine *line = show_line ("111.1 Mt", FALSE, FALSE, &window);
  const int width = natural_width (line);

  g_assert_true (takes_without_layout (line, "888.8 Mt", "111.1 Mt", window));
  ijk_text_line_set_text (line, "888.8 Mt");
  g_assert_cmpint (natural_width (line), ==, width);
  g_assert_cmpstr (ijk_text_line_get_text (line), ==, "888.8 Mt");

  g_assert_false (takes_without_layout (line, "1888.8 Mt", "888.8 Mt", window));
  ijk_text_line_set_text (line, "1888.8 Mt");
  g_assert_cmpint (natural_width (line), >, width);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* One that has all the room there is needs none of another text, until that does not fit. */
static void
test_rest_of_the_room_keeps_the_layout (void)
{
  GtkWidget *window;
  IjkTextLine *line = show_line ("short", TRUE, TRUE, &window);
  g_autofree char *much = g_strnfill (1000, 'm');

  g_assert_true (takes_without_layout (line, "a little longer", "short", window));
  n_allocations = 0;
  ijk_text_line_set_text (line, much);
  fixture_settle (window);
  g_assert_cmpuint (n_allocations, >, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_only_a_cuttable_one_can_be_narrow (void)
{
  static const gboolean are_cuttable[] = { FALSE, TRUE };

  for (guint i = 0; i < G_N_ELEMENTS (are_cuttable); i++)
    {
      GtkWidget *line = g_object_ref_sink (g_object_new (
          IJK_TYPE_TEXT_LINE, "text", "as under current law", "is-cuttable", are_cuttable[i], NULL));
      int minimum, natural;

      gtk_widget_measure (line, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
      if (are_cuttable[i])
        g_assert_cmpint (2 * minimum, <, natural);
      else
        g_assert_cmpint (minimum, ==, natural);
      gtk_widget_measure (line, GTK_ORIENTATION_VERTICAL, -1, &minimum, &natural, NULL, NULL);
      g_assert_cmpint (minimum, ==, natural);
      g_assert_finalize_object (line);
    }
}

/* A font of twice the size is a line about twice as wide. */
static void
test_follows_the_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  GtkWidget *window;
  IjkTextLine *line = show_line ("as under current law", FALSE, FALSE, &window);
  const int width = natural_width (line);

  gtk_css_provider_load_from_data (provider, ".twice { font-size: 200%; }", -1);
  gtk_style_context_add_provider_for_display (gtk_widget_get_display (window),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_widget_add_css_class (GTK_WIDGET (line), "twice");
  fixture_settle (window);
  g_assert_cmpint (natural_width (line), >, width * 3 / 2);
  gtk_style_context_remove_provider_for_display (gtk_widget_get_display (window),
                                                 GTK_STYLE_PROVIDER (provider));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_is_read_aloud (void)
{
  GtkWidget *line = g_object_ref_sink (g_object_new (IJK_TYPE_TEXT_LINE, NULL));

  g_assert_cmpstr (ijk_text_line_get_text (IJK_TEXT_LINE (line)), ==, "");
  gtk_test_accessible_assert_role (line, GTK_ACCESSIBLE_ROLE_LABEL);
  ijk_text_line_set_text (IJK_TEXT_LINE (line), "37.3");
  gtk_test_accessible_assert_property (line, GTK_ACCESSIBLE_PROPERTY_LABEL, "37.3");
  ijk_text_line_set_text (IJK_TEXT_LINE (line), NULL);
  gtk_test_accessible_assert_property (line, GTK_ACCESSIBLE_PROPERTY_LABEL, "");
  g_assert_finalize_object (line);
}

/* Beside a label with the same text, and half the room that the two ask for: the label has its whole. */
static void
test_one_that_gives_way_takes_what_is_left (void)
{
  const char *text = "seventeen letters and then some more of them";
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *line = g_object_new (IJK_TYPE_TEXT_LINE, "text", text, "is-cuttable", TRUE, "gives-way",
                                  TRUE, "hexpand", TRUE, NULL);
  GtkRequisition least, wanted;

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), line);
  g_object_ref_sink (box);
  gtk_widget_get_preferred_size (label, &least, &wanted);
  g_assert_cmpint (least.width, <, wanted.width);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, wanted.width * 3 / 2, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (box, &(GtkAllocation) { 0, 0, wanted.width * 3 / 2, 60 }, -1);
  g_assert_cmpint (gtk_widget_get_width (label), ==, wanted.width);
  g_assert_cmpint (gtk_widget_get_width (line), ==, wanted.width * 3 / 2 - wanted.width);
  g_object_unref (box);
}

int
main (int    argc,
      char **argv)
{
  const int status = fixture_init (&argc, &argv);

  if (status != 0)
    return status;
  g_test_add_func ("/text-line/figures-keep-the-layout", test_figures_keep_the_layout);
  g_test_add_func ("/text-line/rest-of-the-room-keeps-the-layout",
                   test_rest_of_the_room_keeps_the_layout);
  g_test_add_func ("/text-line/only-a-cuttable-one-can-be-narrow",
                   test_only_a_cuttable_one_can_be_narrow);
  g_test_add_func ("/text-line/one-that-gives-way-takes-what-is-left",
                   test_one_that_gives_way_takes_what_is_left);
  g_test_add_func ("/text-line/follows-the-style", test_follows_the_style);
  g_test_add_func ("/text-line/is-read-aloud", test_is_read_aloud);
  return g_test_run ();
}
