/* What the files of the time chart share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-chart-layout-private.h"

G_BEGIN_DECLS

typedef struct
{
  IjkChartLayout *layout;
  IjkStack areas[2], columns[2];
  gboolean has_columns;
  gboolean *is_outside; /* (owned): per series: only beside the plot is there room */
  GArray *labels[2];    /* (owned) (element-type IjkEndLabel): beside the plot */
  GStringChunk *strings; /* (owned) */
  gboolean raises_words; /* those of the boundary, above the highest tick text */
} IjkTimeLayout;

void     ijk_time_init              (IjkTimeLayout  *self,
                                     IjkChartLayout *layout);
void     ijk_time_clear             (IjkTimeLayout  *self);
void     ijk_time_find_range        (const IjkTimeLayout *self,
                                     guint           panel,
                                     double         *low,
                                     double         *high);
void     ijk_time_widen_range       (const IjkTimeLayout *self,
                                     guint           panel,
                                     double         *low,
                                     double         *high);
gboolean ijk_time_find_end          (const IjkTimeLayout *self,
                                     guint           i_series,
                                     double         *x,
                                     double         *y);
void     ijk_time_set_x_range       (IjkTimeLayout  *self);
void     ijk_time_add_stops         (IjkTimeLayout  *self);

/* ijk-layout-time-label.c */
void     ijk_time_collect_labels    (IjkTimeLayout  *self);
gboolean ijk_time_place_end_labels  (IjkTimeLayout  *self,
                                     double          column_width);
gboolean ijk_time_place_near_labels (IjkTimeLayout  *self);
gboolean ijk_time_place_band_labels (IjkTimeLayout  *self);
IjkEndLabel ijk_time_make_label     (IjkTimeLayout  *self,
                                     guint           i_series,
                                     double          y);
IjkEndLabel ijk_time_make_rule_label (const IjkTimeLayout *self,
                                     guint           i_rule);

/* ijk-layout-time.c */
double   ijk_time_words_height      (IjkTimeLayout  *self);

/* ijk-layout-time-key.c */
typedef enum
{
  IJK_TIME_KEY_NONE,
  IJK_TIME_KEY_BELOW,
  IJK_TIME_KEY_BESIDE,
} IjkTimeKeyPlace;

IjkTimeKeyPlace ijk_time_key_place  (const IjkTimeLayout *self);
gboolean ijk_time_place_key_below   (IjkTimeLayout  *self);
double   ijk_time_key_column_width  (IjkTimeLayout  *self);
double   ijk_time_lower_unit_width  (const IjkTimeLayout *self);
gboolean ijk_time_place_key_beside  (IjkTimeLayout  *self,
                                     double          column_width);

G_END_DECLS
