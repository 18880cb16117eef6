/* What the files that list the numbers behind a chart share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-figure-numbers.h"

G_BEGIN_DECLS

/* ijk-figure-numbers.c */
/* Whether both are the same number, added up in another order. */
gboolean ijk_figure_is_same_value (double                a,
                                   double                b);

/* ijk-figure-numbers-parts.c */
/* Adds what charts that draw no indicator as it is are made of; nothing for other charts.
 * @numbers: (element-type IjkNamedNumber) */
void     ijk_figure_add_parts     (GPtrArray            *numbers,
                                   const IjkFigure      *figure,
                                   const IjkFigureInput *input,
                                   const IjkChartSpec   *spec);

G_END_DECLS
