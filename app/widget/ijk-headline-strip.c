/* Six headlines in a grid that chooses its columns by the width: 6, 3 or 2. They are laid out here and
 * not in a GtkFlowBox, which would also make 5 and 4.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-headline-strip.h"

#include <glib/gi18n.h>

#include "ijk-headline-figures.h"
#include "ijk-headline-view.h"
#include "ijk-why-door.h"
#include "ijk-widget.h"

#define MIN_CELL_WIDTH 158 /* for the longest line at normal type */

G_STATIC_ASSERT ((int) IJK_N_HEADLINES == (int) IJK_N_HEADLINE_FIGURES);

struct _IjkHeadlineStrip
{
  GtkWidget parent_instance;

  IjkSession *session; /* (owned) */
  GtkWidget *headlines[IJK_N_HEADLINES];
  int n_columns;
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS,
};

enum
{
  HEADLINE_ACTIVATED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (IjkHeadlineStrip, ijk_headline_strip, GTK_TYPE_WIDGET)

static int
cell_width (IjkHeadlineStrip *self)
{
  int widest = MIN_CELL_WIDTH;

  for (guint i = 0; i < IJK_N_HEADLINES; i++)
    {
      int minimum;

      gtk_widget_measure (self->headlines[i], GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                          NULL);
      widest = MAX (widest, minimum);
    }
  return widest;
}

static int
columns_of (IjkHeadlineStrip *self,
            int               width)
{
  const int cell = cell_width (self);

  return width >= 6 * cell ? 6 : width >= 3 * cell ? 3 : 2;
}

static int
row_height (IjkHeadlineStrip *self)
{
  int highest = 0;

  for (guint i = 0; i < IJK_N_HEADLINES; i++)
    {
      int natural;

      gtk_widget_measure (self->headlines[i], GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL,
                          NULL);
      highest = MAX (highest, natural);
    }
  return highest;
}

static GtkSizeRequestMode
ijk_headline_strip_get_request_mode (GtkWidget *widget)
{
  (void) widget;
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ijk_headline_strip_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  IjkHeadlineStrip *self = IJK_HEADLINE_STRIP (widget);

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      int narrowest = 0;

      for (guint i = 0; i < IJK_N_HEADLINES; i++)
        {
          int cell;

          gtk_widget_measure (self->headlines[i], orientation, -1, &cell, NULL, NULL, NULL);
          narrowest = MAX (narrowest, cell);
        }
      *minimum = 2 * narrowest;
      *natural = 6 * cell_width (self);
      return;
    }
  *minimum = row_height (self) * (IJK_N_HEADLINES / columns_of (self, for_size < 0 ? G_MAXINT : for_size));
  *natural = *minimum;
}

static void
ijk_headline_strip_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  IjkHeadlineStrip *self = IJK_HEADLINE_STRIP (widget);
  const int n_columns = columns_of (self, width);
  const int n_rows = IJK_N_HEADLINES / n_columns;

  (void) baseline;
  self->n_columns = n_columns;
  for (int i = 0; i < IJK_N_HEADLINES; i++)
    {
      const int column = i % n_columns, row = i / n_columns;
      const gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
      const int place = is_rtl ? n_columns - 1 - column : column;
      const int left = width * place / n_columns, right = width * (place + 1) / n_columns;
      const int top = height * row / n_rows, bottom = height * (row + 1) / n_rows;

      gtk_widget_size_allocate (self->headlines[i],
                                &(GtkAllocation) { left, top, right - left, bottom - top }, -1);
    }
}

/* Thin lines between the cells, in the colour of the text. */
static void
ijk_headline_strip_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  IjkHeadlineStrip *self = IJK_HEADLINE_STRIP (widget);
  const float width = (float) gtk_widget_get_width (widget);
  const float height = (float) gtk_widget_get_height (widget);
  const int n_columns = MAX (self->n_columns, 1);
  const int n_rows = IJK_N_HEADLINES / n_columns;
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  colour.alpha *= 0.12f;
  for (int i = 1; i < n_columns; i++)
    gtk_snapshot_append_color (snapshot, &colour,
                               &GRAPHENE_RECT_INIT ((float) (int) (width * (float) i
                                                                   / (float) n_columns),
                                                    0, 1, height));
  for (int i = 1; i < n_rows; i++)
    gtk_snapshot_append_color (snapshot, &colour,
                               &GRAPHENE_RECT_INIT (0,
                                                    (float) (int) (height * (float) i
                                                                   / (float) n_rows),
                                                    width, 1));
  for (guint i = 0; i < IJK_N_HEADLINES; i++)
    gtk_widget_snapshot_child (widget, self->headlines[i], snapshot);
}

static void
update (IjkHeadlineStrip *self)
{
  IjkFigureInput input;

  if (!ijk_session_get_figure_input (self->session, &input))
    return;
  for (guint i = 0; i < IJK_N_HEADLINES; i++)
    {
      IjkHeadlineView *headline = IJK_HEADLINE_VIEW (self->headlines[i]);
      g_auto (IjkHeadlineWords) words = { 0 };

      ijk_headline_figure_write ((IjkHeadlineFigure) i, &input, &words);
      ijk_headline_view_set_title (headline, words.title);
      ijk_headline_view_set_value (headline, words.value, words.unit);
      ijk_headline_view_set_note (headline, words.note, words.tone);
      ijk_headline_view_set_difference (headline, words.difference);
    }
}

static void
free_number (gpointer data)
{
  ijk_named_number_free (data);
}

/* All six, of which the headline that was asked is meant. */
static GPtrArray *
list_cb (GtkWidget              *widget,
         const graphene_point_t *point,
         guint                  *selected)
{
  IjkHeadlineStrip *self
      = IJK_HEADLINE_STRIP (gtk_widget_get_ancestor (widget, IJK_TYPE_HEADLINE_STRIP));
  GPtrArray *numbers = g_ptr_array_new_with_free_func (free_number);
  IjkFigureInput input;

  (void) point;
  if (!ijk_session_get_figure_input (self->session, &input))
    return numbers;
  for (guint i = 0; i < IJK_N_HEADLINES; i++)
    {
      const IjkAskedNumber number = ijk_headline_figure_asked ((IjkHeadlineFigure) i, input.year);
      g_auto (IjkHeadlineWords) words = { 0 };

      ijk_headline_figure_write ((IjkHeadlineFigure) i, &input, &words);
      g_ptr_array_add (numbers, ijk_named_number_new (words.title, &number));
      if (self->headlines[i] == widget)
        *selected = i;
    }
  return numbers;
}

static void
activated_cb (GtkWidget        *headline,
              IjkHeadlineStrip *self)
{
  for (guint i = 0; i < IJK_N_HEADLINES; i++)
    if (self->headlines[i] == headline)
      g_signal_emit (self, signals[HEADLINE_ACTIVATED], 0, i,
                     ijk_headline_figure_chart ((IjkHeadlineFigure) i));
}

static void
ijk_headline_strip_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  IjkHeadlineStrip *self = IJK_HEADLINE_STRIP (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ijk_headline_strip_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  IjkHeadlineStrip *self = IJK_HEADLINE_STRIP (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      self->session = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ijk_headline_strip_constructed (GObject *object)
{
  IjkHeadlineStrip *self = IJK_HEADLINE_STRIP (object);

  G_OBJECT_CLASS (ijk_headline_strip_parent_class)->constructed (object);

  g_return_if_fail (self->session != NULL);
  g_signal_connect_object (self->session, "notify::result", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::year", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
}

static void
ijk_headline_strip_dispose (GObject *object)
{
  IjkHeadlineStrip *self = IJK_HEADLINE_STRIP (object);

  for (guint i = 0; i < IJK_N_HEADLINES; i++)
    g_clear_pointer (&self->headlines[i], gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ijk_headline_strip_parent_class)->dispose (object);
}

static void
ijk_headline_strip_class_init (IjkHeadlineStripClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ijk_headline_strip_get_property;
  object_class->set_property = ijk_headline_strip_set_property;
  object_class->constructed = ijk_headline_strip_constructed;
  object_class->dispose = ijk_headline_strip_dispose;
  widget_class->get_request_mode = ijk_headline_strip_get_request_mode;
  widget_class->measure = ijk_headline_strip_measure;
  widget_class->size_allocate = ijk_headline_strip_size_allocate;
  widget_class->snapshot = ijk_headline_strip_snapshot;

  properties[PROP_SESSION]
    = g_param_spec_object ("session", NULL, NULL, IJK_TYPE_SESSION,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[HEADLINE_ACTIVATED]
    = g_signal_new ("headline-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "headline-strip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ijk_headline_strip_init (IjkHeadlineStrip *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenuItem) item = ijk_why_door_make_item ();

  self->n_columns = 6;
  g_menu_append_item (menu, item);
  for (guint i = 0; i < IJK_N_HEADLINES; i++)
    {
      self->headlines[i] = ijk_headline_view_new ();
      g_signal_connect_object (self->headlines[i], "activated", G_CALLBACK (activated_cb), self, 0);
      gtk_widget_set_parent (self->headlines[i], GTK_WIDGET (self));
      ijk_why_door_add (self->headlines[i], list_cb, G_MENU_MODEL (menu));
    }
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Headline figures"), -1);
}

GtkWidget *
ijk_headline_strip_new (IjkSession *session)
{
  g_return_val_if_fail (IJK_IS_SESSION (session), NULL);

  return g_object_new (IJK_TYPE_HEADLINE_STRIP, "session", session, NULL);
}

GtkWidget *
ijk_headline_strip_get_headline (IjkHeadlineStrip *self,
                                 guint             i_headline)
{
  g_return_val_if_fail (IJK_IS_HEADLINE_STRIP (self), NULL);
  g_return_val_if_fail (i_headline < IJK_N_HEADLINES, NULL);

  return self->headlines[i_headline];
}
