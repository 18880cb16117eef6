/* IjkFigureChooser: a popover with every figure there is and the question it answers.
 *
 * Signals: "figure-chosen" (const char *figure_id).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IJK_TYPE_FIGURE_CHOOSER (ijk_figure_chooser_get_type ())
G_DECLARE_FINAL_TYPE (IjkFigureChooser, ijk_figure_chooser, IJK, FIGURE_CHOOSER, GtkPopover)

/* @current_id: (nullable): the one shown now, which is ticked */
GtkWidget *ijk_figure_chooser_new (const char *current_id);

G_END_DECLS
