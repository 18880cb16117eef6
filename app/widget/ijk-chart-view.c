/* The widget itself: its properties and what it is given to show. Its layout and size are in
 * ijk-chart-view-layout.c, pointer and keys in ijk-chart-view-input.c, painting in
 * ijk-chart-view-paint.c, the bubble in ijk-chart-bubble.c.
 *
 * The picture is a render node that lasts as long as spec, size, fonts and style do. GTK compares
 * nodes by address first, so a cursor that moves repaints its own strip only.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-chart-view.h"

#include <adwaita.h>
#include <math.h>

#include "ijk-chart-view-private.h"
#include "ijk-widget.h"

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

/* Style */

static void
style_changed_cb (IjkChartView *self)
{
  ijk_chart_view_drop_picture (self);
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
  ijk_chart_view_drop_layout (self);
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
  ijk_chart_view_drop_layout (self);
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
    ijk_chart_view_drop_layout (self);
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
  ijk_chart_view_drop_layout (self);
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
  ijk_chart_view_drop_layout (self);
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
