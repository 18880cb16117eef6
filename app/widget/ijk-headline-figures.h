/* The six headline figures of a year, as numbers and as words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-contribution.h"
#include "ijk-figure.h"
#include "ijk-headline-view.h"

G_BEGIN_DECLS

typedef enum
{
  IJK_HEADLINE_EMISSIONS, /* of industry, kt */
  IJK_HEADLINE_LEVY,      /* net levy due, MEUR */
  IJK_HEADLINE_SUBSIDY,   /* SDE++ committed up to the year, MEUR */
  IJK_HEADLINE_STORED,    /* CO2 stored, kt */
  IJK_HEADLINE_COST,      /* of industry, MEUR */
  IJK_HEADLINE_LEAKAGE,   /* emissions of output that left, kt */
  IJK_N_HEADLINE_FIGURES,
} IjkHeadlineFigure;

typedef struct
{
  char *title;      /* (owned) */
  char *value;      /* (owned) */
  char *unit;       /* (owned) */
  char *note;       /* (owned) (nullable) */
  IjkHeadlineTone tone;
  char *difference; /* (owned) (nullable): NULL for current law itself */
  char *change;     /* (owned) (nullable): the same as an amount only, "−2.4 Mt" */
} IjkHeadlineWords;

/* In kt or MEUR. @year: IJK_FIRST_YEAR to IJK_LAST_YEAR */
double ijk_headline_figure_value (IjkHeadlineFigure     figure,
                                  const IjkResult      *result,
                                  int                   year);
/* The number that can be asked why: it has the value above. */
IjkAskedNumber ijk_headline_figure_asked (IjkHeadlineFigure figure,
                                          int               year);
void   ijk_headline_figure_write (IjkHeadlineFigure     figure,
                                  const IjkFigureInput *input,
                                  IjkHeadlineWords     *words);
void   ijk_headline_words_clear  (IjkHeadlineWords     *words);
/* Id of the chart that shows more of it. */
const char *ijk_headline_figure_chart (IjkHeadlineFigure figure);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (IjkHeadlineWords, ijk_headline_words_clear)

G_END_DECLS
