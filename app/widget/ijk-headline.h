/* IjkHeadline: one figure in large type: title, value with unit, what to think of it, and how it
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

#define IJK_TYPE_HEADLINE (ijk_headline_get_type ())
G_DECLARE_FINAL_TYPE (IjkHeadline, ijk_headline, IJK, HEADLINE, GtkWidget)

GtkWidget  *ijk_headline_new            (void);
void        ijk_headline_set_title      (IjkHeadline        *self,
                                         const char         *title);
/* @value: "36.1" or "€0.56"; @unit: "Mt", "billion", dimmed and smaller behind it */
void        ijk_headline_set_value      (IjkHeadline        *self,
                                         const char         *value,
                                         const char         *unit);
/* @note: (nullable): "0.4 Mt above 35.7"; a sign stands before good and warning notes */
void        ijk_headline_set_note       (IjkHeadline        *self,
                                         const char         *note,
                                         IjkHeadlineTone     tone);
/* @difference: (nullable): "−2.4 Mt v. current law" */
void        ijk_headline_set_difference (IjkHeadline        *self,
                                         const char         *difference);
/* @spec: (nullable): of kind IJK_CHART_SPARKLINE */
void        ijk_headline_set_sparkline  (IjkHeadline        *self,
                                         const IjkChartSpec *spec);
const char *ijk_headline_get_value      (IjkHeadline        *self);

G_END_DECLS
