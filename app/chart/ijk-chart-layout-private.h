/* The layout while it is being made: what the files ijk-layout-*.c share.
 *
 *      padding
 *      title  subtitle
 *      unit of panel 0            (the words of the boundary share the line below)
 *      +------+------------------+-----------------+
 *      | tick | plot of panel 0  | labels at the   |
 *      | text |                  | data's end      |
 *      +------+------------------+-----------------+
 *      unit of panel 1, plot of panel 1 ...
 *             x tick text
 *             name of the x axis
 *      key
 *      source
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-chart-layout.h"
#include "ijk-ticks.h"

G_BEGIN_DECLS

/* Details in the order they go: those at or below the level in force are left out. */
typedef enum
{
  IJK_DETAIL_LABELS = 1,  /* at the data; a key below takes over */
  IJK_DETAIL_KEY_BELOW,   /* then one beside the plots */
  IJK_DETAIL_ROOM,        /* plots may be low, with a key below */
  IJK_DETAIL_WHOLE_NAMES, /* names may be cut, in a key beside low plots */
  IJK_DETAIL_SUBTITLE,
  IJK_DETAIL_KEY,
  IJK_DETAIL_SOURCE,
  IJK_DETAIL_UNIT,
  IJK_DETAIL_TITLE,
  IJK_DETAIL_AXIS_TEXT,
} IjkDetail;

typedef struct
{
  IjkBox plot;
  double y_min, y_max;
  IjkTicks ticks;
} IjkLayoutPanel;

/* The sums of the stacked series of a panel: where each begins and ends, per sign. */
typedef struct
{
  guint n_x;
  double *base[2], *tip[2]; /* (owned): n_series * n_x; [0] up from zero, [1] down from zero */
  double *total;            /* (owned): n_x; NAN where no series has a value */
} IjkStack;

struct _IjkChartLayout
{
  IjkChartSpec *spec; /* (owned) */
  IjkLayoutParameters parameters;
  char *family; /* (owned) (nullable) */

  IjkMarkList *marks; /* (owned) */
  GArray *stops;      /* (owned) (element-type IjkStop) */
  IjkLayoutPanel panels[2];
  guint n_panels;
  double x_min, x_max; /* at the plots' left and right edge */
  guint detail;
  gboolean is_empty;

  /* While being made only. */
  IjkTextMeter *meter; /* (owned) (nullable) */
  GArray *taken;       /* (owned) (nullable) (element-type IjkBox): where words are */
  IjkBox inner;        /* what is left inside title, source and key */
};

typedef struct
{
  guint i_part;
  IjkPart part;
  const char *text; /* borrowed until the label is placed */
  IjkRole role;
  IjkTone tone;
  IjkPattern pattern;
  IjkDash dash;
  gboolean is_strong;
  gboolean has_key;   /* a coloured square before the words */
  gboolean is_line_key;
  IjkPoint anchor;    /* where the data ends */
} IjkEndLabel;

/* ijk-layout-frame.c */
gboolean ijk_layout_shows            (const IjkChartLayout *self,
                                      IjkDetail             detail);
double   ijk_layout_scale            (const IjkChartLayout *self,
                                      double                px);
void     ijk_layout_frame            (IjkChartLayout       *self);
gboolean ijk_layout_key              (IjkChartLayout       *self,
                                      const IjkEndLabel    *entries,
                                      guint                 n_entries);
double   ijk_layout_key_entry_width  (IjkChartLayout       *self,
                                      const IjkEndLabel    *entry);
gboolean ijk_layout_key_entry        (IjkChartLayout       *self,
                                      const IjkEndLabel    *entry,
                                      double                x,
                                      double                y,
                                      double                width);
void     ijk_layout_empty_message    (IjkChartLayout       *self);
double   ijk_layout_min_plot_height  (const IjkChartLayout *self);
double   ijk_layout_min_plot_width   (const IjkChartLayout *self);

/* ijk-layout-axis.c */
void     ijk_layout_widen_axis       (IjkChartAxis         *axis,
                                      double                low,
                                      double                high);
void     ijk_layout_value_range      (IjkChartLayout       *self,
                                      guint                 panel,
                                      const IjkChartAxis   *axis,
                                      double                low,
                                      double                high,
                                      double                length_px,
                                      double                px_per_tick);
double   ijk_layout_tick_width       (IjkChartLayout       *self,
                                      guint                 panel,
                                      const IjkChartAxis   *axis);
void     ijk_layout_value_axis       (IjkChartLayout       *self,
                                      guint                 panel,
                                      const IjkChartAxis   *axis,
                                      gboolean              has_grid);
void     ijk_layout_flat_axis        (IjkChartLayout       *self,
                                      const IjkTicks       *ticks,
                                      const IjkNumberFormat *format,
                                      gboolean              has_grid,
                                      gboolean              has_tick_marks);
double   ijk_layout_x_axis_height    (IjkChartLayout       *self,
                                      const char           *name);
void     ijk_layout_x_axis_name      (IjkChartLayout       *self,
                                      const char           *name);
void     ijk_layout_unit             (IjkChartLayout       *self,
                                      const char           *name,
                                      double                y,
                                      double                width);
double   ijk_layout_x_text_gap       (double                line_height);
double   ijk_layout_unit_air         (IjkChartLayout       *self);
double   ijk_layout_unit_height      (IjkChartLayout       *self,
                                      const char           *name);

/* ijk-layout-label.c */
gboolean ijk_layout_is_free          (const IjkChartLayout *self,
                                      const IjkBox         *box);
gboolean ijk_layout_crosses_line     (const IjkChartLayout *self,
                                      const IjkBox         *box,
                                      guint                 except_series);
void     ijk_layout_take             (IjkChartLayout       *self,
                                      const IjkBox         *box);
IjkBox   ijk_layout_text_box         (IjkChartLayout       *self,
                                      IjkType               type,
                                      const char           *text,
                                      double                x,
                                      double                y,
                                      double                x_share,
                                      double                y_share);
gboolean ijk_layout_text             (IjkChartLayout       *self,
                                      const IjkMark        *mark,
                                      const IjkBox         *box);
double   ijk_layout_end_label_width  (IjkChartLayout       *self,
                                      const IjkEndLabel    *labels,
                                      guint                 n_labels);
gboolean ijk_layout_end_labels       (IjkChartLayout       *self,
                                      const IjkEndLabel    *labels,
                                      guint                 n_labels,
                                      double                column_x,
                                      double                column_width,
                                      double                top,
                                      double                bottom);
void     ijk_spread_positions        (double               *centres,
                                      const double         *heights,
                                      guint                 n_centres,
                                      double                low,
                                      double                high);

/* ijk-layout-marker.c */
void     ijk_layout_markers          (IjkChartLayout       *self);
gboolean ijk_layout_pill             (IjkChartLayout       *self,
                                      IjkPart               part,
                                      guint                 i_part,
                                      IjkRole               role,
                                      const char           *text,
                                      const IjkPoint       *centres,
                                      guint                 n_centres);
gboolean ijk_layout_pill_suits       (const IjkChartLayout *self,
                                      guint                 panel,
                                      const IjkTextSize    *size);
IjkTextSize ijk_layout_pill_size     (IjkChartLayout       *self,
                                      const char           *text);

/* ijk-layout-stack.c */
void     ijk_stack_init              (IjkStack             *self,
                                      const IjkChartSpec   *spec,
                                      guint                 panel,
                                      IjkShape              shape);
void     ijk_stack_clear             (IjkStack             *self);

/* ijk-layout-series.c */
void     ijk_layout_series           (IjkChartLayout       *self,
                                      guint                 panel,
                                      const IjkStack       *areas,
                                      const IjkStack       *columns);
double   ijk_layout_x_step           (const IjkChartSpec   *spec);
double   ijk_layout_line_width       (const IjkChartSeries *series);
IjkTone  ijk_layout_surface_tone     (const IjkChartSeries *series,
                                      gboolean              is_projected);

/* ijk-layout-band-label.c */
void     ijk_layout_take_handles     (IjkChartLayout       *self);
gboolean ijk_layout_band_label       (IjkChartLayout       *self,
                                      guint                 i_series,
                                      const IjkStack       *areas);
void     ijk_layout_handle_labels    (IjkChartLayout       *self);

/* One per kind of chart: FALSE means that it does not fit with this much detail. */
gboolean ijk_layout_time             (IjkChartLayout       *self);
gboolean ijk_layout_sparkline        (IjkChartLayout       *self);
gboolean ijk_layout_rows             (IjkChartLayout       *self);
gboolean ijk_layout_blocks           (IjkChartLayout       *self);
gboolean ijk_layout_grid             (IjkChartLayout       *self);
gboolean ijk_layout_histogram        (IjkChartLayout       *self);

G_END_DECLS
