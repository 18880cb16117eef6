/* IjkFigurePlan: what the options of `ijkpad figure` say, once they have been found to make sense.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-chart-export.h"
#include "ijk-figure.h"

G_BEGIN_DECLS

typedef enum
{
  IJK_FIGURE_SVG,
  IJK_FIGURE_PDF,
  IJK_FIGURE_PNG,
  IJK_FIGURE_CSV,
  IJK_N_FIGURE_FORMATS,
} IjkFigureFormat;

extern const char *const ijk_figure_format_names[IJK_N_FIGURE_FORMATS];

/* As typed; NULL where not given. */
typedef struct
{
  char **settings;
  char *file, *scenario, *compare, *name, *directory;
  char *company, *sector, *year;
  char *x, *y, *outcome;
  char *format, *width, *height, *scale, *style, *output;
  gboolean is_without_text;
  gboolean is_sentence;
} IjkFigureOptions;

/* What the options say. */
typedef struct
{
  const IjkFigure *figures; /* (array length=n_figures) */
  guint n_figures;
  gboolean is_all;
  gboolean is_written;      /* FALSE: the sentence only */
  IjkFigureFormat format;
  IjkExportParameters parameters;
  int year;
} IjkFigurePlan;

void     ijk_figure_options_clear (IjkFigureOptions       *self);

/* Each returns FALSE after telling what is wrong, which is wrong usage. */
gboolean ijk_figure_plan_read     (IjkFigurePlan          *self,
                                   const IjkFigureOptions *options,
                                   const char             *name);
gboolean ijk_figure_plan_question (const IjkFigurePlan    *self,
                                   const IjkFigureOptions *options,
                                   const IjkReference     *reference,
                                   IjkLandscapeQuestion   *question);
gboolean ijk_figure_plan_needs_landscape (const IjkFigurePlan *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (IjkFigureOptions, ijk_figure_options_clear)

G_END_DECLS
