/* IjkFigure: a recipe that turns results into a chart, a sentence and a table.
 *
 * One recipe a file, `ijk-figure-<name>.c`, one line in the registry. A recipe is a pure function of
 * its input and of the language in force (ijk-language.h): it reads results and writes words, and
 * keeps nothing. Numbers in its three products are the same and are rounded only when written.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-chart-spec.h"
#include "ijk-figure-table.h"
#include "ijk-landscape.h"
#include "ijk-result.h"

G_BEGIN_DECLS

/* What a figure is made of. Everything is borrowed for the call. */
typedef struct
{
  const IjkResult *result;           /* of the current scenario; gives reference and scenario too */
  const char *scenario_name;         /* as the user knows it */
  const IjkResult *law_result;       /* of current law on the same reference: the dashed line */
  gboolean is_law;                   /* the current scenario is current law: no comparison drawn */
  const IjkResult *compare_result;   /* (nullable): a second scenario */
  const char *compare_name;          /* (nullable) */
  const IjkLandscape *landscape;     /* (nullable): of the figure of two levers; NULL = not worked out */
  int year;                          /* the year of the cursor and of figures about one year */
  guint company;                     /* position, for figures about one company; IJK_NONE = the largest */
  guint sector;                      /* highlighted sector, or IJK_NONE */
  guint n_beside;                    /* companies shown beside this one: axes reach as far as theirs */
  const guint *beside;               /* (nullable): their positions */
} IjkFigureInput;

typedef struct _IjkFigure IjkFigure;

typedef enum
{
  IJK_FIGURE_NEEDS_LANDSCAPE = 1 << 0, /* made by many runs: ijk-landscape.h */
  IJK_FIGURE_IS_OF_COMPANY = 1 << 1,
  IJK_FIGURE_IS_OF_YEAR = 1 << 2,      /* shows one year: the cursor changes the picture */
} IjkFigureFlags;

struct _IjkFigure
{
  const char *id;    /* "emissions-by-sector": for the command line, files and settings */
  const char *title; /* N_(): for lists and menus */
  const char *question; /* N_(): what a reader finds out, as a question in plain words */
  IjkFigureFlags flags;
  IjkChartSpec   *(*make_spec)     (const IjkFigureInput *input);
  char           *(*make_sentence) (const IjkFigureInput *input);
  IjkFigureTable *(*make_table)    (const IjkFigureInput *input);
};

const IjkFigure *ijk_figures              (guint                *n_figures);
const IjkFigure *ijk_figure_find          (const char           *id);

/* The sentence is also the description of the spec. Each result is (transfer full). */
IjkChartSpec    *ijk_figure_make_spec     (const IjkFigure      *self,
                                           const IjkFigureInput *input);
char            *ijk_figure_make_sentence (const IjkFigure      *self,
                                           const IjkFigureInput *input);
IjkFigureTable  *ijk_figure_make_table    (const IjkFigure      *self,
                                           const IjkFigureInput *input);

G_END_DECLS
