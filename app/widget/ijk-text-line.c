/* A Pango layout of the text as it wants to be; what is painted is the same layout, narrowed. Figures
 * are of equal width, so that a number that changes seldom takes another size.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-text-line.h"

struct _IjkTextLine
{
  GtkWidget parent_instance;

  char *text;          /* (owned) */
  gboolean is_cuttable;
  gboolean gives_way;
  PangoLayout *layout; /* (owned) (nullable): until it is first measured */
  int width, height;   /* of the whole text, in pixels; what was asked for */
};

enum
{
  PROP_0,
  PROP_TEXT,
  PROP_IS_CUTTABLE,
  PROP_GIVES_WAY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (IjkTextLine, ijk_text_line, GTK_TYPE_WIDGET)

/* Rounds up: half a pixel less would cut a text that has room. */
static void
read_size (IjkTextLine *self,
           int         *width,
           int         *height)
{
  PangoRectangle rectangle;

  pango_layout_set_width (self->layout, -1);
  pango_layout_get_extents (self->layout, NULL, &rectangle);
  *width = PANGO_PIXELS_CEIL (rectangle.width);
  *height = PANGO_PIXELS_CEIL (rectangle.height);
}

static void
ensure_layout (IjkTextLine *self)
{
  g_autoptr (PangoAttrList) attributes = NULL;

  if (self->layout != NULL)
    return;
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->text);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (self->layout, TRUE);
  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  pango_layout_set_attributes (self->layout, attributes);
  read_size (self, &self->width, &self->height);
}

/* The width of an ellipsis and a little of the text. */
static int
least_width (IjkTextLine *self)
{
  PangoContext *context = pango_layout_get_context (self->layout);
  PangoFontMetrics *metrics;
  int width;

  if (!self->is_cuttable)
    return self->width;
  metrics = pango_context_get_metrics (context, NULL, NULL);
  width = 3 * pango_font_metrics_get_approximate_char_width (metrics);
  pango_font_metrics_unref (metrics);
  return MIN (PANGO_PIXELS_CEIL (width), self->width);
}

static void
ijk_text_line_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  IjkTextLine *self = IJK_TEXT_LINE (widget);

  (void) for_size;
  ensure_layout (self);
  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least_width (self);
      *natural = self->gives_way ? *minimum : self->width;
      return;
    }
  *minimum = *natural = self->height;
  *minimum_baseline = *natural_baseline = PANGO_PIXELS (pango_layout_get_baseline (self->layout));
}

/* Pixels from the top at which the text begins: on the baseline of its row, or in the middle. */
static int
find_top (IjkTextLine *self)
{
  const int baseline = gtk_widget_get_allocated_baseline (GTK_WIDGET (self));

  if (baseline >= 0)
    return baseline - PANGO_PIXELS (pango_layout_get_baseline (self->layout));
  return (gtk_widget_get_height (GTK_WIDGET (self)) - self->height) / 2;
}

static void
ijk_text_line_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  IjkTextLine *self = IJK_TEXT_LINE (widget);
  const int width = gtk_widget_get_width (widget);
  const gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GdkRGBA colour;

  ensure_layout (self);
  pango_layout_set_width (self->layout, width < self->width ? width * PANGO_SCALE : -1);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((float) (is_rtl ? MAX (width - self->width, 0) : 0),
                                                (float) find_top (self)));
  gtk_snapshot_append_layout (snapshot, self->layout, &colour);
  gtk_snapshot_restore (snapshot);
}

static void
drop_layout (IjkTextLine *self)
{
  g_clear_object (&self->layout);
}

/* The parent class asks for what has to be done anew: size or picture. */
static void
ijk_text_line_css_changed (GtkWidget         *widget,
                           GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (ijk_text_line_parent_class)->css_changed (widget, change);
  drop_layout (IJK_TEXT_LINE (widget));
}

static void
ijk_text_line_system_setting_changed (GtkWidget        *widget,
                                      GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (ijk_text_line_parent_class)->system_setting_changed (widget, setting);
  drop_layout (IJK_TEXT_LINE (widget));
}

static void
ijk_text_line_direction_changed (GtkWidget        *widget,
                                 GtkTextDirection  previous)
{
  GTK_WIDGET_CLASS (ijk_text_line_parent_class)->direction_changed (widget, previous);
  drop_layout (IJK_TEXT_LINE (widget));
}

static gboolean
ijk_text_line_query_tooltip (GtkWidget  *widget,
                             int         x,
                             int         y,
                             gboolean    is_by_keyboard,
                             GtkTooltip *tooltip)
{
  IjkTextLine *self = IJK_TEXT_LINE (widget);

  (void) x;
  (void) y;
  (void) is_by_keyboard;
  if (gtk_widget_get_width (widget) >= self->width)
    return FALSE;
  gtk_tooltip_set_text (tooltip, self->text);
  return TRUE;
}

static void
ijk_text_line_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  IjkTextLine *self = IJK_TEXT_LINE (object);

  switch (prop_id)
    {
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_IS_CUTTABLE:
      g_value_set_boolean (value, self->is_cuttable);
      break;
    case PROP_GIVES_WAY:
      g_value_set_boolean (value, self->gives_way);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ijk_text_line_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  IjkTextLine *self = IJK_TEXT_LINE (object);

  switch (prop_id)
    {
    case PROP_TEXT:
      ijk_text_line_set_text (self, g_value_get_string (value));
      break;
    case PROP_IS_CUTTABLE:
      self->is_cuttable = g_value_get_boolean (value);
      gtk_widget_set_has_tooltip (GTK_WIDGET (self), self->is_cuttable);
      break;
    case PROP_GIVES_WAY:
      self->gives_way = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ijk_text_line_finalize (GObject *object)
{
  IjkTextLine *self = IJK_TEXT_LINE (object);

  drop_layout (self);
  g_free (self->text);

  G_OBJECT_CLASS (ijk_text_line_parent_class)->finalize (object);
}

static void
ijk_text_line_class_init (IjkTextLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ijk_text_line_get_property;
  object_class->set_property = ijk_text_line_set_property;
  object_class->finalize = ijk_text_line_finalize;
  widget_class->measure = ijk_text_line_measure;
  widget_class->snapshot = ijk_text_line_snapshot;
  widget_class->css_changed = ijk_text_line_css_changed;
  widget_class->system_setting_changed = ijk_text_line_system_setting_changed;
  widget_class->direction_changed = ijk_text_line_direction_changed;
  widget_class->query_tooltip = ijk_text_line_query_tooltip;

  properties[PROP_TEXT]
    = g_param_spec_string ("text", NULL, NULL, "",
                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_IS_CUTTABLE]
    = g_param_spec_boolean ("is-cuttable", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_GIVES_WAY]
    = g_param_spec_boolean ("gives-way", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "label");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
ijk_text_line_init (IjkTextLine *self)
{
  self->text = g_strdup ("");
}

/* A line that takes what is left asks for no other size as long as there is room for it. */
static gboolean
needs_size (IjkTextLine *self,
            int          width,
            int          height)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (height != self->height)
    return TRUE;
  if (self->is_cuttable && gtk_widget_get_hexpand (widget))
    return gtk_widget_get_width (widget) < MAX (width, self->width);
  return width != self->width;
}

/**
 * ijk_text_line_set_text:
 * @text: (nullable): as ""; plain, without line ends
 *
 * Shows another text. Nothing happens where it is the one shown.
 */
void
ijk_text_line_set_text (IjkTextLine *self,
                        const char  *text)
{
  g_return_if_fail (IJK_IS_TEXT_LINE (self));

  if (text == NULL)
    text = "";
  if (g_str_equal (text, self->text))
    return;
  g_free (self->text);
  self->text = g_strdup (text);
  if (self->layout == NULL)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  else
    {
      int width, height;

      pango_layout_set_text (self->layout, text, -1);
      read_size (self, &width, &height);
      if (needs_size (self, width, height))
        gtk_widget_queue_resize (GTK_WIDGET (self));
      else
        gtk_widget_queue_draw (GTK_WIDGET (self));
      self->width = width;
      self->height = height;
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

const char *
ijk_text_line_get_text (IjkTextLine *self)
{
  g_return_val_if_fail (IJK_IS_TEXT_LINE (self), NULL);

  return self->text;
}
