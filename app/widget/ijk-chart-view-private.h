/* What the files of the chart view share: the widget's state, and the questions its input asks.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-chart-bubble.h"
#include "ijk-handle.h"
#include "ijk-chart-view.h"

G_BEGIN_DECLS

struct _IjkChartView
{
  GtkWidget parent_instance;

  IjkChartSpec *spec;        /* (owned) (nullable) */
  IjkChartLayout *layout;    /* (owned) (nullable): of layout_spec at layout_serial */
  guint layout_serial;       /* of the Pango context: fonts may change */
  gboolean is_layout_stale;  /* the layout is of an earlier spec; kept for the range of its axes */
  GskRenderNode *picture;    /* (owned) (nullable): the layout painted */
  guint n_paints;

  int year;
  gboolean holds_axis;
  gboolean has_words;
  double text_scale;

  guint hover_stop;          /* position in the layout's stops, or IJK_NO_INDEX */
  double hover_y_px;         /* of the pointer; NAN for keys */
  gboolean is_hover_by_key;
  gboolean is_dragging;
  guint dragged_handle;      /* position in handles, or IJK_NO_INDEX */
  double drag_offset_px;     /* from the pointer to the middle of the handle */
  GPtrArray *handles;        /* (owned) (element-type IjkHandle): children */

  GMenuModel *menu_model;    /* (owned) (nullable) */
  GtkWidget *popover;        /* (nullable): child */
};

enum
{
  IJK_CHART_VIEW_PART_ACTIVATED,
  IJK_CHART_VIEW_HANDLE_GRABBED,
  IJK_CHART_VIEW_HANDLE_RELEASED,
  IJK_CHART_VIEW_PLOT_ACTIVATED,
  IJK_CHART_VIEW_N_SIGNALS,
};

extern guint ijk_chart_view_signals[IJK_CHART_VIEW_N_SIGNALS];

/* ijk-chart-view.c */
void                  ijk_chart_view_set_hover     (IjkChartView   *self,
                                                    guint           stop,
                                                    gboolean        is_by_key);

/* ijk-chart-view-layout.c */
/* The picture is painted again; the layout is made again too. */
void                  ijk_chart_view_drop_picture  (IjkChartView   *self);
void                  ijk_chart_view_drop_layout   (IjkChartView   *self);
const IjkChartLayout *ijk_chart_view_ensure_layout (IjkChartView   *self);
gboolean              ijk_chart_view_has_years     (IjkChartView   *self);
/* Where a handle of the spec stands, or FALSE. */
gboolean              ijk_chart_view_locate_handle (IjkChartView   *self,
                                                    guint           handle,
                                                    IjkPoint       *point,
                                                    guint          *panel);
void                  ijk_chart_view_measure       (GtkWidget      *widget,
                                                    GtkOrientation  orientation,
                                                    int             for_size,
                                                    int            *minimum,
                                                    int            *natural,
                                                    int            *minimum_baseline,
                                                    int            *natural_baseline);
void                  ijk_chart_view_size_allocate (GtkWidget      *widget,
                                                    int             width,
                                                    int             height,
                                                    int             baseline);

/* ijk-chart-view-paint.c */
void                  ijk_chart_view_snapshot      (GtkWidget      *widget,
                                                    GtkSnapshot    *snapshot);

/* ijk-chart-view-input.c */
void                  ijk_chart_view_add_input     (IjkChartView   *self);
void                  ijk_chart_view_bind_keys     (GtkWidgetClass *klass);

G_END_DECLS
