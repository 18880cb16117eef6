/* IjkMarkList: the shapes and words of one picture, in pixels, sorted into layers.
 *
 * A layout leaves its result here; the painters draw it from the back layer to the front one, the
 * hit test searches it from front to back, and tests check it. Colours are still roles.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-chart-spec.h"
#include "ijk-chart-text.h"

G_BEGIN_DECLS

typedef struct
{
  double x, y;
} IjkPoint;

typedef struct
{
  double x, y, width, height;
} IjkBox;

typedef enum
{
  IJK_LAYER_BACK, /* shade and grid lines */
  IJK_LAYER_DATA, /* surfaces */
  IJK_LAYER_LINE,
  IJK_LAYER_AXIS,
  IJK_LAYER_MARKER,
  IJK_LAYER_KEY,   /* what only serves words: pills, leaders, legend keys */
  IJK_LAYER_LABEL, /* words */
  IJK_N_LAYERS,
} IjkLayer;

typedef enum
{
  IJK_MARK_POLYGON, /* all points, closed */
  IJK_MARK_LINE,
  IJK_MARK_BOX,
  IJK_MARK_SYMBOL,
  IJK_MARK_TEXT,
  IJK_MARK_FIELD, /* the grid of the spec, filled between its levels */
} IjkMarkKind;

/* What of the chart a mark shows; says how to read i_part. */
typedef enum
{
  IJK_PART_NONE,
  IJK_PART_SERIES,
  IJK_PART_MARKER,
  IJK_PART_RULE,
  IJK_PART_HANDLE,
  IJK_PART_ROW,
  IJK_PART_BLOCK,
  IJK_PART_BIN,
  IJK_PART_GRID,
  IJK_PART_ISOLINE,
  IJK_PART_X_TICK,
} IjkPart;

#define IJK_NO_INDEX G_MAXUINT

typedef struct
{
  IjkMarkKind kind;
  IjkPart part;
  guint i_part; /* IJK_NO_INDEX: none */
  guint i_x;    /* datum of the series; IJK_NO_INDEX: all of them */
  guint panel;

  IjkBox box; /* bounds of the geometry, without half the line width */
  guint first_point, n_points;

  IjkRole fill, stroke; /* IJK_ROLE_NONE: not drawn */
  IjkTone tone;
  IjkPattern pattern;
  double width_px;
  IjkDash dash;
  double radius_px; /* of a box's corners */
  IjkSymbol symbol;

  const char *text; /* belongs to the list */
  IjkType type;
  gboolean is_on_fill; /* words on a surface of this role and tone, given as fill and tone */
  /* Behind words and lines, so that they stand out; IJK_ROLE_NONE: none. The role of the surface that
   * words stand on means its colour there, tone included. */
  IjkRole halo;
  gboolean is_pattern_only; /* lets what is below show between the lines */
  gboolean is_cut; /* may be shortened with an ellipsis */
  gboolean is_by_plplot;
} IjkMark;

typedef struct
{
  GArray *layers[IJK_N_LAYERS]; /* (owned) (element-type IjkMark) */
  GArray *points;               /* (owned) (element-type IjkPoint) */
  GStringChunk *strings;        /* (owned) */
} IjkMarkList;

IjkMarkList    *ijk_mark_list_new       (void);
void            ijk_mark_list_free      (IjkMarkList       *self);
void            ijk_mark_list_clear     (IjkMarkList       *self);

IjkMark        *ijk_mark_list_add       (IjkMarkList       *self,
                                         IjkLayer           layer,
                                         const IjkMark     *mark);
IjkMark        *ijk_mark_list_add_shape (IjkMarkList       *self,
                                         IjkLayer           layer,
                                         const IjkMark     *mark,
                                         const IjkPoint    *points,
                                         guint              n_points);
const IjkMark  *ijk_mark_list_get       (const IjkMarkList *self,
                                         IjkLayer           layer,
                                         guint             *n_marks);
const IjkPoint *ijk_mark_get_points     (const IjkMarkList *self,
                                         const IjkMark     *mark);
gboolean        ijk_mark_contains       (const IjkMarkList *self,
                                         const IjkMark     *mark,
                                         double             x,
                                         double             y,
                                         double             slack_px);
double          ijk_symbol_get_radius   (IjkSymbol          symbol);

gboolean        ijk_box_overlaps        (const IjkBox      *a,
                                         const IjkBox      *b);
gboolean        ijk_box_contains        (const IjkBox      *outer,
                                         const IjkBox      *inner,
                                         double             slack_px);
gboolean        ijk_box_crosses_line    (const IjkBox      *box,
                                         IjkPoint           a,
                                         IjkPoint           b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IjkMarkList, ijk_mark_list_free)

G_END_DECLS
