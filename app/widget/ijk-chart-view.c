/* ijk-chart-view
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-chart-view.h"

#pragma GCC diagnostic ignored "-Wunused-parameter"

struct _IjkChartView
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (IjkChartView, ijk_chart_view, GTK_TYPE_WIDGET)

static void
ijk_chart_view_class_init (IjkChartViewClass *klass)
{
  g_signal_new ("part-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  g_signal_new ("handle-grabbed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, G_TYPE_UINT);
  g_signal_new ("handle-released", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, G_TYPE_UINT);
  g_signal_new ("plot-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
}

static void
ijk_chart_view_init (IjkChartView *self)
{
}

GtkWidget            *
ijk_chart_view_new (void)
{
  return NULL;
}

void
ijk_chart_view_set_spec (IjkChartView *self, const IjkChartSpec *spec)
{
}

const IjkChartSpec   *
ijk_chart_view_get_spec (IjkChartView *self)
{
  return NULL;
}

const IjkChartLayout *
ijk_chart_view_get_layout (IjkChartView *self)
{
  return NULL;
}

int
ijk_chart_view_get_year (IjkChartView *self)
{
  return 0;
}

void
ijk_chart_view_set_year (IjkChartView *self, int year)
{
}

void
ijk_chart_view_set_holds_axis (IjkChartView *self, gboolean holds_axis)
{
}

void
ijk_chart_view_set_text_scale (IjkChartView *self, double text_scale)
{
}

void
ijk_chart_view_set_has_words (IjkChartView *self, gboolean has_words)
{
}

void
ijk_chart_view_set_menu_model (IjkChartView *self, GMenuModel *menu_model)
{
}

void
ijk_chart_view_set_handles (IjkChartView *self, GtkAdjustment **adjustments, const char *const *labels, guint n_handles)
{
}

GtkWidget            *
ijk_chart_view_get_handle (IjkChartView *self, guint handle)
{
  return NULL;
}

GdkTexture           *
ijk_chart_view_dup_texture (IjkChartView *self, double scale)
{
  return NULL;
}

guint
ijk_chart_view_get_n_paints (IjkChartView *self)
{
  return 0;
}

IjkStyle
ijk_chart_view_get_style (void)
{
  return IJK_STYLE_LIGHT;
}
