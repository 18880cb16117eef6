/* ijk-chart-handle
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ijk-chart-handle.h"

#pragma GCC diagnostic ignored "-Wunused-parameter"

struct _IjkChartHandle
{
  GtkRange parent_instance;
};

G_DEFINE_FINAL_TYPE (IjkChartHandle, ijk_chart_handle, GTK_TYPE_RANGE)

static void
ijk_chart_handle_class_init (IjkChartHandleClass *klass)
{
  g_signal_new ("reset", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
  g_signal_new ("remove", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
  g_signal_new ("insert", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
  g_signal_new ("edit", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
}

static void
ijk_chart_handle_init (IjkChartHandle *self)
{
}

GtkWidget *
ijk_chart_handle_new (GtkAdjustment *adjustment, const char *label)
{
  return g_object_new (ijk_chart_handle_get_type (), NULL);
}

void
ijk_chart_handle_set_label (IjkChartHandle *self, const char *label)
{
}
