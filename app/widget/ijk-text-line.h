/* IjkTextLine: a line of text that may be another at every frame.
 *
 * A label asks its window for a new layout whenever its text changes. This one does so only where
 * the new text takes another size, which figures of equal width seldom do, and is painted again
 * otherwise. Where room is short it ends in an ellipsis, and tells the whole in a tooltip.
 *
 * Properties: "text" (string), "is-cuttable" (boolean): FALSE by default: its width is never less
 * than the text; "gives-way" (boolean): FALSE by default: one that is cuttable asks for no room that
 * those beside it could have, and takes what is left.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define IJK_TYPE_TEXT_LINE (ijk_text_line_get_type ())
G_DECLARE_FINAL_TYPE (IjkTextLine, ijk_text_line, IJK, TEXT_LINE, GtkWidget)

/* @text: (nullable): as ""; plain, without line ends. */
void        ijk_text_line_set_text (IjkTextLine *self,
                                    const char  *text);
const char *ijk_text_line_get_text (IjkTextLine *self);

G_END_DECLS
