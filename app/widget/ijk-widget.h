/* What the widgets share: their resources, style sheet and the way from a session to a figure.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-figure.h"
#include "ijk-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Where templates and the style sheet lie among the resources. */
#define IJK_UI_PATH "/org/ijkpad/Ijkpad/ui/"
/* Icons that the theme has not. */
#define IJK_ICON_PATH "/org/ijkpad/Ijkpad/icons"

/* Registers resources and types, so that templates can name them, and loads the style sheet for the
 * default display. Call once, after gtk_init() or in GApplication::startup. */
void     ijk_widget_init          (void);

/* High contrast: as the desktop has it, or always. Charts and style sheets follow at once. */
void     ijk_widget_set_contrast  (gboolean is_forced);
gboolean ijk_widget_has_contrast  (void);

/* Fills @input with what the session shows; everything in it is borrowed from the session and holds
 * until it changes. Returns FALSE where there is no result yet. */
gboolean ijk_session_get_figure_input (IjkSession     *session,
                                       IjkFigureInput *input);

/* Gives @widget a name for assistive technology. Also the part of it that takes the focus: what stands
 * in a drop-down or menu button of GTK 4.8 goes by the name of its class otherwise. */
void     ijk_widget_set_label     (GtkWidget       *widget,
                                   const char      *label);

/* Sets the tooltip where it is another one. GTK asks the display where the pointer is each time that
 * one is set, which takes as long as a run of the model. */
void     ijk_widget_set_tooltip   (GtkWidget       *widget,
                                   const char      *text);

/* Lets the style sheet see @widget as one of @class, or no longer. */
void     ijk_widget_set_class     (GtkWidget       *widget,
                                   const char      *class,
                                   gboolean         has_class);

/* Pops down every menu and other popover inside @widget. Call before @widget is let go: in GTK 4.8 one
 * that goes while it is open keeps its grab, and with it itself, and a tooltip that is due then asks for
 * the surface that it no longer has. */
void     ijk_widget_close_popovers (GtkWidget      *widget);

/* Lets @label tell its text in a tooltip where it is cut for want of room. */
void     ijk_label_tell_when_cut  (GtkLabel        *label);

/* The names of a lever and of what it is set on, in the language in force; for rows, titles and labels
 * of undo steps. A project's levers go by the name of the project. Result: (transfer full). */
char    *ijk_lever_key_dup_name   (const IjkReference *reference,
                                   const IjkLeverKey  *key);
char    *ijk_lever_key_dup_scope_name (const IjkReference *reference,
                                       const IjkLeverKey  *key);

G_END_DECLS
