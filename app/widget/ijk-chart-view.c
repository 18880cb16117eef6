/* The widget itself: its properties, layout and picture. Pointer and keys are in
 * ijk-chart-view-input.c, painting in ijk-chart-view-paint.c, the bubble in ijk-chart-bubble.c.
 *
 * The picture is a render node that lasts as long as spec, size, fonts and style do. GTK compares
 * nodes by address first, so a cursor that moves repaints its own strip only.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-chart-view.h"

#include <adwaita.h>
#include <math.h>

#include "ijk-chart-cairo.h"
#include "ijk-chart-overlay.h"
#include "ijk-chart-view-private.h"
#include "ijk-widget.h"

#define PADDING 2 /* room for the pill of the year below the axis */
#define MIN_WIDTH 160
#define MIN_HEIGHT 110
#define NATURAL_WIDTH 480
#define NATURAL_HEIGHT 300
#define SPARKLINE_MIN_WIDTH 40
#define SPARKLINE_MIN_HEIGHT 16

enum
{
  PROP_0,
  PROP_YEAR,
  PROP_HOLDS_AXIS,
  PROP_HAS_WORDS,
  PROP_TEXT_SCALE,
  PROP_MENU_MODEL,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];
guint ijk_chart_view_signals[IJK_CHART_VIEW_N_SIGNALS];

G_DEFINE_FINAL_TYPE (IjkChartView, ijk_chart_view, GTK_TYPE_WIDGET)

static void
drop_picture (IjkChartView *self)
{
  g_clear_pointer (&self->picture, gsk_render_node_unref);
}

/* Handles are children: they move when the chart does. */
static void
queue_update (IjkChartView *self)
{
  drop_picture (self);
  if (self->handles->len > 0)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drop_layout (IjkChartView *self)
{
  self->is_layout_stale = TRUE;
  queue_update (self);
}

/* The size of type that the desktop asks for, on top of our own. */
static double
desktop_text_scale (GtkWidget *widget)
{
  int dpi = -1;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? CLAMP (dpi / 1024.0 / 96, 0.5, 3) : 1;
}

/**
 * ijk_chart_view_ensure_layout:
 *
 * Lays the chart out for its present size if that is not done yet.
 *
 * Returns: (transfer none) (nullable): the layout; NULL without a spec or a size
 */
const IjkChartLayout *
ijk_chart_view_ensure_layout (IjkChartView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const guint serial = pango_context_get_serial (context);
  const IjkLayoutParameters parameters = {
    .width_px = gtk_widget_get_width (widget),
    .height_px = gtk_widget_get_height (widget),
    .padding_px = PADDING,
    .text_scale = self->text_scale * desktop_text_scale (widget),
    .flags = self->has_words ? IJK_LAYOUT_FIGURE : 0,
    .keeps_range_of = self->holds_axis ? self->layout : NULL,
  };
  IjkChartLayout *layout;

  if (self->spec == NULL || parameters.width_px < 1 || parameters.height_px < 1)
    return NULL;
  if (self->layout != NULL && !self->is_layout_stale && serial == self->layout_serial
      && ijk_chart_layout_get_width (self->layout) == parameters.width_px
      && ijk_chart_layout_get_height (self->layout) == parameters.height_px
      && ijk_chart_layout_get_text_scale (self->layout) == parameters.text_scale)
    return self->layout;

  layout = ijk_chart_layout_new (self->spec, &parameters, context);
  g_clear_pointer (&self->layout, ijk_chart_layout_unref);
  self->layout = layout;
  self->layout_serial = serial;
  self->is_layout_stale = FALSE;
  drop_picture (self);
  return self->layout;
}

gboolean
ijk_chart_view_has_years (IjkChartView *self)
{
  return self->spec != NULL && self->spec->kind == IJK_CHART_TIME;
}

gboolean
ijk_chart_view_locate_handle (IjkChartView *self,
                              guint         handle,
                              IjkPoint     *point,
                              guint        *panel)
{
  const IjkChartLayout *layout = ijk_chart_view_ensure_layout (self);
  guint i_movable = 0;

  if (layout == NULL || ijk_chart_layout_is_empty (layout))
    return FALSE;
  for (guint i = 0; i < self->spec->n_handles; i++)
    {
      if (!self->spec->handles[i].is_movable)
        continue;
      if (i_movable++ == handle)
        {
          const guint i_x = self->spec->handles[i].i_x;
          const IjkChartSeries *series = &self->spec->series[self->spec->handles[i].series];

          if (series->values == NULL || !isfinite (series->values[i_x]))
            return FALSE;
          *panel = series->panel;
          point->x = ijk_chart_layout_x_to_px (layout, self->spec->x[i_x]);
          point->y = ijk_chart_layout_y_to_px (layout, series->panel, series->values[i_x]);
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * ijk_chart_view_set_hover:
 * @stop: position in the layout's stops, or IJK_NO_INDEX for none
 * @is_by_key: whether keys led there: it then stays until Escape or the pointer takes over
 */
void
ijk_chart_view_set_hover (IjkChartView *self,
                          guint         stop,
                          gboolean      is_by_key)
{
  if (self->hover_stop == stop && self->is_hover_by_key == is_by_key)
    return;
  self->hover_stop = stop;
  self->is_hover_by_key = is_by_key;
  if (is_by_key)
    self->hover_y_px = NAN;
  if (is_by_key && stop != IJK_NO_INDEX && self->layout != NULL && !self->is_layout_stale)
    {
      g_autofree char *words = ijk_chart_bubble_describe (self->layout, stop);

      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      words, -1);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Size */

static void
ijk_chart_view_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  IjkChartView *self = IJK_CHART_VIEW (widget);
  const gboolean is_small = self->spec != NULL && self->spec->kind == IJK_CHART_SPARKLINE;
  const gboolean is_flat = orientation == GTK_ORIENTATION_HORIZONTAL;

  (void) for_size;
  *minimum = is_small ? (is_flat ? SPARKLINE_MIN_WIDTH : SPARKLINE_MIN_HEIGHT)
                      : (is_flat ? MIN_WIDTH : MIN_HEIGHT);
  *natural = is_small ? *minimum : is_flat ? NATURAL_WIDTH : NATURAL_HEIGHT;
  *minimum_baseline = *natural_baseline = -1;
}

static void
ijk_chart_view_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  IjkChartView *self = IJK_CHART_VIEW (widget);

  (void) width;
  (void) height;
  (void) baseline;
  for (guint i = 0; i < self->handles->len; i++)
    {
      GtkWidget *handle = self->handles->pdata[i];
      IjkPoint point;
      guint panel;
      int size;

      gtk_widget_measure (handle, GTK_ORIENTATION_HORIZONTAL, -1, &size, NULL, NULL, NULL);
      if (ijk_chart_view_locate_handle (self, i, &point, &panel))
        gtk_widget_size_allocate (handle,
                                  &(GtkAllocation) { (int) lround (point.x - size / 2.0),
                                                     (int) lround (point.y - size / 2.0), size,
                                                     size },
                                  -1);
      else
        gtk_widget_size_allocate (handle, &(GtkAllocation) { 0, 0, size, size }, -1);
    }
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

/* Style */

static void
style_changed_cb (IjkChartView *self)
{
  drop_picture (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
scale_factor_changed_cb (IjkChartView *self)
{
  style_changed_cb (self);
}

static void
text_size_changed_cb (IjkChartView *self)
{
  drop_layout (self);
}

/* Object */

static void
ijk_chart_view_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  IjkChartView *self = IJK_CHART_VIEW (object);

  switch (prop_id)
    {
    case PROP_YEAR:
      g_value_set_int (value, self->year);
      break;
    case PROP_HOLDS_AXIS:
      g_value_set_boolean (value, self->holds_axis);
      break;
    case PROP_HAS_WORDS:
      g_value_set_boolean (value, self->has_words);
      break;
    case PROP_TEXT_SCALE:
      g_value_set_double (value, self->text_scale);
      break;
    case PROP_MENU_MODEL:
      g_value_set_object (value, self->menu_model);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ijk_chart_view_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  IjkChartView *self = IJK_CHART_VIEW (object);

  switch (prop_id)
    {
    case PROP_YEAR:
      ijk_chart_view_set_year (self, g_value_get_int (value));
      break;
    case PROP_HOLDS_AXIS:
      ijk_chart_view_set_holds_axis (self, g_value_get_boolean (value));
      break;
    case PROP_HAS_WORDS:
      ijk_chart_view_set_has_words (self, g_value_get_boolean (value));
      break;
    case PROP_TEXT_SCALE:
      ijk_chart_view_set_text_scale (self, g_value_get_double (value));
      break;
    case PROP_MENU_MODEL:
      ijk_chart_view_set_menu_model (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ijk_chart_view_dispose (GObject *object)
{
  IjkChartView *self = IJK_CHART_VIEW (object);

  if (self->handles != NULL)
    ijk_chart_view_set_handles (self, NULL, NULL, 0);
  ijk_widget_close_popovers (GTK_WIDGET (self));
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_object (&self->menu_model);

  G_OBJECT_CLASS (ijk_chart_view_parent_class)->dispose (object);
}

static void
ijk_chart_view_finalize (GObject *object)
{
  IjkChartView *self = IJK_CHART_VIEW (object);

  g_clear_pointer (&self->picture, gsk_render_node_unref);
  g_clear_pointer (&self->layout, ijk_chart_layout_unref);
  g_clear_pointer (&self->spec, ijk_chart_spec_unref);
  g_clear_pointer (&self->handles, g_ptr_array_unref);

  G_OBJECT_CLASS (ijk_chart_view_parent_class)->finalize (object);
}

static void
ijk_chart_view_class_init (IjkChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  const GType type = G_TYPE_FROM_CLASS (klass);

  object_class->get_property = ijk_chart_view_get_property;
  object_class->set_property = ijk_chart_view_set_property;
  object_class->dispose = ijk_chart_view_dispose;
  object_class->finalize = ijk_chart_view_finalize;
  widget_class->measure = ijk_chart_view_measure;
  widget_class->size_allocate = ijk_chart_view_size_allocate;
  widget_class->snapshot = ijk_chart_view_snapshot;

  properties[PROP_YEAR] = g_param_spec_int ("year", NULL, NULL, 0, 9999, 0, flags);
  properties[PROP_HOLDS_AXIS]
    = g_param_spec_boolean ("holds-axis", NULL, NULL, FALSE, flags);
  properties[PROP_HAS_WORDS] = g_param_spec_boolean ("has-words", NULL, NULL, FALSE, flags);
  properties[PROP_TEXT_SCALE]
    = g_param_spec_double ("text-scale", NULL, NULL, 0.5, 4, 1, flags);
  properties[PROP_MENU_MODEL]
    = g_param_spec_object ("menu-model", NULL, NULL, G_TYPE_MENU_MODEL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  ijk_chart_view_signals[IJK_CHART_VIEW_PART_ACTIVATED]
    = g_signal_new ("part-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                    G_TYPE_UINT, G_TYPE_UINT);
  ijk_chart_view_signals[IJK_CHART_VIEW_HANDLE_GRABBED]
    = g_signal_new ("handle-grabbed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                    G_TYPE_UINT);
  ijk_chart_view_signals[IJK_CHART_VIEW_HANDLE_RELEASED]
    = g_signal_new ("handle-released", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                    1, G_TYPE_UINT);
  ijk_chart_view_signals[IJK_CHART_VIEW_PLOT_ACTIVATED]
    = g_signal_new ("plot-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                    G_TYPE_DOUBLE, G_TYPE_DOUBLE);

  ijk_chart_view_bind_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "chart-view");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ijk_chart_view_init (IjkChartView *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  GtkSettings *settings = gtk_widget_get_settings (GTK_WIDGET (self));

  self->text_scale = 1;
  self->hover_stop = IJK_NO_INDEX;
  self->hover_y_px = NAN;
  self->dragged_handle = IJK_NO_INDEX;
  self->handles = g_ptr_array_new ();
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_VISIBLE);
  ijk_chart_view_add_input (self);

  g_signal_connect_object (style, "notify::dark", G_CALLBACK (style_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (style_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "notify::gtk-xft-dpi", G_CALLBACK (text_size_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (scale_factor_changed_cb), NULL);
}

/* Public */

GtkWidget *
ijk_chart_view_new (void)
{
  return g_object_new (IJK_TYPE_CHART_VIEW, NULL);
}

static void
update_accessible (IjkChartView *self)
{
  const char *title = self->spec != NULL ? self->spec->title : NULL;
  const char *description = self->spec != NULL ? self->spec->description : NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title != NULL ? title : "",
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description != NULL ? description : "", -1);
}

/**
 * ijk_chart_view_set_spec:
 * @spec: (transfer none) (nullable): what to show
 *
 * Shows another chart. Nothing happens where @spec says what is shown already.
 */
void
ijk_chart_view_set_spec (IjkChartView       *self,
                         const IjkChartSpec *spec)
{
  IjkChartKind old_kind;

  g_return_if_fail (IJK_IS_CHART_VIEW (self));

  if (spec == self->spec
      || (spec != NULL && self->spec != NULL && ijk_chart_spec_equal (spec, self->spec)))
    return;
  old_kind = self->spec != NULL ? self->spec->kind : IJK_CHART_TIME;
  g_clear_pointer (&self->spec, ijk_chart_spec_unref);
  self->spec = spec != NULL ? ijk_chart_spec_ref (spec) : NULL;
  if (spec == NULL)
    g_clear_pointer (&self->layout, ijk_chart_layout_unref);
  if (spec == NULL || spec->kind != old_kind)
    {
      self->hover_stop = IJK_NO_INDEX;
      gtk_widget_queue_resize (GTK_WIDGET (self));
    }
  update_accessible (self);
  drop_layout (self);
}

const IjkChartSpec *
ijk_chart_view_get_spec (IjkChartView *self)
{
  g_return_val_if_fail (IJK_IS_CHART_VIEW (self), NULL);

  return self->spec;
}

const IjkChartLayout *
ijk_chart_view_get_layout (IjkChartView *self)
{
  g_return_val_if_fail (IJK_IS_CHART_VIEW (self), NULL);

  return ijk_chart_view_ensure_layout (self);
}

int
ijk_chart_view_get_year (IjkChartView *self)
{
  g_return_val_if_fail (IJK_IS_CHART_VIEW (self), 0);

  return self->year;
}

void
ijk_chart_view_set_year (IjkChartView *self,
                         int           year)
{
  g_return_if_fail (IJK_IS_CHART_VIEW (self));

  if (self->year == year)
    return;
  self->year = year;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_YEAR]);
}

/**
 * ijk_chart_view_set_holds_axis:
 *
 * While TRUE value axes grow with the data and do not shrink. Set to FALSE they settle.
 */
void
ijk_chart_view_set_holds_axis (IjkChartView *self,
                               gboolean      holds_axis)
{
  g_return_if_fail (IJK_IS_CHART_VIEW (self));

  if (self->holds_axis == holds_axis)
    return;
  self->holds_axis = holds_axis;
  if (!holds_axis)
    drop_layout (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HOLDS_AXIS]);
}

void
ijk_chart_view_set_text_scale (IjkChartView *self,
                               double        text_scale)
{
  g_return_if_fail (IJK_IS_CHART_VIEW (self));

  if (self->text_scale == text_scale)
    return;
  self->text_scale = text_scale;
  drop_layout (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT_SCALE]);
}

void
ijk_chart_view_set_has_words (IjkChartView *self,
                              gboolean      has_words)
{
  g_return_if_fail (IJK_IS_CHART_VIEW (self));

  if (self->has_words == has_words)
    return;
  self->has_words = has_words;
  drop_layout (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HAS_WORDS]);
}

void
ijk_chart_view_set_menu_model (IjkChartView *self,
                               GMenuModel   *menu_model)
{
  g_return_if_fail (IJK_IS_CHART_VIEW (self));

  if (!g_set_object (&self->menu_model, menu_model))
    return;
  ijk_widget_close_popovers (GTK_WIDGET (self));
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MENU_MODEL]);
}

/**
 * ijk_chart_view_set_handles:
 * @adjustments: (array length=n_handles): in the order of the movable handles of the spec
 * @labels: (array length=n_handles): what each sets
 *
 * Gives the chart points that can be moved; those there were go away.
 */
void
ijk_chart_view_set_handles (IjkChartView       *self,
                            GtkAdjustment     **adjustments,
                            const char *const  *labels,
                            guint               n_handles)
{
  g_return_if_fail (IJK_IS_CHART_VIEW (self));

  for (guint i = 0; i < self->handles->len; i++)
    gtk_widget_unparent (self->handles->pdata[i]);
  g_ptr_array_set_size (self->handles, 0);
  for (guint i = 0; i < n_handles; i++)
    {
      GtkWidget *handle = ijk_handle_new (adjustments[i], labels[i]);

      gtk_widget_set_parent (handle, GTK_WIDGET (self));
      g_ptr_array_add (self->handles, handle);
    }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

GtkWidget *
ijk_chart_view_get_handle (IjkChartView *self,
                           guint         handle)
{
  g_return_val_if_fail (IJK_IS_CHART_VIEW (self), NULL);

  return handle < self->handles->len ? self->handles->pdata[handle] : NULL;
}

GdkTexture *
ijk_chart_view_dup_texture (IjkChartView *self,
                            double        scale)
{
  const IjkStyle style = ijk_chart_view_get_style ();
  const IjkChartLayout *layout;
  cairo_surface_t *surface;
  g_autoptr (IjkMarkList) marks = NULL;
  g_autoptr (GBytes) bytes = NULL;
  cairo_t *cr;
  int width, height;

  g_return_val_if_fail (IJK_IS_CHART_VIEW (self), NULL);

  layout = ijk_chart_view_ensure_layout (self);
  if (layout == NULL)
    return NULL;
  width = (int) ceil (ijk_chart_layout_get_width (layout) * scale);
  height = (int) ceil (ijk_chart_layout_get_height (layout) * scale);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  (void) ijk_chart_paint (layout, cr, style, IJK_PAINT_BACKGROUND,
                          NULL); /* as seen; warned of there */
  marks = ijk_chart_overlay_new (layout,
                                 &(IjkOverlayState) { self->year > 0 ? self->year : (double) NAN,
                                                     NAN, IJK_NO_INDEX, TRUE },
                                 gtk_widget_get_pango_context (GTK_WIDGET (self)));
  ijk_marks_paint (marks, layout, cr, style, 0);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      (gsize) (cairo_image_surface_get_stride (surface) * height),
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes,
                                 (gsize) cairo_image_surface_get_stride (surface));
}

guint
ijk_chart_view_get_n_paints (IjkChartView *self)
{
  g_return_val_if_fail (IJK_IS_CHART_VIEW (self), 0);

  return self->n_paints;
}

IjkStyle
ijk_chart_view_get_style (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  const gboolean is_dark = adw_style_manager_get_dark (manager);

  if (ijk_widget_has_contrast ())
    return is_dark ? IJK_STYLE_CONTRAST_DARK : IJK_STYLE_CONTRAST_LIGHT;
  return is_dark ? IJK_STYLE_DARK : IJK_STYLE_LIGHT;
}
