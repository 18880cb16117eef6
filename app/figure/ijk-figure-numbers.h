/* The numbers that a chart shows, as numbers that can be asked about: which point of which line is
 * which indicator.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-contribution.h"
#include "ijk-figure.h"

G_BEGIN_DECLS

typedef struct
{
  char *name;            /* (owned) as the chart, row or headline calls it */
  IjkAskedNumber number;
} IjkNamedNumber;

IjkNamedNumber *ijk_named_number_new  (const char           *name,
                                       const IjkAskedNumber *number);
void            ijk_named_number_free (IjkNamedNumber       *self);

/* (transfer full) (element-type IjkNamedNumber): of the year of @input, in the order of the chart;
 * empty where the chart shows nothing that is an indicator. @spec: made of @input */
GPtrArray      *ijk_figure_list_numbers (const IjkFigure      *figure,
                                         const IjkFigureInput *input,
                                         const IjkChartSpec   *spec);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IjkNamedNumber, ijk_named_number_free)

G_END_DECLS
