/* What the figures of one command are of: results, their names, and what is looked at.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ijk-figure.h"

G_BEGIN_DECLS

/* As the user gave it; borrowed and nullable. */
typedef struct
{
  const char *file;       /* a workbook */
  const char *scenario;   /* of a workbook */
  const char *compare;    /* of the same workbook */
  const char *directory;  /* of reference tables, where no workbook is named */
  char **settings;        /* of --set */
  const char *name;       /* what to call the scenario */
  const char *company;
  const char *sector;
  int year;
} IjkFigureWish;

typedef struct
{
  IjkReference *reference;      /* (owned) */
  IjkResult *result;            /* (owned) */
  IjkResult *law_result;        /* (owned) */
  IjkResult *compare_result;    /* (owned) (nullable) */
  char *name;                   /* (owned) */
  char *compare_name;           /* (owned) (nullable) */
  IjkLandscape *landscape;      /* (owned) (nullable) */
  IjkFigureInput input;         /* of the above */
} IjkFigureSubject;

IjkFigureSubject *ijk_figure_subject_new  (const IjkFigureWish        *wish,
                                           int                        *exit_code);
void              ijk_figure_subject_free (IjkFigureSubject           *self);
void              ijk_figure_subject_add_landscape (IjkFigureSubject           *self,
                                                    const IjkLandscapeQuestion *question);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IjkFigureSubject, ijk_figure_subject_free)

G_END_DECLS
