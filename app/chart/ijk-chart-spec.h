/* IjkChartSpec: everything one chart says, and nothing about how it is drawn.
 *
 * An immutable, reference-counted plain value: what kind of chart, its words, axes, series, targets,
 * cursor and handles. Two specs that are equal give the same picture. A layout turns a spec and a
 * size into pixels; painters read only the layout.
 *
 * Structs in here are read by anybody and filled in by an IjkChartBuilder. All strings and arrays
 * belong to the spec. Unknown numbers are NAN and show as gaps.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-number.h"
#include "ijk-palette.h"

G_BEGIN_DECLS

typedef enum
{
  IJK_CHART_TIME,      /* series over a time axis in one or two panels */
  IJK_CHART_SPARKLINE, /* the same without words and axes */
  IJK_CHART_ROWS,      /* horizontal bars: waterfall, ranking, tornado */
  IJK_CHART_BLOCKS,    /* bars whose width counts too: marginal cost curve */
  IJK_CHART_GRID,      /* filled contours of a field over two axes */
  IJK_CHART_HISTOGRAM, /* x holds the bin edges, the one series the counts */
} IjkChartKind;

/* Areas and columns of one panel stack in the order of the series, negative values down from zero. */
typedef enum
{
  IJK_SHAPE_AREA,
  IJK_SHAPE_COLUMN,
  IJK_SHAPE_LINE,
  IJK_SHAPE_STEP,
  IJK_SHAPE_FILLED_LINE, /* a line with a light area down to zero; not stacked */
  IJK_SHAPE_BAND,        /* between lows and highs */
  IJK_SHAPE_ERROR_LINE,  /* a line with whiskers from lows to highs */
} IjkShape;

typedef enum
{
  IJK_DASH_SOLID,
  IJK_DASH_DASHED,
  IJK_DASH_DOTTED,
  IJK_DASH_DASH_DOT,
  IJK_DASH_LONG,
} IjkDash;

typedef enum
{
  IJK_PATTERN_NONE,
  IJK_PATTERN_HATCH,
  IJK_PATTERN_BACK_HATCH,
  IJK_PATTERN_CROSS,
  IJK_PATTERN_DOTS,
  IJK_PATTERN_LEVEL,
} IjkPattern;

typedef enum
{
  IJK_SYMBOL_DIAMOND, /* filled: agreed */
  IJK_SYMBOL_HOLLOW_DIAMOND,
  IJK_SYMBOL_DOT,
  IJK_SYMBOL_RING,
  IJK_SYMBOL_SQUARE,
} IjkSymbol;

typedef struct
{
  const char *name;       /* quantity and unit: "Mt CO₂-eq a year" */
  IjkNumberFormat format;
  double min, max;        /* NAN: from the data */
  gboolean starts_at_zero; /* stacks and bars do so anyway */
} IjkChartAxis;

typedef struct
{
  IjkChartAxis axis;
  double weight; /* share of the height, relative to the other panel; 0 counts as 1 */
} IjkChartPanel;

typedef struct
{
  const char *label;
  guint panel;
  IjkShape shape;
  IjkRole role;
  IjkTone tone; /* of a band */
  IjkPattern pattern;
  IjkDash dash;
  double width_px;           /* 0: what suits the role */
  gboolean is_strong;        /* bold label; kept when labels must go */
  gboolean is_muted;         /* steps back behind a series that is pointed out */
  gboolean is_unlabelled;
  gboolean has_end_value;    /* the last value follows the label */
  gboolean has_cursor_value; /* at the year cursor: a dot and the value; the sum of columns */
  const double *values;      /* n_values, one per x; a histogram has one less */
  const double *lows;        /* (nullable): n_values; bands and error lines */
  const double *highs;       /* (nullable): n_values */
  guint n_values;
} IjkChartSeries;

/* The last observed year. */
typedef struct
{
  double x; /* NAN: none */
  const char *before_text;
  const char *after_text;
  gboolean is_shaded; /* the past as a grey field, for a path whose past is fixed */
} IjkChartBoundary;

typedef struct
{
  guint panel;
  double x, y;
  IjkSymbol symbol;
  IjkRole role;
  const char *label;       /* (nullable) */
  const char *second_line; /* (nullable) */
  gboolean has_guides;     /* dotted lines to both axes */
} IjkChartMarker;

/* A value that matters on the value axis: a line across the panel, the rows or the bins, or an
 * isoline of a grid. */
typedef struct
{
  guint panel;
  double value;
  IjkRole role;
  IjkDash dash;
  const char *label;
} IjkChartRule;

typedef struct
{
  guint series;
  guint i_x;
  gboolean is_movable;
} IjkChartHandle;

typedef struct
{
  const char *label;
  double value;              /* written at the end of the row; NAN: nothing */
  double whisker_low, whisker_high; /* NAN: none */
  gboolean is_strong;
  gboolean shows_sign;
} IjkChartRow;

typedef struct
{
  guint row;
  double from, to;
  IjkRole role;
  IjkPattern pattern;
  gboolean is_muted; /* steps back behind a row that is pointed out */
  const char *label; /* (nullable): legend entry; one per distinct role is enough */
} IjkChartSegment;

typedef struct
{
  const char *label;
  double width, height;
  IjkRole role;
  IjkPattern pattern;
} IjkChartBlock;

typedef struct
{
  IjkChartAxis axis; /* of the value */
  guint n_columns, n_rows;
  const double *x;       /* n_columns, ascending */
  const double *y;       /* n_rows, ascending */
  const double *values;  /* n_rows * n_columns, row by row */
  const guint8 *mask;    /* (nullable): same size; 1 where hatched */
  const double *levels;  /* n_levels, ascending: the isolines */
  guint n_levels;
  const char *mask_text; /* what the hatching means */
} IjkChartGrid;

typedef struct _IjkChartSpec IjkChartSpec;
struct _IjkChartSpec
{
  IjkChartKind kind;
  const char *title;
  const char *subtitle;
  const char *source;
  const char *description; /* in words: alternative text */
  const char *language;    /* as in "nl" */
  const char *empty_text;  /* shown where there is nothing to draw */

  IjkChartAxis x_axis;
  const IjkChartPanel *panels;
  guint n_panels;
  const double *x; /* n_x, ascending */
  guint n_x;
  const IjkChartSeries *series;
  guint n_series;

  IjkChartBoundary boundary;
  const IjkChartMarker *markers;
  guint n_markers;
  const IjkChartRule *rules;
  guint n_rules;
  const IjkChartHandle *handles;
  guint n_handles;
  double cursor_x; /* NAN: none */

  const IjkChartRow *rows;
  guint n_rows;
  const IjkChartSegment *segments;
  guint n_segments;
  gboolean connects_rows; /* thin lines from each bar's end to the next */
  const IjkChartBlock *blocks;
  guint n_blocks;
  IjkChartGrid grid;
};

IjkChartSpec *ijk_chart_spec_ref   (const IjkChartSpec *self);
void          ijk_chart_spec_unref (const IjkChartSpec *self);
gboolean      ijk_chart_spec_equal (const IjkChartSpec *a,
                                    const IjkChartSpec *b);
char         *ijk_chart_spec_dump  (const IjkChartSpec *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IjkChartSpec, ijk_chart_spec_unref)

G_END_DECLS
