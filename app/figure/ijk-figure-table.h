/* IjkFigureTable: the numbers of a figure as rows and columns, for "Show as table" and CSV.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-number.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char *title;            /* (owned) quantity: "Refining" */
  char *unit;             /* (owned) "Mt CO₂-eq"; empty for words */
  guint n_decimals;       /* as the screen writes it; files carry the whole number */
} IjkFigureColumn;

/* The first column holds the label of the row (a year, a measure); the others numbers. */
typedef struct
{
  char *caption;          /* (owned) */
  char *label_title;      /* (owned) heading of the labels: "Year" */
  GArray *columns;        /* (owned) (element-type IjkFigureColumn) */
  GPtrArray *labels;      /* (owned) (element-type utf8) one a row */
  GArray *values;         /* (owned) (element-type double) row by row; NAN = unknown */
  GPtrArray *notes;       /* (owned) (element-type utf8) one a row, or empty strings: a word for a
                             code, such as what limits a measure */
  char *note_title;       /* (owned) (nullable) heading of the notes; NULL = no notes */
} IjkFigureTable;

IjkFigureTable *ijk_figure_table_new        (const char           *caption,
                                             const char           *label_title);
void            ijk_figure_table_free       (IjkFigureTable       *self);
void            ijk_figure_table_add_column (IjkFigureTable       *self,
                                             const char           *title,
                                             const char           *unit,
                                             guint                 n_decimals);
/* @values: one per column. @note: (nullable) */
void            ijk_figure_table_add_row    (IjkFigureTable       *self,
                                             const char           *label,
                                             const double         *values,
                                             const char           *note);
guint           ijk_figure_table_n_rows     (const IjkFigureTable *self);
double          ijk_figure_table_get        (const IjkFigureTable *self,
                                             guint                 row,
                                             guint                 column);
/* A cell as the screen shows it, in the language in force; an en dash for unknown. */
char           *ijk_figure_table_write_cell (const IjkFigureTable *self,
                                             guint                 row,
                                             guint                 column);
/* RFC 4180, UTF-8, a point for decimals whatever the language, units in the headings. */
char           *ijk_figure_table_to_csv     (const IjkFigureTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IjkFigureTable, ijk_figure_table_free)

G_END_DECLS
