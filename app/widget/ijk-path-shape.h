/* Paths as a person edits them, by points and a shape, and as the model takes them.
 *
 * The model joins points with straight lines and holds the last one. A step is two points: the value
 * again in the year before the next point.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-lever.h"
#include "ijk-path-editor.h"

G_BEGIN_DECLS

/* @points: (element-type IjkPathPoint): in rising years, at least one. Replaces the points of @value. */
void         ijk_path_shape_apply (IjkPathShape         shape,
                                   const GArray        *points,
                                   IjkLeverValue       *value);
/* The other way: the fewest points that give the same path, and the shape that was meant. */
IjkPathShape ijk_path_shape_find  (const IjkPathPoint  *points,
                                   guint                n_points,
                                   GArray              *found);
/* The corners of yearly values from IJK_FIRST_FREE_YEAR on: joined by lines they give them back. */
void         ijk_path_find_corners (const double       *yearly,
                                    GArray             *found);

G_END_DECLS
