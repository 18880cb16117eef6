/* IjkHeadlineStrip: six headline figures of the session's year in a card, 6 x 1, 3 x 2 or 2 x 3 as the
 * width allows.
 *
 * Properties: "session" (IjkSession, construct-only).
 * Signals: "headline-activated" (guint i_headline, const char *figure_id): a click on a figure;
 * @figure_id is the chart in which the number is seen.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IJK_N_HEADLINES 6

#define IJK_TYPE_HEADLINE_STRIP (ijk_headline_strip_get_type ())
G_DECLARE_FINAL_TYPE (IjkHeadlineStrip, ijk_headline_strip, IJK, HEADLINE_STRIP, GtkWidget)

GtkWidget *ijk_headline_strip_new          (IjkSession       *session);
/* (transfer none): an IjkHeadlineView */
GtkWidget *ijk_headline_strip_get_headline (IjkHeadlineStrip *self,
                                            guint             i_headline);

G_END_DECLS
