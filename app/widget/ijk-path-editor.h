/* IjkPathEditor: a path lever as a chart with handles and a table of numbers beside it.
 *
 * Put it in a window of its own. Edits go to the session at once, a drag or held key as one step of
 * undo; the window's Cancel is ijk_path_editor_revert(), which takes back all that was done since the
 * editor was made, as one step. Statute or default is drawn behind the path.
 *
 * Properties: "session" (IjkSession, construct-only), "title" (string, read-only, notifies): name of the
 * lever; "subtitle" (string, read-only): what it is set on; "is-changed" (boolean, read-only,
 * notifies): differs from when the editor was made.
 * Signals: "message" (const char *text): a sentence to show as a toast.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-chart-view.h"
#include "ijk-session.h"

G_BEGIN_DECLS

typedef enum
{
  IJK_PATH_LINES, /* straight lines between points */
  IJK_PATH_STEPS, /* a value holds until the next point */
  IJK_PATH_HOLD,  /* the first point holds for all years */
  IJK_N_PATH_SHAPES,
} IjkPathShape;

#define IJK_TYPE_PATH_EDITOR (ijk_path_editor_get_type ())
G_DECLARE_FINAL_TYPE (IjkPathEditor, ijk_path_editor, IJK, PATH_EDITOR, GtkWidget)

/* @key: of a path or mode_share lever; copied */
GtkWidget         *ijk_path_editor_new              (IjkSession        *session,
                                                     const IjkLeverKey *key);
const IjkLeverKey *ijk_path_editor_get_key          (IjkPathEditor     *self);
const char        *ijk_path_editor_get_title        (IjkPathEditor     *self);
const char        *ijk_path_editor_get_subtitle     (IjkPathEditor     *self);
IjkChartView      *ijk_path_editor_get_view         (IjkPathEditor     *self);

void               ijk_path_editor_reset            (IjkPathEditor     *self); /* to the law */
void               ijk_path_editor_revert           (IjkPathEditor     *self); /* Cancel */
void               ijk_path_editor_set_shape        (IjkPathEditor     *self,
                                                     IjkPathShape       shape);
void               ijk_path_editor_set_moves_later  (IjkPathEditor     *self,
                                                     gboolean           moves_later);
/* Reads a column as copied from a spreadsheet. On a bad line nothing changes and @error is a sentence. */
gboolean           ijk_path_editor_paste            (IjkPathEditor     *self,
                                                     const char        *text,
                                                     GError           **error);

G_END_DECLS
