/* IjkHeadlineView: one figure in large type: title, value with unit, what to think of it, and how it
 * differs from the reference.
 *
 * Signals: "activated": click or Enter, to show where the number comes from.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-chart-spec.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  IJK_HEADLINE_PLAIN,
  IJK_HEADLINE_GOOD,
  IJK_HEADLINE_WARNING,
} IjkHeadlineTone;

#define IJK_TYPE_HEADLINE_VIEW (ijk_headline_view_get_type ())
G_DECLARE_FINAL_TYPE (IjkHeadlineView, ijk_headline_view, IJK, HEADLINE_VIEW, GtkWidget)

GtkWidget  *ijk_headline_view_new            (void);
void        ijk_headline_view_set_title      (IjkHeadlineView        *self,
                                         const char         *title);
/* @value: "36.1" or "€0.56"; @unit: "Mt", "billion", dimmed and smaller behind it */
void        ijk_headline_view_set_value      (IjkHeadlineView        *self,
                                         const char         *value,
                                         const char         *unit);
/* @note: (nullable): "0.4 Mt above 35.7"; a sign stands before good and warning notes */
void        ijk_headline_view_set_note       (IjkHeadlineView        *self,
                                         const char         *note,
                                         IjkHeadlineTone     tone);
/* @difference: (nullable): "−2.4 Mt v. current law" */
void        ijk_headline_view_set_difference (IjkHeadlineView        *self,
                                         const char         *difference);
/* @spec: (nullable): of kind IJK_CHART_SPARKLINE */
void        ijk_headline_view_set_sparkline  (IjkHeadlineView        *self,
                                         const IjkChartSpec *spec);
const char *ijk_headline_view_get_value      (IjkHeadlineView        *self);

G_END_DECLS
